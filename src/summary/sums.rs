//! What a meeting adds up to: counts by unit, theme and kind, speaking times, conclusions. Struck and merged lines count nowhere.

use std::collections::HashMap;

use super::{Line, Summary};
use crate::agenda::{ContributionKind, ItemKind, PersonId, UnitId, Who};
use crate::meeting::ContributionId;
use crate::text::{Bilingual, Text};

/// The sums of a meeting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sums {
    /// The greatest number of voters present that was reached; none where nobody counted.
    pub present: Option<u32>,
    /// The entitled voters; none where there is no roster of them.
    pub entitled: Option<u32>,
    /// Whether there was a quorum; none where none is known or needed.
    pub quorum_met: Option<bool>,
    /// The lines that count.
    pub contributions: usize,
    /// What the chair said in closing items.
    pub conclusions: Vec<Text>,
    /// Lines by unit, persons without one as units of one, in order of precedence; a joint line counts once for each.
    pub by_unit: Vec<(Who, usize)>,
    /// Lines by theme, in the agenda's order, new ones behind.
    pub by_theme: Vec<(Bilingual, usize)>,
    /// Lines by kind.
    pub by_kind: Vec<(ContributionKind, usize)>,
    /// Who had neither a turn nor a written statement, absent ones too.
    pub unheard: Vec<Who>,
    /// Pairs that somebody judged.
    pub alike: Vec<Alike>,
    /// Who spoke how long, in order of precedence.
    pub speaking: Vec<Spoke>,
}

/// Two lines that somebody compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The two, the earlier one first.
    pub ids: (ContributionId, ContributionId),
    /// Whether they are alike.
    pub accepted: bool,
}

/// What one person, or a unit without one, had of the floor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoke {
    /// Who.
    pub person: Option<PersonId>,
    /// For which unit.
    pub unit: Option<UnitId>,
    /// Seconds, pauses left out.
    pub seconds: i64,
    /// Turns, written statements included.
    pub turns: usize,
}

impl Summary {
    /// Counts anew whatever follows from lines and turns; what comes from roll and quorum stays.
    pub(super) fn count(&mut self, themes: &[Bilingual]) {
        let counted = || self.contributions.iter().filter(|line| line.counts());
        let contributions = counted().count();
        let by_unit = self.by_unit(counted());
        let by_theme = by_theme(counted(), themes);
        let by_kind = ContributionKind::ALL
            .into_iter()
            .map(|kind| (kind, counted().filter(|line| line.kind == kind).count()))
            .filter(|(_, count)| *count > 0)
            .collect();
        let conclusions = counted()
            .filter(|line| self.is_conclusion(line))
            .map(|line| line.text.clone())
            .collect();
        let speaking = self.speaking();
        self.sums = Sums {
            contributions,
            conclusions,
            by_unit,
            by_theme,
            by_kind,
            speaking,
            ..std::mem::take(&mut self.sums)
        };
    }

    /// Whether it is one of the chair's lines in a closing item.
    #[must_use]
    pub fn is_conclusion(&self, line: &Line) -> bool {
        let item = line.item.and_then(|number| self.item(number));
        item.is_some_and(|item| item.kind == ItemKind::Closing)
            && line.person.as_ref().is_some_and(|person| {
                self.meeting.chair.as_ref() == Some(person)
                    || self
                        .meeting
                        .chairs
                        .iter()
                        .any(|chair| chair.person == *person)
            })
    }

    fn by_unit<'a>(&self, lines: impl Iterator<Item = &'a Line>) -> Vec<(Who, usize)> {
        let mut counts: HashMap<&Who, usize> = HashMap::new();
        for who in lines.flat_map(|line| &line.by) {
            *counts.entry(who).or_default() += 1;
        }
        let mut counts: Vec<(Who, usize)> = counts
            .into_iter()
            .map(|(who, count)| (who.clone(), count))
            .collect();
        counts.sort_by_cached_key(|(who, _)| (self.precedence(who), who.clone()));
        counts
    }

    fn speaking(&self) -> Vec<Spoke> {
        let mut spoke: Vec<Spoke> = Vec::new();
        let mut at: HashMap<(Option<&PersonId>, Option<&UnitId>), usize> = HashMap::new();
        for turn in self.items.iter().flat_map(|item| &item.turns) {
            let place = *at
                .entry((turn.person.as_ref(), turn.unit.as_ref()))
                .or_insert_with(|| {
                    spoke.push(Spoke {
                        person: turn.person.clone(),
                        unit: turn.unit.clone(),
                        seconds: 0,
                        turns: 0,
                    });
                    spoke.len() - 1
                });
            spoke[place].seconds += turn.seconds;
            spoke[place].turns += 1;
        }
        spoke.sort_by_key(|spoke| {
            let person = spoke.person.clone().map(Who::Person);
            let unit = spoke.unit.clone().map(Who::Unit);
            person
                .or(unit)
                .map_or((2, 0), |who| match self.precedence(&who) {
                    (1, place) => (0, place),
                    (_, place) => (1, place),
                })
        });
        spoke
    }
}

fn by_theme<'a>(
    lines: impl Iterator<Item = &'a Line>,
    themes: &[Bilingual],
) -> Vec<(Bilingual, usize)> {
    let mut counts: Vec<(Bilingual, usize)> =
        themes.iter().map(|theme| (theme.clone(), 0)).collect();
    let mut at: HashMap<Bilingual, usize> = themes.iter().cloned().zip(0..).collect();
    for theme in lines.flat_map(|line| &line.themes) {
        let place = *at.entry(theme.clone()).or_insert_with(|| {
            counts.push((theme.clone(), 0));
            counts.len() - 1
        });
        counts[place].1 += 1;
    }
    counts.retain(|(_, count)| *count > 0);
    counts
}
