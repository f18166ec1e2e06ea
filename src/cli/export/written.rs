//! What was written before: the digest of every exported file, so that exporting again replaces only what is still as it was written. A
//! document that somebody has edited since, or that was never ours, is left alone.
//!
//! One JSON line a file, appended to `exports.jsonl` in the folder of sessions; the last one of a path holds. Nothing else is kept there, and
//! where it is missing or cannot be read, files that are there already are simply not replaced.

use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::journal::atomic_write;
use crate::meeting::Digest;
use crate::text::Message;

const NAME: &str = "exports.jsonl";
/// More than this nobody has exported; an older line is forgotten with the rest.
const MOST_BYTES: u64 = 64 << 20;

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
        let mut text = String::new();
        let read =
            fs::File::open(&list).and_then(|file| file.take(MOST_BYTES).read_to_string(&mut text));
        let lines = text.lines().filter(|_| read.is_ok());
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
        let found = match fs::read(path) {
            Ok(found) => Digest::of(&found),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            // Writing says what is wrong with it.
            Err(_) => return Ok(()),
        };
        match self.digests.get(&whole(path)) {
            _ if found == Digest::of(bytes) => Ok(()),
            Some(written) if *written == found => Ok(()),
            Some(_) => Err(Message::new("cli-export-edited").with("path", shown(path))),
            None => Err(Message::new("cli-export-not-ours").with("path", shown(path))),
        }
    }

    /// Writes a file whole or not at all, and remembers it. Says what was done.
    ///
    /// # Errors
    /// Where the file cannot be written; what was there before is whole then.
    pub fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<Message, Error> {
        let id = if path.exists() {
            "cli-export-replaced"
        } else {
            "cli-export-written"
        };
        atomic_write(path, bytes)?;
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
        let _ = self.list.parent().map(fs::create_dir_all);
        let opened = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&self.list);
        let _ = opened.and_then(|mut file| file.write_all(text.as_bytes()));
        self.digests.insert(line.path, digest);
    }
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
