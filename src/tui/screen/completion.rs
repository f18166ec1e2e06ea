//! What is offered to go on with: in the row of the hints, and behind the cursor in a quiet look. Nothing else moves for it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::text::shown;
use crate::tui::completion::{Completion, Offer};
use crate::tui::scene::Scene;
use crate::tui::style::Role;
use crate::tui::widget::field;
use crate::tui::widget::field::Field;
use crate::tui::widget::line::{cut, from, put, put_all, width};

/// Columns between two of them.
const GAP: u16 = 4;
/// No more columns for what is said of one besides.
const ABOUT: u16 = 24;
/// So many at least are to be seen before anything is said of each.
const SEEN: usize = 3;

/// Draws what is offered on one row, the chosen one in the look of a selection.
///
/// ```text
/// Yan Ming  YUFE   Yang Lin  Youth League   Yao Wen
/// ```
pub fn view(scene: &Scene, completion: &Completion, area: Rect, buf: &mut Buffer) {
    for Placed {
        place,
        index,
        name,
        besides,
    } in laid(scene, completion, area)
    {
        let look = if index == completion.chosen() {
            Role::Selection
        } else {
            Role::Text
        };
        let pieces = [
            (name.as_str(), scene.style(look)),
            (besides.as_str(), scene.style(Role::Quiet)),
        ];
        put_all(buf, place, &pieces);
    }
}

/// Which of those offered stands at that place of the row.
pub fn offer_at(
    scene: &Scene,
    completion: &Completion,
    area: Rect,
    position: Position,
) -> Option<usize> {
    let mut all = laid(scene, completion, area).into_iter();
    all.find(|placed| placed.place.contains(position))
        .map(|placed| placed.index)
}

/// One of those offered, where it stands on the row.
struct Placed {
    place: Rect,
    index: usize,
    name: String,
    besides: String,
}

fn laid(scene: &Scene, completion: &Completion, area: Rect) -> Vec<Placed> {
    let least = SEEN.min(completion.offers().len());
    let said = [Said::Whole, Said::All, Said::Chosen, Said::Nothing];
    let said = said.into_iter().find(|said| {
        let seen = window(scene, completion, *said, area.width);
        seen.len() >= least
    });
    let said = said.unwrap_or(Said::Nothing);
    let mut rest = area;
    window(scene, completion, said, area.width)
        .map(|index| {
            let (name, besides) = written(scene, completion, index, said);
            let name = cut(&name, rest.width, scene.styles);
            let columns = width(&name) + width(&besides);
            let place = Rect {
                width: columns.min(rest.width),
                ..rest
            };
            rest = from(rest, columns + GAP);
            Placed {
                place,
                index,
                name,
                besides,
            }
        })
        .collect()
}

/// Draws what taking the chosen one would add, behind a field that was drawn in `area`.
pub fn ghost(scene: &Scene, completion: &Completion, field: &Field, area: Rect, buf: &mut Buffer) {
    let Some(added) = completion.ghost() else {
        return;
    };
    let cursor = field::cursor(area, &shown(field.halves().0));
    let place = from(area, cursor.x.saturating_sub(area.x));
    let added = cut(&shown(added), place.width, scene.styles);
    put(buf, place, &added, scene.style(Role::Quiet));
}

/// Of which of them it is said what there is to know besides.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// Of all of them, with room for most of it.
    Whole,
    All,
    Chosen,
    Nothing,
}

/// Those that have room, the chosen one among them: from the first on, or a page further where it stands behind.
fn window(scene: &Scene, completion: &Completion, said: Said, room: u16) -> std::ops::Range<usize> {
    let (mut start, mut used) = (0, 0);
    for index in 0..completion.offers().len() {
        let (name, besides) = written(scene, completion, index, said);
        let columns = width(&name) + width(&besides);
        if used + columns > room && index > start {
            if index > completion.chosen() {
                return start..index;
            }
            (start, used) = (index, 0);
        }
        used += columns + GAP;
    }
    start..completion.offers().len()
}

fn written(scene: &Scene, completion: &Completion, index: usize, said: Said) -> (String, String) {
    let Some(Offer { text, about, .. }) = completion.offers().get(index) else {
        return (String::new(), String::new());
    };
    let is_said = match said {
        Said::Whole | Said::All => true,
        Said::Chosen => index == completion.chosen(),
        Said::Nothing => false,
    };
    let about = shown(about);
    let most = match said {
        Said::All | Said::Nothing => ABOUT,
        Said::Whole | Said::Chosen => ABOUT * 2,
    };
    let besides = if is_said && !about.is_empty() {
        format!("  {}", cut(&about, most, scene.styles))
    } else {
        String::new()
    };
    (shown(text).into_owned(), besides)
}
