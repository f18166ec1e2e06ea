//! Reads a journal back: which records are whole, what was torn off its end, what is damaged. Changes nothing in the file; what a record
//! does to a meeting is [`crate::meeting`]'s.

use std::path::Path;

use serde::Deserialize;
use serde_json::error::Category;

use super::ahead::{Ahead, Looked, Seen};
use super::lines::{Line, Lines};
use super::storage::{Opened, Storage};
use crate::error::{Error, ErrorKind};
use crate::meeting::record::{Digest, Header, Record, VERSION, is_line_of};
use crate::text::{Message, Moment};

/// The largest journal that is read, in bytes: a thousand full days.
const LARGEST: u64 = 1 << 30;

/// What stands in a journal.
#[derive(Debug)]
pub struct Loaded {
    /// What meeting it is.
    pub header: Header,
    /// The header's line, as it stands there.
    pub header_line: String,
    /// The records that are whole: each follows from the one before it, from the first on.
    pub records: Vec<Record>,
    /// How the end is.
    pub end: End,
    /// Where it is damaged before the end, if it is.
    pub damage: Option<Damage>,
    /// Digest of the last line that is whole: what the next record names as `prev`.
    pub tail: Digest,
    /// How long the file was, in bytes, when its reading began.
    pub length: u64,
    /// Where in the file the last line begins that is whole and ended: the header, where there is no record.
    pub(super) last_line: u64,
}

/// How a journal ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// With a whole line.
    Whole,
    /// With a record that lacks only its line feed; it is among the records.
    Unended,
    /// With part of a line, which was never acknowledged.
    Torn {
        /// How many bytes of it.
        bytes: u64,
    },
}

/// The first place from which a journal cannot be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The line, counted from 1; the header is the first.
    pub line: usize,
    /// What is wrong there.
    pub what: Wrong,
    /// How many lines stand after it.
    pub following: usize,
}

/// What can be wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is not what this program writes at all.
    Unreadable,
    /// It is well formed, and holds something that this program does not know.
    Unknown,
    /// It is not the line that the next one was written after.
    Changed,
    /// So many records that should stand before it do not.
    Missing(u64),
}

impl Loaded {
    /// What is to be told of the journal's state, in order; empty when it is whole.
    #[must_use]
    pub fn findings(&self) -> Vec<Message> {
        let mut findings = Vec::new();
        match self.end {
            End::Whole | End::Unended => {}
            End::Torn { bytes } => {
                let bytes = i64::try_from(bytes).unwrap_or(i64::MAX);
                findings.push(
                    Message::new("journal-torn")
                        .with("bytes", bytes)
                        .with("records", self.records.len()),
                );
            }
        }
        if let Some(damage) = self.damage {
            let wrong = match damage.what {
                Wrong::Unreadable => Message::new("journal-wrong-unreadable"),
                Wrong::Unknown => Message::new("journal-wrong-unknown"),
                Wrong::Changed => Message::new("journal-wrong-changed"),
                Wrong::Missing(count) => Message::new("journal-wrong-missing")
                    .with("count", i64::try_from(count).unwrap_or(i64::MAX)),
            };
            let at = Message::new("journal-damaged")
                .with("line", damage.line)
                .with("wrong", wrong);
            findings.push(
                at.with("records", self.records.len())
                    .with("following", damage.following),
            );
        }
        findings
    }
}

/// Reads the journal of that name, and changes nothing.
///
/// # Errors
/// Where not even the header can be read: see [`ErrorKind`]. Anything after the header is a finding, not an error.
pub fn load(storage: &dyn Storage, name: &str) -> Result<Loaded, Error> {
    let path = storage.place(name);
    let file = storage
        .open(name)
        .map_err(|error| Error::read(&path, error))?;
    load_file(&*file, &path)
}

/// What meeting the journal of that name is of.
///
/// # Errors
/// As [`load`].
pub fn header(storage: &dyn Storage, name: &str) -> Result<Header, Error> {
    let path = storage.place(name);
    let file = storage
        .open(name)
        .map_err(|error| Error::read(&path, error))?;
    read_header(&mut Lines::from(&*file, 0), &path).map(|(header, _)| header)
}

pub(super) fn load_file(file: &dyn Opened, path: &Path) -> Result<Loaded, Error> {
    let length = file.length().map_err(|error| Error::read(path, error))?;
    if length > LARGEST {
        return Err(Error::new(ErrorKind::TooLarge {
            path: path.to_owned(),
            limit: LARGEST,
        }));
    }
    let mut lines = Lines::from(file, 0);
    let (header, header_line) = read_header(&mut lines, path)?;
    let mut walk = Walk::after(Digest::of(header_line.as_bytes()), Vec::new(), 0);
    let damage = walk
        .records(lines)
        .map_err(|error| Error::read(path, error))?;
    Ok(Loaded {
        header,
        header_line,
        records: walk.records,
        end: walk.end,
        damage,
        tail: walk.prev,
        length,
        last_line: walk.last_line,
    })
}

fn read_header(lines: &mut Lines<'_>, path: &Path) -> Result<(Header, String), Error> {
    /// All that must stand in the header of any version.
    #[derive(Deserialize)]
    struct Version {
        tribune: u64,
    }
    let path = path.to_owned();
    let line = match lines.read().map_err(|error| Error::read(&path, error))? {
        None => return Err(Error::new(ErrorKind::Empty { path })),
        Some(Line::Tail(_) | Line::Endless) => {
            return Err(Error::new(ErrorKind::Damaged { path, line: 1 }));
        }
        Some(Line::Whole(line)) => line,
    };
    let Ok(Version { tribune: found }) = serde_json::from_slice(&line) else {
        return Err(Error::new(ErrorKind::Damaged { path, line: 1 }));
    };
    if found > u64::from(VERSION) {
        return Err(Error::new(ErrorKind::Version { path, found }));
    }
    match (serde_json::from_slice(&line), String::from_utf8(line)) {
        (Ok(header), Ok(line)) => Ok((header, line)),
        _ => Err(Error::new(ErrorKind::Damaged { path, line: 1 })),
    }
}

/// The records read so far.
pub(super) struct Walk {
    /// Digest of the last whole line.
    pub(super) prev: Digest,
    pub(super) records: Vec<Record>,
    pub(super) end: End,
    /// Where the last line begins that is whole and ended.
    pub(super) last_line: u64,
}

impl Walk {
    /// Goes on after those records, of whose last line this is the digest and the place.
    pub(super) const fn after(prev: Digest, records: Vec<Record>, last_line: u64) -> Self {
        Self {
            prev,
            records,
            end: End::Whole,
            last_line,
        }
    }

    pub(super) fn records(&mut self, lines: Lines<'_>) -> std::io::Result<Option<Damage>> {
        let mut lines = Ahead::of(lines);
        loop {
            let Some(line) = lines.read()? else {
                return Ok(None);
            };
            // The header is line 1.
            let number = self.records.len() + 2;
            let seen = match line {
                Looked::Whole(seen) => seen,
                Looked::Tail(bytes) => return Ok(self.tail(number, &bytes)),
                Looked::Endless => {
                    return Ok(Some(Damage {
                        line: number,
                        what: Wrong::Unreadable,
                        following: 0,
                    }));
                }
            };
            match self.examine(seen.record) {
                Ok(record) => {
                    self.records.push(record);
                    self.prev = seen.digest;
                    self.last_line = seen.begins;
                }
                Err(Wrong::Changed) => return self.changed(number, seen.digest, lines).map(Some),
                Err(what) => {
                    return Ok(Some(Damage {
                        line: number,
                        what,
                        following: count(lines)?,
                    }));
                }
            }
        }
    }

    /// What follows the last line feed: a write that was cut short, unless it is more than that.
    fn tail(&mut self, number: usize, bytes: &[u8]) -> Option<Damage> {
        if let Ok(record) = self.examine(decode(bytes)) {
            self.records.push(record);
            self.prev = Digest::of(bytes);
            self.end = End::Unended;
            return None;
        }
        // A whole record and one byte more is no torn write: the line feed itself was damaged.
        if bytes
            .split_last()
            .is_some_and(|(_, record)| self.examine(decode(record)).is_ok())
        {
            return Some(Damage {
                line: number,
                what: Wrong::Unreadable,
                following: 0,
            });
        }
        self.end = End::Torn {
            bytes: bytes.len() as u64,
        };
        None
    }

    /// The record, where it follows from those before it.
    fn examine(&self, decoded: Result<Record, Wrong>) -> Result<Record, Wrong> {
        let record = decoded?;
        let expected = self.records.last().map_or(1, |last| last.seq + 1);
        if record.seq > expected && record.prev != self.prev {
            return Err(Wrong::Missing(record.seq - expected));
        }
        if record.seq != expected {
            return Err(Wrong::Unreadable);
        }
        if record.prev != self.prev {
            return Err(Wrong::Changed);
        }
        if record.at < self.last_time().unwrap_or(record.at) {
            return Err(Wrong::Unreadable);
        }
        Ok(record)
    }

    fn last_time(&self) -> Option<Moment> {
        self.records.last().map(|last| last.at)
    }

    /// A line does not follow from the one before it: either of them was changed. The line after it may know which.
    fn changed(
        &mut self,
        number: usize,
        digest: Digest,
        mut lines: Ahead<'_>,
    ) -> std::io::Result<Damage> {
        let next = match lines.read()? {
            Some(Looked::Whole(next)) => Some(next),
            Some(Looked::Tail(_) | Looked::Endless) | None => None,
        };
        let following = usize::from(next.is_some()) + count(lines)?;
        let itself = next
            .and_then(|Seen { record, .. }| record.ok())
            .is_some_and(|next| next.prev != digest);
        if itself {
            return Ok(Damage {
                line: number,
                what: Wrong::Changed,
                following,
            });
        }
        self.records.pop();
        Ok(Damage {
            line: number - 1,
            what: Wrong::Changed,
            following: following + 1,
        })
    }
}

/// The record that a line holds, where writing it again gives the same bytes.
pub(super) fn decode(bytes: &[u8]) -> Result<Record, Wrong> {
    let record: Record = serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        Category::Data => Wrong::Unknown,
        Category::Io | Category::Syntax | Category::Eof => Wrong::Unreadable,
    })?;
    if is_line_of(&record, bytes) {
        Ok(record)
    } else {
        Err(Wrong::Unknown)
    }
}

fn count(mut lines: Ahead<'_>) -> std::io::Result<usize> {
    let mut count = 0;
    while lines.read()?.is_some() {
        count += 1;
    }
    Ok(count)
}
