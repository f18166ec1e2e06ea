//! What earlier sessions of a series left open, gathered when the next one opens. Later sessions answer for earlier ones: a matter that was
//! settled there is not raised again.

use std::path::Path;

use super::{list, open};
use crate::agenda::{ItemKind, Who};
use crate::meeting::MatterId;
use crate::meeting::contribution::Answer;
use crate::meeting::outcome::{Matter, Outcome};
use crate::meeting::progress::ItemStatus;
use crate::summary::{ItemEntry, State, Summary};
use crate::text::Text;

/// Everything still open from all saved sessions of that series, oldest first, numbered from M1. `own` is the name (without `.toml`) of the session
/// that is being opened. Sessions that cannot be read are passed over: they cannot keep a meeting from being opened.
#[must_use]
pub fn matters(folder: &Path, series: &Text, own: &str) -> Vec<Matter> {
    let mut matters: Vec<Matter> = Vec::new();
    let of_series = list(folder)
        .into_iter()
        .filter(|listed| listed.head.series.as_ref() == Some(series) && listed.stem != own);
    for listed in of_series {
        let Ok(opened) = open(&listed.path) else {
            continue;
        };
        let summary = Summary::of(&opened.session.meeting);
        settle(&mut matters, &summary);
        left_open(&mut matters, &summary, &opened.stem);
    }
    for (number, matter) in (1..).zip(&mut matters) {
        matter.id = MatterId(number);
    }
    matters
}

/// Takes off what that session settled.
fn settle(matters: &mut Vec<Matter>, summary: &Summary) {
    for settled in &summary.matters {
        if !matches!(settled.status, Answer::Open | Answer::Carried) {
            matters.retain(|matter| {
                matter.session != settled.session || matter.origin != settled.origin
            });
        }
    }
}

fn left_open(matters: &mut Vec<Matter>, summary: &Summary, stem: &str) {
    let language = summary.language;
    let called = |who: &Who| summary.called(who).get(language).clone();
    let mut raise = |origin: String, text: &Text, owner: Option<Text>| {
        matters.push(Matter {
            id: MatterId(0),
            session: Text::line(stem),
            date: summary.meeting.day(),
            origin: Text::line(&origin),
            text: text.clone(),
            owner,
        });
    };
    for line in summary
        .contributions
        .iter()
        .filter(|line| line.is_follow_up())
    {
        // What became an action is followed up as that.
        let acted = summary
            .actions
            .iter()
            .any(|action| action.from == Some(line.id));
        if !acted {
            raise(line.id.to_string(), &line.text, line.by.first().map(called));
        }
    }
    for action in summary.actions.iter().filter(|action| !action.done) {
        raise(
            action.id.to_string(),
            &action.text,
            action.owner.as_ref().map(called),
        );
    }
    let over = summary.meeting.state != State::Open;
    for item in summary
        .items
        .iter()
        .filter(|item| is_unfinished(item, over))
    {
        raise(item.number.to_string(), item.title.get(language), None);
    }
}

/// Whether an item waits for another meeting: put off, or broken off by the end of its own.
fn is_unfinished(item: &ItemEntry, over: bool) -> bool {
    let broken_off = match item.status {
        ItemStatus::Deferred => return true,
        ItemStatus::Planned | ItemStatus::Open | ItemStatus::Interrupted => over,
        ItemStatus::Closed | ItemStatus::Skipped => false,
    };
    let is_business = match item.kind {
        ItemKind::Opening | ItemKind::Break | ItemKind::Closing => false,
        ItemKind::Report
        | ItemKind::Discussion
        | ItemKind::Round
        | ItemKind::Motion
        | ItemKind::Approval
        | ItemKind::Election => true,
    };
    broken_off && is_business || item.outcome == Some(Outcome::Deferred)
}
