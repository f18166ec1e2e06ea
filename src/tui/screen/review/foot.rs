//! The rows below the stage of a review: what the line looks for, or what was told; the line; the keys that work here.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::archive::page::Link;
use crate::phrase::Face;
use crate::text::{Message, Text};
use crate::tui::action::{Action, Line, Move};
use crate::tui::input::{Code, Key};
use crate::tui::review::desk::{Desk, Visit};
use crate::tui::scene::Scene;
use crate::tui::screen::Rows;
use crate::tui::screen::foot::{self, Hint};
use crate::tui::style::Role;
use crate::tui::ui::Tone;
use crate::tui::widget::line::{across, cut, put};

/// Hints at the end that go last: commands, help.
const LAST_TO_GO: usize = 2;

/// Draws the rows.
pub fn view(scene: &Scene, desk: &Desk, rows: &Rows, buf: &mut Buffer) {
    match &scene.ui.notice {
        Some(notice) if notice.tone != Tone::Done => foot::refused(scene, notice, rows, buf),
        Some(notice) => {
            let said: Vec<String> = notice.what.iter().map(|what| scene.say(what)).collect();
            // What is several lines elsewhere is one here.
            let said = said.join(" ").replace('\n', " ");
            label(scene, &(said, Role::Good), rows, buf);
        }
        None => label(scene, &understood(scene, desk), rows, buf),
    }
    foot::line(scene, rows, buf);
    foot::hints(scene, &laid(scene, desk, rows.hints), buf);
}

/// What a press among the hints means.
pub fn hint_at(
    scene: &Scene,
    desk: &Desk,
    area: Rect,
    position: Position,
) -> Option<crate::tui::screen::Target> {
    foot::pressed(&laid(scene, desk, area), position)
}

fn label(scene: &Scene, (said, role): &(String, Role), rows: &Rows, buf: &mut Buffer) {
    across(buf, rows.below, scene.styles);
    let said = cut(said, rows.label.width, scene.styles);
    put(buf, rows.label, &said, scene.style(*role));
}

/// What the line is taken for.
fn understood(scene: &Scene, desk: &Desk) -> (String, Role) {
    if let (Line::Typed, Some(Link::Thing { session, id })) = (desk.typed(), &desk.answering) {
        let answering = Message::new("review-answering")
            .with("id", id)
            .with("session", session);
        return (scene.say(&answering), Role::Accent);
    }
    if let Some(wrong) = desk.hits().and_then(|hits| hits.wrong.as_ref()) {
        return (scene.say(wrong), Role::Soon);
    }
    let said = match (desk.typed(), desk.words(), desk.hits()) {
        (Line::Empty, _, _) => return (scene.word("review-line"), Role::Quiet),
        (Line::Typed, _, _) => scene.word("review-command"),
        (Line::Filter, None, _) => scene.word("tui-label-filter"),
        (Line::Filter, Some(_), None) => scene.word("review-looking"),
        (Line::Filter, Some(words), Some(hits)) if hits.count == 0 => {
            let nothing = Message::new("review-found-nothing");
            scene.say(&nothing.with("words", Text::line(words)))
        }
        (Line::Filter, Some(_), Some(hits)) => scene.say(
            &Message::new("search-counts")
                .with("hits", hits.count)
                .with("having", hits.extent.having)
                .with("sessions", hits.extent.sessions),
        ),
    };
    (said, Role::Accent)
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
    let of = |action, what| {
        let key = scene.ui.keys.shown(action);
        key.map(|key| Hint::of(scene, key, what))
    };
    let is_thing = matches!(desk.here(), Some(Link::Thing { .. }))
        || matches!(
            desk.trail.last(),
            Some(Visit::Page {
                of: Link::Thing { .. },
                ..
            })
        );
    let follows = desk.here().map(|_| plain(Code::Enter, "review-hint-open"));
    if desk.typed() == Line::Filter {
        let hints = [follows, Some(plain(Code::Esc, "review-hint-clear"))];
        return hints.into_iter().flatten().collect();
    }
    let opens = match desk.face() {
        Some((_, Face::Contributions | Face::Roll | Face::Record)) => {
            of(Action::Move(Move::Open), "tui-hint-more")
        }
        Some((_, Face::Floor | Face::Ballots | Face::Brief)) | None => None,
    };
    let turns = if desk.sitting().is_some() {
        "tui-hint-faces"
    } else {
        "review-hint-lists"
    };
    [
        follows,
        opens,
        of(Action::Move(Move::Mark), "review-hint-answer").filter(|_| is_thing),
        (!desk.trail.is_empty()).then(|| plain(Code::Esc, "review-hint-back")),
        of(Action::NextFace, turns),
        of(Action::Leave, "review-hint-leave"),
        Some(plain(Code::Char(':'), "tui-hint-commands")),
        of(Action::Help, "tui-hint-help"),
    ]
    .into_iter()
    .flatten()
    .collect()
}
