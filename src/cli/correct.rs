//! `tribune correct SESSION [--script FILE]`: what is wrong in the record of a meeting that is over is set right, openly, line by line in the
//! command language. Owns the way from the command line to the conversation and what is said around it; the lines are `plain`'s.

use std::io::{self, BufReader, Write as _};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::finished::Finished;
use super::run::{self, Told, told};
use super::{Ending, Surroundings, flag, means, opened, option};
use crate::archive;
use crate::locale::Locale;
use crate::meeting::progress::Resolve;
use crate::meeting::{Author, Meeting, Role};
use crate::plain::{self, Correction, From, Manner, OnRefusal, Voice};
use crate::room::Clock;
use crate::summary::{CorrectionEntry, Summary};
use crate::text::{Message, Text};

/// Takes the session, and how to correct it.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    opened::argument(command, locale)
        .arg(
            option(locale, "script", "cli-correct-script")
                .value_name("FILE|-")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(option(locale, "why", "cli-correct-why").value_name("TEXT"))
        .arg(option(locale, "by", "cli-correct-by").value_name("NAME"))
        .arg(flag(locale, "really", "cli-really"))
}

/// Corrects it, and says what was corrected and how far the record is now.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    correct(matches, surroundings).unwrap_or_else(|told| {
        told.iter().for_each(|message| surroundings.tell(message));
        Ending::Problems
    })
}

fn correct(matches: &ArgMatches, surroundings: &Surroundings) -> Result<Ending, Told> {
    let script = matches.get_one::<PathBuf>("script").map(PathBuf::as_path);
    let lines = run::lines(script)?;
    let finished = take_up(matches, surroundings)?;
    if let Some(approval) = finished.meeting.progress.approved() {
        return Err(vec![approval.refusal().reason]);
    }
    let from = match script {
        Some(_) => From::Script {
            refused: OnRefusal::Stop,
            after: 0,
        },
        None => run::audience(surroundings),
    };
    greet(&finished, from, surroundings);
    let (place, before) = (finished.place.clone(), finished.meeting.clone());
    let correction = Correction::of(&finished.meeting, said(matches, "why"), finished.seal);
    let clock = Clock::Stamped(*surroundings.started().offset());
    let room = finished.open(clock).map_err(|error| told(&error))?;
    let handle = room.handle();
    let (mut out, mut err) = (io::stdout(), io::stderr());
    let voice = Voice {
        locale: surroundings.locale().clone(),
        out: &mut out,
        err: &mut err,
    };
    let manner = Manner {
        author: author(matches),
        from,
    };
    let means = means::of(&handle, &place, None, surroundings);
    let reader = BufReader::new(lines);
    let ended = plain::correct(&handle, voice, manner, means, correction, reader);
    // Whoever no longer reads does not want the rest.
    let _ = io::stdout().flush();
    room.close().map_err(|error| told(&error))?;
    let put = conclude(&before, &handle.latest(), &place.session(), surroundings);
    Ok(run::ending(ended).and(put))
}

/// The session that the command line names, ready to be added to.
pub fn take_up(matches: &ArgMatches, surroundings: &Surroundings) -> Result<Finished, Told> {
    let meant = matches.get_one::<String>("session");
    let meant = meant.map_or("", String::as_str);
    let path = archive::find(surroundings.sessions(), meant)?;
    let resolve = if matches.get_flag("really") {
        Resolve::Really
    } else {
        Resolve::Plain
    };
    let finished = Finished::take_up(&path, resolve)?;
    let findings = finished.findings.iter();
    findings.for_each(|message| surroundings.tell(message));
    Ok(finished)
}

/// What stands behind that option; none where that is nothing.
fn said(matches: &ArgMatches, option: &str) -> Option<Text> {
    let said = matches.get_one::<String>(option)?;
    Some(Text::line(said)).filter(|text| !text.is_empty())
}

/// Whoever corrects: the one that is named, else whoever sits at the meeting's own machine.
fn author(matches: &ArgMatches) -> Author {
    said(matches, "by").map_or_else(Author::chair, |name| Author {
        name,
        role: Role::Chair,
    })
}

/// Which session it is, how far its record is, and how it is corrected.
fn greet(finished: &Finished, from: From, surroundings: &Surroundings) {
    let state = Summary::of(&finished.meeting).meeting.state;
    let begins = Message::new("correct-begins")
        .with("stem", finished.stem.as_str())
        .with("state", state.word());
    surroundings.tell(&begins);
    if from == From::Person {
        surroundings.tell(&Message::new("correct-how"));
    }
}

/// What was corrected, and how far the record is now.
fn conclude(before: &Meeting, after: &Meeting, path: &Path, surroundings: &Surroundings) -> Ending {
    let locale = surroundings.locale();
    let summary = Summary::of(after);
    let known = before.progress.corrections().len();
    let all = summary.corrections.iter();
    let new: Vec<&CorrectionEntry> = all.filter(|entry| entry.number > known).collect();
    let corrected = new.iter().flat_map(|entry| entry.what());
    let lines = corrected.map(|what| {
        let line = Message::new("correct-corrected").with("what", what.clone());
        locale.say(&line) + "\n"
    });
    let put = surroundings.put(&lines.collect::<String>());
    let changes: usize = new.iter().map(|entry| entry.changed.len()).sum();
    let message = match changes {
        0 if after.history.len() == before.history.len() => Message::new("correct-nothing"),
        0 => Message::new("correct-nothing-left"),
        count => Message::new("correct-done").with("count", count),
    };
    surroundings.tell(
        &message
            .with("state", summary.meeting.state.word())
            .with("path", &*path.to_string_lossy()),
    );
    put
}
