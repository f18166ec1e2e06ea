//! How many entitled voters must be present before a meeting may act. Presence, not votes.

use serde::{Deserialize, Serialize};

use super::Fraction;
use crate::text::Message;

/// How many entitled voters must be present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Quorum {
    /// None is needed.
    None,
    /// That many.
    Number(u32),
    /// A share of the entitled; strict is more than, not strict is at least.
    Share {
        /// The share.
        need: Fraction,
        /// Whether it must be exceeded.
        strict: bool,
    },
}

impl Quorum {
    /// What `majority` and most presets ask for.
    pub const MORE_THAN_HALF: Self = Self::Share {
        need: Fraction::HALF,
        strict: true,
    };

    /// The smallest number present that is enough, of so many entitled; it may be more than there are, where nothing is.
    #[must_use]
    pub fn needed(&self, entitled: u64) -> u64 {
        match *self {
            Self::None => 0,
            Self::Number(number) => u64::from(number),
            Self::Share { need, strict } => need.smallest(strict, entitled),
        }
    }

    /// Whether so many present are enough, of so many entitled.
    #[must_use]
    pub fn is_met(&self, present: u64, entitled: u64) -> bool {
        present >= self.needed(entitled)
    }

    /// Whether not even everybody entitled would be enough, whatever their number.
    #[must_use]
    pub fn can_never_be_met(&self) -> bool {
        match *self {
            Self::None | Self::Number(_) => false,
            Self::Share { need, strict } => need.is_beyond(strict),
        }
    }

    /// The quorum as a sentence.
    #[must_use]
    pub fn explained(&self) -> Message {
        match *self {
            Self::None => Message::new("rules-quorum-none"),
            Self::Number(number) => Message::new("rules-quorum-number").with("number", number),
            Self::Share { need, strict } => {
                Message::new("rules-quorum-share").with("share", super::words::share(need, strict))
            }
        }
    }
}

/// As files write it: `"none"`, `7`, or `{ need = "1/2", strict = true }`.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Written {
    Number(u32),
    Word(String),
    Share {
        need: Fraction,
        #[serde(default = "super::yes")]
        strict: bool,
    },
}

impl TryFrom<Written> for Quorum {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        match written {
            Written::Number(number) => Ok(Self::Number(number)),
            Written::Word(word) if word == "none" => Ok(Self::None),
            Written::Word(word) => Err(format!("no quorum: {word}")),
            Written::Share { need, strict } => Ok(Self::Share { need, strict }),
        }
    }
}

impl From<Quorum> for Written {
    fn from(quorum: Quorum) -> Self {
        match quorum {
            Quorum::None => Self::Word("none".to_owned()),
            Quorum::Number(number) => Self::Number(number),
            Quorum::Share { need, strict } => Self::Share { need, strict },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(num: u32, den: u32, strict: bool) -> Quorum {
        Quorum::Share {
            need: Fraction::new(num, den).expect("neither is 0"),
            strict,
        }
    }

    #[test]
    fn more_than_half_and_at_least_half_differ_by_one_of_an_even_number() {
        assert_eq!(share(1, 2, true).needed(58), 30);
        assert_eq!(share(1, 2, false).needed(58), 29);
        assert_eq!(share(1, 2, true).needed(57), 29);
        assert_eq!(share(1, 2, false).needed(57), 29);
    }

    #[test]
    fn two_thirds_are_exact_at_every_multiple_of_three() {
        for entitled in (0..3_000).step_by(3) {
            let quorum = share(2, 3, false);
            assert!(quorum.is_met(entitled / 3 * 2, entitled), "{entitled}");
            assert!(
                entitled == 0 || !quorum.is_met(entitled / 3 * 2 - 1, entitled),
                "{entitled}"
            );
        }
    }

    #[test]
    fn no_quorum_is_met_by_nobody_and_a_number_by_that_many() {
        assert!(Quorum::None.is_met(0, 58));
        assert!(!Quorum::Number(7).is_met(6, 58));
        assert!(Quorum::Number(7).is_met(7, 58));
    }

    #[test]
    fn an_empty_roll_has_no_more_than_half() {
        assert!(!Quorum::MORE_THAN_HALF.is_met(0, 0));
    }

    #[test]
    fn a_quorum_is_written_as_the_agenda_writes_it() {
        for (quorum, json) in [
            (Quorum::None, r#""none""#),
            (Quorum::Number(7), "7"),
            (share(2, 3, false), r#"{"need":"2/3","strict":false}"#),
        ] {
            assert_eq!(serde_json::to_string(&quorum).expect("plain values"), json);
            assert_eq!(
                serde_json::from_str::<Quorum>(json).expect("what was written"),
                quorum
            );
        }
        assert!(serde_json::from_str::<Quorum>(r#""half""#).is_err());
    }
}
