//! Opening a ballot: what is put, under which rule and method, to how many, and whether a quorum is there.

use super::{Contest, Event, Opening, Shortfall, Subject};
use crate::agenda::{ItemKind, Method, Who};
use crate::meeting::ids::ItemId;
use crate::meeting::motion::Motion;
use crate::meeting::progress::{ItemState, Resolve};
use crate::meeting::roll::QuorumCount;
use crate::meeting::{Meeting, Refusal};
use crate::rules::{Each, Rule};
use crate::text::{Arg, Bilingual, Message, Text};

type Decided = Result<Vec<Event>, Refusal>;

/// What is put, as the item or the command has it.
struct Matter {
    item: Option<ItemId>,
    on: Subject,
    question: Bilingual,
    rule: Option<Rule>,
    method: Option<Method>,
    round: u32,
}

pub(super) fn open(
    meeting: &Meeting,
    question: Option<&Text>,
    rule: Option<Rule>,
    method: Option<Method>,
    resolve: Resolve,
) -> Decided {
    none_open(meeting)?;
    let matter = matter(meeting, question, resolve)?;
    amendments_first(meeting, &matter, resolve)?;
    let rule = rule
        .or(matter.rule.clone())
        .unwrap_or_else(|| meeting.rule());
    let method = method_of(&matter, method, resolve)?;
    put(
        meeting,
        Matter {
            rule: Some(rule),
            method: Some(method),
            ..matter
        },
        resolve,
    )
}

/// Puts the matter, under its rule and method.
fn put(meeting: &Meeting, matter: Matter, resolve: Resolve) -> Decided {
    let rule = matter.rule.unwrap_or_else(|| meeting.rule());
    let method = matter.method.unwrap_or_default();
    fits(&rule, method, &matter.on)?;
    let without_quorum = quorum(meeting, resolve)?;
    let size = meeting.size_now(matter.item, &rule);
    let voters = called(meeting, matter.item, &rule, method);
    let opening = Opening {
        ballot: meeting.ids().next_ballot(),
        item: matter.item,
        on: matter.on,
        question: matter.question,
        rule,
        method,
        round: matter.round,
        size,
        voters,
        without_quorum,
    };
    Ok(vec![Event::Opened(Box::new(opening))])
}

pub(super) fn none_open(meeting: &Meeting) -> Result<(), Refusal> {
    match meeting.ballots.open_ballot() {
        None => Ok(()),
        Some(open) => Err(Message::new("ballot-open-already")
            .with("ballot", open.id().to_string())
            .with("question", &open.opening.question)
            .into()),
    }
}

fn matter(meeting: &Meeting, question: Option<&Text>, resolve: Resolve) -> Result<Matter, Refusal> {
    let item = meeting
        .progress
        .place()
        .and_then(|id| meeting.progress.item(id));
    if let Some(asked) = question
        && let Some(motion) = motion_called(meeting, asked)?
    {
        return Ok(on_motion(meeting, motion, None));
    }
    match item {
        Some(item) if item.plan.kind == ItemKind::Election => {
            on_office(meeting, item, question, resolve)
        }
        Some(item) => on_item(meeting, item, question),
        None => match question {
            Some(question) => Ok(free(None, question)),
            None => Err(Message::new("ballot-no-question").into()),
        },
    }
}

/// The motion whose id stands in place of a question.
fn motion_called<'a>(meeting: &'a Meeting, asked: &Text) -> Result<Option<&'a Motion>, Refusal> {
    let Some(motion) = meeting
        .motions
        .all()
        .find(|motion| motion.id.to_string().eq_ignore_ascii_case(asked.as_str()))
    else {
        return Ok(None);
    };
    if motion.withdrawn {
        return Err(Message::new("motion-withdrawn")
            .with("id", motion.id.to_string())
            .into());
    }
    Ok(Some(motion))
}

fn on_motion(meeting: &Meeting, motion: &Motion, question: Option<&Text>) -> Matter {
    let plan = motion
        .item
        .and_then(|item| meeting.progress.item(item))
        .map(|item| &item.plan);
    Matter {
        item: motion.item,
        on: Subject::Motion(motion.id),
        question: Bilingual::same(question.unwrap_or(&motion.text).clone()),
        rule: plan.and_then(|plan| plan.rule.clone()),
        method: plan.and_then(|plan| plan.method),
        round: 1,
    }
}

fn free(item: Option<&ItemState>, question: &Text) -> Matter {
    Matter {
        item: item.map(|item| item.id),
        on: Subject::Item,
        question: Bilingual::same(question.clone()),
        rule: item.and_then(|item| item.plan.rule.clone()),
        method: item.and_then(|item| item.plan.method),
        round: 1,
    }
}

/// What the item asks for: its pending motion, amendments first in order of entry; else its own text or title.
fn on_item(
    meeting: &Meeting,
    item: &ItemState,
    question: Option<&Text>,
) -> Result<Matter, Refusal> {
    if let Some(motion) = meeting.pending_motion(Some(item.id)) {
        let first = meeting
            .pending_amendments(motion.id)
            .next()
            .unwrap_or(motion);
        return Ok(on_motion(meeting, first, question));
    }
    if let Some(question) = question {
        return Ok(free(Some(item), question));
    }
    if item.is_put_to_vote() || item.plan.text.is_some() {
        let asked = item.plan.text.as_ref().unwrap_or(&item.plan.title);
        let (rule, method) = (item.plan.rule.clone(), item.plan.method);
        return Ok(Matter {
            item: Some(item.id),
            on: Subject::Item,
            question: asked.clone(),
            rule,
            method,
            round: 1,
        });
    }
    Err(Message::new("ballot-no-question").into())
}

fn on_office(
    meeting: &Meeting,
    item: &ItemState,
    question: Option<&Text>,
    resolve: Resolve,
) -> Result<Matter, Refusal> {
    let asked = question
        .filter(|_| meeting.offices(item.id).len() > 1 || meeting.next_office(item.id).is_none());
    let office = match asked {
        // Where one office is to be filled, any wording means it.
        None => meeting
            .next_office(item.id)
            .ok_or_else(|| all_balloted(meeting, item))?,
        Some(named) => match (meeting.office_called(item.id, named), resolve) {
            (Some(office), _) => office,
            (None, Resolve::Really) => return Ok(free(Some(item), named)),
            (None, Resolve::Plain) => return Err(no_office(meeting, item, named)),
        },
    };
    let planned = meeting.office(item.id, office);
    let candidates = meeting.candidates(item.id, office);
    if candidates.is_empty() {
        return Err(Message::new("election-no-candidates")
            .with("office", &planned.name)
            .into());
    }
    Ok(Matter {
        item: Some(item.id),
        on: Subject::Office(Contest {
            office,
            seats: planned.seats,
            candidates,
        }),
        question: planned.name,
        rule: planned.rule.or_else(|| item.plan.rule.clone()),
        method: planned.method.or(item.plan.method),
        round: 1,
    })
}

fn no_office(meeting: &Meeting, item: &ItemState, named: &Text) -> Refusal {
    let offices = meeting
        .offices(item.id)
        .into_iter()
        .map(|office| Arg::Both(office.name))
        .collect();
    let message = Message::new("election-no-office")
        .with("office", named)
        .with("offices", Arg::List(offices));
    Refusal::unless_insisted(message, Vec::new())
}

fn all_balloted(meeting: &Meeting, item: &ItemState) -> Refusal {
    let id = if meeting.open_seats(item.id).is_some() {
        "election-seats-left"
    } else {
        "election-all-balloted"
    };
    let message = Message::new(id).with("item", &item.plan.title);
    match meeting.offices(item.id).pop() {
        None => message.into(),
        Some(office) => message.with("office", Arg::Both(office.name)).into(),
    }
}

/// A motion waits for its amendments, unless it is put all the same.
fn amendments_first(meeting: &Meeting, matter: &Matter, resolve: Resolve) -> Result<(), Refusal> {
    let (Subject::Motion(motion), Resolve::Plain) = (&matter.on, resolve) else {
        return Ok(());
    };
    let pending: Vec<Message> = meeting
        .pending_amendments(*motion)
        .map(|amendment| {
            Message::new("ballot-amendment")
                .with("id", amendment.id.to_string())
                .with("text", &amendment.text)
        })
        .collect();
    if pending.is_empty() {
        return Ok(());
    }
    Err(Refusal::unless_insisted(
        Message::new("ballot-amendments-first").with("id", motion.to_string()),
        pending,
    ))
}

/// An item may force the method: another is only taken where it is insisted on.
fn method_of(matter: &Matter, asked: Option<Method>, resolve: Resolve) -> Result<Method, Refusal> {
    match (matter.method, asked) {
        (Some(forced), Some(asked)) if forced != asked && resolve == Resolve::Plain => {
            let message =
                Message::new("ballot-method-forced").with("method", super::words::method(forced));
            Err(Refusal::unless_insisted(message, Vec::new()))
        }
        (forced, asked) => Ok(asked.or(forced).unwrap_or_default()),
    }
}

/// Refuses what cannot be counted so.
fn fits(rule: &Rule, method: Method, on: &Subject) -> Result<(), Refusal> {
    if rule.can_never_pass() {
        return Err(Message::new("ballot-rule-never")
            .with("rule", rule.explained())
            .into());
    }
    let Subject::Office(contest) = on else {
        return Ok(());
    };
    if rule.each == Each::Group {
        return Err(Message::new("election-no-groups").into());
    }
    if method == Method::RollCall && contest.is_contested() {
        return Err(Message::new("election-no-roll-call").into());
    }
    Ok(())
}

/// Refuses without a quorum; where it is insisted on, what is missing goes on record.
fn quorum(meeting: &Meeting, resolve: Resolve) -> Result<Option<Shortfall>, Refusal> {
    let Some(counted) = meeting.quorum().filter(|counted| !counted.is_met()) else {
        return Ok(None);
    };
    let QuorumCount {
        present, needed, ..
    } = counted;
    match resolve {
        Resolve::Really => Ok(Some(Shortfall { present, needed })),
        Resolve::Plain => {
            let (id, help) = match meeting.roll.head_count() {
                Some(_) => ("ballot-no-quorum-counted", Vec::new()),
                None => (
                    "ballot-no-quorum",
                    super::count::more_present(meeting, meeting.item_at_hand()),
                ),
            };
            let message = Message::new(id)
                .with("present", present)
                .with("needed", needed);
            Err(Refusal::unless_insisted(message, help))
        }
    }
}

/// Who is called in a roll call, in order of precedence; nobody otherwise.
pub(super) fn called(
    meeting: &Meeting,
    item: Option<ItemId>,
    rule: &Rule,
    method: Method,
) -> Vec<Who> {
    match method {
        Method::RollCall => {
            let voters = meeting.voters(item, rule.proxies).into_iter();
            voters
                .filter(|voter| voter.is_present)
                .map(|voter| voter.who)
                .collect()
        }
        Method::ShowOfHands | Method::Secret => Vec::new(),
    }
}

/// A further round of the last election that left seats open: those seats, and the candidates not elected or those named.
pub(super) fn further_round(meeting: &Meeting, named: Vec<Who>, resolve: Resolve) -> Decided {
    none_open(meeting)?;
    let item = meeting
        .progress
        .place()
        .ok_or_else(|| Refusal::new(Message::new("election-no-round")))?;
    let last = meeting
        .open_seats(item)
        .ok_or_else(|| Refusal::new(Message::new("election-no-round")))?;
    let (ballot, contest, seats) = (last.ballot, last.contest, last.seats);
    let elected = meeting.elected_to(item, contest.office);
    let candidates = if named.is_empty() {
        contest
            .candidates
            .iter()
            .filter(|who| !elected.contains(who))
            .cloned()
            .collect()
    } else {
        may_stand_again(meeting, item, &named, &elected)?;
        unique(named)
    };
    if candidates.is_empty() {
        return Err(Message::new("election-no-candidates")
            .with("office", &ballot.opening.question)
            .into());
    }
    let matter = Matter {
        item: Some(item),
        on: Subject::Office(Contest {
            office: contest.office,
            seats,
            candidates,
        }),
        question: ballot.opening.question.clone(),
        rule: Some(ballot.opening.rule.clone()),
        method: Some(ballot.opening.method),
        round: ballot.opening.round + 1,
    };
    put(meeting, matter, resolve)
}

fn may_stand_again(
    meeting: &Meeting,
    item: ItemId,
    named: &[Who],
    elected: &[Who],
) -> Result<(), Refusal> {
    for who in named {
        if elected.contains(who) {
            return Err(Message::new("election-elected-already")
                .with("who", meeting.roster.called(who))
                .into());
        }
        crate::meeting::election::no_teller(meeting, item, who)?;
    }
    Ok(())
}

fn unique(named: Vec<Who>) -> Vec<Who> {
    let mut once: Vec<Who> = Vec::new();
    for who in named {
        if !once.contains(&who) {
            once.push(who);
        }
    }
    once
}

/// Names as one argument.
pub(super) fn names(meeting: &Meeting, all: &[Who]) -> Arg {
    Arg::List(all.iter().map(|who| meeting.roster.called(who)).collect())
}
