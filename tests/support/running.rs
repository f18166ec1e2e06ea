//! A small meeting in a room, for tests of what is around a meeting. Its commands enrol people: one record each.

use std::sync::Arc;

use tribune::agenda::{Agenda, Capacity};
use tribune::error::Error;
use tribune::journal::{Journal, Loaded, Storage};
use tribune::meeting::record::line_of;
use tribune::meeting::{Author, Command, Header, Meeting, roll, roster};
use tribune::room::{Clock, Keeping, Room};
use tribune::text::{Moment, Text};

/// The journal's name.
pub const NAME: &str = "2023-12-29-exchange.journal";

/// When the meeting begins.
pub fn begun() -> Moment {
    moment("2023-12-29T14:30:00+08:00")
}

/// That moment.
pub fn moment(text: &str) -> Moment {
    Moment::parse_from_rfc3339(text).expect("the test writes it right")
}

/// What meeting it is.
pub fn header() -> Header {
    Header {
        tribune: 1,
        begun: begun(),
        path: "exchange.toml".into(),
        agenda: "title = \"Exchange\"\n".into(),
    }
}

/// A command that is always obeyed, once for each name.
pub fn enrol(name: &str) -> Command {
    let newcomer = roster::Newcomer {
        id: name.replace(' ', "-").as_str().into(),
        name: Text::line(name),
        title: Some(Text::line("理事")),
        unit: None,
        capacity: Capacity::Invited,
    };
    roster::Command::Enrol(newcomer).into()
}

/// Begins the meeting there.
pub fn begin(storage: &Arc<dyn Storage>) -> Journal {
    let mut journal = unsafe_yet(storage);
    journal.secure().expect("the folder is sound");
    journal
}

/// The same, before the disk has it.
pub fn unsafe_yet(storage: &Arc<dyn Storage>) -> Journal {
    Journal::create(Arc::clone(storage), NAME, &line_of(&header())).expect("the folder is sound")
}

/// Runs the meeting that the journal has just been begun for.
pub fn run(journal: Journal, keeping: Keeping) -> Room {
    let meeting = Meeting::begin(header(), Agenda::default());
    Room::open(journal, meeting, Clock::Fixed(begun()), keeping).expect("there are threads")
}

/// Opens the meeting that was begun there, and says what was found.
pub fn resume(storage: &Arc<dyn Storage>, keeping: Keeping) -> Result<(Room, Loaded), Error> {
    let (journal, loaded) = Journal::open(Arc::clone(storage), NAME)?;
    let records = loaded.records.iter().cloned().map(Arc::new);
    let meeting = Meeting::replay(loaded.header.clone(), Agenda::default(), records);
    let room = Room::open(journal, meeting, Clock::Fixed(begun()), keeping)?;
    Ok((room, loaded))
}

/// Records so many commands, one after the other.
pub fn record(room: &Room, count: usize) {
    for number in 1..=count {
        let name = format!("delegate {number}");
        room.handle()
            .submit(enrol(&name), Author::chair())
            .wait()
            .expect("the folder is sound");
    }
}

/// Records so many short commands, one after the other: head counts from 1 on.
pub fn count(room: &Room, records: u32) {
    for present in 1..=records {
        let command = roll::Command::Count { present, of: None };
        room.handle()
            .submit(command.into(), Author::chair())
            .wait()
            .expect("the folder is sound");
    }
}
