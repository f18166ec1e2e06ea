//! What is done about votes and elections: opening what the item asks for, entering what was counted, calling the roll, announcing the
//! result. Whatever closes something is shown with what it would change first.

use super::{Effect, Given, faces, foreseen, keys, send};
use crate::agenda::Method;
use crate::meeting::ballot::{Answer, Ballot, Command as Voting, Declaration, Tally};
use crate::meeting::progress::Resolve;
use crate::meeting::{Author, Command, Insist, Meeting, decide};
use crate::phrase::{Face, Spoken};
use crate::rules::Casting;
use crate::text::{Language, Message, Moment};
use crate::tui::action::Move;
use crate::tui::palette::{begun, mark};
use crate::tui::polls::Foretold;
use crate::tui::reading;
use crate::tui::ui::{Choice, Dialog, Foreseen, Sent, Then, Ui};

/// Moves among the earlier ballots, or asks what is to be done about the open one.
pub fn go(ui: &mut Ui, given: &mut Given, way: Move) -> Vec<Effect> {
    match way {
        Move::Previous => ui.polls.step(given.meeting, -1),
        Move::Next => ui.polls.step(given.meeting, 1),
        Move::Mark | Move::Act => return act(ui, given),
        Move::PageBack
        | Move::PageOn
        | Move::GroupBack
        | Move::GroupOn
        | Move::Open
        | Move::Fold
        | Move::Turn
        | Move::Refuse => {}
    }
    Vec::new()
}

/// The key of ballots: opens what the item asks for, or asks for the result of what is open.
pub fn key(ui: &mut Ui, given: &mut Given) -> Vec<Effect> {
    let mut effects = faces::show(ui, given, Face::Ballots);
    match given.meeting.ballots.open_ballot() {
        Some(ballot) => result(ui, given, ballot),
        None => effects.extend(open(ui, given)),
    }
    effects
}

fn act(ui: &mut Ui, given: &mut Given) -> Vec<Effect> {
    let Some(ballot) = given.meeting.ballots.open_ballot() else {
        return open(ui, given);
    };
    ui.dialog = Some(Dialog::Choose(about(ui.language, given, ballot)));
    Vec::new()
}

/// What the present item asks for next: a further round where its election left seats open, else its question or office.
fn next(meeting: &Meeting, resolve: Resolve) -> Command {
    let item = meeting.progress.current();
    let opens_seats = item.is_some_and(|item| meeting.open_seats(item).is_some());
    let voting = if opens_seats {
        let candidates = Vec::new();
        Voting::SecondRound {
            candidates,
            resolve,
        }
    } else {
        Voting::Open {
            question: None,
            rule: None,
            method: None,
            resolve,
        }
    };
    voting.into()
}

/// Asks whether to open what the item asks for; where the rules refuse it, they are obeyed or insisted on as for any other act.
fn open(ui: &mut Ui, given: &mut Given) -> Vec<Effect> {
    let with = |resolve| next(given.meeting, resolve);
    let plain = with(Resolve::Plain);
    let after = given.meeting.after(given.author, given.now, plain.clone());
    match after {
        Err(refusal) if refusal.insist == Insist::Possible => {
            return send(ui, Sent::Key(Some(with(Resolve::Really))), plain);
        }
        Err(refusal) => keys::refuse(ui, &refusal),
        Ok(after) => {
            let opened = after.ballots.open_ballot().map(|ballot| &ballot.opening);
            let more = opened.into_iter().flat_map(|opening| {
                let round = Message::new("ballots-round").with("round", opening.round);
                let question = Message::new("ballots-question")
                    .with("question", &opening.question)
                    .with("method", opening.method_named());
                let round = (opening.round > 1).then_some(round);
                [question, opening.rule.explained()]
                    .into_iter()
                    .chain(round)
            });
            ui.dialog = Some(Dialog::Choose(Choice {
                question: Message::new("ballots-open"),
                more: more.collect(),
                answers: vec![
                    ("form-not-yet", Then::Leave),
                    ("ballots-open-yes", plain.into()),
                ],
            }));
        }
    }
    Vec::new()
}

/// Asks whether to announce the result, with what it would be; a tie is the chair's to decide where the rule says so.
fn result(ui: &mut Ui, given: &Given, ballot: &Ballot) {
    if ballot.awaits_chair() {
        ui.dialog = Some(Dialog::Choose(casting()));
        return;
    }
    let foreseen = announcing();
    foreseen::ask(ui, given, foreseen);
}

fn announcing() -> Foreseen {
    Foreseen {
        question: Message::new("ballots-result"),
        answer: "ballots-result-yes",
        command: Voting::Result(Resolve::Plain).into(),
    }
}

/// The chair's vote on a tie, or none: it fails then.
fn casting() -> Choice {
    let vote = |casting| Then::from(Command::from(Voting::CastingVote(casting)));
    Choice {
        question: Message::new("ballots-casting"),
        more: Vec::new(),
        answers: vec![
            ("form-not-yet", Then::Leave),
            ("ballots-casting-for", vote(Casting::For)),
            ("ballots-casting-against", vote(Casting::Against)),
            (
                "ballots-casting-fails",
                Command::from(Voting::Result(Resolve::Plain)).into(),
            ),
        ],
    }
}

/// What can be done about the open ballot.
fn about(language: Language, given: &Given, ballot: &Ballot) -> Choice {
    let begin =
        |command: &str| Then::Begin(format!("{}{}", mark(language), begun(command, language)));
    let act = |voting: Voting| Then::from(Command::from(voting));
    let mut answers = vec![("ballots-leave", Then::Leave)];
    if ballot.opening.method == Method::RollCall && !ballot.unanswered().is_empty() {
        answers.push(("ballots-call", Then::Call));
    }
    if let Some(contest) = ballot.contest() {
        let uncounted = contest.candidates.iter();
        let next = uncounted
            .clone()
            .find(|who| ballot.counts_of(who).is_none());
        let name = next.map(|who| given.meeting.roster.name(who));
        let name = name.map(|name| name.get(language).as_str().to_owned());
        let votes = format!(
            "{}{}\"{}\" ",
            mark(language),
            begun("votes", language),
            name.unwrap_or_default()
        );
        if next.is_some() {
            answers.push(("ballots-votes", Then::Begin(votes)));
        }
        if !contest.is_contested() {
            answers.push(("ballots-slate", begin("slate")));
        }
    } else {
        let all_for = Voting::Tally {
            group: None,
            tally: Tally::AllFor,
        };
        answers.push(("ballots-tally", begin("tally")));
        answers.push(("ballots-all-for", act(all_for)));
        if ballot.may_be_declared(Declaration::ClearMajority) {
            answers.push(("ballots-clear-majority", act(Voting::ClearMajority)));
        }
    }
    if ballot.may_be_declared(Declaration::Consent) {
        answers.push(("ballots-unopposed", act(Voting::Unopposed)));
    }
    if ballot.opening.method == Method::Secret {
        answers.push(("ballots-papers", begin("papers")));
    }
    if ballot.awaits_chair() {
        answers.push(("ballots-casting", Then::Ask(Box::new(casting()))));
    } else {
        answers.push(("ballots-result-yes", Then::Foresee(Box::new(announcing()))));
    }
    answers.push(("ballots-void", begin("void")));
    Choice {
        question: Message::new("ballots-question")
            .with("question", &ballot.opening.question)
            .with("method", ballot.opening.method_named()),
        more: vec![ballot.opening.rule.explained()],
        answers,
    }
}

/// Takes a digit while the roll is called: the answer of whom is called, or of whom one went back to.
pub fn called(ui: &mut Ui, given: &Given, back: usize, digit: u32) -> Vec<Effect> {
    let answer = match digit {
        1 => Answer::For,
        2 => Answer::Against,
        3 => Answer::Abstain,
        4 => Answer::None,
        _ => {
            ui.dialog = Some(Dialog::Call { back });
            return Vec::new();
        }
    };
    let Some(ballot) = given.meeting.ballots.open_ballot() else {
        return Vec::new();
    };
    let Some(who) = whom(ballot, back) else {
        return Vec::new();
    };
    let is_last = back == 0 && ballot.unanswered().len() == 1;
    // Whoever was gone back to is answered; the next is whom the roll had come to.
    ui.dialog = (!is_last).then_some(Dialog::Call { back: 0 });
    send(ui, Sent::Key(None), Voting::Answer { who, answer }.into())
}

/// Who is called: the first who has not answered, or so many of those back who have.
#[must_use]
pub fn whom(ballot: &Ballot, back: usize) -> Option<crate::agenda::Who> {
    if back == 0 {
        return ballot.unanswered().into_iter().next();
    }
    let at = ballot.answers.len().checked_sub(back)?;
    ballot.answers.get(at).map(|(who, _)| who.clone())
}

/// What the open ballot still lacks for a result.
#[must_use]
pub fn lacking(meeting: &Meeting, author: &Author, now: Moment) -> Option<Message> {
    meeting.ballots.open()?;
    let result = Voting::Result(Resolve::Plain).into();
    decide(meeting, author, now, result)
        .err()
        .map(|refusal| refusal.reason)
}

/// What the typed line would make of the open ballot: its sentence then, or why it cannot be.
pub fn foretell(ui: &Ui, given: &mut Given) -> Option<Foretold> {
    let text = ui.draft.field.text();
    given.meeting.ballots.open()?;
    text.starts_with([':', '：']).then_some(())?;
    let Ok(Spoken::Command(command @ Command::Ballot(_))) = reading::read(&ui.draft, given, text)
    else {
        return None;
    };
    let after = given.meeting.after(given.author, given.now, command);
    match after {
        Err(refusal) => Some(Foretold::Impossible(refusal.reason)),
        Ok(after) => {
            let ballot = after.ballots.open_ballot()?;
            after.ballot_sentence(ballot).map(Foretold::Stands)
        }
    }
}
