//! The session that a command line means: looked up, read, and what is noticed about it told. Owns no output of its own.

use std::path::Path;

use clap::{ArgMatches, Command};

use super::{Surroundings, positional};
use crate::archive::{self, Ledger, Opened};
use crate::export::{Edition, Source, json};
use crate::locale::Locale;
use crate::session_file::{self, Place};
use crate::summary::Summary;
use crate::text::{Language, Message};

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
    findings(&opened)
        .iter()
        .for_each(|message| surroundings.tell(message));
    Some(opened)
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
    let ledger = Ledger::read(folder(opened));
    ledger
        .findings
        .iter()
        .for_each(|message| surroundings.tell(message));
    let source = Source::of(&opened.session.meeting);
    let later = ledger.beside(&source.summary, &opened.stem);
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

/// What was changed since the file was sealed, and where; empty where nothing was.
pub fn findings(opened: &Opened) -> Vec<Message> {
    let changes = &opened.session.changes;
    let mut findings: Vec<Message> = changes.iter().map(|change| change.message()).collect();
    if !findings.is_empty() {
        findings.extend(difference(opened).map(|place| {
            Message::new("session-differs")
                .with("line", place.line)
                .with("section", place.section)
        }));
        findings.push(Message::new("session-records-hold"));
    }
    findings
}

/// Where the file is not what its records would be written as.
fn difference(opened: &Opened) -> Option<Place> {
    let meeting = &opened.session.meeting;
    let summary = Summary::of(meeting);
    let locale = Locale::new(summary.language);
    let edition = Edition {
        locale: &locale,
        seal: None,
    };
    let body = json::body(&summary, &edition);
    let fresh = session_file::write(meeting, &summary, &locale, &body);
    session_file::difference(&opened.text, &fresh.text)
}
