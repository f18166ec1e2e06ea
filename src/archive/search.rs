//! Looking through all sessions of a folder, without an index: raw bytes first, and only where these may hold what is looked for, one thing
//! after another, as the readable part of the file has it. A file of which that part cannot be understood is read by its records.
//!
//! # What is found
//! One thing at a time that has every word: a contribution, decision, action, motion, ballot, matter arising, item, or the meeting itself. A
//! word stands in its text, in what was said of it (an answer, a result), in a theme, in a name of whom it comes from, whole or in pinyin, or
//! is its id. Struck and merged contributions and withdrawn motions are left out: they count nowhere. The chair's conclusions are
//! contributions. Closed items are looked through too: the archive is the organisation's own.
//!
//! Texts and names are those of the record, in its own language; `--unit`, `--person` and `--theme` know the agenda's other language too.

mod entry;
mod file;
mod kinds;
mod lines;
mod roster;
mod word;

use std::borrow::Cow;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rayon::prelude::*;

use super::listing::{self, Unreadable};
use crate::error::Error;
use crate::session_file;
use crate::summary::Summary;
use crate::text::Message;

pub use entry::Entry;
pub use kinds::{Kind, Status};
pub use roster::{Named, Roster};

use lines::{Foreign, Table};
use roster::{Known, Sort, Wanted};
use word::{Look, Word};

/// So many files are looked through before what was found in them is given on: what is kept at one time does not grow with the archive.
const TOGETHER: usize = 512;

/// What is looked for.
#[derive(Debug, Default)]
pub struct Query {
    words: Vec<Word>,
    unit: Option<Wanted>,
    person: Option<Wanted>,
    theme: Option<Word>,
    series: Option<Word>,
    kinds: Vec<Kind>,
    statuses: Vec<Status>,
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
}

impl Query {
    /// Words, and phrases in quotation marks; each must stand in what is found.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        Self {
            words: parted(typed).into_iter().filter_map(Word::of).collect(),
            ..Self::default()
        }
    }

    /// From units of that name only, in either language, short, by id or in pinyin; persons without one are units of one.
    #[must_use]
    pub fn unit(mut self, name: &str) -> Self {
        self.unit = Wanted::of(name, Sort::Unit);
        self
    }

    /// From persons of that name only.
    #[must_use]
    pub fn person(mut self, name: &str) -> Self {
        self.person = Wanted::of(name, Sort::Person);
        self
    }

    /// On themes only in whose name that stands, in either language.
    #[must_use]
    pub fn theme(mut self, name: &str) -> Self {
        self.theme = Word::of(name);
        self
    }

    /// In series only in whose name that stands.
    #[must_use]
    pub fn series(mut self, name: &str) -> Self {
        self.series = Word::of(name);
        self
    }

    /// Of these kinds only; none are all.
    #[must_use]
    pub fn kinds(mut self, kinds: Vec<Kind>) -> Self {
        self.kinds = kinds;
        self
    }

    /// Only what stands so; none are all.
    #[must_use]
    pub fn statuses(mut self, statuses: Vec<Status>) -> Self {
        self.statuses = statuses;
        self
    }

    /// In meetings of that day and later only.
    #[must_use]
    pub const fn since(mut self, day: NaiveDate) -> Self {
        self.since = Some(day);
        self
    }

    /// In meetings of that day and earlier only.
    #[must_use]
    pub const fn until(mut self, day: NaiveDate) -> Self {
        self.until = Some(day);
        self
    }

    /// Whether it asks for nothing, so that everything would be found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
            && self.unit.is_none()
            && self.person.is_none()
            && self.theme.is_none()
            && self.series.is_none()
            && self.kinds.is_empty()
            && self.statuses.is_empty()
            && self.since.is_none()
            && self.until.is_none()
    }

    /// Whether everybody's name has to be looked at.
    fn is_named(&self, raw: &Raw) -> bool {
        let mut words = self.words.iter();
        self.unit.is_some() || self.person.is_some() || words.any(|word| raw.may_name(word))
    }

    /// Where the first of its words begins in a text.
    #[must_use]
    pub fn first_place(&self, text: &str) -> Option<usize> {
        self.words
            .iter()
            .filter_map(|word| word.first_place(text))
            .min()
    }

    /// Where its words stand in a text: bytes, in order, none within another.
    #[must_use]
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let mut places: Vec<Range<usize>> = self
            .words
            .iter()
            .flat_map(|word| word.places(text))
            .collect();
        places.sort_by_key(|place| (place.start, place.end));
        let mut joined: Vec<Range<usize>> = Vec::new();
        for place in places {
            match joined.last_mut() {
                Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
                _ => joined.push(place),
            }
        }
        joined
    }
}

/// The words and phrases of what was typed.
fn parted(typed: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        if let Some((phrase, behind)) = crate::names::take_quoted(rest) {
            parts.push(phrase);
            rest = behind;
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            parts.push(&rest[..end]);
            rest = rest[end..].trim_start();
        }
    }
    parts
}

/// What was found in one session.
#[derive(Debug)]
pub struct Found<'b> {
    /// The file's name without `.toml`.
    pub stem: &'b str,
    /// What the meeting is called, in the record's language.
    pub title: Cow<'b, str>,
    /// The day it was held.
    pub date: Option<NaiveDate>,
    /// The series it belongs to.
    pub series: Option<Cow<'b, str>>,
    /// Who is who there.
    pub roster: Roster<'b>,
    /// What was found, in the order of the file; never empty.
    pub entries: Vec<Entry<'b>>,
}

/// How much was looked through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Sessions that could be read.
    pub sessions: usize,
    /// Sessions in which something was found.
    pub having: usize,
}

/// A session file that is to be looked through.
struct Place {
    path: PathBuf,
    stem: String,
    day: Option<NaiveDate>,
}

/// Looks through all sessions of a folder. `make` is called on several threads, with what was found in one session; `give` gets what it made, newest
/// session first by the days in the files' names, and every file that could not be read.
pub fn search<R: Send>(
    folder: &Path,
    query: &Query,
    make: impl Fn(&Found) -> R + Sync,
    mut give: impl FnMut(Result<R, Unreadable>),
) -> Extent {
    let (places, odd) = places(folder);
    odd.into_iter().for_each(|one| give(Err(one)));
    let mut extent = Extent::default();
    for together in places.chunks(TOGETHER) {
        let looked: Vec<Result<Option<R>, Unreadable>> = together
            .par_iter()
            .map_init(Reader::default, |reader, place| {
                reader.look(place, query, &make).map_err(|why| Unreadable {
                    path: place.path.clone(),
                    why,
                })
            })
            .collect();
        for one in looked {
            extent.sessions += usize::from(one.is_ok());
            if let Some(made) = one.transpose() {
                extent.having += usize::from(made.is_ok());
                give(made);
            }
        }
    }
    extent
}

/// The files to look through, newest first, and what stands under their names and is no file.
fn places(folder: &Path) -> (Vec<Place>, Vec<Unreadable>) {
    let (files, odd) = listing::files(folder);
    let mut places: Vec<Place> = files
        .into_par_iter()
        .map(|(path, stem)| Place {
            day: day_of(&path, &stem),
            path,
            stem,
        })
        .collect();
    places.sort_by(|a, b| (b.day, &b.stem).cmp(&(a.day, &a.stem)));
    (places, odd)
}

/// The day in a file's name; where it has none, that of its first lines.
fn day_of(path: &Path, stem: &str) -> Option<NaiveDate> {
    let named = stem.get(..10).and_then(|day| day.parse().ok());
    named.or_else(|| listing::day(&listing::first_lines(path).ok()?))
}

/// What one thread uses for one file after another.
#[derive(Default)]
struct Reader {
    buffer: Vec<u8>,
    known: Known,
}

impl Reader {
    fn look<R>(
        &mut self,
        place: &Place,
        query: &Query,
        make: &impl Fn(&Found) -> R,
    ) -> Result<Option<R>, Message> {
        let unread = |error| Error::read(&place.path, error).message();
        let Self { buffer, known } = self;
        if let Some(length) = file::readable(&place.path, buffer).map_err(unread)? {
            // Where somebody wrote into it, the records are as they were.
            if let Ok(found) = look_at_part(&buffer[..length], place, query, known) {
                return Ok(found.map(|found| make(&found)));
            }
        }
        let found = look_at_records(place, query, known)?;
        Ok(found.map(|found| make(&found)))
    }
}

/// Looks through the readable part of a file.
fn look_at_part<'b>(
    part: &'b [u8],
    place: &'b Place,
    query: &Query,
    known: &mut Known,
) -> Result<Option<Found<'b>>, Foreign> {
    let is_out = |word: &Word| !word.is_pinyin() && word.look(part) == Look::No;
    if query.words.iter().any(is_out) {
        return Ok(None);
    }
    let summary = lines::first_table(part);
    let mut found = Found {
        stem: &place.stem,
        title: Cow::default(),
        date: None,
        series: None,
        roster: Roster::default(),
        entries: Vec::new(),
    };
    found.read_summary(&summary)?;
    if !found.is_asked(query) {
        return Ok(None);
    }
    let raw = Raw {
        roster: Some(lines::roster(part)),
        themes: lines::list(summary.body, b"\nby_theme = [\n"),
    };
    let listed = lines::tables(lines::roster(part));
    let is_named = query.is_named(&raw);
    if is_named {
        found.roster = Roster::read(&listed, |_| true)?;
    }
    let asked = Asked::of(query, &found.roster, known, &raw, || {
        let bytes = fs::read(&place.path).ok()?;
        file::agenda(&bytes)
    });
    for table in &asked.tables(part) {
        let Some(kind) = kind_of(table.name) else {
            continue;
        };
        if asked.may_hold(kind, table) {
            let entry = Entry::read(table, kind)?;
            let entry = entry.filter(|entry| asked.is(entry, &found.roster, known));
            found.entries.extend(entry);
        }
    }
    if !is_named {
        let entries = &found.entries;
        let is_source = |id: &[u8]| entries.iter().any(|entry| entry.is_from(id));
        found.roster = Roster::read(&listed, is_source)?;
    }
    Ok((!found.entries.is_empty()).then_some(found))
}

/// Looks through what the records of a file say.
fn look_at_records<'b>(
    place: &'b Place,
    query: &Query,
    known: &mut Known,
) -> Result<Option<Found<'b>>, Message> {
    listing::first_lines(&place.path)?;
    let bytes = super::read(&place.path).map_err(|error| error.message())?;
    let session = session_file::read(&bytes)?;
    let summary = Summary::of(&session.meeting);
    let owned = |text: &str| Cow::Owned(text.to_owned());
    let facts = &summary.meeting;
    let mut found = Found {
        stem: &place.stem,
        title: owned(facts.title.get(summary.language).as_str()),
        date: facts.day(),
        series: facts.series.as_ref().map(|series| owned(series.as_str())),
        roster: Roster::of(&summary),
        entries: Vec::new(),
    };
    if !found.is_asked(query) {
        return Ok(None);
    }
    let asked = Asked::of(query, &found.roster, known, &Raw::default(), || {
        file::agenda(&bytes)
    });
    let mut entries = Entry::all_of(&summary);
    entries.retain(|entry| asked.is(entry, &found.roster, known));
    found.entries = entries;
    Ok((!found.entries.is_empty()).then_some(found))
}

impl<'b> Found<'b> {
    fn read_summary(&mut self, table: &Table<'b>) -> Result<(), Foreign> {
        let mut opened = None;
        for field in table.fields()? {
            let (key, value) = field?;
            match key {
                "title" => self.title = value.text()?.read()?,
                "series" => self.series = Some(value.text()?.read()?),
                "date" => self.date = value.text()?.read()?.parse().ok(),
                "opened" => {
                    let opening = value.text()?.read()?;
                    let day = opening.get(..10);
                    opened = day.and_then(|day| day.parse().ok());
                }
                "organisation" | "place" | "presided" | "attended" => break,
                _ => {}
            }
        }
        self.date = self.date.or(opened);
        Ok(())
    }

    /// Whether the session itself is one that was asked for.
    fn is_asked(&self, query: &Query) -> bool {
        let has_series = |word: &Word| {
            self.series
                .as_ref()
                .is_some_and(|series| word.is_in(series))
        };
        query.series.as_ref().is_none_or(has_series)
            && query
                .since
                .is_none_or(|since| self.date.is_some_and(|day| day >= since))
            && query
                .until
                .is_none_or(|until| self.date.is_some_and(|day| day <= until))
    }
}

/// What a table of that name holds.
fn kind_of(name: &[u8]) -> Option<Kind> {
    match name {
        b"[meeting]" => Some(Kind::Meeting),
        b"[[items]]" => Some(Kind::Item),
        b"[[contributions]]" => Some(Kind::Contribution(
            crate::agenda::ContributionKind::Suggestion,
        )),
        b"[[motions]]" => Some(Kind::Motion),
        b"[[decisions]]" => Some(Kind::Decision),
        b"[[actions]]" => Some(Kind::Action),
        b"[[ballots]]" => Some(Kind::Ballot),
        b"[[matters]]" => Some(Kind::Matter),
        _ => None,
    }
}

/// Bytes of a file that tell what need not be looked at closely.
#[derive(Default)]
struct Raw<'b> {
    /// Where persons and units stand, where that is known.
    roster: Option<&'b [u8]>,
    /// Where the record counts its themes; empty where that is not known.
    themes: &'b [u8],
}

impl Raw<'_> {
    /// Whether a word may stand in somebody's name, or read one.
    fn may_name(&self, word: &Word) -> bool {
        let is_there = |roster| word.is_pinyin() || word.look(roster) != Look::No;
        self.roster.is_none_or(is_there)
    }
}

/// A query, and whom and what it means in one session.
struct Asked<'q> {
    query: &'q Query,
    /// For each word, the ids of those in whose names it stands.
    named: Vec<Vec<String>>,
    units: Option<Vec<String>>,
    persons: Option<Vec<String>>,
    /// The names of the theme that is asked for in the other language, folded.
    themes: Vec<String>,
}

impl<'q> Asked<'q> {
    fn of(
        query: &'q Query,
        roster: &Roster,
        known: &mut Known,
        raw: &Raw,
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
        }
    }

    /// The tables to look at: where one of the words is in nobody's name, those alone in which it may stand.
    fn tables<'b>(&self, part: &'b [u8]) -> Vec<Table<'b>> {
        let mut words = self.query.words.iter().zip(&self.named);
        let placed = words.find(|(word, named)| named.is_empty() && word.is_placed());
        match placed {
            Some((word, _)) => lines::tables_having(part, |bytes| Some(word.find(bytes)?.0)),
            None => lines::tables(part),
        }
    }

    /// Whether a table may hold what is asked for: a look that costs little.
    fn may_hold(&self, kind: Kind, table: &Table) -> bool {
        let kinds = &self.query.kinds;
        let words = self.query.words.iter().zip(&self.named);
        (kinds.is_empty() || kinds.iter().any(|asked| asked.list() == kind.list()))
            && words
                .into_iter()
                .all(|(word, named)| !named.is_empty() || word.look(table.body) != Look::No)
    }

    /// Whether that is asked for.
    fn is(&self, entry: &Entry, roster: &Roster, known: &mut Known) -> bool {
        let query = self.query;
        (query.kinds.is_empty() || query.kinds.contains(&entry.kind))
            && (query.statuses.is_empty()
                || entry
                    .status
                    .is_some_and(|status| query.statuses.contains(&status)))
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
    texts.any(|text| word.is_in(text))
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

#[cfg(test)]
mod tests;
