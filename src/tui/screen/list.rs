//! What faces that are lists have in common: where heading, rows and the selected one's text stand, and the look of a selected row.
//! Knows nothing of what is listed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::floor::below;
use crate::tui::browse::Detail;
use crate::tui::look::Look;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, from, put, put_right, row, width};
use crate::tui::widget::window::Window;
use crate::tui::widget::wrap::lines;

/// Rows from which there is space around the parts.
const SPACIOUS: u16 = 16;
/// Rows of the selected one's text at least, and at most where it is only a part.
const LEAST_DETAIL: u16 = 3;
const MOST_DETAIL: u16 = 9;

/// Where the parts of a list stand, by the size of the stage and by how much is shown of the selected one alone.
pub struct Places {
    /// What the list is, and what it adds up to.
    pub heading: Rect,
    /// What stands above rows whose heading is out of sight; empty where there is little room.
    pub above: Rect,
    /// The rows.
    pub rows: Rect,
    /// All about the selected one; empty where it is not asked for.
    pub detail: Rect,
}

impl Places {
    pub fn of(stage: Rect, detail: Detail) -> Self {
        let space = u16::from(stage.height >= SPACIOUS);
        let inner = below(stage, space, stage.height.saturating_sub(2 * space));
        let top = 1 + space;
        let room = inner.height.saturating_sub(top);
        let detail = match detail {
            Detail::None => 0,
            Detail::Part => (room / 3).clamp(LEAST_DETAIL, MOST_DETAIL).min(room),
            Detail::Whole => room,
        };
        let gap = if detail > 0 { space } else { 0 };
        let rows = room.saturating_sub(detail + gap);
        Self {
            heading: below(inner, 0, 1),
            above: below(inner, 1, space),
            rows: below(inner, top, rows),
            detail: below(inner, inner.height - detail, detail),
        }
    }

    /// The row that stands at a place, by its place in a list of so many.
    pub fn row_at(&self, window: Window, count: usize, position: Position) -> Option<usize> {
        let y = position.y.checked_sub(self.rows.y)?;
        let at = window.top() + usize::from(y);
        (self.rows.contains(position) && at < count).then_some(at)
    }

    /// The rows in sight: where each stands, and its place in the list.
    pub fn in_sight(&self, window: Window, count: usize) -> impl Iterator<Item = (Rect, usize)> {
        let seen = (0..self.rows.height).zip(window.top()..count);
        seen.map(|(y, at)| (row(self.rows, y), at))
    }
}

/// A piece of a heading, with its look.
pub type Piece = (String, Role);

/// Draws what a list is, and at the right what it adds up to: of that as much as there is room for, the last going first.
pub fn heading(look: &Look, left: &[Piece], right: &[Piece], area: Rect, buf: &mut Buffer) {
    const GAP: u16 = 3;
    let mut used = 0;
    for (text, role) in left {
        let rest = from(area, used);
        let text = cut(text, rest.width, look.styles);
        used += put(buf, rest, &text, look.style(*role)) + 2;
    }
    let room = area.width.saturating_sub(used + GAP);
    let columns = |pieces: &[Piece]| {
        let pieces = pieces.iter().map(|(text, _)| width(text) + GAP);
        pieces.sum::<u16>().saturating_sub(GAP)
    };
    let kept = (0..=right.len())
        .rev()
        .find(|kept| columns(&right[..*kept]) <= room);
    let right = &right[..kept.unwrap_or(0)];
    let mut place = from(area, area.width.saturating_sub(columns(right)));
    for (text, role) in right {
        place = from(place, put(buf, place, text, look.style(*role)) + GAP);
    }
}

/// One look for the whole row, whatever looks its parts have.
pub fn select(look: &Look, area: Rect, buf: &mut Buffer) {
    let look = Style::reset().patch(look.style(Role::Selection));
    buf.set_style(area, look);
}

/// Draws paragraphs one below the other, each wrapped; where not all has room, the last row says so.
pub fn paragraphs(look: &Look, paragraphs: &[Piece], area: Rect, buf: &mut Buffer) {
    let all: Vec<(&str, Role)> = paragraphs
        .iter()
        .flat_map(|(text, role)| {
            let wrapped = lines(text, area.width).into_iter();
            wrapped.map(|line| (line, *role))
        })
        .collect();
    for (y, (line, role)) in (0..area.height).zip(&all) {
        put(buf, row(area, y), line, look.style(*role));
    }
    if all.len() > usize::from(area.height) && area.height > 0 {
        let last = row(area, area.height - 1);
        put_right(
            buf,
            last,
            look.sign(Sign::Ellipsis),
            look.style(Role::Quiet),
        );
    }
}

/// Draws a sentence where there are no rows.
pub fn nothing(look: &Look, said: &str, area: Rect, buf: &mut Buffer) {
    paragraphs(look, &[(said.to_owned(), Role::Quiet)], area, buf);
}
