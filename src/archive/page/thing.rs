//! One thing that was raised, from end to end: what it says, where it was raised, what became of it there, in later sessions and in the ledger.

use chrono::NaiveDate;

use super::{BELOW, INDENT, Link, Page, said};
use crate::archive::history::{Fate, History, Place, Raised};
use crate::text::{Arg, Message};

impl History {
    /// The page of a thing.
    #[must_use]
    pub fn page_of(&self, raised: &Raised, today: NaiveDate) -> Page {
        let mut page = Page::default();
        page.led(&raised.id, &raised.text);
        let mut about: Vec<Arg> = vec![said::what(raised, today).into()];
        about.extend(raised.themes.iter().map(Arg::from));
        page.aside(INDENT, said::parted(about));
        self.whose(&mut page, raised);
        self.origin(&mut page, raised);
        self.became(&mut page, raised, today);
        page
    }

    /// Where a line about it leads.
    #[must_use]
    pub fn link_to(&self, raised: &Raised) -> Link {
        Link::Thing {
            session: self.session_of(raised).stem.clone(),
            id: raised.id.clone(),
        }
    }

    /// Whose it is, each with their dossier; else who owns it.
    fn whose(&self, page: &mut Page, raised: &Raised) {
        for party in &raised.by {
            page.aside(INDENT, &self.parties.all()[*party].name);
            page.leading_to(Link::Unit(*party));
        }
        if let (true, Some(owner)) = (raised.by.is_empty(), &raised.owner) {
            page.aside(INDENT, owner);
        }
    }

    /// The session that raised it, and what it came from there.
    fn origin(&self, page: &mut Page, raised: &Raised) {
        page.heading(Message::new("page-raised"));
        self.session(page, raised.session);
        let became_it = |other: &&Raised| {
            other.session == raised.session && other.action.as_ref() == Some(&raised.id)
        };
        if let Some(origin) = self.raised.iter().find(became_it) {
            page.led(&origin.id, &origin.text);
            page.leading_to(self.link_to(origin));
        }
    }

    fn session(&self, page: &mut Page, session: usize) {
        let held = &self.sessions[session];
        let said = match held.day {
            Some(day) => Message::new("page-session").with("day", day),
            None => Message::new("page-session-undated"),
        };
        page.aside(BELOW, said.with("title", &held.title));
        page.leading_to(Link::Session(held.stem.clone()));
    }

    fn became(&self, page: &mut Page, raised: &Raised, today: NaiveDate) {
        page.heading(Message::new("page-became"));
        for fate in &raised.fates {
            page.aside(BELOW, said::fate(self, fate));
            if let Some(link) = self.place_of(fate) {
                page.leading_to(link);
            }
        }
        if let (Some(acted), Some(id)) = (said::acted(self, raised), &raised.action) {
            page.aside(BELOW, acted);
            page.leading_to(Link::Thing {
                session: self.session_of(raised).stem.clone(),
                id: id.clone(),
            });
        } else if raised.is_open() {
            let age = said::waited(self, raised, today);
            page.aside(BELOW, Message::new("dossier-open").with("age", age));
        }
    }

    fn place_of(&self, fate: &Fate) -> Option<Link> {
        match fate.place {
            Place::Session(session) => Some(Link::Session(self.sessions[session].stem.clone())),
            Place::There | Place::Ledger(_) => None,
        }
    }
}
