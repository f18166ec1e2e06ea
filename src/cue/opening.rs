//! What is said at the opening: who is there, whether that is a quorum, who sends apologies, who is who.

use super::{Cue, chair, cue};
use crate::meeting::Meeting;
use crate::meeting::roll::Status;
use crate::telling;
use crate::text::{Arg, Message};

/// Attendance, apologies and introductions, each replaceable by its own name.
pub(super) fn words(meeting: &Meeting) -> Vec<Cue> {
    let mut words = numbers(meeting);
    words.extend(introductions(meeting));
    words
}

/// Attendance and apologies: what is said at the beginning of any meeting that has a roster.
pub(super) fn numbers(meeting: &Meeting) -> Vec<Cue> {
    [attendance(meeting), apologies(meeting)]
        .into_iter()
        .flatten()
        .collect()
}

fn attendance(meeting: &Meeting) -> Option<Cue> {
    let counted = meeting.attendance(meeting.item_at_hand());
    if counted.entitled == 0 {
        return None;
    }
    let words = match meeting.quorum() {
        Some(quorum) if quorum.is_met() => {
            Message::new("cue-attendance").with("needed", quorum.needed)
        }
        Some(quorum) => Message::new("cue-attendance-short").with("needed", quorum.needed),
        None => Message::new("cue-attendance-bare"),
    };
    Some(cue(
        meeting,
        "attendance",
        words
            .with("present", counted.quorate)
            .with("entitled", counted.entitled),
    ))
}

fn apologies(meeting: &Meeting) -> Option<Cue> {
    let excused: Vec<Arg> = meeting
        .roster
        .persons()
        .filter(|person| {
            matches!(
                meeting.roll.status(&person.id),
                Status::Excused | Status::Represented
            )
        })
        .map(|person| Arg::from(&person.name))
        .collect();
    (!excused.is_empty()).then(|| {
        cue(
            meeting,
            "apologies",
            Message::new("cue-apologies").with("names", excused),
        )
    })
}

fn introductions(meeting: &Meeting) -> Option<Cue> {
    let chair = chair(meeting);
    let present: Vec<Arg> = meeting
        .present_persons()
        .filter(|person| Some(&person.id) != chair)
        .map(|person| telling::in_full_of(meeting, &person.id).into())
        .collect();
    if present.is_empty() {
        return None;
    }
    Some(cue(
        meeting,
        "introductions",
        Message::new("cue-introductions").with("names", parted(present)),
    ))
}

/// Full names hold commas themselves, so they are parted by semicolons.
fn parted(names: Vec<Arg>) -> Message {
    let mut names = names.into_iter();
    let first = Message::new("telling-source-alone")
        .with("who", names.next().unwrap_or(Arg::List(Vec::new())));
    names.fold(first, |before, name| {
        Message::new("cue-parted")
            .with("before", before)
            .with("name", name)
    })
}
