//! Values of an agenda's tables, besides those of any file: texts, days, times, marks. Knows types and texts, not agendas.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};
use toml::de::DeValue;

use super::time::{self, LengthMistake};
use super::words::keys;
use crate::agenda::Example;
use crate::rules::Rule;
use crate::text::written::{self, Fields, Value, listed};
use crate::text::{Bilingual, Field, Language, Message, Text, clean, is_visible};

/// What is known of an agenda while it is read.
#[derive(Debug, Default)]
pub struct OfAgenda {
    /// Of the record: decides between two languages where only one text can be kept.
    pub language: Language,
    /// The shipped rules, read when first one is named.
    presets: Option<Vec<Rule>>,
}

/// Reads the values of an agenda.
pub type Reader = written::Reader<OfAgenda>;

impl Reader {
    /// The shipped rules.
    pub fn presets(&mut self) -> &[Rule] {
        self.own.presets.get_or_insert_with(Rule::presets)
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

    /// A text that may differ by language, from its value.
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

    /// One line of text, from its value.
    pub fn line_value(&mut self, key: &'static str, value: Value<'_>) -> Option<Text> {
        let both = self.bilingual_value(key, value, Field::Line)?;
        let text = both.get(self.own.language).clone();
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
        let lines = self.lines_at(fields, key);
        lines.into_iter().map(|(_, line)| line).collect()
    }

    /// The same, each with where it stands.
    pub fn lines_at(
        &mut self,
        fields: &Fields<'_>,
        key: &'static str,
    ) -> Vec<(Range<usize>, Text)> {
        self.list(fields, key)
            .into_iter()
            .filter_map(|value| Some((value.span(), self.line_value(key, value)?)))
            .collect()
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

    /// A day of the calendar.
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

    /// A time of day.
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

    /// What is marked as an example: any keys of the form; where one is none, those of that table are told.
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
        let is_key = keys::TABLES.iter().any(|table| table.contains(&key));
        if is_key || record == RecordMark::Allowed && written == "record" {
            return Some(Text::line(written));
        }
        let message = match self.near(key, known.iter().copied()) {
            Some(near) => Message::new("written-key-unknown-near")
                .with("key", written)
                .with("near", near),
            None => Message::new("written-key-unknown")
                .with("key", written)
                .with("known", listed(known.iter().copied())),
        };
        self.mistake(value.span(), message);
        None
    }
}

/// Whether `example` may say `record`: at the top alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordMark {
    Allowed,
    Unknown,
}
