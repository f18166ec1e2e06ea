//! What is still open, unit by unit, each with where it comes from, how long it has waited, and what was said of it last.

use super::{INDENT, Page, said};
use crate::archive::followups::{Followups, Group};
use crate::archive::history::Raised;
use crate::text::{Arg, Message};

impl Followups<'_> {
    /// The page.
    #[must_use]
    pub fn page(&self) -> Page {
        let mut page = Page::default();
        page.heading(self.head());
        for group in self.groups() {
            page.heading(self.named(&group));
            for raised in group.things {
                self.thing(&mut page, raised, group.party);
            }
        }
        page
    }

    /// How much is open, and how much of it overdue.
    #[must_use]
    pub fn head(&self) -> Message {
        let mut sessions: Vec<usize> = self.things().map(|raised| raised.session).collect();
        sessions.dedup();
        let head = match self.overdue() {
            0 => Message::new("followups-head"),
            overdue => Message::new("followups-head-overdue").with("overdue", overdue),
        };
        head.with("count", self.things().count())
            .with("sessions", sessions.len())
    }

    fn named(&self, group: &Group) -> Message {
        let name = match group.party {
            Some(party) => Arg::from(&self.history.parties.all()[party].name),
            None => Message::new("followups-nobody").into(),
        };
        Message::new("followups-unit")
            .with("name", name)
            .with("count", group.things.len())
    }

    fn thing(&self, page: &mut Page, raised: &Raised, under: Option<usize>) {
        let history = self.history;
        page.led(&raised.id, &raised.text);
        page.leading_to(history.link_to(raised));
        let about = Message::new("followups-thing")
            .with("what", said::what(raised, self.today))
            .with("age", said::waited(history, raised, self.today))
            .with("session", &history.session_of(raised).stem);
        page.aside(INDENT, about);
        if let Some(jointly) = said::jointly(history, raised, under) {
            page.aside(INDENT, jointly);
        }
        if let Some(fate) = raised.fates.last() {
            page.aside(INDENT, said::fate(history, fate));
        }
    }
}
