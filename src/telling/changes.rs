//! What a person must see before they say yes: the differences between two states of one meeting, as sentences. Pure; says
//! nothing of the record that makes the difference, and decides nothing.
//!
//! In a fixed order, what cannot be reckoned from the rest first: where the meeting is and who speaks, times, persons, lines,
//! presence, results, the list; then the sums that follow from them. Costs the size of the meeting at most; a topic that both
//! states share is not looked at.

mod course;
mod lines;
mod presence;
mod results;
mod totals;
mod turns;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Step, Told};
use crate::agenda::Who;
use crate::meeting::Meeting;
use crate::text::{Arg, Message, Moment};

/// The most sentences; what is longer ends with how many more there are.
const MOST: usize = 12;
/// The most names or ids in one sentence.
const MOST_NAMED: usize = 10;
/// The most things that go or come that are told whole; of more only the ids are.
const MOST_WHOLE: usize = 2;

/// What is different in `after`, the most important first, running times as they are at `now`; empty where nothing is. At most
/// twelve sentences, the last of which says how many more there would be.
#[must_use]
pub fn changes(before: &Meeting, after: &Meeting, now: Moment) -> Vec<Message> {
    let sides = Sides { before, after, now };
    let mut told = course::place(&sides);
    told.extend(turns::times(&sides));
    told.extend(course::times(&sides));
    told.extend(turns::persons(&sides));
    told.extend(lines::lines(&sides));
    told.extend(presence::presence(&sides));
    told.extend(results::results(&sides));
    told.extend(presence::lists(&sides));
    told.extend(totals::totals(&sides));
    if told.is_empty() && sides.differ() {
        told.push(Message::new("changes-other"));
    }
    cut(told)
}

/// What a record mended, as it was and as it is: times, whose turn it was, lines.
pub(super) fn mended(step: &Step) -> Told {
    let sides = Sides {
        before: step.before,
        after: step.after,
        now: step.record.at,
    };
    let mut told = turns::times(&sides);
    told.extend(course::times(&sides));
    told.extend(turns::persons(&sides));
    told.extend(lines::lines(&sides));
    told
}

fn cut(mut told: Told) -> Told {
    if told.len() > MOST {
        let more = told.len() - (MOST - 1);
        told.truncate(MOST - 1);
        told.push(Message::new("changes-more").with("count", more));
    }
    told
}

/// Two states of one meeting, and when they are looked at.
struct Sides<'a> {
    before: &'a Meeting,
    after: &'a Meeting,
    now: Moment,
}

impl Sides<'_> {
    /// What that person or unit is called, in whichever state knows them.
    fn called(&self, who: &Who) -> Arg {
        let is_known = match who {
            Who::Person(id) => self.after.roster.person(id).is_some(),
            Who::Unit(id) => self.after.roster.unit(id).is_some(),
        };
        let meeting = if is_known { self.after } else { self.before };
        meeting.roster.called(who)
    }

    fn differ(&self) -> bool {
        let (before, after) = (self.before, self.after);
        differs(&before.agenda, &after.agenda)
            || differs(&before.roster, &after.roster)
            || differs(&before.roll, &after.roll)
            || differs(&before.progress, &after.progress)
            || differs(&before.floor, &after.floor)
            || differs(&before.contributions, &after.contributions)
            || differs(&before.outcomes, &after.outcomes)
            || differs(&before.motions, &after.motions)
            || differs(&before.ballots, &after.ballots)
    }
}

fn differs<T: PartialEq>(before: &Arc<T>, after: &Arc<T>) -> bool {
    !Arc::ptr_eq(before, after) && before != after
}

/// What becomes of a thing from one state to the other.
enum Fate<'a, T> {
    Goes(&'a T),
    Comes(&'a T),
    Stays(&'a T, &'a T),
}

/// The fates of all things of one kind, in the order of their keys.
fn fates<'a, T, K: Ord>(
    before: impl Iterator<Item = &'a T>,
    after: impl Iterator<Item = &'a T>,
    key: impl Fn(&T) -> K,
) -> Vec<Fate<'a, T>> {
    let mut both: BTreeMap<K, (Option<&T>, Option<&T>)> = BTreeMap::new();
    before.for_each(|thing| both.entry(key(thing)).or_default().0 = Some(thing));
    after.for_each(|thing| both.entry(key(thing)).or_default().1 = Some(thing));
    let fate = |sides| match sides {
        (Some(was), Some(is)) => Some(Fate::Stays(was, is)),
        (Some(was), None) => Some(Fate::Goes(was)),
        (None, Some(is)) => Some(Fate::Comes(is)),
        (None, None) => None,
    };
    both.into_values().filter_map(fate).collect()
}

/// What goes and what comes: few things whole, of many what each is called.
fn gone_and_come<T>(
    sides: &Sides,
    fates: &[Fate<T>],
    brief: impl Fn(&Meeting, &T) -> Arg,
    whole: impl Fn(&Meeting, &T) -> Message,
) -> Told {
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for fate in fates {
        match fate {
            Fate::Goes(thing) => gone.push(*thing),
            Fate::Comes(thing) => come.push(*thing),
            Fate::Stays(..) => {}
        }
    }
    let tell = |single, many, meeting, things: Vec<&T>| -> Told {
        if things.len() > MOST_WHOLE {
            let names = named(things.iter().map(|thing| brief(meeting, thing)));
            let message = Message::new(many).with("count", things.len());
            return vec![message.with("names", names)];
        }
        let one = |thing: &&T| Message::new(single).with("what", whole(meeting, thing));
        things.iter().map(one).collect()
    };
    let mut told = tell("changes-gone", "changes-gone-many", sides.before, gone);
    told.extend(tell("changes-come", "changes-come-many", sides.after, come));
    told
}

/// Those names or ids; of many the first, and how many more.
fn named(names: impl Iterator<Item = Arg>) -> Arg {
    let mut names: Vec<Arg> = names.collect();
    if names.len() > MOST_NAMED {
        let more = names.len() - (MOST_NAMED - 1);
        names.truncate(MOST_NAMED - 1);
        names.push(Message::new("changes-others").with("count", more).into());
    }
    Arg::List(names)
}

/// A sentence with what was and what is.
pub(super) fn turned(id: &'static str, was: impl Into<Arg>, is: impl Into<Arg>) -> Message {
    Message::new(id).with("was", was).with("is", is)
}

pub(super) fn none() -> Arg {
    Message::new("changes-none").into()
}

/// A stretch of time: from when to when.
fn stretch(from: Moment, until: Option<Moment>) -> Arg {
    match until {
        Some(until) => Message::new("changes-stretch")
            .with("from", Arg::Clock(from))
            .with("until", Arg::Clock(until))
            .into(),
        None => Message::new("changes-stretch-lasting")
            .with("from", Arg::Clock(from))
            .into(),
    }
}

/// Stretches of time, and how long they are together.
fn stretches(stretches: Vec<Arg>, seconds: i64) -> Message {
    if stretches.is_empty() {
        return Message::new("changes-never");
    }
    Message::new("changes-stretches")
        .with("stretches", stretches)
        .with("time", Arg::Seconds(seconds))
}
