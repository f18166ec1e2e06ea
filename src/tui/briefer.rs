//! The thread that keeps the brief, so that no key and no frame waits for it: it follows the meeting line by line, and makes the brief
//! while somebody looks at it. It sends the loop a message; what it makes is `brief`'s and `agreement`'s.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Weak};
use std::thread;

use super::message::Message;
use crate::agreement::Agreement;
use crate::brief::Brief;
use crate::meeting::Meeting;
use crate::summary::Summary;

/// What is wanted of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// To know its lines, so that a brief will not take long.
    Index,
    /// The brief.
    Brief,
}

/// A meeting to follow.
struct Order {
    meeting: Arc<Meeting>,
    wanted: Wanted,
}

/// The loop's side of the thread, which ends with it.
#[derive(Debug)]
pub struct Briefer {
    orders: Sender<Order>,
    last: Option<(Weak<Meeting>, Wanted)>,
}

impl Briefer {
    /// Begins to follow; briefs come to `to_loop`.
    #[must_use]
    pub fn begin(to_loop: Sender<Message>) -> Self {
        let (orders, inbox) = channel();
        let thread = thread::Builder::new().name("brief".to_owned());
        // Where there is no thread to be had there is no brief; the meeting goes on.
        drop(thread.spawn(move || work(&inbox, &to_loop)));
        Self { orders, last: None }
    }

    /// The meeting is so now. Costs nothing where that was said already.
    pub fn follow(&mut self, meeting: &Arc<Meeting>, wanted: Wanted) {
        let now = Arc::downgrade(meeting);
        let is_same = |(last, of): &(Weak<Meeting>, Wanted)| *of == wanted && last.ptr_eq(&now);
        if self.last.as_ref().is_some_and(is_same) {
            return;
        }
        self.last = Some((now, wanted));
        let meeting = Arc::clone(meeting);
        // The thread has ended only where it could not begin.
        let _ = self.orders.send(Order { meeting, wanted });
    }
}

fn work(inbox: &Receiver<Order>, to_loop: &Sender<Message>) {
    let mut agreement = Agreement::default();
    while let Ok(order) = inbox.recv() {
        // What came meanwhile is newer.
        let Order { meeting, wanted } = inbox.try_iter().last().unwrap_or(order);
        agreement.follow(&meeting);
        match wanted {
            Wanted::Index => {}
            Wanted::Brief => {
                let made = Arc::new(made(&meeting, &agreement));
                if to_loop.send(Message::Briefed(made)).is_err() {
                    return;
                }
            }
        }
    }
}

/// The brief of a meeting with what may be alike in it.
#[must_use]
pub fn made(meeting: &Meeting, agreement: &Agreement) -> Brief {
    let summary = Summary::of(meeting);
    Brief::of(&summary).with_pairs(&summary, &agreement.pairs(meeting))
}
