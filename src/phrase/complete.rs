//! How a line may go on: names of commands from the table, persons and units, themes. Offers, and decides nothing.

use super::Interpreter;
use super::table::{CommandRow, commands};
use super::words::last_word;
use crate::agenda::Who;
use crate::meeting::Meeting;
use crate::names::{Match, narrow};
use crate::text::{Bilingual, Text, is_han};

/// One way in which a line may go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// From which byte of the line on it stands in place of what was typed, up to the cursor.
    pub from: usize,
    /// What to put there, in the reader's language.
    pub text: Bilingual,
}

impl Interpreter {
    /// How the line may go on at the cursor, a byte of it; best first, no more than `most`.
    pub fn complete(
        &mut self,
        meeting: &Meeting,
        line: &str,
        cursor: usize,
        most: usize,
    ) -> Vec<Completion> {
        let Some(typed) = line.get(..cursor) else {
            return Vec::new();
        };
        self.know(meeting);
        let begun = typed.trim_start();
        let mut chars = begun.chars();
        if chars.next().map(narrow) == Some(':') {
            let words = chars.as_str().trim_start();
            return self.command(typed.len() - words.len(), words, most);
        }
        self.mark(meeting, typed, most)
    }

    fn command(&self, from: usize, words: &str, most: usize) -> Vec<Completion> {
        let begun = names_begun(words);
        let names: Vec<Completion> = begun
            .take(most)
            .map(|text| Completion { from, text })
            .collect();
        let named = commands()
            .filter_map(|row| Some((row, behind_name(row, words)?)))
            .min_by_key(|(_, behind)| behind.len());
        match named {
            Some((row, behind)) if names.is_empty() && row.usage[0].contains("WHO") => {
                let one = behind.rsplit([',', '，', '、']).next().unwrap_or(behind);
                let one = one.trim_start();
                let all = self.people(from + words.len() - one.len(), one, most);
                if !all.is_empty() {
                    return all;
                }
                // Behind a name and more of the line, another name: `place Ada after be`.
                let last = last_word(one).1;
                self.people(from + words.len() - last.len(), last, most)
            }
            Some(_) | None => names,
        }
    }

    /// What follows the last mark before the cursor.
    fn mark(&self, meeting: &Meeting, typed: &str, most: usize) -> Vec<Completion> {
        let mut marks = typed.char_indices().rev();
        let Some((at, mark)) = marks.find(|(_, c)| matches!(narrow(*c), '@' | '#')) else {
            return Vec::new();
        };
        let inside = typed[..at].chars().next_back();
        if inside.is_some_and(|c| c.is_alphanumeric() && !is_han(c)) {
            return Vec::new();
        }
        let from = at + mark.len_utf8();
        let tag = &typed[from..];
        if narrow(mark) == '@' {
            return self.people(from, tag, most);
        }
        let lower = tag.to_lowercase();
        let begins = |name: &Text| name.as_str().to_lowercase().starts_with(&lower);
        meeting
            .contributions
            .themes()
            .filter(|theme| {
                begins(&theme.name.en) || begins(&theme.name.zh) || theme.also.iter().any(begins)
            })
            .take(most)
            .map(|theme| Completion {
                from,
                text: theme.name.clone(),
            })
            .collect()
    }

    fn people(&self, from: usize, typed: &str, most: usize) -> Vec<Completion> {
        let people = self.names.complete(typed, most).into_iter();
        people
            .map(|who| Completion {
                from,
                text: self.unmistakable(&who),
            })
            .collect()
    }

    /// The name where it means only that one, else the id.
    fn unmistakable(&self, who: &Who) -> Bilingual {
        let id = match who {
            Who::Person(id) => id.as_str(),
            Who::Unit(id) => id.as_str(),
        };
        let one = |name: &Text| match self.names.find(name.as_str()) {
            Match::One(found) => found == *who,
            Match::Several(_) | Match::None => false,
        };
        match self.names.name(who) {
            Some(name) if one(&name.en) && one(&name.zh) => name.clone(),
            Some(_) | None => Bilingual::from(id),
        }
    }
}

/// The commands whose name begins with that, in either language, and is not all of it.
fn names_begun(typed: &str) -> impl Iterator<Item = Bilingual> {
    let typed: String = typed.chars().map(narrow).collect::<String>().to_lowercase();
    commands().filter_map(move |row| {
        let mut names = row.chinese.iter().chain([&row.name]);
        let begins = names.any(|name| name.len() > typed.len() && name.starts_with(&typed));
        begins.then(|| row.called())
    })
}

/// What stands behind the name of a command, where a line begins with it.
fn behind_name<'t>(row: &CommandRow, words: &'t str) -> Option<&'t str> {
    let names = row.chinese.iter().chain([&row.name]);
    names
        .filter_map(|name| super::words::after(words, name))
        .filter(|behind| !behind.is_empty())
        .min_by_key(|behind| behind.len())
}
