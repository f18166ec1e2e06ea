//! Letters that carry through a hall: Latin text in block letters of two sizes, proportional, for names and titles. Writing that has no
//! letters here — Chinese, most letters with marks — is the caller's to draw in the terminal's own; nothing is ever drawn half.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::line::{from, put, row};
use crate::tui::style::{Sign, Signs};

/// The letters as they look, thirteen side by side in each block of eight rows of points, the last row below the line.
const LETTERS: &str = include_str!("letters.txt");
/// Which they are, in that order.
const ORDER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\
    -.,'’:()/&?!✓–—;“”\"+·éèüöäáóñ";
const SIDE_BY_SIDE: usize = 13;
/// Rows of points of a letter.
const POINTS: usize = 8;
/// Bytes from one letter to the next, and from one row to the next.
const CELL: usize = 7;
const ROW: usize = SIDE_BY_SIDE * CELL + 2;
/// Points between two letters, and those that a space takes.
const GAP: u16 = 1;
const SPACE: u16 = 2;

/// How large letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Four rows: a point is half a cell.
    Half,
    /// Eight rows: a point is two cells side by side, which is about a square.
    Whole,
}

impl Scale {
    /// Rows of a line.
    #[must_use]
    pub const fn rows(self) -> u16 {
        match self {
            Self::Half => 4,
            Self::Whole => 8,
        }
    }

    /// Columns of a point.
    const fn point(self) -> u16 {
        match self {
            Self::Half => 1,
            Self::Whole => 2,
        }
    }

    /// Columns that a text takes; none where it has a character without a letter here.
    #[must_use]
    pub fn width(self, text: &str) -> Option<u16> {
        let mut points = 0_u16;
        for c in text.chars() {
            points = points.saturating_add(columns(c)? + GAP);
        }
        Some(points.saturating_sub(GAP).saturating_mul(self.point()))
    }

    /// The text in as many lines as it needs on so many columns, broken at spaces; none where a word is too wide or has no letters.
    #[must_use]
    pub fn lines(self, text: &str, columns: u16) -> Option<Vec<String>> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            if self.width(word)? > columns {
                return None;
            }
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer.filter(|line| self.width(line).is_some_and(|width| width <= columns)) {
                Some(longer) => {
                    lines.pop();
                    lines.push(longer);
                }
                None => lines.push(word.to_owned()),
            }
        }
        Some(lines)
    }
}

/// Draws a line of text from the left of `area`; draws nothing where it has no room or no letters.
pub fn put_letters(
    buf: &mut Buffer,
    area: Rect,
    text: &str,
    scale: Scale,
    (style, signs): (Style, Signs),
) {
    let fits = scale
        .width(text)
        .is_some_and(|width| width <= area.width && scale.rows() <= area.height);
    if !fits {
        return;
    }
    let mut place = area;
    for c in text.chars() {
        if let Some(letter) = letter(c) {
            for index in 0..scale.rows() {
                let cells = cells(&letter, scale, usize::from(index), signs);
                put(buf, row(place, index), &cells, style);
            }
        }
        place = from(place, (columns(c).unwrap_or(0) + GAP) * scale.point());
    }
}

/// One row of cells of a letter.
fn cells(letter: &[&str; POINTS], scale: Scale, index: usize, signs: Signs) -> String {
    let sign = |sign| signs.get(sign);
    match scale {
        Scale::Whole => {
            let point = |c| sign(if c == '#' { Sign::Block } else { Sign::Blank }).repeat(2);
            letter[index].chars().map(point).collect()
        }
        Scale::Half => letter[index * 2]
            .chars()
            .zip(letter[index * 2 + 1].chars())
            .map(|halves| match halves {
                ('#', '#') => sign(Sign::Block),
                ('#', _) => sign(Sign::UpperHalf),
                (_, '#') => sign(Sign::LowerHalf),
                _ => sign(Sign::Blank),
            })
            .collect(),
    }
}

/// Points that a character is wide.
fn columns(c: char) -> Option<u16> {
    if c == ' ' {
        return Some(SPACE);
    }
    letter(c).and_then(|letter| u16::try_from(letter[0].len()).ok())
}

/// The points of a character, row by row.
fn letter(c: char) -> Option<[&'static str; POINTS]> {
    let at = ORDER.chars().position(|known| known == c)?;
    let first = at / SIDE_BY_SIDE * POINTS * ROW + at % SIDE_BY_SIDE * CELL;
    let mut letter = [""; POINTS];
    for (index, points) in letter.iter_mut().enumerate() {
        let start = first + index * ROW;
        *points = LETTERS.get(start..start + CELL)?.trim_end();
    }
    Some(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_has_eight_rows_of_one_width() {
        for c in ORDER.chars() {
            let letter = letter(c).unwrap_or_else(|| panic!("{c} is not drawn"));
            for row in letter {
                assert_eq!(row.len(), letter[0].len(), "{c}");
                assert!(row.chars().all(|point| matches!(point, '#' | '.')), "{c}");
            }
        }
    }

    #[test]
    fn a_text_breaks_at_spaces_and_is_never_drawn_half() {
        let half = Scale::Half;
        let whole = half.width("Yan Ming").expect("it has letters");
        assert_eq!(half.lines("Yan Ming", whole), Some(vec!["Yan Ming".into()]));
        assert_eq!(
            half.lines("Yan Ming", whole - 1),
            Some(vec!["Yan".into(), "Ming".into()])
        );
        assert_eq!(half.lines("Konstantinopolska", 20), None);
        assert_eq!(half.lines("严明", 200), None);
        assert_eq!(half.lines("Nguyễn", 200), None);
    }

    #[test]
    fn letters_without_room_draw_nothing_and_never_panic() {
        for (width, height) in [(0, 0), (1, 1), (40, 3), (5, 8), (11, 4)] {
            let area = Rect::new(0, 0, width, height);
            for scale in [Scale::Half, Scale::Whole] {
                let mut buf = Buffer::empty(area);
                put_letters(&mut buf, area, "Hm", scale, (Style::new(), Signs::Unicode));
                let fits = area.height >= scale.rows() && scale.width("Hm") <= Some(area.width);
                assert_eq!(buf != Buffer::empty(area), fits);
            }
        }
    }
}
