//! What keys can do: one table from which hints, help and the key table derive. To add a key is to add a row.
//! What a person has set is merged over the defaults in [`own`]; what an action does is `update`'s.

mod looking;
mod moves;
pub mod own;
mod place;

pub use moves::Move;
pub use place::{Line, Place};

use super::input::Key;
use super::keymap::is_same;
use crate::phrase::Face;

/// Something a key can start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// End the turn and give the floor to the next.
    Next,
    /// Stop the clock, or let it run again.
    Pause,
    /// One minute more.
    Extend,
    /// Ask who wants the floor, and why.
    Ask,
    /// Put what the item asks for to the vote, or announce the result.
    Ballot,
    /// Give everybody who waits the same share of what is left of the item.
    Pace,
    /// Show the whole of what the chair says next.
    Cue,
    /// Ask whom to give the floor to.
    GiveFloor,
    /// Ask who has a point of order.
    Order,
    /// Ask who came that is not on the roster.
    Enrol,
    /// Open the agenda to be changed.
    Agenda,
    /// Show the next face.
    NextFace,
    /// Show the face before.
    PreviousFace,
    /// Show that face.
    Show(Face),
    /// Move among what the face shows, or do something to what is selected there.
    Move(Move),
    /// Take back the last act.
    Undo,
    /// Obey it again.
    Redo,
    /// Send the line.
    Capture,
    /// Give the line another kind.
    Kind,
    /// File the line one turn back.
    EarlierTurn,
    /// File the line one turn on.
    LaterTurn,
    /// Clear the line up to the cursor.
    ClearLine,
    /// Delete the word before the cursor.
    DeleteWord,
    /// Put back what was cleared or deleted last.
    PutBack,
    /// Explain this face.
    Help,
    /// Find whatever can be done.
    Palette,
    /// Draw everything anew.
    Repaint,
    /// Ask whether to leave.
    Leave,
    /// Stop the program for a while.
    Suspend,
    /// Leave the mouse to the terminal, or take it again.
    Mouse,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// What it starts.
    pub action: Action,
    /// Its name in settings.
    pub name: &'static str,
    /// Two words for the hints: a sentence's id.
    pub hint: &'static str,
    /// One sentence for the help: a sentence's id.
    pub help: &'static str,
    /// The keys that start it, the first one shown. At least one; a key that may not arrive is never the only way.
    pub keys: &'static [&'static str],
    /// Where they work.
    pub place: Place,
    /// The command that does the same, where there is one.
    pub command: Option<&'static str>,
}

/// Every action, in the order of hints and help.
pub const ACTIONS: &[Row] = &[
    Row {
        action: Action::Capture,
        name: "capture",
        hint: "tui-hint-capture",
        help: "tui-help-capture",
        keys: &["Enter"],
        place: Place::Line,
        command: None,
    },
    Row {
        action: Action::Kind,
        name: "kind",
        hint: "tui-hint-kind",
        help: "tui-help-kind",
        keys: &["Ctrl-K"],
        place: Place::Line,
        command: None,
    },
    Row {
        action: Action::EarlierTurn,
        name: "earlier-turn",
        hint: "tui-hint-earlier-turn",
        help: "tui-help-earlier-turn",
        keys: &["Alt-Up"],
        place: Place::Line,
        command: Some("<"),
    },
    Row {
        action: Action::LaterTurn,
        name: "later-turn",
        hint: "tui-hint-later-turn",
        help: "tui-help-later-turn",
        keys: &["Alt-Down"],
        place: Place::Line,
        command: None,
    },
    Row {
        action: Action::ClearLine,
        name: "clear-line",
        hint: "tui-hint-clear-line",
        help: "tui-help-clear-line",
        keys: &["Ctrl-U"],
        place: Place::Line,
        command: None,
    },
    Row {
        action: Action::DeleteWord,
        name: "delete-word",
        hint: "tui-hint-delete-word",
        help: "tui-help-delete-word",
        keys: &["Ctrl-W"],
        place: Place::Line,
        command: None,
    },
    Row {
        action: Action::PutBack,
        name: "put-back",
        hint: "tui-hint-put-back",
        help: "tui-help-put-back",
        keys: &["Ctrl-Y"],
        place: Place::Anywhere,
        command: None,
    },
    Row {
        action: Action::Next,
        name: "next",
        hint: "tui-hint-next",
        help: "tui-help-next",
        keys: &["F5"],
        place: Place::Anywhere,
        command: Some(":next"),
    },
    Row {
        action: Action::Pause,
        name: "pause",
        hint: "tui-hint-pause",
        help: "tui-help-pause",
        keys: &["F6"],
        place: Place::Anywhere,
        command: Some(":pause"),
    },
    Row {
        action: Action::Extend,
        name: "extend",
        hint: "tui-hint-extend",
        help: "tui-help-extend",
        keys: &["F7"],
        place: Place::Anywhere,
        command: Some(":extend 1m"),
    },
    Row {
        action: Action::Ask,
        name: "ask",
        hint: "tui-hint-ask",
        help: "tui-help-ask",
        keys: &["F8"],
        place: Place::Anywhere,
        command: Some(":ask"),
    },
    Row {
        action: Action::Ballot,
        name: "ballot",
        hint: "tui-hint-ballot",
        help: "tui-help-ballot",
        keys: &["F9"],
        place: Place::Anywhere,
        command: Some(":ballot"),
    },
    Row {
        action: Action::Pace,
        name: "pace",
        hint: "tui-hint-pace",
        help: "tui-help-pace",
        keys: &["F10"],
        place: Place::Anywhere,
        command: Some(":each"),
    },
    Row {
        action: Action::Cue,
        name: "cue",
        hint: "tui-hint-cue",
        help: "tui-help-cue",
        keys: &["F4"],
        place: Place::Anywhere,
        command: Some(":help cue"),
    },
    Row {
        action: Action::GiveFloor,
        name: "give-floor",
        hint: "tui-hint-give-floor",
        help: "tui-help-give-floor",
        keys: &["Ctrl-F"],
        place: Place::Anywhere,
        command: Some(":floor"),
    },
    Row {
        action: Action::Order,
        name: "order",
        hint: "tui-hint-order",
        help: "tui-help-order",
        keys: &["Ctrl-O"],
        place: Place::Anywhere,
        command: Some(":order"),
    },
    Row {
        action: Action::Enrol,
        name: "enrol",
        hint: "tui-hint-enrol",
        help: "tui-help-enrol",
        keys: &["Ctrl-N"],
        place: Place::Anywhere,
        command: Some(":enrol"),
    },
    Row {
        action: Action::Agenda,
        name: "agenda",
        hint: "tui-hint-agenda",
        help: "tui-help-agenda",
        keys: &["Ctrl-T"],
        place: Place::Anywhere,
        command: Some(":item"),
    },
    Row {
        action: Action::NextFace,
        name: "next-face",
        hint: "tui-hint-faces",
        help: "tui-help-next-face",
        keys: &["Tab", "F2"],
        place: Place::EmptyLine,
        command: None,
    },
    Row {
        action: Action::PreviousFace,
        name: "previous-face",
        hint: "tui-hint-faces",
        help: "tui-help-previous-face",
        keys: &["Shift-Tab", "F3"],
        place: Place::EmptyLine,
        command: None,
    },
    Row {
        action: Action::Show(Face::Floor),
        name: "floor",
        hint: "tui-hint-faces",
        help: "tui-help-floor",
        keys: &["Alt-1"],
        place: Place::Anywhere,
        command: Some(":face floor"),
    },
    Row {
        action: Action::Show(Face::Contributions),
        name: "contributions",
        hint: "tui-hint-faces",
        help: "tui-help-contributions",
        keys: &["Alt-2"],
        place: Place::Anywhere,
        command: Some(":face contributions"),
    },
    Row {
        action: Action::Show(Face::Roll),
        name: "roll",
        hint: "tui-hint-faces",
        help: "tui-help-roll",
        keys: &["Alt-3"],
        place: Place::Anywhere,
        command: Some(":face roll"),
    },
    Row {
        action: Action::Show(Face::Ballots),
        name: "ballots",
        hint: "tui-hint-faces",
        help: "tui-help-ballots",
        keys: &["Alt-4"],
        place: Place::Anywhere,
        command: Some(":face ballots"),
    },
    Row {
        action: Action::Show(Face::Brief),
        name: "brief",
        hint: "tui-hint-faces",
        help: "tui-help-brief",
        keys: &["Alt-5"],
        place: Place::Anywhere,
        command: Some(":face brief"),
    },
    Row {
        action: Action::Show(Face::Record),
        name: "record",
        hint: "tui-hint-faces",
        help: "tui-help-record",
        keys: &["Alt-6"],
        place: Place::Anywhere,
        command: Some(":face record"),
    },
    Row {
        action: Action::Move(Move::Previous),
        name: "select-previous",
        hint: "tui-hint-select",
        help: "tui-help-select-previous",
        keys: &["Up"],
        place: Place::Selecting,
        command: None,
    },
    Row {
        action: Action::Move(Move::Next),
        name: "select-next",
        hint: "tui-hint-select",
        help: "tui-help-select-next",
        keys: &["Down"],
        place: Place::Selecting,
        command: None,
    },
    Row {
        action: Action::Move(Move::PageBack),
        name: "page-back",
        hint: "tui-hint-select",
        help: "tui-help-page-back",
        keys: &["PageUp"],
        place: Place::Selecting,
        command: None,
    },
    Row {
        action: Action::Move(Move::PageOn),
        name: "page-on",
        hint: "tui-hint-select",
        help: "tui-help-page-on",
        keys: &["PageDown"],
        place: Place::Selecting,
        command: None,
    },
    Row {
        action: Action::Move(Move::GroupBack),
        name: "group-back",
        hint: "tui-hint-select",
        help: "tui-help-group-back",
        keys: &["Alt-Up"],
        place: Place::EmptyLine,
        command: None,
    },
    Row {
        action: Action::Move(Move::GroupOn),
        name: "group-on",
        hint: "tui-hint-select",
        help: "tui-help-group-on",
        keys: &["Alt-Down"],
        place: Place::EmptyLine,
        command: None,
    },
    Row {
        action: Action::Move(Move::Open),
        name: "open",
        hint: "tui-hint-more",
        help: "tui-help-open",
        keys: &["Right"],
        place: Place::EmptyLine,
        command: None,
    },
    Row {
        action: Action::Move(Move::Fold),
        name: "fold",
        hint: "tui-hint-fold",
        help: "tui-help-fold",
        keys: &["Left"],
        place: Place::EmptyLine,
        command: None,
    },
    Row {
        action: Action::Move(Move::Turn),
        name: "turn",
        hint: "tui-hint-turn",
        help: "tui-help-turn",
        keys: &["Ctrl-R"],
        place: Place::Anywhere,
        command: None,
    },
    Row {
        action: Action::Move(Move::Mark),
        name: "mark",
        hint: "tui-hint-mark",
        help: "tui-help-mark",
        keys: &["Space"],
        place: Place::EmptyLine,
        command: None,
    },
    Row {
        action: Action::Move(Move::Act),
        name: "act",
        hint: "tui-hint-act",
        help: "tui-help-act",
        keys: &["Enter"],
        place: Place::EmptyLine,
        command: None,
    },
    Row {
        action: Action::Move(Move::Refuse),
        name: "refuse",
        hint: "brief-hint-refuse",
        help: "tui-help-refuse",
        keys: &["Delete"],
        place: Place::EmptyLine,
        command: Some(":alike"),
    },
    Row {
        action: Action::Undo,
        name: "undo",
        hint: "tui-hint-undo",
        help: "tui-help-undo",
        keys: &["Ctrl-/"],
        place: Place::Anywhere,
        command: Some(":undo"),
    },
    Row {
        action: Action::Redo,
        name: "redo",
        hint: "tui-hint-redo",
        help: "tui-help-redo",
        keys: &["Alt-/"],
        place: Place::Anywhere,
        command: Some(":redo"),
    },
    Row {
        action: Action::Palette,
        name: "palette",
        hint: "tui-hint-palette",
        help: "tui-help-palette",
        keys: &["Ctrl-P"],
        place: Place::Anywhere,
        command: None,
    },
    Row {
        action: Action::Help,
        name: "help",
        hint: "tui-hint-help",
        help: "tui-help-help",
        keys: &["?"],
        place: Place::EmptyLine,
        command: Some(":help"),
    },
    Row {
        action: Action::Repaint,
        name: "repaint",
        hint: "tui-hint-repaint",
        help: "tui-help-repaint",
        keys: &["Ctrl-L"],
        place: Place::Anywhere,
        command: None,
    },
    Row {
        action: Action::Suspend,
        name: "suspend",
        hint: "tui-hint-suspend",
        help: "tui-help-suspend",
        keys: &["Ctrl-Z"],
        place: Place::Anywhere,
        command: None,
    },
    Row {
        action: Action::Mouse,
        name: "mouse",
        hint: "tui-hint-mouse",
        help: "tui-help-mouse",
        keys: &["Ctrl-G"],
        place: Place::Anywhere,
        command: None,
    },
    Row {
        action: Action::Leave,
        name: "leave",
        hint: "tui-hint-leave",
        help: "tui-help-leave",
        keys: &["Ctrl-C"],
        place: Place::Anywhere,
        command: Some(":quit"),
    },
];

/// Which keys start which action.
#[derive(Clone, Debug)]
pub struct Keys(Vec<(Key, Row)>);

impl Default for Keys {
    fn default() -> Self {
        let named = ACTIONS.iter().flat_map(|row| {
            row.keys
                .iter()
                .filter_map(|key| Some((key.parse().ok()?, *row)))
        });
        Self(named.collect())
    }
}

impl Keys {
    /// What a key starts, typed while the line is empty or not.
    #[must_use]
    pub fn action(&self, key: Key, line: Line) -> Option<Action> {
        let row = self
            .0
            .iter()
            .find(|(named, row)| is_same(key, *named) && row.place.holds(line))?;
        Some(row.1.action)
    }

    /// All keys of an action, the one that is shown first.
    pub fn of(&self, action: Action) -> impl Iterator<Item = Key> {
        let named = self.0.iter().filter(move |(_, row)| row.action == action);
        named.map(|(key, _)| *key)
    }

    /// What a key starts wherever it is pressed.
    #[must_use]
    pub fn anywhere(&self, key: Key) -> Option<Action> {
        let mut rows = self.0.iter();
        let (_, row) =
            rows.find(|(named, row)| is_same(key, *named) && row.place == Place::Anywhere)?;
        Some(row.action)
    }

    /// The key that is shown for an action.
    #[must_use]
    pub fn shown(&self, action: Action) -> Option<Key> {
        self.of(action).next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_key_is_a_key_and_starts_one_thing_alone() {
        for row in ACTIONS {
            assert!(!row.keys.is_empty(), "{}", row.name);
            for name in row.keys {
                let key: Key = name.parse().expect(name);
                assert_eq!(key.to_string(), *name);
                for line in Line::ALL {
                    let starting = ACTIONS
                        .iter()
                        .filter(|other| other.place.holds(line) && other.keys.contains(name));
                    assert!(starting.count() <= 1, "{name} starts two things");
                }
            }
        }
    }

    #[test]
    fn no_key_that_types_starts_anything_but_help_and_the_selection_on_an_empty_line() {
        for row in ACTIONS {
            for name in row.keys {
                let key: Key = name.parse().expect(name);
                let spared = matches!(row.action, Action::Help | Action::Move(Move::Mark));
                assert!(
                    key.types().is_none() || (spared && row.place == Place::EmptyLine),
                    "{name}"
                );
            }
        }
    }
}
