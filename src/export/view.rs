//! What templates are given: a meeting in words, in one language. Owns the variables and their names; a variable costs nothing where the
//! template does not name it.

use std::collections::HashSet;

use minijinja::value::Value;

use super::document::Source;
use super::{md, minutes};
use crate::agenda::Who;
use crate::locale::Locale;
use crate::text::Bilingual;

/// What a variable is made from.
struct View<'a> {
    source: &'a Source,
    locale: &'a Locale,
    unit: Option<&'a Who>,
}

/// Makes a value.
type Making = fn(&View) -> Value;

/// The variables: name, and how it is made. To add one: a row here, and a line in `config/templates/README.md`.
const VARIABLES: &[(&str, Making)] = &[
    ("title", |view| {
        view.text(&view.source.summary.meeting.title)
    }),
    ("facts", |view| {
        Value::from_safe_string(md::write(&minutes::facts(
            &view.source.summary,
            view.locale,
        )))
    }),
    ("sections", |view| {
        let order = &view.source.plan.agenda.sections;
        let sections = minutes::sections(&view.source.summary, view.locale, order);
        let ready = sections.iter().map(|blocks| md::write(blocks));
        ready.map(Value::from_safe_string).collect()
    }),
];

/// The values of those variables that are named.
pub(super) fn values(
    named: &HashSet<String>,
    source: &Source,
    locale: &Locale,
    unit: Option<&Who>,
) -> Vec<(&'static str, Value)> {
    let view = View {
        source,
        locale,
        unit,
    };
    VARIABLES
        .iter()
        .filter(|(name, _)| named.contains(*name))
        .map(|(name, make)| (*name, make(&view)))
        .collect()
}

impl View<'_> {
    fn text(&self, both: &Bilingual) -> Value {
        Value::from(both.get(self.locale.language()).as_str())
    }
}
