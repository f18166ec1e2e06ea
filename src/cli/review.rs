//! `tribune review [SESSION]`: the archive on a screen. Owns the way from the command line to it; what is shown there is `tui::review`'s.

use std::path::PathBuf;

use chrono::SubsecRound;
use clap::{ArgMatches, Command};

use super::export::of_saved;
use super::screen::{heard, styles};
use super::{Ending, Surroundings, opened, positional};
use crate::archive::{self, Told};
use crate::locale::Locale;
use crate::text::{Message, Moment, Text};
use crate::tui::review::desk::List;
use crate::tui::{self, review};

/// Takes the session.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    command.arg(positional(
        locale,
        "session",
        "SESSION",
        "cli-review-session",
    ))
}

/// Shows it until the person leaves.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    if !surroundings.has_terminal() {
        surroundings.tell(&Message::new("cli-review-no-terminal"));
        return Ending::Problems;
    }
    let meant = matches.get_one::<String>("session");
    match place(meant, surroundings).and_then(|place| sit(place, List::Sessions, surroundings)) {
        Ok(ending) => ending,
        Err(told) => {
            told.iter().for_each(|message| surroundings.tell(message));
            Ending::Problems
        }
    }
}

/// Shows the archive with that list in front, or with that session opened.
///
/// # Errors
/// What is said where there is no such session, or no screen.
pub fn show(
    session: Option<Text>,
    list: List,
    surroundings: &Surroundings,
) -> Result<Ending, Told> {
    let folder = surroundings.sessions().to_owned();
    sit((folder, session), list, surroundings)
}

/// The folder that is looked at, and the session that is opened there.
fn place(
    meant: Option<&String>,
    surroundings: &Surroundings,
) -> Result<(PathBuf, Option<Text>), Told> {
    let folder = surroundings.sessions();
    let Some(meant) = meant else {
        return Ok((folder.to_owned(), None));
    };
    let opened = archive::find(folder, meant).and_then(|path| archive::open(&path))?;
    let stem = Text::line(&opened.stem);
    Ok((opened::folder(&opened).to_owned(), Some(stem)))
}

fn sit(
    (folder, session): (PathBuf, Option<Text>),
    list: List,
    surroundings: &Surroundings,
) -> Result<Ending, Told> {
    let mut told: Vec<Message> = surroundings.told().to_vec();
    let of = folder.clone();
    let ended = review::run(review::Setup {
        folder,
        session,
        list,
        author: surroundings.account().unwrap_or_default().to_owned(),
        now: Box::new(|| wall(surroundings.started())),
        locale: surroundings.locale().clone(),
        keys: heard(surroundings.own().keys(), surroundings, &mut told),
        styles: styles(surroundings, &mut told)?,
        themes: surroundings.own().themes_for_screen(),
        export: Box::new(move |session, words| {
            let path = of.join(format!("{session}.toml"));
            of_saved(&archive::open(&path)?, words, surroundings)
        }),
        mouse: if surroundings.settings().mouse {
            tui::Mouse::On
        } else {
            tui::Mouse::Off
        },
        told,
    });
    match ended {
        Ok(tui::Ending::Left) => Ok(Ending::Done),
        // As the signal that a closed terminal sends.
        Ok(tui::Ending::Gone) => Ok(Ending::Signal(1)),
        Err(error) => Err(error.messages().collect()),
    }
}

/// The wall time now, in the offset of the start.
pub fn wall(started: Moment) -> Moment {
    let now = chrono::Utc::now().with_timezone(started.offset());
    now.trunc_subsecs(0)
}
