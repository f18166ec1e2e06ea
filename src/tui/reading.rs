//! How the line that is being typed is understood, live: of what kind it is, whose and about what. Refreshed after every
//! message, so that drawing it costs nothing. The reading itself is `phrase`'s.

use super::keymap::half_width;
use super::scene::Scene;
use super::ui::Draft;
use super::update::Given;
use crate::agenda::{ContributionKind, ItemKind, Who};
use crate::meeting::contribution::{Anchor, Command as Contribution, Draft as Line, ThemeName};
use crate::meeting::{Command, Meeting, Refusal};
use crate::phrase::{Spoken, Spot};
use crate::text::shown;

/// The kinds in the order in which a key turns them.
pub const KINDS: [ContributionKind; 6] = [
    ContributionKind::Suggestion,
    ContributionKind::Offer,
    ContributionKind::Request,
    ContributionKind::Commitment,
    ContributionKind::Question,
    ContributionKind::Remark,
];

/// What the line is taken for.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A contribution.
    Contribution {
        /// Where it belongs.
        place: Anchor,
        /// Of what kind it will be.
        kind: ContributionKind,
        /// Whose it says it is; empty for whoever has the floor.
        from: Vec<Who>,
        /// What it is about.
        themes: Vec<ThemeName>,
    },
    /// A command.
    Command,
    /// A filter of the face.
    Filter,
}

impl Default for Reading {
    fn default() -> Self {
        let (place, kind) = (Anchor::default(), ContributionKind::Remark);
        Self::Contribution {
            place,
            kind,
            from: Vec::new(),
            themes: Vec::new(),
        }
    }
}

/// What a text in place of the draft asks for.
///
/// # Errors
/// A refusal when it is a command that cannot be read.
pub fn read(draft: &Draft, given: &mut Given, text: &str) -> Result<Spoken, Refusal> {
    let spot = Spot {
        now: given.now,
        anchor: draft.place(given.meeting),
        author: given.author,
    };
    let mut spoken = given.interpreter.read(given.meeting, text, &spot)?;
    if let (Spoken::Command(Command::Contribution(Contribution::Capture(line))), Some(kind)) =
        (&mut spoken, draft.kind)
    {
        line.kind = Some(kind);
    }
    Ok(spoken)
}

/// What the draft is taken for now.
pub fn understand(draft: &Draft, given: &mut Given) -> Reading {
    let text = draft.field.text();
    match text.trim_start().chars().next().map(half_width) {
        Some(':') => return Reading::Command,
        Some('/') => return Reading::Filter,
        _ => {}
    }
    let line = match read(draft, given, text) {
        Ok(Spoken::Command(Command::Contribution(Contribution::Capture(line))))
            if !text.trim().is_empty() =>
        {
            line
        }
        _ => Line {
            anchor: draft.place(given.meeting),
            kind: draft.kind,
            ..Line::default()
        },
    };
    let kind = line
        .kind
        .unwrap_or_else(|| usual(given.meeting, line.anchor));
    Reading::Contribution {
        place: line.anchor,
        kind,
        from: line.from,
        themes: line.themes,
    }
}

/// The kind of a line that names none (`CONTRACT.md` §3).
fn usual(meeting: &Meeting, place: Anchor) -> ContributionKind {
    let item = place.item.and_then(|id| meeting.progress.item(id));
    if let Some(kind) = item.and_then(|item| item.plan.capture) {
        return kind;
    }
    match item.map(|item| item.plan.kind) {
        Some(ItemKind::Discussion | ItemKind::Round) if place.turn.is_some() => {
            ContributionKind::Suggestion
        }
        _ => ContributionKind::Remark,
    }
}

/// What stands above the line: the kind, whose it is and what about; for a command, that it is one.
#[must_use]
pub fn label(scene: &Scene) -> Vec<String> {
    match &scene.ui.reading {
        Reading::Command => vec![scene.word("tui-label-command")],
        Reading::Filter => vec![scene.word("tui-label-filter")],
        Reading::Contribution {
            place,
            kind,
            from,
            themes,
        } => {
            let mut parts = vec![scene.say(&kind.word())];
            if from.is_empty() {
                parts.extend(source(scene, *place));
            } else {
                parts.extend(from.iter().map(|who| scene.name(who)));
            }
            parts.extend(themes.iter().map(|theme| theme_name(scene, theme)));
            parts
        }
    }
}

fn theme_name(scene: &Scene, theme: &ThemeName) -> String {
    match theme {
        ThemeName::Known(id) => {
            let known = scene.meeting.contributions.theme(id);
            known
                .map(|theme| format!("#{}", scene.text(&theme.name)))
                .unwrap_or_default()
        }
        ThemeName::New(name) => format!(
            "#{} ({})",
            shown(name.as_str()),
            scene.word("tui-label-new")
        ),
    }
}

/// The unit and the person of a turn; the chair where there is none.
fn source(scene: &Scene, place: Anchor) -> Vec<String> {
    let Some(turn) = place.turn.and_then(|turn| scene.meeting.floor.turn(turn)) else {
        return vec![scene.word("tui-label-chair")];
    };
    let unit = turn
        .speaker
        .unit
        .as_ref()
        .and_then(|unit| scene.meeting.roster.unit(unit));
    let person = turn
        .speaker
        .person
        .as_ref()
        .and_then(|person| scene.meeting.roster.person(person));
    let unit = unit.map(|unit| scene.text(&unit.name));
    unit.into_iter()
        .chain(person.map(|person| scene.text(&person.name)))
        .collect()
}
