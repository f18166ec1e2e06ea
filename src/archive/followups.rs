//! What is still open: of all or of one unit, unit by unit, and as the matters that arise when the next meeting of a series opens. What is open is
//! `history`'s to say.

use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;

use super::history::{History, Only, Raised, What};
use crate::meeting::MatterId;
use crate::meeting::outcome::Matter;
use crate::text::{Language, Text};

/// Everything still open from all saved sessions of that series, oldest first, numbered from M1; of decisions those whose day of review has
/// come. `own` is the name (without `.toml`) of the session that is being opened; names and titles are given in `language`, that of its
/// record, and what was said in the words in which it was. Sessions that cannot be read are passed over: they cannot keep a meeting from
/// being opened.
#[must_use]
pub fn matters(
    folder: &Path,
    series: &Text,
    own: &str,
    today: NaiveDate,
    language: Language,
) -> Vec<Matter> {
    let only = Only {
        series: Some(series),
        but: Some(own),
        ..Only::default()
    };
    let history = History::of(folder, only, |_, _| {});
    let arises = history
        .open()
        .filter(|raised| raised.what != What::Decision || raised.is_overdue(today));
    let matter = |(number, raised): (u32, &Raised)| {
        let held = history.session_of(raised);
        Matter {
            id: MatterId(number),
            session: held.stem.clone(),
            date: held.day,
            title: Some(held.title.clone()),
            origin: raised.id.clone(),
            text: raised.text.get(language).clone(),
            owner: raised
                .owner
                .as_ref()
                .map(|owner| owner.get(language).clone()),
        }
    };
    (1..).zip(arises).map(matter).collect()
}

/// What is still open in a history.
#[derive(Clone, Copy, Debug)]
pub struct Followups<'a> {
    /// The history.
    pub history: &'a History,
    /// Of that party alone; of everybody where none is named.
    pub party: Option<usize>,
    /// The day from which ages are told.
    pub today: NaiveDate,
}

/// What is open of one party; of none where it is nobody's.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// The party.
    pub party: Option<usize>,
    /// What is open; never empty.
    pub things: Vec<&'a Raised>,
}

impl<'a> Followups<'a> {
    /// Everything that those who are meant ever raised, oldest first.
    pub fn asked(&self) -> impl Iterator<Item = &'a Raised> {
        let party = self.party;
        let is_meant = move |raised: &&Raised| party.is_none_or(|party| raised.by.contains(&party));
        self.history.raised.iter().filter(is_meant)
    }

    /// What of it is open.
    pub fn things(&self) -> impl Iterator<Item = &'a Raised> {
        self.asked().filter(|raised| raised.is_open())
    }

    /// By the unit that each is listed under, in order of precedence, what is nobody's last; the oldest first.
    #[must_use]
    pub fn groups(&self) -> Vec<Group<'a>> {
        let parties = self.history.parties.in_order().into_iter().map(Some);
        let mut groups: Vec<Group> = parties
            .chain([None])
            .map(|party| Group {
                party,
                things: Vec::new(),
            })
            .collect();
        let places = groups.iter().map(|group| group.party).zip(0..);
        let places: HashMap<Option<usize>, usize> = places.collect();
        for raised in self.things() {
            let under = self.party.or_else(|| raised.by.first().copied());
            if let Some(place) = places.get(&under) {
                groups[*place].things.push(raised);
            }
        }
        groups.retain(|group| !group.things.is_empty());
        groups
    }

    /// How many of them are overdue.
    #[must_use]
    pub fn overdue(&self) -> usize {
        self.things()
            .filter(|raised| raised.is_overdue(self.today))
            .count()
    }
}
