//! What a record of a correction changed, for the list of corrections: as it was and as it is, wherever something was there before.

use super::changes::{mended, none, turned};
use super::{Step, Told, aside, tell};
use crate::agenda::{Person, PersonId, Who};
use crate::meeting::roster::{self, Amendment};
use crate::meeting::{Event, contribution, floor, progress};
use crate::text::{Arg, Bilingual, Message};

/// What that record changed, in order; nothing for one that only prepares the next.
#[must_use]
pub fn corrected(step: &Step) -> Vec<Message> {
    let events = &step.record.events;
    let mut told: Told = events.iter().flat_map(|event| one(step, event)).collect();
    if events.iter().any(is_mended) {
        told.extend(mended(step));
    }
    told
}

/// Whether what an event changes is told by comparing what was with what is.
fn is_mended(event: &Event) -> bool {
    use contribution::Event as Noted;
    use floor::Event as Spoken;
    use progress::Event as Went;
    matches!(
        event,
        Event::Progress(
            Went::ItemTimed { .. } | Went::OpeningTimed { .. } | Went::AdjournmentTimed { .. }
        ) | Event::Floor(Spoken::TurnTimed { .. } | Spoken::SpeakerCorrected { .. })
            | Event::Contribution(
                Noted::Edited { .. }
                    | Noted::KindSet { .. }
                    | Noted::Filed { .. }
                    | Noted::ThemesSet { .. }
            )
    )
}

fn one(step: &Step, event: &Event) -> Told {
    use progress::Event as Went;
    match event {
        Event::Progress(Went::CorrectionBegun { .. } | Went::CorrectionPlaced { .. }) => Vec::new(),
        Event::Progress(Went::ItemRetitled { item, .. }) => {
            let title = |meeting: &crate::meeting::Meeting| {
                let item = meeting.progress.item(*item);
                item.map_or_else(none, |item| Arg::from(&item.plan.title))
            };
            vec![
                turned(
                    "corrected-item-title",
                    title(step.before),
                    title(step.after),
                )
                .with("number", step.after.progress.number(*item)),
            ]
        }
        Event::Roster(roster::Event::Amended { person, field }) => {
            amended(step, person, field).map_or_else(|| tell(step, event), |told| vec![told])
        }
        Event::Contribution(contribution::Event::Struck { id, reason }) => {
            let line = step.before.contributions.get(*id);
            let text = line.map_or_else(none, |line| Arg::from(&line.line.text));
            let reason = aside("corrected-struck-reason", "reason", reason.as_ref());
            vec![
                Message::new("corrected-struck")
                    .with("id", id.to_string())
                    .with("text", text)
                    .with("reason", reason),
            ]
        }
        event if is_mended(event) => Vec::new(),
        event => tell(step, event),
    }
}

/// A fact of a person as it was and as it is; none for one that is told in another way.
fn amended(step: &Step, id: &PersonId, field: &Amendment) -> Option<Message> {
    let was = step.before.roster.person(id)?;
    let is = step.after.roster.person(id)?;
    let both = |message, fact: fn(&Person) -> Option<&Bilingual>| {
        let said = |person| fact(person).map_or_else(none, Arg::from);
        turned(message, said(was), said(is))
    };
    let message = match field {
        Amendment::Name(_) => both("corrected-name", |person| Some(&person.name)),
        Amendment::Title(_) => both("corrected-title", |person| person.title.as_ref()),
        Amendment::Office(_) => both("corrected-office", |person| person.office.as_ref()),
        Amendment::Unit(_) => {
            let unit = |meeting: &crate::meeting::Meeting, person: &Person| {
                let unit = person.unit.clone();
                unit.map_or_else(none, |unit| meeting.roster.called(&Who::Unit(unit)))
            };
            turned(
                "corrected-unit",
                unit(step.before, was),
                unit(step.after, is),
            )
        }
        Amendment::Votes(_) => return None,
    };
    Some(message.with("person", &was.name))
}
