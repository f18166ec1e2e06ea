//! `tribune show --series NAME`: the sessions of a series side by side, for reading or as JSON. The words are those of the document `years` in
//! plain text; owns the form of the JSON.

use std::path::Path;

use chrono::NaiveDate;
use serde::Serialize;

use super::super::{Ending, Surroundings, followed, years};
use super::Form;
use crate::agenda::ContributionKind;
use crate::archive::{self, Course, HalfDays, Reach, Told, Year, Years};
use crate::export::{Source, YEARS, txt};
use crate::locale::Locale;
use crate::meeting::Meeting;
use crate::names::fold;
use crate::text::{Bilingual, Language, Message, Text};

/// Shows it on standard output.
pub fn perform(name: &str, form: Form, surroundings: &Surroundings) -> Ending {
    match shown(name, form, surroundings) {
        Ok(text) => surroundings.put(&text),
        Err(told) => {
            told.iter().for_each(|message| surroundings.tell(message));
            Ending::Problems
        }
    }
}

fn shown(name: &str, form: Form, surroundings: &Surroundings) -> Result<String, Told> {
    let folder = surroundings.sessions();
    let meeting = last_of(folder, name)?;
    let Some(series) = &meeting.agenda.series else {
        return Err(unknown(name));
    };
    let tell = |message: &Message| surroundings.tell(message);
    let years = years::counted(folder, series, Reach::Whole, tell)?;
    let locale = surroundings.locale();
    match form {
        Form::Text => text(&meeting, years, locale),
        Form::Json => Ok(json(&years, locale.language())),
    }
}

/// The last meeting of that series that can be read.
fn last_of(folder: &Path, name: &str) -> Result<Meeting, Told> {
    let mut problem = unknown(name);
    let name = fold(name);
    let is_of = |series: &Text| fold(series.as_str()) == name;
    let sessions = archive::list(folder).into_iter().rev();
    for listed in sessions.filter(|one| one.head.series.as_ref().is_some_and(is_of)) {
        match archive::open(&listed.path) {
            Ok(opened) => return Ok(opened.session.meeting),
            Err(told) => problem = told,
        }
    }
    Err(problem)
}

fn unknown(name: &str) -> Told {
    vec![Message::new("followups-no-series").with("series", name)]
}

/// The document, as it is made of the series' last session.
fn text(meeting: &Meeting, years: Years, locale: &Locale) -> Result<String, Told> {
    let source = Source::of(meeting).with_years(Some(years));
    let template = YEARS.template(locale.language());
    let composed = YEARS.compose(template, &source, locale, None);
    // A test fills every shipped template in.
    let composed = composed.map_err(|mistake| vec![mistake.message])?;
    Ok(txt::write(&composed.blocks()))
}

fn json(years: &Years, language: Language) -> String {
    let named = |course: &Course<Bilingual>| course.of.get(language).to_string();
    let sessions = years.sessions.iter();
    followed::json(&Document {
        series: years.series.as_str(),
        earlier: years.earlier,
        sessions: sessions.map(|year| session(year, language)).collect(),
        themes: rows(&years.themes, named),
        kinds: rows(&years.kinds, |course| course.of),
        speaking_seconds: rows(&years.speaking, named),
    })
}

fn rows<T, N>(courses: &[Course<T>], name: impl Fn(&Course<T>) -> N) -> Vec<Row<'_, N>> {
    let row = |course| Row {
        name: name(course),
        by_session: &course.amounts,
    };
    courses.iter().map(row).collect()
}

fn session(year: &Year, language: Language) -> SessionRow<'_> {
    let (attendance, answers) = (year.attendance, year.answers);
    SessionRow {
        session: year.stem.as_str(),
        title: year.title.get(language).as_str(),
        date: year.day,
        contributions: year.contributions,
        without_theme: year.without_theme,
        present: attendance.present,
        entitled: attendance.entitled,
        roll: attendance.roll.map(|roll| RollRow {
            attended: roll.attended,
            represented: roll.represented,
            excused: roll.excused,
            absent: roll.absent,
        }),
        asked: answers.asked,
        answered: answers.answered,
        in_hand: answers.in_hand,
        open: answers.open,
        answered_percent: answers.percent(),
        median_days: answers.median.map(HalfDays::days),
    }
}

/// A series as JSON (`series` in `config/followups.schema.json`).
#[derive(Serialize)]
struct Document<'a> {
    series: &'a str,
    earlier: usize,
    sessions: Vec<SessionRow<'a>>,
    themes: Vec<Row<'a, String>>,
    kinds: Vec<Row<'a, ContributionKind>>,
    speaking_seconds: Vec<Row<'a, String>>,
}

#[derive(Serialize)]
struct Row<'a, N> {
    name: N,
    by_session: &'a [u64],
}

#[derive(Serialize)]
struct SessionRow<'a> {
    session: &'a str,
    title: &'a str,
    date: Option<NaiveDate>,
    contributions: usize,
    without_theme: usize,
    present: Option<u32>,
    entitled: Option<u32>,
    roll: Option<RollRow>,
    asked: u64,
    answered: u64,
    in_hand: u64,
    open: u64,
    answered_percent: Option<u64>,
    median_days: Option<f64>,
}

#[derive(Serialize)]
struct RollRow {
    attended: u64,
    represented: u64,
    excused: u64,
    absent: u64,
}
