//! What is done about votes and elections.

use super::{Effect, Given};
use crate::tui::action::Move;
use crate::tui::ui::Ui;

/// Moves among the ballots, or asks what is to be done about them.
pub fn go(_: &mut Ui, _: &mut Given, _: Move) -> Vec<Effect> {
    Vec::new()
}
