//! The roll after the meeting: how somebody's presence really was, in the place of all that was said of it. A time that is not said is that
//! of the opening, or of their coming where that was before. The greatest number present follows from it; figures of ballots stay as they were counted.

use super::decide::known;
use super::{Command, Event, Roll, Status, present};
use crate::agenda::PersonId;
use crate::meeting::{Event as Happened, Meeting, Refusal};
use crate::text::{Arg, Message, Moment};

type Decided = Result<Vec<Happened>, Refusal>;

pub(super) fn decide(meeting: &Meeting, command: Command) -> Decided {
    match command {
        Command::Mark {
            person,
            status,
            mode,
            reason,
            at,
        } => {
            let when = when(meeting, &person, at)?;
            let known = meeting.roll.presence(&person);
            if at.is_none() && (known.status, known.mode, &known.reason) == (status, mode, &reason)
            {
                return Err(Message::new("roll-unchanged")
                    .with("person", meeting.roster.person_called(&person))
                    .with("status", status.word())
                    .into());
            }
            let cleared = cleared(meeting, &person, status, when)?;
            Ok(vec![
                cleared,
                Event::Marked {
                    person,
                    status,
                    mode,
                    reason,
                    when,
                }
                .into(),
            ])
        }
        Command::Represent { person, by, at } => {
            known(meeting, &by)?;
            if person == by {
                return Err(Message::new("roll-represents-self")
                    .with("person", meeting.roster.person_called(&person))
                    .into());
            }
            let when = when(meeting, &person, at)?;
            let mut events = vec![cleared(meeting, &person, Status::Represented, when)?];
            if meeting.roll.status(&by) == Status::Unmarked {
                events.push(present(by.clone(), when));
            }
            events.push(Event::Represented { person, by, when }.into());
            Ok(events)
        }
        // What counts heads and items is over; `permit` lets none of it through.
        Command::StepAway { .. }
        | Command::Recuse { .. }
        | Command::Count { .. }
        | Command::EndCount => Err(Message::new("correct-not-the-figures").into()),
    }
}

/// Since when it holds: within the meeting, or before it.
fn when(meeting: &Meeting, person: &PersonId, at: Option<Moment>) -> Result<Moment, Refusal> {
    known(meeting, person)?;
    let none = || Refusal::new(Message::new("correct-not-over"));
    let opened = meeting.progress.opened().ok_or_else(none)?;
    let adjourned = meeting.progress.adjourned().ok_or_else(none)?;
    match at {
        Some(at) if at > adjourned => Err(Message::new("correct-after-adjournment")
            .with("time", Arg::Moment(at))
            .with("adjourned", Arg::Moment(adjourned))
            .into()),
        Some(at) => Ok(at),
        // Whoever came before the opening was not there either.
        None => Ok(meeting
            .roll
            .presence(person)
            .from
            .map_or(opened, |came| came.min(opened))),
    }
}

/// Takes back what was said; of somebody who came before that time and then was not there, the coming stays.
fn cleared(
    meeting: &Meeting,
    person: &PersonId,
    status: Status,
    when: Moment,
) -> Result<Happened, Refusal> {
    let known = meeting.roll.presence(person).from;
    let came = match status {
        Status::Unmarked | Status::Present => None,
        Status::Left | Status::Excused | Status::Absent | Status::Represented => {
            known.filter(|came| *came < when)
        }
    };
    if status == Status::Left && came.is_none() {
        return Err(Message::new("correct-left-when")
            .with("person", meeting.roster.person_called(person))
            .into());
    }
    let person = person.clone();
    Ok(Event::Cleared { person, came }.into())
}

impl Meeting {
    /// The greatest number of entitled voters present at any time, by what is said of each now. Costs the roster times the
    /// number of times at which somebody came or went: for corrections alone.
    pub(in crate::meeting) fn most_present(&self) -> u32 {
        let timelines = self.roll.presences.values();
        let mut times: Vec<Moment> = timelines
            .flat_map(|presence| presence.timeline.iter().map(|(when, _)| *when))
            .collect();
        times.sort_unstable();
        times.dedup();
        let mut then = self.clone();
        let most = times.into_iter().map(|time| {
            then.roll = self.roll.at(time).into();
            then.attendance(None).present
        });
        most.max().unwrap_or(0)
    }
}

impl Roll {
    /// What was so at that time: of each, the latest thing said that had begun by then.
    fn at(&self, time: Moment) -> Self {
        let mut then = self.clone();
        for (person, presence) in &self.presences {
            let begun = |(when, _): &&(Moment, Status)| *when <= time;
            let status = presence.timeline.iter().rev().find(begun);
            let status = status.map_or(Status::Unmarked, |(_, status)| *status);
            then.change(person, |presence| presence.status = status);
        }
        then
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_reached_moves_with_the_timelines_and_never_below_nobody() {
        let mut roll = Roll::default();
        roll.reached(12);
        roll.set_right(11, 10);
        assert_eq!(roll.greatest(), 11);
        roll.set_right(3, 5);
        assert_eq!(roll.greatest(), 13);
        roll.set_right(20, 0);
        assert_eq!(roll.greatest(), 0);
    }
}
