//! What of a session may be answered afterwards, and how. Owns the ids that people type, the refusals, and the way into the ledger.

use std::fmt;
use std::path::Path;

use crate::agenda::ContributionKind;
use crate::meeting::contribution::Answer;
use crate::meeting::progress::ItemStatus;
use crate::meeting::{ActionId, ContributionId, DecisionId};
use crate::names::narrow;
use crate::summary::{MatterEntry, Summary};
use crate::text::{Message, Moment, Text};

use super::Told;
use super::history::{What, is_unfinished};
use super::ledger::{Entry, Ledger, MOST_CHARS, one_line};

/// Something of a session that waits, or waited, for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answerable {
    /// What it is called: `C12`, `A3`, `D2`, or an item's number.
    pub id: Text,
    /// What it says.
    pub text: Text,
}

/// An answer as somebody gives it after the meeting.
#[derive(Clone, Debug)]
pub struct Given<'a> {
    /// The session: the name of its file without `.toml`.
    pub session: &'a str,
    /// What is answered, as it was typed.
    pub id: &'a str,
    /// What became of it.
    pub status: Answer,
    /// In words; may be empty.
    pub text: Text,
    /// By whom; empty where that is not known.
    pub author: &'a str,
    /// When it is given.
    pub now: Moment,
}

impl Given<'_> {
    /// Writes it into the ledger of that folder; gives the sentence of what now holds.
    ///
    /// # Errors
    /// Why it cannot be answered so, or that the disk failed; nothing was written then.
    pub fn write(self, summary: &Summary, folder: &Path, ledger: &Ledger) -> Result<Message, Told> {
        let about = |message: Message| vec![message.with("session", self.session)];
        let answerable = Answerable::judged(summary, self.id, self.status).map_err(about)?;
        if self.text.as_str().chars().count() > MOST_CHARS {
            let most = Message::new("answer-too-long").with("most", MOST_CHARS);
            return Err(vec![most]);
        }
        let before = ledger.of_session(self.session).remove(&answerable.id);
        let entry = Entry {
            session: Text::line(self.session),
            id: answerable.id,
            status: self.status,
            text: (!self.text.is_empty()).then_some(self.text),
            // A clock that was set back must not put the answer before the one that it replaces.
            at: before.map_or(self.now, |before| before.at.max(self.now)),
            author: one_line(&Text::line(self.author)),
        };
        Ledger::append(folder, &entry).map_err(|error| error.messages().collect::<Told>())?;
        Ok(Message::new("answer-holds")
            .with("id", &entry.id)
            .with("session", self.session)
            .with("text", &answerable.text)
            .with("later", entry.later().said()))
    }
}

impl Answerable {
    /// The thing of that id, where that answer fits it.
    ///
    /// # Errors
    /// Why it cannot be answered so, and what to do instead.
    pub fn judged(summary: &Summary, typed: &str, status: Answer) -> Result<Self, Message> {
        let typed: String = typed.trim().chars().map(narrow).collect();
        let (letter, number) = match typed.char_indices().next() {
            Some((_, c)) if c.is_ascii_alphabetic() => (Some(c.to_ascii_uppercase()), &typed[1..]),
            Some(_) | None => (None, typed.as_str()),
        };
        let number: u32 = number
            .parse()
            .map_err(|_| Message::new("answer-no-id").with("id", typed.as_str()))?;
        match letter {
            Some('C') => contribution(summary, ContributionId(number)),
            Some('A') => action(summary, ActionId(number), status),
            Some('D') => decision(summary, DecisionId(number)),
            Some('M') => Err(matter(summary, &format!("M{number}"))),
            None => item(summary, number),
            Some(_) => Err(Message::new("answer-no-id").with("id", typed.as_str())),
        }
    }
}

fn contribution(summary: &Summary, id: ContributionId) -> Result<Answerable, Message> {
    let lines = &summary.contributions;
    let Some(line) = lines.iter().find(|line| line.id == id) else {
        return Err(unknown(
            id,
            lines.iter().map(|line| (line.id.0, line.id.to_string())),
        ));
    };
    let named = |id| Message::new(id).with("id", line.id.to_string());
    match (&line.struck, line.merged_into) {
        (Some(_), _) => Err(named("answer-struck")),
        (None, Some(into)) => Err(named("answer-merged").with("into", into.to_string())),
        (None, None) if line.kind == ContributionKind::Remark => Err(named("answer-remark")),
        (None, None) => Ok(answerable(id, &line.text)),
    }
}

fn action(summary: &Summary, id: ActionId, status: Answer) -> Result<Answerable, Message> {
    let actions = &summary.actions;
    let Some(action) = actions.iter().find(|action| action.id == id) else {
        return Err(unknown(
            id,
            actions.iter().map(|one| (one.id.0, one.id.to_string())),
        ));
    };
    if What::Action.may_be(status) {
        return Ok(answerable(id, &action.text));
    }
    Err(Message::new("answer-action")
        .with("id", id.to_string())
        .with("status", status.word()))
}

fn decision(summary: &Summary, id: DecisionId) -> Result<Answerable, Message> {
    let decisions = &summary.decisions;
    let Some(decision) = decisions.iter().find(|decision| decision.id == id) else {
        return Err(unknown(
            id,
            decisions.iter().map(|one| (one.id.0, one.id.to_string())),
        ));
    };
    Ok(answerable(
        id,
        &super::history::words_of(summary, decision)
            .get(summary.language)
            .clone(),
    ))
}

fn item(summary: &Summary, number: u32) -> Result<Answerable, Message> {
    let found = usize::try_from(number).ok().and_then(|at| summary.item(at));
    let Some(item) = found else {
        let items = summary.items.iter();
        let known = items
            .filter_map(|item| Some((u32::try_from(item.number).ok()?, item.number.to_string())));
        return Err(unknown(number, known));
    };
    if !is_unfinished(item, true) && item.status != ItemStatus::Skipped {
        return Err(Message::new("answer-item-over")
            .with("number", item.number)
            .with("title", &item.title));
    }
    Ok(answerable(number, item.title.get(summary.language)))
}

/// A matter is answered where it arose.
fn matter(summary: &Summary, id: &str) -> Message {
    let is_it = |matter: &&MatterEntry| matter.id.to_string() == id;
    match summary.matters.iter().find(is_it) {
        Some(matter) => Message::new("answer-matter")
            .with("id", id)
            .with("origin", &matter.origin)
            .with("from", &matter.session),
        None => Message::new("answer-no-id").with("id", id),
    }
}

fn answerable(id: impl fmt::Display, text: &Text) -> Answerable {
    Answerable {
        id: Text::line(&id.to_string()),
        text: text.clone(),
    }
}

/// That there is none of that id, and which is nearest.
fn unknown(id: impl fmt::Display, known: impl Iterator<Item = (u32, String)>) -> Message {
    let id = id.to_string();
    let number: u32 = id
        .trim_start_matches(|c: char| c.is_ascii_alphabetic())
        .parse()
        .unwrap_or(0);
    let near = known.min_by_key(|(known, _)| known.abs_diff(number));
    match near {
        Some((_, near)) => Message::new("answer-unknown-near")
            .with("id", id)
            .with("near", near),
        None => Message::new("answer-unknown").with("id", id),
    }
}
