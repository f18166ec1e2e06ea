//! The guides are followed to the letter, in an empty home folder: what stands in their boxes is typed, what they say is seen is waited for, and
//! at the end there are minutes for Word. A box is known by its language: `sh` is typed in the terminal, `keys` in the running program (a line and
//! Enter, or one key in brackets), `toml` is written into the agenda, `text` is what is then seen; `sh elsewhere` is for other machines.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use portable_pty::CommandBuilder;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use tempfile::TempDir;

use crate::support::seat::{Seat, ended};
use crate::support::workbook::{Cell, Sheet, workbook};

/// A guide, and what it works with.
struct Guide {
    path: &'static str,
    roster: &'static str,
    locale: &'static str,
    /// Noted in the meeting, and set right after it.
    suggestions: [&'static str; 2],
}

const ENGLISH: Guide = Guide {
    path: "docs/guide.md",
    roster: "docs/roster.xlsx",
    locale: "en_US.UTF-8",
    suggestions: [
        "A reading room for the children by the lake",
        "Tea, and hot water for every reading room",
    ],
};
const CHINESE: Guide = Guide {
    path: "docs/guide.zh-CN.md",
    roster: "docs/roster.zh-CN.xlsx",
    locale: "zh_CN.UTF-8",
    suggestions: ["在湖边为孩子们办一间阅览室", "每间阅览室备好热茶"],
};

/// The rosters that the guides give.
const ROSTER: [[&str; 5]; 5] = [
    ["Name", "Title", "Unit", "Group", "Capacity"],
    ["Li Min", "Director", "City Library", "members", "chair"],
    ["Zhao Qing", "Secretary", "City Library", "", "secretary"],
    ["Wang Fang", "Deputy Director", "Lake School", "members", ""],
    ["Chen Bo", "Manager", "Tea Company", "members", ""],
];
const CHINESE_ROSTER: [[&str; 5]; 5] = [
    ["姓名", "单位职务", "单位", "分组", "参会身份"],
    ["李敏", "馆长", "市图书馆", "理事", "主持人"],
    ["赵青", "秘书", "市图书馆", "", "秘书"],
    ["王芳", "副校长", "湖滨学校", "理事", ""],
    ["陈波", "经理", "茶叶公司", "理事", ""],
];

#[test]
fn the_guide_leads_from_the_roster_to_the_minutes_in_word() {
    follow(&ENGLISH);
}

#[test]
fn the_chinese_guide_leads_there_too() {
    follow(&CHINESE);
}

#[test]
fn the_rosters_that_the_guides_give_are_what_the_tests_make() {
    for (guide, name, rows) in [
        (&ENGLISH, "Roster", &ROSTER),
        (&CHINESE, "名单", &CHINESE_ROSTER),
    ] {
        let rows = rows.map(|row| row.map(cell));
        let rows: Vec<&[Cell]> = rows.iter().map(|row| &row[..]).collect();
        let sheet = Sheet {
            name,
            rows: &rows,
            merged: &[],
        };
        let fresh = workbook(&[sheet]);
        let path = of_the_repository(guide.roster);
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &fresh).expect("the repository can be written");
        }
        let there = fs::read(&path).unwrap_or_default();
        assert!(
            there == fresh,
            "UPDATE=1 cargo test guide writes {} anew",
            guide.roster
        );
    }
}

const fn cell(text: &str) -> Cell<'_> {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::Inline(text)
    }
}

fn follow(guide: &Guide) {
    let mut secretary = Secretary::new(guide);
    for step in steps(guide) {
        secretary.take(step);
    }
    secretary.close_window();
    let minutes = secretary.minutes();
    for suggestion in guide.suggestions {
        assert!(minutes.contains(suggestion), "{suggestion}: {minutes}");
    }
}

fn of_the_repository(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// What a box of the guide asks of a reader.
#[derive(Debug)]
enum Step {
    Shell(String),
    Keys(String),
    Agenda(String),
    See(String),
}

fn steps(guide: &Guide) -> Vec<Step> {
    let text = fs::read_to_string(of_the_repository(guide.path)).expect("there is a guide");
    let mut steps = Vec::new();
    let mut events = Parser::new(&text);
    while let Some(event) = events.next() {
        let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(kind))) = event else {
            continue;
        };
        let Some(Event::Text(inside)) = events.next() else {
            panic!("an empty box in {}", guide.path);
        };
        let inside = inside.into_string();
        steps.push(match &*kind {
            "sh" => Step::Shell(inside),
            "keys" => Step::Keys(inside),
            "toml" => Step::Agenda(inside),
            "text" => Step::See(inside),
            "sh elsewhere" => continue,
            other => panic!("{}: nobody knows what to do with `{other}`", guide.path),
        });
    }
    steps
}

/// Somebody who does what the guide says and nothing else.
struct Secretary {
    home: Arc<TempDir>,
    folder: TempDir,
    locale: &'static str,
    /// What the last command in the terminal said.
    said: String,
    /// The program that fills the window.
    seat: Option<Seat>,
}

impl Secretary {
    /// In an empty home folder, and a folder with nothing but the roster.
    fn new(guide: &Guide) -> Self {
        let home = Arc::new(tempfile::tempdir().expect("a folder"));
        let folder = tempfile::tempdir().expect("a folder");
        let roster = of_the_repository(guide.roster);
        let name = roster.file_name().expect("it has a name");
        fs::copy(&roster, folder.path().join(name)).expect("there is a roster");
        Self {
            home,
            folder,
            locale: guide.locale,
            said: String::new(),
            seat: None,
        }
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Shell(lines) => {
                self.said.clear();
                lines.lines().for_each(|line| self.command(line));
            }
            Step::Keys(lines) => lines.lines().for_each(|line| self.press(line)),
            Step::Agenda(lines) => self.write(&lines),
            Step::See(lines) => lines.lines().for_each(|line| self.see(line)),
        }
    }

    /// Types a line in the terminal. A program that still fills the window is left by closing that, and opening another.
    fn command(&mut self, line: &str) {
        self.close_window();
        if ["run", "correct"]
            .into_iter()
            .any(|word| line.starts_with(&format!("tribune {word} ")))
        {
            self.sit_down(line);
            return;
        }
        let output = Command::new("sh")
            .args(["-c", line])
            .envs(self.surroundings())
            .env_remove("XDG_DATA_HOME")
            .env("XDG_CONFIG_HOME", self.home.path())
            .current_dir(self.folder.path())
            .output()
            .expect("there is a shell");
        let code = output.status.code();
        let text = |bytes| String::from_utf8(bytes).expect("what it writes is text");
        let said = text(output.stdout) + &text(output.stderr);
        // A check that finds mistakes ends with 1.
        assert!(matches!(code, Some(0 | 1)), "{line}: {code:?}\n{said}");
        self.said.push_str(&said);
    }

    fn sit_down(&mut self, line: &str) {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", &format!("exec {line}")]);
        command.env_remove("XDG_DATA_HOME");
        for (name, value) in self.surroundings() {
            command.env(name, value);
        }
        command.cwd(self.folder.path());
        let mut seat = Seat::of(command, Arc::clone(&self.home));
        seat.resize(120, 36);
        self.seat = Some(seat);
    }

    fn close_window(&mut self) {
        if let Some(seat) = self.seat.take() {
            ended(&mut *seat.hang_up());
        }
    }

    fn surroundings(&self) -> [(&'static str, String); 4] {
        let program = Path::new(env!("CARGO_BIN_EXE_tribune"));
        let beside = program.parent().expect("it lies in a folder").display();
        let path = std::env::var("PATH").unwrap_or_default();
        [
            ("PATH", format!("{beside}:{path}")),
            ("HOME", self.home.path().display().to_string()),
            ("LC_ALL", self.locale.to_owned()),
            ("TERM", "xterm-256color".to_owned()),
        ]
    }

    /// Types a line and Enter, or presses one key.
    fn press(&mut self, line: &str) {
        let seat = self.seat.as_mut().expect("a program fills the window");
        let key = match line {
            "[F5]" => "\x1b[15~",
            "[F9]" => "\x1b[20~",
            "[Ctrl-C]" => "\x03",
            // Enter, for a machine has no hands that rest.
            "[1]" => "1\r",
            "[2]" => "2\r",
            text => &format!("{text}\r"),
        };
        seat.type_in(key);
    }

    /// What the box says is there, whatever stands at its dots and wherever lines are broken.
    fn see(&mut self, line: &str) {
        let is_there = |text: &str| {
            let mut rest = &*unspaced(text);
            line.split('…')
                .map(unspaced)
                .all(|piece| match rest.find(&piece) {
                    Some(at) => {
                        rest = &rest[at + piece.len()..];
                        true
                    }
                    None => false,
                })
        };
        match &mut self.seat {
            Some(seat) => drop(seat.wait(line, |screen| is_there(&screen.contents()))),
            None => assert!(is_there(&self.said), "{line}\n{}", self.said),
        }
    }

    /// Writes into the agenda as the guide says: its head in place of the imported one, items at its end, one line in place of its like.
    fn write(&self, lines: &str) {
        let path = self.folder.path().join("meeting.toml");
        let agenda = fs::read_to_string(&path).expect("it was imported");
        let key = |line: &str| line.split_once(" = ").map(|(key, _)| key.to_owned());
        let written = if lines.starts_with("[[item]]") {
            format!("{agenda}\n{lines}")
        } else {
            let [first, last] = if lines.lines().count() == 1 {
                let key = key(lines).expect("a line of an agenda");
                [key.clone(), key]
            } else {
                ["title", "items"].map(str::to_owned)
            };
            let is = |wanted: &str| {
                agenda
                    .lines()
                    .position(|line| key(line).as_deref() == Some(wanted))
            };
            let (from, to) = is(&first)
                .zip(is(&last))
                .expect("the agenda has these lines");
            let there: Vec<&str> = agenda.lines().collect();
            [&there[..from], &[lines.trim_end()], &there[to + 1..]]
                .concat()
                .join("\n")
        };
        fs::write(&path, written).expect("the folder is the secretary's");
    }

    /// The words of the minutes that were made for Word.
    fn minutes(&self) -> String {
        let file = File::open(self.folder.path().join("minutes.docx")).expect("there are minutes");
        let mut archive = zip::ZipArchive::new(file).expect("it is an archive");
        let mut document = archive
            .by_name("word/document.xml")
            .expect("it is a document");
        let mut xml = String::new();
        document.read_to_string(&mut xml).expect("it is text");
        let runs = xml
            .split('<')
            .filter_map(|part| Some(part.split_once('>')?.1));
        runs.collect()
    }
}

fn unspaced(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
