//! Reads a file line by line within bounds, however long or hostile it is. Knows bytes, not records.

use std::io;

use super::storage::Opened;

/// The longest line that is read, in bytes: many times the largest agenda.
pub const LONGEST_LINE: usize = 16 << 20;

const STEP: usize = 64 << 10;

/// A walk over the lines of an open file.
pub struct Lines<'a> {
    file: &'a dyn Opened,
    /// Bytes read and not yet given out; they begin at `start`.
    waiting: Vec<u8>,
    /// Where the next line begins in the file.
    start: u64,
    /// How much of `waiting` is known to hold no line end.
    searched: usize,
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
    pub fn from(file: &'a dyn Opened, start: u64) -> Self {
        Self {
            file,
            waiting: Vec::new(),
            start,
            searched: 0,
            ended: false,
        }
    }

    /// Where the next line begins in the file.
    #[must_use]
    pub const fn offset(&self) -> u64 {
        self.start
    }

    /// The next line; `None` at the end.
    ///
    /// # Errors
    /// Whatever the system says.
    pub fn read(&mut self) -> io::Result<Option<Line>> {
        loop {
            if let Some(end) = self.waiting[self.searched..]
                .iter()
                .position(|&byte| byte == b'\n')
            {
                return Ok(Some(Line::Whole(self.take(self.searched + end))));
            }
            self.searched = self.waiting.len();
            if self.ended {
                let rest = std::mem::take(&mut self.waiting);
                self.start += rest.len() as u64;
                self.searched = 0;
                return Ok((!rest.is_empty()).then_some(Line::Tail(rest)));
            }
            if self.waiting.len() > LONGEST_LINE {
                self.waiting.clear();
                self.searched = 0;
                self.ended = true;
                return Ok(Some(Line::Endless));
            }
            self.fill()?;
        }
    }

    fn take(&mut self, end: usize) -> Vec<u8> {
        let rest = self.waiting.split_off(end + 1);
        let mut line = std::mem::replace(&mut self.waiting, rest);
        self.start += line.len() as u64;
        self.searched = 0;
        line.pop();
        line
    }

    fn fill(&mut self) -> io::Result<()> {
        let before = self.waiting.len();
        self.waiting.resize(before + STEP, 0);
        let read = loop {
            match self
                .file
                .read_at(self.start + before as u64, &mut self.waiting[before..])
            {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.waiting.truncate(before + *read.as_ref().unwrap_or(&0));
        self.ended = read? == 0;
        Ok(())
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
