//! Signals, on a thread of their own: whatever the loop is doing, the journal is synced, the terminal restored, the person
//! told where the meeting is kept, and the program ends with 128 + n. Knows no meeting.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::{Handle, Signals};
use signal_hook::low_level;

use super::message::Message;
use super::terminal::Tty;

/// What has to be done before the program ends by a signal.
pub struct LastWords {
    /// Makes sure of what was acknowledged.
    pub sync: Box<dyn Fn() + Send>,
    /// Says where the meeting is kept.
    pub farewell: String,
}

/// Keeps the listening alive: when it is dropped, signals are for whoever sits at the terminal next.
#[derive(Debug)]
pub struct Listening(Handle);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Signals that end nothing any more, and wait to be heard.
#[derive(Debug)]
pub struct Taken(Signals);

/// Takes the signals over, before the terminal is taken: none leaves it as nobody found it.
///
/// # Errors
/// When they cannot be taken over.
pub fn take() -> io::Result<Taken> {
    let signals = Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGWINCH, SIGCONT]);
    signals.map(Taken)
}

impl Taken {
    /// Listens from now on, to what came meanwhile first.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn listen(
        self,
        tty: Arc<Tty>,
        to_loop: Sender<Message>,
        last: LastWords,
    ) -> io::Result<Listening> {
        let Self(mut signals) = self;
        let listening = Listening(signals.handle());
        thread::Builder::new()
            .name("signals".to_owned())
            .spawn(move || {
                for signal in &mut signals {
                    match signal {
                        SIGWINCH => drop(to_loop.send(Message::Resized)),
                        SIGCONT => drop(to_loop.send(Message::Resumed)),
                        _ => end(signal, &tty, &last),
                    }
                }
            })?;
        Ok(listening)
    }
}

fn end(signal: i32, tty: &Tty, last: &LastWords) {
    // The terminal first: it cannot hang, a disk can.
    tty.restore();
    (last.sync)();
    if signal != SIGHUP {
        let _ = writeln!(io::stderr(), "{}", last.farewell);
    }
    // Not `std::process::exit`: other threads may hold what its handlers want.
    low_level::exit(128 + signal);
}
