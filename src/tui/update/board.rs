//! What can be done to contributions on their board: to the selected one, or to all that are marked, as one record.

use super::Given;
use crate::agenda::ContributionKind;
use crate::meeting::contribution::{
    Anchor, Answer, Command as Contribution, Contribution as Noted,
};
use crate::meeting::{Command, ContributionId};
use crate::telling;
use crate::text::{Language, Message, Text};
use crate::tui::action::Move;
use crate::tui::palette::{begun, mark};
use crate::tui::ui::{Choice, Dialog, Foreseen, Then, Ui};

/// Moves on the board, or asks what is to be done to what is selected or marked.
pub fn go(ui: &mut Ui, given: &Given, way: Move) {
    match way {
        Move::Previous => ui.sheet.step(-1),
        Move::Next => ui.sheet.step(1),
        Move::PageBack => ui.sheet.step_page(-1),
        Move::PageOn => ui.sheet.step_page(1),
        Move::GroupBack => ui.sheet.step_group(-1),
        Move::GroupOn => ui.sheet.step_group(1),
        Move::Open => ui.sheet.open(),
        Move::Fold => ui.sheet.fold(),
        Move::Turn => ui.sheet.turn(),
        Move::Mark => ui.sheet.mark(),
        Move::Act => act(ui, given),
        Move::Refuse => {}
    }
}

/// Asks what is to be done.
fn act(ui: &mut Ui, given: &Given) {
    let choice = match ui.sheet.chosen().as_slice() {
        // On a heading it is its lines that are wanted.
        [] => return ui.sheet.open(),
        [only] => match given.meeting.contributions.get(*only) {
            Some(noted) => about(ui.language, given, noted),
            None => return,
        },
        several => about_several(ui.language, given, several),
    };
    ui.dialog = Some(Dialog::Choose(choice));
}

/// The question about a contribution: it, what became of it, and what can be done to it.
pub fn about(language: Language, given: &Given, noted: &Noted) -> Choice {
    let id = noted.line.id;
    let mut more = vec![Message::new("tui-shown-line").with("text", &noted.line.text)];
    more.extend(telling::standing(given.meeting, noted));
    let begin = |command: &str, rest: &str| {
        Then::Begin(format!(
            "{}{}{id} {rest}",
            mark(language),
            begun(command, language)
        ))
    };
    let mut answers = vec![("board-leave", Then::Leave)];
    if noted.counts() {
        let star = if noted.starred {
            "board-unstar"
        } else {
            "board-star"
        };
        let becomes = begun("becomes action", language);
        let becomes = format!("{}{id} {becomes}", mark(language));
        let anchor = Anchor::now(given.meeting);
        answers.extend([
            ("board-edit", begin("edit", noted.line.text.as_str())),
            ("board-change-kind", ask(kinds(&[id]))),
            ("board-file", begin("file", "")),
            (star, act_on(&[id], Contribution::Star)),
            ("board-answer", ask(statuses(language, &[id]))),
            ("board-become", Then::Begin(becomes)),
            ("board-reply", begin("re", "")),
            (
                "board-support",
                Then::from(Command::from(Contribution::Support { id, anchor })),
            ),
            ("board-strike", begin("strike", "")),
        ]);
    }
    Choice {
        question: Message::new("board-one")
            .with("id", id.to_string())
            .with("kind", noted.line.kind.word()),
        more,
        answers,
    }
}

/// What can be done to several at once.
fn about_several(language: Language, given: &Given, ids: &[ContributionId]) -> Choice {
    let file = format!(
        "{}{}{} ",
        mark(language),
        begun("file", language),
        listed(ids)
    );
    let contributions = &given.meeting.contributions;
    let texts = ids.iter().filter_map(|id| contributions.get(*id));
    let texts = texts.map(|noted| {
        Message::new("board-line")
            .with("id", noted.line.id.to_string())
            .with("text", &noted.line.text)
    });
    Choice {
        question: Message::new("board-several").with("count", ids.len()),
        more: texts.collect(),
        answers: vec![
            ("board-leave-several", Then::Leave),
            ("board-change-kind", ask(kinds(ids))),
            ("board-file", Then::Begin(file)),
            ("board-star-several", act_on(ids, Contribution::Star)),
            ("board-answer", ask(statuses(language, ids))),
            ("board-merge", merge(ids)),
            ("board-strike", strike(ids)),
        ],
    }
}

/// The first of them takes in the others.
fn merge(ids: &[ContributionId]) -> Then {
    let Some((into, rest)) = ids.split_first() else {
        return Then::Leave;
    };
    let into_it = |from| Contribution::Merge { into: *into, from };
    let question = Message::new("board-merge-these")
        .with("into", into.to_string())
        .with("from", listed(rest));
    Then::Foresee(Box::new(Foreseen {
        question,
        answer: "board-merge-yes",
        command: with_each(rest, into_it),
    }))
}

fn strike(ids: &[ContributionId]) -> Then {
    let reason = None::<Text>;
    let strike = |id| Contribution::Strike {
        id,
        reason: reason.clone(),
    };
    Then::Foresee(Box::new(Foreseen {
        question: Message::new("board-strike-these").with("ids", listed(ids)),
        answer: "board-strike-yes",
        command: with_each(ids, strike),
    }))
}

fn ask(choice: Choice) -> Then {
    Then::Ask(Box::new(choice))
}

/// `C1, C2`.
fn listed(ids: &[ContributionId]) -> String {
    let ids: Vec<String> = ids.iter().map(ContributionId::to_string).collect();
    ids.join(", ")
}

/// The same with each of them, as one.
fn with_each(ids: &[ContributionId], command: impl Fn(ContributionId) -> Contribution) -> Command {
    match ids {
        [only] => command(*only).into(),
        several => Command::Several(several.iter().map(|id| command(*id).into()).collect()),
    }
}

fn act_on(ids: &[ContributionId], command: impl Fn(ContributionId) -> Contribution) -> Then {
    with_each(ids, command).into()
}

/// Which kind it is.
fn kinds(ids: &[ContributionId]) -> Choice {
    const KINDS: [(&str, ContributionKind); 6] = [
        ("contribution-suggestion", ContributionKind::Suggestion),
        ("contribution-offer", ContributionKind::Offer),
        ("contribution-request", ContributionKind::Request),
        ("contribution-commitment", ContributionKind::Commitment),
        ("contribution-question", ContributionKind::Question),
        ("contribution-remark", ContributionKind::Remark),
    ];
    let kinds = KINDS.into_iter().map(|(word, kind)| {
        let set = move |id| Contribution::SetKind { id, kind };
        (word, act_on(ids, set))
    });
    Choice {
        question: Message::new("board-which-kind").with("ids", listed(ids)),
        more: Vec::new(),
        answers: [("board-leave", Then::Leave)]
            .into_iter()
            .chain(kinds)
            .collect(),
    }
}

/// What became of it: the line is begun, for words to follow or not.
fn statuses(language: Language, ids: &[ContributionId]) -> Choice {
    const STATUSES: [(&str, &str, Answer); 6] = [
        ("adopted", "采纳", Answer::Adopted),
        ("declined", "不采纳", Answer::Declined),
        ("answered", "已答复", Answer::Answered),
        ("carried", "结转", Answer::Carried),
        ("done", "完成", Answer::Done),
        ("open", "待答复", Answer::Open),
    ];
    let answers = STATUSES.into_iter().map(|(en, zh, answer)| {
        let word = match language {
            Language::English => en,
            Language::Chinese => zh,
        };
        let answer_line = begun("answer", language);
        let line = format!("{}{answer_line}{} {word} ", mark(language), listed(ids));
        (answer.word().id, Then::Begin(line))
    });
    Choice {
        question: Message::new("board-which-answer").with("ids", listed(ids)),
        more: Vec::new(),
        answers: [("board-leave", Then::Leave)]
            .into_iter()
            .chain(answers)
            .collect(),
    }
}
