//! Setting right afterwards when something began or ended, and who it really was. A neighbour is clipped, nothing overlaps.

use super::{Event, Speaker, Turn, TurnKind};
use crate::agenda::Who;
use crate::meeting::contribution::{self, Source};
use crate::meeting::progress::{self, End};
use crate::meeting::roll::Status;
use crate::meeting::{Acting, Event as Happened, Meeting, Refusal, roll, roster};
use crate::text::{Message, Moment};

/// What may be set right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// It really began then.
    Began {
        /// What.
        what: Stretch,
        /// When.
        at: Moment,
    },
    /// It really ended then.
    Ended {
        /// What.
        what: Stretch,
        /// When.
        at: Moment,
    },
    /// The running turn, else the last, was really somebody else's; the lines filed under it are too.
    Was(Who),
    /// The persons of the last two turns were taken for each other.
    Swap,
}

/// What has a beginning and an end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stretch {
    /// The running turn, else the last.
    #[default]
    Turn,
    /// The open item, else the last.
    Item,
    /// The meeting.
    Meeting,
}

type Decided = Result<Vec<Happened>, Refusal>;

pub(in crate::meeting) fn decide(meeting: &Meeting, acting: &Acting, repair: Repair) -> Decided {
    match repair {
        Repair::Began { at, .. } | Repair::Ended { at, .. } if at > acting.now => {
            Err(progress::too_late(at))
        }
        Repair::Began {
            what: Stretch::Turn,
            at,
        } => turn_began(meeting, at),
        Repair::Ended {
            what: Stretch::Turn,
            at,
        } => turn_ended(meeting, at),
        Repair::Began {
            what: Stretch::Item,
            at,
        } => progress::item_times(meeting, End::Began, at),
        Repair::Ended {
            what: Stretch::Item,
            at,
        } => progress::item_times(meeting, End::Ended, at),
        Repair::Began {
            what: Stretch::Meeting,
            at,
        } => progress::meeting_times(meeting, End::Began, at),
        Repair::Ended {
            what: Stretch::Meeting,
            at,
        } => progress::meeting_times(meeting, End::Ended, at),
        Repair::Was(who) => was(meeting, acting, &who),
        Repair::Swap => swap(meeting),
    }
}

/// The running turn, else the last that was spoken.
fn turn_meant(meeting: &Meeting) -> Result<&Turn, Refusal> {
    if meeting.floor.waiting_turn().is_some() {
        return Err(Message::new("floor-repair-interposed").into());
    }
    let last = || meeting.floor.turn_before(None);
    meeting
        .floor
        .running()
        .or_else(last)
        .ok_or_else(|| Message::new("floor-no-turn").into())
}

fn turn_began(meeting: &Meeting, at: Moment) -> Decided {
    let turn = turn_meant(meeting)?;
    if turn.until.is_some_and(|until| at > until) {
        return Err(progress::too_late(at));
    }
    let spans = meeting
        .progress
        .item(turn.item)
        .map(|item| item.spans.as_slice())
        .unwrap_or_default();
    let entered = spans
        .iter()
        .rev()
        .find(|span| span.from <= turn.from)
        .map(|span| span.from);
    if let Some(entered) = entered.filter(|entered| at < *entered) {
        return Err(progress::too_early(entered));
    }
    let mut events = Vec::new();
    if let Some(before) = meeting.floor.turn_before(Some(turn.id))
        && before.until.is_some_and(|until| until > at)
    {
        if at < before.from {
            return Err(progress::too_early(before.from));
        }
        events.push(
            Event::TurnTimed {
                turn: before.id,
                from: before.from,
                until: Some(at),
            }
            .into(),
        );
    }
    events.push(
        Event::TurnTimed {
            turn: turn.id,
            from: at,
            until: turn.until,
        }
        .into(),
    );
    Ok(events)
}

fn turn_ended(meeting: &Meeting, at: Moment) -> Decided {
    let turn = turn_meant(meeting)?;
    if at < turn.from {
        return Err(progress::too_early(turn.from));
    }
    if turn.until.is_none() {
        return Ok(vec![
            Event::Ended {
                turn: turn.id,
                at: Some(at),
            }
            .into(),
        ]);
    }
    let spans = meeting
        .progress
        .item(turn.item)
        .map(|item| item.spans.as_slice())
        .unwrap_or_default();
    let left = spans
        .iter()
        .rev()
        .find(|span| span.from <= turn.from)
        .and_then(|span| span.until);
    if left.is_some_and(|left| at > left) {
        return Err(progress::too_late(at));
    }
    Ok(vec![
        Event::TurnTimed {
            turn: turn.id,
            from: turn.from,
            until: Some(at),
        }
        .into(),
    ])
}

fn was(meeting: &Meeting, acting: &Acting, who: &Who) -> Decided {
    let turn = turn_meant(meeting)?;
    let speaker = match who {
        Who::Person(id) => Speaker::person(
            meeting
                .roster
                .person(id)
                .ok_or_else(|| roster::unknown(id))?,
        ),
        Who::Unit(_) => meeting.speaker_for(who).ok_or_else(|| {
            Refusal::new(Message::new("floor-unit-absent").with("name", meeting.roster.called(who)))
        })?,
    };
    if turn.speaker == speaker {
        return Err(Message::new("floor-was-already")
            .with("name", meeting.roster.called(who))
            .into());
    }
    let mut events = Vec::new();
    if let Some(person) = &speaker.person
        && meeting.roll.status(person) == Status::Unmarked
    {
        events.push(roll::present(person.clone(), turn.from.min(acting.now)));
    }
    events.extend(corrected(meeting, turn, speaker));
    Ok(events)
}

fn swap(meeting: &Meeting) -> Decided {
    let last = turn_meant(meeting)?;
    let spoken = |turn: &&Turn| turn.kind != TurnKind::Written;
    let before = meeting.floor.turn_before(Some(last.id)).filter(spoken);
    let before = before.ok_or_else(|| Refusal::new(Message::new("floor-no-two-turns")))?;
    if last.speaker == before.speaker {
        return Err(Message::new("floor-same-speaker").into());
    }
    let mut events = corrected(meeting, last, before.speaker.clone());
    events.extend(corrected(meeting, before, last.speaker.clone()));
    Ok(events)
}

/// The turn is that speaker's, and so are the lines that were filed under it as the other's.
fn corrected(meeting: &Meeting, turn: &Turn, speaker: Speaker) -> Vec<Happened> {
    let (old, new) = (Source::of(&turn.speaker), Source::of(&speaker));
    let lines = meeting
        .contributions
        .all()
        .rev()
        .take_while(|line| line.at >= turn.from || line.line.turn >= Some(turn.id));
    let mut moved: Vec<Happened> = lines
        .filter(|line| line.line.turn == Some(turn.id) && line.line.source == old)
        .map(|line| {
            contribution::Event::Filed {
                id: line.line.id,
                source: new.clone(),
            }
            .into()
        })
        .collect();
    moved.push(
        Event::SpeakerCorrected {
            turn: turn.id,
            speaker,
        }
        .into(),
    );
    moved.reverse();
    moved
}
