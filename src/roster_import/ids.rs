//! Ids that a person can read and type: names in small letters, Chinese ones in pinyin, each only once.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::names::{romanised, syllables};
use crate::text::{Bilingual, is_han};

/// An id is no longer, but for the number behind it.
const LONGEST: usize = 40;
/// Units with longer Chinese names are called by the initials of their syllables.
const MOST_SYLLABLES: usize = 6;
/// Surnames of two characters.
const DOUBLE_SURNAMES: &[&str] = &[
    "欧阳", "司马", "上官", "诸葛", "东方", "尉迟", "夏侯", "皇甫", "令狐", "公孙", "慕容", "司徒",
    "长孙", "宇文", "轩辕", "端木", "南宫", "独孤",
];

/// The ids of one agenda: persons and units share them.
#[derive(Debug, Default)]
pub struct Ids {
    given: HashSet<String>,
    /// The number that the next one of a name gets.
    next: HashMap<String, usize>,
}

impl Ids {
    /// A person's: `yan-ming`.
    pub fn person(&mut self, name: &Bilingual) -> String {
        let chinese = of_person(name.zh.as_str());
        let id = latin(name.en.as_str()).or(chinese);
        self.once(id, "person")
    }

    /// A unit's: its short name where that is in letters, else its English one, else the Chinese in pinyin.
    pub fn unit(&mut self, name: &Bilingual, short: Option<&Bilingual>) -> String {
        let id = short
            .and_then(|short| latin(short.en.as_str()))
            .or_else(|| latin(name.en.as_str()))
            .or_else(|| of_unit(short.unwrap_or(name).zh.as_str()));
        self.once(id, "unit")
    }

    /// The id, with a number behind it where it is taken.
    fn once(&mut self, id: Option<String>, kind: &str) -> String {
        let id = id.unwrap_or_else(|| kind.to_owned());
        if self.given.insert(id.clone()) {
            return id;
        }
        let number = self.next.entry(id.clone()).or_insert(2);
        loop {
            let numbered = format!("{id}-{number}");
            *number += 1;
            if self.given.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

/// The surname, and the given name behind a dash.
fn of_person(name: &str) -> Option<String> {
    let characters: Vec<char> = name.chars().filter(|c| !c.is_whitespace()).collect();
    if !(2..=4).contains(&characters.len()) || !characters.iter().all(|c| is_han(*c)) {
        return of_characters(name);
    }
    let of_surname = if DOUBLE_SURNAMES
        .iter()
        .any(|double| name.starts_with(double))
    {
        2.min(characters.len() - 1)
    } else {
        1
    };
    let syllables = syllables(name);
    let (surname, given) = syllables.split_at_checked(of_surname)?;
    Some(format!("{}-{}", surname.concat(), given.concat()))
}

/// All syllables of a short name, the initials of a long one.
fn of_unit(name: &str) -> Option<String> {
    let [whole, initials] = romanised(name)?;
    let id = if name.chars().count() <= MOST_SYLLABLES {
        whole
    } else {
        initials
    };
    slug(&id)
}

fn of_characters(name: &str) -> Option<String> {
    let parts = name.split(|c: char| !c.is_alphanumeric());
    let written: Vec<String> = parts
        .map(|part| romanised(part).map_or_else(|| part.to_owned(), |[whole, _]| whole))
        .collect();
    slug(&written.join("-"))
}

/// A name that is not in Chinese characters.
fn latin(name: &str) -> Option<String> {
    if name.chars().any(is_han) {
        return None;
    }
    slug(name)
}

/// Small letters and digits without accents, in words parted by dashes; words that say nothing go where it gets long.
fn slug(name: &str) -> Option<String> {
    const SMALL: &[&str] = &["of", "and", "the", "for", "in"];
    let plain: String = name
        .nfd()
        .filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '’'))
        .flat_map(char::to_lowercase)
        .collect();
    let words = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !SMALL.contains(word));
    let mut slug = String::new();
    for word in words {
        if slug.chars().count() + word.chars().count() >= LONGEST && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(LONGEST));
    }
    (!slug.is_empty()).then_some(slug)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    fn both(en: &str, zh: &str) -> Bilingual {
        Bilingual {
            en: Text::line(en),
            zh: Text::line(zh),
        }
    }

    #[test]
    fn persons_are_called_by_surname_and_given_name() {
        for (name, id) in [
            ("严明", "yan-ming"),
            ("单晓明", "shan-xiaoming"),
            ("欧阳修文", "ouyang-xiuwen"),
            ("让·雷诺", "rang-leinuo"),
            ("Yan Ming", "yan-ming"),
            ("José O’Brien", "jose-obrien"),
            ("Иван Петров", "иван-петров"),
            ("!!!", "person"),
        ] {
            assert_eq!(Ids::default().person(&both(name, name)), id);
        }
        assert_eq!(
            Ids::default().person(&both("Simon Yan", "严明")),
            "simon-yan"
        );
    }

    #[test]
    fn units_are_called_as_short_as_can_be_read() {
        let unit = |name: &str, short: Option<&str>| {
            let short = short.map(|short| both(short, short));
            Ids::default().unit(&both(name, name), short.as_ref())
        };
        assert_eq!(unit("云南财经大学", None), "yunnancaijingdaxue");
        assert_eq!(unit("云南农垦集团有限责任公司", None), "ynnkjtyxzrgs");
        assert_eq!(
            unit("云南农垦集团有限责任公司", Some("云南农垦")),
            "yunnannongken"
        );
        assert_eq!(unit("云南财经大学", Some("YUFE")), "yufe");
        assert_eq!(
            unit("Yunnan University of Finance and Economics", None),
            "yunnan-university-finance-economics"
        );
    }

    #[test]
    fn an_id_is_given_once() {
        let mut ids = Ids::default();
        let name = both("严明", "严明");
        let given = [
            ids.person(&name),
            ids.person(&name),
            ids.unit(&both("Yan Ming", ""), None),
        ];
        assert_eq!(given, ["yan-ming", "yan-ming-2", "yan-ming-3"]);
    }
}
