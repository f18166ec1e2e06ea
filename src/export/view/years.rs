//! The series over the years, as templates see it: one row for each thing, one cell for each session. Counts nothing itself.

use minijinja::context;
use minijinja::value::Value;

use super::View;
use crate::archive::{Answers, Course, Roll, Year, Years};
use crate::text::{Arg, Bilingual, Message};

/// So many sessions stand beside each other on a page; of a longer series the last ones are shown.
const MOST_SESSIONS: usize = 12;
/// So many themes are shown by name.
const MOST_THEMES: usize = 12;
/// What stands where nobody counted.
const UNKNOWN: &str = "–";

impl View<'_> {
    /// The figures of the series; nothing where they were not counted.
    pub(super) fn years(&self) -> Value {
        let Some(years) = &self.source.years else {
            return Value::from(());
        };
        let years = years.clone().latest(MOST_SESSIONS);
        let sessions = || years.sessions.iter();
        context! {
            series => years.series.as_str(),
            count => years.earlier + years.sessions.len(),
            earlier => years.earlier,
            sessions => sessions().map(|year| self.session(year)).collect::<Value>(),
            labels => sessions().map(|year| self.locale.write(&year.label)).collect::<Value>(),
            themes => self.themes(&years),
            kinds => years.kinds.iter().map(|course| self.counts(course.of.word(), &course.amounts)).collect::<Value>(),
            answers => self.answers(&years),
            answered => self.rates(&years, "years-percent", |answers| Some(format!("{}%", answers.percent()?))),
            days => self.rates(&years, "years-median", |answers| Some(answers.median?.to_string())),
            roll => self.roll(&years),
            speaking => years.speaking.iter().map(|course| self.spoken(course)).collect::<Value>(),
        }
    }

    fn session(&self, year: &Year) -> Value {
        context! {
            label => self.locale.write(&year.label),
            title => self.text(&year.title),
            day => self.write_maybe(year.day),
            contributions => year.contributions,
            present => year.attendance.present,
            entitled => year.attendance.entitled,
        }
    }

    /// The themes by name, then what the smallest come to together, and the lines without one.
    fn themes(&self, years: &Years) -> Value {
        let (largest, others) = years.largest_themes(MOST_THEMES);
        let named = largest
            .iter()
            .map(|theme| self.counts(&theme.of, &theme.amounts));
        let others =
            others.map(|amounts| self.counts(Message::new("years-other-themes"), &amounts));
        let without = years.sessions.iter().map(|year| year.without_theme as u64);
        let without: Vec<u64> = without.collect();
        let is_some = without.iter().any(|count| *count > 0);
        let without = is_some.then(|| self.counts(Message::new("years-without-theme"), &without));
        named.chain(others).chain(without).collect()
    }

    /// What became of what was raised, as far as anything was.
    fn answers(&self, years: &Years) -> Value {
        if years.sessions.iter().all(|year| year.answers.asked == 0) {
            return Value::from(());
        }
        let row = |name, count: fn(&Answers) -> u64| {
            let counts = years.sessions.iter().map(|year| count(&year.answers));
            self.counts(Message::new(name), &counts.collect::<Vec<_>>())
        };
        Value::from_iter([
            row("years-asked", |answers| answers.asked),
            row("years-answered", |answers| answers.answered),
            row("years-in-hand", |answers| answers.in_hand),
            row("years-open", |answers| answers.open),
        ])
    }

    /// A rate of each session; nothing where none has one.
    fn rates(
        &self,
        years: &Years,
        name: &'static str,
        rate: impl Fn(&Answers) -> Option<String>,
    ) -> Value {
        let rates: Vec<Option<String>> = years
            .sessions
            .iter()
            .map(|year| rate(&year.answers))
            .collect();
        if rates.iter().all(Option::is_none) {
            return Value::from(());
        }
        self.row(Message::new(name), rates)
    }

    /// Who came, of the sessions in which a roll was kept.
    fn roll(&self, years: &Years) -> Value {
        let rolls = || years.sessions.iter().map(|year| year.attendance.roll);
        if rolls().all(|roll| roll.is_none()) {
            return Value::from(());
        }
        let row = |name, count: fn(Roll) -> u64| {
            let counts = rolls().map(|roll| Some(count(roll?).to_string()));
            self.row(Message::new(name), counts)
        };
        Value::from_iter([
            row("years-attended", |roll| roll.attended),
            row("years-represented", |roll| roll.represented),
            row("years-excused", |roll| roll.excused),
            row("years-absent", |roll| roll.absent),
        ])
    }

    fn spoken(&self, course: &Course<Bilingual>) -> Value {
        let time = |seconds: &u64| {
            let seconds = i64::try_from(*seconds).unwrap_or(i64::MAX);
            Some(self.locale.write(&Arg::Seconds(seconds)))
        };
        self.row(&course.of, course.amounts.iter().map(time))
    }

    fn counts(&self, name: impl Into<Arg>, counts: &[u64]) -> Value {
        self.row(name, counts.iter().map(|count| Some(count.to_string())))
    }

    fn row(&self, name: impl Into<Arg>, cells: impl IntoIterator<Item = Option<String>>) -> Value {
        let cells = cells.into_iter();
        context! {
            name => self.write(name),
            cells => cells.map(|cell| cell.unwrap_or_else(|| UNKNOWN.to_owned())).collect::<Value>(),
        }
    }
}
