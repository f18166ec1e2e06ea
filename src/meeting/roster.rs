//! Who belongs to the meeting: its units and persons, in order of precedence, with what was enrolled or mended live.
//! Does not know who is present: that is `roll`.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ids::{Thing, Touches};
use super::{Acting, Meeting, Refusal, Stamp};
use crate::agenda::{Agenda, Capacity, Example, Person, PersonId, Unit, UnitId, Who};
use crate::text::{Arg, Bilingual, Message, Text};

/// What may be asked of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Add a person who is not on the roster, and their unit where it is new.
    Enrol(Newcomer),
    /// The same, though somebody of that name, title and unit is there already.
    EnrolNamesake(Newcomer),
    /// Mend what is known of a person.
    Amend {
        /// Who.
        person: PersonId,
        /// What, and what it becomes.
        field: Amendment,
    },
}

/// A person to be enrolled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newcomer {
    /// The id they will have; not on the roster yet ([`Roster::new_person_id`]).
    pub id: PersonId,
    /// Their name.
    pub name: Text,
    /// Their title.
    pub title: Option<Text>,
    /// Their unit: one of the roster, or a new one by name.
    pub unit: Option<Belonging>,
    /// In what function; members vote.
    pub capacity: Capacity,
}

/// The unit of a newcomer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Belonging {
    /// One of the roster.
    Known(UnitId),
    /// A new one with that name.
    New(Text),
}

/// One fact of a person, as it becomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Amendment {
    /// Their name.
    Name(Text),
    /// Their title in the own unit.
    Title(Text),
    /// Their office in the association.
    Office(Text),
    /// Their unit; `None` is none.
    Unit(Option<UnitId>),
    /// Whether they are entitled to vote.
    Votes(bool),
}

/// What happened to the roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// A unit came on the roster, last in precedence.
    UnitAdded {
        /// It.
        unit: Unit,
    },
    /// A person came on the roster, last in precedence.
    Enrolled {
        /// They.
        person: Person,
    },
    /// A fact of a person was mended.
    Amended {
        /// Who.
        person: PersonId,
        /// What it became.
        field: Amendment,
    },
    /// A unit is as the amended agenda has it.
    UnitReplaced {
        /// It.
        unit: Unit,
    },
    /// A person is as the amended agenda has them.
    Replaced {
        /// They.
        person: Person,
    },
}

impl Event {
    /// What it does to things.
    #[must_use]
    pub fn touches(&self) -> Touches {
        match self {
            Self::UnitAdded { unit } => Touches::create(Thing::Unit(unit.id.clone())),
            Self::Enrolled { person } => Touches::create(Thing::Person(person.id.clone()))
                .and_refer(person.unit.clone().map(Thing::Unit)),
            Self::Amended { person, .. } => Touches::change(Thing::Person(person.clone())),
            Self::UnitReplaced { unit } => Touches::change(Thing::Unit(unit.id.clone())),
            Self::Replaced { person } => Touches::change(Thing::Person(person.id.clone())),
        }
    }
}

/// The units and persons of the meeting, in order of precedence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roster {
    persons: Vec<Arc<Person>>,
    units: Vec<Arc<Unit>>,
    person_at: HashMap<PersonId, usize>,
    unit_at: HashMap<UnitId, usize>,
    planned: bool,
}

impl Roster {
    /// The roster an agenda plans.
    #[must_use]
    pub fn of(agenda: &Agenda) -> Self {
        let mut roster = Self {
            planned: !agenda.persons.is_empty() || !agenda.units.is_empty(),
            ..Self::default()
        };
        agenda
            .units
            .iter()
            .for_each(|unit| roster.put_unit(unit.clone()));
        agenda
            .persons
            .iter()
            .for_each(|person| roster.put_person(person.clone()));
        roster
    }

    /// Whether the agenda had a roster. Without one, unknown names are enrolled and the quorum is not known.
    #[must_use]
    pub const fn is_planned(&self) -> bool {
        self.planned
    }

    /// The persons, in order of precedence.
    #[must_use]
    pub fn persons(&self) -> impl DoubleEndedIterator<Item = &Person> + ExactSizeIterator {
        self.persons.iter().map(|person| &**person)
    }

    /// The units, in order of precedence.
    #[must_use]
    pub fn units(&self) -> impl DoubleEndedIterator<Item = &Unit> + ExactSizeIterator {
        self.units.iter().map(|unit| &**unit)
    }

    /// That person.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.person_at.get(id).map(|at| &*self.persons[*at])
    }

    /// That unit.
    #[must_use]
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.unit_at.get(id).map(|at| &*self.units[*at])
    }

    /// The unit that person represents.
    #[must_use]
    pub fn unit_of(&self, id: &PersonId) -> Option<&Unit> {
        self.person(id)?
            .unit
            .as_ref()
            .and_then(|unit| self.unit(unit))
    }

    /// The persons of that unit, in order of precedence.
    pub fn people_of<'a>(&'a self, unit: &'a UnitId) -> impl Iterator<Item = &'a Person> {
        self.persons()
            .filter(move |person| person.unit.as_ref() == Some(unit))
    }

    /// A person's place in the order of precedence, from 0; those who are not on the roster come last.
    #[must_use]
    pub fn precedence(&self, id: &PersonId) -> usize {
        self.person_at.get(id).copied().unwrap_or(usize::MAX)
    }

    /// A unit's place in the order of precedence, from 0.
    #[must_use]
    pub fn unit_precedence(&self, id: &UnitId) -> usize {
        self.unit_at.get(id).copied().unwrap_or(usize::MAX)
    }

    /// What that person or unit is called; its id where it is not on the roster.
    #[must_use]
    pub fn name(&self, who: &Who) -> Bilingual {
        match who {
            Who::Person(id) => self.person(id).map_or_else(
                || Bilingual::from(id.as_str()),
                |person| person.name.clone(),
            ),
            Who::Unit(id) => self
                .unit(id)
                .map_or_else(|| Bilingual::from(id.as_str()), |unit| unit.name.clone()),
        }
    }

    /// That name as an argument of a sentence.
    #[must_use]
    pub fn called(&self, who: &Who) -> Arg {
        Arg::Both(self.name(who))
    }

    /// That person's name as an argument of a sentence.
    #[must_use]
    pub fn person_called(&self, id: &PersonId) -> Arg {
        self.called(&Who::Person(id.clone()))
    }

    /// An id for somebody of that name: its letters and digits, joined by `-`, numbered where it is taken.
    #[must_use]
    pub fn new_person_id(&self, name: &str) -> PersonId {
        PersonId::from(self.free_id(name).as_str())
    }

    fn free_id(&self, name: &str) -> String {
        let words: Vec<String> = name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let stem = if words.is_empty() {
            "person".to_owned()
        } else {
            words.join("-")
        };
        let is_free = |id: &str| {
            !self.person_at.contains_key(&PersonId::from(id))
                && !self.unit_at.contains_key(&UnitId::from(id))
        };
        if is_free(&stem) {
            return stem;
        }
        (2..=u32::MAX)
            .map(|n| format!("{stem}-{n}"))
            .find(|id| is_free(id))
            .unwrap_or(stem)
    }

    fn put_unit(&mut self, unit: Unit) {
        if let Some(at) = self.unit_at.get(&unit.id) {
            self.units[*at] = Arc::new(unit);
        } else {
            self.unit_at.insert(unit.id.clone(), self.units.len());
            self.units.push(Arc::new(unit));
        }
    }

    fn put_person(&mut self, person: Person) {
        if let Some(at) = self.person_at.get(&person.id) {
            self.persons[*at] = Arc::new(person);
        } else {
            self.person_at.insert(person.id.clone(), self.persons.len());
            self.persons.push(Arc::new(person));
        }
    }

    pub(super) fn apply(&mut self, event: &Event, _stamp: &Stamp) {
        match event {
            Event::UnitAdded { unit } | Event::UnitReplaced { unit } => self.put_unit(unit.clone()),
            Event::Enrolled { person } | Event::Replaced { person } => {
                self.put_person(person.clone());
            }
            Event::Amended { person, field } => {
                if let Some(at) = self.person_at.get(person) {
                    amend(Arc::make_mut(&mut self.persons[*at]), field);
                }
            }
        }
    }
}

fn amend(person: &mut Person, field: &Amendment) {
    match field {
        Amendment::Name(name) => person.name = Bilingual::same(name.clone()),
        Amendment::Title(title) => person.title = Some(Bilingual::same(title.clone())),
        Amendment::Office(office) => person.office = Some(Bilingual::same(office.clone())),
        Amendment::Unit(unit) => person.unit.clone_from(unit),
        Amendment::Votes(votes) => person.votes = *votes,
    }
}

pub(super) fn decide(
    meeting: &Meeting,
    _acting: &Acting,
    command: Command,
) -> Result<Vec<super::Event>, Refusal> {
    match command {
        Command::Enrol(newcomer) => {
            not_there_yet(&meeting.roster, &newcomer)?;
            enrol(&meeting.roster, newcomer)
        }
        Command::EnrolNamesake(newcomer) => enrol(&meeting.roster, newcomer),
        Command::Amend { person, field } => {
            let known = meeting
                .roster
                .person(&person)
                .ok_or_else(|| unknown(&person))?;
            let mut mended = known.clone();
            amend(&mut mended, &field);
            if mended == *known {
                return Err(Message::new("roster-unchanged")
                    .with("person", &known.name)
                    .into());
            }
            if mended.name.is_empty() {
                return Err(Message::new("roster-name-empty").into());
            }
            Ok(vec![Event::Amended { person, field }.into()])
        }
    }
}

/// Refuses somebody of the same name, title and unit as one who is there, naming that one.
fn not_there_yet(roster: &Roster, newcomer: &Newcomer) -> Result<(), Refusal> {
    let is_of = |known: &Bilingual, text: &Text| known.en == *text || known.zh == *text;
    let unit = |person: &Person| match &newcomer.unit {
        None => person.unit.is_none(),
        Some(Belonging::Known(id)) => person.unit.as_ref() == Some(id),
        Some(Belonging::New(_)) => false,
    };
    let title = |person: &Person| match &newcomer.title {
        None => person.title.is_none(),
        Some(title) => person
            .title
            .as_ref()
            .is_some_and(|known| is_of(known, title)),
    };
    let is_same =
        |person: &&Person| is_of(&person.name, &newcomer.name) && title(person) && unit(person);
    match roster.persons().find(is_same) {
        None => Ok(()),
        Some(known) => {
            let message = Message::new("roster-enrol-same").with("person", &known.name);
            let message = message.with("id", known.id.as_str());
            Err(Refusal::unless_insisted(message, Vec::new()))
        }
    }
}

fn enrol(roster: &Roster, newcomer: Newcomer) -> Result<Vec<super::Event>, Refusal> {
    if newcomer.name.is_empty() {
        return Err(Message::new("roster-name-empty").into());
    }
    if roster.person(&newcomer.id).is_some() {
        return Err(Message::new("roster-enrolled-already")
            .with("person", &newcomer.name)
            .into());
    }
    let mut events = Vec::new();
    let unit = match newcomer.unit {
        None => None,
        Some(Belonging::Known(id)) => Some(id),
        Some(Belonging::New(name)) => {
            let id = UnitId::from(roster.free_id(name.as_str()).as_str());
            let unit = Unit {
                id: id.clone(),
                name: Bilingual::same(name),
                short: None,
                group: None,
                budget: None,
                example: Example::None,
            };
            events.push(Event::UnitAdded { unit }.into());
            Some(id)
        }
    };
    let person = Person {
        id: newcomer.id,
        name: Bilingual::same(newcomer.name),
        title: newcomer.title.map(Bilingual::same),
        office: None,
        address: None,
        unit,
        group: None,
        capacity: newcomer.capacity,
        votes: matches!(newcomer.capacity, Capacity::Member | Capacity::Chair),
        example: Example::None,
    };
    events.push(Event::Enrolled { person }.into());
    Ok(events)
}

/// The refusal of an id that is not on the roster.
pub(super) fn unknown(person: &PersonId) -> Refusal {
    Message::new("roster-unknown-person")
        .with("person", person.as_str())
        .into()
}
