//! Somebody who watches a meeting that another process holds: the hall's screen, or the faces, which turn and scroll and command nothing. Owns
//! what keys do there and when there is something to draw; what is looked at, and how it is followed, is handed in.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Rect;

use super::action::{ACTIONS, Action, Keys, Line};
use super::briefer::{Briefer, Wanted};
use super::input::{Code, Input, Key, Mouse};
use super::keymap::half_width;
use super::look::Look;
use super::message::Message;
use super::scene::{Keeping, Scene};
use super::signals::LastWords;
use super::style::Styles;
use super::ui::{Dialog, Notice, Tone, Ui};
use super::update::{Effect, Given, update};
use super::{Asked, Ending, Participant, Place, Terminally, screen, sit};
use crate::error::Error;
use crate::locale::Locale;
use crate::meeting::{Author, Meeting};
use crate::phrase::{Face, Interpreter};
use crate::room::Alongside;
use crate::text;

/// How often is looked whether something has changed.
const PACE: Duration = Duration::from_millis(250);

/// What a watching screen needs to know to begin.
#[expect(missing_debug_implementations, reason = "closures have none")]
pub struct Setup {
    /// What is shown.
    pub shows: Shows,
    /// Looks at the meeting, some times a second; nothing where it is as it was. It never writes.
    pub look: Box<dyn FnMut() -> Option<Sight> + Send>,
    /// The sentences of the screen.
    pub locale: Locale,
    /// Which keys start what.
    pub keys: Keys,
    /// Looks and signs.
    pub styles: Styles,
    /// Told when a signal or a failure ends the program.
    pub farewell: text::Message,
}

/// What is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// What the hall sees.
    Hall,
    /// A face, to begin with.
    Face(Face),
}

/// What was seen.
#[derive(Clone, Debug, Default)]
pub struct Sight {
    /// The meeting; none where there is none.
    pub watched: Option<Watched>,
    /// What hinders the watching, or why there is nothing to watch.
    pub told: Vec<text::Message>,
}

/// A meeting that is watched.
#[derive(Clone, Debug)]
pub struct Watched {
    /// It, as far as it is known.
    pub meeting: Arc<Meeting>,
    /// Its time.
    pub clock: Alongside,
}

/// Watches on the terminal behind standard input and output, until the person leaves.
///
/// # Errors
/// As [`run`](super::run).
pub fn watch(setup: Setup) -> Result<Ending, Error> {
    let place = Place {
        mouse: Mouse::Off,
        last: LastWords {
            sync: Box::new(|| {}),
            farewell: setup.locale.say(&setup.farewell),
        },
        farewell: setup.farewell.clone(),
    };
    sit(place, |to_loop| Watching::begin(setup, to_loop))
}

/// A watcher's side of the loop.
#[derive(Debug)]
pub struct Watching {
    shows: Shows,
    ui: Ui,
    sight: Sight,
    sights: Receiver<Sight>,
    locale: Locale,
    styles: Styles,
    author: Author,
    interpreter: Interpreter,
    briefer: Briefer,
    /// What was drawn on last.
    area: Rect,
    /// Whether that is still what there is to see.
    drawn: Drawn,
}

/// Whether what stands on the screen is what there is to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drawn {
    Stale,
    Fresh,
}

impl Watching {
    /// Looks for the first time, and from then on beside the loop, which is told when something has changed.
    #[must_use]
    pub fn begin(setup: Setup, to_loop: Sender<Message>) -> Self {
        let Setup {
            shows,
            mut look,
            locale,
            keys,
            styles,
            farewell: _,
        } = setup;
        let sight = look().unwrap_or_default();
        let (send, sights) = channel();
        let briefer = Briefer::begin(to_loop.clone());
        thread::spawn(move || {
            loop {
                thread::sleep(PACE);
                let Some(sight) = look() else { continue };
                // Nobody watches any more.
                if send.send(sight).is_err() || to_loop.send(Message::Published).is_err() {
                    return;
                }
            }
        });
        let mut watching = Self {
            shows,
            briefer,
            ui: Ui {
                face: match shows {
                    Shows::Hall => Face::Floor,
                    Shows::Face(face) => face,
                },
                language: locale.language(),
                theme: styles.theme.clone(),
                mouse: Mouse::Off,
                keys,
                ..Ui::default()
            },
            sight: Sight::default(),
            sights,
            locale,
            styles,
            author: Author::chair(),
            interpreter: Interpreter::new(),
            area: Rect::default(),
            drawn: Drawn::Stale,
        };
        watching.see(sight);
        watching
    }

    fn see(&mut self, sight: Sight) {
        self.ui.notice = Notice::refused(sight.told.clone());
        self.sight = sight;
        self.update(Message::Published);
    }

    fn key(&mut self, key: Key) -> Vec<Asked> {
        let line = self.ui.draft.line();
        let action = self.ui.keys.action(key, line);
        if action == Some(Action::Leave) || (self.is_bare() && leaves(key)) {
            return vec![Asked::Leave];
        }
        let looks = match (self.shows, action) {
            (Shows::Hall, _) => return terminally(&self.ui, key),
            (Shows::Face(_), _) if self.ui.dialog.is_some() => true,
            (Shows::Face(_), Some(Action::Capture)) => line == Line::Filter,
            (Shows::Face(_), Some(action)) => action.only_looks(),
            (Shows::Face(_), None) => line == Line::Filter || !types(key),
        };
        if action == Some(Action::Help) && self.ui.dialog.is_none() {
            let lines = keys_that_look(&self.ui.keys);
            self.ui.dialog = Some(Dialog::Shown { lines, above: 0 });
            return Vec::new();
        }
        if looks {
            return self.update(Message::Input(Input::Key(key)));
        }
        self.ui.notice = Some(Notice {
            what: vec![text::Message::new("watch-only")],
            tone: Tone::Refused,
        });
        Vec::new()
    }

    /// Whether nothing is typed and nothing asked, so that a letter may leave.
    fn is_bare(&self) -> bool {
        self.ui.dialog.is_none() && self.ui.draft.line() == Line::Empty
    }

    /// Takes a message in as every screen does; what it would ask of a room is never asked.
    fn update(&mut self, message: Message) -> Vec<Asked> {
        let Some(Watched { meeting, clock }) = &self.sight.watched else {
            return if let Message::Input(Input::Key(key)) = message {
                terminally(&self.ui, key)
            } else {
                Vec::new()
            };
        };
        let mut given = Given {
            meeting,
            now: clock.now(),
            author: &self.author,
            interpreter: &mut self.interpreter,
        };
        let effects = update(&mut self.ui, &mut given, message);
        if self.ui.face == Face::Brief {
            self.briefer.follow(meeting, Wanted::Brief);
        }
        effects.iter().filter_map(asked).collect()
    }

    fn put(&self, area: Rect, buf: &mut ratatui::buffer::Buffer) {
        let look = Look {
            locale: &self.locale,
            styles: &self.styles,
        };
        let Some(Watched { meeting, clock }) = &self.sight.watched else {
            let waiting = text::Message::new("hall-waiting");
            let why = self.sight.told.first().unwrap_or(&waiting);
            return screen::hall::nothing(&look, why, area, buf);
        };
        let scene = Scene {
            meeting,
            ui: &self.ui,
            now: clock.now(),
            look,
            keeping: Keeping::Watched,
        };
        match self.shows {
            Shows::Hall => {
                screen::hall::view(&scene, area, buf);
                screen::hall::trouble(&look, &self.sight.told, area, buf);
            }
            Shows::Face(_) => screen::view(&scene, area, buf),
        }
    }

    /// Whether a second that passes changes what is shown.
    fn ticks(&self) -> bool {
        self.sight
            .watched
            .as_ref()
            .is_some_and(|watched| match self.shows {
                Shows::Hall => screen::hall::ticks(&watched.meeting),
                // The time of day stands in the header.
                Shows::Face(_) => true,
            })
    }
}

/// What the keys do for those who only watch, a line each.
fn keys_that_look(keys: &Keys) -> Vec<text::Message> {
    let line = |key: String, what: text::Message| {
        let line = text::Message::new("watch-key").with("key", key);
        line.with("what", what)
    };
    let looks = ACTIONS.iter().filter(|row| row.action.only_looks());
    let looks = looks.filter_map(|row| {
        let key = keys.shown(row.action)?.to_string();
        Some(line(key, text::Message::new(row.help)))
    });
    let leaves = line("q".to_owned(), text::Message::new("watch-hint-leave"));
    [leaves].into_iter().chain(looks).collect()
}

/// A key that leaves where nothing is typed.
fn leaves(key: Key) -> bool {
    let typed = key.types().map(half_width);
    key.code == Code::Esc || typed.is_some_and(|c| c.eq_ignore_ascii_case(&'q'))
}

/// Whether a key would begin a line; a filter is none.
fn types(key: Key) -> bool {
    let typed = key.types().map(half_width);
    typed.is_some_and(|c| !matches!(c, '/' | '?'))
}

/// What a key asks for that is about the terminal alone.
fn terminally(ui: &Ui, key: Key) -> Vec<Asked> {
    let action = ui.keys.action(key, Line::Empty);
    let known = [
        (Action::Repaint, Terminally::Repaint),
        (Action::Suspend, Terminally::Suspend),
    ];
    let asked = known
        .into_iter()
        .filter(|(known, _)| action == Some(*known));
    asked.map(|(_, asked)| asked.into()).collect()
}

/// What is left to the loop; nothing is ever submitted.
fn asked(effect: &Effect) -> Option<Asked> {
    match effect {
        Effect::Submit(_) | Effect::Grant(_) | Effect::Mind(_) | Effect::Go(_) => None,
        Effect::Leave => Some(Asked::Leave),
        Effect::Fit => Some(Terminally::Fit.into()),
        Effect::Repaint => Some(Terminally::Repaint.into()),
        Effect::Suspend => Some(Terminally::Suspend.into()),
    }
}

impl Participant for Watching {
    fn take(&mut self, message: Message) -> Vec<Asked> {
        if matches!(message, Message::Tick) && !self.ticks() {
            return Vec::new();
        }
        self.drawn = Drawn::Stale;
        match message {
            Message::Published => {
                if let Some(sight) = self.sights.try_iter().last() {
                    self.see(sight);
                }
                Vec::new()
            }
            Message::Input(Input::Key(key)) => self.key(key),
            Message::Resized => vec![Terminally::Fit.into()],
            Message::Resumed => vec![Terminally::Repaint.into()],
            Message::Input(_)
            | Message::Pressed(_)
            | Message::Answered(_)
            | Message::Read(_)
            | Message::Rested => Vec::new(),
            message @ (Message::Tick | Message::Briefed(_)) => self.update(message),
            Message::Gone => vec![Asked::Leave],
        }
    }

    fn draw<B: Backend>(&mut self, terminal: &mut Terminal<B>) -> Result<(), B::Error> {
        terminal.autoresize()?;
        let area = terminal.get_frame().area();
        if self.drawn == Drawn::Fresh && self.area == area {
            return Ok(());
        }
        screen::fit(&mut self.ui, area);
        let drawn = terminal.draw(|frame| {
            self.put(area, frame.buffer_mut());
        });
        drawn?;
        (self.area, self.drawn) = (area, Drawn::Fresh);
        Ok(())
    }
}
