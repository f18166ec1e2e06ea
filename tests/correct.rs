//! The record after the meeting, with the real program: what is corrected, by whom and why; what is not; approval, also by the next meeting;
//! what was edited by hand; and what is kept whatever happens.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tribune::session_file;

const BOARD: &str = r#"
title = "First board"
series = "board"
date = 2024-03-01
language = "en"
chair = "ada"
rule = { base = "present", need = "1/2", strict = true, quorum = "none" }
[unit.north]
name = "North College"
[unit.south]
name = "South College"
[person.ada]
name = "Ada"
[person.ben]
name = "Ben"
title = "Dean"
unit = "north"
[person.eve]
name = "Eve"
unit = "south"
[[item]]
title = "Ideas"
kind = "round"
[[item]]
title = "Budget"
kind = "motion"
[[item]]
title = "Staff"
closed = true
"#;

const HELD: &[&str] = &[
    "[2024-03-01T09:00:00+08:00] :present ada",
    ":present ben",
    ":open",
    "[2024-03-01T09:05:00+08:00] :floor ben",
    "A youth camp #youth",
    "[2024-03-01T09:10:00+08:00] :floor eve",
    "A ship on the lake",
    "[2024-03-01T09:15:00+08:00] :done",
    "[2024-03-01T09:20:00+08:00] :item next",
    ":ballot",
    ":tally 2 for 1 against 0 abstaining",
    ":result",
    "[2024-03-01T09:30:00+08:00] :item next",
    "@North College SECRET wish",
    "[2024-03-01T09:40:00+08:00] :adjourn",
];

/// A folder in which meetings were held.
struct Folder {
    folder: tempfile::TempDir,
}

impl Folder {
    /// One in which the first board was held.
    fn with_board() -> Self {
        let folder = Self {
            folder: tempfile::tempdir().expect("a temporary folder can be made"),
        };
        let out = folder.hold(BOARD, HELD, &[]);
        assert!(out.status.success(), "{out:?}");
        folder
    }

    fn hold(&self, agenda: &str, script: &[&str], more: &[&str]) -> Output {
        let agenda = self.file("agenda.toml", agenda);
        let script = self.file("held.tribune", &script.join("\n"));
        let mut command = self.tribune();
        command.arg("run").arg(agenda).arg("--script").arg(script);
        command.args(more).output().expect("the program runs")
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).expect("the folder can be written");
        path
    }

    fn tribune(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tribune"));
        let sessions = self.folder.path().join("sessions");
        command
            .arg("--sessions")
            .arg(sessions)
            .args(["--lang", "en"]);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = self.tribune();
        command.stdin(Stdio::null());
        command.args(arguments).output().expect("the program runs")
    }

    /// Corrects the session of that name by those lines.
    fn correct(&self, session: &str, lines: &[&str], more: &[&str]) -> Output {
        let script = self.file("correct.tribune", &lines.join("\n"));
        let mut command = self.tribune();
        command.args(["correct", session, "--script"]).arg(script);
        command.args(more).output().expect("the program runs")
    }

    /// The same line in, line out, going on after a refusal.
    fn typed(&self, session: &str, lines: &[&str]) -> Output {
        let typed = fs::File::open(self.file("typed", &lines.join("\n"))).expect("it is there");
        let mut command = self.tribune();
        command.args(["correct", session]).stdin(typed);
        command.output().expect("the program runs")
    }

    fn document(&self, session: &str) -> Value {
        let out = self.run(&["export", session, "--format", "json"]);
        serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{out:?}"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join("sessions").join(name)
    }

    fn board(&self) -> PathBuf {
        self.path("2024-03-01-First-board.toml")
    }

    fn journal(&self) -> PathBuf {
        self.path("2024-03-01-First-board.journal")
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("it is there")
}

fn said(out: &Output) -> String {
    let (told, more) = (&out.stdout, &out.stderr);
    format!(
        "{}{}",
        String::from_utf8_lossy(told),
        String::from_utf8_lossy(more)
    )
}

/// The program said that, and ended so.
#[track_caller]
fn tells(out: &Output, code: i32, parts: &[&str]) {
    let said = said(out);
    assert_eq!(out.status.code(), Some(code), "{said}");
    for part in parts {
        assert!(said.contains(part), "{part:?} is not in:\n{said}");
    }
}

#[test]
fn a_name_and_a_line_are_corrected_with_a_reason_and_the_old_seal_is_kept() {
    let folder = Folder::with_board();
    let before = folder.document("First");
    assert_eq!(before["meeting"]["state"], "draft");
    let out = folder.correct(
        "First",
        &[
            ":amend ben name \"Benjamin\"",
            ":why the line was misheard",
            ":edit C1 A youth camp in July",
        ],
        &["--why", "the name was incomplete", "--by", "Li Na"],
    );
    let told = [
        "Correcting 2024-03-01-First-board: draft",
        "2 changes were made",
        "corrected, not approved",
    ];
    tells(&out, 0, &told);

    let after = folder.document("First");
    assert_eq!(after["meeting"]["state"], "corrected");
    assert_eq!(after["attendance"][1]["name"], "Benjamin");
    assert_eq!(after["contributions"][0]["text"], "A youth camp in July");
    let corrections = &after["corrections"];
    assert_eq!(corrections.as_array().map(Vec::len), Some(2));
    assert_eq!(corrections[0]["author"], "Li Na");
    assert_eq!(corrections[0]["why"], "the name was incomplete");
    assert_eq!(corrections[0]["what"][0], "Name: Ben → Benjamin");
    assert_eq!(corrections[1]["why"], "the line was misheard");
    assert_eq!(
        corrections[1]["what"][0],
        "C1: “A youth camp” → “A youth camp in July”"
    );
    assert_eq!(after["seals"], Value::Array(vec![before["seal"].clone()]));

    let minutes = said(&folder.run(&["show", "First"]));
    for part in [
        "Corrections after the meeting",
        "Li Na: the line was misheard",
        "Name: Ben → Benjamin",
    ] {
        assert!(minutes.contains(part), "{minutes}");
    }
    let verdict = folder.run(&["verify", "First"]);
    tells(
        &verdict,
        0,
        &[
            "untouched",
            "2 corrections were made",
            "The journal beside it holds the same records",
        ],
    );
}

#[test]
fn a_corrected_session_is_written_again_as_the_same_bytes() {
    let folder = Folder::with_board();
    folder.correct(
        "First",
        &[":item 1", "@South College A second ship", ":absent ben"],
        &[],
    );
    let text = read(&folder.board());
    let session = session_file::read(text.as_bytes()).expect("it is whole");
    assert_eq!(session.changes, []);
    let summary = tribune::summary::Summary::of(&session.meeting);
    let locale = tribune::locale::Locale::new(summary.language);
    let edition = tribune::export::Edition {
        locale: &locale,
        seal: None,
    };
    let body = tribune::export::json::body(&summary, &edition);
    let again = session_file::write(&session.meeting, &summary, &locale, &body);
    assert_eq!(again.text, text);
}

#[test]
fn a_line_that_was_left_out_is_added_to_the_item_that_is_named() {
    let folder = Folder::with_board();
    folder.correct(
        "First",
        &[":item 1", "@South College A second ship #lake"],
        &[],
    );
    let line = folder.document("First")["contributions"][3].clone();
    assert_eq!(
        (line["item"].as_u64(), line["unit"].as_str()),
        (Some(1), Some("south"))
    );
    assert_eq!(
        (line["kind"].as_str(), line["text"].as_str()),
        (Some("suggestion"), Some("A second ship"))
    );
}

#[test]
fn times_of_day_and_turns_are_those_of_the_meeting() {
    let folder = Folder::with_board();
    let lines = [
        ":ended meeting 09:45",
        ":item 1",
        ":ended turn 09:14",
        ":was T1 eve",
    ];
    tells(&folder.correct("First", &lines, &[]), 0, &["3 changes"]);
    let document = folder.document("First");
    assert_eq!(
        document["meeting"]["adjourned"],
        "2024-03-01T09:45:00+08:00"
    );
    let turns = &document["items"][0]["turns"];
    assert_eq!(turns[1]["until"], "2024-03-01T09:14:00+08:00");
    assert_eq!(turns[0]["person"], "eve");
    assert_eq!(
        document["contributions"][0]["unit"], "south",
        "its lines go with the turn"
    );
}

#[test]
fn the_item_that_the_adjournment_closed_ends_with_the_meeting() {
    let folder = Folder::with_board();
    let out = folder.correct("First", &[":ended meeting 09:25"], &[]);
    tells(&out, 1, &["before 09:30"]);
    let out = folder.correct("First", &[":ended meeting 09:35"], &[]);
    tells(&out, 0, &["One change"]);
    let document = folder.document("First");
    let ended = "2024-03-01T09:35:00+08:00";
    assert_eq!(document["meeting"]["adjourned"], ended);
    assert_eq!(document["meeting"]["sittings"][0]["closed"], ended);
    assert_eq!(document["items"][2]["used_seconds"], 5 * 60);
}

#[test]
fn the_roll_is_set_right_and_what_was_counted_in_a_ballot_stays() {
    let folder = Folder::with_board();
    let before = folder.document("First");
    assert_eq!(before["summary"]["present"], 3);
    let lines = [":absent ben", ":left eve at 09:25", ":amend ada votes no"];
    tells(&folder.correct("First", &lines, &[]), 0, &["3 changes"]);
    let after = folder.document("First");
    let ben = &after["attendance"][1];
    assert_eq!(
        (ben["status"].as_str(), &ben["from"]),
        (Some("absent"), &Value::Null)
    );
    let eve = &after["attendance"][2];
    assert_eq!(eve["from"], "2024-03-01T09:10:00+08:00");
    assert_eq!(eve["until"], "2024-03-01T09:25:00+08:00");
    assert_eq!(after["summary"]["present"], 2, "Ada and Eve, at most");
    assert_eq!(after["ballots"], before["ballots"]);
    assert_eq!(after["decisions"], before["decisions"]);

    folder.correct("First", &[":present ben at 09:03", ":present eve"], &[]);
    let again = folder.document("First");
    assert_eq!(again["summary"]["present"], 3);
    assert_eq!(again["attendance"][1]["from"], "2024-03-01T09:03:00+08:00");
    assert_eq!(again["attendance"][2]["until"], Value::Null);
}

#[test]
fn what_was_done_in_the_meeting_is_no_correction_and_each_refusal_says_what_is() {
    let folder = Folder::with_board();
    let (session, journal) = (read(&folder.board()), read(&folder.journal()));
    for (line, instead) in [
        (":open", ":began meeting"),
        (":adjourn", ":began meeting"),
        (":chair ben", ":began meeting"),
        (":close adopted", ":decide"),
        (":skip 2 no time", ":decide"),
        (":floor ben", "@WHO text"),
        (":ask ben", "@WHO text"),
        (":tally all for", "next meeting"),
        (":ballot", "next meeting"),
        (":motion \"more\" by ben", "next meeting"),
        (":count 5", ":present"),
        ("+C1", "@WHO text"),
        ("why the name was wrong", "@WHO text"),
        (":left ada", "at TIME"),
        (":present ada at 10:30", "after the adjournment"),
        (":undo", "nothing is undone across it"),
        (":undo 5", "nothing is undone across it"),
        (":redo", "nothing to redo"),
    ] {
        let out = folder.typed("First", &[line]);
        tells(&out, 0, &[instead, "Nothing was changed"]);
        assert_eq!(read(&folder.board()), session, "{line}");
        assert_eq!(read(&folder.journal()), journal, "{line}");
    }
}

#[test]
fn a_decision_is_set_right_where_no_vote_says_otherwise() {
    let folder = Folder::with_board();
    let contradicts = [":item 2", ":decide rejected the budget"];
    let out = folder.correct("First", &contradicts, &[]);
    tells(&out, 1, &["The vote on this item came to: adopted"]);
    let lines = [
        ":item 2",
        ":decide adopted with the budget of 2025",
        ":item 1",
        ":decide noted the ideas of both colleges",
        ":action North College: ask for tents by 2024-05-01",
    ];
    tells(&folder.correct("First", &lines, &[]), 0, &["3 changes"]);
    let document = folder.document("First");
    assert_eq!(document["items"][1]["outcome"], "adopted");
    assert_eq!(document["items"][0]["outcome"], "noted");
    assert_eq!(document["actions"][0]["item"], 1);
}

#[test]
fn what_was_sealed_is_not_undone_and_what_was_taken_back_is_not_listed() {
    let folder = Folder::with_board();
    folder.correct("First", &[":edit C1 A camp"], &[]);
    let out = folder.typed("First", &[":strike C2 typed twice", ":undo", ":undo"]);
    tells(
        &out,
        0,
        &["Taken back", "beginning of a correction", "was taken back"],
    );
    let document = folder.document("First");
    assert_eq!(document["corrections"].as_array().map(Vec::len), Some(1));
    assert_eq!(document["contributions"][1]["struck"], false);
    assert_eq!(document["seals"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_script_whose_second_line_is_refused_keeps_the_first() {
    let folder = Folder::with_board();
    let lines = [
        "# as agreed",
        ":edit C1 A camp",
        ":edit C99 nothing",
        ":edit C2 A boat",
    ];
    let out = folder.correct("First", &lines, &[]);
    tells(
        &out,
        1,
        &[
            "Line 3 was refused: :edit C99 nothing",
            "One change was made",
        ],
    );
    let document = folder.document("First");
    assert_eq!(document["contributions"][0]["text"], "A camp");
    assert_eq!(document["contributions"][1]["text"], "A ship on the lake");
    tells(&folder.run(&["verify", "First"]), 0, &["untouched"]);
}

#[test]
fn stamps_and_chinese_commands_work_in_a_correction() {
    let folder = Folder::with_board();
    let lines = ["[2024-03-05T10:00:00+08:00] :原因 听错", ":修改 C1 青年营"];
    tells(&folder.correct("First", &lines, &[]), 0, &["One change"]);
    let correction = folder.document("First")["corrections"][0].clone();
    assert_eq!(correction["at"], "2024-03-05T10:00:00+08:00");
    assert_eq!(correction["why"], "听错");
    let early = ["[2024-02-01T10:00:00+08:00] :edit C1 too early"];
    tells(
        &folder.correct("First", &early, &[]),
        1,
        &["Nothing was changed"],
    );
}

#[test]
fn approved_minutes_are_neither_corrected_nor_approved_again() {
    let folder = Folder::with_board();
    tells(
        &folder.run(&["approve", "First", "--at", "2024-02-01"]),
        1,
        &["is before the meeting"],
    );
    tells(
        &folder.run(&["approve", "First", "--at", "2999-01-01"]),
        1,
        &["has not come yet"],
    );
    let out = folder.run(&["approve", "First", "--at", "2024-06-01"]);
    tells(
        &out,
        0,
        &["The minutes of 2024-03-01 (2024-03-01-First-board) were approved as of 2024-06-01"],
    );
    let document = folder.document("First");
    assert_eq!(document["meeting"]["state"], "approved");
    assert_eq!(document["meeting"]["approved"]["on"], "2024-06-01");
    let sealed = read(&folder.board());
    for out in [
        folder.correct("First", &[":edit C1 A camp"], &[]),
        folder.run(&["approve", "First"]),
    ] {
        tells(&out, 1, &["approved on 2024-06-01", "not corrected"]);
    }
    assert_eq!(read(&folder.board()), sealed);
    tells(
        &folder.run(&["show", "First"]),
        0,
        &["These minutes were approved on 2024-06-01."],
    );
    tells(
        &folder.run(&["verify", "First"]),
        0,
        &["untouched", "approved"],
    );
}

#[test]
fn a_meeting_that_is_not_over_is_neither_corrected_nor_approved() {
    let folder = Folder::with_board();
    let open = BOARD.replace("First board", "Second board");
    folder.hold(&open, &HELD[..5], &[]);
    let out = folder.correct("Second", &[":edit C1 x"], &[]);
    tells(&out, 1, &["is not over", "tribune run"]);
    tells(&folder.run(&["approve", "Second"]), 1, &["is not over"]);
    assert_eq!(folder.document("Second")["meeting"]["state"], "open");
}

const NEXT: &str = r#"
title = "Second board"
series = "board"
date = 2024-06-01
language = "en"
rule = { base = "present", need = "1/2", strict = true, quorum = "none" }
[person.ada]
name = "Ada"
[[item]]
title = "Minutes of the last meeting"
kind = "approval"
documents = ["last"]
"#;

fn approving(close: &'static [&'static str]) -> Vec<&'static str> {
    let mut lines = vec!["[2024-06-01T09:00:00+08:00] :present ada", ":open"];
    lines.extend(close);
    lines.push(":adjourn");
    lines
}

#[test]
fn the_next_meeting_approves_the_minutes_of_the_last() {
    for close in [
        &[":ballot", ":tally 1 for 0 against 0 abstaining", ":result"][..],
        &[":close adopted"][..],
    ] {
        let folder = Folder::with_board();
        folder.correct("First", &[":edit C1 A camp"], &[]);
        let out = folder.hold(NEXT, &approving(close), &[]);
        tells(
            &out,
            0,
            &["The minutes of 2024-03-01 (2024-03-01-First-board) were approved as of 2024-06-01"],
        );
        let approved = folder.document("First")["meeting"]["approved"].clone();
        assert_eq!(approved["on"], "2024-06-01");
        assert_eq!(approved["session"], "2024-06-01-Second-board");
        tells(
            &folder.run(&["verify", "First"]),
            0,
            &["untouched", "holds the same records"],
        );
    }
}

#[test]
fn minutes_that_cannot_be_approved_are_told_of_and_the_meeting_is_kept() {
    let kept = |folder: &Folder, parts: &[&str]| {
        let out = folder.hold(NEXT, &approving(&[":close adopted"]), &[]);
        tells(&out, 0, parts);
        assert_eq!(folder.document("Second")["meeting"]["state"], "draft");
    };
    let twice = Folder::with_board();
    twice.run(&["approve", "First", "--at", "2024-05-01"]);
    kept(&twice, &["could not be entered", "approved on 2024-05-01"]);

    let edited = Folder::with_board();
    fs::write(
        edited.board(),
        read(&edited.board()).replacen("A ship", "A boat", 1),
    )
    .expect("written");
    kept(&edited, &["could not be entered", "edited by hand"]);

    let locked = Folder::with_board();
    let journal = fs::File::open(locked.journal()).expect("it is there");
    journal.lock().expect("nobody has it");
    kept(&locked, &["could not be entered"]);

    let missing = Folder::with_board();
    fs::remove_file(missing.board()).expect("it is there");
    kept(&missing, &["no finished session of the same series"]);
}

#[test]
fn minutes_approved_with_changes_are_changed_first_and_a_rehearsal_approves_nothing() {
    let folder = Folder::with_board();
    let sealed = read(&folder.board());
    let out = folder.hold(NEXT, &approving(&[":close adopted"]), &["--rehearse"]);
    assert!(!said(&out).contains("approved as of"), "{out:?}");
    assert_eq!(read(&folder.board()), sealed);
    let out = folder.hold(NEXT, &approving(&[":close amended"]), &[]);
    tells(
        &out,
        0,
        &["with changes", "tribune correct 2024-03-01-First-board"],
    );
    assert_eq!(read(&folder.board()), sealed);
    let out = folder.hold(NEXT, &approving(&[":close rejected"]), &["--new"]);
    assert!(!said(&out).contains("approved as of"), "{out:?}");
}

#[test]
fn a_file_edited_by_hand_is_named_with_what_it_was_and_not_corrected_before_really() {
    let folder = Folder::with_board();
    let sealed = read(&folder.board());
    let edited = sealed.replacen(
        "text = \"A ship on the lake\"",
        "text = \"A boat on the lake\"",
        1,
    );
    assert_ne!(edited, sealed);
    fs::write(folder.board(), &edited).expect("it can be written");
    let verdict = folder.run(&["verify", "First"]);
    let line = edited
        .lines()
        .position(|line| line.contains("A boat"))
        .expect("it is there")
        + 1;
    let place = format!(
        "Line {line}, in [[contributions]] C2: text is “A boat on the lake” and was “A ship on the lake”."
    );
    tells(&verdict, 1, &["was changed since it was sealed", &place]);
    let path = folder.board().to_string_lossy().into_owned();
    let told = ["are not those that were sealed", &place];
    tells(&folder.run(&["check", &path]), 1, &told);

    let out = folder.correct("First", &[":edit C1 A camp"], &[]);
    tells(&out, 1, &["edited by hand", "tribune verify", "--really"]);
    assert_eq!(read(&folder.board()), edited);
    let out = folder.correct("First", &[":edit C1 A camp"], &["--really"]);
    tells(&out, 0, &["One change"]);
    let text = read(&folder.board());
    assert!(
        text.contains("A camp") && !text.contains("A boat"),
        "{text}"
    );
    tells(&folder.run(&["verify", "First"]), 0, &["untouched"]);
    tells(&folder.run(&["check", &path]), 0, &["in order"]);
}

#[test]
fn no_name_is_no_session() {
    let folder = Folder::with_board();
    for command in ["verify", "show", "correct"] {
        tells(&folder.run(&[command, ""]), 1, &["No session is named"]);
    }
}

#[test]
fn a_record_that_was_changed_is_told_with_what_the_journal_says() {
    let folder = Folder::with_board();
    let sealed = read(&folder.board());
    let at = sealed.find("\n[journal]").expect("it is there");
    let (shown, records) = sealed.split_at(at);
    let edited = format!("{shown}{}", records.replacen("A ship on", "A boat on", 1));
    fs::write(folder.board(), &edited).expect("it can be written");
    let told = [
        "now says: C2, suggestion, Eve, South College: A boat on the lake",
        "text is “A ship on the lake”, and by the records it would be “A boat on the lake”",
        "is another one in the journal beside it",
        "says: C2, suggestion, Eve, South College: A ship on the lake",
    ];
    tells(&folder.run(&["verify", "First"]), 1, &told);

    let journal = read(&folder.journal());
    fs::remove_file(folder.journal()).expect("it is there");
    let out = folder.correct("First", &[":edit C1 A camp"], &["--really"]);
    tells(&out, 1, &["no journal is beside it"]);
    assert_eq!(read(&folder.board()), edited);
    fs::write(folder.journal(), journal).expect("it can be written");
    let out = folder.correct("First", &[":edit C1 A camp"], &["--really"]);
    tells(&out, 0, &["written anew from the journal", "One change"]);
    assert_eq!(
        folder.document("First")["contributions"][1]["text"],
        "A ship on the lake"
    );
}

#[test]
fn without_its_journal_or_in_another_folder_the_file_is_corrected_by_its_own_records() {
    let folder = Folder::with_board();
    let elsewhere = folder.folder.path().join("sent.toml");
    fs::copy(folder.board(), &elsewhere).expect("it can be copied");
    let sealed = read(&folder.board());
    let path = elsewhere.to_string_lossy().into_owned();
    let out = folder.correct(&path, &[":edit C1 A camp"], &[]);
    tells(
        &out,
        0,
        &["No journal is beside the session file", "One change"],
    );
    tells(
        &folder.run(&["verify", &path]),
        0,
        &["sent is untouched", "One correction"],
    );
    assert_eq!(read(&folder.board()), sealed, "the other one is as it was");
    assert!(!folder.folder.path().join("sent.journal").exists());
}

#[test]
fn while_somebody_else_has_the_journal_nothing_is_corrected() {
    let folder = Folder::with_board();
    let sealed = read(&folder.board());
    let journal = fs::File::open(folder.journal()).expect("it is there");
    journal.lock().expect("nobody has it");
    for out in [
        folder.correct("First", &[":edit C1 A camp"], &[]),
        folder.run(&["approve", "First", "--at", "2024-06-01"]),
    ] {
        tells(&out, 1, &["First-board.journal"]);
    }
    assert_eq!(read(&folder.board()), sealed);
}

#[test]
fn a_journal_that_says_otherwise_is_told_of_and_both_stay() {
    let folder = Folder::with_board();
    let (old, mine) = (read(&folder.board()), read(&folder.journal()));
    folder.correct("First", &[":edit C1 theirs"], &[]);
    let theirs = read(&folder.journal());
    fs::write(folder.board(), old).expect("it can be written");
    fs::write(folder.journal(), &mine).expect("it can be written");
    folder.correct("First", &[":edit C1 mine"], &[]);
    let sealed = read(&folder.board());
    for (journal, part) in [
        (&theirs, "is another one in the journal"),
        (&mine, "not in the journal beside it"),
    ] {
        fs::write(folder.journal(), journal).expect("it can be written");
        tells(
            &folder.correct("First", &[":edit C2 x"], &[]),
            1,
            &[part, "Find out"],
        );
        tells(&folder.run(&["verify", "First"]), 1, &["untouched", part]);
        assert_eq!(
            (&read(&folder.board()), &read(&folder.journal())),
            (&sealed, journal)
        );
    }
}

#[test]
fn a_program_that_is_killed_in_the_middle_leaves_the_old_file_whole_and_loses_nothing() {
    let folder = Folder::with_board();
    let (old, short) = (read(&folder.board()), read(&folder.journal()));
    folder.correct(
        "First",
        &[":edit C1 A camp", ":edit C2 A boat"],
        &["--why", "misheard"],
    );
    let long = read(&folder.journal());
    let added = long.len() - short.len();
    for cut in (0..=added).step_by((added / 12).max(1)) {
        fs::write(folder.board(), &old).expect("it can be written");
        fs::write(folder.journal(), &long.as_bytes()[..short.len() + cut]).expect("written");
        assert_eq!(
            folder.run(&["verify", "First"]).status.code(),
            Some(0),
            "{cut}"
        );
        let out = folder.run(&["correct", "First"]);
        assert_eq!(out.status.code(), Some(0), "{cut}: {out:?}");
        let verdict = folder.run(&["verify", "First"]);
        tells(&verdict, 0, &["untouched", "holds the same records"]);
        let lines = read(&folder.journal()).lines().count() as u64;
        assert_eq!(
            folder.document("First")["seal"]["records"],
            lines - 1,
            "{cut}"
        );
    }
}

#[test]
fn nothing_changed_leaves_the_file_untouched() {
    let folder = Folder::with_board();
    let (session, journal) = (read(&folder.board()), read(&folder.journal()));
    for lines in [
        &[][..],
        &[":why no reason", ":item 1", ":quit"][..],
        &[":log", ":retitle 1 \"\""][..],
    ] {
        let out = folder.typed("First", lines);
        tells(&out, 0, &["Nothing was changed"]);
        assert_eq!(
            (read(&folder.board()), read(&folder.journal())),
            (session.clone(), journal.clone())
        );
    }
}

#[test]
fn what_is_damaged_gets_a_sentence_and_stays_as_it_is() {
    let folder = Folder::with_board();
    let sealed = read(&folder.board());
    for (damaged, part) in [
        (
            sealed[..sealed.find("\n[journal]").expect("there")].to_owned(),
            "cannot be read",
        ),
        (
            sealed.replacen("version = 1", "version = 9", 1),
            "later tribune",
        ),
        (String::new(), "empty"),
    ] {
        fs::write(folder.board(), &damaged).expect("it can be written");
        let path = folder.board().to_string_lossy().into_owned();
        tells(
            &folder.correct(&path, &[":edit C1 x"], &["--really"]),
            1,
            &[part],
        );
        assert_eq!(read(&folder.board()), damaged);
    }
    fs::write(folder.board(), &sealed).expect("it can be written");
    let journal = read(&folder.journal());
    let wrong = journal.replacen("A ship", "A boat", 1);
    fs::write(folder.journal(), &wrong).expect("it can be written");
    assert_eq!(
        folder.correct("First", &[":edit C1 x"], &[]).status.code(),
        Some(1)
    );
    assert_eq!(
        (read(&folder.board()), read(&folder.journal())),
        (sealed, wrong)
    );
}

#[test]
fn corrections_of_a_closed_item_leave_with_no_public_export() {
    let folder = Folder::with_board();
    folder.correct(
        "First",
        &[":edit C3 SECRET plan", ":why open", ":edit C1 A camp"],
        &["--why", "SECRET reason"],
    );
    let whole = said(&folder.run(&["export", "First", "--format", "json"]));
    assert!(
        whole.contains("SECRET plan") && whole.contains("SECRET reason"),
        "{whole}"
    );
    for format in ["json", "md", "txt"] {
        let public = said(&folder.run(&["export", "First", "--format", format, "--public"]));
        assert!(!public.contains("SECRET"), "{public}");
        assert!(
            public.contains("A youth camp") && public.contains("A camp"),
            "{public}"
        );
    }
}

#[test]
fn what_a_corrected_or_approved_session_left_open_still_arises() {
    let folder = Folder::with_board();
    folder.correct(
        "First",
        &[":answer C1 done", ":edit C2 A boat on the lake"],
        &[],
    );
    folder.run(&["approve", "First", "--at", "2024-05-01"]);
    folder.hold(NEXT, &["[2024-06-01T09:00:00+08:00] :open"], &[]);
    let matters = folder.document("Second")["matters"].clone();
    let texts: Vec<&str> = matters
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|matter| matter["text"].as_str())
        .collect();
    assert!(texts.contains(&"A boat on the lake"), "{texts:?}");
    assert!(!texts.contains(&"A youth camp"), "{texts:?}");
}

#[test]
fn a_reason_is_given_in_a_correction_alone() {
    let folder = Folder::with_board();
    let next = NEXT.replace("Second", "Third");
    let out = folder.hold(&next, &[":open", ":why not"], &[]);
    tells(&out, 1, &["in a correction alone"]);
}
