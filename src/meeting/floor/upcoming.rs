//! Questions the floor is asked together with roll and roster: who is next, who may speak, who was not heard, how long.

use super::{Entry, Speaker};
use crate::agenda::{Capacity, PersonId, Unit, Who};
use crate::meeting::Meeting;
use crate::meeting::ids::{EntryId, ItemId};
use crate::meeting::roll::Status;

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

    /// Whether that person, or anybody of that unit, is present.
    #[must_use]
    pub fn is_there(&self, who: &Who) -> bool {
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
        self.to_be_heard()
            .filter(|who| !self.floor.is_heard(who))
            .collect()
    }

    /// Those of them who had: whom to thank. Costs the length of the roster.
    #[must_use]
    pub fn heard(&self) -> Vec<Who> {
        self.to_be_heard()
            .filter(|who| self.floor.is_heard(who))
            .collect()
    }

    /// The units, and the members and invited without one, in order of precedence.
    fn to_be_heard(&self) -> impl Iterator<Item = Who> {
        let units = self
            .roster
            .units()
            .map(|Unit { id, .. }| Who::Unit(id.clone()));
        let alone = self.roster.persons().filter(|person| person.unit.is_none());
        let alone =
            alone.filter(|person| matches!(person.capacity, Capacity::Member | Capacity::Invited));
        let alone = alone.map(|person| Who::Person(person.id.clone()));
        units.chain(alone)
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
