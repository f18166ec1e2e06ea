//! The lists of a meeting as tables for spreadsheets (RFC 4180 in UTF-8): every list of the JSON document (`CONTRACT.md` §4) with its keys
//! as columns in their order, and beside the ids what they stand for. Made from that document itself, so that what is added to it is here
//! too; decides nothing about the meeting.
//!
//! - Lists within lists are lists of their own, with the id of what they stand in first: the turns of all items are one list.
//! - What is no list, `meeting`, `summary` and `seal`, is one with a row for each fact.
//! - Several texts in one cell are parted by `; `. What nobody counted is an empty cell, never 0.
//! - A text that a spreadsheet would take for a formula has a `'` in front. Where a text is `'` and then such a mark already, it has one
//!   more: taking one away gives back every text.

use std::collections::{HashMap, HashSet};

use csv::{Terminator, WriterBuilder};

use super::{Edition, json};
use crate::summary::Summary;
use crate::tree::{self, Table, Tree, field};

/// What the keys of each list are, also of those that have no rows.
const SCHEMA: &str = include_str!("../../config/session.schema.json");

/// Byte order mark: without it spreadsheets take UTF-8 for something else.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// Documents that are about another list than the contributions.
const ABOUT: &[(&str, &str)] = &[
    ("programme", "items"),
    ("script", "items"),
    ("sign-in", "attendance"),
    ("ballot-papers", "items"),
    ("decisions", "decisions"),
    ("attendance", "attendance"),
    ("speakers", "speaking_seconds"),
    ("results", "ballots"),
];

/// Keys whose value is the id of a person or unit, or several of them.
const WHO: &[&str] = &[
    "unit",
    "units",
    "person",
    "chair",
    "represented_by",
    "tellers",
    "mentions",
    "supported_by",
    "by",
    "seconded",
    "owner",
    "unheard",
];

/// The lists of a meeting.
#[derive(Debug)]
pub struct Lists(Vec<List>);

#[derive(Debug)]
struct List {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// The lists of a meeting, in the order of the JSON document.
#[must_use]
pub fn lists(summary: &Summary, edition: &Edition) -> Lists {
    Lists::of(&tree::table(json::document(summary, edition)))
}

impl Lists {
    fn of(document: &Table) -> Self {
        let blank = blank();
        let mut gathering = Gathering {
            names: Names::of(document),
            nested: nested(&blank),
            lists: Vec::new(),
        };
        gathering.document(document);
        Self(gathering.lists)
    }

    /// Every list that has rows: what it is called, and its file.
    pub fn filled(&self) -> impl Iterator<Item = (&str, Vec<u8>)> {
        self.0.iter().map(|list| (list.name.as_str(), list.file()))
    }

    /// The file of the list that the document of that name is about. One without rows still has its head.
    #[must_use]
    pub fn about(&self, document: &str) -> Vec<u8> {
        let about = ABOUT.iter().find(|(name, _)| *name == document);
        let list = about.map_or("contributions", |(_, list)| *list);
        let is_it = |known: &&List| known.name == list;
        if let Some(list) = self.0.iter().find(is_it) {
            return list.file();
        }
        let blank = Self::of(&blank());
        blank.0.iter().find(is_it).map_or_else(Vec::new, List::head)
    }
}

impl List {
    fn file(&self) -> Vec<u8> {
        written(std::iter::once(&self.columns).chain(&self.rows))
    }

    fn head(&self) -> Vec<u8> {
        written([&self.columns])
    }
}

fn written<'a>(rows: impl IntoIterator<Item = &'a Vec<String>>) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(BOM.to_vec());
    for row in rows {
        writer.write_record(row).expect("memory takes every row");
    }
    writer.into_inner().expect("memory takes every row")
}

/// The lists while they are gathered from a document.
struct Gathering<'a> {
    names: Names<'a>,
    /// The keys of lists that are no cells.
    nested: HashSet<&'a str>,
    lists: Vec<List>,
}

impl Gathering<'_> {
    fn document(&mut self, document: &Table) {
        for (key, value) in document {
            match value {
                Tree::Table(facts) => self.facts(key, "", facts),
                Tree::List(rows) => self.rows(key, None, rows),
                Tree::Nothing | Tree::Truth(_) | Tree::Number(_) | Tree::Text(_) => {}
            }
        }
    }

    /// The rows of a list; `above` is the id of what they stand in, where they stand in something.
    fn rows(&mut self, name: &str, above: Option<&(String, Tree)>, rows: &[Tree]) {
        for row in rows {
            let Tree::Table(row) = row else { continue };
            let mut cells = Cells::default();
            let mut fields = above.into_iter().chain(row).peekable();
            while let Some((key, value)) = fields.next() {
                if self.is_list(key, value) {
                    continue;
                }
                cells.put(key, cell(value));
                let is_named = fields.peek().is_some_and(|(next, _)| next == "name");
                if let Some(what) = named(key).filter(|_| !is_named) {
                    cells.put(&format!("{key}_{what}"), safe(&self.names.called(value)));
                }
            }
            self.put(name, cells);
            self.lists_within(name, row);
        }
    }

    fn lists_within(&mut self, name: &str, row: &Table) {
        let Some((_, id)) = row.first() else { return };
        let above = (name.trim_end_matches('s').to_owned(), id.clone());
        for (key, value) in row {
            if self.is_list(key, value) {
                self.rows(key, Some(&above), value.list());
            }
        }
    }

    /// Whether it is a list of its own, and no cell.
    fn is_list(&self, key: &str, value: &Tree) -> bool {
        matches!(value, Tree::List(_)) && self.nested.contains(key)
    }

    /// A row for each fact, and for each of several; `before` stands before their keys.
    fn facts(&mut self, name: &str, before: &str, facts: &Table) {
        for (key, value) in facts {
            match value {
                Tree::Table(within) => self.facts(name, &format!("{before}{key}_"), within),
                Tree::List(rows) if self.is_list(key, value) => {
                    self.rows(key, None, rows);
                }
                Tree::List(several) => several
                    .iter()
                    .for_each(|one| self.fact(name, before, key, one)),
                Tree::Nothing | Tree::Truth(_) | Tree::Number(_) | Tree::Text(_) => {
                    self.fact(name, before, key, value);
                }
            }
        }
    }

    fn fact(&mut self, name: &str, before: &str, key: &str, value: &Tree) {
        let mut cells = Cells::default();
        cells.put("key", format!("{before}{key}"));
        cells.put("value", cell(value));
        let called = named(key).map(|_| safe(&self.names.called(value)));
        cells.put("name", called.unwrap_or_default());
        self.put(name, cells);
    }

    fn put(&mut self, name: &str, cells: Cells) {
        match self.lists.iter_mut().find(|list| list.name == name) {
            Some(list) => list.rows.push(cells.values),
            None => self.lists.push(List {
                name: name.to_owned(),
                columns: cells.keys,
                rows: vec![cells.values],
            }),
        }
    }
}

/// A row while it is made.
#[derive(Default)]
struct Cells {
    keys: Vec<String>,
    values: Vec<String>,
}

impl Cells {
    fn put(&mut self, key: &str, value: String) {
        self.keys.push(key.to_owned());
        self.values.push(value);
    }
}

/// What stands beside an id; nothing where the key holds none.
fn named(key: &str) -> Option<&'static str> {
    match key {
        "item" => Some("title"),
        key if WHO.contains(&key) => Some("name"),
        _ => None,
    }
}

fn cell(value: &Tree) -> String {
    match value {
        Tree::Text(text) => safe(text),
        Tree::List(several) => safe(&joined(several, plain)),
        Tree::Nothing | Tree::Truth(_) | Tree::Number(_) | Tree::Table(_) => plain(value),
    }
}

fn plain(value: &Tree) -> String {
    match value {
        Tree::Nothing | Tree::Table(_) => String::new(),
        Tree::Truth(truth) => truth.to_string(),
        Tree::Number(number) => number.to_string(),
        Tree::Text(text) => text.clone(),
        Tree::List(several) => joined(several, plain),
    }
}

fn joined(several: &[Tree], each: impl FnMut(&Tree) -> String) -> String {
    several.iter().map(each).collect::<Vec<_>>().join("; ")
}

/// A text that no spreadsheet takes for a formula.
fn safe(text: &str) -> String {
    let begins = text.trim_start_matches('\'');
    if begins.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// What the ids of a document stand for.
struct Names<'a> {
    who: HashMap<&'a str, &'a str>,
    items: &'a [Tree],
}

impl<'a> Names<'a> {
    fn of(document: &'a Table) -> Self {
        let rows = |list: &str| field(document, list).map_or(&[][..], Tree::list);
        let named = |row: &'a Tree, id: &str| {
            let text = |key| field(row.table()?, key)?.text();
            Some((text(id)?, text("name")?))
        };
        let units = rows("units").iter().filter_map(|row| named(row, "id"));
        let persons = rows("attendance")
            .iter()
            .filter_map(|row| named(row, "person"));
        Self {
            who: units.chain(persons).collect(),
            items: rows("items"),
        }
    }

    /// What an id stands for: itself where that is not known.
    fn called(&self, id: &Tree) -> String {
        match id {
            Tree::Text(id) => self.who.get(id.as_str()).copied().unwrap_or(id).to_owned(),
            Tree::Number(number) => self.title(*number).unwrap_or_default().to_owned(),
            Tree::List(several) => joined(several, |one| self.called(one)),
            Tree::Nothing | Tree::Truth(_) | Tree::Table(_) => String::new(),
        }
    }

    fn title(&self, number: i64) -> Option<&str> {
        let at = usize::try_from(number).ok()?.checked_sub(1)?;
        field(self.items.get(at)?.table()?, "title")?.text()
    }
}

/// A document in which each list has one row that says nothing, from the schema.
fn blank() -> Table {
    let schema = tree::read(SCHEMA);
    match of_schema(&schema, &schema) {
        Tree::Table(table) => table,
        Tree::Nothing | Tree::Truth(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) => {
            Table::new()
        }
    }
}

/// A value that says nothing, of the form that a part of the schema describes.
fn of_schema(schema: &Table, part: &Table) -> Tree {
    let within = |key| field(part, key).and_then(Tree::table);
    if let Some(properties) = within("properties") {
        let blank = |part: &Tree| {
            part.table()
                .map_or(Tree::Nothing, |part| of_schema(schema, part))
        };
        let keys = properties.iter();
        return Tree::Table(keys.map(|(key, part)| (key.clone(), blank(part))).collect());
    }
    if let Some(row) = within("items").map(|row| of_schema(schema, row)) {
        return match row {
            Tree::Table(_) => Tree::List(vec![row]),
            Tree::Nothing | Tree::Truth(_) | Tree::Number(_) | Tree::Text(_) | Tree::List(_) => {
                Tree::Nothing
            }
        };
    }
    let defined = field(part, "$ref")
        .and_then(Tree::text)
        .and_then(|path| path.strip_prefix("#/$defs/"))
        .and_then(|name| field(field(schema, "$defs")?.table()?, name)?.table());
    defined.map_or(Tree::Nothing, |part| of_schema(schema, part))
}

/// The keys of the lists within the lists and facts of a blank document, however deep.
fn nested(blank: &Table) -> HashSet<&str> {
    let mut keys = HashSet::new();
    let lists = |value: &Tree| matches!(value, Tree::List(_));
    for (_, value) in blank {
        let within = value.list().iter().filter_map(Tree::table);
        for table in within.chain(value.table()) {
            keys.extend(
                table
                    .iter()
                    .filter(|(_, value)| lists(value))
                    .map(|(key, _)| key.as_str()),
            );
            keys.extend(nested(table));
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a reader does to have the text again.
    fn stored(cell: &str) -> &str {
        match cell.strip_prefix('\'') {
            Some(text) if safe(text) == cell => text,
            Some(_) | None => cell,
        }
    }

    #[test]
    fn a_text_that_begins_as_formulas_do_is_none() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+86 871", "'+86 871"),
            ("-", "'-"),
            ("@x", "'@x"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("'tis so", "'tis so"),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            assert_eq!(safe(text), cell);
        }
    }

    proptest! {
        #[test]
        fn every_text_can_be_had_again_and_none_is_a_formula(text in "['=+@\\-\t\r＝a严, \"\n]{0,8}") {
            let cell = safe(&text);
            prop_assert_eq!(stored(&cell), &text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝']));
        }
    }

    #[test]
    fn the_schema_knows_the_lists_within_lists() {
        let blank = blank();
        let nested = nested(&blank);
        for key in [
            "turns",
            "candidates",
            "groups",
            "answers",
            "chairs",
            "by_unit",
        ] {
            assert!(nested.contains(key), "{key}");
        }
        assert!(!nested.contains("units") && !nested.contains("themes"));
    }
}
