//! The Floor face: who speaks and for how long still, who is next, what was noted. The chair's face, bare as yet: where
//! people wait and what was noted is shown as far as there is room.

mod noted;
mod speaker;
mod waiting;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::rail;
use crate::meeting::progress::Stage;
use crate::text::{Arg, Message};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, from, put, put_right, row, width};
use crate::tui::widget::wrap::lines;

/// Rows of the speaker's block: name, office, title and unit, wrapped; the last is mostly empty.
const SPEAKER_ROWS: u16 = 5;
/// The same where there is room for the longest titles in full.
const SPEAKER_ROWS_TALL: u16 = 6;
/// Rows of a stage on which there is.
const TALL: u16 = 20;
/// Columns and rows from which the agenda stands beside the stage.
const WITH_RAIL: (u16, u16) = (100, 16);

/// Draws the face.
///
/// ```text
/// ON THE FLOOR                                          item 3  Suggestions for 2024   11 of 45 min
///
/// Yan Ming                                                              █▀▀▀   █▀▀█ █▀▀█
/// Part-time Vice President                                              ▀▀▀▄ ▄ ▀▀▀█ █▀▀█
/// Vice President, Yunnan University of                                  ▄▄▄█ ▀ ▄▄▄█ █▄▄█
/// Finance and Economics                                                     left of 5:00
///
/// NEXT                                                                             spoke
///  1 Hu Liangbo      Agricultural Reclamation Group                                    –
///
/// NOTED
/// C11   suggestion  Twenty scholarships …                                     #education
/// ```
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let spacious = area.height >= 14;
    let pad = u16::from(spacious);
    let area = Rect {
        y: area.y + pad,
        height: area.height - pad,
        ..area
    };
    let area = match scene.meeting.progress.stage() {
        Stage::Open => beside_rail(scene, area, buf),
        Stage::Planned | Stage::Suspended { .. } | Stage::Adjourned => area,
    };
    match scene.meeting.progress.stage() {
        Stage::Open => open(scene, area, buf),
        Stage::Planned => notice(scene, area, buf, &opening(scene)),
        Stage::Suspended { until } => {
            let message = match until {
                Some(until) => Message::new("tui-suspended-until").with("until", Arg::Clock(until)),
                None => Message::new("tui-suspended"),
            };
            notice(scene, area, buf, &[(scene.say(&message), Role::Strong)]);
        }
        Stage::Adjourned => notice(scene, area, buf, &closing(scene)),
    }
}

/// On a wide screen draws the rail and its rule; gives what is left.
fn beside_rail(scene: &Scene, area: Rect, buf: &mut Buffer) -> Rect {
    if area.width < WITH_RAIL.0 || area.height < WITH_RAIL.1 {
        return area;
    }
    rail::view(
        scene,
        Rect {
            width: rail::COLUMNS,
            height: area.height - 1,
            ..area
        },
        buf,
    );
    for y in area.top()..area.bottom() {
        put(
            buf,
            Rect {
                x: area.x + rail::COLUMNS + 2,
                y,
                width: 1,
                height: 1,
            },
            scene.sign(Sign::Down),
            scene.style(Role::Rule),
        );
    }
    from(area, rail::COLUMNS + 5)
}

fn open(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let spacious = area.height >= 13;
    let mut top = 0;
    // The last row stays empty: the cue begins below.
    let area = Rect {
        height: area.height - u16::from(spacious),
        ..area
    };
    let speaker_rows = if area.height >= TALL {
        SPEAKER_ROWS_TALL
    } else {
        SPEAKER_ROWS
    };
    if spacious {
        put(
            buf,
            area,
            &scene.label("tui-on-the-floor"),
            scene.style(Role::Label),
        );
        item(scene, area, buf);
        top = 2;
    }
    let place = below(area, top, speaker_rows);
    speaker::view(scene, place, buf);
    let gap = u16::from(spacious);
    let rest = below(area, top + speaker_rows, area.height);
    // Two fifths for those who wait, three for what was noted; by the height alone, so that nothing moves.
    let waiting = if rest.height < 6 {
        rest.height.min(2)
    } else {
        (rest.height * 2 / 5).min(8)
    };
    waiting::view(scene, below(rest, 0, waiting), buf);
    noted::view(scene, below(rest, waiting + gap, rest.height), buf);
}

/// The rows of an area from `top` on, at most `height` of them.
fn below(area: Rect, top: u16, height: u16) -> Rect {
    let top = top.min(area.height);
    Rect {
        y: area.y + top,
        height: (area.height - top).min(height),
        ..area
    }
}

/// The item that is open, with its used and planned time, on the right.
fn item(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let progress = &scene.meeting.progress;
    let Some(item) = progress.current_item() else {
        return;
    };
    let minutes = item.used_seconds(scene.now) / 60;
    let used = match item.plan.time {
        Some(planned) => Message::new("tui-minutes-of")
            .with("used", minutes)
            .with("planned", planned.div_ceil(60)),
        None => Message::new("tui-minutes").with("used", minutes),
    };
    let over = item
        .plan
        .time
        .is_some_and(|planned| item.used_seconds(scene.now) > i64::from(planned));
    let used = scene.say(&used);
    put_right(
        buf,
        area,
        &used,
        scene.style(if over { Role::Soon } else { Role::Quiet }),
    );
    let label = width(&scene.label("tui-on-the-floor")) + 3;
    let room = area.width.saturating_sub(label + width(&used) + 3);
    let title = cut(&scene.text(&item.plan.title), room, scene.styles);
    let place = Rect {
        width: area.width.saturating_sub(width(&used) + 3),
        ..area
    };
    put_right(buf, from(place, label), &title, scene.style(Role::Quiet));
}

fn opening(scene: &Scene) -> Vec<(String, Role)> {
    let agenda = &scene.meeting.agenda;
    let mut rows: Vec<(String, Role)> = Vec::new();
    rows.extend(
        agenda
            .organisation
            .iter()
            .map(|name| (scene.text(name), Role::Quiet)),
    );
    rows.push((scene.text(&agenda.title), Role::Strong));
    let date = agenda.date.map(|date| scene.locale.write(&Arg::Date(date)));
    let start = agenda
        .start
        .map(|time| scene.locale.write(&Arg::Time(time)));
    let place = agenda.place.as_ref().map(|place| scene.text(place));
    let when: Vec<String> = date.into_iter().chain(start).chain(place).collect();
    rows.push((when.join("   "), Role::Text));
    rows.push((String::new(), Role::Text));
    rows.push((scene.word("tui-not-open"), Role::Accent));
    rows
}

fn closing(scene: &Scene) -> Vec<(String, Role)> {
    let mut rows = vec![(scene.text(&scene.meeting.agenda.title), Role::Strong)];
    if let Some(at) = scene.meeting.progress.adjourned() {
        rows.push((
            scene.say(&Message::new("tui-adjourned").with("at", Arg::Clock(at))),
            Role::Text,
        ));
    }
    let count = scene
        .meeting
        .contributions
        .all()
        .filter(|contribution| contribution.counts())
        .count();
    rows.push((
        scene.say(&Message::new("tui-adjourned-noted").with("count", count)),
        Role::Quiet,
    ));
    rows
}

/// A few lines on an otherwise empty stage.
fn notice(scene: &Scene, area: Rect, buf: &mut Buffer, rows: &[(String, Role)]) {
    let mut used = u16::from(area.height > 10);
    for (text, role) in rows {
        if text.is_empty() {
            used += 1;
            continue;
        }
        for line in lines(text, area.width) {
            put(buf, row(area, used), line, scene.style(*role));
            used += 1;
        }
    }
}
