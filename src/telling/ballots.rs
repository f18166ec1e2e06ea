//! What is told of votes and elections. The result itself is the ballot's own sentence.

use super::{Step, Told};
use crate::meeting::BallotId;
use crate::meeting::ballot::{Ballot, Counts, Declaration, Event, Opening, Papers, Size};
use crate::rules::Casting;
use crate::text::{Arg, Message};

pub(super) fn tell(step: &Step, event: &Event) -> Told {
    let roster = &step.after.roster;
    vec![match event {
        Event::Opened(opening) => opened(step, opening),
        Event::Retaken { size, .. } => {
            Message::new("ballot-told-retaken").with("size", of_size(size))
        }
        Event::Tallied { group, counts, .. } => match group {
            None => counted("ballot-told-tallied", *counts),
            Some(group) => {
                counted("ballot-told-tallied-group", *counts).with("group", group.named())
            }
        },
        Event::Declared { declaration, .. } => Message::new(match declaration {
            Declaration::Consent => "ballot-told-unopposed",
            Declaration::ClearMajority => "ballot-told-clear-majority",
        }),
        Event::Answered { who, answer, .. } => Message::new("ballot-told-answered")
            .with("who", roster.called(who))
            .with("answer", answer.word()),
        Event::PapersCounted { papers, .. } => on_papers(*papers),
        Event::VotersCounted { voters, .. } => {
            Message::new("ballot-told-voters").with("voters", *voters)
        }
        Event::VotesCounted {
            candidate, counts, ..
        } => counted("ballot-told-votes", *counts).with("who", roster.called(candidate)),
        Event::SlateCounted { counts, .. } => counted("ballot-told-slate", *counts),
        Event::TieAnnounced { ballot } => {
            // What to do stands first: the verdict is on the stage as well, and may be cut.
            let ask = Message::new("ballot-told-tie-asks").with("ballot", ballot.to_string());
            return vec![ask, about(step, *ballot, "ballot-told-tie")];
        }
        Event::CastingVoteGiven { vote, .. } => Message::new(match vote {
            Casting::For => "ballot-told-casting-for",
            Casting::Against => "ballot-told-casting-against",
        }),
        Event::TieDropped { ballot } => {
            let before = step.before.ballots.get(*ballot);
            let voted = before.is_some_and(|ballot| ballot.figures.casting.is_some());
            Message::new(if voted {
                "ballot-told-casting-dropped"
            } else {
                "ballot-told-tie-dropped"
            })
        }
        Event::Closed { ballot, .. } => about(step, *ballot, "ballot-told-closed"),
        Event::Voided { ballot, .. } => about(step, *ballot, "ballot-told-voided"),
        Event::Nominated { candidate, .. } => {
            Message::new("ballot-told-nominated").with("who", roster.called(candidate))
        }
        Event::Declined { candidate, .. } => {
            Message::new("ballot-told-declined").with("who", roster.called(candidate))
        }
        Event::TellersNamed { tellers, .. } => {
            let names = tellers
                .iter()
                .map(|teller| roster.person_called(teller))
                .collect();
            Message::new("ballot-told-tellers").with("names", Arg::List(names))
        }
    }]
}

fn opened(step: &Step, opening: &Opening) -> Message {
    let (id, candidates) = match &opening.on {
        crate::meeting::ballot::Subject::Office(contest) => {
            let names = contest
                .candidates
                .iter()
                .map(|who| step.after.roster.called(who))
                .collect();
            (
                "ballot-told-opened-office",
                Some((Arg::List(names), contest.seats)),
            )
        }
        crate::meeting::ballot::Subject::Item | crate::meeting::ballot::Subject::Motion(_) => {
            ("ballot-told-opened", None)
        }
    };
    let message = Message::new(id)
        .with("ballot", opening.ballot.to_string())
        .with("question", &opening.question)
        .with("method", opening.method_named())
        .with("rule", opening.rule.explained())
        .with("size", of_size(&opening.size))
        .with("quorum", quorum(opening));
    match candidates {
        None => message,
        Some((names, seats)) => message
            .with("candidates", names)
            .with("seats", seats)
            .with("round", opening.round),
    }
}

fn quorum(opening: &Opening) -> Message {
    match opening.without_quorum {
        None => Message::new("rules-nothing"),
        Some(short) => Message::new("ballot-told-without-quorum")
            .with("present", short.present)
            .with("needed", short.needed),
    }
}

fn of_size(size: &Size) -> Message {
    let message = |id| Message::new(id);
    match (size.present, size.entitled) {
        (None, None) => message("ballot-told-size-unknown"),
        (Some(present), None) => message("ballot-told-present").with("present", present),
        (None, Some(entitled)) => message("ballot-told-entitled").with("entitled", entitled),
        (Some(present), Some(entitled)) => message("ballot-told-size")
            .with("present", present)
            .with("entitled", entitled),
    }
}

fn counted(id: &'static str, counts: Counts) -> Message {
    let figures = [
        ("ballot-told-for", counts.favour),
        ("ballot-told-against", counts.against),
        ("ballot-told-abstaining", counts.abstaining),
    ];
    Message::new(id).with("counts", listed(&figures))
}

fn on_papers(papers: Papers) -> Message {
    let figures = [
        ("ballot-told-issued", papers.issued),
        ("ballot-told-returned", papers.returned),
        ("ballot-told-blank", papers.blank),
        ("ballot-told-invalid", papers.invalid),
    ];
    Message::new("ballot-told-papers").with("counts", listed(&figures))
}

fn listed(figures: &[(&'static str, Option<u32>)]) -> Arg {
    let known = figures
        .iter()
        .filter_map(|(id, figure)| figure.map(|figure| (*id, figure)));
    Arg::List(
        known
            .map(|(id, figure)| Arg::from(Message::new(id).with("count", figure)))
            .collect(),
    )
}

/// A ballot with what it came to. A record that was undone since has no ballot any more: its id stays.
fn about(step: &Step, id: BallotId, sentence: &'static str) -> Message {
    let ballot: Option<&Ballot> = step.after.ballots.get(id);
    let question = ballot.map_or_else(
        || Arg::from(id.to_string()),
        |ballot| Arg::from(&ballot.opening.question),
    );
    let result = ballot.and_then(|ballot| step.after.ballot_sentence(ballot));
    Message::new(sentence)
        .with("ballot", id.to_string())
        .with("question", question)
        .with(
            "result",
            result.unwrap_or_else(|| Message::new("telling-gone")),
        )
}
