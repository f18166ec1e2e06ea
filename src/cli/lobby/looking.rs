//! What there is for the lobby: looked for piece by piece, what is listed first, what has to be read last. Changes nothing in any file.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::agendas;
use crate::archive::{self, History, Listing, Only, Unreadable};
use crate::cli::sessions::{SessionPlace, replayed};
use crate::cli::watch::journals::{self, Listed};
use crate::error::Error;
use crate::meeting::Meeting;
use crate::text::{Bilingual, Text};
use crate::tui::lobby::found::{Hold, Interrupted, News};

/// So many meetings that are not over are read.
const MOST_INTERRUPTED: usize = 20;

/// Looks, and tells what there is, until nobody listens any more.
pub fn look(folder: &Path, made: Vec<PathBuf>, tell: &dyn Fn(News) -> ControlFlow<()>) {
    let journals = journals::list(folder);
    let agendas = News::Agendas(agendas::list(folder, &journals, made));
    if tell(agendas).is_break() {
        return;
    }
    let listing = Arc::new(archive::listing(folder));
    let (interrupted, unreadable) = interrupted(folder, &journals, &listing);
    let pieces = [
        News::Interrupted(interrupted, unreadable),
        News::Sessions(listing),
    ];
    for piece in pieces {
        if tell(piece).is_break() {
            return;
        }
    }
    // Once nobody listens any more, nothing more is read.
    let go_on = |progress| tell(News::Reading(progress));
    if let ControlFlow::Continue(history) =
        History::unless(folder, Only::default(), |_, _| {}, go_on)
    {
        let _ = tell(News::History(Arc::new(history)));
    }
}

/// The meetings that are not over, the one that was left last first, and the journals that cannot be read.
fn interrupted(
    folder: &Path,
    journals: &[Listed],
    listing: &Listing,
) -> (Vec<Interrupted>, Vec<Unreadable>) {
    let over = listing.sessions.iter();
    let over: HashSet<&str> = over
        .filter(|listed| listed.head.state.as_str() != "open")
        .map(|listed| listed.stem.as_str())
        .collect();
    let (mut interrupted, mut unreadable) = (Vec::new(), Vec::new());
    let open = journals
        .iter()
        .filter(|journal| !over.contains(journal.stem.as_str()));
    for journal in open.take(MOST_INTERRUPTED) {
        let place = SessionPlace::in_folder(folder, &journal.stem);
        match read(&place) {
            Ok(found) => interrupted.extend(found),
            Err(error) => unreadable.push(Unreadable {
                path: place.journal(),
                why: error.message(),
            }),
        }
    }
    (interrupted, unreadable)
}

/// The meeting of that journal; none where it is over, or its agenda can no longer be read.
fn read(place: &SessionPlace) -> Result<Option<Interrupted>, Error> {
    let Some(loaded) = place.load_journal()? else {
        return Ok(None);
    };
    let findings = loaded.findings();
    let meeting = replayed(loaded.header, loaded.records);
    let meeting = meeting.filter(|meeting| meeting.progress.adjourned().is_none());
    Ok(meeting.map(|meeting| Interrupted {
        stem: Text::line(place.stem()),
        left: meeting.last_at().unwrap_or(meeting.header.begun),
        records: meeting.history.len(),
        item: item(&meeting),
        floor: floor(&meeting),
        title: meeting.agenda.title.clone(),
        hold: if place.is_held() {
            Hold::Elsewhere
        } else {
            Hold::Free
        },
        findings,
    }))
}

/// The item at which it was left: its number, and what it is.
fn item(meeting: &Meeting) -> Option<(usize, Bilingual)> {
    let open = meeting.progress.current_item()?;
    let number = meeting.progress.number(open.id);
    Some((number, open.plan.title.clone()))
}

/// Who had the floor.
fn floor(meeting: &Meeting) -> Option<Bilingual> {
    let who = meeting.floor.running()?.speaker.who()?;
    Some(meeting.roster.name(&who))
}
