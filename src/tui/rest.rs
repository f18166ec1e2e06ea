//! The rest after a digit that answers a dialog over a line that waits: so long no key may follow, else the digit belongs to the line.
//! What either comes to is `update`'s; this owns the time alone.

use std::time::{Duration, Instant};

use super::ui::Ui;

/// Longer than the gap between two keys of whoever is typing a number, shorter than anybody waits for an answer.
const REST: Duration = Duration::from_millis(600);

/// Since when a digit waits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rest(Option<Instant>);

impl Rest {
    /// Looks after every message whether a digit waits.
    pub fn follow(&mut self, ui: &Ui) {
        self.0 = ui.digit.map(|_| self.0.unwrap_or_else(Instant::now));
    }

    /// How long still; none where no digit waits.
    #[must_use]
    pub fn left(self) -> Option<Duration> {
        Some(REST.saturating_sub(self.0?.elapsed()))
    }
}
