//! Where the meeting stands, in whole sentences: what a screen would show, for those who do not see it. Pure.

use crate::meeting::Meeting;
use crate::meeting::floor::Turn;
use crate::meeting::progress::Stage;
use crate::telling;
use crate::text::{Arg, Message, Moment};

/// Where the meeting is, who speaks and for how long, who is next, who was not heard.
pub fn floor(meeting: &Meeting, now: Moment) -> Vec<Message> {
    let mut lines = vec![stage(meeting)];
    if let Some(item) = meeting.progress.current_item() {
        let of = Message::new("plain-item").with("number", meeting.progress.number(item.id));
        lines.push(
            of.with("of", meeting.progress.items().len())
                .with("title", &item.plan.title),
        );
    }
    lines.push(meeting.floor.running().map_or_else(
        || Message::new("plain-floor-free"),
        |turn| speaking(meeting, turn, now),
    ));
    let waiting = meeting
        .progress
        .place()
        .and_then(|item| meeting.floor.list(item));
    let names: Vec<Arg> = waiting
        .into_iter()
        .flat_map(|list| {
            list.entries()
                .map(|entry| meeting.roster.called(&entry.who))
        })
        .collect();
    lines.push(if names.is_empty() {
        Message::new("plain-nobody-waits")
    } else {
        Message::new("plain-waiting").with("names", names)
    });
    let attendance = meeting.attendance(meeting.item_at_hand());
    let quorum = match meeting.is_quorate() {
        Some(true) => "plain-quorum-met",
        Some(false) => "plain-quorum-missing",
        None => "plain-quorum-unknown",
    };
    lines.push(
        Message::new(quorum)
            .with("present", attendance.quorate)
            .with("entitled", attendance.entitled),
    );
    lines.extend(unheard(meeting));
    lines
}

/// The offer to end a turn that ran on while nobody was here, where it has run over a quarter of an hour: for a meeting that
/// is taken up again.
#[must_use]
pub fn stale(meeting: &Meeting, now: Moment) -> Option<Message> {
    const LONG: i64 = 15 * 60;
    let turn = meeting
        .floor
        .running()
        .filter(|turn| turn.clock(now) > LONG)?;
    let ago = (now - meeting.last_at()?).num_seconds();
    let who = turn.speaker.who().map_or_else(
        || Message::new("telling-nobody").into(),
        |who| meeting.roster.called(&who),
    );
    let offer = Message::new("plain-turn-ran-on")
        .with("person", who)
        .with("ago", ago);
    (ago > 0).then(|| offer.with("time", Arg::Seconds(turn.clock(now))))
}

fn stage(meeting: &Meeting) -> Message {
    let id = match meeting.progress.stage() {
        Stage::Planned => "plain-stage-planned",
        Stage::Open => "plain-stage-open",
        Stage::Suspended { .. } => "plain-stage-suspended",
        Stage::Adjourned => "plain-stage-adjourned",
    };
    Message::new(id).with("title", &meeting.agenda.title)
}

fn speaking(meeting: &Meeting, turn: &Turn, now: Moment) -> Message {
    let who = turn.speaker.who().map_or_else(
        || Message::new("telling-nobody"),
        |who| telling::in_full(meeting, &who),
    );
    let said = match turn.seconds_left(now) {
        None => Message::new("plain-speaking").with("time", Arg::Seconds(turn.clock(now))),
        Some(left) if left >= 0 => {
            Message::new("plain-speaking-left").with("time", Arg::Seconds(left))
        }
        Some(left) => Message::new("plain-speaking-over").with("time", Arg::Seconds(-left)),
    };
    said.with("person", who)
}

/// What each of those who wait could have of what is left of the item.
pub fn pace(meeting: &Meeting, now: Moment) -> Vec<Message> {
    let item = meeting.progress.current_item();
    let waiting = item.map_or(0, |item| {
        meeting
            .floor
            .list(item.id)
            .map_or(0, |list| list.entries().len())
    });
    let rest = item.and_then(|item| {
        item.plan
            .time
            .map(|time| (i64::from(time) - item.used_seconds(now)).max(0))
    });
    let count = i64::try_from(waiting).unwrap_or(i64::MAX);
    vec![match rest {
        None => Message::new("plain-pace-unknown").with("waiting", waiting),
        Some(rest) if count == 0 => {
            Message::new("plain-pace-nobody").with("rest", Arg::Seconds(rest))
        }
        Some(rest) => Message::new("plain-pace")
            .with("rest", Arg::Seconds(rest))
            .with("waiting", waiting)
            .with("each", Arg::Seconds(rest / count)),
    }]
}

/// Who was not heard yet; nothing where everybody was.
pub fn unheard(meeting: &Meeting) -> Option<Message> {
    let names: Vec<Arg> = meeting
        .unheard()
        .iter()
        .map(|who| meeting.roster.called(who))
        .collect();
    (!names.is_empty()).then(|| Message::new("plain-unheard").with("names", names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use crate::meeting::progress::Event as Progressed;
    use crate::telling::tests::{Held, agenda, at, given, opened, yan};
    use crate::text::Language;

    #[test]
    fn a_turn_that_ran_on_for_a_quarter_of_an_hour_may_be_ended_at_the_last_record() {
        let mut held = Held::new(agenda());
        held.english(0, vec![Progressed::Opened.into(), opened(2), given(yan())]);
        assert_eq!(stale(&held.meeting, at(900)), None);
        let offer = stale(&held.meeting, at(1000)).expect("it ran on");
        let said = Locale::new(Language::English).say(&offer);
        assert!(
            said.contains("Yan Ming") && said.contains(":ended turn 1000s ago"),
            "{said}"
        );
    }
}
