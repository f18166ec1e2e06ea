//! A meeting held in memory, line by line as a script holds it, without room, journal or files.

use std::sync::Arc;

use serde_json::Value;
use tribune::agenda;
use tribune::export::{self, Edition};
use tribune::locale::Locale;
use tribune::meeting::contribution::Anchor;
use tribune::meeting::outcome::Matter;
use tribune::meeting::progress;
use tribune::meeting::record::{self, Header};
use tribune::meeting::{Author, Command, Digest, Insist, Meeting, Record, Refusal, decide};
use tribune::phrase::{Interpreter, Spoken, Spot};
use tribune::plain::line::Lines;
use tribune::session_file;
use tribune::summary::Summary;
use tribune::text::{Language, Moment};

/// A meeting after its script.
pub struct Held {
    /// The JSON document of it.
    pub document: Value,
    /// The lines that were refused, with the English sentences that said why.
    pub refused: Vec<(usize, String)>,
}

/// Holds that meeting to the end of the script; refused lines are passed over.
///
/// # Errors
/// The mistakes of the agenda, as sentences.
pub fn hold(agenda: &str, script: &str) -> Result<Held, Vec<String>> {
    let mut sitting = Sitting::new(agenda)?;
    let refused = sitting.script(script);
    Ok(Held {
        document: sitting.document(),
        refused,
    })
}

/// When a script without stamps begins.
pub fn start() -> Moment {
    "2024-03-01T09:00:00+08:00"
        .parse()
        .expect("it is written as RFC 3339 asks")
}

/// A meeting that is being held.
pub struct Sitting {
    /// As it stands.
    pub meeting: Meeting,
    author: Author,
    interpreter: Interpreter,
    english: Locale,
    prev: Digest,
    /// The line of the script that is being done.
    number: Option<u32>,
    /// What earlier sessions left open, for the opening.
    pub arising: Vec<Matter>,
}

/// That time of the day on which the tests sit.
pub fn at(time: &str) -> Moment {
    format!("2024-03-01T{time}+08:00")
        .parse()
        .expect("a time of that day")
}

impl Sitting {
    /// A meeting of that agenda in which all lines of the scripts were obeyed.
    pub fn held(agenda: &str, scripts: &[&str]) -> Self {
        let mut sitting = Self::new(agenda).expect("the agenda is faultless");
        let refused = sitting.script(&scripts.concat());
        assert_eq!(refused, [], "every line is obeyed");
        sitting
    }

    /// A meeting that has that agenda and no records.
    ///
    /// # Errors
    /// The mistakes of the agenda, as sentences.
    pub fn new(source: &str) -> Result<Self, Vec<String>> {
        Self::begun(source, "", start())
    }

    /// A meeting whose journal was begun then, from the agenda file at that path.
    ///
    /// # Errors
    /// The mistakes of the agenda, as sentences.
    pub fn begun(source: &str, path: &str, begun: Moment) -> Result<Self, Vec<String>> {
        let english = Locale::new(Language::English);
        let reading = agenda::file::read(source);
        let Some(agenda) = reading.agenda else {
            let said = |mistake: &agenda::file::Mistake| english.say(&mistake.message);
            return Err(reading.mistakes.iter().map(said).collect());
        };
        let header = Header {
            tribune: record::VERSION,
            begun,
            path: path.to_owned(),
            agenda: source.to_owned(),
        };
        Ok(Self {
            prev: Digest::of(record::line_of(&header).as_bytes()),
            meeting: Meeting::begin(header, agenda),
            author: Author::chair(),
            interpreter: Interpreter::new(),
            english,
            number: None,
            arising: Vec::new(),
        })
    }

    /// A meeting whose journal was begun when its script begins, from the agenda file at that path. The script is still to be done.
    pub fn scripted(source: &str, path: &str, script: &str) -> Self {
        let mut stamps = script
            .lines()
            .filter_map(|line| line.strip_prefix('[')?.split_once(']'));
        let first = stamps.find_map(|(stamp, _)| Moment::parse_from_rfc3339(stamp).ok());
        let first = first.expect("the script has a stamp");
        Self::begun(source, path, first).expect("the agenda is in order")
    }

    /// Does the lines of a script, passing over what is refused: those lines, and why.
    pub fn script(&mut self, script: &str) -> Vec<(usize, String)> {
        let mut refused = Vec::new();
        let mut now = start();
        let mut lines = Lines::new(script.as_bytes());
        while let Some(line) = lines.next_line() {
            let line = line.expect("a script of the tests is UTF-8 with lines of bounded length");
            now = line.stamp.unwrap_or(now);
            self.number = Some(line.number);
            if let Err(refusal) = self.line(&line.text, now) {
                refused.push((line.number as usize, self.sentence(&refusal)));
            }
        }
        self.number = None;
        refused
    }

    /// Does what a line says, at that time. What is asked of the program is passed over.
    ///
    /// # Errors
    /// The refusal, also where the line could not be read.
    pub fn line(&mut self, text: &str, now: Moment) -> Result<(), Refusal> {
        let spot = Spot {
            now,
            anchor: Anchor::now(&self.meeting),
            author: &self.author,
        };
        let spoken = self.interpreter.read(&self.meeting, text, &spot)?;
        match spoken {
            Spoken::Command(Command::Progress(progress::Command::Open { .. })) => {
                let matters = self.arising.clone();
                self.obey(progress::Command::Open { matters }.into(), now)
            }
            Spoken::Command(command) => self.obey(command, now),
            Spoken::Ask(_) => Ok(()),
        }
    }

    /// Does what a command says, at that time.
    ///
    /// # Errors
    /// The refusal.
    pub fn obey(&mut self, command: Command, now: Moment) -> Result<(), Refusal> {
        let events = decide(&self.meeting, &self.author, now, command)?;
        if !events.is_empty() {
            let record = Record {
                seq: self.meeting.history.next_seq(),
                at: now,
                author: self.author.clone(),
                line: self.number,
                events,
                prev: self.prev,
            };
            self.prev = Digest::of(record::line_of(&record).as_bytes());
            self.meeting.apply(Arc::new(record));
        }
        Ok(())
    }

    /// The JSON document of the meeting as it stands.
    pub fn document(&self) -> Value {
        let locale = Locale::new(self.meeting.agenda.language);
        let edition = Edition {
            locale: &locale,
            seal: None,
        };
        let written = export::json::write(&Summary::of(&self.meeting), &edition);
        serde_json::from_str(&written).expect("the JSON export is JSON")
    }

    /// The session file of the meeting as it stands.
    pub fn session_file(&self) -> String {
        let locale = Locale::new(self.meeting.agenda.language);
        let summary = Summary::of(&self.meeting);
        let edition = Edition {
            locale: &locale,
            seal: None,
        };
        let body = export::json::body(&summary, &edition);
        session_file::write(&self.meeting, &summary, &locale, body).text
    }

    /// Why not, in English.
    pub fn sentence(&self, refusal: &Refusal) -> String {
        let mut said = self.english.say(&refusal.reason);
        for obstacle in &refusal.obstacles {
            said.push_str(" · ");
            said.push_str(&self.english.say(obstacle));
        }
        if refusal.insist == Insist::Possible {
            said.push_str(" · really");
        }
        said
    }
}
