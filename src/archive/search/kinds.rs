//! The kinds of things that are found and how they can stand, with the words for both. The words a person asks with are those that are
//! shown, of either language, and the English ones of the files.

use crate::agenda::ContributionKind;
use crate::meeting::contribution::Answer;
use crate::meeting::outcome::Outcome;
use crate::meeting::progress::ItemStatus;
use crate::text::Message;

/// What kind of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The meeting itself: its title and purpose.
    Meeting,
    /// An item of the agenda: its title and closing words.
    Item,
    /// A contribution; the chair's in a closing item are the conclusions.
    Contribution(ContributionKind),
    /// A motion or an amendment.
    Motion,
    /// A decision.
    Decision,
    /// An action.
    Action,
    /// A ballot: its question and result.
    Ballot,
    /// A matter arising from an earlier session.
    Matter,
}

impl Kind {
    /// All, in the order in which a person is told of them.
    pub const ALL: [Self; 13] = [
        Self::Contribution(ContributionKind::Suggestion),
        Self::Contribution(ContributionKind::Offer),
        Self::Contribution(ContributionKind::Request),
        Self::Contribution(ContributionKind::Commitment),
        Self::Contribution(ContributionKind::Question),
        Self::Contribution(ContributionKind::Remark),
        Self::Decision,
        Self::Action,
        Self::Motion,
        Self::Ballot,
        Self::Matter,
        Self::Item,
        Self::Meeting,
    ];

    /// The English word that files and JSON have.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Item => "item",
            Self::Contribution(ContributionKind::Suggestion) => "suggestion",
            Self::Contribution(ContributionKind::Offer) => "offer",
            Self::Contribution(ContributionKind::Request) => "request",
            Self::Contribution(ContributionKind::Commitment) => "commitment",
            Self::Contribution(ContributionKind::Question) => "question",
            Self::Contribution(ContributionKind::Remark) => "remark",
            Self::Motion => "motion",
            Self::Decision => "decision",
            Self::Action => "action",
            Self::Ballot => "ballot",
            Self::Matter => "matter",
        }
    }

    /// The list of the session document it stands in (`CONTRACT.md` §4).
    #[must_use]
    pub const fn list(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Item => "items",
            Self::Contribution(_) => "contributions",
            Self::Motion => "motions",
            Self::Decision => "decisions",
            Self::Action => "actions",
            Self::Ballot => "ballots",
            Self::Matter => "matters",
        }
    }

    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::Contribution(kind) => return kind.word(),
            Self::Meeting => "search-kind-meeting",
            Self::Item => "search-kind-item",
            Self::Motion => "search-kind-motion",
            Self::Decision => "search-kind-decision",
            Self::Action => "search-kind-action",
            Self::Ballot => "search-kind-ballot",
            Self::Matter => "search-kind-matter",
        })
    }
}

/// How a found thing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// A contribution, a matter, or an action that is done: what became of it.
    Answer(Answer),
    /// An action that is still to be done.
    ToDo,
    /// A decision: what it was.
    Outcome(Outcome),
    /// An item: how far it is.
    Item(ItemStatus),
}

impl Status {
    /// All, the answers first.
    pub const ALL: [Self; 20] = [
        Self::Answer(Answer::Open),
        Self::Answer(Answer::Answered),
        Self::Answer(Answer::Adopted),
        Self::Answer(Answer::Declined),
        Self::Answer(Answer::Carried),
        Self::Answer(Answer::Done),
        Self::ToDo,
        Self::Outcome(Outcome::Adopted),
        Self::Outcome(Outcome::Rejected),
        Self::Outcome(Outcome::Amended),
        Self::Outcome(Outcome::Deferred),
        Self::Outcome(Outcome::Noted),
        Self::Outcome(Outcome::Elected),
        Self::Outcome(Outcome::SeatsOpen),
        Self::Item(ItemStatus::Planned),
        Self::Item(ItemStatus::Open),
        Self::Item(ItemStatus::Interrupted),
        Self::Item(ItemStatus::Closed),
        Self::Item(ItemStatus::Skipped),
        Self::Item(ItemStatus::Deferred),
    ];

    /// The English word that files and JSON have.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Answer(Answer::Open) | Self::ToDo | Self::Item(ItemStatus::Open) => "open",
            Self::Answer(Answer::Answered) => "answered",
            Self::Answer(Answer::Adopted) | Self::Outcome(Outcome::Adopted) => "adopted",
            Self::Answer(Answer::Declined) => "declined",
            Self::Answer(Answer::Carried) => "carried",
            Self::Answer(Answer::Done) => "done",
            Self::Outcome(Outcome::Rejected) => "rejected",
            Self::Outcome(Outcome::Amended) => "amended",
            Self::Outcome(Outcome::Deferred) | Self::Item(ItemStatus::Deferred) => "deferred",
            Self::Outcome(Outcome::Noted) => "noted",
            Self::Outcome(Outcome::Elected) => "elected",
            Self::Outcome(Outcome::SeatsOpen) => "seats-open",
            Self::Item(ItemStatus::Planned) => "planned",
            Self::Item(ItemStatus::Interrupted) => "interrupted",
            Self::Item(ItemStatus::Closed) => "closed",
            Self::Item(ItemStatus::Skipped) => "skipped",
        }
    }

    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        match self {
            Self::Answer(answer) => answer.word(),
            Self::ToDo => Message::new("search-to-do"),
            Self::Outcome(outcome) => outcome.word(),
            Self::Item(status) => status.word(),
        }
    }
}
