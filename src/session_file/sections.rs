//! Sections as TOML: no string ever spans a line, what says nothing is left out. The values themselves are `tree`'s.

use std::fmt::Write as _;

use crate::tree::{Table, Tree};

/// Keys that are left out where they are false: most are, most of the time.
const SAID_WHEN_TRUE: &[&str] = &[
    "example",
    "starred",
    "struck",
    "closed_session",
    "withdrawn",
];

/// The tables of a document: one after another, the lists of tables entry by entry.
pub fn write(out: &mut String, sections: &Table) {
    for (key, value) in sections {
        match value {
            Tree::Table(table) => section(out, &format!("[{key}]"), table),
            Tree::List(rows) => {
                for row in rows {
                    if let Tree::Table(table) = row {
                        section(out, &format!("[[{key}]]"), table);
                    }
                }
            }
            Tree::Nothing | Tree::Truth(_) | Tree::Number(_) | Tree::Text(_) => {}
        }
    }
}

fn section(out: &mut String, name: &str, table: &Table) {
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(name);
    out.push('\n');
    for (key, value) in table.iter().filter(|(key, value)| says(key, value)) {
        out.push_str(key);
        out.push_str(" = ");
        match value {
            Tree::List(rows) if rows.iter().any(Tree::is_long) => {
                out.push_str("[\n");
                for row in rows {
                    out.push_str("  ");
                    inline(out, row);
                    out.push_str(",\n");
                }
                out.push(']');
            }
            _ => inline(out, value),
        }
        out.push('\n');
    }
}

fn says(key: &str, value: &Tree) -> bool {
    match value {
        Tree::Nothing => false,
        Tree::Truth(truth) => *truth || !SAID_WHEN_TRUE.contains(&key),
        Tree::List(rows) => !rows.is_empty(),
        Tree::Number(_) | Tree::Text(_) | Tree::Table(_) => true,
    }
}

fn inline(out: &mut String, value: &Tree) {
    match value {
        Tree::Nothing => out.push_str("\"\""),
        Tree::Truth(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Tree::Number(number) => {
            let _ = write!(out, "{number}");
        }
        Tree::Text(text) => quote(out, text),
        Tree::List(rows) => {
            out.push('[');
            for (at, row) in rows.iter().enumerate() {
                out.push_str(if at == 0 { "" } else { ", " });
                inline(out, row);
            }
            out.push(']');
        }
        Tree::Table(table) => {
            out.push_str("{ ");
            let said = table.iter().filter(|(key, value)| says(key, value));
            for (at, (key, value)) in said.enumerate() {
                out.push_str(if at == 0 { "" } else { ", " });
                out.push_str(key);
                out.push_str(" = ");
                inline(out, value);
            }
            out.push_str(" }");
        }
    }
}

/// A basic string, on one line whatever it holds.
pub fn quote(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A string as it stands where TOML can hold it so, for lines that are compared byte by byte.
pub fn quote_raw(out: &mut String, line: &str) {
    let mark = if line.chars().any(char::is_control) {
        None
    } else if !line.contains('\'') {
        Some("'")
    } else if !line.contains("'''") && !line.ends_with('\'') && !line.starts_with('\'') {
        Some("'''")
    } else {
        None
    };
    match mark {
        Some(mark) => {
            out.push_str(mark);
            out.push_str(line);
            out.push_str(mark);
        }
        None => quote(out, line),
    }
}

impl Tree {
    /// Whether it is easier to read on a line of its own.
    fn is_long(&self) -> bool {
        match self {
            Self::Table(_) => true,
            Self::Text(text) => text.contains(' ') || text.chars().nth(16).is_some(),
            Self::Nothing | Self::Truth(_) | Self::Number(_) | Self::List(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(json: &str) -> String {
        let Tree::Table(table) = serde_json::from_str(json).expect("a table") else {
            panic!("not a table");
        };
        let mut out = String::new();
        write(&mut out, &table);
        out
    }

    #[test]
    fn keys_stay_in_order_and_what_says_nothing_is_left_out() {
        let json = r#"{"meeting":{"title":"T","place":null,"date":"2024-01-01","chairs":[]},"items":[{"number":1,"example":false,"carried":false}]}"#;
        assert_eq!(
            written(json),
            "[meeting]\ntitle = \"T\"\ndate = \"2024-01-01\"\n\n[[items]]\nnumber = 1\ncarried = false\n"
        );
    }

    #[test]
    fn no_string_spans_a_line_or_ends_early() {
        for hostile in [
            "a\n[seal]\nb",
            "\"quoted\"",
            "back\\slash",
            "tab\there",
            "\u{7f}\u{1}",
            "'''",
        ] {
            for quote in [quote as fn(&mut String, &str), quote_raw] {
                let mut out = String::from("x = ");
                quote(&mut out, hostile);
                assert_eq!(out.lines().count(), 1, "{out}");
                let read: toml::Table = out.parse().expect("it is TOML");
                assert_eq!(read["x"].as_str(), Some(hostile));
            }
        }
    }
}
