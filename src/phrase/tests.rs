//! What lines say, in both languages, in a small meeting.

use chrono::DateTime;

use super::*;
use crate::agenda::{
    Agenda, Capacity, ContributionKind as Kind, Example, Item, ItemKind, Method, Person, PersonId,
    Theme, Unit, UnitId, Voters, Who,
};
use crate::board::Grouping;
use crate::meeting::ballot::{Answer as Vote, Command as Ballot, Counts, Papers, Tally};
use crate::meeting::contribution::{Answer, Command as Capture, Draft, Likeness, ThemeName};
use crate::meeting::floor::{Command as Floor, EntryKind, Repair, Stretch};
use crate::meeting::motion::Command as Motion;
use crate::meeting::outcome::{Command as Result_, Due, Outcome};
use crate::meeting::progress::{Command as Progress, HallView, NextMeeting};
use crate::meeting::roll::{Command as Roll, Mode, Status};
use crate::meeting::roster::{Amendment, Belonging, Command as Roster};
use crate::meeting::undo::Command as Undo;
use crate::meeting::{ActionId, ContributionId, Header, ItemId, MatterId, MotionId, decide};
use crate::rules::{Casting, Rule};
use crate::text::Bilingual;

fn both(en: &str, zh: &str) -> Bilingual {
    Bilingual {
        en: Text::line(en),
        zh: Text::line(zh),
    }
}

fn unit(id: &str, en: &str, zh: &str) -> Unit {
    Unit {
        id: id.into(),
        name: both(en, zh),
        short: None,
        group: None,
        budget: None,
        example: Example::None,
    }
}

fn person(id: &str, en: &str, zh: &str, unit: Option<&str>) -> Person {
    Person {
        id: id.into(),
        name: both(en, zh),
        title: None,
        office: None,
        address: None,
        unit: unit.map(UnitId::from),
        group: None,
        capacity: Capacity::Member,
        votes: true,
        example: Example::None,
    }
}

fn council() -> Agenda {
    let theme = |en: &str, zh: &str, also: &[&str]| Theme {
        name: both(en, zh),
        also: also.iter().map(|name| Text::line(name)).collect(),
    };
    let item = |title: &str, kind| Item {
        kind,
        ..Item::titled(title.into())
    };
    Agenda {
        title: both("Council", "理事会"),
        units: vec![
            unit("north", "North College", "北方学院"),
            unit("south", "South Works", "南方工厂"),
            unit("far", "Far Island Co., Ltd.", "远岛公司"),
        ],
        persons: vec![
            person("ada", "Ada Lovelace", "艾达", Some("north")),
            person("ben", "Ben South", "本诚", Some("south")),
            person("cai", "Cai West", "蔡文", Some("south")),
            person("xu-sisi", "Xu Sisi", "徐思思", None),
            person("xu-san", "Xu San", "徐三", None),
            person("wang-yu", "Wang Yu", "王宇", None),
            person("li-na", "Li Na", "李娜", None),
        ],
        themes: vec![
            theme("education", "教育", &["schools"]),
            theme("economy and trade", "经贸", &["trade"]),
        ],
        items: vec![
            item("Opening", ItemKind::Opening),
            item("Ideas", ItemKind::Discussion),
            item("Other", ItemKind::Discussion),
        ],
        ..Agenda::default()
    }
}

fn at(time: &str) -> Moment {
    DateTime::parse_from_rfc3339(&format!("2024-03-01T{time}+08:00")).expect("a time")
}

fn meeting_of(agenda: Agenda) -> Meeting {
    let header = Header {
        tribune: 1,
        begun: at("09:00:00"),
        path: String::new(),
        agenda: String::new(),
    };
    Meeting::begin(header, agenda)
}

/// A meeting and who reads its lines at ten past two.
struct Table {
    meeting: Meeting,
    interpreter: Interpreter,
    author: Author,
}

impl Table {
    fn of(agenda: Agenda) -> Self {
        Self {
            meeting: meeting_of(agenda),
            interpreter: Interpreter::new(),
            author: Author::chair(),
        }
    }

    fn council() -> Self {
        Self::of(council())
    }

    fn without_roster() -> Self {
        Self::of(Agenda {
            units: Vec::new(),
            persons: Vec::new(),
            ..council()
        })
    }

    fn read(&mut self, line: &str) -> Result<Spoken, Box<Misread>> {
        let anchor = Anchor::now(&self.meeting);
        let spot = Spot {
            now: at("14:10:00"),
            anchor,
            author: &self.author,
        };
        self.interpreter.read(&self.meeting, line, &spot)
    }

    fn obey(&mut self, line: &str) {
        let Ok(Spoken::Command(command)) = self.read(line) else {
            panic!("{line} is no command")
        };
        let events = decide(&self.meeting, &self.author, at("14:10:00"), command).expect(line);
        let record = crate::meeting::Record {
            seq: self.meeting.history.next_seq(),
            at: at("14:10:00"),
            author: self.author.clone(),
            line: None,
            events,
            prev: crate::meeting::Digest::of(b""),
        };
        self.meeting.apply(Arc::new(record));
    }

    fn draft(&mut self, line: &str) -> Draft {
        match self.read(line) {
            Ok(Spoken::Command(Command::Contribution(Capture::Capture(draft)))) => draft,
            other => panic!("{line}: {other:?}"),
        }
    }

    fn why(&mut self, line: &str) -> Misread {
        match self.read(line) {
            Err(misread) => *misread,
            Ok(spoken) => panic!("{line}: {spoken:?}"),
        }
    }

    fn all_say(&mut self, lines: &[&str], command: impl Into<Command>) {
        let command = command.into();
        for line in lines {
            assert_eq!(
                self.read(line),
                Ok(Spoken::Command(command.clone())),
                "{line}"
            );
        }
    }
}

fn who(id: &str) -> Who {
    Who::Person(id.into())
}

fn whole(id: &str) -> Who {
    Who::Unit(id.into())
}

fn text(raw: &str) -> Text {
    Text::line(raw)
}

fn mark(id: &str, status: Status) -> Roll {
    Roll::Mark {
        person: id.into(),
        status,
        mode: Mode::Room,
        reason: None,
        at: None,
    }
}

#[test]
fn the_meeting_is_opened_suspended_and_ended_in_both_languages() {
    let mut table = Table::council();
    table.all_say(
        &[":open", ":开会", "：开始", " : OPEN ", "：ｏｐｅｎ"],
        Progress::Open {
            matters: Vec::new(),
        },
    );
    table.all_say(&[":suspend", ":休会"], Progress::Suspend { until: None });
    table.all_say(
        &[":suspend until 15:00", ":休会至15:00", "：休会 至 15：00"],
        Progress::Suspend {
            until: Some(at("15:00:00")),
        },
    );
    let tomorrow = DateTime::parse_from_rfc3339("2024-03-02T09:00:00+08:00").expect("a time");
    table.all_say(
        &[
            ":suspend until 9:00",
            ":suspend until 2024-03-02 09:00",
            ":suspend until +1d 09:00",
        ],
        Progress::Suspend {
            until: Some(tomorrow),
        },
    );
    table.all_say(&[":reopen", ":复会"], Progress::Reopen);
    table.all_say(&[":adjourn", ":散会"], Progress::Adjourn(Resolve::Plain));
    table.all_say(
        &[":adjourn really", ":散会确定", ":散会 确定"],
        Progress::Adjourn(Resolve::Really),
    );
    table.all_say(
        &[":chair ada", ":主席艾达", ":chair Ada Lovelace"],
        Progress::HandChair("ada".into()),
    );
    let date = chrono::NaiveDate::from_ymd_opt(2024, 12, 27).expect("a day");
    let start = chrono::NaiveTime::from_hms_opt(14, 30, 0);
    let place = Some(text("Kunming"));
    table.all_say(
        &[
            ":next meeting 2024-12-27 14:30 \"Kunming\"",
            ":下次会议 2024年12月27日 14：30 「Kunming」",
            ":Next  Meeting 2024-12-27 14:30 Kunming",
        ],
        Progress::NextMeeting(NextMeeting { date, start, place }),
    );
    table.all_say(
        &[":next meeting 2024-12-27"],
        Progress::NextMeeting(NextMeeting {
            date,
            start: None,
            place: None,
        }),
    );
}

#[test]
fn items_are_gone_to_and_closed() {
    let mut table = Table::council();
    table.all_say(
        &[":item 2", ":议题2", ":第２项", ":item ２"],
        Progress::Item(ItemId(2)),
    );
    table.all_say(
        &[":item next", ":下一项"],
        Progress::NextItem(Resolve::Plain),
    );
    table.all_say(
        &[":item next really", ":下一项确定"],
        Progress::NextItem(Resolve::Really),
    );
    table.all_say(&[":item back", ":上一项"], Progress::PreviousItem);
    table.all_say(
        &[":close", ":结束"],
        Progress::Close {
            outcome: None,
            text: None,
            resolve: Resolve::Plain,
        },
    );
    table.all_say(
        &[":close adopted really", ":结束 通过 确定", ":关闭通过 确定"],
        Progress::Close {
            outcome: Some(Outcome::Adopted),
            text: None,
            resolve: Resolve::Really,
        },
    );
    table.all_say(
        &[":close noted The wishes", ":结束 知悉：The wishes"],
        Progress::Close {
            outcome: Some(Outcome::Noted),
            text: Some(text("The wishes")),
            resolve: Resolve::Plain,
        },
    );
    table.all_say(
        &[":结束 通过了两项预算"],
        Progress::Close {
            outcome: None,
            text: Some(text("通过了两项预算")),
            resolve: Resolve::Plain,
        },
    );
    table.all_say(
        &[
            ":add \"Any report\" report 10m",
            ":add Any report report 10m",
            ":增加议题“Any report”汇报 10分钟",
        ],
        Progress::Add {
            title: text("Any report"),
            kind: ItemKind::Report,
            seconds: Some(600),
        },
    );
    table.all_say(
        &[":add Report"],
        Progress::Add {
            title: text("Report"),
            kind: ItemKind::Discussion,
            seconds: None,
        },
    );
    table.all_say(
        &[":move 3 to 1", ":移动3到1"],
        Progress::Move {
            item: ItemId(3),
            number: 1,
        },
    );
    table.all_say(
        &[":skip 3 no time", ":略过 3 no time"],
        Progress::Skip {
            item: ItemId(3),
            reason: text("no time"),
        },
    );
    table.all_say(&[":defer 3", ":推迟3"], Progress::Defer(ItemId(3)));
    table.all_say(
        &[":retitle 3 \"Rest\"", ":改题3“Rest”"],
        Progress::Retitle {
            item: ItemId(3),
            title: text("Rest"),
        },
    );
    assert_eq!(
        table.read(":reload really"),
        Ok(Spoken::Ask(Request::Reload {
            resolve: Resolve::Really
        }))
    );
    assert_eq!(table.why(":item 9").reason.id, "phrase-no-item");
}

#[test]
fn the_roll_is_called_by_name_and_time() {
    let mut table = Table::council();
    table.all_say(
        &[
            ":present ada",
            ":出席艾达",
            ":present \"Ada Lovelace\"",
            "：出席“艾达”",
            ":present ada l",
        ],
        mark("ada", Status::Present),
    );
    table.all_say(
        &[
            ":present ben online at 14:05",
            ":出席 本诚 线上 于14:05",
            ":present ben online since 5m",
            ":present ben online 5m ago",
            ":出席本诚 线上 5分钟前",
        ],
        Roll::Mark {
            person: "ben".into(),
            status: Status::Present,
            mode: Mode::Online,
            reason: None,
            at: Some(at("14:05:00")),
        },
    );
    table.all_say(
        &[":present ada, xss, 蔡文", ":出席艾达、徐思思，Cai West"],
        Command::Several(vec![
            mark("ada", Status::Present).into(),
            mark("xu-sisi", Status::Present).into(),
            mark("cai", Status::Present).into(),
        ]),
    );
    table.all_say(
        &[
            ":excused Ben South abroad, again",
            ":请假 本诚 abroad, again",
        ],
        Roll::Mark {
            person: "ben".into(),
            status: Status::Excused,
            mode: Mode::Room,
            reason: Some(text("abroad, again")),
            at: None,
        },
    );
    table.all_say(&[":absent ben", ":缺席本诚"], mark("ben", Status::Absent));
    table.all_say(&[":left ben", ":离席本诚"], mark("ben", Status::Left));
    table.all_say(
        &[
            ":represented ben by ada",
            ":委托本诚由艾达",
            ":代表 本诚 由 艾达",
        ],
        Roll::Represent {
            person: "ben".into(),
            by: "ada".into(),
            at: None,
        },
    );
    table.all_say(
        &[":away ben at 14:00", ":暂离本诚 于 14:00"],
        Roll::StepAway {
            person: "ben".into(),
            at: Some(at("14:00:00")),
        },
    );
    table.all_say(
        &[":recused ben", ":回避本诚"],
        Roll::Recuse {
            person: "ben".into(),
            at: None,
        },
    );
    table.all_say(
        &[
            ":count 44 of 58",
            ":清点44应到58",
            ":实到 44 人，应到 58 人",
        ],
        Roll::Count {
            present: 44,
            of: Some(58),
        },
    );
    table.all_say(
        &[":count 44", ":清点 44"],
        Roll::Count {
            present: 44,
            of: None,
        },
    );
    table.all_say(&[":count off", ":清点取消"], Roll::EndCount);
}

#[test]
fn people_are_enrolled_and_amended() {
    let mut table = Table::council();
    let zoe = |title: Option<&str>, unit, capacity| {
        Roster::Enrol(Newcomer {
            id: "zoe-zhang".into(),
            name: text("Zoe Zhang"),
            title: title.map(text),
            unit,
            capacity,
        })
    };
    let north = || Some(Belonging::Known("north".into()));
    table.all_say(
        &[
            ":enrol \"Zoe Zhang\", Guest of honour, north",
            ":登记“Zoe Zhang”，Guest of honour，北方学院",
            ":enrol Zoe Zhang, Guest of honour, North College",
        ],
        zoe(Some("Guest of honour"), north(), Capacity::Invited),
    );
    table.all_say(
        &[":enrol \"Zoe Zhang\"", ":登记 Zoe Zhang"],
        zoe(None, None, Capacity::Invited),
    );
    table.all_say(
        &[":enrol Zoe Zhang, north", ":enrol Zoe Zhang, , north"],
        zoe(None, north(), Capacity::Invited),
    );
    table.all_say(
        &[
            ":enrol Zoe Zhang, Dean, \"Art College\" as member",
            ":登记“Zoe Zhang”，Dean，Art College 为 成员",
        ],
        zoe(
            Some("Dean"),
            Some(Belonging::New(text("Art College"))),
            Capacity::Member,
        ),
    );
    table.all_say(
        &[":enrol Zoe Zhang, Dean, Far Island Co., Ltd."],
        zoe(
            Some("Dean"),
            Some(Belonging::Known("far".into())),
            Capacity::Invited,
        ),
    );
    let amend = |field| Roster::Amend {
        person: "ben".into(),
        field,
    };
    table.all_say(
        &[":amend ben title \"Director\"", ":更正本诚职务“Director”"],
        amend(Amendment::Title(text("Director"))),
    );
    table.all_say(
        &[":amend ben votes no", ":更正 本诚 表决权 否"],
        amend(Amendment::Votes(false)),
    );
    table.all_say(
        &[":amend ben unit north", ":更正本诚单位北方学院"],
        amend(Amendment::Unit(Some("north".into()))),
    );
    table.all_say(&[":amend ben unit none"], amend(Amendment::Unit(None)));
    assert_eq!(
        table.why(":amend ben unit nowhere").reason.id,
        "phrase-no-unit"
    );
}

#[test]
fn the_floor_is_given_and_its_list_kept() {
    let mut table = Table::council();
    table.all_say(&[":next", ":下一位"], Floor::Next { seen: None });
    table.all_say(
        &[
            ":floor ben",
            ":请本诚发言",
            ":请 本诚 发言",
            ":发言 本诚",
            ":floor \"Ben South\"",
            ":floor @ben",
        ],
        Floor::Give(who("ben")),
    );
    table.all_say(
        &[":floor far", ":请远岛公司发言"],
        Floor::Give(whole("far")),
    );
    table.all_say(&[":done", ":讲完"], Floor::Done);
    table.all_say(&[":pause", ":暂停"], Floor::Pause);
    table.all_say(&[":continue", ":继续"], Floor::Continue);
    table.all_say(
        &[":extend 1m30s", ":extend 90s", ":延长1分30秒", ":延长 90秒"],
        Floor::Extend(90),
    );
    table.all_say(
        &[":each 3m", ":每人3分", ":每人 ３分钟"],
        Floor::SetEach(Some(180)),
    );
    table.all_say(&[":each 6:48", "：每人 6：48"], Floor::SetEach(Some(408)));
    table.all_say(&[":each off", ":每人取消"], Floor::SetEach(None));
    assert_eq!(table.read(":each"), Ok(Spoken::Ask(Request::Pace)));
    let ask = |reason: Option<&str>, kind| Floor::Ask {
        who: who("ben"),
        reason: reason.map(text),
        kind,
    };
    table.all_say(
        &[":ask ben", ":申请发言本诚", ":请求发言 本诚", ":举手 本诚"],
        ask(None, EntryKind::Asked),
    );
    table.all_say(
        &[
            ":ask Ben South the camp",
            ":申请发言本诚the camp",
            ":ask ben: the camp",
        ],
        ask(Some("the camp"), EntryKind::Asked),
    );
    table.all_say(
        &[":order ben the list", ":程序问题 本诚 the list"],
        ask(Some("the list"), EntryKind::Order),
    );
    table.all_say(
        &[":interpose ben", ":插话本诚"],
        Floor::Interpose(who("ben")),
    );
    table.all_say(&[":withdraw ben", ":撤回本诚"], Floor::Withdraw(who("ben")));
    table.all_say(&[":first ben", ":优先本诚"], Floor::First(who("ben")));
    table.all_say(
        &[
            ":place ada after ben",
            ":调整艾达到本诚之后",
            ":调整 艾达 到 本诚 后",
        ],
        Floor::PlaceAfter {
            who: who("ada"),
            after: who("ben"),
        },
    );
    table.all_say(&[":list closed", ":名单截止"], Floor::CloseList);
    table.all_say(&[":list open", ":名单开放"], Floor::OpenList);
    table.all_say(&[":fair", ":均衡"], Floor::OrderFairly);
    table.all_say(
        &[
            ":written ben Two ships #trade",
            ":书面发言 本诚：Two ships #trade",
        ],
        Floor::HandIn {
            who: who("ben"),
            draft: Draft {
                anchor: Anchor::now(&table.meeting),
                text: text("Two ships"),
                themes: vec![ThemeName::Known(ThemeId(text("economy and trade")))],
                ..Draft::default()
            },
        },
    );
}

#[test]
fn times_are_repaired() {
    let mut table = Table::council();
    let began = |what, time| Repair::Began { what, at: at(time) };
    table.all_say(
        &[
            ":began 90s ago",
            ":began turn 90s ago",
            ":开始于90秒前",
            ":开始于 发言 1分30秒前",
        ],
        began(Stretch::Turn, "14:08:30"),
    );
    table.all_say(
        &[
            ":began item at 14:00",
            ":began item 14:00",
            ":开始于议题14:00",
            ":开始于 本项 14点",
        ],
        began(Stretch::Item, "14:00:00"),
    );
    table.all_say(
        &[":ended meeting 13:59:30", ":结束于会议 13：59：30"],
        Repair::Ended {
            what: Stretch::Meeting,
            at: at("13:59:30"),
        },
    );
    table.all_say(
        &[":was ben", ":其实是本诚", ":实为 本诚"],
        Repair::Was {
            turn: None,
            who: who("ben"),
        },
    );
    table.all_say(&[":swap", ":对调"], Repair::Swap);
}

#[test]
fn a_time_just_before_midnight_was_yesterday() {
    let mut table = Table::council();
    let now = DateTime::parse_from_rfc3339("2024-03-02T00:05:00+08:00").expect("a time");
    let spot = Spot {
        now,
        anchor: Anchor::default(),
        author: &table.author,
    };
    let read = table
        .interpreter
        .read(&table.meeting, ":began 23:50", &spot);
    assert_eq!(
        read,
        Ok(Spoken::Command(
            Repair::Began {
                what: Stretch::Turn,
                at: at("23:50:00")
            }
            .into()
        ))
    );
}

#[test]
#[allow(clippy::too_many_lines)] // a flat table
fn a_plain_line_is_a_contribution_and_its_marks_are_read() {
    let mut table = Table::council();
    let known = |id: &str| ThemeName::Known(ThemeId(text(id)));
    let new = |name: &str| ThemeName::New(text(name));
    for (line, kind, said, from, mentions, themes) in [
        (
            "Invite 20 students #education",
            None,
            "Invite 20 students",
            vec![],
            vec![],
            vec![known("education")],
        ),
        (
            "建议：扩大招生 ＃教育",
            Some(Kind::Suggestion),
            "扩大招生",
            vec![],
            vec![],
            vec![known("education")],
        ),
        (
            "Offer: a hall",
            Some(Kind::Offer),
            "a hall",
            vec![],
            vec![],
            vec![],
        ),
        (
            "承诺：两年内完成",
            Some(Kind::Commitment),
            "两年内完成",
            vec![],
            vec![],
            vec![],
        ),
        (
            "offering: a hall",
            None,
            "offering: a hall",
            vec![],
            vec![],
            vec![],
        ),
        ("say hello", None, "say hello", vec![], vec![], vec![]),
        (
            "@ben offer: a ship",
            Some(Kind::Offer),
            "a ship",
            vec![who("ben")],
            vec![],
            vec![],
        ),
        (
            "@North College @South Works a ship #trade #ships",
            None,
            "a ship",
            vec![whole("north"), whole("south")],
            vec![],
            vec![known("economy and trade"), new("ships")],
        ),
        (
            "＠北方学院、@南方工厂：共同办学 #schools",
            None,
            "共同办学",
            vec![whole("north"), whole("south")],
            vec![],
            vec![known("education")],
        ),
        (
            "Could @Ben South help? @ada #economy and trade",
            None,
            "Could @Ben South help?",
            vec![],
            vec![who("ben"), who("ada")],
            vec![known("economy and trade")],
        ),
        (
            "学生讲讲教育#教育，很好",
            None,
            "学生讲讲教育#教育，很好",
            vec![],
            vec![],
            vec![known("education")],
        ),
        (
            "mail to a@ben or C#education",
            None,
            "mail to a@ben or C#education",
            vec![],
            vec![],
            vec![],
        ),
        (
            "one @ a time, # 3",
            None,
            "one @ a time, # 3",
            vec![],
            vec![],
            vec![],
        ),
        (
            "#education",
            None,
            "#education",
            vec![],
            vec![],
            vec![known("education")],
        ),
        (
            "#education #Education more",
            None,
            "more",
            vec![],
            vec![],
            vec![known("education")],
        ),
        (
            "a #new, b #New",
            None,
            "a #new, b",
            vec![],
            vec![],
            vec![new("new")],
        ),
        (
            "全角：，“”保留１２",
            None,
            "全角：，“”保留１２",
            vec![],
            vec![],
            vec![],
        ),
    ] {
        let draft = table.draft(line);
        assert_eq!(
            draft,
            Draft {
                kind,
                text: text(said),
                from,
                mentions,
                themes,
                ..Draft::default()
            },
            "{line}"
        );
    }
}

#[test]
fn an_unknown_or_ambiguous_mark_stays_text_and_is_flagged() {
    let mut table = Table::council();
    for (line, said, unread) in [
        ("@Nobody comes", "@Nobody comes", "@Nobody"),
        ("ask @xu about it #education", "ask @xu about it", "@xu"),
        ("thanks @Nobody", "thanks @Nobody", "@Nobody"),
    ] {
        let draft = table.draft(line);
        assert_eq!(
            (draft.text, draft.unread),
            (text(said), vec![text(unread)]),
            "{line}"
        );
        assert!(draft.from.is_empty() && draft.mentions.is_empty());
    }
}

#[test]
fn the_other_forms_of_a_line_are_read_only_in_exactly_that_form() {
    let mut table = Table::council();
    let support = Capture::Support {
        id: ContributionId(12),
        anchor: Anchor::default(),
    };
    table.all_say(&["+C12", "+C１２", " +C12 "], support);
    let mend = |old: &str, new: &str| Capture::Substitute {
        old: text(old),
        new: text(new),
    };
    table.all_say(
        &["s/20 students/30 students/"],
        mend("20 students", "30 students"),
    );
    table.all_say(&["s／甲/乙／丙／"], mend("甲/乙", "丙"));
    table.all_say(&["s/x//"], mend("x", ""));
    for line in [
        "+C12 well said",
        "+12",
        "+C",
        "+c12",
        "+ C12",
        "＋C12",
        "+Ｃ12",
        "s/a/b",
        "s/a/b/c/",
        "s//b/",
        "S/a/b/",
        "ｓ/a/b/",
    ] {
        assert_eq!(table.draft(line).text, text(line));
    }
    assert_eq!(
        table.read("?"),
        Ok(Spoken::Ask(Request::Help { topic: None }))
    );
    assert_eq!(table.read("？"), table.read(":help"));
    assert_eq!(
        table.read("/ trade"),
        Ok(Spoken::Ask(Request::Filter {
            text: text("trade")
        }))
    );
    assert_eq!(
        table.read("／经贸"),
        Ok(Spoken::Ask(Request::Filter {
            text: text("经贸")
        }))
    );
    assert_eq!(table.draft("? why").text, text("? why"));
}

#[test]
fn each_mark_in_front_files_a_line_one_turn_back() {
    let mut table = Table::council();
    assert_eq!(table.why("< too early").reason.id, "phrase-no-earlier-turn");
    for line in [":open", ":floor ada", ":floor ben", ":done"] {
        table.obey(line);
    }
    let turns: Vec<_> = table.meeting.floor.turns().map(|turn| turn.id).collect();
    let ben = table.draft("< offer: a ship");
    assert_eq!(
        (ben.anchor.turn, ben.kind),
        (turns.get(1).copied(), Some(Kind::Offer))
    );
    assert_eq!(table.draft("<< a ship").anchor.turn, turns.first().copied());
    assert_eq!(table.draft("＜< a ship").anchor.item, Some(ItemId(1)));
    assert_eq!(table.draft("a ship").anchor.turn, None);
    assert_eq!(table.why("<<< a ship").reason.id, "phrase-no-earlier-turn");
    table.obey(":floor xss");
    assert_eq!(table.draft("< a ship").anchor.turn, turns.get(1).copied());
}

#[test]
fn several_contributions_are_one_command_where_commas_part_them() {
    let mut table = Table::council();
    let id = ContributionId(3);
    let two = [id, ContributionId(4)].map(|id| Capture::Star(id).into());
    table.all_say(
        &[":star C3, C4", ":标星C3、C4，C3"],
        Command::Several(two.to_vec()),
    );
    let offers = [id, ContributionId(4)].map(|id| {
        let kind = Kind::Offer;
        Capture::SetKind { id, kind }.into()
    });
    table.all_say(&[":kind C3,C4 offer"], Command::Several(offers.to_vec()));
    // Without a comma, what follows is the reason.
    table.all_say(
        &[":strike C3 C4 says it"],
        Capture::Strike {
            id,
            reason: Some(text("C4 says it")),
        },
    );
}

#[test]
fn contributions_are_mended_by_command() {
    let mut table = Table::council();
    let id = ContributionId(3);
    let draft = |said: &str| Draft {
        text: text(said),
        ..Draft::default()
    };
    let re = Draft {
        re: Some(id),
        themes: vec![ThemeName::Known(ThemeId(text("education")))],
        ..draft("Yes")
    };
    table.all_say(
        &[
            ":re C3 Yes #education",
            ":回应C3 Yes #教育",
            ":re ｃ３ Yes #schools",
        ],
        Capture::Capture(re),
    );
    table.all_say(
        &[":say :x #y @z", ":照录 :x #y @z"],
        Capture::Capture(draft(":x #y @z")),
    );
    table.all_say(
        &[":edit C3 Better", ":修改 C3 Better"],
        Capture::Edit {
            id,
            draft: draft("Better"),
        },
    );
    table.all_say(
        &[":kind C3 offer", ":类别C3资源"],
        Capture::SetKind {
            id,
            kind: Kind::Offer,
        },
    );
    table.all_say(
        &[":file C3 @ben #trade", ":归入C3 @本诚 #经贸"],
        Capture::File {
            id,
            from: vec![who("ben")],
            themes: vec![ThemeName::Known(ThemeId(text("economy and trade")))],
        },
    );
    table.all_say(&[":star C3", ":标星C3"], Capture::Star(id));
    let alike = |verdict| Capture::Liken {
        first: id,
        second: ContributionId(4),
        verdict,
    };
    table.all_say(&[":alike C3 C4", ":相似C3、C4"], alike(Likeness::Alike));
    table.all_say(
        &[":alike C3 C4 no", ":相似 C3 C4 否"],
        alike(Likeness::Different),
    );
    table.all_say(
        &[":strike C3 said twice", ":删去C3 said twice"],
        Capture::Strike {
            id,
            reason: Some(text("said twice")),
        },
    );
    table.all_say(
        &[":merge C3 C4", ":合并C3和C4"],
        Capture::Merge {
            into: id,
            from: ContributionId(4),
        },
    );
    let answer = |status, said: Option<&str>| Capture::Answer {
        id,
        status,
        text: said.map(text),
    };
    table.all_say(
        &[":answer C3 adopted in autumn", ":答复C3采纳 in autumn"],
        answer(Answer::Adopted, Some("in autumn")),
    );
    table.all_say(
        &[":answer C3 declined", ":答复 C3 不采纳"],
        answer(Answer::Declined, None),
    );
    assert_eq!(
        table.read(":private thank them"),
        Ok(Spoken::Ask(Request::Private {
            text: text("thank them")
        }))
    );
    assert!(table.why(":file C3 nothing").usage.is_some());
}

#[test]
#[allow(clippy::too_many_lines)] // a flat table
fn outcomes_are_minuted_with_owners_and_days() {
    let mut table = Table::council();
    let on = |y, m, d| Due::On(chrono::NaiveDate::from_ymd_opt(y, m, d).expect("a day"));
    table.all_say(
        &[
            ":decide adopted The budget review 2024-06-30",
            ":决定 通过 The budget 复查 2024-06-30",
            ":决定通过：The budget 复查2024年6月30日",
        ],
        Result_::Decide {
            outcome: Outcome::Adopted,
            text: text("The budget"),
            review: on(2024, 6, 30),
        },
    );
    let act = |owner: Option<Who>, said: &str, due| Result_::Act {
        owner,
        text: text(said),
        due,
    };
    table.all_say(
        &[
            ":action ben: Stand by the door by 2024-03-15",
            ":任务本诚：Stand by the door 限期 2024-03-15",
            ":任务 本诚：Stand by the door 2024-03-15前",
            ":action ben: Stand by the door by +14d",
        ],
        act(Some(who("ben")), "Stand by the door", on(2024, 3, 15)),
    );
    table.all_say(
        &[
            ":action north: Draft it by next meeting",
            ":任务 北方学院：Draft it 限期下次会议",
        ],
        act(Some(whole("north")), "Draft it", Due::NextMeeting),
    );
    table.all_say(
        &[":action Meet at 14:30 by the gate"],
        act(None, "Meet at 14:30 by the gate", Due::Unsaid),
    );
    table.all_say(
        &[":action \"Zeb: draft it\"", ":action : Zeb: draft it"],
        act(None, "Zeb: draft it", Due::Unsaid),
    );
    assert_eq!(
        table.why(":action Zebulon: draft it").reason.id,
        "names-unknown"
    );
    let become_action = |owner: Option<Who>, due| Result_::Become {
        from: ContributionId(3),
        owner,
        due,
    };
    table.all_say(
        &[":C3 becomes action", ":c3 转为任务", "：Ｃ３转为任务"],
        become_action(None, Due::Unsaid),
    );
    table.all_say(
        &[
            ":C3 becomes action by 2024-05-31",
            ":C3转为任务 限期2024-05-31",
        ],
        become_action(None, on(2024, 5, 31)),
    );
    table.all_say(
        &[
            ":C3 becomes action North College by +1d",
            ":C3转为任务北方学院 1天后前",
        ],
        become_action(Some(whole("north")), on(2024, 3, 2)),
    );
    table.all_say(&[":done A3", ":完成A3"], Result_::Finish(ActionId(3)));
    table.all_say(
        &[":answer M3 done", ":答复M3完成"],
        Result_::Answer {
            id: MatterId(3),
            status: Answer::Done,
            text: None,
        },
    );
    table.all_say(
        &[":carry M3", ":结转M3"],
        Result_::Answer {
            id: MatterId(3),
            status: Answer::Carried,
            text: None,
        },
    );
    let seconded: Option<PersonId> = Some("ben".into());
    table.all_say(
        &[
            ":motion \"Stand by us\" by ada seconded ben",
            ":motion Stand by us by ada seconded by ben",
            ":动议“Stand by us”由艾达 附议本诚",
            ":动议“Stand by us” 由 艾达 提出，附议 本诚",
        ],
        Motion::Move {
            text: text("Stand by us"),
            by: "ada".into(),
            seconded,
        },
    );
    table.all_say(
        &[
            ":amendment \"Once\" by ben to P2",
            ":修正案“Once”由本诚针对P2",
        ],
        Motion::Amend {
            text: text("Once"),
            by: "ben".into(),
            to: Some(MotionId(2)),
        },
    );
    table.all_say(
        &[":amendment \"Once\" by ben"],
        Motion::Amend {
            text: text("Once"),
            by: "ben".into(),
            to: None,
        },
    );
    table.all_say(&[":withdraw P2", ":撤回P2"], Motion::Withdraw(MotionId(2)));
}

#[test]
#[allow(clippy::too_many_lines)] // a flat table
fn votes_are_put_and_counted() {
    let mut table = Table::council();
    let open = |question: Option<&str>, rule: Option<&str>, method, resolve| Ballot::Open {
        question: question.map(text),
        rule: rule.and_then(Rule::preset),
        method,
        resolve,
    };
    table.all_say(
        &[":ballot", ":表决", "：付诸表决"],
        open(None, None, None, Resolve::Plain),
    );
    table.all_say(
        &[
            ":ballot \"Shall we?\" two-thirds secret",
            ":ballot Shall we? secret two-thirds",
            ":表决“Shall we?” 三分之二 无记名",
        ],
        open(
            Some("Shall we?"),
            Some("two-thirds"),
            Some(Method::Secret),
            Resolve::Plain,
        ),
    );
    table.all_say(
        &[":ballot P2 roll-call really", ":表决 P2 唱名 确定"],
        open(Some("P2"), None, Some(Method::RollCall), Resolve::Really),
    );
    table.all_say(&[":ballot again", ":表决重新清点"], Ballot::TakeAgain);
    let counts = |favour, against, abstaining| Counts {
        favour,
        against,
        abstaining,
    };
    let tally = |group: Option<&str>, tally| Ballot::Tally {
        group: group.map(text),
        tally,
    };
    table.all_say(
        &[
            ":tally 14 for 9 against 3 abstaining",
            ":tally 9 against, 14 for and 3 abstaining",
            ":计票赞成14 反对9 弃权3",
            ":计票 赞成１４票，反对９票，弃权３票",
            ":计票 14票赞成、9票反对、3票弃权",
        ],
        tally(None, Tally::Counts(counts(Some(14), Some(9), Some(3)))),
    );
    table.all_say(
        &[":tally 14 for", ":tally 14", ":计票 同意14"],
        tally(None, Tally::Counts(counts(Some(14), None, None))),
    );
    table.all_say(
        &[":tally all for", ":计票全体赞成"],
        tally(None, Tally::AllFor),
    );
    table.all_say(
        &[":tally Members: 2 against", ":计票Members：反对2"],
        tally(Some("Members"), Tally::Counts(counts(None, Some(2), None))),
    );
    table.all_say(
        &[":tally Members: all for"],
        tally(Some("Members"), Tally::AllFor),
    );
    table.all_say(&[":clear majority", ":明显多数"], Ballot::ClearMajority);
    table.all_say(&[":unopposed", ":无异议"], Ballot::Unopposed);
    let answer = |answer| Ballot::Answer {
        who: who("ben"),
        answer,
    };
    table.all_say(
        &[":answers ben for", ":表态本诚赞成", ":表态 本诚 同意"],
        answer(Vote::For),
    );
    table.all_say(
        &[":answers ben against", ":表态本诚不同意", ":表态 本诚 反对"],
        answer(Vote::Against),
    );
    table.all_say(
        &[":answers Ben South abstain", ":表态本诚弃权"],
        answer(Vote::Abstain),
    );
    table.all_say(
        &[":answers ben none", ":表态本诚不表决"],
        answer(Vote::None),
    );
    table.all_say(
        &[
            ":papers 30 issued 30 returned 1 blank 0 invalid",
            ":选票发出30收回30空白1无效0",
            ":选票 发出30张，收回30张，空白1张，无效0张",
        ],
        Ballot::Papers(Papers {
            issued: Some(30),
            returned: Some(30),
            blank: Some(1),
            invalid: Some(0),
        }),
    );
    table.all_say(&[":voters 28", ":投票人数28"], Ballot::Voters(28));
    let votes = |counts| Ballot::Votes {
        candidate: whole("north"),
        counts,
    };
    table.all_say(
        &[
            ":votes North College 18",
            ":得票北方学院18",
            ":votes north 18 for",
        ],
        votes(counts(Some(18), None, None)),
    );
    table.all_say(
        &[
            ":votes north 18 for 2 against 1 abstaining",
            ":得票 北方学院 赞成18 反对2 弃权1",
        ],
        votes(counts(Some(18), Some(2), Some(1))),
    );
    table.all_say(
        &[":slate 44 for 1 against", ":整单 赞成44 反对1"],
        Ballot::Slate(counts(Some(44), Some(1), None)),
    );
    table.all_say(
        &[":nominate north", ":提名北方学院"],
        Ballot::Nominate(whole("north")),
    );
    table.all_say(
        &[":decline ben", ":谢绝提名本诚"],
        Ballot::Decline(who("ben")),
    );
    table.all_say(
        &[":tellers ada, ben", ":计票人艾达、本诚"],
        Ballot::Tellers(vec!["ada".into(), "ben".into()]),
    );
    table.all_say(
        &[":result", ":宣布结果", ":结果"],
        Ballot::Result(Resolve::Plain),
    );
    table.all_say(
        &[":casting vote for", ":决定票赞成"],
        Ballot::CastingVote(Casting::For),
    );
    table.all_say(
        &[":second round", ":第二轮"],
        Ballot::SecondRound {
            candidates: Vec::new(),
            resolve: Resolve::Plain,
        },
    );
    table.all_say(
        &[
            ":second round north, south really",
            ":第二轮北方学院，南方工厂 确定",
        ],
        Ballot::SecondRound {
            candidates: vec![whole("north"), whole("south")],
            resolve: Resolve::Really,
        },
    );
    table.all_say(
        &[":void too many", ":作废 too many"],
        Ballot::Void(text("too many")),
    );
    for line in [
        ":tally",
        ":tally for",
        ":tally 2 for 3 for",
        ":tally many",
        ":papers",
        ":votes north",
        ":answers ben maybe",
        ":voters",
        ":void",
    ] {
        assert!(table.why(line).usage.is_some(), "{line}");
    }
}

#[test]
fn where_units_vote_they_answer_themselves() {
    let mut table = Table::of(Agenda {
        voters: Voters::Units,
        ..council()
    });
    let answer = Ballot::Answer {
        who: whole("south"),
        answer: Vote::For,
    };
    table.all_say(
        &[
            ":answers South Works for",
            ":answers ben for",
            ":表态南方工厂赞成",
        ],
        answer,
    );
}

#[test]
fn the_record_and_the_program_are_asked() {
    let mut table = Table::council();
    table.all_say(&[":undo", ":撤销"], Undo::Undo(None));
    table.all_say(&[":undo 57", ":撤销57"], Undo::Undo(Some(57)));
    table.all_say(&[":redo", ":重做"], Undo::Redo);
    table.all_say(
        &[":hall break", ":大屏休息"],
        Progress::ShowHall(HallView::Break),
    );
    for (line, request) in [
        (":save", Request::Save),
        (":保存", Request::Save),
        (":quit", Request::Quit),
        (":log", Request::Log),
        (
            ":export --format md \"a b\"",
            Request::Export {
                words: ["--format", "md", "a b"].map(text).to_vec(),
            },
        ),
        (
            ":help rules",
            Request::Help {
                topic: Some(text("rules")),
            },
        ),
        (
            ":face brief",
            Request::Face {
                face: Face::Brief,
                by: None,
            },
        ),
        (
            ":face contributions by theme",
            Request::Face {
                face: Face::Contributions,
                by: Some(Grouping::Theme),
            },
        ),
        (
            "：界面 意见按主题",
            Request::Face {
                face: Face::Contributions,
                by: Some(Grouping::Theme),
            },
        ),
        (":lang", Request::Lang { language: None }),
        (
            ":语言中文",
            Request::Lang {
                language: Some(Language::Chinese),
            },
        ),
        (
            ":theme light",
            Request::Theme {
                name: Some(text("light")),
            },
        ),
    ] {
        assert_eq!(table.read(line), Ok(Spoken::Ask(request)), "{line}");
    }
    assert_eq!(table.why(":host").reason.id, "phrase-no-host");
}

#[test]
fn a_unit_stands_for_its_only_present_person_where_a_person_is_needed() {
    let mut table = Table::council();
    let why = table.why(":floor south");
    assert_eq!(
        (why.reason.id, why.candidates.len()),
        ("phrase-unit-which", 2)
    );
    table.obey(":present ben");
    table.all_say(&[":floor south"], Floor::Give(who("ben")));
    table.all_say(&[":left south"], mark("ben", Status::Left));
    assert_eq!(table.why(":present far").reason.id, "phrase-unit-nobody");
    table.obey(":present cai");
    assert_eq!(table.why(":chair south").candidates.len(), 2);
}

#[test]
fn a_mistyped_rule_or_method_never_becomes_the_question() {
    let mut table = Table::council();
    let near = |why: &Misread| {
        why.reason
            .args
            .iter()
            .find(|(name, _)| *name == "near")
            .map(|(_, near)| near.clone())
    };
    for (line, id, meant) in [
        (
            ":ballot \"Q?\" two-third",
            "phrase-ballot-neither-near",
            "two-thirds",
        ),
        (
            ":ballot \"Q?\" two-thirds secrt",
            "phrase-ballot-neither-near",
            "secret",
        ),
        (
            ":表决 “五月开会” 三分之 无记名",
            "phrase-ballot-neither-near",
            "三分之二",
        ),
        (
            ":ballot two-thirds secrt",
            "phrase-ballot-unclear",
            "secret",
        ),
        (":ballot secret shall we", "phrase-ballot-unclear", "secret"),
        (
            ":ballot Shall we meet? two-third",
            "phrase-ballot-unclear",
            "two-thirds",
        ),
        (
            ":ballot Shall we? roll-call secret",
            "phrase-ballot-unclear",
            "roll-call",
        ),
    ] {
        let why = table.why(line);
        assert_eq!(
            (why.reason.id, near(&why)),
            (id, Some(meant.into())),
            "{line}"
        );
    }
    assert_eq!(
        table.why(":ballot \"Q?\" in May").reason.id,
        "phrase-ballot-neither"
    );
    // In front of the quotes they are as good as behind them.
    table.all_say(
        &[
            ":ballot secret \"Q?\" two-thirds",
            ":ballot \"Q?\", two-thirds, secret",
        ],
        Ballot::Open {
            question: Some(text("Q?")),
            rule: Rule::preset("two-thirds"),
            method: Some(Method::Secret),
            resolve: Resolve::Plain,
        },
    );
    let whole = "Is the \"old\" plan better?";
    table.all_say(
        &[&format!(":ballot {whole}")],
        Ballot::Open {
            question: Some(text(whole)),
            rule: None,
            method: None,
            resolve: Resolve::Plain,
        },
    );
}

#[test]
fn what_has_the_shape_of_a_day_or_a_time_and_is_none_is_refused() {
    let mut table = Table::council();
    for (line, id) in [
        (":action Wang Yu: foo by 2024-02-30", "phrase-no-such-day"),
        (":任务 王宇：询价 截止 2024年2月30日", "phrase-no-such-day"),
        (":decide noted foo review 2024-13-01", "phrase-no-such-day"),
        (":C1 becomes action by 2024-02-30", "phrase-no-such-day"),
        (":action foo by +9999999d", "phrase-day-too-far"),
        (":action foo by 99999999999-01-01", "phrase-day-too-far"),
        (":absent ada at 25:00", "phrase-no-such-time"),
        (":缺席 艾达 于25点", "phrase-no-such-time"),
        (":began 24:30", "phrase-no-such-time"),
        (":suspend until 14:75", "phrase-no-such-time"),
        (":next meeting 2024-02-30", "phrase-no-such-day"),
        (":next meeting 2024-12-27 25:00", "phrase-no-such-time"),
    ] {
        assert_eq!(table.why(line).reason.id, id, "{line}");
    }
    assert_eq!(
        table.draft("done by 2024-02-30").text,
        text("done by 2024-02-30")
    );
    table.all_say(
        &[":action ask by 2024-02-30 or so"],
        Result_::Act {
            owner: None,
            text: text("ask by 2024-02-30 or so"),
            due: Due::Unsaid,
        },
    );
}

#[test]
fn an_unknown_capacity_is_no_part_of_a_unit() {
    let mut table = Table::council();
    for line in [
        ":enrol \"X\", t, u as king",
        ":登记 “X”，t，u 为 国王",
        ":enrol X as vice king",
    ] {
        assert_eq!(table.why(line).reason.id, "phrase-no-capacity", "{line}");
    }
    let quoted = |line: &str, table: &mut Table| match table.read(line) {
        Ok(Spoken::Command(Command::Roster(Roster::Enrol(new)))) => new.unit,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        quoted(":enrol \"X\", t, \"Friends as One\"", &mut table),
        Some(Belonging::New(text("Friends as One")))
    );
}

#[test]
fn an_unknown_name_behind_a_mark_is_told() {
    let mut table = Table::council();
    for (line, id) in [
        (":file C1 @Nowhere", "names-unknown"),
        (":file C1 @ada @Nowhere #trade", "names-unknown"),
        (":file C1 @xu", "phrase-several"),
        (":file C1 Nowhere", "phrase-usage"),
    ] {
        assert_eq!(table.why(line).reason.id, id, "{line}");
    }
}

#[test]
fn with_a_roster_an_unknown_name_is_refused_and_an_ambiguous_one_listed() {
    let mut table = Table::council();
    for line in [
        ":present Zebulon",
        ":floor Zebulon",
        ":ask Zebulon the camp",
        ":excused Zebulon ill",
        ":action Zebulon: x",
    ] {
        let why = table.why(line);
        assert_eq!(
            why.reason,
            Message::new("names-unknown").with("name", "Zebulon"),
            "{line}"
        );
    }
    let why = table.why(":floor xu s");
    assert_eq!((why.reason.id, why.candidates.len()), ("phrase-several", 2));
    assert_eq!(
        table.why(":present Ada Zebulon").reason.id,
        "names-unknown-near"
    );
}

#[test]
fn without_a_roster_people_are_enrolled_as_they_come() {
    let mut table = Table::without_roster();
    let new = |id: &str, name: &str| {
        Command::from(Roster::Enrol(Newcomer {
            id: id.into(),
            name: text(name),
            title: None,
            unit: None,
            capacity: Capacity::Invited,
        }))
    };
    table.all_say(
        &[
            ":present \"Chen Jing\"",
            ":present Chen Jing",
            ":出席 Chen Jing",
        ],
        Command::Several(vec![
            new("chen-jing", "Chen Jing"),
            mark("chen-jing", Status::Present).into(),
        ]),
    );
    table.all_say(
        &[":floor 王小明", ":请王小明发言"],
        Command::Several(vec![
            new("王小明", "王小明"),
            Floor::Give(who("王小明")).into(),
        ]),
    );
    let ask = |id: &str| Floor::Ask {
        who: who(id),
        reason: Some(text("the camp")),
        kind: EntryKind::Asked,
    };
    table.all_say(
        &[":ask Chen Jing the camp", ":ask \"Chen Jing\" the camp"],
        Command::Several(vec![new("chen-jing", "Chen Jing"), ask("chen-jing").into()]),
    );
    table.all_say(
        &[":present Li Na, Li-Na"],
        Command::Several(vec![
            new("li-na", "Li Na"),
            new("li-na-2", "Li-Na"),
            mark("li-na", Status::Present).into(),
            mark("li-na-2", Status::Present).into(),
        ]),
    );
    table.obey(":present Chen Jing");
    table.all_say(
        &[":floor Chen Jing", ":floor cj"],
        Floor::Give(who("chen-jing")),
    );
    table.all_say(
        &[":ask Chen Wei the camp"],
        Command::Several(vec![new("chen-wei", "Chen Wei"), ask("chen-wei").into()]),
    );
    assert_eq!(table.why(":excused Zebulon").reason.id, "names-unknown");
}

#[test]
fn an_unknown_command_brings_the_nearest_and_a_wrong_one_its_form() {
    let mut table = Table::council();
    let why = table.why(":flor ada");
    assert_eq!((why.reason.id, why.candidates.len()), ("phrase-unknown", 1));
    assert_eq!(table.why(":zzzzz").candidates.len(), 0);
    for line in [
        ":next please",
        ":item",
        ":extend",
        ":extend 0s",
        ":floor",
        ":star 3",
        ":suspend until noon",
        ":decide",
        ":count many",
        ":face",
        ":motion x",
        ":becomes action",
        ":C3 becomes action ada ben",
    ] {
        let why = table.why(line);
        assert!(
            why.usage.is_some() || why.reason.id.starts_with("names-"),
            "{line}: {why:?}"
        );
    }
    for line in ["", "  ", ":", "：", "<", "\u{202E}"] {
        assert_eq!(table.why(line).reason.id, "phrase-nothing", "{line:?}");
    }
}

#[test]
fn every_row_of_the_table_reads_its_own_examples_and_has_its_help() {
    let mut table = Table::council();
    for person in ["ada", "ben", "cai", "wang-yu", "li-na"] {
        table.obey(&format!(":present {person}"));
    }
    for row in commands() {
        for example in row.examples {
            match table.read(&format!(":{example}")) {
                Ok(_) => {}
                Err(why) => assert_eq!(why.reason.id, "phrase-no-host", "{example}: {why:?}"),
            }
        }
        for name in row.chinese.iter().chain([&row.name]) {
            let topic = text(name);
            let said = help::of(Some(&topic)).expect("a command");
            assert_eq!(said[0], help::line(row), "{name}");
        }
    }
    assert!(help::of(Some(&text("rules"))).expect("rules").len() > 10);
    assert!(help::of(Some(&text("rule"))).is_ok() && help::of(Some(&text("zzzz"))).is_err());
    assert!(help::of(None).expect("all").len() > commands().count());
}

#[test]
fn no_two_commands_share_a_name() {
    let mut names: Vec<&str> = commands()
        .flat_map(|row| row.chinese.iter().chain([&row.name]))
        .copied()
        .collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn new_themes_are_known_from_the_next_line_on_until_undone() {
    let mut table = Table::council();
    table.obey("Books #new libraries");
    let known = |name: &str| ThemeName::Known(ThemeId(text(name)));
    assert_eq!(table.draft("more #new").themes, [known("new")]);
    table.obey(":undo");
    assert_eq!(
        table.draft("more #new").themes,
        [ThemeName::New(text("new"))]
    );
}

#[test]
fn a_line_goes_on_with_commands_people_and_themes() {
    let mut table = Table::council();
    let mut on = |line: &str| -> Vec<String> {
        let offered = table
            .interpreter
            .complete(&table.meeting, line, line.len(), 3);
        let whole = |one: Completion| format!("{}{}", &line[..one.from], one.text.en);
        offered.into_iter().map(whole).collect()
    };
    assert_eq!(on(":susp"), [":suspend"]);
    assert_eq!(on("：ＳＵＳＰ"), ["：suspend"]);
    assert_eq!(on(":休"), [":休会"]);
    assert_eq!(on(":item n"), [":item next"]);
    assert_eq!(on(":floor be")[0], ":floor Ben South");
    assert_eq!(on(":present ada, xu si"), [":present ada, Xu Sisi"]);
    assert_eq!(on("a ship from @sou")[0], "a ship from @South Works");
    assert_eq!(on("a ship #经"), ["a ship #经贸"]);
    assert_eq!(on("a ship #jm"), ["a ship #economy and trade"]);
    assert_eq!(on("a ship"), [""; 0]);
    assert_eq!(on(":extend 1"), [""; 0]);
    assert_eq!(table.interpreter.complete(&table.meeting, "：", 1, 3), []);
}

#[test]
fn behind_a_command_its_words_ids_and_items_are_offered() {
    let mut table = Table::council();
    for line in [
        "Books #schools",
        "Ships",
        ":open",
        ":action Ada Lovelace: ask",
    ] {
        table.obey(line);
    }
    let mut on = |line: &str| -> Vec<String> {
        let offered = table
            .interpreter
            .complete(&table.meeting, line, line.len(), 9);
        let whole = |one: Completion| format!("{}{}", &line[..one.from], one.text.en);
        offered.into_iter().map(whole).collect()
    };
    for (line, first) in [
        (":qing", ":请"),
        (":xyw", ":下一位"),
        (":place ada ", ":place ada after"),
        (":place ada after be", ":place ada after Ben South"),
        (":represented ada b", ":represented ada by"),
        (":list ", ":list closed"),
        (":名单 ", ":名单 截止"),
        (":close ad", ":close adopted"),
        (":close noted", ""),
        (":kind c", ":kind C2"),
        (":kind C1 o", ":kind C1 offer"),
        (":edit C1 more #eco", ":edit C1 more #economy and trade"),
        (":file C1 @so", ":file C1 @South Works"),
        (":done ", ":done A1"),
        (":item ", ":item next"),
        (":skip ", ":skip 1"),
        (":ballot \"May?\" two", ":ballot \"May?\" two-thirds"),
        (":ballot secr", ":ballot secret"),
        (":answers ada ab", ":answers ada abstain"),
        (":tally 14 ag", ""),
        (":计票 赞", ":计票 赞成"),
        (":请艾", ":请艾达"),
        (
            ":present ada, ben south on",
            ":present ada, ben south online",
        ),
        (":help qu", ":help quit"),
        (":C1 bec", ":C1 becomes"),
        (":lang z", ":lang zh-CN"),
        (":close noted the list clo", ""),
        (":ask ada the fl", ""),
        (":extend ", ""),
        (":say @ad", ""),
    ] {
        assert_eq!(on(line).first().map_or("", String::as_str), first, "{line}");
    }
}

#[test]
fn a_mark_offers_at_once_and_nothing_more_behind_a_whole_name() {
    let mut table = Table::council();
    table.obey(":open");
    table.obey(":item 2");
    table.obey(":ask Xu San the island");
    let mut on = |line: &str| -> Vec<String> {
        let offered = table
            .interpreter
            .complete(&table.meeting, line, line.len(), 9);
        let text = |one: Completion| one.text.zh.as_str().to_owned();
        offered.into_iter().map(text).collect()
    };
    assert_eq!(on("@")[..2], ["徐三", "北方学院"]);
    assert_eq!(on("好＠xss"), ["徐思思"]);
    assert_eq!(on("# "), on("＃"));
    assert_eq!(on("#jm"), ["经贸"]);
    for closed in [
        "@徐三",
        "@Xu San ",
        "@Xu San agrees",
        "@北方学院建",
        "write to ada@no",
        "#经贸合",
        "@ada, b",
        "a ship",
    ] {
        assert_eq!(on(closed), [""; 0], "{closed}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(64))]

    #[test]
    fn no_line_makes_reading_panic(line in "\\PC{0,60}") {
        let mut table = Table::council();
        let _ = table.read(&line);
        let _ = table.read(&format!(":{line}"));
        let _ = table.interpreter.complete(&table.meeting, &line, line.len(), 5);
    }

    #[test]
    fn no_words_after_a_command_make_reading_panic(at in 0..200_usize, words in proptest::collection::vec("[a-zA-Z0-9:：,，@#\"“前后一 秒-]{0,6}|by|at|ago|really|C1|14:10|2024-03-15|ada|本诚", 0..8)) {
        let mut table = Table::council();
        let rows: Vec<_> = commands().collect();
        let row = rows[at % rows.len()];
        let words = words.join(" ");
        let english = format!(":{} {words}", row.name);
        let chinese = format!(":{}{words}", row.chinese[0]);
        let behind_an_id = format!(":C1 {}{words} ", row.chinese[0]);
        for line in [english, chinese, behind_an_id] {
            let _ = table.read(&line);
            let _ = table.interpreter.complete(&table.meeting, &line, line.len(), 5);
            let spaced = format!("{line} ");
            let _ = table.interpreter.complete(&table.meeting, &spaced, spaced.len(), 5);
        }
    }
}

#[test]
fn a_name_that_begins_another_is_offered_in_quotes_behind_a_mark() {
    let mut agenda = council();
    agenda
        .persons
        .push(person("wang-yuning", "Wang Yuning", "王宇宁", None));
    let mut table = Table::of(agenda);
    let mut first = |line: &str| {
        let offered = table
            .interpreter
            .complete(&table.meeting, line, line.len(), 9);
        offered.into_iter().next().expect("somebody").text
    };
    let offered = first("@wang");
    assert_eq!(offered.zh.as_str(), "\"王宇\"");
    assert_eq!(offered.en.as_str(), "Wang Yu", "a space parts them");
    assert_eq!(first(":floor wang").zh.as_str(), "王宇");
    let draft = table.draft("请@\"王宇\"宁静地发言");
    assert_eq!(draft.mentions, [Who::Person("wang-yu".into())]);
}
