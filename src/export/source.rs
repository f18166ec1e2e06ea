//! Of what documents are made: the meeting as it was planned, and as it went. Owns what may leave the house of both.

use std::sync::Arc;

use crate::agenda::Item;
use crate::meeting::Meeting;
use crate::summary::Summary;

/// What documents are made of: how a meeting was planned, and what became of it.
#[derive(Clone, Debug)]
pub struct Source {
    /// What became of it.
    pub summary: Summary,
    /// It before anybody came.
    pub plan: Meeting,
}

impl Source {
    /// That meeting.
    #[must_use]
    pub fn of(meeting: &Meeting) -> Self {
        let header = (*meeting.header).clone();
        Self {
            summary: Summary::of(meeting),
            plan: Meeting::begin(header, (*meeting.agenda).clone()),
        }
    }

    /// The same without the content of closed items.
    #[must_use]
    pub fn public(self) -> Self {
        let mut agenda = (*self.plan.agenda).clone();
        agenda
            .items
            .iter_mut()
            .filter(|item| item.closed)
            .for_each(Item::forget_content);
        Self {
            summary: self.summary.public(),
            plan: Meeting::begin(Arc::unwrap_or_clone(self.plan.header), agenda),
        }
    }
}
