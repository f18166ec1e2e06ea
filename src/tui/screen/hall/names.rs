//! Names in columns — who waits, who stands for election — each with what stands before and behind it; in letters where they are few.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::part::{Level, below, middle};
use crate::text::Message;
use crate::tui::look::Look;
use crate::tui::style::Role;
use crate::tui::widget::letters::{Letters, Scale};
use crate::tui::widget::line::{cut, from, put, put_right, row, width};

/// Columns between sign, name and figure, and between two columns of names.
const GAP: u16 = 2;
const APART: u16 = 6;
/// The same where they are in letters.
const LETTER_GAP: u16 = 6;
const LETTERS_APART: u16 = 12;
/// Columns of a name at least, where it is cut.
const NARROWEST: u16 = 8;

/// A name.
pub struct Entry {
    /// A sign or a number in front; may be empty.
    pub before: String,
    pub name: String,
    /// What stands behind, at the right: votes; may be empty.
    pub behind: String,
    pub role: Role,
}

impl Entry {
    fn texts(&self) -> [&str; 3] {
        [&self.before, &self.name, &self.behind]
    }
}

/// All of them, laid.
pub(super) struct Names<'a> {
    entries: &'a [Entry],
    letters: Option<Letters>,
    /// Rows of each, with the space below.
    pitch: u16,
    /// Names below each other.
    rows: u16,
    /// Columns of names side by side, and of each what stands before, in it, and behind.
    columns: u16,
    before: u16,
    name: u16,
    behind: u16,
}

impl<'a> Names<'a> {
    /// On so many columns and rows; none where they have no room in the letters of that level.
    pub(super) fn of(
        look: &Look,
        entries: &'a [Entry],
        level: &Level,
        (columns, rows): (u16, u16),
    ) -> Option<Self> {
        let room = (columns, rows.max(1));
        if level.names.is_empty() {
            let laid = Self::laid(entries, None, room);
            return laid.or_else(|| Some(Self::narrow(entries, room)));
        }
        let texts: Vec<&str> = entries.iter().flat_map(Entry::texts).collect();
        let letters = |scale: &Scale| Letters::of(&texts, *scale, look.styles.signs);
        let lettered = level.names.iter().filter_map(letters);
        lettered
            .filter_map(|letters| Self::laid(entries, Some(letters), room))
            .find(|names| names.hidden() == 0)
    }

    /// In as many columns as they need; none where they have no room so.
    fn laid(
        entries: &'a [Entry],
        letters: Option<Letters>,
        (width, room): (u16, u16),
    ) -> Option<Self> {
        let widest = |part: fn(&Entry) -> &String| {
            let widths = entries.iter().map(|entry| columns_of(part(entry), letters));
            widths.max().unwrap_or(0)
        };
        let (before, name, behind) = (
            widest(|entry| &entry.before),
            widest(|entry| &entry.name),
            widest(|entry| &entry.behind),
        );
        let count = u16::try_from(entries.len()).unwrap_or(u16::MAX);
        let pitch = match letters {
            Some(letters) => letters.rows() + 1,
            None if count.saturating_mul(2) <= room => 2,
            None => 1,
        };
        let rows = (room / pitch).min(count).max(1);
        let columns = count.div_ceil(rows).max(1);
        let names = Self {
            entries,
            letters,
            pitch,
            rows: count.div_ceil(columns),
            columns,
            before,
            name,
            behind,
        };
        (names.width() <= width).then_some(names)
    }

    /// In as many columns as there is room for, cut; of those that have no room at all the number is told.
    fn narrow(entries: &'a [Entry], (width, room): (u16, u16)) -> Self {
        let widest = |part: fn(&Entry) -> &String| {
            let widths = entries.iter().map(|entry| columns_of(part(entry), None));
            widths.max().unwrap_or(0)
        };
        let (before, behind) = (widest(|entry| &entry.before), widest(|entry| &entry.behind));
        let count = u16::try_from(entries.len()).unwrap_or(u16::MAX);
        let sides = before + behind + 2 * GAP;
        let wanted = count.div_ceil(room).max(1);
        let most = (width / (sides + APART + NARROWEST)).max(1);
        let columns = wanted.min(most);
        let each = (width + APART) / columns;
        Self {
            entries,
            letters: None,
            pitch: 1,
            rows: count.div_ceil(columns).min(room),
            columns,
            before,
            name: each.saturating_sub(sides + APART),
            behind,
        }
    }

    /// Columns of one name with what is beside it.
    fn each(&self) -> u16 {
        self.beside(self.before) + self.name + self.beside(self.behind)
    }

    /// Columns of what stands beside a name, with the space between.
    fn beside(&self, columns: u16) -> u16 {
        let gap = self.letters.map_or(GAP, |_| LETTER_GAP);
        if columns > 0 { columns + gap } else { 0 }
    }

    fn width(&self) -> u16 {
        let all = self.columns.saturating_mul(self.each() + self.apart());
        all.saturating_sub(self.apart())
    }

    /// Columns between two columns of names.
    fn apart(&self) -> u16 {
        self.letters.map_or(APART, |_| LETTERS_APART)
    }

    pub(super) fn rows(&self) -> u16 {
        let all = self.rows.saturating_mul(self.pitch);
        // No space below the last.
        all.saturating_sub(self.pitch - self.letters.map_or(1, Letters::rows))
    }

    fn places(&self) -> usize {
        usize::from(self.rows.saturating_mul(self.columns))
    }

    /// How many have no room.
    pub(super) fn hidden(&self) -> usize {
        self.entries.len().saturating_sub(self.places())
    }

    /// Whether there is space between those below each other.
    pub(super) fn have_space(&self) -> bool {
        self.pitch > 1
    }

    pub(super) fn are_one_column(&self) -> bool {
        self.columns == 1
    }

    pub(super) fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = middle(area, self.width());
        let (all, hidden) = (self.places(), self.hidden());
        for (index, entry) in (0..).zip(self.entries.iter().take(all)) {
            let (column, line) = (index / self.rows, index % self.rows);
            let place = from(area, column * (self.each() + self.apart()));
            let place = Rect {
                width: place.width.min(self.each()),
                ..below(place, line * self.pitch, self.pitch)
            };
            if hidden > 0 && usize::from(index) + 1 == all {
                let more = Message::new("hall-more").with("count", hidden + 1);
                put(
                    buf,
                    row(place, 0),
                    &look.say(&more),
                    look.style(Role::Quiet),
                );
            } else {
                self.draw_one(look, entry, place, buf);
            }
        }
    }

    fn draw_one(&self, look: &Look, entry: &Entry, area: Rect, buf: &mut Buffer) {
        let style = look.style(entry.role);
        // A number is known anyway, a sign is not.
        let before_style = if entry.role == Role::Good {
            style
        } else {
            look.style(Role::Quiet)
        };
        let name = from(area, self.beside(self.before));
        let Some(letters) = self.letters else {
            let before = Rect {
                width: self.before.min(area.width),
                ..row(area, 0)
            };
            put_right(buf, before, &entry.before, before_style);
            put(buf, name, &cut(&entry.name, self.name, look.styles), style);
            put_right(buf, row(area, 0), &entry.behind, style);
            return;
        };
        let before = self.before.saturating_sub(letters.width(&entry.before));
        letters.put(buf, from(area, before), &entry.before, before_style);
        letters.put(buf, name, &entry.name, style);
        let behind = area.width.saturating_sub(letters.width(&entry.behind));
        letters.put(buf, from(area, behind), &entry.behind, style);
    }
}

/// Columns of a text, in letters or words.
fn columns_of(text: &str, letters: Option<Letters>) -> u16 {
    letters.map_or_else(|| width(text), |letters| letters.width(text))
}
