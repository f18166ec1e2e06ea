//! The meeting without a screen, line in, line out: what a reader of the two outputs sees, and what is on record after it.

use std::io::{Cursor, Write};
use std::sync::Arc;

use chrono::FixedOffset;
use tribune::agenda::file;
use tribune::journal::{Journal, Memory};
use tribune::locale::Locale;
use tribune::meeting::record::line_of;
use tribune::meeting::{Author, Header, Meeting};
use tribune::plain::{self, Ended, From, Manner, Means, OnRefusal, Voice};
use tribune::room::{Clock, Keeping, Room};
use tribune::text::{Language, Moment};

use crate::support::archive::Archive;

const AGENDA: &str = r#"
title = { en = "Work exchange", zh = "工作交流会" }
chair = "wang-yu"
themes = ["education"]

[unit.yufe]
name = { en = "Yunnan University", zh = "云南大学" }
short = "YUFE"

[person.wang-yu]
name = { en = "Wang Yu", zh = "王宇" }

[person.yan-ming]
name = { en = "Yan Ming", zh = "严明" }
title = { en = "Vice President", zh = "副校长" }
unit = "yufe"

[[item]]
title = { en = "Opening", zh = "开场" }
kind = "opening"

[[item]]
title = { en = "Suggestions", zh = "意见建议" }
kind = "round"
each = "5m"
speakers = ["yan-ming"]
"#;

/// What came out, and the room it came from.
struct Heard {
    out: String,
    err: String,
    ended: Ended,
    meeting: Arc<Meeting>,
}

impl Heard {
    fn lines(&self) -> Vec<&str> {
        self.out.lines().collect()
    }

    fn texts(&self) -> Vec<String> {
        self.meeting
            .contributions
            .all()
            .map(|line| line.line.text.to_string())
            .collect()
    }
}

fn room() -> Room {
    room_by(Clock::Stamped(
        FixedOffset::east_opt(8 * 3600).expect("an offset"),
    ))
}

fn room_by(clock: Clock) -> Room {
    let begun = Moment::parse_from_rfc3339("2023-12-29T14:00:00+08:00").expect("a moment");
    let header = Header {
        tribune: 1,
        begun,
        path: "exchange.toml".into(),
        agenda: AGENDA.into(),
    };
    let agenda = file::read(AGENDA)
        .agenda
        .expect("the agenda has no mistakes");
    let journal = Journal::create(
        Arc::new(Memory::new()),
        "exchange.journal",
        &line_of(&header),
    )
    .expect("memory is sound");
    Room::open(
        journal,
        Meeting::begin(header, agenda),
        clock,
        Keeping::by(Box::new(|_| Ok(()))),
    )
    .expect("there are threads")
}

fn hold_in(room: &Room, language: Language, from: From, lines: &str) -> Heard {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let handle = room.handle();
    let voice = Voice {
        locale: Locale::new(language),
        out: &mut out,
        err: &mut err,
    };
    let manner = Manner {
        author: Author::chair(),
        from,
    };
    let ended = plain::hold(
        &handle,
        voice,
        manner,
        Means::none(),
        Cursor::new(lines.to_owned().into_bytes()),
    );
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("sentences are UTF-8");
    Heard {
        out: text(out),
        err: text(err),
        ended,
        meeting: handle.latest(),
    }
}

fn hold(from: From, lines: &str) -> Heard {
    hold_in(&room(), Language::English, from, lines)
}

const SCRIPT: From = From::Script {
    refused: OnRefusal::Stop,
    after: 0,
};
const KEEP_GOING: From = From::Script {
    refused: OnRefusal::GoOn,
    after: 0,
};

#[test]
fn each_thing_that_happens_is_one_sentence_on_standard_output() {
    let heard = hold(
        From::Pipe,
        ":open\n:item next\n:floor ym\nInvite 20 students #education\n",
    );
    assert_eq!(heard.ended, Ended::Well);
    let lines = heard.lines();
    assert!(
        lines
            .iter()
            .any(|line| line.contains("The meeting is open: Work exchange.")),
        "{}",
        heard.out
    );
    assert!(
        lines.iter().any(|line| line
            .contains("On the floor for 5:00: Yan Ming, Vice President of Yunnan University.")),
        "{}",
        heard.out
    );
    assert_eq!(
        lines.last().copied(),
        Some("C1, suggestion, Yan Ming, Yunnan University: Invite 20 students (education)")
    );
}

#[test]
fn the_sentences_are_in_the_readers_language() {
    let heard = hold_in(&room(), Language::Chinese, From::Pipe, "：开会\n");
    assert!(
        heard.out.starts_with("会议开始：工作交流会。"),
        "{} {}",
        heard.out,
        heard.err
    );
}

#[test]
fn a_refusal_is_told_and_the_next_line_is_done() {
    let heard = hold(From::Pipe, ":open\n:floor nobody-at-all\nstill here\n");
    assert_eq!(heard.ended, Ended::Well);
    assert!(heard.err.contains("nobody-at-all"), "{}", heard.err);
    assert_eq!(heard.texts(), ["still here"]);
}

#[test]
fn a_script_stops_at_the_first_refused_line_and_says_which_and_why() {
    let heard = hold(
        SCRIPT,
        "# a comment\n:open\n\none\n:floor nobody-at-all\ntwo\n",
    );
    assert_eq!(heard.ended, Ended::Refused);
    assert!(
        heard
            .err
            .contains("Line 5 was refused: :floor nobody-at-all"),
        "{}",
        heard.err
    );
    assert!(
        heard.err.lines().count() >= 2,
        "the reason follows: {}",
        heard.err
    );
    assert_eq!(
        heard.texts(),
        ["one"],
        "what stands before it is kept, what stands after it is not done"
    );
}

#[test]
fn a_script_that_keeps_going_still_ends_with_what_was_refused() {
    let heard = hold(KEEP_GOING, ":open\n:floor nobody-at-all\ntwo\n");
    assert_eq!(heard.ended, Ended::Refused);
    assert_eq!(heard.texts(), ["two"]);
}

#[test]
fn going_on_starts_behind_the_last_line_on_record() {
    let room = room();
    let script = ":open\none\n:floor nobody-at-all\nthree\n";
    let first = hold_in(&room, Language::English, SCRIPT, script);
    assert_eq!(plain::last_line(&first.meeting), 2);
    let mended = script.replace("nobody-at-all", "Yan Ming");
    let from = From::Script {
        refused: OnRefusal::Stop,
        after: plain::last_line(&first.meeting),
    };
    let second = hold_in(&room, Language::English, from, &mended);
    assert_eq!(second.ended, Ended::Well, "{}", second.err);
    assert_eq!(second.texts(), ["one", "three"]);
}

#[test]
fn a_record_carries_the_stamp_of_its_line_and_a_line_without_takes_the_one_before() {
    let heard = hold(
        SCRIPT,
        "[2023-12-29T14:30:00+08:00] :open\n[2023-12-29T14:31:00+08:00] one\ntwo\n",
    );
    let times: Vec<String> = heard
        .meeting
        .history
        .records()
        .map(|record| record.at.to_rfc3339())
        .collect();
    assert_eq!(
        times,
        [
            "2023-12-29T14:30:00+08:00",
            "2023-12-29T14:31:00+08:00",
            "2023-12-29T14:31:00+08:00"
        ]
    );
}

#[test]
fn a_stamp_before_the_last_record_is_refused_and_later_lines_go_on() {
    let heard = hold(
        From::Pipe,
        "[2023-12-29T14:30:00+08:00] :open\n[2023-12-29T14:29:59+08:00] early\n[2023-12-29T14:30:05+08:00] late\n",
    );
    assert_eq!(heard.texts(), ["late"], "{}", heard.err);
    assert!(!heard.err.is_empty());
}

#[test]
fn at_the_end_of_the_lines_the_meeting_is_left_open() {
    let heard = hold(SCRIPT, ":open\n");
    assert_eq!(heard.ended, Ended::Well);
    assert!(heard.meeting.progress.is_open());
    assert!(heard.err.contains("still open"), "{}", heard.err);
}

#[test]
fn nothing_but_whole_sentences_comes_out() {
    let heard = hold(
        From::Pipe,
        ":open\none\ntwo\n:undo\n:log\n:face floor\n:each\n",
    );
    assert!(heard.err.lines().count() <= 1, "{}", heard.err);
    for line in heard.out.lines() {
        assert!(
            !line.contains("  ") && !line.contains('│') && !line.contains('\t'),
            "{line:?}"
        );
    }
    assert!(heard.out.contains("Taken back: C2"), "{}", heard.out);
}

#[test]
fn the_board_is_read_out_in_groups_and_a_filter_finds_in_it() {
    let heard = hold(
        From::Pipe,
        ":open\noffer: a ship #trade\nsuggest: an exchange of teachers\n:star C1\n:answer C2 adopted in spring\n:face contributions by kind\n",
    );
    assert_eq!(heard.err.lines().count(), 1, "{}", heard.err);
    let said = heard.out.split("2 contributions by kind").nth(1);
    let said: Vec<&str> = said.expect("the board").lines().skip(1).collect();
    assert!(
        said[0].starts_with("suggestion: one contribution"),
        "{said:?}"
    );
    assert!(said[1].contains("exchange of teachers") && said[1].contains("adopted: in spring"));
    assert!(said[2].starts_with("offer: one contribution"), "{said:?}");
    assert!(said[3].contains("a ship") && said[3].contains("starred"));
    let heard = hold(From::Pipe, ":open\none\noffer: two\n/offer\n/three\n");
    let found = heard.out.lines().rev().take(2).collect::<Vec<_>>();
    assert!(
        found[1].contains("C2") && found[0].contains("three"),
        "{}",
        heard.out
    );
}

#[test]
fn a_line_that_is_not_text_is_one_refusal_and_no_end() {
    let room = room();
    let handle = room.handle();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let voice = Voice {
        locale: Locale::new(Language::English),
        out: &mut out,
        err: &mut err,
    };
    let manner = Manner {
        author: Author::chair(),
        from: From::Pipe,
    };
    let ended = plain::hold(
        &handle,
        voice,
        manner,
        Means::none(),
        Cursor::new(b"\xff\xfe\n:open\n".to_vec()),
    );
    assert_eq!(ended, Ended::Well);
    assert!(handle.latest().progress.is_open());
    assert!(String::from_utf8_lossy(&err).contains("UTF-8"));
}

#[test]
fn a_person_who_is_gone_ends_it_quietly() {
    struct Gone;
    impl std::io::Write for Gone {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let room = room();
    let handle = room.handle();
    let (mut out, mut err) = (Gone, Vec::new());
    let voice = Voice {
        locale: Locale::new(Language::English),
        out: &mut out,
        err: &mut err,
    };
    let manner = Manner {
        author: Author::chair(),
        from: From::Person,
    };
    let ended = plain::hold(
        &handle,
        voice,
        manner,
        Means::none(),
        Cursor::new(b":open\none\n".to_vec()),
    );
    assert_eq!(ended, Ended::Well);
    assert!(handle.latest().history.is_empty() && err.is_empty());
}

/// Runs the real program on that agenda with those further arguments, its sessions kept in that folder.
fn program(
    folder: &std::path::Path,
    arguments: &[&str],
    lines: &str,
) -> (Option<i32>, String, String) {
    use std::process::{Command, Stdio};
    let agenda = folder.join("agenda.toml");
    std::fs::write(&agenda, AGENDA).expect("the folder is sound");
    let mut child = Command::new(env!("CARGO_BIN_EXE_tribune"))
        .args(["run", "--lang", "en", "--sessions"])
        .arg(folder.join("sessions"))
        .arg(agenda)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program was built");
    // A program that refuses its arguments reads nothing.
    let _ = child
        .stdin
        .take()
        .expect("it is piped")
        .write_all(lines.as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("sentences are UTF-8");
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn a_script_that_was_refused_goes_on_where_it_stopped_and_only_when_told_to() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let run = |arguments: &[&str], lines: &str| program(folder.path(), arguments, lines);
    let script = ":open\none\n:floor\ntwo\n";
    let (code, out, err) = run(&["--script", "-"], script);
    assert_eq!(code, Some(1), "{err}");
    assert!(
        out.contains(": one") && err.contains("Line 3 was refused: :floor"),
        "{out}{err}"
    );
    let (code, out, err) = run(&["--script", "-"], script);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(err.contains("--continue"), "{err}");
    let mended = script.replace(":floor", ":floor Yan Ming");
    let (code, out, err) = run(&["--script", "-", "--continue"], &mended);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("C2") && !out.contains(": one"), "{out}");
}

#[test]
fn without_a_terminal_the_meeting_is_held_in_lines_and_kept() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (code, out, err) = program(
        folder.path(),
        &[],
        ":open\n:floor nobody-at-all\nstill here\n:adjourn really\n",
    );
    assert_eq!(
        code,
        Some(0),
        "a refusal in a conversation is no failure: {err}"
    );
    assert!(
        out.contains("still here") && out.contains("The meeting is adjourned."),
        "{out}"
    );
    let kept = std::fs::read_dir(folder.path().join("sessions")).expect("it was made");
    let kept: Vec<String> = kept
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    assert!(
        kept.iter().any(|name| std::path::Path::new(name)
            .extension()
            .is_some_and(|ending| ending == "toml")),
        "{kept:?}"
    );
}

#[test]
fn a_rehearsal_keeps_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (code, out, err) = program(folder.path(), &["--rehearse"], ":open\none\n:save\n");
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("This is a rehearsal"), "{out}");
    let all = format!("{out}{err}").to_lowercase();
    assert!(
        err.contains("nothing of it is kept") && !all.contains("saved"),
        "{all}"
    );
    assert!(!folder.path().join("sessions").exists());
}

#[test]
fn a_script_that_is_not_there_begins_no_meeting() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (code, _, err) = program(folder.path(), &["--script", "no-such-file"], "");
    assert_eq!(code, Some(1), "{err}");
    assert!(!folder.path().join("sessions").exists());
}

/// Takes a line, and then fails so.
struct Failing(std::io::ErrorKind, Vec<u8>);

impl Write for Failing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.1.contains(&b'\n') {
            return Err(self.0.into());
        }
        self.1.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn lines_are_recorded_though_nobody_hears_what_they_do() {
    let lines = format!(":open\n{}", "one more\n".repeat(30));
    for (failure, ended) in [
        (std::io::ErrorKind::BrokenPipe, Ended::Well),
        (std::io::ErrorKind::StorageFull, Ended::Ailing),
    ] {
        for from in [SCRIPT, From::Pipe] {
            let room = room();
            let (mut out, mut err) = (Failing(failure, Vec::new()), Vec::new());
            let voice = Voice {
                locale: Locale::new(Language::English),
                out: &mut out,
                err: &mut err,
            };
            let manner = Manner {
                author: Author::chair(),
                from,
            };
            let reader = Cursor::new(lines.clone().into_bytes());
            let handle = room.handle();
            assert_eq!(
                plain::hold(&handle, voice, manner, Means::none(), reader),
                ended
            );
            assert_eq!(handle.latest().contributions.len(), 30);
            let err = String::from_utf8(err).expect("sentences are UTF-8");
            let said = err.matches("Standard output could not be written").count();
            assert_eq!(said, 1, "{err}");
        }
    }
}

#[test]
fn wrong_usage_is_told_apart_from_a_meeting_that_cannot_be_held() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    assert_eq!(
        program(folder.path(), &["--keep-going"], "").0,
        Some(2),
        "it needs a script"
    );
    assert_eq!(program(folder.path(), &["--no-such-thing"], "").0, Some(2));
    assert_eq!(
        program(folder.path(), &["--script", "no-such-file"], "").0,
        Some(1)
    );
}

#[test]
fn nothing_is_undone_under_what_rests_on_it() {
    let refused = |lines: &str, obstacle: &str| {
        let heard = hold(From::Pipe, lines);
        assert!(heard.err.contains(obstacle), "{lines}: {}", heard.err);
    };
    let built_on = |later: u8, earlier: u8| {
        format!("Record {later} builds on record {earlier}. Undo {later} first")
    };
    // An item, under a turn, a line, a motion, an action.
    for (resting, later) in [
        (":floor yan-ming", 3),
        ("said by the chair", 3),
        (":motion \"that we go\" by yan-ming", 3),
        (":action Wang Yu: write", 3),
    ] {
        let lines = format!(":open\n:item 2\n{resting}\n:undo 2\n");
        refused(&lines, &built_on(later, 2));
    }
    // The opening, under all of it; a suspension that is over.
    refused(":open\n:floor yan-ming\n:undo 1\n", &built_on(2, 1));
    refused(
        ":open\n:suspend\n:reopen\n:floor yan-ming\n:undo 3\n",
        &built_on(4, 3),
    );
    // The roll, under a turn and under a ballot that counted it.
    refused(
        ":open\n:present yan-ming\n:floor yan-ming\n:undo 2\n",
        &built_on(3, 2),
    );
    for counted in [":present wang-yu", ":recused yan-ming", ":count 2"] {
        let lines = format!(":open\n{counted}\n:ballot \"Q?\" really\n:undo 2\n");
        refused(&lines, &built_on(3, 2));
    }
    // An item that was put off while it was open, under the one that was opened then.
    refused(":open\n:defer 1\n:item 2\n:undo 2\n", &built_on(3, 2));
    // A void ballot is over.
    let void = ":open\n:ballot \"Q?\" really\n:void oops\n:undo\n";
    refused(void, "Record 3 ended a ballot");
}

#[test]
fn what_nothing_rests_on_is_undone_easily() {
    let heard = hold(
        From::Pipe,
        "[2023-12-29T14:00:00+08:00] :open\n:item 2\n:undo\n:present yan-ming\n:next meeting 2024-06-01\n:floor wang-yu\na line\n:undo 4\n:undo 5\n:undo\n",
    );
    assert_eq!(heard.err.lines().count(), 1, "{}", heard.err);
    assert!(heard.texts().is_empty() && heard.meeting.progress.next_meeting().is_none());
}

#[test]
fn without_a_stamp_times_are_read_in_the_offset_of_the_last_record() {
    let utc = FixedOffset::east_opt(0).expect("an offset");
    let room = room_by(Clock::Wall(utc));
    let opened = "[2030-01-01T09:00:00+08:00] :open\n";
    hold_in(&room, Language::English, SCRIPT, opened);
    let heard = hold_in(
        &room,
        Language::English,
        From::Pipe,
        ":present yan-ming at 08:00\n:present wang-yu since 5m\n",
    );
    assert_eq!(heard.err.lines().count(), 1, "{}", heard.err);
    let since = |id: &str| {
        let from = heard.meeting.roll.presence(&id.into()).since;
        from.expect("present").to_rfc3339()
    };
    assert_eq!(since("yan-ming"), "2030-01-01T08:00:00+08:00");
    assert!(
        since("wang-yu").starts_with("2030-01-01T08:5"),
        "{}",
        since("wang-yu")
    );
}

/// What is refused of lines, each read in a meeting that was opened at nine.
fn refused(lines: &str) -> String {
    let opened = format!("[2023-12-29T09:00:00+08:00] :open\n{lines}\n");
    let heard = hold(From::Pipe, &opened);
    let told = heard
        .err
        .lines()
        .filter(|line| !line.contains("still open"));
    told.collect()
}

#[test]
fn an_item_that_was_dealt_with_is_not_left_out() {
    for begun in [
        ":floor yan-ming",
        "a line",
        ":decide noted it",
        ":floor wang-yu\n:done",
    ] {
        let err = refused(&format!("{begun}\n:skip 1 no time"));
        assert!(
            err.contains("Close it with `:close noted`"),
            "{begun}: {err}"
        );
    }
    let err = refused("a line\n:item 2\n:skip 1 no time");
    assert!(err.contains("Go to it with `:item 1`"), "{err}");
    assert_eq!(refused(":skip 2 no time\n:skip 1 no time\n"), "");
}

#[test]
fn a_remark_is_answered_but_never_followed_up() {
    let err = refused("a remark\n:answer C1 done");
    assert!(err.contains("C1 is a remark"), "{err}");
    assert_eq!(refused("a remark\n:answer C1 answered on the spot"), "");
    assert_eq!(refused("suggest: a line\n:answer C1 done"), "");
}

#[test]
fn a_reason_is_kept_of_somebody_who_is_on_the_list_already() {
    let lines = ":open\n:item 2\n:ask yan-ming a reply\n:ask yan-ming\n";
    let heard = hold(From::Pipe, lines);
    assert!(heard.out.contains("Reason: a reply"), "{}", heard.out);
    assert!(heard.err.contains("on the list already"), "{}", heard.err);
    let item = heard.meeting.progress.current().expect("an item is open");
    let list = heard.meeting.floor.list(item).expect("a list");
    let reasons: Vec<String> = list
        .entries()
        .filter_map(|entry| entry.reason.as_ref().map(ToString::to_string))
        .collect();
    assert_eq!(
        (list.entries().len(), reasons),
        (1, vec!["a reply".to_owned()])
    );
}

#[test]
fn the_same_person_is_not_enrolled_twice_unawares() {
    let twice = ":enrol \"Zoe\", Dean, YUFE\n:enrol \"Zoe\", Dean, YUFE";
    let err = refused(twice);
    assert!(err.contains("id zoe") && err.contains("really"), "{err}");
    assert_eq!(
        refused(":enrol \"Zoe\", Dean, YUFE\n:enrol \"Zoe\", Rector, YUFE\n"),
        ""
    );
    let heard = hold(From::Pipe, &format!("{twice} really\n"));
    assert_eq!(heard.err.lines().count(), 1, "{}", heard.err);
    assert_eq!(heard.meeting.roster.persons().len(), 4);
}

#[test]
fn what_is_refused_says_what_is() {
    let err = refused(":suspend\n:suspend");
    assert!(err.contains("suspended already"), "{err}");
    let err = refused(":next meeting 2023-01-01");
    assert!(err.contains("this one is on 2023-12-29"), "{err}");
    let heard = hold(
        From::Pipe,
        "[2023-12-29T14:00:00+08:00] :open\n[2023-12-29T14:15:00+08:00] :floor yan-ming\n:began 90s ago\n",
    );
    assert!(heard.out.contains("from 14:13:30"), "{}", heard.out);
}

#[test]
fn an_office_is_named_in_the_language_of_whoever_is_told_of_the_election() {
    let file = |path: &str| format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    let (agenda, script) = (
        file("config/agendas/founding.toml"),
        file("tests/scripts/founding.tribune"),
    );
    let held = ["run", &agenda, "--rehearse", "--script", &script];
    for (language, named, other) in [
        ("zh-CN", "决定，当选：会长", "当选：chairman"),
        ("en", "elected: chairman", "会长"),
    ] {
        let said = Archive::new().run_in(language, &held).out;
        assert!(said.contains(named) && !said.contains(other), "{said}");
    }
}
