//! The ballots as they stand: what was entered of each, its verdict by rule, and what it came to. Decides nothing.

use imbl::{OrdMap, Vector};

use super::{
    Answer, Contest, Counts, Declaration, Event, GroupName, Opening, Size, Subject, VoidReason,
};
use crate::agenda::{Agenda, PersonId, Who};
use crate::meeting::Stamp;
use crate::meeting::ids::{BallotId, ItemId, MotionId};
use crate::meeting::outcome::Outcome;
use crate::rules::{Each, Figure, Figures, Verdict};
use crate::text::{Moment, Text};

/// Whether a ballot is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Being taken.
    Open,
    /// Its result was announced.
    Closed,
    /// It does not count.
    Void(VoidReason),
}

/// How a ballot is being counted, once it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tallying {
    /// Nothing was entered yet.
    #[default]
    None,
    /// As one: a tally, or a slate.
    Whole,
    /// In each group.
    Groups,
    /// By the answers to a roll call.
    Answers,
    /// For each name.
    Names,
    /// Not at all: it was declared.
    Declared(Declaration),
}

/// What a result still needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Everything: nothing was counted.
    Count,
    /// A counter.
    Figure(Figure),
    /// The count of those groups.
    Groups(Vec<GroupName>),
    /// The votes for those candidates.
    Votes(Vec<Who>),
    /// How many took part.
    Voters,
}

/// What was counted in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which.
    pub name: GroupName,
    /// Its figures; E and P are the group's.
    pub figures: Figures,
}

/// A ballot as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// What was put; E and P as last taken.
    pub opening: Opening,
    /// When it was opened.
    pub at: Moment,
    /// Whether it is over.
    pub state: State,
    /// How it is being counted.
    pub tallying: Tallying,
    /// The counters of all together.
    pub figures: Figures,
    /// Those of each group, where each must reach the majority.
    pub groups: Vec<Group>,
    /// What was counted for each candidate, in order of their names.
    pub votes: Vec<(Who, Counts)>,
    /// How many took part in an election, where they were counted.
    pub voters: Option<u32>,
    /// The answers to a roll call, in order of precedence.
    pub answers: Vec<(Who, Answer)>,
    /// Whether a tie was announced, and the chair asked.
    pub tie_announced: bool,
    /// Whether it carried; none before its result.
    pub carried: Option<bool>,
    /// Who was elected.
    pub elected: Vec<Who>,
    /// What the item came to with its result.
    pub outcome: Option<Outcome>,
}

impl Ballot {
    fn new(opening: Opening, at: Moment) -> Self {
        let mut ballot = Self {
            opening,
            at,
            state: State::Open,
            tallying: Tallying::None,
            figures: Figures::default(),
            groups: Vec::new(),
            votes: Vec::new(),
            voters: None,
            answers: Vec::new(),
            tie_announced: false,
            carried: None,
            elected: Vec::new(),
            outcome: None,
        };
        ballot.take_size();
        ballot
    }

    /// Its id.
    #[must_use]
    pub const fn id(&self) -> BallotId {
        self.opening.ballot
    }

    /// Whether it is being taken.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// Whether it does not count.
    #[must_use]
    pub const fn is_void(&self) -> bool {
        matches!(self.state, State::Void(_))
    }

    /// The office and its candidates; none of a question.
    #[must_use]
    pub const fn contest(&self) -> Option<&Contest> {
        match &self.opening.on {
            Subject::Office(contest) => Some(contest),
            Subject::Item | Subject::Motion(_) => None,
        }
    }

    /// The motion or amendment it is about.
    #[must_use]
    pub const fn motion(&self) -> Option<MotionId> {
        match self.opening.on {
            Subject::Motion(motion) => Some(motion),
            Subject::Item | Subject::Office(_) => None,
        }
    }

    /// How it was decided without a count, where it was.
    #[must_use]
    pub const fn declaration(&self) -> Option<Declaration> {
        match self.tallying {
            Tallying::Declared(declaration) => Some(declaration),
            Tallying::None
            | Tallying::Whole
            | Tallying::Groups
            | Tallying::Answers
            | Tallying::Names => None,
        }
    }

    /// What is known of the votes for a candidate.
    #[must_use]
    pub fn counts_of(&self, candidate: &Who) -> Option<Counts> {
        match self.tallying {
            Tallying::Whole | Tallying::Answers => Some(self.counts()),
            Tallying::Names => self
                .votes
                .iter()
                .find(|(who, _)| who == candidate)
                .map(|(_, counts)| *counts),
            Tallying::None | Tallying::Groups | Tallying::Declared(_) => None,
        }
    }

    /// For, against and abstaining of all together.
    #[must_use]
    pub const fn counts(&self) -> Counts {
        let Figures {
            favour,
            against,
            abstaining,
            ..
        } = self.figures;
        Counts {
            favour,
            against,
            abstaining,
        }
    }

    /// Whether a tie was announced that the chair may still decide; asking for the result again lets it fail.
    #[must_use]
    pub fn awaits_chair(&self) -> bool {
        self.tie_announced
            && self
                .verdict()
                .is_ok_and(|verdict| verdict.is_open_to_chair())
    }

    /// The verdict over a question as far as it is counted; of an election see `Meeting::standings`.
    ///
    /// # Errors
    /// What is still missing.
    pub fn verdict(&self) -> Result<Verdict, Missing> {
        let rule = &self.opening.rule;
        if self.tallying == Tallying::None {
            return Err(Missing::Count);
        }
        let missing = match rule.each {
            Each::All => Vec::new(),
            Each::Group => self.uncounted_groups(),
        };
        if !missing.is_empty() {
            return Err(Missing::Groups(missing));
        }
        let verdict = match rule.each {
            Each::All => rule.verdict(&self.figures),
            Each::Group => {
                let groups: Vec<(Option<Text>, Figures)> = self
                    .groups
                    .iter()
                    .map(|group| (group.name.name().cloned(), group.figures))
                    .collect();
                rule.verdict_by_group(&groups, &self.figures)
            }
        };
        let verdict = verdict.map_err(Missing::Figure)?;
        Ok(match self.state {
            State::Open => verdict,
            State::Closed | State::Void(_) => verdict.announced(),
        })
    }

    /// Whether the votes of a group carried there; none where they are not counted.
    #[must_use]
    pub fn carried_in(&self, group: &Group) -> Option<bool> {
        self.opening
            .rule
            .verdict(&group.figures)
            .ok()
            .map(|verdict| verdict.carried)
    }

    fn uncounted_groups(&self) -> Vec<GroupName> {
        let uncounted = |group: &&Group| group.figures.sum() == 0 && group.figures.favour.is_none();
        self.groups
            .iter()
            .filter(uncounted)
            .map(|group| group.name.clone())
            .collect()
    }

    fn take_size(&mut self) {
        let Size {
            entitled,
            present,
            groups,
        } = &self.opening.size;
        (self.figures.entitled, self.figures.present) = (*entitled, *present);
        let before = std::mem::take(&mut self.groups);
        self.groups = groups
            .iter()
            .map(|size| {
                let known = before.iter().find(|group| group.name == size.group);
                let counted = known.map_or_else(Figures::default, |group| group.figures);
                let (entitled, present) = (Some(size.entitled), Some(size.present));
                Group {
                    name: size.group.clone(),
                    figures: Figures {
                        entitled,
                        present,
                        ..counted
                    },
                }
            })
            .collect();
    }

    fn count(&mut self, counts: Counts) {
        let Counts {
            favour,
            against,
            abstaining,
        } = counts;
        self.figures = Figures {
            favour,
            against,
            abstaining,
            ..self.figures
        };
    }

    fn count_group(&mut self, name: &GroupName, counts: Counts) {
        let Counts {
            favour,
            against,
            abstaining,
        } = counts;
        if let Some(group) = self.groups.iter_mut().find(|group| group.name == *name) {
            group.figures = Figures {
                favour,
                against,
                abstaining,
                ..group.figures
            };
        }
        // Unknown as long as one group's is.
        let sum = |of: fn(&Figures) -> Option<u32>| {
            let mut figures = self.groups.iter().map(|group| of(&group.figures));
            figures.try_fold(0_u32, |sum, figure| {
                figure.map(|figure| sum.saturating_add(figure))
            })
        };
        let (favour, against) = (sum(|it| it.favour), sum(|it| it.against));
        self.count(Counts {
            favour,
            against,
            abstaining: sum(|it| it.abstaining),
        });
    }

    fn record_answer(&mut self, who: &Who, answer: Answer) {
        self.answers.retain(|(known, _)| known != who);
        self.answers.push((who.clone(), answer));
        let place = |who: &Who| self.opening.voters.iter().position(|voter| voter == who);
        self.answers.sort_by_key(|(who, _)| place(who));
        let of = |which| {
            u32::try_from(
                self.answers
                    .iter()
                    .filter(|(_, answer)| *answer == which)
                    .count(),
            )
            .ok()
        };
        let counts = Counts {
            favour: of(Answer::For),
            against: of(Answer::Against),
            abstaining: of(Answer::Abstain),
        };
        self.count(counts);
    }

    /// Takes in what was entered; also used to see what a figure would make of it before it is recorded.
    pub(super) fn take_in(&mut self, event: &Event) {
        match event {
            Event::Retaken { size, voters, .. } => {
                self.opening.size = size.clone();
                self.opening.voters.clone_from(voters);
                self.take_size();
            }
            Event::Tallied {
                group: None,
                counts,
                ..
            }
            | Event::SlateCounted { counts, .. } => {
                self.tallying = Tallying::Whole;
                self.count(*counts);
            }
            Event::Tallied {
                group: Some(group),
                counts,
                ..
            } => {
                self.tallying = Tallying::Groups;
                self.count_group(group, *counts);
            }
            Event::Declared { declaration, .. } => self.tallying = Tallying::Declared(*declaration),
            Event::Answered { who, answer, .. } => {
                self.tallying = Tallying::Answers;
                self.record_answer(who, *answer);
            }
            Event::PapersCounted { papers, .. } => {
                let figures = &mut self.figures;
                figures.issued = papers.issued.or(figures.issued);
                figures.returned = papers.returned.or(figures.returned);
                figures.blank = papers.blank.or(figures.blank);
                figures.invalid = papers.invalid.or(figures.invalid);
            }
            Event::VotersCounted { voters, .. } => self.voters = Some(*voters),
            Event::VotesCounted {
                candidate, counts, ..
            } => {
                self.tallying = Tallying::Names;
                self.votes.retain(|(who, _)| who != candidate);
                self.votes.push((candidate.clone(), *counts));
            }
            Event::TieAnnounced { .. } => self.tie_announced = true,
            Event::CastingVoteGiven { vote, .. } => self.figures.casting = Some(*vote),
            Event::TieDropped { .. } => {
                self.tie_announced = false;
                self.figures.casting = None;
            }
            Event::Closed {
                carried,
                elected,
                outcome,
                ..
            } => {
                self.state = State::Closed;
                self.outcome = *outcome;
                self.carried = Some(*carried);
                self.elected.clone_from(elected);
            }
            Event::Voided { reason, .. } => self.state = State::Void(reason.clone()),
            Event::Opened(_)
            | Event::Nominated { .. }
            | Event::Declined { .. }
            | Event::TellersNamed { .. } => {}
        }
    }
}

/// All ballots, in order, and what was changed of candidates and tellers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ballots {
    entries: Vector<Ballot>,
    nominations: Vector<Nomination>,
    tellers: OrdMap<ItemId, Vec<PersonId>>,
}

/// A change of the planned candidates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::meeting) struct Nomination {
    pub(in crate::meeting) item: ItemId,
    pub(in crate::meeting) office: u32,
    pub(in crate::meeting) candidate: Who,
    pub(in crate::meeting) stands: bool,
}

impl Ballots {
    /// Before any ballot. The candidates and tellers that are planned are the items' own.
    #[must_use]
    pub fn of(_agenda: &Agenda) -> Self {
        Self::default()
    }

    /// All of them, void ones included, in order.
    #[must_use]
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Ballot> {
        self.entries.iter()
    }

    /// That one.
    #[must_use]
    pub fn get(&self, id: BallotId) -> Option<&Ballot> {
        self.all().find(|ballot| ballot.id() == id)
    }

    /// The ballot that is open.
    #[must_use]
    pub fn open(&self) -> Option<BallotId> {
        self.open_ballot().map(Ballot::id)
    }

    /// The ballot that is open.
    #[must_use]
    pub fn open_ballot(&self) -> Option<&Ballot> {
        self.all().rev().find(|ballot| ballot.is_open())
    }

    /// The ballots of an item whose result was announced, in order.
    #[must_use]
    pub fn closed_in(&self, item: ItemId) -> impl DoubleEndedIterator<Item = &Ballot> {
        let closed = move |ballot: &&Ballot| {
            ballot.opening.item == Some(item) && ballot.state == State::Closed
        };
        self.all().filter(closed)
    }

    /// Whether a motion is being voted on.
    #[must_use]
    pub fn open_on(&self, motion: MotionId) -> bool {
        self.open_ballot()
            .is_some_and(|ballot| ballot.motion() == Some(motion))
    }

    /// Whether a motion was voted on, with a result.
    #[must_use]
    pub fn has_result(&self, motion: MotionId) -> bool {
        self.result_on(motion).is_some()
    }

    /// The last ballot on a motion that has a result.
    #[must_use]
    pub fn result_on(&self, motion: MotionId) -> Option<&Ballot> {
        self.all()
            .rev()
            .find(|ballot| ballot.motion() == Some(motion) && ballot.state == State::Closed)
    }

    /// What the ballots of an item came to; none while a motion of it or an office waits for its result.
    #[must_use]
    pub fn outcome_of(&self, item: ItemId) -> Option<Outcome> {
        self.closed_in(item).rev().find_map(|ballot| ballot.outcome)
    }

    /// The changes of an office's candidates, in order.
    pub(in crate::meeting) fn nominations(
        &self,
        item: ItemId,
        office: u32,
    ) -> impl Iterator<Item = &Nomination> {
        self.nominations
            .iter()
            .filter(move |change| change.item == item && change.office == office)
    }

    /// The tellers that were named for an item in place of those planned.
    pub(in crate::meeting) fn named_tellers(&self, item: ItemId) -> Option<&[PersonId]> {
        self.tellers.get(&item).map(Vec::as_slice)
    }

    pub(in crate::meeting) fn apply(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::Opened(opening) => self
                .entries
                .push_back(Ballot::new((**opening).clone(), stamp.at)),
            Event::Nominated {
                item,
                office,
                candidate,
            } => self.nominate(*item, *office, candidate, true),
            Event::Declined {
                item,
                office,
                candidate,
            } => self.nominate(*item, *office, candidate, false),
            Event::TellersNamed { item, tellers } => {
                self.tellers.insert(*item, tellers.clone());
            }
            Event::Retaken { ballot, .. }
            | Event::Tallied { ballot, .. }
            | Event::Declared { ballot, .. }
            | Event::Answered { ballot, .. }
            | Event::PapersCounted { ballot, .. }
            | Event::VotersCounted { ballot, .. }
            | Event::VotesCounted { ballot, .. }
            | Event::SlateCounted { ballot, .. }
            | Event::TieAnnounced { ballot }
            | Event::CastingVoteGiven { ballot, .. }
            | Event::TieDropped { ballot }
            | Event::Closed { ballot, .. }
            | Event::Voided { ballot, .. } => {
                if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id() == *ballot) {
                    entry.take_in(event);
                }
            }
        }
    }

    fn nominate(&mut self, item: ItemId, office: u32, candidate: &Who, stands: bool) {
        self.nominations.push_back(Nomination {
            item,
            office,
            candidate: candidate.clone(),
            stands,
        });
    }
}
