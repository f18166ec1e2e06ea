//! What one participant sees and has typed: the draft, the dialog, the last sentence told. Nothing of it is in the journal.
//! Changed by `update` alone; the meeting itself is the room's.

use crate::agenda::ContributionKind;
use crate::meeting::contribution::Anchor;
use crate::meeting::{Command, EntryId, ItemId, MatterId, Meeting, Refusal};
use crate::phrase::Face;
use crate::text::{Language, Message, Text};

use super::action::{Keys, Line};
use super::completion::Completion;
use super::form::{Form, Purpose};
use super::input::{Key, Mouse};
use super::keymap::half_width;
use super::lectern::Lectern;
use super::lobby::Going;
use super::log::Log;
use super::palette::{Choice as Chosen, Palette};
use super::polls::Polls;
use super::reading::Reading;
use super::register::Register;
use super::sheet::Sheet;
use super::style::Theme;
use super::widget::field::Field;

/// One participant's screen.
#[derive(Clone, Debug, Default)]
pub struct Ui {
    /// The line being typed.
    pub draft: Draft,
    /// Lines that wait for the command in the line to be done with, the next to return last.
    pub aside: Vec<Draft>,
    /// What a key took out of the line last.
    pub cleared: Option<Cleared>,
    /// The key that emptied the line before the draft came back to it, while it is held down.
    pub held: Option<Held>,
    /// What the draft is taken for; kept by `update`.
    pub reading: Reading,
    /// How the draft may go on; kept by `update`.
    pub completion: Completion,
    /// What was chosen in the palette, the latest first.
    pub recent: Vec<Chosen>,
    /// What was asked of the person, where something was.
    pub dialog: Option<Dialog>,
    /// The digit that answers it, unless a key follows that makes it the beginning of a text.
    pub digit: Option<Key>,
    /// What was told last; it goes with the next key.
    pub notice: Option<Notice>,
    /// The line whose command the room has not answered yet.
    pub sent: Option<Sent>,
    /// What is shown on the stage.
    pub face: Face,
    /// Who is selected among those who wait.
    pub selected: Option<EntryId>,
    /// The board of contributions, as it lies before this participant.
    pub sheet: Sheet,
    /// The roll, as it lies before them.
    pub register: Register,
    /// The ballots, as they lie before them.
    pub polls: Polls,
    /// The brief, as it lies before them.
    pub lectern: Lectern,
    /// The record, as it lies before them.
    pub log: Log,
    /// The matter arising at which they are, or were last.
    pub matter: Option<MatterId>,
    /// A form that was left before it was sent; asked for again, it stands there as it was.
    pub laid_by: Option<Form>,
    /// Which keys start what.
    pub keys: Keys,
    /// The language of the screen.
    pub language: Language,
    /// The looks of the screen.
    pub theme: Theme,
    /// Whose the mouse is.
    pub mouse: Mouse,
    /// Where the meeting is kept; none where it is in memory, or in an archive.
    pub kept: Option<Kept>,
}

/// The files of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where every record is.
    pub journal: Text,
    /// Where the whole meeting is once it is over.
    pub session: Text,
}

/// The line being typed, and where it belongs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The line.
    pub field: Field,
    /// The turn and item in which its first character was typed; none while it is empty. It holds still while the line
    /// lives, whoever is given the floor meanwhile.
    pub anchor: Option<Anchor>,
    /// The kind that a key gave it.
    pub kind: Option<ContributionKind>,
    /// What a key put there for the person to go on with, where one did.
    pub begun: Option<String>,
}

impl Draft {
    /// Whether something is typed.
    #[must_use]
    pub fn line(&self) -> Line {
        match self.field.text().chars().next().map(half_width) {
            None => Line::Empty,
            Some('/') => Line::Filter,
            Some(_) => Line::Typed,
        }
    }

    /// The words that the line looks for; none where it is no filter.
    #[must_use]
    pub fn filter(&self) -> Option<&str> {
        let mut chars = self.field.text().chars();
        let mark = chars.next().map(half_width);
        (mark == Some('/')).then_some(chars.as_str())
    }

    /// Whether the line is as a key began it, and nobody has typed at it.
    #[must_use]
    pub fn is_as_begun(&self) -> bool {
        self.begun.as_deref() == Some(self.field.text())
    }

    /// Where the line belongs: where it was begun, or where it would begin now.
    #[must_use]
    pub fn place(&self, meeting: &Meeting) -> Anchor {
        self.anchor.unwrap_or_else(|| Anchor::now(meeting))
    }

    /// Types text, which the caller has cleaned.
    pub fn insert(&mut self, text: &str, meeting: &Meeting) {
        if text.is_empty() {
            return;
        }
        self.anchor.get_or_insert_with(|| Anchor::now(meeting));
        self.field.insert(text);
    }

    /// After an edit: a line that is empty again belongs nowhere.
    pub fn settle(&mut self) {
        if self.field.is_empty() {
            *self = Self::default();
        }
    }
}

/// What was taken out of a line, to be put back.
#[derive(Clone, Debug, PartialEq)]
pub struct Cleared {
    /// It, with the turn and the kind of that line.
    pub draft: Draft,
    /// What stood before the cursor then; what is taken from there next belongs to it.
    pub left: String,
}

/// A key that is held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub key: Key,
    /// Ticks of the second since it came last.
    pub ticks: u8,
}

/// A line on its way to the room, kept until it is answered so that a refusal gives it back.
#[derive(Clone, Debug, PartialEq)]
pub enum Sent {
    /// From the line.
    Line(Draft),
    /// From a form.
    Form(Form),
    /// From a key; with what it is when insisted on, where that helps.
    Key(Option<Command>),
}

/// Something told above the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What.
    pub what: Vec<Message>,
    /// In which tone.
    pub tone: Tone,
}

impl Notice {
    /// What somebody has to know; nothing where there is nothing.
    #[must_use]
    pub fn refused(what: Vec<Message>) -> Option<Self> {
        let tone = Tone::Refused;
        (!what.is_empty()).then_some(Self { what, tone })
    }
}

/// How something is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It happened.
    Done,
    /// It was refused.
    Refused,
    /// The world failed.
    Failed,
}

/// A question to the person, answered by a digit; Enter and Esc take the default, which changes nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Leave the meeting, which stays open?
    Leave,
    /// A pasted text has several lines.
    Paste(Vec<Text>),
    /// The rules refuse it, unless it is really meant.
    Insist {
        /// What was refused.
        again: Again,
        /// Why.
        refusal: Refusal,
    },
    /// One of several things to do next.
    Choose(Choice),
    /// The agenda, to be changed.
    Agenda {
        /// Which item is selected.
        selected: ItemId,
    },
    /// The matters arising, with what became of each.
    Matters {
        /// Which is selected.
        selected: MatterId,
    },
    /// One of them, to be answered.
    Matter {
        /// Which.
        at: MatterId,
        /// How many rows of it are out of sight above.
        above: u16,
    },
    /// The roll, called one by one: how each votes.
    Call {
        /// How many of those who have answered one went back; 0 for the first who has not.
        back: usize,
    },
    /// A question that takes words.
    Fill(Form),
    /// Whatever can be done, to be found.
    Palette(Palette),
    /// What the keys do here.
    Help {
        /// How many rows of it are out of sight above.
        above: u16,
    },
    /// Something to read: what was asked for by a line.
    Shown {
        /// What.
        lines: Vec<Message>,
        /// How many rows of it are out of sight above.
        above: u16,
    },
}

/// What was refused and can be insisted on.
#[derive(Clone, Debug, PartialEq)]
pub enum Again {
    /// A line.
    Line(Draft),
    /// An act of a key, as it is when insisted on.
    Command(Command),
}

/// A question whose answers each come to something.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What is asked.
    pub question: Message,
    /// What there is to know before answering, a line each.
    pub more: Vec<Message>,
    /// What stands behind each digit, the tenth behind 0, and what it comes to; the first is the default and changes nothing.
    pub answers: Vec<(&'static str, Then)>,
}

/// What an answer comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Then {
    /// Nothing.
    Leave,
    /// An act.
    Do(Box<Act>),
    /// Another question.
    Ask(Box<Choice>),
    /// The question whether really to do it, with what it would change.
    Foresee(Box<Foreseen>),
    /// A question that takes words.
    Fill(Purpose),
    /// A line, begun for the person to go on with.
    Begin(String),
    /// Calling the roll.
    Call,
    /// A matter arising, and those behind it.
    Matter(MatterId),
    /// Documents, by the words of the export.
    Export(&'static str),
    /// What is gone to from a lobby.
    Go(Going),
}

/// An act that is done only once it was seen what it would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Foreseen {
    /// What is asked then.
    pub question: Message,
    /// What stands behind the digit that does it.
    pub answer: &'static str,
    /// The act.
    pub command: Command,
}

impl From<Command> for Then {
    fn from(command: Command) -> Self {
        Self::Do(Box::new(command.into()))
    }
}

/// An act that an answer comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// It.
    pub command: Command,
    /// What it is when insisted on, where that helps.
    pub really: Option<Command>,
}

impl From<Command> for Act {
    fn from(command: Command) -> Self {
        Self {
            command,
            really: None,
        }
    }
}

/// What can be done to the agenda, by digit.
const AGENDA: [&str; 8] = [
    "tui-help-close",
    "form-agenda-go",
    "form-agenda-up",
    "form-agenda-down",
    "form-agenda-retitle",
    "form-agenda-skip",
    "form-agenda-defer",
    "form-agenda-add",
];

/// What can be done to the list of matters arising, by digit.
const MATTERS: [&str; 2] = ["tui-help-close", "matters-go-through"];

/// What can become of a matter arising, by digit; leaving it as it is goes on to the next.
const MATTER: [&str; 6] = [
    "matters-next",
    "contribution-answered",
    "contribution-adopted",
    "contribution-declined",
    "contribution-carried",
    "contribution-done",
];

/// What can be answered when one is called, by digit.
const CALL: [&str; 4] = [
    "ballot-answer-for",
    "ballot-answer-against",
    "ballot-answer-abstain",
    "ballot-answer-none",
];

impl Dialog {
    /// What is asked; nothing where something is to be read, or where the meeting says it.
    #[must_use]
    pub fn question(&self) -> Option<Message> {
        Some(match self {
            Self::Leave => Message::new("tui-leave"),
            Self::Paste(lines) => Message::new("tui-paste").with("lines", lines.len()),
            Self::Insist { refusal, .. } => refusal.reason.clone(),
            Self::Choose(choice) => choice.question.clone(),
            Self::Agenda { .. } => Message::new("form-agenda"),
            Self::Call { .. } => Message::new("ballots-calling"),
            Self::Fill(form) => form.purpose.question(),
            Self::Help { .. } => Message::new("tui-help"),
            Self::Matters { .. } | Self::Matter { .. } | Self::Palette(_) | Self::Shown { .. } => {
                return None;
            }
        })
    }

    /// The answers, by digit from 1; the first is the default. A form has none: digits type.
    #[must_use]
    pub fn answers(&self) -> Vec<&'static str> {
        match self {
            Self::Leave => vec!["tui-leave-stay", "tui-leave-go"],
            Self::Paste(_) => vec!["tui-paste-one", "tui-paste-each", "tui-paste-drop"],
            Self::Insist { .. } => vec!["tui-insist-no", "tui-insist-yes"],
            Self::Choose(choice) => choice.answers.iter().map(|(answer, _)| *answer).collect(),
            Self::Agenda { .. } => AGENDA.to_vec(),
            Self::Matters { .. } => MATTERS.to_vec(),
            Self::Matter { .. } => MATTER.to_vec(),
            Self::Call { .. } => CALL.to_vec(),
            Self::Fill(_) | Self::Palette(_) => Vec::new(),
            Self::Help { .. } | Self::Shown { .. } => vec!["tui-help-close"],
        }
    }
}
