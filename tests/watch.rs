//! A meeting watched from another terminal while it is held, killed and held again: the real program, twice, in real pseudo-terminals.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use portable_pty::CommandBuilder;
use rustix::process::Signal;
use tempfile::TempDir;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tribune::locale::Locale;
use tribune::phrase::Face;
use tribune::room::Alongside;
use tribune::text::{Language, Message};
use tribune::tui::Participant;
use tribune::tui::action::Keys;
use tribune::tui::message::Message as Happened;
use tribune::tui::style::Styles;
use tribune::tui::watch::{Setup, Shows, Sight, Watched, Watching};

use crate::support::seat::{Seat, arguments, ended};
use crate::support::stage::Stage;

/// Too small for letters of blocks: what is shown stands there in words.
const IN_WORDS: (u16, u16) = (40, 9);

fn folder() -> Arc<TempDir> {
    Arc::new(tempfile::tempdir().expect("a folder"))
}

/// `tribune watch` on the sessions of that folder.
fn watching(folder: &Arc<TempDir>, more: &[&str]) -> Seat {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tribune"));
    command.args(["watch", "--lang", "en", "--sessions"]);
    command.arg(folder.path());
    command.args(more);
    Seat::of(command, Arc::clone(folder))
}

fn journal(folder: &Path) -> PathBuf {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut paths = entries.map(|entry| entry.expect("it can be listed").path());
    paths
        .find(|path| path.extension().is_some_and(|end| end == "journal"))
        .expect("a meeting was begun")
}

#[test]
fn a_hall_follows_a_meeting_that_is_killed_and_held_again() {
    let folder = folder();
    let mut hall = watching(&folder, &[]);
    hall.resize(IN_WORDS.0, IN_WORDS.1)
        .see("No meeting is running");
    let mut seat = Seat::again(Arc::clone(&folder));
    seat.see("type `:open`");
    hall.see("Kunming");
    seat.type_in(":open\r").see("item 1 of 5");
    hall.see("Opening");
    seat.type_in(":item 3\r").see("item 3 of 5");
    seat.type_in(":floor Yan Ming\r").see("left of 5:00");
    hall.see("Yan Ming").see("left of 5:00");

    seat.signal(Signal::KILL);
    ended(&mut *seat.child);
    let whole = fs::read(journal(folder.path())).expect("it is there");
    // A line that was cut short by the end is no matter.
    let torn = [&whole[..], b"{\"seq\":"].concat();
    fs::write(journal(folder.path()), torn).expect("the disk is sound");
    hall.see("Yan Ming");

    let mut seat = Seat::again(Arc::clone(&folder));
    seat.see("Yan Ming").type_in(":floor Hou Sheng\r");
    hall.see("Hou Sheng");
    seat.type_in(":adjourn really\r");
    hall.see("The meeting is over");
    hall.type_in("q");
    assert_eq!(hall.ends(), 0);
    seat.signal(Signal::TERM);
    ended(&mut *seat.child);
}

#[test]
fn a_face_that_only_watches_turns_and_changes_nothing() {
    let folder = folder();
    let mut seat = Seat::again(Arc::clone(&folder));
    seat.see("type `:open`")
        .type_in(":open\r")
        .see("item 1 of 5");
    let mut chair = watching(&folder, &["--face", "floor"]);
    chair.see("follows the meeting").see("item 1 of 5");
    let before = fs::read(journal(folder.path())).expect("it is there");
    chair.type_in("x").see("only watches");
    chair.type_in("\x1b[15~").see("only watches");
    chair
        .type_in("?")
        .see("q: leave")
        .type_in("1")
        .type_in("\t")
        .see("CONTRIBUTIONS")
        .type_in("\x1b[Z")
        .see("ON THE FLOOR");
    assert_eq!(
        fs::read(journal(folder.path())).expect("it is there"),
        before
    );
    seat.type_in("A line for all to see\r").see("C1");
    chair.see("A line for all");
    chair.type_in("\x03");
    assert_eq!(chair.ends(), 0);
    seat.signal(Signal::TERM);
    ended(&mut *seat.child);
}

#[test]
fn what_a_locked_meeting_offers_works_as_it_is_written() {
    let folder = folder();
    let mut seat = Seat::again(Arc::clone(&folder));
    seat.see("type `:open`");
    let output = Command::new(env!("CARGO_BIN_EXE_tribune"))
        .args(arguments(folder.path()))
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    let (_, offered) = told.split_once("`tribune watch ").expect("it is offered");
    let (meant, _) = offered.split_once('`').expect("it ends");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tribune"));
    command.args(["watch", meant.trim_matches('\''), "--lang", "en"]);
    let mut hall = Seat::of(command, Arc::clone(&folder));
    hall.resize(IN_WORDS.0, IN_WORDS.1)
        .see("Kunming")
        .type_in("\x1b");
    assert_eq!(hall.ends(), 0);
    seat.signal(Signal::TERM);
    ended(&mut *seat.child);
}

#[test]
fn without_a_terminal_or_a_journal_one_sentence_says_what_to_do() {
    let folder = folder();
    let watch = |more: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_tribune"))
            .args(["watch", "--lang", "en", "--sessions"])
            .arg(folder.path())
            .args(more)
            .output()
            .expect("the program starts");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), told)
    };
    let (code, told) = watch(&[]);
    assert_eq!((code, told.lines().count()), (Some(1), 1), "{told}");
    assert!(told.contains("tribune show"), "{told}");
    let (code, told) = watch(&["--face", "wall"]);
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("floor"), "{told}");

    let mut nobody = watching(&folder, &["nobody"]);
    assert_eq!(ended(&mut *nobody.child), 1);
    nobody.see("There is no session");
}

/// How many frames are drawn when a second passes twice after the first one.
fn frames(stage: &Stage, shows: Shows) -> usize {
    let mut sight = Some(Sight {
        watched: Some(Watched {
            meeting: Arc::new(stage.meeting.clone()),
            clock: Alongside::new(*stage.now.offset()),
        }),
        told: Vec::new(),
    });
    let setup = Setup {
        shows,
        look: Box::new(move || sight.take()),
        locale: Locale::new(Language::English),
        keys: Keys::default(),
        styles: Styles::default(),
        farewell: Message::new("watch-farewell"),
    };
    let (to_loop, _inbox) = std::sync::mpsc::channel();
    let mut watching = Watching::begin(setup, to_loop);
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).expect("memory draws");
    for _ in 0..3 {
        watching.draw(&mut terminal).expect("memory draws");
        watching.take(Happened::Tick);
    }
    terminal.get_frame().count()
}

#[test]
fn a_running_clock_is_drawn_every_second_and_a_hall_at_rest_never_again() {
    assert_eq!(frames(&Stage::mid_round(), Shows::Hall), 3);
    assert_eq!(frames(&Stage::mid_round().paused(), Shows::Hall), 1);
    assert_eq!(frames(&Stage::exchange(), Shows::Hall), 1);
    // The time of day stands in the header of a face.
    assert_eq!(frames(&Stage::exchange(), Shows::Face(Face::Floor)), 3);
}
