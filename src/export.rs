//! Documents from a summary: which formats there are, and how each is called. One file for each format; they know only the summary
//! and the sentences, neither journal nor terminal, and write no file.

pub mod document;
pub mod json;
pub mod md;
mod minutes;
pub mod txt;

use crate::locale::Locale;
use crate::summary::{Seal, Summary};
pub use document::{DOCUMENTS, Document, MINUTES, document};

/// In what words a document is written, and what vouches for it.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// The sentences; its language is that of the texts too.
    pub locale: &'a Locale,
    /// The seal of the session file it is made from; none for a meeting that is not saved.
    pub seal: Option<Seal>,
}

/// A format a meeting can be exported to.
pub struct Format {
    /// What it is called on the command line, and how its files end.
    pub name: &'static str,
    /// Writes the meeting. Data formats hold it whole, whichever document is asked for.
    pub write: fn(&Summary, &Edition, &Document) -> String,
}

/// The formats. To add one: its file, and a row here.
pub const FORMATS: &[Format] = &[
    Format {
        name: "md",
        write: md::write,
    },
    Format {
        name: "json",
        write: |summary, edition, _| json::write(summary, edition),
    },
    Format {
        name: "txt",
        write: txt::write,
    },
];

/// The format of that name.
#[must_use]
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
