//! The first lines of a session file, enough to list it without reading the rest.

use chrono::NaiveDate;

use crate::text::{Moment, Text};

/// What a listing of sessions shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// What the meeting is called, in the record's language.
    pub title: Text,
    /// `open`, `draft`, `corrected` or `approved`.
    pub state: Text,
    /// The day it was held.
    pub date: Option<NaiveDate>,
    /// The series it belongs to.
    pub series: Option<Text>,
    /// When it was called to order.
    pub opened: Option<Moment>,
}

/// Bytes at the beginning of a file that hold its head.
pub const HEAD_BYTES: usize = 4 << 10;

/// The head of a file that begins with those bytes; none where it is no session file. What is there was written by somebody else and is not vouched for.
#[must_use]
pub fn head(bytes: &[u8]) -> Option<Head> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?,
    };
    let mut lines = text.lines();
    if lines.next()?.trim_start_matches('\u{feff}') != "[summary]" {
        return None;
    }
    let mut head = Head::default();
    for line in lines.take_while(|line| !line.is_empty() && !line.starts_with('[')) {
        let Some((key, said)) = line
            .parse::<toml::Table>()
            .ok()
            .and_then(|table| table.into_iter().next())
        else {
            break;
        };
        let Some(said) = said.as_str() else { break };
        match key.as_str() {
            "title" => head.title = Text::line(said),
            "state" => head.state = Text::line(said),
            "date" => head.date = said.parse().ok(),
            "series" => head.series = Some(Text::line(said)),
            "opened" => head.opened = Moment::parse_from_rfc3339(said).ok(),
            _ => break,
        }
    }
    Some(head)
}
