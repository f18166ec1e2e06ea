//! Who has the floor, and the lists of those who wait for it: planned order, requests with reasons, points of order,
//! interposed questions. Every time comes from records; editing a list never touches the running turn.

mod decide;
mod list;
mod repair;
mod state;
mod times;
mod turn;
mod upcoming;

pub(super) use decide::{decide, end_running};
pub use list::{Entry, EntryKind, SpeakerList};
pub(super) use repair::decide as decide_repair;
pub use repair::{Repair, Stretch};
pub use state::{Floor, Spoken};
pub use turn::{Speaker, Turn, TurnKind};
pub use upcoming::Upcoming;

use serde::{Deserialize, Serialize};

use super::ids::{EntryId, ItemId, Thing, Touches, TurnId};
use crate::agenda::Who;
use crate::text::{Moment, Text};

/// What may be asked of the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// End the running turn and give the floor to the next on the list.
    Next {
        /// The turn that the sender saw running; another one refuses the command.
        seen: Option<TurnId>,
    },
    /// End the running turn and give the floor to somebody.
    Give(Who),
    /// End the running turn; after an interposed question, go back to the speaker.
    Done,
    /// Stop the clock.
    Pause,
    /// Let the clock run again.
    Continue,
    /// Allow the running turn that many seconds more.
    Extend(u32),
    /// Set the seconds for each speaker of the item from the next on; `None` goes back to the plan.
    SetEach(Option<u32>),
    /// Ask for the floor.
    Ask {
        /// Who.
        who: Who,
        /// Why.
        reason: Option<Text>,
        /// A request, or a point of order.
        kind: EntryKind,
    },
    /// Put a question to the speaker, whose turn waits.
    Interpose(Who),
    /// Take somebody off the list.
    Withdraw(Who),
    /// Put somebody at the head of the list.
    First(Who),
    /// Put somebody behind another.
    PlaceAfter {
        /// Who is moved.
        who: Who,
        /// Behind whom.
        after: Who,
    },
    /// Take no more requests.
    CloseList,
    /// Take requests again.
    OpenList,
    /// Put those heard least first.
    OrderFairly,
    /// File a written statement: a turn of no seconds, and its text as a contribution.
    HandIn {
        /// Whose.
        who: Who,
        /// What it says; it is theirs, whatever it names at its start.
        draft: super::contribution::Draft,
    },
}

/// What happened on the floor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// Somebody has the floor.
    Given {
        /// The new turn.
        turn: TurnId,
        /// In which item.
        item: ItemId,
        /// Who speaks.
        speaker: Speaker,
        /// In what way.
        kind: TurnKind,
        /// The seconds they have.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        allotted: Option<u32>,
        /// The place on the list that this used up.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        entry: Option<EntryId>,
    },
    /// A turn ended.
    Ended {
        /// Which.
        turn: TurnId,
        /// When, where not at the time of the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<Moment>,
    },
    /// The clock of a turn was stopped.
    Paused {
        /// Which.
        turn: TurnId,
    },
    /// The clock of a turn runs again.
    Continued {
        /// Which.
        turn: TurnId,
    },
    /// A turn has more seconds.
    Extended {
        /// Which.
        turn: TurnId,
        /// How many more.
        seconds: u32,
    },
    /// Each speaker of an item has other seconds from the next on.
    EachSet {
        /// Of which item.
        item: ItemId,
        /// How many; none goes back to the plan.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
    },
    /// Somebody who is on the list said why they ask.
    Reasoned {
        /// The place.
        entry: EntryId,
        /// Why.
        reason: Text,
    },
    /// Somebody came on the list.
    Asked {
        /// The new place.
        entry: EntryId,
        /// Of which item.
        item: ItemId,
        /// Who.
        who: Who,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Text>,
        /// In what way.
        kind: EntryKind,
    },
    /// A place on the list was given up.
    Withdrawn {
        /// Which.
        entry: EntryId,
    },
    /// Somebody was stepped over, being not there.
    SteppedOver {
        /// Whose place.
        entry: EntryId,
    },
    /// A list has another order.
    Reordered {
        /// Of which item.
        item: ItemId,
        /// All its places in their new order.
        entries: Vec<EntryId>,
    },
    /// No more requests are taken.
    ListClosed {
        /// Of which item.
        item: ItemId,
    },
    /// Requests are taken again.
    ListOpened {
        /// Of which item.
        item: ItemId,
    },
    /// A written statement was handed in: a turn of no seconds.
    HandedIn {
        /// The new turn.
        turn: TurnId,
        /// In which item.
        item: ItemId,
        /// Whose.
        speaker: Speaker,
    },
    /// The true time of a turn, set afterwards.
    TurnTimed {
        /// Which.
        turn: TurnId,
        /// Its beginning.
        from: Moment,
        /// Its end, where it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Moment>,
    },
    /// A turn was really somebody else's.
    SpeakerCorrected {
        /// Which.
        turn: TurnId,
        /// Whose it was.
        speaker: Speaker,
    },
}

impl Event {
    /// What it does to things.
    #[must_use]
    pub fn touches(&self) -> Touches {
        match self {
            Self::Given {
                turn,
                item,
                speaker,
                entry,
                ..
            } => Touches::create(Thing::Turn(*turn))
                .and_change(Thing::Floor)
                .and_refer(speaker.things())
                .and_refer([Thing::Item(*item)])
                .and_refer(entry.map(Thing::Entry))
                .and_rest([Thing::Sitting, Thing::Current])
                .and_rest(speaker.person.clone().map(Thing::Presence)),
            Self::Ended { turn, .. }
            | Self::Paused { turn }
            | Self::Continued { turn }
            | Self::Extended { turn, .. } => {
                Touches::change(Thing::Turn(*turn)).and_change(Thing::Floor)
            }
            Self::EachSet { item, .. } => {
                Touches::change(Thing::Each(*item)).and_refer([Thing::Item(*item)])
            }
            Self::Asked {
                entry, item, who, ..
            } => Touches::create(Thing::Entry(*entry))
                .and_refer([Thing::Item(*item), who.thing()])
                .and_rest([Thing::Current]),
            Self::Withdrawn { entry }
            | Self::SteppedOver { entry }
            | Self::Reasoned { entry, .. } => Touches::change(Thing::Entry(*entry)),
            Self::Reordered { item, entries } => Touches::change(Thing::List(*item))
                .and_refer(entries.iter().map(|entry| Thing::Entry(*entry))),
            Self::ListClosed { item } | Self::ListOpened { item } => {
                Touches::change(Thing::List(*item)).and_refer([Thing::Item(*item)])
            }
            Self::HandedIn {
                turn,
                item,
                speaker,
            } => Touches::create(Thing::Turn(*turn))
                .and_refer(speaker.things())
                .and_refer([Thing::Item(*item)])
                .and_rest([Thing::Sitting, Thing::Current]),
            Self::TurnTimed { turn, .. } => {
                Touches::change(Thing::Turn(*turn)).and_change(Thing::Times)
            }
            Self::SpeakerCorrected { turn, speaker } => {
                Touches::change(Thing::Turn(*turn)).and_refer(speaker.things())
            }
        }
    }
}
