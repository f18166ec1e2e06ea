//! Lines as they come in: bytes to numbered lines, each with its stamp. Owns what is skipped and what is too odd to be
//! read; what a line means is `phrase`'s.

use std::io::{self, BufRead, Read};

use crate::text::{Message, Moment};

/// The longest line that is read, in bytes.
pub const LONGEST: usize = 64 * 1024;

/// A line that says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1; skipped lines are counted.
    pub number: u32,
    /// The time it carries.
    pub stamp: Option<Moment>,
    /// What it says, without stamp and line end.
    pub text: String,
}

/// A line that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Its number, from 1.
    pub number: u32,
    /// Why, as a sentence.
    pub reason: Message,
}

/// The lines of a reader, blank ones and comments left out.
#[derive(Debug)]
pub struct Lines<R> {
    reader: R,
    number: u32,
}

impl<R: BufRead> Lines<R> {
    /// The lines from the start.
    pub const fn new(reader: R) -> Self {
        Self { reader, number: 0 }
    }

    /// The next line that says something; `None` at the end of input, which a reader that fails is as well.
    pub fn next_line(&mut self) -> Option<Result<Line, Unreadable>> {
        loop {
            let bytes = self.bytes().ok()??;
            self.number = self.number.saturating_add(1);
            match self.read(&bytes) {
                Ok(None) => {}
                Ok(Some(line)) => return Some(Ok(line)),
                Err(reason) => {
                    return Some(Err(Unreadable {
                        number: self.number,
                        reason,
                    }));
                }
            }
        }
    }

    /// The bytes of one line, cut off behind the longest that is read; the rest of such a line is thrown away.
    fn bytes(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut bytes = Vec::new();
        let limit = LONGEST as u64 + 2;
        if self
            .reader
            .by_ref()
            .take(limit)
            .read_until(b'\n', &mut bytes)?
            == 0
        {
            return Ok(None);
        }
        if bytes.last() != Some(&b'\n') && bytes.len() as u64 == limit {
            self.skip_rest()?;
        }
        Ok(Some(bytes))
    }

    fn skip_rest(&mut self) -> io::Result<()> {
        loop {
            let waiting = self.reader.fill_buf()?;
            if waiting.is_empty() {
                return Ok(());
            }
            let end = waiting.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(waiting.len(), |at| at + 1);
            self.reader.consume(used);
            if end.is_some() {
                return Ok(());
            }
        }
    }

    fn read(&self, bytes: &[u8]) -> Result<Option<Line>, Message> {
        let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        if bytes.len() > LONGEST {
            return Err(Message::new("plain-line-too-long").with("limit", LONGEST));
        }
        let whole = std::str::from_utf8(bytes).map_err(|_| Message::new("plain-line-not-utf8"))?;
        let whole = if self.number == 1 {
            whole.trim_start_matches('\u{feff}')
        } else {
            whole
        };
        if whole.trim().is_empty() || whole.starts_with("# ") || whole.trim_end() == "#" {
            return Ok(None);
        }
        let (stamp, text) = stamped(whole.trim_end_matches('\r'));
        let text = text.to_owned();
        Ok((!text.trim().is_empty()).then_some(Line {
            number: self.number,
            stamp,
            text,
        }))
    }
}

/// Takes a stamp off a line; anything in brackets that is no RFC 3339 time with an offset is text.
#[must_use]
pub fn stamped(line: &str) -> (Option<Moment>, &str) {
    let inside = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match inside.and_then(|(time, text)| Some((Moment::parse_from_rfc3339(time).ok()?, text))) {
        Some((stamp, text)) => (Some(stamp), text.strip_prefix(' ').unwrap_or(text)),
        None => (None, line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &[u8]) -> Vec<Result<Line, Unreadable>> {
        let mut lines = Lines::new(bytes);
        std::iter::from_fn(|| lines.next_line()).collect()
    }

    fn texts(bytes: &[u8]) -> Vec<(u32, String)> {
        lines(bytes)
            .into_iter()
            .flatten()
            .map(|line| (line.number, line.text))
            .collect()
    }

    #[test]
    fn blank_lines_and_comments_are_skipped_but_counted() {
        assert_eq!(
            texts(b"\n# a comment\n:open\n   \n#education first\n"),
            [(3, ":open".to_owned()), (5, "#education first".to_owned())]
        );
    }

    #[test]
    fn windows_line_ends_a_byte_order_mark_and_a_missing_last_line_end_do_no_harm() {
        assert_eq!(
            texts("\u{feff}:open\r\nlast".as_bytes()),
            [(1, ":open".to_owned()), (2, "last".to_owned())]
        );
    }

    #[test]
    fn a_stamp_is_taken_off_and_other_brackets_are_text() {
        let (stamp, text) = stamped("[2023-12-29T14:52:07+08:00] :next");
        assert_eq!(
            stamp.map(|at| at.to_rfc3339()).as_deref(),
            Some("2023-12-29T14:52:07+08:00")
        );
        assert_eq!(text, ":next");
        for other in [
            "[2023-12-29T14:52:07] no offset",
            "[draft] a title",
            "[",
            "[2023-12-29T14:52:07+08:00",
        ] {
            assert_eq!(stamped(other), (None, other));
        }
    }

    #[test]
    fn a_line_that_is_no_text_or_too_long_is_named_and_the_next_one_is_read() {
        let mut bytes = b"\xff\xfe\n".to_vec();
        bytes.extend(vec![b'x'; LONGEST * 3]);
        bytes.extend(b"\n:open\n");
        let read = lines(&bytes);
        assert_eq!(
            read[0].as_ref().map_err(|odd| (odd.number, odd.reason.id)),
            Err((1, "plain-line-not-utf8"))
        );
        assert_eq!(
            read[1].as_ref().map_err(|odd| (odd.number, odd.reason.id)),
            Err((2, "plain-line-too-long"))
        );
        assert_eq!(
            read[2]
                .as_ref()
                .map(|line| (line.number, line.text.as_str())),
            Ok((3, ":open"))
        );
    }
}
