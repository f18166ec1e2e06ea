//! `tribune completions SHELL`: a completion script on standard output, made from the command line itself.

use clap::{ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::{Ending, Surroundings};
use crate::locale::Locale;

/// Takes the shell's name.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    command.arg(
        super::positional(locale, "shell", "SHELL", "cli-completions-shell")
            .required(true)
            .value_parser(value_parser!(Shell))
            .hide_possible_values(true),
    )
}

/// Prints the script.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let Some(shell) = matches.get_one::<Shell>("shell") else {
        return Ending::WrongUsage;
    };
    let mut script = Vec::new();
    clap_complete::generate(
        *shell,
        &mut super::command(surroundings.locale()),
        "tribune",
        &mut script,
    );
    surroundings.put(&String::from_utf8_lossy(&script));
    Ending::Done
}
