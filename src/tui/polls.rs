//! The ballots as one participant has them before them: where one stands among the earlier ones, and what the line that is typed
//! would come to. What a ballot is and comes to is the meeting's.

use crate::meeting::Meeting;
use crate::text::Message;

use super::browse::Browse;

/// What the typed line would make of the open ballot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Foretold {
    /// It would stand so.
    Stands(Message),
    /// It cannot be, and why.
    Impossible(Message),
}

/// The ballots, as they lie before one participant.
#[derive(Clone, Debug, Default)]
pub struct Polls {
    /// Which of the earlier ones are in sight.
    pub browse: Browse,
    foretold: Option<Foretold>,
    lacking: Option<Message>,
    records: Option<usize>,
}

impl Polls {
    /// What the line that is typed would come to, where it is about the open ballot.
    #[must_use]
    pub const fn foretold(&self) -> Option<&Foretold> {
        self.foretold.as_ref()
    }

    /// What the open ballot still lacks for a result, where it lacks something.
    #[must_use]
    pub const fn lacking(&self) -> Option<&Message> {
        self.lacking.as_ref()
    }

    /// Takes note of what the line would come to.
    pub fn foretell(&mut self, foretold: Option<Foretold>) {
        if self.foretold != foretold {
            self.foretold = foretold;
            self.browse.touch();
        }
    }

    /// Goes so many of the earlier ballots back, or on.
    pub fn step(&mut self, meeting: &Meeting, ballots: isize) {
        let stops: Vec<usize> = (0..meeting.ballots.all().count()).collect();
        let at = self.browse.stepped(&stops, ballots);
        self.browse.select(at);
    }

    /// Lets go of what was selected.
    pub fn let_go(&mut self) {
        self.browse.select(None);
    }

    /// Shows the ballots as they are now; `lacking` is asked only where something was recorded since.
    pub fn refresh(&mut self, meeting: &Meeting, lacking: impl FnOnce() -> Option<Message>) {
        let records = Some(meeting.history.len());
        if self.records != records {
            self.records = records;
            self.lacking = lacking();
            self.browse.touch();
        }
    }
}
