//! `tribune man`: the manual page on standard output, made from the command line itself.

use clap::{ArgMatches, Command};

use super::{Ending, Surroundings, surroundings};
use crate::locale::Locale;

/// Takes nothing.
pub fn arguments(command: Command, _: &Locale) -> Command {
    command
}

/// Prints the page, with a section for each subcommand.
pub fn perform(_: &ArgMatches, surroundings: &Surroundings) -> Ending {
    match page(surroundings.locale()) {
        Ok(page) => {
            surroundings.put(&String::from_utf8_lossy(&page));
            Ending::Done
        }
        Err(error) => {
            surroundings::tell(&error.to_string());
            Ending::Problems
        }
    }
}

fn page(locale: &Locale) -> std::io::Result<Vec<u8>> {
    let command = super::command(locale);
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for subcommand in command.get_subcommands() {
        let named = subcommand
            .clone()
            .name(format!("tribune {}", subcommand.get_name()));
        let man = clap_mangen::Man::new(named);
        man.render_name_section(&mut page)?;
        man.render_synopsis_section(&mut page)?;
        man.render_options_section(&mut page)?;
    }
    Ok(page)
}
