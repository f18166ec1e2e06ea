//! Lines that go or come, become somebody else's, or stand otherwise. Those that change alike share a sentence.

use std::sync::Arc;

use super::{Fate, Sides, Told, fates, gone_and_come, named, none, turned};
use crate::meeting::Meeting;
use crate::meeting::contribution::{Contribution, Source};
use crate::telling::notes::{noted, source, themes};
use crate::text::{Arg, Message};

/// A line in both states.
type Both<'a> = (&'a Contribution, &'a Contribution);

/// What becomes of the lines, those that move first.
pub(super) fn lines(sides: &Sides) -> Told {
    let (before, after) = (&sides.before.contributions, &sides.after.contributions);
    if Arc::ptr_eq(before, after) {
        return Told::new();
    }
    let fates = fates(before.all(), after.all(), |line| line.line.id);
    let changed: Vec<Both> = fates
        .iter()
        .filter_map(|fate| match fate {
            Fate::Stays(was, is) if !std::ptr::eq(*was, *is) && was != is => Some((*was, *is)),
            Fate::Stays(..) | Fate::Goes(_) | Fate::Comes(_) => None,
        })
        .collect();
    let whole = |meeting: &Meeting, line: &Contribution| noted(meeting, &line.line);
    let mut told = moved(sides, &changed);
    told.extend(gone_and_come(
        sides,
        &fates,
        |_, line| line.line.id.to_string().into(),
        whole,
    ));
    told.extend(marked(&changed));
    changed
        .iter()
        .for_each(|both| told.extend(mended(sides, *both)));
    told
}

/// Lines that move, together where they go the same way.
fn moved(sides: &Sides, changed: &[Both]) -> Told {
    let mut ways: Vec<((&Source, &Source), Vec<Arg>)> = Vec::new();
    for (was, is) in changed {
        let way = (&was.line.source, &is.line.source);
        let id = Arg::from(was.line.id.to_string());
        if way.0 == way.1 {
            continue;
        }
        match ways.iter_mut().find(|(known, _)| *known == way) {
            Some((_, ids)) => ids.push(id),
            None => ways.push((way, vec![id])),
        }
    }
    let tell = |((was, is), ids): ((&Source, &Source), Vec<Arg>)| {
        let (was, is) = (source(sides.before, was), source(sides.after, is));
        turned("changes-lines-moved", was, is)
            .with("count", ids.len())
            .with("ids", named(ids.into_iter()))
    };
    ways.into_iter().map(tell).collect()
}

/// Lines that are struck or starred, or are not any more.
fn marked(changed: &[Both]) -> Told {
    let mark = |id, becomes: fn(&Both) -> bool| {
        let lines: Vec<Arg> = changed
            .iter()
            .filter(|both| becomes(both))
            .map(|(line, _)| line.line.id.to_string().into())
            .collect();
        (!lines.is_empty()).then(|| {
            Message::new(id)
                .with("count", lines.len())
                .with("ids", named(lines.into_iter()))
        })
    };
    [
        mark("changes-lines-struck", |(was, is)| {
            was.struck.is_none() && is.struck.is_some()
        }),
        mark("changes-lines-unstruck", |(was, is)| {
            was.struck.is_some() && is.struck.is_none()
        }),
        mark("changes-lines-starred", |(was, is)| {
            !was.starred && is.starred
        }),
        mark("changes-lines-unstarred", |(was, is)| {
            was.starred && !is.starred
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What else is different about a line that stays.
fn mended(sides: &Sides, (was, is): Both) -> Told {
    let mut told = Told::new();
    if was.line.text != is.line.text {
        told.push(turned("changes-text", &was.line.text, &is.line.text));
    }
    if was.line.kind != is.line.kind {
        let (was, is) = (was.line.kind.word(), is.line.kind.word());
        told.push(turned("changes-kind", was, is));
    }
    if was.line.themes != is.line.themes {
        let (was, is) = (about(sides.before, was), about(sides.after, is));
        told.push(turned("changes-themes", was, is));
    }
    if was.status != is.status {
        let (was, is) = (was.status.word(), is.status.word());
        told.push(turned("changes-status", was, is));
    }
    if was.supported_by != is.supported_by {
        told.push(turned(
            "changes-support",
            support(sides, was),
            support(sides, is),
        ));
    }
    if was.merged_into != is.merged_into {
        told.push(merged(is));
    }
    let id = || was.line.id.to_string();
    let told = told.into_iter();
    told.map(|told| told.with("what", id())).collect()
}

fn about(meeting: &Meeting, line: &Contribution) -> Arg {
    if line.line.themes.is_empty() {
        none()
    } else {
        themes(meeting, &line.line.themes)
    }
}

fn support(sides: &Sides, line: &Contribution) -> Arg {
    if line.supported_by.is_empty() {
        return none();
    }
    named(line.supported_by.iter().map(|who| sides.called(who)))
}

fn merged(line: &Contribution) -> Message {
    match line.merged_into {
        Some(into) => Message::new("changes-merged").with("into", into.to_string()),
        None => Message::new("changes-unmerged"),
    }
}
