//! What the commands of `progress` come to.

use super::Command;
use crate::meeting::{Acting, Event, Meeting, Refusal};

pub(in crate::meeting) fn decide(
    _meeting: &Meeting,
    _acting: &Acting,
    _command: Command,
) -> Result<Vec<Event>, Refusal> {
    Ok(Vec::new())
}

pub(in crate::meeting) fn hindrances(_meeting: &Meeting) -> Vec<crate::text::Message> {
    Vec::new()
}
