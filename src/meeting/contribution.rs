//! What was noted: every line of every unit, its kind, themes, support, answers; likeness that a person confirmed.
//! A line is never refused. How a typed line is read is `phrase`'s; sums for documents are `summary`'s.

mod decide;
mod state;

pub(super) use decide::{decide, handed_in, standing};
pub use state::{Contribution, Contributions, KnownTheme};

use serde::{Deserialize, Serialize};

use super::floor::Speaker;
use super::ids::{ContributionId, ItemId, Thing, Touches, TurnId};
use crate::agenda::{ContributionKind, PersonId, UnitId, Who};
use crate::text::{Message, Text};

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

impl Draft {
    /// Whether it says whose it is, by name or by the turn it stands in.
    #[must_use]
    pub fn names_its_source(&self) -> bool {
        !self.from.is_empty() || self.anchor.turn.is_some()
    }
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
                .and_refer(line.re.map(Thing::Contribution))
                // A turn's line is where the turn is; any other where the meeting is.
                .and_rest(
                    line.item
                        .filter(|_| line.turn.is_none())
                        .map(|_| Thing::Current),
                ),
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
