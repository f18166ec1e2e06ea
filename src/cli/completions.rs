//! `tribune completions SHELL`: a completion script on standard output, made from the command line itself.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, ArgMatches, Command, Error, value_parser};
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
    let names = Names::of(surroundings.own().themes());
    let mut command =
        super::command(surroundings.locale()).mut_arg("theme", |theme| theme.value_parser(names));
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut command, "tribune", &mut script);
    surroundings.put(&String::from_utf8_lossy(&script))
}

/// Names that a shell offers; any other is taken as well, and judged by who knows it.
#[derive(Clone, Debug)]
pub struct Names(Vec<String>);

impl Names {
    /// Offers these.
    pub const fn of(names: Vec<String>) -> Self {
        Self(names)
    }
}

impl TypedValueParser for Names {
    type Value = String;

    fn parse_ref(&self, cmd: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(cmd, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(PossibleValue::new)))
    }
}
