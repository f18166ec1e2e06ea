//! The review: the archive on a screen. One place like a meeting's, with the same header, line and hints: lists of sessions, of what is still
//! open and of the units; what a line leads to is followed, and one goes back. Nothing that was recorded changes; what became of something is
//! written into the ledger beside it. This page owns the participant of the loop: what is read, written and drawn. What keys do is `keys`'s, what
//! lies before the person `desk`'s.
//!
//! ```text
//! keys ─► desk ─► wishes ─► reading (threads) ─► Message::Read ─► desk
//!            └──► Scene ─► screen::review
//! ```

pub mod desk;
pub mod keys;
pub mod line;
pub mod lists;
pub mod plots;
pub mod reading;
pub mod sitting;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};

use super::briefer::{Briefer, Wanted};
use super::input::{Input, Mouse};
use super::look::Look;
use super::message::{Answer, Message};
use super::rest::Rest;
use super::scene::{Keeping, Scene, never_held};
use super::screen::Target;
use super::screen::review as screen;
use super::signals::LastWords;
use super::style::{Signs, Styles};
use super::themes::Themes;
use super::ui::{Draft, Notice, Ui};
use super::update::{Effect, Given, dialog, faces};
use super::{Asked, Ending, Participant, Place, Terminally, action, sit};
use crate::archive;
use crate::error::Error;
use crate::locale::Locale;
use crate::meeting::{Author, Meeting};
use crate::phrase::{Face, Interpreter};
use crate::plain::{Exported, Objection};
use crate::text::{self, Moment, Text};
use desk::{Desk, List, Wish};
use line::Answered;
use reading::Reader;

/// Makes documents of the session of that name, by the words of the export.
pub type Export<'a> = Box<dyn FnMut(&Text, &[Text]) -> Result<Exported, Objection> + 'a>;
/// Tells what time it is.
pub type Now<'a> = Box<dyn Fn() -> Moment + 'a>;

/// What a review needs to know to begin.
#[expect(missing_debug_implementations, reason = "closures have none")]
pub struct Setup<'a> {
    /// The folder of sessions.
    pub folder: PathBuf,
    /// The session that is opened at once, by the name of its file without `.toml`.
    pub session: Option<Text>,
    /// The list that is turned to.
    pub list: List,
    /// Who writes into the ledger; empty where that is not known.
    pub author: String,
    /// The time, in the person's own offset.
    pub now: Now<'a>,
    /// The sentences of the screen, in its first language.
    pub locale: Locale,
    /// Which keys start what.
    pub keys: action::Keys,
    /// Looks and signs.
    pub styles: Styles,
    /// The looks that can be taken on.
    pub themes: Themes<'a>,
    /// Makes documents.
    pub export: Export<'a>,
    /// Whose the mouse is to begin with.
    pub mouse: Mouse,
    /// What is told with the first frame.
    pub told: Vec<text::Message>,
}

/// Reviews the archive on the terminal behind standard input and output, until the person leaves.
///
/// # Errors
/// As [`run`](super::run): no terminal, or the program itself failed.
pub fn run(setup: Setup<'_>) -> Result<Ending, Error> {
    let farewell = text::Message::new("review-farewell");
    let place = Place {
        mouse: setup.mouse,
        last: LastWords {
            sync: Box::new(|| {}),
            farewell: setup.locale.say(&farewell),
        },
        farewell,
    };
    sit(place, |to_loop| Review::begin(setup, to_loop))
}

/// Somebody who reviews the archive.
#[expect(missing_debug_implementations, reason = "closures have none")]
pub struct Review<'a> {
    desk: Desk,
    rest: Rest,
    folder: PathBuf,
    author: Author,
    by: String,
    now: Now<'a>,
    locale: Locale,
    signs: Signs,
    themes: Themes<'a>,
    export: Export<'a>,
    interpreter: Interpreter,
    reader: Reader,
    briefer: Briefer,
    /// What lines are read against where no session is open: a meeting that was never held.
    nothing: Arc<Meeting>,
    area: Rect,
}

impl<'a> Review<'a> {
    /// Sits down at the screen. What is read comes to `to_loop`.
    #[must_use]
    pub fn begin(setup: Setup<'a>, to_loop: Sender<Message>) -> Self {
        let now = (setup.now)();
        let ui = Ui {
            language: setup.locale.language(),
            theme: setup.styles.theme,
            keys: setup.keys,
            mouse: setup.mouse,
            notice: Notice::refused(setup.told),
            ..Ui::default()
        };
        let mut review = Self {
            desk: Desk::new(ui, now.date_naive(), (setup.list, setup.session)),
            rest: Rest::default(),
            briefer: Briefer::begin(to_loop.clone()),
            reader: Reader::begin(&setup.folder, to_loop),
            folder: setup.folder,
            author: Author::chair(),
            by: setup.author,
            now: setup.now,
            locale: setup.locale,
            signs: setup.styles.signs,
            themes: setup.themes,
            export: setup.export,
            interpreter: Interpreter::new(),
            nothing: Arc::new(never_held(now)),
            area: Rect::default(),
        };
        review.settle();
        review
    }

    fn meeting(&self) -> Arc<Meeting> {
        let sitting = self.desk.sitting();
        let meeting = sitting.map_or(&self.nothing, |sitting| &sitting.held.meeting);
        Arc::clone(meeting)
    }

    /// The time on the faces of a session: that of its end. What was recorded later, a correction or its approval, is none
    /// of the meeting's time.
    fn time(&self, meeting: &Meeting) -> Moment {
        let last = || meeting.history.records().next_back();
        let end = meeting.progress.adjourned();
        end.or_else(|| last().map(|record| record.at))
            .unwrap_or_else(|| (self.now)())
    }

    fn update(&mut self, message: Message) -> Vec<Effect> {
        let meeting = self.meeting();
        let target = match &message {
            Message::Input(Input::Press(position)) => self.target(*position),
            _ => None,
        };
        let mut given = Given {
            meeting: &meeting,
            now: self.time(&meeting),
            author: &self.author,
            interpreter: &mut self.interpreter,
        };
        let desk = &mut self.desk;
        match message {
            Message::Input(Input::Key(key)) => keys::key(desk, &mut given, key),
            Message::Input(Input::Paste(text)) => {
                keys::paste(desk, &text);
                Vec::new()
            }
            Message::Input(Input::Wheel(wheel)) => keys::wheel(desk, &mut given, wheel),
            Message::Input(Input::Press(_)) => match target {
                Some(screen::Target::List(list)) => keys::show_list(desk, list),
                Some(screen::Target::Row(row)) => keys::press_row(desk, &mut given, row),
                Some(screen::Target::Other(target)) => press(desk, &mut given, target),
                None => Vec::new(),
            },
            Message::Read(read) => {
                desk.take(read);
                Vec::new()
            }
            Message::Resized => vec![Effect::Fit],
            Message::Resumed => vec![Effect::Repaint],
            Message::Gone => vec![Effect::Leave],
            Message::Briefed(brief) => {
                desk.ui.lectern.take(brief);
                Vec::new()
            }
            Message::Rested => dialog::rested(&mut desk.ui, &mut given),
            Message::Pressed(_) | Message::Published | Message::Answered(_) | Message::Tick => {
                Vec::new()
            }
        }
    }

    /// After everything: what was asked of the program is done, the faces and lists say what there is, and what they lack is read.
    fn settle(&mut self) {
        if let Some(asked) = self.desk.asked.take() {
            self.grant(asked);
        }
        if self.desk.ui.language != self.locale.language() {
            self.locale = Locale::new(self.desk.ui.language);
        }
        let meeting = self.meeting();
        if let Some((_, face)) = self.desk.face() {
            if face == Face::Brief {
                self.briefer.follow(&meeting, Wanted::Brief);
            }
            let mut given = Given {
                meeting: &meeting,
                now: self.time(&meeting),
                author: &self.author,
                interpreter: &mut self.interpreter,
            };
            faces::settle(&mut self.desk.ui, &mut given);
        }
        let styles = self.styles();
        let look = Look {
            locale: &self.locale,
            styles: &styles,
        };
        let wishes = self.desk.settle(look);
        self.rest.follow(&self.desk.ui);
        for wish in wishes {
            match wish {
                Wish::Session(stem) => self.reader.session(&stem),
                Wish::Words(words) => self.reader.look_for(&words),
            }
        }
    }

    fn grant(&mut self, asked: line::Asked) {
        match asked {
            line::Asked::Answer(answered) => match self.answer(&answered) {
                Ok(()) => {
                    let holds = answered.holds();
                    self.desk.ui.draft = Draft::default();
                    self.desk.answering = None;
                    keys::done(&mut self.desk, vec![holds]);
                    self.desk.forget(&answered.session);
                    self.reader.walk();
                }
                Err(told) => self.desk.ui.notice = Notice::refused(told),
            },
            line::Asked::Export(session, words) => match (self.export)(&session, &words) {
                Ok(Exported::Written(files)) => {
                    self.desk.ui.draft = Draft::default();
                    keys::done(&mut self.desk, files);
                }
                Ok(Exported::Text(document)) => {
                    self.desk.ui.draft = Draft::default();
                    keys::read(&mut self.desk, &document);
                }
                Err(told) => self.desk.ui.notice = Notice::refused(told),
            },
            line::Asked::Theme(name) => {
                match self.themes.answer(name.as_ref(), &self.desk.ui.theme.name) {
                    Answer::Themed { theme, told } => {
                        self.desk.ui.theme = theme;
                        self.desk.ui.notice = Notice::refused(told);
                    }
                    Answer::Refused(refusal) => keys::tell(&mut self.desk, refusal.reason),
                    Answer::Recorded(_)
                    | Answer::Failed(_)
                    | Answer::Told(_)
                    | Answer::Shown(_) => {}
                }
            }
        }
    }

    /// Writes an answer into the ledger.
    fn answer(&self, answered: &Answered) -> Result<(), archive::Told> {
        let held = reading::held(&self.folder, &answered.session)?;
        let given = archive::Given {
            session: answered.session.as_str(),
            id: answered.id.as_str(),
            status: answered.status,
            text: answered.text.clone(),
            author: &self.by,
            now: (self.now)(),
        };
        let ledger = archive::Ledger::read(&self.folder);
        given
            .write(&held.summary, &self.folder, &ledger)
            .map(|_| ())
    }

    fn styles(&self) -> Styles {
        Styles {
            theme: self.desk.ui.theme.clone(),
            signs: self.signs,
        }
    }

    fn scene<'s>(&'s self, meeting: &'s Meeting, styles: &'s Styles) -> Scene<'s> {
        Scene {
            meeting,
            ui: &self.desk.ui,
            now: self.time(meeting),
            look: Look {
                locale: &self.locale,
                styles,
            },
            keeping: Keeping::Archived,
        }
    }

    fn target(&self, position: Position) -> Option<screen::Target> {
        let (meeting, styles) = (self.meeting(), self.styles());
        let scene = self.scene(&meeting, &styles);
        screen::target(&scene, &self.desk, self.area, position)
    }
}

/// A press on what is no row: the key of a hint, the answer of a dialog, a place in the line.
fn press(desk: &mut Desk, given: &mut Given, target: Target) -> Vec<Effect> {
    match target {
        Target::Key(key) => keys::key(desk, given, key),
        Target::Answer(digit) => dialog::choose(&mut desk.ui, given, digit),
        Target::Line(index) => {
            desk.ui.draft.field.go_to(index);
            Vec::new()
        }
        Target::Offer(_)
        | Target::Waiting(_)
        | Target::Row(_)
        | Target::Completion(_)
        | Target::Palette(_) => Vec::new(),
    }
}

impl Participant for Review<'_> {
    fn take(&mut self, message: Message) -> Vec<Asked> {
        let effects = self.update(message);
        self.settle();
        let asked = effects.into_iter().filter_map(|effect| match effect {
            Effect::Leave => Some(Asked::Leave),
            Effect::Fit => Some(Terminally::Fit.into()),
            Effect::Repaint => Some(Terminally::Repaint.into()),
            Effect::Suspend => Some(Terminally::Suspend.into()),
            Effect::Mind(mouse) => Some(Terminally::Mind(mouse).into()),
            // Nothing that was recorded changes in a review.
            Effect::Submit(_) | Effect::Grant(_) | Effect::Go(_) => None,
        });
        asked.collect()
    }

    fn rest(&self) -> Option<Duration> {
        self.rest.left()
    }

    fn draw<B: Backend>(&mut self, terminal: &mut Terminal<B>) -> Result<(), B::Error> {
        terminal.autoresize()?;
        self.area = terminal.get_frame().area();
        screen::fit(&mut self.desk, self.area);
        let (meeting, styles) = (self.meeting(), self.styles());
        let scene = self.scene(&meeting, &styles);
        let desk = &self.desk;
        let area = self.area;
        let drawn = terminal.draw(|frame| {
            screen::view(&scene, desk, area, frame.buffer_mut());
            if let Some(position) = super::screen::cursor(&scene, area) {
                frame.set_cursor_position(position);
            }
        });
        drawn.map(|_| ())
    }
}
