//! What happened, as sentences: one message for each event of a record, for plain mode, the log and the record face.
//! Pure, and complete over events: a new event does not compile before it can be told. Decides nothing.

mod age;
mod arising;
mod attendance;
mod ballots;
mod changes;
mod corrected;
mod figures;
mod floor;
mod loose_ends;
mod notes;
mod progress;

pub use age::age;
pub use arising::{arising, became, no_matters, raised_in};
pub use changes::changes;
pub use corrected::corrected;
pub use figures::{Figure, figures, on_the_roll, together, unusual};
pub use loose_ends::loose_ends;
pub use notes::{noted, standing};

use std::sync::Arc;

use crate::agenda::{PersonId, Who};
use crate::meeting::undo::Event as History;
use crate::meeting::{Event, Meeting, Record};
use crate::text::{Arg, Message};

type Told = Vec<Message>;

/// A record between the meeting it met and the meeting it made: what went is named from before, what came from after.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// The meeting before the record.
    pub before: &'a Meeting,
    /// The meeting with it.
    pub after: &'a Meeting,
    /// The record.
    pub record: &'a Record,
}

/// What that record did, in order; at the end for whom nobody acts any more, and whether the quorum was reached or lost by it.
#[must_use]
pub fn of(step: &Step) -> Vec<Message> {
    let mut told: Told = step
        .record
        .events
        .iter()
        .flat_map(|event| tell(step, event))
        .collect();
    told.extend(attendance::acted_for(step.before, step.after));
    told.extend(quorum(step.before, step.after));
    told
}

/// One record of the log: it, what it did, and whether that still holds.
#[derive(Clone, Debug)]
pub struct Logged {
    /// The record.
    pub record: Arc<Record>,
    /// What it did.
    pub told: Vec<Message>,
    /// Whether it was taken back.
    pub undone: bool,
}

/// Everything that the records of a meeting did, in order: the log. Costs a replay.
#[must_use]
pub fn log(meeting: &Meeting) -> Vec<Logged> {
    let begun = crate::agenda::file::read(&meeting.header.agenda).agenda;
    // An agenda that cannot be read again leaves the names as they are now.
    let mut at = begun.map_or_else(
        || meeting.clone(),
        |agenda| Meeting::begin((*meeting.header).clone(), agenda),
    );
    let mut log = Vec::with_capacity(meeting.history.len());
    for record in meeting.history.shared() {
        let before = at.clone();
        if at.history.record(record.seq).is_none() {
            at.apply(record.clone());
        }
        let told = of(&Step {
            before: &before,
            after: &at,
            record,
        });
        log.push(Logged {
            record: record.clone(),
            told,
            undone: meeting.history.is_undone(record.seq),
        });
    }
    log
}

fn tell(step: &Step, event: &Event) -> Told {
    match event {
        Event::Roster(event) => attendance::roster(step, event),
        Event::Roll(event) => attendance::roll(step, event),
        Event::Progress(event) => progress::tell(step, event),
        Event::Floor(event) => floor::tell(step, event),
        Event::Contribution(event) => notes::contributions(step, event),
        Event::Outcome(event) => notes::outcomes(step, event),
        Event::Motion(event) => notes::motions(step, event),
        Event::Ballot(event) => ballots::tell(step, event),
        Event::Undo(event) => history(step, event),
    }
}

/// What is taken back or brought back is told again, each behind a word that says so.
fn history(step: &Step, event: &History) -> Told {
    let (id, seq, meeting) = match event {
        History::Undone { seq } => ("telling-undone", *seq, step.before),
        History::Redone { seq } => ("telling-redone", *seq, step.after),
    };
    let Some(record) = meeting.history.record(seq) else {
        return vec![Message::new(id).with("what", Message::new("telling-gone"))];
    };
    let then = Step {
        before: meeting,
        after: meeting,
        record,
    };
    let events = record
        .events
        .iter()
        .filter(|event| !matches!(event, Event::Undo(_)));
    events
        .flat_map(|event| tell(&then, event))
        .map(|told| Message::new(id).with("what", told))
        .collect()
}

/// What is told where the quorum is reached or lost between two states of an open meeting.
#[must_use]
pub fn quorum(before: &Meeting, after: &Meeting) -> Option<Message> {
    if is_nothing_of_presence(before, after) {
        return None;
    }
    let was = if before.progress.is_open() {
        before.is_quorate()
    } else {
        None
    };
    let counted = after.quorum()?;
    let is = counted.is_met();
    if was == Some(is) {
        return None;
    }
    Some(
        Message::new(if is {
            "telling-quorum-met"
        } else {
            "telling-quorum-lost"
        })
        .with("present", counted.present)
        .with("entitled", counted.entitled)
        .with("needed", counted.needed),
    )
}

/// Whether who counts as present is certainly as it was, or of no matter: nothing changed that it rests on, or nobody meets.
fn is_nothing_of_presence(before: &Meeting, after: &Meeting) -> bool {
    let same = Arc::ptr_eq(&before.roll, &after.roll)
        && Arc::ptr_eq(&before.roster, &after.roster)
        && Arc::ptr_eq(&before.progress, &after.progress);
    same || !after.progress.is_open()
}

/// A person with office, title and unit, or a unit's name, as it is read aloud.
#[must_use]
pub fn in_full(meeting: &Meeting, who: &Who) -> Message {
    match who {
        Who::Person(person) => in_full_of(meeting, person),
        Who::Unit(_) => {
            Message::new("telling-source-alone").with("who", meeting.roster.called(who))
        }
    }
}

/// A person's office in the association: what they were elected to in this meeting, else what the roster says.
#[must_use]
pub fn office(meeting: &Meeting, id: &PersonId) -> Option<Arg> {
    let elected = meeting.offices_of(&Who::Person(id.clone()));
    if elected.is_empty() {
        return meeting.roster.person(id)?.office.as_ref().map(Arg::from);
    }
    Some(Arg::List(elected.into_iter().map(Arg::from).collect()))
}

/// A person with office, title and unit, as it is read aloud.
#[must_use]
pub fn in_full_of(meeting: &Meeting, id: &PersonId) -> Message {
    let name = meeting.roster.person_called(id);
    let Some(person) = meeting.roster.person(id) else {
        return Message::new("telling-source-alone").with("who", name);
    };
    let unit = meeting.roster.unit_of(id);
    let office = office(meeting, id);
    let sentence = match (&office, &person.title, unit) {
        (Some(_), Some(_), Some(_)) => "telling-person-office-title-unit",
        (Some(_), Some(_), None) => "telling-person-office-title",
        (Some(_), None, Some(_)) => "telling-person-office-unit",
        (Some(_), None, None) => "telling-person-office",
        (None, Some(_), Some(_)) => "telling-person-title-unit",
        (None, Some(_), None) => "telling-person-title",
        (None, None, Some(_)) => "telling-person-unit",
        (None, None, None) => return Message::new("telling-source-alone").with("who", name),
    };
    let mut full = Message::new(sentence).with("name", name);
    full.args.extend(office.map(|office| ("office", office)));
    full.args.extend(
        person
            .title
            .as_ref()
            .map(|title| ("title", Arg::from(title))),
    );
    full.args
        .extend(unit.map(|unit| ("unit", Arg::from(&unit.name))));
    full
}

/// A part of a sentence that is there only where its argument is.
fn aside(id: &'static str, name: &'static str, arg: Option<impl Into<Arg>>) -> Message {
    arg.map_or_else(
        || Message::new("text-nothing"),
        |arg| Message::new(id).with(name, arg),
    )
}

#[cfg(test)]
pub(crate) mod tests;
