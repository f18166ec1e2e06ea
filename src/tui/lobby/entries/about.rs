//! What is told beside the list of what one stands on.

use chrono::{NaiveDate, NaiveTime};

use super::{Entry, Lines, Teller, name, page};
use crate::agenda::Agenda;
use crate::archive::{Raised, What};
use crate::telling::age;
use crate::text::written::Mistake;
use crate::text::{Message, Moment, Text, shown};
use crate::tui::leaf::Line;
use crate::tui::lobby::Plan;
use crate::tui::lobby::found::{Hold, Interrupted, Planned, Says};
use crate::tui::style::Role;

/// The column of what stands behind a number.
const BEHIND_NUMBER: u16 = 6;
/// So many things that are still open, and so many mistakes, are told.
const MOST: usize = 20;

impl Teller<'_> {
    /// All about that entry.
    #[must_use]
    pub fn about(self, entry: &Entry) -> Lines {
        match entry {
            Entry::Continue(stem) => {
                let meeting = self.found.interrupted(stem);
                meeting.map_or_else(Lines::new, |meeting| self.about_interrupted(meeting))
            }
            Entry::Start(plan) => {
                let planned = self.found.planned(plan);
                planned.map_or_else(Lines::new, |planned| self.about_plan(planned))
            }
            Entry::New => self.titled("lobby-new", &["lobby-new-about", "lobby-new-next"]),
            Entry::Session(stem) => self.about_session(stem),
            Entry::Archive => self.titled("lobby-archive", &["lobby-archive-about"]),
            Entry::Followups => self.about_followups(),
            Entry::Demo("founding") => self.titled(
                "lobby-demo-founding",
                &["lobby-demo-founding-about", "lobby-demo-about"],
            ),
            Entry::Demo(_) => self.titled(
                "lobby-demo-exchange",
                &["lobby-demo-exchange-about", "lobby-demo-about"],
            ),
            Entry::Read(of) => {
                let title = self.word(of.title());
                let mut lines = vec![title_line(title)];
                for said in page(*of, self.folders) {
                    lines.push(Line::gap());
                    lines.push(Line::new(0, self.say(&said), Role::Text));
                }
                lines
            }
        }
    }

    /// A title, and sentences with space between them.
    fn titled(self, title: &'static str, sentences: &[&'static str]) -> Lines {
        let mut lines = vec![title_line(self.word(title))];
        for sentence in sentences {
            lines.push(Line::gap());
            lines.push(Line::new(0, self.word(sentence), Role::Text));
        }
        lines
    }

    fn sentence(self, message: &Message, role: Role) -> Line<Entry> {
        Line::new(0, self.say(message), role)
    }

    fn about_interrupted(self, meeting: &Interrupted) -> Lines {
        let mut lines = vec![title_line(self.text(&meeting.title)), Line::gap()];
        let left = Message::new("lobby-left")
            .with("at", minute(meeting.left))
            .with("age", age(meeting.left.date_naive(), self.today));
        lines.push(self.sentence(&left, Role::Text));
        if let Some((number, title)) = &meeting.item {
            let item = Message::new("lobby-at-item").with("number", *number);
            lines.push(self.sentence(&item.with("title", title), Role::Text));
        }
        if let Some(who) = &meeting.floor {
            let floor = Message::new("lobby-had-floor").with("who", who);
            lines.push(self.sentence(&floor, Role::Text));
        }
        let records = Message::new("lobby-records").with("count", meeting.records);
        lines.push(self.sentence(&records, Role::Quiet));
        lines.extend(
            meeting
                .findings
                .iter()
                .map(|what| self.sentence(what, Role::Soon)),
        );
        lines.push(Line::gap());
        let (next, role) = match meeting.hold {
            Hold::Free => ("lobby-goes-on", Role::Quiet),
            Hold::Elsewhere => ("lobby-held-elsewhere", Role::Soon),
        };
        lines.push(Line::new(0, self.word(next), role));
        lines
    }

    fn about_plan(self, planned: &Planned) -> Lines {
        let place = match &planned.plan {
            Plan::Shipped(_) => self.word("lobby-shipped-about"),
            Plan::File(_) => name(&planned.place),
        };
        let place = Line::new(0, place, Role::Quiet);
        match &planned.says {
            Says::Sound(agenda) => {
                let mut lines = vec![title_line(self.text(&agenda.title)), place, Line::gap()];
                self.plan(agenda, &mut lines);
                lines
            }
            Says::Mistaken(mistakes) => {
                let mut lines = vec![title_line(name(&planned.name)), place, Line::gap()];
                self.mistakes(mistakes, &mut lines);
                lines
            }
            Says::Unread(why) => {
                let why = self.sentence(why, Role::Soon);
                vec![title_line(name(&planned.name)), place, Line::gap(), why]
            }
        }
    }

    fn plan(self, agenda: &Agenda, lines: &mut Lines) {
        let clock = |time: NaiveTime| time.format("%H:%M").to_string();
        let time = match (agenda.start, agenda.end) {
            (Some(start), Some(end)) => Some(format!("{}–{}", clock(start), clock(end))),
            (start, end) => start.or(end).map(clock),
        };
        let day = agenda.date.map(|day| day.to_string());
        let place = agenda.place.as_ref().map(|place| self.text(place));
        let when: Vec<String> = [day, time, place].into_iter().flatten().collect();
        if !when.is_empty() {
            lines.push(Line::new(0, when.join("  "), Role::Text));
        }
        if agenda.has_roster() {
            let people = Message::new("lobby-people")
                .with("persons", agenda.persons.len())
                .with("units", agenda.units.len());
            lines.push(self.sentence(&people, Role::Text));
        }
        lines.push(Line::gap());
        for (number, item) in (1..).zip(&agenda.items) {
            lines.push(Line {
                lead: format!("{number:>2}"),
                ..Line::new(BEHIND_NUMBER, self.text(&item.title), Role::Text)
            });
        }
    }

    fn mistakes(self, mistakes: &[Mistake], lines: &mut Lines) {
        let count = Message::new("lobby-mistakes-count").with("count", mistakes.len());
        lines.push(self.sentence(&count, Role::Soon));
        for mistake in mistakes.iter().take(MOST) {
            let said = Message::new("lobby-mistake")
                .with("line", mistake.line)
                .with("what", mistake.message.clone());
            lines.push(Line::new(2, self.say(&said), Role::Text));
        }
    }

    fn about_session(self, stem: &Text) -> Lines {
        let listing = self.found.sessions.as_ref();
        let listed = listing.and_then(|listing| {
            let mut sessions = listing.sessions.iter();
            sessions.find(|one| one.stem == stem.as_str())
        });
        let Some(listed) = listed else {
            return Lines::new();
        };
        let title = shown(listed.head.title.as_str()).into_owned();
        let mut lines = vec![title_line(title), Line::gap()];
        let held = match listed.day() {
            Some(day) => Message::new("lobby-held")
                .with("day", day.to_string())
                .with("age", age(day, self.today)),
            None => Message::new("lobby-held-once"),
        };
        lines.push(self.sentence(&held, Role::Text));
        lines.push(self.opened(stem));
        lines.push(Line::gap());
        lines.push(Line::new(0, self.word("lobby-opens-session"), Role::Quiet));
        lines
    }

    /// What that session left open.
    fn opened(self, stem: &Text) -> Line<Entry> {
        let Some(history) = &self.found.history else {
            return Line::new(0, self.word("lobby-counting"), Role::Quiet);
        };
        let of_it: Vec<&Raised> = history
            .open()
            .filter(|raised| history.session_of(raised).stem == *stem)
            .collect();
        let overdue = of_it.iter().filter(|raised| raised.is_overdue(self.today));
        let open = Message::new("lobby-left-open").with("open", of_it.len());
        self.sentence(&open.with("overdue", overdue.count()), Role::Text)
    }

    fn about_followups(self) -> Lines {
        let mut lines = vec![title_line(self.word("lobby-followups"))];
        let Some(history) = &self.found.history else {
            lines.push(Line::new(0, self.word("lobby-counting"), Role::Quiet));
            return lines;
        };
        let mut open: Vec<&Raised> = history.open().collect();
        // The sort is stable: of each kind the oldest stays first.
        open.sort_by_key(|raised| (!raised.is_overdue(self.today), raised.due.is_none()));
        for raised in open.iter().take(MOST) {
            lines.push(Line::gap());
            lines.extend(self.raised(raised, history.session_of(raised).day));
        }
        if open.len() > MOST {
            let more = Message::new("review-more").with("count", open.len() - MOST);
            lines.extend([Line::gap(), self.sentence(&more, Role::Quiet)]);
        }
        lines
    }

    /// What was raised, and below it when, whose it is, and how it stands.
    fn raised(self, raised: &Raised, day: Option<NaiveDate>) -> [Line<Entry>; 2] {
        let is_overdue = raised.is_overdue(self.today);
        let due = raised.due.map(|due| {
            let id = match raised.what {
                _ if is_overdue => "lobby-overdue",
                What::Decision => "lobby-review-on",
                What::Contribution(_) | What::Action | What::Item => "lobby-due",
            };
            self.say(&Message::new(id).with("day", due.to_string()))
        });
        let day = day.map(|day| day.to_string());
        let owner = raised.owner.as_ref().map(|owner| self.text(owner));
        let stands: Vec<String> = [day, owner, due].into_iter().flatten().collect();
        let role = if is_overdue { Role::Bad } else { Role::Quiet };
        let says = Line {
            lead: raised.id.to_string(),
            ..Line::new(BEHIND_NUMBER, self.text(&raised.text), Role::Text)
        };
        [says, Line::new(BEHIND_NUMBER, stands.join("  "), role)]
    }
}

fn title_line(title: String) -> Line<Entry> {
    Line::new(0, title, Role::Strong)
}

fn minute(at: Moment) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}
