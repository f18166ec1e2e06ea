//! Keys in a review: letters look for words in all sessions, the others go from line to line, follow what a line leads to, and go back.

use super::desk::{Desk, List, Patience, Visit};
use super::line;
use super::sitting::Shown;
use crate::archive::page::Link;
use crate::meeting::contribution::Answer;
use crate::phrase::Face;
use crate::text::{Message, Text};
use crate::tui::action::{Action, Line, Move};
use crate::tui::input::{Code, Key, Wheel};
use crate::tui::leaf::{Pressed, Way};
use crate::tui::ui::{Choice, Dialog, Draft, Notice, Then, Tone};
use crate::tui::update::{Effect, Given, dialog, faces, keys, pointer};
use crate::tui::widget::field::Field;

/// Rows that one turn of the wheel goes.
const WHEEL_ROWS: usize = 3;
/// What can be answered, by digit; the first changes nothing.
const ANSWERS: [(&str, Answer, &str); 6] = [
    ("review-answered", Answer::Answered, "answered"),
    ("review-adopted", Answer::Adopted, "adopted"),
    ("review-declined", Answer::Declined, "declined"),
    ("review-carried", Answer::Carried, "carried"),
    ("review-done", Answer::Done, "done"),
    ("review-open-again", Answer::Open, "open"),
];

/// Takes a key. Where the stage shows something else after it, all is drawn anew, for what wide characters may leave there.
pub fn key(desk: &mut Desk, given: &mut Given, key: Key) -> Vec<Effect> {
    let looked = desk.words().is_some();
    let mut effects = taken(desk, given, key);
    if looked != desk.words().is_some() && effects.is_empty() {
        effects.push(Effect::Repaint);
    }
    effects
}

fn taken(desk: &mut Desk, given: &mut Given, key: Key) -> Vec<Effect> {
    desk.ui.notice = None;
    desk.patience = Patience::Calm;
    if desk.ui.dialog.is_some() && !keys::is_of_the_terminal(&desk.ui, key) {
        return dialog::key(&mut desk.ui, given, key);
    }
    if let Some(action) = desk.ui.keys.action(key, desk.typed()) {
        return act(desk, given, action);
    }
    if let Some(typed) = keys::typed(key) {
        desk.ui.draft.field.insert(&typed);
        return Vec::new();
    }
    if key.code == Code::Esc {
        go_back(desk);
    } else if key.code == Code::Backspace && desk.typed() == Line::Empty {
        desk.go_back();
    } else if keys::edit(&mut desk.ui.draft.field, key) {
        desk.ui.draft.settle();
    }
    Vec::new()
}

/// One step back: from what is looked for, from what is selected on a face, from what was followed.
fn go_back(desk: &mut Desk) {
    if desk.typed() != Line::Empty {
        desk.ui.draft = Draft::default();
        desk.answering = None;
        return;
    }
    if let Some((_, face)) = desk.face()
        && is_selected(desk, face)
    {
        return faces::let_go(&mut desk.ui);
    }
    desk.go_back();
}

fn is_selected(desk: &Desk, face: Face) -> bool {
    let ui = &desk.ui;
    match face {
        Face::Contributions => {
            ui.sheet.browse.at().is_some() || !ui.sheet.browse.filter().is_empty()
        }
        Face::Roll => ui.register.browse.at().is_some() || !ui.register.browse.filter().is_empty(),
        Face::Record => ui.log.browse.at().is_some() || !ui.log.browse.filter().is_empty(),
        Face::Brief => ui.lectern.browse.at().is_some(),
        Face::Floor | Face::Ballots => false,
    }
}

fn act(desk: &mut Desk, given: &mut Given, action: Action) -> Vec<Effect> {
    match action {
        Action::Capture if desk.typed() == Line::Typed => return line::obey(desk, given),
        Action::Capture => return follow(desk, given),
        Action::NextFace => return turn(desk, given, 1),
        Action::PreviousFace => return turn(desk, given, -1),
        Action::Show(face) => return show(desk, given, face),
        Action::Move(way) => return go(desk, given, way),
        Action::Help | Action::Palette => help(desk),
        Action::Leave if desk.typed() == Line::Typed => desk.ui.dialog = Some(Dialog::Leave),
        Action::Leave => return vec![Effect::Leave],
        Action::Repaint => return vec![Effect::Repaint],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Mouse => return pointer::change_hands(&mut desk.ui),
        Action::ClearLine => keys::cut(&mut desk.ui, Field::delete_before),
        Action::DeleteWord => keys::cut(&mut desk.ui, Field::delete_word),
        Action::PutBack => keys::put_back(&mut desk.ui, given.meeting),
        Action::Next
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
        | Action::LaterTurn => tell(desk, Message::new("review-only-read")),
    }
    Vec::new()
}

/// Says why something is not done.
pub fn tell(desk: &mut Desk, what: Message) {
    desk.ui.notice = Notice::refused(vec![what]);
}

fn turn(desk: &mut Desk, given: &mut Given, by: isize) -> Vec<Effect> {
    match desk.trail.last_mut() {
        None => desk.turn(by),
        Some(Visit::Session(sitting)) => {
            sitting.step(&mut desk.ui, by);
            see_contributions(desk, given);
        }
        Some(Visit::Page { .. }) => {
            desk.go_home();
            desk.turn(by);
        }
    }
    vec![Effect::Repaint]
}

/// The faces of an open session by number; elsewhere the lists.
fn show(desk: &mut Desk, given: &mut Given, face: Face) -> Vec<Effect> {
    if let Some(Visit::Session(sitting)) = desk.trail.last_mut() {
        sitting.show(&mut desk.ui, Shown::Face(face));
        see_contributions(desk, given);
        return vec![Effect::Repaint];
    }
    Vec::new()
}

/// Nothing on the board of a session that is over is new, and one begins at its beginning.
fn see_contributions(desk: &mut Desk, given: &mut Given) {
    if desk.ui.face != Face::Contributions {
        return;
    }
    desk.ui.sheet.show(given.meeting);
    faces::settle(&mut desk.ui, given);
    if desk.ui.sheet.browse.at().is_none() {
        desk.ui.sheet.step(1);
    }
}

fn go(desk: &mut Desk, given: &mut Given, way: Move) -> Vec<Effect> {
    if desk.face().is_some() {
        return go_on_face(desk, given, way);
    }
    let Some(leaf) = desk.leaf_mut() else {
        return Vec::new();
    };
    match way {
        Move::Previous | Move::GroupBack => leaf.step(Way::Back),
        Move::Next | Move::GroupOn => leaf.step(Way::On),
        Move::PageBack => leaf.step_page(Way::Back),
        Move::PageOn => leaf.step_page(Way::On),
        Move::Act | Move::Open => return follow(desk, given),
        Move::Fold => {
            desk.go_back();
        }
        Move::Mark => ask(desk),
        Move::Refuse => {}
        Move::Turn => return turn(desk, given, 1),
    }
    Vec::new()
}

/// On a face one moves as in a meeting; what would change it leads further instead.
fn go_on_face(desk: &mut Desk, given: &mut Given, way: Move) -> Vec<Effect> {
    match way {
        Move::Act => return follow(desk, given),
        Move::Mark => {
            ask(desk);
            return Vec::new();
        }
        Move::Refuse => return Vec::new(),
        Move::Fold if !is_open(desk) => {
            desk.go_back();
            return Vec::new();
        }
        Move::Previous
        | Move::Next
        | Move::PageBack
        | Move::PageOn
        | Move::GroupBack
        | Move::GroupOn
        | Move::Open
        | Move::Fold
        | Move::Turn => {}
    }
    faces::go(&mut desk.ui, given, way)
}

/// Whether the face shows more of what is selected than its row.
fn is_open(desk: &Desk) -> bool {
    use crate::tui::browse::Detail;
    let ui = &desk.ui;
    let detail = match ui.face {
        Face::Contributions => ui.sheet.browse.detail(),
        Face::Roll => ui.register.browse.detail(),
        Face::Record => ui.log.browse.detail(),
        Face::Brief => return ui.lectern.opened().is_some(),
        Face::Floor | Face::Ballots => Detail::None,
    };
    detail != Detail::None
}

/// Follows what one stands on; on a face that leads nowhere more of it is shown.
fn follow(desk: &mut Desk, given: &mut Given) -> Vec<Effect> {
    if desk.words().is_some() && desk.hits().is_none() {
        // What stands there was found for other words.
        desk.patience = Patience::Pressed;
        return Vec::new();
    }
    let Some(link) = desk.here() else {
        if desk.face().is_some() {
            return faces::go(&mut desk.ui, given, Move::Open);
        }
        return Vec::new();
    };
    desk.follow(&link);
    vec![Effect::Repaint]
}

/// Asks what became of what one stands on, or of what the page is about.
fn ask(desk: &mut Desk) {
    let of_page = || match desk.trail.last() {
        Some(Visit::Page { of, .. }) => Some(of.clone()),
        Some(Visit::Session(_)) | None => None,
    };
    let thing = |link: &Link| matches!(link, Link::Thing { .. });
    let link = desk.here().filter(thing).or_else(of_page).filter(thing);
    let Some(link @ Link::Thing { .. }) = link else {
        return tell(desk, Message::new("review-nothing-to-answer"));
    };
    let Link::Thing { id, session } = desk.origin_of(&link) else {
        return;
    };
    let begin = |status: &str| Then::Begin(line::answer(desk.ui.language, &id, status));
    let mut answers = vec![("review-leave", Then::Leave)];
    let what = desk.raised(&link).map(|raised| raised.what);
    let fitting = ANSWERS
        .into_iter()
        .filter(|(_, status, _)| what.is_none_or(|what| what.may_be(*status)));
    answers.extend(fitting.map(|(said, _, word)| (said, begin(word))));
    let question = Message::new("review-what-became")
        .with("id", &id)
        .with("session", &session);
    let text = desk.raised(&link);
    let text = text.map(|raised| Message::new("tui-shown-line").with("text", &raised.text));
    desk.ui.dialog = Some(Dialog::Choose(Choice {
        question,
        more: text.into_iter().collect(),
        answers,
    }));
    desk.answering = Some(Link::Thing { session, id });
}

/// What the keys do here.
pub fn help(desk: &mut Desk) {
    let lines = HELP.map(Message::new).to_vec();
    desk.ui.dialog = Some(Dialog::Shown { lines, above: 0 });
}

const HELP: [&str; 11] = [
    "review-help-words",
    "review-help-filters",
    "review-help-move",
    "review-help-follow",
    "review-help-back",
    "review-help-turn",
    "review-help-filter",
    "review-help-answer",
    "review-help-answer-line",
    "review-help-lines",
    "review-help-leave",
];

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

/// Takes a press on a row of what is in front: the first one goes there, the next one follows it.
pub fn press_row(desk: &mut Desk, given: &mut Given, row: usize) -> Vec<Effect> {
    if desk.face().is_some() {
        return press_on_face(desk, given, row);
    }
    let pressed = desk.leaf_mut().map(|leaf| leaf.press(row));
    match pressed {
        Some(Pressed::Again) => follow(desk, given),
        Some(Pressed::Selected | Pressed::Nothing) | None => Vec::new(),
    }
}

fn press_on_face(desk: &mut Desk, given: &mut Given, row: usize) -> Vec<Effect> {
    let before = desk.here();
    let at = match desk.ui.face {
        Face::Contributions => desk.ui.sheet.browse.at(),
        Face::Roll => desk.ui.register.browse.at(),
        Face::Record => desk.ui.log.browse.at(),
        Face::Brief => desk.ui.lectern.browse.at(),
        Face::Floor | Face::Ballots => return Vec::new(),
    };
    if at == Some(row) {
        return if before.is_some() {
            follow(desk, given)
        } else {
            Vec::new()
        };
    }
    faces::press(&mut desk.ui, given, row)
}

/// Takes a pasted text into the line.
pub fn paste(desk: &mut Desk, pasted: &str) {
    desk.ui.notice = None;
    let text = Text::line(pasted);
    if desk.ui.dialog.is_none() {
        desk.ui.draft.field.insert(text.as_str());
    }
}

/// Says that something was done.
pub fn done(desk: &mut Desk, what: Vec<Message>) {
    desk.ui.notice = Some(Notice {
        what,
        tone: Tone::Done,
    });
}

/// Shows a document.
pub fn read(desk: &mut Desk, document: &str) {
    let line = |line: &str| Message::new("tui-shown-line").with("text", Text::line(line));
    let lines = document.lines().map(line).collect();
    desk.ui.dialog = Some(Dialog::Shown { lines, above: 0 });
}

/// The list of what is still open; of a session what arose in it.
pub fn show_open(desk: &mut Desk) -> Vec<Effect> {
    if let Some(Visit::Session(sitting)) = desk.trail.last_mut() {
        sitting.show(&mut desk.ui, Shown::Page);
        return vec![Effect::Repaint];
    }
    show_list(desk, List::Followups)
}

/// That list.
pub fn show_list(desk: &mut Desk, list: List) -> Vec<Effect> {
    desk.go_home();
    desk.list = list;
    vec![Effect::Repaint]
}
