//! What is on the screen, at several sizes and in both languages, cell by cell.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tribune::agenda::ContributionKind;
use tribune::locale::Locale;
use tribune::meeting::contribution::Anchor;
use tribune::meeting::floor::TurnKind;
use tribune::meeting::progress::Event as Progress;
use tribune::meeting::{Author, ItemId, TurnId};
use tribune::phrase::{Face, Interpreter};
use tribune::text::Language;
use tribune::tui::action::Keys;
use tribune::tui::help;
use tribune::tui::look::Look;
use tribune::tui::message::Message;
use tribune::tui::palette::Palette;
use tribune::tui::scene::{Keeping, Scene};
use tribune::tui::screen;
use tribune::tui::style::{Signs, Styles};
use tribune::tui::ui::{Dialog, Kept, Ui};
use tribune::tui::update::{Given, update};

use crate::support::drawn::text;
use crate::support::stage::Stage;

const SIZES: [(u16, u16); 7] = [
    (200, 60),
    (120, 36),
    (80, 24),
    (60, 20),
    (40, 12),
    (20, 5),
    (1, 1),
];

/// The screen as text, one line a row.
fn drawn(stage: &Stage, ui: &Ui, (width, height): (u16, u16), signs: Signs) -> String {
    let locale = Locale::new(ui.language);
    let styles = Styles {
        signs,
        ..Styles::default()
    };
    let scene = Scene {
        meeting: &stage.meeting,
        ui,
        now: stage.now,
        look: Look {
            locale: &locale,
            styles: &styles,
        },
        keeping: Keeping::Saved,
    };
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    screen::view(&scene, area, &mut buf);
    text(&buf)
}

fn ui(language: Language) -> Ui {
    Ui {
        language,
        ..Ui::default()
    }
}

/// The same screen after the loop has taken a message in that meeting.
fn settled(mut ui: Ui, stage: &Stage) -> Ui {
    let mut given = Given {
        meeting: &stage.meeting,
        now: stage.now,
        author: &Author::chair(),
        interpreter: &mut Interpreter::new(),
    };
    let effects = update(&mut ui, &mut given, Message::Published);
    assert!(effects.is_empty());
    ui
}

#[test]
fn the_floor_in_every_size_and_language() {
    let stage = Stage::mid_round();
    for language in Language::ALL {
        for size in SIZES {
            let name = format!("floor-{}x{}-{}", size.0, size.1, language.tag());
            insta::assert_snapshot!(
                name,
                drawn(&stage, &settled(ui(language), &stage), size, Signs::Unicode)
            );
        }
    }
}

#[test]
fn before_the_meeting_and_in_ascii() {
    let stage = Stage::exchange();
    insta::assert_snapshot!(
        "planned-80x24-en",
        drawn(&stage, &ui(Language::English), (80, 24), Signs::Unicode)
    );
    insta::assert_snapshot!(
        "ascii-80x24-en",
        drawn(
            &Stage::mid_round(),
            &ui(Language::English),
            (80, 24),
            Signs::Ascii
        )
    );
}

/// Board members without a roster, an item open, nobody on the list.
fn bare() -> Stage {
    Stage::of(include_str!("../config/agendas/board.toml")).open(&[], 1)
}

#[test]
fn what_is_not_as_usual() {
    let late = Stage::mid_round().after(175);
    let disputed = late
        .clone()
        .order("luo-jiang", 3, "are we still quorate?")
        .asked("xu-sisi", 3, "reply to the university");
    let states = [
        ("overtime-120x36", late.clone(), (120, 36)),
        ("asked-120x36", disputed.clone(), (120, 36)),
        ("asked-80x24", disputed, (80, 24)),
        (
            "point-of-order-80x24",
            late.clone()
                .floor_as(TurnKind::Order, "luo-jiang", 3, Some(60))
                .after(20),
            (80, 24),
        ),
        (
            "question-120x36",
            Stage::mid_round().interposed("du-haitao", 3).after(20),
            (120, 36),
        ),
        (
            "paused-60x20",
            Stage::mid_round().paused().after(60),
            (60, 20),
        ),
        (
            "paused-40x12",
            Stage::mid_round().paused().after(60),
            (40, 12),
        ),
        ("long-names-80x24", long_names(), (80, 24)),
        ("bare-80x24", bare(), (80, 24)),
        ("suspended-80x24", Stage::mid_round().suspended(), (80, 24)),
        ("adjourned-80x24", Stage::mid_round().adjourned(), (80, 24)),
        ("planned-120x36", Stage::exchange(), (120, 36)),
        ("nobody-80x24", Stage::mid_round().ended(), (80, 24)),
        ("nobody-120x36", Stage::mid_round().ended(), (120, 36)),
        ("long-agenda-120x36", long_agenda(15), (120, 36)),
        ("low-and-wide-120x24", Stage::mid_round(), (120, 24)),
        ("high-and-narrow-90x40", long_names(), (90, 40)),
        ("long-names-40x12", long_names(), (40, 12)),
    ];
    for (name, stage, size) in states {
        // Each in one language, so that both are looked at and the files stay few.
        let language = Language::ALL[name.len() % 2];
        let ui = settled(ui(language), &stage);
        insta::assert_snapshot!(
            format!("{name}-{}", language.tag()),
            drawn(&stage, &ui, size, Signs::Unicode)
        );
    }
}

/// A speaker, and others who wait, with names and titles as long as they come.
fn long_names() -> Stage {
    let title = "Deputy Secretary of the Leading Party Group, Executive Vice President and Chairman of the Labor Union";
    let name = "Maximiliana Alexandrovna Konstantinopols";
    let unit = "云南省滇池流域生态文化旅游投资开发集团有限责任公司国际合作与交流处";
    let source = format!(
        "title = \"Round\"\n[unit.a]\nname = \"{unit}\"\n[person.first]\nname = \"{name}\"\ntitle = \"{title}\"\nunit = \"a\"\n\
         [person.second]\nname = \"{name}\"\ntitle = \"{title}\"\nunit = \"a\"\n\
         [[item]]\ntitle = \"{title}\"\nkind = \"round\"\ntime = \"20m\"\nspeakers = [\"first\", \"second\"]\nclosed = true\n"
    );
    Stage::of(&source)
        .open(&["first", "second"], 1)
        .floor("first", 1, None)
        .after(599)
}

#[test]
fn a_title_of_any_length_is_read_in_full_and_leaves_a_row_to_who_is_next() {
    let stage = long_names();
    for (width, height) in [(200, 60), (120, 36), (80, 24), (60, 24)] {
        let screen = drawn(
            &stage,
            &ui(Language::English),
            (width, height),
            Signs::Unicode,
        );
        let rows: Vec<&str> = screen.lines().collect();
        let next = rows.iter().position(|row| row.contains("NEXT"));
        let next = next.expect("somebody is next");
        let before = rows[next - 1].rsplit('│').next().expect("a part");
        assert_eq!(before.trim(), "", "{width}x{height}");
        let read: String = rows[..next].join(" ");
        assert!(read.contains("Union,"), "{width}x{height}: {screen}");
    }
}

#[test]
fn the_longest_title_of_the_meeting_leaves_rows_to_what_was_noted() {
    let stage = Stage::mid_round()
        .floor("hu-liangbo", 3, Some(300))
        .noted(
            ContributionKind::Offer,
            "reclamation",
            "Farms abroad as places to meet",
            &[],
        )
        .after(90);
    let title = "Deputy Secretary of the Party Committee and Chairman of the Labor Union, Yunnan Agricultural \
                 Reclamation Group Co., Ltd.";
    for size in [(60, 20), (80, 24), (120, 36), (200, 60)] {
        let screen = drawn(&stage, &ui(Language::English), size, Signs::Unicode);
        let words: Vec<&str> = screen.split_whitespace().collect();
        let mut read = words.iter();
        for word in title.split(' ') {
            assert!(read.any(|read| *read == word), "{size:?} {word}:\n{screen}");
        }
        assert!(
            screen.contains("Farms abroad as places to meet"),
            "{size:?}:\n{screen}"
        );
        let rows: Vec<&str> = screen.lines().collect();
        let cue = rows.iter().position(|row| row.starts_with(" SAY"));
        let above = rows[cue.expect("it says what to say") - 1].replace('│', "");
        assert_eq!(above.trim(), "", "{size:?}:\n{screen}");
    }
}

#[test]
fn no_word_moves_when_the_time_is_over() {
    let words = |screen: &str| -> Vec<(usize, String)> {
        let above = screen.lines().take_while(|row| !row.starts_with(" SAY"));
        let rows = above.enumerate().skip(2);
        let words = rows.flat_map(|(y, row)| row.split_whitespace().map(move |word| (y, word)));
        let shown = words.filter(|(_, word)| word.chars().all(|c| c.is_alphabetic() || c == ','));
        let caption = ["left", "of", "over"];
        let shown = shown.filter(|(_, word)| !caption.contains(word));
        shown.map(|(y, word)| (y, word.to_owned())).collect()
    };
    for size in [(200, 60), (120, 36), (80, 24), (60, 20), (40, 12)] {
        let at = |seconds| {
            let stage = Stage::mid_round().after(seconds);
            words(&drawn(&stage, &ui(Language::English), size, Signs::Unicode))
        };
        assert_eq!(at(132), at(134), "{size:?}");
    }
}

/// An agenda of titles longer than any rail, at that item.
fn long_agenda(open: u32) -> Stage {
    let item = |number: u32| {
        format!(
            "[[item]]\ntitle = \"{number} Report of the committee on international relations and culture, with the \
             plan for the coming five years\"\ntime = \"5m\"\n"
        )
    };
    let items: String = (1..=30).map(item).collect();
    Stage::of(&format!("title = \"Plenary\"\n{items}")).open(&[], open)
}

#[test]
fn the_item_that_is_open_is_in_sight_on_every_screen_and_said_once() {
    for open in [1, 2, 15, 29, 30] {
        let stage = long_agenda(open);
        for width in [60, 120, 200] {
            for height in (18..61).step_by(3) {
                let size = (width, height);
                let screen = drawn(&stage, &ui(Language::English), size, Signs::Unicode);
                assert_eq!(
                    screen.matches('▶').count(),
                    1,
                    "{open} on {size:?}:\n{screen}"
                );
            }
        }
    }
}

#[test]
fn a_clock_of_hours_is_in_blocks_beside_nothing_but_its_unit_on_small_screens() {
    for width in 40..57 {
        let stage = Stage::exchange()
            .open(&["wang-yu", "yan-ming"], 1)
            .floor("yan-ming", 1, None)
            .after(5025);
        let screen = drawn(&stage, &ui(Language::English), (width, 12), Signs::Unicode);
        assert!(
            screen.contains("█▄▄▄ ▄▄▄█ ▀    █ ▄▄▄█"),
            "{width}:\n{screen}"
        );
        assert!(
            screen.contains("Yan Ming") && screen.contains("YUFE"),
            "{width}:\n{screen}"
        );
    }
}

#[test]
fn nothing_jumps_when_a_clock_gains_a_digit() {
    for seconds in [599, 3599] {
        for size in [(200, 60), (120, 36), (80, 24), (60, 20)] {
            let stage = Stage::exchange()
                .open(&["wang-yu", "yan-ming"], 1)
                .floor("yan-ming", 1, None);
            let shown = |after| {
                let stage = stage.clone().after(after);
                drawn(&stage, &ui(Language::English), size, Signs::Unicode)
            };
            let (before, after) = (shown(seconds), shown(seconds + 1));
            let text = |screen: &str| -> Vec<String> {
                let block = |c: char| "█▀▄".contains(c) || c.is_ascii_digit() || c == ' ';
                let rows = screen.lines().skip(1);
                rows.map(|row| row.replace(block, "")).collect()
            };
            assert_eq!(text(&before), text(&after), "{size:?} after {seconds} s");
        }
    }
}

#[test]
fn what_comes_then_does_not_move_when_the_used_minutes_gain_a_digit() {
    let stage = Stage::mid_round();
    let then = |seconds| {
        let stage = stage.clone().after(seconds);
        let screen = drawn(&stage, &ui(Language::English), (80, 24), Signs::Unicode);
        let row = screen.lines().nth(2).map(str::to_owned);
        let row = row.expect("the agenda in one line");
        row.find("then:")
            .map(|at| (at, row.contains(" 9 of 45 min ")))
    };
    assert!(matches!((then(0), then(60)), (Some((at, true)), Some((later, false))) if at == later));
}

#[test]
fn hints_name_no_key_that_would_only_be_refused() {
    let hints = |stage: &Stage| {
        let screen = drawn(stage, &ui(Language::English), (200, 60), Signs::Unicode);
        screen.lines().last().expect("a row of hints").to_owned()
    };
    let named = |stage: &Stage, keys: &[&str]| -> Vec<String> {
        let hints = hints(stage);
        let named = keys.iter().filter(|key| hints.contains(&format!("{key} ")));
        named.map(|key| (*key).to_owned()).collect()
    };
    let keys = ["F5", "F6", "F7", "F8", "F9", "Ctrl-F"];
    assert_eq!(named(&Stage::exchange(), &keys), ["F5", "F8"]);
    assert_eq!(named(&Stage::mid_round().suspended(), &keys), ["F5", "F8"]);
    assert_eq!(named(&Stage::mid_round().adjourned(), &keys), ["F5"]);
    assert_eq!(named(&Stage::mid_round(), &keys), keys);
    assert!(hints(&Stage::mid_round().paused()).contains("F6 continue"));
}

#[test]
fn whoever_leaves_a_meeting_that_is_over_is_told_where_it_is_kept() {
    let mut ui = ui(Language::English);
    ui.dialog = Some(Dialog::Leave);
    ui.kept = Some(Kept {
        journal: "/meetings/a.journal".into(),
        session: "/meetings/a.toml".into(),
    });
    let asked = |stage: &Stage| drawn(stage, &ui, (120, 36), Signs::Unicode);
    let over = asked(&Stage::mid_round().adjourned());
    assert!(
        over.contains("The meeting is over; it is kept in /meetings/a.toml."),
        "{over}"
    );
    assert!(!over.contains("stays open"), "{over}");
    assert!(asked(&Stage::mid_round()).contains("It stays open"));
}

#[test]
fn a_line_that_is_moved_into_another_item_says_which() {
    let stage = Stage::exchange()
        .open(&["wang-yu", "yan-ming"], 1)
        .floor("yan-ming", 1, None)
        .after(60)
        .ended()
        .record(vec![
            Progress::ItemClosed {
                item: ItemId(1),
                outcome: None,
                text: None,
            }
            .into(),
            Progress::ItemOpened { item: ItemId(3) }.into(),
        ]);
    for (language, whole, short) in [
        (Language::English, "item 1, Opening", "item 1"),
        (Language::Chinese, "第1项“", "第1项"),
    ] {
        let mut ui = ui(language);
        ui.draft.insert("late", &stage.meeting);
        let label = |ui: &Ui, size| {
            let screen = drawn(&stage, ui, size, Signs::Unicode);
            let rows: Vec<&str> = screen.lines().collect();
            rows[rows.len() - 3].to_owned()
        };
        ui = settled(ui, &stage);
        assert!(
            !label(&ui, (120, 36)).contains(short),
            "{}",
            label(&ui, (120, 36))
        );
        ui.draft.anchor = Some(Anchor {
            turn: Some(TurnId(1)),
            item: Some(ItemId(1)),
        });
        ui = settled(ui, &stage);
        assert!(
            label(&ui, (120, 36)).contains(whole),
            "{}",
            label(&ui, (120, 36))
        );
        assert!(
            label(&ui, (60, 20)).contains(short),
            "{}",
            label(&ui, (60, 20))
        );
    }
}

#[test]
fn every_answer_of_a_long_dialog_is_in_sight_on_the_smallest_screen() {
    let stage = Stage::exchange().open(&["wang-yu"], 1);
    for language in [Language::English, Language::Chinese] {
        let mut ui = ui(language);
        ui.dialog = Some(Dialog::Agenda {
            selected: ItemId(1),
        });
        let answers = ui.dialog.as_ref().map_or(0, |open| open.answers().len());
        let screen = drawn(&stage, &ui, (40, 12), Signs::Unicode);
        for digit in 1..=answers {
            assert!(screen.contains(&format!("{digit}  ")), "{digit}: {screen}");
        }
    }
}

#[test]
fn the_help_begins_with_the_face_one_is_on_and_cuts_nothing() {
    let stage = Stage::mid_round();
    for language in [Language::English, Language::Chinese] {
        for size in [(120, 36), (80, 24), (60, 20)] {
            let mut ui = ui(language);
            ui.face = Face::Roll;
            let mut told = String::new();
            for above in 0..help::count(Face::Roll) {
                let above = u16::try_from(above).expect("few");
                ui.dialog = Some(Dialog::Help { above });
                let screen = drawn(&stage, &ui, size, Signs::Unicode);
                if above == 0 {
                    assert!(
                        screen.contains(":absent") || screen.contains("Space"),
                        "{screen}"
                    );
                }
                told.push_str(&screen);
            }
            let locale = Locale::new(language);
            let bare = |text: &str| text.replace(['│', ' ', '\n'], "");
            for id in ["help-face-roll", "tui-help-mark", "tui-help-turn"] {
                let whole = bare(&locale.word(id));
                assert!(bare(&told).contains(&whole), "{whole} at {size:?}");
            }
            assert!(told.contains(&locale.word("face-roll").to_uppercase()));
        }
    }
}

#[test]
fn a_row_of_those_who_wait_is_found_from_its_entry_and_back() {
    let stage = Stage::mid_round()
        .order("luo-jiang", 3, "are we still quorate?")
        .asked("xu-sisi", 3, "reply to the university");
    let ui = ui(Language::English);
    let list = stage.meeting.floor.list(ItemId(3)).expect("it has a list");
    for width in [40, 60, 80, 99, 100, 120, 169, 170, 200] {
        for height in 12..61 {
            let area = Rect::new(0, 0, width, height);
            let (locale, styles) = (Locale::new(ui.language), Styles::default());
            let scene = Scene {
                meeting: &stage.meeting,
                ui: &ui,
                now: stage.now,
                look: Look {
                    locale: &locale,
                    styles: &styles,
                },
                keeping: Keeping::Saved,
            };
            let queue = screen::queue(&scene, area).expect("people wait");
            let screen = drawn(&stage, &ui, (width, height), Signs::Unicode);
            let rows: Vec<&str> = screen.lines().collect();
            let mut in_sight = 0;
            for entry in list.entries() {
                let Some(row) = queue.row_of(entry.id) else {
                    continue;
                };
                in_sight += 1;
                let position = Position {
                    x: row.right() - 1,
                    y: row.y,
                };
                assert_eq!(queue.entry_at(position), Some(entry.id));
                let name = stage.meeting.roster.name(&entry.who);
                let name = name.get(Language::English).as_str();
                assert!(
                    rows[usize::from(row.y)].contains(name),
                    "{width}x{height}: {name}"
                );
            }
            assert!(in_sight > 0, "{width}x{height}");
        }
    }
}

#[test]
fn whoever_is_selected_is_in_sight_however_far_behind() {
    let stage = Stage::mid_round();
    let list = stage.meeting.floor.list(ItemId(3)).expect("it has a list");
    for entry in list.entries() {
        for size in [(200, 60), (120, 36), (80, 24), (60, 20), (40, 12)] {
            let ui = Ui {
                selected: Some(entry.id),
                ..ui(Language::English)
            };
            let screen = drawn(&stage, &ui, size, Signs::Unicode);
            let name = stage.meeting.roster.name(&entry.who);
            let name = name.get(Language::English).as_str();
            let rows = screen.lines().skip_while(|row| !row.contains("NEXT"));
            let waiting = rows
                .take_while(|row| !row.contains("SAY"))
                .filter(|row| row.contains(name));
            assert!(waiting.count() > 0, "{name} on {size:?}:\n{screen}");
        }
    }
}

#[test]
fn the_line_and_its_cursor_are_there_down_to_a_few_rows() {
    let stage = Stage::mid_round();
    let mut ui = ui(Language::English);
    ui.draft.insert("Ten lecturers", &stage.meeting);
    for width in 20..60 {
        for height in 5..14 {
            let screen = drawn(&stage, &ui, (width, height), Signs::Unicode);
            assert!(
                screen.contains("› Ten lecturers"),
                "{width}x{height}:\n{screen}"
            );
            assert!(screen.contains("Yan Ming"), "{width}x{height}:\n{screen}");
        }
    }
}

#[test]
fn ascii_signs_draw_nothing_but_ascii_around_an_english_meeting() {
    let stage = Stage::exchange()
        .open(&["wang-yu"], 1)
        .floor("yan-ming", 1, Some(60))
        .after(70);
    let screen = drawn(&stage, &ui(Language::English), (120, 36), Signs::Ascii);
    let odd: Vec<char> = screen
        .chars()
        .filter(|c| !c.is_ascii() && !"’“”…–·".contains(*c))
        .collect();
    assert!(odd.is_empty(), "{odd:?}");
}

#[test]
fn a_dialog_leaves_no_half_of_a_wide_character() {
    let stage = Stage::mid_round();
    for dialog in [
        Dialog::Leave,
        Dialog::Help { above: 0 },
        Dialog::Paste(vec!["一二".into(), "三四".into()]),
    ] {
        for width in (40..100).step_by(3) {
            let mut ui = ui(Language::Chinese);
            ui.dialog = Some(dialog.clone());
            for line in drawn(&stage, &ui, (width, 24), Signs::Unicode).lines() {
                assert!(tribune::tui::widget::line::width(line) <= width, "{line}");
            }
        }
    }
}

#[test]
fn no_size_is_too_small_to_draw_on() {
    let stages = [
        Stage::exchange(),
        Stage::mid_round(),
        Stage::mid_round().interposed("du-haitao", 3).after(99),
        Stage::mid_round().suspended(),
        Stage::mid_round().adjourned(),
        bare(),
        long_names(),
        Stage::mid_round()
            .after(9999)
            .order("luo-jiang", 3, "are we still quorate?"),
    ];
    let mut found = Palette::open(&Keys::default(), Language::Chinese, &[]);
    found.step(30);
    for stage in &stages {
        for width in [1, 2, 3, 7, 20, 39, 40, 41, 43, 50, 59, 60, 79, 100, 200] {
            for height in [1, 2, 5, 11, 12, 13, 16, 17, 18, 24, 60] {
                for dialog in [
                    None,
                    Some(Dialog::Help { above: 30 }),
                    Some(Dialog::Palette(found.clone())),
                ] {
                    let ui = Ui {
                        dialog,
                        ..ui(Language::Chinese)
                    };
                    drawn(stage, &ui, (width, height), Signs::Unicode);
                }
            }
        }
    }
}
