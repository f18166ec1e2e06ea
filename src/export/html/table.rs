//! Tables in HTML: what they look like by what they are for, and the bars beside numbers. Each is named by the heading above it.

use std::fmt::Write as _;

use super::super::blocks::{Look, Prose, Table};
use super::super::sheet::{Column, bars, columns, naming};
use super::put;

/// Halves in a line of the widest page, in the type of tables.
const ROOM: usize = 84;
/// A table that takes more of it takes the whole of it.
const MOST: usize = 60;
/// Of those, halves that bars take.
const BARS: usize = 36;

/// Adds a table under the heading of that number; 0 where there is none.
pub(super) fn write(out: &mut String, table: &Table, heading: usize) {
    match table.look {
        Look::Signatures => signatures(out, table),
        Look::Plain | Look::Bars | Look::Form => rows(out, table, heading),
    }
}

fn rows(out: &mut String, table: &Table, heading: usize) {
    let is_drawn = table.look == Look::Bars;
    let columns = columns(table, if is_drawn { ROOM - BARS } else { ROOM });
    begin(out, table.look, heading, &columns);
    if table.head.iter().any(|cell| !cell.is_empty()) {
        out.push_str("<thead>\n<tr>");
        for (cell, column) in table.head.iter().zip(&columns) {
            let tag = if cell.is_empty() { "td" } else { "th" };
            let scope = if cell.is_empty() {
                ""
            } else {
                " scope=\"col\""
            };
            self::cell(out, tag, scope, column, cell);
        }
        out.push_str("</tr>\n</thead>\n");
    }
    let lengths = if is_drawn { bars(table) } else { Vec::new() };
    out.push_str("<tbody>\n");
    for (at, row) in table.rows.iter().enumerate() {
        put_row(out, row, &columns, lengths.get(at).copied());
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

/// What does not fit on a narrow screen is moved sideways, by keys as well.
fn begin(out: &mut String, look: Look, heading: usize, columns: &[Column]) {
    let class = match look {
        Look::Plain | Look::Signatures => "plain",
        Look::Bars => "bars",
        Look::Form => "form",
    };
    let _ = write!(out, "<div class=\"wide\" tabindex=\"0\" role=\"group\"");
    let named = |out: &mut String| {
        if heading > 0 {
            let _ = write!(out, " aria-labelledby=\"h{heading}\"");
        }
        out.push('>');
    };
    named(out);
    let drawn = if look == Look::Bars { BARS } else { 0 };
    let width = columns.iter().map(|column| column.width).sum::<usize>() + drawn;
    let whole = width >= MOST || look != Look::Plain;
    let _ = write!(
        out,
        "\n<table class=\"{class}\" style=\"--least: {}em",
        halved(width.min(ROOM))
    );
    if !whole {
        let _ = write!(out, "; width: {}em", halved(width));
    }
    out.push('"');
    named(out);
    out.push_str("\n<colgroup>");
    for (at, column) in columns.iter().enumerate() {
        let drawn = if at + 1 == columns.len() { drawn } else { 0 };
        let share = (column.width + drawn) * 1000 / width.max(1);
        let _ = write!(out, "<col style=\"width: {}.{}%\">", share / 10, share % 10);
    }
    out.push_str("</colgroup>\n");
}

fn halved(halves: usize) -> String {
    format!("{}.{}", halves / 2, halves % 2 * 5)
}

fn put_row(out: &mut String, row: &[Prose], columns: &[Column], bar: Option<u64>) {
    let naming = naming(columns);
    out.push_str("<tr>");
    for (at, (cell, column)) in row.iter().zip(columns).enumerate() {
        match bar.filter(|_| at + 1 == columns.len()) {
            Some(length) => drawn(out, cell, column, length),
            None if Some(at) == naming && !cell.is_empty() => {
                self::cell(out, "th", " scope=\"row\"", column, cell);
            }
            None => self::cell(out, "td", "", column, cell),
        }
    }
    out.push_str("</tr>\n");
}

fn cell(out: &mut String, tag: &str, scope: &str, column: &Column, cell: &Prose) {
    let class = if column.is_number {
        " class=\"number\""
    } else {
        ""
    };
    out.extend(["<", tag, scope, class, ">"]);
    put(out, cell);
    out.extend(["</", tag, ">"]);
}

/// A number and, beside it, its bar. The bar says nothing that the number does not: it is kept from those who hear the page.
fn drawn(out: &mut String, cell: &Prose, column: &Column, length: u64) {
    let _ = write!(
        out,
        "<td class=\"drawn\"><span style=\"width: {}em\">",
        halved(column.width - 1)
    );
    put(out, cell);
    let _ = write!(
        out,
        "</span><svg aria-hidden=\"true\" focusable=\"false\" style=\"width: calc(100% - {}em)\"><rect width=\"{}.{}%\" height=\"100%\"/></svg></td>",
        halved(column.width),
        length / 10,
        length % 10
    );
}

/// Lines to sign on, words below them. An empty cell beside others is a gap; a row of empty ones is lines without words.
fn signatures(out: &mut String, table: &Table) {
    let _ = writeln!(
        out,
        "<div class=\"signatures\" style=\"--columns: {}\">",
        table.head.len().max(1)
    );
    let head = Some(&table.head).filter(|head| head.iter().any(|cell| !cell.is_empty()));
    for row in head.into_iter().chain(&table.rows) {
        let is_blank = row.iter().all(Prose::is_empty);
        for cell in row {
            let is_line = is_blank || !cell.is_empty();
            out.push_str(if is_line { "<p>" } else { "<p class=\"gap\">" });
            put(out, cell);
            out.push_str("</p>\n");
        }
    }
    out.push_str("</div>\n");
}
