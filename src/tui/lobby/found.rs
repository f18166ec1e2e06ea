//! What there is to go to, as it was found: meetings that were left, agendas, sessions and what they left open. Owns no words, and looks nowhere
//! itself.

use std::sync::Arc;

use chrono::NaiveDate;

use super::Plan;
use crate::agenda::Agenda;
use crate::archive::{History, Listing, Progress, Unreadable};
use crate::text::written::Mistake;
use crate::text::{Bilingual, Message, Moment, Text};

/// Where things are kept, as it is told.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    /// The sessions.
    pub sessions: Text,
    /// The person's own settings; empty for an account without a folder of its own.
    pub settings: Text,
}

/// A meeting that is not over.
#[derive(Clone, Debug)]
pub struct Interrupted {
    /// The name of its files.
    pub stem: Text,
    /// What it is called.
    pub title: Bilingual,
    /// When the last thing was recorded; else when it was begun.
    pub left: Moment,
    /// How many records were kept.
    pub records: usize,
    /// The item that was open: its number, and what it is.
    pub item: Option<(usize, Bilingual)>,
    /// Who had the floor.
    pub floor: Option<Bilingual>,
    /// Whether somebody holds it at the moment.
    pub hold: Hold,
    /// What its journal lacks.
    pub findings: Vec<Message>,
}

/// Whether a meeting is held at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// By nobody.
    Free,
    /// By another process.
    Elsewhere,
}

/// An agenda that a meeting can be held of.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Where it stands.
    pub plan: Plan,
    /// The name by which it is told from others.
    pub name: Text,
    /// Where that is, as it is told; empty for a shipped one.
    pub place: Text,
    /// What it says.
    pub says: Says,
}

/// What an agenda says.
#[derive(Clone, Debug)]
pub enum Says {
    /// A meeting that can be held.
    Sound(Box<Agenda>),
    /// What is wrong in it.
    Mistaken(Vec<Mistake>),
    /// Nothing: why it cannot be read.
    Unread(Message),
}

/// Something that was found.
#[derive(Clone, Debug)]
pub enum News {
    /// Which sessions there are.
    Sessions(Arc<Listing>),
    /// Which meetings are not over, the one that was left last first, and journals that cannot be read.
    Interrupted(Vec<Interrupted>, Vec<Unreadable>),
    /// Which agendas there are, in order: those that were used last, then the shipped ones.
    Agendas(Vec<Planned>),
    /// So many sessions were read for what they left open.
    Reading(Progress),
    /// What the sessions left open.
    History(Arc<History>),
}

/// All that was found so far.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The sessions; none before they are listed.
    pub sessions: Option<Arc<Listing>>,
    /// The meetings that are not over; none before they were looked for.
    pub interrupted: Option<Vec<Interrupted>>,
    /// Journals that cannot be read.
    pub unreadable: Vec<Unreadable>,
    /// The agendas; none before they were looked for.
    pub agendas: Option<Vec<Planned>>,
    /// What the sessions left open; none before they were read.
    pub history: Option<Arc<History>>,
    /// Another number whenever something was found.
    pub version: u64,
}

/// How much is still open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// All of it.
    pub all: usize,
    /// What of it is overdue.
    pub overdue: usize,
}

impl Found {
    /// Takes in what was found.
    pub fn take(&mut self, news: News) {
        self.version += 1;
        match news {
            News::Sessions(listing) => self.sessions = Some(listing),
            News::Interrupted(interrupted, unreadable) => {
                self.interrupted = Some(interrupted);
                self.unreadable = unreadable;
            }
            News::Agendas(agendas) => self.agendas = Some(agendas),
            // A count that goes by is nothing to tell of.
            News::Reading(_) => self.version -= 1,
            News::History(history) => self.history = Some(history),
        }
    }

    /// Whether all that is listed is known; what the sessions left open comes later.
    #[must_use]
    pub const fn is_listed(&self) -> bool {
        self.sessions.is_some() && self.interrupted.is_some() && self.agendas.is_some()
    }

    /// Whether nothing was ever held here; before that is known, it is not said.
    #[must_use]
    pub fn is_new(&self) -> bool {
        let sessions = self.sessions.as_ref();
        let interrupted = self.interrupted.as_ref();
        sessions.is_some_and(|listing| listing.sessions.is_empty())
            && interrupted.is_some_and(Vec::is_empty)
    }

    /// How much the sessions left open; none before they were read.
    #[must_use]
    pub fn open(&self, today: NaiveDate) -> Option<Open> {
        let history = self.history.as_ref()?;
        let overdue = history.open().filter(|raised| raised.is_overdue(today));
        Some(Open {
            all: history.open().count(),
            overdue: overdue.count(),
        })
    }

    /// That unfinished meeting.
    #[must_use]
    pub fn interrupted(&self, stem: &Text) -> Option<&Interrupted> {
        let mut all = self.interrupted.iter().flatten();
        all.find(|one| one.stem == *stem)
    }

    /// That agenda.
    #[must_use]
    pub fn planned(&self, plan: &Plan) -> Option<&Planned> {
        let mut all = self.agendas.iter().flatten();
        all.find(|one| one.plan == *plan)
    }
}
