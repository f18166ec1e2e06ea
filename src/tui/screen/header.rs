//! The first row on every face: title, item, time of day, quorum, how the meeting is kept.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::meeting::progress::Stage;
use crate::text::Message;
use crate::tui::scene::{Keeping, Scene};
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, put, width};

/// Columns the title keeps for itself before anything else gives way.
const TITLE: u16 = 16;
const GAP: u16 = 5;

/// Draws the row. What does not fit beside the title goes, the least important first.
///
/// ```text
/// Work exchange meeting of the directors        item 3 of 6     15:10:07     ✓ 9/7     saved
/// ```
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let mut parts = [
        item(scene),
        Some(time(scene)),
        quorum(scene),
        Some(keeping(scene)),
    ];
    let gap = if area.width < 70 { 2 } else { GAP };
    let taken = |parts: &[Option<(String, Style)>]| {
        parts
            .iter()
            .flatten()
            .map(|(text, _)| width(text) + gap)
            .sum::<u16>()
    };
    // By importance: how it is kept goes first, then the quorum, then the time of day.
    for last in [3, 2, 1] {
        if taken(&parts) + TITLE > area.width {
            parts[last] = None;
        }
    }
    let mut x = area.right().saturating_sub(taken(&parts)).max(area.x);
    let title = cut(
        &scene.text(&scene.meeting.agenda.title),
        x - area.x,
        scene.styles,
    );
    put(
        buf,
        Rect {
            width: x - area.x,
            ..area
        },
        &title,
        scene.style(Role::Strong),
    );
    for (text, style) in parts.iter().flatten() {
        x += gap;
        x += put(
            buf,
            Rect {
                x,
                width: area.right().saturating_sub(x),
                ..area
            },
            text,
            *style,
        );
    }
}

fn item(scene: &Scene) -> Option<(String, Style)> {
    let progress = &scene.meeting.progress;
    let message = match progress.stage() {
        Stage::Planned => Message::new("tui-stage-planned"),
        Stage::Suspended { .. } => Message::new("tui-stage-suspended"),
        Stage::Adjourned => Message::new("tui-stage-adjourned"),
        Stage::Open => Message::new("tui-item-of")
            .with("number", progress.number(progress.place()?))
            .with("count", progress.items().len()),
    };
    Some((scene.say(&message), scene.style(Role::Text)))
}

fn time(scene: &Scene) -> (String, Style) {
    (
        scene.now.format("%H:%M:%S").to_string(),
        scene.style(Role::Text),
    )
}

fn quorum(scene: &Scene) -> Option<(String, Style)> {
    let needed = scene.meeting.quorum_needed()?;
    let present = scene.meeting.attendance(None).quorate;
    let (sign, role) = if present >= needed {
        (Sign::Done, Role::Good)
    } else {
        (Sign::Attention, Role::Bad)
    };
    Some((
        format!("{} {present}/{needed}", scene.sign(sign)),
        scene.style(role),
    ))
}

fn keeping(scene: &Scene) -> (String, Style) {
    let (id, role) = match scene.keeping {
        Keeping::Saved => ("tui-saved", Role::Quiet),
        Keeping::SessionFailed => ("tui-session-failed", Role::Soon),
        Keeping::ReadOnly => ("tui-read-only", Role::Bad),
        Keeping::Memory => ("tui-rehearsal", Role::Soon),
    };
    (scene.word(id), scene.style(role))
}
