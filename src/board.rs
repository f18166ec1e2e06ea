//! The board: what was noted, in groups — by unit, theme, item or kind — each in its own order of precedence, and what it adds
//! up to. Pure; for the screen and for plain mode alike. What is looked for on it is `phrase`'s to read; how it is drawn or said
//! is theirs who show it.

use std::collections::HashMap;

use crate::agenda::{ContributionKind, Who};
use crate::meeting::contribution::{Contribution, ThemeId};
use crate::meeting::{ContributionId, ItemId, Meeting};
use crate::text::{Arg, Message};

/// By what contributions are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// By whose they are; a joint one stands with each of its units.
    #[default]
    Unit,
    /// By what they are about; one about several themes stands with each.
    Theme,
    /// By the item in which they were said.
    Item,
    /// By what they are.
    Kind,
}

impl Grouping {
    /// All, in the order in which a key turns them.
    pub const ALL: [Self; 4] = [Self::Unit, Self::Theme, Self::Item, Self::Kind];

    /// The one after it; after the last the first.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Unit => Self::Theme,
            Self::Theme => Self::Item,
            Self::Item => Self::Kind,
            Self::Kind => Self::Unit,
        }
    }

    /// The id of its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unit => "board-unit",
            Self::Theme => "board-theme",
            Self::Item => "board-item",
            Self::Kind => "board-kind",
        }
    }
}

/// What contributions of one group have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// They come from that unit, or from that person as a unit of one; `None`: from nobody.
    From(Option<Who>),
    /// They are about that; `None`: about no theme.
    About(Option<ThemeId>),
    /// They were said in that item; `None`: in none.
    In(Option<ItemId>),
    /// They are of that kind.
    Of(ContributionKind),
}

impl Group {
    /// What stands above the group.
    #[must_use]
    pub fn title(&self, meeting: &Meeting) -> Arg {
        match self {
            Self::From(Some(who)) => meeting.roster.called(who),
            Self::From(None) => Message::new("board-from-nobody").into(),
            Self::About(Some(id)) => match meeting.contributions.theme(id) {
                Some(theme) => Arg::from(&theme.name),
                None => Arg::from(&id.0),
            },
            Self::About(None) => Message::new("board-no-theme").into(),
            Self::In(Some(id)) => match meeting.progress.item(*id) {
                Some(item) => Message::new("board-in-item")
                    .with("number", meeting.progress.number(*id))
                    .with("title", &item.plan.title)
                    .into(),
                None => Message::new("board-no-item").into(),
            },
            Self::In(None) => Message::new("board-no-item").into(),
            Self::Of(kind) => kind.word().into(),
        }
    }
}

/// The contributions of a group, in order of entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What they have in common.
    pub group: Group,
    /// They; never none.
    pub lines: Vec<ContributionId>,
}

/// What the contributions on a board add up to; a line that stands in two groups counts once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub noted: usize,
    /// With a star.
    pub starred: usize,
    /// Of several units together.
    pub joint: usize,
    /// That others support.
    pub supported: usize,
    /// That wait for an answer: open or carried, and no remark.
    pub unanswered: usize,
    /// That are nobody's.
    pub unowned: usize,
}

/// A board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// The groups that have something in them, in order of precedence: units before persons without one, themes as they came
    /// to be known, items by the agenda, and last what belongs to none.
    pub sections: Vec<Section>,
    /// What it adds up to.
    pub counts: Counts,
}

impl Board {
    /// The board of those contributions that are to be kept. Costs one walk over all that was noted.
    #[must_use]
    pub fn of(
        meeting: &Meeting,
        grouping: Grouping,
        mut keeps: impl FnMut(&Contribution) -> bool,
    ) -> Self {
        let mut sections: Vec<Section> = groups(meeting, grouping)
            .map(|group| Section {
                group,
                lines: Vec::new(),
            })
            .collect();
        let places: HashMap<Group, usize> = sections
            .iter()
            .enumerate()
            .map(|(at, section)| (section.group.clone(), at))
            .collect();
        let mut counts = Counts::default();
        for contribution in meeting.contributions.all() {
            if !keeps(contribution) {
                continue;
            }
            counts.take(contribution);
            let mut put = |group: Group| {
                if let Some(at) = places.get(&group) {
                    sections[*at].lines.push(contribution.line.id);
                }
            };
            let line = &contribution.line;
            match grouping {
                Grouping::Unit if line.source.by.is_empty() => put(Group::From(None)),
                Grouping::Unit => {
                    let by = line.source.by.iter().cloned();
                    by.for_each(|who| put(Group::From(Some(who))));
                }
                Grouping::Theme if line.themes.is_empty() => put(Group::About(None)),
                Grouping::Theme => {
                    let themes = line.themes.iter().cloned();
                    themes.for_each(|theme| put(Group::About(Some(theme))));
                }
                Grouping::Item => put(Group::In(line.item)),
                Grouping::Kind => put(Group::Of(line.kind)),
            }
        }
        sections.retain(|section| !section.lines.is_empty());
        Self { sections, counts }
    }
}

/// Every group there could be, in order.
fn groups(meeting: &Meeting, grouping: Grouping) -> Box<dyn Iterator<Item = Group> + '_> {
    let roster = &meeting.roster;
    match grouping {
        Grouping::Unit => {
            let units = roster.units().map(|unit| Who::Unit(unit.id.clone()));
            let persons = roster
                .persons()
                .map(|person| Who::Person(person.id.clone()));
            let all = units.chain(persons).map(Some).chain([None]);
            Box::new(all.map(Group::From))
        }
        Grouping::Theme => {
            let themes = meeting.contributions.themes();
            let ids = themes.map(|theme| Some(theme.id.clone())).chain([None]);
            Box::new(ids.map(Group::About))
        }
        Grouping::Item => {
            let items = meeting.progress.items();
            let ids = items.map(|item| Some(item.id)).chain([None]);
            Box::new(ids.map(Group::In))
        }
        Grouping::Kind => Box::new(ContributionKind::ALL.into_iter().map(Group::Of)),
    }
}

impl Counts {
    fn take(&mut self, contribution: &Contribution) {
        let by = contribution.line.source.by.len();
        self.noted += 1;
        self.starred += usize::from(contribution.starred);
        self.joint += usize::from(by > 1);
        self.supported += usize::from(!contribution.supported_by.is_empty());
        self.unanswered += usize::from(contribution.is_follow_up());
        self.unowned += usize::from(by == 0);
    }
}

#[cfg(test)]
mod tests;
