//! What a meeting that is about to end leaves loose: nothing of it stands in the way, all of it is worth a look.

use crate::agenda::ContributionKind;
use crate::meeting::Meeting;
use crate::meeting::outcome::{Action, Due};
use crate::text::{Arg, Message};

/// A sentence for each kind of loose end: matters arising that stay open, motions without a result, lines that belong to
/// nobody, actions without an owner or a day, who was not heard. Costs the length of the meeting; made when the close is
/// asked for.
#[must_use]
pub fn loose_ends(meeting: &Meeting) -> Vec<Message> {
    let matters = meeting.outcomes.open_matters();
    let motions = meeting.motions.all();
    let pending = motions.filter(|motion| meeting.is_pending(motion));
    let lines = meeting.contributions.all().filter(|contribution| {
        let line = &contribution.line;
        contribution.counts() && line.kind != ContributionKind::Remark && line.source.by.is_empty()
    });
    let actions = || meeting.outcomes.actions().map(|entered| &entered.what);
    let without = |lacks: fn(&Action) -> bool| {
        actions()
            .filter(move |action| lacks(action))
            .map(|action| action.id.to_string())
    };
    let unheard = meeting.unheard();
    let unheard = unheard.iter().map(|who| meeting.roster.called(who));
    [
        listed(
            "telling-loose-matters",
            matters.map(|matter| matter.what.id.to_string()),
        ),
        listed(
            "telling-loose-motions",
            pending.map(|motion| motion.id.to_string()),
        ),
        listed(
            "telling-loose-lines",
            lines.map(|contribution| contribution.line.id.to_string()),
        ),
        listed(
            "telling-loose-owners",
            without(|action| action.owner.is_none()),
        ),
        listed(
            "telling-loose-days",
            without(|action| action.due == Due::Unsaid),
        ),
        listed("telling-loose-unheard", unheard),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The sentence with its list; nothing for an empty one.
fn listed<T: Into<Arg>>(id: &'static str, things: impl Iterator<Item = T>) -> Option<Message> {
    let things: Vec<Arg> = things.map(Into::into).collect();
    let message = Message::new(id).with("count", things.len());
    (!things.is_empty()).then(|| message.with("list", things))
}
