//! Requests that are no acts of the meeting: what the screen can grant itself it does here, the rest the program grants.

use super::{Effect, Given, faces, floor, matters};
use crate::phrase::{Face, Request};
use crate::telling;
use crate::text::{Message, Text};
use crate::tui::ui::{Dialog, Draft, Sent, Ui};

/// Records of the log that one dialog shows.
const LOG_ROWS: usize = 12;

/// Takes a request; `draft` is the line it stood in.
pub fn take(ui: &mut Ui, given: &Given, draft: Draft, request: Request) -> Vec<Effect> {
    match request {
        Request::Quit => ui.dialog = Some(Dialog::Leave),
        Request::Help { topic: None } => ui.dialog = Some(Dialog::Help { above: 0 }),
        Request::Help { topic: Some(topic) } if is_cue(&topic) => floor::whole_cue(ui, given),
        Request::Log => {
            ui.dialog = Some(Dialog::Shown {
                lines: log(given),
                above: 0,
            });
        }
        Request::Matters => matters::list(ui, given.meeting),
        Request::Filter { text } => return faces::keep_filter(ui, given, text.as_str()),
        Request::Face {
            face: Face::Contributions,
            by,
        } => return faces::contributions(ui, given, by),
        Request::Face { face, .. } if faces::FACES.contains(&face) => {
            return faces::show(ui, given, face);
        }
        Request::Lang { language } => ui.language = language.unwrap_or(ui.language.other()),
        request @ (Request::Save
        | Request::Export { .. }
        | Request::Help { topic: Some(_) }
        | Request::Reload { .. }
        | Request::Pace
        | Request::Face { .. }
        | Request::Theme { .. }
        | Request::Why { .. }
        | Request::Private { .. }) => {
            ui.sent = Some(Sent::Line(draft));
            return vec![Effect::Grant(request)];
        }
    }
    Vec::new()
}

/// Whether help is asked on what the chair says next.
fn is_cue(topic: &Text) -> bool {
    ["cue", "主持词"].contains(&topic.as_str().trim().to_lowercase().as_str())
}

/// What was recorded last, the newest below.
fn log(given: &Given) -> Vec<Message> {
    let records = given.meeting.history.records().rev().take(LOG_ROWS);
    let step = |record| telling::Step {
        before: given.meeting,
        after: given.meeting,
        record,
    };
    let mut told: Vec<Vec<Message>> = records.map(|record| telling::of(&step(record))).collect();
    told.reverse();
    told.concat()
}
