//! The ways in which one thing can be written: its names, folded, with their words and their pinyin; and how near to them
//! is what was typed. Knows neither persons nor units.

use crate::text::is_han;

use super::Rank;
use super::fold::{fold, words};
use super::pinyin::{self, Nearness, Reading};

/// The spellings of one thing, indexed.
#[derive(Clone, Debug, Default)]
pub struct Spelling {
    wholes: Vec<Whole>,
    readings: Vec<Reading>,
}

/// A whole name, folded, and its words.
#[derive(Clone, Debug)]
struct Whole {
    folded: String,
    words: Vec<String>,
}

/// Which names are read as syllables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syllables {
    /// Those in Chinese characters.
    OfCharacters,
    /// Those in letters too: names of persons are often written in pinyin.
    OfLettersToo,
}

impl Spelling {
    /// The spellings that these names have.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>, syllables: Syllables) -> Self {
        let mut wholes: Vec<Whole> = Vec::new();
        for name in names {
            let folded = fold(name);
            if !folded.is_empty() && !wholes.iter().any(|whole| whole.folded == folded) {
                let words = words(&folded).into_iter().map(str::to_owned).collect();
                wholes.push(Whole { folded, words });
            }
        }
        let is_read = |whole: &&Whole| {
            syllables == Syllables::OfLettersToo || whole.folded.chars().any(is_han)
        };
        let readings = wholes
            .iter()
            .filter(is_read)
            .flat_map(|whole| pinyin::readings(&whole.folded))
            .collect();
        Self { wholes, readings }
    }

    /// By which rank that means this; ids are not spelled.
    #[must_use]
    pub fn rank(&self, typed: &Typed) -> Option<Rank> {
        if self.folded().any(|whole| whole == typed.folded) {
            return Some(Rank::Whole);
        }
        if self
            .wholes
            .iter()
            .any(|whole| whole.has_words(&typed.words))
        {
            return Some(Rank::Words);
        }
        let nearness = typed.pinyin.as_ref().and_then(|typed| {
            self.readings
                .iter()
                .filter_map(|reading| reading.nearness(typed))
                .min()
        });
        match nearness {
            Some(Nearness::Usual) => Some(Rank::Pinyin),
            Some(Nearness::AnyReading) => Some(Rank::AnyReading),
            Some(Nearness::CutShort | Nearness::Beginning) => Some(Rank::CutShort),
            None => self
                .folded()
                .any(|whole| whole.contains(&typed.folded))
                .then_some(Rank::Part),
        }
    }

    /// As [`Self::rank`], with the beginning of a name before words inside it.
    #[must_use]
    pub fn completion_rank(&self, typed: &Typed) -> Option<Rank> {
        let rank = self.rank(typed)?;
        Some(if self.is_begun(typed) {
            rank.min(Rank::Whole)
        } else {
            rank
        })
    }

    /// Whether a name begins with that, letter by letter.
    #[must_use]
    pub fn is_begun(&self, typed: &Typed) -> bool {
        self.folded().any(|whole| whole.starts_with(&typed.folded))
    }

    /// Whether a name is that and more.
    #[must_use]
    pub fn goes_on(&self, typed: &Typed) -> bool {
        self.folded()
            .any(|whole| whole.len() > typed.folded.len() && whole.starts_with(&typed.folded))
    }

    /// Whether a name is that and further words or characters: a text behind it may be taken for them.
    #[must_use]
    pub fn has_longer(&self, typed: &Typed) -> bool {
        self.folded().any(|whole| is_longer(whole, typed))
    }

    /// Whether that is a whole name.
    #[must_use]
    pub fn is_whole(&self, typed: &Typed) -> bool {
        self.folded().any(|whole| whole == typed.folded)
    }

    /// The names, folded.
    pub(super) fn folded(&self) -> impl Iterator<Item = &str> {
        self.wholes.iter().map(|whole| whole.folded.as_str())
    }

    pub(super) fn most_words(&self) -> usize {
        let of_names = self.wholes.iter().map(|whole| whole.words.len()).max();
        let of_readings = self.readings.iter().map(Reading::len).max();
        of_names.max(of_readings).unwrap_or(0)
    }
}

/// Whether a name is what was typed and further words or characters.
pub(super) fn is_longer(whole: &str, typed: &Typed) -> bool {
    let rest = whole.strip_prefix(typed.folded.as_str());
    let next = rest.and_then(|rest| rest.chars().next());
    let parted = |next: char| is_han(next) || !next.is_alphanumeric();
    next.is_some_and(|next| typed.folded.ends_with(is_han) || parted(next))
}

impl Whole {
    /// Whether these are the beginnings of words that stand side by side.
    fn has_words(&self, beginnings: &[String]) -> bool {
        let begin = |words: &[String]| {
            words
                .iter()
                .zip(beginnings)
                .all(|(word, beginning)| word.starts_with(beginning.as_str()))
        };
        !beginnings.is_empty() && self.words.windows(beginnings.len()).any(begin)
    }
}

/// What was typed of a name, prepared once for all that it is held against.
#[derive(Clone, Debug)]
pub struct Typed {
    pub(super) folded: String,
    words: Vec<String>,
    pinyin: Option<String>,
}

impl Typed {
    /// No name is longer; what is, was pasted.
    const MOST_BYTES: usize = 1_000;

    /// `None` where nothing was typed, or more than any name has.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let folded = fold(name);
        if folded.is_empty() || folded.len() > Self::MOST_BYTES {
            return None;
        }
        let words = words(&folded).into_iter().map(str::to_owned).collect();
        let pinyin = pinyin::query(&folded);
        Some(Self {
            folded,
            words,
            pinyin,
        })
    }
}
