//! Follow-ups as a calendar (RFC 5545): a task for everything that is open, due on its day where it has one. What was settled in a later
//! meeting or in the ledger is a task that is done or given up, so that a calendar that had it as open is set right by the next import.

use std::collections::HashMap;

use crate::archive::page::{fate, word};
use crate::archive::{Followups, History, Place, Raised, What};
use crate::export::ics::{self, Lines, TASK};
use crate::locale::Locale;
use crate::text::{Arg, Message, Moment};

/// The calendar as of then; none where there is nothing to put into it.
pub fn write(followups: &Followups, as_of: Moment, locale: &Locale) -> Option<String> {
    let history = followups.history;
    let mut entries = Lines::default();
    let mut taken: HashMap<String, usize> = HashMap::new();
    for raised in followups.asked().filter(|raised| is_followed(raised)) {
        let mut identifier = identifier(history, raised);
        // Two meetings of one title and day would have one identifier for two things.
        let before = taken.entry(identifier.clone()).or_default();
        *before += 1;
        if *before > 1 {
            identifier = format!("{before}-{identifier}");
        }
        let words = raised.text.get(locale.language());
        entries.begin(TASK, &identifier, as_of, words.as_str());
        task(history, &mut entries, raised, locale);
    }
    let name = locale.word("followups-calendar");
    (!entries.is_empty()).then(|| entries.calendar(&name))
}

/// That of an action is the one it has in the calendar of its meeting; a decision's review is an event there, and a task here.
fn identifier(history: &History, raised: &Raised) -> String {
    let held = history.session_of(raised);
    let id = match raised.what {
        What::Decision => format!("review-{}", raised.id),
        What::Action | What::Contribution(_) | What::Item => raised.id.to_string(),
    };
    ics::identifier(&id, &held.title, held.day)
}

/// By when, how far, whose and what about.
fn task(history: &History, entries: &mut Lines, raised: &Raised, locale: &Locale) {
    if let Some(day) = raised.due {
        entries.day("DUE", day);
    }
    let progress = ics::progress(raised.status());
    entries.put("STATUS", progress);
    let settled = raised.fates.last().and_then(|fate| fate.at);
    if let Some(at) = settled.filter(|_| progress == ics::COMPLETED) {
        entries.moment(ics::COMPLETED, at);
    }
    let parties = history.parties.all();
    for party in &raised.by {
        let name = parties[*party].name.get(locale.language());
        entries.put_text("CATEGORIES", name.as_str());
    }
    let about: Vec<String> = about(history, raised)
        .iter()
        .map(|message| locale.say(message))
        .collect();
    entries.end(TASK, &about);
}

/// What it is, whose it is, where it comes from, and what became of it so far.
fn about(history: &History, raised: &Raised) -> Vec<Message> {
    let held = history.session_of(raised);
    let parties = history.parties.all();
    let mut about = vec![word(raised.what)];
    if let Some(owner) = &raised.owner {
        let whose = match raised.what {
            What::Action => Message::new("ics-owner"),
            What::Contribution(_) | What::Item | What::Decision => {
                Message::new("followups-raised-by")
            }
        };
        about.push(whose.with("name", owner));
    }
    let jointly: Vec<Arg> = raised
        .by
        .iter()
        .skip(1)
        .map(|party| (&parties[*party].name).into())
        .collect();
    if !jointly.is_empty() {
        about.push(Message::new("export-jointly").with("names", jointly));
    }
    if let Some(day) = held.day {
        let origin = Message::new("ics-origin").with("title", &held.title);
        about.push(origin.with("day", day));
    }
    let fates = raised.fates.iter();
    about.extend(fates.map(|one| fate(history, one)));
    about.extend(held.made_up.clone());
    about
}

/// Whether somebody waits for it, or did so after its own meeting.
fn is_followed(raised: &Raised) -> bool {
    let last = raised.fates.last();
    let was_settled_later = last.is_some_and(|fate| fate.place != Place::There);
    raised.is_open() || raised.action.is_none() && was_settled_later
}
