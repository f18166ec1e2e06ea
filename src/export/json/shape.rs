//! The keys of the document, in the order in which they are written. A format: keys are added, never renamed.

use serde::Serialize;

use crate::agenda::{Capacity, ContributionKind, ItemKind};
use crate::meeting::contribution::Answer;
use crate::meeting::floor::TurnKind;
use crate::meeting::outcome::Outcome;
use crate::meeting::progress::ItemStatus;
use crate::meeting::roll::{Mode, Status};
use crate::meeting::{Digest, ballot};
use crate::rules::{Base, Casting};
use crate::text::Language;

/// The whole document.
#[derive(Debug, Serialize)]
pub struct Document<'a> {
    #[serde(flatten)]
    pub(super) body: Body<'a>,
    pub(super) seal: SealRow,
}

/// All but the seal.
#[derive(Debug, Serialize)]
pub struct Body<'a> {
    pub(super) meeting: Meeting<'a>,
    pub(super) units: Vec<Unit<'a>>,
    pub(super) attendance: Vec<Attended<'a>>,
    pub(super) items: Vec<Item<'a>>,
    pub(super) contributions: Vec<Contribution<'a>>,
    pub(super) motions: Vec<Motion<'a>>,
    pub(super) decisions: Vec<Decision<'a>>,
    pub(super) actions: Vec<Action<'a>>,
    pub(super) ballots: Vec<Ballot<'a>>,
    pub(super) matters: Vec<Matter<'a>>,
    pub(super) corrections: Vec<Correction<'a>>,
    pub(super) seals: Vec<SealRow>,
    pub(super) summary: Sums<'a>,
}

#[derive(Debug, Serialize)]
pub struct Meeting<'a> {
    pub(super) title: &'a str,
    pub(super) organisation: Option<&'a str>,
    pub(super) series: Option<&'a str>,
    pub(super) purpose: Option<&'a str>,
    pub(super) date: Option<String>,
    pub(super) place: Option<&'a str>,
    pub(super) chair: Option<&'a str>,
    pub(super) chairs: Vec<ChairRow<'a>>,
    pub(super) sittings: Vec<Sitting>,
    pub(super) next: Option<NextRow<'a>>,
    pub(super) opened: Option<String>,
    pub(super) adjourned: Option<String>,
    pub(super) state: &'static str,
    pub(super) approved: Option<Approved<'a>>,
    pub(super) language: Language,
    pub(super) example: ExampleMark<'a>,
}

#[derive(Debug, Serialize)]
pub struct Approved<'a> {
    pub(super) on: String,
    pub(super) session: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub struct ChairRow<'a> {
    pub(super) person: &'a str,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct Sitting {
    pub(super) opened: String,
    pub(super) closed: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct NextRow<'a> {
    pub(super) date: String,
    pub(super) start: Option<String>,
    pub(super) place: Option<&'a str>,
}

#[derive(Debug, Serialize)]
pub struct Unit<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) short: Option<&'a str>,
    pub(super) group: Option<&'a str>,
    pub(super) elected: Vec<&'a str>,
    pub(super) example: ExampleMark<'a>,
}

#[derive(Debug, Serialize)]
pub struct Attended<'a> {
    pub(super) person: &'a str,
    pub(super) name: &'a str,
    pub(super) title: Option<&'a str>,
    pub(super) office: Option<&'a str>,
    pub(super) elected: Vec<&'a str>,
    pub(super) unit: Option<&'a str>,
    pub(super) group: Option<&'a str>,
    pub(super) capacity: Capacity,
    pub(super) votes: bool,
    pub(super) status: Status,
    pub(super) mode: Option<Mode>,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) represented_by: Option<&'a str>,
    pub(super) reason: Option<&'a str>,
    pub(super) example: ExampleMark<'a>,
}

#[derive(Debug, Serialize)]
pub struct Item<'a> {
    pub(super) number: usize,
    pub(super) title: &'a str,
    pub(super) kind: ItemKind,
    pub(super) status: ItemStatus,
    pub(super) planned_seconds: Option<u32>,
    pub(super) used_seconds: i64,
    pub(super) outcome: Option<Outcome>,
    pub(super) text: Option<&'a str>,
    pub(super) closed_session: bool,
    pub(super) tellers: Vec<&'a str>,
    pub(super) example: ExampleMark<'a>,
    #[serde(flatten)]
    pub(super) later: LaterRow<'a>,
    pub(super) turns: Vec<Turn<'a>>,
}

#[derive(Debug, Serialize)]
pub struct Turn<'a> {
    pub(super) id: String,
    pub(super) person: Option<&'a str>,
    pub(super) unit: Option<&'a str>,
    pub(super) kind: TurnKind,
    pub(super) from: String,
    pub(super) until: Option<String>,
    pub(super) seconds: i64,
}

#[derive(Debug, Serialize)]
pub struct Contribution<'a> {
    pub(super) id: String,
    pub(super) item: Option<usize>,
    pub(super) unit: Option<&'a str>,
    pub(super) units: Vec<&'a str>,
    pub(super) person: Option<&'a str>,
    pub(super) kind: ContributionKind,
    pub(super) text: &'a str,
    pub(super) themes: Vec<&'a str>,
    pub(super) mentions: Vec<&'a str>,
    pub(super) supported_by: Vec<&'a str>,
    pub(super) re: Option<String>,
    pub(super) starred: bool,
    pub(super) struck: bool,
    pub(super) struck_reason: Option<&'a str>,
    pub(super) merged_into: Option<String>,
    pub(super) status: Answer,
    pub(super) answer: Option<&'a str>,
    pub(super) author: &'a str,
    pub(super) at: String,
    #[serde(flatten)]
    pub(super) later: LaterRow<'a>,
}

#[derive(Debug, Serialize)]
pub struct Motion<'a> {
    pub(super) id: String,
    pub(super) item: Option<usize>,
    pub(super) text: &'a str,
    pub(super) by: &'a str,
    pub(super) seconded: Option<&'a str>,
    pub(super) amends: Option<String>,
    pub(super) ballot: Option<String>,
    pub(super) withdrawn: bool,
}

#[derive(Debug, Serialize)]
pub struct Decision<'a> {
    pub(super) id: String,
    pub(super) item: Option<usize>,
    pub(super) outcome: Option<Outcome>,
    pub(super) text: Option<&'a str>,
    pub(super) ballot: Option<String>,
    pub(super) review: Option<String>,
    pub(super) at: String,
    #[serde(flatten)]
    pub(super) later: LaterRow<'a>,
}

#[derive(Debug, Serialize)]
pub struct Action<'a> {
    pub(super) id: String,
    pub(super) item: Option<usize>,
    pub(super) owner: Option<&'a str>,
    pub(super) text: &'a str,
    pub(super) due: Option<String>,
    pub(super) status: &'static str,
    pub(super) from: Option<String>,
    pub(super) at: String,
    #[serde(flatten)]
    pub(super) later: LaterRow<'a>,
}

#[derive(Debug, Serialize)]
pub struct Ballot<'a> {
    pub(super) id: String,
    pub(super) item: Option<usize>,
    pub(super) office: Option<&'a str>,
    pub(super) question: Option<&'a str>,
    pub(super) method: &'static str,
    pub(super) rule: Option<&'a str>,
    pub(super) base: Base,
    pub(super) state: &'static str,
    pub(super) void_reason: Option<String>,
    pub(super) round: u32,
    pub(super) seats: Option<u32>,
    pub(super) entitled: Option<u32>,
    pub(super) present: Option<u32>,
    #[serde(rename = "for")]
    pub(super) favour: Option<u32>,
    pub(super) against: Option<u32>,
    pub(super) abstaining: Option<u32>,
    pub(super) blank: Option<u32>,
    pub(super) invalid: Option<u32>,
    pub(super) issued: Option<u32>,
    pub(super) returned: Option<u32>,
    pub(super) needed: Option<u64>,
    pub(super) of: Option<u64>,
    pub(super) carried: Option<bool>,
    pub(super) casting_vote: Option<Casting>,
    pub(super) sentence: Option<String>,
    pub(super) groups: Vec<GroupRow<'a>>,
    pub(super) candidates: Vec<CandidateRow<'a>>,
    pub(super) answers: Vec<Answered<'a>>,
}

#[derive(Debug, Serialize)]
pub struct GroupRow<'a> {
    pub(super) group: Option<&'a str>,
    #[serde(rename = "for")]
    pub(super) favour: Option<u32>,
    pub(super) against: Option<u32>,
    pub(super) abstaining: Option<u32>,
    pub(super) carried: Option<bool>,
}

#[derive(Debug, Serialize)]
pub struct CandidateRow<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) votes: Option<u32>,
    pub(super) against: Option<u32>,
    pub(super) abstaining: Option<u32>,
    pub(super) elected: Option<bool>,
}

#[derive(Debug, Serialize)]
pub struct Answered<'a> {
    pub(super) person: &'a str,
    pub(super) answer: ballot::Answer,
}

#[derive(Debug, Serialize)]
pub struct Matter<'a> {
    pub(super) id: String,
    pub(super) session: &'a str,
    pub(super) date: Option<String>,
    pub(super) origin: &'a str,
    pub(super) text: &'a str,
    pub(super) owner: Option<&'a str>,
    pub(super) status: Answer,
    pub(super) answer: Option<&'a str>,
    #[serde(flatten)]
    pub(super) later: LaterRow<'a>,
}

#[derive(Debug, Serialize)]
pub struct Correction<'a> {
    pub(super) number: usize,
    pub(super) at: String,
    pub(super) author: &'a str,
    pub(super) why: Option<&'a str>,
    pub(super) what: Vec<String>,
    pub(super) records: Vec<u64>,
}

#[derive(Debug, Serialize)]
pub struct Sums<'a> {
    pub(super) present: Option<u32>,
    pub(super) entitled: Option<u32>,
    pub(super) quorum_met: Option<bool>,
    pub(super) contributions: usize,
    pub(super) conclusions: Vec<&'a str>,
    pub(super) by_unit: Vec<Count<'a>>,
    pub(super) by_theme: Vec<Count<'a>>,
    pub(super) by_kind: Vec<Count<'a>>,
    pub(super) unheard: Vec<&'a str>,
    pub(super) alike: Vec<Alike>,
    pub(super) speaking_seconds: Vec<Speaking<'a>>,
}

#[derive(Debug, Serialize)]
pub struct Alike {
    pub(super) ids: [String; 2],
    pub(super) accepted: bool,
}

#[derive(Debug, Serialize)]
pub struct Speaking<'a> {
    pub(super) person: Option<&'a str>,
    pub(super) unit: Option<&'a str>,
    pub(super) seconds: i64,
    pub(super) turns: usize,
}

#[derive(Debug, Serialize)]
pub struct SealRow {
    pub(super) records: Option<u64>,
    pub(super) journal_digest: Option<Digest>,
    pub(super) session_digest: Option<Digest>,
}

/// One row of a count.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Count<'a> {
    Unit {
        unit: &'a str,
        count: usize,
    },
    Theme {
        theme: &'a str,
        count: usize,
    },
    Kind {
        kind: ContributionKind,
        count: usize,
    },
}

/// Which facts are examples: false, true, or the keys.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum ExampleMark<'a> {
    Whole(bool),
    Keys(Vec<&'a str>),
}

/// What was answered after the meeting; nothing where nothing was.
#[derive(Debug, Default, Serialize)]
pub struct LaterRow<'a> {
    #[serde(rename = "later")]
    pub(super) status: Option<Answer>,
    #[serde(rename = "later_text")]
    pub(super) text: Option<&'a str>,
    #[serde(rename = "later_at")]
    pub(super) at: Option<String>,
    #[serde(rename = "later_author")]
    pub(super) author: Option<&'a str>,
    #[serde(rename = "later_session")]
    pub(super) session: Option<&'a str>,
}
