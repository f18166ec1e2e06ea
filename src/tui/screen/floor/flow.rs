//! Text on rows of which each has its own columns, as beside a clock and below it, or behind an indent. Wraps only; draws nothing.

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

/// The first row of a text, and what is left for the others; `None` where nothing is.
fn first_row(text: &str, columns: u16) -> Option<(&str, &str)> {
    let first = *lines(text, columns).first()?;
    Some((first, text[first.len()..].trim_start()))
}
