//! The session file: what is written is read back, what was edited shows, and no bytes do any harm.

use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;
use serde_json::Value;
use tribune::archive;
use tribune::export::{Edition, json};
use tribune::locale::Locale;
use tribune::meeting::contribution;
use tribune::meeting::outcome::{self, Due};
use tribune::meeting::progress::{self, Resolve};
use tribune::meeting::roll::Status;
use tribune::meeting::{ContributionId, Digest, Meeting, undo};
use tribune::session_file::{self, Change, Written};
use tribune::summary::Summary;
use tribune::text::{Language, Text};

use crate::support::council::{AGENDA, Held, council};

fn written(meeting: &Meeting) -> Written {
    let summary = Summary::of(meeting);
    let locale = Locale::new(summary.language);
    let edition = Edition {
        locale: &locale,
        seal: None,
    };
    let body = json::body(&summary, &edition);
    session_file::write(meeting, &summary, &locale, &body)
}

fn document(meeting: &Meeting) -> Value {
    let locale = Locale::new(Language::English);
    let edition = Edition {
        locale: &locale,
        seal: None,
    };
    serde_json::from_str(&json::write(&Summary::of(meeting), &edition)).expect("it is JSON")
}

#[test]
fn what_is_written_is_read_back_whole() {
    let meeting = council();
    let Written { text, seal } = written(&meeting);
    let session = session_file::read(text.as_bytes()).expect("a session file");
    assert_eq!(session.changes, []);
    assert_eq!(session.seal, Some(seal));
    assert_eq!(document(&session.meeting), document(&meeting));
    assert_eq!(written(&session.meeting).text, text);
}

#[test]
fn it_opens_with_the_summary_and_is_toml_to_the_last_line() {
    let text = written(&council()).text;
    assert!(text.starts_with("[summary]\ntitle = \"Council of friends\"\n"));
    let file: toml::Table = text.parse().expect("it is TOML");
    assert_eq!(file["summary"]["present"].as_integer(), Some(3));
    assert_eq!(
        file["meeting"]["title"].as_str(),
        Some("Council of friends")
    );
    assert_eq!(file["contributions"].as_array().map(Vec::len), Some(7));
    let sections = text.lines().filter(|line| line.starts_with('['));
    assert_eq!(sections.collect::<Vec<_>>().pop(), Some("[seal]"));
}

#[test]
fn the_seal_is_the_digest_of_everything_before_its_line() {
    let Written { text, seal } = written(&council());
    let before: String = text
        .lines()
        .take_while(|line| *line != "[seal]")
        .flat_map(|line| [line, "\n"])
        .collect();
    assert_eq!(Digest::of(before.as_bytes()), seal.session_digest);
    assert!(text.ends_with(&format!("session_digest = \"{}\"\n", seal.session_digest)));
}

#[test]
fn an_edit_of_the_readable_part_changes_nothing_and_is_found() {
    let meeting = council();
    let text = written(&meeting).text;
    let edited = text.replacen("Council of friends", "Council of foes", 1);
    let session = session_file::read(edited.as_bytes()).expect("the records are whole");
    assert_eq!(session.changes, [Change::Bytes]);
    assert_eq!(document(&session.meeting), document(&meeting));
    let differences = session_file::differences(&edited, &text);
    let place = differences.first().expect("they differ").place();
    assert_eq!((place.line, place.section.as_str()), (2, "[summary]"));
}

#[test]
fn an_edit_that_breaks_the_toml_still_leaves_the_records() {
    let text = written(&council()).text;
    let edited = text.replacen("[summary]\ntitle = \"", "[summary]\ntitle = ", 1);
    let session = session_file::read(edited.as_bytes()).expect("the records are whole");
    assert_eq!(session.changes, [Change::Bytes]);
}

#[test]
fn a_changed_record_is_named() {
    let text = written(&council()).text;
    let at = text.find("\n[journal]").expect("it is there");
    let (readable, records) = text.split_at(at);
    let changed = format!(
        "{readable}{}",
        records.replacen("Invite 20", "Invite 99", 1)
    );
    let session = session_file::read(changed.as_bytes()).expect("it can be read");
    let [Change::Record(seq), Change::Bytes] = session.changes[..] else {
        panic!("{:?}", session.changes);
    };
    let record = session.meeting.history.record(seq).expect("it is there");
    assert!(format!("{record:?}").contains("Invite 99"));
}

#[test]
fn a_record_that_was_taken_off_the_end_is_missed() {
    let text = written(&council()).text;
    let last = text
        .lines()
        .rfind(|line| line.contains("\"seq\":"))
        .expect("records");
    let cut = text.replacen(&format!("{last}\n"), "", 1);
    let session = session_file::read(cut.as_bytes()).expect("it can be read");
    assert!(matches!(
        session.changes[..],
        [Change::Count { found, sealed }, Change::Bytes] if found + 1 == sealed
    ));
}

#[test]
fn an_unfinished_meeting_is_saved_as_open_and_what_was_undone_stays_on_record() {
    let mut held = Held::begin(AGENDA);
    held.hold(progress::Command::Open {
        matters: Vec::new(),
    });
    held.hold(outcome::Command::Act {
        owner: None,
        text: Text::line("typed in error"),
        due: Due::Unsaid,
    });
    held.hold(undo::Command::Undo(None));
    let text = written(&held.meeting).text;
    let session = session_file::read(text.as_bytes()).expect("a session file");
    assert_eq!(session.changes, []);
    assert_eq!(session.meeting.history.len(), 3);
    assert_eq!(document(&session.meeting)["meeting"]["state"], "open");
    assert_eq!(document(&session.meeting)["actions"], serde_json::json!([]));
    assert!(text.contains("typed in error"));
}

#[test]
fn a_later_format_is_left_to_a_later_program() {
    let text = written(&council()).text;
    let later = text.replace("[journal]\nversion = 1\n", "[journal]\nversion = 9\n");
    let message = session_file::read(later.as_bytes()).expect_err("refused");
    assert_eq!(message.id, "session-later");
}

#[test]
fn no_bytes_do_any_harm() {
    let text = written(&council()).text;
    let bytes = text.as_bytes();
    for cut in (0..bytes.len()).step_by(997) {
        let _ = session_file::read(&bytes[..cut]);
        let _ = session_file::head(&bytes[..cut]);
    }
    for at in (0..bytes.len()).step_by(1999) {
        let mut flipped = bytes.to_vec();
        flipped[at] ^= 0x5a;
        if let Ok(session) = session_file::read(&flipped) {
            assert_ne!(session.changes, [], "a flipped byte at {at} shows");
        }
    }
    for hostile in [
        &b""[..],
        b"\xff\xfe",
        b"[journal]\n",
        b"[seal]\n[seal]\n",
        b"[journal]\nversion = 1\nlines = [\"{}\"]\n[seal]\n",
        b"title = \"an agenda\"\n",
    ] {
        assert!(session_file::read(hostile).is_err());
    }
}

/// `UPDATE=1` writes it; a file once released is never written again.
#[test]
fn a_file_of_the_first_format_is_read_for_ever() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/council.toml");
    let text = written(&council()).text;
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &text).expect("it can be written");
    }
    let golden = fs::read(&path).expect("it is there");
    let session = session_file::read(&golden).expect("it can be read");
    assert_eq!(session.changes, []);
    assert_eq!(document(&session.meeting), document(&council()));
}

/// A meeting that was corrected in two sittings and then approved.
fn approved() -> Meeting {
    let mut held = Held::resumed(council());
    let seal = written(&held.meeting).seal;
    held.hold(progress::Command::Correct {
        why: Some(Text::line("misheard")),
        seal: Some(seal),
    });
    held.hold(contribution::Command::Strike {
        id: ContributionId(1),
        reason: None,
    });
    held.hold(progress::Command::Correct {
        why: None,
        seal: None,
    });
    let first = held.meeting.progress.items().next().expect("it has items");
    let item = first.id;
    held.hold(progress::Command::Item(item));
    held.mark("li", Status::Present);
    held.hold(progress::Command::Approve {
        on: NaiveDate::from_ymd_opt(2024, 6, 1).expect("a day"),
        session: Some(Text::line("2024-06-01-Council")),
    });
    held.meeting
}

/// `UPDATE=1` writes it; a file once released is never written again.
#[test]
fn a_corrected_and_approved_file_of_the_first_format_is_read_for_ever() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/sessions/approved.toml");
    let text = written(&approved()).text;
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &text).expect("it can be written");
    }
    let golden = fs::read(&path).expect("it is there");
    let session = session_file::read(&golden).expect("it can be read");
    assert_eq!(session.changes, []);
    assert_eq!(document(&session.meeting), document(&approved()));
    assert_eq!(document(&session.meeting)["meeting"]["state"], "approved");
    assert_eq!(written(&session.meeting).text.as_bytes(), golden);
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("it can be written");
    }
    folder
}

#[test]
fn a_session_is_meant_by_name_by_part_or_as_the_last() {
    let text = written(&council()).text;
    let later = text.replacen("date = \"2024-03-01\"", "date = \"2025-03-01\"", 1);
    let folder = folder(&[
        ("2024-03-01-Council.toml", &text),
        ("2025-03-01-理事会.toml", &later),
        ("notes.toml", "title = \"no session\"\n"),
        ("2025-03-01-理事会.journal", "{}"),
    ]);
    let found = |meant: &str| {
        archive::find(folder.path(), meant)
            .map(|path| {
                path.file_name()
                    .map(|name| name.to_string_lossy().into_owned())
            })
            .map_err(|told| told[0].id)
    };
    assert_eq!(found("last"), Ok(Some("2025-03-01-理事会.toml".to_owned())));
    assert_eq!(
        found("council"),
        Ok(Some("2024-03-01-Council.toml".to_owned()))
    );
    assert_eq!(found("理事"), Ok(Some("2025-03-01-理事会.toml".to_owned())));
    assert_eq!(found("03-01"), Err("archive-ambiguous"));
    assert_eq!(found("notes"), Err("archive-unknown"));
}

#[test]
fn what_a_session_left_open_is_a_matter_of_the_next_until_it_is_settled() {
    let first = written(&council()).text;
    let folder = folder(&[("2024-03-01-Council.toml", &first)]);
    let series = Text::line("council");
    let day = |day: &str| day.parse().expect("the test writes it right");
    let arising =
        |own: &str, today| archive::matters(folder.path(), &series, own, today, Language::English);
    let early = arising("2025-03-01-Council", day("2024-03-02"));
    assert_eq!(early.len(), 3, "the decision is not to be looked at yet");
    let today = day("2026-03-01");
    let matters = arising("2025-03-01-Council", today);
    let origins: Vec<&str> = matters
        .iter()
        .map(|matter| matter.origin.as_str())
        .collect();
    assert_eq!(origins, ["C3", "C4", "A1", "D1"]);
    assert_eq!(matters[0].id.to_string(), "M1");
    assert_eq!(matters[2].owner, Some(Text::line("University")));

    let mut next = Held::begin(&AGENDA.replace("2024-03-01", "2025-03-01"));
    next.hold(progress::Command::Open { matters });
    next.hold(outcome::Command::Answer {
        id: tribune::meeting::MatterId(1),
        status: tribune::meeting::contribution::Answer::Adopted,
        text: None,
    });
    next.hold(progress::Command::Adjourn(Resolve::Really));
    let second = written(&next.meeting).text;
    fs::write(folder.path().join("2025-03-01-Council.toml"), second).expect("written");
    let matters = arising("2026-03-01-Council", today);
    let origins: Vec<&str> = matters
        .iter()
        .map(|matter| matter.origin.as_str())
        .collect();
    assert_eq!(&origins[..2], ["C4", "A1"], "what was adopted is settled");
    let other = archive::matters(
        folder.path(),
        &Text::line("another"),
        "",
        today,
        Language::English,
    );
    assert!(other.is_empty());
}
