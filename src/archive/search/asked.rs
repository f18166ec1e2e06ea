//! What a query means in one session: whom it names there, what its theme is called, and whether one thing is what it asks for.

use super::entry::Entry;
use super::kinds::Kind;
use super::later::Said;
use super::lines::{self, Table};
use super::query::Query;
use super::roster::{self, Known, Roster, Wanted};
use super::word::{self, Look, Word};

/// Bytes of a file that tell what need not be looked at closely.
#[derive(Default)]
pub struct Raw<'b> {
    /// Where persons and units stand, where that is known.
    pub roster: Option<&'b [u8]>,
    /// Where the record counts its themes; empty where that is not known.
    pub themes: &'b [u8],
    /// Where a word may stand in a later answer instead, which is no part of the file.
    pub said: Said<'b>,
}

impl Raw<'_> {
    /// Whether everybody's name has to be looked at.
    pub fn may_name_of(&self, query: &Query) -> bool {
        let mut words = query.words.iter();
        query.unit.is_some() || query.person.is_some() || words.any(|word| self.may_name(word))
    }

    /// Whether a word may stand in somebody's name, or read one.
    fn may_name(&self, word: &Word) -> bool {
        let is_there = |roster| word.is_pinyin() || word.look(roster) != Look::No;
        self.roster.is_none_or(is_there)
    }
}

/// A query, and whom and what it means in one session.
pub struct Asked<'q> {
    query: &'q Query,
    /// For each word, the ids of those in whose names it stands.
    named: Vec<Vec<String>>,
    units: Option<Vec<String>>,
    persons: Option<Vec<String>>,
    /// The names of the theme that is asked for in the other language, folded.
    themes: Vec<String>,
    /// The things whose own bytes tell nothing, because a word may stand in a later answer.
    said: Said<'q>,
}

impl<'q> Asked<'q> {
    /// Looks up whom the query names.
    pub fn of(
        query: &'q Query,
        roster: &Roster,
        known: &mut Known,
        raw: &Raw<'q>,
        agenda: impl Fn() -> Option<String>,
    ) -> Self {
        let words = query.words.iter();
        let named = words.map(|word| {
            if !raw.may_name(word) {
                return Vec::new();
            }
            let having = roster.all().filter(|named| named.has(word, known));
            having.map(|named| named.id.to_string()).collect()
        });
        let named = named.collect();
        let mut ids = |wanted: &Option<Wanted>| {
            let wanted = wanted.as_ref()?;
            Some(wanted.ids(roster, known, &agenda))
        };
        let (units, persons) = (ids(&query.unit), ids(&query.person));
        let is_other = |theme: &&Word| theme.look(raw.themes) == Look::No;
        let other = query.theme.as_ref().filter(is_other);
        let themes = other.and_then(|theme| Some(other_names(theme, &agenda()?)));
        Self {
            query,
            named,
            units,
            persons,
            themes: themes.unwrap_or_default(),
            said: raw.said.clone(),
        }
    }

    /// The tables to look at: where one of the words is in nobody's name, those alone in which it may stand.
    pub fn tables<'b>(&self, part: &'b [u8]) -> Vec<Table<'b>> {
        let mut words = self.query.words.iter().zip(&self.named);
        let placed = words.find(|(word, named)| named.is_empty() && word.is_placed());
        match placed.filter(|_| self.said.is_nothing()) {
            Some((word, _)) => lines::tables_having(part, |bytes| Some(word.find(bytes)?.0)),
            None => lines::tables(part),
        }
    }

    /// Whether a table may hold what is asked for: a look that costs little.
    pub fn may_hold(&self, kind: Kind, table: &Table) -> bool {
        let kinds = &self.query.kinds;
        let mut words = self.query.words.iter().zip(&self.named);
        // A single word was looked for already.
        let is_known = self.said.is_nothing() && words.len() < 2;
        (kinds.is_empty() || kinds.iter().any(|asked| asked.list() == kind.list()))
            && (is_known
                || self.said.may_be(kind, table)
                || words
                    .all(|(word, named)| !named.is_empty() || word.look(table.body) != Look::No))
    }

    /// Whether that is asked for.
    pub fn is(&self, entry: &Entry, roster: &Roster, known: &mut Known) -> bool {
        let query = self.query;
        (query.kinds.is_empty() || query.kinds.contains(&entry.kind))
            && (query.statuses.is_empty() || entry.is_so(&query.statuses))
            && self.is_theme(entry)
            && self.is_from(entry, roster, known)
            && query
                .words
                .iter()
                .zip(&self.named)
                .all(|(word, named)| has_word(entry, word, named))
    }

    fn is_theme(&self, entry: &Entry) -> bool {
        self.query.theme.as_ref().is_none_or(|theme| {
            let mut themes = entry.themes.iter();
            themes.any(|name| theme.is_in(name) || self.themes.contains(&word::fold(name)))
        })
    }

    fn is_from(&self, entry: &Entry, roster: &Roster, known: &mut Known) -> bool {
        let person = entry.person.as_deref();
        let mut owns = |wanted: &Option<Wanted>| {
            let both = wanted.as_ref().zip(entry.owner.as_deref());
            both.is_some_and(|(wanted, owner)| wanted.means(owner, known))
        };
        let is_unit = self.units.as_ref().is_none_or(|units| {
            let sources = entry.units.iter().map(|id| &**id);
            // Of a contribution the units are all said; a mover or an owner stands for his own.
            let behind = sources
                .clone()
                .chain(person)
                .filter_map(|id| match entry.kind {
                    Kind::Contribution(_) => None,
                    _ => roster.unit_of(id),
                });
            let mut all = sources.chain(behind).chain(person);
            all.any(|id| units.iter().any(|unit| unit == id)) || owns(&self.query.unit)
        });
        let is_person = self.persons.as_ref().is_none_or(|persons| {
            let mut all = entry.units.iter().map(|id| &**id).chain(person);
            all.any(|id| persons.iter().any(|person| person == id)) || owns(&self.query.person)
        });
        is_unit && is_person
    }
}

/// Whether a word stands in that, or in a name of those it comes from.
fn has_word(entry: &Entry, word: &Word, named: &[String]) -> bool {
    let texts = [&entry.text]
        .into_iter()
        .chain(&entry.more)
        .chain(&entry.owner);
    let mut texts = texts.chain(&entry.themes);
    let mut sources = entry.units.iter().chain(&entry.person);
    let later = entry.later.as_ref().and_then(|later| later.text.as_ref());
    texts.any(|text| word.is_in(text))
        || later.is_some_and(|text| word.is_in(text.as_str()))
        || word.is(&entry.id)
        || sources.any(|id| named.iter().any(|named| *named == **id))
}

/// Everything that an agenda calls the themes in one of whose names a word stands, folded.
fn other_names(theme: &Word, agenda: &str) -> Vec<String> {
    if theme.look(agenda.as_bytes()) == Look::No {
        return Vec::new();
    }
    let table = agenda.parse::<toml::Table>().unwrap_or_default();
    let themes = table.get("themes").and_then(toml::Value::as_array);
    let names = themes.into_iter().flatten().map(|listed| {
        let mut names = roster::texts(listed.get("name").unwrap_or(listed));
        let also = listed.get("also").and_then(toml::Value::as_array);
        names.extend(also.into_iter().flatten().filter_map(toml::Value::as_str));
        names
    });
    let having = names.filter(|names| names.iter().any(|name| theme.is_in(name)));
    having.flatten().map(word::fold).collect()
}
