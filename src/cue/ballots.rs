//! What is said around a vote: the question before it, how to vote while it is open, the result after it.

use super::{Cue, cue};
use crate::agenda::{ItemKind, Method};
use crate::meeting::ballot::{Ballot, Event as Balloted, Subject};
use crate::meeting::progress::ItemState;
use crate::meeting::{BallotId, Event, Meeting};
use crate::text::Message;

/// Lines that may be noted before the result counts as announced.
const LINES_MEANWHILE: usize = 16;

/// What is said while a ballot is open, or has just been closed.
pub(super) fn now(meeting: &Meeting) -> Option<Cue> {
    if let Some(ballot) = meeting.ballots.open_ballot() {
        return Some(vote(meeting, ballot));
    }
    let ballot = meeting.ballots.get(just_closed(meeting)?)?;
    let words = Message::new("cue-result").with("question", &ballot.opening.question);
    Some(cue(
        meeting,
        "result",
        words.with("result", meeting.ballot_sentence(ballot)?),
    ))
}

/// The ballot that was closed last, as long as nothing was done since but to note what is said.
fn just_closed(meeting: &Meeting) -> Option<BallotId> {
    let mut latest = meeting.history.records().rev().take(LINES_MEANWHILE);
    let is_line = |event: &Event| matches!(event, Event::Contribution(_));
    let last = latest.find(|record| !record.events.iter().all(is_line))?;
    last.events.iter().find_map(|event| {
        if let Event::Ballot(Balloted::Closed { ballot, .. } | Balloted::Voided { ballot, .. }) =
            event
        {
            Some(*ballot)
        } else {
            None
        }
    })
}

/// How to vote on what is open.
fn vote(meeting: &Meeting, ballot: &Ballot) -> Cue {
    let id = match (&ballot.opening.on, ballot.opening.method) {
        (_, Method::RollCall) => "cue-vote-roll-call",
        (Subject::Office(_), Method::Secret) => "cue-vote-papers-office",
        (_, Method::Secret) => "cue-vote-papers",
        (Subject::Office(_), Method::ShowOfHands) => "cue-vote-hands-office",
        (_, Method::ShowOfHands) => "cue-vote-hands",
    };
    cue(
        meeting,
        "vote",
        Message::new(id).with("question", &ballot.opening.question),
    )
}

/// Putting the question of an item that has no result yet.
pub(super) fn before(meeting: &Meeting, item: &ItemState) -> Option<Cue> {
    if item.outcome.is_some() {
        return None;
    }
    if meeting.is_quorate() == Some(false) {
        let counted = meeting.attendance(Some(item.id));
        let words = Message::new("cue-no-quorum")
            .with("present", counted.quorate)
            .with("needed", meeting.quorum_needed().unwrap_or(0));
        return Some(cue(meeting, "no-quorum", words));
    }
    if item.plan.kind == ItemKind::Election {
        let office = meeting
            .next_office(item.id)
            .and_then(|office| usize::try_from(office).ok());
        let office = office.and_then(|office| {
            meeting
                .offices(item.id)
                .get(office)
                .map(|office| office.name.clone())
        });
        let question = office.unwrap_or_else(|| item.plan.title.clone());
        return Some(cue(
            meeting,
            "question",
            Message::new("cue-question-election").with("question", question),
        ));
    }
    let question = item.plan.text.as_ref().unwrap_or(&item.plan.title);
    Some(cue(
        meeting,
        "question",
        Message::new("cue-question").with("question", question),
    ))
}
