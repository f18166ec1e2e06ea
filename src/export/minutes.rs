//! The minutes: who presided and attended, what was reported, suggested, decided and elected, what is to be done. Owns their order;
//! struck and merged lines are left out. `minutes/items.rs` has the items, `minutes/lines.rs` what units said.

mod corrections;
mod items;
mod lines;

use super::document::{Block, Entry};
use crate::agenda::Example;
use crate::locale::Locale;
use crate::meeting::roll::{Mode, Status};
use crate::summary::{ActionEntry, Attendee, MatterEntry, State, Summary};
use crate::text::{Arg, Bilingual, Language, Message, Text};

/// The minutes of a meeting.
#[must_use]
pub fn blocks(summary: &Summary, locale: &Locale) -> Vec<Block> {
    let mut minutes = Minutes::new(summary, locale);
    minutes.facts();
    minutes.attendance();
    minutes.matters();
    minutes.items();
    minutes.elected();
    minutes.actions();
    minutes.unheard();
    minutes.next();
    minutes.corrections();
    minutes.approved();
    minutes.blocks
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
        self.blocks.push(Block::Heading(level, text));
    }

    fn list(&mut self, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.blocks.push(Block::List(entries));
        }
    }

    fn facts(&mut self) {
        let facts = &self.summary.meeting;
        self.blocks
            .push(Block::Heading(1, self.text(&facts.title).to_owned()));
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
        rows.extend(self.sittings().map(|times| ("export-time", times)));
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
            .map(|(id, value)| (format!("{}{}", self.word(id), self.words.colon), value))
            .collect();
        self.blocks.push(Block::Facts(named));
        if self.summary.is_example_record() {
            let note = self.word("export-example-record");
            self.blocks.push(Block::Note(note));
        }
        if let Some(keys) = self.example(&facts.example) {
            self.blocks.push(Block::Note(keys));
        }
    }

    /// `example: date, place`; none where nothing but the record, or nothing that these minutes show, is marked.
    fn example(&self, example: &Example) -> Option<String> {
        const UNSEEN: &[&str] = &["record", "votes", "rule", "capacity", "address", "rank"];
        let other = match self.locale.language() {
            Language::English => ".zh",
            Language::Chinese => ".en",
        };
        match example {
            Example::None | Example::Record => None,
            Example::Whole => Some(self.word("export-example")),
            Example::Keys(keys) => {
                let seen =
                    |key: &&Text| !UNSEEN.contains(&key.as_str()) && !key.as_str().ends_with(other);
                let keys: Vec<Arg> = keys.iter().filter(seen).map(Arg::from).collect();
                (!keys.is_empty())
                    .then(|| self.say(&Message::new("export-example-keys").with("keys", keys)))
            }
        }
    }

    fn sittings(&self) -> Option<String> {
        let sittings = &self.summary.meeting.sittings;
        let one = |(opened, closed): &(_, Option<_>)| match closed {
            Some(closed) => Message::new("export-sitting")
                .with("from", Arg::Moment(*opened))
                .with("until", Arg::Clock(*closed)),
            None => Message::new("export-sitting-open").with("from", Arg::Moment(*opened)),
        };
        let times: Vec<Arg> = sittings.iter().map(|times| one(times).into()).collect();
        (!times.is_empty()).then(|| self.locale.write(&Arg::List(times)))
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
        self.blocks.push(Block::Text(numbers));
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
        if person.mode == Some(Mode::Online) {
            notes.push(self.word("export-online"));
        }
        if let Some(by) = &person.represented_by {
            let by = self.summary.introduced_by_id(by);
            notes.push(self.say(&Message::new("export-represented").with("by", by)));
        }
        notes.extend(person.reason.as_ref().map(Text::to_string));
        notes.extend(self.example(&person.example));
        let mut said = self.say(&self.summary.introduced(person));
        self.words.enclose(&mut said, &notes);
        said
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
                Some(Entry::led(0, lead, text)),
                answer.map(|answer| Entry::led(1, String::new(), answer)),
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
        let rows: Vec<Vec<String>> = self
            .summary
            .elected()
            .map(|(ballot, candidate)| {
                let office = ballot.office.as_ref();
                let figures = crate::summary::figures(candidate);
                vec![
                    office.map_or_else(String::new, |office| self.text(office).to_owned()),
                    self.text(&candidate.name).to_owned(),
                    self.say(&figures),
                    ballot.id.to_string(),
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
            .map(|id| self.word(id));
            self.blocks.push(Block::Table {
                head: head.to_vec(),
                rows,
            });
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
            entries.push(Entry::led(0, owner, String::new()));
            for action in actions {
                let mut text = action.text.to_string();
                let mut notes = vec![action.id.to_string()];
                if action.done {
                    notes.push(self.word("contribution-done"));
                } else if let Some(due) = action.due {
                    notes.push(self.say(&Message::new("export-due").with("day", due)));
                }
                self.words.enclose(&mut text, &notes);
                entries.push(Entry::led(1, String::new(), text));
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
                entries.push(Entry::led(0, lead, names));
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
        self.blocks.push(Block::Text(text));
    }
}

const fn is_apology(status: Status) -> bool {
    matches!(status, Status::Excused | Status::Represented)
}
