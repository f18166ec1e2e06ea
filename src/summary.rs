//! The whole resolved meeting, in the shape that documents are made from (`CONTRACT.md` §4): facts, roster, items, lines, outcomes, sums.
//! Pure. Owns what counts and what a name resolves to; writes no format and no sentence, and reads no file.

mod ballots;
mod corrections;
mod later;
mod of;
mod public;
mod said;
mod sums;
mod who;

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime};

use crate::agenda::{Capacity, ContributionKind, Example, ItemKind, PersonId, UnitId, Who};
use crate::meeting::ballot;
use crate::meeting::contribution::Answer;
use crate::meeting::floor::TurnKind;
use crate::meeting::outcome::Outcome;
use crate::meeting::progress::ItemStatus;
use crate::meeting::roll::{Mode, Status};
use crate::meeting::{ActionId, BallotId, ContributionId, DecisionId, MatterId, MotionId, TurnId};
use crate::rules::{Base, Casting};
use crate::text::{Arg, Bilingual, Language, Message, Moment, Text};

pub use crate::meeting::Seal;
pub use crate::meeting::progress::Approval;
pub use corrections::{Changed, CorrectionEntry};
pub use later::{Later, LaterAnswers};
pub use said::figures;
pub use sums::{Alike, Spoke, Sums};

/// A meeting, resolved: what its records come to, with names beside ids.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The language of the record.
    pub language: Language,
    /// The meeting itself.
    pub meeting: Facts,
    /// The units, in order of precedence.
    pub units: Vec<UnitEntry>,
    /// Everybody on the roster, in order of precedence, as they stand at the end.
    pub attendance: Vec<Attendee>,
    /// The items in their order.
    pub items: Vec<ItemEntry>,
    /// The lines, in order of entry; undone ones are not there, struck and merged ones are.
    pub contributions: Vec<Line>,
    /// Motions and amendments, in order of entry.
    pub motions: Vec<MotionEntry>,
    /// Decisions, in order of entry.
    pub decisions: Vec<DecisionEntry>,
    /// Actions, in order of entry.
    pub actions: Vec<ActionEntry>,
    /// Ballots, in order of opening.
    pub ballots: Vec<BallotEntry>,
    /// What earlier sessions left open.
    pub matters: Vec<MatterEntry>,
    /// What was corrected after the meeting, in order.
    pub corrections: Vec<CorrectionEntry>,
    /// What the session file was sealed with before each correction, in order.
    pub seals: Vec<Seal>,
    /// What it adds up to.
    pub sums: Sums,
    later: LaterAnswers,
    persons_at: HashMap<PersonId, usize>,
    units_at: HashMap<UnitId, usize>,
}

/// How far the record of a meeting is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// The meeting is not over.
    #[default]
    Open,
    /// It is over; the record may still be corrected.
    Draft,
    /// It was corrected after the meeting.
    Corrected,
    /// It was approved.
    Approved,
}

impl State {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::Open => "export-state-open",
            Self::Draft => "export-state-draft",
            Self::Corrected => "export-state-corrected",
            Self::Approved => "export-state-approved",
        })
    }
}

/// The meeting itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// What it is called.
    pub title: Bilingual,
    /// Who meets.
    pub organisation: Option<Bilingual>,
    /// The series it belongs to.
    pub series: Option<Text>,
    /// Why it is held.
    pub purpose: Option<Bilingual>,
    /// The agenda's day; [`Facts::day`] is never without one once the meeting was opened.
    pub date: Option<NaiveDate>,
    /// Where.
    pub place: Option<Bilingual>,
    /// Who presides, at the end.
    pub chair: Option<PersonId>,
    /// Everybody who presided, in order.
    pub chairs: Vec<Presided>,
    /// The sittings: opened, closed.
    pub sittings: Vec<(Moment, Option<Moment>)>,
    /// The next meeting, where it was announced.
    pub next: Option<Next>,
    /// When it was called to order.
    pub opened: Option<Moment>,
    /// When it ended.
    pub adjourned: Option<Moment>,
    /// How far the record is.
    pub state: State,
    /// When and by which meeting it was approved.
    pub approved: Option<Approval>,
    /// Which of the agenda's own facts are examples.
    pub example: Example,
}

impl Facts {
    /// The agenda's day, else the day it was opened.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        self.date
            .or_else(|| self.opened.map(|opened| opened.date_naive()))
    }
}

/// Somebody in the chair, from when to when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presided {
    /// Who.
    pub person: PersonId,
    /// Since when; none before the opening.
    pub from: Option<Moment>,
    /// Until when; none while they preside.
    pub until: Option<Moment>,
}

/// The next meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The day.
    pub date: NaiveDate,
    /// The hour.
    pub start: Option<NaiveTime>,
    /// The place.
    pub place: Option<Text>,
}

/// A unit of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitEntry {
    /// Its id.
    pub id: UnitId,
    /// Its full name.
    pub name: Bilingual,
    /// Its short name.
    pub short: Option<Bilingual>,
    /// Its group.
    pub group: Option<Text>,
    /// The offices it was elected to in this meeting.
    pub elected: Vec<Bilingual>,
    /// Which of its facts are examples.
    pub example: Example,
}

/// Somebody on the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// Their id.
    pub person: PersonId,
    /// Their name.
    pub name: Bilingual,
    /// Their title in the own unit.
    pub title: Option<Bilingual>,
    /// Their office in the association on the roster.
    pub office: Option<Bilingual>,
    /// The offices they were elected to in this meeting.
    pub elected: Vec<Bilingual>,
    /// Their unit.
    pub unit: Option<UnitId>,
    /// Their group.
    pub group: Option<Text>,
    /// In what function they attend.
    pub capacity: Capacity,
    /// Whether they are entitled to vote.
    pub votes: bool,
    /// Whether they were there, at the end.
    pub status: Status,
    /// Where they took part; only of those who were there.
    pub mode: Option<Mode>,
    /// When they first came.
    pub from: Option<Moment>,
    /// When they went; none for those who stayed.
    pub until: Option<Moment>,
    /// Who acted for them.
    pub represented_by: Option<PersonId>,
    /// Why they are excused.
    pub reason: Option<Text>,
    /// Which of their facts are examples.
    pub example: Example,
}

impl Attendee {
    /// What they are called by: the offices they were elected to, else the one of the roster.
    #[must_use]
    pub fn offices(&self) -> Option<Arg> {
        match &*self.elected {
            [] => self.office.as_ref().map(Arg::from),
            elected => Some(Arg::List(elected.iter().map(Arg::from).collect())),
        }
    }

    /// Their unit, or they as a unit of one.
    #[must_use]
    pub fn unit(&self) -> Who {
        match &self.unit {
            Some(unit) => Who::Unit(unit.clone()),
            None => Who::Person(self.person.clone()),
        }
    }

    /// Whether they took part, for however short a time.
    #[must_use]
    pub fn attended(&self) -> bool {
        self.from.is_some()
    }
}

/// An item of the agenda as it went.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemEntry {
    /// Its place, from 1.
    pub number: usize,
    /// What it is called.
    pub title: Bilingual,
    /// What happens in it.
    pub kind: ItemKind,
    /// Where it stands.
    pub status: ItemStatus,
    /// How long it was to take.
    pub planned_seconds: Option<u32>,
    /// How long it took.
    pub used_seconds: i64,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// In words; why it was skipped.
    pub text: Option<Text>,
    /// Whether its content leaves with no public export.
    pub closed_session: bool,
    /// Documents in hand.
    pub documents: Vec<Text>,
    /// The text that was put to the vote.
    pub motion: Option<Bilingual>,
    /// Who counted.
    pub tellers: Vec<PersonId>,
    /// Who spoke.
    pub turns: Vec<TurnEntry>,
    /// Which of its facts are examples.
    pub example: Example,
}

/// A turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurnEntry {
    /// Its id.
    pub id: TurnId,
    /// Who spoke.
    pub person: Option<PersonId>,
    /// For which unit, at the time.
    pub unit: Option<UnitId>,
    /// In what way.
    pub kind: TurnKind,
    /// Its beginning.
    pub from: Moment,
    /// Its end; none while it lasts.
    pub until: Option<Moment>,
    /// Its length, pauses and questions put within it left out; up to the last record while it lasts.
    pub seconds: i64,
}

/// A contribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: ContributionId,
    /// The number of its item.
    pub item: Option<usize>,
    /// Whose it is: units, and persons without one as units of one; several make it joint.
    pub by: Vec<Who>,
    /// Who said it.
    pub person: Option<PersonId>,
    /// Its kind.
    pub kind: ContributionKind,
    /// What was said.
    pub text: Text,
    /// What it is about.
    pub themes: Vec<Bilingual>,
    /// Who is mentioned.
    pub mentions: Vec<Who>,
    /// Who supports it.
    pub supported_by: Vec<Who>,
    /// What it replies to.
    pub re: Option<ContributionId>,
    /// Whether it has a star.
    pub starred: bool,
    /// Whether it was struck, and why.
    pub struck: Option<Option<Text>>,
    /// What it went into.
    pub merged_into: Option<ContributionId>,
    /// What became of it.
    pub status: Answer,
    /// In words.
    pub answer: Option<Text>,
    /// Who noted it.
    pub author: Text,
    /// When.
    pub at: Moment,
}

impl Line {
    /// Whether it counts: neither struck nor merged into another.
    #[must_use]
    pub const fn counts(&self) -> bool {
        self.struck.is_none() && self.merged_into.is_none()
    }

    /// Whether it still waits for an answer: it counts, is open or carried, and is no remark.
    #[must_use]
    pub fn is_follow_up(&self) -> bool {
        self.counts()
            && matches!(self.status, Answer::Open | Answer::Carried)
            && self.kind != ContributionKind::Remark
    }

    /// The units it comes from, persons without one left out.
    pub fn units(&self) -> impl Iterator<Item = &UnitId> {
        self.by.iter().filter_map(|who| match who {
            Who::Unit(unit) => Some(unit),
            Who::Person(_) => None,
        })
    }
}

/// A motion or an amendment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MotionEntry {
    /// Its id.
    pub id: MotionId,
    /// The number of its item.
    pub item: Option<usize>,
    /// What is moved.
    pub text: Text,
    /// By whom.
    pub by: PersonId,
    /// Seconded by whom.
    pub seconded: Option<PersonId>,
    /// What it amends.
    pub amends: Option<MotionId>,
    /// The last ballot on it.
    pub ballot: Option<BallotId>,
    /// Whether it was taken back.
    pub withdrawn: bool,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionEntry {
    /// Its id.
    pub id: DecisionId,
    /// The number of its item.
    pub item: Option<usize>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// In words.
    pub text: Option<Bilingual>,
    /// The ballot it comes from.
    pub ballot: Option<BallotId>,
    /// When to look at it again.
    pub review: Option<NaiveDate>,
    /// When.
    pub at: Moment,
}

/// An action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionEntry {
    /// Its id.
    pub id: ActionId,
    /// The number of its item.
    pub item: Option<usize>,
    /// By whom.
    pub owner: Option<Who>,
    /// What.
    pub text: Text,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Whether it is done.
    pub done: bool,
    /// The contribution it came from.
    pub from: Option<ContributionId>,
    /// When it was entered.
    pub at: Moment,
}

/// A matter that an earlier session left open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatterEntry {
    /// Its id here.
    pub id: MatterId,
    /// The session it comes from.
    pub session: Text,
    /// The day of that session.
    pub date: Option<NaiveDate>,
    /// What it was called there.
    pub origin: Text,
    /// What it says.
    pub text: Text,
    /// Whose it was or is, by name.
    pub owner: Option<Text>,
    /// What became of it here.
    pub status: Answer,
    /// In words.
    pub answer: Option<Text>,
}

/// Where a ballot stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BallotState {
    /// It is being taken.
    Open,
    /// It has a result.
    Closed,
    /// It counts for nothing.
    Void,
}

/// For, against, abstaining; what nobody counted is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    /// Y.
    pub favour: Option<u32>,
    /// N.
    pub against: Option<u32>,
    /// A.
    pub abstaining: Option<u32>,
}

/// A vote or an election; each office of an election has an entry of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct BallotEntry {
    /// Its id.
    pub id: BallotId,
    /// The number of its item.
    pub item: Option<usize>,
    /// The office to be filled.
    pub office: Option<Bilingual>,
    /// What was put.
    pub question: Option<Bilingual>,
    /// How it was taken, as `CONTRACT.md` §4 writes it.
    pub method: &'static str,
    /// That method by name.
    pub method_named: Message,
    /// The rule's name; none for a rule of its own.
    pub rule: Option<String>,
    /// Of what the share is taken.
    pub base: Base,
    /// Where it stands.
    pub state: BallotState,
    /// Why it is void.
    pub void_reason: Option<Message>,
    /// Which round, from 1.
    pub round: u32,
    /// The seats to be filled in this round, of an election.
    pub seats: Option<u32>,
    /// E.
    pub entitled: Option<u32>,
    /// P.
    pub present: Option<u32>,
    /// Y, N and A of all together.
    pub votes: Votes,
    /// B.
    pub blank: Option<u32>,
    /// I.
    pub invalid: Option<u32>,
    /// Papers handed out.
    pub issued: Option<u32>,
    /// Papers handed in.
    pub returned: Option<u32>,
    /// The smallest number that carries.
    pub needed: Option<u64>,
    /// The size of the base.
    pub of: Option<u64>,
    /// Whether it carried; of an election, whether every seat was filled.
    pub carried: Option<bool>,
    /// The chair's vote after a tie.
    pub casting_vote: Option<Casting>,
    /// The result with its reason, once there is one.
    pub sentence: Option<Message>,
    /// The figures by group, where they were counted so.
    pub groups: Vec<GroupVotes>,
    /// Those who stood, in order of the paper.
    pub candidates: Vec<CandidateVotes>,
    /// What each answered, of a roll call.
    pub answers: Vec<(Who, ballot::Answer)>,
}

/// What was counted in one group of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupVotes {
    /// Which; none is that of the voters without a group.
    pub group: Option<Text>,
    /// How it voted.
    pub votes: Votes,
    /// Whether it carried there.
    pub carried: Option<bool>,
}

/// What was counted for one candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateVotes {
    /// Who.
    pub who: Who,
    /// What they are called.
    pub name: Bilingual,
    /// How the vote on them went.
    pub votes: Votes,
    /// Whether they were elected.
    pub elected: Option<bool>,
}

impl Summary {
    /// The item of that number.
    #[must_use]
    pub fn item(&self, number: usize) -> Option<&ItemEntry> {
        self.items.get(number.checked_sub(1)?)
    }

    /// What of the whole is made up, as a sentence: everything (`example = true`), or what was recorded (`example = "record"`), once
    /// something is.
    #[must_use]
    pub fn made_up(&self) -> Option<Message> {
        let is_recorded = self.meeting.opened.is_some();
        let record = is_recorded.then(|| Message::new("export-example-record"));
        match &self.meeting.example {
            Example::None => None,
            Example::Whole => Some(Message::new("export-example-whole")),
            Example::Record => record,
            Example::Keys(keys) => {
                record.filter(|_| keys.iter().any(|key| key.as_str() == "record"))
            }
        }
    }
}

/// The id of a person or unit as it is written in agendas.
#[must_use]
pub fn id_of(who: &Who) -> &str {
    match who {
        Who::Person(id) => id.as_str(),
        Who::Unit(id) => id.as_str(),
    }
}
