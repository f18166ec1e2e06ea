//! The sums that follow from the rest: how long everybody spoke, how many lines of each unit count.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Sides, Told, turned};
use crate::agenda::Who;
use crate::meeting::Meeting;
use crate::text::{Arg, Moment};

/// Speaking times, then lines.
pub(super) fn totals(sides: &Sides) -> Told {
    let mut told = spoken(sides);
    told.extend(noted(sides));
    told
}

/// Seconds of the floor, turns that last included; a unit of which one person alone spoke is not told beside them.
fn spoken(sides: &Sides) -> Told {
    if Arc::ptr_eq(&sides.before.floor, &sides.after.floor) {
        return Told::new();
    }
    let was = seconds(sides.before, sides.now);
    let is = seconds(sides.after, sides.now);
    let who: BTreeSet<&Who> = was.keys().chain(is.keys()).collect();
    let of = |sums: &BTreeMap<Who, i64>, who: &Who| sums.get(who).copied().unwrap_or_default();
    let mut told = BTreeSet::new();
    let mut sentences = Told::new();
    for who in who {
        let (had, has) = (of(&was, who), of(&is, who));
        let same_as_person = match who {
            Who::Person(id) => {
                let unit = sides.after.roster.unit_of(id).map(|unit| unit.id.clone());
                told.insert((unit, had, has));
                false
            }
            Who::Unit(unit) => told.contains(&(Some(unit.clone()), had, has)),
        };
        if had != has && !same_as_person {
            let sentence = turned("changes-spoken", Arg::Seconds(had), Arg::Seconds(has));
            sentences.push(sentence.with("name", sides.called(who)));
        }
    }
    sentences
}

fn seconds(meeting: &Meeting, now: Moment) -> BTreeMap<Who, i64> {
    let mut sums = BTreeMap::new();
    for turn in meeting.floor.turns() {
        let person = turn.speaker.person.clone().map(Who::Person);
        let unit = turn.speaker.unit.clone().map(Who::Unit);
        for who in person.into_iter().chain(unit) {
            *sums.entry(who).or_default() += turn.seconds(now);
        }
    }
    sums
}

/// How many lines of each unit count.
fn noted(sides: &Sides) -> Told {
    let (before, after) = (&sides.before.contributions, &sides.after.contributions);
    if Arc::ptr_eq(before, after) {
        return Told::new();
    }
    let lines = before.all().chain(after.all());
    let from: BTreeSet<&Who> = lines.flat_map(|line| &line.line.source.by).collect();
    let changed = |who: &&Who| before.noted_from(who) != after.noted_from(who);
    from.into_iter()
        .filter(changed)
        .map(|who| {
            let (was, is) = (before.noted_from(who), after.noted_from(who));
            turned("changes-noted", was, is).with("name", sides.called(who))
        })
        .collect()
}
