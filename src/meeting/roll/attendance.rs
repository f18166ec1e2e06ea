//! E and P: how many are entitled and how many are there, and whether that is a quorum (`RULES.md` §1 and §2).
//!
//! The quorum has the E and P of the item at hand: the recused are in neither, those away are out of P, and the represented
//! are in P only where the meeting's rule, never that of one ballot, lets proxies count for it. Whoever is represented counts
//! only while whoever acts for them takes part in that item themselves: gone, away or recused, nobody can act for another.

use super::Status;
use crate::agenda::{ItemKind, Person, PersonId, Voters, Who};
use crate::meeting::Meeting;
use crate::meeting::floor::Speaker;
use crate::meeting::ids::ItemId;
use crate::meeting::progress::Stage;
use crate::rules::{Proxies, Quorum};

/// E and P as they stand (`RULES.md` §1), and what the header shows of the roll.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// E: entitled voters, less those recused from the item.
    pub entitled: u32,
    /// P as votes count it: present, or represented where proxies vote; less those away or recused.
    pub present: u32,
    /// P as the quorum counts it: represented ones only where the rule lets proxies count for it.
    pub quorate: u32,
}

/// The figures of the quorum: those that decide whether it is there are those that are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuorumCount {
    /// E: entitled voters, less those recused from the item.
    pub entitled: u32,
    /// P as the quorum counts it.
    pub present: u32,
    /// How many of E must be present.
    pub needed: u32,
}

impl QuorumCount {
    /// Whether enough are present.
    #[must_use]
    pub const fn is_met(&self) -> bool {
        self.present >= self.needed
    }
}

/// What those entitled to vote are, by the roll alone: an announced head count changes none of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Present, in the room or online.
    pub present: u32,
    /// Represented by another.
    pub represented: u32,
    /// Of those represented: whoever acts for them takes no part in the item at hand.
    pub unrepresented: u32,
    /// Excused.
    pub excused: u32,
    /// Absent.
    pub absent: u32,
    /// Gone.
    pub left: u32,
    /// Of whom nothing was said yet.
    pub unmarked: u32,
    /// Of those present: out of the room for the item at hand.
    pub away: u32,
    /// Out of the base of the item at hand.
    pub recused: u32,
    /// Present, and not entitled to vote.
    pub attending: u32,
}

impl Figures {
    fn take(&mut self, status: Status) {
        let figure = match status {
            Status::Unmarked => &mut self.unmarked,
            Status::Present => &mut self.present,
            Status::Excused => &mut self.excused,
            Status::Absent => &mut self.absent,
            Status::Left => &mut self.left,
            Status::Represented => &mut self.represented,
        };
        *figure += 1;
    }
}

impl Meeting {
    /// What those entitled to vote are, each person once. Costs the length of the roster.
    #[must_use]
    pub fn figures(&self) -> Figures {
        let mut figures = Figures::default();
        for person in self.roster.persons() {
            let status = self.roll.status(&person.id);
            let is_present = status == Status::Present;
            if !person.votes {
                figures.attending += u32::from(is_present);
                continue;
            }
            figures.take(status);
            let item = self.item_at_hand();
            figures.unrepresented += u32::from(self.is_unrepresented(&person.id, item));
            if let Some(item) = item {
                let away = is_present && self.roll.is_away(&person.id, item);
                figures.away += u32::from(away);
                figures.recused += u32::from(self.roll.is_recused(&person.id, item));
            }
        }
        figures
    }

    /// Whether somebody came after the opening: after the call to order, or after the item that is the opening, in which the roll
    /// is still being taken.
    #[must_use]
    pub fn came_late(&self, person: &PersonId) -> bool {
        let Some(opened) = self.progress.opened() else {
            return false;
        };
        let first = self.progress.items().next();
        let opening = first.filter(|item| item.plan.kind == ItemKind::Opening);
        let ends = opening.map(|item| item.spans.last().map(|span| span.until));
        let begun = match ends {
            None => opened,
            Some(Some(Some(until))) => until.max(opened),
            Some(Some(None) | None) => return false,
        };
        let came = self.roll.presence(person).from;
        came.is_some_and(|came| came > begun)
    }

    /// E and P of an item as they stand now; of the meeting as such without one. Costs the length of the roster.
    #[must_use]
    pub fn attendance(&self, item: Option<ItemId>) -> Attendance {
        let mut attendance = self.attending(item);
        if let Some(count) = self.roll.head_count() {
            attendance.entitled = count.of.unwrap_or(attendance.entitled);
            attendance.present = count.present;
            attendance.quorate = count.present;
        }
        attendance
    }

    /// E and P of an item by the roll alone.
    pub(super) fn attending(&self, item: Option<ItemId>) -> Attendance {
        let proxies = self.rule().proxies;
        match self.agenda.voters {
            Voters::Persons => self.persons_attending(item, proxies),
            Voters::Units => self.units_attending(item, proxies),
        }
    }

    fn persons_attending(&self, item: Option<ItemId>, proxies: Proxies) -> Attendance {
        let mut sum = Attendance::default();
        for person in self.roster.persons().filter(|person| person.votes) {
            let recused = item.is_some_and(|item| self.roll.is_recused(&person.id, item));
            let counts = |proxies| self.counts_as_present(&person.id, item, proxies);
            sum.entitled += u32::from(!recused);
            sum.present += u32::from(counts(proxies));
            sum.quorate += u32::from(counts(proxies.towards_quorum()));
        }
        sum
    }

    fn units_attending(&self, item: Option<ItemId>, proxies: Proxies) -> Attendance {
        #[derive(Default)]
        struct Of {
            entitled: bool,
            present: bool,
            quorate: bool,
        }
        let mut units: std::collections::BTreeMap<Who, Of> = std::collections::BTreeMap::new();
        for person in self.roster.persons().filter(|person| person.votes) {
            let of = units
                .entry(
                    Speaker::person(person)
                        .for_unit()
                        .unwrap_or(Who::Person(person.id.clone())),
                )
                .or_default();
            let recused = item.is_some_and(|item| self.roll.is_recused(&person.id, item));
            let counts = |proxies| self.counts_as_present(&person.id, item, proxies);
            of.entitled |= !recused;
            of.present |= counts(proxies);
            of.quorate |= counts(proxies.towards_quorum());
        }
        let count = |is: fn(&Of) -> bool| {
            u32::try_from(units.values().filter(|of| is(of)).count()).unwrap_or(u32::MAX)
        };
        Attendance {
            entitled: count(|of| of.entitled),
            present: count(|of| of.present),
            quorate: count(|of| of.quorate),
        }
    }

    /// Whether somebody entitled is in P of that item, where proxies may do that much.
    pub(in crate::meeting) fn counts_as_present(
        &self,
        person: &PersonId,
        item: Option<ItemId>,
        proxies: Proxies,
    ) -> bool {
        if item.is_some_and(|item| self.roll.is_out(person, item)) {
            return false;
        }
        match self.roll.status(person) {
            Status::Present => true,
            Status::Represented => proxies != Proxies::None && !self.is_unrepresented(person, item),
            Status::Unmarked | Status::Excused | Status::Absent | Status::Left => false,
        }
    }

    /// Whether somebody is represented by another who takes no part in that item now: they count again with their return.
    #[must_use]
    pub fn is_unrepresented(&self, person: &PersonId, item: Option<ItemId>) -> bool {
        let acts = |by: &PersonId| {
            self.roll.is_present(by) && !item.is_some_and(|item| self.roll.is_out(by, item))
        };
        self.roll.status(person) == Status::Represented
            && self.roll.acts_for(person).is_some_and(|by| !acts(by))
    }

    /// The item of which E and P are said: the open one, else the one open last, in which a ballot would be held; none when
    /// all is over.
    #[must_use]
    pub fn item_at_hand(&self) -> Option<ItemId> {
        let is_over = self.progress.stage() == Stage::Adjourned;
        self.progress.place().filter(|_| !is_over)
    }

    /// The figures of the quorum as they stand, of the item at hand; `None` where no quorum is known or needed.
    #[must_use]
    pub fn quorum(&self) -> Option<QuorumCount> {
        self.quorum_of(self.item_at_hand())
    }

    /// The figures of the quorum in an item; of the meeting as such without one.
    #[must_use]
    pub fn quorum_of(&self, item: Option<ItemId>) -> Option<QuorumCount> {
        let quorum = self.quorum_rule();
        let Attendance {
            entitled, quorate, ..
        } = self.attendance(item);
        if entitled == 0 || quorum == Quorum::None {
            return None;
        }
        Some(QuorumCount {
            entitled,
            present: quorate,
            needed: u32::try_from(quorum.needed(u64::from(entitled))).ok()?,
        })
    }

    /// Whether enough are present; `None` where no quorum is known or needed.
    #[must_use]
    pub fn is_quorate(&self) -> Option<bool> {
        self.quorum().map(|quorum| quorum.is_met())
    }

    /// The persons of a roll who are there now, in order of precedence.
    pub fn present_persons(&self) -> impl Iterator<Item = &Person> {
        self.roster
            .persons()
            .filter(|person| self.roll.is_present(&person.id))
    }
}
