//! The append-only sequence of records of one meeting: the truth while it runs. Owns when a record counts as written, and what is done
//! when writing fails; what a record says is [`crate::meeting`]'s, who may write is the room's.
//!
//! # The file
//! `DATE-title.journal` is UTF-8 text, one JSON object a line, each ended by one line feed.
//! - The first line is the header: the format's version and the agenda's TOML whole.
//! - Every other line is a record: `{"seq":1,"at":"2023-12-29T14:30:00+08:00","author":…,"events":[…],"prev":"…"}`. `seq` counts from 1 without
//!   gaps; `prev` is the SHA-256, in hexadecimal, of the bytes of the line before, without its line feed; so a changed, missing or added line shows.
//! - Events are a format: fields are added with a default, never renamed, never given another meaning. A program that meets an event or a version
//!   that it does not know opens the journal for reading only.
//!
//! # When a record counts
//! Lines are appended and synced before anyone is told that they are accepted; several commands that wait may share one sync. After a failed
//! append or sync the file is cut back to its last acknowledged length before anything else is written. Where the cut fails too, or somebody
//! else has changed the file, it is never written again: [`Journal::renew`] goes on in a new file and keeps the old one beside it.

mod ahead;
mod file;
mod follow;
pub mod lines;
mod load;
mod memory;
mod storage;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use file::{FileState, Folder, atomic_write};
pub use follow::{Follower, News};
pub use load::{Damage, End, Loaded, Wrong, header, load};
pub use memory::Memory;
pub use storage::{Claim, Opened, Storage, replace, replace_unsynced, write_all_at};

use crate::error::{Error, ErrorKind};
use crate::meeting::Digest;
use crate::text::Message;

/// A journal that is open; while it is writable no other process can open it so.
#[derive(Debug)]
pub struct Journal {
    storage: Arc<dyn Storage>,
    name: String,
    file: Box<dyn Opened>,
    /// Bytes that count: they are safe, but for those of a journal that was just begun. What stands after them was never acknowledged.
    acknowledged: u64,
    /// The first line.
    header: String,
    /// Digest of the last line that counts: what the next record names as `prev`.
    tail: Digest,
    state: State,
}

#[derive(Debug)]
enum State {
    /// What it began with is written, and not yet safe on the disk.
    Begun,
    Writable,
    /// Something was cut away, and the cut is not yet safe on the disk.
    CutUnsynced,
    ReadOnly(ErrorKind),
}

impl Journal {
    /// A new journal with that header line. It is written when this returns, and safe on the disk once it is [secured](Self::secure): whoever
    /// begins a meeting need not wait for the disk before there is something to look at.
    ///
    /// # Errors
    /// [`ErrorKind::Create`] and [`ErrorKind::Write`]; then no file of that name is left behind. The cause is `AlreadyExists` where the name is taken.
    pub fn create(storage: Arc<dyn Storage>, name: &str, header: &str) -> Result<Self, Error> {
        let path = storage.place(name);
        let file = storage
            .create(name)
            .map_err(|error| Error::create(&path, error))?;
        let folder = Arc::clone(&storage);
        let journal =
            claim(&*file, &path).and_then(|()| Self::begin(storage, name, file, header, &[]));
        if journal.is_err() {
            // An empty file would only be taken for a meeting; the failure itself is what is told.
            let _ = folder.remove(name);
        }
        journal
    }

    fn begin(
        storage: Arc<dyn Storage>,
        name: &str,
        file: Box<dyn Opened>,
        header: &str,
        records: &[&str],
    ) -> Result<Self, Error> {
        let lines: Vec<_> = std::iter::once(&header).chain(records).copied().collect();
        let mut journal = Self {
            storage,
            name: name.to_owned(),
            file,
            acknowledged: 0,
            header: header.to_owned(),
            tail: Digest::of(header.as_bytes()),
            state: State::Begun,
        };
        let written = journal.write(&lines);
        let bytes = written.map_err(|error| Error::write(&journal.path(), error))?;
        journal.count(&lines, bytes);
        Ok(journal)
    }

    /// Makes what it began with, and its name, safe on the disk; nothing is appended before. Costs nothing where they are safe.
    ///
    /// # Errors
    /// [`ErrorKind::Write`]; then it is for reading only.
    pub fn secure(&mut self) -> Result<(), Error> {
        if !matches!(self.state, State::Begun) {
            return Ok(());
        }
        let path = self.path();
        let secured = self
            .file
            .sync()
            .and_then(|()| self.storage.sync_names())
            .map_err(|error| Error::write(&path, error));
        self.state = match secured {
            Ok(()) => State::Writable,
            Err(_) => State::ReadOnly(ErrorKind::ReadOnly { path }),
        };
        secured.map_err(|error| self.with_offer(error))
    }

    /// Whether all that counts is safe on the disk, as it is but for a journal that was just begun.
    #[must_use]
    pub const fn is_safe(&self) -> bool {
        !matches!(self.state, State::Begun)
    }

    /// Opens an unfinished journal to go on with it, and says what it holds. What was torn off its end is cut away; a journal that is damaged,
    /// or may not be written, is opened for reading only.
    ///
    /// # Errors
    /// [`ErrorKind::Locked`] where another process has it; else as [`load()`].
    pub fn open(storage: Arc<dyn Storage>, name: &str) -> Result<(Self, Loaded), Error> {
        let file = open_claimed(&*storage, name)?;
        let loaded = load::load_file(&*file, &storage.place(name))?;
        let journal = Self::taken_up(storage, name, file, &loaded)?;
        Ok((journal, loaded))
    }

    /// The same for a journal that was loaded before, without reading it a second time; `None` where the file has another
    /// length by now, and must be opened anew.
    ///
    /// # Errors
    /// [`ErrorKind::Locked`] where another process has it; [`ErrorKind::Read`].
    pub fn open_loaded(
        storage: Arc<dyn Storage>,
        name: &str,
        loaded: &Loaded,
    ) -> Result<Option<Self>, Error> {
        let file = open_claimed(&*storage, name)?;
        let length = file.length();
        let length = length.map_err(|error| Error::read(&storage.place(name), error))?;
        if length != loaded.length {
            return Ok(None);
        }
        Self::taken_up(storage, name, file, loaded).map(Some)
    }

    fn taken_up(
        storage: Arc<dyn Storage>,
        name: &str,
        file: Box<dyn Opened>,
        loaded: &Loaded,
    ) -> Result<Self, Error> {
        let length = file.length();
        let mut journal = Self {
            acknowledged: length.map_err(|error| Error::read(&storage.place(name), error))?,
            header: loaded.header_line.clone(),
            tail: loaded.tail,
            storage,
            name: name.to_owned(),
            file,
            state: State::Writable,
        };
        journal.settle(loaded);
        Ok(journal)
    }

    /// Brings the file to what was read from it, or stops writing to it.
    fn settle(&mut self, loaded: &Loaded) {
        let path = self.path();
        if let Some(Damage { line, .. }) = loaded.damage {
            self.state = State::ReadOnly(ErrorKind::Damaged { path, line });
        } else if !self.file.may_write() {
            self.state = State::ReadOnly(ErrorKind::ReadOnly { path });
        } else {
            match loaded.end {
                End::Whole => {}
                // A failure stands in the state.
                End::Torn { bytes } => {
                    self.acknowledged -= bytes;
                    let _ = self.cut_back();
                }
                End::Unended => {
                    let ended = write_all_at(&mut *self.file, self.acknowledged, b"\n");
                    if ended.and_then(|()| self.file.sync()).is_err() {
                        self.state = State::ReadOnly(ErrorKind::ReadOnly { path });
                    }
                    self.acknowledged += 1;
                }
            }
        }
    }

    /// Digest of the last line that counts: what the next record names as `prev`.
    #[must_use]
    pub const fn tail(&self) -> Digest {
        self.tail
    }

    /// The journal's path.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.storage.place(&self.name)
    }

    /// Whether nothing more can be written, and why.
    #[must_use]
    pub fn read_only(&self) -> Option<Error> {
        match &self.state {
            State::Begun | State::Writable | State::CutUnsynced => None,
            State::ReadOnly(kind) => Some(self.with_offer(Error::new(kind.clone()))),
        }
    }

    /// Writes nothing more to the file, for that reason.
    pub fn stop(&mut self, why: ErrorKind) {
        self.state = State::ReadOnly(why);
    }

    /// Appends those lines, none of which holds a line feed, and returns when they are safe on the disk.
    ///
    /// # Errors
    /// [`ErrorKind::Write`], [`ErrorKind::Changed`] or [`ErrorKind::ReadOnly`]. Then none of the lines counts, and those before are as they were.
    pub fn append(&mut self, lines: &[&str]) -> Result<(), Error> {
        if let Some(error) = self.read_only() {
            return Err(error);
        }
        self.make_ready()?;
        let written = self.write(lines);
        let synced = written.and_then(|bytes| self.file.sync().map(|()| bytes));
        synced
            .map(|bytes| self.count(lines, bytes))
            .map_err(|error| {
                // How the cut went stands in the state; what is told is the first failure.
                let _ = self.cut_back();
                self.with_offer(Error::write(&self.path(), error))
            })
    }

    /// Sees to it that nothing stands behind the acknowledged lines, and that it is still the same file.
    fn make_ready(&mut self) -> Result<(), Error> {
        self.secure()?;
        if matches!(self.state, State::CutUnsynced) {
            self.cut_back()
                .map_err(|error| self.with_offer(Error::write(&self.path(), error)))?;
        }
        if !self.file.is_untouched(&self.name, self.acknowledged) {
            let kind = ErrorKind::Changed { path: self.path() };
            self.state = State::ReadOnly(kind.clone());
            return Err(self.with_offer(Error::new(kind)));
        }
        Ok(())
    }

    /// Writes those lines behind what counts, and gives their bytes; they count once that is said.
    fn write(&mut self, lines: &[&str]) -> io::Result<u64> {
        let mut bytes = Vec::with_capacity(lines.iter().map(|line| line.len() + 1).sum());
        for line in lines {
            bytes.extend_from_slice(line.as_bytes());
            bytes.push(b'\n');
        }
        write_all_at(&mut *self.file, self.acknowledged, &bytes)?;
        Ok(bytes.len() as u64)
    }

    fn count(&mut self, lines: &[&str], bytes: u64) {
        self.acknowledged += bytes;
        if let Some(last) = lines.last() {
            self.tail = Digest::of(last.as_bytes());
        }
    }

    fn cut_back(&mut self) -> io::Result<()> {
        self.state = State::ReadOnly(ErrorKind::ReadOnly { path: self.path() });
        self.file.cut(self.acknowledged)?;
        self.state = State::CutUnsynced;
        self.file.sync()?;
        self.state = State::Writable;
        Ok(())
    }

    /// What is safe after a failure, and what can be done.
    fn with_offer(&self, error: Error) -> Error {
        let error = error.hint(Message::new("journal-nothing-happened"));
        match self.state {
            State::Begun | State::Writable | State::CutUnsynced => {
                error.hint(Message::new("journal-try-again"))
            }
            State::ReadOnly(_) => error.hint(Message::new("journal-go-on-in-new-file")),
        }
    }

    /// Goes on in a new file that holds the header and the lines of those records; it takes over the journal's name, and the old file stays beside it.
    /// Gives the path of the old file, where there still is one.
    ///
    /// # Errors
    /// [`ErrorKind::Create`] and [`ErrorKind::Write`]; then everything is as it was.
    pub fn renew(&mut self, records: &[&str]) -> Result<Option<PathBuf>, Error> {
        let stem = self.name.trim_end_matches(".journal");
        let fresh = self.free_name(|number| format!("{stem}-{}.journal", number + 1));
        let kept = self.free_name(|number| format!("{}.{number}", self.name));
        let path = self.storage.place(&fresh);
        let file = self
            .storage
            .create(&fresh)
            .map_err(|error| Error::create(&path, error))?;
        let begun = claim(&*file, &path).and_then(|()| {
            Self::begin(
                Arc::clone(&self.storage),
                &fresh,
                file,
                &self.header,
                records,
            )
        });
        let begun = begun.and_then(|mut journal| journal.secure().map(|()| journal));
        let mut journal = match begun {
            Ok(journal) => journal,
            Err(error) => {
                // Half a new file is of no use; the failure itself is what is told.
                let _ = self.storage.remove(&fresh);
                return Err(self.with_offer(error));
            }
        };
        // From here on the new file counts, whatever it is called: at every moment a name that ends in `.journal` leads to a whole journal.
        let old = match self.storage.rename(&self.name, &kept) {
            Ok(()) => Some(kept),
            Err(_) => self.storage.has(&self.name).then(|| self.name.clone()),
        };
        if old.as_ref() != Some(&self.name) && self.storage.rename(&fresh, &self.name).is_ok() {
            journal.name.clone_from(&self.name);
            // A rename that is lost with the power leaves the other name.
            let _ = self.storage.sync_names();
        }
        *self = journal;
        Ok(old.map(|name| self.storage.place(&name)))
    }

    fn free_name(&self, form: impl Fn(u32) -> String) -> String {
        let mut number = 1;
        while self.storage.has(&form(number)) {
            number += 1;
        }
        form(number)
    }
}

/// Opens a file and claims it for this process until it is closed.
///
/// # Errors
/// [`ErrorKind::Locked`] where another process has it; [`ErrorKind::Read`].
pub fn open_claimed(storage: &dyn Storage, name: &str) -> Result<Box<dyn Opened>, Error> {
    let path = storage.place(name);
    let file = storage
        .open(name)
        .map_err(|error| Error::read(&path, error))?;
    claim(&*file, &path)?;
    Ok(file)
}

fn claim(file: &dyn Opened, path: &Path) -> Result<(), Error> {
    file.claim().map_err(|claim| match claim {
        Claim::Held(process) => Error::new(ErrorKind::Locked {
            path: path.to_owned(),
            process,
        })
        .hint(Message::new("journal-watch-instead").with("journal", as_typed(path))),
        Claim::Failed(error) => Error::write(path, error),
    })
}

/// The path as a shell takes it.
fn as_typed(path: &Path) -> String {
    let path = path.to_string_lossy();
    let plain = |c: char| c.is_alphanumeric() || "/._-".contains(c);
    if path.chars().all(plain) {
        path.into_owned()
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}
