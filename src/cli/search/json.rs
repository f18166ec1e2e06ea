//! What was found, as one JSON document: `{"hits": […], "counts": {hits, having, sessions}, "unreadable": [{path, why}]}`. A hit has, always
//! all of them, `session` (the file's name without `.toml`), `title`, `date`, `series`, `list` (the list of the session document it stands
//! in), `id` (null for the meeting itself), `item`, `unit` (the first of `units[]`), `units[]`, `unit_name`, `person`, `person_name`, `owner`
//! (of a matter arising, by name), `kind`, `status`, `themes[]`, `text`, `more`, what was said of it, and what was answered after the session: `later`, `later_text`, `later_at`,
//! `later_author`; `status` is how the session left it. Enumerations are English words, texts
//! those of the record.

use chrono::SecondsFormat;
use serde::Serialize;

use crate::archive::Unreadable;
use crate::archive::search::{Entry, Extent, Found, Roster, Status};
use crate::locale::Locale;
use crate::meeting::contribution::Answer;

use super::{Ending, Page};

#[derive(Serialize)]
struct Hit<'a> {
    session: &'a str,
    title: &'a str,
    date: Option<String>,
    series: Option<&'a str>,
    list: &'static str,
    id: Option<&'a str>,
    item: Option<usize>,
    unit: Option<&'a str>,
    units: Vec<&'a str>,
    unit_name: Option<&'a str>,
    person: Option<&'a str>,
    person_name: Option<&'a str>,
    owner: Option<&'a str>,
    kind: &'static str,
    status: Option<&'static str>,
    themes: Vec<&'a str>,
    text: &'a str,
    more: Option<&'a str>,
    later: Option<Answer>,
    later_text: Option<&'a str>,
    later_at: Option<String>,
    later_author: Option<&'a str>,
}

#[derive(Serialize)]
struct Counts {
    hits: usize,
    having: usize,
    sessions: usize,
}

#[derive(Serialize)]
struct Unread {
    path: String,
    why: String,
}

/// The rows of one session, and how many they are.
pub fn rows(found: &Found) -> (usize, String) {
    let rows: Vec<String> = found
        .entries
        .iter()
        .map(|entry| row(found, entry))
        .collect();
    (rows.len(), rows.join(",\n    "))
}

fn row(found: &Found, entry: &Entry) -> String {
    let roster: &Roster = &found.roster;
    // An owner may be a person, who is none of the units.
    let is_person = |id: &&str| roster.unit(id).is_none() && roster.person(id).is_some();
    let owners = || entry.units.iter().map(|id| &**id);
    let units: Vec<&str> = owners().filter(|id| !is_person(id)).collect();
    let person = entry.person.as_deref().or_else(|| owners().find(is_person));
    let later = entry.later.as_ref();
    written(&Hit {
        session: found.stem,
        title: &found.title,
        date: found.date.map(|date| date.to_string()),
        series: found.series.as_deref(),
        list: entry.kind.list(),
        id: Some(&*entry.id).filter(|id| !id.is_empty()),
        item: entry.item,
        unit: units.first().copied(),
        unit_name: units.first().and_then(|id| Some(&*roster.unit(id)?.name)),
        units,
        person,
        person_name: person.and_then(|id| Some(&*roster.person(id)?.name)),
        owner: entry.owner.as_deref(),
        kind: entry.kind.tag(),
        status: entry.status.map(Status::tag),
        themes: entry.themes.iter().map(|theme| &**theme).collect(),
        text: &entry.text,
        more: entry.more.as_deref(),
        later: later.map(|later| later.status),
        later_text: later.and_then(|later| Some(later.text.as_ref()?.as_str())),
        later_at: later.map(|later| later.at.to_rfc3339_opts(SecondsFormat::Secs, false)),
        later_author: later.map(|later| later.author.as_str()),
    })
}

fn written(row: &impl Serialize) -> String {
    serde_json::to_string(row).expect("texts, numbers and lists of them are always JSON")
}

/// The document, put out as it grows.
pub struct Document<'s> {
    page: Page<'s>,
    locale: &'s Locale,
    hits: usize,
    unread: Vec<String>,
}

impl<'s> Document<'s> {
    /// Its beginning.
    pub fn begin(mut page: Page<'s>, locale: &'s Locale) -> Self {
        page.put("{\n  \"hits\": [");
        Self {
            page,
            locale,
            hits: 0,
            unread: Vec::new(),
        }
    }

    /// The rows of the next session.
    pub fn put(&mut self, (count, rows): &(usize, String)) {
        let between = if self.hits == 0 { "" } else { "," };
        self.page.put(&format!("{between}\n    {rows}"));
        self.hits += count;
    }

    /// A file that could not be read.
    pub fn unread(&mut self, one: &Unreadable) {
        self.unread.push(written(&Unread {
            path: one.path.to_string_lossy().into_owned(),
            why: self.locale.say(&one.why),
        }));
    }

    /// Its end, and how the writing went.
    pub fn end(mut self, extent: &Extent) -> Ending {
        let hits = if self.hits == 0 { "]" } else { "\n  ]" };
        let counts = written(&Counts {
            hits: self.hits,
            having: extent.having,
            sessions: extent.sessions,
        });
        let unread = self.unread.join(", ");
        let end = format!("{hits},\n  \"counts\": {counts},\n  \"unreadable\": [{unread}]\n}}\n");
        self.page.put(&end);
        self.page.end()
    }
}
