//! Quorum and majority arithmetic on integers, and the shipped presets (`RULES.md`). Knows numbers, not persons.

use serde::{Deserialize, Serialize};

/// A fraction of whole numbers; `den` is never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fraction {
    /// Above the line.
    pub num: u32,
    /// Below the line.
    pub den: u32,
}

/// How many entitled voters must be present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quorum {
    /// None is needed.
    None,
    /// That many persons.
    Number(u32),
    /// A share of the entitled; strict is more than, not strict is at least.
    Share {
        /// The share.
        need: Fraction,
        /// Whether it must be exceeded.
        strict: bool,
    },
}

/// The rule by which a vote passes. (Being completed: `RULES.md` §2.)
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The preset's name, where it is one.
    pub name: Option<String>,
}
