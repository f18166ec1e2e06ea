//! Keys of the Floor face that depend on where the meeting is: the pace, the whole of the cue.

use super::keys::refuse;
use super::{Effect, Given, send};
use crate::cue;
use crate::meeting::floor::Command as Floor;
use crate::meeting::{Meeting, Refusal};
use crate::text::{Message, Moment};
use crate::tui::ui::{Dialog, Sent, Ui};

/// Gives everybody who waits the same share of what is left of the item, from the next on.
pub fn apply_pace(ui: &mut Ui, given: &Given) -> Vec<Effect> {
    match pace(given.meeting, given.now) {
        Ok(seconds) => send(ui, Sent::Key(None), Floor::SetEach(Some(seconds)).into()),
        Err(why) => {
            refuse(ui, &Refusal::new(why));
            Vec::new()
        }
    }
}

fn pace(meeting: &Meeting, now: Moment) -> Result<u32, Message> {
    if meeting.progress.place().is_none() {
        return Err(Message::new("progress-none-open"));
    }
    if meeting.rest_of_item(now).is_none() {
        return Err(Message::new("tui-pace-unplanned"));
    }
    match meeting.pace(now).map(u32::try_from) {
        None => Err(Message::new("tui-pace-nobody")),
        Some(Ok(seconds)) if seconds > 0 => Ok(seconds),
        Some(_) => Err(Message::new("tui-pace-nothing-left")),
    }
}

/// Shows the whole of what the chair says next.
pub fn whole_cue(ui: &mut Ui, given: &Given) {
    match cue::next(given.meeting, given.now) {
        Some(cue) => {
            ui.dialog = Some(Dialog::Shown {
                lines: vec![cue.message],
                above: 0,
            });
        }
        None => refuse(ui, &Refusal::new(Message::new("tui-no-cue"))),
    }
}
