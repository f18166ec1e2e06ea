//! What may still happen to the record once the meeting is over: it is corrected, openly and with a reason, until it is approved.
//! Owns when a correction may begin and what an approval asks for; which commands a correction takes is `permit`'s.

use chrono::NaiveDate;

use super::{Event, Progress};
use crate::meeting::ids::ItemId;
use crate::meeting::record::{Author, Seal};
use crate::meeting::{Event as Happened, Meeting, Refusal, Stamp};
use crate::text::{Message, Moment, Text};

/// A correction of the record after the meeting: the records from its own up to the next correction's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The record it begins with.
    pub seq: u64,
    /// When it began.
    pub at: Moment,
    /// Who made it.
    pub author: Author,
    /// Why, where it was said.
    pub why: Option<Text>,
    /// The seal of the session file as it was.
    pub seal: Option<Seal>,
}

impl Correction {
    pub(super) fn new(why: Option<&Text>, seal: Option<Seal>, stamp: &Stamp) -> Self {
        Self {
            seq: stamp.seq,
            at: stamp.at,
            author: stamp.author.clone(),
            why: why.cloned(),
            seal,
        }
    }
}

/// That the record was approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The day.
    pub on: NaiveDate,
    /// The meeting that did it: the stem of its session file.
    pub session: Option<Text>,
    /// Who entered it.
    pub author: Author,
    /// When it was entered.
    pub at: Moment,
}

impl Approval {
    pub(super) fn new(on: NaiveDate, session: Option<&Text>, stamp: &Stamp) -> Self {
        Self {
            on,
            session: session.cloned(),
            author: stamp.author.clone(),
            at: stamp.at,
        }
    }

    /// Why nothing is changed any more, and what is done instead.
    #[must_use]
    pub fn refusal(&self) -> Refusal {
        Message::new("correct-approved").with("day", self.on).into()
    }
}

impl Progress {
    /// The corrections that were begun after the meeting, in order.
    #[must_use]
    pub fn corrections(&self) -> &[Correction] {
        &self.corrections
    }

    /// Whether what is recorded now belongs to a correction.
    #[must_use]
    pub fn is_in_correction(&self) -> bool {
        !self.corrections.is_empty()
    }

    /// That the record was approved, once it was.
    #[must_use]
    pub const fn approved(&self) -> Option<&Approval> {
        self.approved.as_ref()
    }
}

type Decided = Result<Vec<Happened>, Refusal>;

pub(super) fn begin(meeting: &Meeting, why: Option<Text>, seal: Option<Seal>) -> Decided {
    over(meeting)?;
    Ok(vec![Event::CorrectionBegun { why, seal }.into()])
}

/// The commands that follow are about that item, as if it were the one that was open last.
pub(super) fn place(meeting: &Meeting, item: ItemId) -> Decided {
    if meeting.progress.place() == Some(item) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::CorrectionPlaced { item }.into()])
}

pub(super) fn approve(meeting: &Meeting, on: NaiveDate, session: Option<Text>) -> Decided {
    let adjourned = over(meeting)?.date_naive();
    if on < adjourned {
        return Err(Message::new("correct-approved-before")
            .with("day", on)
            .with("held", adjourned)
            .into());
    }
    Ok(vec![Event::Approved { on, session }.into()])
}

/// When the meeting ended; refused while it goes on, and once its record is approved.
fn over(meeting: &Meeting) -> Result<Moment, Refusal> {
    if let Some(approval) = meeting.progress.approved() {
        return Err(approval.refusal());
    }
    let refusal = || Refusal::new(Message::new("correct-not-over"));
    meeting.progress.adjourned().ok_or_else(refusal)
}
