//! The record: one accepted command with its events, and its line in the journal (`CONTRACT.md` §5).
//! Pure: no file is known here. Event names and fields are a format: fields are added with a default that is left out when
//! writing, so that a line of any age is written again as the very bytes it was read from.

use std::{fmt, io};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};

use super::Event;
use crate::text::{Moment, Text};

/// The version of the journal format that this program writes.
pub const VERSION: u32 = 1;

/// The first line of a journal: what meeting it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The format's version.
    pub tribune: u32,
    /// When the journal was begun.
    pub begun: Moment,
    /// The agenda file's path as it was given, by which an unfinished meeting is found again; empty for none.
    pub path: String,
    /// The agenda file whole.
    pub agenda: String,
}

/// One accepted command: one line of the journal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Its place in the journal, from 1.
    pub seq: u64,
    /// When; never before the record before it.
    pub at: Moment,
    /// Whose command it was.
    pub author: Author,
    /// The line of the script it came from, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// What came of it, in order.
    pub events: Vec<Event>,
    /// Digest of the journal line before it.
    pub prev: Digest,
}

/// Whose command a record was.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Author {
    /// As they are called in the record.
    pub name: Text,
    /// What they may do.
    pub role: Role,
}

impl Author {
    /// Whoever sits at the meeting's own machine.
    #[must_use]
    pub fn chair() -> Self {
        Self {
            name: Text::line("chair"),
            role: Role::Chair,
        }
    }
}

/// What an author may do (the table is in `permit`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Everything; sits at the meeting's own machine.
    Chair,
    /// Everything, from elsewhere.
    CoChair,
    /// Captures, and mends what they captured.
    NoteTaker,
    /// Looks on.
    Observer,
}

/// A SHA-256 digest, written as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of those bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    fn hex(self) -> [u8; 64] {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut hex = [0; 64];
        for (pair, byte) in hex.chunks_exact_mut(2).zip(self.0) {
            pair[0] = DIGITS[usize::from(byte >> 4)];
            pair[1] = DIGITS[usize::from(byte & 15)];
        }
        hex
    }
}

fn as_text(hex: &[u8; 64]) -> &str {
    std::str::from_utf8(hex).expect("hexadecimal digits are ASCII")
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(as_text(&self.hex()))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::str::FromStr for Digest {
    type Err = ();

    fn from_str(hex: &str) -> Result<Self, ()> {
        let digits = hex.as_bytes();
        if digits.len() != 64 {
            return Err(());
        }
        // Capitals and signs are not what was written: the digits are read as strictly as they are written.
        let value = |digit: u8| match digit {
            b'0'..=b'9' => Ok(digit - b'0'),
            b'a'..=b'f' => Ok(digit - b'a' + 10),
            _ => Err(()),
        };
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = (value(pair[0])? << 4) | value(pair[1])?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(as_text(&self.hex()))
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Hexadecimal)
    }
}

/// Reads a digest where it stands, without a copy of its digits.
struct Hexadecimal;

impl de::Visitor<'_> for Hexadecimal {
    type Value = Digest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a SHA-256 digest of 64 hexadecimal digits")
    }

    fn visit_str<E: de::Error>(self, hex: &str) -> Result<Digest, E> {
        hex.parse()
            .map_err(|()| E::invalid_value(de::Unexpected::Str(hex), &self))
    }
}

/// What a session file is sealed with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// How many records there are.
    pub records: u64,
    /// Digest of the last line of the journal.
    pub journal_digest: Digest,
    /// Digest of the file's bytes before the seal.
    pub session_digest: Digest,
}

/// The line of a header or record, without its line end. Its bytes are what the next record's `prev` is the digest of.
///
/// # Panics
/// Never: headers and records hold nothing that JSON cannot.
#[must_use]
pub fn line_of(part: &impl Serialize) -> String {
    serde_json::to_string(part)
        .expect("records hold only strings, numbers and lists, which JSON can always hold")
}

/// Whether that is the line of it, byte for byte. Nothing is kept of what is written to be compared.
#[must_use]
pub fn is_line_of(part: &impl Serialize, line: &[u8]) -> bool {
    let mut rest = Expected(line);
    serde_json::to_writer(&mut rest, part).is_ok() && rest.0.is_empty()
}

/// What is still to be written; anything else is refused.
struct Expected<'a>(&'a [u8]);

impl io::Write for Expected<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self
            .0
            .strip_prefix(bytes)
            .ok_or(io::ErrorKind::InvalidData)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
