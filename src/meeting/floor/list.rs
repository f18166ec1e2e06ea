//! The list of speakers of one item. Its order changes only by explicit commands; points of order go ahead of all.

use serde::{Deserialize, Serialize};

use crate::agenda::Who;
use crate::meeting::ids::EntryId;
use crate::text::Text;

/// How a place on the list came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// By the agenda.
    Planned,
    /// By request.
    Asked,
    /// As a point of order.
    Order,
}

/// A place on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// Who waits.
    pub who: Who,
    /// Why.
    pub reason: Option<Text>,
    /// How it came about.
    pub kind: EntryKind,
    /// Own seconds, in place of the item's.
    pub seconds: Option<u32>,
}

/// Those who wait for the floor in one item, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpeakerList {
    entries: Vec<Entry>,
    /// Whether no more requests are taken.
    pub closed: bool,
    /// The seconds for each from the next on, where they were changed.
    pub each: Option<u32>,
}

impl SpeakerList {
    /// Those who wait, in order.
    #[must_use]
    pub fn entries(&self) -> impl ExactSizeIterator<Item = &Entry> {
        self.entries.iter()
    }

    /// That place.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The place that somebody has.
    #[must_use]
    pub fn entry_of(&self, who: &Who) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.who == *who)
    }

    /// Adds a place: a point of order behind earlier ones at the head, anything else at the end.
    pub(super) fn push(&mut self, entry: Entry) {
        let at = match entry.kind {
            EntryKind::Order => self
                .entries
                .iter()
                .take_while(|before| before.kind == EntryKind::Order)
                .count(),
            EntryKind::Planned | EntryKind::Asked => self.entries.len(),
        };
        self.entries.insert(at, entry);
    }

    pub(super) fn give_reason(&mut self, id: EntryId, reason: &Text) {
        if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == id) {
            entry.reason = Some(reason.clone());
        }
    }

    pub(super) fn remove(&mut self, id: EntryId) {
        self.entries.retain(|entry| entry.id != id);
    }

    /// Puts the places in that order; those not named keep theirs behind.
    pub(super) fn reorder(&mut self, order: &[EntryId]) {
        self.entries.sort_by_key(|entry| {
            order
                .iter()
                .position(|id| *id == entry.id)
                .unwrap_or(usize::MAX)
        });
    }
}
