//! What the commands of `floor` come to: giving the floor, the clock, and the list of speakers.

use super::{Command, Entry, EntryKind, Event, Speaker, SpeakerList, Turn, TurnKind};
use crate::agenda::{Interruptions, PersonId, Who};
use crate::meeting::ids::{EntryId, ItemId, TurnId};
use crate::meeting::roll::Status;
use crate::meeting::{Acting, Event as Happened, Meeting, Refusal, contribution, roll, roster};
use crate::text::{Message, Text};

type Decided = Result<Vec<Happened>, Refusal>;

pub(in crate::meeting) fn decide(meeting: &Meeting, acting: &Acting, command: Command) -> Decided {
    match command {
        Command::Next { seen } => next(meeting, acting, seen),
        Command::Give(who) => give(meeting, acting, &who),
        Command::Done => done(meeting),
        Command::Pause => pause(meeting),
        Command::Continue => resume(meeting),
        Command::Extend(seconds) => extend(meeting, seconds),
        Command::SetEach(seconds) => set_each(meeting, seconds),
        Command::Ask { who, reason, kind } => ask(meeting, who, reason, kind),
        Command::Interpose(who) => interpose(meeting, acting, &who),
        Command::Withdraw(who) => {
            let (_, list) = list_here(meeting)?;
            Ok(vec![
                Event::Withdrawn {
                    entry: place_of(meeting, list, &who)?.id,
                }
                .into(),
            ])
        }
        Command::First(who) => reorder(meeting, |list| {
            let moved = place_of(meeting, list, &who)?.id;
            Ok(std::iter::once(moved).chain(others(list, moved)).collect())
        }),
        Command::PlaceAfter { who, after } => reorder(meeting, |list| {
            let moved = place_of(meeting, list, &who)?.id;
            let after = place_of(meeting, list, &after)?.id;
            let behind = |id| {
                if id == after {
                    vec![id, moved]
                } else {
                    vec![id]
                }
            };
            if moved == after {
                Ok(all(list))
            } else {
                Ok(others(list, moved).flat_map(behind).collect())
            }
        }),
        Command::CloseList => switch_list(meeting, ListDoor::Closed),
        Command::OpenList => switch_list(meeting, ListDoor::Open),
        Command::OrderFairly => reorder(meeting, |list| Ok(fair_order(meeting, list))),
        Command::HandIn { who, draft } => hand_in(meeting, acting, &who, draft),
    }
}

fn refuse(id: &'static str) -> Refusal {
    Message::new(id).into()
}

fn item_here(meeting: &Meeting) -> Result<ItemId, Refusal> {
    meeting
        .progress
        .current()
        .ok_or_else(|| refuse("progress-none-open"))
}

/// The events that end whatever runs, the interposed question before the speaker.
pub(in crate::meeting) fn end_running(meeting: &Meeting) -> Vec<Happened> {
    let running = meeting.floor.running.iter().rev();
    running
        .map(|turn| {
            Event::Ended {
                turn: *turn,
                at: None,
            }
            .into()
        })
        .collect()
}

fn next(meeting: &Meeting, acting: &Acting, seen: Option<TurnId>) -> Decided {
    let item = item_here(meeting)?;
    let running = meeting.floor.running();
    if running.map(|turn| turn.id) != seen {
        let now = running.and_then(|turn| turn.speaker.who());
        return Err(now.map_or_else(
            || refuse("floor-next-ended-already"),
            |who| {
                Message::new("floor-next-given-already")
                    .with("name", meeting.roster.called(&who))
                    .into()
            },
        ));
    }
    let upcoming = meeting.upcoming();
    let mut events = end_running(meeting);
    events.extend(
        upcoming
            .stepped_over
            .iter()
            .map(|entry| Event::SteppedOver { entry: *entry }.into()),
    );
    match upcoming.next {
        Some((entry, speaker)) => {
            events.extend(given(meeting, acting, item, speaker, Some(&entry)));
        }
        None if events.is_empty() => return Err(refuse("floor-nobody-waits")),
        None => {}
    }
    Ok(events)
}

fn give(meeting: &Meeting, acting: &Acting, who: &Who) -> Decided {
    let item = item_here(meeting)?;
    let speaker = speaker(meeting, who)?;
    if meeting
        .floor
        .running()
        .is_some_and(|turn| turn.speaker == speaker)
    {
        return Err(Message::new("floor-has-it-already")
            .with("name", meeting.roster.called(who))
            .into());
    }
    let list = meeting.floor.list(item);
    let own = list.and_then(|list| list.entry_of(who));
    let entry = own
        .or_else(|| list?.entry_of(&Who::Unit(speaker.unit.clone()?)))
        .cloned();
    let mut events = end_running(meeting);
    events.extend(given(meeting, acting, item, speaker, entry.as_ref()));
    Ok(events)
}

/// Who would speak, or why they may not.
fn speaker(meeting: &Meeting, who: &Who) -> Result<Speaker, Refusal> {
    if let Some(speaker) = meeting.speaker_for(who) {
        return Ok(speaker);
    }
    let name = meeting.roster.called(who);
    match who {
        Who::Person(id) if meeting.roster.person(id).is_none() => Err(roster::unknown(id)),
        Who::Person(id) => {
            let message = match meeting.roll.status(id) {
                Status::Present | Status::Unmarked => Message::new("floor-away"),
                status
                @ (Status::Excused | Status::Absent | Status::Left | Status::Represented) => {
                    Message::new("floor-not-present").with("status", status.word())
                }
            };
            Err(message.with("name", name).into())
        }
        Who::Unit(_) => Err(Message::new("floor-unit-absent").with("name", name).into()),
    }
}

/// The floor for that speaker, marked present first where nothing was said of them yet.
fn given(
    meeting: &Meeting,
    acting: &Acting,
    item: ItemId,
    speaker: Speaker,
    entry: Option<&Entry>,
) -> Vec<Happened> {
    let unmarked = |person: &&PersonId| meeting.roll.status(person) == Status::Unmarked;
    let arrival = speaker
        .person
        .as_ref()
        .filter(unmarked)
        .map(|person| roll::present(person.clone(), acting.now));
    let kind = match entry.map(|entry| entry.kind) {
        Some(EntryKind::Order) => TurnKind::Order,
        Some(EntryKind::Planned | EntryKind::Asked) | None => TurnKind::Turn,
    };
    let allotted = meeting.allotment(item, entry, &speaker);
    let turn = meeting.ids().next_turn();
    let given = Event::Given {
        turn,
        item,
        speaker,
        kind,
        allotted,
        entry: entry.map(|entry| entry.id),
    };
    arrival.into_iter().chain([given.into()]).collect()
}

fn running(meeting: &Meeting) -> Result<&Turn, Refusal> {
    meeting
        .floor
        .running()
        .ok_or_else(|| refuse("floor-nobody-speaks"))
}

fn done(meeting: &Meeting) -> Decided {
    let turn = running(meeting)?;
    let mut events = vec![
        Event::Ended {
            turn: turn.id,
            at: None,
        }
        .into(),
    ];
    let stood = |waiting: &&Turn| {
        waiting
            .pauses
            .last()
            .is_some_and(|pause| pause.until.is_none() && pause.from == turn.from)
    };
    events.extend(
        meeting
            .floor
            .waiting_turn()
            .filter(stood)
            .map(|waiting| Event::Continued { turn: waiting.id }.into()),
    );
    Ok(events)
}

fn pause(meeting: &Meeting) -> Decided {
    let turn = running(meeting)?;
    if turn.is_paused() {
        Err(refuse("floor-paused-already"))
    } else {
        Ok(vec![Event::Paused { turn: turn.id }.into()])
    }
}

fn resume(meeting: &Meeting) -> Decided {
    let turn = running(meeting)?;
    if turn.is_paused() {
        Ok(vec![Event::Continued { turn: turn.id }.into()])
    } else {
        Err(refuse("floor-not-paused"))
    }
}

fn extend(meeting: &Meeting, seconds: u32) -> Decided {
    let turn = running(meeting)?;
    if turn.allotted.is_none() {
        return Err(refuse("floor-no-limit"));
    }
    Ok(vec![
        Event::Extended {
            turn: turn.id,
            seconds,
        }
        .into(),
    ])
}

fn set_each(meeting: &Meeting, seconds: Option<u32>) -> Decided {
    let item = meeting
        .progress
        .place()
        .ok_or_else(|| refuse("progress-none-open"))?;
    if seconds == Some(0) {
        return Err(refuse("floor-each-zero"));
    }
    Ok(vec![Event::EachSet { item, seconds }.into()])
}

fn ask(meeting: &Meeting, who: Who, reason: Option<Text>, kind: EntryKind) -> Decided {
    let item = meeting
        .progress
        .current()
        .or_else(|| meeting.progress.items().next().map(|item| item.id));
    let item = item.ok_or_else(|| refuse("progress-none-open"))?;
    speaker(meeting, &who)?;
    let name = || meeting.roster.called(&who);
    if let Some(list) = meeting.floor.list(item) {
        let same = |entry: &&Entry| entry.kind == kind || kind == EntryKind::Asked;
        if let Some(entry) = list.entry_of(&who).filter(same) {
            if let Some(reason) = reason.filter(|new| entry.reason.as_ref() != Some(new)) {
                let entry = entry.id;
                return Ok(vec![Event::Reasoned { entry, reason }.into()]);
            }
            return Err(Message::new("floor-waits-already")
                .with("name", name())
                .into());
        }
        if list.closed && kind != EntryKind::Order {
            return Err(refuse("floor-list-closed"));
        }
    }
    let entry = meeting.ids().next_entry();
    Ok(vec![
        Event::Asked {
            entry,
            item,
            who,
            reason,
            kind,
        }
        .into(),
    ])
}

fn interpose(meeting: &Meeting, acting: &Acting, who: &Who) -> Decided {
    let item = item_here(meeting)?;
    let turn = meeting
        .floor
        .running()
        .ok_or_else(|| refuse("floor-nobody-to-interrupt"))?;
    let speaker = speaker(meeting, who)?;
    if turn.kind == TurnKind::Interposed {
        return Err(refuse("floor-interposed-already"));
    }
    if turn.speaker == speaker {
        return Err(Message::new("floor-has-it-already")
            .with("name", meeting.roster.called(who))
            .into());
    }
    let mut events = Vec::new();
    if meeting.agenda.interruptions == Interruptions::Stop && !turn.is_paused() {
        events.push(Event::Paused { turn: turn.id }.into());
    }
    let new = given(meeting, acting, item, speaker, None).into_iter();
    events.extend(new.map(|event| {
        match event {
            Happened::Floor(Event::Given {
                turn,
                item,
                speaker,
                entry,
                ..
            }) => Event::Given {
                turn,
                item,
                speaker,
                kind: TurnKind::Interposed,
                allotted: None,
                entry,
            }
            .into(),
            other => other,
        }
    }));
    Ok(events)
}

fn list_here(meeting: &Meeting) -> Result<(ItemId, &SpeakerList), Refusal> {
    let item = meeting
        .progress
        .place()
        .or_else(|| meeting.progress.items().next().map(|item| item.id));
    let found = item.and_then(|item| meeting.floor.list(item).map(|list| (item, list)));
    found.ok_or_else(|| refuse("floor-list-empty"))
}

fn place_of<'a>(meeting: &Meeting, list: &'a SpeakerList, who: &Who) -> Result<&'a Entry, Refusal> {
    list.entry_of(who).ok_or_else(|| {
        Message::new("floor-not-on-list")
            .with("name", meeting.roster.called(who))
            .into()
    })
}

fn all(list: &SpeakerList) -> Vec<EntryId> {
    list.entries().map(|entry| entry.id).collect()
}

fn others(list: &SpeakerList, moved: EntryId) -> impl Iterator<Item = EntryId> {
    list.entries()
        .map(|entry| entry.id)
        .filter(move |id| *id != moved)
}

fn reorder(
    meeting: &Meeting,
    order: impl FnOnce(&SpeakerList) -> Result<Vec<EntryId>, Refusal>,
) -> Decided {
    let (item, list) = list_here(meeting)?;
    let entries = order(list)?;
    if entries == all(list) {
        return Err(refuse("floor-order-same"));
    }
    Ok(vec![Event::Reordered { item, entries }.into()])
}

/// Points of order first as they stand, then those whose unit had the floor least; who is equal keeps their place.
fn fair_order(meeting: &Meeting, list: &SpeakerList) -> Vec<EntryId> {
    let mut entries: Vec<&Entry> = list.entries().collect();
    entries.sort_by_key(|entry| {
        let heard = meeting.floor.spoken(&as_unit(meeting, &entry.who));
        (
            entry.kind != EntryKind::Order,
            if entry.kind == EntryKind::Order {
                0
            } else {
                heard.seconds
            },
        )
    });
    entries.into_iter().map(|entry| entry.id).collect()
}

fn as_unit(meeting: &Meeting, who: &Who) -> Who {
    match who {
        Who::Person(id) => meeting
            .roster
            .unit_of(id)
            .map_or_else(|| who.clone(), |unit| Who::Unit(unit.id.clone())),
        Who::Unit(_) => who.clone(),
    }
}

/// Whether requests are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ListDoor {
    Open,
    Closed,
}

fn switch_list(meeting: &Meeting, to: ListDoor) -> Decided {
    let item = item_here(meeting)?;
    let is_closed = meeting.floor.list(item).is_some_and(|list| list.closed);
    match (to, is_closed) {
        (ListDoor::Closed, true) => Err(refuse("floor-list-closed-already")),
        (ListDoor::Open, false) => Err(refuse("floor-list-open-already")),
        (ListDoor::Closed, false) => Ok(vec![Event::ListClosed { item }.into()]),
        (ListDoor::Open, true) => Ok(vec![Event::ListOpened { item }.into()]),
    }
}

/// Whose a written statement is; whether they are there does not matter.
pub(super) fn signatory(meeting: &Meeting, who: &Who) -> Result<Speaker, Refusal> {
    match who {
        Who::Person(id) => {
            let person = meeting.roster.person(id);
            Ok(Speaker::person(person.ok_or_else(|| roster::unknown(id))?))
        }
        Who::Unit(id) => Ok(Speaker {
            person: None,
            unit: Some(id.clone()),
        }),
    }
}

fn hand_in(meeting: &Meeting, acting: &Acting, who: &Who, draft: contribution::Draft) -> Decided {
    let item = meeting
        .progress
        .place()
        .ok_or_else(|| refuse("progress-none-open"))?;
    let speaker = signatory(meeting, who)?;
    let turn = meeting.ids().next_turn();
    let mut events = vec![
        Event::HandedIn {
            turn,
            item,
            speaker,
        }
        .into(),
    ];
    let after = meeting.ahead_by(&events, acting);
    events.extend(contribution::handed_in(&after, turn, draft)?);
    Ok(events)
}
