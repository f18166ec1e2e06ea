//! TOML as people write it: every mistake at once, each with its place, what is wrong and what would be right.
//!
//! Owns places, mistakes of form, and the reading of values; what a file is for is its owner's, who walks its tables with a
//! [`Reader`]. Opens no file.

mod reader;
mod source;
mod syntax;

use std::ops::Range;

use toml::de::DeTable;

pub use reader::{Fields, Reader, Value, listed, whole};
use source::Source;

use super::Message;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The line, counted from 1.
    pub line: usize,
    /// The column of its first character, counted from 1 in characters.
    pub column: usize,
    /// How many characters of the line it covers; at least 1.
    pub length: usize,
    /// The line itself, fit for a screen, each character in its column; empty for what concerns the file as a whole.
    pub source: String,
    /// What is wrong and what would be right.
    pub message: Message,
}

impl Mistake {
    /// What concerns a file as a whole.
    #[must_use]
    pub fn of_all(message: Message) -> Self {
        Source::new("").mistake(&(0..0), message)
    }
}

/// What distinguishes a kind of file as far as its mistakes of form go.
#[derive(Clone, Copy, Debug, Default)]
pub struct Form {
    /// The keys of its top: in a table below, they stand in the wrong place.
    pub top: &'static [&'static str],
    /// The tables that stand in double square brackets.
    pub repeated: &'static [&'static str],
}

/// What is wrong in a file.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What is wrong, from the top of the file.
    pub mistakes: Vec<Mistake>,
    /// What may be wrong; nothing stops for it.
    pub warnings: Vec<Mistake>,
}

/// Reads a file and has its tables walked. A byte order mark and either kind of line end are accepted.
pub fn read<Own, Read>(
    source: &str,
    form: Form,
    own: Own,
    walk: impl FnOnce(&mut Reader<Own>, &Fields<'_>) -> Read,
) -> (Read, Found) {
    let source = Source::new(source.strip_prefix('\u{FEFF}').unwrap_or(source));
    let mended = syntax::mend(&source, form);
    let table = match mended.whole {
        Some(table) => table,
        None => DeTable::parse_recoverable(&mended.text).0,
    };
    let mut reader = Reader::new(form, own, mended.lost);
    let top = Fields {
        table: table.get_ref(),
        at: 0..0,
    };
    let read = walk(&mut reader, &top);
    let found = Found {
        mistakes: located(&source, mended.mistakes, reader.mistakes),
        warnings: placed(&source, reader.warnings),
    };
    (read, found)
}

/// Both kinds of mistakes in the order of the file. A value that has no form and no sense is told once, by its sense;
/// nothing else is told of a line that could not be read as it stands.
fn located(
    source: &Source<'_>,
    form: Vec<syntax::SyntaxMistake>,
    sense: Vec<(Range<usize>, Message)>,
) -> Vec<Mistake> {
    let meets = |one: &Range<usize>, other: &Range<usize>| {
        one.start < other.end.max(other.start + 1) && other.start < one.end.max(one.start + 1)
    };
    let mut found: Vec<(Range<usize>, Message)> = Vec::new();
    let mut told_by_sense = vec![false; form.len()];
    for (at, message) in sense {
        let line = source.line_of(at.start);
        let on_line = form
            .iter()
            .enumerate()
            .find(|(_, mistake)| at != (0..0) && source.line_of(mistake.span.start) == line);
        match on_line {
            None => found.push((at, message)),
            Some((index, mistake)) if meets(&mistake.span, &at) && !told_by_sense[index] => {
                told_by_sense[index] = true;
                found.push((at, message));
            }
            Some(_) => {}
        }
    }
    found.extend(
        form.into_iter()
            .zip(told_by_sense)
            .filter(|(_, told)| !told)
            .map(|(mistake, _)| (mistake.span, mistake.message)),
    );
    placed(source, found)
}

/// No file has so many mistakes, nor so many in one line: what goes on is some other file, and is not told further.
const MOST_TOLD: usize = 1_000;
const MOST_IN_LINE: usize = 100;

/// What was found in the order of the file, with lines and columns.
fn placed(source: &Source<'_>, mut found: Vec<(Range<usize>, Message)>) -> Vec<Mistake> {
    found.sort_by_key(|(at, _)| at.start);
    let mut told: Vec<Mistake> = Vec::new();
    let (mut line, mut in_line) = (0, 0);
    for (at, message) in found {
        if told.len() == MOST_TOLD {
            break;
        }
        let this = source.line_of(at.start);
        in_line = if this == line { in_line + 1 } else { 1 };
        line = this;
        if in_line <= MOST_IN_LINE {
            told.push(source.mistake(&at, message));
        }
    }
    told
}
