//! What a meeting leaves to be done, for calendars (RFC 5545): its actions, the decisions to be looked at again, the next meeting; and the
//! meeting itself while it is only planned, or where there is nothing else. Owns the form; what is due is the summary's.
//!
//! Each entry keeps its identifier from export to export, so that a calendar replaces it instead of having it twice. Nothing here comes
//! from a clock: the same meeting gives the same bytes.

mod lines;

use chrono::{FixedOffset, NaiveDate, NaiveDateTime};

use super::{Edition, Source};
use crate::agenda::Agenda;
use crate::locale::Locale;
use crate::meeting::Digest;
use crate::meeting::contribution::Answer;
use crate::summary::{ActionEntry, Next, Summary};
use crate::text::{Arg, Bilingual, Message, Moment};

pub use lines::Lines;

/// Something to be done, as RFC 5545 §3.6.2 calls it.
pub const TASK: &str = "VTODO";
/// Something that takes place, as RFC 5545 §3.6.1 calls it.
const EVENT: &str = "VEVENT";

/// The calendar.
#[must_use]
pub fn write(source: &Source, edition: &Edition) -> String {
    let summary = &source.summary;
    let agenda = &source.plan.agenda;
    let begun = source.plan.header.begun;
    let mut calendar = Calendar {
        summary,
        locale: edition.locale,
        as_of: last(summary).unwrap_or(begun),
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
    if summary.meeting.opened.is_none() || calendar.entries.is_empty() {
        calendar.meeting(agenda);
    }
    let name = summary.meeting.title.get(edition.locale.language());
    calendar.entries.calendar(name.as_str())
}

/// The identifier of something of a meeting: the same before it, during it, when its record was corrected, and when it is followed up.
#[must_use]
pub fn identifier(id: &str, title: &Bilingual, day: Option<NaiveDate>) -> String {
    let Bilingual { en, zh } = title;
    let day = day.map(|day| day.to_string());
    let named = [en.as_str(), zh.as_str(), &day.unwrap_or_default()].join("\n");
    let mut digest = Digest::of(named.as_bytes()).to_string();
    digest.truncate(16);
    format!("{id}@{digest}.tribune")
}

/// A task that is done, and the name of when it was.
pub const COMPLETED: &str = "COMPLETED";

/// How far a task is, as RFC 5545 §3.8.1.11 calls it.
#[must_use]
pub const fn progress(answer: Answer) -> &'static str {
    match answer {
        Answer::Open | Answer::Carried => "NEEDS-ACTION",
        Answer::Done | Answer::Adopted | Answer::Answered => COMPLETED,
        Answer::Declined => "CANCELLED",
    }
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

fn local(time: NaiveDateTime) -> String {
    time.format("%Y%m%dT%H%M%S").to_string()
}

/// A calendar while it is written.
struct Calendar<'a> {
    summary: &'a Summary,
    locale: &'a Locale,
    as_of: Moment,
    /// That of the meeting, in which the next one is announced.
    offset: FixedOffset,
    entries: Lines,
}

impl Calendar<'_> {
    fn action(&mut self, action: &ActionEntry) {
        let owner = action.owner.as_ref().map(|who| self.summary.called(who));
        let owner = owner.as_ref().map(|name| self.text(name));
        self.begin(TASK, &action.id.to_string(), action.text.as_str());
        if let Some(day) = action.due {
            self.entries.day("DUE", day);
        }
        let status = progress(self.summary.status_of(action));
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
            self.entries.day("DTSTART", day);
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
                match moment {
                    Some(moment) => self.entries.moment("DTSTART", moment),
                    None => self.entries.put("DTSTART", &local(start)),
                }
            }
            None => self.entries.day("DTSTART", next.date),
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
                self.entries.moment("DTSTART", opened);
                if let Some(adjourned) = facts.adjourned {
                    self.entries.moment("DTEND", adjourned);
                }
            }
            // An agenda does not say in which offset: it is what the clocks of the place show.
            (None, Some(start)) => {
                self.entries.put("DTSTART", &local(day.and_time(start)));
                if let Some(end) = agenda.end.filter(|end| *end > start) {
                    self.entries.put("DTEND", &local(day.and_time(end)));
                }
            }
            (None, None) => self.entries.day("DTSTART", day),
        }
        if let Some(place) = &facts.place {
            self.entries.put_text("LOCATION", self.text(place));
        }
        let purpose = facts.purpose.as_ref().map(|purpose| self.text(purpose));
        self.end(EVENT, purpose.map(str::to_owned).into_iter().collect());
    }

    fn begin(&mut self, kind: &str, id: &str, summary: &str) {
        let facts = &self.summary.meeting;
        let identifier = identifier(id, &facts.title, facts.day());
        self.entries.begin(kind, &identifier, self.as_of, summary);
    }

    /// Says what there is to say about it, and ends it.
    fn end(&mut self, kind: &str, mut about: Vec<String>) {
        let made_up = self.summary.made_up();
        about.extend(made_up.map(|made_up| self.locale.say(&made_up)));
        self.entries.end(kind, &about);
    }

    /// The meeting from which it comes, as a sentence.
    fn origin(&self) -> Option<String> {
        let facts = &self.summary.meeting;
        let origin = Message::new("ics-origin")
            .with("title", &facts.title)
            .with("day", facts.day()?);
        Some(self.locale.say(&origin))
    }

    fn text<'t>(&self, both: &'t Bilingual) -> &'t str {
        both.get(self.locale.language()).as_str()
    }
}
