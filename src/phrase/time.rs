//! Lengths of time, times of day and days as they are typed. Reads them against a moment it is given; knows no clock.

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveTime, TimeZone};

use super::words::{Cursor, after, is_word, last_word, number};
use crate::meeting::outcome::Due;
use crate::names::narrow;
use crate::text::{Message, Moment};

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

/// What a word says that has the shape of a time or a day: that, or why there is none such. Nothing for any other word.
type Shaped<T> = Option<Result<T, Message>>;

/// A time of day: `14:10`, `9：05`, `14点10分`.
pub(super) fn clock(typed: &str) -> Shaped<NaiveTime> {
    let (hour, minute, second) = clock_figures(typed)?;
    let time = NaiveTime::from_hms_opt(hour, minute, second);
    Some(time.ok_or_else(|| Message::new("phrase-no-such-time").with("typed", typed)))
}

fn clock_figures(typed: &str) -> Option<(u32, u32, u32)> {
    let (hour, rest) = figure(typed)?;
    let mut chars = rest.chars();
    let mark = narrow(chars.next()?);
    let rest = chars.as_str();
    match mark {
        ':' => {
            let (minute, rest) = figure(rest)?;
            match rest.strip_prefix([':', '：']) {
                None => rest.is_empty().then_some((hour, minute, 0)),
                Some(rest) => {
                    let (second, rest) = figure(rest)?;
                    rest.is_empty().then_some((hour, minute, second))
                }
            }
        }
        '点' | '时' if rest.is_empty() => Some((hour, 0, 0)),
        '点' | '时' => {
            let (minute, rest) = figure(rest)?;
            matches!(rest, "" | "分").then_some((hour, minute, 0))
        }
        _ => None,
    }
}

/// As [`number`], but one that is too great is the greatest: it is still meant as a number.
fn figure(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c| !narrow(c).is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    (end > 0).then(|| (number(digits).map_or(u32::MAX, |(number, _)| number), rest))
}

/// A day: `2024-03-15`, `2024年3月15日`, `+14d`, `14天后`.
pub(super) fn day(typed: &str, today: NaiveDate) -> Shaped<NaiveDate> {
    let far = || Message::new("phrase-day-too-far").with("typed", typed);
    if let Some(days) = days_ahead(typed) {
        let day = today.checked_add_days(Days::new(u64::from(days)));
        let day = day.filter(|day| day.year() <= LAST_YEAR);
        return Some(day.ok_or_else(far));
    }
    let (year, month, day) = day_figures(typed)?;
    let Some(year) = i32::try_from(year).ok().filter(|year| *year <= LAST_YEAR) else {
        return Some(Err(far()));
    };
    let day = NaiveDate::from_ymd_opt(year, month, day);
    Some(day.ok_or_else(|| Message::new("phrase-no-such-day").with("typed", typed)))
}

/// Years are written with four digits.
const LAST_YEAR: i32 = 9999;

fn days_ahead(typed: &str) -> Option<u32> {
    if let Some(rest) = typed.strip_prefix(['+', '＋']) {
        let (days, unit) = figure(rest)?;
        let units = ["d", "day", "days", "天", "日"];
        return units.iter().any(|word| is_word(unit, word)).then_some(days);
    }
    let (days, rest) = figure(typed)?;
    matches!(rest, "天后" | "日后" | "天之后").then_some(days)
}

fn day_figures(typed: &str) -> Option<(u32, u32, u32)> {
    let (year, rest) = figure(typed)?;
    let mut chars = rest.chars();
    let first = narrow(chars.next()?);
    let (month, rest) = figure(chars.as_str())?;
    let mut chars = rest.chars();
    let second = narrow(chars.next()?);
    let (day, rest) = figure(chars.as_str())?;
    let is_day = match (first, second) {
        ('-', '-') => rest.is_empty(),
        ('年', '月') => matches!(rest, "日" | "号"),
        _ => false,
    };
    is_day.then_some((year, month, day))
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
pub(super) fn take_when(words: &mut Cursor, now: Moment) -> Result<Option<Moment>, Message> {
    let (front, last) = words.last_word();
    let Some((moment, front)) = when(front, last, now) else {
        return Ok(None);
    };
    let moment = moment?;
    words.set(front);
    Ok(Some(moment))
}

fn when<'t>(
    front: &'t str,
    last: &'t str,
    now: Moment,
) -> Option<(Result<Moment, Message>, &'t str)> {
    let is = |word: &str, list: &[&str]| list.iter().any(|known| is_word(word, known));
    if is(last, &["ago", "前", "之前"]) {
        let (front, length_typed) = last_word(front);
        return Some((Ok(before(now, length(length_typed)?)?), front));
    }
    if let Some(typed) = last
        .strip_suffix("之前")
        .or_else(|| last.strip_suffix('前'))
    {
        return Some((Ok(before(now, length(typed)?)?), front));
    }
    let (further, preposition) = last_word(front);
    if (is(preposition, AT) || is(preposition, SINCE))
        && let Some(time) = clock(last)
    {
        return Some((at_time(now, time)?, further));
    }
    if is(preposition, SINCE) {
        return Some((Ok(before(now, length(last)?)?), further));
    }
    let typed = [AT, SINCE]
        .concat()
        .into_iter()
        .filter(|word| !word.is_ascii());
    let typed = typed
        .filter_map(|word| last.strip_prefix(word))
        .find_map(clock)?;
    Some((at_time(now, typed)?, front))
}

fn at_time(now: Moment, time: Result<NaiveTime, Message>) -> Shaped<Moment> {
    match time {
        Ok(time) => moment(now, time).map(Ok),
        Err(wrong) => Some(Err(wrong)),
    }
}

/// When something was, and nothing else: the forms of [`take_when`], or a bare `14:10`.
pub(super) fn whole_when(words: &mut Cursor, now: Moment) -> Result<Option<Moment>, Message> {
    match clock(words.rest()) {
        Some(time) => {
            words.set("");
            Ok(moment(now, time?))
        }
        None => take_when(words, now),
    }
}

/// Takes `by DATE` from the end of a line.
pub(super) fn take_due(words: &mut Cursor, now: Moment) -> Result<Due, Message> {
    take_dated(words, now, BY)
}

/// Takes `review DATE` from the end of a line.
pub(super) fn take_review(words: &mut Cursor, now: Moment) -> Result<Due, Message> {
    take_dated(words, now, REVIEW)
}

fn take_dated(words: &mut Cursor, now: Moment, prepositions: &[&str]) -> Result<Due, Message> {
    match dated(words.rest(), now, prepositions) {
        Some((due, front)) => {
            let due = due?;
            words.set(front);
            Ok(due)
        }
        None => Ok(Due::Unsaid),
    }
}

/// The last of these prepositions with nothing but a day behind it, or what has the shape of one.
fn dated<'t>(
    text: &'t str,
    now: Moment,
    prepositions: &[&str],
) -> Option<(Result<Due, Message>, &'t str)> {
    let due = |typed: &str| {
        let typed = typed.trim().trim_end_matches(['.', '。']);
        let typed = typed
            .strip_suffix("之前")
            .or_else(|| typed.strip_suffix('前'))
            .unwrap_or(typed);
        if NEXT_MEETING.iter().any(|word| is_word(typed, word)) {
            return Some(Ok(Due::NextMeeting));
        }
        Some(day(typed, now.date_naive())?.map(Due::On))
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
