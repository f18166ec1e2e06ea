//! What templates are given: a meeting in words, in one language. Owns the variables and their names; a variable costs nothing where the
//! template does not name it. `config/templates/README.md` tells what stands in each.

mod brief;
mod lines;
mod outcomes;
mod people;
mod plan;
mod script;
mod years;

use std::collections::HashSet;

use chrono::NaiveDate;
use minijinja::context;
use minijinja::value::Value;

use super::source::Source;
use super::{md, minutes};
use crate::agenda::{Agenda, Who};
use crate::locale::Locale;
use crate::summary::{Facts, Summary};
use crate::text::{Arg, Bilingual, Message, Text};

/// What a variable is made from.
struct View<'a> {
    source: &'a Source,
    locale: &'a Locale,
    /// To whom a letter goes.
    to: Option<&'a Who>,
}

/// Makes a value.
type Making = fn(&View) -> Value;

/// The variables: name, and how it is made. To add one: a row here, and a line in `config/templates/README.md`.
const VARIABLES: &[(&str, Making)] = &[
    // The meeting.
    ("title", |view| view.text(&view.facts().title)),
    ("organisation", |view| {
        view.maybe(view.facts().organisation.as_ref())
    }),
    ("purpose", |view| view.maybe(view.facts().purpose.as_ref())),
    ("place", |view| view.maybe(view.facts().place.as_ref())),
    ("day", |view| view.write_maybe(view.facts().day())),
    ("day_in_words", |view| view.day_in_words(view.facts().day())),
    ("start", |view| view.write_maybe(view.agenda().start)),
    ("end", |view| view.write_maybe(view.agenda().end)),
    ("times", |view| view.times()),
    ("signed_on", |view| view.signed_on()),
    ("next", |view| view.next()),
    // People.
    ("chair", |view| view.chair()),
    ("chairs", |view| view.chairs()),
    ("secretary", |view| view.secretary()),
    ("numbers", |view| view.say(&view.summary().numbers())),
    ("people", |view| view.people()),
    ("attended", |view| view.attended()),
    ("attended_by_office", |view| view.attended_by_office()),
    ("apologies", |view| view.apologies()),
    ("speaking", |view| view.speaking()),
    ("turns", |view| view.turns()),
    ("to", |view| view.addressee()),
    // What was said.
    ("reports", |view| view.reports()),
    ("said", |view| view.said()),
    ("conclusions", |view| view.conclusions()),
    ("brief", |view| view.brief()),
    // What came of it.
    ("adopted", |view| view.adopted()),
    ("elected", |view| view.elected()),
    ("decisions", |view| view.decisions()),
    ("actions", |view| view.actions()),
    ("ballots", |view| view.ballots()),
    // What is planned.
    ("programme", |view| view.programme()),
    ("script", |view| view.script()),
    ("papers", |view| view.papers()),
    // The series.
    ("years", |view| view.years()),
    // Ready parts.
    ("facts", |view| {
        ready(&[minutes::facts(view.summary(), view.locale)])
    }),
    ("sections", |view| {
        let sections = minutes::sections(view.summary(), view.locale, &view.agenda().sections);
        sections
            .iter()
            .map(|blocks| ready(std::slice::from_ref(blocks)))
            .collect()
    }),
    ("examples", |view| {
        minutes::examples(view.summary(), view.locale)
            .into_iter()
            .collect()
    }),
];

/// The values of those variables that are named.
pub(super) fn values(
    named: &HashSet<String>,
    source: &Source,
    locale: &Locale,
    to: Option<&Who>,
) -> Vec<(&'static str, Value)> {
    let view = View { source, locale, to };
    VARIABLES
        .iter()
        .filter(|(name, _)| named.contains(*name))
        .map(|(name, make)| (*name, make(&view)))
        .collect()
}

/// Blocks that are Markdown already.
fn ready(parts: &[Vec<super::blocks::Block>]) -> Value {
    Value::from_safe_string(parts.iter().map(|blocks| md::write(blocks)).collect())
}

impl<'a> View<'a> {
    fn summary(&self) -> &'a Summary {
        &self.source.summary
    }

    fn facts(&self) -> &'a Facts {
        &self.source.summary.meeting
    }

    fn agenda(&self) -> &'a Agenda {
        &self.source.plan.agenda
    }

    fn words(&self, both: &Bilingual) -> String {
        both.get(self.locale.language()).to_string()
    }

    fn text(&self, both: &Bilingual) -> Value {
        Value::from(self.words(both))
    }

    fn maybe(&self, both: Option<&Bilingual>) -> Value {
        both.map_or(Value::from(()), |both| self.text(both))
    }

    fn say(&self, message: &Message) -> Value {
        Value::from(self.locale.say(message))
    }

    fn write(&self, arg: impl Into<Arg>) -> Value {
        Value::from(self.locale.write(&arg.into()))
    }

    fn write_maybe(&self, arg: Option<impl Into<Arg>>) -> Value {
        arg.map_or(Value::from(()), |arg| self.write(arg))
    }

    fn day_in_words(&self, day: Option<NaiveDate>) -> Value {
        day.map_or(Value::from(()), |day| {
            Value::from(self.locale.day_in_words(day))
        })
    }

    /// What somebody is called.
    fn called(&self, who: &Who) -> String {
        self.words(&self.summary().called(who))
    }

    /// What each of them is called.
    fn names<'w>(&self, whom: impl IntoIterator<Item = &'w Who>) -> Value {
        whom.into_iter().map(|who| self.called(who)).collect()
    }

    /// The sittings, else the planned times.
    fn times(&self) -> Value {
        let held = minutes::sittings(self.summary(), self.locale);
        held.map_or(Value::from(()), Value::from)
    }

    /// The day on which documents of it are signed: that of its end.
    fn signed_on(&self) -> Value {
        let end = self.facts().adjourned.map(|end| end.date_naive());
        self.day_in_words(end.or(self.facts().day()))
    }

    fn next(&self) -> Value {
        let Some(next) = &self.facts().next else {
            return Value::from(());
        };
        context! {
            day => self.write(next.date),
            day_in_words => self.day_in_words(Some(next.date)),
            start => self.write_maybe(next.start),
            place => next.place.as_ref().map(Text::as_str),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_variable_is_told_of_and_nothing_else() {
        let guide = include_str!("../../config/templates/README.md");
        let told: Vec<&str> = guide
            .lines()
            .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
            .map(|(name, _)| name)
            .collect();
        let known: Vec<&str> = VARIABLES.iter().map(|(name, _)| *name).collect();
        assert_eq!(told, known);
    }
}
