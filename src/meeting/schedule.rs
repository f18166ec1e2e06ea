//! Ahead or behind: the projected and the planned end, the rest of an item, the pace of a list (`CONTRACT.md` §3, Time).
//! Everything is computed from timestamps where it is asked for; nothing is kept.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

use super::progress::{ItemState, ItemStatus};
use super::{Meeting, Stage};
use crate::text::Moment;

impl Meeting {
    /// The seconds left of the open item's planned time, never below 0; none where nothing is planned for it.
    #[must_use]
    pub fn rest_of_item(&self, now: Moment) -> Option<i64> {
        self.progress
            .current_item()
            .and_then(|item| rest(item, now))
    }

    /// When the meeting will end if the rest keeps to its plan: now, the rest of this item, and what is still ahead.
    #[must_use]
    pub fn projected_end(&self, now: Moment) -> Option<Moment> {
        if matches!(self.progress.stage(), Stage::Planned | Stage::Adjourned) {
            return None;
        }
        let current = self.progress.current();
        let ahead = self.progress.items().filter(|item| {
            Some(item.id) == current
                || matches!(item.status, ItemStatus::Planned | ItemStatus::Interrupted)
        });
        let seconds: i64 = ahead.filter_map(|item| rest(item, now)).sum();
        Some(now + TimeDelta::seconds(seconds))
    }

    /// When the meeting was planned to end: the agenda's `end`, else its `start` or the opening and all planned times; on
    /// the day it was opened, in the offset it was opened in. None where neither is known.
    #[must_use]
    pub fn planned_end(&self, now: Moment) -> Option<Moment> {
        let opened = self.progress.opened();
        let day = opened.unwrap_or(now);
        if let Some(end) = self.agenda.end {
            return at_time(day, end);
        }
        let start = self
            .agenda
            .start
            .and_then(|start| at_time(day, start))
            .or(opened)?;
        let planned: i64 = self
            .progress
            .items()
            .filter_map(|item| item.plan.time)
            .map(i64::from)
            .sum();
        (planned > 0).then(|| start + TimeDelta::seconds(planned))
    }

    /// By how many seconds the meeting will end after its planned end; negative when ahead. None where that is not known.
    #[must_use]
    pub fn seconds_behind(&self, now: Moment) -> Option<i64> {
        Some((self.projected_end(now)? - self.planned_end(now)?).num_seconds())
    }

    /// The seconds each of those who wait in the open item has if its planned time is to be kept.
    #[must_use]
    pub fn pace(&self, now: Moment) -> Option<i64> {
        let item = self.progress.current()?;
        let waiting = i64::try_from(self.floor.list(item)?.entries().len())
            .ok()
            .filter(|waiting| *waiting > 0)?;
        self.rest_of_item(now).map(|rest| rest / waiting)
    }
}

fn rest(item: &ItemState, now: Moment) -> Option<i64> {
    item.plan
        .time
        .map(|planned| (i64::from(planned) - item.used_seconds(now)).max(0))
}

fn at_time(day: Moment, time: NaiveTime) -> Option<Moment> {
    NaiveDateTime::new(day.date_naive(), time)
        .and_local_timezone(*day.offset())
        .single()
}
