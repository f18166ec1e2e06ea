//! What lies one step ahead of a meeting, for the key that steps through it: its hint says this, its press does it.

use crate::meeting::Meeting;
use crate::meeting::progress::{ItemState, Stage};

/// One step ahead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ahead<'a> {
    /// The call to order.
    Opening,
    /// The next sitting.
    Reopening,
    /// The next speaker, or the end of the running turn.
    Speaker,
    /// Nobody speaks and nobody is on the list: that item.
    Item(&'a ItemState),
    /// The same in the last item: the adjournment.
    Adjournment,
    /// It is over: its documents.
    Documents,
}

impl<'a> Ahead<'a> {
    /// What lies ahead of the meeting. Costs the length of the agenda at most.
    #[must_use]
    pub fn of(meeting: &'a Meeting) -> Self {
        match meeting.progress.stage() {
            Stage::Planned => Self::Opening,
            Stage::Suspended { .. } => Self::Reopening,
            Stage::Adjourned => Self::Documents,
            Stage::Open if !is_said_out(meeting) => Self::Speaker,
            Stage::Open => meeting
                .progress
                .following()
                .map_or(Self::Adjournment, Self::Item),
        }
    }

    /// The id of two words for it.
    #[must_use]
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Opening => "tui-hint-open",
            Self::Reopening => "tui-hint-reopen",
            Self::Speaker => "tui-hint-next",
            Self::Item(_) => "tui-hint-next-item",
            Self::Adjournment => "tui-hint-adjourn",
            Self::Documents => "tui-hint-documents",
        }
    }
}

/// Whether nobody speaks and nobody is on the list.
fn is_said_out(meeting: &Meeting) -> bool {
    let list = meeting
        .progress
        .place()
        .and_then(|item| meeting.floor.list(item));
    meeting.floor.running().is_none() && list.is_none_or(|list| list.entries().len() == 0)
}
