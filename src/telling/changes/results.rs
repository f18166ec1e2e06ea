//! What came of it: decisions, actions, motions, ballots and matters arising that go, come or stand otherwise.

use std::sync::Arc;

use super::{Fate, Sides, Told, fates, gone_and_come, turned};
use crate::meeting::Meeting;
use crate::meeting::ballot::{Ballot, State};
use crate::meeting::motion::Motion;
use crate::meeting::outcome::{Action, Decision, Entered, Matter};
use crate::telling::notes::{action_added, decided};
use crate::text::{Arg, Message};

/// Decisions first, then ballots and motions, actions and matters.
pub(super) fn results(sides: &Sides) -> Told {
    let mut told = decisions(sides);
    told.extend(ballots(sides));
    told.extend(motions(sides));
    told.extend(actions(sides));
    told.extend(matters(sides));
    told
}

fn entry(id: String, text: impl Into<Arg>) -> Message {
    Message::new("changes-entry")
        .with("id", id)
        .with("text", text)
}

fn decisions(sides: &Sides) -> Told {
    let (before, after) = (&sides.before.outcomes, &sides.after.outcomes);
    if Arc::ptr_eq(before, after) {
        return Told::new();
    }
    let decisions = fates(before.decisions(), after.decisions(), |entered| {
        entered.what.id
    });
    let whole = |meeting: &Meeting, entered: &Entered<Decision>| decided(meeting, &entered.what);
    gone_and_come(
        sides,
        &decisions,
        |_, entered| entered.what.id.to_string().into(),
        whole,
    )
}

fn actions(sides: &Sides) -> Told {
    let (before, after) = (&sides.before.outcomes, &sides.after.outcomes);
    if Arc::ptr_eq(before, after) {
        return Told::new();
    }
    let id = |entered: &Entered<Action>| entered.what.id.to_string();
    let actions = fates(before.actions(), after.actions(), |entered| entered.what.id);
    let whole = |meeting: &Meeting, entered: &Entered<Action>| action_added(meeting, &entered.what);
    let mut told = gone_and_come(sides, &actions, |_, thing| id(thing).into(), whole);
    told.extend(answered(&actions, id));
    told
}

fn matters(sides: &Sides) -> Told {
    let (before, after) = (&sides.before.outcomes, &sides.after.outcomes);
    if Arc::ptr_eq(before, after) {
        return Told::new();
    }
    let id = |entered: &Entered<Matter>| entered.what.id.to_string();
    let matters = fates(before.matters(), after.matters(), |entered| entered.what.id);
    let whole = |_: &Meeting, entered: &Entered<Matter>| entry(id(entered), &entered.what.text);
    let mut told = gone_and_come(sides, &matters, |_, thing| id(thing).into(), whole);
    told.extend(answered(&matters, id));
    told
}

/// What becomes of those that stay.
fn answered<T>(fates: &[Fate<Entered<T>>], id: impl Fn(&Entered<T>) -> String) -> Told {
    let answered = |fate: &Fate<Entered<T>>| match fate {
        Fate::Stays(was, is) if was.status != is.status => {
            let sentence = turned("changes-status", was.status.word(), is.status.word());
            Some(sentence.with("what", id(was)))
        }
        Fate::Stays(..) | Fate::Goes(_) | Fate::Comes(_) => None,
    };
    fates.iter().filter_map(answered).collect()
}

fn motions(sides: &Sides) -> Told {
    let (before, after) = (&sides.before.motions, &sides.after.motions);
    if Arc::ptr_eq(before, after) {
        return Told::new();
    }
    let motions = fates(before.all(), after.all(), |motion| motion.id);
    let id = |motion: &Motion| motion.id.to_string();
    let whole = |_: &Meeting, motion: &Motion| entry(id(motion), &motion.text);
    let mut told = gone_and_come(sides, &motions, |_, thing| id(thing).into(), whole);
    for fate in &motions {
        if let Fate::Stays(was, is) = fate
            && was.withdrawn != is.withdrawn
        {
            let sentence = turned("changes-status", standing(was), standing(is));
            told.push(sentence.with("what", id(was)));
        }
    }
    told
}

fn standing(motion: &Motion) -> Message {
    Message::new(if motion.withdrawn {
        "changes-withdrawn"
    } else {
        "changes-standing"
    })
}

fn ballots(sides: &Sides) -> Told {
    let (before, after) = (&sides.before.ballots, &sides.after.ballots);
    if Arc::ptr_eq(before, after) {
        return Told::new();
    }
    let ballots = fates(before.all(), after.all(), Ballot::id);
    let id = |ballot: &Ballot| ballot.id().to_string();
    let whole = |_: &Meeting, ballot: &Ballot| entry(id(ballot), &ballot.opening.question);
    let mut told = gone_and_come(sides, &ballots, |_, thing| id(thing).into(), whole);
    for fate in &ballots {
        if let Fate::Stays(was, is) = fate
            && was != is
        {
            told.push(recounted(was, is).with("what", id(was)));
        }
    }
    told
}

fn recounted(was: &Ballot, is: &Ballot) -> Message {
    if was.state != is.state {
        turned("changes-status", state(was), state(is))
    } else if is.awaits_chair() && !was.awaits_chair() {
        Message::new("changes-tie")
    } else {
        Message::new("changes-recounted")
    }
}

fn state(ballot: &Ballot) -> Message {
    Message::new(match ballot.state {
        State::Open => "changes-ballot-open",
        State::Closed => "changes-ballot-closed",
        State::Void(_) => "changes-ballot-void",
    })
}
