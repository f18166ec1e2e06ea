//! Where the meeting is: whether it is on, which item, who speaks and presides; the times of items and sittings.

use std::sync::Arc;

use super::{Fate, Sides, Told, fates, gone_and_come, none, stretch, stretches, turned};
use crate::meeting::progress::{ItemState, Span};
use crate::meeting::{Meeting, Stage};
use crate::telling::floor::name;
use crate::text::{Arg, Message, Moment};

/// Whether the meeting is on, which item is, who speaks, who presides, and when the next meeting is.
pub(super) fn place(sides: &Sides) -> Told {
    let speaker = |meeting: &Meeting| Some(meeting.floor.running()?.speaker.clone());
    let day = |meeting: &Meeting| Some(meeting.progress.next_meeting()?.date);
    [
        was_and_is(sides, "changes-stage", stage, stage),
        was_and_is(
            sides,
            "changes-item-open",
            |m| m.progress.current(),
            item_open,
        ),
        was_and_is(sides, "changes-speaks", speaker, speaks),
        was_and_is(
            sides,
            "changes-chair",
            |m| m.progress.chair().cloned(),
            chair,
        ),
        was_and_is(sides, "changes-next-meeting", day, next_meeting),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The sentence where that is another thing; another name for the same makes none.
fn was_and_is<T: PartialEq>(
    sides: &Sides,
    id: &'static str,
    thing: impl Fn(&Meeting) -> T,
    called: impl Fn(&Meeting) -> Arg,
) -> Option<Message> {
    let differs = thing(sides.before) != thing(sides.after);
    differs.then(|| turned(id, called(sides.before), called(sides.after)))
}

fn stage(meeting: &Meeting) -> Arg {
    Message::new(match meeting.progress.stage() {
        Stage::Planned => "changes-stage-planned",
        Stage::Open => "changes-stage-open",
        Stage::Suspended { .. } => "changes-stage-suspended",
        Stage::Adjourned => "changes-stage-adjourned",
    })
    .into()
}

fn item_open(meeting: &Meeting) -> Arg {
    let item = meeting.progress.current_item();
    item.map_or_else(none, |item| this(meeting, item).into())
}

fn speaks(meeting: &Meeting) -> Arg {
    let nobody = || Message::new("changes-nobody").into();
    let turn = meeting.floor.running();
    turn.map_or_else(nobody, |turn| name(meeting, Some(turn)))
}

fn chair(meeting: &Meeting) -> Arg {
    let chair = meeting.progress.chair();
    chair.map_or_else(none, |chair| meeting.roster.person_called(chair))
}

fn next_meeting(meeting: &Meeting) -> Arg {
    let next = meeting.progress.next_meeting();
    next.map_or_else(none, |next| Arg::Date(next.date))
}

/// Items that go or come or stand otherwise, their times, and those of the sittings.
pub(super) fn times(sides: &Sides) -> Told {
    let (before, after) = (&sides.before.progress, &sides.after.progress);
    if Arc::ptr_eq(before, after) {
        return Told::new();
    }
    let items = fates(before.items(), after.items(), |item| item.id);
    let mut told = gone_and_come(
        sides,
        &items,
        |meeting, item| this(meeting, item).into(),
        this,
    );
    for fate in &items {
        if let Fate::Stays(was, is) = fate {
            told.extend(item(sides, was, is));
        }
    }
    if before.sittings() != after.sittings() {
        let sentence = turned(
            "changes-times",
            on(before.sittings(), sides.now),
            on(after.sittings(), sides.now),
        );
        told.push(sentence.with("what", Message::new("changes-of-meeting")));
    }
    told
}

fn item(sides: &Sides, was: &ItemState, is: &ItemState) -> Told {
    let (now, outcome) = (sides.now, |item: &ItemState| {
        item.outcome
            .map_or_else(none, |outcome| outcome.word().into())
    });
    let mut told = Told::new();
    if was.spans != is.spans {
        told.push(turned(
            "changes-times",
            on(&was.spans, now),
            on(&is.spans, now),
        ));
    }
    if was.status != is.status {
        let (was, is) = (was.status.word(), is.status.word());
        told.push(turned("changes-status", was, is));
    }
    if was.outcome != is.outcome {
        told.push(turned("changes-outcome", outcome(was), outcome(is)));
    }
    if was.plan.title != is.plan.title {
        told.push(turned("changes-text", &was.plan.title, &is.plan.title));
    }
    let what = Message {
        id: "changes-of-item",
        ..this(sides.before, was)
    };
    let told = told.into_iter();
    told.map(|told| told.with("what", what.clone())).collect()
}

fn this(meeting: &Meeting, item: &ItemState) -> Message {
    Message::new("changes-item")
        .with("number", meeting.progress.number(item.id))
        .with("title", &item.plan.title)
}

fn on(spans: &[Span], now: Moment) -> Message {
    let each = spans.iter().map(|span| stretch(span.from, span.until));
    let seconds = spans.iter().map(|span| span.seconds(now)).sum();
    stretches(each.collect(), seconds)
}
