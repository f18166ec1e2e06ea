//! What a review reads of the archive, each on a thread of its own so that no key waits for a disk: the list of sessions, one session, what is
//! looked for, and one walk through all of it. Owns the threads; what is read there is `archive`'s.

use std::ops::{ControlFlow, Range};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;

use chrono::NaiveDate;

use crate::archive::search::{Entry, Extent, Found, Kind, Named, Query, Status, search};
use crate::archive::{self, Ledger, Listing, Only, Progress, Told, Unreadable, Walk, listing};
use crate::meeting::Meeting;
use crate::summary::Summary;
use crate::text::{Text, shown};
use crate::tui::message::Message;

/// So many sessions are walked through, the newest: what is kept of them does not grow with the archive beyond some hundred megabytes. Older ones
/// are listed, opened and looked through like the others.
const NEWEST: usize = 3000;
/// So many hits are shown; who finds more says more of what they look for.
const MOST_HITS: usize = 2000;

/// Something that was read.
#[derive(Clone, Debug)]
pub enum Read {
    /// Which sessions there are.
    Listed(Arc<Listing>),
    /// So many sessions were walked through.
    Walking(Progress),
    /// All of them were.
    Walked(Arc<Walk>),
    /// The session of that name was opened.
    Session(Text, Result<Arc<Held>, Told>),
    /// What was looked for.
    Found(Arc<Hits>),
}

/// A session, with what was answered after it.
#[derive(Debug)]
pub struct Held {
    /// The name of its file without `.toml`.
    pub stem: Text,
    /// Its folder.
    pub folder: PathBuf,
    /// The meeting at its end.
    pub meeting: Arc<Meeting>,
    /// What became of it, later answers too.
    pub summary: Summary,
    /// Where somebody changed the file since it was sealed: what, in brief.
    pub changed: Vec<crate::text::Message>,
}

/// What was found for the words that were typed.
#[derive(Debug)]
pub struct Hits {
    /// The words.
    pub words: String,
    /// The sessions in which something was found, newest first.
    pub sessions: Vec<HitsOf>,
    /// How many hits there are, those left out too.
    pub count: usize,
    /// How much was looked through.
    pub extent: Extent,
    /// What could not be read.
    pub unread: Vec<Unreadable>,
    /// What is wrong with what was typed, where something is.
    pub wrong: Option<crate::text::Message>,
}

/// What was found in one session.
#[derive(Debug)]
pub struct HitsOf {
    /// The name of its file without `.toml`.
    pub stem: Text,
    /// What the meeting is called.
    pub title: String,
    /// Its day.
    pub day: Option<NaiveDate>,
    /// The hits.
    pub hits: Vec<Hit>,
}

/// One thing that was found.
#[derive(Debug)]
pub struct Hit {
    /// What it is called; empty for the meeting itself.
    pub id: Text,
    /// What it is.
    pub kind: Kind,
    /// Whose it is, for short.
    pub who: String,
    /// How it stands.
    pub status: Option<Status>,
    /// What it says, as a screen may show it.
    pub text: String,
    /// Where the words stand in it.
    pub places: Vec<Range<usize>>,
}

/// The threads that read.
#[derive(Debug)]
pub struct Reader {
    folder: PathBuf,
    to_loop: Sender<Message>,
    sessions: Sender<Text>,
    words: Sender<String>,
}

impl Reader {
    /// Begins to read that folder; what is read comes to `to_loop`.
    pub fn begin(folder: &Path, to_loop: Sender<Message>) -> Self {
        let of = folder.to_owned();
        let sessions = latest(to_loop.clone(), move |stem| {
            let held = held(&of, &stem);
            Read::Session(stem, held.map(Arc::new))
        });
        let of = folder.to_owned();
        let words = latest(to_loop.clone(), move |words: String| {
            Read::Found(Arc::new(found(&of, words)))
        });
        let reader = Self {
            folder: folder.to_owned(),
            to_loop,
            sessions,
            words,
        };
        reader.list();
        reader.walk();
        reader
    }

    /// Lists the sessions.
    fn list(&self) {
        let (folder, to_loop) = (self.folder.clone(), self.to_loop.clone());
        thread::spawn(move || {
            let listed = Read::Listed(Arc::new(listing(&folder)));
            drop(to_loop.send(Message::Read(listed)));
        });
    }

    /// Walks through all sessions.
    pub fn walk(&self) {
        let (folder, to_loop) = (self.folder.clone(), self.to_loop.clone());
        thread::spawn(move || {
            // Once nobody listens any more, nothing more is read.
            let go_on = |progress| match to_loop.send(Message::Read(Read::Walking(progress))) {
                Ok(()) => ControlFlow::Continue(()),
                Err(_) => ControlFlow::Break(()),
            };
            let only = Only {
                newest: Some(NEWEST),
                ..Only::default()
            };
            if let ControlFlow::Continue(walk) = Walk::unless(&folder, only, go_on) {
                drop(to_loop.send(Message::Read(Read::Walked(Arc::new(walk)))));
            }
        });
    }

    /// Reads a session; of several that wait only the last one wanted is read.
    pub fn session(&self, stem: &Text) {
        drop(self.sessions.send(stem.clone()));
    }

    /// Looks for words; of several that wait only the last are looked for.
    pub fn look_for(&self, words: &str) {
        drop(self.words.send(words.to_owned()));
    }
}

/// A thread that does the last thing that was wanted, and what is wanted meanwhile after it.
fn latest<W: Send + 'static>(
    to_loop: Sender<Message>,
    read: impl Fn(W) -> Read + Send + 'static,
) -> Sender<W> {
    let (want, wanted) = mpsc::channel();
    thread::spawn(move || {
        while let Ok(first) = wanted.recv() {
            let last = wanted.try_iter().last();
            if to_loop
                .send(Message::Read(read(last.unwrap_or(first))))
                .is_err()
            {
                return;
            }
        }
    });
    want
}

/// The session of that name, with what was answered after it.
///
/// # Errors
/// What to say where it cannot be read.
pub fn held(folder: &Path, stem: &Text) -> Result<Held, Told> {
    let path = folder.join(format!("{}.toml", stem.as_str()));
    let opened = archive::open(&path)?;
    let ledger = Ledger::read(folder);
    let summary = Summary::of(&opened.session.meeting);
    let later = ledger.beside(&summary, stem.as_str());
    let changes = opened.session.changes.iter();
    Ok(Held {
        stem: stem.clone(),
        folder: folder.to_owned(),
        changed: changes.map(|change| change.message()).collect(),
        summary: summary.with_later(later),
        meeting: Arc::new(opened.session.meeting),
    })
}

fn found(folder: &Path, words: String) -> Hits {
    let mut hits = Hits {
        words,
        sessions: Vec::new(),
        count: 0,
        extent: Extent::default(),
        unread: Vec::new(),
        wrong: None,
    };
    let query = match Query::typed(&hits.words) {
        Ok(query) => query,
        Err(why) => {
            hits.wrong = Some(why);
            return hits;
        }
    };
    if query.is_empty() {
        return hits;
    }
    let make = |found: &Found| hits_of(found, &query);
    let mut left = MOST_HITS;
    hits.extent = search(folder, &query, make, |made| match made {
        Ok(mut of) => {
            hits.count += of.hits.len();
            of.hits.truncate(left);
            left -= of.hits.len();
            if !of.hits.is_empty() {
                hits.sessions.push(of);
            }
        }
        Err(unread) => hits.unread.push(unread),
    });
    hits
}

fn hits_of(found: &Found, query: &Query) -> HitsOf {
    HitsOf {
        stem: Text::line(found.stem),
        title: shown(&found.title).into_owned(),
        day: found.date,
        hits: found
            .entries
            .iter()
            .map(|entry| hit(found, entry, query))
            .collect(),
    }
}

fn hit(found: &Found, entry: &Entry, query: &Query) -> Hit {
    let mut text = entry.text.to_string();
    if let Some(more) = entry.more.as_deref().filter(|more| !more.is_empty()) {
        text = format!("{text} — {more}");
    }
    if let Some(later) = entry.later.as_ref().and_then(|later| later.text.as_ref()) {
        text = format!("{text} — {later}");
    }
    let text = shown(&text).replace('\n', " ");
    let named = |id: &str| {
        found
            .roster
            .anybody(id)
            .map_or(id, Named::shortest)
            .to_owned()
    };
    let units = entry.units.iter().map(|id| named(id));
    let who: Vec<String> = units
        .chain(entry.owner.iter().map(ToString::to_string))
        .collect();
    let alone = || entry.person.iter().map(|id| named(id)).collect();
    let who: Vec<String> = if who.is_empty() { alone() } else { who };
    Hit {
        id: Text::line(&entry.id),
        kind: entry.kind,
        who: shown(&who.join(", ")).into_owned(),
        status: entry.stands(),
        places: query.places(&text),
        text,
    }
}
