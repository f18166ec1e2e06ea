//! What a large archive costs: listing it, searching it, and a plain look at the same bytes beside both. `PRODUCT.md` §6 names the limits.
//!
//! `cargo bench --bench archive -- --write FOLDER COUNT` leaves the generated sessions in a folder, for a comparison with other programs.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Days, TimeDelta};
use tribune::agenda::{self, PersonId, Who};
use tribune::archive;
use tribune::archive::search::{Query, search};
use tribune::export::{Edition, json};
use tribune::locale::Locale;
use tribune::meeting::contribution::{self, Anchor, Answer, Draft, ThemeName};
use tribune::meeting::progress::{self, Resolve};
use tribune::meeting::record::{self, line_of};
use tribune::meeting::{
    Author, Command, ContributionId, Digest, Header, Meeting, Record, decide, floor,
};
use tribune::session_file;
use tribune::summary::Summary;
use tribune::text::{Moment, Text};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let write = arguments.iter().position(|argument| argument == "--write");
    match write.map(|at| &arguments[at + 1..]) {
        Some([folder, count, ..]) => {
            write_sessions(
                Path::new(folder),
                count.parse().expect("a number of sessions"),
            );
        }
        Some(_) => panic!("--write FOLDER COUNT"),
        None => divan::main(),
    }
}

const UNITS: usize = 16;
const LINES: usize = 80;
const SURNAMES: [(&str, &str); 8] = [
    ("Wang", "王"),
    ("Li", "李"),
    ("Zhang", "张"),
    ("Yan", "严"),
    ("Du", "杜"),
    ("Peng", "彭"),
    ("Luo", "罗"),
    ("Shen", "沈"),
];
const GIVEN: [(&str, &str); 8] = [
    ("Yu", "宇"),
    ("Ming", "明"),
    ("Haitao", "海涛"),
    ("Jiang", "江"),
    ("Lan", "兰"),
    ("Hong", "红"),
    ("Shaoyun", "绍云"),
    ("Qing", "青"),
];
const PLACES: [(&str, &str); 8] = [
    ("Spring City", "春城"),
    ("Lakeside", "湖滨"),
    ("Western Hills", "西山"),
    ("Golden Horse", "金马"),
    ("Green Valley", "绿谷"),
    ("Southern", "南方"),
    ("Highland", "高原"),
    ("Riverside", "江岸"),
];
const BODIES: [(&str, &str); 4] = [
    ("University", "大学"),
    ("Trade Group", "贸易集团"),
    ("Museum", "博物馆"),
    ("Hospital", "医院"),
];
const THEMES: [(&str, &str); 6] = [
    ("education", "教育"),
    ("economy and trade", "经贸"),
    ("culture", "文化"),
    ("youth", "青年"),
    ("friendly cities", "友好城市"),
    ("health", "卫生健康"),
];
const BEGINNINGS: [(&str, &str); 8] = [
    (
        "Invite twenty students of friendly cities",
        "邀请友好城市的二十名学生",
    ),
    (
        "Hold a joint exhibition of crafts and paintings",
        "联合举办工艺与书画展览",
    ),
    (
        "Offer our meeting rooms and interpreters",
        "提供我单位的会议室和翻译人员",
    ),
    (
        "Open a summer course in the languages of the region",
        "开设周边国家语言暑期班",
    ),
    (
        "Send a delegation of doctors and nurses",
        "派出医生护士代表团",
    ),
    (
        "Collect the contacts of all partner organisations",
        "汇总各友好组织的联系方式",
    ),
    ("Publish a yearbook of the exchanges", "编印对外交流年鉴"),
    ("Set up a working group on trade fairs", "成立展会工作小组"),
];
const MIDDLES: [(&str, &str); 6] = [
    ("for the whole of next year", "，贯穿明年全年"),
    ("together with the member units", "，由各理事单位共同承办"),
    (
        "before the end of the second quarter",
        "，争取在第二季度前完成",
    ),
    ("with a budget of 80,000", "，预算八万元"),
    ("in the county towns as well", "，并延伸到各县区"),
    ("and report on it to the council", "，并向理事会报告进展"),
];
const ENDS: [(&str, &str); 5] = [
    (
        "so that exchanges do not depend on single persons",
        "，使交流不再依赖个别人员。",
    ),
    (
        "as the neighbouring provinces have done",
        "，可借鉴邻省的做法。",
    ),
    (
        "provided that interpreters can be found",
        "，前提是能够落实翻译。",
    ),
    (
        "and keep the results in a common list",
        "，成果纳入统一台账。",
    ),
    (
        "starting with three pilot projects",
        "，先从三个试点项目做起。",
    ),
];
/// In one session of a hundred.
const RARE: (&str, &str) = ("hydroponics", "无土栽培");

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.throw(of.len())]
    }
}

fn agenda_of(number: usize, dice: &mut Dice) -> String {
    let day = day(number);
    let language = if number.is_multiple_of(2) {
        "zh-CN"
    } else {
        "en"
    };
    let themes: Vec<String> = THEMES
        .iter()
        .map(|(en, zh)| format!("{{ name = {{ en = \"{en}\", zh = \"{zh}\" }} }}"))
        .collect();
    let mut source = format!(
        "title = {{ en = \"Exchange meeting {number}\", zh = \"第{number}次工作交流会\" }}\norganisation = {{ en = \"Association for Friendship\", zh = \"友好协会\" }}\nseries = \"exchange-{}\"\npurpose = {{ en = \"To exchange views on the work of the year\", zh = \"交流全年工作\" }}\ndate = {day}\nlanguage = \"{language}\"\nchair = \"p0\"\nthemes = [{}]\nrule = {{ quorum = \"none\" }}\n",
        number % 20,
        themes.join(", ")
    );
    for n in 0..UNITS {
        let ((place, ort), (body, art)) = (dice.pick(&PLACES), dice.pick(&BODIES));
        let ((surname, xing), (given, ming)) = (dice.pick(&SURNAMES), dice.pick(&GIVEN));
        let _ = write!(
            source,
            "[unit.u{n}]\nname = {{ en = \"{place} {body} {n}\", zh = \"{ort}{art}{n}\" }}\nshort = {{ en = \"{place} {n}\", zh = \"{ort}{n}\" }}\n[person.p{n}]\nname = {{ en = \"{surname} {given}\", zh = \"{xing}{ming}\" }}\ntitle = {{ en = \"Vice President\", zh = \"副校长\" }}\nunit = \"u{n}\"\n"
        );
    }
    for (en, zh) in [
        ("Opening", "开幕"),
        ("Report on the work", "工作报告"),
        ("Suggestions", "交流发言"),
        ("Other business", "其他事项"),
    ] {
        let _ = write!(
            source,
            "[[item]]\ntitle = {{ en = \"{en}\", zh = \"{zh}\" }}\ntime = \"20m\"\n"
        );
    }
    source
}

fn day(number: usize) -> chrono::NaiveDate {
    let first = chrono::NaiveDate::from_ymd_opt(1996, 1, 8).expect("a day");
    first + Days::new(number as u64)
}

struct Holding {
    meeting: Meeting,
    now: Moment,
    last: String,
}

impl Holding {
    fn hold(&mut self, command: impl Into<Command>) {
        self.now += TimeDelta::seconds(20);
        let author = Author::chair();
        let events = decide(&self.meeting, &author, self.now, command.into())
            .expect("nothing of it is refused");
        let record = Record {
            seq: self.meeting.history.next_seq(),
            at: self.now,
            author,
            line: None,
            events,
            prev: Digest::of(self.last.as_bytes()),
        };
        self.last = line_of(&record);
        self.meeting.apply(Arc::new(record));
    }
}

/// A session of sixteen units, in Chinese and English; even ones are recorded in Chinese.
fn session(number: usize) -> String {
    let mut dice = Dice(number as u64 + 1);
    let begun = format!("{}T09:00:00+08:00", day(number));
    let header = Header {
        tribune: record::VERSION,
        begun: DateTime::parse_from_rfc3339(&begun).expect("a time"),
        path: String::new(),
        agenda: agenda_of(number, &mut dice),
    };
    let agenda = agenda::file::read(&header.agenda);
    let mut holding = Holding {
        now: header.begun,
        last: line_of(&header),
        meeting: Meeting::begin(header, agenda.agenda.expect("the agenda is in order")),
    };
    holding.hold(progress::Command::Open {
        matters: Vec::new(),
    });
    for n in 0..LINES {
        if n % 5 == 0 {
            let person = PersonId::from(format!("p{}", n / 5 % UNITS).as_str());
            holding.hold(floor::Command::Give(Who::Person(person)));
        }
        holding.hold(contribution::Command::Capture(Draft {
            anchor: Anchor {
                turn: holding.meeting.floor.running().map(|turn| turn.id),
                item: holding.meeting.progress.place(),
            },
            text: said(number, n, &mut dice),
            themes: vec![ThemeName::New(Text::line(dice.pick(&THEMES).0))],
            ..Draft::default()
        }));
        if n % 8 == 7 {
            holding.hold(contribution::Command::Answer {
                id: ContributionId(u32::try_from(n).unwrap_or(0)),
                status: dice.pick(&[Answer::Adopted, Answer::Declined, Answer::Carried]),
                text: Some(Text::line("The council office takes it up")),
            });
        }
    }
    holding.hold(progress::Command::Adjourn(Resolve::Really));
    let meeting = holding.meeting;
    let locale = Locale::new(meeting.agenda.language);
    let summary = Summary::of(&meeting);
    let edition = Edition {
        locale: &locale,
        seal: None,
    };
    session_file::write(&meeting, &summary, &locale, json::body(&summary, &edition)).text
}

fn said(number: usize, n: usize, dice: &mut Dice) -> Text {
    let (beginning, middle, end) = (
        dice.pick(&BEGINNINGS),
        dice.pick(&MIDDLES),
        dice.pick(&ENDS),
    );
    let rare = matches!(number % 100, 7 | 8) && n == 30;
    let said = if number.is_multiple_of(2) == (n % 4 != 3) {
        let rare = if rare { RARE.1 } else { "" };
        format!("{}{rare}{}{}", beginning.1, middle.1, end.1)
    } else {
        let rare = if rare { RARE.0 } else { "" };
        format!("{} {rare} {}, {}", beginning.0, middle.0, end.0)
    };
    Text::line(&said)
}

/// Writes that many sessions.
fn write_sessions(folder: &Path, count: usize) {
    fs::create_dir_all(folder).expect("the folder can be made");
    std::thread::scope(|scope| {
        for part in 0..4 {
            scope.spawn(move || {
                for number in (part..count).step_by(4) {
                    let path =
                        folder.join(format!("{}-Exchange-meeting-{number}.toml", day(number)));
                    fs::write(path, session(number)).expect("the folder can be written");
                }
            });
        }
    });
}

/// Sessions of an archive that is built for each run.
const SESSIONS: usize = 1_000;
/// The words that are looked for: rare ones, then frequent ones.
const WORDS: [&str; 4] = [RARE.0, RARE.1, "students", "学生"];

fn archive() -> &'static Path {
    static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        write_sessions(folder.path(), SESSIONS);
        folder
    });
    folder.path()
}

/// Limit: a tenth of a second, so that ten thousand take a second.
#[divan::bench]
fn listing_of_1_000_sessions(bencher: divan::Bencher) {
    let folder = archive();
    bencher.bench(|| archive::listing(folder).sessions.len());
}

/// Limit: the plain look below.
#[divan::bench(args = WORDS)]
fn search_of_1_000_sessions(bencher: divan::Bencher, word: &str) {
    let (folder, query) = (archive(), Query::of(word));
    bencher.bench(|| {
        let mut hits = 0;
        search(
            folder,
            &query,
            |found| found.entries.len(),
            |made| hits += made.unwrap_or(0),
        );
        hits
    });
}

/// Every byte of the same files, on one thread, case and all: what there is at least to be done without knowing what a session file is.
#[divan::bench(args = WORDS)]
fn plain_look_at_the_same_bytes(bencher: divan::Bencher, word: &str) {
    let finder = memchr::memmem::Finder::new(word);
    let entries = fs::read_dir(archive()).expect("it can be listed");
    let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    bencher.bench(|| {
        let count = |path: &PathBuf| {
            let bytes = fs::read(path).expect("it can be read");
            finder.find_iter(&bytes).count()
        };
        paths.iter().map(count).sum::<usize>()
    });
}
