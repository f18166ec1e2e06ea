//! What is looked for: words and filters, as they were asked for. What they mean in one session is told beside, in `asked`.

use std::ops::Range;

use chrono::NaiveDate;

use super::kinds::{Kind, Status};
use super::roster::{Sort, Wanted};
use super::word::Word;

/// What is looked for.
#[derive(Debug, Default)]
pub struct Query {
    pub(super) words: Vec<Word>,
    pub(super) unit: Option<Wanted>,
    pub(super) person: Option<Wanted>,
    pub(super) theme: Option<Word>,
    pub(super) series: Option<Word>,
    pub(super) kinds: Vec<Kind>,
    pub(super) statuses: Vec<Status>,
    pub(super) since: Option<NaiveDate>,
    pub(super) until: Option<NaiveDate>,
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
