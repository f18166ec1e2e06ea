//! E and P: how many are entitled and how many are there, and whether that is a quorum (`RULES.md` §1).

use super::Status;
use crate::agenda::{ItemKind, Person, PersonId, Voters, Who};
use crate::meeting::Meeting;
use crate::meeting::floor::Speaker;
use crate::meeting::ids::ItemId;
use crate::rules::Quorum;

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

/// What those entitled to vote are, by the roll alone: an announced head count changes none of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Present, in the room or online.
    pub present: u32,
    /// Represented by another.
    pub represented: u32,
    /// Excused.
    pub excused: u32,
    /// Absent.
    pub absent: u32,
    /// Gone.
    pub left: u32,
    /// Of whom nothing was said yet.
    pub unmarked: u32,
    /// Of those present: out of the room for the current item.
    pub away: u32,
    /// Out of the base of the current item.
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
            if let Some(item) = self.progress.current() {
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
        let mut attendance = match self.agenda.voters {
            Voters::Persons => self.persons_attending(item),
            Voters::Units => self.units_attending(item),
        };
        if let Some(count) = self.roll.head_count() {
            attendance.entitled = count.of.unwrap_or(attendance.entitled);
            attendance.present = count.present;
            attendance.quorate = count.present;
        }
        attendance
    }

    fn persons_attending(&self, item: Option<ItemId>) -> Attendance {
        let mut sum = Attendance::default();
        for person in self.roster.persons().filter(|person| person.votes) {
            let (present, quorate) = self.counts(person, item);
            let recused = item.is_some_and(|item| self.roll.is_recused(&person.id, item));
            sum.entitled += u32::from(!recused);
            sum.present += u32::from(present);
            sum.quorate += u32::from(quorate);
        }
        sum
    }

    fn units_attending(&self, item: Option<ItemId>) -> Attendance {
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
            let (present, quorate) = self.counts(person, item);
            of.entitled |= !recused;
            of.present |= present;
            of.quorate |= quorate;
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

    /// Whether a person counts as present for votes, and for the quorum.
    fn counts(&self, person: &Person, item: Option<ItemId>) -> (bool, bool) {
        if item.is_some_and(|item| {
            self.roll.is_away(&person.id, item) || self.roll.is_recused(&person.id, item)
        }) {
            return (false, false);
        }
        match self.roll.status(&person.id) {
            Status::Present => (true, true),
            Status::Represented => (self.proxies_vote(), self.proxies_make_quorum()),
            Status::Unmarked | Status::Excused | Status::Absent | Status::Left => (false, false),
        }
    }

    /// How many entitled voters must be present; `None` where no quorum is known or needed.
    #[must_use]
    pub fn quorum_needed(&self) -> Option<u32> {
        let quorum = self.quorum_rule();
        let entitled = self.attendance(None).entitled;
        if entitled == 0 || quorum == Quorum::None {
            return None;
        }
        u32::try_from(quorum.needed(u64::from(entitled))).ok()
    }

    /// Whether enough are present; `None` where no quorum is known or needed.
    #[must_use]
    pub fn is_quorate(&self) -> Option<bool> {
        self.quorum_needed()
            .map(|needed| self.attendance(None).quorate >= needed)
    }

    /// The persons of a roll who are there now, in order of precedence.
    pub fn present_persons(&self) -> impl Iterator<Item = &Person> {
        self.roster
            .persons()
            .filter(|person| self.roll.is_present(&person.id))
    }
}
