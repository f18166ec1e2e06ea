//! What was written before: the digest of every exported file, so that exporting again replaces only what is still as it was written. A
//! document that somebody has edited since, or that was never ours, is left alone; so is what cannot be read to know it by. Devices and pipes
//! are written to as a shell would write to them: they are neither read nor replaced.
//!
//! Documents, and folders made for them, are their owner's alone, wherever they were asked for: the content of closed items may stand in
//! them, and to let others read one takes a deliberate step.
//!
//! One JSON line a file, appended to `exports.jsonl` in the folder of sessions; the last one of a path holds. Nothing else is kept there, and
//! where it is missing or cannot be read, files that are there already are simply not replaced.

use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::journal::{Folder, atomic_write};
use crate::meeting::Digest;
use crate::text::Message;

const NAME: &str = "exports.jsonl";
/// More than this nobody has exported; an older line is forgotten with the rest.
const MOST_BYTES: u64 = 64 << 20;

/// A file that is larger was not exported from here.
const LARGEST: u64 = 256 << 20;

/// What stands where a document is to go.
enum Found {
    Nothing,
    /// A file that holds nothing: made to be written to.
    Empty,
    File {
        length: u64,
    },
    /// A device or a pipe.
    Stream,
    /// Nothing that takes a document.
    Other,
}

#[derive(Serialize, Deserialize)]
struct Line {
    path: PathBuf,
    digest: Digest,
}

/// The files that were written before.
pub struct Written {
    list: PathBuf,
    digests: HashMap<PathBuf, Digest>,
}

impl Written {
    /// Those that are listed in that folder.
    pub fn listed_in(folder: &Path) -> Self {
        let list = folder.join(NAME);
        let text = read(&list, MOST_BYTES).and_then(|bytes| {
            String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
        });
        let text = text.unwrap_or_default();
        let lines = text.lines();
        let digests = lines
            .filter_map(|line| serde_json::from_str::<Line>(line).ok())
            .map(|line| (line.path, line.digest))
            .collect();
        Self { list, digests }
    }

    /// Refuses a file that is there and is not what was written before.
    ///
    /// # Errors
    /// What is said instead.
    pub fn may_replace(&self, path: &Path, bytes: &[u8]) -> Result<(), Message> {
        let refused = |id| Err(Message::new(id).with("path", shown(path)));
        let found = match Found::at(path) {
            Found::Nothing | Found::Empty | Found::Stream => return Ok(()),
            Found::Other => return refused("cli-export-not-ours"),
            Found::File { length } if length > LARGEST => return refused("cli-export-not-ours"),
            Found::File { .. } => match read(path, LARGEST) {
                Ok(found) => Digest::of(&found),
                Err(_) => return refused("cli-export-unread"),
            },
        };
        match self.digests.get(&whole(path)) {
            _ if found == Digest::of(bytes) => Ok(()),
            Some(written) if *written == found => Ok(()),
            Some(_) => refused("cli-export-edited"),
            None => refused("cli-export-not-ours"),
        }
    }

    /// Writes a file whole or not at all, and remembers it; to a device or a pipe, as far as it takes it. Says what was done.
    ///
    /// # Errors
    /// Where it cannot be written; a file that was there before is whole then.
    pub fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<Message, Error> {
        let id = match Found::at(path) {
            Found::Stream => {
                let stream = OpenOptions::new().write(true).open(path);
                let wrote = stream.and_then(|mut stream| stream.write_all(bytes));
                wrote.map_err(|error| Error::write(path, error))?;
                return Ok(Message::new("cli-export-written").with("path", shown(path)));
            }
            Found::File { .. } => "cli-export-replaced",
            Found::Nothing | Found::Empty | Found::Other => "cli-export-written",
        };
        // What a link leads to is replaced, not the link.
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        atomic_write(&place, bytes)?;
        self.remember(path, Digest::of(bytes));
        Ok(Message::new(id).with("path", shown(path)))
    }

    /// That a file is not remembered keeps it from being replaced, nothing more.
    fn remember(&mut self, path: &Path, digest: Digest) {
        let line = Line {
            path: whole(path),
            digest,
        };
        let Ok(mut text) = serde_json::to_string(&line) else {
            return;
        };
        text.push('\n');
        let _ = self.list.parent().map(Folder::make);
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let opened = options.open(&self.list);
        let _ = opened.and_then(|mut file| file.write_all(text.as_bytes()));
        self.digests.insert(line.path, digest);
    }
}

/// Whether there is a device or a pipe.
pub fn is_stream(path: &Path) -> bool {
    matches!(Found::at(path), Found::Stream)
}

impl Found {
    fn at(path: &Path) -> Self {
        match fs::metadata(path) {
            // Writing says what is wrong with a place that cannot be looked at.
            Err(_) => Self::Nothing,
            Ok(found) if found.is_file() && found.len() == 0 => Self::Empty,
            Ok(found) if found.is_file() => Self::File {
                length: found.len(),
            },
            Ok(found) if streams(&found) => Self::Stream,
            Ok(_) => Self::Other,
        }
    }
}

#[cfg(unix)]
fn streams(found: &fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let kind = found.file_type();
    kind.is_fifo() || kind.is_char_device() || kind.is_socket()
}

/// Other systems keep such things out of their folders.
#[cfg(not(unix))]
fn streams(_found: &fs::Metadata) -> bool {
    false
}

/// The bytes of a plain file that is not longer than that.
fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    // A pipe would be waited for, a device may never end.
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A path as it is known from every folder.
fn whole(path: &Path) -> PathBuf {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")));
    match (folder, path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path.to_owned(),
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_as_it_was_written_is_replaced() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("minutes.md");
        let mut written = Written::listed_in(folder.path());
        let first = written.write(&path, b"one").expect("the disk is sound");
        assert_eq!(first.id, "cli-export-written");
        // Another run knows it by the list alone.
        let mut later = Written::listed_in(folder.path());
        assert_eq!(later.may_replace(&path, b"two"), Ok(()));
        let second = later.write(&path, b"two").expect("the disk is sound");
        assert_eq!(second.id, "cli-export-replaced");
        fs::write(&path, b"edited").expect("the disk is sound");
        let refused = later
            .may_replace(&path, b"three")
            .expect_err("it was edited");
        assert_eq!(refused.id, "cli-export-edited");
        let foreign = folder.path().join("foreign.md");
        fs::write(&foreign, b"theirs").expect("the disk is sound");
        let refused = later
            .may_replace(&foreign, b"three")
            .expect_err("it is theirs");
        assert_eq!(refused.id, "cli-export-not-ours");
        assert_eq!(later.may_replace(&foreign, b"theirs"), Ok(()));
    }
}
