//! What was corrected after the meeting: who, when, why, and what, record by record. What was taken back again is left out, and so is a
//! correction of which nothing is left. Owns the list; the sentences are `telling`'s.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Seal, Summary};
use crate::meeting::progress::Correction;
use crate::meeting::{Author, Meeting, Record, Thing};
use crate::telling::{self, Step};
use crate::text::{Message, Moment, Text};

/// A correction.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrectionEntry {
    /// Its number, from 1.
    pub number: usize,
    /// When it was begun.
    pub at: Moment,
    /// Who made it.
    pub author: Author,
    /// Why, where it was said.
    pub why: Option<Text>,
    /// What was changed, a record each.
    pub changed: Vec<Changed>,
}

impl CorrectionEntry {
    /// What was changed, in order.
    pub fn what(&self) -> impl Iterator<Item = &Message> {
        self.changed.iter().flat_map(|changed| &changed.told)
    }
}

/// What one record of a correction changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// The record.
    pub record: u64,
    /// What it says.
    pub told: Vec<Message>,
    /// The numbers of the items it concerns.
    pub items: BTreeSet<usize>,
}

/// The corrections of a meeting. Costs a replay where there are any.
pub(super) fn of(meeting: &Meeting) -> Vec<CorrectionEntry> {
    let begun = meeting.progress.corrections();
    let Some(first) = begun.first() else {
        return Vec::new();
    };
    let mut entries: Vec<CorrectionEntry> = Vec::new();
    let mut at = meeting.until(first.seq.saturating_sub(1));
    let later = meeting
        .history
        .shared()
        .skip_while(|record| record.seq < first.seq);
    for record in later {
        let before = at.clone();
        at.apply(Arc::clone(record));
        let known = begun.iter().enumerate();
        if let Some((place, correction)) = known.into_iter().find(|(_, one)| one.seq == record.seq)
        {
            entries.push(entry(place + 1, correction));
        } else if !meeting.history.is_undone(record.seq)
            && let Some(entry) = entries.last_mut()
        {
            let step = Step {
                before: &before,
                after: &at,
                record,
            };
            entry.changed.extend(changed(&step));
        }
    }
    entries.retain(|entry| !entry.changed.is_empty());
    entries
}

/// The seals that the session file had before its corrections.
pub(super) fn seals(meeting: &Meeting) -> Vec<Seal> {
    let corrections = meeting.progress.corrections().iter();
    corrections
        .filter_map(|correction| correction.seal)
        .collect()
}

fn entry(number: usize, correction: &Correction) -> CorrectionEntry {
    CorrectionEntry {
        number,
        at: correction.at,
        author: correction.author.clone(),
        why: correction.why.clone(),
        changed: Vec::new(),
    }
}

fn changed(step: &Step) -> Option<Changed> {
    use crate::meeting::Event;
    use crate::meeting::progress::Event as Progress;
    let is_approval = |event: &Event| {
        matches!(
            event,
            Event::Progress(Progress::Approved { .. }) | Event::Undo(_)
        )
    };
    if step.record.events.iter().any(is_approval) {
        return None;
    }
    let told = telling::corrected(step);
    (!told.is_empty()).then(|| Changed {
        record: step.record.seq,
        told,
        items: items(step.after, step.record),
    })
}

/// The items that a record speaks of, by number.
fn items(meeting: &Meeting, record: &Record) -> BTreeSet<usize> {
    let touched = record.events.iter().flat_map(|event| {
        let touches = event.touches();
        [touches.creates, touches.changes, touches.refers].concat()
    });
    let (floor, outcomes) = (&meeting.floor, &meeting.outcomes);
    let item = |thing: Thing| match thing {
        Thing::Item(id) => Some(id),
        Thing::Turn(id) => floor.turn(id).map(|turn| turn.item),
        Thing::Contribution(id) => meeting.contributions.get(id)?.line.item,
        Thing::Action(id) => {
            let mut actions = outcomes.actions();
            actions.find(|action| action.what.id == id)?.what.item
        }
        Thing::Decision(id) => {
            let mut decisions = outcomes.decisions();
            decisions.find(|decision| decision.what.id == id)?.what.item
        }
        Thing::Opening
        | Thing::Sitting
        | Thing::NextMeeting
        | Thing::Chair
        | Thing::Agenda
        | Thing::Current
        | Thing::Person(_)
        | Thing::Unit(_)
        | Thing::Presence(_)
        | Thing::HeadCount
        | Thing::Figures
        | Thing::Floor
        | Thing::List(_)
        | Thing::Each(_)
        | Thing::Entry(_)
        | Thing::Times
        | Thing::Theme(_)
        | Thing::Likeness(..)
        | Thing::Motion(_)
        | Thing::Ballot(_)
        | Thing::Slate(_)
        | Thing::Matter(_)
        | Thing::Hall => None,
    };
    touched
        .filter_map(item)
        .map(|item| meeting.progress.number(item))
        .collect()
}

impl Summary {
    /// Leaves out what concerns one of those items, with the reason of a correction that does: it may say what was in it.
    pub(super) fn hide_corrections(&mut self, is_closed: impl Fn(usize) -> bool) {
        for entry in &mut self.corrections {
            let all = entry.changed.len();
            let is_open = |changed: &Changed| !changed.items.iter().any(|item| is_closed(*item));
            entry.changed.retain(is_open);
            if entry.changed.len() < all {
                entry.why = None;
            }
        }
        self.corrections.retain(|entry| !entry.changed.is_empty());
    }
}
