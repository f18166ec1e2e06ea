//! Where the meeting is: its sittings, who presides, which item is open, what became of each item and when.
//! Owns the agenda as it stands; who speaks is `floor`'s, what was decided is `outcome`'s.

mod decide;
mod reload;
mod times;

pub(super) use decide::decide;
pub use reload::{Change, changes};
pub(super) use times::{End, item_times, meeting_times, too_early, too_late};

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::Stamp;
use super::ids::{ItemId, Thing, Touches};
use super::outcome::Outcome;
use crate::agenda::{Agenda, Item, ItemKind, PersonId};
use crate::text::{Bilingual, Message, Moment, Text};

/// What may be asked of the progress of the meeting.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Open the meeting and its first item; `matters` are what earlier sessions of the series left open.
    Open {
        /// Matters arising, oldest first.
        matters: Vec<super::outcome::Matter>,
    },
    /// Suspend the sitting.
    Suspend {
        /// Until when, where known.
        until: Option<Moment>,
    },
    /// Begin the next sitting.
    Reopen,
    /// End the meeting.
    Adjourn(Resolve),
    /// Hand the chair over.
    HandChair(PersonId),
    /// Announce the next meeting.
    NextMeeting(NextMeeting),
    /// Go to an item.
    Item(ItemId),
    /// Close the item that is open and open the next.
    NextItem(Resolve),
    /// Go to the item before.
    PreviousItem,
    /// Close the item that is open.
    Close {
        /// What became of it.
        outcome: Option<Outcome>,
        /// In words.
        text: Option<Text>,
        /// Whether hindrances are overcome.
        resolve: Resolve,
    },
    /// Add an item at the end.
    Add {
        /// What it is called.
        title: Text,
        /// What happens in it.
        kind: ItemKind,
        /// Planned seconds.
        seconds: Option<u32>,
    },
    /// Give an item another place, counted from 1.
    Move {
        /// Which.
        item: ItemId,
        /// Its new number.
        number: usize,
    },
    /// Leave an item out.
    Skip {
        /// Which.
        item: ItemId,
        /// Why.
        reason: Text,
    },
    /// Put an item off to another meeting.
    Defer(ItemId),
    /// Call an item something else.
    Retitle {
        /// Which.
        item: ItemId,
        /// Its new title.
        title: Text,
    },
    /// Take over a changed agenda.
    Reload {
        /// The agenda file whole.
        source: String,
    },
    /// Choose what the hall is shown.
    ShowHall(HallView),
}

/// Whether a command was given with `really`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Resolve {
    /// Plainly: hindrances refuse it.
    #[default]
    Plain,
    /// With `really`: hindrances are overcome.
    Really,
}

/// What happened to the progress of the meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// It was called to order.
    Opened,
    /// The sitting was suspended.
    Suspended {
        /// Until when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Moment>,
    },
    /// The next sitting began.
    Reopened,
    /// It ended.
    Adjourned,
    /// Somebody took the chair.
    ChairTaken {
        /// Who.
        person: PersonId,
    },
    /// The next meeting was announced.
    NextAnnounced(NextMeeting),
    /// An item was opened, or opened again.
    ItemOpened {
        /// Which.
        item: ItemId,
    },
    /// An open item was left for another.
    ItemInterrupted {
        /// Which.
        item: ItemId,
    },
    /// An item was closed.
    ItemClosed {
        /// Which.
        item: ItemId,
        /// What became of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<Outcome>,
        /// In words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<Text>,
    },
    /// An item was added at the end.
    ItemAdded {
        /// Its id.
        item: ItemId,
        /// What it is called.
        title: Text,
        /// What happens in it.
        kind: ItemKind,
        /// Planned seconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
    },
    /// An item has another place.
    ItemMoved {
        /// Which.
        item: ItemId,
        /// Its number, from 1.
        number: usize,
    },
    /// An item was left out.
    ItemSkipped {
        /// Which.
        item: ItemId,
        /// Why.
        reason: Text,
    },
    /// An item was put off.
    ItemDeferred {
        /// Which.
        item: ItemId,
    },
    /// An item is called something else.
    ItemRetitled {
        /// Which.
        item: ItemId,
        /// Its new title.
        title: Text,
    },
    /// A changed agenda was taken over; what of roster and items changed follows as events of their own.
    AgendaReplaced {
        /// The agenda file whole.
        source: String,
    },
    /// An item is as the changed agenda has it.
    ItemPlanned {
        /// Which; a new one is added at the end.
        item: ItemId,
        /// Its place in the changed agenda, from 0.
        index: usize,
    },
    /// An item that the changed agenda no longer has was taken off; only planned ones can be.
    ItemDropped {
        /// Which.
        item: ItemId,
    },
    /// The true time an item was opened or left, set afterwards.
    ItemTimed {
        /// Which.
        item: ItemId,
        /// Which of its stretches, from 0.
        span: usize,
        /// Its beginning.
        from: Moment,
        /// Its end, where it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Moment>,
    },
    /// The true time the meeting was opened, set afterwards.
    OpeningTimed {
        /// When.
        at: Moment,
    },
    /// The true time the meeting was adjourned, set afterwards.
    AdjournmentTimed {
        /// When.
        at: Moment,
    },
    /// The hall is shown something else.
    HallShown {
        /// What.
        view: HallView,
    },
}

impl Event {
    /// What it does to things.
    #[must_use]
    pub fn touches(&self) -> Touches {
        match self {
            Self::Opened
            | Self::Suspended { .. }
            | Self::Reopened
            | Self::Adjourned
            | Self::NextAnnounced(_) => Touches::change(Thing::Meeting),
            Self::OpeningTimed { .. } | Self::AdjournmentTimed { .. } => {
                Touches::change(Thing::Meeting)
            }
            Self::ChairTaken { person } => {
                Touches::change(Thing::Chair).and_refer([Thing::Person(person.clone())])
            }
            Self::ItemOpened { item }
            | Self::ItemInterrupted { item }
            | Self::ItemClosed { item, .. } => {
                Touches::change(Thing::Item(*item)).and_change(Thing::Current)
            }
            Self::ItemAdded { item, .. } => Touches::create(Thing::Item(*item)),
            Self::ItemMoved { item, .. } => {
                Touches::change(Thing::Agenda).and_refer([Thing::Item(*item)])
            }
            Self::ItemSkipped { item, .. }
            | Self::ItemDeferred { item }
            | Self::ItemRetitled { item, .. }
            | Self::ItemTimed { item, .. } => Touches::change(Thing::Item(*item)),
            Self::AgendaReplaced { .. } => Touches::change(Thing::Agenda),
            Self::ItemPlanned { item, .. } => {
                Touches::create(Thing::Item(*item)).and_change(Thing::Item(*item))
            }
            Self::ItemDropped { item } => {
                Touches::change(Thing::Item(*item)).and_change(Thing::Agenda)
            }
            Self::HallShown { .. } => Touches::change(Thing::Hall),
        }
    }
}

/// When and where the next meeting is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextMeeting {
    /// The day.
    pub date: NaiveDate,
    /// The hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<NaiveTime>,
    /// The place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
}

/// What the hall display shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HallView {
    /// Who speaks, and the clock.
    #[default]
    Speaker,
    /// The list of speakers.
    List,
    /// The question or the result.
    Ballot,
    /// That there is a break.
    Break,
}

/// Whether the meeting is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Not opened yet.
    #[default]
    Planned,
    /// Open.
    Open,
    /// Between sittings.
    Suspended {
        /// Until when, where known.
        until: Option<Moment>,
    },
    /// Over.
    Adjourned,
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemStatus {
    /// Not reached yet.
    #[default]
    Planned,
    /// The one that is on.
    Open,
    /// Left for another while open.
    Interrupted,
    /// Done.
    Closed,
    /// Left out.
    Skipped,
    /// Put off to another meeting.
    Deferred,
}

impl ItemStatus {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::Planned => "progress-planned",
            Self::Open => "progress-open",
            Self::Interrupted => "progress-interrupted",
            Self::Closed => "progress-closed",
            Self::Skipped => "progress-skipped",
            Self::Deferred => "progress-deferred",
        })
    }
}

/// A stretch of time; without an end it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its beginning.
    pub from: Moment,
    /// Its end.
    pub until: Option<Moment>,
}

impl Span {
    /// Its seconds, up to `now` where it lasts.
    #[must_use]
    pub fn seconds(&self, now: Moment) -> i64 {
        (self.until.unwrap_or(now) - self.from).num_seconds().max(0)
    }
}

/// An item as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemState {
    /// Its id, for the whole life of the meeting.
    pub id: ItemId,
    /// What it is planned to be.
    pub plan: Item,
    /// Where it stands.
    pub status: ItemStatus,
    /// When it was on.
    pub spans: Vec<Span>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// In words; why it was skipped.
    pub text: Option<Text>,
}

impl ItemState {
    fn new(id: ItemId, plan: Item) -> Self {
        Self {
            id,
            plan,
            status: ItemStatus::Planned,
            spans: Vec::new(),
            outcome: None,
            text: None,
        }
    }

    /// The seconds it was on, up to `now`.
    #[must_use]
    pub fn used_seconds(&self, now: Moment) -> i64 {
        self.spans.iter().map(|span| span.seconds(now)).sum()
    }

    /// Whether it is decided by a ballot.
    #[must_use]
    pub fn is_put_to_vote(&self) -> bool {
        matches!(
            self.plan.kind,
            ItemKind::Motion | ItemKind::Approval | ItemKind::Election
        )
    }
}

/// Where the meeting is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    stage: Stage,
    items: Vec<Arc<ItemState>>,
    current: Option<ItemId>,
    last: Option<ItemId>,
    sittings: Vec<Span>,
    chairs: Vec<(PersonId, Moment)>,
    next: Option<NextMeeting>,
    hall: HallView,
}

impl Progress {
    /// Before anything happened.
    #[must_use]
    pub fn of(agenda: &Agenda) -> Self {
        let numbered = (1..).zip(&agenda.items);
        let items = numbered
            .map(|(n, plan)| Arc::new(ItemState::new(ItemId(n), plan.clone())))
            .collect();
        Self {
            items,
            ..Self::default()
        }
    }

    /// Whether the meeting is on.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether it is open now.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.stage == Stage::Open
    }

    /// The items in their order.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = &ItemState> + ExactSizeIterator {
        self.items.iter().map(|item| &**item)
    }

    /// That item.
    #[must_use]
    pub fn item(&self, id: ItemId) -> Option<&ItemState> {
        self.items().find(|item| item.id == id)
    }

    /// The item of that number, from 1.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Option<&ItemState> {
        number
            .checked_sub(1)
            .and_then(|at| self.items.get(at))
            .map(|item| &**item)
    }

    /// The number of an item, from 1; 0 where it was dropped.
    #[must_use]
    pub fn number(&self, id: ItemId) -> usize {
        self.items
            .iter()
            .position(|item| item.id == id)
            .map_or(0, |at| at + 1)
    }

    /// The item that is open.
    #[must_use]
    pub const fn current(&self) -> Option<ItemId> {
        self.current
    }

    /// The item that is open.
    #[must_use]
    pub fn current_item(&self) -> Option<&ItemState> {
        self.current.and_then(|id| self.item(id))
    }

    /// The item that lines belong to: the open one, else the one open last.
    #[must_use]
    pub fn place(&self) -> Option<ItemId> {
        self.current.or(self.last)
    }

    /// The sittings, in order.
    #[must_use]
    pub fn sittings(&self) -> &[Span] {
        &self.sittings
    }

    /// When the meeting was called to order.
    #[must_use]
    pub fn opened(&self) -> Option<Moment> {
        self.sittings.first().map(|sitting| sitting.from)
    }

    /// When the meeting ended.
    #[must_use]
    pub fn adjourned(&self) -> Option<Moment> {
        if self.stage == Stage::Adjourned {
            self.sittings.last().and_then(|sitting| sitting.until)
        } else {
            None
        }
    }

    /// Who presided, each with the time they took the chair.
    #[must_use]
    pub fn chairs(&self) -> &[(PersonId, Moment)] {
        &self.chairs
    }

    /// Who presides.
    #[must_use]
    pub fn chair(&self) -> Option<&PersonId> {
        self.chairs.last().map(|(person, _)| person)
    }

    /// The next meeting, where it was announced.
    #[must_use]
    pub const fn next_meeting(&self) -> Option<&NextMeeting> {
        self.next.as_ref()
    }

    /// What the hall is shown.
    #[must_use]
    pub const fn hall(&self) -> HallView {
        self.hall
    }

    pub(super) fn set_outcome(&mut self, id: ItemId, outcome: Outcome) {
        self.change(id, |item| item.outcome = Some(outcome));
    }

    fn change(&mut self, id: ItemId, change: impl FnOnce(&mut ItemState)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.id == id) {
            change(Arc::make_mut(item));
        }
    }

    fn leave_current(&mut self, at: Moment, status: ItemStatus) {
        if let Some(id) = self.current.take() {
            self.change(id, |item| {
                item.status = status;
                if let Some(span) = item.spans.last_mut() {
                    span.until = span.until.or(Some(at));
                }
            });
            self.last = Some(id);
        }
    }

    fn enter(&mut self, id: ItemId, at: Moment) {
        self.current = Some(id);
        self.last = Some(id);
        self.change(id, |item| {
            item.status = ItemStatus::Open;
            item.spans.push(Span {
                from: at,
                until: None,
            });
        });
    }

    fn begin_sitting(&mut self, at: Moment) {
        self.stage = Stage::Open;
        self.sittings.push(Span {
            from: at,
            until: None,
        });
        if let Some(id) = self.current {
            self.change(id, |item| {
                item.spans.push(Span {
                    from: at,
                    until: None,
                })
            });
        }
    }

    fn end_sitting(&mut self, at: Moment) {
        if let Some(sitting) = self.sittings.last_mut() {
            sitting.until = sitting.until.or(Some(at));
        }
        if let Some(id) = self.current {
            self.change(id, |item| {
                if let Some(span) = item.spans.last_mut() {
                    span.until = span.until.or(Some(at));
                }
            });
        }
    }

    pub(super) fn apply(&mut self, event: &Event, agenda: &Agenda, stamp: &Stamp) {
        let at = stamp.at;
        match event {
            Event::Opened | Event::Reopened => self.begin_sitting(at),
            Event::Suspended { until } => {
                self.end_sitting(at);
                self.stage = Stage::Suspended { until: *until };
            }
            Event::Adjourned => {
                self.end_sitting(at);
                self.stage = Stage::Adjourned;
            }
            Event::ChairTaken { person } => self.chairs.push((person.clone(), at)),
            Event::NextAnnounced(next) => self.next = Some(next.clone()),
            Event::ItemOpened { item } => self.enter(*item, at),
            Event::ItemInterrupted { .. } => self.leave_current(at, ItemStatus::Interrupted),
            Event::ItemClosed {
                item,
                outcome,
                text,
            } => self.close(*item, *outcome, text.as_ref(), at),
            Event::ItemAdded {
                item,
                title,
                kind,
                seconds,
            } => {
                let plan = Item {
                    kind: *kind,
                    time: *seconds,
                    ..Item::titled(Bilingual::same(title.clone()))
                };
                self.items.push(Arc::new(ItemState::new(*item, plan)));
            }
            Event::ItemMoved { item, number } => self.move_to(*item, *number),
            Event::ItemSkipped { item, reason } => {
                self.set_aside(*item, ItemStatus::Skipped, at);
                self.change(*item, |item| item.text = Some(reason.clone()));
            }
            Event::ItemDeferred { item } => {
                self.set_aside(*item, ItemStatus::Deferred, at);
                self.change(*item, |item| item.outcome = Some(Outcome::Deferred));
            }
            Event::ItemRetitled { item, title } => {
                self.change(*item, |item| {
                    item.plan.title = Bilingual::same(title.clone())
                });
            }
            Event::AgendaReplaced { .. } => {}
            Event::ItemPlanned { item, index } => self.plan(*item, agenda.items.get(*index)),
            Event::ItemDropped { item } => self.items.retain(|state| state.id != *item),
            Event::ItemTimed {
                item,
                span,
                from,
                until,
            } => self.change(*item, |item| {
                if let Some(known) = item.spans.get_mut(*span) {
                    *known = Span {
                        from: *from,
                        until: *until,
                    };
                }
            }),
            Event::OpeningTimed { at } => {
                if let Some(sitting) = self.sittings.first_mut() {
                    sitting.from = *at;
                }
            }
            Event::AdjournmentTimed { at } => {
                if let Some(sitting) = self.sittings.last_mut() {
                    sitting.until = Some(*at);
                }
            }
            Event::HallShown { view } => self.hall = *view,
        }
    }

    fn close(&mut self, id: ItemId, outcome: Option<Outcome>, text: Option<&Text>, at: Moment) {
        if self.current == Some(id) {
            self.leave_current(at, ItemStatus::Closed);
        }
        self.change(id, |item| {
            item.status = ItemStatus::Closed;
            item.outcome = outcome.or(item.outcome);
            if text.is_some() {
                item.text = text.cloned();
            }
        });
    }

    fn set_aside(&mut self, id: ItemId, status: ItemStatus, at: Moment) {
        if self.current == Some(id) {
            self.leave_current(at, status);
        }
        self.change(id, |item| item.status = status);
    }

    fn move_to(&mut self, id: ItemId, number: usize) {
        if let Some(at) = self.items.iter().position(|item| item.id == id) {
            let item = self.items.remove(at);
            self.items
                .insert(number.saturating_sub(1).min(self.items.len()), item);
        }
    }

    fn plan(&mut self, id: ItemId, plan: Option<&Item>) {
        let Some(plan) = plan else { return };
        if self.item(id).is_some() {
            self.change(id, |item| item.plan = plan.clone());
        } else {
            self.items.push(Arc::new(ItemState::new(id, plan.clone())));
        }
    }
}
