//! Making what was asked for and writing it: everything is made before anything is written, and no file is replaced that is not still as it
//! was written before. Owns the names of the files; what stands in them is `export`'s, and PDFs are printed by `print`.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::super::Surroundings;
use super::super::print::Printer;
use super::order::{Order, Output};
use super::subject::{Stage, Subject};
use super::written::Written;
use crate::agenda::Who;
use crate::error::Error;
use crate::export::template::Mistake;
use crate::export::{
    Composed, DOCUMENTS, Document, Edition, FORMATS, Format, MINUTES, Make, Needs, csv, document,
    format, txt,
};
use crate::journal::Folder;
use crate::locale::Locale;
use crate::names::Match;
use crate::plain::Objection;
use crate::summary::id_of;
use crate::text::{Arg, Message};

/// One delivery.
pub struct Delivery<'a> {
    /// What was asked for.
    pub order: &'a Order,
    /// Of what.
    pub subject: &'a Subject,
    /// In which words.
    pub locale: &'a Locale,
    /// Where the program runs.
    pub surroundings: &'a Surroundings,
    /// Who gets what goes nowhere else.
    pub reader: Reader,
}

/// Who gets what goes to standard output.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// A person, on a screen.
    Person,
    /// Another program, or a file.
    Program,
}

/// Why nothing was delivered.
pub enum Undelivered {
    /// There is more than goes into one place, and no folder was named.
    NeedsFolder,
    /// What is said instead.
    Told(Objection),
}

impl Undelivered {
    /// What is said instead.
    pub fn told(self) -> Objection {
        match self {
            Self::NeedsFolder => vec![Message::new("cli-export-folder")],
            Self::Told(told) => told,
        }
    }
}

impl From<Objection> for Undelivered {
    fn from(told: Objection) -> Self {
        Self::Told(told)
    }
}

/// A document for somebody, in the formats it is to be made in.
struct Parcel {
    document: &'static Document,
    to: Option<Who>,
    /// With what each is called.
    formats: Vec<(String, &'static Format)>,
}

/// What is made of one document in one format.
struct Piece {
    name: String,
    made: Made,
}

enum Made {
    File(Vec<u8>),
    Lists(csv::Lists, &'static Document),
}

impl Piece {
    /// It as one file.
    fn alone(self) -> Vec<u8> {
        match self.made {
            Made::File(bytes) => bytes,
            Made::Lists(lists, document) => lists.about(document.name),
        }
    }

    /// Its files in a folder.
    fn files(self, stem: &str) -> Vec<(String, Vec<u8>)> {
        match self.made {
            Made::File(bytes) => vec![(self.name, bytes)],
            Made::Lists(lists, _) => lists
                .filled()
                .map(|(list, bytes)| (format!("{stem}-{list}.csv"), bytes))
                .collect(),
        }
    }
}

impl Delivery<'_> {
    /// Makes and writes it all; what goes to standard output is put there. Gives a sentence for each file.
    ///
    /// # Errors
    /// What is said instead; nothing was written then, except where the disk itself failed half-way.
    pub fn deliver(&self, put: &mut dyn FnMut(&[u8])) -> Result<Vec<Message>, Undelivered> {
        let parcels = self.parcels()?;
        let place = self.place(parcels.iter().map(|parcel| parcel.formats.len()).sum())?;
        let mut pieces = Vec::new();
        for parcel in &parcels {
            pieces.extend(self.make(parcel)?);
        }
        match place {
            Place::Standard => {
                pieces.into_iter().for_each(|piece| put(&piece.alone()));
                Ok(Vec::new())
            }
            Place::File(path) => {
                let files = pieces
                    .into_iter()
                    .map(|piece| (path.clone(), piece.alone()));
                Ok(self.write(files.collect())?)
            }
            Place::Folder(folder) => {
                Folder::make(&folder).map_err(|error| told(&error))?;
                let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
                for (name, bytes) in pieces
                    .into_iter()
                    .flat_map(|piece| piece.files(&self.subject.stem))
                {
                    let path = folder.join(name);
                    // The lists are the same, whichever document they come with.
                    if !files.iter().any(|(known, _)| *known == path) {
                        files.push((path, bytes));
                    }
                }
                Ok(self.write(files)?)
            }
        }
    }

    /// The documents: those named, else the one that anybody wants of what there is.
    fn documents(&self) -> Result<Vec<&'static Document>, Objection> {
        let stage = self.subject.stage;
        if self.order.documents.is_empty() {
            let of_plan = || document("programme").unwrap_or(MINUTES);
            return Ok(vec![if stage == Stage::Planned {
                of_plan()
            } else {
                MINUTES
            }]);
        }
        let early = |one: &&&Document| stage == Stage::Planned && one.needs != Needs::Agenda;
        match self.order.documents.iter().find(early) {
            None => Ok(self.order.documents.clone()),
            Some(early) => Err(vec![not_held(early)]),
        }
    }

    fn formats(&self) -> &[&'static Format] {
        if self.order.formats.is_empty() {
            const USUAL: &[&Format] = &[&FORMATS[0]];
            return USUAL;
        }
        &self.order.formats
    }

    /// Everything that is to be made. What holds the meeting whole is the same for each document and recipient, and is made once.
    fn parcels(&self) -> Result<Vec<Parcel>, Objection> {
        let mut parcels = Vec::new();
        let mut names = HashSet::new();
        for document in self.documents()? {
            for to in self.recipients(document)? {
                let named = self.formats().iter().map(|format| {
                    let name = match format.make {
                        Make::Document(_) | Make::Printed => self.name(document, to.as_ref()),
                        Make::Lists(_) => self.name(document, None),
                        Make::Meeting(_) => self.subject.stem.clone(),
                    };
                    (format!("{name}.{}", format.name), *format)
                });
                parcels.push(Parcel {
                    document,
                    formats: named
                        .filter(|(name, _)| names.insert(name.clone()))
                        .collect(),
                    to,
                });
            }
        }
        Ok(parcels)
    }

    /// Makes a document in all its formats.
    fn make(&self, parcel: &Parcel) -> Result<Vec<Piece>, Objection> {
        let source = &self.subject.source;
        let edition = Edition {
            locale: self.locale,
            seal: self.subject.seal,
        };
        let mut composed = None;
        let make = |(name, format): &(String, &'static Format)| {
            let made = match format.make {
                Make::Document(write) => {
                    Made::File(write(self.composed(&mut composed, parcel)?, self.locale))
                }
                Make::Printed => Made::File(self.print(self.composed(&mut composed, parcel)?)?),
                Make::Lists(lists) => Made::Lists(lists(source, &edition), parcel.document),
                Make::Meeting(write) => Made::File(write(source, &edition)),
            };
            Ok(Piece {
                name: name.clone(),
                made,
            })
        };
        parcel.formats.iter().map(make).collect()
    }

    /// The document, composed unless it was before.
    fn composed<'c>(
        &self,
        before: &'c mut Option<Composed>,
        parcel: &Parcel,
    ) -> Result<&'c Composed, Objection> {
        let composed = match before.take() {
            Some(composed) => composed,
            None => self.compose(parcel.document, parcel.to.as_ref())?,
        };
        Ok(before.insert(composed))
    }

    /// Has a program print it, from the format that this program prints best.
    fn print(&self, composed: &Composed) -> Result<Vec<u8>, Objection> {
        let set = self.surroundings.settings().printer.as_deref();
        let printer = Printer::find(set).map_err(|message| vec![message])?;
        let written = |name: &&'static str| match &format(name)?.make {
            Make::Document(write) => Some((*name, write(composed, self.locale))),
            Make::Meeting(_) | Make::Lists(_) | Make::Printed => None,
        };
        let (ending, bytes) = printer
            .prints()
            .iter()
            .find_map(written)
            .unwrap_or_else(|| ("txt", txt::write(&composed.blocks()).into_bytes()));
        printer.print(&bytes, ending)
    }

    /// Fills the template in: the person's own where there is one.
    fn compose(&self, document: &Document, to: Option<&Who>) -> Result<Composed, Objection> {
        let language = self.locale.language();
        let shipped = document.template(language);
        let own = self.surroundings.own().template(document.name, language);
        let (path, template) = match own {
            None => (None, shipped.to_owned()),
            Some((path, read)) => (Some(path), read.map_err(|message| vec![message])?),
        };
        document
            .compose(&template, &self.subject.source, self.locale, to)
            .map_err(|mistake| vec![broken(path.as_deref(), document, &mistake)])
    }

    /// To whom it goes; nobody in particular for all but letters.
    fn recipients(&self, document: &Document) -> Result<Vec<Option<Who>>, Objection> {
        if document.needs != Needs::Unit {
            return Ok(vec![None]);
        }
        let summary = &self.subject.source.summary;
        let Some(named) = &self.order.unit else {
            let all: Vec<Option<Who>> = summary.correspondents().map(Some).collect();
            return if all.is_empty() {
                Err(vec![Message::new("cli-export-nobody")])
            } else {
                Ok(all)
            };
        };
        let found = self.subject.names.find(named);
        match (self.subject.names.unmeant(named, &found), found) {
            (None, Match::One(who)) => Ok(vec![Some(summary.unit_of(&who))]),
            (problem, _) => Err(problem.into_iter().collect()),
        }
    }

    /// What its file is called, without the ending.
    fn name(&self, document: &Document, to: Option<&Who>) -> String {
        let mut name = self.subject.stem.clone();
        if document.name != MINUTES.name {
            name.extend(["-", document.name]);
        }
        if let Some(to) = to {
            name.extend(["-", id_of(to)]);
        }
        name
    }

    /// Where so many pieces go.
    fn place(&self, pieces: usize) -> Result<Place, Undelivered> {
        let needs_folder = || Err(Undelivered::NeedsFolder);
        let to_all = self.order.unit.is_none()
            && self
                .order
                .documents
                .iter()
                .any(|one| one.needs == Needs::Unit);
        match &self.order.output {
            Output::Unsaid if pieces > 1 || to_all || !self.is_text() => match &self.subject.folder
            {
                Some(folder) => Ok(Place::Folder(folder.clone())),
                None if to_all => Ok(Place::Folder(self.letters())),
                None if pieces > 1 => needs_folder(),
                None => Ok(self.standard()?),
            },
            Output::Standard if pieces > 1 => needs_folder(),
            Output::Unsaid | Output::Standard => Ok(self.standard()?),
            Output::Path(path) if path.is_dir() || is_named_as_folder(path) => {
                Ok(Place::Folder(path.clone()))
            }
            Output::Path(path) if pieces < 2 && !to_all => Ok(Place::File(path.clone())),
            Output::Path(path) if path.exists() => needs_folder(),
            Output::Path(path) => Ok(Place::Folder(path.clone())),
        }
    }

    fn letters(&self) -> PathBuf {
        PathBuf::from(format!("{}-letters", self.subject.stem))
    }

    fn is_text(&self) -> bool {
        self.formats().iter().all(|format| format.is_text)
    }

    /// Standard output, unless somebody would look at bytes there.
    fn standard(&self) -> Result<Place, Objection> {
        let binary = self.formats().iter().find(|format| !format.is_text);
        match binary {
            Some(format) if self.reader == Reader::Person => Err(vec![
                Message::new("cli-export-no-text").with("format", format.name),
            ]),
            Some(_) | None => Ok(Place::Standard),
        }
    }

    /// Writes the files, once it is known that none is in the way.
    fn write(&self, files: Vec<(PathBuf, Vec<u8>)>) -> Result<Vec<Message>, Objection> {
        let mut written = Written::listed_in(self.surroundings.sessions());
        let in_the_way: Objection = files
            .iter()
            .filter_map(|(path, bytes)| written.may_replace(path, bytes).err())
            .collect();
        if !in_the_way.is_empty() {
            return Err(in_the_way);
        }
        let wrote = files
            .into_iter()
            .map(|(path, bytes)| written.write(&path, &bytes));
        wrote
            .collect::<Result<_, _>>()
            .map_err(|error| told(&error))
    }
}

enum Place {
    Standard,
    File(PathBuf),
    Folder(PathBuf),
}

fn is_named_as_folder(path: &Path) -> bool {
    path.to_string_lossy().ends_with(std::path::MAIN_SEPARATOR)
}

fn told(error: &Error) -> Objection {
    error.messages().collect()
}

/// That there is no such document before the meeting was held, and which there are.
fn not_held(document: &Document) -> Message {
    let known = DOCUMENTS.iter().filter(|one| one.needs == Needs::Agenda);
    let known: Vec<Arg> = known.map(|one| Arg::from(one.name)).collect();
    Message::new("cli-export-not-held")
        .with("document", document.name)
        .with("known", known)
}

/// What is wrong with a template, and where: `FILE:LINE:COLUMN: sentence`.
fn broken(path: Option<&Path>, document: &Document, mistake: &Mistake) -> Message {
    let file = path.map_or_else(
        || format!("{}.md", document.name),
        |path| path.to_string_lossy().into_owned(),
    );
    Message::new("export-template-mistake")
        .with("file", file)
        .with("line", mistake.line)
        .with("column", mistake.column)
        .with("what", mistake.message.clone())
}
