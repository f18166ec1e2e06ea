//! What is told of the roster and the roll: who belongs, who is there, since when, who is acted for.

use super::{Step, Told, aside, in_full_of, is_nothing_of_presence};
use crate::agenda::{PersonId, Who};
use crate::meeting::Meeting;
use crate::meeting::roll::{self, Mode, Status};
use crate::meeting::roster::{self, Amendment};
use crate::text::{Arg, Message, Moment};

pub(super) fn roll(step: &Step, event: &roll::Event) -> Told {
    let meeting = step.after;
    let about = |id: &'static str, person: &PersonId, when: Moment| {
        // Since when somebody was not there who never came, is nothing to a correction.
        let came = meeting.roll.presence(person).from.is_some();
        let holds_since = if meeting.progress.is_in_correction() && !came {
            step.record.at
        } else {
            when
        };
        Message::new(id)
            .with("person", in_full_of(meeting, person))
            .with("since", since(step.record.at, holds_since))
    };
    vec![match event {
        roll::Event::Marked {
            person,
            status,
            mode,
            reason,
            when,
        } => match (status, mode, reason) {
            (Status::Unmarked, ..) => {
                Message::new("telling-unmarked").with("person", in_full_of(meeting, person))
            }
            (Status::Present, Mode::Room, _) => about("telling-present", person, *when),
            (Status::Present, Mode::Online, _) => about("telling-online", person, *when),
            (Status::Excused, _, None) => about("telling-excused", person, *when),
            (Status::Excused, _, Some(reason)) => {
                about("telling-excused-reason", person, *when).with("reason", reason)
            }
            (Status::Absent | Status::Represented, ..) => about("telling-absent", person, *when),
            (Status::Left, ..) => about("telling-left", person, *when),
        },
        roll::Event::Represented { person, by, when } => {
            about("telling-represented", person, *when).with("by", in_full_of(meeting, by))
        }
        roll::Event::SteppedAway { person, when, .. } => about("telling-away", person, *when),
        roll::Event::Recused { person, when, .. } => about("telling-recused", person, *when),
        roll::Event::Counted { present, of: None } => {
            Message::new("telling-counted").with("present", *present)
        }
        roll::Event::Counted {
            present,
            of: Some(of),
        } => Message::new("telling-counted-of")
            .with("present", *present)
            .with("of", *of),
        roll::Event::CountEnded => Message::new("telling-count-ended"),
        // What really was follows.
        roll::Event::Cleared { .. } => return Vec::new(),
    }]
}

/// For whom nobody acts any more, because whoever represents them takes no part now, and who is acted for again.
pub(super) fn acted_for(before: &Meeting, after: &Meeting) -> Told {
    if is_nothing_of_presence(before, after) {
        return Vec::new();
    }
    let is_without = |meeting: &Meeting, person: &PersonId| {
        meeting.is_unrepresented(person, meeting.item_at_hand())
    };
    let mut told: Vec<(&'static str, PersonId, Vec<Arg>)> = Vec::new();
    for person in after.roster.persons() {
        let Some(by) = after.roll.acts_for(&person.id) else {
            continue;
        };
        let id = match (
            is_without(before, &person.id),
            is_without(after, &person.id),
        ) {
            (false, true) => "telling-unrepresented",
            (true, false) if before.roll.acts_for(&person.id) == Some(by) => {
                "telling-represented-again"
            }
            (true, _) | (false, false) => continue,
        };
        let name = after.roster.person_called(&person.id);
        match told.iter_mut().find(|one| (one.0, &one.1) == (id, by)) {
            Some((_, _, names)) => names.push(name),
            None => told.push((id, by.clone(), vec![name])),
        }
    }
    let tell = |(id, by, names): (&'static str, PersonId, Vec<Arg>)| {
        Message::new(id)
            .with("by", after.roster.person_called(&by))
            .with("names", names)
    };
    told.into_iter().map(tell).collect()
}

pub(super) fn roster(step: &Step, event: &roster::Event) -> Told {
    let meeting = step.after;
    vec![match event {
        roster::Event::UnitAdded { unit } | roster::Event::UnitReplaced { unit } => {
            Message::new("telling-unit-added").with("unit", &unit.name)
        }
        roster::Event::Enrolled { person } => {
            Message::new("telling-enrolled").with("person", in_full_of(meeting, &person.id))
        }
        roster::Event::Replaced { person } => {
            Message::new("telling-replaced").with("person", in_full_of(meeting, &person.id))
        }
        roster::Event::Amended { person, field } => amended(meeting, person, field),
    }]
}

fn amended(meeting: &Meeting, person: &PersonId, field: &Amendment) -> Message {
    let about =
        |id: &'static str| Message::new(id).with("person", meeting.roster.person_called(person));
    match field {
        Amendment::Name(name) => Message::new("telling-amended-name").with("name", name),
        Amendment::Title(title) => about("telling-amended-title").with("title", title),
        Amendment::Office(office) => about("telling-amended-office").with("office", office),
        Amendment::Unit(None) => about("telling-amended-no-unit"),
        Amendment::Unit(Some(unit)) => about("telling-amended-unit")
            .with("unit", meeting.roster.called(&Who::Unit(unit.clone()))),
        Amendment::Votes(true) => about("telling-amended-votes"),
        Amendment::Votes(false) => about("telling-amended-no-votes"),
    }
}

/// Since when, where that is not the time of the record.
fn since(at: Moment, when: Moment) -> Message {
    aside(
        "telling-since",
        "time",
        (at != when).then_some(Arg::Clock(when)),
    )
}
