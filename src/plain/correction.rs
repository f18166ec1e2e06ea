//! A correction of the record in plain lines, once the meeting is over. Owns what is recorded before its first change: that it begins, why,
//! and for which item; so that a correction in which nothing is changed leaves no trace. What it may change is the meeting's to say.

use std::io::BufRead;
use std::sync::Arc;

use super::line::Line;
use super::{Ended, Flow, Manner, Means, Talk, Voice, converse};
use crate::meeting::progress::Command as Progress;
use crate::meeting::{Command, ItemId, Meeting, Seal, decide};
use crate::room::RoomHandle;
use crate::text::{Arg, Message, Moment, Text};

/// A correction that is being made.
#[derive(Clone, Debug)]
pub struct Correction {
    begun: Begun,
    why: Option<Text>,
    /// Of the session file as it was; taken up by the first beginning.
    seal: Option<Seal>,
    /// The item the next change is about, where another was chosen.
    item: Option<ItemId>,
    /// The number of the record that was the next one.
    first: u64,
}

/// Whether its beginning is on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Begun {
    /// Not before something is changed.
    Ahead,
    /// It is.
    Recorded,
}

impl Correction {
    /// One of that meeting, for that reason, whose session file was sealed so.
    #[must_use]
    pub fn of(meeting: &Meeting, why: Option<Text>, seal: Option<Seal>) -> Self {
        Self {
            begun: Begun::Ahead,
            why,
            seal,
            item: None,
            first: meeting.history.next_seq(),
        }
    }

    /// What is recorded before the next change.
    fn ahead(&self) -> Vec<Command> {
        let begins = (self.begun == Begun::Ahead).then(|| Progress::Correct {
            why: self.why.clone(),
            seal: self.seal,
        });
        let placed = self.item.map(Progress::Item);
        begins
            .into_iter()
            .chain(placed)
            .map(Command::from)
            .collect()
    }

    fn is_recorded(&mut self) {
        self.begun = Begun::Recorded;
        self.seal = None;
        self.item = None;
    }
}

/// Corrects the record of that room's meeting, line by line, and has it saved where something was changed.
pub fn correct<'a>(
    room: &'a RoomHandle,
    voice: Voice<'a>,
    manner: Manner,
    means: Means<'a>,
    correction: Correction,
    reader: impl BufRead + Send + 'static,
) -> Ended {
    converse(room, voice, manner, means, Some(correction), reader)
}

impl Talk<'_> {
    /// The meeting that the next command meets: with what is recorded before it.
    pub(super) fn as_it_will_be(&self, now: Moment) -> Arc<Meeting> {
        let ahead = self.correction.iter().flat_map(Correction::ahead);
        ahead.fold(Arc::clone(&self.told), |meeting, command| {
            meeting
                .after(&self.manner.author, now, command)
                .map_or(meeting, Arc::new)
        })
    }

    /// From when times of day are read: in a correction, from the end of the item it is about, so that `14:10` is the meeting's.
    pub(super) fn reads_times_from(&self, meeting: &Meeting, now: Moment) -> Moment {
        if self.correction.is_none() {
            return now;
        }
        let progress = &meeting.progress;
        let item = progress.place().and_then(|item| progress.item(item));
        let left = item.and_then(|item| item.spans.last()?.until);
        left.or_else(|| progress.adjourned()).unwrap_or(now)
    }

    /// Whether nothing was recorded that is to be saved.
    pub(super) fn is_untouched(&self) -> bool {
        match &self.correction {
            Some(correction) => self.told.history.next_seq() == correction.first,
            None => self.told.history.is_empty(),
        }
    }

    /// What follows is corrected for that reason.
    pub(super) fn give_reason(&mut self, why: Text) -> Flow {
        let told = Message::new("correct-why").with("why", &why);
        if let Some(correction) = &mut self.correction
            && correction.why.as_ref() != Some(&why)
        {
            correction.why = Some(why);
            correction.begun = Begun::Ahead;
        }
        self.tell(&told)
    }

    /// Hands in a command of a correction, and before the first that changes something that the correction begins.
    pub(super) fn correct(&mut self, line: &Line, command: Command) -> Flow {
        if let Command::Progress(Progress::Item(item)) = command {
            return self.turn_to(item);
        }
        let now = line.stamp.or(self.stamp);
        let now = now.unwrap_or_else(|| self.room.now());
        let meeting = self.as_it_will_be(now);
        match decide(&meeting, &self.manner.author, now, command.clone()) {
            Err(refusal) => self.refuse(line.number, &line.text, &refusal),
            Ok(events) if events.is_empty() => self.say(&Message::new("plain-nothing-to-change")),
            Ok(_) => {
                let ahead = self.correction.iter().flat_map(Correction::ahead);
                for before in ahead.collect::<Vec<_>>() {
                    // It was told when it was typed.
                    match self.record(line, before) {
                        Ok(accepted) => self.told = accepted.meeting,
                        Err(denied) => return self.deny(line, &denied),
                    }
                }
                if let Some(correction) = &mut self.correction {
                    correction.is_recorded();
                }
                self.hand_in(line, command)
            }
        }
    }

    /// What follows is about that item.
    fn turn_to(&mut self, id: ItemId) -> Flow {
        let progress = &self.told.progress;
        let Some(item) = progress.item(id) else {
            return self.say(&Message::new("progress-no-item"));
        };
        let told = Message::new("telling-correction-placed")
            .with("number", progress.number(id))
            .with("title", Arg::from(&item.plan.title));
        if let Some(correction) = &mut self.correction {
            correction.item = Some(id);
        }
        self.tell(&told)
    }
}
