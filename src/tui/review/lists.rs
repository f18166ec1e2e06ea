//! The lines of the lists of a review: sessions by series, what is still open, the units, what was found. Owns what a row says; what there is to
//! list is `archive`'s.

use crate::archive::page::{Link, Page, Rank};
use crate::archive::search::Status;
use crate::archive::{Followups, Held, Listing, Unreadable, Walk, What};
use crate::text::{Language, Message, Text, shown};
use crate::tui::leaf::{Breaks, Line};
use crate::tui::look::Look;
use crate::tui::style::Role;
use crate::tui::widget::line::width;

use super::reading::{Hit, Hits};

/// The column in which rows begin below a heading, behind the sign of the selected one.
const INDENT: u16 = 2;
/// Rows of a list that leads further; beyond that one looks for what one wants.
const MOST: usize = 2000;

/// A line of a list.
pub type Lines = Vec<Line<Link>>;

/// What says things to one reader.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    /// Their sentences and signs.
    pub look: Look<'a>,
}

impl Teller<'_> {
    pub(super) fn say(self, message: &Message) -> String {
        shown(&self.look.locale.say(message)).into_owned()
    }

    fn text(self, both: &crate::text::Bilingual) -> String {
        shown(both.get(self.language()).as_str()).into_owned()
    }

    fn language(self) -> Language {
        self.look.locale.language()
    }

    /// A page of the archive as it is read.
    #[must_use]
    pub fn page(self, page: &Page) -> Lines {
        self.lines(page, Breaks::Wrap)
    }

    fn lines(self, page: &Page, breaks: Breaks) -> Lines {
        let mut lines = Lines::new();
        let mut links = 0;
        for line in &page.lines {
            links += usize::from(line.link.is_some());
            // A list says one thing more of each; all of it is told beside it.
            let is_more = line.rank == Rank::Aside
                && lines.last().is_some_and(|last| last.role == Role::Quiet);
            if is_more && breaks == Breaks::Cut {
                continue;
            }
            if links > MOST {
                let more = page.lines.iter().filter(|line| line.link.is_some());
                lines.push(self.more(more.count() - MOST));
                break;
            }
            if line.rank == Rank::Heading && !lines.is_empty() {
                lines.push(Line::gap());
            }
            let role = match (line.rank, &line.link) {
                (Rank::Heading, _) => Role::Strong,
                (Rank::Words, _) => Role::Text,
                (Rank::Aside, Some(_)) => Role::Accent,
                (Rank::Aside, None) => Role::Quiet,
            };
            let said = shown(&self.look.locale.write(&line.said)).into_owned();
            let lead = line.lead.as_ref().map(|lead| shown(lead.as_str()));
            lines.push(Line {
                lead: lead.unwrap_or_default().into_owned(),
                breaks,
                link: line.link.clone(),
                ..Line::new(line.indent, said, role)
            });
        }
        lines
    }

    fn more(self, count: usize) -> Line<Link> {
        let more = Message::new("review-more").with("count", count);
        Line::new(INDENT, self.say(&more), Role::Quiet)
    }

    /// Sentences below one another.
    #[must_use]
    pub fn sentences(self, sentences: &[Message], role: Role) -> Lines {
        let said = sentences.iter().map(|sentence| self.say(sentence));
        said.map(|said| Line::new(0, said, role)).collect()
    }

    /// That something is still being read.
    #[must_use]
    pub fn waits(self) -> Lines {
        self.sentences(&[Message::new("review-reading")], Role::Quiet)
    }

    /// All sessions, newest first, by series, and behind them what is none; with what each left open, where that is known.
    #[must_use]
    pub fn sessions(self, listing: &Listing, walk: Option<&Walk>) -> Lines {
        let open = walk.map(open_by_session).unwrap_or_default();
        let mut lines = Lines::new();
        for (series, sessions) in listing.by_series() {
            let name = match series {
                Some(series) => shown(series.as_str()).into_owned(),
                None => self.look.locale.word("review-no-series"),
            };
            heading(&mut lines, name, sessions.len());
            for listed in sessions {
                let day = match listed.day() {
                    Some(day) => day.to_string(),
                    None => " ".repeat(10),
                };
                let title = shown(listed.head.title.as_str());
                let count = open.get(listed.stem.as_str()).copied().unwrap_or(0);
                let right = Message::new("review-open").with("count", count);
                lines.push(Line {
                    right: if count > 0 {
                        self.say(&right)
                    } else {
                        String::new()
                    },
                    breaks: Breaks::Cut,
                    link: Some(Link::Session(Text::line(&listed.stem))),
                    ..Line::new(INDENT, format!("{day}  {title}"), Role::Text)
                });
            }
        }
        self.unreadable(&mut lines, &listing.unreadable);
        lines
    }

    fn unreadable(self, lines: &mut Lines, unreadable: &[Unreadable]) {
        if unreadable.is_empty() {
            return;
        }
        heading(
            lines,
            self.look.locale.word("review-unreadable"),
            unreadable.len(),
        );
        for one in unreadable {
            let name = one.path.file_name().unwrap_or(one.path.as_os_str());
            let said = Message::new("review-unread")
                .with("name", &*name.to_string_lossy())
                .with("why", one.why.clone());
            lines.push(Line::new(INDENT, self.say(&said), Role::Soon));
        }
    }

    /// What is still open, unit by unit.
    #[must_use]
    pub fn followups(self, followups: &Followups) -> Lines {
        self.lines(&followups.page(), Breaks::Cut)
    }

    /// The units in order of precedence, with how much each said and how much of that is open.
    #[must_use]
    pub fn units(self, walk: &Walk) -> Lines {
        let parties = walk.history.parties.all();
        let mut counts = vec![(0_usize, 0_usize); parties.len()];
        for raised in &walk.history.raised {
            for party in &raised.by {
                counts[*party].0 += 1;
                counts[*party].1 += usize::from(raised.is_open());
            }
        }
        let mut lines = Lines::new();
        let in_order = walk.history.parties.in_order();
        heading(
            &mut lines,
            self.look.locale.word("review-all-units"),
            in_order.len(),
        );
        for party in in_order {
            let (raised, open) = counts[party];
            let said = Message::new("review-unit")
                .with("open", open)
                .with("raised", raised);
            lines.push(Line {
                right: if raised > 0 {
                    self.say(&said)
                } else {
                    String::new()
                },
                breaks: Breaks::Cut,
                link: Some(Link::Unit(party)),
                ..Line::new(INDENT, self.text(&parties[party].name), Role::Text)
            });
        }
        lines
    }

    /// The series, that of the newest session first.
    #[must_use]
    pub fn series(self, walk: &Walk) -> Lines {
        let all = walk.series();
        let mut lines = Lines::new();
        heading(
            &mut lines,
            self.look.locale.word("review-all-series"),
            all.len(),
        );
        for series in all {
            let own = |held: &&Held| held.series.as_ref() == Some(series);
            let count = walk.history.sessions.iter().filter(own).count();
            lines.push(Line {
                right: self.say(&Message::new("review-count-sessions").with("count", count)),
                breaks: Breaks::Cut,
                link: Some(Link::Series(series.clone())),
                ..Line::new(INDENT, shown(series.as_str()).into_owned(), Role::Text)
            });
        }
        lines
    }

    /// What was found, session by session; how each thing stands after all sessions, where that is known.
    #[must_use]
    pub fn found(self, hits: &Hits, walk: Option<&Walk>) -> Lines {
        let mut lines = Lines::new();
        for of in &hits.sessions {
            let named = match of.day {
                Some(day) => format!("{day}  {}", of.title),
                None => of.title.clone(),
            };
            heading(&mut lines, named, of.hits.len());
            let ids = of.hits.iter().map(|hit| width(hit.id.as_str())).max();
            let indent = INDENT + ids.unwrap_or(0) + 2;
            let hits = of.hits.iter();
            lines.extend(hits.map(|hit| self.hit(hit, &of.stem, indent, walk)));
        }
        let shown: usize = hits.sessions.iter().map(|of| of.hits.len()).sum();
        if shown < hits.count {
            lines.push(Line::gap());
            lines.push(self.more(hits.count - shown));
        }
        self.unreadable(&mut lines, &hits.unread);
        lines
    }

    fn hit(self, hit: &Hit, session: &Text, indent: u16, walk: Option<&Walk>) -> Line<Link> {
        let (session, id) = (session.clone(), hit.id.clone());
        let raised = walk.and_then(|walk| walk.history.raised_as(&session, &id));
        let status = match raised.map(|raised| (raised.what, raised.status())) {
            Some((What::Contribution(_) | What::Action, status)) => Some(status.word()),
            Some((What::Item | What::Decision, _)) | None => hit.status.map(Status::word),
        };
        let status = status.map(|word| self.say(&word));
        Line {
            lead: hit.id.to_string(),
            marks: hit.places.clone(),
            right: status.unwrap_or_default(),
            breaks: Breaks::Cut,
            link: Some(if id.is_empty() {
                Link::Session(session)
            } else {
                Link::Thing { session, id }
            }),
            ..Line::new(indent, hit.text.clone(), Role::Text)
        }
    }

    /// What a hit says, whole, for the time that its thing is not known yet.
    #[must_use]
    pub fn whole(self, hit: &Hit) -> Lines {
        let mut about = vec![self.say(&hit.kind.word())];
        about.extend(Some(hit.who.clone()).filter(|who| !who.is_empty()));
        about.extend(hit.status.map(|status| self.say(&status.word())));
        let words = Line {
            lead: hit.id.to_string(),
            marks: hit.places.clone(),
            ..Line::new(8, hit.text.clone(), Role::Text)
        };
        let about = about.join(&self.look.locale.word("export-semicolon"));
        vec![words, Line::new(8, about, Role::Quiet)]
    }
}

/// A line above a group, with how much there is of it; none above nothing.
fn heading(lines: &mut Lines, said: String, count: usize) {
    if count == 0 {
        return;
    }
    if !lines.is_empty() {
        lines.push(Line::gap());
    }
    lines.push(Line {
        right: count.to_string(),
        breaks: Breaks::Cut,
        ..Line::new(0, said, Role::Strong)
    });
}

/// How much each session left open, by its name.
fn open_by_session(walk: &Walk) -> std::collections::HashMap<&str, usize> {
    let mut open = std::collections::HashMap::new();
    for raised in walk.history.open() {
        let stem = walk.history.session_of(raised).stem.as_str();
        *open.entry(stem).or_default() += 1;
    }
    open
}
