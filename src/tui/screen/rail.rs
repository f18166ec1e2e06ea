//! The left of the Floor face on a wide screen: the agenda with planned and used minutes, who was not heard yet, the pace.
//! On a narrow one the same in one line: where the meeting is, and what comes then.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::floor::flow::flow;
use crate::agenda::Who;
use crate::meeting::progress::{ItemState, ItemStatus};
use crate::text::{Arg, Message};
use crate::tui::action::Action;
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::clock;
use crate::tui::widget::line::{cut, from, put, put_right, row, width};

/// Columns of the rail.
pub const COLUMNS: u16 = 40;
/// The same on a very wide screen.
pub const WIDE: u16 = 48;
/// Columns of the two figures on the right, and of the sign in front of a title.
const FIGURE: u16 = 6;
const SIGN: u16 = 2;
/// Columns that the further rows of a title stand back, so that titles are told apart.
const INDENT: u16 = 2;
/// Columns of the planned minutes that no number of up to three digits needs, nor the space in front of it.
const SPARE: u16 = 2;
/// Columns that what comes then needs at least in the one line; else it is left out.
const THEN: u16 = 16;

/// Rows that agenda and those not heard keep, before there is room for the pace, and before there is for matters arising.
const LEAST: u16 = 8;
const WITH_MATTERS: u16 = 14;

/// What stands left and right on a row, and the look of the left.
type Line = (String, String, Role);

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
/// MATTERS ARISING                    5 open
///
/// PACE
/// 5 waiting, 34 min left
/// 6:48 each              F10 or :each 6:48
/// ```
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let end = end(scene, area.height);
    let end_rows = u16::try_from(end.len()).unwrap_or(0);
    let above = Rect {
        height: area.height - end_rows,
        ..area
    };
    let unheard = match scene.meeting.progress.opened() {
        Some(_) => scene.meeting.unheard(),
        None => Vec::new(),
    };
    let used = agenda(scene, above, titles_room(above.height, unheard.len()), buf);
    let rest = row_on(above, used + 1);
    not_heard(scene, unheard, rest, buf);
    for (index, (left, right, role)) in (above.height..area.height).zip(&end) {
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

/// Draws how many matters arising are open at the right of a line, where there is room.
pub fn matters(scene: &Scene, area: Rect, buf: &mut Buffer) {
    const GAP: u16 = 4;
    let area = from(area, GAP);
    let Some((label, open)) = open_matters(scene) else {
        return;
    };
    let said = format!("{label}  {open}");
    if width(&said) <= area.width {
        put_right(buf, area, &said, scene.style(Role::Quiet));
    }
}

/// The used and the planned time of an item in minutes, and the verdict on it.
fn used(scene: &Scene, item: &ItemState) -> (String, Role) {
    let minutes = item.used_seconds(scene.now) / 60;
    let planned = item.plan.time.map(|planned| planned.div_ceil(60));
    let words = match planned {
        Some(planned) => Message::new("tui-minutes-of").with("planned", planned),
        None => Message::new("tui-minutes"),
    };
    let words = scene.say(&words.with("used", minutes));
    // A place for every digit of the planned minutes, so that what comes behind does not move.
    let digits = |minutes: i64| minutes.to_string().len();
    let planned = planned.map_or(0, |planned| digits(planned.into()));
    let spare = planned.saturating_sub(digits(minutes));
    let role = if is_over(scene, item) {
        Role::Soon
    } else {
        Role::Quiet
    };
    (format!("{words}{}", " ".repeat(spare)), role)
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

/// Rows for the titles of the agenda: three fifths, and what those not heard leave, who keep a third.
fn titles_room(rows: u16, unheard: usize) -> u16 {
    let needed = match unheard {
        0 => 0,
        unheard => u16::try_from(unheard).unwrap_or(rows).saturating_add(2),
    };
    let kept = needed.min(rows / 3);
    (rows * 3 / 5).max(rows - kept).saturating_sub(2)
}

/// Draws the agenda with so many rows for titles, as many of them whole as there is room for; gives how many rows it took.
fn agenda(scene: &Scene, area: Rect, room: u16, buf: &mut Buffer) -> u16 {
    heads(scene, area, buf);
    let columns = area.width.saturating_sub(SIGN + 2 * FIGURE);
    let items = scene.meeting.progress.items();
    let titles: Vec<String> = items.map(|item| scene.text(&item.plan.title)).collect();
    let needs: Vec<usize> = titles.iter().map(|it| wrapped(it, columns).len()).collect();
    let place = scene.meeting.progress.place();
    let number = place.map_or(0, |id| scene.meeting.progress.number(id));
    let heights = heights(&needs, number, usize::from(room));
    let skipped = skipped(&heights, number, usize::from(room));
    let mut top = 2;
    let items = scene.meeting.progress.items().zip(&titles).zip(&heights);
    for ((item, title), height) in items.skip(skipped) {
        let all = wrapped(title, columns);
        let shown = if all.len() <= *height {
            all
        } else {
            vec![cut(title, columns + SPARE, scene.styles)]
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

/// How many items are out of sight because the agenda is longer than its room: such as were long ago, so that the one that
/// is open is in the middle, and whole.
fn skipped(heights: &[usize], number: usize, room: usize) -> usize {
    let last = heights.iter().sum::<usize>().saturating_sub(room);
    let usual = number.saturating_sub(room / 2).min(last);
    let fits = |from: &usize| heights[*from..number].iter().sum::<usize>() <= room;
    (usual..number).find(fits).unwrap_or(usual)
}

/// A title on rows of so many columns, and of a few more where that saves a row.
fn wrapped(title: &str, columns: u16) -> Vec<String> {
    let on = |columns: u16| {
        let further = columns.saturating_sub(INDENT);
        flow(title, 0, |row| if row == 0 { columns } else { further })
    };
    let (usual, wider) = (on(columns), on(columns + SPARE));
    if wider.len() < usual.len() {
        wider
    } else {
        usual
    }
}

/// Draws the label of the agenda, and those of its figures.
fn heads(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let label = scene.label("tui-agenda");
    put(buf, area, &label, scene.style(Role::Label));
    let is_begun = scene.meeting.progress.opened().is_some();
    let heads = [(1, "tui-plan"), (0, "tui-used")];
    for (index, id) in heads.into_iter().take(1 + usize::from(is_begun)) {
        let word = scene.word(id);
        put_right(buf, figure(area, index), &word, scene.style(Role::Label));
    }
}

/// How many rows each title has, of those it needs: a whole title or one row. The item that is open comes first and is
/// whole if it can, then those to come, then those before, the latest first.
fn heights(needs: &[usize], number: usize, room: usize) -> Vec<usize> {
    let mut heights = vec![1; needs.len()];
    let mut spare = room.saturating_sub(needs.len());
    let open = number.checked_sub(1);
    let order = (number..needs.len()).chain((0..number.saturating_sub(1)).rev());
    for index in open.into_iter().chain(order) {
        let more = needs[index].saturating_sub(1);
        if more <= spare || (Some(index) == open && needs[index] <= room) {
            heights[index] += more;
            spare = spare.saturating_sub(more);
        }
    }
    heights
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
        let in_front = SIGN + if index > 0 { INDENT } else { 0 };
        put(
            buf,
            from(row(area, index), in_front),
            line,
            scene.style(role),
        );
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

/// Draws who was not heard, those who are there first.
fn not_heard(scene: &Scene, unheard: Vec<Who>, area: Rect, buf: &mut Buffer) {
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
    // A single row is better a name than a number: the label says how many there are.
    let room = usize::from(area.height - 1);
    let shown = if count > room && room > 1 {
        room - 1
    } else {
        count.min(room)
    };
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
    if count > shown && shown < room {
        let more = scene.say(&Message::new("tui-more").with("count", count - shown));
        put(
            buf,
            row(area, area.height - 1),
            &more,
            scene.style(Role::Quiet),
        );
    }
}

/// The last of so many rows: the pace, which has the first claim on them, and above it the matters arising.
fn end(scene: &Scene, rows: u16) -> Vec<Line> {
    let fits = |lines: &[Line], kept: u16| {
        let lines = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        lines.saturating_add(kept) <= rows
    };
    let mut end = pace(scene);
    if !fits(&end, LEAST) {
        end.clear();
    }
    let with_matters = [arising(scene), end.clone()].concat();
    if fits(&with_matters, WITH_MATTERS) {
        with_matters
    } else {
        end
    }
}

/// How many matters arising are open, as long as any is; a row above it empty.
fn arising(scene: &Scene) -> Vec<Line> {
    let Some((label, open)) = open_matters(scene) else {
        return Vec::new();
    };
    let nothing = String::new;
    vec![
        (nothing(), nothing(), Role::Text),
        (label, open, Role::Label),
    ]
}

/// The label of the matters arising, and how many of them are open; nothing once none is.
fn open_matters(scene: &Scene) -> Option<(String, String)> {
    let open = scene.meeting.outcomes.open_matters().count();
    (open > 0 && scene.meeting.progress.is_open()).then(|| {
        let count = Message::new("matters-open").with("count", open);
        (scene.label("matters-arising"), scene.say(&count))
    })
}

/// What each of those who wait could have, and how to give it to them; a row above it empty.
fn pace(scene: &Scene) -> Vec<Line> {
    let meeting = scene.meeting;
    if !meeting.progress.is_open() {
        return Vec::new();
    }
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
