//! From the ballots of a meeting to their entries: one for each vote, one for each round of each office.

use super::of::Numbers;
use super::{BallotEntry, BallotState, CandidateVotes, GroupVotes, Votes};
use crate::meeting::ballot::{Ballot, Counts, Group, State};
use crate::meeting::{BallotId, Meeting, MotionId};
use crate::rules::Figures;

/// The ballots, in order of opening.
pub(super) fn of(meeting: &Meeting, numbers: &Numbers) -> Vec<BallotEntry> {
    meeting
        .ballots
        .all()
        .map(|ballot| entry(meeting, numbers, ballot))
        .collect()
}

/// The last ballot on a motion that was not void, else the last.
pub(super) fn on(meeting: &Meeting, motion: MotionId) -> Option<BallotId> {
    let on_it = || {
        meeting
            .ballots
            .all()
            .rev()
            .filter(|ballot| ballot.motion() == Some(motion))
    };
    on_it()
        .find(|ballot| !matches!(ballot.state, State::Void(_)))
        .or_else(|| on_it().next())
        .map(Ballot::id)
}

fn entry(meeting: &Meeting, numbers: &Numbers, ballot: &Ballot) -> BallotEntry {
    let (opening, figures) = (&ballot.opening, &ballot.figures);
    let of_and_needed = ballot.of_and_needed();
    BallotEntry {
        id: ballot.id(),
        item: numbers.of(opening.item),
        office: ballot.contest().map(|_| opening.question.clone()),
        question: Some(opening.question.clone()).filter(|question| !question.is_empty()),
        method: ballot.method_word(),
        method_named: ballot.method_named(),
        rule: opening.rule.name.clone(),
        base: opening.rule.base,
        state: match ballot.state {
            State::Open => BallotState::Open,
            State::Closed => BallotState::Closed,
            State::Void(_) => BallotState::Void,
        },
        void_reason: ballot.void_reason(),
        round: opening.round,
        seats: ballot.contest().map(|contest| contest.seats),
        entitled: figures.entitled,
        present: figures.present,
        votes: votes(figures),
        blank: figures.blank,
        invalid: figures.invalid,
        issued: figures.issued,
        returned: figures.returned,
        needed: of_and_needed.map(|(_, needed)| needed),
        of: of_and_needed.map(|(of, _)| of),
        carried: ballot.carried,
        casting_vote: figures.casting,
        sentence: if ballot.is_open() {
            None
        } else {
            meeting.ballot_sentence(ballot)
        },
        groups: ballot
            .groups
            .iter()
            .map(|group| group_votes(ballot, group))
            .collect(),
        candidates: candidates(meeting, ballot),
        answers: ballot.answers.clone(),
    }
}

const fn votes(figures: &Figures) -> Votes {
    Votes {
        favour: figures.favour,
        against: figures.against,
        abstaining: figures.abstaining,
    }
}

fn group_votes(ballot: &Ballot, group: &Group) -> GroupVotes {
    GroupVotes {
        group: group.name.name().cloned(),
        votes: votes(&group.figures),
        carried: ballot.carried_in(group),
    }
}

fn candidates(meeting: &Meeting, ballot: &Ballot) -> Vec<CandidateVotes> {
    let Some(contest) = ballot.contest() else {
        return Vec::new();
    };
    contest
        .candidates
        .iter()
        .map(|who| {
            let Counts {
                favour,
                against,
                abstaining,
            } = ballot.counts_of(who).unwrap_or_default();
            CandidateVotes {
                who: who.clone(),
                name: meeting.roster.name(who),
                votes: Votes {
                    favour,
                    against,
                    abstaining,
                },
                elected: (ballot.state == State::Closed).then(|| ballot.elected.contains(who)),
            }
        })
        .collect()
}
