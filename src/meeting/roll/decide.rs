//! What the commands of `roll` come to: who is there since when, who acts for whom, announced head counts.

use super::{Command, Event, Mode, Status, correct};
use crate::agenda::PersonId;
use crate::meeting::ids::ItemId;
use crate::meeting::{Acting, Event as Happened, Meeting, Refusal, floor, roster};
use crate::text::{Arg, Message, Moment, Text};

pub(in crate::meeting) fn decide(
    meeting: &Meeting,
    acting: &Acting,
    command: Command,
) -> Result<Vec<Happened>, Refusal> {
    if meeting.progress.is_in_correction() {
        return correct::decide(meeting, command);
    }
    match command {
        Command::Mark {
            person,
            status,
            mode,
            reason,
            at,
        } => mark(meeting, acting, person, (status, mode, reason), at),
        Command::Represent { person, by, at } => {
            known(meeting, &person)?;
            known(meeting, &by)?;
            if person == by {
                return Err(Message::new("roll-represents-self")
                    .with("person", meeting.roster.person_called(&person))
                    .into());
            }
            if !matches!(meeting.roll.status(&by), Status::Present | Status::Unmarked) {
                return Err(Message::new("roll-proxy-not-present")
                    .with("person", meeting.roster.person_called(&by))
                    .into());
            }
            let when = since(meeting, acting, at)?;
            let mut events = leave_floor(meeting, &person);
            if meeting.roll.status(&by) == Status::Unmarked {
                events.push(present(by.clone(), when));
            }
            events.push(Event::Represented { person, by, when }.into());
            Ok(events)
        }
        Command::StepAway { person, at } => {
            let (item, when) = for_this_item(meeting, acting, &person, at)?;
            if meeting.roll.is_away(&person, item) {
                return Err(Message::new("roll-away-already")
                    .with("person", meeting.roster.person_called(&person))
                    .into());
            }
            let mut events = leave_floor(meeting, &person);
            events.push(Event::SteppedAway { person, item, when }.into());
            Ok(events)
        }
        Command::Recuse { person, at } => {
            let (item, when) = for_this_item(meeting, acting, &person, at)?;
            if meeting.roll.is_recused(&person, item) {
                return Err(Message::new("roll-recused-already")
                    .with("person", meeting.roster.person_called(&person))
                    .into());
            }
            Ok(vec![Event::Recused { person, item, when }.into()])
        }
        Command::Count { present, of } => {
            if of.is_some_and(|of| present > of) {
                let of = of.unwrap_or_default();
                return Err(Message::new("roll-count-too-large")
                    .with("present", present)
                    .with("of", of)
                    .into());
            }
            if of.is_none() {
                within_the_roll(meeting, present)?;
            }
            Ok(vec![Event::Counted { present, of }.into()])
        }
        Command::EndCount => match meeting.roll.head_count() {
            None => Err(Message::new("roll-no-count").into()),
            Some(_) => Ok(vec![Event::CountEnded.into()]),
        },
    }
}

fn mark(
    meeting: &Meeting,
    acting: &Acting,
    person: PersonId,
    (status, mode, reason): (Status, Mode, Option<Text>),
    at: Option<Moment>,
) -> Result<Vec<Happened>, Refusal> {
    known(meeting, &person)?;
    let before = meeting.roll.presence(&person);
    let back = before.away.is_some() && before.away == meeting.item_at_hand();
    if at.is_none()
        && before.status == status
        && before.mode == mode
        && before.reason == reason
        && !back
    {
        let named =
            Message::new("roll-unchanged").with("person", meeting.roster.person_called(&person));
        return Err(named.with("status", status.word()).into());
    }
    if status == Status::Left && before.status != Status::Present {
        return Err(Message::new("roll-left-not-present")
            .with("person", meeting.roster.person_called(&person))
            .into());
    }
    let when = since(meeting, acting, at)?;
    let mut events = if status == Status::Present {
        Vec::new()
    } else {
        leave_floor(meeting, &person)
    };
    events.push(
        Event::Marked {
            person,
            status,
            mode,
            reason,
            when,
        }
        .into(),
    );
    Ok(events)
}

/// Where the count says only how many are present, the entitled are those of the roll: no more can be there.
fn within_the_roll(meeting: &Meeting, present: u32) -> Result<(), Refusal> {
    let entitled = meeting.attending(meeting.item_at_hand()).entitled;
    if meeting.roster.is_planned() && present > entitled {
        return Err(Message::new("roll-count-beyond-the-roll")
            .with("present", present)
            .with("entitled", entitled)
            .into());
    }
    Ok(())
}

/// Ends the turn of somebody who is no longer there.
fn leave_floor(meeting: &Meeting, person: &PersonId) -> Vec<Happened> {
    let speaking = meeting
        .floor
        .running()
        .is_some_and(|turn| turn.speaker.person.as_ref() == Some(person));
    if speaking {
        floor::end_running(meeting)
    } else {
        Vec::new()
    }
}

/// The event that marks somebody present.
pub(in crate::meeting) fn present(person: PersonId, when: Moment) -> Happened {
    Event::Marked {
        person,
        status: Status::Present,
        mode: Mode::Room,
        reason: None,
        when,
    }
    .into()
}

pub(super) fn known(meeting: &Meeting, person: &PersonId) -> Result<(), Refusal> {
    meeting
        .roster
        .person(person)
        .map(|_| ())
        .ok_or_else(|| roster::unknown(person))
}

fn for_this_item(
    meeting: &Meeting,
    acting: &Acting,
    person: &PersonId,
    at: Option<Moment>,
) -> Result<(ItemId, Moment), Refusal> {
    known(meeting, person)?;
    let item = meeting
        .progress
        .current()
        .ok_or_else(|| Refusal::new(Message::new("roll-no-item")))?;
    Ok((item, since(meeting, acting, at)?))
}

/// Since when something is said to hold: never later than now.
fn since(_meeting: &Meeting, acting: &Acting, at: Option<Moment>) -> Result<Moment, Refusal> {
    match at {
        Some(at) if at > acting.now => Err(Message::new("roll-in-the-future")
            .with("time", Arg::Clock(at))
            .into()),
        Some(at) => Ok(at),
        None => Ok(acting.now),
    }
}
