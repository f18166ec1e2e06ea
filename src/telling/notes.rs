//! What is told of what was noted and decided: contributions, motions, decisions, actions, matters arising.

use super::{Step, Told, aside, in_full_of};
use crate::agenda::Who;
use crate::meeting::Meeting;
use crate::meeting::contribution::{
    self, Answer, Captured, Contribution, Likeness, Source, ThemeId,
};
use crate::meeting::motion;
use crate::meeting::outcome::{self, Action, Decision, Due};
use crate::text::{Arg, Message, Text};

pub(super) fn contributions(step: &Step, event: &contribution::Event) -> Told {
    use contribution::Event;
    let meeting = step.after;
    let about = |id: &'static str, number: crate::meeting::ids::ContributionId| {
        Message::new(id).with("id", number.to_string())
    };
    vec![match event {
        Event::ThemeAdded { name } => Message::new("telling-theme-added").with("theme", name),
        Event::Captured(line) => return captured(meeting, line),
        Event::Supported { id, by } => {
            about("telling-supported", *id).with("unit", meeting.roster.called(by))
        }
        Event::Edited { id, text, .. } => about("telling-edited", *id).with("text", text),
        Event::KindSet { id, kind } => about("telling-kind-set", *id).with("kind", kind.word()),
        Event::Filed { id, source: whose } => {
            about("telling-filed", *id).with("from", source(meeting, whose))
        }
        Event::ThemesSet {
            id,
            themes: about_what,
        } if about_what.is_empty() => about("telling-themes-none", *id),
        Event::ThemesSet {
            id,
            themes: about_what,
        } => about("telling-themes-set", *id).with("themes", themes(meeting, about_what)),
        Event::Starred { id } => about("telling-starred", *id),
        Event::Unstarred { id } => about("telling-unstarred", *id),
        Event::Likened {
            first,
            second,
            verdict,
        } => {
            let said = match verdict {
                Likeness::Alike => "telling-alike",
                Likeness::Different => "telling-not-alike",
            };
            about(said, *first).with("other", second.to_string())
        }
        Event::Struck { id, reason: None } => about("telling-struck", *id),
        Event::Struck {
            id,
            reason: Some(reason),
        } => about("telling-struck-reason", *id).with("reason", reason),
        Event::Merged { into, from } => {
            about("telling-merged", *from).with("into", into.to_string())
        }
        Event::Answered { id, status, text } => {
            answered(about("telling-answered", *id), status.word(), text.as_ref())
        }
    }]
}

fn captured(meeting: &Meeting, line: &Captured) -> Told {
    let unread = line
        .unread
        .iter()
        .map(|mark| Message::new("telling-unread").with("mark", mark));
    std::iter::once(noted(meeting, line))
        .chain(unread)
        .collect()
}

/// A line as it was noted or stands now: what it is called, its kind, whose it is, what it says, its themes.
#[must_use]
pub fn noted(meeting: &Meeting, line: &Captured) -> Message {
    let about = (!line.themes.is_empty()).then(|| themes(meeting, &line.themes));
    Message::new("telling-captured")
        .with("id", line.id.to_string())
        .with("kind", line.kind.word())
        .with("from", source(meeting, &line.source))
        .with(
            "re",
            aside(
                "telling-captured-re",
                "id",
                line.re.map(|id| id.to_string()),
            ),
        )
        .with("text", &line.text)
        .with("themes", aside("telling-captured-themes", "themes", about))
}

/// What became of a contribution, a part each: its star, who supports it, its answer, its action, whether it still counts.
/// Nothing for one as it was noted.
#[must_use]
pub fn standing(meeting: &Meeting, contribution: &Contribution) -> Vec<Message> {
    let mut parts = Vec::new();
    if contribution.starred {
        parts.push(Message::new("telling-is-starred"));
    }
    if contribution.line.source.by.len() > 1 {
        parts.push(Message::new("telling-is-joint"));
    }
    if !contribution.supported_by.is_empty() {
        let by = contribution.supported_by.iter();
        let by: Vec<Arg> = by.map(|who| meeting.roster.called(who)).collect();
        parts.push(Message::new("telling-is-supported").with("units", by));
    }
    if contribution.status != Answer::Open {
        let text = contribution.answer.as_ref();
        let answer = Message::new("telling-is-answered").with("status", contribution.status.word());
        parts.push(answer.with("text", aside("telling-is-answered-text", "text", text)));
    }
    let id = contribution.line.id;
    let actions = meeting.outcomes.actions();
    let came_of_it = actions.filter(|action| action.what.from == Some(id));
    parts
        .extend(came_of_it.map(|action| {
            Message::new("telling-is-action").with("id", action.what.id.to_string())
        }));
    if let Some(into) = contribution.merged_into {
        parts.push(Message::new("telling-is-merged").with("into", into.to_string()));
    }
    if let Some(reason) = &contribution.struck {
        let reason = aside("telling-is-struck-reason", "reason", reason.as_ref());
        parts.push(Message::new("telling-is-struck").with("reason", reason));
    }
    parts
}

pub(super) fn themes(meeting: &Meeting, ids: &[ThemeId]) -> Arg {
    let name = |id: &ThemeId| match meeting.contributions.theme(id) {
        Some(theme) => Arg::from(&theme.name),
        None => Arg::from(&id.0),
    };
    Arg::List(ids.iter().map(name).collect())
}

/// Whose a line is: the units, with the person where somebody said it; the chair's own where nobody had the floor.
pub(super) fn source(meeting: &Meeting, source: &Source) -> Message {
    let whole: Vec<Arg> = source
        .by
        .iter()
        .map(|who| meeting.roster.called(who))
        .collect();
    let speaker = source
        .person
        .as_ref()
        .filter(|person| !source.by.contains(&Who::Person((*person).clone())));
    match (speaker, whole.is_empty()) {
        (Some(person), false) => Message::new("telling-source")
            .with("person", meeting.roster.person_called(person))
            .with("units", whole),
        (Some(person), true) => {
            Message::new("telling-source-alone").with("who", meeting.roster.person_called(person))
        }
        (None, false) => Message::new("telling-source-alone").with("who", whole),
        (None, true) => Message::new("telling-source-nobody"),
    }
}

pub(super) fn motions(step: &Step, event: &motion::Event) -> Told {
    vec![match event {
        motion::Event::Moved {
            motion,
            text,
            by,
            seconded,
            amends,
            ..
        } => {
            let moved = match amends {
                None => Message::new("telling-moved"),
                Some(amended) => {
                    Message::new("telling-moved-amendment").with("to", amended.to_string())
                }
            };
            let second = seconded
                .as_ref()
                .map(|person| in_full_of(step.after, person));
            moved
                .with("id", motion.to_string())
                .with("text", text)
                .with("person", in_full_of(step.after, by))
                .with(
                    "seconded",
                    aside("telling-moved-seconded", "person", second),
                )
        }
        motion::Event::Withdrawn { motion } => {
            Message::new("telling-motion-withdrawn").with("id", motion.to_string())
        }
    }]
}

pub(super) fn outcomes(step: &Step, event: &outcome::Event) -> Told {
    use outcome::Event;
    vec![match event {
        Event::Decided(decision) => decided(step.after, decision),
        Event::ActionAdded(action) => action_added(step.after, action),
        Event::ActionDone { action } => {
            Message::new("telling-action-done").with("id", action.to_string())
        }
        Event::MatterRaised(matter) => {
            let owner = matter.owner.as_ref();
            Message::new("telling-matter")
                .with("id", matter.id.to_string())
                .with("session", super::arising::meeting(matter))
                .with("age", waited(step, matter))
                .with("text", &matter.text)
                .with("owner", aside("telling-matter-owner", "owner", owner))
        }
        Event::MatterAnswered { id, status, text } => {
            let about = Message::new("telling-answered").with("id", id.to_string());
            answered(about, status.word(), text.as_ref())
        }
    }]
}

/// How long a matter has waited when it is raised.
fn waited(step: &Step, matter: &outcome::Matter) -> Message {
    let today = step.record.at.date_naive();
    matter.date.map_or_else(
        || Message::new("text-nothing"),
        |day| Message::new("telling-matter-age").with("age", super::age(day, today)),
    )
}

fn answered(about: Message, status: Message, text: Option<&crate::text::Text>) -> Message {
    about
        .with("status", status)
        .with("text", aside("telling-answered-text", "text", text))
}

pub(super) fn decided(meeting: &Meeting, decision: &Decision) -> Message {
    let decided = match (decision.outcome, &decision.text) {
        (Some(outcome), Some(text)) => Message::new("telling-decided-text")
            .with("outcome", outcome.word())
            .with("text", in_both(meeting, decision, text)),
        (Some(outcome), None) => Message::new("telling-decided").with("outcome", outcome.word()),
        (None, text) => {
            let text = text
                .as_ref()
                .map_or_else(|| Message::new("text-nothing").into(), Arg::from);
            Message::new("telling-decided-words").with("text", text)
        }
    };
    decided.with("id", decision.id.to_string()).with(
        "review",
        aside(
            "telling-decided-review",
            "day",
            due(meeting, decision.review),
        ),
    )
}

/// The words of a decision, in both languages where they are the question or the office of its ballot.
fn in_both(meeting: &Meeting, decision: &Decision, text: &Text) -> Arg {
    let ballot = decision.ballot.and_then(|id| meeting.ballots.get(id));
    let question = ballot.map(|ballot| &ballot.opening.question);
    let same = question.filter(|question| question.get(meeting.agenda.language) == text);
    same.map_or_else(|| text.into(), Arg::from)
}

pub(super) fn action_added(meeting: &Meeting, action: &Action) -> Message {
    let added = match &action.owner {
        Some(owner) => Message::new("telling-action").with("owner", meeting.roster.called(owner)),
        None => Message::new("telling-action-unowned"),
    };
    added
        .with("id", action.id.to_string())
        .with("text", &action.text)
        .with(
            "due",
            aside("telling-action-due", "day", due(meeting, action.due)),
        )
}

fn due(meeting: &Meeting, due: Due) -> Option<Arg> {
    match (due, due.day(meeting)) {
        (_, Some(day)) => Some(Arg::Date(day)),
        (Due::NextMeeting, None) => Some(Message::new("telling-due-next-meeting").into()),
        (Due::Unsaid | Due::On(_), None) => None,
    }
}
