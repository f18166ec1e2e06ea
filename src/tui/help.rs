//! What `?` explains: first the face one is on, its keys and its commands; then every other key by where it works, what a line
//! may hold, and every other command by what it is about. All from the tables; owns no sentence.

use super::action::{ACTIONS, Action, Keys, Move, Place, Row as Key};
use super::palette::{in_words, mark};
use crate::locale::Locale;
use crate::phrase::{CommandRow, Face, FormRow, Group, commands, forms};
use crate::text::Language;

/// A row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// What those below are about.
    Heading(String),
    /// What there is to know of it.
    Text(String),
    /// A key, a command, or both, and what they do.
    Entry {
        /// The key.
        key: String,
        /// The command, or a form of a line.
        command: String,
        /// What it does.
        what: String,
    },
    /// Nothing, between two groups.
    Blank,
}

/// What a row is made of.
enum Piece {
    /// A heading, by its sentence's id.
    Heading(&'static str),
    /// Of what commands are about.
    About(Group),
    /// A paragraph.
    Text(&'static str),
    /// A key of the table.
    Key(&'static Key),
    /// What types something that acts, and what that does.
    Typed(&'static str, &'static str),
    /// A form of a line.
    Form(&'static FormRow),
    /// A command.
    Command(&'static CommandRow),
    /// Nothing.
    Blank,
}

/// What is on a face.
struct Own {
    heading: &'static str,
    text: &'static str,
    keys: &'static [Action],
    commands: Group,
    filter: Filters,
}

/// Whether a face can be filtered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filters {
    Yes,
    No,
}

const SELECT: [Action; 2] = [Action::Move(Move::Previous), Action::Move(Move::Next)];

const FLOOR: &[Action] = &[
    Action::Next,
    Action::Pause,
    Action::Extend,
    Action::Ask,
    Action::GiveFloor,
    Action::Order,
    Action::Pace,
    Action::Cue,
    SELECT[0],
    SELECT[1],
    Action::Move(Move::Act),
];
const CONTRIBUTIONS: &[Action] = &[
    SELECT[0],
    SELECT[1],
    Action::Move(Move::Act),
    Action::Move(Move::Mark),
    Action::Move(Move::Turn),
    Action::Move(Move::Open),
    Action::Move(Move::Fold),
    Action::Move(Move::GroupBack),
    Action::Move(Move::GroupOn),
    Action::Move(Move::PageBack),
    Action::Move(Move::PageOn),
];
const ROLL: &[Action] = &[
    SELECT[0],
    SELECT[1],
    Action::Move(Move::Mark),
    Action::Move(Move::Act),
    Action::Move(Move::Open),
    Action::Move(Move::Fold),
    Action::Move(Move::GroupBack),
    Action::Move(Move::GroupOn),
    Action::Move(Move::PageBack),
    Action::Move(Move::PageOn),
    Action::Enrol,
];
const BALLOTS: &[Action] = &[Action::Ballot, Action::Move(Move::Act)];
const BRIEF: &[Action] = &[
    SELECT[0],
    SELECT[1],
    Action::Move(Move::Act),
    Action::Move(Move::Refuse),
    Action::Move(Move::Open),
    Action::Move(Move::Fold),
];
const RECORD: &[Action] = &[
    SELECT[0],
    SELECT[1],
    Action::Move(Move::Act),
    Action::Move(Move::Turn),
    Action::Move(Move::Open),
    Action::Move(Move::Fold),
    Action::Undo,
    Action::Redo,
];

impl Own {
    const fn of(face: Face) -> Self {
        match face {
            Face::Floor => Self {
                heading: "face-floor",
                text: "help-face-floor",
                keys: FLOOR,
                commands: Group::Floor,
                filter: Filters::No,
            },
            Face::Contributions => Self {
                heading: "face-contributions",
                text: "help-face-contributions",
                keys: CONTRIBUTIONS,
                commands: Group::Capture,
                filter: Filters::Yes,
            },
            Face::Roll => Self {
                heading: "face-roll",
                text: "help-face-roll",
                keys: ROLL,
                commands: Group::Roll,
                filter: Filters::Yes,
            },
            Face::Ballots => Self {
                heading: "face-ballots",
                text: "help-face-ballots",
                keys: BALLOTS,
                commands: Group::Ballot,
                filter: Filters::No,
            },
            Face::Brief => Self {
                heading: "face-brief",
                text: "help-face-brief",
                keys: BRIEF,
                commands: Group::Outcome,
                filter: Filters::No,
            },
            Face::Record => Self {
                heading: "face-record",
                text: "help-face-record",
                keys: RECORD,
                commands: Group::Repair,
                filter: Filters::Yes,
            },
        }
    }
}

/// All rows, for whoever is on that face.
#[must_use]
pub fn rows(keys: &Keys, locale: &Locale, face: Face) -> Vec<Row> {
    let pieces = pieces(face);
    pieces.map(|piece| row(&piece, keys, locale)).collect()
}

/// How many rows there are, in any language.
#[must_use]
pub fn count(face: Face) -> usize {
    pieces(face).count()
}

fn pieces(face: Face) -> impl Iterator<Item = Piece> {
    let own = Own::of(face);
    let others = Group::ALL.into_iter();
    let others = others.filter(move |group| *group != own.commands);
    let about = |group: Group| {
        let rows = commands().filter(move |row| row.group == group);
        let heading = [Piece::Blank, Piece::About(group)].into_iter();
        heading.chain(rows.map(Piece::Command))
    };
    let line = [Piece::Blank, Piece::Heading("palette-help-line")].into_iter();
    let line = line.chain(forms().iter().map(Piece::Form));
    of_face(&own)
        .into_iter()
        .chain(about(own.commands))
        .chain(
            Place::ALL
                .into_iter()
                .flat_map(move |place| at(&own, place)),
        )
        .chain(line)
        .chain(others.flat_map(about))
}

/// The face: what it shows, and its keys.
fn of_face(own: &Own) -> Vec<Piece> {
    let keys = own.keys.iter();
    let keys = keys.filter_map(|action| ACTIONS.iter().find(|row| row.action == *action));
    let filter = (own.filter == Filters::Yes).then_some(Piece::Typed("/", "tui-help-filter"));
    [Piece::Heading(own.heading), Piece::Text(own.text)]
        .into_iter()
        .chain(keys.map(Piece::Key))
        .chain(filter)
        .collect()
}

/// The keys that work there and are not the face's own.
fn at(own: &Own, place: Place) -> Vec<Piece> {
    let keys = ACTIONS.iter().filter(|row| row.place == place);
    let keys = keys.filter(|row| !own.keys.contains(&row.action));
    let typed = match place {
        Place::Anywhere => Some(Piece::Typed("1–9", "tui-help-digits")),
        Place::EmptyLine => Some(Piece::Typed(":", "tui-help-commands")),
        Place::Selecting | Place::Line => None,
    };
    let rows: Vec<Piece> = keys.map(Piece::Key).chain(typed).collect();
    if rows.is_empty() {
        return rows;
    }
    let heading = [Piece::Blank, Piece::Heading(place.heading())];
    heading.into_iter().chain(rows).collect()
}

fn row(piece: &Piece, keys: &Keys, locale: &Locale) -> Row {
    let language = locale.language();
    let in_language = |usage: &[&str; 2]| match language {
        Language::English => usage[0].to_owned(),
        Language::Chinese => usage[1].to_owned(),
    };
    let entry = |key: String, command: String, what: &'static str| Row::Entry {
        key,
        command,
        what: locale.word(what),
    };
    match piece {
        Piece::Blank => Row::Blank,
        Piece::Heading(id) => Row::Heading(locale.word(id)),
        Piece::About(group) => Row::Heading(locale.say(&group.heading())),
        Piece::Text(id) => Row::Text(locale.word(id)),
        Piece::Key(row) => {
            let key = keys.shown(row.action).map(|key| key.to_string());
            let command = row.command.map(|line| in_words(line, locale));
            entry(
                key.unwrap_or_default(),
                command.unwrap_or_default(),
                row.help,
            )
        }
        Piece::Typed(key, help) => entry((*key).to_owned(), String::new(), help),
        Piece::Form(form) => entry(String::new(), in_language(&form.usage), form.help),
        Piece::Command(row) => {
            let written = row.written();
            let written = written.get(language).as_str().trim();
            entry(
                String::new(),
                format!("{}{written}", mark(language)),
                row.help,
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACES: [Face; 6] = [
        Face::Floor,
        Face::Contributions,
        Face::Roll,
        Face::Ballots,
        Face::Brief,
        Face::Record,
    ];

    #[test]
    fn the_help_begins_with_the_face_and_names_everything_once() {
        for language in [Language::English, Language::Chinese] {
            let locale = Locale::new(language);
            for face in FACES {
                let rows = rows(&Keys::default(), &locale, face);
                assert_eq!(rows.len(), count(face));
                assert!(matches!(rows[..2], [Row::Heading(_), Row::Text(_)]));
                for action in ACTIONS {
                    let help = locale.word(action.help);
                    let told = |row: &&Row| matches!(row, Row::Entry { key, what, .. } if *what == help && !key.is_empty());
                    assert_eq!(rows.iter().filter(told).count(), 1, "{}", action.name);
                }
            }
        }
    }
}
