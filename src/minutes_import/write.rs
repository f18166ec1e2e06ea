//! The steps of minutes to a script (`CONTRACT.md` §3): a stamp in front of every line, comments in the reader's language.

use std::fmt::Write as _;

use super::{Minutes, Step};
use crate::locale::Locale;
use crate::text::{Message, Moment};

/// The script. `file` is what the file of the minutes is called. Nothing is written of minutes in which nobody speaks.
#[must_use]
pub fn write(minutes: &Minutes, file: &str, locale: &Locale) -> String {
    let mut out = String::new();
    comment(
        &mut out,
        &locale.say(&Message::new("minutes-head").with("file", file)),
    );
    for id in ["minutes-head-run", "minutes-head-items"] {
        comment(&mut out, &locale.word(id));
    }
    if !minutes.aside.is_empty() {
        comment(&mut out, "");
    }
    for text in &minutes.aside {
        comment(&mut out, text.as_str());
    }
    out.push('\n');
    if let Some(first) = minutes.steps.iter().find_map(Step::at) {
        line(&mut out, first, ":open");
    }
    for step in &minutes.steps {
        match step {
            Step::Floor(at, name) => {
                out.push('\n');
                line(&mut out, *at, &format!(":floor \"{name}\""));
            }
            Step::Done(at) => {
                out.push('\n');
                line(&mut out, *at, ":done");
            }
            Step::Say(at, text) => line(&mut out, *at, &format!(":say {text}")),
            Step::Heading(text) => {
                out.push('\n');
                comment(&mut out, text.as_str());
            }
        }
    }
    out.push('\n');
    comment(&mut out, &locale.word("minutes-end"));
    out
}

fn line(out: &mut String, at: Moment, command: &str) {
    let _ = writeln!(out, "[{}] {command}", at.to_rfc3339());
}

fn comment(out: &mut String, words: &str) {
    let _ = writeln!(out, "{}", format!("# {words}").trim_end());
}
