//! A series over the years: what its sessions come to, side by side, the oldest first. Owns which figures are set beside each other and what
//! counts as one theme; what a session comes to is its summary's to say, and what became of things is `history`'s.
//!
//! A caller that walks the archive anyway lets a [`Counting`] see each session, and asks it for any series afterwards.

mod themes;

use std::collections::HashMap;
use std::fmt;
use std::path::Path;

use chrono::{Datelike, NaiveDate};

use super::history::{Fate, Held, History, Only, Raised, Reach, What};
use super::parties::Parties;
use crate::agenda::ContributionKind;
use crate::meeting::contribution::Answer;
use crate::meeting::roll::Status;
use crate::summary::{Attendee, Summary};
use crate::text::{Arg, Bilingual, Message, Text};
use themes::Themes;

/// The figures of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    /// What the series is called.
    pub series: Text,
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

/// Who came to a session. What nobody counted is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// The greatest number of voters present that was reached.
    pub present: Option<u32>,
    /// The entitled voters.
    pub entitled: Option<u32>,
    /// Everybody on the roster, by what the roll says; none where no roll was kept.
    pub roll: Option<Roll>,
}

/// Everybody on a roster, each counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roll {
    /// Those who took part, for however short a time.
    pub attended: u64,
    /// Those somebody else acted for.
    pub represented: u64,
    /// Those who sent apologies.
    pub excused: u64,
    /// All others.
    pub absent: u64,
}

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

impl fmt::Display for HalfDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = if self.0.is_multiple_of(2) { "" } else { ".5" };
        write!(f, "{}{half}", self.0 / 2)
    }
}

impl Answers {
    /// The answered ones in a hundred, rounded down: a hundred is said of all alone.
    #[must_use]
    pub const fn percent(&self) -> Option<u64> {
        (self.answered * 100).checked_div(self.asked)
    }
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
            but: None,
        };
        let mut counting = Counting::default();
        let history = History::within(folder, only, reach, |parties, summary| {
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

/// The figures of sessions while they are walked, oldest first, whatever series they belong to.
#[derive(Clone, Debug, Default)]
pub struct Counting {
    themes: Themes,
    sessions: Vec<Counted>,
}

/// What one session comes to by itself.
#[derive(Clone, Debug)]
struct Counted {
    contributions: usize,
    without_theme: usize,
    /// Lines by theme, by their places among the themes.
    themes: HashMap<usize, u64>,
    kinds: HashMap<ContributionKind, u64>,
    /// Seconds by unit, by their places among the parties.
    speaking: HashMap<usize, u64>,
    attendance: Attendance,
}

impl Counting {
    /// Sees the next session, as [`History::of`] shows it.
    pub fn visit(&mut self, parties: &Parties, summary: &Summary) {
        let mut by_theme: HashMap<usize, u64> = HashMap::new();
        let mut without_theme = 0;
        for line in summary.contributions.iter().filter(|line| line.counts()) {
            let themes = self.themes.of_line(&line.themes);
            without_theme += usize::from(themes.is_empty());
            for theme in themes {
                *by_theme.entry(theme).or_default() += 1;
            }
        }
        let kinds = summary.sums.by_kind.iter();
        let kinds = kinds.map(|(kind, count)| (*kind, *count as u64));
        self.sessions.push(Counted {
            contributions: summary.sums.contributions,
            without_theme,
            themes: by_theme,
            kinds: kinds.collect(),
            speaking: speaking(parties, summary),
            attendance: Attendance::of(summary),
        });
    }

    /// The figures of that series, by the history whose sessions were seen; none where none of them belongs to it.
    #[must_use]
    pub fn years(&self, history: &History, series: &Text) -> Option<Years> {
        let of_series: Vec<usize> = (0..self.sessions.len())
            .filter(|at| history.sessions[*at].series.as_ref() == Some(series))
            .collect();
        if of_series.is_empty() {
            return None;
        }
        let counted: Vec<&Counted> = of_series.iter().map(|at| &self.sessions[*at]).collect();
        let themes = self.themes.names().enumerate();
        let mut themes = courses(&counted, themes, |one, at| one.themes.get(at).copied());
        weightiest_first(&mut themes);
        let kinds = ContributionKind::ALL.iter().map(|kind| (kind, kind));
        let parties = history.parties.in_order().into_iter();
        let parties = parties.map(|at| (at, &history.parties.all()[at].name));
        Some(Years {
            series: series.clone(),
            sessions: self.sessions_of(history, &of_series),
            themes,
            kinds: courses(&counted, kinds, |one, kind| one.kinds.get(kind).copied()),
            speaking: courses(&counted, parties, |one, at| one.speaking.get(at).copied()),
        })
    }

    fn sessions_of(&self, history: &History, of_series: &[usize]) -> Vec<Year> {
        let held: Vec<&Held> = of_series.iter().map(|at| &history.sessions[*at]).collect();
        let year = |at: &usize| {
            let (one, counted) = (&history.sessions[*at], &self.sessions[*at]);
            Year {
                stem: one.stem.clone(),
                title: one.title.clone(),
                day: one.day,
                label: label(one, &held),
                contributions: counted.contributions,
                without_theme: counted.without_theme,
                attendance: counted.attendance,
                answers: answers(history, *at),
            }
        };
        of_series.iter().map(year).collect()
    }
}

/// The amounts of each thing in those sessions; what none of them has is left out.
fn courses<'a, T: Clone + 'a, K>(
    counted: &[&Counted],
    things: impl Iterator<Item = (K, &'a T)>,
    amount: impl Fn(&Counted, &K) -> Option<u64>,
) -> Vec<Course<T>> {
    let course = |(key, of): (K, &T)| {
        let amounts = counted.iter().map(|one| amount(one, &key).unwrap_or(0));
        let amounts: Vec<u64> = amounts.collect();
        let is_some = amounts.iter().any(|amount| *amount > 0);
        is_some.then(|| Course {
            of: of.clone(),
            amounts,
        })
    };
    things.filter_map(course).collect()
}

/// Seconds by unit.
fn speaking(parties: &Parties, summary: &Summary) -> HashMap<usize, u64> {
    let mut seconds: HashMap<usize, u64> = HashMap::new();
    for spoke in &summary.sums.speaking {
        let party = summary.spoke_for(spoke).and_then(|who| parties.of(&who));
        if let Some(party) = party {
            *seconds.entry(party).or_default() += u64::try_from(spoke.seconds).unwrap_or(0);
        }
    }
    seconds
}

impl Attendance {
    fn of(summary: &Summary) -> Self {
        let people = &summary.attendance;
        let is_marked = people.iter().any(|one| one.status != Status::Unmarked);
        Self {
            present: summary.sums.present,
            entitled: summary.sums.entitled,
            roll: is_marked.then(|| Roll::of(people)),
        }
    }
}

impl Roll {
    fn of(people: &[Attendee]) -> Self {
        let mut roll = Self::default();
        for person in people {
            let place = match person.status {
                _ if person.attended() => &mut roll.attended,
                Status::Represented => &mut roll.represented,
                Status::Excused => &mut roll.excused,
                Status::Unmarked | Status::Present | Status::Absent | Status::Left => {
                    &mut roll.absent
                }
            };
            *place += 1;
        }
        roll
    }
}

/// What is known by now of what that session raised.
fn answers(history: &History, session: usize) -> Answers {
    let mut answers = Answers::default();
    let mut days = Vec::new();
    let raised = history
        .raised
        .iter()
        .filter(|raised| raised.session == session && matches!(raised.what, What::Contribution(_)));
    for raised in raised {
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
    answers.median = HalfDays::median(days);
    answers
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

/// What a session is called among those of its series.
fn label(one: &Held, all: &[&Held]) -> Arg {
    let Some(day) = one.day else {
        return Arg::from(&one.stem);
    };
    let days = || all.iter().filter_map(|other| other.day);
    let in_year = days().filter(|other| other.year() == day.year()).count();
    let on_day = days().filter(|other| *other == day).count();
    match (in_year, on_day) {
        (1, _) => Message::new("years-year")
            .with("year", day.year().to_string())
            .into(),
        (_, 1) => day.into(),
        _ => Arg::from(&one.stem),
    }
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
        assert_eq!(latest.themes[0].amounts, [1, 1]);
    }
}
