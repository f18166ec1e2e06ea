//! Where the files of a meeting are kept: what the journal, the session file and the private notes need of a folder.
//! Owns the two traits and the atomic replacing of a file; knows nothing of what stands in one.

use std::fmt;
use std::io;
use std::path::PathBuf;

use crate::error::{Error, ErrorKind};

/// A folder that keeps files by name: a real one ([`super::Folder`]), or memory alone ([`super::Memory`]).
pub trait Storage: fmt::Debug + Send + Sync {
    /// The path that people are told for that name.
    fn place(&self, name: &str) -> PathBuf;

    /// Makes an empty file, for its owner alone, open for writing.
    ///
    /// # Errors
    /// `AlreadyExists` where the name is taken; whatever the system says.
    fn create(&self, name: &str) -> io::Result<Box<dyn Opened>>;

    /// Opens a file for reading and writing; for reading alone where writing is not allowed.
    ///
    /// # Errors
    /// `IsADirectory` for anything that is not a plain file; whatever the system says.
    fn open(&self, name: &str) -> io::Result<Box<dyn Opened>>;

    /// Gives a file another name, which it takes from whatever had it, in one step.
    ///
    /// # Errors
    /// Whatever the system says; then both are as they were.
    fn rename(&self, from: &str, to: &str) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// Whatever the system says.
    fn remove(&self, name: &str) -> io::Result<()>;

    /// Makes names that were made, changed or removed safe against loss of power.
    ///
    /// # Errors
    /// Whatever the system says.
    fn sync_names(&self) -> io::Result<()>;

    /// Whether something has that name.
    fn has(&self, name: &str) -> bool;
}

/// A file that is open.
pub trait Opened: fmt::Debug + Send {
    /// Claims the file for this process until it is closed.
    ///
    /// # Errors
    /// [`Claim::Held`] where another has it.
    fn claim(&self) -> Result<(), Claim>;

    /// Whether it was opened for writing too.
    fn may_write(&self) -> bool;

    /// Bytes in the file.
    ///
    /// # Errors
    /// Whatever the system says.
    fn length(&self) -> io::Result<u64>;

    /// Reads from that offset on; 0 at the end.
    ///
    /// # Errors
    /// Whatever the system says.
    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<usize>;

    /// Writes at that offset, perhaps less than was given, and says how much.
    ///
    /// # Errors
    /// Whatever the system says; some of it may stand in the file then.
    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize>;

    /// Returns when content and length are safe on the disk.
    ///
    /// # Errors
    /// Whatever the system says; what was written since the last sync is in doubt then.
    fn sync(&mut self) -> io::Result<()>;

    /// Makes the file that long.
    ///
    /// # Errors
    /// Whatever the system says; then it is as it was.
    fn cut(&mut self, length: u64) -> io::Result<()>;

    /// Whether the file still stands under that name of its folder and is that long: false once another program has replaced, moved or
    /// lengthened it.
    fn is_untouched(&self, name: &str, length: u64) -> bool;
}

/// Why a file could not be claimed.
#[derive(Debug)]
pub enum Claim {
    /// Another process has it; its number, where the system tells.
    Held(Option<u32>),
    /// The system failed.
    Failed(io::Error),
}

/// Writes all the bytes at that offset, however many steps it takes.
///
/// # Errors
/// Whatever the system says; `WriteZero` where it takes nothing more.
pub fn write_all_at(file: &mut dyn Opened, mut offset: u64, mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match file.write_at(offset, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => {
                offset += written as u64;
                bytes = bytes.get(written..).unwrap_or_default();
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Puts those bytes in the place of the file of that name, whole or not at all: written beside it, synced, renamed, the folder synced.
///
/// # Errors
/// [`ErrorKind::Write`]. The old file is whole then; only where the folder's own sync failed the new one stands in its place, whole too,
/// and it is the loss of power alone that could bring the old one back.
pub fn replace(storage: &dyn Storage, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let path = storage.place(name);
    exchange(storage, name, bytes, |file| file.sync()).map_err(|error| match error.kind() {
        io::ErrorKind::IsADirectory => Error::new(ErrorKind::NotAFile { path: path.clone() }),
        _ => Error::write(&path, error),
    })?;
    storage
        .sync_names()
        .map_err(|error| Error::write(&path, error))
}

/// As [`replace`], without waiting for the disk: whole or not at all if the program is killed; a loss of power may take both.
///
/// # Errors
/// Whatever the system says; the old file is whole then.
pub fn replace_unsynced(storage: &dyn Storage, name: &str, bytes: &[u8]) -> io::Result<()> {
    exchange(storage, name, bytes, |_| Ok(()))
}

/// Writes the bytes beside the file of that name, has them made safe, and gives them its name.
fn exchange(
    storage: &dyn Storage,
    name: &str,
    bytes: &[u8],
    safe: fn(&mut dyn Opened) -> io::Result<()>,
) -> io::Result<()> {
    let beside = format!(".{name}.{}.new", std::process::id());
    let written = fresh(storage, &beside).and_then(|mut file| {
        write_all_at(&mut *file, 0, bytes)?;
        safe(&mut *file)
    });
    written
        .and_then(|()| storage.rename(&beside, name))
        .inspect_err(|_| {
            // What is left beside it is of no use; that it could not be removed either changes nothing for the person.
            let _ = storage.remove(&beside);
        })
}

/// Makes an empty file, in the place of one that an earlier run of the same process number left behind.
fn fresh(storage: &dyn Storage, name: &str) -> io::Result<Box<dyn Opened>> {
    match storage.create(name) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            storage.remove(name)?;
            storage.create(name)
        }
        made => made,
    }
}
