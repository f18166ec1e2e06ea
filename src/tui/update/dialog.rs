//! Keys while a dialog asks: a digit answers; Enter, Esc and anything unknown change nothing. Letters always type: whoever
//! writes on without looking has said no, and no digit of their sentence can answer.

use super::{
    Effect, Given, agenda, aside, ballots, documents, foreseen, form, keys, matters, palette, send,
};
use crate::tui::help;
use crate::tui::input::{Code, Key};
use crate::tui::keymap::half_width;
use crate::tui::ui::{Again, Dialog, Sent, Then, Ui};

/// Takes a key.
pub fn key(ui: &mut Ui, given: &mut Given, key: Key) -> Vec<Effect> {
    let Some(dialog) = ui.dialog.take() else {
        return Vec::new();
    };
    let dialog = match dialog {
        Dialog::Fill(form) => return form::key(ui, given, form, key),
        Dialog::Palette(open) => return palette::key(ui, given, open, key),
        dialog => dialog,
    };
    let Some(dialog) = scrolled(ui, given, dialog, key.code) else {
        return Vec::new();
    };
    if writes(key) && matches!(dialog, Dialog::Call { .. }) {
        return keys::key(ui, given, key);
    }
    if writes(key) && !matches!(dialog, Dialog::Paste(_)) {
        let mut effects = match dialog {
            // Whoever writes leaves the matters where they are, instead of going on to the next.
            Dialog::Matter { .. } => Vec::new(),
            dialog => answer(ui, given, dialog, 1),
        };
        effects.extend(keys::key(ui, given, key));
        return effects;
    }
    let answers = dialog.answers().len();
    let chosen = match key.code {
        Code::Enter | Code::Esc => 1,
        // The tenth answer stands behind 0.
        _ => match key.types().map(half_width).and_then(|c| c.to_digit(10)) {
            Some(0) => 10,
            Some(digit) => digit,
            None => 0,
        },
    };
    if chosen == 0 || usize::try_from(chosen).is_ok_and(|chosen| chosen > answers) {
        ui.dialog = Some(dialog);
        return Vec::new();
    }
    answer(ui, given, dialog, chosen)
}

/// Whether a key begins or goes on with a sentence: it types something that is neither a digit nor a space.
fn writes(key: Key) -> bool {
    key.types()
        .map(half_width)
        .is_some_and(|c| !c.is_ascii_digit() && c != ' ')
}

/// Takes the answer of that digit; 1 is the default and changes nothing.
fn answer(ui: &mut Ui, given: &mut Given, dialog: Dialog, chosen: u32) -> Vec<Effect> {
    match (dialog, chosen) {
        (Dialog::Leave, 2) => vec![Effect::Leave],
        (Dialog::Insist { again, .. }, 2) => match again {
            Again::Line(draft) => {
                let text = format!("{} really", draft.field.text().trim_end());
                ui.draft = draft;
                keys::speak(ui, given, &text)
            }
            Again::Command(command) => send(ui, Sent::Key(None), command),
        },
        (Dialog::Insist { again, .. }, _) => {
            if let Again::Line(draft) = again {
                ui.draft = draft;
            }
            Vec::new()
        }
        (Dialog::Choose(mut choice), chosen) => {
            let (_, then) = choice.answers.swap_remove(index(chosen));
            go_on(ui, given, then)
        }
        (Dialog::Call { back }, chosen) => ballots::called(ui, given, back, chosen),
        (Dialog::Agenda { selected }, chosen) => agenda::answer(ui, given, selected, chosen),
        (Dialog::Matters { selected }, 2) => {
            matters::show(ui, selected);
            Vec::new()
        }
        (Dialog::Matter { at, .. }, chosen) => {
            matters::answer(ui, given, at, chosen);
            Vec::new()
        }
        (Dialog::Paste(lines), 1) => {
            keys::join(ui, given, &lines);
            Vec::new()
        }
        (Dialog::Paste(lines), 2) => keys::capture_each(ui, given, &lines),
        (
            Dialog::Leave
            | Dialog::Paste(_)
            | Dialog::Fill(_)
            | Dialog::Palette(_)
            | Dialog::Matters { .. }
            | Dialog::Help { .. }
            | Dialog::Shown { .. },
            _,
        ) => Vec::new(),
    }
}

/// Does what an answer comes to.
fn go_on(ui: &mut Ui, given: &mut Given, then: Then) -> Vec<Effect> {
    match then {
        Then::Leave => {}
        Then::Do(act) => return send(ui, Sent::Key(act.really), act.command),
        Then::Ask(choice) => ui.dialog = Some(Dialog::Choose(*choice)),
        Then::Foresee(foreseen) => foreseen::ask(ui, given, *foreseen),
        Then::Fill(purpose) => form::open(ui, given, purpose),
        Then::Begin(line) => aside::begin(ui, given, &line),
        Then::Matter(at) => matters::show(ui, at),
        Then::Call => ui.dialog = Some(Dialog::Call { back: 0 }),
        Then::Go(going) => return vec![Effect::Go(going)],
        Then::Export(words) => return vec![Effect::Grant(documents::asked(words))],
    }
    Vec::new()
}

/// Where the answer of that digit stands.
fn index(digit: u32) -> usize {
    usize::try_from(digit)
        .unwrap_or(usize::MAX)
        .saturating_sub(1)
}

/// Moves what is being read; gives the dialog back where the key does something else.
fn scrolled(ui: &mut Ui, given: &Given, dialog: Dialog, key: Code) -> Option<Dialog> {
    match dialog {
        Dialog::Agenda { selected } => agenda::select(ui, given, selected, key),
        Dialog::Matters { selected } => matters::select(ui, given.meeting, selected, key),
        Dialog::Matter { at, above } => matters::turn(ui, given.meeting, (at, above), key),
        Dialog::Call { back } => {
            let answered = given.meeting.ballots.open_ballot();
            let answered = answered.map_or(0, |ballot| ballot.answers.len());
            let back = match key {
                Code::Up => (back + 1).min(answered),
                Code::Down => back.saturating_sub(1),
                // Whoever leaves the roll goes on with it from the same menu.
                Code::Enter | Code::Esc => return None,
                _ => return Some(Dialog::Call { back }),
            };
            ui.dialog = Some(Dialog::Call { back });
            None
        }
        Dialog::Shown { lines, above } => {
            let Some(moved) = moved(above, lines.len(), key) else {
                return Some(Dialog::Shown { lines, above });
            };
            ui.dialog = Some(Dialog::Shown {
                lines,
                above: moved,
            });
            None
        }
        Dialog::Help { above } => {
            // So many rows stay in sight.
            const LEAST: usize = 4;
            let Some(above) = moved(above, help::count(ui.face).saturating_sub(LEAST), key) else {
                return Some(Dialog::Help { above });
            };
            ui.dialog = Some(Dialog::Help { above });
            None
        }
        dialog => Some(dialog),
    }
}

/// How many rows are above after a key that reads on or back.
pub(super) fn moved(above: u16, last: usize, key: Code) -> Option<u16> {
    const PAGE: u16 = 10;
    let last = u16::try_from(last).unwrap_or(u16::MAX);
    Some(match key {
        Code::Up => above.saturating_sub(1),
        Code::Down => above.saturating_add(1).min(last),
        Code::PageUp => above.saturating_sub(PAGE),
        Code::PageDown | Code::Char(' ') => above.saturating_add(PAGE).min(last),
        Code::Home => 0,
        Code::End => last,
        _ => return None,
    })
}
