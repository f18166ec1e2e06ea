//! The stage while the meeting is not open: what is ready before it, when it goes on, what came of it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::below;
use crate::meeting::progress::{ItemStatus, Stage};
use crate::meeting::roll::QuorumCount;
use crate::text::{Arg, Message, Moment};
use crate::tui::action::Action;
use crate::tui::scene::{Keeping, Scene};
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{from, put, width};
use crate::tui::widget::wrap::{lines as lines_of, put_wrapped};

/// Columns of a notice at most, so that a wide screen is read as easily.
const WIDEST: u16 = 76;

/// A line of a notice.
enum Line {
    /// By itself, wrapped.
    Text(String, Role),
    /// With a label in front.
    Fact(&'static str, String, Role),
    Empty,
}

/// Draws the notice.
///
/// ```text
/// Provincial Association for Friendship with Foreign Countries
/// Work exchange meeting of the directors
///
/// when       29 December 2023   14:30
/// where      Kunming
/// chair      Wang Yu
/// items      5, together 105 min
/// entitled   13   quorum 7   present 0
///
/// F5 or :open calls the meeting to order.
/// ```
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let area = Rect {
        width: area.width.min(WIDEST),
        ..area
    };
    let lines = lines(scene);
    let labels = lines.iter().filter_map(|line| match line {
        Line::Fact(label, ..) => Some(width(&scene.word(label))),
        Line::Text(..) | Line::Empty => None,
    });
    let column = labels.max().unwrap_or(0) + 3;
    // Where there is no room for all of it, empty rows are the first to go.
    let empty = u16::from(
        lines
            .iter()
            .map(|line| rows(line, area, column))
            .fold(0, u16::saturating_add)
            <= area.height,
    );
    let mut used = 0;
    for line in &lines {
        let place = below(area, used, area.height);
        used += match line {
            Line::Empty => empty,
            Line::Text(text, role) => put_wrapped(buf, place, text, scene.style(*role)),
            Line::Fact(label, text, role) => {
                put(buf, place, &scene.word(label), scene.style(Role::Label));
                put_wrapped(buf, from(place, column), text, scene.style(*role))
            }
        };
    }
}

/// Rows that a line takes.
fn rows(line: &Line, area: Rect, column: u16) -> u16 {
    let rows = match line {
        Line::Empty => 1,
        Line::Text(text, _) => lines_of(text, area.width).len(),
        Line::Fact(_, text, _) => lines_of(text, area.width.saturating_sub(column)).len(),
    };
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// The most important of it in two lines.
pub fn in_short(scene: &Scene) -> Vec<(String, Role)> {
    let title = (scene.text(&scene.meeting.agenda.title), Role::Strong);
    let state = match scene.meeting.progress.stage() {
        Stage::Planned | Stage::Open => "tui-stage-planned",
        Stage::Suspended { .. } => "tui-stage-suspended",
        Stage::Adjourned => "tui-stage-adjourned",
    };
    vec![title, (scene.word(state), Role::Text)]
}

fn lines(scene: &Scene) -> Vec<Line> {
    let mut lines = match scene.meeting.progress.stage() {
        Stage::Planned | Stage::Open => planned(scene),
        Stage::Suspended { until } => suspended(scene, until),
        Stage::Adjourned => adjourned(scene),
    };
    if !scene.is_watched() {
        lines.push(Line::Empty);
        lines.push(Line::Text(what_to_do(scene), Role::Accent));
    }
    lines
}

/// What the key of the next step does here.
fn what_to_do(scene: &Scene) -> String {
    let id = match scene.meeting.progress.stage() {
        Stage::Planned | Stage::Open => "tui-opens",
        Stage::Suspended { .. } => "tui-reopens",
        Stage::Adjourned if scene.keeping == Keeping::Archived => "tui-after-archived",
        Stage::Adjourned => "tui-after",
    };
    let key = scene.ui.keys.shown(Action::Next);
    let key = key.map(|key| key.to_string()).unwrap_or_default();
    scene.say(&Message::new(id).with("key", key))
}

fn planned(scene: &Scene) -> Vec<Line> {
    let agenda = &scene.meeting.agenda;
    let mut lines = Vec::new();
    if let Some(organisation) = &agenda.organisation {
        lines.push(Line::Text(scene.text(organisation), Role::Quiet));
    }
    lines.push(Line::Text(scene.text(&agenda.title), Role::Strong));
    lines.push(Line::Empty);
    let date = agenda.date.map(|date| scene.locale.write(&Arg::Date(date)));
    let time = |time| scene.locale.write(&Arg::Time(time));
    let when: Vec<String> = date.into_iter().chain(agenda.start.map(time)).collect();
    if !when.is_empty() {
        lines.push(Line::Fact("tui-when", when.join("   "), Role::Text));
    }
    if let Some(place) = &agenda.place {
        lines.push(Line::Fact("tui-where", scene.text(place), Role::Text));
    }
    lines.push(chair(scene));
    lines.push(Line::Fact("tui-items", items(scene), Role::Text));
    lines.extend(roll(scene));
    lines
}

fn chair(scene: &Scene) -> Line {
    let meeting = scene.meeting;
    let chair = meeting.progress.chair().or(meeting.agenda.chair.as_ref());
    match chair {
        Some(chair) => {
            let name = meeting.roster.person_called(chair);
            Line::Fact("tui-chair", scene.locale.write(&name), Role::Text)
        }
        None => Line::Fact("tui-chair", scene.word("tui-chair-nobody"), Role::Soon),
    }
}

fn items(scene: &Scene) -> String {
    let items = scene.meeting.progress.items();
    let count = items.len();
    let planned: u32 = items.filter_map(|item| item.plan.time).sum();
    let words = match planned {
        0 => Message::new("tui-items-count"),
        planned => Message::new("tui-items-time").with("minutes", planned.div_ceil(60)),
    };
    scene.say(&words.with("count", count))
}

/// How many are entitled and needed, and how many are there.
fn roll(scene: &Scene) -> Vec<Line> {
    let counted = scene.meeting.attendance(None);
    if counted.entitled == 0 {
        let none = scene.word("tui-no-roster");
        return vec![Line::Fact("tui-entitled", none, Role::Quiet)];
    }
    let quorum = scene.meeting.quorum();
    let entitled = match quorum {
        Some(QuorumCount { needed, .. }) => {
            Message::new("tui-entitled-quorum").with("needed", needed)
        }
        None => Message::new("tui-entitled-count"),
    };
    let entitled = scene.say(&entitled.with("entitled", counted.entitled));
    let (sign, role) = match quorum.map(|quorum| quorum.is_met()) {
        Some(true) => (scene.sign(Sign::Done), Role::Good),
        Some(false) => (scene.sign(Sign::Attention), Role::Soon),
        None => ("", Role::Text),
    };
    let present = format!("{} {sign}", counted.quorate);
    vec![
        Line::Fact("tui-entitled", entitled, Role::Text),
        Line::Fact("tui-present", present, role),
    ]
}

fn suspended(scene: &Scene, until: Option<Moment>) -> Vec<Line> {
    let message = match until {
        Some(until) => Message::new("tui-suspended-until").with("until", Arg::Clock(until)),
        None => Message::new("tui-suspended"),
    };
    let mut lines = vec![
        Line::Text(scene.text(&scene.meeting.agenda.title), Role::Strong),
        Line::Text(scene.say(&message), Role::Soon),
        Line::Empty,
    ];
    if let Some(item) = scene.meeting.progress.current_item() {
        let title = scene.text(&item.plan.title);
        lines.push(Line::Fact("tui-goes-on-with", title, Role::Text));
    }
    if let Some(turn) = scene.meeting.floor.running() {
        let speaker = scene.speaker(&turn.speaker);
        lines.push(Line::Fact("tui-has-the-floor", speaker, Role::Text));
    }
    lines.push(chair(scene));
    lines.extend(roll(scene));
    lines
}

fn adjourned(scene: &Scene) -> Vec<Line> {
    let progress = &scene.meeting.progress;
    let mut lines = vec![Line::Text(
        scene.text(&scene.meeting.agenda.title),
        Role::Strong,
    )];
    if let Some(at) = progress.adjourned() {
        let adjourned = Message::new("tui-adjourned").with("at", Arg::Clock(at));
        lines.push(Line::Text(scene.say(&adjourned), Role::Text));
    }
    lines.push(Line::Empty);
    let closed = progress
        .items()
        .filter(|item| item.status == ItemStatus::Closed);
    let items = Message::new("tui-items-closed")
        .with("closed", closed.count())
        .with("count", progress.items().len());
    lines.push(Line::Fact("tui-items", scene.say(&items), Role::Text));
    let noted = Message::new("tui-adjourned-noted");
    let noted = noted.with("count", scene.meeting.contributions.noted());
    lines.push(Line::Fact("tui-noted", scene.say(&noted), Role::Text));
    let unheard = scene.meeting.unheard();
    if !unheard.is_empty() {
        let names = unheard.iter().map(|who| scene.meeting.roster.called(who));
        let names = scene.locale.write(&Arg::List(names.collect()));
        lines.push(Line::Fact("tui-unheard", names, Role::Quiet));
    }
    if let Some(next) = progress.next_meeting() {
        let date = scene.locale.write(&Arg::Date(next.date));
        lines.push(Line::Fact("tui-next-meeting", date, Role::Text));
    }
    lines
}
