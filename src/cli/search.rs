//! `tribune search WORDS`: what was said, decided and promised in all sessions of the folder. Owns how the command line asks; what is found
//! is `archive::search`'s, the form of the lines and of the JSON document stand beside.

mod json;
mod lines;

use clap::{Arg, ArgMatches, Command};

use super::{Ending, Surroundings, flag, option, positional};
use crate::archive::Unreadable;
use crate::archive::search::{Extent, Found, Query, search};
use crate::locale::Locale;
use crate::text::Message;

use json::Document;
use lines::Form;

/// Takes the words and the filters.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    let filter = |name: &'static str, shown: &'static str, help: &'static str| {
        option(locale, name, help).value_name(shown)
    };
    let words = positional(locale, "words", "WORDS", "search-words").num_args(0..);
    command
        .arg(words)
        .arg(filter("unit", "NAME", "search-unit"))
        .arg(filter("theme", "NAME", "search-theme"))
        .arg(several(filter("kind", "KIND", "search-kind")))
        .arg(several(filter("status", "STATUS", "search-status")))
        .arg(filter("person", "NAME", "search-person"))
        .arg(filter("since", "DATE", "search-since"))
        .arg(filter("until", "DATE", "search-until"))
        .arg(filter("series", "NAME", "search-series"))
        .arg(flag(locale, "json", "search-json"))
}

fn several(arg: Arg) -> Arg {
    arg.value_delimiter(',').num_args(1)
}

/// Shows what is found, newest session first, and how much was looked through.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let query = match asked(matches) {
        Ok(query) => query,
        Err(message) => {
            surroundings.tell(&message);
            return Ending::WrongUsage;
        }
    };
    let (extent, put) = if matches.get_flag("json") {
        put_document(&query, surroundings)
    } else {
        put_lines(&query, surroundings)
    };
    let findings = extent.findings.iter();
    findings.for_each(|finding| surroundings.tell(finding));
    if extent.having == 0 {
        Ending::Problems
    } else {
        put
    }
}

fn put_lines(query: &Query, surroundings: &Surroundings) -> (Extent, Ending) {
    let form = Form::of(query, surroundings);
    let mut hits = 0;
    let mut put = Ending::Done;
    let mut unread = Vec::new();
    let make = |found: &Found| (found.entries.len(), form.lines(found));
    let extent = search(surroundings.sessions(), query, make, |made| match made {
        Ok((count, lines)) => {
            if put == Ending::Done {
                put = surroundings.put(if hits == 0 {
                    lines.trim_start()
                } else {
                    &lines
                });
            }
            hits += count;
        }
        Err(one) => unread.push(one),
    });
    unread
        .iter()
        .for_each(|one| surroundings.tell(&unread_message(one)));
    surroundings.tell(&counts(hits, &extent));
    (extent, put)
}

fn put_document(query: &Query, surroundings: &Surroundings) -> (Extent, Ending) {
    let mut document = Document::begin(Page::on(surroundings), surroundings.locale());
    let extent = search(
        surroundings.sessions(),
        query,
        json::rows,
        |made| match made {
            Ok(rows) => document.put(&rows),
            Err(one) => document.unread(&one),
        },
    );
    let put = document.end(&extent);
    (extent, put)
}

/// Output that is gathered: a write for every session would take longer than finding what stands in it.
struct Page<'s> {
    surroundings: &'s Surroundings,
    waiting: String,
    /// How the writing went so far; where it failed, nothing more is written.
    ending: Ending,
}

impl<'s> Page<'s> {
    const FULL: usize = 64 << 10;

    fn on(surroundings: &'s Surroundings) -> Self {
        Self {
            surroundings,
            waiting: String::new(),
            ending: Ending::Done,
        }
    }

    fn put(&mut self, text: &str) {
        self.waiting.push_str(text);
        if self.waiting.len() >= Self::FULL {
            self.end();
        }
    }

    fn end(&mut self) -> Ending {
        if self.ending == Ending::Done {
            self.ending = self.surroundings.put(&self.waiting);
        }
        self.waiting.clear();
        self.ending
    }
}

fn unread_message(one: &Unreadable) -> Message {
    Message::new("search-unread")
        .with("path", &*one.path.to_string_lossy())
        .with("why", one.why.clone())
}

fn counts(hits: usize, extent: &Extent) -> Message {
    Message::new(if hits == 0 {
        "search-none"
    } else {
        "search-counts"
    })
    .with("hits", hits)
    .with("having", extent.having)
    .with("sessions", extent.sessions)
}

/// What the command line asks for; what is wrong with it otherwise.
fn asked(matches: &ArgMatches) -> Result<Query, Message> {
    let all = |name: &str| -> Vec<&str> {
        let values = matches.get_many::<String>(name);
        values.into_iter().flatten().map(String::as_str).collect()
    };
    let mut query = Query::typed(&all("words").join(" "))?;
    query = query.of_kinds(&all("kind"))?;
    query = query.of_statuses(&all("status"))?;
    let one = |name: &str| matches.get_one::<String>(name);
    if let Some(name) = one("unit") {
        query = query.unit(name);
    }
    if let Some(name) = one("person") {
        query = query.person(name);
    }
    if let Some(name) = one("theme") {
        query = query.theme(name);
    }
    if let Some(name) = one("series") {
        query = query.series(name);
    }
    if let Some(date) = one("since") {
        query = query.since_in(date)?;
    }
    if let Some(date) = one("until") {
        query = query.until_in(date)?;
    }
    if query.is_empty() {
        return Err(Message::new("search-nothing-asked"));
    }
    Ok(query)
}
