//! Letters that carry through a hall: text drawn large in blocks, in three sizes. Latin text in our own alphabet, any other whole in GNU
//! Unifont's, so that one text looks like one. Writing that neither draws rightly is the caller's, in the terminal's own letters; nothing is
//! ever drawn half.

mod own;
mod unifont;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_normalization::UnicodeNormalization;

use super::wrap::lines_by;
use crate::tui::style::{Sign, Signs};

/// How large letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Four rows.
    Half,
    /// Eight rows.
    Whole,
    /// Sixteen rows.
    Double,
}

impl Scale {
    /// Rows of a line.
    #[must_use]
    pub const fn rows(self) -> u16 {
        match self {
            Self::Half => 4,
            Self::Whole => 8,
            Self::Double => 16,
        }
    }
}

/// Whose letters they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Alphabet {
    Own,
    Unifont,
}

impl Alphabet {
    /// In the order in which they are to be preferred.
    const ALL: [Self; 2] = [Self::Own, Self::Unifont];

    fn letter(self, c: char) -> Option<Letter> {
        match self {
            Self::Own => own::letter(c),
            Self::Unifont => unifont::letter(c),
        }
    }

    /// Points that a character is wide; none where it has no letter.
    fn width(self, c: char) -> Option<u16> {
        match self {
            Self::Own => own::width(c),
            Self::Unifont => unifont::letter(c).map(|letter| letter.width),
        }
    }

    /// Rows of points of a letter.
    const fn points(self) -> u16 {
        match self {
            Self::Own => own::POINTS,
            Self::Unifont => unifont::POINTS,
        }
    }

    /// Points between two letters; Unifont's have it within them.
    const fn gap(self) -> u16 {
        match self {
            Self::Own => 1,
            Self::Unifont => 0,
        }
    }
}

/// The points of a character, row by row from the top, the leftmost at the highest bit.
#[derive(Clone, Copy)]
struct Letter {
    rows: [u16; 16],
    width: u16,
}

impl Letter {
    /// The place of the leftmost bit.
    const LAST: u16 = 15;

    const fn blank(width: u16) -> Self {
        Self {
            rows: [0; 16],
            width,
        }
    }

    fn has(&self, x: u16, y: u16) -> bool {
        self.rows[usize::from(y)] >> (Self::LAST - x) & 1 == 1
    }
}

/// The letters of one alphabet at one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letters {
    alphabet: Alphabet,
    scale: Scale,
    signs: Signs,
}

impl Letters {
    /// Those of that size in which all of the texts can be written, that they look alike; none where one of them cannot, or where nobody could
    /// read it: a point needs half a cell, and without half blocks a whole one.
    #[must_use]
    pub fn of(texts: &[&str], scale: Scale, signs: Signs) -> Option<Self> {
        let writes = |alphabet: &Alphabet| {
            let mut characters = texts.iter().flat_map(|text| text.nfc());
            characters.all(|c| alphabet.width(c).is_some())
        };
        let alphabet = Alphabet::ALL.into_iter().find(writes)?;
        let letters = Self {
            alphabet,
            scale,
            signs,
        };
        let least = match signs {
            Signs::Unicode => 1,
            Signs::Ascii => 2,
        };
        (letters.pitch() >= least).then_some(letters)
    }

    /// Columns of a point, and half rows, which is about a square.
    const fn pitch(self) -> u16 {
        self.scale.rows() * 2 / self.alphabet.points()
    }

    /// Rows of a line.
    #[must_use]
    pub const fn rows(self) -> u16 {
        self.scale.rows()
    }

    /// Whether their strokes are a whole cell high at least.
    #[must_use]
    pub const fn are_strong(self) -> bool {
        self.pitch() >= 2
    }

    /// Columns that a text takes.
    #[must_use]
    pub fn width(self, text: &str) -> u16 {
        let widths = text.nfc().filter_map(|c| self.alphabet.width(c));
        let points = widths.fold(0_u16, |points, width| {
            points.saturating_add(width + self.alphabet.gap())
        });
        let points = points.saturating_sub(self.alphabet.gap());
        points.saturating_mul(self.pitch())
    }

    /// The text in as few lines as it needs on so many columns, about equally long; none where it has no room in `most` of them.
    #[must_use]
    pub fn lines(self, text: &str, columns: u16, most: u16) -> Option<Vec<&str>> {
        let whole = self.width(text.trim_end());
        if whole > columns.saturating_mul(most) {
            return None;
        }
        let on = |columns| lines_by(text, columns, |piece| self.width(piece));
        let lines = on(columns)?;
        let count = u16::try_from(lines.len()).ok()?;
        if !(1..=most).contains(&count) {
            return None;
        }
        let step = self.pitch() * self.alphabet.points() / 2;
        let narrower = (whole / count..columns).step_by(usize::from(step));
        let even = narrower
            .filter_map(on)
            .find(|even| even.len() == lines.len());
        Some(even.unwrap_or(lines))
    }

    /// Draws a line of text from the left of `area`; draws nothing where it has no room.
    pub fn put(self, buf: &mut Buffer, area: Rect, text: &str, style: Style) {
        if self.width(text) > area.width || self.rows() > area.height {
            return;
        }
        let mut left = area.x;
        for letter in text.nfc().filter_map(|c| self.alphabet.letter(c)) {
            self.put_letter(buf, (left, area.y), &letter, style);
            left = left.saturating_add((letter.width + self.alphabet.gap()) * self.pitch());
        }
    }

    fn put_letter(self, buf: &mut Buffer, (left, top): (u16, u16), letter: &Letter, style: Style) {
        let pitch = self.pitch();
        for row in 0..self.rows() {
            for column in 0..letter.width * pitch {
                let has = |half| letter.has(column / pitch, half / pitch);
                let sign = match (has(2 * row), has(2 * row + 1)) {
                    (true, true) => Sign::Block,
                    (true, false) => Sign::UpperHalf,
                    (false, true) => Sign::LowerHalf,
                    (false, false) => Sign::Blank,
                };
                if let Some(cell) = buf.cell_mut((left + column, top + row)) {
                    cell.set_symbol(self.signs.get(sign)).set_style(style);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SCALES: [Scale; 3] = [Scale::Half, Scale::Whole, Scale::Double];

    fn letters(text: &str, scale: Scale) -> Option<Letters> {
        Letters::of(&[text], scale, Signs::Unicode)
    }

    fn lines(text: &str, scale: Scale, columns: u16) -> Option<Vec<&str>> {
        letters(text, scale)?.lines(text, columns, 9)
    }

    #[test]
    fn latin_text_breaks_at_words_into_lines_about_equally_long() {
        let half = letters("Yan Ming", Scale::Half).expect("it has letters");
        let whole = half.width("Yan Ming");
        assert_eq!(half.lines("Yan Ming", whole, 1), Some(vec!["Yan Ming"]));
        assert_eq!(half.lines("Yan Ming", whole - 1, 1), None);
        let two = Some(vec!["Yan", "Ming"]);
        assert_eq!(half.lines("Yan Ming", whole - 1, 2), two);
        let even = lines("Election of the vice chairmen", Scale::Half, 120);
        assert_eq!(even, Some(vec!["Election of the", "vice chairmen"]));
        assert_eq!(lines("Konstantinopolska", Scale::Half, 20), None);
    }

    #[test]
    fn chinese_text_breaks_anywhere_but_before_a_closing_mark() {
        let text = "审议，通过章程";
        let even = lines(text, Scale::Whole, 16 * 5);
        assert_eq!(even, Some(vec!["审议，通", "过章程"]));
        let short = lines(text, Scale::Whole, 16 * 2);
        assert_eq!(short, Some(vec!["审", "议，", "通过", "章程"]));
    }

    #[test]
    fn what_our_alphabet_lacks_is_written_whole_in_the_other() {
        for text in [
            "严明",
            "Nguyễn",
            "Nguye\u{302}\u{303}n",
            "严明 Yan Ming",
            "Ким",
        ] {
            let letters = letters(text, Scale::Whole).expect("it has letters");
            assert_eq!(letters.alphabet, Alphabet::Unifont, "{text}");
        }
        let both = Letters::of(&["Yan Ming", "严明"], Scale::Whole, Signs::Unicode);
        assert_eq!(both.map(|both| both.alphabet), Some(Alphabet::Unifont));
        assert_eq!(
            letters("Jose\u{301}", Scale::Half),
            letters("Yan", Scale::Half)
        );
        for text in ["عمر", "משה", "राम", "สมชาย", "𬭚", "👍", "q\u{301}"]
        {
            assert_eq!(letters(text, Scale::Double), None, "{text}");
        }
    }

    #[test]
    fn a_point_takes_half_a_cell_at_least_and_in_ascii_a_whole_one() {
        let least = |text, signs| {
            let drawn = |scale: &Scale| Letters::of(&[text], *scale, signs).is_some();
            SCALES.into_iter().find(drawn)
        };
        assert_eq!(least("Yan", Signs::Unicode), Some(Scale::Half));
        assert_eq!(least("Yan", Signs::Ascii), Some(Scale::Whole));
        assert_eq!(least("严", Signs::Unicode), Some(Scale::Whole));
        assert_eq!(least("严", Signs::Ascii), Some(Scale::Double));
    }

    #[test]
    fn the_cells_are_the_points_of_the_letter() {
        let letters = letters("中", Scale::Whole).expect("it has letters");
        let area = Rect::new(0, 0, 16, 8);
        let mut buf = Buffer::empty(area);
        letters.put(&mut buf, area, "中", Style::new());
        let row = |y| -> String { (0..16).map(|x| buf[(x, y)].symbol()).collect() };
        let drawn: Vec<String> = (0..8).map(row).collect();
        assert_eq!(
            drawn,
            [
                "       █        ",
                "       █        ",
                "  █▀▀▀▀█▀▀▀▀█   ",
                "  █    █    █   ",
                "  █    █    █   ",
                "  █▀▀▀▀█▀▀▀▀█   ",
                "       █        ",
                "       █        ",
            ]
        );
    }

    proptest! {
        #[test]
        fn a_line_is_drawn_whole_inside_its_area_or_not_at_all(
            text in "[a-cÄễЖ好，。가 ]{1,6}",
            scale in 0..3_usize,
            (width, height) in (0..120_u16, 0..20_u16),
        ) {
            let Some(letters) = letters(&text, SCALES[scale]) else {
                return Ok(());
            };
            let whole = Rect::new(0, 0, 700, 40);
            let area = Rect::new(3, 2, width, height);
            let drawn = |area| {
                let mut buf = Buffer::empty(whole);
                letters.put(&mut buf, area, &text, Style::new());
                buf
            };
            let buf = drawn(area);
            let fits = letters.width(&text) <= width && letters.rows() <= height;
            let expected = if fits {
                drawn(Rect { width: 690, height: 30, ..area })
            } else {
                Buffer::empty(whole)
            };
            prop_assert_eq!(&buf, &expected);
            for (x, y) in whole.positions().map(Into::into) {
                let is_inside = area.contains((x, y).into());
                prop_assert!(is_inside || buf[(x, y)].symbol() == " ");
            }
        }
    }
}
