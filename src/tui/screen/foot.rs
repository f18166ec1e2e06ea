//! The rows below the stage, the same on every face: the cue, where the line belongs or what was told, the line, the hints.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Rows, Target, completion, form, help, matters, palette};
use crate::brief::Topic;
use crate::meeting::floor::Turn;
use crate::meeting::progress::Stage;
use crate::phrase::Face;
use crate::text::{Message, Text, shown};
use crate::tui::action::{ACTIONS, Action, Line, Move, Row};
use crate::tui::ahead::Ahead;
use crate::tui::input::{Code, Key};
use crate::tui::look::Look;
use crate::tui::reading::{self, Flagged, Part, Reading, Source};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::ui::{Dialog, Notice, Tone};
use crate::tui::widget::field;
use crate::tui::widget::line::{across, cut, from, put, put_all, put_right, row, width};
use crate::tui::widget::wrap::{lines, put_wrapped};

/// Hints at the end that go last but for the first one of all: those that lead to everything else.
const LAST_TO_GO: usize = 3;
/// Rows that something told may take at most; it grows upward, so that the line stands still.
const NOTICE_ROWS: u16 = 6;

/// Draws what the chair says next.
///
/// ```text
/// SAY  "Thank you, Vice President Yan. I give the floor to Hu Liangbo, Deputy Secretary of the Party
///      Committee of Yunnan Agricultural Reclamation Group."
/// ```
pub fn cue(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let said = scene.cue();
    if area.is_empty() || said.is_empty() {
        return;
    }
    let label = scene.label("tui-say");
    let used = put(buf, area, &label, scene.style(Role::Label)) + 2;
    let text = Rect {
        x: area.x + used,
        width: area.width.saturating_sub(used),
        ..area
    };
    let all = lines(&said, text.width);
    if all.len() <= usize::from(text.height) {
        put_wrapped(buf, text, &said, scene.style(Role::Cue));
        return;
    }
    // The last row ends with the key that shows the whole.
    let kept = usize::from(text.height) - 1;
    for (index, line) in (0..).zip(&all[..kept]) {
        put(buf, row(text, index), line, scene.style(Role::Cue));
    }
    let last = row(text, text.height - 1);
    let key = scene.ui.keys.shown(Action::Cue);
    let key = key.map(|key| key.to_string()).unwrap_or_default();
    let whole = scene.say(&Message::new("tui-cue-whole").with("key", key));
    put_right(buf, last, &whole, scene.style(Role::Quiet));
    let left = text.width.saturating_sub(width(&whole) + 2);
    let more = format!("{}{}", all[kept], scene.sign(Sign::Ellipsis));
    put(
        buf,
        last,
        &cut(&more, left, scene.styles),
        scene.style(Role::Cue),
    );
}

/// Draws the rule, the label or what was told, the line and the hints.
pub fn view(scene: &Scene, rows: &Rows, buf: &mut Buffer) {
    if let Some(notice) = &scene.ui.notice {
        told(scene, notice, rows, buf);
    } else {
        across(buf, rows.below, scene.styles);
        let used = if scene.is_watched() {
            let watches = scene.word("watch-label");
            let watches = cut(&watches, rows.label.width, scene.styles);
            put(buf, rows.label, &watches, scene.style(Role::Quiet))
        } else {
            label(scene, rows.label, buf)
        };
        aside(scene, from(rows.label, used), buf);
    }
    // Who only watches has nothing to type but a filter.
    if !scene.is_watched() || scene.ui.draft.line() != Line::Empty {
        line(scene, rows, buf);
    }
    if is_offering(scene) {
        let (offered, field) = (&scene.ui.completion, &scene.ui.draft.field);
        completion::ghost(scene, offered, field, rows.field, buf);
        completion::view(scene, offered, rows.hints, buf);
        return;
    }
    hints(
        scene,
        &laid(parts(scene), last_to_go(scene), rows.hints),
        buf,
    );
}

/// Draws the line that is typed.
pub fn line(scene: &Scene, rows: &Rows, buf: &mut Buffer) {
    put(
        buf,
        rows.prompt,
        scene.sign(Sign::Prompt),
        scene.style(Role::Accent),
    );
    let (before, behind) = scene.ui.draft.field.halves();
    field::view(
        buf,
        rows.field,
        (&shown(before), &shown(behind)),
        scene.styles,
    );
}

fn told(scene: &Scene, notice: &Notice, rows: &Rows, buf: &mut Buffer) {
    if notice.tone == Tone::Done {
        across(buf, rows.below, scene.styles);
        happened(scene, &sentences(scene, notice).join(" "), rows.label, buf);
    } else {
        refused(scene, notice, rows, buf);
    }
}

fn sentences(look: &Look, notice: &Notice) -> Vec<String> {
    notice
        .what
        .iter()
        .map(|message| look.say(message))
        .collect()
}

/// Draws what somebody has to know, whole, growing upward.
pub fn refused(look: &Look, notice: &Notice, rows: &Rows, buf: &mut Buffer) {
    let sentences = sentences(look, notice);
    let wrapped: Vec<&str> = sentences
        .iter()
        .flat_map(|sentence| lines(sentence, rows.label.width))
        .collect();
    let height = u16::try_from(wrapped.len())
        .unwrap_or(u16::MAX)
        .clamp(1, NOTICE_ROWS.min(rows.below.y));
    let rise = height - 1;
    let place = Rect {
        y: rows.label.y - rise,
        height,
        ..rows.label
    };
    clear(
        buf,
        Rect {
            y: rows.below.y - rise,
            height: height + rows.below.height,
            ..rows.below
        },
    );
    across(
        buf,
        Rect {
            y: rows.below.y - rise,
            ..rows.below
        },
        look.styles,
    );
    let role = match notice.tone {
        Tone::Done => Role::Good,
        Tone::Refused => Role::Soon,
        Tone::Failed => Role::Bad,
    };
    for (index, line) in (0..height).zip(wrapped) {
        put(buf, row(place, index), line, look.style(role));
    }
}

/// What happened is on the stage as well: one row will do, and the cue stays in sight. While something is typed, where it
/// belongs stays in its place, and what happened stands at the right.
fn happened(scene: &Scene, said: &str, area: Rect, buf: &mut Buffer) {
    const LEAST: u16 = 20;
    let used = match scene.ui.draft.line() {
        Line::Empty => 0,
        Line::Typed | Line::Filter => label(scene, area, buf) + 4,
    };
    let room = area.width.saturating_sub(used);
    if used == 0 {
        put(
            buf,
            area,
            &cut(said, room, scene.styles),
            scene.style(Role::Good),
        );
    } else if room >= LEAST {
        put_right(
            buf,
            from(area, used),
            &cut(said, room, scene.styles),
            scene.style(Role::Good),
        );
    }
}

/// Empties an area.
pub fn clear(buf: &mut Buffer, area: Rect) {
    let area = area.intersection(buf.area);
    for position in area.positions() {
        buf[position].reset();
    }
}

/// Draws where the line belongs; gives how many columns that took. Where not all of it has room, the unit is written shorter.
fn label(scene: &Scene, area: Rect, buf: &mut Buffer) -> u16 {
    let dot = format!(" {} ", scene.sign(Sign::Dot));
    let columns = |parts: &[Part]| {
        let parts = parts.iter().map(|part| width(&part.text) + width(&dot));
        parts.sum::<u16>().saturating_sub(width(&dot))
    };
    let forms = [Source::Whole, Source::Short, Source::Person];
    let mut forms = forms.map(|how| reading::label(scene, how)).into_iter();
    let fits = forms.find(|parts| columns(parts) <= area.width);
    let parts = fits.unwrap_or_else(|| reading::label(scene, Source::Person));
    let usual = match scene.ui.draft.line() {
        Line::Empty => Role::Quiet,
        Line::Typed | Line::Filter => Role::Accent,
    };
    let mut used = 0;
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            used += put(buf, from(area, used), &dot, scene.style(usual));
        }
        let role = match part.flagged {
            Flagged::No => usual,
            Flagged::Yes => Role::Soon,
        };
        let rest = from(area, used);
        let text = cut(&part.text, rest.width, scene.styles);
        used += put(buf, rest, &text, scene.style(role));
    }
    used
}

/// Whether the row of hints shows what the line may go on with.
fn is_offering(scene: &Scene) -> bool {
    scene.ui.dialog.is_none() && scene.ui.completion.is_open()
}

/// Says that a line waits for the command to be done with, where there is room beside the label.
fn aside(scene: &Scene, area: Rect, buf: &mut Buffer) {
    const LEAST: u16 = 12;
    const MOST: u16 = 48;
    let area = from(area, 4);
    let Some(waits) = scene.ui.aside.last().filter(|_| area.width >= LEAST) else {
        return;
    };
    let text = Text::line(waits.field.text());
    let said = scene.say(&Message::new("tui-aside").with("text", text));
    let said = cut(&said, area.width.min(MOST), scene.styles);
    put_right(buf, area, &said, scene.style(Role::Quiet));
}

/// A key and what it does here.
#[derive(Clone)]
pub struct Hint {
    key: String,
    what: String,
    target: Target,
}

impl Hint {
    /// That key does what that sentence's id says.
    pub fn of(look: &Look, key: Key, what: &'static str) -> Self {
        Self {
            key: key.to_string(),
            what: look.word(what),
            target: Target::Key(key),
        }
    }

    fn width(&self) -> u16 {
        width(&self.key) + 1 + width(&self.what)
    }
}

/// Draws hints at their places.
pub fn hints(look: &Look, laid: &[(Rect, Hint)], buf: &mut Buffer) {
    for (place, hint) in laid {
        let pieces = [
            (hint.key.as_str(), look.style(Role::Accent)),
            (" ", look.style(Role::Quiet)),
            (&hint.what, look.style(Role::Quiet)),
        ];
        put_all(buf, *place, &pieces);
    }
}

/// What a press among the hints means.
pub fn hint_at(scene: &Scene, area: Rect, position: Position) -> Option<Target> {
    if is_offering(scene) {
        let offered = &scene.ui.completion;
        return completion::offer_at(scene, offered, area, position).map(Target::Completion);
    }
    pressed(&laid(parts(scene), last_to_go(scene), area), position)
}

/// What a press on one of the hints means.
pub fn pressed(laid: &[(Rect, Hint)], position: Position) -> Option<Target> {
    let mut hints = laid.iter();
    hints
        .find(|(place, _)| place.contains(position))
        .map(|(_, hint)| hint.target)
}

/// How many hints at the end go last.
fn last_to_go(scene: &Scene) -> usize {
    match (scene.ui.draft.line(), &scene.ui.dialog) {
        (Line::Empty, None) => LAST_TO_GO,
        (Line::Empty | Line::Typed | Line::Filter, _) => 1,
    }
}

/// Hints with their places, as many as there is room for; the last so many go last but for the first one of all.
pub fn laid(mut shown: Vec<Hint>, last_to_go: usize, area: Rect) -> Vec<(Rect, Hint)> {
    const GAP: u16 = 3;
    let taken = |parts: &[Hint]| parts.iter().map(|hint| hint.width() + GAP).sum::<u16>();
    while shown.len() > 1 && taken(&shown) > area.width + GAP {
        let last = shown.len() - 1;
        shown.remove(last.saturating_sub(last_to_go).max(1).min(last - 1));
    }
    let mut rest = area;
    let place = |hint: Hint| {
        let place = Rect {
            width: hint.width().min(rest.width),
            ..rest
        };
        rest = from(rest, hint.width() + GAP);
        (place, hint)
    };
    shown.into_iter().map(place).collect()
}

/// The keys that work here, from the table of actions.
fn parts(scene: &Scene) -> Vec<Hint> {
    let line = scene.ui.draft.line();
    let hint = |key, what| Hint::of(scene, key, what);
    if let Some(dialog) = &scene.ui.dialog {
        return of_dialog(scene, dialog);
    }
    let here = ACTIONS.iter().filter(|row| {
        let may = !scene.is_watched() || row.action.only_looks() || line == Line::Filter;
        may && row.place.holds(line)
            && !is_for_help_alone(row.action)
            && is_of_use(scene, row.action)
    });
    let mut here: Vec<&Row> = here.collect();
    let is_list = is_list(scene.ui.face);
    here.sort_by_key(|row| match row.action {
        Action::Help => 4,
        Action::NextFace => 3,
        Action::Move(Move::Act) if is_list => 0,
        Action::Move(Move::Mark) if scene.ui.face == Face::Roll => 0,
        Action::Move(Move::Act) | Action::Ballot if scene.ui.face == Face::Ballots => 0,
        Action::Move(Move::Act | Move::Refuse | Move::Open) if scene.ui.face == Face::Brief => 0,
        action => 1 + u8::from(!is_list || !is_of_lists(action)),
    });
    let own = here.partition_point(|row| is_list && is_of_lists(row.action));
    let mut parts: Vec<Hint> = here
        .into_iter()
        .filter_map(|row| Some(hint(scene.ui.keys.shown(row.action)?, word(scene, row))))
        .collect();
    if scene.is_watched() && line == Line::Empty {
        parts.push(hint(Key::plain(Code::Char('q')), "watch-hint-leave"));
    } else if line == Line::Empty {
        let commands = hint(Key::plain(Code::Char(':')), "tui-hint-commands");
        parts.insert(parts.len().saturating_sub(1), commands);
    }
    if line == Line::Empty && is_list {
        let filter = hint(Key::plain(Code::Char('/')), "tui-hint-filter");
        parts.insert(own.min(parts.len()), filter);
    }
    parts
}

/// The keys that answer a dialog.
pub fn of_dialog(scene: &Scene, dialog: &Dialog) -> Vec<Hint> {
    let hint = |(key, what): (Key, &'static str)| Hint::of(scene, key, what);
    let letters = |what| Hint {
        key: scene.word("tui-hint-letters"),
        what: scene.word(what),
        target: Target::Key(Key::plain(Code::Esc)),
    };
    if let Some(digit) = scene.ui.digit {
        let answers = Hint::of(scene, digit, "tui-hint-digit");
        let back = Hint::of(scene, Key::plain(Code::Backspace), "tui-hint-digit-back");
        return vec![answers, letters("tui-hint-digit-text"), back];
    }
    match dialog {
        Dialog::Fill(_) => return form::HINTS.map(hint).to_vec(),
        Dialog::Palette(_) => return palette::HINTS.map(hint).to_vec(),
        Dialog::Matter { .. } => return matters::HINTS.map(hint).to_vec(),
        Dialog::Leave
        | Dialog::Paste(_)
        | Dialog::Insist { .. }
        | Dialog::Choose(_)
        | Dialog::Agenda { .. }
        | Dialog::Call { .. }
        | Dialog::Help { .. }
        | Dialog::Matters { .. }
        | Dialog::Shown { .. } => {}
    }
    let digits = (1..).zip(dialog.answers());
    let answers = digits.map(|(digit, answer): (u32, _)| Hint {
        key: (digit % 10).to_string(),
        what: scene.word(answer),
        target: Target::Answer(digit),
    });
    let reads = matches!(dialog, Dialog::Help { .. });
    let asks = !matches!(dialog, Dialog::Help { .. } | Dialog::Shown { .. });
    let moves = help::HINTS.into_iter().filter(|_| reads);
    let writes = asks.then(|| letters("tui-hint-write-on"));
    moves.map(hint).chain(answers).chain(writes).collect()
}

/// Whether a key is for what a list shows: those stand first there.
const fn is_of_lists(action: Action) -> bool {
    matches!(
        action,
        Action::Move(Move::Act | Move::Mark | Move::Open | Move::Turn)
    )
}

/// What a key does here, in two words.
fn word(scene: &Scene, row: &Row) -> &'static str {
    match row.action {
        Action::Next => Ahead::of(scene.meeting).hint(),
        Action::Pause if is_paused(scene) => "tui-hint-continue",
        Action::Ballot if scene.meeting.ballots.open_ballot().is_some() => "tui-hint-result",
        Action::Capture if scene.ui.draft.line() == Line::Filter => "tui-hint-keep-filter",
        Action::Move(Move::Turn) if scene.ui.face == Face::Record => "tui-hint-topic",
        Action::Move(Move::Mark) if scene.ui.face == Face::Roll => "roll-hint-mark",
        Action::Move(Move::Act) if proposes(scene) => "brief-hint-accept",
        Action::Move(Move::Open) if scene.ui.face == Face::Brief => "brief-hint-read",
        _ => row.hint,
    }
}

fn is_paused(scene: &Scene) -> bool {
    let running = scene.meeting.floor.running();
    running.is_some_and(Turn::is_paused)
}

/// Whether there is something for it to act on: a sitting, a turn, a line that has a kind, somebody selected. A key that would
/// only be refused is no hint.
fn is_of_use(scene: &Scene, action: Action) -> bool {
    let stage = scene.meeting.progress.stage();
    match action {
        Action::Pause | Action::Extend => {
            stage == Stage::Open && scene.meeting.floor.running().is_some()
        }
        Action::Ballot | Action::GiveFloor => stage == Stage::Open,
        Action::Ask | Action::Agenda => stage != Stage::Adjourned,
        Action::ClearLine => matches!(scene.ui.reading, Reading::Command | Reading::Refused(_)),
        Action::PutBack => scene.ui.cleared.is_some() && scene.ui.draft.line() == Line::Empty,
        Action::Kind | Action::EarlierTurn => {
            matches!(scene.ui.reading, Reading::Contribution { .. })
        }
        Action::Move(Move::Act) => is_selected(scene),
        Action::Move(Move::Turn) => matches!(scene.ui.face, Face::Contributions | Face::Record),
        Action::Move(Move::Open) if scene.ui.face == Face::Brief => {
            scene.ui.lectern.brief().is_some() && scene.ui.lectern.opened().is_none()
        }
        Action::Move(Move::Open) => is_list(scene.ui.face) && is_selected(scene),
        Action::Move(Move::Refuse) => proposes(scene),
        Action::Move(Move::Mark) => {
            let marks = matches!(scene.ui.face, Face::Contributions | Face::Roll);
            marks && is_selected(scene)
        }
        _ => true,
    }
}

/// Whether what is selected waits for somebody to say yes or no.
fn proposes(scene: &Scene) -> bool {
    let selected = scene.ui.lectern.selected();
    scene.ui.face == Face::Brief && selected.is_some_and(|(topic, _)| topic == Topic::PerhapsAlike)
}

/// Whether a face is a list, in which one moves, filters and marks.
const fn is_list(face: Face) -> bool {
    match face {
        Face::Contributions | Face::Roll | Face::Record => true,
        Face::Floor | Face::Ballots | Face::Brief => false,
    }
}

fn is_selected(scene: &Scene) -> bool {
    match scene.ui.face {
        Face::Floor => scene.ui.selected.is_some(),
        Face::Contributions => scene.ui.sheet.browse.at().is_some(),
        Face::Record => scene.ui.log.browse.at().is_some(),
        Face::Roll => scene.ui.register.browse.at().is_some(),
        Face::Ballots => scene.meeting.ballots.open().is_some(),
        Face::Brief => scene.ui.lectern.browse.at().is_some(),
    }
}

/// Keys that everybody knows, and those nobody looks for in a hurry.
fn is_for_help_alone(action: Action) -> bool {
    match action {
        Action::Repaint
        | Action::Suspend
        | Action::Mouse
        | Action::Leave
        | Action::Redo
        | Action::Pace
        | Action::Cue
        | Action::DeleteWord
        | Action::LaterTurn
        | Action::Order
        | Action::Enrol
        | Action::PreviousFace
        | Action::Show(_)
        | Action::Move(
            Move::Previous
            | Move::Next
            | Move::PageBack
            | Move::PageOn
            | Move::GroupBack
            | Move::GroupOn
            | Move::Fold,
        ) => true,
        Action::Next
        | Action::Pause
        | Action::Extend
        | Action::Ballot
        | Action::Palette
        | Action::Ask
        | Action::GiveFloor
        | Action::Agenda
        | Action::NextFace
        | Action::Move(Move::Open | Move::Turn | Move::Mark | Move::Refuse | Move::Act)
        | Action::Undo
        | Action::Capture
        | Action::Kind
        | Action::EarlierTurn
        | Action::ClearLine
        | Action::PutBack
        | Action::Help => false,
    }
}
