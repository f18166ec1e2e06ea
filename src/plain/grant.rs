//! What lines ask of the program itself: saving, the log, help, notes. Owns how plain mode performs it; what was asked
//! is `phrase`'s, and what needs files comes from outside ([`Means`]).

use super::line::Line;
use super::{Flow, Talk, faces, status};
use crate::agenda;
use crate::locale::Locale;
use crate::meeting::outcome::Matter;
use crate::meeting::progress::{self, Resolve};
use crate::meeting::{Command, Meeting};
use crate::phrase::{self, Face, Misread, Request};
use crate::room::{Kept, Saved};
use crate::telling;
use crate::text::{Arg, Language, Message, Moment, Text};

/// What is said instead where something cannot be done.
pub type Objection = Vec<Message>;

/// Gives the agenda file as it is now.
pub type Reread<'a> = Box<dyn FnMut() -> Result<String, Objection> + 'a>;
/// Makes documents of a meeting.
pub type Export<'a> = Box<dyn FnMut(&Meeting, &[Text]) -> Result<Exported, Objection> + 'a>;
/// Keeps a note.
pub type Note<'a> = Box<dyn FnMut(&Text) -> Result<(), Objection> + 'a>;
/// Gathers matters arising.
pub type Matters<'a> = Box<dyn FnMut(&Meeting) -> Vec<Matter> + 'a>;

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
    /// Gathers what earlier sessions left open, for a meeting that opens.
    pub matters: Matters<'a>,
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
            matters: Box::new(|_| Vec::new()),
        }
    }

    /// The command with what only the program can know: opening a meeting takes up what earlier sessions left open.
    #[must_use]
    pub fn complete(&mut self, meeting: &Meeting, command: Command) -> Command {
        match command {
            Command::Progress(progress::Command::Open { matters }) if matters.is_empty() => {
                progress::Command::Open {
                    matters: (self.matters)(meeting),
                }
                .into()
            }
            command => command,
        }
    }
}

/// What became of an export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exported {
    /// The document, to be shown.
    Text(String),
    /// It was written: where.
    Written(Vec<Message>),
}

/// What answers a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// Sentences.
    Lines(Vec<Message>),
    /// A document, as it stands.
    Document(String),
    /// It takes a command of the meeting.
    Submit(Command),
}

/// Answers a request that takes neither the room nor the conversation itself: those (save, quit, another language) are
/// answered by whoever has them.
///
/// # Errors
/// What is said instead.
pub fn answer(
    meeting: &Meeting,
    now: Moment,
    means: &mut Means,
    request: Request,
) -> Result<Reply, Objection> {
    match request {
        Request::Quit | Request::Save | Request::Lang { .. } => {
            Err(vec![Message::new("plain-not-here")])
        }
        Request::Why { .. } => Err(vec![Message::new("correct-why-only")]),
        Request::Log => Ok(Reply::Lines(log(meeting))),
        Request::Help { topic } => phrase::help::of(topic.as_ref())
            .map(Reply::Lines)
            .map_err(|misread| unread(*misread)),
        Request::Export { words } => {
            (means.export)(meeting, &words).map(|exported| match exported {
                Exported::Text(document) => Reply::Document(document),
                Exported::Written(files) => Reply::Lines(files),
            })
        }
        Request::Pace => Ok(Reply::Lines(status::pace(meeting, now))),
        Request::Matters => Ok(Reply::Lines(faces::matters(meeting, now))),
        Request::Face { face, by } => Ok(Reply::Lines(match face {
            Face::Floor => faces::floor(meeting, now),
            Face::Contributions => faces::contributions(meeting, by.unwrap_or_default()),
            Face::Roll => faces::roll(meeting),
            Face::Ballots => faces::ballots(meeting),
            Face::Brief => faces::brief(meeting),
            Face::Record => log(meeting),
        })),
        Request::Theme { .. } => Ok(Reply::Lines(vec![Message::new("plain-no-theme")])),
        Request::Reload { resolve } => reload(meeting, (means.reread)()?, resolve),
        Request::Private { text } => {
            (means.note)(&text)?;
            Ok(Reply::Lines(vec![Message::new("plain-noted-privately")]))
        }
        Request::Filter { text } => Ok(Reply::Lines(faces::containing(meeting, &text))),
    }
}

fn log(meeting: &Meeting) -> Vec<Message> {
    let mut log = Vec::new();
    for logged in telling::log(meeting) {
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
    log
}

/// Lists what changed in the agenda file; with `really` it is to be taken over.
fn reload(meeting: &Meeting, source: String, resolve: Resolve) -> Result<Reply, Objection> {
    if resolve == Resolve::Really {
        return Ok(Reply::Submit(progress::Command::Reload { source }.into()));
    }
    let reading = agenda::file::read(&source);
    let agenda = reading
        .agenda
        .ok_or_else(|| -> Objection { reading.mistakes.into_iter().map(mistake).collect() })?;
    let changes = progress::changes(meeting, &agenda)
        .into_iter()
        .map(|change| change.message);
    let mut lines: Vec<Message> = changes.collect();
    lines.push(Message::new(if lines.is_empty() {
        "plain-agenda-same"
    } else {
        "plain-agenda-changes"
    }));
    Ok(Reply::Lines(lines))
}

/// What was not understood, whom it might mean, and how the command goes.
pub(super) fn unread(misread: Misread) -> Objection {
    let perhaps = misread
        .candidates
        .into_iter()
        .map(|one| Message::new("plain-candidate").with("candidate", one));
    let usage = misread
        .usage
        .map(|usage| Message::new("plain-usage").with("usage", usage));
    std::iter::once(misread.reason)
        .chain(perhaps)
        .chain(usage)
        .collect()
}

impl Talk<'_> {
    pub(super) fn grant(&mut self, line: &Line, request: Request) -> Flow {
        match request {
            Request::Quit => Flow::Over,
            Request::Save => self.save(line),
            Request::Lang { language } => self.change_language(language),
            Request::Why { text } if self.correction.is_some() => self.give_reason(text),
            request => {
                let now = self.room.now();
                match answer(&self.told, now, &mut self.means, request) {
                    Ok(Reply::Lines(lines)) => self.tell_all(&lines),
                    Ok(Reply::Document(document)) => self.show(&document),
                    Ok(Reply::Submit(command)) => self.submit(line, command),
                    Err(objection) => self.object(line.number, &line.text, &objection),
                }
            }
        }
    }

    fn save(&mut self, line: &Line) -> Flow {
        match self.room.save().wait() {
            Ok(saved) => self.tell(&saved_as(&saved)),
            Err(error) => self.fail(line.number, &line.text, &error),
        }
    }

    fn change_language(&mut self, language: Option<Language>) -> Flow {
        let other = self.voice.locale.language().other();
        self.voice.locale = Locale::new(language.unwrap_or(other));
        self.cue = None;
        self.tell(&Message::new("plain-language"))
    }
}

/// That it was saved, and where the meeting goes on where that is another file now.
#[must_use]
pub fn saved_as(saved: &Saved) -> Message {
    match (&saved.moved, saved.kept) {
        (None, Kept::Nowhere) => Message::new("plain-saved-nowhere"),
        (None, Kept::Saved | Kept::AsItWas) => Message::new("plain-saved"),
        (Some(moved), _) => {
            let to = moved.to.to_string_lossy().into_owned();
            Message::new("plain-saved-in-new-file").with("path", to)
        }
    }
}

fn mistake(mistake: agenda::file::Mistake) -> Message {
    Message::new("plain-agenda-mistake")
        .with("line", mistake.line)
        .with("column", mistake.column)
        .with("what", mistake.message)
}
