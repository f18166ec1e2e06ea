//! What is said around a vote: the question before it, how to vote while it is open, the result after it.

use super::{Cue, cue};
use crate::agenda::{ItemKind, Method, Office};
use crate::meeting::ballot::{Ballot, Event as Balloted, Subject};
use crate::meeting::progress::ItemState;
use crate::meeting::{BallotId, Event, Meeting};
use crate::text::{Bilingual, Message};

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
        words.with("result", super::result::spoken(meeting, ballot)?),
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

/// What is said around the votes that an item asks for, before any was taken: for each how to vote, and the result, in whose place
/// `result` stands; then what comes next.
#[must_use]
pub fn votes(meeting: &Meeting, item: &ItemState, result: &Message) -> Vec<Cue> {
    let offices = meeting.offices(item.id);
    let subjects: Vec<(Asked, Bilingual, Option<Method>)> = if item.plan.kind == ItemKind::Election
    {
        let office = |office: Office| {
            let method = office.method.or(item.plan.method);
            (Asked::Office, office.name, method)
        };
        offices.into_iter().map(office).collect()
    } else {
        let question = item.plan.text.as_ref().unwrap_or(&item.plan.title);
        vec![(Asked::Question, question.clone(), item.plan.method)]
    };
    let around = |(asked, question, method): (Asked, Bilingual, Option<Method>)| {
        let announced = Message::new("cue-result")
            .with("question", &question)
            .with("result", result.clone());
        [
            how(meeting, asked, method.unwrap_or_default(), &question),
            cue(meeting, "result", announced),
        ]
    };
    let onward = super::onward(meeting, Some(item));
    subjects
        .into_iter()
        .flat_map(around)
        .chain([onward])
        .collect()
}

/// What a vote is on.
#[derive(Clone, Copy)]
enum Asked {
    /// Who holds an office.
    Office,
    /// A question.
    Question,
}

/// How to vote on what is open.
fn vote(meeting: &Meeting, ballot: &Ballot) -> Cue {
    let asked = match ballot.opening.on {
        Subject::Office(_) => Asked::Office,
        _ => Asked::Question,
    };
    how(
        meeting,
        asked,
        ballot.opening.method,
        &ballot.opening.question,
    )
}

fn how(meeting: &Meeting, asked: Asked, method: Method, question: &Bilingual) -> Cue {
    let id = match (asked, method) {
        (_, Method::RollCall) => "cue-vote-roll-call",
        (Asked::Office, Method::Secret) => "cue-vote-papers-office",
        (Asked::Question, Method::Secret) => "cue-vote-papers",
        (Asked::Office, Method::ShowOfHands) => "cue-vote-hands-office",
        (Asked::Question, Method::ShowOfHands) => "cue-vote-hands",
    };
    cue(meeting, "vote", Message::new(id).with("question", question))
}

/// Putting a question.
fn put(meeting: &Meeting, asked: Asked, question: &Bilingual) -> Cue {
    let id = match asked {
        Asked::Office => "cue-question-election",
        Asked::Question => "cue-question",
    };
    cue(
        meeting,
        "question",
        Message::new(id).with("question", question),
    )
}

/// Putting the question of an item that has no result yet.
pub(super) fn before(meeting: &Meeting, item: &ItemState) -> Option<Cue> {
    if item.outcome.is_some() {
        return None;
    }
    if let Some(counted) = meeting.quorum().filter(|counted| !counted.is_met()) {
        let words = Message::new("cue-no-quorum")
            .with("present", counted.present)
            .with("needed", counted.needed);
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
        return Some(put(meeting, Asked::Office, &question));
    }
    let question = item.plan.text.as_ref().unwrap_or(&item.plan.title);
    Some(put(meeting, Asked::Question, question))
}
