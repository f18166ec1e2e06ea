//! A journal that is followed while another process writes it: nothing is told before it is whole, nothing twice, and whatever becomes of the
//! file it is followed again.

use std::fs;
use std::sync::Arc;

use tempfile::TempDir;
use tribune::error::ErrorKind;
use tribune::journal::{Folder, Follower, Journal, Memory, News, Storage};
use tribune::room::{Keeping, Room};

use crate::support::running::{NAME, begin, count, run};

/// A folder with a journal, and who follows it.
struct Followed {
    folder: TempDir,
    follower: Follower,
}

impl Followed {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let follower = Follower::of(Folder::at(folder.path()), NAME.to_owned());
        Self { folder, follower }
    }

    /// The file holds those bytes now; it stays the same file.
    fn holds(&self, bytes: &[u8]) {
        fs::write(self.folder.path().join(NAME), bytes).expect("the disk is sound");
    }

    /// Another file with those bytes takes its place.
    fn is_replaced(&self, bytes: &[u8]) {
        let beside = self.folder.path().join("beside");
        fs::write(&beside, bytes).expect("the disk is sound");
        fs::rename(beside, self.folder.path().join(NAME)).expect("the disk is sound");
    }

    fn look(&mut self) -> Seen {
        match self.follower.look() {
            Ok(News::Nothing) => Seen::Nothing,
            Ok(News::Anew(loaded)) => Seen::Anew(loaded.records.len(), loaded.findings().len()),
            Ok(News::Added(records)) => Seen::Added(records.iter().map(|one| one.seq).collect()),
            Err(error) => Seen::Failed(error.kind),
        }
    }
}

#[derive(Debug, PartialEq)]
enum Seen {
    Nothing,
    /// So many records from the first on, and so many findings.
    Anew(usize, usize),
    /// Those records.
    Added(Vec<u64>),
    Failed(ErrorKind),
}

/// A journal of so many records.
fn written(records: u32) -> Vec<u8> {
    let memory = Memory::new();
    let storage: Arc<dyn Storage> = Arc::new(memory.clone());
    let room: Room = run(begin(&storage), Keeping::nowhere());
    count(&room, records);
    drop(room);
    memory.bytes(NAME).expect("it was just written")
}

/// Where each line ends.
fn ends(bytes: &[u8]) -> Vec<usize> {
    let places = (1..).zip(bytes);
    places
        .filter_map(|(at, byte)| (*byte == b'\n').then_some(at))
        .collect()
}

#[test]
fn byte_by_byte_every_record_is_told_once_when_its_line_is_whole() {
    let bytes = written(6);
    let ends = ends(&bytes);
    let mut followed = Followed::new();
    for length in 0..=bytes.len() {
        followed.holds(&bytes[..length]);
        let expected = match ends.iter().position(|end| *end == length) {
            None => Seen::Nothing,
            Some(0) => Seen::Anew(0, 0),
            Some(record) => Seen::Added(vec![record as u64]),
        };
        assert_eq!(followed.look(), expected, "{length} bytes");
    }
    assert_eq!(followed.look(), Seen::Nothing);
}

#[test]
fn begun_at_any_byte_the_rest_is_told_when_it_comes() {
    let bytes = written(4);
    let ends = ends(&bytes);
    for length in ends[0]..=bytes.len() {
        let mut followed = Followed::new();
        followed.holds(&bytes[..length]);
        let whole = ends.iter().filter(|end| **end <= length).count() - 1;
        let torn = usize::from(!ends.contains(&length) && !ends.contains(&(length + 1)));
        assert_eq!(followed.look(), Seen::Anew(whole, torn), "{length} bytes");
        followed.holds(&bytes);
        let rest: Vec<u64> = (whole as u64 + 1..=4).collect();
        let expected = if rest.is_empty() {
            Seen::Nothing
        } else {
            Seen::Added(rest)
        };
        assert_eq!(followed.look(), expected, "{length} bytes");
    }
}

#[test]
fn a_torn_line_that_is_cut_away_and_written_otherwise_is_told_as_it_is_then() {
    let (bytes, ends) = (written(3), ends(&written(3)));
    let mut followed = Followed::new();
    let torn = [&bytes[..ends[2]], b"{\"seq\":3,\"at\":\"2023-"].concat();
    followed.holds(&torn);
    assert_eq!(followed.look(), Seen::Anew(2, 1));
    // Between two looks it was cut and written: longer than it was.
    followed.holds(&bytes);
    assert_eq!(followed.look(), Seen::Added(vec![3]));
}

#[test]
fn what_was_taken_back_or_replaced_is_read_from_the_start() {
    let (bytes, ends) = (written(5), ends(&written(5)));
    let mut followed = Followed::new();
    followed.holds(&bytes);
    assert_eq!(followed.look(), Seen::Anew(5, 0));
    followed.holds(&bytes[..ends[3]]);
    assert_eq!(followed.look(), Seen::Anew(3, 0));
    // The same lines in another file are the same meeting.
    followed.is_replaced(&bytes);
    assert_eq!(followed.look(), Seen::Added(vec![4, 5]));
    followed.is_replaced(&written(1)[..]);
    assert_eq!(followed.look(), Seen::Anew(1, 0));
}

#[test]
fn damage_is_told_with_what_is_whole_and_mended_it_goes_on() {
    let bytes = written(5);
    let text = String::from_utf8(bytes.clone()).expect("journals are UTF-8");
    let changed = text.replacen("\"present\":4", "\"present\":9", 1);
    assert_ne!(changed, text);
    let mut followed = Followed::new();
    followed.holds(&bytes);
    assert_eq!(followed.look(), Seen::Anew(5, 0));
    followed.holds(&[changed.as_bytes(), b"{}\n"].concat());
    assert_eq!(followed.look(), Seen::Anew(3, 1));
    assert_eq!(followed.look(), Seen::Nothing);
    followed.holds(&bytes);
    assert!(matches!(followed.look(), Seen::Anew(5, 0) | Seen::Added(_)));
}

#[test]
fn a_missing_file_is_said_to_be_missing_until_it_is_there_again() {
    let mut followed = Followed::new();
    let path = followed.folder.path().join(NAME);
    let missing = Seen::Failed(ErrorKind::Missing { path: path.clone() });
    assert_eq!(followed.look(), missing);
    followed.holds(&written(1));
    assert_eq!(followed.look(), Seen::Anew(1, 0));
    fs::remove_file(&path).expect("it is there");
    assert_eq!(followed.look(), missing);
    followed.holds(&written(2));
    assert_eq!(followed.look(), Seen::Added(vec![2]));
}

#[test]
fn a_folder_in_its_place_or_a_strangers_file_is_one_sentence() {
    let mut followed = Followed::new();
    let path = followed.folder.path().join(NAME);
    followed.holds(b"[package]\nname = \"x\"\n");
    let damaged = ErrorKind::Damaged {
        path: path.clone(),
        line: 1,
    };
    assert_eq!(followed.look(), Seen::Failed(damaged.clone()));
    // It is tried again, unasked.
    assert_eq!(followed.look(), Seen::Failed(damaged));
    fs::remove_file(&path).expect("it is there");
    fs::create_dir(&path).expect("the disk is sound");
    assert_eq!(followed.look(), Seen::Failed(ErrorKind::NotAFile { path }));
}

#[test]
fn following_never_writes_and_never_claims() {
    let folder = tempfile::tempdir().expect("a folder");
    let storage: Arc<dyn Storage> = Arc::new(Folder::at(folder.path()));
    let path = folder.path().join(NAME);
    let room = run(begin(&storage), Keeping::nowhere());
    count(&room, 2);
    let mut follower = Follower::of(Folder::at(folder.path()), NAME.to_owned());
    assert!(matches!(follower.look(), Ok(News::Anew(_))));
    drop(room);
    let torn = [&fs::read(&path).expect("it is there")[..], b"{\"seq\":3"].concat();
    fs::write(&path, &torn).expect("the disk is sound");
    assert!(matches!(follower.look(), Ok(News::Nothing)));
    assert_eq!(fs::read(&path).expect("it is there"), torn);
    // Another process may take it up meanwhile.
    let (_journal, loaded) = Journal::open(storage, NAME).expect("nobody has it");
    assert_eq!(loaded.records.len(), 2);
    assert!(matches!(follower.look(), Ok(News::Nothing)));
}
