//! Lengths of time, times of day and days as they are typed. Reads them against a moment it is given; knows no clock.

use chrono::{Days, Duration, NaiveDate, NaiveTime, TimeZone};

use super::words::{Cursor, after, is_word, last_word, number};
use crate::meeting::outcome::Due;
use crate::names::narrow;
use crate::text::Moment;

const AT: &[&str] = &["at", "于", "在"];
const SINCE: &[&str] = &["since", "自", "从"];
const BY: &[&str] = &["by", "限期", "期限", "截止", "不迟于"];
const REVIEW: &[&str] = &["review", "复查", "复核"];
const NEXT_MEETING: &[&str] = &["next meeting", "下次会议", "下次会"];

/// Seconds, by the words for their units.
const UNITS: &[(u32, &[&str])] = &[
    (1, &["s", "sec", "secs", "second", "seconds", "秒", "秒钟"]),
    (60, &["m", "min", "mins", "minute", "minutes", "分", "分钟"]),
    (3600, &["h", "hr", "hrs", "hour", "hours", "时", "小时"]),
];

/// The seconds of a length of time: `1m30s`, `3分`.
pub(super) fn length(typed: &str) -> Option<u32> {
    let mut rest = typed;
    let mut sum = 0_u32;
    while !rest.is_empty() {
        let (count, behind) = number(rest)?;
        let end = behind
            .find(|c| narrow(c).is_ascii_digit())
            .unwrap_or(behind.len());
        let (unit, behind) = behind.split_at(end);
        let unit = UNITS
            .iter()
            .find(|(_, words)| words.iter().any(|word| is_word(unit, word)))?;
        sum = sum.checked_add(count.checked_mul(unit.0)?)?;
        rest = behind;
    }
    (!typed.is_empty()).then_some(sum)
}

/// The seconds of a length of time as the screen writes it: `6:48`, `1:06:48`.
pub(super) fn written(typed: &str) -> Option<u32> {
    let (mut sum, mut rest) = number(typed)?;
    while !rest.is_empty() {
        let (part, behind) = number(rest.strip_prefix([':', '：'])?)?;
        sum = sum.checked_mul(60)?.checked_add(part)?;
        if part >= 60 {
            return None;
        }
        rest = behind;
    }
    typed.contains([':', '：']).then_some(sum)
}

/// A time of day: `14:10`, `9：05`, `14点10分`.
pub(super) fn clock(typed: &str) -> Option<NaiveTime> {
    let (hour, rest) = number(typed)?;
    let mut chars = rest.chars();
    let mark = narrow(chars.next()?);
    let rest = chars.as_str();
    match mark {
        ':' => {
            let (minute, rest) = number(rest)?;
            match rest.strip_prefix([':', '：']) {
                None if rest.is_empty() => NaiveTime::from_hms_opt(hour, minute, 0),
                None => None,
                Some(rest) => {
                    let (second, rest) = number(rest)?;
                    rest.is_empty()
                        .then(|| NaiveTime::from_hms_opt(hour, minute, second))?
                }
            }
        }
        '点' | '时' if rest.is_empty() => NaiveTime::from_hms_opt(hour, 0, 0),
        '点' | '时' => {
            let (minute, rest) = number(rest)?;
            matches!(rest, "" | "分").then(|| NaiveTime::from_hms_opt(hour, minute, 0))?
        }
        _ => None,
    }
}

/// A day: `2024-03-15`, `2024年3月15日`, `+14d`, `14天后`.
pub(super) fn day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(rest) = typed.strip_prefix(['+', '＋']) {
        let (days, unit) = number(rest)?;
        let is = ["d", "day", "days", "天", "日"]
            .iter()
            .any(|word| is_word(unit, word));
        return is.then(|| today.checked_add_days(Days::new(u64::from(days))))?;
    }
    let (first, rest) = number(typed)?;
    if matches!(rest, "天后" | "日后" | "天之后") {
        return today.checked_add_days(Days::new(u64::from(first)));
    }
    let mut chars = rest.chars();
    let mark = narrow(chars.next()?);
    let (month, rest) = number(chars.as_str())?;
    let mut chars = rest.chars();
    let second = narrow(chars.next()?);
    let (day, rest) = number(chars.as_str())?;
    let is_day = match (mark, second) {
        ('-', '-') => rest.is_empty(),
        ('年', '月') => matches!(rest, "日" | "号"),
        _ => false,
    };
    is_day.then(|| NaiveDate::from_ymd_opt(i32::try_from(first).ok()?, month, day))?
}

/// That time of day nearest before `now`, or later the same day: shortly after midnight, `23:50` was yesterday.
pub(super) fn moment(now: Moment, time: NaiveTime) -> Option<Moment> {
    let today = now.date_naive();
    let at = local(now, today, time)?;
    if at - now > Duration::hours(12) {
        return local(now, today.pred_opt()?, time);
    }
    Some(at)
}

/// A day and time in the offset of a moment.
pub(super) fn local(of: Moment, day: NaiveDate, time: NaiveTime) -> Option<Moment> {
    of.offset()
        .from_local_datetime(&day.and_time(time))
        .single()
}

fn before(now: Moment, seconds: u32) -> Option<Moment> {
    now.checked_sub_signed(Duration::seconds(i64::from(seconds)))
}

/// Takes the time at which something really was from the end of a line: `at 14:10`, `since 5m`, `90s ago`, `90秒前`.
pub(super) fn take_when(words: &mut Cursor, now: Moment) -> Option<Moment> {
    let (front, last) = words.last_word();
    let (moment, front) = when(front, last, now)?;
    words.set(front);
    Some(moment)
}

fn when<'t>(front: &'t str, last: &'t str, now: Moment) -> Option<(Moment, &'t str)> {
    let is = |word: &str, list: &[&str]| list.iter().any(|known| is_word(word, known));
    if is(last, &["ago", "前", "之前"]) {
        let (front, length_typed) = last_word(front);
        return Some((before(now, length(length_typed)?)?, front));
    }
    if let Some(typed) = last
        .strip_suffix("之前")
        .or_else(|| last.strip_suffix('前'))
    {
        return Some((before(now, length(typed)?)?, front));
    }
    let (further, preposition) = last_word(front);
    if (is(preposition, AT) || is(preposition, SINCE))
        && let Some(time) = clock(last)
    {
        return Some((moment(now, time)?, further));
    }
    if is(preposition, SINCE) {
        return Some((before(now, length(last)?)?, further));
    }
    let typed = [AT, SINCE]
        .concat()
        .into_iter()
        .filter(|word| !word.is_ascii());
    let typed = typed
        .filter_map(|word| last.strip_prefix(word))
        .find_map(clock)?;
    Some((moment(now, typed)?, front))
}

/// When something was, and nothing else: the forms of [`take_when`], or a bare `14:10`.
pub(super) fn whole_when(words: &mut Cursor, now: Moment) -> Option<Moment> {
    if let Some(time) = clock(words.rest()) {
        words.set("");
        return moment(now, time);
    }
    take_when(words, now)
}

/// Takes `by DATE` from the end of a line.
pub(super) fn take_due(words: &mut Cursor, now: Moment) -> Due {
    take_dated(words, now, BY)
}

/// Takes `review DATE` from the end of a line.
pub(super) fn take_review(words: &mut Cursor, now: Moment) -> Due {
    take_dated(words, now, REVIEW)
}

fn take_dated(words: &mut Cursor, now: Moment, prepositions: &[&str]) -> Due {
    match dated(words.rest(), now, prepositions) {
        Some((due, front)) => {
            words.set(front);
            due
        }
        None => Due::Unsaid,
    }
}

/// The last of these prepositions with nothing but a day behind it.
fn dated<'t>(text: &'t str, now: Moment, prepositions: &[&str]) -> Option<(Due, &'t str)> {
    let due = |typed: &str| {
        let typed = typed.trim().trim_end_matches(['.', '。']);
        let typed = typed
            .strip_suffix("之前")
            .or_else(|| typed.strip_suffix('前'))
            .unwrap_or(typed);
        if NEXT_MEETING.iter().any(|word| is_word(typed, word)) {
            return Some(Due::NextMeeting);
        }
        day(typed, now.date_naive()).map(Due::On)
    };
    for (at, c) in text.char_indices().rev() {
        let starts_word = text[..at]
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric())
            || !c.is_ascii();
        let Some(behind) = prepositions
            .iter()
            .filter(|_| starts_word)
            .filter_map(|word| after(&text[at..], word))
            .min_by_key(|rest| rest.len())
        else {
            continue;
        };
        if let Some(due) = due(behind) {
            return Some((due, text[..at].trim_end()));
        }
    }
    // In Chinese the preposition may stand behind alone: `2024-03-15前`.
    let (front, last) = last_word(text);
    let behind = prepositions == BY && last.trim_end_matches('。').ends_with('前');
    due(last).filter(|_| behind).map(|due| (due, front))
}
