//! An agenda from TOML: all of its mistakes at once, each with its place, what is wrong and what would be right.
//!
//! Owns the form of `CONTRACT.md` §2; opens no file and asks no clock. What is no mistake but looks like one is a warning.

mod item;
mod reader;
mod roster;
mod rule;
mod source;
mod syntax;
mod time;
mod words;

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use chrono::{NaiveTime, TimeDelta, Timelike};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Agenda, Capacity, PersonId, Theme, Who};
use crate::text::{Bilingual, Field, Language, Message, Text, is_han};

use reader::{Fields, Reader, RecordMark, Value};
use roster::Roster;
use source::Source;
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

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, counted from 1.
    pub line: usize,
    /// The column of its first character, counted from 1 in characters.
    pub column: usize,
    /// How many characters of the line it covers; at least 1.
    pub length: usize,
    /// The line itself, fit for a screen, each character in its column; empty for what concerns the file as a whole.
    pub source: String,
    /// What is wrong and what would be right.
    pub message: Message,
}

/// An agenda of a thousand persons is a tenth of this; what is longer is some other file.
const MOST_MEGABYTES: u32 = 4;
const MOST_BYTES: usize = MOST_MEGABYTES as usize * 1_048_576;

/// Reads an agenda. A byte order mark and either kind of line end are accepted.
#[must_use]
pub fn read(source: &str) -> Reading {
    let source = Source::new(source.strip_prefix('\u{FEFF}').unwrap_or(source));
    if source.text.len() > MOST_BYTES {
        let mistakes = placed(
            &source,
            vec![(
                0..0,
                Message::new("agenda-too-long").with("most", MOST_MEGABYTES),
            )],
        );
        return Reading {
            mistakes,
            ..Reading::default()
        };
    }
    let mended = syntax::mend(&source);
    let (table, _) = DeTable::parse_recoverable(&mended.text);
    let mut reader = Reader::without(mended.lost);
    let top = Fields {
        table: table.get_ref(),
        at: 0..0,
    };
    let agenda = agenda(&mut reader, &top);
    let mistakes = located(&source, mended.mistakes, reader.mistakes);
    let warnings = placed(&source, reader.warnings);
    Reading {
        agenda: mistakes.is_empty().then_some(agenda),
        mistakes,
        warnings,
    }
}

/// Both kinds of mistakes in the order of the file. A value that has no form and no sense is told once, by its sense;
/// nothing else is told of a line that could not be read as it stands.
fn located(
    source: &Source<'_>,
    form: Vec<syntax::SyntaxMistake>,
    sense: Vec<(Range<usize>, Message)>,
) -> Vec<Mistake> {
    let meets = |one: &Range<usize>, other: &Range<usize>| {
        one.start < other.end.max(other.start + 1) && other.start < one.end.max(one.start + 1)
    };
    let mut found: Vec<(Range<usize>, Message)> = Vec::new();
    let mut told_by_sense = vec![false; form.len()];
    for (at, message) in sense {
        let line = source.line_of(at.start);
        let on_line = form
            .iter()
            .enumerate()
            .find(|(_, mistake)| at != (0..0) && source.line_of(mistake.span.start) == line);
        match on_line {
            None => found.push((at, message)),
            Some((index, mistake)) if meets(&mistake.span, &at) && !told_by_sense[index] => {
                told_by_sense[index] = true;
                found.push((at, message));
            }
            Some(_) => {}
        }
    }
    found.extend(
        form.into_iter()
            .zip(told_by_sense)
            .filter(|(_, told)| !told)
            .map(|(mistake, _)| (mistake.span, mistake.message)),
    );
    placed(source, found)
}

/// No agenda has so many mistakes, nor so many in one line: what goes on is some other file, and is not told further.
const MOST_TOLD: usize = 1_000;
const MOST_IN_LINE: usize = 100;

/// What was found in the order of the file, with lines and columns.
fn placed(source: &Source<'_>, mut found: Vec<(Range<usize>, Message)>) -> Vec<Mistake> {
    found.sort_by_key(|(at, _)| at.start);
    let mut told: Vec<Mistake> = Vec::new();
    let (mut line, mut in_line) = (0, 0);
    for (at, message) in found {
        if told.len() == MOST_TOLD {
            break;
        }
        let this = source.line_of(at.start);
        in_line = if this == line { in_line + 1 } else { 1 };
        line = this;
        if in_line <= MOST_IN_LINE {
            told.push(source.mistake(&at, message));
        }
    }
    told
}

fn agenda(reader: &mut Reader, top: &Fields<'_>) -> Agenda {
    reader.only(top, keys::TOP);
    let title = title(reader, top);
    reader.language = reader
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
        language: reader.language,
        rule: reader.rule(top),
        quorum: reader.quorum(top),
        voters: reader
            .word(top, "voters", words::VOTERS)
            .unwrap_or_default(),
        themes: themes(reader, top),
        sections: reader.lines(top, "sections"),
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

fn cues(reader: &mut Reader, top: &Fields<'_>) -> BTreeMap<Text, Bilingual> {
    let Some(value) = top.get("cues") else {
        return BTreeMap::new();
    };
    let DeValue::Table(_) = value.get_ref() else {
        reader.mistake(
            value.span(),
            Message::new("agenda-type-table").with("key", "cues"),
        );
        return BTreeMap::new();
    };
    let Some(fields) = reader.table("cues", top.place_of("cues"), value) else {
        return BTreeMap::new();
    };
    let mut cues = BTreeMap::new();
    for (name, _, value) in fields.ordered() {
        if let Some(text) = reader.bilingual_value(name, value, Field::Lines) {
            cues.insert(Text::line(name), text);
        }
    }
    cues
}

#[cfg(test)]
mod tests;
