//! The lobby: the front door. One list of what can be gone to — a meeting that was left, an agenda, the archive, first steps — with what one stands
//! on told beside it. This page owns the participant of the loop and what is gone to; what there is, is found by whoever has it and handed in.
//!
//! ```text
//! look (a thread) ─► News ─► desk ─► entries ─► screen::lobby
//! keys ─────────────────────► desk ─► Going ─► whoever opened the lobby
//! ```

pub mod desk;
pub mod entries;
pub mod found;
pub mod keys;

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};

use super::input::{Input, Mouse};
use super::look::Look;
use super::message::{Answer, Message};
use super::rest::Rest;
use super::scene::{Keeping, Scene, never_held};
use super::screen::{Target, lobby as screen};
use super::signals::LastWords;
use super::style::{Signs, Styles};
use super::themes::Themes;
use super::ui::{Notice, Ui};
use super::update::{Effect, Given, dialog};
use super::{Asked, Ending, Participant, Place, Terminally, action, sit};
use crate::error::Error;
use crate::locale::Locale;
use crate::meeting::{Author, Meeting};
use crate::phrase::Interpreter;
use crate::text::{self, Language, Moment, Text};
use desk::Desk;
use entries::Entry;
use found::{Folders, News};

/// The first frame waits so long for what is found at once; more is not noticed.
const AT_ONCE: Duration = Duration::from_millis(40);

/// What is gone to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Going {
    /// The unfinished meeting of that name, where it stopped.
    Continue(Text),
    /// The same, held in another terminal, to be looked at.
    Watch(Text),
    /// A meeting of that agenda.
    Start(Plan, Manner),
    /// A new agenda, from the starter of that name.
    New(&'static str),
    /// The archive; that session is opened at once where one is named.
    Review(Option<Text>),
    /// What is still open.
    Followups,
    /// The demo of that name.
    Demo(&'static str),
}

/// Where an agenda stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// In that file.
    File(PathBuf),
    /// In the program, by that name.
    Shipped(&'static str),
}

/// How a meeting is begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// It is kept.
    Held,
    /// It is kept in memory alone.
    Rehearsed,
}

/// Looks what there is and tells it piece by piece, until it is told that nobody listens any more.
pub type Looking = Box<dyn FnOnce(&dyn Fn(News) -> ControlFlow<()>) + Send>;

/// What a lobby needs to know to begin.
#[expect(missing_debug_implementations, reason = "closures have none")]
pub struct Setup<'a> {
    /// Looks what there is.
    pub look: Looking,
    /// Where things are kept.
    pub folders: Folders,
    /// The time.
    pub now: Moment,
    /// Where one stands to begin with; none for the first entry.
    pub at: Option<Entry>,
    /// What is told with the first frame.
    pub notice: Option<Notice>,
    /// The sentences of the screen, in its first language.
    pub locale: Locale,
    /// Which keys start what.
    pub keys: action::Keys,
    /// Looks and signs.
    pub styles: Styles,
    /// The looks that can be taken on.
    pub themes: Themes<'a>,
    /// Whose the mouse is to begin with.
    pub mouse: Mouse,
}

/// What was chosen in a lobby, and how it was left.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// What is gone to.
    pub going: Going,
    /// Where one stood.
    pub at: Option<Entry>,
    /// The language that the screen had.
    pub language: Language,
    /// The name of its looks.
    pub theme: String,
}

/// How a lobby was left.
#[derive(Clone, Debug)]
pub enum Left {
    /// The person went away.
    Away,
    /// The terminal was gone.
    Gone,
    /// Something was chosen.
    For(Box<Chosen>),
}

/// Opens the lobby on the terminal behind standard input and output, until the person leaves or chooses.
///
/// # Errors
/// As [`run`](super::run): no terminal, or the program itself failed.
pub fn run(setup: Setup<'_>) -> Result<Left, Error> {
    let farewell = text::Message::new("lobby-farewell");
    let place = Place {
        mouse: setup.mouse,
        last: LastWords {
            sync: Box::new(|| {}),
            farewell: setup.locale.say(&farewell),
        },
        farewell,
    };
    let (choose, chosen) = channel();
    let ended = sit(place, |to_loop| Lobby::begin(setup, choose, to_loop))?;
    Ok(match (ended, chosen.try_recv()) {
        (Ending::Left, Ok(chosen)) => Left::For(Box::new(chosen)),
        (Ending::Left, Err(_)) => Left::Away,
        (Ending::Gone, _) => Left::Gone,
    })
}

/// Somebody in the lobby.
#[expect(missing_debug_implementations, reason = "closures have none")]
pub struct Lobby<'a> {
    desk: Desk,
    news: Receiver<News>,
    choose: Sender<Chosen>,
    now: Moment,
    locale: Locale,
    signs: Signs,
    themes: Themes<'a>,
    author: Author,
    interpreter: Interpreter,
    /// What lines are read against: a meeting that was never held.
    nothing: Arc<Meeting>,
    area: Rect,
    drawn: Drawn,
    rest: Rest,
}

/// Whether what stands on the screen is what there is to see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drawn {
    Stale,
    Fresh,
}

impl<'a> Lobby<'a> {
    /// Comes in. What is chosen goes to `choose`; that more was found is told to `to_loop`.
    #[must_use]
    pub fn begin(setup: Setup<'a>, choose: Sender<Chosen>, to_loop: Sender<Message>) -> Self {
        let ui = Ui {
            language: setup.locale.language(),
            theme: setup.styles.theme,
            keys: setup.keys,
            mouse: setup.mouse,
            notice: setup.notice,
            ..Ui::default()
        };
        let mut lobby = Self {
            desk: Desk::new(ui, setup.now.date_naive(), setup.folders, setup.at),
            news: looked_for(setup.look, to_loop),
            choose,
            now: setup.now,
            locale: setup.locale,
            signs: setup.styles.signs,
            themes: setup.themes,
            author: Author::chair(),
            interpreter: Interpreter::new(),
            nothing: Arc::new(never_held(setup.now)),
            area: Rect::default(),
            drawn: Drawn::Stale,
            rest: Rest::default(),
        };
        lobby.see_at_once();
        lobby.desk.settle(&lobby.locale);
        lobby
    }

    /// Takes what is found within a moment, so that the first frame is whole where it can be.
    fn see_at_once(&mut self) {
        let until = Instant::now() + AT_ONCE;
        while !self.desk.found.is_listed() {
            let rest = until.saturating_duration_since(Instant::now());
            match self.news.recv_timeout(rest) {
                Ok(news) => self.desk.found.take(news),
                Err(_) => return,
            }
        }
    }

    fn update(&mut self, message: Message) -> Vec<Effect> {
        let target = match &message {
            Message::Input(Input::Press(position)) => self.target(*position),
            _ => None,
        };
        let mut given = Given {
            meeting: &self.nothing,
            now: self.now,
            author: &self.author,
            interpreter: &mut self.interpreter,
        };
        let desk = &mut self.desk;
        match message {
            Message::Input(Input::Key(key)) => keys::key(desk, &mut given, key),
            Message::Input(Input::Paste(text)) => keys::paste(desk, &text),
            Message::Input(Input::Wheel(wheel)) => keys::wheel(desk, &mut given, wheel),
            Message::Input(Input::Press(_)) => {
                target.map_or_else(Vec::new, |target| keys::press(desk, &mut given, target))
            }
            Message::Published => {
                self.news.try_iter().for_each(|news| desk.found.take(news));
                Vec::new()
            }
            Message::Resized => vec![Effect::Fit],
            Message::Resumed => vec![Effect::Repaint],
            Message::Gone => vec![Effect::Leave],
            Message::Rested => dialog::rested(&mut desk.ui, &mut given),
            Message::Pressed(_)
            | Message::Answered(_)
            | Message::Briefed(_)
            | Message::Read(_)
            | Message::Tick => Vec::new(),
        }
    }

    /// After everything: other looks and another language are taken on, and the list says what there is.
    fn settle(&mut self) {
        if let Some(name) = self.desk.theme.take() {
            match self.themes.answer(name.as_ref(), &self.desk.ui.theme.name) {
                Answer::Themed { theme, told } => {
                    self.desk.ui.theme = theme;
                    self.desk.ui.notice = Notice::refused(told);
                }
                Answer::Refused(refusal) => keys::tell(&mut self.desk, refusal.reason),
                Answer::Recorded(_) | Answer::Failed(_) | Answer::Told(_) | Answer::Shown(_) => {}
            }
        }
        if self.desk.ui.language != self.locale.language() {
            self.locale = Locale::new(self.desk.ui.language);
        }
        self.desk.settle(&self.locale);
        self.rest.follow(&self.desk.ui);
    }

    fn asked(&self, effect: Effect) -> Option<Asked> {
        Some(match effect {
            Effect::Leave => Asked::Leave,
            Effect::Go(going) => {
                let chosen = Chosen {
                    going,
                    at: self.desk.list.link().cloned(),
                    language: self.desk.ui.language,
                    theme: self.desk.ui.theme.name.to_string(),
                };
                // Whoever opened the lobby waits for it.
                let _ = self.choose.send(chosen);
                Asked::Leave
            }
            Effect::Fit => Terminally::Fit.into(),
            Effect::Repaint => Terminally::Repaint.into(),
            Effect::Suspend => Terminally::Suspend.into(),
            Effect::Mind(mouse) => Terminally::Mind(mouse).into(),
            // There is no meeting here.
            Effect::Submit(_) | Effect::Grant(_) => return None,
        })
    }

    fn styles(&self) -> Styles {
        Styles {
            theme: self.desk.ui.theme.clone(),
            signs: self.signs,
        }
    }

    fn scene<'s>(&'s self, styles: &'s Styles) -> Scene<'s> {
        Scene {
            meeting: &self.nothing,
            ui: &self.desk.ui,
            now: self.now,
            look: Look {
                locale: &self.locale,
                styles,
            },
            keeping: Keeping::Archived,
        }
    }

    fn target(&self, position: Position) -> Option<Target> {
        let styles = self.styles();
        screen::target(&self.scene(&styles), &self.desk, self.area, position)
    }
}

/// Looks on a thread of its own; whenever something is found the loop is told.
fn looked_for(look: Looking, to_loop: Sender<Message>) -> Receiver<News> {
    let (send, news) = channel();
    thread::spawn(move || {
        look(&|found| {
            let heard = send.send(found).is_ok() && to_loop.send(Message::Published).is_ok();
            if heard {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        });
    });
    news
}

impl Participant for Lobby<'_> {
    fn take(&mut self, message: Message) -> Vec<Asked> {
        if matches!(message, Message::Tick) {
            return Vec::new();
        }
        self.drawn = Drawn::Stale;
        let effects = self.update(message);
        self.settle();
        let asked = effects.into_iter().filter_map(|effect| self.asked(effect));
        asked.collect()
    }

    fn rest(&self) -> Option<Duration> {
        self.rest.left()
    }

    fn draw<B: Backend>(&mut self, terminal: &mut Terminal<B>) -> Result<(), B::Error> {
        terminal.autoresize()?;
        let area = terminal.get_frame().area();
        if self.drawn == Drawn::Fresh && self.area == area {
            return Ok(());
        }
        screen::fit(&mut self.desk, area);
        let styles = self.styles();
        let scene = self.scene(&styles);
        let desk = &self.desk;
        let drawn = terminal.draw(|frame| {
            screen::view(&scene, desk, area, frame.buffer_mut());
            if let Some(position) = super::screen::cursor(&scene, area) {
                frame.set_cursor_position(position);
            }
        });
        drawn?;
        (self.area, self.drawn) = (area, Drawn::Fresh);
        Ok(())
    }
}
