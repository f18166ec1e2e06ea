//! TOML that is not quite TOML: every mistake of form once, and as much of the rest as can be read.
//!
//! The parser recovers well inside a line and badly across lines, so what it cannot read is blanked, byte for byte,
//! and the file read again. Knows TOML, not agendas.

mod said;
mod unclosed;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, Error};

use super::source::Source;
use crate::text::Message;

/// A file as far as it can be read, and what was wrong with the rest.
pub struct Mended<'s> {
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
    /// The line is left out.
    Line,
    /// The table that begins there is left out, up to the next.
    Table,
}

/// After so many mistakes of form the rest is no agenda.
const MOST: usize = 100;
/// Longer files are read once, without remedies.
const REMEDIED_BYTES: usize = 1_000_000;

pub fn mend<'s>(source: &Source<'s>) -> Mended<'s> {
    let (_, errors) = DeTable::parse_recoverable(source.text);
    if errors.is_empty() {
        return Mended {
            text: Cow::Borrowed(source.text),
            mistakes: Vec::new(),
            lost: String::new(),
        };
    }
    let mut remedy = Remedies {
        source,
        text: source.text.to_owned(),
        found: BTreeMap::new(),
        lost: String::new(),
    };
    if source.text.len() > REMEDIED_BYTES {
        remedy.note_all(&errors);
    } else {
        unclosed::close(&mut remedy);
        while remedy.found.len() < MOST {
            let (_, errors) = DeTable::parse_recoverable(&remedy.text);
            if !remedy.apply(&errors) {
                break;
            }
        }
    }
    Mended {
        text: Cow::Owned(remedy.text),
        mistakes: remedy.found.into_values().collect(),
        lost: remedy.lost,
    }
}

struct Remedies<'a, 's> {
    source: &'a Source<'s>,
    text: String,
    /// The first mistake of each line.
    found: BTreeMap<usize, SyntaxMistake>,
    lost: String,
}

impl Remedies<'_, '_> {
    /// Notes the mistakes that are new, in order, up to the first that needs something left out. Whether anything was left out.
    fn apply(&mut self, errors: &[Error]) -> bool {
        for (line, error) in self.fresh(errors) {
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
            let (mistake, remedy) = said::explain(self.source, line, error, &on_line);
            self.found.insert(line, mistake);
            match remedy {
                Remedy::Keep => {}
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
        false
    }

    fn note_all(&mut self, errors: &[Error]) {
        for (line, error) in self.fresh(errors).into_iter().take(MOST) {
            let (mistake, _) = said::explain(self.source, line, error, &[error]);
            self.found.entry(line).or_insert(mistake);
        }
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
        self.lost.push_str(&self.text[start..end]);
        self.lost.push('\n');
        let blank: String = self.text[start..end]
            .bytes()
            .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
            .collect();
        self.text.replace_range(start..end, &blank);
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
