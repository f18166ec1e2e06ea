//! Documents as plain text: for terminals, mail and screen readers. One thing said is one line; nothing is wrapped.

use unicode_width::UnicodeWidthStr;

use super::Edition;
use super::document::{Block, Document};
use crate::summary::Summary;

/// The document as plain text.
#[must_use]
pub fn write(summary: &Summary, edition: &Edition, document: &Document) -> String {
    let mut out = String::new();
    for block in (document.blocks)(summary, edition.locale) {
        if !out.is_empty() {
            out.push('\n');
        }
        put(&mut out, &block);
    }
    out
}

fn put(out: &mut String, block: &Block) {
    match block {
        Block::Heading(level, text) => heading(out, *level, text),
        Block::Text(text) => one_line(out, text),
        Block::Note(text) => {
            out.push_str("  ");
            one_line(out, text);
        }
        Block::Facts(facts) => {
            for (name, value) in facts {
                out.push_str(name);
                one_line(out, value);
            }
        }
        Block::List(entries) => {
            for entry in entries {
                out.extend(std::iter::repeat_n("  ", entry.depth));
                out.push_str("- ");
                out.push_str(&entry.lead);
                one_line(out, &entry.text);
            }
        }
        Block::Table { head, rows } => table(out, head, rows),
    }
}

fn heading(out: &mut String, level: u8, text: &str) {
    one_line(out, text);
    let line = match level {
        1 => '=',
        2 => '-',
        _ => return,
    };
    out.extend(std::iter::repeat_n(line, text.width()));
    out.push('\n');
}

fn one_line(out: &mut String, text: &str) {
    for (at, line) in text.split('\n').enumerate() {
        out.push_str(if at == 0 { "" } else { " " });
        out.push_str(line);
    }
    out.push('\n');
}

fn table(out: &mut String, head: &[String], rows: &[Vec<String>]) {
    let all = || std::iter::once(head).chain(rows.iter().map(Vec::as_slice));
    let widths: Vec<usize> = (0..head.len())
        .map(|column| {
            all()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.width())
                .max()
                .unwrap_or(0)
        })
        .collect();
    for row in all() {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(
                ' ',
                width.saturating_sub(cell.width()) + 2,
            ));
        }
        one_line(out, line.trim_end());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_with_wide_characters() {
        let mut out = String::new();
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        table(
            &mut out,
            &row(["Name", "For"]),
            &[row(["严明", "3"]), row(["Hu", "2"])],
        );
        assert_eq!(out, "Name  For\n严明  3\nHu    2\n");
    }
}
