//! The matters arising as rows of their dialogs: all of them in short, or one whole. Who asks and what an answer does is `update`'s.

use crate::meeting::MatterId;
use crate::meeting::contribution::Answer;
use crate::meeting::outcome::{Entered, Matter};
use crate::telling;
use crate::text::{Message, shown};
use crate::tui::input::{Code, Key};
use crate::tui::scene::Scene;
use crate::tui::style::{Role, Sign};
use crate::tui::widget::line::{cut, width};
use crate::tui::widget::wrap::lines;

/// The keys with which one goes through them; what the digits do stands in the dialog.
pub const HINTS: [(Key, &str); 4] = [
    (Key::plain(Code::Enter), "matters-hint-next"),
    (Key::plain(Code::Up), "matters-hint-before"),
    (Key::plain(Code::Down), "matters-hint-behind"),
    (Key::plain(Code::Esc), "matters-hint-leave"),
];

/// Columns between a label and what it is for.
const GAP: u16 = 3;

type Rows = Vec<(String, Role)>;

/// All of them, each with its sign, id, text and what became of it, or how long it has waited; the selected one in the selection's
/// look.
///
/// ```text
/// 5 matters arising, 3 of them open: Up and Down select one
///
///   M1  Twenty scholarships for students of friendly …   2 years
/// ✓ M2  Host the youth forum                             adopted
/// ```
pub fn list(scene: &Scene, selected: MatterId, inner: u16) -> Rows {
    let matters = || scene.meeting.outcomes.matters();
    let heading = Message::new("matters-all")
        .with("count", matters().count())
        .with("open", scene.meeting.outcomes.open_matters().count());
    let mut rows = wrapped(&scene.say(&heading), inner, Role::Strong);
    rows.push((String::new(), Role::Text));
    let ends: Vec<String> = matters().map(|matter| end(scene, matter)).collect();
    let right = ends.iter().map(|end| width(end)).max().unwrap_or(0);
    let ids = matters().map(|matter| width(&matter.what.id.to_string()));
    let ids = usize::from(ids.max().unwrap_or(0));
    for (matter, end) in matters().zip(&ends) {
        let (sign, role) = look(matter.status);
        let id = matter.what.id;
        let head = format!("{} {:<ids$}  ", scene.sign(sign), id.to_string());
        let room = inner.saturating_sub(width(&head) + GAP + right);
        let text = cut(&shown(matter.what.text.as_str()), room, scene.styles);
        let room = inner.saturating_sub(width(&head) + width(&text) + width(end));
        let role = if id == selected {
            Role::Selection
        } else {
            role
        };
        rows.push((format!("{head}{text}{}{end}", space(room)), role));
    }
    rows
}

/// One of them: its text whole, the meeting that raised it, whose it is, and what became of it if anything did.
///
/// ```text
/// Matter arising M3 (3 of 7)
///
/// Twenty scholarships for students of friendly universities
///
/// from     Work exchange meeting of the directors, 29 December 2023 (2 years)
/// owner    Yunnan University of Finance and Economics
/// ```
pub fn one(scene: &Scene, at: MatterId, inner: u16) -> Rows {
    let matters = &scene.meeting.outcomes;
    let Some(matter) = matters.matter(at) else {
        return Vec::new();
    };
    let before = matters.matters().filter(|other| other.what.id < at);
    let heading = Message::new("matters-one")
        .with("id", at.to_string())
        .with("number", before.count() + 1)
        .with("of", matters.matters().count());
    let mut rows = wrapped(&scene.say(&heading), inner, Role::Strong);
    rows.push((String::new(), Role::Text));
    rows.extend(wrapped(
        &shown(matter.what.text.as_str()),
        inner,
        Role::Text,
    ));
    rows.push((String::new(), Role::Text));
    rows.extend(facts(scene, matter, inner));
    rows
}

/// What is known of it, each behind its label.
fn facts(scene: &Scene, matter: &Entered<Matter>, inner: u16) -> Rows {
    let from = telling::raised_in(&matter.what, scene.now.date_naive());
    let owner = matter.what.owner.as_ref();
    let became = match matter.status {
        Answer::Open => None,
        Answer::Answered | Answer::Adopted | Answer::Declined | Answer::Carried | Answer::Done => {
            Some(scene.say(&telling::became(matter)))
        }
    };
    let facts = [
        ("matters-raised-in", Some(scene.say(&from))),
        (
            "matters-owner",
            owner.map(|owner| shown(owner.as_str()).into_owned()),
        ),
        ("matters-answer", became),
    ];
    let known = facts
        .into_iter()
        .filter_map(|(label, fact)| Some((scene.word(label), fact?)));
    let known: Vec<(String, String)> = known.collect();
    let labels = known.iter().map(|(label, _)| width(label));
    let column = labels.max().unwrap_or(0) + GAP;
    let mut rows = Vec::new();
    for (label, fact) in &known {
        for (index, line) in (0..).zip(lines(fact, inner.saturating_sub(column))) {
            let label = if index == 0 { label } else { "" };
            let gap = space(column.saturating_sub(width(label)));
            rows.push((format!("{label}{gap}{line}"), Role::Quiet));
        }
    }
    rows
}

/// What stands at the end of its row: what became of it, else how long it has waited.
fn end(scene: &Scene, matter: &Entered<Matter>) -> String {
    let today = scene.now.date_naive();
    let told = match (matter.status, matter.what.date) {
        (Answer::Open, Some(day)) => telling::age(day, today),
        (status, _) => status.word(),
    };
    scene.say(&told)
}

const fn look(status: Answer) -> (Sign, Role) {
    match status {
        Answer::Open => (Sign::Blank, Role::Text),
        Answer::Answered | Answer::Adopted | Answer::Done => (Sign::Done, Role::Quiet),
        Answer::Declined => (Sign::None, Role::Quiet),
        Answer::Carried => (Sign::To, Role::Quiet),
    }
}

fn wrapped(text: &str, columns: u16, role: Role) -> Rows {
    let lines = lines(text, columns).into_iter();
    lines.map(|line| (line.to_owned(), role)).collect()
}

fn space(columns: u16) -> String {
    " ".repeat(usize::from(columns))
}
