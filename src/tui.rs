//! The meeting on a screen. This page owns the loop, over any backend and any source of messages: it alone talks to the
//! room, draws, and performs effects. What a message does is [`update`]'s, what is drawn is [`screen`]'s.
//!
//! ```text
//! keys ─► input ─┐                                         ┌─► effects ─► room · program · terminal
//! room ──────────┼─► Message ─► loop ─► update(&mut Ui) ───┤
//! signals · tick ┘                                         └─► Scene ─► screen ─► backend
//! ```
//! - All messages that wait are taken before anything is drawn: a burst of keys costs one frame. Between them the loop sleeps;
//!   at rest it wakes once a second, for the clock.
//! - A command is answered through the same inbox. Until then keys wait, the clock goes on, and nothing is drawn for a
//!   moment, so that a command and its answer are one frame.

pub mod action;
pub mod ahead;
pub mod backdrop;
pub mod backend;
pub mod briefer;
pub mod browse;
pub mod completion;
pub mod form;
pub mod grant;
pub mod help;
pub mod input;
pub mod keymap;
pub mod leaf;
pub mod lectern;
pub mod lobby;
pub mod log;
pub mod look;
pub mod message;
pub mod palette;
pub mod polls;
pub mod reading;
pub mod register;
pub mod rest;
pub mod review;
pub mod scene;
pub mod screen;
pub mod sheet;
pub mod signals;
pub mod style;
pub mod terminal;
pub mod themes;
pub mod ui;
pub mod unsent;
pub mod update;
pub mod watch;
pub mod widget;

mod keyboard;
mod session;

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::Backend;

use crate::error::{Error, ErrorKind};
use crate::locale::Locale;
use crate::meeting::Author;
use crate::plain::Means;
use crate::room::RoomHandle;
use crate::text;
use action::Keys;
use backend::Ansi;
pub use input::Mouse;
use message::Message;
pub use scene::Keeping;
pub use session::Session;
use signals::LastWords;
use style::Styles;
use terminal::{Guard, Screen, Tty};
use themes::Themes;
use unsent::Unsent;

/// How long an ending waits for the disk; what was acknowledged is on it already.
const DISK_PATIENCE: Duration = Duration::from_secs(2);

/// What a screen needs to know to begin.
#[expect(missing_debug_implementations, reason = "closures have none")]
pub struct Setup<'a> {
    /// The running meeting.
    pub room: RoomHandle,
    /// Who sits at the screen.
    pub author: Author,
    /// The sentences of the screen, in its first language.
    pub locale: Locale,
    /// Which keys start what.
    pub keys: Keys,
    /// Looks and signs.
    pub styles: Styles,
    /// The looks that can be taken on.
    pub themes: Themes<'a>,
    /// Whether what is recorded outlives the program.
    pub keeping: Keeping,
    /// Where the meeting is kept and how to go on; told when a signal or a failure ends the program.
    pub farewell: text::Message,
    /// What the program can do besides the meeting: documents, notes, the agenda file.
    pub means: Means<'a>,
    /// Whose the mouse is to begin with; a key changes it.
    pub mouse: Mouse,
    /// Where a line is kept that is not sent yet.
    pub unsent: Unsent,
    /// What is told with the first frame.
    pub told: Vec<text::Message>,
}

/// How a screen ended. The meeting stays open in either case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The person left.
    Left,
    /// The terminal was gone, and no signal said so.
    Gone,
}

/// Holds the meeting on the terminal behind standard input and output, until the person leaves. However it ends — a panic and
/// a signal too — the terminal is as it was found; a signal ends the program here, with 128 + n.
///
/// # Errors
/// [`ErrorKind::Broken`] when there is no terminal or the program itself failed; everything acknowledged is in the journal.
pub fn run(setup: Setup<'_>) -> Result<Ending, Error> {
    let (room, unsent, kept) = (
        setup.room.clone(),
        setup.unsent.keeper(),
        setup.unsent.keeper(),
    );
    let place = Place {
        mouse: setup.mouse,
        farewell: setup.farewell.clone(),
        last: LastWords {
            sync: Box::new(move || {
                drop(room.keep().wait_for(DISK_PATIENCE));
                unsent.settle(DISK_PATIENCE);
            }),
            farewell: setup.locale.say(&setup.farewell),
        },
    };
    let ended = sit(place, |to_loop| Session::begin(setup, to_loop));
    kept.settle(DISK_PATIENCE);
    ended
}

/// What a place at the terminal needs to know of whoever sits there.
struct Place {
    /// Whose the mouse is to begin with.
    mouse: Mouse,
    /// What a failure is told with.
    farewell: text::Message,
    /// What is done and said when a signal ends the program.
    last: LastWords,
}

/// Somebody sits at the terminal behind standard input and output, until they leave.
fn sit<P: Participant>(
    place: Place,
    begin: impl FnOnce(Sender<Message>) -> P,
) -> Result<Ending, Error> {
    let broken = |what: String| Error::new(ErrorKind::Broken { what });
    let signals = signals::take().map_err(|error| broken(error.to_string()))?;
    let guard = Guard::take(place.mouse).map_err(|error| broken(error.to_string()))?;
    let tty = guard.tty();
    mind_panics(Arc::clone(&tty));
    let heard = (signals, place.last);
    let ended = catch_unwind(AssertUnwindSafe(|| hold(&tty, heard, begin)));
    drop(guard);
    match ended {
        Ok(Ok(ending)) => Ok(ending),
        // Writing failed: nobody is there to see.
        Ok(Err(_)) => Ok(Ending::Gone),
        Err(panic) => Err(broken(said(&*panic)).hint(place.farewell)),
    }
}

fn hold<P: Participant>(
    tty: &Arc<Tty>,
    (signals, last): (signals::Taken, LastWords),
    begin: impl FnOnce(Sender<Message>) -> P,
) -> io::Result<Ending> {
    let (to_loop, inbox) = std::sync::mpsc::channel();
    let mut terminal = Terminal::new(Ansi::new(Screen(Arc::clone(tty)), tty.size()))?;
    let mut participant = begin(to_loop.clone());
    // First something to look at; keys and signals wait meanwhile.
    participant.draw(&mut terminal)?;
    let _signals = signals.listen(Arc::clone(tty), to_loop.clone(), last)?;
    let _keys = keyboard::listen(Arc::clone(tty), to_loop)?;
    participant.prepare();
    turn(
        &mut terminal,
        &inbox,
        &mut participant,
        &mut |effect, terminal| local(tty, effect, terminal),
    )
}

/// Somebody at a screen, as the loop knows them.
pub trait Participant {
    /// Does ahead what the first key would wait for, once there is something to look at.
    fn prepare(&mut self) {}

    /// Takes a message in; gives what is left to the loop.
    fn take(&mut self, message: Message) -> Vec<Asked>;

    /// The next message that had to wait and need not any more.
    fn released(&mut self) -> Option<Message> {
        None
    }

    /// How long still to wait for an answer before drawing; none when nothing is waited for.
    fn patience(&self) -> Option<Duration> {
        None
    }

    /// How long no key may come still until [`Message::Rested`] is due; none when nobody waits for it.
    fn rest(&self) -> Option<Duration> {
        None
    }

    /// Draws what there is to see now.
    ///
    /// # Errors
    /// As the backend fails.
    fn draw<B: Backend>(&mut self, terminal: &mut Terminal<B>) -> Result<(), B::Error>;
}

/// What a participant leaves to the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To end. A meeting stays open.
    Leave,
    /// To have something done to the terminal.
    Terminal(Terminally),
}

impl From<Terminally> for Asked {
    fn from(what: Terminally) -> Self {
        Self::Terminal(what)
    }
}

/// What the loop leaves to the owner of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terminally {
    /// Take its new size.
    Fit,
    /// Draw everything anew.
    Repaint,
    /// Give it back until continued.
    Suspend,
    /// Take the mouse, or leave it to the terminal.
    Mind(Mouse),
}

fn local(tty: &Tty, effect: Terminally, terminal: &mut Terminal<Ansi<Screen>>) -> io::Result<()> {
    match effect {
        Terminally::Fit => {}
        Terminally::Repaint => tty.enter()?,
        Terminally::Suspend => tty.suspend()?,
        Terminally::Mind(mouse) => return tty.mind(mouse),
    }
    // What a program that drew meanwhile, or a narrower window, left there is not known.
    terminal.backend_mut().resize(tty.size());
    terminal.backend_mut().forget();
    terminal.autoresize()?;
    terminal.clear()
}

/// Does what the loop leaves to the owner of the terminal.
pub type Perform<'a, B> =
    dyn FnMut(Terminally, &mut Terminal<B>) -> Result<(), <B as Backend>::Error> + 'a;

/// The loop, once there is something to look at: takes what waits, draws, sleeps; until the participant leaves or the terminal fails.
///
/// # Errors
/// As the backend or `perform` fails.
pub fn turn<B: Backend>(
    terminal: &mut Terminal<B>,
    inbox: &Receiver<Message>,
    participant: &mut impl Participant,
    perform: &mut Perform<'_, B>,
) -> Result<Ending, B::Error> {
    const SECOND: Duration = Duration::from_secs(1);
    let mut tick = Instant::now() + SECOND;
    loop {
        let wait = participant
            .patience()
            .unwrap_or(SECOND)
            .min(participant.rest().unwrap_or(SECOND))
            .min(tick.saturating_duration_since(Instant::now()));
        let mut waiting = match inbox.recv_timeout(wait) {
            Ok(message) => Some(message),
            // Only where no key waits to be read have the hands rested.
            Err(RecvTimeoutError::Timeout) => {
                let rested = participant.rest().is_some_and(|left| left.is_zero());
                rested.then_some(Message::Rested)
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(Ending::Gone),
        };
        if tick <= Instant::now() {
            tick = (tick + SECOND).max(Instant::now());
            participant.take(Message::Tick);
        }
        while let Some(message) = waiting {
            if matches!(message, Message::Gone) {
                return Ok(Ending::Gone);
            }
            for asked in participant.take(message) {
                match asked {
                    Asked::Leave => return Ok(Ending::Left),
                    Asked::Terminal(what) => perform(what, terminal)?,
                }
            }
            waiting = participant.released().or_else(|| inbox.try_recv().ok());
        }
        if participant.patience().is_none() {
            participant.draw(terminal)?;
        }
    }
}

/// A panic of the loop's own thread gives the terminal back before anything is printed; one of another thread (the room
/// catches its own, and says so) prints nothing while the screen is up.
fn mind_panics(tty: Arc<Tty>) {
    let here = std::thread::current().id();
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().id() == here {
            tty.restore();
        }
        if !tty.is_taken() {
            before(panic);
        }
    }));
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}
