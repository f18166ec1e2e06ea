//! Everything one unit ever brought to the meetings of a folder: what it said and what became of it, what it has to do, who came for it,
//! and how long it spoke. Owns which sessions it took part in; what was raised and settled is `history`'s.

use std::convert::Infallible;
use std::ops::ControlFlow;
use std::path::Path;

use rayon::prelude::*;

use super::history::{History, Only, Progress, Raised, What};
use super::parties::{Parties, Party};
use super::years::{Counting, Years};
use super::{Listed, Opened, Told, list, open};
use crate::agenda::Who;
use crate::names::{Match, Names};
use crate::summary::{Attendee, Summary};
use crate::text::{Bilingual, Message, Text};

/// One walk through all sessions of a folder, with what dossiers need of each.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// What was raised, and what became of it.
    pub history: History,
    /// The part that each party had in each session, oldest first.
    parts: Vec<(usize, Part)>,
    /// What each session comes to.
    counting: Counting,
}

/// A unit over the years.
#[derive(Clone, Debug)]
pub struct Dossier<'a> {
    /// All that was raised, its own and that of the others.
    pub history: &'a History,
    /// Its place among the parties.
    pub party: usize,
    /// The sessions that it was on the roster of, oldest first.
    pub parts: Vec<&'a Part>,
}

/// The part that a unit had in one session.
#[derive(Clone, Debug)]
pub struct Part {
    /// The session.
    pub session: usize,
    /// What it was called there.
    pub name: Bilingual,
    /// Its people on the roster, in order of precedence.
    pub people: Vec<Attendee>,
    /// Seconds it spoke, pauses left out.
    pub seconds: i64,
    /// Its turns, written statements included.
    pub turns: usize,
}

impl Walk {
    /// Reads all sessions of a folder.
    #[must_use]
    pub fn through(folder: &Path) -> Self {
        let go_on = |_| ControlFlow::<Infallible>::Continue(());
        let ControlFlow::Continue(walk) = Self::unless(folder, Only::default(), go_on);
        walk
    }

    /// The same of those that are meant, unless `go_on` breaks off; it is asked as [`History::unless`] asks.
    pub fn unless<B>(
        folder: &Path,
        only: Only,
        go_on: impl FnMut(Progress) -> ControlFlow<B>,
    ) -> ControlFlow<B, Self> {
        let mut parts = Vec::new();
        let mut counting = Counting::default();
        let mut session = 0;
        let visit = |parties: &Parties, summary: &Summary| {
            parts.extend(parts_of(parties, summary, session));
            counting.visit(parties, summary);
            session += 1;
        };
        let history = History::unless(folder, only, visit, go_on)?;
        ControlFlow::Continue(Self {
            history,
            parts,
            counting,
        })
    }

    /// The series that sessions belong to, that of the newest session first.
    #[must_use]
    pub fn series(&self) -> Vec<&Text> {
        let mut series: Vec<&Text> = Vec::new();
        for held in self.history.sessions.iter().rev() {
            series.extend(held.series.as_ref().filter(|own| !series.contains(own)));
        }
        series
    }

    /// The figures of a series, year by year; none where no session belongs to it.
    #[must_use]
    pub fn years(&self, series: &Text) -> Option<Years> {
        self.counting.years(&self.history, series)
    }

    /// The dossier of the unit of that place among the parties.
    #[must_use]
    pub fn dossier(&self, party: usize) -> Dossier<'_> {
        let own = self.parts.iter().filter(|(whose, _)| *whose == party);
        Dossier {
            history: &self.history,
            party,
            parts: own.map(|(_, part)| part).collect(),
        }
    }

    /// The dossier of the unit that is meant; of a person, that of their unit.
    ///
    /// # Errors
    /// What to say where nobody, or more than one, is meant.
    pub fn dossier_of(&self, folder: &Path, name: &str) -> Result<Dossier<'_>, Told> {
        let who = meant(folder, name)?;
        let unknown = || vec![Message::new("names-nobody").with("name", name)];
        let party = self.history.parties.of(&who).ok_or_else(unknown)?;
        Ok(self.dossier(party))
    }
}

impl<'a> Dossier<'a> {
    /// The unit.
    #[must_use]
    pub fn unit(&self) -> &'a Party {
        &self.history.parties.all()[self.party]
    }

    /// What it said, the newest session first.
    #[must_use]
    pub fn said(&self) -> Vec<&'a Raised> {
        self.raised(|what| matches!(what, What::Contribution(_)))
    }

    /// What it had, or has, to do, the newest session first.
    #[must_use]
    pub fn actions(&self) -> Vec<&'a Raised> {
        self.raised(|what| what == What::Action)
    }

    fn raised(&self, is_meant: impl Fn(What) -> bool) -> Vec<&'a Raised> {
        let own = |raised: &&Raised| is_meant(raised.what) && raised.by.contains(&self.party);
        let mut raised: Vec<&'a Raised> = self.history.raised.iter().filter(own).collect();
        raised.sort_by_key(|raised| std::cmp::Reverse(raised.session));
        raised
    }

    /// Seconds it spoke in all sessions.
    #[must_use]
    pub fn seconds(&self) -> i64 {
        self.parts.iter().map(|part| part.seconds).sum()
    }
}

/// The unit that a name means: the newest session that knows the name decides, so that a former name is understood too.
///
/// # Errors
/// What to say where nobody, or more than one, is meant.
pub fn meant(folder: &Path, name: &str) -> Result<Who, Told> {
    let listed = list(folder);
    let newest = listed.par_iter().rev();
    if let Some(found) = newest.clone().find_map_first(|listed| known(listed, name)) {
        return found.map_err(|ambiguous| vec![ambiguous]);
    }
    let problem = newest.find_map_first(|listed| {
        let opened = open(&listed.path).ok()?;
        let names = names(&opened);
        names.unmeant(name, &names.find(name))
    });
    let nothing = || Message::new("archive-empty").with("folder", &*folder.to_string_lossy());
    Err(vec![problem.unwrap_or_else(nothing)])
}

/// Whom a name means in a session that knows it; what to say where it knows several.
fn known(listed: &Listed, name: &str) -> Option<Result<Who, Message>> {
    let opened = open(&listed.path).ok()?;
    let names = names(&opened);
    let found = names.find(name);
    match &found {
        Match::One(who) => {
            let unit = Summary::of(&opened.session.meeting).unit_of(who);
            Some(Ok(unit))
        }
        Match::Several(_) => names.unmeant(name, &found).map(Err),
        Match::None => None,
    }
}

fn names(opened: &Opened) -> Names {
    let roster = &opened.session.meeting.roster;
    Names::of(roster.persons(), roster.units())
}

/// What each unit of a session did there.
fn parts_of(parties: &Parties, summary: &Summary, session: usize) -> Vec<(usize, Part)> {
    let units = summary.units.iter().map(|unit| Who::Unit(unit.id.clone()));
    let alone = summary.attendance.iter().filter(|one| one.unit.is_none());
    let alone = alone.map(|person| Who::Person(person.person.clone()));
    let part = |who: Who| {
        let people = summary.attendance.iter();
        let spoke = summary.sums.speaking.iter();
        let spoke = spoke.filter(|spoke| summary.spoke_for(spoke).as_ref() == Some(&who));
        let (seconds, turns) = spoke.fold((0, 0), |(seconds, turns), spoke| {
            (seconds + spoke.seconds, turns + spoke.turns)
        });
        let part = Part {
            session,
            name: summary.called(&who),
            people: people.filter(|one| one.unit() == who).cloned().collect(),
            seconds,
            turns,
        };
        Some((parties.of(&who)?, part))
    };
    units.chain(alone).filter_map(part).collect()
}
