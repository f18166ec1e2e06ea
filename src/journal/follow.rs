//! Follows the journal of a meeting that another process holds: what stands there, then what is added. Opens it for reading alone, claims
//! nothing and changes nothing; how often to look is the caller's.
//!
//! The last whole line vouches for all before it, since each names the digest of the one before. So a look that finds it in its place reads on
//! behind it, and any other — the file was cut, replaced, written anew — reads from the first line again.

use std::io;

use super::file::{FileState, Folder};
use super::lines::{Line, Lines};
use super::load::{End, Loaded, Walk, load_file};
use super::storage::{Opened, Storage};
use crate::error::Error;
use crate::meeting::record::{Digest, Record};

/// A reader of one journal.
#[derive(Debug)]
pub struct Follower {
    folder: Folder,
    name: String,
    /// How the file was before it was read last.
    state: Option<FileState>,
    place: Option<Place>,
}

/// How far a journal was read.
#[derive(Debug)]
struct Place {
    /// Where the last whole line begins.
    last_line: u64,
    /// Its digest.
    digest: Digest,
    /// What stands on it; none where it is the header.
    record: Option<Record>,
}

/// What a look at the journal found.
#[derive(Debug)]
pub enum News {
    /// It is as it was, or nothing whole was added.
    Nothing,
    /// It was read from its first line: for the first time, or because it is no longer what was read before. Of what is not acknowledged yet —
    /// a last line without its end — nothing is told.
    Anew(Box<Loaded>),
    /// These records were added; at least one.
    Added(Vec<Record>),
}

impl Follower {
    /// Follows the journal of that name; it need not be there yet.
    #[must_use]
    pub const fn of(folder: Folder, name: String) -> Self {
        Self {
            folder,
            name,
            state: None,
            place: None,
        }
    }

    /// Looks at it: where nothing has changed, from outside alone.
    ///
    /// # Errors
    /// As [`load`](super::load()): the file is missing, no journal, or cannot be read. What was told before still holds; look again.
    pub fn look(&mut self) -> Result<News, Error> {
        let path = self.folder.place(&self.name);
        let unread = |error| Error::read(&path, error);
        let state = self.folder.state(&self.name).map_err(|error| {
            self.state = None;
            unread(error)
        })?;
        if self.state == Some(state) {
            return Ok(News::Nothing);
        }
        let file = self.folder.open_to_read(&self.name).map_err(unread)?;
        let news = match self.added(&*file).map_err(unread)? {
            Some(news) => news,
            None => self.anew(&*file)?,
        };
        // Only what was read to the end is known; after a failure the next look tries again.
        self.state = Some(state);
        Ok(news)
    }

    /// When the journal was written to last, as far as it was looked at.
    #[must_use]
    pub fn written(&self) -> Option<std::time::SystemTime> {
        self.state.map(|state| state.written)
    }

    /// What stands behind the last line that was read; none where that line is not there any more, or what follows is not whole.
    fn added(&mut self, file: &dyn Opened) -> io::Result<Option<News>> {
        let Some(place) = &mut self.place else {
            return Ok(None);
        };
        let mut lines = Lines::from(file, place.last_line);
        match lines.read()? {
            Some(Line::Whole(line)) if Digest::of(&line) == place.digest => {}
            Some(Line::Whole(_) | Line::Tail(_) | Line::Endless) | None => return Ok(None),
        }
        let known: Vec<Record> = place.record.iter().cloned().collect();
        let (already, mut walk) = (
            known.len(),
            Walk::after(place.digest, known, place.last_line),
        );
        if walk.records(lines)?.is_some() {
            return Ok(None);
        }
        let digest = leave_unended(&mut walk.records, walk.end, walk.prev);
        *place = Place {
            last_line: walk.last_line,
            digest,
            record: walk.records.last().cloned(),
        };
        let added = walk.records.split_off(already);
        Ok(Some(if added.is_empty() {
            News::Nothing
        } else {
            News::Added(added)
        }))
    }

    fn anew(&mut self, file: &dyn Opened) -> Result<News, Error> {
        let path = self.folder.place(&self.name);
        let first = Lines::from(file, 0).read();
        match first.map_err(|error| Error::read(&path, error))? {
            Some(Line::Whole(_) | Line::Endless) => {}
            // It is just being made.
            Some(Line::Tail(_)) | None => return Ok(News::Nothing),
        }
        let mut loaded = load_file(file, &path)?;
        loaded.tail = leave_unended(&mut loaded.records, loaded.end, loaded.tail);
        self.place = Some(Place {
            last_line: loaded.last_line,
            digest: loaded.tail,
            record: loaded.records.last().cloned(),
        });
        Ok(News::Anew(Box::new(loaded)))
    }
}

/// Takes a record off again whose line is not ended yet: it may still be cut away. Gives the digest of the last line that is.
fn leave_unended(records: &mut Vec<Record>, end: End, digest: Digest) -> Digest {
    match end {
        End::Whole | End::Torn { .. } => digest,
        End::Unended => records.pop().map_or(digest, |record| record.prev),
    }
}
