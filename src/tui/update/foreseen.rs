//! What an act would change, shown before it is done: the default changes nothing.

use super::{Given, keys};
use crate::telling;
use crate::text::Message;
use crate::tui::ui::{Choice, Dialog, Foreseen, Then, Ui};

/// Asks whether to do it, with everything that would be another way; or says why it cannot be done.
pub fn ask(ui: &mut Ui, given: &Given, foreseen: Foreseen) {
    let Foreseen {
        question,
        answer,
        command,
    } = foreseen;
    let after = given
        .meeting
        .after(given.author, given.now, command.clone());
    let after = match after {
        Ok(after) => after,
        Err(refusal) => return keys::refuse(ui, &refusal),
    };
    let mut more = telling::changes(given.meeting, &after, given.now);
    if more.is_empty() {
        more.push(Message::new("foreseen-nothing"));
    }
    ui.dialog = Some(Dialog::Choose(Choice {
        question,
        more,
        answers: vec![("foreseen-not", Then::Leave), (answer, command.into())],
    }));
}
