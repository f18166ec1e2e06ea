//! A roster to the agenda that it begins: the units first, then the persons in their order. Owns what stands in it and its comments; how
//! each thing is written is `agenda::file::write`'s.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::Found;
use crate::agenda::Capacity;
use crate::agenda::file::write::{block, comment, heading, person_keys, quoted, unit_keys};
use crate::locale::Locale;
use crate::text::{Message, Text};

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
