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

use super::widget::window::Window;

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

/// How much of the selected line is shown below the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Nothing.
    #[default]
    None,
    /// Its text and what became of it, in a part of the stage.
    Part,
    /// The same on the whole stage.
    Whole,
}

impl Detail {
    /// One step nearer.
    #[must_use]
    pub const fn more(self) -> Self {
        match self {
            Self::None => Self::Part,
            Self::Part | Self::Whole => Self::Whole,
        }
    }

    /// One step away; nothing where there is none.
    #[must_use]
    pub const fn less(self) -> Option<Self> {
        match self {
            Self::None => None,
            Self::Part => Some(Self::None),
            Self::Whole => Some(Self::Part),
        }
    }
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
    /// The filter that stays when its line was sent.
    kept: String,
    /// The filter that is being typed.
    typed: Option<String>,
    folded: HashSet<Group>,
    marked: BTreeSet<ContributionId>,
    detail: Detail,
    spot: Option<Spot>,
    /// The row of that spot.
    at: Option<usize>,
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
    window: Window,
    version: u64,
}

impl Sheet {
    /// A number that is another one whenever the board looks otherwise.
    #[must_use]
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// How it is turned.
    #[must_use]
    pub const fn grouping(&self) -> Grouping {
        self.grouping
    }

    /// What is looked for; empty for nothing.
    #[must_use]
    pub fn filter(&self) -> &str {
        self.typed.as_deref().unwrap_or(&self.kept).trim()
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
        self.at.or(self.newest).unwrap_or(0)
    }

    /// Which rows are in sight.
    #[must_use]
    pub const fn window(&self) -> Window {
        self.window
    }

    /// There are so many rows on the screen: what is selected is among them.
    pub fn fit(&mut self, height: u16) {
        let window = self.window.around(self.focus(), self.rows.len(), height);
        if self.window != window {
            self.window = window;
            self.touch();
        }
    }

    /// Goes a page down, or up.
    pub fn step_page(&mut self, pages: isize) {
        self.step(pages * self.window.page());
    }

    /// The selected row.
    #[must_use]
    pub const fn at(&self) -> Option<usize> {
        self.at
    }

    /// How much is shown of the selected line.
    #[must_use]
    pub const fn detail(&self) -> Detail {
        self.detail
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
        self.touch();
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
        self.touch();
    }

    /// What is being typed to filter it; with none, what was kept holds again.
    pub fn look_for(&mut self, typed: Option<&str>) {
        if self.typed.as_deref() != typed {
            self.typed = typed.map(str::to_owned);
            self.touch();
        }
    }

    /// Keeps a filter; an empty one shows all again.
    pub fn keep_filter(&mut self, words: &str) {
        self.typed = None;
        words.trim().clone_into(&mut self.kept);
        self.touch();
    }

    /// Lets go of what was selected, marked and looked for: the nearest of them first.
    pub fn let_go(&mut self) {
        if !self.marked.is_empty() {
            self.marked.clear();
        } else if self.spot.is_some() {
            self.spot = None;
            self.at = None;
            self.detail = Detail::None;
        } else {
            self.kept.clear();
        }
        self.touch();
    }

    /// Goes so many rows that can be selected down, or up; from nowhere to the first or the last.
    pub fn step(&mut self, rows: isize) {
        let stops: Vec<usize> = (0..self.rows.len()).filter(|at| self.stops(*at)).collect();
        let Some(last) = stops.len().checked_sub(1) else {
            return;
        };
        let here = self.at.map(|at| stops.partition_point(|stop| *stop < at));
        let place = match here {
            Some(here) => here.saturating_add_signed(rows).min(last),
            None if rows < 0 => last,
            None => 0,
        };
        self.select(stops[place]);
    }

    /// Goes to the first row of the group that many further.
    pub fn step_group(&mut self, groups: isize) {
        let group = self.at.and_then(|at| self.group_of(at));
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
        self.at = Some(at);
        self.touch();
    }

    /// Marks the selected line, or takes its mark, and goes on to the next.
    pub fn mark(&mut self) {
        if let Some(id) = self.selected() {
            if !self.marked.remove(&id) {
                self.marked.insert(id);
            }
            self.step(1);
            self.touch();
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
            self.touch();
        }
    }

    /// One step nearer: from folded groups to lines, to the text of the selected one, to all of it.
    pub fn open(&mut self) {
        match self.spot.clone() {
            None => self.folded.clear(),
            // Its first line is selected once the rows are made.
            Some(Spot { group, line: None }) => drop(self.folded.remove(&group)),
            Some(Spot { line: Some(_), .. }) => self.detail = self.detail.more(),
        }
        self.touch();
    }

    /// One step away: from all of a text to a part, to its line, to its group folded, to all groups folded.
    pub fn fold(&mut self) {
        let on_a_line = self.selected().is_some();
        match (self.detail.less(), self.spot.clone()) {
            (Some(less), Some(_)) if on_a_line => self.detail = less,
            (
                _,
                Some(Spot {
                    group,
                    line: Some(_),
                }),
            ) => {
                self.folded.insert(group.clone());
                self.spot = Some(Spot { group, line: None });
            }
            (_, Some(Spot { line: None, .. }) | None) => {
                let groups = self.headings.iter().map(|heading| heading.group.clone());
                self.folded.extend(groups);
            }
        }
        self.touch();
    }

    /// Makes the rows anew where something they are made of has changed. `names` is asked for only where something is looked for.
    pub fn refresh<'n>(&mut self, meeting: &Meeting, names: impl FnOnce() -> &'n Names) {
        let made = Made {
            records: meeting.history.len(),
            grouping: self.grouping,
            filter: self.filter().to_owned(),
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
        self.touch();
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
        self.at = None;
        self.spot = None;
        match found {
            // A heading is selected only while its lines are out of sight.
            Some(at) if self.stops(at) => self.select(at),
            Some(at) => self.select(at + 1),
            None => self.detail = Detail::None,
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

    const fn touch(&mut self) {
        self.version += 1;
    }
}

const fn is_heading(row: &Row) -> bool {
    matches!(row, Row::Heading(_))
}

fn last(meeting: &Meeting) -> u64 {
    meeting.history.next_seq() - 1
}
