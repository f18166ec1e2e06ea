//! What a long meeting costs: replaying its records, publishing after each, summing it up. `PRODUCT.md` §6 names the limits.

use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, TimeDelta};
use tribune::agenda::{self, Agenda, PersonId, Who};
use tribune::export::{Composed, Edition, MINUTES, Source, docx, html, json};
use tribune::journal::{Memory, load};
use tribune::locale::Locale;
use tribune::meeting::contribution::{self, Anchor, Draft, ThemeName};
use tribune::meeting::progress::{self, Resolve};
use tribune::meeting::record::{self, line_of};
use tribune::meeting::{Author, Command, Digest, Header, Meeting, Record, decide, floor};
use tribune::session_file;
use tribune::summary::Summary;
use tribune::text::{Language, Text};

fn main() {
    divan::main();
}

fn source() -> String {
    let mut source = String::from(
        "title = \"A full day\"\nchair = \"p0\"\nthemes = [\"education\", \"trade\", \"culture\"]\nitems = [\"Round\", \"Closing\"]\n",
    );
    for n in 0..50 {
        let _ = write!(
            source,
            "[unit.u{n}]\nname = \"Unit number {n}\"\n[person.p{n}]\nname = \"Person {n}\"\ntitle = \"Director\"\nunit = \"u{n}\"\n"
        );
    }
    source
}

fn header() -> Header {
    Header {
        tribune: record::VERSION,
        begun: DateTime::parse_from_rfc3339("2024-03-01T09:00:00+08:00").expect("a fixed time"),
        path: String::new(),
        agenda: source(),
    }
}

fn plan() -> Agenda {
    agenda::file::read(&source()).agenda.expect("no mistakes")
}

struct Holding {
    meeting: Meeting,
    now: tribune::text::Moment,
    last: String,
}

impl Holding {
    fn hold(&mut self, command: impl Into<Command>) {
        self.now += TimeDelta::seconds(1);
        let author = Author::chair();
        let events = decide(&self.meeting, &author, self.now, command.into())
            .expect("nothing of it is refused");
        let record = Record {
            seq: self.meeting.history.next_seq(),
            at: self.now,
            author,
            line: None,
            events,
            prev: Digest::of(self.last.as_bytes()),
        };
        self.last = line_of(&record);
        self.meeting.apply(Arc::new(record));
    }
}

/// A meeting of that many contributions, fifty units speaking in turn.
fn held(contributions: usize) -> Meeting {
    let header = header();
    let mut holding = Holding {
        now: header.begun,
        last: line_of(&header),
        meeting: Meeting::begin(header, plan()),
    };
    holding.hold(progress::Command::Open {
        matters: Vec::new(),
    });
    for n in 0..contributions {
        if n % 20 == 0 {
            let person = PersonId::from(format!("p{}", n / 20 % 50).as_str());
            holding.hold(floor::Command::Give(Who::Person(person)));
        }
        let anchor = Anchor {
            turn: holding.meeting.floor.running().map(|turn| turn.id),
            item: holding.meeting.progress.place(),
        };
        let theme = ["education", "trade", "culture"][n % 3];
        holding.hold(contribution::Command::Capture(Draft {
            anchor,
            text: Text::line(&format!("Suggestion {n}: invite 20 students, 互派留学生")),
            themes: vec![ThemeName::New(Text::line(theme))],
            ..Draft::default()
        }));
    }
    holding.hold(progress::Command::Adjourn(Resolve::Really));
    holding.meeting
}

fn long() -> &'static Meeting {
    static LONG: OnceLock<Meeting> = OnceLock::new();
    LONG.get_or_init(|| held(10_000))
}

fn longest() -> &'static Meeting {
    static LONGEST: OnceLock<Meeting> = OnceLock::new();
    LONGEST.get_or_init(|| held(20_000))
}

/// Limit: 20 ms.
#[divan::bench]
fn replay_of_10_000_records(bencher: divan::Bencher) {
    let records: Vec<Arc<Record>> = long().history.shared().take(10_000).cloned().collect();
    let plan = plan();
    bencher
        .with_inputs(|| (header(), plan.clone(), records.clone()))
        .bench_values(|(header, plan, records)| Meeting::replay(header, plan, records));
}

/// The same meeting read from its journal, each line known by the digest that the next one names: on one core, and on two.
#[divan::bench(args = [1, 2])]
fn a_journal_of_10_000_records_read(bencher: divan::Bencher, cores: usize) {
    let meeting = long();
    let header = line_of(&*meeting.header);
    let lines: Vec<String> = std::iter::once(header)
        .chain(meeting.history.records().map(line_of))
        .map(|line| line + "\n")
        .collect();
    let folder = Memory::new().with("long.journal", lines.concat().as_bytes());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(cores).build();
    let pool = pool.expect("there are threads");
    bencher.bench(|| pool.install(|| load(&folder, "long.journal")));
}

/// What the room does after each record: a clone for the screens, then the next record applied. Limit: 0.1 ms.
#[divan::bench]
fn publish_at_10_000_contributions(bencher: divan::Bencher) {
    let all: Vec<Arc<Record>> = long().history.shared().cloned().collect();
    let (before, last) = all.split_at(all.len() - 10);
    let meeting = Meeting::replay(header(), plan(), before.to_vec());
    bencher
        .with_inputs(|| (meeting.clone(), last[0].clone()))
        .bench_values(|(mut meeting, record)| {
            meeting.apply(record);
            let published = Arc::new(meeting.clone());
            (meeting, published)
        });
}

/// Limit: 100 ms together.
#[divan::bench]
fn summary_and_markdown_of_20_000_contributions(bencher: divan::Bencher) {
    let meeting = longest();
    let locale = Locale::new(Language::English);
    let template = MINUTES.template(Language::English);
    bencher.bench(|| {
        let source = Source::of(black_box(meeting));
        let composed = MINUTES
            .compose(template, &source, &locale, None)
            .expect("the shipped template is sound");
        composed.markdown()
    });
}

/// The minutes of the longest meeting, before they take the form of a format.
fn minutes(locale: &Locale) -> Composed {
    let template = MINUTES.template(locale.language());
    MINUTES
        .compose(template, &Source::of(longest()), locale, None)
        .expect("the shipped template is sound")
}

/// Limit: 2 s, composing among it.
#[divan::bench]
fn docx_of_20_000_contributions(bencher: divan::Bencher) {
    let locale = Locale::new(Language::English);
    bencher.bench(|| docx::write(&minutes(&locale), &locale));
}

#[divan::bench]
fn html_of_20_000_contributions(bencher: divan::Bencher) {
    let locale = Locale::new(Language::English);
    bencher.bench(|| html::write(&minutes(&locale), &locale));
}

#[divan::bench]
fn summary_of_20_000_contributions(bencher: divan::Bencher) {
    let meeting = longest();
    bencher.bench(|| Summary::of(black_box(meeting)));
}

#[divan::bench]
fn session_file_of_10_000_contributions(bencher: divan::Bencher) {
    let meeting = long();
    let locale = Locale::new(Language::English);
    bencher.bench(|| {
        let summary = Summary::of(black_box(meeting));
        let edition = Edition {
            locale: &locale,
            seal: None,
        };
        let body = json::body(&summary, &edition);
        session_file::write(meeting, &summary, &locale, &body)
    });
}
