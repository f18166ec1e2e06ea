//! The letters of GNU Unifont, sixteen rows of points high: of every writing whose characters stand one after the other from the left, each
//! by itself. What joins, stacks or runs from the right — Arabic, Hebrew, Devanagari, Thai — would be wrong so, and is not drawn.

use std::ops::RangeInclusive;

use ::unifont::{Glyph, get_glyph};
use unicode_width::UnicodeWidthChar;

use super::Letter;

/// Rows of points of a letter.
pub(super) const POINTS: u16 = 16;
/// Points of a space, of one as wide as a Chinese character, and of a narrow one that nothing breaks.
const SPACE: u16 = 8;
const WIDE_SPACE: u16 = 16;
const NARROW_SPACE: u16 = 4;

/// The characters that may be drawn one by one.
const KNOWN: [RangeInclusive<char>; 16] = [
    // Latin with its additions; no soft hyphen.
    '!'..='~',
    '¡'..='¬',
    '®'..='\u{2ff}',
    // Greek, Cyrillic, Armenian.
    'Ͱ'..='\u{58f}',
    // Georgian.
    'Ⴀ'..='ჿ',
    // Latin as in Vietnamese, Greek with its accents.
    'Ḁ'..='῾',
    // Dashes and quotation marks; signs of currencies, numbers, arrows, figures and ticks.
    '‐'..='\u{2027}',
    '‰'..='⁞',
    '⁰'..='➿',
    // Radicals.
    '⺀'..='⿕',
    // Chinese marks, kana, bopomofo, Hangul letters, what is put in circles, Chinese, Yi.
    '、'..='ㅣ',
    'ㅥ'..='\u{a4c6}',
    // Hangul.
    '가'..='힣',
    // Chinese that other standards count twice; upright forms.
    '豈'..='龎',
    '︰'..='﹏',
    // Wide Latin.
    '！'..='￦',
];

/// The letter of a character.
pub(super) fn letter(c: char) -> Option<Letter> {
    if c.is_whitespace() {
        return Some(Letter::blank(match c {
            '\u{202f}' => NARROW_SPACE,
            '\u{3000}' => WIDE_SPACE,
            _ => SPACE,
        }));
    }
    // What takes no column stands upon another, or steers.
    let stands_alone = c.width().is_some_and(|width| width > 0);
    if !stands_alone || !KNOWN.iter().any(|known| known.contains(&c)) {
        return None;
    }
    match get_glyph(c)? {
        Glyph::Halfwidth(rows) => Some(Letter {
            rows: rows.map(|points| u16::from(points) << 8),
            width: 8,
        }),
        Glyph::Fullwidth(rows) if is_numbered(rows) => None,
        Glyph::Fullwidth(rows) => Some(Letter {
            rows: *rows,
            width: 16,
        }),
    }
}

/// Whether it is only a box with the number of a character that there is not yet.
fn is_numbered(rows: &[u16; 16]) -> bool {
    [1, 7, 8, 14].iter().all(|row| rows[*row] == 0x7ffe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_writing_that_stands_one_by_one_has_letters() {
        for c in "aÄøſəΩάЖйӘԱაễẞ–“”…₫№→✓、々〇ぬヴㄅ㐀龙鿿한가！Ａ".chars()
        {
            let letter = letter(c).unwrap_or_else(|| panic!("{c} has none"));
            assert!(letter.rows.iter().any(|points| *points > 0), "{c}");
        }
    }

    #[test]
    fn what_joins_stacks_steers_or_is_unknown_has_none() {
        let marks = "\u{301}\u{309a}\u{fe0f}\u{200d}\u{ad}\u{202e}\u{3164}\u{1160}";
        let unknown = "\u{378}\u{fff0}\u{e000}\u{1b}𬭚👍";
        for c in "אبनไ".chars().chain(marks.chars()).chain(unknown.chars()) {
            assert!(letter(c).is_none(), "{c:?} has one");
        }
    }

    #[test]
    fn a_space_is_as_wide_as_it_is_meant() {
        for (space, points) in [(' ', 8), ('\u{3000}', 16), ('\u{202f}', 4)] {
            assert_eq!(letter(space).map(|letter| letter.width), Some(points));
        }
    }
}
