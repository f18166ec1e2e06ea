//! Keys and pastes while no dialog asks: letters type, the keys of the table act, the rest edits the line.

use super::{
    Effect, Given, agenda, aside, ballots, dialog, faces, floor, form, palette, pointer, request,
    send, steps,
};
use crate::agenda::ContributionKind;
use crate::meeting::contribution::Anchor;
use crate::meeting::floor::{Command as Floor, Turn, TurnKind};
use crate::meeting::progress::{Command as Progress, Resolve};
use crate::meeting::undo::Command as Undo;
use crate::meeting::{Command, Meeting, Refusal};
use crate::phrase::Spoken;
use crate::text::{Field, Message, Text, clean};
use crate::tui::action::Action;
use crate::tui::form::Purpose;
use crate::tui::input::{Code, Key};
use crate::tui::keymap::half_width;
use crate::tui::reading::{self, Reading};
use crate::tui::ui::{Cleared, Dialog, Draft, Notice, Sent, Tone, Ui};
use crate::tui::widget::field::Field as Line;

/// One more minute, in seconds.
const EXTENSION: u32 = 60;
/// More lines than this are never captured one by one.
const PASTED_LINES: usize = 200;

/// Takes a key.
pub fn key(ui: &mut Ui, given: &mut Given, key: Key) -> Vec<Effect> {
    if aside::is_held(ui, key)
        || aside::takes_back(ui, key)
        || ui.completion.key(&mut ui.draft.field, key)
    {
        return Vec::new();
    }
    if let Some(action) = ui.keys.action(key, ui.draft.line()) {
        return act(ui, given, action);
    }
    if let Some(typed) = typed(key) {
        ui.draft.insert(&typed, given.meeting);
        return Vec::new();
    }
    if key.code == Code::Esc {
        faces::let_go(ui);
    }
    if edit(&mut ui.draft.field, key) {
        ui.draft.settle();
    }
    Vec::new()
}

/// Whether a key is about the terminal alone: it works at all times, whatever is asked or waited for.
pub fn is_of_the_terminal(ui: &Ui, key: Key) -> bool {
    matches!(
        ui.keys.action(key, ui.draft.line()),
        Some(Action::Suspend | Action::Repaint | Action::Mouse)
    )
}

/// The text that a key types, cleaned; nothing where it types none.
pub fn typed(key: Key) -> Option<String> {
    let c = key.types()?;
    if c == ' ' || c == '\u{3000}' {
        // Cleaning trims: a space is a space where it is typed.
        return Some(" ".to_owned());
    }
    let cleaned = clean(c.encode_utf8(&mut [0; 4]), Field::Line);
    Some(cleaned.text.as_str().to_owned())
}

/// Keys that move and delete in a line, and whether this is one; all others do nothing, Esc above all.
pub fn edit(field: &mut Line, key: Key) -> bool {
    let code = match key.code {
        Code::Char(c) => Code::Char(c.to_ascii_lowercase()),
        code => code,
    };
    match (code, key.ctrl || key.alt) {
        (Code::Left, false) => field.left(),
        (Code::Right, false) => field.right(),
        (Code::Left, true) => field.word_left(),
        (Code::Right, true) => field.word_right(),
        (Code::Home, _) | (Code::Char('a'), true) => field.home(),
        (Code::End, _) | (Code::Char('e'), true) => field.end(),
        (Code::Backspace, false) => field.backspace(),
        (Code::Backspace | Code::Char('w'), true) => field.delete_word(),
        (Code::Char('u'), true) => field.delete_before(),
        (Code::Delete, _) => field.delete(),
        _ => return false,
    }
    true
}

/// Does what a key of the table starts.
pub fn act(ui: &mut Ui, given: &mut Given, action: Action) -> Vec<Effect> {
    let running = given.meeting.floor.running();
    match action {
        Action::Next => steps::next(ui, given),
        Action::Pace => floor::apply_pace(ui, given),
        Action::Ballot => ballots::key(ui, given),
        Action::Cue => {
            floor::whole_cue(ui, given);
            Vec::new()
        }
        Action::Pause if running.is_some_and(Turn::is_paused) => {
            send(ui, Sent::Key(None), Floor::Continue.into())
        }
        Action::Pause => send(ui, Sent::Key(None), Floor::Pause.into()),
        Action::Extend => send(ui, Sent::Key(None), Floor::Extend(EXTENSION).into()),
        Action::Undo => send(ui, Sent::Key(None), Undo::Undo(None).into()),
        Action::Redo => send(ui, Sent::Key(None), Undo::Redo.into()),
        Action::GiveFloor => fill(ui, given, Purpose::GiveFloor),
        Action::Ask => fill(ui, given, Purpose::Ask),
        Action::Order => fill(ui, given, Purpose::Order),
        Action::Enrol => fill(ui, given, Purpose::Enrol),
        Action::Agenda => {
            agenda::open(ui, given);
            Vec::new()
        }
        Action::NextFace => faces::step(ui, given, 1),
        Action::PreviousFace => faces::step(ui, given, -1),
        Action::Show(face) => faces::show(ui, given, face),
        Action::Move(way) => faces::go(ui, given, way),
        Action::Capture => capture(ui, given),
        Action::Kind => {
            turn_kind(ui);
            Vec::new()
        }
        Action::EarlierTurn => {
            earlier_turn(ui, given);
            Vec::new()
        }
        Action::LaterTurn => {
            later_turn(ui, given);
            Vec::new()
        }
        Action::ClearLine => {
            cut(ui, Line::delete_before);
            Vec::new()
        }
        Action::DeleteWord => {
            cut(ui, Line::delete_word);
            Vec::new()
        }
        Action::PutBack => {
            put_back(ui, given.meeting);
            Vec::new()
        }
        Action::Palette => {
            palette::open(ui);
            Vec::new()
        }
        Action::Help => {
            ui.dialog = Some(Dialog::Help { above: 0 });
            Vec::new()
        }
        Action::Leave => {
            ui.dialog = Some(Dialog::Leave);
            Vec::new()
        }
        Action::Repaint => vec![Effect::Repaint],
        Action::Suspend => vec![Effect::Suspend],
        Action::Mouse => pointer::change_hands(ui),
    }
}

fn fill(ui: &mut Ui, given: &mut Given, purpose: Purpose) -> Vec<Effect> {
    form::open(ui, given, purpose);
    Vec::new()
}

/// Reads the line and does what it says.
pub fn capture(ui: &mut Ui, given: &mut Given) -> Vec<Effect> {
    let text = ui.draft.field.text().to_owned();
    if text.trim().is_empty() {
        ui.draft = Draft::default();
        return Vec::new();
    }
    if text.trim().chars().map(half_width).eq("?".chars()) {
        ui.draft = Draft::default();
        ui.dialog = Some(Dialog::Help { above: 0 });
        return Vec::new();
    }
    speak(ui, given, &text)
}

/// Reads a text that stands for the draft, and does what it says.
pub fn speak(ui: &mut Ui, given: &mut Given, text: &str) -> Vec<Effect> {
    match reading::read(&ui.draft, given, text) {
        // Before the meeting ends, what it leaves open is shown.
        Ok(Spoken::Command(Command::Progress(Progress::Adjourn(Resolve::Plain)))) => {
            ui.draft = Draft::default();
            steps::close_out(ui, given)
        }
        Ok(Spoken::Command(command)) => {
            let draft = std::mem::take(&mut ui.draft);
            send(ui, Sent::Line(draft), command)
        }
        Ok(Spoken::Ask(request)) => {
            let draft = std::mem::take(&mut ui.draft);
            request::take(ui, given, draft, request)
        }
        Err(refusal) => {
            refuse(ui, &refusal);
            Vec::new()
        }
    }
}

/// Tells why not; the line stays.
pub fn refuse(ui: &mut Ui, refusal: &Refusal) {
    let what = std::iter::once(&refusal.reason)
        .chain(&refusal.obstacles)
        .cloned()
        .collect();
    ui.notice = Some(Notice {
        what,
        tone: Tone::Refused,
    });
}

/// Gives the line the kind after the one it has.
fn turn_kind(ui: &mut Ui) {
    let Reading::Contribution { kind: now, .. } = ui.reading else {
        return;
    };
    let at = ContributionKind::ALL
        .iter()
        .position(|kind| *kind == now)
        .map_or(0, |at| (at + 1) % ContributionKind::ALL.len());
    ui.draft.kind = Some(ContributionKind::ALL[at]);
}

fn earlier_turn(ui: &mut Ui, given: &Given) {
    if let Some(earlier) = ui.draft.place(given.meeting).earlier(given.meeting) {
        ui.draft.anchor = Some(earlier);
    }
}

/// One turn on; behind the last that ended it is the running one, or the chair's own lines.
fn later_turn(ui: &mut Ui, given: &Given) {
    let place = ui.draft.place(given.meeting);
    let floor = &given.meeting.floor;
    let later = place.turn.and_then(|turn| {
        floor
            .turns()
            .find(|later| later.id > turn && later.kind != TurnKind::Written)
    });
    ui.draft.anchor = Some(match later {
        Some(turn) => Anchor {
            turn: Some(turn.id),
            item: Some(turn.item),
        },
        None => Anchor::now(given.meeting),
    });
}

/// Takes something before the cursor out of the line and keeps it; what is taken piece by piece is kept as one.
pub fn cut(ui: &mut Ui, take: fn(&mut Line)) {
    let was = ui.draft.clone();
    let (before, _) = was.field.halves();
    take(&mut ui.draft.field);
    let left = ui.draft.field.halves().0.to_owned();
    let taken = before.strip_prefix(left.as_str()).unwrap_or(before);
    if taken.is_empty() {
        return;
    }
    let earlier = ui.cleared.take().filter(|cleared| cleared.left == before);
    let behind = earlier.map_or_else(String::new, |mut earlier| earlier.draft.field.take());
    let field = Line::with(&format!("{taken}{behind}"));
    ui.draft.settle();
    ui.cleared = Some(Cleared {
        draft: Draft {
            field,
            begun: None,
            ..was
        },
        left,
    });
}

/// Puts back what was taken out of the line: on an empty one with its turn and its kind, else where the cursor is.
pub fn put_back(ui: &mut Ui, meeting: &Meeting) {
    let Some(cleared) = &ui.cleared else {
        return;
    };
    if ui.draft.field.is_empty() {
        ui.draft = cleared.draft.clone();
    } else {
        ui.draft.insert(cleared.draft.field.text(), meeting);
    }
}

/// Takes a pasted text: into the line where it is one line, else it is asked what to do with its lines.
pub fn paste(ui: &mut Ui, given: &mut Given, pasted: &str) -> Vec<Effect> {
    let whole = clean(pasted, Field::Lines);
    let lines: Vec<Text> = whole
        .text
        .as_str()
        .lines()
        .map(Text::line)
        .filter(|line| !line.is_empty())
        .collect();
    if let Some(Dialog::Fill(form)) = ui
        .dialog
        .take_if(|dialog| matches!(dialog, Dialog::Fill(_)))
    {
        let words: Vec<&str> = lines.iter().map(Text::as_str).collect();
        form::paste(ui, given, form, &words.join(" "));
        return Vec::new();
    }
    if let Some(Dialog::Palette(open)) = ui
        .dialog
        .take_if(|dialog| matches!(dialog, Dialog::Palette(_)))
    {
        palette::paste(ui, open, lines.first().map_or("", Text::as_str));
        return Vec::new();
    }
    // Whoever pastes over a question writes on, and has said no.
    let effects = dialog::let_write(ui, given);
    match lines.as_slice() {
        [] => {}
        [only] => ui.draft.insert(only.as_str(), given.meeting),
        several if several.len() > PASTED_LINES => {
            let message = Message::new("tui-paste-too-long").with("lines", several.len());
            refuse(ui, &Refusal::new(message));
            return effects;
        }
        _ => ui.dialog = Some(Dialog::Paste(lines)),
    }
    if whole.removed > 0 {
        let what = vec![Message::new("tui-paste-cleaned").with("removed", whole.removed)];
        ui.notice = Some(Notice {
            what,
            tone: Tone::Done,
        });
    }
    effects
}

/// Makes several lines one and puts it into the line.
pub fn join(ui: &mut Ui, given: &mut Given, lines: &[Text]) {
    let joined: Vec<&str> = lines.iter().map(Text::as_str).collect();
    ui.draft.insert(&joined.join(" "), given.meeting);
}

/// Files each of several lines where the line would be filed: all of them, or none.
pub fn capture_each(ui: &mut Ui, given: &mut Given, lines: &[Text]) -> Vec<Effect> {
    let mut commands = Vec::new();
    for line in lines {
        match reading::read(&ui.draft, given, &format!(":say {}", line.as_str())) {
            Ok(Spoken::Command(command)) => commands.push(command),
            Ok(Spoken::Ask(_)) => {}
            Err(refusal) => {
                refuse(ui, &refusal);
                return Vec::new();
            }
        }
    }
    send(ui, Sent::Key(None), Command::Several(commands))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::action::own::edits;

    #[test]
    fn no_action_can_be_given_a_key_that_the_line_needs() {
        let characters = (' '..='~').map(Code::Char);
        let others = [
            Code::Enter,
            Code::Tab,
            Code::Backspace,
            Code::Delete,
            Code::Insert,
            Code::Esc,
            Code::Up,
            Code::Down,
            Code::Left,
            Code::Right,
            Code::Home,
            Code::End,
            Code::PageUp,
            Code::PageDown,
            Code::F(5),
        ];
        for code in characters.chain(others) {
            for held in 0..8 {
                let (ctrl, alt, shift) = (held & 1 > 0, held & 2 > 0, held & 4 > 0);
                let key = Key {
                    code,
                    ctrl,
                    alt,
                    shift,
                };
                let is_edit = edit(&mut Line::default(), key);
                assert!(!is_edit || edits(key), "{key} edits the line");
            }
        }
    }
}
