//! What is looked through, one thing at a time: as the readable part of a file has it, or as the records say where that part cannot be
//! understood. Struck and merged contributions and withdrawn motions are none.

use std::borrow::Cow;

use super::kinds::{Kind, Status};
use super::lines::{Foreign, Quoted, Table, Value};
use crate::agenda::{ContributionKind, Who};
use crate::meeting::contribution::Answer;
use crate::summary::{Later, Summary, id_of};
use crate::text::{Bilingual, Text};

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'b> {
    /// What it is.
    pub kind: Kind,
    /// Its id, of an item its number; the meeting has none.
    pub id: Cow<'b, str>,
    /// The number of its item.
    pub item: Option<usize>,
    /// The ids of the units it comes from, or of its owner.
    pub units: Vec<Cow<'b, str>>,
    /// The id of who said it, moved it, or is to do it.
    pub person: Option<Cow<'b, str>>,
    /// The owner of a matter arising, by name.
    pub owner: Option<Cow<'b, str>>,
    /// How its own session left it.
    pub status: Option<Status>,
    /// What was answered of it after the session.
    pub later: Option<Later>,
    /// Of a matter arising, the session that raised it and what it is called there.
    pub(super) origin: (Cow<'b, str>, Cow<'b, str>),
    /// What it is about.
    pub themes: Vec<Cow<'b, str>>,
    /// What it says.
    pub text: Cow<'b, str>,
    /// What was said of it: the answer, the closing words, the result, the purpose.
    pub more: Option<Cow<'b, str>>,
}

impl<'b> Entry<'b> {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            id: Cow::Borrowed(""),
            item: None,
            units: Vec::new(),
            person: None,
            owner: None,
            status: None,
            later: None,
            origin: (Cow::Borrowed(""), Cow::Borrowed("")),
            themes: Vec::new(),
            text: Cow::Borrowed(""),
            more: None,
        }
    }

    /// Whether somebody of that id is behind it.
    pub fn is_from(&self, id: &[u8]) -> bool {
        let mut sources = self.units.iter().chain(&self.person);
        sources.any(|source| source.as_bytes() == id)
    }

    /// How it stands today. Of a contribution, a matter and an action that is what was answered last; a decision stays what it was, and an
    /// item as far as it came, whatever was answered of them afterwards.
    #[must_use]
    pub fn stands(&self) -> Option<Status> {
        match self.kind {
            Kind::Contribution(_) | Kind::Matter | Kind::Action => self.answered().or(self.status),
            Kind::Decision | Kind::Item | Kind::Motion | Kind::Ballot | Kind::Meeting => {
                self.status
            }
        }
    }

    /// Whether somebody who asks for what stands so means it: of a decision and an item the later answer holds beside what they were.
    pub(super) fn is_so(&self, asked: &[Status]) -> bool {
        let both = [self.stands(), self.answered()];
        both.iter().flatten().any(|status| asked.contains(status))
    }

    /// The later answer, in the word that things of its kind have.
    fn answered(&self) -> Option<Status> {
        let answer = self.later.as_ref()?.status;
        if self.kind == Kind::Action && answer == Answer::Open {
            return Some(Status::ToDo);
        }
        Some(Status::Answer(answer))
    }

    /// The entry of a table; nothing where it is struck, merged or withdrawn.
    pub(super) fn read(table: &Table<'b>, kind: Kind) -> Result<Option<Self>, Foreign> {
        let mut entry = Self::new(kind);
        for field in table.fields()? {
            let (key, value) = field?;
            match key {
                "struck" | "merged_into" | "withdrawn" => return Ok(None),
                "id" => entry.id = value.text()?.read()?,
                "item" => entry.item = Some(value.number()?),
                "units" => entry.units = all(value)?,
                "themes" => entry.themes = all(value)?,
                "person" | "by" => entry.person = Some(value.text()?.read()?),
                _ => entry.set(key, value)?,
            }
        }
        Ok(Some(entry))
    }

    /// Keys that say other things in other lists.
    fn set(&mut self, key: &str, value: Value<'b>) -> Result<(), Foreign> {
        match (self.kind, key) {
            (Kind::Contribution(_), "kind") => {
                self.kind = Kind::Contribution(contribution_kind(value.text()?)?);
            }
            (Kind::Contribution(_) | Kind::Action | Kind::Matter | Kind::Item, "status")
            | (Kind::Decision, "outcome") => self.status = Some(status(self.kind, value.text()?)?),
            (Kind::Item, "number") => {
                let Value::Bare(number) = value else {
                    return Err(Foreign);
                };
                self.id = Cow::Borrowed(number);
                self.item = Some(value.number()?);
            }
            (Kind::Action, "owner") => self.units = vec![value.text()?.read()?],
            (Kind::Matter, "owner") => self.owner = Some(value.text()?.read()?),
            (Kind::Matter, "session") => self.origin.0 = value.text()?.read()?,
            (Kind::Matter, "origin") => self.origin.1 = value.text()?.read()?,
            (Kind::Meeting | Kind::Item, "title")
            | (Kind::Ballot, "question" | "office")
            | (
                Kind::Contribution(_) | Kind::Motion | Kind::Decision | Kind::Action | Kind::Matter,
                "text",
            ) => self.text = value.text()?.read()?,
            (Kind::Meeting, "purpose")
            | (Kind::Item, "text")
            | (Kind::Ballot, "sentence")
            | (Kind::Contribution(_) | Kind::Matter, "answer") => {
                self.more = Some(value.text()?.read()?);
            }
            _ => {}
        }
        Ok(())
    }

    /// Everything that a session's records say, in its own language.
    pub fn all_of(summary: &Summary) -> Vec<Entry<'static>> {
        let said = Said(summary);
        let mut entries = vec![said.meeting()];
        entries.extend(said.items());
        entries.extend(said.contributions());
        entries.extend(said.motions());
        entries.extend(said.decisions());
        entries.extend(said.actions());
        entries.extend(said.ballots());
        entries.extend(said.matters());
        entries
    }
}

fn all(value: Value<'_>) -> Result<Vec<Cow<'_, str>>, Foreign> {
    value.texts()?.into_iter().map(Quoted::read).collect()
}

fn contribution_kind(word: Quoted) -> Result<ContributionKind, Foreign> {
    let of = |kind: &ContributionKind| Kind::Contribution(*kind).tag() == word.0;
    ContributionKind::ALL.into_iter().find(of).ok_or(Foreign)
}

fn status(kind: Kind, word: Quoted) -> Result<Status, Foreign> {
    let is_of = |status: &Status| match status {
        Status::Answer(Answer::Open) => !matches!(kind, Kind::Item | Kind::Decision | Kind::Action),
        Status::Answer(_) => !matches!(kind, Kind::Item | Kind::Decision),
        Status::ToDo => kind == Kind::Action,
        Status::Outcome(_) => kind == Kind::Decision,
        Status::Item(_) => kind == Kind::Item,
    };
    let mut all = Status::ALL.into_iter().filter(is_of);
    all.find(|status| status.tag() == word.0).ok_or(Foreign)
}

/// What the records say, as entries.
struct Said<'s>(&'s Summary);

impl Said<'_> {
    fn text(&self, both: &Bilingual) -> Cow<'static, str> {
        owned(both.get(self.0.language))
    }

    fn meeting(&self) -> Entry<'static> {
        let facts = &self.0.meeting;
        Entry {
            text: self.text(&facts.title),
            more: facts.purpose.as_ref().map(|purpose| self.text(purpose)),
            ..Entry::new(Kind::Meeting)
        }
    }

    fn items(&self) -> impl Iterator<Item = Entry<'static>> {
        self.0.items.iter().map(|item| Entry {
            id: Cow::Owned(item.number.to_string()),
            item: Some(item.number),
            status: Some(Status::Item(item.status)),
            text: self.text(&item.title),
            more: item.text.as_ref().map(owned),
            ..Entry::new(Kind::Item)
        })
    }

    fn contributions(&self) -> impl Iterator<Item = Entry<'static>> {
        let counted = self.0.contributions.iter().filter(|line| line.counts());
        counted.map(|line| Entry {
            id: Cow::Owned(line.id.to_string()),
            item: line.item,
            units: line
                .units()
                .map(|unit| Cow::Owned(unit.as_str().to_owned()))
                .collect(),
            person: line
                .person
                .as_ref()
                .map(|person| Cow::Owned(person.as_str().to_owned())),
            status: Some(Status::Answer(line.status)),
            themes: line.themes.iter().map(|theme| self.text(theme)).collect(),
            text: owned(&line.text),
            more: line.answer.as_ref().map(owned),
            ..Entry::new(Kind::Contribution(line.kind))
        })
    }

    fn motions(&self) -> impl Iterator<Item = Entry<'static>> {
        let stand = self.0.motions.iter().filter(|motion| !motion.withdrawn);
        stand.map(|motion| Entry {
            id: Cow::Owned(motion.id.to_string()),
            item: motion.item,
            person: Some(Cow::Owned(motion.by.as_str().to_owned())),
            text: owned(&motion.text),
            ..Entry::new(Kind::Motion)
        })
    }

    fn decisions(&self) -> impl Iterator<Item = Entry<'static>> {
        self.0.decisions.iter().map(|decision| Entry {
            id: Cow::Owned(decision.id.to_string()),
            item: decision.item,
            status: decision.outcome.map(Status::Outcome),
            text: decision
                .text
                .as_ref()
                .map_or_else(Cow::default, |text| self.text(text)),
            ..Entry::new(Kind::Decision)
        })
    }

    fn actions(&self) -> impl Iterator<Item = Entry<'static>> {
        self.0.actions.iter().map(|action| Entry {
            id: Cow::Owned(action.id.to_string()),
            item: action.item,
            units: action.owner.iter().map(owner).collect(),
            status: Some(if action.done {
                Status::Answer(Answer::Done)
            } else {
                Status::ToDo
            }),
            text: owned(&action.text),
            ..Entry::new(Kind::Action)
        })
    }

    fn ballots(&self) -> impl Iterator<Item = Entry<'static>> {
        self.0.ballots.iter().map(|ballot| {
            let put = ballot.question.as_ref().or(ballot.office.as_ref());
            Entry {
                id: Cow::Owned(ballot.id.to_string()),
                item: ballot.item,
                text: put.map_or_else(Cow::default, |put| self.text(put)),
                ..Entry::new(Kind::Ballot)
            }
        })
    }

    fn matters(&self) -> impl Iterator<Item = Entry<'static>> {
        self.0.matters.iter().map(|matter| Entry {
            id: Cow::Owned(matter.id.to_string()),
            owner: matter.owner.as_ref().map(owned),
            origin: (owned(&matter.session), owned(&matter.origin)),
            status: Some(Status::Answer(matter.status)),
            text: owned(&matter.text),
            more: matter.answer.as_ref().map(owned),
            ..Entry::new(Kind::Matter)
        })
    }
}

fn owned(text: &Text) -> Cow<'static, str> {
    Cow::Owned(text.as_str().to_owned())
}

fn owner(who: &Who) -> Cow<'static, str> {
    Cow::Owned(id_of(who).to_owned())
}
