//! Which session files a folder has, by their first lines alone. Files that end in `.toml` and are no session are listed too, with the
//! reason; what follows the first lines is read by whoever opens one.

use std::fs::{self, DirEntry, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::error::{Error, ErrorKind};
use crate::session_file::{self, HEAD_BYTES, Head};
use crate::text::{Message, Moment, Text};

/// A session file of the folder, as far as its first lines tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The file.
    pub path: PathBuf,
    /// Its name without `.toml`.
    pub stem: String,
    /// What it opens with.
    pub head: Head,
}

/// A file, or the folder itself, from which no session can be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Which.
    pub path: PathBuf,
    /// The reason, as one sentence.
    pub why: Message,
}

/// All of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The sessions, newest first.
    pub sessions: Vec<Listed>,
    /// What is none or cannot be read, by name.
    pub unreadable: Vec<Unreadable>,
}

impl Listing {
    /// The sessions by series, the series of the newest session first; those without a series are together.
    #[must_use]
    pub fn by_series(&self) -> Vec<(Option<&Text>, Vec<&Listed>)> {
        let mut series: Vec<(Option<&Text>, Vec<&Listed>)> = Vec::new();
        for listed in &self.sessions {
            let of = listed.head.series.as_ref();
            match series.iter_mut().find(|(known, _)| *known == of) {
                Some((_, sessions)) => sessions.push(listed),
                None => series.push((of, vec![listed])),
            }
        }
        series
    }
}

impl Listed {
    /// The day it was held: what the agenda said, else that of the opening.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        day(&self.head)
    }

    /// Its place among others: the day, the opening, the name.
    pub(super) fn place(&self) -> (Option<NaiveDate>, Option<Moment>, &str) {
        (self.head.date, self.head.opened, &self.stem)
    }
}

/// The day that a head names.
pub(super) fn day(head: &Head) -> Option<NaiveDate> {
    let opened = || head.opened.map(|opened| opened.date_naive());
    head.date.or_else(opened)
}

/// The session files of a folder, oldest meeting first. A folder that is not there has none; files that are none are passed over.
#[must_use]
pub fn list(folder: &Path) -> Vec<Listed> {
    let mut sessions = listing(folder).sessions;
    sessions.reverse();
    sessions
}

/// The session files of a folder, and what is none with the reason. A folder that is not there has neither.
#[must_use]
pub fn listing(folder: &Path) -> Listing {
    let (files, unreadable) = files(folder);
    let look = |(path, stem): (PathBuf, String)| match first_lines(&path) {
        Ok(head) => Ok(Listed { path, stem, head }),
        Err(why) => Err(Unreadable { path, why }),
    };
    let looked: Vec<Result<Listed, Unreadable>> = files.into_par_iter().map(look).collect();
    let mut listing = Listing {
        sessions: Vec::with_capacity(looked.len()),
        unreadable,
    };
    for one in looked {
        match one {
            Ok(listed) => listing.sessions.push(listed),
            Err(unreadable) => listing.unreadable.push(unreadable),
        }
    }
    listing.sessions.sort_by(|a, b| b.place().cmp(&a.place()));
    listing.unreadable.sort_by(|a, b| a.path.cmp(&b.path));
    listing
}

/// The files of a folder with a session file's name: path and name without `.toml`. What has such a name and is no file is unreadable, as is a
/// folder that cannot be listed.
pub(super) fn files(folder: &Path) -> (Vec<(PathBuf, String)>, Vec<Unreadable>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (Vec::new(), Vec::new()),
        Err(error) => {
            let why = Error::read(folder, error).message();
            let path = folder.to_owned();
            return (Vec::new(), vec![Unreadable { path, why }]);
        }
    };
    let (mut files, mut unreadable) = (Vec::new(), Vec::new());
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let Some(stem) = name
            .strip_suffix(".toml")
            .filter(|stem| !stem.starts_with('.'))
        else {
            continue;
        };
        let path = entry.path();
        match look(&entry, &path) {
            Ok(()) => files.push((path, stem.to_owned())),
            Err(error) => {
                let why = error.message();
                unreadable.push(Unreadable { path, why });
            }
        }
    }
    (files, unreadable)
}

/// Whether it is a file: a pipe would be waited for, a device may never end.
fn look(entry: &DirEntry, path: &Path) -> Result<(), Error> {
    let unread = |error| Error::read(path, error);
    let kind = entry.file_type().map_err(unread)?;
    let is_file = if kind.is_symlink() {
        fs::metadata(path).map_err(unread)?.is_file()
    } else {
        kind.is_file()
    };
    let path = path.to_owned();
    if is_file {
        Ok(())
    } else {
        Err(Error::new(ErrorKind::NotAFile { path }))
    }
}

/// What a session file opens with.
///
/// # Errors
/// Why it is none, or cannot be read.
pub(super) fn first_lines(path: &Path) -> Result<Head, Message> {
    let mut bytes = Vec::with_capacity(HEAD_BYTES);
    File::open(path)
        .and_then(|file| file.take(HEAD_BYTES as u64).read_to_end(&mut bytes))
        .map_err(|error| Error::read(path, error).message())?;
    session_file::head(&bytes).ok_or_else(|| {
        let is_text = match std::str::from_utf8(&bytes) {
            Ok(_) => true,
            // A character that is cut where the first bytes end is no mistake of the file.
            Err(error) => error.error_len().is_none(),
        };
        Message::new(if bytes.is_empty() {
            "session-empty"
        } else if is_text {
            "archive-foreign"
        } else {
            "session-not-text"
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder for the test");
        for (name, bytes) in files {
            fs::write(folder.path().join(name), bytes).expect("it can be written");
        }
        folder
    }

    #[test]
    fn sessions_are_newest_first_and_by_series() {
        let folder = folder(&[
            (
                "a.toml",
                b"[summary]\ntitle = \"A\"\ndate = \"2021-01-01\"\nseries = \"s\"\n",
            ),
            (
                "b.toml",
                b"[summary]\ntitle = \"B\"\ndate = \"2023-01-01\"\n",
            ),
            (
                "c.toml",
                b"[summary]\ntitle = \"C\"\ndate = \"2022-01-01\"\nseries = \"s\"\n",
            ),
        ]);
        let listing = listing(folder.path());
        let stems = |sessions: &[&Listed]| -> Vec<String> {
            sessions.iter().map(|one| one.stem.clone()).collect()
        };
        let all: Vec<&Listed> = listing.sessions.iter().collect();
        assert_eq!(stems(&all), ["b", "c", "a"]);
        let series = listing.by_series();
        assert_eq!(stems(&series[0].1), ["b"]);
        assert_eq!(stems(&series[1].1), ["c", "a"]);
        let oldest: Vec<String> = list(folder.path())
            .into_iter()
            .map(|one| one.stem)
            .collect();
        assert_eq!(oldest, ["a", "c", "b"]);
    }

    #[test]
    fn what_is_no_session_is_listed_with_the_reason() {
        let folder = folder(&[
            ("empty.toml", b""),
            ("foreign.toml", b"[package]\nname = \"x\"\n"),
            ("picture.toml", b"\x89PNG\r\n\xff\xff"),
            ("notes.txt", b"no session file's name"),
            (".hidden.toml", b""),
        ]);
        fs::create_dir(folder.path().join("folder.toml")).expect("it can be made");
        let listing = listing(folder.path());
        assert!(listing.sessions.is_empty());
        let told: Vec<(String, &str)> = listing
            .unreadable
            .iter()
            .map(|one| {
                let name = one.path.file_name().unwrap_or_default();
                (name.to_string_lossy().into_owned(), one.why.id)
            })
            .collect();
        let expected = [
            ("empty.toml", "session-empty"),
            ("folder.toml", "error-not-a-file"),
            ("foreign.toml", "archive-foreign"),
            ("picture.toml", "session-not-text"),
        ];
        assert_eq!(told, expected.map(|(name, id)| (name.to_owned(), id)));
    }

    #[test]
    fn a_folder_that_is_not_there_has_nothing_and_one_that_is_a_file_says_so() {
        let folder = folder(&[("file", b"")]);
        let none = listing(&folder.path().join("none"));
        assert_eq!(none, Listing::default());
        let file = listing(&folder.path().join("file"));
        assert_eq!(file.unreadable.len(), 1);
    }
}
