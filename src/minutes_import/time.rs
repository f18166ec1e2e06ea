//! The times that minutes are written with: times of day, places in a recording, days. Reads them; where a meeting stands in
//! time is [`clock`](super::clock)'s.

use std::ops::Range;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

use crate::names::narrow;
use crate::text::Moment;

/// No minutes were taken in other years.
const YEARS: Range<i32> = 1_800..3_000;

/// A time as it stands in front of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamp {
    /// Everything is said.
    Exact(Moment),
    /// Day and time of day.
    Dated(NaiveDateTime),
    /// Hours and what is smaller.
    Clock(Reading),
}

/// What a clock shows: `14:52`, `00:12:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    parts: [u32; 3],
    has_seconds: bool,
}

impl Reading {
    /// The time of day, where it is one.
    #[must_use]
    pub fn of_day(self) -> Option<NaiveTime> {
        let [hour, minute, second] = self.parts;
        NaiveTime::from_hms_opt(hour, minute, second)
    }

    /// Whether it can only be a place near the beginning of a recording: no meeting begins just after midnight.
    #[must_use]
    pub const fn is_of_recording(self) -> bool {
        self.parts[0] == 0
    }

    /// Seconds from the beginning of a recording, where two numbers are minutes and seconds.
    #[must_use]
    pub const fn elapsed(self) -> u32 {
        let [first, second, third] = self.parts;
        if self.has_seconds {
            first * 3_600 + second * 60 + third
        } else {
            first * 60 + second
        }
    }
}

/// The time that a text is, all of it.
#[must_use]
pub fn stamp(text: &str) -> Option<Stamp> {
    let text: String = text.trim().chars().map(narrow).collect();
    if let Ok(exact) = Moment::parse_from_rfc3339(&text) {
        return Some(Stamp::Exact(exact));
    }
    match day(&text) {
        Some((day, rest)) => {
            let time = reading(rest.trim_start_matches('T'))?.of_day()?;
            Some(Stamp::Dated(day.and_time(time)))
        }
        None => reading(&text).map(Stamp::Clock),
    }
}

/// The day that a text begins with, and what follows.
#[must_use]
pub fn day(text: &str) -> Option<(NaiveDate, &str)> {
    const FORMS: &[&str] = &[
        "%Y-%m-%d",
        "%Y/%m/%d",
        "%Y.%m.%d",
        "%Y年%m月%d日",
        "%d %B %Y",
        "%B %d, %Y",
        "%d.%m.%Y",
    ];
    let text = text.trim_start();
    FORMS
        .iter()
        .find_map(|form| NaiveDate::parse_and_remainder(text, form).ok())
        .filter(|(day, _)| YEARS.contains(&day.year()))
}

/// The time of day somewhere in a text: `星期五下午2:30`.
#[must_use]
pub fn time_within(text: &str) -> Option<NaiveTime> {
    let text: String = text.chars().map(narrow).collect();
    let digit = text.find(|c: char| c.is_ascii_digit())?;
    let goes_on = |c: char| c.is_ascii_digit() || ":时点分秒".contains(c);
    let end = text[digit..]
        .find(|c| !goes_on(c))
        .map_or(text.len(), |end| digit + end);
    let is_afternoon = ["下午", "晚上", "中午"]
        .iter()
        .any(|word| text[..digit].contains(word));
    let is_afternoon = is_afternoon || text[end..].trim_start().to_lowercase().starts_with("pm");
    let mut read = reading(&text[digit..end])?;
    if is_afternoon && read.parts[0] < 12 {
        read.parts[0] += 12;
    }
    read.of_day()
}

/// What a clock shows, in digits and colons or in Chinese; parts of seconds are dropped.
fn reading(text: &str) -> Option<Reading> {
    let colons = text.trim().replace(['时', '点', '分', '秒'], ":");
    let colons = colons.trim_end_matches(':');
    let whole = match colons.rsplit_once(['.', ',']) {
        Some((whole, part)) if part.chars().all(|c| c.is_ascii_digit()) => whole,
        _ => colons,
    };
    let numbers: Option<Vec<u32>> = whole.split(':').map(number).collect();
    let (parts, has_seconds) = match numbers?.as_slice() {
        [hour, minute] => ([*hour, *minute, 0], false),
        [hour, minute, second] => ([*hour, *minute, *second], true),
        _ => return None,
    };
    (parts[0] < 100 && parts[1] < 60 && parts[2] < 60).then_some(Reading { parts, has_seconds })
}

/// A number of one or two digits.
fn number(text: &str) -> Option<u32> {
    let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        match stamp(text) {
            Some(Stamp::Exact(at)) => at.to_rfc3339(),
            Some(Stamp::Dated(at)) => at.to_string(),
            Some(Stamp::Clock(at)) => at.of_day().map_or_else(String::new, |at| at.to_string()),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, read) in [
            ("14:52", "14:52:00"),
            ("14：52", "14:52:00"),
            (" 9:05 ", "09:05:00"),
            ("14:52:07", "14:52:07"),
            ("00:12:30.250", "00:12:30"),
            ("14时52分", "14:52:00"),
            ("2023-12-29 14:52", "2023-12-29 14:52:00"),
            ("2023年12月29日 14:52", "2023-12-29 14:52:00"),
            ("2023/12/29 14:52:07", "2023-12-29 14:52:07"),
            ("2023-12-29T14:52:07+08:00", "2023-12-29T14:52:07+08:00"),
            ("2023-12-29T14:52:07", "2023-12-29 14:52:07"),
            ("14", "none"),
            ("14:60", "none"),
            ("1:2:3:4", "none"),
            ("2023-12-29", "none"),
            ("0023-12-29 14:52", "none"),
            ("100000-12-29 14:52", "none"),
            ("note", "none"),
            ("99999999999:00", "none"),
        ] {
            assert_eq!(written(text), read, "{text}");
        }
    }

    #[test]
    fn a_recording_counts_hours_or_minutes() {
        let elapsed = |text| match stamp(text) {
            Some(Stamp::Clock(reading)) => Some(reading.elapsed()),
            _ => None,
        };
        assert_eq!(elapsed("00:12:30"), Some(750));
        assert_eq!(elapsed("0:45"), Some(45));
        assert_eq!(elapsed("62:10"), Some(3_730));
    }

    #[test]
    fn days_and_times_are_found_in_headers() {
        for text in [
            "2023-12-29",
            "2023年12月29日（星期五）",
            "29 December 2023",
            "December 29, 2023",
        ] {
            let day = day(text).map(|(day, _)| day.to_string());
            assert_eq!(day.as_deref(), Some("2023-12-29"), "{text}");
        }
        for (text, time) in [
            ("星期五下午2:30", "14:30:00"),
            ("下午2时30分—4时", "14:30:00"),
            (" at 2:30 pm", "14:30:00"),
            ("14:30-16:00", "14:30:00"),
        ] {
            let found = time_within(text).map(|time| time.to_string());
            assert_eq!(found.as_deref(), Some(time), "{text}");
        }
    }
}
