//! What earlier meetings left open: offered when the meeting opens, listed at any time, gone through one by one. Leaving it loses
//! nothing: the list comes back to where one was. How a matter is drawn is `screen`'s.

use std::collections::HashSet;

use super::dialog::moved;
use super::{Given, form};
use crate::meeting::contribution::Answer;
use crate::meeting::outcome::{Entered, Matter};
use crate::meeting::{MatterId, Meeting};
use crate::telling;
use crate::text::{Message, Text};
use crate::tui::form::Purpose;
use crate::tui::input::Code;
use crate::tui::message::Recorded;
use crate::tui::ui::{Choice, Dialog, Notice, Then, Tone, Ui};

/// The question whether to go through them now; none where that record did not raise any.
pub fn after(recorded: &Recorded) -> Option<Dialog> {
    if recorded.before.outcomes.matters().next().is_some() {
        return None;
    }
    let matters = || recorded.after.outcomes.matters();
    let first = matters().next()?.what.id;
    let sessions: HashSet<&Text> = matters().map(|matter| &matter.what.session).collect();
    Some(Dialog::Choose(Choice {
        question: Message::new("matters-arise")
            .with("count", matters().count())
            .with("sessions", sessions.len()),
        more: vec![Message::new("matters-arise-later")],
        answers: vec![
            ("form-not-yet", Then::Leave),
            ("matters-go-through", Then::Matter(first)),
        ],
    }))
}

/// Lists them all, the one at which one was selected, else the next that is open; says so where none arise.
pub fn list(ui: &mut Ui, meeting: &Meeting) {
    let matters = &meeting.outcomes;
    let here = ui.matter.and_then(|here| matters.matter(here));
    let next = here.filter(|here| here.status == Answer::Open);
    let next = next.or_else(|| open_behind(meeting, here?.what.id));
    let selected = next
        .or_else(|| matters.open_matters().next())
        .or(here)
        .or_else(|| matters.matters().next());
    if let Some(matter) = selected {
        let selected = matter.what.id;
        ui.dialog = Some(Dialog::Matters { selected });
    } else {
        ui.notice = Some(Notice {
            what: vec![telling::no_matters(meeting)],
            tone: Tone::Done,
        });
    }
}

/// Selects another one of the list, where the key says so; gives the dialog back where it does not.
pub fn select(ui: &mut Ui, meeting: &Meeting, selected: MatterId, key: Code) -> Option<Dialog> {
    let Some(selected) = stepped(meeting, selected, key) else {
        return Some(Dialog::Matters { selected });
    };
    ui.dialog = Some(Dialog::Matters { selected });
    None
}

/// Asks what becomes of that one.
pub fn show(ui: &mut Ui, at: MatterId) {
    ui.matter = Some(at);
    ui.dialog = Some(Dialog::Matter { at, above: 0 });
}

/// Goes to another matter, reads on in this one, or leaves; gives the dialog back where the key does none of it.
pub fn turn(
    ui: &mut Ui,
    meeting: &Meeting,
    (at, above): (MatterId, u16),
    key: Code,
) -> Option<Dialog> {
    if key == Code::Esc {
        return None;
    }
    // A page here is one of its text.
    if let Code::PageUp | Code::PageDown | Code::Char(' ') = key {
        let above = moved(above, most_rows(meeting, at), key).unwrap_or(above);
        ui.dialog = Some(Dialog::Matter { at, above });
        return None;
    }
    let Some(other) = stepped(meeting, at, key) else {
        return Some(Dialog::Matter { at, above });
    };
    show(ui, other);
    None
}

/// Takes the digit: leaves the matter as it is and goes on, or asks for the words of the answer.
pub fn answer(ui: &mut Ui, given: &mut Given, at: MatterId, digit: u32) {
    let status = match digit {
        2 => Answer::Answered,
        3 => Answer::Adopted,
        4 => Answer::Declined,
        5 => Answer::Carried,
        6 => Answer::Done,
        _ => return go_on(ui, given.meeting, at),
    };
    form::open(ui, given, Purpose::Answer(at, status));
}

/// After a form was obeyed: where it answered a matter, the next one is asked.
pub fn answered(ui: &mut Ui, meeting: &Meeting, purpose: Purpose) {
    if let Purpose::Answer(at, _) = purpose {
        go_on(ui, meeting, at);
    }
}

/// After a form was left: where it was to answer a matter, that stands there again.
pub fn back(ui: &mut Ui, purpose: Purpose) {
    if let Purpose::Answer(at, _) = purpose {
        show(ui, at);
    }
}

/// The next open one; behind the last the list, which shows what became of all.
fn go_on(ui: &mut Ui, meeting: &Meeting, from: MatterId) {
    if let Some(matter) = open_behind(meeting, from) {
        return show(ui, matter.what.id);
    }
    ui.matter = None;
    list(ui, meeting);
}

/// The next one behind it that is open.
fn open_behind(meeting: &Meeting, from: MatterId) -> Option<&Entered<Matter>> {
    let mut open = meeting.outcomes.open_matters();
    open.find(|matter| matter.what.id > from)
}

/// The matter to which that key goes from another one, open or not.
fn stepped(meeting: &Meeting, from: MatterId, key: Code) -> Option<MatterId> {
    const PAGE: usize = 10;
    let all: Vec<MatterId> = meeting
        .outcomes
        .matters()
        .map(|matter| matter.what.id)
        .collect();
    let (at, last) = (
        all.iter().position(|id| *id == from)?,
        all.len().saturating_sub(1),
    );
    let at = match key {
        Code::Up => at.saturating_sub(1),
        Code::Down => at + 1,
        Code::PageUp => at.saturating_sub(PAGE),
        Code::PageDown => at + PAGE,
        Code::Home => 0,
        Code::End => last,
        _ => return None,
    };
    all.get(at.min(last)).copied()
}

/// Rows that its text can take at most, on the narrowest screen that shows it.
fn most_rows(meeting: &Meeting, at: MatterId) -> usize {
    const NARROWEST: usize = 16;
    let matter = meeting.outcomes.matter(at);
    matter.map_or(0, |matter| matter.what.text.as_str().len() / NARROWEST)
}
