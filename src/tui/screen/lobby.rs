//! The screen of the lobby: the frame of a meeting's, and on its stage one list with what is told of where one stands. Lays out and delegates; what
//! lies there is `lobby::desk`'s.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::foot::{self, Hint};
use super::list::{self, Piece};
use super::split::{GAP, Split};
use super::{Rows, Target, dialog, leaf};
use crate::text::{Message, Text};
use crate::tui::action::{Action, Line};
use crate::tui::input::{Code, Key};
use crate::tui::lobby::desk::Desk;
use crate::tui::lobby::entries::Entry;
use crate::tui::scene::Scene;
use crate::tui::style::Role;
use crate::tui::widget::line::{across, cut, put};
use crate::tui::widget::wrap::put_wrapped;

/// Columns of the list at most.
const LIST: u16 = 56;
/// Columns from which it is said what the house is for.
const WITH_SUBTITLE: u16 = 100;
/// Rows from which there is space around the stage.
const SPACIOUS: u16 = 14;
/// Hints at the end that go last: commands, help.
const LAST_TO_GO: usize = 2;

/// Where the parts of the stage stand.
fn split(rows: &Rows) -> Split {
    let stage = rows.stage.union(rows.cue);
    let space = u16::from(stage.height >= SPACIOUS);
    let inner = Rect {
        y: stage.y + space,
        height: stage.height - space,
        ..stage
    };
    Split::of(inner, (inner.width / 2).min(LIST).saturating_sub(GAP))
}

/// Draws the screen.
///
/// ```text
///  tribune                                         3 sessions   12 open   3 overdue
/// ────────────────────────────────────────────────────────────────────────────────
///  CONTINUE                              │  Work exchange meeting
///  ▶ Work exchange meeting        today  │
///                                        │  Left 2025-03-15 15:10 (today)
///  START                                 │  At item 3: Suggestions
///    Board meeting           board.toml  │  Yan Ming had the floor.
/// ────────────────────────────────────────────────────────────────────────────────
///  Type to find
///  › the line
///  Enter go on   Esc leave   : commands   ? help
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
    head(scene, desk, rows.header, buf);
    let split = split(&rows);
    if desk.list.lines().is_empty() {
        let nothing = Message::new("lobby-found-nothing").with("words", Text::line(desk.words()));
        list::nothing(scene, &scene.say(&nothing), split.rows, buf);
    }
    leaf::view(scene, &desk.list, split.rows, buf);
    split.rule(scene, buf);
    leaf::view(scene, &desk.beside, split.beside, buf);
    below(scene, desk, &rows, buf);
    if let Some(open) = &scene.ui.dialog {
        dialog::view(scene, open, rows.dialog(area), buf);
    }
}

/// Tells the list how many columns and rows a screen of that size has for it, before it is drawn.
pub fn fit(desk: &mut Desk, area: Rect) {
    let Some(rows) = Rows::of(area) else {
        return;
    };
    let Split { rows, beside, .. } = split(&rows);
    desk.list.fit(rows.width, rows.height);
    desk.beside.fit(beside.width, beside.height);
}

/// What stands at a place of the screen.
pub fn target(scene: &Scene, desk: &Desk, area: Rect, position: Position) -> Option<Target> {
    let rows = Rows::of(area)?;
    if rows.hints.contains(position) {
        return foot::pressed(&laid(scene, desk, rows.hints), position);
    }
    if let Some(open) = &scene.ui.dialog {
        let answer = dialog::answer_at(scene, open, rows.dialog(area), position);
        return answer.map(Target::Answer);
    }
    if rows.prompt.contains(position) {
        return super::target(scene, area, position);
    }
    leaf::row_at(&desk.list, split(&rows).rows, position).map(Target::Row)
}

/// The name of the house, and what its archive adds up to.
fn head(scene: &Scene, desk: &Desk, area: Rect, buf: &mut Buffer) {
    let mut title = vec![(scene.word("lobby-title"), Role::Strong)];
    if area.width >= WITH_SUBTITLE {
        title.push((scene.word("lobby-subtitle"), Role::Quiet));
    }
    let listing = desk.found.sessions.as_ref();
    let sessions = listing.map_or(0, |listing| listing.sessions.len());
    let open = desk.found.open(desk.today).unwrap_or_default();
    let counts = [
        ("review-count-sessions", sessions, Role::Text),
        ("review-count-open", open.all, Role::Text),
        ("review-count-overdue", open.overdue, Role::Bad),
    ];
    let counts = counts.into_iter().filter(|(_, count, _)| *count > 0);
    let counts: Vec<Piece> = counts
        .map(|(id, count, role)| (scene.say(&Message::new(id).with("count", count)), role))
        .collect();
    list::heading(scene, &title, &counts, area, buf);
}

/// Draws what was told or the line is taken for, the line, and the keys that work here.
fn below(scene: &Scene, desk: &Desk, rows: &Rows, buf: &mut Buffer) {
    if let Some(notice) = &scene.ui.notice {
        foot::refused(scene, notice, rows, buf);
    } else {
        across(buf, rows.below, scene.styles);
        let (said, role) = match desk.typed() {
            Line::Empty => ("lobby-line", Role::Quiet),
            Line::Typed => ("review-command", Role::Accent),
            Line::Filter => ("lobby-finds", Role::Accent),
        };
        let said = cut(&scene.word(said), rows.label.width, scene.styles);
        put(buf, rows.label, &said, scene.style(role));
    }
    foot::line(scene, rows, buf);
    foot::hints(scene, &laid(scene, desk, rows.hints), buf);
}

fn laid(scene: &Scene, desk: &Desk, area: Rect) -> Vec<(Rect, Hint)> {
    match &scene.ui.dialog {
        Some(dialog) => foot::laid(foot::of_dialog(scene, dialog), 1, area),
        None => foot::laid(parts(scene, desk), LAST_TO_GO, area),
    }
}

/// The keys that work here.
fn parts(scene: &Scene, desk: &Desk) -> Vec<Hint> {
    let plain = |code, what| Hint::of(scene, Key::plain(code), what);
    if desk.typed() == Line::Typed {
        return vec![
            plain(Code::Enter, "review-hint-obey"),
            plain(Code::Esc, "review-hint-drop"),
        ];
    }
    let chooses = desk.list.link().map(|entry| {
        let what = match entry {
            Entry::Continue(_) => "lobby-hint-continue",
            Entry::Start(_) | Entry::New => "lobby-hint-start",
            Entry::Session(_) | Entry::Archive | Entry::Followups => "review-hint-open",
            Entry::Demo(_) => "lobby-hint-see",
            Entry::Read(_) => "lobby-hint-read",
        };
        plain(Code::Enter, what)
    });
    if desk.typed() == Line::Filter {
        let hints = [chooses, Some(plain(Code::Esc, "review-hint-clear"))];
        return hints.into_iter().flatten().collect();
    }
    let of = |action, what| {
        let key = scene.ui.keys.shown(action);
        key.map(|key| Hint::of(scene, key, what))
    };
    [
        chooses,
        Some(plain(Code::Esc, "review-hint-leave")),
        of(Action::NextFace, "lobby-hint-groups"),
        Some(plain(Code::Char(':'), "tui-hint-commands")),
        of(Action::Help, "tui-hint-help"),
    ]
    .into_iter()
    .flatten()
    .collect()
}
