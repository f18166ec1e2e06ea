//! A matter arising in words: which meeting raised it, how long ago, what became of it. What is asked about it is the faces'.

use chrono::NaiveDate;

use super::{age, aside};
use crate::meeting::Meeting;
use crate::meeting::outcome::{Entered, Matter};
use crate::text::{Arg, Message};

/// The matter in one sentence.
#[must_use]
pub fn arising(matter: &Entered<Matter>, today: NaiveDate) -> Message {
    let owner = matter.what.owner.as_ref();
    Message::new("matters-line")
        .with("id", matter.what.id.to_string())
        .with("became", became(matter))
        .with("text", &matter.what.text)
        .with("from", raised_in(&matter.what, today))
        .with("owner", aside("telling-matter-owner", "owner", owner))
}

/// That there are none, or none yet.
#[must_use]
pub fn no_matters(meeting: &Meeting) -> Message {
    Message::new(match meeting.progress.opened() {
        Some(_) => "matters-none",
        None => "matters-not-yet",
    })
}

/// The meeting that raised it, with its day and how long ago that was.
#[must_use]
pub fn raised_in(matter: &Matter, today: NaiveDate) -> Message {
    let day = matter.date.map(Arg::Date);
    let waited = matter.date.map(|day| age(day, today));
    Message::new("matters-from")
        .with("meeting", meeting(matter))
        .with("day", aside("matters-from-day", "day", day))
        .with("age", aside("telling-matter-age", "age", waited))
}

/// What the meeting that raised it was called; older records know it by the name of its session alone.
pub(super) fn meeting(matter: &Matter) -> Arg {
    let title = matter.title.as_ref().map(Arg::from);
    title.unwrap_or(Arg::from(&matter.session))
}

/// What became of it, with its words.
#[must_use]
pub fn became(matter: &Entered<Matter>) -> Message {
    let words = matter.answer.as_ref();
    Message::new("telling-is-answered")
        .with("status", matter.status.word())
        .with("text", aside("telling-is-answered-text", "text", words))
}
