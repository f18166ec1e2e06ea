//! A series over the years: its figures against a series that was counted by hand, and the document that shows them.

use std::fs;
use std::io::{Cursor, Read as _};

use tribune::agenda::ContributionKind;
use tribune::archive::{Course, Reach, Roll, Years};
use tribune::locale::Locale;
use tribune::text::{Language, Text};

use crate::support::archive::Archive;
use crate::support::xml::{self, Element};

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

/// The document `years` of the session that is meant.
fn document(archive: &Archive, language: &str, session: &str, more: &[&str]) -> String {
    let mut arguments = vec!["export", session, "--document", "years"];
    arguments.extend(more);
    let said = archive.run_in(language, &arguments);
    assert_eq!(said.code, Some(0), "{}", said.told);
    said.out
}

#[test]
fn the_document_says_the_figures_in_both_languages() {
    let archive = archive();
    for (language, rows) in [
        (
            "en",
            [
                "# Over the years: exchange",
                "| Theme | 2021 | 2022-05-01 | 2022-09-01 |",
                "| culture | 1 | 2 | 0 |",
                "| without a theme | 1 | 0 | 0 |",
                "| in hand as an action | 0 | 1 | 0 |",
                "| answered | 100% | 33% | – |",
                "| days, median | 10 | 4 | – |",
                "| took part | 2 | 3 | – |",
                "| North University | 5:00 | 1:00 | 0:00 |",
                "| 2022-09-01 | Third exchange | 0 | 20 | 12 |",
            ],
        ),
        (
            "zh-CN",
            [
                "# exchange历次会议对照",
                "| 主题 | 2021年 | 2022年5月1日 | 2022年9月1日 |",
                "| 文化 | 1 | 2 | 0 |",
                "| 未归主题 | 1 | 0 | 0 |",
                "| 已转为任务，办理中 | 0 | 1 | 0 |",
                "| 答复率 | 100% | 33% | – |",
                "| 天数（中位数） | 10 | 4 | – |",
                "| 出席 | 2 | 3 | – |",
                "| 北方大学 | 5:00 | 1:00 | 0:00 |",
                "| 2022年9月1日 | Third exchange | 0 | 20 | 12 |",
            ],
        ),
    ] {
        // Whichever session of the series is named.
        for session in ["First", "last"] {
            let text = document(&archive, language, session, &["--format", "md"]);
            for row in rows {
                assert!(text.lines().any(|line| line == row), "{row:?} in\n{text}");
            }
        }
    }
}

fn page(archive: &Archive, more: &[&str]) -> Element {
    let html = document(
        archive,
        "en",
        "last",
        &[&["--format", "html"], more].concat(),
    );
    xml::read(&html).unwrap_or_else(|error| panic!("{error} in\n{html}"))
}

#[test]
fn every_number_of_a_page_stands_under_its_column_and_can_be_heard() {
    let page = page(&archive(), &[]);
    let tables = page.named(&["table"]);
    let drawn = |table: &&&Element| {
        table
            .get("class")
            .is_some_and(|class| class.starts_with("columns"))
    };
    let columns: Vec<&&Element> = tables.iter().filter(drawn).collect();
    assert_eq!(columns.len(), 7);
    let heights: Vec<_> = columns[0]
        .named(&["rect"])
        .iter()
        .filter_map(|rect| rect.get("height"))
        .take(6)
        .collect();
    assert_eq!(
        heights,
        ["100.0%", "50.0%", "0.0%", "50.0%", "100.0%", "0.0%"]
    );
    for table in columns {
        let count = |name| table.named(&[name]).len();
        assert_eq!(count("svg"), count("td"), "one for each number");
        let mut plots = table.named(&["svg"]).into_iter();
        assert!(plots.all(|svg| svg.get("aria-hidden") == Some("true")));
        let scoped = |th: &&Element| th.get("scope").is_some();
        assert!(table.named(&["th"]).iter().all(scoped));
    }
}

#[test]
fn the_word_file_and_the_text_have_the_same_numbers() {
    let archive = archive();
    let folder = archive.sessions().join("papers");
    let folder_named = folder.to_string_lossy();
    document(
        &archive,
        "en",
        "last",
        &["--format", "docx,txt", "--output", &folder_named],
    );
    let stem = folder.join("2022-09-01-Third-exchange-years");
    let text = fs::read_to_string(stem.with_extension("txt")).expect("it was written");
    assert!(
        text.contains("culture          1     2           0\n"),
        "{text}"
    );
    let packed = fs::read(stem.with_extension("docx")).expect("it was written");
    let mut packed = zip::ZipArchive::new(Cursor::new(packed)).expect("it is a zip file");
    let mut part = String::new();
    let mut file = packed.by_name("word/document.xml").expect("it is there");
    file.read_to_string(&mut part).expect("it is text");
    let part = xml::read(&part).expect("it is well-formed");
    let rows = part.named(&["w:tr"]);
    let is_culture = |row: &&Element| row.text() == "culture120";
    assert!(rows.iter().any(is_culture));
}

#[test]
fn a_series_is_shown_in_the_terminal_under_its_name_and_as_json() {
    let archive = archive();
    let said = archive.run(&["show", "--series", "Exchange"]);
    assert!(
        said.out.starts_with("Over the years: exchange\n"),
        "{}{}",
        said.out,
        said.told
    );
    let json = archive.json(&["show", "--series", "exchange", "--json"]);
    assert_eq!(json["sessions"][0]["median_days"], 10.0);
    assert_eq!(json["sessions"][2]["roll"], serde_json::Value::Null);
    assert_eq!(json["themes"][1]["name"], "culture");
    assert_eq!(json["kinds"][1]["by_session"], serde_json::json!([1, 0, 0]));
    let unknown = archive.run(&["show", "--series", "council"]);
    assert_eq!(unknown.code, Some(1));
    assert!(unknown.told.contains("council"), "{}", unknown.told);
}

#[test]
fn a_meeting_without_a_series_or_before_it_was_held_has_nothing_beside_it() {
    let archive = Archive::new();
    let alone = "title = \"Alone\"\ndate = 2024-01-01\nitems = [\"Ideas\"]\n";
    archive.hold(
        alone,
        &["[2024-01-01T09:00:00+08:00] :open", ":adjourn really"],
    );
    let said = archive.run(&["export", "last", "--document", "years"]);
    assert_eq!((said.code, said.out.as_str()), (Some(1), ""));
    assert!(
        said.told.contains("no series") && said.told.lines().count() == 1,
        "{}",
        said.told
    );
    let agenda = archive.file("plan.toml", alone);
    let said = archive.run(&["export", &agenda.to_string_lossy(), "--document", "years"]);
    assert_eq!(said.code, Some(1));
    assert!(said.told.contains("programme"), "{}", said.told);
}

#[test]
fn what_was_said_in_private_counts_in_no_public_document() {
    let archive = archive();
    let private = [
        "[2023-03-01T09:00:00+08:00] :present ada",
        ":open",
        ":floor ada",
        "A picnic #outings",
        "[2023-03-01T09:01:00+08:00] :item 2",
        ":floor ada",
        "A lawsuit #troubles",
        "[2023-03-01T10:00:00+08:00] :done",
        ":adjourn really",
    ];
    archive.hold(
        &agenda("Fourth exchange", "2023-03-01", "University", ""),
        &private,
    );
    let all = document(&archive, "en", "First", &["--format", "md"]);
    assert!(all.contains("| troubles | 0 | 0 | 0 | 1 |"), "{all}");
    let public = document(&archive, "en", "First", &["--format", "md", "--public"]);
    assert!(!public.contains("troubles"), "{public}");
    assert!(public.contains("| outings | 0 | 0 | 0 | 1 |"), "{public}");
    assert!(
        public.contains("| 2023-03-01 | Fourth exchange | 1 |"),
        "{public}"
    );
    assert!(
        public.contains("| North University | 5:00 | 1:00 | 0:00 | 1:00 |"),
        "{public}"
    );
}

#[test]
fn hostile_names_stay_names_and_a_damaged_file_is_told_of() {
    let archive = archive();
    let hostile = "<script>alert(1)</script> | **b** {{ title }} =cmd()";
    let agenda = format!(
        "title = \"{hostile}\"\nseries = \"exchange\"\ndate = 2024-03-01\nrule = {{ quorum = \"none\" }}\n\
         themes = [\"{hostile}\"]\n[unit.north]\nname = \"{hostile}\"\n[person.ada]\nname = \"Ada\"\nunit = \"north\"\n[[item]]\ntitle = \"Ideas\"\n"
    );
    let script = [
        "[2024-03-01T09:00:00+08:00] :present ada",
        ":open",
        ":floor ada",
        &format!("A line #{hostile}"),
        "[2024-03-01T09:01:00+08:00] :done",
        ":adjourn really",
    ];
    archive.hold(&agenda, &script);
    let page = page(&archive, &[]);
    assert!(page.named(&["script", "b"]).is_empty());
    let heads = page.named(&["th"]);
    let named = heads.iter().filter(|th| th.text() == hostile).count();
    assert_eq!(named, 2, "a theme and a unit");

    let damaged = archive.sessions().join("2022-05-01-Second-exchange.toml");
    let text = fs::read_to_string(&damaged).expect("it is there");
    let half = text.len() * 2 / 3;
    fs::write(&damaged, &text[..text.floor_char_boundary(half)]).expect("it can be written");
    let said = archive.run(&["export", "last", "--document", "years", "--format", "md"]);
    assert_eq!(said.code, Some(0), "{}", said.told);
    assert!(said.told.contains("Second-exchange"), "{}", said.told);
    assert!(
        said.out.contains("| Theme | 2021 | 2022 | 2024 |"),
        "{}",
        said.out
    );
}

#[test]
fn of_a_long_series_the_last_sessions_are_shown() {
    let archive = Archive::new();
    for year in 2001..2016 {
        let agenda = format!(
            "title = \"Meeting\"\nseries = \"long\"\ndate = {year}-01-01\nitems = [\"Ideas\"]\n"
        );
        archive.hold(
            &agenda,
            &[
                &format!("[{year}-01-01T09:00:00+08:00] :open"),
                &format!("A line #in-{year}"),
                ":adjourn really",
            ],
        );
    }
    let text = document(&archive, "en", "2001", &["--format", "md"]);
    assert!(
        text.contains("15, of which the last 12 are shown"),
        "{text}"
    );
    assert!(
        text.contains("| Theme | 2004 | 2005 |") && !text.contains("in-2003"),
        "{text}"
    );
}
