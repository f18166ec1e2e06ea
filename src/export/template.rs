//! Templates: Markdown with places that are filled in (`minijinja`). Owns the engine and what a broken template is told as; what stands in
//! the places is `view`'s. Whatever is filled in is escaped, so that a template cannot be broken by what somebody said.

use std::collections::HashSet;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{Environment, Error, Output, State, UndefinedBehavior, escape_formatter};

use super::md;
use crate::locale::Locale;
use crate::text::{Arg, Message, shown, written};

/// Steps after which a template is taken to never end: a thousand for each line of the longest meeting.
const MOST_STEPS: u64 = 20_000_000;

/// What is wrong with a template, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: Message,
}

impl Mistake {
    /// The same, with the line it stands in.
    #[must_use]
    pub fn in_source(self, source: &str) -> written::Mistake {
        let line = source.lines().nth(self.line.saturating_sub(1));
        written::Mistake {
            line: self.line,
            column: self.column,
            length: 1,
            source: line.map_or_else(String::new, |line| shown(line).into_owned()),
            message: self.message,
        }
    }
}

/// Fills a template in. `values` is asked for the variables that the template names.
///
/// # Errors
/// What is wrong with the template, and where.
pub fn fill(
    source: &str,
    locale: &Locale,
    values: impl FnOnce(&HashSet<String>) -> Vec<(&'static str, Value)>,
) -> Result<String, Mistake> {
    let environment = environment(locale);
    let mistake = |error: Error| mistake(source, &error);
    let kept = keep_line_ends(source);
    let template = environment.template_from_str(&kept).map_err(mistake)?;
    let named = template.undeclared_variables(false);
    template
        .render(Value::from_pairs(values(&named)))
        .map_err(mistake)
}

/// A line of tags alone leaves nothing behind, not even its end; a line that ends in a tag but says something keeps its end.
fn keep_line_ends(source: &str) -> String {
    let mut kept = String::with_capacity(source.len() + 64);
    for line in source.split_inclusive('\n') {
        let said = line.trim_end();
        let rest = &line[said.len()..];
        match said.strip_suffix("%}") {
            Some(before) if !before.ends_with(['-', '+']) && !is_of_tags_alone(said) => {
                kept.extend([before, "+%}", rest]);
            }
            _ => kept.push_str(line),
        }
    }
    kept
}

fn is_of_tags_alone(line: &str) -> bool {
    let mut rest = line.trim();
    while let Some((_, after)) = rest.strip_prefix("{%").and_then(|tag| tag.split_once("%}")) {
        rest = after.trim_start();
    }
    rest.is_empty()
}

fn environment(locale: &Locale) -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    environment.set_fuel(Some(MOST_STEPS));
    environment.set_formatter(write);
    environment.set_debug(true);
    let locale = locale.clone();
    environment.add_filter("listed", move |names: Vec<String>| listed(&locale, names));
    environment.add_filter("bare", bare);
    environment.add_filter("inner", inner);
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build();
    if let Ok(syntax) = syntax {
        environment.set_syntax(syntax);
    }
    environment
}

/// `names | listed`: as the language joins several: “a, b and c”.
fn listed(locale: &Locale, names: Vec<String>) -> String {
    locale.write(&Arg::List(names.into_iter().map(Arg::from).collect()))
}

/// `text | bare`: without the stop at its end, to go on behind it.
fn bare(text: &str) -> String {
    let stops = |c: char| matches!(c, '.' | '。' | ';' | '；' | ',' | '，') || c.is_whitespace();
    text.trim_end_matches(stops).to_owned()
}

/// `title | inner`: a title inside a sentence: with a small letter in front, unless its first word is an abbreviation.
fn inner(title: &str) -> String {
    let mut letters = title.chars();
    let first = letters.next();
    match (first, letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => title.to_owned(),
    }
}

/// Text is escaped for Markdown; numbers, and parts that are Markdown already, are not.
fn write(out: &mut Output, state: &mut State, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        None if value.is_none() => Ok(()),
        Some(text) if !value.is_safe() => {
            let mut escaped = String::with_capacity(text.len() + 8);
            md::escape(&mut escaped, text);
            out.write_str(&escaped).map_err(Error::from)
        }
        _ => escape_formatter(out, state, value),
    }
}

fn mistake(source: &str, error: &Error) -> Mistake {
    let line = error.line().unwrap_or(1);
    let start: usize = source
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let column = error
        .range()
        .and_then(|range| source.get(start..range.start))
        .map_or(1, |before| before.chars().count() + 1);
    let words = match error.detail() {
        Some(detail) => detail.to_owned(),
        None => error.kind().to_string(),
    };
    Mistake {
        line,
        column,
        message: Message::new(sentence(error.kind())).with("what", words),
    }
}

/// The sentence for what a person can do wrong; the library's own words stand in it.
fn sentence(kind: minijinja::ErrorKind) -> &'static str {
    use minijinja::ErrorKind as Kind;
    match kind {
        Kind::SyntaxError | Kind::InvalidDelimiter => "export-template-syntax",
        Kind::UndefinedError => "export-template-undefined",
        Kind::UnknownFilter | Kind::UnknownTest | Kind::UnknownFunction | Kind::UnknownMethod => {
            "export-template-unknown"
        }
        Kind::OutOfFuel => "export-template-endless",
        _ => "export-template-failed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn filled(template: &str) -> Result<String, Mistake> {
        let locale = Locale::new(Language::Chinese);
        fill(template, &locale, |_| {
            vec![
                ("said", Value::from("*a* | {{ b }} <script>")),
                ("names", Value::from_iter(["a", "b", "c。"])),
                ("nothing", Value::from(())),
                ("ready", Value::from_safe_string("**bold**".to_owned())),
            ]
        })
    }

    #[test]
    fn what_was_said_is_escaped_and_what_is_ready_is_not() {
        assert_eq!(
            filled("{% if said %}\n{{ said }}: {{ ready }}\n{% endif %}\n"),
            Ok("\\*a\\* \\| {{ b }} \\<script\\>: **bold**\n".to_owned())
        );
    }

    #[test]
    fn a_line_of_tags_leaves_nothing_and_a_line_that_says_something_keeps_its_end() {
        assert_eq!(
            filled(
                "{% for one in names %}\n- {{ one }}{% if true %}!{% endif %}\n{% endfor %}\nend\n"
            ),
            Ok("- a!\n- b!\n- c。!\nend\n".to_owned())
        );
    }

    #[test]
    fn names_are_listed_stops_dropped_and_nothing_is_left_out() {
        assert_eq!(
            filled("{{ names | listed | bare }}{{ nothing }}"),
            Ok("a、b、c".to_owned())
        );
    }

    #[test]
    fn a_broken_template_says_where() {
        for (template, line, column, id) in [
            ("a\n严明 {{ nobody }}\n", 2, 7, "export-template-undefined"),
            ("a\n\n{% if %}", 3, 7, "export-template-syntax"),
            ("{{ said | loud }}", 1, 11, "export-template-unknown"),
        ] {
            let mistake = filled(template).expect_err("it is broken");
            assert_eq!(
                (mistake.line, mistake.column, mistake.message.id),
                (line, column, id),
                "{template}: {mistake:?}"
            );
        }
    }

    #[test]
    fn a_template_that_never_ends_is_stopped() {
        let endless = "{% for a in range(100000) %}{% for b in range(100000) %}{% set c = a %}{% endfor %}{% endfor %}";
        let mistake = filled(endless).expect_err("it does not end");
        assert_eq!(mistake.message.id, "export-template-endless");
    }
}
