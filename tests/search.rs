//! Looking through the archive with the real program: meetings are held, and what was said in them is found again.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const AGENDA: &str = r#"
title = { en = "Exchange of YEAR", zh = "YEAR年交流会" }
series = "exchange"
date = YEAR-03-01
language = "LANGUAGE"
rule = { quorum = "none" }
themes = [{ name = { en = "youth", zh = "青年" } }]
[unit.north]
name = { en = "North College", zh = "北方学院" }
short = { en = "North", zh = "北院" }
[person.ada]
name = { en = "Wang Yu", zh = "王宇" }
unit = "north"
[[item]]
title = { en = "Ideas", zh = "建议" }
[[item]]
title = { en = "Personnel", zh = "人事" }
closed = true
"#;

const SCRIPT: &[&str] = &[
    "[YEAR-03-01T09:00:00+08:00] :present ada",
    ":open",
    ":floor ada",
    "A summer camp for twenty students on the ＬＡＫＥ #youth",
    "offer: 提供二十名留学生名额 #青年",
    "A camp in the mountains",
    ":strike C3",
    ":action North College: book the camp by YEAR-05-01",
    ":item 2",
    "remark: The camp needs a director",
    ":adjourn really",
];

/// A folder in which that meeting was held in two years: in English, then in Chinese.
fn archive() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for (year, language) in [("2023", "en"), ("2024", "zh-CN")] {
        let path = |name: &str| folder.path().join(name);
        let filled = |text: &str| text.replace("YEAR", year).replace("LANGUAGE", language);
        fs::write(path("agenda.toml"), filled(AGENDA)).expect("it can be written");
        fs::write(path("script"), filled(&SCRIPT.join("\n"))).expect("it can be written");
        let mut run = tribune(folder.path());
        let run = run.arg("run").arg(path("agenda.toml"));
        let out = run.arg("--script").arg(path("script")).output();
        let out = out.expect("the program runs");
        assert!(out.status.success(), "{out:?}");
    }
    folder
}

fn tribune(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tribune"));
    command.arg("--sessions").arg(folder.join("sessions"));
    command.args(["--lang", "en"]);
    command
}

fn search(folder: &Path, arguments: &[&str]) -> Output {
    let out = tribune(folder).arg("search").args(arguments).output();
    out.expect("the program runs")
}

fn lines(folder: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let out = search(folder, arguments);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&out.stdout), text(&out.stderr), out.status.code())
}

/// The sessions' years and the ids of what is found.
fn ids(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let out = search(folder, &[arguments, &["--json"]].concat());
    let document: Value = serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{out:?}"));
    let hits = document["hits"].as_array().expect("a list of hits");
    assert_eq!(document["counts"]["hits"], hits.len());
    let id = |hit: &Value| {
        let text = |key: &str| hit[key].as_str().unwrap_or("-").to_owned();
        format!("{} {}", &text("date")[..4], text("id"))
    };
    hits.iter().map(id).collect()
}

#[test]
fn what_was_said_is_found_newest_session_first_with_counts() {
    let archive = archive();
    let (found, told, code) = lines(archive.path(), &["Lake", "camp"]);
    assert_eq!(code, Some(0), "{told}");
    let expected = "\
2024-03-01  2024年交流会  2024-03-01-2024年交流会
  C1  北院, 王宇  suggestion  open  A summer camp for twenty students on the ＬＡＫＥ  #青年
  M1  北方学院    matter      open  A summer camp for twenty students on the ＬＡＫＥ

2023-03-01  Exchange of 2023  2023-03-01-Exchange-of-2023
  C1  North, Wang Yu  suggestion  open  A summer camp for twenty students on the ＬＡＫＥ  #youth
";
    assert_eq!(found, expected);
    assert_eq!(told, "3 hits in 2 of 2 sessions.\n");
}

#[test]
fn struck_lines_are_left_out_and_closed_items_are_looked_through() {
    let archive = archive();
    assert!(ids(archive.path(), &["mountains"]).is_empty());
    assert_eq!(ids(archive.path(), &["director"]), ["2024 C4", "2023 C4"]);
}

#[test]
fn filters_narrow_and_go_together_with_words_or_alone() {
    let archive = archive();
    let ids = |arguments: &[&str]| ids(archive.path(), arguments);
    assert_eq!(ids(&["留学生"]), ["2024 C2", "2024 M2", "2023 C2"]);
    assert_eq!(ids(&["留学生", "--since", "2024"]), ["2024 C2", "2024 M2"]);
    assert_eq!(ids(&["留学生", "--until", "2023-03"]), ["2023 C2"]);
    assert_eq!(ids(&["--kind", "offer"]), ids(&["--kind", "资源"]));
    assert_eq!(
        ids(&["--kind", "action", "--status", "open"]),
        ["2024 A1", "2023 A1"]
    );
    assert_eq!(ids(&["--theme", "青年"]), ids(&["--theme", "Youth"]));
    assert_eq!(ids(&["camp", "--unit", "北方学院"]).len(), 6);
    assert_eq!(ids(&["camp", "--unit", "bfxy"]).len(), 6);
    assert_eq!(
        ids(&["camp", "--person", "wangyu", "--since", "2024"]),
        ["2024 C1"]
    );
    assert_eq!(
        ids(&["camp", "--series", "exch", "--kind", "decision"]),
        [] as [&str; 0]
    );
    assert_eq!(
        ids(&["\"twenty students\" -", "--kind", "suggestion"]),
        [] as [&str; 0]
    );
    assert_eq!(
        ids(&["\"twenty students\"", "--kind", "suggestion"]),
        ["2024 C1", "2023 C1"]
    );
}

#[test]
fn a_hit_of_the_document_has_every_key() {
    let archive = archive();
    let out = search(archive.path(), &["留学生", "--until", "2023", "--json"]);
    let document: Value = serde_json::from_slice(&out.stdout).expect("it is JSON");
    let expected = serde_json::json!({
        "hits": [{
            "session": "2023-03-01-Exchange-of-2023", "title": "Exchange of 2023", "date": "2023-03-01",
            "series": "exchange", "list": "contributions", "id": "C2", "item": 1,
            "unit": "north", "units": ["north"], "unit_name": "North College",
            "person": "ada", "person_name": "Wang Yu", "owner": null,
            "kind": "offer", "status": "open", "themes": ["youth"],
            "text": "提供二十名留学生名额", "more": null,
            "later": null, "later_text": null, "later_at": null, "later_author": null,
        }],
        "counts": {"hits": 1, "having": 1, "sessions": 2},
        "unreadable": [],
    });
    assert_eq!(document, expected);
}

fn answer(folder: &Path, arguments: &[&str]) {
    let out = tribune(folder)
        .arg("answer")
        .args(arguments)
        .env("USER", "li")
        .output();
    let out = out.expect("the program runs");
    assert!(out.status.success(), "{out:?}");
}

#[test]
fn what_was_answered_afterwards_stands_so_and_is_found_by_the_words_of_the_answer() {
    let archive = archive();
    answer(
        archive.path(),
        &["Exchange-of-2023", "C1", "adopted", "forty places in July"],
    );
    answer(archive.path(), &["Exchange-of-2023", "A1", "done"]);
    let ids = |arguments: &[&str]| ids(archive.path(), arguments);
    // The matter that the camp was in 2024 was answered after that meeting too.
    let camp = ["2024 M1", "2023 C1"];
    assert_eq!(ids(&["--status", "adopted"]), camp);
    assert_eq!(ids(&["July", "places"]), camp);
    assert_eq!(ids(&["forty", "lake"]), camp);
    assert_eq!(ids(&["July", "--until", "2023"]), ["2023 C1"]);
    assert!(ids(&["July", "director"]).is_empty());
    assert_eq!(
        ids(&["--status", "open", "--kind", "suggestion"]),
        ["2024 C1"]
    );
    assert_eq!(ids(&["--status", "open", "--kind", "action"]), ["2024 A1"]);
    assert_eq!(ids(&["--status", "done", "--kind", "action"]), ["2023 A1"]);
    let (found, _, _) = lines(
        archive.path(),
        &["camp", "--until", "2023", "--kind", "suggestion"],
    );
    assert!(
        found.contains("suggestion  adopted  A summer camp"),
        "{found}"
    );
    assert!(
        found.contains(": adopted — forty places in July  #youth"),
        "{found}"
    );
    let out = search(archive.path(), &["July", "--until", "2023", "--json"]);
    let document: Value = serde_json::from_slice(&out.stdout).expect("it is JSON");
    let hit = &document["hits"][0];
    assert_eq!(
        (&hit["status"], &hit["later"]),
        (&"open".into(), &"adopted".into())
    );
    assert_eq!(hit["later_text"], "forty places in July");
    assert_eq!(hit["later_author"], "li");
    assert!(
        hit["later_at"].as_str().is_some_and(|at| at.contains('T')),
        "{hit}"
    );
}

#[test]
fn a_file_that_was_written_into_has_its_later_answers_too() {
    let archive = archive();
    answer(
        archive.path(),
        &["Exchange-of-2023", "C1", "adopted", "forty places in July"],
    );
    let before = ids(archive.path(), &["July"]);
    for name in [
        "2023-03-01-Exchange-of-2023.toml",
        "2024-03-01-2024年交流会.toml",
    ] {
        let path = archive.path().join("sessions").join(name);
        let text = fs::read_to_string(&path).expect("it is there");
        let noted = text.replacen("\nunits = ", "\n# a note\nunits = ", 1);
        assert_ne!(noted, text);
        fs::write(&path, noted).expect("it can be written");
    }
    assert_eq!(ids(archive.path(), &["July"]), before);
    assert_eq!(ids(archive.path(), &["--status", "adopted"]), before);
}

#[test]
fn an_item_and_a_decision_stay_what_they_were_beside_a_later_answer() {
    let archive = archive();
    let before = ids(
        archive.path(),
        &["--kind", "item", "--status", "interrupted"],
    );
    assert!(before.contains(&"2023 1".to_owned()), "{before:?}");
    answer(
        archive.path(),
        &["Exchange-of-2023", "1", "done", "by letter"],
    );
    let after = ids(
        archive.path(),
        &["--kind", "item", "--status", "interrupted"],
    );
    assert_eq!(after, before);
    assert_eq!(
        ids(archive.path(), &["--kind", "item", "--status", "done"]),
        ["2023 1"]
    );
    let (found, _, _) = lines(archive.path(), &["letter"]);
    assert!(found.contains("done — by letter"), "{found}");
}

#[test]
fn what_is_wrong_with_the_ledger_is_told_and_what_can_be_read_of_it_holds() {
    let archive = archive();
    answer(archive.path(), &["Exchange-of-2023", "C1", "adopted"]);
    let path = archive.path().join("sessions/followups.jsonl");
    let whole = fs::read_to_string(&path).expect("it is there");
    fs::write(&path, format!("{whole}{{\"session\":")).expect("it can be written");
    let (found, told, code) = lines(archive.path(), &["--status", "adopted", "--until", "2023"]);
    assert!(code == Some(0) && found.contains("C1"), "{found}{told}");
    assert!(told.contains("was never finished"), "{told}");
}

#[test]
fn a_damaged_file_is_told_with_the_reason_and_the_rest_is_served() {
    let archive = archive();
    let sessions = archive.path().join("sessions");
    let whole = fs::read(sessions.join("2023-03-01-Exchange-of-2023.toml")).expect("it is there");
    fs::write(
        sessions.join("2022-01-01-torn.toml"),
        &whole[..whole.len() / 2],
    )
    .expect("it can be written");
    fs::write(sessions.join("Cargo.toml"), "[package]\nname = \"lake\"\n")
        .expect("it can be written");
    let (found, told, code) = lines(archive.path(), &["lake"]);
    assert_eq!(code, Some(0));
    assert_eq!(found.matches("C1").count(), 2);
    assert!(
        told.contains("2022-01-01-torn.toml was not looked through: The journal"),
        "{told}"
    );
    assert!(
        told.contains("Cargo.toml was not looked through: This is no session file"),
        "{told}"
    );
    assert!(told.ends_with("3 hits in 2 of 2 sessions.\n"), "{told}");
    let out = search(archive.path(), &["lake", "--json"]);
    let document: Value = serde_json::from_slice(&out.stdout).expect("it is JSON");
    assert_eq!(document["unreadable"].as_array().map(Vec::len), Some(2));
}

#[test]
fn nothing_found_ends_with_one_and_a_question_without_sense_with_two() {
    let archive = archive();
    let (found, told, code) = lines(archive.path(), &["hydroponics"]);
    assert_eq!((found.as_str(), code), ("", Some(1)));
    assert_eq!(told, "Nothing was found in 2 sessions.\n");
    for (arguments, said) in [
        (&[][..], "Say what to look for"),
        (
            &["--kind", "wish"],
            "There is no kind “wish”. Known: contribution, suggestion",
        ),
        (&["--status", "lost"], "There is no status “lost”"),
        (&["x", "--since", "yesterday"], "“yesterday” is no date"),
    ] {
        let (found, told, code) = lines(archive.path(), arguments);
        assert_eq!((found.as_str(), code), ("", Some(2)), "{arguments:?}");
        assert!(told.contains(said), "{told}");
    }
    let empty = tempfile::tempdir().expect("a temporary folder can be made");
    let (_, told, code) = lines(empty.path(), &["x"]);
    assert_eq!(
        (told.as_str(), code),
        (
            "Nothing was found in this folder: it has no session yet.\n",
            Some(1)
        )
    );
}
