//! How a line may go on: names of commands and what may follow them, persons and units, themes. Offers, and decides
//! nothing. What may follow a command is read off its usage by `usage`.

mod arguments;
mod usage;

use std::collections::HashSet;

use super::Interpreter;
use super::table::{CommandRow, commands};
use crate::agenda::Who;
use crate::meeting::Meeting;
use crate::names::{Names, Rank, Spelling, Syllables, Typed, narrow, tag_end};
use crate::text::{Bilingual, Text, is_han};

/// One way in which a line may go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// From which byte of the line on it stands in place of what was typed, up to the cursor.
    pub from: usize,
    /// What to put there, in the reader's language; where Chinese was typed, Chinese in both.
    pub text: Bilingual,
    /// What to know of it besides: the unit of a person, the text of a contribution. Often nothing.
    pub about: Bilingual,
    /// How one types on behind it.
    pub closing: Closing,
}

/// How one types on behind a completion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closing {
    /// As it stands.
    Nothing,
    /// After a space.
    Space,
    /// After a space where it ends in letters; Chinese goes on at once.
    SpaceInLetters,
}

/// Who may stand in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A person or a unit.
    Anybody,
    /// A person.
    Person,
    /// A unit.
    Unit,
}

impl Wanted {
    fn fits(self, who: &Who) -> bool {
        match who {
            Who::Person(_) => self != Self::Unit,
            Who::Unit(_) => self != Self::Person,
        }
    }
}

/// The row of the command that a line begins with, however much of it stands there already; the colon counts in either
/// width.
#[must_use]
pub fn command_begun(line: &str) -> Option<&'static CommandRow> {
    let words = line.trim_start().strip_prefix([':', '：'])?;
    arguments::row_of(words.trim_start())
}

impl Interpreter {
    /// How the line may go on at the cursor, a byte of it; best first, no more than `most`. Nothing in ordinary text: only
    /// behind a mark or in a command.
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
        let offering = self.offering(meeting, most);
        let begun = typed.trim_start();
        let mut chars = begun.chars();
        let all = if chars.next().map(narrow) == Some(':') {
            let words = chars.as_str().trim_start();
            offering.command(typed.len() - words.len(), words)
        } else {
            offering.mark(typed)
        };
        distinct(all, most)
    }

    /// How a name may go on that stands for itself: in a field that asks for somebody. Behind a comma another begins.
    pub fn complete_who(
        &mut self,
        meeting: &Meeting,
        line: &str,
        cursor: usize,
        (wanted, most): (Wanted, usize),
    ) -> Vec<Completion> {
        let Some(typed) = line.get(..cursor) else {
            return Vec::new();
        };
        let offering = self.offering(meeting, most);
        let one = last_of_list(typed);
        let all = offering.people(typed.len() - one.len(), one, wanted);
        distinct(all, most)
    }

    fn offering<'a>(&'a mut self, meeting: &'a Meeting, most: usize) -> Offering<'a> {
        self.know(meeting);
        self.spellings.know_commands();
        Offering {
            names: &self.names,
            spellings: &self.spellings,
            meeting,
            most,
        }
    }
}

/// The names of themes and commands, spelled.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    commands: Vec<(&'static CommandRow, Spelling)>,
    themes: Vec<Spelling>,
}

impl Spellings {
    /// The themes of that meeting, the first of which are those known already.
    pub fn know_themes(&mut self, meeting: &Meeting, kept: usize) {
        let themes = meeting.contributions.themes();
        if self.themes.len() == kept && themes.size_hint().0 == kept {
            return;
        }
        self.themes.truncate(kept);
        self.themes
            .extend(themes.skip(self.themes.len()).map(|theme| {
                let names = [&theme.name.en, &theme.name.zh];
                let names = names.into_iter().chain(&theme.also).map(Text::as_str);
                Spelling::of(names, Syllables::OfCharacters)
            }));
    }

    /// The commands, which never change: spelled when something is offered for the first time.
    fn know_commands(&mut self) {
        if self.commands.is_empty() {
            let spelled = |row: &'static CommandRow| {
                let names = row.chinese.iter().chain([&row.name]).copied();
                (row, Spelling::of(names, Syllables::OfCharacters))
            };
            self.commands = commands().map(spelled).collect();
        }
    }
}

/// What is offered from, for one line.
struct Offering<'a> {
    names: &'a Names,
    spellings: &'a Spellings,
    meeting: &'a Meeting,
    most: usize,
}

impl Offering<'_> {
    /// What follows the last mark before the cursor.
    fn mark(&self, typed: &str) -> Vec<Completion> {
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
        let offered = if narrow(mark) == '@' {
            self.people(from, tag, Wanted::Anybody)
        } else {
            self.themes(from, tag)
        };
        let whole = |one: Completion| Completion {
            closing: Closing::SpaceInLetters,
            text: Bilingual {
                en: self.marked(mark, one.text.en),
                zh: self.marked(mark, one.text.zh),
            },
            ..one
        };
        offered.into_iter().map(whole).collect()
    }

    /// A name as it stands behind its mark: in quotes where what is typed behind it could be taken for a part of it.
    fn marked(&self, mark: char, name: Text) -> Text {
        let is_longer = if narrow(mark) == '@' {
            self.names.is_begun_longer(name.as_str())
        } else {
            Typed::of(name.as_str()).is_some_and(|typed| {
                let mut themes = self.spellings.themes.iter();
                themes.any(|theme| theme.has_longer(&typed))
            })
        };
        if is_longer && !name.as_str().contains(['"', '\u{ff02}', '“', '”']) {
            return Text::line(&format!("\"{name}\""));
        }
        name
    }

    fn themes(&self, from: usize, tag: &str) -> Vec<Completion> {
        let themes = self.meeting.contributions.themes();
        let spelled = themes.zip(&self.spellings.themes);
        let offer = |name: &Bilingual| Completion {
            from,
            text: in_script(name.clone(), tag),
            about: Bilingual::default(),
            closing: Closing::SpaceInLetters,
        };
        let Some(typed) = Typed::of(tag) else {
            return spelled.map(|(theme, _)| offer(&theme.name)).collect();
        };
        let goes_on = tag_end(tag) < tag.len();
        let rank = |spelling: &Spelling| {
            let whole = spelling.is_whole(&typed);
            if goes_on || whole {
                return spelling.goes_on(&typed).then_some(Rank::Whole);
            }
            spelling.completion_rank(&typed)
        };
        let mut found: Vec<(Rank, &Bilingual)> = spelled
            .filter_map(|(theme, spelling)| Some((rank(spelling)?, &theme.name)))
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, name)| offer(name)).collect()
    }

    /// Whom the beginning of a name could mean; at nothing, those who are expected first.
    fn people(&self, from: usize, begun: &str, wanted: Wanted) -> Vec<Completion> {
        let tag = begun.trim_start();
        let from = from + begun.len() - tag.len();
        let found: Vec<Who> = match Typed::of(tag) {
            None => self.expected(),
            Some(typed) => {
                // Behind a space a name goes on letter by letter alone: whatever else stands there is no name any more.
                let goes_on = tag_end(tag) < tag.len();
                let fits = |who: &Who| {
                    let begins = self.names.goes_on(who, &typed);
                    begins || !goes_on && !self.names.is_unmistakable(tag, who)
                };
                let all = self.names.complete(tag, usize::MAX).into_iter();
                all.filter(fits).collect()
            }
        };
        found
            .into_iter()
            .filter(|who| wanted.fits(who))
            .take(self.most)
            .map(|who| Completion {
                from,
                text: in_script(self.unmistakable(&who), tag),
                about: self.about(&who),
                closing: Closing::Space,
            })
            .collect()
    }

    /// Those whom the list of the item waits for, those not heard, and everybody, in order of precedence.
    fn expected(&self) -> Vec<Who> {
        let place = self.meeting.progress.place();
        let list = place.and_then(|item| self.meeting.floor.list(item));
        let waiting = list
            .into_iter()
            .flat_map(|list| list.entries().map(|entry| entry.who.clone()));
        let mut known = HashSet::new();
        waiting
            .chain(self.meeting.unheard())
            .chain(self.names.complete("", usize::MAX))
            .filter(|who| known.insert(who.clone()))
            .collect()
    }

    /// The name where it means only that one, else the id.
    fn unmistakable(&self, who: &Who) -> Bilingual {
        let id = || {
            Text::line(match who {
                Who::Person(id) => id.as_str(),
                Who::Unit(id) => id.as_str(),
            })
        };
        let one = |name: &Text| {
            if self.names.is_unmistakable(name.as_str(), who) {
                name.clone()
            } else {
                id()
            }
        };
        match self.names.name(who) {
            Some(name) => Bilingual {
                en: one(&name.en),
                zh: one(&name.zh),
            },
            None => Bilingual::same(id()),
        }
    }

    /// The unit of a person, for short; the office of one without.
    fn about(&self, who: &Who) -> Bilingual {
        let Who::Person(id) = who else {
            return Bilingual::default();
        };
        let roster = &self.meeting.roster;
        if let Some(unit) = roster.unit_of(id) {
            return unit.short.clone().unwrap_or_else(|| unit.name.clone());
        }
        let person = roster.person(id);
        let says = person.and_then(|person| person.office.as_ref().or(person.title.as_ref()));
        says.cloned().unwrap_or_default()
    }
}

/// In Chinese for both readers where Chinese was typed.
fn in_script(text: Bilingual, typed: &str) -> Bilingual {
    if typed.contains(is_han) {
        Bilingual::same(text.zh)
    } else {
        text
    }
}

/// The name that is being typed in a list of them.
fn last_of_list(typed: &str) -> &str {
    typed.rsplit([',', '，', '、']).next().unwrap_or(typed)
}

fn distinct(all: Vec<Completion>, most: usize) -> Vec<Completion> {
    let mut known = HashSet::new();
    let new = all.into_iter().filter(|one| known.insert(one.text.clone()));
    new.take(most).collect()
}
