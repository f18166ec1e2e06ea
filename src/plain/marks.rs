//! Time marks of the running turn, said aloud between the lines: one minute left, time is up, over by so much.
//! Owns which were said already; reads no clock.

use std::time::Duration;

use crate::cue::SOON;
use crate::meeting::floor::Turn;
use crate::meeting::{Meeting, TurnId};
use crate::text::{Arg, Message, Moment};

/// Seconds between one mark and the next once the time is over.
const EVERY: i64 = 60;

/// The marks of the turn that runs: how many of them have passed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks {
    passed: Option<(TurnId, i64)>,
}

impl Marks {
    /// The mark that has come since this was last asked; none for a turn that is seen for the first time.
    pub fn passed(&mut self, meeting: &Meeting, now: Moment) -> Option<Message> {
        let Some((turn, left)) = running(meeting, now) else {
            self.passed = None;
            return None;
        };
        let reached = reached(left);
        let before = self.passed.replace((turn.id, reached));
        let (id, before) = before?;
        if id != turn.id || reached <= before {
            return None;
        }
        let who = turn
            .speaker
            .who()
            .map_or_else(|| Arg::List(Vec::new()), |who| meeting.roster.called(&who));
        let mark = match left {
            1.. => Message::new("plain-one-minute-left"),
            -59..=0 => Message::new("plain-time-is-up"),
            _ => Message::new("plain-over-by").with("time", Arg::Seconds(-left)),
        };
        Some(mark.with("person", who))
    }
}

/// How long until the next mark can come; `None` where none will.
#[must_use]
pub fn until_next(meeting: &Meeting, now: Moment) -> Option<Duration> {
    let (_, left) = running(meeting, now)?;
    let next = match left {
        left if left > SOON => left - SOON,
        left if left > 0 => left,
        left => EVERY + left % EVERY,
    };
    Some(Duration::from_secs(u64::try_from(next.max(1)).unwrap_or(1)))
}

/// The running turn and its seconds left, where it has a limit and its clock runs.
fn running(meeting: &Meeting, now: Moment) -> Option<(&Turn, i64)> {
    let turn = meeting.floor.running().filter(|turn| !turn.is_paused())?;
    Some((turn, turn.seconds_left(now)?))
}

/// How many marks lie behind with so many seconds left.
fn reached(left: i64) -> i64 {
    match left {
        left if left > SOON => 0,
        left if left > 0 => 1,
        left => 2 - left / EVERY,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::meeting::floor::Event as Floored;
    use crate::meeting::progress::Event as Progressed;
    use crate::telling::tests::{Held, agenda, at, given, opened, yan};
    use crate::text::Language;

    fn speaking() -> Held {
        let mut held = Held::new(agenda());
        held.english(0, vec![Progressed::Opened.into(), opened(2), given(yan())]);
        held
    }

    fn said(marks: &mut Marks, held: &Held, seconds: i64) -> Option<String> {
        marks
            .passed(&held.meeting, at(seconds))
            .map(|mark| Locale::new(Language::English).say(&mark))
    }

    #[test]
    fn each_mark_of_a_turn_is_said_once() {
        let (held, mut marks) = (speaking(), Marks::default());
        assert_eq!(said(&mut marks, &held, 0), None);
        assert_eq!(said(&mut marks, &held, 239), None);
        assert_eq!(
            said(&mut marks, &held, 240).as_deref(),
            Some("One minute left: Yan Ming.")
        );
        assert_eq!(said(&mut marks, &held, 241), None);
        assert_eq!(
            said(&mut marks, &held, 300).as_deref(),
            Some("Time is up: Yan Ming.")
        );
        assert_eq!(said(&mut marks, &held, 359), None);
        assert_eq!(
            said(&mut marks, &held, 360).as_deref(),
            Some("Over by 1:00: Yan Ming.")
        );
        assert_eq!(
            said(&mut marks, &held, 421).as_deref(),
            Some("Over by 2:01: Yan Ming.")
        );
    }

    #[test]
    fn a_turn_first_seen_when_it_is_over_is_not_announced_late() {
        let (held, mut marks) = (speaking(), Marks::default());
        assert_eq!(said(&mut marks, &held, 310), None);
    }

    #[test]
    fn the_next_mark_is_awaited_no_longer_than_it_takes() {
        let held = speaking();
        let wait = |seconds| until_next(&held.meeting, at(seconds)).map(|wait| wait.as_secs());
        assert_eq!(wait(0), Some(240));
        assert_eq!(wait(240), Some(60));
        assert_eq!(wait(299), Some(1));
        assert_eq!(wait(300), Some(60));
        assert_eq!(wait(330), Some(30));
    }

    #[test]
    fn a_clock_that_stands_has_no_marks() {
        let mut held = speaking();
        held.english(200, vec![Floored::Paused { turn: TurnId(1) }.into()]);
        assert_eq!(until_next(&held.meeting, at(400)), None);
    }
}
