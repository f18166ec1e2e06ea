//! The help, in a box over the stage: the face, then keys, commands and what they do, in columns, each wrapped and whole; as many
//! of them as there is room for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::dialog::frame;
use super::palette::{Columns, inside, key_columns, place, rows_of};
use crate::text::Message;
use crate::tui::help::{self, Row};
use crate::tui::input::{Code, Key};
use crate::tui::scene::Scene;
use crate::tui::style::Role;
use crate::tui::widget::line::{cut, put, put_right, row, width};
use crate::tui::widget::wrap::put_wrapped;

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
/// │ ROLL                                                                 │
/// │ Everybody in order of precedence, with status and since when. …      │
/// │ F5        :next                   Give the floor to the next speaker │
/// └──────────────────────────────────────────────────────────────────────┘
/// ```
pub fn view(scene: &Scene, above: u16, area: Rect, buf: &mut Buffer) {
    let place = place(area);
    frame(scene, place, buf);
    let inside = inside(place);
    let rows = help::rows(&scene.ui.keys, scene.locale, scene.ui.face);
    let list = Rect {
        y: inside.y + 2,
        height: inside.height.saturating_sub(2),
        ..inside
    };
    let keys = key_columns(rows.iter().map(|row| match row {
        Row::Entry { key, .. } => key.as_str(),
        Row::Heading(_) | Row::Text(_) | Row::Blank => "",
    }));
    let above = usize::from(above);
    let mut used = 0;
    let mut last = above.min(rows.len());
    for line in rows.iter().skip(above) {
        let place = below(list, used);
        let height = draw(scene, line, keys, place, buf);
        if height > place.height {
            break;
        }
        used += height;
        last += 1;
    }
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
}

/// Draws a row of the help, as much of it as there is room for below; gives how many rows of the screen all of it takes.
fn draw(scene: &Scene, line: &Row, keys: u16, area: Rect, buf: &mut Buffer) -> u16 {
    let (text, role) = match line {
        Row::Blank => return 1,
        Row::Heading(heading) => (heading.to_uppercase(), Role::Label),
        Row::Text(text) => (text.clone(), Role::Text),
        Row::Entry { key, command, what } => {
            let columns = Columns { key, command, what };
            return columns.draw_whole(scene, keys, area, buf);
        }
    };
    put_wrapped(buf, area, &text, scene.style(role));
    rows_of(&text, area.width)
}

/// What is left of a list below so many rows.
fn below(list: Rect, used: u16) -> Rect {
    Rect {
        y: list.y + used,
        height: list.height - used,
        ..list
    }
}
