//! Rules and verdicts as messages. Owns the choice of sentence; the sentences are in the locale files.

use super::{Base, Each, Fraction, Kind, Reason, Rule, Tie, Verdict};
use crate::text::{Arg, Message};

/// The rule in one sentence.
pub(super) fn explained(rule: &Rule) -> Message {
    let kind = match rule.kind {
        Kind::Majority if rule.can_never_pass() => Message::new("rules-explained-never"),
        Kind::Majority => Message::new("rules-explained-majority")
            .with("share", share_of(rule))
            .with("abstention", abstention(rule)),
        Kind::Unanimous => match rule.base {
            Base::Votes | Base::Valid | Base::Cast => Message::new("rules-explained-unanimous"),
            Base::Present | Base::Entitled => {
                Message::new("rules-explained-all").with("base", base(rule.base))
            }
        },
        Kind::Acclamation => Message::new("rules-explained-acclamation"),
    };
    Message::new("rules-explained")
        .with("rule", kind)
        .with("each", each(rule))
        .with("tie", tie(rule))
}

fn nothing() -> Message {
    Message::new("rules-nothing")
}

fn each(rule: &Rule) -> Message {
    match rule.each {
        Each::All => nothing(),
        Each::Group => Message::new("rules-explained-each-group"),
    }
}

fn tie(rule: &Rule) -> Message {
    // Only a majority of one half can end in a tie.
    match rule.tie {
        Tie::Chair
            if rule.kind == Kind::Majority && rule.need.is_half() && rule.each == Each::All =>
        {
            Message::new("rules-explained-tie-chair")
        }
        Tie::Fails | Tie::Chair => nothing(),
    }
}

fn abstention(rule: &Rule) -> Message {
    match rule.base {
        Base::Votes => Message::new("rules-abstention-nothing"),
        Base::Valid | Base::Cast | Base::Present | Base::Entitled => {
            Message::new("rules-abstention-against")
        }
    }
}

fn share_of(rule: &Rule) -> Message {
    let base = if rule.base == Base::Cast && rule.blank {
        Message::new("rules-base-cast-blank")
    } else {
        base(rule.base)
    };
    let ids = match rule.base {
        Base::Votes | Base::Valid | Base::Cast => {
            ["rules-share-more", "rules-share-least", "rules-share-all"]
        }
        Base::Present | Base::Entitled => PERSONS,
    };
    measured(rule.need, rule.strict, ids).with("base", base)
}

/// A quorum's share of the entitled.
pub(super) fn share(need: Fraction, strict: bool) -> Message {
    measured(need, strict, PERSONS).with("base", base(Base::Entitled))
}

/// Shares of people: more than, at least, all.
const PERSONS: [&str; 3] = [
    "rules-share-more-persons",
    "rules-share-least-persons",
    "rules-share-all-persons",
];

fn measured(need: Fraction, strict: bool, [more, least, all]: [&'static str; 3]) -> Message {
    match strict {
        true => Message::new(more).with("fraction", fraction(need)),
        false if need.is_whole() => Message::new(all),
        false => Message::new(least).with("fraction", fraction(need)),
    }
}

fn fraction(need: Fraction) -> Message {
    let is = |num, den| Fraction::new(num, den) == Some(need);
    if need.is_half() {
        Message::new("rules-fraction-half")
    } else if is(1, 3) {
        Message::new("rules-fraction-third")
    } else if is(2, 3) {
        Message::new("rules-fraction-two-thirds")
    } else if is(3, 4) {
        Message::new("rules-fraction-three-quarters")
    } else {
        Message::new("rules-fraction")
            .with("num", need.num())
            .with("den", need.den())
    }
}

/// What the share is taken of.
pub(super) fn base(base: Base) -> Message {
    Message::new(match base {
        Base::Votes => "rules-base-votes",
        Base::Valid => "rules-base-valid",
        Base::Cast => "rules-base-cast",
        Base::Present => "rules-base-present",
        Base::Entitled => "rules-base-entitled",
    })
}

/// What that number counts: votes, or people.
fn counted(base: Base, figure: u64) -> Message {
    match base {
        Base::Votes | Base::Valid | Base::Cast => {
            Message::new("rules-counted-votes").with("count", number(figure))
        }
        Base::Present => Message::new("rules-counted-present"),
        Base::Entitled => Message::new("rules-counted-entitled"),
    }
}

/// The verdict and why.
pub(super) fn sentence(verdict: &Verdict) -> Message {
    let reason = reason(verdict);
    match &verdict.reason {
        Reason::Reached
        | Reason::ReachedByChair
        | Reason::ReachedAnyway
        | Reason::Tie {
            open_to_chair: true,
        }
        | Reason::GroupFailed { .. } => reason,
        Reason::Short
        | Reason::ShortAnyway
        | Reason::NoneFor
        | Reason::Tie {
            open_to_chair: false,
        }
        | Reason::Opposed { .. }
        | Reason::NotAll => Message::new("rules-not-carried").with("reason", reason),
    }
}

/// Why it is so; of what is carried, tied or failed in a group the verdict is part of it.
fn reason(verdict: &Verdict) -> Message {
    // `figure` is the number in front of what is counted.
    let told = |id, figure| {
        Message::new(id)
            .with("needed", number(verdict.needed))
            .with("of", number(verdict.of))
            .with("had", number(verdict.had))
            .with("counted", counted(verdict.base, figure))
            .with("base", base(verdict.base))
    };
    let had = |id| told(id, verdict.of);
    match &verdict.reason {
        Reason::Reached => had("rules-carried"),
        Reason::ReachedByChair => had("rules-carried-by-chair"),
        Reason::ReachedAnyway => told("rules-carried-anyway", verdict.had),
        Reason::Short => had("rules-failed"),
        Reason::ShortAnyway => told("rules-failed-anyway", verdict.had),
        Reason::NoneFor => Message::new("rules-failed-none-for"),
        Reason::Tie {
            open_to_chair: true,
        } => had("rules-tie-open"),
        Reason::Tie {
            open_to_chair: false,
        } => had("rules-tie"),
        Reason::Opposed { against } => {
            Message::new("rules-failed-opposed").with("against", number(*against))
        }
        Reason::NotAll => had("rules-failed-not-all"),
        Reason::GroupFailed { group, verdict } => {
            let named = match group {
                Some(group) => Arg::from(group),
                None => Arg::from(Message::new("rules-group-others")),
            };
            Message::new("rules-failed-group")
                .with("group", named)
                .with("reason", self::reason(verdict))
        }
    }
}

fn number(figure: u64) -> Arg {
    Arg::Number(i64::try_from(figure).unwrap_or(i64::MAX))
}
