//! A sheet of cells with text in them, whatever file it came from. Owns how much is taken in, how a text is tidied, and what
//! merged cells mean; which column is for what is [`columns`](super::columns)'s.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::{Message, Text, is_visible, shown};

/// The most cells with text that are taken in: a roster of a thousand persons has a tenth of it.
pub const MOST_CELLS: usize = 200_000;
/// Columns further right hold no roster.
const MOST_COLUMNS: usize = 200;
/// The longest text of a cell that is kept, in characters.
pub const LONGEST: usize = 500;

/// Rows of cells.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// What it is called; nothing where the file has no sheets.
    pub name: Text,
    /// The rows in which a text was too long and was cut off.
    pub cut: BTreeSet<usize>,
    /// The rows in which a formula came to an error, which is taken for an empty cell.
    pub errors: BTreeSet<usize>,
    /// Whether a quotation mark opens a text that nothing closes.
    pub is_unclosed: bool,
    rows: BTreeMap<usize, Row>,
    taken: usize,
}

/// A row in which some cell has text.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its number in the file, from 1.
    pub number: usize,
    cells: BTreeMap<usize, Text>,
    /// Whether its first text stands in cells that are merged across columns.
    is_across: bool,
}

/// Cells that are merged into one: rows and columns from 0, both ends in it.
#[derive(Clone, Copy, Debug)]
pub struct Merged {
    /// The first and the last row.
    pub rows: (usize, usize),
    /// The first and the last column.
    pub columns: (usize, usize),
}

impl Sheet {
    /// One without cells.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self {
            name: tidy(name),
            ..Self::default()
        }
    }

    /// Takes the text of a cell; row and column from 0. Blank ones, and those too far right, are passed over.
    ///
    /// # Errors
    /// A sentence where there are more cells than any roster has.
    pub fn put(&mut self, row: usize, column: usize, raw: &str) -> Result<(), Message> {
        if column >= MOST_COLUMNS {
            return Ok(());
        }
        let end = raw.char_indices().nth(LONGEST).map(|(end, _)| end);
        let text = tidy(&raw[..end.unwrap_or(raw.len())]);
        if text.is_empty() {
            return Ok(());
        }
        self.count_one()?;
        if end.is_some() {
            self.cut.insert(row + 1);
        }
        self.row(row).cells.insert(column, text);
        Ok(())
    }

    /// Has a text that stands in merged cells hold for each of their rows.
    ///
    /// # Errors
    /// A sentence where that makes more cells than any roster has.
    pub fn merge(&mut self, merged: Merged) -> Result<(), Message> {
        let (top, bottom) = merged.rows;
        let (left, right) = merged.columns;
        let Some(first) = self.rows.get_mut(&top) else {
            return Ok(());
        };
        let Some(text) = first.cells.get(&left).cloned() else {
            return Ok(());
        };
        first.is_across |= right > left && first.cells.keys().next() == Some(&left);
        let below: Vec<usize> = if bottom > top {
            let below = self.rows.range(top + 1..=bottom);
            below.map(|(at, _)| *at).take(MOST_CELLS).collect()
        } else {
            Vec::new()
        };
        for at in below {
            self.count_one()?;
            self.row(at)
                .cells
                .entry(left)
                .or_insert_with(|| text.clone());
        }
        Ok(())
    }

    /// The rows with text, from the top.
    pub fn rows(&self) -> impl Iterator<Item = &Row> + Clone {
        self.rows.values()
    }

    fn row(&mut self, at: usize) -> &mut Row {
        self.rows.entry(at).or_insert_with(|| Row {
            number: at + 1,
            ..Row::default()
        })
    }

    fn count_one(&mut self) -> Result<(), Message> {
        self.taken += 1;
        if self.taken > MOST_CELLS {
            return Err(Message::new("import-cells").with("most", MOST_CELLS));
        }
        Ok(())
    }
}

impl Row {
    /// The text of a cell, from 0; empty where it has none.
    #[must_use]
    pub fn get(&self, column: usize) -> &str {
        self.cells.get(&column).map_or("", Text::as_str)
    }

    /// The cells with text: column from 0, and what stands there.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = (usize, &Text)> {
        self.cells.iter().map(|(column, text)| (*column, text))
    }

    /// The one text of a row that has no other, where it stands across columns or outside of those.
    #[must_use]
    pub fn alone(&self, outside: impl Fn(usize) -> bool) -> Option<&Text> {
        let (column, text) = self.cells.first_key_value()?;
        (self.cells.len() == 1 && (self.is_across || outside(*column))).then_some(text)
    }
}

/// A text of one line without what nobody sees: wide spaces, line ends and several spaces are one space, marks of direction go.
#[must_use]
pub fn tidy(raw: &str) -> Text {
    let line = Text::line(raw);
    if !is_visible(line.as_str()) {
        return Text::default();
    }
    let words: Vec<String> = shown(line.as_str())
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    Text::line(&words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_tidied() {
        for (raw, tidied) in [
            ("  严明　", "严明"),
            ("Yan \u{a0} Ming\r\n", "Yan Ming"),
            ("\u{202e}\u{200f}gnp", "gnp"),
            ("\u{200b}", ""),
            ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ] {
            assert_eq!(tidy(raw).as_str(), tidied);
        }
    }

    #[test]
    fn a_text_in_merged_cells_holds_for_each_row() {
        let mut sheet = Sheet::default();
        for (row, column, text) in [
            (0, 0, "云南大学"),
            (0, 1, "严明"),
            (1, 1, "王宇"),
            (2, 0, "农垦"),
        ] {
            sheet.put(row, column, text).expect("there is room");
        }
        let merged = Merged {
            rows: (0, 1),
            columns: (0, 0),
        };
        sheet.merge(merged).expect("there is room");
        let units: Vec<&str> = sheet.rows().map(|row| row.get(0)).collect();
        assert_eq!(units, ["云南大学", "云南大学", "农垦"]);
    }

    #[test]
    fn what_is_no_roster_is_not_taken_in() {
        let mut sheet = Sheet::default();
        let put = |sheet: &mut Sheet| (0..=MOST_CELLS).try_for_each(|row| sheet.put(row, 0, "x"));
        assert_eq!(
            put(&mut sheet).map_err(|message| message.id),
            Err("import-cells")
        );
        let mut sheet = Sheet::default();
        sheet
            .put(4, 0, &"长".repeat(LONGEST + 1))
            .expect("there is room");
        assert_eq!(sheet.cut, BTreeSet::from([5]));
    }
}
