//! What it adds up to, in the minutes: lines by theme and by unit, planned and used time; tables that a format may draw.

use super::Minutes;
use crate::export::blocks::{Block, Look, Prose, Table};
use crate::summary::ItemEntry;
use crate::text::{Arg, Message};

/// Fewer rows than these are no picture of anything.
const LEAST: usize = 2;

impl Minutes<'_> {
    pub(super) fn in_figures(&mut self) {
        let sums = &self.summary.sums;
        let by_theme = sums.by_theme.iter();
        let by_theme: Vec<_> = by_theme
            .map(|(theme, count)| vec![self.text(theme).into(), number(*count)])
            .collect();
        let by_unit = sums.by_unit.iter();
        let by_unit: Vec<_> = by_unit
            .map(|(who, count)| {
                let name = self.summary.called(who);
                vec![
                    name.get(self.locale.language()).as_str().into(),
                    number(*count),
                ]
            })
            .collect();
        let times = self.times();
        let tables = [
            (Look::Bars, vec!["export-theme", "export-lines"], by_theme),
            (Look::Bars, vec!["export-unit", "export-lines"], by_unit),
            (
                Look::Plan,
                vec!["export-item", "export-planned", "export-time-used"],
                times,
            ),
        ];
        for (look, head, rows) in tables {
            if rows.len() < LEAST {
                continue;
            }
            if self.blocks.is_empty() {
                self.heading(2, "export-figures");
            }
            self.blocks.push(Block::Table(Table {
                look,
                head: head.into_iter().map(|id| self.word(id).into()).collect(),
                rows,
            }));
        }
    }

    /// Every item that took time: its title, how much was planned, how much it took.
    fn times(&self) -> Vec<Vec<Prose>> {
        let time = |seconds: i64| Prose::plain(self.locale.write(&Arg::Seconds(seconds)));
        let row = |item: &ItemEntry| {
            let title = Message::new("export-item-title")
                .with("number", item.number)
                .with("title", &item.title);
            let planned = item.planned_seconds.map(i64::from).map(time);
            vec![
                self.say(&title).into(),
                planned.unwrap_or_default(),
                time(item.used_seconds),
            ]
        };
        let items = self.summary.items.iter();
        items
            .filter(|item| item.used_seconds > 0)
            .map(row)
            .collect()
    }
}

fn number(count: usize) -> Prose {
    Prose::plain(count.to_string())
}
