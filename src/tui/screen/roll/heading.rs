//! The row above the roll: what the face is, what is looked for, the head counts as far as there is room, at the right the quorum.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{TWO, grid};
use crate::telling::Figure;
use crate::text::{Message, shown};
use crate::tui::scene::Scene;
use crate::tui::screen::list::Piece;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, from, put, put_right, width};

/// Columns between two pieces.
const APART: u16 = 3;

/// A piece that stays the longer the smaller its rank.
struct Ranked {
    rank: usize,
    piece: Piece,
}

/// The ranks of the quorum, which is the last to go, of how many were found, and of the page.
const QUORUM: usize = 0;
const FOUND: usize = 1;
const PAGE: usize = 4;

/// Draws the row.
///
/// ```text
/// ROLL   entitled 58   present 41   represented 3   excused 6   unmarked 3              ✓ quorum 41, needs 39
/// ```
pub fn view(scene: &Scene, stage: Rect, area: Rect, buf: &mut Buffer) {
    let mut left = vec![(scene.label("face-roll"), Role::Label)];
    let filter = scene.ui.register.browse.filter();
    if !filter.is_empty() {
        left.push((format!("/ {}", shown(filter)), Role::Here));
    }
    let used: u16 = left.iter().map(|(text, _)| width(text) + APART).sum();
    let kept = kept(pieces(scene, stage), area.width.saturating_sub(used));
    let (right, counts): (Vec<Ranked>, Vec<Ranked>) =
        kept.into_iter().partition(|one| one.rank == QUORUM);
    left.extend(counts.into_iter().map(|one| one.piece));
    let mut place = area;
    for (text, role) in &left {
        let text = cut(text, place.width, scene.styles);
        place = from(place, put(buf, place, &text, scene.style(*role)) + APART);
    }
    for Ranked { piece, .. } in &right {
        put_right(buf, area, &piece.0, scene.style(piece.1));
    }
}

/// As many of them as there is room for; the greatest rank goes first.
fn kept(mut pieces: Vec<Ranked>, room: u16) -> Vec<Ranked> {
    let taken = |pieces: &[Ranked]| {
        let columns = pieces.iter().map(|one| width(&one.piece.0) + APART);
        columns.sum::<u16>().saturating_sub(APART)
    };
    while !pieces.is_empty() && taken(&pieces) > room {
        let worst = pieces.iter().map(|one| one.rank).max().unwrap_or(0);
        pieces.retain(|one| one.rank != worst);
    }
    pieces
}

/// How many were found, the head counts, which page this is.
fn pieces(scene: &Scene, stage: Rect) -> Vec<Ranked> {
    let figures = scene.ui.register.figures().iter();
    let figures = figures.map(|(figure, said)| counted(scene, *figure, said));
    let found = found(scene).into_iter();
    found.chain(figures).chain(page(scene, stage)).collect()
}

fn counted(scene: &Scene, figure: Figure, said: &Message) -> Ranked {
    let (rank, role, sign) = weight(figure);
    let said = scene.say(said);
    let said = match sign {
        Some(sign) => format!("{} {said}", scene.sign(sign)),
        None => said,
    };
    let piece = (said, role);
    Ranked { rank, piece }
}

/// How many were found of how many, where somebody is looked for.
fn found(scene: &Scene) -> Option<Ranked> {
    let register = &scene.ui.register;
    let of = Message::new("roll-found")
        .with("count", register.rows().len())
        .with("of", scene.meeting.roster.persons().len());
    (!register.browse.filter().is_empty()).then(|| Ranked {
        rank: FOUND,
        piece: (scene.say(&of), Role::Quiet),
    })
}

/// Which page this is, where there are several.
fn page(scene: &Scene, stage: Rect) -> Option<Ranked> {
    let register = &scene.ui.register;
    let page = grid(register, stage).page().max(1);
    let (at, of) = (
        register.browse.window().top() / page + 1,
        register.rows().len().div_ceil(page),
    );
    let said = if stage.width >= TWO {
        let said = Message::new("roll-page").with("page", at);
        scene.say(&said.with("pages", of))
    } else {
        format!("{at}/{of}")
    };
    let piece = (said, Role::Quiet);
    (of > 1).then_some(Ranked { rank: PAGE, piece })
}

/// How long a figure stays where room is short, its look, and the sign of a verdict.
const fn weight(figure: Figure) -> (usize, Role, Option<Sign>) {
    match figure {
        Figure::Quorate => (QUORUM, Role::Good, Some(Sign::Done)),
        Figure::Short => (QUORUM, Role::Bad, Some(Sign::Attention)),
        Figure::Present => (2, Role::Text, None),
        Figure::Unmarked => (3, Role::Text, None),
        Figure::Entitled => (5, Role::Text, None),
        Figure::Absent => (6, Role::Text, None),
        Figure::Excused => (7, Role::Text, None),
        Figure::Represented => (8, Role::Text, None),
        Figure::Left => (9, Role::Text, None),
        Figure::Out => (10, Role::Text, None),
        Figure::Attending => (11, Role::Quiet, None),
    }
}
