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
    /// How long the bar of each row is, in thousandths of the longest; none where none are drawn.
    pub bars: Vec<u64>,
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
            Look::Bars => [LEAST_BAR, 0],
            Look::Form => [0, room],
        };
        let words: usize = measured.iter().map(|column| column.word).sum();
        let is_dense = words + least_bar > room;
        let room = if is_dense { room * 6 / 5 } else { room };
        let columns = columns(&measured, room - least_bar, form);
        let written: usize = columns.iter().map(|column| column.width).sum();
        let bar_room = match table.look {
            Look::Bars => room.saturating_sub(written),
            Look::Plain | Look::Form | Look::Signatures => 0,
        };
        let width = written + bar_room;
        Self {
            columns,
            bars: if bar_room > 0 {
                bars(table)
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
            Look::Form | Look::Plain | Look::Bars | Look::Signatures => [0, 0],
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

/// How long the bar of each row is: by the number in its last cell. Times count as times.
fn bars(table: &Table) -> Vec<u64> {
    let amounts: Vec<u64> = table
        .rows
        .iter()
        .map(|row| row.last().map_or(0, |cell| amount(&cell.text())))
        .collect();
    let longest = u128::from(amounts.iter().copied().max().unwrap_or(0).max(1));
    let share = |amount: u64| u64::try_from(u128::from(amount) * 1000 / longest).unwrap_or(1000);
    amounts.into_iter().map(share).collect()
}

/// The first number of a text, in thousandths; `1:02:03` is so many seconds. None at all is 0.
fn amount(text: &str) -> u64 {
    let from = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let number: String = from
        .chars()
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ':'))
        .filter(|c| *c != ',')
        .collect();
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
    whole.saturating_mul(1000).saturating_add(part)
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
            assert_eq!(bars(&table(Look::Bars, &all)), lengths);
        }
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
            [words("第 "), Page, words(" 页 共 "), Pages, words(" 页")]
        );
    }
}
