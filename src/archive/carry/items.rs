//! The items of the next agenda: what opens it, the minutes of the last meeting, what moves, what is repeated, what closes it.

use std::collections::HashSet;

use super::{Carried, Writing, is_settled};
use crate::agenda::file::write::{Named, heading, item, item_keys};
use crate::agenda::{Item, ItemKind, SpeakerChoice, Who};
use crate::archive::history::{History, is_unfinished};
use crate::locale::Locale;
use crate::meeting::Meeting;
use crate::meeting::outcome::Outcome;
use crate::meeting::progress::ItemState;
use crate::text::{Bilingual, Language, Message, Text};

/// How an agenda names the minutes of the last session.
const LAST: &str = "last";

/// An item of the next agenda, with where it comes from.
struct Planned {
    item: Item,
    from: Message,
    rank: Rank,
}

/// Its place among the others.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Opens,
    Approves,
    Moved,
    Repeated,
    Closes,
}

impl Writing<'_> {
    /// All items.
    pub(super) fn items(&mut self, sessions: &[Carried], history: &History) {
        let mut planned = repeated(self.latest);
        planned.extend(moved(sessions, history, &planned));
        if !planned.iter().any(|one| approves_the_last(&one.item)) {
            planned.push(self.approval());
        }
        planned.sort_by_key(|one| one.rank);
        let words = self.locale.word("carry-items");
        heading(&mut self.out, &words);
        let meeting = self.latest.meeting;
        for one in planned {
            self.comment(&one.from);
            for missing in missing(&one.item, meeting) {
                let message = Message::new("carry-missing").with("who", missing);
                self.comment(&message);
            }
            let keys = item_keys(&one.item, |named| is_known(named, meeting));
            item(&mut self.out, &keys);
        }
    }

    /// The minutes of the latest session, to be approved.
    fn approval(&self) -> Planned {
        let has_series = self.latest.summary.meeting.series.is_some();
        let documents = has_series.then(|| Text::line(LAST));
        Planned {
            item: Item {
                kind: ItemKind::Approval,
                documents: documents.into_iter().collect(),
                text: Some(self.as_its_title("carry-approval-text")),
                ..Item::titled(self.as_its_title("carry-approval"))
            },
            from: Message::new("carry-from-minutes").with("session", self.latest.stem),
            rank: Rank::Approves,
        }
    }

    /// Words in the languages in which the meeting has its title.
    fn as_its_title(&self, id: &'static str) -> Bilingual {
        let said = |language| Text::line(&Locale::new(language).word(id));
        let title = &self.latest.summary.meeting.title;
        if title.en == title.zh {
            return Bilingual::same(said(self.latest.summary.language));
        }
        Bilingual {
            en: said(Language::English),
            zh: said(Language::Chinese),
        }
    }
}

/// What the latest session had that comes every time: what is marked so, and what opens and closes a meeting.
fn repeated(latest: &Carried) -> Vec<Planned> {
    let mut planned = Vec::new();
    for (number, state) in (1_usize..).zip(latest.meeting.progress.items()) {
        let plan = &state.plan;
        let rank = match plan.kind {
            ItemKind::Opening => Rank::Opens,
            ItemKind::Closing => Rank::Closes,
            ItemKind::Report
            | ItemKind::Discussion
            | ItemKind::Round
            | ItemKind::Motion
            | ItemKind::Approval
            | ItemKind::Election
            | ItemKind::Break => {
                if !plan.recurring {
                    continue;
                }
                if approves_the_last(plan) {
                    Rank::Approves
                } else {
                    Rank::Repeated
                }
            }
        };
        let id = if plan.recurring {
            "carry-from-repeated"
        } else {
            "carry-from-every"
        };
        let from = Message::new(id)
            .with("number", number)
            .with("session", latest.stem);
        planned.push(Planned {
            item: plan.clone(),
            from,
            rank,
        });
    }
    planned
}

/// What the sessions put off or left unfinished, oldest first, each title once; what comes anyway does not move.
fn moved(sessions: &[Carried], history: &History, repeated: &[Planned]) -> Vec<Planned> {
    let mut taken: HashSet<Bilingual> = repeated.iter().map(|one| one.item.title.clone()).collect();
    let mut planned = Vec::new();
    for (at, session) in sessions.iter().enumerate() {
        let later = &sessions[at + 1..];
        let states = (1..).zip(session.meeting.progress.items());
        for ((number, state), entry) in states.zip(&session.summary.items) {
            let has_again = |later: &Carried| {
                later
                    .summary
                    .items
                    .iter()
                    .any(|one| one.title == entry.title)
            };
            let waits = is_unfinished(entry, true)
                && !is_settled(history, session.stem, number)
                && !later.iter().any(has_again);
            let item = moving(&state.plan, session.stem, history);
            // An approval that comes every time is of other minutes each time.
            if waits && (taken.insert(entry.title.clone()) || item != state.plan) {
                planned.push(Planned {
                    item,
                    from: from_unfinished(state, number, session.stem),
                    rank: Rank::Moved,
                });
            }
        }
    }
    planned
}

/// An item as it moves. On the next agenda `last` would mean the minutes of the meeting that put them off, so those it meant are named.
fn moving(item: &Item, stem: &str, history: &History) -> Item {
    let mut moving = item.clone();
    let Some(meant) = history
        .held_before(stem)
        .filter(|_| approves_the_last(item))
    else {
        return moving;
    };
    for document in &mut moving.documents {
        if document.as_str() == LAST {
            document.clone_from(&meant.stem);
        }
    }
    moving.recurring = false;
    moving
}

/// Where a moved item comes from, and why it moves.
fn from_unfinished(state: &ItemState, number: usize, stem: &str) -> Message {
    let reason = match &state.text {
        Some(text) => Message::new("followups-words").with("text", text),
        None => Message::new("text-nothing"),
    };
    let deferred = state
        .outcome
        .filter(|outcome| *outcome == Outcome::Deferred);
    let status = deferred.map_or_else(|| state.status.word(), Outcome::word);
    Message::new("carry-from-moved")
        .with("number", number)
        .with("session", stem)
        .with("status", status)
        .with("reason", reason)
}

fn approves_the_last(item: &Item) -> bool {
    item.kind == ItemKind::Approval && item.documents.iter().any(|one| one.as_str() == LAST)
}

fn is_known(named: &Named, meeting: &Meeting) -> bool {
    let roster = &meeting.roster;
    match named {
        Named::Who(Who::Person(id)) => roster.person(id).is_some(),
        Named::Who(Who::Unit(id)) => roster.unit(id).is_some(),
        Named::Group(group) => {
            let persons = roster.persons().map(|person| &person.group);
            let units = roster.units().map(|unit| &unit.group);
            persons
                .chain(units)
                .any(|known| known.as_ref() == Some(*group))
        }
    }
}

/// Speakers and candidates of an item who are not on the roster any more.
fn missing<'a>(item: &'a Item, meeting: &Meeting) -> Vec<&'a str> {
    let speakers = item.speakers.iter().map(|speaker| match &speaker.who {
        SpeakerChoice::One(who) => (Named::Who(who), crate::summary::id_of(who)),
        SpeakerChoice::Group(group) => (Named::Group(group), group.as_str()),
    });
    let candidates = item.offices.iter().flat_map(|office| &office.candidates);
    let candidates = candidates.map(|who| (Named::Who(who), crate::summary::id_of(who)));
    speakers
        .chain(candidates)
        .filter(|(named, _)| !is_known(named, meeting))
        .map(|(_, id)| id)
        .collect()
}
