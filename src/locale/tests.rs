//! What a reader sees of numbers, times and lists, and that both files say the same things.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate};
use fluent_bundle::FluentResource;

use super::Locale;
use super::sentences::{Sentences, source};
use crate::text::{Arg, Bilingual, Language, Message, Text};

/// Each entry's id and the arguments that it uses, read off the text of a file.
fn entries(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut entries: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in source(language).lines() {
        if line.starts_with('#') {
            continue;
        }
        if let Some((id, _)) = line
            .split_once('=')
            .filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            id.trim().clone_into(&mut current);
            let fresh = entries.insert(current.clone(), BTreeSet::new()).is_none();
            assert!(fresh, "{current} stands twice in {}", language.tag());
        }
        for used in line.split('$').skip(1) {
            let name: String = used
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_')
                .collect();
            entries.entry(current.clone()).or_default().insert(name);
        }
    }
    entries
}

#[test]
fn both_languages_have_the_same_sentences_with_the_same_arguments() {
    let (english, chinese) = (entries(Language::English), entries(Language::Chinese));
    let only_english: Vec<_> = english
        .keys()
        .filter(|id| !chinese.contains_key(*id))
        .collect();
    let only_chinese: Vec<_> = chinese
        .keys()
        .filter(|id| !english.contains_key(*id))
        .collect();
    assert!(
        only_english.is_empty(),
        "missing in zh-CN.ftl: {only_english:?}"
    );
    assert!(
        only_chinese.is_empty(),
        "missing in en.ftl: {only_chinese:?}"
    );
    for (id, args) in &english {
        assert_eq!(args, &chinese[id], "{id} uses other arguments in zh-CN.ftl");
    }
}

#[test]
fn both_files_are_read_without_a_mistake() {
    for language in Language::ALL {
        if let Err((_, mistakes)) = FluentResource::try_new(source(language).to_owned()) {
            panic!("{}: {mistakes:?}", language.tag());
        }
    }
}

#[test]
fn every_sentence_of_a_file_can_be_said() {
    for language in Language::ALL {
        let sentences = Sentences::of(language);
        for id in entries(language).keys() {
            let said = sentences.format(id, &fluent_bundle::FluentArgs::new());
            assert!(said.is_some(), "{} in {}", id, language.tag());
        }
    }
}

#[test]
fn no_sentence_refers_to_another() {
    // Each is parsed alone: a reference would be said as its id.
    for language in Language::ALL {
        for (at, line) in source(language).lines().enumerate() {
            if line.starts_with('#') {
                continue;
            }
            for held in line.split('{').skip(1) {
                let first = held.trim_start().chars().next();
                assert!(
                    !first.is_some_and(|c| c == '-' || c.is_ascii_lowercase()),
                    "{}, line {}: {line}",
                    language.tag(),
                    at + 1
                );
            }
        }
    }
}

#[test]
fn every_sentence_that_the_code_names_is_there() {
    let english = entries(Language::English);
    let mut missing = BTreeSet::new();
    let mut folders = vec![std::path::PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src"
    ))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)
            .expect("src is a folder")
            .flatten()
        {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let code = std::fs::read_to_string(&path).expect("source is text");
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            for start in ["Message::new(\"", ".word(\""] {
                for named in code.split(start).skip(1) {
                    let id = named.split('"').next().unwrap_or_default();
                    if !english.contains_key(id) && !path.ends_with("locale/tests.rs") {
                        missing.insert(format!("{}: {id}", path.display()));
                    }
                }
            }
        }
    }
    assert!(
        missing.is_empty(),
        "not in the locale files:\n{}",
        missing.into_iter().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn a_missing_sentence_is_its_id_and_never_a_panic() {
    for language in Language::ALL {
        assert_eq!(
            Locale::new(language).say(&Message::new("no-such-sentence").with("n", 3_u32)),
            "no-such-sentence"
        );
    }
}

#[test]
fn times_and_days_are_written_as_the_language_does() {
    let (english, chinese) = (
        Locale::new(Language::English),
        Locale::new(Language::Chinese),
    );
    let moment = DateTime::parse_from_rfc3339("2023-12-29T14:05:07+08:00").expect("a moment");
    let day = NaiveDate::from_ymd_opt(2023, 8, 5).expect("a day");
    assert_eq!(english.write(&Arg::Seconds(65)), "1:05");
    assert_eq!(english.write(&Arg::Seconds(-3725)), "-1:02:05");
    assert_eq!(english.write(&Arg::Clock(moment)), "14:05");
    assert_eq!(english.write(&Arg::Moment(moment)), "2023-12-29 14:05");
    assert_eq!(chinese.write(&Arg::Moment(moment)), "2023年12月29日 14:05");
    assert_eq!(english.write(&Arg::Date(day)), "2023-08-05");
    assert_eq!(chinese.write(&Arg::Date(day)), "2023年8月5日");
}

#[test]
fn lists_are_joined_as_the_language_does() {
    let list = |names: &[&str]| Arg::List(names.iter().map(|name| Arg::from(*name)).collect());
    let (english, chinese) = (
        Locale::new(Language::English),
        Locale::new(Language::Chinese),
    );
    assert_eq!(english.write(&list(&[])), "");
    assert_eq!(english.write(&list(&["a"])), "a");
    assert_eq!(english.write(&list(&["a", "b"])), "a and b");
    assert_eq!(english.write(&list(&["a", "b", "c"])), "a, b and c");
    assert_eq!(chinese.write(&list(&["甲", "乙", "丙"])), "甲、乙、丙");
}

#[test]
fn a_text_in_both_languages_is_said_in_the_readers() {
    let both = Arg::Both(Bilingual {
        en: Text::line("Kunming"),
        zh: Text::line("昆明"),
    });
    assert_eq!(Locale::new(Language::English).write(&both), "Kunming");
    assert_eq!(Locale::new(Language::Chinese).write(&both), "昆明");
}

#[test]
fn the_agendas_own_words_are_filled_with_the_data_they_name() {
    let words = Message::new("text-filled")
        .with("next", "Hu Liangbo")
        .with("text", "Please, { next }: {what}, {");
    assert_eq!(
        Locale::new(Language::English).say(&words),
        "Please, Hu Liangbo: {what}, {"
    );
}

#[test]
fn a_name_that_ends_in_a_full_stop_gets_no_second_one() {
    let held = Message::new("telling-left")
        .with("person", "Wang of Tea Co., Ltd.")
        .with("since", Message::new("text-nothing"));
    assert_eq!(
        Locale::new(Language::English).say(&held),
        "Left: Wang of Tea Co., Ltd."
    );
    assert_eq!(
        super::write::one_stop("and so on... a.b.."),
        "and so on... a.b."
    );
}

#[test]
fn latin_names_that_meet_in_chinese_are_parted() {
    let introduced = |title: &str, name: &str| {
        let message = Message::new("telling-person-title")
            .with("title", title)
            .with("name", name);
        Locale::new(Language::Chinese).say(&message)
    };
    assert_eq!(
        introduced("Section Head", "Sun Hao"),
        "Section Head Sun Hao"
    );
    assert_eq!(introduced("副校长", "严明"), "副校长严明");
    assert_eq!(introduced("副校长", "Yan Ming"), "副校长Yan Ming");
}
