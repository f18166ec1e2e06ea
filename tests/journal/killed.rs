//! The real program, killed while somebody speaks, on a disk of its own: the next run goes on with the same speaker and the right clock.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Output, Stdio};

const AGENDA: &str = r#"title = "Work exchange"
date = 2023-12-29
chair = "wang-yu"
language = "en"
items = ["Opening", "Suggestions"]

[unit.yufe]
name = "Yunnan University of Finance and Economics"

[person.wang-yu]
name = "Wang Yu"
capacity = "chair"

[person.yan-ming]
name = "Yan Ming"
unit = "yufe"
"#;

/// A folder with an agenda, in which sessions are kept too.
pub(super) struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::write(folder.path().join("exchange.toml"), AGENDA).expect("the disk is sound");
        Self { folder }
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tribune"));
        command
            .args(["--lang", "en", "--sessions"])
            .arg(self.path("sessions"))
            .arg("run")
            .arg(self.path("exchange.toml"))
            .arg("--plain");
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Starts it, says those lines, and waits until the last of them was answered with something that holds `answer`.
    fn running(&self, lines: &str, answer: &str) -> (Child, ChildStdin) {
        let mut child = self
            .run()
            .stderr(Stdio::null())
            .spawn()
            .expect("the program is there");
        let mut input = child.stdin.take().expect("it was asked for");
        input.write_all(lines.as_bytes()).expect("it reads");
        let told = BufReader::new(child.stdout.take().expect("it was asked for"));
        let mut told = told.lines().map(|line| line.expect("it speaks UTF-8"));
        assert!(
            told.any(|line| line.contains(answer)),
            "{answer:?} was not said"
        );
        (child, input)
    }

    /// Runs it to the end of those lines.
    pub(super) fn say(&self, lines: &str) -> Output {
        let mut child = self.run().spawn().expect("the program is there");
        let mut input = child.stdin.take().expect("it was asked for");
        // A program that ends at once does not read.
        let _ = input.write_all(lines.as_bytes());
        drop(input);
        child.wait_with_output().expect("it ends")
    }

    pub(super) fn journal(&self) -> PathBuf {
        let mut names = fs::read_dir(self.path("sessions"))
            .expect("it is there")
            .flatten()
            .map(|entry| entry.path());
        names
            .find(|path| path.extension().is_some_and(|end| end == "journal"))
            .expect("there is one")
    }
}

pub(super) fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("it speaks UTF-8")
}

pub(super) fn records(journal: &Path) -> usize {
    fs::read_to_string(journal)
        .expect("it is there")
        .lines()
        .count()
        - 1
}

pub(super) const SPEECH: &str = "[2023-12-29T14:30:00+08:00] :open\n\
    :item next\n\
    [2023-12-29T14:31:00+08:00] :floor Yan Ming\n\
    [2023-12-29T14:32:00+08:00] Invite 20 students #education\n";

#[test]
fn a_meeting_killed_in_mid_speech_goes_on_with_the_same_speaker_and_the_right_clock() {
    let place = Place::new();
    let (mut child, _input) = place.running(SPEECH, "Invite 20 students");
    child.kill().expect("it runs");
    child.wait().expect("it was killed");
    let before = records(&place.journal());

    let output = place.say("[2023-12-29T14:33:30+08:00] :done\n:adjourn really\n");
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(
        text(&output.stdout).contains("2:30"),
        "{}",
        text(&output.stdout)
    );
    assert!(records(&place.journal()) > before);
    let session = fs::read_to_string(place.journal().with_extension("toml")).expect("it was saved");
    assert!(session.contains("Invite 20 students"));
}

#[test]
fn a_second_run_of_the_same_meeting_is_told_so() {
    let place = Place::new();
    let (mut child, _input) = place.running(SPEECH, "Invite 20 students");
    let output = place.say("");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("Another tribune"),
        "{}",
        text(&output.stderr)
    );
    child.kill().expect("it runs");
    child.wait().expect("it was killed");
}

#[test]
fn a_torn_journal_goes_on_and_says_what_was_cut() {
    let place = Place::new();
    assert!(place.say(SPEECH).status.success());
    let journal = place.journal();
    let before = fs::read(&journal).expect("it is there");
    fs::write(
        &journal,
        [&before[..], b"{\"seq\":5,\"at\":\"2023-1"].concat(),
    )
    .expect("the disk is sound");
    let output = place.say("");
    assert!(output.status.success());
    assert!(
        text(&output.stderr).contains("cut short"),
        "{}",
        text(&output.stderr)
    );
    assert_eq!(fs::read(&journal).expect("it is there"), before);
}

#[test]
fn a_damaged_journal_is_shown_as_far_as_it_is_whole_and_gone_on_from_in_a_new_file() {
    let place = Place::new();
    assert!(place.say(SPEECH).status.success());
    let journal = place.journal();
    let changed = fs::read_to_string(&journal)
        .expect("it is there")
        .replace("Invite 20 students", "Invite 90 students");
    let changed = changed + "{\"seq\":9}\n";
    fs::write(&journal, &changed).expect("the disk is sound");
    let output = place.say("[2023-12-29T14:40:00+08:00] Too early\n:save\nNow it goes on\n");
    assert!(
        text(&output.stderr).contains("damaged"),
        "{}",
        text(&output.stderr)
    );
    let kept = place.path("sessions").join(format!(
        "{}.1",
        journal
            .file_name()
            .and_then(|name| name.to_str())
            .expect("it has a name")
    ));
    assert_eq!(
        fs::read_to_string(kept).expect("the old one is kept"),
        changed
    );
    let now = fs::read_to_string(&journal).expect("it is there");
    assert!(
        now.contains("Now it goes on") && !now.contains("Too early"),
        "{now}"
    );
}
