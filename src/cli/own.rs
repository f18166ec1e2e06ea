//! A person's own files: `settings.toml`, `keys.toml` and `themes/NAME.toml` in the platform's configuration folder. Owns where
//! they lie and that a meeting is never stopped by them; what they say is judged by those who know it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{check, read_file, surroundings};
use crate::locale::Locale;
use crate::settings::{self, Settings, theme};
use crate::text::written::Found;
use crate::text::{Language, Message, shown};
use crate::tui::action::{Keys, own as keys};
use crate::tui::style::{Depth, Theme};
use crate::tui::themes;

/// The folder of a person's own files. It need not exist.
#[derive(Clone, Debug)]
pub struct Own {
    folder: PathBuf,
    depth: Depth,
}

/// What is wrong with one of the files.
#[derive(Debug)]
pub enum Trouble {
    /// It cannot be read.
    Unread(Message),
    /// This stands in it.
    Within(PathBuf, Found),
}

impl Trouble {
    /// It in one sentence, for a screen; nothing where nothing is wrong for certain.
    pub fn in_brief(&self) -> Option<Message> {
        match self {
            Self::Unread(message) => Some(message.clone()),
            Self::Within(_, found) if found.mistakes.is_empty() => None,
            Self::Within(path, found) => Some(
                Message::new("settings-mistakes")
                    .with("count", found.mistakes.len())
                    .with("file", path.display().to_string()),
            ),
        }
    }

    /// Says it on standard error.
    pub fn tell(&self, locale: &Locale) {
        match self {
            Self::Unread(message) => surroundings::tell(&locale.say(message)),
            Self::Within(path, found) => check::told(path, found, locale)
                .iter()
                .for_each(|line| surroundings::tell(line)),
        }
    }
}

impl Own {
    /// The folder of the platform, for a terminal of so many colours.
    #[must_use]
    pub fn of_this_account(depth: Depth) -> Self {
        let folders = directories::ProjectDirs::from("", "", "tribune");
        let folder = folders.map_or_else(PathBuf::new, |folders| folders.config_dir().to_owned());
        Self { folder, depth }
    }

    /// Where it is; empty for an account without one.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The settings; the defaults where there is no file, and for what is wrong in it.
    #[must_use]
    pub fn settings(&self) -> (Settings, Option<Trouble>) {
        let read = |source: &str| settings::read(source, &|| self.themes());
        self.read(&self.folder.join("settings.toml"), read)
    }

    /// The keys; those of the table where there is no file, and for what is wrong in it.
    #[must_use]
    pub fn keys(&self) -> (Keys, Option<Trouble>) {
        self.read(&self.folder.join("keys.toml"), keys::read)
    }

    /// The file of the keys, whether it is there or not; nothing for an account without a folder of its own.
    #[must_use]
    pub fn keys_file(&self) -> Option<PathBuf> {
        let file = self.folder.join("keys.toml");
        file.parent().filter(|folder| *folder != Path::new(""))?;
        Some(file)
    }

    /// The names of the themes: the shipped ones, and those that have a file here.
    #[must_use]
    pub fn themes(&self) -> Vec<String> {
        themes::names(names_in(&self.folder.join("themes")))
    }

    /// The themes for a screen.
    #[must_use]
    pub fn themes_for_screen(&self) -> themes::Themes<'_> {
        themes::Themes {
            own: Box::new(|| names_in(&self.folder.join("themes"))),
            read: Box::new(|name| {
                let (theme, trouble) = self.theme(name);
                match trouble {
                    Some(Trouble::Unread(message)) => Err(message),
                    Some(trouble @ Trouble::Within(..)) => {
                        Ok((theme, trouble.in_brief().into_iter().collect()))
                    }
                    None => Ok((theme, Vec::new())),
                }
            }),
        }
    }

    /// The theme that has a file of that name here.
    #[must_use]
    pub fn theme(&self, name: &str) -> (Theme, Option<Trouble>) {
        let path = self.folder.join("themes").join(name).with_extension("toml");
        let (looks, trouble) = self.read(&path, theme::read);
        (Theme::new(name, &looks, self.depth), trouble)
    }

    /// The person's own template of a document in that language, and where it is; none where there is no such file here.
    #[must_use]
    pub fn template(
        &self,
        document: &str,
        language: Language,
    ) -> Option<(PathBuf, Result<String, Message>)> {
        if self.folder.as_os_str().is_empty() {
            return None;
        }
        let name = format!("{document}.{}.md", language.tag());
        let path = self.folder.join("templates").join(name);
        let read = read_file::read_if_there(&path)?;
        Some((path, read))
    }

    /// What a file says; the default where there is none.
    fn read<T: Default>(
        &self,
        path: &Path,
        judge: impl FnOnce(&str) -> (T, Found),
    ) -> (T, Option<Trouble>) {
        // Without a folder of its own, an account has no files of its own.
        let read = (!self.folder.as_os_str().is_empty()).then(|| read_file::read_if_there(path));
        match read.flatten() {
            None => (T::default(), None),
            Some(Err(message)) => (T::default(), Some(Trouble::Unread(message))),
            Some(Ok(source)) => {
                let (said, found) = judge(&source);
                let is_sound = found.mistakes.is_empty() && found.warnings.is_empty();
                let trouble = (!is_sound).then(|| Trouble::Within(path.to_owned(), found));
                (said, trouble)
            }
        }
    }
}

/// More themes than these nobody turns through.
const MOST_THEMES: usize = 200;

/// The names of the themes in a folder, in order; none where there is no folder.
pub fn names_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let named = |entry: fs::DirEntry| {
        let path = entry.path();
        let name = path.file_stem()?.to_str()?;
        let is_theme = path
            .extension()
            .is_some_and(|extension| extension == "toml");
        (is_theme && theme::is_name(name) && shown(name) == name).then(|| name.to_owned())
    };
    let all = entries.take(MOST_THEMES * 10).filter_map(Result::ok);
    let mut names: Vec<String> = all.filter_map(named).take(MOST_THEMES).collect();
    names.sort();
    names
}
