//! Commands about the meeting, its sittings and its items.

use chrono::Days;

use super::misread::Fault;
use super::table::{CommandRow, Group};
use super::who::Behind;
use super::{Read, Reading, Request, time};
use crate::agenda::ItemKind;
use crate::meeting::ItemId;
use crate::meeting::outcome::Outcome;
use crate::meeting::progress::{Command, NextMeeting};
use crate::text::{Message, Moment, Text};

/// The words for what becomes of an item.
pub(super) const OUTCOMES: &[(Outcome, &[&str])] = &[
    (Outcome::Adopted, &["adopted", "通过"]),
    (Outcome::Rejected, &["rejected", "否决", "不通过", "未通过"]),
    (Outcome::Amended, &["amended", "修改通过", "修改后通过"]),
    (Outcome::Deferred, &["deferred", "推迟", "延期"]),
    (Outcome::Noted, &["noted", "知悉", "备案"]),
];

/// The words for kinds of items.
pub(super) const KINDS: &[(ItemKind, &[&str])] = &[
    (ItemKind::Opening, &["opening", "开场"]),
    (ItemKind::Report, &["report", "汇报", "报告"]),
    (ItemKind::Discussion, &["discussion", "讨论"]),
    (ItemKind::Round, &["round", "轮流发言"]),
    (ItemKind::Motion, &["motion", "动议"]),
    (ItemKind::Approval, &["approval", "审议", "审批"]),
    (ItemKind::Election, &["election", "选举"]),
    (ItemKind::Break, &["break", "休息"]),
    (ItemKind::Closing, &["closing", "总结"]),
];

/// About the meeting and its items.
pub(super) const ROWS: &[CommandRow] = &[
    CommandRow {
        name: "open",
        chinese: &["开会", "开始"],
        usage: ["", ""],
        group: Group::Meeting,
        help: "help-open",
        examples: ["open", "开会"],
        read: |r| {
            r.done(Command::Open {
                matters: Vec::new(),
            })
        },
    },
    CommandRow {
        name: "suspend",
        chinese: &["休会"],
        usage: ["[until [DATE] TIME]", "[至 [日期] 时间]"],
        group: Group::Meeting,
        help: "help-suspend",
        examples: ["suspend until 14:00", "休会 至 14:00"],
        read: suspend,
    },
    CommandRow {
        name: "reopen",
        chinese: &["复会"],
        usage: ["", ""],
        group: Group::Meeting,
        help: "help-reopen",
        examples: ["reopen", "复会"],
        read: |r| r.done(Command::Reopen),
    },
    CommandRow {
        name: "adjourn",
        chinese: &["散会", "闭会"],
        usage: ["[really]", "[确定]"],
        group: Group::Meeting,
        help: "help-adjourn",
        examples: ["adjourn really", "散会 确定"],
        read: |r| {
            let resolve = r.really();
            r.done(Command::Adjourn(resolve))
        },
    },
    CommandRow {
        name: "chair",
        chinese: &["主席", "主持"],
        usage: ["WHO", "某人"],
        group: Group::Meeting,
        help: "help-chair",
        examples: ["chair Wang Yu", "主席 王宇"],
        read: |r| {
            let person = r.person(Behind::Nothing)?;
            r.done(Command::HandChair(person))
        },
    },
    CommandRow {
        name: "next meeting",
        chinese: &["下次会议"],
        usage: ["DATE [TIME] [\"place\"]", "日期 [时间] [“地点”]"],
        group: Group::Meeting,
        help: "help-next-meeting",
        examples: [
            "next meeting 2024-12-27 14:30 \"Kunming\"",
            "下次会议 2024-12-27 14:30 “昆明”",
        ],
        read: next_meeting,
    },
    CommandRow {
        name: "quit",
        chinese: &["退出"],
        usage: ["", ""],
        group: Group::Meeting,
        help: "help-quit",
        examples: ["quit", "退出"],
        read: |r| r.ask(Request::Quit),
    },
    CommandRow {
        name: "item",
        chinese: &["议题", "第"],
        usage: ["N", "序号"],
        group: Group::Agenda,
        help: "help-item",
        examples: ["item 2", "第2项"],
        read: |r| {
            let item = item(r)?;
            r.done(Command::Item(item))
        },
    },
    CommandRow {
        name: "item next",
        chinese: &["下一项", "下一议题"],
        usage: ["[really]", "[确定]"],
        group: Group::Agenda,
        help: "help-item-next",
        examples: ["item next", "下一项"],
        read: |r| {
            let resolve = r.really();
            r.done(Command::NextItem(resolve))
        },
    },
    CommandRow {
        name: "item back",
        chinese: &["上一项", "上一议题"],
        usage: ["", ""],
        group: Group::Agenda,
        help: "help-item-back",
        examples: ["item back", "上一项"],
        read: |r| r.done(Command::PreviousItem),
    },
    CommandRow {
        name: "close",
        chinese: &["结束", "关闭"],
        usage: [
            "[adopted|rejected|amended|deferred|noted] [text] [really]",
            "[通过|否决|修改通过|推迟|知悉] [文字] [确定]",
        ],
        group: Group::Agenda,
        help: "help-close",
        examples: [
            "close noted The wishes are noted",
            "结束 知悉 各单位意见已记录",
        ],
        read: |r| {
            let resolve = r.really();
            let outcome = r.words.single_of(OUTCOMES);
            let text = r.words.some_text();
            r.done(Command::Close {
                outcome,
                text,
                resolve,
            })
        },
    },
    CommandRow {
        name: "add",
        chinese: &["增加", "增加议题"],
        usage: ["\"title\" [kind] [time]", "“标题” [类型] [时长]"],
        group: Group::Agenda,
        help: "help-add",
        examples: [
            "add \"Any other business\" discussion 10m",
            "增加议题 “其他事项” 讨论 10分",
        ],
        read: add,
    },
    CommandRow {
        name: "move",
        chinese: &["移动"],
        usage: ["N to M", "序号 到 序号"],
        group: Group::Agenda,
        help: "help-move",
        examples: ["move 3 to 2", "移动 3 到 2"],
        read: |r| {
            let item = item(r)?;
            r.words.keyword(&["to", "到", "至"]);
            let number = r.words.number().ok_or(Fault::Usage)?;
            let number = usize::try_from(number).map_err(|_| Fault::Usage)?;
            r.done(Command::Move { item, number })
        },
    },
    CommandRow {
        name: "skip",
        chinese: &["略过", "跳过"],
        usage: ["N reason", "序号 理由"],
        group: Group::Agenda,
        help: "help-skip",
        examples: ["skip 3 no time", "略过 3 时间不足"],
        read: |r| {
            let item = item(r)?;
            let reason = r.words.some_text().ok_or(Fault::Usage)?;
            r.done(Command::Skip { item, reason })
        },
    },
    CommandRow {
        name: "defer",
        chinese: &["推迟", "推迟议题"],
        usage: ["N", "序号"],
        group: Group::Agenda,
        help: "help-defer",
        examples: ["defer 3", "推迟 3"],
        read: |r| {
            let item = item(r)?;
            r.done(Command::Defer(item))
        },
    },
    CommandRow {
        name: "retitle",
        chinese: &["改题", "改标题"],
        usage: ["N \"title\"", "序号 “标题”"],
        group: Group::Agenda,
        help: "help-retitle",
        examples: ["retitle 3 \"Other business\"", "改题 3 “其他事项”"],
        read: |r| {
            let item = item(r)?;
            let title = r.words.some_text().ok_or(Fault::Usage)?;
            r.done(Command::Retitle { item, title })
        },
    },
    CommandRow {
        name: "reload",
        chinese: &["重读", "重新载入"],
        usage: ["[really]", "[确定]"],
        group: Group::Agenda,
        help: "help-reload",
        examples: ["reload", "重读 确定"],
        read: |r| {
            let resolve = r.really();
            r.ask(Request::Reload { resolve })
        },
    },
];

/// Takes the number of an item; there is one of that number.
fn item(reading: &mut Reading) -> Result<ItemId, Fault> {
    let number = reading.words.number().ok_or(Fault::Usage)?;
    reading.words.keyword(&["项"]);
    let item = usize::try_from(number)
        .ok()
        .and_then(|number| reading.meeting.progress.numbered(number));
    item.map(|item| item.id).ok_or_else(|| {
        Message::new("phrase-no-item")
            .with("number", number)
            .with("items", reading.meeting.progress.items().len())
            .into()
    })
}

fn suspend(reading: &mut Reading) -> Read {
    if reading.words.is_empty() {
        return reading.done(Command::Suspend { until: None });
    }
    reading.words.keyword(&["until", "至", "到"]);
    let until = later(reading)?.ok_or(Fault::Usage)?;
    reading.done(Command::Suspend { until: Some(until) })
}

/// A day and time to come; a time alone is today's, or tomorrow's where it has passed.
fn later(reading: &mut Reading) -> Result<Option<Moment>, Message> {
    let now = reading.now;
    let today = now.date_naive();
    let first = reading.words.word();
    let day = time::day(first, today).transpose()?;
    let typed = if day.is_some() {
        reading.words.word()
    } else {
        first
    };
    let Some(time) = time::clock(typed).transpose()? else {
        return Ok(None);
    };
    if day.is_some() {
        return Ok(day.and_then(|day| time::local(now, day, time)));
    }
    let at = time::local(now, today, time);
    let tomorrow = || time::local(now, today.checked_add_days(Days::new(1))?, time);
    Ok(at.filter(|at| *at > now).or_else(tomorrow))
}

fn next_meeting(reading: &mut Reading) -> Read {
    let today = reading.now.date_naive();
    let date = time::day(reading.words.word(), today).ok_or(Fault::Usage)??;
    let mut behind = reading.words;
    let start = time::clock(behind.word()).transpose()?;
    if start.is_some() {
        reading.words = behind;
    }
    let place = reading.words.some_text();
    reading.done(Command::NextMeeting(NextMeeting { date, start, place }))
}

fn add(reading: &mut Reading) -> Read {
    let quoted = reading.words.quoted().map(Text::line);
    let (before, last) = reading.words.last_word();
    let is_own = |before: &str| quoted.is_some() || !before.is_empty();
    let seconds = time::length(last).filter(|_| is_own(before));
    if seconds.is_some() {
        reading.words.set(before);
    }
    let mut behind = reading.words;
    let kind = behind.end_one_of(KINDS).filter(|_| is_own(behind.rest()));
    if kind.is_some() {
        reading.words = behind;
    }
    let title = match quoted {
        Some(title) => title,
        None => reading.words.text(),
    };
    if title.is_empty() {
        return Err(Fault::Usage);
    }
    reading.done(Command::Add {
        title,
        kind: kind.unwrap_or_default(),
        seconds,
    })
}
