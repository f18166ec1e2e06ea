//! The sentences of one language as their file has them: found when the program is built, each parsed when it is first said. A
//! screen says a tenth of them, and a start of the program looks for none.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Entry;

use super::entries::{Place, id};
use crate::text::Language;

/// One language's file. Its sentences refer to their arguments alone, never to one another; a test keeps it so.
pub struct Sentences {
    source: &'static str,
    /// In the order of their ids.
    places: &'static [Place],
    /// How each is formed, once it was asked for.
    parsed: Box<[OnceLock<FluentResource>]>,
    /// Knows how the language counts; no sentence is added to it.
    bundle: FluentBundle<FluentResource>,
}

impl Sentences {
    /// Those of that language.
    pub fn of(language: Language) -> Self {
        let mut bundle =
            FluentBundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        let places = places(language);
        Self {
            source: source(language),
            places,
            parsed: places.iter().map(|_| OnceLock::new()).collect(),
            bundle,
        }
    }

    /// The sentence with its arguments, or `None` where there is none of that id.
    pub fn format(&self, id: &str, args: &FluentArgs) -> Option<String> {
        let Entry::Message(message) = self.parsed(id)?.get_entry(0)? else {
            return None;
        };
        let pattern = message.value.as_ref()?;
        let said = self
            .bundle
            .format_pattern(pattern, Some(args), &mut Vec::new());
        Some(said.into_owned())
    }

    fn parsed(&self, wanted: &str) -> Option<&FluentResource> {
        let by_id = |place: &Place| id(self.source, *place).cmp(wanted);
        let at = self.places.binary_search_by(by_id).ok()?;
        let (start, _, length) = self.places[at];
        // A broken one is not there; a test keeps the shipped files whole.
        Some(self.parsed[at].get_or_init(|| {
            let entry = &self.source[start as usize..(start + length) as usize];
            FluentResource::try_new(entry.to_owned()).unwrap_or_else(|(whole, _)| whole)
        }))
    }
}

/// The file of a language.
pub const fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../config/locales/en.ftl"),
        Language::Chinese => include_str!("../../config/locales/zh-CN.ftl"),
    }
}

/// Where its sentences stand.
fn places(language: Language) -> &'static [Place] {
    match language {
        Language::English => ENGLISH,
        Language::Chinese => CHINESE,
    }
}

#[expect(clippy::unreadable_literal, reason = "nobody reads what is built")]
static ENGLISH: &[Place] = include!(concat!(env!("OUT_DIR"), "/en.rs"));

#[expect(clippy::unreadable_literal, reason = "nobody reads what is built")]
static CHINESE: &[Place] = include!(concat!(env!("OUT_DIR"), "/zh-CN.rs"));
