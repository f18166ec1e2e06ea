//! What the commands of `floor` come to.

use super::Command;
use crate::meeting::{Acting, Event, Meeting, Refusal};

pub(in crate::meeting) fn decide(
    _meeting: &Meeting,
    _acting: &Acting,
    _command: Command,
) -> Result<Vec<Event>, Refusal> {
    Ok(Vec::new())
}

/// The events that end whatever runs.
pub(in crate::meeting) fn end_running(_meeting: &Meeting) -> Vec<Event> {
    Vec::new()
}
