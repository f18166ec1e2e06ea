//! What lines ask of the program itself: saving, the log, help, notes. Owns how plain mode performs it; what was asked
//! is `phrase`'s, and what needs files comes from outside ([`Means`]).

use super::line::Line;
use super::{Flow, Talk, status};
use crate::agenda;
use crate::locale::Locale;
use crate::meeting::Meeting;
use crate::meeting::progress::{self, Resolve};
use crate::phrase::{self, Request};
use crate::telling;
use crate::text::{Arg, Language, Message, Text};

/// What is said instead where something cannot be done.
pub type Objection = Vec<Message>;

/// Gives the agenda file as it is now.
pub type Reread<'a> = Box<dyn FnMut() -> Result<String, Objection> + 'a>;
/// Makes documents of a meeting.
pub type Export<'a> = Box<dyn FnMut(&Meeting, &[Text]) -> Result<Exported, Objection> + 'a>;
/// Keeps a note.
pub type Note<'a> = Box<dyn FnMut(&Text) -> Result<(), Objection> + 'a>;

/// What the program can do besides the meeting, given by whoever runs it; each gives what is said instead where it fails.
#[expect(missing_debug_implementations, reason = "closures have none")]
pub struct Means<'a> {
    /// Reads the agenda file again, whole.
    pub reread: Reread<'a>,
    /// Makes documents; the words are the arguments of `tribune export` without the session. Gives the text to be shown,
    /// or where it was written.
    pub export: Export<'a>,
    /// Keeps a private note.
    pub note: Note<'a>,
}

impl Means<'_> {
    /// None: each says that it is not to be had here.
    #[must_use]
    pub fn none() -> Self {
        let lacking = || vec![Message::new("plain-not-here")];
        Self {
            reread: Box::new(move || Err(lacking())),
            export: Box::new(move |_, _| Err(lacking())),
            note: Box::new(move |_| Err(lacking())),
        }
    }
}

/// What became of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exported {
    /// The document, to be shown.
    Text(String),
    /// It was written there.
    To(Vec<String>),
}

impl Talk<'_> {
    pub(super) fn grant(&mut self, line: &Line, request: Request) -> Flow {
        match request {
            Request::Quit => Flow::Over,
            Request::Save => self.save(line),
            Request::Log => self.log(),
            Request::Help { topic } => self.help(line, topic.as_ref()),
            Request::Export { words } => self.export(line, &words),
            Request::Pace => self.tell_all(&status::pace(&self.told, self.room.now())),
            Request::Face { name } => self.face(line, &name),
            Request::Lang { language } => self.change_language(language),
            Request::Theme { .. } => self.tell(&Message::new("plain-no-theme")),
            Request::Reload { resolve } => self.reload(line, resolve),
            Request::Private { text } => match (self.means.note)(&text) {
                Ok(()) => self.tell(&Message::new("plain-noted-privately")),
                Err(objection) => self.object(line.number, &line.text, &objection),
            },
            Request::Filter { text } => {
                self.tell_all(&status::containing(&self.told, &self.voice.locale, &text))
            }
        }
    }

    fn save(&mut self, line: &Line) -> Flow {
        match self.room.save().wait() {
            Ok(saved) => match saved.moved {
                None => self.tell(&Message::new("plain-saved")),
                Some(moved) => {
                    let to = moved.to.to_string_lossy().into_owned();
                    self.tell(&Message::new("plain-saved-in-new-file").with("path", to))
                }
            },
            Err(error) => self.fail(line.number, &line.text, &error),
        }
    }

    fn log(&mut self) -> Flow {
        let mut log = Vec::new();
        for logged in telling::log(&self.told) {
            let id = if logged.undone {
                "plain-logged-undone"
            } else {
                "plain-logged"
            };
            let number = i64::try_from(logged.record.seq).unwrap_or(i64::MAX);
            let entry = Message::new(id)
                .with("number", number)
                .with("time", Arg::Clock(logged.record.at));
            log.extend(
                logged
                    .told
                    .into_iter()
                    .map(|told| entry.clone().with("told", told)),
            );
        }
        self.tell_all(&log)
    }

    fn help(&mut self, line: &Line, topic: Option<&Text>) -> Flow {
        match phrase::help::of(topic) {
            Ok(lines) => self.tell_all(&lines),
            Err(misread) => self.misread(line, *misread),
        }
    }

    fn export(&mut self, line: &Line, words: &[Text]) -> Flow {
        match (self.means.export)(&self.told, words) {
            Ok(Exported::Text(document)) => self.show(&document),
            Ok(Exported::To(paths)) => {
                let written =
                    |path: &String| Message::new("plain-exported").with("path", path.as_str());
                let written: Vec<Message> = paths.iter().map(written).collect();
                self.tell_all(&written)
            }
            Err(objection) => self.object(line.number, &line.text, &objection),
        }
    }

    fn face(&mut self, line: &Line, name: &Text) -> Flow {
        match status::face(&self.told, self.room.now(), name.as_str()) {
            Some(lines) => self.tell_all(&lines),
            None if name.as_str() == "record" => self.log(),
            None => self.object(
                line.number,
                &line.text,
                &[Message::new("plain-no-face").with("name", name)],
            ),
        }
    }

    fn change_language(&mut self, language: Option<Language>) -> Flow {
        let other = match self.voice.locale.language() {
            Language::English => Language::Chinese,
            Language::Chinese => Language::English,
        };
        self.voice.locale = Locale::new(language.unwrap_or(other));
        self.cue = None;
        self.tell(&Message::new("plain-language"))
    }

    /// Lists what changed in the agenda file; with `really` takes it over.
    fn reload(&mut self, line: &Line, resolve: Resolve) -> Flow {
        let source = match (self.means.reread)() {
            Ok(source) => source,
            Err(objection) => return self.object(line.number, &line.text, &objection),
        };
        if resolve == Resolve::Really {
            return self.submit(line, progress::Command::Reload { source }.into());
        }
        let reading = agenda::file::read(&source);
        let Some(agenda) = reading.agenda else {
            let mistakes: Objection = reading.mistakes.into_iter().map(mistake).collect();
            return self.object(line.number, &line.text, &mistakes);
        };
        let changes: Vec<Message> = progress::changes(&self.told, &agenda)
            .into_iter()
            .map(|change| change.message)
            .collect();
        if changes.is_empty() {
            return self.tell(&Message::new("plain-agenda-same"));
        }
        match self.tell_all(&changes) {
            Flow::On => self.tell(&Message::new("plain-agenda-changes")),
            Flow::Over => Flow::Over,
        }
    }
}

fn mistake(mistake: agenda::file::Mistake) -> Message {
    Message::new("plain-agenda-mistake")
        .with("line", mistake.line)
        .with("column", mistake.column)
        .with("what", mistake.message)
}
