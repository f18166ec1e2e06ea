//! A meeting on the screen of this terminal, in the looks that the surroundings ask for. Owns the way from surroundings to
//! a screen and from its ending to the program's; the screen is `tui`'s.

use std::path::Path;

use super::own::Trouble;
use super::run::Told;
use super::sessions::SessionPlace;
use super::{Ending, Surroundings, means};
use crate::meeting::Author;
use crate::room::{Room, RoomHandle};
use crate::settings::theme::unknown;
use crate::text::Message;
use crate::tui::style::{Signs, Styles, Theme};
use crate::tui::unsent::Unsent;
use crate::tui::{self, Keeping, Setup};

/// Holds a meeting on the screen, which tells those findings first, until the person leaves.
///
/// # Errors
/// What is told when the screen itself failed; everything acknowledged is in the journal.
pub fn sit(
    room: &Room,
    place: &SessionPlace,
    agenda: Option<&Path>,
    keeping: Keeping,
    findings: Told,
    surroundings: &Surroundings,
) -> Result<Ending, Told> {
    let handle = room.handle();
    let means = means::of(&handle, place, agenda, surroundings);
    let mut told = findings;
    told.extend_from_slice(surroundings.told());
    let ended = tui::run(Setup {
        room: room.handle(),
        author: Author::chair(),
        locale: surroundings.locale().clone(),
        keys: heard(surroundings.own().keys(), surroundings, &mut told),
        styles: styles(surroundings, &mut told)?,
        themes: surroundings.own().themes_for_screen(),
        keeping,
        farewell: farewell(&handle, keeping),
        means,
        mouse: if surroundings.settings().mouse {
            tui::Mouse::On
        } else {
            tui::Mouse::Off
        },
        unsent: unsent(place),
        told,
    });
    match ended {
        Ok(tui::Ending::Left) => Ok(Ending::Done),
        // As the signal that a closed terminal sends.
        Ok(tui::Ending::Gone) => Ok(Ending::Signal(1)),
        Err(error) => Err(error.messages().collect()),
    }
}

/// Where the meeting is kept and how to go on.
pub fn farewell(room: &RoomHandle, keeping: Keeping) -> Message {
    match keeping {
        Keeping::Memory => Message::new("cli-screen-rehearsed"),
        Keeping::Saved
        | Keeping::Begun
        | Keeping::SessionFailed
        | Keeping::ReadOnly
        | Keeping::Archived
        | Keeping::Watched => {
            let path = room.journal().to_string_lossy().into_owned();
            Message::new("cli-screen-kept").with("path", path)
        }
    }
}

/// Where a line is kept that is not sent: beside the journal.
fn unsent(place: &SessionPlace) -> Unsent {
    let there = place.clone();
    Unsent::new(place.draft(), Box::new(move |text| there.keep_draft(text)))
}

/// What a person's own file says. What is wrong with it is said now, and in brief once the screen is up.
pub fn heard<T>(
    (said, trouble): (T, Option<Trouble>),
    surroundings: &Surroundings,
    told: &mut Vec<Message>,
) -> T {
    if let Some(trouble) = trouble {
        trouble.tell(surroundings.locale());
        told.extend(trouble.in_brief());
    }
    said
}

/// The looks that the person asked for.
pub fn styles(
    surroundings: &Surroundings,
    told: &mut Vec<Message>,
) -> Result<Styles, Vec<Message>> {
    let signs = if surroundings.settings().ascii {
        Signs::Ascii
    } else {
        Signs::Unicode
    };
    let theme = match surroundings.theme() {
        Some(name) => theme(name, surroundings, told)?,
        None => Theme::default(),
    };
    Ok(Styles { theme, signs })
}

fn theme(
    name: &str,
    surroundings: &Surroundings,
    told: &mut Vec<Message>,
) -> Result<Theme, Vec<Message>> {
    if let Some(shipped) = Theme::shipped(name) {
        return Ok(shipped);
    }
    let known = surroundings.own().themes();
    if !known.iter().any(|known| known == name) {
        return Err(vec![unknown(name, &known)]);
    }
    Ok(heard(surroundings.own().theme(name), surroundings, told))
}
