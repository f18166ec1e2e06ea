//! What the ledger says of things after their sessions, as a search meets it: by session and id, and whether a word of the query may stand
//! in it, so that a file is not passed over in which the word itself does not stand.

use std::collections::HashMap;

use memchr::memmem;

use super::entry::Entry;
use super::kinds::Kind;
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
    /// Whether a word of the query stands in one of them.
    has_word: bool,
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
        let mut held = answers.by_session.values().flat_map(HashMap::values);
        let said = held.find(|later| {
            let text = later.text.as_ref();
            text.is_some_and(|text| query.words.iter().any(|word| word.is_in(text.as_str())))
        });
        answers.has_word = said.is_some();
        answers
    }

    /// Whether a word of the query may stand in what was answered of something in that file.
    pub fn may_have_word(&self, stem: &str, part: &[u8]) -> bool {
        self.has_word
            && (self.by_session.contains_key(stem) || memmem::find(part, MATTER).is_some())
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
