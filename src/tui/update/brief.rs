//! What is done on the brief: moving and reading, saying whether two contributions are alike, and turning to what an entry is about.

use super::{Effect, Given, board, faces, send};
use crate::board::Grouping;
use crate::brief::About;
use crate::meeting::contribution::{Command as Contribution, Likeness};
use crate::meeting::{Command, ContributionId};
use crate::phrase::Face;
use crate::tui::action::Move;
use crate::tui::ui::{Dialog, Sent, Ui};

/// Moves on the brief, opens a section, or does something to what is selected.
pub fn go(ui: &mut Ui, given: &mut Given, way: Move) -> Vec<Effect> {
    let lectern = &mut ui.lectern;
    match way {
        Move::Previous => lectern.step(-1),
        Move::Next => lectern.step(1),
        Move::PageBack => lectern.step_page(-1),
        Move::PageOn => lectern.step_page(1),
        Move::GroupBack => lectern.step_section(-1),
        Move::GroupOn => lectern.step_section(1),
        Move::Open => lectern.open(),
        Move::Fold => lectern.fold(),
        Move::Turn => {}
        Move::Refuse => return judge(ui, given, Likeness::Different),
        Move::Mark | Move::Act => return act(ui, given),
    }
    Vec::new()
}

/// Says that the selected two are alike, or turns to what the selected entry is about.
fn act(ui: &mut Ui, given: &mut Given) -> Vec<Effect> {
    let Some((_, entry)) = ui.lectern.selected() else {
        ui.lectern.open();
        return Vec::new();
    };
    match entry.about.clone() {
        About::Pair(..) => judge(ui, given, Likeness::Alike),
        About::Line(id) | About::Action(_, Some(id)) => about(ui, given, id),
        About::Theme(_) => faces::contributions(ui, given, Some(Grouping::Theme)),
        About::Who(_) => faces::contributions(ui, given, Some(Grouping::Unit)),
        About::Decision(_) | About::Action(_, None) => faces::show(ui, given, Face::Record),
    }
}

/// Asks what is to be done to a contribution.
fn about(ui: &mut Ui, given: &Given, id: ContributionId) -> Vec<Effect> {
    if let Some(noted) = given.meeting.contributions.get(id) {
        ui.dialog = Some(Dialog::Choose(board::about(ui.language, given, noted)));
    }
    Vec::new()
}

/// Says whether the selected two are alike, where nobody said so already.
fn judge(ui: &mut Ui, given: &Given, verdict: Likeness) -> Vec<Effect> {
    let Some(About::Pair(first, second)) =
        ui.lectern.selected().map(|(_, entry)| entry.about.clone())
    else {
        return Vec::new();
    };
    let mut judged = given.meeting.contributions.likeness();
    if judged.any(|said| said == (first, second, verdict)) {
        return Vec::new();
    }
    let liken = Contribution::Liken {
        first,
        second,
        verdict,
    };
    send(ui, Sent::Key(None), Command::from(liken))
}
