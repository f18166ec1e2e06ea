//! What became of what sessions raised, in figures: how much of it was answered, and after how many days. Which answer holds is `history`'s to
//! say.

use std::fmt;

use super::super::history::{Fate, Held, History, Raised, What};
use crate::meeting::contribution::Answer;
use crate::text::Arg;

/// What is known by now of the contributions of a session that ask for an answer: those that count, but for remarks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// How many there are.
    pub asked: u64,
    /// Those that were answered: there, in a later session, or in the ledger. What became an action is answered when that is settled.
    pub answered: u64,
    /// Those that became an action which is not settled.
    pub in_hand: u64,
    /// Those that still wait.
    pub open: u64,
    /// Days from the session to the first answer, of those that were answered: the median.
    pub median: Option<HalfDays>,
}

/// Days in halves, so that the middle between two numbers of days is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HalfDays(pub u64);

impl HalfDays {
    /// The median: the number in the middle, or the middle between the two there where their count is even.
    #[must_use]
    pub fn median(mut days: Vec<u64>) -> Option<Self> {
        days.sort_unstable();
        let upper = days.get(days.len() / 2)?;
        let lower = days[(days.len() - 1) / 2];
        Some(Self(lower + upper))
    }

    /// The days as a number.
    #[must_use]
    pub fn days(self) -> f64 {
        let halves = u32::try_from(self.0).unwrap_or(u32::MAX);
        f64::from(halves) / 2.0
    }
}

/// Whole days as a number, by which a sentence chooses its plural.
impl From<HalfDays> for Arg {
    fn from(days: HalfDays) -> Self {
        match i64::try_from(days.0) {
            Ok(halves) if halves % 2 == 0 => Self::Number(halves / 2),
            _ => Self::from(days.to_string()),
        }
    }
}

impl fmt::Display for HalfDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.0.is_multiple_of(2) { "" } else { ".5" };
        write!(f, "{}{half}", self.0 / 2)
    }
}

impl Answers {
    /// Those of each session of a history, in their order.
    pub(super) fn by_session(history: &History) -> Vec<Self> {
        let mut all = vec![(Self::default(), Vec::new()); history.sessions.len()];
        let raised = history.raised.iter();
        for raised in raised.filter(|raised| matches!(raised.what, What::Contribution(_))) {
            let (answers, days) = &mut all[raised.session];
            answers.asked += 1;
            match first_answer(history, raised) {
                Some(fate) => {
                    answers.answered += 1;
                    days.extend(days_until(fate, history.session_of(raised)));
                }
                None if raised.is_open() => answers.open += 1,
                None => answers.in_hand += 1,
            }
        }
        let with_median = |(answers, days)| Self {
            median: HalfDays::median(days),
            ..answers
        };
        all.into_iter().map(with_median).collect()
    }

    /// The answered ones in a hundred, rounded down: a hundred is said of all alone.
    #[must_use]
    pub const fn percent(&self) -> Option<u64> {
        (self.answered * 100).checked_div(self.asked)
    }
}

/// The first answer to a contribution that is answered by now, else the first to the action that it became.
fn first_answer<'a>(history: &'a History, raised: &'a Raised) -> Option<&'a Fate> {
    let stem = &history.session_of(raised).stem;
    let action = raised.action.as_ref();
    let action = action.and_then(|id| history.raised_as(stem, id));
    let settled = [Some(raised), action].into_iter().flatten();
    let settled = settled.filter(|one| is_answer(one.status()));
    settled
        .flat_map(|one| &one.fates)
        .find(|fate| is_answer(fate.status))
}

const fn is_answer(status: Answer) -> bool {
    match status {
        Answer::Answered | Answer::Adopted | Answer::Declined | Answer::Done => true,
        Answer::Open | Answer::Carried => false,
    }
}

/// Whole days by the calendar; none where a day is not known. What was answered before the day of its session waited for none.
fn days_until(fate: &Fate, held: &Held) -> Option<u64> {
    let days = (fate.at?.date_naive() - held.day?).num_days();
    Some(u64::try_from(days).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn median(days: &[u64]) -> String {
        HalfDays::median(days.to_vec()).map_or_else(String::new, |days| days.to_string())
    }

    #[test]
    fn the_median_is_in_the_middle_and_exact() {
        assert_eq!(median(&[]), "");
        assert_eq!(median(&[7]), "7");
        assert_eq!(median(&[9, 1, 4]), "4");
        assert_eq!(median(&[5, 1, 100, 4]), "4.5");
        assert_eq!(median(&[2, 4]), "3");
    }

    #[test]
    fn a_hundred_in_a_hundred_is_said_of_all_alone() {
        let answers = |answered, asked| Answers {
            asked,
            answered,
            ..Answers::default()
        };
        assert_eq!(answers(299, 300).percent(), Some(99));
        assert_eq!(answers(3, 3).percent(), Some(100));
        assert_eq!(answers(0, 0).percent(), None);
    }
}
