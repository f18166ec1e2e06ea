//! The next agenda, with the real program: what is carried over, that it is in order, and that it runs.

use serde_json::Value;

use crate::support::archive::Archive;

const FIRST: &str = r#"
title = "Council"
series = "council"
organisation = "Friendship Association"
date = 2021-03-01
start = "14:30"
language = "en"
chair = "wang"
rule = { base = "present", need = "2/3", strict = false, quorum = "none" }
themes = ["youth", { name = { en = "culture", zh = "文化" }, also = ["arts"] }]
[unit.north]
name = "North College"
group = "members"
[unit.south]
name = "South Museum"
[person.wang]
name = "Wang"
[person.ada]
name = "Ada"
office = "Director"
unit = "north"
group = "members"
[person.bo]
name = "Bo"
unit = "south"
votes = false
[[item]]
title = "Opening"
kind = "opening"
[[item]]
title = "Ideas"
kind = "round"
time = "45m"
each = "5m"
speakers = ["@members", { who = "bo", time = "90s" }]
[[item]]
title = "Budget"
kind = "motion"
text = "The budget stands as it is."
[[item]]
title = "Report of the treasurer"
kind = "report"
recurring = true
[[item]]
title = "Premises"
[[item]]
title = "Election of the vice-president"
kind = "election"
seats = 1
candidates = ["ada"]
[[item]]
title = "Closing"
kind = "closing"
"#;

/// Two items are put off, five suggestions stay open.
const SCRIPT: &[&str] = &[
    "[2021-03-01T14:30:00+08:00] :present wang, ada, bo",
    ":open",
    ":item next",
    ":floor ada",
    "A youth camp #youth",
    "A choir #arts",
    "A second choir #arts",
    ":floor bo",
    "offer: A ship on the lake",
    "question: Who \"sails\" it? \\ [person.x]",
    ":defer 3",
    ":item next",
    ":defer 5",
    ":item next",
    ":ballot",
    ":slate 2 for",
    ":result",
    ":enrol \"Li Na\", Curator, south as member",
    ":amend bo title \"Keeper\"",
    ":next meeting 2022-03-07 09:00 \"Dali\"",
    ":item next",
    ":adjourn really",
];

fn council() -> Archive {
    let archive = Archive::new();
    archive.hold(FIRST, SCRIPT);
    archive
}

fn carried(archive: &Archive) -> String {
    let said = archive.run(&["carry", "last"]);
    assert_eq!(said.code, Some(0), "{}", said.told);
    said.out
}

fn of<'v>(list: &'v Value, key: &str) -> Vec<&'v str> {
    let rows = list.as_array().expect("it is a list");
    rows.iter().filter_map(|row| row[key].as_str()).collect()
}

#[test]
fn two_items_put_off_and_five_open_suggestions_are_seven_matters_of_the_meeting_that_is_carried() {
    let archive = council();
    let agenda = carried(&archive);
    let path = archive.file("next.toml", &agenda);
    let checked = archive.run(&["check", &path.to_string_lossy()]);
    assert_eq!(
        checked.code,
        Some(0),
        "{}{}\n{agenda}",
        checked.told,
        checked.out
    );
    assert!(
        !checked.told.contains("next.toml:"),
        "no warning either: {}\n{agenda}",
        checked.told
    );

    archive.hold(
        &agenda,
        &["[2022-03-07T09:00:00+08:00] :open", ":adjourn really"],
    );
    let next = archive.json(&["export", "2022-03-07", "--format", "json"]);
    assert_eq!(
        of(&next["matters"], "origin"),
        ["C1", "C2", "C3", "C4", "C5", "3", "5"]
    );
    assert_eq!(
        of(&next["items"], "title"),
        [
            "Opening",
            "Approval of the minutes of the last meeting",
            "Budget",
            "Premises",
            "Report of the treasurer",
            "Closing"
        ]
    );
    assert_eq!(next["meeting"]["place"], "Dali");
    assert_eq!(
        of(&next["attendance"], "office"),
        ["Election of the vice-president"],
        "Ada was elected"
    );
    assert_eq!(
        of(&next["attendance"], "name"),
        ["Wang", "Ada", "Bo", "Li Na"]
    );
    let votes: Vec<_> = next["attendance"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["votes"] == true)
        .collect();
    assert_eq!(votes, [true, true, false, true]);
}

#[test]
fn every_part_says_where_it_comes_from() {
    let agenda = carried(&council());
    for words in [
        "# Moved from item 3 of 2021-03-01-Council, where it was deferred",
        "# Repeated from item 4 of 2021-03-01-Council, which is marked as recurring.",
        "# New: the minutes of 2021-03-01-Council are to be approved.",
        "documents = [\"last\"]",
        "# Enrolled during 2021-03-01-Council:",
        "# Amended during 2021-03-01-Council: title was nothing",
        "# Elected in 2021-03-01-Council: Election of the vice-president",
        "# The office before: Director",
        "# M1: C1 of 2021-03-01-Council, North College: A youth camp",
        "# M6: 3 of 2021-03-01-Council: Budget",
        "date = 2022-03-07",
        "start = \"09:00\"",
        "text  = \"The budget stands as it is.\"",
        "rule = { base = \"present\", need = \"2/3\", strict = false, quorum = \"none\" }",
    ] {
        assert!(agenda.contains(words), "{words} in\n{agenda}");
    }
    let (arts, youth) = (agenda.find("also = [\"arts\"]"), agenda.find("\"youth\","));
    assert!(
        arts.is_some() && arts < youth,
        "two about arts, one about youth:\n{agenda}"
    );
}

#[test]
fn an_item_that_moved_is_settled_when_the_next_meeting_closes_it_and_moves_on_when_it_does_not() {
    let archive = council();
    archive.hold(
        &carried(&archive),
        &[
            "[2022-03-07T09:00:00+08:00] :open",
            ":item 3",
            ":defer 3",
            ":item 4",
            ":close",
            ":adjourn really",
        ],
    );
    let agenda = carried(&archive);
    assert!(
        agenda.contains("# Moved from item 3 of 2022-03-07-Council"),
        "{agenda}"
    );
    assert!(!agenda.contains("Premises"), "it was dealt with:\n{agenda}");
    let both = archive.run(&["carry", "2021-03-01", "2022-03-07"]).out;
    let items = |title: &str| {
        let titled = |line: &&str| line.starts_with("title") && line.ends_with(title);
        both.lines().filter(titled).count()
    };
    assert_eq!(
        (items("\"Budget\""), items("\"Premises\"")),
        (1, 0),
        "{both}"
    );
    let open = archive.run(&["followups"]).out;
    assert_eq!(
        open.matches("Budget").count(),
        1,
        "it waits once, since the first: {open}"
    );
    let answered = archive.run(&["answer", "2022-03-07", "3", "declined", "no money"]);
    assert_eq!(answered.code, Some(0), "{}", answered.told);
    assert!(!archive.run(&["followups"]).out.contains("Budget"));
    assert!(!carried(&archive).contains("Budget"));
}

/// A board whose second meeting puts off the minutes of the first.
fn minutes_put_off(recurring: &str) -> Archive {
    let archive = Archive::new();
    let board = |day: &str| {
        format!(
            "title = \"Board\"\nseries = \"board\"\ndate = {day}\nlanguage = \"en\"\nrule = {{ quorum = \"none\" }}\n\
             [person.ada]\nname = \"Ada\"\n[[item]]\ntitle = \"Minutes of the last meeting\"\nkind = \"approval\"\n\
             documents = [\"last\"]\n{recurring}"
        )
    };
    let opened = |day: &str| format!("[{day}T09:00:00+08:00] :present ada");
    let first = opened("2021-03-01");
    archive.hold(
        &board("2021-03-01"),
        &[&first, ":open", ":skip 1 none", ":adjourn really"],
    );
    let second = opened("2022-03-01");
    let put_off = [
        &second,
        ":open",
        ":defer 1",
        ":next meeting 2023-03-01",
        ":adjourn really",
    ];
    archive.hold(&board("2022-03-01"), &put_off);
    archive
}

#[test]
fn minutes_that_were_put_off_stay_those_minutes_when_the_item_moves() {
    for recurring in ["", "recurring = true\n"] {
        let archive = minutes_put_off(recurring);
        let state = |session: &str| {
            let document = archive.json(&["export", session, "--format", "json"]);
            document["meeting"]["state"]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        };
        let agenda = carried(&archive);
        for document in ["2021-03-01-Board", "last"] {
            let line = format!("documents = [\"{document}\"]");
            assert_eq!(agenda.matches(&line).count(), 1, "{line}:\n{agenda}");
        }
        assert_eq!(
            agenda.matches("recurring = true").count(),
            recurring.lines().count()
        );
        let (moved, new) = (agenda.find("\"2021-03-01-Board\""), agenda.find("\"last\""));
        let number = if moved < new { 1 } else { 2 };
        archive.hold(
            &agenda,
            &[
                "[2023-03-01T09:00:00+08:00] :present ada",
                ":open",
                &format!(":item {number}"),
                ":close adopted",
                ":adjourn really",
            ],
        );
        assert_eq!(state("2021-03-01-Board"), "approved", "{agenda}");
        assert_eq!(state("2022-03-01-Board"), "draft", "nobody approved those");
    }
}

#[test]
fn the_agenda_speaks_the_language_of_the_record() {
    let archive = Archive::new();
    archive.hold(
        "title = \"理事会\"\ndate = 2021-03-01\nitems = [\"交流\", \"经费\"]\nrule = { quorum = \"none\" }\n",
        &[
            "[2021-03-01T09:00:00+08:00] :open",
            "甲\u{2028}乙",
            ":defer 2",
            ":adjourn really",
        ],
    );
    let agenda = carried(&archive);
    assert!(
        agenda.contains("# 移来：2021-03-01-理事会 第2项"),
        "{agenda}"
    );
    assert!(agenda.contains("不属于任何系列"), "{agenda}");
    let path = archive.file("next.toml", &agenda);
    let checked = archive.run(&["check", &path.to_string_lossy()]);
    assert_eq!(checked.code, Some(0), "{}\n{agenda}", checked.told);
    let unknown = archive.run(&["carry", "nothing"]);
    assert!(
        unknown.code == Some(1) && unknown.out.is_empty(),
        "{}",
        unknown.told
    );
}

#[test]
fn the_shipped_sessions_carry_an_agenda_that_is_in_order() {
    let archive = Archive::new();
    for name in [
        "2022-08-05-First-council-meeting.toml",
        "2023-12-29-Work-exchange-meeting-of-the-directors.toml",
    ] {
        let path = format!("{}/sessions/{name}", env!("CARGO_MANIFEST_DIR"));
        let said = archive.run(&["carry", &path]);
        assert_eq!(said.code, Some(0), "{}", said.told);
        let next = archive.file("next.toml", &said.out);
        let checked = archive.run(&["check", &next.to_string_lossy()]);
        assert_eq!(checked.code, Some(0), "{}\n{}", checked.told, said.out);
    }
}
