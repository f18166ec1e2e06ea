//! Lines set aside: a command begun by a key never waits for a half-written line, and never costs one. The line goes aside
//! with its turn and kind, the command has the place, and when that is obeyed or emptied the line stands there again.

use super::{Effect, Given, keys};
use crate::tui::completion::Completion;
use crate::tui::input::{Code, Key};
use crate::tui::ui::{Dialog, Draft, Held, Ui};

/// Begins a command in the line; what stands there goes aside, but for a beginning that nobody has typed at.
pub fn begin(ui: &mut Ui, given: &Given, beginning: &str) {
    set(ui);
    ui.draft.insert(beginning, given.meeting);
    ui.draft.begun = Some(beginning.to_owned());
}

/// Obeys a command as if it were typed.
pub fn obey(ui: &mut Ui, given: &mut Given, command: &str) -> Vec<Effect> {
    set(ui);
    ui.draft.insert(command, given.meeting);
    keys::capture(ui, given)
}

/// Sets the line aside.
fn set(ui: &mut Ui) {
    let draft = std::mem::take(&mut ui.draft);
    ui.completion = Completion::default();
    if !draft.field.is_empty() && !draft.is_as_begun() {
        ui.aside.push(draft);
    }
}

/// Takes Esc where the line is as a key began it: nobody typed any of it.
pub fn takes_back(ui: &mut Ui, key: Key) -> bool {
    let takes = key == Key::plain(Code::Esc) && ui.draft.is_as_begun();
    if takes {
        ui.draft = Draft::default();
    }
    takes
}

/// Gives the line that was set aside its place again, where nothing stands there and no answer is waited for that could
/// give back what stood there. The key that emptied the place may still be held down: it does nothing to that line.
pub fn come_back(ui: &mut Ui, pressed: Option<Key>) {
    let is_asked = matches!(ui.dialog, Some(Dialog::Insist { .. }));
    if !ui.draft.field.is_empty() || ui.sent.is_some() || is_asked {
        return;
    }
    if let Some(draft) = ui.aside.pop() {
        ui.draft = draft;
        ui.held = pressed.map(|key| Held { key, ticks: 0 });
    }
}

/// Whether a key has been held down since it emptied the place of the line that stands there now.
pub fn is_held(ui: &mut Ui, key: Key) -> bool {
    match &mut ui.held {
        Some(held) if held.key == key => held.ticks = 0,
        _ => ui.held = None,
    }
    ui.held.is_some()
}

/// A second has passed: a key that did not come in a whole one is not held any more.
pub fn tick(ui: &mut Ui) {
    ui.held = ui.held.take().and_then(|held| {
        let ticks = held.ticks + 1;
        (ticks < 2).then_some(Held { ticks, ..held })
    });
}
