//! Which journals a folder of sessions has, and which of them a person means. Looks at them from outside alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::text::{Arg, Message, nearest};

const JOURNAL: &str = ".journal";
/// Names that are told where several are meant.
const SHOWN: usize = 5;

/// A journal of the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name without `.journal`.
    pub stem: String,
    /// When it was written to last.
    pub written: SystemTime,
    /// How many bytes it has.
    pub length: u64,
}

/// All of a folder, the one that was written to last first. A folder that is not there has none.
pub fn list(folder: &Path) -> Vec<Listed> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let listed = entries.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let stem = name.strip_suffix(JOURNAL)?.to_owned();
        let found = fs::metadata(entry.path()).ok()?;
        found.is_file().then_some(())?;
        Some(Listed {
            stem,
            written: found.modified().ok()?,
            length: found.len(),
        })
    });
    let mut listed: Vec<Listed> = listed.collect();
    listed.sort_by(|a, b| (b.written, &b.stem).cmp(&(a.written, &a.stem)));
    listed
}

/// The journal that is meant: by a path to it or to its session file, a name, a part that only one name has, or `last`.
pub fn find(folder: &Path, meant: &str) -> Result<PathBuf, Vec<Message>> {
    if meant.trim().is_empty() {
        return Err(vec![Message::new("archive-unnamed")]);
    }
    let path = Path::new(meant);
    if path.is_file() || meant.contains(std::path::MAIN_SEPARATOR) {
        let journal = path.with_extension("journal");
        return if journal.is_file() {
            Ok(journal)
        } else {
            Err(vec![
                Message::new("watch-no-journal").with("session", meant),
            ])
        };
    }
    let listed = list(folder);
    stem(folder, &listed, meant).map(|stem| folder.join(format!("{stem}{JOURNAL}")))
}

fn stem<'a>(folder: &Path, listed: &'a [Listed], meant: &str) -> Result<&'a str, Vec<Message>> {
    let Some(last) = listed.first() else {
        let nothing = Message::new("archive-empty").with("folder", &*folder.to_string_lossy());
        return Err(vec![nothing]);
    };
    let stems = || listed.iter().map(|one| one.stem.as_str());
    let bare = meant.strip_suffix(".toml").or(meant.strip_suffix(JOURNAL));
    let bare = bare.unwrap_or(meant);
    if meant == "last" {
        return Ok(&last.stem);
    }
    if let Some(exact) = stems().find(|stem| *stem == bare) {
        return Ok(exact);
    }
    let folded = bare.to_lowercase();
    let having: Vec<&str> = stems()
        .filter(|stem| stem.to_lowercase().contains(&folded))
        .collect();
    match having[..] {
        [one] => Ok(one),
        [] => {
            let near = nearest(meant, stems());
            let id = match near {
                Some(_) => "archive-unknown-near",
                None => "archive-unknown",
            };
            let message = Message::new(id).with("meant", meant);
            Err(vec![message.with("near", near.unwrap_or(&last.stem))])
        }
        _ => {
            let names: Vec<Arg> = having
                .iter()
                .take(SHOWN)
                .map(|stem| (*stem).into())
                .collect();
            let message = Message::new("archive-ambiguous").with("meant", meant);
            let message = message.with("count", having.len());
            Err(vec![message.with("names", names)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder for the test");
        for name in names {
            fs::write(folder.path().join(name), "x").expect("it can be written");
        }
        folder
    }

    #[test]
    fn a_meeting_is_meant_by_its_name_a_part_of_it_or_last() {
        let folder = folder(&[
            "2023-12-29-a.journal",
            "2024-01-05-b.journal",
            "2024-01-05-b.toml",
        ]);
        let found = |meant: &str| find(folder.path(), meant).ok();
        let first = Some(folder.path().join("2023-12-29-a.journal"));
        assert_eq!(found("2023-12-29-a"), first);
        assert_eq!(found("2023-12-29-a.toml"), first);
        assert_eq!(found("-A"), first);
        assert!(found("last").is_some());
        let told = |meant: &str| find(folder.path(), meant).map_err(|told| told[0].id);
        assert_eq!(told("20"), Err("archive-ambiguous"));
        assert_eq!(told("zzz"), Err("archive-unknown"));
    }

    #[test]
    fn a_path_to_either_file_means_the_journal_and_without_one_it_is_said() {
        let folder = folder(&["a.journal", "a.toml", "b.toml"]);
        let found = |name: &str| {
            let path = folder.path().join(name);
            find(folder.path(), &path.to_string_lossy()).map_err(|told| told[0].id)
        };
        let journal = Ok(folder.path().join("a.journal"));
        assert_eq!(found("a.journal"), journal);
        assert_eq!(found("a.toml"), journal);
        assert_eq!(found("b.toml"), Err("watch-no-journal"));
    }

    #[test]
    fn an_empty_folder_and_one_that_is_not_there_say_so() {
        let folder = folder(&[]);
        let told = |path: &Path| find(path, "last").map_err(|told| told[0].id);
        assert_eq!(told(folder.path()), Err("archive-empty"));
        assert_eq!(told(&folder.path().join("none")), Err("archive-empty"));
    }
}
