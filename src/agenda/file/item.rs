//! Items of an agenda: `items = [...]` or `[[item]]`, their speakers, offices and tellers.

use std::collections::HashSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::reader::{Reader, RecordMark};
use super::roster::Roster;
use super::words::{CONTRIBUTION_KINDS, ITEM_KINDS, METHODS, keys};
use crate::agenda::{Item, ItemKind, Office, PersonId, Speaker, SpeakerChoice, Who};
use crate::text::written::{Fields, Value};
use crate::text::{Bilingual, Field, Message};

/// More seats than any body has.
const MOST_SEATS: i64 = 10_000;

/// All items, however they are written.
pub fn read(reader: &mut Reader, top: &Fields<'_>, roster: &Roster) -> Vec<Item> {
    match (top.get("items"), top.get("item")) {
        (Some(_), Some(_)) => {
            let later = [top.place_of("items"), top.place_of("item")]
                .into_iter()
                .max_by_key(|at| at.start);
            reader.mistake(later.unwrap_or_default(), Message::new("agenda-items-both"));
            titles(reader, top);
            tables(reader, top, roster)
        }
        (Some(_), None) => titles(reader, top),
        (None, Some(_)) => tables(reader, top, roster),
        (None, None) => {
            if !reader.is_lost("item") {
                reader.mistake(0..0, Message::new("agenda-items-missing"));
            }
            Vec::new()
        }
    }
}

/// `items = ["Opening", "Budget"]`.
fn titles(reader: &mut Reader, top: &Fields<'_>) -> Vec<Item> {
    let list = reader.list(top, "items");
    if let Some(value) = top.get("items").filter(|value| {
        value
            .get_ref()
            .as_array()
            .is_some_and(|array| array.is_empty())
    }) {
        reader.mistake(value.span(), Message::new("agenda-items-missing"));
    }
    let mut items = Vec::new();
    for value in list {
        let is_whole_item = value.get_ref().as_table().is_some_and(|table| {
            table
                .keys()
                .any(|key| keys::ITEM.contains(&key.get_ref().as_ref()))
        });
        if is_whole_item {
            reader.mistake(value.span(), Message::new("agenda-items-table"));
            continue;
        }
        if let Some(title) = title(reader, "items", value) {
            items.push(Item {
                title,
                ..Item::default()
            });
        }
    }
    items
}

fn title(reader: &mut Reader, key: &str, value: Value<'_>) -> Option<Bilingual> {
    let title = reader.bilingual_value(key, value, Field::Line)?;
    if title.is_empty() {
        reader.mistake(value.span(), Message::new("agenda-item-untitled"));
        return None;
    }
    Some(title)
}

/// `[[item]]`.
fn tables(reader: &mut Reader, top: &Fields<'_>, roster: &Roster) -> Vec<Item> {
    let Some(value) = top.get("item") else {
        return Vec::new();
    };
    let DeValue::Array(array) = value.get_ref() else {
        let message = Message::new("written-syntax-repeated").with("key", "item");
        reader.mistake(top.place_of("item"), message);
        return Vec::new();
    };
    if array.is_empty() {
        reader.mistake(value.span(), Message::new("agenda-items-missing"));
    }
    let mut items = Vec::new();
    for value in array {
        let Some(fields) = reader.table("item", value.span(), value) else {
            continue;
        };
        items.push(item(reader, &fields, roster));
    }
    items
}

fn item(reader: &mut Reader, fields: &Fields<'_>, roster: &Roster) -> Item {
    reader.only(fields, keys::ITEM);
    let title = if let Some(value) = fields.get("title") {
        title(reader, "title", value)
    } else {
        reader.mistake(fields.at.clone(), Message::new("agenda-item-untitled"));
        None
    };
    let title = title.unwrap_or_default();
    let kind = reader.word(fields, "kind", ITEM_KINDS);
    let rule = reader.rule(fields);
    let tellers = tellers(reader, fields, roster);
    let offices = offices(reader, fields, roster, &title);
    tellers_are_no_candidates(reader, &tellers, &offices);
    only_elections_have_offices(reader, fields, kind);
    let is_election = kind == Some(ItemKind::Election);
    Item {
        kind: kind.unwrap_or_default(),
        time: reader.seconds(fields, "time"),
        each: reader.seconds(fields, "each"),
        speakers: speakers(reader, fields, roster),
        cue: reader.said(fields, "cue", Field::Lines),
        documents: reader.lines(fields, "documents"),
        text: reader.said(fields, "text", Field::Lines),
        version: reader.line(fields, "version"),
        rule,
        method: reader.word(fields, "method", METHODS),
        offices: if is_election { offices } else { Vec::new() },
        tellers: tellers.into_iter().map(|(person, _)| person).collect(),
        recurring: reader.truth(fields, "recurring").unwrap_or_default(),
        closed: reader.truth(fields, "closed").unwrap_or_default(),
        capture: reader.word(fields, "capture", CONTRIBUTION_KINDS),
        example: reader.example(fields, keys::ITEM, RecordMark::Unknown),
        title,
    }
}

/// Seats on an item that is no election are a forgotten `kind`; a kind that could not be read is told already.
fn only_elections_have_offices(reader: &mut Reader, fields: &Fields<'_>, kind: Option<ItemKind>) {
    let is_misread = fields.get("kind").is_some() && kind.is_none();
    if is_misread || kind == Some(ItemKind::Election) {
        return;
    }
    if let Some(key) = ["offices", "seats", "candidates"]
        .into_iter()
        .find(|key| fields.get(key).is_some())
    {
        reader.mistake(
            fields.place_of(key),
            Message::new("agenda-not-an-election").with("key", key),
        );
    }
}

fn speakers(reader: &mut Reader, fields: &Fields<'_>, roster: &Roster) -> Vec<Speaker> {
    let mut speakers = Vec::new();
    for value in reader.list(fields, "speakers") {
        let speaker = match value.get_ref() {
            DeValue::Table(table) => {
                let fields = Fields {
                    table,
                    at: value.span(),
                };
                reader.only(&fields, keys::SPEAKER);
                let time = reader.seconds(&fields, "time");
                if let Some(who) = fields.get("who") {
                    choice(reader, who, roster).map(|who| Speaker { who, time })
                } else {
                    reader.mistake(value.span(), Message::new("agenda-speaker-who"));
                    None
                }
            }
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_) => {
                choice(reader, value, roster).map(|who| Speaker { who, time: None })
            }
        };
        speakers.extend(speaker);
    }
    speakers
}

fn choice(reader: &mut Reader, value: Value<'_>, roster: &Roster) -> Option<SpeakerChoice> {
    let written = reader.string("speakers", value)?.trim();
    let Some(group) = written.strip_prefix(['@', '＠']) else {
        return who(reader, "speakers", value, roster).map(|(who, _)| SpeakerChoice::One(who));
    };
    let group = group.trim();
    if let Some(known) = roster.group(group) {
        return Some(SpeakerChoice::Group(known.clone()));
    }
    if let Some(message) = roster.unknown_group(reader, group) {
        reader.mistake(value.span(), message);
    }
    None
}

/// The person or unit whose id that value is, with its place.
fn who(
    reader: &mut Reader,
    key: &'static str,
    value: Value<'_>,
    roster: &Roster,
) -> Option<(Who, Range<usize>)> {
    let id = reader.string(key, value)?.trim();
    if let Some(who) = roster.who(id) {
        return Some((who.clone(), value.span()));
    }
    if let Some(message) = roster.unknown(reader, key, id) {
        reader.mistake(value.span(), message);
    }
    None
}

/// Ids under a key, each named once.
fn all_who(
    reader: &mut Reader,
    fields: &Fields<'_>,
    key: &'static str,
    roster: &Roster,
) -> Vec<(Who, Range<usize>)> {
    let mut all: Vec<(Who, Range<usize>)> = Vec::new();
    let mut named: HashSet<Who> = HashSet::new();
    for value in reader.list(fields, key) {
        let Some((who, at)) = who(reader, key, value, roster) else {
            continue;
        };
        if named.insert(who.clone()) {
            all.push((who, at));
        } else {
            let id = value.get_ref().as_str().unwrap_or_default();
            reader.mistake(
                at,
                Message::new("agenda-named-twice")
                    .with("key", key)
                    .with("id", id),
            );
        }
    }
    all
}

fn tellers(
    reader: &mut Reader,
    fields: &Fields<'_>,
    roster: &Roster,
) -> Vec<(PersonId, Range<usize>)> {
    let mut tellers = Vec::new();
    for (who, at) in all_who(reader, fields, "tellers", roster) {
        match who {
            Who::Person(person) => tellers.push((person, at)),
            Who::Unit(unit) => reader.mistake(
                at,
                Message::new("agenda-not-a-person")
                    .with("key", "tellers")
                    .with("id", unit.as_str()),
            ),
        }
    }
    tellers
}

fn tellers_are_no_candidates(
    reader: &mut Reader,
    tellers: &[(PersonId, Range<usize>)],
    offices: &[Office],
) {
    for (teller, at) in tellers {
        let stands = Who::Person(teller.clone());
        if offices
            .iter()
            .any(|office| office.candidates.contains(&stands))
        {
            reader.mistake(
                at.clone(),
                Message::new("agenda-teller-stands").with("id", teller.as_str()),
            );
        }
    }
}

fn offices(
    reader: &mut Reader,
    fields: &Fields<'_>,
    roster: &Roster,
    title: &Bilingual,
) -> Vec<Office> {
    if fields.get("offices").is_none() {
        return vec![office(reader, fields, roster, title.clone())];
    }
    if let Some(key) = ["seats", "candidates"]
        .into_iter()
        .find(|key| fields.get(key).is_some())
    {
        reader.mistake(
            fields.place_of(key),
            Message::new("agenda-offices-both").with("key", key),
        );
    }
    let list = reader.list(fields, "offices");
    if list.is_empty()
        && fields
            .get("offices")
            .is_some_and(|value| value.get_ref().is_array())
    {
        reader.mistake(
            fields.place_of("offices"),
            Message::new("agenda-offices-empty"),
        );
    }
    let mut offices = Vec::new();
    for value in list {
        let Some(fields) = reader.table("offices", value.span(), value) else {
            continue;
        };
        reader.only(&fields, keys::OFFICE);
        let name = reader
            .said(&fields, "name", Field::Line)
            .unwrap_or_else(|| title.clone());
        let office = office(reader, &fields, roster, name);
        offices.push(Office {
            rule: reader.rule(&fields),
            method: reader.word(&fields, "method", METHODS),
            ..office
        });
    }
    offices
}

/// The office whose seats and candidates stand in that table.
fn office(reader: &mut Reader, fields: &Fields<'_>, roster: &Roster, name: Bilingual) -> Office {
    let seats = reader.number(fields, "seats", 1, MOST_SEATS);
    let candidates = all_who(reader, fields, "candidates", roster);
    let seats = seats
        .and_then(|seats| u32::try_from(seats).ok())
        .unwrap_or(1);
    let written = fields
        .get("candidates")
        .and_then(|value| value.get_ref().as_array())
        .map(|array| array.len());
    if written.is_some_and(|written| usize::try_from(seats).is_ok_and(|seats| seats > written)) {
        let at = fields
            .get("seats")
            .map_or_else(|| fields.place_of("candidates"), Spanned::span);
        let message = Message::new("agenda-warn-seats")
            .with("seats", seats)
            .with("candidates", written.unwrap_or_default());
        reader.warn(at, message);
    }
    Office {
        name,
        seats,
        candidates: candidates.into_iter().map(|(who, _)| who).collect(),
        rule: None,
        method: None,
    }
}
