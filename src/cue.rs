//! The sentence that the chair says next, with live data: a message, made afresh from the meeting whenever it is shown.
//! Pure; decides nothing. An agenda replaces a cue by its name (`cues`), an item the one that opens it (`cue`).

mod ballots;
mod opening;
mod result;

use chrono::TimeDelta;

use crate::agenda::{ItemKind, PersonId, Who};
use crate::meeting::Meeting;
use crate::meeting::floor::{EntryKind, Speaker, Turn, TurnKind};
use crate::meeting::progress::{ItemState, ItemStatus, Stage};
use crate::telling;
use crate::text::{Arg, Bilingual, Message, Moment};
pub use ballots::votes;

/// Seconds before the end of a turn at which the speaker is told.
pub const SOON: i64 = 60;
/// Seconds for which that is the next thing to say; then it was said, and thanks come next.
const SAID: i64 = 30;

/// What the chair says next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// The name by which an agenda replaces it: one of [`CUES`](crate::agenda::CUES).
    pub name: &'static str,
    /// The sentence.
    pub message: Message,
}

/// The chair's next sentence; `None` when the meeting is over.
#[must_use]
pub fn next(meeting: &Meeting, now: Moment) -> Option<Cue> {
    match meeting.progress.stage() {
        Stage::Planned => Some(welcome(meeting)),
        Stage::Suspended { until } => Some(suspended(meeting, until.filter(|until| now < *until))),
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
    if meeting.floor.has_begun(item.id) {
        return free(meeting, item, now);
    }
    beginning(meeting, item, now)
}

/// In an item in which nobody spoke yet: the item's own words first, and in the first item who is there.
fn beginning(meeting: &Meeting, item: &ItemState, now: Moment) -> Cue {
    let own = item.plan.cue.as_ref().map(|words| Cue {
        name: "item",
        message: replaced(words, Vec::new()),
    });
    let rest = match item.plan.kind {
        // Own words at the end are the thanks.
        ItemKind::Closing if own.is_some() && meeting.upcoming().next.is_none() => {
            adjournment(meeting)
        }
        _ => free(meeting, item, now),
    };
    let is_first = meeting.progress.number(item.id) == 1 && item.plan.kind != ItemKind::Opening;
    let numbers = opening::numbers(meeting).into_iter().filter(|_| is_first);
    follow(own.into_iter().chain(numbers).collect(), rest)
}

/// While nobody has the floor: it is given to the next, or the item goes on as its kind asks.
fn free(meeting: &Meeting, item: &ItemState, now: Moment) -> Cue {
    if let Some((entry, speaker)) = meeting.upcoming().next {
        let seconds = meeting.allotment(item.id, Some(&entry), &speaker);
        return give(meeting, &speaker, entry.kind, seconds);
    }
    without_speakers(meeting, item, now)
}

/// Nobody waits for the floor: what the item's kind asks for.
fn without_speakers(meeting: &Meeting, item: &ItemState, now: Moment) -> Cue {
    let onward = || onward(meeting, Some(item));
    match item.plan.kind {
        ItemKind::Opening => follow(opening::words(meeting), onward()),
        ItemKind::Motion | ItemKind::Approval | ItemKind::Election => {
            ballots::before(meeting, item).unwrap_or_else(onward)
        }
        ItemKind::Closing => thanks(meeting),
        ItemKind::Discussion if !meeting.floor.has_begun(item.id) => {
            cue(meeting, "anyone", Message::new("cue-anyone"))
        }
        ItemKind::Discussion => {
            let anyone = cue(meeting, "anyone", Message::new("cue-anyone-else"));
            follow(vec![anyone], onward())
        }
        ItemKind::Break => pause(meeting, item, now).unwrap_or_else(onward),
        ItemKind::Report | ItemKind::Round => onward(),
    }
}

/// A break that is not over, and when it will be.
fn pause(meeting: &Meeting, item: &ItemState, now: Moment) -> Option<Cue> {
    let planned = item.plan.time?;
    let left = i64::from(planned) - item.used_seconds(now);
    let begun = item.spans.last()?.from;
    let until = begun + TimeDelta::seconds(i64::from(planned));
    let words = Message::new("cue-break")
        .with("time", spoken(planned))
        .with("until", Arg::Clock(until));
    (left > 0).then(|| cue(meeting, "break", words))
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
        Some(until) => Message::new("cue-suspended-until").with("until", Arg::Clock(until)),
    };
    cue(meeting, "suspended", words)
}

/// While somebody speaks: what is said to them where it is time for it, else what is said when they end.
fn speaking(meeting: &Meeting, turn: &Turn, now: Moment) -> Cue {
    let item = meeting.progress.current_item();
    if let Some(item) = item.filter(|_| presides(meeting, &turn.speaker)) {
        // Nobody thanks themselves.
        return free(meeting, item, now);
    }
    let speaker = address(meeting, &turn.speaker);
    let left = turn.seconds_left(now).filter(|_| !turn.is_paused());
    let is_long = turn
        .allotted
        .is_some_and(|allotted| i64::from(allotted) >= 2 * SOON);
    let said = match left {
        Some(left) if left > -SAID && left <= 0 => ("time-up", "cue-time-up"),
        Some(left) if is_long && left > SOON - SAID && left <= SOON => {
            ("one-minute", "cue-one-minute")
        }
        _ => return handover(meeting, turn, speaker, now),
    };
    let (name, words) = said;
    cue(meeting, name, Message::new(words).with("speaker", speaker))
}

/// Thanks to the speaker, and the floor to whoever follows, or on with the item.
fn handover(meeting: &Meeting, turn: &Turn, speaker: Arg, now: Moment) -> Cue {
    let interrupted = meeting
        .floor
        .waiting_turn()
        .filter(|_| turn.kind == TurnKind::Interposed)
        .map(|waiting| waiting.speaker.clone());
    let next = meeting.upcoming().next;
    let words = if let Some(waiting) = interrupted {
        Message::new("cue-handover-back").with("next", address(meeting, &waiting))
    } else if let Some((entry, next)) = next.filter(|(_, next)| !presides(meeting, next)) {
        let id = match entry.kind {
            // Nobody is introduced to those who have just heard them.
            _ if next.who() == turn.speaker.who() => once_more(turn.kind),
            EntryKind::Order => "cue-handover-order",
            EntryKind::Planned | EntryKind::Asked => "cue-handover",
        };
        Message::new(id).with("next", in_full(meeting, &next))
    } else {
        let last = Message::new("cue-handover-last").with("speaker", speaker);
        let last = cue(meeting, "handover", last);
        return match meeting.progress.current_item() {
            Some(item) => follow(vec![last], free(meeting, item, now)),
            None => last,
        };
    };
    cue(meeting, "handover", words.with("speaker", speaker))
}

/// The floor to whoever has it already: for what they came for, or once more.
const fn once_more(ended: TurnKind) -> &'static str {
    match ended {
        TurnKind::Order | TurnKind::Interposed => "cue-handover-own",
        TurnKind::Turn | TurnKind::Written => "cue-handover-again",
    }
}

fn give(meeting: &Meeting, speaker: &Speaker, kind: EntryKind, seconds: Option<u32>) -> Cue {
    if presides(meeting, speaker) {
        let item = meeting.progress.current_item();
        let id = match item.map(|item| item.plan.kind) {
            Some(ItemKind::Closing) => "cue-conclude",
            _ => "cue-floor-own",
        };
        return cue(meeting, "floor", Message::new(id));
    }
    let who = in_full(meeting, speaker);
    if kind == EntryKind::Order {
        return cue(
            meeting,
            "order",
            Message::new("cue-order").with("next", who),
        );
    }
    let words = match seconds {
        None => Message::new("cue-floor"),
        Some(seconds) => Message::new("cue-floor-for").with("time", spoken(seconds)),
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

/// In the closing item: whom to thank, in order of precedence, and the end.
fn thanks(meeting: &Meeting) -> Cue {
    let heard: Vec<Arg> = meeting
        .heard()
        .iter()
        .filter(|who| !matches!(who, Who::Person(id) if chair(meeting) == Some(id)))
        .map(|who| meeting.roster.called(who))
        .collect();
    if heard.is_empty() {
        return adjournment(meeting);
    }
    let words = match meeting.contributions.noted() {
        0 => Message::new("cue-thanks-heard"),
        noted => Message::new("cue-thanks").with("noted", noted),
    };
    let thanks = cue(meeting, "thanks", words.with("units", heard));
    follow(vec![thanks], adjournment(meeting))
}

fn adjournment(meeting: &Meeting) -> Cue {
    let words = match meeting.progress.next_meeting() {
        None => Message::new("cue-adjournment"),
        Some(next) => Message::new("cue-adjournment-next").with("date", next.date),
    };
    cue(meeting, "adjournment", words)
}

/// Whether that is who presides.
fn presides(meeting: &Meeting, speaker: &Speaker) -> bool {
    chair(meeting).is_some() && speaker.person.as_ref() == chair(meeting)
}

fn chair(meeting: &Meeting) -> Option<&PersonId> {
    meeting.progress.chair().or(meeting.agenda.chair.as_ref())
}

/// A length of time as it is said.
fn spoken(seconds: u32) -> Message {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match (minutes, rest) {
        (minutes, 0) => Message::new("cue-minutes").with("minutes", minutes),
        (0, seconds) => Message::new("cue-seconds").with("seconds", seconds),
        (minutes, seconds) => Message::new("cue-minutes-seconds")
            .with("minutes", minutes)
            .with("seconds", seconds),
    }
}

fn in_full(meeting: &Meeting, speaker: &Speaker) -> Message {
    speaker.who().map_or_else(
        || Message::new("telling-nobody"),
        |who| telling::in_full(meeting, &who),
    )
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

/// What is said first, and the last of it: one cue, called by what comes first.
fn follow(first: Vec<Cue>, last: Cue) -> Cue {
    let name = first.first().map_or(last.name, |cue| cue.name);
    let sentences = first.into_iter().map(|cue| cue.message);
    let message = sentences.rev().fold(last.message, |rest, first| {
        Message::new("cue-joined")
            .with("first", first)
            .with("rest", rest)
    });
    Cue { name, message }
}

#[cfg(test)]
mod tests;
