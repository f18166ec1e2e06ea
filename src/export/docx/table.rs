//! What stands in cells in DOCX: tables by what they are for, facts, lines to sign on. Owns widths and rows. Every table is followed by a
//! paragraph: two that meet would become one.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::super::blocks::{Look, Prose, Table};
use super::super::sheet::{Column, Layout};
use super::TEXT_WIDTH;
use super::body::Body;

/// Twentieths of a point in a half of the type of tables.
const HALF: usize = 105;
/// Halves in a line.
const ROOM: usize = TEXT_WIDTH / HALF;
/// No more than this stands in a row that is never broken: a higher one might not fit on a page.
const UNBROKEN: usize = 1500;
/// The height of a row to write in.
const FORM_HEIGHT: &str = "<w:trHeight w:val=\"680\" w:hRule=\"atLeast\"/>";

/// The first row looks like a head, or like the others.
const HEAD: &str = "<w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>";
const NO_HEAD: &str = "<w:tblLook w:val=\"0600\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>";

/// Adds a table. One without rows is none: word processors take it for damage.
pub(super) fn write(body: &mut Body, table: &Table) {
    if table.said_head().is_none() && table.rows.is_empty() {
        return;
    }
    match table.look {
        Look::Plain | Look::Columns => rows(body, table, "Rules", ""),
        Look::Bars | Look::Plan => rows(body, table, "Bars", ""),
        Look::Form => rows(body, table, "TableGrid", FORM_HEIGHT),
        Look::Signatures => signatures(body, table),
    }
}

/// Adds names and values.
pub(super) fn facts(body: &mut Body, facts: &[(Prose, Prose)]) {
    let longest = facts.iter().map(|(name, _)| name.text().width()).max();
    // Names are set in the larger type of the text.
    let names = longest.unwrap_or(0) * HALF * 6 / 5 + 2 * HALF;
    let names = names.clamp(TEXT_WIDTH / 6, TEXT_WIDTH / 3);
    begin(body, "Facts", NO_HEAD, &[names, TEXT_WIDTH - names]);
    for (name, value) in facts {
        begin_row(body, "", [name, value]);
        cell(body, names, "", "FactName", name);
        cell(body, TEXT_WIDTH - names, "", "FactValue", value);
        body.text.push_str("</w:tr>");
    }
    end(body);
}

fn rows(body: &mut Body, table: &Table, style: &str, height: &str) {
    let layout = Layout::of(table, ROOM);
    let widths = widths(&layout);
    if let Some(cells) = table.said_head() {
        begin(body, style, HEAD, &widths);
        head(body, cells, &layout, &widths);
    } else {
        begin(body, style, NO_HEAD, &widths);
    }
    let middle = if height.is_empty() {
        ""
    } else {
        "<w:vAlign w:val=\"center\"/>"
    };
    for (at, row) in table.rows.iter().enumerate() {
        let keeps = layout.is_short && at + 1 < table.rows.len();
        let keep = if keeps { "<w:keepNext/>" } else { "" };
        begin_row(body, height, row);
        for ((prose, column), width) in row.iter().zip(&layout.columns).zip(&widths) {
            let style = style_of("Cell", column, &layout);
            begin_cell(body, *width, middle);
            body.paragraph(&style, keep, prose);
            body.text.push_str("</w:tc>");
        }
        if let Some(drawn) = layout.bars.get(at) {
            bar(body, widths[layout.columns.len()], drawn.length);
        }
        body.text.push_str("</w:tr>");
    }
    end(body);
}

fn style_of(cell: &str, column: &Column, layout: &Layout) -> String {
    let number = if column.is_number { "Number" } else { "" };
    let small = if layout.is_dense { "Small" } else { "" };
    [cell, number, small].concat()
}

/// The widths of the columns, and of the bars behind the last. Together they are the text's width, or less where little stands in them.
fn widths(layout: &Layout) -> Vec<usize> {
    let columns = layout.columns.iter().map(|column| column.width);
    let bars = Some(layout.bar_room).filter(|room| *room > 0);
    let halves = columns.chain(bars);
    if !layout.is_whole {
        return halves.map(|width| width * HALF).collect();
    }
    let mut widths: Vec<usize> = halves
        .map(|width| width * TEXT_WIDTH / layout.width.max(1))
        .collect();
    let rest = TEXT_WIDTH.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

/// The row that is said again at the head of each page.
fn head(body: &mut Body, cells: &[Prose], layout: &Layout, widths: &[usize]) {
    body.text
        .push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
    let bottom = "<w:vAlign w:val=\"bottom\"/>";
    for ((prose, column), width) in cells.iter().zip(&layout.columns).zip(widths) {
        let style = style_of("CellHead", column, layout);
        cell(body, *width, bottom, &style, prose);
    }
    for width in &widths[layout.columns.len()..] {
        cell(body, *width, bottom, "CellHead", &Prose::default());
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
    begin(body, "Signatures", NO_HEAD, &widths);
    for row in table.said_head().into_iter().chain(&table.rows) {
        begin_row(body, "", row);
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

fn begin(body: &mut Body, style: &str, head: &str, widths: &[usize]) {
    let width: usize = widths.iter().sum();
    let _ = write!(
        body.text,
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>{head}</w:tblPr><w:tblGrid>"
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

fn begin_row<'a>(body: &mut Body, height: &str, cells: impl IntoIterator<Item = &'a Prose>) {
    let written = cells
        .into_iter()
        .flat_map(Prose::runs)
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
