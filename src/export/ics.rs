//! What a meeting leaves to be done, for calendars (RFC 5545): its actions, the decisions to be looked at again, the next meeting; and the
//! meeting itself while it is only planned, or where there is nothing else. Owns the form; what is due is the summary's.
//!
//! Each entry keeps its identifier from export to export, so that a calendar replaces it instead of having it twice. Nothing here comes
//! from a clock: the same meeting gives the same bytes.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, Utc};

use super::{Edition, Source};
use crate::agenda::Agenda;
use crate::locale::Locale;
use crate::meeting::Digest;
use crate::meeting::contribution::Answer;
use crate::summary::{ActionEntry, Next, Summary};
use crate::text::{Arg, Bilingual, Message, Moment};

/// Something to be done, as RFC 5545 §3.6.2 calls it.
const TASK: &str = "VTODO";
/// Something that takes place, as RFC 5545 §3.6.1 calls it.
const EVENT: &str = "VEVENT";

/// Bytes of a line; what is longer goes on in the next.
const LINE: usize = 75;

/// The calendar.
#[must_use]
pub fn write(source: &Source, edition: &Edition) -> String {
    let summary = &source.summary;
    let agenda = &source.plan.agenda;
    let begun = source.plan.header.begun;
    let mut calendar = Calendar {
        summary,
        locale: edition.locale,
        meeting: identity(summary),
        stamp: utc(last(summary).unwrap_or(begun)),
        offset: *summary.meeting.opened.unwrap_or(begun).offset(),
        entries: Lines::default(),
    };
    for action in &summary.actions {
        calendar.action(action);
    }
    calendar.reviews();
    if let Some(next) = &summary.meeting.next {
        calendar.next(next);
    }
    if summary.meeting.opened.is_none() || calendar.entries.0.is_empty() {
        calendar.meeting(agenda);
    }
    calendar.finish()
}

/// What stands for the meeting in identifiers: the same before it, during it and when its record was corrected.
fn identity(summary: &Summary) -> String {
    let Bilingual { en, zh } = &summary.meeting.title;
    let day = summary.meeting.day().map(|day| day.to_string());
    let named = [en.as_str(), zh.as_str(), &day.unwrap_or_default()].join("\n");
    let mut digest = Digest::of(named.as_bytes()).to_string();
    digest.truncate(16);
    digest
}

/// When the meeting ended, or the last thing here was entered.
fn last(summary: &Summary) -> Option<Moment> {
    let entered = summary.actions.iter().map(|action| action.at);
    let decided = summary.decisions.iter().map(|decision| decision.at);
    let facts = &summary.meeting;
    facts
        .adjourned
        .or_else(|| entered.chain(decided).chain(facts.opened).max())
}

fn utc(moment: Moment) -> String {
    moment
        .with_timezone(&Utc)
        .format("%Y%m%dT%H%M%SZ")
        .to_string()
}

fn local(time: NaiveDateTime) -> String {
    time.format("%Y%m%dT%H%M%S").to_string()
}

/// A calendar while it is written.
struct Calendar<'a> {
    summary: &'a Summary,
    locale: &'a Locale,
    meeting: String,
    stamp: String,
    /// That of the meeting, in which the next one is announced.
    offset: FixedOffset,
    entries: Lines,
}

impl Calendar<'_> {
    fn finish(self) -> String {
        let mut lines = Lines::default();
        lines.put("BEGIN", "VCALENDAR");
        lines.put("VERSION", "2.0");
        lines.put("PRODID", "-//tribune//tribune//EN");
        lines.put("CALSCALE", "GREGORIAN");
        lines.put_text("X-WR-CALNAME", self.text(&self.summary.meeting.title));
        lines.0.push_str(&self.entries.0);
        lines.put("END", "VCALENDAR");
        lines.0
    }

    fn action(&mut self, action: &ActionEntry) {
        let owner = action.owner.as_ref().map(|who| self.summary.called(who));
        let owner = owner.as_ref().map(|name| self.text(name));
        self.begin(TASK, &action.id.to_string(), action.text.as_str());
        if let Some(day) = action.due {
            self.day("DUE", day);
        }
        let status = match self.summary.status_of(action) {
            Answer::Done => "COMPLETED",
            Answer::Declined => "CANCELLED",
            Answer::Open | Answer::Carried | Answer::Adopted | Answer::Answered => "NEEDS-ACTION",
        };
        self.entries.put("STATUS", status);
        let mut about = Vec::new();
        if let Some(owner) = owner {
            self.entries.put_text("CATEGORIES", owner);
            about.push(
                self.locale
                    .say(&Message::new("ics-owner").with("name", owner)),
            );
        }
        about.extend(self.origin());
        self.end(TASK, about);
    }

    /// The decisions that are to be looked at again. Many calendars show events alone, so they are events: of a day that stays free.
    fn reviews(&mut self) {
        for decision in &self.summary.decisions {
            let Some(day) = decision.review else { continue };
            let what = match &decision.text {
                Some(text) => Arg::from(text),
                None => Arg::from(self.summary.decided_plainly(decision)),
            };
            let review = Message::new("ics-review").with("decision", what);
            let review = self.locale.say(&review);
            self.begin(EVENT, &decision.id.to_string(), &review);
            self.day("DTSTART", day);
            self.entries.put("TRANSP", "TRANSPARENT");
            self.end(EVENT, self.origin().into_iter().collect());
        }
    }

    fn next(&mut self, next: &Next) {
        self.begin(EVENT, "next", self.text(&self.summary.meeting.title));
        match next.start {
            Some(time) => {
                let start = next.date.and_time(time);
                let moment = start.and_local_timezone(self.offset).single();
                let start = moment.map_or_else(|| local(start), utc);
                self.entries.put("DTSTART", &start);
            }
            None => self.day("DTSTART", next.date),
        }
        if let Some(place) = &next.place {
            self.entries.put_text("LOCATION", place.as_str());
        }
        self.end(EVENT, self.origin().into_iter().collect());
    }

    /// The meeting itself: as it was held, or as it is planned; nothing where its day is not known.
    fn meeting(&mut self, agenda: &Agenda) {
        let facts = &self.summary.meeting;
        let Some(day) = facts.day() else { return };
        self.begin(EVENT, "meeting", self.text(&facts.title));
        match (facts.opened, agenda.start) {
            (Some(opened), _) => {
                self.entries.put("DTSTART", &utc(opened));
                if let Some(adjourned) = facts.adjourned {
                    self.entries.put("DTEND", &utc(adjourned));
                }
            }
            // An agenda does not say in which offset: it is what the clocks of the place show.
            (None, Some(start)) => {
                self.entries.put("DTSTART", &local(day.and_time(start)));
                if let Some(end) = agenda.end.filter(|end| *end > start) {
                    self.entries.put("DTEND", &local(day.and_time(end)));
                }
            }
            (None, None) => self.day("DTSTART", day),
        }
        if let Some(place) = &facts.place {
            self.entries.put_text("LOCATION", self.text(place));
        }
        let purpose = facts.purpose.as_ref().map(|purpose| self.text(purpose));
        self.end(EVENT, purpose.map(str::to_owned).into_iter().collect());
    }

    fn begin(&mut self, kind: &str, id: &str, summary: &str) {
        self.entries.put("BEGIN", kind);
        let uid = format!("{id}@{}.tribune", self.meeting);
        self.entries.put("UID", &uid);
        self.entries.put("DTSTAMP", &self.stamp);
        self.entries.put_text("SUMMARY", summary);
    }

    /// Says what there is to say about it, and ends it.
    fn end(&mut self, kind: &str, mut about: Vec<String>) {
        let made_up = self.summary.made_up();
        about.extend(made_up.map(|made_up| self.locale.say(&made_up)));
        if !about.is_empty() {
            self.entries.put_text("DESCRIPTION", &about.join("\n"));
        }
        self.entries.put("END", kind);
    }

    /// The meeting from which it comes, as a sentence.
    fn origin(&self) -> Option<String> {
        let facts = &self.summary.meeting;
        let origin = Message::new("ics-origin")
            .with("title", &facts.title)
            .with("day", facts.day()?);
        Some(self.locale.say(&origin))
    }

    fn day(&mut self, name: &str, day: NaiveDate) {
        let name = format!("{name};VALUE=DATE");
        self.entries.put(&name, &day.format("%Y%m%d").to_string());
    }

    fn text<'t>(&self, both: &'t Bilingual) -> &'t str {
        both.get(self.locale.language()).as_str()
    }
}

/// Content lines.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A text: what has a meaning in calendars is escaped.
    fn put_text(&mut self, name: &str, text: &str) {
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
    fn put(&mut self, name: &str, value: &str) {
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
