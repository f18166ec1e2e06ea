//! Those who wait for the floor, in order.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::below;
use crate::agenda::Who;
use crate::meeting::floor::{Entry, EntryKind};
use crate::text::{Message, shown};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::clock;
use crate::tui::widget::line::{cut, from, put, put_right, row, width};

/// Columns of a number or sign in front of a name.
const MARK: u16 = 3;

/// Those who wait, in order, each with the time they have had.
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let Some(list) = scene
        .meeting
        .progress
        .place()
        .and_then(|item| scene.meeting.floor.list(item))
    else {
        return;
    };
    let label = scene.label("tui-next");
    let with_label = area.height > 2;
    let rows = if with_label {
        put(buf, area, &label, scene.style(Role::Label));
        put_right(
            buf,
            area,
            &scene.word("tui-spoke"),
            scene.style(Role::Quiet),
        );
        below(area, 1, area.height)
    } else {
        let used = put(buf, area, &label, scene.style(Role::Label));
        from(area, used + 2)
    };
    if list.entries().len() == 0 {
        put(
            buf,
            rows,
            &scene.word("tui-next-nobody"),
            scene.style(Role::Quiet),
        );
        return;
    }
    let room = usize::from(rows.height);
    let more = list.entries().len().saturating_sub(room);
    let mut number = 0;
    for (index, entry) in (0..rows.height).zip(list.entries()) {
        number += usize::from(entry.kind != EntryKind::Order);
        waiting(scene, entry, number, row(rows, index), buf);
    }
    if more > 0 && with_label {
        let more = scene.say(&Message::new("tui-more").with("count", more));
        put(
            buf,
            from(area, width(&label) + 2),
            &more,
            scene.style(Role::Quiet),
        );
    }
}

fn waiting(scene: &Scene, entry: &Entry, number: usize, area: Rect, buf: &mut Buffer) {
    let meeting = scene.meeting;
    let steps_over = meeting.speaker_for(&entry.who).is_none();
    let look = |role| scene.style(if steps_over { Role::Quiet } else { role });
    let (mark, role) = match entry.kind {
        EntryKind::Order => (scene.sign(Sign::Attention).to_owned(), Role::Soon),
        EntryKind::Planned | EntryKind::Asked => (number.to_string(), Role::Quiet),
    };
    put_right(
        buf,
        Rect {
            width: MARK - 1,
            ..area
        },
        &mark,
        scene.style(role),
    );
    let spoken = meeting.floor.spoken(&entry.who);
    let spoken = if spoken.turns == 0 {
        scene.sign(Sign::None).to_owned()
    } else {
        clock::written(spoken.seconds)
    };
    put_right(buf, area, &spoken, scene.style(Role::Quiet));
    let text = Rect {
        width: area.width.saturating_sub(MARK + 8),
        ..from(area, MARK)
    };
    let name = scene.name(&entry.who);
    let column = (text.width / 3).clamp(8, 24);
    let used = put(
        buf,
        text,
        &cut(&name, text.width, scene.styles),
        look(Role::Text),
    );
    let after = from(text, used.max(column) + 2);
    let unit = match &entry.who {
        Who::Person(id) => scene.unit_of(id),
        Who::Unit(_) => String::new(),
    };
    let reason = entry
        .reason
        .as_ref()
        .map(|reason| shown(reason.as_str()).into_owned());
    let about = match (steps_over, reason) {
        (true, _) => scene.word("tui-not-here"),
        (false, Some(reason)) => reason,
        (false, None) => unit,
    };
    put(
        buf,
        after,
        &cut(&about, after.width, scene.styles),
        scene.style(Role::Quiet),
    );
}
