//! From the ballots of a meeting to their entries: one for each vote, one for each office of an election.

use super::of::Numbers;
use super::{BallotEntry, BallotState, CandidateVotes, GroupVotes, Taken, Votes};
use crate::agenda::Who;
use crate::meeting::ballot::{Answer, Ballot, Counts, Declaration, Group, State};
use crate::meeting::{BallotId, Meeting, MotionId};

/// The ballots, in order of opening.
pub(super) fn of(meeting: &Meeting, numbers: &Numbers) -> Vec<BallotEntry> {
    meeting
        .ballots
        .all()
        .map(|ballot| entry(meeting, numbers, ballot))
        .collect()
}

/// The last ballot on a motion.
pub(super) fn on(meeting: &Meeting, motion: MotionId) -> Option<BallotId> {
    let last = meeting
        .ballots
        .all()
        .rev()
        .find(|ballot| ballot.motion() == Some(motion) && !ballot.is_void());
    last.map(Ballot::id)
}

fn entry(meeting: &Meeting, numbers: &Numbers, ballot: &Ballot) -> BallotEntry {
    let (opening, figures) = (&ballot.opening, &ballot.figures);
    let of_and_needed = ballot.of_and_needed();
    BallotEntry {
        id: ballot.id(),
        item: numbers.of(opening.item),
        office: ballot.contest().map(|_| opening.question.clone()),
        question: Some(opening.question.clone()),
        method: match ballot.declaration() {
            None => Taken::By(opening.method),
            Some(Declaration::Consent) => Taken::Consent,
            Some(Declaration::ClearMajority) => Taken::Declared,
        },
        rule: opening.rule.name.clone(),
        base: opening.rule.base,
        state: match ballot.state {
            State::Open => BallotState::Open,
            State::Closed => BallotState::Closed,
            State::Void(_) => BallotState::Void,
        },
        void_reason: ballot.void_reason(),
        round: opening.round,
        entitled: figures.entitled,
        present: figures.present,
        votes: votes(ballot.counts()),
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
            .map(|group| of_group(ballot, group))
            .collect(),
        candidates: candidates(meeting, ballot),
        answers: ballot
            .answers
            .iter()
            .map(|(who, answer)| (who.clone(), word(*answer)))
            .collect(),
    }
}

fn votes(counts: Counts) -> Votes {
    Votes {
        favour: counts.favour,
        against: counts.against,
        abstaining: counts.abstaining,
    }
}

fn of_group(ballot: &Ballot, group: &Group) -> GroupVotes {
    let figures = &group.figures;
    GroupVotes {
        group: group.name.name().cloned(),
        votes: Votes {
            favour: figures.favour,
            against: figures.against,
            abstaining: figures.abstaining,
        },
        carried: ballot.carried_in(group),
    }
}

fn candidates(meeting: &Meeting, ballot: &Ballot) -> Vec<CandidateVotes> {
    let Some(contest) = ballot.contest() else {
        return Vec::new();
    };
    let entry = |who: &Who| CandidateVotes {
        who: who.clone(),
        name: meeting.roster.name(who),
        votes: votes(ballot.counts_of(who).unwrap_or_default()),
        elected: ballot.carried.map(|_| ballot.elected.contains(who)),
    };
    contest.candidates.iter().map(entry).collect()
}

fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::For => "for",
        Answer::Against => "against",
        Answer::Abstain => "abstain",
        Answer::None => "none",
    }
}
