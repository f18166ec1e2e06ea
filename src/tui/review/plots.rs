//! Plots of a review: a series over the years, and the planned and used time of one session, as lines with bars. Owns which parts a bar has; the
//! figures are `archive`'s, how a bar is drawn `widget`'s.

use crate::archive::Years;
use crate::archive::page::Link;
use crate::summary::Summary;
use crate::text::{Arg, Message, shown};
use crate::tui::leaf::{Breaks, Line};
use crate::tui::style::Role;
use crate::tui::widget::bars::sign_of;

use super::lists::{Lines, Teller};

/// So many sessions of a series are parts of one bar, the last ones: as many as have signs of their own.
const TOGETHER: usize = 4;
/// So many themes have a bar each.
const THEMES: usize = 12;
/// The column of words that are no bar.
const BELOW: u16 = 2;

impl Teller<'_> {
    /// A series over the years.
    #[must_use]
    pub fn years(self, years: &Years) -> Lines {
        let years = years.clone().latest(TOGETHER);
        let mut lines = vec![self.heading_of("review-years-of", years.series.clone().into())];
        let legend = years.sessions.iter().enumerate().map(|(at, year)| {
            format!(
                "{} {}",
                self.look.sign(sign_of(at)),
                self.write(&year.label)
            )
        });
        let legend: Vec<String> = legend.collect();
        let said = Line::new(BELOW, legend.join("   "), Role::Quiet);
        lines.push(said);
        if years.earlier > 0 {
            let earlier = Message::new("review-years-earlier").with("count", years.earlier);
            lines.push(Line::new(BELOW, self.say(&earlier), Role::Quiet));
        }
        self.sessions_of(&mut lines, &years);
        self.themes(&mut lines, &years);
        self.answers(&mut lines, &years);
        self.speaking(&mut lines, &years);
        self.attendance(&mut lines, &years);
        lines
    }

    fn part(self, lines: &mut Lines, heading: &'static str) {
        lines.push(Line::gap());
        lines.push(Line::new(0, self.look.locale.word(heading), Role::Strong));
    }

    /// The sessions, each to be opened.
    fn sessions_of(self, lines: &mut Lines, years: &Years) {
        self.part(lines, "review-years-sessions");
        for year in years.sessions.iter().rev() {
            let said = match year.day {
                Some(day) => Message::new("page-session").with("day", day),
                None => Message::new("page-session-undated"),
            };
            lines.push(Line {
                right: self.say(&Message::new("review-noted").with("count", year.contributions)),
                link: Some(Link::Session(year.stem.clone())),
                ..Line::new(
                    BELOW,
                    self.say(&said.with("title", &year.title)),
                    Role::Accent,
                )
            });
        }
    }

    fn themes(self, lines: &mut Lines, years: &Years) {
        let (themes, others) = years.largest_themes(THEMES);
        if themes.is_empty() {
            return;
        }
        self.part(lines, "review-years-themes");
        for theme in themes {
            let name = self.write(&Arg::from(&theme.of));
            lines.push(bar(
                name,
                theme.amounts.clone(),
                side_by_side(&theme.amounts),
            ));
        }
        if let Some(amounts) = others {
            let figure = side_by_side(&amounts);
            lines.push(bar(
                self.look.locale.word("years-other-themes"),
                amounts,
                figure,
            ));
        }
    }

    /// How much was answered, is in hand, and waits; and after how many days.
    fn answers(self, lines: &mut Lines, years: &Years) {
        self.part(lines, "review-years-answers");
        for year in &years.sessions {
            let answers = &year.answers;
            let percent = answers.percent().unwrap_or(0);
            let said = match answers.median {
                Some(median) => Message::new("review-answered-after").with("days", median),
                None => Message::new("review-answered-share"),
            };
            let parts = vec![answers.answered, answers.in_hand, answers.open];
            let figure = self.say(&said.with("percent", &*percent.to_string()));
            lines.push(bar(self.write(&year.label), parts, figure));
        }
    }

    fn speaking(self, lines: &mut Lines, years: &Years) {
        if years.speaking.is_empty() {
            return;
        }
        self.part(lines, "review-years-speaking");
        let mut speaking: Vec<_> = years.speaking.iter().collect();
        speaking.sort_by_key(|unit| std::cmp::Reverse(unit.sum()));
        for unit in speaking {
            let seconds = i64::try_from(unit.sum()).unwrap_or(i64::MAX);
            let name = self.write(&Arg::from(&unit.of));
            let figure = self.write(&Arg::Seconds(seconds));
            lines.push(bar(name, unit.amounts.clone(), figure));
        }
    }

    fn attendance(self, lines: &mut Lines, years: &Years) {
        let counted = || {
            years
                .sessions
                .iter()
                .filter_map(|year| Some((year, year.attendance.roll?)))
        };
        if counted().next().is_none() {
            return;
        }
        self.part(lines, "review-years-attendance");
        for (year, roll) in counted() {
            let parts = vec![roll.attended, roll.represented, roll.excused + roll.absent];
            let of: u64 = parts.iter().sum();
            let figure = Message::new("review-attended")
                .with("count", &*roll.attended.to_string())
                .with("of", &*of.to_string());
            lines.push(bar(self.write(&year.label), parts, self.say(&figure)));
        }
    }

    /// The planned and the used time of a session, item by item.
    #[must_use]
    pub fn plan(self, summary: &Summary) -> Lines {
        let planned = summary
            .items
            .iter()
            .filter(|item| item.planned_seconds.is_some());
        if planned.count() == 0 {
            return Lines::new();
        }
        let mut lines = Lines::new();
        self.part(&mut lines, "review-plan");
        let signs = ["review-plan-used", "review-plan-over", "review-plan-left"];
        let legend = signs.into_iter().enumerate().map(|(at, word)| {
            format!(
                "{} {}",
                self.look.sign(sign_of(at)),
                self.look.locale.word(word)
            )
        });
        let legend: Vec<String> = legend.collect();
        lines.push(Line::new(BELOW, legend.join("   "), Role::Quiet));
        for item in &summary.items {
            let used = u64::try_from(item.used_seconds).unwrap_or(0);
            let planned = item.planned_seconds.map_or(used, u64::from);
            let parts = vec![
                used.min(planned),
                used.saturating_sub(planned),
                planned.saturating_sub(used),
            ];
            let label = format!("{} {}", item.number, self.write(&Arg::from(&item.title)));
            let used = self.write(&Arg::Seconds(item.used_seconds));
            lines.push(bar(label, parts, used));
        }
        lines
    }

    fn heading_of(self, id: &'static str, name: Arg) -> Line<Link> {
        Line::new(
            0,
            self.say(&Message::new(id).with("name", name)),
            Role::Strong,
        )
    }

    fn write(self, arg: &Arg) -> String {
        shown(&self.look.locale.write(arg)).into_owned()
    }
}

fn bar(label: String, parts: Vec<u64>, figure: String) -> Line<Link> {
    Line {
        bar: parts,
        right: figure,
        breaks: Breaks::Cut,
        ..Line::new(BELOW, label, Role::Text)
    }
}

/// Numbers of one year after another, in columns of one width.
fn side_by_side(amounts: &[u64]) -> String {
    let amounts: Vec<String> = amounts
        .iter()
        .map(|amount| format!("{amount:>3}"))
        .collect();
    amounts.join(" ")
}
