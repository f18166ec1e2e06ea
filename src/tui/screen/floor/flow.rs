//! Text on rows of which each has its own columns, as beside a clock and below it, or behind an indent. Wraps only; draws nothing.

use crate::tui::style::Styles;
use crate::tui::widget::line::cut;
use crate::tui::widget::wrap::lines;

/// The text's rows, the first of them at `top`; `columns` tells how many columns a row has.
pub fn flow(text: &str, top: u16, columns: impl Fn(u16) -> u16) -> Vec<String> {
    let mut rows = Vec::new();
    let mut rest = text;
    for row in top.. {
        let Some((first, left)) = first_row(rest, columns(row)) else {
            break;
        };
        rows.push(first.to_owned());
        rest = left;
    }
    rows
}

/// The text on at most so many rows, the last of them cut where there is more.
pub fn at_most(text: &str, rows: usize, columns: u16, styles: &Styles) -> Vec<String> {
    // Of a very long text no more is looked at than could have room, marks without columns of their own included.
    let most = (rows + 1) * usize::from(columns.max(1)) * 4;
    let end = text.char_indices().nth(most).map(|(index, _)| index);
    let mut shown = Vec::new();
    let mut rest = &text[..end.unwrap_or(text.len())];
    while shown.len() + 1 < rows {
        let Some((first, left)) = first_row(rest, columns) else {
            return shown;
        };
        shown.push(first.to_owned());
        rest = left;
    }
    if !rest.is_empty() && rows > 0 {
        shown.push(cut(rest, columns, styles));
    }
    shown
}

/// The first row of a text, and what is left for the others; `None` where nothing is.
fn first_row(text: &str, columns: u16) -> Option<(&str, &str)> {
    let first = *lines(text, columns).first()?;
    Some((first, text[first.len()..].trim_start()))
}
