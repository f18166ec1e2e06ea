//! The shipped series of three yearly sessions, seen from each end with the real program: what was suggested in the first year, carried in
//! the second and adopted in the third. `UPDATE=1 cargo test three_years` writes the sessions and their ledger anew.

use std::fs;

use serde_json::Value;
use tribune::session_file;

use crate::support::archive::{Archive, Said};
use crate::support::years::{self, YEARS};

const LEDGER: &str = "followups.jsonl";
/// The three of them, as the command line names them.
const FIRST: &str = "2023-04-14";
const SECOND: &str = "2024-04-19";
const THIRD: &str = "2025-04-18";

#[test]
fn the_shipped_series_is_what_its_agendas_and_scripts_leave() {
    let made = tempfile::tempdir().expect("a temporary folder can be made");
    years::make(made.path());
    for name in YEARS.map(|(_, stem)| format!("{stem}.toml")) {
        let fresh = fs::read_to_string(made.path().join(&name)).expect("it was made");
        let stored = shipped(&name, &fresh);
        let read = session_file::read(stored.as_bytes()).expect("it is whole");
        assert!(read.changes.is_empty(), "{name}: {:?}", read.changes);
        let differences = session_file::differences(&stored, &fresh);
        let place = differences.first();
        assert!(
            place.is_none(),
            "{name}: differs at {place:?}; UPDATE=1 cargo test three_years writes it anew"
        );
    }
    let fresh = fs::read_to_string(made.path().join(LEDGER)).expect("it was made");
    assert_eq!(
        shipped(LEDGER, &fresh),
        fresh,
        "UPDATE=1 cargo test three_years writes it anew"
    );
}

/// What is shipped under that name, which is written anew where it is asked for.
fn shipped(name: &str, fresh: &str) -> String {
    let path = years::shipped().join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, fresh).expect("sessions can be written");
    }
    fs::read_to_string(&path).unwrap_or_default()
}

#[test]
fn a_unit_sees_what_became_of_its_suggestion_in_three_years() {
    let dossier = out(&["show", "--unit", "Stone Lake"]);
    tells_in_order(
        &dossier,
        &[
            "One library card for the whole valley",
            "jointly with Three Springs County Library",
            "carried in 2024-04-19-图书馆春季会议: 联合目录建成后再议",
            "adopted in 2025-04-18-Spring-meeting-of-the-libraries",
            "Who pays the postage",
            "later, 2023-09-05 by Yu Fei",
            "Bai Rong, Director: present",
            "Luo Sui, Head of Lending: present",
        ],
    );
    let renamed = chinese(&["show", "--unit", "师大"]);
    tells_in_order(
        &renamed,
        &[
            "曾用名：青江师范学院图书馆",
            "2024-04-19-图书馆春季会议 已采纳",
        ],
    );
    let gone = out(&["show", "--unit", "Railway Library"]);
    assert!(gone.contains("4,000 volumes went to Stone Lake"), "{gone}");
}

#[test]
fn the_papers_of_the_first_year_say_what_the_later_ones_answered() {
    let letter = [
        "export",
        FIRST,
        "--format",
        "md",
        "--document",
        "letter",
        "--unit",
        "Stone Lake",
    ];
    let letter = out(&letter);
    tells_in_order(
        &letter,
        &[
            "One library card for the whole valley",
            "Later, in 2025-04-18-Spring-meeting-of-the-libraries: adopted",
            "Later, 2023-09-05: answered — the borrowing library pays",
            "Everything here is invented",
        ],
    );
    let minutes = out(&["export", FIRST, "--format", "md"]);
    tells_in_order(
        &minutes,
        &[
            "Everything here is invented",
            "Keep all libraries open until ten at night",
            "Later, in 2024-04-19-图书馆春季会议: declined — 三个县馆夜间只有一人值班",
            "outcome: deferred; Later, in 2024-04-19-图书馆春季会议: adopted — 见第6项",
            "approved on 2024-04-19 by the meeting 2024-04-19-图书馆春季会议",
        ],
    );
    let document = json(&["export", FIRST, "--format", "json"]);
    let [card, postage] = ["C21", "C22"].map(|id| row(&document["contributions"], id));
    assert_eq!(
        (&card["status"], &card["later"], &card["later_author"]),
        (&"open".into(), &"adopted".into(), &Value::Null),
        "the record itself is as it was"
    );
    assert_eq!(
        card["later_session"],
        "2025-04-18-Spring-meeting-of-the-libraries"
    );
    assert_eq!(
        (&postage["later"], &postage["later_session"]),
        (&"answered".into(), &Value::Null)
    );
}

#[test]
fn the_papers_of_the_third_year_say_where_the_card_came_from() {
    let minutes = out(&["export", THIRD, "--format", "md"]);
    tells_in_order(
        &minutes,
        &[
            "## Matters arising",
            "One library card for the whole valley (Stone Lake County Library; 2023-04-14-Spring-meeting-of-the-libraries C21)",
            "Adopted: see item 7",
            "一卡通先从互借已经跑顺的五馆做起，不等所有的馆 (Stone Lake County Library; 2024-04-19-图书馆春季会议 C5)",
            "## 7\\. One library card for the whole valley",
            "carried — needed 8 of 11 votes, had 10",
        ],
    );
    let document = json(&["export", THIRD, "--format", "json"]);
    let card = row(&document["matters"], "M4");
    assert_eq!(
        (&card["session"], &card["origin"]),
        (
            &"2023-04-14-Spring-meeting-of-the-libraries".into(),
            &"C21".into()
        )
    );
}

#[test]
fn the_year_between_shows_both_ends_in_its_own_language() {
    let minutes = chinese(&["export", SECOND, "--format", "md"]);
    tells_in_order(
        &minutes,
        &[
            "此处全部内容均为虚构",
            "One library card for the whole valley（石湖县图书馆；2023-04-14-Spring-meeting-of-the-libraries C21）",
            "转下次会议：联合目录建成后再议",
            "会后，2025-04-18-Spring-meeting-of-the-libraries：已采纳",
            "购置第二辆流动书车（2023-04-14-Spring-meeting-of-the-libraries 5）",
            "当选：贺敏",
            "结果：推迟；会后，2025-04-18-Spring-meeting-of-the-libraries：已采纳",
        ],
    );
}

#[test]
fn what_is_late_since_the_first_year_is_still_asked_for() {
    let series = ["followups", "--series", "green-river-libraries"];
    let open = out(&series);
    tells_in_order(
        &open,
        &[
            "Cloudbridge City Library",
            "A3    Draft a plan for keeping the old books",
            "since 2023-12-31",
            "carried in 2025-04-18-Spring-meeting-of-the-libraries: the costs are",
            "One limit of ten books",
            "review",
        ],
    );
    for settled in ["One library card", "postage", "ten at night", "私人阅览室"] {
        assert!(!open.contains(settled), "{settled} in {open}");
    }
    let listed = json(&[&series[..], &["--json"]].concat());
    let first = listed["followups"].as_array().map(Vec::len);
    assert!(first.is_some_and(|count| count > 10), "{listed}");
}

#[test]
fn the_card_is_found_in_every_year_and_in_both_languages() {
    let hits = out(&[
        "search",
        "library card",
        "--series",
        "green-river-libraries",
    ]);
    tells_in_order(&hits, &[THIRD, SECOND, FIRST]);
    let hits = chinese(&["search", "一卡通"]);
    tells_in_order(&hits, &["M7", "C5"]);
}

#[test]
fn the_fourth_spring_begins_with_what_the_third_left() {
    let archive = Archive::shipped();
    let agenda = ran(archive.run(&["carry", THIRD]));
    let path = archive.file("fourth.toml", &agenda);
    let checked = archive.run(&["check", &path.to_string_lossy()]);
    assert_eq!(checked.code, Some(0), "{}\n{agenda}", checked.told);
    assert!(!checked.told.contains("fourth.toml:"), "{}", checked.told);
    tells_in_order(
        &agenda,
        &[
            "date = 2026-04-17",
            "C19 of 2023-04-14-Spring-meeting-of-the-libraries",
            "A3 of 2023-04-14-Spring-meeting-of-the-libraries",
            "D6 of 2025-04-18-Spring-meeting-of-the-libraries",
            "documents = [\"last\"]",
        ],
    );
    archive.hold(
        &agenda,
        &[
            "[2026-04-17T09:00:00+08:00] :open",
            ":answer M2 done the plan is here",
            ":adjourn really",
        ],
    );
    let plan = ran(archive.run(&["export", FIRST, "--format", "md"]));
    assert!(
        plan.contains(
            "Later, in 2026-04-17-Spring-meeting-of-the-libraries: done — the plan is here"
        ),
        "{plan}"
    );
}

fn out(arguments: &[&str]) -> String {
    ran(Archive::shipped().run(arguments))
}

fn chinese(arguments: &[&str]) -> String {
    ran(Archive::shipped().run_in("zh-CN", arguments))
}

fn json(arguments: &[&str]) -> Value {
    Archive::shipped().json(arguments)
}

fn ran(said: Said) -> String {
    assert_eq!(said.code, Some(0), "{}", said.told);
    said.out
}

/// The row of that id in a list.
fn row<'v>(list: &'v Value, id: &str) -> &'v Value {
    let mut rows = list.as_array().into_iter().flatten();
    rows.find(|row| row["id"] == id)
        .unwrap_or_else(|| panic!("{id} in {list}"))
}

/// Asserts that a text says all of this, one after the other.
fn tells_in_order(text: &str, words: &[&str]) {
    let mut rest = text;
    for words in words {
        let at = rest.find(words);
        let at = at.unwrap_or_else(|| panic!("no {words}, or not in its place, in\n{text}"));
        rest = &rest[at + words.len()..];
    }
}
