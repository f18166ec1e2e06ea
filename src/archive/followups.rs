//! The matters that arise when the next meeting of a series opens. What is open is `history`'s to say.

use std::path::Path;

use chrono::NaiveDate;

use super::history::{History, Only, What};
use crate::meeting::MatterId;
use crate::meeting::outcome::Matter;
use crate::text::Text;

/// Everything still open from all saved sessions of that series, oldest first, numbered from M1; of decisions those whose day of review has
/// come. `own` is the name (without `.toml`) of the session that is being opened. Sessions that cannot be read are passed over: they cannot
/// keep a meeting from being opened.
#[must_use]
pub fn matters(folder: &Path, series: &Text, own: &str, today: NaiveDate) -> Vec<Matter> {
    let only = Only {
        series: Some(series),
        but: Some(own),
    };
    let history = History::of(folder, only, |_, _| {});
    let arises = history
        .open()
        .filter(|raised| raised.what != What::Decision || raised.is_overdue(today));
    let matter = |(number, raised): (u32, &super::Raised)| {
        let held = history.session_of(raised);
        Matter {
            id: MatterId(number),
            session: held.stem.clone(),
            date: held.day,
            title: Some(held.title.clone()),
            origin: raised.id.clone(),
            text: raised.text.get(held.language).clone(),
            owner: raised
                .owner
                .as_ref()
                .map(|owner| owner.get(held.language).clone()),
        }
    };
    (1..).zip(arises).map(matter).collect()
}
