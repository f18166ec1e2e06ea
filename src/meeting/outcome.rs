//! What came of it: decisions, actions, and matters arising from earlier sessions with their answers.
//! How votes are counted is `ballot`'s.

use imbl::Vector;
use serde::{Deserialize, Serialize};

use super::contribution::Answer;
use super::ids::{
    ActionId, BallotId, ContributionId, DecisionId, ItemId, MatterId, Thing, Touches,
};
use super::{Acting, Meeting, Refusal, Stamp, contribution};
use crate::agenda::Who;
use crate::text::{Bilingual, Message, Moment, Text};
use chrono::NaiveDate;

/// What may be asked about outcomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Record a decision of the item.
    Decide {
        /// What became of it.
        outcome: Outcome,
        /// In words.
        text: Text,
        /// When to look at it again.
        review: Due,
    },
    /// Record something to be done.
    Act {
        /// By whom, where known.
        owner: Option<Who>,
        /// What.
        text: Text,
        /// By when.
        due: Due,
    },
    /// Turn a contribution into an action.
    Become {
        /// Which.
        from: ContributionId,
        /// By whom, where known.
        owner: Option<Who>,
        /// By when.
        due: Due,
    },
    /// Say that an action is done.
    Finish(ActionId),
    /// Say what became of a matter arising.
    Answer {
        /// Which.
        id: MatterId,
        /// What.
        status: Answer,
        /// In words.
        text: Option<Text>,
    },
}

/// What happened to outcomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// A decision.
    Decided(Decision),
    /// Something is to be done.
    ActionAdded(Action),
    /// It is done.
    ActionDone {
        /// Which.
        action: ActionId,
    },
    /// Earlier sessions left that open.
    MatterRaised(Matter),
    /// Something became of a matter.
    MatterAnswered {
        /// Which.
        id: MatterId,
        /// What.
        status: Answer,
        /// In words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<Text>,
    },
}

impl Event {
    /// What it does to things.
    #[must_use]
    pub fn touches(&self) -> Touches {
        match self {
            Self::Decided(decision) => Touches::create(Thing::Decision(decision.id))
                .and_refer(decision.item.map(Thing::Item))
                .and_refer(decision.ballot.map(Thing::Ballot))
                .and_refer([Thing::Opening])
                .and_rest(decision.item.map(|_| Thing::Current)),
            Self::ActionAdded(action) => Touches::create(Thing::Action(action.id))
                .and_refer(action.item.map(Thing::Item))
                .and_refer(action.owner.iter().map(Who::thing))
                .and_refer(action.from.map(Thing::Contribution))
                .and_refer([Thing::Opening])
                // What a line becomes belongs where the line does.
                .and_rest(
                    action
                        .item
                        .filter(|_| action.from.is_none())
                        .map(|_| Thing::Current),
                ),
            Self::ActionDone { action } => Touches::change(Thing::Action(*action)),
            Self::MatterRaised(matter) => Touches::create(Thing::Matter(matter.id)),
            Self::MatterAnswered { id, .. } => Touches::change(Thing::Matter(*id)),
        }
    }
}

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was adopted.
    Adopted,
    /// It was rejected.
    Rejected,
    /// It was adopted with changes.
    Amended,
    /// It was put off.
    Deferred,
    /// It was taken note of.
    Noted,
    /// Every seat was filled.
    Elected,
    /// Not every seat was filled.
    SeatsOpen,
}

impl Outcome {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::Adopted => "outcome-adopted",
            Self::Rejected => "outcome-rejected",
            Self::Amended => "outcome-amended",
            Self::Deferred => "outcome-deferred",
            Self::Noted => "outcome-noted",
            Self::Elected => "outcome-elected",
            Self::SeatsOpen => "outcome-seats-open",
        })
    }
}

/// By when something is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Due {
    /// Nobody said.
    #[default]
    Unsaid,
    /// On that day.
    On(NaiveDate),
    /// At the next meeting, whenever that is.
    NextMeeting,
}

impl Due {
    fn is_unsaid(&self) -> bool {
        *self == Self::Unsaid
    }

    /// The day, where it is known.
    #[must_use]
    pub fn day(self, meeting: &Meeting) -> Option<NaiveDate> {
        match self {
            Self::Unsaid => None,
            Self::On(day) => Some(day),
            Self::NextMeeting => meeting.progress.next_meeting().map(|next| next.date),
        }
    }
}

/// The outcome of an item, or a decision on the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// In which item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// What became of it; none where only words were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// The ballot it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ballot: Option<BallotId>,
    /// When to look at it again.
    #[serde(default, skip_serializing_if = "Due::is_unsaid")]
    pub review: Due,
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// In which item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// By whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Who>,
    /// What.
    pub text: Text,
    /// By when.
    #[serde(default, skip_serializing_if = "Due::is_unsaid")]
    pub due: Due,
    /// The contribution it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<ContributionId>,
}

/// Something that an earlier session of the series left open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// Its id in this meeting.
    pub id: MatterId,
    /// The session it comes from: the stem of its file.
    pub session: Text,
    /// The day of that session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// What that meeting was called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Bilingual>,
    /// What it was called there: `C12`, `A3`, `D2`, or an item's number.
    pub origin: Text,
    /// What it says.
    pub text: Text,
    /// Whose it was or is, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Text>,
}

/// Something entered, with when and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered<T> {
    /// It.
    pub what: T,
    /// When it was entered.
    pub at: Moment,
    /// What became of it.
    pub status: Answer,
    /// In words.
    pub answer: Option<Text>,
}

/// Decisions, actions and matters of the meeting, each in order of entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcomes {
    decisions: Vector<Entered<Decision>>,
    actions: Vector<Entered<Action>>,
    matters: Vector<Entered<Matter>>,
}

impl Outcomes {
    /// The decisions.
    #[must_use]
    pub fn decisions(&self) -> impl DoubleEndedIterator<Item = &Entered<Decision>> {
        self.decisions.iter()
    }

    /// The actions.
    #[must_use]
    pub fn actions(&self) -> impl DoubleEndedIterator<Item = &Entered<Action>> {
        self.actions.iter()
    }

    /// The matters arising.
    #[must_use]
    pub fn matters(&self) -> impl DoubleEndedIterator<Item = &Entered<Matter>> {
        self.matters.iter()
    }

    /// One of them.
    #[must_use]
    pub fn matter(&self, id: MatterId) -> Option<&Entered<Matter>> {
        self.matters.iter().find(|matter| matter.what.id == id)
    }

    /// Those of which nobody has said yet what becomes of them.
    #[must_use]
    pub fn open_matters(&self) -> impl DoubleEndedIterator<Item = &Entered<Matter>> {
        self.matters
            .iter()
            .filter(|matter| matter.status == Answer::Open)
    }

    pub(super) fn apply(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::Decided(decision) => self
                .decisions
                .push_back(Entered::new(decision.clone(), stamp)),
            Event::ActionAdded(action) => {
                self.actions.push_back(Entered::new(action.clone(), stamp));
            }
            Event::ActionDone { action } => {
                if let Some(entered) = self
                    .actions
                    .iter_mut()
                    .find(|entered| entered.what.id == *action)
                {
                    entered.status = Answer::Done;
                }
            }
            Event::MatterRaised(matter) => {
                self.matters.push_back(Entered::new(matter.clone(), stamp));
            }
            Event::MatterAnswered { id, status, text } => {
                if let Some(entered) = self
                    .matters
                    .iter_mut()
                    .find(|entered| entered.what.id == *id)
                {
                    entered.status = *status;
                    entered.answer.clone_from(text);
                }
            }
        }
    }
}

impl<T> Entered<T> {
    fn new(what: T, stamp: &Stamp) -> Self {
        Self {
            what,
            at: stamp.at,
            status: Answer::Open,
            answer: None,
        }
    }
}

pub(super) fn decide(
    meeting: &Meeting,
    _acting: &Acting,
    command: Command,
) -> Result<Vec<super::Event>, Refusal> {
    match command {
        Command::Decide {
            outcome,
            text,
            review,
        } => {
            let place = meeting.progress.place();
            unless_voted(meeting, place, outcome)?;
            Ok(vec![decided(
                meeting,
                place,
                Some(outcome),
                some(text),
                None,
                review,
            )])
        }
        Command::Act { owner, text, due } => {
            if text.is_empty() {
                return Err(Message::new("outcome-action-empty").into());
            }
            Ok(vec![action(
                meeting,
                meeting.progress.place(),
                owner,
                text,
                due,
                None,
            )])
        }
        Command::Become { from, owner, due } => become_action(meeting, from, owner, due),
        Command::Finish(id) => match meeting
            .outcomes
            .actions()
            .find(|action| action.what.id == id)
        {
            None => Err(Message::new("outcome-no-action")
                .with("id", id.to_string())
                .into()),
            Some(action) if action.status == Answer::Done => {
                Err(Message::new("outcome-action-done-already")
                    .with("id", id.to_string())
                    .into())
            }
            Some(_) => Ok(vec![Event::ActionDone { action: id }.into()]),
        },
        Command::Answer { id, status, text } => match meeting.outcomes.matter(id) {
            None => Err(Message::new("outcome-no-matter")
                .with("id", id.to_string())
                .into()),
            Some(_) => Ok(vec![Event::MatterAnswered { id, status, text }.into()]),
        },
    }
}

/// In a correction, refuses an outcome that is not what the item's vote came to.
fn unless_voted(meeting: &Meeting, item: Option<ItemId>, said: Outcome) -> Result<(), Refusal> {
    if !meeting.progress.is_in_correction() {
        return Ok(());
    }
    match item.and_then(|item| meeting.ballots.outcome_of(item)) {
        Some(result) if result != said => Err(Message::new("correct-not-the-result")
            .with("result", result.word())
            .into()),
        Some(_) | None => Ok(()),
    }
}

fn some(text: Text) -> Option<Text> {
    if text.is_empty() { None } else { Some(text) }
}

/// The event of a decision with the next number.
pub(super) fn decided(
    meeting: &Meeting,
    item: Option<ItemId>,
    outcome: Option<Outcome>,
    text: Option<Text>,
    ballot: Option<BallotId>,
    review: Due,
) -> super::Event {
    let id = meeting.ids().next_decision();
    Event::Decided(Decision {
        id,
        item,
        outcome,
        text,
        ballot,
        review,
    })
    .into()
}

fn action(
    meeting: &Meeting,
    item: Option<ItemId>,
    owner: Option<Who>,
    text: Text,
    due: Due,
    from: Option<ContributionId>,
) -> super::Event {
    let id = meeting.ids().next_action();
    Event::ActionAdded(Action {
        id,
        item,
        owner,
        text,
        due,
        from,
    })
    .into()
}

fn become_action(
    meeting: &Meeting,
    from: ContributionId,
    owner: Option<Who>,
    due: Due,
) -> Result<Vec<super::Event>, Refusal> {
    let missing =
        || Refusal::new(Message::new("contribution-unknown").with("id", from.to_string()));
    let contribution = meeting.contributions.get(from).ok_or_else(missing)?;
    contribution::standing(contribution)?;
    if let Some(known) = meeting
        .outcomes
        .actions()
        .find(|action| action.what.from == Some(from))
    {
        let message = Message::new("outcome-action-already").with("id", from.to_string());
        return Err(message.with("action", known.what.id.to_string()).into());
    }
    Ok(vec![action(
        meeting,
        contribution.line.item,
        owner,
        contribution.line.text.clone(),
        due,
        Some(from),
    )])
}
