//! The real program on a journal that says less than the session file beside it, or something else, or nothing: neither of the two loses
//! what it holds.

use std::fs;
use std::path::{Path, PathBuf};

use super::killed::{Place, SPEECH, records, text};

/// A meeting that was left, with all its records in the journal and in the session file.
struct Left {
    place: Place,
    journal: PathBuf,
    session: PathBuf,
}

impl Left {
    fn new() -> Self {
        let place = Place::new();
        assert!(place.say(SPEECH).status.success());
        let journal = place.journal();
        let session = journal.with_extension("toml");
        Self {
            place,
            journal,
            session,
        }
    }

    /// Leaves that many lines of the journal, the header among them.
    fn shorten(&self, lines: usize) {
        let kept = read(&self.journal);
        let kept: String = kept.split_inclusive('\n').take(lines).collect();
        fs::write(&self.journal, kept).expect("the disk is sound");
    }

    /// Runs the meeting with those lines, and gives how it ended and what it told.
    fn say(&self, lines: &str) -> (Option<i32>, String) {
        let output = self.place.say(lines);
        (output.status.code(), text(&output.stderr).to_owned())
    }

    /// How many files the sessions folder holds.
    fn files(&self) -> usize {
        let folder = self.session.parent().expect("it is in a folder");
        fs::read_dir(folder).expect("it is there").count()
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("it is there")
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".1");
    name.into()
}

#[test]
fn a_journal_that_is_shorter_than_its_session_file_gets_its_records_back() {
    let left = Left::new();
    let (journal, session) = (read(&left.journal), read(&left.session));
    left.shorten(3);
    let (code, told) = left.say("");
    assert_eq!(code, Some(0), "{told}");
    assert!(
        told.contains("2 records were missing from the journal"),
        "{told}"
    );
    assert_eq!(
        (read(&left.journal), read(&left.session)),
        (journal, session)
    );
}

#[test]
fn a_damaged_journal_leaves_a_whole_session_file_alone_until_it_is_saved() {
    let left = Left::new();
    let damaged =
        read(&left.journal).replace("{\"seq\":2,\"at\":\"2023", "{\"seq\":2,\"at\":\"2024");
    fs::write(&left.journal, &damaged).expect("the disk is sound");
    let (whole, session) = (records(&left.journal), read(&left.session));
    for lines in ["", "one more\n", ":quit\n"] {
        let (code, told) = left.say(lines);
        assert_eq!(code, Some(1), "{told}");
        assert!(told.contains("left as they are"), "{told}");
        assert!(told.contains("in the session file"), "{told}");
        assert_eq!(read(&left.journal), damaged);
        assert_eq!(read(&left.session), session);
        assert_eq!(left.files(), 2);
    }
    let (code, told) = left.say(":save\none more\n");
    assert_eq!(code, Some(0), "{told}");
    assert_eq!(read(&beside(&left.journal)), damaged);
    assert_eq!(records(&left.journal), whole + 1);
    let session = read(&left.session);
    assert!(session.contains("Invite 20 students") && session.contains("one more"));
}

#[test]
fn a_session_file_that_says_something_else_is_kept_beside_the_one_that_is_saved() {
    let left = Left::new();
    let other = read(&left.session);
    left.shorten(4);
    fs::remove_file(&left.session).expect("it is there");
    left.say("another line\n");
    fs::write(&left.session, &other).expect("the disk is sound");
    let journal = read(&left.journal);
    let (code, told) = left.say("a third line\n");
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("holds other records"), "{told}");
    assert_eq!((read(&left.journal), read(&left.session)), (journal, other));
    let other = read(&left.session);
    let (code, told) = left.say(":save\na third line\n");
    assert_eq!(code, Some(0), "{told}");
    assert_eq!(read(&beside(&left.session)), other);
    let session = read(&left.session);
    assert!(session.contains("another line") && session.contains("a third line"));
}

#[test]
fn a_file_that_is_no_session_file_is_kept_beside_the_one_that_is_saved() {
    let left = Left::new();
    fs::write(&left.session, "notes of somebody\n").expect("the disk is sound");
    let (code, told) = left.say("one more\n");
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("kept beside"), "{told}");
    assert_eq!(read(&beside(&left.session)), "notes of somebody\n");
    assert!(read(&left.session).contains("one more"));
}

#[test]
fn a_meeting_whose_journal_is_lost_goes_on_from_its_session_file() {
    // Nothing is left of it, not even its name; its name alone; half a header.
    for bytes in [None, Some(0), Some(40)] {
        let left = Left::new();
        let journal = read(&left.journal);
        let rest = bytes.map(|bytes| journal[..bytes].to_owned());
        match &rest {
            None => fs::remove_file(&left.journal),
            Some(rest) => fs::write(&left.journal, rest),
        }
        .expect("the disk is sound");
        let (code, told) = left.say("");
        assert_eq!(code, Some(0), "{told}");
        assert!(told.contains("goes on from it, in a new journal"), "{told}");
        assert_eq!(read(&left.journal), journal);
        assert_eq!(left.files(), if rest.is_some() { 3 } else { 2 });
        if let Some(rest) = rest {
            assert_eq!(read(&beside(&left.journal)), rest);
        }
    }
}

#[test]
fn a_meeting_that_is_over_by_its_session_file_is_not_gone_on_with() {
    let left = Left::new();
    left.say(":adjourn really\n");
    let session = read(&left.session);
    left.shorten(4);
    let (code, told) = left.say("");
    assert_eq!(code, Some(0), "{told}");
    assert!(!told.contains("goes on"), "{told}");
    assert_eq!(read(&left.session), session);
}
