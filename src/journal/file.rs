//! A real folder: 0700, its files 0600, claimed with the system's own lock. Knows paths and disks, and nothing of what stands in a file.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::storage::{Claim, Opened, Storage, replace};
use crate::error::Error;

/// A folder on a disk.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// That folder, made for its owner alone where it is missing. One that is there keeps its mode.
    ///
    /// # Errors
    /// [`crate::error::ErrorKind::Create`], naming the folder.
    pub fn make(path: &Path) -> Result<Self, Error> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        let fresh = !path.exists();
        builder
            .create(path)
            .map_err(|error| Error::create(path, error))?;
        if fresh {
            // A folder whose own name is lost with the power loses the meeting in it.
            sync_folder(
                path.parent()
                    .filter(|parent| !parent.as_os_str().is_empty())
                    .unwrap_or(Path::new(".")),
            )
            .map_err(|error| Error::create(path, error))?;
        }
        Ok(Self {
            path: path.to_owned(),
        })
    }

    /// That folder, whether or not it is there.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
        }
    }

    /// The folder's path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Opens a file to look at it alone: nothing can be written through it.
    ///
    /// # Errors
    /// As [`Storage::open`].
    pub fn open_to_read(&self, name: &str) -> io::Result<Box<dyn Opened>> {
        let path = self.path.join(name);
        must_be_a_file(&path)?;
        Ok(Box::new(DiskFile {
            file: File::open(&path)?,
            folder: self.path.clone(),
            may_write: false,
        }))
    }

    /// By what a change of the file of that name is noticed, without opening it.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn state(&self, name: &str) -> io::Result<FileState> {
        let found = fs::metadata(self.path.join(name))?;
        Ok(FileState {
            number: number(&found),
            length: found.len(),
            written: found.modified()?,
        })
    }
}

/// What a file looks like from outside; another one where it was written to or replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileState {
    /// What the system knows it by; 0 where it has no numbers.
    number: u64,
    length: u64,
    /// When something was written to it last.
    pub written: SystemTime,
}

/// Looked at before a file is opened: opening a pipe would wait for its other end.
fn must_be_a_file(path: &Path) -> io::Result<()> {
    if fs::metadata(path)?.is_file() {
        Ok(())
    } else {
        Err(io::ErrorKind::IsADirectory.into())
    }
}

/// Puts those bytes in the place of the file at that path, whole or not at all; the file is its owner's alone.
///
/// # Errors
/// As [`replace`]; the old file is whole then.
pub fn atomic_write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return Err(Error::write(path, io::ErrorKind::InvalidFilename.into()));
    };
    let folder = path
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    replace(&Folder::at(folder), name, bytes)
}

impl Storage for Folder {
    fn place(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    fn create(&self, name: &str) -> io::Result<Box<dyn Opened>> {
        let path = self.path.join(name);
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok(Box::new(DiskFile {
            file: options.open(path)?,
            folder: self.path.clone(),
            may_write: true,
        }))
    }

    fn open(&self, name: &str) -> io::Result<Box<dyn Opened>> {
        let path = self.path.join(name);
        must_be_a_file(&path)?;
        let (file, may_write) = match OpenOptions::new().read(true).write(true).open(&path) {
            Ok(file) => (file, true),
            Err(error) => match error.kind() {
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    (File::open(&path)?, false)
                }
                _ => return Err(error),
            },
        };
        Ok(Box::new(DiskFile {
            file,
            folder: self.path.clone(),
            may_write,
        }))
    }

    fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        fs::rename(self.path.join(from), self.path.join(to))
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        fs::remove_file(self.path.join(name))
    }

    fn sync_names(&self) -> io::Result<()> {
        sync_folder(&self.path)
    }

    fn has(&self, name: &str) -> bool {
        fs::symlink_metadata(self.path.join(name)).is_ok()
    }
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    match File::open(path)?.sync_all() {
        // Some network file systems cannot sync a folder, and say so in this way.
        Err(error) if error.kind() == io::ErrorKind::InvalidInput => Ok(()),
        synced => synced,
    }
}

/// Other systems keep names safe by themselves and refuse to open a folder.
#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[derive(Debug)]
struct DiskFile {
    file: File,
    folder: PathBuf,
    may_write: bool,
}

impl Opened for DiskFile {
    fn claim(&self) -> Result<(), Claim> {
        match self.file.try_lock() {
            Ok(()) => Ok(()),
            Err(TryLockError::WouldBlock) => Err(Claim::Held(holder(&self.file))),
            Err(TryLockError::Error(error)) => Err(Claim::Failed(error)),
        }
    }

    fn may_write(&self) -> bool {
        self.may_write
    }

    fn length(&self) -> io::Result<u64> {
        self.file.metadata().map(|found| found.len())
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<usize> {
        read_at(&self.file, offset, into)
    }

    fn write_at(&mut self, offset: u64, bytes: &[u8]) -> io::Result<usize> {
        write_at(&self.file, offset, bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.file.set_len(length)
    }

    fn is_untouched(&self, name: &str, length: u64) -> bool {
        let (Ok(own), Ok(named)) = (self.file.metadata(), fs::metadata(self.folder.join(name)))
        else {
            return false;
        };
        own.len() == length && is_same(&own, &named)
    }
}

#[cfg(unix)]
fn read_at(file: &File, offset: u64, into: &mut [u8]) -> io::Result<usize> {
    std::os::unix::fs::FileExt::read_at(file, into, offset)
}

#[cfg(not(unix))]
fn read_at(mut file: &File, offset: u64, into: &mut [u8]) -> io::Result<usize> {
    use std::io::{Read, Seek, SeekFrom};
    file.seek(SeekFrom::Start(offset))?;
    file.read(into)
}

#[cfg(unix)]
fn write_at(file: &File, offset: u64, bytes: &[u8]) -> io::Result<usize> {
    std::os::unix::fs::FileExt::write_at(file, bytes, offset)
}

#[cfg(not(unix))]
fn write_at(mut file: &File, offset: u64, bytes: &[u8]) -> io::Result<usize> {
    use std::io::{Seek, SeekFrom, Write};
    file.seek(SeekFrom::Start(offset))?;
    file.write(bytes)
}

#[cfg(unix)]
fn number(found: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(found)
}

#[cfg(not(unix))]
fn number(_found: &fs::Metadata) -> u64 {
    0
}

#[cfg(unix)]
fn is_same(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Where files have no number to know them by, the length must do.
#[cfg(not(unix))]
fn is_same(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    one.len() == other.len()
}

/// The process that holds the lock on a file: Linux lists them, other systems keep it to themselves.
#[cfg(target_os = "linux")]
fn holder(file: &File) -> Option<u32> {
    use std::os::unix::fs::MetadataExt;
    let inode = file.metadata().ok()?.ino().to_string();
    // `1: FLOCK  ADVISORY  WRITE 1234 08:01:5678 0 EOF`
    fs::read_to_string("/proc/locks")
        .ok()?
        .lines()
        .find_map(|line| {
            let mut words = line.split_whitespace();
            let process = words.nth(4)?;
            (words.next()?.rsplit(':').next()? == inode).then(|| process.parse().ok())?
        })
}

#[cfg(not(target_os = "linux"))]
fn holder(_file: &File) -> Option<u32> {
    None
}
