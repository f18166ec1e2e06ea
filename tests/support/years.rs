//! The shipped series of three yearly sessions, made from the agendas and scripts of `tests/series` one after another: what a year leaves
//! open arises in the next, answers between the years stand in the ledger, and each meeting approves the minutes of the one before.

use std::fs;
use std::path::{Path, PathBuf};

use tribune::archive::{self, Given, Ledger};
use tribune::meeting::contribution::Answer;
use tribune::meeting::progress;
use tribune::summary::Summary;
use tribune::text::{Moment, Text};

use super::held::Sitting;

/// The sessions, oldest first: the name of the agenda and script, and that of the session file.
pub const YEARS: [(&str, &str); 3] = [
    ("2023", "2023-04-14-Spring-meeting-of-the-libraries"),
    ("2024", "2024-04-19-图书馆春季会议"),
    ("2025", "2025-04-18-Spring-meeting-of-the-libraries"),
];

/// What was answered after a meeting: by whom, when, what, and how.
type Later = (
    &'static str,
    &'static str,
    &'static str,
    Answer,
    &'static str,
);

/// The answers after each meeting, before the next.
const LATER: [&[Later]; 3] = [
    &[
        (
            "Ning Zhi",
            "2023-05-30T16:20:00+08:00",
            "C6",
            Answer::Done,
            "one table, twelve libraries; it goes out every May",
        ),
        (
            "Xiang Yuan",
            "2023-06-12T18:05:00+08:00",
            "C7",
            Answer::Done,
            "the Book Bus drives the van, the association pays the fuel",
        ),
        (
            "Xiang Yuan",
            "2023-06-12T18:06:00+08:00",
            "C28",
            Answer::Done,
            "first round to Tea Gate on 12 June",
        ),
        (
            "Ning Zhi",
            "2023-06-12T18:30:00+08:00",
            "C25",
            Answer::Done,
            "van of City Library, driver of the Book Bus: 180 books a month",
        ),
        (
            "He Min",
            "2023-06-21T10:00:00+08:00",
            "A1",
            Answer::Done,
            "2,300 titles; the list stands on the page of the association",
        ),
        (
            "Yu Fei",
            "2023-09-05T09:15:00+08:00",
            "C22",
            Answer::Answered,
            "the borrowing library pays; the association refunds up to 3,000 yuan a year",
        ),
        (
            "Ning Zhi",
            "2023-09-20T11:40:00+08:00",
            "C16",
            Answer::Done,
            "six beds in Stone Lake, five in Three Springs",
        ),
        (
            "Ning Zhi",
            "2023-11-20T15:10:00+08:00",
            "C33",
            Answer::Done,
            "4,000 volumes went to Stone Lake, 2,000 to the village schools",
        ),
    ],
    &[
        (
            "宁致",
            "2024-06-03T09:30:00+08:00",
            "C18",
            Answer::Answered,
            "主人同意即可入目，条目注明藏于谁家",
        ),
        (
            "伍锦",
            "2024-07-15T14:00:00+08:00",
            "C27",
            Answer::Adopted,
            "来了两名学徒，九月起",
        ),
        (
            "余菲",
            "2024-08-20T16:45:00+08:00",
            "A3",
            Answer::Done,
            "三十六万八千元，九月上路",
        ),
        (
            "向远",
            "2024-09-02T08:10:00+08:00",
            "C26",
            Answer::Done,
            "司机已到岗",
        ),
        (
            "傅苓",
            "2024-09-27T17:00:00+08:00",
            "C10",
            Answer::Done,
            "服务器已启用",
        ),
        (
            "宁致",
            "2024-10-11T10:25:00+08:00",
            "A1",
            Answer::Done,
            "比限期晚十一天，六台都已到馆",
        ),
    ],
    &[
        (
            "Luo Sui",
            "2025-05-20T12:30:00+08:00",
            "A1",
            Answer::Done,
            "up the mountain and down again, and it still works",
        ),
        (
            "Zhuang Yi",
            "2025-08-22T17:50:00+08:00",
            "A4",
            Answer::Done,
            "20,400 cards, three days early",
        ),
    ],
];

/// Makes the three sessions and the ledger in that folder.
pub fn make(folder: &Path) {
    let mut before: Option<Sitting> = None;
    for ((name, stem), later) in YEARS.into_iter().zip(LATER) {
        let sitting = held(name, stem, folder);
        write(folder, stem, &sitting);
        if let Some((mut last, last_stem)) = before.take().zip(stem_before(stem)) {
            approve(&mut last, &sitting, stem);
            write(folder, last_stem, &last);
        }
        let summary = Summary::of(&sitting.meeting);
        for answer in later {
            append(folder, stem, &summary, answer);
        }
        before = Some(sitting);
    }
}

/// The folder of the shipped sessions.
pub fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions")
}

/// Holds the meeting of that year to its end.
fn held(name: &str, stem: &str, folder: &Path) -> Sitting {
    let path = format!("tests/series/{name}.toml");
    let script = text(&format!("tests/series/{name}.tribune"));
    let mut sitting = Sitting::scripted(&text(&path), &path, &script);
    let agenda = &sitting.meeting.agenda;
    let (series, day) = (agenda.series.clone(), agenda.date);
    let (series, day) = series.zip(day).expect("the agendas name both");
    sitting.arising = archive::matters(folder, &series, stem, day, agenda.language);
    let refused = sitting.script(&script);
    assert!(refused.is_empty(), "{name}: {refused:?}");
    assert!(sitting.meeting.progress.adjourned().is_some(), "{name}");
    sitting
}

fn stem_before(stem: &str) -> Option<&'static str> {
    let at = YEARS.iter().position(|(_, one)| *one == stem)?;
    Some(YEARS[at.checked_sub(1)?].1)
}

/// As the program does when a meeting that has adopted the minutes of the last one is over.
fn approve(last: &mut Sitting, by: &Sitting, stem: &str) {
    let at = by.meeting.progress.adjourned().expect("it is over");
    let approve = progress::Command::Approve {
        on: at.date_naive(),
        session: Some(Text::line(stem)),
    };
    let approved = last.obey(approve.into(), at);
    assert!(approved.is_ok(), "{stem}: {approved:?}");
}

/// As `tribune answer` does.
fn append(folder: &Path, stem: &str, summary: &Summary, (by, at, id, status, words): &Later) {
    let given = Given {
        session: stem,
        id,
        status: *status,
        text: Text::line(words),
        author: by,
        now: Moment::parse_from_rfc3339(at).expect("the table has moments"),
    };
    let written = given.write(summary, folder, &Ledger::read(folder));
    assert!(written.is_ok(), "{stem}, {id}: {written:?}");
}

fn write(folder: &Path, stem: &str, sitting: &Sitting) {
    let path = folder.join(format!("{stem}.toml"));
    fs::write(path, sitting.session_file()).expect("the folder can be written");
}

fn text(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("it is there")
}
