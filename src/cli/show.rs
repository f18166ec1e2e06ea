//! `tribune show SESSION`: the summary of a session, for reading. The words are those of the minutes in plain text. `--unit NAME` shows the
//! dossier of a unit instead, `--series NAME` the sessions of a series side by side.

mod dossier;
mod series;

use clap::{ArgMatches, Command};

use super::{Ending, Surroundings, flag, opened, option, positional};
use crate::export::{Edition, MINUTES, json, txt};
use crate::locale::Locale;

/// The form in which something is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// For reading.
    Text,
    /// For programs.
    Json,
}

/// Takes the session, the unit or the series, and the form.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    command
        .arg(
            positional(locale, "session", "SESSION", "cli-session")
                .required_unless_present_any(["unit", "series"])
                .conflicts_with_all(["unit", "series"]),
        )
        .arg(
            option(locale, "unit", "cli-show-unit")
                .value_name("NAME")
                .conflicts_with("series"),
        )
        .arg(option(locale, "series", "cli-show-series").value_name("NAME"))
        .arg(flag(locale, "json", "cli-json"))
}

/// Shows it on standard output.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let form = if matches.get_flag("json") {
        Form::Json
    } else {
        Form::Text
    };
    let named = |option| matches.get_one::<String>(option);
    match (named("unit"), named("series")) {
        (Some(unit), _) => dossier::perform(unit, form, surroundings),
        (None, Some(series)) => series::perform(series, form, surroundings),
        (None, None) => session(form, matches, surroundings),
    }
}

fn session(form: Form, matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let Some(opened) = opened::open_and_tell(matches, surroundings) else {
        return Ending::Problems;
    };
    let source = opened::source(&opened, surroundings);
    let locale = Locale::new(opened::language(matches, source.summary.language));
    if form == Form::Json {
        let edition = Edition {
            locale: &locale,
            seal: opened.session.seal,
        };
        return surroundings.put(&json::write(&source.summary, &edition));
    }
    let template = MINUTES.template(locale.language());
    match MINUTES.compose(template, &source, &locale, None) {
        Ok(composed) => surroundings.put(&txt::write(&composed.blocks())),
        // A test fills every shipped template in.
        Err(mistake) => {
            surroundings.tell(&mistake.message);
            Ending::Problems
        }
    }
}
