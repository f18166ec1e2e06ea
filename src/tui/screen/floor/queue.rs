//! Which of those who wait stands on which row: pure, from the list and the place alone, so that the view, the selection
//! and the mouse agree. Draws nothing.

use ratatui::layout::{Position, Rect};

use crate::meeting::EntryId;
use crate::meeting::floor::{Entry, EntryKind, SpeakerList};
use crate::tui::widget::line::{from, row};

/// Rows from which those who asked stand apart.
const APART: u16 = 7;
/// Rows up to which the label stands beside the first one, not above.
const BESIDE: u16 = 2;

/// A part of the list with a label of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Those who come in their order.
    Next,
    /// Those who asked, points of order first.
    Asked,
}

/// What stands on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A label, and how many of its part are out of sight.
    Label {
        /// Whose.
        part: Part,
        /// How many.
        hidden: usize,
    },
    /// Somebody who waits.
    Waiting {
        /// Their place on the list.
        entry: EntryId,
        /// Its number, points of order not counted.
        number: usize,
    },
    /// Nothing.
    Empty,
}

/// The rows of those who wait, from the top.
#[derive(Clone, Debug)]
pub struct Queue {
    area: Rect,
    slots: Vec<Slot>,
    /// Columns in front of every row.
    indent: u16,
}

impl Queue {
    /// The list on that area, moved so far that the place `seen` is in sight; `label` is how many columns a label takes
    /// where it stands beside the first row.
    #[must_use]
    pub fn of(list: &SpeakerList, area: Rect, label: u16, seen: Option<EntryId>) -> Self {
        let (next, asked) = parts(list);
        let slots = if area.height >= APART && !asked.is_empty() {
            apart(&next, &asked, usize::from(area.height), seen)
        } else {
            let all = numbered(list.entries()).collect::<Vec<_>>();
            together(&all, usize::from(area.height), seen)
        };
        let indent = if area.height <= BESIDE { label } else { 0 };
        Self {
            area,
            slots,
            indent,
        }
    }

    /// Every row with what stands on it.
    pub fn rows(&self) -> impl Iterator<Item = (Rect, Slot)> {
        let rows = (0..).zip(&self.slots);
        rows.map(|(index, slot)| (from(row(self.area, index), self.indent), *slot))
    }

    /// The place of the list that stands there.
    #[must_use]
    pub fn entry_at(&self, position: Position) -> Option<EntryId> {
        self.rows().find_map(|(place, slot)| match slot {
            Slot::Waiting { entry, .. } if place.contains(position) => Some(entry),
            Slot::Waiting { .. } | Slot::Label { .. } | Slot::Empty => None,
        })
    }

    /// The row of a place of the list; `None` where it is out of sight.
    #[must_use]
    pub fn row_of(&self, entry: EntryId) -> Option<Rect> {
        self.rows().find_map(|(place, slot)| match slot {
            Slot::Waiting { entry: here, .. } if here == entry => Some(place),
            Slot::Waiting { .. } | Slot::Label { .. } | Slot::Empty => None,
        })
    }

    /// Whether its label stands beside the first row.
    #[must_use]
    pub const fn is_beside_label(&self) -> bool {
        self.indent > 0
    }
}

type Numbered = (EntryId, usize);

/// Each with its number, points of order not counted.
fn numbered<'a>(entries: impl Iterator<Item = &'a Entry>) -> impl Iterator<Item = Numbered> {
    entries.scan(0, |number, entry| {
        *number += usize::from(entry.kind != EntryKind::Order);
        Some((entry.id, *number))
    })
}

/// Those who come in their order, and those who asked: points of order, and all requests behind the last planned place.
/// Where nothing is planned, the first who asked is next.
fn parts(list: &SpeakerList) -> (Vec<Numbered>, Vec<Numbered>) {
    let entries: Vec<&Entry> = list.entries().collect();
    let is = |entry: &&&Entry, kind| entry.kind == kind;
    let orders = entries
        .iter()
        .take_while(|entry| is(entry, EntryKind::Order))
        .count();
    let asked = entries
        .iter()
        .rev()
        .take_while(|entry| is(entry, EntryKind::Asked))
        .count();
    let behind = (entries.len() - asked).max(orders + usize::from(orders < entries.len()));
    let all: Vec<Numbered> = numbered(entries.into_iter()).collect();
    let next = all[orders..behind].to_vec();
    (next, [&all[..orders], &all[behind..]].concat())
}

/// Those who wait in the order in which the rows show them: who comes in turn, then who asked.
#[must_use]
pub fn in_order(list: &SpeakerList) -> Vec<EntryId> {
    let (next, asked) = parts(list);
    next.iter().chain(&asked).map(|(entry, _)| *entry).collect()
}

fn apart(next: &[Numbered], asked: &[Numbered], rows: usize, seen: Option<EntryId>) -> Vec<Slot> {
    // Two labels, and a row between.
    let room = rows.saturating_sub(3);
    let of_asked = asked
        .len()
        .min((room / 2).max(room.saturating_sub(next.len())));
    let of_next = next.len().max(1).min(room - of_asked);
    let mut slots = part(Part::Next, next, of_next, seen);
    slots.push(Slot::Empty);
    slots.extend(part(Part::Asked, asked, of_asked, seen));
    slots
}

fn together(all: &[Numbered], rows: usize, seen: Option<EntryId>) -> Vec<Slot> {
    if rows <= usize::from(BESIDE) {
        return waiting(all, rows, seen);
    }
    part(Part::Next, all, rows - 1, seen)
}

/// A label and so many rows under it.
fn part(part: Part, all: &[Numbered], rows: usize, seen: Option<EntryId>) -> Vec<Slot> {
    let hidden = all.len().saturating_sub(rows);
    let label = Slot::Label { part, hidden };
    std::iter::once(label)
        .chain(waiting(all, rows, seen))
        .collect()
}

fn waiting(all: &[Numbered], rows: usize, seen: Option<EntryId>) -> Vec<Slot> {
    let at = all.iter().position(|(entry, _)| Some(*entry) == seen);
    let above = at.map_or(0, |at| (at + 1).saturating_sub(rows));
    let shown = all.iter().skip(above).take(rows);
    let slots = shown.map(|&(entry, number)| Slot::Waiting { entry, number });
    let empty = usize::from(all.len() < rows);
    slots
        .chain(std::iter::repeat_n(Slot::Empty, empty))
        .collect()
}
