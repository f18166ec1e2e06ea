//! What `?` explains: every key by where it works, what a line may hold, and every command by what it is about. All from the
//! tables; owns no sentence.

use super::action::{ACTIONS, Keys, Place};
use super::palette::{in_words, mark};
use crate::locale::Locale;
use crate::phrase::{Group, commands, forms};
use crate::text::Language;

/// A row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// What those below are about.
    Heading(String),
    /// A key, a command, or both, and what they do.
    Entry {
        /// The key.
        key: String,
        /// The command, or a form of a line.
        command: String,
        /// What it does.
        what: String,
    },
    /// Nothing, between two groups.
    Blank,
}

/// All rows.
#[must_use]
pub fn rows(keys: &Keys, locale: &Locale) -> Vec<Row> {
    let language = locale.language();
    let in_language = |usage: &[&str; 2]| match language {
        Language::English => usage[0].to_owned(),
        Language::Chinese => usage[1].to_owned(),
    };
    let mut rows = Vec::new();
    for place in Place::ALL {
        rows.push(Row::Heading(locale.word(place.heading())));
        let here = ACTIONS.iter().filter(|row| row.place == place);
        rows.extend(here.map(|row| {
            Row::Entry {
                key: keys
                    .shown(row.action)
                    .map(|key| key.to_string())
                    .unwrap_or_default(),
                command: row
                    .command
                    .map(|line| in_words(line, locale))
                    .unwrap_or_default(),
                what: locale.word(row.help),
            }
        }));
        if place == Place::EmptyLine {
            rows.push(Row::Entry {
                key: ":".to_owned(),
                command: String::new(),
                what: locale.word("tui-help-commands"),
            });
        }
        rows.push(Row::Blank);
    }
    rows.push(Row::Heading(locale.word("palette-help-line")));
    rows.extend(forms().iter().map(|form| Row::Entry {
        key: String::new(),
        command: in_language(&form.usage),
        what: locale.word(form.help),
    }));
    for group in Group::ALL {
        rows.push(Row::Blank);
        rows.push(Row::Heading(locale.say(&group.heading())));
        let about = commands().filter(|row| row.group == group);
        rows.extend(about.map(|row| Row::Entry {
            key: String::new(),
            command: format!(
                "{}{}",
                mark(language),
                row.written().get(language).as_str().trim()
            ),
            what: locale.word(row.help),
        }));
    }
    rows
}

/// How many rows there are, in any language.
#[must_use]
pub fn count() -> usize {
    let places = Place::ALL.len() * 2 + 1 + ACTIONS.len();
    let groups = Group::ALL.len() * 2 + commands().count();
    places + 1 + forms().len() + groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_is_as_long_as_it_says_in_both_languages() {
        for language in [Language::English, Language::Chinese] {
            let rows = rows(&Keys::default(), &Locale::new(language));
            assert_eq!(rows.len(), count());
        }
    }
}
