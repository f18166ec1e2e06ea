//! Where an unfinished meeting stands, by its journal and the session file beside it together. Owns which of the two it goes on from: the
//! journal, unless a sound session file holds more of the same records; and that neither loses what it holds: a journal that lacks something gets it
//! back, and a file that something else is to stand in the place of is set aside.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::beside::Beside;
use super::{JOURNAL, Resumed, SESSION, SessionPlace, replayed};
use crate::error::{Error, ErrorKind};
use crate::journal::{Journal, Loaded, open_claimed};
use crate::meeting::record::line_of;
use crate::meeting::{Digest, Meeting, Seal};
use crate::session_file::{HEAD_BYTES, Session, head, seal_at_end};
use crate::text::Message;

/// Bytes at the end of a session file in which its seal stands.
const SEAL_BYTES: usize = 1024;

/// A meeting where it stands.
#[derive(Debug)]
pub struct Standing {
    /// With all records that are known of it.
    pub meeting: Meeting,
    /// What is to be told of its files; empty where both are as they should be.
    pub findings: Vec<Message>,
    rests_on: RestsOn,
}

/// What the meeting goes on from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RestsOn {
    /// The journal: the session file holds nothing more.
    Journal,
    /// The session file: so many of its last records are not in the journal.
    SessionFile { lacking: usize },
    /// The journal, and the session file holds other records.
    Contradicted,
}

impl Standing {
    /// By that journal and the session file beside it; the records are taken from the journal. None where its agenda can no longer be read.
    pub fn of(place: &SessionPlace, loaded: &mut Loaded) -> Option<Self> {
        let mut findings = loaded.findings();
        // What the journal has all of need not be read, let alone replayed, at every start.
        let kept = if is_vouched(place.sealed().as_ref(), loaded) {
            None
        } else {
            place.read_session().unwrap_or_else(|why| {
                findings.push(unreadable(place, why));
                None
            })
        };
        let rests_on = kept
            .as_ref()
            .map_or(RestsOn::Journal, |kept| weigh(kept, loaded));
        let records = std::mem::take(&mut loaded.records);
        let meeting = match (rests_on, kept) {
            (RestsOn::SessionFile { .. }, Some(kept)) => kept.meeting,
            (RestsOn::Journal | RestsOn::SessionFile { .. } | RestsOn::Contradicted, _) => {
                replayed(loaded.header.clone(), records)?
            }
        };
        Some(Self {
            meeting,
            findings,
            rests_on,
        })
    }

    /// By the session file alone, where its journal is lost for that reason and the file is sound.
    pub fn without_journal(place: &SessionPlace, lost: &Error) -> Option<Self> {
        let is_lost = matches!(
            lost.kind,
            ErrorKind::Missing { .. } | ErrorKind::Empty { .. } | ErrorKind::Damaged { .. }
        );
        let kept = is_lost.then(|| place.read_session().ok().flatten())??;
        is_sound(&kept).then(|| Self {
            rests_on: RestsOn::SessionFile {
                lacking: kept.meeting.history.len(),
            },
            meeting: kept.meeting,
            findings: vec![
                lost.message(),
                Message::new("standing-journal-lost").with("path", shown(place)),
            ],
        })
    }

    /// Brings the journal to where the meeting stands: what it lacks is written into it again. One that the session file contradicts, or that
    /// cannot be written, is for reading only.
    ///
    /// # Errors
    /// As [`Journal::append`].
    pub fn settle(&mut self, place: &SessionPlace, journal: &mut Journal) -> Result<(), Error> {
        match self.rests_on {
            RestsOn::Journal => {}
            RestsOn::Contradicted => {
                journal.stop(ErrorKind::Contradicted {
                    path: place.journal(),
                });
                self.findings
                    .push(Message::new("standing-contradicted").with("path", shown(place)));
            }
            RestsOn::SessionFile { lacking } => {
                let id = if journal.read_only().is_some() {
                    "standing-shown-whole"
                } else {
                    let known = self.meeting.history.len() - lacking;
                    append(journal, &self.meeting, known)?;
                    "standing-written-again"
                };
                let message = Message::new(id).with("path", shown(place));
                self.findings.push(message.with("count", lacking));
            }
        }
        Ok(())
    }
}

impl SessionPlace {
    /// Takes the meeting up again where it stopped: by its journal, or by a session file that holds more.
    ///
    /// # Errors
    /// As [`Journal::open`]; [`ErrorKind::Damaged`] where its agenda can no longer be read.
    pub fn resume(&self) -> Result<Resumed, Error> {
        match Journal::open(Arc::clone(&self.storage), &self.name(JOURNAL)) {
            Ok((journal, mut loaded)) => {
                let damaged = || {
                    Error::new(ErrorKind::Damaged {
                        path: self.journal(),
                        line: 1,
                    })
                };
                let standing = Standing::of(self, &mut loaded).ok_or_else(damaged)?;
                self.gone_on_with(standing, Some(journal))
            }
            Err(error) => match Standing::without_journal(self, &error) {
                Some(standing) => self.gone_on_with(standing, None),
                None => Err(error),
            },
        }
    }

    /// Goes on from there, in that journal or in a new one.
    pub(super) fn gone_on_with(
        &self,
        mut standing: Standing,
        journal: Option<Journal>,
    ) -> Result<Resumed, Error> {
        let journal = if let Some(mut journal) = journal {
            standing.settle(self, &mut journal)?;
            journal
        } else {
            let (journal, kept) = self.journal_anew(&standing.meeting)?;
            let kept = kept.map(|kept| kept.to_string_lossy().into_owned());
            let told = kept.map(|kept| Message::new("standing-kept").with("path", kept));
            standing.findings.extend(told);
            journal
        };
        Ok(Resumed {
            journal,
            meeting: standing.meeting,
            findings: standing.findings,
        })
    }

    /// Where the meeting stands by its session file, whose journal is lost for that reason.
    pub(super) fn without_journal(&self, lost: &Error) -> Option<Standing> {
        // Most session files without a journal are of meetings that are over: they are not read whole.
        self.is_open_by_its_head()
            .then(|| Standing::without_journal(self, lost))?
    }

    /// Sets the session file aside where it holds something that the meeting does not.
    pub(super) fn make_way(&self, meeting: &Meeting) -> Result<(), Error> {
        match self.read_session() {
            Ok(None) => Ok(()),
            Ok(Some(kept)) if has_all_of(meeting, &kept) => Ok(()),
            Ok(Some(_)) | Err(_) => self.set_aside(&self.name(SESSION)).map(drop),
        }
    }

    /// A new journal with the records of a meeting of which only the session file can be read; what stands in the journal's place is kept
    /// beside it.
    fn journal_anew(&self, meeting: &Meeting) -> Result<(Journal, Option<PathBuf>), Error> {
        let name = self.name(JOURNAL);
        let mut kept = None;
        if self.storage.has(&name) {
            // An empty one may be that of a process which is about to write its first line.
            let _claimed = open_claimed(&*self.storage, &name)?;
            kept = Some(self.set_aside(&name)?);
        }
        let storage = Arc::clone(&self.storage);
        let mut journal = Journal::create(storage, &name, &line_of(&*meeting.header))?;
        append(&mut journal, meeting, 0)?;
        Ok((journal, kept))
    }

    /// The seal of the session file, by its end alone.
    fn sealed(&self) -> Option<Seal> {
        let mut bytes = [0; SEAL_BYTES];
        let file = self.storage.open(&self.name(SESSION)).ok()?;
        let start = file.length().ok()?.saturating_sub(SEAL_BYTES as u64);
        let count = file.read_at(start, &mut bytes).ok()?;
        seal_at_end(&bytes[..count])
    }

    /// Whether the session file says of itself that its meeting is not over.
    fn is_open_by_its_head(&self) -> bool {
        let mut bytes = [0; HEAD_BYTES];
        let read = self.storage.open(&self.name(SESSION));
        let read = read.and_then(|file| file.read_at(0, &mut bytes));
        let head = read.ok().and_then(|count| head(&bytes[..count]));
        head.is_some_and(|head| head.state.as_str() == "open")
    }
}

/// Writes the records of the meeting into its journal, but for the first ones.
pub fn append(journal: &mut Journal, meeting: &Meeting, but: usize) -> Result<(), Error> {
    let lines: Vec<String> = meeting.history.records().skip(but).map(line_of).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    journal.append(&lines)
}

/// Whether that meeting has all that the session file holds; what was changed in the file since it was sealed counts for nothing.
pub fn has_all_of(meeting: &Meeting, kept: &Session) -> bool {
    let vouched = || {
        let records = meeting.history.records();
        let lines = records.map(|record| record.prev).skip(1);
        let last = meeting.history.records().next_back().map(line_of);
        let last = last.map(|line| Digest::of(line.as_bytes()));
        sealed_among(kept.seal.as_ref(), lines.chain(last))
    };
    match Beside::between(&kept.meeting, &meeting.header, meeting.history.records()) {
        Beside::Same | Beside::Ahead(_) => true,
        Beside::Behind(_) | Beside::Other(_) => !is_sound(kept) && vouched(),
    }
}

fn weigh(kept: &Session, loaded: &Loaded) -> RestsOn {
    let vouched = || is_vouched(kept.seal.as_ref(), loaded);
    match Beside::of(&kept.meeting, loaded) {
        Beside::Same | Beside::Ahead(_) => RestsOn::Journal,
        Beside::Behind(lacking) if is_sound(kept) => RestsOn::SessionFile { lacking },
        Beside::Behind(_) | Beside::Other(_) if !is_sound(kept) && vouched() => RestsOn::Journal,
        Beside::Behind(_) | Beside::Other(_) => RestsOn::Contradicted,
    }
}

/// Whether the journal has the last line that was sealed, and with it all before.
fn is_vouched(seal: Option<&Seal>, loaded: &Loaded) -> bool {
    let lines = loaded.records.iter().map(|record| record.prev).skip(1);
    sealed_among(seal, lines.chain([loaded.tail]))
}

/// Whether the last line that was sealed is the one of that number among those.
fn sealed_among(seal: Option<&Seal>, mut lines: impl Iterator<Item = Digest>) -> bool {
    let number = |seal: &Seal| usize::try_from(seal.records.checked_sub(1)?).ok();
    seal.is_some_and(|seal| number(seal).and_then(|at| lines.nth(at)) == Some(seal.journal_digest))
}

/// Whether the records are those that were sealed, and would be written again as the very lines they were read from.
fn is_sound(kept: &Session) -> bool {
    !kept.changes.iter().any(|change| change.is_of_records())
        && is_written_again(&kept.meeting, kept.seal.as_ref())
}

/// Whether the records would be written again as the very lines they were read from: a later program may know more of them.
pub fn is_written_again(meeting: &Meeting, seal: Option<&Seal>) -> bool {
    let mut last = Digest::of(line_of(&*meeting.header).as_bytes());
    let chained = meeting.history.records().all(|record| {
        let follows = record.prev == last;
        last = Digest::of(line_of(record).as_bytes());
        follows
    });
    chained && seal.is_none_or(|seal| seal.journal_digest == last)
}

fn unreadable(place: &SessionPlace, why: Message) -> Message {
    Message::new("standing-unreadable")
        .with("path", shown(place))
        .with("why", why)
}

fn shown(place: &SessionPlace) -> String {
    place.session().to_string_lossy().into_owned()
}
