//! Our own small alphabet: Latin text in strong letters, proportional, eight rows of points high, the last of them below the line.

use super::Letter;

/// The letters as they look, thirteen side by side in each block of eight rows of points.
const LETTERS: &str = include_str!("own.txt");
/// Which they are, in that order.
const ORDER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789\
    -.,'’:()/&?!✓–—;“”\"+·éèüöäáóñ";
const SIDE_BY_SIDE: usize = 13;
/// Rows of points of a letter.
pub(super) const POINTS: u16 = 8;
/// Bytes from one letter to the next, and from one row to the next.
const CELL: usize = 7;
const ROW: usize = SIDE_BY_SIDE * CELL + 2;
/// Points that a space takes.
const SPACE: u16 = 2;

/// The letter of a character.
pub(super) fn letter(c: char) -> Option<Letter> {
    let width = width(c)?;
    let mut letter = Letter::blank(width);
    let Some(first) = place(c) else {
        return Some(letter);
    };
    for (index, points) in (0..usize::from(POINTS)).zip(&mut letter.rows) {
        let start = first + index * ROW;
        let drawn = LETTERS.get(start..start + usize::from(width))?;
        *points = drawn.bytes().zip(0..).fold(0, |points, (point, x)| {
            points | u16::from(point == b'#') << (Letter::LAST - x)
        });
    }
    Some(letter)
}

/// Points that a character is wide; none where it has no letter.
pub(super) fn width(c: char) -> Option<u16> {
    if c.is_whitespace() {
        return Some(SPACE);
    }
    let first = place(c)?;
    let drawn = LETTERS.get(first..first + CELL)?.trim_end();
    u16::try_from(drawn.len()).ok()
}

/// Where the points of a character begin.
fn place(c: char) -> Option<usize> {
    let at = ORDER.chars().position(|known| known == c)?;
    Some(at / SIDE_BY_SIDE * usize::from(POINTS) * ROW + at % SIDE_BY_SIDE * CELL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_drawn_in_eight_rows_of_one_width() {
        let rows: Vec<&str> = LETTERS.lines().collect();
        for (at, c) in ORDER.chars().enumerate() {
            let width = usize::from(letter(c).map_or(0, |letter| letter.width));
            assert!(width > 0, "{c} is not drawn");
            let first = at / SIDE_BY_SIDE * usize::from(POINTS);
            for row in &rows[first..first + usize::from(POINTS)] {
                let start = at % SIDE_BY_SIDE * CELL;
                let drawn = row[start..start + CELL].trim_end();
                assert_eq!(drawn.len(), width, "{c}");
                assert!(drawn.chars().all(|point| matches!(point, '#' | '.')), "{c}");
            }
        }
    }
}
