//! Keys while the agenda stands open to be changed: Up and Down select an item, digits go there, move, retitle, leave out.

use super::{Effect, Given, form, send};
use crate::meeting::progress::Command as Progress;
use crate::meeting::{Command, ItemId};
use crate::tui::form::{Form, Purpose};
use crate::tui::input::Code;
use crate::tui::ui::{Dialog, Sent, Ui};

/// Opens the agenda at the item that is open, else at the first.
pub fn open(ui: &mut Ui, given: &mut Given) {
    let progress = &given.meeting.progress;
    let first = progress.items().next().map(|item| item.id);
    match progress.place().or(first) {
        Some(selected) => ui.dialog = Some(Dialog::Agenda { selected }),
        None => form::open(ui, given, Purpose::AddItem),
    }
}

/// Selects another item, where the key says so; gives the dialog back where it does not.
pub fn select(ui: &mut Ui, given: &Given, selected: ItemId, key: Code) -> Option<Dialog> {
    let progress = &given.meeting.progress;
    let number = progress.number(selected);
    let number = match key {
        Code::Up => number.saturating_sub(1).max(1),
        Code::Down => number + 1,
        Code::Home => 1,
        Code::End => progress.items().len(),
        _ => return Some(Dialog::Agenda { selected }),
    };
    let selected = progress.numbered(number).map_or(selected, |item| item.id);
    ui.dialog = Some(Dialog::Agenda { selected });
    None
}

/// Does what the digit says to the selected item; the agenda stays open while items are put in order.
pub fn answer(ui: &mut Ui, given: &mut Given, item: ItemId, digit: u32) -> Vec<Effect> {
    let number = given.meeting.progress.number(item);
    match digit {
        2 => send(ui, Sent::Key(None), Progress::Item(item).into()),
        3 if number > 1 => stay(
            ui,
            item,
            Progress::Move {
                item,
                number: number - 1,
            }
            .into(),
        ),
        4 if number < given.meeting.progress.items().len() => stay(
            ui,
            item,
            Progress::Move {
                item,
                number: number + 1,
            }
            .into(),
        ),
        3 | 4 => {
            ui.dialog = Some(Dialog::Agenda { selected: item });
            Vec::new()
        }
        5 => {
            let title = given
                .meeting
                .progress
                .item(item)
                .map(|item| &item.plan.title);
            let title = title
                .map(|title| title.get(ui.language).as_str())
                .unwrap_or_default();
            let retitle = Form::with(Purpose::Retitle(item), title);
            form::show(ui, given, retitle);
            Vec::new()
        }
        6 => fill(ui, given, Purpose::Skip(item)),
        7 => stay(ui, item, Progress::Defer(item).into()),
        8 => fill(ui, given, Purpose::AddItem),
        _ => Vec::new(),
    }
}

fn fill(ui: &mut Ui, given: &mut Given, purpose: Purpose) -> Vec<Effect> {
    form::open(ui, given, purpose);
    Vec::new()
}

fn stay(ui: &mut Ui, selected: ItemId, command: Command) -> Vec<Effect> {
    ui.dialog = Some(Dialog::Agenda { selected });
    send(ui, Sent::Key(None), command)
}
