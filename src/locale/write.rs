//! How times and days are written, where Fluent has no say. Owns no word that the locale files could own.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::text::Language;

/// `m:ss`, from one hour `h:mm:ss`; below zero with a minus sign in front.
pub fn seconds(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let whole = seconds.unsigned_abs();
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60);
    if hours > 0 {
        format!("{sign}{hours}:{minutes:02}:{rest:02}")
    } else {
        format!("{sign}{minutes}:{rest:02}")
    }
}

/// `14:30`.
pub fn time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `2023-12-29` or `2023年12月29日`.
pub fn date(language: Language, date: NaiveDate) -> String {
    match language {
        Language::English => date.format("%Y-%m-%d").to_string(),
        Language::Chinese => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
    }
}

/// A day as prose has it: `29 December 2023`.
pub fn date_in_words(language: Language, date: NaiveDate) -> String {
    match language {
        Language::English => date.format("%-d %B %Y").to_string(),
        Language::Chinese => self::date(language, date),
    }
}

/// Marks where two names may meet in a sentence: a word joiner, written so in the locale file.
const SEAM: char = '\u{2060}';

/// Names that meet without a space, as in Chinese, take one where both are in Latin letters.
pub fn seamed(said: String) -> String {
    if !said.contains(SEAM) {
        return said;
    }
    let mut parts = said.split(SEAM);
    let mut joined = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if latin(joined.chars().next_back()) && latin(part.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(part);
    }
    joined
}

/// A name that ends in a full stop (`Co., Ltd.`) takes the sentence's own; an ellipsis stays.
pub fn one_stop(said: &str) -> String {
    let mut mended = String::with_capacity(said.len());
    let mut stops = 0;
    for c in said.chars().chain(std::iter::once('\0')) {
        if c == '.' {
            stops += 1;
            continue;
        }
        // `../` is a path.
        let kept = if stops == 2 && !matches!(c, '/' | '\\') {
            1
        } else {
            stops
        };
        mended.extend(std::iter::repeat_n('.', kept));
        stops = 0;
        mended.push(c);
    }
    mended.pop();
    mended
}
