//! Wrong usage, said in the reader's language. Owns which sentence; the parsing is clap's.

use std::io::Write as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{Ending, surroundings};
use crate::locale::Locale;
use crate::text::{Arg, Message};

/// Says what was wrong with the command line, or shows the help that was asked for.
pub fn tell(error: &Error, locale: &Locale) -> Ending {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let printed = error.print().and_then(|()| std::io::stdout().flush());
            surroundings::put(printed, locale)
        }
        _ => {
            surroundings::tell(&locale.say(&sentence(error)));
            surroundings::tell(&locale.say(&Message::new("cli-usage-help")));
            Ending::WrongUsage
        }
    }
}

/// What was wrong with a command line.
pub fn sentence(error: &Error) -> Message {
    let argument = || context(error, ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => nearest(
            Message::new("cli-usage-unknown").with("argument", argument()),
            error,
            ContextKind::SuggestedArg,
        ),
        ErrorKind::InvalidSubcommand => nearest(
            Message::new("cli-usage-command")
                .with("command", context(error, ContextKind::InvalidSubcommand)),
            error,
            ContextKind::SuggestedSubcommand,
        ),
        ErrorKind::MissingRequiredArgument => {
            Message::new("cli-usage-missing").with("argument", argument())
        }
        ErrorKind::ArgumentConflict => Message::new("cli-usage-conflict")
            .with("argument", argument())
            .with("other", context(error, ContextKind::PriorArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Message::new("cli-usage-value")
            .with("argument", argument())
            .with("value", context(error, ContextKind::InvalidValue)),
        _ => Message::new("cli-usage-other").with("argument", argument()),
    }
}

/// Adds what may have been meant, where something is near.
fn nearest(message: Message, error: &Error, kind: ContextKind) -> Message {
    let meant = context(error, kind);
    let hint = match &meant {
        Arg::List(names) if names.is_empty() => Message::new("text-nothing"),
        _ => Message::new("cli-usage-meant").with("name", meant),
    };
    message.with("hint", hint)
}

fn context(error: &Error, kind: ContextKind) -> Arg {
    let texts = match error.get(kind) {
        Some(ContextValue::String(text)) => vec![Arg::from(text.as_str())],
        Some(ContextValue::Strings(texts)) => {
            texts.iter().map(|text| Arg::from(text.as_str())).collect()
        }
        _ => Vec::new(),
    };
    Arg::List(texts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn said(arguments: &[&str], language: Language) -> String {
        let locale = Locale::new(language);
        let error = super::super::command(&locale)
            .try_get_matches_from(arguments)
            .expect_err("wrong usage");
        locale.say(&sentence(&error))
    }

    #[test]
    fn an_unknown_option_is_named_in_the_readers_language() {
        assert!(
            said(&["tribune", "run", "a.toml", "--plian"], Language::English).contains("--plian")
        );
        assert!(said(&["tribune", "run", "a.toml", "--plian"], Language::Chinese).contains("没有"));
    }

    #[test]
    fn an_unknown_command_is_answered_with_the_nearest() {
        let english = said(&["tribune", "demoo"], Language::English);
        assert!(
            english.contains("demoo") && english.contains("mean demo?"),
            "{english}"
        );
    }

    #[test]
    fn a_missing_agenda_is_asked_for() {
        assert!(said(&["tribune", "run"], Language::English).contains("AGENDA"));
    }
}
