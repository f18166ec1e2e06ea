//! The line one types in: its text, its cursor, and how it is drawn when it is longer than its place.
//! Edits by what a person sees as one character; owns no history and knows no keys.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_segmentation::UnicodeSegmentation;

use super::line::{CellWidth, put, width};
use crate::tui::style::{Role, Styles};

/// One line of text being typed, and where the next character goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    /// A byte index, always between two characters as a person sees them.
    cursor: usize,
}

impl Field {
    /// A line with that text, the cursor at its end.
    #[must_use]
    pub fn with(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            cursor: text.len(),
        }
    }

    /// What stands there.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing stands there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text before the cursor and the text behind it.
    #[must_use]
    pub fn halves(&self) -> (&str, &str) {
        self.text.split_at(self.cursor)
    }

    /// Puts text in at the cursor. The caller has cleaned it: one line, nothing dangerous.
    pub fn insert(&mut self, text: &str) {
        self.text.insert_str(self.cursor, text);
        // What was put in may join with what stands behind (a combining mark before its base is typed over).
        self.cursor = self.boundary_from(self.cursor + text.len());
    }

    /// Puts text in place of what stands between that byte and the cursor. Cleaned as for [`Self::insert`].
    pub fn replace_before(&mut self, from: usize, text: &str) {
        let from = self.boundary_from(from.min(self.cursor));
        self.text.replace_range(from..self.cursor, "");
        self.cursor = from;
        self.insert(text);
    }

    /// Takes the text away and leaves the line empty.
    pub fn take(&mut self) -> String {
        self.cursor = 0;
        std::mem::take(&mut self.text)
    }

    /// Removes the character before the cursor.
    pub fn backspace(&mut self) {
        let start = self.before(self.cursor);
        self.text.replace_range(start..self.cursor, "");
        self.cursor = self.boundary_from(start);
    }

    /// Removes the character behind the cursor.
    pub fn delete(&mut self) {
        let end = self.behind(self.cursor);
        self.text.replace_range(self.cursor..end, "");
        self.cursor = self.boundary_from(self.cursor);
    }

    /// Removes the word before the cursor.
    pub fn delete_word(&mut self) {
        let start = self.word_before();
        self.text.replace_range(start..self.cursor, "");
        self.cursor = self.boundary_from(start);
    }

    /// Removes all before the cursor.
    pub fn delete_before(&mut self) {
        self.text.replace_range(..self.cursor, "");
        self.cursor = self.boundary_from(0);
    }

    /// One character to the left.
    pub fn left(&mut self) {
        self.cursor = self.before(self.cursor);
    }

    /// One character to the right.
    pub fn right(&mut self) {
        self.cursor = self.behind(self.cursor);
    }

    /// One word to the left.
    pub fn word_left(&mut self) {
        self.cursor = self.word_before();
    }

    /// One word to the right.
    pub fn word_right(&mut self) {
        let rest = &self.text[self.cursor..];
        let words = rest
            .split_word_bound_indices()
            .skip_while(|(_, word)| word.trim().is_empty());
        self.cursor = words
            .take(1)
            .last()
            .map_or(self.text.len(), |(at, word)| self.cursor + at + word.len());
    }

    /// To the beginning.
    pub fn home(&mut self) {
        self.cursor = 0;
    }

    /// To the end.
    pub fn end(&mut self) {
        self.cursor = self.text.len();
    }

    /// To the character before which that byte is.
    pub fn go_to(&mut self, index: usize) {
        self.cursor = self.boundary_from(index);
    }

    /// The byte of the character that [`view`] draws in that column of a place so wide, given the columns that each character
    /// takes there; the end of the line behind the last.
    #[must_use]
    pub fn index_at(&self, column: u16, room: u16, columns: impl Fn(&str) -> u16) -> usize {
        let before = self.halves().0.graphemes(true).map(&columns);
        let before = before.fold(0, u16::saturating_add);
        let wanted = hidden_columns(before, room).saturating_add(column);
        let mut end: u16 = 0;
        let mut characters = self.text.grapheme_indices(true);
        let there = characters.find(|(_, grapheme)| {
            end = end.saturating_add(columns(grapheme));
            end > wanted
        });
        there.map_or(self.text.len(), |(index, _)| index)
    }

    fn before(&self, at: usize) -> usize {
        self.text[..at]
            .grapheme_indices(true)
            .next_back()
            .map_or(0, |(index, _)| index)
    }

    fn behind(&self, at: usize) -> usize {
        self.text[at..]
            .graphemes(true)
            .next()
            .map_or(at, |grapheme| at + grapheme.len())
    }

    fn word_before(&self) -> usize {
        let words = self.text[..self.cursor].split_word_bound_indices();
        words
            .rev()
            .find(|(_, word)| !word.trim().is_empty())
            .map_or(0, |(at, _)| at)
    }

    /// The first place between two characters at or behind `at`.
    fn boundary_from(&self, at: usize) -> usize {
        let starts = self.text.grapheme_indices(true).map(|(index, _)| index);
        starts
            .chain([self.text.len()])
            .find(|&index| index >= at)
            .unwrap_or(self.text.len())
    }
}

/// Draws a line with its cursor between the two halves, on the first row of `area`. A line that is longer than its place is
/// moved by half of it at a time, so that most keys change one cell.
pub fn view(buf: &mut Buffer, area: Rect, halves: (&str, &str), styles: &Styles) {
    let hidden = hidden_columns(width(halves.0), area.width);
    let mut x = 0;
    let mut shown = String::new();
    for grapheme in halves.0.graphemes(true).chain(halves.1.graphemes(true)) {
        let columns = grapheme.cell_width();
        if x >= hidden {
            shown.push_str(grapheme);
        } else if x + columns > hidden {
            // Half of a wide character would stand there.
            shown.push(' ');
        }
        x = x.saturating_add(columns);
    }
    put(buf, area, &shown, styles.of(Role::Field));
}

/// Where the hardware cursor stands on a line that [`view`] drew.
#[must_use]
pub fn cursor(area: Rect, before: &str) -> Position {
    let columns = width(before);
    let x =
        area.x + (columns - hidden_columns(columns, area.width)).min(area.width.saturating_sub(1));
    Position { x, y: area.y }
}

/// How many columns are out of sight on the left, so that the cursor is in sight.
fn hidden_columns(before: u16, room: u16) -> u16 {
    if before < room {
        return 0;
    }
    let step = (room / 2).max(1);
    (before - room + 1).div_ceil(step) * step
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_person_sees_as_one_character_goes_at_once() {
        let mut field = Field::with("a👩‍👩‍👧");
        field.backspace();
        assert_eq!(field.text(), "a");
        field.insert("好e\u{301}");
        field.left();
        field.left();
        field.delete();
        assert_eq!(field.text(), "ae\u{301}");
    }

    #[test]
    fn words_are_stepped_over_and_taken_away() {
        let mut field = Field::with("send ten lecturers ");
        field.delete_word();
        assert_eq!(field.text(), "send ten ");
        field.home();
        field.word_right();
        assert_eq!(field.halves(), ("send", " ten "));
        field.word_left();
        assert_eq!(field.halves().0, "");
    }

    #[test]
    fn the_cursor_of_a_long_line_is_always_in_sight() {
        for columns in 0..200 {
            for room in 1..40 {
                let area = Rect::new(3, 0, room, 1);
                let position = cursor(area, &"x".repeat(columns));
                assert!(area.contains(position), "{columns} in {room}");
            }
        }
    }

    #[test]
    fn a_place_on_the_screen_is_the_character_that_stands_there() {
        let mut field = Field::with("a好👩‍👩‍👧e\u{301}z");
        let there: Vec<&str> = (0..9)
            .map(|column| &field.text[field.index_at(column, 20, width)..])
            .collect();
        let (family, accent) = ("👩‍👩‍👧e\u{301}z", "e\u{301}z");
        assert_eq!(
            there[..4],
            [field.text(), &field.text[1..], &field.text[1..], family]
        );
        assert_eq!(there[4..], [family, accent, "z", "", ""]);
        field.go_to(2);
        assert_eq!(field.halves().0, "a好", "never inside a character");
    }

    #[test]
    fn on_a_line_that_was_moved_the_character_in_sight_is_meant() {
        let field = Field::with("0123456789");
        let area = Rect::new(0, 0, 6, 1);
        let mut buf = Buffer::empty(area);
        view(&mut buf, area, field.halves(), &Styles::default());
        for column in 0..4 {
            let index = field.index_at(column, 6, width);
            assert_eq!(field.text[index..=index], *buf[(column, 0)].symbol());
        }
    }

    proptest! {
        #[test]
        fn no_key_ever_leaves_the_cursor_inside_a_character(keys in proptest::collection::vec(0u8..10, 0..60)) {
            let mut field = Field::default();
            for key in keys {
                match key {
                    0 => field.insert("a"),
                    1 => field.insert("\u{301}"),
                    2 => field.insert("👍🏽"),
                    3 => field.insert("好 "),
                    4 => field.left(),
                    5 => field.right(),
                    6 => field.backspace(),
                    7 => field.delete(),
                    8 => field.delete_word(),
                    _ => field.word_left(),
                }
                prop_assert!(field.text.is_char_boundary(field.cursor));
                let mut buf = Buffer::empty(Rect::new(0, 0, 7, 1));
                view(&mut buf, Rect::new(0, 0, 7, 1), field.halves(), &Styles::default());
            }
        }
    }
}
