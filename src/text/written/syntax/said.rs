//! What the parser found wrong, said for somebody who does not know TOML, and how the rest of the file can still be read.

use std::ops::Range;

use toml::de::Error;

use super::super::Form;
use super::super::source::Source;
use super::{Remedy, SyntaxMistake, is_header};
use crate::text::{Message, Text};

/// The sentence for an error, where it points, and its remedy.
pub fn explain(
    source: &Source<'_>,
    form: Form,
    line: usize,
    (error, on_line): (&Error, &[&Error]),
) -> (SyntaxMistake, Remedy) {
    let span = error.span().unwrap_or(0..0);
    let (span, message, remedy) = of_line(source, line, on_line)
        .unwrap_or_else(|| of_error(source, form, line, (&span, error)));
    (SyntaxMistake { span, message }, remedy)
}

/// Mistakes that show in the line as a whole.
fn of_line(
    source: &Source<'_>,
    line: usize,
    on_line: &[&Error],
) -> Option<(Range<usize>, Message, Remedy)> {
    let has = |start: &str| {
        on_line
            .iter()
            .find(|error| error.message().starts_with(start))
    };
    let written = source.line(line);
    let begin = source.range_of(line).start;
    let no_value = has("key with no value").or_else(|| has("missing assignment"))?;
    if let Some(at) = written.find(['：', '＝', ':']) {
        let sign = written[at..].chars().next()?;
        let message =
            Message::new("written-syntax-equals").with("sign", Text::line(&sign.to_string()));
        return Some((
            begin + at..begin + at + sign.len_utf8(),
            message,
            Remedy::LineAlone,
        ));
    }
    let span = no_value.span().unwrap_or(begin..begin);
    Some((
        span,
        Message::new("written-syntax-no-value"),
        Remedy::LineAlone,
    ))
}

fn of_error(
    source: &Source<'_>,
    form: Form,
    line: usize,
    (span, error): (&Range<usize>, &Error),
) -> (Range<usize>, Message, Remedy) {
    let written = source.text.get(span.clone()).unwrap_or("");
    let kind = error.message();
    let starts = |start: &str| kind.starts_with(start);
    let (message, remedy) = if starts("string values must be quoted") {
        (unquoted(written), Remedy::Keep)
    } else if starts("invalid unquoted key") || starts("unquoted keys") {
        (
            Message::new("written-syntax-key").with("key", written),
            Remedy::Keep,
        )
    } else if starts("duplicate key") {
        return duplicate(source.line(line), form, span, written);
    } else if starts("unclosed table") || starts("unclosed array table") {
        (Message::new("written-syntax-header"), Remedy::Table)
    } else if starts("invalid basic string") || starts("invalid literal string") {
        return unclosed_quote(source, line, span);
    } else if starts("missing escaped value") || starts("too few unicode") {
        let at = span.start.saturating_sub(1);
        let start = if source.text.get(at..span.start) == Some("\\") {
            at
        } else {
            span.start
        };
        return (
            start..span.end,
            Message::new("written-syntax-backslash"),
            Remedy::Keep,
        );
    } else if starts("missing comma") {
        (Message::new("written-syntax-comma"), Remedy::Keep)
    } else if starts("extra comma") {
        (Message::new("written-syntax-extra-comma"), Remedy::Keep)
    } else if starts("missing value") {
        (Message::new("written-syntax-no-value"), Remedy::Line)
    } else if [
        "invalid date",
        "invalid time",
        "invalid boolean",
        "invalid float",
        "invalid integer",
        "invalid offset",
    ]
    .iter()
    .any(|start| starts(start))
    {
        (
            Message::new("written-syntax-value").with("value", written),
            Remedy::Keep,
        )
    } else {
        (
            Message::new("written-syntax").with("detail", kind),
            Remedy::Line,
        )
    };
    (span.clone(), message, remedy)
}

fn unquoted(written: &str) -> Message {
    let curly = |c| {
        matches!(
            c,
            '“' | '”' | '‘' | '’' | '「' | '」' | '＂' | '„' | '«' | '»'
        )
    };
    if written.starts_with(curly) {
        return Message::new("written-syntax-curly").with("value", written.trim_matches(curly));
    }
    Message::new("written-syntax-quotes").with("value", written)
}

/// A key that is there already; a second `[table]`; `[item]` where `[[item]]` is meant.
fn duplicate(
    written: &str,
    form: Form,
    span: &Range<usize>,
    key: &str,
) -> (Range<usize>, Message, Remedy) {
    if !is_header(written) {
        return (
            span.clone(),
            Message::new("written-syntax-key-twice").with("key", key),
            Remedy::Keep,
        );
    }
    let message = if form.repeated.contains(&key) && !written.trim_start().starts_with("[[") {
        Message::new("written-syntax-repeated").with("key", key)
    } else {
        Message::new("written-syntax-table-twice").with("table", written.trim())
    };
    (span.clone(), message, Remedy::Table)
}

/// Points at the quote that was opened, not at the line's end where it should have been closed.
fn unclosed_quote(
    source: &Source<'_>,
    line: usize,
    span: &Range<usize>,
) -> (Range<usize>, Message, Remedy) {
    let begin = source.range_of(line).start;
    let before = source.text.get(begin..span.start).unwrap_or("");
    let mut open: Option<(usize, char)> = None;
    let mut escaped = false;
    for (at, c) in before.char_indices() {
        match open {
            Some((_, quote)) if c == quote && !escaped => open = None,
            None if matches!(c, '"' | '\'') => open = Some((at, c)),
            Some(_) | None => {}
        }
        escaped = c == '\\' && !escaped;
    }
    match open {
        Some((at, quote)) => {
            let quote = Text::line(&quote.to_string());
            (
                begin + at..begin + at + 1,
                Message::new("written-syntax-unclosed")
                    .with("open", quote.clone())
                    .with("close", quote),
                Remedy::Keep,
            )
        }
        None => (
            span.clone(),
            Message::new("written-syntax-quote"),
            Remedy::Keep,
        ),
    }
}
