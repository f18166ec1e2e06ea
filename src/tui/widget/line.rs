//! One line of pieces in different looks, cut to its width without ever cutting a wide character, and lines across and down.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::tui::style::{Role, Sign, Styles};

pub use ratatui::buffer::CellWidth;

/// How many columns a text takes.
#[must_use]
pub fn width(text: &str) -> u16 {
    if text.is_ascii() {
        return u16::try_from(text.len()).unwrap_or(u16::MAX);
    }
    text.graphemes(true).fold(0, |sum: u16, grapheme| {
        sum.saturating_add(grapheme.cell_width())
    })
}

/// Draws text on the first row of `area`, as far as it fits, and gives how many columns it took.
pub fn put(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return 0;
    }
    let (x, _) = buf.set_stringn(area.x, area.y, text, usize::from(area.width), style);
    x - area.x
}

/// Draws text right-aligned on the first row of `area`.
pub fn put_right(buf: &mut Buffer, area: Rect, text: &str, style: Style) {
    let x = area.right().saturating_sub(width(text)).max(area.x);
    put(
        buf,
        Rect {
            x,
            width: area.right() - x,
            ..area
        },
        text,
        style,
    );
}

/// Draws pieces one after the other and gives how many columns they took.
pub fn put_all(buf: &mut Buffer, area: Rect, pieces: &[(&str, Style)]) -> u16 {
    let mut used = 0;
    for (text, style) in pieces {
        used += put(buf, from(area, used), text, *style);
    }
    used
}

/// What is left of an area to the right of its first columns.
#[must_use]
pub fn from(area: Rect, columns: u16) -> Rect {
    let columns = columns.min(area.width);
    Rect {
        x: area.x + columns,
        width: area.width - columns,
        ..area
    }
}

/// One row of an area, counted from its top; empty where there is none.
#[must_use]
pub fn row(area: Rect, index: u16) -> Rect {
    let index = index.min(area.height);
    Rect {
        y: area.y + index,
        height: (area.height - index).min(1),
        ..area
    }
}

/// The text, cut to that many columns at the end of a word where it does not fit, with a sign that it was.
#[must_use]
pub fn cut(text: &str, columns: u16, styles: &Styles) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = 1;
    for grapheme in text.graphemes(true) {
        used += grapheme.cell_width();
        if used > columns {
            break;
        }
        kept.push_str(grapheme);
    }
    // At a word, if that does not cost too much of it; Chinese has no spaces and is cut where it is.
    if let Some((words, last)) = kept.rsplit_once(' ')
        && last.is_ascii()
        && words.len() * 3 > kept.len() * 2
    {
        kept.truncate(words.len());
    }
    if columns > 0 {
        kept.push_str(styles.sign(Sign::Ellipsis));
    }
    kept
}

/// A line across the first row of `area`.
pub fn across(buf: &mut Buffer, area: Rect, styles: &Styles) {
    let line = styles.sign(Sign::Across).repeat(usize::from(area.width));
    put(buf, area, &line, styles.of(Role::Rule));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_text_ends_at_a_word_and_says_so() {
        let styles = Styles::default();
        assert_eq!(
            cut("Academy of Social Sciences", 20, &styles),
            "Academy of Social…"
        );
        assert_eq!(cut("云南财经大学", 7, &styles), "云南财…");
        assert_eq!(cut("云南财经大学", 12, &styles), "云南财经大学");
        assert_eq!(cut("ab", 0, &styles), "");
    }

    #[test]
    fn text_on_the_right_edge_never_leaves_its_area() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 5, 1));
        put_right(&mut buf, Rect::new(0, 0, 5, 1), "云南财经", Style::new());
        assert_eq!(buf[(0, 0)].symbol(), "云");
        put(&mut buf, Rect::new(4, 0, 9, 9), "云", Style::new());
    }
}
