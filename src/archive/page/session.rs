//! One session at a glance: when, where and who, what the chair summed up, what was decided and promised, what waits, and what it was about.

use super::{BELOW, INDENT, Link, Page, said};
use crate::archive::history::History;
use crate::meeting::contribution::Answer;
use crate::summary::{ItemEntry, LaterAnswers, Line, MatterEntry, Summary};
use crate::text::{Arg, Message, Text};

/// The page of a session; with what the ledger of `summary` and later sessions of the history, where one is known, answered after it.
#[must_use]
pub fn session(summary: &Summary, stem: &Text, history: Option<&History>) -> Page {
    let later = history.map(|history| history.said_later(summary, stem));
    let mut sheet = Sheet {
        summary,
        stem: stem.clone(),
        later: later.unwrap_or_default(),
        page: Page::default(),
    };
    sheet.head();
    sheet.conclusions();
    sheet.matters();
    sheet.decisions();
    sheet.actions();
    sheet.waiting();
    sheet.themes();
    sheet.items();
    sheet.page
}

struct Sheet<'a> {
    summary: &'a Summary,
    stem: Text,
    /// What later sessions answered.
    later: LaterAnswers,
    page: Page,
}

impl Sheet<'_> {
    fn head(&mut self) {
        let facts = &self.summary.meeting;
        self.page.heading(&facts.title);
        let mut held: Vec<Arg> = facts.day().map(Arg::from).into_iter().collect();
        held.extend(facts.opened.map(|opened| {
            let until = facts.adjourned.map(Arg::Clock);
            let until = until.unwrap_or_else(|| Message::new("text-nothing").into());
            let times = Message::new("page-times").with("from", Arg::Clock(opened));
            times.with("until", until).into()
        }));
        held.extend(facts.place.as_ref().map(Arg::from));
        held.push(facts.state.word().into());
        self.page.words(BELOW, said::parted(held));
        if let Some(chair) = &facts.chair {
            let chair = self.summary.introduced_by_id(chair);
            let chair = Message::new("page-chair").with("name", chair);
            self.page.words(BELOW, chair);
        }
        self.page.words(BELOW, self.summary.numbers());
        let counts = self.summary.sums.by_kind.iter();
        let counts = counts.map(|(kind, count)| counted(kind.word(), *count));
        let counts: Vec<Arg> = counts.collect();
        if !counts.is_empty() {
            self.page.words(BELOW, said::parted(counts));
        }
    }

    fn heading(&mut self, id: &'static str, count: usize) {
        self.page.heading(Message::new(id).with("count", count));
    }

    fn conclusions(&mut self) {
        let conclusions = &self.summary.sums.conclusions;
        if conclusions.is_empty() {
            return;
        }
        self.heading("page-conclusions", conclusions.len());
        for text in conclusions {
            self.page.words(BELOW, text);
        }
    }

    fn matters(&mut self) {
        let matters = &self.summary.matters;
        if matters.is_empty() {
            return;
        }
        self.heading("page-matters", matters.len());
        for matter in matters {
            self.led(&matter.id.to_string(), &matter.text);
            self.page.aside(INDENT, settled(matter));
            self.later(&matter.id.to_string());
        }
    }

    fn decisions(&mut self) {
        let summary = self.summary;
        if summary.decisions.is_empty() {
            return;
        }
        self.heading("page-decisions", summary.decisions.len());
        for decision in &summary.decisions {
            self.led(&decision.id.to_string(), summary.decided(decision));
            self.page.aside(INDENT, summary.place(decision.item));
            self.later(&decision.id.to_string());
        }
    }

    fn actions(&mut self) {
        let summary = self.summary;
        if summary.actions.is_empty() {
            return;
        }
        self.heading("page-actions", summary.actions.len());
        for action in &summary.actions {
            self.led(&action.id.to_string(), summary.acted(action));
            self.later(&action.id.to_string());
        }
    }

    /// The contributions that nobody has answered, then those that somebody did.
    fn waiting(&mut self) {
        let summary = self.summary;
        let later = &self.later;
        let status = |line: &Line| {
            let by_session = later.get(&Text::line(&line.id.to_string()));
            let later = by_session.or_else(|| summary.later(line.id));
            later.map_or(line.status, |later| later.status)
        };
        let is_open = |line: &&Line| matches!(status(line), Answer::Open | Answer::Carried);
        let counted = || summary.contributions.iter().filter(|line| line.counts());
        let open: Vec<&Line> = counted()
            .filter(|line| line.is_follow_up())
            .filter(is_open)
            .collect();
        let answered: Vec<&Line> = counted().filter(|line| !is_open(line)).collect();
        self.lines("page-waiting", &open);
        self.lines("page-answered", &answered);
    }

    fn lines(&mut self, heading: &'static str, lines: &[&Line]) {
        if lines.is_empty() {
            return;
        }
        self.heading(heading, lines.len());
        for line in lines {
            self.led(&line.id.to_string(), &line.text);
            let mut about: Vec<Arg> = vec![line.kind.word().into()];
            about.push(self.summary.names(&line.by));
            about.extend(line.themes.iter().map(Arg::from));
            self.page.aside(INDENT, said::parted(about));
            if line.status != Answer::Open {
                self.page.aside(INDENT, standing(line));
            }
            self.later(&line.id.to_string());
        }
    }

    fn themes(&mut self) {
        let themes = &self.summary.sums.by_theme;
        if themes.is_empty() {
            return;
        }
        self.heading("page-themes", themes.len());
        let mut all: Vec<_> = themes.iter().filter(|(_, count)| *count > 0).collect();
        all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let all = all.into_iter();
        let all: Vec<Arg> = all
            .map(|(theme, count)| counted(Arg::from(theme), *count))
            .collect();
        self.page.words(BELOW, said::parted(all));
    }

    /// The items with the time they took.
    fn items(&mut self) {
        let items = &self.summary.items;
        self.heading("page-items", items.len());
        for item in items {
            self.page
                .led(&Text::line(&item.number.to_string()), &item.title);
            self.page.aside(INDENT, went(item));
            self.later(&item.number.to_string());
        }
    }

    fn led(&mut self, id: &str, said: impl Into<Arg>) {
        let id = Text::line(id);
        self.page.led(&id, said);
        self.page.leading_to(Link::Thing {
            session: self.stem.clone(),
            id,
        });
    }

    /// What was answered after the session.
    fn later(&mut self, id: &str) {
        let by_session = self.later.get(&Text::line(id));
        if let Some(later) = by_session.or_else(|| self.summary.later(id)) {
            self.page.aside(INDENT, later.said());
        }
    }
}

/// Where a matter comes from, and what became of it here.
fn settled(matter: &MatterEntry) -> Message {
    let message = match matter.answer {
        Some(_) => Message::new("page-matter-text"),
        None => Message::new("page-matter"),
    };
    let message = message
        .with("origin", &matter.origin)
        .with("session", &matter.session)
        .with("status", matter.status.word());
    match &matter.answer {
        Some(answer) => message.with("text", answer),
        None => message,
    }
}

/// So many of something.
fn counted(what: impl Into<Arg>, count: usize) -> Arg {
    Message::new("page-counted")
        .with("what", what)
        .with("count", count)
        .into()
}

/// What was answered in the session itself.
fn standing(line: &Line) -> Message {
    let words = match &line.answer {
        Some(text) => Message::new("followups-words").with("text", text),
        None => Message::new("text-nothing"),
    };
    Message::new("followups-fate-there")
        .with("status", line.status.word())
        .with("words", words)
}

/// How an item went: where it stands, and its time beside the planned one.
fn went(item: &ItemEntry) -> Arg {
    let used = Arg::Seconds(item.used_seconds);
    let time = match item.planned_seconds {
        Some(planned) => Message::new("page-used-of").with("planned", Arg::Seconds(planned.into())),
        None => Message::new("page-used"),
    };
    let mut parts: Vec<Arg> = vec![time.with("used", used).into()];
    parts.push(item.status.word().into());
    parts.extend(item.outcome.map(|outcome| outcome.word().into()));
    parts.extend(item.text.as_ref().map(Arg::from));
    said::parted(parts)
}
