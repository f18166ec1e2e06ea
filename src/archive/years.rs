//! A series over the years: what its sessions come to, side by side, the oldest first. Owns which figures are set beside each other; what a
//! session comes to is its summary's to say, and what became of things is `history`'s.
//!
//! A caller that walks the archive anyway lets a [`Counting`] see each session, and asks it for any series afterwards.

mod answers;
mod attendance;
mod counting;
mod themes;

use std::path::Path;

use chrono::NaiveDate;

use super::history::{History, Only, Reach};
use crate::agenda::ContributionKind;
use crate::summary::Summary;
use crate::text::{Arg, Bilingual, Text};

pub use answers::{Answers, HalfDays};
pub use attendance::{Attendance, Roll};
pub use counting::Counting;

/// The figures of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    /// What the series is called.
    pub series: Text,
    /// How many sessions there were before those that are set beside each other.
    pub earlier: usize,
    /// Its sessions, oldest first.
    pub sessions: Vec<Year>,
    /// Contributions by theme, the theme with the most first; a line of several themes counts in each.
    pub themes: Vec<Course<Bilingual>>,
    /// Contributions by kind.
    pub kinds: Vec<Course<ContributionKind>>,
    /// Seconds that each unit spoke, pauses left out, in the latest order of precedence.
    pub speaking: Vec<Course<Bilingual>>,
}

/// The amounts of one thing, one for each session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course<T> {
    /// Of what.
    pub of: T,
    /// The amounts, as many as there are sessions.
    pub amounts: Vec<u64>,
}

/// One session of a series. There may be several in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Year {
    /// The name of its file without `.toml`.
    pub stem: Text,
    /// What the meeting is called.
    pub title: Bilingual,
    /// Its day.
    pub day: Option<NaiveDate>,
    /// What it is called among the others: its year, where another has that its day, where another has that too its file's name.
    pub label: Arg,
    /// The contributions that count.
    pub contributions: usize,
    /// Those of them that have no theme.
    pub without_theme: usize,
    /// Who came.
    pub attendance: Attendance,
    /// What became of what was raised.
    pub answers: Answers,
}

impl<T> Course<T> {
    /// All amounts together.
    #[must_use]
    pub fn sum(&self) -> u64 {
        self.amounts.iter().sum()
    }
}

impl Years {
    /// The figures of a series, none where no session of it can be read; with the history that they were counted in.
    #[must_use]
    pub fn of(folder: &Path, series: &Text, reach: Reach) -> (Option<Self>, History) {
        let only = Only {
            series: Some(series),
            reach,
            ..Only::default()
        };
        let mut counting = Counting::default();
        let history = History::of(folder, only, |parties, summary| {
            counting.visit(parties, summary);
        });
        (counting.years(&history, series), history)
    }

    /// The figures of one meeting as if it were all of its series; none where it belongs to no series.
    #[must_use]
    pub fn of_one(summary: &Summary) -> Option<Self> {
        let mut counting = Counting::default();
        let history = History::of_one(summary, |parties| counting.visit(parties, summary));
        counting.years(&history, summary.meeting.series.as_ref()?)
    }

    /// The same of its last sessions, so many at most.
    #[must_use]
    pub fn latest(mut self, most: usize) -> Self {
        let left_out = self.sessions.len().saturating_sub(most);
        self.earlier += left_out;
        self.sessions.drain(..left_out);
        cut(&mut self.themes, left_out);
        cut(&mut self.kinds, left_out);
        cut(&mut self.speaking, left_out);
        weightiest_first(&mut self.themes);
        self
    }

    /// The themes with the most contributions, and what the others come to together where there are more than `most`. A single other one
    /// is named instead.
    #[must_use]
    pub fn largest_themes(&self, most: usize) -> (&[Course<Bilingual>], Option<Vec<u64>>) {
        if self.themes.len() <= most + 1 {
            return (&self.themes, None);
        }
        let (largest, others) = self.themes.split_at(most);
        let in_session = |at: usize| others.iter().map(|theme| theme.amounts[at]).sum();
        let together = (0..self.sessions.len()).map(in_session).collect();
        (largest, Some(together))
    }
}

/// Forgets the first amounts of each, and those that have no others.
fn cut<T>(courses: &mut Vec<Course<T>>, left_out: usize) {
    for course in courses.iter_mut() {
        course.amounts.drain(..left_out);
    }
    courses.retain(|course| course.sum() > 0);
}

fn weightiest_first<T>(courses: &mut [Course<T>]) {
    courses.sort_by_key(|course| std::cmp::Reverse(course.sum()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_themes_are_named_where_there_is_only_one() {
        let theme = |name: &str, amounts: &[u64]| Course {
            of: Bilingual::from(name),
            amounts: amounts.to_vec(),
        };
        let year = |label: &str| Year {
            stem: Text::line(label),
            title: Bilingual::from(label),
            day: None,
            label: Arg::from(label),
            contributions: 0,
            without_theme: 0,
            attendance: Attendance::default(),
            answers: Answers::default(),
        };
        let years = Years {
            series: Text::line("S"),
            earlier: 0,
            sessions: vec![year("1"), year("2"), year("3")],
            themes: vec![
                theme("a", &[9, 0, 0]),
                theme("b", &[1, 1, 1]),
                theme("c", &[0, 2, 0]),
                theme("d", &[0, 0, 1]),
            ],
            kinds: Vec::new(),
            speaking: Vec::new(),
        };
        let (largest, others) = years.largest_themes(2);
        assert_eq!((largest.len(), others), (2, Some(vec![0, 2, 1])));
        assert_eq!(years.largest_themes(3), (&years.themes[..], None));

        let latest = years.latest(2);
        let named: Vec<&str> = latest.themes.iter().map(|one| one.of.en.as_str()).collect();
        assert_eq!(
            named,
            ["b", "c", "d"],
            "a is of the session that is left out"
        );
        assert_eq!(
            (&latest.themes[0].amounts[..], latest.earlier),
            (&[1, 1][..], 1)
        );
    }
}
