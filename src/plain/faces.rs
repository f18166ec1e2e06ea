//! The faces of a screen as text: what each shows, in whole sentences, for those who do not see it. Pure; the log is `grant`'s.

use super::status;
use crate::agenda::Person;
use crate::agreement::Agreement;
use crate::board::{Board, Grouping};
use crate::brief::{About, Brief, Entry};
use crate::meeting::Meeting;
use crate::meeting::contribution::Contribution;
use crate::names::Names;
use crate::phrase::{Filter, Texts};
use crate::summary::Summary;
use crate::telling;
use crate::text::{Arg, Message, Moment, Text};

/// Lines that contain what was looked for and are read out at most.
const MOST: usize = 50;

/// Where the meeting is and who speaks.
pub fn floor(meeting: &Meeting, now: Moment) -> Vec<Message> {
    status::floor(meeting, now)
}

/// What was noted, group by group, each with its count; above it what it adds up to.
pub fn contributions(meeting: &Meeting, grouping: Grouping) -> Vec<Message> {
    let board = Board::of(meeting, grouping, Contribution::counts);
    if board.sections.is_empty() {
        return vec![Message::new("plain-nothing-noted")];
    }
    let counts = board.counts;
    let mut lines = vec![
        Message::new("plain-board")
            .with("by", Message::new(grouping.word()))
            .with("noted", counts.noted)
            .with("starred", counts.starred)
            .with("joint", counts.joint)
            .with("supported", counts.supported)
            .with("unanswered", counts.unanswered)
            .with("unowned", counts.unowned),
    ];
    for section in &board.sections {
        lines.push(
            Message::new("plain-board-group")
                .with("title", section.group.title(meeting))
                .with("count", section.lines.len()),
        );
        let noted = section.lines.iter();
        let noted = noted.filter_map(|id| meeting.contributions.get(*id));
        lines.extend(noted.map(|one| standing(meeting, one)));
    }
    lines
}

/// A contribution with what became of it.
fn standing(meeting: &Meeting, contribution: &Contribution) -> Message {
    let noted = telling::noted(meeting, &contribution.line);
    let standing = telling::standing(meeting, contribution);
    if standing.is_empty() {
        return noted;
    }
    let standing: Vec<_> = standing.into_iter().map(Into::into).collect();
    Message::new("plain-board-line")
        .with("line", noted)
        .with("standing", standing)
}

/// The contributions that a filter keeps.
pub fn containing(meeting: &Meeting, text: &Text) -> Vec<Message> {
    let names = Names::of(meeting.roster.persons(), meeting.roster.units());
    let (filter, mut texts) = (Filter::of(text.as_str(), meeting, &names), Texts::default());
    let all = meeting.contributions.all();
    let mut found: Vec<Message> = all
        .filter(|one| filter.keeps(one, texts.folded(one)))
        .map(|one| standing(meeting, one))
        .collect();
    if found.is_empty() {
        return vec![Message::new("plain-nothing-contains").with("text", text)];
    }
    let more = found.len().saturating_sub(MOST);
    if more > 0 {
        found.truncate(MOST);
        found.push(Message::new("plain-more").with("more", more));
    }
    found
}

/// The head counts, and everybody on the roster with their status and what is unusual, in order of precedence.
pub fn roll(meeting: &Meeting) -> Vec<Message> {
    let figures = telling::figures(meeting).into_iter();
    let figures = telling::together(figures.map(|(_, said)| said));
    let figures = figures.map(|figures| Message::new("roll-told").with("figures", figures));
    let line = |person: &Person| {
        let mut line =
            Message::new("plain-roll").with("person", telling::in_full_of(meeting, &person.id));
        let standing = telling::together(telling::on_the_roll(meeting, person));
        line.args
            .extend(standing.map(|standing| ("status", standing.into())));
        line
    };
    let lines = meeting.roster.persons().map(line);
    figures.into_iter().chain(lines).collect()
}

/// What every ballot came to, in order of opening; the open one with its rule and how it stands.
pub fn ballots(meeting: &Meeting) -> Vec<Message> {
    let mut lines = Vec::new();
    for ballot in meeting.ballots.all() {
        if ballot.is_open() {
            lines.push(
                Message::new("ballots-plain-open")
                    .with("time", Arg::Clock(ballot.at))
                    .with("question", &ballot.opening.question)
                    .with("method", ballot.method_named())
                    .with("rule", ballot.opening.rule.explained()),
            );
        }
        let said = meeting.ballot_sentence(ballot);
        lines.push(
            Message::new("ballots-plain")
                .with("question", &ballot.opening.question)
                .with(
                    "sentence",
                    said.unwrap_or(Message::new("ballots-uncounted")),
                ),
        );
    }
    if lines.is_empty() {
        lines.push(Message::new("plain-no-ballots"));
    }
    lines
}

/// The matters arising, oldest first, each with what became of it.
pub fn matters(meeting: &Meeting, now: Moment) -> Vec<Message> {
    let today = now.date_naive();
    let matters = meeting.outcomes.matters();
    let mut lines: Vec<Message> = matters
        .map(|matter| telling::arising(matter, today))
        .collect();
    if lines.is_empty() {
        lines.push(telling::no_matters(meeting));
    }
    lines
}

/// What the chair closes from, section by section; what is only perhaps alike, with how to say whether it is.
pub fn brief(meeting: &Meeting) -> Vec<Message> {
    let summary = Summary::of(meeting);
    let pairs = Agreement::of(meeting).pairs(meeting);
    let brief = Brief::of(&summary).with_pairs(&summary, &pairs);
    if brief.sections.is_empty() {
        return vec![Message::new("brief-nothing")];
    }
    let said = brief.sections.iter().flat_map(|section| {
        let title =
            Message::new("plain-brief-section").with("title", Message::new(section.topic.title()));
        let more = Message::new("brief-more").with("count", section.more);
        let more = (section.more > 0).then_some(more);
        let entries = section.parts().flat_map(|(heading, part)| match heading {
            Some(heading) => vec![together(heading, part)],
            None => part.iter().flat_map(in_brief).collect(),
        });
        std::iter::once(title).chain(entries).chain(more)
    });
    said.collect()
}

/// Entries of the brief that stand below one heading, as one line.
fn together(heading: &Arg, part: &[Entry]) -> Message {
    let entries = part.iter().flat_map(|entry| entry.short.iter().cloned());
    let people: Vec<Arg> = entries.map(Arg::from).collect();
    Message::new("brief-group")
        .with("group", heading.clone())
        .with("people", people)
}

/// An entry of the brief, in short.
fn in_brief(entry: &Entry) -> Vec<Message> {
    let mut lines = entry.short.clone();
    if let (About::Pair(first, second), true) = (&entry.about, lines.len() > 2) {
        let judge = Message::new("plain-brief-judge").with("first", first.to_string());
        lines.push(judge.with("second", second.to_string()));
    }
    lines
}
