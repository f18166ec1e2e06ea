//! Quorum and majority arithmetic on integers, and the shipped presets (`RULES.md`): what a rule is, and what it says.
//! Knows numbers, not persons: who is counted is the roll's, what was counted is the ballot's.

mod fraction;
mod presets;
mod quorum;
mod verdict;
mod words;

use serde::{Deserialize, Serialize};

use crate::text::Message;

pub use fraction::{Fraction, FractionMistake};
pub use quorum::Quorum;
pub use verdict::{Casting, Excess, Figure, Figures, Reason, Verdict};

macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// All of them, the unsaid one first.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word for it in agendas, records and JSON.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            /// What that word names; only exactly the word does.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }

            fn is_unsaid(&self) -> bool {
                *self == Self::default()
            }
        }
    };
}

/// What has to be reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The needed share of the base.
    #[default]
    Majority,
    /// Nobody against and somebody for; of those present or entitled: all.
    Unanimous,
    /// Nobody objects; needs no count.
    Acclamation,
}
words!(Kind { Majority = "majority", Unanimous = "unanimous", Acclamation = "acclamation" });

/// Of what the share is taken: the denominator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// For and against.
    #[default]
    Votes,
    /// For, against and abstaining.
    Valid,
    /// Papers returned less blanks; without papers as [`Base::Valid`].
    Cast,
    /// Everybody present.
    Present,
    /// Everybody entitled.
    Entitled,
}
words!(Base { Votes = "votes", Valid = "valid", Cast = "cast", Present = "present", Entitled = "entitled" });

/// What becomes of as many for as against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// It fails.
    #[default]
    Fails,
    /// The chair may decide it.
    Chair,
}
words!(Tie { Fails = "fails", Chair = "chair" });

/// What somebody who represents an absent voter may do for him.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proxies {
    /// Nothing.
    #[default]
    None,
    /// Vote; the represented do not count towards the quorum.
    Vote,
    /// Vote, and count towards the quorum.
    #[serde(rename = "vote and quorum")]
    VoteAndQuorum,
}
words!(Proxies { None = "none", Vote = "vote", VoteAndQuorum = "vote and quorum" });

impl Proxies {
    /// What a representative may do for the quorum: without a say in it, nothing.
    #[must_use]
    pub const fn towards_quorum(self) -> Self {
        match self {
            Self::None | Self::Vote => Self::None,
            Self::VoteAndQuorum => Self::VoteAndQuorum,
        }
    }
}

/// Where the majority must be reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Each {
    /// Among all together.
    #[default]
    All,
    /// In each group of the roster that votes (a dual majority).
    Group,
}
words!(Each { All = "all", Group = "group" });

/// The rule by which a vote passes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rule {
    /// The preset's name; none for a rule of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What has to be reached.
    #[serde(default, skip_serializing_if = "Kind::is_unsaid")]
    pub kind: Kind,
    /// Of what.
    #[serde(default, skip_serializing_if = "Base::is_unsaid")]
    pub base: Base,
    /// Which share of the base; only a majority asks for it.
    #[serde(default, skip_serializing_if = "Fraction::is_half")]
    pub need: Fraction,
    /// Whether the share must be exceeded (过半数, 超过) and not only reached (以上).
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub strict: bool,
    /// What becomes of a tie.
    #[serde(default, skip_serializing_if = "Tie::is_unsaid")]
    pub tie: Tie,
    /// Whether blank papers belong to the base [`Base::Cast`].
    #[serde(default, skip_serializing_if = "is_no")]
    pub blank: bool,
    /// Whether representatives count.
    #[serde(default, skip_serializing_if = "Proxies::is_unsaid")]
    pub proxies: Proxies,
    /// Among whom.
    #[serde(default, skip_serializing_if = "Each::is_unsaid")]
    pub each: Each,
    /// The quorum it brings where the meeting names none; `None` leaves that to `majority`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<Quorum>,
}

fn yes() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
fn is_yes(said: &bool) -> bool {
    *said
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
fn is_no(said: &bool) -> bool {
    !*said
}

impl Default for Rule {
    /// More than half of the votes for and against: the rule `majority`, without a name or a quorum of its own.
    fn default() -> Self {
        Self {
            name: None,
            kind: Kind::Majority,
            base: Base::Votes,
            need: Fraction::HALF,
            strict: true,
            tie: Tie::Fails,
            blank: false,
            proxies: Proxies::None,
            each: Each::All,
            quorum: None,
        }
    }
}

impl Rule {
    /// The preset `majority`: what holds where nothing else is said.
    #[must_use]
    pub fn majority() -> Self {
        Self {
            name: Some("majority".to_owned()),
            quorum: Some(Quorum::MORE_THAN_HALF),
            ..Self::default()
        }
    }

    /// The shipped rule of that name.
    #[must_use]
    pub fn preset(name: &str) -> Option<Self> {
        Self::presets()
            .into_iter()
            .find(|rule| rule.name.as_deref() == Some(name))
    }

    /// All shipped rules, in the order of `config/rules.toml`; each has its name and a quorum.
    #[must_use]
    pub fn presets() -> Vec<Self> {
        presets::read()
    }

    /// Whether no figures whatever could carry under it: more than all is asked for.
    #[must_use]
    pub fn can_never_pass(&self) -> bool {
        self.kind == Kind::Majority && self.need.is_beyond(self.strict)
    }

    /// Whether `clear majority`, declared without a count, is enough: one half of the votes, among all together.
    #[must_use]
    pub fn allows_clear_majority(&self) -> bool {
        self.kind == Kind::Majority
            && self.base == Base::Votes
            && self.need == Fraction::HALF
            && self.each == Each::All
    }

    /// The rule as a sentence: when a vote carries, and what an abstention does.
    #[must_use]
    pub fn explained(&self) -> Message {
        words::explained(self)
    }
}

impl Base {
    /// Its name as read by a person: what the share is taken of.
    #[must_use]
    pub fn named(self) -> Message {
        words::base(self)
    }
}

#[cfg(test)]
mod tests;
