//! `tribune export SESSION --format F[,F]`: documents of a session, to standard output, a file or a folder. Owns where they go and what they
//! are called; what stands in them is `export`'s.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::{Ending, Surroundings, flag, opened, option};
use crate::archive::Opened;
use crate::error::Error;
use crate::export::{DOCUMENTS, Document, Edition, FORMATS, Format, MINUTES, document, format};
use crate::journal::atomic_write;
use crate::locale::Locale;
use crate::summary::Summary;
use crate::text::{Arg, Message, nearest};

/// Takes the session, formats, document and where it goes.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    opened::argument(command, locale)
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
        for format in &self.formats {
            let written = (format.write)(summary, edition, self.document);
            let path = match &self.output {
                Output::Standard => {
                    surroundings.put(&written);
                    continue;
                }
                Output::File(path) => path.clone(),
                Output::Folder(folder) => {
                    fs::create_dir_all(folder).map_err(|error| Error::create(folder, error))?;
                    folder.join(self.name(&opened.stem, format))
                }
            };
            atomic_write(&path, written.as_bytes())?;
            let told = Message::new("cli-export-written").with("path", &*path.to_string_lossy());
            surroundings.tell(&told);
        }
        Ok(())
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
