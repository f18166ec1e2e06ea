//! `tribune followups`: what is still open in all sessions of the folder, unit by unit, with how long it has waited. Owns the order and the
//! form; what is open is `archive`'s to say.

mod calendar;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{ArgMatches, Command, value_parser};
use serde::Serialize;

use super::export::Written;
use super::followed::{self, Row};
use super::wrapped;
use super::{Ending, Surroundings, flag, option};
use crate::archive::{self, Followups, History, Only, Told};
use crate::locale::Locale;
use crate::summary::id_of;
use crate::text::{Message, Text};

/// Takes whose and of which series, and the form.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    command
        .arg(option(locale, "unit", "cli-followups-unit").value_name("NAME"))
        .arg(option(locale, "series", "cli-followups-series").value_name("NAME"))
        .arg(flag(locale, "json", "cli-json").conflicts_with("ics"))
        .arg(flag(locale, "ics", "cli-followups-ics"))
        .arg(
            option(locale, "output", "cli-followups-output")
                .value_name("FILE|-")
                .value_parser(value_parser!(PathBuf)),
        )
}

/// Shows it on standard output, or writes it into a file.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let delivered = Open::asked_for(matches, surroundings).and_then(|open| {
        followed::tell_gaps(&open.history, surroundings);
        let open = open.followups();
        let mut put = Ending::Done;
        match document(&open, &Form::asked_for(matches), surroundings) {
            Some(document) => put = deliver(&document, matches, surroundings)?,
            None => surroundings.tell(&Message::new("followups-none")),
        }
        let is_empty = open.things().next().is_none();
        Ok(if is_empty { Ending::Problems } else { put })
    });
    match delivered {
        Ok(ending) => ending,
        Err(told) => {
            told.iter().for_each(|message| surroundings.tell(message));
            Ending::Problems
        }
    }
}

/// Puts it where it is wanted; a file that is there is replaced only where it is as it was written.
fn deliver(
    document: &str,
    matches: &ArgMatches,
    surroundings: &Surroundings,
) -> Result<Ending, Told> {
    let output = matches.get_one::<PathBuf>("output");
    let Some(path) = output.filter(|path| path.as_path() != Path::new("-")) else {
        return Ok(surroundings.put(document));
    };
    let mut written = Written::listed_in(surroundings.sessions());
    let bytes = document.as_bytes();
    written
        .may_replace(path, bytes)
        .map_err(|message| vec![message])?;
    let wrote = written.write(path, bytes);
    surroundings.tell(&wrote.map_err(|error| error.messages().collect::<Told>())?);
    Ok(Ending::Done)
}

/// In which form it is wanted.
enum Form {
    Text,
    Json,
    Calendar,
}

impl Form {
    fn asked_for(matches: &ArgMatches) -> Self {
        if matches.get_flag("json") {
            Self::Json
        } else if matches.get_flag("ics") {
            Self::Calendar
        } else {
            Self::Text
        }
    }
}

/// What is open, of whom it was asked.
struct Open {
    history: History,
    /// The one party that was asked for.
    party: Option<usize>,
    today: NaiveDate,
}

impl Open {
    fn asked_for(matches: &ArgMatches, surroundings: &Surroundings) -> Result<Self, Told> {
        let folder = surroundings.sessions();
        let unit = matches.get_one::<String>("unit");
        let who = unit.map(|name| archive::meant(folder, name)).transpose()?;
        let series = matches.get_one::<String>("series");
        let series = series.map(|name| Text::line(name));
        let only = Only {
            series: series.as_ref(),
            ..Only::default()
        };
        let history = History::of(folder, only, |_, _| {});
        if let Some(series) = series.filter(|_| history.sessions.is_empty()) {
            return Err(vec![
                Message::new("followups-no-series").with("series", series),
            ]);
        }
        // A unit that no session of the series knows has nothing open there.
        let party = who.map(|who| history.parties.of(&who).unwrap_or(usize::MAX));
        Ok(Self {
            history,
            party,
            today: surroundings.started().date_naive(),
        })
    }

    fn followups(&self) -> Followups<'_> {
        Followups {
            history: &self.history,
            party: self.party,
            today: self.today,
        }
    }
}

/// It in that form; none where nothing is open and the form has no word for that.
fn document(open: &Followups, form: &Form, surroundings: &Surroundings) -> Option<String> {
    let locale = surroundings.locale();
    match form {
        Form::Json => Some(json(open, locale)),
        Form::Calendar => calendar::write(open, surroundings.started(), locale),
        Form::Text => {
            let has_some = open.things().next().is_some();
            has_some.then(|| wrapped::page(&open.page(), locale, surroundings.columns()))
        }
    }
}

fn json(open: &Followups, locale: &Locale) -> String {
    let language = locale.language();
    let groups = open.groups();
    let parties = open.history.parties.all();
    let row = |raised| followed::row(open.history, raised, language, open.today);
    followed::json(&Document {
        today: open.today,
        open: open.things().count(),
        overdue: open.overdue(),
        by_unit: groups
            .iter()
            .map(|group| OfUnit {
                unit: group.party.map(|party| id_of(&parties[party].who)),
                name: group
                    .party
                    .map(|party| parties[party].name.get(language).as_str()),
                count: group.things.len(),
            })
            .collect(),
        followups: groups
            .iter()
            .flat_map(|group| group.things.iter().copied().map(row))
            .collect(),
    })
}

/// All of it as JSON (`config/followups.schema.json`).
#[derive(Serialize)]
struct Document<'a> {
    today: NaiveDate,
    open: usize,
    overdue: usize,
    by_unit: Vec<OfUnit<'a>>,
    followups: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct OfUnit<'a> {
    unit: Option<&'a str>,
    name: Option<&'a str>,
    count: usize,
}
