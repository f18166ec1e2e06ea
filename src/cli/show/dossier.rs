//! `tribune show --unit NAME`: everything a unit ever brought to the meetings, for reading or as JSON. Owns the form; what it brought is
//! `archive`'s to say.

use chrono::NaiveDate;
use serde::Serialize;

use super::super::followed::{self, Row};
use super::super::wrapped::Wrapped;
use super::super::{Ending, Surroundings};
use super::Form;
use crate::archive::{Dossier, Part, Raised, What};
use crate::locale::Locale;
use crate::meeting::contribution::Answer;
use crate::meeting::roll::Status;
use crate::summary::{Attendee, id_of};
use crate::text::{Arg, Bilingual, Language, Message};

/// The column in which what was said begins, behind its id.
const INDENT: u16 = 8;

/// Shows it on standard output.
pub fn perform(name: &str, form: Form, surroundings: &Surroundings) -> Ending {
    let dossier = match Dossier::of(surroundings.sessions(), name) {
        Ok(dossier) => dossier,
        Err(told) => {
            told.iter().for_each(|message| surroundings.tell(message));
            return Ending::Problems;
        }
    };
    followed::tell_gaps(&dossier.history, surroundings);
    let view = View {
        dossier: &dossier,
        locale: surroundings.locale(),
        today: surroundings.started().date_naive(),
    };
    surroundings.put(&match form {
        Form::Text => view.text(surroundings.columns()),
        Form::Json => view.json(),
    });
    Ending::Done
}

struct View<'a> {
    dossier: &'a Dossier,
    locale: &'a Locale,
    today: NaiveDate,
}

impl View<'_> {
    fn say(&self, message: &Message) -> String {
        self.locale.say(message)
    }

    fn language(&self) -> Language {
        self.locale.language()
    }

    fn text(&self, columns: u16) -> String {
        let mut text = Wrapped::new(columns);
        let unit = self.dossier.unit();
        text.heading(unit.name.get(self.language()).as_str());
        if !unit.formerly.is_empty() {
            let names: Vec<Arg> = unit.formerly.iter().map(Arg::from).collect();
            text.line(
                2,
                &self.say(&Message::new("dossier-formerly").with("names", names)),
            );
        }
        text.line(2, &self.say(&self.figures()));
        self.things(&mut text, "dossier-said", &self.dossier.said());
        self.things(&mut text, "dossier-actions", &self.dossier.actions());
        text.heading(&self.locale.word("dossier-attendance"));
        for part in self.dossier.parts.iter().rev() {
            self.part(&mut text, part);
        }
        text.text()
    }

    /// Sessions, contributions, how many of them were answered, and the time on the floor.
    fn figures(&self) -> Message {
        let said = self.dossier.said();
        let is = |status| {
            said.iter()
                .filter(|raised| raised.status() == status)
                .count()
        };
        Message::new("dossier-figures")
            .with("sessions", self.dossier.parts.len())
            .with("count", said.len())
            .with("adopted", is(Answer::Adopted) + is(Answer::Done))
            .with(
                "open",
                said.iter().filter(|raised| raised.is_open()).count(),
            )
            .with("time", Arg::Seconds(self.seconds()))
    }

    fn seconds(&self) -> i64 {
        self.dossier.parts.iter().map(|part| part.seconds).sum()
    }

    /// Things under a heading, the sessions one after another.
    fn things(&self, text: &mut Wrapped, heading: &'static str, things: &[&Raised]) {
        if things.is_empty() {
            return;
        }
        text.heading(&self.locale.word(heading));
        let mut session = None;
        for raised in things {
            if session != Some(raised.session) {
                session = Some(raised.session);
                text.line(2, self.dossier.history.session_of(raised).stem.as_str());
            }
            self.thing(text, raised);
        }
    }

    fn thing(&self, text: &mut Wrapped, raised: &Raised) {
        let history = &self.dossier.history;
        text.led(
            INDENT,
            raised.id.as_str(),
            raised.text.get(self.language()).as_str(),
        );
        let mut parts: Vec<Arg> = vec![self.what(raised).into()];
        parts.extend(raised.themes.iter().map(Arg::from));
        let parties = history.parties.all();
        let others = raised.by.iter().filter(|at| **at != self.dossier.party);
        let others: Vec<Arg> = others.map(|at| Arg::from(&parties[*at].name)).collect();
        if !others.is_empty() {
            parts.push(Message::new("export-jointly").with("names", others).into());
        }
        let parts: Vec<String> = parts.iter().map(|part| self.locale.write(part)).collect();
        text.line(INDENT, &parts.join(&self.locale.word("export-semicolon")));
        for fate in &raised.fates {
            text.line(INDENT, &self.say(&followed::fate(history, fate)));
        }
        match self.acted(raised) {
            Some(acted) => text.line(INDENT, &self.say(&acted)),
            None if raised.is_open() => {
                let age = followed::waited(history, raised, self.today);
                text.line(
                    INDENT,
                    &self.say(&Message::new("dossier-open").with("age", age)),
                );
            }
            None => {}
        }
    }

    fn what(&self, raised: &Raised) -> Message {
        match (raised.what, raised.is_open()) {
            (What::Action, false) => Message::new("followups-action"),
            (What::Contribution(_) | What::Action | What::Item | What::Decision, _) => {
                followed::what(raised, self.today)
            }
        }
    }

    /// The action that a contribution became, and whether that is done.
    fn acted(&self, raised: &Raised) -> Option<Message> {
        let id = raised.action.as_ref()?;
        let history = &self.dossier.history;
        let session = &history.session_of(raised).stem;
        let action = history.raised_as(session, id)?;
        let owner = match &action.owner {
            Some(owner) => Arg::from(owner),
            None => Message::new("summary-no-owner").into(),
        };
        Some(
            Message::new("dossier-acted")
                .with("id", id)
                .with("owner", owner)
                .with("status", action.status().word()),
        )
    }

    /// Who came, in which office, and how long the unit spoke.
    fn part(&self, text: &mut Wrapped, part: &Part) {
        let held = &self.dossier.history.sessions[part.session];
        let spoke = Message::new("dossier-part")
            .with("session", &held.stem)
            .with("time", Arg::Seconds(part.seconds))
            .with("turns", part.turns);
        text.line(2, &self.say(&spoke));
        if part.name != self.dossier.unit().name {
            let named = Message::new("dossier-as").with("name", &part.name);
            text.line(4, &self.say(&named));
        }
        for person in &part.people {
            let office = person
                .offices()
                .or_else(|| person.title.as_ref().map(Arg::from));
            let id = if office.is_some() {
                "dossier-person-office"
            } else {
                "dossier-person"
            };
            let mut message = Message::new(id)
                .with("name", &person.name)
                .with("status", attendance(person));
            if let Some(office) = office {
                message = message.with("office", office);
            }
            text.line(4, &self.say(&message));
        }
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
            speaking_seconds: self.seconds(),
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
        let row =
            |raised| followed::row(&self.dossier.history, raised, self.language(), self.today);
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

fn attendance(person: &Attendee) -> Message {
    if person.attended() {
        Status::Present.word()
    } else {
        person.status.word()
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
