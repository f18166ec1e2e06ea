//! `tribune demo [NAME]`: a shipped meeting, already under way, in a temporary place. Owns which meetings there are and how
//! far each is played; playing and holding are those of any meeting.

use std::io::{Cursor, Write, sink};
use std::sync::Arc;

use clap::{ArgMatches, Command};

use super::run::{self, Held, Ready, Told, told};
use super::sessions::Sessions;
use super::{Ending, Surroundings, positional};
use crate::agenda;
use crate::error::{Error, ErrorKind};
use crate::locale::Locale;
use crate::meeting::{Author, Header, Meeting, record};
use crate::plain::{self, From, Manner, Means, OnRefusal, Voice, line};
use crate::room::{Clock, Keeping, Room};
use crate::text::{Language, Message, Moment};

/// A shipped meeting.
struct Demo {
    name: &'static str,
    agenda: &'static str,
    script: &'static str,
    /// The script in Chinese, where there is one of its own.
    chinese: Option<&'static str>,
    /// The script is played up to the lines of that time, which is also what the clock shows at the start.
    until: &'static str,
}

const DEMOS: &[Demo] = &[
    Demo {
        name: "exchange",
        agenda: include_str!("../../config/agendas/exchange.toml"),
        script: include_str!("../../tests/scripts/exchange.tribune"),
        chinese: Some(include_str!("../../tests/scripts/exchange.zh.tribune")),
        until: "2023-12-29T15:13:40+08:00",
    },
    Demo {
        name: "founding",
        agenda: include_str!("../../config/agendas/founding.toml"),
        script: include_str!("../../tests/scripts/founding.tribune"),
        chinese: None,
        until: "2022-08-05T09:47:40+08:00",
    },
];

/// Takes the name of a shipped meeting.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    let names = DEMOS.iter().map(|demo| demo.name);
    command.arg(
        positional(locale, "name", "NAME", "cli-demo-name")
            .value_parser(names.collect::<Vec<_>>())
            .hide_possible_values(true),
    )
}

/// Plays the shipped script to its middle and goes on from there.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let name = matches
        .get_one::<String>("name")
        .map_or(DEMOS[0].name, String::as_str);
    let Some(demo) = DEMOS.iter().find(|demo| demo.name == name) else {
        return Ending::WrongUsage;
    };
    let (ending, told) = match show(demo, surroundings) {
        Ok(Held { ending, told }) => (ending, told),
        Err(told) => (Ending::Problems, told),
    };
    told.iter().for_each(|message| surroundings.tell(message));
    ending
}

/// Shows the demo of that name; the first where there is none.
///
/// # Errors
/// What is said where it does not come to that.
pub fn show_named(name: &str, surroundings: &Surroundings) -> Result<Held, Told> {
    let demo = DEMOS.iter().find(|demo| demo.name == name);
    show(demo.unwrap_or(&DEMOS[0]), surroundings)
}

fn show(demo: &Demo, surroundings: &Surroundings) -> Result<Held, Told> {
    let folder =
        tempfile::tempdir().map_err(|error| told(&Error::create(&std::env::temp_dir(), error)))?;
    let sessions = Sessions::at(folder.path()).map_err(|error| told(&error))?;
    let until = Moment::parse_from_rfc3339(demo.until).map_err(|_| told(&broken(demo)))?;
    let script = demo
        .chinese
        .filter(|_| surroundings.locale().language() == Language::Chinese)
        .unwrap_or(demo.script);
    let ready =
        under_way(demo, &sessions, up_to(script, until), until).map_err(|error| told(&error))?;
    surroundings.tell(&Message::new("cli-demo-begins").with("title", &ready.meeting.agenda.title));
    let ending = run::hold_ready(ready, Clock::running_from(until), surroundings)?;
    Ok(Held {
        ending,
        told: vec![Message::new("cli-demo-ends")],
    })
}

/// The meeting after those lines. They are played in memory and kept in one piece: nobody waits for each of them to be safe.
fn under_way(
    demo: &Demo,
    sessions: &Sessions,
    lines: String,
    begun: Moment,
) -> Result<Ready, Error> {
    let room = played(
        begin(demo, &Sessions::rehearsal(), begun)?,
        lines,
        &mut sink(),
    )?;
    let meeting = room.handle().latest();
    room.close()?;
    let mut ready = begin(demo, sessions, begun)?;
    let records: Vec<String> = meeting.history.records().map(record::line_of).collect();
    let records: Vec<&str> = records.iter().map(String::as_str).collect();
    ready.journal.append(&records)?;
    ready.meeting = Arc::unwrap_or_clone(meeting);
    Ok(ready)
}

/// The first shipped meeting, held to its end, in memory.
///
/// # Errors
/// Where no thread can be had.
pub fn held() -> Result<Arc<Meeting>, Error> {
    let demo = &DEMOS[0];
    let begun = Moment::parse_from_rfc3339(demo.until).map_err(|_| broken(demo))?;
    let ready = begin(demo, &Sessions::rehearsal(), begun)?;
    let room = played(ready, demo.script.to_owned(), &mut sink())?;
    Ok(room.handle().latest())
}

/// Opens the shipped agenda as a meeting that begins when its script does.
fn begin(demo: &Demo, sessions: &Sessions, begun: Moment) -> Result<Ready, Error> {
    let agenda = agenda::file::read(demo.agenda)
        .agenda
        .ok_or_else(|| broken(demo))?;
    let header = Header {
        tribune: record::VERSION,
        begun,
        path: String::new(),
        agenda: demo.agenda.to_owned(),
    };
    run::anew(sessions, header, agenda)
}

/// Records those lines; nobody listens yet, and what is refused is said to `err`.
fn played(ready: Ready, lines: String, err: &mut dyn Write) -> Result<Room, Error> {
    let offset = *ready.meeting.header.begun.offset();
    let room = Room::open(
        ready.journal,
        ready.meeting,
        Clock::Stamped(offset),
        Keeping::nowhere(),
    )?;
    let voice = Voice {
        locale: Locale::new(Language::English),
        out: &mut sink(),
        err,
    };
    let from = From::Script {
        refused: OnRefusal::GoOn,
        after: 0,
    };
    let manner = Manner {
        author: Author::chair(),
        from,
    };
    let reader = Cursor::new(lines.into_bytes());
    plain::hold(&room.handle(), voice, manner, Means::none(), reader);
    Ok(room)
}

/// The lines of a script up to the first one that is stamped later.
fn up_to(script: &str, until: Moment) -> String {
    let is_later = |text: &&str| line::stamped(text).0.is_some_and(|stamp| stamp > until);
    let lines: Vec<&str> = script.lines().take_while(|text| !is_later(text)).collect();
    lines.join("\n") + "\n"
}

fn broken(demo: &Demo) -> Error {
    Error::new(ErrorKind::Broken {
        what: demo.name.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demo_is_played_to_its_middle_without_a_refusal() {
        for demo in DEMOS {
            let until = Moment::parse_from_rfc3339(demo.until).expect("the table has moments");
            for script in [Some(demo.script), demo.chinese].into_iter().flatten() {
                let part = up_to(script, until);
                let lines = part
                    .lines()
                    .filter(|text| line::stamped(text).0.is_some())
                    .count();
                let ready = begin(demo, &Sessions::rehearsal(), until)
                    .expect("the shipped agenda is sound");
                let mut err = Vec::new();
                let room = played(ready, part, &mut err).expect("there are threads");
                let meeting = room.handle().latest();
                assert!(meeting.progress.is_open(), "{}", demo.name);
                assert!(
                    meeting.history.len() + 5 >= lines,
                    "{}: {}",
                    demo.name,
                    String::from_utf8_lossy(&err)
                );
            }
        }
    }

    #[test]
    fn the_exchange_is_shown_mid_round_with_three_units_heard() {
        let demo = &DEMOS[0];
        let until = Moment::parse_from_rfc3339(demo.until).expect("a moment");
        let sessions = Sessions::rehearsal();
        let ready = begin(demo, &sessions, until).expect("the shipped agenda is sound");
        let place = ready.place.clone();
        played(ready, up_to(demo.script, until), &mut sink())
            .and_then(Room::close)
            .expect("memory is sound");
        let meeting = place.resume().expect("it is whole").meeting;
        let running = meeting.floor.running().expect("somebody speaks");
        assert_eq!(meeting.progress.number(running.item), 3);
        let mut heard: Vec<_> = meeting
            .floor
            .turns()
            .filter(|turn| turn.until.is_some())
            .filter_map(|turn| turn.speaker.unit.clone())
            .collect();
        heard.sort();
        heard.dedup();
        assert!(heard.len() >= 3, "{heard:?}");
    }
}
