//! Follows a running meeting of a folder from beside: which one, what it has come to, what hinders the looking. Writes nothing and claims
//! nothing. How often is looked is the caller's; where nothing has changed a look costs two questions to the system.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use chrono::FixedOffset;

use super::journals;
use crate::cli::sessions::replayed;
use crate::error::{Error, ErrorKind};
use crate::journal::{Folder, Follower, Loaded, News};
use crate::meeting::Meeting;
use crate::room::Alongside;
use crate::session_file::{HEAD_BYTES, head};
use crate::text::Message;
use crate::tui::watch::{Sight, Watched};

/// How often a look may fail before it is told: a file that is being replaced is away for a moment.
const PATIENCE: u32 = 4;

/// Who looks on.
#[derive(Debug)]
pub struct Onlooker {
    folder: PathBuf,
    offset: FixedOffset,
    choice: Choice,
    followed: Option<Followed>,
    /// What was told last; nothing before the first look.
    told: Option<Vec<Message>>,
}

/// Which meeting is looked at.
#[derive(Debug)]
enum Choice {
    /// That one.
    One,
    /// Whichever is not over, of several the one that was written to last; a meeting that begins takes the place of any other.
    Any {
        /// When the folder changed last, as far as it was looked through.
        looked: Option<SystemTime>,
        /// The journals that were there then.
        known: BTreeSet<String>,
    },
}

/// A meeting that is followed.
#[derive(Debug)]
struct Followed {
    follower: Follower,
    clock: Alongside,
    /// It, as far as its journal is whole.
    meeting: Option<Arc<Meeting>>,
    /// What is damaged in its journal.
    findings: Vec<Message>,
    /// Looks that failed, one after the other, and how the last one did.
    failed: u32,
    failure: Option<Error>,
}

impl Onlooker {
    /// Looks at whatever meeting of that folder is running; the offset is that of this place, for the time until a record tells another.
    pub fn of_any(folder: &Path, offset: FixedOffset) -> Self {
        Self {
            folder: folder.to_owned(),
            offset,
            choice: Choice::Any {
                looked: None,
                known: BTreeSet::new(),
            },
            followed: None,
            told: None,
        }
    }

    /// Looks at the meeting of that journal.
    pub fn of_one(journal: &Path, offset: FixedOffset) -> Self {
        let folder = journal.parent().filter(|folder| *folder != Path::new(""));
        let folder = folder.unwrap_or(Path::new(".")).to_owned();
        let stem = journal.file_stem().unwrap_or_default().to_string_lossy();
        Self {
            followed: Some(Followed::of(&folder, &stem, offset)),
            folder,
            offset,
            choice: Choice::One,
            told: None,
        }
    }

    /// What there is to see, where it is something else than at the last look.
    pub fn look(&mut self) -> Option<Sight> {
        let chosen = self.choose();
        let changed = self.followed.as_mut().is_some_and(Followed::look);
        let told = self.followed.as_ref().map_or_else(Vec::new, Followed::told);
        let is_new = chosen || changed || self.told.as_ref() != Some(&told);
        if !is_new {
            return None;
        }
        self.told = Some(told.clone());
        let watched = self.followed.as_ref().and_then(Followed::watched);
        Some(Sight { watched, told })
    }

    /// Looks through the folder where something came or went; says whether another meeting is looked at now.
    fn choose(&mut self) -> bool {
        let Choice::Any { looked, known } = &mut self.choice else {
            return false;
        };
        if self.followed.as_ref().map(Followed::state) == Some(State::Gone) {
            self.followed = None;
            (*looked, *known) = (None, BTreeSet::new());
        }
        let changed = std::fs::metadata(&self.folder).and_then(|found| found.modified());
        let changed = changed.ok();
        if changed.is_some() && changed == *looked {
            return false;
        }
        let listed = journals::list(&self.folder);
        // One that is just being made is looked at once it has its first line.
        let is_all = listed.iter().all(|one| one.length > 0);
        *looked = changed.filter(|_| is_all);
        let fresh: Vec<String> = listed
            .into_iter()
            .filter(|one| one.length > 0 && known.insert(one.stem.clone()))
            .map(|one| one.stem)
            .collect();
        for stem in fresh.iter().filter(|stem| !is_over(&self.folder, stem)) {
            let mut one = Followed::of(&self.folder, stem, self.offset);
            one.look();
            match one.state() {
                State::Running => {
                    let present = self.followed.as_ref();
                    if present.is_none_or(|present| one.is_shown_instead_of(present)) {
                        self.followed = Some(one);
                        return true;
                    }
                }
                State::BeingMade => {
                    known.remove(stem);
                    *looked = None;
                }
                State::Over | State::Gone | State::Unread => {}
            }
        }
        false
    }
}

/// Whether a session file says that its meeting is over: then its journal need not be read.
fn is_over(folder: &Path, stem: &str) -> bool {
    let path = folder.join(format!("{stem}.toml"));
    // A pipe would be waited for.
    if !path.is_file() {
        return false;
    }
    let mut bytes = Vec::with_capacity(HEAD_BYTES);
    let read =
        File::open(path).and_then(|file| file.take(HEAD_BYTES as u64).read_to_end(&mut bytes));
    read.is_ok() && head(&bytes).is_some_and(|head| head.state.as_str() != "open")
}

/// What is known of a meeting that is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Its journal has not even its first line whole yet.
    BeingMade,
    Running,
    Over,
    /// Its journal is not there any more.
    Gone,
    /// Its journal cannot be read.
    Unread,
}

impl Followed {
    fn of(folder: &Path, stem: &str, offset: FixedOffset) -> Self {
        Self {
            follower: Follower::of(Folder::at(folder), format!("{stem}.journal")),
            clock: Alongside::new(offset),
            meeting: None,
            findings: Vec::new(),
            failed: 0,
            failure: None,
        }
    }

    fn state(&self) -> State {
        match (&self.failure, &self.meeting) {
            (Some(failure), _) if self.failed >= PATIENCE && is_missing(failure) => State::Gone,
            (_, Some(meeting)) if meeting.progress.adjourned().is_some() => State::Over,
            (_, Some(_)) => State::Running,
            (Some(_), None) => State::Unread,
            (None, None) => State::BeingMade,
        }
    }

    /// Whether it takes the place of another: an older one that only came into the folder does not.
    fn is_shown_instead_of(&self, present: &Self) -> bool {
        let begun = |one: &Self| one.meeting.as_ref().map(|meeting| meeting.header.begun);
        present.state() != State::Running || begun(present) <= begun(self)
    }

    /// Takes in what was written since; says whether that was something.
    fn look(&mut self) -> bool {
        match self.follower.look() {
            Ok(news) => {
                (self.failed, self.failure) = (0, None);
                self.take(news)
            }
            Err(error) => {
                self.failed += 1;
                self.failure = Some(error);
                false
            }
        }
    }

    fn take(&mut self, news: News) -> bool {
        match news {
            News::Nothing => return false,
            News::Anew(loaded) => self.begin(*loaded),
            News::Added(records) => {
                let Some(meeting) = &mut self.meeting else {
                    return false;
                };
                let meeting = Arc::make_mut(meeting);
                records
                    .into_iter()
                    .for_each(|record| meeting.apply(Arc::new(record)));
            }
        }
        let last = self.meeting.as_ref().and_then(|meeting| meeting.last_at());
        if let Some((at, written)) = last.zip(self.follower.written()) {
            self.clock.recorded(at, written);
        }
        true
    }

    fn begin(&mut self, loaded: Loaded) {
        self.findings = loaded.findings();
        let meeting = replayed(loaded.header, loaded.records);
        if meeting.is_none() {
            self.findings.push(Message::new("watch-no-agenda"));
        }
        self.meeting = meeting.map(Arc::new);
    }

    /// What hinders: what is damaged, and what has failed for longer than a file is away that is being replaced.
    fn told(&self) -> Vec<Message> {
        let lasting = self.failure.as_ref().filter(|_| self.failed >= PATIENCE);
        let failure = lasting
            .into_iter()
            .flat_map(|error| [error.message(), Message::new("watch-again")]);
        self.findings.iter().cloned().chain(failure).collect()
    }

    fn watched(&self) -> Option<Watched> {
        let meeting = Arc::clone(self.meeting.as_ref()?);
        let clock = self.clock;
        Some(Watched { meeting, clock })
    }
}

fn is_missing(error: &Error) -> bool {
    matches!(error.kind, ErrorKind::Missing { .. })
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::agenda;
    use crate::cli::sessions::Sessions;
    use crate::journal::Journal;
    use crate::meeting::progress::{Command as Progress, Resolve};
    use crate::meeting::record::{VERSION, line_of};
    use crate::meeting::{Author, Command, Digest, Header, Record, decide};
    use crate::text::Moment;

    fn now() -> Moment {
        "2024-03-01T09:00:00+08:00".parse().expect("a moment")
    }

    fn onlooker(folder: &TempDir) -> Onlooker {
        Onlooker::of_any(folder.path(), *now().offset())
    }

    /// A meeting of that title, begun in that folder.
    fn begun(folder: &TempDir, title: &str) -> (Journal, Meeting) {
        begun_at(folder, title, now())
    }

    fn begun_at(folder: &TempDir, title: &str, begun: Moment) -> (Journal, Meeting) {
        let source = format!("title = \"{title}\"\nitems = [\"Opening\"]\n");
        let agenda = agenda::file::read(&source).agenda.expect("it is sound");
        let header = Header {
            tribune: VERSION,
            begun,
            path: String::new(),
            agenda: source,
        };
        let sessions = Sessions::at(folder.path()).expect("the disk is sound");
        let (_, journal) = sessions.begin(&header, &agenda).expect("the disk is sound");
        (journal, Meeting::begin(header, agenda))
    }

    fn obey((journal, meeting): &mut (Journal, Meeting), command: Progress) {
        let author = Author::chair();
        let events = decide(meeting, &author, now(), Command::Progress(command));
        let last = meeting.history.records().next_back().map(line_of);
        let record = Record {
            seq: meeting.history.next_seq(),
            at: now(),
            author,
            line: None,
            events: events.expect("it may"),
            prev: Digest::of(last.unwrap_or_else(|| line_of(&*meeting.header)).as_bytes()),
        };
        let written = journal.append(&[&line_of(&record)]);
        written.expect("the disk is sound");
        meeting.apply(Arc::new(record));
    }

    fn open() -> Progress {
        Progress::Open {
            matters: Vec::new(),
        }
    }

    /// What is seen: the title, or that there is nothing.
    fn title(sight: Option<Sight>) -> Option<String> {
        let watched = sight.expect("something has changed").watched?;
        Some(watched.meeting.agenda.title.en.as_str().to_owned())
    }

    #[test]
    fn it_waits_for_a_meeting_shows_it_and_turns_to_the_one_that_begins_after_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut onlooker = onlooker(&folder);
        assert_eq!(title(onlooker.look()), None);
        assert!(onlooker.look().is_none(), "nothing has changed");
        let mut first = begun(&folder, "First");
        assert_eq!(title(onlooker.look()).as_deref(), Some("First"));
        obey(&mut first, open());
        assert!(onlooker.look().is_some());
        assert!(onlooker.look().is_none());
        obey(&mut first, Progress::Adjourn(Resolve::Really));
        let over = onlooker.look().expect("it is over");
        let over = over.watched.expect("it is still shown").meeting;
        assert!(over.progress.adjourned().is_some());
        let _second = begun(&folder, "Second");
        assert_eq!(title(onlooker.look()).as_deref(), Some("Second"));
    }

    #[test]
    fn a_meeting_that_is_over_is_not_begun_with() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut first = begun(&folder, "First");
        obey(&mut first, open());
        let mut second = begun(&folder, "Second");
        obey(&mut second, open());
        obey(&mut second, Progress::Adjourn(Resolve::Really));
        assert_eq!(title(onlooker(&folder).look()).as_deref(), Some("First"));
    }

    #[test]
    fn an_older_meeting_that_comes_into_the_folder_does_not_take_the_place_of_one_that_runs() {
        let folder = tempfile::tempdir().expect("a folder");
        let _running = begun(&folder, "Running");
        let mut onlooker = onlooker(&folder);
        assert_eq!(title(onlooker.look()).as_deref(), Some("Running"));
        let _older = begun_at(&folder, "Older", now() - chrono::TimeDelta::days(30));
        assert!(onlooker.look().is_none());
    }

    #[test]
    fn strangers_files_are_passed_over() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("2024-01-01-x.journal"), "hello\n").expect("it can");
        std::fs::write(folder.path().join("2024-01-02-x.journal"), "").expect("it can");
        std::fs::create_dir(folder.path().join("2024-01-03-x.journal")).expect("it can");
        let mut onlooker = onlooker(&folder);
        assert_eq!(title(onlooker.look()), None);
        let _first = begun(&folder, "First");
        assert_eq!(title(onlooker.look()).as_deref(), Some("First"));
    }

    #[test]
    fn what_fails_is_told_once_it_lasts_and_what_was_shown_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let (journal, _) = begun(&folder, "First");
        let mut onlooker = Onlooker::of_one(&journal.path(), *now().offset());
        assert_eq!(title(onlooker.look()).as_deref(), Some("First"));
        std::fs::remove_file(journal.path()).expect("it is there");
        for _ in 1..PATIENCE {
            assert!(onlooker.look().is_none());
        }
        let sight = onlooker.look().expect("it lasts");
        assert!(sight.watched.is_some());
        let ids: Vec<&str> = sight.told.iter().map(|message| message.id).collect();
        assert_eq!(ids, ["error-missing", "watch-again"]);
        assert!(onlooker.look().is_none(), "it is told once");
    }

    #[test]
    fn of_any_meetings_one_that_is_taken_away_is_let_go() {
        let folder = tempfile::tempdir().expect("a folder");
        let (journal, _) = begun(&folder, "First");
        let mut onlooker = onlooker(&folder);
        assert_eq!(title(onlooker.look()).as_deref(), Some("First"));
        std::fs::remove_file(journal.path()).expect("it is there");
        let sights: Vec<Sight> = (0..=PATIENCE + 1).filter_map(|_| onlooker.look()).collect();
        assert!(sights.last().is_some_and(|last| last.watched.is_none()));
    }
}
