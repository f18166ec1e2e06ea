//! Questions that take more than a digit: to whom the floor goes, who asks and why, who came, what is added to the agenda.
//! Owns what is asked, what was typed and what a filled form comes to; its keys are `update`'s, its look `screen`'s.

use super::widget::field::Field;
use crate::agenda::{Capacity, ItemKind, UnitId, Who};
use crate::meeting::contribution::Answer;
use crate::meeting::floor::{Command as Floor, EntryKind, Repair, Stretch};
use crate::meeting::outcome::Command as Outcome;
use crate::meeting::progress::Command as Progress;
use crate::meeting::roster::{Belonging, Command as Roster, Newcomer};
use crate::meeting::{Command, ItemId, MatterId, Meeting, TurnId};
use crate::phrase;
use crate::text::{Message, Moment, Text};

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Give somebody the floor.
    GiveFloor,
    /// Put somebody on the list of speakers, with a reason.
    Ask,
    /// Put a point of order at the head of the list.
    Order,
    /// Put somebody on the roster who is not.
    Enrol,
    /// Add an item to the agenda.
    AddItem,
    /// Call an item something else.
    Retitle(ItemId),
    /// Leave an item out, with a reason.
    Skip(ItemId),
    /// Set right when something began.
    Began(Stretch),
    /// Set right when something ended.
    Ended(Stretch),
    /// Set right whose turn it was.
    Was(TurnId),
    /// Say what becomes of a matter arising, in words where there are any.
    Answer(MatterId, Answer),
}

/// What a field of a form takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Somebody of the roster, a person or a unit.
    Somebody,
    /// A unit of the roster, or the name of a new one.
    Unit,
    /// Words.
    Words,
    /// Whole minutes.
    Minutes,
    /// When something was: a time of day, or how long ago.
    Time,
    /// In what function somebody attends.
    Capacity,
    /// A kind of item.
    ItemKind,
}

/// One field of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldRow {
    /// The id of the word in front of it.
    pub label: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Whether it may stay empty.
    pub need: Need,
}

/// Whether a field may stay empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must be filled.
    Must,
    /// It may stay empty.
    May,
}

const fn must(label: &'static str, takes: Takes) -> FieldRow {
    let need = Need::Must;
    FieldRow { label, takes, need }
}

const fn may(label: &'static str, takes: Takes) -> FieldRow {
    let need = Need::May;
    FieldRow { label, takes, need }
}

const WHO: &[FieldRow] = &[must("form-who", Takes::Somebody)];
const WHO_AND_WHY: &[FieldRow] = &[
    must("form-who", Takes::Somebody),
    may("form-reason", Takes::Words),
];
const NEWCOMER: &[FieldRow] = &[
    must("form-name", Takes::Words),
    may("form-title", Takes::Words),
    may("form-unit", Takes::Unit),
    must("form-capacity", Takes::Capacity),
];
const ITEM: &[FieldRow] = &[
    must("form-item-title", Takes::Words),
    must("form-item-kind", Takes::ItemKind),
    may("form-minutes", Takes::Minutes),
];
const TITLE: &[FieldRow] = &[must("form-item-title", Takes::Words)];
const WHEN: &[FieldRow] = &[must("form-when", Takes::Time)];
const REASON: &[FieldRow] = &[must("form-reason", Takes::Words)];
const WORDS: &[FieldRow] = &[may("matters-words", Takes::Words)];
const WHY: &[FieldRow] = &[may("matters-reason", Takes::Words)];

/// The functions a newcomer can have, the usual one first.
const CAPACITIES: [Capacity; 4] = [
    Capacity::Invited,
    Capacity::Member,
    Capacity::Observer,
    Capacity::Secretary,
];

impl Purpose {
    /// The question above the form.
    #[must_use]
    pub fn question(self) -> Message {
        Message::new(match self {
            Self::GiveFloor => "form-give-floor",
            Self::Ask => "form-ask",
            Self::Order => "form-order",
            Self::Enrol => "form-enrol",
            Self::AddItem => "form-add-item",
            Self::Retitle(_) => "form-retitle",
            Self::Skip(_) => "form-skip",
            Self::Began(_) => "form-began",
            Self::Ended(_) => "form-ended",
            Self::Was(_) => "form-was",
            Self::Answer(id, answer) => return which_words(id, answer),
        })
    }

    /// Its fields, in the order in which they are asked.
    #[must_use]
    pub const fn fields(self) -> &'static [FieldRow] {
        match self {
            Self::GiveFloor | Self::Was(_) => WHO,
            Self::Began(_) | Self::Ended(_) => WHEN,
            Self::Ask | Self::Order => WHO_AND_WHY,
            Self::Enrol => NEWCOMER,
            Self::AddItem => ITEM,
            Self::Retitle(_) => TITLE,
            Self::Skip(_) => REASON,
            Self::Answer(_, Answer::Declined) => WHY,
            Self::Answer(..) => WORDS,
        }
    }

    /// Whether what it would change is shown before it is done, and what is asked then.
    #[must_use]
    pub const fn is_foreseen(self) -> bool {
        matches!(self, Self::Began(_) | Self::Ended(_) | Self::Was(_))
    }
}

/// The question for the words of an answer.
fn which_words(id: MatterId, answer: Answer) -> Message {
    let question = match answer {
        Answer::Declined => "matters-which-reason",
        Answer::Open | Answer::Answered | Answer::Adopted | Answer::Carried | Answer::Done => {
            "matters-which-words"
        }
    };
    Message::new(question)
        .with("id", id.to_string())
        .with("status", answer.word())
}

/// Something that is offered for a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Somebody.
    Who(Who),
    /// A function.
    Capacity(Capacity),
    /// A kind of item.
    ItemKind(ItemKind),
}

/// What stands in a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// What was typed.
    pub field: Field,
    /// What was chosen in place of it.
    pub taken: Option<Offer>,
}

/// A form that is being filled.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What it is for.
    pub purpose: Purpose,
    entries: Vec<Entry>,
    at: usize,
    offers: Vec<Offer>,
    chosen: Option<usize>,
}

/// What became of a field that was left with Enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The next field is asked.
    On,
    /// It was the last.
    Filled,
    /// It must be filled, and is not.
    Lacking,
}

impl Form {
    /// An empty form. [`offer`](Self::offer) next.
    #[must_use]
    pub fn new(purpose: Purpose) -> Self {
        Self {
            purpose,
            entries: vec![Entry::default(); purpose.fields().len()],
            at: 0,
            offers: Vec::new(),
            chosen: None,
        }
    }

    /// The same with words standing in its first field.
    #[must_use]
    pub fn with(purpose: Purpose, words: &str) -> Self {
        let mut form = Self::new(purpose);
        form.entries[0].field = Field::with(words);
        form
    }

    /// The field that is being filled, counted from 0.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.at
    }

    /// What that field takes.
    #[must_use]
    pub const fn row(&self) -> &'static FieldRow {
        &self.purpose.fields()[self.at]
    }

    /// The fields with what stands in each.
    pub fn rows(&self) -> impl Iterator<Item = (&'static FieldRow, &Entry)> {
        self.purpose.fields().iter().zip(&self.entries)
    }

    /// What stands in the field that is being filled.
    #[must_use]
    pub fn entry(&self) -> &Entry {
        &self.entries[self.at]
    }

    /// The line of that field, to be typed in. Where something was chosen, typing begins anew; a form that is about somebody
    /// else is another form, so that nobody is given another's reason.
    pub fn typing(&mut self) -> &mut Field {
        if self.entries[self.at].taken.is_some() {
            let anew = if self.at == 0 {
                self.entries.len()
            } else {
                self.at + 1
            };
            self.entries[self.at..anew].fill(Entry::default());
        }
        &mut self.entries[self.at].field
    }

    /// The same, to be gone through again from its first field.
    #[must_use]
    pub fn again(mut self) -> Self {
        self.at = 0;
        self
    }

    /// What is offered for that field, best first.
    #[must_use]
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    /// Which of them is chosen.
    #[must_use]
    pub const fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// Whether nothing at all was filled in.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let blank = |entry: &Entry| entry.field.is_empty() && entry.taken.is_none();
        self.entries.iter().all(blank)
    }

    /// Offers these for the field, best first. The first is chosen where that is surely meant: of choices, or of people once
    /// something was typed.
    pub fn offer(&mut self, offers: Vec<Offer>) {
        self.offers = offers;
        let typed = !self.entry().field.is_empty();
        let meant = match self.row().takes {
            Takes::Somebody => typed,
            Takes::Capacity | Takes::ItemKind => true,
            // What is typed may be the name of a new one.
            Takes::Unit | Takes::Words | Takes::Minutes | Takes::Time => false,
        };
        let taken = self.entry().taken.as_ref();
        let again = self.offers.iter().position(|offer| Some(offer) == taken);
        self.chosen = again.or((meant && !self.offers.is_empty()).then_some(0));
    }

    /// The choices of a field that has a closed list of them.
    #[must_use]
    pub fn choices(&self) -> Vec<Offer> {
        match self.row().takes {
            Takes::Capacity => CAPACITIES.map(Offer::Capacity).to_vec(),
            Takes::ItemKind => ItemKind::ALL.map(Offer::ItemKind).to_vec(),
            Takes::Somebody | Takes::Unit | Takes::Words | Takes::Minutes | Takes::Time => {
                Vec::new()
            }
        }
    }

    /// Chooses the offer after the chosen one, or the first.
    pub fn choose_next(&mut self) {
        let next = self.chosen.map_or(0, |chosen| chosen + 1);
        self.choose(next.min(self.offers.len().saturating_sub(1)));
    }

    /// Chooses the offer before the chosen one.
    pub fn choose_previous(&mut self) {
        self.choose(self.chosen.map_or(0, |chosen| chosen.saturating_sub(1)));
    }

    /// Chooses an offer, if there is such a one.
    pub fn choose(&mut self, index: usize) {
        if index < self.offers.len() {
            self.chosen = Some(index);
        }
    }

    /// Leaves the field with what is chosen or typed, for the next one. The offers are for the field that was left: offer anew.
    pub fn step(&mut self, now: Moment) -> Step {
        let row = self.row();
        let chosen = self.chosen.and_then(|at| self.offers.get(at)).cloned();
        let entry = &mut self.entries[self.at];
        if chosen.is_some() {
            entry.taken = chosen;
        }
        let empty = entry.taken.is_none() && entry.field.text().trim().is_empty();
        let unknown = entry.taken.is_none() && row.takes == Takes::Somebody;
        let no_minutes =
            row.takes == Takes::Minutes && !empty && minutes(entry.field.text()).is_none();
        let no_time = row.takes == Takes::Time && phrase::when(entry.field.text(), now).is_none();
        if no_minutes || no_time || (empty && row.need == Need::Must) || (unknown && !empty) {
            return Step::Lacking;
        }
        if self.at + 1 == self.entries.len() {
            return Step::Filled;
        }
        self.at += 1;
        Step::On
    }

    /// Back to the field before.
    pub fn back(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    /// What the filled form comes to; nothing where a field lacks, which [`step`](Self::step) does not let pass.
    #[must_use]
    pub fn command(&self, meeting: &Meeting, now: Moment) -> Option<Command> {
        Some(match self.purpose {
            Purpose::GiveFloor => Floor::Give(self.who(0)?).into(),
            Purpose::Ask => self.asking(EntryKind::Asked)?.into(),
            Purpose::Order => self.asking(EntryKind::Order)?.into(),
            Purpose::Enrol => Roster::Enrol(self.newcomer(meeting)?).into(),
            Purpose::AddItem => Progress::Add {
                title: self.words(0)?,
                kind: match self.entries[1].taken {
                    Some(Offer::ItemKind(kind)) => kind,
                    _ => return None,
                },
                seconds: minutes(self.entries[2].field.text()).map(|minutes| minutes * 60),
            }
            .into(),
            Purpose::Retitle(item) => Progress::Retitle {
                item,
                title: self.words(0)?,
            }
            .into(),
            Purpose::Began(what) => Repair::Began {
                what,
                at: self.when(now)?,
            }
            .into(),
            Purpose::Ended(what) => Repair::Ended {
                what,
                at: self.when(now)?,
            }
            .into(),
            Purpose::Was(turn) => Repair::Was {
                turn: Some(turn),
                who: self.who(0)?,
            }
            .into(),
            Purpose::Answer(id, status) => Outcome::Answer {
                id,
                status,
                text: self.words(0),
            }
            .into(),
            Purpose::Skip(item) => Progress::Skip {
                item,
                reason: self.words(0)?,
            }
            .into(),
        })
    }

    fn asking(&self, kind: EntryKind) -> Option<Floor> {
        let (who, reason) = (self.who(0)?, self.words(1));
        Some(Floor::Ask { who, reason, kind })
    }

    fn newcomer(&self, meeting: &Meeting) -> Option<Newcomer> {
        let name = self.words(0)?;
        let Some(Offer::Capacity(capacity)) = self.entries[3].taken else {
            return None;
        };
        let known = self.known_unit(2).map(Belonging::Known);
        Some(Newcomer {
            id: meeting.roster.new_person_id(name.as_str()),
            name,
            title: self.words(1),
            unit: known.or_else(|| self.words(2).map(Belonging::New)),
            capacity,
        })
    }

    fn who(&self, at: usize) -> Option<Who> {
        match &self.entries[at].taken {
            Some(Offer::Who(who)) => Some(who.clone()),
            _ => None,
        }
    }

    fn known_unit(&self, at: usize) -> Option<UnitId> {
        match self.who(at)? {
            Who::Unit(id) => Some(id),
            Who::Person(_) => None,
        }
    }

    fn when(&self, now: Moment) -> Option<Moment> {
        phrase::when(self.entries[0].field.text(), now)
    }

    fn words(&self, at: usize) -> Option<Text> {
        let words = Text::line(self.entries[at].field.text());
        (!words.is_empty()).then_some(words)
    }
}

/// Whole minutes up to a day, in digits of either width.
fn minutes(typed: &str) -> Option<u32> {
    const DAY: u32 = 24 * 60;
    let digits: String = typed
        .trim()
        .chars()
        .map(super::keymap::half_width)
        .collect();
    digits
        .parse()
        .ok()
        .filter(|minutes| (1..=DAY).contains(minutes))
}
