//! Written minutes, lines like `[14:52] name: text`, to a script that holds the meeting again: text to the steps of it.
//!
//! Who speaks has the floor from the line with the name on; a line without time or name goes on with what was said, and a
//! blank line between makes it a contribution of its own. What stands before the first speaker is a comment. Texts are
//! handed on with `say`, so that none of them is taken for a command. Opens no file and asks no clock.

mod clock;
mod line;
mod speaker;
mod time;
mod write;

pub use time::{day, time_within};
pub use write::write;

use std::collections::{BTreeSet, HashSet};

use chrono::{FixedOffset, NaiveDate, NaiveTime};

use crate::names::fold;
use crate::text::{Arg, Message, Moment, Text, is_han};
use clock::{Beginning, Clock};
use line::Line;
use speaker::Speaker;
use time::Stamp;

/// A longer text is more than one contribution, in characters; lines of scripts are of bounded length.
const LONGEST: usize = 8_000;
/// Lines and names that are told.
const TOLD: usize = 12;

/// What the person says of the time of a meeting, and where the program runs.
#[derive(Clone, Copy, Debug)]
pub struct When {
    /// The day, where the minutes do not say it.
    pub day: Option<NaiveDate>,
    /// When it began.
    pub time: Option<NaiveTime>,
    /// The offset of the place, where it is said.
    pub offset: Option<FixedOffset>,
    /// The offset of this place.
    pub here: FixedOffset,
}

/// Minutes as the steps of a script.
#[derive(Clone, Debug, Default)]
pub struct Minutes {
    /// What stands before the first speaker.
    pub aside: Vec<Text>,
    /// What happens, in order.
    pub steps: Vec<Step>,
    /// What was understood, in the order in which it is said.
    pub told: Vec<Message>,
}

/// One line of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Somebody gets the floor.
    Floor(Moment, Text),
    /// The floor goes back to the chair.
    Done(Moment),
    /// Something is said.
    Say(Moment, Text),
    /// A heading of the minutes.
    Heading(Text),
}

/// Whether a text is minutes: some line has a time and a name.
#[must_use]
pub fn is_minutes(text: &str) -> bool {
    lines(text).any(|(_, line)| matches!(line, Line::Timed { name: Some(_), .. }))
}

/// The minutes in a text.
///
/// # Errors
/// A sentence where it is a script already, or where nothing says the day.
pub fn read(text: &str, when: &When) -> Result<Minutes, Message> {
    let is_command = |line: &Line| matches!(line, Line::Timed { name: None, text, .. } if text.starts_with([':', '：']));
    if lines(text).any(|(_, line)| is_command(&line)) {
        return Err(Message::new("minutes-script"));
    }
    let stamps = || {
        lines(text).filter_map(|(_, line)| match line {
            Line::Timed { stamp, .. } => Some(stamp),
            Line::Blank | Line::Heading(_) | Line::Untimed { .. } => None,
        })
    };
    let first = stamps().next().ok_or(Message::new("minutes-none"))?;
    let beginning = beginning(text, stamps(), when).ok_or(Message::new("minutes-no-day"))?;
    let mut reading = Reading::new(Clock::new(beginning, first));
    for (at, raw) in text.lines().enumerate() {
        let line = line::read(raw, &reading.known);
        reading.line(at + 1, line);
    }
    Ok(reading.done(beginning))
}

/// Each line with its number, where nobody is known as a speaker yet.
fn lines(text: &str) -> impl Iterator<Item = (usize, Line<'_>)> {
    let nobody = HashSet::new();
    text.lines()
        .enumerate()
        .map(move |(at, raw)| (at + 1, line::read(raw, &nobody)))
}

/// The day, the beginning and the offset: of the first line that has a day, of a header line, else as the person says.
fn beginning(text: &str, stamps: impl Iterator<Item = Stamp>, when: &When) -> Option<Beginning> {
    let mut day = None;
    let mut offset = when.offset;
    for stamp in stamps {
        match stamp {
            Stamp::Exact(at) => {
                day = day.or(Some(at.date_naive()));
                offset = offset.or(Some(*at.offset()));
            }
            Stamp::Dated(at) => day = day.or(Some(at.date())),
            Stamp::Clock(_) => {}
        }
    }
    let headers = || text.lines().take(40).filter_map(header);
    let header_day = headers().find_map(|(day, _)| day);
    let header_time = headers().find_map(|(_, time)| time);
    Some(Beginning {
        day: day.or(header_day).or(when.day)?,
        time: when.time.or(header_time),
        offset: offset.unwrap_or(when.here),
    })
}

/// The day and the time in a header line: `Date: 2023-12-29`, `时间：2023年12月29日下午2:30`, `Start: 14:30`.
fn header(line: &str) -> Option<(Option<NaiveDate>, Option<NaiveTime>)> {
    const HEADERS: &[&str] = &[
        "date",
        "day",
        "time",
        "when",
        "start",
        "begin",
        "日期",
        "时间",
        "会议时间",
        "会议日期",
        "召开时间",
        "开会时间",
        "开始时间",
    ];
    let line = line.trim().trim_start_matches(['#', '-', '*', ' ']);
    let (name, value) = line.split_once([':', '：'])?;
    if !HEADERS.contains(&fold(name.trim_matches(['*', ' '])).as_str()) {
        return None;
    }
    let value = value.trim_start_matches(['*', ' ', '\u{3000}']);
    Some(match day(value) {
        Some((day, rest)) => (Some(day), time_within(rest)),
        None => (None, time_within(value)),
    })
}

/// Minutes while their lines are read.
struct Reading {
    clock: Clock,
    minutes: Minutes,
    known: HashSet<Text>,
    /// Those who spoke, in the order in which they began.
    speakers: Vec<Text>,
    /// Names that were written with a title.
    titled: Vec<(Text, Text)>,
    current: Option<Speaker>,
    /// What is being said.
    saying: Option<(Moment, String)>,
    untimed: BTreeSet<usize>,
}

impl Reading {
    fn new(clock: Clock) -> Self {
        Self {
            clock,
            minutes: Minutes::default(),
            known: HashSet::new(),
            speakers: Vec::new(),
            titled: Vec::new(),
            current: None,
            saying: None,
            untimed: BTreeSet::new(),
        }
    }

    fn line(&mut self, number: usize, line: Line<'_>) {
        match line {
            Line::Blank => self.end_saying(),
            Line::Heading(text) => {
                self.end_saying();
                self.note(text);
            }
            Line::Timed { stamp, name, text } => {
                if self.current.is_none() && name.is_none() {
                    return self.note(text);
                }
                self.end_saying();
                let at = self.clock.moment(Some(stamp), number);
                self.speak(at, name, text);
            }
            Line::Untimed { name, text } => self.untimed(number, name, text),
        }
    }

    fn untimed(&mut self, number: usize, name: Option<&str>, text: &str) {
        if self.current.is_none() {
            let whole = name.map_or_else(|| text.to_owned(), |name| format!("{name}: {text}"));
            return self.note(&whole);
        }
        if name.is_some() {
            self.untimed.insert(number);
            self.end_saying();
        } else if let Some((_, said)) = &mut self.saying {
            join(said, text);
            return;
        }
        let at = self.clock.moment(None, number);
        self.speak(at, name, text);
    }

    /// A line that nobody says: before the first speaker, or a heading.
    fn note(&mut self, text: &str) {
        let text = Text::line(text);
        if text.is_empty() {
            return;
        }
        if self.current.is_none() {
            self.minutes.aside.push(text);
        } else {
            self.minutes.steps.push(Step::Heading(text));
        }
    }

    fn speak(&mut self, at: Option<Moment>, name: Option<&str>, text: &str) {
        // Without a time of its own, and without one before, nothing is said.
        let Some(at) = at else { return };
        if let Some(written) = name {
            self.give(at, written);
        }
        self.saying = Some((at, text.to_owned()));
    }

    /// Gives the floor, where somebody else has it.
    fn give(&mut self, at: Moment, written: &str) {
        let who = speaker::of(written);
        if self.current.as_ref() == Some(&who) {
            return;
        }
        match &who {
            Speaker::Chair if self.current.is_some() => self.minutes.steps.push(Step::Done(at)),
            Speaker::Chair => {}
            Speaker::Named(name) => {
                self.minutes.steps.push(Step::Floor(at, name.clone()));
                let written = Text::line(written);
                if self.known.insert(name.clone()) {
                    self.speakers.push(name.clone());
                    if written != *name {
                        self.titled.push((name.clone(), written));
                    }
                }
            }
        }
        self.current = Some(who);
    }

    fn end_saying(&mut self) {
        let Some((at, said)) = self.saying.take() else {
            return;
        };
        let said: Vec<char> = Text::line(&said).as_str().chars().collect();
        for part in said.chunks(LONGEST) {
            let text = Text::line(&part.iter().collect::<String>());
            if !text.is_empty() {
                self.minutes.steps.push(Step::Say(at, text));
            }
        }
    }

    fn done(mut self, beginning: Beginning) -> Minutes {
        self.end_saying();
        let told = self.told(beginning);
        Minutes {
            told,
            ..self.minutes
        }
    }

    fn told(&self, beginning: Beginning) -> Vec<Message> {
        let times = || self.minutes.steps.iter().filter_map(Step::at);
        let said = self
            .minutes
            .steps
            .iter()
            .filter(|step| matches!(step, Step::Say(..)));
        let mut told = Vec::new();
        if let (Some(first), Some(last)) = (times().next(), times().next_back()) {
            let taken = Message::new("minutes-taken")
                .with("said", said.count())
                .with("persons", self.speakers.len());
            told.push(
                taken
                    .with("from", Arg::Moment(first))
                    .with("until", Arg::Moment(last)),
            );
        }
        if !self.speakers.is_empty() {
            let names = some(self.speakers.iter().map(Arg::from), self.speakers.len());
            told.push(Message::new("minutes-speakers").with("names", names));
        }
        if !self.titled.is_empty() {
            let each = self.titled.iter().map(|(name, written)| {
                let message = Message::new("minutes-name");
                Arg::from(message.with("name", name).with("written", written))
            });
            let names = some(each, self.titled.len());
            told.push(Message::new("minutes-titles").with("names", names));
        }
        if self.clock.is_of_recording() {
            told.push(match beginning.time {
                Some(time) => Message::new("minutes-recording").with("from", time),
                None => Message::new("minutes-recording-midnight"),
            });
        }
        let rows = [
            ("minutes-fallen", &self.clock.fallen),
            ("minutes-untimed", &self.untimed),
        ];
        for (id, lines) in rows.into_iter().filter(|(_, lines)| !lines.is_empty()) {
            let numbers = some(lines.iter().copied().map(Arg::from), lines.len());
            told.push(Message::new(id).with("lines", numbers));
        }
        told
    }
}

impl Step {
    /// When it happens; a heading does not.
    const fn at(&self) -> Option<Moment> {
        match self {
            Self::Floor(at, _) | Self::Done(at) | Self::Say(at, _) => Some(*at),
            Self::Heading(_) => None,
        }
    }
}

/// The first of many, and how many more there are.
fn some(each: impl Iterator<Item = Arg>, count: usize) -> Vec<Arg> {
    let mut told: Vec<Arg> = each.take(TOLD).collect();
    if count > TOLD {
        told.push(
            Message::new("import-more")
                .with("count", count - TOLD)
                .into(),
        );
    }
    told
}

/// Goes on with a text; Chinese needs no space between lines.
fn join(said: &mut String, text: &str) {
    let is_wide = |c: char| is_han(c) || "，。；：、？！”）》".contains(c);
    let closes = said.chars().next_back().is_some_and(is_wide);
    let begins = text.chars().next().is_some_and(is_wide);
    if !(said.is_empty() || closes && begins) {
        said.push(' ');
    }
    said.push_str(text);
}

#[cfg(test)]
mod tests;
