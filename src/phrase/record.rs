//! Commands about the record, and what is asked of the program.

use super::misread::Fault;
use super::table::{CommandRow, Group};
use super::{Read, Reading, Request};
use crate::meeting::progress::{Command as Progress, HallView};
use crate::meeting::undo::Command;
use crate::text::{Language, Message, Text};

/// About the record and the program.
pub(super) const ROWS: &[CommandRow] = &[
    CommandRow {
        name: "undo",
        chinese: &["撤销"],
        usage: ["[N]", "[序号]"],
        group: Group::Record,
        help: "help-undo",
        examples: ["undo 57", "撤销"],
        read: |r| {
            if r.words.is_empty() {
                return r.done(Command::Undo(None));
            }
            let seq = r.words.number().ok_or(Fault::Usage)?;
            r.done(Command::Undo(Some(u64::from(seq))))
        },
    },
    CommandRow {
        name: "redo",
        chinese: &["重做", "恢复"],
        usage: ["", ""],
        group: Group::Record,
        help: "help-redo",
        examples: ["redo", "重做"],
        read: |r| r.done(Command::Redo),
    },
    CommandRow {
        name: "why",
        chinese: &["原因"],
        usage: ["text", "文字"],
        group: Group::Record,
        help: "help-why",
        examples: ["why the name was misheard", "原因 姓名听错"],
        read: |r| {
            let text = r.words.some_text().ok_or(Fault::Usage)?;
            r.ask(Request::Why { text })
        },
    },
    CommandRow {
        name: "save",
        chinese: &["保存"],
        usage: ["", ""],
        group: Group::Record,
        help: "help-save",
        examples: ["save", "保存"],
        read: |r| r.ask(Request::Save),
    },
    CommandRow {
        name: "export",
        chinese: &["导出"],
        usage: [
            "[--format F] [--document D] [--output PATH] [--public]",
            "[--format 格式] [--document 文件] [--output 路径] [--public]",
        ],
        group: Group::Record,
        help: "help-export",
        examples: ["export --format md", "导出 --format md"],
        read: export,
    },
    CommandRow {
        name: "log",
        chinese: &["日志", "记录"],
        usage: ["", ""],
        group: Group::Record,
        help: "help-log",
        examples: ["log", "日志"],
        read: |r| r.ask(Request::Log),
    },
    CommandRow {
        name: "help",
        chinese: &["帮助"],
        usage: ["[command|rules]", "[命令|表决规则]"],
        group: Group::Record,
        help: "help-help",
        examples: ["help rules", "帮助 规则"],
        read: |r| {
            let topic = r.words.some_text();
            r.ask(Request::Help { topic })
        },
    },
    CommandRow {
        name: "face",
        chinese: &["界面", "页面"],
        usage: [
            "floor|contributions [by unit|theme|item|kind]|roll|ballots|brief|record",
            "发言|意见 [按单位|按主题|按议程|按类别]|签到|表决|小结|记录",
        ],
        group: Group::Record,
        help: "help-face",
        examples: ["face contributions by theme", "界面 意见 按主题"],
        read: super::face::read,
    },
    CommandRow {
        name: "hall",
        chinese: &["大屏"],
        usage: ["speaker|list|ballot|break", "发言人|名单|表决|休息"],
        group: Group::Record,
        help: "help-hall",
        examples: ["hall break", "大屏 休息"],
        read: |r| {
            const VIEWS: &[(HallView, &[&str])] = &[
                (HallView::Speaker, &["speaker", "发言人", "发言"]),
                (HallView::List, &["list", "名单"]),
                (HallView::Ballot, &["ballot", "表决"]),
                (HallView::Break, &["break", "休息"]),
            ];
            let view = r.words.one_of(VIEWS).ok_or(Fault::Usage)?;
            r.done(Progress::ShowHall(view))
        },
    },
    CommandRow {
        name: "lang",
        chinese: &["语言"],
        usage: ["[en|zh-CN]", "[英文|中文]"],
        group: Group::Record,
        help: "help-lang",
        examples: ["lang zh-CN", "语言 中文"],
        read: |r| {
            const LANGUAGES: &[(Language, &[&str])] = &[
                (Language::English, &["en", "english", "英文", "英语"]),
                (
                    Language::Chinese,
                    &["zh-cn", "zh", "chinese", "中文", "汉语"],
                ),
            ];
            let language = r.words.one_of(LANGUAGES);
            r.ask(Request::Lang { language })
        },
    },
    CommandRow {
        name: "theme",
        chinese: &["配色"],
        usage: ["[NAME]", "[名称]"],
        group: Group::Record,
        help: "help-theme",
        examples: ["theme light", "配色 浅色"],
        read: |r| {
            let name = r.words.some_text();
            r.ask(Request::Theme { name })
        },
    },
    CommandRow {
        name: "host",
        chinese: &["联机"],
        usage: ["", ""],
        group: Group::Record,
        help: "help-host",
        examples: ["host", "联机"],
        read: |_| Err(Message::new("phrase-no-host").into()),
    },
];

fn export(reading: &mut Reading) -> Read {
    let mut words = Vec::new();
    while !reading.words.is_empty() {
        let word = match reading.words.quoted() {
            Some(quoted) => quoted,
            None => reading.words.word(),
        };
        words.push(Text::line(word));
    }
    reading.ask(Request::Export { words })
}
