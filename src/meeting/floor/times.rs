//! The true times of turns, set afterwards: a neighbour is clipped, nothing overlaps, a turn stays in its item, and a question
//! stays inside the turn it was put in. Pauses need no mending: a turn counts only what of them lies inside it.

use super::{Event, Turn, TurnKind};
use crate::meeting::progress::{End, Span, too_early, too_late};
use crate::meeting::{Event as Happened, Meeting, Refusal};
use crate::text::{Arg, Message, Moment};

type Decided = Result<Vec<Happened>, Refusal>;

/// That turn really began or ended then.
pub(super) fn turn_times(meeting: &Meeting, turn: &Turn, end: End, at: Moment) -> Decided {
    if meeting.floor.waiting_turn().is_some() && turn.until.is_none() {
        return Err(Message::new("floor-repair-interposed").into());
    }
    match turn.kind {
        TurnKind::Written => Err(Message::new("floor-repair-written").into()),
        TurnKind::Interposed => Err(Message::new("floor-repair-question")
            .with("name", called(meeting, turn))
            .into()),
        TurnKind::Turn | TurnKind::Order => match end {
            End::Began => began(meeting, turn, at),
            End::Ended => ended(meeting, turn, at),
        },
    }
}

fn began(meeting: &Meeting, turn: &Turn, at: Moment) -> Decided {
    if turn.until.is_some_and(|until| at > until) {
        return Err(too_late(at));
    }
    if let Some(span) = span_of(meeting, turn)
        && at < span.from
    {
        return Err(too_early(span.from));
    }
    holds_questions(meeting, turn, at, turn.until)?;
    let before = meeting.floor.in_sequence_before(turn.id);
    let mut events = Vec::new();
    if let Some(before) = before.filter(|before| before.until.is_some_and(|until| until > at)) {
        if at < before.from {
            return Err(too_early(before.from));
        }
        holds_questions(meeting, before, before.from, Some(at))?;
        events.push(timed(before, before.from, Some(at)));
    }
    events.push(timed(turn, at, turn.until));
    Ok(events)
}

fn ended(meeting: &Meeting, turn: &Turn, at: Moment) -> Decided {
    if at < turn.from {
        return Err(too_early(turn.from));
    }
    holds_questions(meeting, turn, turn.from, Some(at))?;
    if turn.until.is_none() {
        let (turn, at) = (turn.id, Some(at));
        return Ok(vec![Event::Ended { turn, at }.into()]);
    }
    let left = span_of(meeting, turn).and_then(|span| span.until);
    if left.is_some_and(|left| at > left) {
        return Err(too_late(at));
    }
    let behind = meeting.floor.in_sequence_behind(turn.id);
    let mut events = vec![timed(turn, turn.from, Some(at))];
    if let Some(behind) = behind.filter(|behind| behind.from < at) {
        if behind.until.is_some_and(|until| at > until) {
            return Err(too_late(at));
        }
        holds_questions(meeting, behind, at, behind.until)?;
        events.push(timed(behind, at, behind.until));
    }
    Ok(events)
}

fn timed(turn: &Turn, from: Moment, until: Option<Moment>) -> Happened {
    let turn = turn.id;
    Event::TurnTimed { turn, from, until }.into()
}

/// The stretch of its item in which a turn lies.
fn span_of(meeting: &Meeting, turn: &Turn) -> Option<Span> {
    let spans = &meeting.progress.item(turn.item)?.spans;
    let begun = spans.iter().rev().find(|span| span.from <= turn.from);
    begun.copied()
}

/// Refuses where a question that was put within the turn would lie outside of it.
fn holds_questions(
    meeting: &Meeting,
    turn: &Turn,
    from: Moment,
    until: Option<Moment>,
) -> Result<(), Refusal> {
    let outside = |question: &&Turn| {
        question.from < from
            || until.is_some_and(|until| question.until.is_none_or(|end| end > until))
    };
    let Some(question) = meeting.floor.questions_in(turn.id).find(outside) else {
        return Ok(());
    };
    let end = question.until.unwrap_or(question.from);
    let message = Message::new("floor-repair-over-question")
        .with("name", called(meeting, question))
        .with("speaker", called(meeting, turn));
    let message = message.with("from", Arg::Clock(question.from));
    Err(message.with("until", Arg::Clock(end)).into())
}

fn called(meeting: &Meeting, turn: &Turn) -> Arg {
    let who = turn.speaker.who();
    who.map_or_else(
        || Message::new("telling-nobody").into(),
        |who| meeting.roster.called(&who),
    )
}
