//! Votes and elections: what was put, under which rule, how it was counted, what came of it. Rounds and repetitions are
//! ballots of their own; nothing earlier is overwritten. The arithmetic is `rules`', who is elected is `election`'s.
//!
//! An item with several offices is balloted one office after the other: `ballot` alone opens the first office without a
//! result, an office's name in its place opens that one; each is a ballot of its own, also where they stand on one paper.
//! Of a secret ballot only the tally is ever recorded.

mod count;
mod open;
mod result;
mod state;
mod voters;
mod words;

use serde::{Deserialize, Serialize};

use super::ids::{BallotId, ItemId, MotionId, Thing, Touches};
use super::outcome::Outcome;
use super::progress::Resolve;
use super::{Acting, Meeting, Refusal};
use crate::agenda::{Method, PersonId, Who};
use crate::rules::{Casting, Rule};
use crate::text::{Bilingual, Text};

pub use state::{Ballot, Ballots, Group, Missing, State, Tallying};
pub use voters::Voter;

/// What may be asked about ballots.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Put something to the vote.
    Open {
        /// The question; an office's name or a motion's id (`P2`) picks that; unsaid, what the item asks for.
        question: Option<Text>,
        /// The rule; unsaid, the item's, else the agenda's, else `majority`.
        rule: Option<Rule>,
        /// The method; unsaid, the item's, else a show of hands.
        method: Option<Method>,
        /// Whether it is held without a quorum, or with another method than the item's.
        resolve: Resolve,
    },
    /// Take E and P again; only until the first tally.
    TakeAgain,
    /// Enter what was counted.
    Tally {
        /// The group it was counted in, where each group is.
        group: Option<Text>,
        /// What.
        tally: Tally,
    },
    /// The chair declares a clear majority, without a count.
    ClearMajority,
    /// Nobody objects.
    Unopposed,
    /// Somebody answers the roll call.
    Answer {
        /// Who.
        who: Who,
        /// What.
        answer: Answer,
    },
    /// Enter what became of the papers; what is unsaid stays as it was.
    Papers(Papers),
    /// Enter how many took part in an election.
    Voters(u32),
    /// Enter the votes for a candidate.
    Votes {
        /// Who.
        candidate: Who,
        /// What.
        counts: Counts,
    },
    /// Enter the votes for all candidates as a whole.
    Slate(Counts),
    /// Add a candidate.
    Nominate(Who),
    /// Take a candidate off.
    Decline(Who),
    /// Say who counts in this item.
    Tellers(Vec<PersonId>),
    /// Close the ballot and announce what came of it.
    Result(Resolve),
    /// The chair decides a tie.
    CastingVote(Casting),
    /// Open a further round for the seats that are not filled.
    SecondRound {
        /// Who stands; unsaid, those who were not elected.
        candidates: Vec<Who>,
        /// Whether it is held without a quorum.
        resolve: Resolve,
    },
    /// Make the open ballot void.
    Void(Text),
}

impl Command {
    /// Whether it is refused outside a sitting.
    #[must_use]
    pub fn needs_sitting(&self) -> bool {
        match self {
            Self::Nominate(_) | Self::Decline(_) | Self::Tellers(_) => false,
            Self::Open { .. }
            | Self::TakeAgain
            | Self::Tally { .. }
            | Self::ClearMajority
            | Self::Unopposed
            | Self::Answer { .. }
            | Self::Papers(_)
            | Self::Voters(_)
            | Self::Votes { .. }
            | Self::Slate(_)
            | Self::Result(_)
            | Self::CastingVote(_)
            | Self::SecondRound { .. }
            | Self::Void(_) => true,
        }
    }
}

/// What was counted, as it is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tally {
    /// Numbers.
    Counts(Counts),
    /// Everybody present was for.
    AllFor,
}

/// For, against, abstaining; what nobody counted is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// For.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub favour: Option<u32>,
    /// Against.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<u32>,
    /// Abstaining.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abstaining: Option<u32>,
}

/// What became of the papers of a secret ballot; what nobody counted is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Papers {
    /// Handed out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<u32>,
    /// Handed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned: Option<u32>,
    /// With nothing on them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blank: Option<u32>,
    /// That cannot be counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invalid: Option<u32>,
}

/// An answer in a roll call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// For.
    For,
    /// Against.
    Against,
    /// Abstaining.
    Abstain,
    /// Present, not voting.
    None,
}

/// What happened to ballots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Something was put to the vote.
    Opened(Box<Opening>),
    /// E and P were taken again before the first tally.
    Retaken {
        /// Of which ballot.
        ballot: BallotId,
        /// What they are now.
        size: Size,
        /// Who is called now; of a roll call.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        voters: Vec<Who>,
    },
    /// The votes were counted; it replaces an earlier count.
    Tallied {
        /// In which ballot.
        ballot: BallotId,
        /// In which group, where each group is counted; none is that of the voters without a group.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<GroupName>,
        /// What.
        counts: Counts,
    },
    /// It was decided without a count.
    Declared {
        /// Which ballot.
        ballot: BallotId,
        /// How.
        declaration: Declaration,
    },
    /// Somebody answered; it replaces an earlier answer.
    Answered {
        /// In which ballot.
        ballot: BallotId,
        /// Who.
        who: Who,
        /// What.
        answer: Answer,
    },
    /// Papers were counted.
    PapersCounted {
        /// In which ballot.
        ballot: BallotId,
        /// What.
        papers: Papers,
    },
    /// Those who took part were counted.
    VotersCounted {
        /// In which ballot.
        ballot: BallotId,
        /// How many.
        voters: u32,
    },
    /// The votes for a candidate were counted; it replaces an earlier count.
    VotesCounted {
        /// In which ballot.
        ballot: BallotId,
        /// Who.
        candidate: Who,
        /// What.
        counts: Counts,
    },
    /// The votes for all candidates as a whole were counted.
    SlateCounted {
        /// In which ballot.
        ballot: BallotId,
        /// What.
        counts: Counts,
    },
    /// The result is a tie, and the chair was asked.
    TieAnnounced {
        /// Of which ballot.
        ballot: BallotId,
    },
    /// The chair voted on a tie.
    CastingVoteGiven {
        /// In which ballot.
        ballot: BallotId,
        /// How.
        vote: Casting,
    },
    /// Votes are counted again: the tie that was announced, and the chair's vote on it, fell with the count they were of.
    TieDropped {
        /// Of which ballot.
        ballot: BallotId,
    },
    /// The result was announced.
    Closed {
        /// Of which ballot.
        ballot: BallotId,
        /// Whether it carried; an election does when every seat is filled.
        carried: bool,
        /// Who was elected.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        elected: Vec<Who>,
        /// What the item comes to with it; none where it decides no item, or offices are still to be balloted.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<Outcome>,
    },
    /// The ballot is void.
    Voided {
        /// Which.
        ballot: BallotId,
        /// Why.
        reason: VoidReason,
    },
    /// A candidate was added.
    Nominated {
        /// In which item.
        item: ItemId,
        /// For which of its offices, from 0.
        office: u32,
        /// Who.
        candidate: Who,
    },
    /// A candidate was taken off.
    Declined {
        /// In which item.
        item: ItemId,
        /// For which of its offices, from 0.
        office: u32,
        /// Who.
        candidate: Who,
    },
    /// Those who count in an item were named.
    TellersNamed {
        /// In which item.
        item: ItemId,
        /// All of them.
        tellers: Vec<PersonId>,
    },
}

/// What is put, to whom, under which rule: taken when the ballot opens and kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Its id.
    pub ballot: BallotId,
    /// In which item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// What it is about.
    pub on: Subject,
    /// The question, or the office.
    pub question: Bilingual,
    /// The rule.
    pub rule: Rule,
    /// The method.
    pub method: Method,
    /// Which round, from 1.
    #[serde(default = "first", skip_serializing_if = "is_first")]
    pub round: u32,
    /// E and P.
    pub size: Size,
    /// Who is called, in order; of a roll call.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voters: Vec<Who>,
    /// What was missing to a quorum, where it was insisted on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_quorum: Option<Shortfall>,
}

fn first() -> u32 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
fn is_first(round: &u32) -> bool {
    *round == 1
}

/// What a ballot is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// The item's own question.
    Item,
    /// A motion or an amendment.
    Motion(MotionId),
    /// An office to be filled.
    Office(Contest),
}

/// An office and who stands for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    /// Which of the item's offices, from 0.
    pub office: u32,
    /// The seats to be filled in this round.
    pub seats: u32,
    /// Who stands, in order of nomination.
    pub candidates: Vec<Who>,
}

/// E and P, of all together and, where each group must reach the majority, of each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Size {
    /// E; none where there is no roster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entitled: Option<u32>,
    /// P; none where there is no roster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<u32>,
    /// Those of the groups, in order of precedence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupSize>,
}

/// E and P of a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupSize {
    /// Which.
    pub group: GroupName,
    /// E.
    pub entitled: u32,
    /// P.
    pub present: u32,
}

/// A group of voters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupName {
    /// One of the roster.
    Named(Text),
    /// The voters without a group.
    Others,
}

impl GroupName {
    /// Its name on the roster.
    #[must_use]
    pub fn name(&self) -> Option<&Text> {
        match self {
            Self::Named(name) => Some(name),
            Self::Others => None,
        }
    }
}

/// What was missing to a quorum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shortfall {
    /// How many were present.
    pub present: u32,
    /// How many had to be.
    pub needed: u32,
}

/// How something was decided without a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Declaration {
    /// Nobody objected.
    Consent,
    /// The chair saw a clear majority.
    ClearMajority,
}

/// Why a ballot is void.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VoidReason {
    /// In words.
    Said(Text),
    /// More papers were handed in than handed out.
    Papers {
        /// Handed in.
        returned: u32,
        /// Handed out.
        issued: u32,
    },
    /// Its item was left while it was open.
    ItemLeft,
}

impl Event {
    /// What it does to things.
    #[must_use]
    pub fn touches(&self) -> Touches {
        match self {
            Self::Opened(opening) => opening.touches(),
            Self::Retaken { ballot, .. } => {
                Touches::change(Thing::Ballot(*ballot)).and_rest([Thing::Figures])
            }
            Self::Tallied { ballot, .. }
            | Self::Declared { ballot, .. }
            | Self::PapersCounted { ballot, .. }
            | Self::VotersCounted { ballot, .. }
            | Self::SlateCounted { ballot, .. }
            | Self::TieAnnounced { ballot }
            | Self::CastingVoteGiven { ballot, .. }
            | Self::TieDropped { ballot }
            | Self::Closed { ballot, .. }
            | Self::Voided { ballot, .. } => Touches::change(Thing::Ballot(*ballot)),
            Self::Answered { ballot, who, .. }
            | Self::VotesCounted {
                ballot,
                candidate: who,
                ..
            } => Touches::change(Thing::Ballot(*ballot)).and_refer([who.thing()]),
            Self::Nominated {
                item, candidate, ..
            }
            | Self::Declined {
                item, candidate, ..
            } => Touches::change(Thing::Slate(*item)).and_refer([candidate.thing()]),
            Self::TellersNamed { item, tellers } => Touches::change(Thing::Slate(*item))
                .and_refer(tellers.iter().cloned().map(Thing::Person)),
        }
    }

    /// Whether a ballot is over with it, with a result or void: undo never goes across.
    #[must_use]
    pub fn ends_ballot(&self) -> bool {
        matches!(self, Self::Closed { .. } | Self::Voided { .. })
    }
}

impl Opening {
    fn touches(&self) -> Touches {
        let touches = Touches::create(Thing::Ballot(self.ballot))
            .and_refer(self.item.map(Thing::Item))
            .and_refer(self.voters.iter().map(Who::thing))
            .and_rest([Thing::Sitting, Thing::Current, Thing::Figures]);
        match &self.on {
            Subject::Item => touches,
            Subject::Motion(motion) => touches.and_refer([Thing::Motion(*motion)]),
            Subject::Office(contest) => {
                let touches = touches.and_refer(contest.candidates.iter().map(Who::thing));
                // The candidates are fixed by it: a nomination before it stays.
                match self.item {
                    Some(item) => touches.and_change(Thing::Slate(item)),
                    None => touches,
                }
            }
        }
    }
}

impl Answer {
    /// All of them, in the order of their keys.
    pub const ALL: [Self; 4] = [Self::For, Self::Against, Self::Abstain, Self::None];
}

pub(super) fn decide(
    meeting: &Meeting,
    acting: &Acting,
    command: Command,
) -> Result<Vec<super::Event>, Refusal> {
    let events = match command {
        Command::Open {
            question,
            rule,
            method,
            resolve,
        } => open::open(meeting, question.as_ref(), rule, method, resolve),
        Command::SecondRound {
            candidates,
            resolve,
        } => open::further_round(meeting, candidates, resolve),
        Command::Nominate(candidate) => super::election::nominate(meeting, candidate),
        Command::Decline(candidate) => super::election::decline(meeting, candidate),
        Command::Tellers(tellers) => super::election::name_tellers(meeting, tellers),
        Command::TakeAgain => count::take_again(meeting),
        Command::Tally { group, tally } => count::tally(meeting, group.as_ref(), tally),
        Command::ClearMajority => count::declare(meeting, Declaration::ClearMajority),
        Command::Unopposed => count::declare(meeting, Declaration::Consent),
        Command::Answer { who, answer } => count::answer(meeting, who, answer),
        Command::Papers(papers) => count::papers(meeting, papers),
        Command::Voters(voters) => count::voters(meeting, voters),
        Command::Votes { candidate, counts } => count::votes(meeting, candidate, counts),
        Command::Slate(counts) => count::slate(meeting, counts),
        Command::Result(resolve) => return result::announce(meeting, acting, resolve),
        Command::CastingVote(vote) => return result::casting_vote(meeting, acting, vote),
        Command::Void(reason) => return result::void(meeting, reason),
    }?;
    Ok(events.into_iter().map(super::Event::from).collect())
}

pub(super) use result::void_open;

#[cfg(test)]
mod tests;
