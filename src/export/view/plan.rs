//! What is planned, as templates see it: the programme with its times, and the ballot papers. Knows the agenda alone.

use chrono::{NaiveTime, TimeDelta};
use minijinja::context;
use minijinja::value::Value;

use super::{View, minutes};
use crate::agenda::{Item, ItemKind, Method, Office, Who};
use crate::text::{Arg, Bilingual, Text};

/// Lines of a paper on which names are written.
const MOST_LINES: u32 = 60;

impl View<'_> {
    /// The items with when each begins, as far as that follows from the agenda.
    pub(super) fn programme(&self) -> Value {
        let agenda = self.agenda();
        let mut begins = agenda.start;
        let mut rows = Vec::new();
        for (number, item) in (1..).zip(&agenda.items) {
            rows.push(self.planned(number, item, begins));
            begins = begins
                .zip(item.time)
                .map(|(begins, seconds)| after(begins, seconds));
        }
        rows.into_iter().collect()
    }

    fn planned(&self, number: usize, item: &Item, begins: Option<NaiveTime>) -> Value {
        let speakers = self.agenda().expanded_speakers(item);
        let ends = begins
            .zip(item.time)
            .map(|(begins, seconds)| after(begins, seconds));
        context! {
            number => number,
            title => self.text(&item.title),
            kind => self.say(&item.kind.word()),
            from => self.write_maybe(begins),
            until => self.write_maybe(ends),
            minutes => item.time.map(|seconds| seconds.div_ceil(60)),
            each => item.each.map(|seconds| self.locale.write(&Arg::Seconds(i64::from(seconds)))),
            speakers => speakers.iter().map(|(who, _)| self.invited(who)).collect::<Value>(),
            documents => item.documents.iter().map(Text::as_str).collect::<Value>(),
            text => self.maybe(item.text.as_ref()),
            offices => self.offices(item).collect::<Value>(),
            closed => item.closed,
            example => minutes::example(self.summary(), self.locale, &item.example),
        }
    }

    /// Somebody as the programme calls them: a person with their unit.
    fn invited(&self, who: &Who) -> Value {
        let person = match who {
            Who::Person(id) => self.summary().person(id),
            Who::Unit(_) => None,
        };
        match person {
            Some(person) => self.say(&self.summary().introduced(person)),
            None => Value::from(self.called(who)),
        }
    }

    fn offices<'i>(&'i self, item: &'i Item) -> impl Iterator<Item = Value> + 'i {
        let offices = item.offices.iter();
        offices.map(|office| {
            context! {
                name => self.text(&office.name),
                seats => office.seats,
                candidates => self.names(&office.candidates),
            }
        })
    }

    /// One paper for each vote that is taken in secret: an office of an election, or a text.
    pub(super) fn papers(&self) -> Value {
        let items = (1..).zip(&self.agenda().items);
        items
            .flat_map(|(number, item)| self.papers_of(number, item))
            .collect()
    }

    fn papers_of(&self, number: usize, item: &Item) -> Vec<Value> {
        let secret = |method: Option<Method>| method == Some(Method::Secret);
        match item.kind {
            ItemKind::Election => item
                .offices
                .iter()
                .filter(|office| secret(office.method.or(item.method)))
                .map(|office| self.paper_of_office(number, item, office))
                .collect(),
            ItemKind::Motion | ItemKind::Approval if secret(item.method) => {
                let question = item.text.as_ref().unwrap_or(&item.title);
                vec![self.paper(number, item, question)]
            }
            ItemKind::Opening
            | ItemKind::Report
            | ItemKind::Discussion
            | ItemKind::Round
            | ItemKind::Motion
            | ItemKind::Approval
            | ItemKind::Break
            | ItemKind::Closing => Vec::new(),
        }
    }

    fn paper_of_office(&self, number: usize, item: &Item, office: &Office) -> Value {
        let stand = u32::try_from(office.candidates.len()).unwrap_or(u32::MAX);
        context! {
            item => number,
            title => self.text(&item.title),
            office => self.text(&office.name),
            seats => office.seats,
            // Lines to write a name on, of a paper without candidates.
            lines => office.seats.min(MOST_LINES),
            candidates => office.candidates.iter().map(|who| self.candidate_of(who)).collect::<Value>(),
            // As many candidates as seats: each is voted on by itself.
            each => stand <= office.seats,
        }
    }

    fn candidate_of(&self, who: &Who) -> Value {
        let person = match who {
            Who::Person(id) => self.summary().person(id),
            Who::Unit(_) => None,
        };
        context! {
            name => self.called(who),
            placed => person.map(|person| self.locale.say(&self.summary().introduced(person))),
        }
    }

    fn paper(&self, number: usize, item: &Item, question: &Bilingual) -> Value {
        context! {
            item => number,
            title => self.text(&item.title),
            question => self.text(question),
        }
    }
}

/// The time of day so many seconds later; past midnight it begins anew.
fn after(begins: NaiveTime, seconds: u32) -> NaiveTime {
    begins
        .overflowing_add_signed(TimeDelta::seconds(i64::from(seconds)))
        .0
}
