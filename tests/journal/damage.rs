//! Journals that were cut, changed or written by strangers: never a panic, and what is reported whole is what was written.

use std::sync::Arc;

use proptest::prelude::*;
use tribune::error::ErrorKind;
use tribune::journal::{Damage, End, Journal, Loaded, Memory, Storage, Wrong, load};
use tribune::meeting::Record;
use tribune::meeting::record::line_of;
use tribune::room::{Keeping, Room};

use crate::support::running::{NAME, begin, count, record, run};

/// A journal of so many records.
fn written(records: u32) -> Vec<u8> {
    journal_after(|room| count(room, records))
}

fn journal_after(acts: impl Fn(&Room)) -> Vec<u8> {
    let memory = Memory::new();
    let storage: Arc<dyn Storage> = Arc::new(memory.clone());
    let room = run(begin(&storage), Keeping::nowhere());
    acts(&room);
    drop(room);
    memory.bytes(NAME).expect("it was just written")
}

fn read(bytes: &[u8]) -> Result<Loaded, ErrorKind> {
    load(&Memory::new().with(NAME, bytes), NAME).map_err(|error| error.kind)
}

fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|byte| *byte == b'\n').collect()
}

fn line_feeds(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count() - 1
}

fn joined(lines: &[&[u8]]) -> Vec<u8> {
    lines.concat()
}

fn records(bytes: &[u8]) -> Vec<Record> {
    let loaded = read(bytes).expect("it is whole");
    assert_eq!((loaded.end, loaded.damage), (End::Whole, None));
    loaded.records
}

/// Opens it as a meeting that goes on would, and gives what stands in the file then.
fn opened(bytes: &[u8]) -> (Journal, Loaded, Memory) {
    let memory = Memory::new().with(NAME, bytes);
    let (journal, loaded) =
        Journal::open(Arc::new(memory.clone()), NAME).expect("its header is whole");
    (journal, loaded, memory)
}

#[test]
fn a_journal_cut_at_any_byte_loses_only_the_line_that_was_cut() {
    let bytes = written(40);
    let all = records(&bytes);
    let header = lines(&bytes)[0].len();
    for length in 0..=bytes.len() {
        let cut = &bytes[..length];
        let complete = line_feeds(cut);
        if length < header {
            let kind = read(cut).expect_err("there is no header");
            assert!(
                matches!(
                    kind,
                    ErrorKind::Empty { .. } | ErrorKind::Damaged { line: 1, .. }
                ),
                "{kind:?}"
            );
            continue;
        }
        let (mut journal, loaded, memory) = opened(cut);
        assert_eq!(loaded.damage, None, "cut at {length}");
        let lacks_line_feed = bytes.get(length) == Some(&b'\n');
        let whole = complete - 1 + usize::from(lacks_line_feed);
        assert_eq!(loaded.records, all[..whole], "cut at {length}");
        assert_eq!(
            !loaded.findings().is_empty(),
            matches!(loaded.end, End::Torn { .. }),
            "what is dropped is told"
        );
        assert_eq!(
            memory.bytes(NAME).as_deref(),
            Some(&joined(&lines(&bytes)[..=whole])[..]),
            "cut at {length}"
        );
        if let Some(next) = all.get(whole) {
            journal.append(&[&line_of(next)]).expect("memory is sound");
            drop(journal);
            let now = memory.bytes(NAME).expect("it is there");
            assert_eq!(
                now,
                joined(&lines(&bytes)[..=whole + 1]),
                "it goes on where it stopped"
            );
        }
    }
}

#[test]
fn a_journal_with_any_byte_changed_is_whole_up_to_there() {
    let bytes = written(40);
    let all = records(&bytes);
    let last_line = bytes.len() - lines(&bytes)[40].len();
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        // One bit, all bits, or the one that turns letters: whichever this place is for.
        changed[at] ^= [0x01, 0xff, 0x20, 0x80][at % 4];
        let line = line_feeds(&bytes[..at]) + 1;
        let loaded = match read(&changed) {
            Ok(loaded) => loaded,
            Err(kind) => {
                assert_eq!(
                    line, 1,
                    "only the header is not to be done without: {kind:?}"
                );
                continue;
            }
        };
        if at >= last_line && loaded.records.len() == 40 {
            // No line follows that could contradict the last: only the seal of the session file does.
            assert_eq!(loaded.records[..39], all[..39]);
            continue;
        }
        assert_eq!(
            loaded.records,
            all[..loaded.records.len()],
            "byte {at} of line {line}"
        );
        assert!(
            loaded.records.len() + 3 >= line,
            "byte {at} of line {line} cost {} lines",
            loaded.records.len()
        );
        let damage = loaded
            .damage
            .unwrap_or_else(|| panic!("byte {at} of line {line} is not noticed"));
        assert!(
            damage.line == line || damage.line + 1 == line,
            "byte {at} of line {line}: {damage:?}"
        );
        assert_eq!(loaded.findings().len(), 1);
    }
}

#[test]
fn a_damaged_journal_is_not_touched() {
    let bytes = written(5);
    let mut changed = bytes.clone();
    let third = joined(&lines(&bytes)[..3]).len();
    changed[third + 20] ^= 1;
    let (mut journal, loaded, memory) = opened(&changed);
    assert_eq!(loaded.records.len(), 2);
    let read_only = journal.read_only().expect("it is for reading only");
    assert!(
        matches!(read_only.kind, ErrorKind::Damaged { line: 4, .. }),
        "{read_only}"
    );
    journal
        .append(&["more"])
        .expect_err("it is for reading only");
    drop(journal);
    assert_eq!(memory.bytes(NAME), Some(changed));
}

#[test]
fn a_missing_line_is_counted() {
    let bytes = written(6);
    let all = records(&bytes);
    let mut lines = lines(&bytes);
    lines.drain(3..5);
    let loaded = read(&joined(&lines)).expect("its header is whole");
    assert_eq!(loaded.records, all[..2]);
    assert_eq!(
        loaded.damage,
        Some(Damage {
            line: 4,
            what: Wrong::Missing(2),
            following: 1
        })
    );
}

#[test]
fn a_line_that_was_changed_by_hand_is_told_from_the_one_after_it() {
    let bytes = journal_after(|room| record(room, 6));
    let all = records(&bytes);
    let text = String::from_utf8(bytes).expect("journals are UTF-8");
    let changed = text.replacen("\"delegate 3\"", "\"delegate 9\"", 1);
    assert_ne!(changed, text);
    let loaded = read(changed.as_bytes()).expect("its header is whole");
    assert_eq!(
        loaded.records,
        all[..2],
        "the line that was changed is not passed off as whole"
    );
    assert_eq!(
        loaded.damage,
        Some(Damage {
            line: 4,
            what: Wrong::Changed,
            following: 3
        })
    );
}

#[test]
fn a_changed_header_is_noticed_by_the_first_record() {
    let text = String::from_utf8(written(3)).expect("journals are UTF-8");
    let loaded =
        read(text.replacen("Exchange", "exchange", 1).as_bytes()).expect("it can still be read");
    assert_eq!(
        (
            loaded.records.len(),
            loaded.damage.map(|damage| damage.line)
        ),
        (0, Some(1))
    );
}

#[test]
fn a_line_that_stands_there_twice_is_noticed() {
    let bytes = written(3);
    let mut lines = lines(&bytes);
    lines.insert(2, lines[1]);
    let loaded = read(&joined(&lines)).expect("its header is whole");
    assert_eq!(
        (
            loaded.records.len(),
            loaded.damage.map(|damage| damage.following)
        ),
        (1, Some(2))
    );
}

#[test]
fn an_event_of_a_later_program_opens_for_reading_only() {
    let text = String::from_utf8(written(3)).expect("journals are UTF-8");
    let third = text.replacen("{\"seq\":3,", "{\"seq\":3,\"mood\":\"good\",", 1);
    let foreign = text.replace("\"events\":[{\"", "\"events\":[{\"x");
    for changed in [third, foreign] {
        assert_ne!(changed, text);
        let loaded = read(changed.as_bytes()).expect("its header is whole");
        assert_eq!(
            loaded.damage.map(|damage| damage.what),
            Some(Wrong::Unknown)
        );
    }
}

#[test]
fn a_later_format_is_named() {
    let text = String::from_utf8(written(1)).expect("journals are UTF-8");
    let later = text.replacen("{\"tribune\":1,", "{\"tribune\":7,", 1);
    assert_eq!(
        read(later.as_bytes()).expect_err("it is another format"),
        ErrorKind::Version {
            path: NAME.into(),
            found: 7
        }
    );
}

#[test]
fn zeros_that_a_lost_power_left_at_the_end_are_cut_away() {
    let bytes = written(4);
    let (journal, loaded, memory) = opened(&[&bytes[..], &[0; 300]].concat());
    assert_eq!(
        (loaded.records.len(), loaded.end),
        (4, End::Torn { bytes: 300 })
    );
    assert!(journal.read_only().is_none());
    assert_eq!(memory.bytes(NAME), Some(bytes));
}

#[test]
fn a_last_line_feed_that_was_damaged_loses_no_record_in_the_file() {
    let mut bytes = written(4);
    *bytes.last_mut().expect("it is not empty") = b'*';
    let (_, loaded, memory) = opened(&bytes);
    assert_eq!(loaded.records.len(), 3);
    assert!(loaded.damage.is_some());
    assert_eq!(memory.bytes(NAME), Some(bytes));
}

#[test]
fn what_is_not_a_journal_is_met_with_one_error() {
    let deep = "[".repeat(100_000);
    for bytes in [
        &b""[..],
        b"\n",
        b"\0\0\0\0\n",
        b"[]\n",
        b"{}\n",
        b"{\"tribune\":-1}\n",
        b"{\"tribune\":1}\n",
        deep.as_bytes(),
    ] {
        read(bytes).expect_err("it is not a journal");
    }
    read(format!("{deep}\n").as_bytes()).expect_err("it is not a journal");
}

#[test]
fn a_folder_in_the_place_of_a_journal_is_said_to_be_one() {
    let place = tempfile::tempdir().expect("a temporary folder");
    std::fs::create_dir(place.path().join(NAME)).expect("it can be made");
    let folder: Arc<dyn Storage> = Arc::new(tribune::journal::Folder::at(place.path()));
    let error = Journal::open(Arc::clone(&folder), NAME).expect_err("it is a folder");
    assert_eq!(
        error.kind,
        ErrorKind::NotAFile {
            path: place.path().join(NAME)
        }
    );
    let error = Journal::open(folder, "other.journal").expect_err("it is not there");
    assert_eq!(
        error.kind,
        ErrorKind::Missing {
            path: place.path().join("other.journal")
        }
    );
}

#[test]
fn golden_journals_are_written_again_as_the_very_bytes_they_are() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journals");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("golden journals are kept") {
        let path = entry.expect("it can be listed").path();
        let bytes = std::fs::read(&path).expect("it can be read");
        let loaded = read(&bytes).expect("its header is whole");
        assert_eq!(
            (loaded.end, loaded.damage),
            (End::Whole, None),
            "{}",
            path.display()
        );
        let header = line_of(&loaded.header);
        let again: String = std::iter::once(header)
            .chain(loaded.records.iter().map(line_of))
            .map(|line| line + "\n")
            .collect();
        assert!(
            again.as_bytes() == bytes,
            "{} is written differently now",
            path.display()
        );
        count += 1;
    }
    assert!(count > 0, "there is one at least");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_bytes_are_never_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000), start in 0_usize..3) {
        let whole = written(2);
        let kept = joined(&lines(&whole)[..start]);
        let _ = read(&[kept, bytes].concat());
    }
}
