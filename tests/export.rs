//! What documents say of a meeting: the JSON against its schema, the counts, what leaves the house.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tribune::export::{Edition, MINUTES, Source, json, txt};
use tribune::locale::Locale;
use tribune::summary::Summary;
use tribune::text::Language;
use tribune::tree::{self, Table, Tree};

use crate::support::council::{AGENDA, Held, council};

fn document(summary: &Summary, language: Language) -> Value {
    let locale = Locale::new(language);
    let edition = Edition {
        locale: &locale,
        seal: None,
    };
    serde_json::from_str(&json::write(summary, &edition)).expect("it is JSON")
}

fn schema() -> jsonschema::Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/session.schema.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(path).expect("it is there"))
        .expect("the schema is JSON");
    jsonschema::validator_for(&schema).expect("it is a schema")
}

#[test]
fn the_json_of_every_stage_of_a_meeting_keeps_to_the_schema() {
    let schema = schema();
    let corrected = include_bytes!("sessions/approved.toml");
    let corrected = tribune::session_file::read(corrected).expect("it can be read");
    for meeting in [Held::begin(AGENDA).meeting, council(), corrected.meeting] {
        for language in Language::ALL {
            let document = document(&Summary::of(&meeting), language);
            let wrong: Vec<String> = schema
                .iter_errors(&document)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        }
    }
}

#[test]
fn the_schema_has_every_key_of_the_json_in_its_order() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/session.schema.json");
    let schema = tree::read(&fs::read_to_string(path).expect("it is there"));
    let locale = Locale::new(Language::English);
    let edition = Edition {
        locale: &locale,
        seal: None,
    };
    let document = tree::table(json::document(&Summary::of(&council()), &edition));
    keeps_to(&Tree::Table(document), &schema, &schema, "");
}

/// Whether a value has the very keys that a part of the schema has.
fn keeps_to(value: &Tree, part: &Table, schema: &Table, place: &str) {
    let table = |key| tree::field(part, key).and_then(Tree::table);
    let defined = tree::field(part, "$ref").and_then(Tree::text);
    if let Some(name) = defined.and_then(|path| path.strip_prefix("#/$defs/")) {
        let defs = tree::field(schema, "$defs").and_then(Tree::table);
        let part = defs
            .and_then(|defs| tree::field(defs, name))
            .and_then(Tree::table);
        return keeps_to(value, part.expect("it is defined"), schema, place);
    }
    if let (Some(values), Some(properties)) = (value.table(), table("properties")) {
        let keys = |table: &Table| table.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
        assert_eq!(keys(values), keys(properties), "{place}");
        for ((key, value), (_, part)) in values.iter().zip(properties) {
            let part = part.table().expect("a part of a schema");
            keeps_to(value, part, schema, &format!("{place}/{key}"));
        }
    }
    if let Some(part) = table("items") {
        for row in value.list() {
            keeps_to(row, part, schema, place);
        }
    }
}

#[test]
fn a_struck_line_counts_nowhere_and_a_joint_one_for_each_of_its_units() {
    let document = document(&Summary::of(&council()), Language::English);
    let sums = &document["summary"];
    assert_eq!(sums["by_unit"][0]["unit"], "uni");
    assert_eq!(sums["by_unit"][0]["count"], 3);
    assert_eq!(sums["by_unit"][1]["unit"], "farm");
    assert_eq!(sums["by_unit"][1]["count"], 1);
    assert_eq!(sums["by_unit"][2]["unit"], "wang");
    assert_eq!(
        sums["by_theme"][0],
        serde_json::json!({"theme": "education", "count": 2})
    );
    assert_eq!(
        sums["by_theme"][1],
        serde_json::json!({"theme": "trade", "count": 2})
    );
    assert_eq!(sums["contributions"], 6);
    let struck: Vec<&Value> = document["contributions"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|line| line["struck"] == true)
        .collect();
    assert_eq!(struck.len(), 1, "it stays in the list");
}

#[test]
fn the_sums_say_who_was_there_who_was_not_heard_and_what_was_concluded() {
    let document = document(&Summary::of(&council()), Language::English);
    let sums = &document["summary"];
    assert_eq!(sums["present"], 3);
    assert_eq!(sums["entitled"], 5);
    assert_eq!(sums["quorum_met"], true);
    assert_eq!(sums["unheard"], serde_json::json!(["museum", "du"]));
    assert_eq!(
        sums["conclusions"],
        serde_json::json!(["An exchange of the directors is established"])
    );
    assert_eq!(document["meeting"]["state"], "draft");
    assert_eq!(document["meeting"]["next"]["date"], "2025-03-01");
    assert_eq!(document["decisions"][0]["review"], "2025-03-01");
    assert_eq!(
        document["attendance"][1]["office"], "secretary",
        "elected in this meeting"
    );
}

#[test]
fn texts_are_in_the_language_asked_for_and_words_of_enumerations_stay_english() {
    let document = document(&Summary::of(&council()), Language::Chinese);
    assert_eq!(document["meeting"]["title"], "友好理事会");
    assert_eq!(document["summary"]["by_theme"][0]["theme"], "教育");
    assert_eq!(document["items"][1]["kind"], "round");
    assert!(
        document["ballots"][1]["sentence"]
            .as_str()
            .is_some_and(|sentence| sentence.contains("通过"))
    );
}

#[test]
fn nothing_of_a_closed_item_leaves_with_a_public_document() {
    let whole = Summary::of(&council());
    assert!(
        document(&whole, Language::English)
            .to_string()
            .contains("SECRET")
    );
    let public = document(&whole.public(), Language::English);
    assert!(!public.to_string().contains("SECRET"));
    assert_eq!(public["summary"]["contributions"], 5);
    assert!(schema().is_valid(&public));
}

fn minutes(language: Language) -> [String; 2] {
    let locale = Locale::new(language);
    let composed = MINUTES
        .compose(
            MINUTES.template(language),
            &Source::of(&council()),
            &locale,
            None,
        )
        .expect("the shipped template is sound");
    [composed.markdown(), txt::write(&composed.blocks())]
}

#[test]
fn the_minutes_tell_who_what_and_with_which_figures() {
    let [_, text] = minutes(Language::English);
    for part in [
        "In the chair: Wang Yu, Vice President",
        "3 of 5 entitled voters present; there was a quorum",
        "- Yan Ming, secretary, Rector of University",
        "Li Na of Farm Group (abroad",
        "Wang Yu reported",
        "2023 was a full year",
        "- education\n  - Suggestion: Invite 20 students (Yan Ming; C2)\n    - supported by Farm Group\n    - Adopted: for July",
        "jointly with University",
        "Motion P1: The Articles are approved (moved by Yan Ming; seconded by Hu Liangbo)",
        "2 for, 1 against, 0 abstaining",
        "needed 2 of 3 votes, had 2",
        "The chair concluded\n\n- An exchange of the directors is established",
        "secretary  Yan Ming  3 for, 0 against, 0 abstaining",
        "- University\n  - Write to the schools (A1; by 2024-06-30)",
        "2025-03-01, Kunming Hall",
        "What is recorded here — times, lines, figures — is an example.",
    ] {
        assert!(text.contains(part), "{part:?} is missing in\n{text}");
    }
    assert!(
        !text.contains("typed in error"),
        "a struck line is left out"
    );
}

#[test]
fn the_minutes_are_whole_in_chinese() {
    let [_, text] = minutes(Language::Chinese);
    for part in [
        "友好理事会",
        "主持人：副会长王宇",
        "应到5人，实到3人，达到法定人数",
        "王宇报告",
        "- 教育\n  - 建议：",
        "支持：农垦集团",
        "主持人总结",
        "秘书长",
        "动议P1：",
    ] {
        assert!(text.contains(part), "{part:?} is missing in\n{text}");
    }
}

#[test]
fn markdown_shows_what_people_wrote_and_obeys_none_of_it() {
    let [markdown, _] = minutes(Language::English);
    assert!(
        markdown.contains("# not a heading, \\*not\\* bold \\[x\\](y) \\<b\\> \\`code\\`"),
        "{markdown}"
    );
    assert!(markdown.starts_with("# Council of friends\n"));
    assert!(markdown.contains("| Candidate | For | Against | Abstaining | Result |\n| --- |"));
    assert!(markdown.contains("abroad \\| until \\*Friday\\*"));
}
