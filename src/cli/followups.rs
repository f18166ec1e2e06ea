//! `tribune followups`: what is still open in all sessions of the folder, unit by unit, with how long it has waited. Owns the order and the
//! form; what is open is `archive`'s to say.

use chrono::NaiveDate;
use clap::{ArgMatches, Command};
use serde::Serialize;

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
        .arg(flag(locale, "json", "cli-json"))
}

/// Shows it on standard output.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let open = match Open::asked_for(matches, surroundings) {
        Ok(open) => open,
        Err(told) => {
            told.iter().for_each(|message| surroundings.tell(message));
            return Ending::Problems;
        }
    };
    followed::tell_gaps(&open.history, surroundings);
    let followups = open.followups();
    let is_empty = followups.things().next().is_none();
    if matches.get_flag("json") {
        surroundings.put(&json(&followups, surroundings.locale()));
    } else if is_empty {
        surroundings.tell(&Message::new("followups-none"));
    } else {
        surroundings.put(&wrapped::page(
            &followups.page(),
            surroundings.locale(),
            surroundings.columns(),
        ));
    }
    if is_empty {
        Ending::Problems
    } else {
        Ending::Done
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
            but: None,
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
