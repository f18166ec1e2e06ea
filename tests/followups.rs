//! What becomes of things after their meeting, with the real program: later answers, what is still open, what arises next time.

use std::fs;
use std::ops::ControlFlow;

use icalendar::{Calendar, CalendarComponent, Component, EventLike, Todo};
use tribune::archive::{History, Only};

use crate::support::archive::Archive;

const FIRST: &str = r#"
title = "First exchange"
series = "exchange"
date = 2021-03-01
language = "en"
rule = { quorum = "none" }
[unit.north]
name = "North College"
[unit.south]
name = "South Museum"
[person.ada]
name = "Ada"
unit = "north"
[person.bo]
name = "Bo"
unit = "south"
[[item]]
title = "Ideas"
[[item]]
title = "Budget"
[[item]]
title = "Any other business"
"#;

/// A camp (C1) and a ship (C2) are suggested, a question (C3) goes into the ship; tents (A1) are to be asked for; the budget is put off.
const SCRIPT: &[&str] = &[
    "[2021-03-01T09:00:00+08:00] :present ada, bo",
    ":open",
    ":floor ada",
    "A youth camp #youth",
    ":floor bo",
    "offer: A ship on the lake",
    "question: Who sails it?",
    "A line too many",
    ":merge C2 C3",
    ":strike C4 said twice",
    ":action North College: ask for tents by 2021-05-01",
    ":decide adopted Tuesdays as the day review 2021-06-01",
    ":defer 2",
    ":adjourn really",
];

fn archive() -> Archive {
    let archive = Archive::new();
    archive.hold(FIRST, SCRIPT);
    archive
}

#[test]
fn an_answer_given_later_stands_beside_what_the_record_says_and_the_session_stays_sealed() {
    let archive = archive();
    let session = archive.sessions().join("2021-03-01-First-exchange.toml");
    let sealed = fs::read(&session).expect("it is there");

    let said = archive.run(&["answer", "First", "c1", "adopted", "forty", "places"]);
    assert_eq!(said.code, Some(0), "{}", said.told);
    assert!(
        said.told
            .contains("C1 of 2021-03-01-First-exchange: A youth camp"),
        "{}",
        said.told
    );
    assert!(
        said.told.contains("adopted — forty places"),
        "{}",
        said.told
    );
    let said = archive.run_in("zh-CN", &["answer", "last", "A1", "完成", "--by", "王宇"]);
    assert_eq!(said.code, Some(0), "{}", said.told);

    assert_eq!(fs::read(&session).expect("it is there"), sealed);
    assert_eq!(archive.run(&["verify", "last"]).code, Some(0));
    let shown = archive.run(&["show", "last"]).out;
    assert!(shown.contains("adopted — forty places"), "{shown}");
    assert!(shown.contains("Later, "), "{shown}");
    let document = archive.json(&["export", "last", "--format", "json"]);
    let camp = &document["contributions"][0];
    assert_eq!(
        (&camp["status"], &camp["later"]),
        (&"open".into(), &"adopted".into())
    );
    assert_eq!(
        (&camp["later_text"], &camp["later_author"]),
        (&"forty places".into(), &"li".into())
    );
    assert_eq!(document["actions"][0]["later_author"], "王宇");
    let letter = archive.run(&[
        "export",
        "last",
        "--document",
        "letter",
        "--unit",
        "North College",
        "--output",
        "-",
    ]);
    assert!(
        letter.out.contains("adopted — forty places"),
        "{}{}",
        letter.out,
        letter.told
    );
    let table = archive.run(&["export", "last", "--format", "csv"]).out;
    assert!(table.contains("forty places"), "{table}");
}

#[test]
fn an_action_that_was_done_later_is_done_in_a_calendar() {
    let archive = archive();
    let calendar = || archive.run(&["export", "last", "--format", "ics"]).out;
    assert!(calendar().contains("STATUS:NEEDS-ACTION"), "{}", calendar());
    archive.run(&["answer", "last", "A1", "done"]);
    assert!(calendar().contains("STATUS:COMPLETED"), "{}", calendar());
}

#[test]
fn an_answer_that_is_too_long_or_cannot_be_kept_is_not_half_kept() {
    let archive = archive();
    let long = "x".repeat(4001);
    let said = archive.run(&["answer", "last", "C1", "adopted", &long]);
    assert!(
        said.code == Some(1) && said.told.contains("4000"),
        "{}",
        said.told
    );
    let ledger = archive.sessions().join("followups.jsonl");
    assert!(!ledger.exists());
    fs::create_dir(&ledger).expect("the folder can be written");
    let said = archive.run(&["answer", "last", "C1", "adopted"]);
    assert!(
        said.code == Some(1) && said.told.contains("followups.jsonl"),
        "{}",
        said.told
    );
    let shown = archive.run(&["show", "last"]);
    assert_eq!(
        shown.code,
        Some(0),
        "the session is shown all the same: {}",
        shown.told
    );
}

#[test]
fn the_latest_answer_holds_and_can_be_taken_back() {
    let archive = archive();
    archive.run(&["answer", "last", "C1", "declined", "too cold"]);
    archive.run(&["answer", "last", "C1", "adopted"]);
    let later = || {
        archive.json(&["export", "last", "--format", "json"])["contributions"][0]["later"].clone()
    };
    assert_eq!(later(), "adopted");
    archive.run(&["answer", "last", "C1", "open"]);
    assert_eq!(later(), "open");
    let ledger =
        fs::read_to_string(archive.sessions().join("followups.jsonl")).expect("it is there");
    assert_eq!(
        ledger.lines().count(),
        3,
        "nothing is ever taken out: {ledger}"
    );
}

#[test]
fn what_cannot_be_answered_is_refused_with_what_to_do_instead() {
    let archive = archive();
    for (arguments, code, said) in [
        (&["C9", "adopted"][..], 1, "The nearest is C4"),
        (&["C3", "adopted"], 1, "Answer C2"),
        (&["C4", "adopted"], 1, "struck"),
        (&["A1", "adopted"], 1, "is an action"),
        (&["1", "done"], 1, "is over"),
        (&["M1", "done"], 1, "M1"),
        (&["P1", "done"], 1, "C12 for a contribution"),
        (&["camp", "done"], 1, "C12 for a contribution"),
        (&["C1", "adoptd"], 2, "mean adopted"),
    ] {
        let mut line = vec!["answer", "last"];
        line.extend(arguments);
        let answer = archive.run(&line);
        assert_eq!(answer.code, Some(code), "{arguments:?}: {}", answer.told);
        assert!(answer.told.contains(said), "{arguments:?}: {}", answer.told);
    }
    archive.hold(
        &FIRST.replace("First exchange", "Another"),
        &[
            "[2021-03-01T09:00:00+08:00] :open",
            "remark: A fine day",
            ":adjourn really",
        ],
    );
    let remark = archive.run(&["answer", "Another", "C1", "done"]);
    assert_eq!(remark.code, Some(1), "{}", remark.told);
    assert!(remark.told.contains("not followed up"), "{}", remark.told);
    let unfinished = archive.run(&["answer", "First", "2", "done"]);
    assert_eq!(unfinished.code, Some(0), "{}", unfinished.told);
}

const SECOND: &str = r#"
title = "Second exchange"
series = "exchange"
date = 2022-03-01
language = "en"
rule = { quorum = "none" }
[unit.south]
name = "South Museum"
[unit.north-university]
name = "North College"
[person.ada]
name = "Ada"
office = "Vice President"
unit = "north-university"
[[item]]
title = "Budget"
[[item]]
title = "Ideas"
"#;

const THIRD: &str = r#"
title = "Third exchange"
series = "exchange"
date = 2023-03-01
language = "en"
rule = { quorum = "none" }
[unit.north-university]
name = "North University"
[unit.south]
name = "South Museum"
[person.ada]
name = "Ada"
unit = "north-university"
[[item]]
title = "Ideas"
"#;

/// Three years: the camp is carried, then adopted; the ship waits; the tents are got between the meetings; the budget is dealt with.
fn three_years() -> Archive {
    let archive = archive();
    archive.run(&["answer", "First", "A1", "done", "from the army"]);
    archive.hold(
        SECOND,
        &[
            "[2022-03-01T09:00:00+08:00] :open",
            ":carry M1",
            ":present ada",
            ":item next",
            ":floor ada",
            "request: A bus #youth",
            ":done",
            ":close",
            ":adjourn really",
        ],
    );
    archive.hold(
        THIRD,
        &[
            "[2023-03-01T09:00:00+08:00] :open",
            ":answer M1 adopted forty places",
            ":adjourn really",
        ],
    );
    archive
}

#[test]
fn what_is_settled_later_does_not_arise_and_what_waits_does() {
    let archive = three_years();
    let matters = |session: &str| -> Vec<String> {
        let document = archive.json(&["export", session, "--format", "json"]);
        let matters = document["matters"].as_array().cloned().unwrap_or_default();
        let text = |key: &str, matter: &serde_json::Value| {
            matter[key].as_str().unwrap_or_default().to_owned()
        };
        matters
            .iter()
            .map(|matter| format!("{} {}", text("origin", matter), text("text", matter)))
            .collect()
    };
    assert_eq!(
        matters("Second"),
        [
            "C1 A youth camp",
            "C2 A ship on the lake",
            "2 Budget",
            "3 Any other business",
            "D1 Tuesdays as the day"
        ],
        "the tents were got, and the day of review has come"
    );
    assert_eq!(
        matters("Third"),
        [
            "C1 A youth camp",
            "C2 A ship on the lake",
            "3 Any other business",
            "D1 Tuesdays as the day",
            "C1 A bus"
        ],
        "the second meeting closed the budget"
    );
}

#[test]
fn a_matter_that_is_answered_after_the_meeting_it_arose_in_says_so_there_too() {
    let archive = three_years();
    archive.run(&["answer", "First", "C2", "declined", "too deep"]);
    let document = archive.json(&["export", "Third", "--format", "json"]);
    assert_eq!(document["matters"][1]["later"], "declined");
    assert_eq!(document["matters"][0]["later"], serde_json::Value::Null);
    let shown = archive.run(&["show", "Third"]).out;
    assert!(shown.contains("declined — too deep"), "{shown}");
}

#[test]
fn of_what_a_later_session_and_the_ledger_said_the_latest_stands_beside_the_line() {
    let archive = three_years();
    let camp = || {
        let document = archive.json(&["export", "First", "--format", "json"]);
        let of = |key: &str| document["contributions"][0][key].clone();
        (of("later"), of("later_session"))
    };
    assert_eq!(
        camp(),
        ("adopted".into(), "2023-03-01-Third-exchange".into())
    );
    let budget = archive.run(&["show", "First"]).out;
    assert!(
        budget.contains("Later, in 2022-03-01-Second-exchange: done"),
        "{budget}"
    );
    archive.run(&["answer", "First", "C1", "declined", "no tents left"]);
    assert_eq!(camp(), ("declined".into(), serde_json::Value::Null));
}

#[test]
fn what_is_open_is_listed_by_unit_with_its_age_in_both_languages() {
    let archive = three_years();
    let said = archive.run(&["followups"]);
    assert_eq!(said.code, Some(0), "{}", said.told);
    let places: Vec<_> = [
        "North University (1)",
        "A bus",
        "South Museum (1)",
        "A ship on the lake",
        "Of no unit",
    ]
    .iter()
    .map(|words| {
        said.out
            .find(words)
            .unwrap_or_else(|| panic!("{words} in {}", said.out))
    })
    .collect();
    assert!(places.is_sorted(), "{}", said.out);
    assert!(
        !said.out.contains("youth camp"),
        "it was adopted: {}",
        said.out
    );
    assert!(said.out.contains("review due since"), "{}", said.out);
    assert!(
        said.out.lines().all(|line| line.chars().count() <= 80),
        "{}",
        said.out
    );
    let chinese = archive
        .run_in("zh-CN", &["followups", "--unit", "south"])
        .out;
    assert!(chinese.starts_with("未办结1项"), "{chinese}");
    let none = archive.run(&["followups", "--unit", "South", "--json"]);
    assert_eq!(
        (none.code, none.out.matches("\"id\"").count()),
        (Some(0), 1),
        "{}",
        none.told
    );
    archive.run(&["answer", "First", "C2", "declined"]);
    assert_eq!(archive.run(&["followups", "--unit", "South"]).code, Some(1));
    let unknown = archive.run(&["followups", "--unit", "Souht Museum"]);
    assert!(
        unknown.code == Some(1) && unknown.told.contains("South Museum"),
        "{}",
        unknown.told
    );
    let series = archive.run(&["followups", "--series", "choir"]);
    assert!(
        series.code == Some(1) && series.told.contains("choir"),
        "{}",
        series.told
    );
}

#[test]
fn a_damaged_session_is_told_of_and_the_rest_is_served() {
    let archive = three_years();
    let damaged = archive.sessions().join("2021-12-01-Damaged.toml");
    fs::write(
        damaged,
        "[summary]\ntitle = \"Damaged\"\nseries = \"exchange\"\n\n[journal]\n",
    )
    .expect("the folder can be written");
    let said = archive.run(&["followups"]);
    assert_eq!(said.code, Some(0));
    assert!(
        said.told.contains("2021-12-01-Damaged.toml"),
        "{}",
        said.told
    );
    assert!(said.out.contains("A bus"), "{}", said.out);
    let other = archive.sessions().join("2021-12-01-Damaged.toml");
    fs::write(
        other,
        "[summary]\ntitle = \"Damaged\"\nseries = \"choir\"\n\n[journal]\n",
    )
    .expect("the folder can be written");
    let said = archive.run(&["followups", "--series", "exchange"]);
    assert_eq!(
        (said.code, said.told.as_str()),
        (Some(0), ""),
        "a session of another series is not even opened"
    );
}

#[test]
fn a_unit_is_followed_over_the_years_under_its_former_name_too() {
    let archive = three_years();
    let said = archive.run(&["show", "--unit", "North College"]);
    assert_eq!(said.code, Some(0), "{}", said.told);
    for words in [
        "North University\n  Formerly North College",
        "carried in 2022-03-01-Second-exchange",
        "adopted in 2023-03-01-Third-exchange: forty places",
        "later, ",
        "by li: done: from the army",
        "Ada, Vice President: present",
    ] {
        assert!(said.out.contains(words), "{words} in {}", said.out);
    }
    let (bus, camp) = (said.out.find("A bus"), said.out.find("A youth camp"));
    assert!(bus < camp, "the newest first: {}", said.out);
    let json = archive.json(&["show", "--unit", "north university", "--json"]);
    assert_eq!(json["sessions"].as_array().map(Vec::len), Some(3));
    assert_eq!(json["contributions"][1]["status"], "adopted");
    assert_eq!(
        json["contributions"][1]["history"][1]["session"],
        "2023-03-01-Third-exchange"
    );
    assert_eq!(json["formerly"][0], "North College");
    let nobody = archive.run(&["show", "--unit", "Choir"]);
    assert!(
        nobody.code == Some(1) && nobody.told.contains("Choir"),
        "{}",
        nobody.told
    );
}

#[test]
fn the_json_of_follow_ups_dossiers_and_series_keeps_to_its_schema() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/config/followups.schema.json");
    let schema = fs::read_to_string(path).expect("it is there");
    let schema = serde_json::from_str(&schema).expect("the schema is JSON");
    let schema = jsonschema::validator_for(&schema).expect("it is a schema");
    let archive = three_years();
    for arguments in [
        &["followups", "--json"][..],
        &["show", "--unit", "North University", "--json"],
        &["show", "--unit", "South Museum", "--json"],
        &["show", "--series", "exchange", "--json"],
    ] {
        let document = archive.json(arguments);
        let wrong: Vec<String> = schema
            .iter_errors(&document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{arguments:?}: {}", wrong.join("\n"));
    }
    let nothing = Archive::new().json(&["followups", "--json"]);
    assert!(schema.is_valid(&nothing), "{nothing}");
}

/// The tasks of a calendar, as another program reads them.
fn tasks(text: &str) -> Vec<Todo> {
    let calendar: Calendar = text
        .parse()
        .unwrap_or_else(|error| panic!("{error}: {text}"));
    let task = |component: &CalendarComponent| match component {
        CalendarComponent::Todo(todo) => todo.clone(),
        _ => panic!("{component:?}"),
    };
    calendar.components.iter().map(task).collect()
}

#[test]
fn what_is_open_goes_into_a_calendar_and_what_was_settled_since_is_done_there() {
    let archive = three_years();
    let said = archive.run(&["followups", "--ics"]);
    assert_eq!(said.code, Some(0), "{}", said.told);
    let lines = said.out.split("\r\n");
    assert!(
        lines
            .clone()
            .all(|line| line.len() <= 75 && !line.contains('\n'))
    );
    let told: Vec<(String, String, String)> = tasks(&said.out)
        .iter()
        .map(|task| {
            let of = |name: &str| task.property_value(name).unwrap_or("-").to_owned();
            let words = task.get_summary().unwrap_or_default().to_owned();
            (words, of("STATUS"), of("DUE"))
        })
        .collect();
    let expected = [
        ("A youth camp", "COMPLETED", "-"),
        ("A ship on the lake", "NEEDS-ACTION", "-"),
        ("ask for tents", "COMPLETED", "20210501"),
        ("Budget", "COMPLETED", "-"),
        ("Any other business", "NEEDS-ACTION", "-"),
        ("Tuesdays as the day", "NEEDS-ACTION", "20210601"),
        ("A bus", "NEEDS-ACTION", "-"),
    ];
    let expected =
        expected.map(|(words, status, due)| (words.to_owned(), status.to_owned(), due.to_owned()));
    assert_eq!(told, expected);
    let ship = &tasks(&said.out)[1];
    assert_eq!(ship.get_categories(), Some(vec!["South Museum".to_owned()]));
    let about = ship.get_description().unwrap_or_default();
    assert!(
        about.contains("From: First exchange, 2021-03-01"),
        "{about}"
    );
    let chinese = archive
        .run_in("zh-CN", &["followups", "--ics", "--unit", "South Museum"])
        .out;
    assert!(chinese.contains("X-WR-CALNAME:会议后续事项"), "{chinese}");
    assert_eq!(tasks(&chinese).len(), 1, "{chinese}");
}

#[test]
fn a_calendar_that_is_imported_again_replaces_what_it_had() {
    let archive = three_years();
    let identifiers = |text: &str| -> Vec<String> {
        let tasks = tasks(text);
        let uid = |task: &Todo| task.get_uid().unwrap_or_default().to_owned();
        tasks.iter().map(uid).collect()
    };
    let before = identifiers(&archive.run(&["followups", "--ics"]).out);
    let mut distinct = before.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), before.len(), "{before:?}");
    archive.run(&[
        "answer",
        "First",
        "C2",
        "declined",
        "too deep; really, it is",
    ]);
    let after = archive.run(&["followups", "--ics"]).out;
    assert_eq!(identifiers(&after), before);
    let ship = &tasks(&after)[1];
    assert_eq!(ship.property_value("STATUS"), Some("CANCELLED"));
    let about = ship.get_description().unwrap_or_default();
    assert!(about.contains("too deep; really, it is"), "{about}");
    // An action is the task that it is in the calendar of its meeting.
    let own = archive.run(&["export", "First", "--format", "ics"]).out;
    assert!(
        own.replace("\r\n ", "")
            .contains(&format!("UID:{}", before[2])),
        "{own}"
    );
}

#[test]
fn a_task_of_a_made_up_record_says_so() {
    let archive = Archive::new();
    let name = "2022-08-05-First-council-meeting.toml";
    let shipped = format!("{}/sessions/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(archive.sessions()).expect("the folder can be made");
    fs::copy(shipped, archive.sessions().join(name)).expect("the folder can be written");
    for (language, words) in [("en", "example"), ("zh-CN", "示例")] {
        let calendar = archive.run_in(language, &["followups", "--ics"]).out;
        let tasks = tasks(&calendar);
        assert!(!tasks.is_empty(), "{calendar}");
        let says = |task: &Todo| task.get_description().unwrap_or_default().contains(words);
        assert!(tasks.iter().all(says), "{calendar}");
    }
}

#[test]
fn two_meetings_of_one_title_and_day_do_not_share_a_task() {
    let archive = archive();
    let first = archive.sessions().join("2021-03-01-First-exchange.toml");
    fs::copy(
        first,
        archive.sessions().join("2021-03-01-First-exchange-2.toml"),
    )
    .expect("the folder can be written");
    let tasks = tasks(&archive.run(&["followups", "--ics"]).out);
    let mut identifiers: Vec<_> = tasks.iter().filter_map(Component::get_uid).collect();
    identifiers.sort_unstable();
    identifiers.dedup();
    assert_eq!(identifiers.len(), tasks.len());
}

#[test]
fn follow_ups_go_into_a_file_that_only_they_replace() {
    let archive = three_years();
    let own = archive.sessions().join("open.ics");
    let path = own.to_string_lossy();
    let to_file = ["followups", "--ics", "--output", &path];
    let said = archive.run(&to_file);
    assert!(
        said.code == Some(0) && said.out.is_empty(),
        "{}{}",
        said.out,
        said.told
    );
    assert!(said.told.contains("open.ics"), "{}", said.told);
    assert_eq!(
        archive.run(&to_file).code,
        Some(0),
        "it is as it was written"
    );
    fs::write(&own, "BEGIN:VCALENDAR of somebody else").expect("the folder can be written");
    let said = archive.run(&to_file);
    assert!(
        said.code == Some(1) && said.told.contains("open.ics"),
        "{}",
        said.told
    );
    let kept = fs::read_to_string(&own).expect("it is there");
    assert_eq!(kept, "BEGIN:VCALENDAR of somebody else");
    let said = archive.run(&["followups", "--ics", "--output", "-"]);
    assert!(said.out.starts_with("BEGIN:VCALENDAR\r\n"), "{}", said.out);
    let both = archive.run(&["followups", "--ics", "--json"]);
    assert!(
        both.code == Some(2) && both.told.contains("--json"),
        "{}",
        both.told
    );
    let nothing = Archive::new().run(&["followups", "--ics"]);
    assert!(
        nothing.code == Some(1) && nothing.out.is_empty(),
        "{}",
        nothing.out
    );
    assert!(nothing.told.contains("Nothing is open"), "{}", nothing.told);
}

/// A folder of so many sessions, each on a day of its own, with one that cannot be read among them.
fn many(count: usize) -> Archive {
    let archive = archive();
    let first = archive.sessions().join("2021-03-01-First-exchange.toml");
    let text = fs::read_to_string(&first).expect("it is there");
    for number in 2..=count {
        let path = archive.sessions().join(format!("copy-{number:03}.toml"));
        let line = "date = \"2021-03-01\"";
        let day = format!(
            "date = \"20{}-{:02}-01\"",
            21 + number / 12,
            number % 12 + 1
        );
        assert!(text.contains(line), "{text}");
        fs::write(path, text.replacen(line, &day, 1)).expect("the folder can be written");
    }
    let damaged = archive.sessions().join("copy-050.toml");
    let torn = fs::read_to_string(&damaged).expect("it is there");
    fs::write(&damaged, &torn[..torn.len() / 2]).expect("the folder can be written");
    archive
}

#[test]
fn many_sessions_are_met_one_after_the_other_in_order_and_progress_is_told() {
    let archive = many(150);
    let (mut visits, mut told) = (0, Vec::new());
    let history = History::unless(
        &archive.sessions(),
        Only::default(),
        |_, _| visits += 1,
        |progress| {
            told.push(progress);
            ControlFlow::<()>::Continue(())
        },
    );
    let ControlFlow::Continue(history) = history else {
        panic!("nobody broke off")
    };
    assert_eq!(
        (visits, history.sessions.len(), history.unread.len()),
        (149, 149, 1)
    );
    let listed = tribune::archive::list(&archive.sessions());
    let stems: Vec<&str> = listed
        .iter()
        .map(|listed| listed.stem.as_str())
        .filter(|stem| *stem != "copy-050")
        .collect();
    let met: Vec<&str> = history
        .sessions
        .iter()
        .map(|held| held.stem.as_str())
        .collect();
    assert_eq!(met, stems);
    assert!(told.is_sorted_by(|a, b| a.read < b.read), "{told:?}");
    assert_eq!((told[0].read, told[0].of), (0, 150));
    assert_eq!(told.last().map(|last| last.read), Some(150));
}

#[test]
fn a_history_that_is_broken_off_is_none_and_reads_little_more() {
    let archive = many(150);
    let mut visits = 0;
    let history = History::unless(
        &archive.sessions(),
        Only::default(),
        |_, _| visits += 1,
        |progress| {
            if progress.read == 0 {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(progress.read)
            }
        },
    );
    let ControlFlow::Break(read) = history else {
        panic!("it was broken off")
    };
    // One of the first is damaged.
    assert_eq!(visits + 1, read);
    assert!(read < 150, "{read} read");
}
