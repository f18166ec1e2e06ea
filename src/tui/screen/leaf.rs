//! A page of lines: its rows in sight, ids hanging in front, what was found standing out, and the whole line selected on which one stands.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::leaf::{Breaks, Leaf, Line, Row};
use crate::tui::look::Look;
use crate::tui::screen::list;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::bars;
use crate::tui::widget::line::{cut, from, put, put_right, row, width};

/// The column of ids.
const LEAD: u16 = 2;

/// Draws the rows that are in sight.
pub fn view<L: Clone + PartialEq>(look: &Look, leaf: &Leaf<L>, area: Rect, buf: &mut Buffer) {
    let top = leaf.browse.window().top();
    let rows = leaf.rows().iter().enumerate().skip(top);
    for ((at, shown), y) in rows.zip(0..area.height) {
        let line = &leaf.lines()[shown.line];
        let place = row(area, y);
        if !line.bar.is_empty() {
            bar(look, leaf.lines(), shown.line, place, buf);
            continue;
        }
        let is_first = at == 0 || leaf.rows()[at - 1].line != shown.line;
        let right = if is_first { line.right.as_str() } else { "" };
        if is_first {
            let lead = Rect {
                width: line.indent.saturating_sub(LEAD),
                ..from(place, LEAD)
            };
            put(buf, lead, &line.lead, look.style(Role::Quiet));
            put_right(buf, place, right, look.style(Role::Quiet));
        }
        let taken = if right.is_empty() {
            0
        } else {
            width(right) + 2
        };
        let words = Rect {
            width: place.width.saturating_sub(line.indent + taken),
            ..from(place, line.indent)
        };
        put_words(look, line, shown, words, buf);
        if leaf.browse.at() == Some(shown.line) {
            if is_first && line.indent >= LEAD {
                put(buf, place, look.sign(Sign::Here), look.style(Role::Text));
            }
            list::select(look, place, buf);
        }
    }
    more(look, leaf, area, buf);
}

/// The bar of a line, to one scale with those of the lines around it.
fn bar<L>(look: &Look, lines: &[Line<L>], at: usize, area: Rect, buf: &mut Buffer) {
    let has_none = |line: &Line<L>| line.bar.is_empty();
    let first = lines[..at]
        .iter()
        .rposition(has_none)
        .map_or(0, |one| one + 1);
    let end = lines[at..].iter().position(has_none);
    let together = &lines[first..end.map_or(lines.len(), |one| at + one)];
    let rows: Vec<bars::Row> = together
        .iter()
        .map(|line| bars::Row {
            label: &line.text,
            parts: &line.bar,
            figure: &line.right,
        })
        .collect();
    bars::bars(&rows, at - first, from(area, LEAD), buf, look.styles);
}

/// Says that there is more below of what one does not stand on, where nothing stands there.
fn more<L: Clone + PartialEq>(look: &Look, leaf: &Leaf<L>, area: Rect, buf: &mut Buffer) {
    let shown = leaf.browse.window().top() + usize::from(area.height);
    let is_all = leaf.browse.at().is_some() || shown >= leaf.rows().len();
    if is_all || area.is_empty() {
        return;
    }
    let corner = (area.right() - 1, area.bottom() - 1);
    if buf.cell(corner).is_some_and(|cell| cell.symbol() == " ") {
        let last = row(area, area.height - 1);
        put_right(
            buf,
            last,
            look.sign(Sign::Ellipsis),
            look.style(Role::Quiet),
        );
    }
}

/// The words of a row, with what stands out of them.
fn put_words<L>(look: &Look, line: &Line<L>, shown: &Row, area: Rect, buf: &mut Buffer) {
    let style = look.style(line.role);
    let words = &line.text[shown.part.clone()];
    if line.marks.is_empty() {
        match line.breaks {
            Breaks::Wrap => put(buf, area, words, style),
            Breaks::Cut => put(buf, area, &cut(words, area.width, look.styles), style),
        };
        return;
    }
    let (start, before) = match line.breaks {
        Breaks::Wrap => (shown.part.start, ""),
        Breaks::Cut => match around(words, line.marks[0].start, area.width) {
            0 => (0, ""),
            start => (start, look.sign(Sign::Ellipsis)),
        },
    };
    let mut used = put(buf, area, before, style);
    let rest = &line.text[start..shown.part.end];
    let said = cut(rest, area.width.saturating_sub(used), look.styles);
    // What was cut off has no part in what stands out.
    let same = rest.chars().zip(said.chars()).take_while(|(a, b)| a == b);
    let end = start + same.map(|(c, _)| c.len_utf8()).sum::<usize>();
    let mut at = start;
    for mark in &line.marks {
        let marked = mark.start.max(at)..mark.end.min(end);
        if marked.is_empty() {
            continue;
        }
        used += put(buf, from(area, used), &line.text[at..marked.start], style);
        let found = &line.text[marked.clone()];
        used += put(buf, from(area, used), found, look.style(Role::Here));
        at = marked.end;
    }
    put(buf, from(area, used), &said[at - start..], style);
}

/// Where a text begins that is cut, so that a place in it is in sight: a third of the room is for what stands before.
fn around(text: &str, place: usize, room: u16) -> usize {
    if width(text) <= room || width(&text[..place]) <= room / 2 {
        return 0;
    }
    let starts = text[..place].char_indices().rev();
    let mut kept = place;
    for (at, _) in starts {
        if width(&text[at..place]) > room / 3 {
            break;
        }
        kept = at;
    }
    kept
}

/// The row of the page that stands there.
pub fn row_at<L: Clone + PartialEq>(
    leaf: &Leaf<L>,
    area: Rect,
    position: Position,
) -> Option<usize> {
    let y = position.y.checked_sub(area.y)?;
    let at = leaf.browse.window().top() + usize::from(y);
    (area.contains(position) && at < leaf.rows().len()).then_some(at)
}
