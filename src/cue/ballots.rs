//! What is said around a vote: the question before it, how to vote while it is open, the result after it.

use super::{Cue, cue};
use crate::meeting::Meeting;
use crate::meeting::progress::ItemState;
use crate::text::Message;

/// What is said while a ballot is open, or has just been closed.
pub(super) fn now(_: &Meeting) -> Option<Cue> {
    None
}

/// Putting the question of an item that has no result yet.
pub(super) fn before(meeting: &Meeting, item: &ItemState) -> Option<Cue> {
    if item.outcome.is_some() {
        return None;
    }
    let question = item.plan.text.as_ref().unwrap_or(&item.plan.title);
    Some(cue(
        meeting,
        "question",
        Message::new("cue-question").with("question", question),
    ))
}
