//! Persons and units of a summary: who an id is, what they are called, in which order they stand, to whom letters go.

use std::collections::HashSet;

use super::{Attendee, Spoke, Summary, UnitEntry, id_of};
use crate::agenda::{Capacity, PersonId, UnitId, Who};
use crate::text::Bilingual;

impl Summary {
    /// That person of the roster.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&Attendee> {
        self.persons_at.get(id).map(|at| &self.attendance[*at])
    }

    /// That unit of the roster.
    #[must_use]
    pub fn unit(&self, id: &UnitId) -> Option<&UnitEntry> {
        self.units_at.get(id).map(|at| &self.units[*at])
    }

    /// What that person or unit is called; its id where it is not on the roster.
    #[must_use]
    pub fn called(&self, who: &Who) -> Bilingual {
        let known = match who {
            Who::Person(id) => self.person(id).map(|person| &person.name),
            Who::Unit(id) => self.unit(id).map(|unit| &unit.name),
        };
        known
            .cloned()
            .unwrap_or_else(|| Bilingual::from(id_of(who)))
    }

    /// The unit of a person, or the person as a unit of one.
    #[must_use]
    pub fn unit_of(&self, who: &Who) -> Who {
        match who {
            Who::Unit(_) => who.clone(),
            Who::Person(id) => self.person(id).map_or_else(|| who.clone(), Attendee::unit),
        }
    }

    /// For whom somebody spoke: the unit of the time, or the person as a unit of one; none where neither is known.
    #[must_use]
    pub fn spoke_for(&self, spoke: &Spoke) -> Option<Who> {
        let unit = spoke.unit.clone().map(Who::Unit);
        let speaker = unit.or_else(|| spoke.person.clone().map(Who::Person));
        speaker.map(|speaker| self.unit_of(&speaker))
    }

    /// Everybody to whom a letter about the meeting may go, in order of precedence: units, and members and invited persons as
    /// units of one, that took part or had something noted; not those who preside.
    pub fn correspondents(&self) -> impl Iterator<Item = Who> {
        let noted: HashSet<&Who> = self
            .contributions
            .iter()
            .flat_map(|line| &line.by)
            .collect();
        let units = self.units.iter().map(|unit| Who::Unit(unit.id.clone()));
        let alone = self.attendance.iter().filter(|person| {
            person.unit.is_none() && matches!(person.capacity, Capacity::Member | Capacity::Invited)
        });
        let persons = alone.map(|person| Who::Person(person.person.clone()));
        units.chain(persons).filter(move |who| {
            noted.contains(who)
                || self
                    .attendance
                    .iter()
                    .any(|person| person.attended() && person.unit() == *who)
        })
    }

    /// A place in the order of precedence: units first, then persons as units of one; those not on the roster last.
    #[must_use]
    pub fn precedence(&self, who: &Who) -> (u8, usize) {
        match who {
            Who::Unit(id) => (0, self.units_at.get(id).copied().unwrap_or(usize::MAX)),
            Who::Person(id) => (1, self.persons_at.get(id).copied().unwrap_or(usize::MAX)),
        }
    }
}
