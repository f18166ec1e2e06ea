//! Who is present, excused, absent or represented, since when; announced head counts; and the figures of the quorum.
//! A timeline: nothing said earlier is overwritten. Does not decide ballots: it gives them E and P (`RULES.md` §1).

mod attendance;
mod correct;
mod decide;

pub use attendance::{Attendance, Figures, QuorumCount};
pub(super) use decide::{decide, present};

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::Stamp;
use super::ids::{ItemId, Thing, Touches};
use crate::agenda::PersonId;
use crate::text::{Message, Moment, Text};

/// What may be asked of the roll.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Say whether somebody is there.
    Mark {
        /// Who.
        person: PersonId,
        /// What they are now.
        status: Status,
        /// In the room or online; only for those present.
        mode: Mode,
        /// Why; for the excused.
        reason: Option<Text>,
        /// Since when, where not now.
        at: Option<Moment>,
    },
    /// Say that somebody is represented by another.
    Represent {
        /// Who is not there.
        person: PersonId,
        /// Who acts for them.
        by: PersonId,
        /// Since when, where not now.
        at: Option<Moment>,
    },
    /// Say that somebody is out of the room for the current item.
    StepAway {
        /// Who.
        person: PersonId,
        /// Since when, where not now.
        at: Option<Moment>,
    },
    /// Say that somebody takes no part in the current item, and is out of its base.
    Recuse {
        /// Who.
        person: PersonId,
        /// Since when, where not now.
        at: Option<Moment>,
    },
    /// Put an announced head count in the place of the roll's figures.
    Count {
        /// P.
        present: u32,
        /// E, where it was announced too.
        of: Option<u32>,
    },
    /// Go back to the roll's figures.
    EndCount,
}

/// What happened on the roll.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Somebody is present, excused, absent or gone.
    Marked {
        /// Who.
        person: PersonId,
        /// What they are.
        status: Status,
        /// In the room or online.
        #[serde(default, skip_serializing_if = "Mode::is_room")]
        mode: Mode,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Text>,
        /// Since when.
        when: Moment,
    },
    /// Somebody is represented.
    Represented {
        /// Who is not there.
        person: PersonId,
        /// Who acts for them.
        by: PersonId,
        /// Since when.
        when: Moment,
    },
    /// Somebody is out for an item.
    SteppedAway {
        /// Who.
        person: PersonId,
        /// For which item.
        item: ItemId,
        /// Since when.
        when: Moment,
    },
    /// Somebody takes no part in an item.
    Recused {
        /// Who.
        person: PersonId,
        /// In which item.
        item: ItemId,
        /// Since when.
        when: Moment,
    },
    /// A head count was announced.
    Counted {
        /// P.
        present: u32,
        /// E.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<u32>,
    },
    /// The roll's own figures count again.
    CountEnded,
    /// In a correction: what was said of somebody's presence is taken back, but for their coming; how it really was follows.
    Cleared {
        /// Of whom.
        person: PersonId,
        /// When they came, where that stays.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        came: Option<Moment>,
    },
}

impl Event {
    /// What it does to things.
    #[must_use]
    pub fn touches(&self) -> Touches {
        match self {
            Self::Marked { person, .. } | Self::Cleared { person, .. } => touch(person),
            Self::Represented { person, by, .. } => touch(person)
                .and_refer([Thing::Person(by.clone())])
                .and_rest([Thing::Presence(by.clone())]),
            Self::SteppedAway { person, item, .. } | Self::Recused { person, item, .. } => {
                touch(person)
                    .and_refer([Thing::Item(*item)])
                    .and_rest([Thing::Current])
            }
            Self::Counted { .. } | Self::CountEnded => Touches::change(Thing::HeadCount),
        }
    }
}

fn touch(person: &PersonId) -> Touches {
    Touches::change(Thing::Presence(person.clone())).and_refer([Thing::Person(person.clone())])
}

/// Whether somebody is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Nothing was said of them yet: not present.
    #[default]
    Unmarked,
    /// There, in the room or online.
    Present,
    /// Not there, with leave.
    Excused,
    /// Not there.
    Absent,
    /// Was there and went.
    Left,
    /// Not there; another acts for them.
    Represented,
}

/// Where somebody takes part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// In the room.
    #[default]
    Room,
    /// From elsewhere.
    Online,
}

impl Mode {
    fn is_room(&self) -> bool {
        *self == Self::Room
    }
}

/// What is known of one person's presence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Presence {
    /// What they are now.
    pub status: Status,
    /// Where they take part.
    pub mode: Mode,
    /// Why they are excused.
    pub reason: Option<Text>,
    /// Who acts for them.
    pub represented_by: Option<PersonId>,
    /// Since when the status holds.
    pub since: Option<Moment>,
    /// When they first came.
    pub from: Option<Moment>,
    /// When they last went.
    pub until: Option<Moment>,
    /// The item they are out for.
    pub away: Option<ItemId>,
    /// The items they take no part in.
    pub recused: Vec<ItemId>,
    /// Every status with its beginning, in order of entry.
    pub timeline: Vec<(Moment, Status)>,
}

/// A head count that was announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadCount {
    /// P.
    pub present: u32,
    /// E, where announced.
    pub of: Option<u32>,
    /// By whom.
    pub author: Text,
    /// When.
    pub at: Moment,
}

/// The roll: what was said of each person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roll {
    presences: OrdMap<PersonId, Presence>,
    head_count: Option<HeadCount>,
    greatest: u32,
}

impl Roll {
    /// What is known of that person; unmarked where nothing is.
    #[must_use]
    pub fn presence(&self, person: &PersonId) -> Presence {
        self.presences.get(person).cloned().unwrap_or_default()
    }

    /// What that person is now.
    #[must_use]
    pub fn status(&self, person: &PersonId) -> Status {
        self.presences
            .get(person)
            .map_or(Status::Unmarked, |presence| presence.status)
    }

    /// Whether they are there now.
    #[must_use]
    pub fn is_present(&self, person: &PersonId) -> bool {
        self.status(person) == Status::Present
    }

    /// The head count that holds.
    #[must_use]
    pub const fn head_count(&self) -> Option<&HeadCount> {
        self.head_count.as_ref()
    }

    /// Whether they are out of the room for that item.
    #[must_use]
    pub fn is_away(&self, person: &PersonId, item: ItemId) -> bool {
        self.presences
            .get(person)
            .is_some_and(|presence| presence.away == Some(item))
    }

    /// Whether they take no part in that item.
    #[must_use]
    pub fn is_recused(&self, person: &PersonId, item: ItemId) -> bool {
        self.presences
            .get(person)
            .is_some_and(|presence| presence.recused.contains(&item))
    }

    /// Whether they are away from that item, or take no part in it.
    pub(super) fn is_out(&self, person: &PersonId, item: ItemId) -> bool {
        self.is_away(person, item) || self.is_recused(person, item)
    }

    /// Who acts for them, where they are represented and that is known.
    #[must_use]
    pub fn acts_for(&self, person: &PersonId) -> Option<&PersonId> {
        self.presences.get(person)?.represented_by.as_ref()
    }

    /// The greatest number of entitled voters present that was reached.
    #[must_use]
    pub const fn greatest(&self) -> u32 {
        self.greatest
    }

    pub(super) fn reached(&mut self, present: u32) {
        self.greatest = self.greatest.max(present);
    }

    /// The greatest number by the timelines was that, and is this: what was reached changes by as much.
    pub(super) fn set_right(&mut self, was: u32, is: u32) {
        self.greatest = (self.greatest + is).saturating_sub(was);
    }

    fn change(&mut self, person: &PersonId, change: impl FnOnce(&mut Presence)) {
        let mut presence = self.presence(person);
        change(&mut presence);
        self.presences.insert(person.clone(), presence);
    }

    pub(super) fn apply(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::Marked {
                person,
                status,
                mode,
                reason,
                when,
            } => self.change(person, |presence| {
                presence.become_status(*status, *when);
                presence.mode = *mode;
                presence.reason.clone_from(reason);
                presence.represented_by = None;
            }),
            Event::Represented { person, by, when } => self.change(person, |presence| {
                presence.become_status(Status::Represented, *when);
                presence.represented_by = Some(by.clone());
            }),
            Event::SteppedAway { person, item, .. } => {
                self.change(person, |presence| presence.away = Some(*item));
            }
            Event::Recused { person, item, .. } => {
                self.change(person, |presence| presence.recused.push(*item));
            }
            Event::Counted { present, of } => {
                self.head_count = Some(HeadCount {
                    present: *present,
                    of: *of,
                    author: stamp.author.name.clone(),
                    at: stamp.at,
                });
            }
            Event::CountEnded => self.head_count = None,
            Event::Cleared { person, came } => self.change(person, |presence| {
                *presence = Presence {
                    mode: presence.mode,
                    recused: std::mem::take(&mut presence.recused),
                    ..Presence::default()
                };
                if let Some(came) = came {
                    presence.become_status(Status::Present, *came);
                }
            }),
        }
    }
}

impl Presence {
    fn become_status(&mut self, status: Status, when: Moment) {
        if status == Status::Present {
            self.from = Some(self.from.map_or(when, |from| {
                if self.status == Status::Present {
                    when
                } else {
                    from.min(when)
                }
            }));
            self.until = None;
        } else if self.status == Status::Present {
            self.until = Some(when);
        }
        self.status = status;
        self.since = Some(when);
        self.away = None;
        self.timeline.push((when, status));
    }
}

impl Status {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::Unmarked => "roll-unmarked",
            Self::Present => "roll-present",
            Self::Excused => "roll-excused",
            Self::Absent => "roll-absent",
            Self::Left => "roll-left",
            Self::Represented => "roll-represented",
        })
    }
}
