//! The documents that are offered once the meeting is over: the moment at which minutes are forgotten. Owns what is offered; making them
//! is the program's.

use crate::meeting::Meeting;
use crate::meeting::progress::Stage;
use crate::phrase::Request;
use crate::text::{Message, Text};
use crate::tui::message::Recorded;
use crate::tui::ui::{Choice, Dialog, Then};

/// What is offered: the answer, and the words of the export it comes to.
const OFFERED: [(&str, &str); 5] = [
    ("form-documents-minutes", "docx minutes"),
    (
        "form-documents-usual",
        "docx minutes,decisions,announcement,attendance",
    ),
    ("form-documents-letters", "docx letter"),
    (
        "form-documents-all",
        "docx,html,csv,json,ics minutes,decisions,announcement,letter,attendance,speakers,results",
    ),
    ("form-documents-print", "pdf minutes"),
];

/// The question which documents to make; none where that record did not end the meeting.
pub fn after(recorded: &Recorded) -> Option<Dialog> {
    let ended = is_over(&recorded.after) && !is_over(&recorded.before);
    ended.then(offer)
}

fn is_over(meeting: &Meeting) -> bool {
    meeting.progress.stage() == Stage::Adjourned
}

/// The question which documents to make.
pub fn offer() -> Dialog {
    let made = OFFERED.map(|(answer, words)| (answer, Then::Export(words)));
    let answers = std::iter::once(("form-documents-later", Then::Leave)).chain(made);
    Dialog::Choose(Choice {
        question: Message::new("form-documents"),
        more: vec![Message::new("form-documents-more")],
        answers: answers.collect(),
    })
}

/// What an offer comes to.
pub fn asked(words: &str) -> Request {
    Request::Export {
        words: words.split(' ').map(Text::line).collect(),
    }
}
