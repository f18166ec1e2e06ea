//! The roll as one participant has it before them: who is shown, what is looked for, who is selected, what the head counts are. Owns the
//! rows and where one stands among them; what somebody is on the roll is the meeting's, how it is drawn `screen`'s.
//!
//! Rows and counts are made when something that they are made of has changed, never for a frame.

use std::collections::HashMap;

use crate::agenda::{Person, PersonId};
use crate::meeting::roll::Status;
use crate::meeting::{Event, Meeting, roster};
use crate::names::Names;
use crate::phrase::People;
use crate::telling::{self, Figure};
use crate::text::Message;

use super::browse::Browse;
use super::message::Recorded;

/// How the rows stand on the screen: in so many columns, each filled from the top.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Rows of a column.
    pub height: u16,
    /// Columns.
    pub columns: u16,
}

impl Grid {
    /// How many are on a page.
    #[must_use]
    pub fn page(self) -> usize {
        usize::from(self.height) * usize::from(self.columns)
    }
}

/// The roll, as it lies before one participant.
#[derive(Clone, Debug, Default)]
pub struct Register {
    /// What is looked for, which row is selected, which are in sight.
    pub browse: Browse,
    rows: Vec<PersonId>,
    figures: Vec<(Figure, Message)>,
    /// Who acts for whom.
    acting: HashMap<PersonId, Vec<PersonId>>,
    grid: Grid,
    /// Who has just come onto the roster, and is to be selected.
    newcomer: Option<PersonId>,
    made: Option<(usize, String)>,
}

impl Register {
    /// Those who are shown, in order of precedence.
    #[must_use]
    pub fn rows(&self) -> &[PersonId] {
        &self.rows
    }

    /// The head counts.
    #[must_use]
    pub fn figures(&self) -> &[(Figure, Message)] {
        &self.figures
    }

    /// For whom somebody acts.
    #[must_use]
    pub fn acts_for(&self, id: &PersonId) -> &[PersonId] {
        self.acting.get(id).map_or(&[], Vec::as_slice)
    }

    /// Who is selected.
    #[must_use]
    pub fn selected(&self) -> Option<&PersonId> {
        self.rows.get(self.browse.at()?)
    }

    /// So they stand on the screen: the page of who is selected is in sight.
    pub fn fit(&mut self, grid: Grid) {
        self.grid = grid;
        self.browse.fit_pages(self.rows.len(), grid.page());
    }

    /// Goes so many rows down, or up.
    pub fn step(&mut self, rows: isize) {
        let last = self.rows.len().checked_sub(1);
        let at = match (self.browse.at(), last) {
            (_, None) => return,
            (Some(at), Some(last)) => at.saturating_add_signed(rows).min(last),
            (None, Some(last)) if rows < 0 => last,
            // On the page that is in sight, where one is turned to.
            (None, Some(last)) => self.browse.window().top().min(last),
        };
        self.select(at);
    }

    /// Goes so many columns on, or back.
    pub fn step_column(&mut self, columns: isize) {
        self.step(columns * isize::from(self.grid.height.max(1).cast_signed()));
    }

    /// Goes a page down, or up.
    pub fn step_page(&mut self, pages: isize) {
        self.step(pages * self.grid.page().max(1).cast_signed());
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

    /// After something was done: who came onto the roster by it is selected next.
    pub fn done(&mut self, recorded: &Recorded) {
        let events = recorded.record.iter().flat_map(|record| &record.events);
        let mut enrolled = events.filter_map(|event| {
            let Event::Roster(roster::Event::Enrolled { person }) = event else {
                return None;
            };
            Some(&person.id)
        });
        self.newcomer = enrolled.next_back().cloned().or(self.newcomer.take());
    }

    /// Makes the rows anew where something they are made of has changed. `names` is asked for only where something is looked for.
    pub fn refresh<'n>(&mut self, meeting: &Meeting, names: impl FnOnce() -> &'n Names) {
        let made = (meeting.history.len(), self.browse.filter().to_owned());
        if self.made.as_ref() != Some(&made) {
            let selected = self.selected().cloned();
            let wanted = (!made.1.is_empty()).then(|| People::of(&made.1, names()));
            let is_wanted = |person: &&Person| {
                let wanted = wanted.as_ref();
                wanted.is_none_or(|wanted| wanted.keep(person, meeting))
            };
            let persons = meeting.roster.persons().filter(is_wanted);
            self.rows = persons.map(|person| person.id.clone()).collect();
            self.figures = telling::figures(meeting);
            self.acting = acting(meeting);
            self.made = Some(made);
            self.stand(selected.as_ref());
        }
        let newcomer = self
            .newcomer
            .take_if(|id| meeting.roster.person(id).is_some());
        // Where a filter hides them, who is selected stays so.
        if let Some(newcomer) = newcomer.filter(|id| self.rows.contains(id)) {
            self.stand(Some(&newcomer));
        }
    }

    /// Selects who stands there, wherever that is.
    fn stand(&mut self, who: Option<&PersonId>) {
        let at = who.and_then(|who| self.rows.iter().position(|row| row == who));
        // What was open of somebody who is gone from sight is closed with them.
        self.browse.select(at);
    }
}

/// Who acts for whom.
fn acting(meeting: &Meeting) -> HashMap<PersonId, Vec<PersonId>> {
    let mut acting: HashMap<PersonId, Vec<PersonId>> = HashMap::new();
    for person in meeting.roster.persons() {
        if meeting.roll.status(&person.id) == Status::Represented
            && let Some(by) = meeting.roll.presence(&person.id).represented_by
        {
            acting.entry(by).or_default().push(person.id.clone());
        }
    }
    acting
}
