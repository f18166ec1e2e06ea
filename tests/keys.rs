//! What keys do: a state, keys, a state. The room is played by the test: it takes what is sent and answers.

use std::sync::Arc;

use tribune::meeting::contribution::Command as Contribution;
use tribune::meeting::floor::Command as Floor;
use tribune::meeting::progress::Command as Progress;
use tribune::meeting::{Author, Command, Refusal, TurnId};
use tribune::phrase::Interpreter;
use tribune::text::{Message as Said, Text};
use tribune::tui::input::{Code, Input, Key};
use tribune::tui::message::{Answer, Message, Recorded};
use tribune::tui::reading::Reading;
use tribune::tui::ui::{Dialog, Ui};
use tribune::tui::update::{Effect, Given, update};

use crate::support::stage::Stage;

/// One person at a screen, in a meeting that only the test changes.
struct Desk {
    stage: Stage,
    ui: Ui,
    interpreter: Interpreter,
    effects: Vec<Effect>,
}

impl Desk {
    fn at(stage: Stage) -> Self {
        Self {
            stage,
            ui: Ui::default(),
            interpreter: Interpreter::new(),
            effects: Vec::new(),
        }
    }

    fn take(&mut self, message: Message) {
        let author = Author::chair();
        let mut given = Given {
            meeting: &self.stage.meeting,
            now: self.stage.now,
            author: &author,
            interpreter: &mut self.interpreter,
        };
        self.effects
            .extend(update(&mut self.ui, &mut given, message));
    }

    /// Presses keys: words of key names in angle brackets, everything else letter by letter.
    fn press(mut self, keys: &str) -> Self {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
            let named = named.and_then(|(name, after)| Some((name.parse::<Key>().ok()?, after)));
            let plain = (Key::plain(Code::Char(c)), &rest[c.len_utf8()..]);
            let (key, after) = named.unwrap_or(plain);
            rest = after;
            self.take(Message::Input(Input::Key(key)));
        }
        self
    }

    fn paste(mut self, text: &str) -> Self {
        self.take(Message::Input(Input::Paste(text.to_owned())));
        self
    }

    /// Something happens in the meeting meanwhile.
    fn meanwhile(mut self, change: impl FnOnce(Stage) -> Stage) -> Self {
        self.stage = change(self.stage);
        self.take(Message::Published);
        self
    }

    fn answered(mut self, answer: Answer) -> Self {
        self.take(Message::Answered(answer));
        self
    }

    fn line(&self) -> String {
        let (before, behind) = self.ui.draft.field.halves();
        format!("{before}|{behind}")
    }

    fn sent(&mut self) -> Option<Command> {
        self.effects.drain(..).find_map(|effect| match effect {
            Effect::Submit(command) => Some(command),
            _ => None,
        })
    }

    fn captured(&mut self) -> tribune::meeting::contribution::Draft {
        match self.sent() {
            Some(Command::Contribution(Contribution::Capture(draft))) => draft,
            other => panic!("no contribution was sent: {other:?}"),
        }
    }

    /// The turn that the line above the draft speaks of.
    fn place(&self) -> Option<TurnId> {
        match self.ui.reading {
            Reading::Contribution { place, .. } => place.turn,
            Reading::Command | Reading::Filter => None,
        }
    }
}

fn refused() -> Answer {
    Answer::Refused(Refusal::new(Said::new("tui-line-first")))
}

#[test]
fn letters_type_and_the_line_is_edited_by_what_a_person_sees() {
    for (keys, line) in [
        ("Send ten lecturers", "Send ten lecturers|"),
        ("你好<Backspace>们", "你们|"),
        ("ab<Left>c<End>d<Home>e", "e|acbd"),
        ("one two<Ctrl-W>three", "one three|"),
        ("kept<Esc><Esc>", "kept|"),
        ("no<Delete><F11><Alt-x>tes", "notes|"),
        ("a b  c", "a b  c|"),
    ] {
        assert_eq!(
            Desk::at(Stage::mid_round()).press(keys).line(),
            line,
            "{keys}"
        );
    }
}

#[test]
fn enter_sends_the_line_and_empties_it() {
    let mut desk = Desk::at(Stage::mid_round()).press("Send ten lecturers<Enter>");
    assert_eq!(desk.line(), "|");
    assert_eq!(desk.captured().text, Text::line("Send ten lecturers"));
}

#[test]
fn a_line_belongs_to_the_turn_of_its_first_character() {
    let mut desk = Desk::at(Stage::mid_round())
        .press("Twenty more schol")
        .meanwhile(|stage| stage.floor("hu-liangbo", 3, Some(300)))
        .press("arships<Enter>");
    assert_eq!(desk.captured().anchor.turn, Some(TurnId(3)));
    let mut desk = desk.press("A tea brand<Enter>");
    assert_eq!(desk.captured().anchor.turn, Some(TurnId(4)));
}

#[test]
fn the_label_holds_still_while_the_draft_lives_and_follows_when_it_is_gone() {
    let desk = Desk::at(Stage::mid_round())
        .press("x")
        .meanwhile(|stage| stage.floor("hu-liangbo", 3, None));
    assert_eq!(desk.place(), Some(TurnId(3)));
    let desk = desk.press("<Backspace>");
    assert_eq!(desk.place(), Some(TurnId(4)));
}

#[test]
fn one_key_moves_a_line_a_turn_back_and_another_forward_again() {
    let desk = Desk::at(Stage::mid_round()).press("late<Alt-Up>");
    assert_eq!(desk.place(), Some(TurnId(2)));
    let desk = desk.press("<Alt-Up><Alt-Up><Alt-Up>");
    assert_eq!(desk.place(), Some(TurnId(1)));
    let mut desk = desk.press("<Alt-Down><Alt-Down><Alt-Down><Enter>");
    assert_eq!(desk.captured().anchor.turn, Some(TurnId(3)));
}

#[test]
fn a_key_turns_the_kind_of_the_line_and_no_other() {
    let mut desk = Desk::at(Stage::mid_round()).press("a campus<Ctrl-K><Enter>");
    assert_eq!(
        desk.captured().kind,
        Some(tribune::agenda::ContributionKind::Offer)
    );
    let mut desk = desk.press("lecturers<Enter>");
    assert_eq!(desk.captured().kind, None);
}

#[test]
fn next_names_whom_its_sender_saw() {
    let mut desk = Desk::at(Stage::mid_round()).press("half a li<F5>");
    assert_eq!(
        desk.sent(),
        Some(
            Floor::Next {
                seen: Some(TurnId(3))
            }
            .into()
        )
    );
    assert_eq!(desk.line(), "half a li|");
}

#[test]
fn a_refused_line_is_given_back_with_its_place() {
    let desk = Desk::at(Stage::mid_round())
        .press("Twenty more<Enter>")
        .meanwhile(|stage| stage.floor("hu-liangbo", 3, None))
        .answered(refused());
    assert_eq!(desk.line(), "Twenty more|");
    assert_eq!(desk.place(), Some(TurnId(3)));
    assert!(desk.ui.notice.is_some());
    assert!(
        desk.press("x").ui.notice.is_none(),
        "what was told goes with the next key"
    );
}

#[test]
fn an_accepted_line_is_told() {
    let stage = Stage::mid_round();
    let before = Arc::new(stage.meeting.clone());
    let after = stage.clone().floor("hu-liangbo", 3, None).meeting;
    let record = after.history.shared().next_back().cloned();
    let desk = Desk::at(stage)
        .press("<F5>")
        .answered(Answer::Recorded(Recorded {
            record,
            before,
            after: Arc::new(after),
        }));
    assert!(desk.ui.notice.is_some_and(|notice| !notice.what.is_empty()));
}

#[test]
fn leaving_is_asked_and_the_default_is_to_stay() {
    for (keys, leaves) in [
        ("kept<Ctrl-C><Enter>", false),
        ("kept<Ctrl-C><Esc>", false),
        ("kept<Ctrl-C>1", false),
        ("kept<Ctrl-C><Ctrl-C><Esc>", false),
        ("kept<Ctrl-C>9yx2", true),
        ("kept<Ctrl-C>２", true),
    ] {
        let desk = Desk::at(Stage::mid_round()).press(keys);
        assert_eq!(desk.effects.contains(&Effect::Leave), leaves, "{keys}");
        assert_eq!(desk.line(), "kept|", "{keys}");
    }
}

#[test]
fn a_full_width_question_mark_helps_and_one_within_a_line_is_text() {
    for mark in ["?", "？"] {
        let desk = Desk::at(Stage::mid_round()).press(mark);
        assert!(matches!(desk.ui.dialog, Some(Dialog::Help)), "{mark}");
        assert_eq!(desk.line(), "|");
        let desk = Desk::at(Stage::mid_round()).press("why").press(mark);
        assert_eq!(desk.ui.dialog, None);
    }
}

#[test]
fn a_colon_of_either_width_begins_a_command() {
    for colon in [":", "："] {
        assert_eq!(
            Desk::at(Stage::mid_round()).press(colon).ui.reading,
            Reading::Command
        );
    }
}

#[test]
fn a_pasted_line_is_cleaned_and_several_are_asked_about() {
    let desk = Desk::at(Stage::mid_round()).paste("safe\u{202e}text\x1b[31m\n");
    assert_eq!(desk.line(), "safetext[31m|");
    let desk = Desk::at(Stage::mid_round())
        .press("first: ")
        .paste("one\r\n\r\ntwo\n");
    assert!(matches!(&desk.ui.dialog, Some(Dialog::Paste(lines)) if lines.len() == 2));
    assert_eq!(desk.press("1").line(), "first: one two|");
}

#[test]
fn pasted_lines_are_noted_one_by_one_when_that_is_answered() {
    let mut desk = Desk::at(Stage::mid_round()).paste("one\ntwo\n").press("2");
    match desk.sent() {
        Some(Command::Several(commands)) => assert_eq!(commands.len(), 2),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_key_that_begins_a_command_never_destroys_a_line() {
    assert_eq!(Desk::at(Stage::mid_round()).press("<F8>").line(), ":ask |");
    assert_eq!(
        Desk::at(Stage::mid_round()).press("half<F8>").line(),
        "half|"
    );
}

#[test]
fn what_a_line_may_go_on_with_is_offered_and_taken_by_tab_alone() {
    for (keys, line) in [
        ("see @yanm<Tab>", "see @Yan Ming |"),
        ("see @ym<Tab>and", "see @Yan Ming and|"),
        ("＠严<Tab>建议", "＠严明建议|"),
        (":fl<Tab>hulb<Tab>", ":floor Hu Liangbo|"),
        (":xyw<Tab>", ":下一位|"),
        ("@hu<Down><Up><Tab>", "@Hu Liangbo |"),
        ("#cul<Tab>", "#culture |"),
        ("a ship<Tab>", "a ship|"),
        ("@yanm<Esc><Tab>", "@yanm|"),
        ("@yan<Esc>m<Tab>", "@Yan Ming |"),
        ("<Tab>", "|"),
    ] {
        let desk = Desk::at(Stage::mid_round()).press(keys);
        assert_eq!(desk.line(), line, "{keys}");
    }
}

#[test]
fn enter_captures_the_line_as_it_stands_whatever_is_offered() {
    let mut desk = Desk::at(Stage::mid_round()).press("ships @yanm");
    assert!(desk.ui.completion.is_open());
    desk = desk.press("<Down><Enter>");
    assert_eq!(desk.captured().text, Text::line("ships"));
    assert!(!desk.ui.completion.is_open());
}

#[test]
fn while_a_command_is_on_its_way_keys_wait_but_leaving_does_not() {
    use tribune::tui::update::waits;
    let desk = Desk::at(Stage::mid_round()).press("one<Enter>");
    let key = |name: &str| Message::Input(Input::Key(name.parse().expect("a key")));
    assert!(waits(&desk.ui, &key("x")));
    assert!(waits(&desk.ui, &key("F5")));
    assert!(!waits(&desk.ui, &key("Ctrl-C")));
    assert!(!waits(&desk.ui, &Message::Published));
    let desk = desk.answered(refused());
    assert!(!waits(&desk.ui, &key("x")));
}

#[test]
fn one_key_opens_the_meeting_and_gives_the_floor_from_then_on() {
    let mut desk = Desk::at(Stage::exchange()).press("<F5>");
    assert!(matches!(
        desk.sent(),
        Some(Command::Progress(Progress::Open { .. }))
    ));
    let mut desk = Desk::at(Stage::mid_round()).press("<F5>");
    assert!(matches!(
        desk.sent(),
        Some(Command::Floor(Floor::Next { .. }))
    ));
}

#[test]
fn the_pace_is_applied_as_it_is_shown_or_it_is_said_why_not() {
    let stage = Stage::mid_round();
    let shown = stage.meeting.pace(stage.now).expect("somebody waits");
    let mut desk = Desk::at(stage.clone()).press("<F10>");
    let each = u32::try_from(shown).expect("time is left");
    assert_eq!(desk.sent(), Some(Floor::SetEach(Some(each)).into()));
    for (stage, why) in [
        (Stage::exchange().open(&["wang-yu"], 1), "tui-pace-nobody"),
        (stage.after(9000), "tui-pace-nothing-left"),
    ] {
        let mut desk = Desk::at(stage).press("<F10>");
        assert_eq!(desk.sent(), None);
        assert_eq!(desk.ui.notice.expect("it is told").what, [Said::new(why)]);
    }
}

#[test]
fn the_whole_cue_is_one_key_or_one_command_away() {
    for keys in ["<F4>", ":help cue<Enter>", "：help 主持词<Enter>"] {
        let desk = Desk::at(Stage::mid_round()).press(keys);
        let Some(Dialog::Shown { lines, .. }) = &desk.ui.dialog else {
            panic!("{keys} shows nothing");
        };
        let said = tribune::locale::Locale::new(tribune::text::Language::English).say(&lines[0]);
        assert!(
            said.ends_with("Yunnan Agricultural Reclamation Group Co., Ltd."),
            "{said}"
        );
    }
}
