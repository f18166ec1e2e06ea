//! `tribune watch [SESSION] [--face FACE]`: the hall's screen, or a second one that only looks, beside a meeting that another process holds.
//! Owns what is asked for; which meeting that is and how it is followed is [`Onlooker`]'s, what is seen `tui`'s.

pub mod journals;
mod onlooker;

use std::path::Path;

use clap::{ArgMatches, Command};

use super::completions::Names;
use super::{Ending, Surroundings, option, positional, screen};
use crate::locale::Locale;
use crate::phrase::Face;
use crate::text::Message;
use crate::tui;
use crate::tui::watch::{Setup, Shows, watch};
use onlooker::Onlooker;

/// Takes the session and the face.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    let faces = Face::words().map(str::to_owned).collect();
    command
        .arg(positional(
            locale,
            "session",
            "SESSION",
            "cli-watch-session",
        ))
        .arg(
            option(locale, "face", "cli-watch-face")
                .value_name("FACE")
                .value_parser(Names::of(faces))
                .hide_possible_values(true),
        )
}

/// Watches until the person leaves.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let face = matches.get_one::<String>("face");
    let Some(shows) = face.map_or(Some(Shows::Hall), |word| Face::named(word).map(Shows::Face))
    else {
        let words = Face::words().map(Into::into).collect::<Vec<_>>();
        let unknown = Message::new("watch-no-face").with("faces", words);
        let meant = face.map(String::as_str).unwrap_or_default();
        surroundings.tell(&unknown.with("face", meant));
        return Ending::WrongUsage;
    };
    if !surroundings.has_terminal() {
        surroundings.tell(&Message::new("watch-no-terminal"));
        return Ending::Problems;
    }
    let meant = matches.get_one::<String>("session").map(String::as_str);
    match onlooker(meant, surroundings).and_then(|onlooker| sit(onlooker, shows, surroundings)) {
        Ok(ending) => ending,
        Err(told) => {
            told.iter().for_each(|message| surroundings.tell(message));
            Ending::Problems
        }
    }
}

/// Shows the hall's screen of the meeting of that journal.
///
/// # Errors
/// What is said where there is no screen.
pub fn show(journal: &Path, surroundings: &Surroundings) -> Result<Ending, Vec<Message>> {
    let onlooker = Onlooker::of_one(journal, *surroundings.started().offset());
    sit(onlooker, Shows::Hall, surroundings)
}

/// Who looks at the meeting that is meant, or at whichever is running.
fn onlooker(meant: Option<&str>, surroundings: &Surroundings) -> Result<Onlooker, Vec<Message>> {
    let (folder, offset) = (surroundings.sessions(), *surroundings.started().offset());
    match meant {
        None => Ok(Onlooker::of_any(folder, offset)),
        Some(meant) => {
            let journal = journals::find(folder, meant)?;
            Ok(Onlooker::of_one(&journal, offset))
        }
    }
}

fn sit(
    mut onlooker: Onlooker,
    shows: Shows,
    surroundings: &Surroundings,
) -> Result<Ending, Vec<Message>> {
    // What is wrong with a file of the person's own is said before the screen comes, and not to the hall.
    let mut told = Vec::new();
    let ended = watch(Setup {
        shows,
        look: Box::new(move || onlooker.look()),
        locale: surroundings.locale().clone(),
        keys: screen::heard(surroundings.own().keys(), surroundings, &mut told),
        styles: screen::styles(surroundings, &mut told)?,
        farewell: Message::new("watch-farewell"),
    });
    match ended {
        Ok(tui::Ending::Left) => Ok(Ending::Done),
        // As the signal that a closed terminal sends.
        Ok(tui::Ending::Gone) => Ok(Ending::Signal(1)),
        Err(error) => Err(error.messages().collect()),
    }
}
