//! The face of the roll: who stands on it and how, one key to mark, a digit for every status, head counts and quorum.

use std::fmt::Write as _;
use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tribune::agenda::PersonId;
use tribune::cue;
use tribune::locale::Locale;
use tribune::meeting::progress::Event as Progress;
use tribune::meeting::roll::{Command as Roll, Event as Rolled, Mode, Status};
use tribune::meeting::roster::Command as Roster;
use tribune::meeting::{Author, Command, Event, ItemId, decide};
use tribune::text::{Language, Text};
use tribune::tui::look::Look;
use tribune::tui::message::{Answer, Message, Recorded};
use tribune::tui::scene::{Keeping, Scene};
use tribune::tui::screen::{self, Target};
use tribune::tui::style::{Signs, Styles};
use tribune::tui::ui::{Dialog, Tone};
use tribune::tui::update::holds_keys;

use crate::support::desk::Desk;
use crate::support::seat::Seat;
use crate::support::stage::Stage;

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (60, 20), (40, 12)];

fn id(person: &str) -> PersonId {
    PersonId::from(person)
}

fn marked(person: &str, status: Status, mode: Mode, reason: Option<&str>, at: &str) -> Event {
    Rolled::Marked {
        person: id(person),
        status,
        mode,
        reason: reason.map(Text::line),
        when: format!("2023-12-29T{at}:00+08:00")
            .parse()
            .expect("a moment"),
    }
    .into()
}

/// The exchange meeting in its third item, with one of every status.
fn stage() -> Stage {
    let when = "2023-12-29T14:55:00+08:00".parse().expect("a moment");
    let item = ItemId(3);
    Stage::mid_round().record(vec![
        marked("chen-jing", Status::Present, Mode::Online, None, "14:29"),
        marked(
            "zhao-lei",
            Status::Excused,
            Mode::Room,
            Some("abroad"),
            "14:20",
        ),
        marked("li-na", Status::Absent, Mode::Room, None, "14:31"),
        marked("luo-jiang", Status::Present, Mode::Room, None, "14:50"),
        marked("hou-sheng", Status::Left, Mode::Room, None, "14:52"),
        Rolled::Represented {
            person: id("yang-fan"),
            by: id("xu-sisi"),
            when,
        }
        .into(),
        Rolled::SteppedAway {
            person: id("yan-ming"),
            item,
            when,
        }
        .into(),
        Rolled::Recused {
            person: id("hu-liangbo"),
            item,
            when,
        }
        .into(),
    ])
}

fn desk(language: Language) -> Desk {
    let mut desk = Desk::at(stage());
    desk.ui.language = language;
    desk.press("<Alt-3>")
}

/// At the roll of the exchange meeting.
fn roll() -> Desk {
    desk(Language::English)
}

/// The roll of a meeting of so many, not open yet, with names as long as they come.
fn many(count: usize) -> Desk {
    let mut agenda = String::from("title = \"Council\"\n[unit.north]\nname = \"North College\"\n");
    for number in 1..=count {
        let name = format!("Person Maximilian Alexander Nr {number:03} Hohenlohe");
        let name = if number % 3 == 0 {
            name
        } else {
            format!("Nr {number:03}")
        };
        write!(
            agenda,
            "[person.p{number}]\nname = \"{name}\"\nunit = \"north\"\n"
        )
        .expect("it can");
    }
    agenda.push_str("[[item]]\ntitle = \"Opening\"\nkind = \"opening\"\n");
    Desk::at(Stage::of(&agenda)).press("<Alt-3>")
}

fn with_scene<T>(desk: &Desk, area: Rect, signs: Signs, see: impl FnOnce(&Scene) -> T) -> T {
    let mut ui = desk.ui.clone();
    screen::fit(&mut ui, area);
    let locale = Locale::new(ui.language);
    let styles = Styles {
        signs,
        ..Styles::default()
    };
    see(&Scene {
        meeting: &desk.stage.meeting,
        ui: &ui,
        now: desk.stage.now,
        look: Look {
            locale: &locale,
            styles: &styles,
        },
        keeping: Keeping::Saved,
    })
}

fn buffer(desk: &Desk, (width, height): (u16, u16), signs: Signs) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    with_scene(desk, area, signs, |scene| {
        screen::view(scene, area, &mut buf);
    });
    buf
}

fn drawn(desk: &Desk, size: (u16, u16)) -> String {
    crate::support::drawn::text(&buffer(desk, size, Signs::Unicode))
}

/// The room obeys what was sent, and answers.
fn obeyed(mut desk: Desk) -> Desk {
    let command = desk.sent().expect("a command was sent");
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

/// What is told above the line, in English.
fn told(desk: &Desk) -> Vec<String> {
    let locale = Locale::new(Language::English);
    let notice = desk.ui.notice.iter().flat_map(|notice| &notice.what);
    notice.map(|what| locale.say(what)).collect()
}

fn status(desk: &Desk, person: &str) -> Status {
    desk.stage.meeting.roll.status(&id(person))
}

fn mark(person: &str, status: Status, mode: Mode) -> Command {
    let reason = None;
    let at = None;
    let person = id(person);
    Roll::Mark {
        person,
        status,
        mode,
        reason,
        at,
    }
    .into()
}

#[test]
fn the_roll_in_every_size_and_language() {
    for language in Language::ALL {
        for size in SIZES {
            let desk = desk(language).press("<Down><Down><Down>");
            let name = format!("roll-{}x{}-{}", size.0, size.1, language.tag());
            insta::assert_snapshot!(name, drawn(&desk, size));
        }
        let name = format!("roll-detail-120x36-{}", language.tag());
        let desk = desk(language).press("<Down><Down><Right>");
        insta::assert_snapshot!(name, drawn(&desk, (120, 36)));
        let name = format!("roll-act-80x24-{}", language.tag());
        insta::assert_snapshot!(name, drawn(&desk.press("<Enter>"), (80, 24)));
    }
}

#[test]
fn sixty_people_stand_on_one_screen() {
    let screen = drawn(&many(60), (120, 36));
    for number in 1..=60 {
        let seen = if number % 3 == 0 {
            screen.matches("Person Maximilian").count() == 20
        } else {
            screen.contains(&format!("Nr {number:03}"))
        };
        assert!(seen, "{number} is not in sight:\n{screen}");
    }
}

#[test]
fn three_hundred_turn_by_pages_and_the_selected_one_is_always_in_sight() {
    for size in SIZES {
        let area = Rect::new(0, 0, size.0, size.1);
        let mut desk = many(300);
        for key in [
            "<PageDown>",
            "<Down>",
            "<Alt-Down>",
            "<PageDown>",
            "<Alt-Up>",
            "<Up>",
            "<PageUp>",
        ]
        .into_iter()
        .cycle()
        .take(60)
        {
            desk = desk.press(key);
            screen::fit(&mut desk.ui, area);
            let buf = buffer(&desk, size, Signs::Unicode);
            let here = area
                .positions()
                .filter(|at| buf[*at].symbol() == "▶")
                .count();
            assert_eq!(here, 1, "after {key} at {size:?}");
        }
        screen::fit(&mut desk.ui, area);
        for _ in 0..60 {
            desk = desk.press("<PageDown>");
        }
        assert_eq!(desk.ui.register.browse.at(), Some(299));
    }
}

#[test]
fn a_column_is_walked_down_and_the_next_stands_beside_it() {
    let mut desk = many(60);
    screen::fit(&mut desk.ui, Rect::new(0, 0, 120, 36));
    let desk = desk.press("<Down><Alt-Down>");
    let first = desk.ui.register.browse.at().expect("one is selected");
    let buf = buffer(&desk, (120, 36), Signs::Unicode);
    let y = |desk: &Desk| {
        let buf = buffer(desk, (120, 36), Signs::Unicode);
        let mut all = buf.area.positions();
        all.find(|at| buf[*at].symbol() == "▶")
            .expect("it is drawn")
    };
    assert!(first > 1 && buf.area.width == 120);
    let up = y(&desk);
    let desk = desk.press("<Down>");
    assert_eq!(y(&desk), Position::new(up.x, up.y + 1));
}

#[test]
fn space_turns_unmarked_to_present_to_absent_and_goes_on() {
    let desk = roll().press("/ma li<Enter><Down>");
    assert_eq!(status(&desk, "ma-li"), Status::Unmarked);
    let desk = obeyed(desk.press("<Space>"));
    assert_eq!(status(&desk, "ma-li"), Status::Present);
    let desk = obeyed(desk.press("<Space>"));
    assert_eq!(status(&desk, "ma-li"), Status::Absent);
    let desk = obeyed(desk.press("<Space>"));
    assert_eq!(status(&desk, "ma-li"), Status::Present);
    let desk = obeyed(roll().press("<Down><Down><Space>"));
    assert_eq!(desk.ui.register.browse.at(), Some(2), "on to the next row");
}

#[test]
fn space_brings_back_who_was_out_of_the_room() {
    let mut desk = roll().press("/yan ming<Enter><Down><Space>");
    let back = mark("yan-ming", Status::Present, Mode::Room);
    assert_eq!(desk.sent(), Some(back));
}

#[test]
fn where_nobody_is_selected_the_first_space_only_selects() {
    let mut desk = roll().press("<Space>");
    assert_eq!((desk.sent(), desk.ui.register.browse.at()), (None, Some(0)));
}

#[test]
fn what_the_rules_refuse_is_told_and_nobody_is_passed_over() {
    let over = Desk::at(stage().adjourned()).press("<Alt-3><Down>");
    let mut over = over.press("<Space>");
    assert_eq!((over.sent(), over.ui.register.browse.at()), (None, Some(0)));
    let notice = over.ui.notice.as_ref().expect("it is told");
    assert_eq!(notice.tone, Tone::Refused);
}

#[test]
fn a_burst_of_spaces_loses_none() {
    let mut desk = many(60).press("<Down>");
    for _ in 0..60 {
        if holds_keys(&desk.ui) {
            desk = obeyed(desk);
        }
        desk = desk.press("<Space>");
    }
    let desk = obeyed(desk);
    assert_eq!(desk.stage.meeting.figures().present, 60);
}

#[test]
fn a_burst_of_spaces_in_a_real_terminal_loses_none() {
    let mut seat = Seat::take();
    seat.see("type `:open`").type_in("\x1b3").see("unmarked 10");
    seat.type_in("\x1b[B").see("▶");
    seat.type_in(&" ".repeat(15)).see("present 10");
    seat.type_in("\x03").see("Leave the meeting?").type_in("2");
    assert_eq!(seat.ends(), 0);
}

#[test]
fn every_digit_says_what_somebody_is() {
    let about = |digit: &str| roll().press("/zhao lei<Enter><Down><Enter>").press(digit);
    let set = |status, mode| Some(mark("zhao-lei", status, mode));
    assert_eq!(about("1").sent(), None);
    assert_eq!(about("2").sent(), set(Status::Present, Mode::Room));
    assert_eq!(about("3").sent(), set(Status::Present, Mode::Online));
    assert_eq!(about("4").sent(), set(Status::Absent, Mode::Room));
    assert_eq!(about("5").line(), ":excused Zhao Lei |");
    assert_eq!(about("6").sent(), set(Status::Left, Mode::Room));
    assert_eq!(about("7").line(), ":represented Zhao Lei by |");
    let (person, at) = (id("zhao-lei"), None);
    let away = Roll::StepAway {
        person: person.clone(),
        at,
    };
    assert_eq!(about("8").sent(), Some(away.into()));
    assert_eq!(about("9").sent(), Some(Roll::Recuse { person, at }.into()));
    assert_eq!(about("0").line(), ":amend Zhao Lei |");
}

#[test]
fn the_lines_that_a_digit_begins_are_understood_when_they_are_finished() {
    for (language, digit, rest) in [
        (Language::English, "5", "abroad"),
        (Language::English, "7", "Wang Yu"),
        (Language::English, "0", "title \"Dean\""),
        (Language::Chinese, "5", "出差"),
        (Language::Chinese, "7", "王宇"),
        (Language::Chinese, "0", "职务 “院长”"),
    ] {
        let asked = desk(language)
            .press("/chenjing<Enter><Down><Enter>")
            .press(digit);
        let mut desk = asked.press(rest).press("<Esc><Enter>");
        let sent = desk.sent();
        let is_so = match sent {
            Some(Command::Roll(Roll::Mark {
                ref person, status, ..
            })) => digit == "5" && *person == id("chen-jing") && status == Status::Excused,
            Some(Command::Roll(Roll::Represent { ref by, .. })) => {
                digit == "7" && *by == id("wang-yu")
            }
            Some(Command::Roster(Roster::Amend { .. })) => digit == "0",
            _ => false,
        };
        assert!(is_so, "{language:?} {digit}: {sent:?} {}", desk.line());
    }
}

#[test]
fn a_name_that_could_mean_another_is_quoted_and_a_name_of_two_gives_way_to_the_id() {
    let agenda = "title = \"T\"\n[person.a]\nname = \"Li Na\"\n[person.b]\nname = \"Li Na Marie\"\n\
        [person.c]\nname = \"Yu, Wei\"\n[person.d]\nname = \"Bo\"\n[person.e]\nname = \"Bo\"\n\
        [[item]]\ntitle = \"I\"\n";
    let line = |downs: &str| {
        let desk = Desk::at(Stage::of(agenda)).press("<Alt-3>").press(downs);
        desk.press("<Enter>5").line()
    };
    assert_eq!(line("<Down>"), ":excused \"Li Na\" |");
    assert_eq!(line("<Down><Down>"), ":excused Li Na Marie |");
    assert_eq!(line("<Down><Down><Down>"), ":excused \"Yu, Wei\" |");
    assert_eq!(line("<Down><Down><Down><Down>"), ":excused d |");
}

#[test]
fn people_are_found_by_name_pinyin_and_unit_as_one_types() {
    let found = |words: &str| roll().press(words).ui.register.rows().to_vec();
    assert_eq!(found("/xu"), [id("xu-sisi")]);
    assert_eq!(found("/xss"), [id("xu-sisi")], "by initials");
    assert_eq!(found("/xusisi"), [id("xu-sisi")], "by pinyin");
    assert_eq!(found("/徐思"), [id("xu-sisi")]);
    assert_eq!(found("/youth league"), [id("xu-sisi")], "by unit");
    assert_eq!(found("/excused"), [id("zhao-lei")], "by what they are");
    assert_eq!(found("/xu present"), [id("xu-sisi")], "by every word");
    let desk = desk(Language::Chinese).press("/未登记<Enter><Down>");
    assert_eq!(desk.ui.register.selected(), Some(&id("duan-mei")));
    let desk = obeyed(desk.press("<Space>"));
    assert_eq!(
        desk.ui.register.selected(),
        Some(&id("ma-li")),
        "who is left of them"
    );
    let none = roll().press("/nobody at all");
    assert!(drawn(&none, (80, 24)).contains("nobody at all"));
    assert!(none.ui.register.rows().is_empty());
    let desk = roll().press("/xss<Enter><Down>");
    assert_eq!(desk.ui.register.selected(), Some(&id("xu-sisi")));
    let all = desk.press("<Esc><Esc>").ui.register.rows().len();
    assert_eq!(all, 15);
}

#[test]
fn the_quorum_is_told_at_once_when_it_is_reached_and_when_it_is_lost() {
    let stage = Stage::exchange().open(
        &[
            "wang-yu",
            "xu-sisi",
            "hou-sheng",
            "yan-ming",
            "hu-liangbo",
            "chen-jing",
        ],
        1,
    );
    let desk = Desk::at(stage).press("<Alt-3>/zhao lei<Enter><Down>");
    assert!(drawn(&desk, (120, 36)).contains("! quorum 6, needs 7"));
    let desk = obeyed(desk.press("<Space>"));
    let last = told(&desk).pop().expect("it is told");
    assert!(last.starts_with("There is a quorum: 7 present"), "{last}");
    assert!(drawn(&desk, (120, 36)).contains("✓ quorum 7, needs 7"));
    let desk = obeyed(desk.press("<Space>"));
    let last = told(&desk).pop().expect("it is told");
    assert!(last.starts_with("There is no quorum: 6 present"), "{last}");
    let seen = drawn(&desk, (120, 36));
    assert!(seen.contains("There is no quorum"), "{seen}");
}

#[test]
fn for_whom_nobody_acts_is_told_and_stands_on_the_roll() {
    let agenda = "title = \"Council\"\nrule = { proxies = \"vote and quorum\" }\nitems = [\"First\"]\n\
                  [person.ada]\nname = \"Ada\"\n[person.ben]\nname = \"Ben\"\n[person.cai]\nname = \"Cai\"\n";
    let when = "2023-12-29T14:55:00+08:00".parse().expect("a moment");
    let represented = Rolled::Represented {
        person: id("cai"),
        by: id("ben"),
        when,
    };
    let stage = Stage::of(agenda)
        .open(&["ada", "ben"], 1)
        .record(vec![represented.into()]);
    let desk = Desk::at(stage).press("<Alt-3>");
    assert!(drawn(&desk, (120, 36)).contains("✓ quorum 3, needs 2"));
    let desk = obeyed(desk.press(":left ben<Enter>"));
    assert_eq!(
        told(&desk)[1..],
        [
            "Nobody acts for Cai while Ben takes no part.",
            "There is no quorum: 1 present of 3, 2 needed."
        ]
    );
    let seen = drawn(&desk, (120, 36));
    assert!(seen.contains("! quorum 1, needs 2"), "{seen}");
    assert!(
        seen.contains("represented by Ben, who takes no part now"),
        "{seen}"
    );
    let desk = obeyed(desk.press(":present ben<Enter>"));
    assert_eq!(told(&desk)[1], "Ben acts for Cai again.");
}

#[test]
fn the_opening_says_how_many_should_be_there_and_how_many_are() {
    let present = [
        "wang-yu",
        "xu-sisi",
        "hou-sheng",
        "yan-ming",
        "hu-liangbo",
        "chen-jing",
        "zhao-lei",
    ];
    let stage = Stage::exchange().open(&present, 1);
    let said = cue::next(&stage.meeting, stage.now)
        .expect("something is said")
        .message;
    let chinese = Locale::new(Language::Chinese).say(&said);
    assert!(chinese.contains("应到10人，实到7人"), "{chinese}");
    let english = Locale::new(Language::English).say(&said);
    assert!(
        english.contains("Of 10 entitled to vote, 7 are present"),
        "{english}"
    );
    let before = Desk::at(Stage::exchange()).press("<F5>");
    let asked = drawn(&before, (120, 36));
    assert!(asked.contains("0 of 10 entitled are present."), "{asked}");
}

#[test]
fn an_announced_head_count_says_whose_place_it_takes() {
    let desk = roll().meanwhile(|stage| {
        let (present, of) = (9, Some(10));
        stage.record(vec![Rolled::Counted { present, of }.into()])
    });
    let seen = drawn(&desk, (120, 36));
    assert!(seen.contains("counted 9 at 14:4"), "{seen}");
    assert!(seen.contains("in place of the roll’s 5"), "{seen}");
    assert!(seen.contains("✓ quorum 9, needs 7"), "{seen}");
}

#[test]
fn a_meeting_without_a_quorum_shows_none() {
    let agenda =
        "title = \"T\"\nquorum = \"none\"\n[person.a]\nname = \"Li Na\"\n[[item]]\ntitle = \"I\"\n";
    let seen = drawn(&Desk::at(Stage::of(agenda)).press("<Alt-3>"), (120, 36));
    assert!(seen.contains("Li Na") && !seen.contains("quorum"), "{seen}");
}

#[test]
fn where_units_vote_they_are_counted_and_the_people_beside_them() {
    let agenda = "title = \"T\"\nvoters = \"units\"\n[unit.u]\nname = \"North\"\n[unit.v]\nname = \"South\"\n\
        [person.a]\nname = \"Li Na\"\nunit = \"u\"\n[person.b]\nname = \"Bo\"\nunit = \"u\"\n\
        [person.c]\nname = \"Yu\"\nunit = \"v\"\n[[item]]\ntitle = \"I\"\n";
    let desk = Desk::at(Stage::of(agenda).open(&["a", "b"], 1)).press("<Alt-3>");
    let seen = drawn(&desk, (120, 36));
    assert!(
        seen.contains("units 1 of 2   present 2   unmarked 1"),
        "{seen}"
    );
    assert!(seen.contains("! quorum 1, needs 2"), "{seen}");
}

#[test]
fn who_is_enrolled_late_is_selected() {
    let desk = roll().press("<Ctrl-N>Sun Hao<Enter><Enter><Enter><Enter>");
    let desk = obeyed(desk);
    let new = desk.ui.register.selected().expect("somebody is selected");
    assert_eq!(new, &id("sun-hao"));
    assert!(drawn(&desk, (120, 36)).contains("Sun Hao"));
    let filtered = roll().press("/wang<Enter><Down><Ctrl-N>Sun Hao<Enter><Enter><Enter><Enter>");
    assert_eq!(
        obeyed(filtered).ui.register.selected(),
        Some(&id("wang-yu"))
    );
}

#[test]
fn who_came_while_the_opening_was_held_is_not_late() {
    let mut stage = Stage::exchange().open(&["wang-yu"], 1).after(60);
    let came = |person: &str, stage: &Stage| {
        Event::from(Rolled::Marked {
            person: id(person),
            status: Status::Present,
            mode: Mode::Room,
            reason: None,
            when: stage.now,
        })
    };
    let event = came("xu-sisi", &stage);
    stage = stage.record(vec![event]).after(60);
    let (item, outcome, text) = (ItemId(1), None, None);
    stage = stage.record(vec![
        Progress::ItemClosed {
            item,
            outcome,
            text,
        }
        .into(),
    ]);
    stage = stage.after(60);
    let event = came("li-na", &stage);
    stage = stage.record(vec![event]);
    let late = |person: &str| stage.meeting.came_late(&id(person));
    assert_eq!(
        (late("wang-yu"), late("xu-sisi"), late("li-na")),
        (false, false, true)
    );
}

#[test]
fn without_a_screen_the_head_counts_and_what_is_unusual_are_sentences() {
    let meeting = stage().meeting;
    let said = |language| -> Vec<String> {
        let locale = Locale::new(language);
        let lines = tribune::plain::faces::roll(&meeting).into_iter();
        lines.map(|line| locale.say(&line)).collect()
    };
    insta::assert_snapshot!("roll-plain-en", said(Language::English).join("\n"));
    insta::assert_snapshot!("roll-plain-zh-CN", said(Language::Chinese).join("\n"));
}

#[test]
fn a_press_selects_the_row_that_stands_there_and_the_next_one_asks() {
    for size in [(120, 36), (80, 24), (60, 20)] {
        let mut desk = many(60);
        let area = Rect::new(0, 0, size.0, size.1);
        let mut selected = 0;
        for place in area.positions().filter(|place| place.x % 7 == 4) {
            screen::fit(&mut desk.ui, area);
            let target = with_scene(&desk, area, Signs::Unicode, |scene| {
                screen::target(scene, area, place)
            });
            let Some(Target::Row(row)) = target else {
                continue;
            };
            if desk.ui.register.browse.at() == Some(row) {
                continue;
            }
            desk.take(Message::Pressed(Target::Row(row)));
            assert_eq!(desk.ui.register.browse.at(), Some(row));
            let buf = buffer(&desk, size, Signs::Unicode);
            let before = (0..=place.x).rev().map(|x| Position::new(x, place.y));
            assert!(before.into_iter().any(|at| buf[at].symbol() == "▶"));
            selected += 1;
        }
        assert!(selected > 6, "{selected} at {size:?}");
        let row = desk.ui.register.browse.at().expect("one is");
        desk.take(Message::Pressed(Target::Row(row)));
        assert!(matches!(desk.ui.dialog, Some(Dialog::Choose(_))));
    }
}

#[test]
fn no_size_panics_and_ascii_signs_draw_nothing_but_ascii() {
    let desks = vec![
        roll(),
        roll().press("<Down><Right>"),
        roll().press("<Down><Right><Right>"),
        roll().press("<Down><Enter>"),
        many(0),
        many(300).press("<PageDown><PageDown>"),
    ];
    for desk in &desks {
        for width in (1..230).step_by(7).chain([38, 39, 40, 76, 100, 170]) {
            for height in [1, 4, 5, 11, 12, 13, 17, 24, 36, 60] {
                drop(buffer(desk, (width, height), Signs::Unicode));
            }
        }
        let text = crate::support::drawn::text(&buffer(desk, (120, 36), Signs::Ascii));
        let odd = |c: &char| !c.is_ascii() && !"’“”…–".contains(*c);
        let odd: Vec<char> = text.chars().filter(odd).collect();
        assert!(odd.is_empty(), "{odd:?}");
    }
}
