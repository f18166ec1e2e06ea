//! `tribune run AGENDA`: hold the meeting, on a screen or in plain lines. Owns what is opened and in which order; the
//! agenda's reading, the room, the files and the talking are others'.

use std::fs::File;
use std::io::{self, BufReader, Read, Write as _};
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};

use super::sessions::{Resumed, SessionPlace, Sessions, Unfinished, identity};
use super::{
    Ending, Surroundings, approve, check, flag, means, option, positional, read_file, screen,
};
use crate::agenda::{self, Agenda};
use crate::error::Error;
use crate::journal::Journal;
use crate::locale::Locale;
use crate::meeting::{Author, Header, Meeting, record};
use crate::plain::{self, Ended, From, Manner, OnRefusal, Voice};
use crate::room::{Clock, Keeping, Room};
use crate::text::Message;
use crate::tui::{self, lobby};

/// Takes the agenda and how to hold the meeting.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    command
        .arg(
            positional(locale, "agenda", "AGENDA", "cli-run-agenda")
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag(locale, "new", "cli-run-new").conflicts_with("continue"))
        .arg(flag(locale, "rehearse", "cli-run-rehearse").conflicts_with("continue"))
        .arg(flag(locale, "plain", "cli-run-plain"))
        .arg(
            option(locale, "script", "cli-run-script")
                .value_name("FILE|-")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag(locale, "keep-going", "cli-run-keep-going").requires("script"))
        .arg(flag(locale, "continue", "cli-run-continue").requires("script"))
}

/// What is said where it does not come to a meeting.
pub type Told = Vec<Message>;

/// What was asked for.
struct Order {
    /// Empty where it stands in no file.
    agenda: PathBuf,
    beginning: Beginning,
    rehearse: bool,
    script: Option<PathBuf>,
    refused: OnRefusal,
    plain: bool,
}

/// What becomes of an unfinished meeting of the same agenda.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beginning {
    /// It goes on.
    Resume,
    /// It goes on, and so does the script.
    Continue,
    /// It stays, and another begins.
    Anew,
}

impl Order {
    /// To hold a meeting of that agenda on the screen, as it comes.
    fn on_screen(agenda: &Path, manner: lobby::Manner) -> Self {
        Self {
            agenda: agenda.to_owned(),
            beginning: Beginning::Resume,
            rehearse: manner == lobby::Manner::Rehearsed,
            script: None,
            refused: OnRefusal::Stop,
            plain: false,
        }
    }

    /// The agenda file, where there is one.
    fn file(&self) -> Option<&Path> {
        Some(&*self.agenda).filter(|agenda| agenda.is_file())
    }

    fn read(matches: &ArgMatches, surroundings: &Surroundings) -> Option<Self> {
        let script = matches.get_one::<PathBuf>("script").cloned();
        let beginning = match (matches.get_flag("new"), matches.get_flag("continue")) {
            (true, _) => Beginning::Anew,
            (false, true) => Beginning::Continue,
            (false, false) => Beginning::Resume,
        };
        Some(Self {
            agenda: matches.get_one::<PathBuf>("agenda")?.clone(),
            beginning,
            rehearse: matches.get_flag("rehearse"),
            plain: matches.get_flag("plain") || script.is_some() || !surroundings.has_terminal(),
            script,
            refused: if matches.get_flag("keep-going") {
                OnRefusal::GoOn
            } else {
                OnRefusal::Stop
            },
        })
    }
}

/// What became of a meeting that was held.
pub struct Held {
    /// How it ended.
    pub ending: Ending,
    /// What is said of it afterwards: where it is kept.
    pub told: Told,
}

/// A meeting that is ready to be held.
pub struct Ready {
    /// Where it is kept.
    pub place: SessionPlace,
    /// Its journal, claimed.
    pub journal: Journal,
    /// It, where it stopped.
    pub meeting: Meeting,
    /// What a screen tells first: a person who sits before it did not see what was told before it came.
    pub findings: Told,
}

/// Holds it.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let Some(order) = Order::read(matches, surroundings) else {
        return Ending::WrongUsage;
    };
    // A script that is not there begins no meeting.
    let held = lines(order.script.as_deref()).and_then(|lines| {
        let ready = begin(&order, surroundings)?;
        hold(ready, &order, lines, surroundings)
    });
    let (ending, told) = match held {
        Ok(Held { ending, told }) => (ending, told),
        Err(told) => (Ending::Problems, told),
    };
    told.iter().for_each(|message| surroundings.tell(message));
    ending
}

/// Holds on the screen a meeting of that agenda file, as `tribune run` does; only in memory where it is rehearsed.
///
/// # Errors
/// What is said where it does not come to that.
pub fn start(
    agenda: &Path,
    manner: lobby::Manner,
    surroundings: &Surroundings,
) -> Result<Held, Told> {
    let order = Order::on_screen(agenda, manner);
    let ready = begin(&order, surroundings)?;
    hold(ready, &order, Box::new(io::stdin()), surroundings)
}

/// The same of an agenda that stands in no file.
///
/// # Errors
/// As [`start`].
pub fn start_shipped(
    source: &str,
    manner: lobby::Manner,
    surroundings: &Surroundings,
) -> Result<Held, Told> {
    let order = Order::on_screen(Path::new(""), manner);
    let Some(agenda) = agenda::file::read(source).agenda else {
        return Err(vec![Message::new("cli-run-mistakes")]);
    };
    let ready = begin_of(&order, source.to_owned(), agenda, surroundings)?;
    hold(ready, &order, Box::new(io::stdin()), surroundings)
}

/// Goes on with an unfinished meeting on the screen.
///
/// # Errors
/// As [`start`]: another process may hold it.
pub fn go_on(place: SessionPlace, surroundings: &Surroundings) -> Result<Held, Told> {
    let resumed = place.resume().map_err(|error| told(&error))?;
    let path = PathBuf::from(&resumed.meeting.header.path);
    let order = Order::on_screen(&path, lobby::Manner::Held);
    let ready = taken_up(place, resumed, surroundings);
    hold(ready, &order, Box::new(io::stdin()), surroundings)
}

/// The meeting of that agenda: the unfinished one where it goes on, else a new one.
fn begin(order: &Order, surroundings: &Surroundings) -> Result<Ready, Told> {
    let source = read_file::read(&order.agenda).map_err(|message| vec![message])?;
    let Some(agenda) = agenda::file::read(&source).agenda else {
        // All mistakes, as `check` tells them.
        check::run(
            std::slice::from_ref(&order.agenda),
            surroundings.locale(),
            &mut io::stderr().lock(),
            &[],
        );
        return Err(vec![Message::new("cli-run-mistakes")]);
    };
    begin_of(order, source, agenda, surroundings)
}

/// The same, once its agenda is read.
fn begin_of(
    order: &Order,
    source: String,
    agenda: Agenda,
    surroundings: &Surroundings,
) -> Result<Ready, Told> {
    let sessions = if order.rehearse {
        Sessions::rehearsal()
    } else {
        Sessions::at(surroundings.sessions()).map_err(|error| told(&error))?
    };
    let path = if order.agenda.as_os_str().is_empty() {
        String::new()
    } else {
        identity(&order.agenda)
    };
    let search = sessions.unfinished(&path, &agenda.title);
    for error in &search.unreadable {
        told(error)
            .iter()
            .for_each(|message| surroundings.tell(message));
    }
    match (search.found, order.beginning) {
        (Some(_), Beginning::Resume) if order.script.is_some() => {
            Err(vec![Message::new("cli-run-unfinished")])
        }
        (Some(unfinished), Beginning::Resume | Beginning::Continue) => {
            resume(unfinished, surroundings)
        }
        (None, _) | (_, Beginning::Anew) => {
            let header = Header {
                tribune: record::VERSION,
                begun: surroundings.started(),
                path,
                agenda: source,
            };
            anew(&sessions, header, agenda).map_err(|error| told(&error))
        }
    }
}

fn resume(unfinished: Unfinished, surroundings: &Surroundings) -> Result<Ready, Told> {
    let (place, resumed) = unfinished.resume().map_err(|error| told(&error))?;
    Ok(taken_up(place, resumed, surroundings))
}

/// An unfinished meeting that goes on; what is to be told of its journal is told.
fn taken_up(place: SessionPlace, resumed: Resumed, surroundings: &Surroundings) -> Ready {
    let Resumed {
        journal,
        meeting,
        findings,
    } = resumed;
    findings
        .iter()
        .for_each(|message| surroundings.tell(message));
    let records = Message::new("cli-run-resumed").with("records", meeting.history.len());
    surroundings.tell(&records.with("title", &meeting.agenda.title));
    Ready {
        place,
        journal,
        meeting,
        findings,
    }
}

/// Begins a new meeting of that agenda.
pub fn anew(sessions: &Sessions, header: Header, agenda: Agenda) -> Result<Ready, Error> {
    let (place, journal) = sessions.begin(&header, &agenda)?;
    Ok(Ready {
        place,
        journal,
        meeting: Meeting::begin(header, agenda),
        findings: Vec::new(),
    })
}

fn hold(
    ready: Ready,
    order: &Order,
    lines: Box<dyn Read + Send>,
    surroundings: &Surroundings,
) -> Result<Held, Told> {
    let after = if order.beginning == Beginning::Continue {
        plain::last_line(&ready.meeting)
    } else {
        0
    };
    let from = match &order.script {
        Some(_) => From::Script {
            refused: order.refused,
            after,
        },
        None => audience(surroundings),
    };
    let offset = *surroundings.started().offset();
    let keeping = if order.rehearse {
        Keeping::nowhere()
    } else {
        ready.place.keeping()
    };
    let kept = (!order.rehearse).then(|| ready.place.session());
    let place = ready.place.clone();
    let clock = if order.plain {
        Clock::Stamped(offset)
    } else {
        Clock::Wall(offset)
    };
    let room =
        Room::open(ready.journal, ready.meeting, clock, keeping).map_err(|error| told(&error))?;
    let handle = room.handle();
    let shown = if order.rehearse {
        tui::Keeping::Memory
    } else {
        tui::Keeping::Saved
    };
    let ended = if order.plain {
        Ok(ending(talk(
            &room,
            &place,
            from,
            order.file(),
            lines,
            surroundings,
        )))
    } else {
        let findings = ready.findings;
        screen::sit(&room, &place, order.file(), shown, findings, surroundings)
    };
    let is_over = handle.latest().progress.adjourned().is_some();
    let closed = room.close();
    let last = if order.plain || is_over {
        kept.filter(|kept| kept.exists()).map(|kept| {
            let path = kept.to_string_lossy().into_owned();
            Message::new("cli-run-kept").with("path", path)
        })
    } else {
        Some(screen::farewell(&handle, shown))
    };
    // A screen that failed says itself where the meeting is kept.
    let ending = ended?;
    if let Err(error) = closed {
        return Err(error.messages().chain(last).collect());
    }
    let mut told: Told = last.into_iter().collect();
    if is_over && !order.rehearse {
        told.extend(approve::earlier_minutes(
            &handle.latest(),
            &place,
            surroundings,
        ));
    }
    Ok(Held { ending, told })
}

/// Holds a meeting that no agenda file stands behind, and that is kept nowhere.
pub fn hold_ready(ready: Ready, clock: Clock, surroundings: &Surroundings) -> Result<Ending, Told> {
    let room = Room::open(ready.journal, ready.meeting, clock, Keeping::nowhere())
        .map_err(|error| told(&error))?;
    let ended = if surroundings.has_terminal() {
        screen::sit(
            &room,
            &ready.place,
            None,
            tui::Keeping::Memory,
            ready.findings,
            surroundings,
        )
    } else {
        let (from, lines) = (audience(surroundings), Box::new(io::stdin()));
        Ok(ending(talk(
            &room,
            &ready.place,
            from,
            None,
            lines,
            surroundings,
        )))
    };
    room.close().map_err(|error| told(&error)).and(ended)
}

/// Who hears what is said where no script speaks: a person, or a pipe.
pub fn audience(surroundings: &Surroundings) -> From {
    if surroundings.has_terminal() {
        From::Person
    } else {
        From::Pipe
    }
}

/// How the program ends after such a conversation.
pub const fn ending(ended: Ended) -> Ending {
    match ended {
        Ended::Well => Ending::Done,
        Ended::Refused | Ended::Ailing => Ending::Problems,
    }
}

/// Where the lines come from: the script, or standard input.
pub fn lines(script: Option<&Path>) -> Result<Box<dyn Read + Send>, Told> {
    match script {
        None => Ok(Box::new(io::stdin())),
        Some(path) if path == Path::new("-") => Ok(Box::new(io::stdin())),
        Some(path) => {
            let file = File::open(path).and_then(|file| {
                let folder = file.metadata()?.is_dir();
                if folder {
                    Err(io::ErrorKind::IsADirectory.into())
                } else {
                    Ok(file)
                }
            });
            file.map(|file| Box::new(file) as Box<dyn Read + Send>)
                .map_err(|error| told(&Error::read(path, error)))
        }
    }
}

/// Holds the meeting in plain lines.
pub fn talk(
    room: &Room,
    place: &SessionPlace,
    from: From,
    agenda: Option<&Path>,
    lines: Box<dyn Read + Send>,
    surroundings: &Surroundings,
) -> Ended {
    let handle = room.handle();
    let (mut out, mut err) = (io::stdout(), io::stderr());
    let means = means::of(&handle, place, agenda, surroundings);
    let locale = surroundings.locale().clone();
    let voice = Voice {
        locale,
        out: &mut out,
        err: &mut err,
    };
    let manner = Manner {
        author: Author::chair(),
        from,
    };
    let ended = plain::hold(&handle, voice, manner, means, BufReader::new(lines));
    // Whoever no longer reads does not want the rest.
    let _ = io::stdout().flush();
    ended
}

/// An error as it is told.
pub fn told(error: &Error) -> Told {
    error.messages().collect()
}
