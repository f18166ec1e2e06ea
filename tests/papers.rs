//! The documents of a meeting, before it and after: each from its shipped template, in both languages; what stands in them, what leaves the
//! house, and what becomes of a person's own templates and files.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tribune::export::{DOCUMENTS, Document, Needs, Source, document};
use tribune::locale::Locale;
use tribune::meeting::Meeting;
use tribune::text::Language;

use crate::support::council::{AGENDA, Held, council};
use crate::support::held::Sitting;

const EXCHANGE: &str = include_str!("../config/agendas/exchange.toml");
const FOUNDING: &str = include_str!("../config/agendas/founding.toml");

fn exchange() -> Meeting {
    Sitting::held(EXCHANGE, &[include_str!("scripts/exchange.tribune")]).meeting
}

fn exchange_in_chinese() -> Meeting {
    Sitting::held(EXCHANGE, &[include_str!("scripts/exchange.zh.tribune")]).meeting
}

fn founding() -> Meeting {
    Sitting::held(FOUNDING, &[include_str!("scripts/founding.tribune")]).meeting
}

/// That document of a source, in Markdown: once, or one for each to whom it goes.
fn made(document: &Document, source: &Source, language: Language) -> Vec<String> {
    let locale = Locale::new(language);
    let template = document.template(language);
    let to: Vec<_> = match document.needs {
        Needs::Unit => source.summary.correspondents().map(Some).collect(),
        Needs::Agenda | Needs::Meeting | Needs::Series => vec![None],
    };
    to.iter()
        .map(|to| {
            document
                .compose(template, source, &locale, to.as_ref())
                .unwrap_or_else(|mistake| panic!("{}: {mistake:?}", document.name))
                .markdown()
        })
        .collect()
}

fn named(name: &str) -> &'static Document {
    document(name).expect("there is such a document")
}

fn one(name: &str, meeting: &Meeting, language: Language) -> String {
    made(named(name), &Source::of(meeting), language).concat()
}

#[test]
fn every_document_is_made_of_every_meeting_in_both_languages() {
    let planned = Held::begin(AGENDA).meeting;
    let bare = Sitting::held(
        "title = \"Board\"\nitems = [\"Budget\"]\n",
        &[":open\nA line\n:adjourn really\n"],
    );
    for meeting in [exchange(), founding(), council(), planned, bare.meeting] {
        let source = Source::of(&meeting);
        for document in DOCUMENTS {
            for language in Language::ALL {
                for text in made(document, &source, language) {
                    let name = document.name;
                    assert!(text.starts_with("# "), "{name}: {text}");
                    for residue in ["{{", "{%", "<!--", "none", "\n\n\n"] {
                        assert!(!text.contains(residue), "{residue:?} in {name}:\n{text}");
                    }
                }
            }
        }
    }
}

fn assert_names(text: &str, names: &[&str]) {
    for name in names {
        assert!(text.contains(name), "{name:?} is missing in\n{text}");
    }
}

#[test]
fn the_announcement_of_the_exchange_names_whom_and_what_the_report_of_it_names() {
    let text = one("announcement", &exchange(), Language::English);
    assert_names(
        &text,
        &[
            "Provincial Association for Friendship with Foreign Countries",
            "29 December 2023",
            "Wang Yu, Full-time Vice President",
            "Xu Sisi, Deputy Secretary of Provincial Committee of the Communist Youth League",
            "Hou Sheng, Vice President of Provincial Academy of Social Sciences",
            "Yan Ming, Vice President of Yunnan University of Finance and Economics",
            "Hu Liangbo, Deputy Secretary of the Party Committee and Chairman of the Labor Union of Yunnan Agricultural Reclamation Group Co., Ltd.",
            "as part-time Vice President",
            "Du Haitao; Luo Jiang",
            "as specially invited director",
            "Peng Shaoyun, Secretary-General",
            "main work considerations for 2024",
            "city diplomacy",
            "people-to-people diplomacy",
            "friendly cities",
            "friendly organizations",
            "friendly people",
            "friendly villages",
            "education",
            "economy and trade",
            "culture",
            "think tanks",
            "youth exchanges",
            "provincial party committee and provincial government",
            "Yunnan",
            "\"three major roles\"",
            "CPAFFC",
            "brand activities",
            "institutionalized work exchange mechanism",
        ],
    );
    let order = [
        "Xu Sisi",
        "Hou Sheng",
        "Yan Ming",
        "Hu Liangbo",
        "Du Haitao",
        "Luo Jiang",
    ];
    let places: Vec<_> = order.iter().map(|name| text.find(name)).collect();
    assert!(places.is_sorted(), "they stand in order of precedence");
}

#[test]
fn the_announcement_of_the_founding_names_whom_and_what_the_report_of_it_names() {
    let text = one("announcement", &founding(), Language::English);
    assert_names(
        &text,
        &[
            "Kunming People's Association for Friendship with Foreign Countries",
            "5 August 2022",
            "Kunming Hall",
            "elected Zhang Xiaoming to the office of chairman",
            "to the office of vice-chairman unit",
            "to the office of executive-director unit",
            "Articles of Kunming People's Association for Friendship with Foreign Countries",
            "mass organization engaged in non-governmental diplomacy",
            "Kunming Municipal Party Committee and the Municipal Government",
            "Party Central Committee, the State Council, the Chinese People's Association for Friendship with Foreign Countries, the Provincial Party Committee, the Provincial Government",
            "economy and trade",
            "society",
            "science and education",
            "culture",
            "talent exchanges",
            "youth exchanges",
            "Strengthen our political stance and temper our work style",
            "Strengthen platform construction and give full play to service functions",
            "Expand communication channels and promote pragmatic cooperation",
        ],
    );
    let elected = text.find("elected Zhang Xiaoming");
    let speaks = text.find("Address by the new president");
    assert!(elected < speaks, "the new president speaks once elected");
}

#[test]
fn the_chinese_announcement_reads_as_one() {
    let text = one("announcement", &exchange_in_chinese(), Language::Chinese);
    assert_names(
        &text,
        &[
            "# 云南省人民对外友好协会召开理事工作交流会\n",
            "为进一步发挥省友协平台作用，汇聚常务理事和特邀理事资源，谋划和统筹2024年工作，2023年12月29日，云南省人民对外友好协会在昆明召开理事工作交流会。会议由专职副会长王宇主持。",
            "共青团云南省委员会副书记徐思思，云南省社会科学院副院长侯胜，云南财经大学副校长严明，云南农垦集团有限责任公司党委副书记、工会主席胡良波等4位兼职副会长；秘书长彭少云；杜海涛、罗江、段梅等3位特邀理事",
            "出席会议。",
            "秘书长彭少云作“2023年工作情况和2024年主要工作考虑的汇报”：",
            "围绕教育、经贸、文化、智库、青年交流、友好城市、友好组织、友好人士、友好村寨、城市外交等方面",
            "专职副会长王宇在总结讲话中指出：感谢各位兼职副会长和特邀理事长期以来",
            "今后将在理事之间建立制度化的工作交流机制",
            "下次会议定于2024年12月27日在昆明召开。",
        ],
    );
    let (body, _) = text.split_once("\n> ").expect("examples are marked");
    let letters = body.chars().filter(char::is_ascii_alphabetic).count();
    assert_eq!(letters, 0, "no English is left in\n{body}");
}

#[test]
fn a_letter_says_what_a_unit_brought_and_what_became_of_it() {
    let source = Source::of(&exchange());
    let letters = made(named("letter"), &source, Language::English);
    let to = |name: &str| {
        let first = format!("\nTo {name}\n");
        letters.iter().find(|letter| letter.contains(&first))
    };
    let university = to("Yunnan University of Finance and Economics").expect("it has one");
    assert_names(
        university,
        &[
            "being represented by Yan Ming",
            "1. Send lecturers to friendly universities",
            "    - adopted: first edition in autumn 2024\n",
            "You supported:",
            "You were mentioned in:",
            "| A1 | Draft the programme of the youth forum on campus | 2024-03-15 |",
        ],
    );
    assert!(
        to("Du Haitao").is_some(),
        "a person without a unit is a unit of one"
    );
    assert!(
        to("Wang Yu").is_none(),
        "the chair writes no letter to herself"
    );
}

#[test]
fn papers_and_script_come_from_the_agenda_alone() {
    let planned = Sitting::new(FOUNDING)
        .expect("the agenda is faultless")
        .meeting;
    let programme = one("programme", &planned, Language::English);
    assert_names(
        &programme,
        &["| 09:25 | 4. Election of the chairman", "| 20 |"],
    );
    let papers = one("ballot-papers", &planned, Language::Chinese);
    assert_eq!(
        papers.matches("# 选票").count(),
        2,
        "two elections are secret"
    );
    assert_names(
        &papers,
        &[
            "应选5名，候选人7名。最多选5名，多选无效。",
            "| 1 | 春城大学 | |",
        ],
    );
    let script = one("script", &planned, Language::Chinese);
    assert_names(
        &script,
        &[
            "应到46人，实到\\_\\_\\_\\_\\_\\_人",
            "现在选举：副会长单位。请填写选票，由监票人收回。",
            "下面进行第5项议程：选举副会长单位。",
        ],
    );
    let sheet = one("sign-in", &planned, Language::Chinese);
    assert_names(&sheet, &["| 6 | 穆荣 | 春城大学副校长 | |"]);
}

#[test]
fn nothing_of_a_closed_item_stands_in_a_public_document() {
    let agenda = AGENDA.replace("closed = true", "closed = true\ncue = \"SECRET cue\"");
    assert_ne!(agenda, AGENDA, "there is a closed item");
    let held = Sitting::new(&agenda).expect("no mistakes").meeting;
    for meeting in [council(), held] {
        let source = Source::of(&meeting).public();
        for document in DOCUMENTS {
            for language in Language::ALL {
                let text = made(document, &source, language).concat();
                assert!(!text.contains("SECRET"), "{}: {text}", document.name);
            }
        }
    }
    assert!(one("minutes", &council(), Language::English).contains("SECRET"));
}

#[test]
fn sections_of_minutes_stand_in_the_order_of_the_agenda() {
    let agenda = EXCHANGE.replace(
        "\nlanguage =",
        "\nsections = [\"next\", \"actions\"]\nlanguage =",
    );
    let script = include_str!("scripts/exchange.tribune");
    let minutes = one(
        "minutes",
        &Sitting::held(&agenda, &[script]).meeting,
        Language::English,
    );
    let place = |heading: &str| minutes.find(heading).expect("the section is there");
    assert!(place("## Next meeting") < place("## Actions"));
    assert!(
        place("## Actions") < place("## Attendance"),
        "the others follow"
    );
}

/// A person with a home of their own, in a folder of their own.
struct Person(tempfile::TempDir);

impl Person {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    fn exports(&self, of: &str, arguments: &[&str]) -> Output {
        let of = Path::new(env!("CARGO_MANIFEST_DIR")).join(of);
        Command::new(env!("CARGO_BIN_EXE_tribune"))
            .args(["--lang", "en", "export"])
            .arg(of)
            .args(arguments)
            .current_dir(self.folder())
            .env("HOME", self.folder())
            .env("XDG_CONFIG_HOME", self.folder().join("config"))
            .env("XDG_DATA_HOME", self.folder().join("data"))
            .output()
            .expect("the program was built")
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.folder().join(name)).expect("it is there")
    }
}

const SESSION: &str = "sessions/2023-12-29-Work-exchange-meeting-of-the-directors.toml";

fn said(output: &Output) -> (Option<i32>, String) {
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), err)
}

#[test]
fn exporting_again_replaces_only_what_is_as_it_was_exported() {
    let person = Person::new();
    let again = || said(&person.exports(SESSION, &["--document", "decisions", "--output", "d.md"]));
    let (code, first) = again();
    assert_eq!(code, Some(0), "{first}");
    assert!(first.contains("Written: d.md"), "{first}");
    let (code, second) = again();
    assert_eq!(code, Some(0), "{second}");
    assert!(
        second.contains("in the place of what was exported before"),
        "{second}"
    );
    fs::write(person.folder().join("d.md"), "mended by hand").expect("a file");
    let (code, third) = again();
    assert_eq!(code, Some(1), "{third}");
    assert!(
        third.contains("was changed since it was exported"),
        "{third}"
    );
    assert_eq!(person.text("d.md"), "mended by hand");
    fs::write(person.folder().join("theirs.md"), "theirs").expect("a file");
    let several = ["--document", "decisions,results", "--output", "theirs.md"];
    let (code, told) = said(&person.exports(SESSION, &several));
    assert_eq!(code, Some(2), "{told}");
    assert_eq!(person.text("theirs.md"), "theirs");
}

#[test]
fn an_empty_file_is_written_to_and_one_that_cannot_be_known_is_left_alone() {
    let person = Person::new();
    let to = |name| said(&person.exports(SESSION, &["--document", "decisions", "--output", name]));
    fs::write(person.folder().join("empty.md"), "").expect("a file");
    let (code, told) = to("empty.md");
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("Written: empty.md"), "{told}");
    // Larger than any export, and never read: it takes no room on the disk either.
    let large = fs::File::create(person.folder().join("large.md")).expect("a file");
    large.set_len(3 << 30).expect("the disk takes holes");
    let (code, told) = to("large.md");
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("was not exported from here"), "{told}");
    assert_eq!(large.metadata().expect("it is there").len(), 3 << 30);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_to_as_a_shell_would() {
    use std::os::unix::fs::FileTypeExt;
    let person = Person::new();
    let pipe = person.folder().join("pipe");
    let made = Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("every system has it").success());
    let read = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).expect("it can be read")
    });
    let arguments = ["--document", "decisions", "--output", "pipe"];
    let (code, told) = said(&person.exports(SESSION, &arguments));
    assert_eq!(code, Some(0), "{told}");
    let read = read.join().expect("it was read");
    assert!(read.contains("# "), "{read}");
    let kind = fs::metadata(&pipe).expect("it is there").file_type();
    assert!(kind.is_fifo(), "it was not replaced");
}

#[cfg(unix)]
#[test]
fn what_is_exported_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let person = Person::new();
    let several = ["--format", "md,txt", "--output", "out/of/here"];
    let (code, told) = said(&person.exports(SESSION, &several));
    assert_eq!(code, Some(0), "{told}");
    let mut folders = vec![person.folder().join("out"), person.folder().join("data")];
    let mut lists = 0;
    while let Some(folder) = folders.pop() {
        let mode = |path: &Path| {
            let found = fs::metadata(path).expect("it is there");
            found.permissions().mode() & 0o777
        };
        assert_eq!(mode(&folder), 0o700, "{}", folder.display());
        for entry in fs::read_dir(&folder).expect("it is there").flatten() {
            let path = entry.path();
            lists += usize::from(path.ends_with("exports.jsonl"));
            if path.is_dir() {
                folders.push(path);
            } else {
                assert_eq!(mode(&path), 0o600, "{}", path.display());
            }
        }
    }
    assert_eq!(lists, 1, "where it was written is remembered");
}

#[test]
fn several_formats_without_a_folder_are_wrong_usage() {
    let person = Person::new();
    let (code, told) = said(&person.exports(SESSION, &["--format", "md,txt"]));
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("--output FOLDER"), "{told}");
}

#[cfg(target_os = "linux")]
#[test]
fn data_that_could_not_be_written_is_told_of() {
    let session = Path::new(env!("CARGO_MANIFEST_DIR")).join(SESSION);
    let session = session.to_string_lossy();
    for arguments in [
        vec!["export", &*session, "--format", "json"],
        vec!["show", &*session],
        vec!["check", &*session],
        vec!["verify", &*session],
        vec!["man"],
        vec!["--help"],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full");
        let output = Command::new(env!("CARGO_BIN_EXE_tribune"))
            .args(["--lang", "en"])
            .args(&arguments)
            .stdout(full.expect("every Linux has it"))
            .output()
            .expect("the program was built");
        let (code, told) = said(&output);
        assert_eq!(code, Some(1), "{arguments:?}: {told}");
        assert!(
            told.contains("Standard output could not be written: the disk is full."),
            "{arguments:?}: {told}"
        );
    }
}

#[test]
fn letters_to_all_go_into_a_folder() {
    let person = Person::new();
    let (code, told) = said(&person.exports(SESSION, &["--document", "letter"]));
    assert_eq!(code, Some(0), "{told}");
    let folder = "2023-12-29-Work-exchange-meeting-of-the-directors-letters";
    let stem = "2023-12-29-Work-exchange-meeting-of-the-directors-letter";
    for to in ["youth-league", "yufe", "luo-jiang"] {
        let letter = person.text(&format!("{folder}/{stem}-{to}.md"));
        assert!(letter.contains("noted from you"), "{letter}");
    }
    let one = person.exports(SESSION, &["--document", "letter", "--unit", "Academy"]);
    let letter = String::from_utf8(one.stdout).expect("text");
    assert!(
        letter.contains("To Provincial Academy of Social Sciences"),
        "{letter}"
    );
    let (code, told) =
        said(&person.exports(SESSION, &["--document", "letter", "--unit", "Acadmy"]));
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("Acadmy") && !told.contains("enrol"), "{told}");
}

#[test]
fn what_was_not_held_has_no_minutes_and_an_agenda_has_a_programme() {
    let person = Person::new();
    let agenda = "config/agendas/founding.toml";
    let (code, told) = said(&person.exports(agenda, &["--document", "minutes"]));
    assert_eq!(code, Some(1), "{told}");
    assert!(
        told.contains("programme, script, sign-in and ballot-papers"),
        "{told}"
    );
    let programme = person.exports(agenda, &[]);
    let programme = String::from_utf8(programme.stdout).expect("text");
    assert!(programme.contains("## Programme"), "{programme}");
}

#[test]
fn a_persons_own_template_is_used_and_a_broken_one_is_told_with_its_place() {
    let person = Person::new();
    let templates = person.folder().join("config/tribune/templates");
    fs::create_dir_all(&templates).expect("a folder");
    let own = templates.join("decisions.en.md");
    fs::write(&own, "# Ours\n\n{{ title }} | {{ chair.name }}\n").expect("a file");
    let made = person.exports(SESSION, &["--document", "decisions"]);
    let made = String::from_utf8(made.stdout).expect("text");
    assert_eq!(
        made,
        "# Ours\n\nWork exchange meeting of the directors | Wang Yu\n"
    );
    fs::write(&own, "# Ours\n\nBy 王宇 {{ chiar.name }}\n").expect("a file");
    let (code, told) = said(&person.exports(SESSION, &["--document", "decisions"]));
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("decisions.en.md:3:10: "), "{told}");
    let check = Command::new(env!("CARGO_BIN_EXE_tribune"))
        .args(["--lang", "en", "check"])
        .arg(&own)
        .output()
        .expect("the program was built");
    let found = String::from_utf8(check.stdout).expect("text");
    assert!(found.contains(":3:10: "), "{found}");
    assert!(found.contains("    By 王宇 {{ chiar.name }}\n"), "{found}");
}
