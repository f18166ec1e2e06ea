//! The session that a command line means: looked up, read, and what is noticed about it told. Owns no output of its own.

use std::path::Path;

use clap::{ArgMatches, Command};

use super::sessions::written;
use super::{Surroundings, positional};
use crate::archive::{self, Ledger, Opened};
use crate::export::Source;
use crate::locale::Locale;
use crate::session_file::{self, Difference};
use crate::text::{Language, Message};

/// How many places are told of a file that was changed, by commands that go on with its records.
const IN_BRIEF: usize = 1;

/// Takes a session.
pub fn argument(command: Command, locale: &Locale) -> Command {
    command.arg(positional(locale, "session", "SESSION", "cli-session").required(true))
}

/// Opens the session that the command line names; says why where there is none.
pub fn open(matches: &ArgMatches, surroundings: &Surroundings) -> Option<Opened> {
    let meant = matches.get_one::<String>("session")?;
    let opened =
        archive::find(surroundings.sessions(), meant).and_then(|path| archive::open(&path));
    match opened {
        Ok(opened) => Some(opened),
        Err(told) => {
            told.iter().for_each(|message| surroundings.tell(message));
            None
        }
    }
}

/// The same, for commands that go on with what the records say: a file that was changed is told of on the way.
pub fn open_and_tell(matches: &ArgMatches, surroundings: &Surroundings) -> Option<Opened> {
    let opened = open(matches, surroundings)?;
    tell(&opened, surroundings);
    Some(opened)
}

/// Tells in brief what was changed in a session file since it was sealed.
pub fn tell(opened: &Opened, surroundings: &Surroundings) {
    findings(opened, IN_BRIEF)
        .iter()
        .for_each(|message| surroundings.tell(message));
}

/// The folder of a session, where its later answers are kept too.
pub fn folder(opened: &Opened) -> &Path {
    let folder = opened.path.parent();
    folder
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// Of what documents of a session are made: the meeting, with what was answered after it. What is wrong with those answers is told.
pub fn source(opened: &Opened, surroundings: &Surroundings) -> Source {
    let folder = folder(opened);
    let ledger = Ledger::read(folder);
    ledger
        .findings
        .iter()
        .for_each(|message| surroundings.tell(message));
    let source = Source::of(&opened.session.meeting);
    let later = archive::later_answers(folder, &opened.stem, &source.summary, &ledger);
    Source {
        summary: source.summary.with_later(later),
        ..source
    }
}

/// The language of a document: what `--lang` says, else the record's.
pub fn language(matches: &ArgMatches, record: Language) -> Language {
    let told = matches.get_one::<String>("lang");
    told.and_then(|tag| {
        Language::ALL
            .into_iter()
            .find(|language| language.tag() == tag)
    })
    .unwrap_or(record)
}

/// What was changed since the file was sealed, with so many of the places at most; empty where nothing was.
pub fn findings(opened: &Opened, most: usize) -> Vec<Message> {
    let mut findings = changes(opened, most);
    if !findings.is_empty() {
        findings.push(Message::new("session-records-hold"));
    }
    findings
}

/// The same for whoever shows nothing of the session.
pub fn changes(opened: &Opened, most: usize) -> Vec<Message> {
    let changes = &opened.session.changes;
    let mut told: Vec<Message> = changes.iter().map(|change| change.message()).collect();
    if !told.is_empty() {
        told.extend(places(opened, most));
    }
    told
}

/// What the readable part of a file is held against.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Against {
    /// What was sealed: the records are as they were.
    Sealed,
    /// What the records say by now: they were changed themselves.
    Records,
}

/// Where the file is not what its records would be written as, what it is there and what it was.
fn places(opened: &Opened, most: usize) -> Vec<Message> {
    let mut changes = opened.session.changes.iter();
    let against = if changes.any(|change| change.is_of_records()) {
        Against::Records
    } else {
        Against::Sealed
    };
    let fresh = written(&opened.session.meeting);
    let differences = session_file::differences(&opened.text, &fresh.text);
    let shown = differences.iter().take(most);
    let mut told: Vec<Message> = shown.map(|one| place(one, against)).collect();
    let more = differences.len().saturating_sub(most);
    if more > 0 {
        told.push(Message::new("session-lines-more").with("count", more));
    } else if differences.is_empty() && against == Against::Sealed {
        told.push(Message::new("session-ends-changed"));
    }
    told
}

fn place(difference: &Difference, against: Against) -> Message {
    let message = match (difference, against) {
        (Difference::Changed { key, is, was, .. }, against) => {
            let id = match (key, against) {
                (Some(_), Against::Sealed) => "session-line-changed",
                (None, Against::Sealed) => "session-line-otherwise",
                (Some(_), Against::Records) => "session-line-contradicts",
                (None, Against::Records) => "session-line-contradicts-whole",
            };
            let message = Message::new(id).with("is", is).with("was", was);
            key.iter()
                .fold(message, |message, key| message.with("key", key))
        }
        (Difference::Added { is, .. }, Against::Sealed) => {
            Message::new("session-line-added").with("is", is)
        }
        (Difference::Added { is, .. }, Against::Records) => {
            Message::new("session-line-unknown").with("is", is)
        }
        (Difference::Missing { was, .. }, Against::Sealed) => {
            Message::new("session-line-missing").with("was", was)
        }
        (Difference::Missing { was, .. }, Against::Records) => {
            Message::new("session-line-unsaid").with("was", was)
        }
    };
    let place = difference.place();
    message
        .with("line", place.line)
        .with("section", &place.section)
}
