//! The units of many sessions: which of one session is which of another. They are known again by their id, else by their whole name in
//! either language; a person without a unit is a unit of one. Owns that judgement; what they said is `history`'s.

use std::collections::{HashMap, HashSet};

use crate::agenda::Who;
use crate::names::fold;
use crate::summary::Summary;
use crate::text::{Bilingual, Text};

/// A unit as it was met in all sessions.
#[derive(Clone, Debug)]
pub struct Party {
    /// Its last id.
    pub who: Who,
    /// Its last name.
    pub name: Bilingual,
    /// The names it had before, oldest first.
    pub formerly: Vec<Bilingual>,
    /// Its group where it was met last.
    pub group: Option<Text>,
    /// The last session that it was met in, and its place in the order of precedence there.
    pub met: (usize, usize),
}

/// All units that were met, in the order in which they were.
#[derive(Clone, Debug, Default)]
pub struct Parties {
    all: Vec<Party>,
    by_id: HashMap<Who, usize>,
    by_name: HashMap<(bool, String), usize>,
}

impl Parties {
    /// All of them; their places here are what they are called by.
    #[must_use]
    pub fn all(&self) -> &[Party] {
        &self.all
    }

    /// The places of all, in the order of precedence of the latest session that has them.
    #[must_use]
    pub fn in_order(&self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.all.len()).collect();
        places.sort_by_key(|at| {
            let (session, place) = self.all[*at].met;
            (std::cmp::Reverse(session), place)
        });
        places
    }

    /// Which party that is, of the session met last.
    #[must_use]
    pub fn of(&self, who: &Who) -> Option<usize> {
        self.by_id.get(who).copied()
    }

    /// Meets the units of a session; sessions are met oldest first.
    pub(super) fn meet(&mut self, session: usize, summary: &Summary) {
        let units = summary
            .units
            .iter()
            .map(|unit| (Who::Unit(unit.id.clone()), &unit.name, &unit.group));
        let alone = summary
            .attendance
            .iter()
            .filter(|person| person.unit.is_none())
            .map(|person| {
                (
                    Who::Person(person.person.clone()),
                    &person.name,
                    &person.group,
                )
            });
        let all: Vec<_> = units.chain(alone).collect();
        let mut taken: HashSet<usize> = all.iter().filter_map(|(who, ..)| self.of(who)).collect();
        for (place, (who, name, group)) in all.into_iter().enumerate() {
            let known = self.of(&who).or_else(|| {
                let named = self.named(&who, name);
                named.filter(|at| taken.insert(*at))
            });
            let party = Party {
                who: who.clone(),
                name: name.clone(),
                formerly: Vec::new(),
                group: group.clone(),
                met: (session, place),
            };
            let at = self.put(known, party);
            self.by_id.insert(who.clone(), at);
            for key in keys(&who, name) {
                self.by_name.insert(key, at);
            }
        }
    }

    fn named(&self, who: &Who, name: &Bilingual) -> Option<usize> {
        keys(who, name).find_map(|key| self.by_name.get(&key).copied())
    }

    fn put(&mut self, known: Option<usize>, party: Party) -> usize {
        let Some(at) = known else {
            self.all.push(party);
            return self.all.len() - 1;
        };
        let before = std::mem::replace(&mut self.all[at], party);
        let mut formerly = before.formerly;
        formerly.push(before.name);
        let now = &mut self.all[at];
        formerly.retain(|name| *name != now.name);
        formerly.dedup();
        now.formerly = formerly;
        at
    }
}

/// By what a name is known again: persons and units do not stand for one another.
fn keys(who: &Who, name: &Bilingual) -> impl Iterator<Item = (bool, String)> {
    let is_unit = matches!(who, Who::Unit(_));
    [fold(name.en.as_str()), fold(name.zh.as_str())]
        .into_iter()
        .filter(|folded| !folded.is_empty())
        .map(move |folded| (is_unit, folded))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::file;
    use crate::meeting::{Header, Meeting};

    fn summary(roster: &str) -> Summary {
        let source = format!("title = \"T\"\nitems = [\"A\"]\n{roster}");
        let agenda = file::read(&source).agenda.expect("it is in order");
        let begun = "2024-03-01T09:00:00+08:00".parse();
        let header = Header {
            tribune: 1,
            begun: begun.expect("the test writes it right"),
            path: String::new(),
            agenda: source,
        };
        Summary::of(&Meeting::begin(header, agenda))
    }

    fn names(parties: &Parties) -> Vec<(&str, usize)> {
        let all = parties.all().iter();
        all.map(|party| (party.name.en.as_str(), party.formerly.len()))
            .collect()
    }

    #[test]
    fn a_unit_is_known_again_by_its_id_else_by_its_whole_name() {
        let mut parties = Parties::default();
        let sessions = [
            "[unit.a]\nname = { en = \"North College\", zh = \"北方学院\" }\n[person.li]\nname = \"Li\"\n",
            "[unit.a]\nname = \"North University\"\n[unit.c]\nname = \"North\"\n",
            "[unit.b]\nname = \"NORTH UNIVERSITY\"\n[unit.li]\nname = \"Li\"\n",
        ];
        for (session, roster) in sessions.iter().enumerate() {
            parties.meet(session, &summary(roster));
        }
        assert_eq!(
            names(&parties),
            [("NORTH UNIVERSITY", 2), ("Li", 0), ("North", 0), ("Li", 0)],
            "a person is no unit, and a part of a name is no name"
        );
        assert_eq!(parties.in_order(), [0, 3, 2, 1]);
    }

    #[test]
    fn two_units_of_one_session_stay_two() {
        let mut parties = Parties::default();
        parties.meet(0, &summary("[unit.a]\nname = \"College\"\n"));
        let both = "[unit.a]\nname = \"University\"\n[unit.b]\nname = \"College\"\n";
        parties.meet(1, &summary(both));
        assert_eq!(names(&parties), [("University", 1), ("College", 0)]);
    }
}
