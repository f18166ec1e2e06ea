//! Tables in HTML: what they look like by what they are for, and the bars beside numbers. Each is named by the heading above it.

use std::fmt::Write as _;

use super::super::blocks::{Look, Prose, Table};
use super::super::sheet::{Bar, Column, Layout};
use super::put;

/// Halves in a line of the widest page, in the type of tables.
const ROOM: usize = 76;

/// Adds a table under the heading of that number; 0 where there is none.
pub(super) fn write(out: &mut String, table: &Table, heading: usize) {
    match table.look {
        Look::Plain => rows(out, table, "plain", heading),
        Look::Bars => rows(out, table, "bars", heading),
        Look::Plan => rows(out, table, "bars plan", heading),
        Look::Columns => rows(out, table, "columns", heading),
        Look::Form => rows(out, table, "form", heading),
        Look::Signatures => signatures(out, table),
    }
}

fn rows(out: &mut String, table: &Table, class: &str, heading: usize) {
    let layout = Layout::of(table, ROOM);
    begin(out, class, heading, &layout);
    if let Some(head) = table.said_head() {
        out.push_str("<thead>\n");
        put_row(out, head, &layout, Row::Head);
        out.push_str("</thead>\n");
    }
    out.push_str("<tbody>\n");
    for (at, row) in table.rows.iter().enumerate() {
        put_row(out, row, &layout, Row::Body(at));
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

/// What does not fit on a narrow screen is moved sideways, by keys as well.
fn begin(out: &mut String, class: &str, heading: usize, layout: &Layout) {
    let name = match heading {
        0 => String::new(),
        number => format!(" aria-labelledby=\"h{number}\""),
    };
    let short = if layout.is_short { " short" } else { "" };
    let dense = if layout.is_dense { " dense" } else { "" };
    let width = halved(layout.width);
    let _ = write!(
        out,
        "<div class=\"wide\" tabindex=\"0\" role=\"group\"{name}>\n<table class=\"{class}{short}{dense}\"{name} style=\"--least: {width}em"
    );
    if !layout.is_whole {
        let _ = write!(out, "; width: {width}em");
    }
    out.push_str("\">\n<colgroup>");
    for (at, column) in layout.columns.iter().enumerate() {
        let is_last = at + 1 == layout.columns.len();
        let drawn = if is_last { layout.bar_room } else { 0 };
        let share = (column.width + drawn) * 1000 / layout.width.max(1);
        let _ = write!(out, "<col style=\"width: {}%\"/>", tenths(share as u64));
    }
    out.push_str("</colgroup>\n");
}

/// Which row of a table it is.
#[derive(Clone, Copy)]
enum Row {
    Head,
    /// By its place among the others.
    Body(usize),
}

/// How a cell is set.
#[derive(Clone, Copy)]
enum Manner {
    Words,
    Number,
    /// With a bar beside it, in the last column.
    Bar,
    /// With a column above it.
    Column,
}

impl Manner {
    fn of(layout: &Layout, at: usize) -> Self {
        let is_last = at + 1 == layout.columns.len();
        if is_last && layout.bar_room > 0 {
            Self::Bar
        } else if at > 0 && !layout.heights.is_empty() {
            Self::Column
        } else if layout.columns[at].is_number {
            Self::Number
        } else {
            Self::Words
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Words => "",
            Self::Number => " class=\"number\"",
            Self::Bar => " class=\"drawn\"",
            Self::Column => " class=\"column\"",
        }
    }
}

fn put_row(out: &mut String, row: &[Prose], layout: &Layout, which: Row) {
    let naming = layout.naming();
    out.push_str("<tr>");
    for (at, (cell, column)) in row.iter().zip(&layout.columns).enumerate() {
        let (tag, scope) = match which {
            _ if cell.is_empty() => ("td", ""),
            Row::Head => ("th", " scope=\"col\""),
            Row::Body(_) if Some(at) == naming => ("th", " scope=\"row\""),
            Row::Body(_) => ("td", ""),
        };
        let manner = Manner::of(layout, at);
        out.extend(["<", tag, scope, manner.class(), ">"]);
        match (manner, which) {
            (Manner::Bar, Row::Head) => measured(out, cell, column),
            (Manner::Bar, Row::Body(row)) => {
                measured(out, cell, column);
                bar(out, layout.bars[row], column);
            }
            (Manner::Column, Row::Body(row)) => {
                standing(out, layout.heights[row].get(at - 1).copied().unwrap_or(0));
                put(out, cell);
            }
            (Manner::Column, Row::Head) | (Manner::Words | Manner::Number, _) => put(out, cell),
        }
        out.extend(["</", tag, ">"]);
    }
    out.push_str("</tr>\n");
}

/// A number in so much room that what is drawn beside it begins where it does in other rows.
fn measured(out: &mut String, cell: &Prose, column: &Column) {
    let width = halved(column.width - 1);
    let _ = write!(out, "<span style=\"width: {width}em\">");
    put(out, cell);
    out.push_str("</span>");
}

/// A bar beside its number. It says nothing that the numbers do not: it is kept from those who hear the page.
fn bar(out: &mut String, bar: Bar, column: &Column) {
    let _ = write!(
        out,
        "<svg aria-hidden=\"true\" focusable=\"false\" style=\"width: calc(100% - {}em)\"><rect width=\"{}%\" height=\"100%\"/>",
        halved(column.width),
        tenths(bar.length)
    );
    if let Some(planned) = bar.planned {
        let at = tenths(planned);
        let _ = write!(
            out,
            "<rect class=\"mark\" x=\"{at}%\" width=\"2\" height=\"100%\"/>"
        );
    }
    out.push_str("</svg>");
}

/// A column above its number, kept from those who hear the page like bars.
fn standing(out: &mut String, height: u64) {
    let _ = write!(
        out,
        "<svg aria-hidden=\"true\" focusable=\"false\"><rect y=\"{}%\" width=\"100%\" height=\"{}%\"/></svg>",
        tenths(1000 - height),
        tenths(height)
    );
}

fn halved(halves: usize) -> String {
    format!("{}.{}", halves / 2, halves % 2 * 5)
}

fn tenths(thousandths: impl Into<u64>) -> String {
    let thousandths = thousandths.into();
    format!("{}.{}", thousandths / 10, thousandths % 10)
}

/// Lines to sign on, words below them. An empty cell beside others is a gap; a row of empty ones is lines without words.
fn signatures(out: &mut String, table: &Table) {
    let _ = writeln!(
        out,
        "<div class=\"signatures\" style=\"--columns: {}\">",
        table.head.len().max(1)
    );
    for row in table.said_head().into_iter().chain(&table.rows) {
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
