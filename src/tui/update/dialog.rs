//! Keys while a dialog asks: a digit answers; Enter, Esc and anything unknown change nothing.

use super::{Effect, Given, keys};
use crate::tui::input::{Code, Key};
use crate::tui::keymap::half_width;
use crate::tui::ui::{Dialog, Ui};

/// Takes a key.
pub fn key(ui: &mut Ui, given: &mut Given, key: Key) -> Vec<Effect> {
    let Some(dialog) = ui.dialog.take() else {
        return Vec::new();
    };
    let Some(dialog) = scrolled(ui, dialog, key.code) else {
        return Vec::new();
    };
    let answers = dialog.answers().len();
    let chosen = match key.code {
        Code::Enter | Code::Esc => 1,
        _ => key
            .types()
            .map(half_width)
            .and_then(|c| c.to_digit(10))
            .unwrap_or(0),
    };
    if chosen == 0 || usize::try_from(chosen).is_ok_and(|chosen| chosen > answers) {
        ui.dialog = Some(dialog);
        return Vec::new();
    }
    answer(ui, given, dialog, chosen)
}

/// Takes the answer of that digit; 1 is the default and changes nothing.
fn answer(ui: &mut Ui, given: &mut Given, dialog: Dialog, chosen: u32) -> Vec<Effect> {
    match (dialog, chosen) {
        (Dialog::Leave, 2) => vec![Effect::Leave],
        (Dialog::Insist { draft, .. }, 2) => {
            let text = format!("{} really", draft.field.text().trim_end());
            ui.draft = draft;
            keys::speak(ui, given, &text)
        }
        (Dialog::Insist { draft, .. }, _) => {
            ui.draft = draft;
            Vec::new()
        }
        (Dialog::Paste(lines), 1) => {
            keys::join(ui, given, &lines);
            Vec::new()
        }
        (Dialog::Paste(lines), 2) => keys::capture_each(ui, given, &lines),
        (Dialog::Leave | Dialog::Paste(_) | Dialog::Help | Dialog::Shown { .. }, _) => Vec::new(),
    }
}

/// Moves what is being read; gives the dialog back where the key does something else.
fn scrolled(ui: &mut Ui, dialog: Dialog, key: Code) -> Option<Dialog> {
    const PAGE: u16 = 10;
    let Dialog::Shown { lines, above } = dialog else {
        return Some(dialog);
    };
    let last = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let above = match key {
        Code::Up => above.saturating_sub(1),
        Code::Down => above.saturating_add(1).min(last),
        Code::PageUp => above.saturating_sub(PAGE),
        Code::PageDown | Code::Char(' ') => above.saturating_add(PAGE).min(last),
        Code::Home => 0,
        Code::End => last,
        _ => return Some(Dialog::Shown { lines, above }),
    };
    ui.dialog = Some(Dialog::Shown { lines, above });
    None
}
