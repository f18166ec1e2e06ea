//! Results: closing a ballot with what it came to, the chair's vote on a tie, and making a ballot void.

use super::count::open;
use super::open::names;
use super::{Ballot, Contest, Declaration, Event, GroupName, Missing, State, Subject, VoidReason};
use crate::agenda::{ItemKind, Method, Who};
use crate::meeting::outcome::{self, Due, Outcome};
use crate::meeting::progress::Resolve;
use crate::meeting::{Acting, Event as Happened, Meeting, Refusal};
use crate::rules::{Casting, Figure, Tie};
use crate::text::{Arg, Message, Text};

/// What the figures come to.
struct Finding {
    carried: bool,
    elected: Vec<Who>,
}

pub(super) fn announce(
    meeting: &Meeting,
    acting: &Acting,
    resolve: Resolve,
) -> Result<Vec<Happened>, Refusal> {
    if meeting.ballots.open().is_none() && decided_by_chair(meeting) {
        return Ok(Vec::new());
    }
    let ballot = open(meeting)?;
    everybody_answered(meeting, ballot, resolve)?;
    if ballot.contest().is_none() && ballot.declaration().is_none() {
        let verdict = ballot
            .verdict()
            .map_err(|missing| incomplete(meeting, ballot, &missing))?;
        if verdict.is_open_to_chair() && !ballot.tie_announced && resolve == Resolve::Plain {
            return Ok(vec![
                Event::TieAnnounced {
                    ballot: ballot.id(),
                }
                .into(),
            ]);
        }
    }
    close(meeting, acting, ballot)
}

/// A tie that was announced is closed by the chair's vote: asking for its result again changes nothing.
fn decided_by_chair(meeting: &Meeting) -> bool {
    let last = meeting.ballots.all().next_back();
    last.is_some_and(|last| {
        last.state == State::Closed && last.tie_announced && last.figures.casting.is_some()
    })
}

fn everybody_answered(meeting: &Meeting, ballot: &Ballot, resolve: Resolve) -> Result<(), Refusal> {
    let silent = ballot.unanswered();
    if resolve == Resolve::Really || ballot.answers.is_empty() || silent.is_empty() {
        return Ok(());
    }
    let message = Message::new("ballot-unanswered").with("names", names(meeting, &silent));
    Err(Refusal::unless_insisted(message, Vec::new()))
}

fn close(meeting: &Meeting, acting: &Acting, ballot: &Ballot) -> Result<Vec<Happened>, Refusal> {
    let Finding { carried, elected } = find(meeting, ballot)?;
    let (decides, item) = match (&ballot.opening.on, ballot.opening.item) {
        (Subject::Office(_), Some(item)) => {
            let office = if carried {
                Outcome::Elected
            } else {
                Outcome::SeatsOpen
            };
            (Some(office), meeting.election_outcome(item, ballot, office))
        }
        (Subject::Office(_), None) => (None, None),
        (Subject::Item, item) => {
            let elects = item
                .and_then(|item| meeting.progress.item(item))
                .is_some_and(|item| item.plan.kind == ItemKind::Election);
            // A question on the way fills no office.
            (Some(plain(carried)), (!elects).then_some(plain(carried)))
        }
        (Subject::Motion(motion), _) => {
            let outcome = on_motion(meeting, *motion, carried);
            (outcome, outcome)
        }
    };
    let ballot_id = ballot.id();
    let closed = Event::Closed {
        ballot: ballot_id,
        carried,
        elected,
        outcome: item,
    };
    let mut events: Vec<Happened> = vec![closed.into()];
    if let Some(outcome) = decides {
        let ahead = meeting.ahead_by(&events, acting);
        let question = ballot.opening.question.get(meeting.agenda.language).clone();
        let item = ballot.opening.item;
        events.push(outcome::decided(
            &ahead,
            item,
            Some(outcome),
            Some(question),
            Some(ballot_id),
            Due::Unsaid,
        ));
    }
    Ok(events)
}

fn plain(carried: bool) -> Outcome {
    if carried {
        Outcome::Adopted
    } else {
        Outcome::Rejected
    }
}

/// An amendment alone decides no item; a motion that carried after one of its amendments did was adopted with changes.
fn on_motion(
    meeting: &Meeting,
    motion: crate::meeting::MotionId,
    carried: bool,
) -> Option<Outcome> {
    let known = meeting.motions.get(motion)?;
    if known.amends.is_some() {
        return None;
    }
    let mut amendments = meeting
        .motions
        .all()
        .filter(|other| other.amends == Some(motion) && !other.withdrawn);
    let changed = amendments.any(|it| {
        meeting
            .ballots
            .result_on(it.id)
            .is_some_and(|ballot| ballot.carried == Some(true))
    });
    Some(if carried && changed {
        Outcome::Amended
    } else {
        plain(carried)
    })
}

fn find(meeting: &Meeting, ballot: &Ballot) -> Result<Finding, Refusal> {
    let declared = ballot.declaration().is_some();
    let Some(contest) = ballot.contest() else {
        let carried = declared
            || ballot
                .verdict()
                .map_err(|missing| incomplete(meeting, ballot, &missing))?
                .carried;
        return Ok(Finding {
            carried,
            elected: Vec::new(),
        });
    };
    let elected: Vec<Who> = if declared {
        contest.candidates.clone()
    } else {
        let standings = ballot
            .standings()
            .map_err(|missing| incomplete(meeting, ballot, &missing))?;
        standings
            .into_iter()
            .filter(|one| one.is_elected)
            .map(|one| one.who)
            .collect()
    };
    Ok(Finding {
        carried: elected.len() >= contest.seats as usize,
        elected,
    })
}

/// What has to be entered before there is a result.
fn incomplete(meeting: &Meeting, ballot: &Ballot, missing: &Missing) -> Refusal {
    match missing {
        Missing::Count => Message::new(match (ballot.contest(), ballot.opening.method) {
            (Some(contest), _) if contest.is_contested() => "election-nothing-counted",
            (Some(_), Method::ShowOfHands | Method::Secret) => "election-nothing-counted-slate",
            (Some(_) | None, Method::RollCall) => "ballot-nothing-answered",
            (None, Method::ShowOfHands | Method::Secret) => {
                match [Declaration::ClearMajority, Declaration::Consent]
                    .map(|way| ballot.may_be_declared(way))
                {
                    [true, true] => "ballot-nothing-counted",
                    [false, true] => "ballot-nothing-counted-consent",
                    [_, false] => "ballot-nothing-counted-tally",
                }
            }
        })
        .into(),
        Missing::Figure(figure) => not_counted(*figure).into(),
        Missing::Groups(groups) => {
            let groups = groups
                .iter()
                .map(|group: &GroupName| Arg::from(super::words::group(group)));
            Message::new("ballot-groups-missing")
                .with("groups", Arg::List(groups.collect()))
                .into()
        }
        Missing::Votes(candidates) => Message::new("election-votes-missing")
            .with("candidates", names(meeting, candidates))
            .into(),
        Missing::Voters => Message::new("election-voters-missing").into(),
    }
}

fn not_counted(figure: Figure) -> Message {
    Message::new(match figure {
        Figure::Entitled => "ballot-missing-entitled",
        Figure::Present => "ballot-missing-present",
        Figure::For => "ballot-missing-for",
        Figure::Against => "ballot-missing-against",
        Figure::Abstaining => "ballot-missing-abstaining",
        Figure::Blank => "ballot-missing-blank",
        Figure::Invalid => "ballot-missing-invalid",
    })
}

pub(super) fn casting_vote(
    meeting: &Meeting,
    acting: &Acting,
    vote: Casting,
) -> Result<Vec<Happened>, Refusal> {
    let ballot = open(meeting)?;
    if ballot.contest().is_some() {
        return Err(Message::new("election-no-casting-vote").into());
    }
    if ballot.opening.rule.tie != Tie::Chair {
        return Err(Message::new("ballot-no-casting-vote")
            .with("rule", ballot.opening.rule.explained())
            .into());
    }
    let verdict = ballot
        .verdict()
        .map_err(|missing| incomplete(meeting, ballot, &missing))?;
    if ballot.figures.casting.is_none() && !verdict.is_open_to_chair() {
        return Err(Message::new("ballot-no-tie")
            .with("verdict", verdict.sentence())
            .into());
    }
    let given = Event::CastingVoteGiven {
        ballot: ballot.id(),
        vote,
    };
    let mut events: Vec<Happened> = vec![given.into()];
    if ballot.tie_announced {
        let ahead = meeting.ahead_by(&events, acting);
        events.extend(close(&ahead, acting, open(&ahead)?)?);
    }
    Ok(events)
}

pub(super) fn void(meeting: &Meeting, reason: Text) -> Result<Vec<Happened>, Refusal> {
    let ballot = open(meeting)?;
    if reason.is_empty() {
        return Err(Message::new("ballot-void-why").into());
    }
    Ok(vec![
        Event::Voided {
            ballot: ballot.id(),
            reason: VoidReason::Said(reason),
        }
        .into(),
    ])
}

/// The events that void the open ballot, for an adjournment or closing that is insisted on.
pub(in crate::meeting) fn void_open(meeting: &Meeting) -> Vec<Happened> {
    let open = meeting.ballots.open();
    let voided = |ballot| {
        Event::Voided {
            ballot,
            reason: VoidReason::ItemLeft,
        }
        .into()
    };
    open.map(voided).into_iter().collect()
}

impl Ballot {
    /// Who was called and has not answered yet, in order of precedence; of a roll call.
    #[must_use]
    pub fn unanswered(&self) -> Vec<Who> {
        let answered = |voter: &&Who| self.answers.iter().any(|(who, _)| who == *voter);
        self.opening
            .voters
            .iter()
            .filter(|voter| !answered(voter))
            .cloned()
            .collect()
    }

    /// The seats of an election that its result left open.
    #[must_use]
    pub fn seats_left(&self) -> u32 {
        let seats = self.contest().map_or(0, |contest: &Contest| contest.seats);
        seats.saturating_sub(u32::try_from(self.elected.len()).unwrap_or(u32::MAX))
    }
}
