//! Looks at the lines of a journal ahead of who goes through them, on all cores: what a line holds and its digest take nearly all
//! of the time and depend on no other line. Whether one follows from the one before it is [`super::load`]'s to say.

use std::collections::VecDeque;
use std::io;

use rayon::prelude::*;

use super::lines::{Line, Lines};
use super::load::{Wrong, decode};
use crate::meeting::record::{Digest, Record};

/// How many bytes are looked at together: enough for all cores, few enough to stand in memory beside the records.
const AT_ONCE: usize = 512 << 10;
/// So few bytes are looked at before other cores have begun.
const FEW: usize = 64 << 10;

/// A walk over the lines of an open file, each of them looked at.
pub(super) struct Ahead<'a> {
    lines: Lines<'a>,
    waiting: VecDeque<Looked>,
}

/// What stands next in the file, as [`Line`] tells it.
pub(super) enum Looked {
    /// A line.
    Whole(Seen),
    /// What follows the last line feed.
    Tail(Vec<u8>),
    /// More bytes without a line feed than are read.
    Endless,
}

/// What can be said of a line by itself.
pub(super) struct Seen {
    /// Where in the file it begins.
    pub(super) begins: u64,
    /// The digest of its bytes.
    pub(super) digest: Digest,
    /// What it holds.
    pub(super) record: Result<Record, Wrong>,
}

impl<'a> Ahead<'a> {
    /// The lines that follow.
    pub(super) const fn of(lines: Lines<'a>) -> Self {
        Self {
            lines,
            waiting: VecDeque::new(),
        }
    }

    /// The next line; `None` at the end.
    ///
    /// # Errors
    /// Whatever the system says, of this line or of one that was read ahead.
    pub(super) fn read(&mut self) -> io::Result<Option<Looked>> {
        if self.waiting.is_empty() {
            self.waiting = self.several()?.into();
        }
        Ok(self.waiting.pop_front())
    }

    fn several(&mut self) -> io::Result<Vec<Looked>> {
        let (mut lines, mut bytes) = (Vec::new(), 0);
        while bytes < AT_ONCE {
            let begins = self.lines.at();
            let Some(line) = self.lines.read()? else {
                break;
            };
            // What is made of a line has a size too: empty ones do not come by the million.
            bytes += size_of::<Looked>()
                + match &line {
                    Line::Whole(line) | Line::Tail(line) => line.len(),
                    Line::Endless => 0,
                };
            lines.push((begins, line));
        }
        Ok(if bytes < FEW {
            lines.into_iter().map(look).collect()
        } else {
            lines.into_par_iter().map(look).collect()
        })
    }
}

fn look((begins, line): (u64, Line)) -> Looked {
    match line {
        Line::Whole(bytes) => Looked::Whole(Seen {
            begins,
            digest: Digest::of(&bytes),
            record: decode(&bytes),
        }),
        Line::Tail(bytes) => Looked::Tail(bytes),
        Line::Endless => Looked::Endless,
    }
}
