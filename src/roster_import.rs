//! Rosters that office programs saved, XLSX and CSV, to an agenda: bytes to units and persons, and those to TOML.
//!
//! ```text
//! bytes ─► sheet (cells) ─► columns (the header) ─► roster (units, persons, what is odd) ─► write (TOML)
//! ```
//!
//! Nothing of a file is trusted: sizes are looked at before anything is unpacked, formulas count as what they came to, and
//! every text is one line without control characters. Opens no file; what is said of the result are messages.

mod columns;
mod delimited;
mod headers;
mod ids;
mod roster;
mod sheet;
mod texts;
mod values;
mod write;
mod xlsx;

pub use roster::Roster;
pub use write::write;
pub use xlsx::is_book;

use columns::{Column, Header};
use sheet::Sheet;

use crate::text::{Arg, Message, Text};

/// Headers that are told where none of them is one of names.
const MOST_HEADERS: usize = 20;

/// A roster, and where in its file it stood.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Who is on it.
    pub roster: Roster,
    /// The sheet; empty where the file has none.
    pub sheet: Text,
    /// What was understood, in the order in which it is said.
    pub told: Vec<Message>,
}

/// The roster in a workbook: that of the first sheet that has one.
///
/// # Errors
/// A sentence where there is none, or the bytes are no workbook that can be read.
pub fn of_book(bytes: &[u8]) -> Result<Found, Message> {
    found(&xlsx::read(bytes)?)
}

/// The roster in a text of separated cells.
///
/// # Errors
/// A sentence where there is none.
pub fn of_text(text: &str) -> Result<Found, Message> {
    found(&[delimited::read(text)?])
}

fn found(sheets: &[Sheet]) -> Result<Found, Message> {
    let mut with_header = sheets
        .iter()
        .filter_map(|sheet| Some((sheet, columns::find(sheet)?)));
    let Some((sheet, header)) = with_header.next() else {
        return Err(no_names(sheets));
    };
    let roster = roster::read(sheet, &header)?;
    if roster.persons.is_empty() {
        return Err(Message::new("import-nobody").with("row", header.row));
    }
    let mut told = vec![taken(sheet, &roster), columns_taken(&header)];
    let others: Vec<Arg> = with_header
        .map(|(sheet, _)| Arg::from(&sheet.name))
        .collect();
    if !others.is_empty() {
        told.push(Message::new("import-sheets-too").with("sheets", others));
    }
    told.extend(roster.notes.iter().cloned());
    Ok(Found {
        sheet: sheet.name.clone(),
        roster,
        told,
    })
}

/// Why there is no roster: nothing at all, or no column of names among those that there are.
fn no_names(sheets: &[Sheet]) -> Message {
    let says_something = |text: &&Text| text.as_str().contains(char::is_alphanumeric);
    let headers: Vec<Arg> = sheets
        .iter()
        .find_map(columns::likely)
        .into_iter()
        .flat_map(|row| row.cells().map(|(_, text)| text).filter(says_something))
        .take(MOST_HEADERS)
        .map(Arg::from)
        .collect();
    if headers.is_empty() {
        return Message::new("import-blank");
    }
    Message::new("import-no-names").with("headers", headers)
}

fn taken(sheet: &Sheet, roster: &Roster) -> Message {
    let from = if sheet.name.is_empty() {
        Message::new("text-nothing")
    } else {
        Message::new("import-from-sheet").with("sheet", &sheet.name)
    };
    Message::new("import-taken")
        .with("persons", roster.persons.len())
        .with("units", roster.units.len())
        .with("from", from)
}

fn columns_taken(header: &Header) -> Message {
    let as_what = |column: &Column| {
        let message = Message::new("import-column").with("header", &column.header);
        Arg::from(message.with("field", column.field.word()))
    };
    let taken: Vec<Arg> = header.columns.iter().map(as_what).collect();
    let left_out: Vec<Arg> = header.left_out.iter().map(Arg::from).collect();
    let left_out = if left_out.is_empty() {
        Message::new("text-nothing")
    } else {
        Message::new("import-left-out").with("headers", left_out)
    };
    Message::new("import-columns")
        .with("taken", taken)
        .with("left", left_out)
}
