//! Units and persons of an agenda, and who an id or a group in it names.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::reader::{Reader, RecordMark};
use super::words::{CAPACITIES, keys};
use crate::agenda::{Capacity, Person, PersonId, Unit, UnitId, Who};
use crate::text::written::{Fields, listed};
use crate::text::{Bilingual, Field, Message, Text, is_visible};

/// Everybody that an agenda names, as far as it could be read.
#[derive(Default)]
pub struct Roster {
    pub units: Vec<Unit>,
    pub persons: Vec<Person>,
    ids: HashMap<String, Who>,
    /// Groups by each text that names them.
    groups: HashMap<Text, Text>,
}

/// An entry with its place in the order of precedence.
struct Ranked<T> {
    rank: Option<i64>,
    name_at: Range<usize>,
    id_at: Range<usize>,
    entry: T,
}

impl Roster {
    pub fn read(reader: &mut Reader, top: &Fields<'_>) -> Self {
        let mut roster = Self::default();
        let units: Vec<_> = entries(reader, top, "unit")
            .into_iter()
            .map(|(id, fields)| roster.unit(reader, id, &fields))
            .collect();
        let persons: Vec<_> = entries(reader, top, "person")
            .into_iter()
            .map(|(id, fields)| roster.person(reader, id, &fields))
            .collect();
        ids_are_unique(reader, &units, &persons);
        warn_of_names_used_twice(reader, &units, &persons);
        roster.units = in_precedence(units);
        roster.persons = in_precedence(persons);
        roster
    }

    /// The person or unit of that id.
    pub fn who(&self, id: &str) -> Option<&Who> {
        self.ids.get(id)
    }

    /// The group that a text names.
    pub fn group(&self, name: &str) -> Option<&Text> {
        self.groups.get(&Text::line(name))
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The sentence for an id that nobody has; `None` where whoever has it was lost with a mistake of form.
    pub fn unknown(&self, reader: &mut Reader, key: &str, id: &str) -> Option<Message> {
        if reader.is_lost(id) {
            return None;
        }
        if let Some(named) = self.id_of_name(id) {
            return Some(
                Message::new("agenda-id-name")
                    .with("key", key)
                    .with("name", id)
                    .with("id", named),
            );
        }
        let near = reader.near(id, self.ids.keys().map(String::as_str));
        Some(match near {
            Some(near) => Message::new("agenda-id-unknown-near")
                .with("key", key)
                .with("id", id)
                .with("near", near),
            None => Message::new("agenda-id-unknown")
                .with("key", key)
                .with("id", id),
        })
    }

    pub fn unknown_group(&self, reader: &mut Reader, name: &str) -> Option<Message> {
        if reader.is_lost(name) {
            return None;
        }
        let mut groups: Vec<&str> = self.groups.keys().map(Text::as_str).collect();
        groups.sort_unstable();
        Some(match reader.near(name, groups.iter().copied()) {
            Some(near) => Message::new("agenda-group-unknown-near")
                .with("group", name)
                .with("near", near),
            None if groups.is_empty() => Message::new("agenda-group-none").with("group", name),
            None => Message::new("agenda-group-unknown")
                .with("group", name)
                .with("known", listed(groups)),
        })
    }

    /// The id of whoever bears that name.
    fn id_of_name(&self, name: &str) -> Option<&str> {
        let bears = |both: &Bilingual| {
            both.en.as_str().eq_ignore_ascii_case(name) || both.zh.as_str() == name
        };
        let person = self
            .persons
            .iter()
            .find(|person| bears(&person.name))
            .map(|person| person.id.as_str());
        person.or_else(|| {
            self.units
                .iter()
                .find(|unit| bears(&unit.name) || unit.short.as_ref().is_some_and(bears))
                .map(|unit| unit.id.as_str())
        })
    }

    fn unit(&mut self, reader: &mut Reader, id: &str, fields: &Fields<'_>) -> Ranked<Unit> {
        reader.only(fields, keys::UNIT);
        let name = name_of(reader, fields, "unit", id);
        let unit = Unit {
            id: UnitId::from(id),
            name: name.unwrap_or_default(),
            short: reader.said(fields, "short", Field::Line),
            group: self.group_of(reader, fields),
            budget: reader.seconds(fields, "budget"),
            example: reader.example(fields, keys::UNIT, RecordMark::Unknown),
        };
        self.ids
            .entry(id.to_owned())
            .or_insert(Who::Unit(unit.id.clone()));
        ranked(reader, fields, unit)
    }

    fn person(&mut self, reader: &mut Reader, id: &str, fields: &Fields<'_>) -> Ranked<Person> {
        reader.only(fields, keys::PERSON);
        let name = name_of(reader, fields, "person", id);
        let capacity = reader
            .word(fields, "capacity", CAPACITIES)
            .unwrap_or_default();
        let votes = reader.truth(fields, "votes");
        if capacity == Capacity::Secretary && fields.get("votes").is_none() {
            reader.warn(
                fields.at.clone(),
                Message::new("agenda-warn-secretary").with("id", id),
            );
        }
        let person = Person {
            id: PersonId::from(id),
            name: name.unwrap_or_default(),
            title: reader.said(fields, "title", Field::Line),
            office: reader.said(fields, "office", Field::Line),
            address: reader.said(fields, "address", Field::Line),
            unit: self.unit_of(reader, fields),
            group: self.group_of(reader, fields),
            capacity,
            votes: votes.unwrap_or(capacity.votes_unsaid()),
            example: reader.example(fields, keys::PERSON, RecordMark::Unknown),
        };
        self.ids
            .entry(id.to_owned())
            .or_insert(Who::Person(person.id.clone()));
        ranked(reader, fields, person)
    }

    fn unit_of(&self, reader: &mut Reader, fields: &Fields<'_>) -> Option<UnitId> {
        let value = fields.get("unit")?;
        let id = reader.string("unit", value)?.trim();
        match self.ids.get(id) {
            Some(Who::Unit(unit)) => return Some(unit.clone()),
            Some(Who::Person(_)) => reader.mistake(
                value.span(),
                Message::new("agenda-not-a-unit")
                    .with("key", "unit")
                    .with("id", id),
            ),
            None => {
                if let Some(message) = self.unknown_unit(reader, id) {
                    reader.mistake(value.span(), message);
                }
            }
        }
        None
    }

    fn unknown_unit(&self, reader: &mut Reader, id: &str) -> Option<Message> {
        if reader.is_lost(id) {
            return None;
        }
        Some(match reader.near(id, self.ids.keys().map(String::as_str)) {
            Some(near) => Message::new("agenda-unit-unknown-near")
                .with("id", id)
                .with("near", near),
            None => Message::new("agenda-unit-unknown").with("id", id),
        })
    }

    fn group_of(&mut self, reader: &mut Reader, fields: &Fields<'_>) -> Option<Text> {
        let value = fields.get("group")?;
        let group = reader.line_value("group", value)?;
        self.groups
            .entry(group.clone())
            .or_insert_with(|| group.clone());
        // A group that is written in both languages is one group, by whichever it is called.
        if let DeValue::Table(table) = value.get_ref() {
            for other in table.values().filter_map(|value| value.get_ref().as_str()) {
                self.groups
                    .entry(Text::line(other))
                    .or_insert_with(|| group.clone());
            }
        }
        self.groups.get(&group).cloned()
    }
}

fn ids_are_unique(reader: &mut Reader, units: &[Ranked<Unit>], persons: &[Ranked<Person>]) {
    let units = units
        .iter()
        .map(|unit| (unit.entry.id.as_str(), &unit.id_at));
    let mut ids: Vec<(&str, &Range<usize>)> = units
        .chain(
            persons
                .iter()
                .map(|person| (person.entry.id.as_str(), &person.id_at)),
        )
        .collect();
    ids.sort_by_key(|(_, at)| at.start);
    let mut seen: HashMap<String, &str> = HashMap::new();
    for (id, at) in ids {
        match seen.get(&id.to_lowercase()) {
            Some(first) if *first == id => {
                reader.mistake(at.clone(), Message::new("agenda-id-twice").with("id", id));
            }
            Some(first) => reader.mistake(
                at.clone(),
                Message::new("agenda-id-case")
                    .with("id", id)
                    .with("other", *first),
            ),
            None => {
                seen.insert(id.to_lowercase(), id);
            }
        }
    }
}

/// The tables `[unit.ID]` or `[person.ID]`, in the order of the file, as far as their ids hold.
fn entries<'t>(
    reader: &mut Reader,
    top: &Fields<'t>,
    kind: &'static str,
) -> Vec<(&'t str, Fields<'t>)> {
    let Some(value) = top.get(kind) else {
        return Vec::new();
    };
    let at = if value.get_ref().is_array() {
        value.span()
    } else {
        top.place_of(kind)
    };
    let Some(all) = reader.table(kind, at, value) else {
        return Vec::new();
    };
    let mut entries = Vec::new();
    for (id, at, value) in all.ordered() {
        // `[person]` with `name = …` inside: the id is missing.
        if !value.get_ref().is_table() && (keys::PERSON.contains(&id) || keys::UNIT.contains(&id)) {
            reader.mistake(
                all.at.clone(),
                Message::new("agenda-id-missing").with("kind", kind),
            );
            return entries;
        }
        if !is_id(id) {
            reader.mistake(at.clone(), Message::new("agenda-id-shape").with("id", id));
        }
        if let Some(fields) = reader.table(id, at, value) {
            entries.push((id, fields));
        }
    }
    entries
}

fn ranked<T>(reader: &mut Reader, fields: &Fields<'_>, entry: T) -> Ranked<T> {
    let rank = reader.number(fields, "rank", -1_000_000, 1_000_000);
    let name_at = fields
        .get("name")
        .map_or_else(|| fields.at.clone(), Spanned::span);
    Ranked {
        rank,
        name_at,
        id_at: fields.at.clone(),
        entry,
    }
}

/// Letters, digits, `-` and `_` of any script.
fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id.chars().all(|c| {
            c.is_alphanumeric()
                || matches!(c, '-' | '_')
                || unicode_normalization::char::is_combining_mark(c)
        })
}

/// The name under `name`; where nothing of it can be seen, the id.
fn name_of(
    reader: &mut Reader,
    fields: &Fields<'_>,
    kind: &'static str,
    id: &str,
) -> Option<Bilingual> {
    let Some(value) = fields.get("name") else {
        reader.mistake(
            fields.at.clone(),
            Message::new("agenda-name-missing")
                .with("kind", kind)
                .with("id", id),
        );
        return None;
    };
    let mut name = reader.bilingual_value("name", value, Field::Line)?;
    let is_empty = |text: &Text| !is_visible(text.as_str());
    if is_empty(&name.en) || is_empty(&name.zh) {
        reader.warn(
            value.span(),
            Message::new("agenda-warn-name-empty").with("id", id),
        );
        let other = if is_empty(&name.en) {
            name.zh.clone()
        } else {
            name.en.clone()
        };
        let instead = if is_empty(&other) {
            Text::line(id)
        } else {
            other
        };
        for text in [&mut name.en, &mut name.zh] {
            if is_empty(text) {
                *text = instead.clone();
            }
        }
    }
    Some(name)
}

/// Order of the file, but where a rank says otherwise: that place from the top, before whoever the file has there.
fn in_precedence<T>(ranked: Vec<Ranked<T>>) -> Vec<T> {
    let mut placed: Vec<((i64, u8), T)> = ranked
        .into_iter()
        .zip(1..)
        .map(|(ranked, place)| {
            (
                ranked.rank.map_or((place, 1), |rank| (rank, 0)),
                ranked.entry,
            )
        })
        .collect();
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, entry)| entry).collect()
}

fn warn_of_names_used_twice(
    reader: &mut Reader,
    units: &[Ranked<Unit>],
    persons: &[Ranked<Person>],
) {
    let unit = |unit: &Ranked<Unit>| {
        (
            texts(&[Some(&unit.entry.name), unit.entry.short.as_ref()]),
            unit.name_at.clone(),
        )
    };
    let person =
        |person: &Ranked<Person>| (texts(&[Some(&person.entry.name)]), person.name_at.clone());
    let mut named: Vec<(Vec<String>, Range<usize>)> = units
        .iter()
        .map(unit)
        .chain(persons.iter().map(person))
        .collect();
    named.sort_by_key(|(_, at)| at.start);
    let mut seen: HashSet<String> = HashSet::new();
    for (names, at) in named {
        if let Some(twice) = names.iter().find(|name| seen.contains(*name)) {
            reader.warn(
                at,
                Message::new("agenda-warn-name-twice").with("name", twice.as_str()),
            );
        }
        seen.extend(names);
    }
}

/// The different texts of some names, as they are compared.
fn texts(names: &[Option<&Bilingual>]) -> Vec<String> {
    let mut texts: Vec<String> = names
        .iter()
        .flatten()
        .flat_map(|both| [&both.en, &both.zh])
        .map(|text| text.as_str().to_lowercase())
        .filter(|text| !text.is_empty())
        .collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}
