//! Who has the floor, in full for reading aloud, and the clock beside: the largest things on the face.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::below;
use crate::cue;
use crate::meeting::floor::{Turn, TurnKind};
use crate::text::{Arg, Message};
use crate::tui::scene::Scene;
use crate::tui::style::Role;
use crate::tui::widget::clock::{self, blocks_width, put_blocks};
use crate::tui::widget::line::{cut, put, put_right, row, width};
use crate::tui::widget::wrap::put_wrapped;

/// Draws whoever has the floor; nobody, in a sentence.
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let Some(turn) = scene.meeting.floor.running() else {
        put_wrapped(buf, area, &nobody(scene), scene.style(Role::Quiet));
        return;
    };
    let columns = clock_columns(scene, turn, area);
    clock(
        scene,
        turn,
        Rect {
            x: area.right() - columns,
            width: columns,
            ..area
        },
        buf,
    );
    let text = Rect {
        width: area.width.saturating_sub(columns + 2),
        ..area
    };
    who(scene, turn, text, buf);
}

/// Nobody speaks: who presides, and what a line belongs to.
fn nobody(scene: &Scene) -> String {
    let chair = scene
        .meeting
        .progress
        .chair()
        .or(scene.meeting.agenda.chair.as_ref());
    match chair {
        Some(chair) => scene.say(
            &Message::new("tui-nobody-speaks")
                .with("chair", scene.meeting.roster.person_called(chair)),
        ),
        None => scene.word("tui-nobody-speaks-no-chair"),
    }
}

/// Name, office, title and unit in full, for reading aloud.
fn who(scene: &Scene, turn: &Turn, area: Rect, buf: &mut Buffer) {
    put(
        buf,
        area,
        &cut(&scene.speaker(&turn.speaker), area.width, scene.styles),
        scene.style(Role::Here),
    );
    let mut used = 1;
    for text in titles(scene, turn) {
        used += put_wrapped(
            buf,
            below(area, used, area.height),
            &text,
            scene.style(Role::Text),
        );
    }
}

fn titles(scene: &Scene, turn: &Turn) -> Vec<String> {
    let unit = turn
        .speaker
        .unit
        .as_ref()
        .and_then(|id| scene.meeting.roster.unit(id));
    let Some(person) = turn
        .speaker
        .person
        .as_ref()
        .and_then(|id| scene.meeting.roster.person(id))
    else {
        return Vec::new();
    };
    let office = person.office.as_ref().map(|office| scene.text(office));
    let at = match (&person.title, unit) {
        (Some(title), Some(unit)) => Some(
            scene.say(
                &Message::new("tui-title-at-unit")
                    .with("title", title)
                    .with("unit", &unit.name),
            ),
        ),
        (Some(title), None) => Some(scene.text(title)),
        (None, Some(unit)) => Some(scene.text(&unit.name)),
        (None, None) => None,
    };
    office.into_iter().chain(at).collect()
}

/// What the clock says: the time left, the time over, or, without a limit, the time so far.
struct Reading {
    digits: String,
    caption: Message,
    role: Role,
}

fn reading(scene: &Scene, turn: &Turn) -> Reading {
    let spoken = turn.seconds(scene.now);
    let paused = turn.is_paused();
    let (seconds, caption, role) = match (turn.allotted, turn.seconds_left(scene.now)) {
        (Some(allotted), Some(left)) => {
            let soon = cue::SOON.min(i64::from(allotted) / 3);
            let role = if left < 0 {
                Role::Bad
            } else if left <= soon {
                Role::Soon
            } else {
                Role::Clock
            };
            let id = if left < 0 { "tui-over" } else { "tui-left" };
            (
                left.abs(),
                Message::new(id).with("time", Arg::Seconds(i64::from(allotted))),
                role,
            )
        }
        _ => (spoken, Message::new("tui-spoken"), Role::Clock),
    };
    let caption = match (paused, turn.kind) {
        (true, _) => Message::new("tui-paused"),
        (false, TurnKind::Order) => Message::new("tui-point-of-order"),
        (false, TurnKind::Interposed) => Message::new("tui-interposed"),
        (false, TurnKind::Turn | TurnKind::Written) => caption,
    };
    Reading {
        digits: clock::written(seconds),
        caption,
        role: if paused { Role::Quiet } else { role },
    }
}

/// Columns kept for the clock: as many as an hour's, so that nothing moves when a digit is added, if there is room for that.
fn clock_columns(scene: &Scene, turn: &Turn, area: Rect) -> u16 {
    let reading = reading(scene, turn);
    let needed = blocks_width(&reading.digits).max(width(&scene.say(&reading.caption)));
    needed
        .max(if area.width >= 60 { 24 } else { 0 })
        .min(area.width / 2)
}

fn clock(scene: &Scene, turn: &Turn, area: Rect, buf: &mut Buffer) {
    let reading = reading(scene, turn);
    let style = scene.style(reading.role);
    let columns = blocks_width(&reading.digits);
    let caption = scene.say(&reading.caption);
    if columns > area.width || area.height < clock::ROWS {
        put_right(buf, area, &reading.digits, style);
        put_right(
            buf,
            row(area, 1),
            &cut(&caption, area.width, scene.styles),
            scene.style(Role::Quiet),
        );
        return;
    }
    let digits = Rect {
        x: area.right() - columns,
        width: columns,
        ..area
    };
    put_blocks(buf, digits, &reading.digits, style, scene.styles.signs);
    let caption = cut(&caption, area.width, scene.styles);
    put_right(
        buf,
        row(area, clock::ROWS),
        &caption,
        scene.style(Role::Quiet),
    );
}
