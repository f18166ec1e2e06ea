//! Commands about who speaks, and about setting right afterwards when something was and who it was.

use super::misread::Fault;
use super::table::{CommandRow, Group};
use super::who::Behind;
use super::{Read, Reading, Request, time};
use crate::meeting::TurnId;
use crate::meeting::floor::{Command, EntryKind, Repair, Stretch};

/// About the floor and its times.
pub(super) const ROWS: &[CommandRow] = &[
    CommandRow {
        name: "next",
        chinese: &["下一位"],
        usage: ["", ""],
        group: Group::Floor,
        help: "help-next",
        examples: ["next", "下一位"],
        read: |r| {
            let seen = r.meeting.floor.running().map(|turn| turn.id);
            r.done(Command::Next { seen })
        },
    },
    CommandRow {
        name: "floor",
        chinese: &["请", "发言"],
        usage: ["WHO", "某人 [发言]"],
        group: Group::Floor,
        help: "help-floor",
        examples: ["floor Wang Yu", "请王宇发言"],
        read: |r| {
            r.words.end_keyword(&["发言"]);
            if r.exactly(r.words.rest()).is_none() {
                r.words.end_chinese(&["发言", "讲话"]);
            }
            let who = r.who_or_newcomer(Behind::Nothing)?;
            let who = r.speaker_of(who)?;
            r.done(Command::Give(who))
        },
    },
    CommandRow {
        name: "done",
        chinese: &["讲完", "发言完毕", "完成"],
        usage: ["[A3]", "[A3]"],
        group: Group::Floor,
        help: "help-done",
        examples: ["done", "讲完"],
        read: |r| {
            if r.words.is_empty() {
                return r.done(Command::Done);
            }
            super::outcome::finish(r)
        },
    },
    CommandRow {
        name: "pause",
        chinese: &["暂停"],
        usage: ["", ""],
        group: Group::Floor,
        help: "help-pause",
        examples: ["pause", "暂停"],
        read: |r| r.done(Command::Pause),
    },
    CommandRow {
        name: "continue",
        chinese: &["继续"],
        usage: ["", ""],
        group: Group::Floor,
        help: "help-continue",
        examples: ["continue", "继续"],
        read: |r| r.done(Command::Continue),
    },
    CommandRow {
        name: "extend",
        chinese: &["延长"],
        usage: ["1m", "1分"],
        group: Group::Floor,
        help: "help-extend",
        examples: ["extend 1m30s", "延长1分"],
        read: |r| {
            let seconds = seconds(r)?;
            r.done(Command::Extend(seconds))
        },
    },
    CommandRow {
        name: "each",
        chinese: &["每人"],
        usage: ["[3m|off]", "[3分|取消]"],
        group: Group::Floor,
        help: "help-each",
        examples: ["each 3m", "每人3分钟"],
        read: |r| {
            if r.words.is_empty() {
                return r.ask(Request::Pace);
            }
            if r.words.keyword(&["off", "取消"]) {
                return r.done(Command::SetEach(None));
            }
            let seconds = seconds(r)?;
            r.done(Command::SetEach(Some(seconds)))
        },
    },
    CommandRow {
        name: "ask",
        chinese: &["申请发言", "请求发言", "举手"],
        usage: ["WHO [reason]", "某人 [事由]"],
        group: Group::Floor,
        help: "help-ask",
        examples: ["ask Li Na the summer camp", "申请发言 李娜 夏令营"],
        read: |r| {
            let who = r.who_or_newcomer(Behind::More)?;
            asked(r, who, EntryKind::Asked)
        },
    },
    CommandRow {
        name: "order",
        chinese: &["程序问题"],
        usage: ["WHO [reason]", "某人 [事由]"],
        group: Group::Floor,
        help: "help-order",
        examples: [
            "order Li Na the list was closed",
            "程序问题 李娜 名单已截止",
        ],
        read: |r| {
            let who = r.who(Behind::More)?;
            asked(r, who, EntryKind::Order)
        },
    },
    CommandRow {
        name: "interpose",
        chinese: &["插话"],
        usage: ["WHO", "某人"],
        group: Group::Floor,
        help: "help-interpose",
        examples: ["interpose Li Na", "插话 李娜"],
        read: |r| {
            let who = r.who(Behind::Nothing)?;
            let who = r.speaker_of(who)?;
            r.done(Command::Interpose(who))
        },
    },
    CommandRow {
        name: "withdraw",
        chinese: &["撤回", "取消发言"],
        usage: ["WHO | P2", "某人 | P2"],
        group: Group::Floor,
        help: "help-withdraw",
        examples: ["withdraw Li Na", "撤回 李娜"],
        read: |r| {
            if let Some(read) = super::outcome::withdraw(r) {
                return read;
            }
            let who = r.who(Behind::Nothing)?;
            let who = r.waiting(who)?;
            r.done(Command::Withdraw(who))
        },
    },
    CommandRow {
        name: "first",
        chinese: &["优先"],
        usage: ["WHO", "某人"],
        group: Group::Floor,
        help: "help-first",
        examples: ["first Li Na", "优先 李娜"],
        read: |r| {
            let who = r.who(Behind::Nothing)?;
            let who = r.waiting(who)?;
            r.done(Command::First(who))
        },
    },
    CommandRow {
        name: "place",
        chinese: &["调整", "移位"],
        usage: ["WHO after WHO", "某人 到 某人 之后"],
        group: Group::Floor,
        help: "help-place",
        examples: ["place Wang Yu after Li Na", "调整 王宇 到 李娜 之后"],
        read: place,
    },
    CommandRow {
        name: "list",
        chinese: &["名单"],
        usage: ["closed|open", "截止|开放"],
        group: Group::Floor,
        help: "help-list",
        examples: ["list closed", "名单 截止"],
        read: |r| {
            let closed: &[(Option<()>, &[&str])] = &[
                (Some(()), &["closed", "close", "截止", "关闭"]),
                (None, &["open", "opened", "开放", "打开"]),
            ];
            match r.words.one_of(closed).ok_or(Fault::Usage)? {
                Some(()) => r.done(Command::CloseList),
                None => r.done(Command::OpenList),
            }
        },
    },
    CommandRow {
        name: "fair",
        chinese: &["均衡", "公平排序"],
        usage: ["", ""],
        group: Group::Floor,
        help: "help-fair",
        examples: ["fair", "均衡"],
        read: |r| r.done(Command::OrderFairly),
    },
    CommandRow {
        name: "written",
        chinese: &["书面", "书面发言"],
        usage: ["WHO text", "某人 文字"],
        group: Group::Floor,
        help: "help-written",
        examples: ["written Li Na Two ships a week", "书面发言 李娜 每周两班船"],
        read: |r| {
            let who = r.who(Behind::More)?;
            let who = r.speaker_of(who)?;
            r.words.mark(&[':', ',']);
            let text = r.words.some_text().ok_or(Fault::Usage)?;
            let draft = r.draft(text.as_str());
            r.done(Command::HandIn { who, draft })
        },
    },
    CommandRow {
        name: "began",
        chinese: &["开始于"],
        usage: [
            "[turn|item|meeting|T5] 90s ago|14:10",
            "[发言|议题|会议|T5] 90秒前|14:10",
        ],
        group: Group::Repair,
        help: "help-began",
        examples: ["began turn 90s ago", "开始于 议题 14:10"],
        read: |r| {
            let (what, at) = stretch(r)?;
            r.done(Repair::Began { what, at })
        },
    },
    CommandRow {
        name: "ended",
        chinese: &["结束于"],
        usage: [
            "[turn|item|meeting|T5] 90s ago|14:10",
            "[发言|议题|会议|T5] 90秒前|14:10",
        ],
        group: Group::Repair,
        help: "help-ended",
        examples: ["ended 30s ago", "结束于 30秒前"],
        read: |r| {
            let (what, at) = stretch(r)?;
            r.done(Repair::Ended { what, at })
        },
    },
    CommandRow {
        name: "was",
        chinese: &["实为", "其实是"],
        usage: ["[T5] WHO", "[T5] 某人"],
        group: Group::Repair,
        help: "help-was",
        examples: ["was Li Na", "其实是 李娜"],
        read: |r| {
            let turn = r.words.id('T').map(TurnId);
            let who = r.who(Behind::Nothing)?;
            let who = r.speaker_of(who)?;
            r.done(Repair::Was { turn, who })
        },
    },
    CommandRow {
        name: "swap",
        chinese: &["对调"],
        usage: ["", ""],
        group: Group::Repair,
        help: "help-swap",
        examples: ["swap", "对调"],
        read: |r| r.done(Repair::Swap),
    },
];

/// Takes a length of time.
fn seconds(reading: &mut Reading) -> Result<u32, Fault> {
    let typed = reading.words.word();
    let seconds = time::length(typed).or_else(|| time::written(typed));
    let seconds = seconds.ok_or(Fault::Usage)?;
    if seconds == 0 {
        Err(Fault::Usage)
    } else {
        Ok(seconds)
    }
}

fn asked(reading: &mut Reading, who: crate::agenda::Who, kind: EntryKind) -> Read {
    let who = reading.speaker_of(who)?;
    reading.words.mark(&[':', ',']);
    let reason = reading.words.some_text();
    reading.done(Command::Ask { who, reason, kind })
}

fn place(reading: &mut Reading) -> Read {
    let who = reading.who(Behind::More)?;
    let who = reading.waiting(who)?;
    if !reading.words.keyword(&["after", "到", "在", "至"]) {
        return Err(Fault::Usage);
    }
    reading.words.end_chinese(&["之后", "后面", "后"]);
    let after = reading.who(Behind::Nothing)?;
    let after = reading.waiting(after)?;
    reading.done(Command::PlaceAfter { who, after })
}

fn stretch(reading: &mut Reading) -> Result<(Stretch, crate::text::Moment), Fault> {
    const STRETCHES: &[(Stretch, &[&str])] = &[
        (Stretch::Turn, &["turn", "发言"]),
        (Stretch::Item, &["item", "议题", "本项"]),
        (Stretch::Meeting, &["meeting", "会议"]),
    ];
    let named = reading.words.one_of(STRETCHES);
    let what = match reading.words.id('T') {
        Some(turn) if matches!(named, None | Some(Stretch::Turn)) => Stretch::Of(TurnId(turn)),
        Some(_) => return Err(Fault::Usage),
        None => named.unwrap_or_default(),
    };
    reading.words.keyword(&["at"]);
    let at = time::whole_when(&mut reading.words, reading.now)?.ok_or(Fault::Usage)?;
    Ok((what, at))
}
