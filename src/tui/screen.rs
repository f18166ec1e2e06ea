//! The screen: one frame that stands still — header, stage, cue, capture line, hints — and on its stage a face.
//! Lays out and delegates; draws nothing of the meeting itself.

pub mod ballots;
pub mod brief;
pub mod completion;
pub mod contributions;
pub mod dialog;
pub mod floor;
pub mod foot;
pub mod form;
pub mod hall;
pub mod header;
pub mod help;
mod leaf;
mod list;
pub mod lobby;
mod matters;
pub mod palette;
pub mod rail;
pub mod record;
pub mod review;
pub mod roll;
mod split;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::input::Key;
use super::scene::Scene;
use super::style::Role;
use super::ui::{Dialog, Ui};
use super::widget::field;
use super::widget::line::{across, width};
use super::widget::wrap::put_wrapped;
use crate::meeting::EntryId;
use crate::phrase::Face;
use crate::text::shown;

/// Below this the screen is a sentence.
const SMALLEST: (u16, u16) = (20, 5);
/// Below this it is a few lines of words, and the line one types.
const SMALL: (u16, u16) = (40, 12);
/// From this height on there is room for the cue, and from the next for two lines of it.
const WITH_CUE: u16 = 18;
const WITH_WHOLE_CUE: u16 = 24;
/// From this height on for three.
const WITH_LONG_CUE: u16 = 44;
/// From this height on a small screen has a header, and hints.
const SMALL_WITH_HEADER: u16 = 7;
const SMALL_WITH_HINTS: u16 = 9;

/// Draws the whole screen.
///
/// ```text
///  title                                   item 3 of 6   15:10:07   ✓ 9/7   saved
/// ───────────────────────────────────────────────────────────────────────────────
///  the face
///
///  SAY  what the chair says next
/// ───────────────────────────────────────────────────────────────────────────────
///  where the line belongs, or what was told
///  › the line
///  F5 next   F6 pause   : commands   ? help
/// ```
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    backdrop(scene, area, buf);
    front(scene, area, buf);
}

/// Draws what does not depend on what is typed: for the same meeting, second, looks and size it is the same, cell by cell,
/// so that the loop may keep it from key to key.
pub fn backdrop(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let Some(rows) = Rows::of(area) else {
        put_wrapped(
            buf,
            area,
            &scene.word("tui-too-small"),
            scene.style(Role::Text),
        );
        return;
    };
    header::view(scene, rows.header, buf);
    across(buf, rows.above, scene.styles);
    if is_small(area) {
        floor::in_short(scene, rows.stage, buf);
    } else {
        face(scene, rows.stage, buf);
    }
    foot::cue(scene, rows.cue, buf);
}

/// Draws the face that is turned to.
fn face(scene: &Scene, stage: Rect, buf: &mut Buffer) {
    match scene.ui.face {
        Face::Floor => floor::view(scene, stage, buf),
        Face::Brief => brief::view(scene, stage, buf),
        Face::Roll => roll::view(scene, stage, buf),
        Face::Ballots => ballots::view(scene, stage, buf),
        Face::Contributions => contributions::view(scene, stage, buf),
        Face::Record => record::view(scene, stage, buf),
    }
}

/// Tells the lists how many of their rows a screen of that size shows, before it is drawn.
pub fn fit(ui: &mut Ui, area: Rect) {
    let Some(rows) = Rows::of(area).filter(|_| !is_small(area)) else {
        return;
    };
    let height = |detail| list::Places::of(rows.stage, detail).rows.height;
    match ui.face {
        Face::Floor | Face::Ballots | Face::Brief => {}
        Face::Roll => ui.register.fit(roll::grid(&ui.register, rows.stage)),
        Face::Contributions => ui.sheet.fit(height(ui.sheet.browse.detail())),
        Face::Record => ui.log.fit(height(ui.log.browse.detail())),
    }
}

/// A number that is another one whenever what a face shows of the participant's own looks otherwise.
#[must_use]
pub const fn version(ui: &Ui) -> u64 {
    match ui.face {
        Face::Floor => 0,
        Face::Brief => ui.lectern.browse.version(),
        Face::Roll => ui.register.browse.version(),
        Face::Ballots => ui.polls.browse.version(),
        Face::Contributions => ui.sheet.browse.version(),
        Face::Record => ui.log.browse.version(),
    }
}

/// Draws what is typed, told and asked, over the backdrop.
pub fn front(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let Some(rows) = Rows::of(area) else {
        return;
    };
    if !is_small(area) && scene.ui.face == Face::Floor {
        floor::selection(scene, rows.stage, buf);
    }
    foot::view(scene, &rows, buf);
    let over = rows.dialog(area);
    match &scene.ui.dialog {
        Some(Dialog::Fill(open)) => form::view(scene, open, over, buf),
        Some(Dialog::Palette(open)) => palette::view(scene, open, over, buf),
        Some(Dialog::Help { above }) => help::view(scene, *above, over, buf),
        Some(open) => dialog::view(scene, open, over, buf),
        None => {}
    }
}

/// Where the hardware cursor stands: in the line, so that an input method opens its window there; nowhere while a dialog asks.
#[must_use]
pub fn cursor(scene: &Scene, area: Rect) -> Option<Position> {
    let rows = Rows::of(area)?;
    match &scene.ui.dialog {
        Some(Dialog::Palette(open)) => {
            return Some(palette::cursor(open, rows.dialog(area)));
        }
        Some(Dialog::Fill(open)) => return form::cursor(scene, open, rows.dialog(area)),
        Some(_) => return None,
        None => {}
    }
    if scene.is_watched() && scene.ui.draft.field.is_empty() {
        return None;
    }
    let (before, _) = scene.ui.draft.field.halves();
    Some(field::cursor(rows.field, &shown(before)))
}

/// Those who wait, row by row as [`view`] draws them: whose row is where, for a selection and for the mouse.
#[must_use]
pub fn queue(scene: &Scene, area: Rect) -> Option<floor::queue::Queue> {
    let is_shown = !is_small(area) && scene.ui.face == Face::Floor;
    let rows = Rows::of(area).filter(|_| is_shown)?;
    floor::queue(scene, rows.stage)
}

/// What a press of the mouse can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The answer of that digit, in the dialog that asks.
    Answer(u32),
    /// The key that a hint shows.
    Key(Key),
    /// What is offered at that place of the list, in the form that asks.
    Offer(usize),
    /// Somebody who waits for the floor.
    Waiting(EntryId),
    /// That row of what the face lists.
    Row(usize),
    /// What the line may go on with, in that place.
    Completion(usize),
    /// That row of the palette.
    Palette(usize),
    /// The place in the line before that byte of it.
    Line(usize),
}

/// What stands at a place of the screen that [`view`] draws, for a press there; while a dialog asks, nothing outside it but
/// its own hints.
#[must_use]
pub fn target(scene: &Scene, area: Rect, position: Position) -> Option<Target> {
    let rows = Rows::of(area)?;
    if rows.hints.contains(position) {
        return foot::hint_at(scene, rows.hints, position);
    }
    let over = rows.dialog(area);
    match &scene.ui.dialog {
        Some(Dialog::Fill(open)) => return form::offer_at(open, over, position).map(Target::Offer),
        Some(Dialog::Palette(open)) => {
            return palette::row_at(open, over, position).map(Target::Palette);
        }
        Some(Dialog::Help { .. }) => return None,
        Some(open) => return dialog::answer_at(scene, open, over, position).map(Target::Answer),
        None => {}
    }
    if let Some(entry) = queue(scene, area).and_then(|queue| queue.entry_at(position)) {
        return Some(Target::Waiting(entry));
    }
    if let Some(at) = row_at(scene, area, rows.stage, position) {
        return Some(Target::Row(at));
    }
    let line = &scene.ui.draft.field;
    let shown = |grapheme: &str| width(&shown(grapheme));
    (rows.prompt.contains(position)).then(|| {
        Target::Line(line.index_at(
            position.x.saturating_sub(rows.field.x),
            rows.field.width,
            shown,
        ))
    })
}

/// The row of a list that stands there.
fn row_at(scene: &Scene, area: Rect, stage: Rect, position: Position) -> Option<usize> {
    if is_small(area) {
        return None;
    }
    match scene.ui.face {
        Face::Floor => None,
        Face::Brief => brief::row_at(scene, stage, position),
        Face::Roll => roll::row_at(scene, stage, position),
        Face::Ballots => ballots::row_at(scene, stage, position),
        Face::Contributions => contributions::row_at(scene, stage, position),
        Face::Record => record::row_at(scene, stage, position),
    }
}

const fn is_small(area: Rect) -> bool {
    area.width < SMALL.0 || area.height < SMALL.1
}

/// The places of the frame, by the size of the screen alone: nothing moves because of what is shown.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    header: Rect,
    above: Rect,
    stage: Rect,
    cue: Rect,
    /// The line above what is told.
    below: Rect,
    label: Rect,
    prompt: Rect,
    field: Rect,
    hints: Rect,
}

impl Rows {
    /// The places on a screen of that size; `None` where it is too small.
    fn of(area: Rect) -> Option<Self> {
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return None;
        }
        let row = |y: u16, height: u16| Rect {
            x: area.x,
            y: area.y + y,
            width: area.width,
            height,
        };
        let inset = |rect: Rect| Rect {
            x: rect.x + 1,
            width: rect.width - 2,
            ..rect
        };
        let cue_rows = match area.height {
            WITH_LONG_CUE.. => 3,
            WITH_WHOLE_CUE.. => 2,
            height => u16::from(height >= WITH_CUE),
        };
        let is_small = is_small(area);
        let header = u16::from(!is_small || area.height >= SMALL_WITH_HEADER);
        let rule = u16::from(!is_small);
        let hints = u16::from(!is_small || area.height >= SMALL_WITH_HINTS);
        let above = u16::from(!is_small && area.height >= WITH_CUE);
        let below = area.height - rule - 2 - hints;
        let cue_rows = if is_small { 0 } else { cue_rows };
        let stage = header + above;
        let prompt = inset(row(below + rule + 1, 1));
        Some(Self {
            header: inset(row(0, header)),
            above: row(header, above),
            stage: inset(row(stage, below - stage - cue_rows)),
            cue: inset(row(below - cue_rows, cue_rows)),
            below: row(below, rule),
            label: inset(row(below + rule, 1)),
            prompt,
            field: Rect {
                x: prompt.x + 2,
                width: prompt.width - 2,
                ..prompt
            },
            hints: inset(row(below + rule + 2, hints)),
        })
    }

    /// Where a dialog may stand: over stage and cue, and over the header or everything where there is little.
    fn dialog(&self, area: Rect) -> Rect {
        const LOW: u16 = 10;
        let usual = self.stage.union(self.cue);
        if is_small(area) {
            area
        } else if usual.height < LOW {
            Rect {
                y: area.y,
                height: self.below.y - area.y,
                ..usual
            }
        } else {
            usual
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_never_overlap_and_fill_every_size() {
        for width in 20..130 {
            for height in 5..70 {
                let rows = Rows::of(Rect::new(0, 0, width, height)).expect("it is large enough");
                let heights = [
                    rows.header,
                    rows.above,
                    rows.stage,
                    rows.cue,
                    rows.below,
                    rows.label,
                    rows.prompt,
                    rows.hints,
                ];
                assert_eq!(heights.iter().map(|rect| rect.height).sum::<u16>(), height);
                assert!(heights.windows(2).all(|pair| pair[0].bottom() == pair[1].y));
            }
        }
    }
}
