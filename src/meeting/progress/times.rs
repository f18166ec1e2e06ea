//! The true times of items and of the meeting, set afterwards: a neighbour is clipped, nothing ever overlaps.

use super::{Event, ItemState, Span};
use crate::meeting::{Event as Happened, Meeting, Refusal};
use crate::text::{Arg, Message, Moment};

/// Which end of a stretch is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::meeting) enum End {
    /// Its beginning.
    Began,
    /// Its end.
    Ended,
}

/// The open item, else the last, really began or ended then.
pub(in crate::meeting) fn item_times(
    meeting: &Meeting,
    end: End,
    at: Moment,
) -> Result<Vec<Happened>, Refusal> {
    let none = || Refusal::new(Message::new("progress-none-open"));
    let item = meeting
        .progress
        .place()
        .and_then(|item| meeting.progress.item(item))
        .ok_or_else(none)?;
    let index = item.spans.len().checked_sub(1).ok_or_else(none)?;
    let span = item.spans[index];
    match end {
        End::Ended => {
            if span.until.is_none() {
                return Err(Message::new("progress-item-still-open").into());
            }
            let earliest = span.from.max(last_turn_end(meeting, item));
            if at < earliest {
                return Err(too_early(earliest));
            }
            let until = Some(at);
            Ok(vec![
                Event::ItemTimed {
                    item: item.id,
                    span: index,
                    from: span.from,
                    until,
                }
                .into(),
            ])
        }
        End::Began => began(meeting, item, index, at),
    }
}

fn began(
    meeting: &Meeting,
    item: &ItemState,
    index: usize,
    at: Moment,
) -> Result<Vec<Happened>, Refusal> {
    let span = item.spans[index];
    let first_turn = meeting
        .floor
        .turns()
        .find(|turn| turn.item == item.id && turn.from >= span.from)
        .map(|turn| turn.from);
    if span.until.is_some_and(|until| at > until) || first_turn.is_some_and(|turn| at > turn) {
        return Err(too_late(at));
    }
    let opened = meeting.progress.opened().unwrap_or(at);
    if at < opened {
        return Err(too_early(opened));
    }
    let mut events = Vec::new();
    if let Some((
        before,
        which,
        Span {
            from,
            until: Some(until),
        },
    )) = span_before(meeting, item, span.from)
        && until > at
    {
        if at < from.max(last_turn_end(meeting, before)) {
            return Err(too_early(from));
        }
        events.push(
            Event::ItemTimed {
                item: before.id,
                span: which,
                from,
                until: Some(at),
            }
            .into(),
        );
    }
    events.push(
        Event::ItemTimed {
            item: item.id,
            span: index,
            from: at,
            until: span.until,
        }
        .into(),
    );
    Ok(events)
}

/// The stretch of another item that ended last before then.
fn span_before<'a>(
    meeting: &'a Meeting,
    item: &ItemState,
    from: Moment,
) -> Option<(&'a ItemState, usize, Span)> {
    let others = meeting.progress.items().filter(|other| other.id != item.id);
    let spans = others.flat_map(|other| {
        other
            .spans
            .iter()
            .enumerate()
            .map(move |(at, span)| (other, at, *span))
    });
    spans
        .filter(|(_, _, span)| span.until.is_some_and(|until| until <= from))
        .max_by_key(|(_, _, span)| span.until)
}

fn last_turn_end(meeting: &Meeting, item: &ItemState) -> Moment {
    let turns = meeting.floor.turns().filter(|turn| turn.item == item.id);
    turns
        .filter_map(|turn| turn.until)
        .max()
        .unwrap_or(Moment::MIN_UTC.fixed_offset())
}

/// The meeting really began or ended then.
pub(in crate::meeting) fn meeting_times(
    meeting: &Meeting,
    end: End,
    at: Moment,
) -> Result<Vec<Happened>, Refusal> {
    let none = || Refusal::new(Message::new("permit-not-open"));
    match end {
        End::Began => {
            let opened = meeting.progress.opened().ok_or_else(none)?;
            let first = meeting
                .progress
                .items()
                .find(|item| item.spans.first().is_some_and(|span| span.from == opened));
            let mut events = vec![Event::OpeningTimed { at }.into()];
            if let Some(item) = first {
                let span = item.spans[0];
                let turn = meeting.floor.turns().next().map(|turn| turn.from);
                if span.until.is_some_and(|until| at > until) || turn.is_some_and(|turn| at > turn)
                {
                    return Err(too_late(at));
                }
                events.push(
                    Event::ItemTimed {
                        item: item.id,
                        span: 0,
                        from: at,
                        until: span.until,
                    }
                    .into(),
                );
            }
            Ok(events)
        }
        End::Ended => {
            let refusal = || Refusal::new(Message::new("progress-not-adjourned"));
            let over = meeting.progress.adjourned().ok_or_else(refusal)?;
            let mut events = closed_with(meeting, over, at)?;
            events.push(Event::AdjournmentTimed { at }.into());
            Ok(events)
        }
    }
}

/// The meeting, which ended at `over`, really ended then: the item that it was left in ended with it, and nothing else is
/// recorded behind it.
fn closed_with(meeting: &Meeting, over: Moment, at: Moment) -> Result<Vec<Happened>, Refusal> {
    let sitting = meeting.progress.sittings().last();
    if let Some(sitting) = sitting.filter(|sitting| at < sitting.from) {
        return Err(too_early(sitting.from));
    }
    let mut events = Vec::new();
    for item in meeting.progress.items() {
        let Some((
            span,
            Span {
                from,
                until: Some(until),
            },
        )) = item.spans.iter().copied().enumerate().next_back()
        else {
            continue;
        };
        if until <= at {
            continue;
        }
        let earliest = if until == over {
            from.max(last_turn_end(meeting, item))
        } else {
            until
        };
        if at < earliest {
            return Err(too_early(earliest));
        }
        let (item, until) = (item.id, Some(at));
        events.push(
            Event::ItemTimed {
                item,
                span,
                from,
                until,
            }
            .into(),
        );
    }
    Ok(events)
}

pub(in crate::meeting) fn too_early(limit: Moment) -> Refusal {
    Message::new("progress-time-too-early")
        .with("time", Arg::exact(limit))
        .into()
}

pub(in crate::meeting) fn too_late(at: Moment) -> Refusal {
    Message::new("progress-time-too-late")
        .with("time", Arg::exact(at))
        .into()
}
