//! Values of an agenda's tables, read by hand so that one mistake does not hide the next. Knows types and texts, not agendas.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::time::{self, LengthMistake};
use super::words::keys;
use crate::agenda::Example;
use crate::rules::Rule;
use crate::text::{Arg, Bilingual, Field, Language, Message, Text, clean, is_visible, nearest};

/// A value with its place.
pub type Value<'t> = &'t Spanned<DeValue<'t>>;

/// A table and the place that names it.
#[derive(Clone)]
pub struct Fields<'t> {
    pub table: &'t DeTable<'t>,
    pub at: Range<usize>,
}

impl<'t> Fields<'t> {
    pub fn get(&self, key: &str) -> Option<Value<'t>> {
        self.table.get(key)
    }

    /// Its entries in the order of the file: key, the key's place, value.
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
    pub fn place_of(&self, key: &str) -> Range<usize> {
        self.table
            .get_key_value(key)
            .map_or_else(|| self.at.clone(), |(key, _)| key.span())
    }
}

/// Reads values and gathers what is wrong with them.
#[derive(Default)]
pub struct Reader {
    pub mistakes: Vec<(Range<usize>, Message)>,
    pub warnings: Vec<(Range<usize>, Message)>,
    /// Of the record: decides between two languages where only one text can be kept.
    pub language: Language,
    /// What could not be read at all.
    pub lost: String,
    /// How often a nearest word was looked for.
    suggested: usize,
    /// The shipped rules, read when first one is named.
    presets: Option<Vec<Rule>>,
}

/// Nearest words are looked for so often and no more: a file with more unknown names is no agenda, and comparing takes time.
const MOST_SUGGESTIONS: usize = 200;

impl Reader {
    /// A reader of what is left when that was lost.
    pub fn without(lost: String) -> Self {
        Self {
            lost,
            ..Self::default()
        }
    }

    pub fn mistake(&mut self, at: Range<usize>, message: Message) {
        self.mistakes.push((at, message));
    }

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

    /// The shipped rules.
    pub fn presets(&mut self) -> &[Rule] {
        self.presets.get_or_insert_with(Rule::presets)
    }

    /// Whether something of that name was lost with a mistake of form.
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
                Some(near) => Message::new("agenda-key-unknown-near")
                    .with("key", key)
                    .with("near", near),
                None if keys::TOP.contains(&key) => Message::new("agenda-key-top").with("key", key),
                None => Message::new("agenda-key-unknown")
                    .with("key", key)
                    .with("known", listed(known.iter().copied())),
            };
            self.mistake(at, message);
        }
    }

    /// A text that may differ by language; nothing visible in it is a mistake.
    pub fn said(
        &mut self,
        fields: &Fields<'_>,
        key: &'static str,
        field: Field,
    ) -> Option<Bilingual> {
        let value = fields.get(key)?;
        let both = self.bilingual_value(key, value, field)?;
        if !is_visible(both.en.as_str()) && !is_visible(both.zh.as_str()) {
            self.mistake(
                value.span(),
                Message::new("agenda-text-empty").with("key", key),
            );
            return None;
        }
        Some(both)
    }

    pub fn bilingual_value(
        &mut self,
        key: &str,
        value: Value<'_>,
        field: Field,
    ) -> Option<Bilingual> {
        match value.get_ref() {
            DeValue::String(written) => Some(Bilingual::same(clean(written, field).text)),
            DeValue::Table(table) => {
                let fields = Fields {
                    table,
                    at: value.span(),
                };
                self.only(&fields, keys::TEXT);
                let mut one = |language: &'static str| {
                    let value = fields.get(language)?;
                    self.string(language, value)
                        .map(|written| clean(written, field).text)
                };
                let (en, zh) = (one("en"), one("zh"));
                let found = en.clone().or(zh.clone());
                if found.is_none() && table.is_empty() {
                    self.mistake(
                        value.span(),
                        Message::new("agenda-text-empty").with("key", key),
                    );
                }
                found.map(|either| Bilingual {
                    en: en.unwrap_or_else(|| either.clone()),
                    zh: zh.unwrap_or(either),
                })
            }
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_) => {
                self.mistake(
                    value.span(),
                    Message::new("agenda-type-text").with("key", key),
                );
                None
            }
        }
    }

    /// One line of text that is the same in every language: where two are given, the record's.
    pub fn line(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Text> {
        let value = fields.get(key)?;
        self.line_value(key, value)
    }

    pub fn line_value(&mut self, key: &'static str, value: Value<'_>) -> Option<Text> {
        let both = self.bilingual_value(key, value, Field::Line)?;
        let text = both.get(self.language).clone();
        if !is_visible(text.as_str()) {
            self.mistake(
                value.span(),
                Message::new("agenda-text-empty").with("key", key),
            );
            return None;
        }
        Some(text)
    }

    /// A list of such lines.
    pub fn lines(&mut self, fields: &Fields<'_>, key: &'static str) -> Vec<Text> {
        self.list(fields, key)
            .into_iter()
            .filter_map(|value| self.line_value(key, value))
            .collect()
    }

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
                    Message::new("agenda-type-string").with("key", key),
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
                    Message::new("agenda-type-list").with("key", key),
                );
                Vec::new()
            }
        }
    }

    pub fn truth(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<bool> {
        let value = fields.get(key)?;
        if let DeValue::Boolean(truth) = value.get_ref() {
            return Some(*truth);
        }
        self.mistake(
            value.span(),
            Message::new("agenda-type-truth").with("key", key),
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
                Message::new("agenda-type-number")
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
        let message = Message::new("agenda-word")
            .with("key", key)
            .with("known", listed(known()));
        let message = match self.near(written, known()) {
            Some(near) => Message::new("agenda-word-near")
                .with("key", key)
                .with("word", written)
                .with("near", near)
                .with("known", listed(known())),
            None => message,
        };
        self.mistake(value.span(), message);
        None
    }

    /// A length of time, in seconds.
    pub fn seconds(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<u32> {
        let value = fields.get(key)?;
        let read = match value.get_ref() {
            DeValue::String(written) => time::seconds(written),
            DeValue::Integer(_) => Err(LengthMistake::Unit),
            DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => Err(LengthMistake::Shape),
        };
        read.map_err(|mistake| {
            let id = match mistake {
                LengthMistake::Shape => "agenda-length",
                LengthMistake::Unit => "agenda-length-unit",
                LengthMistake::NotPositive => "agenda-length-positive",
                LengthMistake::TooLong => "agenda-length-long",
            };
            self.mistake(value.span(), Message::new(id).with("key", key));
        })
        .ok()
    }

    pub fn day(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<NaiveDate> {
        let value = fields.get(key)?;
        let day = match value.get_ref() {
            DeValue::String(written) => time::day(written),
            DeValue::Datetime(written) if written.time.is_none() => {
                written.date.and_then(time::toml_day)
            }
            DeValue::Datetime(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => None,
        };
        if day.is_none() {
            self.mistake(value.span(), Message::new("agenda-day").with("key", key));
        }
        day
    }

    pub fn time_of_day(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<NaiveTime> {
        let value = fields.get(key)?;
        let time = match value.get_ref() {
            DeValue::String(written) => time::time_of_day(written),
            DeValue::Datetime(written) if written.date.is_none() => {
                written.time.and_then(time::toml_time)
            }
            DeValue::Datetime(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => None,
        };
        if time.is_none() {
            self.mistake(value.span(), Message::new("agenda-time").with("key", key));
        }
        time
    }

    /// What is marked as an example, among the keys of that table.
    pub fn example(
        &mut self,
        fields: &Fields<'_>,
        known: &[&'static str],
        record: RecordMark,
    ) -> Example {
        let Some(value) = fields.get("example") else {
            return Example::None;
        };
        match value.get_ref() {
            DeValue::Boolean(true) => Example::Whole,
            DeValue::Boolean(false) => Example::None,
            DeValue::String(word) if record == RecordMark::Allowed && word == "record" => {
                Example::Record
            }
            DeValue::Array(array) => {
                let marked: Vec<Text> = array
                    .iter()
                    .filter_map(|value| self.example_key(value, known, record))
                    .collect();
                if marked.is_empty() {
                    Example::None
                } else {
                    Example::Keys(marked)
                }
            }
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Datetime(_)
            | DeValue::Table(_) => {
                self.mistake(value.span(), Message::new("agenda-example"));
                Example::None
            }
        }
    }

    fn example_key(
        &mut self,
        value: Value<'_>,
        known: &[&'static str],
        record: RecordMark,
    ) -> Option<Text> {
        let written = self.string("example", value)?;
        let key = written
            .strip_suffix(".en")
            .or_else(|| written.strip_suffix(".zh"))
            .unwrap_or(written);
        if known.contains(&key) || record == RecordMark::Allowed && written == "record" {
            return Some(Text::line(written));
        }
        let message = match self.near(key, known.iter().copied()) {
            Some(near) => Message::new("agenda-key-unknown-near")
                .with("key", written)
                .with("near", near),
            None => Message::new("agenda-key-unknown")
                .with("key", written)
                .with("known", listed(known.iter().copied())),
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
                self.mistake(at, Message::new("agenda-type-table").with("key", key));
                None
            }
        }
    }
}

/// Whether `example` may say `record`: at the top alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordMark {
    Allowed,
    Unknown,
}

/// The whole number that a value is.
pub fn whole(value: Value<'_>) -> Option<i64> {
    let number = value.get_ref().as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// Words as a list in a sentence.
pub fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<Arg> {
    words.into_iter().map(Arg::from).collect()
}
