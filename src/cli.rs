//! Arguments to what is to be run. The only reader of environment, home folder, language and time zone: everything
//! else is handed values. One file for each subcommand; the words of the command line are `locale`'s, as all words are.

mod answer;
mod approve;
mod beside;
mod carry;
mod check;
mod completions;
mod correct;
mod demo;
mod export;
mod finished;
mod followed;
mod followups;
mod import;
mod keys;
mod lobby;
mod man;
mod means;
mod new;
mod opened;
mod own;
mod print;
mod read_file;
mod review;
mod run;
mod screen;
mod search;
pub mod sessions;
mod show;
mod surroundings;
mod usage;
mod verify;
mod watch;
mod wrapped;
mod years;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::locale::Locale;
use crate::settings::theme;
use crate::text::{Language, Message};
use crate::tui::style::Theme;
use crate::tui::themes;

use own::{Own, Trouble};
pub use surroundings::Surroundings;

/// How a run of the program ended (`CONTRACT.md` §1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Done: 0.
    Done,
    /// The input has problems, nothing was found, a script line was refused, something is locked or full: 1.
    Problems,
    /// Wrong usage: 2.
    WrongUsage,
    /// Ended by that signal: 128 + n.
    Signal(u8),
}

impl Ending {
    /// This one, unless all went well and the later one did not.
    #[must_use]
    pub fn and(self, later: Self) -> Self {
        if self == Self::Done { later } else { self }
    }
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        match ending {
            Ending::Done => Self::SUCCESS,
            Ending::Problems => Self::from(1),
            Ending::WrongUsage => Self::from(2),
            Ending::Signal(number) => Self::from(128_u8.saturating_add(number)),
        }
    }
}

/// One subcommand: how it is called, what it takes, and what it does.
struct Subcommand {
    name: &'static str,
    /// The sentence that says what it is for.
    about: &'static str,
    arguments: fn(Command, &Locale) -> Command,
    perform: fn(&ArgMatches, &Surroundings) -> Ending,
}

/// The subcommands in the order of the help. To add one: its file under `cli/`, and a row here.
const SUBCOMMANDS: &[Subcommand] = &[
    Subcommand {
        name: "demo",
        about: "cli-demo",
        arguments: demo::arguments,
        perform: demo::perform,
    },
    Subcommand {
        name: "run",
        about: "cli-run",
        arguments: run::arguments,
        perform: run::perform,
    },
    Subcommand {
        name: "check",
        about: "cli-check",
        arguments: check::arguments,
        perform: check::perform,
    },
    Subcommand {
        name: "new",
        about: "cli-new",
        arguments: new::arguments,
        perform: new::perform,
    },
    Subcommand {
        name: "review",
        about: "cli-review",
        arguments: review::arguments,
        perform: review::perform,
    },
    Subcommand {
        name: "watch",
        about: "cli-watch",
        arguments: watch::arguments,
        perform: watch::perform,
    },
    Subcommand {
        name: "show",
        about: "cli-show",
        arguments: show::arguments,
        perform: show::perform,
    },
    Subcommand {
        name: "search",
        about: "cli-search",
        arguments: search::arguments,
        perform: search::perform,
    },
    Subcommand {
        name: "correct",
        about: "cli-correct",
        arguments: correct::arguments,
        perform: correct::perform,
    },
    Subcommand {
        name: "approve",
        about: "cli-approve",
        arguments: approve::arguments,
        perform: approve::perform,
    },
    Subcommand {
        name: "followups",
        about: "cli-followups",
        arguments: followups::arguments,
        perform: followups::perform,
    },
    Subcommand {
        name: "answer",
        about: "cli-answer",
        arguments: answer::arguments,
        perform: answer::perform,
    },
    Subcommand {
        name: "carry",
        about: "cli-carry",
        arguments: carry::arguments,
        perform: carry::perform,
    },
    Subcommand {
        name: "export",
        about: "cli-export",
        arguments: export::arguments,
        perform: export::perform,
    },
    Subcommand {
        name: "import",
        about: "cli-import",
        arguments: import::arguments,
        perform: import::perform,
    },
    Subcommand {
        name: "verify",
        about: "cli-verify",
        arguments: verify::arguments,
        perform: verify::perform,
    },
    Subcommand {
        name: "completions",
        about: "cli-completions",
        arguments: completions::arguments,
        perform: completions::perform,
    },
    Subcommand {
        name: "man",
        about: "cli-man",
        arguments: man::arguments,
        perform: man::perform,
    },
    Subcommand {
        name: "keys",
        about: "cli-keys",
        arguments: keys::arguments,
        perform: keys::perform,
    },
];

/// Runs the program with the process's arguments and gives its exit code (`CONTRACT.md` §1).
#[must_use]
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let own = Own::of_this_account(surroundings::depth());
    let (settings, trouble) = own.settings();
    let locale = Locale::new(surroundings::language(&arguments, settings.language));
    match named(&arguments, &locale).try_get_matches_from(&arguments) {
        Ok(matches) => {
            // `check` is about to tell what is wrong, and nothing else.
            let trouble = trouble.filter(|_| matches.subcommand_name() != Some("check"));
            if let Some(trouble) = &trouble {
                trouble.tell(&locale);
            }
            let told = trouble.iter().filter_map(Trouble::in_brief).collect();
            let surroundings = Surroundings::read(&matches, locale, own, (settings, told));
            match unknown_theme(&matches, &surroundings) {
                Some(unknown) => {
                    surroundings.tell(&unknown);
                    Ending::WrongUsage.into()
                }
                None => perform(&matches, &surroundings).into(),
            }
        }
        Err(error) => usage::tell(&error, &locale).into(),
    }
}

/// What is said where `--theme` names none: before anything begins, and whether or not there is a screen.
fn unknown_theme(matches: &ArgMatches, surroundings: &Surroundings) -> Option<Message> {
    let name = matches.get_one::<String>("theme")?;
    // The themes that `search` looks for are those of contributions.
    if matches.subcommand_name() == Some("search") || Theme::shipped(name).is_some() {
        return None;
    }
    let known = surroundings.own().themes();
    (!known.contains(name)).then(|| theme::unknown(name, &known))
}

fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let Some((name, inner)) = matches.subcommand() else {
        if surroundings.has_terminal() {
            return lobby::perform(surroundings);
        }
        return surroundings.put(&command(surroundings.locale()).render_help().to_string());
    };
    SUBCOMMANDS
        .iter()
        .find(|subcommand| subcommand.name == name)
        .map_or(Ending::WrongUsage, |subcommand| {
            (subcommand.perform)(inner, surroundings)
        })
}

/// The whole command line, in the words of that locale.
#[must_use]
pub fn command(locale: &Locale) -> Command {
    described(locale, |_| true)
}

/// As much of the command line as those arguments can ask for: a start does not wait for what other subcommands take.
fn named(arguments: &[OsString], locale: &Locale) -> Command {
    described(locale, |name| {
        arguments.iter().any(|argument| argument == name)
    })
}

/// The command line, with what those subcommands take that are asked for.
fn described(locale: &Locale, is_asked_for: impl Fn(&str) -> bool) -> Command {
    let template = template(locale);
    let mut command = Command::new("tribune")
        .version(env!("CARGO_PKG_VERSION"))
        .about(locale.word("cli-about"))
        .after_help(locale.word("cli-alone"))
        .subcommand_help_heading(locale.word("cli-heading-commands"))
        .subcommand_value_name("COMMAND")
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(template.clone())
        .args(common(locale))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(locale.word("cli-option-version"))
                .help_heading(locale.word("cli-heading-options")),
        );
    for subcommand in SUBCOMMANDS {
        let bare = Command::new(subcommand.name)
            .about(locale.word(subcommand.about))
            .disable_help_flag(true)
            .disable_version_flag(true)
            .help_template(template.clone());
        command = command.subcommand(if is_asked_for(subcommand.name) {
            (subcommand.arguments)(bare, locale)
        } else {
            bare
        });
    }
    command
}

fn template(locale: &Locale) -> String {
    format!(
        "{{about-with-newline}}\n{}\n  {{usage}}\n\n{{all-args}}{{after-help}}",
        locale.word("cli-heading-usage")
    )
}

fn common(locale: &Locale) -> Vec<Arg> {
    let heading = locale.word("cli-heading-common");
    let value = |name: &'static str, shown: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .global(true)
            .value_name(shown)
            .help(locale.word(help))
            .help_heading(heading.clone())
    };
    vec![
        value("sessions", "DIR", "cli-option-sessions")
            .value_parser(clap::value_parser!(std::path::PathBuf)),
        value("lang", "en|zh-CN", "cli-option-lang")
            .value_parser(Language::ALL.map(Language::tag))
            .hide_possible_values(true),
        value("theme", "NAME", "cli-option-theme")
            .value_parser(completions::Names::of(themes::names(Vec::new())))
            .hide_possible_values(true),
        Arg::new("ascii")
            .long("ascii")
            .global(true)
            .action(ArgAction::SetTrue)
            .help(locale.word("cli-option-ascii"))
            .help_heading(heading.clone()),
        Arg::new("help")
            .short('h')
            .long("help")
            .global(true)
            .action(ArgAction::Help)
            .help(locale.word("cli-option-help"))
            .help_heading(heading.clone()),
    ]
}

/// An argument without a dash, with its sentence.
fn positional(locale: &Locale, name: &'static str, shown: &'static str, help: &'static str) -> Arg {
    Arg::new(name)
        .value_name(shown)
        .help(locale.say(&Message::new(help)))
        .help_heading(locale.word("cli-heading-arguments"))
}

/// An option that is there or not, with its sentence.
fn flag(locale: &Locale, name: &'static str, help: &'static str) -> Arg {
    option(locale, name, help).action(ArgAction::SetTrue)
}

/// An option that takes a value, with its sentence.
fn option(locale: &Locale, name: &'static str, help: &'static str) -> Arg {
    option_saying(locale, name, &Message::new(help))
}

/// The same, with what goes into its sentence.
fn option_saying(locale: &Locale, name: &'static str, help: &Message) -> Arg {
    Arg::new(name)
        .long(name)
        .help(locale.say(help))
        .help_heading(locale.word("cli-heading-options"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed_in_both_languages() {
        for language in Language::ALL {
            command(&Locale::new(language)).debug_assert();
        }
    }

    #[test]
    fn help_is_in_the_readers_language() {
        let chinese = command(&Locale::new(Language::Chinese))
            .render_help()
            .to_string();
        assert!(chinese.contains("用法"), "{chinese}");
        assert!(
            !chinese.contains("Usage") && !chinese.contains("Options"),
            "{chinese}"
        );
    }

    #[test]
    fn a_subcommand_takes_the_same_where_the_others_are_left_out() {
        let locale = Locale::new(Language::English);
        for subcommand in SUBCOMMANDS {
            let arguments = ["tribune", subcommand.name].map(OsString::from);
            let (mut alone, mut whole) = (named(&arguments, &locale), command(&locale));
            let help = |command: &mut Command| {
                let found = command.find_subcommand_mut(subcommand.name);
                found.map(|found| found.render_help().to_string())
            };
            assert_eq!(help(&mut alone), help(&mut whole));
            let top = |command: &mut Command| command.render_help().to_string();
            assert_eq!(top(&mut alone), top(&mut whole));
        }
    }

    #[test]
    fn every_subcommand_says_what_it_is_for() {
        let english = command(&Locale::new(Language::English));
        for subcommand in english.get_subcommands() {
            let about = subcommand
                .get_about()
                .map(ToString::to_string)
                .unwrap_or_default();
            assert!(about.contains(' '), "{}: {about:?}", subcommand.get_name());
        }
    }
}
