//! The roster of the next agenda: that of the latest session as it stood at the end, with what changed since its agenda in comments.

use super::Writing;
use crate::agenda::file::write::{block, heading, person_keys, unit_keys};
use crate::agenda::{Person, Unit, Who};
use crate::summary::Attendee;
use crate::text::{Arg, Bilingual, Message};

impl Writing<'_> {
    /// Units and persons, in order of precedence.
    pub(super) fn roster(&mut self) {
        let latest = self.latest;
        let roster = &latest.meeting.roster;
        for (number, unit) in roster.units().enumerate() {
            if number == 0 {
                self.heading("carry-units");
            }
            self.unit(unit);
        }
        for (number, person) in roster.persons().enumerate() {
            if number == 0 {
                self.heading("carry-persons");
            }
            self.person(person);
        }
    }

    fn heading(&mut self, id: &'static str) {
        let words = Message::new(id).with("session", self.latest.stem);
        let words = self.locale.say(&words);
        heading(&mut self.out, &words);
    }

    fn unit(&mut self, unit: &Unit) {
        if self.agenda().unit(&unit.id).is_none() {
            self.of_latest("carry-enrolled");
        }
        let elected = self.latest.summary.unit(&unit.id).map(|unit| &unit.elected);
        if let Some(elected) = elected.filter(|elected| !elected.is_empty()) {
            let message = elected_to(elected).with("session", self.latest.stem);
            self.comment(&message);
        }
        block(&mut self.out, "unit", unit.id.as_str(), &unit_keys(unit));
    }

    fn person(&mut self, person: &Person) {
        let latest = self.latest;
        let entry = latest.summary.person(&person.id);
        let elected: &[Bilingual] = entry.map_or(&[], |entry: &Attendee| &entry.elected);
        match latest.meeting.agenda.person(&person.id) {
            None => self.of_latest("carry-enrolled"),
            Some(before) => self.amended(before, person),
        }
        let mut person = person.clone();
        if let Some(office) = elected.last() {
            let message = elected_to(elected).with("session", latest.stem);
            self.comment(&message);
            if let Some(before) = person.office.replace(office.clone()) {
                let message = Message::new("carry-office-before").with("office", before);
                self.comment(&message);
            }
        }
        block(
            &mut self.out,
            "person",
            person.id.as_str(),
            &person_keys(&person),
        );
    }

    /// What was amended during the meeting, with what stood before.
    fn amended(&mut self, before: &Person, now: &Person) {
        let text = |both: Option<&Bilingual>| {
            both.map_or_else(|| Arg::from(Message::new("carry-none")), Arg::from)
        };
        let unit = |person: &Person| match &person.unit {
            Some(unit) => Arg::Both(self.latest.summary.called(&Who::Unit(unit.clone()))),
            None => Message::new("carry-none").into(),
        };
        let changes = [
            (before.name != now.name, "name", Arg::from(&before.name)),
            (
                before.title != now.title,
                "title",
                text(before.title.as_ref()),
            ),
            (
                before.office != now.office,
                "office",
                text(before.office.as_ref()),
            ),
            (before.unit != now.unit, "unit", unit(before)),
            (
                before.votes != now.votes,
                "votes",
                Arg::from(before.votes.to_string()),
            ),
        ];
        for (_, key, value) in changes.into_iter().filter(|(changed, ..)| *changed) {
            let message = Message::new("carry-amended")
                .with("session", self.latest.stem)
                .with("key", key)
                .with("before", value);
            self.comment(&message);
        }
    }
}

fn elected_to(offices: &[Bilingual]) -> Message {
    let offices: Vec<Arg> = offices.iter().map(Arg::from).collect();
    Message::new("carry-elected").with("offices", offices)
}
