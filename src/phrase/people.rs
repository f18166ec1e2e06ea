//! What a line that starts with `/` looks for on the roll: people by name, pinyin or unit, or by what they are there. Owns what the
//! words can mean; what becomes of who is found is others'.

use std::collections::HashSet;

use crate::agenda::{Person, Who};
use crate::meeting::Meeting;
use crate::meeting::roll::Status;
use crate::names::{Names, fold};

/// The words for what somebody is on the roll, in small letters.
const STATUSES: &[(Status, &[&str])] = &[
    (Status::Unmarked, &["unmarked", "未登记"]),
    (Status::Present, &["present", "出席", "实到"]),
    (Status::Excused, &["excused", "请假"]),
    (Status::Absent, &["absent", "缺席"]),
    (Status::Left, &["left", "离席", "已离席"]),
    (Status::Represented, &["represented", "委托", "代表"]),
];

/// Whom to look for: as it is written, else with every word of it.
#[derive(Clone, Debug, Default)]
pub struct People {
    words: Vec<Word>,
}

/// Some words that stand together, and everything they mean.
#[derive(Clone, Debug, Default)]
struct Word {
    who: HashSet<Who>,
    status: Option<Status>,
}

impl People {
    /// The people those words mean.
    #[must_use]
    pub fn of(typed: &str, names: &Names) -> Self {
        let whole = Word::of(typed, names);
        let words = if whole.is_nobody() {
            let each = typed.split_whitespace();
            each.map(|word| Word::of(word, names)).collect()
        } else {
            vec![whole]
        };
        Self { words }
    }

    /// Whether somebody is among them.
    #[must_use]
    pub fn keep(&self, person: &Person, meeting: &Meeting) -> bool {
        self.words.iter().all(|word| word.means(person, meeting))
    }
}

impl Word {
    fn of(word: &str, names: &Names) -> Self {
        let folded = fold(word);
        let is_so = |(_, words): &&(Status, &[&str])| words.contains(&folded.as_str());
        Self {
            who: names.complete(word, usize::MAX).into_iter().collect(),
            status: STATUSES.iter().find(is_so).map(|(status, _)| *status),
        }
    }

    fn is_nobody(&self) -> bool {
        self.who.is_empty() && self.status.is_none()
    }

    fn means(&self, person: &Person, meeting: &Meeting) -> bool {
        let unit = person.unit.clone().map(Who::Unit);
        self.who.contains(&Who::Person(person.id.clone()))
            || unit.is_some_and(|unit| self.who.contains(&unit))
            || self.status == Some(meeting.roll.status(&person.id))
    }
}
