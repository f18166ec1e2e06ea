//! The faces at one screen: turning to one, and which of them takes a key. What a key does to what a face shows stands with each
//! face.

use super::{Effect, Given, ballots, board, brief, record, roll, waiting};
use crate::board::Grouping;
use crate::phrase::Face;
use crate::tui::action::Move;
use crate::tui::ui::Ui;

/// The faces that have a screen, in the order in which a key turns them.
pub const FACES: [Face; 6] = [
    Face::Floor,
    Face::Contributions,
    Face::Roll,
    Face::Ballots,
    Face::Brief,
    Face::Record,
];

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
pub fn go(ui: &mut Ui, given: &mut Given, way: Move) -> Vec<Effect> {
    match ui.face {
        Face::Floor => waiting::go(ui, given, way),
        Face::Contributions => board::go(ui, given, way),
        Face::Roll => return roll::go(ui, given, way),
        Face::Ballots => return ballots::go(ui, given, way),
        Face::Brief => return brief::go(ui, given, way),
        Face::Record => record::go(ui, given, way),
    }
    Vec::new()
}

/// Takes a press on a row: the first one selects, the next one asks what to do.
pub fn press(ui: &mut Ui, given: &mut Given, at: usize) -> Vec<Effect> {
    let (browse, select): (_, fn(&mut Ui, usize)) = match ui.face {
        Face::Contributions => (&ui.sheet.browse, |ui, at| ui.sheet.select(at)),
        Face::Roll => (&ui.register.browse, |ui, at| ui.register.select(at)),
        Face::Record => (&ui.log.browse, |ui, at| ui.log.select(at)),
        Face::Brief => (&ui.lectern.browse, |ui, at| ui.lectern.select(at)),
        Face::Floor | Face::Ballots => return Vec::new(),
    };
    if browse.at() == Some(at) {
        return go(ui, given, Move::Act);
    }
    select(ui, at);
    Vec::new()
}

/// Lets go of what is selected, marked or looked for.
pub fn let_go(ui: &mut Ui) {
    match ui.face {
        Face::Floor => ui.selected = None,
        Face::Contributions => ui.sheet.let_go(),
        Face::Roll => ui.register.let_go(),
        Face::Ballots => ui.polls.let_go(),
        Face::Brief => ui.lectern.let_go(),
        Face::Record => ui.log.let_go(),
    }
}

/// Keeps a filter. Where nothing is filtered, it is looked for among what was noted.
pub fn keep_filter(ui: &mut Ui, given: &Given, words: &str) -> Vec<Effect> {
    let browse = match ui.face {
        Face::Record => &mut ui.log.browse,
        Face::Roll => &mut ui.register.browse,
        Face::Floor | Face::Contributions | Face::Ballots | Face::Brief => {
            ui.sheet.browse.keep_filter(words);
            return show(ui, given, Face::Contributions);
        }
    };
    browse.keep_filter(words);
    Vec::new()
}

/// After everything: the face shows the meeting as it is now, and what is being looked for.
pub fn settle(ui: &mut Ui, given: &mut Given) {
    waiting::settle(ui, given.meeting);
    if ui.face == Face::Ballots {
        let foretold = ballots::foretell(ui, given);
        ui.polls.foretell(foretold);
    }
    let Given {
        meeting,
        interpreter,
        author,
        now,
    } = given;
    let typed = ui.draft.filter();
    match ui.face {
        Face::Contributions => {
            ui.sheet.browse.look_for(typed);
            ui.sheet.refresh(meeting, || interpreter.names(meeting));
        }
        Face::Roll => {
            ui.register.browse.look_for(typed);
            ui.register.refresh(meeting, || interpreter.names(meeting));
        }
        Face::Ballots => ui
            .polls
            .refresh(meeting, || ballots::lacking(meeting, author, *now)),
        Face::Record => {
            ui.log.browse.look_for(typed);
            ui.log
                .refresh(meeting, ui.language, || interpreter.names(meeting));
        }
        Face::Floor | Face::Brief => {}
    }
}
