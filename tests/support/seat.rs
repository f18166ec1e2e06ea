//! A program in a real pseudo-terminal, with the screen that a person would see, and how it leaves the terminal.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use vt100::MouseProtocolMode;

/// Longer than anything takes on a busy machine; reached only by what fails.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// The shipped agenda that is held.
pub const AGENDA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/config/agendas/exchange.toml");

/// The program in a pseudo-terminal.
pub struct Seat {
    pub child: Box<dyn Child + Send + Sync>,
    pub master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    sent: Arc<Mutex<Vec<u8>>>,
    /// Reads what the program draws, until it is told to close its eyes.
    eyes: JoinHandle<()>,
    closed: Arc<AtomicBool>,
    /// Where the sessions are kept.
    pub folder: Arc<TempDir>,
}

impl Seat {
    /// `tribune run` on the shipped agenda of the directors' meeting, with sessions in a folder of its own.
    pub fn take() -> Self {
        Self::again(Arc::new(tempfile::tempdir().expect("a folder")))
    }

    /// The same with the sessions of an earlier seat.
    pub fn again(folder: Arc<TempDir>) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tribune"));
        command.args(arguments(folder.path()));
        Self::of(command, folder)
    }

    /// Any program.
    pub fn of(mut command: CommandBuilder, folder: Arc<TempDir>) -> Self {
        let pty = native_pty_system()
            .openpty(size(80, 24))
            .expect("a pseudo-terminal");
        command.env_remove("NO_COLOR");
        command.env("XDG_CONFIG_HOME", folder.path());
        let child = pty
            .slave
            .spawn_command(command)
            .expect("the program starts");
        let screen = Arc::new(Mutex::new(vt100::Parser::new(cells(24), cells(80), 0)));
        let sent = Arc::new(Mutex::new(Vec::new()));
        let mut reader = pty.master.try_clone_reader().expect("a reader");
        let (seen, all) = (Arc::clone(&screen), Arc::clone(&sent));
        let closed = Arc::new(AtomicBool::new(false));
        let close = Arc::clone(&closed);
        let eyes = std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let (false, Ok(count @ 1..)) =
                (close.load(Ordering::Relaxed), reader.read(&mut bytes))
            {
                seen.lock().expect("no panic").process(&bytes[..count]);
                all.lock()
                    .expect("no panic")
                    .extend_from_slice(&bytes[..count]);
            }
        });
        let keyboard = pty.master.take_writer().expect("a writer");
        // The other end stays open in the program alone.
        drop(pty.slave);
        Self {
            child,
            master: pty.master,
            keyboard,
            screen,
            sent,
            eyes,
            closed,
            folder,
        }
    }

    pub fn type_in(&mut self, keys: &str) -> &mut Self {
        self.keyboard
            .write_all(keys.as_bytes())
            .expect("the terminal is there");
        self
    }

    pub fn shown(&self) -> String {
        self.screen.lock().expect("no panic").screen().contents()
    }

    /// All that the program wrote.
    pub fn sent(&self) -> Vec<u8> {
        self.sent.lock().expect("no panic").clone()
    }

    /// Waits until that text is on the screen.
    pub fn see(&mut self, text: &str) -> &mut Self {
        self.wait(text, |screen| screen.contents().contains(text))
    }

    pub fn wait(&mut self, what: &str, is: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        let began = Instant::now();
        while !is(self.screen.lock().expect("no panic").screen()) {
            assert!(
                began.elapsed() < PATIENCE,
                "waited for {what}:\n{}",
                self.shown()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
        self
    }

    /// Presses the mouse on the first character of a text that is on the screen.
    pub fn press(&mut self, text: &str) -> &mut Self {
        let rows: Vec<String> = {
            let screen = self.screen.lock().expect("no panic");
            screen.screen().rows(0, 80).collect()
        };
        let found = (1..)
            .zip(&rows)
            .find_map(|(y, row)| Some((y, row.find(text)?, row)));
        let (y, index, row): (u16, _, _) = found.expect("it is on the screen");
        let x = tribune::tui::widget::line::width(&row[..index]) + 1;
        self.type_in(&format!("\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"))
    }

    /// Another program writes on the same terminal.
    pub fn scribble(&mut self, text: &str) -> &mut Self {
        self.screen
            .lock()
            .expect("no panic")
            .process(text.as_bytes());
        self
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.screen
            .lock()
            .expect("no panic")
            .screen_mut()
            .set_size(cells(rows), cells(columns));
        self.master
            .resize(size(columns, rows))
            .expect("it can be resized");
        self
    }

    pub fn signal(&mut self, signal: Signal) -> &mut Self {
        let process = self
            .child
            .process_id()
            .and_then(|id| Pid::from_raw(id.try_into().ok()?))
            .expect("it runs");
        kill_process(process, signal).expect("it can be signalled");
        self
    }

    /// Closes the terminal while the program runs in it.
    pub fn hang_up(self) -> Box<dyn Child + Send + Sync> {
        self.closed.store(true, Ordering::Relaxed);
        // A new size makes it draw once more, so that the eyes notice.
        self.master.resize(size(90, 30)).expect("it can be resized");
        self.eyes.join().expect("no panic");
        drop((self.master, self.keyboard));
        self.child
    }

    /// Waits for the end and says with what code; the terminal must be as it was found.
    pub fn ends(&mut self) -> u32 {
        let code = ended(&mut *self.child);
        self.is_as_found();
        code
    }

    /// Waits until the terminal is as it was found: its screen, its cursor, its modes, its line.
    pub fn is_as_found(&mut self) {
        self.wait("the first screen again", |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == MouseProtocolMode::None
        });
        let sent = self.sent();
        assert_eq!(
            count(&sent, b"\x1b[<u"),
            count(&sent, b"\x1b[>1u"),
            "key reports were left on"
        );
        let settings = self.master.get_termios().expect("the line has settings");
        let cooked = format!("{:?}", settings.local_flags);
        assert!(
            cooked.contains("ECHO") && cooked.contains("ICANON") && cooked.contains("ISIG"),
            "{cooked}"
        );
    }
}

/// Waits for the end of a program and says with what code.
pub fn ended(child: &mut (dyn Child + Send + Sync)) -> u32 {
    let began = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("it can be waited for") {
            return status.exit_code();
        }
        assert!(began.elapsed() < PATIENCE, "it did not end");
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// How the program is told to hold the shipped meeting with sessions in that folder.
pub fn arguments(sessions: &Path) -> [&OsStr; 6] {
    let [run, agenda, folder, lang, en] =
        ["run", AGENDA, "--sessions", "--lang", "en"].map(OsStr::new);
    [run, agenda, folder, sessions.as_os_str(), lang, en]
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

pub fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("at least one")
}

fn count(bytes: &[u8], part: &[u8]) -> usize {
    bytes
        .windows(part.len())
        .filter(|window| *window == part)
        .count()
}
