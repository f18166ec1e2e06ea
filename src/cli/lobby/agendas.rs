//! The agendas that the lobby offers: files that were used last or lie in the current folder, and the shipped ones; and the new one that it writes.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::agenda;
use crate::cli::read_file;
use crate::cli::run::{Told, told};
use crate::cli::watch::journals::Listed;
use crate::error::Error;
use crate::journal::{Folder, header};
use crate::text::Text;
use crate::tui::lobby::Plan;
use crate::tui::lobby::found::{Planned, Says};

/// The agendas that come with the program.
const SHIPPED: [(&str, &str); 3] = [
    (
        "exchange",
        include_str!("../../../config/agendas/exchange.toml"),
    ),
    (
        "founding",
        include_str!("../../../config/agendas/founding.toml"),
    ),
    ("board", include_str!("../../../config/agendas/board.toml")),
];
/// So many journals are asked for the agenda they were begun with, and so many agendas come of it.
const MOST_ASKED: usize = 100;
const MOST_RECENT: usize = 5;
/// So many files of the current folder are looked at, none of them longer than this.
const MOST_LOOKED_AT: usize = 200;
const LONGEST: u64 = 1 << 20;

/// The shipped agenda of that name; nothing stands in one that is not there.
pub fn shipped(name: &str) -> &'static str {
    let found = SHIPPED.iter().find(|(shipped, _)| *shipped == name);
    found.map_or("", |(_, text)| text)
}

/// All agendas, in order: those just made, those used last, those of the current folder, the shipped ones.
pub fn list(folder: &Path, journals: &[Listed], made: Vec<PathBuf>) -> Vec<Planned> {
    let mut paths = Vec::new();
    let here = here();
    for path in made
        .into_iter()
        .rev()
        .chain(recent(folder, journals))
        .chain(here)
    {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    let files = paths.into_iter().map(planned);
    files
        .chain(SHIPPED.map(|(name, text)| Planned {
            plan: Plan::Shipped(name),
            name: Text::line(name),
            place: Text::default(),
            says: says(text),
        }))
        .collect()
}

/// The files that the last meetings were begun with, the last first, as far as they are still there.
fn recent(folder: &Path, journals: &[Listed]) -> Vec<PathBuf> {
    let storage = Folder::at(folder);
    let mut paths = Vec::new();
    for journal in journals.iter().take(MOST_ASKED) {
        let Ok(header) = header(&storage, &format!("{}.journal", journal.stem)) else {
            continue;
        };
        let path = PathBuf::from(header.path);
        if path.is_file() && !paths.contains(&path) {
            paths.push(path);
        }
        if paths.len() == MOST_RECENT {
            break;
        }
    }
    paths
}

/// The agendas in the current folder, by name.
fn here() -> Vec<PathBuf> {
    let Ok(folder) = std::env::current_dir() else {
        return Vec::new();
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.take(MOST_LOOKED_AT).map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| is_agenda(path)).collect();
    paths.sort();
    paths.truncate(MOST_RECENT);
    paths
        .iter()
        .map(|path| fs::canonicalize(path).unwrap_or_else(|_| path.clone()))
        .collect()
}

/// Whether a file looks like an agenda, mistakes or not: it is no session, and has items.
fn is_agenda(path: &Path) -> bool {
    let is_toml = path.extension().is_some_and(|end| end == "toml");
    let is_short =
        || fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() <= LONGEST);
    if !is_toml || !is_short() {
        return false;
    }
    read_file::read(path).is_ok_and(|source| {
        let has = |start: &str| {
            source
                .lines()
                .any(|line| line.trim_start().starts_with(start))
        };
        !source.starts_with("[summary]") && has("title") && (has("item") || has("[[item"))
    })
}

fn planned(path: PathBuf) -> Planned {
    let name = path.file_name().unwrap_or(path.as_os_str());
    Planned {
        name: Text::line(&name.to_string_lossy()),
        place: Text::line(&path.to_string_lossy()),
        says: match read_file::read(&path) {
            Ok(source) => says(&source),
            Err(why) => Says::Unread(why),
        },
        plan: Plan::File(path),
    }
}

fn says(source: &str) -> Says {
    let reading = agenda::file::read(source);
    match reading.agenda {
        Some(agenda) => Says::Sound(Box::new(agenda)),
        None => Says::Mistaken(reading.mistakes),
    }
}

/// Writes a new agenda into the current folder under a name that is not taken, and gives its path.
///
/// # Errors
/// Where the folder cannot be written.
pub fn write(text: &str) -> Result<PathBuf, Told> {
    let folder = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let mut number = 1_u32;
    loop {
        let name = if number == 1 {
            "agenda.toml".to_owned()
        } else {
            format!("agenda-{number}.toml")
        };
        let path = folder.join(name);
        number += 1;
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(told(&Error::create(&path, error))),
            Ok(mut file) => {
                let written = file
                    .write_all(text.as_bytes())
                    .and_then(|()| file.sync_all());
                if let Err(error) = written {
                    // Half an agenda is of no use.
                    let _ = fs::remove_file(&path);
                    return Err(told(&Error::write(&path, error)));
                }
                return Ok(fs::canonicalize(&path).unwrap_or(path));
            }
        }
    }
}
