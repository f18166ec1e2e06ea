//! `tribune verify SESSION`: whether a session file is as it was sealed. Owns the verdict's form; the checks are `session_file`'s.

use clap::{ArgMatches, Command};

use super::{Ending, Surroundings, opened};
use crate::archive::Opened;
use crate::locale::Locale;
use crate::text::Message;

/// Takes the session.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    opened::argument(command, locale)
}

/// Says on standard output whether it is untouched; ends with problems where it is not.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let Some(opened) = opened::open(matches, surroundings) else {
        return Ending::Problems;
    };
    let (said, ending) = match &opened::findings(&opened)[..] {
        [] => (vec![untouched(&opened)], Ending::Done),
        findings => (touched(&opened, findings), Ending::Problems),
    };
    for message in said {
        surroundings.put(&format!("{}\n", surroundings.locale().say(&message)));
    }
    ending
}

fn untouched(opened: &Opened) -> Message {
    let records = opened.session.seal.map_or(0, |seal| seal.records);
    Message::new("session-untouched")
        .with("stem", opened.stem.as_str())
        .with("records", i64::try_from(records).unwrap_or(i64::MAX))
}

fn touched(opened: &Opened, findings: &[Message]) -> Vec<Message> {
    let first = Message::new("session-touched").with("stem", opened.stem.as_str());
    std::iter::once(first)
        .chain(findings.iter().cloned())
        .collect()
}
