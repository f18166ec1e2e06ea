//! The running meeting: the single writer that screens, scripts and guests talk to. Owns the order of things — decide, append and sync,
//! apply, publish, acknowledge — and its thread. What a command comes to is [`crate::meeting`]'s, what a file is [`crate::journal`]'s;
//! no sentence, no screen and no time zone is known here.
//!
//! ```text
//! RoomHandle ─ Submission ─► inbox ─► decide ─► journal.append + sync ─► apply ─► publish Arc<Meeting> ─► answer, then wake
//!                                        (those that wait together share one sync)            └─► keeper: the session file
//! ```
//! - Nothing is published or acknowledged before it is safe on the disk. When the append fails nothing happened, and all who waited for that
//!   sync are told so.
//! - Commands that are waiting are decided one on top of the other and synced together; an answer that was made on top of what then could not
//!   be written is not given.
//! - A panic in deciding or applying is caught: what was recorded before is safe, the command did not happen, and nothing more is recorded.
//!   The panic hook still runs on the thread named `room`; a screen's hook should not tear down the screen for that thread.
//! - The session file is written by a thread of its own, so that a large one does not hold up the next line.

mod alongside;
mod clock;
mod keeper;
#[cfg(test)]
mod tests;
mod work;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub use alongside::Alongside;
pub use clock::Clock;

use crate::error::{Error, ErrorKind};
use crate::journal::Journal;
use crate::meeting::{Author, Command, Event, Meeting, Record, Refusal};
use crate::text::Moment;
use clock::Timekeeper;
use work::Worker;

/// What writes the session file: given the meeting, returns when the file is whole and safe.
pub type SaveHook = Box<dyn FnMut(&Meeting) -> Result<(), Error> + Send>;

/// What a command comes to: [`crate::meeting::decide`], or what a test puts in its place.
type Decide = fn(&Meeting, &Author, Moment, Command) -> Result<Vec<Event>, Refusal>;

/// When and how the session file is kept.
pub struct Keeping {
    /// What writes it.
    pub save: SaveHook,
    /// How long nothing must have been recorded before what is new is saved.
    pub quiet: Duration,
    /// How long after a save that failed it is tried again.
    pub retry: Duration,
    /// What becomes of it.
    pub kept: Kept,
}

impl Keeping {
    /// Kept by that hook: after two quiet seconds, and half a minute after a failure.
    #[must_use]
    pub fn by(save: SaveHook) -> Self {
        Self {
            save,
            quiet: Duration::from_secs(2),
            retry: Duration::from_secs(30),
            kept: Kept::Saved,
        }
    }

    /// Not kept at all: a rehearsal.
    #[must_use]
    pub fn nowhere() -> Self {
        Self {
            kept: Kept::Nowhere,
            ..Self::by(Box::new(|_| Ok(())))
        }
    }
}

impl fmt::Debug for Keeping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keeping")
            .field("quiet", &self.quiet)
            .finish_non_exhaustive()
    }
}

/// The owner of a running meeting. Closing it, or dropping it, closes the meeting on this machine; the meeting itself stays open.
#[derive(Debug)]
pub struct Room {
    handle: RoomHandle,
    thread: Option<JoinHandle<Result<(), Error>>>,
}

impl Room {
    /// Runs `meeting`, which is what `journal` holds replayed.
    ///
    /// # Errors
    /// [`ErrorKind::Broken`] where the system gives no thread.
    pub fn open(
        journal: Journal,
        meeting: Meeting,
        clock: Clock,
        keeping: Keeping,
    ) -> Result<Self, Error> {
        Self::deciding(crate::meeting::decide, journal, meeting, clock, keeping)
    }

    fn deciding(
        decide: Decide,
        journal: Journal,
        meeting: Meeting,
        clock: Clock,
        keeping: Keeping,
    ) -> Result<Self, Error> {
        let (inbox, waiting) = mpsc::channel();
        let meeting = Arc::new(meeting);
        let shared = Arc::new(Shared {
            latest: Mutex::new(Arc::clone(&meeting)),
            time: Timekeeper::new(clock, meeting.last_at()),
            health: Mutex::new(Health {
                journal: Safety::of(&journal),
                session: Session::Unchanged,
            }),
            journal: Mutex::new(journal.path()),
            watchers: Mutex::default(),
        });
        let handle = RoomHandle {
            inbox: inbox.clone(),
            shared: Arc::clone(&shared),
        };
        let known = Arc::clone(&shared);
        let work = move || {
            let worker = Worker::new(decide, journal, meeting, shared, keeping, inbox);
            Ok(worker.map_err(|error| no_thread(&error))?.run(&waiting))
        };
        let thread = thread::Builder::new().name("room".into());
        let thread = thread
            .spawn(move || {
                let ended = catch_unwind(AssertUnwindSafe(work));
                let ended = ended.unwrap_or_else(|panic| Err(broken(&*panic)));
                ended.unwrap_or_else(|error| Err(known.broke(error)))
            })
            .map_err(|error| no_thread(&error))?;
        Ok(Self {
            handle,
            thread: Some(thread),
        })
    }

    /// What everybody else talks to the room through.
    #[must_use]
    pub fn handle(&self) -> RoomHandle {
        self.handle.clone()
    }

    /// Answers what is waiting, saves what is new, and ends.
    ///
    /// # Errors
    /// That of the last save; the journal has everything all the same.
    pub fn close(mut self) -> Result<(), Error> {
        self.end()
    }

    fn end(&mut self) -> Result<(), Error> {
        // A room that has ended already has no inbox.
        let _ = self.handle.inbox.send(Task::Close);
        match self.thread.take().map(JoinHandle::join) {
            None => Ok(()),
            Some(Ok(ended)) => ended,
            Some(Err(panic)) => Err(broken(&*panic)),
        }
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        // Whoever wants to know how the last save went closes the room.
        let _ = self.end();
    }
}

/// How screens, scripts and guests talk to the room. Cheap to clone; goes on existing, and is answered that it is closed, after the room.
#[derive(Clone, Debug)]
pub struct RoomHandle {
    inbox: Sender<Task>,
    shared: Arc<Shared>,
}

impl RoomHandle {
    /// Hands in a command of that author. Does not wait: the receipt does.
    #[must_use = "the receipt tells whether it was done"]
    pub fn submit(&self, command: Command, author: Author) -> Receipt<Accepted, Denied> {
        self.submit_line(Submission {
            command,
            author,
            stamp: None,
            line: None,
        })
    }

    /// Hands in a command with what a script says about it.
    #[must_use = "the receipt tells whether it was done"]
    pub fn submit_line(&self, submission: Submission) -> Receipt<Accepted, Denied> {
        let (receipt, reply) = receipt();
        self.send(Task::Submit(Box::new(submission), reply));
        receipt
    }

    /// Hands in a command and has the answer brought: for loops that wait for many things at once. `then` is called once, on the room's thread
    /// unless the room is closed, and must return at once.
    pub fn submit_then(
        &self,
        submission: Submission,
        then: impl FnOnce(Result<Accepted, Denied>) + Send + 'static,
    ) {
        self.send(Task::Submit(Box::new(submission), Reply::to(then)));
    }

    /// Saves the session file now. Where the journal can no longer be written, goes on in a new one first.
    #[must_use = "the receipt tells whether it was done"]
    pub fn save(&self) -> Receipt<Saved, Error> {
        let (receipt, reply) = receipt();
        self.send(Task::Save(reply));
        receipt
    }

    /// Saves the session file, for whoever leaves: the meeting goes on in no other file, and one that could only be read from the beginning is
    /// left as it is.
    #[must_use = "the receipt tells whether it was done"]
    pub fn keep(&self) -> Receipt<Kept, Error> {
        let (receipt, reply) = receipt();
        self.send(Task::Keep(reply));
        receipt
    }

    /// The meeting as it was last published: everything in it is safe on the disk. Costs a lock and a count.
    #[must_use]
    pub fn latest(&self) -> Arc<Meeting> {
        Arc::clone(&held(&self.shared.latest))
    }

    /// What time it is for the meeting, in whole seconds; never before the last record.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.shared.time.now()
    }

    /// How safe things are.
    #[must_use]
    pub fn health(&self) -> Health {
        held(&self.shared.health).clone()
    }

    /// Where the journal is.
    #[must_use]
    pub fn journal(&self) -> PathBuf {
        held(&self.shared.journal).clone()
    }

    /// Has `wake` called after each change of the meeting or of its health, until the subscription is dropped. Only the newest state counts:
    /// several changes may come as one call. `wake` is called on the room's own threads, and must return at once and not panic.
    #[must_use]
    pub fn on_change(&self, wake: impl Fn(&Arc<Meeting>) + Send + Sync + 'static) -> Subscription {
        let wake: Arc<Wake> = Arc::new(wake);
        held(&self.shared.watchers).push(Arc::downgrade(&wake));
        Subscription { _wake: wake }
    }

    fn send(&self, task: Task) {
        // A task that cannot be handed in is dropped here, and its reply answers that the room is closed.
        let _ = self.inbox.send(task);
    }
}

type Wake = dyn Fn(&Arc<Meeting>) + Send + Sync;

/// Keeps a call of [`RoomHandle::on_change`] alive.
pub struct Subscription {
    _wake: Arc<Wake>,
}

impl fmt::Debug for Subscription {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Subscription")
    }
}

/// A command on its way in.
#[derive(Clone, Debug)]
pub struct Submission {
    /// What is wanted.
    pub command: Command,
    /// By whom.
    pub author: Author,
    /// The time its line carries; refused where it is before the last record.
    pub stamp: Option<Moment>,
    /// The line of the script it stands in, from 1.
    pub line: Option<u32>,
}

/// A command was obeyed.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// What was recorded; nothing, where nothing needed to change.
    pub record: Option<Arc<Record>>,
    /// The meeting right after it.
    pub meeting: Arc<Meeting>,
}

/// A command was not obeyed. Nothing happened.
#[derive(Clone, Debug)]
pub enum Denied {
    /// The rules say no.
    Refused(Refusal),
    /// The world failed.
    Failed(Error),
}

impl From<Error> for Denied {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<Refusal> for Denied {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// The session file was saved, where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// How the meeting is kept.
    pub kept: Kept,
    /// Where the meeting goes on, when the old journal could no longer be written.
    pub moved: Option<Moved>,
}

/// How a meeting is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Its session file holds all of it.
    Saved,
    /// The journal can only be read, and nothing was recorded that the session file lacks: both are as they were.
    AsItWas,
    /// Nowhere: it was a rehearsal.
    Nowhere,
}

/// The meeting goes on in a new journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The new one.
    pub to: PathBuf,
    /// Where the old one is kept, where there still is one.
    pub kept: Option<PathBuf>,
}

/// How safe things are. Everything that was acknowledged is in the journal in any case.
#[derive(Clone, Debug)]
pub struct Health {
    /// How safe the journal is.
    pub journal: Safety,
    /// How the session file is.
    pub session: Session,
}

/// How safe the journal is.
#[derive(Clone, Debug)]
pub enum Safety {
    /// A new one is on its way to the disk; nothing is acknowledged before it is there.
    Begun,
    /// Everything that was acknowledged is on the disk.
    Safe,
    /// So it is, but nothing more can be recorded, and why.
    ReadOnly(Error),
}

impl Safety {
    fn of(journal: &Journal) -> Self {
        match journal.read_only() {
            Some(error) => Self::ReadOnly(error),
            None if journal.is_safe() => Self::Safe,
            None => Self::Begun,
        }
    }
}

/// How the session file is.
#[derive(Clone, Debug)]
pub enum Session {
    /// Nothing was recorded since the meeting was opened here: it is as it was.
    Unchanged,
    /// It lacks the latest records.
    Behind,
    /// It holds all records.
    Saved,
    /// It could not be saved; it is tried again.
    Failed(Error),
}

/// The answer to come.
#[derive(Debug)]
pub struct Receipt<T, E> {
    answer: Receiver<Result<T, E>>,
}

impl<T, E: From<Error>> Receipt<T, E> {
    /// Waits for the answer.
    ///
    /// # Errors
    /// Why it was not done; a closed room is an error too.
    pub fn wait(self) -> Result<T, E> {
        self.answer.recv().unwrap_or_else(|_| Err(closed().into()))
    }

    /// Waits that long at most; `None` where the answer has not come.
    #[must_use]
    pub fn wait_for(&self, time: Duration) -> Option<Result<T, E>> {
        match self.answer.recv_timeout(time) {
            Ok(answer) => Some(answer),
            Err(mpsc::RecvTimeoutError::Timeout) => None,
            Err(mpsc::RecvTimeoutError::Disconnected) => Some(Err(closed().into())),
        }
    }
}

fn receipt<T: Send + 'static, E: From<Error> + Send + 'static>() -> (Receipt<T, E>, Reply<T, E>) {
    let (answer, receiver) = mpsc::channel();
    let reply = Reply::to(move |given| {
        // Whoever no longer waits does not want to know.
        let _ = answer.send(given);
    });
    (Receipt { answer: receiver }, reply)
}

/// An answer that is owed: given once, and that the room is closed where it is dropped.
struct Reply<T, E: From<Error>> {
    deliver: Option<Deliver<T, E>>,
}

type Deliver<T, E> = Box<dyn FnOnce(Result<T, E>) + Send>;

impl<T, E: From<Error>> Reply<T, E> {
    fn to(deliver: impl FnOnce(Result<T, E>) + Send + 'static) -> Self {
        Self {
            deliver: Some(Box::new(deliver)),
        }
    }

    fn give(mut self, answer: Result<T, E>) {
        if let Some(deliver) = self.deliver.take() {
            deliver(answer);
        }
    }
}

impl<T, E: From<Error>> Drop for Reply<T, E> {
    fn drop(&mut self) {
        if let Some(deliver) = self.deliver.take() {
            deliver(Err(closed().into()));
        }
    }
}

impl<T, E: From<Error>> fmt::Debug for Reply<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reply")
    }
}

/// What waits in the room's inbox.
#[derive(Debug)]
enum Task {
    Submit(Box<Submission>, Reply<Accepted, Denied>),
    Save(Reply<Saved, Error>),
    Keep(Reply<Kept, Error>),
    /// The keeper could not save.
    SaveFailed,
    Close,
}

/// What the room's threads and handles have in common.
struct Shared {
    latest: Mutex<Arc<Meeting>>,
    time: Timekeeper,
    health: Mutex<Health>,
    journal: Mutex<PathBuf>,
    watchers: Mutex<Vec<Weak<Wake>>>,
}

impl Shared {
    /// The room itself has failed: nothing more is recorded, and whoever looks is told.
    fn broke(&self, error: Error) -> Error {
        held(&self.health).journal = Safety::ReadOnly(error.clone());
        self.wake();
        error
    }

    fn wake(&self) {
        let watchers: Vec<_> = {
            let mut watchers = held(&self.watchers);
            watchers.retain(|wake| wake.strong_count() > 0);
            watchers.iter().filter_map(Weak::upgrade).collect()
        };
        let latest = Arc::clone(&held(&self.latest));
        // Called without a lock, so that a watcher may ask the room.
        for wake in watchers {
            wake(&latest);
        }
    }

    fn set_session(&self, session: Session) {
        held(&self.health).session = session;
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared")
            .field("health", &self.health)
            .finish_non_exhaustive()
    }
}

/// What is behind these locks is replaced whole: a panic elsewhere leaves nothing half done.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn no_thread(error: &std::io::Error) -> Error {
    let what = error.to_string();
    Error::new(ErrorKind::Broken { what })
}

fn closed() -> Error {
    Error::new(ErrorKind::Closed)
}

/// The error that a caught panic is told as.
fn broken(panic: &(dyn std::any::Any + Send)) -> Error {
    let what = panic
        .downcast_ref::<&str>()
        .map(|what| (*what).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    Error::new(ErrorKind::Broken { what }).hint(crate::text::Message::new("room-broken"))
}
