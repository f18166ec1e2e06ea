//! The part of the screen that does not depend on what is typed, kept from key to key. What stands on it is `screen`'s.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::scene::{Keeping, Scene};
use super::screen;
use super::style::Theme;
use crate::phrase::Face;
use crate::text::{Language, Moment};

/// It, as it was drawn last: a key then costs a copy of it.
#[derive(Debug, Default)]
pub struct Backdrop(Option<Kept>);

#[derive(Debug, Default)]
struct Kept {
    /// What it was drawn from.
    of: Option<Seen>,
    cells: Buffer,
}

/// What a backdrop is drawn from; where this is the same, so is the backdrop.
#[derive(Debug, PartialEq)]
struct Seen {
    records: usize,
    now: Moment,
    area: Rect,
    language: Language,
    theme: Theme,
    keeping: Keeping,
    face: Face,
    /// Of the participant's own part in what the face shows.
    version: u64,
}

impl Backdrop {
    /// One that is kept from the next drawing on. The default is not: a first frame waits for no second screen to be filled.
    #[must_use]
    pub fn kept() -> Self {
        Self(Some(Kept::default()))
    }

    /// Draws it; anew only where something it is drawn from is another now.
    pub fn put(&mut self, scene: &Scene, area: Rect, buf: &mut Buffer) {
        let Some(kept) = &mut self.0 else {
            return screen::backdrop(scene, area, buf);
        };
        let seen = Some(Seen {
            records: scene.meeting.history.len(),
            now: scene.now,
            area,
            language: scene.ui.language,
            theme: scene.styles.theme.clone(),
            keeping: scene.keeping,
            face: scene.ui.face,
            version: screen::version(scene.ui),
        });
        if kept.of != seen {
            kept.cells.resize(area);
            kept.cells.reset();
            screen::backdrop(scene, area, &mut kept.cells);
            kept.of = seen;
        }
        buf.content.clone_from_slice(&kept.cells.content);
    }
}
