//! Selecting among those who wait for the floor, and what can be done to the selected one.

use super::Given;
use crate::meeting::floor::{Command as Floor, SpeakerList};
use crate::meeting::{Command, EntryId, Meeting};
use crate::text::Message;
use crate::tui::action::Move;
use crate::tui::screen::floor::queue;
use crate::tui::ui::{Choice, Dialog, Then, Ui};

/// Places that a page key goes.
const PAGE: isize = 10;

/// Moves among those who wait, or asks what is to be done to the selected one.
pub fn go(ui: &mut Ui, given: &Given, way: Move) {
    match way {
        Move::Previous => step(ui, given.meeting, -1),
        Move::Next => step(ui, given.meeting, 1),
        Move::PageBack => step(ui, given.meeting, -PAGE),
        Move::PageOn => step(ui, given.meeting, PAGE),
        Move::Mark | Move::Act => act(ui, given),
        Move::GroupBack | Move::GroupOn | Move::Open | Move::Fold | Move::Turn | Move::Refuse => {}
    }
}

/// Selects the one so many places behind the selected, or before; where none is, the first or the last.
fn step(ui: &mut Ui, meeting: &Meeting, places: isize) {
    let ids = waiting(meeting);
    let last = ids.len().saturating_sub(1);
    let at = match ids.iter().position(|id| Some(*id) == ui.selected) {
        Some(at) => at.saturating_add_signed(places).min(last),
        None if places < 0 => last,
        None => 0,
    };
    ui.selected = ids.get(at).copied();
}

fn waiting(meeting: &Meeting) -> Vec<EntryId> {
    list(meeting).map(queue::in_order).unwrap_or_default()
}

fn list(meeting: &Meeting) -> Option<&SpeakerList> {
    let item = meeting.progress.place()?;
    meeting.floor.list(item)
}

/// Nobody is selected who does not wait any more.
pub fn settle(ui: &mut Ui, meeting: &Meeting) {
    ui.selected = ui
        .selected
        .filter(|id| list(meeting).is_some_and(|list| list.entry(*id).is_some()));
}

/// Asks what is to be done to the selected one.
pub fn act(ui: &mut Ui, given: &Given) {
    let meeting = given.meeting;
    let selected = ui.selected.and_then(|id| list(meeting)?.entry(id));
    let Some(entry) = selected else {
        return;
    };
    let who = || entry.who.clone();
    let act = |command: Floor| Then::from(Command::from(command));
    let name = meeting.roster.called(&entry.who);
    let reason = entry.reason.as_ref();
    ui.dialog = Some(Dialog::Choose(Choice {
        question: Message::new("form-waiting").with("name", name),
        more: reason
            .map(|reason| Message::new("tui-shown-line").with("text", reason.clone()))
            .into_iter()
            .collect(),
        answers: vec![
            ("form-waiting-leave", Then::Leave),
            ("form-waiting-give", act(Floor::Give(who()))),
            ("form-waiting-first", act(Floor::First(who()))),
            ("form-waiting-withdraw", act(Floor::Withdraw(who()))),
        ],
    }));
}
