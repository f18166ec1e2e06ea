//! The same meeting without a screen: a line in, a line out for each thing that happened, in the reader's language.
//! For screen readers, pipes and scripts (`CONTRACT.md` §3, Scripts): whole sentences, no columns, each line out at once.
//!
//! What happened goes to `out`; refusals and everything else that is said about the lines go to `err`. Between the lines
//! the time marks of the running turn are said, from a timer. Owns no meaning of a line (`phrase`), no sentence (`locale`).
//!
//! # Going on with a script
//! The records that a script makes carry the number of their line, counted from 1 over all lines of the file. Going on
//! starts behind the greatest number on record, so that a line which was refused is the first to be tried again. Lines
//! that leave no record (`save`, `help`) and stand behind it are done again.

mod correction;
pub mod faces;
mod grant;
pub mod line;
mod marks;
pub mod status;

pub use correction::{Correction, correct};
pub use grant::{Exported, Means, Objection, Reply, answer, saved_as};

use std::io::{self, BufRead, Write};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;

use crate::cue::{self, Cue};
use crate::error::Error;
use crate::locale::Locale;
use crate::meeting::contribution::Anchor;
use crate::meeting::{Author, Command, Meeting, Record, Refusal};
use crate::phrase::{Interpreter, Spoken, Spot};
use crate::room::{Accepted, Denied, Kept, RoomHandle, Submission};
use crate::telling::{self, Step};
use crate::text::{Message, Moment, Text};
use line::{Line, Lines, Unreadable};
use marks::Marks;

/// Lines that wait to be read ahead of the one that is being done.
const AHEAD: usize = 64;

/// How a meeting is held in plain lines.
#[derive(Clone, Debug)]
pub struct Manner {
    /// Whose commands the lines are.
    pub author: Author,
    /// Who or what speaks.
    pub from: From,
}

/// Where the lines come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// A person at a terminal, who is told what to say next.
    Person,
    /// A pipe: a refusal is told, and it goes on.
    Pipe,
    /// A script, whose lines up to that number are on record already.
    Script {
        /// What a refused line does.
        refused: OnRefusal,
        /// The number of the last line that is not to be done again; 0 for none.
        after: u32,
    },
}

/// What a refused line of a script does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnRefusal {
    /// It ends the script.
    Stop,
    /// The next one is tried.
    GoOn,
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// At the end of the lines, or by `quit`.
    Well,
    /// A line of the script was refused.
    Refused,
    /// What happened could not be written, or the meeting could only be read.
    Ailing,
}

/// The two places that are written to, and the words.
#[expect(missing_debug_implementations, reason = "writers have none")]
pub struct Voice<'a> {
    /// The reader's sentences.
    pub locale: Locale,
    /// What happened.
    pub out: &'a mut dyn Write,
    /// Everything else.
    pub err: &'a mut dyn Write,
}

/// Holds the meeting of that room until the lines end, and then has it saved. The meeting itself stays as it is: open, where it was open.
pub fn hold<'a>(
    room: &'a RoomHandle,
    voice: Voice<'a>,
    manner: Manner,
    means: Means<'a>,
    reader: impl BufRead + Send + 'static,
) -> Ended {
    converse(room, voice, manner, means, None, reader)
}

fn converse<'a>(
    room: &'a RoomHandle,
    voice: Voice<'a>,
    manner: Manner,
    means: Means<'a>,
    correction: Option<Correction>,
    reader: impl BufRead + Send + 'static,
) -> Ended {
    let (heard, inbox) = sync_channel(AHEAD);
    let woken = heard.clone();
    let subscription = room.on_change(move |_| {
        // A full inbox is being worked off, and what is new is told with the next line.
        let _ = woken.try_send(Heard::Change);
    });
    let after = match manner.from {
        From::Person | From::Pipe => 0,
        From::Script { after, .. } => after,
    };
    thread::spawn(move || listen(reader, after, &heard));
    let mut talk = Talk::new(room, voice, manner, means);
    talk.correction = correction;
    talk.listen_to(&inbox);
    drop(subscription);
    talk.end()
}

/// The number of the last line of a script that is on record; 0 where none is.
#[must_use]
pub fn last_line(meeting: &Meeting) -> u32 {
    meeting
        .history
        .records()
        .filter_map(|record| record.line)
        .max()
        .unwrap_or(0)
}

/// What comes in.
enum Heard {
    Line(Result<Line, Unreadable>),
    Change,
    End,
}

/// Reads lines until they end or nobody wants them.
fn listen(reader: impl BufRead, after: u32, heard: &SyncSender<Heard>) {
    let mut lines = Lines::new(reader);
    while let Some(line) = lines.next_line() {
        let number = line
            .as_ref()
            .map_or_else(|odd| odd.number, |line| line.number);
        if number > after && heard.send(Heard::Line(line)).is_err() {
            return;
        }
    }
    // Nobody waits for the end any more where this fails.
    let _ = heard.send(Heard::End);
}

/// Whether there is more to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flow {
    On,
    Over,
}

/// The conversation as it stands.
struct Talk<'a> {
    room: &'a RoomHandle,
    voice: Voice<'a>,
    manner: Manner,
    means: Means<'a>,
    /// The meeting up to which everything was told.
    told: Arc<Meeting>,
    stamp: Option<Moment>,
    interpreter: Interpreter,
    marks: Marks,
    cue: Option<Cue>,
    /// The correction that is being made, where the meeting is over and its record is corrected.
    correction: Option<Correction>,
    heard: Audible,
    ended: Ended,
}

/// Whether what happens can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Audible {
    Yes,
    /// It failed once, and is not tried again.
    No,
}

impl<'a> Talk<'a> {
    fn new(room: &'a RoomHandle, voice: Voice<'a>, manner: Manner, means: Means<'a>) -> Self {
        let told = room.latest();
        Self {
            room,
            voice,
            manner,
            means,
            told,
            stamp: None,
            interpreter: Interpreter::new(),
            marks: Marks::default(),
            cue: None,
            correction: None,
            heard: Audible::Yes,
            ended: Ended::Well,
        }
    }

    fn listen_to(&mut self, inbox: &Receiver<Heard>) {
        let stale = status::stale(&self.told, self.room.now()).filter(|_| !self.is_script());
        let mut flow = stale.map_or(Flow::On, |offer| self.say(&offer));
        if flow == Flow::On {
            flow = self.between_lines();
        }
        while flow == Flow::On {
            let heard = match marks::until_next(&self.told, self.room.now())
                .filter(|_| !self.is_script())
            {
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(wait) => inbox.recv_timeout(wait),
            };
            flow = match heard {
                Ok(Heard::Line(line)) => self.take(line),
                Ok(Heard::Change) => self.tell_news(),
                Err(RecvTimeoutError::Timeout) => Flow::On,
                Ok(Heard::End) | Err(RecvTimeoutError::Disconnected) => Flow::Over,
            };
            if flow == Flow::On {
                flow = self.between_lines();
            }
        }
    }

    /// Says the mark that has come, and the chair's next sentence where it is another.
    fn between_lines(&mut self) -> Flow {
        if self.is_script() {
            return Flow::On;
        }
        let now = self.room.now();
        if let Some(mark) = self.marks.passed(&self.told, now)
            && self.tell(&mark) == Flow::Over
        {
            return Flow::Over;
        }
        if self.manner.from != From::Person {
            return Flow::On;
        }
        let cue = cue::next(&self.told, now);
        if cue == self.cue {
            return Flow::On;
        }
        self.cue.clone_from(&cue);
        cue.map_or(Flow::On, |cue| {
            self.tell(&Message::new("plain-cue").with("words", cue.message))
        })
    }

    fn take(&mut self, line: Result<Line, Unreadable>) -> Flow {
        match line {
            Ok(line) => self.perform(&line),
            Err(odd) => self.refuse(odd.number, "", &Refusal::new(odd.reason)),
        }
    }

    fn perform(&mut self, line: &Line) -> Flow {
        let stamp = line.stamp.or(self.stamp);
        let now = stamp.unwrap_or_else(|| self.room.now());
        if stamp.is_none_or(|stamp| self.told.last_at().is_none_or(|last| last <= stamp)) {
            self.stamp = stamp;
        }
        let meeting = self.as_it_will_be(now);
        let spot = Spot {
            now: self.reads_times_from(&meeting, now),
            anchor: Anchor::now(&meeting),
            author: &self.manner.author,
        };
        match self.interpreter.read(&meeting, &line.text, &spot) {
            Err(misread) => self.object(line.number, &line.text, &grant::unread(*misread)),
            Ok(Spoken::Ask(request)) => self.grant(line, request),
            Ok(Spoken::Command(command)) => self.submit(line, command),
        }
    }

    fn submit(&mut self, line: &Line, command: Command) -> Flow {
        if self.correction.is_some() {
            self.correct(line, command)
        } else {
            self.hand_in(line, command)
        }
    }

    /// Hands a command in and tells what came of it.
    fn hand_in(&mut self, line: &Line, command: Command) -> Flow {
        let command = self.means.complete(&self.told, command);
        match self.record(line, command) {
            Ok(accepted) => match accepted.record {
                Some(record) => self.tell_record(&record, accepted.meeting),
                None if self.is_script() => Flow::On,
                None => self.say(&Message::new("plain-nothing-to-change")),
            },
            Err(denied) => self.deny(line, &denied),
        }
    }

    /// Has a command recorded that stands in that line.
    fn record(&self, line: &Line, command: Command) -> Result<Accepted, Denied> {
        let submission = Submission {
            command,
            author: self.manner.author.clone(),
            stamp: line.stamp.or(self.stamp),
            line: self.is_script().then_some(line.number),
        };
        self.room.submit_line(submission).wait()
    }

    /// Tells why it was not.
    fn deny(&mut self, line: &Line, denied: &Denied) -> Flow {
        match denied {
            Denied::Refused(refusal) => self.refuse(line.number, &line.text, refusal),
            Denied::Failed(error) => self.fail(line.number, &line.text, error),
        }
    }

    /// Tells what a record did, after whatever others did before it.
    fn tell_record(&mut self, record: &Arc<Record>, after: Arc<Meeting>) -> Flow {
        let next = self.told.history.next_seq();
        if record.seq < next {
            return Flow::On;
        }
        let mut told = Vec::new();
        for seq in next..=record.seq {
            let record = after.history.record(seq).unwrap_or(record);
            told.extend(telling::of(&Step {
                before: &self.told,
                after: &after,
                record,
            }));
        }
        self.told = after;
        self.tell_all(&told)
    }

    /// Tells what others did.
    fn tell_news(&mut self) -> Flow {
        let latest = self.room.latest();
        let last = latest.history.shared().next_back().cloned();
        last.map_or(Flow::On, |last| self.tell_record(&last, latest))
    }

    /// Tells why not, and what to do instead.
    fn refuse(&mut self, number: u32, text: &str, refusal: &Refusal) -> Flow {
        let mut told = vec![refusal.reason.clone()];
        told.extend(refusal.obstacles.iter().cloned());
        self.object(number, text, &told)
    }

    /// Tells what failed outside the meeting.
    fn fail(&mut self, number: u32, text: &str, error: &Error) -> Flow {
        let told: Vec<Message> = error.messages().collect();
        self.object(number, text, &told)
    }

    fn object(&mut self, number: u32, text: &str, told: &[Message]) -> Flow {
        let From::Script { refused, .. } = self.manner.from else {
            return self.say_all(told);
        };
        self.ended = Ended::Refused;
        let line = Message::new("plain-script-refused")
            .with("number", number)
            .with("line", Text::line(text));
        if self.say(&line) == Flow::Over || self.say_all(told) == Flow::Over {
            return Flow::Over;
        }
        match refused {
            OnRefusal::GoOn => Flow::On,
            OnRefusal::Stop => {
                self.say(&Message::new(if self.correction.is_some() {
                    "correct-script-kept"
                } else {
                    "plain-script-kept"
                }));
                Flow::Over
            }
        }
    }

    fn end(mut self) -> Ended {
        if self.is_untouched() {
            return self.ended;
        }
        let is_open = self.told.progress.adjourned().is_none();
        match self.room.keep().wait() {
            Err(error) => {
                let told: Vec<Message> = error.messages().collect();
                self.say_all(&told);
                self.ended = Ended::Ailing;
            }
            Ok(Kept::AsItWas) => {
                self.say(&Message::new("plain-left-as-it-was"));
                self.ended = Ended::Ailing;
            }
            Ok(Kept::Saved) if is_open => {
                self.say(&Message::new("plain-left-open"));
            }
            Ok(Kept::Saved) => {}
            Ok(Kept::Nowhere) => {
                self.say(&Message::new("cli-screen-rehearsed"));
            }
        }
        self.ended
    }

    const fn is_script(&self) -> bool {
        matches!(self.manner.from, From::Script { .. })
    }

    fn tell(&mut self, message: &Message) -> Flow {
        let sentence = self.voice.locale.say(message);
        self.put(&sentence)
    }

    /// Writes a line of what happened. Where nobody hears it, a person is gone, and lines from elsewhere are recorded all the same.
    fn put(&mut self, sentence: &str) -> Flow {
        if self.heard == Audible::No {
            return Flow::On;
        }
        let Err(error) = write(self.voice.out, sentence) else {
            return Flow::On;
        };
        if self.manner.from == From::Person {
            return Flow::Over;
        }
        self.heard = Audible::No;
        let error = Error::output(error).hint(Message::new("plain-recorded-unheard"));
        if !error.is_unread() && self.ended == Ended::Well {
            self.ended = Ended::Ailing;
        }
        let told: Vec<Message> = error.messages().collect();
        self.say_all(&told)
    }

    fn tell_all(&mut self, messages: &[Message]) -> Flow {
        messages.iter().fold(Flow::On, |flow, message| {
            if flow == Flow::On {
                self.tell(message)
            } else {
                flow
            }
        })
    }

    /// A document, as it stands.
    fn show(&mut self, document: &str) -> Flow {
        document.lines().fold(Flow::On, |flow, line| {
            if flow == Flow::On {
                self.put(line)
            } else {
                flow
            }
        })
    }

    fn say(&mut self, message: &Message) -> Flow {
        // Where even that is lost, the meeting still goes on.
        let _ = write(self.voice.err, &self.voice.locale.say(message));
        Flow::On
    }

    fn say_all(&mut self, messages: &[Message]) -> Flow {
        messages.iter().fold(Flow::On, |flow, message| {
            if flow == Flow::On {
                self.say(message)
            } else {
                flow
            }
        })
    }
}

/// Writes one line, at once.
fn write(to: &mut dyn Write, sentence: &str) -> io::Result<()> {
    let line = sentence.replace(['\n', '\r'], " ") + "\n";
    to.write_all(line.as_bytes()).and_then(|()| to.flush())
}
