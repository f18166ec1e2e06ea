//! What time it is for the meeting: wall time, stamped, shifted or fixed, and never falling. The only reader of the wall clock;
//! what time zone that is read in is told to it.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use chrono::{FixedOffset, SubsecRound, TimeDelta, Utc};

use crate::text::Moment;

/// Where the meeting takes its time from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The wall clock, written in that offset.
    Wall(FixedOffset),
    /// The stamps of a script's lines; a line without one takes the one before, and where none came yet, the wall clock's time.
    Stamped(FixedOffset),
    /// The wall clock moved by that much: a meeting of another day that runs on.
    Shifted {
        /// The offset it is written in.
        offset: FixedOffset,
        /// What is added to the wall clock.
        by: TimeDelta,
    },
    /// It stands still.
    Fixed(Moment),
}

impl Clock {
    /// A clock that reads that time now and runs on from it.
    #[must_use]
    pub fn running_from(moment: Moment) -> Self {
        Self::Shifted {
            offset: *moment.offset(),
            by: moment.to_utc() - Utc::now(),
        }
    }
}

/// The time of a meeting, shared by the room and those who look at it.
#[derive(Debug)]
pub(super) struct Timekeeper {
    clock: Clock,
    state: Mutex<State>,
}

#[derive(Clone, Copy, Debug)]
struct State {
    /// The last record's time, and when on this machine's monotonic clock it was known.
    last: Option<(Moment, Instant)>,
    /// The last stamp.
    stamp: Option<Moment>,
}

impl Timekeeper {
    /// A time that goes on after that of the last record.
    pub(super) fn new(clock: Clock, last: Option<Moment>) -> Self {
        let last = last.map(|at| (at, Instant::now()));
        Self {
            clock,
            state: Mutex::new(State { last, stamp: None }),
        }
    }

    /// What time it is, in whole seconds: never before the last record, however the wall clock is set, and running on from it where the
    /// clock runs at all.
    pub(super) fn now(&self) -> Moment {
        whole(self.precise(*self.held()))
    }

    /// A line carried that stamp; the lines after it without one take it too, where the clock goes by stamps.
    pub(super) fn stamp(&self, stamp: Moment) {
        self.held().stamp = Some(whole(stamp));
    }

    /// A record of that time was made.
    pub(super) fn recorded(&self, at: Moment) {
        let mut state = self.held();
        // The part of a second that the record leaves out is kept, or a clock that was set back would lose it with every record.
        let precise = self.precise(*state);
        let at = if whole(precise) == at { precise } else { at };
        state.last = Some((at, Instant::now()));
    }

    fn precise(&self, state: State) -> Moment {
        let wall = |offset: FixedOffset| Utc::now().with_timezone(&offset);
        let (time, runs) = match self.clock {
            Clock::Wall(offset) => (wall(offset), true),
            Clock::Shifted { offset, by } => (
                wall(offset)
                    .checked_add_signed(by)
                    .unwrap_or_else(|| wall(offset)),
                true,
            ),
            Clock::Stamped(offset) => state
                .stamp
                .map_or_else(|| (wall(offset), true), |stamp| (stamp, false)),
            Clock::Fixed(moment) => (moment, false),
        };
        let Some((last, known)) = state.last else {
            return time;
        };
        let elapsed = TimeDelta::from_std(known.elapsed())
            .ok()
            .filter(|_| runs)
            .unwrap_or_default();
        let floor = last.checked_add_signed(elapsed).unwrap_or(last);
        // In the last record's own offset: the next record has it too, and times of day are read in it.
        floor.max(time)
    }

    fn held(&self) -> MutexGuard<'_, State> {
        // Times are whole values: a panic elsewhere leaves none half written.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The moment without its part of a second.
pub(super) fn whole(moment: Moment) -> Moment {
    moment.trunc_subsecs(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::parse_from_rfc3339(text).expect("the test writes it right")
    }

    fn utc() -> FixedOffset {
        FixedOffset::east_opt(0).expect("0 is an offset")
    }

    #[test]
    fn a_wall_clock_behind_the_last_record_does_not_turn_time_back() {
        let ahead = whole(Utc::now().fixed_offset()) + TimeDelta::hours(3);
        let time = Timekeeper::new(Clock::Wall(utc()), Some(ahead));
        assert!(time.now() >= ahead);
        assert!(time.now() < ahead + TimeDelta::minutes(1));
        time.recorded(time.now());
        assert!(time.now() >= ahead);
    }

    #[test]
    fn a_time_that_goes_on_after_the_last_record_is_in_its_offset() {
        let there = FixedOffset::east_opt(8 * 3600).expect("an offset");
        let ahead = whole(Utc::now().with_timezone(&there)) + TimeDelta::hours(3);
        let time = Timekeeper::new(Clock::Wall(utc()), Some(ahead));
        assert_eq!(time.now().offset(), ahead.offset());
        time.recorded(time.now() + TimeDelta::seconds(2));
        assert_eq!(time.now().offset(), ahead.offset());
    }

    #[test]
    fn a_wall_clock_ahead_of_the_last_record_is_followed() {
        let time = Timekeeper::new(Clock::Wall(utc()), Some(moment("2020-01-01T00:00:00Z")));
        assert!((Utc::now() - time.now().to_utc()).abs() < TimeDelta::minutes(1));
    }

    #[test]
    fn times_are_whole_seconds() {
        assert_eq!(
            Timekeeper::new(Clock::Wall(utc()), None)
                .now()
                .timestamp_subsec_nanos(),
            0
        );
        let fixed = Clock::Fixed(moment("2023-12-29T14:30:00.75+08:00"));
        assert_eq!(
            Timekeeper::new(fixed, None).now(),
            moment("2023-12-29T14:30:00+08:00")
        );
    }

    #[test]
    fn a_line_without_a_stamp_takes_the_one_before() {
        let time = Timekeeper::new(Clock::Stamped(utc()), None);
        let first = moment("2023-12-29T14:30:00+08:00");
        time.stamp(first);
        assert_eq!(time.now(), first);
        time.recorded(first);
        assert_eq!(time.now(), first);
        assert_eq!(time.now().offset(), first.offset());
    }

    #[test]
    fn a_shifted_clock_runs_on_from_where_it_was_set() {
        let from = moment("2023-12-29T15:10:07+08:00");
        let now = Timekeeper::new(Clock::running_from(from), None).now();
        assert!(now >= from - TimeDelta::seconds(1) && now < from + TimeDelta::minutes(1));
        assert_eq!(now.offset(), from.offset());
    }
}
