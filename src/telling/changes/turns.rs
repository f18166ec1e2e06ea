//! Turns whose times, length or person change, and those that go or come.

use std::sync::Arc;

use super::{Fate, Sides, Told, fates, gone_and_come, stretch, stretches, turned};
use crate::meeting::Meeting;
use crate::meeting::floor::{Turn, TurnKind};
use crate::telling::floor::name;
use crate::text::{Arg, Message, Moment};

/// Turns that go or come, and what changes in the times of those that stay.
pub(super) fn times(sides: &Sides) -> Told {
    let turns = turns(sides);
    let whole = |meeting: &Meeting, turn: &Turn| whole(meeting, turn, sides.now);
    let mut told = gone_and_come(
        sides,
        &turns,
        |meeting, turn| whose(meeting, turn).into(),
        whole,
    );
    for fate in &turns {
        if let Fate::Stays(was, is) = fate {
            told.extend(timed(sides, was, is));
        }
    }
    told
}

/// Turns that become somebody else's.
pub(super) fn persons(sides: &Sides) -> Told {
    let turned = |fate: &Fate<Turn>| match fate {
        Fate::Stays(was, is) if was.speaker != is.speaker => Some(
            Message::new("changes-person")
                .with("what", whose(sides.before, was))
                .with("from", Arg::Clock(is.from))
                .with("name", name(sides.after, Some(is))),
        ),
        Fate::Stays(..) | Fate::Goes(_) | Fate::Comes(_) => None,
    };
    turns(sides).iter().filter_map(turned).collect()
}

fn turns<'a>(sides: &Sides<'a>) -> Vec<Fate<'a, Turn>> {
    let (before, after) = (sides.before, sides.after);
    if Arc::ptr_eq(&before.floor, &after.floor) {
        return Vec::new();
    }
    fates(before.floor.turns(), after.floor.turns(), |turn| turn.id)
}

fn timed(sides: &Sides, was: &Turn, is: &Turn) -> Told {
    let mut told = Told::new();
    let what = || whose(sides.before, was);
    let seconds = |turn: &Turn| turn.seconds(sides.now);
    if (was.from, was.until, seconds(was)) != (is.from, is.until, seconds(is)) {
        let sentence = turned(
            "changes-times",
            length(was, sides.now),
            length(is, sides.now),
        );
        told.push(sentence.with("what", what()));
    }
    if was.allotted != is.allotted {
        let sentence = turned("changes-allotted", limit(was), limit(is));
        told.push(sentence.with("what", what()));
    }
    if was.until.is_none() && is.until.is_none() && was.is_paused() != is.is_paused() {
        let id = if is.is_paused() {
            "changes-clock-stands"
        } else {
            "changes-clock-runs"
        };
        told.push(Message::new(id).with("what", what()));
    }
    told
}

fn length(turn: &Turn, now: Moment) -> Message {
    stretches(vec![stretch(turn.from, turn.until)], turn.seconds(now))
}

fn limit(turn: &Turn) -> Arg {
    turn.allotted.map_or_else(
        || Message::new("changes-unlimited").into(),
        |seconds| Arg::Seconds(i64::from(seconds)),
    )
}

/// Whose turn it is, and in what way they have it.
fn whose(meeting: &Meeting, turn: &Turn) -> Message {
    let id = match turn.kind {
        TurnKind::Turn => "changes-of-turn",
        TurnKind::Order => "changes-of-order",
        TurnKind::Interposed => "changes-of-question",
        TurnKind::Written => "changes-of-written",
    };
    Message::new(id).with("name", name(meeting, Some(turn)))
}

fn whole(meeting: &Meeting, turn: &Turn, now: Moment) -> Message {
    let whose = whose(meeting, turn);
    match turn.kind {
        TurnKind::Written => whose,
        TurnKind::Turn | TurnKind::Order | TurnKind::Interposed => Message::new("changes-turn")
            .with("what", whose)
            .with("times", length(turn, now)),
    }
}
