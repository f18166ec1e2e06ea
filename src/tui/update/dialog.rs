//! Keys while a dialog asks: a digit answers; Enter, Esc and anything unknown change nothing. Letters always type: whoever
//! writes on without looking has said no, and no digit of their sentence can answer.
//!
//! A line that waits may go on with a digit: over it a digit is shown as the answer at once, and taken when the hands rest after it
//! ([`rested`]). A key that types before that says what the digit was: a part of the line. How long a rest is, the loop knows. Where no
//! line waits, and in the roll that is called, which is all digits, each is taken as it comes.

use super::{
    Effect, Given, agenda, aside, ballots, documents, foreseen, form, keys, matters, palette, send,
};
use crate::tui::help;
use crate::tui::input::{Code, Key};
use crate::tui::keymap::half_width;
use crate::tui::ui::{Again, Cleared, Dialog, Sent, Then, Ui};

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
    if let Some(digit) = ui.digit.take() {
        return after_digit(ui, given, dialog, digit, key);
    }
    let Some(dialog) = scrolled(ui, given, dialog, key.code) else {
        return Vec::new();
    };
    if let Code::Enter | Code::Esc = key.code {
        return answer(ui, given, dialog, 1);
    }
    if writes(ui, &dialog, key) {
        return write(ui, given, dialog, &[key]);
    }
    let may_be_text = !ui.draft.field.is_empty() && !matches!(dialog, Dialog::Call { .. });
    match digit(&dialog, key) {
        Some(chosen) if !may_be_text => answer(ui, given, dialog, chosen),
        chosen => {
            ui.digit = chosen.map(|_| key);
            ui.dialog = Some(dialog);
            Vec::new()
        }
    }
}

/// Takes the key that follows a digit before the hands have rested.
fn after_digit(
    ui: &mut Ui,
    given: &mut Given,
    dialog: Dialog,
    pressed: Key,
    key: Key,
) -> Vec<Effect> {
    match key.code {
        _ if key.types().is_some() => write(ui, given, dialog, &[pressed, key]),
        // It may be the line's: that is the one of the two that changes nothing in the meeting.
        Code::Enter => write(ui, given, dialog, &[pressed, key]),
        Code::Esc => answer(ui, given, dialog, 1),
        Code::Backspace => {
            ui.dialog = Some(dialog);
            Vec::new()
        }
        _ => {
            ui.digit = Some(pressed);
            ui.dialog = Some(dialog);
            Vec::new()
        }
    }
}

/// The hands have rested: a digit that was pressed before is the answer.
pub fn rested(ui: &mut Ui, given: &mut Given) -> Vec<Effect> {
    let Some(pressed) = ui.digit.take() else {
        return Vec::new();
    };
    let chosen = ui.dialog.as_ref().and_then(|open| digit(open, pressed));
    chosen.map_or_else(Vec::new, |chosen| choose(ui, given, chosen))
}

/// Takes an answer that nobody can have meant for text, by its digit from 1.
pub fn choose(ui: &mut Ui, given: &mut Given, chosen: u32) -> Vec<Effect> {
    ui.digit = None;
    let dialog = ui.dialog.take();
    dialog.map_or_else(Vec::new, |dialog| answer(ui, given, dialog, chosen))
}

/// Goes on as if whatever is asked had been answered by its default, with what was typed since in the line.
pub fn let_write(ui: &mut Ui, given: &mut Given) -> Vec<Effect> {
    let typed: Vec<Key> = ui.digit.take().into_iter().collect();
    let dialog = ui.dialog.take();
    dialog.map_or_else(Vec::new, |dialog| write(ui, given, dialog, &typed))
}

/// Says no, and types.
fn write(ui: &mut Ui, given: &mut Given, dialog: Dialog, typed: &[Key]) -> Vec<Effect> {
    let mut effects = match dialog {
        // Whoever writes leaves the matters where they are, instead of going on to the next; the roll is called on later.
        Dialog::Matter { .. } | Dialog::Call { .. } => Vec::new(),
        // What is written is no part of the command that was refused: that can be put back.
        Dialog::Insist {
            again: Again::Line(draft),
            ..
        } => {
            ui.cleared = Some(Cleared {
                draft,
                left: String::new(),
            });
            Vec::new()
        }
        dialog => answer(ui, given, dialog, 1),
    };
    for key in typed {
        effects.extend(keys::key(ui, given, *key));
    }
    effects
}

/// Whether a key begins or goes on with a sentence: it types something that is no answer. A space does only where a line
/// waits below, and a digit too many does nothing to the roll that is called.
fn writes(ui: &Ui, dialog: &Dialog, key: Key) -> bool {
    let Some(typed) = key.types().map(half_width) else {
        return false;
    };
    match typed {
        ' ' => !ui.draft.field.is_empty(),
        '0'..='9' => digit(dialog, key).is_none() && !matches!(dialog, Dialog::Call { .. }),
        _ => true,
    }
}

/// The answer of a digit, from 1; the tenth stands behind 0. None where there is no such answer, or the key is no digit.
pub fn digit(dialog: &Dialog, key: Key) -> Option<u32> {
    let digit = key.types().map(half_width)?.to_digit(10)?;
    let digit = if digit == 0 { 10 } else { digit };
    let answers = dialog.answers().len();
    usize::try_from(digit)
        .is_ok_and(|digit| digit <= answers)
        .then_some(digit)
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
