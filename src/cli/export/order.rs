//! What is asked for: formats, documents, whose letter, and where it goes. Owns the reading of the words and the refusals of those that
//! name nothing.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::subject::Subject;

use crate::export::{DOCUMENTS, Document, FORMATS, Format, Needs, document, format};
use crate::text::{Arg, Message, Text, nearest};

/// What was asked for. Unsaid formats and documents are empty: what they are depends on what there is.
pub struct Order {
    /// The formats.
    pub formats: Vec<&'static Format>,
    /// The documents.
    pub documents: Vec<&'static Document>,
    /// To whom the letter goes, as it was typed.
    pub unit: Option<String>,
    /// Where it goes.
    pub output: Output,
}

/// Where documents go.
pub enum Output {
    /// Nothing was said.
    Unsaid,
    /// To standard output.
    Standard,
    /// To that file, or into that folder where it is one.
    Path(PathBuf),
}

impl Order {
    /// What the command line says.
    ///
    /// # Errors
    /// The name that is none.
    pub fn read(matches: &ArgMatches) -> Result<Self, Message> {
        let formats = all(matches, "format", |name| {
            let known = FORMATS.iter().map(|format| format.name);
            format(name).ok_or_else(|| unknown("cli-export-no-format", name, known))
        })?;
        let documents = all(matches, "document", |name| {
            let known = DOCUMENTS.iter().map(|document| document.name);
            document(name).ok_or_else(|| unknown("cli-export-no-document", name, known))
        })?;
        let unit = matches.get_one::<String>("unit").cloned();
        let has_letter = documents.iter().any(|one| one.needs == Needs::Unit);
        if unit.is_some() && !has_letter {
            return Err(Message::new("cli-export-unit-alone"));
        }
        let output = match matches.get_one::<PathBuf>("output") {
            None => Output::Unsaid,
            Some(path) if path.as_path() == Path::new("-") => Output::Standard,
            Some(path) => Output::Path(path.clone()),
        };
        Ok(Self {
            formats,
            documents,
            unit,
            output,
        })
    }
}

impl Order {
    /// The folder that several files go into, by its name: the one that was named, else the one of the meeting.
    pub fn folder(&self, subject: &Subject) -> Option<String> {
        let folder = match &self.output {
            Output::Path(path) => Some(path),
            Output::Unsaid | Output::Standard => subject.folder.as_ref(),
        };
        let name = folder?.file_name()?;
        Some(name.to_string_lossy().into_owned())
    }
}

/// What the names of an option stand for, each once.
fn all<T>(
    matches: &ArgMatches,
    option: &str,
    named: impl Fn(&str) -> Result<&'static T, Message>,
) -> Result<Vec<&'static T>, Message> {
    let mut all: Vec<&'static T> = Vec::new();
    for name in matches.get_many::<String>(option).into_iter().flatten() {
        let one = named(name.trim())?;
        if !all.iter().any(|known| std::ptr::eq(*known, one)) {
            all.push(one);
        }
    }
    Ok(all)
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

/// The words with the options that bare ones stand for in front of them.
pub fn spelled_out(words: &[Text]) -> Vec<String> {
    let mut spelled: Vec<String> = vec!["export".to_owned()];
    for word in words {
        let word = word.as_str();
        let awaited = spelled.last().is_some_and(|last| {
            last.starts_with("--") && last != "--public" && !last.contains('=')
        });
        if !awaited && !word.starts_with("--") {
            let all_are = |is: fn(&str) -> bool| word.split(',').all(|name| is(name.trim()));
            let option = if all_are(|name| format(name).is_some()) {
                "--format"
            } else if all_are(|name| document(name).is_some()) {
                "--document"
            } else {
                "--output"
            };
            spelled.push(option.to_owned());
        }
        spelled.push(word.to_owned());
    }
    spelled
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
