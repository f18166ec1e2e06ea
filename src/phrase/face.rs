//! The faces of a meeting: what of it is shown, and by which words each is asked for. Draws and says nothing.

use super::misread::Fault;
use super::{Read, Reading, Request};
use crate::board::Grouping;

/// What of the meeting is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Face {
    /// The chair's: who speaks, how long still, who is next.
    #[default]
    Floor,
    /// What was noted, in groups.
    Contributions,
    /// Everybody with their status.
    Roll,
    /// Votes and elections.
    Ballots,
    /// What the chair closes from.
    Brief,
    /// Every record.
    Record,
}

/// The words for faces, the English and the Chinese one that is shown first.
const FACES: &[(Face, &[&str])] = &[
    (Face::Floor, &["floor", "发言"]),
    (Face::Contributions, &["contributions", "意见"]),
    (Face::Roll, &["roll", "签到"]),
    (Face::Ballots, &["ballots", "表决"]),
    (Face::Brief, &["brief", "小结", "简报"]),
    (Face::Record, &["record", "记录"]),
];

const GROUPINGS: &[(Grouping, &[&str])] = &[
    (Grouping::Unit, &["by unit", "by units", "按单位"]),
    (Grouping::Theme, &["by theme", "by themes", "按主题"]),
    (Grouping::Item, &["by item", "by items", "按议程", "按议题"]),
    (Grouping::Kind, &["by kind", "by kinds", "按类别"]),
];

impl Face {
    /// The face that a word means, in either language.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let mut faces = FACES.iter();
        let (face, _) = faces.find(|(_, words)| words.contains(&word))?;
        Some(*face)
    }

    /// The English word for each.
    pub fn words() -> impl Iterator<Item = &'static str> {
        FACES.iter().map(|(_, words)| words[0])
    }

    /// The Chinese word for an English one.
    #[must_use]
    pub fn in_chinese(word: &str) -> Option<&'static str> {
        let mut faces = FACES.iter();
        let (_, words) = faces.find(|(_, words)| words[0] == word)?;
        Some(words[1])
    }
}

/// What is shown, and in which groups.
pub(super) fn read(reading: &mut Reading) -> Read {
    let face = reading.words.one_of(FACES).ok_or(Fault::Usage)?;
    let by = match face {
        Face::Contributions => reading.words.one_of(GROUPINGS),
        Face::Floor | Face::Roll | Face::Ballots | Face::Brief | Face::Record => None,
    };
    reading.ask(Request::Face { face, by })
}
