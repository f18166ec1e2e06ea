//! Why a line could not be read: a value, told like a refusal. Owns no words.

use super::CommandRow;
use crate::meeting::Refusal;
use crate::text::Message;

/// A line could not be read, and nothing was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// The sentence, saying what to do instead.
    pub reason: Message,
    /// What may have been meant, one each, where there are several.
    pub candidates: Vec<Message>,
    /// The form of the command, where its words did not fit it.
    pub usage: Option<Message>,
}

impl Misread {
    /// A plain one.
    #[must_use]
    pub fn new(reason: Message) -> Self {
        Self {
            reason,
            candidates: Vec::new(),
            usage: None,
        }
    }

    /// The same, with what may have been meant.
    #[must_use]
    pub fn among(mut self, candidates: Vec<Message>) -> Self {
        self.candidates = candidates;
        self
    }

    /// The words after a command do not fit it.
    pub(super) fn of(row: &CommandRow) -> Self {
        Self {
            usage: Some(row.form()),
            ..Self::new(Message::new("phrase-usage").with("command", row.called()))
        }
    }
}

/// A line that cannot be read is told as a refusal is.
impl From<Misread> for Refusal {
    fn from(misread: Misread) -> Self {
        let obstacles = misread
            .candidates
            .into_iter()
            .chain(misread.usage)
            .collect();
        Self::new(misread.reason).because(obstacles)
    }
}

impl From<Box<Misread>> for Refusal {
    fn from(misread: Box<Misread>) -> Self {
        Self::from(*misread)
    }
}

/// Why the reader of a row gave up.
#[derive(Debug)]
pub(super) enum Fault {
    /// The words do not fit the row.
    Usage,
    /// It says itself why.
    Misread(Misread),
}

impl From<Misread> for Fault {
    fn from(misread: Misread) -> Self {
        Self::Misread(misread)
    }
}

impl From<Message> for Fault {
    fn from(reason: Message) -> Self {
        Self::Misread(Misread::new(reason))
    }
}
