//! What is on the screen, at several sizes and in both languages, cell by cell.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use tribune::locale::Locale;
use tribune::meeting::Author;
use tribune::phrase::Interpreter;
use tribune::text::Language;
use tribune::tui::message::Message;
use tribune::tui::scene::{Keeping, Scene};
use tribune::tui::screen;
use tribune::tui::style::{Signs, Styles};
use tribune::tui::ui::{Dialog, Ui};
use tribune::tui::update::{Given, update};

use crate::support::stage::Stage;

const SIZES: [(u16, u16); 5] = [(120, 36), (80, 24), (60, 20), (40, 12), (1, 1)];

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
        locale: &locale,
        styles: &styles,
        keeping: Keeping::Saved,
    };
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    screen::view(&scene, area, &mut buf);
    text(&buf)
}

fn text(buf: &Buffer) -> String {
    let mut rows = Vec::new();
    for y in buf.area.top()..buf.area.bottom() {
        let mut row = String::new();
        let mut x = buf.area.left();
        while x < buf.area.right() {
            row.push_str(buf[(x, y)].symbol());
            x += buf[(x, y)].cell_width().max(1);
        }
        rows.push(row.trim_end().to_owned());
    }
    rows.join("\n")
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
        Dialog::Help,
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
        Stage::mid_round()
            .after(9999)
            .order("luo-jiang", 3, "are we still quorate?"),
    ];
    for stage in &stages {
        for width in [1, 2, 3, 7, 20, 39, 40, 41, 43, 50, 59, 60, 79, 100, 200] {
            for height in [1, 2, 5, 11, 12, 13, 16, 17, 18, 24, 60] {
                for dialog in [None, Some(Dialog::Help)] {
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
