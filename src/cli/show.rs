//! `tribune show SESSION`: the summary of a session, for reading. The words are those of the minutes in plain text.

use clap::{ArgMatches, Command};

use super::{Ending, Surroundings, opened};
use crate::export::{Edition, MINUTES, txt};
use crate::locale::Locale;
use crate::summary::Summary;

/// Takes the session.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    opened::argument(command, locale)
}

/// Shows it on standard output.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let Some(opened) = opened::open_and_tell(matches, surroundings) else {
        return Ending::Problems;
    };
    let summary = Summary::of(&opened.session.meeting);
    let locale = Locale::new(opened::language(matches, summary.language));
    let edition = Edition {
        locale: &locale,
        seal: opened.session.seal,
    };
    surroundings.put(&txt::write(&summary, &edition, MINUTES));
    Ending::Done
}
