//! The line of a review where it is a command: what became of something, documents, language, looks. Owns the few commands that a review obeys; how
//! they are written is `phrase`'s.

use super::desk::{Desk, Visit};
use super::keys;
use super::sitting::Shown;
use crate::archive::page::Link;
use crate::meeting::contribution::{Anchor, Answer};
use crate::phrase::{Request, Spoken, Spot, answer_named, answer_words, command_named};
use crate::text::{Arg, Language, Message, Text};
use crate::tui::keymap::half_width;
use crate::tui::palette::{begun, mark};
use crate::tui::ui::Draft;
use crate::tui::update::faces::FACES;
use crate::tui::update::{Effect, Given};

/// The name of the command that says what became of something.
const ANSWER: &str = "answer";

/// An answer, as the line has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The session: the name of its file without `.toml`.
    pub session: Text,
    /// What is answered.
    pub id: Text,
    /// What became of it.
    pub status: Answer,
    /// In words; may be empty.
    pub text: Text,
}

impl Answered {
    /// What now holds, in one line.
    #[must_use]
    pub fn holds(&self) -> Message {
        let words = if self.text.is_empty() {
            Message::new("text-nothing")
        } else {
            Message::new("followups-words").with("text", &self.text)
        };
        Message::new("review-holds")
            .with("id", &self.id)
            .with("status", self.status.word())
            .with("words", words)
    }
}

/// What a line asks of the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To write an answer into the ledger.
    Answer(Answered),
    /// Documents of that session, by the words of the export.
    Export(Text, Vec<Text>),
    /// Other looks: of that name, else the next.
    Theme(Option<Text>),
}

/// The beginning of a line that answers, for the words to be typed behind it.
#[must_use]
pub fn answer(language: Language, id: &Text, status: &str) -> String {
    let command = begun(ANSWER, language);
    format!("{}{command}{id} {status} ", mark(language))
}

/// Obeys the line. What it asks of the program is kept for whoever has it.
pub fn obey(desk: &mut Desk, given: &mut Given) -> Vec<Effect> {
    let typed = desk.ui.draft.field.text().to_owned();
    let words = typed
        .trim()
        .trim_start_matches(|c| half_width(c) == ':')
        .trim_start();
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    if command_named(first).is_some_and(|row| row.name == ANSWER) {
        match answered(desk, rest.trim()) {
            Ok(answered) => desk.asked = Some(Asked::Answer(answered)),
            Err(why) => keys::tell(desk, why),
        }
        return Vec::new();
    }
    let spot = Spot {
        now: given.now,
        anchor: Anchor::now(given.meeting),
        author: given.author,
    };
    match given.interpreter.read(given.meeting, &typed, &spot) {
        Ok(Spoken::Ask(request)) => grant(desk, request),
        Ok(Spoken::Command(_)) => {
            keys::tell(desk, Message::new("review-only-read"));
            Vec::new()
        }
        Err(misread) => {
            let refusal: crate::meeting::Refusal = (*misread).into();
            keys::tell(desk, refusal.reason);
            Vec::new()
        }
    }
}

/// The answer that stands behind the command: an id, a status, words.
fn answered(desk: &Desk, words: &str) -> Result<Answered, Message> {
    let (id, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let (status, text) = match rest.trim_start().split_once(char::is_whitespace) {
        Some((status, text)) => (status, text),
        None => (rest.trim(), ""),
    };
    let id = Text::line(id);
    let session = match &desk.answering {
        Some(Link::Thing { session, id: asked }) if *asked == id => Some(session.clone()),
        Some(_) | None => desk.session(),
    };
    let session = session.ok_or_else(|| Message::new("review-no-session"))?;
    let status = answer_named(status).ok_or_else(|| {
        let known: Vec<Arg> = answer_words().map(Arg::from).collect();
        Message::new("review-no-status").with("known", known)
    })?;
    Ok(Answered {
        session,
        id,
        status,
        text: Text::line(text.trim()),
    })
}

/// Of which session documents are made, and by which words: in front of a unit they are its own, of the last session that it was in.
fn subject(desk: &Desk, mut words: Vec<Text>) -> Option<(Text, Vec<Text>)> {
    if let Some(session) = desk.session() {
        return Some((session, words));
    }
    let unit = match desk.trail.last() {
        Some(Visit::Page { of, .. }) => Some(of.clone()),
        Some(Visit::Session(_)) => None,
        None => desk.here(),
    };
    let (Link::Unit(party), walk) = (unit?, desk.walk()?) else {
        return None;
    };
    let last = *walk.dossier(party).parts.last()?;
    words.push(Text::line("--unit"));
    words.push(last.name.get(desk.ui.language).clone());
    Some((walk.history.sessions[last.session].stem.clone(), words))
}

fn grant(desk: &mut Desk, request: Request) -> Vec<Effect> {
    match request {
        Request::Quit => return vec![Effect::Leave],
        Request::Help { .. } => {
            desk.ui.draft = Draft::default();
            keys::help(desk);
        }
        Request::Lang { language } => {
            desk.ui.language = language.unwrap_or(desk.ui.language.other());
        }
        Request::Theme { name } => desk.asked = Some(Asked::Theme(name)),
        Request::Export { words } => match subject(desk, words) {
            Some((session, words)) => desk.asked = Some(Asked::Export(session, words)),
            None => keys::tell(desk, Message::new("review-no-session")),
        },
        Request::Face { face, .. } if FACES.contains(&face) => {
            let Some(Visit::Session(sitting)) = desk.trail.last_mut() else {
                keys::tell(desk, Message::new("review-no-session"));
                return Vec::new();
            };
            sitting.show(&mut desk.ui, Shown::Face(face));
            desk.ui.draft = Draft::default();
            return vec![Effect::Repaint];
        }
        Request::Matters => {
            desk.ui.draft = Draft::default();
            return keys::show_open(desk);
        }
        Request::Log
        | Request::Save
        | Request::Filter { .. }
        | Request::Reload { .. }
        | Request::Pace
        | Request::Face { .. }
        | Request::Why { .. }
        | Request::Private { .. } => {
            keys::tell(desk, Message::new("review-only-read"));
            return Vec::new();
        }
    }
    desk.ui.draft = Draft::default();
    Vec::new()
}
