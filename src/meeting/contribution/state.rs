//! All that was noted, as it stands: each line with its support and answer, by entry and by unit, and the themes.

use std::sync::Arc;

use imbl::{HashMap, OrdMap, Vector};

use super::{Answer, Captured, Event, Likeness, ThemeId};
use crate::agenda::{Agenda, ContributionKind, Who};
use crate::meeting::Stamp;
use crate::meeting::ids::ContributionId;
use crate::text::{Bilingual, Moment, Text};

/// One thing noted, as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// As it was noted, with its kind, text, themes and source as they stand.
    pub line: Captured,
    /// Who supports it, in the order they did.
    pub supported_by: Vec<Who>,
    /// Whether it has a star.
    pub starred: bool,
    /// Whether it was struck, and why.
    pub struck: Option<Option<Text>>,
    /// What it went into.
    pub merged_into: Option<ContributionId>,
    /// What became of it.
    pub status: Answer,
    /// In words.
    pub answer: Option<Text>,
    /// Who noted it.
    pub author: Text,
    /// When.
    pub at: Moment,
    /// The record that last changed it.
    pub changed: u64,
}

impl Contribution {
    /// Whether it counts: neither struck nor merged into another.
    #[must_use]
    pub const fn counts(&self) -> bool {
        self.struck.is_none() && self.merged_into.is_none()
    }

    /// Whether it still waits for an answer: it counts, is open or carried, and is no remark.
    #[must_use]
    pub fn is_follow_up(&self) -> bool {
        self.counts()
            && matches!(self.status, Answer::Open | Answer::Carried)
            && self.line.kind != ContributionKind::Remark
    }
}

/// A theme that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownTheme {
    /// Its id.
    pub id: ThemeId,
    /// What it is called.
    pub name: Bilingual,
    /// Other names that mean it.
    pub also: Vec<Text>,
}

/// All that was noted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contributions {
    entries: OrdMap<ContributionId, Arc<Contribution>>,
    by_source: HashMap<Who, Vector<ContributionId>>,
    /// How many of all count, and of each source.
    noted: usize,
    noted_from: HashMap<Who, usize>,
    themes: Vector<Arc<KnownTheme>>,
    theme_at: HashMap<ThemeId, usize>,
    likeness: OrdMap<(ContributionId, ContributionId), Likeness>,
}

impl Contributions {
    /// Before anything was noted: the themes the agenda knows.
    #[must_use]
    pub fn of(agenda: &Agenda) -> Self {
        let mut contributions = Self::default();
        contributions.plan_themes(agenda);
        contributions
    }

    /// Takes in the themes of an agenda; those already known stay.
    pub(in crate::meeting) fn plan_themes(&mut self, agenda: &Agenda) {
        for theme in &agenda.themes {
            let id = ThemeId::of(&theme.name.en);
            if self.theme(&id).is_none() {
                self.know(KnownTheme {
                    id,
                    name: theme.name.clone(),
                    also: theme.also.clone(),
                });
            }
        }
    }

    fn know(&mut self, theme: KnownTheme) {
        self.theme_at
            .entry(theme.id.clone())
            .or_insert(self.themes.len());
        self.themes.push_back(Arc::new(theme));
    }

    /// All, in order of entry.
    #[must_use]
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Contribution> {
        self.entries.values().map(|contribution| &**contribution)
    }

    /// How many were noted, struck and merged ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing was noted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many count.
    #[must_use]
    pub const fn noted(&self) -> usize {
        self.noted
    }

    /// How many of a unit, or of a person without one, count.
    #[must_use]
    pub fn noted_from(&self, who: &Who) -> usize {
        self.noted_from.get(who).copied().unwrap_or(0)
    }

    /// That contribution.
    #[must_use]
    pub fn get(&self, id: ContributionId) -> Option<&Contribution> {
        self.entries.get(&id).map(|contribution| &**contribution)
    }

    /// Those of a unit, or of a person without one, in order of entry.
    #[must_use]
    pub fn from_source(&self, who: &Who) -> impl DoubleEndedIterator<Item = &Contribution> {
        self.by_source
            .get(who)
            .into_iter()
            .flatten()
            .filter_map(|id| self.get(*id))
    }

    /// The themes that are known: those of the agenda first, then new ones in order of entry.
    #[must_use]
    pub fn themes(&self) -> impl DoubleEndedIterator<Item = &KnownTheme> {
        self.themes.iter().map(|theme| &**theme)
    }

    /// That theme.
    #[must_use]
    pub fn theme(&self, id: &ThemeId) -> Option<&KnownTheme> {
        self.themes
            .get(*self.theme_at.get(id)?)
            .map(|theme| &**theme)
    }

    /// The pairs somebody judged, the earlier one first.
    pub fn likeness(&self) -> impl Iterator<Item = (ContributionId, ContributionId, Likeness)> {
        self.likeness
            .iter()
            .map(|((first, second), verdict)| (*first, *second, *verdict))
    }

    /// The author's own last line that counts.
    #[must_use]
    pub fn last_of(&self, author: &Text) -> Option<&Contribution> {
        self.all()
            .rev()
            .find(|contribution| contribution.author == *author && contribution.counts())
    }

    fn change(
        &mut self,
        id: ContributionId,
        stamp: &Stamp,
        change: impl FnOnce(&mut Contribution),
    ) {
        if let Some(contribution) = self.entries.get_mut(&id) {
            let contribution = Arc::make_mut(contribution);
            contribution.changed = stamp.seq;
            change(contribution);
        }
    }

    /// Keeps the lines of a unit in order of entry; a new line is the last of all.
    fn index(&mut self, who: &Who, id: ContributionId) {
        let ids = self.by_source.entry(who.clone()).or_default();
        if ids.last().is_none_or(|last| *last < id) {
            ids.push_back(id);
        } else if let Err(at) = ids.binary_search(&id) {
            ids.insert(at, id);
        }
    }

    fn unindex(&mut self, id: ContributionId) {
        let by = self
            .get(id)
            .map(|contribution| contribution.line.source.by.clone())
            .unwrap_or_default();
        for who in &by {
            if let Some(ids) = self.by_source.get_mut(who) {
                ids.retain(|known| *known != id);
            }
        }
    }

    pub(in crate::meeting) fn apply(&mut self, event: &Event, stamp: &Stamp) {
        let counted = if let Event::Filed { id, .. } | Event::Struck { id, .. } = event {
            vec![*id]
        } else if let Event::Merged { into, from } = event {
            vec![*into, *from]
        } else {
            Vec::new()
        };
        counted
            .iter()
            .for_each(|id| self.count(*id, usize::saturating_sub));
        self.change_by(event, stamp);
        counted
            .iter()
            .for_each(|id| self.count(*id, usize::saturating_add));
        if let Event::Captured(line) = event {
            self.count(line.id, usize::saturating_add);
        }
    }

    /// Takes a contribution in or out of the totals, as it stands.
    fn count(&mut self, id: ContributionId, step: fn(usize, usize) -> usize) {
        let Some(contribution) = self.entries.get(&id).filter(|line| line.counts()).cloned() else {
            return;
        };
        self.noted = step(self.noted, 1);
        for who in &contribution.line.source.by {
            let noted = self.noted_from.entry(who.clone()).or_default();
            *noted = step(*noted, 1);
        }
    }

    fn change_by(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::ThemeAdded { name } => {
                let name = name.clone();
                let theme = KnownTheme {
                    id: ThemeId::of(&name),
                    name: Bilingual::same(name),
                    also: Vec::new(),
                };
                self.know(theme);
            }
            Event::Captured(line) => self.capture(line, stamp),
            Event::Supported { id, by } => {
                self.change(*id, stamp, |c| c.supported_by.push(by.clone()));
            }
            Event::Edited {
                id,
                text,
                themes,
                mentions,
            } => self.change(*id, stamp, |c| {
                c.line.text = text.clone();
                themes
                    .iter()
                    .for_each(|themes| c.line.themes.clone_from(themes));
                mentions
                    .iter()
                    .for_each(|mentions| c.line.mentions.clone_from(mentions));
            }),
            Event::KindSet { id, kind } => self.change(*id, stamp, |c| c.line.kind = *kind),
            Event::Filed { id, source } => {
                self.unindex(*id);
                source.by.iter().for_each(|who| self.index(who, *id));
                self.change(*id, stamp, |c| c.line.source = source.clone());
            }
            Event::ThemesSet { id, themes } => {
                self.change(*id, stamp, |c| c.line.themes.clone_from(themes));
            }
            Event::Starred { id } => self.change(*id, stamp, |c| c.starred = true),
            Event::Unstarred { id } => self.change(*id, stamp, |c| c.starred = false),
            Event::Likened {
                first,
                second,
                verdict,
            } => {
                self.likeness.insert((*first, *second), *verdict);
            }
            Event::Struck { id, reason } => {
                self.change(*id, stamp, |c| c.struck = Some(reason.clone()));
            }
            Event::Merged { into, from } => self.merge(*into, *from, stamp),
            Event::Answered { id, status, text } => self.change(*id, stamp, |c| {
                c.status = *status;
                c.answer.clone_from(text);
            }),
        }
    }

    fn capture(&mut self, line: &Captured, stamp: &Stamp) {
        line.source
            .by
            .iter()
            .for_each(|who| self.index(who, line.id));
        let contribution = Contribution {
            line: line.clone(),
            supported_by: Vec::new(),
            starred: false,
            struck: None,
            merged_into: None,
            status: Answer::Open,
            answer: None,
            author: stamp.author.name.clone(),
            at: stamp.at,
            changed: stamp.seq,
        };
        self.entries.insert(line.id, Arc::new(contribution));
    }

    /// The one that stays takes over units, themes and support, so that no unit loses what it said.
    fn merge(&mut self, into: ContributionId, from: ContributionId, stamp: &Stamp) {
        let Some(gone) = self.entries.get(&from).cloned() else {
            return;
        };
        self.change(from, stamp, |c| c.merged_into = Some(into));
        gone.line
            .source
            .by
            .iter()
            .for_each(|who| self.index(who, into));
        self.change(into, stamp, |c| {
            add_new(&mut c.line.source.by, &gone.line.source.by);
            add_new(&mut c.line.themes, &gone.line.themes);
            add_new(&mut c.supported_by, &gone.supported_by);
            let by = c.line.source.by.clone();
            c.supported_by.retain(|who| !by.contains(who));
        });
    }
}

fn add_new<T: Clone + PartialEq>(to: &mut Vec<T>, from: &[T]) {
    for new in from {
        if !to.contains(new) {
            to.push(new.clone());
        }
    }
}
