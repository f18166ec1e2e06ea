//! The real program in a real pseudo-terminal: what it shows, and that it leaves the terminal as it found it on every ending.

use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;
use vt100::{MouseProtocolEncoding, MouseProtocolMode};

/// Longer than anything takes on a busy machine; reached only by what fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program in a pseudo-terminal, with the screen that a person would see.
struct Seat {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    sent: Arc<Mutex<Vec<u8>>>,
    /// Reads what the program draws, until it is told to close its eyes.
    eyes: JoinHandle<()>,
    closed: Arc<AtomicBool>,
    _folder: TempDir,
}

impl Seat {
    /// `tribune run` on the shipped agenda of the directors' meeting, with sessions in a folder of its own.
    fn take() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let size = PtySize {
            rows: 24,
            cols: 80,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pty = native_pty_system()
            .openpty(size)
            .expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tribune"));
        command.arg("run");
        command.arg(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/config/agendas/exchange.toml"
        ));
        command.args([
            "--sessions",
            folder.path().to_str().expect("text"),
            "--lang",
            "en",
        ]);
        command.env_remove("NO_COLOR");
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
            _folder: folder,
        }
    }

    fn type_in(&mut self, keys: &str) -> &mut Self {
        self.keyboard
            .write_all(keys.as_bytes())
            .expect("the terminal is there");
        self
    }

    fn shown(&self) -> String {
        self.screen.lock().expect("no panic").screen().contents()
    }

    /// Waits until that text is on the screen.
    fn see(&mut self, text: &str) -> &mut Self {
        self.wait(text, |screen| screen.contents().contains(text));
        self
    }

    fn wait(&mut self, what: &str, is: impl Fn(&vt100::Screen) -> bool) {
        let began = Instant::now();
        while !is(self.screen.lock().expect("no panic").screen()) {
            assert!(
                began.elapsed() < PATIENCE,
                "waited for {what}:\n{}",
                self.shown()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Presses the mouse on the first character of a text that is on the screen.
    fn press(&mut self, text: &str) -> &mut Self {
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

    fn signal(&mut self, signal: Signal) -> &mut Self {
        let process = self
            .child
            .process_id()
            .and_then(|id| Pid::from_raw(id.try_into().ok()?))
            .expect("it runs");
        kill_process(process, signal).expect("it can be signalled");
        self
    }

    /// Waits for the end and says with what code; the terminal must be as it was found.
    fn ends(&mut self) -> u32 {
        let began = Instant::now();
        let code = loop {
            if let Some(status) = self.child.try_wait().expect("it can be waited for") {
                break status.exit_code();
            }
            assert!(
                began.elapsed() < PATIENCE,
                "it did not end:\n{}",
                self.shown()
            );
            std::thread::sleep(Duration::from_millis(10));
        };
        self.wait("the first screen again", |screen| {
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == MouseProtocolMode::None
        });
        let sent = self.sent.lock().expect("no panic").clone();
        assert!(contains(&sent, b"\x1b[<u"), "key reports were left on");
        let settings = self.master.get_termios().expect("the line has settings");
        let cooked = format!("{:?}", settings.local_flags);
        assert!(
            cooked.contains("ECHO") && cooked.contains("ICANON"),
            "{cooked}"
        );
        code
    }
}

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).expect("at least one")
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn a_meeting_is_opened_noted_and_left_with_keys_alone() {
    let mut seat = Seat::take();
    seat.see("type :open").type_in(":open\r").see("item 1 of 5");
    seat.type_in("Welcome 你好\r").see("C1").see("Welcome 你好");
    seat.type_in("half a li\x03")
        .see("Leave the meeting?")
        .type_in("\r")
        .see("› half a li");
    seat.type_in("\x03").see("Leave the meeting?").type_in("2");
    assert_eq!(seat.ends(), 0);
}

#[test]
fn the_mouse_presses_hints_answers_and_the_line_and_one_key_lets_it_go() {
    let mut seat = Seat::take();
    seat.see("Type :open").wait("the mouse", |screen| {
        screen.mouse_protocol_mode() == MouseProtocolMode::PressRelease
            && screen.mouse_protocol_encoding() == MouseProtocolEncoding::Sgr
    });
    seat.press("? help").see("1  Close").press("1  Close");
    seat.wait("no dialog", |screen| {
        !screen.contents().contains("1  Close")
    });
    seat.type_in("ten lectures").see("› ten lectures");
    seat.press("lectures")
        .type_in("old ")
        .see("› ten old lectures");
    seat.type_in("\x07").see("it selects text");
    seat.wait("no mouse", |screen| {
        screen.mouse_protocol_mode() == MouseProtocolMode::None
    });
    seat.type_in("\x07").see("presses keys again");
    seat.wait("the mouse", |screen| {
        screen.mouse_protocol_mode() == MouseProtocolMode::PressRelease
    });
    seat.type_in("\x03")
        .see("Leave the meeting?")
        .press("2  Leave");
    assert_eq!(seat.ends(), 0);
}

#[test]
fn every_signal_restores_the_terminal_and_ends_with_its_number() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let mut seat = Seat::take();
        seat.see("type :open").signal(signal);
        assert_eq!(seat.ends(), code, "{signal:?}");
        seat.see("The meeting is kept in");
    }
    let mut seat = Seat::take();
    seat.see("type :open").signal(Signal::HUP);
    assert_eq!(seat.ends(), 129);
}

#[test]
fn a_terminal_that_is_gone_ends_the_program() {
    let mut seat = Seat::take();
    seat.see("type :open");
    let Seat {
        mut child,
        master,
        keyboard,
        eyes,
        closed,
        ..
    } = seat;
    closed.store(true, Ordering::Relaxed);
    // A new size makes it draw once more, so that the eyes notice.
    let size = PtySize {
        rows: 30,
        cols: 90,
        pixel_width: 0,
        pixel_height: 0,
    };
    master.resize(size).expect("it can be resized");
    eyes.join().expect("no panic");
    drop((master, keyboard));
    let began = Instant::now();
    while child.try_wait().expect("it can be waited for").is_none() {
        assert!(began.elapsed() < PATIENCE, "it went on without a terminal");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_new_size_is_drawn_anew() {
    let mut seat = Seat::take();
    seat.see("type :open");
    let size = PtySize {
        rows: 12,
        cols: 40,
        pixel_width: 0,
        pixel_height: 0,
    };
    seat.screen
        .lock()
        .expect("no panic")
        .screen_mut()
        .set_size(cells(12), cells(40));
    seat.master.resize(size).expect("it can be resized");
    seat.see("? help");
    assert!(
        seat.shown()
            .lines()
            .all(|line| tribune::tui::widget::line::width(line) <= 40),
        "{}",
        seat.shown()
    );
    seat.type_in("\x032");
    assert_eq!(seat.ends(), 0);
}

#[test]
fn an_arrow_split_by_a_slow_line_types_nothing() {
    let mut seat = Seat::take();
    seat.see("type :open").type_in("ab\x1b");
    std::thread::sleep(Duration::from_millis(5));
    seat.type_in("[D").type_in("c").see("› acb");
    seat.type_in("\x032");
    assert_eq!(seat.ends(), 0);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(60))]

    /// A terminal emulator shows what was drawn, frame after frame, whatever stood there before.
    #[test]
    fn frames_arrive_cell_by_cell(frames in proptest::collection::vec(
        proptest::collection::vec((0u16..30, 0u16..8, "[a-c 云南财经─│…✓]{0,12}", 0usize..4), 0..6), 1..8))
    {
        use ratatui::Terminal;
        use ratatui::layout::Size;
        use ratatui::style::{Color, Modifier, Style};
        use tribune::tui::backend::Ansi;

        const STYLES: [Style; 4] = [
            Style::new(),
            Style::new().fg(Color::LightGreen),
            Style::new().add_modifier(Modifier::BOLD),
            Style::new().add_modifier(Modifier::REVERSED),
        ];
        let far = Arc::new(Mutex::new(vt100::Parser::new(cells(8), cells(30), 0)));
        let size = Size { width: 30, height: 8 };
        let mut terminal = Terminal::new(Ansi::new(Far(Arc::clone(&far)), size)).expect("it cannot fail");
        for frame in frames {
            let mut drawn = None;
            terminal.draw(|canvas| {
                let buf = canvas.buffer_mut();
                for (x, y, text, style) in &frame {
                    buf.set_stringn(*x, *y, text, 30, STYLES[*style]);
                }
                drawn = Some(buf.clone());
            }).expect("it cannot fail");
            let drawn = drawn.expect("it was drawn");
            let far = far.lock().expect("no panic");
            let mut after_wide = false;
            for (position, cell) in drawn.area.positions().zip(&drawn.content) {
                let there = far.screen().cell(position.y, position.x).expect("in sight");
                if !(after_wide && position.x > 0) {
                    let shown = if there.has_contents() { there.contents() } else { " " };
                    proptest::prop_assert_eq!(shown, cell.symbol(), "at {}", position);
                    // An empty cell looks the same in any weight, but not reversed.
                    let bold = cell.modifier.contains(Modifier::BOLD);
                    proptest::prop_assert!(cell.symbol() == " " || there.bold() == bold, "bold at {}", position);
                    let reversed = cell.modifier.contains(Modifier::REVERSED);
                    proptest::prop_assert_eq!(there.inverse(), reversed, "reversed at {}", position);
                }
                after_wide = ratatui::buffer::CellWidth::cell_width(cell) > 1;
            }
        }
    }
}

/// The other end of a backend: a terminal emulator.
struct Far(Arc<Mutex<vt100::Parser>>);

impl Write for Far {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no panic").process(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
