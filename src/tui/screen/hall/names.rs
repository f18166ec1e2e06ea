//! Names in columns — who waits, who stands for election — each with what stands before and behind it; in letters where they are few.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::part::{Level, below, middle};
use crate::text::Message;
use crate::tui::look::Look;
use crate::tui::style::{Role, Signs};
use crate::tui::widget::letters::{Scale, put_letters};
use crate::tui::widget::line::{cut, from, put, put_right, row, width};

/// Columns between sign, name and figure, and between two columns of names.
const GAP: u16 = 2;
/// The same where they are in letters.
const LETTER_GAP: u16 = 6;
const APART: u16 = 6;
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

/// All of them, laid.
pub(super) struct Names<'a> {
    entries: &'a [Entry],
    scale: Option<Scale>,
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
    /// On so many columns and rows.
    pub(super) fn of(
        look: &Look,
        entries: &'a [Entry],
        level: Level,
        (columns, rows): (u16, u16),
    ) -> Self {
        let (room, signs) = (rows.max(1), look.styles.signs);
        let large = matches!(level, Level::Grand | Level::Big) && signs == Signs::Unicode;
        let letters = Self::laid(entries, Some(Scale::Half), room, columns);
        letters
            .filter(|_| large)
            .or_else(|| Self::laid(entries, None, room, columns))
            .unwrap_or_else(|| Self::narrow(entries, room, columns))
    }

    /// In one column of letters, or in as many of words as they need; none where they have no room so.
    fn laid(entries: &'a [Entry], scale: Option<Scale>, room: u16, width: u16) -> Option<Self> {
        let widest = |part: fn(&Entry) -> &String| {
            let widths = entries.iter().map(|entry| columns_of(part(entry), scale));
            widths.collect::<Option<Vec<u16>>>()?.into_iter().max()
        };
        let (before, name, behind) = (
            widest(|entry| &entry.before)?,
            widest(|entry| &entry.name)?,
            widest(|entry| &entry.behind)?,
        );
        let count = u16::try_from(entries.len()).unwrap_or(u16::MAX);
        let pitch = match scale {
            Some(scale) => scale.rows() + 1,
            None if count.saturating_mul(2) <= room => 2,
            None => 1,
        };
        let rows = (room / pitch).min(count).max(1);
        let columns = count.div_ceil(rows).max(1);
        let names = Self {
            entries,
            scale,
            pitch,
            rows: count.div_ceil(columns),
            columns,
            before,
            name,
            behind,
        };
        let is_one = scale.is_none() || names.columns == 1;
        (is_one && names.width() <= width).then_some(names)
    }

    /// In as many columns as there is room for, cut; of those that have no room at all the number is told.
    fn narrow(entries: &'a [Entry], room: u16, width: u16) -> Self {
        let widest = |part: fn(&Entry) -> &String| {
            let widths = entries.iter().map(|entry| columns_of(part(entry), None));
            widths.flatten().max().unwrap_or(0)
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
            scale: None,
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
        let gap = self.scale.map_or(GAP, |_| LETTER_GAP);
        if columns > 0 { columns + gap } else { 0 }
    }

    fn width(&self) -> u16 {
        let all = self.columns.saturating_mul(self.each() + APART);
        all.saturating_sub(APART)
    }

    pub(super) fn rows(&self) -> u16 {
        let all = self.rows.saturating_mul(self.pitch);
        // No space below the last.
        all.saturating_sub(self.pitch - self.scale.map_or(1, Scale::rows))
    }

    fn places(&self) -> usize {
        usize::from(self.rows.saturating_mul(self.columns))
    }

    /// How many have no room.
    pub(super) fn hidden(&self) -> usize {
        self.entries.len().saturating_sub(self.places())
    }

    pub(super) fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = middle(area, self.width());
        let (all, hidden) = (self.places(), self.hidden());
        for (index, entry) in (0..).zip(self.entries.iter().take(all)) {
            let (column, line) = (index / self.rows, index % self.rows);
            let place = from(area, column * (self.each() + APART));
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
        let Some(scale) = self.scale else {
            let before = Rect {
                width: self.before.min(area.width),
                ..row(area, 0)
            };
            put_right(buf, before, &entry.before, before_style);
            put(buf, name, &cut(&entry.name, self.name, look.styles), style);
            put_right(buf, row(area, 0), &entry.behind, style);
            return;
        };
        let signs = look.styles.signs;
        let before = scale.width(&entry.before).unwrap_or(0);
        let before = from(area, self.before.saturating_sub(before));
        put_letters(buf, before, &entry.before, scale, (before_style, signs));
        put_letters(buf, name, &entry.name, scale, (style, signs));
        let behind = scale.width(&entry.behind).unwrap_or(0);
        let right = from(area, area.width.saturating_sub(behind));
        put_letters(buf, right, &entry.behind, scale, (style, signs));
    }
}

/// Columns of a text, in letters or words; none where it has no letters.
fn columns_of(text: &str, scale: Option<Scale>) -> Option<u16> {
    match scale {
        Some(scale) => scale.width(text),
        None => Some(width(text)),
    }
}
