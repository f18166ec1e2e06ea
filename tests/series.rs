//! One meeting after another with the real program: what a session leaves open arises in the next of its series.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const FIRST: &str = r#"
title = "First exchange"
series = "exchange"
date = 2024-03-01
language = "en"
rule = { quorum = "none" }
[unit.north]
name = "North College"
[person.ada]
name = "Ada"
unit = "north"
[[item]]
title = "Ideas"
"#;

const SECOND: &str = r#"
title = "Second exchange"
series = "exchange"
date = 2024-06-01
language = "en"
rule = { quorum = "none" }
[person.ada]
name = "Ada"
[[item]]
title = "Matters arising"
"#;

#[test]
fn what_a_meeting_leaves_open_arises_in_the_next_of_its_series() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let first = [
        "[2024-03-01T09:00:00+08:00] :present ada",
        ":open",
        ":floor ada",
        "A youth camp #youth",
        "remark: It rained last year",
        "A ship on the lake",
        ":answer C3 declined too deep",
        ":action North College: ask for tents by 2024-05-01",
        ":adjourn",
    ];
    let second = [
        "[2024-06-01T09:00:00+08:00] :open",
        ":answer M1 adopted forty places",
        ":carry M2",
        ":answer M3 done",
        ":adjourn",
    ];
    let out = held(folder.path(), FIRST, &first, &[]);
    assert!(out.status.success(), "{out:?}");
    let out = held(folder.path(), SECOND, &second, &["--keep-going"]);
    assert_eq!(out.status.code(), Some(1), "there is no third matter");
    let told = String::from_utf8_lossy(&out.stderr);
    assert!(told.contains("M3") && !told.contains("M2"), "{told}");

    let matters = document(folder.path(), "Second")["matters"].clone();
    assert_eq!(matters.as_array().map(Vec::len), Some(2));
    assert_eq!(matters[0]["text"], "A youth camp");
    assert_eq!(matters[0]["status"], "adopted");
    assert_eq!(matters[0]["answer"], "forty places");
    assert_eq!(matters[1]["text"], "ask for tents");
    assert_eq!(matters[1]["status"], "carried");
}

/// The program's answer to a meeting held by script.
fn held(folder: &Path, agenda: &str, script: &[&str], more: &[&str]) -> Output {
    let (agenda_path, script_path) = (folder.join("agenda.toml"), folder.join("script.tribune"));
    fs::write(&agenda_path, agenda).expect("the folder can be written");
    fs::write(&script_path, script.join("\n")).expect("the folder can be written");
    let mut command = tribune(folder);
    command
        .arg("run")
        .arg(agenda_path)
        .arg("--script")
        .arg(script_path);
    command.args(more).output().expect("the program runs")
}

/// The JSON document of the session of that name.
fn document(folder: &Path, session: &str) -> Value {
    let mut command = tribune(folder);
    let out = command
        .args(["export", session, "--format", "json"])
        .output();
    let out = out.expect("the program runs");
    serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{out:?}"))
}

fn tribune(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tribune"));
    command
        .arg("--sessions")
        .arg(folder.join("sessions"))
        .arg("--lang")
        .arg("en");
    command
}
