//! What was corrected after the meeting, and that the minutes were approved.

use super::Minutes;
use crate::export::blocks::{Block, Entry};
use crate::meeting::Author;
use crate::summary::{Approval, CorrectionEntry};
use crate::text::{Arg, Message};

impl Minutes<'_> {
    /// The corrections: who, when and why, with what each changed below it.
    pub(super) fn corrections(&mut self) {
        let corrections = &self.summary.corrections;
        if corrections.is_empty() {
            return;
        }
        let mut entries = Vec::new();
        for correction in corrections {
            entries.push(Entry::plain(self.say(&headed(correction))));
            entries.extend(
                correction
                    .what()
                    .map(|told| Entry::led(1, "", self.say(told))),
            );
        }
        self.heading(2, "export-corrections");
        self.list(entries);
    }

    /// That the minutes were approved, where they were.
    pub(super) fn approved(&mut self) {
        if let Some(approval) = &self.summary.meeting.approved {
            let said = self.say(&approved(approval));
            self.blocks.push(Block::Text(said.into()));
        }
    }
}

fn headed(correction: &CorrectionEntry) -> Message {
    let headed = Message::new(if correction.why.is_some() {
        "export-correction-why"
    } else {
        "export-correction"
    })
    .with("at", Arg::Moment(correction.at))
    .with("who", called(&correction.author));
    let why = correction.why.iter();
    why.fold(headed, |headed, why| headed.with("why", why))
}

/// Who it was; whoever sat at the meeting's own machine and gave no name is called by the function.
fn called(author: &Author) -> Arg {
    if *author == Author::chair() {
        Message::new("telling-source-nobody").into()
    } else {
        Arg::from(&author.name)
    }
}

fn approved(approval: &Approval) -> Message {
    match &approval.session {
        Some(session) => Message::new("export-approved-by").with("session", session),
        None => Message::new("export-approved"),
    }
    .with("day", approval.on)
}
