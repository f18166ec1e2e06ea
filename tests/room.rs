//! The room: what is acknowledged is on the disk, what failed is told, and work goes on once the fault has ended.

use std::io::ErrorKind as Io;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use tribune::agenda::Agenda;
use tribune::error::{Error, ErrorKind};
use tribune::journal::{Journal, Memory, Storage, load};
use tribune::meeting::record::line_of;
use tribune::meeting::{Author, Meeting};
use tribune::room::{Clock, Denied, Keeping, Room, Safety, Session, Submission};

use crate::support::faulty::{Fault, Faulty, Step};
use crate::support::running::{
    NAME, begin, begun, enrol, header, moment, record, resume, run, unsafe_yet,
};

/// Long enough for any machine; nothing waits that long unless it fails.
const PATIENCE: Duration = Duration::from_secs(30);

fn shared(folder: &Faulty) -> Arc<dyn Storage> {
    Arc::new(folder.clone())
}

fn plain(name: &str) -> Submission {
    Submission {
        command: enrol(name),
        author: Author::chair(),
        stamp: None,
        line: None,
    }
}

/// How many records would still be there after the power is lost.
fn safe(folder: &Faulty) -> usize {
    let left = folder.after_power_loss();
    load(&left, NAME).expect("the header is safe").records.len()
}

#[test]
fn an_acknowledgement_comes_after_the_sync() {
    let folder = Faulty::new();
    let room = run(begin(&shared(&folder)), Keeping::nowhere());
    let (sender, answers) = mpsc::channel();
    for number in 0..50_usize {
        let (sender, folder) = (sender.clone(), folder.clone());
        room.handle()
            .submit_then(plain(&format!("delegate {number}")), move |answer| {
                folder.acknowledged();
                let record = answer
                    .expect("the folder is sound")
                    .record
                    .expect("something happened");
                let safe = folder.after_power_loss().bytes(NAME).expect("it is safe");
                let safe = String::from_utf8(safe).expect("journals are UTF-8");
                sender
                    .send(safe.lines().any(|line| line == line_of(&*record)))
                    .expect("the test waits");
            });
    }
    for _ in 0..50 {
        assert!(
            answers
                .recv_timeout(PATIENCE)
                .expect("every command is answered"),
            "its line was safe when it was told"
        );
    }
    let steps = folder.steps();
    let first = steps
        .iter()
        .position(|step| *step == Step::Acknowledged)
        .expect("there were answers");
    assert_eq!(steps[first - 2..first], [Step::Write, Step::Sync]);
    let syncs = steps.iter().filter(|step| **step == Step::Sync).count();
    assert!(syncs <= 51, "at most one sync a command, and the header's");
}

#[test]
fn what_others_see_is_safe_on_the_disk() {
    let folder = Faulty::new();
    let room = run(begin(&shared(&folder)), Keeping::nowhere());
    let ahead = Arc::new(AtomicBool::new(false));
    let subscription = {
        let (folder, ahead) = (folder.clone(), Arc::clone(&ahead));
        room.handle().on_change(move |meeting| {
            ahead.fetch_or(meeting.history.len() > safe(&folder), Ordering::Relaxed);
        })
    };
    record(&room, 20);
    drop(subscription);
    room.close().expect("the folder is sound");
    assert!(!ahead.load(Ordering::Relaxed));
}

#[test]
fn after_each_fault_nothing_acknowledged_is_lost_the_person_is_told_and_work_goes_on() {
    let faults = [
        (Step::Write, Fault::Fails(Io::StorageFull)),
        (Step::Write, Fault::Fails(Io::Other)),
        (Step::Write, Fault::Short),
        (Step::Sync, Fault::Fails(Io::Other)),
    ];
    for (step, fault) in faults {
        let folder = Faulty::new();
        let room = run(begin(&shared(&folder)), Keeping::nowhere());
        let handle = room.handle();
        record(&room, 3);
        folder.fail(step, fault, 4);
        let mut told = 0;
        loop {
            match handle.submit(enrol("Yan Ming"), Author::chair()).wait() {
                Ok(accepted) => {
                    assert_eq!(accepted.record.map(|record| record.seq), Some(4));
                    break;
                }
                Err(Denied::Failed(error)) => {
                    told += 1;
                    assert!(matches!(error.kind, ErrorKind::Write { .. }), "{error}");
                    assert!(
                        error
                            .messages()
                            .any(|message| message.id == "journal-nothing-happened")
                    );
                    assert_eq!((handle.latest().history.len(), safe(&folder)), (3, 3));
                }
                Err(Denied::Refused(refusal)) => panic!("{refusal:?}"),
            }
        }
        assert!(told > 0 || fault == Fault::Short, "{step:?} {fault:?}");
        assert_eq!((handle.latest().history.len(), safe(&folder)), (4, 4));
        room.close().expect("the folder is sound again");
        let (resumed, loaded) = resume(&shared(&folder), Keeping::nowhere()).expect("it is whole");
        assert_eq!(loaded.findings(), []);
        assert_eq!(resumed.handle().latest().history.len(), 4);
    }
}

#[test]
fn commands_that_waited_for_the_same_sync_are_all_told_that_it_failed() {
    let folder = Faulty::new();
    let room = run(begin(&shared(&folder)), Keeping::nowhere());
    folder.fail(Step::Sync, Fault::Fails(Io::Other), usize::MAX);
    let receipts: Vec<_> = (0..30)
        .map(|number| {
            room.handle()
                .submit(enrol(&format!("delegate {number}")), Author::chair())
        })
        .collect();
    for receipt in receipts {
        assert!(matches!(
            receipt.wait_for(PATIENCE),
            Some(Err(Denied::Failed(_)))
        ));
    }
    assert_eq!(room.handle().latest().history.len(), 0);
    folder.mend();
    record(&room, 2);
    assert_eq!(safe(&folder), 2);
}

#[test]
fn a_refusal_that_rests_on_what_could_not_be_written_is_not_given() {
    let folder = Faulty::new();
    let room = run(begin(&shared(&folder)), Keeping::nowhere());
    folder.fail(Step::Sync, Fault::Fails(Io::Other), usize::MAX);
    let receipts: Vec<_> = (0..30)
        .map(|_| room.handle().submit(enrol("Yan Ming"), Author::chair()))
        .collect();
    for receipt in receipts {
        let answer = receipt
            .wait_for(PATIENCE)
            .expect("every command is answered");
        assert!(
            matches!(answer, Err(Denied::Failed(_))),
            "she is not enrolled, so nobody is told that she already is"
        );
    }
}

#[test]
fn saving_goes_on_in_a_new_file_when_the_old_one_cannot_be_written() {
    let folder = Faulty::new();
    let room = run(begin(&shared(&folder)), Keeping::nowhere());
    let handle = room.handle();
    record(&room, 3);
    folder.fail(Step::Write, Fault::Fails(Io::Other), 1);
    folder.fail(Step::Cut, Fault::Fails(Io::Other), 1);
    handle
        .submit(enrol("Yan Ming"), Author::chair())
        .wait()
        .expect_err("the disk fails");
    let Safety::ReadOnly(read_only) = handle.health().journal else {
        panic!("the file is given up");
    };
    assert!(
        read_only
            .messages()
            .any(|message| message.id == "journal-go-on-in-new-file")
    );
    handle
        .submit(enrol("Yan Ming"), Author::chair())
        .wait()
        .expect_err("it is still given up");

    let moved = handle
        .save()
        .wait()
        .expect("the disk is mended")
        .moved
        .expect("it goes on elsewhere");
    assert_eq!(
        (moved.to, moved.kept),
        (handle.journal(), Some(folder.place(&format!("{NAME}.1"))))
    );
    assert!(matches!(handle.health().journal, Safety::Safe));
    handle
        .submit(enrol("Yan Ming"), Author::chair())
        .wait()
        .expect("work goes on");
    assert_eq!(safe(&folder), 4);
    room.close().expect("the folder is sound");
    let (_room, loaded) = resume(&shared(&folder), Keeping::nowhere()).expect("it is whole");
    assert_eq!((loaded.records.len(), loaded.findings()), (4, Vec::new()));
}

#[test]
fn a_meeting_is_there_before_the_disk_has_it_and_tells_when_it_is_safe() {
    let folder = Faulty::new();
    let room = run(unsafe_yet(&shared(&folder)), Keeping::nowhere());
    wait_for(&room, |safety| matches!(safety, Safety::Safe));
    let safe = folder.after_power_loss();
    assert!(safe.bytes(NAME).is_some_and(|bytes| bytes.ends_with(b"\n")));
}

#[test]
fn a_meeting_that_never_reached_the_disk_records_nothing_until_it_is_saved_elsewhere() {
    let folder = Faulty::new();
    folder.fail(Step::Sync, Fault::Fails(Io::Other), 1);
    let room = run(unsafe_yet(&shared(&folder)), Keeping::nowhere());
    wait_for(&room, |safety| matches!(safety, Safety::ReadOnly(_)));
    let handle = room.handle();
    handle
        .submit(enrol("Yan Ming"), Author::chair())
        .wait()
        .expect_err("the disk failed");
    handle.save().wait().expect("the disk is mended");
    record(&room, 2);
    assert_eq!(safe(&folder), 2);
}

/// Waits until the journal's safety is such.
fn wait_for(room: &Room, is_such: impl Fn(&Safety) -> bool) {
    let (tell, told) = mpsc::channel();
    let _changes = room.handle().on_change(move |_| {
        let _ = tell.send(());
    });
    while !is_such(&room.handle().health().journal) {
        told.recv_timeout(PATIENCE).expect("it is told");
    }
}

#[test]
fn a_damaged_journal_can_be_looked_at_and_gone_on_from() {
    let folder = Arc::new(Memory::new());
    let storage: Arc<dyn Storage> = folder.clone();
    let room = run(begin(&storage), Keeping::nowhere());
    record(&room, 5);
    drop(room);
    let mut bytes = folder.bytes(NAME).expect("it is there");
    let third = bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'\n')
        .nth(2)
        .expect("there are six lines")
        .0;
    bytes[third + 9] ^= 1;
    let storage: Arc<dyn Storage> = Arc::new(Memory::new().with(NAME, &bytes));
    let saved = Arc::new(AtomicUsize::new(0));
    let keeping = {
        let saved = Arc::clone(&saved);
        Keeping::by(Box::new(move |_| {
            saved.fetch_add(1, Ordering::Relaxed);
            Ok(())
        }))
    };
    let (room, loaded) = resume(&storage, keeping).expect("some of it is whole");
    assert_eq!((loaded.records.len(), loaded.findings().len()), (2, 1));
    assert_eq!(room.handle().latest().history.len(), 2);
    room.handle()
        .submit(enrol("Yan Ming"), Author::chair())
        .wait()
        .expect_err("it is for reading only");
    assert_eq!(saved.load(Ordering::Relaxed), 0);
    room.handle().save().wait().expect("memory is sound");
    room.handle()
        .submit(enrol("Yan Ming"), Author::chair())
        .wait()
        .expect("it goes on in a new file");
    room.close().expect("memory is sound");
    assert_eq!(load(&*storage, NAME).expect("it is whole").records.len(), 3);
    assert!(storage.has(&format!("{NAME}.1")), "the damaged one is kept");
}

#[test]
fn looking_at_a_meeting_saves_nothing() {
    let storage: Arc<dyn Storage> = Arc::new(Memory::new());
    drop(run(begin(&storage), Keeping::nowhere()));
    let keeping = Keeping::by(Box::new(|_| panic!("there is nothing new to save")));
    resume(&storage, keeping)
        .expect("it is whole")
        .0
        .close()
        .expect("nothing was to be done");
}

#[test]
fn a_second_program_is_told_who_has_the_meeting() {
    let place = tempfile::tempdir().expect("a temporary folder");
    let storage: Arc<dyn Storage> =
        Arc::new(tribune::journal::Folder::make(place.path()).expect("it is there"));
    let room = run(begin(&storage), Keeping::nowhere());
    let error = resume(&storage, Keeping::nowhere()).expect_err("the meeting is held here");
    let ErrorKind::Locked { path, process } = &error.kind else {
        panic!("{error}")
    };
    assert_eq!(path, &place.path().join(NAME));
    if cfg!(target_os = "linux") && std::path::Path::new("/proc/locks").exists() {
        assert!(process.is_none_or(|number| number == std::process::id()));
    }
    assert!(
        error
            .messages()
            .any(|message| message.id == "journal-watch-instead")
    );
    drop(room);
    resume(&storage, Keeping::nowhere()).expect("it is free again");
}

#[test]
fn a_meeting_goes_on_where_it_stopped() {
    let folder = Faulty::new();
    let room = run(begin(&shared(&folder)), Keeping::nowhere());
    record(&room, 7);
    // Killed: nothing is closed, and what was written is all there is.
    let left: Arc<dyn Storage> = Arc::new(folder.after_kill());
    let (resumed, _) = resume(&left, Keeping::nowhere()).expect("it is whole");
    assert_eq!(
        resumed.handle().latest().history,
        room.handle().latest().history
    );
    resumed
        .handle()
        .submit(enrol("Yan Ming"), Author::chair())
        .wait()
        .expect("it goes on");
    assert_eq!(load(&*left, NAME).expect("it is whole").records.len(), 8);
}

#[test]
fn a_stamp_is_the_time_of_its_record_and_never_falls() {
    let storage: Arc<dyn Storage> = Arc::new(Memory::new());
    let meeting = Meeting::begin(header(), Agenda::default());
    let clock = Clock::Stamped(*begun().offset());
    let room =
        Room::open(begin(&storage), meeting, clock, Keeping::nowhere()).expect("there are threads");
    let stamped = |name: &str, stamp: &str| {
        let submission = Submission {
            stamp: Some(moment(stamp)),
            line: Some(3),
            ..plain(name)
        };
        room.handle().submit_line(submission).wait()
    };
    let first = stamped("one", "2023-12-29T14:52:07+08:00")
        .expect("it is the first")
        .record
        .expect("it happened");
    assert_eq!(
        (first.at, first.line),
        (moment("2023-12-29T14:52:07+08:00"), Some(3))
    );
    let second = room
        .handle()
        .submit(enrol("two"), Author::chair())
        .wait()
        .expect("it takes the one before");
    assert_eq!(second.record.map(|record| record.at), Some(first.at));
    let Err(Denied::Refused(refusal)) = stamped("three", "2023-12-29T14:52:06+08:00") else {
        panic!("time does not run back");
    };
    assert_eq!(refusal.reason.id, "room-stamp-before-record");
    assert_eq!(room.handle().latest().history.len(), 2);
    assert_eq!(room.handle().now(), first.at);
}

#[test]
fn stamps_that_come_together_are_held_to_the_same_order() {
    let storage: Arc<dyn Storage> = Arc::new(Memory::new());
    let room = run(begin(&storage), Keeping::nowhere());
    let receipts: Vec<_> = (0..40)
        .map(|number| {
            let stamp =
                begun() + chrono::TimeDelta::seconds(if number % 2 == 0 { number } else { -60 });
            let name = format!("delegate {number}");
            room.handle().submit_line(Submission {
                stamp: Some(stamp),
                ..plain(&name)
            })
        })
        .collect();
    for (number, receipt) in receipts.into_iter().enumerate() {
        assert_eq!(receipt.wait().is_ok(), number % 2 == 0, "line {number}");
    }
    let latest = room.handle().latest();
    assert!(
        latest
            .history
            .records()
            .is_sorted_by_key(|record| record.at)
    );
}

/// A session file that fails when told to, and how many records each save held.
#[derive(Clone, Default)]
struct File {
    saves: Arc<Mutex<Vec<usize>>>,
    fails: Arc<AtomicBool>,
}

impl File {
    fn keeping(&self, quiet: Duration) -> Keeping {
        let file = self.clone();
        let save = Box::new(move |meeting: &Meeting| {
            if file.fails.load(Ordering::Relaxed) {
                return Err(Error::write("x.toml".as_ref(), Io::StorageFull.into()));
            }
            file.saves
                .lock()
                .expect("no save panics")
                .push(meeting.history.len());
            Ok(())
        });
        Keeping {
            save,
            quiet,
            retry: quiet,
            kept: tribune::room::Kept::Saved,
        }
    }

    fn saves(&self) -> Vec<usize> {
        self.saves.lock().expect("no save panics").clone()
    }
}

fn until(what: &str, is: impl Fn() -> bool) {
    let start = std::time::Instant::now();
    while !is() {
        assert!(start.elapsed() < PATIENCE, "{what} does not come");
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn the_session_file_is_saved_when_it_is_quiet_and_at_the_end() {
    let file = File::default();
    let storage: Arc<dyn Storage> = Arc::new(Memory::new());
    let room = run(begin(&storage), file.keeping(Duration::from_millis(20)));
    record(&room, 3);
    until("the quiet save", || file.saves().last() == Some(&3));
    until("that it is known", || {
        matches!(room.handle().health().session, Session::Saved)
    });
    let before = file.saves().len();
    room.handle()
        .submit(enrol("Yan Ming"), Author::chair())
        .wait()
        .expect("memory is sound");
    room.close().expect("the file is sound");
    assert_eq!(file.saves().last(), Some(&4));
    assert!(file.saves().len() > before);
}

#[test]
fn a_save_that_fails_is_told_and_tried_again_and_the_journal_has_everything() {
    let file = File::default();
    let storage: Arc<dyn Storage> = Arc::new(Memory::new());
    let room = run(begin(&storage), file.keeping(Duration::from_millis(20)));
    file.fails.store(true, Ordering::Relaxed);
    record(&room, 3);
    until("the failure", || {
        matches!(room.handle().health().session, Session::Failed(_))
    });
    assert!(
        room.handle()
            .save()
            .wait()
            .expect_err("it is told")
            .is_disk_full()
    );
    assert_eq!(load(&*storage, NAME).expect("it is whole").records.len(), 3);
    room.handle()
        .submit(enrol("Yan Ming"), Author::chair())
        .wait()
        .expect("the meeting goes on");
    file.fails.store(false, Ordering::Relaxed);
    until("the next attempt", || file.saves().last() == Some(&4));
    until("that it is known", || {
        matches!(room.handle().health().session, Session::Saved)
    });
}

#[test]
fn a_closed_room_says_so_and_answers_what_was_waiting() {
    let storage: Arc<dyn Storage> = Arc::new(Memory::new());
    let room = run(begin(&storage), Keeping::nowhere());
    let handle = room.handle();
    let waiting: Vec<_> = (0..20)
        .map(|number| handle.submit(enrol(&format!("delegate {number}")), Author::chair()))
        .collect();
    room.close().expect("memory is sound");
    for receipt in waiting {
        receipt.wait().expect("it was handed in before the end");
    }
    let Err(Denied::Failed(error)) = handle.submit(enrol("late"), Author::chair()).wait() else {
        panic!("the room is closed");
    };
    assert_eq!(error.kind, ErrorKind::Closed);
    assert_eq!(
        handle.save().wait().expect_err("the room is closed").kind,
        ErrorKind::Closed
    );
    assert_eq!(
        handle.latest().history.len(),
        20,
        "what was there can still be looked at"
    );
    Journal::open(storage, NAME).expect("it is free again");
}
