//! The room's thread: takes what waits, decides, writes, publishes, answers. Owns the order of those steps; the public face is the room's.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use super::clock::whole;
use super::keeper::{Job, Keeper};
use super::{
    Accepted, Decide, Denied, Keeping, Kept, Moved, Reply, Safety, Saved, Session, Shared,
    Submission, Task, broken, held,
};
use crate::error::Error;
use crate::journal::Journal;
use crate::meeting::record::line_of;
use crate::meeting::{Digest, Meeting, Record, Refusal};
use crate::text::{Arg, Message};

/// How many commands share a sync at most.
const TOGETHER: usize = 64;

/// Everything the room's thread has.
pub(super) struct Worker {
    decide: Decide,
    journal: Journal,
    meeting: Arc<Meeting>,
    shared: Arc<Shared>,
    keeper: Keeper,
    quiet: Duration,
    retry: Duration,
    kept: Kept,
    /// When the session file is to be saved next, unless something is recorded before.
    due: Option<Instant>,
    /// Set once the program itself has failed: nothing more is recorded.
    broken: Option<Error>,
}

/// A command that was decided, and is not yet safe.
struct Decided {
    reply: Reply<Accepted, Denied>,
    answer: Result<Accepted, Denied>,
}

impl Worker {
    /// # Errors
    /// Where the system gives no thread to save with.
    pub(super) fn new(
        decide: Decide,
        journal: Journal,
        meeting: Arc<Meeting>,
        shared: Arc<Shared>,
        keeping: Keeping,
        inbox: Sender<Task>,
    ) -> std::io::Result<Self> {
        let keeper = Keeper::start(keeping.save, Arc::clone(&shared), inbox)?;
        let Keeping {
            quiet, retry, kept, ..
        } = keeping;
        Ok(Self {
            decide,
            journal,
            meeting,
            shared,
            keeper,
            quiet,
            retry,
            kept,
            due: None,
            broken: None,
        })
    }

    /// Works until the room is closed.
    ///
    /// # Errors
    /// That of the last save.
    pub(super) fn run(mut self, inbox: &Receiver<Task>) -> Result<(), Error> {
        self.secure();
        let mut next = None;
        loop {
            match next.take().or_else(|| self.next(inbox)) {
                None => self.hand_to_keeper(None),
                Some(Task::Close) => break,
                Some(Task::Save(reply)) => self.save(reply),
                Some(Task::Keep(reply)) => self.keep(reply),
                Some(Task::SaveFailed) => self.due = Some(Instant::now() + self.retry),
                Some(Task::Submit(submission, reply)) => {
                    let mut together = vec![(*submission, reply)];
                    while together.len() < TOGETHER {
                        match inbox.try_recv() {
                            Ok(Task::Submit(submission, reply)) => {
                                together.push((*submission, reply));
                            }
                            Ok(other) => {
                                next = Some(other);
                                break;
                            }
                            Err(_) => break,
                        }
                    }
                    self.obey(together);
                }
            }
        }
        if self.due.is_some() {
            self.hand_to_keeper(None);
        }
        self.keeper.close()
    }

    /// What the journal began with goes to the disk, while a screen is drawn already. A failure is told as the meeting's state.
    fn secure(&mut self) {
        if !self.journal.is_safe() {
            let _ = self.journal.secure();
            held(&self.shared.health).journal = self.safety();
            self.shared.wake();
        }
    }

    fn safety(&self) -> Safety {
        match &self.broken {
            Some(error) => Safety::ReadOnly(error.clone()),
            None => Safety::of(&self.journal),
        }
    }

    /// The next task; `None` when the session file is due.
    fn next(&self, inbox: &Receiver<Task>) -> Option<Task> {
        let Some(due) = self.due else {
            return Some(inbox.recv().unwrap_or(Task::Close));
        };
        match inbox.recv_timeout(due.saturating_duration_since(Instant::now())) {
            Ok(task) => Some(task),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Task::Close),
        }
    }

    /// Decides each on top of the ones before, makes all of them safe at once, and answers.
    fn obey(&mut self, together: Vec<(Submission, Reply<Accepted, Denied>)>) {
        let mut ahead = Arc::clone(&self.meeting);
        let mut prev = self.journal.tail();
        let mut lines = Vec::new();
        let mut waiting = Vec::new();
        for (submission, reply) in together {
            let answer = self.step(submission, &ahead, prev);
            if let Ok(Accepted {
                record: Some(record),
                meeting,
            }) = &answer
            {
                let line = line_of(&**record);
                prev = Digest::of(line.as_bytes());
                lines.push(line);
                ahead = Arc::clone(meeting);
            }
            // What rests on nothing that has yet to be written can be answered now.
            if lines.is_empty() {
                reply.give(answer);
            } else {
                waiting.push(Decided { reply, answer });
            }
        }
        if !lines.is_empty() {
            self.commit(&lines, ahead, waiting);
        } else if self.broken.is_some() {
            self.shared.wake();
        }
    }

    fn step(
        &mut self,
        submission: Submission,
        meeting: &Arc<Meeting>,
        prev: Digest,
    ) -> Result<Accepted, Denied> {
        if let Some(error) = self.broken.clone().or_else(|| self.journal.read_only()) {
            return Err(error.into());
        }
        let time = &self.shared.time;
        // Records of the same batch are not published yet, and hold time all the same.
        let last = meeting.last_at();
        let now = match (submission.stamp.map(whole), last) {
            (Some(stamp), Some(last)) if stamp < last => {
                let refusal = Message::new("room-stamp-before-record");
                let refusal = refusal
                    .with("stamp", Arg::Moment(stamp))
                    .with("last", Arg::Moment(last));
                return Err(Refusal::new(refusal).into());
            }
            (Some(stamp), _) => {
                time.stamp(stamp);
                stamp
            }
            (None, Some(last)) => time.now().max(last),
            (None, None) => time.now(),
        };
        catch_unwind(AssertUnwindSafe(|| {
            let Submission {
                command,
                author,
                line,
                ..
            } = submission;
            let events = (self.decide)(meeting, &author, now, command)?;
            if events.is_empty() {
                return Ok(Accepted {
                    record: None,
                    meeting: Arc::clone(meeting),
                });
            }
            let seq = meeting.history.next_seq();
            let record = Arc::new(Record {
                seq,
                at: now,
                author,
                line,
                events,
                prev,
            });
            let mut after = Meeting::clone(meeting);
            after.apply(Arc::clone(&record));
            Ok(Accepted {
                record: Some(record),
                meeting: Arc::new(after),
            })
        }))
        .unwrap_or_else(|panic| {
            let error = broken(&*panic);
            self.broken = Some(error.clone());
            held(&self.shared.health).journal = Safety::ReadOnly(error.clone());
            Err(error.into())
        })
    }

    fn commit(&mut self, lines: &[String], ahead: Arc<Meeting>, waiting: Vec<Decided>) {
        let lines: Vec<_> = lines.iter().map(String::as_str).collect();
        match self.journal.append(&lines) {
            Ok(()) => {
                let ends = ahead.progress.adjourned().is_some()
                    && self.meeting.progress.adjourned().is_none();
                self.publish(ahead);
                for Decided { reply, answer } in waiting {
                    reply.give(answer);
                }
                if ends {
                    self.hand_to_keeper(None);
                }
            }
            Err(error) => {
                held(&self.shared.health).journal = self.safety();
                for decided in waiting {
                    decided.reply.give(Err(error.clone().into()));
                }
            }
        }
        self.shared.wake();
    }

    fn publish(&mut self, meeting: Arc<Meeting>) {
        if let Some(at) = meeting.last_at() {
            self.shared.time.recorded(at);
        }
        self.meeting = Arc::clone(&meeting);
        *held(&self.shared.latest) = meeting;
        let mut health = held(&self.shared.health);
        // That the last save failed stays true until one succeeds.
        if !matches!(health.session, Session::Failed(_)) {
            health.session = Session::Behind;
        }
        drop(health);
        self.due = Some(Instant::now() + self.quiet);
    }

    fn hand_to_keeper(&mut self, reply: Option<(Reply<Saved, Error>, Saved)>) {
        self.due = None;
        self.keeper.save(Job {
            meeting: Arc::clone(&self.meeting),
            reply,
        });
    }

    /// Somebody asks for it: the moment to go on in a new journal, where the old one cannot be written.
    fn save(&mut self, reply: Reply<Saved, Error>) {
        let mut saved = self.saved();
        if self.journal.read_only().is_some() {
            match self.renew() {
                Ok(moved) => saved.moved = Some(moved),
                Err(error) => return reply.give(Err(error)),
            }
        }
        self.hand_to_keeper(Some((reply, saved)));
    }

    /// Somebody leaves: what was recorded is saved, and what could only be read is left alone.
    fn keep(&mut self, reply: Reply<Kept, Error>) {
        if self.journal.read_only().is_some() && self.due.is_none() {
            return reply.give(Ok(Kept::AsItWas));
        }
        let saved =
            Reply::to(|saved: Result<Saved, Error>| reply.give(saved.map(|saved| saved.kept)));
        self.hand_to_keeper(Some((saved, self.saved())));
    }

    /// What is answered once the session file is saved.
    const fn saved(&self) -> Saved {
        Saved {
            kept: self.kept,
            moved: None,
        }
    }

    fn renew(&mut self) -> Result<Moved, Error> {
        let lines: Vec<_> = self.meeting.history.records().map(line_of).collect();
        let lines: Vec<_> = lines.iter().map(String::as_str).collect();
        let kept = self.journal.renew(&lines)?;
        let to = self.journal.path();
        held(&self.shared.journal).clone_from(&to);
        held(&self.shared.health).journal = self.safety();
        self.shared.wake();
        Ok(Moved { to, kept })
    }
}
