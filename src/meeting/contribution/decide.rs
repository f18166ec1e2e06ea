//! What the commands of `contribution` come to. A line is never refused unless it says nothing.

use super::{
    Anchor, Answer, Captured, Command, Contribution, Draft, Event, Source, ThemeId, ThemeName,
};
use crate::agenda::{ContributionKind, ItemKind, Who};
use crate::meeting::ids::{ContributionId, ItemId, TurnId};
use crate::meeting::{Acting, Event as Happened, Meeting, Refusal};
use crate::text::{Message, Text};

type Decided = Result<Vec<Happened>, Refusal>;

pub(in crate::meeting) fn decide(meeting: &Meeting, acting: &Acting, command: Command) -> Decided {
    match command {
        Command::Capture(draft) => capture(meeting, draft),
        Command::Support { id, anchor } => support(meeting, id, anchor),
        Command::Substitute { old, new } => substitute(meeting, &acting.author.name, &old, &new),
        Command::Edit { id, draft } => edit(meeting, id, draft),
        Command::SetKind { id, kind } => {
            let known = standing_one(meeting, id)?;
            if known.line.kind == kind {
                let message = Message::new("contribution-kind-already").with("id", id.to_string());
                return Err(message.with("kind", kind.word()).into());
            }
            Ok(vec![Event::KindSet { id, kind }.into()])
        }
        Command::File { id, from, themes } => file(meeting, id, &from, themes),
        Command::Star(id) => {
            let starred = standing_one(meeting, id)?.starred;
            Ok(vec![
                if starred {
                    Event::Unstarred { id }
                } else {
                    Event::Starred { id }
                }
                .into(),
            ])
        }
        Command::Liken {
            first,
            second,
            verdict,
        } => {
            two(meeting, first, second)?;
            let (first, second) = (first.min(second), first.max(second));
            Ok(vec![
                Event::Likened {
                    first,
                    second,
                    verdict,
                }
                .into(),
            ])
        }
        Command::Strike { id, reason } => {
            standing_one(meeting, id)?;
            Ok(vec![Event::Struck { id, reason }.into()])
        }
        Command::Merge { into, from } => {
            two(meeting, into, from)?;
            Ok(vec![Event::Merged { into, from }.into()])
        }
        Command::Answer { id, status, text } => {
            may_become(meeting, id, status)?;
            Ok(vec![Event::Answered { id, status, text }.into()])
        }
    }
}

fn known(meeting: &Meeting, id: ContributionId) -> Result<&Contribution, Refusal> {
    let unknown = || {
        Message::new("contribution-unknown")
            .with("id", id.to_string())
            .into()
    };
    meeting.contributions.get(id).ok_or_else(unknown)
}

/// Refuses to have a remark done or carried over: it may be answered, but it is never followed up.
fn may_become(meeting: &Meeting, id: ContributionId, status: Answer) -> Result<(), Refusal> {
    standing_one(meeting, id)?;
    let is_remark = known(meeting, id)?.line.kind == ContributionKind::Remark;
    match status {
        Answer::Done | Answer::Carried if is_remark => {
            Err(Message::new("contribution-answer-remark")
                .with("id", id.to_string())
                .with("status", status.word())
                .into())
        }
        Answer::Done
        | Answer::Carried
        | Answer::Open
        | Answer::Answered
        | Answer::Adopted
        | Answer::Declined => Ok(()),
    }
}

/// Refuses what was struck or merged, naming what it went into.
pub(in crate::meeting) fn standing(contribution: &Contribution) -> Result<(), Refusal> {
    let id = contribution.line.id.to_string();
    if let Some(into) = contribution.merged_into {
        return Err(Message::new("contribution-merged")
            .with("id", id)
            .with("into", into.to_string())
            .into());
    }
    if contribution.struck.is_some() {
        return Err(Message::new("contribution-struck").with("id", id).into());
    }
    Ok(())
}

fn standing_one(meeting: &Meeting, id: ContributionId) -> Result<&Contribution, Refusal> {
    let contribution = known(meeting, id)?;
    standing(contribution).map(|()| contribution)
}

fn two(meeting: &Meeting, first: ContributionId, second: ContributionId) -> Result<(), Refusal> {
    standing_one(meeting, first)?;
    standing_one(meeting, second)?;
    if first == second {
        return Err(Message::new("contribution-same")
            .with("id", first.to_string())
            .into());
    }
    Ok(())
}

fn capture(meeting: &Meeting, draft: Draft) -> Decided {
    if draft.text.is_empty() {
        return Err(Message::new("contribution-empty").into());
    }
    if let Some(re) = draft.re {
        known(meeting, re)?;
    }
    let source = source_of(meeting, &draft.from, draft.anchor);
    let (turn, item) = placed(meeting, draft.anchor);
    let kind = draft
        .kind
        .unwrap_or_else(|| default_kind(meeting, item, &source));
    let (mut events, themes) = themes(meeting, draft.themes);
    let id = meeting.ids().next_contribution();
    let line = Captured {
        id,
        item,
        turn,
        source,
        kind,
        text: draft.text,
        themes,
        mentions: draft.mentions,
        re: draft.re,
        unread: draft.unread,
    };
    events.push(Event::Captured(Box::new(line)).into());
    Ok(events)
}

/// The contribution of a written statement: what the turn's speaker says.
pub(in crate::meeting) fn handed_in(meeting: &Meeting, turn: TurnId, draft: Draft) -> Decided {
    let anchor = Anchor {
        turn: Some(turn),
        item: None,
    };
    capture(
        meeting,
        Draft {
            anchor,
            from: Vec::new(),
            ..draft
        },
    )
}

fn placed(meeting: &Meeting, anchor: Anchor) -> (Option<TurnId>, Option<ItemId>) {
    let turn = anchor.turn.and_then(|turn| meeting.floor.turn(turn));
    let item = turn
        .map(|turn| turn.item)
        .or(anchor.item)
        .or_else(|| meeting.progress.place());
    (turn.map(|turn| turn.id), item)
}

/// Those the line names, else the speaker of its turn, else the chair.
fn source_of(meeting: &Meeting, from: &[Who], anchor: Anchor) -> Source {
    if !from.is_empty() {
        return named(meeting, from);
    }
    if let Some(turn) = anchor.turn.and_then(|turn| meeting.floor.turn(turn)) {
        return Source::of(&turn.speaker);
    }
    let chair = meeting.presiding().cloned().map(Who::Person);
    named(meeting, chair.as_slice())
}

fn named(meeting: &Meeting, from: &[Who]) -> Source {
    let mut source = Source::default();
    for who in from {
        let unit = match who {
            Who::Person(id) => {
                source.person.get_or_insert_with(|| id.clone());
                meeting
                    .roster
                    .unit_of(id)
                    .map_or_else(|| who.clone(), |unit| Who::Unit(unit.id.clone()))
            }
            Who::Unit(_) => who.clone(),
        };
        if !source.by.contains(&unit) {
            source.by.push(unit);
        }
    }
    source
}

/// What a line without a kind is: what the item asks for, else a suggestion in discussions and rounds, else a remark; the
/// chair's lines are remarks.
fn default_kind(meeting: &Meeting, item: Option<ItemId>, source: &Source) -> ContributionKind {
    let plan = item
        .and_then(|item| meeting.progress.item(item))
        .map(|item| &item.plan);
    if let Some(kind) = plan.and_then(|plan| plan.capture) {
        return kind;
    }
    let is_chair = match &source.person {
        Some(person) => meeting.presiding() == Some(person),
        None => source.by.is_empty(),
    };
    let invites =
        plan.is_some_and(|plan| matches!(plan.kind, ItemKind::Discussion | ItemKind::Round));
    if invites && !is_chair {
        ContributionKind::Suggestion
    } else {
        ContributionKind::Remark
    }
}

/// The ids of themes, and the events that make the new ones.
fn themes(meeting: &Meeting, names: Vec<ThemeName>) -> (Vec<Happened>, Vec<ThemeId>) {
    let mut events: Vec<Happened> = Vec::new();
    let mut ids: Vec<ThemeId> = Vec::new();
    for name in names {
        let id = match name {
            ThemeName::Known(id) => id,
            ThemeName::New(name) => {
                let id = ThemeId::of(&name);
                if meeting.contributions.theme(&id).is_none() && !ids.contains(&id) {
                    events.push(Event::ThemeAdded { name }.into());
                }
                id
            }
        };
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    (events, ids)
}

fn support(meeting: &Meeting, id: ContributionId, anchor: Anchor) -> Decided {
    let contribution = standing_one(meeting, id)?;
    let source = source_of(meeting, &[], anchor);
    let speaks = source
        .by
        .first()
        .ok_or_else(|| Refusal::new(Message::new("contribution-nobody-supports")))?;
    if contribution.line.source.by.contains(speaks) {
        let message = Message::new("contribution-own").with("id", id.to_string());
        return Err(message.with("name", meeting.roster.called(speaks)).into());
    }
    if contribution.supported_by.contains(speaks) {
        let message = Message::new("contribution-supported-already").with("id", id.to_string());
        return Err(message.with("name", meeting.roster.called(speaks)).into());
    }
    Ok(vec![
        Event::Supported {
            id,
            by: speaks.clone(),
        }
        .into(),
    ])
}

fn substitute(meeting: &Meeting, author: &Text, old: &Text, new: &Text) -> Decided {
    let none = || Refusal::new(Message::new("contribution-none-yet"));
    let contribution = meeting.contributions.last_of(author).ok_or_else(none)?;
    let text = contribution.line.text.as_str();
    if old.is_empty() || !text.contains(old.as_str()) {
        let message = Message::new("contribution-not-in-line").with("old", old);
        return Err(message.with("id", contribution.line.id.to_string()).into());
    }
    let mended = Text::line(&text.replacen(old.as_str(), new.as_str(), 1));
    if mended.is_empty() {
        return Err(Message::new("contribution-empty").into());
    }
    Ok(vec![
        Event::Edited {
            id: contribution.line.id,
            text: mended,
            themes: None,
            mentions: None,
        }
        .into(),
    ])
}

fn edit(meeting: &Meeting, id: ContributionId, draft: Draft) -> Decided {
    let line = &standing_one(meeting, id)?.line;
    if draft.text.is_empty() {
        return Err(Message::new("contribution-empty").into());
    }
    let (mut events, ids) = themes(meeting, draft.themes);
    let themes = (!ids.is_empty()).then_some(ids);
    let mentions = (draft.mentions != line.mentions).then_some(draft.mentions);
    events.push(
        Event::Edited {
            id,
            text: draft.text,
            themes,
            mentions,
        }
        .into(),
    );
    events.extend(
        draft
            .kind
            .filter(|kind| *kind != line.kind)
            .map(|kind| Event::KindSet { id, kind }.into()),
    );
    if !draft.from.is_empty() {
        events.push(
            Event::Filed {
                id,
                source: named(meeting, &draft.from),
            }
            .into(),
        );
    }
    Ok(events)
}

fn file(meeting: &Meeting, id: ContributionId, from: &[Who], names: Vec<ThemeName>) -> Decided {
    let line = &standing_one(meeting, id)?.line;
    if from.is_empty() && names.is_empty() {
        return Err(Message::new("contribution-file-nothing")
            .with("id", id.to_string())
            .into());
    }
    let mut events = Vec::new();
    if !from.is_empty() {
        let mut source = named(meeting, from);
        if source.person.is_none() && source.by == line.source.by {
            source.person.clone_from(&line.source.person);
        }
        events.push(Event::Filed { id, source }.into());
    }
    if !names.is_empty() {
        let (new, themes) = themes(meeting, names);
        events.extend(new);
        events.push(Event::ThemesSet { id, themes }.into());
    }
    Ok(events)
}
