//! Keys in the lobby: letters find among the entries, the others go from one to the next and choose. Nothing is begun without being asked first but
//! what only goes on or only looks.

use super::desk::Desk;
use super::entries::{self, Entry};
use super::found::{Hold, Says};
use super::{Going, Manner, Plan};
use crate::meeting::contribution::Anchor;
use crate::phrase::{Request, Spoken, Spot};
use crate::text::{Message, Text};
use crate::tui::action::{Action, Line, Move};
use crate::tui::input::{Code, Key, Wheel};
use crate::tui::leaf::{Pressed, Way};
use crate::tui::screen::Target;
use crate::tui::ui::{Choice, Dialog, Draft, Notice, Then};
use crate::tui::update::{Effect, Given, dialog, keys, pointer};
use crate::tui::widget::field::Field;

/// Rows that one turn of the wheel goes.
const WHEEL_ROWS: usize = 3;

/// Takes a key.
pub fn key(desk: &mut Desk, given: &mut Given, key: Key) -> Vec<Effect> {
    desk.ui.notice = None;
    let action = desk.ui.keys.action(key, desk.typed());
    if action == Some(Action::Leave) {
        return vec![Effect::Leave];
    }
    if desk.ui.dialog.is_some() && !keys::is_of_the_terminal(&desk.ui, key) {
        return dialog::key(&mut desk.ui, given, key);
    }
    if let Some(action) = action {
        return act(desk, given, action);
    }
    if let Some(typed) = keys::typed(key) {
        desk.ui.draft.field.insert(&typed);
    } else if key.code == Code::Esc && desk.typed() == Line::Empty {
        return vec![Effect::Leave];
    } else if key.code == Code::Esc {
        desk.ui.draft = Draft::default();
    } else if keys::edit(&mut desk.ui.draft.field, key) {
        desk.ui.draft.settle();
    }
    Vec::new()
}

fn act(desk: &mut Desk, given: &mut Given, action: Action) -> Vec<Effect> {
    match action {
        Action::Capture if desk.typed() == Line::Typed => return obey(desk, given),
        Action::Capture => return choose(desk),
        Action::Move(way) => return go(desk, way),
        Action::NextFace => desk.list.step_group(Way::On),
        Action::PreviousFace => desk.list.step_group(Way::Back),
        Action::Help | Action::Palette => help(desk),
        Action::Leave => return vec![Effect::Leave],
        Action::Repaint => return vec![Effect::Repaint],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Mouse => return pointer::change_hands(&mut desk.ui),
        Action::ClearLine => keys::cut(&mut desk.ui, Field::delete_before),
        Action::DeleteWord => keys::cut(&mut desk.ui, Field::delete_word),
        Action::PutBack => keys::put_back(&mut desk.ui, given.meeting),
        Action::Show(_)
        | Action::Next
        | Action::Pause
        | Action::Extend
        | Action::Ask
        | Action::Ballot
        | Action::Pace
        | Action::Cue
        | Action::GiveFloor
        | Action::Order
        | Action::Enrol
        | Action::Agenda
        | Action::Undo
        | Action::Redo
        | Action::Kind
        | Action::EarlierTurn
        | Action::LaterTurn => tell(desk, Message::new("lobby-no-meeting")),
    }
    desk.choose();
    Vec::new()
}

fn go(desk: &mut Desk, way: Move) -> Vec<Effect> {
    match way {
        Move::Previous => desk.list.step(Way::Back),
        Move::Next => desk.list.step(Way::On),
        Move::PageBack => desk.list.step_page(Way::Back),
        Move::PageOn => desk.list.step_page(Way::On),
        Move::GroupBack => desk.list.step_group(Way::Back),
        Move::GroupOn | Move::Turn => desk.list.step_group(Way::On),
        Move::Act | Move::Open | Move::Mark => return choose(desk),
        Move::Fold | Move::Refuse => {}
    }
    desk.choose();
    Vec::new()
}

/// Says why something is not done.
pub fn tell(desk: &mut Desk, what: Message) {
    desk.ui.notice = Notice::refused(vec![what]);
}

/// What the keys do here.
fn help(desk: &mut Desk) {
    let lines = entries::KEYS.map(Message::new).to_vec();
    desk.ui.dialog = Some(Dialog::Shown { lines, above: 0 });
}

/// Goes to what one stands on, or asks how.
fn choose(desk: &mut Desk) -> Vec<Effect> {
    desk.choose();
    let Some(entry) = desk.list.link().cloned() else {
        return Vec::new();
    };
    let going = match entry {
        Entry::Continue(stem) => return go_on(desk, stem),
        Entry::Start(plan) => return start(desk, &plan),
        Entry::New => {
            ask(desk, Message::new("lobby-new-which"), starters());
            return Vec::new();
        }
        Entry::Read(page) => {
            let lines = entries::page(page, &desk.folders);
            desk.ui.dialog = Some(Dialog::Shown { lines, above: 0 });
            return Vec::new();
        }
        Entry::Session(stem) => Going::Review(Some(stem)),
        Entry::Archive => Going::Review(None),
        Entry::Followups => Going::Followups,
        Entry::Demo(name) => Going::Demo(name),
    };
    vec![Effect::Go(going)]
}

/// A question whose first answer goes back.
fn ask(desk: &mut Desk, question: Message, ways: Vec<(&'static str, Going)>) {
    let mut answers = vec![("lobby-back", Then::Leave)];
    answers.extend(
        ways.into_iter()
            .map(|(said, going)| (said, Then::Go(going))),
    );
    desk.ui.dialog = Some(Dialog::Choose(Choice {
        question,
        more: Vec::new(),
        answers,
    }));
}

fn starters() -> Vec<(&'static str, Going)> {
    vec![
        ("lobby-new-board", Going::New("board")),
        ("lobby-new-council", Going::New("council")),
        ("lobby-new-exchange", Going::New("exchange")),
        ("lobby-new-assembly", Going::New("assembly")),
    ]
}

fn go_on(desk: &mut Desk, stem: Text) -> Vec<Effect> {
    let Some(meeting) = desk.found.interrupted(&stem) else {
        return Vec::new();
    };
    match meeting.hold {
        Hold::Free => vec![Effect::Go(Going::Continue(stem))],
        Hold::Elsewhere => {
            let question = Message::new("lobby-elsewhere").with("title", &meeting.title);
            ask(desk, question, vec![("lobby-watch", Going::Watch(stem))]);
            Vec::new()
        }
    }
}

fn start(desk: &mut Desk, plan: &Plan) -> Vec<Effect> {
    let Some(planned) = desk.found.planned(plan) else {
        return Vec::new();
    };
    match &planned.says {
        Says::Sound(agenda) => {
            let question = Message::new("lobby-start").with("title", &agenda.title);
            let going = |manner| Going::Start(plan.clone(), manner);
            let ways = vec![
                ("lobby-hold", going(Manner::Held)),
                ("lobby-rehearse", going(Manner::Rehearsed)),
            ];
            ask(desk, question, ways);
        }
        Says::Mistaken(mistakes) => {
            let told = Message::new("lobby-mistakes").with("count", mistakes.len());
            let told = told.with("file", &planned.name);
            tell(desk, told);
        }
        Says::Unread(why) => {
            let why = why.clone();
            tell(desk, why);
        }
    }
    Vec::new()
}

/// Obeys the line, where it is one of the few commands that need no meeting.
fn obey(desk: &mut Desk, given: &mut Given) -> Vec<Effect> {
    let spot = Spot {
        now: given.now,
        anchor: Anchor::now(given.meeting),
        author: given.author,
    };
    let typed = desk.ui.draft.field.text();
    match given.interpreter.read(given.meeting, typed, &spot) {
        Ok(Spoken::Ask(request)) => return grant(desk, request),
        Ok(Spoken::Command(_)) => tell(desk, Message::new("lobby-no-meeting")),
        Err(misread) => {
            let refusal: crate::meeting::Refusal = (*misread).into();
            tell(desk, refusal.reason);
        }
    }
    Vec::new()
}

fn grant(desk: &mut Desk, request: Request) -> Vec<Effect> {
    match request {
        Request::Quit => return vec![Effect::Leave],
        Request::Help { .. } => help(desk),
        Request::Lang { language } => {
            desk.ui.language = language.unwrap_or(desk.ui.language.other());
        }
        Request::Theme { name } => desk.theme = Some(name),
        Request::Export { .. }
        | Request::Matters
        | Request::Log
        | Request::Save
        | Request::Filter { .. }
        | Request::Reload { .. }
        | Request::Pace
        | Request::Face { .. }
        | Request::Why { .. }
        | Request::Private { .. } => {
            tell(desk, Message::new("lobby-no-meeting"));
            return Vec::new();
        }
    }
    desk.ui.draft = Draft::default();
    Vec::new()
}

/// Takes a turn of the wheel.
pub fn wheel(desk: &mut Desk, given: &mut Given, wheel: Wheel) -> Vec<Effect> {
    let arrow = Key::plain(match wheel {
        Wheel::Up => Code::Up,
        Wheel::Down => Code::Down,
    });
    (0..WHEEL_ROWS)
        .flat_map(|_| key(desk, given, arrow))
        .collect()
}

/// Takes a press of the mouse: on a row the first one goes there, the next one chooses it.
pub fn press(desk: &mut Desk, given: &mut Given, target: Target) -> Vec<Effect> {
    match target {
        Target::Row(row) => match desk.list.press(row) {
            Pressed::Again => return choose(desk),
            Pressed::Selected => desk.choose(),
            Pressed::Nothing => {}
        },
        Target::Key(pressed) => return key(desk, given, pressed),
        Target::Answer(digit) => return dialog::choose(&mut desk.ui, given, digit),
        Target::Line(index) => desk.ui.draft.field.go_to(index),
        Target::Offer(_) | Target::Waiting(_) | Target::Completion(_) | Target::Palette(_) => {}
    }
    Vec::new()
}

/// Takes a pasted text into the line.
pub fn paste(desk: &mut Desk, pasted: &str) -> Vec<Effect> {
    desk.ui.notice = None;
    if desk.ui.dialog.is_none() {
        desk.ui.draft.field.insert(Text::line(pasted).as_str());
    }
    Vec::new()
}
