//! What is done to who is on the roll: marked present or absent with one key, asked for any other status with a digit.

use super::{Effect, Given, keys, send};
use crate::agenda::{Person, PersonId, Who};
use crate::meeting::roll::{Command as Roll, Mode, Status};
use crate::meeting::{Command, decide};
use crate::names::Names;
use crate::telling;
use crate::text::{Language, Message};
use crate::tui::action::Move;
use crate::tui::palette::{begun, mark as colon};
use crate::tui::ui::{Choice, Dialog, Sent, Then, Ui};

/// Moves on the roll, or changes the status of the selected one.
pub fn go(ui: &mut Ui, given: &mut Given, way: Move) -> Vec<Effect> {
    match way {
        Move::Previous => ui.register.step(-1),
        Move::Next => ui.register.step(1),
        Move::PageBack => ui.register.step_page(-1),
        Move::PageOn => ui.register.step_page(1),
        Move::GroupBack => ui.register.step_column(-1),
        Move::GroupOn => ui.register.step_column(1),
        Move::Open => ui.register.browse.open(),
        Move::Fold => ui.register.browse.fold(),
        Move::Mark => return turn(ui, given),
        Move::Act => act(ui, given),
        Move::Turn | Move::Refuse => {}
    }
    Vec::new()
}

/// Who is selected; where nobody is, the first in sight is from now on.
fn selected<'m>(ui: &mut Ui, given: &Given<'m>) -> Option<&'m Person> {
    let Some(id) = ui.register.selected() else {
        ui.register.step(1);
        return None;
    };
    given.meeting.roster.person(id)
}

/// Says that the selected one is present, or absent where they were, and goes on to the next.
fn turn(ui: &mut Ui, given: &Given) -> Vec<Effect> {
    let Some(person) = selected(ui, given) else {
        return Vec::new();
    };
    let command = mark(&person.id, turned(given, &person.id), Mode::Room);
    if let Err(refusal) = decide(given.meeting, given.author, given.now, command.clone()) {
        keys::refuse(ui, &refusal);
        return Vec::new();
    }
    ui.register.step(1);
    send(ui, Sent::Key(None), command)
}

/// What the key makes of somebody: present, but absent where they are present.
fn turned(given: &Given, person: &PersonId) -> Status {
    let meeting = given.meeting;
    let item = meeting.progress.current();
    let is_away = item.is_some_and(|item| meeting.roll.is_away(person, item));
    match meeting.roll.status(person) {
        // Who was out of the room is back.
        Status::Present if !is_away => Status::Absent,
        Status::Present
        | Status::Unmarked
        | Status::Excused
        | Status::Absent
        | Status::Left
        | Status::Represented => Status::Present,
    }
}

fn mark(person: &PersonId, status: Status, mode: Mode) -> Command {
    Roll::Mark {
        person: person.clone(),
        status,
        mode,
        reason: None,
        at: None,
    }
    .into()
}

/// Asks what the selected one is.
fn act(ui: &mut Ui, given: &mut Given) {
    let Some(person) = selected(ui, given) else {
        return;
    };
    let name = called(given.interpreter.names(given.meeting), person, ui.language);
    ui.dialog = Some(Dialog::Choose(Choice {
        question: question(given, person),
        more: vec![telling::in_full_of(given.meeting, &person.id)],
        answers: answers(&person.id, &name, ui.language),
    }));
}

/// Each status has its digit, whatever somebody is now. What takes words is begun in the line.
fn answers(id: &PersonId, name: &str, language: Language) -> Vec<(&'static str, Then)> {
    let set = |status, mode| Then::from(mark(id, status, mode));
    let (person, at) = (id.clone(), None);
    let away = Command::from(Roll::StepAway { person, at });
    let person = id.clone();
    let recused = Command::from(Roll::Recuse { person, at });
    let line = |command: &str, rest: &str| {
        let command = begun(command, language);
        Then::Begin(format!("{}{command}{name} {rest}", colon(language)))
    };
    let by = match language {
        Language::English => "by ",
        Language::Chinese => "由 ",
    };
    vec![
        ("roll-leave", Then::Leave),
        ("roll-set-present", set(Status::Present, Mode::Room)),
        ("roll-set-online", set(Status::Present, Mode::Online)),
        ("roll-set-absent", set(Status::Absent, Mode::Room)),
        ("roll-set-excused", line("excused", "")),
        ("roll-set-left", set(Status::Left, Mode::Room)),
        ("roll-set-represented", line("represented", by)),
        ("roll-set-away", away.into()),
        ("roll-set-recused", recused.into()),
        ("roll-amend", line("amend", "")),
    ]
}

/// Who it is about, and what they are now.
fn question(given: &Given, person: &Person) -> Message {
    let mut question = Message::new("roll-one").with("name", &person.name);
    let standing = telling::together(telling::on_the_roll(given.meeting, person));
    let standing = standing.map(|standing| ("status", standing.into()));
    question.args.extend(standing);
    question
}

/// A name by which a command means nobody else: in quotes where it could be taken for the beginning of more, the id where two are
/// called so.
fn called(names: &Names, person: &Person, language: Language) -> String {
    let name = person.name.get(language).as_str();
    let is_plain = |c: char| c.is_alphanumeric() || c == ' ' || c == '-';
    if !names.is_unmistakable(name, &Who::Person(person.id.clone())) || name.contains(QUOTES) {
        return person.id.as_str().to_owned();
    }
    if name.chars().all(is_plain) && !names.is_begun_longer(name) {
        return name.to_owned();
    }
    match language {
        Language::English => format!("\"{name}\""),
        Language::Chinese => format!("“{name}”"),
    }
}

/// Marks that end a name in quotes.
const QUOTES: [char; 7] = ['"', '“', '”', '「', '」', '『', '』'];
