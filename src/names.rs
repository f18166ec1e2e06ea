//! WHO: whom a name means, by ranks (`CONTRACT.md` §3), and the longest known name at the beginning of a text.
//!
//! Indexed once for each change of the roster; looking up stores nothing. Owns how people are named, not who is present:
//! whether a unit stands for its only present person is the meeting's to say.

mod fold;
mod known;
mod pinyin;
mod spelling;
mod take;

pub use fold::{fold, narrow};
pub use known::Known;
pub use pinyin::{romanised, syllables};
pub use spelling::{Spelling, Syllables, Typed};
pub use take::{Tag, Taken, tag_end, take_quoted};

use std::collections::HashMap;

use crate::agenda::{Person, Unit, Who};
use crate::text::{Arg, Bilingual, Message, Text, nearest};

use fold::words;

/// The persons and units that can be named, indexed.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// In order of precedence: persons, then units.
    entries: Vec<Entry>,
    at: HashMap<Who, usize>,
    /// Whole names, shorts and ids, with whom they name.
    known: Known<Who>,
    /// Whole names, folded, in the order of their letters.
    wholes: Vec<String>,
    /// No query of more words than this can match.
    most_words: usize,
}

/// Whom a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// Exactly one.
    One(Who),
    /// Several of the same rank, in order of precedence; nothing is done before one of them is named.
    Several(Vec<Who>),
    /// Nobody.
    None,
}

/// How a name was matched; the first rank with a match decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// By id.
    Id,
    /// By a whole name or a short one, in either language.
    Whole,
    /// By the beginnings of words that stand side by side in the name.
    Words,
    /// By pinyin or its initials, in the usual readings.
    Pinyin,
    /// By pinyin in any reading of the characters.
    AnyReading,
    /// By pinyin cut short.
    CutShort,
    /// By any part of a name.
    Part,
}

#[derive(Clone, Debug)]
struct Entry {
    who: Who,
    name: Bilingual,
    id: String,
    spelling: Spelling,
}

impl Names {
    /// The names of a roster, both in order of precedence.
    pub fn of<'a>(
        persons: impl IntoIterator<Item = &'a Person>,
        units: impl IntoIterator<Item = &'a Unit>,
    ) -> Self {
        let person = |person: &Person| {
            Entry::new(
                Who::Person(person.id.clone()),
                person.id.as_str(),
                &person.name,
                None,
            )
        };
        let unit = |unit: &Unit| {
            Entry::new(
                Who::Unit(unit.id.clone()),
                unit.id.as_str(),
                &unit.name,
                unit.short.as_ref(),
            )
        };
        let entries: Vec<Entry> = persons
            .into_iter()
            .map(person)
            .chain(units.into_iter().map(unit))
            .collect();
        let mut known = Known::default();
        for entry in &entries {
            known.add(&entry.id, entry.who.clone());
            entry
                .spelling
                .folded()
                .for_each(|whole| known.add(whole, entry.who.clone()));
        }
        let at = entries
            .iter()
            .enumerate()
            .map(|(at, entry)| (entry.who.clone(), at))
            .collect();
        let mut wholes: Vec<String> = entries
            .iter()
            .flat_map(|entry| entry.spelling.folded().map(str::to_owned))
            .collect();
        wholes.sort_unstable();
        let most_words = entries.iter().map(Entry::most_words).max().unwrap_or(0);
        Self {
            entries,
            at,
            known,
            wholes,
            most_words,
        }
    }

    /// Whether nobody can be named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whom that name, taken whole, means.
    #[must_use]
    pub fn find(&self, name: &str) -> Match {
        self.find_ranked(name).1
    }

    /// Whom that name means, and by which rank.
    #[must_use]
    pub fn find_ranked(&self, name: &str) -> (Option<Rank>, Match) {
        let Some(query) = Typed::of(name) else {
            return (None, Match::None);
        };
        let mut best: Option<(Rank, Vec<Who>)> = None;
        for entry in &self.entries {
            let Some(rank) = entry.rank(&query) else {
                continue;
            };
            match &mut best {
                Some((known, _)) if *known < rank => {}
                Some((known, found)) if *known == rank => found.push(entry.who.clone()),
                _ => best = Some((rank, vec![entry.who.clone()])),
            }
        }
        match best {
            None => (None, Match::None),
            Some((rank, mut found)) if found.len() == 1 => {
                (Some(rank), found.pop().map_or(Match::None, Match::One))
            }
            Some((rank, found)) => (Some(rank), Match::Several(found)),
        }
    }

    /// Whom the beginning of a name could mean, best first, no more than `most`.
    #[must_use]
    pub fn complete(&self, beginning: &str, most: usize) -> Vec<Who> {
        let Some(query) = Typed::of(beginning) else {
            return self
                .entries
                .iter()
                .take(most)
                .map(|entry| entry.who.clone())
                .collect();
        };
        let mut found: Vec<(Rank, &Who)> = self
            .entries
            .iter()
            .filter_map(|entry| Some((entry.completion_rank(&query)?, &entry.who)))
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found
            .into_iter()
            .take(most)
            .map(|(_, who)| who.clone())
            .collect()
    }

    /// Whether that name means this one and nobody else by a whole name or id.
    #[must_use]
    pub fn is_unmistakable(&self, name: &str, who: &Who) -> bool {
        matches!(self.known.get(name), [only] if only == who)
    }

    /// Whether this whole name could be taken for the beginning of somebody else's when a text goes on behind it.
    #[must_use]
    pub fn is_begun_longer(&self, name: &str) -> bool {
        Typed::of(name).is_some_and(|typed| {
            let begin = self.wholes.partition_point(|whole| *whole <= typed.folded);
            let longer = self.wholes[begin..].iter();
            longer
                .take_while(|whole| whole.starts_with(&typed.folded))
                .any(|whole| spelling::is_longer(whole, &typed))
        })
    }

    /// Whether a name or id of theirs begins with that, letter by letter, and is not all of it.
    #[must_use]
    pub fn goes_on(&self, who: &Who, typed: &Typed) -> bool {
        self.entry(who).is_some_and(|entry| {
            entry.spelling.goes_on(typed)
                || entry.id.len() > typed.folded.len() && entry.id.starts_with(&typed.folded)
        })
    }

    /// Who was most likely meant by a name that matches nobody.
    #[must_use]
    pub fn nearest(&self, name: &str) -> Option<Who> {
        let folded = fold(name);
        let names = self
            .entries
            .iter()
            .flat_map(|entry| entry.spelling.folded().chain([entry.id.as_str()]));
        let near = nearest(&folded, names)?;
        let entry = self
            .entries
            .iter()
            .find(|entry| entry.id == near || entry.spelling.folded().any(|whole| whole == near))?;
        Some(entry.who.clone())
    }

    /// What somebody on this roster is called.
    #[must_use]
    pub fn name(&self, who: &Who) -> Option<&Bilingual> {
        self.entry(who).map(|entry| &entry.name)
    }

    /// Why that name cannot be used in a meeting: nobody has it, or several do. `None` where it means one.
    #[must_use]
    pub fn problem(&self, name: &str, found: &Match) -> Option<Message> {
        self.objection(name, found, ["names-unknown", "names-unknown-near"])
    }

    /// The same where nobody can be added to the roster any more.
    #[must_use]
    pub fn unmeant(&self, name: &str, found: &Match) -> Option<Message> {
        self.objection(name, found, ["names-nobody", "names-nobody-near"])
    }

    /// What is said of a name nobody has, and of one that is near another.
    fn objection(
        &self,
        name: &str,
        found: &Match,
        [unknown, unknown_near]: [&'static str; 2],
    ) -> Option<Message> {
        match found {
            Match::One(_) => None,
            Match::Several(several) => {
                let candidates: Vec<Arg> =
                    several.iter().filter_map(|who| self.called(who)).collect();
                Some(
                    Message::new("names-ambiguous")
                        .with("name", name)
                        .with("candidates", candidates),
                )
            }
            Match::None => Some(match self.nearest(name).and_then(|who| self.called(&who)) {
                Some(near) => Message::new(unknown_near)
                    .with("name", name)
                    .with("near", near),
                None => Message::new(unknown).with("name", name),
            }),
        }
    }

    /// The name with the id that always works.
    fn called(&self, who: &Who) -> Option<Arg> {
        let name = self.name(who)?;
        let message = Message::new("names-called")
            .with("name", name)
            .with("id", Text::line(id_of(who)));
        Some(message.into())
    }

    fn entry(&self, who: &Who) -> Option<&Entry> {
        self.entries.get(*self.at.get(who)?)
    }
}

fn id_of(who: &Who) -> &str {
    match who {
        Who::Person(id) => id.as_str(),
        Who::Unit(id) => id.as_str(),
    }
}

impl Entry {
    fn new(who: Who, id: &str, name: &Bilingual, short: Option<&Bilingual>) -> Self {
        let names = [Some(name), short]
            .into_iter()
            .flatten()
            .flat_map(|both| [both.en.as_str(), both.zh.as_str()]);
        let syllables = match who {
            Who::Person(_) => Syllables::OfLettersToo,
            Who::Unit(_) => Syllables::OfCharacters,
        };
        Self {
            spelling: Spelling::of(names, syllables),
            who,
            name: name.clone(),
            id: fold(id),
        }
    }

    /// By which rank this is meant.
    fn rank(&self, typed: &Typed) -> Option<Rank> {
        if self.id == typed.folded {
            return Some(Rank::Id);
        }
        let is_part_of_id = || self.id.contains(&typed.folded).then_some(Rank::Part);
        self.spelling.rank(typed).or_else(is_part_of_id)
    }

    /// As [`Self::rank`], with the beginning of an id or name before words inside it.
    fn completion_rank(&self, typed: &Typed) -> Option<Rank> {
        let begins = self.id.starts_with(&typed.folded) || self.spelling.is_begun(typed);
        self.rank(typed)
            .map(|rank| if begins { rank.min(Rank::Whole) } else { rank })
    }

    fn most_words(&self) -> usize {
        self.spelling.most_words().max(words(&self.id).len())
    }
}

#[cfg(test)]
mod tests;
