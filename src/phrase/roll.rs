//! Commands about who is there and who belongs to the meeting.

use super::misread::Fault;
use super::table::{CommandRow, Group};
use super::who::Behind;
use super::words::{Cursor, is_word, unquoted};
use super::{Read, Reading, time};
use crate::agenda::{Capacity, PersonId, Who};
use crate::meeting::Command as Act;
use crate::meeting::progress::Resolve;
use crate::meeting::roll::{Command, Mode, Status};
use crate::meeting::roster::{Amendment, Belonging, Command as Roster, Newcomer};
use crate::names::{Match, Rank};
use crate::text::{Arg, Bilingual, Message, Moment, Text};

/// The words for capacities.
const CAPACITIES: &[(Capacity, &[&str])] = &[
    (Capacity::Chair, &["chair", "主席"]),
    (Capacity::Secretary, &["secretary", "秘书"]),
    (Capacity::Member, &["member", "成员", "会员", "理事"]),
    (Capacity::Invited, &["invited", "特邀", "受邀"]),
    (Capacity::Observer, &["observer", "列席", "观察员"]),
];

/// About who is there.
pub(super) const ROWS: &[CommandRow] = &[
    CommandRow {
        name: "present",
        chinese: &["出席", "签到"],
        usage: [
            "WHO, WHO [online] [at TIME|since 5m]",
            "某人, 某人 [线上] [于 时间|5分钟前]",
        ],
        group: Group::Roll,
        help: "help-present",
        examples: [
            "present Wang Yu, Li Na online at 14:10",
            "出席 王宇，李娜 线上 于 14:10",
        ],
        read: present,
    },
    CommandRow {
        name: "excused",
        chinese: &["请假"],
        usage: [
            "WHO [reason] [at TIME|since 5m]",
            "某人 [事由] [于 时间|5分钟前]",
        ],
        group: Group::Roll,
        help: "help-excused",
        examples: ["excused Li Na abroad", "请假 李娜 出差"],
        read: excused,
    },
    CommandRow {
        name: "absent",
        chinese: &["缺席"],
        usage: ["WHO [at TIME|since 5m]", "某人 [于 时间|5分钟前]"],
        group: Group::Roll,
        help: "help-absent",
        examples: ["absent Li Na", "缺席 李娜"],
        read: |r| marked(r, Status::Absent),
    },
    CommandRow {
        name: "left",
        chinese: &["离席", "离会", "早退"],
        usage: ["WHO [at TIME|since 5m]", "某人 [于 时间|5分钟前]"],
        group: Group::Roll,
        help: "help-left",
        examples: ["left Li Na since 5m", "离席 李娜 5分钟前"],
        read: |r| marked(r, Status::Left),
    },
    CommandRow {
        name: "represented",
        chinese: &["代表", "委托"],
        usage: [
            "WHO by WHO [at TIME|since 5m]",
            "某人 由 某人 [于 时间|5分钟前]",
        ],
        group: Group::Roll,
        help: "help-represented",
        examples: ["represented Li Na by Wang Yu", "委托 李娜 由 王宇"],
        read: represented,
    },
    CommandRow {
        name: "away",
        chinese: &["暂离"],
        usage: ["WHO [at TIME|since 5m]", "某人 [于 时间|5分钟前]"],
        group: Group::Roll,
        help: "help-away",
        examples: ["away Li Na", "暂离 李娜"],
        read: |r| {
            let at = time::take_when(&mut r.words, r.now)?;
            each(r, |person| Command::StepAway { person, at })
        },
    },
    CommandRow {
        name: "recused",
        chinese: &["回避"],
        usage: ["WHO [at TIME|since 5m]", "某人 [于 时间|5分钟前]"],
        group: Group::Roll,
        help: "help-recused",
        examples: ["recused Li Na", "回避 李娜"],
        read: |r| {
            let at = time::take_when(&mut r.words, r.now)?;
            each(r, |person| Command::Recuse { person, at })
        },
    },
    CommandRow {
        name: "enrol",
        chinese: &["登记"],
        usage: [
            "\"Name\", title, unit [as member] [really]",
            "“姓名”，职务，单位 [为 成员] [确定]",
        ],
        group: Group::Roll,
        help: "help-enrol",
        examples: [
            "enrol \"Zoe Zhang\", Dean, North College as member",
            "登记 “张佐伊”，院长，北方学院 为 成员",
        ],
        read: enrol,
    },
    CommandRow {
        name: "amend",
        chinese: &["更正"],
        usage: [
            "WHO name|title|office|unit|votes \"…\"",
            "某人 姓名|职务|职位|单位|表决权 “…”",
        ],
        group: Group::Roll,
        help: "help-amend",
        examples: ["amend Li Na title \"Director\"", "更正 李娜 职务 “主任”"],
        read: amend,
    },
    CommandRow {
        name: "count",
        chinese: &["清点", "实到"],
        usage: ["44 [of 58] | off", "44 [应到 58] | 取消"],
        group: Group::Roll,
        help: "help-count",
        examples: ["count 44 of 58", "清点 44 应到 58"],
        read: count,
    },
];

fn present(reading: &mut Reading) -> Read {
    let at = time::take_when(&mut reading.words, reading.now)?;
    let mode = if reading.words.end_keyword(&["online", "线上", "在线"]) {
        Mode::Online
    } else {
        Mode::Room
    };
    let people = reading.list(|r| r.who_or_newcomer(Behind::Nothing))?;
    let people = persons(reading, people)?;
    let mark = |person| mark(person, Status::Present, mode, None, at);
    several(reading, people.into_iter().map(mark).collect())
}

fn marked(reading: &mut Reading, status: Status) -> Read {
    let at = time::take_when(&mut reading.words, reading.now)?;
    each(reading, |person| mark(person, status, Mode::Room, None, at))
}

/// The reason stands behind the last name, and is everybody's.
fn excused(reading: &mut Reading) -> Read {
    let at = time::take_when(&mut reading.words, reading.now)?;
    let people = reading.list(|r| r.who(Behind::More))?;
    let people = persons(reading, people)?;
    reading.words.mark(&[',']);
    let reason = reading.words.some_text();
    let mark = |person| mark(person, Status::Excused, Mode::Room, reason.clone(), at);
    several(reading, people.into_iter().map(mark).collect())
}

fn mark(
    person: PersonId,
    status: Status,
    mode: Mode,
    reason: Option<Text>,
    at: Option<Moment>,
) -> Command {
    Command::Mark {
        person,
        status,
        mode,
        reason,
        at,
    }
}

fn persons(reading: &Reading, all: Vec<Who>) -> Result<Vec<PersonId>, Fault> {
    all.into_iter().map(|who| reading.person_of(who)).collect()
}

fn each(reading: &mut Reading, command: impl Fn(PersonId) -> Command) -> Read {
    let people = reading.list(|r| r.who(Behind::Nothing))?;
    let people = persons(reading, people)?;
    several(reading, people.into_iter().map(command).collect())
}

fn several(reading: &mut Reading, commands: Vec<Command>) -> Read {
    reading.nothing_left()?;
    Ok(reading.with_newcomers(commands.into_iter().map(Act::from).collect()))
}

fn represented(reading: &mut Reading) -> Read {
    let at = time::take_when(&mut reading.words, reading.now)?;
    let person = reading.person(Behind::More)?;
    if !reading.words.keyword(&["by", "由", "给"]) {
        return Err(Fault::Usage);
    }
    let by = reading.person(Behind::Nothing)?;
    reading.done(Command::Represent { person, by, at })
}

fn enrol(reading: &mut Reading) -> Read {
    let resolve = reading.really();
    let capacity = take_capacity(reading)?;
    let name = match reading.words.quoted() {
        Some(name) => name,
        None => reading.words.up_to(&[',']),
    };
    let name = Text::line(name);
    let mut title = None;
    let mut unit = None;
    if reading.words.mark(&[',']) {
        let typed = if reading.words.rest().starts_with(['"', '“', '「', '＂']) {
            reading.words.quoted().unwrap_or_default()
        } else {
            reading.words.up_to(&[','])
        };
        if reading.words.mark(&[',']) {
            title = Some(Text::line(typed));
            unit = belonging(reading)?;
        } else if let Some(Who::Unit(id)) = whole_unit(reading, typed) {
            unit = Some(Belonging::Known(id));
        } else {
            title = Some(Text::line(typed));
        }
    }
    if name.is_empty() {
        return Err(Fault::Usage);
    }
    let newcomer = Newcomer {
        id: reading.meeting.roster.new_person_id(name.as_str()),
        name,
        title: title.filter(|title| !title.is_empty()),
        unit,
        capacity: capacity.unwrap_or(Capacity::Invited),
    };
    reading.done(match resolve {
        Resolve::Plain => Roster::Enrol(newcomer),
        Resolve::Really => Roster::EnrolNamesake(newcomer),
    })
}

/// Takes `as member` from the end. What follows such a word, and is in no quotes, has to be a capacity.
fn take_capacity(reading: &mut Reading) -> Result<Option<Capacity>, Fault> {
    let is_as = |word: &str| ["as", "为", "作为"].iter().any(|it| is_word(word, it));
    let rest = reading.words.rest();
    let words = rest.split_whitespace().rev();
    let Some(preposition) = words.clone().skip(1).find(|word| is_as(word)) else {
        return Ok(None);
    };
    let at = preposition.as_ptr().addr() - rest.as_ptr().addr();
    let typed = rest[at + preposition.len()..].trim_start();
    if at == 0 || typed.contains([',', '，', '"', '”', '＂', '」', '』']) {
        return Ok(None);
    }
    let mut word = Cursor::new(typed);
    match word.one_of(CAPACITIES).filter(|_| word.is_empty()) {
        Some(capacity) => {
            reading.words.set(&rest[..at]);
            Ok(Some(capacity))
        }
        None => Err(no_capacity(typed)),
    }
}

fn no_capacity(typed: &str) -> Fault {
    let known: Vec<Arg> = CAPACITIES
        .iter()
        .map(|(_, words)| {
            Arg::from(Bilingual {
                en: Text::line(words[0]),
                zh: Text::line(words[1]),
            })
        })
        .collect();
    let message = Message::new("phrase-no-capacity").with("typed", typed);
    message.with("known", known).into()
}

/// The unit that all the rest names: a known one, also by a part of its name unless it is quoted, else a new one.
fn belonging(reading: &mut Reading) -> Result<Option<Belonging>, Fault> {
    let rest = reading.words.rest();
    let typed = unquoted(rest);
    reading.words.set("");
    if typed.is_empty() {
        return Ok(None);
    }
    let (rank, found) = reading.names.find_ranked(typed);
    let is_whole = matches!(rank, Some(Rank::Id | Rank::Whole));
    match found {
        Match::One(Who::Unit(id)) if is_whole || typed == rest => Ok(Some(Belonging::Known(id))),
        Match::Several(_) if is_whole => Err(Fault::Usage),
        Match::One(_) | Match::Several(_) | Match::None => {
            Ok(Some(Belonging::New(Text::line(typed))))
        }
    }
}

fn whole_unit(reading: &Reading, typed: &str) -> Option<Who> {
    let (rank, _) = reading.names.find_ranked(typed);
    matches!(rank, Some(Rank::Id | Rank::Whole)).then(|| reading.exactly(typed))?
}

#[derive(Clone, Copy)]
enum Field {
    Name,
    Title,
    Office,
    Unit,
    Votes,
}

const FIELDS: &[(Field, &[&str])] = &[
    (Field::Name, &["name", "姓名"]),
    (Field::Title, &["title", "职务"]),
    (Field::Office, &["office", "职位", "会内职务"]),
    (Field::Unit, &["unit", "单位"]),
    (Field::Votes, &["votes", "表决权"]),
];

fn amend(reading: &mut Reading) -> Read {
    let person = reading.person(Behind::More)?;
    let field = reading.words.one_of(FIELDS).ok_or(Fault::Usage)?;
    let field = match field {
        Field::Name => Amendment::Name(reading.words.some_text().ok_or(Fault::Usage)?),
        Field::Title => Amendment::Title(reading.words.text()),
        Field::Office => Amendment::Office(reading.words.text()),
        Field::Unit => Amendment::Unit(unit(reading)?),
        Field::Votes => Amendment::Votes(yes(reading)?),
    };
    reading.done(Roster::Amend { person, field })
}

/// A unit of the roster; nothing, or `none`, is none.
fn unit(reading: &mut Reading) -> Result<Option<crate::agenda::UnitId>, Fault> {
    let typed = reading.words.text();
    if typed.is_empty() || is_word(typed.as_str(), "none") || typed.as_str() == "无" {
        return Ok(None);
    }
    match reading.exactly(typed.as_str()) {
        Some(Who::Unit(id)) => Ok(Some(id)),
        Some(Who::Person(_)) | None => {
            Err(Message::new("phrase-no-unit").with("unit", typed).into())
        }
    }
}

fn yes(reading: &mut Reading) -> Result<bool, Fault> {
    const ANSWERS: &[(bool, &[&str])] = &[
        (true, &["yes", "true", "是", "有"]),
        (false, &["no", "false", "否", "无", "没有"]),
    ];
    let typed = reading.words.text();
    let mut word = Cursor::new(typed.as_str());
    word.one_of(ANSWERS)
        .filter(|_| word.is_empty())
        .ok_or(Fault::Usage)
}

fn count(reading: &mut Reading) -> Read {
    if reading.words.keyword(&["off", "取消"]) {
        return reading.done(Command::EndCount);
    }
    let present = reading.words.number().ok_or(Fault::Usage)?;
    reading.words.keyword(&["人"]);
    reading.words.mark(&[',', '/', '、']);
    let of = if reading.words.keyword(&["of", "应到", "共"]) {
        Some(reading.words.number().ok_or(Fault::Usage)?)
    } else {
        None
    };
    reading.words.keyword(&["人"]);
    reading.done(Command::Count { present, of })
}
