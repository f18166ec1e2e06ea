//! The brief as one participant has it before them: which entry is selected, and which section lies open to be read out. What a brief
//! is is [`brief`](crate::brief)'s, who makes it [`briefer`](super::briefer)'s, how it is drawn `screen`'s.

use std::sync::Arc;

use super::browse::Browse;
use crate::brief::{About, Brief, Entry, Section, Topic};

/// Entries of a section that are shown before it is opened: so many that what the chair closes from is seen at a glance.
#[must_use]
pub const fn few(topic: Topic) -> usize {
    match topic {
        Topic::Thanks => 60,
        Topic::RaisedBySeveral | Topic::NotHeard => 12,
        Topic::Agreed | Topic::Offered | Topic::AskedFor => 5,
        Topic::Starred | Topic::Promised | Topic::Decided | Topic::Actions => 4,
        Topic::Alike | Topic::PerhapsAlike => 2,
    }
}

/// Entries that a page key goes.
const PAGE: isize = 6;

/// The brief, as it lies before one participant.
#[derive(Clone, Debug, Default)]
pub struct Lectern {
    /// Which of the shown entries is selected.
    pub browse: Browse,
    brief: Option<Arc<Brief>>,
    /// The section that lies open.
    open: Option<Topic>,
    /// What is selected, wherever it stands.
    spot: Option<(Topic, About)>,
}

impl Lectern {
    /// The brief; nothing until the first one has come.
    #[must_use]
    pub fn brief(&self) -> Option<&Brief> {
        self.brief.as_deref()
    }

    /// A newer brief has come. What is selected stays so; where it is gone, what stands in its place is.
    pub fn take(&mut self, brief: Arc<Brief>) {
        if self.brief.as_ref() == Some(&brief) {
            return;
        }
        self.brief = Some(brief);
        if self.opened().is_none() {
            self.open = None;
        }
        self.stand();
        self.browse.touch();
    }

    /// The section that lies open.
    #[must_use]
    pub fn opened(&self) -> Option<&Section> {
        self.brief()?.section(self.open?)
    }

    /// The entries that can be selected: of every section the first ones, or all of the one that lies open.
    pub fn shown(&self) -> impl Iterator<Item = (Topic, &Entry)> {
        let sections = self.brief().into_iter().flat_map(|brief| &brief.sections);
        let open = self.open;
        sections
            .filter(move |section| open.is_none_or(|open| open == section.topic))
            .flat_map(move |section| {
                let most = if open.is_some() {
                    usize::MAX
                } else {
                    few(section.topic)
                };
                let entries = section.entries.iter().take(most);
                entries.map(|entry| (section.topic, entry))
            })
    }

    /// The selected one.
    #[must_use]
    pub fn selected(&self) -> Option<(Topic, &Entry)> {
        self.shown().nth(self.browse.at()?)
    }

    /// Selects the one that is shown there.
    pub fn select(&mut self, at: usize) {
        let spot = self
            .shown()
            .nth(at)
            .map(|(topic, entry)| (topic, entry.about.clone()));
        self.browse.select(spot.is_some().then_some(at));
        self.spot = spot;
    }

    /// Goes so many entries on, or back.
    pub fn step(&mut self, entries: isize) {
        let stops: Vec<usize> = (0..self.shown().count()).collect();
        if let Some(at) = self.browse.stepped(&stops, entries) {
            self.select(at);
        }
    }

    /// Goes a page on, or back.
    pub fn step_page(&mut self, pages: isize) {
        self.step(pages * PAGE);
    }

    /// Goes to the section that many further; where one lies open, the other is opened in its place.
    pub fn step_section(&mut self, sections: isize) {
        let topics = self.topics();
        let here = self.open.or(self.spot.as_ref().map(|(topic, _)| *topic));
        let here = here.and_then(|here| topics.iter().position(|topic| *topic == here));
        let last = topics.len().saturating_sub(1);
        let there = match here {
            Some(here) => here.saturating_add_signed(sections).min(last),
            None if sections < 0 => last,
            None => 0,
        };
        let Some(topic) = topics.get(there) else {
            return;
        };
        if self.open.is_some() {
            self.open = Some(*topic);
            self.select(0);
        } else {
            self.select(self.first_of(*topic).unwrap_or(0));
        }
    }

    fn topics(&self) -> Vec<Topic> {
        let sections = self.brief().into_iter().flat_map(|brief| &brief.sections);
        sections.map(|section| section.topic).collect()
    }

    /// The place of a section's first entry among those that are shown.
    fn first_of(&self, topic: Topic) -> Option<usize> {
        self.shown().position(|(known, _)| known == topic)
    }

    /// Opens the section of what is selected, to be read out; the first one where nothing is.
    pub fn open(&mut self) {
        if self.open.is_none() {
            let selected = self.spot.as_ref().map(|(topic, _)| *topic);
            self.open = selected.or(self.topics().first().copied());
            self.stand_again();
        }
    }

    /// Closes the section again.
    pub fn fold(&mut self) {
        if self.open.take().is_some() {
            self.stand_again();
        }
    }

    /// Lets go of the section that lies open, else of what is selected.
    pub fn let_go(&mut self) {
        if self.open.is_some() {
            self.fold();
        } else {
            self.spot = None;
            self.browse.select(None);
        }
    }

    /// Other entries are shown: the selected one is found again, else the first of its section is.
    fn stand_again(&mut self) {
        let topic = self.spot.as_ref().map(|(topic, _)| *topic).or(self.open);
        let first = topic.and_then(|topic| self.first_of(topic));
        self.browse.select(first);
        self.stand();
        self.browse.touch();
    }

    /// Finds the place of what is selected; where it is gone, what stands in its place is selected.
    fn stand(&mut self) {
        let same = |(topic, entry): (Topic, &Entry)| {
            self.spot
                .as_ref()
                .is_some_and(|(known, about)| *known == topic && *about == entry.about)
        };
        let last = self.shown().count().checked_sub(1);
        let at = self.shown().position(same);
        if let Some((at, last)) = at.or(self.browse.at()).zip(last) {
            self.select(at.min(last));
        } else {
            self.spot = None;
            self.browse.select(None);
        }
    }
}
