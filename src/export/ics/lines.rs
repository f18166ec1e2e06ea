//! The content lines of a calendar (RFC 5545 §3.1): escaped, folded, and with what stands around them. Which entries there are is their
//! writer's to say.

use chrono::{NaiveDate, Utc};

use crate::text::Moment;

/// Bytes of a line; what is longer goes on in the next.
const LINE: usize = 75;

/// Content lines.
#[derive(Debug, Default)]
pub struct Lines(String);

impl Lines {
    /// Whether nothing was put yet.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Begins an entry of a kind; calendars know it again by its identifier, and are told as of when it holds.
    pub fn begin(&mut self, kind: &str, identifier: &str, as_of: Moment, summary: &str) {
        self.put("BEGIN", kind);
        self.put("UID", identifier);
        self.moment("DTSTAMP", as_of);
        self.put_text("SUMMARY", summary);
    }

    /// Says what there is to say about an entry, a line for each, and ends it.
    pub fn end(&mut self, kind: &str, about: &[String]) {
        if !about.is_empty() {
            self.put_text("DESCRIPTION", &about.join("\n"));
        }
        self.put("END", kind);
    }

    /// A day without a time.
    pub fn day(&mut self, name: &str, day: NaiveDate) {
        let name = format!("{name};VALUE=DATE");
        self.put(&name, &day.format("%Y%m%d").to_string());
    }

    /// A moment, the same everywhere.
    pub fn moment(&mut self, name: &str, moment: Moment) {
        let utc = moment.with_timezone(&Utc);
        self.put(name, &utc.format("%Y%m%dT%H%M%SZ").to_string());
    }

    /// A text: what has a meaning in calendars is escaped.
    pub fn put_text(&mut self, name: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ',' | ';' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                c => escaped.push(c),
            }
        }
        self.put(name, &escaped);
    }

    /// A value as it stands, folded so that no line is longer than [`LINE`] and no character is torn.
    pub fn put(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// The calendar of that name, with these lines as its entries.
    #[must_use]
    pub fn calendar(self, name: &str) -> String {
        let mut lines = Self::default();
        lines.put("BEGIN", "VCALENDAR");
        lines.put("VERSION", "2.0");
        lines.put("PRODID", "-//tribune//tribune//EN");
        lines.put("CALSCALE", "GREGORIAN");
        lines.put_text("X-WR-CALNAME", name);
        lines.0.push_str(&self.0);
        lines.put("END", "VCALENDAR");
        lines.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_longer_than_calendars_take_and_no_character_is_torn() {
        for text in ["严".repeat(500), "a 严😀".repeat(200), " ".repeat(300)] {
            let mut lines = Lines::default();
            lines.put_text("SUMMARY", &text);
            assert!(lines.0.split("\r\n").all(|line| line.len() <= LINE));
            let whole = lines.0.replace("\r\n ", "");
            assert_eq!(whole, format!("SUMMARY:{text}\r\n"));
        }
    }

    #[test]
    fn what_calendars_would_read_is_escaped() {
        let mut lines = Lines::default();
        lines.put_text("SUMMARY", "a,b;c\\n\nEND:VEVENT");
        assert_eq!(lines.0, "SUMMARY:a\\,b\\;c\\\\n\\nEND:VEVENT\r\n");
    }
}
