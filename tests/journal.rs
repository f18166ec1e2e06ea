//! The journal on a disk that fails, is full, is shared, or loses its power: what was acknowledged is never lost.

mod beside;
mod damage;
mod follow;
mod killed;

use std::fs;
use std::io::ErrorKind as Io;
use std::sync::Arc;

use tribune::error::ErrorKind;
use tribune::journal::{Folder, Journal, Memory, Storage, atomic_write, replace};

use crate::support::faulty::{Fault, Faulty, Step};

const NAME: &str = "2023-12-29-exchange.journal";
const HEADER: &str = r#"{"tribune":1}"#;

fn begun(folder: &Faulty) -> Journal {
    let mut journal =
        Journal::create(Arc::new(folder.clone()), NAME, HEADER).expect("the folder is sound");
    journal.secure().expect("the folder is sound");
    journal
}

fn text(bytes: Option<Vec<u8>>) -> String {
    String::from_utf8(bytes.expect("the file is there")).expect("journals are UTF-8")
}

fn ids(error: &tribune::error::Error) -> Vec<&'static str> {
    error.messages().map(|message| message.id).collect()
}

#[test]
fn a_new_journal_is_safe_once_it_and_its_name_are_synced() {
    let folder = Faulty::new();
    begun(&folder);
    assert_eq!(
        folder.steps(),
        [Step::Create, Step::Write, Step::Sync, Step::SyncNames]
    );
    assert_eq!(
        text(folder.after_power_loss().bytes(NAME)),
        format!("{HEADER}\n")
    );
}

#[test]
fn a_line_is_safe_when_append_returns() {
    let folder = Faulty::new();
    let mut journal = begun(&folder);
    journal.append(&["one"]).expect("the folder is sound");
    journal
        .append(&["two", "three"])
        .expect("the folder is sound");
    assert_eq!(
        text(folder.after_power_loss().bytes(NAME)),
        format!("{HEADER}\none\ntwo\nthree\n")
    );
    assert_eq!(
        folder
            .steps()
            .iter()
            .filter(|step| **step == Step::Sync)
            .count(),
        3,
        "lines that come together share a sync"
    );
}

#[test]
fn a_journal_that_could_not_be_begun_leaves_nothing_behind() {
    for step in 0..2 {
        let folder = Faulty::new();
        folder.fail_step(step);
        Journal::create(Arc::new(folder.clone()), NAME, HEADER).expect_err("a step failed");
        assert!(!folder.has(NAME), "step {step} left a file");
        folder.mend();
        begun(&folder);
    }
}

#[test]
fn a_journal_that_was_never_safe_takes_no_line_and_goes_on_in_a_new_file() {
    for step in 2..4 {
        let folder = Faulty::new();
        folder.fail_step(step);
        let mut journal = Journal::create(Arc::new(folder.clone()), NAME, HEADER)
            .expect("it is written, whatever becomes of it");
        assert!(!journal.is_safe());
        let error = journal.append(&["one"]).expect_err("the disk failed");
        assert_eq!(
            error.kind,
            ErrorKind::Write {
                path: folder.place(NAME)
            }
        );
        assert!(ids(&error).contains(&"journal-go-on-in-new-file"));
        assert!(journal.read_only().is_some());
        folder.mend();
        journal.renew(&[]).expect("the disk is mended");
        journal.append(&["one"]).expect("the disk is mended");
        assert_eq!(
            text(folder.after_power_loss().bytes(NAME)),
            format!("{HEADER}\none\n")
        );
    }
}

#[test]
fn what_a_journal_began_with_is_safe_before_its_first_line_counts() {
    let folder = Faulty::new();
    let mut journal =
        Journal::create(Arc::new(folder.clone()), NAME, HEADER).expect("the folder is sound");
    assert_eq!(folder.steps(), [Step::Create, Step::Write]);
    journal.append(&["one"]).expect("the folder is sound");
    assert!(journal.is_safe());
    assert_eq!(
        text(folder.after_power_loss().bytes(NAME)),
        format!("{HEADER}\none\n")
    );
}

#[test]
fn a_taken_name_is_left_as_it_is() {
    let folder = Arc::new(Memory::new().with(NAME, b"somebody's"));
    let error = Journal::create(Arc::clone(&folder) as Arc<dyn Storage>, NAME, HEADER)
        .expect_err("the name is taken");
    assert_eq!(error.kind, ErrorKind::Create { path: NAME.into() });
    assert_eq!(folder.bytes(NAME).as_deref(), Some(&b"somebody's"[..]));
}

#[test]
fn after_each_failure_nothing_acknowledged_is_lost_and_work_goes_on() {
    let faults = [
        (Step::Write, Fault::Fails(Io::StorageFull)),
        (Step::Write, Fault::Fails(Io::Other)),
        (Step::Write, Fault::Short),
        (Step::Sync, Fault::Fails(Io::Other)),
    ];
    for (step, fault) in faults {
        // A short write goes on where it stopped, so it takes a second fault to fail it.
        for times in [2, 3, 5] {
            let folder = Faulty::new();
            let mut journal = begun(&folder);
            journal
                .append(&["acknowledged"])
                .expect("the folder is sound");
            folder.fail(step, fault, times);
            let mut failures = 0;
            while let Err(error) = journal.append(&["a line that is in doubt for a while"]) {
                failures += 1;
                assert_eq!(
                    error.kind,
                    ErrorKind::Write {
                        path: format!("/sessions/{NAME}").into()
                    }
                );
                assert_eq!(
                    ids(&error)[1..],
                    ["journal-nothing-happened", "journal-try-again"]
                );
                assert_eq!(
                    error.is_disk_full(),
                    matches!(fault, Fault::Fails(Io::StorageFull)),
                    "{fault:?}"
                );
                assert!(
                    text(folder.after_power_loss().bytes(NAME))
                        .starts_with(&format!("{HEADER}\nacknowledged\n"))
                );
                assert_eq!(
                    text(folder.after_kill().bytes(NAME)),
                    format!("{HEADER}\nacknowledged\n")
                );
                assert!(failures <= times, "the fault has ended, and work goes on");
            }
            assert!(
                failures > 0 || fault == Fault::Short,
                "{step:?} {fault:?} was told"
            );
            let whole = format!("{HEADER}\nacknowledged\na line that is in doubt for a while\n");
            assert_eq!(
                text(folder.after_power_loss().bytes(NAME)),
                whole,
                "{step:?} {fault:?} {times}"
            );
        }
    }
}

#[test]
fn a_short_write_is_gone_on_with() {
    let folder = Faulty::new();
    let mut journal = begun(&folder);
    folder.fail(Step::Write, Fault::Short, 3);
    journal
        .append(&["a line that takes four writes"])
        .expect("there is room for all of it in the end");
    assert_eq!(
        text(folder.after_power_loss().bytes(NAME)),
        format!("{HEADER}\na line that takes four writes\n")
    );
}

#[test]
fn a_file_that_cannot_be_cut_back_is_never_written_again_and_a_new_one_goes_on() {
    let folder = Faulty::new();
    let mut journal = begun(&folder);
    journal.append(&["one"]).expect("the folder is sound");
    folder.fail(Step::Write, Fault::Fails(Io::Other), 1);
    folder.fail(Step::Cut, Fault::Fails(Io::Other), 1);
    let error = journal.append(&["in doubt"]).expect_err("the write failed");
    assert_eq!(
        ids(&error),
        [
            "error-write",
            "journal-nothing-happened",
            "journal-go-on-in-new-file"
        ]
    );
    let left = folder.bytes(NAME);
    assert_eq!(
        journal.append(&["more"]).expect_err("it is read-only").kind,
        ErrorKind::ReadOnly {
            path: journal.path()
        }
    );
    assert!(journal.read_only().is_some());
    assert_eq!(folder.bytes(NAME), left, "not one byte more was written");

    let old = journal
        .renew(&["one"])
        .expect("the disk is mended")
        .expect("the old one is kept");
    assert_eq!(old, folder.place(&format!("{NAME}.1")));
    assert_eq!(folder.bytes(&format!("{NAME}.1")), left);
    journal.append(&["two"]).expect("work goes on");
    assert_eq!(
        text(folder.after_power_loss().bytes(NAME)),
        format!("{HEADER}\none\ntwo\n")
    );
}

#[test]
fn going_on_in_a_new_file_loses_nothing_whichever_step_fails() {
    for step in 0.. {
        let folder = Faulty::new();
        let mut journal = begun(&folder);
        journal.append(&["one"]).expect("the folder is sound");
        folder.meddle(NAME, b"written over by hand");
        journal
            .append(&["two"])
            .expect_err("it is another's file now");
        folder.fail_step(step);
        let renewed = journal.renew(&["one"]);
        if !folder.has_failed() {
            assert!(step > 4, "every step was tried");
            break;
        }
        folder.mend();
        if renewed.is_err() {
            journal.renew(&["one"]).expect("the disk is mended");
        }
        journal.append(&["two"]).expect("work goes on");
        let place = journal.path();
        let name = place
            .file_name()
            .and_then(|name| name.to_str())
            .expect("journals have names");
        assert!(name.ends_with(".journal"));
        assert_eq!(
            text(folder.after_kill().bytes(name)),
            format!("{HEADER}\none\ntwo\n"),
            "step {step}"
        );
    }
}

#[test]
fn a_journal_that_was_changed_by_hand_is_noticed_before_the_next_line() {
    let folder = Faulty::new();
    let mut journal = begun(&folder);
    folder.meddle(NAME, b"{\"tribune\":1}\nby hand\n");
    let error = journal.append(&["one"]).expect_err("the file is another's");
    assert_eq!(
        error.kind,
        ErrorKind::Changed {
            path: journal.path()
        }
    );
    assert_eq!(
        ids(&error)[1..],
        ["journal-nothing-happened", "journal-go-on-in-new-file"]
    );
}

#[test]
fn a_replaced_file_is_whole_whichever_step_fails() {
    for step in 0.. {
        let folder = Faulty::new();
        replace(&folder, "x.toml", b"the old").expect("the folder is sound");
        folder.fail_step(step);
        let replaced = replace(&folder, "x.toml", b"the new, which is longer");
        if !folder.has_failed() {
            assert_eq!(step, 5, "create, write, sync, rename, sync of the folder");
            break;
        }
        let error = replaced.expect_err("a step failed");
        assert_eq!(
            error.kind,
            ErrorKind::Write {
                path: folder.place("x.toml")
            }
        );
        let seen = text(folder.bytes("x.toml"));
        assert!(
            seen == "the old" || (step == 4 && seen == "the new, which is longer"),
            "step {step} left {seen:?}"
        );
        let safe = text(folder.after_power_loss().bytes("x.toml"));
        assert!(
            safe == "the old" || safe == "the new, which is longer",
            "step {step} left {safe:?}"
        );
        folder.mend();
        replace(&folder, "x.toml", b"the new, which is longer").expect("work goes on");
        assert_eq!(
            text(folder.after_power_loss().bytes("x.toml")),
            "the new, which is longer"
        );
    }
}

#[test]
fn a_real_folder_and_its_files_are_their_owners_alone() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let path = place.path().join("sessions");
    let folder = Arc::new(Folder::make(&path).expect("it can be made"));
    let mut journal = Journal::create(Arc::clone(&folder) as Arc<dyn Storage>, NAME, HEADER)
        .expect("it can be made");
    journal.append(&["one"]).expect("the disk is sound");
    atomic_write(&path.join("x.toml"), b"whole").expect("the disk is sound");
    atomic_write(&path.join("x.toml"), b"whole again").expect("the disk is sound");
    assert_eq!(
        fs::read_to_string(path.join(NAME)).expect("it is there"),
        format!("{HEADER}\none\n")
    );
    assert_eq!(
        fs::read_to_string(path.join("x.toml")).expect("it is there"),
        "whole again"
    );
    assert_eq!(
        fs::read_dir(&path).expect("it is there").count(),
        2,
        "nothing is left beside them"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| {
            fs::metadata(path)
                .expect("it is there")
                .permissions()
                .mode()
                & 0o777
        };
        assert_eq!(mode(&path), 0o700);
        assert_eq!(mode(&path.join(NAME)), 0o600);
        assert_eq!(mode(&path.join("x.toml")), 0o600);
    }
}

#[test]
fn a_folder_in_the_place_of_a_session_file_is_said_to_be_one() {
    let place = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir_all(place.path().join("x.toml/inside")).expect("it can be made");
    let error =
        atomic_write(&place.path().join("x.toml"), b"whole").expect_err("a folder stands there");
    assert!(
        matches!(
            error.kind,
            ErrorKind::NotAFile { .. } | ErrorKind::Write { .. }
        ),
        "{error}"
    );
    assert_eq!(
        fs::read_dir(place.path()).expect("it is there").count(),
        1,
        "nothing is left beside it"
    );
}
