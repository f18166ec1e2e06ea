//! What was noted last.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::below;
use crate::meeting::contribution::Contribution;
use crate::text::shown;
use crate::tui::reading::KINDS;
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, from, put, put_all, put_right, row, width};

/// The last contributions, the newest below; what is struck or merged is not shown.
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    if area.height < 2 {
        return;
    }
    put(
        buf,
        area,
        &scene.label("tui-noted"),
        scene.style(Role::Label),
    );
    let rows = below(area, 1, area.height);
    let all = scene
        .meeting
        .contributions
        .all()
        .rev()
        .filter(|contribution| contribution.counts());
    let mut last: Vec<&Contribution> = all.take(usize::from(rows.height)).collect();
    last.reverse();
    if last.is_empty() {
        put(
            buf,
            rows,
            &scene.word("tui-noted-nothing"),
            scene.style(Role::Quiet),
        );
    }
    let kinds = kind_columns(scene);
    for (index, contribution) in (0..).zip(last) {
        contribution_row(scene, contribution, kinds, row(rows, index), buf);
    }
}

fn contribution_row(
    scene: &Scene,
    contribution: &Contribution,
    kinds: u16,
    area: Rect,
    buf: &mut Buffer,
) {
    let line = &contribution.line;
    let star = if contribution.starred {
        scene.sign(Sign::Star)
    } else {
        " "
    };
    put_all(
        buf,
        area,
        &[
            (&format!("{:<5}", line.id), scene.style(Role::Quiet)),
            (star, scene.style(Role::Soon)),
        ],
    );
    let themes: Vec<String> = line
        .themes
        .iter()
        .filter_map(|id| scene.meeting.contributions.theme(id))
        .map(|theme| format!("#{}", scene.text(&theme.name)))
        .collect();
    let themes = cut(&themes.join(" "), area.width / 4, scene.styles);
    let mut text = from(area, 7);
    if area.width >= 60 {
        put_right(buf, area, &themes, scene.style(Role::Accent));
        text.width = text.width.saturating_sub(width(&themes) + 2);
        put(
            buf,
            text,
            &scene.say(&line.kind.word()),
            scene.style(Role::Quiet),
        );
        text = from(text, kinds);
    }
    if area.width >= 100 {
        let from_whom = line
            .source
            .by
            .first()
            .map(|who| scene.short_name(who))
            .unwrap_or_default();
        put(
            buf,
            text,
            &cut(&from_whom, 16, scene.styles),
            scene.style(Role::Quiet),
        );
        text = from(text, 18);
    }
    put(
        buf,
        text,
        &cut(&shown(line.text.as_str()), text.width, scene.styles),
        scene.style(Role::Text),
    );
}

/// Columns of the longest kind's word in this language, and a gap.
fn kind_columns(scene: &Scene) -> u16 {
    let words = KINDS.iter().map(|kind| width(&scene.say(&kind.word())));
    words.max().unwrap_or(0) + 2
}
