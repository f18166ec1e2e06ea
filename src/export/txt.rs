//! Documents as plain text: for terminals, mail and screen readers. One thing said is one line; nothing is wrapped.

use unicode_width::UnicodeWidthStr;

use super::blocks::{Block, Entry, Look, Prose, Table};

/// Columns of a line to write or sign on.
const BLANK: usize = 20;
/// A column is filled up to here; what is longer pushes the rest of its own line, not of all.
const WIDEST: usize = 48;

/// The document as plain text.
#[must_use]
pub fn write(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        if !out.is_empty() {
            out.push('\n');
        }
        put(&mut out, block);
    }
    out
}

fn put(out: &mut String, block: &Block) {
    match block {
        Block::Heading(level, prose) => heading(out, *level, &prose.text()),
        Block::Text(prose) => line(out, prose),
        Block::Note(prose) => {
            out.push_str("  ");
            line(out, prose);
        }
        Block::Facts(facts) => {
            for (name, value) in facts {
                line(out, &Prose::led(&name.text(), value.text()));
            }
        }
        Block::List(entries) => entries.iter().for_each(|one| entry(out, one)),
        Block::Table(table) => put_table(out, table),
        Block::PageBreak => out.push_str("\u{c}\n"),
    }
}

fn entry(out: &mut String, entry: &Entry) {
    out.extend(std::iter::repeat_n("  ", entry.depth));
    match entry.number {
        Some(number) => out.extend([&*number.to_string(), ". "]),
        None => out.push_str("- "),
    }
    line(out, &entry.prose);
}

fn heading(out: &mut String, level: u8, text: &str) {
    out.extend([text, "\n"]);
    let mark = match level {
        1 => '=',
        2 => '-',
        _ => return,
    };
    out.extend(std::iter::repeat_n(mark, text.width()));
    out.push('\n');
}

fn line(out: &mut String, prose: &Prose) {
    prose.runs().iter().for_each(|run| out.push_str(&run.text));
    out.push('\n');
}

fn put_table(out: &mut String, table: &Table) {
    let head = table.said_head().into_iter();
    let head = head.map(|head| head.iter().map(Prose::text).collect());
    let said = head.chain(table.rows.iter().map(|row| cells(row, table.look)));
    let rows: Vec<Vec<String>> = match table.look {
        Look::Plain | Look::Bars | Look::Plan | Look::Columns | Look::Form => said.collect(),
        Look::Signatures => said.flat_map(signed).collect(),
    };
    let widths: Vec<usize> = (0..table.head.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            let widest = cells.map(|cell| cell.width()).max().unwrap_or(0);
            widest.min(WIDEST)
        })
        .collect();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            let gap = width.saturating_sub(cell.width()) + 2;
            line.extend(std::iter::repeat_n(' ', gap));
        }
        out.extend([line.trim_end(), "\n"]);
    }
}

fn cells(row: &[Prose], look: Look) -> Vec<String> {
    let cell = |prose: &Prose| match look {
        Look::Form if prose.is_empty() => "_".repeat(BLANK / 2),
        Look::Plain | Look::Bars | Look::Plan | Look::Columns | Look::Form | Look::Signatures => {
            prose.text()
        }
    };
    row.iter().map(cell).collect()
}

/// A row of lines to sign on, and one of the words below them. An empty cell beside others is a gap; a row of empty ones is lines alone.
fn signed(words: Vec<String>) -> [Vec<String>; 3] {
    let is_blank = words.iter().all(String::is_empty);
    let line = |words: &String| match words.as_str() {
        "" if !is_blank => String::new(),
        _ => "_".repeat(BLANK),
    };
    [Vec::new(), words.iter().map(line).collect(), words]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_with_wide_characters() {
        let row = |cells: [&str; 2]| cells.map(Prose::plain).to_vec();
        let table = Block::Table(Table {
            look: Look::Plain,
            head: row(["Name", "For"]),
            rows: vec![row(["严明", "3"]), row(["Hu", "2"])],
        });
        assert_eq!(write(&[table]), "Name  For\n严明  3\nHu    2\n");
    }

    #[test]
    fn there_is_a_line_above_the_words_of_those_who_sign() {
        let row = |cells: [&str; 2]| cells.map(Prose::plain).to_vec();
        let table = Block::Table(Table {
            look: Look::Signatures,
            head: row(["", ""]),
            rows: vec![row(["The chair", "记录人"])],
        });
        let line = "_".repeat(BLANK);
        assert_eq!(
            write(&[table]),
            format!("\n{line}  {line}\nThe chair             记录人\n")
        );
    }

    #[test]
    fn one_long_cell_does_not_blow_up_the_others() {
        let row = |cells: [&str; 2]| cells.map(Prose::plain).to_vec();
        let rows = vec![row([&"x".repeat(10_000), "1"]), row(["y", "2"])];
        let table = Block::Table(Table {
            look: Look::Plain,
            head: row(["", ""]),
            rows,
        });
        let text = write(&[table]);
        let last = text.lines().last().map(str::to_owned);
        assert_eq!(last, Some(format!("y{}2", " ".repeat(WIDEST + 1))));
    }
}
