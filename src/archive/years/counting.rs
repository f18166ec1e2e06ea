//! The figures of sessions, counted one by one while a history is walked, and set beside each other afterwards.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use super::super::history::{Held, History};
use super::super::parties::Parties;
use super::themes::Themes;
use super::{Answers, Attendance, Course, Year, Years, weightiest_first};
use crate::agenda::ContributionKind;
use crate::summary::Summary;
use crate::text::{Arg, Message, Text};

/// So many sessions of a series are set beside each other, the last ones: a weekly meeting has as many in four years.
const MOST_SESSIONS: usize = 200;

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
        let earlier = of_series.len().saturating_sub(MOST_SESSIONS);
        let of_series = &of_series[earlier..];
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
            earlier,
            sessions: self.sessions_of(history, of_series),
            themes,
            kinds: courses(&counted, kinds, |one, kind| one.kinds.get(kind).copied()),
            speaking: courses(&counted, parties, |one, at| one.speaking.get(at).copied()),
        })
    }

    fn sessions_of(&self, history: &History, of_series: &[usize]) -> Vec<Year> {
        let held = || of_series.iter().map(|at| &history.sessions[*at]);
        let labels = Labels::of(held());
        let answers = Answers::by_session(history);
        let year = |at: &usize| {
            let (one, counted) = (&history.sessions[*at], &self.sessions[*at]);
            Year {
                stem: one.stem.clone(),
                title: one.title.clone(),
                day: one.day,
                label: labels.label(one),
                contributions: counted.contributions,
                without_theme: counted.without_theme,
                attendance: counted.attendance,
                answers: answers[*at],
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

/// What the sessions of a series are called among themselves.
struct Labels {
    in_year: HashMap<i32, usize>,
    on_day: HashMap<NaiveDate, usize>,
}

impl Labels {
    fn of<'a>(sessions: impl Iterator<Item = &'a Held>) -> Self {
        let mut labels = Self {
            in_year: HashMap::new(),
            on_day: HashMap::new(),
        };
        for day in sessions.filter_map(|held| held.day) {
            *labels.in_year.entry(day.year()).or_default() += 1;
            *labels.on_day.entry(day).or_default() += 1;
        }
        labels
    }

    fn label(&self, held: &Held) -> Arg {
        let Some(day) = held.day else {
            return Arg::from(&held.stem);
        };
        match (self.in_year.get(&day.year()), self.on_day.get(&day)) {
            (Some(1), _) => Message::new("years-year")
                .with("year", day.year().to_string())
                .into(),
            (_, Some(1)) => day.into(),
            (_, _) => Arg::from(&held.stem),
        }
    }
}
