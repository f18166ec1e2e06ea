//! The next agenda, from what earlier meetings were and left undone. Every part says in its comments, in the language of the record, where
//! it comes from. What *moves* was put off or left unfinished, and is on an agenda once; what is *repeated* comes every time.
//!
//! An item that moves stands on the agenda, and arises as a matter too when the meeting opens: closing the item settles the matter
//! (`history`). Owns what the next agenda holds; how it is written is `agenda::file::write`'s.

mod items;
mod roster;

use std::fmt::Write as _;

use chrono::{Months, NaiveDate};

use super::history::History;
use super::{Opened, Told};
use crate::agenda::file::write::{both, comment, heading, quorum, quoted, rule, theme};
use crate::agenda::{Agenda, Example, HallClock, Interruptions, Theme, Voters};
use crate::locale::Locale;
use crate::meeting::Meeting;
use crate::meeting::outcome::Matter;
use crate::summary::Summary;
use crate::text::{Bilingual, Language, Message, Text};

/// The sessions that an agenda is made from.
pub struct Carry<'a> {
    /// Oldest first; there is at least one.
    sessions: Vec<Carried<'a>>,
    history: &'a History,
}

/// One of them.
struct Carried<'a> {
    stem: &'a str,
    meeting: &'a Meeting,
    summary: Summary,
}

impl<'a> Carry<'a> {
    /// From those sessions, of which the latest gives the roster; `history` says what was settled since.
    #[must_use]
    pub fn of(sessions: &'a [Opened], history: &'a History) -> Self {
        let mut sessions: Vec<Carried> = sessions
            .iter()
            .map(|opened| Carried {
                stem: &opened.stem,
                meeting: &opened.session.meeting,
                summary: Summary::of(&opened.session.meeting),
            })
            .collect();
        sessions.sort_by_key(|one| {
            let facts = &one.summary.meeting;
            (facts.day(), facts.opened, one.stem)
        });
        sessions.dedup_by_key(|one| one.stem);
        Self { sessions, history }
    }

    /// The series of the next meeting.
    #[must_use]
    pub fn series(&self) -> Option<&Text> {
        self.latest()?.summary.meeting.series.as_ref()
    }

    /// The language of the next record.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        Some(self.latest()?.summary.language)
    }

    /// The day of the next meeting, where it was announced.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        Some(self.latest()?.summary.meeting.next.as_ref()?.date)
    }

    fn latest(&self) -> Option<&Carried<'a>> {
        self.sessions.last()
    }

    /// The agenda. `matters` is what will arise when the meeting opens, as far as it is known.
    ///
    /// # Errors
    /// Where there is no session to carry from.
    pub fn agenda(&self, matters: &[Matter]) -> Result<String, Told> {
        let latest = self
            .latest()
            .ok_or_else(|| vec![Message::new("carry-nothing")])?;
        let mut writing = Writing {
            out: String::new(),
            locale: Locale::new(latest.summary.language),
            latest,
        };
        writing.head();
        writing.facts();
        writing.chair();
        writing.rules();
        writing.themes(&self.sessions);
        writing.looks();
        writing.matters(matters);
        writing.roster();
        writing.items(&self.sessions, self.history);
        let Writing { mut out, .. } = writing;
        out.truncate(out.trim_end().len());
        out.push('\n');
        Ok(out)
    }
}

/// The agenda while it is written.
struct Writing<'a> {
    out: String,
    locale: Locale,
    latest: &'a Carried<'a>,
}

impl Writing<'_> {
    fn agenda(&self) -> &Agenda {
        &self.latest.meeting.agenda
    }

    fn comment(&mut self, message: &Message) {
        let said = self.locale.say(message);
        comment(&mut self.out, &said);
    }

    /// A comment that names the latest session.
    fn of_latest(&mut self, id: &'static str) {
        let message = Message::new(id).with("session", self.latest.stem);
        self.comment(&message);
    }

    fn key(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.out, "{key} = {value}");
    }

    /// A key that somebody has to look at before it holds.
    fn unsure(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.out, "# {key} = {value}");
    }

    fn maybe(&mut self, key: &str, text: Option<&Bilingual>) {
        if let Some(text) = text {
            self.key(key, &both(text));
        }
    }

    fn head(&mut self) {
        self.of_latest("carry-head");
        for id in [
            "carry-head-look",
            "carry-head-moved",
            "carry-head-repeated",
            "carry-head-check",
        ] {
            self.comment(&Message::new(id));
        }
        self.out.push('\n');
    }

    fn facts(&mut self) {
        let facts = self.latest.summary.meeting.clone();
        self.of_latest("carry-as-before");
        self.key("title", &both(&facts.title));
        self.maybe("organisation", facts.organisation.as_ref());
        if let Some(series) = &facts.series {
            self.key("series", &quoted(series.as_str()));
        } else {
            self.comment(&Message::new("carry-no-series"));
            self.unsure("series", "\"…\"");
        }
        self.maybe("purpose", facts.purpose.as_ref());
        let language = quoted(self.latest.summary.language.tag());
        self.key("language", &language);
        if self.agenda().example == Example::Whole {
            self.key("example", "true");
        }
        self.out.push('\n');
        self.when_and_where();
    }

    /// As it was announced; what was not is proposed in comments.
    fn when_and_where(&mut self) {
        let latest = self.latest;
        let (facts, agenda) = (&latest.summary.meeting, &latest.meeting.agenda);
        let next = facts.next.as_ref();
        self.of_latest(if next.is_some() {
            "carry-announced"
        } else {
            "carry-unannounced"
        });
        match (next, facts.day()) {
            (Some(next), _) => self.key("date", &next.date.to_string()),
            (None, Some(day)) => {
                let year_later = day.checked_add_months(Months::new(12)).unwrap_or(day);
                self.unsure("date", &year_later.to_string());
            }
            (None, None) => {}
        }
        let hour = |time: chrono::NaiveTime| quoted(&time.format("%H:%M").to_string());
        match (next.and_then(|next| next.start), agenda.start) {
            (Some(start), _) => self.key("start", &hour(start)),
            (None, Some(start)) => self.unsure("start", &hour(start)),
            (None, None) => {}
        }
        if let Some(end) = agenda.end {
            self.unsure("end", &hour(end));
        }
        match (next.and_then(|next| next.place.as_ref()), &facts.place) {
            (Some(place), _) => self.key("place", &quoted(place.as_str())),
            (None, Some(place)) => self.unsure("place", &both(place)),
            (None, None) => {}
        }
        self.out.push('\n');
    }

    fn chair(&mut self) {
        let latest = self.latest;
        let chair = latest.summary.meeting.chair.as_ref();
        let Some(chair) = chair.filter(|id| latest.meeting.roster.person(id).is_some()) else {
            return;
        };
        self.of_latest("carry-chair");
        self.key("chair", &quoted(chair.as_str()));
        self.out.push('\n');
    }

    fn rules(&mut self) {
        let agenda = &self.latest.meeting.agenda;
        let is_unsaid =
            agenda.rule.is_none() && agenda.quorum.is_none() && agenda.voters == Voters::default();
        if is_unsaid {
            return;
        }
        self.of_latest("carry-rules");
        if let Some(own) = &agenda.rule {
            self.key("rule", &rule(own));
        }
        if let Some(own) = &agenda.quorum {
            self.key("quorum", &quorum(own));
        }
        match agenda.voters {
            Voters::Persons => {}
            Voters::Units => self.key("voters", "\"units\""),
        }
        self.out.push('\n');
    }

    /// The themes of all sessions, those with most contributions first.
    fn themes(&mut self, sessions: &[Carried]) {
        let weighed = weighed(sessions);
        if weighed.is_empty() {
            return;
        }
        self.comment(&Message::new("carry-themes"));
        self.out.push_str("themes = [\n");
        for (known, count) in weighed {
            let noted = Message::new("carry-theme").with("count", count);
            let noted = self.locale.say(&noted);
            let _ = write!(self.out, "  {},  ", theme(&known));
            comment(&mut self.out, &noted);
        }
        self.out.push_str("]\n\n");
    }

    /// How cues, sections and clocks were set.
    fn looks(&mut self) {
        let agenda = &self.latest.meeting.agenda;
        let before = self.out.len();
        if !agenda.sections.is_empty() {
            let sections = agenda
                .sections
                .iter()
                .map(|section| quoted(section.as_str()));
            let sections: Vec<String> = sections.collect();
            self.key("sections", &format!("[{}]", sections.join(", ")));
        }
        match agenda.hall_clock {
            HallClock::Calm => {}
            HallClock::Red => self.key("hall_clock", "\"red\""),
            HallClock::None => self.key("hall_clock", "\"none\""),
        }
        match agenda.interruptions {
            Interruptions::Stop => {}
            Interruptions::Run => self.key("interruptions", "\"run\""),
        }
        if !agenda.cues.is_empty() {
            let cues = agenda.cues.iter();
            let cues: Vec<String> = cues
                .map(|(name, words)| format!("{} = {}", quoted(name.as_str()), both(words)))
                .collect();
            self.key("cues", &format!("{{ {} }}", cues.join(", ")));
        }
        if self.out.len() > before {
            self.out.push('\n');
        }
    }

    /// What will arise by itself: named here, so that nobody enters it a second time.
    fn matters(&mut self, matters: &[Matter]) {
        if self.latest.summary.meeting.series.is_none() {
            return;
        }
        let head = self.locale.word("carry-matters");
        heading(&mut self.out, &head);
        let count = Message::new("carry-matters-count").with("count", matters.len());
        self.comment(&count);
        for matter in matters {
            let owner = match &matter.owner {
                Some(owner) => Message::new("telling-matter-owner").with("owner", owner),
                None => Message::new("text-nothing"),
            };
            let message = Message::new("carry-matter")
                .with("id", matter.id.to_string())
                .with("origin", &matter.origin)
                .with("session", &matter.session)
                .with("owner", owner)
                .with("text", &matter.text);
            self.comment(&message);
        }
        self.out.push('\n');
    }
}

/// Every theme with how many contributions it had in all sessions, the weightiest first; among equals the order of the agenda.
fn weighed(sessions: &[Carried]) -> Vec<(Theme, usize)> {
    let mut weighed: Vec<(Theme, usize)> = Vec::new();
    for session in sessions.iter().rev() {
        for known in session.meeting.contributions.themes() {
            let names = |theme: &Theme| {
                let own = [theme.name.en.clone(), theme.name.zh.clone()];
                own.into_iter()
                    .chain(theme.also.iter().cloned())
                    .collect::<Vec<Text>>()
            };
            let theme = Theme {
                name: known.name.clone(),
                also: known.also.clone(),
            };
            let counts = session.summary.sums.by_theme.iter();
            let count = counts
                .filter(|(name, _)| *name == theme.name)
                .map(|(_, count)| count)
                .sum::<usize>();
            let own = names(&theme);
            let same = weighed
                .iter_mut()
                .find(|(other, _)| names(other).iter().any(|name| own.contains(name)));
            match same {
                Some((_, weight)) => *weight += count,
                None => weighed.push((theme, count)),
            }
        }
    }
    weighed.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    weighed
}

/// Whether something was settled after the session that left it.
fn is_settled(history: &History, stem: &str, number: usize) -> bool {
    let raised = history.raised_as(&Text::line(stem), &Text::line(&number.to_string()));
    raised.is_some_and(|raised| !raised.is_open())
}
