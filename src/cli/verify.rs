//! `tribune verify SESSION`: whether a session file is as it was sealed, what was changed in it, how far its record is, and whether the journal
//! beside it says the same. Owns the verdict's form; the checks are `session_file`'s and `journal`'s.

use clap::{ArgMatches, Command};

use super::beside::Beside;
use super::sessions::{SessionPlace, replayed};
use super::{Ending, Surroundings, opened};
use crate::archive::Opened;
use crate::journal::Loaded;
use crate::locale::Locale;
use crate::meeting::Meeting;
use crate::session_file::Change;
use crate::summary::Summary;
use crate::telling;
use crate::text::{Arg, Message};

/// How many of the lines that were changed are told.
const MOST: usize = 6;

/// Takes the session.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    opened::argument(command, locale)
}

/// Says on standard output whether it is untouched; ends with problems where it is not.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let Some(opened) = opened::open(matches, surroundings) else {
        return Ending::Problems;
    };
    let changed = opened::findings(&opened, MOST);
    let beside = beside(&opened);
    let said = std::iter::once(verdict(&opened))
        .chain(records(&opened))
        .chain(changed)
        .chain(beside.said)
        .chain(std::iter::once(state(&opened.session.meeting)));
    let lines = said.map(|message| surroundings.locale().say(&message) + "\n");
    let put = surroundings.put(&lines.collect::<String>());
    if opened.session.changes.is_empty() {
        beside.ending.and(put)
    } else {
        Ending::Problems
    }
}

fn verdict(opened: &Opened) -> Message {
    let stem = opened.stem.as_str();
    if !opened.session.changes.is_empty() {
        return Message::new("session-touched").with("stem", stem);
    }
    let records = opened.session.seal.map_or(0, |seal| seal.records);
    Message::new("session-untouched")
        .with("stem", stem)
        .with("records", number(records))
}

/// What the records say by now that are not those that were sealed.
fn records(opened: &Opened) -> Vec<Message> {
    let changes = opened.session.changes.iter();
    let changed = changes.filter_map(|change| match change {
        Change::Record(seq) => Some(*seq),
        Change::NoSeal
        | Change::Bytes
        | Change::Unreadable(_)
        | Change::Count { .. }
        | Change::LastLine => None,
    });
    changed
        .filter_map(|seq| told(&opened.session.meeting, seq))
        .map(|(seq, told)| {
            Message::new("session-record-now")
                .with("record", number(seq))
                .with("told", told)
        })
        .collect()
}

/// What a record did, all in one.
fn told(meeting: &Meeting, seq: u64) -> Option<(u64, Arg)> {
    let log = telling::log(meeting);
    let logged = log.into_iter().find(|logged| logged.record.seq == seq)?;
    let told = logged.told.into_iter().map(Arg::from).collect();
    Some((seq, Arg::List(told)))
}

/// What the journal beside the file says of it.
struct Witness {
    said: Vec<Message>,
    ending: Ending,
}

fn beside(opened: &Opened) -> Witness {
    let place = SessionPlace::of_file(&opened.path);
    match place.as_ref().map(SessionPlace::load_journal) {
        None | Some(Ok(None)) => Witness {
            said: Vec::new(),
            ending: Ending::Done,
        },
        Some(Err(error)) => Witness {
            said: error.messages().collect(),
            ending: Ending::Problems,
        },
        Some(Ok(Some(loaded))) => witness(&opened.session.meeting, loaded),
    }
}

fn witness(meeting: &Meeting, loaded: Loaded) -> Witness {
    let mut said = loaded.findings();
    let beside = Beside::of(meeting, &loaded);
    said.push(beside.message());
    let is_sound = loaded.damage.is_none();
    let ending = match beside {
        Beside::Same | Beside::Ahead(_) if is_sound => Ending::Done,
        Beside::Same | Beside::Ahead(_) | Beside::Behind(_) | Beside::Other(_) => Ending::Problems,
    };
    if let Beside::Other(seq) = beside
        && let Some(journalled) = replayed(loaded.header, loaded.records)
        && let Some((_, told)) = told(&journalled, seq)
    {
        let message = Message::new("beside-other-says").with("record", number(seq));
        said.push(message.with("told", told));
    }
    Witness { said, ending }
}

/// How far the record is, and since when it says what it says.
fn state(meeting: &Meeting) -> Message {
    let summary = Summary::of(meeting);
    let state = Message::new(match meeting.last_at() {
        Some(_) => "verify-state",
        None => "verify-state-empty",
    })
    .with("state", summary.meeting.state.word())
    .with("corrections", summary.corrections.len());
    let last = meeting.last_at();
    last.into_iter()
        .fold(state, |state, last| state.with("last", Arg::Moment(last)))
}

fn number(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
