//! Everything the screen and the program can do, to be found by a few letters: the rows of both tables in one list, ordered by
//! how well they match. Owns the list, what is typed and what is chosen; what a choice does is `update`'s.
//!
//! A row is found by its name in either language, by the pinyin of its Chinese names, whole or in initials, with letters left
//! out; and by whole pieces of the sentence that explains it.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::action::{ACTIONS, Action, Keys};
use super::widget::field::Field;
use crate::locale::Locale;
use crate::names::romanised;
use crate::phrase::{CommandRow, Face, command_begun, commands};
use crate::text::Language;

/// As many of those chosen last come first.
const RECENT: usize = 6;
/// What a match of a name counts for more than one of its sentence.
const NAME: u32 = 1_000;

/// Something to choose.
#[derive(Clone, Copy, Debug)]
pub enum Choice {
    /// What a key starts.
    Action(Action),
    /// A command of the language.
    Command(&'static CommandRow),
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Action(one), Self::Action(other)) => one == other,
            (Self::Command(one), Self::Command(other)) => one.name == other.name,
            (Self::Action(_), Self::Command(_)) | (Self::Command(_), Self::Action(_)) => false,
        }
    }
}

/// A row: how something is done and what it does, in the reader's language.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it comes to.
    pub choice: Choice,
    /// The key, where one does it.
    pub key: String,
    /// The command, where one does it.
    pub command: String,
    /// What it does, in a sentence.
    pub what: String,
    /// The names by which it is found.
    names: Vec<String>,
}

/// The list, open.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// What is typed to find something.
    pub field: Field,
    entries: Vec<Entry>,
    /// Those that match, best first, by their places among the entries.
    found: Vec<usize>,
    chosen: usize,
}

impl Palette {
    /// The whole list in that language; those chosen last come first.
    #[must_use]
    pub fn open(keys: &Keys, language: Language, recent: &[Choice]) -> Self {
        let mut entries = entries(keys, &Locale::new(language));
        entries.sort_by_key(|entry| {
            let at = recent.iter().position(|choice| *choice == entry.choice);
            at.unwrap_or(recent.len())
        });
        Self {
            field: Field::default(),
            found: (0..entries.len()).collect(),
            entries,
            chosen: 0,
        }
    }

    /// After something was typed: what matches it now, the best chosen.
    pub fn find(&mut self) {
        self.chosen = 0;
        let typed = self.field.text();
        let atom = |word: &str, kind| {
            Atom::new(
                word,
                CaseMatching::Ignore,
                Normalization::Smart,
                kind,
                false,
            )
        };
        let words: Vec<(Atom, Atom)> = typed
            .split_whitespace()
            .map(|word| (atom(word, AtomKind::Fuzzy), atom(word, AtomKind::Substring)))
            .collect();
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut found: Vec<(u32, usize)> = (0..)
            .zip(&self.entries)
            .filter_map(|(at, entry)| {
                let scores = words.iter().map(|word| score(entry, word, &mut matcher));
                Some((scores.sum::<Option<u32>>()?, at))
            })
            .collect();
        found.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        self.found = found.into_iter().map(|(_, at)| at).collect();
    }

    /// The rows that match, best first.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.found.iter().map(|at| &self.entries[*at])
    }

    /// Which of them is chosen, by its place.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Goes so many rows down, or up; no further than to the last and the first.
    pub fn step(&mut self, rows: isize) {
        let last = self.found.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(rows).min(last);
    }

    /// Chooses the row in that place.
    pub fn choose(&mut self, row: usize) {
        self.chosen = row.min(self.found.len().saturating_sub(1));
    }

    /// What the chosen row comes to; nothing where none matches.
    #[must_use]
    pub fn choice(&self) -> Option<Choice> {
        self.rows().nth(self.chosen).map(|entry| entry.choice)
    }
}

/// Remembers what was chosen, the latest first.
pub fn remember(recent: &mut Vec<Choice>, choice: Choice) {
    recent.retain(|known| *known != choice);
    recent.insert(0, choice);
    recent.truncate(RECENT);
}

/// How well a row matches a word, by the best of its names, else by its sentence; none where it does not.
fn score(entry: &Entry, (fuzzy, piece): &(Atom, Atom), matcher: &mut Matcher) -> Option<u32> {
    let mut buffer = Vec::new();
    let by_name = entry.names.iter().filter_map(|name| {
        let score = fuzzy.score(Utf32Str::new(name, &mut buffer), matcher)?;
        // Of two names that hold the letters alike, the shorter is more of what was typed.
        let length = u32::try_from(name.chars().count())
            .unwrap_or(NAME)
            .min(NAME / 2);
        Some(NAME + u32::from(score) * 4 - length)
    });
    by_name.max().or_else(|| {
        let what = Utf32Str::new(&entry.what, &mut buffer);
        piece.score(what, matcher).map(u32::from)
    })
}

/// What keys start, then the commands that no key stands for.
fn entries(keys: &Keys, locale: &Locale) -> Vec<Entry> {
    let actions = ACTIONS.iter().filter(|row| row.action != Action::Palette);
    let actions = actions.map(|row| {
        let same = commands().find(|command| is_same(command, row.command));
        let mut names = vec![row.name.to_owned(), locale.word(row.hint)];
        names.extend(same.into_iter().flat_map(all_names));
        Entry {
            choice: Choice::Action(row.action),
            key: keys
                .shown(row.action)
                .map(|key| key.to_string())
                .unwrap_or_default(),
            command: row
                .command
                .map(|line| in_words(line, locale))
                .unwrap_or_default(),
            what: locale.word(row.help),
            names: with_pinyin(names),
        }
    });
    let rest = commands().filter(|command| {
        let mut actions = ACTIONS.iter();
        !actions.any(|row| is_same(command, row.command))
    });
    let rest = rest.map(|command| Entry {
        choice: Choice::Command(command),
        key: String::new(),
        command: written(command, locale),
        what: locale.word(command.help),
        names: with_pinyin(all_names(command).collect()),
    });
    actions.chain(rest).collect()
}

/// Whether a key does just what that command does: only one that takes no words can be the same.
fn is_same(command: &CommandRow, line: Option<&str>) -> bool {
    let name = line.and_then(|line| line.strip_prefix(':'));
    command.usage[0].is_empty() && name == Some(command.name)
}

/// The command that a key does, in the reader's words.
pub fn in_words(line: &str, locale: &Locale) -> String {
    let Some(row) = command_begun(line) else {
        return line.to_owned();
    };
    let called = row.called();
    let name = called.get(locale.language()).as_str();
    let words = line.split_whitespace().map(|word| {
        let face = match locale.language() {
            Language::English => None,
            Language::Chinese => Face::in_chinese(word),
        };
        face.unwrap_or(word)
    });
    let line = words.collect::<Vec<_>>().join(" ");
    line.replacen(row.name, name, 1)
        .replacen(':', mark(locale.language()), 1)
}

/// What begins a command, as it is typed in that language.
#[must_use]
pub const fn mark(language: Language) -> &'static str {
    match language {
        Language::English => ":",
        Language::Chinese => "：",
    }
}

/// The name of a command in that language, with the space behind it.
#[must_use]
pub fn begun(name: &str, language: Language) -> String {
    let row = commands().find(|row| row.name == name);
    let called = row.map(CommandRow::called);
    let called = called
        .as_ref()
        .map_or(name, |both| both.get(language).as_str());
    format!("{called} ")
}

fn written(command: &CommandRow, locale: &Locale) -> String {
    let written = command.written();
    let mark = mark(locale.language());
    format!("{mark}{}", written.get(locale.language()).as_str().trim())
}

fn all_names(command: &CommandRow) -> impl Iterator<Item = String> {
    let names = command.chinese.iter().chain([&command.name]);
    names.map(|name| (*name).to_owned())
}

/// Chinese names in pinyin too, whole and in initials.
fn with_pinyin(names: Vec<String>) -> Vec<String> {
    let pinyin: Vec<String> = names
        .iter()
        .filter_map(|name| romanised(name))
        .flatten()
        .collect();
    names.into_iter().chain(pinyin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(language: Language, typed: &str) -> String {
        let mut palette = Palette::open(&Keys::default(), language, &[]);
        palette.field.insert(typed);
        palette.find();
        let mut rows = palette.rows();
        rows.next()
            .map(|entry| format!("{} {}", entry.key, entry.command))
            .unwrap_or_default()
    }

    #[test]
    fn a_row_is_found_by_either_language_pinyin_and_letters_left_out() {
        for (language, typed, row) in [
            (Language::English, "next", "F5 :next"),
            (Language::English, "undo", "Ctrl-/ :undo"),
            (Language::English, "adj", " :adjourn [really]"),
            (Language::English, "csv", " :casting vote for|against"),
            (Language::English, "xiayiwei", "F5 :next"),
            (Language::Chinese, "xyw", "F5 ：下一位"),
            (Language::Chinese, "下一位", "F5 ：下一位"),
            (Language::Chinese, "adjourn", " ：散会 [确定]"),
            (Language::Chinese, "sanhui", " ：散会 [确定]"),
            (Language::English, "zzzz", ""),
        ] {
            assert_eq!(first(language, typed), row, "{typed}");
        }
    }

    #[test]
    fn every_action_and_every_command_stands_in_the_list_once() {
        let palette = Palette::open(&Keys::default(), Language::English, &[]);
        for row in ACTIONS.iter().filter(|row| row.action != Action::Palette) {
            let choice = Choice::Action(row.action);
            assert_eq!(
                palette
                    .rows()
                    .filter(|entry| entry.choice == choice)
                    .count(),
                1
            );
        }
        for command in commands() {
            let form = written(command, &Locale::new(Language::English));
            let forms = palette.rows().filter(|entry| {
                entry.command == form && (entry.key.is_empty() || command.usage[0].is_empty())
            });
            assert_eq!(forms.count(), 1, "{form}");
        }
    }

    #[test]
    fn what_was_chosen_last_comes_first_while_nothing_is_typed() {
        let mut recent = Vec::new();
        for action in [Action::Undo, Action::Next, Action::Undo] {
            remember(&mut recent, Choice::Action(action));
        }
        let palette = Palette::open(&Keys::default(), Language::English, &recent);
        let keys: Vec<&str> = palette.rows().take(2).map(|row| row.key.as_str()).collect();
        assert_eq!(keys, ["Ctrl-/", "F5"]);
    }
}
