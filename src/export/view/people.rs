//! People as templates see them: who presided, attended and spoke, in order of precedence.

use minijinja::context;
use minijinja::value::Value;

use super::View;
use super::minutes;
use crate::agenda::{Capacity, PersonId, UnitId, Who};
use crate::meeting::floor::TurnKind;
use crate::meeting::roll::{Mode, Status};
use crate::summary::{Attendee, TurnEntry};
use crate::text::{Arg, Bilingual, Text};

impl View<'_> {
    /// A person: what they are called, hold and represent, and whether they were there.
    pub(super) fn person(&self, (number, person): (usize, &Attendee)) -> Value {
        let summary = self.summary();
        let unit = person.unit.as_ref().and_then(|unit| summary.unit(unit));
        let plain = Attendee {
            office: None,
            elected: Vec::new(),
            ..person.clone()
        };
        context! {
            number => number,
            name => self.text(&person.name),
            title => self.maybe(person.title.as_ref()),
            office => person.offices().map(|office| self.locale.write(&office)),
            unit => unit.map(|unit| self.words(&unit.name)),
            group => person.group.as_ref().map(Text::as_str),
            capacity => self.say(&person.capacity.word()),
            votes => person.votes,
            // Name, office, title and unit, and the same without the office.
            introduced => self.say(&summary.introduced(person)),
            placed => self.say(&summary.introduced(&plain)),
            present => person.attended(),
            online => person.mode == Some(Mode::Online),
            status => self.status(person),
            from => person.from.map(|from| self.locale.write(&Arg::Clock(from))),
            until => self.until(person),
            remarks => minutes::remarks(summary, self.locale, person),
        }
    }

    fn status(&self, person: &Attendee) -> Value {
        match (person.attended(), person.status) {
            (false, Status::Unmarked) => self.say(&Status::Absent.word()),
            (_, status) => self.say(&status.word()),
        }
    }

    fn until(&self, person: &Attendee) -> Value {
        let left = person.until.filter(|_| person.status == Status::Left);
        self.write_maybe(left.map(Arg::Clock))
    }

    fn those(&self, are: impl Fn(&Attendee) -> bool) -> Value {
        let people = self
            .summary()
            .attendance
            .iter()
            .filter(|person| are(person));
        (1..)
            .zip(people)
            .map(|person| self.person(person))
            .collect()
    }

    /// Everybody on the roster.
    pub(super) fn people(&self) -> Value {
        self.those(|_| true)
    }

    /// Those who took part.
    pub(super) fn attended(&self) -> Value {
        self.those(Attendee::attended)
    }

    /// Those who sent apologies, or were represented.
    pub(super) fn apologies(&self) -> Value {
        self.those(|person| {
            let excused = matches!(person.status, Status::Excused | Status::Represented);
            !person.attended() && excused
        })
    }

    /// Those who took part besides who presided, in order of precedence; neighbours of one office together.
    pub(super) fn attended_by_office(&self) -> Value {
        let mut offices: Vec<(Option<&Bilingual>, Vec<&Attendee>)> = Vec::new();
        let presided = |person: &Attendee| {
            let mut chairs = self.facts().chairs.iter();
            chairs.any(|chair| chair.person == person.person)
        };
        let people = self.summary().attendance.iter();
        let attended = people.filter(|person| person.attended() && !presided(person));
        for person in attended {
            let office = person.office.as_ref();
            match offices.last_mut().filter(|(known, _)| *known == office) {
                Some((_, people)) => people.push(person),
                None => offices.push((office, vec![person])),
            }
        }
        let group = |(office, people): (Option<&Bilingual>, Vec<&Attendee>)| {
            context! {
                office => self.maybe(office),
                count => people.len(),
                people => (1..).zip(people).map(|person| self.person(person)).collect::<Value>(),
            }
        };
        offices.into_iter().map(group).collect()
    }

    /// Who presides at the end; nothing where nobody is named.
    pub(super) fn chair(&self) -> Value {
        self.one(self.facts().chair.as_ref())
    }

    /// Everybody who presided, in order, introduced.
    pub(super) fn chairs(&self) -> Value {
        let chairs = self.facts().chairs.iter();
        chairs
            .map(|chair| self.say(&self.summary().introduced_by_id(&chair.person)))
            .collect()
    }

    /// The first secretary of the roster; nothing where there is none.
    pub(super) fn secretary(&self) -> Value {
        let people = &self.summary().attendance;
        let secretary = people
            .iter()
            .find(|person| person.capacity == Capacity::Secretary);
        self.one(secretary.map(|person| &person.person))
    }

    /// That person of the roster.
    pub(super) fn one(&self, id: Option<&PersonId>) -> Value {
        let person = id.and_then(|id| self.summary().person(id));
        person.map_or(Value::from(()), |person| self.person((1, person)))
    }

    /// Who had the floor how long, in order of precedence.
    pub(super) fn speaking(&self) -> Value {
        let spoke = self.summary().sums.speaking.iter().map(|spoke| {
            context! {
                name => self.speaker(spoke.person.as_ref(), spoke.unit.as_ref()),
                unit => self.unit_name(spoke.unit.as_ref()),
                turns => spoke.turns,
                time => self.write(Arg::Seconds(spoke.seconds)),
                minutes => minutes_of(spoke.seconds),
            }
        });
        spoke.collect()
    }

    /// Every turn in its order, with its item.
    pub(super) fn turns(&self) -> Value {
        let turns = self
            .summary()
            .items
            .iter()
            .flat_map(|item| item.turns.iter().map(move |turn| (item, turn)));
        let row = |(item, turn): (&crate::summary::ItemEntry, &TurnEntry)| {
            context! {
                item => item.number,
                title => self.text(&item.title),
                name => self.speaker(turn.person.as_ref(), turn.unit.as_ref()),
                unit => self.unit_name(turn.unit.as_ref()),
                kind => kind(turn.kind).map(|id| self.locale.word(id)),
                from => self.write(Arg::Clock(turn.from)),
                until => self.write_maybe(turn.until.map(Arg::Clock)),
                time => self.write(Arg::Seconds(turn.seconds)),
            }
        };
        turns.map(row).collect()
    }

    fn speaker(&self, person: Option<&PersonId>, unit: Option<&UnitId>) -> Value {
        let who = person.cloned().map(Who::Person);
        let who = who.or_else(|| unit.cloned().map(Who::Unit));
        who.map_or(Value::from(()), |who| Value::from(self.called(&who)))
    }

    fn unit_name(&self, unit: Option<&UnitId>) -> Value {
        let unit = unit.and_then(|unit| self.summary().unit(unit));
        unit.map_or(Value::from(()), |unit| self.text(&unit.name))
    }
}

/// The word for a turn that is not a plain one.
const fn kind(kind: TurnKind) -> Option<&'static str> {
    match kind {
        TurnKind::Turn => None,
        TurnKind::Order => Some("export-turn-order"),
        TurnKind::Interposed => Some("export-turn-interposed"),
        TurnKind::Written => Some("export-turn-written"),
    }
}

/// Minutes with one decimal, as a bar is drawn by.
fn minutes_of(seconds: i64) -> f64 {
    let tenths = i32::try_from((seconds.max(0) + 3) / 6).unwrap_or(i32::MAX);
    f64::from(tenths) / 10.0
}
