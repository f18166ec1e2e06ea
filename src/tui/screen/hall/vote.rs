//! A vote in the hall: the question, and once there is a result the verdict as a sentence, with bars. Of a secret ballot nothing is shown that
//! was counted before its result.

use super::names::Entry;
use super::part::{Part, What};
use super::tally::Bar;
use super::{name, text};
use crate::agenda::{Method, Who};
use crate::meeting::ballot::{Ballot, Contest};
use crate::text::Message;
use crate::tui::scene::Scene;
use crate::tui::screen::ballots::{question_of, scale};
use crate::tui::style::{Role, Sign};

/// The ballot, from the question down: while it is open the question is what all look at, then what came of it.
pub(super) fn parts(scene: &Scene, ballot: &Ballot) -> Vec<Part> {
    let question = question_of(scene, &ballot.opening.question, ballot);
    let mut parts = match verdict(ballot) {
        None => vec![name(question)],
        Some((sign, word, role)) => {
            let said = format!("{} {}", scene.sign(sign), scene.word(word));
            vec![text(question, 1), Part::new(What::Name(said), role, 0)]
        }
    };
    match (ballot.contest(), figures(ballot)) {
        (Some(contest), figures) => parts.push(candidates(scene, ballot, contest, figures)),
        (None, Figures::Shown) => parts.push(bars(scene, ballot)),
        (None, Figures::Hidden) => {}
    }
    parts.extend(reason(scene, ballot).map(|said| Part::new(What::Text(said), Role::Quiet, 3)));
    parts
}

/// Whether what was counted may be seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Figures {
    Shown,
    Hidden,
}

fn figures(ballot: &Ballot) -> Figures {
    let is_secret = ballot.opening.method == Method::Secret;
    let is_counted = ballot.figures.sum() > 0 || !ballot.votes.is_empty();
    let is_declared = ballot.declaration().is_some();
    if ballot.is_void() || is_declared || !is_counted || (ballot.is_open() && is_secret) {
        Figures::Hidden
    } else {
        Figures::Shown
    }
}

fn bars(scene: &Scene, ballot: &Ballot) -> Part {
    let counts = ballot.counts();
    let figures = [
        ("ballots-for", counts.favour, Role::Good),
        ("ballots-against", counts.against, Role::Text),
        ("ballots-abstaining", counts.abstaining, Role::Quiet),
    ];
    let bar = |(label, figure, role)| Bar {
        label: scene.word(label),
        figure,
        scale: scale(ballot),
        role,
    };
    Part::new(What::Bars(figures.map(bar).into()), Role::Text, 1)
}

/// Who stands for election, and once it is over their votes and who is elected.
fn candidates(scene: &Scene, ballot: &Ballot, contest: &Contest, figures: Figures) -> Part {
    let is_elected = |who: &Who| !ballot.is_open() && ballot.elected.contains(who);
    let votes = |who: &Who| {
        let counts = ballot.counts_of(who).filter(|_| figures == Figures::Shown);
        counts.and_then(|counts| counts.favour)
    };
    let entry = |who: &Who| Entry {
        before: if is_elected(who) {
            scene.sign(Sign::Done).to_owned()
        } else {
            String::new()
        },
        name: scene.name(who),
        behind: votes(who)
            .map(|votes| votes.to_string())
            .unwrap_or_default(),
        role: if is_elected(who) {
            Role::Good
        } else {
            Role::Text
        },
    };
    let entries = contest.candidates.iter().map(entry).collect();
    Part::new(What::Names(entries), Role::Text, 1)
}

/// What a question came to. Not carried is no alarm in the hall: it is said, and not in red.
fn verdict(ballot: &Ballot) -> Option<(Sign, &'static str, Role)> {
    if ballot.is_open() || ballot.is_void() || ballot.contest().is_some() {
        return None;
    }
    Some(if ballot.carried? {
        (Sign::Done, "hall-carried", Role::Good)
    } else {
        (Sign::None, "hall-not-carried", Role::Strong)
    })
}

/// How the vote is taken; after it the reason, and of an election how many seats are filled: who has them stands beside the names.
fn reason(scene: &Scene, ballot: &Ballot) -> Option<String> {
    if ballot.is_open() {
        let method = ballot.opening.method_named();
        return Some(scene.say(&Message::new("hall-voting").with("method", method)));
    }
    let said = match ballot.contest().filter(|_| !ballot.is_void()) {
        Some(contest) => Message::new("hall-filled")
            .with("filled", ballot.elected.len())
            .with("seats", contest.seats),
        None => scene.meeting.ballot_sentence(ballot)?,
    };
    Some(scene.say(&said))
}
