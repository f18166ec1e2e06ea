//! The screen of a review: the frame of a meeting's, and on its stage a list with what is told beside it, a page that was followed, or a face of
//! an open session. Lays out and delegates; what lies there is `review::desk`'s.

mod foot;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::list::{self, Piece};
use super::split::{GAP, Split};
use super::{Rows, header, is_small, leaf};
use crate::archive::page::Link;
use crate::text::{Message, Text};
use crate::tui::review::desk::{Desk, List, Visit};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{across, cut, from, put, width};
use crate::tui::widget::wrap::put_wrapped;

/// Columns of a list of short rows at most.
const LIST: u16 = 58;
/// Columns of a list of shorter rows at least.
const LEAST_LIST: u16 = 30;
/// Rows from which there is space below the heading.
const SPACIOUS: u16 = 14;

/// What a press of the mouse can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Another list.
    List(List),
    /// That row of what is in front.
    Row(usize),
    /// What stands below the stage, or in a dialog.
    Other(super::Target),
}

/// Where the parts of the stage stand.
struct Places {
    heading: Rect,
    /// What is in front, and what is told of where one stands.
    split: Split,
}

impl Places {
    fn of(desk: &Desk, stage: Rect) -> Self {
        let space = u16::from(stage.height >= SPACIOUS);
        let top = (space + 1 + space).min(stage.height);
        let heading = Rect {
            y: stage.y + space.min(stage.height),
            height: 1.min(stage.height),
            ..stage
        };
        let rows = Rect {
            y: stage.y + top,
            height: stage.height - top,
            ..stage
        };
        let half = rows.width / 2;
        let list = match desk.list {
            List::Sessions | List::Units if desk.words().is_none() => half.min(LIST),
            List::Years if desk.words().is_none() => (half / 2).max(LEAST_LIST),
            List::Sessions | List::Units | List::Years | List::Followups => half,
        };
        let split = if desk.is_list() {
            Split::of(rows, list - GAP.min(list))
        } else {
            Split::whole(rows)
        };
        Self { heading, split }
    }
}

/// The stage, and the rows of the cue, which a review has no use for.
fn stage(rows: &Rows) -> Rect {
    rows.stage.union(rows.cue)
}

/// Draws the screen.
///
/// ```text
///  Review                                        5 sessions   12 open   3 overdue
/// ────────────────────────────────────────────────────────────────────────────────
///  SESSIONS  follow-ups  units                 │
///                                              │  Work exchange meeting
///  Work exchange                           3   │    2025-03-15; 14:30–16:02; Kunming
///  ▶ 2025-03-15  Work exchange meeting  2 open │    In the chair: Wang Yu
///    2024-03-16  Work exchange meeting         │
/// ────────────────────────────────────────────────────────────────────────────────
///  Letters look in all sessions
///  › the line
///  Enter open   Tab lists   : commands   ? help
/// ```
pub fn view(scene: &Scene, desk: &Desk, area: Rect, buf: &mut Buffer) {
    let Some(rows) = Rows::of(area) else {
        put_wrapped(
            buf,
            area,
            &scene.word("tui-too-small"),
            scene.style(Role::Text),
        );
        return;
    };
    across(buf, rows.above, scene.styles);
    if desk.face().is_some() && !is_small(area) {
        header::view(scene, rows.header, buf);
        super::face(scene, rows.stage, buf);
    } else {
        head(scene, desk, rows.header, buf);
        front(scene, desk, stage(&rows), buf);
    }
    foot::view(scene, desk, &rows, buf);
    if let Some(open) = &scene.ui.dialog {
        super::dialog::view(scene, open, rows.dialog(area), buf);
    }
}

/// Tells what is in front how many columns and rows a screen of that size has for it, before it is drawn.
pub fn fit(desk: &mut Desk, area: Rect) {
    let Some(rows) = Rows::of(area) else {
        return;
    };
    if desk.face().is_some() {
        return super::fit(&mut desk.ui, area);
    }
    let places = Places::of(desk, stage(&rows));
    if let Some(leaf) = desk.leaf_mut() {
        leaf.fit(places.split.rows.width, places.split.rows.height);
    }
    let beside = places.split.beside;
    desk.beside.fit(beside.width, beside.height);
}

/// What stands at a place of the screen.
pub fn target(scene: &Scene, desk: &Desk, area: Rect, position: Position) -> Option<Target> {
    let rows = Rows::of(area)?;
    if rows.hints.contains(position) {
        return foot::hint_at(scene, desk, rows.hints, position).map(Target::Other);
    }
    if let Some(open) = &scene.ui.dialog {
        let answer = super::dialog::answer_at(scene, open, rows.dialog(area), position);
        return answer.map(super::Target::Answer).map(Target::Other);
    }
    if rows.prompt.contains(position) {
        return super::target(scene, area, position).map(Target::Other);
    }
    if desk.face().is_some() {
        return super::row_at(scene, area, rows.stage, position).map(Target::Row);
    }
    let places = Places::of(desk, stage(&rows));
    if places.heading.contains(position) && desk.trail.is_empty() && desk.words().is_none() {
        return list_at(scene, desk, places.heading, position).map(Target::List);
    }
    leaf::row_at(desk.leaf()?, places.split.rows, position).map(Target::Row)
}

/// What the archive adds up to.
fn head(scene: &Scene, desk: &Desk, area: Rect, buf: &mut Buffer) {
    let title = [(scene.word("review-title"), Role::Strong)];
    let count = |id: &'static str, count: usize, role: Role| {
        (count > 0).then(|| (scene.say(&Message::new(id).with("count", count)), role))
    };
    let listing = desk.listing();
    let sessions = listing.map_or(0, |listing| listing.sessions.len());
    let unreadable = listing.map_or(0, |listing| listing.unreadable.len());
    let (open, overdue) = desk.open();
    let (read, of) = desk.walked();
    let reading = (desk.walk().is_none() && of > 0).then(|| {
        let reading = Message::new("review-walking").with("count", read);
        (scene.say(&reading.with("of", of)), Role::Quiet)
    });
    let older = desk.walk().map_or(0, |walk| walk.history.older);
    let counts: Vec<Piece> = [
        count("review-count-sessions", sessions, Role::Text),
        count("review-count-open", open, Role::Text),
        count("review-count-overdue", overdue, Role::Bad),
        count("review-count-unreadable", unreadable, Role::Soon),
        count("review-count-older", older, Role::Quiet),
        reading,
    ]
    .into_iter()
    .flatten()
    .collect();
    list::heading(scene, &title, &counts, area, buf);
}

/// What is in front where it is no face: its heading, its rows, and what is told beside them.
fn front(scene: &Scene, desk: &Desk, stage: Rect, buf: &mut Buffer) {
    let places = Places::of(desk, stage);
    if desk.words().is_some() {
        let found = [(scene.label("review-found"), Role::Label)];
        list::heading(scene, &found, &[], places.heading, buf);
    } else if desk.trail.is_empty() {
        for (place, list) in lists(scene, desk, places.heading) {
            let (name, role) = name(scene, desk, list);
            put(buf, place, &name, scene.style(role));
        }
    } else {
        way(scene, desk, places.heading, buf);
    }
    let (Some(in_front), split) = (desk.leaf(), places.split) else {
        return;
    };
    if in_front.lines().is_empty() {
        let said = nothing(scene, desk);
        list::nothing(scene, &said, split.rows, buf);
    }
    leaf::view(scene, in_front, split.rows, buf);
    split.rule(scene, buf);
    leaf::view(scene, &desk.beside, split.beside, buf);
}

/// Why there is nothing to list.
fn nothing(scene: &Scene, desk: &Desk) -> String {
    match (desk.words(), desk.hits(), desk.list) {
        (Some(_), None, _) => scene.word("review-looking"),
        (Some(words), Some(_), _) => {
            scene.say(&Message::new("review-found-nothing").with("words", Text::line(words)))
        }
        (None, _, List::Sessions | List::Units | List::Years) => scene.word("review-empty"),
        (None, _, List::Followups) => scene.word("followups-none"),
    }
}

/// What a list is called, the one that is turned to as a label.
fn name(scene: &Scene, desk: &Desk, list: List) -> (String, Role) {
    if list == desk.list {
        (scene.label(list.word()), Role::Label)
    } else {
        (scene.word(list.word()), Role::Quiet)
    }
}

/// The lists with the places of their names.
fn lists(scene: &Scene, desk: &Desk, area: Rect) -> Vec<(Rect, List)> {
    const BETWEEN: u16 = 3;
    let mut rest = area;
    let place = |list: List| {
        let columns = width(&name(scene, desk, list).0).min(rest.width);
        let place = Rect {
            width: columns,
            ..rest
        };
        rest = from(rest, columns + BETWEEN);
        (place, list)
    };
    List::ALL.into_iter().map(place).collect()
}

fn list_at(scene: &Scene, desk: &Desk, area: Rect, position: Position) -> Option<List> {
    let lists = lists(scene, desk, area);
    let mut lists = lists.into_iter();
    let found = lists.find(|(place, _)| place.contains(position));
    found.map(|(_, list)| list)
}

/// From which list one came here, and through what.
fn way(scene: &Scene, desk: &Desk, area: Rect, buf: &mut Buffer) {
    let between = format!(" {} ", scene.sign(Sign::To));
    let mut used = put(
        buf,
        area,
        &scene.word(desk.list.word()),
        scene.style(Role::Quiet),
    );
    let last = desk.trail.len() - 1;
    for (at, visit) in desk.trail.iter().enumerate() {
        used += put(buf, from(area, used), &between, scene.style(Role::Quiet));
        let rest = from(area, used);
        let name = cut(&visited(scene, desk, visit), rest.width, scene.styles);
        let role = if at == last { Role::Here } else { Role::Quiet };
        used += put(buf, rest, &name, scene.style(role));
    }
}

fn visited(scene: &Scene, desk: &Desk, visit: &Visit) -> String {
    let stem = match visit {
        Visit::Session(sitting) => {
            let facts = &sitting.held.summary.meeting;
            let title = scene.text(&facts.title);
            return match facts.day() {
                Some(day) => format!("{day}  {title}"),
                None => title,
            };
        }
        Visit::Page { of, .. } => match of {
            Link::Session(stem) | Link::Series(stem) => stem,
            Link::Thing { id, .. } => id,
            Link::Unit(party) => {
                let parties = desk.walk().map(|walk| walk.history.parties.all());
                let unit = parties.and_then(|parties| parties.get(*party));
                return unit.map(|unit| scene.text(&unit.name)).unwrap_or_default();
            }
        },
    };
    crate::text::shown(stem.as_str()).into_owned()
}
