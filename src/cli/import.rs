//! `tribune import FILE`: a roster to an agenda, written minutes to a script, on standard output. Owns the reading of the
//! file and the choice between the two, by what stands in it; what was understood goes to standard error.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use clap::{ArgMatches, Command, value_parser};

use super::{Ending, Surroundings, option, positional, read_file};
use crate::agenda;
use crate::locale::Locale;
use crate::minutes_import::{self, When};
use crate::roster_import;
use crate::text::{Message, decode};

/// Takes the file, and what minutes may not say of their time.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    command
        .arg(
            positional(locale, "file", "FILE", "cli-import-file")
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(option(locale, "date", "cli-import-date").value_name("DATE"))
        .arg(option(locale, "offset", "cli-import-offset").value_name("+08:00"))
}

/// Prints what was in it.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let when = match when(matches, surroundings) {
        Ok(when) => when,
        Err(message) => {
            surroundings.tell(&message);
            return Ending::WrongUsage;
        }
    };
    let Some(path) = matches.get_one::<PathBuf>("file") else {
        return Ending::WrongUsage;
    };
    let bytes = match read_file::bytes(path) {
        Ok(bytes) => bytes,
        Err(message) => {
            surroundings.tell(&message);
            return Ending::Problems;
        }
    };
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    match convert(&bytes, &file, &when, surroundings.locale()) {
        Ok(Converted { text, told }) => {
            told.iter().for_each(|message| surroundings.tell(message));
            surroundings.put(&text)
        }
        Err(reason) => {
            let refused = Message::new("import-refused").with("file", path.display().to_string());
            surroundings.tell(&refused.with("reason", reason));
            Ending::Problems
        }
    }
}

/// An agenda or a script, and what is said of it.
struct Converted {
    text: String,
    told: Vec<Message>,
}

fn convert(bytes: &[u8], file: &str, when: &When, locale: &Locale) -> Result<Converted, Message> {
    if roster_import::is_book(bytes) {
        return agenda_of(&roster_import::of_book(bytes)?, file, locale);
    }
    let text = decode(bytes).ok_or(Message::new("import-no-text"))?;
    if minutes_import::is_minutes(&text) {
        let minutes = minutes_import::read(&text, when)?;
        return Ok(Converted {
            text: minutes_import::write(&minutes, file, locale),
            told: minutes.told,
        });
    }
    let found = roster_import::of_text(&text).map_err(|reason| {
        if is_prose(file) && !text.trim().is_empty() {
            Message::new("minutes-none")
        } else {
            reason
        }
    })?;
    agenda_of(&found, file, locale)
}

/// Whether a file is called as minutes are: what lacks in it are times, not columns.
fn is_prose(file: &str) -> bool {
    let extension = Path::new(file).extension();
    extension.is_some_and(|end| end.eq_ignore_ascii_case("txt") || end.eq_ignore_ascii_case("md"))
}

/// The agenda, as long as one can be read.
fn agenda_of(
    found: &roster_import::Found,
    file: &str,
    locale: &Locale,
) -> Result<Converted, Message> {
    let text = roster_import::write(found, file, locale);
    if let Some(mistake) = agenda::file::read(&text).mistakes.into_iter().next() {
        return Err(mistake.message);
    }
    Ok(Converted {
        text,
        told: found.told.clone(),
    })
}

/// The time of a meeting as the options say it.
fn when(matches: &ArgMatches, surroundings: &Surroundings) -> Result<When, Message> {
    let said = |name| matches.get_one::<String>(name).map(String::as_str);
    let wrong = |argument: &'static str, value: &str| {
        let message = Message::new("cli-usage-value").with("argument", argument);
        message.with("value", value)
    };
    let (day, time) = match said("date") {
        None => (None, None),
        Some(value) => {
            let (day, time) = date(value).ok_or_else(|| wrong("--date", value))?;
            (Some(day), time)
        }
    };
    let offset = match said("offset") {
        None => None,
        Some(value) => Some(offset(value).ok_or_else(|| wrong("--offset", value))?),
    };
    Ok(When {
        day,
        time,
        offset,
        here: *surroundings.started().offset(),
    })
}

/// A day, and a time behind it where there is one.
fn date(value: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let (day, rest) = minutes_import::day(value)?;
    if rest.trim().is_empty() {
        return Some((day, None));
    }
    minutes_import::time_within(rest).map(|time| (day, Some(time)))
}

/// `+08:00`, as in a moment that is written whole.
fn offset(value: &str) -> Option<FixedOffset> {
    let moment = format!("2000-01-01T00:00:00{}", value.trim());
    let read = DateTime::parse_from_rfc3339(&moment).ok()?;
    Some(*read.offset())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_may_have_a_time_and_an_offset_is_written_whole() {
        let written = |value: &str| date(value).map(|(day, time)| format!("{day} {time:?}"));
        assert_eq!(written("2023-12-29").as_deref(), Some("2023-12-29 None"));
        assert_eq!(
            written("2023-12-29 14:30").as_deref(),
            Some("2023-12-29 Some(14:30:00)")
        );
        assert_eq!(written("2023-13-29"), None);
        assert_eq!(written("2023-12-29 soon"), None);
        assert_eq!(
            offset("+08:00").map(|offset| offset.local_minus_utc()),
            Some(28_800)
        );
        assert_eq!(offset("Z").map(|offset| offset.local_minus_utc()), Some(0));
        for value in ["8", "+8", "+99:00", ""] {
            assert_eq!(offset(value), None, "{value}");
        }
    }
}
