//! What becomes of things after their meeting, with the real program: later answers, what is still open, what arises next time.

use std::fs;

use crate::support::archive::Archive;

const FIRST: &str = r#"
title = "First exchange"
series = "exchange"
date = 2024-03-01
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
    "[2024-03-01T09:00:00+08:00] :present ada, bo",
    ":open",
    ":floor ada",
    "A youth camp #youth",
    ":floor bo",
    "offer: A ship on the lake",
    "question: Who sails it?",
    "A line too many",
    ":merge C2 C3",
    ":strike C4 said twice",
    ":action North College: ask for tents by 2024-05-01",
    ":decide adopted Tuesdays as the day review 2024-06-01",
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
    let session = archive.sessions().join("2024-03-01-First-exchange.toml");
    let sealed = fs::read(&session).expect("it is there");

    let said = archive.run(&["answer", "First", "c1", "adopted", "forty", "places"]);
    assert_eq!(said.code, Some(0), "{}", said.told);
    assert!(
        said.told
            .contains("C1 of 2024-03-01-First-exchange: A youth camp"),
        "{}",
        said.told
    );
    assert!(
        said.told.contains("adopted – forty places"),
        "{}",
        said.told
    );
    let said = archive.run_in("zh-CN", &["answer", "last", "A1", "完成", "--by", "王宇"]);
    assert_eq!(said.code, Some(0), "{}", said.told);

    assert_eq!(fs::read(&session).expect("it is there"), sealed);
    assert_eq!(archive.run(&["verify", "last"]).code, Some(0));
    let shown = archive.run(&["show", "last"]).out;
    assert!(shown.contains("adopted – forty places"), "{shown}");
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
        letter.out.contains("adopted – forty places"),
        "{}{}",
        letter.out,
        letter.told
    );
    let table = archive.run(&["export", "last", "--format", "csv"]).out;
    assert!(table.contains("forty places"), "{table}");
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
    let unfinished = archive.run(&["answer", "last", "2", "done"]);
    assert_eq!(unfinished.code, Some(0), "{}", unfinished.told);
}
