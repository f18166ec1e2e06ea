//! What comes in from other programs: rosters as office programs save them, and written minutes. The files are real ones.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use encoding_rs::GB18030;
use tempfile::TempDir;
use tribune::agenda::{self, Agenda, Capacity};
use tribune::session_file;
use tribune::text::Text;

use crate::support::workbook::Cell::{Bool, Empty, Error, Formula, Inline, Number, Shared};
use crate::support::workbook::{Sheet, packed, parts, workbook};

/// A folder of its own for the program.
struct Desk(TempDir);

/// What the program gave out and what it said.
struct Given {
    out: String,
    said: String,
    code: Option<i32>,
}

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder for the test"))
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.folder().join(name), bytes).expect("a file for the test");
    }

    fn run(&self, arguments: &[&str]) -> Given {
        let output = Command::new(env!("CARGO_BIN_EXE_tribune"))
            .args(arguments)
            .current_dir(self.folder())
            .env("HOME", self.folder())
            .env("XDG_CONFIG_HOME", self.folder())
            .env("LC_ALL", "en_US.UTF-8")
            .env("TZ", "Asia/Shanghai")
            .output()
            .expect("the program was built");
        Given::from(output)
    }

    /// Imports a file with those bytes.
    fn import(&self, name: &str, bytes: impl AsRef<[u8]>) -> Given {
        self.write(name, bytes);
        self.run(&["import", name])
    }
}

impl From<Output> for Given {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("what it writes is text");
        Self {
            out: text(output.stdout),
            said: text(output.stderr),
            code: output.status.code(),
        }
    }
}

impl Given {
    /// The agenda, which has no mistakes.
    fn agenda(&self) -> Agenda {
        assert_eq!(self.code, Some(0), "{}", self.said);
        let reading = agenda::file::read(&self.out);
        assert_eq!(reading.mistakes, [], "{}", self.out);
        reading.agenda.expect("it has no mistakes")
    }

    /// Everybody: name, title and unit.
    fn people(&self) -> Vec<String> {
        let agenda = self.agenda();
        let unit = |person: &agenda::Person| {
            let unit = agenda.unit(person.unit.as_ref()?)?;
            Some(unit.name.zh.to_string())
        };
        let person = |person: &agenda::Person| {
            let title = person.title.as_ref().map_or("", |title| title.zh.as_str());
            let unit = unit(person).unwrap_or_default();
            format!("{}|{title}|{unit}", person.name.zh)
        };
        agenda.persons.iter().map(person).collect()
    }

    /// The one sentence with which it was refused.
    fn refusal(&self) -> &str {
        assert_eq!(
            (self.code, self.out.as_str()),
            (Some(1), ""),
            "{}",
            self.said
        );
        assert_eq!(self.said.lines().count(), 1, "{}", self.said);
        self.said.trim_end()
    }

    fn says(&self, part: &str) -> &Self {
        assert!(
            self.said.contains(part),
            "{part:?} is not in\n{}",
            self.said
        );
        self
    }
}

/// A list of participants as an office would keep it.
fn participants() -> Vec<u8> {
    let note = Sheet {
        name: "说明",
        rows: &[&[Inline("本表供会务使用")]],
        merged: &[],
    };
    let list = Sheet {
        name: "参会名单",
        rows: &[
            &[Shared("理事工作交流会参会人员名单")],
            &[],
            &[
                Shared("序号"),
                Shared("工作单位"),
                Shared("姓　名"),
                Shared("现任职务"),
                Shared("协会职务"),
                Shared("参会身份"),
                Shared("表决权"),
                Shared("手机号码"),
                Shared("英文名"),
            ],
            &[
                Number(1.0),
                Shared("省友协"),
                Shared("王　宇"),
                Inline("副会长 "),
                Inline("常务副会长"),
                Shared("主持人"),
                Shared("是"),
                Number(13_888_888_888.0),
                Shared("Wang Yu"),
            ],
            &[
                Number(2.0),
                Empty,
                Shared("徐思思"),
                Formula("A1", "秘书长"),
                Empty,
                Shared("秘书"),
                Bool(false),
            ],
            &[Shared("一、副会长单位")],
            &[
                Number(3.0),
                Shared("云南财经大学"),
                Shared("严 明"),
                Error("#N/A"),
                Empty,
                Shared("理事"),
                Number(1.0),
            ],
            &[
                Number(4.0),
                Shared("云南财经大学"),
                Shared("严明"),
                Shared("副校长"),
            ],
            &[
                Number(5.0),
                Shared("昆明理工大学"),
                Shared("严明"),
                Number(2024.0),
            ],
        ],
        merged: &["A1:I1", "B4:B5", "A6:I6"],
    };
    let guests = Sheet {
        name: "Guests",
        rows: &[
            &[Inline("Name"), Inline("Organisation")],
            &[Inline("John Smith"), Inline("ACME")],
        ],
        merged: &[],
    };
    workbook(&[note, list, guests])
}

#[test]
fn a_workbook_with_titles_merged_cells_and_headings_becomes_an_agenda() {
    let given = Desk::new().import("participants.xlsx", participants());
    assert_eq!(
        given.people(),
        [
            "王宇|副会长|省友协",
            "徐思思|秘书长|省友协",
            "严明||云南财经大学",
            "严明|2024|昆明理工大学",
        ]
    );
    let agenda = given.agenda();
    assert_eq!(agenda.title.zh.as_str(), "理事工作交流会");
    let [wang, xu, yan, other] = agenda.persons.as_slice() else {
        panic!("four persons: {}", given.out);
    };
    assert_eq!(
        (wang.id.as_str(), wang.capacity),
        ("wang-yu", Capacity::Chair)
    );
    assert_eq!(wang.name.en.as_str(), "Wang Yu");
    assert_eq!((xu.capacity, xu.votes), (Capacity::Secretary, false));
    assert_eq!(yan.group.as_ref().map(Text::as_str), Some("副会长单位"));
    assert!(yan.votes);
    assert_eq!(
        [yan.id.as_str(), other.id.as_str()],
        ["yan-ming", "yan-ming-2"]
    );
    assert_eq!(agenda.chair.as_ref(), Some(&wang.id));
}

#[test]
fn what_was_understood_is_said_with_the_numbers_of_the_rows() {
    Desk::new()
        .import("participants.xlsx", participants())
        .says("4 persons of 3 units from the sheet “参会名单”.")
        .says("现任职务 (title in the unit)")
        .says("Left out: 序号 and 手机号码.")
        .says("on other sheets as well, which were left out: Guests.")
        .says("taken as groups: 副会长单位.")
        .says("Row 8: 严明 stands in row 7 already")
        .says("Row 9: 严明 is also the name of somebody else in row 7")
        .says("its cell taken as empty: 7.");
}

#[test]
fn the_agenda_of_a_roster_is_checked_without_mistakes_and_held_at_once() {
    let desk = Desk::new();
    let agenda = desk.import("participants.xlsx", participants());
    desk.write("agenda.toml", &agenda.out);
    let checked = desk.run(&["check", "agenda.toml"]);
    assert_eq!(checked.code, Some(0), "{}{}", checked.out, checked.said);
    desk.write(
        "script",
        ":open\n:present wang-yu, yan-ming-2\n:floor xss\n",
    );
    let held = desk.run(&["run", "agenda.toml", "--rehearse", "--script", "script"]);
    assert_eq!(held.code, Some(0), "{}", held.said);
}

#[test]
fn csv_is_read_in_every_encoding_and_with_every_separator() {
    let desk = Desk::new();
    let expected = ["严明|副校长|云南财经大学", "李娜||农垦, 集团\"一\""];
    let comma = "姓名,单位,职务\n严明,云南财经大学,副校长\n\n李娜,\"农垦, \n集团\"\"一\"\"\",\n";
    let semicolon =
        "单位;姓名;职务\r\n云南财经大学;严　明;副校长\r\n\"农垦, 集团\"\"一\"\"\";李 娜;\r\n";
    let tab = "职务\t姓名\t单位\n副校长\t严明\t云南财经大学\n\t李娜\t农垦, 集团\"一\"\n";
    for text in [comma, semicolon, tab] {
        let wide: Vec<u8> = format!("\u{feff}{text}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let saved: [Vec<u8>; 4] = [
            text.into(),
            format!("\u{feff}{text}").into(),
            GB18030.encode(text).0.into(),
            wide,
        ];
        for bytes in saved {
            assert_eq!(
                desk.import("roster.csv", bytes).people(),
                expected,
                "{text}"
            );
        }
    }
}

#[test]
fn what_a_file_is_counts_not_what_it_is_called() {
    let desk = Desk::new();
    assert_eq!(desk.import("roster.csv", participants()).people().len(), 4);
    assert_eq!(
        desk.import("roster.xlsx", "姓名\n严明\n").people(),
        ["严明||"]
    );
    let script = desk.import("roster.csv", "[2023-12-29 14:30] 严明：好\n");
    assert!(script.out.contains(":floor \"严明\""), "{}", script.out);
}

#[test]
fn a_blank_unit_of_a_csv_belongs_to_nobody_and_is_told() {
    let text = "姓名,单位\n严明,云南大学\n王宇,\n";
    let given = Desk::new().import("roster.csv", text);
    assert_eq!(given.people(), ["严明||云南大学", "王宇||"]);
    given.says("Rows without a unit: 3.");
}

#[test]
fn votes_are_read_as_words_and_ticks() {
    let votes = |text: &str| -> Vec<bool> {
        let agenda = Desk::new().import("roster.csv", text).agenda();
        agenda.persons.iter().map(|person| person.votes).collect()
    };
    assert_eq!(
        votes("name,votes\na,yes\nb,no\nc,1\nd,0\ne,\n"),
        [true, false, true, false, true]
    );
    assert_eq!(votes("姓名,表决权\n甲,√\n乙,\n丙,√\n"), [true, false, true]);
    assert_eq!(votes("姓名,表决权\n甲,√\n乙,×\n丙,\n"), [true, false, true]);
}

#[test]
fn hostile_texts_stay_texts() {
    let texts = [
        "=cmd|' /C calc'!A0",
        "\"\"\"",
        "'''] \\u0000 [person.x]",
        "# no comment",
        "\u{202e}gnp.exe\u{200f}",
        "a\u{0}\u{1b}[31mb",
    ];
    let mut text = "name,title\n".to_owned();
    for (at, hostile) in texts.iter().enumerate() {
        let quoted = hostile.replace('"', "\"\"").replace('\0', "");
        writeln!(text, "\"Person {at}\",\"{quoted}\"").expect("memory");
    }
    let agenda = Desk::new().import("roster.csv", &text).agenda();
    let titles: Vec<&str> = agenda
        .persons
        .iter()
        .map(|person| person.title.as_ref().map_or("", |title| title.zh.as_str()))
        .collect();
    assert_eq!(
        titles,
        [texts[0], texts[1], texts[2], texts[3], "gnp.exe", "a[31mb"]
    );
}

#[test]
fn a_file_without_a_roster_has_one_sentence() {
    let desk = Desk::new();
    let zipped = packed(&[("word/document.xml".to_owned(), "<w/>".to_owned())]);
    for (bytes, part) in [
        (&b""[..], "The file is empty"),
        (" \r\n,,\n".as_bytes(), "The file is empty"),
        (
            "电话,邮箱\n1,2\n".as_bytes(),
            "The headers seem to be: 电话 and 邮箱.",
        ),
        (
            "姓名,单位\n".as_bytes(),
            "There is nobody below the header in row 1.",
        ),
        (b"\x89PNG\r\n\x1a\n\0\0", "neither a workbook nor a text"),
        (b"PK\x03\x04 and no more", "The workbook cannot be read"),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on",
            "of the old kind",
        ),
        (&zipped, "no XLSX workbook"),
        (&workbook(&[]), "no visible sheet"),
    ] {
        let given = desk.import("roster", bytes);
        let refusal = given.refusal();
        assert!(
            refusal.starts_with("roster: ") && refusal.contains(part),
            "{refusal}"
        );
    }
    assert_eq!(
        desk.run(&["import", "nothing"]).refusal(),
        "There is no file nothing."
    );
    assert_eq!(desk.run(&["import", "."]).code, Some(1));
    assert_eq!(desk.run(&["import"]).code, Some(2));
}

#[test]
fn a_workbook_that_unpacks_without_end_is_not_read() {
    let mut parts = parts(&[Sheet {
        name: "S",
        rows: &[&[Inline("姓名")], &[Inline("严明")]],
        merged: &["A1:XFD1048576"],
    }]);
    let desk = Desk::new();
    assert_eq!(
        desk.import("roster.xlsx", packed(&parts)).people(),
        ["严明||"]
    );
    parts[4].1 += &" ".repeat(65 * 1024 * 1024);
    let given = desk.import("roster.xlsx", packed(&parts));
    assert!(
        given.refusal().contains("unpacks to more than 64 MB"),
        "{}",
        given.said
    );
}

#[test]
fn damaged_workbooks_are_read_or_refused_but_never_the_end_of_the_program() {
    let whole = parts(&[Sheet {
        name: "S",
        rows: &[
            &[Shared("姓名"), Inline("单位")],
            &[Shared("严明"), Number(7.0)],
            &[Formula("A1", "王宇"), Error("#N/A")],
        ],
        merged: &["B2:B3"],
    }]);
    let mut seed = 1_u32;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    for _ in 0..2_000 {
        let mut parts = whole.clone();
        let part = next(parts.len());
        let mut bytes = std::mem::take(&mut parts[part].1).into_bytes();
        let at = next(bytes.len());
        match next(4) {
            0 => bytes.truncate(at),
            1 => bytes[at] = b"0123456789\"<>&/ABZr"[next(19)],
            2 => drop(bytes.drain(at..(at + next(20)).min(bytes.len()))),
            _ => bytes
                .splice(at..at, b"99999999999999999999".iter().copied())
                .for_each(drop),
        }
        parts[part].1 = String::from_utf8_lossy(&bytes).into_owned();
        if let Ok(found) = tribune::roster_import::of_book(&packed(&parts)) {
            assert!(found.roster.persons.len() <= 3);
        }
    }
}

const MINUTES: &str = "\
理事工作交流会会议记录
日期：2023年12月29日
出席：王宇、严明、胡良波

[14:30] 主持人：现在开会。
［14：52：07］严明副校长：我校建议：
邀请二十名学生来昆学习 #教育

:adjourn really
[14:58] 胡良波：s/a/b/
[14:57] 云南财经大学副校长严明：+C1
15:01 胡良波总经理：< @王宇 \"支持\"
[15:10] 主持人：/谢谢大家
";

#[test]
fn written_minutes_are_held_again_with_what_was_said_by_whom_and_when() {
    let desk = Desk::new();
    let script = desk.import("minutes.txt", MINUTES);
    assert_eq!(script.code, Some(0), "{}", script.said);
    desk.write("script", &script.out);
    desk.write("agenda.toml", "title = \"Exchange\"\nitems = [\"Round\"]\n");
    let held = desk.run(&[
        "run",
        "agenda.toml",
        "--sessions",
        "kept",
        "--script",
        "script",
    ]);
    assert_eq!(held.code, Some(0), "{}", held.said);
    let kept = fs::read_dir(desk.folder().join("kept")).expect("it was kept");
    let session = kept
        .map(|entry| entry.expect("it can be listed").path())
        .find(|path| path.extension().is_some_and(|end| end == "toml"))
        .expect("the session is there");
    let bytes = fs::read(session).expect("the session is there");
    let meeting = session_file::read(&bytes).expect("it is whole").meeting;
    let said: Vec<String> = meeting
        .contributions
        .all()
        .map(|line| {
            let by = line
                .line
                .source
                .person
                .as_ref()
                .and_then(|id| meeting.roster.person(id));
            let by = by.map_or_else(String::new, |person| person.name.zh.to_string());
            let at = line.at.to_rfc3339();
            format!("{at} {by}: {}", line.line.text)
        })
        .collect();
    assert_eq!(
        said,
        [
            "2023-12-29T14:30:00+08:00 : 现在开会。",
            "2023-12-29T14:52:07+08:00 严明: 我校建议：邀请二十名学生来昆学习 #教育",
            "2023-12-29T14:52:07+08:00 严明: :adjourn really",
            "2023-12-29T14:58:00+08:00 胡良波: s/a/b/",
            "2023-12-29T14:58:00+08:00 严明: +C1",
            "2023-12-29T15:01:00+08:00 胡良波: < @王宇 \"支持\"",
            "2023-12-29T15:10:00+08:00 : /谢谢大家",
        ]
    );
}

#[test]
fn minutes_without_a_day_ask_for_it() {
    let desk = Desk::new();
    desk.write("minutes.md", "- **[00:00:10]** **Yan Ming:** Welcome\n");
    let refused = desk.run(&["import", "minutes.md"]);
    assert!(
        refused.refusal().contains("--date 2023-12-29"),
        "{}",
        refused.said
    );
    let arguments = [
        "import",
        "minutes.md",
        "--date",
        "2023-12-29 14:30",
        "--offset",
        "+01:00",
    ];
    let given = desk.run(&arguments);
    assert!(
        given
            .out
            .contains("[2023-12-29T14:30:10+01:00] :say Welcome"),
        "{}{}",
        given.out,
        given.said
    );
    assert_eq!(
        desk.run(&["import", "minutes.md", "--date", "soon"]).code,
        Some(2)
    );
}

#[test]
fn prose_without_times_is_told_what_minutes_look_like() {
    let given = Desk::new().import("minutes.txt", "严明：我校建议邀请学生。\n");
    assert!(
        given.refusal().contains("[14:52] name: text"),
        "{}",
        given.said
    );
}

#[test]
fn a_script_is_not_taken_for_minutes() {
    let script = "[2023-12-29T14:30:00+08:00] :open\n[2023-12-29T14:31:00+08:00] suggest: more\n";
    let given = Desk::new().import("meeting.txt", script);
    assert!(given.refusal().contains("--script FILE"), "{}", given.said);
}
