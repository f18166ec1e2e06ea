//! The journal beside a session file: whether both hold the same records. Owns the comparison and its sentences; opens no file.

use crate::journal::Loaded;
use crate::meeting::{Header, Meeting, Record};
use crate::text::{Arg, Message};

/// How a journal stands to the session file beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// Both hold the same records.
    Same,
    /// The journal goes on with so many records more: the file was not written after them.
    Ahead(usize),
    /// So many of the file's records are not in the journal.
    Behind(usize),
    /// That record is another one; 0 is the header.
    Other(u64),
}

impl Beside {
    /// How that journal stands to the session file of that meeting.
    pub fn of(meeting: &Meeting, loaded: &Loaded) -> Self {
        Self::between(meeting, &loaded.header, loaded.records.iter())
    }

    /// How those records of a journal stand to the session file of that meeting.
    pub fn between<'a>(
        meeting: &Meeting,
        header: &Header,
        records: impl ExactSizeIterator<Item = &'a Record>,
    ) -> Self {
        if *header != *meeting.header {
            return Self::Other(0);
        }
        let (kept, journalled) = (meeting.history.len(), records.len());
        let mut pairs = meeting.history.records().zip(records);
        if let Some((kept, _)) = pairs.find(|(kept, journalled)| *kept != *journalled) {
            return Self::Other(kept.seq);
        }
        match journalled.checked_sub(kept) {
            None => Self::Behind(kept - journalled),
            Some(0) => Self::Same,
            Some(more) => Self::Ahead(more),
        }
    }

    /// It as a sentence.
    pub fn message(self) -> Message {
        match self {
            Self::Same => Message::new("beside-same"),
            Self::Ahead(count) => Message::new("beside-ahead").with("count", count),
            Self::Behind(count) => Message::new("beside-behind").with("count", count),
            Self::Other(0) => Message::new("beside-another-meeting"),
            Self::Other(record) => Message::new("beside-other").with(
                "record",
                Arg::from(i64::try_from(record).unwrap_or(i64::MAX)),
            ),
        }
    }
}
