//! The time of a meeting that another process holds, as far as its journal tells. Reads the wall clock, as all of the room does.

use std::time::SystemTime;

use chrono::{FixedOffset, SubsecRound, TimeDelta, Utc};

use crate::text::Moment;

/// Records that were written this much later or earlier than they say are of another day: a demonstration, a script with stamps of its own.
const ANOTHER_DAY: TimeDelta = TimeDelta::hours(12);
/// By how much two such differences may differ and be the same: records leave out parts of a second.
const SAME: TimeDelta = TimeDelta::seconds(3);

/// A clock beside a meeting: the wall clock, or, where the records are of another day, theirs, going on from the last one.
#[derive(Clone, Copy, Debug)]
pub struct Alongside {
    offset: FixedOffset,
    /// What is added to the wall clock.
    by: TimeDelta,
    /// The last record's time.
    last: Option<Moment>,
}

impl Alongside {
    /// The wall clock, written in that offset.
    #[must_use]
    pub const fn new(offset: FixedOffset) -> Self {
        Self {
            offset,
            by: TimeDelta::zero(),
            last: None,
        }
    }

    /// The last record says that it is of that time, and was written when the wall clock said this.
    pub fn recorded(&mut self, at: Moment, written: SystemTime) {
        let by = at.to_utc() - chrono::DateTime::<Utc>::from(written);
        self.by = match by.abs() {
            away if away < ANOTHER_DAY => TimeDelta::zero(),
            _ if (by - self.by).abs() < SAME => self.by,
            _ => by,
        };
        (self.offset, self.last) = (*at.offset(), Some(at));
    }

    /// What time it is for the meeting, in whole seconds: never before its last record.
    #[must_use]
    pub fn now(&self) -> Moment {
        let wall = Utc::now().with_timezone(&self.offset);
        let now = wall.checked_add_signed(self.by).unwrap_or(wall);
        self.last.map_or(now, |last| last.max(now)).trunc_subsecs(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offset() -> FixedOffset {
        FixedOffset::east_opt(8 * 3600).expect("it is an offset")
    }

    #[test]
    fn a_meeting_of_today_goes_by_the_wall_clock() {
        let mut clock = Alongside::new(offset());
        let wall = Utc::now().with_timezone(&offset());
        clock.recorded(wall - TimeDelta::minutes(20), SystemTime::now());
        assert!((clock.now() - wall).abs() < SAME, "{}", clock.now());
    }

    #[test]
    fn a_meeting_of_another_day_goes_on_from_its_last_record() {
        let mut clock = Alongside::new(offset());
        let then: Moment = "2023-12-29T15:00:00+08:00".parse().expect("a moment");
        clock.recorded(then, SystemTime::now());
        assert!((clock.now() - then).abs() < SAME, "{}", clock.now());
    }

    #[test]
    fn it_is_never_before_the_last_record() {
        let mut clock = Alongside::new(offset());
        let ahead = Utc::now().with_timezone(&offset()) + TimeDelta::minutes(5);
        clock.recorded(ahead, SystemTime::now());
        assert!(clock.now() >= ahead.trunc_subsecs(0));
    }
}
