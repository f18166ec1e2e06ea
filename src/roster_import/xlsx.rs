//! XLSX workbooks to sheets. Owns what is looked at before such a file is unpacked, and what a cell that is no text reads
//! like; formulas count as what they came to. Older and other formats of workbooks are named, not read.

use std::io::{self, Cursor, Read};

use calamine::{
    DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError,
};
use zip::ZipArchive;

use super::sheet::{Merged, Sheet};
use crate::text::Message;

/// The most that a workbook may unpack to: a hundred times the file of a roster with a thousand persons.
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;
/// Sheets that are looked at.
const MOST_SHEETS: usize = 10;
/// What the files begin with that are old workbooks, or new ones with a password.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Whether those bytes are a workbook of some kind, if only by how they begin.
#[must_use]
pub fn is_book(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") || bytes.starts_with(COMPOUND)
}

/// The visible sheets of a workbook, in its order.
///
/// # Errors
/// A sentence where it is of another kind, is broken, unpacks to too much, or has no sheets.
pub fn read(bytes: &[u8]) -> Result<Vec<Sheet>, Message> {
    if bytes.starts_with(COMPOUND) {
        return Err(Message::new("import-book-old"));
    }
    look_before_unpacking(bytes)?;
    let mut book: Book = calamine::open_workbook_from_rs(Cursor::new(bytes)).map_err(broken)?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .take(MOST_SHEETS)
        .collect();
    if names.is_empty() {
        return Err(Message::new("import-book-sheets"));
    }
    names.iter().map(|name| sheet(&mut book, name)).collect()
}

/// Has every part unpacked once and thrown away, so that nothing that grows without end reaches the memory.
fn look_before_unpacking(bytes: &[u8]) -> Result<(), Message> {
    let broken = |cause: String| Message::new("import-book-broken").with("cause", cause);
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    let is_workbook = |name: &str| name.ends_with("workbook.xml");
    if !archive
        .file_names()
        .flatten()
        .any(|name| is_workbook(&name))
    {
        return Err(Message::new("import-book-other"));
    }
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        let part = archive
            .by_index(at)
            .map_err(|error| broken(error.to_string()))?;
        let unpacked = io::copy(&mut part.take(left + 1), &mut io::sink())
            .map_err(|error| broken(error.to_string()))?;
        left = left.checked_sub(unpacked).ok_or_else(|| {
            Message::new("import-book-large").with("most", MOST_UNPACKED.cast_signed() >> 20)
        })?;
    }
    Ok(())
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it is what errors are mapped with"
)]
fn broken(error: XlsxError) -> Message {
    Message::new("import-book-broken").with("cause", error.to_string())
}

fn sheet(book: &mut Book, name: &str) -> Result<Sheet, Message> {
    let mut sheet = Sheet::named(name);
    let regions = book.merge_cells_by_sheet_name(name).map_err(broken)?;
    let mut cells = book.worksheet_cells_reader(name).map_err(broken)?;
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let (row, column) = place(cell.get_position());
        if let DataRef::Error(_) = cell.get_value() {
            sheet.errors.insert(row + 1);
        }
        match cell.get_value() {
            DataRef::SharedString(text) => sheet.put(row, column, text)?,
            other => sheet.put(row, column, &written(other))?,
        }
    }
    for region in regions {
        sheet.merge(merged(region))?;
    }
    Ok(sheet)
}

/// What a cell reads like; numbers as short as they can be written.
fn written(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::DateTimeIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(at) => date(at),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

fn date(at: &ExcelDateTime) -> String {
    if !at.is_datetime() || !(0.0..3_000_000.0).contains(&at.as_f64()) {
        return at.as_f64().to_string();
    }
    let (year, month, day, hour, minute, _, _) = at.to_ymd_hms_milli();
    if (hour, minute) == (0, 0) {
        format!("{year}-{month:02}-{day:02}")
    } else {
        format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}")
    }
}

fn merged(region: Dimensions) -> Merged {
    let ((top, left), (bottom, right)) = (place(region.start), place(region.end));
    Merged {
        rows: (top, bottom),
        columns: (left, right),
    }
}

/// A workbook has no more rows than fit.
fn place((row, column): (u32, u32)) -> (usize, usize) {
    (row as usize, column as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_point_that_nobody_wrote() {
        for (cell, text) in [
            (DataRef::Float(13_888_888_888.0), "13888888888"),
            (DataRef::Float(1.0), "1"),
            (DataRef::Float(2.5), "2.5"),
            (DataRef::Int(7), "7"),
            (DataRef::Bool(true), "TRUE"),
            (DataRef::Empty, ""),
        ] {
            assert_eq!(written(&cell), text);
        }
    }

    #[test]
    fn what_is_no_workbook_has_a_sentence() {
        let told = |bytes: &[u8]| read(bytes).map_err(|message| message.id).map(|_| ());
        assert_eq!(told(COMPOUND), Err("import-book-old"));
        assert_eq!(told(b"PK\x03\x04 and no more"), Err("import-book-broken"));
    }
}
