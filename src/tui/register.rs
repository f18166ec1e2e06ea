//! The roll as one participant has it before them: who is shown, what is looked for, who is selected.

use crate::agenda::PersonId;
use crate::meeting::Meeting;
use crate::names::Names;

use super::browse::Browse;

/// The roll, as it lies before one participant.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// What is looked for, which row is selected, which are in sight.
    pub browse: Browse,
    rows: Vec<PersonId>,
    records: Option<(usize, String)>,
}

impl Register {
    /// Those who are shown, in order of precedence.
    #[must_use]
    pub fn rows(&self) -> &[PersonId] {
        &self.rows
    }

    /// Who is selected.
    #[must_use]
    pub fn selected(&self) -> Option<&PersonId> {
        self.rows.get(self.browse.at()?)
    }

    /// There are so many rows on the screen: who is selected is among them.
    pub fn fit(&mut self, height: u16) {
        let focus = self.browse.at().unwrap_or(0);
        self.browse.fit(focus, self.rows.len(), height);
    }

    /// Goes so many rows down, or up.
    pub fn step(&mut self, rows: isize) {
        let stops: Vec<usize> = (0..self.rows.len()).collect();
        if let Some(at) = self.browse.stepped(&stops, rows) {
            self.select(at);
        }
    }

    /// Goes a page down, or up.
    pub fn step_page(&mut self, pages: isize) {
        self.step(pages * self.browse.window().page());
    }

    /// Selects that row, where there is one.
    pub fn select(&mut self, at: usize) {
        if at < self.rows.len() {
            self.browse.select(Some(at));
        }
    }

    /// Lets go of who was selected, else of what was looked for.
    pub fn let_go(&mut self) {
        if self.browse.at().is_some() {
            self.browse.select(None);
        } else {
            self.browse.keep_filter("");
        }
    }

    /// Makes the rows anew where something they are made of has changed. `names` is asked for only where something is looked for.
    pub fn refresh<'n>(&mut self, meeting: &Meeting, names: impl FnOnce() -> &'n Names) {
        let made = (meeting.history.len(), self.browse.filter().to_owned());
        if self.records.as_ref() == Some(&made) {
            return;
        }
        let wanted = (!made.1.is_empty()).then(|| names().complete(&made.1, usize::MAX));
        let selected = self.selected().cloned();
        let persons = meeting.roster.persons();
        let is_wanted = |id: &PersonId| {
            let who = crate::agenda::Who::Person(id.clone());
            wanted.as_ref().is_none_or(|wanted| wanted.contains(&who))
        };
        self.rows = persons
            .map(|person| person.id.clone())
            .filter(is_wanted)
            .collect();
        let at = selected.and_then(|id| self.rows.iter().position(|row| *row == id));
        self.browse.select(at);
        self.records = Some(made);
    }
}
