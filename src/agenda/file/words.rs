//! The words that agendas use for what can be chosen. Flat tables; the first is the one that holds where nothing is said.

use crate::agenda::{
    Capacity, ContributionKind, HallClock, Interruptions, ItemKind, Method, Voters,
};
use crate::text::Language;

pub const LANGUAGES: &[(&str, Language)] =
    &[("en", Language::English), ("zh-CN", Language::Chinese)];
pub const VOTERS: &[(&str, Voters)] = &[("persons", Voters::Persons), ("units", Voters::Units)];
pub const HALL_CLOCKS: &[(&str, HallClock)] = &[
    ("calm", HallClock::Calm),
    ("red", HallClock::Red),
    ("none", HallClock::None),
];
pub const INTERRUPTIONS: &[(&str, Interruptions)] =
    &[("stop", Interruptions::Stop), ("run", Interruptions::Run)];
pub const METHODS: &[(&str, Method)] = &[
    ("show-of-hands", Method::ShowOfHands),
    ("roll-call", Method::RollCall),
    ("secret", Method::Secret),
];
pub const CAPACITIES: &[(&str, Capacity)] = &[
    ("chair", Capacity::Chair),
    ("secretary", Capacity::Secretary),
    ("member", Capacity::Member),
    ("invited", Capacity::Invited),
    ("observer", Capacity::Observer),
];
pub const ITEM_KINDS: &[(&str, ItemKind)] = &[
    ("opening", ItemKind::Opening),
    ("report", ItemKind::Report),
    ("discussion", ItemKind::Discussion),
    ("round", ItemKind::Round),
    ("motion", ItemKind::Motion),
    ("approval", ItemKind::Approval),
    ("election", ItemKind::Election),
    ("break", ItemKind::Break),
    ("closing", ItemKind::Closing),
];
pub const CONTRIBUTION_KINDS: &[(&str, ContributionKind)] = &[
    ("suggestion", ContributionKind::Suggestion),
    ("offer", ContributionKind::Offer),
    ("request", ContributionKind::Request),
    ("commitment", ContributionKind::Commitment),
    ("question", ContributionKind::Question),
    ("remark", ContributionKind::Remark),
];

/// The keys of each table (`CONTRACT.md` §2). Closed: another key is a mistake.
pub mod keys {
    use crate::text::written::Form;

    /// What its mistakes of form need to know.
    pub const FORM: Form = Form {
        top: TOP,
        repeated: &["item"],
    };
    pub const TOP: &[&str] = &[
        "title",
        "organisation",
        "series",
        "purpose",
        "date",
        "start",
        "end",
        "place",
        "chair",
        "language",
        "rule",
        "quorum",
        "voters",
        "themes",
        "sections",
        "cues",
        "hall_clock",
        "interruptions",
        "items",
        "example",
        "unit",
        "person",
        "item",
    ];
    pub const UNIT: &[&str] = &["name", "short", "group", "budget", "rank", "example"];
    pub const PERSON: &[&str] = &[
        "name", "title", "office", "address", "unit", "group", "capacity", "votes", "rank",
        "example",
    ];
    pub const ITEM: &[&str] = &[
        "title",
        "kind",
        "time",
        "each",
        "speakers",
        "cue",
        "documents",
        "text",
        "version",
        "rule",
        "method",
        "offices",
        "seats",
        "candidates",
        "tellers",
        "recurring",
        "closed",
        "capture",
        "example",
    ];
    pub const SPEAKER: &[&str] = &["who", "time"];
    pub const THEME: &[&str] = &["name", "also"];
    pub const OFFICE: &[&str] = &["name", "seats", "candidates", "rule", "method"];
    pub const TEXT: &[&str] = &["en", "zh"];
    pub const RULE: &[&str] = &[
        "base", "need", "strict", "tie", "blank", "proxies", "each", "kind", "quorum",
    ];
    pub const QUORUM: &[&str] = &["need", "strict"];
    /// All of them.
    pub const TABLES: &[&[&str]] = &[
        TOP, UNIT, PERSON, ITEM, SPEAKER, THEME, OFFICE, TEXT, RULE, QUORUM,
    ];
}
