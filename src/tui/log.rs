//! The record as one participant has it before them: every record in order, which kind of them is shown, what is looked for, which is
//! selected. Owns the rows and where one stands among them; what a record did is said by [`telling`](crate::telling), how it is
//! drawn is `screen`'s.
//!
//! What there is to know of a record is gathered once, when it comes; its sentences are said for the rows in sight, and for all
//! only once something is looked for.

use std::collections::HashMap;

use crate::agenda::Who;
use crate::locale::Locale;
use crate::meeting::contribution::Event as Noted;
use crate::meeting::floor::Event as Floor;
use crate::meeting::progress::Event as Progress;
use crate::meeting::undo::{Event as Turned, History};
use crate::meeting::{Event, ItemId, Meeting, Record, Thing};
use crate::names::{Names, fold};
use crate::telling;
use crate::text::{Arg, Language, Message};

use super::browse::Browse;

/// What a record is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The meeting and its items.
    Meeting,
    /// Who belongs to it and who is there.
    People,
    /// Who speaks.
    Floor,
    /// What was said.
    Contributions,
    /// What came of it: decisions, actions, motions.
    Outcomes,
    /// Votes and elections.
    Ballots,
    /// What was taken back and brought back.
    Undo,
}

impl Topic {
    /// All, in the order in which a key turns them.
    pub const ALL: [Self; 7] = [
        Self::Meeting,
        Self::People,
        Self::Floor,
        Self::Contributions,
        Self::Outcomes,
        Self::Ballots,
        Self::Undo,
    ];

    /// The id of its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Meeting => "log-meeting",
            Self::People => "log-people",
            Self::Floor => "log-floor",
            Self::Contributions => "log-contributions",
            Self::Outcomes => "log-outcomes",
            Self::Ballots => "log-ballots",
            Self::Undo => "log-undo",
        }
    }

    const fn of(event: &Event) -> Self {
        match event {
            Event::Progress(_) => Self::Meeting,
            Event::Roster(_) | Event::Roll(_) => Self::People,
            Event::Floor(_) => Self::Floor,
            Event::Contribution(_) => Self::Contributions,
            Event::Outcome(_) | Event::Motion(_) => Self::Outcomes,
            Event::Ballot(_) => Self::Ballots,
            Event::Undo(_) => Self::Undo,
        }
    }
}

/// A row of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// Nothing, between two items.
    Gap,
    /// The item in which the records below were made; `None`: outside the agenda.
    Item(Option<ItemId>),
    /// That record.
    Record(u64),
}

/// What became of a record later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// That record took it back.
    Undone(u64),
    /// That record set right what it had made.
    Mended(u64),
}

/// What there is to know of a record without its sentences.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    item: Option<ItemId>,
    undone: Option<u64>,
    mended: Option<u64>,
}

/// What the rows were made of.
#[derive(Clone, Debug, PartialEq)]
struct Made {
    records: usize,
    topic: Option<Topic>,
    filter: String,
    language: Language,
}

/// The record, as it lies before one participant.
#[derive(Clone, Debug, Default)]
pub struct Log {
    topic: Option<Topic>,
    /// What is looked for, which row is selected, which are in sight.
    pub browse: Browse,
    selected: Option<u64>,
    rows: Vec<Row>,
    /// How many records are among the rows.
    shown: usize,
    known: Vec<Known>,
    /// Which record made a turn or a contribution.
    makers: HashMap<Thing, u64>,
    said: Said,
    made: Option<Made>,
}

impl Log {
    /// The kind of records that is shown; none for all.
    #[must_use]
    pub const fn topic(&self) -> Option<Topic> {
        self.topic
    }

    /// All its rows.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many records are shown.
    #[must_use]
    pub const fn shown(&self) -> usize {
        self.shown
    }

    /// The row that has to be in sight: the selected one, else the last.
    fn focus(&self) -> usize {
        self.browse
            .at()
            .unwrap_or(self.rows.len().saturating_sub(1))
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

    /// The selected record.
    #[must_use]
    pub const fn selected(&self) -> Option<u64> {
        self.selected
    }

    /// The item in which a row stands.
    #[must_use]
    pub fn item_of(&self, at: usize) -> Option<ItemId> {
        match self.rows.get(at)? {
            Row::Record(seq) => self.known(*seq)?.item,
            Row::Item(item) => *item,
            Row::Gap => None,
        }
    }

    /// What became of a record later; that it was taken back before all else.
    #[must_use]
    pub fn later(&self, seq: u64) -> Option<Later> {
        let known = self.known(seq)?;
        let mended = known.mended.map(Later::Mended);
        known.undone.map(Later::Undone).or(mended)
    }

    fn known(&self, seq: u64) -> Option<&Known> {
        self.known.get(usize::try_from(seq.checked_sub(1)?).ok()?)
    }

    /// Shows the next kind of records alone; after the last all again.
    pub fn turn(&mut self) {
        let at = self
            .topic
            .and_then(|topic| Topic::ALL.iter().position(|one| *one == topic));
        self.topic = Topic::ALL.get(at.map_or(0, |at| at + 1)).copied();
        self.browse.touch();
    }

    /// Lets go of what was selected, else of what was looked for.
    pub fn let_go(&mut self) {
        if self.selected.is_some() {
            self.selected = None;
            self.browse.select(None);
        } else {
            self.browse.keep_filter("");
            self.topic = None;
        }
    }

    /// Goes so many records down, or up; from nowhere to the last or the first.
    pub fn step(&mut self, records: isize) {
        let is_record = |at: &usize| matches!(self.rows[*at], Row::Record(_));
        let stops: Vec<usize> = (0..self.rows.len()).filter(is_record).collect();
        if let Some(at) = self.browse.stepped(&stops, records) {
            self.select(at);
        }
    }

    /// Goes to the first record of the stretch of an item that many further.
    pub fn step_item(&mut self, items: isize) {
        let is_item = |at: &usize| matches!(self.rows[*at], Row::Item(_));
        let heads: Vec<usize> = (0..self.rows.len()).filter(is_item).collect();
        let Some(last) = heads.len().checked_sub(1) else {
            return;
        };
        let focus = self.focus();
        let here = heads.partition_point(|head| *head <= focus).max(1) - 1;
        let head = heads[here.saturating_add_signed(items).min(last)];
        self.select(head + 1);
    }

    /// Selects the record of that row, where there is one.
    pub fn select(&mut self, at: usize) {
        if let Some(Row::Record(seq)) = self.rows.get(at) {
            self.selected = Some(*seq);
            self.browse.select(Some(at));
        }
    }

    /// Makes the rows anew where something they are made of has changed. `names` is asked for only where something is looked for.
    pub fn refresh<'n>(
        &mut self,
        meeting: &Meeting,
        language: Language,
        names: impl FnOnce() -> &'n Names,
    ) {
        let made = Made {
            records: meeting.history.len(),
            topic: self.topic,
            filter: self.browse.filter().to_owned(),
            language,
        };
        if self.made.as_ref() == Some(&made) {
            return;
        }
        self.learn(meeting);
        let filter = if made.filter.is_empty() {
            None
        } else {
            self.said.learn(meeting, language, &self.known);
            Some(Filter::of(&made.filter, names()))
        };
        self.lay(meeting, filter.as_ref());
        self.stand();
        self.made = Some(made);
        self.browse.touch();
    }

    /// Gathers what there is to know of records that came since. What was taken back counts for nothing: then all is gathered anew.
    fn learn(&mut self, meeting: &Meeting) {
        let history = &meeting.history;
        let mut come = history.records().skip(self.known.len());
        if come.any(History::turns_back) {
            self.known.clear();
            self.makers.clear();
        }
        for record in history.records().skip(self.known.len()) {
            self.take_in(record, history);
        }
    }

    fn take_in(&mut self, record: &Record, history: &History) {
        let mut item = self.known.last().and_then(|known| known.item);
        if !history.is_undone(record.seq) {
            for event in &record.events {
                self.mend(event, record.seq);
                item = place(item, event);
            }
        }
        for event in &record.events {
            if let Event::Undo(Turned::Undone { seq }) = event
                && history.is_undone(*seq)
                && let Some(known) = self.known_mut(*seq)
            {
                known.undone = Some(record.seq);
            }
        }
        self.known.push(Known {
            item,
            ..Known::default()
        });
    }

    /// Notes who made what, and whose making was set right.
    fn mend(&mut self, event: &Event, seq: u64) {
        let touches = event.touches();
        if is_repair(event) {
            let makers = touches.changes.iter();
            let makers: Vec<u64> = makers
                .filter_map(|it| self.makers.get(it))
                .copied()
                .collect();
            for maker in makers {
                if let Some(known) = self.known_mut(maker).filter(|_| maker != seq) {
                    known.mended = Some(seq);
                }
            }
        }
        let made = touches.creates.into_iter();
        let made = made.filter(|it| matches!(it, Thing::Turn(_) | Thing::Contribution(_)));
        self.makers.extend(made.map(|it| (it, seq)));
    }

    fn known_mut(&mut self, seq: u64) -> Option<&mut Known> {
        self.known
            .get_mut(usize::try_from(seq.checked_sub(1)?).ok()?)
    }

    fn lay(&mut self, meeting: &Meeting, filter: Option<&Filter>) {
        self.rows.clear();
        self.shown = 0;
        let mut above: Option<Option<ItemId>> = None;
        for (known, record) in self.known.iter().zip(meeting.history.records()) {
            let is_about = |topic| record.events.iter().any(|event| Topic::of(event) == topic);
            let is_found = |filter: &Filter| filter.keeps(record, self.said.of(record.seq));
            if !self.topic.is_none_or(is_about) || !filter.is_none_or(is_found) {
                continue;
            }
            if above != Some(known.item) {
                if above.is_some() {
                    self.rows.push(Row::Gap);
                }
                self.rows.push(Row::Item(known.item));
                above = Some(known.item);
            }
            self.shown += 1;
            self.rows.push(Row::Record(record.seq));
        }
    }

    fn stand(&mut self) {
        let selected = self.selected.take();
        let is_it = |row: &Row| selected.is_some_and(|seq| *row == Row::Record(seq));
        match self.rows.iter().position(is_it) {
            Some(at) => self.select(at),
            None => self.browse.select(None),
        }
    }
}

/// The item in which the meeting is after an event, where it was in that one.
const fn place(item: Option<ItemId>, event: &Event) -> Option<ItemId> {
    let Event::Progress(event) = event else {
        return item;
    };
    if let Progress::ItemOpened { item } = event {
        Some(*item)
    } else if matches!(event, Progress::Adjourned) {
        None
    } else {
        item
    }
}

/// Whether an event sets right what was recorded before.
const fn is_repair(event: &Event) -> bool {
    match event {
        Event::Floor(event) => matches!(
            event,
            Floor::TurnTimed { .. } | Floor::SpeakerCorrected { .. }
        ),
        Event::Contribution(event) => matches!(
            event,
            Noted::Edited { .. }
                | Noted::KindSet { .. }
                | Noted::Filed { .. }
                | Noted::ThemesSet { .. }
                | Noted::Struck { .. }
                | Noted::Merged { .. }
        ),
        Event::Progress(_)
        | Event::Roster(_)
        | Event::Roll(_)
        | Event::Outcome(_)
        | Event::Motion(_)
        | Event::Ballot(_)
        | Event::Undo(_) => false,
    }
}

/// What a record did, in the words it is told in now.
#[must_use]
pub fn told(meeting: &Meeting, record: &Record) -> Vec<Message> {
    telling::of(&telling::Step {
        before: meeting,
        after: meeting,
        record,
    })
}

/// What is said of each record, folded to be looked through.
#[derive(Clone, Debug, Default)]
struct Said {
    locale: Option<Locale>,
    texts: Vec<Box<str>>,
}

impl Said {
    /// Says what was not said yet in that language.
    fn learn(&mut self, meeting: &Meeting, language: Language, known: &[Known]) {
        let is_other = |locale: &Locale| locale.language() != language;
        if self.locale.as_ref().is_none_or(is_other) {
            self.texts.clear();
            self.locale = Some(Locale::new(language));
        }
        let Some(locale) = &self.locale else {
            return;
        };
        let records = meeting.history.records().zip(known);
        let said = records.skip(self.texts.len()).map(|(record, known)| {
            let mut said = told(meeting, record)
                .iter()
                .map(|message| locale.say(message))
                .collect::<Vec<_>>();
            let topics = record.events.iter().map(Topic::of);
            said.extend(topics.map(|topic| locale.word(topic.word())));
            said.push(record.author.name.as_str().to_owned());
            let item = known.item.and_then(|id| meeting.progress.item(id));
            said.extend(item.map(|item| item.plan.title.get(language).as_str().to_owned()));
            let time = Message::new("log-found-by")
                .with("time", Arg::Clock(record.at))
                .with("number", i64::try_from(record.seq).unwrap_or(i64::MAX));
            said.push(locale.say(&time));
            fold(&said.join(" ")).into_boxed_str()
        });
        self.texts.extend(said);
    }

    fn of(&self, seq: u64) -> &str {
        let at = seq.checked_sub(1).and_then(|at| usize::try_from(at).ok());
        at.and_then(|at| self.texts.get(at)).map_or("", |text| text)
    }
}

/// Words to look for in records: in what is said of them, or as somebody they touch, by any name.
struct Filter {
    words: Vec<(String, Vec<Who>)>,
}

impl Filter {
    fn of(typed: &str, names: &Names) -> Self {
        // Parted first: between Chinese characters a space does not count in a name.
        let words = typed.split_whitespace().map(fold);
        let word = |word: String| {
            let whom = names.complete(word.trim_start_matches('@'), usize::MAX);
            (word, whom)
        };
        Self {
            words: words.map(word).collect(),
        }
    }

    fn keeps(&self, record: &Record, said: &str) -> bool {
        let is_in = |(word, whom): &(String, Vec<Who>)| {
            said.contains(word.as_str()) || (!whom.is_empty() && touches(record, whom))
        };
        self.words.iter().all(is_in)
    }
}

fn touches(record: &Record, whom: &[Who]) -> bool {
    record.events.iter().any(|event| {
        let touches = event.touches();
        let things = touches.creates.iter();
        let mut things = things.chain(&touches.changes).chain(&touches.refers);
        things.any(|thing| {
            if let Thing::Person(id) | Thing::Presence(id) = thing {
                whom.contains(&Who::Person(id.clone()))
            } else if let Thing::Unit(id) = thing {
                whom.contains(&Who::Unit(id.clone()))
            } else {
                false
            }
        })
    })
}
