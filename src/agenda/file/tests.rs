//! What reading an agenda tells, and what it makes of a good one.

use super::*;
use crate::agenda::{Example, HallClock, ItemKind, Method, SpeakerChoice, Voters};

/// Each mistake as `line:column id`.
fn told(source: &str) -> Vec<String> {
    let reading = read(source);
    assert_eq!(reading.agenda.is_none(), !reading.mistakes.is_empty());
    reading.mistakes.iter().map(place).collect()
}

fn warned(source: &str) -> Vec<String> {
    let reading = read(source);
    assert_eq!(reading.mistakes, [], "{source}");
    reading.warnings.iter().map(place).collect()
}

fn place(mistake: &Mistake) -> String {
    format!("{}:{} {}", mistake.line, mistake.column, mistake.message.id)
}

fn good(source: &str) -> Agenda {
    let reading = read(source);
    assert_eq!(reading.mistakes, [], "{source}");
    reading.agenda.expect("there are no mistakes")
}

const HEAD: &str = "title = \"Board\"\nitems = [\"Opening\"]\n";

#[test]
fn a_title_and_items_are_an_agenda() {
    let agenda = good(
        "title = \"Board meeting\"\nitems = [\"Opening\", \"Budget\", \"Any other business\"]\n",
    );
    assert_eq!(agenda.title.en.as_str(), "Board meeting");
    assert_eq!(agenda.items.len(), 3);
    assert_eq!(agenda.items[1].kind, ItemKind::Discussion);
    assert_eq!(agenda.language, Language::English);
}

#[test]
fn the_shipped_agendas_have_neither_mistakes_nor_surprises() {
    for (name, source) in [
        (
            "exchange",
            include_str!("../../../config/agendas/exchange.toml"),
        ),
        (
            "founding",
            include_str!("../../../config/agendas/founding.toml"),
        ),
        ("board", include_str!("../../../config/agendas/board.toml")),
    ] {
        let reading = read(source);
        assert_eq!(reading.mistakes, [], "{name}");
        assert!(
            reading
                .warnings
                .iter()
                .all(|warning| warning.message.id == "agenda-warn-chair"),
            "{name}: {:?}",
            reading.warnings
        );
    }
}

#[test]
fn every_key_of_the_contract_is_read() {
    let agenda = good(include_str!("tests/whole.toml"));
    assert_eq!(agenda.voters, Voters::Units);
    assert_eq!(agenda.hall_clock, HallClock::Red);
    assert_eq!(
        agenda.date.map(|date| date.to_string()).as_deref(),
        Some("2023-12-29")
    );
    assert_eq!(
        agenda.start.map(|time| time.to_string()).as_deref(),
        Some("14:30:00")
    );
    assert_eq!(agenda.themes[1].also, [Text::line("trade")]);
    assert_eq!(agenda.units[0].budget, Some(480));
    assert_eq!(agenda.persons[0].capacity, Capacity::Chair);
    assert!(agenda.persons[0].votes && !agenda.persons[2].votes);
    let round = &agenda.items[1];
    assert_eq!((round.time, round.each), (Some(2_700), Some(300)));
    assert_eq!(
        round.speakers[0].who,
        SpeakerChoice::Group(Text::line("part-time vice-presidents"))
    );
    assert_eq!(round.speakers[2].time, Some(600));
    let election = &agenda.items[2];
    assert_eq!(election.offices[0].seats, 3);
    assert_eq!(election.offices[0].candidates.len(), 3);
    assert_eq!(election.method, Some(Method::Secret));
    assert_eq!(
        agenda.items[3].offices[0].name.en.as_str(),
        "Election of the chairman"
    );
    assert_eq!(
        agenda.example,
        Example::Keys(vec![
            Text::line("date"),
            Text::line("record"),
            Text::line("title.zh")
        ])
    );
    assert_eq!(agenda.cues.len(), 1);
}

#[test]
fn seven_mistakes_are_seven_each_in_its_place() {
    let source = "title = \"Board\"
plase = \"Kunming\"
start = \"25:00\"
chair = \"yan-min\"

[person.yan-ming]
name = \"Yan Ming\"
capacity = \"membre\"
unit = \"yufe\"

[[item]]
title = \"Vote\"
time = 45
rule = { need = \"1\", strict = true }
";
    assert_eq!(
        told(source),
        [
            "2:1 written-key-unknown-near",
            "3:9 agenda-time",
            "4:9 agenda-id-unknown-near",
            "8:12 written-word-near",
            "9:8 agenda-unit-unknown",
            "13:8 agenda-length-unit",
            "14:17 agenda-rule-never",
        ]
    );
}

#[test]
fn columns_are_right_after_chinese_too() {
    let source = "title = \"理事会\"
themes = [\"文化\", { name = \"经贸\", alos = [\"贸易\"] }]

[person.\"严明\"]
name = \"严明\"
title = \"副校长\"
unit = { en = \"x\" }

[[item]]
title = \"各单位发言\"
speakers = [\"严明\", \"胡良波\", \"@副会长单位\"]
kind = \"发言\"
";
    assert_eq!(
        told(source),
        [
            "2:32 written-key-unknown-near",
            "7:8 written-type-string",
            "11:19 agenda-id-unknown",
            "11:26 agenda-group-none",
            "12:8 written-word",
        ]
    );
}

#[test]
fn each_mistake_is_told_once() {
    for (source, expected) in [
        ("items = [\"a\"]", "1:1 agenda-title-missing"),
        ("title = \"a\"", "1:1 agenda-items-missing"),
        ("title = \"a\"\nitems = []", "2:9 agenda-items-missing"),
        ("title = \"a\"\nitems = [\"\"]", "2:10 agenda-item-untitled"),
        ("title = \"\"\nitems = [\"a\"]", "1:9 agenda-text-empty"),
        ("title = 7\nitems = [\"a\"]", "1:9 agenda-type-text"),
        (
            "title = \"a\"\nitems = [\"a\"]\n[[item]]\ntitle = \"b\"",
            "3:3 agenda-items-both",
        ),
        (
            "title = \"a\"\nitems = [{ title = \"a\", time = \"5m\" }]",
            "2:10 agenda-items-table",
        ),
        (
            "title = \"a\"\n[item]\ntitle = \"b\"",
            "2:2 written-syntax-repeated",
        ),
        (
            "title = \"a\"\n[[item]]\ntime = \"5m\"",
            "2:1 agenda-item-untitled",
        ),
        (
            "title = \"a\"\n[[item]]\ntitle = \"b\"\n[item]\ntitle = \"c\"\n[[item]]\ntitle = \"d\"",
            "4:2 written-syntax-repeated",
        ),
    ] {
        assert_eq!(told(source), [expected], "{source}");
    }
    for (rest, expected) in [
        ("organisation = \"x\"\nyear = 7", "4:1 written-key-unknown"),
        ("quorum = \"2/3\"", "3:10 agenda-quorum"),
        ("quorum = 0", "3:10 agenda-quorum"),
        ("quorum = { need = \"3/2\" }", "3:19 agenda-quorum-never"),
        ("rule = \"majorty\"", "3:8 agenda-rule-unknown-near"),
        ("rule = { need = 0.6667 }", "3:17 agenda-fraction-decimal"),
        ("rule = { need = \"66%\" }", "3:17 agenda-fraction-decimal"),
        ("rule = { need = \"0/3\" }", "3:17 agenda-fraction-zero"),
        ("rule = { base = \"all\" }", "3:17 written-word"),
        ("rule = 7", "3:8 agenda-rule-shape"),
        (
            "start = \"14:00\"\nend = \"13:00\"",
            "4:7 agenda-end-before-start",
        ),
        ("date = 2023-12-29T14:00:00", "3:8 agenda-day"),
        ("date = \"soon\"", "3:8 agenda-day"),
        ("language = \"zh\"", "3:12 written-word-near"),
        ("chair = \"wang\"", "3:9 agenda-chair-no-roster"),
        (
            "[unit.a]\nname = \"A\"\n[person.a]\nname = \"B\"",
            "5:9 agenda-id-twice",
        ),
        (
            "[unit.a]\nname = \"A\"\n[unit.A]\nname = \"B\"",
            "5:7 agenda-id-case",
        ),
        ("[unit.a]\nshort = \"A\"", "3:7 agenda-name-missing"),
        ("[unit.\"a b\"]\nname = \"A\"", "3:7 agenda-id-shape"),
        ("[unit]\nname = \"A\"", "3:2 agenda-id-missing"),
        ("[[unit]]\nname = \"A\"", "3:1 written-type-table"),
        (
            "[unit.a]\nname = \"A\"\nbudget = \"-5m\"",
            "5:10 agenda-length-positive",
        ),
        (
            "[unit.a]\nname = \"A\"\nplace = \"x\"",
            "5:1 written-key-top",
        ),
        (
            "[person.a]\nname = \"A\"\nvotes = \"yes\"",
            "5:9 written-type-truth",
        ),
        (
            "[person.a]\nname = \"A\"\nunit = \"b\"",
            "5:8 agenda-unit-unknown",
        ),
        (
            "[person.a]\nname = \"A\"\nexample = [\"nmae\"]",
            "5:12 written-key-unknown-near",
        ),
        ("example = \"recorded\"", "3:11 agenda-example"),
        ("themes = [{ also = [\"x\"] }]", "3:11 agenda-theme-name"),
    ] {
        assert_eq!(told(&format!("{HEAD}{rest}\n")), [expected], "{rest}");
    }
}

#[test]
fn an_example_may_name_any_key_of_the_form_wherever_it_stands() {
    let whole = "title = \"a\"\nexample = [\"date\", \"votes\"]\n[unit.u]\nname = \"U\"\nexample = [\"date\", \"votes\"]\n[person.p]\nname = \"P\"\nexample = [\"date\", \"votes\"]\n[[item]]\ntitle = \"b\"\nexample = [\"date\", \"votes\", \"title.zh\"]\n";
    assert!(
        !told(whole).iter().any(|told| told.contains("key")),
        "{:?}",
        told(whole)
    );
}

#[test]
fn items_are_checked_against_the_roster() {
    let roster = "title = \"a\"\n[unit.u]\nname = \"U\"\n[person.p]\nname = \"P\"\nunit = \"u\"\ngroup = \"g\"\n[[item]]\ntitle = \"b\"\n";
    for (rest, expected) in [
        ("speakers = [\"q\"]", "10:13 agenda-id-unknown"),
        ("speakers = [\"@h\"]", "10:13 agenda-group-unknown"),
        ("speakers = [{ time = \"5m\" }]", "10:13 agenda-speaker-who"),
        ("speakers = \"p\"", "10:12 written-type-list"),
        (
            "kind = \"election\"\ncandidates = [\"p\"]\ntellers = [\"p\"]",
            "12:12 agenda-teller-stands",
        ),
        (
            "kind = \"election\"\ncandidates = [\"p\", \"u\", \"p\"]",
            "11:25 agenda-named-twice",
        ),
        (
            "kind = \"election\"\ntellers = [\"u\"]",
            "11:12 agenda-not-a-person",
        ),
        ("kind = \"election\"\nseats = 0", "11:9 written-type-number"),
        (
            "kind = \"election\"\noffices = []",
            "11:1 agenda-offices-empty",
        ),
        (
            "kind = \"election\"\nseats = 1\noffices = [{ seats = 1 }]",
            "11:1 agenda-offices-both",
        ),
        ("seats = 2", "10:1 agenda-not-an-election"),
        ("kind = \"elction\"\nseats = 2", "10:8 written-word-near"),
        ("method = \"papers\"", "10:10 written-word"),
        ("closed = 1", "10:10 written-type-truth"),
    ] {
        assert_eq!(told(&format!("{roster}{rest}\n")), [expected], "{rest}");
    }
}

#[test]
fn mistakes_of_form_are_told_once_and_the_rest_is_read_all_the_same() {
    for (source, expected) in [
        (
            "title = Board\nitems = [\"a\"]\nplase = \"x\"",
            vec!["1:9 written-syntax-quotes", "3:1 written-key-unknown-near"],
        ),
        (
            "title = “理事会”\nitems = [\"a\"]",
            vec!["1:9 written-syntax-curly"],
        ),
        (
            "title： \"a\"\nitems = [\"a\"]\nplase = \"x\"",
            vec!["1:6 written-syntax-equals", "3:1 written-key-unknown-near"],
        ),
        (
            "title \"a\"\nitems = [\"a\"]\nplase = \"x\"",
            vec![
                "1:7 written-syntax-no-value",
                "3:1 written-key-unknown-near",
            ],
        ),
        (
            "title = \"a\nitems = [\"a\"]\nplase = \"x\"",
            vec![
                "1:9 written-syntax-unclosed",
                "3:1 written-key-unknown-near",
            ],
        ),
        (
            "title = \"a\"\nitems = [\"a\",\nplase = \"x\"",
            vec![
                "2:9 written-syntax-unclosed",
                "3:1 written-key-unknown-near",
            ],
        ),
        (
            "title = \"a\"\nitems = [\n  \"a\",\n  \"b\"\n\n[unit.u]\nnaem = \"x\"\nname = \"y\"",
            vec![
                "2:9 written-syntax-unclosed",
                "7:1 written-key-unknown-near",
            ],
        ),
        (
            "title = { en = \"a\", zh = \"b\"\nitems = [\"a\"]\nplase = \"x\"",
            vec![
                "1:9 written-syntax-unclosed",
                "3:1 written-key-unknown-near",
            ],
        ),
        (
            "title = \"a\"\nitems = [\"a\" \"b\"]",
            vec!["2:14 written-syntax-comma"],
        ),
        (
            "title = \"a\"\nitems = [\"a\"]\npurpose = \"\"\"x\nplase = \"x\"",
            vec![
                "3:11 written-syntax-unclosed",
                "4:1 written-key-unknown-near",
            ],
        ),
        (
            "title = \"a\"\ntitle = \"b\"\nitems = [\"a\"]",
            vec!["2:1 written-syntax-key-twice"],
        ),
        (
            "title = \"a\"\nitems = [\"a\"]\n[unit.u]\nname = \"x\"\n[unit.u]\nname = \"y\"\nshort = \"z\"",
            vec!["5:7 written-syntax-table-twice"],
        ),
        (
            "title = \"a\"\nitems = [\"a\"]\n[unit.u\nname = \"x\"\n[person.p]\nname = \"y\"\nunit = \"u\"",
            vec!["3:8 written-syntax-header"],
        ),
        (
            "title = \"a\"\nitems = [\"a\"]\n[person.王宇]\nname = \"王宇\"",
            vec!["3:9 written-syntax-key"],
        ),
        (
            "title = \"a\"\nitems = [\"a\"]\nstart = 9:30",
            vec!["3:9 agenda-time"],
        ),
        (
            "title = \"a\"\nitems = [\"a\"]\n[person.p]\nname = \"p\"\nvotes = yes",
            vec!["5:9 written-type-truth"],
        ),
        (
            "title = \"a\"\n[[item]]\ntitle = \"b\"\ntime = 5m",
            vec!["4:8 written-syntax-quotes"],
        ),
        (
            "title = \"a\\b\\q\"\nitems = [\"a\"]",
            vec!["1:13 written-syntax-backslash"],
        ),
    ] {
        assert_eq!(told(source), expected, "{source}");
    }
}

#[test]
fn warnings_stop_nothing() {
    let with_chair = "title = \"a\"\nitems = [\"a\"]\nchair = \"p\"\n[person.p]\nname = \"P\"\n";
    assert_eq!(warned(HEAD), ["1:1 agenda-warn-chair"]);
    assert_eq!(warned(with_chair), Vec::<String>::new());
    for (rest, expected) in [
        (
            "[person.s]\nname = \"S\"\ncapacity = \"secretary\"",
            "6:9 agenda-warn-secretary",
        ),
        ("[person.q]\nname = \"p\"", "7:8 agenda-warn-name-twice"),
        ("[cues]\nwelcom = \"Welcome.\"", "7:1 agenda-warn-cue-near"),
        ("[cues]\nlunch = \"Enjoy.\"", "7:1 agenda-warn-cue"),
        (
            "[person.q]\nname = \"\u{200b}\"",
            "7:8 agenda-warn-name-empty",
        ),
    ] {
        assert_eq!(
            warned(&format!("{with_chair}{rest}\n")),
            [expected],
            "{rest}"
        );
    }
    let meeting = "title = \"a\"\nchair = \"p\"\nstart = \"14:00\"\nend = \"14:30\"\n[person.p]\nname = \"P\"\n[[item]]\ntitle = \"b\"\n";
    assert_eq!(
        warned(&format!("{meeting}time = \"40m\"\n")),
        ["4:7 agenda-warn-beyond-end"]
    );
    assert_eq!(
        warned(&format!(
            "{meeting}kind = \"election\"\nseats = 2\ncandidates = [\"p\"]\n"
        )),
        ["10:9 agenda-warn-seats"]
    );
}

#[test]
fn a_name_that_cannot_be_seen_is_replaced_by_the_id() {
    let agenda = good(&format!("{HEAD}[person.q]\nname = \"\u{200b}\"\n"));
    assert_eq!(agenda.persons[0].name, Bilingual::from("q"));
}

#[test]
fn the_order_of_the_file_is_the_order_of_precedence_but_for_ranks() {
    let ids = |rest: &str| {
        good(&format!("{HEAD}{rest}"))
            .persons
            .iter()
            .map(|person| person.id.to_string())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(
        ids("[person.z]\nname = \"Z\"\n[person.b]\nname = \"B\"\n[person.a]\nname = \"A\"\n"),
        "z b a"
    );
    assert_eq!(
        ids(
            "[person.z]\nname = \"Z\"\n[person.b]\nname = \"B\"\n[person.a]\nname = \"A\"\nrank = 1\n"
        ),
        "a z b"
    );
    assert_eq!(
        ids(
            "[person.z]\nname = \"Z\"\nrank = 30\n[person.b]\nname = \"B\"\nrank = 10\n[person.a]\nname = \"A\"\nrank = 20\n"
        ),
        "b a z"
    );
}

#[test]
fn the_language_of_the_record_follows_the_title() {
    let language = |title: &str| good(&format!("title = {title}\nitems = [\"a\"]\n")).language;
    assert_eq!(language("\"理事会\""), Language::Chinese);
    assert_eq!(language("\"Board\""), Language::English);
    assert_eq!(
        language("{ en = \"Board\", zh = \"理事会\" }"),
        Language::English
    );
}

#[test]
fn marks_at_the_beginning_and_line_ends_of_either_kind_are_accepted() {
    assert_eq!(
        good("\u{feff}title = \"a\"\r\nitems = [\"a\"]\r\n")
            .items
            .len(),
        1
    );
    assert_eq!(
        told("\u{feff}title = \"a\"\r\nitems = [\"a\"]\r\nplase = \"x\"\r\n"),
        ["3:1 written-key-unknown-near"]
    );
}

#[test]
fn a_group_is_known_by_either_of_its_names() {
    let agenda = good(
        "title = \"a\"\n[person.p]\nname = \"P\"\ngroup = { en = \"directors\", zh = \"理事\" }\n[[item]]\ntitle = \"b\"\nspeakers = [\"@理事\"]\n",
    );
    assert_eq!(agenda.expanded_speakers(&agenda.items[0]).len(), 1);
}

#[test]
fn hostile_files_neither_crash_nor_take_long() {
    let many = |piece: &str, times: usize| piece.repeat(times);
    for source in [
        many("a.", 100_000),
        format!("{}a = 1", many("a.", 100_000)),
        format!("[{}a]", many("a.", 20_000)),
        many("[", 20_000),
        many("{ a = ", 2_000),
        many("a = [\n", 20_000),
        many("x\n", 2_000),
        many("=", 20_000),
        many("\"", 20_000),
        many("[[item]]\ntitle = \"a\"\ntime = 5\n", 2_000),
        format!("title = \"a\"\nitems = [{}]", many("7, ", 20_000)),
        format!(
            "title = \"a\"\n[[item]]\ntitle = \"b\"\nspeakers = [{}]",
            many("\"nobody\", ", 2_000)
        ),
        many("# x\n", 1_100_000),
    ] {
        let reading = read(&source);
        assert!(
            (1..=1_000).contains(&reading.mistakes.len()),
            "{}",
            &source[..20]
        );
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(300))]

    #[test]
    fn no_text_makes_reading_panic(source in "\\PC{0,200}") {
        let _ = read(&source);
    }

    #[test]
    fn no_text_like_an_agenda_makes_reading_panic(parts in proptest::collection::vec(proptest::sample::select(PARTS), 0..40)) {
        let reading = read(&parts.concat());
        proptest::prop_assert_eq!(reading.agenda.is_some(), reading.mistakes.is_empty());
        for mistake in reading.mistakes.iter().chain(&reading.warnings) {
            proptest::prop_assert!(mistake.column <= mistake.source.chars().count() + 1);
        }
    }

    #[test]
    fn an_agenda_cut_anywhere_is_read_without_panic(at in 0_usize..2_000, junk in "\\PC{0,4}") {
        let whole = include_str!("tests/whole.toml");
        let at = (0..=at.min(whole.len())).rev().find(|at| whole.is_char_boundary(*at)).unwrap_or(0);
        let _ = read(&whole[..at]);
        let _ = read(&format!("{}{junk}{}", &whole[..at], &whole[at..]));
    }
}

/// Pieces of agendas, whole and broken.
const PARTS: &[&str] = &[
    "title = ",
    "items = ",
    "[",
    "]",
    "[[",
    "]]",
    "{",
    "}",
    "\"",
    "\"\"\"",
    "'",
    "'''",
    "=",
    ",",
    "\n",
    "\r\n",
    "\\",
    "#",
    ".",
    "item",
    "[[item]]\n",
    "[item]\n",
    "[person.a]\n",
    "[unit.a]\n",
    "[unit.",
    "person",
    "name = \"A\"\n",
    "speakers = [\"@g\", \"a\"]\n",
    "kind = \"election\"\n",
    "seats = 3\n",
    "time = \"5m\"\n",
    "rule = { need = \"2/3\" }\n",
    "quorum = 3\n",
    "start = 14:30:00\n",
    "date = 2023-12-29\n",
    "会议",
    "“",
    "：",
    "\u{200b}",
    "\u{0}",
    "\u{feff}",
    "1",
    "-1",
    "1e9",
    "true",
    "nan",
    "99999999999999999999",
    "a.b.c = 1\n",
    "example = [\"date\"]\n",
];
