//! What the program is told by where it runs: language, folders, time zone, terminal. Read once, handed on as values.

use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, Timelike};
use clap::ArgMatches;

use super::{Ending, Own};
use crate::error::Error;
use crate::locale::Locale;
use crate::settings::Settings;
use crate::settings::theme::WITHOUT_COLOURS;
use crate::text::{Language, Message, Moment};
use crate::tui::style::Depth;

/// The surroundings of one run of the program.
#[derive(Clone, Debug)]
pub struct Surroundings {
    locale: Locale,
    own: Own,
    settings: Settings,
    told: Vec<Message>,
    sessions: PathBuf,
    theme: Option<String>,
    terminal: bool,
    columns: u16,
    account: Option<String>,
    now: Moment,
}

impl Surroundings {
    /// Reads them: what the common options say, else the environment, else the settings.
    #[must_use]
    pub fn read(
        matches: &ArgMatches,
        locale: Locale,
        own: Own,
        (settings, told): (Settings, Vec<Message>),
    ) -> Self {
        let sessions = matches.get_one::<PathBuf>("sessions").cloned();
        let set = settings.sessions.as_deref().and_then(from_home);
        let colourless = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let theme = matches.get_one::<String>("theme").cloned();
        let settings = Settings {
            ascii: settings.ascii || matches.get_flag("ascii"),
            ..settings
        };
        Self {
            locale,
            sessions: sessions.or(set).unwrap_or_else(data_folder),
            theme: theme
                .or_else(|| colourless.then(|| WITHOUT_COLOURS.to_owned()))
                .or_else(|| settings.theme.clone()),
            own,
            settings,
            told,
            terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
            columns: columns(),
            account: account(),
            now: now(),
        }
    }

    /// The same at this moment, for a reader of that language, in looks of that name.
    #[must_use]
    pub fn from_here_on(&self, language: Language, theme: String) -> Self {
        Self {
            locale: Locale::new(language),
            theme: Some(theme),
            now: now(),
            ..self.clone()
        }
    }

    /// The reader's sentences.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// Where sessions are kept. It may not exist yet.
    #[must_use]
    pub fn sessions(&self) -> &Path {
        &self.sessions
    }

    /// The theme that was asked for.
    #[must_use]
    pub fn theme(&self) -> Option<&str> {
        self.theme.as_deref()
    }

    /// What holds for this run; the language and the folders are those above.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What is wrong with the settings, in brief.
    #[must_use]
    pub fn told(&self) -> &[Message] {
        &self.told
    }

    /// The person's own files.
    #[must_use]
    pub fn own(&self) -> &Own {
        &self.own
    }

    /// Whether a person sits at both ends: input and output are a terminal.
    #[must_use]
    pub fn has_terminal(&self) -> bool {
        self.terminal
    }

    /// Columns that a text for reading fills.
    #[must_use]
    pub fn columns(&self) -> u16 {
        self.columns
    }

    /// What the system calls who runs the program; nothing where it does not say.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    /// The wall time at the start, or when something was begun from the lobby, with the offset of this place.
    #[must_use]
    pub fn started(&self) -> Moment {
        self.now
    }

    /// Data, on standard output. A reader that went away is no mistake; anything else that keeps it from being written is told.
    #[must_use]
    pub fn put(&self, data: &str) -> Ending {
        self.put_bytes(data.as_bytes())
    }

    /// Data that is no text, on standard output; likewise.
    #[must_use]
    pub fn put_bytes(&self, data: &[u8]) -> Ending {
        put_to(&mut io::stdout().lock(), data, &self.locale)
    }

    /// A sentence to the person, on standard error.
    pub fn tell(&self, message: &Message) {
        tell(&self.locale.say(message));
    }
}

/// The wall time with the offset of this place, in whole seconds.
fn now() -> Moment {
    let now = Local::now();
    DateTime::from(now.with_nanosecond(0).unwrap_or(now))
}

/// Writes data there; as [`put`].
#[must_use]
pub fn put_to(out: &mut impl Write, data: &[u8], locale: &Locale) -> Ending {
    put(out.write_all(data).and_then(|()| out.flush()), locale)
}

/// What the writing of data comes to. Where it failed, it is told, unless the reader went away.
#[must_use]
pub fn put(written: io::Result<()>, locale: &Locale) -> Ending {
    match written.map_err(Error::output) {
        Ok(()) => Ending::Done,
        Err(error) if error.is_unread() => Ending::Done,
        Err(error) => {
            tell(&locale.say(&error.message()));
            Ending::Problems
        }
    }
}

/// A line on standard error; nobody listening is no mistake.
pub fn tell(sentence: &str) {
    let _ = writeln!(io::stderr(), "{sentence}");
}

/// How many colours the terminal says it has.
#[must_use]
pub fn depth() -> Depth {
    match std::env::var("COLORTERM").as_deref() {
        Ok("truecolor" | "24bit") => Depth::Exact,
        Ok(_) | Err(_) => Depth::Sixteen,
    }
}

/// The widest and the narrowest line that is good to read, and the one where nobody says.
const COLUMNS: std::ops::RangeInclusive<u16> = 40..=120;
const COLUMNS_UNSAID: u16 = 80;

/// What `COLUMNS` says, else the terminal's own width.
fn columns() -> u16 {
    let said = std::env::var("COLUMNS").ok();
    let said = said.and_then(|columns| columns.trim().parse().ok());
    // Fails where it is no terminal; one that does not know its width says 0.
    let own = || {
        let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
        Some(size.ws_col).filter(|columns| *columns > 0)
    };
    said.or_else(own)
        .unwrap_or(COLUMNS_UNSAID)
        .clamp(*COLUMNS.start(), *COLUMNS.end())
}

fn account() -> Option<String> {
    let named = ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok());
    named.into_iter().find(|name| !name.trim().is_empty())
}

/// The language, before the arguments are understood: `--lang` where it names one, else what is set, else what the system
/// says.
#[must_use]
pub fn language(arguments: &[OsString], set: Option<Language>) -> Language {
    let told = arguments.iter().enumerate().find_map(|(at, argument)| {
        let argument = argument.to_str()?;
        match argument.strip_prefix("--lang")? {
            "" => named(
                arguments
                    .get(at + 1)
                    .and_then(|value| OsStr::to_str(value))?,
            ),
            rest => named(rest.strip_prefix('=')?),
        }
    });
    told.or(set)
        .unwrap_or_else(|| match sys_locale::get_locale() {
            Some(tag) if tag.to_ascii_lowercase().starts_with("zh") => Language::Chinese,
            _ => Language::English,
        })
}

fn named(tag: &str) -> Option<Language> {
    Language::ALL
        .into_iter()
        .find(|language| language.tag() == tag)
}

/// A path that may begin in the person's own folder; nothing where there is none.
pub fn from_home(path: &Path) -> Option<PathBuf> {
    match path.strip_prefix("~") {
        Ok(below) => Some(directories::UserDirs::new()?.home_dir().join(below)),
        Err(_) => Some(path.to_owned()),
    }
}

fn data_folder() -> PathBuf {
    directories::ProjectDirs::from("", "", "tribune").map_or_else(
        || PathBuf::from("sessions"),
        |folders| folders.data_dir().join("sessions"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(arguments: &[&str]) -> Language {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        language(&arguments, Some(Language::English))
    }

    #[test]
    fn the_language_is_known_before_the_arguments_are() {
        assert_eq!(
            told(&["tribune", "--lang", "zh-CN", "run"]),
            Language::Chinese
        );
        assert_eq!(told(&["tribune", "run", "--lang=zh-CN"]), Language::Chinese);
        assert_eq!(told(&["tribune", "run", "--lang=en"]), Language::English);
        assert_eq!(told(&["tribune", "run"]), Language::English);
    }
}
