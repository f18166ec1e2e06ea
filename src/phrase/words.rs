//! The words of a line in command places: full-width characters count as their ASCII twins, capitals as small letters.
//! Texts are handed on as they were typed.

use crate::names::{narrow, take_quoted};
use crate::text::{Text, is_han};

/// What is still to be read of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'t> {
    rest: &'t str,
}

impl<'t> Cursor<'t> {
    /// All of a text, but for spaces at its ends.
    pub fn new(text: &'t str) -> Self {
        Self { rest: text.trim() }
    }

    /// What is left.
    pub const fn rest(&self) -> &'t str {
        self.rest
    }

    pub const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// Goes on with that.
    pub fn set(&mut self, rest: &'t str) {
        self.rest = rest.trim();
    }

    /// Takes one of these words from the beginning. They are given in small ASCII letters, or in Chinese; after a Chinese
    /// word anything may follow.
    pub fn keyword(&mut self, words: &[&str]) -> bool {
        let longest = words
            .iter()
            .filter_map(|word| after(self.rest, word))
            .min_by_key(|rest| rest.len());
        if let Some(rest) = longest {
            self.set(rest);
        }
        longest.is_some()
    }

    /// Takes one of the words of a table from the beginning: the longest that fits.
    pub fn one_of<T: Copy>(&mut self, table: &[(T, &[&str])]) -> Option<T> {
        let fits = table.iter().flat_map(|(of, words)| {
            let rests = words.iter().filter_map(|word| after(self.rest, word));
            rests.map(move |rest| (*of, rest))
        });
        let (of, rest) = fits.min_by_key(|(_, rest)| rest.len())?;
        self.set(rest);
        Some(of)
    }

    /// As [`Self::one_of`], but only where the word stands alone: before a space, a mark or the end. A colon or comma
    /// behind it is taken too.
    pub fn single_of<T: Copy>(&mut self, table: &[(T, &[&str])]) -> Option<T> {
        let mut ahead = *self;
        let of = ahead.one_of(table)?;
        let taken = &self.rest[..self.rest.len() - ahead.rest.len()];
        let alone = ahead
            .rest
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric());
        if !alone && !taken.ends_with(char::is_whitespace) {
            return None;
        }
        ahead.mark(&[':', ',']);
        *self = ahead;
        Some(of)
    }

    /// The last word, up to the space before it, and all before.
    pub fn last_word(&self) -> (&'t str, &'t str) {
        last_word(self.rest)
    }

    /// Takes one of these words from the end.
    pub fn end_keyword(&mut self, words: &[&str]) -> bool {
        let (before, last) = self.last_word();
        let is = words.iter().any(|word| is_word(last, word));
        if is {
            self.set(before);
        }
        is
    }

    /// Takes one of the words of a table from the end.
    pub fn end_one_of<T: Copy>(&mut self, table: &[(T, &[&str])]) -> Option<T> {
        let (before, last) = self.last_word();
        let fits = |(_, words): &&(T, &[&str])| words.iter().any(|word| is_word(last, word));
        let of = table.iter().find(fits)?.0;
        self.set(before);
        Some(of)
    }

    /// Takes a Chinese word from the end where no space stands before it.
    pub fn end_chinese(&mut self, words: &[&str]) -> bool {
        let before = words.iter().find_map(|word| self.rest.strip_suffix(word));
        if let Some(before) = before {
            self.set(before);
        }
        before.is_some()
    }

    /// Takes a whole number.
    pub fn number(&mut self) -> Option<u32> {
        let (number, rest) = number(self.rest)?;
        self.set(rest);
        Some(number)
    }

    /// Takes the number of an id with that capital letter before it: `C12`.
    pub fn id(&mut self, letter: char) -> Option<u32> {
        let mut chars = self.rest.chars();
        if narrow(chars.next()?).to_ascii_uppercase() != letter {
            return None;
        }
        let (number, rest) = number(chars.as_str())?;
        let goes_on = rest
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() && !is_han(c));
        if goes_on {
            return None;
        }
        self.set(rest);
        Some(number)
    }

    /// Takes a text in quotes.
    pub fn quoted(&mut self) -> Option<&'t str> {
        let (inside, rest) = take_quoted(self.rest)?;
        self.set(rest);
        Some(inside)
    }

    /// Takes one of these marks; either width.
    pub fn mark(&mut self, marks: &[char]) -> bool {
        let mut chars = self.rest.chars();
        let is = chars.next().is_some_and(|c| marks.contains(&narrow(c)));
        if is {
            self.set(chars.as_str());
        }
        is
    }

    /// Takes everything up to the first of these marks, else everything; the mark stays.
    pub fn up_to(&mut self, marks: &[char]) -> &'t str {
        let end = self.rest.find(|c| marks.contains(&narrow(c)));
        let (taken, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.set(rest);
        taken.trim()
    }

    /// Takes the next word, up to a space.
    pub fn word(&mut self) -> &'t str {
        let end = self.rest.find(char::is_whitespace);
        let (taken, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.set(rest);
        taken
    }

    /// Takes all that is left as a text; where it is one text in quotes, without them.
    pub fn text(&mut self) -> Text {
        let text = unquoted(self.rest);
        self.set("");
        Text::line(text)
    }

    /// As [`Self::text`], `None` where nothing is left.
    pub fn some_text(&mut self) -> Option<Text> {
        let text = self.text();
        (!text.is_empty()).then_some(text)
    }
}

/// A text without the quotes around the whole of it.
pub(super) fn unquoted(text: &str) -> &str {
    match take_quoted(text) {
        Some((inside, "")) if ends_quoted(text) => inside,
        _ => text,
    }
}

fn ends_quoted(text: &str) -> bool {
    text.chars().count() > 1 && text.ends_with(['"', '＂', '“', '”', '」', '』'])
}

/// The last word of a text, and what stands before it.
pub(super) fn last_word(text: &str) -> (&str, &str) {
    match text.char_indices().rev().find(|(_, c)| c.is_whitespace()) {
        Some((at, space)) => (text[..at].trim_end(), &text[at + space.len_utf8()..]),
        None => ("", text),
    }
}

/// Whether that is this word, in any width and case.
pub(super) fn is_word(typed: &str, word: &str) -> bool {
    after(typed, word).is_some_and(str::is_empty)
}

/// What follows a word with which a text begins. A space in the word stands for any.
pub(super) fn after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text;
    for expected in word.chars() {
        let mut chars = rest.chars();
        let c = narrow(chars.next()?);
        if expected == ' ' {
            if !c.is_whitespace() {
                return None;
            }
            rest = chars.as_str().trim_start();
        } else if c.to_ascii_lowercase() == expected {
            rest = chars.as_str();
        } else {
            return None;
        }
    }
    let in_letters = word
        .chars()
        .next_back()
        .is_some_and(|c| c.is_ascii_alphanumeric());
    let goes_on = |c: char| c.is_alphanumeric() && !is_han(c) || matches!(c, '-' | '_');
    (!(in_letters && rest.chars().next().map(narrow).is_some_and(goes_on))).then_some(rest)
}

/// The whole number at the beginning of a text, and what follows.
pub(super) fn number(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c| !narrow(c).is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    let number = digits.chars().map(narrow).try_fold(0_u32, |sum, digit| {
        sum.checked_mul(10)?.checked_add(digit.to_digit(10)?)
    })?;
    (end > 0).then_some((number, rest))
}
