//! What the room said to the command that was sent: it is told, and a refused line is given back.

use super::{Effect, keys};
use crate::meeting::Insist;
use crate::telling;
use crate::text::Message;
use crate::tui::message::{Answer, Recorded};
use crate::tui::ui::{Dialog, Notice, Sent, Tone, Ui};

/// Takes the answer to what was sent.
pub fn take(ui: &mut Ui, answer: Answer) -> Vec<Effect> {
    let sent = ui.sent.take();
    match answer {
        Answer::Recorded(recorded) => tell(ui, told(&recorded), Tone::Done),
        Answer::Told(what) => tell(ui, what, Tone::Done),
        Answer::Shown(what) => {
            ui.dialog = Some(Dialog::Shown {
                lines: what,
                above: 0,
            });
        }
        Answer::Themed { theme, told } => {
            ui.theme = theme;
            tell(ui, told, Tone::Refused);
        }
        Answer::Refused(refusal) => match (sent, refusal.insist) {
            (Some(Sent::Line(draft)), Insist::Possible) => {
                ui.dialog = Some(Dialog::Insist { draft, refusal });
            }
            (sent, Insist::Possible | Insist::Useless) => {
                give_back(ui, sent);
                keys::refuse(ui, &refusal);
            }
        },
        Answer::Failed(error) => {
            give_back(ui, sent);
            tell(ui, error.messages().collect(), Tone::Failed);
        }
    }
    Vec::new()
}

fn told(recorded: &Recorded) -> Vec<Message> {
    let Recorded {
        record,
        before,
        after,
    } = recorded;
    record.as_ref().map_or_else(
        || vec![Message::new("tui-nothing-to-do")],
        |record| {
            telling::of(&telling::Step {
                before,
                after,
                record,
            })
        },
    )
}

fn tell(ui: &mut Ui, what: Vec<Message>, tone: Tone) {
    if !what.is_empty() {
        ui.notice = Some(Notice { what, tone });
    }
}

/// A line that came to nothing stands where it stood, with its place and kind.
fn give_back(ui: &mut Ui, sent: Option<Sent>) {
    if let Some(Sent::Line(draft)) = sent
        && ui.draft.field.is_empty()
    {
        ui.draft = draft;
    }
}
