//! TOML that is not quite TOML: every mistake of form once, and as much of the rest as can be read.
//!
//! The parser recovers well inside a line and badly across lines, so what it cannot read is blanked, byte for byte,
//! and the file read again. Knows TOML, not what a file is for.

mod said;
mod unclosed;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, Error};

use super::Form;
use super::source::Source;
use crate::text::Message;

/// A file as far as it can be read, and what was wrong with the rest.
pub struct Mended<'s> {
    /// The file, where nothing was wrong with its form.
    pub whole: Option<Spanned<DeTable<'s>>>,
    /// As long as the file; what could not be read is blank.
    pub text: Cow<'s, str>,
    pub mistakes: Vec<SyntaxMistake>,
    /// What is blank now: what it would have defined cannot be called missing.
    pub lost: String,
}

/// One mistake of form.
#[derive(Clone, Debug)]
pub struct SyntaxMistake {
    pub span: Range<usize>,
    pub message: Message,
}

/// What is done so that the rest can be read.
enum Remedy {
    /// Nothing: the parser knew what was meant.
    Keep,
    /// The line is left out; what is told of other lines holds all the same.
    LineAlone,
    /// The line is left out, and the rest is read again.
    Line,
    /// The table that begins there is left out, up to the next.
    Table,
}

/// After so many mistakes of form the rest is some other file.
const MOST: usize = 100;
/// How much is read again for the sake of remedies.
const READ_BYTES: usize = 5_000_000;
/// Longer files are read once, without remedies.
const REMEDIED_BYTES: usize = 1_000_000;

pub fn mend<'s>(source: &Source<'s>, form: Form) -> Mended<'s> {
    let deep: Vec<usize> = (0..source.lines())
        .filter(|line| is_deep(source.line(*line)))
        .collect();
    if deep.is_empty()
        && let (whole, mistakes) = DeTable::parse_recoverable(source.text)
        && mistakes.is_empty()
    {
        return Mended {
            whole: Some(whole),
            text: Cow::Borrowed(source.text),
            mistakes: Vec::new(),
            lost: String::new(),
        };
    }
    let mut remedy = Remedies {
        source,
        form,
        text: source.text.to_owned(),
        found: BTreeMap::new(),
        lost: String::new(),
    };
    for line in deep.into_iter().take(MOST) {
        let message = Message::new("written-syntax-deep");
        remedy.found.insert(
            line,
            SyntaxMistake {
                span: source.range_of(line),
                message,
            },
        );
        remedy.leave_out(line..line + 1);
    }
    if source.text.len() > REMEDIED_BYTES {
        remedy.note_all(&DeTable::parse_recoverable(&remedy.text).1);
    } else {
        unclosed::close(&mut remedy);
        // Every remedy is another reading: fewer for longer files.
        let most_readings = 1 + MOST.min(READ_BYTES / (source.text.len() + 1));
        for _ in 0..most_readings {
            let (_, errors) = DeTable::parse_recoverable(&remedy.text);
            if !remedy.apply(&errors) {
                break;
            }
        }
    }
    Mended {
        whole: None,
        text: Cow::Owned(remedy.text),
        mistakes: remedy.found.into_values().collect(),
        lost: remedy.lost,
    }
}

/// How much of what was left out is remembered.
const LOST_BYTES: usize = 100_000;

struct Remedies<'a, 's> {
    source: &'a Source<'s>,
    form: Form,
    text: String,
    /// The first mistake of each line.
    found: BTreeMap<usize, SyntaxMistake>,
    lost: String,
}

impl Remedies<'_, '_> {
    /// Notes the mistakes that are new, in order, up to the first that needs something left out. Whether anything was left out.
    fn apply(&mut self, errors: &[Error]) -> bool {
        let mut left_out = false;
        for (line, error) in self.fresh(errors) {
            if self.found.len() >= MOST {
                return false;
            }
            if self.found.contains_key(&line) {
                continue;
            }
            let on_line: Vec<&Error> = errors
                .iter()
                .filter(|other| {
                    other
                        .span()
                        .is_some_and(|span| self.source.line_of(span.start) == line)
                })
                .collect();
            let (mistake, remedy) = self.explain(line, error, &on_line);
            self.found.insert(line, mistake);
            match remedy {
                Remedy::Keep => {}
                Remedy::LineAlone => {
                    self.leave_out(line..line + 1);
                    left_out = true;
                }
                Remedy::Line => {
                    self.leave_out(line..line + 1);
                    return true;
                }
                Remedy::Table => {
                    let next = (line + 1..self.source.lines())
                        .find(|line| is_header(self.source.line(*line)));
                    self.leave_out(line..next.unwrap_or(self.source.lines()));
                    return true;
                }
            }
        }
        left_out
    }

    fn note_all(&mut self, errors: &[Error]) {
        for (line, error) in self.fresh(errors).into_iter().take(MOST) {
            let (mistake, _) = self.explain(line, error, &[error]);
            self.found.entry(line).or_insert(mistake);
        }
    }

    fn explain(&self, line: usize, error: &Error, on_line: &[&Error]) -> (SyntaxMistake, Remedy) {
        said::explain(self.source, self.form, line, (error, on_line))
    }

    /// Errors with their lines, from the top of the file.
    fn fresh<'e>(&self, errors: &'e [Error]) -> Vec<(usize, &'e Error)> {
        let at = |error: &Error| {
            error
                .span()
                .map_or(0, |span| span.start.min(self.source.text.len()))
        };
        let mut fresh: Vec<(usize, &Error)> =
            errors.iter().map(|error| (at(error), error)).collect();
        fresh.sort_by_key(|(at, _)| *at);
        fresh
            .into_iter()
            .map(|(at, error)| (self.source.line_of(at), error))
            .filter(|(line, _)| !self.found.contains_key(line))
            .collect()
    }

    fn leave_out(&mut self, lines: Range<usize>) {
        let (start, end) = (
            self.source.range_of(lines.start).start,
            self.source.range_of(lines.end.saturating_sub(1)).end,
        );
        if self.lost.len() < LOST_BYTES {
            self.lost.push_str(&self.text[start..end]);
            self.lost.push('\n');
        }
        let blank: String = self.text[start..end]
            .bytes()
            .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
            .collect();
        self.text.replace_range(start..end, &blank);
    }
}

/// Keys of more parts than this would make tables too deep to be taken down again.
const MOST_DOTS: usize = 200;

/// Whether a line holds a dotted key of very many parts.
fn is_deep(line: &str) -> bool {
    line.len() > MOST_DOTS && {
        let mut in_quotes = false;
        let mut dots = 0;
        for byte in line.bytes() {
            match byte {
                b'"' | b'\'' => in_quotes = !in_quotes,
                b'.' if !in_quotes => dots += 1,
                _ => {}
            }
        }
        dots > MOST_DOTS
    }
}

/// Whether a line is `[table]` or `[[table]]`, or means to be.
fn is_header(line: &str) -> bool {
    let line = line.trim();
    let name = |inside: &str| {
        let bare = inside.trim_matches(|c| matches!(c, '[' | ']' | ' '));
        !bare.is_empty()
            && bare
                .chars()
                .next()
                .is_some_and(|c| c.is_alphabetic() || c == '_')
            && !bare.contains([',', '='])
    };
    line.strip_prefix('[')
        .is_some_and(|rest| name(rest.split('#').next().unwrap_or(rest)))
}

/// Whether a line begins with `key =`.
fn is_assignment(line: &str) -> bool {
    let Some((key, _)) = line.split_once('=') else {
        return false;
    };
    let key = key.trim();
    !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ' '))
}
