//! The entries of the lobby and what is told of each. Owns the order and the lines; what there is, is `found`'s.

mod about;
mod pages;

use chrono::NaiveDate;

use super::Plan;
use super::found::{Folders, Found, Hold, Interrupted, Planned, Says};
use crate::locale::Locale;
use crate::text::{Bilingual, Message, Text, shown};
use crate::tui::leaf::{Breaks, Line};
use crate::tui::style::Role;

pub use pages::{KEYS, Page, page};

/// The column in which entries begin, behind the sign of the selected one.
const INDENT: u16 = 2;
/// The column behind a word in front.
const BEHIND_LEAD: u16 = 12;
/// So many sessions stand in the list; who types finds among all of them, and is shown so many.
const NEWEST: usize = 5;
const MOST_FOUND: usize = 200;

/// Something in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The unfinished meeting of that name.
    Continue(Text),
    /// An agenda of which a meeting can be held.
    Start(Plan),
    /// A new agenda.
    New,
    /// The session of that name.
    Session(Text),
    /// All sessions.
    Archive,
    /// What is still open.
    Followups,
    /// The demo of that name.
    Demo(&'static str),
    /// Something to read.
    Read(Page),
}

/// A line of the list, or beside it.
pub type Lines = Vec<Line<Entry>>;

/// What says things to one reader.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    /// The sentences.
    pub locale: &'a Locale,
    /// What there is.
    pub found: &'a Found,
    /// Where things are kept.
    pub folders: &'a Folders,
    /// The day from which ages are told.
    pub today: NaiveDate,
}

/// Entries that belong together.
struct Group {
    heading: &'static str,
    lines: Lines,
}

impl Teller<'_> {
    fn say(self, message: &Message) -> String {
        shown(&self.locale.say(message)).into_owned()
    }

    fn word(self, id: &'static str) -> String {
        self.locale.word(id)
    }

    fn text(self, both: &Bilingual) -> String {
        shown(both.get(self.locale.language()).as_str()).into_owned()
    }

    /// The list; with words, what they are found in.
    #[must_use]
    pub fn list(self, words: &str) -> Lines {
        let words = words.to_lowercase();
        let words: Vec<&str> = words.split_whitespace().collect();
        let most = if words.is_empty() { NEWEST } else { usize::MAX };
        let mut groups = vec![
            self.unfinished(),
            self.agendas(),
            self.sessions(most),
            self.first_steps(),
        ];
        if self.found.is_new() {
            // Whoever is here for the first time is met first.
            groups.rotate_right(1);
        }
        let mut lines = Lines::new();
        for group in groups {
            self.put(&mut lines, group, &words);
        }
        if words.is_empty() {
            self.put(&mut lines, self.kept(), &[]);
        }
        lines
    }

    /// Adds a group, or what of it has the words.
    fn put(self, lines: &mut Lines, mut group: Group, words: &[&str]) {
        let heading = self.word(group.heading).to_uppercase();
        let has = |line: &Line<Entry>| {
            let text = format!("{heading} {} {}", line.text, line.right).to_lowercase();
            words.iter().all(|word| text.contains(word))
        };
        if !words.is_empty() {
            group.lines.retain(|line| line.link.is_some() && has(line));
            group.lines.truncate(MOST_FOUND);
        }
        if group.lines.is_empty() {
            return;
        }
        if !lines.is_empty() {
            lines.push(Line::gap());
        }
        lines.push(Line {
            breaks: Breaks::Cut,
            ..Line::new(0, heading, Role::Label)
        });
        lines.append(&mut group.lines);
    }

    fn unfinished(self) -> Group {
        let line = |meeting: &Interrupted| {
            let right = match meeting.hold {
                Hold::Elsewhere => self.word("lobby-runs"),
                Hold::Free => self.when(meeting.left.date_naive()),
            };
            entry(
                Entry::Continue(meeting.stem.clone()),
                self.text(&meeting.title),
                right,
            )
        };
        let meetings = self.found.interrupted.iter().flatten();
        let mut lines: Lines = meetings.map(line).collect();
        for one in &self.found.unreadable {
            let name = one.path.file_name().unwrap_or(one.path.as_os_str());
            let said = Message::new("review-unread")
                .with("name", &*name.to_string_lossy())
                .with("why", one.why.clone());
            lines.push(Line::new(INDENT, self.say(&said), Role::Soon));
        }
        Group {
            heading: "lobby-continue",
            lines,
        }
    }

    /// A day as one speaks of it.
    fn when(self, day: NaiveDate) -> String {
        if day == self.today {
            self.word("lobby-today")
        } else {
            day.to_string()
        }
    }

    fn agendas(self) -> Group {
        let line = |planned: &Planned| {
            let (text, right) = match (&planned.says, &planned.plan) {
                (Says::Sound(agenda), Plan::Shipped(_)) => {
                    (self.text(&agenda.title), self.word("lobby-shipped"))
                }
                (Says::Sound(agenda), Plan::File(_)) => {
                    (self.text(&agenda.title), name(&planned.name))
                }
                (Says::Mistaken(_) | Says::Unread(_), _) => {
                    (name(&planned.name), self.word("lobby-unsound"))
                }
            };
            entry(Entry::Start(planned.plan.clone()), text, right)
        };
        let agendas = self.found.agendas.iter().flatten();
        let mut lines: Lines = agendas.map(line).collect();
        lines.push(entry(Entry::New, self.word("lobby-new"), String::new()));
        Group {
            heading: "lobby-start-heading",
            lines,
        }
    }

    fn sessions(self, most: usize) -> Group {
        let mut lines = Lines::new();
        if let Some(listing) = self.found.sessions.as_ref() {
            let unfinished = |stem: &str| self.found.interrupted(&Text::line(stem)).is_some();
            let over = listing.sessions.iter();
            let over = over.filter(|listed| !unfinished(&listed.stem));
            for listed in over.take(most) {
                let title = shown(listed.head.title.as_str()).into_owned();
                let day = listed.day().map(|day| day.to_string()).unwrap_or_default();
                let session = Entry::Session(Text::line(&listed.stem));
                lines.push(entry(session, title, day));
            }
            let count = listing.sessions.len();
            if count > 0 {
                lines.push(entry(
                    Entry::Archive,
                    self.word("lobby-archive"),
                    count.to_string(),
                ));
                lines.push(entry(
                    Entry::Followups,
                    self.word("lobby-followups"),
                    self.open_in_short(),
                ));
            }
        }
        Group {
            heading: "lobby-review",
            lines,
        }
    }

    /// How much is open, and how much of that overdue.
    fn open_in_short(self) -> String {
        let Some(open) = self.found.open(self.today) else {
            return self.word("lobby-counting");
        };
        if open.overdue == 0 {
            return open.all.to_string();
        }
        let counts = Message::new("lobby-open-overdue").with("open", open.all);
        self.say(&counts.with("overdue", open.overdue))
    }

    fn first_steps(self) -> Group {
        let demo = |name, said| entry(Entry::Demo(name), self.word(said), String::new());
        let read = |page: Page| entry(Entry::Read(page), self.word(page.title()), String::new());
        Group {
            heading: "lobby-first-steps",
            lines: vec![
                demo("exchange", "lobby-demo-exchange"),
                demo("founding", "lobby-demo-founding"),
                read(Page::Guide),
                read(Page::Keys),
                read(Page::Kept),
                read(Page::Leaving),
            ],
        }
    }

    /// Where things are kept, in short.
    fn kept(self) -> Group {
        let line = |id, folder: &Text| Line {
            lead: self.word(id),
            ..Line::new(BEHIND_LEAD, name(folder), Role::Quiet)
        };
        let mut lines = vec![line("lobby-kept-sessions", &self.folders.sessions)];
        if !self.folders.settings.is_empty() {
            lines.push(line("lobby-kept-settings", &self.folders.settings));
        }
        Group {
            heading: "lobby-kept",
            lines,
        }
    }
}

fn entry(link: Entry, text: String, right: String) -> Line<Entry> {
    Line {
        right,
        breaks: Breaks::Cut,
        link: Some(link),
        ..Line::new(INDENT, text, Role::Text)
    }
}

fn name(name: &Text) -> String {
    shown(name.as_str()).into_owned()
}
