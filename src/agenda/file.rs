//! An agenda from TOML: all of its mistakes at once, each with its place, what is wrong and what would be right.
//!
//! Owns the form of `CONTRACT.md` §2; opens no file and asks no clock. What is no mistake but looks like one is a warning.

mod item;
mod reader;
mod roster;
mod rule;
mod time;
mod words;
pub mod write;

use std::collections::{BTreeMap, HashSet};

use chrono::{NaiveTime, TimeDelta, Timelike};
use toml::Spanned;
use toml::de::DeValue;

use super::{Agenda, CUES, Capacity, PersonId, SECTIONS, Theme, Who};
pub use crate::text::written::Mistake;
use crate::text::written::{self, Fields, Value};
use crate::text::{Bilingual, Field, Language, Message, Text, is_han};

use reader::{OfAgenda, Reader, RecordMark};
use roster::Roster;
use words::keys;

/// What an agenda file says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The agenda; none where there is a mistake.
    pub agenda: Option<Agenda>,
    /// What is wrong, from the top of the file.
    pub mistakes: Vec<Mistake>,
    /// What may be wrong; nothing stops for it.
    pub warnings: Vec<Mistake>,
}

/// An agenda of a thousand persons is a tenth of this; what is longer is some other file.
const MOST_MEGABYTES: u32 = 4;
const MOST_BYTES: usize = MOST_MEGABYTES as usize * 1_048_576;

/// Reads an agenda. A byte order mark and either kind of line end are accepted.
#[must_use]
pub fn read(source: &str) -> Reading {
    if source.len() > MOST_BYTES {
        let message = Message::new("agenda-too-long").with("most", MOST_MEGABYTES);
        return Reading {
            mistakes: vec![Mistake::of_all(message)],
            ..Reading::default()
        };
    }
    let (agenda, found) = written::read(source, keys::FORM, OfAgenda::default(), agenda);
    Reading {
        agenda: found.mistakes.is_empty().then_some(agenda),
        mistakes: found.mistakes,
        warnings: found.warnings,
    }
}

fn agenda(reader: &mut Reader, top: &Fields<'_>) -> Agenda {
    reader.only(top, keys::TOP);
    let title = title(reader, top);
    reader.own.language = reader
        .word(top, "language", words::LANGUAGES)
        .unwrap_or_else(|| language_of(&title));
    let roster = Roster::read(reader, top);
    let chair = chair(reader, top, &roster);
    let items = item::read(reader, top, &roster);
    let mut agenda = Agenda {
        title,
        organisation: reader.said(top, "organisation", Field::Line),
        series: reader.line(top, "series"),
        purpose: reader.said(top, "purpose", Field::Lines),
        date: reader.day(top, "date"),
        start: reader.time_of_day(top, "start"),
        end: reader.time_of_day(top, "end"),
        place: reader.said(top, "place", Field::Line),
        chair,
        language: reader.own.language,
        rule: reader.rule(top),
        quorum: reader.quorum(top),
        voters: reader
            .word(top, "voters", words::VOTERS)
            .unwrap_or_default(),
        themes: themes(reader, top),
        sections: sections(reader, top),
        cues: cues(reader, top),
        hall_clock: reader
            .word(top, "hall_clock", words::HALL_CLOCKS)
            .unwrap_or_default(),
        interruptions: reader
            .word(top, "interruptions", words::INTERRUPTIONS)
            .unwrap_or_default(),
        units: roster.units,
        persons: roster.persons,
        items,
        example: reader.example(top, keys::TOP, RecordMark::Allowed),
    };
    seat_the_chair(reader, top, &mut agenda);
    the_end_follows_the_start(reader, top, &agenda);
    agenda
}

fn title(reader: &mut Reader, top: &Fields<'_>) -> Bilingual {
    if top.get("title").is_none() && !reader.is_lost("title") {
        reader.mistake(0..0, Message::new("agenda-title-missing"));
    }
    reader.said(top, "title", Field::Line).unwrap_or_default()
}

/// The record is in Chinese where the title is in Chinese characters and has no English of its own.
fn language_of(title: &Bilingual) -> Language {
    if title.en == title.zh && title.zh.as_str().chars().any(is_han) {
        Language::Chinese
    } else {
        Language::English
    }
}

fn chair(reader: &mut Reader, top: &Fields<'_>, roster: &Roster) -> Option<PersonId> {
    let value = top.get("chair")?;
    let id = reader.string("chair", value)?.trim();
    match roster.who(id) {
        Some(Who::Person(person)) => return Some(person.clone()),
        Some(Who::Unit(_)) => reader.mistake(
            value.span(),
            Message::new("agenda-not-a-person")
                .with("key", "chair")
                .with("id", id),
        ),
        None if roster.is_empty() && !reader.is_lost(id) => reader.mistake(
            value.span(),
            Message::new("agenda-chair-no-roster").with("id", id),
        ),
        None => {
            if let Some(message) = roster.unknown(reader, "chair", id) {
                reader.mistake(value.span(), message);
            }
        }
    }
    None
}

/// Whoever `chair` names presides, with a vote, where the roster does not say otherwise; without `chair`, the first with that capacity.
fn seat_the_chair(reader: &mut Reader, top: &Fields<'_>, agenda: &mut Agenda) {
    let Some(chair) = agenda.chair.clone() else {
        agenda.chair = agenda
            .persons
            .iter()
            .find(|person| person.capacity == Capacity::Chair)
            .map(|person| person.id.clone());
        if agenda.chair.is_none() && top.get("chair").is_none() && !reader.is_lost("chair") {
            reader.warn(0..0, Message::new("agenda-warn-chair"));
        }
        return;
    };
    let said = |key: &str| {
        top.get("person")
            .and_then(|all| all.get_ref().get(chair.as_str()))
            .is_some_and(|person| person.get_ref().get(key).is_some())
    };
    let (capacity_said, votes_said) = (said("capacity"), said("votes"));
    if let Some(person) = agenda.persons.iter_mut().find(|person| person.id == chair) {
        if !capacity_said {
            person.capacity = Capacity::Chair;
        }
        if !votes_said {
            person.votes = person.capacity.votes_unsaid();
        }
    }
}

/// An end before the start is a mistake; items that together take longer than there is are a warning.
fn the_end_follows_the_start(reader: &mut Reader, top: &Fields<'_>, agenda: &Agenda) {
    let (Some(start), Some(end)) = (agenda.start, agenda.end) else {
        return;
    };
    let at = top.get("end").map_or(0..0, Spanned::span);
    if end <= start {
        reader.mistake(
            at,
            Message::new("agenda-end-before-start")
                .with("start", start)
                .with("end", end),
        );
        return;
    }
    let planned = agenda.planned_seconds().unwrap_or(0);
    let there_is = (end - start).num_seconds();
    if i64::from(planned) > there_is {
        let message = Message::new("agenda-warn-beyond-end")
            .with("until", clock_after(start, planned))
            .with("end", end);
        let message = message.with("minutes", (i64::from(planned) - there_is + 59) / 60);
        reader.warn(at, message);
    }
}

/// The time of day so many seconds later; beyond midnight it begins again.
fn clock_after(start: NaiveTime, seconds: u32) -> NaiveTime {
    let (later, _) = start.overflowing_add_signed(TimeDelta::seconds(i64::from(seconds)));
    later.with_nanosecond(0).unwrap_or(later)
}

fn themes(reader: &mut Reader, top: &Fields<'_>) -> Vec<Theme> {
    let mut themes: Vec<Theme> = Vec::new();
    let mut known: HashSet<Text> = HashSet::new();
    for value in reader.list(top, "themes") {
        let Some(theme) = theme(reader, value) else {
            continue;
        };
        let texts: Vec<Text> = [&theme.name.en, &theme.name.zh]
            .into_iter()
            .chain(&theme.also)
            .cloned()
            .collect();
        if let Some(twice) = texts.iter().find(|name| known.contains(*name)) {
            reader.warn(
                value.span(),
                Message::new("agenda-warn-name-twice").with("name", twice),
            );
        }
        known.extend(texts);
        themes.push(theme);
    }
    themes
}

fn theme(reader: &mut Reader, value: Value<'_>) -> Option<Theme> {
    let names_it = value.get_ref().as_table().is_none_or(|table| {
        table
            .keys()
            .any(|key| keys::TEXT.contains(&key.get_ref().as_ref()))
    });
    if names_it {
        let name = reader.bilingual_value("themes", value, Field::Line)?;
        if name.is_empty() {
            reader.mistake(
                value.span(),
                Message::new("agenda-text-empty").with("key", "themes"),
            );
            return None;
        }
        return Some(Theme {
            name,
            also: Vec::new(),
        });
    }
    let fields = reader.table("themes", value.span(), value)?;
    reader.only(&fields, keys::THEME);
    if fields.get("name").is_none() {
        reader.mistake(value.span(), Message::new("agenda-theme-name"));
        return None;
    }
    let name = reader.said(&fields, "name", Field::Line);
    let also = reader.lines(&fields, "also");
    Some(Theme { name: name?, also })
}

/// A section that is none is only warned of: a meeting that was begun with it goes on.
fn sections(reader: &mut Reader, top: &Fields<'_>) -> Vec<Text> {
    let mut sections = Vec::new();
    for (at, name) in reader.lines_at(top, "sections") {
        if SECTIONS.contains(&name.as_str()) {
            sections.push(name);
            continue;
        }
        let message = match reader.near(name.as_str(), SECTIONS.iter().copied()) {
            Some(near) => Message::new("agenda-warn-section-near").with("near", near),
            None => Message::new("agenda-warn-section")
                .with("known", written::listed(SECTIONS.iter().copied())),
        };
        reader.warn(at, message.with("name", &name));
    }
    sections
}

fn cues(reader: &mut Reader, top: &Fields<'_>) -> BTreeMap<Text, Bilingual> {
    let Some(value) = top.get("cues") else {
        return BTreeMap::new();
    };
    let DeValue::Table(_) = value.get_ref() else {
        reader.mistake(
            value.span(),
            Message::new("written-type-table").with("key", "cues"),
        );
        return BTreeMap::new();
    };
    let Some(fields) = reader.table("cues", top.place_of("cues"), value) else {
        return BTreeMap::new();
    };
    let mut cues = BTreeMap::new();
    for (name, at, value) in fields.ordered() {
        if !CUES.contains(&name) {
            let message = no_cue(reader, name);
            reader.warn(at, message);
        }
        if let Some(text) = reader.bilingual_value(name, value, Field::Lines) {
            cues.insert(Text::line(name), text);
        }
    }
    cues
}

/// Nothing stops for words that nobody will say: a meeting that was begun with them goes on.
fn no_cue(reader: &mut Reader, name: &str) -> Message {
    match reader.near(name, CUES.iter().copied()) {
        Some(near) => Message::new("agenda-warn-cue-near")
            .with("name", name)
            .with("near", near),
        None => Message::new("agenda-warn-cue")
            .with("name", name)
            .with("known", written::listed(CUES.iter().copied())),
    }
}

#[cfg(test)]
mod tests;
