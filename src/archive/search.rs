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
//!
//! # How a thing stands
//! As its own session left it, and as the ledger says since: a contribution that was adopted afterwards is found as adopted, no longer as
//! open, and by the words of that answer. What a later meeting said of it stands in that meeting's session, and is found there, as a matter
//! arising; what still waits after all sessions is `history`'s to say.

mod asked;
mod entry;
mod file;
mod kinds;
mod later;
mod lines;
mod query;
mod roster;
mod typed;
mod word;

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use chrono::NaiveDate;
use rayon::prelude::*;

use super::Told;
use super::ledger::Ledger;
use super::listing::{self, Unreadable};
use crate::error::Error;
use crate::session_file;
use crate::summary::Summary;
use crate::text::{Message, Moment};

pub use entry::Entry;
pub use kinds::{Kind, Status};
pub use query::Query;
pub use roster::{Named, Roster};

use asked::{Asked, Raw};
use later::AllAnswers;
use lines::{Foreign, Table};
use roster::Known;
use word::{Look, Word};

/// So many files are looked through before what was found in them is given on: what is kept at one time does not grow with the archive.
const TOGETHER: usize = 512;

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
    /// When it was over.
    adjourned: Option<Moment>,
}

/// How much was looked through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Sessions that could be read.
    pub sessions: usize,
    /// Sessions in which something was found.
    pub having: usize,
    /// What is wrong with the ledger of later answers.
    pub findings: Told,
}

/// What is looked for, and what was answered after the sessions.
struct Search<'q> {
    query: &'q Query,
    later: AllAnswers,
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
    let ledger = Ledger::read(folder);
    let search = Search {
        query,
        later: AllAnswers::of(&ledger, query),
    };
    let mut extent = Extent {
        findings: ledger.findings,
        ..Extent::default()
    };
    let idle = Mutex::default();
    for together in places.chunks(TOGETHER) {
        let looked: Vec<Result<Option<R>, Unreadable>> = together
            .par_iter()
            .map_init(
                || Lent::of(&idle),
                |lent, place| {
                    let looked = lent.reader.look(place, &search, &make);
                    looked.map_err(|why| Unreadable {
                        path: place.path.clone(),
                        why,
                    })
                },
            )
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

/// A reader for as long as a thread is busy; then it waits, with what it knows, for the next one.
struct Lent<'i> {
    idle: &'i Mutex<Vec<Reader>>,
    reader: Reader,
}

impl<'i> Lent<'i> {
    fn of(idle: &'i Mutex<Vec<Reader>>) -> Self {
        let waiting = idle.lock().ok().and_then(|mut idle| idle.pop());
        Self {
            idle,
            reader: waiting.unwrap_or_default(),
        }
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        if let Ok(mut idle) = self.idle.lock() {
            idle.push(std::mem::take(&mut self.reader));
        }
    }
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
        search: &Search,
        make: &impl Fn(&Found) -> R,
    ) -> Result<Option<R>, Message> {
        let unread = |error| Error::read(&place.path, error).message();
        let Self { buffer, known } = self;
        if let Some(length) = file::readable(&place.path, buffer).map_err(unread)? {
            // Where somebody wrote into it, the records are as they were.
            if let Ok(found) = look_at_part(&buffer[..length], place, search, known) {
                return Ok(found.map(|found| make(&found)));
            }
        }
        let found = look_at_records(place, search, known)?;
        Ok(found.map(|found| make(&found)))
    }
}

/// Looks through the readable part of a file.
fn look_at_part<'b>(
    part: &'b [u8],
    place: &'b Place,
    search: &Search,
    known: &mut Known,
) -> Result<Option<Found<'b>>, Foreign> {
    let Search { query, later } = search;
    let is_out = |word: &Word| !word.is_pinyin() && word.look(part) == Look::No;
    let said = later.said_of(&place.stem, part);
    if said.is_nothing() && query.words.iter().any(is_out) {
        return Ok(None);
    }
    let summary = lines::first_table(part);
    let mut found = Found::nothing(place);
    found.read_summary(&summary)?;
    if !found.is_asked(query) {
        return Ok(None);
    }
    let raw = Raw {
        roster: Some(lines::roster(part)),
        themes: lines::list(summary.body, b"\nby_theme = [\n"),
        said,
    };
    let listed = lines::tables(lines::roster(part));
    let is_named = raw.may_name_of(query);
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
        if asked.may_hold(kind, table)
            && let Some(entry) = Entry::read(table, kind)?
        {
            found.take(entry, &asked, later, known);
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
    search: &Search,
    known: &mut Known,
) -> Result<Option<Found<'b>>, Message> {
    let Search { query, later } = search;
    listing::first_lines(&place.path)?;
    let bytes = super::read(&place.path).map_err(|error| error.message())?;
    let session = session_file::read(&bytes)?;
    let summary = Summary::of(&session.meeting);
    let owned = |text: &str| Cow::Owned(text.to_owned());
    let facts = &summary.meeting;
    let mut found = Found {
        title: owned(facts.title.get(summary.language).as_str()),
        date: facts.day(),
        series: facts.series.as_ref().map(|series| owned(series.as_str())),
        roster: Roster::of(&summary),
        adjourned: facts.adjourned,
        ..Found::nothing(place)
    };
    if !found.is_asked(query) {
        return Ok(None);
    }
    let asked = Asked::of(query, &found.roster, known, &Raw::default(), || {
        file::agenda(&bytes)
    });
    for entry in Entry::all_of(&summary) {
        found.take(entry, &asked, later, known);
    }
    Ok((!found.entries.is_empty()).then_some(found))
}

impl<'b> Found<'b> {
    fn nothing(place: &'b Place) -> Self {
        Self {
            stem: &place.stem,
            title: Cow::default(),
            date: None,
            series: None,
            roster: Roster::default(),
            entries: Vec::new(),
            adjourned: None,
        }
    }

    /// Takes a thing, with what was answered of it afterwards, where it is asked for.
    fn take(&mut self, mut entry: Entry<'b>, asked: &Asked, later: &AllAnswers, known: &mut Known) {
        entry.later = later.to(&entry, self.stem, self.adjourned);
        if asked.is(&entry, &self.roster, known) {
            self.entries.push(entry);
        }
    }

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
                "adjourned" => {
                    let end = value.text()?.read()?;
                    self.adjourned = Moment::parse_from_rfc3339(&end).ok();
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

#[cfg(test)]
mod tests;
