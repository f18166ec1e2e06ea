//! Selecting among those who wait for the floor, and what can be done to the selected one.

use super::Given;
use crate::meeting::floor::{Command as Floor, Entry, SpeakerList};
use crate::meeting::{Command, EntryId, Meeting};
use crate::text::Message;
use crate::tui::ui::{Act, Choice, Dialog, Ui};

/// Selects the one before the selected; the last where none is.
pub fn select_previous(ui: &mut Ui, meeting: &Meeting) {
    let ids = waiting(meeting);
    let at = position(ui, &ids).map_or(ids.len(), |at| at.max(1));
    ui.selected = at.checked_sub(1).and_then(|at| ids.get(at)).copied();
}

/// Selects the one behind the selected; the first where none is.
pub fn select_next(ui: &mut Ui, meeting: &Meeting) {
    let ids = waiting(meeting);
    let at = position(ui, &ids).map_or(0, |at| at + 1);
    ui.selected = ids.get(at).or(ids.last()).copied();
}

fn position(ui: &Ui, ids: &[EntryId]) -> Option<usize> {
    ids.iter().position(|id| Some(*id) == ui.selected)
}

fn waiting(meeting: &Meeting) -> Vec<EntryId> {
    entries(meeting).map(|entry| entry.id).collect()
}

fn entries(meeting: &Meeting) -> impl Iterator<Item = &Entry> {
    let list = meeting
        .progress
        .place()
        .and_then(|item| meeting.floor.list(item));
    list.into_iter().flat_map(SpeakerList::entries)
}

/// Nobody is selected who does not wait any more.
pub fn settle(ui: &mut Ui, meeting: &Meeting) {
    ui.selected = ui
        .selected
        .filter(|id| entries(meeting).any(|entry| entry.id == *id));
}

/// Asks what is to be done to the selected one.
pub fn act(ui: &mut Ui, given: &Given) {
    let meeting = given.meeting;
    let Some(entry) = entries(meeting).find(|entry| Some(entry.id) == ui.selected) else {
        return;
    };
    let who = || entry.who.clone();
    let act = |command: Floor| Some(Act::from(Command::from(command)));
    let name = meeting.roster.called(&entry.who);
    let reason = entry.reason.as_ref();
    ui.dialog = Some(Dialog::Choose(Choice {
        question: Message::new("form-waiting").with("name", name),
        more: reason
            .map(|reason| Message::new("tui-shown-line").with("text", reason.clone()))
            .into_iter()
            .collect(),
        answers: vec![
            ("form-waiting-leave", None),
            ("form-waiting-give", act(Floor::Give(who()))),
            ("form-waiting-first", act(Floor::First(who()))),
            ("form-waiting-withdraw", act(Floor::Withdraw(who()))),
        ],
    }));
}
