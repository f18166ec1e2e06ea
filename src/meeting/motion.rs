//! Motions and amendments: who moved them, who seconded them, what they amend. Their ballots are `ballot`'s.

use imbl::Vector;
use serde::{Deserialize, Serialize};

use super::ids::{ItemId, MotionId, Thing, Touches};
use super::{Acting, Meeting, Refusal, Stamp};
use crate::agenda::{PersonId, Who};
use crate::text::{Message, Moment, Text};

/// What may be asked about motions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Move something.
    Move {
        /// What.
        text: Text,
        /// Who moves it.
        by: PersonId,
        /// Who seconds it.
        seconded: Option<PersonId>,
    },
    /// Move a change of a motion.
    Amend {
        /// The change.
        text: Text,
        /// Who moves it.
        by: PersonId,
        /// The motion; unsaid, the latest without a result.
        to: Option<MotionId>,
    },
    /// Take a motion back.
    Withdraw(MotionId),
}

/// What happened to motions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Something was moved.
    Moved {
        /// Its id.
        motion: MotionId,
        /// In which item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        item: Option<ItemId>,
        /// What.
        text: Text,
        /// By whom.
        by: PersonId,
        /// Seconded by whom.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seconded: Option<PersonId>,
        /// The motion it amends.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amends: Option<MotionId>,
    },
    /// It was taken back.
    Withdrawn {
        /// Which.
        motion: MotionId,
    },
}

impl Event {
    /// What it does to things.
    #[must_use]
    pub fn touches(&self) -> Touches {
        match self {
            Self::Moved {
                motion,
                item,
                by,
                seconded,
                amends,
                ..
            } => Touches::create(Thing::Motion(*motion))
                .and_refer(item.map(Thing::Item))
                .and_refer([Thing::Person(by.clone())])
                .and_refer(seconded.clone().map(Thing::Person))
                .and_refer(amends.map(Thing::Motion))
                .and_refer([Thing::Opening])
                .and_rest(item.map(|_| Thing::Current)),
            Self::Withdrawn { motion } => Touches::change(Thing::Motion(*motion)),
        }
    }
}

/// A motion or an amendment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Motion {
    /// Its id.
    pub id: MotionId,
    /// In which item.
    pub item: Option<ItemId>,
    /// What is moved.
    pub text: Text,
    /// By whom.
    pub by: PersonId,
    /// Seconded by whom.
    pub seconded: Option<PersonId>,
    /// The motion it amends.
    pub amends: Option<MotionId>,
    /// Whether it was taken back.
    pub withdrawn: bool,
    /// When it was moved.
    pub at: Moment,
}

/// The motions and amendments, in order of entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Motions {
    entries: Vector<Motion>,
}

impl Motions {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Motion> {
        self.entries.iter()
    }

    /// That one.
    #[must_use]
    pub fn get(&self, id: MotionId) -> Option<&Motion> {
        self.all().find(|motion| motion.id == id)
    }

    pub(super) fn apply(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::Moved {
                motion,
                item,
                text,
                by,
                seconded,
                amends,
            } => self.entries.push_back(Motion {
                id: *motion,
                item: *item,
                text: text.clone(),
                by: by.clone(),
                seconded: seconded.clone(),
                amends: *amends,
                withdrawn: false,
                at: stamp.at,
            }),
            Event::Withdrawn { motion } => {
                if let Some(known) = self.entries.iter_mut().find(|known| known.id == *motion) {
                    known.withdrawn = true;
                }
            }
        }
    }
}

impl Meeting {
    /// The latest motion (not an amendment) of the item that was neither taken back nor voted on.
    #[must_use]
    pub fn pending_motion(&self, item: Option<ItemId>) -> Option<&Motion> {
        self.motions.all().rev().find(|motion| {
            motion.item == item && motion.amends.is_none() && self.is_pending(motion)
        })
    }

    /// The amendments to a motion that were neither taken back nor voted on, in order of entry.
    pub fn pending_amendments(&self, to: MotionId) -> impl Iterator<Item = &Motion> {
        self.motions
            .all()
            .filter(move |motion| motion.amends == Some(to) && self.is_pending(motion))
    }

    /// Whether a motion still waits for its result.
    #[must_use]
    pub fn is_pending(&self, motion: &Motion) -> bool {
        !motion.withdrawn && !self.ballots.has_result(motion.id)
    }
}

pub(super) fn decide(
    meeting: &Meeting,
    _acting: &Acting,
    command: Command,
) -> Result<Vec<super::Event>, Refusal> {
    let item = meeting.progress.place();
    let motion = meeting.ids().next_motion();
    match command {
        Command::Move { text, by, seconded } => {
            mover(meeting, &by)?;
            if seconded.as_ref() == Some(&by) {
                return Err(Message::new("motion-seconds-self")
                    .with("person", meeting.roster.person_called(&by))
                    .into());
            }
            if let Some(seconder) = &seconded {
                mover(meeting, seconder)?;
            }
            worded(&text)?;
            Ok(vec![
                Event::Moved {
                    motion,
                    item,
                    text,
                    by,
                    seconded,
                    amends: None,
                }
                .into(),
            ])
        }
        Command::Amend { text, by, to } => {
            mover(meeting, &by)?;
            worded(&text)?;
            let amended = match to {
                Some(id) => standing(meeting, id)?,
                None => meeting
                    .pending_motion(item)
                    .ok_or_else(|| Refusal::new(Message::new("motion-none-pending")))?,
            };
            if amended.amends.is_some() {
                return Err(Message::new("motion-amends-amendment")
                    .with("id", amended.id.to_string())
                    .into());
            }
            let (item, amends) = (amended.item, Some(amended.id));
            Ok(vec![
                Event::Moved {
                    motion,
                    item,
                    text,
                    by,
                    seconded: None,
                    amends,
                }
                .into(),
            ])
        }
        Command::Withdraw(id) => {
            standing(meeting, id)?;
            if meeting.ballots.open_on(id) {
                return Err(Message::new("motion-under-vote")
                    .with("id", id.to_string())
                    .into());
            }
            Ok(vec![Event::Withdrawn { motion: id }.into()])
        }
    }
}

fn standing(meeting: &Meeting, id: MotionId) -> Result<&Motion, Refusal> {
    let unknown = || Refusal::new(Message::new("motion-unknown").with("id", id.to_string()));
    let motion = meeting.motions.get(id).ok_or_else(unknown)?;
    if motion.withdrawn {
        return Err(Message::new("motion-withdrawn")
            .with("id", id.to_string())
            .into());
    }
    if meeting.ballots.has_result(id) {
        return Err(Message::new("motion-voted")
            .with("id", id.to_string())
            .into());
    }
    Ok(motion)
}

fn worded(text: &Text) -> Result<(), Refusal> {
    if text.is_empty() {
        Err(Message::new("motion-empty").into())
    } else {
        Ok(())
    }
}

fn mover(meeting: &Meeting, person: &PersonId) -> Result<(), Refusal> {
    use super::roll::Status;
    match meeting.roll.status(person) {
        _ if meeting.roster.person(person).is_none() => Err(super::roster::unknown(person)),
        Status::Present | Status::Unmarked | Status::Represented => Ok(()),
        status @ (Status::Excused | Status::Absent | Status::Left) => {
            let message = Message::new("motion-mover-not-present")
                .with("person", meeting.roster.person_called(person));
            Err(message.with("status", status.word()).into())
        }
    }
}

/// The motion as somebody who waits for its ballot sees it: a mover is always a person.
impl Motion {
    /// Who moved it, as a person.
    #[must_use]
    pub fn mover(&self) -> Who {
        Who::Person(self.by.clone())
    }
}
