//! The one command language (`CONTRACT.md` §3): a line as it was typed to what it asks for, with all names resolved.
//!
//! `:` begins a command, `/` filters, `?` helps, `<` files a line one turn back, and every other line is a contribution.
//! Commands are described once, in the rows beside the readers of each topic; help, manual page and palette derive from
//! them. English and Chinese words always both work. Owns the reading, not the rules: whether a command is obeyed is the
//! meeting's to say. Knows neither clock nor files: what a line may depend on comes in a [`Spot`].

mod ballot;
mod capture;
mod complete;
mod face;
mod filter;
mod floor;
pub mod help;
mod line;
mod misread;
mod outcome;
mod people;
mod progress;
mod record;
mod roll;
mod table;
mod time;
mod who;
mod words;

#[cfg(test)]
mod tests;

pub use capture::{answer_named, answer_words};
pub use complete::{Closing, Completion, Wanted, command_begun};
pub use face::Face;
pub use filter::{Filter, Texts};
pub use misread::Misread;
pub use people::People;
pub use table::{CommandRow, FormRow, Group, commands, forms, named as command_named};

use std::sync::Arc;

use crate::board::Grouping;
use crate::meeting::contribution::{Anchor, ThemeId};
use crate::meeting::progress::Resolve;
use crate::meeting::roster::{Newcomer, Roster};
use crate::meeting::{Author, Command, Meeting};
use crate::names::{Known, Names, narrow};
use crate::text::{Language, Message, Moment, Text};

use misread::Fault;
use words::Cursor;

/// What a line says.
#[derive(Clone, Debug, PartialEq)]
pub enum Spoken {
    /// Something the meeting does.
    Command(Command),
    /// Something the program does.
    Ask(Request),
}

/// What is asked of the program, not of the meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Write the session file now.
    Save,
    /// Write documents; the words are the arguments of `tribune export`, without the session.
    Export {
        /// Each word, quotes taken off.
        words: Vec<Text>,
    },
    /// Show what was recorded.
    Log,
    /// Explain: everything, or a command, or `rules`. [`help::of`] has the words.
    Help {
        /// What about.
        topic: Option<Text>,
    },
    /// Show another face.
    Face {
        /// Which.
        face: Face,
        /// In which groups, where it has any; unsaid, in those it stood in last.
        by: Option<Grouping>,
    },
    /// Speak another language; unsaid, the other one.
    Lang {
        /// Which.
        language: Option<Language>,
    },
    /// Take another theme; unsaid, the next one.
    Theme {
        /// Which.
        name: Option<Text>,
    },
    /// Leave; the meeting stays open.
    Quit,
    /// Read the agenda file again: show what changed, or with `really` apply it.
    Reload {
        /// Whether to apply it.
        resolve: Resolve,
    },
    /// Show how long each of those who wait may speak.
    Pace,
    /// Show the matters arising, with what became of each.
    Matters,
    /// Keep a note that goes into no record.
    Private {
        /// What.
        text: Text,
    },
    /// Say why the record is corrected, for what follows.
    Why {
        /// The reason.
        text: Text,
    },
    /// Show only what contains that; empty shows all again.
    Filter {
        /// What.
        text: Text,
    },
}

/// What a line may depend on besides the meeting.
#[derive(Clone, Copy, Debug)]
pub struct Spot<'a> {
    /// The time from which times of day are read, in its offset: that of the record, in a correction the meeting's.
    pub now: Moment,
    /// Where the first character was typed.
    pub anchor: Anchor,
    /// Who types.
    pub author: &'a Author,
}

impl Anchor {
    /// Where a line belongs that is begun now: to the running turn, else to the chair in the present item.
    #[must_use]
    pub fn now(meeting: &Meeting) -> Self {
        match meeting.floor.running() {
            Some(turn) => Self {
                turn: Some(turn.id),
                item: Some(turn.item),
            },
            None => Self {
                turn: None,
                item: meeting.progress.place(),
            },
        }
    }

    /// The same one turn earlier; `None` where there is none.
    #[must_use]
    pub fn earlier(self, meeting: &Meeting) -> Option<Self> {
        let turn = meeting.floor.turn_before(self.turn)?;
        Some(Self {
            turn: Some(turn.id),
            item: Some(turn.item),
        })
    }
}

/// Reads lines. Keeps the names and themes of its meeting indexed from one line to the next.
#[derive(Debug, Default)]
pub struct Interpreter {
    roster: Option<Arc<Roster>>,
    names: Names,
    themes: Themes,
    spellings: complete::Spellings,
    commands: Option<table::Lookup>,
}

impl Interpreter {
    /// One that has read nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What that line says in that meeting at that spot.
    ///
    /// # Errors
    /// A [`Misread`] when a command is not known, its words do not fit it, or somebody it names is not known or could be
    /// several. A contribution is never misread.
    pub fn read(
        &mut self,
        meeting: &Meeting,
        line: &str,
        spot: &Spot,
    ) -> Result<Spoken, Box<Misread>> {
        self.know(meeting);
        let commands = self.commands.get_or_insert_default();
        let clean = Text::line(line);
        let mut reading = Reading {
            names: &self.names,
            themes: &self.themes.known,
            meeting,
            now: spot.now,
            anchor: spot.anchor,
            words: Cursor::new(clean.as_str()),
            newcomers: Vec::new(),
        };
        let (first, rest) = split_first(clean.as_str());
        match first {
            None => Err(Box::new(Misread::new(Message::new("phrase-nothing")))),
            Some('?') if rest.is_empty() => Ok(Request::Help { topic: None }.into()),
            Some('/') => Ok(Request::Filter {
                text: Text::line(rest),
            }
            .into()),
            Some(':') => {
                reading.words = Cursor::new(rest);
                commands.read(&mut reading)
            }
            Some('<') => line::back(&mut reading),
            Some(_) => Ok(line::read(&reading)),
        }
    }

    /// The names of the roster as of the last line read, or as of this meeting.
    pub fn names(&mut self, meeting: &Meeting) -> &Names {
        self.know(meeting);
        &self.names
    }

    /// Learns the names of that meeting and of the commands, as reading a line does: done ahead, the first line is read as
    /// fast as the others.
    pub fn know(&mut self, meeting: &Meeting) {
        self.commands.get_or_insert_default();
        let known = self
            .roster
            .as_ref()
            .is_some_and(|roster| Arc::ptr_eq(roster, &meeting.roster));
        if !known {
            self.names = Names::of(meeting.roster.persons(), meeting.roster.units());
            self.roster = Some(meeting.roster.clone());
        }
        let kept = self.themes.know(meeting);
        self.spellings.know_themes(meeting, kept);
    }
}

/// When something was, as it is typed by itself: `14:10`, `90s ago`, `90s`, `5分钟前`. Nothing for what is no time.
#[must_use]
pub fn when(typed: &str, now: Moment) -> Option<Moment> {
    let read = |typed: &str| {
        let mut words = Cursor::new(typed);
        let at = time::whole_when(&mut words, now).ok().flatten();
        at.filter(|_| words.is_empty())
    };
    read(typed).or_else(|| read(&format!("{} ago", typed.trim())))
}

/// The first character, full-width marks as their twins, and what follows.
fn split_first(line: &str) -> (Option<char>, &str) {
    let mut chars = line.chars();
    (chars.next().map(narrow), chars.as_str().trim_start())
}

/// The names of themes, indexed; new ones are added, and only an undone one makes it start anew.
#[derive(Debug, Default)]
struct Themes {
    known: Known<ThemeId>,
    count: usize,
    last: Option<ThemeId>,
}

impl Themes {
    /// Longer names cannot be told by their beginning; they still count where they stand alone.
    const LONGEST: usize = 100;

    /// Gives how many of the themes were known before.
    fn know(&mut self, meeting: &Meeting) -> usize {
        let themes = meeting.contributions.themes();
        let count = themes.size_hint().0;
        let more = count.checked_sub(self.count);
        let last = more.and_then(|more| meeting.contributions.themes().rev().nth(more));
        let Some(more) =
            more.filter(|_| self.count > 0 && last.map(|theme| &theme.id) == self.last.as_ref())
        else {
            *self = Self::default();
            self.add(meeting, count);
            return 0;
        };
        self.add(meeting, more);
        count - more
    }

    /// Adds the last so many themes.
    fn add(&mut self, meeting: &Meeting, more: usize) {
        for theme in meeting.contributions.themes().rev().take(more) {
            let names = [&theme.name.en, &theme.name.zh, &theme.id.0];
            for name in names.into_iter().chain(&theme.also) {
                if name.as_str().len() <= Self::LONGEST * 3 {
                    self.known.add(name.as_str(), theme.id.clone());
                }
            }
        }
        self.count += more;
        if more > 0 {
            self.last = meeting
                .contributions
                .themes()
                .next_back()
                .map(|theme| theme.id.clone());
        }
    }
}

/// One line while it is read.
struct Reading<'a> {
    names: &'a Names,
    themes: &'a Known<ThemeId>,
    meeting: &'a Meeting,
    now: Moment,
    anchor: Anchor,
    words: Cursor<'a>,
    /// Those who have to be enrolled for it, where the meeting has no roster.
    newcomers: Vec<Newcomer>,
}

/// What a reader of a row comes to.
type Read = Result<Spoken, Fault>;

impl Reading<'_> {
    /// The command, where nothing is left of the line; those it names for the first time are enrolled with it.
    fn done(&mut self, command: impl Into<Command>) -> Read {
        self.nothing_left()?;
        Ok(self.with_newcomers(vec![command.into()]))
    }

    /// The request, where nothing is left of the line.
    fn ask(&self, request: Request) -> Read {
        self.nothing_left()?;
        Ok(request.into())
    }

    fn nothing_left(&self) -> Result<(), Fault> {
        if self.words.is_empty() {
            Ok(())
        } else {
            Err(Fault::Usage)
        }
    }

    fn with_newcomers(&mut self, commands: Vec<Command>) -> Spoken {
        let enrolled = std::mem::take(&mut self.newcomers)
            .into_iter()
            .map(|newcomer| crate::meeting::roster::Command::Enrol(newcomer).into());
        let mut all: Vec<Command> = enrolled.chain(commands).collect();
        Spoken::Command(match all.pop() {
            Some(only) if all.is_empty() => only,
            Some(last) => {
                all.push(last);
                Command::Several(all)
            }
            None => Command::Several(all),
        })
    }

    /// Whether `really` stands at the end; it is taken off.
    fn really(&mut self) -> Resolve {
        if self.words.end_keyword(&["really", "确定"]) {
            Resolve::Really
        } else {
            Resolve::Plain
        }
    }
}

impl From<Request> for Spoken {
    fn from(request: Request) -> Self {
        Self::Ask(request)
    }
}

impl From<Command> for Spoken {
    fn from(command: Command) -> Self {
        Self::Command(command)
    }
}
