//! `tribune show --unit NAME`: everything a unit ever brought to the meetings, for reading or as JSON. Owns the form; what it brought is
//! `archive`'s to say.

use chrono::NaiveDate;
use serde::Serialize;

use super::super::followed::{self, Row};
use super::super::wrapped;
use super::super::{Ending, Surroundings};
use super::Form;
use crate::archive::{Dossier, Part, Raised, Walk};
use crate::locale::Locale;
use crate::meeting::roll::Status;
use crate::summary::{Attendee, id_of};
use crate::text::{Bilingual, Language};

/// Shows it on standard output.
pub fn perform(name: &str, form: Form, surroundings: &Surroundings) -> Ending {
    let folder = surroundings.sessions();
    let walk = Walk::through(folder);
    let dossier = match walk.dossier_of(folder, name) {
        Ok(dossier) => dossier,
        Err(told) => {
            told.iter().for_each(|message| surroundings.tell(message));
            return Ending::Problems;
        }
    };
    followed::tell_gaps(dossier.history, surroundings);
    let view = View {
        dossier: &dossier,
        locale: surroundings.locale(),
        today: surroundings.started().date_naive(),
    };
    surroundings.put(&match form {
        Form::Text => wrapped::page(
            &dossier.page(view.today),
            view.locale,
            surroundings.columns(),
        ),
        Form::Json => view.json(),
    })
}

struct View<'a> {
    dossier: &'a Dossier<'a>,
    locale: &'a Locale,
    today: NaiveDate,
}

impl View<'_> {
    fn language(&self) -> Language {
        self.locale.language()
    }

    fn json(&self) -> String {
        let (dossier, language) = (self.dossier, self.language());
        let unit = dossier.unit();
        followed::json(&Document {
            today: self.today,
            unit: id_of(&unit.who),
            name: unit.name.get(language).as_str(),
            formerly: texts(&unit.formerly, language),
            group: unit.group.as_ref().map(crate::text::Text::as_str),
            speaking_seconds: dossier.seconds(),
            sessions: dossier
                .parts
                .iter()
                .rev()
                .map(|part| self.session(part))
                .collect(),
            contributions: self.rows(dossier.said()),
            actions: self.rows(dossier.actions()),
        })
    }

    fn rows<'a>(&'a self, things: Vec<&'a Raised>) -> Vec<Row<'a>> {
        let row = |raised| followed::row(self.dossier.history, raised, self.language(), self.today);
        things.into_iter().map(row).collect()
    }

    fn session<'a>(&'a self, part: &'a Part) -> SessionRow<'a> {
        let held = &self.dossier.history.sessions[part.session];
        let language = self.language();
        let person = |person: &'a Attendee| PersonRow {
            person: person.person.as_str(),
            name: person.name.get(language).as_str(),
            title: person
                .title
                .as_ref()
                .map(|title| title.get(language).as_str()),
            office: person
                .office
                .as_ref()
                .map(|office| office.get(language).as_str()),
            elected: texts(&person.elected, language),
            attended: person.attended(),
            status: person.status,
        };
        SessionRow {
            session: held.stem.as_str(),
            title: held.title.get(language).as_str(),
            date: held.day,
            name: part.name.get(language).as_str(),
            seconds: part.seconds,
            turns: part.turns,
            people: part.people.iter().map(person).collect(),
        }
    }
}

fn texts(all: &[Bilingual], language: Language) -> Vec<&str> {
    all.iter().map(|both| both.get(language).as_str()).collect()
}

/// A dossier as JSON (`dossier` in `config/followups.schema.json`).
#[derive(Serialize)]
struct Document<'a> {
    today: NaiveDate,
    unit: &'a str,
    name: &'a str,
    formerly: Vec<&'a str>,
    group: Option<&'a str>,
    speaking_seconds: i64,
    sessions: Vec<SessionRow<'a>>,
    contributions: Vec<Row<'a>>,
    actions: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct SessionRow<'a> {
    session: &'a str,
    title: &'a str,
    date: Option<NaiveDate>,
    name: &'a str,
    seconds: i64,
    turns: usize,
    people: Vec<PersonRow<'a>>,
}

#[derive(Serialize)]
struct PersonRow<'a> {
    person: &'a str,
    name: &'a str,
    title: Option<&'a str>,
    office: Option<&'a str>,
    elected: Vec<&'a str>,
    attended: bool,
    status: Status,
}
