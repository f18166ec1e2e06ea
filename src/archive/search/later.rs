//! What the ledger says of things after their sessions, as a search meets it: by session and id, and whether a word of the query may stand
//! in it, so that a file is not passed over in which the word itself does not stand.

use std::collections::HashMap;

use memchr::memmem;

use super::entry::Entry;
use super::kinds::Kind;
use super::lines::Table;
use super::query::Query;
use crate::archive::ledger::Ledger;
use crate::summary::Later;
use crate::text::Moment;

/// How a table begins that may have been answered elsewhere.
const MATTER: &[u8] = b"\n[[matters]]\n";

/// The answers that hold, of all sessions.
#[derive(Default)]
pub struct AllAnswers {
    by_session: HashMap<String, HashMap<String, Later>>,
    /// The things in whose answers a word of the query stands, by session.
    said: HashMap<String, Vec<String>>,
}

/// The things of one file in whose later answers a word of the query may stand.
#[derive(Clone, Debug, Default)]
pub struct Said<'a> {
    ids: &'a [String],
    /// Whether there are matters arising, which were answered elsewhere.
    matters: bool,
}

impl Said<'_> {
    /// Whether there is none.
    pub const fn is_nothing(&self) -> bool {
        self.ids.is_empty() && !self.matters
    }

    /// Whether that table may be one of them.
    pub fn may_be(&self, kind: Kind, table: &Table) -> bool {
        let is_it = |id: &String| id.as_bytes() == table.first_value();
        kind == Kind::Matter && self.matters || self.ids.iter().any(is_it)
    }
}

impl AllAnswers {
    /// Those of a ledger; the latest of each thing holds.
    pub fn of(ledger: &Ledger, query: &Query) -> Self {
        let mut answers = Self::default();
        for entry in ledger.entries() {
            let of_session = answers.by_session.entry(entry.session.to_string());
            let held = of_session.or_default();
            held.insert(entry.id.to_string(), entry.later());
        }
        for (session, held) in &answers.by_session {
            let is_said = |later: &Later| {
                let text = later.text.as_ref();
                text.is_some_and(|text| query.words.iter().any(|word| word.is_in(text.as_str())))
            };
            let said = held.iter().filter(|(_, later)| is_said(later));
            let ids: Vec<String> = said.map(|(id, _)| id.clone()).collect();
            if !ids.is_empty() {
                answers.said.insert(session.clone(), ids);
            }
        }
        answers
    }

    /// The things of that file in whose answers a word of the query may stand.
    pub fn said_of(&self, stem: &str, part: &[u8]) -> Said<'_> {
        if self.said.is_empty() {
            return Said::default();
        }
        Said {
            ids: self.said.get(stem).map_or(&[], Vec::as_slice),
            matters: memmem::find(part, MATTER).is_some(),
        }
    }

    /// The answer to a thing of that session; to a matter arising, what was answered after the session in which it arose.
    pub fn to(&self, entry: &Entry, stem: &str, adjourned: Option<Moment>) -> Option<Later> {
        if self.by_session.is_empty() {
            return None;
        }
        let held = |session: &str, id: &str| self.by_session.get(session)?.get(id);
        let later = match entry.kind {
            Kind::Matter => {
                let (session, id) = &entry.origin;
                held(session, id).filter(|later| Some(later.at) > adjourned)
            }
            Kind::Contribution(_) | Kind::Decision | Kind::Action | Kind::Item => {
                held(stem, &entry.id)
            }
            Kind::Meeting | Kind::Motion | Kind::Ballot => None,
        };
        later.cloned()
    }
}
