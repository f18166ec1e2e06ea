//! The ballots as one participant has them before them: which one is shown, what is selected on it.

use crate::meeting::Meeting;

use super::browse::Browse;

/// The ballots, as they lie before one participant.
#[derive(Clone, Debug, Default)]
pub struct Polls {
    /// Which row is selected, which are in sight.
    pub browse: Browse,
    records: Option<usize>,
}

impl Polls {
    /// Lets go of what was selected.
    pub fn let_go(&mut self) {
        self.browse.select(None);
    }

    /// Shows the ballots as they are now.
    pub fn refresh(&mut self, meeting: &Meeting) {
        let records = Some(meeting.history.len());
        if self.records != records {
            self.records = records;
            self.browse.touch();
        }
    }
}
