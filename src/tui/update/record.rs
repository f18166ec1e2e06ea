//! What can be done to a record: take it back, bring it back, set right when a turn was and whose. Each is shown with what it would
//! change before it is done.

use super::{Given, board};
use crate::meeting::contribution::Event as Noted;
use crate::meeting::floor::{Event as Floor, Stretch};
use crate::meeting::progress::Event as Progress;
use crate::meeting::undo::{Command as Undo, Event as Turned, History};
use crate::meeting::{Command, Event, Record, TurnId, decide};
use crate::text::{Arg, Message};
use crate::tui::action::Move;
use crate::tui::form::Purpose;
use crate::tui::log::told;
use crate::tui::ui::{Choice, Dialog, Foreseen, Then, Ui};

/// Moves on the record, or asks what is to be done to the selected one.
pub fn go(ui: &mut Ui, given: &Given, way: Move) {
    match way {
        Move::Previous => ui.log.step(-1),
        Move::Next => ui.log.step(1),
        Move::PageBack => ui.log.step_page(-1),
        Move::PageOn => ui.log.step_page(1),
        Move::GroupBack => ui.log.step_item(-1),
        Move::GroupOn => ui.log.step_item(1),
        Move::Open => ui.log.browse.open(),
        Move::Fold => ui.log.browse.fold(),
        Move::Turn => ui.log.turn(),
        Move::Mark | Move::Act => act(ui, given),
        Move::Refuse => {}
    }
}

/// Asks what is to be done to the selected record.
fn act(ui: &mut Ui, given: &Given) {
    let history = &given.meeting.history;
    let Some(record) = ui.log.selected().and_then(|seq| history.record(seq)) else {
        return;
    };
    let mut answers = vec![("record-leave", Then::Leave)];
    if history.is_undone(record.seq) || History::turns_back(record) {
        answers.extend(bring_back(given, record));
    } else {
        answers.push(("record-undo", take_back(record)));
        answers.extend(repairs(given, record));
        answers.extend(noted(ui, given, record));
    }
    ui.dialog = Some(Dialog::Choose(Choice {
        question: Message::new("record-one")
            .with("number", number(record.seq))
            .with("time", Arg::Clock(record.at)),
        more: told(given.meeting, record),
        answers,
    }));
}

/// Taking a record back.
fn take_back(record: &Record) -> Then {
    Then::Foresee(Box::new(Foreseen {
        question: Message::new("record-undo-this").with("number", number(record.seq)),
        answer: "record-undo-yes",
        command: Undo::Undo(Some(record.seq)).into(),
    }))
}

/// Bringing back what was taken back last, where that is what this record is about.
fn bring_back(given: &Given, record: &Record) -> Option<(&'static str, Then)> {
    let command = Command::from(Undo::Redo);
    let events = decide(given.meeting, given.author, given.now, command.clone()).ok()?;
    let [Event::Undo(Turned::Redone { seq })] = events.as_slice() else {
        return None;
    };
    let takes_back = Event::Undo(Turned::Undone { seq: *seq });
    let is_about_it = record.seq == *seq || record.events.contains(&takes_back);
    is_about_it.then(|| {
        let foreseen = Foreseen {
            question: Message::new("record-redo-this").with("number", number(*seq)),
            answer: "record-redo-yes",
            command,
        };
        ("record-redo", Then::Foresee(Box::new(foreseen)))
    })
}

fn number(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

/// Setting right when the turn, the item or the meeting was of which a record speaks, and whose turn it was.
fn repairs(given: &Given, record: &Record) -> Vec<(&'static str, Then)> {
    let began = |what| Then::Fill(Purpose::Began(what));
    let ended = |what| Then::Fill(Purpose::Ended(what));
    let mut answers = Vec::new();
    let turn = record.events.iter().find_map(turn_of);
    if let Some(turn) = turn.and_then(|turn| given.meeting.floor.turn(turn)) {
        let what = Stretch::Of(turn.id);
        answers.push(("record-began", began(what)));
        if turn.until.is_some() {
            answers.push(("record-ended", ended(what)));
        }
        answers.push(("record-was", Then::Fill(Purpose::Was(turn.id))));
    }
    for event in &record.events {
        let Event::Progress(event) = event else {
            continue;
        };
        // Of items only the one where the meeting is can still be set right.
        let here = given.meeting.progress.place();
        if matches!(event, Progress::ItemOpened { item } if Some(*item) == here) {
            answers.push(("record-item-began", began(Stretch::Item)));
        } else if *event == Progress::Opened {
            answers.push(("record-meeting-began", began(Stretch::Meeting)));
        } else if *event == Progress::Adjourned {
            answers.push(("record-meeting-ended", ended(Stretch::Meeting)));
        }
    }
    answers
}

/// The turn that an event of the floor is about.
const fn turn_of(event: &Event) -> Option<TurnId> {
    let Event::Floor(event) = event else {
        return None;
    };
    match event {
        Floor::Given { turn, .. }
        | Floor::Ended { turn, .. }
        | Floor::Paused { turn }
        | Floor::Continued { turn }
        | Floor::Extended { turn, .. }
        | Floor::TurnTimed { turn, .. }
        | Floor::SpeakerCorrected { turn, .. }
        | Floor::HandedIn { turn, .. } => Some(*turn),
        Floor::EachSet { .. }
        | Floor::Asked { .. }
        | Floor::Reasoned { .. }
        | Floor::Withdrawn { .. }
        | Floor::SteppedOver { .. }
        | Floor::Reordered { .. }
        | Floor::ListClosed { .. }
        | Floor::ListOpened { .. } => None,
    }
}

/// What can be done to the contribution that a record noted.
fn noted(ui: &Ui, given: &Given, record: &Record) -> Option<(&'static str, Then)> {
    let id = record.events.iter().find_map(|event| {
        if let Event::Contribution(Noted::Captured(line)) = event {
            Some(line.id)
        } else {
            None
        }
    })?;
    let noted = given.meeting.contributions.get(id)?;
    let choice = board::about(ui.language, given, noted);
    Some(("record-contribution", Then::Ask(Box::new(choice))))
}
