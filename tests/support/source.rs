//! The program's own sources, read as text: which modules a file names, which sentences it says, where its tests
//! begin. A small scanner, not a parser: it knows comments, string literals and `use` groups, nothing more.

use std::fs;
use std::path::{Path as FilePath, PathBuf};
use std::sync::OnceLock;

/// A module path from the crate's root: `["tui", "widget", "clock"]`.
pub type Path = Vec<String>;

/// One file of `src`.
pub struct Source {
    name: String,
    text: String,
    /// As `text`, line for line, without comments and with the insides of literals blanked; tests cut off.
    bare: String,
    literals: Vec<(usize, usize, String)>,
}

impl Source {
    /// Every Rust file under `src`, in order of name.
    pub fn all() -> &'static [Self] {
        static ALL: OnceLock<Vec<Source>> = OnceLock::new();
        ALL.get_or_init(Self::read_all)
    }

    fn read_all() -> Vec<Self> {
        let root = FilePath::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = Vec::new();
        walk(&root.join("src"), &mut files);
        files.sort();
        files
            .iter()
            .map(|file| {
                let name = file.strip_prefix(root).unwrap_or(file);
                let text = fs::read_to_string(file).expect("a source file is UTF-8");
                Self::new(&name.to_string_lossy().replace('\\', "/"), text)
            })
            .collect()
    }

    fn new(name: &str, text: String) -> Self {
        let (mut bare, mut literals) = strip(&text);
        let end = if is_test_file(name) {
            0
        } else {
            tests_begin(&bare)
        };
        bare.truncate(end);
        literals.retain(|(at, _, _)| *at < end);
        Self {
            name: name.to_owned(),
            text,
            bare,
            literals,
        }
    }

    /// Its path in the package: `src/meeting/roll.rs`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole of it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it holds nothing but tests.
    pub fn is_test(&self) -> bool {
        is_test_file(&self.name)
    }

    /// Its lines before its tests.
    pub fn length(&self) -> usize {
        self.bare.lines().count()
    }

    /// Its lines without comments, literals and tests, with their numbers.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.bare.lines().enumerate().map(|(n, l)| (n + 1, l))
    }

    /// The module it is.
    pub fn module(&self) -> Path {
        let path = self.name.trim_start_matches("src/").trim_end_matches(".rs");
        path.split('/').map(str::to_owned).collect()
    }

    /// Every module path of this crate that it names, with the line, resolved from the root.
    pub fn uses(&self) -> Vec<(usize, Path)> {
        let mut found = Vec::new();
        for mark in ["crate::", "tribune::"] {
            for (at, _) in self.bare.match_indices(mark) {
                if !is_word_before(&self.bare, at) && !self.bare[..at].ends_with('$') {
                    self.expand(at, &[], at + mark.len(), &mut found);
                }
            }
        }
        for (at, _) in self.bare.match_indices("super::") {
            if is_word_before(&self.bare, at) || self.bare[..at].ends_with("super::") {
                continue;
            }
            let mut base = self.module();
            let mut after = at;
            while self.bare[after..].starts_with("super::") {
                base.pop();
                after += "super::".len();
            }
            self.expand(at, &base, after, &mut found);
        }
        found
    }

    /// The ids in `Message::new("…")` and `.word("…")`, with their lines.
    pub fn said(&self) -> Vec<(usize, String)> {
        self.literals
            .iter()
            .filter(|(at, _, _)| {
                let before = self.bare[..*at].trim_end();
                before.ends_with("Message::new(") || before.ends_with(".word(")
            })
            .map(|(_, line, id)| (*line, id.clone()))
            .collect()
    }

    /// Every string literal before the tests.
    pub fn literals(&self) -> impl Iterator<Item = String> {
        self.literals.iter().map(|(_, _, text)| text.clone())
    }

    fn expand(&self, start: usize, base: &[String], after: usize, found: &mut Vec<(usize, Path)>) {
        let line = self.bare[..start].matches('\n').count() + 1;
        let mut paths = Vec::new();
        expand(&self.bare[after..], base, &mut paths);
        found.extend(paths.into_iter().map(|path| (line, path)));
    }
}

/// The paths that a text begins with, groups opened: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expand(text: &str, base: &[String], paths: &mut Vec<Path>) {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    let (whole, rest) = text.split_at(end.unwrap_or(text.len()));
    let mut path = base.to_vec();
    path.extend(
        whole
            .split("::")
            .filter(|s| !s.is_empty())
            .map(str::to_owned),
    );
    match rest.strip_prefix('{') {
        Some(group) if whole.is_empty() || whole.ends_with("::") => {
            for member in members(group) {
                expand(member, &path, paths);
            }
        }
        _ => paths.push(path),
    }
}

/// Where the file's own `mod tests {` begins, else its end.
fn tests_begin(bare: &str) -> usize {
    bare.match_indices("#[cfg(test)]\nmod ")
        .find(|(at, _)| bare[*at..].lines().nth(1).is_some_and(|l| l.ends_with('{')))
        .map_or(bare.len(), |(at, _)| at)
}

fn is_test_file(name: &str) -> bool {
    name.ends_with("/tests.rs") || name.contains("/tests/")
}

fn is_word_before(text: &str, at: usize) -> bool {
    text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
}

/// The members of a `use` group at its first level, up to its closing brace.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut all) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                all.push(group[from..at].trim());
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                all.push(group[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    all.retain(|m| !m.is_empty());
    all
}

fn walk(folder: &FilePath, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src can be listed") {
        let path = entry.expect("src can be listed").path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}

/// The text with comments and the insides of literals as blanks (same bytes a line), and the string literals
/// as `(byte, line, text)`.
fn strip(text: &str) -> (String, Vec<(usize, usize, String)>) {
    let bytes = text.as_bytes();
    let mut bare = bytes.to_vec();
    let mut literals = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let end = if rest.starts_with("//") {
            at + rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            at + rest.find("*/").map_or(rest.len(), |n| n + 2)
        } else if let Some((open, close)) = literal(rest, text[..at].chars().next_back()) {
            let line = text[..at].matches('\n').count() + 1;
            literals.push((at, line, rest[open..close].to_owned()));
            blank(&mut bare[at + open..at + close]);
            at += close + 1;
            while bytes.get(at) == Some(&b'#') {
                at += 1;
            }
            continue;
        } else if rest.starts_with('\'') {
            let end = at + character(rest);
            blank(&mut bare[at..end]);
            at = end;
            continue;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        blank(&mut bare[at..end]);
        at = end;
    }
    (String::from_utf8_lossy(&bare).into_owned(), literals)
}

/// Where the inside of a string literal that begins here starts and ends.
fn literal(rest: &str, before: Option<char>) -> Option<(usize, usize)> {
    if let Some(after) = rest.strip_prefix('"') {
        let mut escaped = false;
        let end = after.char_indices().find(|(_, c)| {
            let ends = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        })?;
        return Some((1, 1 + end.0));
    }
    if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let hashes = rest
        .strip_prefix('r')?
        .chars()
        .take_while(|c| *c == '#')
        .count();
    let open = 1 + hashes;
    if !rest[open..].starts_with('"') {
        return None;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let end = rest[open + 1..].find(&close)?;
    Some((open + 1, open + 1 + end))
}

/// The length of a character literal, or 1 where it is a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next(), chars.next()) {
        (Some((_, '\\')), Some(_), _) => rest[3..].find('\'').map_or(1, |n| n + 4),
        (Some(_), Some((at, '\'')), _) => at + 1,
        _ => 1,
    }
}

fn blank(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().filter(|b| **b != b'\n') {
        *byte = b' ';
    }
}

#[test]
fn the_scanner_sees_uses_through_groups_and_not_in_comments_strings_or_tests() {
    // The inner raw string has `~` for its hashes.
    let text = r#"//! crate::no
use crate::agenda::{Who, file};
use crate::{rules::Rule, tui::{style, widget}};
fn f(c: char) -> bool { c == '"' || super::room::x(r~"crate::no "quoted""~) || super::super::cue::y() }
fn g() { let _ = (Message::new("a-b"), "c // d"); }
#[cfg(test)]
mod tests {
    use crate::no;
}
"#
    .replace('~', "#");
    let source = Source::new("src/journal/file.rs", text);
    let uses: Vec<String> = source
        .uses()
        .iter()
        .map(|(line, path)| format!("{line} {}", path.join("::")))
        .collect();
    assert_eq!(
        uses,
        [
            "2 agenda::Who",
            "2 agenda::file",
            "3 rules::Rule",
            "3 tui::style",
            "3 tui::widget",
            "4 journal::room::x",
            "4 cue::y"
        ]
    );
    assert_eq!(source.said(), [(5, "a-b".to_owned())]);
    assert_eq!(source.length(), 5);
    assert!(source.literals().any(|l| l == "c // d"));
}
