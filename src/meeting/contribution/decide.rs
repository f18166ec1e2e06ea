//! What the commands of `contribution` come to.

use super::Command;
use crate::meeting::{Acting, Event, Meeting, Refusal};

pub(in crate::meeting) fn decide(
    _meeting: &Meeting,
    _acting: &Acting,
    _command: Command,
) -> Result<Vec<Event>, Refusal> {
    Ok(Vec::new())
}

/// Refuses what was struck or merged.
pub(in crate::meeting) fn standing(_contribution: &super::Contribution) -> Result<(), Refusal> {
    Ok(())
}
