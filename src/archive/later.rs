//! What became of one session's things after it: the answers of the ledger, and what later sessions of its series said of the matters that
//! arose from it. Owns which sessions have to be read for that; what they come to is `history`'s to say.

use std::collections::HashSet;
use std::path::Path;

use memchr::memmem;

use super::history::{History, Place, Raised};
use super::ledger::Ledger;
use super::{Listed, list, open, read};
use crate::summary::{Later, LaterAnswers, Summary};
use crate::text::Text;

/// What holds beside the session of that name (without `.toml`) in that folder: of its own things, and of the matters that arose in it. Of
/// the other sessions those are read that speak of the same things; one that cannot be read says nothing.
#[must_use]
pub fn later_answers(
    folder: &Path,
    stem: &str,
    summary: &Summary,
    ledger: &Ledger,
) -> LaterAnswers {
    let mut answers = ledger.beside(summary, stem);
    let Some(series) = &summary.meeting.series else {
        return answers;
    };
    let own = Text::line(stem);
    let matters = summary.matters.iter();
    let mut about: HashSet<&Text> = matters.map(|matter| &matter.session).collect();
    about.insert(&own);
    let listed = list(folder).into_iter();
    let speaking = listed
        .filter(|one| one.head.series.as_ref() == Some(series) && speaks_of(one, &about))
        .filter_map(|one| open(&one.path).ok())
        .map(|opened| (opened.stem, Summary::of(&opened.session.meeting)));
    answers.extend(History::met(speaking, ledger).said_later(summary, &own));
    answers
}

impl History {
    /// What later sessions said last of the things of that session, and of the matters that arose in it.
    #[must_use]
    pub fn said_later(&self, summary: &Summary, stem: &Text) -> LaterAnswers {
        let said = |(here, session, id): (Text, Text, Text)| {
            let raised = self.raised_as(&session, &id)?;
            Some((here, said_after(raised, self, summary)?))
        };
        things(summary, stem).filter_map(said).collect()
    }
}

/// Whether a session is one of those, or has matters that arose from one.
fn speaks_of(listed: &Listed, about: &HashSet<&Text>) -> bool {
    let is_one = |stem: &&Text| stem.as_str() == listed.stem;
    if about.iter().any(is_one) {
        return true;
    }
    let bytes = read(&listed.path).unwrap_or_default();
    let names = |stem: &&Text| memmem::find(&bytes, stem.as_str().as_bytes()).is_some();
    about.iter().any(names)
}

/// Everything of a session that may be answered afterwards: what it is called here, the session that raised it, and what it is called there.
fn things<'a>(
    summary: &'a Summary,
    own: &'a Text,
) -> impl Iterator<Item = (Text, Text, Text)> + 'a {
    let contributions = summary.contributions.iter().map(|line| line.id.to_string());
    let actions = summary.actions.iter().map(|action| action.id.to_string());
    let decisions = summary.decisions.iter().map(|one| one.id.to_string());
    let items = summary.items.iter().map(|item| item.number.to_string());
    let ids = contributions.chain(actions).chain(decisions).chain(items);
    let raised_here = ids.map(|id| Text::line(&id));
    let matters = summary.matters.iter();
    raised_here
        .map(|id| (id.clone(), own.clone(), id))
        .chain(matters.map(|matter| {
            let here = Text::line(&matter.id.to_string());
            (here, matter.session.clone(), matter.origin.clone())
        }))
}

/// The fate that holds, where a session after this one said it. What the ledger said stands beside the session already.
fn said_after(raised: &Raised, history: &History, summary: &Summary) -> Option<Later> {
    let fate = raised.fates.last()?;
    let at = fate.at.filter(|at| Some(*at) > summary.meeting.adjourned)?;
    match &fate.place {
        Place::Session(session) => Some(Later {
            status: fate.status,
            text: fate.text.clone(),
            at,
            author: Text::default(),
            session: Some(history.sessions[*session].stem.clone()),
        }),
        Place::There | Place::Ledger(_) => None,
    }
}
