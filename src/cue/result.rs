//! What a ballot came to, as the chair says it: names and votes in one sentence. What was needed, and of what, is for those who read:
//! screens and documents have the ballot's own sentence.

use crate::meeting::Meeting;
use crate::meeting::ballot::Ballot;
use crate::meeting::election::Standing;
use crate::rules::{Casting, Reason, Verdict};
use crate::text::{Arg, Message};

/// What it came to; `None` where nothing was counted or something is missing.
pub(super) fn spoken(meeting: &Meeting, ballot: &Ballot) -> Option<Message> {
    let written = ballot.is_void() || ballot.declaration().is_some();
    let result = match ballot.contest() {
        // Without figures there is nothing to leave out.
        _ if written => return meeting.ballot_sentence(ballot),
        Some(contest) => election(meeting, &ballot.standings().ok()?, contest.seats),
        None => vote(ballot, &ballot.verdict().ok()?),
    };
    Some(match ballot.opening.without_quorum {
        None => result,
        Some(_) => Message::new("cue-without-quorum").with("result", result),
    })
}

fn vote(ballot: &Ballot, verdict: &Verdict) -> Message {
    let id = match (&verdict.reason, ballot.figures.casting) {
        (Reason::ReachedByChair, _) => "cue-carried-by-chair",
        (Reason::Tie { .. }, Some(Casting::Against)) => "cue-failed-by-chair",
        (Reason::Tie { .. }, _) => "cue-failed-tie",
        (Reason::GroupFailed { .. }, _) => "cue-failed-group",
        _ if verdict.carried => "cue-carried",
        _ => "cue-failed",
    };
    let counts = ballot.counts();
    let figures = [
        ("ballot-told-for", counts.favour),
        ("ballot-told-against", counts.against),
        ("ballot-told-abstaining", counts.abstaining),
    ];
    let known = figures
        .into_iter()
        .filter_map(|(id, figure)| figure.map(|figure| (id, figure)));
    let said = known.map(|(id, figure)| Arg::from(Message::new(id).with("count", figure)));
    let message = Message::new(id).with("counts", Arg::List(said.collect()));
    match &verdict.reason {
        Reason::GroupFailed {
            group: Some(group), ..
        } => message.with("group", group),
        Reason::GroupFailed { group: None, .. } => {
            message.with("group", Message::new("rules-group-others"))
        }
        _ => message,
    }
}

fn election(meeting: &Meeting, standings: &[Standing], seats: u32) -> Message {
    let some = |is: fn(&Standing) -> bool| -> Vec<&Standing> {
        standings.iter().filter(|one| is(one)).collect()
    };
    let elected = some(|one| one.is_elected);
    let part = |[one, many]: [&'static str; 2], of: &[&Standing]| {
        let said = Message::new(if of.len() == 1 { one } else { many });
        said.with("names", with_votes(meeting, of))
    };
    let first = if elected.is_empty() {
        Message::new("cue-elected-nobody")
    } else {
        part(["cue-elected-one", "cue-elected"], &elected)
    };
    let failed = some(|one| !one.is_elected && !one.is_tied);
    let others = [
        (["cue-not-elected-one", "cue-not-elected"], failed),
        (["cue-tied", "cue-tied"], some(|one| one.is_tied)),
    ];
    let others = others.iter().filter(|(_, of)| !of.is_empty());
    let left = seats.saturating_sub(u32::try_from(elected.len()).unwrap_or(u32::MAX));
    let left = (left > 0).then(|| Message::new("cue-seats-left").with("left", left));
    let more = others.map(|(ids, of)| part(*ids, of)).chain(left);
    more.fold(first, |before, name| {
        Message::new("cue-parted")
            .with("before", before)
            .with("name", name)
    })
}

fn with_votes(meeting: &Meeting, standings: &[&Standing]) -> Arg {
    let one = |standing: &&Standing| {
        let said = Message::new("cue-with-votes").with("who", meeting.roster.called(&standing.who));
        let votes = i64::try_from(standing.verdict.had).unwrap_or(i64::MAX);
        Arg::from(said.with("votes", Arg::Number(votes)))
    };
    Arg::List(standings.iter().map(one).collect())
}
