//! What a summary says of persons, numbers, decisions and elections, as messages: the lines that session files and documents share.

use super::{
    ActionEntry, Attendee, BallotEntry, BallotState, CandidateVotes, DecisionEntry, Summary,
};
use crate::agenda::{PersonId, Who};
use crate::text::{Arg, Message};

impl Summary {
    /// A person as documents introduce them: name, office, title and unit, as far as they are known.
    #[must_use]
    pub fn introduced(&self, person: &Attendee) -> Message {
        let unit = person.unit.as_ref().and_then(|unit| self.unit(unit));
        let office = person.offices();
        let id = match (&office, &person.title, unit) {
            (Some(_), Some(_), Some(_)) => "telling-person-office-title-unit",
            (Some(_), Some(_), None) => "telling-person-office-title",
            (Some(_), None, Some(_)) => "telling-person-office-unit",
            (Some(_), None, None) => "telling-person-office",
            (None, Some(_), Some(_)) => "telling-person-title-unit",
            (None, Some(_), None) => "telling-person-title",
            (None, None, Some(_)) => "telling-person-unit",
            (None, None, None) => "summary-person",
        };
        let mut message = Message::new(id).with("name", &person.name);
        if let Some(office) = office {
            message = message.with("office", office);
        }
        if let Some(title) = &person.title {
            message = message.with("title", title);
        }
        if let Some(unit) = unit {
            message = message.with("unit", &unit.name);
        }
        message
    }

    /// That person introduced, or by the id where they are not on the roster.
    #[must_use]
    pub fn introduced_by_id(&self, id: &PersonId) -> Message {
        match self.person(id) {
            Some(person) => self.introduced(person),
            None => Message::new("summary-person").with("name", id.as_str()),
        }
    }

    /// How many were present of how many entitled, and whether that was a quorum.
    #[must_use]
    pub fn numbers(&self) -> Message {
        let sums = &self.sums;
        let quorum = match sums.quorum_met {
            Some(true) => Message::new("summary-quorum"),
            Some(false) => Message::new("summary-no-quorum"),
            None => Message::new("text-nothing"),
        };
        match (sums.present, sums.entitled) {
            (Some(present), Some(entitled)) => Message::new("summary-numbers")
                .with("present", present)
                .with("entitled", entitled),
            (Some(present), None) => {
                Message::new("summary-numbers-present").with("present", present)
            }
            (None, Some(entitled)) => {
                Message::new("summary-numbers-entitled").with("entitled", entitled)
            }
            (None, None) => Message::new("summary-numbers-unknown"),
        }
        .with("quorum", quorum)
    }

    /// Where a thing belongs on the agenda: number and title.
    #[must_use]
    pub fn place(&self, item: Option<usize>) -> Message {
        match item.and_then(|number| self.item(number)) {
            Some(item) => Message::new("summary-item")
                .with("number", item.number)
                .with("title", &item.title),
            None => Message::new("summary-no-item"),
        }
    }

    /// A decision as one sentence, with the reason of its ballot.
    #[must_use]
    pub fn decided(&self, decision: &DecisionEntry) -> Message {
        let ballot = decision
            .ballot
            .and_then(|id| self.ballots.iter().find(|ballot| ballot.id == id));
        decided(decision, ballot.and_then(|ballot| ballot.sentence.clone()))
    }

    /// A decision as one sentence, where its ballot stands beside it.
    #[must_use]
    pub fn decided_plainly(&self, decision: &DecisionEntry) -> Message {
        let ballot = decision.ballot;
        decided(
            decision,
            ballot.map(|id| Message::new("summary-ballot").with("id", id.to_string())),
        )
    }

    /// An action as one sentence: whose, what, by when, and whether it is done.
    #[must_use]
    pub fn acted(&self, action: &ActionEntry) -> Message {
        let due = match (action.done, action.due) {
            (true, _) => Message::new("summary-done"),
            (false, Some(day)) => Message::new("summary-due").with("day", day),
            (false, None) => Message::new("text-nothing"),
        };
        let owner = match &action.owner {
            Some(owner) => Arg::Both(self.called(owner)),
            None => Arg::from(Message::new("summary-no-owner")),
        };
        Message::new("summary-action")
            .with("owner", owner)
            .with("text", &action.text)
            .with("due", due)
    }

    /// Everybody elected: the ballot, the candidate, in order of ballots and papers.
    pub fn elected(&self) -> impl Iterator<Item = (&BallotEntry, &CandidateVotes)> {
        self.ballots
            .iter()
            .filter(|ballot| ballot.state == BallotState::Closed)
            .flat_map(|ballot| {
                ballot
                    .candidates
                    .iter()
                    .filter(|candidate| candidate.elected == Some(true))
                    .map(move |candidate| (ballot, candidate))
            })
    }

    /// An election as one sentence: who, to what, with which figures.
    #[must_use]
    pub fn elected_line(&self, ballot: &BallotEntry, candidate: &CandidateVotes) -> Message {
        let office = match &ballot.office {
            Some(office) => Arg::from(office),
            None => Arg::from(self.place(ballot.item)),
        };
        Message::new("summary-elected")
            .with("name", &candidate.name)
            .with("office", office)
            .with("figures", figures(candidate))
    }

    /// Those names, joined.
    #[must_use]
    pub fn names<'a>(&self, whom: impl IntoIterator<Item = &'a Who>) -> Arg {
        Arg::List(
            whom.into_iter()
                .map(|who| Arg::Both(self.called(who)))
                .collect(),
        )
    }
}

fn decided(decision: &DecisionEntry, reason: Option<Message>) -> Message {
    let outcome = decision.outcome.map_or_else(
        || Message::new("text-nothing"),
        crate::meeting::outcome::Outcome::word,
    );
    let review = decision.review.map_or_else(
        || Message::new("text-nothing"),
        |day| Message::new("summary-review").with("day", day),
    );
    let id = match (&decision.outcome, &decision.text, &reason) {
        (Some(_), Some(_), Some(_)) => "summary-decided-text-reason",
        (Some(_), Some(_), None) => "summary-decided-text",
        (Some(_), None, Some(_)) => "summary-decided-reason",
        (Some(_), None, None) => "summary-decided",
        (None, _, _) => "summary-said",
    };
    let mut message = Message::new(id).with("outcome", outcome);
    if let Some(text) = &decision.text {
        message = message.with("text", text);
    }
    if let Some(reason) = reason {
        message = message.with("reason", reason);
    }
    message.with("review", review)
}

/// For, against and abstaining of a candidate, as far as they were counted.
#[must_use]
pub fn figures(candidate: &CandidateVotes) -> Message {
    let votes = candidate.votes;
    match (votes.favour, votes.against, votes.abstaining) {
        (Some(favour), Some(against), Some(abstaining)) => Message::new("summary-votes-all")
            .with("for", favour)
            .with("against", against)
            .with("abstaining", abstaining),
        (Some(favour), Some(against), None) => Message::new("summary-votes-both")
            .with("for", favour)
            .with("against", against),
        (Some(favour), None, _) => Message::new("summary-votes-for").with("for", favour),
        (None, _, _) => Message::new("summary-votes-none"),
    }
}
