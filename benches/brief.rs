//! What the brief costs in a meeting of 20,000 contributions: a line taken into the index, the index brought up to date, the whole brief
//! from the last line on, beside the summary that every document is made of; and a key on its face beside one on the floor's. The
//! ratios count, not the times.

use std::fmt::Write as _;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tribune::agenda;
use tribune::agreement::Agreement;
use tribune::locale::Locale;
use tribune::meeting::contribution::{self, Anchor, Draft, ThemeName};
use tribune::meeting::{
    Author, Command, ContributionId, Digest, Header, Meeting, Record, decide, progress,
};
use tribune::phrase::{Face, Interpreter};
use tribune::summary::Summary;
use tribune::text::{Language, Text};
use tribune::tui::backdrop::Backdrop;
use tribune::tui::briefer;
use tribune::tui::input::{Code, Input, Key};
use tribune::tui::look::Look;
use tribune::tui::message::Message;
use tribune::tui::scene::{Keeping, Scene};
use tribune::tui::screen;
use tribune::tui::style::Styles;
use tribune::tui::ui::Ui;
use tribune::tui::update::{Given, update};

const LINES: usize = 20_000;
const UNITS: usize = 40;

fn main() {
    divan::main();
}

/// Words of which lines are made; each line is another mixture of them.
const WORDS: [&str; 24] = [
    "students",
    "summer",
    "camp",
    "border",
    "trade",
    "concert",
    "villages",
    "lecturers",
    "scholarships",
    "museum",
    "hospital",
    "tea",
    "coffee",
    "language",
    "archives",
    "railway",
    "choir",
    "workshop",
    "青年论坛",
    "友好城市",
    "合作办学",
    "边境贸易",
    "文化展览",
    "民间外交",
];

/// What is said in the line of that number: two lines are now and then alike.
fn said(number: usize) -> String {
    let word =
        |step: usize| WORDS[(number * step + number / WORDS.len() * (step + 5)) % WORDS.len()];
    format!(
        "Number {number}: {} {} with {} {}",
        word(1),
        word(7),
        word(11),
        word(13)
    )
}

/// An open meeting in which that many lines were noted, each of another unit.
fn held(contributions: usize) -> Meeting {
    let mut source = String::from("title = \"A full day\"\nitems = [\"Round\", \"Closing\"]\n");
    for n in 0..UNITS {
        let _ = write!(
            source,
            "[unit.u{n}]\nname = \"Unit {n}\"\n[person.p{n}]\nname = \"Person {n}\"\nunit = \"u{n}\"\n"
        );
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
        note(&mut meeting, n);
    }
    meeting
}

fn note(meeting: &mut Meeting, number: usize) {
    let from = agenda::Who::Unit(format!("u{}", number % UNITS).as_str().into());
    let line = Draft {
        anchor: Anchor::now(meeting),
        kind: Some(agenda::ContributionKind::ALL[number % 5]),
        text: Text::line(&said(number)),
        from: vec![from],
        themes: vec![ThemeName::New(Text::line(WORDS[number % WORDS.len()]))],
        ..Draft::default()
    };
    hold(meeting, contribution::Command::Capture(line).into());
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
    meeting.apply(Arc::new(record));
}

#[divan::bench(sample_count = 5)]
fn the_summary_of_20_000_lines(bencher: divan::Bencher) {
    let meeting = held(LINES);
    bencher.bench_local(|| Summary::of(&meeting));
}

#[divan::bench(sample_count = 3)]
fn the_index_of_20_000_lines_made_anew(bencher: divan::Bencher) {
    let meeting = held(LINES);
    bencher.bench_local(|| Agreement::of(&meeting));
}

#[divan::bench(args = [100, 20_000])]
fn a_line_taken_into_the_index(bencher: divan::Bencher, lines: usize) {
    let mut agreement = Agreement::of(&held(lines));
    let mut number = lines;
    bencher.bench_local(|| {
        number += 1;
        let id = ContributionId(u32::try_from(number).expect("few"));
        agreement.take(id, &Text::line(&said(number)));
    });
}

#[divan::bench(sample_count = 10)]
fn the_brief_after_the_last_of_20_000_lines(bencher: divan::Bencher) {
    let mut meeting = held(LINES - 1);
    let before = Agreement::of(&meeting);
    note(&mut meeting, LINES);
    bencher
        .with_inputs(|| before.clone())
        .bench_local_values(|mut agreement| {
            agreement.follow(&meeting);
            briefer::made(&meeting, &agreement)
        });
}

/// A key typed and drawn on that face, as the loop draws it.
#[divan::bench(args = [Face::Floor, Face::Brief])]
fn a_key_at_20_000_lines(bencher: divan::Bencher, face: &Face) {
    let meeting = held(LINES);
    let mut ui = Ui {
        face: *face,
        ..Ui::default()
    };
    let made = briefer::made(&meeting, &Agreement::of(&meeting));
    ui.lectern.take(Arc::new(made));
    draw(bencher, &meeting, ui, Steady::Yes);
}

/// The same where the second has changed, so that all of the face is drawn anew.
#[divan::bench(args = [Face::Floor, Face::Brief, Face::Contributions])]
fn a_second_at_20_000_lines(bencher: divan::Bencher, face: &Face) {
    let meeting = held(LINES);
    let mut ui = Ui {
        face: *face,
        ..Ui::default()
    };
    let made = briefer::made(&meeting, &Agreement::of(&meeting));
    ui.lectern.take(Arc::new(made));
    draw(bencher, &meeting, ui, Steady::No);
}

/// Whether what does not depend on keys is kept from frame to frame.
#[derive(Clone, Copy, PartialEq)]
enum Steady {
    Yes,
    No,
}

fn draw(bencher: divan::Bencher, meeting: &Meeting, mut ui: Ui, steady: Steady) {
    let (mut reader, mut backdrop) = (Interpreter::new(), Backdrop::kept());
    let (locale, styles) = (Locale::new(Language::English), Styles::default());
    let area = Rect::new(0, 0, 120, 36);
    let mut buf = Buffer::empty(area);
    let mut step = |backdrop: &mut Backdrop| {
        let mut given = Given {
            meeting,
            now: meeting.header.begun,
            author: &Author::chair(),
            interpreter: &mut reader,
        };
        let key = Message::Input(Input::Key(Key::plain(Code::Char('x'))));
        let _ = update(&mut ui, &mut given, key);
        screen::fit(&mut ui, area);
        let scene = Scene {
            meeting,
            ui: &ui,
            now: meeting.header.begun,
            look: Look {
                locale: &locale,
                styles: &styles,
            },
            keeping: Keeping::Saved,
        };
        backdrop.put(&scene, area, &mut buf);
        screen::front(&scene, area, &mut buf);
        if ui.draft.field.text().len() > 80 {
            ui.draft.field.take();
        }
    };
    bencher.bench_local(|| {
        if steady == Steady::No {
            backdrop = Backdrop::kept();
        }
        step(&mut backdrop);
    });
}
