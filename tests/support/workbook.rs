//! XLSX workbooks for tests, part by part as the format has them: shared and inline strings, numbers, formulas, merged cells.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// What a cell holds.
#[derive(Clone, Copy)]
pub enum Cell<'t> {
    /// Nothing.
    Empty,
    /// A text that stands in the table of shared strings.
    Shared(&'t str),
    /// A text that stands in the cell.
    Inline(&'t str),
    /// A number.
    Number(f64),
    /// Yes or no.
    Bool(bool),
    /// A formula, and the text it came to.
    Formula(&'t str, &'t str),
    /// A formula that came to an error.
    Error(&'t str),
}

/// A sheet: what it is called, its rows, and which cells are merged (`A1:C1`).
pub struct Sheet<'t> {
    pub name: &'t str,
    pub rows: &'t [&'t [Cell<'t>]],
    pub merged: &'t [&'t str],
}

/// The bytes of a workbook with those sheets.
pub fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    packed(&parts(sheets))
}

/// The parts of a workbook with those sheets, by name.
pub fn parts(sheets: &[Sheet]) -> Vec<(String, String)> {
    let mut shared = Vec::new();
    let bodies: Vec<String> = sheets
        .iter()
        .map(|sheet| body(sheet, &mut shared))
        .collect();
    let numbered = || sheets.iter().zip(1..);
    let listed = joined(numbered().map(|(sheet, id)| {
        let name = escaped(sheet.name);
        format!(r#"<sheet name="{name}" sheetId="{id}" r:id="rId{id}"/>"#)
    }));
    let target = |id: usize| format!("worksheets/sheet{id}.xml");
    let related = joined(numbered().map(|(_, id)| relation(id, "worksheet", &target(id))));
    let related = related + &relation(sheets.len() + 1, "sharedStrings", "sharedStrings.xml");
    let strings = joined(
        shared
            .iter()
            .map(|text| format!("<si><t>{}</t></si>", escaped(text))),
    );
    let relations = |inside: &str| {
        format!(r#"{HEAD}<Relationships xmlns="{RELATIONS}">{inside}</Relationships>"#)
    };
    let typed = |part: &str, kind: &str| {
        format!(r#"<Override PartName="/xl/{part}" ContentType="{SPREADSHEET}.{kind}+xml"/>"#)
    };
    let sheets_typed = joined(numbered().map(|(_, id)| typed(&target(id), "worksheet")));
    let workbook_typed =
        typed("workbook.xml", "sheet.main") + &typed("sharedStrings.xml", "sharedStrings");
    let mut parts = vec![
        (
            "[Content_Types].xml".to_owned(),
            format!(
                r#"{HEAD}<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{workbook_typed}{sheets_typed}</Types>"#
            ),
        ),
        (
            "_rels/.rels".to_owned(),
            relations(&relation(1, "officeDocument", "xl/workbook.xml")),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                r#"{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>"#
            ),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations(&related)),
        (
            "xl/sharedStrings.xml".to_owned(),
            format!(r#"{HEAD}<sst xmlns="{MAIN}">{strings}</sst>"#),
        ),
    ];
    for (at, body) in bodies.into_iter().enumerate() {
        parts.push((format!("xl/worksheets/sheet{}.xml", at + 1), body));
    }
    parts
}

/// The bytes of an archive of those parts.
pub fn packed(parts: &[(String, String)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive
            .start_file(name, SimpleFileOptions::default())
            .and_then(|()| Ok(archive.write_all(text.as_bytes())?))
            .expect("memory can be written");
    }
    archive
        .finish()
        .expect("memory can be written")
        .into_inner()
}

fn relation(id: usize, kind: &str, target: &str) -> String {
    format!(r#"<Relationship Id="rId{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#)
}

fn body(sheet: &Sheet, shared: &mut Vec<String>) -> String {
    let rows = joined(sheet.rows.iter().enumerate().map(|(row, cells)| {
        let each = cells.iter().enumerate();
        let cells = joined(each.map(|(column, cell)| written(*cell, &place(row, column), shared)));
        format!(r#"<row r="{}">{cells}</row>"#, row + 1)
    }));
    let cells = sheet.merged.iter();
    let merged = joined(cells.map(|cells| format!(r#"<mergeCell ref="{cells}"/>"#)));
    let merged = if merged.is_empty() {
        merged
    } else {
        format!("<mergeCells>{merged}</mergeCells>")
    };
    format!(r#"{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{merged}</worksheet>"#)
}

fn written(cell: Cell, at: &str, shared: &mut Vec<String>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Shared(text) => {
            shared.push(text.to_owned());
            format!(r#"<c r="{at}" t="s"><v>{}</v></c>"#, shared.len() - 1)
        }
        Cell::Inline(text) => {
            let text = escaped(text);
            format!(r#"<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#)
        }
        Cell::Number(number) => format!(r#"<c r="{at}"><v>{number:?}</v></c>"#),
        Cell::Bool(is) => format!(r#"<c r="{at}" t="b"><v>{}</v></c>"#, u8::from(is)),
        Cell::Formula(formula, text) => {
            let (formula, text) = (escaped(formula), escaped(text));
            format!(r#"<c r="{at}" t="str"><f>{formula}</f><v>{text}</v></c>"#)
        }
        Cell::Error(error) => format!(r#"<c r="{at}" t="e"><f>1/0</f><v>{error}</v></c>"#),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().concat()
}

/// `A1` and so on, as far as the alphabet goes.
fn place(row: usize, column: usize) -> String {
    let letter = (b'A'..=b'Z').nth(column).expect("tests have few columns");
    format!("{}{}", char::from(letter), row + 1)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
