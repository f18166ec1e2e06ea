//! `tribune followups`: what is still open in all sessions of the folder, unit by unit, with how long it has waited. Owns the order and the
//! form; what is open is `archive`'s to say.

mod calendar;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{ArgMatches, Command, value_parser};
use serde::Serialize;

use super::export::Written;
use super::followed::{self, Row};
use super::wrapped::Wrapped;
use super::{Ending, Surroundings, flag, option};
use crate::archive::{self, History, Only, Raised, Told};
use crate::locale::Locale;
use crate::summary::id_of;
use crate::text::{Message, Text};

/// The column in which what is open begins, behind its id.
const INDENT: u16 = 8;

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
        match open.document(&Form::asked_for(matches), surroundings) {
            Some(document) => deliver(&document, matches, surroundings)?,
            None => surroundings.tell(&Message::new("followups-none")),
        }
        Ok(open.things().count())
    });
    match delivered {
        Ok(1..) => Ending::Done,
        Ok(0) => Ending::Problems,
        Err(told) => {
            told.iter().for_each(|message| surroundings.tell(message));
            Ending::Problems
        }
    }
}

/// Puts it where it is wanted; a file that is there is replaced only where it is as it was written.
fn deliver(document: &str, matches: &ArgMatches, surroundings: &Surroundings) -> Result<(), Told> {
    let output = matches.get_one::<PathBuf>("output");
    let Some(path) = output.filter(|path| path.as_path() != Path::new("-")) else {
        surroundings.put(document);
        return Ok(());
    };
    let mut written = Written::listed_in(surroundings.sessions());
    let bytes = document.as_bytes();
    written
        .may_replace(path, bytes)
        .map_err(|message| vec![message])?;
    let wrote = written.write(path, bytes);
    surroundings.tell(&wrote.map_err(|error| error.messages().collect::<Told>())?);
    Ok(())
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

/// What is open of one unit; of none where it is nobody's.
struct Group<'a> {
    party: Option<usize>,
    things: Vec<&'a Raised>,
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

    /// It in that form; none where nothing is open and the form has no word for that.
    fn document(&self, form: &Form, surroundings: &Surroundings) -> Option<String> {
        let locale = surroundings.locale();
        match form {
            Form::Json => Some(self.json(locale)),
            Form::Calendar => self.calendar(surroundings.started(), locale),
            Form::Text => {
                let has_some = self.things().next().is_some();
                has_some.then(|| self.text(locale, surroundings.columns()))
            }
        }
    }

    /// Everything that those who were asked for ever raised.
    fn asked(&self) -> impl Iterator<Item = &Raised> {
        let is_meant = |raised: &&Raised| self.party.is_none_or(|party| raised.by.contains(&party));
        self.history.raised.iter().filter(is_meant)
    }

    fn things(&self) -> impl Iterator<Item = &Raised> {
        self.asked().filter(|raised| raised.is_open())
    }

    /// By the unit that each is listed under, in order of precedence, what is nobody's last; the oldest first.
    fn groups(&self) -> Vec<Group<'_>> {
        let parties = self.history.parties.in_order().into_iter().map(Some);
        let mut groups: Vec<Group> = parties
            .chain([None])
            .map(|party| Group {
                party,
                things: Vec::new(),
            })
            .collect();
        let places = groups.iter().map(|group| group.party).zip(0..);
        let places: HashMap<Option<usize>, usize> = places.collect();
        for raised in self.things() {
            let under = self.party.or_else(|| raised.by.first().copied());
            if let Some(place) = places.get(&under) {
                groups[*place].things.push(raised);
            }
        }
        groups.retain(|group| !group.things.is_empty());
        groups
    }

    fn overdue(&self) -> usize {
        self.things()
            .filter(|raised| raised.is_overdue(self.today))
            .count()
    }

    fn text(&self, locale: &Locale, columns: u16) -> String {
        let mut text = Wrapped::new(columns);
        let count = self.things().count();
        let head = match self.overdue() {
            0 => Message::new("followups-head"),
            overdue => Message::new("followups-head-overdue").with("overdue", overdue),
        };
        let mut sessions: Vec<usize> = self.things().map(|raised| raised.session).collect();
        sessions.dedup();
        let head = head.with("count", count).with("sessions", sessions.len());
        text.heading(&locale.say(&head));
        for group in self.groups() {
            let name = match group.party {
                Some(party) => self.history.parties.all()[party]
                    .name
                    .get(locale.language())
                    .to_string(),
                None => locale.word("followups-nobody"),
            };
            let named = Message::new("followups-unit")
                .with("name", name)
                .with("count", group.things.len());
            text.heading(&locale.say(&named));
            for raised in group.things {
                self.thing(&mut text, raised, group.party, locale);
            }
        }
        text.text()
    }

    fn thing(&self, text: &mut Wrapped, raised: &Raised, under: Option<usize>, locale: &Locale) {
        let history = &self.history;
        let words = raised.text.get(locale.language());
        text.led(INDENT, raised.id.as_str(), words.as_str());
        let meta = Message::new("followups-thing")
            .with("what", followed::what(raised, self.today))
            .with("age", followed::waited(history, raised, self.today))
            .with("session", &history.session_of(raised).stem);
        text.line(INDENT, &locale.say(&meta));
        let others: Vec<_> = raised
            .by
            .iter()
            .filter(|at| Some(**at) != under)
            .map(|at| (&history.parties.all()[*at].name).into())
            .collect();
        if !others.is_empty() {
            let jointly = Message::new("export-jointly").with("names", others);
            text.line(INDENT, &locale.say(&jointly));
        }
        if let Some(fate) = raised.fates.last() {
            text.line(INDENT, &locale.say(&followed::fate(history, fate)));
        }
    }

    fn json(&self, locale: &Locale) -> String {
        let language = locale.language();
        let groups = self.groups();
        let parties = self.history.parties.all();
        let row = |raised| followed::row(&self.history, raised, language, self.today);
        followed::json(&Document {
            today: self.today,
            open: self.things().count(),
            overdue: self.overdue(),
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
