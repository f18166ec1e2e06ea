//! The face of the ballots: the question, the rule, the tally and its verdict; earlier rounds.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::list::{self, Places};
use crate::tui::browse::Detail;
use crate::tui::scene::Scene;
use crate::tui::style::Role;

/// Rows of the list on a stage.
pub fn rows(stage: Rect) -> u16 {
    Places::of(stage, Detail::None).rows.height
}

/// Draws the face.
pub fn view(scene: &Scene, stage: Rect, buf: &mut Buffer) {
    let places = Places::of(stage, Detail::None);
    let left = [(scene.label("face-ballots"), Role::Label)];
    list::heading(scene, &left, &[], places.heading, buf);
}

/// The row that stands at a place.
pub fn row_at(_: &Scene, _: Rect, _: Position) -> Option<usize> {
    None
}
