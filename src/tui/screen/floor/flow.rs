//! Text on rows of which each has its own columns, as beside a clock and below it, or behind an indent. Wraps
//! only; draws nothing.

use crate::tui::style::Styles;
use crate::tui::widget::line::cut;
use crate::tui::widget::wrap::lines;

/// The text's rows, the first of them at `top`; `columns` tells how many columns a row has.
pub fn flow(text: &str, top: u16, columns: impl Fn(u16) -> u16) -> Vec<String> {
    let mut rows = Vec::new();
    let mut rest = text;
    for row in top..=u16::MAX {
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
    let mut shown = Vec::new();
    let mut rest = text;
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

/// The first row of a text, and what is left for the others; `None` where nothing is. Looks at no more of a very long text
/// than could have room on a row, marks without columns of their own included.
fn first_row(text: &str, columns: u16) -> Option<(&str, &str)> {
    let most = usize::from(columns.max(1)) * 4;
    let end = text.char_indices().nth(most).map(|(index, _)| index);
    let first = *lines(&text[..end.unwrap_or(text.len())], columns).first()?;
    Some((first, text[first.len()..].trim_start()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tui::widget::line::width;

    #[test]
    fn a_text_goes_on_below_what_stands_beside_it() {
        let beside = |row| if row < 2 { 10 } else { 24 };
        let rows = flow(
            "Vice President, University of Finance and Economics",
            1,
            beside,
        );
        let expected = ["Vice", "President, University of", "Finance and Economics"];
        assert_eq!(rows, expected);
    }

    #[test]
    fn what_has_no_room_is_cut_on_the_last_row() {
        let styles = Styles::default();
        let text = "Twenty scholarships for students";
        assert_eq!(at_most(text, 2, 12, &styles), ["Twenty", "scholarship…"]);
        assert_eq!(at_most(text, 2, 40, &styles), [text]);
        assert_eq!(at_most("", 2, 40, &styles), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn nothing_but_spaces_is_ever_lost(text in "[a-c 好，。）👍é-]{0,90}", columns in 1u16..20) {
            let rows = flow(&text, 0, |row| columns + row % 3);
            let kept: String = rows.concat().split_whitespace().collect();
            let whole: String = text.split_whitespace().collect();
            prop_assert_eq!(kept, whole);
        }

        #[test]
        fn every_row_has_no_more_than_its_columns(text in "[a-c 好，。）-]{0,90}", columns in 2u16..20) {
            let rows = flow(&text, 0, |row| columns + row % 3);
            for (row, text) in (0..).zip(rows) {
                prop_assert!(width(&text) <= columns + row % 3, "{text:?}");
            }
        }
    }
}
