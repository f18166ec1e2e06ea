//! Exact fractions, as rules write them: `2/3`, `1/2`, `1`. Never a float: 0.6667 is wrong at every multiple of three.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A share in whole numbers, above nothing: neither of them is 0. Kept as written, not reduced; equal shares are equal.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fraction {
    num: u32,
    den: u32,
}

/// Why a text is no share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FractionMistake {
    /// Not `2/3` or `1`: two whole numbers with a stroke, or one.
    Shape,
    /// A decimal: it cannot say two thirds exactly.
    Decimal,
    /// A percentage: it cannot say two thirds exactly.
    Percent,
    /// A 0 above or below the line.
    Zero,
    /// A number beyond four thousand million.
    TooLarge,
}

impl fmt::Display for FractionMistake {
    /// For serde's own errors alone; a person is told by the agenda's reader.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a fraction such as 2/3")
    }
}

impl Fraction {
    /// One half.
    pub const HALF: Self = Self { num: 1, den: 2 };
    /// Two thirds.
    pub const TWO_THIRDS: Self = Self { num: 2, den: 3 };

    /// `num`/`den`; none where one of them is 0.
    #[must_use]
    pub const fn new(num: u32, den: u32) -> Option<Self> {
        if num == 0 || den == 0 {
            None
        } else {
            Some(Self { num, den })
        }
    }

    /// Above the line, as written.
    #[must_use]
    pub const fn num(self) -> u32 {
        self.num
    }

    /// Below the line, as written.
    #[must_use]
    pub const fn den(self) -> u32 {
        self.den
    }

    /// Whether it is one half.
    #[must_use]
    pub fn is_half(&self) -> bool {
        *self == Self::HALF
    }

    /// Whether it is all: `1`, `3/3`.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.num == self.den
    }

    /// Whether more than everything is asked for, so that nothing can reach it.
    #[must_use]
    pub const fn is_beyond(self, strict: bool) -> bool {
        self.num > self.den || (strict && self.num == self.den)
    }

    /// Whether `part` of `of` is enough: den·part > num·of where strict, else ≥.
    #[must_use]
    pub fn is_met(self, strict: bool, part: u64, of: u64) -> bool {
        let (have, need) = (
            u128::from(self.den) * u128::from(part),
            u128::from(self.num) * u128::from(of),
        );
        if strict { have > need } else { have >= need }
    }

    /// The smallest part of `of` that is enough; it may be more than `of`, where nothing is.
    #[must_use]
    pub fn smallest(self, strict: bool, of: u64) -> u64 {
        let (all, den) = (u128::from(self.num) * u128::from(of), u128::from(self.den));
        let part = if strict {
            all / den + 1
        } else {
            all.div_ceil(den)
        };
        u64::try_from(part).unwrap_or(u64::MAX)
    }
}

impl Default for Fraction {
    fn default() -> Self {
        Self::HALF
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        u64::from(self.num) * u64::from(other.den) == u64::from(other.num) * u64::from(self.den)
    }
}

impl Eq for Fraction {}

impl FromStr for Fraction {
    type Err = FractionMistake;

    fn from_str(written: &str) -> Result<Self, Self::Err> {
        let written = written.trim();
        if written.contains(['%', '％']) {
            return Err(FractionMistake::Percent);
        }
        let (num, den) = written.split_once('/').unwrap_or((written, "1"));
        let (num, den) = (whole(num)?, whole(den)?);
        Self::new(num, den).ok_or(FractionMistake::Zero)
    }
}

fn whole(digits: &str) -> Result<u32, FractionMistake> {
    let digits = digits.trim();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let decimal = digits.split_once('.').is_some_and(|(whole, part)| {
            !part.is_empty()
                && whole
                    .bytes()
                    .chain(part.bytes())
                    .all(|byte| byte.is_ascii_digit())
        });
        return Err(if decimal {
            FractionMistake::Decimal
        } else {
            FractionMistake::Shape
        });
    }
    digits.parse().map_err(|_| FractionMistake::TooLarge)
}

impl TryFrom<String> for Fraction {
    type Error = FractionMistake;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        written.parse()
    }
}

impl From<Fraction> for String {
    fn from(fraction: Fraction) -> Self {
        fraction.to_string()
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.den == 1 {
            write!(f, "{}", self.num)
        } else {
            write!(f, "{}/{}", self.num, self.den)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_read_as_people_write_them() {
        assert_eq!("2/3".parse(), Ok(Fraction::TWO_THIRDS));
        assert_eq!(" 1 / 2 ".parse(), Ok(Fraction::HALF));
        assert!("1".parse::<Fraction>().is_ok_and(Fraction::is_whole));
        assert_eq!("4/6".parse(), Ok(Fraction::TWO_THIRDS));
        assert_eq!(
            "4/6".parse::<Fraction>().map(|it| it.to_string()),
            Ok("4/6".to_owned())
        );
    }

    #[test]
    fn what_is_no_exact_fraction_is_refused_with_its_reason() {
        for (written, mistake) in [
            ("0.6667", FractionMistake::Decimal),
            ("66%", FractionMistake::Percent),
            ("2/0", FractionMistake::Zero),
            ("0/3", FractionMistake::Zero),
            ("0", FractionMistake::Zero),
            ("", FractionMistake::Shape),
            ("/", FractionMistake::Shape),
            ("two thirds", FractionMistake::Shape),
            ("-1/2", FractionMistake::Shape),
            ("+1/2", FractionMistake::Shape),
            ("1/2/3", FractionMistake::Shape),
            ("1e3", FractionMistake::Shape),
            ("99999999999/3", FractionMistake::TooLarge),
        ] {
            assert_eq!(written.parse::<Fraction>(), Err(mistake), "{written}");
        }
    }

    #[test]
    fn more_than_all_can_never_be_reached() {
        let whole = Fraction::new(1, 1).expect("neither is 0");
        let more = Fraction::new(3, 2).expect("neither is 0");
        assert!(whole.is_beyond(true) && !whole.is_beyond(false));
        assert!(more.is_beyond(true) && more.is_beyond(false));
        assert!(!Fraction::TWO_THIRDS.is_beyond(true));
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let odd = Fraction::new(u32::MAX - 1, u32::MAX).expect("neither is 0");
        assert!(odd.is_met(false, u64::MAX, u64::MAX));
        assert!(odd.smallest(true, u64::MAX) < u64::MAX);
        assert_eq!(
            Fraction::new(u32::MAX, 1)
                .expect("neither is 0")
                .smallest(true, u64::MAX),
            u64::MAX
        );
    }
}
