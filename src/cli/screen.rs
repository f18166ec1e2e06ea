//! A meeting on the screen of this terminal, in the looks that the surroundings ask for. Owns the way from surroundings to
//! a screen and from its ending to the program's; the screen is `tui`'s.

use std::path::Path;

use super::run::Told;
use super::sessions::SessionPlace;
use super::{Ending, Surroundings, means};
use crate::meeting::Author;
use crate::room::Room;
use crate::text::Message;
use crate::tui::style::{Signs, Styles, Theme, WITHOUT_COLOURS};
use crate::tui::{self, Keeping, Setup};

/// Holds a meeting on the screen until the person leaves.
///
/// # Errors
/// What is told when the screen itself failed; everything acknowledged is in the journal.
pub fn sit(
    room: &Room,
    place: &SessionPlace,
    agenda: Option<&Path>,
    keeping: Keeping,
    surroundings: &Surroundings,
) -> Result<Ending, Told> {
    let handle = room.handle();
    let means = means::of(&handle, place, agenda, surroundings);
    let farewell = match keeping {
        Keeping::Memory => Message::new("cli-screen-rehearsed"),
        Keeping::Saved | Keeping::SessionFailed | Keeping::ReadOnly => {
            Message::new("cli-screen-kept").with(
                "path",
                room.handle().journal().to_string_lossy().into_owned(),
            )
        }
    };
    let ended = tui::run(Setup {
        room: room.handle(),
        author: Author::chair(),
        language: surroundings.locale().language(),
        styles: styles(surroundings)?,
        keeping,
        farewell: farewell.clone(),
        means,
        mouse: tui::Mouse::On,
    });
    match ended {
        Ok(tui::Ending::Left) => Ok(Ending::Done),
        // As the signal that a closed terminal sends.
        Ok(tui::Ending::Gone) => Ok(Ending::Signal(1)),
        Err(error) => Err(error.messages().chain([farewell]).collect()),
    }
}

fn styles(surroundings: &Surroundings) -> Result<Styles, Vec<Message>> {
    let theme = match surroundings.theme() {
        _ if surroundings.is_colourless() => Theme::named(WITHOUT_COLOURS),
        Some(name) => Theme::named(name),
        None => Some(Theme::default()),
    };
    let signs = if surroundings.is_ascii() {
        Signs::Ascii
    } else {
        Signs::Unicode
    };
    let theme = theme.ok_or_else(|| vec![Message::new("tui-no-theme")])?;
    Ok(Styles { theme, signs })
}
