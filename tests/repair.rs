//! Setting any turn right: times of earlier ones, their neighbours, the questions put within them, and whose they were.

use tribune::agenda::{PersonId, UnitId, Who};
use tribune::meeting::floor::{Repair, Stretch, Turn};
use tribune::meeting::{Refusal, TurnId, undo};
use tribune::text::Moment;

use crate::support::held::{Sitting, at};

const AGENDA: &str = r#"
title = "Round"
rule = { quorum = "none" }
[unit.north]
name = "North College"
[person.ada]
name = "Ada"
unit = "north"
[person.ben]
name = "Ben"
[person.cai]
name = "Cai"
[person.dan]
name = "Dan"
unit = "north"
[[item]]
title = "Suggestions"
kind = "round"
[[item]]
title = "Closing"
kind = "closing"
"#;

/// Ada from 09:01 to 09:05, Ben to 09:10, Cai from 09:11; Ada and Ben each said something.
const ROUND: &str = "
[2024-03-01T09:00:00+08:00] :present ada, ben, cai
:open
[2024-03-01T09:01:00+08:00] :floor ada
[2024-03-01T09:02:00+08:00] Ada’s own line
[2024-03-01T09:05:00+08:00] :floor ben
[2024-03-01T09:06:00+08:00] Ben’s own line
[2024-03-01T09:10:00+08:00] :done
[2024-03-01T09:11:00+08:00] :floor cai
";

fn held(scripts: &[&str]) -> Sitting {
    Sitting::held(AGENDA, scripts)
}

fn noon() -> Moment {
    at("12:00:00")
}

fn began(sitting: &mut Sitting, turn: u32, time: &str) -> Result<(), Refusal> {
    let what = Stretch::Of(TurnId(turn));
    sitting.obey(Repair::Began { what, at: at(time) }.into(), noon())
}

fn ended(sitting: &mut Sitting, turn: u32, time: &str) -> Result<(), Refusal> {
    let what = Stretch::Of(TurnId(turn));
    sitting.obey(Repair::Ended { what, at: at(time) }.into(), noon())
}

fn was(sitting: &mut Sitting, turn: u32, who: Who) -> Result<(), Refusal> {
    let turn = Some(TurnId(turn));
    sitting.obey(Repair::Was { turn, who }.into(), noon())
}

fn person(id: &str) -> Who {
    Who::Person(PersonId::from(id))
}

fn turn(sitting: &Sitting, id: u32) -> &Turn {
    sitting
        .meeting
        .floor
        .turn(TurnId(id))
        .expect("there is that turn")
}

/// From when to when a turn lasts, and the seconds of it that count.
fn times(sitting: &Sitting, id: u32) -> (String, Option<String>, i64) {
    let turn = turn(sitting, id);
    let clock = |moment: Moment| moment.format("%H:%M:%S").to_string();
    (
        clock(turn.from),
        turn.until.map(clock),
        turn.seconds(noon()),
    )
}

fn from_until(from: &str, until: &str, seconds: i64) -> (String, Option<String>, i64) {
    (from.to_owned(), Some(until.to_owned()), seconds)
}

fn why(sitting: &Sitting, done: Result<(), Refusal>) -> String {
    sitting.sentence(&done.expect_err("it is refused"))
}

/// Whose a line is, by person.
fn said_by(sitting: &Sitting, line: usize) -> Option<String> {
    let line = sitting.meeting.contributions.all().nth(line - 1)?;
    line.line.source.person.as_ref().map(ToString::to_string)
}

#[test]
fn an_earlier_turn_that_began_later_clips_nothing() {
    let mut sitting = held(&[ROUND]);
    began(&mut sitting, 2, "09:06:00").expect("Ben began later");
    assert_eq!(times(&sitting, 1), from_until("09:01:00", "09:05:00", 240));
    assert_eq!(times(&sitting, 2), from_until("09:06:00", "09:10:00", 240));
}

#[test]
fn the_beginning_of_an_earlier_turn_clips_the_one_before_it() {
    let mut sitting = held(&[ROUND]);
    began(&mut sitting, 2, "09:03:00").expect("Ben began earlier");
    assert_eq!(times(&sitting, 1), from_until("09:01:00", "09:03:00", 120));
    assert_eq!(times(&sitting, 2), from_until("09:03:00", "09:10:00", 420));
    assert_eq!(sitting.meeting.floor.spoken(&person("ada")).seconds, 120);
    assert_eq!(sitting.meeting.floor.spoken(&person("ben")).seconds, 420);
}

#[test]
fn the_end_of_an_earlier_turn_clips_the_one_behind_it() {
    let mut sitting = held(&[ROUND]);
    ended(&mut sitting, 1, "09:07:30").expect("Ada ended later");
    assert_eq!(times(&sitting, 1), from_until("09:01:00", "09:07:30", 390));
    assert_eq!(times(&sitting, 2), from_until("09:07:30", "09:10:00", 150));
}

#[test]
fn the_running_turn_may_be_the_one_that_is_clipped_and_goes_on() {
    let mut sitting = held(&[ROUND]);
    ended(&mut sitting, 2, "09:12:00").expect("Ben ended later");
    assert_eq!(turn(&sitting, 3).from, at("09:12:00"));
    assert_eq!(
        sitting.meeting.floor.running().map(|turn| turn.id),
        Some(TurnId(3))
    );
}

#[test]
fn a_turn_never_swallows_its_neighbour() {
    let mut sitting = held(&[ROUND]);
    let done = began(&mut sitting, 2, "09:00:30");
    assert!(why(&sitting, done).contains("09:01"));
    let done = ended(&mut sitting, 1, "09:10:30");
    assert!(why(&sitting, done).contains("09:10"));
    assert_eq!(times(&sitting, 1), from_until("09:01:00", "09:05:00", 240));
}

#[test]
fn a_turn_never_ends_before_it_begins_and_never_leaves_its_item() {
    let mut sitting = held(&[ROUND, "[2024-03-01T09:20:00+08:00] :item 2\n"]);
    for done in [
        ended(&mut sitting, 2, "09:04:00"),
        began(&mut sitting, 2, "09:10:30"),
        began(&mut sitting, 1, "08:59:00"),
        ended(&mut sitting, 3, "09:20:30"),
    ] {
        done.expect_err("it is refused");
    }
    assert_eq!(times(&sitting, 3), from_until("09:11:00", "09:20:00", 540));
}

#[test]
fn times_are_set_right_after_the_adjournment_too_and_persons_are_not() {
    let end = "[2024-03-01T09:20:00+08:00] :done\n:adjourn really\n";
    let mut sitting = held(&[ROUND, end]);
    ended(&mut sitting, 1, "09:04:00").expect("times are mended");
    assert_eq!(times(&sitting, 1), from_until("09:01:00", "09:04:00", 180));
    was(&mut sitting, 1, person("dan")).expect_err("it is over");
}

#[test]
fn a_turn_counts_only_the_pauses_inside_it() {
    let script = "
[2024-03-01T09:00:00+08:00] :present ada, ben
:open
[2024-03-01T09:01:00+08:00] :floor ada
[2024-03-01T09:03:00+08:00] :pause
[2024-03-01T09:04:00+08:00] :continue
[2024-03-01T09:06:00+08:00] :floor ben
[2024-03-01T09:07:00+08:00] :done
";
    let mut sitting = held(&[script]);
    assert_eq!(times(&sitting, 1), from_until("09:01:00", "09:06:00", 240));
    for (until, seconds) in [
        ("09:05:00", 180),
        ("09:03:30", 120),
        ("09:02:00", 60),
        ("09:06:30", 270),
    ] {
        ended(&mut sitting, 1, until).expect("it ended then");
        assert_eq!(times(&sitting, 1), from_until("09:01:00", until, seconds));
    }
}

/// Ben puts a question to Ada from 09:03 to 09:04; then Cai speaks.
const QUESTION: &str = "
[2024-03-01T09:00:00+08:00] :present ada, ben, cai
:open
[2024-03-01T09:01:00+08:00] :floor ada
[2024-03-01T09:03:00+08:00] :interpose ben
[2024-03-01T09:04:00+08:00] :done
[2024-03-01T09:06:00+08:00] :floor cai
[2024-03-01T09:08:00+08:00] :done
";

#[test]
fn a_question_stays_inside_the_turn_it_was_put_in() {
    let mut sitting = held(&[QUESTION]);
    for done in [
        began(&mut sitting, 1, "09:03:30"),
        ended(&mut sitting, 1, "09:03:30"),
        began(&mut sitting, 3, "09:03:30"),
    ] {
        let why = why(&sitting, done);
        assert_eq!(
            why,
            "Ben put a question to Ada from 09:03 to 09:04. Give a time that leaves it inside the turn."
        );
    }
    began(&mut sitting, 3, "09:05:00").expect("the question is over by then");
    assert_eq!(times(&sitting, 1), from_until("09:01:00", "09:05:00", 180));
    assert_eq!(times(&sitting, 2), from_until("09:03:00", "09:04:00", 60));
}

#[test]
fn the_times_of_a_question_are_not_set_apart_from_the_turn_around_it() {
    let mut sitting = held(&[QUESTION]);
    let done = began(&mut sitting, 2, "09:02:30");
    assert!(why(&sitting, done).starts_with("Ben put a question"));
    was(&mut sitting, 2, person("cai")).expect("it was Cai’s question");
    assert_eq!(turn(&sitting, 2).speaker.who(), Some(person("cai")));
}

#[test]
fn the_last_turn_is_the_one_around_a_question_not_the_question() {
    let mut sitting = held(&[QUESTION, "[2024-03-01T09:09:00+08:00] :floor ada\n"]);
    let more = "
[2024-03-01T09:10:00+08:00] :interpose ben
[2024-03-01T09:11:00+08:00] :done
[2024-03-01T09:13:00+08:00] :done
[2024-03-01T09:14:00+08:00] :ended turn 90s ago
";
    assert_eq!(sitting.script(more), []);
    assert_eq!(times(&sitting, 4), from_until("09:09:00", "09:12:30", 150));
    assert_eq!(times(&sitting, 5), from_until("09:10:00", "09:11:00", 60));
}

#[test]
fn a_turn_that_is_not_there_is_refused() {
    let mut sitting = held(&[ROUND]);
    for done in [
        began(&mut sitting, 9, "09:02:00"),
        ended(&mut sitting, 9, "09:02:00"),
        was(&mut sitting, 9, person("ben")),
    ] {
        assert!(why(&sitting, done).starts_with("There is no such turn"));
    }
}

#[test]
fn a_written_statement_has_no_times_but_may_be_anothers() {
    let statement = "[2024-03-01T09:12:00+08:00] :written ben Two ships a week\n";
    let mut sitting = held(&[ROUND, statement]);
    for done in [
        began(&mut sitting, 4, "09:11:30"),
        ended(&mut sitting, 4, "09:13:00"),
    ] {
        assert!(why(&sitting, done).starts_with("A written statement"));
    }
    was(&mut sitting, 4, person("dan")).expect("it was Dan’s");
    assert_eq!(said_by(&sitting, 3).as_deref(), Some("dan"));
    assert!(
        !sitting.meeting.roll.is_present(&PersonId::from("dan")),
        "who writes need not be there"
    );
    let north = Who::Unit(UnitId::from("north"));
    was(&mut sitting, 4, north.clone()).expect("it was the unit’s");
    assert_eq!(turn(&sitting, 4).speaker.who(), Some(north));
}

#[test]
fn the_lines_of_an_earlier_turn_move_with_it_and_no_others() {
    let mut sitting = held(&[ROUND]);
    was(&mut sitting, 1, person("dan")).expect("it was Dan’s");
    assert_eq!(turn(&sitting, 1).speaker.who(), Some(person("dan")));
    assert_eq!(said_by(&sitting, 1).as_deref(), Some("dan"));
    assert_eq!(said_by(&sitting, 2).as_deref(), Some("ben"));
    assert!(sitting.meeting.roll.is_present(&PersonId::from("dan")));
}

#[test]
fn lines_noted_before_a_turn_is_said_to_have_begun_move_with_it_all_the_same() {
    let chairs = "[2024-03-01T09:10:30+08:00] The chair’s own\n";
    let round = ROUND.replace("[2024-03-01T09:11", &format!("{chairs}[2024-03-01T09:11"));
    let mut sitting = held(&[&round]);
    began(&mut sitting, 2, "09:09:00").expect("Ben began later");
    began(&mut sitting, 1, "09:04:30").expect("Ada began later");
    was(&mut sitting, 1, person("dan")).expect("it was Dan’s");
    assert_eq!(said_by(&sitting, 1).as_deref(), Some("dan"));
    was(&mut sitting, 2, person("cai")).expect("it was Cai’s");
    assert_eq!(said_by(&sitting, 2).as_deref(), Some("cai"));
}

#[test]
fn a_repair_is_taken_back_and_brought_back() {
    let mut sitting = held(&[ROUND]);
    let before = sitting.meeting.clone();
    ended(&mut sitting, 1, "09:07:30").expect("Ada ended later");
    let after = sitting.meeting.clone();
    sitting
        .obey(undo::Command::Undo(None).into(), noon())
        .expect("it is the last");
    assert_eq!(sitting.meeting.floor, before.floor);
    sitting
        .obey(undo::Command::Redo.into(), noon())
        .expect("it comes back");
    assert_eq!(sitting.meeting.floor, after.floor);
}

#[test]
fn a_repair_that_a_later_one_rests_on_is_not_taken_back() {
    let mut sitting = held(&[ROUND]);
    ended(&mut sitting, 1, "09:03:00").expect("Ada ended earlier");
    let first = sitting.meeting.history.len() as u64;
    began(&mut sitting, 2, "09:04:00").expect("Ben began in the gap");
    let undo = |seq| undo::Command::Undo(seq).into();
    let done = sitting.obey(undo(Some(first)), noon());
    assert!(
        why(&sitting, done).contains(&(first + 1).to_string()),
        "else the two would overlap"
    );
    sitting
        .obey(undo(None), noon())
        .expect("the later one goes first");
    sitting
        .obey(undo(Some(first)), noon())
        .expect("then nothing rests on it");
    assert_eq!(times(&sitting, 1), from_until("09:01:00", "09:05:00", 240));
}
