//! Lengths of time as `m:ss` and as digits three rows high. Knows no time of day and no meeting: seconds in, cells out.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::line::{put, row};
use crate::tui::style::{Sign, Signs};

/// Rows of a clock in block digits.
pub const ROWS: u16 = 3;
/// Columns of one digit, and of the colon with the space on both its sides.
const DIGIT: u16 = 4;
const COLON: u16 = 1;
const GAP: u16 = 1;

/// A length of time as `m:ss`, or `h:mm:ss` from an hour on; a minus in front where it is below zero.
#[must_use]
pub fn written(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let all = seconds.unsigned_abs();
    let (hours, minutes, seconds) = (all / 3600, all / 60 % 60, all % 60);
    if hours > 0 {
        format!("{sign}{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{sign}{minutes}:{seconds:02}")
    }
}

/// Columns that [`put_blocks`] takes for a text of digits and colons.
#[must_use]
pub fn blocks_width(text: &str) -> u16 {
    let glyphs = text.chars().map(|c| if c == ':' { COLON } else { DIGIT });
    glyphs
        .map(|width| width + GAP)
        .sum::<u16>()
        .saturating_sub(GAP)
}

/// Draws a written time in block digits from the left of `area`; draws nothing where it has no room.
pub fn put_blocks(buf: &mut Buffer, area: Rect, text: &str, style: Style, signs: Signs) {
    if area.height < ROWS || area.width < blocks_width(text) {
        return;
    }
    let mut x = area.x;
    for glyph in text.chars() {
        let rows = pattern(glyph);
        for (index, cells) in (0..ROWS).zip(rows) {
            let cells: String = cells.chars().map(|cell| block(cell, signs)).collect();
            put(
                buf,
                row(
                    Rect {
                        x,
                        width: area.right().saturating_sub(x),
                        ..area
                    },
                    index,
                ),
                &cells,
                style,
            );
        }
        x += if glyph == ':' { COLON } else { DIGIT } + GAP;
    }
}

fn block(cell: char, signs: Signs) -> &'static str {
    match cell {
        '#' => signs.get(Sign::Block),
        '^' => signs.get(Sign::UpperHalf),
        '_' => signs.get(Sign::LowerHalf),
        _ => " ",
    }
}

/// The cells of a glyph: `#` full, `^` upper half, `_` lower half. All digits are equally wide, so that nothing jumps.
const fn pattern(glyph: char) -> [&'static str; 3] {
    match glyph {
        '0' => ["#^^#", "#  #", "#__#"],
        '1' => [" _# ", "  # ", " _#_"],
        '2' => ["^^^#", "_^^^", "#___"],
        '3' => ["^^^#", " ^^#", "___#"],
        '4' => ["#  #", "^^^#", "   #"],
        '5' => ["#^^^", "^^^_", "___#"],
        '6' => ["#^^^", "#^^#", "#__#"],
        '7' => ["^^^#", "  _^", "  # "],
        '8' => ["#^^#", "#^^#", "#__#"],
        '9' => ["#^^#", "^^^#", "___#"],
        ':' => ["_", " ", "^"],
        '-' => ["    ", "^^^^", "    "],
        _ => ["    ", "    ", "    "],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_in_minutes_and_hours_when_needed() {
        assert_eq!(written(0), "0:00");
        assert_eq!(written(297), "4:57");
        assert_eq!(written(3600), "1:00:00");
        assert_eq!(written(-65), "-1:05");
    }

    #[test]
    fn every_glyph_is_as_wide_as_it_says() {
        for glyph in "0123456789:-".chars() {
            for row in pattern(glyph) {
                assert_eq!(
                    row.len(),
                    usize::from(blocks_width(&glyph.to_string())),
                    "{glyph}"
                );
            }
        }
    }

    #[test]
    fn a_clock_without_room_draws_nothing_and_never_panics() {
        for (width, height) in [(0, 0), (1, 1), (10, 2), (3, 3)] {
            let area = Rect::new(0, 0, width, height);
            let mut buf = Buffer::empty(area);
            put_blocks(&mut buf, area, "12:34", Style::new(), Signs::Unicode);
            assert_eq!(buf, Buffer::empty(area));
        }
    }
}
