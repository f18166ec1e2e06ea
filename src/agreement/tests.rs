//! What is found to be alike, in both languages, and what is not; and that nothing that people do to lines leaves a wrong pair.

use super::*;
use crate::agenda::{Agenda, ContributionKind as Kind, PersonId, Theme, UnitId, Who};
use crate::meeting::contribution::{Captured, Event as Noted, Likeness, Source};
use crate::meeting::undo::Event as Undo;
use crate::telling::tests::{Held, agenda};
use crate::text::{Bilingual, Language};

/// Lines of other matters, so that what is common is common.
const OTHERS: [&str; 12] = [
    "A short film on old friends of Yunnan, told by themselves",
    "Contacts of chambers of commerce in the friendly cities",
    "The Academy's journal opens a column on people-to-people diplomacy",
    "One brand for all activities of the year, with a name people remember",
    "A seed and soil exchange with villages across the border",
    "Interpreters among the volunteers, five languages",
    "农垦在境外的基地可以作为民间交流的联络点",
    "工会之间的交流也可以纳入友协的年度计划",
    "智库成果要能为对外合作提供参考",
    "希望友协协助邀请周边国家商会",
    "合唱团可以免费排练",
    "建立友好人士名录，逐个单位更新",
];

fn id(number: u32) -> ContributionId {
    ContributionId(number)
}

fn unit(number: u32) -> Who {
    Who::Unit(UnitId::from(format!("unit-{number}").as_str()))
}

fn line(number: u32, kind: Kind, by: Vec<Who>, text: &str) -> Captured {
    Captured {
        id: id(number),
        item: None,
        turn: None,
        source: Source { person: None, by },
        kind,
        text: Text::line(text),
        themes: Vec::new(),
        mentions: Vec::new(),
        re: None,
        unread: Vec::new(),
    }
}

/// A meeting in which each of those lines is another unit's suggestion, from C1 on, after those of other matters.
fn noted(texts: &[&str]) -> Held {
    let theme = |en: &str, zh: &str| Theme {
        name: Bilingual {
            en: Text::line(en),
            zh: Text::line(zh),
        },
        also: Vec::new(),
    };
    let themes = vec![
        theme("friendly cities", "友好城市"),
        theme("friendly villages", "友好村寨"),
    ];
    let mut held = Held::new(Agenda { themes, ..agenda() });
    let all = texts.iter().chain(&OTHERS);
    for (number, text) in (1..).zip(all) {
        note(
            &mut held,
            line(number, Kind::Suggestion, vec![unit(number)], text),
        );
    }
    held
}

fn note(held: &mut Held, line: Captured) {
    record(held, Noted::Captured(Box::new(line)).into());
}

fn record(held: &mut Held, event: crate::meeting::Event) {
    held.tell(0, Language::English, vec![event]);
}

/// The pairs that are shown, by number.
fn pairs(held: &Held) -> Vec<(u32, u32)> {
    let pairs = Agreement::of(&held.meeting).pairs(&held.meeting);
    pairs
        .iter()
        .map(|pair| (pair.first.0, pair.second.0))
        .collect()
}

const CAMP: [&str; 2] = [
    "Invite 30 students from friendly cities to a summer camp in Yunnan",
    "Summer visits for students of friendly cities",
];

#[test]
fn the_same_thought_in_other_words_is_found_in_either_language() {
    for (one, other) in [
        (CAMP[0], CAMP[1]),
        (
            "A trade day for small producers of the border counties",
            "Border trade days twice a year, with a day for young traders",
        ),
        (
            "Visits of students to the university",
            "Visits of students from abroad to our university",
        ),
        ("派讲师到友好院校授课", "友好院校之间互派讲师"),
        (
            "举办友好城市青年夏令营",
            "每年为友好城市青年举办一次夏令营活动",
        ),
        ("建设边境贸易服务平台", "搭建服务边境贸易的平台"),
        (
            "与 YUFE 合办 summer school",
            "Summer school 由 ＹＵＦＥ 承办",
        ),
    ] {
        assert_eq!(pairs(&noted(&[one, other])), [(1, 2)], "{one} / {other}");
    }
}

#[test]
fn what_is_about_the_same_theme_alone_is_not_alike() {
    for (one, other) in [
        (
            "Send lecturers to friendly universities",
            "A concert of friendly cities in Kunming",
        ),
        (
            "Friendly villages as partners of the plantations",
            "Routes that lead through villages, with guides",
        ),
        (
            "We will do what we can for all of them",
            "They should be what we all have for the year",
        ),
        (
            "邀请友好城市三十名青年学生来滇参加夏令营",
            "举办友好城市合唱音乐会",
        ),
        ("我们希望可以进行医疗合作", "我们希望可以进行文物展览"),
        ("宣传云南的区位优势", "引进国外的先进技术"),
    ] {
        assert_eq!(pairs(&noted(&[one, other])), [], "{one} / {other}");
    }
}

#[test]
fn what_both_say_is_shown_in_words() {
    let held = noted(&CAMP);
    let pairs = Agreement::of(&held.meeting).pairs(&held.meeting);
    let shared: Vec<&str> = pairs[0].shared.iter().map(Text::as_str).collect();
    assert_eq!(shared, ["students", "summer", "friendly", "cities"]);
    let held = noted(&["派讲师到友好院校授课", "友好院校之间互派讲师"]);
    let pairs = Agreement::of(&held.meeting).pairs(&held.meeting);
    let shared: Vec<&str> = pairs[0].shared.iter().map(Text::as_str).collect();
    assert_eq!(shared, ["友好院校", "派讲师"]);
}

#[test]
fn what_one_unit_says_twice_is_not_agreement() {
    let mut held = noted(&[]);
    note(
        &mut held,
        line(21, Kind::Suggestion, vec![unit(1)], CAMP[0]),
    );
    note(
        &mut held,
        line(22, Kind::Suggestion, vec![unit(1)], CAMP[1]),
    );
    note(
        &mut held,
        line(23, Kind::Suggestion, vec![unit(1), unit(2)], CAMP[0]),
    );
    assert_eq!(pairs(&held), []);
    note(
        &mut held,
        line(24, Kind::Suggestion, vec![unit(3)], CAMP[0]),
    );
    assert_eq!(pairs(&held), [(21, 24), (23, 24), (22, 24)]);
}

#[test]
fn remarks_replies_and_questions_are_not_taken_for_suggestions() {
    let mut held = noted(&[]);
    note(
        &mut held,
        line(21, Kind::Suggestion, vec![unit(1)], CAMP[0]),
    );
    note(&mut held, line(22, Kind::Remark, vec![unit(2)], CAMP[0]));
    note(&mut held, line(23, Kind::Question, vec![unit(3)], CAMP[0]));
    let reply = line(24, Kind::Suggestion, vec![unit(4)], CAMP[0]);
    note(
        &mut held,
        Captured {
            re: Some(id(21)),
            ..reply
        },
    );
    assert_eq!(pairs(&held), []);
    note(
        &mut held,
        line(
            25,
            Kind::Offer,
            vec![Who::Person(PersonId::from("du"))],
            CAMP[0],
        ),
    );
    assert_eq!(pairs(&held), [(21, 25)]);
}

#[test]
fn a_pair_that_was_judged_is_not_shown_again() {
    for verdict in [Likeness::Alike, Likeness::Different] {
        let mut held = noted(&CAMP);
        let (first, second) = (id(1), id(2));
        record(
            &mut held,
            Noted::Likened {
                first,
                second,
                verdict,
            }
            .into(),
        );
        assert_eq!(pairs(&held), []);
    }
}

#[test]
fn an_index_that_follows_is_as_one_made_anew() {
    let mut held = noted(&CAMP);
    let mut following = Agreement::of(&held.meeting);
    let text = Text::line("Lend a hall for rehearsals");
    let edited = Noted::Edited {
        id: id(2),
        text,
        themes: None,
        mentions: None,
    };
    let back = |seq| crate::meeting::Event::from(Undo::Undone { seq });
    let steps = [
        (edited.into(), vec![]),
        (back(15), vec![(1, 2)]),
        (
            Noted::Struck {
                id: id(1),
                reason: None,
            }
            .into(),
            vec![],
        ),
        (back(17), vec![(1, 2)]),
        (
            Noted::Merged {
                into: id(1),
                from: id(2),
            }
            .into(),
            vec![],
        ),
        (back(19), vec![(1, 2)]),
        (back(2), vec![]),
    ];
    for (event, expected) in steps {
        record(&mut held, event);
        following.follow(&held.meeting);
        assert_eq!(pairs(&held), expected);
        assert_eq!(
            following.pairs(&held.meeting),
            Agreement::of(&held.meeting).pairs(&held.meeting)
        );
    }
}

#[test]
fn lines_of_any_length_and_kind_are_taken_in() {
    let odd = [
        "x".repeat(10_000),
        "好".repeat(10_000),
        (0..5_000).fold(String::new(), |all, n| all + &format!("w{n} ")),
        "…，。！".to_owned(),
        "\u{200d}\u{301}\u{202e}".to_owned(),
        "👩‍👩‍👧".repeat(500),
        "a b c d e f".to_owned(),
        "1,000,000".to_owned(),
    ];
    let odd: Vec<&str> = odd.iter().map(String::as_str).collect();
    assert_eq!(pairs(&noted(&odd)), []);
}

#[test]
fn what_everybody_says_in_the_same_words_is_bounded() {
    let mut agreement = Agreement::default();
    let text = Text::line("Send lecturers to friendly universities");
    for number in 0..5_000 {
        agreement.take(id(number), &text);
    }
    let kept: usize = agreement.lines.values().map(|line| line.near.len()).sum();
    assert!(kept <= 5_000 * NEAREST);
    assert_eq!(agreement.nearest(&agreement.lines[&id(7)].pieces), []);
}
