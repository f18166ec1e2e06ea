//! The sentences of one language as their file has them: found at the start, each parsed when it is first said. A screen says a
//! tenth of them, and the first is drawn before the others are looked at.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::Entry;

use crate::text::Language;

/// One language's file. Its sentences refer to their arguments alone, never to one another; a test keeps it so.
pub struct Sentences {
    /// By id.
    entries: HashMap<&'static str, Sentence, BuildHasherDefault<Ids>>,
    /// Knows how the language counts; no sentence is added to it.
    bundle: FluentBundle<FluentResource>,
}

/// Room for all sentences of a file, so that it is never made anew while they come.
const ROOM: usize = 4_000;

/// FNV-1a: the ids are our own and few, and each start of the program waits for all of them.
struct Ids(u64);

impl Default for Ids {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Ids {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A sentence, and how it is formed once it was asked for.
struct Sentence {
    source: &'static str,
    parsed: OnceLock<FluentResource>,
}

impl Sentences {
    /// Those of that language.
    pub fn of(language: Language) -> Self {
        let mut bundle =
            FluentBundle::new_concurrent(vec![language.tag().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        let mut all = HashMap::with_capacity_and_hasher(ROOM, BuildHasherDefault::default());
        all.extend(entries(source(language)));
        Self {
            entries: all,
            bundle,
        }
    }

    /// The sentence with its arguments, or `None` where there is none of that id.
    pub fn format(&self, id: &str, args: &FluentArgs) -> Option<String> {
        let Entry::Message(message) = self.entries.get(id)?.parsed().get_entry(0)? else {
            return None;
        };
        let pattern = message.value.as_ref()?;
        let said = self
            .bundle
            .format_pattern(pattern, Some(args), &mut Vec::new());
        Some(said.into_owned())
    }
}

impl Sentence {
    fn parsed(&self) -> &FluentResource {
        // A broken one is not there; a test keeps the shipped files whole.
        self.parsed.get_or_init(|| {
            FluentResource::try_new(self.source.to_owned()).unwrap_or_else(|(whole, _)| whole)
        })
    }
}

/// The file of a language.
pub const fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../config/locales/en.ftl"),
        Language::Chinese => include_str!("../../config/locales/zh-CN.ftl"),
    }
}

/// Each entry of a file with its id: a line that begins with a letter, and what [`entry_end`] takes for its continuation.
fn entries(source: &'static str) -> impl Iterator<Item = (&'static str, Sentence)> {
    let mut rest = source;
    std::iter::from_fn(move || {
        loop {
            let end = entry_end(rest);
            let (entry, after) = rest.split_at(end);
            if entry.is_empty() {
                return None;
            }
            rest = after;
            let named = entry.split_once('=').map(|(id, _)| id.trim_end());
            if let Some(id) = named.filter(|_| entry.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                let parsed = OnceLock::new();
                return Some((
                    id,
                    Sentence {
                        source: entry,
                        parsed,
                    },
                ));
            }
        }
    })
}

/// Where the entry or comment at the beginning ends: lines that are empty, indented or close a brace go on with it.
fn entry_end(rest: &str) -> usize {
    rest.match_indices('\n')
        .map(|(at, _)| at + 1)
        .find(|next| !rest[*next..].starts_with([' ', '}', '\n', '\r']))
        .unwrap_or(rest.len())
}
