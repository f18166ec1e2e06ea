//! Rules and quorums of an agenda: a preset's name, or a table of its own (`RULES.md` §2).

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::reader::Reader;
use super::words::keys;
use crate::rules::{Base, Each, Fraction, FractionMistake, Kind, Proxies, Quorum, Rule, Tie};
use crate::text::Message;
use crate::text::written::{Fields, listed, whole};

impl Reader {
    /// The rule under `rule`.
    pub fn rule(&mut self, fields: &Fields<'_>) -> Option<Rule> {
        let value = fields.get("rule")?;
        match value.get_ref() {
            DeValue::String(name) => self.preset(value.span(), name.trim()),
            DeValue::Table(table) => self.own_rule(&Fields {
                table,
                at: value.span(),
            }),
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_) => {
                self.mistake(
                    value.span(),
                    Message::new("agenda-rule-shape").with("key", "rule"),
                );
                None
            }
        }
    }

    fn preset(&mut self, at: Range<usize>, name: &str) -> Option<Rule> {
        let found = self
            .presets()
            .iter()
            .find(|rule| rule.name.as_deref() == Some(name));
        if let Some(rule) = found {
            return Some(rule.clone());
        }
        let presets = self.presets().to_vec();
        let known = || presets.iter().filter_map(|rule| rule.name.as_deref());
        let message = match self.near(name, known()) {
            Some(near) => Message::new("agenda-rule-unknown-near")
                .with("rule", name)
                .with("near", near),
            None => Message::new("agenda-rule-unknown")
                .with("rule", name)
                .with("known", listed(known())),
        };
        self.mistake(at, message);
        None
    }

    fn own_rule(&mut self, fields: &Fields<'_>) -> Option<Rule> {
        let before = self.mistakes.len();
        self.only(fields, keys::RULE);
        let unsaid = Rule::default();
        let rule = Rule {
            name: None,
            kind: self
                .word(fields, "kind", &words(Kind::ALL, Kind::word))
                .unwrap_or_default(),
            base: self
                .word(fields, "base", &words(Base::ALL, Base::word))
                .unwrap_or_default(),
            need: self.fraction(fields, "need").unwrap_or_default(),
            strict: self.truth(fields, "strict").unwrap_or(unsaid.strict),
            tie: self
                .word(fields, "tie", &words(Tie::ALL, Tie::word))
                .unwrap_or_default(),
            blank: self.truth(fields, "blank").unwrap_or(unsaid.blank),
            proxies: self
                .word(fields, "proxies", &words(Proxies::ALL, Proxies::word))
                .unwrap_or_default(),
            each: self
                .word(fields, "each", &words(Each::ALL, Each::word))
                .unwrap_or_default(),
            quorum: self.quorum(fields),
        };
        if self.mistakes.len() > before {
            return None;
        }
        if rule.can_never_pass() {
            let at = fields
                .get("need")
                .map_or_else(|| fields.at.clone(), Spanned::span);
            self.mistake(at, Message::new("agenda-rule-never"));
            return None;
        }
        Some(rule)
    }

    /// The quorum under `quorum`.
    pub fn quorum(&mut self, fields: &Fields<'_>) -> Option<Quorum> {
        let value = fields.get("quorum")?;
        let quorum = match value.get_ref() {
            DeValue::String(word) if word == "none" => Some(Quorum::None),
            DeValue::Integer(_) => whole(value)
                .and_then(|number| u32::try_from(number).ok())
                .filter(|number| *number > 0)
                .map(Quorum::Number),
            DeValue::Table(table) => {
                return self.share(&Fields {
                    table,
                    at: value.span(),
                });
            }
            DeValue::String(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_) => None,
        };
        if quorum.is_none() {
            self.mistake(value.span(), Message::new("agenda-quorum"));
        }
        quorum
    }

    fn share(&mut self, fields: &Fields<'_>) -> Option<Quorum> {
        let before = self.mistakes.len();
        self.only(fields, keys::QUORUM);
        let need = self.fraction(fields, "need").unwrap_or_default();
        let strict = self.truth(fields, "strict").unwrap_or(true);
        if self.mistakes.len() > before {
            return None;
        }
        let quorum = Quorum::Share { need, strict };
        if quorum.can_never_be_met() {
            let at = fields
                .get("need")
                .map_or_else(|| fields.at.clone(), Spanned::span);
            self.mistake(at, Message::new("agenda-quorum-never"));
            return None;
        }
        Some(quorum)
    }

    /// A fraction in quotes, or the whole number 1.
    fn fraction(&mut self, fields: &Fields<'_>, key: &'static str) -> Option<Fraction> {
        let value = fields.get(key)?;
        let read = match value.get_ref() {
            DeValue::String(written) => written.parse(),
            DeValue::Integer(number) => number.as_str().parse(),
            DeValue::Float(_) => Err(FractionMistake::Decimal),
            DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
                Err(FractionMistake::Shape)
            }
        };
        read.map_err(|mistake| {
            let id = match mistake {
                FractionMistake::Shape | FractionMistake::TooLarge => "agenda-fraction",
                FractionMistake::Decimal | FractionMistake::Percent => "agenda-fraction-decimal",
                FractionMistake::Zero => "agenda-fraction-zero",
            };
            self.mistake(value.span(), Message::new(id).with("key", key));
        })
        .ok()
    }
}

fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<(&'static str, T)> {
    all.iter().map(|one| (word(*one), *one)).collect()
}
