//! What became of things after the meeting: answers from the follow-up ledger and from later sessions, shown beside what the record says.
//! They change nothing of the record and stand in no session file; who keeps them is `archive`.

use std::collections::HashMap;
use std::fmt::Display;

use super::{ActionEntry, Summary};
use crate::meeting::contribution::Answer;
use crate::text::{Message, Moment, Text};

/// An answer that was given after the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Later {
    /// What became of it.
    pub status: Answer,
    /// In words.
    pub text: Option<Text>,
    /// When that was written down.
    pub at: Moment,
    /// By whom; nobody where a meeting said so.
    pub author: Text,
    /// The later session that said so; none where the ledger does.
    pub session: Option<Text>,
}

/// The answers that hold beside one session, by what they answer: `C12`, `A3`, `D2`, `M3`, or an item's number.
pub type LaterAnswers = HashMap<Text, Later>;

impl Later {
    /// It as it stands in documents, marked as later.
    #[must_use]
    pub fn said(&self) -> Message {
        let message = match (&self.session, &self.text) {
            (None, None) => Message::new("summary-later"),
            (None, Some(_)) => Message::new("summary-later-text"),
            (Some(session), None) => Message::new("summary-later-session").with("session", session),
            (Some(session), Some(_)) => {
                Message::new("summary-later-session-text").with("session", session)
            }
        };
        let message = message
            .with("day", self.at.date_naive())
            .with("status", self.status.word());
        match &self.text {
            Some(text) => message.with("text", text),
            None => message,
        }
    }
}

impl Summary {
    /// The same meeting with what was answered after it.
    #[must_use]
    pub fn with_later(mut self, answers: LaterAnswers) -> Self {
        self.later = answers;
        self
    }

    /// Whether an action is done, as far as is known today.
    #[must_use]
    pub fn status_of(&self, action: &ActionEntry) -> Answer {
        match self.later(action.id) {
            Some(later) => later.status,
            None if action.done => Answer::Done,
            None => Answer::Open,
        }
    }

    /// What was answered of that afterwards: a contribution, an action, a decision, a matter, or an item by its number.
    #[must_use]
    pub fn later(&self, id: impl Display) -> Option<&Later> {
        if self.later.is_empty() {
            return None;
        }
        self.later.get(&Text::line(&id.to_string()))
    }
}
