//! Lengths of time, days and times of day as agendas write them, in both languages. Knows no clock.

use chrono::{NaiveDate, NaiveTime};
use toml::value::{Date, Time};

/// Why a text is no length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthMistake {
    /// Not numbers with units.
    Shape,
    /// A number without its unit.
    Unit,
    /// Nothing, or less.
    NotPositive,
    /// More than a day.
    TooLong,
}

/// The longest that anything is planned for.
const DAY: u64 = 24 * 60 * 60;

/// Seconds of `45m`, `1h30m`, `90s`, `1 hour 30 minutes`, `1小时30分钟`.
pub fn seconds(written: &str) -> Result<u32, LengthMistake> {
    let lower: String = written
        .trim()
        .chars()
        .map(narrow)
        .flat_map(char::to_lowercase)
        .collect();
    if let Some(rest) = lower.strip_prefix('-') {
        return Err(if rest.starts_with(|c: char| c.is_ascii_digit()) {
            LengthMistake::NotPositive
        } else {
            LengthMistake::Shape
        });
    }
    let mut rest = lower.as_str();
    let mut total: u64 = 0;
    let mut smallest = u64::MAX;
    while !rest.is_empty() {
        let digits = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let number = &rest[..digits];
        if number.is_empty() {
            return Err(LengthMistake::Shape);
        }
        let behind = rest[digits..].trim_start();
        let letters = behind
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(behind.len());
        let unit = match &behind[..letters] {
            "h" | "hr" | "hrs" | "hour" | "hours" | "小时" | "个小时" | "时" => 3_600,
            "m" | "min" | "mins" | "minute" | "minutes" | "分" | "分钟" => 60,
            "s" | "sec" | "secs" | "second" | "seconds" | "秒" | "秒钟" => 1,
            "" if behind.is_empty() => return Err(LengthMistake::Unit),
            _ => return Err(LengthMistake::Shape),
        };
        if unit >= smallest {
            return Err(LengthMistake::Shape);
        }
        smallest = unit;
        let number: u64 = number.parse().map_err(|_| LengthMistake::TooLong)?;
        total = total.saturating_add(number.saturating_mul(unit));
        rest = behind[letters..].trim_start();
    }
    match total {
        _ if smallest == u64::MAX => Err(LengthMistake::Shape),
        0 => Err(LengthMistake::NotPositive),
        1..=DAY => u32::try_from(total).map_err(|_| LengthMistake::TooLong),
        _ => Err(LengthMistake::TooLong),
    }
}

/// The day of `2023-12-29` or `2023年12月29日`.
pub fn day(written: &str) -> Option<NaiveDate> {
    let plain: String = written.trim().chars().map(narrow).collect();
    let plain = plain
        .strip_suffix('日')
        .unwrap_or(&plain)
        .replace(['年', '月'], "-");
    let mut parts = plain.split('-').map(|part| part.trim().parse::<u32>());
    let (year, month, day) = (
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    );
    if parts.next().is_some() || !(1_000..=9_999).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The time of day of `14:30`, `14:30:00`, `14点30分` or `14时`.
pub fn time_of_day(written: &str) -> Option<NaiveTime> {
    let plain: String = written.trim().chars().map(narrow).collect();
    let plain = plain
        .strip_suffix(['分', '秒'])
        .unwrap_or(&plain)
        .replace(['点', '时', '分'], ":");
    let mut parts = plain.trim_end_matches(':').split(':');
    let hour = two_digits(parts.next()?)?;
    let minute = match parts.next() {
        Some(minute) => two_digits(minute)?,
        None if plain.ends_with(':') => 0,
        None => return None,
    };
    let second = parts.next().map_or(Some(0), two_digits)?;
    if parts.next().is_some() {
        return None;
    }
    NaiveTime::from_hms_opt(hour, minute, second)
}

/// A day written without quotes.
pub fn toml_day(date: Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(
        i32::from(date.year),
        u32::from(date.month),
        u32::from(date.day),
    )
}

/// A time of day written without quotes; parts of a second are dropped.
pub fn toml_time(time: Time) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(
        u32::from(time.hour),
        u32::from(time.minute),
        u32::from(time.second.unwrap_or(0)),
    )
}

fn two_digits(part: &str) -> Option<u32> {
    let part = part.trim();
    (matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| part.parse().ok())
        .flatten()
}

const fn narrow(c: char) -> char {
    match c {
        '０'..='９' | '：' | '－' => match char::from_u32(c as u32 - 0xFEE0) {
            Some(twin) => twin,
            None => c,
        },
        '\u{3000}' => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_in_both_languages() {
        for (written, expected) in [
            ("45m", Ok(2_700)),
            ("1h30m", Ok(5_400)),
            ("90s", Ok(90)),
            ("1 hour 30 minutes", Ok(5_400)),
            ("5 min", Ok(300)),
            ("１小时３０分钟", Ok(5_400)),
            ("3分30秒", Ok(210)),
            ("24h", Ok(86_400)),
            ("", Err(LengthMistake::Shape)),
            ("soon", Err(LengthMistake::Shape)),
            ("5", Err(LengthMistake::Unit)),
            ("1h30", Err(LengthMistake::Unit)),
            ("5x", Err(LengthMistake::Shape)),
            ("5m5m", Err(LengthMistake::Shape)),
            ("0m", Err(LengthMistake::NotPositive)),
            ("-5m", Err(LengthMistake::NotPositive)),
            ("25h", Err(LengthMistake::TooLong)),
            ("99999999999999999999h", Err(LengthMistake::TooLong)),
        ] {
            assert_eq!(seconds(written), expected, "{written}");
        }
    }

    #[test]
    fn days_and_times_are_read_as_people_write_them() {
        for (written, expected) in [
            ("2023-12-29", true),
            ("2023年12月29日", true),
            ("2023-02-30", false),
            ("29.12.2023", false),
            ("", false),
        ] {
            assert_eq!(day(written).is_some(), expected, "{written}");
        }
        for (written, expected) in [
            ("14:30", Some((14, 30))),
            ("9:05", Some((9, 5))),
            ("14：30", Some((14, 30))),
            ("14:30:00", Some((14, 30))),
            ("14点30分", Some((14, 30))),
            ("9时", Some((9, 0))),
            ("25:00", None),
            ("14", None),
            ("half past two", None),
        ] {
            assert_eq!(
                time_of_day(written),
                expected.and_then(|(h, m)| NaiveTime::from_hms_opt(h, m, 0)),
                "{written}"
            );
        }
    }
}
