//! Whom the chair thanks: everybody who came or was heard, with their titles, by the office they hold and in order of precedence.

use super::{About, Entry, Names, names, short_name};
use crate::agenda::Who;
use crate::summary::{Attendee, Summary};
use crate::text::{Arg, Message};

/// An entry for each, those of one office together, in the order of who holds it first. Nobody thanks themselves.
pub(super) fn entries(summary: &Summary) -> Vec<Entry> {
    let thanked = summary
        .attendance
        .iter()
        .filter(|person| is_thanked(summary, person));
    let persons = thanked.map(|person| Entry {
        about: About::Who(Who::Person(person.person.clone())),
        heading: Some(group(person)),
        short: vec![in_short(summary, person)],
        aloud: vec![aloud(summary, person)],
    });
    let units = units_alone(summary).into_iter().map(|unit| {
        let said = |how| {
            Message::new("brief-person")
                .with("name", names(summary, std::slice::from_ref(&unit), how))
        };
        Entry {
            heading: Some(Message::new("brief-units").into()),
            short: vec![said(Names::Short)],
            aloud: vec![said(Names::Full)],
            about: About::Who(unit.clone()),
        }
    });
    let mut entries: Vec<Entry> = persons.chain(units).collect();
    let headings: Vec<Option<Arg>> = entries.iter().map(|entry| entry.heading.clone()).collect();
    entries.sort_by_key(|entry| {
        headings
            .iter()
            .position(|heading| *heading == entry.heading)
    });
    entries
}

/// Whether they came, or were heard in writing; who presides at the end thanks the others, those who presided before among them.
fn is_thanked(summary: &Summary, person: &Attendee) -> bool {
    let mut turns = summary.items.iter().flat_map(|item| &item.turns);
    let mut was_heard = || turns.any(|turn| turn.person.as_ref() == Some(&person.person));
    let presides = summary.meeting.chair.as_ref() == Some(&person.person);
    !presides && (person.attended() || was_heard())
}

/// The units that had the floor without a person, and of which nobody came.
fn units_alone(summary: &Summary) -> Vec<Who> {
    let turns = summary.items.iter().flat_map(|item| &item.turns);
    let alone = turns.filter(|turn| turn.person.is_none());
    let mut units: Vec<Who> = alone
        .filter_map(|turn| turn.unit.clone().map(Who::Unit))
        .collect();
    let came = |unit: &Who| {
        let mut people = summary.attendance.iter();
        people.any(|person| is_thanked(summary, person) && person.unit() == *unit)
    };
    units.retain(|unit| !came(unit));
    units.sort_by_key(|unit| summary.precedence(unit));
    units.dedup();
    units
}

/// By what they are thanked together: the office they came with, else their group, else in what function they attend.
fn group(person: &Attendee) -> Arg {
    match (&person.office, &person.group) {
        (Some(office), _) => office.into(),
        (None, Some(group)) => group.into(),
        (None, None) => person.capacity.word().into(),
    }
}

fn in_short(summary: &Summary, person: &Attendee) -> Message {
    let name = Message::new("brief-person").with("name", &person.name);
    match &person.unit {
        None => name,
        Some(unit) => Message::new("brief-person-of")
            .with("name", &person.name)
            .with("unit", short_name(summary, &Who::Unit(unit.clone()))),
    }
}

/// Name, title and unit; the office stands above them all.
fn aloud(summary: &Summary, person: &Attendee) -> Message {
    let plain = Attendee {
        office: None,
        ..person.clone()
    };
    summary.introduced(&plain)
}
