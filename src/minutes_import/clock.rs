//! When each line was said: what the lines leave out of day, offset and beginning, and times that fall.

use std::collections::BTreeSet;

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike};

use super::time::{Reading, Stamp};
use crate::text::Moment;

/// What is known of a meeting's time besides its lines.
#[derive(Clone, Copy, Debug)]
pub struct Beginning {
    /// The day.
    pub day: NaiveDate,
    /// When it began; a recording counts from there.
    pub time: Option<NaiveTime>,
    /// The offset of the place.
    pub offset: FixedOffset,
}

/// The time of the lines, one after the other.
#[derive(Debug)]
pub struct Clock {
    offset: FixedOffset,
    day: NaiveDate,
    /// Where a recording began, where the times are places in one.
    recording: Option<NaiveDateTime>,
    last: Option<Moment>,
    /// The numbers of the lines that were earlier than the one before.
    pub fallen: BTreeSet<usize>,
}

impl Clock {
    /// A clock for lines of which the first carries that stamp.
    #[must_use]
    pub fn new(beginning: Beginning, first: Stamp) -> Self {
        let from = beginning.day.and_time(beginning.time.unwrap_or_default());
        let of_recording = |reading: Reading| reading.is_of_recording().then_some(from);
        Self {
            offset: beginning.offset,
            day: beginning.day,
            recording: match first {
                Stamp::Clock(reading) => of_recording(reading),
                Stamp::Exact(_) | Stamp::Dated(_) => None,
            },
            last: None,
            fallen: BTreeSet::new(),
        }
    }

    /// Whether the times are places in a recording.
    #[must_use]
    pub const fn is_of_recording(&self) -> bool {
        self.recording.is_some()
    }

    /// The moment of a line; one before that of the line before, or without a time, is that one's.
    pub fn moment(&mut self, stamp: Option<Stamp>, line: usize) -> Option<Moment> {
        let read = stamp.and_then(|stamp| self.read(stamp));
        let at = match (read, self.last) {
            (Some(at), Some(last)) if at < last => {
                self.fallen.insert(line);
                last
            }
            (Some(at), _) => at,
            (None, last) => last?,
        };
        self.last = Some(at);
        Some(at)
    }

    fn read(&mut self, stamp: Stamp) -> Option<Moment> {
        let local = match stamp {
            Stamp::Exact(at) => {
                self.day = at.date_naive();
                return at.with_nanosecond(0);
            }
            Stamp::Dated(at) => {
                self.day = at.date();
                at
            }
            Stamp::Clock(reading) => match self.recording {
                Some(from) => from + TimeDelta::seconds(i64::from(reading.elapsed())),
                None => self.on_this_day(reading.of_day()?),
            },
        };
        self.offset.from_local_datetime(&local).single()
    }

    /// That time of the day, or of the next one where the line before was late in the evening and this one is not.
    fn on_this_day(&mut self, time: NaiveTime) -> NaiveDateTime {
        let is_next_day = self.last.is_some_and(|last| {
            last.date_naive() == self.day && last.hour() >= 20 && time.hour() < 6
        });
        if is_next_day {
            self.day = self.day.succ_opt().unwrap_or(self.day);
        }
        self.day.and_time(time)
    }
}
