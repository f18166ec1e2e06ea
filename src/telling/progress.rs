//! What is told of the course of the meeting: sittings, the chair, items, repaired times.

use super::{Step, Told, aside, in_full_of};
use crate::meeting::Meeting;
use crate::meeting::ids::ItemId;
use crate::meeting::progress::{Event, HallView, NextMeeting};
use crate::text::{Arg, Message, Moment};

pub(super) fn tell(step: &Step, event: &Event) -> Told {
    let meeting = step.after;
    let item = |id: &'static str, item: ItemId| named(meeting, id, item);
    match event {
        Event::Opened => vec![Message::new("telling-opened").with("title", &meeting.agenda.title)],
        Event::Suspended { until: None } => vec![Message::new("telling-suspended")],
        Event::Suspended { until: Some(until) } => {
            vec![
                Message::new("telling-suspended-until")
                    .with("until", day_or_clock(step.record.at, *until)),
            ]
        }
        Event::Reopened => vec![Message::new("telling-reopened")],
        Event::Adjourned => vec![Message::new("telling-adjourned")],
        Event::ChairTaken { person } => {
            vec![Message::new("telling-chair-taken").with("person", in_full_of(meeting, person))]
        }
        Event::NextAnnounced(next) => vec![next_meeting(next)],
        Event::ItemOpened { item: id } => vec![item("telling-item-opened", *id)],
        Event::ItemInterrupted { item: id } => vec![item("telling-item-interrupted", *id)],
        Event::ItemClosed {
            item: id,
            outcome,
            text,
        } => {
            let closed = match outcome {
                None => item("telling-item-closed", *id),
                Some(outcome) => {
                    item("telling-item-closed-outcome", *id).with("outcome", outcome.word())
                }
            };
            let text = text
                .as_ref()
                .map(|text| Message::new("telling-item-text").with("text", text));
            std::iter::once(closed).chain(text).collect()
        }
        Event::ItemAdded { item: id, .. } => vec![item("telling-item-added", *id)],
        Event::ItemMoved { item: id, .. } => vec![item("telling-item-moved", *id)],
        Event::ItemSkipped {
            item: id, reason, ..
        } => {
            vec![item("telling-item-skipped", *id).with("reason", reason)]
        }
        Event::ItemDeferred { item: id, .. } => vec![item("telling-item-deferred", *id)],
        Event::ItemRetitled { item: id, .. } => vec![item("telling-item-retitled", *id)],
        Event::AgendaReplaced { .. } => vec![Message::new("telling-agenda-replaced")],
        Event::ItemPlanned { item: id, .. } => vec![item("telling-item-planned", *id)],
        Event::ItemDropped { item } => vec![named(step.before, "telling-item-dropped", *item)],
        Event::ItemTimed {
            item: id,
            from,
            until: None,
            ..
        } => {
            vec![item("telling-item-timed", *id).with("from", Arg::exact(*from))]
        }
        Event::ItemTimed {
            item: id,
            from,
            until: Some(until),
            ..
        } => {
            let timed = item("telling-item-timed-until", *id).with("from", Arg::exact(*from));
            vec![timed.with("until", Arg::exact(*until))]
        }
        Event::OpeningTimed { at } => {
            vec![Message::new("telling-opening-timed").with("at", Arg::exact(*at))]
        }
        Event::AdjournmentTimed { at } => {
            vec![Message::new("telling-adjournment-timed").with("at", Arg::exact(*at))]
        }
        Event::CorrectionBegun { why, .. } => {
            let why = aside("telling-correction-why", "why", why.as_ref());
            let number = meeting.progress.corrections().len();
            vec![
                Message::new("telling-correction-begun")
                    .with("number", number)
                    .with("why", why),
            ]
        }
        Event::CorrectionPlaced { item: id } => vec![item("telling-correction-placed", *id)],
        Event::Approved { on, session } => {
            let by = aside("telling-approved-by", "session", session.as_ref());
            vec![
                Message::new("telling-approved")
                    .with("day", *on)
                    .with("by", by),
            ]
        }
        Event::HallShown { view } => vec![Message::new("telling-hall").with("view", hall(*view))],
    }
}

/// That sentence with the number and the title of an item.
fn named(meeting: &Meeting, id: &'static str, item: ItemId) -> Message {
    let title = meeting.progress.item(item).map_or_else(
        || Arg::from(Message::new("telling-gone")),
        |state| Arg::from(&state.plan.title),
    );
    Message::new(id)
        .with("number", meeting.progress.number(item))
        .with("title", title)
}

fn next_meeting(next: &NextMeeting) -> Message {
    Message::new("telling-next-meeting")
        .with("date", next.date)
        .with("start", aside("telling-next-start", "time", next.start))
        .with(
            "place",
            aside("telling-next-place", "place", next.place.as_ref()),
        )
}

fn hall(view: HallView) -> Message {
    Message::new(match view {
        HallView::Speaker => "telling-hall-speaker",
        HallView::List => "telling-hall-list",
        HallView::Ballot => "telling-hall-ballot",
        HallView::Break => "telling-hall-break",
    })
}

/// A time of day; with its day where that is another than the record's.
fn day_or_clock(at: Moment, time: Moment) -> Arg {
    if at.date_naive() == time.date_naive() {
        Arg::Clock(time)
    } else {
        Arg::Moment(time)
    }
}
