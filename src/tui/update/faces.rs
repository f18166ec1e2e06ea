//! The faces at one screen: turning to one, moving among what it shows, filtering it. What is done to what is selected stands with
//! each face.

use super::{Effect, Given, board, record, waiting};
use crate::board::Grouping;
use crate::phrase::Face;
use crate::tui::action::Move;
use crate::tui::ui::Ui;

/// The faces that have a screen, in the order in which a key turns them.
pub const FACES: [Face; 3] = [Face::Floor, Face::Contributions, Face::Record];

/// Places that a page key goes on the list of speakers.
const PAGE: isize = 10;

/// Shows a face that has a screen; the screen is drawn anew, for what wide characters may leave there.
pub fn show(ui: &mut Ui, given: &Given, face: Face) -> Vec<Effect> {
    if ui.face == face {
        return Vec::new();
    }
    if ui.face == Face::Contributions {
        ui.sheet.leave(given.meeting);
    }
    if face == Face::Contributions {
        ui.sheet.show(given.meeting);
    }
    ui.face = face;
    vec![Effect::Repaint]
}

/// Shows what was noted, in those groups where some are named.
pub fn contributions(ui: &mut Ui, given: &Given, by: Option<Grouping>) -> Vec<Effect> {
    if let Some(by) = by {
        ui.sheet.turn_to(by);
    }
    show(ui, given, Face::Contributions)
}

/// Shows the face that many further.
pub fn step(ui: &mut Ui, given: &Given, faces: isize) -> Vec<Effect> {
    let here = FACES.iter().position(|face| *face == ui.face).unwrap_or(0);
    let count = FACES.len().cast_signed();
    let next = (here.cast_signed() + faces).rem_euclid(count);
    show(ui, given, FACES[next.unsigned_abs()])
}

/// Moves among what the face shows, or does something to what is selected there.
pub fn go(ui: &mut Ui, given: &Given, way: Move) {
    match way {
        Move::Previous => select(ui, given, -1),
        Move::Next => select(ui, given, 1),
        Move::PageBack => page(ui, given, -1),
        Move::PageOn => page(ui, given, 1),
        Move::GroupBack => select_group(ui, -1),
        Move::GroupOn => select_group(ui, 1),
        Move::Open => open(ui),
        Move::Fold => fold(ui),
        Move::Turn => turn(ui),
        Move::Mark => mark(ui, given),
        Move::Act => act(ui, given),
    }
}

/// Selects the one so many rows further, or before.
fn select(ui: &mut Ui, given: &Given, rows: isize) {
    match ui.face {
        Face::Floor => waiting::step(ui, given.meeting, rows),
        Face::Contributions => ui.sheet.step(rows),
        Face::Record => ui.log.step(rows),
        Face::Roll | Face::Brief => {}
    }
}

/// Selects the one so many pages further, or before.
fn page(ui: &mut Ui, given: &Given, pages: isize) {
    match ui.face {
        Face::Floor => waiting::step(ui, given.meeting, pages * PAGE),
        Face::Contributions => ui.sheet.step_page(pages),
        Face::Record => ui.log.step_page(pages),
        Face::Roll | Face::Brief => {}
    }
}

/// Selects the first of the group that many further.
fn select_group(ui: &mut Ui, groups: isize) {
    match ui.face {
        Face::Contributions => ui.sheet.step_group(groups),
        Face::Record => ui.log.step_item(groups),
        Face::Floor | Face::Roll | Face::Brief => {}
    }
}

/// Shows more of what is selected.
fn open(ui: &mut Ui) {
    match ui.face {
        Face::Contributions => ui.sheet.open(),
        Face::Record => ui.log.browse.open(),
        Face::Floor | Face::Roll | Face::Brief => {}
    }
}

/// Shows less of it.
fn fold(ui: &mut Ui) {
    match ui.face {
        Face::Contributions => ui.sheet.fold(),
        Face::Record => ui.log.browse.fold(),
        Face::Floor | Face::Roll | Face::Brief => {}
    }
}

/// Puts what is shown in other groups, or shows another kind of it.
fn turn(ui: &mut Ui) {
    match ui.face {
        Face::Contributions => ui.sheet.turn(),
        Face::Record => ui.log.turn(),
        Face::Floor | Face::Roll | Face::Brief => {}
    }
}

/// Marks the selected one, where several can be; elsewhere asks what to do with it.
fn mark(ui: &mut Ui, given: &Given) {
    match ui.face {
        Face::Contributions => ui.sheet.mark(),
        Face::Floor | Face::Record | Face::Roll | Face::Brief => act(ui, given),
    }
}

/// Asks what to do with the selected one.
fn act(ui: &mut Ui, given: &Given) {
    match ui.face {
        Face::Floor => waiting::act(ui, given),
        Face::Contributions => board::act(ui, given),
        Face::Record => record::act(ui, given),
        Face::Roll | Face::Brief => {}
    }
}

/// Takes a press on a row: the first one selects, the next one asks what to do.
pub fn press(ui: &mut Ui, given: &Given, at: usize) {
    let selected = match ui.face {
        Face::Contributions => ui.sheet.browse.at(),
        Face::Record => ui.log.browse.at(),
        Face::Floor | Face::Roll | Face::Brief => return,
    };
    if selected == Some(at) {
        act(ui, given);
    } else if ui.face == Face::Contributions {
        ui.sheet.select(at);
    } else {
        ui.log.select(at);
    }
}

/// Lets go of what is selected, marked or looked for.
pub fn let_go(ui: &mut Ui) {
    match ui.face {
        Face::Floor => ui.selected = None,
        Face::Contributions => ui.sheet.let_go(),
        Face::Record => ui.log.let_go(),
        Face::Roll | Face::Brief => {}
    }
}

/// Keeps a filter. On the Floor nothing is filtered: it is looked for among what was noted.
pub fn keep_filter(ui: &mut Ui, given: &Given, words: &str) -> Vec<Effect> {
    if ui.face == Face::Record {
        ui.log.browse.keep_filter(words);
        return Vec::new();
    }
    ui.sheet.browse.keep_filter(words);
    show(ui, given, Face::Contributions)
}

/// After everything: the face shows the meeting as it is now, and what is being looked for.
pub fn settle(ui: &mut Ui, given: &mut Given) {
    waiting::settle(ui, given.meeting);
    let Given {
        meeting,
        interpreter,
        ..
    } = given;
    let typed = ui.draft.filter();
    match ui.face {
        Face::Contributions => {
            ui.sheet.browse.look_for(typed);
            ui.sheet.refresh(meeting, || interpreter.names(meeting));
        }
        Face::Record => {
            ui.log.browse.look_for(typed);
            ui.log
                .refresh(meeting, ui.language, || interpreter.names(meeting));
        }
        Face::Floor | Face::Roll | Face::Brief => {}
    }
}
