//! Bars for what was counted, to the same scale, wide enough to be compared from the last row.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::part::{Level, below, middle};
use crate::tui::look::Look;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::bars::filled;
use crate::tui::widget::letters::{Letters, Scale};
use crate::tui::widget::line::{from, put, row, width};

/// Columns of a bar at most.
const BAR: u16 = 90;
/// Columns between label, bar and figure.
const GAP: u16 = 3;
/// Rows of a bar from which letters stand beside it, and which.
const THICK: u16 = 4;
const SCALES: [Scale; 2] = [Scale::Half, Scale::Whole];
/// The widest figure there is.
const FIGURE: &str = "000";

/// One of the bars.
pub struct Bar {
    pub label: String,
    /// None where it was not counted.
    pub figure: Option<u32>,
    /// How many a whole bar stands for.
    pub scale: u64,
    pub role: Role,
}

/// All of them, laid.
pub(super) struct Bars<'a> {
    all: &'a [Bar],
    /// Rows of each.
    thick: u16,
    /// Of labels and figures, where they are in letters.
    letters: Option<Letters>,
    label: u16,
    bar: u16,
    figure: u16,
}

impl<'a> Bars<'a> {
    pub(super) fn of(look: &Look, bars: &'a [Bar], level: &Level, columns: u16) -> Self {
        let labels = bars.iter().map(|bar| bar.label.as_str());
        let texts: Vec<&str> = labels.chain([FIGURE]).collect();
        let letters = |scale: &Scale| Letters::of(&texts, *scale, look.styles.signs);
        let letters = SCALES.iter().find_map(letters);
        let letters = letters.filter(|_| level.bar >= THICK);
        let label = bars.iter().map(|bar| columns_of(&bar.label, letters)).max();
        let (label, figure) = (label.unwrap_or(0), columns_of(FIGURE, letters));
        let bar = columns.saturating_sub(label + figure + 2 * GAP).min(BAR);
        Self {
            all: bars,
            thick: letters.map_or(level.bar, |letters| letters.rows().max(level.bar)),
            letters,
            label,
            bar,
            figure,
        }
    }

    pub(super) fn rows(&self) -> u16 {
        let count = u16::try_from(self.all.len()).unwrap_or(u16::MAX);
        count * self.thick + count.saturating_sub(1) * self.space()
    }

    /// Rows between two bars.
    fn space(&self) -> u16 {
        (self.thick / 2).min(2)
    }

    pub(super) fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = middle(area, self.label + self.bar + self.figure + 2 * GAP);
        for (index, bar) in (0..).zip(self.all) {
            let place = below(area, index * (self.thick + self.space()), self.thick);
            self.draw_one(look, bar, place, buf);
        }
    }

    fn draw_one(&self, look: &Look, bar: &Bar, area: Rect, buf: &mut Buffer) {
        let label = from(
            area,
            self.label
                .saturating_sub(columns_of(&bar.label, self.letters)),
        );
        self.put(&bar.label, look.style(Role::Text), label, buf);
        let filled = filled(bar.figure.unwrap_or(0).into(), bar.scale, self.bar);
        let full = look.sign(Sign::Block).repeat(usize::from(filled));
        let empty = look
            .sign(Sign::Empty)
            .repeat(usize::from(self.bar - filled));
        for index in 0..area.height {
            let place = from(row(area, index), self.label + GAP);
            let used = put(buf, place, &full, look.style(bar.role));
            put(buf, from(place, used), &empty, look.style(Role::Rule));
        }
        let figure = from(area, self.label + self.bar + 2 * GAP);
        let text = bar.figure.map_or_else(
            || look.sign(Sign::None).to_owned(),
            |figure| figure.to_string(),
        );
        self.put(&text, look.style(Role::Strong), figure, buf);
    }

    /// A label or a figure, in letters or on the middle row.
    fn put(&self, text: &str, style: Style, area: Rect, buf: &mut Buffer) {
        match self.letters {
            Some(letters) => letters.put(buf, area, text, style),
            None => drop(put(buf, row(area, self.thick / 2), text, style)),
        }
    }
}

fn columns_of(text: &str, letters: Option<Letters>) -> u16 {
    letters.map_or_else(|| width(text), |letters| letters.width(text))
}
