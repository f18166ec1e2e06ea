//! Horizontal bars with their labels and numbers, and a single bar on a track. Amounts come with what they are called; draws them to one
//! scale and counts nothing.
//!
//! Parts of a bar differ by their signs, never by colour alone. In Unicode a bar of one part is exact to an eighth of a column; with several
//! parts, and in ASCII, the ends are rounded to whole columns.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::line::{cut, from, put, put_right, row, width};
use crate::tui::style::{Role, Sign, Signs, Styles};

/// Columns of a label at most, where there is room for a bar beside it.
const LABEL: u16 = 28;
/// Columns that a bar should have before labels take more than half of the room.
const BAR: u16 = 8;
/// Columns between a label and its bar, and between a bar and its number.
const GAPS: (u16, u16) = (2, 1);
/// The parts of a column, from nothing to seven eighths.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
/// The signs of parts: neighbours differ as much as can be. A fifth part looks like the first.
const PARTS: [Sign; 4] = [Sign::Block, Sign::Medium, Sign::Empty, Sign::Dense];

/// One bar of several.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// What it is of.
    pub label: &'a str,
    /// How long its parts are, from the left.
    pub parts: &'a [u64],
    /// The number beside it, as it is read.
    pub figure: &'a str,
}

impl Row<'_> {
    fn sum(&self) -> u64 {
        self.parts
            .iter()
            .fold(0, |sum, part| sum.saturating_add(*part))
    }
}

/// The sign that the part at that place is drawn with in every bar: for a legend.
#[must_use]
pub const fn sign_of(part: usize) -> Sign {
    PARTS[part % PARTS.len()]
}

/// Draws the bars one below the other, so many of them out of sight above and as many as there are rows for, to the scale of the longest of
/// all.
///
/// ```text
/// culture           █████████████▒▒▒▒▒░░  12
/// economy and tra…  ███████▒▒              5
/// 青年交流          ██                     1
/// ```
pub fn bars(rows: &[Row], above: usize, area: Rect, buf: &mut Buffer, styles: &Styles) {
    let columns = Columns::of(rows, area.width);
    let scale = rows.iter().map(Row::sum).max().unwrap_or(0);
    for (y, one) in (0..area.height).zip(rows.iter().skip(above)) {
        let place = row(area, y);
        let label = cut(one.label, columns.label, styles);
        put(buf, place, &label, styles.of(Role::Text));
        let bar = Rect {
            width: columns.bar,
            ..from(place, columns.label + GAPS.0)
        };
        parts(one.parts, scale, bar, buf, styles);
        let figure = from(place, area.width.saturating_sub(columns.figure));
        let cut = cut(one.figure, columns.figure, styles);
        put_right(buf, figure, &cut, styles.of(Role::Strong));
    }
}

/// How the room is parted: numbers first, since they say all; then labels; the bars take the rest.
struct Columns {
    label: u16,
    bar: u16,
    figure: u16,
}

impl Columns {
    fn of(rows: &[Row], room: u16) -> Self {
        let widest = |of: fn(&Row) -> u16| rows.iter().map(of).max().unwrap_or(0);
        let figure = widest(|row| width(row.figure)).min(room);
        let left = room - figure;
        let beside = left.saturating_sub(GAPS.0 + GAPS.1);
        let label = widest(|row| width(row.label)).min(LABEL);
        let label = label.min(beside.saturating_sub(BAR).max(beside / 2));
        Self {
            label,
            bar: beside - label,
            figure,
        }
    }
}

/// The parts of one bar, each in its sign.
fn parts(amounts: &[u64], scale: u64, area: Rect, buf: &mut Buffer, styles: &Styles) {
    if let [amount] = amounts {
        let drawn = solid(*amount, scale, area.width, styles);
        put(buf, area, &drawn, styles.of(Role::Text));
        return;
    }
    let (mut sum, mut end) = (0_u64, 0);
    for (at, amount) in amounts
        .iter()
        .enumerate()
        .filter(|(_, amount)| **amount > 0)
    {
        let begin = end;
        sum = sum.saturating_add(*amount);
        // A part that is something is seen, where there is room for it.
        end = rounded(sum, scale, area.width)
            .max(begin + 1)
            .min(area.width);
        let drawn = styles.sign(sign_of(at)).repeat(usize::from(end - begin));
        put(buf, from(area, begin), &drawn, styles.of(Role::Text));
    }
}

/// A bar of one part: to the eighth of a column where there are signs for that, and never nothing for something.
fn solid(amount: u64, scale: u64, columns: u16, styles: &Styles) -> String {
    let whole = |columns: u16| styles.sign(Sign::Block).repeat(usize::from(columns));
    match styles.signs {
        Signs::Ascii if amount == 0 => String::new(),
        Signs::Ascii => whole(rounded(amount, scale, columns).max(1)),
        Signs::Unicode => {
            let eighths = filled(amount, scale, columns.saturating_mul(8));
            whole(eighths / 8) + EIGHTHS[usize::from(eighths % 8)]
        }
    }
}

/// A bar in whole columns on a track that shows how long it could be.
pub fn track(amount: u64, scale: u64, role: Role, area: Rect, buf: &mut Buffer, styles: &Styles) {
    let filled = filled(amount, scale, area.width);
    let full = styles.sign(Sign::Block).repeat(usize::from(filled));
    put(buf, area, &full, styles.of(role));
    let rest = from(area, filled);
    let empty = styles.sign(Sign::Empty).repeat(usize::from(rest.width));
    put(buf, rest, &empty, styles.of(Role::Rule));
}

/// How much of so many columns an amount fills: never nothing for something, never all for less than all.
#[must_use]
pub fn filled(amount: u64, scale: u64, columns: u16) -> u16 {
    let filled = u128::from(amount.min(scale)) * u128::from(columns) / u128::from(scale.max(1));
    let filled = u16::try_from(filled).unwrap_or(columns);
    let least = u16::from(amount > 0);
    filled.max(least).min(columns)
}

/// The nearest number of whole columns.
fn rounded(amount: u64, scale: u64, columns: u16) -> u16 {
    let scale = u128::from(scale.max(1));
    let nearest = (u128::from(amount) * u128::from(columns) + scale / 2) / scale;
    u16::try_from(nearest).unwrap_or(columns).min(columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &[Row] = &[
        Row {
            label: "culture",
            parts: &[16],
            figure: "16",
        },
        Row {
            label: "经济与贸易",
            parts: &[5],
            figure: "5",
        },
        Row {
            label: "rivers",
            parts: &[0],
            figure: "0",
        },
    ];

    fn drawn(rows: &[Row], width: u16, height: u16, signs: Signs) -> Vec<String> {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let styles = Styles {
            signs,
            ..Styles::default()
        };
        bars(rows, 0, area, &mut buf, &styles);
        let mut lines = Vec::new();
        for y in 0..height {
            let mut line = String::new();
            let mut x = 0;
            while x < width {
                let symbol = buf[(x, y)].symbol();
                line.push_str(symbol);
                x += super::super::line::width(symbol).max(1);
            }
            lines.push(line.trim_end().to_owned());
        }
        lines
    }

    #[test]
    fn labels_and_numbers_stand_in_line_and_bars_are_exact_to_the_eighth() {
        assert_eq!(
            drawn(PLAIN, 25, 3, Signs::Unicode),
            [
                "culture     ██████████ 16",
                "经济与贸易  ███▏        5",
                "rivers                  0",
            ]
        );
        assert_eq!(
            drawn(PLAIN, 25, 3, Signs::Ascii),
            [
                "culture     ########## 16",
                "经济与贸易  ###         5",
                "rivers                  0",
            ]
        );
    }

    #[test]
    fn parts_differ_by_their_signs_and_none_that_is_something_is_lost() {
        let rows = [
            Row {
                label: "2022",
                parts: &[100, 1, 50, 49],
                figure: "200",
            },
            Row {
                label: "2023",
                parts: &[0, 100, 0, 0],
                figure: "100",
            },
        ];
        assert_eq!(
            drawn(&rows, 30, 2, Signs::Unicode),
            [
                "2022  ██████████▒░░░░▓▓▓▓▓ 200",
                "2023  ▒▒▒▒▒▒▒▒▒▒           100"
            ]
        );
        assert_eq!(
            drawn(&rows, 30, 2, Signs::Ascii),
            [
                "2022  ##########+....===== 200",
                "2023  ++++++++++           100"
            ]
        );
    }

    #[test]
    fn where_room_is_short_the_number_stays_and_a_wide_character_is_never_cut() {
        assert_eq!(
            drawn(PLAIN, 12, 9, Signs::Unicode)[..3],
            ["cu…  ████ 16", "经…  █▎    5", "ri…        0"]
        );
        assert_eq!(drawn(PLAIN, 3, 1, Signs::Unicode), [" 16"]);
        assert_eq!(drawn(PLAIN, 1, 1, Signs::Unicode), ["…"]);
        for width in 0..40 {
            for height in 0..4 {
                drawn(PLAIN, width, height, Signs::Unicode);
                drawn(&[], width, height, Signs::Ascii);
            }
        }
    }

    #[test]
    fn the_greatest_amounts_are_drawn_too() {
        let rows = [
            Row {
                label: "👩\u{200d}🌾",
                parts: &[u64::MAX, u64::MAX],
                figure: "many",
            },
            Row {
                label: "",
                parts: &[u64::MAX],
                figure: "",
            },
            Row {
                label: "none",
                parts: &[],
                figure: "",
            },
        ];
        let lines = drawn(&rows, 30, 3, Signs::Unicode);
        assert!(lines[0].contains('█') && lines[1].contains('█'));
        assert_eq!(lines[2], "none");
    }

    #[test]
    fn a_track_shows_something_for_one_and_less_than_all_for_less() {
        for (amount, columns) in [(0, 0), (1, 1), (999, 9), (1000, 10), (2000, 10)] {
            assert_eq!(filled(amount, 1000, 10), columns, "{amount}");
        }
        assert_eq!((filled(1, 1, 0), filled(5, 0, 10)), (0, 1));
        let area = Rect::new(0, 0, 5, 1);
        let mut buf = Buffer::empty(area);
        track(2, 5, Role::Good, area, &mut buf, &Styles::default());
        let drawn: String = (0..5).map(|x| buf[(x, 0)].symbol()).collect();
        assert_eq!(drawn, "██░░░");
    }
}
