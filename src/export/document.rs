//! Documents as blocks: what is said, before any format is chosen. Owns the table of documents and the kinds of blocks; words are `locale`'s.

use super::minutes;
use crate::locale::Locale;
use crate::summary::Summary;

/// A document that can be made of a meeting.
pub struct Document {
    /// What it is called on the command line.
    pub name: &'static str,
    /// Makes it.
    pub blocks: fn(&Summary, &Locale) -> Vec<Block>,
}

/// The documents. To add one: its file, and a row here.
pub const DOCUMENTS: &[Document] = &[Document {
    name: "minutes",
    blocks: minutes::blocks,
}];

/// The document that is made where none is named.
pub const MINUTES: &Document = &DOCUMENTS[0];

/// The document of that name.
#[must_use]
pub fn document(name: &str) -> Option<&'static Document> {
    DOCUMENTS.iter().find(|document| document.name == name)
}

/// A part of a document. All strings are plain text: each format escapes what it must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; 1 is the document's title.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// A remark about the document itself.
    Note(String),
    /// What belongs to a name: date, place.
    Facts(Vec<(String, String)>),
    /// Entries, some of them below others.
    List(Vec<Entry>),
    /// Rows of cells under a head.
    Table {
        /// The head.
        head: Vec<String>,
        /// The rows, as long as the head.
        rows: Vec<Vec<String>>,
    },
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How far below the top it stands.
    pub depth: usize,
    /// What it begins with, set off; may be empty.
    pub lead: String,
    /// What it says.
    pub text: String,
}

impl Entry {
    /// An entry at the top, without a lead.
    #[must_use]
    pub fn plain(text: String) -> Self {
        Self {
            depth: 0,
            lead: String::new(),
            text,
        }
    }

    /// An entry at that depth, with what it begins with.
    #[must_use]
    pub fn led(depth: usize, lead: String, text: String) -> Self {
        Self { depth, lead, text }
    }
}
