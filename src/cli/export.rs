//! `tribune export SESSION --format F[,F]`: documents of a session, to standard output, a file or a folder. Owns where they go and what they
//! are called; what stands in them is `export`'s.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::{Ending, Surroundings, flag, opened, option, usage};
use crate::archive::Opened;
use crate::error::Error;
use crate::export::{DOCUMENTS, Document, Edition, FORMATS, Format, MINUTES, document, format};
use crate::journal::atomic_write;
use crate::locale::Locale;
use crate::meeting::Meeting;
use crate::plain::{Exported, Objection};
use crate::summary::Summary;
use crate::text::{Arg, Message, Text, nearest};

/// Takes the session, formats, document and where it goes.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    options(opened::argument(command, locale), locale)
}

/// What to write and where.
fn options(command: Command, locale: &Locale) -> Command {
    command
        .arg(
            option(locale, "format", "cli-export-format")
                .value_name("F,F")
                .value_delimiter(',')
                .default_value("md")
                .hide_default_value(true),
        )
        .arg(option(locale, "document", "cli-export-document").value_name("D"))
        .arg(
            option(locale, "output", "cli-export-output")
                .value_name("PATH|-")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag(locale, "public", "cli-export-public"))
}

/// Writes them.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let order = match Order::read(matches) {
        Ok(order) => order,
        Err(message) => {
            surroundings.tell(&message);
            return Ending::WrongUsage;
        }
    };
    let Some(opened) = opened::open_and_tell(matches, surroundings) else {
        return Ending::Problems;
    };
    let mut summary = Summary::of(&opened.session.meeting);
    if matches.get_flag("public") {
        summary = summary.public();
    }
    let locale = Locale::new(opened::language(matches, summary.language));
    let edition = Edition {
        locale: &locale,
        seal: opened.session.seal,
    };
    match order.deliver(&opened, &summary, &edition, surroundings) {
        Ok(()) => Ending::Done,
        Err(error) => {
            error
                .messages()
                .for_each(|message| surroundings.tell(&message));
            Ending::Problems
        }
    }
}

/// Makes documents of a meeting that is running. The words are those of the command line without the session; a format or a
/// document may also be named alone, and any other word is where it goes.
///
/// # Errors
/// What is said instead.
pub fn of_running(
    meeting: &Meeting,
    stem: &str,
    words: &[Text],
    surroundings: &Surroundings,
) -> Result<Exported, Objection> {
    let bare = Command::new("export").disable_help_flag(true);
    let matches = options(bare, surroundings.locale())
        .try_get_matches_from(spelled_out(words))
        .map_err(|error| vec![usage::sentence(&error)])?;
    let order = Order::read(&matches).map_err(|message| vec![message])?;
    let summary = Summary::of(meeting);
    let summary = if matches.get_flag("public") {
        summary.public()
    } else {
        summary
    };
    let locale = Locale::new(summary.language);
    let edition = Edition {
        locale: &locale,
        seal: None,
    };
    let mut shown = String::new();
    let paths = order.write(stem, &summary, &edition, &mut |text| shown.push_str(text));
    let paths = paths.map_err(|error| error.messages().collect::<Objection>())?;
    Ok(if paths.is_empty() {
        Exported::Text(shown)
    } else {
        Exported::To(paths)
    })
}

/// The words with the options that bare ones stand for in front of them.
fn spelled_out(words: &[Text]) -> Vec<String> {
    let mut spelled: Vec<String> = vec!["export".to_owned()];
    for word in words {
        let word = word.as_str();
        let awaited = spelled.last().is_some_and(|last| {
            last.starts_with("--") && last != "--public" && !last.contains('=')
        });
        if !awaited && !word.starts_with("--") {
            let all_formats = word.split(',').all(|name| format(name.trim()).is_some());
            let option = match document(word) {
                _ if all_formats => "--format",
                Some(_) => "--document",
                None => "--output",
            };
            spelled.push(option.to_owned());
        }
        spelled.push(word.to_owned());
    }
    spelled
}

/// What was asked for.
struct Order {
    formats: Vec<&'static Format>,
    document: &'static Document,
    output: Output,
}

enum Output {
    Standard,
    File(PathBuf),
    Folder(PathBuf),
}

impl Order {
    fn read(matches: &ArgMatches) -> Result<Self, Message> {
        let mut formats: Vec<&'static Format> = Vec::new();
        for name in matches.get_many::<String>("format").into_iter().flatten() {
            let found = format(name.trim()).ok_or_else(|| {
                let known = FORMATS.iter().map(|format| format.name);
                unknown("cli-export-no-format", name, known)
            })?;
            if !formats.iter().any(|known| known.name == found.name) {
                formats.push(found);
            }
        }
        let document = match matches.get_one::<String>("document") {
            None => MINUTES,
            Some(name) => document(name).ok_or_else(|| {
                let known = DOCUMENTS.iter().map(|document| document.name);
                unknown("cli-export-no-document", name, known)
            })?,
        };
        let output = output(matches.get_one::<PathBuf>("output"), formats.len())?;
        Ok(Self {
            formats,
            document,
            output,
        })
    }

    fn deliver(
        &self,
        opened: &Opened,
        summary: &Summary,
        edition: &Edition,
        surroundings: &Surroundings,
    ) -> Result<(), Error> {
        let paths = self.write(&opened.stem, summary, edition, &mut |text| {
            surroundings.put(text);
        })?;
        for path in paths {
            surroundings.tell(&Message::new("cli-export-written").with("path", path));
        }
        Ok(())
    }

    /// Writes each format; what goes to standard output is put there, and the paths of the others are given.
    fn write(
        &self,
        stem: &str,
        summary: &Summary,
        edition: &Edition,
        put: &mut dyn FnMut(&str),
    ) -> Result<Vec<String>, Error> {
        let mut paths = Vec::new();
        for format in &self.formats {
            let written = (format.write)(summary, edition, self.document);
            let path = match &self.output {
                Output::Standard => {
                    put(&written);
                    continue;
                }
                Output::File(path) => path.clone(),
                Output::Folder(folder) => {
                    fs::create_dir_all(folder).map_err(|error| Error::create(folder, error))?;
                    folder.join(self.name(stem, format))
                }
            };
            atomic_write(&path, written.as_bytes())?;
            paths.push(path.to_string_lossy().into_owned());
        }
        Ok(paths)
    }

    fn name(&self, stem: &str, format: &Format) -> String {
        if self.document.name == MINUTES.name {
            format!("{stem}.{}", format.name)
        } else {
            format!("{stem}-{}.{}", self.document.name, format.name)
        }
    }
}

/// Where documents go: several formats need a folder.
fn output(told: Option<&PathBuf>, formats: usize) -> Result<Output, Message> {
    let needs_folder = || Err(Message::new("cli-export-folder"));
    let Some(path) = told.filter(|path| path.as_path() != Path::new("-")) else {
        return if formats > 1 {
            needs_folder()
        } else {
            Ok(Output::Standard)
        };
    };
    let named_as_folder = path.to_string_lossy().ends_with(std::path::MAIN_SEPARATOR);
    if path.is_dir() || named_as_folder {
        return Ok(Output::Folder(path.clone()));
    }
    match formats {
        0 | 1 => Ok(Output::File(path.clone())),
        _ if path.exists() => needs_folder(),
        _ => Ok(Output::Folder(path.clone())),
    }
}

/// A name that is none, with those that are and the one that was most likely meant.
fn unknown(
    id: &'static str,
    name: &str,
    known: impl Iterator<Item = &'static str> + Clone,
) -> Message {
    let hint = match nearest(name, known.clone()) {
        Some(near) => Message::new("cli-usage-meant").with("name", near),
        None => Message::new("text-nothing"),
    };
    let known: Vec<Arg> = known.map(Arg::from).collect();
    Message::new(id)
        .with("name", name)
        .with("known", known)
        .with("hint", hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(words: &[&str]) -> String {
        spelled_out(
            &words
                .iter()
                .map(|word| Text::line(word))
                .collect::<Vec<_>>(),
        )
        .join(" ")
    }

    #[test]
    fn a_format_a_document_or_a_path_may_be_named_alone() {
        assert_eq!(
            spelled(&["md,json", "out/"]),
            "export --format md,json --output out/"
        );
        assert_eq!(
            spelled(&["--format", "md", "minutes"]),
            "export --format md --document minutes"
        );
        assert_eq!(
            spelled(&["--public", "txt"]),
            "export --public --format txt"
        );
    }
}
