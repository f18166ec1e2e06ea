//! What a message does: changes one participant's state and says what the loop is to perform. Pure: it touches neither the
//! room nor the terminal, and reads no clock.

mod agenda;
mod answer;
mod aside;
mod ballots;
mod board;
mod brief;
pub(super) mod dialog;
mod documents;
pub(super) mod faces;
mod floor;
mod foreseen;
mod form;
pub(super) mod keys;
mod matters;
mod palette;
pub(super) mod pointer;
mod record;
mod request;
mod roll;
mod steps;
mod waiting;

use super::action::Action;
use super::input::{Input, Key, Mouse};
use super::lobby::Going;
use super::message::Message;
use super::reading;
use super::ui::{Dialog, Sent, Ui};
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
    /// Take the mouse, or leave it to the terminal.
    Mind(Mouse),
    /// End the loop. The meeting stays open.
    Leave,
    /// End the loop of a lobby, for what was chosen there.
    Go(Going),
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
    let pressed = match &message {
        Message::Input(Input::Key(pressed)) => Some(*pressed),
        _ => None,
    };
    let effects = match message {
        Message::Input(Input::Key(pressed)) => key(ui, given, pressed),
        Message::Input(Input::Paste(text)) => {
            ui.notice = None;
            keys::paste(ui, given, &text)
        }
        Message::Input(Input::Wheel(wheel)) => pointer::wheel(ui, given, wheel),
        Message::Pressed(target) => pointer::press(ui, given, target),
        Message::Answered(answer) => {
            // What is asked now is not what the digit was pressed for.
            let mut effects = match ui.digit {
                Some(_) => dialog::let_write(ui, given),
                None => Vec::new(),
            };
            effects.extend(answer::take(ui, answer));
            effects
        }
        Message::Rested => dialog::rested(ui, given),
        Message::Resized => vec![Effect::Fit],
        Message::Resumed => vec![Effect::Repaint],
        Message::Gone => vec![Effect::Leave],
        Message::Briefed(brief) => {
            ui.lectern.take(brief);
            Vec::new()
        }
        Message::Tick => {
            aside::tick(ui);
            Vec::new()
        }
        // What stands where it was pressed is looked up by the loop; the archive is a review's.
        Message::Published | Message::Read(_) | Message::Input(Input::Press(_)) => Vec::new(),
    };
    aside::come_back(ui, pressed);
    faces::settle(ui, given);
    ui.reading = reading::understand(&ui.draft, given);
    let Given {
        meeting,
        interpreter,
        ..
    } = given;
    ui.completion
        .refresh(&ui.draft.field, ui.language, |line, cursor, most| {
            interpreter.complete(meeting, line, cursor, most)
        });
    effects
}

/// Takes a key, wherever it is pressed: in a dialog, or over the line.
fn key(ui: &mut Ui, given: &mut Given, key: Key) -> Vec<Effect> {
    // What was told has been read once a key comes.
    ui.notice = None;
    if ui.dialog.is_none() || keys::is_of_the_terminal(ui, key) {
        keys::key(ui, given, key)
    } else {
        dialog::key(ui, given, key)
    }
}

/// Whether keys have to wait: a command is on its way, and they were typed for what it will have changed.
#[must_use]
pub fn holds_keys(ui: &Ui) -> bool {
    ui.sent.is_some() && matches!(ui.dialog, None | Some(Dialog::Call { .. }))
}

/// Whether this message has to wait. Leaving never does: a disk may hang.
#[must_use]
pub fn waits(ui: &Ui, message: &Message) -> bool {
    let leaves = match message {
        Message::Input(Input::Key(key)) => {
            keys::is_of_the_terminal(ui, *key)
                || ui.keys.action(*key, ui.draft.line()) == Some(Action::Leave)
        }
        Message::Input(_) | Message::Pressed(_) => false,
        _ => return false,
    };
    holds_keys(ui) && !leaves
}

/// Sends a command and remembers what to give back if it is refused.
fn send(ui: &mut Ui, sent: Sent, command: Command) -> Vec<Effect> {
    ui.sent = Some(sent);
    vec![Effect::Submit(command)]
}
