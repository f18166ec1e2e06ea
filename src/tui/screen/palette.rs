//! The palette: a field and, below it, what is found, in a box over the stage.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::dialog::frame;
use crate::text::{Message, shown};
use crate::tui::input::{Code, Key};
use crate::tui::palette::{Entry, Palette};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::field;
use crate::tui::widget::line::{cut, from, put, put_right, row, width};
use crate::tui::widget::wrap::{lines, put_wrapped};

const WIDEST: u16 = 104;
/// Columns of the border and the space within it, on both sides.
const FRAME: u16 = 4;
/// Columns of the keys where none is longer, and most of the commands.
const KEY: u16 = 9;
const COMMAND: u16 = 34;
/// From this width on the commands stand in a column of their own.
const WITH_COMMANDS: u16 = 70;

/// The keys that work here.
pub const HINTS: [(Key, &str); 3] = [
    (Key::plain(Code::Enter), "palette-do"),
    (Key::plain(Code::Down), "palette-choose"),
    (Key::plain(Code::Esc), "palette-close"),
];

/// Draws the palette over `area`: as wide and as tall as there is room, whatever is found, so that nothing moves while one
/// types.
///
/// ```text
/// ┌────────────────────────────────────────────────────────────────────┐
/// │ › next▏                                                      2 of 96 │
/// │                                                                      │
/// │ F5        :next                   Give the floor to the next speaker │
/// │           :next meeting DATE …    Say when the next meeting is       │
/// └────────────────────────────────────────────────────────────────────┘
/// ```
pub fn view(scene: &Scene, palette: &Palette, area: Rect, buf: &mut Buffer) {
    let place = place(area);
    frame(scene, place, buf);
    let inside = inside(place);
    let prompt = row(inside, 0);
    let count = Message::new("palette-found").with("found", palette.rows().len());
    put_right(buf, prompt, &scene.say(&count), scene.style(Role::Quiet));
    put(
        buf,
        prompt,
        scene.sign(Sign::Prompt),
        scene.style(Role::Accent),
    );
    let (before, behind) = palette.field.halves();
    let typed = typed(place);
    field::view(buf, typed, (&shown(before), &shown(behind)), scene.styles);
    if palette.field.is_empty() {
        let hint = cut(&scene.word("palette-hint"), typed.width, scene.styles);
        put(buf, typed, &hint, scene.style(Role::Quiet));
    }
    let list = Rect {
        y: inside.y + 2,
        height: inside.height.saturating_sub(2),
        ..inside
    };
    let above = above(palette, list.height);
    let keys = key_columns(palette.rows().map(|entry| entry.key.as_str()));
    let seen = (above..).zip(palette.rows().skip(above));
    for (y, (index, entry)) in (0..list.height).zip(seen) {
        let role = (index == palette.chosen()).then_some(Role::Selection);
        Columns::of(entry).draw(scene, (keys, role), row(list, y), buf);
    }
}

/// Where the hardware cursor stands: in its field.
pub fn cursor(palette: &Palette, area: Rect) -> Position {
    field::cursor(typed(place(area)), &shown(palette.field.halves().0))
}

/// The row that stands at a place, by its place in the list.
pub fn row_at(palette: &Palette, area: Rect, position: Position) -> Option<usize> {
    let inside = inside(place(area));
    let below = inside.height.saturating_sub(2);
    let y = position.y.checked_sub(inside.y + 2)?;
    let index = above(palette, below) + usize::from(y);
    (y < below && inside.contains(position) && index < palette.rows().len()).then_some(index)
}

/// How many rows are out of sight above, so that the chosen one is in sight: whole pages, so that rows stand still.
fn above(palette: &Palette, height: u16) -> usize {
    let height = usize::from(height.max(1));
    palette.chosen() / height * height
}

/// How many columns the longest of these keys takes.
pub(super) fn key_columns<'k>(keys: impl Iterator<Item = &'k str>) -> u16 {
    keys.map(width).max().unwrap_or(0).max(KEY)
}

/// How something is done and what it does, side by side.
pub(super) struct Columns<'a> {
    pub key: &'a str,
    pub command: &'a str,
    pub what: &'a str,
}

impl<'a> Columns<'a> {
    fn of(entry: &'a Entry) -> Self {
        Self {
            key: &entry.key,
            command: &entry.command,
            what: &entry.what,
        }
    }

    /// Draws all of it, wrapped in its columns, as much as there is room for below; gives how many rows it takes.
    pub(super) fn draw_whole(&self, scene: &Scene, keys: u16, area: Rect, buf: &mut Buffer) -> u16 {
        let rest = from(area, keys + 1);
        let (most, behind) = if rest.width >= WITH_COMMANDS {
            (COMMAND, COMMAND + 2)
        } else {
            let most = rest.width / 2;
            let used = width(self.command).min(most);
            (most, if used == 0 { 0 } else { used + 2 })
        };
        let command = Rect {
            width: rest.width.min(most),
            ..rest
        };
        let what = from(rest, behind);
        let key = cut(self.key, area.width.min(keys), scene.styles);
        put(buf, area, &key, scene.style(Role::Accent));
        put_wrapped(buf, command, self.command, scene.style(Role::Accent));
        put_wrapped(buf, what, self.what, scene.style(Role::Text));
        rows_of(self.command, command.width).max(rows_of(self.what, what.width))
    }

    /// Draws it on one row, with so many columns for the key; all of it in a role where that is given.
    pub(super) fn draw(
        &self,
        scene: &Scene,
        (keys, role): (u16, Option<Role>),
        area: Rect,
        buf: &mut Buffer,
    ) {
        let style = |usual| scene.style(role.unwrap_or(usual));
        if role.is_some() {
            let blank = " ".repeat(usize::from(area.width));
            put(buf, area, &blank, style(Role::Selection));
        }
        let mut piece = |area: Rect, columns: u16, text: &str, usual| {
            let area = Rect {
                width: area.width.min(columns),
                ..area
            };
            let text = cut(text, area.width, scene.styles);
            put(buf, area, &text, style(usual));
        };
        piece(area, keys, self.key, Role::Accent);
        let rest = from(area, keys + 1);
        if rest.width >= WITH_COMMANDS {
            piece(rest, COMMAND, self.command, Role::Accent);
            piece(from(rest, COMMAND + 2), u16::MAX, self.what, Role::Text);
            return;
        }
        let most = rest.width / 2;
        let used = match width(self.command) {
            0 => 0,
            columns => columns.min(most) + 2,
        };
        piece(rest, most, self.command, Role::Accent);
        piece(from(rest, used), u16::MAX, self.what, Role::Text);
    }
}

/// Rows that a text takes on so many columns.
pub(super) fn rows_of(text: &str, columns: u16) -> u16 {
    u16::try_from(lines(text, columns).len()).unwrap_or(u16::MAX)
}

pub(super) fn place(area: Rect) -> Rect {
    let width = area.width.min(WIDEST);
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        ..area
    }
}

pub(super) fn inside(place: Rect) -> Rect {
    Rect {
        x: place.x + 2,
        y: place.y + 1,
        width: place.width.saturating_sub(FRAME),
        height: place.height.saturating_sub(2),
    }
}

/// Where one types: behind the prompt, before the count.
fn typed(place: Rect) -> Rect {
    const COUNT: u16 = 12;
    let row = row(inside(place), 0);
    Rect {
        x: row.x + 2.min(row.width),
        width: row.width.saturating_sub(2 + COUNT),
        ..row
    }
}
