//! Commands about what was said, and the forms of the capture line that need no command.

use super::line::KINDS;
use super::misread::Fault;
use super::table::{CommandRow, FormRow, Group};
use super::{Cursor, Read, Reading, Request};
use crate::meeting::contribution::{Answer, Command, Likeness};
use crate::meeting::outcome;
use crate::meeting::{ContributionId, MatterId};

/// The words for what becomes of a contribution or a matter.
pub(super) const ANSWERS: &[(Answer, &[&str])] = &[
    (Answer::Adopted, &["adopted", "采纳", "已采纳"]),
    (Answer::Declined, &["declined", "不采纳", "未采纳"]),
    (Answer::Answered, &["answered", "已答复", "答复"]),
    (Answer::Carried, &["carried", "结转", "转下次"]),
    (Answer::Done, &["done", "完成", "已完成", "办结"]),
    (Answer::Open, &["open", "待答复", "待办"]),
];

/// The forms of a line of its own.
pub(super) const FORMS: &[FormRow] = &[
    FormRow {
        usage: ["text", "文字"],
        help: "help-form-text",
    },
    FormRow {
        usage: [
            "suggest: offer: request: commit: question: remark: …",
            "建议： 资源： 请求： 承诺： 提问： 说明： …",
        ],
        help: "help-form-kind",
    },
    FormRow {
        usage: ["@X … · @X @Y …", "@某单位 … · @甲 @乙 …"],
        help: "help-form-from",
    },
    FormRow {
        usage: ["… #theme", "… #主题"],
        help: "help-form-theme",
    },
    FormRow {
        usage: ["< text", "< 文字"],
        help: "help-form-back",
    },
    FormRow {
        usage: ["s/old/new/", "s/旧/新/"],
        help: "help-form-substitute",
    },
    FormRow {
        usage: ["+C12", "+C12"],
        help: "help-form-support",
    },
    FormRow {
        usage: ["/ text", "/ 文字"],
        help: "help-form-filter",
    },
];

/// About what was said.
pub(super) const ROWS: &[CommandRow] = &[
    CommandRow {
        name: "re",
        chinese: &["回应", "回复"],
        usage: ["C12 text", "C12 文字"],
        group: Group::Capture,
        help: "help-re",
        examples: ["re C1 Two of them already do", "回应 C1 其中两位已经参加"],
        read: |r| {
            let re = id(r)?;
            let mut draft = r.draft(r.words.rest());
            draft.re = Some(re);
            capture(r, Command::Capture(draft))
        },
    },
    CommandRow {
        name: "say",
        chinese: &["原文", "照录"],
        usage: ["text", "文字"],
        group: Group::Capture,
        help: "help-say",
        examples: ["say :open is a command", "原文 #不是主题"],
        read: |r| {
            let draft = crate::meeting::contribution::Draft {
                anchor: r.anchor,
                text: crate::text::Text::line(r.words.rest()),
                ..Default::default()
            };
            capture(r, Command::Capture(draft))
        },
    },
    CommandRow {
        name: "edit",
        chinese: &["修改", "改写"],
        usage: ["C12 text", "C12 文字"],
        group: Group::Capture,
        help: "help-edit",
        examples: [
            "edit C1 Invite 30 students #education",
            "修改 C1 邀请三十名学生 #教育",
        ],
        read: |r| {
            let id = id(r)?;
            let draft = r.draft(r.words.rest());
            capture(r, Command::Edit { id, draft })
        },
    },
    CommandRow {
        name: "kind",
        chinese: &["类别", "改类"],
        usage: [
            "C12 suggest|offer|request|commit|question|remark",
            "C12 建议|资源|请求|承诺|提问|说明",
        ],
        group: Group::Capture,
        help: "help-kind",
        examples: ["kind C1 offer", "类别 C1 资源"],
        read: |r| {
            let ids = ids(r)?;
            let kind = r
                .words
                .one_of(KINDS)
                .or_else(|| r.words.one_of(WHOLE_KINDS));
            let kind = kind.ok_or(Fault::Usage)?;
            each(r, &ids, |id| Command::SetKind { id, kind })
        },
    },
    CommandRow {
        name: "file",
        chinese: &["归入", "归档"],
        usage: ["C12 @X #theme", "C12 @某单位 #主题"],
        group: Group::Capture,
        help: "help-file",
        examples: ["file C1 @Wang Yu #education", "归入 C1 @王宇 #教育"],
        read: |r| {
            let ids = ids(r)?;
            let (from, themes) = r.marks(r.words.rest())?;
            if r.words.is_empty() {
                return Err(Fault::Usage);
            }
            r.words.set("");
            each(r, &ids, |id| Command::File {
                id,
                from: from.clone(),
                themes: themes.clone(),
            })
        },
    },
    CommandRow {
        name: "star",
        chinese: &["标星"],
        usage: ["C12", "C12"],
        group: Group::Capture,
        help: "help-star",
        examples: ["star C1", "标星 C1"],
        read: |r| {
            let ids = ids(r)?;
            each(r, &ids, Command::Star)
        },
    },
    CommandRow {
        name: "alike",
        chinese: &["相似"],
        usage: ["C7 C19 [no]", "C7 C19 [否]"],
        group: Group::Capture,
        help: "help-alike",
        examples: ["alike C1 C2 no", "相似 C1 C2"],
        read: |r| {
            let (first, second) = (id(r)?, another(r)?);
            let verdict = if r.words.keyword(&["no", "否", "不是"]) {
                Likeness::Different
            } else {
                Likeness::Alike
            };
            r.done(Command::Liken {
                first,
                second,
                verdict,
            })
        },
    },
    CommandRow {
        name: "strike",
        chinese: &["删去", "划去"],
        usage: ["C12 [reason]", "C12 [理由]"],
        group: Group::Capture,
        help: "help-strike",
        examples: ["strike C1 typed in error", "删去 C1 误记"],
        read: |r| {
            let ids = ids(r)?;
            let reason = r.words.some_text();
            each(r, &ids, |id| Command::Strike {
                id,
                reason: reason.clone(),
            })
        },
    },
    CommandRow {
        name: "merge",
        chinese: &["合并"],
        usage: ["C12 C14", "C12 C14"],
        group: Group::Capture,
        help: "help-merge",
        examples: ["merge C1 C2", "合并 C1 C2"],
        read: |r| {
            let (into, from) = (id(r)?, another(r)?);
            r.done(Command::Merge { into, from })
        },
    },
    CommandRow {
        name: "answer",
        chinese: &["答复", "处理"],
        usage: [
            "C12|M3 adopted|declined|answered|carried|done [text]",
            "C12|M3 采纳|不采纳|已答复|结转|完成 [文字]",
        ],
        group: Group::Capture,
        help: "help-answer",
        examples: [
            "answer C1 adopted first edition in autumn",
            "答复 C1 采纳 秋季举办第一届",
        ],
        read: answer,
    },
    CommandRow {
        name: "private",
        chinese: &["私记", "私人笔记"],
        usage: ["text", "文字"],
        group: Group::Capture,
        help: "help-private",
        examples: ["private thank the hosts", "私记 记得感谢东道主"],
        read: |r| {
            let text = r.words.some_text().ok_or(Fault::Usage)?;
            r.ask(Request::Private { text })
        },
    },
];

/// The nouns for kinds, where a kind is named in a command.
pub(super) const WHOLE_KINDS: &[(crate::agenda::ContributionKind, &[&str])] = &[
    (crate::agenda::ContributionKind::Suggestion, &["suggestion"]),
    (crate::agenda::ContributionKind::Commitment, &["commitment"]),
];

fn id(reading: &mut Reading) -> Result<ContributionId, Fault> {
    reading
        .words
        .id('C')
        .map(ContributionId)
        .ok_or(Fault::Usage)
}

/// One id, or several parted by commas: a reason may itself begin with an id. The same one twice is once.
fn ids(reading: &mut Reading) -> Result<Vec<ContributionId>, Fault> {
    let mut ids = vec![id(reading)?];
    loop {
        let mut ahead = reading.words;
        if !ahead.mark(&[',', '、']) {
            return Ok(ids);
        }
        let Some(more) = ahead.id('C').map(ContributionId) else {
            return Ok(ids);
        };
        reading.words = ahead;
        if !ids.contains(&more) {
            ids.push(more);
        }
    }
}

/// The same with each of them, as one.
fn each(
    reading: &mut Reading,
    ids: &[ContributionId],
    command: impl Fn(ContributionId) -> Command,
) -> Read {
    match ids {
        [only] => reading.done(command(*only)),
        several => {
            let all = several.iter().map(|id| command(*id).into());
            reading.done(crate::meeting::Command::Several(all.collect()))
        }
    }
}

/// A second id; a comma or a word may stand between.
fn another(reading: &mut Reading) -> Result<ContributionId, Fault> {
    reading.words.mark(&[',', '、']);
    reading.words.keyword(&["and", "和", "与"]);
    id(reading)
}

/// The command, where the rest of the line is its text.
fn capture(reading: &mut Reading, command: Command) -> Read {
    if reading.words.is_empty() {
        return Err(Fault::Usage);
    }
    reading.words.set("");
    reading.done(command)
}

/// What became of something, by the word for it in either language.
#[must_use]
pub fn answer_named(word: &str) -> Option<Answer> {
    let mut words = Cursor::new(word);
    words.single_of(ANSWERS).filter(|_| words.rest().is_empty())
}

/// The first word of each, in the order in which they are listed.
pub fn answer_words() -> impl Iterator<Item = &'static str> {
    ANSWERS
        .iter()
        .filter_map(|(_, words)| words.first().copied())
}

fn answer(reading: &mut Reading) -> Read {
    if let Some(matter) = reading.words.id('M') {
        let status = reading.words.single_of(ANSWERS).ok_or(Fault::Usage)?;
        let text = reading.words.some_text();
        let id = MatterId(matter);
        return reading.done(outcome::Command::Answer { id, status, text });
    }
    let ids = ids(reading)?;
    let status = reading.words.single_of(ANSWERS).ok_or(Fault::Usage)?;
    let text = reading.words.some_text();
    each(reading, &ids, |id| Command::Answer {
        id,
        status,
        text: text.clone(),
    })
}
