//! Ballots as messages: what a result says and why, methods, reasons. Owns the choice of sentence, not its words.

use super::{
    Answer, Ballot, Declaration, GroupName, Missing, Opening, Shortfall, State, VoidReason,
};
use crate::agenda::{Method, Who};
use crate::meeting::Meeting;
use crate::meeting::election::Standing;
use crate::rules::{Base, Excess, Figures, Reason};
use crate::text::{Arg, Message, Text};

/// A method by name.
pub(super) fn method(method: Method) -> Message {
    Message::new(match method {
        Method::ShowOfHands => "ballot-method-show-of-hands",
        Method::RollCall => "ballot-method-roll-call",
        Method::Secret => "ballot-method-secret",
    })
}

/// A group by name.
pub(super) fn group(name: &GroupName) -> Message {
    name.named()
}

impl GroupName {
    /// It by name.
    #[must_use]
    pub fn named(&self) -> Message {
        match self {
            Self::Named(name) => Message::new("ballot-group").with("group", name),
            Self::Others => Message::new("rules-group-others"),
        }
    }
}

impl Opening {
    /// The method it is put by, by name.
    #[must_use]
    pub fn method_named(&self) -> Message {
        method(self.method)
    }
}

/// Figures that cannot be, with the arithmetic.
pub(super) fn excess(figures: &Figures, excess: Excess) -> Message {
    match excess {
        Excess::Votes { present, .. } => Message::new("ballot-too-many-votes")
            .with("sum", sum(figures))
            .with("present", number(present)),
        Excess::Counted { returned, .. } => Message::new("ballot-too-many-counted")
            .with("sum", sum(figures))
            .with("returned", number(returned)),
        Excess::Issued { issued, present } => Message::new("ballot-too-many-issued")
            .with("issued", number(issued))
            .with("present", number(present)),
        Excess::Returned { returned, issued } => Message::new("ballot-too-many-returned")
            .with("returned", number(returned))
            .with("issued", number(issued)),
    }
}

/// `14 + 9 + 3 = 26`, of what was counted.
pub(super) fn sum(figures: &Figures) -> Arg {
    let parts = [
        figures.favour,
        figures.against,
        figures.abstaining,
        figures.blank,
        figures.invalid,
    ];
    let parts: Vec<String> = parts.iter().flatten().map(ToString::to_string).collect();
    if parts.len() == 1 {
        return number(figures.sum());
    }
    Arg::Text(Text::line(&format!(
        "{} = {}",
        parts.join(" + "),
        figures.sum()
    )))
}

pub(super) fn number(figure: u64) -> Arg {
    Arg::Number(i64::try_from(figure).unwrap_or(i64::MAX))
}

impl Ballot {
    /// The method as `CONTRACT.md` §4 writes it, a declaration in place of a count included.
    #[must_use]
    pub fn method_word(&self) -> &'static str {
        match (self.declaration(), self.opening.method) {
            (Some(Declaration::Consent), _) => "consent",
            (Some(Declaration::ClearMajority), _) => "declared",
            (None, Method::ShowOfHands) => "show-of-hands",
            (None, Method::RollCall) => "roll-call",
            (None, Method::Secret) => "secret",
        }
    }

    /// The method by name.
    #[must_use]
    pub fn method_named(&self) -> Message {
        match self.declaration() {
            Some(Declaration::Consent) => Message::new("ballot-method-consent"),
            Some(Declaration::ClearMajority) => Message::new("ballot-method-declared"),
            None => method(self.opening.method),
        }
    }

    /// Why it is void, where it is.
    #[must_use]
    pub fn void_reason(&self) -> Option<Message> {
        match &self.state {
            State::Open | State::Closed => None,
            State::Void(VoidReason::Said(reason)) => {
                Some(Message::new("ballot-void-said").with("reason", reason))
            }
            State::Void(VoidReason::Papers { returned, issued }) => Some(
                Message::new("ballot-void-papers")
                    .with("returned", *returned)
                    .with("issued", *issued),
            ),
            State::Void(VoidReason::ItemLeft) => Some(Message::new("ballot-void-left")),
        }
    }

    /// The size of the base and the smallest number that carries, in that order. Of an election where they are the same
    /// for every candidate; none where nothing was counted, or something is missing.
    #[must_use]
    pub fn of_and_needed(&self) -> Option<(u64, u64)> {
        if self.declaration().is_some() {
            return None;
        }
        if self.contest().is_none() {
            let verdict = self.verdict().ok()?;
            // A verdict that holds whatever the others did has a base that nobody knows.
            let known = self.opening.rule.knows_base(&self.figures)
                && !matches!(verdict.reason, Reason::ReachedAnyway | Reason::ShortAnyway);
            return known.then_some((verdict.of, verdict.needed));
        }
        let standings = self.standings().ok()?;
        let mut all = standings
            .iter()
            .map(|one| (one.verdict.of, one.verdict.needed));
        let first = all.next()?;
        all.all(|one| one == first).then_some(first)
    }
}

impl Answer {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::For => "ballot-answer-for",
            Self::Against => "ballot-answer-against",
            Self::Abstain => "ballot-answer-abstain",
            Self::None => "ballot-answer-none",
        })
    }
}

impl Meeting {
    /// What a ballot came to, with its reason; while it is open, what the figures so far come to. None where nothing was
    /// counted or something is missing.
    #[must_use]
    pub fn ballot_sentence(&self, ballot: &Ballot) -> Option<Message> {
        if let Some(reason) = ballot.void_reason() {
            return Some(Message::new("ballot-void").with("reason", reason));
        }
        let sentence = if ballot.contest().is_some() {
            self.election_sentence(ballot)?
        } else {
            match ballot.declaration() {
                Some(Declaration::Consent) => Message::new("ballot-consent"),
                Some(Declaration::ClearMajority) => Message::new("ballot-declared"),
                None => ballot.verdict().ok()?.sentence(),
            }
        };
        Some(match ballot.opening.without_quorum {
            None => sentence,
            Some(Shortfall { present, needed }) => Message::new("ballot-without-quorum")
                .with("sentence", sentence)
                .with("present", present)
                .with("needed", needed),
        })
    }

    fn election_sentence(&self, ballot: &Ballot) -> Option<Message> {
        let contest = ballot.contest()?;
        if let Some(declaration) = ballot.declaration() {
            let id = match declaration {
                Declaration::Consent => "election-consent",
                Declaration::ClearMajority => "election-declared",
            };
            return Some(Message::new(id).with("names", self.called_all(&contest.candidates)));
        }
        let standings = ballot.standings().ok()?;
        let some = |is: fn(&Standing) -> bool| -> Vec<&Standing> {
            standings.iter().filter(|one| is(one)).collect()
        };
        let elected = some(|one| one.is_elected);
        let tied = some(|one| one.is_tied);
        let others = some(|one| !one.is_elected && !one.is_tied);
        let left = contest
            .seats
            .saturating_sub(u32::try_from(elected.len()).unwrap_or(u32::MAX));
        let part = |id, of: &[&Standing]| match of {
            [] => Message::new("rules-nothing"),
            _ => Message::new(id).with("names", self.with_votes(of)),
        };
        let elected = if elected.is_empty() {
            Message::new("election-nobody")
        } else {
            part("election-elected", &elected)
        };
        let open = match left {
            0 => Message::new("rules-nothing"),
            _ => Message::new("election-left")
                .with("left", left)
                .with("seats", contest.seats),
        };
        let sentence = Message::new("election-sentence")
            .with("elected", elected)
            .with("others", part("election-others", &others))
            .with("tied", part("election-tied", &tied))
            .with("open", open);
        Some(sentence.with("base", ballot.opening.rule.base.named()))
    }

    fn with_votes(&self, standings: &[&Standing]) -> Arg {
        let one = |standing: &&Standing| {
            let verdict = &standing.verdict;
            let id = match verdict.base {
                Base::Votes | Base::Valid | Base::Cast => "election-with-votes",
                Base::Present => "election-with-present",
                Base::Entitled => "election-with-entitled",
            };
            let message = Message::new(id).with("who", self.roster.called(&standing.who));
            let message = message
                .with("had", number(verdict.had))
                .with("of", number(verdict.of));
            Arg::from(message.with("needed", number(verdict.needed)))
        };
        Arg::List(standings.iter().map(one).collect())
    }

    fn called_all(&self, all: &[Who]) -> Arg {
        super::open::names(self, all)
    }

    /// What is still missing to a result, where something is: for the screen that shows the tally as it is typed.
    #[must_use]
    pub fn ballot_missing(&self, ballot: &Ballot) -> Option<Missing> {
        if ballot.declaration().is_some() {
            None
        } else if ballot.contest().is_some() {
            ballot.standings().err()
        } else {
            ballot.verdict().err()
        }
    }
}
