//! Of what documents are made: the meeting as it was planned, and as it went. Owns what may leave the house of both.

use std::sync::Arc;

use crate::agenda::Item;
use crate::archive::Years;
use crate::meeting::Meeting;
use crate::summary::Summary;

/// What documents are made of: how a meeting was planned, and what became of it.
#[derive(Clone, Debug)]
pub struct Source {
    /// What became of it.
    pub summary: Summary,
    /// It before anybody came.
    pub plan: Meeting,
    /// What its series comes to; only documents that need it are given it.
    pub years: Option<Years>,
}

impl Source {
    /// That meeting.
    #[must_use]
    pub fn of(meeting: &Meeting) -> Self {
        let header = (*meeting.header).clone();
        Self {
            summary: Summary::of(meeting),
            plan: Meeting::begin(header, (*meeting.agenda).clone()),
            years: None,
        }
    }

    /// The same with the figures of its series.
    #[must_use]
    pub fn with_years(self, years: Option<Years>) -> Self {
        Self { years, ..self }
    }

    /// The same without the content of closed items. The figures of its series go: they are counted
    /// without it anew.
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
            years: None,
        }
    }
}
