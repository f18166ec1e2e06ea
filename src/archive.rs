//! The folder of session files: which there are, which one is meant, what stands in them, what they left open and what became of it. Owns
//! where sessions lie and how they are named, and the ledger of later answers; what stands in one is `session_file`'s, and journals are the
//! room's.

mod answerable;
mod carry;
mod dossier;
mod followups;
mod history;
mod later;
mod ledger;
mod listing;
pub mod page;
mod parties;
pub mod search;
mod years;

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind};
use crate::session_file::{self, Session};
use crate::text::{Arg, Message, Moment, Text};

pub use answerable::Given;
pub use carry::Carry;
pub use dossier::{Dossier, Part, Walk, meant};
pub use followups::{Followups, Group, matters};
pub use history::{Fate, Held, History, Only, Place, Progress, Raised, Reach, What};
pub use later::later_answers;
pub use ledger::{Entry, Ledger};
pub use listing::{Listed, Listing, Unreadable, list, listing};
pub use parties::{Parties, Party};
pub use years::{Answers, Attendance, Counting, Course, HalfDays, Roll, Year, Years};

/// The most that is read of one session file, in bytes: many times the longest meeting.
pub const MOST_BYTES: u64 = 256 << 20;

/// Names shown where several sessions could be meant.
const SHOWN: usize = 8;

/// A session file that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The file.
    pub path: PathBuf,
    /// Its name without `.toml`.
    pub stem: String,
    /// Its bytes, as text.
    pub text: String,
    /// What it holds.
    pub session: Session,
}

/// Why there is no session to be had: what is said, in order.
pub type Told = Vec<Message>;

/// The session that is meant: a path, a name without `.toml`, a part of one that no other has, or `last`.
///
/// # Errors
/// What to say where there is none, or several.
pub fn find(folder: &Path, meant: &str) -> Result<PathBuf, Told> {
    if meant.trim().is_empty() {
        return Err(vec![Message::new("archive-unnamed")]);
    }
    let path = Path::new(meant);
    if path.is_file() || meant.contains(std::path::MAIN_SEPARATOR) {
        return Ok(path.to_owned());
    }
    let listed = list(folder);
    if listed.is_empty() {
        let nothing = Message::new("archive-empty").with("folder", &*folder.to_string_lossy());
        return Err(vec![nothing]);
    }
    if meant == "last" {
        return Ok(held_last(&listed).path.clone());
    }
    let bare = meant.strip_suffix(".toml").unwrap_or(meant);
    if let Some(exact) = listed.iter().find(|one| one.stem == bare) {
        return Ok(exact.path.clone());
    }
    let folded = bare.to_lowercase();
    let having: Vec<&Listed> = listed
        .iter()
        .filter(|one| one.stem.to_lowercase().contains(&folded))
        .collect();
    match &having[..] {
        [one] => Ok(one.path.clone()),
        [] => Err(vec![unknown(meant, &listed)]),
        several => {
            let names: Vec<Arg> = several
                .iter()
                .take(SHOWN)
                .map(|one| Arg::from(one.stem.as_str()))
                .collect();
            let message = Message::new("archive-ambiguous")
                .with("meant", meant)
                .with("count", several.len());
            Err(vec![message.with("names", names)])
        }
    }
}

fn unknown(meant: &str, listed: &[Listed]) -> Message {
    let near = crate::text::nearest(meant, listed.iter().map(|one| one.stem.as_str()));
    let message = match near {
        Some(_) => Message::new("archive-unknown-near"),
        None => Message::new("archive-unknown"),
    };
    let last = &held_last(listed).stem;
    message
        .with("meant", meant)
        .with("near", near.unwrap_or(last))
}

/// The one that was called to order last, whatever day its agenda names. `listed` is not empty.
fn held_last(listed: &[Listed]) -> &Listed {
    let later = listed
        .iter()
        .max_by_key(|one| (one.head.opened, one.place()));
    later.unwrap_or(&listed[0])
}

/// The sessions of that series that were held before then, the last one last: called to order before, and over. `own` is not meant.
#[must_use]
pub fn held_before(folder: &Path, series: &Text, own: &str, then: Moment) -> Vec<Listed> {
    let mut listed = list(folder);
    listed.retain(|listed| {
        listed.head.series.as_ref() == Some(series)
            && listed.stem != own
            && listed.head.state.as_str() != "open"
            && listed.head.opened.is_some_and(|opened| opened < then)
    });
    listed.sort_by_key(|listed| listed.head.opened);
    listed
}

/// Opens a session file, after a look at what it is.
///
/// # Errors
/// What to say where it is none, cannot be read, or is not whole.
pub fn open(path: &Path) -> Result<Opened, Told> {
    let told = |error: Error| error.messages().collect::<Told>();
    let bytes = read(path).map_err(told)?;
    let named = |message: Message| {
        vec![
            Message::new("archive-file").with("path", &*path.to_string_lossy()),
            message,
        ]
    };
    let session = session_file::read(&bytes).map_err(named)?;
    let stem = path.file_name().map(|name| name.to_string_lossy());
    let stem = stem.unwrap_or_default();
    Ok(Opened {
        path: path.to_owned(),
        stem: stem.strip_suffix(".toml").unwrap_or(&stem).to_owned(),
        // What could be read is text.
        text: String::from_utf8(bytes).unwrap_or_default(),
        session,
    })
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let unread = |error| Error::read(path, error);
    let found = fs::metadata(path).map_err(unread)?;
    let kind = |kind| Err(Error::new(kind));
    let path_owned = path.to_owned();
    // A pipe would be waited for, a device may never end.
    if !found.is_file() {
        return kind(ErrorKind::NotAFile { path: path_owned });
    }
    if found.len() > MOST_BYTES {
        return kind(ErrorKind::TooLarge {
            path: path_owned,
            limit: MOST_BYTES,
        });
    }
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes))
        .map_err(unread)?;
    Ok(bytes)
}
