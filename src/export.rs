//! Documents from a meeting: which documents and formats there are, and how each is called.
//!
//! ```text
//! Source ─► view ─► template ─► Markdown with marks ─► blocks ─► html · docx · txt
//!    │                                └──────────────► md
//!    └─► json · csv · ics
//! ```
//! One file for each format; they know neither journal nor terminal, and write no file. Everything is made in memory. A PDF is one of
//! them printed by a program of this machine: that is `cli`'s.

pub mod blocks;
pub mod csv;
pub mod document;
pub mod docx;
pub mod html;
pub mod ics;
pub mod json;
mod markup;
pub mod md;
mod minutes;
mod script;
mod sheet;
mod source;
pub mod template;
pub mod txt;
mod view;

use crate::locale::Locale;
use crate::summary::Seal;
pub use document::{Composed, DOCUMENTS, Document, MINUTES, Needs, YEARS, document};
pub use source::Source;

/// In what words a document is written, and what vouches for it.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// The sentences; its language is that of the texts too.
    pub locale: &'a Locale,
    /// The seal of the session file it is made from; none for a meeting that is not saved.
    pub seal: Option<Seal>,
}

/// A format a meeting can be exported to.
#[derive(Debug)]
pub struct Format {
    /// What it is called on the command line, and how its files end.
    pub name: &'static str,
    /// Whether it is text, that can be looked at as it is.
    pub is_text: bool,
    /// How it is made.
    pub make: Make,
}

/// How a format is made.
#[derive(Debug)]
pub enum Make {
    /// From a document.
    Document(fn(&Composed, &Locale) -> Vec<u8>),
    /// From the meeting whole, whichever document is asked for.
    Meeting(fn(&Source, &Edition) -> Vec<u8>),
    /// Several files, one for each list; a single one holds the list that the document is about.
    Lists(fn(&Source, &Edition) -> csv::Lists),
    /// By a program of this machine, from another format.
    Printed,
}

/// The formats. To add one: its file, and a row here.
pub const FORMATS: &[Format] = &[
    Format {
        name: "md",
        is_text: true,
        make: Make::Document(|composed, _| composed.markdown().into_bytes()),
    },
    Format {
        name: "html",
        is_text: true,
        make: Make::Document(html::write),
    },
    Format {
        name: "docx",
        is_text: false,
        make: Make::Document(docx::write),
    },
    Format {
        name: "txt",
        is_text: true,
        make: Make::Document(|composed, _| txt::write(&composed.blocks()).into_bytes()),
    },
    Format {
        name: "json",
        is_text: true,
        make: Make::Meeting(|source, edition| json::write(&source.summary, edition).into_bytes()),
    },
    Format {
        name: "csv",
        is_text: true,
        make: Make::Lists(|source, edition| csv::lists(&source.summary, edition)),
    },
    Format {
        name: "ics",
        is_text: true,
        make: Make::Meeting(|source, edition| ics::write(source, edition).into_bytes()),
    },
    Format {
        name: "pdf",
        is_text: false,
        make: Make::Printed,
    },
];

/// The format of that name.
#[must_use]
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}
