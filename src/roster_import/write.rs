//! A roster to the agenda that it begins: the units first, each block with its keys one under the other. Owns the form;
//! texts are quoted so that no text of a file can be anything but a text.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::Found;
use crate::agenda::{Capacity, Person, Unit};
use crate::locale::Locale;
use crate::text::{Bilingual, Message, Text};

/// Columns that a heading fills.
const WIDTH: usize = 100;

/// The agenda, with its comments in the reader's language. `file` is what the roster's file is called.
#[must_use]
pub fn write(found: &Found, file: &str, locale: &Locale) -> String {
    let mut out = String::new();
    head(&mut out, found, file, locale);
    let roster = &found.roster;
    if !roster.units.is_empty() {
        heading(&mut out, &locale.word("import-units"));
    }
    for unit in &roster.units {
        block(&mut out, "unit", unit.id.as_str(), &unit_keys(unit));
    }
    heading(&mut out, &locale.word("import-persons-in-order"));
    let mut group: Option<&Text> = None;
    for person in &roster.persons {
        if person.group.as_ref() != group {
            group = person.group.as_ref();
            if let Some(group) = group {
                comment(&mut out, &format!("{group}\n"));
            }
        }
        block(&mut out, "person", person.id.as_str(), &person_keys(person));
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn head(out: &mut String, found: &Found, file: &str, locale: &Locale) {
    let roster = &found.roster;
    let from = Message::new("import-head")
        .with("persons", roster.persons.len())
        .with("units", roster.units.len())
        .with("file", file);
    comment(out, &locale.say(&from));
    comment(out, "");
    for id in ["import-head-run", "import-head-copy", "import-head-order"] {
        comment(out, &locale.word(id));
    }
    let title = match &roster.title {
        Some(title) => quoted(title.as_str()),
        None => quoted(&locale.word("import-title")),
    };
    let presides = roster
        .persons
        .iter()
        .find(|person| person.capacity == Capacity::Chair);
    let (mark, chair) = match (presides, roster.persons.first()) {
        (Some(chair), _) => ("", Some(chair)),
        (None, first) => ("# ", first),
    };
    let chair = chair.map_or("", |person| person.id.as_str());
    let items = [
        "import-item-first",
        "import-item-second",
        "import-item-last",
    ]
    .map(|id| quoted(&locale.word(id)))
    .join(", ");
    let _ = write!(
        out,
        "\ntitle = {title}\n\
         # organisation = {}\n\
         # date = 2026-01-15\n\
         # start = \"14:30\"\n\
         # place = {}\n\
         {mark}chair = {}{}# {}\n\
         items = [{items}]\n\n",
        quoted(&locale.word("import-organisation")),
        quoted(&locale.word("import-place")),
        quoted(chair),
        " ".repeat(20_usize.saturating_sub(chair.width()).max(2)),
        locale.word("import-chair"),
    );
}

fn unit_keys(unit: &Unit) -> Vec<(&'static str, String)> {
    let mut keys = vec![("name", both(&unit.name))];
    keys.extend(unit.short.as_ref().map(|short| ("short", both(short))));
    keys
}

fn person_keys(person: &Person) -> Vec<(&'static str, String)> {
    let mut keys = vec![("name", both(&person.name))];
    let texts = [
        ("title", &person.title),
        ("office", &person.office),
        ("address", &person.address),
    ];
    keys.extend(
        texts
            .into_iter()
            .filter_map(|(key, text)| Some((key, both(text.as_ref()?)))),
    );
    keys.extend(
        person
            .unit
            .as_ref()
            .map(|unit| ("unit", quoted(unit.as_str()))),
    );
    keys.extend(
        person
            .group
            .as_ref()
            .map(|group| ("group", quoted(group.as_str()))),
    );
    if person.capacity != Capacity::default() {
        keys.push(("capacity", quoted(capacity(person.capacity))));
    }
    // Of a secretary it has to be said.
    let is_unsaid = person.votes == person.capacity.votes_unsaid();
    if !is_unsaid || person.capacity == Capacity::Secretary {
        keys.push(("votes", person.votes.to_string()));
    }
    keys
}

/// As it is written in an agenda.
const fn capacity(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Chair => "chair",
        Capacity::Secretary => "secretary",
        Capacity::Member => "member",
        Capacity::Invited => "invited",
        Capacity::Observer => "observer",
    }
}

fn block(out: &mut String, kind: &str, id: &str, keys: &[(&str, String)]) {
    let longest = keys.iter().map(|(key, _)| key.len()).max().unwrap_or(0);
    let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let id = if id.chars().all(is_bare) {
        id.to_owned()
    } else {
        quoted(id)
    };
    let _ = writeln!(out, "[{kind}.{id}]");
    for (key, value) in keys {
        let _ = writeln!(out, "{key:longest$} = {value}");
    }
    out.push('\n');
}

fn heading(out: &mut String, words: &str) {
    let line = format!("--- {words} ");
    let rest = WIDTH.saturating_sub(line.width() + 2);
    comment(out, &format!("{line}{}", "-".repeat(rest)));
    out.push('\n');
}

fn comment(out: &mut String, words: &str) {
    out.push('#');
    if !words.is_empty() {
        out.push(' ');
        out.push_str(words);
    }
    out.push('\n');
}

fn both(text: &Bilingual) -> String {
    if text.en == text.zh {
        return quoted(text.en.as_str());
    }
    let (en, zh) = (quoted(text.en.as_str()), quoted(text.zh.as_str()));
    format!("{{ en = {en}, zh = {zh} }}")
}

/// A text of one line as TOML writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    quoted
}
