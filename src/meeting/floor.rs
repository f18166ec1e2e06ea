//! Who has the floor, and the lists of those who wait for it: planned order, requests with reasons, points of order,
//! interposed questions. Every time comes from records; editing a list never touches the running turn.

mod decide;
mod list;
mod repair;

pub(super) use decide::{decide, end_running};
pub use list::{Entry, EntryKind, SpeakerList};
pub(super) use repair::decide as decide_repair;
pub use repair::{Repair, Stretch};

use std::sync::Arc;

use imbl::{HashMap, OrdMap};
use serde::{Deserialize, Serialize};

use super::ids::{EntryId, Ids, ItemId, Thing, Touches, TurnId};
use super::{Meeting, Stamp, contribution};
use crate::agenda::{Agenda, Person, PersonId, Unit, UnitId, Who};
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
        draft: contribution::Draft,
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
                .and_refer(entry.map(Thing::Entry)),
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
            } => Touches::create(Thing::Entry(*entry)).and_refer([Thing::Item(*item), who.thing()]),
            Self::Withdrawn { entry } | Self::SteppedOver { entry } => {
                Touches::change(Thing::Entry(*entry))
            }
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
                .and_refer([Thing::Item(*item)]),
            Self::TurnTimed { turn, .. } => Touches::change(Thing::Turn(*turn)),
            Self::SpeakerCorrected { turn, speaker } => {
                Touches::change(Thing::Turn(*turn)).and_refer(speaker.things())
            }
        }
    }
}

impl Who {
    /// It as a thing that records speak of.
    #[must_use]
    pub fn thing(&self) -> Thing {
        match self {
            Self::Person(id) => Thing::Person(id.clone()),
            Self::Unit(id) => Thing::Unit(id.clone()),
        }
    }
}

/// Who speaks, and for which unit; a unit with nobody on the roster speaks without a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Speaker {
    /// The person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The unit they spoke for at the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
}

impl Speaker {
    /// That person with the unit they represent now.
    #[must_use]
    pub fn person(person: &Person) -> Self {
        Self {
            person: Some(person.id.clone()),
            unit: person.unit.clone(),
        }
    }

    /// The person, else the unit; `None` for nobody.
    #[must_use]
    pub fn who(&self) -> Option<Who> {
        self.person
            .clone()
            .map(Who::Person)
            .or_else(|| self.unit.clone().map(Who::Unit))
    }

    /// The unit, else the person as a unit of one.
    #[must_use]
    pub fn for_unit(&self) -> Option<Who> {
        self.unit
            .clone()
            .map(Who::Unit)
            .or_else(|| self.person.clone().map(Who::Person))
    }

    fn things(&self) -> impl Iterator<Item = Thing> + use<> {
        let unit = self.unit.clone().map(Thing::Unit);
        self.person
            .clone()
            .map(Thing::Person)
            .into_iter()
            .chain(unit)
    }
}

/// In what way somebody has the floor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TurnKind {
    /// In their turn.
    #[default]
    Turn,
    /// On a point of order.
    Order,
    /// With a question to the speaker.
    Interposed,
    /// In writing.
    Written,
}

/// One stretch of one person having the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its id; later turns have greater ones.
    pub id: TurnId,
    /// In which item.
    pub item: ItemId,
    /// Who spoke.
    pub speaker: Speaker,
    /// In what way.
    pub kind: TurnKind,
    /// Its beginning.
    pub from: Moment,
    /// Its end; none while it lasts.
    pub until: Option<Moment>,
    /// When its clock stood; the last without an end while it stands.
    pub pauses: Vec<super::progress::Span>,
    /// The seconds it has, extensions included; none for no limit.
    pub allotted: Option<u32>,
}

impl Turn {
    /// Its seconds up to `now`, pauses left out.
    #[must_use]
    pub fn seconds(&self, now: Moment) -> i64 {
        let end = self.until.unwrap_or(now);
        let stood: i64 = self
            .pauses
            .iter()
            .map(|pause| {
                (pause.until.unwrap_or(end).min(end) - pause.from.max(self.from))
                    .num_seconds()
                    .max(0)
            })
            .sum();
        ((end - self.from).num_seconds() - stood).max(0)
    }

    /// The seconds left at `now`, negative when over; none without a limit.
    #[must_use]
    pub fn seconds_left(&self, now: Moment) -> Option<i64> {
        self.allotted
            .map(|allotted| i64::from(allotted) - self.seconds(now))
    }

    /// Whether its clock stands.
    #[must_use]
    pub fn is_paused(&self) -> bool {
        self.until.is_none()
            && self
                .pauses
                .last()
                .is_some_and(|pause| pause.until.is_none())
    }
}

/// What somebody had of the floor so far, in turns that ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spoken {
    /// Seconds.
    pub seconds: i64,
    /// How many turns, written statements included.
    pub turns: u32,
}

/// The floor: all turns, the one that runs, and the list of each item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Floor {
    turns: OrdMap<TurnId, Arc<Turn>>,
    running: Vec<TurnId>,
    lists: OrdMap<ItemId, Arc<SpeakerList>>,
    spoken: HashMap<Who, Spoken>,
}

impl Floor {
    /// Before anything happened: the lists as planned.
    pub(super) fn of(agenda: &Agenda, ids: &mut Ids) -> Self {
        let mut floor = Self::default();
        for (n, item) in (1..).zip(&agenda.items) {
            floor.plan_list(ItemId(n), agenda, item, ids);
        }
        floor
    }

    fn plan_list(
        &mut self,
        id: ItemId,
        agenda: &Agenda,
        item: &crate::agenda::Item,
        ids: &mut Ids,
    ) {
        let mut list = SpeakerList::default();
        for (who, seconds) in agenda.expanded_speakers(item) {
            let entry = ids.next_entry();
            ids.observe(&Thing::Entry(entry));
            list.push(Entry {
                id: entry,
                who,
                reason: None,
                kind: EntryKind::Planned,
                seconds,
            });
        }
        self.lists.insert(id, Arc::new(list));
    }

    /// Every turn, in order of beginning.
    pub fn turns(&self) -> impl DoubleEndedIterator<Item = &Turn> {
        self.turns.values().map(|turn| &**turn)
    }

    /// That turn.
    #[must_use]
    pub fn turn(&self, id: TurnId) -> Option<&Turn> {
        self.turns.get(&id).map(|turn| &**turn)
    }

    /// Whoever has the floor: the interposed question before the speaker it was put to.
    #[must_use]
    pub fn running(&self) -> Option<&Turn> {
        self.running.last().and_then(|id| self.turn(*id))
    }

    /// The speaker who waits while a question is put to them.
    #[must_use]
    pub fn waiting_turn(&self) -> Option<&Turn> {
        let below = self.running.len().checked_sub(2)?;
        self.turn(self.running[below])
    }

    /// The turn before that one which was spoken, not written; for `None`, the last that ended.
    #[must_use]
    pub fn turn_before(&self, id: Option<TurnId>) -> Option<&Turn> {
        let earlier = |turn: &&Turn| id.map_or(!self.running.contains(&turn.id), |id| turn.id < id);
        self.turns()
            .rev()
            .filter(|turn| turn.kind != TurnKind::Written)
            .find(earlier)
    }

    /// The list of an item.
    #[must_use]
    pub fn list(&self, item: ItemId) -> Option<&SpeakerList> {
        self.lists.get(&item).map(|list| &**list)
    }

    /// What that person or unit had of the floor, in turns that ended.
    #[must_use]
    pub fn spoken(&self, who: &Who) -> Spoken {
        self.spoken.get(who).copied().unwrap_or_default()
    }

    /// Whether that person or unit had a turn or handed in a statement.
    #[must_use]
    pub fn is_heard(&self, who: &Who) -> bool {
        self.spoken(who).turns > 0
            || self
                .running
                .iter()
                .filter_map(|id| self.turn(*id))
                .any(|turn| turn.speaker.is(who))
    }

    fn change(&mut self, id: TurnId, change: impl FnOnce(&mut Turn)) {
        if let Some(turn) = self.turns.get_mut(&id) {
            change(Arc::make_mut(turn));
        }
    }

    fn change_list(&mut self, item: ItemId, change: impl FnOnce(&mut SpeakerList)) {
        change(Arc::make_mut(self.lists.entry(item).or_default()));
    }

    fn drop_entry(&mut self, entry: EntryId) {
        let found = self
            .lists
            .iter()
            .find(|(_, list)| list.entry(entry).is_some())
            .map(|(item, _)| *item);
        if let Some(item) = found {
            self.change_list(item, |list| list.remove(entry));
        }
    }

    /// Adds a turn that ended to the totals of its person and unit.
    fn tally(&mut self, turn: &Turn) {
        let seconds = turn.seconds(turn.until.unwrap_or(turn.from));
        let both = turn.speaker.person.clone().map(Who::Person).into_iter();
        for who in both.chain(turn.speaker.unit.clone().map(Who::Unit)) {
            let spoken = self.spoken.entry(who).or_default();
            spoken.seconds += seconds;
            spoken.turns += 1;
        }
    }

    fn tally_anew(&mut self) {
        self.spoken = HashMap::new();
        let ended: Vec<Arc<Turn>> = self
            .turns
            .values()
            .filter(|turn| turn.until.is_some())
            .cloned()
            .collect();
        ended.iter().for_each(|turn| self.tally(turn));
    }

    pub(super) fn apply(&mut self, event: &Event, stamp: &Stamp) {
        let at = stamp.at;
        match event {
            Event::Given {
                turn,
                item,
                speaker,
                kind,
                allotted,
                entry,
            } => {
                entry.iter().for_each(|entry| self.drop_entry(*entry));
                let (turn, speaker, pauses) = (*turn, speaker.clone(), Vec::new());
                let new = Turn {
                    id: turn,
                    item: *item,
                    speaker,
                    kind: *kind,
                    from: at,
                    until: None,
                    pauses,
                    allotted: *allotted,
                };
                self.turns.insert(turn, Arc::new(new));
                self.running.push(turn);
            }
            Event::Ended { turn, at: earlier } => self.end(*turn, earlier.unwrap_or(at)),
            Event::Paused { turn } => {
                self.change(*turn, |turn| {
                    turn.pauses.push(super::progress::Span {
                        from: at,
                        until: None,
                    })
                });
            }
            Event::Continued { turn } => self.change(*turn, |turn| turn.end_pause(at)),
            Event::Extended { turn, seconds } => {
                self.change(*turn, |turn| {
                    turn.allotted = turn.allotted.map(|had| had.saturating_add(*seconds))
                });
            }
            Event::EachSet { item, seconds } => {
                self.change_list(*item, |list| list.each = *seconds)
            }
            Event::Asked {
                entry,
                item,
                who,
                reason,
                kind,
            } => {
                let entry = Entry {
                    id: *entry,
                    who: who.clone(),
                    reason: reason.clone(),
                    kind: *kind,
                    seconds: None,
                };
                self.change_list(*item, |list| list.push(entry));
            }
            Event::Withdrawn { entry } | Event::SteppedOver { entry } => self.drop_entry(*entry),
            Event::Reordered { item, entries } => {
                self.change_list(*item, |list| list.reorder(entries))
            }
            Event::ListClosed { item } => self.change_list(*item, |list| list.closed = true),
            Event::ListOpened { item } => self.change_list(*item, |list| list.closed = false),
            Event::HandedIn {
                turn,
                item,
                speaker,
            } => self.hand_in(*turn, *item, speaker.clone(), at),
            Event::TurnTimed { turn, from, until } => {
                self.change(*turn, |turn| (turn.from, turn.until) = (*from, *until));
                if until.is_some() {
                    self.running.retain(|running| running != turn);
                }
                self.tally_anew();
            }
            Event::SpeakerCorrected { turn, speaker } => {
                self.change(*turn, |turn| turn.speaker = speaker.clone());
                self.tally_anew();
            }
        }
    }

    fn end(&mut self, id: TurnId, at: Moment) {
        self.change(id, |turn| {
            turn.end_pause(at);
            turn.until = Some(at.max(turn.from));
        });
        self.running.retain(|running| *running != id);
        if let Some(turn) = self.turns.get(&id).cloned() {
            self.tally(&turn);
        }
    }

    fn hand_in(&mut self, id: TurnId, item: ItemId, speaker: Speaker, at: Moment) {
        let (kind, until, pauses) = (TurnKind::Written, Some(at), Vec::new());
        let turn = Turn {
            id,
            item,
            speaker,
            kind,
            from: at,
            until,
            pauses,
            allotted: None,
        };
        self.tally(&turn);
        self.turns.insert(id, Arc::new(turn));
    }
}

impl Speaker {
    /// Whether that is the person or the unit.
    #[must_use]
    pub fn is(&self, who: &Who) -> bool {
        match who {
            Who::Person(id) => self.person.as_ref() == Some(id),
            Who::Unit(id) => self.unit.as_ref() == Some(id),
        }
    }
}

impl Turn {
    fn end_pause(&mut self, at: Moment) {
        if let Some(pause) = self.pauses.last_mut() {
            pause.until = pause.until.or(Some(at));
        }
    }
}

/// Whom the list expects next, and what stands in the way of the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Upcoming {
    /// The places stepped over on the way, their people being not there.
    pub stepped_over: Vec<EntryId>,
    /// The place that is next, and who will speak.
    pub next: Option<(Entry, Speaker)>,
}

impl Meeting {
    /// Whom `next` would give the floor to. Costs the places it steps over.
    #[must_use]
    pub fn upcoming(&self) -> Upcoming {
        let mut upcoming = Upcoming::default();
        let Some(list) = self.progress.place().and_then(|item| self.floor.list(item)) else {
            return upcoming;
        };
        for entry in list.entries() {
            if let Some(speaker) = self.speaker_for(&entry.who) {
                upcoming.next = Some((entry.clone(), speaker));
                break;
            }
            upcoming.stepped_over.push(entry.id);
        }
        upcoming
    }

    /// Who would speak for that place: the person unless refused the floor; a unit's first present person in precedence,
    /// the unit itself where nobody of it is on the roster; `None` to step over.
    #[must_use]
    pub fn speaker_for(&self, who: &Who) -> Option<Speaker> {
        match who {
            Who::Person(id) => {
                let person = self.roster.person(id)?;
                self.may_speak(id).then(|| Speaker::person(person))
            }
            Who::Unit(unit) => {
                let mut nobody = true;
                let mut unmarked = None;
                for person in self.roster.people_of(unit) {
                    nobody = false;
                    if self.roll.is_present(&person.id) && self.may_speak(&person.id) {
                        return Some(Speaker::person(person));
                    }
                    if unmarked.is_none() && self.may_speak(&person.id) {
                        unmarked = Some(Speaker::person(person));
                    }
                }
                if nobody {
                    Some(Speaker {
                        person: None,
                        unit: Some(unit.clone()),
                    })
                } else {
                    unmarked
                }
            }
        }
    }

    /// Whether somebody may have the floor: the present and the unmarked, unless away for this item.
    #[must_use]
    pub fn may_speak(&self, person: &PersonId) -> bool {
        use super::roll::Status;
        let away = self
            .progress
            .place()
            .is_some_and(|item| self.roll.is_away(person, item));
        !away && matches!(self.roll.status(person), Status::Present | Status::Unmarked)
    }

    /// The present people who wait in an item's list: what refuses its closing.
    #[must_use]
    pub fn waiting_present(&self, item: ItemId) -> Vec<&Entry> {
        let Some(list) = self.floor.list(item) else {
            return Vec::new();
        };
        list.entries()
            .filter(|entry| self.is_there(&entry.who))
            .collect()
    }

    fn is_there(&self, who: &Who) -> bool {
        match who {
            Who::Person(id) => self.roll.is_present(id),
            Who::Unit(unit) => self
                .roster
                .people_of(unit)
                .any(|person| self.roll.is_present(&person.id)),
        }
    }

    /// The units and the members and invited without a unit who had neither a turn nor a written statement, in order of
    /// precedence; those absent too. Costs the length of the roster.
    #[must_use]
    pub fn unheard(&self) -> Vec<Who> {
        use crate::agenda::Capacity;
        let units = self
            .roster
            .units()
            .map(|Unit { id, .. }| Who::Unit(id.clone()));
        let alone = self.roster.persons().filter(|person| person.unit.is_none());
        let alone =
            alone.filter(|person| matches!(person.capacity, Capacity::Member | Capacity::Invited));
        let alone = alone.map(|person| Who::Person(person.id.clone()));
        units
            .chain(alone)
            .filter(|who| !self.floor.is_heard(who))
            .collect()
    }

    /// The seconds a speaker of the item has: the place's own, else the item's, less what is left of a unit's budget.
    #[must_use]
    pub fn allotment(&self, item: ItemId, entry: Option<&Entry>, speaker: &Speaker) -> Option<u32> {
        let each = self.floor.list(item).and_then(|list| list.each);
        let planned = self.progress.item(item).and_then(|item| item.plan.each);
        let seconds = entry.and_then(|entry| entry.seconds).or(each).or(planned);
        let Some(left) = self.budget_left(speaker) else {
            return seconds;
        };
        Some(seconds.map_or(left, |seconds| seconds.min(left)))
    }

    /// What is left of the speaking time of the speaker's unit, in seconds; none where it has no budget.
    #[must_use]
    pub fn budget_left(&self, speaker: &Speaker) -> Option<u32> {
        let unit = speaker.unit.as_ref()?;
        let budget = self.roster.unit(unit)?.budget?;
        let used =
            u32::try_from(self.floor.spoken(&Who::Unit(unit.clone())).seconds).unwrap_or(u32::MAX);
        Some(budget.saturating_sub(used))
    }
}
