//! Which actions change nothing but what one screen shows: the keys of those who only watch.

use super::{Action, Move};

impl Action {
    /// Whether it turns, scrolls or explains, and asks nothing of the meeting.
    #[must_use]
    pub const fn only_looks(self) -> bool {
        match self {
            Self::NextFace
            | Self::PreviousFace
            | Self::Show(_)
            | Self::Cue
            | Self::Help
            | Self::Repaint
            | Self::Suspend
            | Self::Leave
            | Self::ClearLine
            | Self::DeleteWord
            | Self::PutBack
            | Self::Move(
                Move::Previous
                | Move::Next
                | Move::PageBack
                | Move::PageOn
                | Move::GroupBack
                | Move::GroupOn
                | Move::Open
                | Move::Fold
                | Move::Turn,
            ) => true,
            Self::Next
            | Self::Pause
            | Self::Extend
            | Self::Ask
            | Self::Ballot
            | Self::Pace
            | Self::GiveFloor
            | Self::Order
            | Self::Enrol
            | Self::Agenda
            | Self::Move(Move::Mark | Move::Refuse | Move::Act)
            | Self::Undo
            | Self::Redo
            | Self::Capture
            | Self::Kind
            | Self::EarlierTurn
            | Self::LaterTurn
            | Self::Palette
            | Self::Mouse => false,
        }
    }
}
