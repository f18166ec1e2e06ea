//! The meeting: one aggregate, one stream of records, one fold. `decide` says what a command comes to or why it is refused;
//! `apply` takes a record in and never decides; replaying the records of a journal gives the very same meeting.
//!
//! Topics own their commands, events and state; this file only knows that they exist. Deliberately absent: clocks, files,
//! sentences, screens. A clone is cheap (every topic stands in its own `Arc`, growing lists share structure), so that the
//! room publishes one after every record.

pub mod ballot;
pub mod contribution;
pub mod election;
pub mod floor;
pub mod ids;
pub mod motion;
pub mod outcome;
mod permit;
pub mod progress;
pub mod record;
mod refusal;
pub mod roll;
pub mod roster;
mod schedule;
pub mod undo;

pub use ids::{
    ActionId, BallotId, ContributionId, DecisionId, EntryId, Ids, ItemId, MatterId, MotionId,
    Thing, Touches, TurnId,
};
pub use permit::{Act, may};
pub use progress::Stage;
pub use record::{Author, Digest, Header, Record, Role, Seal};
pub use refusal::{Insist, Refusal};

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::agenda::Agenda;
use crate::rules::{Quorum, Rule};
use crate::text::Moment;

/// What somebody wants. Already resolved: ids, no names.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// About the meeting and its items.
    Progress(progress::Command),
    /// About who belongs to it.
    Roster(roster::Command),
    /// About who is there.
    Roll(roll::Command),
    /// About who speaks.
    Floor(floor::Command),
    /// About when something really was, or whose turn it really was.
    Repair(floor::Repair),
    /// About what was said.
    Contribution(contribution::Command),
    /// About what came of it.
    Outcome(outcome::Command),
    /// About what is moved.
    Motion(motion::Command),
    /// About votes and elections.
    Ballot(ballot::Command),
    /// About what was done before.
    Undo(undo::Command),
    /// Several as one: all are obeyed, or none.
    Several(Vec<Command>),
}

macro_rules! topics {
    ($($(#[$doc:meta])* $topic:ident $module:ident),+ $(,)?) => {
        /// What happened; a topic's own event.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Event {
            $($(#[$doc])* $topic($module::Event),)+
        }

        $(
            impl From<$module::Event> for Event {
                fn from(event: $module::Event) -> Self {
                    Self::$topic(event)
                }
            }

            impl From<$module::Command> for Command {
                fn from(command: $module::Command) -> Self {
                    Self::$topic(command)
                }
            }
        )+

        impl Event {
            /// What it does to things, for undo.
            #[must_use]
            pub fn touches(&self) -> Touches {
                match self {
                    $(Self::$topic(event) => event.touches(),)+
                }
            }
        }
    };
}

topics! {
    /// The meeting and its items.
    Progress progress,
    /// Who belongs to it.
    Roster roster,
    /// Who is there.
    Roll roll,
    /// Who speaks.
    Floor floor,
    /// What was said.
    Contribution contribution,
    /// What came of it.
    Outcome outcome,
    /// What is moved.
    Motion motion,
    /// Votes and elections.
    Ballot ballot,
    /// What was taken back.
    Undo undo,
}

impl From<floor::Repair> for Command {
    fn from(repair: floor::Repair) -> Self {
        Self::Repair(repair)
    }
}

/// Who commands, and when.
#[derive(Clone, Debug)]
pub struct Acting<'a> {
    /// Who.
    pub author: &'a Author,
    /// The time the record will have.
    pub now: Moment,
}

/// What a record stamps on everything it does.
#[derive(Clone, Debug)]
pub struct Stamp<'a> {
    /// The record's place.
    pub seq: u64,
    /// Its time.
    pub at: Moment,
    /// Whose it was.
    pub author: &'a Author,
}

/// The whole meeting as it stands after its records.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// What journal it belongs to.
    pub header: Arc<Header>,
    /// The agenda's own facts as last taken over; items and roster as they stand are in the topics.
    pub agenda: Arc<Agenda>,
    /// Who belongs to it.
    pub roster: Arc<roster::Roster>,
    /// Who is there.
    pub roll: Arc<roll::Roll>,
    /// Where it is.
    pub progress: Arc<progress::Progress>,
    /// Who speaks.
    pub floor: Arc<floor::Floor>,
    /// What was said.
    pub contributions: Arc<contribution::Contributions>,
    /// What came of it.
    pub outcomes: Arc<outcome::Outcomes>,
    /// What was moved.
    pub motions: Arc<motion::Motions>,
    /// Votes and elections.
    pub ballots: Arc<ballot::Ballots>,
    /// Its records, undone ones included.
    pub history: Arc<undo::History>,
    plan: Arc<Agenda>,
    ids: Ids,
}

impl Meeting {
    /// A meeting before its first record. `agenda` is what `header.agenda` says, read.
    #[must_use]
    pub fn begin(header: Header, agenda: Agenda) -> Self {
        Self::planned(Arc::new(header), Arc::new(agenda))
    }

    fn planned(header: Arc<Header>, plan: Arc<Agenda>) -> Self {
        let mut ids = Ids::default();
        let items = (1..).zip(&plan.items).map(|(n, _)| Thing::Item(ItemId(n)));
        items.for_each(|item| ids.observe(&item));
        Self {
            header,
            agenda: plan.clone(),
            roster: Arc::new(roster::Roster::of(&plan)),
            roll: Arc::default(),
            progress: Arc::new(progress::Progress::of(&plan)),
            floor: Arc::new(floor::Floor::of(&plan, &mut ids)),
            contributions: Arc::new(contribution::Contributions::of(&plan)),
            outcomes: Arc::default(),
            motions: Arc::default(),
            ballots: Arc::new(ballot::Ballots::of(&plan)),
            history: Arc::default(),
            plan,
            ids,
        }
    }

    /// The meeting after all those records: the fold that a resumed meeting, an archived one and every test stand on.
    #[must_use]
    pub fn replay(
        header: Header,
        agenda: Agenda,
        records: impl IntoIterator<Item = Arc<Record>>,
    ) -> Self {
        let mut meeting = Self::begin(header, agenda);
        let history = undo::History::of(records);
        meeting.refold(history);
        meeting
    }

    /// The meeting as it stood after that record. Costs a replay.
    #[must_use]
    pub fn until(&self, seq: u64) -> Self {
        let mut then = Self::planned(self.header.clone(), self.plan.clone());
        let records = self.history.shared().take_while(|record| record.seq <= seq);
        then.refold(undo::History::of(records.cloned()));
        then
    }

    /// Takes a record in. Never decides and never fails: the record was accepted when it was made.
    pub fn apply(&mut self, record: Arc<Record>) {
        let turns_back = record
            .events
            .iter()
            .any(|event| matches!(event, Event::Undo(_)));
        if !turns_back {
            self.take_in(&record);
        }
        Arc::make_mut(&mut self.history).push(record);
        if turns_back {
            let history = Arc::unwrap_or_clone(std::mem::take(&mut self.history));
            let ids = self.ids.clone();
            let mut anew = Self::planned(self.header.clone(), self.plan.clone());
            anew.ids = ids;
            anew.refold(history);
            *self = anew;
        }
    }

    /// Applies the records that are not undone, and counts the numbers of all.
    fn refold(&mut self, history: undo::History) {
        for record in history.records() {
            if history.is_undone(record.seq) {
                record.events.iter().for_each(|event| self.observe(event));
            } else {
                self.take_in(record);
            }
        }
        self.history = Arc::new(history);
    }

    fn take_in(&mut self, record: &Record) {
        let stamp = Stamp {
            seq: record.seq,
            at: record.at,
            author: &record.author,
        };
        for event in &record.events {
            self.take_event(event, &stamp);
        }
    }

    fn take_event(&mut self, event: &Event, stamp: &Stamp) {
        self.observe(event);
        match event {
            Event::Progress(event) => {
                if let progress::Event::AgendaReplaced { source } = event {
                    self.replace_agenda(source);
                }
                let agenda = self.agenda.clone();
                Arc::make_mut(&mut self.progress).apply(event, &agenda, stamp);
            }
            Event::Roster(event) => Arc::make_mut(&mut self.roster).apply(event, stamp),
            Event::Roll(event) => self.take_roll_event(event, stamp),
            Event::Floor(event) => Arc::make_mut(&mut self.floor).apply(event, stamp),
            Event::Contribution(event) => {
                Arc::make_mut(&mut self.contributions).apply(event, stamp);
            }
            Event::Outcome(event) => {
                Arc::make_mut(&mut self.outcomes).apply(event, stamp);
                if let outcome::Event::Decided(outcome::Decision {
                    item: Some(item),
                    outcome: Some(outcome),
                    ballot,
                    ..
                }) = event
                {
                    // One office of several decides no item: what its ballots come to together does.
                    let together = match ballot {
                        Some(_) => self.ballots.outcome_of(*item),
                        None => Some(*outcome),
                    };
                    if let Some(outcome) = together {
                        Arc::make_mut(&mut self.progress).set_outcome(*item, outcome);
                    }
                }
            }
            Event::Motion(event) => Arc::make_mut(&mut self.motions).apply(event, stamp),
            Event::Ballot(event) => Arc::make_mut(&mut self.ballots).apply(event, stamp),
            Event::Undo(_) => {}
        }
    }

    fn take_roll_event(&mut self, event: &roll::Event, stamp: &Stamp) {
        if self.progress.is_in_correction() {
            let was = self.most_present();
            Arc::make_mut(&mut self.roll).apply(event, stamp);
            let is = self.most_present();
            Arc::make_mut(&mut self.roll).set_right(was, is);
        } else {
            Arc::make_mut(&mut self.roll).apply(event, stamp);
            let present = self.attendance(None).present;
            Arc::make_mut(&mut self.roll).reached(present);
        }
    }

    fn observe(&mut self, event: &Event) {
        event
            .touches()
            .creates
            .iter()
            .for_each(|thing| self.ids.observe(thing));
    }

    /// A changed agenda's own facts; its items and roster follow as events of their own.
    fn replace_agenda(&mut self, source: &str) {
        if let Some(agenda) = crate::agenda::file::read(source).agenda {
            Arc::make_mut(&mut self.contributions).plan_themes(&agenda);
            self.agenda = Arc::new(agenda);
        }
    }

    /// The meeting as it would be if that were commanded: what a person is shown before they say yes. Pure, and apart from
    /// the deciding as cheap as a record; but undo and redo cost a replay.
    ///
    /// # Errors
    /// The [`Refusal`] that the command would meet.
    pub fn after(&self, author: &Author, now: Moment, command: Command) -> Result<Self, Refusal> {
        let events = decide(self, author, now, command)?;
        let mut after = self.clone();
        if !events.is_empty() {
            after.apply(Arc::new(self.next_record(author, now, events)));
        }
        Ok(after)
    }

    /// The record that would hold those events.
    fn next_record(&self, author: &Author, at: Moment, events: Vec<Event>) -> Record {
        let last = self.history.records().next_back();
        let line = last.map_or_else(|| record::line_of(&*self.header), record::line_of);
        Record {
            seq: self.history.next_seq(),
            at,
            author: author.clone(),
            line: None,
            events,
            prev: Digest::of(line.as_bytes()),
        }
    }

    /// The counters, of which topics take the next numbers.
    #[must_use]
    pub const fn ids(&self) -> &Ids {
        &self.ids
    }

    /// The last record's time.
    #[must_use]
    pub fn last_at(&self) -> Option<Moment> {
        self.history.records().next_back().map(|record| record.at)
    }

    /// The rule of ballots whose command and item name none.
    #[must_use]
    pub fn rule(&self) -> Rule {
        self.agenda.rule.clone().unwrap_or_else(Rule::majority)
    }

    /// The meeting's quorum: its own, else that of the agenda's rule, else of `majority` (`RULES.md` §2).
    #[must_use]
    pub fn quorum_rule(&self) -> Quorum {
        self.agenda
            .quorum
            .or_else(|| self.rule().quorum)
            .or_else(|| Rule::majority().quorum)
            .unwrap_or(Quorum::None)
    }
}

/// What a command comes to, or why it is refused. Changes nothing; no events mean that nothing needs to change.
///
/// # Errors
/// A [`Refusal`] when the author may not, or the rules of the topic say no.
pub fn decide(
    meeting: &Meeting,
    author: &Author,
    now: Moment,
    command: Command,
) -> Result<Vec<Event>, Refusal> {
    permit::permits(meeting, author, &command)?;
    let acting = Acting { author, now };
    match command {
        Command::Progress(command) => progress::decide(meeting, &acting, command),
        Command::Roster(command) => roster::decide(meeting, &acting, command),
        Command::Roll(command) => roll::decide(meeting, &acting, command),
        Command::Floor(command) => floor::decide(meeting, &acting, command),
        Command::Repair(command) => floor::decide_repair(meeting, &acting, command),
        Command::Contribution(command) => contribution::decide(meeting, &acting, command),
        Command::Outcome(command) => outcome::decide(meeting, &acting, command),
        Command::Motion(command) => motion::decide(meeting, &acting, command),
        Command::Ballot(command) => ballot::decide(meeting, &acting, command),
        Command::Undo(command) => undo::decide(meeting, &acting, &command),
        Command::Several(commands) => decide_all(meeting, &acting, commands),
    }
}

/// Decides each on the meeting as the ones before it leave it.
fn decide_all(
    meeting: &Meeting,
    acting: &Acting,
    commands: Vec<Command>,
) -> Result<Vec<Event>, Refusal> {
    let mut ahead = meeting.clone();
    let mut events = Vec::new();
    for command in commands {
        let more = decide(&ahead, acting.author, acting.now, command)?;
        ahead.look_ahead(&more, acting);
        events.extend(more);
    }
    Ok(events)
}

impl Meeting {
    /// The meeting as those events of the same record leave it: for decisions that need several steps.
    fn look_ahead(&mut self, events: &[Event], acting: &Acting) {
        let stamp = Stamp {
            seq: self.history.next_seq(),
            at: acting.now,
            author: acting.author,
        };
        events
            .iter()
            .for_each(|event| self.take_event(event, &stamp));
    }

    fn ahead_by(&self, events: &[Event], acting: &Acting) -> Self {
        let mut ahead = self.clone();
        ahead.look_ahead(events, acting);
        ahead
    }
}
