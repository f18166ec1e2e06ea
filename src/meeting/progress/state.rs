//! Where the meeting is, as it stands: the items with the times they were on, the sittings, who presided.

use std::sync::Arc;

use super::{Approval, Correction, Event, HallView, ItemStatus, NextMeeting, Stage};
use crate::agenda::{Agenda, Item, ItemKind, PersonId};
use crate::meeting::Stamp;
use crate::meeting::ids::ItemId;
use crate::meeting::outcome::Outcome;
use crate::text::{Bilingual, Moment, Text};

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

    /// Whether it is still to be gone through: neither closed nor left out nor put off.
    #[must_use]
    pub const fn is_ahead(&self) -> bool {
        !matches!(
            self.status,
            ItemStatus::Closed | ItemStatus::Skipped | ItemStatus::Deferred
        )
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
    pub(super) corrections: Vec<Correction>,
    pub(super) approved: Option<Approval>,
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

    /// The first item behind the present place that is not done with: where the meeting goes on.
    #[must_use]
    pub fn following(&self) -> Option<&ItemState> {
        let place = self.place().map_or(0, |item| self.number(item));
        self.items().skip(place).find(|item| item.is_ahead())
    }

    /// Whether it is open now.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.stage == Stage::Open
    }

    /// The items in their order.
    #[must_use]
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

    pub(in crate::meeting) fn set_outcome(&mut self, id: ItemId, outcome: Outcome) {
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
                });
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

    pub(in crate::meeting) fn apply(&mut self, event: &Event, agenda: &Agenda, stamp: &Stamp) {
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
            Event::ItemSkipped { item, reason, .. } => {
                self.set_aside(*item, ItemStatus::Skipped, at);
                self.change(*item, |item| item.text = Some(reason.clone()));
            }
            Event::ItemDeferred { item, .. } => {
                self.set_aside(*item, ItemStatus::Deferred, at);
                self.change(*item, |item| item.outcome = Some(Outcome::Deferred));
            }
            Event::ItemRetitled { item, title } => {
                self.change(*item, |item| {
                    item.plan.title = Bilingual::same(title.clone());
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
            Event::CorrectionBegun { why, seal } => {
                self.corrections
                    .push(Correction::new(why.as_ref(), *seal, stamp));
            }
            Event::CorrectionPlaced { item } => self.last = Some(*item),
            Event::Approved { on, session } => {
                self.approved = Some(Approval::new(*on, session.as_ref(), stamp));
            }
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
