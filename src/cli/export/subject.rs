//! Of what documents are made: a saved session, an agenda file, or the meeting that is running. Owns which of them a command line means.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::super::{Surroundings, check, opened, read_file, years};
use super::order::Order;
use crate::agenda;
use crate::archive::{Ledger, Opened, Reach, later_answers};
use crate::export::{Needs, Source};
use crate::meeting::{Header, Meeting, record};
use crate::names::Names;
use crate::plain::Objection;
use crate::session_file::{HEAD_BYTES, head};
use crate::summary::Seal;
use crate::text::Message;

/// What documents are made of.
pub struct Subject {
    /// The meeting.
    pub source: Source,
    /// What files of it are called, before what they hold.
    pub stem: String,
    /// What vouches for it.
    pub seal: Option<Seal>,
    /// How far it got.
    pub stage: Stage,
    /// Who can be named.
    pub names: Names,
    /// The folder for what is more than one text, where nothing else is said.
    pub folder: Option<PathBuf>,
    /// Where the other sessions of its series are.
    pub archive: PathBuf,
    /// How much of a meeting may be told.
    pub reach: Reach,
}

/// How far a meeting got.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// There is its agenda alone.
    Planned,
    /// It was, or is being, held.
    Held,
}

impl Subject {
    /// The session or the agenda that the command line names.
    ///
    /// # Errors
    /// Why there is none.
    pub fn named_in(matches: &ArgMatches, surroundings: &Surroundings) -> Result<Self, Objection> {
        let named = matches.get_one::<String>("session");
        let named = named.map_or_else(|| Path::new(""), Path::new);
        let subject = if is_agenda(named) {
            Self::planned(named, surroundings)?
        } else {
            let opened = opened::open_and_tell(matches, surroundings).ok_or_else(Vec::new)?;
            Self {
                source: opened::source(&opened, surroundings),
                archive: opened::folder(&opened).to_owned(),
                ..Self::of(
                    &opened.session.meeting,
                    opened.stem,
                    opened.session.seal,
                    Stage::Held,
                )
            }
        };
        Ok(subject.public_if(matches.get_flag("public")))
    }

    /// The meeting that is running.
    ///
    /// Its documents go into a folder beside its session file.
    pub fn running(meeting: &Meeting, session: &Path, public: bool) -> Self {
        let stem = session.file_stem().map(|stem| stem.to_string_lossy());
        let stem = stem.unwrap_or_default().into_owned();
        let folder = session.with_file_name(format!("{stem}-documents"));
        let running = Self {
            folder: Some(folder),
            archive: session.parent().unwrap_or(Path::new(".")).to_owned(),
            ..Self::of(meeting, stem, None, Stage::Held)
        };
        running.public_if(public)
    }

    /// A saved session, with what was answered after it; what is wrong with the ledger is told elsewhere.
    ///
    /// Its documents go into a folder beside it too.
    pub fn saved(opened: &Opened, public: bool) -> Self {
        let meeting = &opened.session.meeting;
        let folder = opened::folder(opened);
        let subject = Self::running(meeting, &opened.path, false);
        let summary = &subject.source.summary;
        let later = later_answers(folder, &opened.stem, summary, &Ledger::read(folder));
        let saved = Self {
            source: Source {
                summary: subject.source.summary.with_later(later),
                ..subject.source
            },
            seal: opened.session.seal,
            ..subject
        };
        saved.public_if(public)
    }

    fn of(meeting: &Meeting, stem: String, seal: Option<Seal>, stage: Stage) -> Self {
        Self {
            source: Source::of(meeting),
            stem,
            seal,
            stage,
            names: Names::of(meeting.roster.persons(), meeting.roster.units()),
            folder: None,
            archive: PathBuf::new(),
            reach: Reach::Whole,
        }
    }

    /// The same with what the documents that are asked for need beside the meeting itself: the figures of its series, by the sessions that
    /// are saved. Which of them cannot be read is told.
    ///
    /// # Errors
    /// Why there are none.
    pub fn with_what_is_needed(
        self,
        order: &Order,
        tell: impl FnMut(&Message),
    ) -> Result<Self, Objection> {
        let mut documents = order.documents.iter();
        if self.stage == Stage::Planned || !documents.any(|one| one.needs == Needs::Series) {
            return Ok(self);
        }
        let series = self.source.summary.meeting.series.as_ref();
        let series = series.ok_or_else(|| vec![Message::new("years-no-series")])?;
        let years = years::counted(&self.archive, series, self.reach, tell)?;
        Ok(Self {
            source: self.source.with_years(Some(years)),
            ..self
        })
    }

    fn planned(path: &Path, surroundings: &Surroundings) -> Result<Self, Objection> {
        let source = read_file::read(path).map_err(|message| vec![message])?;
        let Some(agenda) = agenda::file::read(&source).agenda else {
            check::run(
                &[path.to_owned()],
                surroundings.locale(),
                &mut std::io::stderr().lock(),
                &[],
            );
            return Err(Vec::new());
        };
        let header = Header {
            tribune: record::VERSION,
            begun: surroundings.started(),
            path: String::new(),
            agenda: source,
        };
        let stem = path.file_stem().map(|stem| stem.to_string_lossy());
        let stem = stem.unwrap_or_default().into_owned();
        let meeting = Meeting::begin(header, agenda);
        Ok(Self::of(&meeting, stem, None, Stage::Planned))
    }

    fn public_if(self, public: bool) -> Self {
        if public {
            Self {
                source: self.source.public(),
                reach: Reach::Public,
                ..self
            }
        } else {
            self
        }
    }
}

/// Whether a file is there that does not begin as a session file does. What it is instead is its reader's to judge.
fn is_agenda(path: &Path) -> bool {
    use std::io::Read as _;
    let is_file = std::fs::metadata(path).is_ok_and(|found| found.is_file());
    let mut bytes = Vec::new();
    let read = is_file.then(|| {
        std::fs::File::open(path)
            .and_then(|file| file.take(HEAD_BYTES as u64).read_to_end(&mut bytes))
    });
    matches!(read, Some(Ok(_))) && head(&bytes).is_none()
}
