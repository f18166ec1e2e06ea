//! The real program in a real pseudo-terminal: what it shows, and that it leaves the terminal as it found it on every ending.

use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::Signal;
use tribune::agenda;
use tribune::cli::sessions::Sessions;
use tribune::journal::{self, Claim, Folder, Journal, Opened, Storage};
use tribune::locale::Locale;
use tribune::meeting::record::line_of;
use tribune::meeting::{Author, Header, Meeting};
use tribune::plain::Means;
use tribune::room::{Clock, Keeping, Room};
use tribune::text::{Language, Message};
use tribune::tui::action::Keys;
use tribune::tui::style::Styles;
use tribune::tui::themes::Themes;
use tribune::tui::unsent::Unsent;
use tribune::tui::{self, Mouse, Setup};
use vt100::{MouseProtocolEncoding, MouseProtocolMode};

use crate::support::seat::{AGENDA, PATIENCE, Seat, arguments, ended};

/// The files of a folder whose names end so.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("it can be listed").path());
    let named = |path: &PathBuf| path.to_string_lossy().ends_with(ending);
    paths.filter(|path| path.is_file() && named(path)).collect()
}

/// How many records the one journal of a folder holds; it must be whole.
fn records(folder: &Path) -> usize {
    let journals = files(folder, ".journal");
    let [path] = journals.as_slice() else {
        panic!("one journal: {journals:?}");
    };
    let name = path.file_name().expect("a name").to_string_lossy();
    let loaded = journal::load(&Folder::at(folder), &name).expect("it can be read");
    assert_eq!(loaded.findings(), [], "it is whole");
    loaded.records.len()
}

fn until(is: impl Fn() -> bool) {
    let began = Instant::now();
    while !is() {
        assert!(began.elapsed() < PATIENCE, "it did not come to pass");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_meeting_is_opened_noted_and_left_with_keys_alone() {
    let mut seat = Seat::take();
    seat.see("type `:open`")
        .type_in(":open\r")
        .see("item 1 of 5");
    seat.type_in("Welcome 你好\r").see("C1").see("Welcome 你好");
    seat.type_in("half a li\x03")
        .see("Leave the meeting?")
        .type_in("\r")
        .see("› half a li");
    seat.type_in("\x03").see("Leave the meeting?").type_in("2");
    assert_eq!(seat.ends(), 0);
    // Where it is kept and how to go on, on the shell's screen.
    seat.see("The meeting is kept in").see("goes on with it");
    assert_eq!(records(seat.folder.path()), 2);
}

#[test]
fn a_screen_tells_first_that_the_journal_is_damaged_and_leaves_the_session_file_alone() {
    let mut seat = Seat::take();
    seat.see("not open yet")
        .type_in(":open\r")
        .see("item 1 of 5");
    seat.type_in("Welcome\r").see("C1");
    seat.type_in(":save\r").see("Saved.");
    seat.type_in("\x03").see("Leave the meeting?").type_in("2");
    assert_eq!(seat.ends(), 0);
    let (journal, session) = (
        files(seat.folder.path(), ".journal").remove(0),
        files(seat.folder.path(), ".toml").remove(0),
    );
    let read = |path: &Path| std::fs::read_to_string(path).expect("it is there");
    let damaged = read(&journal).replace("{\"seq\":1,", "{\"seq\":9,");
    std::fs::write(&journal, &damaged).expect("the disk is sound");
    let saved = read(&session);
    for signal in [None, Some(Signal::TERM)] {
        let mut seat = Seat::again(Arc::clone(&seat.folder));
        seat.see("damaged in line 2");
        match signal {
            Some(signal) => {
                seat.signal(signal);
            }
            None => {
                seat.type_in("\x03").see("Leave the meeting?").type_in("2");
            }
        }
        seat.ends();
        assert_eq!(
            (read(&journal), read(&session)),
            (damaged.clone(), saved.clone())
        );
    }
}

#[test]
fn the_mouse_presses_hints_answers_and_the_line_and_one_key_lets_it_go() {
    let mut seat = Seat::take();
    seat.see("type `:open`").wait("the mouse", |screen| {
        screen.mouse_protocol_mode() == MouseProtocolMode::PressRelease
            && screen.mouse_protocol_encoding() == MouseProtocolEncoding::Sgr
    });
    seat.press("? help").see("What the keys do here");
    seat.type_in("\x1b[<65;9;9M").see("4 to 15 of");
    seat.type_in("\x1b")
        .wait("no help", |screen| !screen.contents().contains(" to 15 of"));
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
    for (signal, code) in [
        (Signal::TERM, 143),
        (Signal::INT, 130),
        (Signal::QUIT, 131),
        (Signal::HUP, 129),
    ] {
        let mut seat = Seat::take();
        seat.see("type `:open`")
            .type_in(":open\r")
            .see("item 1 of 5");
        seat.type_in("half a li").see("› half a li").signal(signal);
        assert_eq!(seat.ends(), code, "{signal:?}");
        if signal != Signal::HUP {
            seat.see("The meeting is kept in").see("goes on with it");
        }
        assert_eq!(records(seat.folder.path()), 1, "{signal:?}");
        // The line that was not sent is there again.
        let mut again = Seat::again(Arc::clone(&seat.folder));
        again.see("stands here again").see("› half a li");
        again.type_in("\x032");
        assert_eq!(again.ends(), 0);
    }
}

#[test]
fn stopped_and_continued_the_shell_has_its_screen_and_the_meeting_its_own() {
    let folder = Arc::new(tempfile::tempdir().expect("a folder"));
    let mut shell = CommandBuilder::new("sh");
    shell.args([
        "-c",
        "set -m; \"$@\"; echo the shell is here; read go; fg >/dev/null; exit $?",
        "sh",
        env!("CARGO_BIN_EXE_tribune"),
    ]);
    shell.args(arguments(folder.path()));
    let mut seat = Seat::of(shell, folder);
    seat.see("type `:open`")
        .type_in(":open\r")
        .see("item 1 of 5");
    seat.type_in("half a li").see("› half a li");
    seat.type_in("\x1a").see("the shell is here").is_as_found();
    assert!(!seat.shown().contains("half a li"), "{}", seat.shown());
    seat.scribble("\x1b[2Jwhat another program drew");
    seat.type_in("go\r").see("› half a li").see("item 1 of 5");
    assert!(
        !seat.shown().contains("another program"),
        "{}",
        seat.shown()
    );
    seat.wait("the time of day", |screen| {
        let now = chrono::Local::now().format("%H:%M:%S").to_string();
        screen.alternate_screen() && screen.contents().contains(&now)
    });
    seat.type_in("ne").see("› half a line").type_in("\x032");
    assert_eq!(seat.ends(), 0);
}

#[test]
fn what_another_program_drew_is_gone_when_the_meeting_goes_on_or_is_told_to_repaint() {
    let mut seat = Seat::take();
    seat.see("type `:open`");
    let gone = |screen: &vt100::Screen| !screen.contents().contains("GHOST");
    seat.scribble("\x1b[5;1H\x1b[41mGHOST").signal(Signal::CONT);
    seat.wait("no ghost", gone).see("type `:open`");
    seat.scribble("\x1b[5;1H\x1b[41mGHOST").type_in("\x0c");
    seat.wait("no ghost", gone).see("type `:open`");
    seat.type_in("\x032");
    assert_eq!(seat.ends(), 0);
}

#[test]
fn a_line_survives_the_program_and_is_gone_once_it_is_sent() {
    let mut seat = Seat::take();
    seat.see("type `:open`")
        .type_in(":open\r")
        .see("item 1 of 5");
    seat.type_in("互派留学生 each ye").see("each ye");
    let draft = || files(seat.folder.path(), ".draft");
    let written = |path: &PathBuf| std::fs::read_to_string(path).unwrap_or_default();
    until(|| draft().iter().any(|path| written(path).contains("each ye")));
    let mode = std::fs::metadata(&draft()[0]).expect("it is there");
    assert_eq!(mode.permissions().mode() & 0o777, 0o600);
    let folder = Arc::clone(&seat.folder);
    seat.signal(Signal::KILL);
    ended(&mut *seat.child);
    let mut again = Seat::again(Arc::clone(&folder));
    again.see("stands here again").see("› 互派留学生 each ye");
    again.type_in("ar\r").see("C1");
    until(|| files(folder.path(), ".draft").is_empty());
    again.type_in("gone\x7f\x7f\x7f\x7f").type_in("\x032");
    assert_eq!(again.ends(), 0);
    assert!(files(folder.path(), ".draft").is_empty());
    for kept in files(folder.path(), "") {
        let text = std::fs::read_to_string(&kept).expect("it can be read");
        assert!(!text.contains("each ye\""), "{}", kept.display());
    }
}

#[test]
fn a_draft_that_cannot_be_read_is_passed_over_with_a_sentence() {
    let mut seat = Seat::take();
    seat.see("type `:open`").type_in("x\x032");
    assert_eq!(seat.ends(), 0);
    let draft = files(seat.folder.path(), ".draft").remove(0);
    std::fs::write(draft, [0xff, 0, 0x1b]).expect("it can be written");
    let mut again = Seat::again(Arc::clone(&seat.folder));
    again.see("passed over").type_in("\x032");
    assert_eq!(again.ends(), 0);
}

#[test]
fn a_panic_of_the_loop_gives_the_terminal_back_and_says_where_the_meeting_is_kept() {
    let mut seat = failing("loop");
    seat.see("type `:open`")
        .type_in(":open\r")
        .see("item 1 of 5");
    seat.type_in(":private boom\r");
    assert_eq!(seat.ends(), 3);
    seat.see("The program failed: boom").see("Kept; go on.");
    assert_eq!(records(seat.folder.path()), 1);
    let drafts = files(seat.folder.path(), ".draft");
    let kept = std::fs::read_to_string(&drafts[0]).expect("the line that was on its way");
    assert!(kept.contains(":private boom"), "{kept}");
}

#[test]
fn a_panic_of_the_room_is_told_on_the_screen_and_the_journal_stays_whole() {
    let mut seat = failing("room");
    seat.see("type `:open`")
        .type_in(":open\r")
        .see("item 1 of 5");
    seat.type_in("boom\r").see("read only").see("› boom");
    assert!(!seat.shown().contains("C1"), "{}", seat.shown());
    seat.type_in("\x032");
    assert_eq!(seat.ends(), 3);
    seat.see("The program failed: the disk went up");
    assert_eq!(records(seat.folder.path()), 1);
}

#[test]
fn a_terminal_that_is_gone_ends_the_program_and_leaves_a_whole_journal() {
    let mut seat = Seat::take();
    seat.see("type `:open`")
        .type_in(":open\r")
        .see("item 1 of 5");
    let folder = Arc::clone(&seat.folder);
    ended(&mut *seat.hang_up());
    assert_eq!(records(folder.path()), 1);
}

#[test]
fn a_new_size_is_drawn_anew() {
    let mut seat = Seat::take();
    seat.see("type `:open`").resize(40, 12).see("? help");
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
    seat.see("type `:open`").type_in("ab\x1b");
    std::thread::sleep(Duration::from_millis(5));
    seat.type_in("[D").type_in("c").see("› acb");
    seat.type_in("\x032");
    assert_eq!(seat.ends(), 0);
}

/// What fails in the program that the tests start in a terminal, and where its sessions are kept.
const FAILS: &str = "TRIBUNE_TEST_FAILS";
const SESSIONS: &str = "TRIBUNE_TEST_SESSIONS";

/// This very binary in a terminal, holding a meeting on the screen in which that will panic.
fn failing(what: &str) -> Seat {
    let folder = Arc::new(tempfile::tempdir().expect("a folder"));
    let mut command = CommandBuilder::new(std::env::current_exe().expect("it has a path"));
    command.args([
        "--exact",
        "terminal::a_meeting_in_which_something_panics",
        "--nocapture",
        "--test-threads=1",
    ]);
    command.env(FAILS, what);
    command.env(SESSIONS, folder.path());
    Seat::of(command, folder)
}

/// The program that `failing` starts; by itself it has nothing to do.
#[test]
fn a_meeting_in_which_something_panics() {
    let Some(folder) = std::env::var_os(SESSIONS) else {
        return;
    };
    let code = hold_failing(
        Path::new(&folder),
        std::env::var(FAILS).as_deref() == Ok("room"),
    );
    // The harness would say more of it on the terminal.
    std::process::exit(code);
}

fn hold_failing(folder: &Path, room_fails: bool) -> i32 {
    let source = std::fs::read_to_string(AGENDA).expect("it is shipped");
    let plan = agenda::file::read(&source).agenda.expect("it is sound");
    let header = Header {
        tribune: 1,
        begun: chrono::Local::now().fixed_offset(),
        path: AGENDA.to_owned(),
        agenda: source,
    };
    let offset = *header.begun.offset();
    let sessions = Sessions::at(folder).expect("it is there");
    let (place, journal) = sessions.begin(&header, &plan).expect("a sound disk");
    let journal = if room_fails {
        drop(journal);
        std::fs::remove_file(place.journal()).expect("it was made");
        let storage = Arc::new(Brittle(Folder::at(folder)));
        Journal::create(storage, "brittle.journal", &line_of(&header)).expect("a sound disk")
    } else {
        journal
    };
    let meeting = Meeting::begin(header, plan);
    let room = Room::open(journal, meeting, Clock::Wall(offset), Keeping::nowhere())
        .expect("there are threads");
    let mut means = Means::none();
    means.note = Box::new(|note| panic!("{}", note.as_str()));
    let there = place.clone();
    let ended = tui::run(Setup {
        room: room.handle(),
        author: Author::chair(),
        locale: Locale::new(Language::English),
        keys: Keys::default(),
        styles: Styles::default(),
        themes: Themes::shipped(),
        keeping: tui::Keeping::Saved,
        farewell: Message::new("tui-shown-line").with("text", "Kept; go on."),
        means,
        mouse: Mouse::On,
        unsent: Unsent::new(place.draft(), Box::new(move |text| there.keep_draft(text))),
        told: Vec::new(),
    });
    let english = Locale::new(Language::English);
    let failed = ended.err().or(room.close().err());
    for message in failed.iter().flat_map(tribune::error::Error::messages) {
        eprintln!("{}", english.say(&message));
    }
    if failed.is_some() { 3 } else { 0 }
}

/// A folder whose files panic when a line about a boom is written.
#[derive(Debug)]
struct Brittle(Folder);

#[derive(Debug)]
struct BrittleFile(Box<dyn Opened>);

impl Storage for Brittle {
    fn place(&self, name: &str) -> PathBuf {
        self.0.place(name)
    }

    fn create(&self, name: &str) -> io::Result<Box<dyn Opened>> {
        Ok(Box::new(BrittleFile(self.0.create(name)?)))
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Opened>> {
        Ok(Box::new(BrittleFile(self.0.open(name)?)))
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        self.0.rename(from, to)
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.0.remove(name)
    }

    fn sync_names(&self) -> io::Result<()> {
        self.0.sync_names()
    }

    fn has(&self, name: &str) -> bool {
        self.0.has(name)
    }
}

impl Opened for BrittleFile {
    fn claim(&self) -> Result<(), Claim> {
        self.0.claim()
    }

    fn may_write(&self) -> bool {
        self.0.may_write()
    }

    fn length(&self) -> io::Result<u64> {
        self.0.length()
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<usize> {
        self.0.read_at(offset, into)
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize> {
        assert!(
            !bytes.windows(4).any(|part| part == b"boom"),
            "the disk went up"
        );
        self.0.write_at(offset, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.0.cut(length)
    }

    fn is_untouched(&self, name: &str, length: u64) -> bool {
        self.0.is_untouched(name, length)
    }
}
