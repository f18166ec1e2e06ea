//! What a person sets for themselves: settings and themes, read from text. Owns what can be set and what holds unless it is;
//! files and environment are `cli`'s, keys are `tui`'s, which knows the actions.

pub mod theme;

use std::path::{Path, PathBuf};

use crate::text::written::{self, Fields, Form, Found, Mistake};
use crate::text::{Language, Message};

/// What is set. Where nothing is, the defaults stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language of screens and sentences; else the system's.
    pub language: Option<Language>,
    /// The theme; else the first of the shipped ones.
    pub theme: Option<String>,
    /// Whether drawing keeps to ASCII.
    pub ascii: bool,
    /// The folder of the sessions, whole or from `~`; else the one in the platform's data folder.
    pub sessions: Option<PathBuf>,
    /// Whether the screen takes the mouse.
    pub mouse: bool,
    /// The program that makes PDFs: a command, or a path, whole or from `~`; else the first that is found.
    pub printer: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: None,
            ascii: false,
            sessions: None,
            mouse: true,
            printer: None,
        }
    }
}

/// Something that can be set.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// Its key.
    pub key: &'static str,
    /// A value as the file writes it: what holds unless it is set, where that can be written at all.
    pub value: &'static str,
    /// What it does: a sentence's id.
    pub help: &'static str,
}

/// Everything that can be set, in the order of the documented file. To add a setting: a row, a field, a line in `walk`.
pub const ROWS: [Row; 6] = [
    Row {
        key: "language",
        value: "\"zh-CN\"",
        help: "settings-language",
    },
    Row {
        key: "theme",
        value: "\"dark\"",
        help: "settings-theme",
    },
    Row {
        key: "ascii",
        value: "false",
        help: "settings-ascii",
    },
    Row {
        key: "sessions",
        value: "\"~/meetings\"",
        help: "settings-sessions",
    },
    Row {
        key: "mouse",
        value: "true",
        help: "settings-mouse",
    },
    Row {
        key: "printer",
        value: "\"chromium\"",
        help: "settings-printer",
    },
];

/// Settings are a page; what is longer is some other file.
pub const MOST_BYTES: usize = 100_000;

/// Reads settings; `themes` are asked for the names there are only where a theme is set that is not shipped. For what is
/// wrong the default stands.
#[must_use]
pub fn read(source: &str, themes: &dyn Fn() -> Vec<String>) -> (Settings, Found) {
    match too_long(source) {
        Some(found) => (Settings::default(), found),
        None => written::read(source, Form::default(), (), |reader, top| {
            walk(reader, top, themes)
        }),
    }
}

/// What is told of a file too long to be one of a person's own.
#[must_use]
pub fn too_long(source: &str) -> Option<Found> {
    let message = Message::new("settings-too-long").with("most", MOST_BYTES / 1_000);
    (source.len() > MOST_BYTES).then(|| Found {
        mistakes: vec![Mistake::of_all(message)],
        warnings: Vec::new(),
    })
}

type Reader = written::Reader<()>;

fn walk(reader: &mut Reader, top: &Fields<'_>, themes: &dyn Fn() -> Vec<String>) -> Settings {
    let default = Settings::default();
    reader.only(top, &ROWS.map(|row| row.key));
    let languages = Language::ALL.map(|language| (language.tag(), language));
    Settings {
        language: reader.word(top, "language", &languages),
        theme: theme(reader, top, themes),
        ascii: reader.truth(top, "ascii").unwrap_or(default.ascii),
        sessions: sessions(reader, top),
        mouse: reader.truth(top, "mouse").unwrap_or(default.mouse),
        printer: printer(reader, top),
    }
}

fn theme(
    reader: &mut Reader,
    top: &Fields<'_>,
    themes: &dyn Fn() -> Vec<String>,
) -> Option<String> {
    let value = top.get("theme")?;
    let name = reader.string("theme", value)?.trim();
    if let Some(shipped) = theme::shipped(name) {
        return Some(shipped.name.to_owned());
    }
    let known = themes();
    if known.iter().any(|known| known == name) {
        return Some(name.to_owned());
    }
    reader.mistake(value.span(), theme::unknown(name, &known));
    None
}

fn sessions(reader: &mut Reader, top: &Fields<'_>) -> Option<PathBuf> {
    let value = top.get("sessions")?;
    let folder = Path::new(reader.string("sessions", value)?);
    if folder.is_absolute() || folder.starts_with("~") {
        return Some(folder.to_owned());
    }
    let message = Message::new("settings-folder").with("key", "sessions");
    reader.mistake(value.span(), message);
    None
}

fn printer(reader: &mut Reader, top: &Fields<'_>) -> Option<PathBuf> {
    let value = top.get("printer")?;
    let program = Path::new(reader.string("printer", value)?);
    let is_command = program.components().count() == 1 && program.file_name().is_some();
    if is_command || program.is_absolute() || program.starts_with("~") {
        return Some(program.to_owned());
    }
    reader.mistake(value.span(), Message::new("settings-program"));
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(source: &str) -> Settings {
        let (settings, found) = read(source, &Vec::new);
        assert_eq!(found.mistakes, [], "{source}");
        settings
    }

    fn told(source: &str) -> Vec<String> {
        let place = |mistake: &Mistake| {
            format!("{}:{} {}", mistake.line, mistake.column, mistake.message.id)
        };
        let (_, found) = read(source, &|| vec!["dark".to_owned(), "夜".to_owned()]);
        found.mistakes.iter().map(place).collect()
    }

    #[test]
    fn what_is_not_set_is_as_by_default() {
        assert_eq!(settings(""), Settings::default());
        assert_eq!(settings("# nothing\r\n"), Settings::default());
        let set = settings("\u{FEFF}language = \"zh-CN\"\r\nmouse = false\r\n");
        assert_eq!(set.language, Some(Language::Chinese));
        assert!(!set.mouse && !set.ascii);
    }

    #[test]
    fn all_mistakes_are_told_at_once_and_what_is_right_holds() {
        let source = "languge = \"en\"\ntheme = \"drak\"\nascii = yes\nsessions = \"meetings\"\nmouse = 1\nlanguage = \"zh-CN\"\n";
        assert_eq!(
            told(source),
            [
                "1:1 written-key-unknown-near",
                "2:9 theme-unknown-near",
                "3:9 written-type-truth",
                "4:12 settings-folder",
                "5:9 written-type-truth",
            ]
        );
        let (set, _) = read(source, &Vec::new);
        assert_eq!(set.language, Some(Language::Chinese));
        assert_eq!(set.theme, None);
    }

    #[test]
    fn a_printer_is_a_command_or_a_whole_path() {
        for printer in ["chromium", "/opt/browser", "~/bin/print"] {
            let set = settings(&format!("printer = \"{printer}\"\n"));
            assert_eq!(set.printer.as_deref(), Some(Path::new(printer)));
        }
        for printer in ["", "bin/print", "..", "."] {
            let source = format!("printer = \"{printer}\"\n");
            assert_eq!(told(&source), ["1:11 settings-program"], "{printer:?}");
        }
    }

    #[test]
    fn a_theme_of_ones_own_can_be_set() {
        assert_eq!(told("theme = \"夜\""), [""; 0]);
        assert_eq!(told("theme = \"日光\""), ["1:9 theme-unknown"]);
    }

    #[test]
    fn a_file_that_is_no_settings_is_told_of_in_one_sentence() {
        assert_eq!(told(&"x = 1\n".repeat(20_000)), ["1:1 settings-too-long"]);
    }

    #[test]
    fn every_row_is_a_setting_and_its_value_can_be_set() {
        let whole: Vec<String> = ROWS
            .iter()
            .map(|row| format!("{} = {}", row.key, row.value))
            .collect();
        let set = settings(&whole.join("\n"));
        assert_eq!(
            (set.ascii, set.mouse, set.theme.as_deref()),
            (
                Settings::default().ascii,
                Settings::default().mouse,
                Some(theme::SHIPPED[0].name)
            )
        );
    }
}
