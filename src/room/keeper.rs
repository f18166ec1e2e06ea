//! The thread that has the session file written, newest state first, so that the room never waits for it. Knows nothing of the file:
//! the hook it is given does.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use super::{Reply, SaveHook, Saved, Session, Shared, Task, broken, held};
use crate::error::Error;
use crate::meeting::Meeting;

/// The room's end of the keeper's thread.
#[derive(Debug)]
pub(super) struct Keeper {
    jobs: Sender<Job>,
    thread: JoinHandle<Result<(), Error>>,
}

/// A meeting to be saved.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) meeting: Arc<Meeting>,
    /// Who waits for it, and what they are told when it is done.
    pub(super) reply: Option<(Reply<Saved, Error>, Saved)>,
}

impl Keeper {
    /// # Errors
    /// Where the system gives no thread.
    pub(super) fn start(
        save: SaveHook,
        shared: Arc<Shared>,
        room: Sender<Task>,
    ) -> std::io::Result<Self> {
        let (jobs, waiting) = mpsc::channel();
        let thread = thread::Builder::new().name("keeper".into());
        let thread = thread.spawn(move || keep(save, &shared, &room, &waiting))?;
        Ok(Self { jobs, thread })
    }

    /// Has it saved; what was handed in before and is not yet begun is passed over.
    pub(super) fn save(&self, job: Job) {
        // The thread ends with this value alone; a job that is dropped answers that the room is closed.
        let _ = self.jobs.send(job);
    }

    /// Waits until all is saved.
    ///
    /// # Errors
    /// That of the last save.
    pub(super) fn close(self) -> Result<(), Error> {
        drop(self.jobs);
        self.thread
            .join()
            .unwrap_or_else(|panic| Err(broken(&*panic)))
    }
}

fn keep(
    mut save: SaveHook,
    shared: &Shared,
    room: &Sender<Task>,
    waiting: &Receiver<Job>,
) -> Result<(), Error> {
    let mut last = Ok(());
    while let Ok(first) = waiting.recv() {
        let mut replies = Vec::from_iter(first.reply);
        let mut meeting = first.meeting;
        for job in waiting.try_iter() {
            replies.extend(job.reply);
            meeting = job.meeting;
        }
        last = catch_unwind(AssertUnwindSafe(|| save(&meeting)))
            .unwrap_or_else(|panic| Err(broken(&*panic)));
        let is_newest = held(&shared.latest).history.next_seq() == meeting.history.next_seq();
        shared.set_session(match &last {
            Ok(()) if is_newest => Session::Saved,
            Ok(()) => Session::Behind,
            Err(error) => Session::Failed(error.clone()),
        });
        for (reply, saved) in replies {
            reply.give(last.clone().map(|()| saved));
        }
        if last.is_err() {
            // The room sees to it that it is tried again; when it is closing there is no again.
            let _ = room.send(Task::SaveFailed);
        }
        shared.wake();
    }
    last
}
