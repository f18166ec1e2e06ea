//! What the program can do for a running meeting besides recording it: its agenda file again, documents, private notes,
//! what earlier sessions left open. Owns the way from the files of this machine to [`Means`], for screen and plain mode alike.

use std::path::Path;

use chrono::NaiveDate;

use super::run::told;
use super::sessions::SessionPlace;
use super::{Surroundings, export, read_file};
use crate::archive;
use crate::meeting::Meeting;
use crate::meeting::outcome::Matter;
use crate::plain::Means;
use crate::room::RoomHandle;

/// The means of a meeting that is kept there; `agenda` is its file, where it has one.
pub fn of<'a>(
    room: &'a RoomHandle,
    place: &'a SessionPlace,
    agenda: Option<&'a Path>,
    surroundings: &'a Surroundings,
) -> Means<'a> {
    let mut means = Means::none();
    if let Some(path) = agenda {
        means.reread = Box::new(|| read_file::read(path).map_err(|message| vec![message]));
    }
    means.note = Box::new(|note| {
        place
            .note_privately(room.now(), note)
            .map_err(|error| told(&error))
    });
    means.export = Box::new(|meeting, words| {
        export::of_running(meeting, &place.session(), words, surroundings)
    });
    means.matters = Box::new(|meeting| {
        let today = room.now().date_naive();
        matters(meeting, place, surroundings, today)
    });
    means
}

/// What earlier sessions of the same series, in the folder of sessions, left open; nothing for a meeting without a series.
fn matters(
    meeting: &Meeting,
    place: &SessionPlace,
    surroundings: &Surroundings,
    today: NaiveDate,
) -> Vec<Matter> {
    let series = meeting.agenda.series.as_ref();
    series.map_or_else(Vec::new, |series| {
        archive::matters(
            surroundings.sessions(),
            series,
            place.stem(),
            today,
            meeting.agenda.language,
        )
    })
}
