//! The minutes: who presided and attended, what was reported, suggested, decided and elected, what is to be done. Owns their sections;
//! struck and merged lines are left out. `minutes/items.rs` has the items, `minutes/lines.rs` what units said, `minutes/examples.rs`
//! what is made up, `minutes/figures.rs` what it adds up to, `minutes/corrections.rs` what
//! was corrected since.

mod corrections;
mod examples;
mod figures;
mod items;
mod lines;

use super::blocks::{Block, Entry, Look, Prose, Table};
use crate::agenda::Example;
use crate::locale::Locale;
use crate::meeting::roll::{Mode, Status};
use crate::summary::{ActionEntry, Attendee, MatterEntry, State, Summary};
use crate::text::{Arg, Bilingual, Message, Text};

/// Writes a section; nothing where there is nothing to say.
type Writing = fn(&mut Minutes);

/// The sections by the names that agendas call them by (`agenda::SECTIONS`), in the order they have where none is named.
const SECTIONS: &[(&str, Writing)] = &[
    ("attendance", |minutes| minutes.attendance()),
    ("matters", |minutes| minutes.matters()),
    ("items", |minutes| minutes.items()),
    ("elected", |minutes| minutes.elected()),
    ("actions", |minutes| minutes.actions()),
    ("unheard", |minutes| minutes.unheard()),
    ("figures", |minutes| minutes.in_figures()),
    ("next", |minutes| minutes.next()),
    ("corrections", |minutes| {
        minutes.corrections();
        minutes.approved();
    }),
];

/// Place, times, who presided, how far the record is.
#[must_use]
pub fn facts(summary: &Summary, locale: &Locale) -> Vec<Block> {
    let mut minutes = Minutes::new(summary, locale);
    minutes.facts();
    minutes.blocks
}

/// The sections that have something to say: those that are named, in that order, then the others.
#[must_use]
pub fn sections(summary: &Summary, locale: &Locale, order: &[Text]) -> Vec<Vec<Block>> {
    let place = |name: &str| {
        let named = order.iter().position(|named| named.as_str() == name);
        named.unwrap_or(order.len())
    };
    let mut ordered: Vec<_> = SECTIONS.iter().collect();
    ordered.sort_by_key(|(name, _)| place(name));
    let written = ordered.into_iter().map(|(_, write)| {
        let mut minutes = Minutes::new(summary, locale);
        write(&mut minutes);
        minutes.blocks
    });
    written.filter(|blocks| !blocks.is_empty()).collect()
}

/// The times of the sittings; none before the first.
#[must_use]
pub fn sittings(summary: &Summary, locale: &Locale) -> Option<String> {
    let sittings = &summary.meeting.sittings;
    let one = |(opened, closed): &(_, Option<_>)| match closed {
        Some(closed) => Message::new("export-sitting")
            .with("from", Arg::Moment(*opened))
            .with("until", Arg::Clock(*closed)),
        None => Message::new("export-sitting-open").with("from", Arg::Moment(*opened)),
    };
    let times: Vec<Arg> = sittings.iter().map(|times| one(times).into()).collect();
    (!times.is_empty()).then(|| locale.write(&Arg::List(times)))
}

/// What is to be said of somebody's presence besides its times: online, represented by whom, why not there.
#[must_use]
pub fn remarks(summary: &Summary, locale: &Locale, person: &Attendee) -> Vec<String> {
    Minutes::new(summary, locale).remarks(person)
}

/// What of one thing is made up; none where nothing is that documents show.
#[must_use]
pub fn example(summary: &Summary, locale: &Locale, example: &Example) -> Option<String> {
    Minutes::new(summary, locale).example(example)
}

/// Which facts are made up, one sentence for each kind; none where all of it was so.
#[must_use]
pub fn examples(summary: &Summary, locale: &Locale) -> Vec<String> {
    Minutes::new(summary, locale).examples()
}

/// Minutes that are being written.
struct Minutes<'a> {
    summary: &'a Summary,
    locale: &'a Locale,
    blocks: Vec<Block>,
    words: lines::Words,
}

impl<'a> Minutes<'a> {
    fn new(summary: &'a Summary, locale: &'a Locale) -> Self {
        Self {
            summary,
            locale,
            blocks: Vec::new(),
            words: lines::Words::of(locale),
        }
    }

    fn say(&self, message: &Message) -> String {
        self.locale.say(message)
    }

    fn word(&self, id: &'static str) -> String {
        self.locale.say(&Message::new(id))
    }

    fn text(&self, both: &'a Bilingual) -> &'a str {
        both.get(self.locale.language()).as_str()
    }

    fn heading(&mut self, level: u8, id: &'static str) {
        let text = self.word(id);
        self.blocks.push(Block::Heading(level, text.into()));
    }

    fn list(&mut self, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.blocks.push(Block::List(entries));
        }
    }

    fn facts(&mut self) {
        let facts = &self.summary.meeting;
        let mut rows: Vec<(&'static str, String)> = Vec::new();
        let both = |id, both: &'a Option<Bilingual>| {
            both.as_ref().map(|both| (id, self.text(both).to_owned()))
        };
        rows.extend(both("export-organisation", &facts.organisation));
        rows.extend(
            facts
                .day()
                .map(|day| ("export-date", self.locale.write(&Arg::Date(day)))),
        );
        rows.extend(both("export-place", &facts.place));
        rows.extend(sittings(self.summary, self.locale).map(|times| ("export-time", times)));
        rows.extend(self.chairs().map(|chairs| ("export-presided", chairs)));
        rows.extend(both("export-purpose", &facts.purpose));
        let state = match facts.state {
            State::Open => "export-state-open",
            State::Draft => "export-state-draft",
            State::Corrected => "export-state-corrected",
            State::Approved => "export-state-approved",
        };
        rows.push(("export-state", self.word(state)));
        let named = rows
            .into_iter()
            .map(|(id, value)| {
                let name = format!("{}{}", self.word(id), self.words.colon);
                (Prose::plain(name.trim_end()), Prose::plain(value))
            })
            .collect();
        self.blocks.push(Block::Facts(named));
        let made_up = self.summary.made_up().map(|made_up| self.say(&made_up));
        let notes = made_up.into_iter().chain(self.example_keys(&facts.example));
        self.blocks
            .extend(notes.map(|note| Block::Note(note.into())));
    }

    fn chairs(&self) -> Option<String> {
        let chairs = &self.summary.meeting.chairs;
        let alone = chairs.len() == 1;
        let one = |chair: &crate::summary::Presided| {
            let named = self.summary.introduced_by_id(&chair.person);
            match chair.from {
                Some(from) if !alone => Message::new("export-chair-from")
                    .with("person", named)
                    .with("from", Arg::Clock(from)),
                _ => named,
            }
        };
        let named: Vec<String> = chairs.iter().map(|chair| self.say(&one(chair))).collect();
        (!named.is_empty()).then(|| named.join(&self.words.semicolon))
    }

    fn attendance(&mut self) {
        self.heading(2, "export-attendance");
        let numbers = self.say(&self.summary.numbers());
        self.blocks.push(Block::Text(numbers.into()));
        let of = |is: fn(&Attendee) -> bool| -> Vec<Entry> {
            self.summary
                .attendance
                .iter()
                .filter(|person| is(person))
                .map(|person| Entry::plain(self.attendee(person)))
                .collect()
        };
        let attended = of(Attendee::attended);
        let apologies = of(|person| !person.attended() && is_apology(person.status));
        let missing = of(|person| !person.attended() && !is_apology(person.status));
        self.list(attended);
        if !apologies.is_empty() {
            self.heading(3, "export-apologies");
            self.list(apologies);
        }
        if !missing.is_empty() {
            self.heading(3, "export-missing");
            self.list(missing);
        }
    }

    /// A person with what is to be said of their presence.
    fn attendee(&self, person: &Attendee) -> String {
        let mut notes: Vec<String> = Vec::new();
        let opened = self.summary.meeting.opened;
        if let Some(from) = person.from.filter(|from| Some(*from) > opened) {
            notes.push(self.say(&Message::new("export-from").with("at", Arg::Clock(from))));
        }
        if let (Some(until), Status::Left) = (person.until, person.status) {
            notes.push(self.say(&Message::new("export-until").with("at", Arg::Clock(until))));
        }
        notes.extend(self.remarks(person));
        notes.extend(self.example(&person.example));
        let mut said = self.say(&self.summary.introduced(person));
        self.words.enclose(&mut said, &notes);
        said
    }

    fn remarks(&self, person: &Attendee) -> Vec<String> {
        let mut remarks: Vec<String> = Vec::new();
        if person.mode == Some(Mode::Online) {
            remarks.push(self.word("export-online"));
        }
        if let Some(by) = &person.represented_by {
            let by = self.summary.introduced_by_id(by);
            remarks.push(self.say(&Message::new("export-represented").with("by", by)));
        }
        remarks.extend(person.reason.as_ref().map(Text::to_string));
        remarks
    }

    fn matters(&mut self) {
        let entry = |matter: &MatterEntry| {
            let mut text = matter.text.to_string();
            let mut notes: Vec<String> = matter.owner.iter().map(Text::to_string).collect();
            notes.push(format!("{} {}", matter.session, matter.origin));
            self.words.enclose(&mut text, &notes);
            let lead = format!("{}{}", matter.id, self.words.colon);
            let answer = self.answer(matter.status, matter.answer.as_ref());
            [
                Some(Entry::led(0, &lead, text)),
                answer.map(|answer| Entry::led(1, "", answer)),
                self.later(1, matter.id),
            ]
        };
        let entries: Vec<Entry> = self
            .summary
            .matters
            .iter()
            .flat_map(entry)
            .flatten()
            .collect();
        if !entries.is_empty() {
            self.heading(2, "export-matters");
            self.list(entries);
        }
    }

    fn elected(&mut self) {
        let rows: Vec<Vec<Prose>> = self
            .summary
            .elected()
            .map(|(ballot, candidate)| {
                let office = ballot.office.as_ref();
                let figures = crate::summary::figures(candidate);
                vec![
                    office.map_or_else(Prose::default, |office| self.text(office).into()),
                    self.text(&candidate.name).into(),
                    self.say(&figures).into(),
                    ballot.id.to_string().into(),
                ]
            })
            .collect();
        if !rows.is_empty() {
            self.heading(2, "export-elected");
            let head = [
                "export-office",
                "export-name",
                "export-votes",
                "export-ballot",
            ]
            .map(|id| self.word(id).into());
            self.blocks.push(Block::Table(Table {
                look: Look::Plain,
                head: head.to_vec(),
                rows,
            }));
        }
    }

    fn actions(&mut self) {
        let mut owned: Vec<(String, Vec<&ActionEntry>)> = Vec::new();
        for action in &self.summary.actions {
            let owner = match &action.owner {
                Some(owner) => self
                    .summary
                    .called(owner)
                    .get(self.locale.language())
                    .to_string(),
                None => self.word("summary-no-owner"),
            };
            match owned.iter_mut().find(|(known, _)| *known == owner) {
                Some((_, actions)) => actions.push(action),
                None => owned.push((owner, vec![action])),
            }
        }
        let mut entries = Vec::new();
        for (owner, actions) in owned {
            entries.push(Entry::led(0, &owner, ""));
            for action in actions {
                let mut text = action.text.to_string();
                let mut notes = vec![action.id.to_string()];
                if action.done {
                    notes.push(self.word("contribution-done"));
                } else if let Some(due) = action.due {
                    notes.push(self.say(&Message::new("export-due").with("day", due)));
                }
                self.words.enclose(&mut text, &notes);
                entries.push(Entry::led(1, "", text));
                entries.extend(self.later(2, action.id));
            }
        }
        if !entries.is_empty() {
            self.heading(2, "export-actions");
            self.list(entries);
        }
    }

    fn unheard(&mut self) {
        let is_there = |who: &crate::agenda::Who| {
            self.summary.attendance.iter().any(|person| {
                let same = match who {
                    crate::agenda::Who::Person(id) => person.person == *id,
                    crate::agenda::Who::Unit(id) => person.unit.as_ref() == Some(id),
                };
                same && person.attended()
            })
        };
        let (there, away): (Vec<_>, Vec<_>) = self
            .summary
            .sums
            .unheard
            .iter()
            .partition(|who| is_there(who));
        let mut entries = Vec::new();
        for (id, whom) in [
            ("export-unheard-present", there),
            ("export-unheard-absent", away),
        ] {
            if !whom.is_empty() {
                let names = self.locale.write(&self.summary.names(whom));
                let lead = format!("{}{}", self.word(id), self.words.colon);
                entries.push(Entry::led(0, &lead, names));
            }
        }
        if !entries.is_empty() {
            self.heading(2, "export-unheard");
            self.list(entries);
        }
    }

    fn next(&mut self) {
        let Some(next) = &self.summary.meeting.next else {
            return;
        };
        let mut parts = vec![self.locale.write(&Arg::Date(next.date))];
        parts.extend(next.start.map(|start| self.locale.write(&Arg::Time(start))));
        parts.extend(next.place.as_ref().map(Text::to_string));
        let text = parts.join(&self.words.comma);
        self.heading(2, "export-next");
        self.blocks.push(Block::Text(text.into()));
    }
}

const fn is_apology(status: Status) -> bool {
    matches!(status, Status::Excused | Status::Represented)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sections_are_those_that_agendas_may_name() {
        let names: Vec<&str> = SECTIONS.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, crate::agenda::SECTIONS);
    }
}
