//! `tribune` alone: the lobby, and what is gone to from it, until the person leaves. Owns the way there and back; what stands in the lobby is
//! `tui::lobby`'s, and what is gone to runs as its own subcommand runs it.

mod agendas;
mod looking;

use std::path::{Path, PathBuf};

use super::run::{self, Held, Told};
use super::sessions::SessionPlace;
use super::{Ending, Surroundings, demo, new, review, screen, watch};
use crate::text::{Message, Text};
use crate::tui;
use crate::tui::lobby::entries::Entry;
use crate::tui::lobby::found::Folders;
use crate::tui::lobby::{self, Chosen, Going, Left, Plan, Setup};
use crate::tui::review::desk::List;
use crate::tui::ui::{Notice, Tone};

/// Keeps the lobby open until the person leaves it.
pub fn perform(surroundings: &Surroundings) -> Ending {
    let mut surroundings = surroundings.clone();
    let mut at = None;
    let mut made = Vec::new();
    let mut notice = Notice::refused(surroundings.told().to_vec());
    loop {
        let chosen = match open(at.take(), &made, notice.take(), &surroundings) {
            Ok(Left::For(chosen)) => *chosen,
            Ok(Left::Away) => return Ending::Done,
            // As the signal that a closed terminal sends.
            Ok(Left::Gone) => return Ending::Signal(1),
            Err(told) => {
                told.iter().for_each(|message| surroundings.tell(message));
                return Ending::Problems;
            }
        };
        let Chosen {
            going,
            at: stood,
            language,
            theme,
        } = chosen;
        surroundings = surroundings.from_here_on(language, theme);
        at = stood;
        let (told, tone) = match go(&going, &mut made, &surroundings) {
            Ok(Held {
                ending: ended @ Ending::Signal(_),
                ..
            }) => return ended,
            Ok(Held { told, .. }) => (told, Tone::Done),
            Err(told) => (told, Tone::Refused),
        };
        // It stays to be read once the lobby is left, too.
        told.iter().for_each(|message| surroundings.tell(message));
        if let (Going::New(_), Some(path)) = (&going, made.last()) {
            at = Some(Entry::Start(Plan::File(path.clone())));
        }
        notice = (!told.is_empty()).then_some(Notice { what: told, tone });
    }
}

fn open(
    at: Option<Entry>,
    made: &[PathBuf],
    notice: Option<Notice>,
    surroundings: &Surroundings,
) -> Result<Left, Told> {
    let mut told = Vec::new();
    let (sessions, made) = (surroundings.sessions().to_owned(), made.to_vec());
    let path = |path: &Path| Text::line(&path.to_string_lossy());
    let setup = Setup {
        look: Box::new(move |tell| looking::look(&sessions, made, tell)),
        folders: Folders {
            sessions: path(surroundings.sessions()),
            settings: path(surroundings.own().folder()),
        },
        now: review::wall(surroundings.started()),
        at,
        keys: screen::heard(surroundings.own().keys(), surroundings, &mut told),
        styles: screen::styles(surroundings, &mut told)?,
        notice: notice.or_else(|| Notice::refused(told)),
        locale: surroundings.locale().clone(),
        themes: surroundings.own().themes_for_screen(),
        mouse: if surroundings.settings().mouse {
            tui::Mouse::On
        } else {
            tui::Mouse::Off
        },
    };
    lobby::run(setup).map_err(|error| error.messages().collect())
}

/// Goes there, and comes back with what is told of it.
fn go(going: &Going, made: &mut Vec<PathBuf>, surroundings: &Surroundings) -> Result<Held, Told> {
    let looked_at = |ending: Ending| Held {
        ending,
        told: Vec::new(),
    };
    let sessions = surroundings.sessions();
    match going {
        Going::Continue(stem) => run::go_on(
            SessionPlace::in_folder(sessions, stem.as_str()),
            surroundings,
        ),
        Going::Watch(stem) => {
            let place = SessionPlace::in_folder(sessions, stem.as_str());
            watch::show(&place.journal(), surroundings).map(looked_at)
        }
        Going::Start(Plan::File(path), manner) => run::start(path, *manner, surroundings),
        Going::Start(Plan::Shipped(name), manner) => {
            run::start_shipped(agendas::shipped(name), *manner, surroundings)
        }
        Going::New(name) => {
            let path = agendas::write(
                new::template(Some(name), surroundings.locale().language())
                    .map_err(|why| vec![why])?,
            )?;
            let wrote = Message::new("lobby-wrote").with("path", &*path.to_string_lossy());
            made.push(path);
            Ok(Held {
                ending: Ending::Done,
                told: vec![wrote],
            })
        }
        Going::Review(session) => {
            review::show(session.clone(), List::Sessions, surroundings).map(looked_at)
        }
        Going::Followups => review::show(None, List::Followups, surroundings).map(looked_at),
        Going::Demo(name) => demo::show_named(name, surroundings),
    }
}
