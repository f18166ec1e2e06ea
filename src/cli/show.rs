//! `tribune show SESSION`: the summary of a session, for reading. The words are those of the minutes in plain text.

use clap::{ArgMatches, Command};

use super::{Ending, Surroundings, opened};
use crate::export::{MINUTES, txt};
use crate::locale::Locale;

/// Takes the session.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    opened::argument(command, locale)
}

/// Shows it on standard output.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let Some(opened) = opened::open_and_tell(matches, surroundings) else {
        return Ending::Problems;
    };
    let source = opened::source(&opened, surroundings);
    let locale = Locale::new(opened::language(matches, source.summary.language));
    let template = MINUTES.template(locale.language());
    match MINUTES.compose(template, &source, &locale, None) {
        Ok(composed) => surroundings.put(&txt::write(&composed.blocks())),
        // A test fills every shipped template in.
        Err(mistake) => surroundings.tell(&mistake.message),
    }
    Ending::Done
}
