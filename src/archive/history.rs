//! All sessions of a folder as one line of time: what each raised, and what became of it there, in later sessions, and in the follow-up
//! ledger. Follow-ups, matters arising, dossiers and the next agenda are read off it, so that they never say different things.
//!
//! - What a meeting answered there and then is its first fate; what a later meeting said of a matter arising, the next.
//! - An item that was put off is settled by the item of the same title that a later meeting of its series closed. One that is put off once
//!   more is not raised a second time: it still waits since the first.
//! - The ledger stands among them by its times; the latest fate holds.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rayon::prelude::*;

use super::ledger::Ledger;
use super::parties::Parties;
use super::{Listed, Told, list, open};
use crate::agenda::{ContributionKind, ItemKind, Who};
use crate::meeting::contribution::Answer;
use crate::meeting::outcome::Outcome;
use crate::meeting::progress::ItemStatus;
use crate::summary::{DecisionEntry, ItemEntry, Line, MatterEntry, State, Summary};
use crate::text::{Bilingual, Language, Message, Moment, Text};

/// So many sessions are read at a time: what is kept of them does not grow with the archive, and who wants to stop waits for no more.
const TOGETHER: usize = 64;

/// A session as history knows it.
#[derive(Clone, Debug)]
pub struct Held {
    /// The name of its file without `.toml`.
    pub stem: Text,
    /// What the meeting is called.
    pub title: Bilingual,
    /// The series it belongs to.
    pub series: Option<Text>,
    /// Its day.
    pub day: Option<NaiveDate>,
    /// When it was called to order.
    pub opened: Option<Moment>,
    /// How far its record is.
    pub state: State,
    /// The language of its record.
    pub language: Language,
    /// That what was recorded is made up, where it is.
    pub made_up: Option<Message>,
}

/// What kind of thing was raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A unit said it.
    Contribution(ContributionKind),
    /// It is to be done.
    Action,
    /// An item that was put off or broken off.
    Item,
    /// A decision that is to be looked at again.
    Decision,
}

impl What {
    /// Whether a thing of that kind can be answered so. An action is done or it is not; it may be given up, or go to the next meeting.
    #[must_use]
    pub const fn may_be(self, status: Answer) -> bool {
        match (self, status) {
            (Self::Action, Answer::Adopted | Answer::Answered) => false,
            (Self::Action, Answer::Open | Answer::Done | Answer::Carried | Answer::Declined)
            | (Self::Contribution(_) | Self::Item | Self::Decision, _) => true,
        }
    }
}

/// Where something became of a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the meeting that raised it.
    There,
    /// In that later session.
    Session(usize),
    /// After a meeting, by whom.
    Ledger(Text),
}

/// What became of a thing at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// What.
    pub status: Answer,
    /// In words.
    pub text: Option<Text>,
    /// When; none where no time is known.
    pub at: Option<Moment>,
    /// Where.
    pub place: Place,
}

/// Something that a session raised.
#[derive(Clone, Debug)]
pub struct Raised {
    /// The session.
    pub session: usize,
    /// What it is called there.
    pub id: Text,
    /// What it is.
    pub what: What,
    /// What it says.
    pub text: Bilingual,
    /// Whose it is, by their places among the parties; the first is the one it is listed under.
    pub by: Vec<usize>,
    /// Who said it or owns it, by name.
    pub owner: Option<Bilingual>,
    /// What it is about.
    pub themes: Vec<Bilingual>,
    /// When it is due, or to be looked at again.
    pub due: Option<NaiveDate>,
    /// The action it became.
    pub action: Option<Text>,
    /// What became of it, in order; the last holds.
    pub fates: Vec<Fate>,
}

impl Raised {
    /// What holds.
    #[must_use]
    pub fn status(&self) -> Answer {
        self.fates.last().map_or(Answer::Open, |fate| fate.status)
    }

    /// Whether somebody still waits for it. What became an action is followed up as that.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.action.is_none() && matches!(self.status(), Answer::Open | Answer::Carried)
    }

    /// Whether its day has passed: of an action, or of a decision's review.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        match self.what {
            What::Action => self.due.is_some_and(|due| due < today),
            What::Decision => self.due.is_some_and(|due| due <= today),
            What::Contribution(_) | What::Item => false,
        }
    }
}

/// All sessions, oldest first, with what they raised.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// The sessions that could be read.
    pub sessions: Vec<Held>,
    /// What they raised, in order.
    pub raised: Vec<Raised>,
    /// How many older ones were not looked at, because only so many were wanted.
    pub older: usize,
    /// The units that were met.
    pub parties: Parties,
    /// The files that could not be read, and why.
    pub unread: Vec<(PathBuf, Told)>,
    /// What is wrong with the ledger.
    pub findings: Told,
    /// Where a thing stands among what was raised, by session and id; an item that was put off again, and a matter arising, by the ids of each
    /// time.
    at: HashMap<(Text, Text), usize>,
    /// Where the last item of that series and title stands.
    items: HashMap<(Text, Bilingual), usize>,
}

/// Which sessions are looked at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Only<'a> {
    /// Those of that series; all where none is named.
    pub series: Option<&'a Text>,
    /// Not the one of that name.
    pub but: Option<&'a str>,
    /// So much of each.
    pub reach: Reach,
    /// The newest so many at most; all where no number is given.
    pub newest: Option<usize>,
}

/// How much of each session is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// All of it.
    #[default]
    Whole,
    /// What may leave the house: not the content of closed items.
    Public,
}

/// How far the sessions of a folder are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Sessions that were read, those that could not be among them.
    pub read: usize,
    /// Sessions there are to read.
    pub of: usize,
}

impl Only<'_> {
    fn means(&self, listed: &Listed) -> bool {
        self.series
            .is_none_or(|series| listed.head.series.as_ref() == Some(series))
            && self.but.is_none_or(|stem| listed.stem != stem)
    }
}

impl History {
    /// The history of a folder. `visit` sees each session as it is met, oldest first; the summaries are not kept.
    #[must_use]
    pub fn of(folder: &Path, only: Only, visit: impl FnMut(&Parties, &Summary)) -> Self {
        let go_on = |_| ControlFlow::<Infallible>::Continue(());
        let ControlFlow::Continue(history) = Self::unless(folder, only, visit, go_on);
        history
    }

    /// The history of a folder, unless `go_on` breaks off. It is asked at the beginning and after each few sessions; a history that was broken
    /// off would say of settled things that they wait, so there is none then.
    pub fn unless<B>(
        folder: &Path,
        only: Only,
        mut visit: impl FnMut(&Parties, &Summary),
        mut go_on: impl FnMut(Progress) -> ControlFlow<B>,
    ) -> ControlFlow<B, Self> {
        let ledger = Ledger::read(folder);
        let mut history = Self {
            findings: ledger.findings.clone(),
            ..Self::default()
        };
        let mut listed = list(folder);
        listed.retain(|listed| only.means(listed));
        history.older = listed
            .len()
            .saturating_sub(only.newest.unwrap_or(usize::MAX));
        listed.drain(..history.older);
        let mut progress = Progress {
            read: 0,
            of: listed.len(),
        };
        go_on(progress)?;
        let mut chunks = listed.chunks(TOGETHER);
        let mut next = chunks.next().map(|chunk| Read::of(chunk, only.reach));
        while let Some(read) = next.take() {
            let together = read.listed.len();
            // The next ones are read while these are met.
            rayon::in_place_scope(|scope| {
                let (chunk, next) = (chunks.next(), &mut next);
                scope.spawn(move |_| *next = chunk.map(|chunk| Read::of(chunk, only.reach)));
                for (listed, summary) in read.listed.iter().zip(read.summaries) {
                    match summary {
                        Ok(summary) => {
                            history.meet(&summary, &listed.stem);
                            visit(&history.parties, &summary);
                        }
                        Err(told) => history.unread.push((listed.path.clone(), told)),
                    }
                }
            });
            progress.read += together;
            go_on(progress)?;
        }
        history.consult(&ledger);
        ControlFlow::Continue(history)
    }

    /// The history of those sessions, named, oldest first.
    #[must_use]
    pub fn met(sessions: impl IntoIterator<Item = (String, Summary)>, ledger: &Ledger) -> Self {
        let mut history = Self::default();
        for (stem, summary) in sessions {
            history.meet(&summary, &stem);
        }
        history.consult(ledger);
        history
    }

    /// The history of one meeting alone, that need not be saved. `visit` sees the units that it has.
    #[must_use]
    pub fn of_one(summary: &Summary, visit: impl FnOnce(&Parties)) -> Self {
        let mut history = Self::default();
        history.meet(summary, "");
        visit(&history.parties);
        history
    }

    /// What still waits, oldest first.
    pub fn open(&self) -> impl Iterator<Item = &Raised> {
        self.raised.iter().filter(|raised| raised.is_open())
    }

    /// What that session raised under that id.
    #[must_use]
    pub fn raised_as(&self, session: &Text, id: &Text) -> Option<&Raised> {
        let place = self.at.get(&(session.clone(), id.clone()))?;
        self.raised.get(*place)
    }

    /// The session that raised it.
    #[must_use]
    pub fn session_of(&self, raised: &Raised) -> &Held {
        &self.sessions[raised.session]
    }

    /// The session of the same series that was over before that one was called to order, the last of them: what `last` means on its agenda.
    #[must_use]
    pub fn held_before(&self, session: &str) -> Option<&Held> {
        let mut sessions = self.sessions.iter();
        let own = sessions.find(|held| held.stem.as_str() == session)?;
        let series = own.series.as_ref()?;
        let earlier = self.sessions.iter().filter(|held| {
            held.series.as_ref() == Some(series)
                && held.state != State::Open
                && held.opened.is_some()
                && held.opened < own.opened
        });
        earlier.max_by_key(|held| held.opened)
    }

    fn meet(&mut self, summary: &Summary, stem: &str) {
        let facts = &summary.meeting;
        let session = self.sessions.len();
        self.sessions.push(Held {
            stem: Text::line(stem),
            title: facts.title.clone(),
            series: facts.series.clone(),
            day: facts.day(),
            opened: facts.opened,
            state: facts.state,
            language: summary.language,
            made_up: summary.made_up(),
        });
        self.parties.meet(session, summary);
        let at = facts.adjourned.or(facts.opened);
        for matter in &summary.matters {
            self.answered(matter, session, at);
        }
        let moved = self.items_again(summary, session, at);
        let mut raising = Raising {
            session,
            summary,
            parties: &self.parties,
            raised: Vec::new(),
        };
        raising.contributions();
        raising.actions();
        raising.items(&moved);
        raising.decisions();
        let raised = raising.raised;
        for raised in raised {
            self.add(raised);
        }
    }

    fn add(&mut self, raised: Raised) {
        let (at, held) = (self.raised.len(), &self.sessions[raised.session]);
        if let (What::Item, Some(series)) = (raised.what, &held.series) {
            self.items.insert((series.clone(), raised.text.clone()), at);
        }
        self.at.insert((held.stem.clone(), raised.id.clone()), at);
        self.raised.push(raised);
    }

    /// Takes down what a meeting said of a matter that an earlier one left open.
    fn answered(&mut self, matter: &MatterEntry, session: usize, at: Option<Moment>) {
        let key = (matter.session.clone(), matter.origin.clone());
        let Some(place) = self.at.get(&key).copied() else {
            return;
        };
        let here = self.sessions[session].stem.clone();
        self.at
            .insert((here, Text::line(&matter.id.to_string())), place);
        if matter.status != Answer::Open {
            self.raised[place].fates.push(Fate {
                status: matter.status,
                text: matter.answer.clone(),
                at,
                place: Place::Session(session),
            });
        }
    }

    /// What became of items that earlier meetings of the series put off, where this one has them again. Gives the numbers of those that it
    /// put off once more.
    fn items_again(&mut self, summary: &Summary, session: usize, at: Option<Moment>) -> Vec<usize> {
        let mut moved = Vec::new();
        let Some(series) = &summary.meeting.series else {
            return moved;
        };
        let over = summary.meeting.state != State::Open;
        for item in &summary.items {
            let is_unfinished = is_unfinished(item, over);
            let key = (series.clone(), item.title.clone());
            let Some(place) = self.items.get(&key).copied() else {
                continue;
            };
            let is_over = is_unfinished || item.status == ItemStatus::Closed;
            if !is_over || !self.raised[place].is_open() {
                continue;
            }
            let status = if is_unfinished {
                let stem = self.sessions[session].stem.clone();
                let id = Text::line(&item.number.to_string());
                self.at.insert((stem, id), place);
                moved.push(item.number);
                Answer::Carried
            } else {
                Answer::Done
            };
            self.raised[place].fates.push(Fate {
                status,
                text: item.text.clone(),
                at,
                place: Place::Session(session),
            });
        }
        moved
    }

    /// Puts the answers of the ledger among the others.
    fn consult(&mut self, ledger: &Ledger) {
        for entry in ledger.entries() {
            let key = (entry.session.clone(), entry.id.clone());
            if let Some(place) = self.at.get(&key) {
                self.raised[*place].fates.push(Fate {
                    status: entry.status,
                    text: entry.text.clone(),
                    at: Some(entry.at),
                    place: Place::Ledger(entry.author.clone()),
                });
            }
        }
        for raised in &mut self.raised {
            raised.fates.sort_by_key(|fate| fate.at);
        }
    }
}

/// Some sessions, with what each holds.
struct Read<'l> {
    listed: &'l [Listed],
    summaries: Vec<Result<Summary, Told>>,
}

impl<'l> Read<'l> {
    fn of(listed: &'l [Listed], reach: Reach) -> Self {
        let summaries = listed.par_iter().map(|one| summary_of(one, reach));
        Self {
            listed,
            summaries: summaries.collect(),
        }
    }
}

/// What one session holds, so much of it.
fn summary_of(listed: &Listed, reach: Reach) -> Result<Summary, Told> {
    let opened = open(&listed.path)?;
    let summary = Summary::of(&opened.session.meeting);
    Ok(match reach {
        Reach::Whole => summary,
        Reach::Public => summary.public(),
    })
}

/// What one session raises, while it is gathered.
struct Raising<'a> {
    session: usize,
    summary: &'a Summary,
    parties: &'a Parties,
    raised: Vec<Raised>,
}

impl Raising<'_> {
    fn raise(&mut self, id: impl fmt::Display, what: What, text: Bilingual) -> &mut Raised {
        self.raised.push(Raised {
            session: self.session,
            id: Text::line(&id.to_string()),
            what,
            text,
            by: Vec::new(),
            owner: None,
            themes: Vec::new(),
            due: None,
            action: None,
            fates: Vec::new(),
        });
        let last = self.raised.len() - 1;
        &mut self.raised[last]
    }

    fn party(&self, who: &Who) -> Option<usize> {
        self.parties.of(&self.summary.unit_of(who))
    }

    fn contributions(&mut self) {
        let summary = self.summary;
        let acted = summary.actions.iter();
        let acted: HashMap<_, _> = acted.map(|action| (action.from, action.id)).collect();
        let asked = |line: &&Line| line.counts() && line.kind != ContributionKind::Remark;
        for line in summary.contributions.iter().filter(asked) {
            let mut by: Vec<usize> = line.by.iter().filter_map(|who| self.party(who)).collect();
            by.dedup();
            let text = Bilingual::same(line.text.clone());
            let raised = self.raise(line.id, What::Contribution(line.kind), text);
            raised.by = by;
            raised.owner = line.by.first().map(|who| summary.called(who));
            raised.themes.clone_from(&line.themes);
            let action = acted.get(&Some(line.id));
            raised.action = action.map(|action| Text::line(&action.to_string()));
            raised.there(line.status, line.answer.as_ref(), Some(line.at));
        }
    }

    fn actions(&mut self) {
        let summary = self.summary;
        for action in &summary.actions {
            let by = action.owner.as_ref().and_then(|owner| self.party(owner));
            let text = Bilingual::same(action.text.clone());
            let raised = self.raise(action.id, What::Action, text);
            raised.by = by.into_iter().collect();
            raised.owner = action.owner.as_ref().map(|owner| summary.called(owner));
            raised.due = action.due;
            let status = if action.done {
                Answer::Done
            } else {
                Answer::Open
            };
            raised.there(status, None, Some(action.at));
        }
    }

    /// Items that wait for another meeting, but for those that have waited since an earlier one.
    fn items(&mut self, moved: &[usize]) {
        let over = self.summary.meeting.state != State::Open;
        for item in &self.summary.items {
            if is_unfinished(item, over) && !moved.contains(&item.number) {
                self.raise(item.number, What::Item, item.title.clone());
            }
        }
    }

    /// Decisions that are to be looked at again.
    fn decisions(&mut self) {
        let summary = self.summary;
        for decision in &summary.decisions {
            if decision.review.is_some() {
                let words = words_of(summary, decision);
                self.raise(decision.id, What::Decision, words).due = decision.review;
            }
        }
    }
}

impl Raised {
    /// What its own meeting said of it.
    fn there(&mut self, status: Answer, text: Option<&Text>, at: Option<Moment>) {
        if status != Answer::Open {
            self.fates.push(Fate {
                status,
                text: text.cloned(),
                at,
                place: Place::There,
            });
        }
    }
}

/// What a decision says: its words, else the title of its item.
pub(super) fn words_of(summary: &Summary, decision: &DecisionEntry) -> Bilingual {
    let item = decision.item.and_then(|number| summary.item(number));
    decision
        .text
        .clone()
        .or_else(|| item.map(|item| item.title.clone()))
        .unwrap_or_else(|| Bilingual::from(&*decision.id.to_string()))
}

/// Whether an item waits for another meeting: put off, or broken off by the end of its own.
pub(super) fn is_unfinished(item: &ItemEntry, over: bool) -> bool {
    let broken_off = match item.status {
        ItemStatus::Deferred => return true,
        ItemStatus::Planned | ItemStatus::Open | ItemStatus::Interrupted => over,
        ItemStatus::Closed | ItemStatus::Skipped => false,
    };
    let is_business = match item.kind {
        ItemKind::Opening | ItemKind::Break | ItemKind::Closing => false,
        ItemKind::Report
        | ItemKind::Discussion
        | ItemKind::Round
        | ItemKind::Motion
        | ItemKind::Approval
        | ItemKind::Election => true,
    };
    broken_off && is_business || item.outcome == Some(Outcome::Deferred)
}
