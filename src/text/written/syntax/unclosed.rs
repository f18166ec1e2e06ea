//! Brackets, braces and long quotes that are never closed: the parser would read the rest of the file into them.
//! Used only on files that do not parse; finds where each was opened and leaves out what it holds.

use super::{Remedies, SyntaxMistake, is_assignment, is_header};
use crate::text::{Message, Text};

/// What a file holds that never ends.
struct Unclosed {
    /// Where the outermost bracket of the statement was opened.
    statement: usize,
    /// Where the innermost was opened.
    opened: usize,
    closing: &'static str,
    /// The first line that is not meant to be inside; the number of lines where it is the end of the file.
    until: usize,
}

/// Finds and leaves out all of them.
pub fn close(remedies: &mut Remedies<'_, '_>) {
    let mut from = 0;
    while remedies.found.len() < super::MOST {
        let Some(unclosed) = find(remedies, from) else {
            return;
        };
        let source = remedies.source;
        let span = unclosed.opened..unclosed.opened + 1;
        let message = Message::new("written-syntax-unclosed")
            .with("open", Text::line(&source.text[span.clone()]))
            .with("close", unclosed.closing);
        let line = source.line_of(unclosed.statement);
        remedies.found.insert(
            source.line_of(unclosed.opened),
            SyntaxMistake { span, message },
        );
        let until = if unclosed.closing.len() > 1 {
            line + 1
        } else {
            unclosed.until.max(line + 1)
        };
        remedies.leave_out(line..until);
        from = source.range_of(until).start;
    }
}

/// Reads brackets and strings from that byte on, which stands at a line's beginning outside of everything.
fn find(remedies: &Remedies<'_, '_>, from: usize) -> Option<Unclosed> {
    let mut scan = Scan {
        text: &remedies.text,
        at: from,
        open: Vec::new(),
        last: '\n',
    };
    loop {
        if let Some((statement, _)) = scan.open.first().copied() {
            let starts_line = scan.at > 0 && scan.text.as_bytes().get(scan.at - 1) == Some(&b'\n');
            let line = remedies.source.line_of(scan.at);
            if starts_line && scan.is_outside(remedies.source.line(line)) {
                return scan.unclosed(statement, line);
            }
        }
        match scan.step() {
            Step::On => {}
            Step::LongQuote { opened, closing } => {
                return Some(Unclosed {
                    statement: scan.open.first().map_or(opened, |open| open.0),
                    opened,
                    closing,
                    until: remedies.source.lines(),
                });
            }
            Step::End => {
                let statement = scan.open.first()?.0;
                return scan.unclosed(statement, remedies.source.lines());
            }
        }
    }
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
    open: Vec<(usize, char)>,
    /// The last character that means something.
    last: char,
}

enum Step {
    On,
    LongQuote {
        opened: usize,
        closing: &'static str,
    },
    End,
}

impl Scan<'_> {
    /// Whether that line, reached with brackets open, is plainly not meant to be inside.
    fn is_outside(&self, line: &str) -> bool {
        let in_list = self.open.last().is_some_and(|(_, bracket)| *bracket == '[');
        let waits = matches!(self.last, ',' | '[' | '{');
        is_header(line) || is_assignment(line) && (in_list || !waits)
    }

    fn unclosed(&self, statement: usize, until: usize) -> Option<Unclosed> {
        let (opened, bracket) = *self.open.last()?;
        let closing = if bracket == '[' { "]" } else { "}" };
        Some(Unclosed {
            statement,
            opened,
            closing,
            until,
        })
    }

    fn step(&mut self) -> Step {
        let rest = &self.text[self.at..];
        let Some(c) = rest.chars().next() else {
            return Step::End;
        };
        let opened = self.at;
        self.at += c.len_utf8();
        match c {
            '#' => self.at = opened + rest.find('\n').unwrap_or(rest.len()),
            '"' if rest.starts_with("\"\"\"") => return self.long_quote(opened, "\"\"\""),
            '\'' if rest.starts_with("'''") => return self.long_quote(opened, "'''"),
            '"' | '\'' => {
                self.at += quoted_length(&rest[1..], c);
                self.last = c;
            }
            // A header's brackets belong to its line.
            '[' if self.open.is_empty() && self.last == '\n' => {
                self.at = opened + rest.find('\n').unwrap_or(rest.len());
            }
            '[' | '{' => {
                self.open.push((opened, c));
                self.last = c;
            }
            ']' | '}' => {
                self.open.pop();
                self.last = c;
            }
            '\n' if self.open.is_empty() => self.last = c,
            c if c.is_whitespace() => {}
            c => self.last = c,
        }
        Step::On
    }

    fn long_quote(&mut self, opened: usize, closing: &'static str) -> Step {
        match self.text[opened + 3..].find(closing) {
            Some(length) => {
                self.at = opened + 3 + length + 3;
                self.last = '"';
                Step::On
            }
            None => Step::LongQuote { opened, closing },
        }
    }
}

/// How long the rest of a quoted text is, its closing quote included; it ends with the line at the latest.
fn quoted_length(inside: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in inside.char_indices() {
        match c {
            '\n' => return at,
            '\\' if quote == '"' => escaped = !escaped,
            c if c == quote && !escaped => return at + c.len_utf8(),
            _ => escaped = false,
        }
    }
    inside.len()
}
