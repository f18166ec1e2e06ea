//! Those who wait for the floor, in order: who is next, who asked and why. Which row is whose is [`super::queue`]'s.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::queue::{Part, Queue, Slot};
use crate::agenda::Who;
use crate::meeting::EntryId;
use crate::meeting::floor::{Entry, EntryKind, Speaker};
use crate::telling;
use crate::text::{Arg, Message, shown};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::clock;
use crate::tui::widget::line::{cut, from, put, put_right, width};

/// Columns of a number or sign in front of a name.
const MARK: u16 = 4;
/// Columns of a figure on the right.
const FIGURE: u16 = 8;
/// Columns from which the number of turns stands beside the time.
const WITH_TURNS: u16 = 66;
/// Columns from which something stands beside the name.
const WITH_REASON: u16 = 46;
/// Columns from a name to what stands beside it; those that this keeps where a name is long, and from which it says
/// something on a narrow screen, where names come first.
const GAP: u16 = 2;
const BESIDE: u16 = 14;
const LEAST_BESIDE: u16 = 6;

/// The rows of the list of the item that is open, on that area, with `seen` in sight.
pub fn queue(scene: &Scene, area: Rect, seen: Option<EntryId>) -> Option<Queue> {
    let item = scene.meeting.progress.place()?;
    let list = scene.meeting.floor.list(item)?;
    let label = width(&scene.label("tui-next")) + 1;
    Some(Queue::of(list, area, label, seen))
}

/// Those who wait, in order, each with the time they have had; moved so far that `seen` is in sight.
///
/// ```text
/// NEXT                                                     turns   spoke
///   1 Hu Liangbo      Agricultural Reclamation Group                   –
///   2 Hou Sheng       Academy of Social Sciences               2    2:10
///
/// ASKED
///   ! Luo Jiang       point of order: are we still quorate?            –
///   3 Xu Sisi         reply to the university                  1    4:41
/// ```
pub fn view(scene: &Scene, area: Rect, seen: Option<EntryId>, buf: &mut Buffer) {
    let Some(queue) = queue(scene, area, seen) else {
        return;
    };
    let item = scene.meeting.progress.place();
    let Some(list) = item.and_then(|item| scene.meeting.floor.list(item)) else {
        return;
    };
    let entry = |id: EntryId| list.entry(id);
    if queue.is_beside_label() {
        put(
            buf,
            area,
            &scene.label("tui-next"),
            scene.style(Role::Label),
        );
    }
    let names = name_column(scene, &queue, entry);
    let mut is_first = true;
    for (place, slot) in queue.rows() {
        match slot {
            Slot::Label { part, hidden } => label(scene, part, hidden, place, buf),
            Slot::Waiting { entry: id, number } => {
                if let Some(entry) = entry(id) {
                    waiting(scene, entry, number, (place, names), buf);
                }
            }
            Slot::Empty if is_first => {
                let nobody = scene.word("tui-next-nobody");
                put(buf, from(place, MARK), &nobody, scene.style(Role::Quiet));
            }
            Slot::Empty => {}
        }
        is_first &= matches!(slot, Slot::Label { .. });
    }
}

fn label(scene: &Scene, part: Part, hidden: usize, area: Rect, buf: &mut Buffer) {
    let id = match part {
        Part::Next => "tui-next",
        Part::Asked => "tui-asked",
    };
    let used = put(buf, area, &scene.label(id), scene.style(Role::Label));
    if hidden > 0 {
        let more = scene.say(&Message::new("tui-more").with("count", hidden));
        put(buf, from(area, used + 2), &more, scene.style(Role::Quiet));
    }
    if part == Part::Next {
        put_right(
            buf,
            area,
            &scene.word("tui-spoke"),
            scene.style(Role::Quiet),
        );
        if area.width >= WITH_TURNS {
            let turns = scene.word("tui-turns");
            put_right(buf, but(area, FIGURE), &turns, scene.style(Role::Quiet));
        }
    }
}

/// Columns of the longest name in sight, so that what stands beside the names is aligned; it leaves some to that.
fn name_column<'a>(
    scene: &Scene,
    queue: &Queue,
    entry: impl Fn(EntryId) -> Option<&'a Entry>,
) -> u16 {
    let names = queue.rows().filter_map(|(place, slot)| match slot {
        Slot::Waiting { entry: id, .. } => Some((place.width, name(scene, entry(id)?))),
        Slot::Label { .. } | Slot::Empty => None,
    });
    let columns = names.map(|(room, name)| {
        let kept = if room < WITH_TURNS {
            FIGURE
        } else {
            2 * FIGURE + GAP + BESIDE
        };
        let left = room.saturating_sub(MARK + kept);
        width(&cut(&name, left.max(room * 2 / 5), scene.styles))
    });
    columns.max().unwrap_or(0).max(12)
}

fn waiting(scene: &Scene, entry: &Entry, number: usize, place: (Rect, u16), buf: &mut Buffer) {
    let (area, names) = place;
    let speaker = scene.meeting.speaker_for(&entry.who);
    let (mark, role) = match (entry.kind, &speaker) {
        (EntryKind::Order, _) => (scene.sign(Sign::Attention).to_owned(), Role::Soon),
        (_, None) => (scene.sign(Sign::None).to_owned(), Role::Quiet),
        (EntryKind::Planned | EntryKind::Asked, Some(_)) => (number.to_string(), Role::Quiet),
    };
    let in_front = Rect {
        width: (MARK - 1).min(area.width),
        ..area
    };
    put_right(buf, in_front, &mark, scene.style(role));
    let text = but(from(area, MARK), spoken(scene, entry, area, buf));
    let look = match (entry.kind, &speaker) {
        (_, None) => Role::Quiet,
        (EntryKind::Order, Some(_)) => Role::Soon,
        (EntryKind::Planned | EntryKind::Asked, Some(_)) => Role::Text,
    };
    if area.width < WITH_REASON {
        let name = name(scene, entry);
        put(
            buf,
            text,
            &cut(&name, text.width, scene.styles),
            scene.style(look),
        );
        return;
    }
    let column = Rect {
        width: names.min(text.width),
        ..text
    };
    let name = cut(&name(scene, entry), column.width, scene.styles);
    put(buf, column, &name, scene.style(look));
    let beside = from(text, names + GAP);
    if beside.width >= LEAST_BESIDE {
        let about = about(scene, entry, speaker.as_ref(), beside.width);
        put(buf, beside, &about, scene.style(Role::Quiet));
    }
}

/// Draws the time somebody had, and in how many turns; gives how many columns are kept for that.
fn spoken(scene: &Scene, entry: &Entry, area: Rect, buf: &mut Buffer) -> u16 {
    let spoken = scene.meeting.floor.spoken(&entry.who);
    let time = if spoken.turns == 0 {
        scene.sign(Sign::None).to_owned()
    } else {
        clock::written(spoken.seconds)
    };
    put_right(buf, area, &time, scene.style(Role::Quiet));
    if area.width < WITH_TURNS || spoken.turns == 0 {
        return FIGURE;
    }
    let turns = spoken.turns.to_string();
    put_right(buf, but(area, FIGURE), &turns, scene.style(Role::Quiet));
    2 * FIGURE
}

/// Who would speak: the person, also for a unit where it is known who.
fn name(scene: &Scene, entry: &Entry) -> String {
    match scene.meeting.speaker_for(&entry.who) {
        Some(speaker) => scene.speaker(&speaker),
        None => scene.name(&entry.who),
    }
}

/// What stands beside a name: that they are stepped over, why they asked, else where they come from.
fn about(scene: &Scene, entry: &Entry, speaker: Option<&Speaker>, columns: u16) -> String {
    let Some(speaker) = speaker else {
        return cut(&scene.word("tui-not-here"), columns, scene.styles);
    };
    let reason = entry.reason.as_ref();
    let reason = reason.map(|reason| shown(reason.as_str()).into_owned());
    match (entry.kind, reason) {
        (EntryKind::Order, reason) => {
            let words = match reason {
                None => Message::new("tui-point-of-order"),
                Some(reason) => Message::new("tui-order-reason").with("reason", reason),
            };
            cut(&scene.say(&words), columns, scene.styles)
        }
        (EntryKind::Planned | EntryKind::Asked, Some(reason)) => {
            cut(&reason, columns, scene.styles)
        }
        (EntryKind::Planned | EntryKind::Asked, None) => home(scene, speaker, columns),
    }
}

/// Where a speaker comes from: the unit, for short where it is too long; the office or title of who has none.
fn home(scene: &Scene, speaker: &Speaker, columns: u16) -> String {
    if let Some(unit) = speaker.unit.clone().map(Who::Unit) {
        let whole = scene.name(&unit);
        let name = if width(&whole) > columns {
            scene.short_name(&unit)
        } else {
            whole
        };
        return cut(&name, columns, scene.styles);
    }
    let Some(person) = speaker.person.as_ref() else {
        return String::new();
    };
    let title = || {
        Some(Arg::from(
            scene.meeting.roster.person(person)?.title.as_ref()?,
        ))
    };
    let office = telling::office(scene.meeting, person).or_else(title);
    let office = office
        .map(|office| scene.locale.write(&office))
        .unwrap_or_default();
    let office = shown(&office).into_owned();
    cut(&office, columns, scene.styles)
}

/// An area without its last columns.
fn but(area: Rect, columns: u16) -> Rect {
    Rect {
        width: area.width.saturating_sub(columns),
        ..area
    }
}
