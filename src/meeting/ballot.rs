//! Votes and elections: what was put, how it was counted, what came of it. (The arithmetic is `rules`.)

use serde::{Deserialize, Serialize};

use super::ids::{BallotId, ItemId, MotionId, Touches};
use super::outcome::Outcome;
use super::{Acting, Meeting, Refusal, Stamp};
use crate::agenda::Agenda;

/// What may be asked about ballots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {}

impl Command {
    /// Whether it is refused outside a sitting.
    #[must_use]
    pub fn needs_sitting(&self) -> bool {
        match *self {}
    }
}

/// What happened to ballots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {}

impl Event {
    /// What it does to things.
    #[must_use]
    pub fn touches(&self) -> Touches {
        match *self {}
    }

    /// Whether a ballot is over with it: undo never goes across.
    #[must_use]
    pub fn ends_ballot(&self) -> bool {
        match *self {}
    }
}

/// All ballots.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ballots {}

impl Ballots {
    /// Before any ballot: the candidates and tellers as planned.
    #[must_use]
    pub fn of(_agenda: &Agenda) -> Self {
        Self {}
    }

    /// The ballot that is open.
    #[must_use]
    pub fn open(&self) -> Option<BallotId> {
        None
    }

    /// Whether a motion is being voted on.
    #[must_use]
    pub fn open_on(&self, _motion: MotionId) -> bool {
        false
    }

    /// Whether a motion was voted on, with a result.
    #[must_use]
    pub fn has_result(&self, _motion: MotionId) -> bool {
        false
    }

    /// What the ballots of an item came to.
    #[must_use]
    pub fn outcome_of(&self, _item: ItemId) -> Option<Outcome> {
        None
    }

    pub(super) fn apply(&mut self, event: &Event, _stamp: &Stamp) {
        match *event {}
    }
}

/// The events that void the open ballot, for an adjournment or closing that is insisted on.
pub(super) fn void_open(_meeting: &Meeting) -> Vec<super::Event> {
    Vec::new()
}

pub(super) fn decide(
    _meeting: &Meeting,
    _acting: &Acting,
    command: Command,
) -> Result<Vec<super::Event>, Refusal> {
    match command {}
}
