//! Whom names mean, on a roster like that of the seed meetings.

use super::*;
use crate::agenda::{Capacity, Example};

fn both(en: &str, zh: &str) -> Bilingual {
    Bilingual {
        en: Text::line(en),
        zh: Text::line(zh),
    }
}

fn person(id: &str, en: &str, zh: &str) -> Person {
    Person {
        id: id.into(),
        name: both(en, zh),
        title: None,
        office: None,
        address: None,
        unit: None,
        group: None,
        capacity: Capacity::Member,
        votes: true,
        example: Example::None,
    }
}

fn unit(id: &str, en: &str, zh: &str, short: Option<&str>) -> Unit {
    Unit {
        id: id.into(),
        name: both(en, zh),
        short: short.map(Bilingual::from),
        group: None,
        budget: None,
        example: Example::None,
    }
}

fn council() -> Names {
    let persons = [
        person("wang-yu", "Wang Yu", "王宇"),
        person("xu-sisi", "Xu Sisi", "徐思思"),
        person("yan-ming", "Yan Ming", "严明"),
        person("hu-liangbo", "Hu Liangbo", "胡良波"),
        person("du-haitao", "Du Haitao", "杜海涛"),
        person("luo-jiang", "Luo Jiang", "Luo Jiang"),
        person("wang-ying", "Wang Ying", "王莹"),
        person("ou", "区明", "区明"),
    ];
    let units = [
        unit(
            "yufe",
            "Yunnan University of Finance and Economics",
            "云南财经大学",
            Some("YUFE"),
        ),
        unit(
            "farm",
            "Yunnan Agricultural Reclamation Group Co., Ltd.",
            "云南农垦集团有限责任公司",
            None,
        ),
    ];
    Names::of(&persons, &units)
}

fn one(id: &str) -> String {
    id.to_owned()
}

fn told(found: &Match) -> String {
    match found {
        Match::One(who) => one(id_of(who)),
        Match::Several(several) => several.iter().map(id_of).collect::<Vec<_>>().join(" or "),
        Match::None => "nobody".to_owned(),
    }
}

#[test]
fn the_first_rank_with_a_match_decides() {
    let names = council();
    for (name, whom) in [
        ("yan-ming", "yan-ming"),
        ("YAN-MING", "yan-ming"),
        ("Yan Ming", "yan-ming"),
        ("ｙａｎ　ｍｉｎｇ", "yan-ming"),
        ("严明", "yan-ming"),
        ("严　明", "yan-ming"),
        ("yufe", "yufe"),
        ("云南财经大学", "yufe"),
        ("yan", "yan-ming"),
        ("Wang", "wang-yu or wang-ying"),
        ("王", "wang-yu or wang-ying"),
        ("Wang Yu", "wang-yu"),
        ("w yu", "wang-yu"),
        ("Finance and Econ", "yufe"),
        ("Agricultural Rec", "farm"),
        ("xss", "xu-sisi"),
        ("ym", "yan-ming"),
        ("wy", "wang-yu or wang-ying"),
        ("wangyu", "wang-yu"),
        ("ouming", "ou"),
        ("lj", "luo-jiang"),
        ("hulb", "hu-liangbo"),
        ("财经", "yufe"),
        ("aitao", "du-haitao"),
        ("Yunnan", "yufe or farm"),
        ("zhang san", "nobody"),
        ("", "nobody"),
        ("  ", "nobody"),
    ] {
        assert_eq!(told(&names.find(name)), whom, "{name}");
    }
}

#[test]
fn a_name_is_the_longest_leading_run_of_words_that_means_somebody() {
    let names = council();
    for (text, whom, name, rest) in [
        (
            "Yan Ming reply to the university",
            "yan-ming",
            "Yan Ming",
            "reply to the university",
        ),
        ("yan reply", "yan-ming", "yan", "reply"),
        ("xss 补充一点", "xu-sisi", "xss", "补充一点"),
        ("严明补充一点", "yan-ming", "严明", "补充一点"),
        ("Wang Yu, Hu Liangbo", "wang-yu", "Wang Yu", ", Hu Liangbo"),
        (
            "Yunnan Agricultural Reclamation Group Co., Ltd. sends lecturers",
            "farm",
            "Yunnan Agricultural Reclamation Group Co., Ltd.",
            "sends lecturers",
        ),
        ("\"Yan Ming\" online", "yan-ming", "Yan Ming", "online"),
        ("“严明” 线上", "yan-ming", "严明", "线上"),
        ("「王宇」：好", "wang-yu", "王宇", "：好"),
        ("wang at 14:10", "wang-yu or wang-ying", "wang", "at 14:10"),
        ("云南财经大学：起草", "yufe", "云南财经大学", "：起草"),
        ("Zhang San, Li Si", "nobody", "Zhang San", ", Li Si"),
        ("", "nobody", "", ""),
    ] {
        let taken = names.take_longest(text);
        assert_eq!(
            (told(&taken.found).as_str(), taken.name, taken.rest),
            (whom, name, rest),
            "{text}"
        );
    }
}

#[test]
fn a_list_is_parted_by_commas_of_either_script() {
    let names = council();
    let (list, rest) = names.take_list("Yan Ming, 胡良波、xss，Zhang San");
    let told: Vec<String> = list.iter().map(|taken| told(&taken.found)).collect();
    assert_eq!(told, ["yan-ming", "hu-liangbo", "xu-sisi", "nobody"]);
    assert_eq!((list[3].name, rest), ("Zhang San", ""));
    let (list, rest) = names.take_list("Wang Yu, du at 14:10");
    assert_eq!((list.len(), rest), (2, "at 14:10"));
}

#[test]
fn a_tag_is_the_longest_known_name_else_it_ends_at_space_or_punctuation() {
    let names = council();
    for (text, whom, name, rest) in [
        ("Yan Ming agrees", "yan-ming", "Yan Ming", " agrees"),
        ("yufe, and", "yufe", "yufe", ", and"),
        (
            "云南财经大学建议扩大招生",
            "yufe",
            "云南财经大学",
            "建议扩大招生",
        ),
        ("xss建议", "xu-sisi", "xss", "建议"),
        ("nobody here", "nobody", "nobody", " here"),
        ("wang 好", "wang-yu or wang-ying", "wang", " 好"),
        ("", "nobody", "", ""),
        ("，好", "nobody", "", "，好"),
    ] {
        let tag = names.take_tag(text);
        assert_eq!(
            (told(&tag.found).as_str(), tag.name, tag.rest),
            (whom, name, rest),
            "{text}"
        );
    }
}

#[test]
fn completions_come_nearest_first() {
    let names = council();
    let ids = |beginning: &str| {
        names
            .complete(beginning, 3)
            .iter()
            .map(|who| one(id_of(who)))
            .collect::<Vec<_>>()
    };
    assert_eq!(ids("yan"), ["yan-ming"]);
    assert_eq!(ids("yu"), ["yufe", "farm", "wang-yu"]);
    assert_eq!(ids("w"), ["wang-yu", "wang-ying"]);
    assert_eq!(ids("").len(), 3);
    assert!(ids("qqq").is_empty());
}

#[test]
fn a_name_that_nobody_has_brings_the_nearest_and_an_ambiguous_one_its_candidates() {
    let names = council();
    let id = |name: &str| {
        names
            .problem(name, &names.find(name))
            .map(|message| message.id)
    };
    assert_eq!(id("Yan Ming"), None);
    assert_eq!(id("Yan Minh"), Some("names-unknown-near"));
    assert_eq!(id("Zebulon"), Some("names-unknown"));
    assert_eq!(id("Wang"), Some("names-ambiguous"));
    assert_eq!(
        names.nearest("Hu Lianbgo"),
        Some(Who::Person("hu-liangbo".into()))
    );
}

static COUNCIL: std::sync::LazyLock<Names> = std::sync::LazyLock::new(council);

proptest::proptest! {
    #[test]
    fn no_text_makes_looking_up_panic(text in "\\PC{0,40}") {
        let names = &*COUNCIL;
        let taken = names.take_longest(&text);
        proptest::prop_assert!(text.contains(taken.rest));
        let tag = names.take_tag(&text);
        proptest::prop_assert_eq!(format!("{}{}", tag.name, tag.rest), text.clone());
        let _ = (names.take_list(&text), names.complete(&text, 5), names.nearest(&text));
    }
}
