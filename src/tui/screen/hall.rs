//! What the hall sees: who speaks, how long still, who is next; the question and the result; that there is a break. In letters that carry, in
//! the middle, and nothing else: no header, no hints, nothing of what was noted, and of a closed item nothing but that it is one.
//!
//! What is shown is what the chair chose ([`HallView`]); while that is the speaker, a ballot shows itself, as the thing that all look at then.

mod names;
mod part;
mod tally;
mod vote;

use chrono::TimeDelta;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::agenda::{HallClock, ItemKind};
use crate::cue;
use crate::meeting::Meeting;
use crate::meeting::ballot::Ballot;
use crate::meeting::floor::{EntryKind, SpeakerList, Turn, TurnKind};
use crate::meeting::ids::ItemId;
use crate::meeting::progress::{HallView, ItemState, Stage};
use crate::text::{Arg, Message, Moment};
use crate::tui::look::Look;
use crate::tui::scene::Scene;
use crate::tui::style::Role;
use crate::tui::widget::clock::written;
use crate::tui::widget::line::row;
use crate::tui::widget::wrap::{lines, put_wrapped};
use names::Entry;
use part::{Part, Time, What, stack};

/// Rows from which there is one to spare for what hinders.
const WITH_TROUBLE: u16 = 5;
/// Rows of that at most.
const TROUBLE: usize = 2;

/// Draws the hall's screen.
///
/// ```text
///                      Suggestions for the work of 2024
///
///               █   █                 █   █ ▀
///                ▀▄▀  ▀▀▀▄ █▄▀▀▄      █▀▄▀█ █ █▄▀▀▄ ▄▀▀▀█
///                 █  ▄▀▀▀█ █   █      █   █ █ █   █ ▀▄▄▄█
///                 ▀   ▀▀▀▀ ▀   ▀      ▀   ▀ ▀ ▀   ▀  ▄▄▄▀
///
///               Yunnan University of Finance and Economics
///
///                           █▀▀█   ▀▀▀█ █▀▀█
///                           ▄▄▄█ ▄   ▄▀ █▄▄█
///                           █▄▄▄ ▀   █  ▄▄▄█
///                             left of 5:00
///
///                           next: Hu Liangbo
/// ```
pub fn view(scene: &Scene, area: Rect, buf: &mut Buffer) {
    let parts = match subject(scene.meeting) {
        Subject::Planned => planned(scene),
        Subject::Closed => vec![name(scene.word("hall-closed"))],
        Subject::Break(until) => pause(scene, ["hall-break", "hall-break-until"], until),
        Subject::Suspended(until) => {
            pause(scene, ["hall-suspended", "hall-suspended-until"], until)
        }
        Subject::Ballot(ballot) => vote::parts(scene, ballot),
        Subject::List(item) => list(scene, item),
        Subject::Speaker(turn) => speaker(scene, turn),
        Subject::Item(item) => waiting(scene, item),
        Subject::Between => between(scene),
        Subject::Over => over(scene),
    };
    stack(&scene.look, &parts, area, buf);
}

/// Draws that there is no meeting to be seen, and why.
pub fn nothing(look: &Look, why: &Message, area: Rect, buf: &mut Buffer) {
    let part = Part::new(What::Text(look.say(why)), Role::Quiet, 0);
    stack(look, &[part], area, buf);
}

/// Draws what hinders the watching in the last rows, small: the hall need not read it.
pub fn trouble(look: &Look, what: &[Message], area: Rect, buf: &mut Buffer) {
    let said: Vec<String> = what.iter().map(|message| look.say(message)).collect();
    let said = said.join(" ");
    let wrapped = lines(&said, area.width).len().min(TROUBLE);
    let rows = u16::try_from(wrapped).unwrap_or(1);
    if said.is_empty() || area.height < WITH_TROUBLE {
        return;
    }
    let place = Rect {
        height: rows,
        ..row(area, area.height - rows)
    };
    super::foot::clear(buf, place);
    put_wrapped(buf, place, &said, look.style(Role::Quiet));
}

/// Whether what is shown changes with every second.
#[must_use]
pub fn ticks(meeting: &Meeting) -> bool {
    match subject(meeting) {
        Subject::Speaker(turn) => meeting.agenda.hall_clock != HallClock::None && !turn.is_paused(),
        Subject::Planned
        | Subject::Closed
        | Subject::Break(_)
        | Subject::Suspended(_)
        | Subject::Ballot(_)
        | Subject::List(_)
        | Subject::Item(_)
        | Subject::Between
        | Subject::Over => false,
    }
}

/// What all look at now.
enum Subject<'a> {
    /// The meeting was not called to order yet.
    Planned,
    /// The item is not for the hall.
    Closed,
    Break(Option<Moment>),
    Suspended(Option<Moment>),
    /// The question, or what came of it.
    Ballot(&'a Ballot),
    /// Who speaks and who waits.
    List(&'a ItemState),
    Speaker(&'a Turn),
    /// Nobody speaks on it.
    Item(&'a ItemState),
    /// No item is open.
    Between,
    Over,
}

fn subject(meeting: &Meeting) -> Subject<'_> {
    match meeting.progress.stage() {
        Stage::Planned => return Subject::Planned,
        Stage::Suspended { until } => return Subject::Suspended(until),
        Stage::Adjourned => return Subject::Over,
        Stage::Open => {}
    }
    let item = meeting.progress.current_item();
    if meeting.progress.hall() == HallView::Break {
        return Subject::Break(item.and_then(break_ends));
    }
    let Some(item) = item else {
        let ballot = last_ballot(meeting);
        let asked = meeting.progress.hall() == HallView::Ballot;
        let shown = ballot.filter(|ballot| asked || ballot.is_open());
        return shown.map_or(Subject::Between, Subject::Ballot);
    };
    if item.plan.closed {
        return Subject::Closed;
    }
    if item.plan.kind == ItemKind::Break {
        return Subject::Break(break_ends(item));
    }
    match meeting.progress.hall() {
        HallView::List => Subject::List(item),
        HallView::Ballot => match last_ballot(meeting) {
            Some(ballot) => Subject::Ballot(ballot),
            None => by_itself(meeting, item),
        },
        HallView::Speaker | HallView::Break => by_itself(meeting, item),
    }
}

/// What all look at where the chair chose nothing else: a vote from its question until somebody speaks after it.
fn by_itself<'a>(meeting: &'a Meeting, item: &'a ItemState) -> Subject<'a> {
    let running = meeting.floor.running();
    let is_here = |ballot: &&Ballot| ballot.opening.item.is_none_or(|of| of == item.id);
    let ballot = last_ballot(meeting).filter(is_here);
    match (running, ballot) {
        (Some(turn), Some(ballot)) if ballot.is_open() && turn.from < ballot.at => {
            Subject::Ballot(ballot)
        }
        (Some(turn), _) => Subject::Speaker(turn),
        (None, Some(ballot)) if ballot.is_open() || !goes_on_after(meeting, ballot) => {
            Subject::Ballot(ballot)
        }
        (None, _) => Subject::Item(item),
    }
}

/// The ballot that is open, else the last one; never one of a closed item.
fn last_ballot(meeting: &Meeting) -> Option<&Ballot> {
    let ballots = &meeting.ballots;
    let last = ballots.open_ballot().or_else(|| ballots.all().next_back());
    last.filter(|ballot| {
        let item = ballot.opening.item;
        item.is_none_or(|item| !is_closed(meeting, item))
    })
}

fn is_closed(meeting: &Meeting, item: ItemId) -> bool {
    meeting
        .progress
        .item(item)
        .is_none_or(|item| item.plan.closed)
}

/// Whether somebody whose turn it was has spoken since the question was put: a point of order is none.
fn goes_on_after(meeting: &Meeting, ballot: &Ballot) -> bool {
    meeting
        .floor
        .turns()
        .any(|turn| turn.kind == TurnKind::Turn && turn.from > ballot.at)
}

/// When a break is planned to be over.
fn break_ends(item: &ItemState) -> Option<Moment> {
    let planned = item
        .plan
        .time
        .filter(|_| item.plan.kind == ItemKind::Break)?;
    let began = item.spans.last()?.from;
    began.checked_add_signed(TimeDelta::seconds(planned.into()))
}

fn name(text: String) -> Part {
    Part::new(What::Name(text), Role::Strong, 0)
}

fn text(text: String, rank: u8) -> Part {
    Part::new(What::Text(text), Role::Text, rank)
}

fn planned(scene: &Scene) -> Vec<Part> {
    let agenda = &scene.meeting.agenda;
    let organisation = agenda.organisation.as_ref();
    let organisation =
        organisation.map(|said| Part::new(What::Text(scene.text(said)), Role::Quiet, 3));
    let date = agenda.date.map(|date| scene.locale.write(&Arg::Date(date)));
    let start = agenda
        .start
        .map(|start| scene.locale.write(&Arg::Time(start)));
    let when: Vec<String> = date.into_iter().chain(start).collect();
    let when = (!when.is_empty()).then(|| text(when.join("   "), 1));
    let place = agenda
        .place
        .as_ref()
        .map(|place| text(scene.text(place), 2));
    let title = name(scene.text(&agenda.title));
    let before = organisation.into_iter().chain([title]);
    before.chain(when).chain(place).collect()
}

/// A break or a suspension, and when it ends where that is known.
fn pause(scene: &Scene, [alone, with]: [&'static str; 2], until: Option<Moment>) -> Vec<Part> {
    let Some(until) = until else {
        return vec![name(scene.word(alone))];
    };
    let digits = scene.locale.write(&Arg::Clock(until));
    let time = Time {
        widest: digits.clone(),
        words: digits.clone(),
        digits,
    };
    let mut parts = vec![
        name(scene.word(with)),
        Part::new(What::Time(time), Role::Strong, 0),
    ];
    if until.date_naive() != scene.now.date_naive() {
        let day = scene.locale.write(&Arg::Date(until.date_naive()));
        parts.push(text(day, 1));
    }
    parts
}

fn over(scene: &Scene) -> Vec<Part> {
    let mut parts = vec![
        Part::new(
            What::Text(scene.text(&scene.meeting.agenda.title)),
            Role::Quiet,
            2,
        ),
        name(scene.word("hall-over")),
        text(scene.word("hall-thanks"), 1),
    ];
    if let Some(next) = scene.meeting.progress.next_meeting() {
        let start = next
            .start
            .map(|start| scene.locale.write(&Arg::Time(start)));
        let date = scene.locale.write(&Arg::Date(next.date));
        let place = next.place.as_ref().map(ToString::to_string);
        let when: Vec<String> = [date].into_iter().chain(start).chain(place).collect();
        let said = Message::new("hall-next-meeting").with("when", when.join("   "));
        parts.push(text(scene.say(&said), 3));
    }
    parts
}

fn title(scene: &Scene, item: &ItemState) -> Part {
    Part::new(What::Text(scene.text(&item.plan.title)), Role::Quiet, 3)
}

fn between(scene: &Scene) -> Vec<Part> {
    let mut parts = vec![name(scene.text(&scene.meeting.agenda.title))];
    let following = scene.meeting.progress.following();
    if let Some(item) = following.filter(|item| !item.plan.closed) {
        let next = Message::new("hall-then").with("title", scene.text(&item.plan.title));
        parts.push(text(scene.say(&next), 1));
    }
    parts
}

fn waiting(scene: &Scene, item: &ItemState) -> Vec<Part> {
    let mut parts = vec![name(scene.text(&item.plan.title))];
    parts.extend(next(scene));
    parts
}

/// Who comes next, where somebody waits.
fn next(scene: &Scene) -> Option<Part> {
    let (_, speaker) = scene.meeting.upcoming().next?;
    let next = Message::new("tui-next-is").with("next", scene.speaker(&speaker));
    Some(text(scene.say(&next), 2))
}

fn speaker(scene: &Scene, turn: &Turn) -> Vec<Part> {
    let item = scene.meeting.progress.current_item();
    let unit = turn
        .speaker
        .for_unit()
        .filter(|_| turn.speaker.person.is_some());
    let unit = unit.filter(|_| turn.speaker.unit.is_some());
    let unit = unit.map(|unit| text(scene.name(&unit), 2));
    let state = match turn.kind {
        TurnKind::Order => Some("tui-point-of-order"),
        TurnKind::Interposed => Some("tui-interposed"),
        TurnKind::Turn | TurnKind::Written => None,
    };
    let state = state.map(|id| Part::new(What::Text(scene.word(id)), Role::Accent, 3));
    let before = item.map(|item| title(scene, item)).into_iter();
    before
        .chain([name(scene.speaker(&turn.speaker))])
        .chain(unit)
        .chain(state)
        .chain(clock(scene, turn))
        .chain(next(scene))
        .collect()
}

/// The time left, the time over, or, without a limit, the time so far, with what it is.
fn clock(scene: &Scene, turn: &Turn) -> Vec<Part> {
    let Some(role) = role(scene, turn) else {
        return Vec::new();
    };
    let left = turn.seconds_left(scene.now);
    let seconds = left.map_or_else(|| turn.clock(scene.now), i64::abs);
    let limit = turn.allotted.map(i64::from);
    let of = |id| {
        let time = Arg::Seconds(limit.unwrap_or_default());
        scene.say(&Message::new(id).with("time", time))
    };
    let (sign, caption, short) = match left {
        Some(left) if left < 0 => ("+", of("tui-over"), "tui-short-over"),
        Some(_) => ("", of("tui-left"), "tui-short-left"),
        None => ("", scene.word("tui-spoken"), "tui-short-spoken"),
    };
    let caption = if turn.is_paused() {
        scene.word("tui-paused")
    } else {
        caption
    };
    let plain = written(seconds);
    let words = Message::new(short).with("time", Arg::Seconds(seconds));
    let time = Time {
        digits: format!("{sign}{plain}"),
        widest: limit.map_or(plain, written),
        words: scene.say(&words),
    };
    vec![
        Part::new(What::Time(time), role, 1),
        Part::new(What::Caption(caption), Role::Quiet, 4),
    ]
}

/// How the clock looks; none where the agenda wants none. Red only where it asks for that.
fn role(scene: &Scene, turn: &Turn) -> Option<Role> {
    let (left, allotted) = (turn.seconds_left(scene.now), turn.allotted.map(i64::from));
    let is_over = left.is_some_and(|left| left < 0);
    let is_soon = left
        .zip(allotted)
        .is_some_and(|(left, allotted)| left <= cue::SOON.min(allotted / 3));
    match scene.meeting.agenda.hall_clock {
        HallClock::None => None,
        HallClock::Calm | HallClock::Red if turn.is_paused() => Some(Role::Quiet),
        HallClock::Calm if is_over => Some(Role::Strong),
        HallClock::Red if is_over => Some(Role::Bad),
        HallClock::Red if is_soon => Some(Role::Soon),
        HallClock::Calm | HallClock::Red => Some(Role::Clock),
    }
}

/// Who speaks, and all who wait, numbered as they come.
fn list(scene: &Scene, item: &ItemState) -> Vec<Part> {
    let mut parts = vec![title(scene, item)];
    if let Some(turn) = scene.meeting.floor.running() {
        parts.push(name(scene.speaker(&turn.speaker)));
    }
    let list = scene.meeting.floor.list(item.id);
    let mut number = 0;
    let mut entries = Vec::new();
    for entry in list.into_iter().flat_map(SpeakerList::entries) {
        let Some(speaker) = scene.meeting.speaker_for(&entry.who) else {
            continue;
        };
        let before = match entry.kind {
            EntryKind::Order => "!".to_owned(),
            EntryKind::Planned | EntryKind::Asked => {
                number += 1;
                number.to_string()
            }
        };
        entries.push(Entry {
            before,
            name: scene.speaker(&speaker),
            behind: String::new(),
            role: Role::Text,
        });
    }
    parts.push(if entries.is_empty() {
        text(scene.word("hall-nobody-waits"), 1)
    } else {
        Part::new(What::Names(entries), Role::Text, 0)
    });
    parts
}
