//! Where the sessions of this person are kept: the folder, what the files of a meeting are called, which meeting is unfinished, its
//! private notes, and the line that was not sent. Knows no agenda file and no screen; what stands in journals, session files and drafts
//! is theirs.
//!
//! A meeting has up to four files with one stem: `DATE-title.journal`, `DATE-title.toml` (the session file), `DATE-title.private`, and,
//! while a line stands unsent on a screen, `DATE-title.draft`.

mod standing;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::agenda::{self, Agenda};
use crate::archive;
use crate::error::{Error, ErrorKind};
use crate::export::{Edition, json};
use crate::journal::{
    Folder, Journal, Loaded, Memory, Opened, Storage, header, load, open_claimed, replace,
    replace_unsynced, write_all_at,
};
use crate::locale::Locale;
use crate::meeting::record::line_of;
use crate::meeting::{Header, Meeting};
use crate::room::Keeping;
use crate::session_file::{self, Session, Written};
use crate::summary::{Seal, Summary};
use crate::text::{Bilingual, Message, Moment, Text};

pub use standing::is_written_again;
use standing::{Standing, append};

/// The longest file name, in bytes, extension and number included (`CONTRACT.md` §1).
const LONGEST_NAME: usize = 80;
const JOURNAL: &str = ".journal";
const SESSION: &str = ".toml";
const PRIVATE: &str = ".private";
const DRAFT: &str = ".draft";
/// The most that is read of a draft, in bytes: many times the longest line.
const MOST_DRAFT: u64 = 16 << 20;

/// The folder of all sessions.
#[derive(Clone, Debug)]
pub struct Sessions {
    storage: Arc<dyn Storage>,
    /// None in a rehearsal.
    folder: Option<PathBuf>,
}

/// Where one meeting is kept.
#[derive(Clone, Debug)]
pub struct SessionPlace {
    storage: Arc<dyn Storage>,
    stem: String,
}

/// An unfinished meeting, taken up again.
#[derive(Debug)]
pub struct Resumed {
    /// Its journal, claimed.
    pub journal: Journal,
    /// Where it stopped.
    pub meeting: Meeting,
    /// What is to be told of its files; empty where both are as they should be.
    pub findings: Vec<Message>,
}

/// An unfinished meeting, as it was read when it was looked for; nobody has claimed it yet.
#[derive(Debug)]
pub struct Unfinished {
    place: SessionPlace,
    /// What its journal is like; the records are in the meeting. None where the journal is lost.
    loaded: Option<Loaded>,
    standing: Standing,
}

/// What was looked for among the unfinished meetings.
#[derive(Debug, Default)]
pub struct Search {
    /// The latest that fits.
    pub found: Option<Unfinished>,
    /// Journals that might have fitted and cannot be read.
    pub unreadable: Vec<Error>,
}

impl Sessions {
    /// The folder at that path, made where it is missing.
    ///
    /// # Errors
    /// [`ErrorKind::Create`].
    pub fn at(path: &Path) -> Result<Self, Error> {
        let folder = Folder::make(path)?;
        Ok(Self {
            storage: Arc::new(folder),
            folder: Some(path.to_owned()),
        })
    }

    /// A folder in memory, where nothing is kept.
    #[must_use]
    pub fn rehearsal() -> Self {
        Self {
            storage: Arc::new(Memory::new()),
            folder: None,
        }
    }

    /// Begins a meeting: finds it a name that is not taken, and makes its journal.
    ///
    /// # Errors
    /// As [`Journal::create`].
    pub fn begin(
        &self,
        header: &Header,
        agenda: &Agenda,
    ) -> Result<(SessionPlace, Journal), Error> {
        let date = agenda.date.unwrap_or_else(|| header.begun.date_naive());
        let title = agenda.title.get(agenda.language);
        let mut number = 1;
        loop {
            let place = SessionPlace {
                storage: Arc::clone(&self.storage),
                stem: stem(date, title.as_str(), number),
            };
            number += 1;
            if place.is_taken() {
                continue;
            }
            match Journal::create(
                Arc::clone(&self.storage),
                &place.name(JOURNAL),
                &line_of(header),
            ) {
                // Somebody else was quicker.
                Err(error) if error.is_taken() => {}
                Err(error) => return Err(error),
                Ok(journal) => return Ok((place, journal)),
            }
        }
    }

    /// The unfinished meeting of that agenda file and title; of several, the one that was begun last.
    #[must_use]
    pub fn unfinished(&self, path: &str, title: &Bilingual) -> Search {
        let mut search = Search::default();
        for stem in self.stems_of(title) {
            let place = SessionPlace {
                storage: Arc::clone(&self.storage),
                stem,
            };
            match place.unfinished(path, title) {
                Ok(Some(unfinished)) if unfinished.is_later_than(search.found.as_ref()) => {
                    search.found = Some(unfinished);
                }
                Ok(_) => {}
                Err(error) => search.unreadable.push(error),
            }
        }
        search
    }

    /// The stems of all meetings whose names were made from that title, in either language: a look at each file would take long in a large
    /// archive.
    fn stems_of(&self, title: &Bilingual) -> Vec<String> {
        let Some(folder) = &self.folder else {
            return Vec::new();
        };
        let slugs = [safe(title.en.as_str()), safe(title.zh.as_str())];
        let is_of = |stem: &str| {
            let rest = stem
                .get("0000-00-00".len()..)
                .map_or("", |rest| rest.trim_start_matches('-'));
            let start =
                |slug: &String| rest.chars().zip(slug.chars()).take(12).all(|(a, b)| a == b);
            slugs.iter().any(start)
        };
        let names = fs::read_dir(folder).into_iter().flatten().flatten();
        let names = names.filter_map(|entry| entry.file_name().into_string().ok());
        let stem_of = |name: String| {
            let stem = name.strip_suffix(JOURNAL).or(name.strip_suffix(SESSION));
            stem.map(str::to_owned)
        };
        let mut stems: Vec<_> = names
            .filter_map(stem_of)
            .filter(|stem| is_of(stem))
            .collect();
        stems.sort();
        stems.dedup();
        stems
    }
}

impl SessionPlace {
    /// The meeting of that name in that folder.
    #[must_use]
    pub fn in_folder(folder: &Path, stem: &str) -> Self {
        Self {
            storage: Arc::new(Folder::at(folder)),
            stem: stem.to_owned(),
        }
    }

    /// Whether another process holds the meeting at the moment.
    #[must_use]
    pub fn is_held(&self) -> bool {
        let claimed = open_claimed(&*self.storage, &self.name(JOURNAL));
        claimed.is_err_and(|error| matches!(error.kind, ErrorKind::Locked { .. }))
    }

    /// Where the session file at that path is kept, with whatever lies beside it; none where its name is not that of one.
    #[must_use]
    pub fn of_file(path: &Path) -> Option<Self> {
        // A link leads to where the journal lies.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let stem = path.file_name()?.to_str()?.strip_suffix(SESSION)?;
        let folder = path.parent().filter(|folder| *folder != Path::new(""));
        Some(Self {
            storage: Arc::new(Folder::at(folder.unwrap_or(Path::new(".")))),
            stem: stem.to_owned(),
        })
    }

    /// What stands in the journal, read without claiming it; none where there is none.
    ///
    /// # Errors
    /// As [`load`].
    pub fn load_journal(&self) -> Result<Option<Loaded>, Error> {
        let name = self.name(JOURNAL);
        if !self.storage.has(&name) {
            return Ok(None);
        }
        load(&*self.storage, &name).map(Some)
    }

    /// Claims the journal, and says what it holds; none where there is none.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub fn claim_journal(&self) -> Result<Option<(Journal, Loaded)>, Error> {
        let name = self.name(JOURNAL);
        if !self.storage.has(&name) {
            return Ok(None);
        }
        Journal::open(Arc::clone(&self.storage), &name).map(Some)
    }

    /// Claims the session file itself, for one that has no journal.
    ///
    /// # Errors
    /// As [`Journal::open`].
    pub fn claim_session(&self) -> Result<Box<dyn Opened>, Error> {
        open_claimed(&*self.storage, &self.name(SESSION))
    }

    /// A journal in memory alone with the records of a meeting of which only the session file was kept.
    ///
    /// # Errors
    /// None that memory can give.
    pub fn journal_from(&self, meeting: &Meeting) -> Result<Journal, Error> {
        let memory = Arc::new(Memory::new());
        let name = self.name(JOURNAL);
        let mut journal = Journal::create(memory, &name, &line_of(&*meeting.header))?;
        append(&mut journal, meeting, 0)?;
        Ok(journal)
    }

    /// Gives that file the first free name of its own with a number behind it.
    fn set_aside(&self, name: &str) -> Result<PathBuf, Error> {
        let mut number = 1;
        while self.storage.has(&format!("{name}.{number}")) {
            number += 1;
        }
        let kept = format!("{name}.{number}");
        self.storage
            .rename(name, &kept)
            .map_err(|error| Error::write(&self.storage.place(name), error))?;
        Ok(self.storage.place(&kept))
    }

    /// What the session file holds; none where there is none.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read_session(&self) -> Result<Option<Session>, Message> {
        let name = self.name(SESSION);
        let path = self.session();
        if !self.storage.has(&name) {
            return Ok(None);
        }
        let unread = |error| Error::read(&path, error).message();
        let file = self.storage.open(&name).map_err(unread)?;
        if file.length().map_err(unread)? > archive::MOST_BYTES {
            let limit = archive::MOST_BYTES;
            let path = path.clone();
            return Err(Error::new(ErrorKind::TooLarge { path, limit }).message());
        }
        let bytes = whole(&*file).map_err(unread)?;
        session_file::read(&bytes).map(Some)
    }

    /// The name of its files, without their extensions.
    #[must_use]
    pub fn stem(&self) -> &str {
        &self.stem
    }

    /// The path of the session file.
    #[must_use]
    pub fn session(&self) -> PathBuf {
        self.storage.place(&self.name(SESSION))
    }

    /// The path of the journal.
    #[must_use]
    pub fn journal(&self) -> PathBuf {
        self.storage.place(&self.name(JOURNAL))
    }

    /// The path of the private notes.
    #[must_use]
    pub fn private(&self) -> PathBuf {
        self.storage.place(&self.name(PRIVATE))
    }

    /// How the session file is kept: written whole, in the record's language, in the place of the one before. One that holds what the
    /// meeting does not is set aside first.
    #[must_use]
    pub fn keeping(&self) -> Keeping {
        let place = self.clone();
        // From then on what stands there is what was written here.
        let mut is_ours = false;
        Keeping::by(Box::new(move |meeting| {
            if !is_ours {
                place.make_way(meeting)?;
            }
            place.save(meeting)?;
            is_ours = true;
            Ok(())
        }))
    }

    /// Writes the session file of the meeting as it stands, and gives its seal.
    ///
    /// # Errors
    /// As [`replace`]; the old file is whole then.
    pub fn save(&self, meeting: &Meeting) -> Result<Seal, Error> {
        let written = written(meeting);
        let saved = replace(&*self.storage, &self.name(SESSION), written.text.as_bytes());
        saved.map_err(|error| error.hint(Message::new("cli-session-unsaved")))?;
        Ok(written.seal)
    }

    /// Adds a line to the private notes, which no journal, session or seal knows of.
    ///
    /// # Errors
    /// [`ErrorKind::Write`].
    pub fn note_privately(&self, at: Moment, text: &Text) -> Result<(), Error> {
        let line = format!("[{}] {}\n", at.to_rfc3339(), Text::line(text.as_str()));
        self.append_private(&line)
            .map_err(|error| Error::write(&self.private(), error))
    }

    /// What an earlier run left of a line that was not sent; none where nothing was left.
    ///
    /// # Errors
    /// `InvalidData` where it is no text, or more than any line; whatever the system says.
    pub fn draft(&self) -> io::Result<Option<String>> {
        let file = match self.storage.open(&self.name(DRAFT)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            opened => opened?,
        };
        if file.length()? > MOST_DRAFT {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let bytes = whole(&*file)?;
        String::from_utf8(bytes)
            .map(Some)
            .map_err(|_| io::ErrorKind::InvalidData.into())
    }

    /// Keeps a line that is not sent, for its owner alone, in the place of the one before; with none, nothing is kept any more.
    ///
    /// # Errors
    /// Whatever the system says; what was kept before is whole then.
    pub fn keep_draft(&self, text: Option<&str>) -> io::Result<()> {
        let name = self.name(DRAFT);
        match text {
            Some(text) => replace_unsynced(&*self.storage, &name, text.as_bytes()),
            None => match self.storage.remove(&name) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
                removed => removed,
            },
        }
    }

    fn append_private(&self, line: &str) -> io::Result<()> {
        let name = self.name(PRIVATE);
        let mut file = match self.storage.create(&name) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                self.storage.open(&name)?
            }
            made => {
                let made = made?;
                self.storage.sync_names()?;
                made
            }
        };
        let length = file.length()?;
        let mut last = [b'\n'];
        if length > 0 {
            file.read_at(length - 1, &mut last)?;
        }
        // A line that was cut short stays by itself.
        let line = if last == [b'\n'] {
            line.to_owned()
        } else {
            format!("\n{line}")
        };
        write_all_at(&mut *file, length, line.as_bytes())?;
        file.sync()
    }

    fn name(&self, extension: &str) -> String {
        format!("{}{extension}", self.stem)
    }

    fn is_taken(&self) -> bool {
        [JOURNAL, SESSION, PRIVATE, DRAFT]
            .iter()
            .any(|extension| self.storage.has(&self.name(extension)))
    }

    /// The meeting, where it is of that agenda file and title, and not over.
    fn unfinished(&self, path: &str, title: &Bilingual) -> Result<Option<Unfinished>, Error> {
        let name = self.name(JOURNAL);
        let (loaded, standing) = match header(&*self.storage, &name) {
            Ok(header) if header.path != path => return Ok(None),
            Ok(_) => {
                let mut loaded = load(&*self.storage, &name)?;
                let standing = Standing::of(self, &mut loaded);
                (Some(loaded), standing)
            }
            Err(error) => match self.without_journal(&error) {
                None if self.storage.has(&name) => return Err(error),
                standing => (None, standing),
            },
        };
        let is_it = |Standing { meeting, .. }: &Standing| {
            meeting.progress.adjourned().is_none()
                && meeting.agenda.title == *title
                && meeting.header.path == path
        };
        Ok(standing.filter(is_it).map(|standing| Unfinished {
            place: self.clone(),
            loaded,
            standing,
        }))
    }
}

impl Unfinished {
    fn is_later_than(&self, other: Option<&Self>) -> bool {
        let begun = |unfinished: &Self| unfinished.standing.meeting.header.begun;
        other.is_none_or(|other| begun(other) <= begun(self))
    }

    /// Where it is kept.
    #[must_use]
    pub const fn place(&self) -> &SessionPlace {
        &self.place
    }

    /// Takes it up again where it stopped; it is read a second time only where somebody has written to it meanwhile.
    ///
    /// # Errors
    /// As [`SessionPlace::resume`].
    pub fn resume(self) -> Result<(SessionPlace, Resumed), Error> {
        let Self {
            place,
            loaded,
            standing,
        } = self;
        let journal = match loaded {
            None => None,
            Some(loaded) => {
                let storage = Arc::clone(&place.storage);
                let journal = Journal::open_loaded(storage, &place.name(JOURNAL), &loaded)?;
                if journal.is_none() {
                    let resumed = place.resume()?;
                    return Ok((place, resumed));
                }
                journal
            }
        };
        let resumed = place.gone_on_with(standing, journal)?;
        Ok((place, resumed))
    }
}

/// The session file of a meeting as it stands, in the record's language.
#[must_use]
pub fn written(meeting: &Meeting) -> Written {
    let locale = Locale::new(meeting.agenda.language);
    let summary = Summary::of(meeting);
    let edition = Edition {
        locale: &locale,
        seal: None,
    };
    let body = json::body(&summary, &edition);
    session_file::write(meeting, &summary, &locale, body)
}

/// All that stands in a file.
fn whole(file: &dyn Opened) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        match file.read_at(bytes.len() as u64, &mut piece)? {
            0 => return Ok(bytes),
            count => bytes.extend_from_slice(&piece[..count]),
        }
    }
}

/// The meeting of that journal; none where its agenda can no longer be read.
pub fn replayed(header: Header, records: Vec<crate::meeting::Record>) -> Option<Meeting> {
    let agenda = agenda::file::read(&header.agenda).agenda?;
    Some(Meeting::replay(
        header,
        agenda,
        records.into_iter().map(Arc::new),
    ))
}

/// How an agenda file is known again, from whichever folder it is named.
#[must_use]
pub fn identity(agenda: &Path) -> String {
    let path = fs::canonicalize(agenda).unwrap_or_else(|_| agenda.to_owned());
    path.to_string_lossy().into_owned()
}

/// `DATE-title`, and from the second on its number.
fn stem(date: NaiveDate, title: &str, number: u32) -> String {
    let number = if number > 1 {
        format!("-{number}")
    } else {
        String::new()
    };
    let mut stem = format!("{date}-{}", safe(title));
    let room = LONGEST_NAME - PRIVATE.len() - number.len();
    while stem.len() > room {
        stem.pop();
    }
    format!("{}{number}", stem.trim_end_matches('-'))
}

/// The title with a dash for each run of what is neither letter nor digit.
fn safe(title: &str) -> String {
    let words = title
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date() -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 12, 29).expect("it was a day")
    }

    fn begun() -> Moment {
        "2023-12-29T14:30:00+08:00"
            .parse()
            .expect("the test writes it right")
    }

    fn agenda(source: &str) -> Agenda {
        agenda::file::read(source)
            .agenda
            .expect("the test writes it right")
    }

    fn header_of(source: &str) -> Header {
        Header {
            tribune: 1,
            begun: begun(),
            path: "/a/x.toml".into(),
            agenda: source.into(),
        }
    }

    const SOURCE: &str = "title = \"Work exchange\"\nitems = [\"Opening\"]\n";

    #[test]
    fn names_keep_chinese_and_lose_what_is_unsafe() {
        assert_eq!(
            stem(date(), "理事工作交流会", 1),
            "2023-12-29-理事工作交流会"
        );
        assert_eq!(
            stem(date(), "../a\\b: \"c\"?*\0 (d).toml", 2),
            "2023-12-29-a-b-c-d-toml-2"
        );
        assert_eq!(stem(date(), "///", 1), "2023-12-29");
    }

    #[test]
    fn no_name_is_longer_than_eighty_bytes() {
        for title in [
            "理事".repeat(80),
            "a ".repeat(200),
            format!("a{}", "é".repeat(99)),
        ] {
            for number in [1, 2, 4_000_000_000] {
                let stem = stem(date(), &title, number);
                assert!(format!("{stem}{PRIVATE}").len() <= LONGEST_NAME, "{stem}");
                assert!(stem.len() > 60);
            }
        }
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        let sessions = Sessions::rehearsal();
        let begin = || {
            sessions
                .begin(&header_of(SOURCE), &agenda(SOURCE))
                .expect("memory is sound")
                .0
        };
        let names = [begin(), begin(), begin()].map(|place| place.session());
        let expected = ["", "-2", "-3"]
            .map(|number| PathBuf::from(format!("2023-12-29-Work-exchange{number}.toml")));
        assert_eq!(names, expected);
    }

    #[test]
    fn an_unfinished_meeting_is_found_by_path_and_title_and_taken_up() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let sessions = Sessions::at(place.path()).expect("it is there");
        let (kept, journal) = sessions
            .begin(&header_of(SOURCE), &agenda(SOURCE))
            .expect("the disk is sound");
        drop(journal);
        let title = &agenda(SOURCE).title;
        let found = sessions
            .unfinished("/a/x.toml", title)
            .found
            .expect("it is not over");
        assert_eq!(found.place().journal(), kept.journal());
        let (_, resumed) = found.resume().expect("it is whole");
        assert_eq!(
            (resumed.findings, resumed.meeting.history.len()),
            (Vec::new(), 0)
        );
        assert!(sessions.unfinished("/b/x.toml", title).found.is_none());
        assert!(
            sessions
                .unfinished("/a/x.toml", &"Work".into())
                .found
                .is_none()
        );
    }

    #[test]
    fn a_journal_that_cannot_be_read_is_told_of() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let sessions = Sessions::at(place.path()).expect("it is there");
        fs::write(
            place.path().join("2023-12-29-Work-exchange.journal"),
            "{\"trib",
        )
        .expect("the disk is sound");
        let search = sessions.unfinished("/a/x.toml", &agenda(SOURCE).title);
        assert!(search.found.is_none());
        assert!(matches!(
            search.unreadable[..],
            [Error {
                kind: ErrorKind::Damaged { line: 1, .. },
                ..
            }]
        ));
    }

    #[test]
    fn a_session_file_is_written_beside_its_journal() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let sessions = Sessions::at(place.path()).expect("it is there");
        let (kept, _journal) = sessions
            .begin(&header_of(SOURCE), &agenda(SOURCE))
            .expect("the disk is sound");
        kept.save(&Meeting::begin(header_of(SOURCE), agenda(SOURCE)))
            .expect("the disk is sound");
        let text = fs::read_to_string(kept.session()).expect("it is there");
        assert!(text.starts_with("[summary]"), "{text}");
    }

    #[test]
    fn private_notes_are_their_owners_alone_and_end_in_whole_lines() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let sessions = Sessions::at(place.path()).expect("it is there");
        let (kept, _journal) = sessions
            .begin(&header_of(SOURCE), &agenda(SOURCE))
            .expect("the disk is sound");
        kept.note_privately(begun(), &Text::line("look at the budget"))
            .expect("the disk is sound");
        let cut = fs::read_to_string(kept.private()).expect("it is there") + "[2023";
        fs::write(kept.private(), cut).expect("the disk is sound");
        kept.note_privately(begun(), &Text::lines("two\nlines"))
            .expect("the disk is sound");
        let text = fs::read_to_string(kept.private()).expect("it is there");
        let stamp = "[2023-12-29T14:30:00+08:00]";
        assert_eq!(
            text,
            format!("{stamp} look at the budget\n[2023\n{stamp} two lines\n")
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(kept.private())
                .expect("it is there")
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}
