//! The face where there is room for a few rows: who speaks, how long still, who is next, each in a line of words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::flow::at_most;
use super::{notice, speaker};
use crate::meeting::progress::Stage;
use crate::text::Message;
use crate::tui::scene::Scene;
use crate::tui::style::Role;
use crate::tui::widget::line::{put, row};

/// Draws the lines, the most important first; what is long has the rows to spare, in the same order.
///
/// ```text
/// Yan Ming
/// 2:13 left
/// next: Hu Liangbo
/// ```
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let lines = match scene.meeting.progress.stage() {
        Stage::Open => open(scene),
        Stage::Planned | Stage::Suspended { .. } | Stage::Adjourned => notice::in_short(scene),
    };
    let mut spare = usize::from(area.height).saturating_sub(lines.len());
    let mut top = 0;
    for (text, role) in lines {
        let rows = at_most(&text, 1 + spare, area.width, scene.styles);
        spare -= rows.len().saturating_sub(1);
        for text in rows {
            put(buf, row(area, top), &text, scene.style(role));
            top += 1;
        }
    }
}

fn open(scene: &Scene) -> Vec<(String, Role)> {
    let mut lines = speaker::in_short(scene);
    let upcoming = scene.meeting.upcoming();
    let next = upcoming.next.map(|(_, speaker)| scene.speaker(&speaker));
    let next = match next {
        Some(next) => scene.say(&Message::new("tui-next-is").with("next", next)),
        None => scene.word("tui-next-nobody"),
    };
    lines.push((next, Role::Text));
    let item = scene.meeting.progress.current_item();
    let item = item.map(|item| (scene.text(&item.plan.title), Role::Quiet));
    lines.extend(item);
    lines
}
