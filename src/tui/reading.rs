//! How the line that is being typed is understood, live: of what kind it is, whose and about what. Refreshed after every
//! message, so that drawing it costs nothing. The reading itself is `phrase`'s.

use super::keymap::half_width;
use super::scene::Scene;
use super::style::Signs;
use super::ui::Draft;
use super::update::Given;
use crate::agenda::{ContributionKind, ItemKind, Who};
use crate::meeting::contribution::{
    Anchor, Command as Contribution, Draft as Line, Event as Noted, ThemeName,
};
use crate::meeting::{Command, ContributionId, Event, Meeting, Refusal, decide};
use crate::names::Match;
use crate::phrase::{Spoken, Spot, command_begun};
use crate::text::{Message, Text, shown};

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
        /// Whom it mentions.
        mentions: Vec<Who>,
        /// Marks that name nobody known, or several, each with why.
        unread: Vec<Message>,
    },
    /// A change of the own last line: that piece of it becomes this.
    Mend {
        /// Which line.
        id: ContributionId,
        /// The piece as it stands, with a little of what stands around it.
        was: String,
        /// The same as it would be.
        becomes: String,
    },
    /// Support of a line.
    Support {
        /// Which.
        id: ContributionId,
        /// What it says.
        text: Text,
        /// Who supports it.
        by: Who,
    },
    /// One of these two that would be refused, with why.
    Refused(Message),
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
            mentions: Vec::new(),
            unread: Vec::new(),
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
    // Where nothing is typed no name has to be known: the first frame does not wait for them.
    let spoken = (!text.trim().is_empty()).then(|| read(draft, given, text));
    let line = match spoken {
        Some(Ok(Spoken::Command(Command::Contribution(Contribution::Capture(line))))) => line,
        Some(Ok(Spoken::Command(Command::Contribution(
            command @ (Contribution::Substitute { .. } | Contribution::Support { .. }),
        )))) => return foreseen(given, command),
        _ => Line {
            anchor: draft.place(given.meeting),
            kind: draft.kind,
            ..Line::default()
        },
    };
    let kind = line
        .kind
        .unwrap_or_else(|| usual(given.meeting, line.anchor));
    let unread = line.unread.iter().map(|mark| unread(given, mark)).collect();
    Reading::Contribution {
        place: line.anchor,
        kind,
        from: line.from,
        themes: line.themes,
        mentions: line.mentions,
        unread,
    }
}

/// What a change of a line would come to, before it is made.
fn foreseen(given: &Given, command: Contribution) -> Reading {
    let decided = decide(given.meeting, given.author, given.now, command.into());
    let events = match decided {
        Ok(events) => events,
        Err(refusal) => return Reading::Refused(refusal.reason),
    };
    let line = |id| {
        given
            .meeting
            .contributions
            .get(id)
            .map(|one| &one.line.text)
    };
    let foreseen = events.iter().find_map(|event| match event {
        Event::Contribution(Noted::Edited { id, text, .. }) => {
            let (was, becomes) = changed(line(*id)?.as_str(), text.as_str());
            Some(Reading::Mend {
                id: *id,
                was,
                becomes,
            })
        }
        Event::Contribution(Noted::Supported { id, by }) => Some(Reading::Support {
            id: *id,
            text: line(*id)?.clone(),
            by: by.clone(),
        }),
        _ => None,
    });
    foreseen.unwrap_or(Reading::Command)
}

/// Where two texts differ, each with a little around: the beginning and the end that they share are cut short.
fn changed(was: &str, becomes: &str) -> (String, String) {
    const AROUND: usize = 12;
    let same = |(a, b): &(char, char)| a == b;
    let head = was.chars().zip(becomes.chars()).take_while(same).count();
    let (was, becomes): (Vec<char>, Vec<char>) = (was.chars().collect(), becomes.chars().collect());
    let ends = was[head..].iter().rev().zip(becomes[head..].iter().rev());
    let tail = ends.take_while(|(a, b)| a == b).count();
    let piece = |text: &[char]| {
        // Words in letters stay whole.
        let within = |at: usize| {
            let letter = |at: usize| text.get(at).is_some_and(char::is_ascii_alphanumeric);
            at > 0 && letter(at - 1) && letter(at)
        };
        let mut start = head.saturating_sub(AROUND);
        let mut end = (text.len() - tail + AROUND).min(text.len());
        while within(start) {
            start -= 1;
        }
        while within(end) {
            end += 1;
        }
        let mut piece: String = text[start..end].iter().collect();
        if start > 0 {
            piece.insert(0, '…');
        }
        if end < text.len() {
            piece.push('…');
        }
        piece
    };
    (piece(&was), piece(&becomes))
}

/// Why a mark is read as nobody.
fn unread(given: &mut Given, mark: &Text) -> Message {
    let name = mark.as_str().trim_start_matches('@');
    let found = given.interpreter.names(given.meeting).find(name);
    let why = match found {
        Match::Several(_) => "completion-several",
        Match::One(_) | Match::None => "completion-nobody",
    };
    Message::new(why).with("mark", mark.clone())
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

/// A piece of what stands above the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it says.
    pub text: String,
    /// Whether it wants attention before the line is sent.
    pub flagged: Flagged,
}

/// Whether something wants attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flagged {
    /// It is as it should be.
    No,
    /// It does.
    Yes,
}

/// How much of whose line it is stands above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The unit in full, and the person.
    Whole,
    /// The unit for short, and the person.
    Short,
    /// The person; the unit where there is none.
    Person,
}

impl Part {
    fn plain(text: String) -> Self {
        Self {
            text,
            flagged: Flagged::No,
        }
    }

    fn flagged(text: String) -> Self {
        Self {
            text,
            flagged: Flagged::Yes,
        }
    }
}

/// What stands above the line: the kind, whose it is and what about; for a command, how it is written and what it does; for a
/// change, what it comes to.
#[must_use]
pub fn label(scene: &Scene, how: Source) -> Vec<Part> {
    let plain = |texts: Vec<String>| texts.into_iter().map(Part::plain).collect();
    match &scene.ui.reading {
        Reading::Command => plain(command(scene)),
        Reading::Filter => plain(vec![scene.word("tui-label-filter")]),
        Reading::Mend { id, was, becomes } => {
            let arrow = match scene.styles.signs {
                Signs::Unicode => "→",
                Signs::Ascii => "->",
            };
            let (was, becomes) = (shown(was), shown(becomes));
            plain(vec![format!("{id}: {was} {arrow} {becomes}")])
        }
        Reading::Support { id, text, by } => {
            let by = scene.short_name(by);
            let supports = Message::new("completion-supports").with("id", id.to_string());
            plain(vec![
                scene.say(&supports.with("name", Text::line(&by))),
                shown(text.as_str()).into_owned(),
            ])
        }
        Reading::Refused(reason) => vec![Part::flagged(scene.say(reason))],
        Reading::Contribution { .. } => contribution(scene, how),
    }
}

/// That it is a command; which one, and what it does.
fn command(scene: &Scene) -> Vec<String> {
    let mut parts = vec![scene.word("tui-label-command")];
    if let Some(row) = command_begun(scene.ui.draft.field.text()) {
        parts.push(scene.text(&row.written()).trim().to_owned());
        parts.push(scene.word(row.help));
    }
    parts
}

fn contribution(scene: &Scene, how: Source) -> Vec<Part> {
    let Reading::Contribution {
        place,
        kind,
        from,
        themes,
        mentions,
        unread,
    } = &scene.ui.reading
    else {
        return Vec::new();
    };
    let mut parts = vec![scene.say(&kind.word())];
    parts.extend(elsewhere(scene, *place, how));
    if from.is_empty() {
        parts.extend(source(scene, *place, how));
    } else {
        if from.len() > 1 {
            parts.push(scene.word("completion-jointly"));
        }
        let name = |who| match how {
            Source::Whole => scene.name(who),
            Source::Short | Source::Person => scene.short_name(who),
        };
        parts.extend(from.iter().map(name));
    }
    let mut parts: Vec<Part> = parts.into_iter().map(Part::plain).collect();
    parts.extend(unread.iter().map(|why| Part::flagged(scene.say(why))));
    let themes = themes.iter().map(|theme| theme_name(scene, theme));
    let mentions = mentions.iter();
    let mentions = mentions.map(|who| format!("@{}", scene.short_name(who)));
    parts.extend(themes.chain(mentions).map(Part::plain));
    parts
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

/// The item of a line that belongs to another than the present one.
fn elsewhere(scene: &Scene, place: Anchor, how: Source) -> Option<String> {
    let progress = &scene.meeting.progress;
    let id = place.item.filter(|id| progress.place() != Some(*id))?;
    let item = progress.item(id)?;
    let message = match how {
        Source::Whole => Message::new("tui-label-item-whole").with("title", &item.plan.title),
        Source::Short | Source::Person => Message::new("tui-label-item"),
    };
    Some(scene.say(&message.with("number", progress.number(id))))
}

/// The unit and the person of a turn; the chair where there is none.
fn source(scene: &Scene, place: Anchor, how: Source) -> Vec<String> {
    let Some(turn) = place.turn.and_then(|turn| scene.meeting.floor.turn(turn)) else {
        return vec![scene.word("tui-label-chair")];
    };
    let unit = turn.speaker.unit.clone().map(Who::Unit);
    let person = turn.speaker.person.clone().map(Who::Person);
    let unit = unit.filter(|_| how != Source::Person || person.is_none());
    let unit = unit.map(|unit| match how {
        Source::Whole => scene.name(&unit),
        Source::Short | Source::Person => scene.short_name(&unit),
    });
    unit.into_iter()
        .chain(person.map(|person| scene.name(&person)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_shown_with_a_little_around_it() {
        let (was, becomes) = (
            "Send ten lecturers to friendly universities",
            "Send two lecturers to friendly universities",
        );
        assert_eq!(
            changed(was, becomes),
            (
                "Send ten lecturers to…".to_owned(),
                "Send two lecturers to…".to_owned()
            )
        );
        assert_eq!(changed("好", "好的"), ("好".to_owned(), "好的".to_owned()));
        let long = "云南财经大学每年邀请东南亚高校的学生来校学习一个学期";
        let (was, becomes) = changed(long, &long.replace("一个", "两个"));
        assert_eq!(was, "…东南亚高校的学生来校学习一个学期");
        assert_eq!(becomes, "…东南亚高校的学生来校学习两个学期");
    }
}
