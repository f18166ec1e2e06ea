//! What a meeting is planned to be: title, roster, items, rules, before anything has happened.
//! Owns the plan and its order of precedence; knows nothing of what was done. The TOML form is read by [`file`].

pub mod file;
mod kinds;

pub use kinds::{
    CUES, Capacity, ContributionKind, HallClock, Interruptions, ItemKind, Method, SECTIONS, Voters,
};

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, Language, Text};

macro_rules! name_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as it is written in agendas.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(Arc::from(id))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

name_id!(
    /// A person's id: letters, digits, `-` and `_` of any script, unique in the agenda.
    PersonId
);
name_id!(
    /// A unit's id: letters, digits, `-` and `_` of any script, unique in the agenda.
    UnitId
);

/// A person or a unit: whoever a line, an action or a place on the list can belong to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// A person.
    Person(PersonId),
    /// A unit as such.
    Unit(UnitId),
}

/// The agenda of one meeting, checked: every id that it names is on its roster.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agenda {
    /// The meeting's name.
    pub title: Bilingual,
    /// The association that meets.
    pub organisation: Option<Bilingual>,
    /// Meetings of the same series follow one another.
    pub series: Option<Text>,
    /// Why it is held; goes into the announcement.
    pub purpose: Option<Bilingual>,
    /// The day it is planned for.
    pub date: Option<NaiveDate>,
    /// Planned beginning.
    pub start: Option<NaiveTime>,
    /// Planned end.
    pub end: Option<NaiveTime>,
    /// Where.
    pub place: Option<Bilingual>,
    /// Who presides; on the roster.
    pub chair: Option<PersonId>,
    /// Language of the record; where unsaid, Chinese when the title is in Chinese characters alone, else English.
    pub language: Language,
    /// The rule of votes that name none; `None` is `majority`.
    pub rule: Option<RuleChoice>,
    /// The meeting's own quorum; `None` is that of the rule.
    pub quorum: Option<QuorumChoice>,
    /// Who votes.
    pub voters: Voters,
    /// Known themes, in order.
    pub themes: Vec<Theme>,
    /// The organisation's own order of sections in the minutes.
    pub sections: Vec<Text>,
    /// Cues that replace the shipped ones, by name.
    pub cues: BTreeMap<Text, Bilingual>,
    /// How the hall sees time.
    pub hall_clock: HallClock,
    /// What an interposed question does to the speaker's clock.
    pub interruptions: Interruptions,
    /// The units in order of precedence.
    pub units: Vec<Unit>,
    /// The persons in order of precedence.
    pub persons: Vec<Person>,
    /// The items in order.
    pub items: Vec<Item>,
    /// Which of the agenda's own facts are examples.
    pub example: Example,
}

impl Agenda {
    /// The person of that id.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.persons.iter().find(|person| person.id == *id)
    }

    /// The unit of that id.
    #[must_use]
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == *id)
    }

    /// Whom an id names: persons and units share one space of ids.
    #[must_use]
    pub fn who(&self, id: &str) -> Option<Who> {
        let person = self
            .persons
            .iter()
            .find(|person| person.id.as_str() == id)
            .map(|person| Who::Person(person.id.clone()));
        person.or_else(|| {
            self.units
                .iter()
                .find(|unit| unit.id.as_str() == id)
                .map(|unit| Who::Unit(unit.id.clone()))
        })
    }

    /// Whether it names anybody at all; without a roster people are enrolled as they come.
    #[must_use]
    pub fn has_roster(&self) -> bool {
        !self.persons.is_empty() || !self.units.is_empty()
    }

    /// The planned list of an item with its groups written out, each place with its own seconds where it has some
    /// (the item's `each` is for the others).
    ///
    /// A group stands for its persons in order of precedence, then for each of its units that nobody on the list represents.
    /// Whoever is named by himself keeps that place alone, also where a group on the same list has him too.
    #[must_use]
    pub fn expanded_speakers(&self, item: &Item) -> Vec<(Who, Option<u32>)> {
        let mut listed: HashSet<Who> = item
            .speakers
            .iter()
            .filter_map(|speaker| speaker.who.one().cloned())
            .collect();
        let mut expanded = Vec::new();
        for speaker in &item.speakers {
            match &speaker.who {
                SpeakerChoice::One(who) => expanded.push((who.clone(), speaker.time)),
                SpeakerChoice::Group(group) => {
                    for who in self.group(group, &listed) {
                        listed.insert(who.clone());
                        expanded.push((who, speaker.time));
                    }
                }
            }
        }
        expanded
    }

    /// Who a group adds to a list that has those already.
    fn group(&self, group: &Text, listed: &HashSet<Who>) -> Vec<Who> {
        let of_group = |other: &Option<Text>| other.as_ref() == Some(group);
        let persons = self.persons.iter().filter(|person| of_group(&person.group));
        let mut added: Vec<Who> = persons
            .map(|person| Who::Person(person.id.clone()))
            .filter(|who| !listed.contains(who))
            .collect();
        let on_list: HashSet<&Who> = listed.iter().chain(&added).collect();
        let represented: HashSet<&UnitId> = self
            .persons
            .iter()
            .filter(|person| on_list.contains(&Who::Person(person.id.clone())))
            .filter_map(|person| person.unit.as_ref())
            .collect();
        let units = self
            .units
            .iter()
            .filter(|unit| of_group(&unit.group) && !represented.contains(&unit.id));
        let units: Vec<Who> = units
            .map(|unit| Who::Unit(unit.id.clone()))
            .filter(|who| !listed.contains(who))
            .collect();
        added.extend(units);
        added
    }

    /// Every group of the roster, in order of precedence: those of persons, then those of units alone.
    #[must_use]
    pub fn groups(&self) -> Vec<&Text> {
        let mut groups: Vec<&Text> = Vec::new();
        let of_persons = self
            .persons
            .iter()
            .filter_map(|person| person.group.as_ref());
        for group in of_persons.chain(self.units.iter().filter_map(|unit| unit.group.as_ref())) {
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
        groups
    }

    /// The entitled voters: persons with a vote, or each unit that has such a person, once.
    /// Where units vote, an entitled person without a unit counts as a unit of one.
    #[must_use]
    pub fn entitled(&self) -> Vec<Who> {
        let persons = self.persons.iter().filter(|person| person.votes);
        match self.voters {
            Voters::Persons => persons
                .map(|person| Who::Person(person.id.clone()))
                .collect(),
            Voters::Units => {
                let voting: HashSet<&UnitId> = persons
                    .clone()
                    .filter_map(|person| person.unit.as_ref())
                    .collect();
                let units = self
                    .units
                    .iter()
                    .filter(|unit| voting.contains(&unit.id))
                    .map(|unit| Who::Unit(unit.id.clone()));
                units
                    .chain(
                        persons
                            .filter(|person| person.unit.is_none())
                            .map(|person| Who::Person(person.id.clone())),
                    )
                    .collect()
            }
        }
    }

    /// The planned seconds of all items together; `None` where no item has a time.
    #[must_use]
    pub fn planned_seconds(&self) -> Option<u32> {
        self.items
            .iter()
            .filter_map(|item| item.time)
            .reduce(u32::saturating_add)
    }
}

/// A member body that persons represent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// Its full name.
    pub name: Bilingual,
    /// Its short name, where it has one.
    pub short: Option<Bilingual>,
    /// The group of the roster it belongs to.
    pub group: Option<Text>,
    /// Speaking time for the whole meeting, in seconds.
    pub budget: Option<u32>,
    /// Which of its facts are examples.
    #[serde(default, skip_serializing_if = "Example::is_none")]
    pub example: Example,
}

/// Somebody on the roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: Bilingual,
    /// Their title in the own unit.
    pub title: Option<Bilingual>,
    /// Their office in the association.
    pub office: Option<Bilingual>,
    /// What the cue calls them.
    pub address: Option<Bilingual>,
    /// The unit they represent; on the roster.
    pub unit: Option<UnitId>,
    /// The group of the roster they belong to.
    pub group: Option<Text>,
    /// In what function they attend.
    pub capacity: Capacity,
    /// Whether they are entitled to vote.
    pub votes: bool,
    /// Which of their facts are examples.
    #[serde(default, skip_serializing_if = "Example::is_none")]
    pub example: Example,
}

/// A known theme: its name and other words for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// What it is called.
    pub name: Bilingual,
    /// Other names that mean it.
    pub also: Vec<Text>,
}

/// One entry of the programme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// What it is called.
    pub title: Bilingual,
    /// What happens in it.
    pub kind: ItemKind,
    /// Planned seconds.
    pub time: Option<u32>,
    /// Seconds for each speaker.
    pub each: Option<u32>,
    /// Who is planned to speak, in order.
    pub speakers: Vec<Speaker>,
    /// The sentence that replaces the item's cue.
    pub cue: Option<Bilingual>,
    /// Documents in hand, as named; `last` is the minutes of the series' last session.
    pub documents: Vec<Text>,
    /// The text put to the vote.
    pub text: Option<Bilingual>,
    /// The version of that text.
    pub version: Option<Text>,
    /// The rule of its ballots.
    pub rule: Option<RuleChoice>,
    /// The method of its ballots.
    pub method: Option<Method>,
    /// The offices to be filled, of an election: at least one.
    pub offices: Vec<Office>,
    /// Who counts.
    pub tellers: Vec<PersonId>,
    /// Whether the next agenda has it again.
    pub recurring: bool,
    /// Whether its content leaves with no public export.
    pub closed: bool,
    /// The kind that a plain line has in this item.
    pub capture: Option<ContributionKind>,
    /// Which of its facts are examples.
    pub example: Example,
}

impl Item {
    /// An item of that title, for discussion, with nothing else planned.
    #[must_use]
    pub fn titled(title: Bilingual) -> Self {
        Self {
            title,
            kind: ItemKind::Discussion,
            time: None,
            each: None,
            speakers: Vec::new(),
            cue: None,
            documents: Vec::new(),
            text: None,
            version: None,
            rule: None,
            method: None,
            offices: Vec::new(),
            tellers: Vec::new(),
            recurring: false,
            closed: false,
            capture: None,
            example: Example::None,
        }
    }

    /// Keeps its title, kind and times, and that its content is closed.
    pub fn forget_content(&mut self) {
        *self = Self {
            kind: self.kind,
            time: self.time,
            closed: self.closed,
            example: self.example.clone(),
            ..Self::titled(self.title.clone())
        };
    }
}

/// A place on the planned list of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Who.
    pub who: SpeakerChoice,
    /// Own seconds, in place of the item's `each`.
    pub time: Option<u32>,
}

/// Whom a place on the planned list is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpeakerChoice {
    /// A person or unit.
    One(Who),
    /// The persons of that group, then one entry for each of its units not represented among them.
    Group(Text),
}

impl SpeakerChoice {
    /// The one it names, where it is no group.
    #[must_use]
    pub const fn one(&self) -> Option<&Who> {
        match self {
            Self::One(who) => Some(who),
            Self::Group(_) => None,
        }
    }
}

/// An office to be filled.
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    /// What it is called; where unsaid, the item's title.
    pub name: Bilingual,
    /// How many hold it.
    pub seats: u32,
    /// Who stands.
    pub candidates: Vec<Who>,
    /// The rule, where not the item's.
    pub rule: Option<RuleChoice>,
    /// The method, where not the item's.
    pub method: Option<Method>,
}

/// The rule an agenda asks for: a preset's name or a rule of its own.
pub type RuleChoice = crate::rules::Rule;
/// The quorum an agenda asks for.
pub type QuorumChoice = crate::rules::Quorum;

/// Which facts are made up for the example's sake.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Example {
    /// None.
    #[default]
    None,
    /// All of them.
    Whole,
    /// Those keys.
    Keys(Vec<Text>),
    /// At the top of an agenda: everything recorded (times, lines, tallies).
    Record,
}

impl Example {
    /// Whether nothing is marked.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: &str, unit: Option<&str>, group: Option<&str>) -> Person {
        Person {
            id: id.into(),
            name: id.into(),
            title: None,
            office: None,
            address: None,
            unit: unit.map(UnitId::from),
            group: group.map(Text::from),
            capacity: Capacity::Member,
            votes: true,
            example: Example::None,
        }
    }

    fn unit(id: &str, group: &str) -> Unit {
        Unit {
            id: id.into(),
            name: id.into(),
            short: None,
            group: Some(group.into()),
            budget: None,
            example: Example::None,
        }
    }

    fn council() -> Agenda {
        Agenda {
            units: vec![
                unit("yufe", "vice"),
                unit("league", "vice"),
                unit("farm", "vice"),
                unit("museum", "other"),
            ],
            persons: vec![
                person("wang", None, None),
                person("yan", Some("yufe"), Some("vice")),
                person("du", None, Some("guests")),
                person("xu", Some("league"), None),
            ],
            ..Agenda::default()
        }
    }

    fn speak(who: SpeakerChoice) -> Speaker {
        Speaker { who, time: None }
    }

    fn listed(agenda: &Agenda, speakers: Vec<Speaker>) -> Vec<String> {
        let expanded = agenda.expanded_speakers(&Item {
            speakers,
            ..Item::default()
        });
        expanded
            .into_iter()
            .map(|(who, _)| match who {
                Who::Person(id) => id.to_string(),
                Who::Unit(id) => format!("{id}*"),
            })
            .collect()
    }

    #[test]
    fn a_group_is_its_persons_then_its_units_that_nobody_represents() {
        let agenda = council();
        assert_eq!(
            listed(&agenda, vec![speak(SpeakerChoice::Group("vice".into()))]),
            ["yan", "league*", "farm*"]
        );
    }

    #[test]
    fn whoever_is_named_by_himself_is_not_listed_again_by_a_group() {
        let agenda = council();
        let xu = SpeakerChoice::One(Who::Person("xu".into()));
        assert_eq!(
            listed(
                &agenda,
                vec![speak(xu), speak(SpeakerChoice::Group("vice".into()))]
            ),
            ["xu", "yan", "farm*"]
        );
    }

    #[test]
    fn a_time_given_to_a_group_is_each_ones() {
        let agenda = council();
        let item = Item {
            speakers: vec![Speaker {
                who: SpeakerChoice::Group("guests".into()),
                time: Some(300),
            }],
            ..Item::default()
        };
        assert_eq!(
            agenda.expanded_speakers(&item),
            [(Who::Person("du".into()), Some(300))]
        );
    }

    #[test]
    fn units_vote_once_and_people_without_a_unit_are_a_unit_of_one() {
        let mut agenda = council();
        agenda.voters = Voters::Units;
        agenda.persons[2].votes = false;
        agenda.persons.push(person("li", Some("yufe"), None));
        assert_eq!(
            agenda.entitled(),
            [
                Who::Unit("yufe".into()),
                Who::Unit("league".into()),
                Who::Person("wang".into())
            ]
        );
        agenda.voters = Voters::Persons;
        assert_eq!(agenda.entitled().len(), 4);
    }

    #[test]
    fn planned_time_is_unknown_where_no_item_has_one() {
        let mut agenda = council();
        agenda.items = vec![Item::default(), Item::default()];
        assert_eq!(agenda.planned_seconds(), None);
        agenda.items[1].time = Some(600);
        assert_eq!(agenda.planned_seconds(), Some(600));
    }
}
