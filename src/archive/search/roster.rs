//! Who is who in one session: the names that its ids have, and whom a name means there. The record's own language is read from its readable
//! part; names in the other one stand in the agenda alone, which is looked at only where the record has nobody of that name.

use std::borrow::Cow;
use std::collections::HashMap;

use super::lines::{Foreign, Table};
use super::word::{Look, Word};
use crate::names::{Rank, Spelling, Syllables, Typed, fold};
use crate::summary::Summary;

/// The persons and units of one session.
#[derive(Debug, Default)]
pub struct Roster<'b> {
    units: Vec<Named<'b>>,
    persons: Vec<Named<'b>>,
}

/// Somebody with a name.
#[derive(Clone, Debug, Default)]
pub struct Named<'b> {
    /// Their id.
    pub id: Cow<'b, str>,
    /// Their name, in the record's language.
    pub name: Cow<'b, str>,
    /// Their short name.
    pub short: Option<Cow<'b, str>>,
    /// A person's unit.
    unit: Option<Cow<'b, str>>,
}

/// Whether a name is looked for among units or among persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Units, and persons without one as units of one.
    Unit,
    /// Persons.
    Person,
}

impl<'b> Roster<'b> {
    /// Whose tables these are, of those whose id is asked for.
    pub(super) fn read(
        tables: &[Table<'b>],
        is_asked: impl Fn(&[u8]) -> bool,
    ) -> Result<Self, Foreign> {
        let mut roster = Self::default();
        for table in tables.iter().filter(|table| is_asked(table.first_text())) {
            match table.name {
                b"[[units]]" => roster.units.push(Named::read(table)?),
                b"[[attendance]]" => roster.persons.push(Named::read(table)?),
                _ => {}
            }
        }
        Ok(roster)
    }

    /// As the records say.
    pub fn of(summary: &Summary) -> Roster<'static> {
        let owned = |text: &str| Cow::Owned(text.to_owned());
        let said = |both: &crate::text::Bilingual| owned(both.get(summary.language).as_str());
        let units = summary.units.iter().map(|unit| Named {
            id: owned(unit.id.as_str()),
            name: said(&unit.name),
            short: unit.short.as_ref().map(said),
            unit: None,
        });
        let persons = summary.attendance.iter().map(|person| Named {
            id: owned(person.person.as_str()),
            name: said(&person.name),
            short: None,
            unit: person.unit.as_ref().map(|unit| owned(unit.as_str())),
        });
        Roster {
            units: units.collect(),
            persons: persons.collect(),
        }
    }

    /// Who has that id: a unit, else a person.
    pub fn anybody(&self, id: &str) -> Option<&Named<'b>> {
        self.unit(id).or_else(|| self.person(id))
    }

    /// The unit of that id.
    pub fn unit(&self, id: &str) -> Option<&Named<'b>> {
        self.units.iter().find(|unit| unit.id == id)
    }

    /// The person of that id.
    pub fn person(&self, id: &str) -> Option<&Named<'b>> {
        self.persons.iter().find(|person| person.id == id)
    }

    /// The unit of a person.
    pub fn unit_of(&self, person: &str) -> Option<&str> {
        self.person(person)?.unit.as_deref()
    }

    /// Everybody.
    pub fn all(&self) -> impl Iterator<Item = &Named<'b>> {
        self.units.iter().chain(&self.persons)
    }

    fn sort(&self, sort: Sort) -> impl Iterator<Item = &Named<'b>> {
        let (units, persons): (&[Named], _) = match sort {
            Sort::Unit => (&self.units, self.persons.iter()),
            Sort::Person => (&[], self.persons.iter()),
        };
        let alone = persons.filter(move |person| sort == Sort::Person || person.unit.is_none());
        units.iter().chain(alone)
    }
}

impl<'b> Named<'b> {
    fn read(table: &Table<'b>) -> Result<Self, Foreign> {
        let mut named = Self::default();
        for field in table.fields()? {
            let (key, value) = field?;
            match key {
                "id" | "person" => named.id = value.text()?.read()?,
                "name" => named.name = value.text()?.read()?,
                "short" => named.short = Some(value.text()?.read()?),
                "unit" => {
                    named.unit = Some(value.text()?.read()?);
                    break;
                }
                // What says who it is stands before.
                "group" | "capacity" => break,
                _ => {}
            }
        }
        Ok(named)
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.name).chain(self.short.as_deref())
    }

    /// The name that takes least room.
    #[must_use]
    pub fn shortest(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }

    /// Whether a word stands in a name, or reads one in pinyin.
    pub fn has(&self, word: &Word, known: &mut Known) -> bool {
        let mut names = self.names();
        names.any(|name| word.is_in(name) || word.is_pinyin() && word.is_read(known.spelling(name)))
    }
}

/// Names that were met before, with the ways in which they are read: the same ones come in session after session.
#[derive(Debug, Default)]
pub struct Known(HashMap<String, Spelling>);

impl Known {
    fn spelling(&mut self, name: &str) -> &Spelling {
        if !self.0.contains_key(name) {
            let spelling = Spelling::of([name], Syllables::OfLettersToo);
            self.0.insert(name.to_owned(), spelling);
        }
        &self.0[name]
    }
}

/// A name that a filter asks for.
#[derive(Debug)]
pub struct Wanted {
    typed: Typed,
    folded: String,
    word: Word,
    sort: Sort,
}

impl Wanted {
    /// Nothing where nothing was typed.
    pub fn of(typed: &str, sort: Sort) -> Option<Self> {
        Some(Self {
            typed: Typed::of(typed)?,
            folded: fold(typed),
            word: Word::of(typed)?,
            sort,
        })
    }

    /// The ids of those it means in a session: all that are nearest to it. `agenda` gives the agenda's text, where that is needed.
    pub fn ids(
        &self,
        roster: &Roster,
        known: &mut Known,
        agenda: impl FnOnce() -> Option<String>,
    ) -> Vec<String> {
        let named = roster.sort(self.sort);
        let ranked = named.filter_map(|named| {
            let rank = self.rank(&named.id, named.names(), known)?;
            Some((rank, named.id.to_string()))
        });
        let here = nearest(ranked.collect());
        if !here.is_empty() {
            return here;
        }
        agenda().map_or_else(Vec::new, |agenda| self.ids_of_agenda(&agenda, known))
    }

    /// The same, by the names that the agenda has.
    fn ids_of_agenda(&self, agenda: &str, known: &mut Known) -> Vec<String> {
        let may_be = self.word.look(agenda.as_bytes()) != Look::No || self.word.is_pinyin();
        let Some(agenda) = may_be.then(|| agenda.parse::<toml::Table>().ok()).flatten() else {
            return Vec::new();
        };
        let key = match self.sort {
            Sort::Unit => "unit",
            Sort::Person => "person",
        };
        let listed = agenda.get(key).and_then(toml::Value::as_table);
        let ranked = listed.into_iter().flatten().filter_map(|(id, of)| {
            let names = [of.get("name"), of.get("short")];
            let names = names.into_iter().flatten().flat_map(texts);
            let rank = self.rank(id, names, known)?;
            Some((rank, id.clone()))
        });
        nearest(ranked.collect())
    }

    /// Whether that name is meant.
    pub fn means(&self, name: &str, known: &mut Known) -> bool {
        self.rank("", std::iter::once(name), known).is_some()
    }

    /// How near it is to somebody; pinyin that is cut short means too many over the years.
    fn rank<'n>(
        &self,
        id: &str,
        names: impl Iterator<Item = &'n str>,
        known: &mut Known,
    ) -> Option<Rank> {
        if !id.is_empty() && fold(id) == self.folded {
            return Some(Rank::Id);
        }
        let ranks = names.filter_map(|name| known.spelling(name).rank(&self.typed));
        ranks.filter(|rank| *rank != Rank::CutShort).min()
    }
}

/// Those of the nearest rank.
fn nearest(ranked: Vec<(Rank, String)>) -> Vec<String> {
    let best = ranked.iter().map(|(rank, _)| *rank).min();
    let near = ranked.into_iter().filter(|(rank, _)| Some(*rank) == best);
    near.map(|(_, id)| id).collect()
}

/// A text of an agenda, in its languages.
pub fn texts(value: &toml::Value) -> Vec<&str> {
    match value.as_table() {
        Some(both) => both.values().filter_map(toml::Value::as_str).collect(),
        None => value.as_str().into_iter().collect(),
    }
}
