//! Why the rules say no: a value, told to the person in one sentence with what to do instead. Owns no words.

use crate::text::Message;

/// A command was not obeyed, and nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The sentence, saying what to do instead.
    pub reason: Message,
    /// What stands in the way, one each, where there are several.
    pub obstacles: Vec<Message>,
    /// Whether the same command with `really` at its end would be obeyed.
    pub insist: Insist,
}

/// Whether `really` helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Insist {
    /// It would be obeyed.
    Possible,
    /// It never is.
    Useless,
}

impl Refusal {
    /// A plain refusal.
    #[must_use]
    pub fn new(reason: Message) -> Self {
        Self {
            reason,
            obstacles: Vec::new(),
            insist: Insist::Useless,
        }
    }

    /// A refusal with a list, which `really` overcomes.
    #[must_use]
    pub fn unless_insisted(reason: Message, obstacles: Vec<Message>) -> Self {
        Self {
            reason,
            obstacles,
            insist: Insist::Possible,
        }
    }

    /// The same with a list of what stands in the way.
    #[must_use]
    pub fn because(mut self, obstacles: Vec<Message>) -> Self {
        self.obstacles = obstacles;
        self
    }
}

impl From<Message> for Refusal {
    fn from(reason: Message) -> Self {
        Self::new(reason)
    }
}
