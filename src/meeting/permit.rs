//! Who may do what, and when: one exhaustive table. Decided here and nowhere else, for the local keys and for guests alike.

use super::floor::Command as Floor;
use super::progress::{Command as Progress, Stage};
use super::record::{Author, Role};
use super::roll::Command as Roll;
use super::{Command, Meeting, Refusal, contribution, floor, outcome, roster};
use crate::text::{Message, Text};

/// A kind of act, as permissions see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Drive the meeting: items, chair, sittings, hall.
    Preside,
    /// Keep roster and roll.
    KeepRoll,
    /// Give the floor and keep its list and times.
    GiveFloor,
    /// Note what is said.
    Capture,
    /// Mend what oneself noted.
    MendOwn,
    /// Mend what another noted.
    MendOther,
    /// Record decisions, actions and motions.
    Minute,
    /// Take and count votes.
    Count,
    /// Take back what oneself did.
    UndoOwn,
}

/// Whether that role may do that.
#[must_use]
pub const fn may(role: Role, act: Act) -> bool {
    match (role, act) {
        (Role::Chair | Role::CoChair, _)
        | (Role::NoteTaker, Act::Capture | Act::MendOwn | Act::UndoOwn) => true,
        (
            Role::NoteTaker,
            Act::Preside
            | Act::KeepRoll
            | Act::GiveFloor
            | Act::MendOther
            | Act::Minute
            | Act::Count,
        )
        | (Role::Observer, _) => false,
    }
}

/// Refuses what the author's role or the stage of the meeting does not allow.
pub(super) fn permits(
    meeting: &Meeting,
    author: &Author,
    command: &Command,
) -> Result<(), Refusal> {
    if let Command::Several(commands) = command {
        return commands
            .iter()
            .try_for_each(|command| permits(meeting, author, command));
    }
    if !may(author.role, act(meeting, author, command)) {
        return Err(Message::new("permit-not-allowed").into());
    }
    in_stage(meeting, command)
}

fn act(meeting: &Meeting, author: &Author, command: &Command) -> Act {
    match command {
        Command::Progress(_) => Act::Preside,
        Command::Roster(_) | Command::Roll(_) => Act::KeepRoll,
        Command::Floor(_) | Command::Repair(_) => Act::GiveFloor,
        Command::Contribution(command) => on_contribution(meeting, &author.name, command),
        Command::Outcome(outcome::Command::Become { .. }) | Command::Several(_) => Act::Capture,
        Command::Outcome(_) | Command::Motion(_) => Act::Minute,
        Command::Ballot(_) => Act::Count,
        // Whose record it is decides there.
        Command::Undo(_) => Act::UndoOwn,
    }
}

fn on_contribution(meeting: &Meeting, author: &Text, command: &contribution::Command) -> Act {
    use contribution::Command as C;
    let id = match command {
        C::Capture(_) | C::Support { .. } | C::Substitute { .. } | C::Star(_) | C::Liken { .. } => {
            return Act::Capture;
        }
        C::Edit { id, .. }
        | C::SetKind { id, .. }
        | C::File { id, .. }
        | C::Strike { id, .. }
        | C::Answer { id, .. } => id,
        C::Merge { from, .. } => from,
    };
    let own = meeting
        .contributions
        .get(*id)
        .is_none_or(|contribution| contribution.author == *author);
    if own { Act::MendOwn } else { Act::MendOther }
}

/// What the stage of the meeting allows: before it is opened the roll, the agenda and the lists may be prepared and lines
/// noted; between sittings all but floor and votes; after the adjournment only times are mended, until a correction begins.
fn in_stage(meeting: &Meeting, command: &Command) -> Result<(), Refusal> {
    let refusal = |id: &'static str| Err(Refusal::new(Message::new(id)));
    match meeting.progress.stage() {
        Stage::Planned if needs_opening(command) => refusal("permit-not-open"),
        Stage::Suspended { .. } if needs_sitting(command) => refusal("permit-suspended"),
        Stage::Adjourned => after_the_meeting(meeting, command),
        Stage::Planned | Stage::Open | Stage::Suspended { .. } => Ok(()),
    }
}

fn after_the_meeting(meeting: &Meeting, command: &Command) -> Result<(), Refusal> {
    if let Some(approval) = meeting.progress.approved() {
        return Err(approval.refusal());
    }
    if let Command::Progress(Progress::Correct { .. } | Progress::Approve { .. }) = command {
        return Ok(());
    }
    if meeting.progress.is_in_correction() {
        return corrects(command);
    }
    if mends_times(command) {
        return Ok(());
    }
    Err(Message::new("permit-adjourned").into())
}

/// What a correction takes: whatever is said of the meeting, never what was done in it. Each refusal says what is done instead.
fn corrects(command: &Command) -> Result<(), Refusal> {
    let refusal = |id: &'static str| Err(Refusal::new(Message::new(id)));
    match command {
        Command::Progress(progress) => match progress {
            Progress::Item(_)
            | Progress::Retitle { .. }
            | Progress::NextMeeting(_)
            | Progress::Correct { .. }
            | Progress::Approve { .. } => Ok(()),
            Progress::Open { .. }
            | Progress::Suspend { .. }
            | Progress::Reopen
            | Progress::Adjourn(_)
            | Progress::HandChair(_)
            | Progress::ShowHall(_) => refusal("correct-not-the-meeting"),
            Progress::NextItem(_)
            | Progress::PreviousItem
            | Progress::Close { .. }
            | Progress::Add { .. }
            | Progress::Move { .. }
            | Progress::Skip { .. }
            | Progress::Defer(_)
            | Progress::Reload { .. } => refusal("correct-not-the-agenda"),
        },
        Command::Roster(
            roster::Command::Enrol(_)
            | roster::Command::EnrolNamesake(_)
            | roster::Command::Amend { .. },
        )
        | Command::Roll(Roll::Mark { .. } | Roll::Represent { .. })
        | Command::Floor(Floor::HandIn { .. })
        | Command::Repair(_)
        | Command::Outcome(_)
        | Command::Undo(_)
        | Command::Several(_) => Ok(()),
        Command::Roll(
            Roll::StepAway { .. } | Roll::Recuse { .. } | Roll::Count { .. } | Roll::EndCount,
        ) => refusal("correct-not-the-figures"),
        Command::Floor(_) => refusal("correct-not-the-floor"),
        Command::Contribution(contribution) => match contribution {
            contribution::Command::Support { .. } => refusal("correct-not-support"),
            contribution::Command::Capture(draft) if !draft.names_its_source() => {
                refusal("correct-whose")
            }
            contribution::Command::Capture(_)
            | contribution::Command::Substitute { .. }
            | contribution::Command::Edit { .. }
            | contribution::Command::SetKind { .. }
            | contribution::Command::File { .. }
            | contribution::Command::Star(_)
            | contribution::Command::Liken { .. }
            | contribution::Command::Strike { .. }
            | contribution::Command::Merge { .. }
            | contribution::Command::Answer { .. } => Ok(()),
        },
        Command::Motion(_) | Command::Ballot(_) => refusal("correct-not-the-votes"),
    }
}

fn mends_times(command: &Command) -> bool {
    use floor::Repair::{Began, Ended};
    matches!(
        command,
        Command::Repair(Began { .. } | Ended { .. }) | Command::Undo(_)
    )
}

fn needs_opening(command: &Command) -> bool {
    match command {
        Command::Progress(progress) => match progress {
            Progress::Open { .. }
            | Progress::HandChair(_)
            | Progress::NextMeeting(_)
            | Progress::Add { .. }
            | Progress::Move { .. }
            | Progress::Skip { .. }
            | Progress::Defer(_)
            | Progress::Retitle { .. }
            | Progress::Reload { .. }
            | Progress::ShowHall(_)
            | Progress::Correct { .. }
            | Progress::Approve { .. } => false,
            Progress::Suspend { .. }
            | Progress::Reopen
            | Progress::Adjourn(_)
            | Progress::Item(_)
            | Progress::NextItem(_)
            | Progress::PreviousItem
            | Progress::Close { .. } => true,
        },
        Command::Floor(floor) => takes_floor(floor),
        Command::Repair(_) | Command::Outcome(_) | Command::Motion(_) => true,
        Command::Ballot(ballot) => ballot.needs_sitting(),
        Command::Roster(_)
        | Command::Roll(_)
        | Command::Contribution(_)
        | Command::Undo(_)
        | Command::Several(_) => false,
    }
}

fn needs_sitting(command: &Command) -> bool {
    match command {
        Command::Progress(progress) => {
            matches!(
                progress,
                Progress::Item(_)
                    | Progress::NextItem(_)
                    | Progress::PreviousItem
                    | Progress::Close { .. }
            )
        }
        Command::Floor(floor) => takes_floor(floor),
        Command::Ballot(ballot) => ballot.needs_sitting(),
        Command::Roster(_)
        | Command::Roll(_)
        | Command::Repair(_)
        | Command::Contribution(_)
        | Command::Outcome(_)
        | Command::Motion(_)
        | Command::Undo(_)
        | Command::Several(_) => false,
    }
}

fn takes_floor(floor: &Floor) -> bool {
    match floor {
        Floor::Next { .. }
        | Floor::Give(_)
        | Floor::Done
        | Floor::Pause
        | Floor::Continue
        | Floor::Extend(_)
        | Floor::Interpose(_)
        | Floor::HandIn { .. } => true,
        Floor::SetEach(_)
        | Floor::Ask { .. }
        | Floor::Withdraw(_)
        | Floor::First(_)
        | Floor::PlaceAfter { .. }
        | Floor::CloseList
        | Floor::OpenList
        | Floor::OrderFairly => false,
    }
}
