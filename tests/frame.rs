//! Frames on the way out: a terminal emulator shows what was drawn, nothing from data steers the terminal, and no size is too
//! small for any state.

use std::io::Write;
use std::sync::{Arc, Mutex};

use proptest::prelude::*;
use ratatui::Terminal;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier, Style};
use tribune::agenda::ContributionKind;
use tribune::locale::Locale;
use tribune::meeting::{Author, Refusal};
use tribune::phrase::Interpreter;
use tribune::text::{Language, Message as Said, Text};
use tribune::tui::backend::Ansi;
use tribune::tui::input::{Code, Input, Key};
use tribune::tui::look::Look;
use tribune::tui::message::Message;
use tribune::tui::scene::{Keeping, Scene};
use tribune::tui::screen;
use tribune::tui::style::{Signs, Styles};
use tribune::tui::ui::{Dialog, Notice, Tone, Ui};
use tribune::tui::update::{Given, update};
use unicode_width::UnicodeWidthChar;

use crate::support::seat::cells;
use crate::support::stage::Stage;

/// What is drawn: Chinese, Latin, box drawing, blocks, marks on their bases, emoji alone, joined, toned, as flags and asked for.
const GLYPHS: [&str; 24] = [
    " ",
    "a",
    "Z",
    "é",
    "e\u{301}",
    "a\u{308}\u{323}",
    "云",
    "，",
    "々",
    "─",
    "│",
    "┌",
    "█",
    "▄",
    "…",
    "✓",
    "·",
    "👍",
    "👍🏽",
    "👩‍👩‍👧",
    "🏳️‍🌈",
    "🇨🇳",
    "❤️",
    "1️⃣",
];
const STYLES: [Style; 5] = [
    Style::new(),
    Style::new().fg(Color::LightGreen),
    Style::new().add_modifier(Modifier::BOLD),
    Style::new().add_modifier(Modifier::REVERSED),
    Style::new()
        .bg(Color::Blue)
        .add_modifier(Modifier::UNDERLINED),
];

/// What one frame is like.
#[derive(Clone, Debug)]
struct Drawn {
    /// Another size than before, where it changes.
    size: Option<(u16, u16)>,
    texts: Vec<(u16, u16, Vec<usize>, usize)>,
    cursor: Option<(u16, u16)>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let glyphs = proptest::collection::vec(0..GLYPHS.len(), 0..14);
    let texts = proptest::collection::vec((0u16..34, 0u16..9, glyphs, 0..STYLES.len()), 0..7);
    let size = proptest::option::weighted(0.2, (4u16..34, 1u16..9));
    let cursor = proptest::option::of((0u16..34, 0u16..9));
    (size, texts, cursor).prop_map(|(size, texts, cursor)| Drawn {
        size,
        texts,
        cursor,
    })
}

/// Whether the emulator shows that glyph: all of it, or, where it knows no joined glyphs and parts them, the beginning.
fn is_shown(there: &str, symbol: &str) -> bool {
    let drawn = symbol.chars().filter(|c| c.width().unwrap_or(0) > 0);
    let is_parted = drawn.count() > 1 || symbol.contains('\u{fe0f}');
    there == symbol || (is_parted && !there.is_empty() && symbol.starts_with(there))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// A terminal emulator shows what was drawn, frame after frame, whatever stood there before.
    #[test]
    fn frames_arrive_cell_by_cell(frames in proptest::collection::vec(drawn(), 1..10)) {
        let far = Arc::new(Mutex::new(vt100::Parser::new(cells(8), cells(30), 0)));
        let size = Size { width: 30, height: 8 };
        let mut terminal = Terminal::new(Ansi::new(Far(Arc::clone(&far)), size)).expect("it cannot fail");
        for frame in frames {
            if let Some((width, height)) = frame.size {
                far.lock().expect("no panic").screen_mut().set_size(cells(height), cells(width));
                // As the loop does it.
                terminal.backend_mut().resize(Size { width, height });
                terminal.backend_mut().forget();
                terminal.autoresize().expect("it cannot fail");
                terminal.clear().expect("it cannot fail");
            }
            let mut wanted = None;
            terminal.draw(|canvas| {
                let area = canvas.area();
                for (x, y, glyphs, style) in &frame.texts {
                    if area.contains(Position::new(*x, *y)) {
                        let text: String = glyphs.iter().map(|glyph| GLYPHS[*glyph]).collect();
                        // As views do it: half of a wide glyph is never left in front of what is drawn over its other half.
                        if let Some(before) = x.checked_sub(1)
                            && canvas.buffer_mut()[(before, *y)].cell_width() > 1
                        {
                            canvas.buffer_mut()[(before, *y)].reset();
                        }
                        canvas.buffer_mut().set_stringn(*x, *y, text, 30, STYLES[*style]);
                    }
                }
                wanted = Some(canvas.buffer_mut().clone());
                if let Some(position) = frame.cursor {
                    canvas.set_cursor_position(position);
                }
            }).expect("it cannot fail");
            let wanted = wanted.expect("it was drawn");
            same(far.lock().expect("no panic").screen(), &wanted, frame.cursor)?;
        }
    }
}

fn same(
    far: &vt100::Screen,
    wanted: &Buffer,
    cursor: Option<(u16, u16)>,
) -> Result<(), TestCaseError> {
    let mut covered = 0;
    for (at, cell) in wanted.area.positions().zip(&wanted.content) {
        covered = if at.x == 0 { 0 } else { covered };
        if covered > 0 {
            covered -= 1;
            continue;
        }
        covered = cell.cell_width().saturating_sub(1);
        if at.x + covered >= wanted.area.right() {
            // A wide glyph that the edge cuts is nothing a terminal could show.
            continue;
        }
        let there = far.cell(at.y, at.x).expect("in sight");
        let shown = if there.has_contents() {
            there.contents()
        } else {
            " "
        };
        prop_assert!(
            is_shown(shown, cell.symbol()),
            "{shown:?} for {:?} at {at}",
            cell.symbol()
        );
        let has = |modifier| cell.modifier.contains(modifier);
        // An empty cell looks the same in any weight, but not reversed or underlined.
        let is_blank = cell.symbol() == " ";
        prop_assert!(
            is_blank || there.bold() == has(Modifier::BOLD),
            "bold at {at}"
        );
        prop_assert_eq!(there.inverse(), has(Modifier::REVERSED), "{}", at);
        prop_assert_eq!(there.underline(), has(Modifier::UNDERLINED), "{}", at);
        let blue = vt100::Color::Idx(4);
        prop_assert_eq!(there.bgcolor() == blue, cell.bg == Color::Blue, "{}", at);
        let green = vt100::Color::Idx(10);
        prop_assert!(
            is_blank || (there.fgcolor() == green) == (cell.fg == Color::LightGreen),
            "green at {at}"
        );
    }
    prop_assert_eq!(far.hide_cursor(), cursor.is_none());
    if let Some((x, y)) = cursor {
        let x = x.min(wanted.area.width - 1);
        let y = y.min(wanted.area.height - 1);
        prop_assert_eq!(far.cursor_position(), (y, x), "the cursor");
    }
    Ok(())
}

/// The other end of a backend: a terminal emulator.
struct Far(Arc<Mutex<vt100::Parser>>);

impl Write for Far {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no panic").process(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Characters that could steer a terminal, hide, or turn a line around, and what makes them dangerous to the eye.
const HOSTILE: &str = "\u{1b}[31mRED\u{1b}]0;title\u{7}\u{1b}P1q\u{1b}\\\u{9b}2J\u{90}\u{9d}\u{8}\u{7f}\u{0}\r\n\tA\u{202e}evil\u{2066}x\u{2069}\u{200e}\
    \u{2028}\u{2029}\u{e0041}\u{e007f}\u{feff}\u{200b}\u{200c}\u{200d}\u{2060}\u{fff9}\u{fdd0}\u{ffff}\u{ad}\u{61c}云\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{fe0f}\u{fe0f}👩\u{200d}\u{200d}👧";

/// A meeting in which every text that a person may write is hostile.
fn hostile() -> Stage {
    let escaped = HOSTILE.chars().map(|c| format!("\\U{:08x}", u32::from(c)));
    let text = escaped.collect::<Vec<_>>().concat();
    // Not characters of TOML: what a file can hold all the same.
    let source = format!(
        "title = \"{text}\"\n\
         [unit.u]\nname = \"u{text}\"\nshort = \"{text}s\"\n[person.p]\nname = \"p{text}\"\ntitle = \"t{text}\"\noffice = \"{text}\"\n\
         address = \"{text}a\"\nunit = \"u\"\n[person.q]\nname = \"{text}q\"\n\
         [[item]]\ntitle = \"{text}\"\n[[item]]\ntitle = \"b{text}\"\nkind = \"round\"\ntime = \"9m\"\n"
    );
    Stage::of(&source)
        .open(&["p", "q"], 2)
        .floor("p", 2, Some(60))
        .noted(ContributionKind::Offer, "u", HOSTILE, &[HOSTILE])
        .order("q", 2, HOSTILE)
        .after(90)
}

fn typed(stage: &Stage, reader: &mut Interpreter, ui: &mut Ui, input: Input) {
    let mut given = Given {
        meeting: &stage.meeting,
        now: stage.now,
        author: &Author::chair(),
        interpreter: reader,
    };
    let _ = update(ui, &mut given, Message::Input(input));
}

/// Screens of a meeting: what is typed, pasted, asked and told, all of it with that text.
fn screens(stage: &Stage, text: &str, language: Language) -> Vec<Ui> {
    let plain = Ui {
        language,
        ..Ui::default()
    };
    let mut reader = Interpreter::new();
    let mut line = plain.clone();
    for c in text.chars().filter(|c| *c != ':' && *c != '/') {
        typed(
            stage,
            &mut reader,
            &mut line,
            Input::Key(Key::plain(Code::Char(c))),
        );
    }
    let mut pasted = plain.clone();
    typed(
        stage,
        &mut reader,
        &mut pasted,
        Input::Paste(text.to_owned()),
    );
    let mut asked = plain.clone();
    typed(
        stage,
        &mut reader,
        &mut asked,
        Input::Paste(format!("{text}\n{text}\n{text}")),
    );
    let said = || Said::new("tui-shown-line").with("text", Text::lines(text));
    let mut told = plain.clone();
    told.notice = Some(Notice {
        what: vec![said(), said()],
        tone: Tone::Refused,
    });
    let mut shown = plain.clone();
    shown.dialog = Some(Dialog::Shown {
        lines: vec![said(); 40],
        above: 3,
    });
    let mut help = plain.clone();
    help.dialog = Some(Dialog::Help { above: 2 });
    let mut refused = plain.clone();
    let again = tribune::tui::ui::Again::Line(line.draft.clone());
    refused.dialog = Some(Dialog::Insist {
        again,
        refusal: Refusal::new(said()).because(vec![said()]),
    });
    vec![plain, line, pasted, asked, told, shown, help, refused]
}

/// What the terminal is sent for that screen, at that size.
fn sent(
    stage: &Stage,
    ui: &Ui,
    locale: &Locale,
    (width, height): (u16, u16),
    signs: Signs,
) -> Vec<u8> {
    let styles = Styles {
        signs,
        ..Styles::default()
    };
    let scene = Scene {
        meeting: &stage.meeting,
        ui,
        now: stage.now,
        look: Look {
            locale,
            styles: &styles,
        },
        keeping: Keeping::Saved,
    };
    let mut terminal =
        Terminal::new(Ansi::new(Vec::new(), Size { width, height })).expect("it cannot fail");
    terminal
        .draw(|canvas| {
            let area = canvas.area();
            screen::view(&scene, area, canvas.buffer_mut());
            if let Some(position) = screen::cursor(&scene, area) {
                assert!(area.contains(position), "{position} on {area}");
                canvas.set_cursor_position(position);
            }
            for at in area.positions().step_by(97) {
                let _ = screen::target(&scene, area, at);
            }
        })
        .expect("it cannot fail");
    terminal.backend().writer().clone()
}

/// Fails unless the bytes are text that steers nothing, and sequences of the kinds that a frame is made of.
fn steers_nothing(sent: &[u8]) {
    let sent = std::str::from_utf8(sent).expect("all of it is UTF-8");
    let mut rest = sent;
    while let Some(c) = rest.chars().next() {
        if let Some(sequence) = rest.strip_prefix("\u{1b}[") {
            let end = sequence
                .find(|c: char| !c.is_ascii_digit() && c != ';' && c != '?')
                .expect("it ends");
            let (parameters, last) = (&sequence[..end], &sequence[end..=end]);
            let known = match last {
                "h" | "l" => ["?2026", "?25"].contains(&parameters),
                "H" | "A" | "B" | "C" | "D" | "G" | "m" | "J" => !parameters.contains('?'),
                _ => false,
            };
            assert!(known, "ESC [ {parameters} {last}");
            rest = &sequence[end + 1..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        let steers = match c {
            '\r' | '\n' | '\u{8}' => false,
            '\u{200b}'
            | '\u{feff}'
            | '\u{2060}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{200e}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{e0000}'..='\u{e007f}'
            | '\u{fdd0}'..='\u{fdef}'
            | '\u{ffff}' => true,
            c => c.is_control(),
        };
        assert!(!steers, "{c:?} reached the terminal");
    }
}

#[test]
fn nothing_that_a_person_wrote_steers_the_terminal() {
    let stage = hostile();
    for language in Language::ALL {
        let locale = Locale::new(language);
        for ui in screens(&stage, HOSTILE, language) {
            for size in [(120, 36), (80, 24), (41, 13), (200, 60)] {
                steers_nothing(&sent(&stage, &ui, &locale, size, Signs::Unicode));
            }
        }
    }
}

#[test]
fn a_line_feed_in_a_text_is_not_sent_as_one() {
    // The frame's own moves are the only line feeds: without a text that holds one there are as many.
    let locale = Locale::new(Language::English);
    let feeds = |text: &str| {
        let stage = Stage::mid_round();
        let ui = &screens(&stage, text, Language::English)[1];
        let sent = sent(&stage, ui, &locale, (120, 36), Signs::Unicode);
        String::from_utf8_lossy(&sent).matches('\n').count()
    };
    assert_eq!(feeds("a\nb\r\nc"), feeds("a b c"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn no_state_panics_at_any_size(
        width in 1u16..140, height in 1u16..50, state in 0usize..6, face in 0usize..8, text in "\\PC{0,200}",
        seconds in 0i64..99_999, ascii in any::<bool>(), chinese in any::<bool>())
    {
        let stage = match state {
            0 => Stage::exchange(),
            1 => Stage::mid_round(),
            2 => Stage::mid_round().order("luo-jiang", 3, &text),
            3 => Stage::mid_round().noted(ContributionKind::Offer, "yufe", &text, &[&text]),
            4 => Stage::mid_round().record(vec![tribune::meeting::progress::Event::Suspended { until: None }.into()]),
            _ => Stage::of("title = \"t\"\nitems = [\"a\"]\n").open(&[], 1),
        };
        let stage = stage.after(seconds);
        let language = if chinese { Language::Chinese } else { Language::English };
        let signs = if ascii { Signs::Ascii } else { Signs::Unicode };
        let ui = &screens(&stage, &text, language)[face];
        let locale = Locale::new(language);
        for size in [(width, height), (1, height), (width, 1)] {
            steers_nothing(&sent(&stage, ui, &locale, size, signs));
        }
    }
}
