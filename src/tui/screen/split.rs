//! A list, and what is told of where one stands in it: beside it behind a line, or below it where the screen is narrow. Owns the places alone.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::look::Look;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{from, put};

/// Columns from which something is told beside a list, and rows from which it is told below.
const WITH_BESIDE: u16 = 76;
const WITH_BELOW: u16 = 11;
/// Columns between a list and the line beside it, and from there on.
pub const GAP: u16 = 2;

/// Where a list stands, and what is told of it.
#[derive(Clone, Copy)]
pub struct Split {
    /// The rows of the list.
    pub rows: Rect,
    /// The line down beside them; empty where there is none.
    line: Rect,
    /// What is told of where one stands; empty where there is no room.
    pub beside: Rect,
}

impl Split {
    /// Rows beside which nothing is told.
    pub fn whole(rows: Rect) -> Self {
        Self {
            rows,
            line: Rect::default(),
            beside: Rect::default(),
        }
    }

    /// The parts of an area; the list has so many columns where something is told beside it.
    pub fn of(area: Rect, list: u16) -> Self {
        if area.width >= WITH_BESIDE {
            return Self {
                rows: Rect {
                    width: list,
                    ..area
                },
                line: Rect {
                    x: area.x + list + GAP,
                    width: 1,
                    ..area
                },
                beside: from(area, list + GAP + 1 + GAP),
            };
        }
        if area.height < WITH_BELOW {
            return Self::whole(area);
        }
        let below = area.height * 2 / 5;
        let rows = Rect {
            height: area.height - below - 1,
            ..area
        };
        Self {
            rows,
            beside: Rect {
                y: rows.bottom() + 1,
                height: below,
                ..area
            },
            ..Self::whole(area)
        }
    }

    /// Draws the line between them.
    pub fn rule(&self, look: &Look, buf: &mut Buffer) {
        for y in self.line.top()..self.line.bottom() {
            let cell = Rect {
                y,
                height: 1,
                ..self.line
            };
            put(buf, cell, look.sign(Sign::Down), look.style(Role::Rule));
        }
    }
}
