//! The roll as it stands, in words: its head counts, and what is unusual about somebody on it. Counts nobody itself: the figures are
//! the meeting's.

use crate::agenda::{Person, PersonId, Voters};
use crate::meeting::Meeting;
use crate::meeting::progress::Stage;
use crate::meeting::roll::{HeadCount, Mode, Presence, Status};
use crate::text::{Arg, Message};

/// What a head count is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Those entitled to vote.
    Entitled,
    /// Those present, by the roll or as announced.
    Present,
    /// Those represented.
    Represented,
    /// Those excused.
    Excused,
    /// Those absent.
    Absent,
    /// Those gone.
    Left,
    /// Those out for the current item.
    Out,
    /// Those of whom nothing was said.
    Unmarked,
    /// Those present without a vote.
    Attending,
    /// A quorum that is there.
    Quorate,
    /// A quorum that is not.
    Short,
}

/// The head counts that are not nothing, each as a few words, in the order in which they are read.
#[must_use]
pub fn figures(meeting: &Meeting) -> Vec<(Figure, Message)> {
    let figures = meeting.figures();
    let some = |figure: Figure, id: &'static str, count: u32| {
        (count > 0).then(|| (figure, Message::new(id).with("count", count)))
    };
    let mut all = units(meeting);
    let entitled = meeting.attendance(meeting.item_at_hand()).entitled;
    all.extend([
        some(Figure::Entitled, "roll-count-entitled", entitled).filter(|_| !by_units(meeting)),
        present(meeting, figures.present),
        some(
            Figure::Represented,
            "roll-count-represented",
            figures.represented,
        ),
        some(
            Figure::Out,
            "roll-count-unrepresented",
            figures.unrepresented,
        ),
        some(Figure::Excused, "roll-count-excused", figures.excused),
        some(Figure::Absent, "roll-count-absent", figures.absent),
        some(Figure::Left, "roll-count-left", figures.left),
        some(Figure::Out, "roll-count-away", figures.away),
        some(Figure::Out, "roll-count-recused", figures.recused),
        some(Figure::Unmarked, "roll-count-unmarked", figures.unmarked),
        some(Figure::Attending, "roll-count-attending", figures.attending),
        quorum(meeting),
    ]);
    all.into_iter().flatten().collect()
}

fn by_units(meeting: &Meeting) -> bool {
    meeting.agenda.voters == Voters::Units
}

/// Where units vote, they are counted first.
fn units(meeting: &Meeting) -> Vec<Option<(Figure, Message)>> {
    if !by_units(meeting) {
        return Vec::new();
    }
    let counted = meeting.attendance(meeting.item_at_hand());
    let units = Message::new("roll-count-units")
        .with("present", counted.present)
        .with("count", counted.entitled);
    vec![(counted.entitled > 0).then_some((Figure::Entitled, units))]
}

/// Those present; where a head count was announced, that it stands in the place of the roll's figure.
fn present(meeting: &Meeting, roll: u32) -> Option<(Figure, Message)> {
    let said = match meeting.roll.head_count() {
        Some(HeadCount { present, at, .. }) => Message::new("roll-count-announced")
            .with("count", *present)
            .with("time", Arg::Clock(*at))
            .with("roll", roll),
        None if roll == 0 => return None,
        None => Message::new("roll-count-present").with("count", roll),
    };
    Some((Figure::Present, said))
}

/// Whether there is a quorum; nothing where none is known or needed, or all is over.
fn quorum(meeting: &Meeting) -> Option<(Figure, Message)> {
    if meeting.progress.stage() == Stage::Adjourned {
        return None;
    }
    let counted = meeting.quorum()?;
    let figure = if counted.is_met() {
        Figure::Quorate
    } else {
        Figure::Short
    };
    let said = Message::new("roll-count-quorum")
        .with("present", counted.present)
        .with("needed", counted.needed);
    Some((figure, said))
}

/// What is unusual about somebody on the roll, a few words each, the most important first.
#[must_use]
pub fn unusual(meeting: &Meeting, person: &Person) -> Vec<Message> {
    let presence = meeting.roll.presence(&person.id);
    let mut facts = status(meeting, &person.id, &presence);
    if let Some(item) = meeting.item_at_hand() {
        let is_away = presence.away == Some(item);
        facts.extend(is_away.then_some(Message::new("roll-is-away")));
        let is_recused = presence.recused.contains(&item);
        facts.extend(is_recused.then_some(Message::new("roll-is-recused")));
    }
    if presence.status == Status::Present {
        let is_online = presence.mode == Mode::Online;
        facts.extend(is_online.then_some(Message::new("roll-is-online")));
        let is_late = meeting.came_late(&person.id);
        facts.extend(is_late.then_some(Message::new("roll-is-late")));
    }
    facts.extend((!person.votes).then_some(Message::new("roll-is-without-vote")));
    facts
}

/// Such few words, one after the other; nothing where there are none.
#[must_use]
pub fn together(said: impl IntoIterator<Item = Message>) -> Option<Message> {
    let join = |before: Message, next: Message| {
        Message::new("roll-together")
            .with("before", before)
            .with("next", next)
    };
    said.into_iter().reduce(join)
}

/// What somebody is on the roll: the status, and what is unusual.
#[must_use]
pub fn on_the_roll(meeting: &Meeting, person: &Person) -> Vec<Message> {
    let usual = match meeting.roll.status(&person.id) {
        status @ (Status::Unmarked | Status::Present) => Some(status.word()),
        Status::Excused | Status::Absent | Status::Left | Status::Represented => None,
    };
    let unusual = unusual(meeting, person).into_iter();
    usual.into_iter().chain(unusual).collect()
}

/// The status, where it is not the one of most.
fn status(meeting: &Meeting, person: &PersonId, presence: &Presence) -> Vec<Message> {
    let status = presence.status;
    match (status, &presence.represented_by) {
        (Status::Unmarked | Status::Present, _) => Vec::new(),
        (Status::Represented, Some(by)) => {
            let id = if meeting.is_unrepresented(person, meeting.item_at_hand()) {
                "roll-is-unrepresented"
            } else {
                "roll-is-represented"
            };
            vec![Message::new(id).with("by", meeting.roster.person_called(by))]
        }
        (Status::Represented | Status::Excused | Status::Absent | Status::Left, _) => {
            let reason = presence.reason.as_ref();
            let reason = reason.map(|reason| Message::new("roll-is-so-for").with("reason", reason));
            [status.word()].into_iter().chain(reason).collect()
        }
    }
}
