//! The `[summary]` with which a session file opens: what somebody who opens it with any editor wants to know first.

use crate::locale::Locale;
use crate::summary::{State, Summary};
use crate::text::{Bilingual, Message, Moment};
use crate::tree::{Table, Tree};

/// What comes before the counts; everything that a listing of sessions needs stands first, each on a line of its own.
pub fn table(summary: &Summary, locale: &Locale) -> Table {
    let facts = &summary.meeting;
    let text = |both: &Bilingual| Tree::Text(both.get(locale.language()).to_string());
    let say = |message: &Message| Tree::Text(locale.say(message));
    let maybe = |known: Option<Tree>| known.unwrap_or(Tree::Nothing);
    let list = |messages: Vec<Message>| Tree::List(messages.iter().map(say).collect());
    let attended = summary.attendance.iter().filter(|person| person.attended());
    let rows = vec![
        ("title", text(&facts.title)),
        ("state", Tree::Text(state(facts.state).to_owned())),
        (
            "date",
            maybe(facts.day().map(|day| Tree::Text(day.to_string()))),
        ),
        (
            "series",
            maybe(
                facts
                    .series
                    .as_ref()
                    .map(|series| Tree::Text(series.to_string())),
            ),
        ),
        ("opened", maybe(facts.opened.map(time))),
        ("adjourned", maybe(facts.adjourned.map(time))),
        ("corrections", maybe(corrections(summary))),
        (
            "approved",
            maybe(
                facts
                    .approved
                    .as_ref()
                    .map(|approved| Tree::Text(approved.on.to_string())),
            ),
        ),
        ("organisation", maybe(facts.organisation.as_ref().map(text))),
        ("place", maybe(facts.place.as_ref().map(text))),
        (
            "presided",
            list(
                facts
                    .chairs
                    .iter()
                    .map(|chair| summary.introduced_by_id(&chair.person))
                    .collect(),
            ),
        ),
        (
            "attended",
            list(attended.map(|person| summary.introduced(person)).collect()),
        ),
        ("numbers", say(&summary.numbers())),
        (
            "elected",
            list(
                summary
                    .elected()
                    .map(|(ballot, candidate)| summary.elected_line(ballot, candidate))
                    .collect(),
            ),
        ),
        (
            "decisions",
            list(
                summary
                    .decisions
                    .iter()
                    .map(|decision| {
                        Message::new("session-decision")
                            .with("item", summary.place(decision.item))
                            .with("decision", summary.decided(decision))
                    })
                    .collect(),
            ),
        ),
        (
            "actions",
            list(
                summary
                    .actions
                    .iter()
                    .map(|action| summary.acted(action))
                    .collect(),
            ),
        ),
    ];
    rows.into_iter()
        .map(|(key, value)| (key.to_owned(), value))
        .collect()
}

/// How many corrections there are, where there are any.
fn corrections(summary: &Summary) -> Option<Tree> {
    let count = i64::try_from(summary.corrections.len()).ok()?;
    (count > 0).then_some(Tree::Number(count))
}

fn time(moment: Moment) -> Tree {
    Tree::Text(moment.to_rfc3339_opts(chrono::SecondsFormat::Secs, false))
}

/// The word for how far a record is, in every language.
pub const fn state(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Draft => "draft",
        State::Corrected => "corrected",
        State::Approved => "approved",
    }
}
