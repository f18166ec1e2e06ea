//! The faces that are lists: what stands on them, how one moves among it, what is done to what is selected.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tribune::agenda::ContributionKind as Kind;
use tribune::board::Grouping;
use tribune::locale::Locale;
use tribune::meeting::contribution::{Answer as Became, Command as Contribution, Event as Noted};
use tribune::meeting::floor::{Repair, Stretch};
use tribune::meeting::undo::{Command as Undo, Event as Turned};
use tribune::meeting::{Command, ContributionId, TurnId};
use tribune::phrase::Face;
use tribune::text::{Language, Text};
use tribune::tui::look::Look;
use tribune::tui::message::Message;
use tribune::tui::scene::{Keeping, Scene};
use tribune::tui::screen::{self, Target};
use tribune::tui::style::{Signs, Styles};
use tribune::tui::ui::{Dialog, Ui};
use tribune::tui::update::Effect;

use crate::support::desk::Desk;
use crate::support::stage::Stage;

const SIZES: [(u16, u16); 4] = [(120, 36), (80, 24), (60, 20), (40, 12)];

fn id(number: u32) -> ContributionId {
    ContributionId(number)
}

/// The round of the exchange meeting; C2 starred, C3 adopted, C4 supported.
fn stage() -> Stage {
    Stage::mid_round().record(vec![
        Noted::Starred { id: id(2) }.into(),
        Noted::Answered {
            id: id(3),
            status: Became::Adopted,
            text: Some(Text::line("first edition in spring")),
        }
        .into(),
        Noted::Supported {
            id: id(4),
            by: tribune::agenda::Who::Unit("youth-league".into()),
        }
        .into(),
    ])
}

fn desk(language: Language) -> Desk {
    let mut desk = Desk::at(stage());
    desk.ui.language = language;
    desk
}

/// The contributions, at the desk of somebody who looks at them.
fn board() -> Desk {
    desk(Language::English).press("<Tab>")
}

/// The record.
fn record() -> Desk {
    desk(Language::English).press("<Shift-Tab>")
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

/// The answers of the question that is asked.
fn answers(ui: &Ui) -> Vec<&'static str> {
    ui.dialog.as_ref().map(Dialog::answers).unwrap_or_default()
}

#[test]
fn both_faces_in_every_size_and_language() {
    for language in Language::ALL {
        for size in SIZES {
            let size_and_language = format!("{}x{}-{}", size.0, size.1, language.tag());
            let desk = desk(language).press("<Tab>");
            insta::assert_snapshot!(
                format!("contributions-{size_and_language}"),
                drawn(&desk, size)
            );
            let desk = desk.press("<Alt-6><Up><Up><Right>");
            insta::assert_snapshot!(format!("record-{size_and_language}"), drawn(&desk, size));
        }
    }
}

#[test]
fn before_anything_was_noted_and_where_nothing_is_found_a_sentence_says_so() {
    let empty = Desk::at(Stage::exchange()).press("<Tab>");
    assert!(drawn(&empty, (80, 24)).contains("Nothing has been noted yet."));
    let empty = empty.press("<Alt-6>");
    assert!(drawn(&empty, (80, 24)).contains("Nothing has been recorded yet."));
    let screen = drawn(&board().press("/nowhere"), (80, 24));
    assert!(
        screen.contains("Nothing noted has all of these: nowhere"),
        "{screen}"
    );
    let screen = drawn(&record().press("/nowhere"), (80, 24));
    assert!(
        screen.contains("No record has all of these: nowhere"),
        "{screen}"
    );
}

#[test]
fn tab_goes_round_the_faces_and_the_line_is_never_lost() {
    let desk = desk(Language::English);
    assert_eq!(desk.ui.face, Face::Floor);
    let desk = desk.press("<Tab>");
    assert_eq!(desk.ui.face, Face::Contributions);
    assert!(desk.effects.contains(&Effect::Repaint));
    let desk = desk.press("Ten lecturers<Alt-6>");
    assert_eq!(
        (desk.ui.face, desk.line().as_str()),
        (Face::Record, "Ten lecturers|")
    );
    let desk = desk.press("<Alt-1>");
    assert_eq!(
        (desk.ui.face, desk.line().as_str()),
        (Face::Floor, "Ten lecturers|")
    );
    let mut desk = desk.press("<Alt-2><Enter>");
    assert_eq!(desk.captured().text.as_str(), "Ten lecturers");
    assert_eq!(desk.press("<Shift-Tab>").ui.face, Face::Floor);
}

#[test]
fn a_command_shows_a_face_and_turns_the_board() {
    let desk = desk(Language::English).press(":face contributions by theme<Enter>");
    assert_eq!(desk.ui.face, Face::Contributions);
    assert_eq!(desk.ui.sheet.grouping(), Grouping::Theme);
    let desk = desk.press("<Ctrl-R>");
    assert_eq!(desk.ui.sheet.grouping(), Grouping::Item);
    assert_eq!(desk.press("：界面 记录<Enter>").ui.face, Face::Record);
}

#[test]
fn the_board_is_filtered_as_one_types_and_nothing_of_it_is_captured() {
    let desk = board().press("/schol");
    assert_eq!(desk.ui.sheet.counts().noted, 1);
    assert_eq!(desk.line(), "/schol|");
    let desk = desk.press("<Down>");
    assert_eq!(desk.ui.sheet.selected(), Some(id(4)));
    let mut desk = desk.press("<Enter>");
    assert_eq!((desk.sent(), desk.line().as_str()), (None, "|"));
    assert_eq!(desk.ui.sheet.counts().noted, 1, "it stays");
    let desk = desk.press("<Esc><Esc>");
    assert_eq!(desk.ui.sheet.counts().noted, 4, "and is let go");
    let desk = desk.press("／ＣＡＭＰ");
    assert_eq!(desk.ui.sheet.counts().noted, 1, "in either width");
    let desk = desk.press("<Backspace><Backspace><Backspace><Backspace><Backspace>");
    assert_eq!(desk.ui.sheet.counts().noted, 4);
}

#[test]
fn on_the_floor_a_filter_looks_among_what_was_noted() {
    let desk = desk(Language::English).press("/camp<Enter>");
    assert_eq!(desk.ui.face, Face::Contributions);
    assert_eq!(desk.ui.sheet.counts().noted, 1);
}

#[test]
fn what_is_selected_stays_selected_while_others_note_and_the_board_is_turned() {
    let desk = board().press("<Down><Down>");
    assert_eq!(desk.ui.sheet.selected(), Some(id(2)));
    let desk = desk.meanwhile(|stage| {
        stage.noted(
            Kind::Offer,
            "youth-league",
            "Volunteers",
            &["youth exchanges"],
        )
    });
    assert_eq!(desk.ui.sheet.selected(), Some(id(2)));
    for _ in Grouping::ALL {
        let turned = board().press("<Down><Down><Ctrl-R>");
        assert_eq!(turned.ui.sheet.selected(), Some(id(2)));
    }
    assert!(
        drawn(&desk, (120, 36)).contains("• C5"),
        "new ones are marked"
    );
}

#[test]
fn groups_fold_and_open_and_texts_open_and_fold() {
    let desk = board().press("<Down><Left>");
    assert_eq!(desk.ui.sheet.selected(), None);
    assert!(!drawn(&desk, (120, 36)).contains("sister cities"));
    let desk = desk.press("<Left>");
    let folded = drawn(&desk, (120, 36));
    assert!(!folded.contains("C4") && folded.contains("▸"), "{folded}");
    let desk = desk.press("<Right>");
    assert_eq!(desk.ui.sheet.selected(), Some(id(1)));
    let opened = drawn(&desk.press("<Right>"), (120, 36));
    assert_eq!(opened.matches("Invite young people").count(), 2, "{opened}");
}

#[test]
fn each_answer_about_the_selected_one_does_what_it_says() {
    let chosen = |digit: &str| board().press("<Down><Enter>").press(digit);
    let line = |digit| chosen(digit).line();
    assert_eq!(line("4"), ":file C1 |");
    assert_eq!(line("7"), ":C1 becomes action |");
    assert_eq!(line("8"), ":re C1 |");
    assert_eq!(line("0"), ":strike C1 |");
    assert_eq!(
        line("2"),
        ":edit C1 Invite young people of the sister cities to a camp on Dianchi Lake|"
    );
    assert_eq!(line("6"), "|");
    assert_eq!(chosen("6").press("2").line(), ":answer C1 adopted |");
    let kind = Kind::Offer;
    assert_eq!(
        chosen("3").press("3").sent(),
        Some(Contribution::SetKind { id: id(1), kind }.into())
    );
    assert_eq!(chosen("5").sent(), Some(Contribution::Star(id(1)).into()));
    assert_eq!(chosen("1").sent(), None);
    assert!(matches!(
        chosen("9").sent(),
        Some(Command::Contribution(Contribution::Support { .. }))
    ));
}

#[test]
fn a_line_half_written_waits_for_what_is_done_to_a_contribution() {
    let desk = board().press("<Down>Ten lect");
    assert_eq!(desk.line(), "Ten lect|", "letters type on every face");
    let desk = desk.press("<Esc><Enter>");
    assert_eq!(desk.line(), "|", "and Enter sends");
}

#[test]
fn several_are_marked_and_what_is_done_to_them_is_one_record() {
    let marked = || board().press("<Down><Space><Space>");
    assert_eq!(marked().ui.sheet.chosen(), [id(1), id(2)]);
    assert_eq!(marked().press("<Enter>3").line(), ":file C1, C2 |");
    let stars = [1, 2].map(|number| Contribution::Star(id(number)).into());
    assert_eq!(
        marked().press("<Enter>4").sent(),
        Some(Command::Several(stars.to_vec()))
    );
    let merging = marked().press("<Enter>6");
    assert_eq!(answers(&merging.ui), ["foreseen-not", "board-merge-yes"]);
    let seen = drawn(&merging, (120, 36));
    assert!(seen.contains("Merge C2 into C1?"), "{seen}");
    let (into, from) = (id(1), id(2));
    assert_eq!(
        merging.press("2").sent(),
        Some(Contribution::Merge { into, from }.into())
    );
    assert_eq!(
        marked().press("<Esc>").ui.sheet.chosen(),
        [id(3)],
        "the marks go first"
    );
}

#[test]
fn the_record_says_what_was_taken_back_and_what_was_mended() {
    let stage = stage();
    let last = stage.meeting.history.next_seq() - 1;
    let stage = stage
        .record(vec![
            Noted::KindSet {
                id: id(1),
                kind: Kind::Request,
            }
            .into(),
        ])
        .record(vec![Turned::Undone { seq: last }.into()]);
    let screen = drawn(&Desk::at(stage).press("<Shift-Tab>"), (120, 36));
    let row = |text: &str| {
        let mut rows = screen.lines().filter(|row| row.contains(text));
        rows.next().unwrap_or_default().to_owned()
    };
    assert!(
        row("C2 has a star").ends_with(&format!("taken back by {}", last + 2)),
        "{screen}"
    );
    assert!(
        row("C1, suggestion").ends_with(&format!("mended by {}", last + 1)),
        "{screen}"
    );
}

#[test]
fn a_record_is_taken_back_only_once_what_that_changes_was_seen() {
    let asked = record().press("<Up><Enter>2");
    let seen = drawn(&asked, (120, 36));
    assert!(
        seen.contains("This would change:") && seen.contains("C2"),
        "{seen}"
    );
    let last = asked.stage.meeting.history.next_seq() - 1;
    let undo = Command::from(Undo::Undo(Some(last)));
    assert_eq!(
        record().press("<Up><Enter>2<Enter>").sent(),
        None,
        "the default is no"
    );
    assert_eq!(record().press("<Up><Enter>22").sent(), Some(undo));
}

#[test]
fn what_others_build_on_is_not_taken_back_and_it_is_said_why() {
    let desk = record().press("/dianchi<Enter><Down><Enter>2<Esc>");
    let desk = desk.meanwhile(|stage| stage.record(vec![Noted::Starred { id: id(1) }.into()]));
    let mut desk = desk.press("<Enter>2");
    assert_eq!(desk.sent(), None);
    assert!(desk.ui.notice.is_some() && desk.ui.dialog.is_none());
}

#[test]
fn the_time_of_any_turn_is_set_right_from_its_record_once_that_was_seen() {
    let first = record().press("/xu sisi floor<Enter><Down><Enter>");
    assert_eq!(
        answers(&first.ui),
        [
            "record-leave",
            "record-undo",
            "record-began",
            "record-ended",
            "record-was"
        ]
    );
    let wrong = first.press("3").press("noon<Enter>");
    assert!(wrong.ui.notice.is_some(), "what is no time is not taken");
    let again = record().press("/xu sisi floor<Enter><Down><Enter>3");
    let seen = again.press("14:36<Enter>");
    assert!(drawn(&seen, (120, 36)).contains("Set it right?"));
    let at = "2023-12-29T14:36:00+08:00".parse().expect("a moment");
    let what = Stretch::Of(TurnId(1));
    assert_eq!(
        seen.press("2").sent(),
        Some(Repair::Began { what, at }.into())
    );
}

#[test]
fn the_time_of_the_item_and_of_the_meeting_is_set_right_from_their_records() {
    let opening = record().press("/open<Enter><Down><Enter>");
    assert_eq!(
        answers(&opening.ui),
        ["record-leave", "record-undo", "record-meeting-began"]
    );
    let mut opening = opening.press("3").press("14:29<Enter>2");
    let at = "2023-12-29T14:29:00+08:00".parse().expect("a moment");
    let what = Stretch::Meeting;
    assert_eq!(opening.sent(), Some(Repair::Began { what, at }.into()));
    let item = record().press("/closed<Enter><Down><Enter>");
    assert_eq!(
        answers(&item.ui),
        ["record-leave", "record-undo", "record-item-began"]
    );
}

#[test]
fn records_are_found_by_person_item_and_kind() {
    let found = |words: &str| {
        let desk = record().press(words);
        desk.ui.log.shown()
    };
    assert!(found("/yan ming") > 0 && found("/yan ming") < found("/"));
    assert_eq!(found("/ym"), found("/yan ming"), "by initials too");
    assert_eq!(found("/opening"), 2, "what opened it, and what closed it");
    assert_eq!(found("/floor"), 3);
    assert_eq!(found("/nobody at all"), 0);
}

#[test]
fn the_record_shows_one_kind_of_records_alone() {
    let all = record();
    let shown = all.ui.log.shown();
    let desk = all.press("<Ctrl-R><Ctrl-R><Ctrl-R>");
    assert!(desk.ui.log.shown() < shown);
    let screen = drawn(&desk, (120, 36));
    assert!(
        screen.contains("floor") && !screen.contains("C1,"),
        "{screen}"
    );
    let desk = desk.press("<Esc>");
    assert_eq!(desk.ui.log.shown(), shown);
}

#[test]
fn a_press_selects_the_row_that_stands_there_and_the_next_one_asks() {
    for (mut desk, size) in [
        (board(), (120, 36)),
        (board(), (60, 20)),
        (record(), (80, 24)),
    ] {
        let area = Rect::new(0, 0, size.0, size.1);
        let mut selected = 0;
        for y in 0..size.1 {
            let place = Position::new(4, y);
            screen::fit(&mut desk.ui, area);
            let target = with_scene(&desk, area, Signs::Unicode, |scene| {
                screen::target(scene, area, place)
            });
            let Some(Target::Row(row)) = target else {
                continue;
            };
            desk.take(Message::Pressed(Target::Row(row)));
            if desk.ui.sheet.browse.at().or(desk.ui.log.browse.at()) == Some(row) {
                let now = buffer(&desk, size, Signs::Unicode);
                assert_eq!(now[Position::new(1, y)].symbol(), "▶", "{y} of {size:?}");
                selected += 1;
            }
        }
        assert!(selected > 2);
        let row = desk
            .ui
            .sheet
            .browse
            .at()
            .or(desk.ui.log.browse.at())
            .expect("one is");
        desk.take(Message::Pressed(Target::Row(row)));
        assert!(desk.ui.dialog.is_some());
    }
}

#[test]
fn no_face_panics_at_any_size_and_ascii_signs_draw_nothing_but_ascii() {
    let desks = vec![
        board(),
        board().press("<Down><Right>"),
        board().press("<Down><Right><Right>"),
        board().press("<Down><Enter>"),
        record(),
        record().press("<Up><Right>"),
        record().press("<Up><Enter>2"),
    ];
    for desk in &desks {
        for width in (1..130).step_by(7).chain([39, 40, 56, 72, 90]) {
            for height in [1, 4, 5, 11, 12, 13, 17, 24, 36, 60] {
                drop(buffer(desk, (width, height), Signs::Unicode));
            }
        }
    }
    let english = Desk::at(Stage::exchange().open(&["wang-yu"], 1)).press("<Alt-6><Up>");
    let buf = buffer(&english, (120, 36), Signs::Ascii);
    let text = crate::support::drawn::text(&buf);
    let odd: Vec<char> = text
        .chars()
        .filter(|c| !c.is_ascii() && !"’“”…–".contains(*c))
        .collect();
    assert!(odd.is_empty(), "{odd:?}");
}
