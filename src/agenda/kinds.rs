//! The closed lists of words an agenda chooses from: functions, kinds of items and of contributions, ways to vote, what the
//! hall sees. How they are written in a file is [`file`](super::file)'s.

use serde::{Deserialize, Serialize};

use crate::text::Message;

/// In what function a person attends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// Presides.
    Chair,
    /// Keeps the record.
    Secretary,
    /// A member of the body.
    #[default]
    Member,
    /// Invited for this meeting.
    Invited,
    /// Watches.
    Observer,
}

impl Capacity {
    /// Whether somebody in that capacity votes where the roster does not say.
    #[must_use]
    pub const fn votes_unsaid(self) -> bool {
        match self {
            Self::Chair | Self::Member => true,
            Self::Secretary | Self::Invited | Self::Observer => false,
        }
    }

    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::Chair => "agenda-capacity-chair",
            Self::Secretary => "agenda-capacity-secretary",
            Self::Member => "agenda-capacity-member",
            Self::Invited => "agenda-capacity-invited",
            Self::Observer => "agenda-capacity-observer",
        })
    }
}

/// Who the voters are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voters {
    /// Each entitled person.
    #[default]
    Persons,
    /// Each unit that has an entitled person, once.
    Units,
}

/// What the hall display shows of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HallClock {
    /// The clock, never red.
    #[default]
    Calm,
    /// The clock, red when over.
    Red,
    /// No clock.
    None,
}

/// What an interposed question does to the speaker's clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Interruptions {
    /// The clock stops.
    #[default]
    Stop,
    /// The clock runs on.
    Run,
}

/// What happens in an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// Call to order.
    Opening,
    /// Somebody reports.
    Report,
    /// Whoever asks speaks.
    #[default]
    Discussion,
    /// Each unit in turn.
    Round,
    /// A motion is put.
    Motion,
    /// A document is approved.
    Approval,
    /// Offices are filled.
    Election,
    /// A pause of the programme.
    Break,
    /// The chair sums up.
    Closing,
}

impl ItemKind {
    /// All of them, the one that is meant where nothing is said first.
    pub const ALL: [Self; 9] = [
        Self::Discussion,
        Self::Report,
        Self::Round,
        Self::Motion,
        Self::Approval,
        Self::Election,
        Self::Break,
        Self::Opening,
        Self::Closing,
    ];

    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::Opening => "agenda-kind-opening",
            Self::Report => "agenda-kind-report",
            Self::Discussion => "agenda-kind-discussion",
            Self::Round => "agenda-kind-round",
            Self::Motion => "agenda-kind-motion",
            Self::Approval => "agenda-kind-approval",
            Self::Election => "agenda-kind-election",
            Self::Break => "agenda-kind-break",
            Self::Closing => "agenda-kind-closing",
        })
    }
}

/// How a vote is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Hands are counted.
    #[default]
    ShowOfHands,
    /// Each is called by name.
    RollCall,
    /// On papers; only the tally is recorded.
    Secret,
}

/// What kind of thing was noted.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum ContributionKind {
    /// 建议.
    #[default]
    Suggestion,
    /// 资源.
    Offer,
    /// 请求.
    Request,
    /// 承诺.
    Commitment,
    /// 提问.
    Question,
    /// 说明; never a follow-up.
    Remark,
}

impl ContributionKind {
    /// All, in the order in which they are listed and a key turns them.
    pub const ALL: [Self; 6] = [
        Self::Suggestion,
        Self::Offer,
        Self::Request,
        Self::Commitment,
        Self::Question,
        Self::Remark,
    ];
}

/// The names by which an agenda may replace cues, in the order in which a meeting comes to them.
pub const CUES: &[&str] = &[
    "welcome",
    "attendance",
    "apologies",
    "introductions",
    "item",
    "floor",
    "order",
    "handover",
    "one-minute",
    "time-up",
    "anyone",
    "break",
    "no-quorum",
    "question",
    "vote",
    "result",
    "thanks",
    "adjournment",
    "suspended",
];

/// The sections of minutes, in the order they have where an agenda names none.
pub const SECTIONS: &[&str] = &[
    "attendance",
    "matters",
    "items",
    "elected",
    "actions",
    "unheard",
    "figures",
    "next",
    "corrections",
];
