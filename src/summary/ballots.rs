//! From the ballots of a meeting to their entries: one for each vote, one for each office of an election.

use super::BallotEntry;
use super::of::Numbers;
use crate::meeting::{BallotId, Meeting, MotionId};

/// The ballots, in order of opening.
pub(super) fn of(_meeting: &Meeting, _numbers: &Numbers) -> Vec<BallotEntry> {
    Vec::new()
}

/// The last ballot on a motion.
pub(super) fn on(_meeting: &Meeting, _motion: MotionId) -> Option<BallotId> {
    None
}
