//! The one key that steps through the meeting: call it to order, the next speaker, the next item, adjourn. What cannot be
//! taken back by the same key is asked first, and the default changes nothing.

use super::{Effect, Given, documents, keys, send};
use crate::meeting::floor::Command as Floor;
use crate::meeting::progress::{Command as Progress, ItemState, Resolve};
use crate::meeting::{Command, Insist, Refusal, decide};
use crate::telling;
use crate::text::Message;
use crate::tui::ahead::Ahead;
use crate::tui::ui::{Act, Choice, Dialog, Sent, Then, Ui};

/// Takes the meeting a step on; of one that is over the documents are offered once more.
pub fn next(ui: &mut Ui, given: &mut Given) -> Vec<Effect> {
    match Ahead::of(given.meeting) {
        Ahead::Opening => ask(ui, opening(given)),
        Ahead::Reopening => ask(ui, reopening()),
        Ahead::Item(following) => match hand_over(given, following) {
            Ok(choice) => ask(ui, choice),
            Err(refusal) => keys::refuse(ui, &refusal),
        },
        Ahead::Adjournment => return close_out(ui, given),
        Ahead::Documents => ui.dialog = Some(documents::offer()),
        Ahead::Speaker => {
            let seen = given.meeting.floor.running().map(|turn| turn.id);
            return send(ui, Sent::Key(None), Floor::Next { seen }.into());
        }
    }
    Vec::new()
}

fn ask(ui: &mut Ui, choice: Choice) {
    ui.dialog = Some(Dialog::Choose(choice));
}

fn act(command: Progress) -> Then {
    Command::from(command).into()
}

fn opening(given: &Given) -> Choice {
    let meeting = given.meeting;
    let attendance = meeting.attendance(None);
    let present = Message::new("form-open-present")
        .with("present", attendance.present)
        .with("entitled", attendance.entitled);
    let quorum = meeting.quorum().map(|counted| {
        Message::new("form-open-quorum")
            .with("needed", counted.needed)
            .with("present", counted.present)
    });
    Choice {
        question: Message::new("form-open"),
        more: [present].into_iter().chain(quorum).collect(),
        answers: vec![
            ("form-not-yet", Then::Leave),
            (
                "form-open-yes",
                act(Progress::Open {
                    matters: Vec::new(),
                }),
            ),
        ],
    }
}

fn reopening() -> Choice {
    Choice {
        question: Message::new("form-reopen"),
        more: Vec::new(),
        answers: vec![
            ("form-not-yet", Then::Leave),
            ("form-reopen-yes", act(Progress::Reopen)),
        ],
    }
}

/// Nobody waits: close the item and open the following? With everything that stands in the way, or why it cannot be.
fn hand_over(given: &Given, following: &ItemState) -> Result<Choice, Refusal> {
    let progress = &given.meeting.progress;
    let step = |resolve| Command::from(Progress::NextItem(resolve));
    let blocking = blocking(given, step(Resolve::Plain))?;
    let current = progress.current_item().map(|item| {
        Message::new("form-hand-over-from")
            .with("number", progress.number(item.id))
            .with("title", &item.plan.title)
    });
    let to = Message::new("form-hand-over-to")
        .with("number", progress.number(following.id))
        .with("title", &following.plan.title);
    // What stands in the way has been read above the answer: it is the insisting.
    let (answer, then) = if blocking.is_empty() {
        let plainly = Act {
            command: step(Resolve::Plain),
            really: Some(step(Resolve::Really)),
        };
        ("form-hand-over-yes", Then::Do(Box::new(plainly)))
    } else {
        ("form-hand-over-really", step(Resolve::Really).into())
    };
    Ok(Choice {
        question: Message::new("form-hand-over"),
        more: current.into_iter().chain([to]).chain(blocking).collect(),
        answers: vec![("form-not-yet", Then::Leave), (answer, then)],
    })
}

/// Asks for the adjournment with everything that is still open; refused where there is nothing to adjourn.
pub fn close_out(ui: &mut Ui, given: &mut Given) -> Vec<Effect> {
    let meeting = given.meeting;
    let step = |resolve| Command::from(Progress::Adjourn(resolve));
    let blocking = match blocking(given, step(Resolve::Plain)) {
        Ok(blocking) => blocking,
        Err(refusal) => {
            keys::refuse(ui, &refusal);
            return Vec::new();
        }
    };
    // Everything that stands in the way has been read above the answer: it is the insisting.
    let (answer, command) = if blocking.is_empty() {
        ("form-adjourn-yes", step(Resolve::Plain))
    } else {
        ("form-adjourn-really", step(Resolve::Really))
    };
    let mut more = blocking;
    more.extend(telling::loose_ends(meeting));
    if more.is_empty() {
        more.push(Message::new("form-adjourn-clear"));
    }
    ask(
        ui,
        Choice {
            question: Message::new("form-adjourn"),
            more,
            answers: vec![("form-not-yet", Then::Leave), (answer, command.into())],
        },
    );
    Vec::new()
}

/// What stands in the way of a step and is overcome by insisting, one each; a refusal that is not, is the error.
fn blocking(given: &Given, command: Command) -> Result<Vec<Message>, Refusal> {
    match decide(given.meeting, given.author, given.now, command) {
        Ok(_) => Ok(Vec::new()),
        Err(refusal) if refusal.insist == Insist::Useless => Err(refusal),
        Err(refusal) => Ok(refusal.obstacles),
    }
}
