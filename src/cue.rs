//! The sentence that the chair says next, with live data: a message, made afresh from the meeting whenever it is shown.
//! Pure; decides nothing. An agenda replaces a cue by its name (`cues`), an item the one that opens it (`cue`).

mod ballots;
mod opening;

use crate::agenda::{ItemKind, Who};
use crate::meeting::Meeting;
use crate::meeting::floor::{EntryKind, Speaker, Turn, TurnKind};
use crate::meeting::progress::{ItemState, ItemStatus, Stage};
use crate::telling;
use crate::text::{Arg, Bilingual, Message, Moment};

/// Seconds before the end of a turn at which the speaker is told.
pub const SOON: i64 = 60;

/// The names by which an agenda may replace cues, in the order in which a meeting comes to them.
pub const NAMES: &[&str] = &[
    "welcome",
    "attendance",
    "apologies",
    "introductions",
    "item",
    "floor",
    "order",
    "handover",
    "one-minute",
    "time-up",
    "anyone",
    "question",
    "vote",
    "result",
    "thanks",
    "adjournment",
    "suspended",
];

/// What the chair says next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The name by which an agenda replaces it: one of [`NAMES`].
    pub name: &'static str,
    /// The sentence.
    pub message: Message,
}

/// The chair's next sentence; `None` when the meeting is over.
#[must_use]
pub fn next(meeting: &Meeting, now: Moment) -> Option<Cue> {
    match meeting.progress.stage() {
        Stage::Planned => Some(welcome(meeting)),
        Stage::Suspended { until } => Some(suspended(meeting, until)),
        Stage::Adjourned => None,
        Stage::Open => Some(during(meeting, now)),
    }
}

fn during(meeting: &Meeting, now: Moment) -> Cue {
    if let Some(cue) = ballots::now(meeting) {
        return cue;
    }
    if let Some(turn) = meeting.floor.running() {
        return speaking(meeting, turn, now);
    }
    let Some(item) = meeting.progress.current_item() else {
        return onward(meeting, None);
    };
    let begun = meeting.floor.turns().any(|turn| turn.item == item.id);
    if let Some(words) = item.plan.cue.as_ref().filter(|_| !begun) {
        return Cue {
            name: "item",
            message: replaced(words, Vec::new()),
        };
    }
    if let Some((entry, speaker)) = meeting.upcoming().next {
        return give(
            meeting,
            &speaker,
            entry.kind,
            meeting.allotment(item.id, Some(&entry), &speaker),
        );
    }
    match item.plan.kind {
        ItemKind::Opening => opening::words(meeting),
        ItemKind::Motion | ItemKind::Approval | ItemKind::Election => {
            ballots::before(meeting, item).unwrap_or_else(|| onward(meeting, Some(item)))
        }
        ItemKind::Closing => thanks(meeting),
        ItemKind::Discussion if !begun => cue(meeting, "anyone", Message::new("cue-anyone")),
        ItemKind::Report | ItemKind::Discussion | ItemKind::Round | ItemKind::Break => {
            onward(meeting, Some(item))
        }
    }
}

fn welcome(meeting: &Meeting) -> Cue {
    let words = match &meeting.agenda.organisation {
        None => Message::new("cue-welcome"),
        Some(organisation) => {
            Message::new("cue-welcome-organisation").with("organisation", organisation)
        }
    };
    cue(
        meeting,
        "welcome",
        words.with("title", &meeting.agenda.title),
    )
}

fn suspended(meeting: &Meeting, until: Option<Moment>) -> Cue {
    let words = match until {
        None => Message::new("cue-suspended"),
        Some(until) => Message::new("cue-suspended-until").with("until", Arg::Moment(until)),
    };
    cue(meeting, "suspended", words)
}

/// While somebody speaks: what is said to them, or when they end.
fn speaking(meeting: &Meeting, turn: &Turn, now: Moment) -> Cue {
    let speaker = address(meeting, &turn.speaker);
    let left = turn.seconds_left(now).filter(|_| !turn.is_paused());
    match left {
        Some(left) if left <= 0 => cue(
            meeting,
            "time-up",
            Message::new("cue-time-up").with("speaker", speaker),
        ),
        Some(left) if left <= SOON => cue(
            meeting,
            "one-minute",
            Message::new("cue-one-minute").with("speaker", speaker),
        ),
        _ => handover(meeting, turn, speaker),
    }
}

/// Thanks to the speaker, and the floor to whoever follows.
fn handover(meeting: &Meeting, turn: &Turn, speaker: Arg) -> Cue {
    let back = meeting
        .floor
        .waiting_turn()
        .filter(|_| turn.kind == TurnKind::Interposed);
    let following = match back {
        Some(waiting) => Some(waiting.speaker.clone()),
        None => meeting.upcoming().next.map(|(_, speaker)| speaker),
    };
    let words = match following.and_then(|next| next.who()) {
        None => Message::new("cue-handover-last"),
        Some(next) if back.is_some() => {
            Message::new("cue-handover-back").with("next", meeting.roster.called(&next))
        }
        Some(next) => Message::new("cue-handover").with("next", telling::in_full(meeting, &next)),
    };
    cue(meeting, "handover", words.with("speaker", speaker))
}

fn give(meeting: &Meeting, speaker: &Speaker, kind: EntryKind, seconds: Option<u32>) -> Cue {
    let who = speaker.who().map_or_else(
        || Message::new("telling-nobody"),
        |who| telling::in_full(meeting, &who),
    );
    if kind == EntryKind::Order {
        return cue(
            meeting,
            "order",
            Message::new("cue-order").with("next", who),
        );
    }
    let words = match seconds {
        None => Message::new("cue-floor"),
        Some(seconds) => {
            Message::new("cue-floor-for").with("time", Arg::Seconds(i64::from(seconds)))
        }
    };
    cue(meeting, "floor", words.with("next", who))
}

/// Nothing is left in this item: on to the next one, or to the end.
fn onward(meeting: &Meeting, item: Option<&ItemState>) -> Cue {
    let number = item.map_or(0, |item| meeting.progress.number(item.id));
    let next = meeting.progress.items().skip(number).find(|item| {
        matches!(item.status, ItemStatus::Planned | ItemStatus::Interrupted)
            && item.plan.kind != ItemKind::Break
    });
    match next {
        Some(next) => {
            let words = Message::new("cue-item").with("number", meeting.progress.number(next.id));
            cue(meeting, "item", words.with("title", &next.plan.title))
        }
        None => adjournment(meeting),
    }
}

/// In the closing item: whom to thank, in order of precedence.
fn thanks(meeting: &Meeting) -> Cue {
    let heard: Vec<Arg> = meeting
        .roster
        .units()
        .map(|unit| Who::Unit(unit.id.clone()))
        .filter(|unit| meeting.floor.is_heard(unit))
        .map(|unit| meeting.roster.called(&unit))
        .collect();
    if heard.is_empty() || meeting.contributions.is_empty() {
        return adjournment(meeting);
    }
    let noted = meeting
        .contributions
        .all()
        .filter(|line| line.counts())
        .count();
    let words = Message::new("cue-thanks")
        .with("units", heard)
        .with("noted", noted);
    let first = cue(meeting, "thanks", words);
    Cue {
        name: first.name,
        message: joined(vec![first.message, adjournment(meeting).message]),
    }
}

fn adjournment(meeting: &Meeting) -> Cue {
    let words = match meeting.progress.next_meeting() {
        None => Message::new("cue-adjournment"),
        Some(next) => Message::new("cue-adjournment-next").with("date", next.date),
    };
    cue(meeting, "adjournment", words)
}

/// What the cue calls a speaker: as the agenda says, else by name.
fn address(meeting: &Meeting, speaker: &Speaker) -> Arg {
    let person = speaker
        .person
        .as_ref()
        .and_then(|id| meeting.roster.person(id));
    match (person, speaker.who()) {
        (Some(person), _) => Arg::from(person.address.as_ref().unwrap_or(&person.name)),
        (None, Some(who)) => meeting.roster.called(&who),
        (None, None) => Message::new("telling-nobody").into(),
    }
}

/// The cue of that name: the agenda's own words where it has some, with the same data.
fn cue(meeting: &Meeting, name: &'static str, shipped: Message) -> Cue {
    let own = meeting
        .agenda
        .cues
        .iter()
        .find(|(own, _)| own.as_str() == name);
    let message = match own {
        Some((_, words)) => replaced(words, shipped.args),
        None => shipped,
    };
    Cue { name, message }
}

/// Own words of the agenda; `{name}` in them stands for the data of that name.
fn replaced(words: &Bilingual, args: Vec<(&'static str, Arg)>) -> Message {
    let mut message = Message::new("text-filled");
    message.args = args;
    message.with("text", words)
}

/// Several sentences, one after the other.
fn joined(sentences: Vec<Message>) -> Message {
    let mut sentences = sentences.into_iter();
    let first = sentences.next().unwrap_or(Message::new("text-nothing"));
    sentences.fold(first, |first, rest| {
        Message::new("cue-joined")
            .with("first", first)
            .with("rest", rest)
    })
}

#[cfg(test)]
mod tests;
