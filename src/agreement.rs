//! Contributions that are perhaps alike: an index of their wording, fed one line at a time, and the pairs that nobody has judged yet,
//! each with what both say. Pure; it claims nothing: whether two are alike a person says (`alike C7 C19`), and who shows the pairs asks.
//!
//! # The measure
//!
//! Texts are compared as sets of pieces — two Chinese characters, three letters of an English word (Damashek, “Gauging similarity with
//! n-grams”, Science 267, 1995; that pairs of characters do as well as words: Nie and Ren, “Chinese information retrieval: using
//! characters or words?”, Information Processing & Management 35, 1999) — by the cosine of the angle
//! between them, each piece weighed by how rare it is in this meeting (ln(1 + lines ÷ lines that have it)), so that what the
//! meeting is about distinguishes nothing, and half where it stands in what a theme is called. It is 1 for the same wording and 0 where
//! nothing is shared.
//!
//! Pairs from [`ALIKE`] on are shown, where both say at least two words the same: one long word can make as much of a short line. In the
//! shipped meetings that finds what people merged or said again, and hardly what is only about the same theme; the tests hold both.
//!
//! # What a line costs
//!
//! Its rarest pieces are looked up first, and no more than a bounded number of lines that have them (`LOOKED_AT`); the nearest of these
//! are compared whole. So a line costs the same in a meeting of any length, whatever is said in it.

mod grams;

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::agenda::ContributionKind;
use crate::meeting::contribution::{Contribution, ThemeId};
use crate::meeting::{ContributionId, Meeting};
use crate::text::Text;

use grams::{Gram, Script, Word};

/// From this likeness on a pair is shown.
pub const ALIKE: f64 = 0.21;
/// From this on it is kept in mind: rarity changes while lines come.
const KEPT: f64 = ALIKE * 0.6;
/// Lines of the index that a new line is looked for in, by its rarest pieces.
const LOOKED_AT: usize = 2_000;
/// The nearest of them, that are compared whole.
const COMPARED: usize = 16;
/// Those that a line keeps in mind.
const NEAREST: usize = 4;
/// A piece is over-common where more lines than this have it, and more than this part of all.
const COMMON: usize = 200;
const COMMON_PART: usize = 10;
/// What a piece of a theme's name says, of what another says.
const OF_THEME: f64 = 0.5;
/// Pairs that are shown at most.
pub const MOST: usize = 24;
/// Words that both have to say.
const LEAST_WORDS: usize = 2;
/// Words that are shown as what both say, at most.
const MOST_SHARED: usize = 4;

/// Two contributions that are perhaps alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The earlier one.
    pub first: ContributionId,
    /// The later one.
    pub second: ContributionId,
    /// How alike their wording is, from 0 to 1.
    pub likeness: f64,
    /// What both say, the weightiest first.
    pub shared: Vec<Text>,
}

/// The index.
#[derive(Clone, Debug, Default)]
pub struct Agreement {
    lines: HashMap<ContributionId, Line>,
    numbers: HashMap<Gram, u32>,
    /// The lines that have a piece, in order of entry, by its number.
    having: Vec<Vec<ContributionId>>,
    /// The pieces of what themes are called, and those themes.
    of_themes: HashSet<u32>,
    themes: Vec<ThemeId>,
}

/// A line as the index knows it.
#[derive(Clone, Debug)]
struct Line {
    text: Text,
    /// The numbers of its pieces, in order.
    pieces: Vec<u32>,
    /// The lines that were nearest when it came.
    near: Vec<ContributionId>,
}

impl Agreement {
    /// The index of a meeting.
    #[must_use]
    pub fn of(meeting: &Meeting) -> Self {
        let mut agreement = Self::default();
        agreement.follow(meeting);
        agreement
    }

    /// Takes in what changed in a meeting since: lines that came, were worded anew, were struck or merged, or were taken back.
    /// Costs a glance at each line, and [`take`](Self::take) for each that changed.
    pub fn follow(&mut self, meeting: &Meeting) {
        let contributions = &meeting.contributions;
        self.know_themes(meeting);
        let stays = |id: &ContributionId| contributions.get(*id).is_some_and(takes_part);
        let gone: Vec<ContributionId> =
            self.lines.keys().filter(|id| !stays(id)).copied().collect();
        gone.into_iter().for_each(|id| self.forget(id));
        for contribution in contributions.all().filter(|one| takes_part(one)) {
            self.take(contribution.line.id, &contribution.line.text);
        }
    }

    /// What themes are called says little: two lines that share no more are of one theme, which is shown as such.
    fn know_themes(&mut self, meeting: &Meeting) {
        let themes = || meeting.contributions.themes();
        if themes().map(|theme| &theme.id).eq(&self.themes) {
            return;
        }
        self.themes = themes().map(|theme| theme.id.clone()).collect();
        self.of_themes.clear();
        for name in themes().flat_map(|theme| [&theme.name.en, &theme.name.zh]) {
            let pieces = self.pieces(name);
            self.of_themes.extend(pieces);
        }
    }

    /// Takes a line in, or its new wording; nothing happens where it is known.
    pub fn take(&mut self, id: ContributionId, text: &Text) {
        match self.lines.get(&id) {
            Some(known) if known.text == *text => return,
            Some(_) => self.forget(id),
            None => {}
        }
        let pieces = self.pieces(text);
        let near = self.nearest(&pieces);
        for piece in &pieces {
            let having = &mut self.having[*piece as usize];
            let at = having.partition_point(|known| *known < id);
            having.insert(at, id);
        }
        let text = text.clone();
        self.lines.insert(id, Line { text, pieces, near });
    }

    /// Forgets a line.
    fn forget(&mut self, id: ContributionId) {
        let Some(line) = self.lines.remove(&id) else {
            return;
        };
        for piece in line.pieces {
            let having = &mut self.having[piece as usize];
            if let Ok(at) = having.binary_search(&id) {
                having.remove(at);
            }
        }
    }

    /// The numbers of a text's pieces, in order; new pieces get one.
    fn pieces(&mut self, text: &Text) -> Vec<u32> {
        let mut pieces: Vec<u32> = grams::grams(text.as_str())
            .into_iter()
            .map(|gram| {
                let next = u32::try_from(self.having.len()).unwrap_or(u32::MAX);
                let number = *self.numbers.entry(gram).or_insert(next);
                if number == next {
                    self.having.push(Vec::new());
                }
                number
            })
            .collect();
        pieces.sort_unstable();
        pieces
    }

    /// The lines nearest to those pieces, among the ones that share the rarest of them.
    fn nearest(&self, pieces: &[u32]) -> Vec<ContributionId> {
        let mut rarest: Vec<&u32> = pieces
            .iter()
            .filter(|piece| !self.is_common(**piece))
            .collect();
        rarest.sort_unstable_by_key(|piece| self.having[**piece as usize].len());
        let mut shares: HashMap<ContributionId, f64> = HashMap::new();
        let mut left = LOOKED_AT;
        for piece in rarest {
            let having = &self.having[*piece as usize];
            let Some(rest) = left.checked_sub(having.len()) else {
                break;
            };
            left = rest;
            let weight = self.weight(*piece);
            for id in having {
                *shares.entry(*id).or_default() += weight * weight;
            }
        }
        let mut nearest: Vec<(ContributionId, f64)> = shares.into_iter().collect();
        keep_best(&mut nearest, COMPARED);
        for (id, likeness) in &mut nearest {
            *likeness = self
                .lines
                .get(id)
                .map_or(0.0, |line| self.likeness(pieces, &line.pieces));
        }
        nearest.retain(|(_, likeness)| *likeness >= KEPT);
        keep_best(&mut nearest, NEAREST);
        nearest.into_iter().map(|(id, _)| id).collect()
    }

    fn is_common(&self, piece: u32) -> bool {
        self.having[piece as usize].len() > COMMON.max(self.lines.len() / COMMON_PART)
    }

    /// How much a piece says: the more, the fewer lines have it.
    fn weight(&self, piece: u32) -> f64 {
        let having = self.having[piece as usize].len().max(1);
        let weight = (1.0 + ratio(self.lines.len(), having)).ln();
        if self.of_themes.contains(&piece) {
            weight * OF_THEME
        } else {
            weight
        }
    }

    /// The cosine of two sets of pieces.
    fn likeness(&self, one: &[u32], other: &[u32]) -> f64 {
        let square = |piece: &u32| self.weight(*piece).powi(2);
        let both: f64 = shared(one, other).map(square).sum();
        let length = |pieces: &[u32]| pieces.iter().map(square).sum::<f64>().sqrt();
        let lengths = length(one) * length(other);
        if lengths > 0.0 { both / lengths } else { 0.0 }
    }

    /// The pairs that are perhaps alike and that nobody has judged, the most alike first.
    #[must_use]
    pub fn pairs(&self, meeting: &Meeting) -> Vec<Pair> {
        let judged: BTreeSet<(ContributionId, ContributionId)> = meeting
            .contributions
            .likeness()
            .map(|(first, second, _)| (first, second))
            .collect();
        let near = self.lines.iter().flat_map(|(id, line)| {
            let pair = |other: &ContributionId| (*id.min(other), *id.max(other));
            line.near.iter().map(pair)
        });
        let unjudged: BTreeSet<(ContributionId, ContributionId)> =
            near.filter(|pair| !judged.contains(pair)).collect();
        let mut alike: Vec<((ContributionId, ContributionId), f64)> = unjudged
            .into_iter()
            .filter(|(first, second)| may_be_alike(meeting, *first, *second))
            .filter_map(|pair| Some((pair, self.likeness_of(pair)?)))
            .filter(|(_, likeness)| *likeness >= ALIKE)
            .collect();
        let all = alike.len();
        keep_best(&mut alike, all);
        let pair = |((first, second), likeness)| {
            let shared = self.said_by_both(first, second)?;
            Some(Pair {
                first,
                second,
                likeness,
                shared,
            })
        };
        alike.into_iter().filter_map(pair).take(MOST).collect()
    }

    fn likeness_of(&self, (first, second): (ContributionId, ContributionId)) -> Option<f64> {
        let (first, second) = (self.lines.get(&first)?, self.lines.get(&second)?);
        Some(self.likeness(&first.pieces, &second.pieces))
    }

    /// The words of the later line that the earlier one has too, the weightiest first; nothing of too few.
    fn said_by_both(&self, first: ContributionId, second: ContributionId) -> Option<Vec<Text>> {
        let (first, second) = (self.lines.get(&first)?, self.lines.get(&second)?);
        let weight = |gram: Gram| {
            let piece = self.numbers.get(&gram)?;
            first.pieces.binary_search(piece).ok()?;
            Some(self.weight(*piece))
        };
        let mut said: Vec<(String, f64)> = Vec::new();
        let mut words = 0;
        for word in grams::words(second.text.as_str()) {
            for (part, weight) in parts(&word, weight) {
                if !said.iter().any(|(known, _)| *known == part) {
                    words += word.script.words(part.chars().count());
                    said.push((part, weight));
                }
            }
        }
        keep_best(&mut said, MOST_SHARED);
        let said = said.into_iter().map(|(part, _)| Text::line(&part));
        (words >= LEAST_WORDS).then(|| said.collect())
    }
}

/// Whether it is compared at all: it counts, and it is neither a remark nor a reply, which propose nothing.
fn takes_part(contribution: &Contribution) -> bool {
    let line = &contribution.line;
    contribution.counts() && line.kind != ContributionKind::Remark && line.re.is_none()
}

/// Whether it would say something that two are alike: not of what one and the same unit said twice, nor of a question and something
/// that is none.
fn may_be_alike(meeting: &Meeting, first: ContributionId, second: ContributionId) -> bool {
    let get = |id| meeting.contributions.get(id).filter(|one| takes_part(one));
    let (Some(first), Some(second)) = (get(first), get(second)) else {
        return false;
    };
    let (first, second) = (&first.line, &second.line);
    let of = |one: &[_], other: &[_]| one.iter().all(|who| other.contains(who));
    let (by, also_by) = (&first.source.by, &second.source.by);
    let asks = |kind| kind == ContributionKind::Question;
    !of(by, also_by) && !of(also_by, by) && asks(first.kind) == asks(second.kind)
}

/// The parts of a word that are said elsewhere too, by the weight of each of its pieces there: of letters the word whole where most of
/// it is, of characters the runs.
fn parts(word: &Word, weight: impl Fn(Gram) -> Option<f64>) -> Vec<(String, f64)> {
    let grams = word.grams();
    let written = |letters: &[char]| letters.iter().collect::<String>();
    match word.script {
        Script::Lettered => {
            let found: Vec<f64> = grams.iter().filter_map(|(_, gram)| weight(*gram)).collect();
            let is_most = !grams.is_empty() && found.len() * 4 >= grams.len() * 3;
            let whole = is_most.then(|| (written(&word.letters), found.iter().sum()));
            whole.into_iter().collect()
        }
        Script::Unparted => {
            let mut runs: Vec<(usize, usize, f64)> = Vec::new();
            for (at, weight) in grams
                .iter()
                .filter_map(|(at, gram)| Some((*at, weight(*gram)?)))
            {
                match runs.last_mut() {
                    Some((_, end, sum)) if at < *end => (*end, *sum) = (at + 2, *sum + weight),
                    _ => runs.push((at, at + 2, weight)),
                }
            }
            let end = |end: usize| end.min(word.letters.len());
            let part = |(from, to, weight)| (written(&word.letters[from..end(to)]), weight);
            runs.into_iter().map(part).collect()
        }
    }
}

/// Those that both have, of two lists in order.
fn shared<'a>(one: &'a [u32], other: &'a [u32]) -> impl Iterator<Item = &'a u32> {
    let mut rest = other;
    one.iter().filter(move |piece| {
        rest = &rest[rest.partition_point(|known| known < *piece)..];
        rest.first() == Some(*piece)
    })
}

/// Keeps so many of the greatest, the greatest first; what is equally great by its name.
fn keep_best<T: Ord>(ranked: &mut Vec<(T, f64)>, most: usize) {
    ranked.sort_unstable_by(|(one, great), (other, greater)| {
        greater.total_cmp(great).then_with(|| one.cmp(other))
    });
    ranked.truncate(most);
}

/// Two counts divided.
fn ratio(one: usize, other: usize) -> f64 {
    let small = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    small(one) / small(other)
}

#[cfg(test)]
mod tests;
