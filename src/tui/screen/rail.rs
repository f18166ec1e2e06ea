//! The left of the Floor face on a wide screen: the agenda with planned and used minutes, who was not heard yet, the pace.
//! On a narrow one the same in one line: where the meeting is, and what comes then.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::agenda::Who;
use crate::meeting::progress::{ItemState, ItemStatus};
use crate::text::{Arg, Message};
use crate::tui::action::Action;
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::clock;
use crate::tui::widget::line::{cut, from, put, put_right, row, width};
use crate::tui::widget::wrap::lines;

/// Columns of the rail.
pub const COLUMNS: u16 = 40;
/// The same on a very wide screen.
pub const WIDE: u16 = 48;
/// Columns of the two figures on the right, and of the sign in front of a title.
const FIGURE: u16 = 6;
const SIGN: u16 = 2;
/// Columns that what comes then needs at least in the one line; else it is left out.
const THEN: u16 = 16;

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
///
/// PACE
/// 5 waiting, 34 min left
/// 6:48 each              F10 or :each 6:48
/// ```
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let pace = if scene.meeting.progress.is_open() {
        pace(scene)
    } else {
        Vec::new()
    };
    let pace_rows = u16::try_from(pace.len()).unwrap_or(0);
    let pace_rows = if pace_rows + 8 > area.height {
        0
    } else {
        pace_rows
    };
    let above = Rect {
        height: area.height - pace_rows,
        ..area
    };
    let used = agenda(scene, above, buf);
    if scene.meeting.progress.opened().is_some() {
        let top = (used + 1).min(above.height);
        let rest = Rect {
            y: above.y + top,
            height: above.height - top,
            ..above
        };
        unheard(scene, rest, buf);
    }
    for (index, (left, right, role)) in (above.height..area.height).zip(&pace) {
        let place = row(area, index);
        put(buf, place, left, scene.style(*role));
        put_right(buf, place, right, scene.style(Role::Quiet));
    }
}

/// Draws where the meeting is in one line: the item with its time, and what comes then.
///
/// ```text
/// ▶ 3/6 Suggestions for 2024   11 of 45 min   then: Elections
/// ```
pub fn line(scene: &Scene, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let progress = &scene.meeting.progress;
    let Some(item) = progress.current_item() else {
        let then = then(scene).unwrap_or_else(|| scene.word("tui-no-item"));
        put(buf, area, &then, scene.style(Role::Quiet));
        return;
    };
    let number = progress.number(item.id);
    let place = format!(
        "{} {number}/{} ",
        scene.sign(Sign::Here),
        progress.items().len()
    );
    let text = from(area, put(buf, area, &place, scene.style(Role::Here)));
    let (time, role) = used(scene, item);
    let title = scene.text(&item.plan.title);
    let then = then(scene).unwrap_or_default();
    let whole = width(&title) + 3 + width(&time) + 3;
    let spare = text.width.saturating_sub(whole);
    let then = if spare >= THEN.min(width(&then)) {
        cut(&then, spare, scene.styles)
    } else {
        String::new()
    };
    let behind = width(&time) + 3 + if then.is_empty() { 0 } else { width(&then) + 3 };
    let title = cut(&title, text.width.saturating_sub(behind), scene.styles);
    let after = from(text, put(buf, text, &title, scene.style(Role::Here)) + 3);
    let after = from(after, put(buf, after, &time, scene.style(role)) + 3);
    put(buf, after, &then, scene.style(Role::Quiet));
}

/// The used and the planned time of an item in minutes, and the verdict on it.
fn used(scene: &Scene, item: &ItemState) -> (String, Role) {
    let seconds = item.used_seconds(scene.now);
    let words = match item.plan.time {
        Some(planned) => Message::new("tui-minutes-of")
            .with("used", seconds / 60)
            .with("planned", planned.div_ceil(60)),
        None => Message::new("tui-minutes").with("used", seconds / 60),
    };
    let role = if is_over(scene, item) {
        Role::Soon
    } else {
        Role::Quiet
    };
    (scene.say(&words), role)
}

fn is_over(scene: &Scene, item: &ItemState) -> bool {
    let planned = item.plan.time;
    planned.is_some_and(|planned| item.used_seconds(scene.now) > i64::from(planned))
}

/// The item that comes then.
fn then(scene: &Scene) -> Option<String> {
    let progress = &scene.meeting.progress;
    let number = progress.current().map_or(0, |id| progress.number(id));
    let next = progress
        .items()
        .skip(number)
        .find(|item| matches!(item.status, ItemStatus::Planned | ItemStatus::Interrupted))?;
    let title = scene.text(&next.plan.title);
    Some(scene.say(&Message::new("tui-then").with("title", title)))
}

/// Draws the agenda, titles wrapped where there is room for all of it; gives how many rows it took.
fn agenda(scene: &Scene, area: Rect, buf: &mut Buffer) -> u16 {
    let label = scene.label("tui-agenda");
    put(buf, area, &label, scene.style(Role::Label));
    let is_begun = scene.meeting.progress.opened().is_some();
    let heads = [(1, "tui-plan"), (0, "tui-used")];
    for (index, id) in heads.into_iter().take(1 + usize::from(is_begun)) {
        let word = scene.word(id);
        put_right(buf, figure(area, index), &word, scene.style(Role::Label));
    }
    // Three fifths; where it is longer, what was long ago is out of sight.
    let room = (area.height * 3 / 5).saturating_sub(2);
    let columns = area.width.saturating_sub(SIGN + 2 * FIGURE);
    let items = scene.meeting.progress.items();
    let titles: Vec<String> = items.map(|item| scene.text(&item.plan.title)).collect();
    let whole: usize = titles.iter().map(|title| lines(title, columns).len()).sum();
    let is_whole = whole <= usize::from(room);
    let place = scene.meeting.progress.place();
    let current = place.map_or(0, |id| scene.meeting.progress.number(id));
    let last = titles.len().saturating_sub(usize::from(room));
    let skipped = current.saturating_sub(usize::from(room / 2)).min(last);
    let mut top = 2;
    let items = scene.meeting.progress.items().zip(&titles).skip(skipped);
    for (item, title) in items {
        let shown = if is_whole || item.status == ItemStatus::Open {
            lines(title, columns)
                .into_iter()
                .map(str::to_owned)
                .collect()
        } else {
            vec![cut(title, columns, scene.styles)]
        };
        let rows = u16::try_from(shown.len()).unwrap_or(u16::MAX);
        if top + rows > room + 2 {
            break;
        }
        item_rows(scene, item, &shown, row_on(area, top), buf);
        top += rows;
    }
    top
}

/// What is left of an area from a row on.
fn row_on(area: Rect, top: u16) -> Rect {
    let top = top.min(area.height);
    Rect {
        y: area.y + top,
        height: area.height - top,
        ..area
    }
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

fn item_rows(scene: &Scene, item: &ItemState, title: &[String], area: Rect, buf: &mut Buffer) {
    let (sign, role) = look(item.status);
    put(buf, area, scene.sign(sign), scene.style(role));
    for (index, line) in (0..area.height).zip(title) {
        put(buf, from(row(area, index), SIGN), line, scene.style(role));
    }
    if let Some(planned) = item.plan.time {
        let minutes = planned.div_ceil(60).to_string();
        put_right(buf, figure(area, 1), &minutes, scene.style(Role::Quiet));
    }
    if !item.spans.is_empty() {
        let role = match (is_over(scene, item), item.status) {
            (true, _) => Role::Soon,
            (false, ItemStatus::Open) => Role::Text,
            (false, _) => Role::Quiet,
        };
        let minutes = (item.used_seconds(scene.now) / 60).to_string();
        put_right(buf, figure(area, 0), &minutes, scene.style(role));
    }
}

/// Who was not heard, those who are there first.
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
    let count = unheard.len();
    put_right(buf, area, &count.to_string(), scene.style(Role::Label));
    let (there, away): (Vec<Who>, Vec<Who>) = unheard
        .into_iter()
        .partition(|who| scene.meeting.speaker_for(who).is_some());
    let all = there
        .iter()
        .map(|who| (who, Role::Text))
        .chain(away.iter().map(|who| (who, Role::Quiet)));
    let room = usize::from(area.height - 1);
    let shown = if count > room { room - 1 } else { count };
    for (index, (who, role)) in (1..).zip(all.take(shown)) {
        let name = scene.name(who);
        let name = if width(&name) > area.width {
            scene.short_name(who)
        } else {
            name
        };
        let name = cut(&name, area.width, scene.styles);
        put(buf, row(area, index), &name, scene.style(role));
    }
    if count > shown {
        let more = scene.say(&Message::new("tui-more").with("count", count - shown));
        put(
            buf,
            row(area, area.height - 1),
            &more,
            scene.style(Role::Quiet),
        );
    }
}

/// What each of those who wait could have, and how to give it to them; a row above it empty.
fn pace(scene: &Scene) -> Vec<(String, String, Role)> {
    let meeting = scene.meeting;
    let item = meeting.progress.current();
    let waiting = item
        .and_then(|item| meeting.floor.list(item))
        .map_or(0, |list| list.entries().len());
    let (Some(each), Some(rest)) = (meeting.pace(scene.now), meeting.rest_of_item(scene.now))
    else {
        return Vec::new();
    };
    let nothing = |role| (String::new(), String::new(), role);
    let mut rows = vec![nothing(Role::Text)];
    rows.push((scene.label("tui-pace"), String::new(), Role::Label));
    if each == 0 {
        let none = Message::new("tui-pace-none").with("waiting", waiting);
        rows.push((scene.say(&none), String::new(), Role::Soon));
        return rows;
    }
    let left = Message::new("tui-pace-left")
        .with("waiting", waiting)
        .with("minutes", rest / 60);
    rows.push((scene.say(&left), String::new(), Role::Text));
    let key = scene.ui.keys.shown(Action::Pace);
    let how = Message::new("tui-pace-how")
        .with("key", key.map(|key| key.to_string()).unwrap_or_default())
        .with("time", clock::written(each));
    let each = Message::new("tui-pace-each").with("time", Arg::Seconds(each));
    rows.push((scene.say(&each), scene.say(&how), Role::Text));
    rows
}
