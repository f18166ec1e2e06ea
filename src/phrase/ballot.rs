//! Commands about votes and elections. What the figures come to is the ballot's.

use std::iter;

use super::misread::Fault;
use super::table::{CommandRow, Group};
use super::who::Behind;
use super::words::{Cursor, is_word, last_word};
use super::{Read, Reading};
use crate::agenda::{Method, Voters, Who};
use crate::meeting::Command as Act;
use crate::meeting::ballot::{Answer, Command, Counts, Papers, Tally};
use crate::names::{narrow, take_quoted};
use crate::rules::{Casting, Rule};
use crate::text::{Arg, Bilingual, Message, Text, nearest};

const FOR: &[&str] = &["for", "赞成", "同意"];
const AGAINST: &[&str] = &["against", "反对", "不同意"];
const ABSTAINING: &[&str] = &["abstaining", "abstain", "abstained", "abstentions", "弃权"];

/// The words for methods.
pub(super) const METHODS: &[(Method, &[&str])] = &[
    (Method::ShowOfHands, &["show-of-hands", "举手", "举手表决"]),
    (Method::RollCall, &["roll-call", "唱名", "唱名表决", "记名"]),
    (Method::Secret, &["secret", "无记名", "无记名投票"]),
];

/// The names of rules: those of the presets, and Chinese ones.
pub(super) const RULES: &[(&str, &[&str])] = &[
    ("majority", &["majority", "简单多数", "过半数"]),
    ("two-thirds", &["two-thirds", "三分之二"]),
    ("absolute-majority", &["absolute-majority", "全体过半数"]),
    (
        "majority-of-present",
        &["majority-of-present", "到会过半数"],
    ),
    ("unanimous", &["unanimous", "一致同意", "全票"]),
    ("acclamation", &["acclamation", "鼓掌通过"]),
];

/// About votes and elections.
pub(super) const ROWS: &[CommandRow] = &[
    CommandRow {
        name: "ballot",
        chinese: &["表决", "付诸表决"],
        usage: [
            "[\"question\"] [rule] [method] [really] | again",
            "[“事项”] [规则] [方式] [确定] | 重新清点",
        ],
        group: Group::Ballot,
        help: "help-ballot",
        examples: [
            "ballot \"Shall we meet in May?\" two-thirds secret",
            "表决 “五月开会” 三分之二 无记名",
        ],
        read: ballot,
    },
    CommandRow {
        name: "tally",
        chinese: &["计票"],
        usage: [
            "14 for 9 against 3 abstaining | all for | GROUP: …",
            "赞成14 反对9 弃权3 | 全体赞成 | 组别：…",
        ],
        group: Group::Ballot,
        help: "help-tally",
        examples: [
            "tally 14 for 9 against 3 abstaining",
            "计票 赞成14 反对9 弃权3",
        ],
        read: tally,
    },
    CommandRow {
        name: "clear majority",
        chinese: &["明显多数"],
        usage: ["", ""],
        group: Group::Ballot,
        help: "help-clear-majority",
        examples: ["clear majority", "明显多数"],
        read: |r| r.done(Command::ClearMajority),
    },
    CommandRow {
        name: "unopposed",
        chinese: &["无异议", "无人反对"],
        usage: ["", ""],
        group: Group::Ballot,
        help: "help-unopposed",
        examples: ["unopposed", "无异议"],
        read: |r| r.done(Command::Unopposed),
    },
    CommandRow {
        name: "answers",
        chinese: &["表态"],
        usage: ["WHO for|against|abstain|none", "某人 赞成|反对|弃权|不表决"],
        group: Group::Ballot,
        help: "help-answers",
        examples: ["answers Wang Yu for", "表态 王宇 赞成"],
        read: answers,
    },
    CommandRow {
        name: "papers",
        chinese: &["选票"],
        usage: [
            "30 issued 30 returned 1 blank 0 invalid",
            "发出30 收回30 空白1 无效0",
        ],
        group: Group::Ballot,
        help: "help-papers",
        examples: [
            "papers 30 issued 30 returned 1 blank 0 invalid",
            "选票 发出30 收回30 空白1 无效0",
        ],
        read: papers,
    },
    CommandRow {
        name: "voters",
        chinese: &["投票人数"],
        usage: ["28", "28"],
        group: Group::Ballot,
        help: "help-voters",
        examples: ["voters 28", "投票人数 28"],
        read: |r| {
            let voters = r.words.number().ok_or(Fault::Usage)?;
            r.words.keyword(&["人"]);
            r.done(Command::Voters(voters))
        },
    },
    CommandRow {
        name: "votes",
        chinese: &["得票"],
        usage: [
            "WHO 18 [for 2 against 1 abstaining]",
            "某人 18 [赞成 2 反对 1 弃权]",
        ],
        group: Group::Ballot,
        help: "help-votes",
        examples: [
            "votes Wang Yu 18 for 2 against 1 abstaining",
            "得票 王宇 18",
        ],
        read: |r| {
            let candidate = r.who(Behind::More)?;
            r.words.mark(&[':']);
            let counts = counts(r)?;
            r.done(Command::Votes { candidate, counts })
        },
    },
    CommandRow {
        name: "slate",
        chinese: &["整单", "整单表决"],
        usage: ["44 for 1 against 2 abstaining", "赞成44 反对1 弃权2"],
        group: Group::Ballot,
        help: "help-slate",
        examples: ["slate 44 for 1 against", "整单 赞成44 反对1"],
        read: |r| {
            let counts = counts(r)?;
            r.done(Command::Slate(counts))
        },
    },
    CommandRow {
        name: "nominate",
        chinese: &["提名"],
        usage: ["WHO", "某人"],
        group: Group::Ballot,
        help: "help-nominate",
        examples: ["nominate Wang Yu", "提名 王宇"],
        read: |r| each(r, Command::Nominate),
    },
    CommandRow {
        name: "decline",
        chinese: &["谢绝提名", "退出提名"],
        usage: ["WHO", "某人"],
        group: Group::Ballot,
        help: "help-decline",
        examples: ["decline Wang Yu", "谢绝提名 王宇"],
        read: |r| each(r, Command::Decline),
    },
    CommandRow {
        name: "tellers",
        chinese: &["计票人", "监票人"],
        usage: ["WHO, WHO", "某人, 某人"],
        group: Group::Ballot,
        help: "help-tellers",
        examples: ["tellers Wang Yu, Li Na", "计票人 王宇，李娜"],
        read: |r| {
            let tellers = r.list(|r| r.who(Behind::Nothing))?;
            let tellers: Result<_, Fault> =
                tellers.into_iter().map(|who| r.person_of(who)).collect();
            r.done(Command::Tellers(tellers?))
        },
    },
    CommandRow {
        name: "result",
        chinese: &["结果", "宣布结果"],
        usage: ["[really]", "[确定]"],
        group: Group::Ballot,
        help: "help-result",
        examples: ["result", "宣布结果"],
        read: |r| {
            let resolve = r.really();
            r.done(Command::Result(resolve))
        },
    },
    CommandRow {
        name: "casting vote",
        chinese: &["决定票"],
        usage: ["for|against", "赞成|反对"],
        group: Group::Ballot,
        help: "help-casting-vote",
        examples: ["casting vote for", "决定票 赞成"],
        read: |r| {
            const VOTES: &[(Casting, &[&str])] =
                &[(Casting::For, FOR), (Casting::Against, AGAINST)];
            let vote = r.words.one_of(VOTES).ok_or(Fault::Usage)?;
            r.done(Command::CastingVote(vote))
        },
    },
    CommandRow {
        name: "second round",
        chinese: &["第二轮", "再次投票"],
        usage: ["[WHO, …] [really]", "[某人, …] [确定]"],
        group: Group::Ballot,
        help: "help-second-round",
        examples: ["second round Wang Yu, Li Na", "第二轮 王宇，李娜"],
        read: |r| {
            let resolve = r.really();
            let candidates = if r.words.is_empty() {
                Vec::new()
            } else {
                r.list(|r| r.who(Behind::Nothing))?
            };
            r.done(Command::SecondRound {
                candidates,
                resolve,
            })
        },
    },
    CommandRow {
        name: "void",
        chinese: &["作废"],
        usage: ["reason", "理由"],
        group: Group::Ballot,
        help: "help-void",
        examples: ["void too many papers", "作废 选票多于人数"],
        read: |r| {
            let reason = r.words.some_text().ok_or(Fault::Usage)?;
            r.done(Command::Void(reason))
        },
    },
];

/// How a question is put, as far as it is said.
#[derive(Default)]
struct Manner {
    rule: Option<Rule>,
    method: Option<Method>,
}

impl Manner {
    /// Takes the word for a rule or a method, where none was said yet.
    fn take(&mut self, word: &str) -> bool {
        if self.method.is_none() {
            let is_meant =
                |(_, words): &&(Method, &[&str])| words.iter().any(|it| is_word(word, it));
            self.method = METHODS.iter().find(is_meant).map(|(method, _)| *method);
            if self.method.is_some() {
                return true;
            }
        }
        if self.rule.is_some() {
            return false;
        }
        self.rule = rule_named(word);
        self.rule.is_some()
    }
}

/// What is asked is the question, an office or a motion's id; rule and method stand beside it in either order.
fn ballot(reading: &mut Reading) -> Read {
    if ["again", "重新清点"]
        .iter()
        .any(|word| is_word(reading.words.rest(), word))
    {
        reading.words.set("");
        return reading.done(Command::TakeAgain);
    }
    let resolve = reading.really();
    let mut manner = Manner::default();
    let question = match in_quotes(reading.words.rest()) {
        Some((question, beside)) => {
            reading.words.set("");
            match beside.into_iter().find(|word| !manner.take(word)) {
                None => Some(Text::line(question)).filter(|question| !question.is_empty()),
                Some(word) => return Err(neither(word)),
            }
        }
        None => unquoted(reading, &mut manner)?,
    };
    let Manner { rule, method } = manner;
    reading.done(Command::Open {
        question,
        rule,
        method,
        resolve,
    })
}

/// The question in quotes, and the words beside it; none where quotes only stand somewhere in it.
fn in_quotes(rest: &str) -> Option<(&str, Vec<&str>)> {
    let words = |text| {
        <str>::split(text, |c: char| {
            c.is_whitespace() || matches!(c, ',' | '，' | '、')
        })
    };
    let (before, quoted) = rest.split_at(rest.find(['"', '＂', '“', '”', '「', '『'])?);
    let (question, behind) = take_quoted(quoted)?;
    let all = words(before).chain(words(behind));
    let is_question = words(before).any(|word| !word.is_empty() && meant(word).is_none());
    (!is_question).then(|| (question, all.filter(|word| !word.is_empty()).collect()))
}

/// The question without quotes: rule and method stand behind it. Where a word at one of its ends is perhaps one of them, it
/// has to be quoted.
fn unquoted(reading: &mut Reading, manner: &mut Manner) -> Result<Option<Text>, Fault> {
    loop {
        let (before, last) = last_word(reading.words.rest());
        if last.is_empty() || !manner.take(last) {
            break;
        }
        reading.words.set(before);
    }
    let rest = reading.words.rest();
    let mut ends = iter::once(last_word(rest).1).chain(rest.split_whitespace().next());
    if !is_on_the_agenda(reading, rest)
        && let Some((word, near)) = ends.find_map(|word| Some((word, meant(word)?)))
    {
        let unclear = Message::new("phrase-ballot-unclear").with("word", word);
        return Err(unclear.with("near", near).into());
    }
    Ok(reading.words.some_text())
}

/// Whether that is a motion or an office of the item, and no question.
fn is_on_the_agenda(reading: &Reading, typed: &str) -> bool {
    let mut id = Cursor::new(typed);
    if id.id('P').is_some() && id.is_empty() {
        return true;
    }
    let item = reading.meeting.progress.place();
    let offices = item.map(|item| reading.meeting.offices(item));
    let is = |name: &Text| name.as_str().to_lowercase() == typed.to_lowercase();
    let mut offices = offices.into_iter().flatten();
    offices.any(|office| is(&office.name.en) || is(&office.name.zh))
}

/// The word for a rule or a method that was most likely meant.
fn meant(word: &str) -> Option<String> {
    let presets = Rule::presets();
    let presets = presets.iter().filter_map(|rule| rule.name.as_deref());
    let methods = METHODS.iter().flat_map(|(_, words)| words.iter().copied());
    let rules = RULES.iter().flat_map(|(_, words)| words.iter().copied());
    nearest(word, methods.chain(rules).chain(presets)).map(str::to_owned)
}

/// Why a word beside a question is not taken.
fn neither(word: &str) -> Fault {
    let both = |words: &[&str]| {
        Arg::from(Bilingual {
            en: Text::line(words[0]),
            zh: Text::line(words[1]),
        })
    };
    let named = |name: &str| RULES.iter().find(|(rule, _)| *rule == name);
    let rules: Vec<Arg> = Rule::presets()
        .iter()
        .filter_map(|rule| rule.name.as_deref())
        .map(|name| named(name).map_or_else(|| Arg::from(name), |(_, words)| both(words)))
        .collect();
    let methods: Vec<Arg> = METHODS.iter().map(|(_, words)| both(words)).collect();
    let reason = match meant(word) {
        Some(near) => Message::new("phrase-ballot-neither-near").with("near", near),
        None => Message::new("phrase-ballot-neither"),
    };
    let reason = reason.with("word", word).with("rules", rules);
    reason.with("methods", methods).into()
}

fn rule_named(typed: &str) -> Option<Rule> {
    if typed.is_empty() || typed.len() > 60 {
        return None;
    }
    let chinese = RULES.iter().find(|(_, words)| words.contains(&typed));
    let name: String = match chinese {
        Some((name, _)) => (*name).to_owned(),
        None => typed
            .chars()
            .map(|c| narrow(c).to_ascii_lowercase())
            .collect(),
    };
    Rule::preset(&name)
}

fn tally(reading: &mut Reading) -> Read {
    let mut ahead = reading.words;
    let before = ahead.up_to(&[':']);
    let group = if ahead.mark(&[':']) {
        reading.words = ahead;
        Some(group_called(reading, super::words::unquoted(before)))
    } else {
        None
    };
    let mut all = reading.words;
    if all.keyword(&[
        "all for",
        "all",
        "全体赞成",
        "全票赞成",
        "一致赞成",
        "全体同意",
    ]) {
        all.keyword(FOR);
        reading.words = all;
        return reading.done(Command::Tally {
            group,
            tally: Tally::AllFor,
        });
    }
    let tally = Tally::Counts(counts(reading)?);
    reading.done(Command::Tally { group, tally })
}

/// The group of the roster of that name as it is written there, else as typed.
fn group_called(reading: &Reading, typed: &str) -> Text {
    let groups = reading.meeting.agenda.groups().into_iter();
    let mut same = groups.filter(|group| group.as_str().to_lowercase() == typed.to_lowercase());
    same.next().cloned().unwrap_or_else(|| Text::line(typed))
}

/// Takes numbers with a word each, before or behind them: `14 for`, `赞成14`. Gives the numbers in the order of the words.
fn figures<const N: usize>(
    reading: &mut Reading,
    words: [&[&str]; N],
) -> Result<[Option<u32>; N], Fault> {
    let mut figures = [None; N];
    let table: Vec<(usize, &[&str])> = words.into_iter().enumerate().collect();
    while !reading.words.is_empty() {
        let first = reading.words.one_of(&table);
        let number = reading.words.number().ok_or(Fault::Usage)?;
        reading.words.keyword(&["票", "张", "人"]);
        // A number without a word is the first: `votes ada 18`.
        let which = first.or_else(|| reading.words.one_of(&table)).unwrap_or(0);
        if figures[which].replace(number).is_some() {
            return Err(Fault::Usage);
        }
        reading.words.mark(&[',', '、', ';']);
        reading.words.keyword(&["and"]);
    }
    if figures.iter().all(Option::is_none) {
        return Err(Fault::Usage);
    }
    Ok(figures)
}

fn counts(reading: &mut Reading) -> Result<Counts, Fault> {
    let [favour, against, abstaining] = figures(reading, [FOR, AGAINST, ABSTAINING])?;
    Ok(Counts {
        favour,
        against,
        abstaining,
    })
}

fn papers(reading: &mut Reading) -> Read {
    let [issued, returned, blank, invalid] = figures(
        reading,
        [
            &["issued", "发出"],
            &["returned", "收回"],
            &["blank", "空白"],
            &["invalid", "无效", "废票"],
        ],
    )?;
    reading.done(Command::Papers(Papers {
        issued,
        returned,
        blank,
        invalid,
    }))
}

fn answers(reading: &mut Reading) -> Read {
    const ANSWERS: &[(Answer, &[&str])] = &[
        (Answer::For, FOR),
        (Answer::None, &["none", "不表决", "未表决"]),
        (Answer::Abstain, ABSTAINING),
        (Answer::Against, AGAINST),
    ];
    let answer = reading.words.end_one_of(ANSWERS).or_else(|| {
        // The longer Chinese words first: 不同意 ends in 同意.
        let mut attached = ANSWERS.iter().rev();
        attached.find_map(|(answer, words)| {
            let chinese: Vec<&str> = words
                .iter()
                .copied()
                .filter(|word| !word.is_ascii())
                .collect();
            reading.words.end_chinese(&chinese).then_some(*answer)
        })
    });
    let answer = answer.ok_or(Fault::Usage)?;
    let who = reading.who(Behind::Nothing)?;
    let who = voter(reading, who)?;
    reading.done(Command::Answer { who, answer })
}

/// Where units vote a person speaks for theirs; else a unit stands for its only present person.
fn voter(reading: &Reading, who: Who) -> Result<Who, Fault> {
    match (reading.meeting.agenda.voters, who) {
        (Voters::Units, Who::Person(id)) => {
            let unit = reading.meeting.roster.unit_of(&id);
            Ok(unit.map_or(Who::Person(id), |unit| Who::Unit(unit.id.clone())))
        }
        (Voters::Units, unit @ Who::Unit(_)) => Ok(unit),
        (Voters::Persons, who) => reading.person_of(who).map(Who::Person),
    }
}

fn each(reading: &mut Reading, command: fn(Who) -> Command) -> Read {
    let all = reading.list(|r| r.who(Behind::Nothing))?;
    reading.nothing_left()?;
    let commands = all.into_iter().map(|who| Act::from(command(who))).collect();
    Ok(reading.with_newcomers(commands))
}
