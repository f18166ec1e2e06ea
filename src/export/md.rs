//! Documents in Markdown (`CommonMark` with tables): the form in which templates are written, and from which the other formats are made.
//! Owns the escaping: whatever people wrote stays what they wrote. `md/read.rs` reads it back into blocks.
//!
//! # Marks
//! What Markdown has no word for is marked by a comment on a line of its own, before what it marks: `<!-- facts -->` a list of names and
//! values, `<!-- bars -->`, `<!-- form -->` and `<!-- signatures -->` a table ([`Look`](super::blocks::Look)). A rule (`---`) begins a
//! page. The exported Markdown is without marks.

mod read;

use super::blocks::{Block, Entry, Look, Prose, Table, Weight, ends_wide};

pub use read::read;

/// The word that marks a list of names and values.
const FACTS: &str = "facts";

/// Blocks in Markdown, with marks, each followed by an empty line.
#[must_use]
pub fn write(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        put(&mut out, block);
        out.push('\n');
    }
    out
}

/// Markdown for readers: without marks, with no more than one empty line between two blocks, ended by one line end.
#[must_use]
pub fn finish(marked: &str) -> String {
    let mut out = String::with_capacity(marked.len());
    for line in marked.lines() {
        let line = line.trim_end();
        let empty_again = line.is_empty() && (out.is_empty() || out.ends_with("\n\n"));
        if empty_again || mark(line).is_some() {
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// The word of a mark; none where the line is something else.
fn mark(line: &str) -> Option<&str> {
    let word = line
        .trim()
        .strip_prefix("<!--")?
        .strip_suffix("-->")?
        .trim();
    let known = word == FACTS || Look::MARKED.iter().any(|(known, _)| *known == word);
    known.then_some(word)
}

fn put_mark(out: &mut String, word: &str) {
    out.extend(["<!-- ", word, " -->\n"]);
}

fn put(out: &mut String, block: &Block) {
    match block {
        Block::Heading(level, prose) => {
            out.extend(std::iter::repeat_n('#', usize::from(*level).clamp(1, 6)));
            out.push(' ');
            line(out, prose);
        }
        Block::Text(prose) => line(out, prose),
        Block::Note(prose) => {
            out.push_str("> ");
            line(out, prose);
        }
        Block::Facts(facts) => {
            put_mark(out, FACTS);
            for (name, value) in facts {
                out.push_str("- ");
                strong(out, &name.text());
                out.push(' ');
                line(out, value);
            }
        }
        Block::List(entries) => entries.iter().for_each(|entry| item(out, entry)),
        Block::Table(table) => put_table(out, table),
        Block::PageBreak => out.push_str("---\n"),
    }
}

fn item(out: &mut String, entry: &Entry) {
    // Four columns a level: enough to stand below "12. " as well as below "- ".
    out.extend(std::iter::repeat_n("    ", entry.depth));
    match entry.number {
        Some(number) => out.extend([&*number.to_string(), ". "]),
        None => out.push_str("- "),
    }
    line(out, &entry.prose);
}

fn put_table(out: &mut String, table: &Table) {
    let marked = Look::MARKED.iter().find(|(_, look)| *look == table.look);
    if let Some((word, _)) = marked {
        put_mark(out, word);
    }
    row(out, &table.head);
    out.push('|');
    table.head.iter().for_each(|_| out.push_str(" --- |"));
    out.push('\n');
    table.rows.iter().for_each(|cells| row(out, cells));
}

fn row(out: &mut String, cells: &[Prose]) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        put_prose(out, cell);
        out.push_str(" |");
    }
    out.push('\n');
}

fn line(out: &mut String, prose: &Prose) {
    put_prose(out, prose);
    out.truncate(out.trim_end_matches(' ').len());
    out.push('\n');
}

fn put_prose(out: &mut String, prose: &Prose) {
    let runs = prose.runs();
    for (at, run) in runs.iter().enumerate() {
        match run.weight {
            Weight::Plain if at == 0 => escape(out, &run.text),
            Weight::Plain => escape_within(out, &run.text),
            Weight::Strong => strong(out, &run.text),
            Weight::Emphasis => {
                out.push('*');
                escape(out, &run.text);
                out.push('*');
            }
        }
        // Behind a wide mark emphasis would not close without a space; reading takes it away again.
        let goes_on = runs
            .get(at + 1)
            .is_some_and(|next| !next.text.starts_with(' '));
        if goes_on && run.weight != Weight::Plain && ends_wide(&run.text) {
            out.push(' ');
        }
    }
}

fn strong(out: &mut String, text: &str) {
    out.push_str("**");
    escape(out, text.trim());
    out.push_str("**");
}

/// Adds text that may stand at the beginning of a block, where some marks and numbers would begin something else.
pub fn escape(out: &mut String, text: &str) {
    let begins = |c: char| matches!(c, '#' | '+' | '-' | '=' | ':');
    if text.starts_with(begins) {
        out.push('\\');
        let mut chars = text.chars();
        out.extend(chars.next());
        return escape_within(out, chars.as_str());
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at(digits);
    out.push_str(number);
    if digits > 0 && rest.starts_with(['.', ')']) {
        out.push('\\');
    }
    escape_within(out, rest);
}

/// Text anywhere else. Line ends become spaces: one thing said is one paragraph.
fn escape_within(out: &mut String, text: &str) {
    let marks = |c: char| {
        matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '\n'
        )
    };
    let mut rest = text;
    while let Some(at) = rest.find(marks) {
        out.push_str(&rest[..at]);
        if rest.as_bytes()[at] == b'\n' {
            out.push(' ');
        } else {
            out.push('\\');
            out.push_str(&rest[at..=at]);
        }
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        escape(&mut out, text);
        out
    }

    #[test]
    fn what_people_wrote_is_never_taken_for_markup() {
        for (text, markdown) in [
            ("# heading", "\\# heading"),
            ("1. first", "1\\. first"),
            ("2024 was good", "2024 was good"),
            ("- item", "\\- item"),
            ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
            ("[x](y) <b> a|b", "\\[x\\](y) \\<b\\> a\\|b"),
            ("two\nlines", "two lines"),
            ("严明：好", "严明：好"),
            ("&lt; \\", "\\&lt; \\\\"),
        ] {
            assert_eq!(escaped(text), markdown);
        }
    }

    #[test]
    fn a_lead_is_set_off_with_a_space_behind() {
        let list = Block::List(vec![Entry::led(1, "建议：", "互派")]);
        assert_eq!(write(&[list]), "    - **建议：** 互派\n\n");
    }

    #[test]
    fn marks_and_second_empty_lines_do_not_leave_the_house() {
        let marked = "\n<!-- facts -->\n- **Date:** 1 May\n\n\n\n<!-- theirs -->\ntext  \n\n";
        assert_eq!(
            finish(marked),
            "- **Date:** 1 May\n\n<!-- theirs -->\ntext\n"
        );
    }
}
