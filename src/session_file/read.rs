//! Reading back: the journal's lines, their chain, the seal; then the replay. Whatever bytes come, the answer is a meeting with what was
//! noticed about it, or one sentence.

use std::sync::Arc;

use serde::Deserialize;

use super::{JOURNAL, SEAL, VERSION};
use crate::agenda;
use crate::meeting::record::VERSION as JOURNAL_VERSION;
use crate::meeting::{Digest, Header, Meeting, Record};
use crate::summary::Seal;
use crate::text::Message;

/// A session that was read.
#[derive(Clone, Debug)]
pub struct Session {
    /// The meeting, as its records say.
    pub meeting: Meeting,
    /// The seal as the file has it; none where it has none that can be read.
    pub seal: Option<Seal>,
    /// What was changed since the file was sealed; empty where nothing was.
    pub changes: Vec<Change>,
}

/// Something that is not as it was when the file was sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The seal is missing, or says nothing that can be read.
    NoSeal,
    /// The bytes are not those that were sealed.
    Bytes,
    /// A record, counted from 1 (0 is the header), is not the one that the next names.
    Record(u64),
    /// A record cannot be read; it and those behind it are left out.
    Unreadable(u64),
    /// There are more or fewer records than were sealed.
    Count {
        /// How many there are.
        found: u64,
        /// How many were sealed.
        sealed: u64,
    },
    /// The last line is not the one that was sealed.
    LastLine,
}

impl Change {
    /// Whether that was done to the records, and not only to what readers are shown of them.
    #[must_use]
    pub const fn is_of_records(self) -> bool {
        match self {
            Self::Record(_) | Self::Unreadable(_) | Self::Count { .. } | Self::LastLine => true,
            Self::NoSeal | Self::Bytes => false,
        }
    }

    /// It as a sentence.
    #[must_use]
    pub fn message(self) -> Message {
        let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        match self {
            Self::NoSeal => Message::new("session-no-seal"),
            Self::Bytes => Message::new("session-bytes-changed"),
            Self::Record(seq) => Message::new("session-record-changed").with("record", number(seq)),
            Self::Unreadable(seq) => {
                Message::new("session-record-unreadable").with("record", number(seq))
            }
            Self::Count { found, sealed } => Message::new("session-count-changed")
                .with("found", number(found))
                .with("sealed", number(sealed)),
            Self::LastLine => Message::new("session-last-changed"),
        }
    }
}

#[derive(Deserialize)]
struct Kept {
    journal: Lines,
}

#[derive(Deserialize)]
struct Lines {
    version: u64,
    #[serde(default)]
    lines: Vec<String>,
}

#[derive(Deserialize)]
struct Sealed {
    seal: Seal,
}

/// Reads a session file.
///
/// # Errors
/// One sentence, where there is no meeting to be had from those bytes.
pub fn read(bytes: &[u8]) -> Result<Session, Message> {
    if bytes.is_empty() {
        return Err(Message::new("session-empty"));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Message::new("session-not-text"))?;
    let (body, seal) = split(text);
    let seal = seal.and_then(read_seal);
    let lines = journal_lines(body)?;
    let mut lines = lines.iter();
    let header_line = lines.next().ok_or_else(damaged)?;
    let header: Header = serde_json::from_str(header_line).map_err(|_| damaged())?;
    if header.tribune > JOURNAL_VERSION {
        return Err(later(u64::from(header.tribune)));
    }
    let agenda = agenda::file::read(&header.agenda)
        .agenda
        .ok_or_else(|| Message::new("session-agenda"))?;
    let chain = follow(header_line, lines);
    let changes = changes(body, seal.as_ref(), &chain);
    Ok(Session {
        meeting: Meeting::replay(header, agenda, chain.records),
        seal,
        changes,
    })
}

/// What stands before the seal's line, and from it on.
fn split(text: &str) -> (&str, Option<&str>) {
    match last_line(text, SEAL) {
        Some(at) => (&text[..at], Some(&text[at..])),
        None => (text, None),
    }
}

/// Where the last line begins that is exactly that.
fn last_line(text: &str, line: &str) -> Option<usize> {
    let is_line = |at: &usize| {
        (*at == 0 || text.as_bytes()[at - 1] == b'\n')
            && text[at + line.len()..]
                .chars()
                .next()
                .is_none_or(|c| matches!(c, '\n' | '\r'))
    };
    text.rmatch_indices(line)
        .map(|(at, _)| at)
        .find(|at| is_line(at))
}

/// The seal that those last bytes of a session file end with; none where it does not stand in them whole.
#[must_use]
pub fn seal_at_end(bytes: &[u8]) -> Option<Seal> {
    let text = String::from_utf8_lossy(bytes);
    let at = last_line(&text, SEAL).filter(|at| *at > 0)?;
    read_seal(&text[at..])
}

fn read_seal(text: &str) -> Option<Seal> {
    let Sealed { seal } = toml::from_str(text).ok()?;
    Some(seal)
}

/// The lines of the journal alone: whatever was done to the rest does not matter.
fn journal_lines(body: &str) -> Result<Vec<String>, Message> {
    let at = last_line(body, JOURNAL).ok_or_else(|| {
        if body.starts_with("[summary]") {
            damaged()
        } else {
            Message::new("session-not-one")
        }
    })?;
    let Kept { journal } = toml::from_str(&body[at..]).map_err(|_| damaged())?;
    if journal.version > u64::from(VERSION) {
        return Err(later(journal.version));
    }
    Ok(journal.lines)
}

fn damaged() -> Message {
    Message::new("session-damaged")
}

fn later(version: u64) -> Message {
    Message::new("session-later").with("version", i64::try_from(version).unwrap_or(i64::MAX))
}

/// The records, and where their chain does not hold.
struct Chain {
    records: Vec<Arc<Record>>,
    last: Digest,
    broken: Vec<Change>,
}

fn follow<'a>(header: &str, lines: impl Iterator<Item = &'a String>) -> Chain {
    let mut chain = Chain {
        records: Vec::new(),
        last: Digest::of(header.as_bytes()),
        broken: Vec::new(),
    };
    for (seq, line) in (1..).zip(lines) {
        let record = serde_json::from_str::<Record>(line);
        let Some(record) = record.ok().filter(|record| record.seq == seq) else {
            chain.broken.push(Change::Unreadable(seq));
            break;
        };
        if record.prev != chain.last {
            chain.broken.push(Change::Record(seq - 1));
        }
        chain.last = Digest::of(line.as_bytes());
        chain.records.push(Arc::new(record));
    }
    chain
}

fn changes(body: &str, seal: Option<&Seal>, chain: &Chain) -> Vec<Change> {
    let Some(seal) = seal else {
        let mut changes = vec![Change::NoSeal];
        changes.extend(&chain.broken);
        return changes;
    };
    let mut changes = chain.broken.clone();
    let found = chain.records.len() as u64;
    if found != seal.records {
        changes.push(Change::Count {
            found,
            sealed: seal.records,
        });
    } else if chain.last != seal.journal_digest {
        changes.push(Change::LastLine);
    }
    if Digest::of(body.as_bytes()) != seal.session_digest {
        changes.push(Change::Bytes);
    }
    changes
}
