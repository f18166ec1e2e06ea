//! Everything a unit ever brought, for reading: what it said and what became of it, what it has to do, who came and how long it spoke.

use chrono::NaiveDate;

use super::{BELOW, DEEPER, INDENT, Link, Page, said};
use crate::archive::dossier::{Dossier, Part};
use crate::archive::history::{Raised, What};
use crate::meeting::contribution::Answer;
use crate::meeting::roll::Status;
use crate::summary::Attendee;
use crate::text::{Arg, Message};

impl Dossier<'_> {
    /// The page.
    #[must_use]
    pub fn page(&self, today: NaiveDate) -> Page {
        let mut page = Page::default();
        let unit = self.unit();
        page.heading(&unit.name);
        if !unit.formerly.is_empty() {
            let names: Vec<Arg> = unit.formerly.iter().map(Arg::from).collect();
            page.aside(BELOW, Message::new("dossier-formerly").with("names", names));
        }
        page.aside(BELOW, self.figures());
        self.things(&mut page, "dossier-said", &self.said(), today);
        self.things(&mut page, "dossier-actions", &self.actions(), today);
        page.heading(Message::new("dossier-attendance"));
        for part in self.parts.iter().rev() {
            self.part(&mut page, part);
        }
        page
    }

    /// Sessions, contributions, how many of them were answered, and the time on the floor.
    fn figures(&self) -> Message {
        let said = self.said();
        let is = |status| {
            said.iter()
                .filter(|raised| raised.status() == status)
                .count()
        };
        Message::new("dossier-figures")
            .with("sessions", self.parts.len())
            .with("count", said.len())
            .with("adopted", is(Answer::Adopted) + is(Answer::Done))
            .with(
                "open",
                said.iter().filter(|raised| raised.is_open()).count(),
            )
            .with("time", Arg::Seconds(self.seconds()))
    }

    /// Things under a heading, the sessions one after another.
    fn things(&self, page: &mut Page, heading: &'static str, things: &[&Raised], today: NaiveDate) {
        if things.is_empty() {
            return;
        }
        page.heading(Message::new(heading));
        let mut session = None;
        for raised in things {
            if session != Some(raised.session) {
                session = Some(raised.session);
                let stem = &self.history.session_of(raised).stem;
                page.aside(BELOW, stem);
                page.leading_to(Link::Session(stem.clone()));
            }
            self.thing(page, raised, today);
        }
    }

    fn thing(&self, page: &mut Page, raised: &Raised, today: NaiveDate) {
        let history = self.history;
        page.led(&raised.id, &raised.text);
        page.leading_to(history.link_to(raised));
        let mut about: Vec<Arg> = vec![kind(raised, today).into()];
        about.extend(raised.themes.iter().map(Arg::from));
        about.extend(said::jointly(history, raised, Some(self.party)).map(Arg::from));
        page.aside(INDENT, said::parted(about));
        for fate in &raised.fates {
            page.aside(INDENT, said::fate(history, fate));
        }
        match said::acted(history, raised) {
            Some(acted) => page.aside(INDENT, acted),
            None if raised.is_open() => {
                let age = said::waited(history, raised, today);
                page.aside(INDENT, Message::new("dossier-open").with("age", age));
            }
            None => {}
        }
    }

    /// Who came, in which office, and how long the unit spoke.
    fn part(&self, page: &mut Page, part: &Part) {
        let held = &self.history.sessions[part.session];
        let spoke = Message::new("dossier-part")
            .with("session", &held.stem)
            .with("time", Arg::Seconds(part.seconds))
            .with("turns", part.turns);
        page.aside(BELOW, spoke);
        page.leading_to(Link::Session(held.stem.clone()));
        if part.name != self.unit().name {
            page.aside(DEEPER, Message::new("dossier-as").with("name", &part.name));
        }
        for person in &part.people {
            page.aside(DEEPER, came(person));
        }
    }
}

/// What kind of thing it is; the day of an action matters as long as it is not done.
fn kind(raised: &Raised, today: NaiveDate) -> Message {
    match (raised.what, raised.is_open()) {
        (What::Action, false) => Message::new("followups-action"),
        (What::Contribution(_) | What::Action | What::Item | What::Decision, _) => {
            said::what(raised, today)
        }
    }
}

fn came(person: &Attendee) -> Message {
    let office = person
        .offices()
        .or_else(|| person.title.as_ref().map(Arg::from));
    let message = match office {
        Some(office) => Message::new("dossier-person-office").with("office", office),
        None => Message::new("dossier-person"),
    };
    let status = if person.attended() {
        Status::Present.word()
    } else {
        person.status.word()
    };
    message.with("name", &person.name).with("status", status)
}
