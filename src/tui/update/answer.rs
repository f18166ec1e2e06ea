//! What the room said to the command that was sent: it is told, and a refused line is given back.

use super::{Effect, documents, keys, matters};
use crate::meeting::{Insist, Refusal};
use crate::telling;
use crate::text::Message;
use crate::tui::message::{Answer, Recorded};
use crate::tui::ui::{Again, Dialog, Notice, Sent, Tone, Ui};

/// Takes the answer to what was sent.
pub fn take(ui: &mut Ui, answer: Answer) -> Vec<Effect> {
    let sent = ui.sent.take();
    match answer {
        Answer::Recorded(recorded) => {
            ui.sheet.done(&recorded.after);
            ui.register.done(&recorded);
            tell(ui, told(&recorded), Tone::Done);
            let offer = documents::after(&recorded).or_else(|| matters::after(&recorded));
            if let Some(offer) = offer {
                ui.dialog = Some(offer);
            }
            if let Some(Sent::Form(form)) = sent {
                matters::answered(ui, &recorded.after, form.purpose);
            }
        }
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
            (Some(Sent::Line(draft)), Insist::Possible) => insist(ui, Again::Line(draft), refusal),
            (Some(Sent::Key(Some(really))), Insist::Possible) => {
                insist(ui, Again::Command(really), refusal);
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

fn insist(ui: &mut Ui, again: Again, refusal: Refusal) {
    ui.dialog = Some(Dialog::Insist { again, refusal });
}

/// A line that came to nothing stands where it stood, with its place and kind; a form is asked again as it was filled.
fn give_back(ui: &mut Ui, sent: Option<Sent>) {
    match sent {
        Some(Sent::Line(draft)) if ui.draft.field.is_empty() => ui.draft = draft,
        Some(Sent::Form(form)) if ui.dialog.is_none() => ui.dialog = Some(Dialog::Fill(form)),
        Some(Sent::Line(_) | Sent::Form(_) | Sent::Key(_)) | None => {}
    }
}
