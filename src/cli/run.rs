//! `tribune run AGENDA`: hold the meeting, on a screen or in plain lines. Owns what is opened and in which order;
//! the agenda's reading, the room and the talking are others'.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::{Ending, Surroundings, flag, option, positional};
use crate::locale::Locale;

/// Takes the agenda and how to hold the meeting.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    command
        .arg(
            positional(locale, "agenda", "AGENDA", "cli-run-agenda")
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag(locale, "new", "cli-run-new"))
        .arg(flag(locale, "rehearse", "cli-run-rehearse"))
        .arg(flag(locale, "plain", "cli-run-plain"))
        .arg(
            option(locale, "script", "cli-run-script")
                .value_name("FILE|-")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag(locale, "keep-going", "cli-run-keep-going").requires("script"))
        .arg(flag(locale, "continue", "cli-run-continue").requires("script"))
}

/// Holds it.
pub fn perform(_: &ArgMatches, _: &Surroundings) -> Ending {
    Ending::Done
}
