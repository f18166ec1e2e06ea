//! The table of all commands: each described once, beside the reader of its words. Help, manual page, completion and
//! palette derive from it. Owns how a command is found by its name; the rows stand in the files of their topics.

use super::misread::{Fault, Misread};
use super::{Read, Reading, Spoken, ballot, capture, floor, outcome, progress, record, roll};
use crate::names::Known;
use crate::text::{Bilingual, Message, Text, nearest};

/// One command of the language.
#[derive(Debug)]
pub struct CommandRow {
    /// Its English name; of one or two words.
    pub name: &'static str,
    /// Its Chinese names, the usual one first.
    pub chinese: &'static [&'static str],
    /// What may follow the name, in English and in Chinese words.
    pub usage: [&'static str; 2],
    /// What it is about.
    pub group: Group,
    /// The id of the sentence that says what it does.
    pub help: &'static str,
    /// A line that it reads, in English and in Chinese; without the colon.
    pub examples: [&'static str; 2],
    pub(super) read: fn(&mut Reading) -> Read,
}

impl CommandRow {
    /// How it is written, as both languages have it: the name and what may follow.
    #[must_use]
    pub fn written(&self) -> Bilingual {
        let written = |name: &str, usage: &str| {
            if self.begins_with_id() {
                // Its name stands behind an id.
                return Text::line(usage);
            }
            Text::line(&format!("{name} {usage}"))
        };
        let chinese = self.chinese.first().copied().unwrap_or(self.name);
        Bilingual {
            en: written(self.name, self.usage[0]),
            zh: written(chinese, self.usage[1]),
        }
    }

    /// Whether its name stands behind an id instead of in front.
    #[must_use]
    pub fn begins_with_id(&self) -> bool {
        self.name == outcome::BECOMES
    }

    /// Its name in both languages.
    #[must_use]
    pub fn called(&self) -> Bilingual {
        Bilingual {
            en: Text::line(self.name),
            zh: Text::line(self.chinese.first().copied().unwrap_or(self.name)),
        }
    }

    /// How it is written, as a sentence.
    #[must_use]
    pub fn form(&self) -> Message {
        Message::new("phrase-form").with("form", self.written())
    }
}

/// A form that stands on a line of its own, without a colon.
#[derive(Debug)]
pub struct FormRow {
    /// How it is written, in English and in Chinese.
    pub usage: [&'static str; 2],
    /// The id of the sentence that says what it does.
    pub help: &'static str,
}

/// What a command is about: the rows of the contract's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// The meeting and its sittings.
    Meeting,
    /// The items.
    Agenda,
    /// Who is there.
    Roll,
    /// Who speaks.
    Floor,
    /// What time it really was.
    Repair,
    /// What was said.
    Capture,
    /// What came of it.
    Outcome,
    /// Votes and elections.
    Ballot,
    /// The record and the program.
    Record,
}

impl Group {
    /// All, in the order of help.
    pub const ALL: [Self; 9] = [
        Self::Meeting,
        Self::Agenda,
        Self::Roll,
        Self::Floor,
        Self::Repair,
        Self::Capture,
        Self::Outcome,
        Self::Ballot,
        Self::Record,
    ];

    /// Its heading.
    #[must_use]
    pub const fn heading(self) -> Message {
        Message::new(match self {
            Self::Meeting => "help-group-meeting",
            Self::Agenda => "help-group-agenda",
            Self::Roll => "help-group-roll",
            Self::Floor => "help-group-floor",
            Self::Repair => "help-group-repair",
            Self::Capture => "help-group-capture",
            Self::Outcome => "help-group-outcome",
            Self::Ballot => "help-group-ballot",
            Self::Record => "help-group-record",
        })
    }
}

const TOPICS: [&[CommandRow]; 7] = [
    progress::ROWS,
    roll::ROWS,
    floor::ROWS,
    capture::ROWS,
    outcome::ROWS,
    ballot::ROWS,
    record::ROWS,
];

/// Every command, in the order of help.
pub fn commands() -> impl Iterator<Item = &'static CommandRow> {
    TOPICS.into_iter().flatten()
}

/// Every form that stands without a colon, in the order of help.
#[must_use]
pub fn forms() -> &'static [FormRow] {
    capture::FORMS
}

/// The row of that name, in either language, taken whole.
#[must_use]
pub fn named(name: &str) -> Option<&'static CommandRow> {
    let name = super::words::Cursor::new(name).rest();
    commands().find(|row| {
        let mut names = row.chinese.iter().chain([&row.name]);
        names.any(|known| super::words::is_word(name, known))
    })
}

/// The command most likely meant by a word that is none.
pub fn near(typed: &str) -> Option<&'static CommandRow> {
    let names = || {
        commands().flat_map(|row| {
            row.chinese
                .iter()
                .chain([&row.name])
                .map(move |name| (*name, row))
        })
    };
    let near = nearest(typed, names().map(|(name, _)| name))?;
    names().find(|(name, _)| *name == near).map(|(_, row)| row)
}

/// The commands by name.
#[derive(Debug)]
pub(super) struct Lookup {
    known: Known<usize>,
    rows: Vec<&'static CommandRow>,
}

impl Default for Lookup {
    fn default() -> Self {
        let rows: Vec<&CommandRow> = commands().collect();
        let mut known = Known::default();
        for (at, row) in rows.iter().enumerate() {
            row.chinese
                .iter()
                .chain([&row.name])
                .for_each(|name| known.add(name, at));
        }
        Self { known, rows }
    }
}

impl Lookup {
    /// Reads a command whose colon is taken off: the longest name at its beginning decides.
    pub fn read(&self, reading: &mut Reading) -> Result<Spoken, Box<Misread>> {
        let line = reading.words.rest();
        if let Some(become_action) = outcome::becomes(reading) {
            return self.told(become_action, outcome::BECOMES);
        }
        let Some((end, [at, ..])) = self.known.at_start(line) else {
            return Err(Box::new(unknown(line)));
        };
        let row = self.rows[*at];
        reading.words.set(&line[end..]);
        self.told((row.read)(reading), row.name)
    }

    fn told(&self, read: Read, name: &str) -> Result<Spoken, Box<Misread>> {
        read.map_err(|fault| match fault {
            Fault::Misread(misread) => Box::new(misread),
            Fault::Usage => Box::new(
                self.rows
                    .iter()
                    .find(|row| row.name == name)
                    .map_or_else(|| unknown(name), |row| Misread::of(row)),
            ),
        })
    }
}

fn unknown(line: &str) -> Misread {
    if line.is_empty() {
        return Misread::new(Message::new("phrase-nothing"));
    }
    let typed = line.split_whitespace().next().unwrap_or(line);
    let near = near(typed);
    let reason = Message::new("phrase-unknown").with("command", typed);
    Misread::new(reason).among(near.map(CommandRow::form).into_iter().collect())
}
