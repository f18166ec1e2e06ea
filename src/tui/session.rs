//! One participant at one screen: their state, their room, the keys that wait. Carries out what an update asks of the room
//! and the program; the terminal is its owner's.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Position, Rect};

use super::backdrop::Backdrop;
use super::briefer::{Briefer, Wanted};
use super::grant::{Granted, grant};
use super::input::Input;
use super::look::Look;
use super::message::{Answer, Message, Recorded};
use super::rest::Rest;
use super::scene::{Keeping, Scene};
use super::screen::Target;
use super::style::{Signs, Styles};
use super::themes::Themes;
use super::ui::{Kept, Notice, Ui};
use super::unsent::Watched;
use super::update::{Effect, Given, holds_keys, update, waits};
use super::{Asked, Participant, Setup, Terminally, screen};
use crate::locale::Locale;
use crate::meeting::{Author, Command, Meeting};
use crate::phrase::{Face, Interpreter, Request};
use crate::plain::Means;
use crate::room::{Denied, RoomHandle, Safety, Session as SessionFile, Submission, Subscription};
use crate::text::Text;

/// How long a command and its answer are waited for to be one frame.
const ANSWER_PATIENCE: Duration = Duration::from_millis(100);

/// A participant's side of the loop.
#[expect(missing_debug_implementations, reason = "closures have none")]
pub struct Session<'a> {
    ui: Ui,
    room: RoomHandle,
    author: Author,
    meeting: Arc<Meeting>,
    locale: Locale,
    interpreter: Interpreter,
    signs: Signs,
    keeping: Keeping,
    means: Means<'a>,
    themes: Themes<'a>,
    to_loop: Sender<Message>,
    backdrop: Backdrop,
    /// What was drawn on last.
    area: Rect,
    /// Keys typed while a command was on its way.
    held: VecDeque<Message>,
    /// When the command that is not answered yet was sent.
    sent: Option<Instant>,
    unsent: Watched,
    rest: Rest,
    /// None before there is something to look at.
    briefer: Option<Briefer>,
    _changes: Subscription,
}

impl<'a> Session<'a> {
    /// Sits down at the screen. Changes of the meeting come to `to_loop`.
    #[must_use]
    pub fn begin(setup: Setup<'a>, to_loop: Sender<Message>) -> Self {
        let Setup {
            room,
            author,
            locale,
            keys,
            styles,
            themes,
            keeping,
            means,
            mouse,
            unsent,
            told,
            farewell: _,
        } = setup;
        let changed = to_loop.clone();
        let changes = room.on_change(move |_| drop(changed.send(Message::Published)));
        let meeting = room.latest();
        let mut ui = Ui {
            language: locale.language(),
            theme: styles.theme,
            keys,
            mouse,
            kept: Some(kept(&room)),
            ..Ui::default()
        };
        let unsent = unsent.put_back(&mut ui, &meeting);
        if let Some(mut notice) = Notice::refused(told) {
            notice
                .what
                .extend(ui.notice.into_iter().flat_map(|line| line.what));
            ui.notice = Some(notice);
        }
        let mut session = Self {
            ui,
            meeting,
            unsent,
            room,
            author,
            locale,
            interpreter: Interpreter::new(),
            signs: styles.signs,
            keeping,
            means,
            themes,
            briefer: None,
            to_loop,
            backdrop: Backdrop::default(),
            area: Rect::default(),
            held: VecDeque::new(),
            sent: None,
            rest: Rest::default(),
            _changes: changes,
        };
        // So that the first frame already says where a line would belong.
        session.update(Message::Published);
        session
    }

    fn update(&mut self, message: Message) -> Vec<Effect> {
        self.meeting = self.room.latest();
        let message = match message {
            Message::Input(Input::Press(position)) => match self.target(position) {
                Some(target) => Message::Pressed(target),
                None => return Vec::new(),
            },
            message => message,
        };
        if matches!(message, Message::Answered(_)) {
            self.sent = None;
        }
        let mut given = Given {
            meeting: &self.meeting,
            now: self.room.now(),
            author: &self.author,
            interpreter: &mut self.interpreter,
        };
        let effects = update(&mut self.ui, &mut given, message);
        if self.ui.language != self.locale.language() {
            self.locale = Locale::new(self.ui.language);
        }
        self.unsent.look(&self.ui);
        self.rest.follow(&self.ui);
        self.brief();
        effects
    }

    /// Does what concerns the room or the program; what concerns the terminal is left.
    fn perform(&mut self, effect: Effect) -> Option<Asked> {
        let asked = match effect {
            Effect::Submit(command) => {
                self.submit(command);
                return None;
            }
            Effect::Grant(request) => {
                self.grant(request);
                return None;
            }
            // Where a meeting is held, one is in no lobby.
            Effect::Go(_) => return None,
            Effect::Leave => Asked::Leave,
            Effect::Fit => Terminally::Fit.into(),
            Effect::Repaint => Terminally::Repaint.into(),
            Effect::Suspend => Terminally::Suspend.into(),
            Effect::Mind(mouse) => Terminally::Mind(mouse).into(),
        };
        Some(asked)
    }

    /// Keeps the brief up to date: made only where it is looked at.
    fn brief(&mut self) {
        let wanted = if self.ui.face == Face::Brief {
            Wanted::Brief
        } else {
            Wanted::Index
        };
        if let Some(briefer) = &mut self.briefer {
            briefer.follow(&self.meeting, wanted);
        }
    }

    /// Hands a command to the room; the answer comes to the loop.
    fn submit(&mut self, command: Command) {
        self.sent = Some(Instant::now());
        let (before, to_loop) = (Arc::clone(&self.meeting), self.to_loop.clone());
        let command = self.means.complete(&self.meeting, command);
        let submission = Submission {
            command,
            author: self.author.clone(),
            stamp: None,
            line: None,
        };
        self.room.submit_then(submission, move |answer| {
            let answer = match answer {
                Ok(accepted) => Answer::Recorded(Recorded {
                    record: accepted.record,
                    before,
                    after: accepted.meeting,
                }),
                Err(Denied::Refused(refusal)) => Answer::Refused(refusal),
                Err(Denied::Failed(error)) => Answer::Failed(error),
            };
            // A loop that has ended no longer wants to know.
            let _ = to_loop.send(Message::Answered(answer));
        });
    }

    /// Has a request granted; the answer comes to the loop.
    fn grant(&mut self, request: Request) {
        self.sent = Some(Instant::now());
        if let Request::Theme { name } = &request {
            let answer = self.themes.answer(name.as_ref(), &self.ui.theme.name);
            // The loop itself holds the inbox.
            return drop(self.to_loop.send(Message::Answered(answer)));
        }
        match grant(request, &self.room, &mut self.means) {
            Granted::Command(command) => self.submit(command),
            // The loop itself holds the inbox.
            Granted::Answer(answer) => drop(self.to_loop.send(Message::Answered(answer))),
        }
    }

    fn keeping(&self) -> Keeping {
        let health = self.room.health();
        match (self.keeping, health.journal, health.session) {
            (kept @ (Keeping::Memory | Keeping::Archived | Keeping::Watched), _, _) => kept,
            (_, Safety::ReadOnly(_), _) => Keeping::ReadOnly,
            (_, Safety::Begun, _) => Keeping::Begun,
            (_, Safety::Safe, SessionFile::Failed(_)) => Keeping::SessionFailed,
            (
                _,
                Safety::Safe,
                SessionFile::Unchanged | SessionFile::Behind | SessionFile::Saved,
            ) => Keeping::Saved,
        }
    }

    fn styles(&self) -> Styles {
        Styles {
            theme: self.ui.theme.clone(),
            signs: self.signs,
        }
    }

    fn scene<'s>(&'s self, styles: &'s Styles) -> Scene<'s> {
        Scene {
            meeting: &self.meeting,
            ui: &self.ui,
            now: self.room.now(),
            look: Look {
                locale: &self.locale,
                styles,
            },
            keeping: self.keeping(),
        }
    }

    /// What stands there on the screen.
    fn target(&self, position: Position) -> Option<Target> {
        screen::target(&self.scene(&self.styles()), self.area, position)
    }
}

/// Where the meeting of a room is kept: the session file stands beside the journal.
fn kept(room: &RoomHandle) -> Kept {
    let journal = room.journal();
    let session = journal.with_extension("toml");
    let path = |path: &Path| Text::line(&path.to_string_lossy());
    Kept {
        journal: path(&journal),
        session: path(&session),
    }
}

impl Participant for Session<'_> {
    fn prepare(&mut self) {
        self.backdrop = Backdrop::kept();
        self.interpreter.know(&self.meeting);
        self.briefer = Some(Briefer::begin(self.to_loop.clone()));
        self.brief();
    }

    /// Keys wait while a command is on its way, but for those that leave.
    fn take(&mut self, message: Message) -> Vec<Asked> {
        if waits(&self.ui, &message) {
            self.held.push_back(message);
            return Vec::new();
        }
        let effects = self.update(message).into_iter();
        effects.filter_map(|effect| self.perform(effect)).collect()
    }

    fn released(&mut self) -> Option<Message> {
        if holds_keys(&self.ui) {
            None
        } else {
            self.held.pop_front()
        }
    }

    fn patience(&self) -> Option<Duration> {
        let left = ANSWER_PATIENCE.saturating_sub(self.sent?.elapsed());
        (!left.is_zero()).then_some(left)
    }

    fn rest(&self) -> Option<Duration> {
        self.rest.left()
    }

    fn draw<B: Backend>(&mut self, terminal: &mut Terminal<B>) -> Result<(), B::Error> {
        self.meeting = self.room.latest();
        terminal.autoresize()?;
        screen::fit(&mut self.ui, terminal.get_frame().area());
        let (styles, mut backdrop) = (self.styles(), std::mem::take(&mut self.backdrop));
        let scene = self.scene(&styles);
        let mut area = self.area;
        let drawn = terminal.draw(|frame| {
            area = frame.area();
            backdrop.put(&scene, area, frame.buffer_mut());
            screen::front(&scene, area, frame.buffer_mut());
            if let Some(position) = screen::cursor(&scene, area) {
                frame.set_cursor_position(position);
            }
        });
        (self.backdrop, self.area) = (backdrop, area);
        drawn.map(|_| ())
    }
}
