//! Setting right afterwards when something began or ended, and who it really was. What may be meant, and whose lines follow;
//! how the times of turns and items hang together is in `times` here and in `progress`.

use super::decide::signatory;
use super::{Event, Speaker, Turn, TurnKind, times};
use crate::agenda::Who;
use crate::meeting::contribution::{self, Source};
use crate::meeting::ids::TurnId;
use crate::meeting::progress::{self, End};
use crate::meeting::roll::Status;
use crate::meeting::{Acting, Event as Happened, Meeting, Refusal, roll};
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
    /// A turn was really somebody else's; the lines filed under it are too.
    Was {
        /// Which; unsaid, the running turn, else the last.
        turn: Option<TurnId>,
        /// Whose it was.
        who: Who,
    },
    /// The persons of the last two turns were taken for each other.
    Swap,
}

/// What has a beginning and an end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stretch {
    /// The running turn, else the last; never a question that was put within another.
    #[default]
    Turn,
    /// That turn.
    Of(TurnId),
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
        Repair::Began { what, at } => time(meeting, what, End::Began, at),
        Repair::Ended { what, at } => time(meeting, what, End::Ended, at),
        Repair::Was { turn, who } => was(meeting, acting, turn, &who),
        Repair::Swap => swap(meeting),
    }
}

fn time(meeting: &Meeting, what: Stretch, end: End, at: Moment) -> Decided {
    match what {
        Stretch::Turn => times::turn_times(meeting, timed_unsaid(meeting)?, end, at),
        Stretch::Of(turn) => times::turn_times(meeting, named(meeting, turn)?, end, at),
        Stretch::Item => progress::item_times(meeting, end, at),
        Stretch::Meeting => progress::meeting_times(meeting, end, at),
    }
}

fn none_spoke() -> Refusal {
    Message::new("floor-no-turn").into()
}

fn named(meeting: &Meeting, turn: TurnId) -> Result<&Turn, Refusal> {
    meeting
        .floor
        .turn(turn)
        .ok_or_else(|| Message::new("floor-no-such-turn").into())
}

/// The turn whose time is meant where none is named.
fn timed_unsaid(meeting: &Meeting) -> Result<&Turn, Refusal> {
    if meeting.progress.is_in_correction() {
        return last_in_place(meeting, |turn| turn.kind.is_in_sequence());
    }
    let last = || {
        meeting
            .floor
            .turns()
            .rev()
            .find(|turn| turn.kind.is_in_sequence())
    };
    meeting.floor.running().or_else(last).ok_or_else(none_spoke)
}

/// In a correction: the last such turn of the item it is about.
fn last_in_place(meeting: &Meeting, is_meant: fn(&Turn) -> bool) -> Result<&Turn, Refusal> {
    let place = meeting.progress.place();
    let mut turns = meeting.floor.turns().rev();
    let last = turns.find(|turn| Some(turn.item) == place && is_meant(turn));
    let number = place.map_or(0, |item| meeting.progress.number(item));
    last.ok_or_else(|| {
        Message::new("correct-no-turn")
            .with("number", number)
            .into()
    })
}

/// The running turn, else the last that was spoken.
fn unsaid(meeting: &Meeting) -> Result<&Turn, Refusal> {
    if meeting.floor.waiting_turn().is_some() {
        return Err(Message::new("floor-repair-interposed").into());
    }
    if meeting.progress.is_in_correction() {
        return last_in_place(meeting, |turn| turn.kind != TurnKind::Written);
    }
    let last = || meeting.floor.turn_before(None);
    meeting.floor.running().or_else(last).ok_or_else(none_spoke)
}

fn was(meeting: &Meeting, acting: &Acting, turn: Option<TurnId>, who: &Who) -> Decided {
    let turn = match turn {
        Some(turn) => named(meeting, turn)?,
        None => unsaid(meeting)?,
    };
    let speaker = match turn.kind {
        TurnKind::Written => signatory(meeting, who)?,
        TurnKind::Turn | TurnKind::Order | TurnKind::Interposed => speaker(meeting, who)?,
    };
    if turn.speaker == speaker {
        return Err(Message::new("floor-was-already")
            .with("name", meeting.roster.called(who))
            .into());
    }
    let mut events = Vec::new();
    // Who writes need not be there.
    if turn.kind != TurnKind::Written
        && let Some(person) = &speaker.person
        && meeting.roll.status(person) == Status::Unmarked
    {
        events.push(roll::present(person.clone(), turn.from.min(acting.now)));
    }
    events.extend(corrected(meeting, turn, speaker));
    Ok(events)
}

/// Whoever really had the floor; whether they may have it now does not matter.
fn speaker(meeting: &Meeting, who: &Who) -> Result<Speaker, Refusal> {
    match who {
        Who::Person(_) => signatory(meeting, who),
        Who::Unit(_) => meeting.speaker_for(who).ok_or_else(|| {
            Refusal::new(Message::new("floor-unit-absent").with("name", meeting.roster.called(who)))
        }),
    }
}

fn swap(meeting: &Meeting) -> Decided {
    let last = unsaid(meeting)?;
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
    let lines = meeting.contributions.all();
    let moved: Vec<Happened> = lines
        .filter(|line| line.line.turn == Some(turn.id) && line.line.source == old)
        .map(|line| {
            contribution::Event::Filed {
                id: line.line.id,
                source: new.clone(),
            }
            .into()
        })
        .collect();
    let turn = turn.id;
    std::iter::once(Event::SpeakerCorrected { turn, speaker }.into())
        .chain(moved)
        .collect()
}
