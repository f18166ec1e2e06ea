//! One line of minutes: its time, its speaker, its text. Owns the forms that such lines have; sees one line at a time.

use std::collections::HashSet;

use super::speaker;
use super::time::{Stamp, stamp};
use crate::text::Text;

/// What stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'t> {
    /// Nothing.
    Blank,
    /// A heading or a rule of Markdown.
    Heading(&'t str),
    /// A time, and what was said.
    Timed {
        /// When.
        stamp: Stamp,
        /// Who, as it is written; nothing where whoever spoke goes on.
        name: Option<&'t str>,
        /// What.
        text: &'t str,
    },
    /// No time, and what may begin with a name.
    Untimed {
        /// Who, as it is written.
        name: Option<&'t str>,
        /// What; without a name the whole line.
        text: &'t str,
    },
}

const OPENING: &[char] = &['[', '［', '【', '(', '（'];
const CLOSING: &[char] = &[']', '］', '】', ')', '）'];

/// Reads a line. Those who have spoken are known as speakers where no time stands.
#[must_use]
pub fn read<'t>(line: &'t str, known: &HashSet<Text>) -> Line<'t> {
    let line = line.trim();
    let is_rule = line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '*' | '=' | '_'));
    if line.is_empty() || is_rule {
        return Line::Blank;
    }
    if line.starts_with('#') && line.trim_start_matches('#').starts_with(' ') {
        return Line::Heading(line.trim_start_matches('#').trim());
    }
    let line = without_bullet(line);
    if let Some((stamp, rest)) = bracketed(line) {
        return timed(stamp, rest);
    }
    if let Some((stamp, rest)) = bare(line) {
        return timed(stamp, rest);
    }
    if let Some(line) = name_first(line) {
        return line;
    }
    match speaker::split(line).filter(|(name, _)| speaker::is_likely(name, known)) {
        Some((name, text)) => Line::Untimed {
            name: Some(name),
            text,
        },
        None => Line::Untimed {
            name: None,
            text: line,
        },
    }
}

fn timed(stamp: Stamp, rest: &str) -> Line<'_> {
    let (name, text) = match speaker::split(rest) {
        Some((name, text)) => (Some(name), text),
        None => (None, rest),
    };
    Line::Timed { stamp, name, text }
}

fn without_bullet(line: &str) -> &str {
    ["- ", "* ", "+ ", "> ", "• ", "· "]
        .iter()
        .find_map(|bullet| line.strip_prefix(bullet))
        .map_or(line, str::trim_start)
}

/// `[14:52] …`, in brackets of any kind.
fn bracketed(line: &str) -> Option<(Stamp, &str)> {
    let inside = line.trim_start_matches('*').strip_prefix(OPENING)?;
    let (time, rest) = inside.split_once(CLOSING)?;
    Some((stamp(time)?, rest.trim_start_matches('*').trim_start()))
}

/// `14:52 Name: …`, `2023-12-29 14:52 Name: …`, `14:52严明：…`: without brackets, only where a name follows.
fn bare(line: &str) -> Option<(Stamp, &str)> {
    let digits = line
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '：')))
        .unwrap_or(line.len());
    let spaces = line.match_indices(char::is_whitespace).map(|(at, _)| at);
    let mut ends: Vec<usize> = spaces.take(2).collect();
    ends.reverse();
    ends.push(digits);
    ends.into_iter().find_map(|end| {
        let time = stamp(line.get(..end)?)?;
        let rest = line[end..].trim_start_matches([' ', '\t', '\u{3000}', '-', '–', '—']);
        speaker::split(rest)?;
        Some((time, rest))
    })
}

/// `严明(00:12:30)：…`, as programs that listen write it.
fn name_first(line: &str) -> Option<Line<'_>> {
    let (name, rest) = line.split_once(OPENING)?;
    let (time, rest) = rest.split_once(CLOSING)?;
    let stamp = stamp(time)?;
    let text = rest.trim_start().strip_prefix([':', '：'])?;
    let is_name = !name.trim().is_empty() && name.chars().count() <= 40;
    is_name.then_some(Line::Timed {
        stamp,
        name: Some(name.trim()),
        text: text.trim(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> (bool, Option<&str>, &str) {
        match read(line, &HashSet::new()) {
            Line::Timed { name, text, .. } => (true, name, text),
            Line::Untimed { name, text } => (false, name, text),
            Line::Heading(text) => (false, Some("heading"), text),
            Line::Blank => (false, None, ""),
        }
    }

    #[test]
    fn lines_are_read_in_the_forms_that_people_use() {
        for line in [
            "[14:52] 严明：邀请学生",
            "［14：52］严明：邀请学生",
            "【14:52:07】 严明: 邀请学生",
            "（14:52）严明：邀请学生",
            "[2023-12-29T14:52:07+08:00] 严明：邀请学生",
            "14:52 严明：邀请学生",
            "14：52严明：邀请学生",
            "2023-12-29 14:52 严明：邀请学生",
            "- **[14:52]** **严明**：邀请学生",
            "严明(00:12:30)：邀请学生",
        ] {
            assert_eq!(parts(line), (true, Some("严明"), "邀请学生"), "{line}");
        }
        assert_eq!(parts("[14:52] and so on"), (true, None, "and so on"));
        assert_eq!(parts("14:52 is late"), (false, None, "14:52 is late"));
        assert_eq!(parts("严明：好"), (false, Some("严明"), "好"));
        assert_eq!(parts("首先：好"), (false, None, "首先：好"));
        assert_eq!(
            parts("[draft] Yan Ming: x"),
            (false, None, "[draft] Yan Ming: x")
        );
        assert_eq!(parts("## 二、讨论"), (false, Some("heading"), "二、讨论"));
        assert_eq!(parts("---"), (false, None, ""));
        assert_eq!(parts("#教育 很重要"), (false, None, "#教育 很重要"));
    }
}
