//! The terminal as it was found, and how it is left that way: raw mode, the other screen, pastes in brackets, key and mouse
//! reports.
//!
//! One guard, restoring once however many ask: the loop when it ends, the panic hook, the signals' thread. It writes frames
//! only while the terminal is taken, so that nothing lands on the shell's screen. It decides nothing about the meeting.

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::os::fd::AsFd;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Duration;

use ratatui::layout::Size;
use rustix::process::{Signal, kill_current_process_group};
use rustix::termios::{
    OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetwinsize, tcsetattr,
};

use super::input::Mouse;

/// The other screen, emptied; pastes in brackets; keys told apart (kitty's first flag, ignored where unknown).
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[>1u\x1b[m\x1b[2J\x1b[H";
/// Undoes [`ENTER`], and what a frame cut short may have left: an unfinished update, a style, a hidden cursor.
const LEAVE: &[u8] =
    b"\x1b[?2026l\x1b[?1006l\x1b[?1000l\x1b[<u\x1b[?2004l\x1b[m\x1b[?25h\x1b[?1049l";
const LAYER_OFF: &[u8] = b"\x1b[<u";
/// Presses and the wheel are reported, with places of any size; motion is not.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";
/// How long an ending waits for a frame that is being written.
const FRAME_PATIENCE: Duration = Duration::from_millis(300);

/// Owns the taking of the terminal: when it is dropped, the terminal is as it was found.
#[derive(Debug)]
pub struct Guard(Arc<Tty>);

/// The terminal, to be shared by the loop, the input's thread, the signals' thread and the panic hook.
#[derive(Debug)]
pub struct Tty {
    input: File,
    output: File,
    found: Termios,
    /// How the terminal is held at the moment; locked while a frame is written.
    hold: Mutex<Hold>,
}

#[derive(Clone, Copy, Debug)]
struct Hold {
    taken: Taken,
    mouse: Mouse,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    Yes,
    No,
}

impl Guard {
    /// Takes the terminal behind standard input and output, and its mouse where that is asked for.
    ///
    /// # Errors
    /// When one of the two is no terminal, or its settings cannot be read or set.
    pub fn take(mouse: Mouse) -> io::Result<Self> {
        let (stdin, stdout) = (io::stdin(), io::stdout());
        if !stdin.is_terminal() || !stdout.is_terminal() {
            return Err(io::Error::from(io::ErrorKind::Unsupported));
        }
        let input = File::from(stdin.as_fd().try_clone_to_owned()?);
        let output = File::from(stdout.as_fd().try_clone_to_owned()?);
        let found = tcgetattr(&input)?;
        let tty = Arc::new(Tty {
            input,
            output,
            found,
            hold: Mutex::new(Hold {
                taken: Taken::No,
                mouse,
            }),
        });
        tty.enter()?;
        Ok(Self(tty))
    }

    /// The terminal, for others to hold.
    #[must_use]
    pub fn tty(&self) -> Arc<Tty> {
        Arc::clone(&self.0)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.restore();
    }
}

impl Tty {
    /// Makes the terminal ours: raw mode and the modes of the screen; also where it is ours already and another program may
    /// have changed it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn enter(&self) -> io::Result<()> {
        let mut hold = lock(&self.hold);
        let mut raw = self.found.clone();
        raw.make_raw();
        tcsetattr(&self.input, OptionalActions::Now, &raw)?;
        if hold.taken == Taken::Yes {
            // Key reports are asked for in layers: as many as are laid must be taken off.
            (&self.output).write_all(LAYER_OFF)?;
        }
        hold.taken = Taken::Yes;
        (&self.output).write_all(ENTER)?;
        (&self.output).write_all(hold.mouse.mode())
    }

    /// Takes the mouse, or leaves it to the terminal, now and whenever the terminal is taken again.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn mind(&self, mouse: Mouse) -> io::Result<()> {
        let mut hold = lock(&self.hold);
        hold.mouse = mouse;
        match hold.taken {
            Taken::Yes => (&self.output).write_all(mouse.mode()),
            Taken::No => Ok(()),
        }
    }

    /// Leaves the terminal as it was found. Does nothing the second time. What was typed and not read is thrown away, so that
    /// a sentence meant for the record is never run by a shell.
    pub fn restore(&self) {
        let waiting = std::time::Instant::now();
        let hold = loop {
            match self.hold.try_lock() {
                Ok(hold) => break Some(hold),
                Err(TryLockError::Poisoned(poisoned)) => break Some(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) if waiting.elapsed() > FRAME_PATIENCE => break None,
                Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(2)),
            }
        };
        match hold {
            Some(mut hold) if hold.taken == Taken::Yes => {
                hold.taken = Taken::No;
                let _ = (&self.output).write_all(LEAVE);
            }
            Some(_) => return,
            // A frame is stuck (the terminal was halted): drop it; the line's settings can still be put right.
            None => {
                let _ = tcflush(&self.output, QueueSelector::OFlush);
                let _ = (&self.output).write_all(LEAVE);
            }
        }
        let _ = tcflush(&self.input, QueueSelector::IFlush);
        let _ = tcsetattr(&self.input, OptionalActions::Now, &self.found);
    }

    /// Gives the terminal back, stops the program's process group as Ctrl-Z does elsewhere, and takes the terminal again when
    /// it goes on.
    ///
    /// # Errors
    /// When the terminal cannot be taken again.
    pub fn suspend(&self) -> io::Result<()> {
        self.restore();
        // Where nobody could continue it (an orphaned group), the system ignores this and the meeting goes on.
        let _ = kill_current_process_group(Signal::TSTP);
        // Another thread may be the one that is stopped first; none may touch the terminal before all are.
        std::thread::sleep(Duration::from_millis(50));
        self.enter()
    }

    /// Whether it is ours at the moment.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        match self.hold.try_lock() {
            Ok(hold) => hold.taken == Taken::Yes,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner().taken == Taken::Yes,
            // A frame is being written.
            Err(TryLockError::WouldBlock) => true,
        }
    }

    /// Its size; 80×24 where it does not say.
    #[must_use]
    pub fn size(&self) -> Size {
        match tcgetwinsize(&self.output) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => Size {
                width: size.ws_col,
                height: size.ws_row,
            },
            _ => Size {
                width: 80,
                height: 24,
            },
        }
    }

    /// Where its keys come from.
    #[must_use]
    pub fn input(&self) -> &File {
        &self.input
    }

    /// Reads what was typed; waits until there is something. 0 bytes: the terminal is gone.
    ///
    /// # Errors
    /// As reading fails.
    pub fn read(&self, into: &mut [u8]) -> io::Result<usize> {
        (&self.input).read(into)
    }
}

impl Mouse {
    const fn mode(self) -> &'static [u8] {
        match self {
            Self::On => MOUSE_ON,
            Self::Off => MOUSE_OFF,
        }
    }
}

/// Frames go through here: whole, and only while the terminal is taken.
#[derive(Clone, Debug)]
pub struct Screen(pub Arc<Tty>);

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match lock(&self.0.hold).taken {
            Taken::Yes => (&self.0.output).write_all(bytes),
            Taken::No => Ok(()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A panic while a frame was written leaves nothing half-done that the next holder could trip over.
fn lock(hold: &Mutex<Hold>) -> MutexGuard<'_, Hold> {
    hold.lock().unwrap_or_else(PoisonError::into_inner)
}
