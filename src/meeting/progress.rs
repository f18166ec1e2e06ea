//! Where the meeting is: its sittings, who presides, which item is open, what became of each item and when.
//! Owns the agenda as it stands; who speaks is `floor`'s, what was decided is `outcome`'s.

mod correction;
mod decide;
mod reload;
mod state;
mod times;

pub use correction::{Approval, Correction};
pub(super) use decide::decide;
pub use reload::{Change, changes};
pub use state::{ItemState, Progress, Span};
pub(super) use times::{End, item_times, meeting_times, too_early, too_late};

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::ids::{ItemId, Thing, Touches};
use super::outcome::Outcome;
use super::record::Seal;
use crate::agenda::{ItemKind, PersonId};
use crate::text::{Message, Moment, Text};

/// What may be asked of the progress of the meeting.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Open the meeting and its first item; `matters` are what earlier sessions of the series left open.
    Open {
        /// Matters arising, oldest first.
        matters: Vec<super::outcome::Matter>,
    },
    /// Suspend the sitting.
    Suspend {
        /// Until when, where known.
        until: Option<Moment>,
    },
    /// Begin the next sitting.
    Reopen,
    /// End the meeting.
    Adjourn(Resolve),
    /// Hand the chair over.
    HandChair(PersonId),
    /// Announce the next meeting.
    NextMeeting(NextMeeting),
    /// Go to an item.
    Item(ItemId),
    /// Close the item that is open and open the next.
    NextItem(Resolve),
    /// Go to the item before.
    PreviousItem,
    /// Close the item that is open.
    Close {
        /// What became of it.
        outcome: Option<Outcome>,
        /// In words.
        text: Option<Text>,
        /// Whether hindrances are overcome.
        resolve: Resolve,
    },
    /// Add an item at the end.
    Add {
        /// What it is called.
        title: Text,
        /// What happens in it.
        kind: ItemKind,
        /// Planned seconds.
        seconds: Option<u32>,
    },
    /// Give an item another place, counted from 1.
    Move {
        /// Which.
        item: ItemId,
        /// Its new number.
        number: usize,
    },
    /// Leave an item out.
    Skip {
        /// Which.
        item: ItemId,
        /// Why.
        reason: Text,
    },
    /// Put an item off to another meeting.
    Defer(ItemId),
    /// Call an item something else.
    Retitle {
        /// Which.
        item: ItemId,
        /// Its new title.
        title: Text,
    },
    /// Take over a changed agenda.
    Reload {
        /// The agenda file whole.
        source: String,
    },
    /// Choose what the hall is shown.
    ShowHall(HallView),
    /// Begin to correct the record, after the meeting.
    Correct {
        /// Why, where it is said.
        why: Option<Text>,
        /// The seal of the session file as it was.
        seal: Option<Seal>,
    },
    /// Approve the record; nothing is changed in it from then on.
    Approve {
        /// The day.
        on: NaiveDate,
        /// The meeting that did it: the stem of its session file.
        session: Option<Text>,
    },
}

/// Whether a command was given with `really`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Resolve {
    /// Plainly: hindrances refuse it.
    #[default]
    Plain,
    /// With `really`: hindrances are overcome.
    Really,
}

/// What happened to the progress of the meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// It was called to order.
    Opened,
    /// The sitting was suspended.
    Suspended {
        /// Until when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Moment>,
    },
    /// The next sitting began.
    Reopened,
    /// It ended.
    Adjourned,
    /// Somebody took the chair.
    ChairTaken {
        /// Who.
        person: PersonId,
    },
    /// The next meeting was announced.
    NextAnnounced(NextMeeting),
    /// An item was opened, or opened again.
    ItemOpened {
        /// Which.
        item: ItemId,
    },
    /// An open item was left for another.
    ItemInterrupted {
        /// Which.
        item: ItemId,
    },
    /// An item was closed.
    ItemClosed {
        /// Which.
        item: ItemId,
        /// What became of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<Outcome>,
        /// In words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<Text>,
    },
    /// An item was added at the end.
    ItemAdded {
        /// Its id.
        item: ItemId,
        /// What it is called.
        title: Text,
        /// What happens in it.
        kind: ItemKind,
        /// Planned seconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
    },
    /// An item has another place.
    ItemMoved {
        /// Which.
        item: ItemId,
        /// Its number, from 1.
        number: usize,
    },
    /// An item was left out.
    ItemSkipped {
        /// Which.
        item: ItemId,
        /// Why.
        reason: Text,
        /// Whether it was left for it: it was the open one.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        left: bool,
    },
    /// An item was put off.
    ItemDeferred {
        /// Which.
        item: ItemId,
        /// Whether it was left for it: it was the open one.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        left: bool,
    },
    /// An item is called something else.
    ItemRetitled {
        /// Which.
        item: ItemId,
        /// Its new title.
        title: Text,
    },
    /// A changed agenda was taken over; what of roster and items changed follows as events of their own.
    AgendaReplaced {
        /// The agenda file whole.
        source: String,
    },
    /// An item is as the changed agenda has it.
    ItemPlanned {
        /// Which; a new one is added at the end.
        item: ItemId,
        /// Its place in the changed agenda, from 0.
        index: usize,
    },
    /// An item that the changed agenda no longer has was taken off; only planned ones can be.
    ItemDropped {
        /// Which.
        item: ItemId,
    },
    /// The true time an item was opened or left, set afterwards.
    ItemTimed {
        /// Which.
        item: ItemId,
        /// Which of its stretches, from 0.
        span: usize,
        /// Its beginning.
        from: Moment,
        /// Its end, where it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Moment>,
    },
    /// The true time the meeting was opened, set afterwards.
    OpeningTimed {
        /// When.
        at: Moment,
    },
    /// The true time the meeting was adjourned, set afterwards.
    AdjournmentTimed {
        /// When.
        at: Moment,
    },
    /// The hall is shown something else.
    HallShown {
        /// What.
        view: HallView,
    },
    /// After the meeting a correction of the record began; everything up to the next one belongs to it.
    CorrectionBegun {
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<Text>,
        /// The seal of the session file as it was; none where another correction of the same sitting has it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seal: Option<Seal>,
    },
    /// What follows in a correction belongs to that item.
    CorrectionPlaced {
        /// Which.
        item: ItemId,
    },
    /// The record was approved.
    Approved {
        /// The day.
        on: NaiveDate,
        /// The meeting that did it: the stem of its session file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        session: Option<Text>,
    },
}

impl Event {
    /// What it does to things.
    #[must_use]
    pub fn touches(&self) -> Touches {
        match self {
            Self::Opened => Touches::create(Thing::Opening).and_change(Thing::Sitting),
            Self::Suspended { .. } => Touches::change(Thing::Sitting).and_rest([Thing::Floor]),
            Self::Reopened
            | Self::Adjourned
            | Self::CorrectionBegun { .. }
            | Self::Approved { .. } => Touches::change(Thing::Sitting),
            Self::NextAnnounced(_) => Touches::change(Thing::NextMeeting),
            Self::OpeningTimed { .. } | Self::AdjournmentTimed { .. } => {
                Touches::change(Thing::Sitting).and_change(Thing::Times)
            }
            Self::ItemTimed { item, .. } => {
                Touches::change(Thing::Item(*item)).and_change(Thing::Times)
            }
            Self::ChairTaken { person } => {
                Touches::change(Thing::Chair).and_refer([Thing::Person(person.clone())])
            }
            Self::ItemOpened { item }
            | Self::ItemInterrupted { item }
            | Self::ItemClosed { item, .. } => Touches::change(Thing::Item(*item))
                .and_change(Thing::Current)
                .and_rest([Thing::Sitting, Thing::Floor]),
            Self::CorrectionPlaced { item } => {
                Touches::change(Thing::Current).and_refer([Thing::Item(*item)])
            }
            Self::ItemAdded { item, .. } => Touches::create(Thing::Item(*item)),
            Self::ItemMoved { item, .. } => {
                Touches::change(Thing::Agenda).and_refer([Thing::Item(*item)])
            }
            Self::ItemSkipped { item, left, .. } | Self::ItemDeferred { item, left } => {
                let touches = Touches::change(Thing::Item(*item));
                if *left {
                    touches.and_change(Thing::Current).and_rest([Thing::Floor])
                } else {
                    touches
                }
            }
            Self::ItemRetitled { item, .. } => Touches::change(Thing::Item(*item)),
            Self::AgendaReplaced { .. } => Touches::change(Thing::Agenda),
            Self::ItemPlanned { item, .. } => {
                Touches::create(Thing::Item(*item)).and_change(Thing::Item(*item))
            }
            Self::ItemDropped { item } => {
                Touches::change(Thing::Item(*item)).and_change(Thing::Agenda)
            }
            Self::HallShown { .. } => Touches::change(Thing::Hall),
        }
    }
}

/// When and where the next meeting is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextMeeting {
    /// The day.
    pub date: NaiveDate,
    /// The hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveTime>,
    /// The place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
}

/// What the hall display shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HallView {
    /// Who speaks, and the clock.
    #[default]
    Speaker,
    /// The list of speakers.
    List,
    /// The question or the result.
    Ballot,
    /// That there is a break.
    Break,
}

/// Whether the meeting is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Not opened yet.
    #[default]
    Planned,
    /// Open.
    Open,
    /// Between sittings.
    Suspended {
        /// Until when, where known.
        until: Option<Moment>,
    },
    /// Over.
    Adjourned,
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemStatus {
    /// Not reached yet.
    #[default]
    Planned,
    /// The one that is on.
    Open,
    /// Left for another while open.
    Interrupted,
    /// Done.
    Closed,
    /// Left out.
    Skipped,
    /// Put off to another meeting.
    Deferred,
}

impl ItemStatus {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::Planned => "progress-planned",
            Self::Open => "progress-open",
            Self::Interrupted => "progress-interrupted",
            Self::Closed => "progress-closed",
            Self::Skipped => "progress-skipped",
            Self::Deferred => "progress-deferred",
        })
    }
}
