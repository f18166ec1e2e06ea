//! What is done to who is on the roll.

use super::{Effect, Given};
use crate::tui::action::Move;
use crate::tui::ui::Ui;

/// Moves on the roll, or changes the status of the selected one.
pub fn go(ui: &mut Ui, _: &mut Given, way: Move) -> Vec<Effect> {
    match way {
        Move::Previous => ui.register.step(-1),
        Move::Next => ui.register.step(1),
        Move::PageBack => ui.register.step_page(-1),
        Move::PageOn => ui.register.step_page(1),
        Move::GroupBack
        | Move::GroupOn
        | Move::Open
        | Move::Fold
        | Move::Turn
        | Move::Mark
        | Move::Act => {}
    }
    Vec::new()
}
