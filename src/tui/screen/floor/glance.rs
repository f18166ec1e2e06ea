//! The face where there is room for a few rows: who speaks, how long still, who is next, each in a line of words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{notice, speaker};
use crate::meeting::progress::Stage;
use crate::text::Message;
use crate::tui::scene::Scene;
use crate::tui::style::Role;
use crate::tui::widget::line::{cut, put, row};

/// Draws the lines, the most important first.
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
    for (index, (text, role)) in (0..area.height).zip(lines) {
        let text = cut(&text, area.width, scene.styles);
        put(buf, row(area, index), &text, scene.style(role));
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
