//! Lengths of time as `m:ss` and as block digits in three sizes. Knows no time of day and no meeting: seconds in, cells out.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::line::{from, put, row};
use crate::tui::style::{Sign, Signs};

/// How large block digits are. All digits of a size are equally wide, so that nothing jumps when one changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Three rows of thin strokes.
    Small,
    /// Five rows of thick strokes.
    Large,
    /// Ten rows, for a hall.
    Huge,
}

impl Size {
    /// Its rows.
    #[must_use]
    pub const fn rows(self) -> u16 {
        match self {
            Self::Small => 3,
            Self::Large => 5,
            Self::Huge => 10,
        }
    }

    /// Columns of a glyph, without the space behind it.
    const fn columns(self, glyph: char) -> u16 {
        match (self, glyph) {
            (Self::Small, ':') => 1,
            (Self::Small, '+') => 3,
            (Self::Small, _) | (Self::Huge, ':') => 4,
            (Self::Large, ':') => 2,
            (Self::Large, _) => 6,
            (Self::Huge, _) => 12,
        }
    }

    /// Columns between two glyphs.
    const fn gap(self) -> u16 {
        match self {
            Self::Small => 1,
            Self::Large => 2,
            Self::Huge => 4,
        }
    }

    /// Columns that a text of digits and colons takes.
    #[must_use]
    pub fn width(self, text: &str) -> u16 {
        let glyphs = text.chars().map(|glyph| self.columns(glyph) + self.gap());
        glyphs.sum::<u16>().saturating_sub(self.gap())
    }

    /// The cells of one row of a glyph: `#` full, `^` upper half, `_` lower half.
    fn cells(self, glyph: char, row: u16) -> String {
        match self {
            Self::Small => small(glyph)[usize::from(row)].to_owned(),
            // Each point of the pattern is two columns wide: about as wide as it is high.
            Self::Large => large(glyph)[usize::from(row)]
                .chars()
                .flat_map(|point| [point; 2])
                .collect(),
            Self::Huge => large(glyph)[usize::from(row / 2)]
                .chars()
                .flat_map(|point| [point; 4])
                .collect(),
        }
    }
}

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

/// Draws a written time in block digits from the left of `area`; draws nothing where it has no room.
pub fn put_blocks(
    buf: &mut Buffer,
    area: Rect,
    text: &str,
    size: Size,
    (style, signs): (Style, Signs),
) {
    if area.height < size.rows() || area.width < size.width(text) {
        return;
    }
    let mut place = area;
    for glyph in text.chars() {
        for index in 0..size.rows() {
            let cells = size.cells(glyph, index);
            let cells: String = cells.chars().map(|cell| block(cell, signs)).collect();
            put(buf, row(place, index), &cells, style);
        }
        place = from(place, size.columns(glyph) + size.gap());
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

const fn small(glyph: char) -> [&'static str; 3] {
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
        '+' => [" _ ", "^#^", "   "],
        _ => ["    ", "    ", "    "],
    }
}

const fn large(glyph: char) -> [&'static str; 5] {
    match glyph {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => ["## ", " # ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", "###", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", "  #", "  #"],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        ':' => [" ", "#", " ", "#", " "],
        '-' => ["   ", "   ", "###", "   ", "   "],
        '+' => ["   ", " # ", "###", " # ", "   "],
        _ => ["   ", "   ", "   ", "   ", "   "],
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
        for size in [Size::Small, Size::Large, Size::Huge] {
            for glyph in "0123456789:-+ ".chars() {
                for row in 0..size.rows() {
                    let cells = size.cells(glyph, row).len();
                    let says = usize::from(size.width(&glyph.to_string()));
                    assert_eq!(cells, says, "{glyph} {size:?}");
                }
            }
        }
    }

    #[test]
    fn no_digit_is_wider_than_another() {
        for size in [Size::Small, Size::Large, Size::Huge] {
            let zero = size.width("0:00");
            for text in ["1:11", "9:59", "4:07"] {
                assert_eq!(size.width(text), zero);
            }
        }
    }

    #[test]
    fn a_clock_without_room_draws_nothing_and_never_panics() {
        for (width, height) in [(0, 0), (1, 1), (10, 2), (3, 3), (20, 4)] {
            let area = Rect::new(0, 0, width, height);
            for size in [Size::Small, Size::Large, Size::Huge] {
                let mut buf = Buffer::empty(area);
                let look = (Style::new(), Signs::Unicode);
                put_blocks(&mut buf, area, "12:34", size, look);
                let drawn = area.height >= size.rows() && area.width >= size.width("12:34");
                assert_eq!(buf != Buffer::empty(area), drawn);
            }
        }
    }
}
