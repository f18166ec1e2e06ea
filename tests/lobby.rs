//! The lobby: what stands in it, what its keys do, and the way there and back in a real pseudo-terminal.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use portable_pty::CommandBuilder;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rustix::process::Signal;
use tempfile::TempDir;
use tribune::agenda;
use tribune::archive::{History, Listing, Only};
use tribune::locale::Locale;
use tribune::text::{Bilingual, Language, Message, Moment, Text};
use tribune::tui::action::Keys;
use tribune::tui::input::{Code, Input, Key, Mouse};
use tribune::tui::lobby::found::{Folders, Hold, Interrupted, News, Planned, Says};
use tribune::tui::lobby::{Chosen, Going, Lobby, Manner, Plan, Setup};
use tribune::tui::message::Message as Happened;
use tribune::tui::style::{Signs, Styles, Theme};
use tribune::tui::themes::Themes;
use tribune::tui::{Asked, Participant};

use crate::support::drawn::text;
use crate::support::seat::{AGENDA, Seat, ended};
use crate::support::years::shipped;

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (60, 20), (40, 12)];

fn moment(text: &str) -> Moment {
    text.parse().expect("the test writes it right")
}

/// A meeting that was left in its third item.
fn left(hold: Hold) -> Interrupted {
    Interrupted {
        stem: Text::line("2026-03-02-board"),
        title: Bilingual {
            en: Text::line("Board meeting"),
            zh: Text::line("理事会会议"),
        },
        left: moment("2026-03-02T15:10:00+08:00"),
        records: 31,
        item: Some((3, Bilingual::from("Budget"))),
        floor: Some(Bilingual::from("Yan Ming")),
        hold,
        findings: Vec::new(),
    }
}

fn planned(name: &'static str, source: &str) -> Planned {
    let reading = agenda::file::read(source);
    let is_shipped = name == "exchange";
    Planned {
        plan: if is_shipped {
            Plan::Shipped(name)
        } else {
            Plan::File(PathBuf::from("/home/li").join(name))
        },
        name: Text::line(name),
        place: Text::line(&format!("/home/li/{name}")),
        says: match reading.agenda {
            Some(agenda) => Says::Sound(Box::new(agenda)),
            None => Says::Mistaken(reading.mistakes),
        },
    }
}

fn agendas() -> News {
    let exchange = fs::read_to_string(AGENDA).expect("it is shipped");
    News::Agendas(vec![
        planned("board.toml", "title = \"Board\"\nitems = [\"Opening\"]\n"),
        planned("broken.toml", "title = \"Broken\"\nitem = [\"Opening\"]\n"),
        planned("exchange", &exchange),
    ])
}

/// What somebody finds who has never been here.
fn nothing() -> Vec<News> {
    vec![
        agendas(),
        News::Interrupted(Vec::new(), Vec::new()),
        News::Sessions(Arc::new(Listing::default())),
    ]
}

/// What somebody finds who left a meeting, with the shipped sessions behind them.
fn much(hold: Hold) -> Vec<News> {
    let folder = shipped();
    let go_on = |_| ControlFlow::<()>::Continue(());
    let ControlFlow::Continue(history) =
        History::unless(&folder, Only::default(), |_, _| {}, go_on)
    else {
        panic!("it is not broken off");
    };
    vec![
        agendas(),
        News::Interrupted(vec![left(hold)], Vec::new()),
        News::History(Arc::new(history)),
        News::Sessions(Arc::new(tribune::archive::listing(&folder))),
    ]
}

/// Somebody in a lobby.
struct Guest {
    lobby: Lobby<'static>,
    chosen: Receiver<Chosen>,
    terminal: Terminal<TestBackend>,
    left: bool,
}

impl Guest {
    fn comes(found: Vec<News>, language: Language, (columns, rows): (u16, u16)) -> Self {
        let setup = Setup {
            look: Box::new(move |tell| {
                for news in found {
                    assert!(tell(news).is_continue());
                }
            }),
            folders: Folders {
                sessions: Text::line("/home/li/sessions"),
                settings: Text::line("/home/li/.config/tribune"),
            },
            now: moment("2026-03-02T16:00:00+08:00"),
            at: None,
            notice: None,
            locale: Locale::new(language),
            keys: Keys::default(),
            styles: Styles {
                theme: Theme::default(),
                signs: Signs::Unicode,
            },
            themes: Themes {
                own: Box::new(Vec::new),
                read: Box::new(|_| Err(Message::new("theme-unknown"))),
            },
            mouse: Mouse::Off,
        };
        let (choose, chosen) = channel();
        let (to_loop, inbox) = channel();
        let lobby = Lobby::begin(setup, choose, to_loop);
        // The looking is over: what was found late is taken now.
        let late = inbox.iter().count();
        let mut guest = Self {
            lobby,
            chosen,
            terminal: Terminal::new(TestBackend::new(columns, rows)).expect("memory draws"),
            left: false,
        };
        if late > 0 {
            guest.lobby.take(Happened::Published);
        }
        guest.draw();
        guest
    }

    fn english(found: Vec<News>) -> Self {
        Self::comes(found, Language::English, SIZES[0])
    }

    fn draw(&mut self) {
        self.lobby.draw(&mut self.terminal).expect("memory draws");
    }

    /// Presses keys: names in angle brackets, everything else letter by letter.
    fn press(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
            let named = named.and_then(|(name, after)| Some((name.parse::<Key>().ok()?, after)));
            let (key, after) = named.unwrap_or((Key::plain(Code::Char(c)), &rest[c.len_utf8()..]));
            rest = after;
            let mut asked = self.lobby.take(Happened::Input(Input::Key(key)));
            asked.extend(self.lobby.take(Happened::Rested));
            self.left |= asked.contains(&Asked::Leave);
            self.draw();
        }
        self
    }

    fn shown(&self) -> String {
        text(self.terminal.backend().buffer())
    }

    fn sees(&mut self, what: &str) -> &mut Self {
        assert!(self.shown().contains(what), "{what}:\n{}", self.shown());
        self
    }

    fn sees_no(&mut self, what: &str) -> &mut Self {
        assert!(!self.shown().contains(what), "{what}:\n{}", self.shown());
        self
    }

    fn goes(&mut self) -> Option<Going> {
        self.chosen.try_recv().ok().map(|chosen| chosen.going)
    }
}

#[test]
fn the_lobby_of_a_newcomer_and_of_somebody_who_left_a_meeting() {
    for language in Language::ALL {
        for size in SIZES {
            let guest = Guest::comes(nothing(), language, size);
            let named =
                |what: &str| format!("lobby_{what}_{}_{}x{}", language.tag(), size.0, size.1);
            insta::assert_snapshot!(named("new"), guest.shown());
            let guest = Guest::comes(much(Hold::Free), language, size);
            insta::assert_snapshot!(named("much"), guest.shown());
        }
    }
}

#[test]
fn it_draws_at_every_size_and_every_line_fits() {
    for columns in (1..130).step_by(7) {
        for rows in (1..40).step_by(3) {
            let mut guest = Guest::comes(much(Hold::Elsewhere), Language::Chinese, (columns, rows));
            guest.press("<Enter>").press("<Esc>?");
        }
    }
}

#[test]
fn a_meeting_that_was_left_is_selected_and_enter_goes_on() {
    let mut guest = Guest::english(much(Hold::Free));
    guest.sees("Yan Ming had the floor").sees("31 records");
    assert_eq!(
        guest.press("<Enter>").goes(),
        Some(Going::Continue(Text::line("2026-03-02-board")))
    );
    assert!(guest.left);
}

#[test]
fn a_meeting_that_is_held_elsewhere_can_be_watched_and_by_itself_nothing_happens() {
    let mut guest = Guest::english(much(Hold::Elsewhere));
    guest.sees("running elsewhere");
    assert_eq!(guest.press("<Enter><Enter>").goes(), None);
    assert!(!guest.left);
    let watch = Going::Watch(Text::line("2026-03-02-board"));
    assert_eq!(guest.press("<Enter>2").goes(), Some(watch));
}

#[test]
fn a_meeting_is_begun_only_after_a_question_whose_default_is_no() {
    let plan = || Plan::File(PathBuf::from("/home/li/board.toml"));
    let mut guest = Guest::english(much(Hold::Free));
    guest.press("<Tab>").sees("1  Opening");
    assert_eq!(guest.press("<Enter><Enter>").goes(), None);
    assert_eq!(guest.press("<Enter><Esc>").goes(), None);
    assert!(!guest.left);
    let held = Going::Start(plan(), Manner::Held);
    assert_eq!(guest.press("<Enter>2").goes(), Some(held));
    let rehearsed = Going::Start(plan(), Manner::Rehearsed);
    assert_eq!(guest.press("<Enter>3").goes(), Some(rehearsed));
}

#[test]
fn an_agenda_with_mistakes_tells_them_and_is_not_begun() {
    let mut guest = Guest::english(much(Hold::Free));
    guest.press("<Tab><Down>").sees("line 2:");
    assert_eq!(guest.press("<Enter>").goes(), None);
    guest.sees("broken.toml has");
}

#[test]
fn a_newcomer_stands_on_the_demo_and_a_new_agenda_is_asked_for_by_kind() {
    let mut guest = Guest::english(nothing());
    assert_eq!(guest.press("<Enter>").goes(), Some(Going::Demo("exchange")));
    let mut guest = Guest::english(nothing());
    assert_eq!(guest.press("new agenda<Enter>").goes(), None);
    assert_eq!(guest.press("2").goes(), Some(Going::New("board")));
}

#[test]
fn letters_find_among_all_entries_and_esc_shows_all_again() {
    let mut guest = Guest::english(much(Hold::Free));
    guest
        .press("libraries 2025")
        .sees("2025-04-18")
        .sees_no("CONTINUE");
    guest
        .press("<Esc>")
        .sees("CONTINUE")
        .press("图书馆")
        .sees_no("2025-04-18");
    guest.press("<Enter>");
    assert!(matches!(guest.goes(), Some(Going::Review(Some(_)))));
    guest.press("<Esc>zzz").sees("Nothing here is called “zzz”");
    assert_eq!(guest.press("<Enter>").goes(), None);
}

#[test]
fn what_is_still_open_begins_with_what_is_overdue() {
    let mut guest = Guest::english(much(Hold::Free));
    guest.press("still open").sees("overdue since");
    assert_eq!(guest.press("<Enter>").goes(), Some(Going::Followups));
}

#[test]
fn the_few_commands_of_the_lobby_are_obeyed_and_others_say_why_not() {
    let mut guest = Guest::english(nothing());
    guest.press(":next<Enter>").sees("That needs a meeting");
    guest.press("<Esc>:lang zh-CN<Enter>").sees("入门");
    guest.press("：语言<Enter>").sees("FIRST STEPS");
    guest
        .press("?")
        .sees("Letters find among all of this")
        .press("<Esc>");
    assert!(!guest.left);
    guest.press(":quit<Enter>");
    assert!(guest.left);
    assert_eq!(guest.goes(), None);
}

#[test]
fn esc_and_ctrl_c_leave_at_once() {
    for key in ["<Esc>", "<Ctrl-C>", "words<Ctrl-C>"] {
        assert!(Guest::english(nothing()).press(key).left, "{key}");
    }
}

#[test]
fn a_lobby_at_rest_is_never_drawn_again() {
    let mut guest = Guest::english(nothing());
    let before = guest.terminal.get_frame().count();
    for _ in 0..3 {
        assert!(guest.lobby.take(Happened::Tick).is_empty());
        guest.draw();
    }
    assert_eq!(guest.terminal.get_frame().count(), before);
}

/// `tribune` alone, at home in that folder.
fn tribune(home: &Arc<TempDir>) -> Seat {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tribune"));
    command.args(["--lang", "en", "--sessions"]);
    command.arg(home.path().join("sessions"));
    command.cwd(home.path());
    Seat::of(command, Arc::clone(home))
}

fn home() -> Arc<TempDir> {
    Arc::new(tempfile::tempdir().expect("a folder"))
}

#[test]
fn a_newcomer_sees_the_demo_and_comes_back() {
    let home = home();
    let mut seat = tribune(&home);
    seat.see("FIRST STEPS").see("See a work exchange");
    seat.type_in("\r").see("ON THE FLOOR");
    seat.type_in("\x03").see("2  Leave").type_in("2");
    seat.see("FIRST STEPS").see("The shipped meeting is gone");
    seat.type_in("\x1b");
    assert_eq!(seat.ends(), 0);
}

#[test]
fn a_new_agenda_is_written_held_left_and_continued() {
    let home = home();
    let mut seat = tribune(&home);
    seat.see("FIRST STEPS")
        .type_in("new agenda\r")
        .see("2  A board");
    seat.type_in("2").see("Written:");
    assert!(home.path().join("agenda.toml").is_file());
    seat.type_in("\r").see("2  Hold the meeting").type_in("2");
    seat.see("type `:open`").type_in(":open\r").see("item 1 of");
    seat.type_in("\x03").see("2  Leave").type_in("2");
    seat.see("CONTINUE").see("The meeting is kept in");
    seat.type_in("\x1b");
    assert_eq!(seat.ends(), 0);

    let mut seat = tribune(&home);
    seat.see("CONTINUE").see("At item 1").type_in("\r");
    seat.see("item 1 of")
        .type_in(":adjourn really\r")
        .see("1  None now");
    seat.type_in("1").wait("the question to go", |screen| {
        !screen.contents().contains("None now")
    });
    seat.type_in("\x03").see("2  Leave").type_in("2");
    seat.see("LOOK BACK")
        .type_in("all sessions\r")
        .see("Type to look in all sessions");
    seat.type_in("\x03").see("LOOK BACK").type_in(":quit\r");
    assert_eq!(seat.ends(), 0);
}

#[test]
fn a_signal_in_what_was_gone_to_ends_it_as_always() {
    let home = home();
    let mut seat = tribune(&home);
    seat.see("FIRST STEPS").type_in("\r").see("ON THE FLOOR");
    seat.signal(Signal::TERM);
    assert_eq!(seat.ends(), 128 + 15);
}

#[test]
fn a_meeting_held_in_another_terminal_is_watched_from_the_lobby() {
    let home = home();
    let mut first = tribune(&home);
    first.see("FIRST STEPS").type_in("board meeting\r");
    first
        .see("2  Hold the meeting")
        .type_in("2")
        .see("type `:open`");
    let mut second = tribune(&home);
    second
        .see("running elsewhere")
        .type_in("\r")
        .see("2  Watch it here")
        .type_in("2");
    second.wait("the hall", |screen| !screen.contents().contains("CONTINUE"));
    second.type_in("q").see("CONTINUE").type_in("\x1b");
    assert_eq!(second.ends(), 0);
    first.signal(Signal::TERM);
    ended(&mut *first.child);
}

#[test]
fn without_a_terminal_the_help_is_printed() {
    let folder = home();
    let help = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tribune"));
        command
            .args(["--lang", "en", "--sessions"])
            .arg(sessions(folder.path()));
        let output = command
            .args(arguments)
            .output()
            .expect("the program starts");
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert!(help(&[]).contains("tribune [OPTIONS]"));
    assert!(!sessions(folder.path()).exists(), "nothing was made");
}

fn sessions(home: &Path) -> PathBuf {
    home.join("sessions")
}
