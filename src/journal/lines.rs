//! Reads a file line by line within bounds, however long or hostile it is. Knows bytes, not records.

use std::io::{self, BufRead, BufReader, Read};

use super::storage::Opened;

/// The longest line that is read, in bytes: many times the largest agenda.
pub const LONGEST_LINE: usize = 16 << 20;

const STEP: usize = 64 << 10;

/// A walk over the lines of an open file.
#[derive(Debug)]
pub struct Lines<'a> {
    reader: BufReader<Position<'a>>,
    /// Where the next line begins.
    at: u64,
    ended: bool,
}

/// What stands next in the file.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// A line, without its line feed.
    Whole(Vec<u8>),
    /// What follows the last line feed: never empty.
    Tail(Vec<u8>),
    /// More than [`LONGEST_LINE`] bytes without a line feed; nothing after it is read.
    Endless,
}

impl<'a> Lines<'a> {
    /// The lines from that offset on.
    #[must_use]
    pub fn from(file: &'a dyn Opened, offset: u64) -> Self {
        let reader = BufReader::with_capacity(STEP, Position { file, offset });
        Self {
            reader,
            at: offset,
            ended: false,
        }
    }

    /// Where in the file the next line begins, in bytes.
    #[must_use]
    pub const fn at(&self) -> u64 {
        self.at
    }

    /// The next line; `None` at the end.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn read(&mut self) -> io::Result<Option<Line>> {
        if self.ended {
            return Ok(None);
        }
        let mut line = Vec::new();
        let most = LONGEST_LINE as u64 + 1;
        let length = (&mut self.reader).take(most).read_until(b'\n', &mut line)?;
        if line.pop_if(|last| *last == b'\n').is_some() {
            self.at += length as u64;
            return Ok(Some(Line::Whole(line)));
        }
        self.ended = true;
        Ok(match length {
            0 => None,
            _ if length > LONGEST_LINE => Some(Line::Endless),
            _ => Some(Line::Tail(line)),
        })
    }
}

/// Where a walk is in an open file.
#[derive(Debug)]
struct Position<'a> {
    file: &'a dyn Opened,
    offset: u64,
}

impl Read for Position<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read_at(self.offset, into)?;
        self.offset += read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::{Memory, Storage};

    fn lines(bytes: &[u8]) -> Vec<Line> {
        let file = Memory::new()
            .with("f", bytes)
            .open("f")
            .expect("it was just put there");
        let mut lines = Lines::from(&*file, 0);
        std::iter::from_fn(|| lines.read().expect("memory reads")).collect()
    }

    #[test]
    fn a_tail_without_a_line_feed_is_told_from_a_line() {
        assert_eq!(
            lines(b"one\n\ntwo"),
            [
                Line::Whole(b"one".into()),
                Line::Whole(b"".into()),
                Line::Tail(b"two".into())
            ]
        );
        assert_eq!(lines(b"one\n"), [Line::Whole(b"one".into())]);
        assert_eq!(lines(b""), []);
    }

    #[test]
    fn a_line_longer_than_one_read_is_whole() {
        let long = vec![b'x'; STEP * 2 + 1];
        let both = [&long[..], b"\nend\n"].concat();
        assert_eq!(
            lines(&both),
            [Line::Whole(long), Line::Whole(b"end".into())]
        );
    }

    #[test]
    fn an_endless_line_ends_the_walk() {
        assert_eq!(lines(&vec![b'x'; LONGEST_LINE + STEP + 1]), [Line::Endless]);
    }
}
