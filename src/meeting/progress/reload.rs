//! Taking over a changed agenda: what changed, and the events that make it so. What already happened is never changed:
//! items that were opened stay, persons and units are only added or mended, never taken away.

use super::{Event, ItemState, ItemStatus};
use crate::agenda::{Agenda, Item, Person, Unit};
use crate::meeting::ids::{ItemId, Thing};
use crate::meeting::{Acting, Event as Happened, Meeting, Refusal, roster};
use crate::text::Message;

/// One difference between the meeting and a changed agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it says to a person.
    pub message: Message,
    /// What makes it so; nothing for the agenda's own facts, which the whole brings.
    event: Option<Happened>,
}

/// What a changed agenda would change, in the order it is applied.
#[must_use]
pub fn changes(meeting: &Meeting, agenda: &Agenda) -> Vec<Change> {
    let mut list = facts(&meeting.agenda, agenda);
    list.extend(
        agenda
            .units
            .iter()
            .filter_map(|unit| unit_change(meeting, unit)),
    );
    list.extend(
        agenda
            .persons
            .iter()
            .filter_map(|person| person_change(meeting, person)),
    );
    list.extend(item_changes(meeting, agenda));
    list
}

pub(super) fn decide(
    meeting: &Meeting,
    acting: &Acting,
    source: String,
) -> Result<Vec<Happened>, Refusal> {
    let _ = acting;
    let Some(agenda) = crate::agenda::file::read(&source).agenda else {
        return Err(Message::new("progress-reload-mistakes").into());
    };
    let list = changes(meeting, &agenda);
    if list.is_empty() {
        return Err(Message::new("progress-reload-same").into());
    }
    let events = list.into_iter().filter_map(|change| change.event);
    Ok(std::iter::once(Event::AgendaReplaced { source }.into())
        .chain(events)
        .collect())
}

fn facts(old: &Agenda, new: &Agenda) -> Vec<Change> {
    let differs = [
        ("title", old.title != new.title),
        ("organisation", old.organisation != new.organisation),
        ("series", old.series != new.series),
        ("purpose", old.purpose != new.purpose),
        ("date", old.date != new.date),
        ("start", old.start != new.start),
        ("end", old.end != new.end),
        ("place", old.place != new.place),
        ("chair", old.chair != new.chair),
        ("language", old.language != new.language),
        ("rule", old.rule != new.rule),
        ("quorum", old.quorum != new.quorum),
        ("voters", old.voters != new.voters),
        ("themes", old.themes != new.themes),
        ("sections", old.sections != new.sections),
        ("cues", old.cues != new.cues),
        ("hall_clock", old.hall_clock != new.hall_clock),
        ("interruptions", old.interruptions != new.interruptions),
    ];
    let changed = differs.into_iter().filter(|(_, differs)| *differs);
    changed
        .map(|(key, _)| Change {
            message: Message::new("progress-change-fact").with("key", key),
            event: None,
        })
        .collect()
}

fn unit_change(meeting: &Meeting, unit: &Unit) -> Option<Change> {
    let (id, event) = match meeting.roster.unit(&unit.id) {
        None => (
            "progress-change-unit-added",
            roster::Event::UnitAdded { unit: unit.clone() },
        ),
        Some(known) if known != unit => (
            "progress-change-unit",
            roster::Event::UnitReplaced { unit: unit.clone() },
        ),
        Some(_) => return None,
    };
    Some(Change {
        message: Message::new(id).with("name", &unit.name),
        event: Some(event.into()),
    })
}

fn person_change(meeting: &Meeting, person: &Person) -> Option<Change> {
    let (id, event) = match meeting.roster.person(&person.id) {
        None => (
            "progress-change-person-added",
            roster::Event::Enrolled {
                person: person.clone(),
            },
        ),
        Some(known) if known != person => (
            "progress-change-person",
            roster::Event::Replaced {
                person: person.clone(),
            },
        ),
        Some(_) => return None,
    };
    Some(Change {
        message: Message::new(id).with("name", &person.name),
        event: Some(event.into()),
    })
}

/// Items are known again by their title in either language; those not opened yet follow the changed agenda.
fn item_changes(meeting: &Meeting, agenda: &Agenda) -> Vec<Change> {
    let mut list = Vec::new();
    let mut kept: Vec<ItemId> = Vec::new();
    let mut ids = meeting.ids().clone();
    for (index, plan) in agenda.items.iter().enumerate() {
        let same = |item: &&ItemState| is_same(&item.plan, plan) && !kept.contains(&item.id);
        if let Some(item) = meeting.progress.items().find(same) {
            kept.push(item.id);
            if item.plan != *plan && item.status == ItemStatus::Planned {
                list.push(planned("progress-change-item", item.id, index, plan));
            }
        } else {
            let id = ids.next_item();
            ids.observe(&Thing::Item(id));
            list.push(planned("progress-change-item-added", id, index, plan));
        }
    }
    let gone = meeting
        .progress
        .items()
        .filter(|item| item.status == ItemStatus::Planned && !kept.contains(&item.id));
    list.extend(gone.map(|item| Change {
        message: Message::new("progress-change-item-gone").with("title", &item.plan.title),
        event: Some(Event::ItemDropped { item: item.id }.into()),
    }));
    list
}

fn is_same(known: &Item, plan: &Item) -> bool {
    known.title.en == plan.title.en || known.title.zh == plan.title.zh
}

fn planned(id: &'static str, item: ItemId, index: usize, plan: &Item) -> Change {
    let message = Message::new(id).with("title", &plan.title);
    Change {
        message,
        event: Some(Event::ItemPlanned { item, index }.into()),
    }
}
