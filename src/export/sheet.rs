//! What stands on a sheet, for the formats that have pages: how wide the columns of a table are, how long its bars, what stands in the margins.
//! Owns the reckoning, in *halves*: half the height of the type, the width of a Latin letter; a Chinese character has two.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::blocks::{Look, Prose, Table};
use super::document::Composed;
use crate::locale::Locale;
use crate::text::{Message, Text};

/// What parts a column from the next.
const GAP: usize = 3;
/// A column to be filled in by hand: if there is room, and at least.
const BLANK: [usize; 2] = [22, 10];
/// Cells that are no wider are not broken.
const SHORT_CELL: usize = 16;
/// Nor is so much of any, four Chinese characters.
const FEW: usize = 8;
/// No word makes a column wider than this; it breaks.
const LONGEST_WORD: usize = 20;
/// Nor a cell than this; it takes several lines.
const LONGEST_CELL: usize = 100;
/// The longest bar is at least so long.
const LEAST_BAR: usize = 24;
/// A table of so many rows stays together.
const SHORT_TABLE: usize = 8;

/// How a table stands on a sheet.
#[derive(Debug)]
pub struct Layout {
    /// Its columns.
    pub columns: Vec<Column>,
    /// The bar of each row; none where none are drawn.
    pub bars: Vec<Bar>,
    /// How high the column of each cell behind the first is, row by row, in thousandths of the highest; none where none are drawn.
    pub heights: Vec<Vec<u64>>,
    /// The width of the longest bar, behind the last column.
    pub bar_room: usize,
    /// Its width, that of the bars among it.
    pub width: usize,
    /// Whether it takes the whole width of the sheet: most do, but not one that would be mostly empty.
    pub is_whole: bool,
    /// Whether it is so short that no page should break it.
    pub is_short: bool,
    /// Whether it has so many columns that it is set in type of five sixths the size.
    pub is_dense: bool,
}

/// A bar behind a row, measured in thousandths of the greatest number of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// How long it is.
    pub length: u64,
    /// How long it was planned to be.
    pub planned: Option<u64>,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its width in halves, the gap to the next among them.
    pub width: usize,
    /// Whether it holds numbers and nothing else.
    pub is_number: bool,
    /// Whether none of its rows says anything.
    pub is_blank: bool,
}

impl Layout {
    /// The layout of a table on a sheet of that many halves.
    #[must_use]
    pub fn of(table: &Table, room: usize) -> Self {
        let mut measured: Vec<Measured> = (0..table.head.len())
            .map(|at| Measured::of(table, at))
            .collect();
        // A signature takes more room than a cross.
        let mut blanks = measured.iter_mut().filter(|column| column.is_blank);
        if let (Look::Form, Some(only), None) = (table.look, blanks.next(), blanks.next()) {
            (only.short, only.word) = (only.most, only.most);
        }
        let [least_bar, form] = match table.look {
            Look::Plain | Look::Signatures => [0, 0],
            Look::Bars | Look::Plan => [LEAST_BAR, 0],
            Look::Columns | Look::Form => [0, room],
        };
        let words: usize = measured.iter().map(|column| column.word).sum();
        let is_dense = words + least_bar > room;
        let room = if is_dense { room * 6 / 5 } else { room };
        let columns = columns(&measured, room - least_bar, form);
        let written: usize = columns.iter().map(|column| column.width).sum();
        let bar_room = match table.look {
            Look::Bars | Look::Plan => room.saturating_sub(written),
            Look::Plain | Look::Columns | Look::Form | Look::Signatures => 0,
        };
        let width = written + bar_room;
        Self {
            columns,
            bars: if bar_room > 0 {
                bars(table)
            } else {
                Vec::new()
            },
            heights: if table.look == Look::Columns {
                heights(table)
            } else {
                Vec::new()
            },
            bar_room,
            width,
            is_whole: table.look != Look::Plain || width * 3 > room * 2,
            is_short: table.rows.len() <= SHORT_TABLE,
            is_dense,
        }
    }

    /// The column whose cell says what its row is about: the first of words.
    #[must_use]
    pub fn naming(&self) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| !column.is_number && !column.is_blank)
    }
}

/// Columns as wide as they need where there is room, else no narrower than short cells are, else than their longest words, as far as that
/// goes; the rest is shared by what they hold beyond that in all rows, so that one long cell takes nothing from many. They are spread over `whole` where they need less.
fn columns(measured: &[Measured], room: usize, whole: usize) -> Vec<Column> {
    let sum = |width: fn(&Measured) -> usize| measured.iter().map(width).sum::<usize>();
    let most = sum(|column| column.most);
    let (floor, least): (fn(&Measured) -> usize, _) = match sum(|column| column.short) {
        short if short <= room => (|column| column.short, short),
        _ => (|column| column.word, sum(|column| column.word)),
    };
    let beyond = sum(|column| column.beyond);
    let width = |column: &Measured| {
        if most <= room {
            column.most + whole.saturating_sub(most) * column.most / most.max(1)
        } else if least <= room {
            floor(column) + (room - least) * column.beyond / beyond.max(1)
        } else {
            (column.word * room / least).max(1)
        }
    };
    let column = |measured: &Measured| Column {
        width: width(measured),
        is_number: measured.is_number,
        is_blank: measured.is_blank,
    };
    measured.iter().map(column).collect()
}

struct Measured {
    /// So wide is its longest cell.
    most: usize,
    /// The same where that is short, else as the next.
    short: usize,
    /// So wide is its longest word.
    word: usize,
    /// What its cells hold beyond that, all together.
    beyond: usize,
    is_number: bool,
    is_blank: bool,
}

impl Measured {
    fn of(table: &Table, at: usize) -> Self {
        let texts: Vec<String> = table
            .rows
            .iter()
            .filter_map(|row| row.get(at))
            .filter(|cell| !cell.is_empty())
            .map(Prose::text)
            .collect();
        // Heads are set in bold.
        let bold = |width: usize| width + width.div_ceil(8);
        let head = table.head.get(at).map(Prose::text).unwrap_or_default();
        let widest = |measure: fn(&str) -> usize| {
            let cells = texts.iter().map(|text| measure(text)).max();
            cells.unwrap_or(0).max(bold(measure(&head)))
        };
        let is_blank = texts.is_empty();
        let [blank, least_blank] = match table.look {
            Look::Form if is_blank => BLANK,
            Look::Plain
            | Look::Bars
            | Look::Plan
            | Look::Columns
            | Look::Form
            | Look::Signatures => [0, 0],
        };
        let most = widest(UnicodeWidthStr::width).min(LONGEST_CELL);
        let word = widest(longest_word).min(LONGEST_WORD);
        let short = if most <= SHORT_CELL { most } else { word };
        let beyond = texts
            .iter()
            .map(|text| text.width().min(LONGEST_CELL).saturating_sub(short))
            .sum();
        Self {
            beyond,
            most: most.max(blank) + GAP,
            short: short.max(least_blank) + GAP,
            word: word.max(least_blank) + GAP,
            is_number: texts.iter().any(|text| is_number(text))
                && texts.iter().all(|text| is_number(text) || is_dash(text)),
            is_blank,
        }
    }
}

/// The widest part of a text that a line should not break: a word, or a few Chinese characters.
fn longest_word(text: &str) -> usize {
    let (mut longest, mut word) = (text.width().min(FEW), 0);
    for c in text.chars() {
        let width = c.width().unwrap_or(0);
        word = if c.is_whitespace() || width == 2 {
            0
        } else {
            word + width
        };
        longest = longest.max(word);
    }
    longest
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+', '−']).unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '/' | '%' | ' '))
}

/// What stands where nobody counted.
fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "–" | "—")
}

/// The bar of each row: by the number in its last cell. Times count as times.
fn bars(table: &Table) -> Vec<Bar> {
    let behind = |row: &[Prose], from_end: usize| {
        let at = row.len().checked_sub(from_end)?;
        amount(&row.get(at)?.text())
    };
    let amounts: Vec<(u64, Option<u64>)> = table
        .rows
        .iter()
        .map(|row| {
            let planned = behind(row, 2).filter(|_| table.look == Look::Plan);
            (behind(row, 1).unwrap_or(0), planned)
        })
        .collect();
    let all = amounts
        .iter()
        .map(|(length, planned)| planned.unwrap_or(0).max(*length));
    let longest = all.max().unwrap_or(0);
    let bar = |(length, planned): (u64, Option<u64>)| Bar {
        length: share(length, longest),
        planned: planned.map(|planned| share(planned, longest)),
    };
    amounts.into_iter().map(bar).collect()
}

/// How high the column of each number is. Parts of a hundred are drawn as such.
fn heights(table: &Table) -> Vec<Vec<u64>> {
    let amounts: Vec<Vec<u64>> = table
        .rows
        .iter()
        .map(|row| {
            row.iter()
                .skip(1)
                .map(|cell| amount(&cell.text()).unwrap_or(0))
                .collect()
        })
        .collect();
    let cells = || table.rows.iter().flat_map(|row| row.iter().skip(1));
    let is_of_hundred = cells().any(|cell| cell.text().ends_with('%'));
    let hundred = if is_of_hundred { 100_000 } else { 0 };
    let highest = amounts
        .iter()
        .flatten()
        .copied()
        .max()
        .unwrap_or(0)
        .max(hundred);
    let row = |row: Vec<u64>| {
        row.into_iter()
            .map(|amount| share(amount, highest))
            .collect()
    };
    amounts.into_iter().map(row).collect()
}

/// Thousandths of the greatest.
fn share(amount: u64, greatest: u64) -> u64 {
    let share = u128::from(amount) * 1000 / u128::from(greatest.max(1));
    u64::try_from(share).unwrap_or(1000).min(1000)
}

/// The first number of a text, in thousandths; `1:02:03` is so many seconds.
fn amount(text: &str) -> Option<u64> {
    let from = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let number: String = from
        .chars()
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ':'))
        .filter(|c| *c != ',')
        .collect();
    if number.is_empty() {
        return None;
    }
    let (whole, part) = number.split_once('.').unwrap_or((&number, ""));
    let whole = whole
        .split(':')
        .filter_map(|part| part.parse::<u64>().ok())
        .fold(0_u64, |sum, part| {
            sum.saturating_mul(60).saturating_add(part)
        });
    let part: u64 = part
        .chars()
        .chain("000".chars())
        .take(3)
        .fold(0, |sum, digit| {
            sum * 10 + u64::from(digit.to_digit(10).unwrap_or(0))
        });
    Some(whole.saturating_mul(1000).saturating_add(part))
}

/// A part of the line that numbers a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageNumber {
    /// Words around the numbers.
    Words(String),
    /// The page's own number.
    Page,
    /// How many pages there are.
    Pages,
}

/// The line that numbers a page, in parts.
#[must_use]
pub fn page_number(locale: &Locale) -> Vec<PageNumber> {
    let message = Message::new("sheet-page-number")
        .with("page", Text::line("{page}"))
        .with("pages", Text::line("{pages}"));
    let said = locale.say(&message);
    let mut parts = Vec::new();
    for part in said.split('{') {
        let words = match part.split_once('}') {
            Some(("page", words)) => {
                parts.push(PageNumber::Page);
                words
            }
            Some((_, words)) => {
                parts.push(PageNumber::Pages);
                words
            }
            None => part,
        };
        if !words.is_empty() {
            parts.push(PageNumber::Words(words.to_owned()));
        }
    }
    parts
}

/// What stands at the head of each sheet, left and right: whose document it is and of what meeting, as far as they fit beside each other.
#[must_use]
pub fn headline(composed: &Composed) -> [Option<&str>; 2] {
    let title = composed.title.as_str();
    let organisation = composed.organisation.as_deref();
    let room = HEADLINE.checked_sub(title.width());
    let both = room.and_then(|room| organisation.filter(|name| name.width() <= room));
    [both, room.map(|_| title)]
}

/// Halves at the head of a sheet, in its small type.
const HEADLINE: usize = 104;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn table(look: Look, rows: &[&[&str]]) -> Table {
        let row = |cells: &&[&str]| cells.iter().map(|cell| Prose::plain(*cell)).collect();
        let mut rows: Vec<Vec<Prose>> = rows.iter().map(row).collect();
        let head = rows.remove(0);
        Table { look, head, rows }
    }

    fn widths(layout: &Layout) -> Vec<usize> {
        layout.columns.iter().map(|column| column.width).collect()
    }

    #[test]
    fn columns_are_as_wide_as_they_need_and_share_what_there_is() {
        let long = "many words ".repeat(30);
        let narrow = table(Look::Plain, &[&["Name", "For"], &["严明", "3"]]);
        assert_eq!(widths(&Layout::of(&narrow, 80)), [8, 7]);
        let wide = table(Look::Plain, &[&["Name", "Words"], &["Hu", &long]]);
        let shared = widths(&Layout::of(&wide, 80));
        assert!(shared[0] >= 7 && shared[1] > 60 && shared.iter().sum::<usize>() <= 80);
        let hostile = table(Look::Plain, &[&["A", "B"], &[&"x".repeat(10_000), "1"]]);
        assert!(widths(&Layout::of(&hostile, 80))[1] >= 4);
        assert!(
            widths(&Layout::of(&hostile, 10))
                .iter()
                .all(|width| *width > 0)
        );
    }

    #[test]
    fn a_form_takes_the_whole_sheet_and_numbers_are_known() {
        let form = table(
            Look::Form,
            &[&["No.", "Name", "Signature"], &["1", "Hu", ""]],
        );
        let layout = Layout::of(&form, 90);
        assert!((86..=90).contains(&layout.width) && layout.is_whole);
        assert_eq!(
            layout
                .columns
                .iter()
                .map(|c| c.is_number)
                .collect::<Vec<_>>(),
            [true, false, false]
        );
        assert_eq!(layout.naming(), Some(1));
    }

    #[test]
    fn bars_are_drawn_to_one_scale() {
        for (cells, lengths) in [
            (["10", "5", "0"], [1000, 500, 0]),
            (["2:00", "1:00 min", "0:30"], [1000, 500, 250]),
            (["1,000", "2.5 %", "none"], [1000, 2, 0]),
            (["", "–", "x"], [0, 0, 0]),
            (
                ["99999999999999999999999", "1", "18446744073709551615"],
                [0, 0, 1000],
            ),
        ] {
            let rows: Vec<&[&str]> = cells.iter().map(std::slice::from_ref).collect();
            let all: Vec<&[&str]> = [&["n"][..]].into_iter().chain(rows).collect();
            let bars = bars(&table(Look::Bars, &all));
            let drawn: Vec<u64> = bars.iter().map(|bar| bar.length).collect();
            assert_eq!(drawn, lengths);
            assert!(bars.iter().all(|bar| bar.planned.is_none()));
        }
    }

    #[test]
    fn a_plan_is_measured_by_the_same_scale_as_what_became_of_it() {
        let times = table(
            Look::Plan,
            &[
                &["Item", "Planned", "Used"],
                &["1", "10:00", "5:00"],
                &["2", "", "20:00"],
            ],
        );
        let bar = |length, planned| Bar { length, planned };
        assert_eq!(bars(&times), [bar(250, Some(500)), bar(1000, None)]);
    }

    #[test]
    fn columns_have_one_scale_and_parts_of_a_hundred_theirs() {
        let counts = table(
            Look::Columns,
            &[
                &["Theme", "2022", "2023"],
                &["9", "4", "–"],
                &["b", "1", "2"],
            ],
        );
        assert_eq!(heights(&counts), [[1000, 0], [250, 500]]);
        let shares = table(
            Look::Columns,
            &[&["", "2022", "2023"], &["Answered", "50%", "–"]],
        );
        assert_eq!(heights(&shares), [[500, 0]]);
    }

    #[test]
    fn pages_are_numbered_in_the_words_of_the_language() {
        use PageNumber::{Page, Pages, Words};
        let words = |words: &str| Words(words.to_owned());
        assert_eq!(
            page_number(&Locale::new(Language::English)),
            [Page, words(" / "), Pages]
        );
        assert_eq!(
            page_number(&Locale::new(Language::Chinese)),
            [words("第"), Page, words("页，共"), Pages, words("页")]
        );
    }
}
