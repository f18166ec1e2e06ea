//! `tribune answer SESSION ID STATUS [TEXT]`: what became of something after its meeting, written into the follow-up ledger beside the
//! session. The session file itself is not touched. Owns the command line; what may be answered is `archive`'s to judge.

use clap::{ArgMatches, Command};

use super::completions::Names;
use super::{Ending, Surroundings, opened, option, positional};
use crate::archive::{Answerable, Entry, Ledger, MOST_CHARS, Opened, one_line};
use crate::locale::Locale;
use crate::meeting::contribution::Answer;
use crate::phrase::{answer_named, answer_words};
use crate::plain::Objection;
use crate::summary::Summary;
use crate::text::{Arg, Message, Text, nearest};

/// Takes the session, what is answered, the status and the words.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    let statuses = answer_words().map(str::to_owned).collect();
    opened::argument(command, locale)
        .arg(positional(locale, "id", "ID", "cli-answer-id").required(true))
        .arg(
            positional(locale, "status", "STATUS", "cli-answer-status")
                .required(true)
                .value_parser(Names::of(statuses))
                .hide_possible_values(true),
        )
        .arg(positional(locale, "text", "TEXT", "cli-answer-text").num_args(0..))
        .arg(option(locale, "by", "cli-answer-by").value_name("NAME"))
}

/// Writes it down, and says what now holds.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let status = match status(matches) {
        Ok(status) => status,
        Err(message) => {
            surroundings.tell(&message);
            return Ending::WrongUsage;
        }
    };
    let Some(opened) = opened::open_and_tell(matches, surroundings) else {
        return Ending::Problems;
    };
    match answer(&opened, status, matches, surroundings) {
        Ok(holds) => {
            surroundings.tell(&holds);
            Ending::Done
        }
        Err(told) => {
            told.iter().for_each(|message| surroundings.tell(message));
            Ending::Problems
        }
    }
}

fn status(matches: &ArgMatches) -> Result<Answer, Message> {
    let word = matches
        .get_one::<String>("status")
        .map_or("", String::as_str);
    answer_named(word).ok_or_else(|| {
        let hint = nearest(word, answer_words()).map_or_else(
            || Message::new("text-nothing"),
            |near| Message::new("cli-usage-meant").with("name", near),
        );
        let known: Vec<Arg> = answer_words().map(Arg::from).collect();
        Message::new("answer-no-status")
            .with("word", word)
            .with("known", known)
            .with("hint", hint)
    })
}

/// Appends the answer; gives the sentence of what now holds.
fn answer(
    opened: &Opened,
    status: Answer,
    matches: &ArgMatches,
    surroundings: &Surroundings,
) -> Result<Message, Objection> {
    let summary = Summary::of(&opened.session.meeting);
    let typed = matches.get_one::<String>("id").map_or("", String::as_str);
    let stem = opened.stem.as_str();
    let about = |message: Message| vec![message.with("session", stem)];
    let answerable = Answerable::judged(&summary, typed, status).map_err(about)?;
    let words = matches.get_many::<String>("text").into_iter().flatten();
    let text = words.map(String::as_str).collect::<Vec<_>>().join(" ");
    let text = Text::line(&text);
    if text.as_str().chars().count() > MOST_CHARS {
        let most = Message::new("answer-too-long").with("most", MOST_CHARS);
        return Err(vec![most]);
    }
    let by = matches.get_one::<String>("by").map(String::as_str);
    let by = by.or(surroundings.account()).unwrap_or_default();
    let folder = opened::folder(opened);
    let ledger = Ledger::read(folder);
    ledger
        .findings
        .iter()
        .for_each(|message| surroundings.tell(message));
    let before = ledger.of_session(stem).remove(&answerable.id);
    // A clock that was set back must not put the answer before the one that it replaces.
    let now = surroundings.started();
    let entry = Entry {
        session: Text::line(stem),
        id: answerable.id,
        status,
        text: (!text.is_empty()).then_some(text),
        at: before.map_or(now, |before| before.at.max(now)),
        author: one_line(&Text::line(by)),
    };
    Ledger::append(folder, &entry).map_err(|error| error.messages().collect::<Objection>())?;
    Ok(Message::new("answer-holds")
        .with("id", &entry.id)
        .with("session", stem)
        .with("text", &answerable.text)
        .with("later", entry.later().said()))
}
