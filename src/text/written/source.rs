//! Places in a file: byte offsets to lines and columns as a person counts them. Knows lines, not TOML.

use std::ops::Range;

use super::Mistake;
use crate::text::Message;

/// The text of a file and where its lines begin.
pub struct Source<'s> {
    pub text: &'s str,
    starts: Vec<usize>,
}

impl<'s> Source<'s> {
    pub fn new(text: &'s str) -> Self {
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        Self { text, starts }
    }

    /// The line in which that byte stands, counted from 0.
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts
            .partition_point(|start| *start <= offset)
            .saturating_sub(1)
    }

    /// The bytes of a line, its end included; empty beyond the last.
    pub fn range_of(&self, line: usize) -> Range<usize> {
        let end = |line: usize| self.starts.get(line).copied().unwrap_or(self.text.len());
        end(line)..end(line + 1)
    }

    pub fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The text of a line without its end.
    pub fn line(&self, line: usize) -> &'s str {
        self.text[self.range_of(line)].trim_end_matches(['\n', '\r'])
    }

    /// What is wrong there: line and column counted from 1, the column in characters.
    pub fn mistake(&self, span: &Range<usize>, message: Message) -> Mistake {
        let line = self.line_of(span.start);
        let whole = self.line(line);
        let begin = self.range_of(line).start;
        let inside = |offset: usize| {
            let offset = offset.clamp(begin, begin + whole.len());
            (begin..=offset)
                .rev()
                .find(|at| self.text.is_char_boundary(*at))
                .unwrap_or(begin)
        };
        let (start, end) = (inside(span.start), inside(span.end.max(span.start)));
        let length = self.text[start..end.max(start)].chars().count().max(1);
        Mistake {
            line: line + 1,
            column: self.text[begin..start].chars().count() + 1,
            length,
            // What concerns the file as a whole has no line of its own.
            source: if *span == (0..0) {
                String::new()
            } else {
                printable(whole)
            },
            message,
        }
    }
}

/// What is kept of a line; nobody reads a longer one.
const MOST_SHOWN: usize = 2_000;

/// A line with its columns as they are, and nothing in it that a terminal would obey.
fn printable(line: &str) -> String {
    let one = |c: char| match c {
        '\t' => ' ',
        c if crate::text::clean(c.encode_utf8(&mut [0; 4]), crate::text::Field::Line).removed
            > 0 =>
        {
            '\u{FFFD}'
        }
        '\u{2028}' | '\u{2029}' | '\r' => ' ',
        c => c,
    };
    line.chars().take(MOST_SHOWN).map(one).collect()
}
