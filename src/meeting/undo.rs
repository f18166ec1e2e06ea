//! Taking back and bringing back records. Both are records themselves; the meeting is folded anew without what is undone.
//! Refused, naming the obstacle, where a later record builds on what would go (`CONTRACT.md` §3, Undo).

use std::collections::HashSet;
use std::sync::Arc;

use imbl::{OrdSet, Vector};
use serde::{Deserialize, Serialize};

use super::ids::Touches;
use super::progress::Event as Progressed;
use super::record::{Author, Record, Role};
use super::{Acting, Meeting, Refusal};
use crate::text::Message;

/// What may be asked of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Take a record back; unsaid, the author's own latest.
    Undo(Option<u64>),
    /// Bring back what was taken back last.
    Redo,
}

/// What happened to the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// A record was taken back.
    Undone {
        /// Which.
        seq: u64,
    },
    /// A record was brought back.
    Redone {
        /// Which.
        seq: u64,
    },
}

impl Event {
    /// It does nothing to things itself.
    #[must_use]
    pub fn touches(&self) -> Touches {
        Touches::default()
    }
}

/// The records of the meeting and which of them are undone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    records: Vector<Arc<Record>>,
    undone: OrdSet<u64>,
}

impl History {
    /// Those records.
    pub(super) fn of(records: impl IntoIterator<Item = Arc<Record>>) -> Self {
        let mut history = Self::default();
        records.into_iter().for_each(|record| history.push(record));
        history
    }

    pub(super) fn push(&mut self, record: Arc<Record>) {
        for event in &record.events {
            if let super::Event::Undo(event) = event {
                match event {
                    Event::Undone { seq } => self.undone.insert(*seq),
                    Event::Redone { seq } => self.undone.remove(seq),
                };
            }
        }
        self.records.push_back(record);
    }

    /// All records, in order.
    #[must_use]
    pub fn records(&self) -> impl DoubleEndedIterator<Item = &Record> + ExactSizeIterator {
        self.records.iter().map(|record| &**record)
    }

    /// All records, shared.
    #[must_use]
    pub fn shared(&self) -> impl DoubleEndedIterator<Item = &Arc<Record>> {
        self.records.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether nothing was recorded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The number of the next record.
    #[must_use]
    pub fn next_seq(&self) -> u64 {
        self.records.back().map_or(1, |record| record.seq + 1)
    }

    /// That record.
    #[must_use]
    pub fn record(&self, seq: u64) -> Option<&Record> {
        let first = self.records.front()?.seq;
        let at = usize::try_from(seq.checked_sub(first)?).ok()?;
        self.records.get(at).map(|record| &**record)
    }

    /// Whether a record was taken back.
    #[must_use]
    pub fn is_undone(&self, seq: u64) -> bool {
        self.undone.contains(&seq)
    }

    /// Whether a record takes back or brings back another.
    #[must_use]
    pub fn turns_back(record: &Record) -> bool {
        record
            .events
            .iter()
            .any(|event| matches!(event, super::Event::Undo(_)))
    }

    /// The records that hold, latest first.
    fn effective(&self) -> impl Iterator<Item = &Record> {
        self.records()
            .rev()
            .filter(|record| !self.is_undone(record.seq) && !Self::turns_back(record))
    }
}

pub(super) fn decide(
    meeting: &Meeting,
    acting: &Acting,
    command: &Command,
) -> Result<Vec<super::Event>, Refusal> {
    match command {
        Command::Undo(seq) => undo(&meeting.history, acting.author, *seq),
        Command::Redo => redo(&meeting.history, acting.author),
    }
}

fn undo(
    history: &History,
    author: &Author,
    seq: Option<u64>,
) -> Result<Vec<super::Event>, Refusal> {
    let record = match seq {
        Some(seq) => named(history, author, seq)?,
        None => history
            .effective()
            .find(|record| record.author == *author)
            .ok_or_else(|| Refusal::new(Message::new("undo-nothing")))?,
    };
    stands_free(history, record, Turning::Back)?;
    Ok(vec![Event::Undone { seq: record.seq }.into()])
}

fn named<'a>(history: &'a History, author: &Author, seq: u64) -> Result<&'a Record, Refusal> {
    let number = i64::try_from(seq).unwrap_or(i64::MAX);
    let unknown = || Refusal::new(Message::new("undo-no-record").with("record", number));
    let record = history.record(seq).ok_or_else(unknown)?;
    if history.is_undone(seq) {
        return Err(Message::new("undo-undone-already")
            .with("record", number)
            .into());
    }
    if History::turns_back(record) {
        return Err(Message::new("undo-of-undo").with("record", number).into());
    }
    if record.author != *author && !matches!(author.role, Role::Chair | Role::CoChair) {
        let message = Message::new("undo-of-another").with("record", number);
        return Err(message.with("author", &record.author.name).into());
    }
    Ok(record)
}

/// Whether a record goes or comes again.
#[derive(Clone, Copy)]
enum Turning {
    Back,
    /// It was taken back by the record of that number.
    Again(u64),
}

/// Refuses where a later record that holds builds on this one, and across a ballot that is over, the adjournment, or the
/// beginning of a correction: what was sealed before it stays. What comes again must also find what it rested on as it was
/// when it was taken back.
fn stands_free(history: &History, record: &Record, turning: Turning) -> Result<(), Refusal> {
    let mine = touches(record);
    let mut obstacle = None;
    for later in history
        .effective()
        .take_while(|later| later.seq > record.seq)
    {
        barred(later)?;
        let theirs = touches(later);
        let is_moved = match turning {
            Turning::Back => false,
            Turning::Again(since) => later.seq > since && theirs.moves_ground_of(&mine),
        };
        if theirs.builds_on(&mine) || is_moved {
            obstacle = Some(later);
        }
    }
    barred(record)?;
    obstacle.map_or(Ok(()), |later| {
        let message = Message::new("undo-built-on")
            .with("record", i64::try_from(record.seq).unwrap_or(i64::MAX));
        Err(message
            .with("later", i64::try_from(later.seq).unwrap_or(i64::MAX))
            .into())
    })
}

fn touches(record: &Record) -> Touches {
    let mut all = Touches::default();
    record
        .events
        .iter()
        .for_each(|event| all.absorb(event.touches()));
    all
}

/// Refuses where nothing is undone across that record.
fn barred(record: &Record) -> Result<(), Refusal> {
    // An adjournment that voids a ballot bars as the adjournment.
    let Some(id) = record.events.iter().rev().find_map(bars) else {
        return Ok(());
    };
    Err(Message::new(id)
        .with("record", i64::try_from(record.seq).unwrap_or(i64::MAX))
        .into())
}

/// Why nothing is undone across that event; none where it bars nothing.
fn bars(event: &super::Event) -> Option<&'static str> {
    match event {
        super::Event::Progress(Progressed::Adjourned) => Some("undo-across-adjournment"),
        super::Event::Progress(
            Progressed::CorrectionBegun { .. } | Progressed::Approved { .. },
        ) => Some("undo-across-correction"),
        super::Event::Ballot(event) if event.ends_ballot() => Some("undo-across-ballot"),
        super::Event::Progress(_)
        | super::Event::Ballot(_)
        | super::Event::Roster(_)
        | super::Event::Roll(_)
        | super::Event::Floor(_)
        | super::Event::Contribution(_)
        | super::Event::Outcome(_)
        | super::Event::Motion(_)
        | super::Event::Undo(_) => None,
    }
}

/// Brings back the record the author took back last, while nothing that holds came after the taking back.
fn redo(history: &History, author: &Author) -> Result<Vec<super::Event>, Refusal> {
    let nothing = || Refusal::new(Message::new("undo-nothing-to-redo"));
    let mut redone = HashSet::new();
    for own in history
        .records()
        .rev()
        .filter(|record| record.author == *author)
    {
        let mut turning = own.events.iter().filter_map(|event| match event {
            super::Event::Undo(event) => Some(event),
            _ => None,
        });
        match turning.next() {
            None => return Err(nothing()),
            Some(Event::Redone { seq }) => {
                redone.insert(*seq);
            }
            Some(Event::Undone { seq }) if redone.remove(seq) => {}
            Some(Event::Undone { seq }) => {
                let record = history.record(*seq).ok_or_else(nothing)?;
                stands_free(history, record, Turning::Again(own.seq))?;
                return Ok(vec![Event::Redone { seq: *seq }.into()]);
            }
        }
    }
    Err(nothing())
}
