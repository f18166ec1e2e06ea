//! What came of a meeting, as templates see it: decisions, elections, actions, ballots.

use minijinja::context;
use minijinja::value::Value;

use super::View;
use crate::agenda::{ItemKind, Who};
use crate::meeting::outcome::Outcome;
use crate::summary::{ActionEntry, BallotEntry, BallotState, CandidateVotes, DecisionEntry, Votes};
use crate::text::{Bilingual, Text};

impl View<'_> {
    /// What was adopted in motions and approvals: the texts, in order.
    pub(super) fn adopted(&self) -> Value {
        let adopted = self.summary().decisions.iter().filter(|decision| {
            let item = decision.item.and_then(|number| self.summary().item(number));
            let votes =
                item.is_none_or(|item| matches!(item.kind, ItemKind::Motion | ItemKind::Approval));
            votes && matches!(decision.outcome, Some(Outcome::Adopted | Outcome::Amended))
        });
        adopted.map(|decision| self.decision(decision)).collect()
    }

    /// Every decision.
    pub(super) fn decisions(&self) -> Value {
        let decisions = self.summary().decisions.iter();
        decisions.map(|decision| self.decision(decision)).collect()
    }

    fn decision(&self, decision: &DecisionEntry) -> Value {
        let summary = self.summary();
        let item = decision.item.and_then(|number| summary.item(number));
        let ballot = decision.ballot;
        let ballot = ballot.and_then(|id| summary.ballots.iter().find(|ballot| ballot.id == id));
        let documents = item.map(|item| &item.documents);
        context! {
            id => decision.id.to_string(),
            item => item.map(|item| item.number),
            title => item.map(|item| self.words(&item.title)),
            outcome => decision.outcome.map(|outcome| self.locale.say(&outcome.word())),
            text => self.maybe(decision.text.as_ref()),
            // The sentence whole, with the reason of its ballot, and without.
            sentence => self.say(&summary.decided(decision)),
            reason => ballot.and_then(|ballot| ballot.sentence.as_ref()).map(|said| self.locale.say(said)),
            documents => documents.into_iter().flatten().map(Text::as_str).collect::<Value>(),
            review => self.write_maybe(decision.review),
            later => self.later(decision.id),
        }
    }

    /// Who was elected, office by office.
    pub(super) fn elected(&self) -> Value {
        let mut offices: Vec<(Option<&Bilingual>, Vec<&CandidateVotes>)> = Vec::new();
        for (ballot, candidate) in self.summary().elected() {
            let office = ballot.office.as_ref();
            match offices.iter_mut().find(|(known, _)| *known == office) {
                Some((_, elected)) => elected.push(candidate),
                None => offices.push((office, vec![candidate])),
            }
        }
        let office = |(office, elected): (Option<&Bilingual>, Vec<&CandidateVotes>)| {
            context! {
                office => self.maybe(office),
                count => elected.len(),
                names => elected.iter().map(|one| self.text(&one.name)).collect::<Value>(),
            }
        };
        offices.into_iter().map(office).collect()
    }

    /// Every action.
    pub(super) fn actions(&self) -> Value {
        let actions = self.summary().actions.iter();
        actions.map(|action| self.action(action)).collect()
    }

    pub(super) fn action(&self, action: &ActionEntry) -> Value {
        context! {
            id => action.id.to_string(),
            owner => action.owner.as_ref().map(|owner| self.called(owner)),
            text => action.text.as_str(),
            due => self.write_maybe(action.due),
            done => action.done,
            later => self.later(action.id),
            from => action.from.map(|id| id.to_string()),
        }
    }

    /// Every ballot.
    pub(super) fn ballots(&self) -> Value {
        let ballots = self.summary().ballots.iter();
        ballots.map(|ballot| self.ballot(ballot)).collect()
    }

    fn ballot(&self, ballot: &BallotEntry) -> Value {
        let summary = self.summary();
        let item = ballot.item.and_then(|number| summary.item(number));
        let tellers = item.map(|item| item.tellers.iter().cloned().map(Who::Person));
        let tellers: Vec<Who> = tellers.into_iter().flatten().collect();
        context! {
            id => ballot.id.to_string(),
            item => item.map(|item| item.number),
            title => item.map(|item| self.words(&item.title)),
            question => self.maybe(ballot.question.as_ref()),
            office => self.maybe(ballot.office.as_ref()),
            method => self.say(&ballot.method_named),
            round => ballot.round,
            open => ballot.state == BallotState::Open,
            void => ballot.void_reason.as_ref().map(|reason| self.locale.say(reason)),
            votes => votes(&ballot.votes),
            blank => ballot.blank,
            invalid => ballot.invalid,
            issued => ballot.issued,
            returned => ballot.returned,
            entitled => ballot.entitled,
            present => ballot.present,
            needed => ballot.needed,
            of => ballot.of,
            sentence => ballot.sentence.as_ref().map(|said| self.locale.say(said)),
            tellers => self.names(&tellers),
            candidates => ballot.candidates.iter().map(|one| self.candidate(one)).collect::<Value>(),
            groups => ballot.groups.iter().map(|group| context! {
                name => group.group.as_ref().map(Text::as_str),
                votes => votes(&group.votes),
            }).collect::<Value>(),
        }
    }

    fn candidate(&self, candidate: &CandidateVotes) -> Value {
        context! {
            name => self.text(&candidate.name),
            votes => votes(&candidate.votes),
            elected => candidate.elected,
        }
    }
}

/// For, against, abstaining; what nobody counted is nothing.
fn votes(votes: &Votes) -> Value {
    context! {
        yes => votes.favour,
        no => votes.against,
        abstaining => votes.abstaining,
    }
}
