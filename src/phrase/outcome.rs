//! Commands about what came of it: decisions, actions, motions, matters arising.

use super::misread::Fault;
use super::progress::OUTCOMES;
use super::table::{CommandRow, Group};
use super::who::Behind;
use super::words::{Cursor, is_word, last_word};
use super::{Read, Reading, Request, time};
use crate::meeting::contribution::Answer;
use crate::meeting::motion::Command as Motion;
use crate::meeting::outcome::Command;
use crate::meeting::{ActionId, ContributionId, MatterId, MotionId};
use crate::text::Text;

/// The name of the row that begins with an id.
pub(super) const BECOMES: &str = "becomes action";

/// About what came of it.
pub(super) const ROWS: &[CommandRow] = &[
    CommandRow {
        name: "decide",
        chinese: &["决定"],
        usage: [
            "adopted|rejected|amended|deferred|noted text [review DATE]",
            "通过|否决|修改通过|推迟|知悉 文字 [复查 日期]",
        ],
        group: Group::Outcome,
        help: "help-decide",
        examples: [
            "decide adopted The budget of 2024 review 2024-06-30",
            "决定 通过 2024年预算 复查 2024-06-30",
        ],
        read: |r| {
            let outcome = r.words.single_of(OUTCOMES).ok_or(Fault::Usage)?;
            let review = time::take_review(&mut r.words, r.now)?;
            let text = r.words.text();
            r.done(Command::Decide {
                outcome,
                text,
                review,
            })
        },
    },
    CommandRow {
        name: "action",
        chinese: &["任务", "行动"],
        usage: ["OWNER: text [by DATE]", "责任方：文字 [限期 日期]"],
        group: Group::Outcome,
        help: "help-action",
        examples: [
            "action Wang Yu: Ask two firms by 2024-03-15",
            "任务 王宇：询价 限期 2024-03-15",
        ],
        read: action,
    },
    CommandRow {
        name: BECOMES,
        chinese: &["转为任务", "转任务"],
        usage: [
            "C12 becomes action [OWNER] [by DATE]",
            "C12 转为任务 [责任方] [限期 日期]",
        ],
        group: Group::Outcome,
        help: "help-becomes",
        examples: [
            "C1 becomes action Wang Yu by next meeting",
            "C1 转为任务 王宇 限期 2024-05-31",
        ],
        read: |_| Err(Fault::Usage),
    },
    CommandRow {
        name: "motion",
        chinese: &["动议"],
        usage: [
            "\"text\" by WHO [seconded WHO]",
            "“文字” 由 某人 [附议 某人]",
        ],
        group: Group::Outcome,
        help: "help-motion",
        examples: [
            "motion \"The budget is approved\" by Wang Yu seconded Li Na",
            "动议 “通过预算” 由 王宇 附议 李娜",
        ],
        read: motion,
    },
    CommandRow {
        name: "amendment",
        chinese: &["修正案", "修正"],
        usage: ["\"text\" by WHO [to P2]", "“文字” 由 某人 [针对 P2]"],
        group: Group::Outcome,
        help: "help-amendment",
        examples: [
            "amendment \"Once a year\" by Li Na to P1",
            "修正案 “每年一次” 由 李娜 针对 P1",
        ],
        read: amendment,
    },
    CommandRow {
        name: "carry",
        chinese: &["结转"],
        usage: ["M3", "M3"],
        group: Group::Outcome,
        help: "help-carry",
        examples: ["carry M1", "结转 M1"],
        read: |r| {
            let id = r.words.id('M').map(MatterId).ok_or(Fault::Usage)?;
            r.done(Command::Answer {
                id,
                status: Answer::Carried,
                text: None,
            })
        },
    },
    CommandRow {
        name: "matters",
        chinese: &["遗留事项", "遗留"],
        usage: ["", ""],
        group: Group::Outcome,
        help: "help-matters",
        examples: ["matters", "遗留事项"],
        read: |r| r.ask(Request::Matters),
    },
];

fn action(reading: &mut Reading) -> Read {
    let due = time::take_due(&mut reading.words, reading.now)?;
    let owner = reading.owner()?;
    let text = reading.words.some_text().ok_or(Fault::Usage)?;
    reading.done(Command::Act { owner, text, due })
}

/// `C12 becomes action …`, where the line is that.
pub(super) fn becomes(reading: &mut Reading) -> Option<Read> {
    let mut words = reading.words;
    let from = ContributionId(words.id('C')?);
    if !words.keyword(&["becomes action", "becomes an action", "转为任务", "转任务"]) {
        return None;
    }
    reading.words = words;
    Some(become_action(reading, from))
}

fn become_action(reading: &mut Reading, from: ContributionId) -> Read {
    // A date alone has no space before its preposition to look for.
    let due = time::take_due(&mut reading.words, reading.now)?;
    reading.words.mark(&[':']);
    let owner = if reading.words.is_empty() {
        None
    } else {
        Some(reading.who(Behind::Nothing)?)
    };
    reading.done(Command::Become { from, owner, due })
}

/// `done A3`.
pub(super) fn finish(reading: &mut Reading) -> Read {
    let id = reading.words.id('A').map(ActionId).ok_or(Fault::Usage)?;
    reading.done(Command::Finish(id))
}

/// `withdraw P2`, where a motion is named.
pub(super) fn withdraw(reading: &mut Reading) -> Option<Read> {
    let mut words = reading.words;
    let id = MotionId(words.id('P')?);
    if !words.is_empty() {
        return None;
    }
    reading.words = words;
    Some(reading.done(Motion::Withdraw(id)))
}

/// Takes the text of a motion: quoted, or up to the last of these words.
fn wording(reading: &mut Reading, by: &[&str]) -> Result<Text, Fault> {
    if let Some(text) = reading.words.quoted() {
        return if reading.words.keyword(by) {
            Ok(Text::line(text))
        } else {
            Err(Fault::Usage)
        };
    }
    let rest = reading.words.rest();
    let starts = |(at, c): &(usize, char)| {
        let before = rest[..*at].chars().next_back();
        !c.is_whitespace() && before.is_some_and(char::is_whitespace)
    };
    for (at, _) in rest.char_indices().rev().filter(starts) {
        let mut behind = Cursor::new(&rest[at..]);
        let seconds = last_word(rest[..at].trim_end()).1;
        if ["seconded", "附议"]
            .iter()
            .any(|word| is_word(seconds, word))
        {
            continue;
        }
        if behind.keyword(by) {
            reading.words = behind;
            return Ok(Text::line(&rest[..at]));
        }
    }
    Err(Fault::Usage)
}

const BY: &[&str] = &["by", "由"];

fn motion(reading: &mut Reading) -> Read {
    let text = wording(reading, BY)?;
    let by = reading.person(Behind::More)?;
    reading.words.keyword(&["提出"]);
    reading.words.mark(&[',']);
    let seconded = if reading.words.keyword(&["seconded", "附议"]) {
        reading.words.keyword(BY);
        Some(reading.person(Behind::Nothing)?)
    } else {
        None
    };
    reading.done(Motion::Move { text, by, seconded })
}

fn amendment(reading: &mut Reading) -> Read {
    let text = wording(reading, BY)?;
    let by = reading.person(Behind::More)?;
    reading.words.keyword(&["提出"]);
    reading.words.mark(&[',']);
    let to = if reading.words.keyword(&["to", "针对", "对"]) {
        Some(reading.words.id('P').map(MotionId).ok_or(Fault::Usage)?)
    } else {
        None
    };
    reading.done(Motion::Amend { text, by, to })
}
