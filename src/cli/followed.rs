//! What is said of things that were raised and of what became of them: the sentences and JSON rows that follow-ups and dossiers share.

use chrono::NaiveDate;
use serde::Serialize;

use crate::agenda::ContributionKind;
use crate::archive::{Fate, History, Place, Raised, What};
use crate::meeting::contribution::Answer;
use crate::summary::id_of;
use crate::telling::age;
use crate::text::{Arg, Language, Message, Moment, Text};

use super::Surroundings;

/// Tells which sessions could not be read, and why; and what is wrong with the ledger. What could be read is served.
pub fn tell_gaps(history: &History, surroundings: &Surroundings) {
    let unread = history.unread.iter().flat_map(|(_, told)| told);
    unread
        .chain(&history.findings)
        .for_each(|message| surroundings.tell(message));
}

/// What kind of thing it is, and by when.
pub fn what(raised: &Raised, today: NaiveDate) -> Message {
    let due = |early, late| {
        raised.due.map(|day| {
            let id = if raised.is_overdue(today) {
                late
            } else {
                early
            };
            Message::new(id)
                .with("day", day)
                .with("age", age(day, today))
        })
    };
    let dated = match raised.what {
        What::Contribution(_) | What::Item => None,
        What::Action => due("followups-action-due", "followups-action-overdue"),
        What::Decision => due("followups-review-due", "followups-review-overdue"),
    };
    dated.unwrap_or_else(|| word(raised.what))
}

/// What kind of thing it is.
pub fn word(what: What) -> Message {
    match what {
        What::Contribution(kind) => kind.word(),
        What::Item => Message::new("followups-item"),
        What::Action => Message::new("followups-action"),
        What::Decision => Message::new("followups-decision"),
    }
}

/// How long it has waited, since the day of its session.
pub fn waited(history: &History, raised: &Raised, today: NaiveDate) -> Message {
    let day = history.session_of(raised).day;
    day.map_or_else(
        || Message::new("followups-age-unknown"),
        |day| age(day, today),
    )
}

/// What became of it at one time, where, and in what words.
pub fn fate(history: &History, fate: &Fate) -> Message {
    let words = match &fate.text {
        Some(text) => Message::new("followups-words").with("text", text),
        None => Message::new("text-nothing"),
    };
    let message = match &fate.place {
        Place::There => Message::new("followups-fate-there"),
        Place::Session(session) => {
            Message::new("followups-fate-session").with("session", &history.sessions[*session].stem)
        }
        Place::Ledger(author) => {
            let by = if author.is_empty() {
                Message::new("text-nothing")
            } else {
                Message::new("followups-by").with("author", author)
            };
            let day = fate.at.map(|at| Arg::from(at.date_naive()));
            let day = day.unwrap_or_else(|| Message::new("text-nothing").into());
            Message::new("followups-fate-later")
                .with("by", by)
                .with("day", day)
        }
    };
    message
        .with("status", fate.status.word())
        .with("words", words)
}

/// A thing that was raised, as JSON.
#[derive(Debug, Serialize)]
pub struct Row<'a> {
    session: &'a str,
    title: &'a str,
    series: Option<&'a str>,
    date: Option<NaiveDate>,
    id: &'a str,
    kind: &'static str,
    text: &'a str,
    units: Vec<&'a str>,
    owner: Option<&'a str>,
    themes: Vec<&'a str>,
    due: Option<NaiveDate>,
    overdue: bool,
    age_days: Option<i64>,
    status: Answer,
    open: bool,
    action: Option<&'a str>,
    history: Vec<FateRow<'a>>,
}

/// What became of it at one time, as JSON.
#[derive(Debug, Serialize)]
struct FateRow<'a> {
    status: Answer,
    text: Option<&'a str>,
    at: Option<String>,
    /// The later session; null where it was the thing's own, or the ledger.
    session: Option<&'a str>,
    /// Who wrote it into the ledger; null where a meeting said so.
    author: Option<&'a str>,
}

/// The row of a thing, its texts in that language.
pub fn row<'a>(
    history: &'a History,
    raised: &'a Raised,
    language: Language,
    today: NaiveDate,
) -> Row<'a> {
    let held = history.session_of(raised);
    let parties = history.parties.all();
    Row {
        session: held.stem.as_str(),
        title: held.title.get(language).as_str(),
        series: held.series.as_ref().map(Text::as_str),
        date: held.day,
        id: raised.id.as_str(),
        kind: kind(raised.what),
        text: raised.text.get(language).as_str(),
        units: raised
            .by
            .iter()
            .map(|at| id_of(&parties[*at].who))
            .collect(),
        owner: raised
            .owner
            .as_ref()
            .map(|owner| owner.get(language).as_str()),
        themes: raised
            .themes
            .iter()
            .map(|theme| theme.get(language).as_str())
            .collect(),
        due: raised.due,
        overdue: raised.is_open() && raised.is_overdue(today),
        age_days: held.day.map(|day| (today - day).num_days()),
        status: raised.status(),
        open: raised.is_open(),
        action: raised.action.as_ref().map(Text::as_str),
        history: raised
            .fates
            .iter()
            .map(|fate| fate_row(history, fate))
            .collect(),
    }
}

fn fate_row<'a>(history: &'a History, fate: &'a Fate) -> FateRow<'a> {
    let (session, author) = match &fate.place {
        Place::There => (None, None),
        Place::Session(session) => (Some(history.sessions[*session].stem.as_str()), None),
        Place::Ledger(author) => (None, Some(author.as_str())),
    };
    FateRow {
        status: fate.status,
        text: fate.text.as_ref().map(Text::as_str),
        at: fate.at.map(time),
        session,
        author,
    }
}

fn time(moment: Moment) -> String {
    moment.to_rfc3339_opts(chrono::SecondsFormat::Secs, false)
}

/// The word for it in JSON.
const fn kind(what: What) -> &'static str {
    match what {
        What::Contribution(ContributionKind::Suggestion) => "suggestion",
        What::Contribution(ContributionKind::Offer) => "offer",
        What::Contribution(ContributionKind::Request) => "request",
        What::Contribution(ContributionKind::Commitment) => "commitment",
        What::Contribution(ContributionKind::Question) => "question",
        What::Contribution(ContributionKind::Remark) => "remark",
        What::Action => "action",
        What::Item => "item",
        What::Decision => "decision",
    }
}

/// A document as JSON, ended by a line feed.
///
/// # Panics
/// Never: rows hold only texts, numbers and lists.
pub fn json(document: &impl Serialize) -> String {
    let mut json = serde_json::to_string_pretty(document)
        .expect("rows hold only texts, numbers and lists, which JSON can always hold");
    json.push('\n');
    json
}
