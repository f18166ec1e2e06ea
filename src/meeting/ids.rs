//! The numbers by which things of a meeting are called, and the counters they come from.
//! A number is never used twice, even when what it named was undone.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! numbered {
    ($($(#[$doc:meta])* $name:ident $prefix:literal),+ $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
            #[serde(transparent)]
            pub struct $name(pub u32);

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.pad(&format!(concat!($prefix, "{}"), self.0))
                }
            }
        )+
    };
}

numbered! {
    /// An item, for the whole life of the meeting; its *number* is its present place on the agenda.
    ItemId "I",
    /// A turn.
    TurnId "T",
    /// A place on a list of speakers.
    EntryId "L",
    /// A contribution: `C12`.
    ContributionId "C",
    /// An action: `A3`.
    ActionId "A",
    /// A decision: `D2`.
    DecisionId "D",
    /// A motion or an amendment: `P2`.
    MotionId "P",
    /// A ballot: `B1`.
    BallotId "B",
    /// A matter arising: `M3`.
    MatterId "M",
}

/// Something that a record can make, change or speak of: what undo weighs one record against another by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Thing {
    /// That the meeting was opened at all.
    Opening,
    /// Whether the meeting is open, suspended or over, and its times.
    Sitting,
    /// When and where the next meeting is.
    NextMeeting,
    /// Who presides.
    Chair,
    /// The order of the items.
    Agenda,
    /// Which item is open.
    Current,
    /// An item.
    Item(ItemId),
    /// A person of the roster.
    Person(crate::agenda::PersonId),
    /// A unit of the roster.
    Unit(crate::agenda::UnitId),
    /// Whether a person is present.
    Presence(crate::agenda::PersonId),
    /// The announced head count.
    HeadCount,
    /// The figures of the roll, who is entitled and who of them is present, with all they are counted from.
    Figures,
    /// Who has the floor.
    Floor,
    /// The order of an item's list of speakers, and whether it is closed.
    List(ItemId),
    /// The time for each speaker of an item.
    Each(ItemId),
    /// A place on a list.
    Entry(EntryId),
    /// A turn.
    Turn(TurnId),
    /// The times that were set right: each repair was weighed against its neighbours as the ones before had left them.
    Times,
    /// A contribution.
    Contribution(ContributionId),
    /// A theme.
    Theme(super::contribution::ThemeId),
    /// Whether two contributions are alike.
    Likeness(ContributionId, ContributionId),
    /// An action.
    Action(ActionId),
    /// A decision.
    Decision(DecisionId),
    /// A motion or amendment.
    Motion(MotionId),
    /// A ballot.
    Ballot(BallotId),
    /// The candidates or tellers of an item.
    Slate(ItemId),
    /// A matter arising.
    Matter(MatterId),
    /// What the hall is shown.
    Hall,
}

impl Thing {
    /// Whether that is this, or a part of it.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        let is_counted = matches!(
            other,
            Self::Presence(_) | Self::HeadCount | Self::Person(_) | Self::Unit(_)
        );
        self == other || (*self == Self::Figures && is_counted)
    }
}

/// What one event does to things, for undo (`CONTRACT.md` §3).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touches {
    /// What it makes.
    pub creates: Vec<Thing>,
    /// What it changes.
    pub changes: Vec<Thing>,
    /// What it only speaks of: it has to be there.
    pub refers: Vec<Thing>,
    /// What it rests on: it was decided on this as it stood, and it has to stay so.
    pub rests: Vec<Thing>,
}

impl Touches {
    /// An event that makes something.
    #[must_use]
    pub fn create(thing: Thing) -> Self {
        Self {
            creates: vec![thing],
            ..Self::default()
        }
    }

    /// An event that changes something.
    #[must_use]
    pub fn change(thing: Thing) -> Self {
        Self {
            changes: vec![thing],
            ..Self::default()
        }
    }

    /// The same, changing that too.
    #[must_use]
    pub fn and_change(mut self, thing: Thing) -> Self {
        self.changes.push(thing);
        self
    }

    /// The same, speaking of that too.
    #[must_use]
    pub fn and_refer(mut self, thing: impl IntoIterator<Item = Thing>) -> Self {
        self.refers.extend(thing);
        self
    }

    /// The same, resting on that too.
    #[must_use]
    pub fn and_rest(mut self, on: impl IntoIterator<Item = Thing>) -> Self {
        self.rests.extend(on);
        self
    }

    /// Whether this could not be as it is without that earlier one: it speaks of what that made, changes what that made or
    /// changed, or rests on either.
    #[must_use]
    pub fn builds_on(&self, earlier: &Self) -> bool {
        let is_made = |thing: &Thing| earlier.creates.contains(thing);
        let is_changed = |thing: &Thing| is_made(thing) || earlier.changes.contains(thing);
        self.refers.iter().any(is_made)
            || self.changes.iter().any(is_changed)
            || earlier.moves_ground_of(self)
    }

    /// Whether this makes or changes what that one rests on.
    #[must_use]
    pub fn moves_ground_of(&self, other: &Self) -> bool {
        let mut moved = self.creates.iter().chain(&self.changes);
        moved.any(|thing| other.rests.iter().any(|ground| ground.holds(thing)))
    }

    /// Takes in what another event of the same record does.
    pub fn absorb(&mut self, other: Self) {
        self.creates.extend(other.creates);
        self.changes.extend(other.changes);
        self.refers.extend(other.refers);
        self.rests.extend(other.rests);
    }
}

/// The counters. Each gives the next number of its kind; they have seen every record, undone ones included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ids {
    item: u32,
    turn: u32,
    entry: u32,
    contribution: u32,
    action: u32,
    decision: u32,
    motion: u32,
    ballot: u32,
    matter: u32,
}

macro_rules! next {
    ($($(#[$doc:meta])* $next:ident $field:ident $id:ident),+ $(,)?) => {
        impl Ids {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $next(&self) -> $id {
                    $id(self.$field + 1)
                }
            )+

            /// Takes note that a number is used.
            pub fn observe(&mut self, thing: &Thing) {
                match thing {
                    Thing::Item(ItemId(n)) => self.item = self.item.max(*n),
                    Thing::Turn(TurnId(n)) => self.turn = self.turn.max(*n),
                    Thing::Entry(EntryId(n)) => self.entry = self.entry.max(*n),
                    Thing::Contribution(ContributionId(n)) => self.contribution = self.contribution.max(*n),
                    Thing::Action(ActionId(n)) => self.action = self.action.max(*n),
                    Thing::Decision(DecisionId(n)) => self.decision = self.decision.max(*n),
                    Thing::Motion(MotionId(n)) => self.motion = self.motion.max(*n),
                    Thing::Ballot(BallotId(n)) => self.ballot = self.ballot.max(*n),
                    Thing::Matter(MatterId(n)) => self.matter = self.matter.max(*n),
                    Thing::Opening | Thing::Sitting | Thing::NextMeeting | Thing::Chair | Thing::Agenda | Thing::Current
                    | Thing::Person(_) | Thing::Unit(_) | Thing::Presence(_) | Thing::HeadCount | Thing::Figures | Thing::Floor | Thing::Times | Thing::List(_) | Thing::Each(_) | Thing::Theme(_)
                    | Thing::Likeness(..) | Thing::Slate(_) | Thing::Hall => {}
                }
            }
        }
    };
}

next! {
    /// The next item's.
    next_item item ItemId,
    /// The next turn's.
    next_turn turn TurnId,
    /// The next list entry's.
    next_entry entry EntryId,
    /// The next contribution's.
    next_contribution contribution ContributionId,
    /// The next action's.
    next_action action ActionId,
    /// The next decision's.
    next_decision decision DecisionId,
    /// The next motion's.
    next_motion motion MotionId,
    /// The next ballot's.
    next_ballot ballot BallotId,
    /// The next matter's.
    next_matter matter MatterId,
}
