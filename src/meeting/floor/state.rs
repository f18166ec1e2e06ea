//! The floor as it stands: all turns, the ones that run, the lists, and what everybody had of it so far.

use std::ops::Bound;
use std::sync::Arc;

use imbl::{HashMap, HashSet, OrdMap};

use super::{Entry, EntryKind, Event, Speaker, SpeakerList, Turn, TurnKind};
use crate::agenda::{Agenda, Item, Who};
use crate::meeting::Stamp;
use crate::meeting::ids::{EntryId, Ids, ItemId, Thing, TurnId};
use crate::meeting::progress::Span;
use crate::text::Moment;

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
    pub(super) running: Vec<TurnId>,
    lists: OrdMap<ItemId, Arc<SpeakerList>>,
    spoken: HashMap<Who, Spoken>,
    /// The items in which somebody had the floor.
    begun: HashSet<ItemId>,
}

impl Floor {
    /// Before anything happened: the lists as planned.
    pub(in crate::meeting) fn of(agenda: &Agenda, ids: &mut Ids) -> Self {
        let mut floor = Self::default();
        for (n, item) in (1..).zip(&agenda.items) {
            floor.plan_list(ItemId(n), agenda, item, ids);
        }
        floor
    }

    fn plan_list(&mut self, id: ItemId, agenda: &Agenda, item: &Item, ids: &mut Ids) {
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
    #[must_use]
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

    /// The turn that had to end before that one could begin.
    pub(super) fn in_sequence_before(&self, id: TurnId) -> Option<&Turn> {
        let mut before = self.turns.range(..id).rev().map(|(_, turn)| &**turn);
        before.find(|turn| turn.kind.is_in_sequence())
    }

    /// The turn that could begin only when that one had ended.
    pub(super) fn in_sequence_behind(&self, id: TurnId) -> Option<&Turn> {
        self.behind(id).find(|turn| turn.kind.is_in_sequence())
    }

    /// The questions that were put within that turn.
    pub(super) fn questions_in(&self, id: TurnId) -> impl Iterator<Item = &Turn> {
        self.behind(id)
            .take_while(|turn| !turn.kind.is_in_sequence())
            .filter(|turn| turn.kind == TurnKind::Interposed)
    }

    fn behind(&self, id: TurnId) -> impl Iterator<Item = &Turn> {
        let later = (Bound::Excluded(id), Bound::Unbounded);
        self.turns.range(later).map(|(_, turn)| &**turn)
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

    /// Whether somebody had the floor in that item, or handed in a statement.
    #[must_use]
    pub fn has_begun(&self, item: ItemId) -> bool {
        self.begun.contains(&item)
    }

    fn change(&mut self, id: TurnId, change: impl FnOnce(&mut Turn)) {
        if let Some(turn) = self.turns.get_mut(&id) {
            change(Arc::make_mut(turn));
        }
    }

    fn change_list(&mut self, item: ItemId, change: impl FnOnce(&mut SpeakerList)) {
        change(Arc::make_mut(self.lists.entry(item).or_default()));
    }

    /// The item on whose list a place is.
    fn item_of(&self, entry: EntryId) -> Option<ItemId> {
        let mut lists = self.lists.iter();
        let (item, _) = lists.find(|(_, list)| list.entry(entry).is_some())?;
        Some(*item)
    }

    fn drop_entry(&mut self, entry: EntryId) {
        if let Some(item) = self.item_of(entry) {
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

    pub(in crate::meeting) fn apply(&mut self, event: &Event, stamp: &Stamp) {
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
                if let (TurnKind::Interposed, Some(within)) = (kind, self.running.last()) {
                    self.change(*within, |turn| turn.begin_question(at));
                }
                let (turn, speaker) = (*turn, speaker.clone());
                let new = Turn {
                    id: turn,
                    item: *item,
                    speaker,
                    kind: *kind,
                    from: at,
                    until: None,
                    pauses: Vec::new(),
                    questions: Vec::new(),
                    allotted: *allotted,
                };
                self.begun.insert(*item);
                self.turns.insert(turn, Arc::new(new));
                self.running.push(turn);
            }
            Event::Ended { turn, at: earlier } => self.end(*turn, earlier.unwrap_or(at)),
            Event::Paused { turn } => {
                self.change(*turn, |turn| {
                    turn.pauses.push(Span {
                        from: at,
                        until: None,
                    });
                });
            }
            Event::Continued { turn } => self.change(*turn, |turn| turn.end_pause(at)),
            Event::Extended { turn, seconds } => {
                self.change(*turn, |turn| {
                    turn.allotted = turn.allotted.map(|had| had.saturating_add(*seconds));
                });
            }
            Event::EachSet { item, seconds } => {
                self.change_list(*item, |list| list.each = *seconds);
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
            Event::Reasoned { entry, reason } => {
                if let Some(item) = self.item_of(*entry) {
                    self.change_list(item, |list| list.give_reason(*entry, reason));
                }
            }
            Event::Withdrawn { entry } | Event::SteppedOver { entry } => self.drop_entry(*entry),
            Event::Reordered { item, entries } => {
                self.change_list(*item, |list| list.reorder(entries));
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
            if let (TurnKind::Interposed, Some(within)) = (turn.kind, self.running.last()) {
                self.change(*within, |within| within.end_question(at));
            }
            self.tally(&turn);
        }
    }

    fn hand_in(&mut self, id: TurnId, item: ItemId, speaker: Speaker, at: Moment) {
        let (kind, until) = (TurnKind::Written, Some(at));
        let turn = Turn {
            id,
            item,
            speaker,
            kind,
            from: at,
            until,
            pauses: Vec::new(),
            questions: Vec::new(),
            allotted: None,
        };
        self.tally(&turn);
        self.begun.insert(item);
        self.turns.insert(id, Arc::new(turn));
    }
}
