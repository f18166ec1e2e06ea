//! The world failed: a file, a disk, a lock, a thread. Owns what went wrong, where, and what to do about it, as messages.
//! What the rules of a meeting forbid is a refusal, not an error; sentences are made by `locale`.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::text::{Message, Text};

/// Something outside the meeting failed. Printed once, by whoever can no longer go on; cheap to clone.
#[derive(Clone, Debug)]
pub struct Error {
    /// What happened, and where.
    pub kind: ErrorKind,
    /// What the system said, where it said something.
    pub source: Option<Arc<dyn std::error::Error + Send + Sync>>,
    /// What is safe and what to do, in the order in which it is said.
    pub hints: Vec<Message>,
}

/// What happened, and where. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// A file or folder could not be read.
    Read {
        /// Which.
        path: PathBuf,
    },
    /// A file or folder could not be written, or not made safe on the disk.
    Write {
        /// Which.
        path: PathBuf,
    },
    /// A file or folder could not be made.
    Create {
        /// Which.
        path: PathBuf,
    },
    /// There is no such file.
    Missing {
        /// Which.
        path: PathBuf,
    },
    /// A folder, device or pipe stands where a file is needed.
    NotAFile {
        /// Which.
        path: PathBuf,
    },
    /// The file is longer than any that this program writes.
    TooLarge {
        /// Which.
        path: PathBuf,
        /// The most that is read, in bytes.
        limit: u64,
    },
    /// The file holds nothing.
    Empty {
        /// Which.
        path: PathBuf,
    },
    /// What stands there is not what should stand there.
    Damaged {
        /// Which file.
        path: PathBuf,
        /// In which line.
        line: usize,
    },
    /// A later program wrote the file.
    Version {
        /// Which.
        path: PathBuf,
        /// The format version it names.
        found: u64,
    },
    /// Another process holds the meeting.
    Locked {
        /// The journal.
        path: PathBuf,
        /// That process's number, where the system tells.
        process: Option<u32>,
    },
    /// Somebody else changed, replaced or removed the file while it was in use.
    Changed {
        /// Which.
        path: PathBuf,
    },
    /// The journal may be read but not written.
    ReadOnly {
        /// Which.
        path: PathBuf,
    },
    /// The session file beside the journal holds other records.
    Contradicted {
        /// The journal.
        path: PathBuf,
    },
    /// Standard output could not be written.
    Output,
    /// The program itself failed; the message is that of the panic.
    Broken {
        /// What the panic said.
        what: String,
    },
    /// The room is closed.
    Closed,
}

impl Error {
    /// An error without a source.
    #[must_use]
    pub fn new(kind: ErrorKind) -> Self {
        Self {
            kind,
            source: None,
            hints: Vec::new(),
        }
    }

    /// A file could not be read, for the reason the system gave.
    #[must_use]
    pub fn read(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound => Self::new(ErrorKind::Missing { path }),
            io::ErrorKind::IsADirectory => Self::new(ErrorKind::NotAFile { path }),
            _ => Self::new(ErrorKind::Read { path }).because(source),
        }
    }

    /// A file could not be written, for the reason the system gave.
    #[must_use]
    pub fn write(path: &Path, source: io::Error) -> Self {
        Self::new(ErrorKind::Write {
            path: path.to_owned(),
        })
        .because(source)
    }

    /// A file or folder could not be made, for the reason the system gave.
    #[must_use]
    pub fn create(path: &Path, source: io::Error) -> Self {
        Self::new(ErrorKind::Create {
            path: path.to_owned(),
        })
        .because(source)
    }

    /// Standard output could not be written, for the reason the system gave.
    #[must_use]
    pub fn output(source: io::Error) -> Self {
        Self::new(ErrorKind::Output).because(source)
    }

    /// The same error with the system's reason.
    #[must_use]
    pub fn because(mut self, source: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.source = Some(Arc::new(source));
        self
    }

    /// The same error with one more thing that is safe or can be done.
    #[must_use]
    pub fn hint(mut self, hint: Message) -> Self {
        self.hints.push(hint);
        self
    }

    /// What happened, as one sentence; the hints follow it.
    #[must_use]
    pub fn message(&self) -> Message {
        let at = |id, path: &Path| Message::new(id).with("path", &*path.to_string_lossy());
        match &self.kind {
            ErrorKind::Read { path } => at("error-read", path).with("cause", self.cause()),
            ErrorKind::Write { path } => at("error-write", path).with("cause", self.cause()),
            ErrorKind::Create { path } => at("error-create", path).with("cause", self.cause()),
            ErrorKind::Missing { path } => at("error-missing", path),
            ErrorKind::NotAFile { path } => at("error-not-a-file", path),
            ErrorKind::TooLarge { path, limit } => at("error-too-large", path)
                .with("megabytes", i64::try_from(limit >> 20).unwrap_or(i64::MAX)),
            ErrorKind::Empty { path } => at("error-empty", path),
            ErrorKind::Damaged { path, line } => at("error-damaged", path).with("line", *line),
            ErrorKind::Version { path, found } => {
                at("error-version", path).with("found", i64::try_from(*found).unwrap_or(i64::MAX))
            }
            ErrorKind::Locked {
                path,
                process: None,
            } => at("error-locked", path),
            ErrorKind::Locked {
                path,
                process: Some(number),
            } => at("error-locked-by", path).with("process", *number),
            ErrorKind::Changed { path } => at("error-changed", path),
            ErrorKind::ReadOnly { path } => at("error-read-only", path),
            ErrorKind::Contradicted { path } => at("error-contradicted", path),
            ErrorKind::Output => Message::new("error-output").with("cause", self.cause()),
            ErrorKind::Broken { what } => Message::new("error-broken").with("what", what.as_str()),
            ErrorKind::Closed => Message::new("error-closed"),
        }
    }

    /// Everything that is to be said, in order: what happened, what is safe, what to do.
    pub fn messages(&self) -> impl Iterator<Item = Message> + '_ {
        std::iter::once(self.message()).chain(self.hints.iter().cloned())
    }

    /// Whether the disk, or the share of it that may be used, is full.
    #[must_use]
    pub fn is_disk_full(&self) -> bool {
        matches!(
            self.io_kind(),
            Some(io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
        )
    }

    /// Whether something was to be made under a name that is taken.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        self.io_kind() == Some(io::ErrorKind::AlreadyExists)
    }

    /// Whether whoever was written to no longer reads.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        self.io_kind() == Some(io::ErrorKind::BrokenPipe)
    }

    fn io_kind(&self) -> Option<io::ErrorKind> {
        self.source
            .as_ref()?
            .downcast_ref::<io::Error>()
            .map(io::Error::kind)
    }

    fn cause(&self) -> Message {
        let other = || {
            let said = self
                .source
                .as_ref()
                .map_or_else(String::new, ToString::to_string);
            Message::new("error-cause-other").with("said", Text::line(&said))
        };
        match self.io_kind() {
            Some(io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) => {
                Message::new("error-cause-full")
            }
            Some(io::ErrorKind::ReadOnlyFilesystem) => Message::new("error-cause-read-only"),
            Some(io::ErrorKind::PermissionDenied) => Message::new("error-cause-permission"),
            Some(io::ErrorKind::NotFound) => Message::new("error-cause-no-folder"),
            Some(io::ErrorKind::AlreadyExists) => Message::new("error-cause-taken"),
            Some(io::ErrorKind::BrokenPipe) => Message::new("error-cause-unread"),
            _ => other(),
        }
    }
}

impl fmt::Display for Error {
    /// The message's id and what the system said: for logs; people are shown the messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)?;
        self.source
            .as_ref()
            .map_or(Ok(()), |source| write!(f, ": {source}"))
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source
            .as_ref()
            .map(|source| &**source as &(dyn std::error::Error + 'static))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_named_as_the_cause() {
        let error = Error::write(Path::new("/m/x.journal"), io::ErrorKind::StorageFull.into());
        assert!(error.is_disk_full());
        let message = error.message();
        assert_eq!(message.id, "error-write");
        assert!(format!("{message:?}").contains("error-cause-full"));
    }

    #[test]
    fn what_happened_comes_before_what_to_do() {
        let error = Error::new(ErrorKind::Closed).hint(Message::new("room-nothing-lost"));
        let ids: Vec<_> = error.messages().map(|message| message.id).collect();
        assert_eq!(ids, ["error-closed", "room-nothing-lost"]);
    }

    #[test]
    fn a_missing_file_is_said_to_be_missing() {
        let error = Error::read(Path::new("gone"), io::ErrorKind::NotFound.into());
        assert_eq!(
            error.kind,
            ErrorKind::Missing {
                path: "gone".into()
            }
        );
    }
}
