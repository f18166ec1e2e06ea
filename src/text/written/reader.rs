//! Values of a file's tables, read by hand so that one mistake does not hide the next. Knows types, not what a file is for.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Form;
use crate::text::{Arg, Message, nearest};

/// A value with its place.
pub type Value<'t> = &'t Spanned<DeValue<'t>>;

/// A table and the place that names it.
#[derive(Clone, Debug)]
pub struct Fields<'t> {
    /// Its entries.
    pub table: &'t DeTable<'t>,
    /// Where it is named.
    pub at: Range<usize>,
}

impl<'t> Fields<'t> {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Value<'t>> {
        self.table.get(key)
    }

    /// Its entries in the order of the file: key, the key's place, value.
    #[must_use]
    pub fn ordered(&self) -> Vec<(&'t str, Range<usize>, Value<'t>)> {
        let mut ordered: Vec<_> = self
            .table
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref(), key.span(), value))
            .collect();
        ordered.sort_by_key(|(_, span, _)| span.start);
        ordered
    }

    /// Where a key stands, or the table where it does not.
    #[must_use]
    pub fn place_of(&self, key: &str) -> Range<usize> {
        self.table
            .get_key_value(key)
            .map_or_else(|| self.at.clone(), |(key, _)| key.span())
    }
}

/// Reads values and gathers what is wrong with them; `Own` is what a kind of file wants to be remembered besides.
#[derive(Debug)]
pub struct Reader<Own> {
    /// What a kind of file wants to be remembered.
    pub own: Own,
    /// What is wrong so far, in the order it was found.
    pub mistakes: Vec<(Range<usize>, Message)>,
    /// What may be wrong.
    pub warnings: Vec<(Range<usize>, Message)>,
    form: Form,
    /// What could not be read at all.
    lost: String,
    /// How often a nearest word was looked for.
    suggested: usize,
}

/// Nearest words are looked for so often and no more: a file with more unknown names is some other, and comparing takes time.
const MOST_SUGGESTIONS: usize = 200;

impl<Own> Reader<Own> {
    /// A reader of what is left when that was lost.
    pub(super) fn new(form: Form, own: Own, lost: String) -> Self {
        Self {
            own,
            mistakes: Vec::new(),
            warnings: Vec::new(),
            form,
            lost,
            suggested: 0,
        }
    }

    /// Something is wrong there.
    pub fn mistake(&mut self, at: Range<usize>, message: Message) {
        self.mistakes.push((at, message));
    }

    /// Something may be wrong there; nothing stops for it.
    pub fn warn(&mut self, at: Range<usize>, message: Message) {
        self.warnings.push((at, message));
    }

    /// The known word that was most likely meant.
    pub fn near<'a>(
        &mut self,
        word: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Option<&'a str> {
        self.suggested += 1;
        if self.suggested > MOST_SUGGESTIONS {
            None
        } else {
            nearest(word, known)
        }
    }

    /// Whether something of that name was lost with a mistake of form.
    #[must_use]
    pub fn is_lost(&self, name: &str) -> bool {
        !self.lost.is_empty() && self.lost.contains(name)
    }

    /// Reports every key that is not among the known.
    pub fn only(&mut self, fields: &Fields<'_>, known: &[&'static str]) {
        for (key, at, _) in fields.ordered() {
            if known.contains(&key) {
                continue;
            }
            let message = match self.near(key, known.iter().copied()) {
                Some(near) => Message::new("written-key-unknown-near")
                    .with("key", key)
                    .with("near", near),
                None if self.form.top.contains(&key) => {
                    Message::new("written-key-top").with("key", key)
                }
                None => Message::new("written-key-unknown")
                    .with("key", key)
                    .with("known", listed(known.iter().copied())),
            };
            self.mistake(at, message);
        }
    }

    /// A text in quotes.
    pub fn string<'t>(&mut self, key: &str, value: Value<'t>) -> Option<&'t str> {
        match value.get_ref() {
            DeValue::String(written) => Some(written),
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => {
                self.mistake(
                    value.span(),
                    Message::new("written-type-string").with("key", key),
                );
                None
            }
        }
    }

    /// The elements of a list; none where it is unsaid.
    pub fn list<'t>(&mut self, fields: &Fields<'t>, key: &'static str) -> Vec<Value<'t>> {
        let Some(value) = fields.get(key) else {
            return Vec::new();
        };
        match value.get_ref() {
            DeValue::Array(array) => array.iter().collect(),
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Table(_) => {
                self.mistake(
                    value.span(),
                    Message::new("written-type-list").with("key", key),
                );
                Vec::new()
            }
        }
    }

    /// True or false.
    pub fn truth(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<bool> {
        let value = fields.get(key)?;
        if let DeValue::Boolean(truth) = value.get_ref() {
            return Some(*truth);
        }
        self.mistake(
            value.span(),
            Message::new("written-type-truth").with("key", key),
        );
        None
    }

    /// A whole number of that range.
    pub fn number(
        &mut self,
        fields: &Fields<'_>,
        key: &'static str,
        from: i64,
        to: i64,
    ) -> Option<i64> {
        let value = fields.get(key)?;
        let number = whole(value).filter(|number| (from..=to).contains(number));
        if number.is_none() {
            self.mistake(
                value.span(),
                Message::new("written-type-number")
                    .with("key", key)
                    .with("from", from)
                    .with("to", to),
            );
        }
        number
    }

    /// One of a closed list of words.
    pub fn word<T: Copy>(
        &mut self,
        fields: &Fields<'_>,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let value = fields.get(key)?;
        let written = match value.get_ref() {
            DeValue::String(written) => written.trim(),
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => "",
        };
        if let Some((_, choice)) = words.iter().find(|(word, _)| *word == written) {
            return Some(*choice);
        }
        let known = || words.iter().map(|(word, _)| *word);
        let message = Message::new("written-word")
            .with("key", key)
            .with("known", listed(known()));
        let message = match self.near(written, known()) {
            Some(near) => Message::new("written-word-near")
                .with("key", key)
                .with("word", written)
                .with("near", near)
                .with("known", listed(known())),
            None => message,
        };
        self.mistake(value.span(), message);
        None
    }

    /// The table behind a value that has to be one.
    pub fn table<'t>(
        &mut self,
        key: &str,
        at: Range<usize>,
        value: Value<'t>,
    ) -> Option<Fields<'t>> {
        match value.get_ref() {
            DeValue::Table(table) => Some(Fields { table, at }),
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_) => {
                self.mistake(at, Message::new("written-type-table").with("key", key));
                None
            }
        }
    }
}

/// The whole number that a value is.
#[must_use]
pub fn whole(value: Value<'_>) -> Option<i64> {
    let number = value.get_ref().as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// Words as a list in a sentence.
#[must_use]
pub fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<Arg> {
    words.into_iter().map(Arg::from).collect()
}
