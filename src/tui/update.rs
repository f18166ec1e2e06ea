//! What a message does: changes one participant's state and says what the loop is to perform. Pure: it touches neither the
//! room nor the terminal, and reads no clock.

mod answer;
mod dialog;
mod keys;
mod request;

use super::action::Action;
use super::input::Input;
use super::message::Message;
use super::reading;
use super::ui::{Sent, Ui};
use crate::meeting::{Author, Command, Meeting};
use crate::phrase::{Interpreter, Request};
use crate::text::Moment;

/// Something for the loop to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Hand a command to the room; its answer comes as a message.
    Submit(Command),
    /// Grant a request that is no act of the meeting (save, export, …); its answer comes as a message.
    Grant(Request),
    /// Take the terminal's new size.
    Fit,
    /// Draw everything anew.
    Repaint,
    /// Give the terminal back and stop until continued.
    Suspend,
    /// End the loop. The meeting stays open.
    Leave,
}

/// What an update is given besides the participant's own state.
#[derive(Debug)]
pub struct Given<'a> {
    /// The latest meeting.
    pub meeting: &'a Meeting,
    /// The time, from the room's clock.
    pub now: Moment,
    /// Who sits at the screen.
    pub author: &'a Author,
    /// Reads lines.
    pub interpreter: &'a mut Interpreter,
}

/// Takes one message in.
#[must_use]
pub fn update(ui: &mut Ui, given: &mut Given, message: Message) -> Vec<Effect> {
    let effects = match message {
        Message::Input(input) => {
            // What was told has been read once a key comes.
            ui.notice = None;
            match input {
                Input::Key(key) if ui.dialog.is_some() => dialog::key(ui, given, key),
                Input::Key(key) => keys::key(ui, given, key),
                Input::Paste(text) => keys::paste(ui, given, &text),
            }
        }
        Message::Answered(answer) => answer::take(ui, answer),
        Message::Resized => vec![Effect::Fit],
        Message::Resumed => vec![Effect::Repaint],
        Message::Gone => vec![Effect::Leave],
        Message::Published | Message::Tick => Vec::new(),
    };
    ui.reading = reading::understand(&ui.draft, given);
    effects
}

/// Whether keys have to wait: a command is on its way, and they were typed for what it will have changed.
#[must_use]
pub fn holds_keys(ui: &Ui) -> bool {
    ui.sent.is_some() && ui.dialog.is_none()
}

/// Whether this message has to wait. Leaving never does: a disk may hang.
#[must_use]
pub fn waits(ui: &Ui, message: &Message) -> bool {
    let Message::Input(input) = message else {
        return false;
    };
    let leaves = match input {
        Input::Key(key) => matches!(
            ui.keys.action(*key, ui.draft.line()),
            Some(Action::Leave | Action::Suspend | Action::Repaint)
        ),
        Input::Paste(_) => false,
    };
    holds_keys(ui) && !leaves
}

/// Sends a command and remembers what to give back if it is refused.
fn send(ui: &mut Ui, sent: Sent, command: Command) -> Vec<Effect> {
    ui.sent = Some(sent);
    vec![Effect::Submit(command)]
}
