//! What a line at a screen asks of the program itself: saving, documents, the log, help, notes, a look at another face.
//! What needs files comes from outside ([`Means`]); nothing here touches the terminal.

use crate::agenda;
use crate::meeting::progress::{self, Resolve};
use crate::meeting::{Command, Meeting, Refusal};
use crate::phrase::{self, Request};
use crate::plain::{Exported, Means, Objection, saved_as, status};
use crate::room::RoomHandle;
use crate::text::{Message, Text};

use super::message::Answer;

/// What became of a request.
pub enum Granted {
    /// It was granted or not: this is to be told.
    Answer(Answer),
    /// It comes to a command.
    Command(Command),
}

/// Grants a request. It is asked for by a person who waits for it.
pub fn grant(request: Request, room: &RoomHandle, means: &mut Means) -> Granted {
    let meeting = room.latest();
    Granted::Answer(match request {
        Request::Save => save(room),
        Request::Help { topic } => match phrase::help::of(topic.as_ref()) {
            Ok(lines) => Answer::Shown(lines),
            Err(misread) => Answer::Refused(misread.into()),
        },
        Request::Export { words } => match (means.export)(&meeting, &words) {
            Ok(Exported::Text(document)) => Answer::Shown(document.lines().map(line).collect()),
            Ok(Exported::Written(files)) => Answer::Told(files),
            Err(objection) => refused(objection),
        },
        Request::Pace => Answer::Told(status::pace(&meeting, room.now())),
        Request::Private { text } => match (means.note)(&text) {
            Ok(()) => Answer::Told(vec![Message::new("plain-noted-privately")]),
            Err(objection) => refused(objection),
        },
        Request::Why { .. } => refused(vec![Message::new("correct-why-only")]),
        Request::Reload { resolve } => return reload(&meeting, means, resolve),
        // The screen itself does these before anything is asked of the program.
        Request::Quit
        | Request::Log
        | Request::Matters
        | Request::Lang { .. }
        | Request::Theme { .. }
        | Request::Face { .. }
        | Request::Filter { .. } => Answer::Told(Vec::new()),
    })
}

fn save(room: &RoomHandle) -> Answer {
    match room.save().wait() {
        Ok(saved) => Answer::Told(vec![saved_as(&saved)]),
        Err(error) => Answer::Failed(error),
    }
}

fn line(text: &str) -> Message {
    Message::new("tui-shown-line").with("text", Text::line(text))
}

fn refused(objection: Objection) -> Answer {
    let mut all = objection.into_iter();
    let reason = all.next().unwrap_or(Message::new("plain-not-here"));
    Answer::Refused(Refusal::new(reason).because(all.collect()))
}

/// Lists what changed in the agenda file; with `really` takes it over.
fn reload(meeting: &Meeting, means: &mut Means, resolve: Resolve) -> Granted {
    let source = match (means.reread)() {
        Ok(source) => source,
        Err(objection) => return Granted::Answer(refused(objection)),
    };
    if resolve == Resolve::Really {
        return Granted::Command(progress::Command::Reload { source }.into());
    }
    let reading = agenda::file::read(&source);
    let Some(agenda) = reading.agenda else {
        let mistakes = reading.mistakes.into_iter().map(|mistake| {
            Message::new("plain-agenda-mistake")
                .with("line", mistake.line)
                .with("column", mistake.column)
                .with("what", mistake.message)
        });
        return Granted::Answer(refused(mistakes.collect()));
    };
    let mut changes: Vec<Message> = progress::changes(meeting, &agenda)
        .into_iter()
        .map(|change| change.message)
        .collect();
    changes.push(Message::new(if changes.is_empty() {
        "plain-agenda-same"
    } else {
        "plain-agenda-changes"
    }));
    Granted::Answer(Answer::Shown(changes))
}
