//! A meeting on the screen of this terminal, in the looks that the surroundings ask for. Owns the way from surroundings to
//! a screen and from its ending to the program's; the screen is `tui`'s.

use super::{Ending, Surroundings};
use crate::meeting::Author;
use crate::plain::Means;
use crate::room::Room;
use crate::text::Message;
use crate::tui::style::{Signs, Styles, Theme, WITHOUT_COLOURS};
use crate::tui::{self, Keeping, Setup};

/// Sits down at the screen until the person leaves. `farewell` says where the meeting is kept: here to a signal that ends
/// the program, elsewhere by whoever called.
///
/// # Errors
/// What is told when the screen itself failed; everything acknowledged is in the journal.
pub fn sit(
    room: &Room,
    means: Means,
    keeping: Keeping,
    farewell: Message,
    surroundings: &Surroundings,
) -> Result<Ending, Vec<Message>> {
    let ended = tui::run(Setup {
        room: room.handle(),
        author: Author::chair(),
        language: surroundings.locale().language(),
        styles: styles(surroundings)?,
        keeping,
        farewell,
        means,
    });
    match ended {
        Ok(tui::Ending::Left) => Ok(Ending::Done),
        // As the signal that a closed terminal sends.
        Ok(tui::Ending::Gone) => Ok(Ending::Signal(1)),
        Err(error) => Err(error.messages().collect()),
    }
}

fn styles(surroundings: &Surroundings) -> Result<Styles, Vec<Message>> {
    let theme = match surroundings.theme() {
        _ if surroundings.is_colourless() => Theme::named(WITHOUT_COLOURS),
        Some(name) => Theme::named(name),
        None => Some(Theme::default()),
    };
    let signs = if surroundings.is_ascii() { Signs::Ascii } else { Signs::Unicode };
    let theme = theme.ok_or_else(|| vec![Message::new("tui-no-theme")])?;
    Ok(Styles { theme, signs })
}
