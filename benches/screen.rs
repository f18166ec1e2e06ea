//! What a key costs on the screen: in a meeting of 10,000 contributions, in an empty one, and beside the smallest text input
//! that ratatui can draw. The ratios count, not the times; a hundred pasted keys are one frame.

use std::fmt::Write as _;

use ratatui::Terminal;
use ratatui::layout::{Rect, Size};
use ratatui::widgets::{Block, Paragraph, Wrap};
use tribune::agenda;
use tribune::board::Grouping;
use tribune::locale::Locale;
use tribune::meeting::contribution::{self, Anchor, Draft};
use tribune::meeting::{Author, Command, Digest, Header, Meeting, Record, decide, progress};
use tribune::phrase::{Face, Interpreter};
use tribune::text::{Language, Text};
use tribune::tui::backdrop::Backdrop;
use tribune::tui::backend::Ansi;
use tribune::tui::input::{Code, Input, Key};
use tribune::tui::look::Look;
use tribune::tui::message::Message;
use tribune::tui::scene::{Keeping, Scene};
use tribune::tui::screen;
use tribune::tui::style::Styles;
use tribune::tui::ui::Ui;
use tribune::tui::update::{Given, update};

const SIZE: Size = Size {
    width: 120,
    height: 36,
};

fn main() {
    divan::main();
}

/// An open meeting in which that many lines were noted.
fn held(contributions: usize) -> Meeting {
    let mut source = String::from("title = \"A full day\"\nitems = [\"Round\", \"Closing\"]\n");
    for n in 0..50 {
        let _ = write!(source, "[person.p{n}]\nname = \"Person {n}\"\n");
    }
    let plan = agenda::file::read(&source).agenda.expect("no mistakes");
    let begun = "2024-03-01T09:00:00+08:00".parse().expect("a fixed time");
    let header = Header {
        tribune: 1,
        begun,
        path: String::new(),
        agenda: source,
    };
    let mut meeting = Meeting::begin(header, plan);
    let open = progress::Command::Open {
        matters: Vec::new(),
    };
    hold(&mut meeting, open.into());
    for n in 0..contributions {
        let line = Draft {
            anchor: Anchor::now(&meeting),
            text: Text::line(&format!("Suggestion {n}: 互派留学生")),
            ..Draft::default()
        };
        hold(&mut meeting, contribution::Command::Capture(line).into());
    }
    meeting
}

fn hold(meeting: &mut Meeting, command: Command) {
    let (author, at) = (Author::chair(), meeting.header.begun);
    let events = decide(meeting, &author, at, command).expect("nothing of it is refused");
    let record = Record {
        seq: meeting.history.next_seq(),
        at,
        author,
        line: None,
        events,
        prev: Digest::of(b""),
    };
    meeting.apply(std::sync::Arc::new(record));
}

/// A key typed and drawn as the loop draws it; `keys` of them before one frame.
fn type_and_draw(bencher: divan::Bencher, contributions: usize, keys: usize) {
    type_on(bencher, contributions, keys, Ui::default());
}

/// The same on the screen of that participant.
fn type_on(bencher: divan::Bencher, contributions: usize, keys: usize, mut ui: Ui) {
    let meeting = held(contributions);
    let (mut reader, mut backdrop) = (Interpreter::new(), Backdrop::kept());
    let (locale, styles) = (Locale::new(Language::English), Styles::default());
    let mut terminal = Terminal::new(Ansi::new(std::io::sink(), SIZE)).expect("a sink");
    bencher.bench_local(move || {
        for _ in 0..keys {
            let mut given = Given {
                meeting: &meeting,
                now: meeting.header.begun,
                author: &Author::chair(),
                interpreter: &mut reader,
            };
            let key = Message::Input(Input::Key(Key::plain(Code::Char('x'))));
            let _ = update(&mut ui, &mut given, key);
        }
        screen::fit(&mut ui, Rect::new(0, 0, SIZE.width, SIZE.height));
        let scene = Scene {
            meeting: &meeting,
            ui: &ui,
            now: meeting.header.begun,
            look: Look {
                locale: &locale,
                styles: &styles,
            },
            keeping: Keeping::Saved,
        };
        terminal
            .draw(|frame| {
                backdrop.put(&scene, frame.area(), frame.buffer_mut());
                screen::front(&scene, frame.area(), frame.buffer_mut());
            })
            .expect("a sink");
        if ui.draft.field.text().len() > 80 {
            ui.draft.field.take();
        }
    });
}

#[divan::bench]
fn a_key_in_an_empty_meeting(bencher: divan::Bencher) {
    type_and_draw(bencher, 0, 1);
}

#[divan::bench]
fn a_key_at_10_000_contributions(bencher: divan::Bencher) {
    type_and_draw(bencher, 10_000, 1);
}

#[divan::bench]
fn a_hundred_keys_in_one_frame_at_10_000_contributions(bencher: divan::Bencher) {
    type_and_draw(bencher, 10_000, 100);
}

#[divan::bench]
fn a_key_in_the_smallest_text_input(bencher: divan::Bencher) {
    let mut terminal = Terminal::new(Ansi::new(std::io::sink(), SIZE)).expect("a sink");
    let mut text = String::new();
    bencher.bench_local(move || {
        text.push('x');
        if text.len() > 80 {
            text.clear();
        }
        let input = Paragraph::new(text.as_str())
            .wrap(Wrap { trim: false })
            .block(Block::bordered());
        terminal
            .draw(|frame| frame.render_widget(input, frame.area()))
            .expect("a sink");
    });
}

/// What a person who sits down waits for once the meeting is there: the sentences, and all that is drawn of it.
#[divan::bench(args = [0, 10_000])]
fn the_first_frame(bencher: divan::Bencher, contributions: usize) {
    let meeting = held(contributions);
    bencher.bench_local(|| {
        let (locale, styles) = (Locale::new(Language::English), Styles::default());
        let (ui, mut backdrop) = (Ui::default(), Backdrop::kept());
        let mut terminal = Terminal::new(Ansi::new(std::io::sink(), SIZE)).expect("a sink");
        let scene = Scene {
            meeting: &meeting,
            ui: &ui,
            now: meeting.header.begun,
            look: Look {
                locale: &locale,
                styles: &styles,
            },
            keeping: Keeping::Saved,
        };
        terminal
            .draw(|frame| {
                backdrop.put(&scene, frame.area(), frame.buffer_mut());
                screen::front(&scene, frame.area(), frame.buffer_mut());
            })
            .expect("a sink");
    });
}

#[divan::bench]
fn the_first_frame_of_the_smallest_text_input(bencher: divan::Bencher) {
    bencher.bench_local(|| {
        let mut terminal = Terminal::new(Ansi::new(std::io::sink(), SIZE)).expect("a sink");
        let input = Paragraph::new("").block(Block::bordered());
        terminal
            .draw(|frame| frame.render_widget(input, frame.area()))
            .expect("a sink");
    });
}

/// Somebody who looks at the board, turned so.
fn at_the_board(grouping: Grouping) -> Ui {
    let mut ui = Ui {
        face: Face::Contributions,
        ..Ui::default()
    };
    ui.sheet.turn_to(grouping);
    ui
}

#[divan::bench]
fn a_key_at_an_empty_board(bencher: divan::Bencher) {
    type_on(bencher, 0, 1, at_the_board(Grouping::Unit));
}

#[divan::bench(args = [Grouping::Unit, Grouping::Theme, Grouping::Item, Grouping::Kind])]
fn a_key_at_a_board_of_10_000_contributions(bencher: divan::Bencher, grouping: &Grouping) {
    type_on(bencher, 10_000, 1, at_the_board(*grouping));
}

#[divan::bench]
fn a_letter_of_a_filter_at_10_000_contributions(bencher: divan::Bencher) {
    let mut ui = at_the_board(Grouping::Unit);
    ui.draft.field = tribune::tui::widget::field::Field::with("/互派 19");
    type_on(bencher, 10_000, 1, ui);
}
