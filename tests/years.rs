//! A series over the years: its figures against a series that was counted by hand, and the document that shows them.

use std::fs;

use tribune::agenda::ContributionKind;
use tribune::archive::{Course, Reach, Roll, Years};
use tribune::locale::Locale;
use tribune::text::{Language, Text};

use crate::support::archive::Archive;

const PEOPLE: &str = r#"
[person.ada]
name = "Ada"
unit = "north"
[person.bo]
name = "Bo"
unit = "south"
[person.cy]
name = "Cy"
[person.di]
name = "Di"
unit = "north"
capacity = "secretary"
[[item]]
title = "Ideas"
[[item]]
title = "In private"
closed = true
"#;

/// A camp (C1) becomes an action, who pays (C2) is asked, a ship (C3) is taken at once, the rain (C4) is a remark, C5 is struck.
const FIRST: &[&str] = &[
    "[2021-03-01T09:00:00+08:00] :present ada, bo",
    ":excused cy",
    ":open",
    "[2021-03-01T09:01:00+08:00] :floor ada",
    "A camp #youth #culture",
    "question: Who pays? #youth",
    "[2021-03-01T09:06:00+08:00] :floor bo",
    "offer: A ship #trade",
    "remark: It rained",
    "A line too many #trade",
    "[2021-03-01T09:08:00+08:00] :done",
    ":strike C5",
    ":answer C3 adopted",
    ":C1 becomes action North College",
    ":adjourn really",
];

/// Who pays is answered. A choir (C1) and a bus (C2) are suggested, the bus becomes an action, a pier (C3) is asked for.
const SECOND: &[&str] = &[
    "[2022-05-01T09:00:00+08:00] :present ada, bo, cy",
    ":represented di by ada",
    ":open",
    ":answer M1 answered The college does",
    "[2022-05-01T09:01:00+08:00] :floor ada",
    "A choir #文化",
    "A bus #Youth",
    "[2022-05-01T09:02:00+08:00] :floor bo",
    "request: A pier #harbour #culture",
    "[2022-05-01T09:02:30+08:00] :done",
    ":C2 becomes action South Museum",
    ":adjourn really",
];

/// Heads are counted, and nothing is said.
const THIRD: &[&str] = &[
    "[2022-09-01T09:00:00+08:00] :open",
    ":count 12 of 20",
    ":adjourn really",
];

/// Tents were found ten days after the first meeting, the choir was declined four days after the second.
const LEDGER: [(&str, &str, &str, &str); 2] = [
    ("2021-03-01-First-exchange", "A1", "done", "2021-03-11"),
    ("2022-05-01-Second-exchange", "C1", "declined", "2022-05-05"),
];

fn agenda(title: &str, day: &str, north: &str, more: &str) -> String {
    format!(
        "title = \"{title}\"\nseries = \"exchange\"\ndate = {day}\nlanguage = \"en\"\nrule = {{ quorum = \"none\" }}\n{more}
         [unit.north]\nname = {{ en = \"North {north}\", zh = \"北方大学\" }}\n[unit.south]\nname = \"South Museum\"\n{PEOPLE}"
    )
}

fn archive() -> Archive {
    const THEMES: &str = "themes = [{ name = { en = \"culture\", zh = \"文化\" } }, { name = { en = \"youth\", zh = \"青年\" } }]";
    let archive = Archive::new();
    archive.hold(
        &agenda("First exchange", "2021-03-01", "College", ""),
        FIRST,
    );
    note(&archive, &LEDGER[..1]);
    archive.hold(
        &agenda("Second exchange", "2022-05-01", "University", THEMES),
        SECOND,
    );
    archive.hold(
        &agenda("Third exchange", "2022-09-01", "University", THEMES),
        THIRD,
    );
    note(&archive, &LEDGER);
    archive
}

/// Writes those answers down, as of those days.
fn note(archive: &Archive, answers: &[(&str, &str, &str, &str)]) {
    let line = |(session, id, status, day): &(&str, &str, &str, &str)| {
        format!(
            "{{\"session\":\"{session}\",\"id\":\"{id}\",\"status\":\"{status}\",\"at\":\"{day}T12:00:00+08:00\"}}\n"
        )
    };
    let lines: String = answers.iter().map(line).collect();
    fs::write(archive.sessions().join("followups.jsonl"), lines).expect("the folder is there");
}

fn years(archive: &Archive, reach: Reach) -> Years {
    let (years, history) = Years::of(&archive.sessions(), &Text::line("exchange"), reach);
    assert!(history.unread.is_empty() && history.findings.is_empty());
    years.expect("there are three sessions of it")
}

/// Names and amounts.
fn rows(courses: &[Course<tribune::text::Bilingual>]) -> Vec<(&str, &[u64])> {
    courses
        .iter()
        .map(|course| (course.of.en.as_str(), &course.amounts[..]))
        .collect()
}

#[test]
fn a_series_comes_to_what_was_counted_by_hand() {
    let archive = archive();
    let years = years(&archive, Reach::Whole);
    assert_eq!(
        rows(&years.themes),
        [
            ("youth", &[2, 1, 0][..]),
            ("culture", &[1, 2, 0]),
            ("trade", &[1, 0, 0]),
            ("harbour", &[0, 1, 0]),
        ]
    );
    assert_eq!(years.themes[0].of.zh.as_str(), "青年");
    let kinds: Vec<_> = years
        .kinds
        .iter()
        .map(|one| (one.of, &one.amounts[..]))
        .collect();
    assert_eq!(
        kinds,
        [
            (ContributionKind::Suggestion, &[1, 2, 0][..]),
            (ContributionKind::Offer, &[1, 0, 0]),
            (ContributionKind::Request, &[0, 1, 0]),
            (ContributionKind::Question, &[1, 0, 0]),
            (ContributionKind::Remark, &[1, 0, 0]),
        ]
    );
    assert_eq!(
        rows(&years.speaking),
        [
            ("North University", &[300, 60, 0][..]),
            ("South Museum", &[120, 30, 0])
        ]
    );
    let contributions = years
        .sessions
        .iter()
        .map(|one| (one.contributions, one.without_theme));
    assert_eq!(contributions.collect::<Vec<_>>(), [(4, 1), (3, 0), (0, 0)]);
}

#[test]
fn an_answer_counts_wherever_it_was_given_and_by_the_day_it_came() {
    let archive = archive();
    let years = years(&archive, Reach::Whole);
    let answers: Vec<_> = years
        .sessions
        .iter()
        .map(|one| {
            let answers = one.answers;
            let median = answers.median.map(|days| days.to_string());
            (
                [
                    answers.asked,
                    answers.answered,
                    answers.in_hand,
                    answers.open,
                ],
                answers.percent(),
                median,
            )
        })
        .collect();
    assert_eq!(
        answers,
        [
            // There, after ten days by its action, after 426 in the second meeting.
            ([3, 3, 0, 0], Some(100), Some("10".to_owned())),
            ([3, 1, 1, 1], Some(33), Some("4".to_owned())),
            ([0, 0, 0, 0], None, None),
        ]
    );
}

#[test]
fn attendance_is_what_the_roll_says_and_nothing_where_none_was_kept() {
    let archive = archive();
    let years = years(&archive, Reach::Whole);
    let attendance: Vec<_> = years.sessions.iter().map(|one| one.attendance).collect();
    let roll = |attended, represented, excused, absent| {
        Some(Roll {
            attended,
            represented,
            excused,
            absent,
        })
    };
    let rolls: Vec<_> = attendance.iter().map(|one| one.roll).collect();
    assert_eq!(rolls, [roll(2, 0, 1, 1), roll(3, 1, 0, 0), None]);
    let heads: Vec<_> = attendance
        .iter()
        .map(|one| (one.present, one.entitled))
        .collect();
    assert_eq!(
        heads,
        [(Some(2), Some(3)), (Some(3), Some(3)), (Some(12), Some(20))]
    );
}

#[test]
fn a_session_is_called_by_its_year_or_by_its_day_where_a_year_has_two() {
    let archive = archive();
    let years = years(&archive, Reach::Whole);
    let labels = |language| {
        let locale = Locale::new(language);
        let labels = years.sessions.iter().map(|one| locale.write(&one.label));
        labels.collect::<Vec<_>>()
    };
    assert_eq!(
        labels(Language::English),
        ["2021", "2022-05-01", "2022-09-01"]
    );
    assert_eq!(
        labels(Language::Chinese),
        ["2021年", "2022年5月1日", "2022年9月1日"]
    );
}
