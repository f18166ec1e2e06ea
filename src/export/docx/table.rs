//! What stands in cells in DOCX: tables by what they are for, facts, lines to sign on. Owns widths and rows. Every table is followed by a
//! paragraph: two that meet would become one.

use std::fmt::Write as _;

use super::super::blocks::{Look, Prose, Table};
use super::super::sheet::{Column, bars, columns};
use super::TEXT_WIDTH;
use super::body::Body;

/// Twentieths of a point in a half of the type of tables.
const HALF: usize = 105;
/// Halves in a line.
const ROOM: usize = TEXT_WIDTH / HALF;
/// A table that takes more of it takes the whole of it.
const MOST: usize = ROOM * 2 / 3;
/// Of those, halves that bars take.
const BARS: usize = 34;
/// No more than this stands in a row that is never broken: a higher one might not fit on a page.
const UNBROKEN: usize = 1500;
/// The height of a row to write in.
const FORM_HEIGHT: &str = "<w:trHeight w:val=\"680\" w:hRule=\"atLeast\"/>";

/// Adds a table.
pub(super) fn write(body: &mut Body, table: &Table) {
    match table.look {
        Look::Plain => rows(body, table, "Rules", ROOM),
        Look::Form => rows(body, table, "TableGrid", ROOM),
        Look::Bars => rows(body, table, "Bars", ROOM - BARS),
        Look::Signatures => signatures(body, table),
    }
}

/// Adds names and values.
pub(super) fn facts(body: &mut Body, facts: &[(Prose, Prose)]) {
    let table = Table {
        look: Look::Plain,
        head: vec![Prose::default(), Prose::default()],
        rows: facts
            .iter()
            .map(|(name, _)| vec![name.clone(), Prose::default()])
            .collect(),
    };
    // Facts are set in the larger type of the text.
    let names = columns(&table, ROOM)
        .first()
        .map_or(0, |column| column.width * HALF * 6 / 5);
    let names = names.clamp(TEXT_WIDTH / 6, TEXT_WIDTH / 3);
    begin(body, "Facts", &[names, TEXT_WIDTH - names]);
    for (name, value) in facts {
        begin_row(body, "", &[name, value]);
        cell(body, names, "", "FactName", name);
        cell(body, TEXT_WIDTH - names, "", "FactValue", value);
        body.text.push_str("</w:tr>");
    }
    end(body);
}

fn rows(body: &mut Body, table: &Table, style: &str, room: usize) {
    let columns = columns(table, room);
    let lengths = match table.look {
        Look::Bars => bars(table),
        Look::Plain | Look::Form | Look::Signatures => Vec::new(),
    };
    let widths = widths(&columns, table.look);
    begin(body, style, &widths);
    if table.head.iter().any(|cell| !cell.is_empty()) {
        head(body, table, &columns, &widths);
    }
    let height = if table.look == Look::Form {
        FORM_HEIGHT
    } else {
        ""
    };
    let middle = if table.look == Look::Form {
        "<w:vAlign w:val=\"center\"/>"
    } else {
        ""
    };
    for (at, row) in table.rows.iter().enumerate() {
        begin_row(body, height, &row.iter().collect::<Vec<_>>());
        for ((prose, column), width) in row.iter().zip(&columns).zip(&widths) {
            let style = if column.is_number {
                "CellNumber"
            } else {
                "Cell"
            };
            cell(body, *width, middle, style, prose);
        }
        if let (Some(length), Some(width)) = (lengths.get(at), widths.get(columns.len())) {
            bar(body, *width, *length);
        }
        body.text.push_str("</w:tr>");
    }
    end(body);
}

/// The widths of the columns, and of the bars behind the last. Together they are the text's width, or less where little stands in them.
fn widths(columns: &[Column], look: Look) -> Vec<usize> {
    let mut halves: Vec<usize> = columns.iter().map(|column| column.width).collect();
    if look == Look::Bars {
        halves.push(BARS);
    }
    let sum: usize = halves.iter().sum();
    if look == Look::Plain && sum < MOST {
        return halves.iter().map(|width| width * HALF).collect();
    }
    let mut widths: Vec<usize> = halves
        .iter()
        .map(|width| width * TEXT_WIDTH / sum.max(1))
        .collect();
    let rest = TEXT_WIDTH.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

/// The row that is said again at the head of each page.
fn head(body: &mut Body, table: &Table, columns: &[Column], widths: &[usize]) {
    body.text
        .push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    for (at, (prose, column)) in table.head.iter().zip(columns).enumerate() {
        let style = if column.is_number {
            "CellHeadNumber"
        } else {
            "CellHead"
        };
        cell(
            body,
            widths[at],
            "<w:vAlign w:val=\"bottom\"/>",
            style,
            prose,
        );
    }
    for width in &widths[columns.len()..] {
        cell(body, *width, "", "CellHead", &Prose::default());
    }
    body.text.push_str("</w:tr>");
}

/// A paragraph of one colour, so long as the number is great.
fn bar(body: &mut Body, width: usize, length: u64) {
    // The right margin of a cell belongs to its width.
    let room = width.saturating_sub(180);
    let rest = room - room * usize::try_from(length).unwrap_or(0).min(1000) / 1000;
    if rest == room {
        cell(body, width, "", "Cell", &Prose::default());
        return;
    }
    begin_cell(body, width, "");
    let properties = format!("<w:ind w:right=\"{rest}\"/>");
    body.paragraph("Bar", &properties, &Prose::default());
    body.text.push_str("</w:tc>");
}

/// Lines to sign on, words below them. An empty cell beside others is a gap; a row of empty ones is lines without words.
fn signatures(body: &mut Body, table: &Table) {
    let count = table.head.len().max(1);
    let widths = vec![TEXT_WIDTH / count; count];
    begin(body, "Signatures", &widths);
    let head = Some(&table.head).filter(|head| head.iter().any(|cell| !cell.is_empty()));
    for row in head.into_iter().chain(&table.rows) {
        begin_row(body, "", &row.iter().collect::<Vec<_>>());
        let is_blank = row.iter().all(Prose::is_empty);
        for (prose, width) in row.iter().zip(&widths) {
            let is_line = is_blank || !prose.is_empty();
            cell(
                body,
                *width,
                "",
                if is_line { "Signature" } else { "Cell" },
                prose,
            );
        }
        body.text.push_str("</w:tr>");
    }
    end(body);
}

fn begin(body: &mut Body, style: &str, widths: &[usize]) {
    let width: usize = widths.iter().sum();
    let _ = write!(
        body.text,
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"0\"/></w:tblPr><w:tblGrid>"
    );
    for width in widths {
        let _ = write!(body.text, "<w:gridCol w:w=\"{width}\"/>");
    }
    body.text.push_str("</w:tblGrid>");
}

fn end(body: &mut Body) {
    body.text.push_str("</w:tbl>");
    body.paragraph("AfterTable", "", &Prose::default());
}

fn begin_row(body: &mut Body, height: &str, cells: &[&Prose]) {
    let written: usize = cells
        .iter()
        .flat_map(|cell| cell.runs())
        .map(|run| run.text.len())
        .max()
        .unwrap_or(0);
    let whole = if written <= UNBROKEN {
        "<w:cantSplit/>"
    } else {
        ""
    };
    body.text
        .extend(["<w:tr><w:trPr>", whole, height, "</w:trPr>"]);
}

fn cell(body: &mut Body, width: usize, properties: &str, style: &str, prose: &Prose) {
    begin_cell(body, width, properties);
    body.paragraph(style, "", prose);
    body.text.push_str("</w:tc>");
}

fn begin_cell(body: &mut Body, width: usize, properties: &str) {
    let _ = write!(
        body.text,
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{properties}</w:tcPr>"
    );
}
