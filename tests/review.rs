//! The archive on the screen, as a reviewer uses it: the shipped sessions listed, followed from end to end, looked through, answered.

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tribune::locale::Locale;
use tribune::text::{Language, Message as Sentence, Moment, Text};
use tribune::tui::action::Keys;
use tribune::tui::input::{Input, Mouse};
use tribune::tui::message::Message;
use tribune::tui::review::{Review, Setup};
use tribune::tui::style::Styles;
use tribune::tui::themes::Themes;
use tribune::tui::{Asked, Participant};

use crate::support::archive::Archive;
use crate::support::desk::typed;
use crate::support::drawn;

/// Longer than anything takes on a busy machine; reached only by what fails.
const PATIENCE: Duration = Duration::from_secs(60);
const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (60, 20)];
const FIRST: &str = "2023-04-14-Spring-meeting-of-the-libraries";
const LEDGER: &str = "followups.jsonl";

/// A reviewer at a screen, with the shipped sessions.
struct Reviewer {
    review: Review<'static>,
    inbox: Receiver<Message>,
    terminal: Terminal<TestBackend>,
    archive: Archive,
}

impl Reviewer {
    fn sits_down(archive: Archive, language: Language) -> Self {
        let (to_loop, inbox) = channel();
        let now = || Moment::parse_from_rfc3339("2025-06-01T10:00:00+08:00").expect("a moment");
        let setup = Setup {
            folder: archive.sessions(),
            session: None,
            list: tribune::tui::review::desk::List::Sessions,
            author: "Yu Fei".to_owned(),
            now: Box::new(now),
            locale: Locale::new(language),
            keys: Keys::default(),
            styles: Styles::default(),
            themes: Themes::shipped(),
            export: Box::new(|session, words| {
                Err(vec![
                    Sentence::new("tui-shown-line")
                        .with("text", Text::line(&format!("{session} {words:?}"))),
                ])
            }),
            mouse: Mouse::On,
            told: Vec::new(),
        };
        let backend = TestBackend::new(120, 36);
        Self {
            review: Review::begin(setup, to_loop),
            inbox,
            terminal: Terminal::new(backend).expect("a screen"),
            archive,
        }
    }

    fn at_the_shipped_ones(language: Language) -> Self {
        let mut reviewer = Self::sits_down(Archive::shipped(), language);
        let open = match language {
            Language::English => "open",
            Language::Chinese => "未办结",
        };
        // Once it is known what is open, all was read.
        reviewer.wait(|screen| {
            screen
                .lines()
                .next()
                .is_some_and(|head| head.contains(open))
        });
        reviewer
    }

    fn screen(&mut self) -> String {
        // What wide characters leave on a screen that is none is no matter here.
        self.terminal.clear().expect("the screen can be cleared");
        let drawn = self.review.draw(&mut self.terminal);
        drawn.expect("the screen can be drawn on");
        drawn::text(self.terminal.backend().buffer())
    }

    /// Waits for what is read until the screen is so.
    fn wait(&mut self, is: impl Fn(&str) -> bool) -> String {
        let began = Instant::now();
        loop {
            let screen = self.screen();
            if is(&screen) {
                return screen;
            }
            assert!(began.elapsed() < PATIENCE, "waited in vain:\n{screen}");
            if let Ok(message) = self.inbox.recv_timeout(Duration::from_millis(50)) {
                self.review.take(message);
            }
        }
    }

    fn see(&mut self, text: &str) -> String {
        self.wait(|screen| screen.contains(text))
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        for key in typed(keys) {
            self.review.take(Message::Input(Input::Key(key)));
            self.review.take(Message::Rested);
            // What is in sight is fitted when it is drawn.
            self.screen();
        }
        self
    }

    fn on(&mut self, (columns, rows): (u16, u16)) -> &mut Self {
        self.terminal.backend_mut().resize(columns, rows);
        self
    }

    fn ledger(&self) -> String {
        fs::read_to_string(self.archive.sessions().join(LEDGER)).unwrap_or_default()
    }

    fn session(&self, stem: &str) -> PathBuf {
        self.archive.sessions().join(format!("{stem}.toml"))
    }
}

#[test]
fn sessions_stand_by_series_and_what_is_none_is_listed_with_the_reason() {
    let archive = Archive::shipped();
    let file = |name: &str, bytes: &[u8]| {
        fs::write(archive.sessions().join(name), bytes).expect("the folder can be written");
    };
    file("notes.toml", b"[package]\nname = \"x\"\n");
    file("torn.toml", b"");
    let mut reviewer = Reviewer::sits_down(archive, Language::English);
    let screen = reviewer.see("5 sessions");
    for said in [
        "green-river-libraries",
        "2025-04-18  Spring meeting of the libraries",
        "2024-04-19  图书馆春季会议",
        "kunming-council",
        "2022-08-05  First council meeting",
        "Not readable",
        "notes.toml: This is no session file",
        "torn.toml: The file is empty.",
        "2 not readable",
    ] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
    assert!(
        screen.find("2025-04-18") < screen.find("2024-04-19"),
        "the newest stands first"
    );
    // What one stands on is told beside it.
    reviewer.see("Summed up by the chair");
    reviewer
        .press("<Down><Down><Down>")
        .see("Wang Yu, Full-time");
}

#[test]
fn a_session_that_was_approved_later_ended_when_its_meeting_did() {
    let mut reviewer = Reviewer::at_the_shipped_ones(Language::English);
    reviewer
        .press("<Down><Down><Enter>")
        .see("sessions → 2023-04-14");
    let screen = reviewer.press("<Alt-1>").see("archived");
    let header = screen.lines().next().expect("a header");
    assert!(
        header.contains("2023-04-14") && !header.contains("2024"),
        "{header}"
    );
    assert!(
        screen.contains(":export docx minutes") && !screen.contains("F5 makes"),
        "{screen}"
    );
}

#[test]
fn a_suggestion_of_the_first_year_is_followed_to_the_third_and_back() {
    let mut reviewer = Reviewer::at_the_shipped_ones(Language::English);
    reviewer.press("one library card since:2023 until:2023");
    let screen = reviewer.see("C21");
    assert!(
        screen.contains("adopted"),
        "it stands as the third year left it:\n{screen}"
    );
    let thing = reviewer.press("<Enter>").see("What became of it");
    for said in [
        "One library card for the whole valley",
        "carried in 2024-04-19-图书馆春季会议",
        "adopted in 2025-04-18-Spring-meeting-of-the-libraries",
    ] {
        assert!(thing.contains(said), "{said}\n{thing}");
    }
    // The last link of the page is the session that adopted it.
    reviewer.press("<Down><Down><Down><Down><Down>");
    let session = reviewer.press("<Enter>").see("Matters arising (22)");
    assert!(
        session.contains("2025-04-18  Spring meeting of the libraries"),
        "{session}"
    );
    let faces = reviewer.press("<Tab>").see("archived");
    assert!(
        faces.contains("AGENDA"),
        "the same faces as in a meeting:\n{faces}"
    );
    // And from the matter of the third year to where it was raised.
    reviewer.press("<Shift-Tab>");
    let mut origin = reviewer.screen();
    for _ in 0..40 {
        origin = reviewer.press("<Down>").screen();
        let selected = origin
            .lines()
            .find(|line| line.contains('▶'))
            .unwrap_or_default();
        if selected.contains("M4 ") {
            break;
        }
    }
    assert!(origin.contains("M4"), "{origin}");
    let back = reviewer.press("<Enter>").see("Where it was raised");
    assert!(back.contains("2023-04-14"), "{back}");
    reviewer.press("<Esc><Esc><Esc><Esc>");
    reviewer.see("SESSIONS");
}

#[test]
fn the_papers_of_a_unit_lead_to_everything_it_ever_said() {
    let mut reviewer = Reviewer::at_the_shipped_ones(Language::Chinese);
    reviewer.press("<Tab><Tab>").see("单位");
    reviewer.press("师大").see("C");
    let mut reviewer = Reviewer::at_the_shipped_ones(Language::English);
    reviewer.press("<Tab><Tab>").see("Units");
    for _ in 0..30 {
        let screen = reviewer.press("<Down>").screen();
        let selected = screen
            .lines()
            .find(|line| line.contains('▶'))
            .unwrap_or_default();
        if selected.contains("Stone Lake") {
            break;
        }
    }
    let dossier = reviewer.press("<Enter>").see("What it said");
    assert!(dossier.contains("Stone Lake"), "{dossier}");
    // The letter to the unit comes from here.
    let letter = reviewer.press(":export letter docx<Enter>").see("--unit");
    assert!(
        letter.contains("2025-04-18") && letter.contains("Stone Lake County Library"),
        "{letter}"
    );
    reviewer.press("<Esc>");
    let dossier = reviewer.on((120, 160)).screen();
    assert!(
        dossier.contains("One library card for the whole valley"),
        "{dossier}"
    );
    assert!(dossier.contains("later, 2023-09-05 by Yu Fei"), "{dossier}");
}

#[test]
fn what_became_of_something_is_written_beside_the_session_which_stays_as_it_is() {
    let mut reviewer = Reviewer::at_the_shipped_ones(Language::English);
    let before = fs::read(reviewer.session(FIRST)).expect("it is there");
    let ledger = reviewer.ledger();
    reviewer.press("<Tab>").see("still open");
    let asked = reviewer.press("<Space>").see("what became of it?");
    assert!(
        !asked.contains("Adopted"),
        "an action is done or it is not:\n{asked}"
    );
    reviewer.press("1<Down>").see("C9");
    let asked = reviewer.press("<Space>").see("what became of it?");
    assert!(asked.contains("3  Adopted"), "{asked}");
    reviewer.press("3").see("add words");
    let told = reviewer
        .press("first shelves in autumn<Enter>")
        .wait(|screen| screen.contains("dopted") && !screen.contains(":answer"));
    assert!(told.contains("first shelves in autumn"), "{told}");
    let added = reviewer.ledger();
    let added = added
        .strip_prefix(&*ledger)
        .expect("nothing else was touched");
    for said in ["\"adopted\"", "first shelves in autumn", "Yu Fei"] {
        assert!(added.contains(said), "{said}: {added}");
    }
    assert_eq!(added.lines().count(), 1);
    assert_eq!(
        fs::read(reviewer.session(FIRST)).expect("it is there"),
        before
    );
    // It is no longer among what is open.
    reviewer.wait(|screen| !screen.contains("75 open"));
}

#[test]
fn esc_at_the_question_and_an_unknown_word_change_nothing() {
    let mut reviewer = Reviewer::at_the_shipped_ones(Language::English);
    let ledger = reviewer.ledger();
    reviewer.press("<Tab><Space><Esc>").see("STILL OPEN");
    let wrong = reviewer
        .press(":answer C1 perhaps<Enter>")
        .see("with one of these words");
    assert!(
        wrong.contains(":answer C1 perhaps"),
        "the line is kept:\n{wrong}"
    );
    reviewer
        .press("<Esc>:answer C999 adopted<Enter>")
        .see("C999");
    assert_eq!(reviewer.ledger(), ledger);
}

#[test]
fn nothing_that_was_recorded_changes_and_the_keys_of_a_meeting_say_so() {
    let mut reviewer = Reviewer::at_the_shipped_ones(Language::English);
    reviewer.press("<Enter>").see("Tab faces");
    let before = fs::read(reviewer.session(FIRST)).expect("it is there");
    for key in ["<F5>", "<F9>", "<Ctrl-/>", ":strike C1<Enter>"] {
        reviewer
            .press(key)
            .see("What was recorded is only read here.");
    }
    reviewer.press("<Esc>");
    reviewer.press("<Alt-3>").see("ROLL");
    reviewer.press("<Down><Enter><Space>");
    reviewer.press("<Alt-6>").see("RECORD");
    reviewer.press("<Down><Enter>");
    assert_eq!(
        fs::read(reviewer.session(FIRST)).expect("it is there"),
        before
    );
}

#[test]
fn words_find_in_both_languages_in_pinyin_and_narrowed_down() {
    let mut reviewer = Reviewer::at_the_shipped_ones(Language::English);
    for (typed, found) in [
        ("馆际", "2024-04-19"),
        ("kind:decision card", "D"),
        ("\"whole valley\"", "C21"),
        ("luo sui", "2025-04-18"),
    ] {
        reviewer.press("<Esc>").press(typed);
        let screen = reviewer.see("hit");
        assert!(screen.contains(found), "{typed}: {found}\n{screen}");
    }
    reviewer
        .press("<Esc>kind:nonsense")
        .see("There is no kind “nonsense”");
    reviewer
        .press("<Esc>zzzz")
        .see("Nothing was found for “zzzz”");
    reviewer.press("<Esc>").see("SESSIONS");
}

#[test]
fn leaving_asks_nothing_unless_a_line_would_be_lost() {
    let leave = typed("<Ctrl-C>")[0];
    let mut reviewer = Reviewer::at_the_shipped_ones(Language::English);
    let left = reviewer.review.take(Message::Input(Input::Key(leave)));
    assert_eq!(left, [Asked::Leave]);
    reviewer.press(":answer C1 adopted a long sentence");
    let asked = reviewer.review.take(Message::Input(Input::Key(leave)));
    assert!(asked.is_empty());
    assert!(reviewer.screen().contains("Leave"));
}

#[test]
fn the_screens_in_every_size_and_language() {
    for language in Language::ALL {
        for size in SIZES {
            let mut reviewer = Reviewer::at_the_shipped_ones(language);
            let snap = |reviewer: &mut Reviewer, name: &str| {
                let screen = reviewer.screen();
                let name = format!("review-{name}-{}x{}-{}", size.0, size.1, language.tag());
                insta::assert_snapshot!(name, screen);
            };
            reviewer.on(size).see("2025");
            let chair = match language {
                Language::English => "In the chair",
                Language::Chinese => "主持人：",
            };
            reviewer.see(chair);
            snap(&mut reviewer, "sessions");
            reviewer.press("<Tab>");
            snap(&mut reviewer, "open");
            reviewer.press("<Enter>");
            snap(&mut reviewer, "thing");
            reviewer.press("<Tab><Enter>");
            snap(&mut reviewer, "dossier");
            reviewer.press("<Tab><Enter>");
            snap(&mut reviewer, "years");
            reviewer.press("<Esc><Esc>card");
            let told = |screen: &str| {
                screen
                    .lines()
                    .rev()
                    .nth(2)
                    .is_some_and(|row| row.contains("15"))
            };
            reviewer.wait(told);
            snap(&mut reviewer, "found");
        }
    }
}

#[test]
fn an_empty_archive_says_what_to_do() {
    let mut reviewer = Reviewer::sits_down(Archive::new(), Language::English);
    reviewer.see("There is no session yet.");
    reviewer.press("<Tab><Tab><Enter><Tab><Space><Enter>x<Enter><Esc>");
    reviewer.see("There is no session yet.");
}

#[test]
fn no_size_is_too_small_to_draw() {
    let mut reviewer = Reviewer::at_the_shipped_ones(Language::Chinese);
    for keys in [
        "",
        "<Enter>",
        "<Tab><Tab>",
        "<Esc><Tab><Enter>",
        "<Tab><Tab><Enter>",
        "卡",
        "?",
    ] {
        reviewer.press(keys);
        for columns in (1..130).step_by(7) {
            for rows in (1..40).step_by(3) {
                reviewer.on((columns, rows)).screen();
            }
        }
        reviewer.on((120, 36));
    }
}
