//! Setting right afterwards when something began or ended, and who it really was.

use crate::agenda::Who;
use crate::meeting::{Acting, Event, Meeting, Refusal};
use crate::text::Moment;

/// What may be set right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// It really began then.
    Began {
        /// What.
        what: Stretch,
        /// When.
        at: Moment,
    },
    /// It really ended then.
    Ended {
        /// What.
        what: Stretch,
        /// When.
        at: Moment,
    },
    /// The running turn, else the last, was really somebody else's; the lines filed under it are too.
    Was(Who),
    /// The persons of the last two turns were taken for each other.
    Swap,
}

/// What has a beginning and an end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stretch {
    /// The running turn, else the last.
    #[default]
    Turn,
    /// The open item, else the last.
    Item,
    /// The meeting.
    Meeting,
}

pub(in crate::meeting) fn decide(
    _meeting: &Meeting,
    _acting: &Acting,
    _repair: Repair,
) -> Result<Vec<Event>, Refusal> {
    Ok(Vec::new())
}
