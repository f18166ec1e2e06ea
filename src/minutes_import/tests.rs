//! Texts of minutes, and the steps that they become.

use super::*;

fn when(day: Option<&str>) -> When {
    When {
        day: day.and_then(|day| day.parse().ok()),
        time: None,
        offset: None,
        here: FixedOffset::east_opt(8 * 3600).expect("an offset"),
    }
}

fn steps(text: &str) -> Vec<String> {
    let minutes = read(text, &when(Some("2023-12-29"))).expect("it is minutes");
    minutes.steps.iter().map(shown).collect()
}

fn shown(step: &Step) -> String {
    match step {
        Step::Floor(at, name) => format!("{} floor {name}", at.format("%H:%M:%S")),
        Step::Done(at) => format!("{} done", at.format("%H:%M:%S")),
        Step::Say(at, text) => format!("{} {text}", at.format("%H:%M:%S")),
        Step::Heading(text) => format!("# {text}"),
    }
}

fn told(text: &str) -> Vec<&'static str> {
    let minutes = read(text, &when(Some("2023-12-29"))).expect("it is minutes");
    minutes.told.iter().map(|message| message.id).collect()
}

#[test]
fn whoever_speaks_has_the_floor_until_somebody_else_does() {
    assert_eq!(
        steps(
            "[14:30] 主持人：现在开会。\n[14:31] 严明副校长：我校建议\n邀请学生。\n\n另外，\n再办一届。\n\
             [14:40] 严明：完了。\n胡良波：我同意。\n[14:50] 主持人：谢谢。\n"
        ),
        [
            "14:30:00 现在开会。",
            "14:31:00 floor 严明",
            "14:31:00 我校建议邀请学生。",
            "14:31:00 另外，再办一届。",
            "14:40:00 完了。",
            "14:40:00 floor 胡良波",
            "14:40:00 我同意。",
            "14:50:00 done",
            "14:50:00 谢谢。",
        ]
    );
}

#[test]
fn what_stands_before_the_first_speaker_is_a_comment_and_headings_stay_comments() {
    let text = "# Minutes\nPresent: everybody\nSecretary: Li Na\n\n[14:30] Wang Yu: Welcome\n\n## Item 2\n[14:31] Wang Yu: Next\n";
    let minutes = read(text, &when(Some("2023-12-29"))).expect("it is minutes");
    let aside: Vec<&str> = minutes.aside.iter().map(Text::as_str).collect();
    assert_eq!(aside, ["Minutes", "Present: everybody", "Secretary: Li Na"]);
    assert_eq!(
        steps(text),
        [
            "14:30:00 floor Wang Yu",
            "14:30:00 Welcome",
            "# Item 2",
            "14:31:00 Next"
        ]
    );
}

#[test]
fn the_day_is_that_of_a_line_else_of_a_header_else_as_it_is_told() {
    let day = |text: &str, told: Option<&str>| {
        let read = read(text, &when(told)).map_err(|message| message.id)?;
        let at = read.steps.iter().find_map(Step::at);
        Ok(at.map(|at| at.to_rfc3339()).unwrap_or_default())
    };
    for (text, told, at) in [
        (
            "[14:30] A B: x",
            Some("2024-01-02"),
            Ok("2024-01-02T14:30:00+08:00"),
        ),
        (
            "日期：2023年12月29日\n[14:30] A B: x",
            Some("2024-01-02"),
            Ok("2023-12-29T14:30:00+08:00"),
        ),
        (
            "**Date:** 29 December 2023\n[14:30] A B: x",
            None,
            Ok("2023-12-29T14:30:00+08:00"),
        ),
        (
            "[2022-01-02 14:30] A B: x",
            None,
            Ok("2022-01-02T14:30:00+08:00"),
        ),
        (
            "[14:30] A B: x\n[2022-01-02 14:31] A B: x",
            None,
            Ok("2022-01-02T14:30:00+08:00"),
        ),
        (
            "[2022-01-02T14:30:00Z] A B: x",
            None,
            Ok("2022-01-02T14:30:00+00:00"),
        ),
        ("[14:30] A B: x", None, Err("minutes-no-day")),
        ("no times at all", Some("2024-01-02"), Err("minutes-none")),
        (
            "[2022-01-02T14:30:00Z] :open\n",
            None,
            Err("minutes-script"),
        ),
    ] {
        assert_eq!(day(text, told), at.map(str::to_owned), "{text}");
    }
}

#[test]
fn times_never_fall_but_midnight_may_pass() {
    let text = "[14:30] A B: one\n[04:31] A B: two\n[14:32] A B: three\n";
    assert_eq!(
        steps(text),
        [
            "14:30:00 floor A B",
            "14:30:00 one",
            "14:30:00 two",
            "14:32:00 three"
        ]
    );
    assert!(told(text).contains(&"minutes-fallen"));
    let minutes = read(
        "[23:58] A B: one\n[00:05] A B: two\n",
        &when(Some("2023-12-29")),
    );
    let last = minutes.expect("it is minutes").steps.pop();
    let at = last.and_then(|step| step.at()).map(|at| at.to_rfc3339());
    assert_eq!(at.as_deref(), Some("2023-12-30T00:05:00+08:00"));
}

#[test]
fn a_recording_counts_from_its_beginning() {
    let text = "开始时间：14:30\n[00:00:05] 严明：一\n[00:12:30] 王宇：二\n";
    assert_eq!(
        steps(text),
        [
            "14:30:05 floor 严明",
            "14:30:05 一",
            "14:42:30 floor 王宇",
            "14:42:30 二"
        ]
    );
    assert!(told(text).contains(&"minutes-recording"));
    assert!(told("[00:00:05] 严明：一\n").contains(&"minutes-recording-midnight"));
}

#[test]
fn a_speech_without_end_is_several_contributions() {
    let steps = steps(&format!("[14:30] A B: {}", "长".repeat(LONGEST + 1)));
    assert_eq!(steps.len(), 3);
}
