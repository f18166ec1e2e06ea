//! A whole meeting held by one person at the real program in a real pseudo-terminal, with keys alone. What is pressed stands
//! in `by_hand/*.keys`, which a secretary can read; what came of it is looked up in the session file.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use portable_pty::CommandBuilder;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::seat::Seat;
use crate::support::subset::differences;

const EXCHANGE: &str = include_str!("../config/agendas/exchange.toml");
const FOUNDING: &str = include_str!("../config/agendas/founding.toml");

#[test]
fn the_first_seed_meeting_is_held_in_chinese_with_keys_alone() {
    let (folder, session) = held("exchange.zh.keys", EXCHANGE);
    let found = differences(&expected(), &session);
    assert!(found.is_empty(), "{}", found.join("\n"));
    let texts: Vec<&str> = session["contributions"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|line| line["text"].as_str())
        .collect();
    assert!(!texts.contains(&"要删去的一行"), "it was undone");
    assert_eq!(texts.len(), 15, "{texts:?}");
    let stem = "2023-12-29-Work-exchange-meeting-of-the-directors";
    let minutes = format!("{stem}-documents/{stem}.docx");
    let minutes = fs::read(folder.path().join(minutes)).expect("the minutes were asked for");
    assert!(minutes.starts_with(b"PK"), "they are for Word");
}

#[test]
fn forty_contributions_are_caught_and_mended_with_keys_alone() {
    let (_, session) = held("notes.zh.keys", EXCHANGE);
    let found = differences(&mended(), &session);
    assert!(found.is_empty(), "{}", found.join("\n"));
    let lines = session["contributions"].as_array().expect("a list");
    assert_eq!(lines.len(), 39, "the fortieth was taken back");
}

#[test]
fn the_founding_council_votes_and_elects_with_keys_alone() {
    // Where the chair may break a tie, on the item where one comes up.
    let text = "text = { en = \"The method of election";
    let rule = "rule = { base = \"votes\", need = \"1/2\", strict = true, tie = \"chair\" }\n";
    assert!(FOUNDING.contains(text));
    let agenda = FOUNDING.replacen(text, &format!("{rule}{text}"), 1);
    let (_, session) = held("founding.zh.keys", &agenda);
    let found = differences(&voted(), &session);
    assert!(found.is_empty(), "{}", found.join("\n"));
    let ballots = session["ballots"].as_array().expect("a list");
    let elected = |at: usize| -> Vec<&str> {
        let candidates = ballots[at]["candidates"].as_array().expect("a list");
        let elected = candidates.iter().filter(|one| one["elected"] == true);
        elected.filter_map(|one| one["id"].as_str()).collect()
    };
    assert_eq!(elected(2), ["zhang-xiaoming"]);
    assert_eq!(elected(3).len(), 4);
    assert_eq!(elected(4), ["flower-market"]);
    assert_eq!(elected(5).len(), 15);
    let without = ballots[0]["sentence"].as_str().expect("a sentence");
    assert!(without.contains("without a quorum"), "{without}");
}

/// What the ballots came to.
fn voted() -> Value {
    json!({ "ballots": [
        { "id": "B1", "item": 3, "carried": true, "for": 1 },
        { "id": "B2", "item": 3, "carried": true, "for": 20, "against": 20, "casting_vote": "for" },
        { "id": "B3", "item": 4, "method": "secret", "issued": 45, "invalid": 1 },
        { "id": "B4", "item": 5, "method": "secret", "round": 1 },
        { "id": "B5", "item": 5, "method": "secret", "round": 2, "invalid": 2 },
        { "id": "B6", "item": 6, "method": "show-of-hands" },
        { "id": "B7", "item": 7, "carried": true, "for": 31, "against": 4, "abstaining": 2 },
    ] })
}

/// What became of the forty.
fn mended() -> Value {
    let filed = |id: &str| json!({ "id": id, "unit": "social-sciences", "themes": ["education"] });
    json!({
        "meeting": { "state": "open" },
        "contributions": [
            { "id": "C1", "unit": "youth-league", "kind": "suggestion", "themes": ["youth exchanges"] },
            { "id": "C3", "text": "Camp dates in mid July" },
            { "id": "C5", "text": "为志愿者安排语言培训，由高校承担" },
            { "id": "C10", "kind": "offer" },
            { "id": "C25", "text": "共建丝路学院（昆明）" },
            { "id": "C26", "text": "校园可作活动营地" },
            { "id": "C33", "kind": "suggestion" },
            { "id": "C7", "units": ["youth-league", "social-sciences"] },
            { "id": "C17", "merged_into": "C7" },
            filed("C21"),
            filed("C22"),
            filed("C23"),
            { "id": "C39", "struck": true },
        ],
        "actions": [{ "id": "A1", "owner": "youth-league", "due": "2024-03-15", "from": "C4" }],
    })
}

/// What the session file must hold, whoever else and whatever else is in it.
fn expected() -> Value {
    let line = |id: &str, unit: Value, kind: &str, text: &str| json!({ "id": id, "unit": unit, "kind": kind, "text": text });
    json!({
        "meeting": { "state": "draft", "next": { "date": "2024-12-27" } },
        "items": [
            { "number": 1, "status": "closed" },
            { "number": 2, "status": "closed" },
            { "number": 3, "status": "closed" },
            { "number": 4, "status": "deferred" },
            { "number": 5, "status": "closed" },
        ],
        "contributions": [
            line("C5", json!("youth-league"), "suggestion", "邀请友好城市三十名青年学生来滇参加夏令营"),
            line("C6", json!("youth-league"), "offer", "青年志愿者可以参与友协各类活动"),
            // Its first half was typed before the floor went on.
            line("C7", json!("youth-league"), "suggestion", "七月下旬希望在昆明提供营地"),
            line("C8", json!("social-sciences"), "offer", "院刊开设民间外交专栏"),
            line("C9", json!("youth-league"), "suggestion", "这一行其实是团省委说的"),
            { "id": "C10", "units": ["yufe", "youth-league"], "text": "每年秋季举办校园青年论坛" },
            { "id": "C5", "supported_by": ["yufe"] },
            line("C11", json!("reclamation"), "suggestion", "友好村寨与种植基地结对：橡胶、咖啡、茶叶"),
            { "id": "C14", "person": "luo-jiang", "kind": "question" },
        ],
        "actions": [{ "id": "A1", "owner": "yufe", "due": "2024-03-15" }],
        "summary": { "conclusions": [
            "感谢各位兼职副会长和特邀理事长期以来对省友协工作的关心和支持",
            "今后将在理事之间建立制度化的工作交流机制",
        ] },
    })
}

/// The folder and the session of a meeting of that agenda, held on a Chinese screen by pressing what the file says.
fn held(name: &str, agenda: &str) -> (Arc<TempDir>, Value) {
    let folder = Arc::new(tempfile::tempdir().expect("a folder"));
    let file = folder.path().join("agenda");
    fs::write(&file, agenda).expect("it is written");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tribune"));
    command.args(["--lang", "zh-CN", "run"]);
    command.arg(&file);
    command.arg("--sessions");
    command.arg(folder.path());
    let mut seat = Seat::of(command, Arc::clone(&folder));
    seat.resize(120, 36);
    hold(&mut seat, name);
    assert_eq!(seat.ends(), 0);
    let session = exported(folder.path());
    (folder, session)
}

/// Presses what the file says, and waits for what it says is seen.
fn hold(seat: &mut Seat, name: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/by_hand")
        .join(name);
    let script = fs::read_to_string(path).expect("it is there");
    for line in script
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("# "))
    {
        match line.strip_prefix("see ") {
            Some(text) => seat.see(text),
            None => seat.type_in(&pressed(line)),
        };
    }
}

/// The bytes a terminal sends: names of keys in angle brackets, the rest letter by letter.
fn pressed(mut line: &str) -> String {
    let mut bytes = String::new();
    while let Some(c) = line.chars().next() {
        let named = line.strip_prefix('<').and_then(|rest| rest.split_once('>'));
        if let Some((bytes_of, rest)) = named.and_then(|(name, rest)| Some((sequence(name)?, rest)))
        {
            bytes.push_str(&bytes_of);
            line = rest;
        } else {
            bytes.push(c);
            line = &line[c.len_utf8()..];
        }
    }
    bytes
}

fn sequence(name: &str) -> Option<String> {
    let fixed = match name {
        "Enter" => "\r",
        "Space" => " ",
        "Tab" => "\t",
        "Up" => "\x1b[A",
        "Down" => "\x1b[B",
        "F5" => "\x1b[15~",
        "F6" => "\x1b[17~",
        "F7" => "\x1b[18~",
        "F8" => "\x1b[19~",
        "F9" => "\x1b[20~",
        "Esc" => "\x1b",
        "Alt-3" => "\x1b3",
        "Alt-4" => "\x1b4",
        "Ctrl-/" => "\x1f",
        _ => {
            let letter = name.strip_prefix("Ctrl-")?.bytes().next()?;
            return Some(char::from(letter & 0x1f).to_string());
        }
    };
    Some(fixed.to_owned())
}

/// The session as other programs read it.
fn exported(folder: &Path) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_tribune"))
        .arg("--sessions")
        .arg(folder)
        .args(["export", "last", "--format", "json"])
        .output()
        .expect("it runs");
    serde_json::from_slice(&output.stdout).expect("it is JSON")
}
