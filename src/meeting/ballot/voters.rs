//! Who is counted in a ballot: each entitled voter with their group and whether they are there, and E and P of them
//! (`RULES.md` §1). Presence itself is the roll's.

use super::super::ids::ItemId;
use super::super::roll::Status;
use super::{GroupName, GroupSize, Size};
use crate::agenda::{Person, Voters, Who};
use crate::meeting::Meeting;
use crate::rules::{Each, Proxies, Rule};
use crate::text::Text;

/// An entitled voter of a ballot: a person, or a unit where units vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voter {
    /// Who.
    pub who: Who,
    /// The group of the roster they belong to.
    pub group: Option<Text>,
    /// Whether they are there, or represented where the rule allows it; not away.
    pub is_present: bool,
}

impl Meeting {
    /// The entitled voters of an item, in order of precedence; the recused are not among them.
    #[must_use]
    pub fn voters(&self, item: Option<ItemId>, proxies: Proxies) -> Vec<Voter> {
        let mut voters: Vec<Voter> = Vec::new();
        let is_entitled = |person: &&Person| {
            person.votes && !item.is_some_and(|item| self.roll.is_recused(&person.id, item))
        };
        for person in self.roster.persons().filter(is_entitled) {
            let is_present = self.counts_as_present(&person.id, item, proxies);
            let who = self.voter_of(person);
            match voters.iter_mut().find(|voter| voter.who == who) {
                Some(voter) => voter.is_present |= is_present,
                None => voters.push(Voter {
                    group: self.group_of(person, &who),
                    who,
                    is_present,
                }),
            }
        }
        if self.agenda.voters == Voters::Units {
            voters.sort_by_key(|voter| match &voter.who {
                Who::Unit(unit) => self.roster.unit_precedence(unit),
                Who::Person(_) => usize::MAX,
            });
        }
        voters
    }

    /// The group a voter counts in: their own, else that of their unit.
    fn group_of(&self, person: &Person, who: &Who) -> Option<Text> {
        let units = || {
            self.roster
                .unit_of(&person.id)
                .and_then(|unit| unit.group.clone())
        };
        match who {
            Who::Person(_) => person.group.clone().or_else(units),
            Who::Unit(_) => units().or_else(|| person.group.clone()),
        }
    }

    /// E and P of an item as a ballot under that rule takes them now. An announced head count stands for both.
    pub(super) fn size_now(&self, item: Option<ItemId>, rule: &Rule) -> Size {
        let voters = self.voters(item, rule.proxies);
        let known = self.roster.is_planned();
        let present = count(voters.iter().filter(|voter| voter.is_present).count());
        let announced = self.roll.head_count();
        Size {
            entitled: announced
                .and_then(|it| it.of)
                .or(known.then(|| count(voters.len()))),
            present: announced.map(|it| it.present).or(known.then_some(present)),
            groups: match rule.each {
                Each::All => Vec::new(),
                Each::Group => group_sizes(&voters),
            },
        }
    }

    /// Of whom nothing was said yet, and who would add a voter to those present in that item if they were marked.
    pub(super) fn unmarked_voters(&self, item: Option<ItemId>) -> Vec<&Person> {
        let voters = self.voters(item, self.rule().proxies);
        let would_add = |person: &&Person| {
            let who = self.voter_of(person);
            person.votes
                && self.roll.status(&person.id) == Status::Unmarked
                && !item.is_some_and(|item| self.roll.is_recused(&person.id, item))
                && voters
                    .iter()
                    .any(|voter| voter.who == who && !voter.is_present)
        };
        self.roster.persons().filter(would_add).collect()
    }

    /// As whom a person counts: their unit where units vote, else themselves.
    fn voter_of(&self, person: &Person) -> Who {
        let unit = person
            .unit
            .as_ref()
            .filter(|_| self.agenda.voters == Voters::Units);
        match unit {
            Some(unit) => Who::Unit(unit.clone()),
            None => Who::Person(person.id.clone()),
        }
    }
}

fn group_sizes(voters: &[Voter]) -> Vec<GroupSize> {
    let mut sizes: Vec<GroupSize> = Vec::new();
    for voter in voters {
        let group = voter
            .group
            .clone()
            .map_or(GroupName::Others, GroupName::Named);
        let at = sizes
            .iter()
            .position(|size| size.group == group)
            .unwrap_or_else(|| {
                sizes.push(GroupSize {
                    group,
                    entitled: 0,
                    present: 0,
                });
                sizes.len() - 1
            });
        sizes[at].entitled += 1;
        sizes[at].present += u32::from(voter.is_present);
    }
    sizes
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
