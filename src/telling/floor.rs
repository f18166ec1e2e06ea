//! What is told of the floor: who speaks, for how long, who waits.

use super::{Step, Told, in_full};
use crate::meeting::Meeting;
use crate::meeting::floor::{EntryKind, Event, Speaker, Turn, TurnKind};
use crate::meeting::ids::{EntryId, ItemId, TurnId};
use crate::text::{Arg, Message, Moment};

pub(super) fn tell(step: &Step, event: &Event) -> Told {
    let meeting = step.after;
    vec![match event {
        Event::Given {
            speaker,
            kind,
            allotted,
            ..
        } => given(meeting, speaker, *kind, *allotted),
        Event::Ended { turn, at } => of_turn(
            meeting,
            "telling-spoke",
            *turn,
            at.unwrap_or(step.record.at),
        ),
        Event::Paused { turn } => of_turn(meeting, "telling-paused", *turn, step.record.at),
        Event::Continued { turn } => Message::new("telling-continued")
            .with("person", name(meeting, meeting.floor.turn(*turn))),
        Event::Extended { turn, seconds } => Message::new("telling-extended")
            .with("person", name(meeting, meeting.floor.turn(*turn)))
            .with("time", Arg::Seconds(i64::from(*seconds))),
        Event::EachSet { seconds: None, .. } => Message::new("telling-each-plan"),
        Event::EachSet {
            seconds: Some(seconds),
            ..
        } => Message::new("telling-each").with("time", Arg::Seconds(i64::from(*seconds))),
        Event::Asked {
            who, reason, kind, ..
        } => {
            let (plain, reasoned) = match kind {
                EntryKind::Planned | EntryKind::Asked => ("telling-asked", "telling-asked-reason"),
                EntryKind::Order => ("telling-asked-order", "telling-asked-order-reason"),
            };
            let asked = Message::new(if reason.is_some() { reasoned } else { plain });
            let asked = asked.with("person", in_full(meeting, who));
            reason
                .iter()
                .fold(asked, |asked, reason| asked.with("reason", reason))
        }
        Event::Reasoned { entry, reason } => of_entry(
            step,
            *entry,
            "telling-asked-reason",
            "telling-reasoned-gone",
        )
        .with("reason", reason),
        Event::Withdrawn { entry } => {
            of_entry(step, *entry, "telling-withdrawn", "telling-entry-gone")
        }
        Event::SteppedOver { entry } => of_entry(
            step,
            *entry,
            "telling-stepped-over",
            "telling-stepped-over-gone",
        ),
        Event::Reordered { item, .. } => reordered(meeting, *item),
        Event::ListClosed { .. } => Message::new("telling-list-closed"),
        Event::ListOpened { .. } => Message::new("telling-list-opened"),
        Event::HandedIn { speaker, .. } => {
            Message::new("telling-handed-in").with("person", speaking(meeting, speaker))
        }
        Event::TurnTimed { turn, from, until } => timed(meeting, *turn, *from, *until),
        Event::SpeakerCorrected { speaker, .. } => {
            Message::new("telling-speaker-corrected").with("person", speaking(meeting, speaker))
        }
    }]
}

fn given(meeting: &Meeting, speaker: &Speaker, kind: TurnKind, allotted: Option<u32>) -> Message {
    let given = match (kind, allotted) {
        (TurnKind::Order, _) => Message::new("telling-given-order"),
        (TurnKind::Interposed, _) => Message::new("telling-given-interposed"),
        (TurnKind::Turn | TurnKind::Written, None) => Message::new("telling-given"),
        (TurnKind::Turn | TurnKind::Written, Some(seconds)) => {
            Message::new("telling-given-for").with("time", Arg::Seconds(i64::from(seconds)))
        }
    };
    given.with("person", speaking(meeting, speaker))
}

fn of_turn(meeting: &Meeting, id: &'static str, turn: TurnId, at: Moment) -> Message {
    let turn = meeting.floor.turn(turn);
    let seconds = turn.map_or(0, |turn| turn.seconds(at));
    Message::new(id)
        .with("person", name(meeting, turn))
        .with("time", Arg::Seconds(seconds))
}

fn timed(meeting: &Meeting, turn: TurnId, from: Moment, until: Option<Moment>) -> Message {
    let timed = Message::new(if until.is_some() {
        "telling-turn-timed-until"
    } else {
        "telling-turn-timed"
    })
    .with("person", name(meeting, meeting.floor.turn(turn)))
    .with("from", Arg::exact(from));
    until
        .into_iter()
        .fold(timed, |timed, until| timed.with("until", Arg::exact(until)))
}

/// The bare name of whoever had a turn.
pub(super) fn name(meeting: &Meeting, turn: Option<&Turn>) -> Arg {
    turn.and_then(|turn| turn.speaker.who()).map_or_else(
        || Message::new("telling-nobody").into(),
        |who| meeting.roster.called(&who),
    )
}

/// Whoever speaks, in full.
fn speaking(meeting: &Meeting, speaker: &Speaker) -> Message {
    speaker.who().map_or_else(
        || Message::new("telling-nobody"),
        |who| in_full(meeting, &who),
    )
}

/// A sentence about a place on a list that was given up; the other one where the place was not known before.
fn of_entry(step: &Step, entry: EntryId, known: &'static str, gone: &'static str) -> Message {
    let mut lists = step
        .before
        .progress
        .items()
        .filter_map(|item| step.before.floor.list(item.id));
    match lists.find_map(|list| list.entry(entry)) {
        Some(entry) => Message::new(known).with("person", in_full(step.after, &entry.who)),
        None => Message::new(gone),
    }
}

fn reordered(meeting: &Meeting, item: ItemId) -> Message {
    let names: Vec<Arg> = meeting
        .floor
        .list(item)
        .into_iter()
        .flat_map(|list| {
            list.entries()
                .map(|entry| meeting.roster.called(&entry.who))
        })
        .collect();
    if names.is_empty() {
        return Message::new("telling-reordered-empty");
    }
    Message::new("telling-reordered").with("list", names)
}
