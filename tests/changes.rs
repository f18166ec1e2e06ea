//! What a person is shown before they say yes: the differences that a repair, an undo or any other command would make.

use tribune::agenda::{PersonId, Who};
use tribune::locale::Locale;
use tribune::meeting::contribution::{self, Anchor, Answer, Draft};
use tribune::meeting::floor::{self, Repair, Stretch};
use tribune::meeting::outcome::{self, Due, Outcome};
use tribune::meeting::progress::{self, Resolve};
use tribune::meeting::{Author, Command, ContributionId, Meeting, TurnId, undo};
use tribune::telling;
use tribune::text::{Language, Moment, Text};

use crate::support::held::{Sitting, at};

const AGENDA: &str = r#"
title = "Exchange"
quorum = 2
[unit.north]
name = { en = "North College", zh = "北方学院" }
[person.ada]
name = { en = "Ada", zh = "严明" }
unit = "north"
[person.ben]
name = { en = "Ben", zh = "杜海涛" }
[person.cai]
name = { en = "Cai", zh = "王宇" }
[[item]]
title = { en = "Suggestions", zh = "意见建议" }
kind = "round"
speakers = ["ada", "ben"]
[[item]]
title = { en = "Closing", zh = "总结" }
kind = "closing"
"#;

/// Ada from 09:01 to 09:05 with two lines, then Ben with one.
const ROUND: &str = "
[2024-03-01T09:00:00+08:00] :present ada, ben
:open
[2024-03-01T09:01:00+08:00] :next
[2024-03-01T09:02:00+08:00] Invite students
[2024-03-01T09:03:00+08:00] offer: two ships
[2024-03-01T09:05:00+08:00] :next
[2024-03-01T09:06:00+08:00] More sport
";

fn held(scripts: &[&str]) -> Sitting {
    Sitting::held(AGENDA, scripts)
}

fn now() -> Moment {
    at("09:10:00")
}

fn after(meeting: &Meeting, command: impl Into<Command>) -> Meeting {
    meeting
        .after(&Author::chair(), now(), command.into())
        .expect("it would be obeyed")
}

fn said(language: Language, before: &Meeting, after: &Meeting) -> Vec<String> {
    let locale = Locale::new(language);
    let changes = telling::changes(before, after, now());
    changes.iter().map(|message| locale.say(message)).collect()
}

/// What that command would change, in English.
fn preview(meeting: &Meeting, command: impl Into<Command>) -> Vec<String> {
    said(Language::English, meeting, &after(meeting, command))
}

fn last() -> undo::Command {
    undo::Command::Undo(None)
}

#[test]
fn a_repaired_time_is_shown_with_the_neighbour_it_clips_and_the_sums() {
    let sitting = held(&[ROUND]);
    let (what, at) = (Stretch::Of(TurnId(1)), at("09:07:30"));
    assert_eq!(
        preview(&sitting.meeting, Repair::Ended { what, at }),
        [
            "Ada’s turn: 09:01–09:05 (4:00) → 09:01–09:07 (6:30)",
            "Ben’s turn: since 09:05 (5:00) → since 09:07 (2:30)",
            "Ada has spoken in all: 4:00 → 6:30",
            "Ben has spoken in all: 5:00 → 2:30",
        ]
    );
}

#[test]
fn a_turn_that_was_anothers_is_shown_with_its_lines_and_the_sums() {
    let sitting = held(&[ROUND]);
    let (turn, who) = (Some(TurnId(1)), Who::Person(PersonId::from("cai")));
    let was = after(&sitting.meeting, Repair::Was { turn, who });
    assert_eq!(
        said(Language::English, &sitting.meeting, &was),
        [
            "Ada’s turn from 09:01 becomes Cai’s.",
            "2 lines move from Ada, North College to Cai: C1 and C2.",
            "Cai: unmarked → present",
            "Present: 2 of 3 → 3 of 3",
            "Ada has spoken in all: 4:00 → 0:00",
            "Cai has spoken in all: 0:00 → 4:00",
            "Cai, lines noted: 0 → 2",
            "North College, lines noted: 2 → 0",
        ]
    );
    assert_eq!(
        said(Language::Chinese, &sitting.meeting, &was)[..2],
        [
            "严明的发言（09:01起）改记在王宇名下。",
            "C1、C2（共2条）由北方学院严明改记为王宇。",
        ]
    );
}

#[test]
fn a_captured_line_that_is_taken_back_is_shown_whole_with_the_count_of_its_unit() {
    let sitting = held(&[ROUND]);
    let taken_back = preview(&sitting.meeting, last());
    assert_eq!(
        taken_back,
        [
            "Removed: C3, suggestion, Ben: More sport",
            "Ben, lines noted: 1 → 0"
        ]
    );
}

#[test]
fn a_presence_that_is_taken_back_is_shown_with_the_quorum_that_is_lost() {
    let mut sitting = held(&["[2024-03-01T09:00:00+08:00] :present ada\n:open\n:present ben\n"]);
    assert_eq!(
        preview(&sitting.meeting, last()),
        [
            "Ben: present → unmarked",
            "Present: 2 of 3 → 1 of 3",
            "There is no quorum: 1 present of 3, 2 needed.",
        ]
    );
    sitting.obey(last().into(), now()).expect("it is the last");
    let back = preview(&sitting.meeting, undo::Command::Redo);
    assert_eq!(back[0], "Ben: unmarked → present");
}

#[test]
fn a_next_that_is_taken_back_gives_the_floor_and_the_place_on_the_list_back() {
    let sitting = held(&[&ROUND.replace("[2024-03-01T09:06:00+08:00] More sport\n", "")]);
    assert_eq!(
        preview(&sitting.meeting, last()),
        [
            "On the floor: Ben → Ada",
            "Removed: Ben’s turn, since 09:05 (5:00)",
            "Ada’s turn: 09:01–09:05 (4:00) → since 09:01 (9:00)",
            "On the list of speakers: Ben",
            "Ada has spoken in all: 4:00 → 9:00",
            "Ben has spoken in all: 5:00 → 0:00",
        ]
    );
}

#[test]
fn an_item_that_is_gone_on_from_is_shown_with_its_times() {
    let sitting = held(&[ROUND]);
    let told = preview(
        &sitting.meeting,
        progress::Command::NextItem(Resolve::Really),
    );
    let sentence = "Item 1, Suggestions: since 09:00 (10:00) → 09:00–09:10 (10:00)";
    assert_eq!(
        told[0],
        "The open item: item 1, Suggestions → item 2, Closing"
    );
    assert!(told.contains(&sentence.to_owned()), "{told:#?}");
    assert!(
        told.contains(&"Item 1, Suggestions: open → closed".to_owned()),
        "{told:#?}"
    );
}

#[test]
fn what_was_mended_about_a_line_is_shown() {
    use contribution::Command as C;
    let sitting = held(&[ROUND]);
    let id = ContributionId(1);
    let draft = Draft {
        text: Text::line("Invite teachers"),
        ..Draft::default()
    };
    let answer = C::Answer {
        id,
        status: Answer::Adopted,
        text: None,
    };
    let reason = None;
    for (command, sentence) in [
        (
            C::Edit { id, draft },
            "C1: “Invite students” → “Invite teachers”",
        ),
        (C::Star(id), "C1 gets a star."),
        (answer, "C1: open → adopted"),
        (C::Strike { id, reason }, "C1 is struck."),
        (
            C::Support {
                id,
                anchor: Anchor::now(&sitting.meeting),
            },
            "C1, supported by: none → Ben",
        ),
        (
            C::Merge {
                into: ContributionId(2),
                from: id,
            },
            "C1 goes into C2.",
        ),
    ] {
        assert_eq!(preview(&sitting.meeting, command)[0], sentence);
    }
}

#[test]
fn results_that_go_are_shown_by_their_numbers() {
    let decide = outcome::Command::Decide {
        outcome: Outcome::Adopted,
        text: Text::line("The ships sail"),
        review: Due::Unsaid,
    };
    let act = outcome::Command::Act {
        owner: None,
        text: Text::line("Order ships"),
        due: Due::Unsaid,
    };
    for (command, number) in [(decide, "D1"), (act, "A1")] {
        let mut sitting = held(&[ROUND]);
        sitting.obey(command.into(), now()).expect("it is noted");
        let told = preview(&sitting.meeting, last());
        let is_this = |told: &String| told.starts_with("Removed: ") && told.contains(number);
        assert!(told.iter().any(is_this), "{told:?}");
    }
}

#[test]
fn the_roster_and_the_next_meeting_are_shown_too() {
    for (line, sentence) in [
        (":enrol \"Eve\", Dean", "Removed: Eve"),
        (
            ":amend ben name \"Benno\"",
            "Benno: the entry on the roster changes.",
        ),
        (
            ":next meeting 2024-06-01",
            "Next meeting: 2024-06-01 → none",
        ),
    ] {
        let mut sitting = held(&[ROUND]);
        sitting.line(line, now()).expect("it is obeyed");
        assert_eq!(preview(&sitting.meeting, last())[0], sentence);
    }
}

#[test]
fn another_order_of_the_list_is_shown() {
    let sitting = held(&["[2024-03-01T09:00:00+08:00] :present ada, ben\n:open\n"]);
    let first = floor::Command::First(Who::Person(PersonId::from("ben")));
    assert_eq!(
        preview(&sitting.meeting, first),
        ["The list of speakers: Ada and Ben → Ben and Ada"]
    );
}

#[test]
fn nothing_is_told_of_equal_meetings() {
    let sitting = held(&[ROUND]);
    let nothing: [String; 0] = [];
    assert_eq!(
        said(Language::English, &sitting.meeting, &sitting.meeting),
        nothing
    );
    let there_and_back = after(&after(&sitting.meeting, last()), undo::Command::Redo);
    assert_eq!(
        said(Language::English, &sitting.meeting, &there_and_back),
        nothing
    );
    assert_eq!(
        sitting.meeting.history.len() + 2,
        there_and_back.history.len()
    );
}

#[test]
fn a_difference_that_has_no_sentence_of_its_own_is_not_called_nothing() {
    let sitting = held(&[ROUND]);
    let each = preview(&sitting.meeting, floor::Command::SetEach(Some(60)));
    assert_eq!(each.len(), 1);
    assert!(each[0].starts_with("Only details"));
}

#[test]
fn more_changes_than_can_be_read_are_counted() {
    let mut sitting = held(&["[2024-03-01T09:00:00+08:00] :open\n"]);
    let mut commands = Vec::new();
    for id in 1..=20 {
        let draft = Draft {
            text: Text::line("A line"),
            ..Draft::default()
        };
        let note = contribution::Command::Capture(draft.clone());
        sitting.obey(note.into(), now()).expect("it is noted");
        let id = ContributionId(id);
        let draft = Draft {
            text: Text::line("Another"),
            ..draft
        };
        commands.push(contribution::Command::Edit { id, draft }.into());
    }
    let told = preview(&sitting.meeting, Command::Several(commands));
    assert_eq!(told.len(), 12);
    assert_eq!(told[11], "And 9 more changes.");
}

#[test]
fn what_would_be_refused_is_refused() {
    let sitting = held(&[ROUND]);
    let (what, at) = (Stretch::Of(TurnId(1)), at("09:00:30"));
    let refused = sitting
        .meeting
        .after(&Author::chair(), now(), Repair::Ended { what, at }.into());
    assert!(
        sitting
            .sentence(&refused.expect_err("it ends before it begins"))
            .contains("09:01")
    );
}
