//! Commands in a line that goes on: their names, and behind a name what its usage has in that place.

use super::usage::{Place, Slot, forms};
use super::{Closing, Completion, Offering, Wanted, last_of_list};
use crate::meeting::contribution::Answer;
use crate::names::{Match, Rank, Typed, narrow};
use crate::phrase::table::{CommandRow, Group, commands, named};
use crate::phrase::words::{Cursor, after, number};
use crate::phrase::{ballot, outcome, progress};
use crate::text::{Bilingual, Language, Text, is_han};

/// Which name of a command was typed: its usage is that language's.
type Form = (&'static CommandRow, Language);

impl Offering<'_> {
    /// A command whose colon is taken off; `from` is where its words begin.
    pub(super) fn command(&self, from: usize, words: &str) -> Vec<Completion> {
        let mut all = self.names_begun(from, words);
        let behind = named_by(words);
        if let Some(((row, language), rest)) = behind {
            if takes_marks(row) {
                all.extend(self.marks_behind(from + words.len() - rest.len(), rest));
            }
            let usage = row.usage[usize::from(language == Language::Chinese)];
            for form in forms(usage) {
                let walk = Walk {
                    offering: self,
                    row,
                    end: from + words.len(),
                };
                walk.slots(&form, rest, &mut all);
            }
        }
        all
    }

    /// The commands whose name begins with that, letter by letter or in pinyin, and is not all of it.
    fn names_begun(&self, from: usize, words: &str) -> Vec<Completion> {
        let offer = |row: &CommandRow, text: Bilingual| Completion {
            from,
            text,
            about: Bilingual::default(),
            closing: if row.usage[0].is_empty() {
                Closing::Nothing
            } else {
                Closing::Space
            },
        };
        let whole = commands().filter(|row| row.name != outcome::BECOMES);
        if words.is_empty() {
            return whole.map(|row| offer(row, row.called())).collect();
        }
        let mut found: Vec<(Rank, Completion)> = whole
            .filter_map(|row| {
                let names = row.chinese.iter().chain([&row.name]);
                let mut begun = names.filter(|name| begins(name, words));
                let name = begun.find(|name| name.chars().count() > words.chars().count())?;
                Some((Rank::Whole, offer(row, Bilingual::from(*name))))
            })
            .collect();
        if let Some(typed) = Typed::of(words).filter(|_| words.is_ascii() && !words.contains(' ')) {
            let spelled = self
                .spellings
                .commands
                .iter()
                .filter_map(|(row, spelling)| {
                    let rank = spelling.rank(&typed).filter(|rank| {
                        matches!(rank, Rank::Pinyin | Rank::AnyReading | Rank::CutShort)
                    })?;
                    Some((rank, offer(row, Bilingual::same(row.called().zh))))
                });
            found.extend(spelled);
        }
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, one)| one).collect()
    }

    /// The marks in the text of a command that reads them.
    fn marks_behind(&self, from: usize, rest: &str) -> Vec<Completion> {
        let shift = |one: Completion| Completion {
            from: from + one.from,
            ..one
        };
        self.mark(rest).into_iter().map(shift).collect()
    }
}

/// The command with whose name the line begins, the longest, and what stands behind it. Behind letters a space has to stand.
fn named_by(words: &str) -> Option<(Form, &str)> {
    let mut id = Cursor::new(words);
    if id.id('C').is_some() && words.contains(char::is_whitespace) {
        let row = named(outcome::BECOMES)?;
        return Some(((row, script(words)), words));
    }
    let of_row = |row: &'static CommandRow| {
        let names = row.chinese.iter().chain([&row.name]);
        names.filter_map(move |name| {
            let behind = after(words, name)?;
            let ends = name.ends_with(is_han) || behind.starts_with(char::is_whitespace);
            let language = if name.ends_with(is_han) {
                Language::Chinese
            } else {
                Language::English
            };
            ends.then(|| ((row, language), behind.trim_start()))
        })
    };
    commands()
        .flat_map(of_row)
        .min_by_key(|(_, behind)| behind.len())
}

/// The row of the command that a line names, as it would be read.
pub(super) fn row_of(words: &str) -> Option<&'static CommandRow> {
    let exact = || named(words);
    named_by(words).map(|((row, _), _)| row).or_else(exact)
}

/// Those whose text is read as a contribution is.
fn takes_marks(row: &CommandRow) -> bool {
    matches!(row.name, "re" | "edit" | "file" | "written") || row.usage[0].contains("WHO")
}

fn script(words: &str) -> Language {
    if words.contains(is_han) {
        Language::Chinese
    } else {
        Language::English
    }
}

/// Goes through the places behind a command up to where the cursor is.
struct Walk<'a> {
    offering: &'a Offering<'a>,
    row: &'static CommandRow,
    /// Where the line ends, at the cursor.
    end: usize,
}

impl Walk<'_> {
    fn slots(&self, slots: &[Slot], rest: &str, all: &mut Vec<Completion>) {
        for (at, slot) in slots.iter().enumerate() {
            let then = &slots[at + 1..];
            for way in &slot.ways {
                self.way(way, then, rest, all);
            }
            if !slot.optional {
                return;
            }
        }
    }

    fn way(&self, way: &[Place], then: &[Slot], rest: &str, all: &mut Vec<Completion>) {
        let Some((place, more)) = way.split_first() else {
            return self.slots(then, rest, all);
        };
        // What follows something whole comes before what could still be added to it.
        if let Some(behind) = self.taken(*place, rest) {
            self.way(more, then, behind, all);
        }
        let last = more.is_empty() && then.is_empty();
        all.extend(
            self.offered(*place, rest)
                .into_iter()
                .map(|one| Completion {
                    closing: if last && one.closing == Closing::Space {
                        Closing::Nothing
                    } else {
                        one.closing
                    },
                    ..one
                }),
        );
    }

    /// What may stand in a place where that was typed of it, up to the cursor.
    fn offered(&self, place: Place, typed: &str) -> Vec<Completion> {
        let meeting = self.offering.meeting;
        let from = self.end - typed.len();
        match place {
            Place::Word(word) => self.words(&[&[word]], typed),
            Place::WordOfFigure(word) => self
                .words(&[&[word]], typed)
                .into_iter()
                .map(|one| Completion {
                    closing: Closing::Nothing,
                    ..one
                })
                .collect(),
            Place::Who | Place::Owner => self.offering.people(from, typed, Wanted::Anybody),
            Place::WhoList => {
                let one = last_of_list(typed);
                self.offering
                    .people(self.end - one.len(), one, Wanted::Anybody)
            }
            Place::Contribution => {
                let counting = meeting.contributions.all().rev().filter(|one| one.counts());
                self.ids(
                    'C',
                    counting.map(|one| (one.line.id.0, &one.line.text)),
                    typed,
                )
            }
            Place::Action => {
                let actions = meeting.outcomes.actions().rev();
                let open = actions.filter(|action| action.status != Answer::Done);
                self.ids('A', open.map(|one| (one.what.id.0, &one.what.text)), typed)
            }
            Place::Matter => {
                let matters = meeting.outcomes.matters();
                self.ids(
                    'M',
                    matters.map(|one| (one.what.id.0, &one.what.text)),
                    typed,
                )
            }
            Place::Motion => {
                let motions = meeting.motions.all().rev().filter(|one| !one.withdrawn);
                self.ids('P', motions.map(|one| (one.id.0, &one.text)), typed)
            }
            Place::Item if self.row.group == Group::Agenda => self.items(typed),
            Place::Command => {
                let mut names = self.offering.names_begun(from, typed);
                names
                    .iter_mut()
                    .for_each(|one| one.closing = Closing::Nothing);
                names
            }
            Place::Rule => self.words(&words_of(ballot::RULES), typed),
            Place::Method => self.words(&words_of(ballot::METHODS), typed),
            Place::ItemKind => self.words(&words_of(progress::KINDS), typed),
            Place::Item | Place::Name | Place::Figure | Place::Quoted | Place::Text => Vec::new(),
        }
    }

    /// Words that begin with what was typed; of each the first that does, and at nothing that of the reader's language.
    fn words(&self, each: &[&[&'static str]], typed: &str) -> Vec<Completion> {
        let from = self.end - typed.len();
        let fits = |words: &&[&'static str]| -> Option<Bilingual> {
            if typed.is_empty() {
                let chinese = words.iter().find(|word| word.ends_with(is_han));
                let first = *words.first()?;
                return Some(Bilingual {
                    en: Text::line(first),
                    zh: Text::line(chinese.unwrap_or(&first)),
                });
            }
            let mut begun = words.iter().filter(|word| begins(word, typed));
            let word = begun.find(|word| word.chars().count() > typed.chars().count())?;
            Some(Bilingual::from(*word))
        };
        let offer = |text| Completion {
            from,
            text,
            about: Bilingual::default(),
            closing: Closing::Space,
        };
        each.iter().filter_map(fits).map(offer).collect()
    }

    /// Numbers with their letter, told by what they stand for.
    fn ids<'t>(
        &self,
        letter: char,
        ids: impl Iterator<Item = (u32, &'t Text)>,
        typed: &str,
    ) -> Vec<Completion> {
        let offer = |(number, text): (u32, &Text)| {
            let id = format!("{letter}{number}");
            (begins(&id, typed) && id.len() > typed.len()).then(|| Completion {
                from: self.end - typed.len(),
                text: Bilingual::from(id.as_str()),
                about: Bilingual::same(text.clone()),
                closing: Closing::Space,
            })
        };
        ids.filter_map(offer).take(self.offering.most).collect()
    }

    fn items(&self, typed: &str) -> Vec<Completion> {
        let items = (1..).zip(self.offering.meeting.progress.items());
        let offer = |(number, item): (usize, &crate::meeting::progress::ItemState)| {
            let number = number.to_string();
            (begins(&number, typed) && number.len() > typed.len()).then(|| Completion {
                from: self.end - typed.len(),
                text: Bilingual::from(number.as_str()),
                about: item.plan.title.clone(),
                closing: Closing::Space,
            })
        };
        items.filter_map(offer).collect()
    }

    /// What stands behind a place that is filled and done with; none while it may still be typed at.
    fn taken<'t>(&self, place: Place, rest: &'t str) -> Option<&'t str> {
        let names = self.offering.names;
        let mut words = Cursor::new(rest);
        let behind = match place {
            Place::Word(word) => after(rest, word)?,
            Place::WordOfFigure(word) => number(after(rest, word)?.trim_start())?.1,
            Place::Who => {
                let taken = names.take_longest(rest);
                (taken.found != Match::None).then_some(taken.rest)?
            }
            Place::WhoList => {
                let (list, behind) = names.take_list(rest);
                let all = list.iter().all(|one| one.found != Match::None);
                (all && !rest.trim_end().ends_with([',', '，', '、'])).then_some(behind)?
            }
            Place::Contribution => words.id('C').map(|_| words.rest())?,
            Place::Action => words.id('A').map(|_| words.rest())?,
            Place::Matter => words.id('M').map(|_| words.rest())?,
            Place::Motion => words.id('P').map(|_| words.rest())?,
            Place::Rule => words.one_of(ballot::RULES).map(|_| words.rest())?,
            Place::Method => words.one_of(ballot::METHODS).map(|_| words.rest())?,
            Place::ItemKind => words.one_of(progress::KINDS).map(|_| words.rest())?,
            Place::Quoted => words.quoted().map(|_| words.rest())?,
            Place::Item => {
                let (_, behind) = number(rest)?;
                behind.strip_prefix('项').unwrap_or(behind)
            }
            Place::Figure | Place::Name => {
                let end = rest.find(char::is_whitespace)?;
                (end > 0).then_some(&rest[end..])?
            }
            Place::Owner | Place::Command | Place::Text => return None,
        };
        // Words are read without the spaces at their end.
        let left = behind.trim_start();
        let done = rest
            .strip_suffix(left)
            .or_else(|| rest.trim_end().strip_suffix(left))?;
        let is_name = || match place {
            Place::Who | Place::WhoList => {
                let rank = names.find_ranked(last_of_list(done).trim()).0;
                matches!(rank, Some(Rank::Id | Rank::Whole))
            }
            _ => true,
        };
        let parted = done.ends_with(|c: char| c.is_whitespace() || is_closing(c))
            || done.ends_with(is_han) && is_name();
        parted.then_some(left)
    }
}

const fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '」')
}

fn words_of<T>(table: &[(T, &'static [&'static str])]) -> Vec<&'static [&'static str]> {
    table.iter().map(|(_, words)| *words).collect()
}

/// Whether a word begins with what was typed in any width and case.
fn begins(word: &str, typed: &str) -> bool {
    let mut word = word.chars();
    typed.chars().all(|c| {
        word.next()
            .is_some_and(|w| w.eq_ignore_ascii_case(&narrow(c)))
    })
}
