//! A session whose meeting is over and to whose record something is added: a correction, an approval. Owns that it is sound, that nobody else
//! has it, and that journal and session file say the same; what is added is the caller's.
//!
//! The journal beside the file is the truth, and is claimed. Where only the file was kept, its records stand in for it, in memory.

use std::path::Path;
use std::time::Duration;

use super::beside::Beside;
use super::run::{Told, told};
use super::sessions::{SessionPlace, is_written_again, replayed};
use crate::archive;
use crate::error::{Error, ErrorKind};
use crate::journal::{Journal, Loaded, Opened};
use crate::meeting::progress::Resolve;
use crate::meeting::{Meeting, Seal};
use crate::room::{Clock, Keeping, Room};
use crate::text::Message;

/// Longer than anybody sits over a correction: the session file is written once, when it is done.
const UNTIL_DONE: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// A finished session, taken up.
#[derive(Debug)]
pub struct Finished {
    /// Where it is kept.
    pub place: SessionPlace,
    /// The name of its file, without its extension.
    pub stem: String,
    /// Its meeting, as its records say.
    pub meeting: Meeting,
    /// What its file was sealed with.
    pub seal: Option<Seal>,
    /// What is to be told of it on the way.
    pub findings: Vec<Message>,
    journal: Journal,
    /// The file itself, where there is no journal that could be claimed.
    claim: Option<Box<dyn Opened>>,
}

impl Finished {
    /// Takes up the session file at that path. With `really` one that was edited by hand is taken up too, as its records say.
    ///
    /// # Errors
    /// What to say where nothing can be added to it; file and journal are as they were.
    pub fn take_up(path: &Path, resolve: Resolve) -> Result<Self, Told> {
        let opened = archive::open(path)?;
        let named = |id| vec![Message::new(id).with("stem", opened.stem.as_str())];
        let place = SessionPlace::of_file(path).ok_or_else(|| named("finished-name"))?;
        if opened.session.meeting.progress.adjourned().is_none() {
            return Err(named("finished-not-over"));
        }
        unless_edited(&opened, resolve)?;
        match place.claim_journal().map_err(|error| told(&error))? {
            Some((journal, loaded)) => Self::journalled(place, opened, journal, loaded),
            None => Self::kept_alone(place, opened),
        }
    }

    /// With the journal beside it: that one's records count, and the file is brought up to them first.
    fn journalled(
        place: SessionPlace,
        opened: archive::Opened,
        journal: Journal,
        loaded: Loaded,
    ) -> Result<Self, Told> {
        let mut findings = loaded.findings();
        if let Some(error) = journal.read_only() {
            findings.push(error.message());
            return Err(findings);
        }
        let beside = Beside::of(&opened.session.meeting, &loaded);
        let is_behind = is_behind(beside, &opened).map_err(|told| vec![beside.message(), told])?;
        let meeting = replayed(loaded.header, loaded.records)
            .ok_or_else(|| vec![Message::new("session-agenda")])?;
        let mut seal = opened.session.seal;
        if is_behind {
            findings.push(beside.message());
            seal = Some(place.save(&meeting).map_err(|error| told(&error))?);
            findings.push(Message::new("finished-brought-up"));
        }
        Ok(Self {
            place,
            stem: opened.stem,
            meeting,
            seal,
            findings,
            journal,
            claim: None,
        })
    }

    /// Of which only the file was kept.
    fn kept_alone(place: SessionPlace, opened: archive::Opened) -> Result<Self, Told> {
        let archive::Opened {
            stem,
            session,
            text,
            path,
        } = opened;
        let named = |id| vec![Message::new(id).with("stem", stem.as_str())];
        if session.changes.iter().any(|change| change.is_of_records()) {
            return Err(named("finished-records-changed"));
        }
        if !is_written_again(&session.meeting, session.seal.as_ref()) {
            return Err(named("finished-later"));
        }
        let claim = place.claim_session().map_err(|error| told(&error))?;
        // Somebody may have been done with it between the reading and the claim.
        if archive::open(&path)?.text != text {
            return Err(told(&Error::new(ErrorKind::Changed { path })));
        }
        let journal = place.journal_from(&session.meeting);
        Ok(Self {
            journal: journal.map_err(|error| told(&error))?,
            place,
            meeting: session.meeting,
            seal: session.seal,
            findings: vec![Message::new("finished-kept-alone")],
            stem,
            claim: Some(claim),
        })
    }

    /// Runs its room, in which the session file is written when it is asked for and at the end.
    ///
    /// # Errors
    /// As [`Room::open`].
    pub fn open(self, clock: Clock) -> Result<Room, Error> {
        let Self {
            place,
            meeting,
            journal,
            claim,
            ..
        } = self;
        let kept = place.keeping();
        let mut save = kept.save;
        let keeping = Keeping {
            // What is claimed stays so until the file is written.
            save: Box::new(move |meeting| {
                let _held = &claim;
                save(meeting)
            }),
            quiet: UNTIL_DONE,
            ..kept
        };
        Room::open(journal, meeting, clock, keeping)
    }
}

/// Whether the file lacks what its journal says. A journal is believed against records that were changed, never against a sound file.
fn is_behind(beside: Beside, opened: &archive::Opened) -> Result<bool, Message> {
    let mut changes = opened.session.changes.iter();
    match beside {
        Beside::Same => Ok(false),
        Beside::Ahead(_) => Ok(true),
        Beside::Other(1..) if changes.any(|change| change.is_of_records()) => Ok(true),
        Beside::Behind(_) | Beside::Other(_) => {
            let stem = opened.stem.as_str();
            Err(Message::new("finished-journal-differs").with("stem", stem))
        }
    }
}

/// Refuses a file that was edited by hand; `really` gives up what was edited.
fn unless_edited(opened: &archive::Opened, resolve: Resolve) -> Result<(), Told> {
    match resolve {
        Resolve::Plain if !opened.session.changes.is_empty() => {
            let stem = opened.stem.as_str();
            Err(vec![Message::new("finished-edited").with("stem", stem)])
        }
        Resolve::Plain | Resolve::Really => Ok(()),
    }
}
