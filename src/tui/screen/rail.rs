//! The left of the Floor face on a wide screen: the agenda with planned and used minutes, and who was not heard yet.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::meeting::progress::{ItemState, ItemStatus};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, from, put, put_right, row, width};

/// Columns of the rail, its margin to the rule included.
pub const COLUMNS: u16 = 42;
/// Columns of the two figures on the right.
const FIGURE: u16 = 6;

/// Draws the rail.
///
/// ```text
/// AGENDA                         plan  used
///
/// ✓ Opening                         5     3
/// ▶ Suggestions for 2024           45    11
///   Closing remarks                10
///
/// NOT YET HEARD                           3
/// Agricultural Reclamation Group
/// ```
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    put(
        buf,
        area,
        &scene.label("tui-agenda"),
        scene.style(Role::Label),
    );
    put_right(
        buf,
        figure(area, 1),
        &scene.word("tui-plan"),
        scene.style(Role::Label),
    );
    put_right(
        buf,
        figure(area, 0),
        &scene.word("tui-used"),
        scene.style(Role::Label),
    );
    let items = scene.meeting.progress.items();
    let count = u16::try_from(items.len()).unwrap_or(u16::MAX);
    // The agenda may take two thirds; where it is longer, what was long ago is out of sight.
    let room = (area.height * 2 / 3).saturating_sub(2).min(count);
    let current = scene
        .meeting
        .progress
        .place()
        .map_or(0, |id| scene.meeting.progress.number(id));
    let skipped = current
        .saturating_sub(usize::from(room / 2))
        .min(items.len() - usize::from(room));
    for (index, item) in (0..room).zip(items.skip(skipped)) {
        item_row(scene, item, row(area, index + 2), buf);
    }
    let top = room + 3;
    let rest = Rect {
        y: area.y + top.min(area.height),
        height: area.height.saturating_sub(top),
        ..area
    };
    unheard(scene, rest, buf);
}

/// A column of figures, counted from the right.
fn figure(area: Rect, index: u16) -> Rect {
    let right = area.right().saturating_sub(index * FIGURE);
    Rect {
        x: right.saturating_sub(FIGURE).max(area.x),
        width: FIGURE.min(area.width),
        ..area
    }
}

/// The sign and the look of an item that is so.
pub const fn look(status: ItemStatus) -> (Sign, Role) {
    match status {
        ItemStatus::Open => (Sign::Here, Role::Here),
        ItemStatus::Closed => (Sign::Done, Role::Quiet),
        ItemStatus::Skipped | ItemStatus::Deferred => (Sign::None, Role::Quiet),
        ItemStatus::Interrupted => (Sign::Attention, Role::Text),
        ItemStatus::Planned => (Sign::Blank, Role::Text),
    }
}

fn item_row(scene: &Scene, item: &ItemState, area: Rect, buf: &mut Buffer) {
    let (sign, role) = look(item.status);
    put(buf, area, scene.sign(sign), scene.style(role));
    let title = Rect {
        width: area.width.saturating_sub(2 + 2 * FIGURE),
        ..from(area, 2)
    };
    put(
        buf,
        title,
        &cut(&scene.text(&item.plan.title), title.width, scene.styles),
        scene.style(role),
    );
    if let Some(planned) = item.plan.time {
        put_right(
            buf,
            figure(area, 1),
            &planned.div_ceil(60).to_string(),
            scene.style(Role::Quiet),
        );
    }
    if !item.spans.is_empty() {
        let used = item.used_seconds(scene.now);
        let over = item
            .plan
            .time
            .is_some_and(|planned| used > i64::from(planned));
        let role = if over { Role::Soon } else { Role::Text };
        put_right(
            buf,
            figure(area, 0),
            &(used / 60).to_string(),
            scene.style(role),
        );
    }
}

fn unheard(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let unheard = scene.meeting.unheard();
    if area.height < 2 || unheard.is_empty() {
        return;
    }
    put(
        buf,
        area,
        &scene.label("tui-unheard"),
        scene.style(Role::Label),
    );
    put_right(
        buf,
        area,
        &unheard.len().to_string(),
        scene.style(Role::Label),
    );
    for (index, who) in (1..area.height).zip(&unheard) {
        let name = scene.name(who);
        let short = if width(&name) > area.width {
            scene.short_name(who)
        } else {
            name
        };
        put(
            buf,
            row(area, index),
            &cut(&short, area.width, scene.styles),
            scene.style(Role::Text),
        );
    }
}
