//! Messages to sentences: the only place where words for a person are made, from `config/locales/*.ftl`.
//! Owns how numbers, times and lists are written in each language; knows no meeting and decides nothing.

mod entries;
mod sentences;
mod write;

use std::fmt;
use std::sync::{Arc, OnceLock};

use fluent_bundle::{FluentArgs, FluentValue};

use crate::text::{Arg, Language, Message};
use sentences::Sentences;

/// The sentence that is one of its own arguments, `text`.
const FILLED: &str = "text-filled";

/// The sentences of one language; saying one is a look-up, and a clone shares them.
#[derive(Clone)]
pub struct Locale {
    language: Language,
    sentences: Arc<Sentences>,
    /// English, looked at only when a sentence is missing in another language.
    fallback: Arc<OnceLock<Sentences>>,
}

impl Locale {
    /// The shipped sentences of that language.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            language,
            sentences: Arc::new(Sentences::of(language)),
            fallback: Arc::default(),
        }
    }

    /// Its language.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence. One that is missing is said in English, and one that is nowhere as its id: never a panic.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        if message.id == FILLED {
            return self.fill(message);
        }
        let mut args = FluentArgs::with_capacity(message.args.len());
        for (name, arg) in &message.args {
            args.set(*name, self.value(arg));
        }
        let said = self
            .sentences
            .format(message.id, &args)
            .or_else(|| self.english()?.format(message.id, &args))
            .unwrap_or_else(|| message.id.to_owned());
        let said = write::seamed(said);
        if said.contains("..") {
            write::one_stop(&said)
        } else {
            said
        }
    }

    /// The word or sentence without arguments that has that id.
    #[must_use]
    pub fn word(&self, id: &'static str) -> String {
        self.say(&Message::new(id))
    }

    /// What an argument looks like on its own.
    #[must_use]
    pub fn write(&self, arg: &Arg) -> String {
        match arg {
            Arg::Text(text) => text.as_str().to_owned(),
            Arg::Both(both) => both.get(self.language).as_str().to_owned(),
            Arg::Number(number) => number.to_string(),
            Arg::Seconds(seconds) => write::seconds(*seconds),
            Arg::Moment(moment) => {
                let (day, time) = (moment.date_naive(), moment.time());
                format!("{} {}", write::date(self.language, day), write::time(time))
            }
            Arg::Clock(moment) => write::time(moment.time()),
            Arg::Time(time) => write::time(*time),
            Arg::Date(date) => write::date(self.language, *date),
            Arg::Message(message) => self.say(message),
            Arg::List(args) => self.join(args),
        }
    }

    /// A day as prose has it: `29 December 2023`, `2023年12月29日`.
    #[must_use]
    pub fn day_in_words(&self, day: chrono::NaiveDate) -> String {
        write::date_in_words(self.language, day)
    }

    /// Own words of an agenda, with `{name}` in them replaced by the argument of that name; an unknown name stays as it is.
    fn fill(&self, message: &Message) -> String {
        let named = |name: &str| {
            message
                .args
                .iter()
                .find(|(own, _)| *own == name)
                .map(|(_, arg)| self.write(arg))
        };
        let words = named("text").unwrap_or_default();
        let mut filled = String::with_capacity(words.len());
        let mut rest = words.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            rest = after;
            let named = after
                .split_once('}')
                .and_then(|(name, after)| Some((named(name.trim())?, after)));
            if let Some((value, after)) = named {
                filled.push_str(&value);
                rest = after;
            } else {
                filled.push('{');
            }
        }
        filled + rest
    }

    fn value<'a>(&self, arg: &'a Arg) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Both(both) => FluentValue::from(both.get(self.language).as_str()),
            Arg::Number(number) => FluentValue::from(*number),
            _ => FluentValue::from(self.write(arg)),
        }
    }

    fn join(&self, args: &[Arg]) -> String {
        let [most @ .., before, last] = args else {
            return args
                .first()
                .map(|only| self.write(only))
                .unwrap_or_default();
        };
        let comma = self.word("text-list-comma");
        let mut joined = String::new();
        for arg in most {
            joined.push_str(&self.write(arg));
            joined.push_str(&comma);
        }
        joined.push_str(&self.write(before));
        joined.push_str(&self.word("text-list-last"));
        joined.push_str(&self.write(last));
        joined
    }

    fn english(&self) -> Option<&Sentences> {
        (self.language != Language::English).then(|| {
            self.fallback
                .get_or_init(|| Sentences::of(Language::English))
        })
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Locale").field(&self.language).finish()
    }
}

#[cfg(test)]
mod tests;
