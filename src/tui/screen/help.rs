//! The help, in a box over the stage: keys, commands and what they do, in columns; as many rows as there is room for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::dialog::frame;
use super::palette::{Columns, inside, key_columns, place};
use crate::text::Message;
use crate::tui::help::{self, Row};
use crate::tui::input::{Code, Key};
use crate::tui::scene::Scene;
use crate::tui::style::Role;
use crate::tui::widget::line::{cut, put, put_right, row, width};

/// The keys that work here.
pub const HINTS: [(Key, &str); 2] = [
    (Key::plain(Code::PageDown), "palette-further"),
    (Key::plain(Code::PageUp), "palette-back"),
];

/// Draws the help over `area`, that many of its rows out of sight above.
///
/// ```text
/// ┌──────────────────────────────────────────────────────────────────────┐
/// │ What the keys do here                                         1–9 of 80 │
/// │                                                                      │
/// │ At any time                                                          │
/// │ F5        :next                   Give the floor to the next speaker │
/// └──────────────────────────────────────────────────────────────────────┘
/// ```
pub fn view(scene: &Scene, above: u16, area: Rect, buf: &mut Buffer) {
    let place = place(area);
    frame(scene, place, buf);
    let inside = inside(place);
    let rows = help::rows(&scene.ui.keys, scene.locale);
    let list = Rect {
        y: inside.y + 2,
        height: inside.height.saturating_sub(2),
        ..inside
    };
    let above = usize::from(above);
    let last = (above + usize::from(list.height)).min(rows.len());
    let seen = Message::new("palette-rows")
        .with("first", (above + 1).min(rows.len()))
        .with("last", last)
        .with("rows", rows.len());
    let seen = scene.say(&seen);
    let head = row(inside, 0);
    let title = Rect {
        width: head.width.saturating_sub(width(&seen) + 2),
        ..head
    };
    let question = cut(&scene.word("tui-help"), title.width, scene.styles);
    put(buf, title, &question, scene.style(Role::Strong));
    put_right(buf, head, &seen, scene.style(Role::Quiet));
    let keys = key_columns(rows.iter().map(|row| match row {
        Row::Entry { key, .. } => key.as_str(),
        Row::Heading(_) | Row::Blank => "",
    }));
    for (y, line) in (0..list.height).zip(rows.iter().skip(above)) {
        match line {
            Row::Blank => {}
            Row::Heading(heading) => {
                let heading = cut(&heading.to_uppercase(), list.width, scene.styles);
                put(buf, row(list, y), &heading, scene.style(Role::Label));
            }
            Row::Entry { key, command, what } => {
                Columns { key, command, what }.draw(scene, (keys, None), row(list, y), buf);
            }
        }
    }
}
