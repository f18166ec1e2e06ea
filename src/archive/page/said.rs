//! What is said of a thing that was raised: its kind, how long it has waited, what became of it.

use chrono::NaiveDate;

use crate::archive::history::{Fate, History, Place, Raised, What};
use crate::telling::age;
use crate::text::{Arg, Message};

/// What kind of thing it is, and by when.
#[must_use]
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
#[must_use]
pub fn word(what: What) -> Message {
    match what {
        What::Contribution(kind) => kind.word(),
        What::Item => Message::new("followups-item"),
        What::Action => Message::new("followups-action"),
        What::Decision => Message::new("followups-decision"),
    }
}

/// How long it has waited, since the day of its session.
#[must_use]
pub fn waited(history: &History, raised: &Raised, today: NaiveDate) -> Message {
    let day = history.session_of(raised).day;
    day.map_or_else(
        || Message::new("followups-age-unknown"),
        |day| age(day, today),
    )
}

/// What became of it at one time, where, and in what words.
#[must_use]
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

/// Who else raised it, besides that one; nothing where nobody did.
pub(super) fn jointly(
    history: &History,
    raised: &Raised,
    besides: Option<usize>,
) -> Option<Message> {
    let others = raised.by.iter().filter(|at| Some(**at) != besides);
    let parties = history.parties.all();
    let others: Vec<Arg> = others.map(|at| Arg::from(&parties[*at].name)).collect();
    (!others.is_empty()).then(|| Message::new("export-jointly").with("names", others))
}

/// The action that a contribution became, and whether that is done.
pub(super) fn acted(history: &History, raised: &Raised) -> Option<Message> {
    let id = raised.action.as_ref()?;
    let action = history.raised_as(&history.session_of(raised).stem, id)?;
    let owner = match &action.owner {
        Some(owner) => Arg::from(owner),
        None => Message::new("summary-no-owner").into(),
    };
    let acted = Message::new("dossier-acted")
        .with("id", id)
        .with("owner", owner)
        .with("status", action.status().word());
    Some(acted)
}

/// Parts one behind the other, parted as the language parts them. At least one is given.
pub(super) fn parted(parts: Vec<Arg>) -> Arg {
    let joined = parts.into_iter().reduce(|before, part| {
        let parted = Message::new("page-parted").with("before", before);
        parted.with("part", part).into()
    });
    joined.unwrap_or_else(|| Message::new("text-nothing").into())
}
