//! `tribune search WORDS`: what was said, decided and promised in all sessions of the folder. Owns how the command line asks; what is found
//! is `archive::search`'s, the form of the lines and of the JSON document stand beside.

mod json;
mod lines;

use chrono::{Days, Months, NaiveDate};
use clap::{Arg, ArgMatches, Command};

use super::{Ending, Surroundings, flag, option, positional};
use crate::archive::Unreadable;
use crate::archive::search::{Extent, Found, Kind, Query, Status, search};
use crate::locale::Locale;
use crate::names::fold;
use crate::text::{self, Arg as Said, Language, Message};

use json::Document;
use lines::Form;

/// The word for contributions of all kinds.
const CONTRIBUTION: &str = "contribution";

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
    let extent = if matches.get_flag("json") {
        put_document(&query, surroundings)
    } else {
        put_lines(&query, surroundings)
    };
    let findings = extent.findings.iter();
    findings.for_each(|finding| surroundings.tell(finding));
    if extent.having == 0 {
        Ending::Problems
    } else {
        Ending::Done
    }
}

fn put_lines(query: &Query, surroundings: &Surroundings) -> Extent {
    let form = Form::of(query, surroundings);
    let mut hits = 0;
    let mut unread = Vec::new();
    let make = |found: &Found| (found.entries.len(), form.lines(found));
    let extent = search(surroundings.sessions(), query, make, |made| match made {
        Ok((count, lines)) => {
            surroundings.put(if hits == 0 {
                lines.trim_start()
            } else {
                &lines
            });
            hits += count;
        }
        Err(one) => unread.push(one),
    });
    unread
        .iter()
        .for_each(|one| surroundings.tell(&unread_message(one)));
    surroundings.tell(&counts(hits, &extent));
    extent
}

fn put_document(query: &Query, surroundings: &Surroundings) -> Extent {
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
    document.end(&extent);
    extent
}

/// Output that is gathered: a write for every session would take longer than finding what stands in it.
struct Page<'s> {
    surroundings: &'s Surroundings,
    waiting: String,
}

impl<'s> Page<'s> {
    const FULL: usize = 64 << 10;

    fn on(surroundings: &'s Surroundings) -> Self {
        Self {
            surroundings,
            waiting: String::new(),
        }
    }

    fn put(&mut self, text: &str) {
        self.waiting.push_str(text);
        if self.waiting.len() >= Self::FULL {
            self.surroundings.put(&self.waiting);
            self.waiting.clear();
        }
    }

    fn end(&mut self) {
        self.surroundings.put(&self.waiting);
        self.waiting.clear();
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
    let mut query = Query::of(&all("words").join(" "));
    query = query.kinds(listed(&all("kind"), kinds, "search-no-kind", known_kinds)?);
    query = query.statuses(listed(
        &all("status"),
        statuses,
        "search-no-status",
        known_statuses,
    )?);
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
        query = query.since(span(date)?.0);
    }
    if let Some(date) = one("until") {
        query = query.until(span(date)?.1);
    }
    if query.is_empty() {
        return Err(Message::new("search-nothing-asked"));
    }
    Ok(query)
}

/// What each of those words stands for; that one is unknown otherwise.
fn listed<T>(
    words: &[&str],
    of: fn(&str) -> Vec<T>,
    unknown: &'static str,
    known: fn() -> Vec<&'static str>,
) -> Result<Vec<T>, Message> {
    let mut all = Vec::new();
    for word in words {
        let found = of(&fold(word));
        if found.is_empty() {
            let known: Vec<Said> = known().into_iter().map(Said::from).collect();
            return Err(Message::new(unknown)
                .with("word", *word)
                .with("known", known));
        }
        all.extend(found);
    }
    Ok(all)
}

fn kinds(word: &str) -> Vec<Kind> {
    let every = is_word(
        word,
        CONTRIBUTION,
        &Message::new("search-kind-contribution"),
    );
    let is_asked = |kind: &Kind| {
        every && matches!(kind, Kind::Contribution(_)) || is_word(word, kind.tag(), &kind.word())
    };
    Kind::ALL.into_iter().filter(is_asked).collect()
}

fn statuses(word: &str) -> Vec<Status> {
    let is_asked = |status: &Status| is_word(word, status.tag(), &status.word());
    Status::ALL.into_iter().filter(is_asked).collect()
}

/// Whether a folded word is the English one, or what is shown in either language; `采纳` is `已采纳`.
fn is_word(word: &str, tag: &str, shown: &Message) -> bool {
    let said = |language| fold(&Locale::new(language).say(shown));
    word == tag
        || Language::ALL.into_iter().any(|language| {
            let said = said(language);
            said == word || said.strip_prefix('已') == Some(word)
        })
}

fn known_kinds() -> Vec<&'static str> {
    let kinds = Kind::ALL.into_iter().map(Kind::tag);
    std::iter::once(CONTRIBUTION).chain(kinds).collect()
}

fn known_statuses() -> Vec<&'static str> {
    let mut tags: Vec<&str> = Vec::new();
    for tag in Status::ALL.into_iter().map(Status::tag) {
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

/// The first and the last day of a year, a month or a day.
fn span(typed: &str) -> Result<(NaiveDate, NaiveDate), Message> {
    let narrow: String = typed.chars().map(crate::names::narrow).collect();
    let parts: Vec<&str> = narrow.split('-').collect();
    let number = |part: &str| part.parse::<u32>().ok();
    let date = |year: &str, month: &str, day: &str| {
        let year = year.parse().ok().filter(|year| (1..=9999).contains(year))?;
        NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)
    };
    let last = |first: NaiveDate, months: u32| Some(first + Months::new(months) - Days::new(1));
    let span = match &parts[..] {
        [year] => date(year, "1", "1").and_then(|first| Some((first, last(first, 12)?))),
        [year, month] => date(year, month, "1").and_then(|first| Some((first, last(first, 1)?))),
        [year, month, day] => date(year, month, day).map(|day| (day, day)),
        _ => None,
    };
    span.ok_or_else(|| Message::new("search-no-date").with("date", text::Text::line(typed)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_months_and_days_are_spans() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        for (typed, first, last) in [
            ("2024", "2024-01-01", "2024-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("２０２４-02-03", "2024-02-03", "2024-02-03"),
        ] {
            assert_eq!(span(typed), Ok((day(first), day(last))), "{typed}");
        }
        for wrong in [
            "",
            "2024-13",
            "2024-02-30",
            "yesterday",
            "2024-1-1-1",
            "99999",
        ] {
            assert!(span(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn kinds_and_statuses_are_known_by_their_words_in_both_languages() {
        for kind in Kind::ALL {
            assert_eq!(kinds(kind.tag()), [kind]);
        }
        assert_eq!(kinds("承诺"), kinds("commitment"));
        assert_eq!(kinds("contribution").len(), 6);
        for word in ["采纳", "已采纳"] {
            assert!(
                statuses(word)
                    .iter()
                    .all(|status| status.tag() == "adopted"),
                "{word}"
            );
        }
        assert_eq!(statuses("open").len(), 3);
        assert_eq!(statuses("待办"), [Status::ToDo]);
        assert!(statuses("").is_empty() && kinds("x").is_empty());
    }
}
