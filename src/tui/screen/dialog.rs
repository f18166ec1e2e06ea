//! A question in a box over the stage: what is asked, why, and the answers with their digits. The only boxes there are.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::{Position, Rect};

use super::foot::clear;
use super::{matters, rail};
use crate::meeting::ItemId;
use crate::meeting::progress::{ItemState, Stage};
use crate::text::Message;
use crate::tui::scene::{Keeping, Scene};
use crate::tui::style::{Role, Sign, Signs};
use crate::tui::ui::Dialog;
use crate::tui::update::dialog::digit;
use crate::tui::widget::line::{cut, from, put, put_right, row, width};
use crate::tui::widget::wrap::lines;

const WIDEST: u16 = 76;
/// Columns of the border and the space within it, on both sides.
const FRAME: u16 = 4;
/// Rows that a question takes at least, with the empty one behind it.
const QUESTION: usize = 2;

/// Draws the dialog in the middle of `area`.
///
/// ```text
/// ┌──────────────────────────────────────────────┐
/// │ Leave the meeting? It stays open.            │
/// │                                              │
/// │ 1  Stay                                      │
/// │ 2  Leave                                     │
/// └──────────────────────────────────────────────┘
/// ```
pub fn view(scene: &Scene, dialog: &Dialog, area: Rect, buf: &mut Buffer) {
    let (rows, place) = laid(scene, dialog, area);
    frame(scene, place, buf);
    let text = inside(place);
    // Where not all fits, the answers at the end are what must be seen.
    let room = usize::from(text.height);
    let answers = Answers::of(scene, dialog, area).rows;
    let space = usize::from(room > answers + 1);
    let head = room.saturating_sub(answers + space);
    let hidden = rows.len().saturating_sub(answers + space + head);
    let above = match dialog {
        Dialog::Shown { above, .. } | Dialog::Matter { above, .. } => {
            usize::from(*above).min(hidden)
        }
        Dialog::Agenda { .. } | Dialog::Matters { .. } => {
            let selected = rows.iter().position(|(_, role)| *role == Role::Selection);
            let until = selected.map_or(0, |at| at + 1);
            until.saturating_sub(head).min(hidden)
        }
        Dialog::Leave
        | Dialog::Paste(_)
        | Dialog::Insist { .. }
        | Dialog::Choose(_)
        | Dialog::Call { .. }
        | Dialog::Fill(_)
        | Dialog::Palette(_)
        | Dialog::Help { .. } => 0,
    };
    let seen = rows
        .iter()
        .skip(above)
        .take(head)
        .chain(rows.iter().skip(head + hidden));
    for (index, (line, role)) in (0..text.height).zip(seen) {
        put(buf, row(text, index), line, scene.style(*role));
    }
    pressed(scene, dialog, (text, area), buf);
    let goes_on = matches!(dialog, Dialog::Matter { .. }) && above < hidden && space > 0;
    if let (true, Ok(head)) = (goes_on, u16::try_from(head)) {
        let more = scene.word("matters-more");
        put_right(buf, row(text, head), &more, scene.style(Role::Quiet));
    }
}

/// Draws the answer whose digit was pressed, and is not taken yet, in the selection's look.
fn pressed(scene: &Scene, dialog: &Dialog, (text, area): (Rect, Rect), buf: &mut Buffer) {
    let chosen = scene.ui.digit.and_then(|key| digit(dialog, key));
    let chosen = chosen.and_then(|digit| usize::try_from(digit).ok());
    let Some(at) = chosen.and_then(|digit| digit.checked_sub(1)) else {
        return;
    };
    let answers = Answers::of(scene, dialog, area);
    let (column, up) = (at / answers.rows.max(1), at % answers.rows.max(1));
    let up = u16::try_from(answers.rows - up).unwrap_or(u16::MAX);
    let x = if column == 0 { 0 } else { answers.column };
    if let (Some(y), Some(answer)) = (text.height.checked_sub(up), answers.all.get(at)) {
        put(
            buf,
            from(row(text, y), x),
            answer,
            scene.style(Role::Selection),
        );
    }
}

/// The answer that stands at a place of the dialog: its digit.
pub fn answer_at(scene: &Scene, dialog: &Dialog, area: Rect, position: Position) -> Option<u32> {
    let (_, place) = laid(scene, dialog, area);
    let text = inside(place);
    if !text.contains(position) {
        return None;
    }
    let answers = Answers::of(scene, dialog, area);
    let row = answers
        .rows
        .checked_sub(usize::from(text.bottom() - position.y))?;
    let beside = usize::from(position.x - text.x >= answers.column);
    let at = row + beside * answers.rows;
    (at < answers.all.len()).then(|| u32::try_from(at + 1).ok())?
}

/// Columns for text in a dialog on that area.
fn inner(area: Rect) -> u16 {
    area.width.saturating_sub(FRAME).min(WIDEST)
}

/// The answers with their digits, in two columns where they are many and short.
struct Answers {
    all: Vec<String>,
    rows: usize,
    /// Columns of the first column.
    column: u16,
}

impl Answers {
    /// The answers in a dialog on that area.
    fn of(scene: &Scene, dialog: &Dialog, area: Rect) -> Self {
        const MANY: usize = 5;
        const GAP: u16 = 3;
        let inner = inner(area);
        let answers = (1..).zip(dialog.answers());
        let all: Vec<String> = answers
            .map(|(digit, answer): (u32, _)| format!("{}  {}", digit % 10, scene.word(answer)))
            .collect();
        let longest = all.iter().map(|answer| width(answer)).max().unwrap_or(0);
        let fits = 2 * longest + GAP <= inner;
        // All digits must be in sight: rather two columns of shortened words than answers below the border.
        let is_low = all.len() + QUESTION > usize::from(inside(area).height);
        if all.len() < MANY || !(fits || is_low) {
            let (rows, column) = (all.len(), u16::MAX);
            return Self { all, rows, column };
        }
        let column = longest.min(inner.saturating_sub(GAP) / 2);
        let short = |answer: &String| cut(answer, column, scene.styles);
        Self {
            rows: all.len().div_ceil(2),
            column: column + GAP,
            all: all.iter().map(short).collect(),
        }
    }

    fn lines(&self) -> impl Iterator<Item = String> {
        (0..self.rows).map(|row| {
            let first = &self.all[row];
            match self.all.get(row + self.rows) {
                Some(second) => {
                    let gap = usize::from(self.column.saturating_sub(width(first)));
                    format!("{first}{}{second}", " ".repeat(gap))
                }
                None => first.clone(),
            }
        })
    }
}

/// What stands in the dialog, and where it stands.
fn laid(scene: &Scene, dialog: &Dialog, area: Rect) -> (Vec<(String, Role)>, Rect) {
    let inner = inner(area);
    let rows = contents(scene, dialog, area);
    let widest = if let Dialog::Matters { .. } | Dialog::Matter { .. } = dialog {
        // From one to the next its borders stand still.
        inner
    } else {
        rows.iter().map(|(text, _)| width(text)).max().unwrap_or(0)
    };
    let widest = widest.clamp(1, inner.max(1));
    let height = u16::try_from(rows.len())
        .unwrap_or(u16::MAX)
        .saturating_add(2)
        .min(area.height);
    let size = (widest + FRAME, height);
    let place = Rect {
        x: area.x + area.width.saturating_sub(size.0) / 2,
        y: area.y + (area.height - height) / 2,
        width: size.0.min(area.width),
        height,
    };
    (rows, place)
}

/// The place within the border.
fn inside(place: Rect) -> Rect {
    Rect {
        x: place.x + 2,
        y: place.y + 1,
        width: place.width.saturating_sub(FRAME),
        height: place.height.saturating_sub(2),
    }
}

fn contents(scene: &Scene, dialog: &Dialog, area: Rect) -> Vec<(String, Role)> {
    let inner = inner(area);
    let wrapped = |text: &str, role: Role| {
        lines(text, inner)
            .into_iter()
            .map(move |line| (line.to_owned(), role))
            .collect::<Vec<_>>()
    };
    let question = match dialog {
        Dialog::Leave => Some(leaving(scene)),
        dialog => dialog.question(),
    };
    let mut rows = question
        .map(|question| wrapped(&scene.say(&question), Role::Strong))
        .unwrap_or_default();
    if let Dialog::Agenda { selected } = dialog {
        rows.push((String::new(), Role::Text));
        rows.extend(agenda(scene, *selected, inner));
    }
    if let Dialog::Matters { selected } = dialog {
        rows.extend(matters::list(scene, *selected, inner));
    }
    if let Dialog::Matter { at, .. } = dialog {
        rows.extend(matters::one(scene, *at, inner));
    }
    let point = |message: &Message| scene.say(message);
    let more: Vec<String> = match dialog {
        Dialog::Leave
        | Dialog::Agenda { .. }
        | Dialog::Matters { .. }
        | Dialog::Matter { .. }
        | Dialog::Fill(_)
        | Dialog::Palette(_)
        | Dialog::Help { .. } => Vec::new(),
        Dialog::Choose(choice) => choice.more.iter().map(point).collect(),
        Dialog::Call { back } => called(scene, *back),
        Dialog::Paste(pasted) => pasted
            .iter()
            .take(5)
            .map(|line| crate::text::shown(line.as_str()).into_owned())
            .collect(),
        Dialog::Insist { refusal, .. } => refusal.obstacles.iter().map(point).collect(),
        Dialog::Shown { lines, .. } => lines.iter().map(|message| scene.say(message)).collect(),
    };
    if matches!(dialog, Dialog::Choose(_) | Dialog::Insist { .. }) {
        rows.extend(points(scene, &more, inner));
    } else {
        for text in &more {
            if text.is_empty() {
                rows.push((String::new(), Role::Text));
            }
            rows.extend(wrapped(text, Role::Text));
        }
    }
    rows.push((String::new(), Role::Text));
    let answers = Answers::of(scene, dialog, area);
    rows.extend(answers.lines().map(|line| (line, Role::Accent)));
    rows
}

/// Whether to leave, and what that leaves behind: a meeting that goes on, one that is over, a rehearsal.
fn leaving(scene: &Scene) -> Message {
    let is_over = scene.meeting.progress.stage() == Stage::Adjourned;
    match (scene.keeping, &scene.ui.kept) {
        (Keeping::Memory, _) => Message::new("tui-leave-rehearsal"),
        (Keeping::Archived, _) => Message::new("tui-leave-review"),
        (Keeping::Saved, Some(kept)) if is_over => {
            Message::new("tui-leave-over").with("path", kept.session.clone())
        }
        (Keeping::SessionFailed | Keeping::ReadOnly, Some(kept)) if is_over => {
            Message::new("tui-leave-over").with("path", kept.journal.clone())
        }
        (
            Keeping::Saved
            | Keeping::Begun
            | Keeping::SessionFailed
            | Keeping::ReadOnly
            | Keeping::Watched,
            _,
        ) => Message::new("tui-leave"),
    }
}

/// Who is called, and the last who answered.
fn called(scene: &Scene, back: usize) -> Vec<String> {
    const BEFORE: usize = 3;
    let Some(ballot) = scene.meeting.ballots.open_ballot() else {
        return Vec::new();
    };
    let answered = ballot.answers.len().saturating_sub(back);
    let first = answered.saturating_sub(BEFORE);
    let before = ballot.answers[first..answered].iter();
    let mut rows: Vec<String> = before
        .map(|(who, answer)| {
            let before = Message::new("ballots-called-before")
                .with("who", scene.meeting.roster.called(who))
                .with("answer", answer.word());
            scene.say(&before)
        })
        .collect();
    let who = if back == 0 {
        ballot.unanswered().into_iter().next()
    } else {
        ballot.answers.get(answered).map(|(who, _)| who.clone())
    };
    rows.extend(who.map(|who| {
        let called = Message::new("ballots-called")
            .with("number", answered + 1)
            .with("of", ballot.opening.voters.len())
            .with("who", scene.meeting.roster.called(&who));
        scene.say(&called)
    }));
    rows
}

/// Sentences one below the other, each with a dot in front, what is wrapped standing below its words.
fn points(scene: &Scene, sentences: &[String], inner: u16) -> Vec<(String, Role)> {
    let mut rows = Vec::new();
    if !sentences.is_empty() {
        rows.push((String::new(), Role::Text));
    }
    for sentence in sentences {
        for (index, line) in lines(sentence, inner.saturating_sub(2))
            .into_iter()
            .enumerate()
        {
            let mark = if index == 0 { Sign::Dot } else { Sign::Blank };
            rows.push((format!("{} {line}", scene.sign(mark)), Role::Text));
        }
    }
    rows
}

/// The items, each with its sign, number, title and plan; the selected one in the selection's look.
fn agenda(scene: &Scene, selected: ItemId, inner: u16) -> Vec<(String, Role)> {
    let items = (1..).zip(scene.meeting.progress.items());
    let line = |(number, item): (usize, &ItemState)| {
        let (sign, role) = rail::look(item.status);
        let planned = item.plan.time.map(|seconds| {
            let minutes = seconds.div_ceil(60);
            scene.say(&Message::new("tui-minutes").with("used", minutes))
        });
        let planned = planned.unwrap_or_default();
        let head = format!("{} {number:>2}  ", scene.sign(sign));
        let room = inner.saturating_sub(width(&head) + width(&planned) + 2);
        let title = cut(&scene.text(&item.plan.title), room, scene.styles);
        let gap = " ".repeat(usize::from(room - width(&title)) + 2);
        let role = if item.id == selected {
            Role::Selection
        } else {
            role
        };
        (format!("{head}{title}{gap}{planned}"), role)
    };
    items.map(line).collect()
}

/// Empties the place and draws its border; a wide character that the left border cuts is blanked whole.
pub(super) fn frame(scene: &Scene, place: Rect, buf: &mut Buffer) {
    let place = place.intersection(buf.area);
    if place.width < 2 || place.height < 2 {
        return;
    }
    for y in place.top()..place.bottom() {
        if place.x > buf.area.x && buf[(place.x - 1, y)].cell_width() > 1 {
            buf[(place.x - 1, y)].reset();
        }
    }
    clear(buf, place);
    let corners = match scene.styles.signs {
        Signs::Unicode => ["┌", "┐", "└", "┘"],
        Signs::Ascii => ["+"; 4],
    };
    let style = scene.style(Role::Rule);
    let across = scene
        .sign(Sign::Across)
        .repeat(usize::from(place.width - 2));
    for (index, [left, right]) in [
        (0, [corners[0], corners[1]]),
        (place.height - 1, [corners[2], corners[3]]),
    ] {
        put(
            buf,
            row(place, index),
            &format!("{left}{across}{right}"),
            style,
        );
    }
    let down = scene.sign(Sign::Down);
    for y in place.top() + 1..place.bottom() - 1 {
        put(
            buf,
            Rect {
                x: place.x,
                y,
                width: 1,
                height: 1,
            },
            down,
            style,
        );
        put(
            buf,
            Rect {
                x: place.right() - 1,
                y,
                width: 1,
                height: 1,
            },
            down,
            style,
        );
    }
}
