//! The board of contributions as one participant has it before them: how it is turned, what is looked for, what is selected, marked,
//! folded. Owns the rows and where one stands among them; what a board is is [`board`](crate::board)'s, how it is drawn `screen`'s.
//!
//! The rows are made when something that they are made of has changed, never for a key that is typed or a frame.

use std::collections::{BTreeSet, HashSet};

use crate::board::{Board, Counts, Group, Grouping};
use crate::meeting::contribution::Contribution;
use crate::meeting::{ContributionId, Meeting};
use crate::names::Names;
use crate::phrase::{Filter, Texts};

use super::browse::{Browse, Detail};

/// A row of the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Nothing, between two groups.
    Gap,
    /// What stands above the group of that place.
    Heading(usize),
    /// A contribution in the group of that place.
    Line(usize, ContributionId),
}

/// A group as it stands on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Which.
    pub group: Group,
    /// How many lines it has.
    pub lines: usize,
    /// Whether they are out of sight.
    pub fold: Fold,
}

/// Whether a group shows its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// It does.
    Open,
    /// It does not.
    Folded,
}

/// Where one stands: in a group, on one of its lines or on its heading.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Spot {
    group: Group,
    line: Option<ContributionId>,
}

/// What the rows were made of.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    records: usize,
    grouping: Grouping,
    filter: String,
    folded: HashSet<Group>,
}

/// The board, as it lies before one participant.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    grouping: Grouping,
    /// What is looked for, which row is selected, which are in sight.
    pub browse: Browse,
    folded: HashSet<Group>,
    marked: BTreeSet<ContributionId>,
    spot: Option<Spot>,
    /// The row of the newest line.
    newest: Option<usize>,
    headings: Vec<Heading>,
    rows: Vec<Row>,
    counts: Counts,
    texts: Texts,
    made: Option<Made>,
    /// Up to which record everything had been seen when the board was turned to; none before the first time.
    seen: Option<u64>,
    left: Option<u64>,
}

impl Sheet {
    /// How it is turned.
    #[must_use]
    pub const fn grouping(&self) -> Grouping {
        self.grouping
    }

    /// What the lines on it add up to.
    #[must_use]
    pub const fn counts(&self) -> Counts {
        self.counts
    }

    /// Its groups.
    #[must_use]
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// All its rows.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The row that has to be in sight: the selected one, else the newest line.
    fn focus(&self) -> usize {
        self.browse.at().or(self.newest).unwrap_or(0)
    }

    /// There are so many rows on the screen: what is selected is among them.
    pub fn fit(&mut self, height: u16) {
        let focus = self.focus();
        self.browse.fit(focus, self.rows.len(), height);
    }

    /// Goes a page down, or up.
    pub fn step_page(&mut self, pages: isize) {
        self.step(pages * self.browse.window().page());
    }

    /// The selected line.
    #[must_use]
    pub fn selected(&self) -> Option<ContributionId> {
        self.spot.as_ref().and_then(|spot| spot.line)
    }

    /// Those to which something is to be done: the marked ones, in order of entry, else the selected one.
    #[must_use]
    pub fn chosen(&self) -> Vec<ContributionId> {
        if self.marked.is_empty() {
            return self.selected().into_iter().collect();
        }
        self.marked.iter().copied().collect()
    }

    /// How many are marked.
    #[must_use]
    pub fn marked(&self) -> usize {
        self.marked.len()
    }

    /// Whether a line is marked.
    #[must_use]
    pub fn is_marked(&self, id: ContributionId) -> bool {
        self.marked.contains(&id)
    }

    /// Whether a line came or changed since the board was looked at before.
    #[must_use]
    pub fn is_new(&self, contribution: &Contribution) -> bool {
        self.seen.is_some_and(|seen| contribution.changed > seen)
    }

    /// It is turned to; what changed since it was left is new.
    pub fn show(&mut self, meeting: &Meeting) {
        self.seen = self.left.or(Some(last(meeting)));
        self.browse.touch();
    }

    /// It is turned away from.
    pub fn leave(&mut self, meeting: &Meeting) {
        self.left = Some(last(meeting));
    }

    /// Turns it: by unit, theme, item, kind.
    pub fn turn(&mut self) {
        self.turn_to(self.grouping.next());
    }

    /// Turns it so.
    pub fn turn_to(&mut self, grouping: Grouping) {
        self.grouping = grouping;
        self.folded.clear();
        self.browse.touch();
    }

    /// Lets go of what was selected, marked and looked for: the nearest of them first.
    pub fn let_go(&mut self) {
        if !self.marked.is_empty() {
            self.marked.clear();
        } else if self.spot.is_some() {
            self.spot = None;
            self.browse.select(None);
        } else {
            self.browse.keep_filter("");
        }
        self.browse.touch();
    }

    /// Goes so many rows that can be selected down, or up; from nowhere to the first or the last.
    pub fn step(&mut self, rows: isize) {
        let stops: Vec<usize> = (0..self.rows.len()).filter(|at| self.stops(*at)).collect();
        if let Some(at) = self.browse.stepped(&stops, rows) {
            self.select(at);
        }
    }

    /// Goes to the first row of the group that many further.
    pub fn step_group(&mut self, groups: isize) {
        let group = self.browse.at().and_then(|at| self.group_of(at));
        let last = self.headings.len().saturating_sub(1);
        let wanted = match group {
            Some(group) => group.saturating_add_signed(groups).min(last),
            None if groups < 0 => last,
            None => 0,
        };
        self.go_to_group(wanted);
    }

    fn go_to_group(&mut self, group: usize) {
        let mut rows = 0..self.rows.len();
        let first = rows.find(|at| self.stops(*at) && self.group_of(*at) == Some(group));
        if let Some(at) = first {
            self.select(at);
        }
    }

    /// Selects that row, where it can be.
    pub fn select(&mut self, at: usize) {
        let spot = match self.rows.get(at) {
            Some(Row::Line(group, id)) => (*group, Some(*id)),
            Some(Row::Heading(group)) => (*group, None),
            Some(Row::Gap) | None => return,
        };
        let Some(heading) = self.headings.get(spot.0) else {
            return;
        };
        self.spot = Some(Spot {
            group: heading.group.clone(),
            line: spot.1,
        });
        self.browse.select(Some(at));
    }

    /// Marks the selected line, or takes its mark, and goes on to the next.
    pub fn mark(&mut self) {
        if let Some(id) = self.selected() {
            if !self.marked.remove(&id) {
                self.marked.insert(id);
            }
            self.step(1);
            self.browse.touch();
        }
    }

    /// After something was done: where it was done to all that are marked, they are marked no longer.
    pub fn done(&mut self, meeting: &Meeting) {
        let last = last(meeting);
        let changed = |id: &ContributionId| {
            let noted = meeting.contributions.get(*id);
            noted.is_some_and(|noted| noted.changed == last)
        };
        if !self.marked.is_empty() && self.marked.iter().all(changed) {
            self.marked.clear();
            self.browse.touch();
        }
    }

    /// One step nearer: from folded groups to lines, to the text of the selected one, to all of it.
    pub fn open(&mut self) {
        match self.spot.clone() {
            None => self.folded.clear(),
            // Its first line is selected once the rows are made.
            Some(Spot { group, line: None }) => drop(self.folded.remove(&group)),
            Some(Spot { line: Some(_), .. }) => self.browse.open(),
        }
        self.browse.touch();
    }

    /// One step away: from all of a text to a part, to its line, to its group folded, to all groups folded.
    pub fn fold(&mut self) {
        match self.spot.clone() {
            Some(Spot { line: Some(_), .. }) if self.browse.detail() != Detail::None => {
                self.browse.fold();
            }
            Some(Spot {
                group,
                line: Some(_),
            }) => {
                self.folded.insert(group.clone());
                self.spot = Some(Spot { group, line: None });
            }
            Some(Spot { line: None, .. }) | None => {
                let groups = self.headings.iter().map(|heading| heading.group.clone());
                self.folded.extend(groups);
            }
        }
        self.browse.touch();
    }

    /// Makes the rows anew where something they are made of has changed. `names` is asked for only where something is looked for.
    pub fn refresh<'n>(&mut self, meeting: &Meeting, names: impl FnOnce() -> &'n Names) {
        let made = Made {
            records: meeting.history.len(),
            grouping: self.grouping,
            filter: self.browse.filter().to_owned(),
            folded: self.folded.clone(),
        };
        if self.made.as_ref() == Some(&made) {
            return;
        }
        let board = if made.filter.is_empty() {
            Board::of(meeting, self.grouping, Contribution::counts)
        } else {
            let filter = Filter::of(&made.filter, meeting, names());
            let texts = &mut self.texts;
            Board::of(meeting, self.grouping, |one| {
                filter.keeps(one, texts.folded(one))
            })
        };
        self.lay(board);
        self.marked
            .retain(|id| meeting.contributions.get(*id).is_some());
        self.stand();
        self.made = Some(made);
        self.browse.touch();
    }

    fn lay(&mut self, board: Board) {
        self.counts = board.counts;
        self.rows.clear();
        self.headings.clear();
        let mut newest = None;
        for (group, section) in board.sections.into_iter().enumerate() {
            let fold = if self.folded.contains(&section.group) {
                Fold::Folded
            } else {
                Fold::Open
            };
            let is_packed = fold == Fold::Folded && self.rows.last().is_some_and(is_heading);
            if group > 0 && !is_packed {
                self.rows.push(Row::Gap);
            }
            self.rows.push(Row::Heading(group));
            self.headings.push(Heading {
                group: section.group,
                lines: section.lines.len(),
                fold,
            });
            if fold == Fold::Folded {
                continue;
            }
            for id in section.lines {
                if newest.is_none_or(|(known, _)| id > known) {
                    newest = Some((id, self.rows.len()));
                }
                self.rows.push(Row::Line(group, id));
            }
        }
        self.newest = newest.map(|(_, at)| at);
    }

    /// Finds the row of what is selected: in its group, else wherever the same line stands now.
    fn stand(&mut self) {
        let Some(spot) = self.spot.clone() else {
            return;
        };
        let is_group = |at: usize| self.headings[at].group == spot.group;
        let here = |row: &Row| match row {
            Row::Line(group, id) => Some(*id) == spot.line && is_group(*group),
            Row::Heading(group) => spot.line.is_none() && is_group(*group),
            Row::Gap => false,
        };
        let elsewhere = |row: &Row| matches!(row, Row::Line(_, id) if Some(*id) == spot.line);
        let found = self.rows.iter().position(here);
        let found = found.or_else(|| self.rows.iter().position(elsewhere));
        self.spot = None;
        match found {
            // A heading is selected only while its lines are out of sight.
            Some(at) if self.stops(at) => self.select(at),
            Some(at) => self.select(at + 1),
            None => self.browse.select(None),
        }
    }

    /// Whether a row can be selected: a line, or the heading of lines that are out of sight.
    fn stops(&self, at: usize) -> bool {
        match self.rows[at] {
            Row::Gap => false,
            Row::Heading(group) => self.headings[group].fold == Fold::Folded,
            Row::Line(..) => true,
        }
    }

    /// The group in which a row stands, by its place.
    #[must_use]
    pub fn group_of(&self, at: usize) -> Option<usize> {
        self.rows[..=at].iter().rev().find_map(|row| match row {
            Row::Heading(group) | Row::Line(group, _) => Some(*group),
            Row::Gap => None,
        })
    }
}

const fn is_heading(row: &Row) -> bool {
    matches!(row, Row::Heading(_))
}

fn last(meeting: &Meeting) -> u64 {
    meeting.history.next_seq() - 1
}
