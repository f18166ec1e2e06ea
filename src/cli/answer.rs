//! `tribune answer SESSION ID STATUS [TEXT]`: what became of something after its meeting, written into the follow-up ledger beside the
//! session. The session file itself is not touched. Owns the command line; what may be answered is `archive`'s to judge.

use clap::{ArgMatches, Command};

use super::completions::Names;
use super::{Ending, Surroundings, opened, option, positional};
use crate::archive::{Given, Ledger, Opened};
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
    let words = matches.get_many::<String>("text").into_iter().flatten();
    let text = words.map(String::as_str).collect::<Vec<_>>().join(" ");
    let by = matches.get_one::<String>("by").map(String::as_str);
    let folder = opened::folder(opened);
    let ledger = Ledger::read(folder);
    ledger
        .findings
        .iter()
        .for_each(|message| surroundings.tell(message));
    let given = Given {
        session: opened.stem.as_str(),
        id: matches.get_one::<String>("id").map_or("", String::as_str),
        status,
        text: Text::line(&text),
        author: by.or(surroundings.account()).unwrap_or_default(),
        now: surroundings.started(),
    };
    given.write(&Summary::of(&opened.session.meeting), folder, &ledger)
}
