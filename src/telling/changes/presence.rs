//! Who is there and who waits: the roster, the roll with head count and quorum, and the lists of speakers.

use std::sync::Arc;

use super::{Fate, Sides, Told, fates, gone_and_come, named, turned};
use crate::agenda::{Person, Unit, Who};
use crate::meeting::Meeting;
use crate::meeting::floor::{Entry, SpeakerList};
use crate::meeting::roll::Status;
use crate::telling::attendance::acted_for;
use crate::telling::quorum;
use crate::text::{Arg, Message};

/// Who goes from the roster or comes onto it, whose presence changes, and what that does to head count and quorum.
pub(super) fn presence(sides: &Sides) -> Told {
    let mut told = roster(sides);
    told.extend(statuses(sides));
    let (was, is) = (present(sides.before), present(sides.after));
    if was != is {
        told.push(turned("changes-present", was, is));
    }
    told.extend(acted_for(sides.before, sides.after));
    told.extend(quorum(sides.before, sides.after));
    told
}

fn roster(sides: &Sides) -> Told {
    let (before, after) = (&sides.before.roster, &sides.after.roster);
    if Arc::ptr_eq(before, after) {
        return Told::new();
    }
    let units = fates(before.units(), after.units(), |unit| unit.id.clone());
    let persons = fates(before.persons(), after.persons(), |person| {
        person.id.clone()
    });
    let mut told = entered(sides, &units, |unit: &Unit| Who::Unit(unit.id.clone()));
    told.extend(entered(sides, &persons, |person: &Person| {
        Who::Person(person.id.clone())
    }));
    told
}

/// Who goes from the roster or comes onto it, and whose entry changes.
fn entered<T: PartialEq>(sides: &Sides, fates: &[Fate<T>], who: impl Fn(&T) -> Who) -> Told {
    let brief = |meeting: &Meeting, entry: &T| meeting.roster.called(&who(entry));
    let whole = |meeting: &Meeting, entry: &T| {
        Message::new("telling-source-alone").with("who", brief(meeting, entry))
    };
    let mut told = gone_and_come(sides, fates, brief, whole);
    for fate in fates {
        if let Fate::Stays(was, is) = fate
            && was != is
        {
            let name = sides.before.roster.called(&who(was));
            told.push(Message::new("changes-entry-amended").with("name", name));
        }
    }
    told
}

/// Persons whose status changes, together where it changes alike.
fn statuses(sides: &Sides) -> Told {
    let (before, after) = (&sides.before.roll, &sides.after.roll);
    if Arc::ptr_eq(before, after) {
        return Told::new();
    }
    let mut ways: Vec<((Status, Status), Vec<Arg>)> = Vec::new();
    for person in sides.after.roster.persons() {
        let way = (before.status(&person.id), after.status(&person.id));
        let name = sides.after.roster.person_called(&person.id);
        if way.0 == way.1 {
            continue;
        }
        match ways.iter_mut().find(|(known, _)| *known == way) {
            Some((_, names)) => names.push(name),
            None => ways.push((way, vec![name])),
        }
    }
    let tell = |((was, is), names): ((Status, Status), Vec<Arg>)| {
        turned("changes-status", was.word(), is.word()).with("what", named(names.into_iter()))
    };
    ways.into_iter().map(tell).collect()
}

fn present(meeting: &Meeting) -> Message {
    let attendance = meeting.attendance(meeting.item_at_hand());
    Message::new("changes-head-count")
        .with("present", attendance.quorate)
        .with("entitled", attendance.entitled)
}

/// Who leaves the lists of speakers or comes back onto them, and lists that have another order or are closed or open.
pub(super) fn lists(sides: &Sides) -> Told {
    if Arc::ptr_eq(&sides.before.floor, &sides.after.floor) {
        return Told::new();
    }
    let entries = fates(waiting(sides.before), waiting(sides.after), |entry| {
        entry.id
    });
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for fate in &entries {
        match fate {
            Fate::Goes(entry) => gone.push(sides.called(&entry.who)),
            Fate::Comes(entry) => come.push(sides.called(&entry.who)),
            Fate::Stays(..) => {}
        }
    }
    let told = [("changes-list-gone", gone), ("changes-list-come", come)].into_iter();
    told.filter(|(_, names)| !names.is_empty())
        .map(|(id, names)| Message::new(id).with("names", named(names.into_iter())))
        .chain(order_and_door(sides))
        .collect()
}

fn waiting(meeting: &Meeting) -> impl Iterator<Item = &Entry> {
    let lists = meeting
        .progress
        .items()
        .filter_map(|item| meeting.floor.list(item.id));
    lists.flat_map(SpeakerList::entries)
}

fn order_and_door(sides: &Sides) -> Told {
    let mut told = Told::new();
    for item in sides.after.progress.items() {
        let list = |meeting: &Meeting| meeting.floor.list(item.id).cloned().unwrap_or_default();
        let (was, is) = (list(sides.before), list(sides.after));
        let stay = |list: &SpeakerList, other: &SpeakerList| -> Vec<Who> {
            let stays = list
                .entries()
                .filter(|entry| other.entry(entry.id).is_some());
            stays.map(|entry| entry.who.clone()).collect()
        };
        let names = |order: &[Who]| named(order.iter().map(|who| sides.called(who)));
        let (first, then) = (stay(&was, &is), stay(&is, &was));
        if first != then {
            told.push(turned("changes-list-order", names(&first), names(&then)));
        }
        match (was.closed, is.closed) {
            (false, true) => told.push(Message::new("telling-list-closed")),
            (true, false) => told.push(Message::new("telling-list-opened")),
            (true, true) | (false, false) => {}
        }
    }
    told
}
