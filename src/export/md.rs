//! Documents in Markdown (`CommonMark` with tables). Owns the escaping: whatever people wrote stays what they wrote.

use super::Edition;
use super::document::{Block, Document, Entry};
use crate::summary::Summary;

/// The document in Markdown.
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
        Block::Heading(level, text) => {
            out.extend(std::iter::repeat_n('#', usize::from(*level).clamp(1, 6)));
            out.push(' ');
            escape(out, text);
            out.push('\n');
        }
        Block::Text(text) => {
            escape(out, text);
            out.push('\n');
        }
        Block::Note(text) => {
            out.push_str("> ");
            escape(out, text);
            out.push('\n');
        }
        Block::Facts(facts) => {
            for (name, value) in facts {
                out.push_str("- ");
                strong(out, name);
                escape_within(out, value);
                out.push('\n');
            }
        }
        Block::List(entries) => entries.iter().for_each(|entry| item(out, entry)),
        Block::Table { head, rows } => {
            row(out, head);
            out.push('|');
            head.iter().for_each(|_| out.push_str(" --- |"));
            out.push('\n');
            rows.iter().for_each(|cells| row(out, cells));
        }
    }
}

fn item(out: &mut String, entry: &Entry) {
    out.extend(std::iter::repeat_n("  ", entry.depth));
    out.push_str("- ");
    if entry.lead.is_empty() {
        escape(out, &entry.text);
    } else {
        strong(out, &entry.lead);
        escape_within(out, &entry.text);
        out.truncate(out.trim_end().len());
    }
    out.push('\n');
}

/// Set off, with a space behind: without one, a Chinese colon inside would keep the emphasis from closing.
fn strong(out: &mut String, text: &str) {
    out.push_str("**");
    escape(out, text.trim());
    out.push_str("** ");
}

fn row(out: &mut String, cells: &[String]) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        escape_within(out, cell);
        out.push_str(" |");
    }
    out.push('\n');
}

/// Text at the beginning of a block, where some marks and numbers would begin something else.
fn escape(out: &mut String, text: &str) {
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
        let mut out = String::new();
        put(
            &mut out,
            &Block::List(vec![Entry::led(1, "建议：".to_owned(), "互派".to_owned())]),
        );
        assert_eq!(out, "  - **建议：** 互派\n");
    }
}
