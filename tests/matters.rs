//! Matters arising at the screen: offered when the meeting opens, gone through by digits, listed, and kept in the record of the series.

use std::sync::Arc;

use portable_pty::CommandBuilder;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde_json::Value;
use tribune::locale::Locale;
use tribune::meeting::contribution::Answer as Became;
use tribune::meeting::outcome::Matter;
use tribune::meeting::progress::Command as Progress;
use tribune::meeting::undo::Command as Undo;
use tribune::meeting::{Author, Command, MatterId, decide};
use tribune::telling;
use tribune::text::{Bilingual, Language, Text};
use tribune::tui::look::Look;
use tribune::tui::message::{Answer, Recorded};
use tribune::tui::scene::{Keeping, Scene};
use tribune::tui::screen;
use tribune::tui::style::Styles;
use tribune::tui::ui::Dialog;

use crate::support::archive::Archive;
use crate::support::desk::Desk;
use crate::support::drawn;
use crate::support::seat::Seat;
use crate::support::stage::Stage;

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (60, 20)];

/// What two earlier meetings left open, one of it whole only on several rows.
fn matters() -> Vec<Matter> {
    let last = (
        "2022-12-28-exchange",
        "2022-12-28",
        "2022年理事工作交流会",
        "Exchange of the directors 2022",
    );
    let before = (
        "2021-12-27-exchange",
        "2021-12-27",
        "2021年理事工作交流会",
        "Exchange of the directors 2021",
    );
    [
        (before, "C4", "Twenty scholarships for students of friendly universities, ten of them for students from the countries of \
            the Mekong, given each year by a commission of the directors", Some("Yunnan University of Finance and Economics")),
        (before, "A1", "Draft the rules of the youth forum", Some("Youth League")),
        (last, "C2", "一份面向南亚东南亚的民间友好指数，每年发布一次", Some("省社会科学院")),
        (last, "5", "Articles of the association", None),
        (last, "C9", "Open the reclamation group's tea gardens to visiting delegations", Some("Agricultural Reclamation Group")),
    ]
    .into_iter()
    .map(|((session, day, zh, en), origin, text, owner)| Matter {
        id: MatterId(0),
        session: Text::line(session),
        date: day.parse().ok(),
        title: Some(Bilingual { en: Text::line(en), zh: Text::line(zh) }),
        origin: Text::line(origin),
        text: Text::line(text),
        owner: owner.map(Text::line),
    })
    .collect()
}

/// The meeting is opened at the screen, and what is left open comes up.
fn opened(language: Language) -> Desk {
    let mut desk = Desk::at(Stage::exchange());
    desk.ui.language = language;
    let open = Progress::Open { matters: matters() };
    obeyed(desk, open.into())
}

/// That command is obeyed.
fn obeyed(mut desk: Desk, command: Command) -> Desk {
    let before = Arc::new(desk.stage.meeting.clone());
    let events = decide(&before, &Author::chair(), desk.stage.now, command).expect("it may be");
    desk.stage = desk.stage.record(events);
    let after = Arc::new(desk.stage.meeting.clone());
    let record = after.history.shared().last().cloned();
    desk.answered(Answer::Recorded(Recorded {
        record,
        before,
        after,
    }))
}

/// Keys are pressed, and what they send is obeyed.
fn pressed(desk: Desk, keys: &str) -> Desk {
    let mut desk = desk.press(keys);
    let command = desk.sent().expect("a command was sent");
    obeyed(desk, command)
}

fn status(desk: &Desk, number: u32) -> (Became, Option<String>) {
    let matter = desk.stage.meeting.outcomes.matter(MatterId(number));
    let matter = matter.expect("it arises");
    (matter.status, matter.answer.as_ref().map(Text::to_string))
}

/// Which matter is asked about.
fn at(desk: &Desk) -> Option<u32> {
    match desk.ui.dialog {
        Some(Dialog::Matter { at, .. }) => Some(at.0),
        _ => None,
    }
}

/// Which one is selected in the list.
fn listed(desk: &Desk) -> Option<u32> {
    match desk.ui.dialog {
        Some(Dialog::Matters { selected }) => Some(selected.0),
        _ => None,
    }
}

fn drawn(desk: &Desk, (width, height): (u16, u16)) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    let locale = Locale::new(desk.ui.language);
    let scene = Scene {
        meeting: &desk.stage.meeting,
        ui: &desk.ui,
        now: desk.stage.now,
        look: Look {
            locale: &locale,
            styles: &Styles::default(),
        },
        keeping: Keeping::Saved,
    };
    screen::view(&scene, area, &mut buf);
    drawn::text(&buf)
}

/// Gone through at the desk: one left, one declined with a reason, one carried, two left where one went away.
fn walked(language: Language) -> Desk {
    let desk = opened(language).press("21");
    let desk = pressed(desk, "4too dear this year<Enter>");
    pressed(desk, "5<Enter>").press("<Esc>")
}

/// How one comes to a screen.
type Come = fn(Language) -> Desk;

/// Each screen.
const SCREENS: [(&str, Come); 6] = [
    ("offer", opened),
    ("one", |language| opened(language).press("2")),
    ("words", |language| opened(language).press("2<Down>4")),
    ("floor", walked),
    ("all", |language| walked(language).press(":matters<Enter>")),
    ("answered", |language| {
        walked(language).press(":matters<Enter><Home><Down>2")
    }),
];

#[test]
fn the_screens_in_every_size_and_language() {
    for language in Language::ALL {
        for (name, screen) in SCREENS {
            let desk = screen(language);
            for size in SIZES {
                let name = format!("matters-{name}-{}x{}-{}", size.0, size.1, language.tag());
                insta::assert_snapshot!(name, drawn(&desk, size));
            }
        }
    }
}

#[test]
fn opening_offers_to_go_through_what_is_left_open_and_not_now_is_the_default() {
    let desk = opened(Language::English);
    let shown = drawn(&desk, (80, 24));
    assert!(
        shown.contains("5 matters arise from 2 earlier meetings"),
        "{shown}"
    );
    let desk = desk.press("<Enter>");
    assert_eq!(desk.ui.dialog, None);
    assert!((1..=5).all(|number| status(&desk, number).0 == Became::Open));
}

#[test]
fn a_meeting_from_which_nothing_arises_asks_nothing() {
    let mut desk = Desk::at(Stage::exchange());
    desk = obeyed(
        desk,
        Progress::Open {
            matters: Vec::new(),
        }
        .into(),
    );
    assert_eq!(desk.ui.dialog, None);
    let desk = desk.press(":matters<Enter>");
    assert_eq!(desk.ui.dialog, None);
    assert!(drawn(&desk, (80, 24)).contains("No matters arise from earlier meetings."));
}

#[test]
fn before_the_meeting_it_is_said_when_matters_arise() {
    let desk = Desk::at(Stage::exchange()).press(":matters<Enter>");
    let shown = drawn(&desk, (120, 36));
    assert!(
        shown.contains("arises when the meeting is opened"),
        "{shown}"
    );
}

#[test]
fn of_many_matters_the_selected_one_is_in_sight() {
    let many: Vec<Matter> = matters().into_iter().cycle().take(60).collect();
    let mut desk = Desk::at(Stage::exchange());
    desk = obeyed(desk, Progress::Open { matters: many }.into());
    desk = desk.press("1:matters<Enter>");
    for (keys, number) in [
        ("<PageDown><PageDown><Down>", 22),
        ("<End><Up>", 59),
        ("<PageUp>", 49),
    ] {
        desk = desk.press(keys);
        assert_eq!(listed(&desk), Some(number));
        let shown = drawn(&desk, (60, 20));
        assert!(shown.contains(&format!("M{number} ")), "{shown}");
    }
}

#[test]
fn matters_are_gone_through_by_digits_and_each_answer_is_recorded() {
    let desk = opened(Language::English).press("2");
    assert_eq!(at(&desk), Some(1));
    let desk = desk.press("1");
    assert_eq!(at(&desk), Some(2), "left open, the next one is asked");
    let desk = pressed(desk, "4too dear this year<Enter>");
    assert_eq!(at(&desk), Some(3));
    let desk = pressed(desk, "5<Enter>");
    let desk = pressed(desk, "3<Enter>");
    let desk = pressed(desk, "6in May<Enter>");
    assert_eq!(listed(&desk), Some(1), "behind the last one all are listed");
    let outcome = |number| status(&desk, number);
    assert_eq!(outcome(1), (Became::Open, None));
    assert_eq!(
        outcome(2),
        (Became::Declined, Some("too dear this year".to_owned()))
    );
    assert_eq!(outcome(3), (Became::Carried, None));
    assert_eq!(outcome(4), (Became::Adopted, None));
    assert_eq!(outcome(5), (Became::Done, Some("in May".to_owned())));
}

#[test]
fn a_second_digit_never_answers_the_same_matter_twice() {
    let desk = opened(Language::English).press("25<Enter>5");
    assert_eq!(
        desk.ui.dialog, None,
        "the next matter comes with the answer"
    );
    assert!(
        tribune::tui::update::holds_keys(&desk.ui),
        "and keys wait for it"
    );
}

#[test]
fn escape_leaves_and_the_list_goes_on_where_one_was() {
    let desk = walked(Language::English);
    assert_eq!(desk.ui.dialog, None);
    let desk = desk.press(":matters<Enter>");
    assert_eq!(listed(&desk), Some(4), "there one was");
    assert_eq!(at(&desk.press("2")), Some(4));
}

#[test]
fn words_that_were_begun_for_an_answer_are_kept() {
    let desk = opened(Language::English).press("24too d<Esc>");
    assert_eq!(at(&desk), Some(1), "the matter stands there again");
    let desk = pressed(desk, "4<End>ear<Enter>");
    assert_eq!(
        status(&desk, 1),
        (Became::Declined, Some("too dear".to_owned()))
    );
}

#[test]
fn whoever_writes_on_leaves_the_matters_and_loses_no_letter() {
    let desk = opened(Language::English).press("2a tent");
    assert_eq!(desk.ui.dialog, None);
    assert_eq!(desk.line(), "a tent|");
    assert_eq!(status(&desk, 1).0, Became::Open);
}

#[test]
fn arrows_go_to_any_matter_answered_or_not() {
    let desk = walked(Language::English).press(":matters<Enter><Up><Up>2");
    assert_eq!(at(&desk), Some(2));
    let shown = drawn(&desk, (80, 24));
    assert!(shown.contains("declined: too dear this year"), "{shown}");
    let desk = pressed(desk, "3<Enter>");
    assert_eq!(
        status(&desk, 2),
        (Became::Adopted, None),
        "an answer can be given anew"
    );
    assert_eq!(at(&desk), Some(4), "and the next open one is asked");
}

#[test]
fn the_words_of_a_long_matter_can_all_be_read() {
    let mut long = matters();
    long[0].text = Text::line(&"so much was said of it that it fills the screen ".repeat(40));
    long[0].owner = Some(Text::line("the last owner"));
    let mut desk = Desk::at(Stage::exchange());
    desk = obeyed(desk, Progress::Open { matters: long }.into()).press("2");
    assert!(!drawn(&desk, (60, 20)).contains("the last owner"));
    let desk = desk.press("<PageDown><PageDown><PageDown><PageDown>");
    let shown = drawn(&desk, (60, 20));
    assert!(
        shown.contains("the last owner") && shown.contains("1  On to the next"),
        "{shown}"
    );
}

#[test]
fn an_answer_can_be_taken_back_and_brought_back() {
    let desk = walked(Language::English);
    let desk = obeyed(desk, Undo::Undo(None).into());
    assert_eq!(status(&desk, 3).0, Became::Open);
    assert_eq!(at(&desk), None, "no question comes of it");
    let desk = obeyed(desk, Undo::Redo.into());
    assert_eq!(status(&desk, 3).0, Became::Carried);
}

#[test]
fn the_checklist_of_the_close_names_what_is_still_open() {
    let desk = walked(Language::English);
    let locale = Locale::new(Language::English);
    let ends = telling::loose_ends(&desk.stage.meeting);
    let said: Vec<String> = ends.iter().map(|end| locale.say(end)).collect();
    let open = "Matters arising that are still open (3): M1, M4 and M5";
    assert!(said.iter().any(|said| said == open), "{said:?}");
}

#[test]
fn the_rail_says_how_many_are_open_as_long_as_any_is() {
    let count = |desk: &Desk| {
        let shown = drawn(desk, (120, 36));
        let row = shown.lines().find(|row| row.contains("MATTERS ARISING"));
        row.map(|row| row.contains("3 open"))
    };
    assert_eq!(count(&walked(Language::English)), Some(true));
    assert_eq!(count(&Desk::at(Stage::exchange())), None);
}

/// The agenda of that year's meeting.
fn agenda(year: &str) -> String {
    format!(
        "title = \"Exchange {year}\"\nseries = \"exchange\"\ndate = {year}-12-01\nlanguage = \"en\"\n\
         rule = {{ quorum = \"none\" }}\nitems = [\"Ideas\"]\n[person.ada]\nname = \"Ada\"\n"
    )
}

/// A seat at that year's meeting, its sessions in the archive.
fn seat(archive: &Archive, year: &str) -> Seat {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tribune"));
    command.arg("run");
    command.arg(archive.file("seat.toml", &agenda(year)));
    command.arg("--sessions");
    command.arg(archive.sessions());
    command.args(["--lang", "en"]);
    Seat::of(command, Arc::new(tempfile::tempdir().expect("a folder")))
}

/// Text, status and answer of each matter in the document of that year's meeting.
fn document(archive: &Archive, year: &str) -> Vec<[String; 3]> {
    let title = format!("Exchange-{year}");
    let document = archive.json(&["export", &title, "--format", "json"]);
    let matters = document["matters"].as_array().expect("a list").iter();
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    matters
        .map(|matter| ["text", "status", "answer"].map(|key| word(&matter[key])))
        .collect()
}

#[test]
fn what_is_answered_at_the_screen_is_in_the_record_and_the_rest_arises_again() {
    let archive = Archive::new();
    let ideas = ["A camp", "A ship", "A forum", "A book", "A prize"];
    let noted = ideas.map(|idea| format!("suggest: {idea}"));
    let mut script = vec!["[2021-12-01T09:00:00+08:00] :open"];
    script.extend(noted.iter().map(String::as_str));
    script.push(":adjourn");
    archive.hold(&agenda("2021"), &script);

    let mut seat = seat(&archive, "2022");
    seat.see("F5 open").type_in(":open\r");
    seat.see("5 matters arise from an earlier meeting")
        .type_in("2");
    seat.see("A camp").type_in("1");
    seat.see("A ship")
        .type_in("4")
        .see("M2 declined")
        .type_in("too dear\r");
    seat.see("A forum")
        .type_in("5")
        .see("M3 carried")
        .type_in("\r");
    seat.see("A book")
        .type_in("3")
        .see("M4 adopted")
        .type_in("\r");
    seat.see("A prize")
        .type_in("6")
        .see("M5 done")
        .type_in("in May\r");
    seat.see("5 matters arising, 1 open").type_in("\r");
    seat.type_in(":adjourn\r");
    seat.see("still open (1): M1").type_in("2");
    seat.see("None now").type_in("\r");
    seat.type_in(":quit\r")
        .see("The meeting is over")
        .type_in("2");
    assert_eq!(seat.ends(), 0);

    let said = [
        ["A camp", "open", ""],
        ["A ship", "declined", "too dear"],
        ["A forum", "carried", ""],
        ["A book", "adopted", ""],
        ["A prize", "done", "in May"],
    ];
    assert_eq!(document(&archive, "2022"), said);
    let minutes = archive.run(&["export", "Exchange-2022", "--format", "md"]);
    assert!(minutes.out.contains("too dear"), "{}", minutes.out);

    archive.hold(&agenda("2023"), &["[2099-12-01T09:00:00+08:00] :open"]);
    let left = [["A camp", "open", ""], ["A forum", "open", ""]];
    assert_eq!(document(&archive, "2023"), left);
}

#[test]
fn a_rehearsal_goes_through_the_matters_and_settles_none() {
    let archive = Archive::new();
    let script = [
        "[2021-12-01T09:00:00+08:00] :open",
        "suggest: A camp",
        ":adjourn",
    ];
    archive.hold(&agenda("2021"), &script);
    let path = archive.file("rehearsed.toml", &agenda("2022"));
    let lines = ":open\n:answer M1 adopted ten tents\n:matters\n";
    let script = archive.file("rehearsed.tribune", lines);
    let [path, script] = [path, script].map(|path| path.to_string_lossy().into_owned());
    let said = archive.run(&["run", &path, "--rehearse", "--script", &script]);
    let line = "M1 (adopted: ten tents): A camp. From Exchange 2021, 2021-12-01";
    assert!(said.out.contains(line), "{}{}", said.out, said.told);
    archive.hold(&agenda("2023"), &["[2099-12-01T09:00:00+08:00] :open"]);
    assert_eq!(document(&archive, "2023"), [["A camp", "open", ""]]);
}
