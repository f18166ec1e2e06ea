//! What leaves the house besides documents to be read: the lists as CSV, the calendar, and PDFs that a program of the machine prints.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use icalendar::{Calendar, CalendarComponent, Component, EventLike};
use serde_json::Value;
use tempfile::TempDir;
use tribune::agenda::ContributionKind;
use tribune::export::{Edition, Source, csv as lists, ics, json};
use tribune::locale::Locale;
use tribune::meeting::{Meeting, outcome, progress};
use tribune::text::{Language, Text};

use crate::support::council::{AGENDA, Held, council};
use crate::support::seat::Seat;

/// Texts that programs take for something else.
const HOSTILE: [&str; 12] = [
    "=cmd|' /C calc'!A0",
    "+86 871 6516",
    "-1",
    "@SUM(A1)",
    "'=1",
    "'tis",
    "a, \"quoted\"; text",
    "<script>alert(1)</script>",
    "{{ title }} | *x* \\n",
    "\u{200f}שלום",
    "＝1＋1",
    "END:VCALENDAR",
];

/// A meeting in which all of that was said, decided and given somebody to do.
fn hostile() -> Meeting {
    let mut held = Held::begin(AGENDA);
    held.hold(progress::Command::Open {
        matters: Vec::new(),
    });
    let long = "严".repeat(10_000);
    for text in HOSTILE.into_iter().chain([long.as_str()]) {
        held.note(ContributionKind::Suggestion, text, &[text]);
        held.hold(outcome::Command::Act {
            owner: None,
            text: Text::line(text),
            due: outcome::Due::Unsaid,
        });
    }
    held.meeting
}

/// A list as a program reads it: rows by column.
type Rows = Vec<BTreeMap<String, String>>;

fn rows(file: &[u8]) -> Rows {
    let text = file
        .strip_prefix("\u{feff}".as_bytes())
        .expect("it has a byte order mark");
    let mut reader = csv::Reader::from_reader(text);
    reader
        .deserialize()
        .map(|row| row.expect("every row is as long as the head"))
        .collect()
}

/// Every list of a meeting by name, in its language.
fn csv_of(meeting: &Meeting) -> BTreeMap<String, Rows> {
    let locale = Locale::new(Language::English);
    let edition = Edition {
        locale: &locale,
        seal: None,
    };
    let lists = lists::lists(&Source::of(meeting).summary, &edition);
    let named = |(name, file): (&str, Vec<u8>)| (name.to_owned(), rows(&file));
    lists.filled().map(named).collect()
}

fn json_of(meeting: &Meeting) -> Value {
    let locale = Locale::new(Language::English);
    let edition = Edition {
        locale: &locale,
        seal: None,
    };
    let written = json::write(&Source::of(meeting).summary, &edition);
    serde_json::from_str(&written).expect("it is JSON")
}

fn ics_of(meeting: &Meeting, language: Language) -> String {
    let locale = Locale::new(language);
    let edition = Edition {
        locale: &locale,
        seal: None,
    };
    ics::write(&Source::of(meeting), &edition)
}

/// A cell as it was stored: without the mark that keeps it from being a formula.
fn stored(cell: &str) -> &str {
    let formula = cell.trim_start_matches('\'');
    match cell.strip_prefix('\'') {
        Some(text) if formula.starts_with(['=', '+', '-', '@', '＝']) => text,
        Some(_) | None => cell,
    }
}

#[test]
fn every_list_of_the_json_is_a_table_with_a_row_for_each_entry() {
    let (document, lists) = (json_of(&council()), csv_of(&council()));
    let length = |list: &Value| list.as_array().map_or(0, Vec::len);
    for name in ["units", "attendance", "items", "contributions", "motions"] {
        assert_eq!(lists[name].len(), length(&document[name]), "{name}");
    }
    for name in ["by_unit", "by_theme", "by_kind", "speaking_seconds"] {
        assert_eq!(
            lists[name].len(),
            length(&document["summary"][name]),
            "{name}"
        );
    }
    let within = |list: &str, name: &str| -> usize {
        let rows = document[list].as_array().expect("a list");
        rows.iter().map(|row| length(&row[name])).sum()
    };
    assert_eq!(lists["turns"].len(), within("items", "turns"));
    assert_eq!(lists["candidates"].len(), within("ballots", "candidates"));
    assert!(
        !lists.contains_key("matters"),
        "a list without rows is none"
    );
}

#[test]
fn hostile_text_is_the_same_in_json_and_csv_and_no_cell_is_a_formula() {
    let meeting = hostile();
    let (document, lists) = (json_of(&meeting), csv_of(&meeting));
    for (name, key) in [
        ("contributions", "text"),
        ("contributions", "themes"),
        ("actions", "text"),
    ] {
        let said = document[name].as_array().expect("a list");
        assert!(said.len() > HOSTILE.len());
        for (said, row) in said.iter().zip(&lists[name]) {
            let said = said[key].as_str().or(said[key][0].as_str());
            assert_eq!(Some(stored(&row[key])), said);
        }
    }
    for (name, rows) in &lists {
        for cell in rows.iter().flat_map(BTreeMap::values) {
            let number = cell.parse::<i64>().is_ok();
            assert!(
                number || !cell.starts_with(['=', '+', '-', '@', '＝']),
                "{name}: {cell}"
            );
        }
    }
}

#[test]
fn names_stand_beside_ids_and_what_nobody_counted_is_empty() {
    let lists = csv_of(&council());
    let joint = &lists["contributions"][3];
    assert_eq!(joint["units"], "farm; uni");
    assert_eq!(joint["units_name"], "Farm Group; University");
    assert_eq!(joint["item_title"], "Suggestions");
    assert_eq!(lists["contributions"][1]["person_name"], "Yan Ming");
    assert_eq!(lists["turns"][0]["item_title"], "Report");
    assert_eq!(lists["actions"][0]["owner_name"], "University");
    assert_eq!(lists["by_unit"][2]["unit_name"], "Wang Yu", "a unit of one");
    let ballot = &lists["ballots"][1];
    assert_eq!(
        [&ballot["for"], &ballot["blank"], &ballot["carried"]],
        ["2", "", "true"]
    );
    let facts = &lists["meeting"];
    let value = |key: &str| -> Vec<&str> {
        let rows = facts.iter().filter(|row| row["key"] == key);
        rows.map(|row| row["value"].as_str()).collect()
    };
    assert_eq!(value("title"), ["Council of friends"]);
    assert_eq!(value("next_date"), ["2025-03-01"]);
    assert_eq!(value("purpose"), [""]);
    assert_eq!(value("example"), ["record", "place"]);
}

#[test]
fn a_single_file_is_the_list_that_the_document_is_about_with_its_head_also_without_rows() {
    let locale = Locale::new(Language::English);
    let edition = Edition {
        locale: &locale,
        seal: None,
    };
    let of = |meeting: &Meeting| lists::lists(&Source::of(meeting).summary, &edition);
    let heads = |lists: &lists::Lists| {
        ["minutes", "decisions", "attendance", "speakers", "results"].map(|document| {
            let file = String::from_utf8(lists.about(document)).expect("UTF-8");
            let (head, _) = file.split_once("\r\n").expect("lines end as they should");
            head.to_owned()
        })
    };
    let full = heads(&of(&council()));
    assert!(full[0].contains("id,item,item_title,unit,unit_name,units,units_name,person,"));
    assert!(full[3].starts_with("\u{feff}person,person_name,unit,unit_name,seconds,turns"));
    assert_eq!(heads(&of(&Held::begin(AGENDA).meeting)), full);
}

#[test]
fn the_calendar_has_what_is_to_be_done_and_when_the_next_meeting_is() {
    let text = ics_of(&council(), Language::English);
    let calendar: Calendar = text.parse().expect("another program reads it");
    let [todo, review, next] = &calendar.components[..] else {
        panic!("{text}");
    };
    let CalendarComponent::Todo(todo) = todo else {
        panic!("{text}");
    };
    assert_eq!(todo.get_summary(), Some("Write to the schools"));
    assert_eq!(todo.property_value("DUE"), Some("20240630"));
    assert_eq!(todo.property_value("STATUS"), Some("NEEDS-ACTION"));
    assert_eq!(todo.get_categories(), Some(vec!["University".to_owned()]));
    assert!(todo.get_uid().is_some_and(|uid| uid.starts_with("A1@")));
    let (CalendarComponent::Event(review), CalendarComponent::Event(next)) = (review, next) else {
        panic!("{text}");
    };
    let reviewed = "To be reviewed: The suggestions go into the plan";
    assert_eq!(review.get_summary(), Some(reviewed));
    assert_eq!(review.property_value("DTSTART"), Some("20250301"));
    assert_eq!(next.get_summary(), Some("Council of friends"));
    assert_eq!(next.property_value("LOCATION"), Some("Kunming Hall"));
    assert!(ics_of(&council(), Language::Chinese).contains("X-WR-CALNAME:友好理事会"));
    assert_eq!(
        text,
        ics_of(&council(), Language::English),
        "no clock is in it"
    );
}

#[test]
fn the_hour_of_the_next_meeting_is_told_in_world_time_and_that_of_a_planned_one_by_the_clocks_of_its_place()
 {
    let timed = AGENDA.replacen(
        "date = 2024-03-01",
        "date = 2024-03-01\nstart = \"14:30\"",
        1,
    );
    let planned = ics_of(&Held::begin(&timed).meeting, Language::English);
    assert!(planned.contains("DTSTART:20240301T143000\r\n"), "{planned}");
    let mut held = Held::begin(AGENDA);
    let planned = "DTSTART;VALUE=DATE:20240301";
    assert!(ics_of(&held.meeting, Language::English).contains(planned));
    held.hold(progress::Command::Open {
        matters: Vec::new(),
    });
    held.hold(progress::Command::NextMeeting(progress::NextMeeting {
        date: chrono::NaiveDate::from_ymd_opt(2024, 6, 1).expect("a day"),
        start: chrono::NaiveTime::from_hms_opt(7, 30, 0),
        place: None,
    }));
    let text = ics_of(&held.meeting, Language::English);
    assert!(text.contains("DTSTART:20240531T233000Z"), "{text}");
    assert!(!text.contains(planned), "it is under way");
}

#[test]
fn hostile_text_stays_one_entry_of_the_calendar() {
    let meeting = hostile();
    let text = ics_of(&meeting, Language::English);
    assert!(
        text.split("\r\n")
            .all(|line| line.len() <= 75 && !line.contains('\n'))
    );
    let calendar: Calendar = text.parse().expect("another program reads it");
    assert_eq!(calendar.components.len(), HOSTILE.len() + 1);
    for (component, said) in calendar.components.iter().zip(HOSTILE) {
        let CalendarComponent::Todo(todo) = component else {
            panic!("{component:?}");
        };
        assert_eq!(todo.get_summary(), Some(said));
    }
}

/// A person with a folder of their own, in which a council was held.
struct Person(Arc<TempDir>);

impl Person {
    fn new() -> Self {
        let person = Self(Arc::new(tempfile::tempdir().expect("a temporary folder")));
        fs::write(person.folder().join("council.toml"), AGENDA).expect("a file");
        let script = "[2024-03-01T09:00:00+08:00] :present yan\n:open\n:item 2\n:floor yan\n=cmd #trade\n:adjourn really\n";
        fs::write(person.folder().join("script"), script).expect("a file");
        let held = person.runs(&["run", "council.toml", "--script", "script"]);
        assert!(held.status.success(), "{}", err(&held));
        person
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Sets a printer that does what that script says; `$pdf` is where the PDF is to be.
    fn prints_with(&self, script: &str) -> &Self {
        let path = self.folder().join("a printer");
        let written = format!(
            "#!/bin/sh\nfor a; do case $a in --print-to-pdf=*) pdf=${{a#--print-to-pdf=}};; esac; done\n{script}\n"
        );
        // Written by another process: a test beside this one may hold open what this process writes, and that cannot be run.
        let made = Command::new("sh")
            .args(["-c", "printf %s \"$1\" > \"$2\" && chmod +x \"$2\"", "sh"])
            .arg(written)
            .arg(&path)
            .status();
        assert!(made.is_ok_and(|status| status.success()));
        let settings = self.folder().join("tribune/settings.toml");
        fs::create_dir_all(self.folder().join("tribune")).expect("a folder");
        fs::write(settings, format!("printer = '{}'\n", path.display())).expect("a file");
        self
    }

    fn runs(&self, arguments: &[&str]) -> Output {
        self.command(arguments)
            .output()
            .expect("the program was built")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tribune"));
        command
            .args(arguments)
            .args(["--sessions", "sessions", "--lang", "en"])
            .current_dir(self.folder())
            .env("HOME", self.folder())
            .env("XDG_CONFIG_HOME", self.folder());
        command
    }

    fn files(&self, folder: &str) -> Vec<String> {
        let Ok(files) = fs::read_dir(self.folder().join(folder)) else {
            return Vec::new();
        };
        let name = |file: std::io::Result<fs::DirEntry>| file.expect("a file").file_name();
        let mut names: Vec<String> = files
            .map(|file| name(file).to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A program that prints.
const PRINTS: &str = "echo noise; echo noise >&2; echo '%PDF-1.7' > \"$pdf\"";

#[test]
fn csv_alone_is_one_list_and_a_folder_has_them_all() {
    let person = Person::new();
    let alone = person.runs(&["export", "last", "--format", "csv"]);
    let said = rows(&alone.stdout);
    assert_eq!((said.len(), said[0]["text"].as_str()), (1, "'=cmd"));
    let people = person.runs(&[
        "export",
        "last",
        "--format",
        "csv",
        "--output",
        "people.csv",
    ]);
    assert!(people.status.success(), "{}", err(&people));
    let whole = person.runs(&["export", "last", "--format", "csv,ics", "--output", "all/"]);
    assert!(whole.status.success(), "{}", err(&whole));
    let files = person.files("all");
    for end in [
        "-contributions.csv",
        "-attendance.csv",
        "-turns.csv",
        "-seal.csv",
        ".ics",
    ] {
        let found = files.iter().filter(|name| name.ends_with(end)).count();
        assert_eq!(found, 1, "{end} in {files:?}");
    }
    assert!(
        !files.iter().any(|name| name.ends_with("-ballots.csv")),
        "it has no rows"
    );
}

#[test]
fn a_pdf_is_printed_by_the_program_that_is_set() {
    let person = Person::new();
    let arguments = ["export", "last", "--format", "pdf", "--output", "out.pdf"];
    let printed = person.prints_with(PRINTS).runs(&arguments);
    assert!(printed.status.success(), "{}", err(&printed));
    assert!(!err(&printed).contains("noise"));
    let pdf = fs::read(person.folder().join("out.pdf")).expect("it was written");
    assert!(pdf.starts_with(b"%PDF"));
}

#[test]
fn where_a_pdf_cannot_be_printed_nothing_is_written() {
    let person = Person::new();
    let arguments = ["export", "last", "--format", "md,pdf", "--output", "out/"];
    let failed = person
        .prints_with("echo 'no fonts here' >&2; exit 1")
        .runs(&arguments);
    assert_eq!(failed.status.code(), Some(1));
    let told = err(&failed);
    assert!(
        told.contains("a printer made no PDF. It said: no fonts here"),
        "{told}"
    );
    assert_eq!(person.files("out"), [""; 0]);
    let gone = person.folder().join("a printer");
    fs::remove_file(gone).expect("it is there");
    let missing = person.runs(&arguments);
    assert_eq!(missing.status.code(), Some(1));
    assert!(err(&missing).contains("is not there"), "{}", err(&missing));
}

#[test]
fn without_any_program_that_prints_it_is_told_what_was_looked_for() {
    let person = Person::new();
    let mut command = person.command(&["export", "last", "--format", "pdf", "--output", "out.pdf"]);
    let none = command
        .env("PATH", person.folder())
        .output()
        .expect("it was built");
    if none.status.success() {
        // This machine has one in a place of its own.
        return;
    }
    let told = err(&none);
    assert!(
        told.contains("chromium") && told.contains("soffice") && told.contains("html"),
        "{told}"
    );
    assert_eq!(told.lines().count(), 1, "{told}");
}

#[test]
fn a_running_meeting_prints_without_a_mark_on_its_screen() {
    let person = Person::new();
    person.prints_with(PRINTS);
    let mut seat = Seat::again(Arc::clone(&person.0));
    seat.see("help");
    let path = person.folder().join("out.pdf");
    seat.type_in(&format!(":export pdf minutes {}\r", path.display()));
    seat.see("Written: ");
    assert!(fs::read(path).is_ok_and(|pdf| pdf.starts_with(b"%PDF")));
    assert!(!seat.shown().contains("noise"));
    seat.type_in("\x03").see("Leave the meeting?").type_in("2");
    assert_eq!(seat.ends(), 0);
}
