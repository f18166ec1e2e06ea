//! The Floor face, the chair's: who speaks, how long still, who is next; then who asked, who was not heard, and what was
//! noted. Shares the stage among its parts; draws none of them itself.

pub(super) mod flow;
mod glance;
mod noted;
mod notice;
pub mod queue;
mod speaker;
mod waiting;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::foot::clear;
use super::rail;
use crate::meeting::progress::Stage;
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::clock::Size;
use crate::tui::widget::line::{from, put, row};
use queue::Queue;

pub use glance::view as in_short;

/// Columns and rows from which the agenda stands beside the stage.
const WITH_RAIL: (u16, u16) = (100, 16);
/// The same from which what was noted has a column of its own.
const WITH_COLUMN: (u16, u16) = (170, 24);
/// Columns of that, of a hundred of the whole.
const COLUMN_SHARE: u16 = 33;
/// Columns of a rule down with its space on both sides.
const RULE: u16 = 5;
/// Rows from which the stage is labelled, and from which it is spacious.
const WITH_LABEL: u16 = 10;
const SPACIOUS: u16 = 20;
/// Rows from which there is a line of the time used.
const WITH_METER: u16 = 8;
/// Rows that are kept for those who wait, however long the speaker's title is, and where there are fewest rows.
const KEPT: u16 = 2;
const LEAST_KEPT: u16 = 1;

/// Draws the face.
///
/// ```text
/// AGENDA               plan  used  │  ON THE FLOOR
///                                  │
/// ✓ Opening               5     3  │  Yan Ming                           █▀▀▀   █▀▀█ █▀▀█
/// ▶ Suggestions          45    11  │  Vice President, Yunnan University  ▀▀▀▄ ▄ ▀▀▀█ █▀▀█
///                                  │  of Finance and Economics           ▄▄▄█ ▀ ▄▄▄█ █▄▄█
/// NOT YET HEARD                 3  │                                         left of 5:00
/// Agricultural Reclamation Group   │  ━━━━━━━━━━━━━━━━━━──────────────────────────────────
///                                  │
/// PACE                             │  NEXT                                          spoke
/// 5 waiting, 34 min left           │    1 Hu Liangbo   Agricultural Reclamation         –
/// 6:48 each   F10 or :each 6:48    │
///                                  │  NOTED FROM THIS UNIT                              1
///                                  │  C11   suggestion  Twenty scholarships    #education
/// ```
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let places = Places::of(scene, area);
    if let Some(rail) = places.rail {
        rail::view(scene, rail, buf);
        rule(scene, rail, area, buf);
    }
    match scene.meeting.progress.stage() {
        Stage::Open => open(scene, &places, area, buf),
        Stage::Planned | Stage::Suspended { .. } | Stage::Adjourned => {
            notice::view(scene, places.notice(), buf);
        }
    }
}

/// Those who wait, row by row, on the stage that [`view`] draws; `None` where nobody can wait.
#[must_use]
pub fn queue(scene: &Scene, area: Rect) -> Option<Queue> {
    if scene.meeting.progress.stage() != Stage::Open {
        return None;
    }
    waiting::queue(scene, Places::of(scene, area).queue, scene.ui.selected)
}

/// Draws the selected one of those who wait over the stage that [`view`] drew, in sight whatever their place.
pub fn selection(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let Some(selected) = scene.ui.selected else {
        return;
    };
    let Some(row) = queue(scene, area).and_then(|queue| queue.row_of(selected)) else {
        return;
    };
    let place = Places::of(scene, area).queue;
    clear(buf, place);
    waiting::view(scene, place, Some(selected), buf);
    // One look for the whole row, whatever looks its parts have.
    let look = Style::reset().patch(scene.style(Role::Selection));
    buf.set_style(row, look);
}

fn open(scene: &Scene, places: &Places, area: Rect, buf: &mut Buffer) {
    rail::line(scene, places.line, buf);
    let used = speaker::label(scene, places.label, buf);
    if places.rail.is_none() {
        rail::matters(scene, from(places.label, used), buf);
    }
    speaker::view(scene, places.speaker, places.clock, buf);
    speaker::meter(scene, places.meter, buf);
    waiting::view(scene, places.queue, None, buf);
    if let Some(column) = places.column {
        let left = Rect {
            width: (column.x - RULE).saturating_sub(area.x),
            ..area
        };
        rule(scene, left, area, buf);
        noted::column(scene, column, buf);
    }
    noted::view(scene, places.noted, buf);
}

/// A rule down the right of a column.
fn rule(scene: &Scene, column: Rect, area: Rect, buf: &mut Buffer) {
    for y in 1..area.height {
        let place = Rect {
            x: column.right() + RULE / 2,
            width: 1,
            ..row(area, y)
        };
        put(buf, place, scene.sign(Sign::Down), scene.style(Role::Rule));
    }
}

/// Where the agenda stands: as a rail, or as one line.
#[derive(Clone, Copy)]
enum Agenda {
    Beside,
    Above,
}

impl Agenda {
    const fn of(area: Rect) -> Self {
        if area.width >= WITH_RAIL.0 && area.height >= WITH_RAIL.1 {
            Self::Beside
        } else {
            Self::Above
        }
    }
}

/// Where everything stands, by the size of the stage and by how much room the speaker's titles take.
struct Places {
    rail: Option<Rect>,
    /// What is left of the rail.
    stage: Rect,
    /// The rail as one line.
    line: Rect,
    label: Rect,
    speaker: Rect,
    /// The largest clock there is room for.
    clock: Size,
    meter: Rect,
    queue: Rect,
    noted: Rect,
    column: Option<Rect>,
}

impl Places {
    fn of(scene: &Scene, area: Rect) -> Self {
        let agenda = Agenda::of(area);
        // With a rail the first row is empty, below the header's rule, and the last, above the cue.
        let pad = match agenda {
            Agenda::Beside => 1,
            Agenda::Above => 0,
        };
        let inner = Rect {
            y: area.y + pad,
            height: area.height.saturating_sub(2 * pad),
            ..area
        };
        let with_column = area.width >= WITH_COLUMN.0 && area.height >= WITH_COLUMN.1;
        let rail = match (agenda, with_column) {
            (Agenda::Above, _) => None,
            (Agenda::Beside, true) => Some(rail::WIDE),
            (Agenda::Beside, false) => Some(rail::COLUMNS),
        };
        let rail = rail.map(|width| Rect { width, ..inner });
        let stage = from(inner, rail.map_or(0, |rail| rail.width + RULE));
        let column = with_column.then(|| {
            let width = area.width * COLUMN_SHARE / 100;
            from(stage, stage.width.saturating_sub(width))
        });
        let middle = Rect {
            width: stage.width - column.map_or(0, |column| column.width + RULE),
            ..stage
        };
        let within = Self::within(scene, middle, agenda);
        let (queue, noted) = if with_column {
            (within.queue.union(within.noted), Rect::ZERO)
        } else {
            (within.queue, within.noted)
        };
        Self {
            rail,
            stage,
            queue,
            noted,
            column,
            ..within
        }
    }

    /// The stage for a notice: without a rail, whose first row is empty anyway, one row below the header's rule.
    fn notice(&self) -> Rect {
        let is_high = self.rail.is_none() && self.stage.height >= WITH_LABEL;
        below(self.stage, u16::from(is_high), self.stage.height)
    }

    /// The parts one below the other.
    fn within(scene: &Scene, area: Rect, agenda: Agenda) -> Self {
        let spacious = area.height >= SPACIOUS;
        let clock = if spacious { Size::Large } else { Size::Small };
        let (line, margin) = match agenda {
            Agenda::Above => (u16::from(area.height >= WITH_LABEL), 1),
            Agenda::Beside => (0, 0),
        };
        let is_labelled = area.height >= WITH_LABEL || speaker::is_unusual(scene);
        let label = line + u16::from(is_labelled);
        let top = label + u16::from(spacious);
        let meter = u16::from(area.height >= WITH_METER);
        let kept = if meter == 0 { LEAST_KEPT } else { KEPT };
        let most = area.height.saturating_sub(top + meter + kept);
        let speaker = speaker::rows(scene, area.width, clock).min(most);
        let under = top + speaker;
        let rest = below(area, under + meter, area.height);
        let shares = Shares::of(rest.height, margin);
        let queue = below(rest, shares.gap, shares.queue);
        let noted = below(rest, shares.gap + shares.queue + 1, shares.noted);
        Self {
            rail: None,
            stage: area,
            line: below(area, 0, line),
            label: below(area, line, label - line),
            speaker: below(area, top, speaker),
            clock,
            meter: below(area, under, meter),
            queue,
            noted,
            column: None,
        }
    }
}

/// How the rows below the speaker are shared.
struct Shares {
    /// Empty above those who wait.
    gap: u16,
    queue: u16,
    /// Below an empty row.
    noted: u16,
}

impl Shares {
    /// The shares of so many rows, of which the last stay empty above the cue where there are some to spare. Whoever is next
    /// comes first, then the last line that was noted; a row below the speaker's time comes late, for that is a line.
    const fn of(rows: u16, margin: u16) -> Self {
        let rows = if rows > 4 { rows - margin } else { rows };
        let (gap, queue, noted) = match rows {
            0..=2 => (0, rows, 0),
            3 => (1, 2, 0),
            4 => (0, 1, 2),
            5 => (0, 2, 2),
            6 => (1, 2, 2),
            7 => (1, 2, 3),
            _ => (1, (rows - 1) / 2, (rows - 1).div_ceil(2) - 1),
        };
        Self { gap, queue, noted }
    }
}

/// The rows of an area from `top` on, at most `height` of them.
pub(super) fn below(area: Rect, top: u16, height: u16) -> Rect {
    let top = top.min(area.height);
    Rect {
        y: area.y + top,
        height: (area.height - top).min(height),
        ..area
    }
}
