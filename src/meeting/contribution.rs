//! What was noted: every line of every unit, its kind, themes, support, answers; likeness that a person confirmed.
//! A line is never refused. How a typed line is read is `phrase`'s; sums for documents are `summary`'s.

mod decide;

pub(super) use decide::{decide, handed_in, standing};

use std::sync::Arc;

use imbl::{HashMap, OrdMap, Vector};
use serde::{Deserialize, Serialize};

use super::Stamp;
use super::floor::Speaker;
use super::ids::{ContributionId, ItemId, Thing, Touches, TurnId};
use crate::agenda::{Agenda, ContributionKind, PersonId, UnitId, Who};
use crate::text::{Bilingual, Message, Moment, Text};

/// What may be asked about contributions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Note a line.
    Capture(Draft),
    /// The speaker's unit supports that.
    Support {
        /// What.
        id: ContributionId,
        /// Where the line was begun.
        anchor: Anchor,
    },
    /// Mend the author's own last line.
    Substitute {
        /// What to replace, once.
        old: Text,
        /// By what.
        new: Text,
    },
    /// Word it anew; marks in the new text are read as in a new line.
    Edit {
        /// Which.
        id: ContributionId,
        /// The new reading; kind, themes and units stay where it names none.
        draft: Draft,
    },
    /// Give it another kind.
    SetKind {
        /// Which.
        id: ContributionId,
        /// What it is.
        kind: ContributionKind,
    },
    /// File it under others; what is empty stays.
    File {
        /// Which.
        id: ContributionId,
        /// Whose it is.
        from: Vec<Who>,
        /// What it is about.
        themes: Vec<ThemeName>,
    },
    /// Star it, or take the star away.
    Star(ContributionId),
    /// Say whether two are alike.
    Liken {
        /// The one.
        first: ContributionId,
        /// The other.
        second: ContributionId,
        /// Whether they are.
        verdict: Likeness,
    },
    /// Strike it; it stays in the record.
    Strike {
        /// Which.
        id: ContributionId,
        /// Why.
        reason: Option<Text>,
    },
    /// Merge one into another.
    Merge {
        /// The one that stays.
        into: ContributionId,
        /// The one that goes into it.
        from: ContributionId,
    },
    /// Say what became of it.
    Answer {
        /// Which.
        id: ContributionId,
        /// What became of it.
        status: Answer,
        /// In words.
        text: Option<Text>,
    },
}

/// A line as it was read: made where it is typed, filed by where its first character was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Where its first character was typed.
    pub anchor: Anchor,
    /// The kind, where the line names one.
    pub kind: Option<ContributionKind>,
    /// The line without kind word and without marks at its start and end.
    pub text: Text,
    /// Whose it is, where the line says so at its start; several make it joint.
    pub from: Vec<Who>,
    /// Who is mentioned later in it.
    pub mentions: Vec<Who>,
    /// What it is about.
    pub themes: Vec<ThemeName>,
    /// What it replies to.
    pub re: Option<ContributionId>,
    /// Marks that named nobody known, or several.
    pub unread: Vec<Text>,
}

/// The turn and item that a line belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The turn; none for the chair's own lines.
    pub turn: Option<TurnId>,
    /// The item; that of the turn, where there is one.
    pub item: Option<ItemId>,
}

/// A theme as a line names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThemeName {
    /// One that is known.
    Known(ThemeId),
    /// A new one.
    New(Text),
}

/// A theme's id: its first name, folded to lower case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ThemeId(pub Text);

impl ThemeId {
    /// The id of a theme that is first called so.
    #[must_use]
    pub fn of(name: &Text) -> Self {
        Self(Text::line(&name.as_str().to_lowercase()))
    }
}

/// Whether two contributions are alike, said by a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// They are.
    Alike,
    /// They are not.
    Different,
}

/// What became of a contribution or a matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Nothing yet.
    #[default]
    Open,
    /// It was answered.
    Answered,
    /// It was adopted.
    Adopted,
    /// It was declined.
    Declined,
    /// It goes to the next meeting.
    Carried,
    /// It is done.
    Done,
}

impl Answer {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::Open => "contribution-open",
            Self::Answered => "contribution-answered",
            Self::Adopted => "contribution-adopted",
            Self::Declined => "contribution-declined",
            Self::Carried => "contribution-carried",
            Self::Done => "contribution-done",
        })
    }
}

impl ContributionKind {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::Suggestion => "contribution-suggestion",
            Self::Offer => "contribution-offer",
            Self::Request => "contribution-request",
            Self::Commitment => "contribution-commitment",
            Self::Question => "contribution-question",
            Self::Remark => "contribution-remark",
        })
    }
}

/// What happened to contributions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// A new theme is known.
    ThemeAdded {
        /// What it is called.
        name: Text,
    },
    /// A line was noted.
    Captured(Box<Captured>),
    /// Somebody supports it.
    Supported {
        /// Which.
        id: ContributionId,
        /// The unit, or the person as a unit of one.
        by: Who,
    },
    /// It is worded anew.
    Edited {
        /// Which.
        id: ContributionId,
        /// Its text.
        text: Text,
        /// Its themes, where they changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        themes: Option<Vec<ThemeId>>,
        /// Who is mentioned, where that changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mentions: Option<Vec<Who>>,
    },
    /// It has another kind.
    KindSet {
        /// Which.
        id: ContributionId,
        /// What it is.
        kind: ContributionKind,
    },
    /// It is somebody else's.
    Filed {
        /// Which.
        id: ContributionId,
        /// Whose.
        source: Source,
    },
    /// It is about something else.
    ThemesSet {
        /// Which.
        id: ContributionId,
        /// About what.
        themes: Vec<ThemeId>,
    },
    /// It has a star.
    Starred {
        /// Which.
        id: ContributionId,
    },
    /// It has no star any more.
    Unstarred {
        /// Which.
        id: ContributionId,
    },
    /// Somebody said whether two are alike.
    Likened {
        /// The earlier one.
        first: ContributionId,
        /// The later one.
        second: ContributionId,
        /// Whether they are.
        verdict: Likeness,
    },
    /// It was struck.
    Struck {
        /// Which.
        id: ContributionId,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Text>,
    },
    /// One went into another.
    Merged {
        /// The one that stays.
        into: ContributionId,
        /// The one that went into it.
        from: ContributionId,
    },
    /// Something became of it.
    Answered {
        /// Which.
        id: ContributionId,
        /// What.
        status: Answer,
        /// In words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<Text>,
    },
}

/// A line as it was noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Captured {
    /// Its id.
    pub id: ContributionId,
    /// In which item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// In which turn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn: Option<TurnId>,
    /// Whose.
    #[serde(flatten)]
    pub source: Source,
    /// Its kind.
    pub kind: ContributionKind,
    /// What was said.
    pub text: Text,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeId>,
    /// Who is mentioned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Who>,
    /// What it replies to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub re: Option<ContributionId>,
    /// Marks that named nobody known, or several; they stayed in the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<Text>,
}

/// Whose a contribution is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The person who said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The units it comes from, persons without one as units of one; several make it joint.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<Who>,
}

impl Source {
    /// What a speaker says.
    #[must_use]
    pub fn of(speaker: &Speaker) -> Self {
        Self {
            person: speaker.person.clone(),
            by: speaker.for_unit().into_iter().collect(),
        }
    }

    /// Its units, persons left out.
    pub fn units(&self) -> impl Iterator<Item = &UnitId> {
        self.by.iter().filter_map(|who| match who {
            Who::Unit(unit) => Some(unit),
            Who::Person(_) => None,
        })
    }
}

impl Event {
    /// What it does to things.
    #[must_use]
    pub fn touches(&self) -> Touches {
        match self {
            Self::ThemeAdded { name } => Touches::create(Thing::Theme(ThemeId::of(name))),
            Self::Captured(line) => Touches::create(Thing::Contribution(line.id))
                .and_refer(line.item.map(Thing::Item))
                .and_refer(line.turn.map(Thing::Turn))
                .and_refer(line.source.things())
                .and_refer(line.themes.iter().cloned().map(Thing::Theme))
                .and_refer(line.mentions.iter().map(Who::thing))
                .and_refer(line.re.map(Thing::Contribution)),
            Self::Supported { id, by } => {
                Touches::change(Thing::Contribution(*id)).and_refer([by.thing()])
            }
            Self::Edited { id, themes, .. } => Touches::change(Thing::Contribution(*id))
                .and_refer(themes.iter().flatten().cloned().map(Thing::Theme)),
            Self::ThemesSet { id, themes } => Touches::change(Thing::Contribution(*id))
                .and_refer(themes.iter().cloned().map(Thing::Theme)),
            Self::Filed { id, source } => {
                Touches::change(Thing::Contribution(*id)).and_refer(source.things())
            }
            Self::KindSet { id, .. }
            | Self::Starred { id }
            | Self::Unstarred { id }
            | Self::Struck { id, .. }
            | Self::Answered { id, .. } => Touches::change(Thing::Contribution(*id)),
            Self::Likened { first, second, .. } => {
                Touches::change(Thing::Likeness(*first, *second))
                    .and_refer([Thing::Contribution(*first), Thing::Contribution(*second)])
            }
            Self::Merged { into, from } => {
                Touches::change(Thing::Contribution(*from)).and_change(Thing::Contribution(*into))
            }
        }
    }
}

impl Source {
    fn things(&self) -> Vec<Thing> {
        self.person
            .clone()
            .map(Thing::Person)
            .into_iter()
            .chain(self.by.iter().map(Who::thing))
            .collect()
    }
}

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
    themes: Vector<Arc<KnownTheme>>,
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
    pub(super) fn plan_themes(&mut self, agenda: &Agenda) {
        for theme in &agenda.themes {
            let id = ThemeId::of(&theme.name.en);
            if self.theme(&id).is_none() {
                self.themes.push_back(Arc::new(KnownTheme {
                    id,
                    name: theme.name.clone(),
                    also: theme.also.clone(),
                }));
            }
        }
    }

    /// All, in order of entry.
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

    /// That contribution.
    #[must_use]
    pub fn get(&self, id: ContributionId) -> Option<&Contribution> {
        self.entries.get(&id).map(|contribution| &**contribution)
    }

    /// Those of a unit, or of a person without one, in order of entry.
    pub fn from_source(&self, who: &Who) -> impl DoubleEndedIterator<Item = &Contribution> {
        self.by_source
            .get(who)
            .into_iter()
            .flatten()
            .filter_map(|id| self.get(*id))
    }

    /// The themes that are known: those of the agenda first, then new ones in order of entry.
    pub fn themes(&self) -> impl DoubleEndedIterator<Item = &KnownTheme> {
        self.themes.iter().map(|theme| &**theme)
    }

    /// That theme.
    #[must_use]
    pub fn theme(&self, id: &ThemeId) -> Option<&KnownTheme> {
        self.themes().find(|theme| theme.id == *id)
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

    pub(super) fn apply(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::ThemeAdded { name } => {
                let name = name.clone();
                let theme = KnownTheme {
                    id: ThemeId::of(&name),
                    name: Bilingual::same(name),
                    also: Vec::new(),
                };
                self.themes.push_back(Arc::new(theme));
            }
            Event::Captured(line) => self.capture(line, stamp),
            Event::Supported { id, by } => {
                self.change(*id, stamp, |c| c.supported_by.push(by.clone()))
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
                self.change(*id, stamp, |c| c.line.themes.clone_from(themes))
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
                self.change(*id, stamp, |c| c.struck = Some(reason.clone()))
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
