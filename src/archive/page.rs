//! What the archive tells, as pages: headings and lines in order, with what each leads to. The command line wraps them to its columns, the
//! review lets one follow what they lead to. Owns the pages and their sentences; what happened is `history`'s, how a page looks is its
//! reader's.

mod dossier;
mod followups;
mod said;
mod session;
mod thing;

use crate::text::{Arg, Text};

pub use said::{fate, word};
pub use session::session;

/// Lines in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// They.
    pub lines: Vec<Line>,
}

/// A line of a page, before it is wrapped.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is on the page.
    pub rank: Rank,
    /// The column in which its words begin, all their rows.
    pub indent: u16,
    /// What stands in front of the words: an id.
    pub lead: Option<Text>,
    /// The words.
    pub said: Arg,
    /// What it leads to.
    pub link: Option<Link>,
}

/// What a line is on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// It begins a part.
    Heading,
    /// It is what somebody said, or is to do.
    Words,
    /// It tells something of what stands above it.
    Aside,
}

/// What a line leads to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// A session, by the name of its file without `.toml`.
    Session(Text),
    /// What a session calls by that id.
    Thing {
        /// The session.
        session: Text,
        /// What: `C12`, `A3`, `D2`, `M4`, or an item's number.
        id: Text,
    },
    /// The unit of that place among the parties.
    Unit(usize),
    /// A series over the years.
    Series(Text),
}

/// The column in which words begin that hang behind an id.
const INDENT: u16 = 8;
/// The columns of lines that stand below a heading, and below one of these.
const BELOW: u16 = 2;
const DEEPER: u16 = 4;

impl Page {
    fn heading(&mut self, said: impl Into<Arg>) {
        self.put(Rank::Heading, 0, said);
    }

    fn words(&mut self, indent: u16, said: impl Into<Arg>) {
        self.put(Rank::Words, indent, said);
    }

    fn aside(&mut self, indent: u16, said: impl Into<Arg>) {
        self.put(Rank::Aside, indent, said);
    }

    fn led(&mut self, id: &Text, said: impl Into<Arg>) {
        self.put(Rank::Words, INDENT, said);
        if let Some(line) = self.lines.last_mut() {
            line.lead = Some(id.clone());
        }
    }

    fn put(&mut self, rank: Rank, indent: u16, said: impl Into<Arg>) {
        self.lines.push(Line {
            rank,
            indent,
            lead: None,
            said: said.into(),
            link: None,
        });
    }

    /// What was put last leads there.
    fn leading_to(&mut self, link: Link) {
        if let Some(line) = self.lines.last_mut() {
            line.link = Some(link);
        }
    }
}
