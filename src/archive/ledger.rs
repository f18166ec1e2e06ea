//! The follow-up ledger, `followups.jsonl` in the folder of sessions: what became of things after their meeting. One JSON line for each
//! answer, appended and synced; nothing in it is ever changed, and the sealed session files are not touched. The latest line of an id holds.
//!
//! Whatever stands in the file, the lines that can be read are served and the others are told of. Owns the form of the file; what may be
//! answered is `answerable`'s to judge.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};
use crate::meeting::contribution::Answer;
use crate::summary::{Later, LaterAnswers, Summary};
use crate::text::{Message, Moment, Text};

/// What the file is called.
const NAME: &str = "followups.jsonl";
/// The most that is read of the file, in bytes.
const MOST_BYTES: u64 = 64 << 20;
/// The longest line that is read, in bytes.
const LONGEST_LINE: usize = 64 << 10;
/// The most characters of a text that are kept.
pub const MOST_CHARS: usize = 4000;

/// One answer. Keys are a format: added with a default, never renamed; unknown ones are passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The session: the name of its file without `.toml`.
    pub session: Text,
    /// What is answered: `C12`, `A3`, `D2`, or an item's number.
    pub id: Text,
    /// What became of it.
    pub status: Answer,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// When that was written down.
    pub at: Moment,
    /// By whom.
    #[serde(default)]
    pub author: Text,
}

/// The ledger as it was read.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    entries: Vec<Entry>,
    /// What is wrong with the file, as sentences; empty where nothing is.
    pub findings: Vec<Message>,
}

impl Ledger {
    /// The ledger of that folder; an empty one where there is none, or none that can be read.
    #[must_use]
    pub fn read(folder: &Path) -> Self {
        let path = folder.join(NAME);
        match bytes(&path) {
            Ok(bytes) => Self::of(&bytes, &path),
            Err(Error {
                kind: ErrorKind::Missing { .. },
                ..
            }) => Self::default(),
            Err(error) => Self {
                findings: error.messages().collect(),
                ..Self::default()
            },
        }
    }

    fn of(bytes: &[u8], path: &Path) -> Self {
        let mut ledger = Self::default();
        let mut unread = Vec::new();
        let is_torn = bytes.last().is_some_and(|last| *last != b'\n');
        let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
        for (number, line) in (1..).zip(&lines) {
            if line.trim_ascii().is_empty() {
                continue;
            }
            match entry(line) {
                Some(entry) => ledger.entries.push(entry),
                None => unread.push(number),
            }
        }
        let torn = unread.pop_if(|number| is_torn && *number == lines.len());
        let named = |id| Message::new(id).with("path", &*path.to_string_lossy());
        if let Some(first) = unread.first() {
            let unreadable = named("ledger-unreadable").with("count", unread.len());
            ledger.findings.push(unreadable.with("line", *first));
        }
        if torn.is_some() {
            ledger.findings.push(named("ledger-torn"));
        }
        ledger
    }

    /// Every answer that was given, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What holds of that session.
    #[must_use]
    pub fn of_session(&self, stem: &str) -> LaterAnswers {
        let own = self
            .entries
            .iter()
            .filter(|entry| entry.session.as_str() == stem);
        own.map(|entry| (entry.id.clone(), entry.later())).collect()
    }

    /// What holds beside that session: of its own things, and of the matters that it raised and that were answered after it.
    #[must_use]
    pub fn beside(&self, summary: &Summary, stem: &str) -> LaterAnswers {
        let mut beside = self.of_session(stem);
        for matter in &summary.matters {
            let is_it =
                |entry: &&Entry| entry.session == matter.session && entry.id == matter.origin;
            let latest = self.entries.iter().rev().find(is_it);
            if let Some(entry) = latest.filter(|entry| Some(entry.at) > summary.meeting.adjourned) {
                let id = Text::line(&matter.id.to_string());
                beside.insert(id, entry.later());
            }
        }
        beside
    }

    /// Writes one more answer behind the others; it is on the disk when this returns.
    ///
    /// # Errors
    /// Where the disk fails; the file is as it was then.
    pub fn append(folder: &Path, entry: &Entry) -> Result<PathBuf, Error> {
        let path = folder.join(NAME);
        let failed = |error| Error::write(&path, error);
        let found = fs::metadata(&path);
        if found.is_ok_and(|found| !found.is_file()) {
            return Err(Error::new(ErrorKind::NotAFile { path }));
        }
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&path).map_err(failed)?;
        // Where a file system knows no locks, one write for each line has to do.
        let _ = file.lock();
        let mut line = serde_json::to_vec(entry).map_err(|error| failed(error.into()))?;
        line.push(b'\n');
        let before = file.metadata().map_err(failed)?.len();
        if is_torn(&mut file, before).map_err(failed)? {
            line.insert(0, b'\n');
        }
        if let Err(error) = file.write_all(&line).and_then(|()| file.sync_all()) {
            // Half a line would be told of at every reading.
            let _ = file.set_len(before);
            return Err(failed(error));
        }
        if before == 0 {
            // Some file systems cannot sync a folder.
            let _ = File::open(folder).and_then(|folder| folder.sync_all());
        }
        Ok(path)
    }
}

impl Entry {
    /// It as a summary shows it.
    #[must_use]
    pub fn later(&self) -> Later {
        Later {
            status: self.status,
            text: self.text.clone(),
            at: self.at,
            author: self.author.clone(),
            session: None,
        }
    }
}

/// An answer, made fit for one line: whoever wrote the file may have written anything.
fn entry(line: &[u8]) -> Option<Entry> {
    if line.len() > LONGEST_LINE {
        return None;
    }
    let read: Entry = serde_json::from_slice(line).ok()?;
    Some(Entry {
        session: one_line(&read.session),
        id: one_line(&read.id),
        text: read
            .text
            .map(|text| one_line(&text))
            .filter(|text| !text.is_empty()),
        author: one_line(&read.author),
        ..read
    })
}

/// A text of one line and no more characters than are kept.
#[must_use]
pub fn one_line(text: &Text) -> Text {
    let kept: String = text.as_str().chars().take(MOST_CHARS).collect();
    Text::line(&kept)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let unread = |error| Error::read(path, error);
    let found = fs::metadata(path).map_err(unread)?;
    let path = path.to_owned();
    if !found.is_file() {
        return Err(Error::new(ErrorKind::NotAFile { path }));
    }
    if found.len() > MOST_BYTES {
        let limit = MOST_BYTES;
        return Err(Error::new(ErrorKind::TooLarge { path, limit }));
    }
    let mut bytes = Vec::new();
    File::open(&path)
        .and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes))
        .map_err(|error| Error::read(&path, error))?;
    Ok(bytes)
}

/// Whether the last line has no end: somebody's write was cut off.
fn is_torn(file: &mut File, length: u64) -> io::Result<bool> {
    if length == 0 {
        return Ok(false);
    }
    let mut last = [0];
    file.seek(SeekFrom::Start(length - 1))?;
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(id: &str, status: Answer, day: u32) -> Entry {
        Entry {
            session: Text::line("2024-03-01-First"),
            id: Text::line(id),
            status,
            text: Some(Text::line("forty places")),
            at: format!("2024-06-{day:02}T09:00:00+08:00")
                .parse()
                .expect("the test writes it right"),
            author: Text::line("li"),
        }
    }

    fn place() -> tempfile::TempDir {
        tempfile::tempdir().expect("a temporary folder can be made")
    }

    fn append(folder: &Path, entry: &Entry) {
        Ledger::append(folder, entry).expect("the disk is sound");
    }

    #[test]
    fn the_latest_answer_of_an_id_holds_and_none_is_lost() {
        let place = place();
        append(place.path(), &answered("C1", Answer::Declined, 1));
        append(place.path(), &answered("C2", Answer::Done, 2));
        append(place.path(), &answered("C1", Answer::Adopted, 3));
        let ledger = Ledger::read(place.path());
        let of_session = ledger.of_session("2024-03-01-First");
        let held = |id: &str| of_session[&Text::line(id)].status;
        assert_eq!((held("C1"), held("C2")), (Answer::Adopted, Answer::Done));
        assert_eq!(ledger.entries().len(), 3);
        assert!(ledger.findings.is_empty());
        assert!(ledger.of_session("another").is_empty());
    }

    #[test]
    fn a_torn_last_line_is_told_of_and_the_next_answer_stands_on_its_own() {
        let place = place();
        append(place.path(), &answered("C1", Answer::Declined, 1));
        let path = place.path().join(NAME);
        let torn = fs::read_to_string(&path).expect("it is there") + "{\"session\":\"2024-03";
        fs::write(&path, torn).expect("the disk is sound");
        let findings = Ledger::read(place.path()).findings;
        assert_eq!(findings[0].id, "ledger-torn");
        append(place.path(), &answered("C2", Answer::Done, 2));
        let ledger = Ledger::read(place.path());
        assert_eq!(ledger.entries().len(), 2);
        assert_eq!(ledger.findings[0].id, "ledger-unreadable");
    }

    #[test]
    fn hostile_lines_harm_nobody() {
        let place = place();
        let long = format!("{{\"session\":\"{}\"}}\n", "x".repeat(LONGEST_LINE));
        let mut bytes = b"\xff\xfe\n[[[[[[\n{\"status\":\"burnt\"}\n\n".to_vec();
        bytes.extend(long.bytes());
        bytes.extend(
            "{\"session\":\"2024-03-01-First\",\"id\":\"C1\",\"status\":\"done\",\"at\":\"2024-06-01T09:00:00+08:00\",\
             \"text\":\"\\u001b[31mred\\nand two\",\"colour\":\"blue\"}\n"
                .bytes(),
        );
        fs::write(place.path().join(NAME), bytes).expect("the disk is sound");
        let ledger = Ledger::read(place.path());
        let [entry] = ledger.entries() else {
            panic!("one line is whole: {ledger:?}")
        };
        assert_eq!(entry.text, Some(Text::line("[31mred and two")));
        assert_eq!(ledger.findings.len(), 1);
    }

    #[test]
    fn what_is_no_file_is_neither_read_nor_written() {
        let place = place();
        fs::create_dir(place.path().join(NAME)).expect("the disk is sound");
        assert_eq!(Ledger::read(place.path()).findings.len(), 1);
        assert!(Ledger::append(place.path(), &answered("C1", Answer::Done, 1)).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn the_ledger_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let place = place();
        append(place.path(), &answered("C1", Answer::Done, 1));
        let found = fs::metadata(place.path().join(NAME)).expect("it is there");
        assert_eq!(found.permissions().mode() & 0o777, 0o600);
    }
}
