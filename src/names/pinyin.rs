//! How a name is read in pinyin: every character's readings, and names that are written in pinyin already. Knows sounds, not people.

use pinyin::{Pinyin, ToPinyin, ToPinyinMulti};
use unicode_normalization::UnicodeNormalization;

use super::fold::{fold, words};
use crate::text::is_han;

/// How near a query is to a reading; nearer ones are smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// Every syllable whole, or every first letter, in the usual readings (of surnames: all of theirs).
    Usual,
    /// The same in any reading of the characters.
    AnyReading,
    /// Syllables cut short, some whole (`yanm`, `zhxm`).
    CutShort,
    /// The same, for the first syllables of the name only.
    Beginning,
}

/// A name as syllables, each with its readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading(Vec<Syllable>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Syllable {
    /// The readings of daily use come first.
    readings: Vec<String>,
    /// How many of them those are.
    usual: usize,
}

/// How that name can be read: once for Chinese characters; for letters once for each way they fall into syllables.
pub fn readings(name: &str) -> Vec<Reading> {
    let folded = fold(name);
    if folded.chars().any(is_han) {
        return vec![Reading(syllables_of_characters(&folded))];
    }
    let words = words(&folded);
    if words.is_empty() || words.len() > 4 {
        return Vec::new();
    }
    let mut ways: Vec<Vec<&str>> = vec![Vec::new()];
    for word in words {
        let word_ways = split_pinyin(word);
        ways = ways
            .iter()
            .flat_map(|way| {
                word_ways
                    .iter()
                    .map(move |more| [way.as_slice(), more.as_slice()].concat())
            })
            .take(MOST_WAYS)
            .collect();
    }
    let syllable = |written: &str| Syllable {
        readings: vec![written.to_owned()],
        usual: 1,
    };
    ways.into_iter()
        .map(|way| Reading(way.into_iter().map(syllable).collect()))
        .collect()
}

/// A query without what nobody types the same way: spaces, apostrophes, tones' letters.
pub fn query(folded: &str) -> Option<String> {
    let query: String = folded
        .chars()
        .filter(|c| !matches!(c, ' ' | '\'' | '-'))
        .map(|c| if c == 'ü' { 'v' } else { c })
        .collect();
    (!query.is_empty() && query.len() <= 80 && query.chars().all(|c| c.is_ascii_alphanumeric()))
        .then_some(query)
}

impl Reading {
    /// How many syllables it has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How near a query (of [`query`]) is to this reading.
    pub fn nearness(&self, query: &str) -> Option<Nearness> {
        if self.0.is_empty() {
            return None;
        }
        let usual = |syllable: &Syllable| syllable.usual;
        let all = |syllable: &Syllable| syllable.readings.len();
        if self.is_whole(query, usual) {
            Some(Nearness::Usual)
        } else if self.is_whole(query, all) {
            Some(Nearness::AnyReading)
        } else {
            self.cut_short(query)
        }
    }

    /// Whether the query is all syllables whole, or all first letters.
    fn is_whole(&self, query: &str, counted: impl Fn(&Syllable) -> usize) -> bool {
        let initials = query.len() == self.0.len()
            && self
                .0
                .iter()
                .zip(query.as_bytes())
                .all(|(syllable, letter)| {
                    syllable.readings[..counted(syllable)]
                        .iter()
                        .any(|r| r.as_bytes().first() == Some(letter))
                });
        if initials {
            return true;
        }
        let mut ends = vec![0];
        for syllable in &self.0 {
            ends = steps(
                &ends,
                |rest| {
                    let whole = |reading: &String| {
                        rest.starts_with(reading.as_str()).then_some(reading.len())
                    };
                    syllable.readings[..counted(syllable)]
                        .iter()
                        .filter_map(whole)
                        .collect()
                },
                query,
            );
        }
        ends.contains(&query.len())
    }

    /// Whether the query is the beginnings of the syllables, one after the other.
    fn cut_short(&self, query: &str) -> Option<Nearness> {
        let mut ends = vec![0];
        for (at, syllable) in self.0.iter().enumerate() {
            ends = steps(
                &ends,
                |rest| {
                    let common = |reading: &String| {
                        reading
                            .bytes()
                            .zip(rest.bytes())
                            .take_while(|(a, b)| a == b)
                            .count()
                    };
                    let longest = syllable.readings.iter().map(common).max().unwrap_or(0);
                    (1..=longest).collect()
                },
                query,
            );
            if ends.contains(&query.len()) {
                let is_last = at + 1 == self.0.len();
                return Some(if is_last {
                    Nearness::CutShort
                } else {
                    Nearness::Beginning
                });
            }
        }
        None
    }
}

/// From each place reached in the query, the places one syllable further.
fn steps(ends: &[usize], lengths: impl Fn(&str) -> Vec<usize>, query: &str) -> Vec<usize> {
    let mut next: Vec<usize> = ends
        .iter()
        .flat_map(|end| {
            lengths(&query[*end..])
                .into_iter()
                .map(move |length| end + length)
        })
        .collect();
    next.sort_unstable();
    next.dedup();
    next
}

fn syllables_of_characters(folded: &str) -> Vec<Syllable> {
    let mut syllables: Vec<Syllable> = Vec::new();
    for c in folded.chars() {
        if is_han(c) {
            let is_surname = syllables.is_empty();
            if let Some(syllable) = syllable_of(c, is_surname) {
                syllables.push(syllable);
            }
        } else if c.is_ascii_alphanumeric() {
            syllables.push(Syllable {
                readings: vec![c.to_string()],
                usual: 1,
            });
        }
    }
    syllables
}

fn syllable_of(c: char, is_surname: bool) -> Option<Syllable> {
    let mut readings: Vec<String> = vec![typed(c.to_pinyin()?)];
    if is_surname {
        SURNAMES
            .iter()
            .filter(|(characters, _)| characters.contains(c))
            .for_each(|(_, reading)| add(&mut readings, reading));
    }
    // Passports write 吕 LYU; input methods know it as lv.
    match readings[0].as_str() {
        "lv" => add(&mut readings, "lyu"),
        "nv" => add(&mut readings, "nyu"),
        _ => {}
    }
    let usual = readings.len();
    c.to_pinyin_multi()
        .into_iter()
        .flatten()
        .for_each(|reading| add(&mut readings, &typed(reading)));
    Some(Syllable { readings, usual })
}

/// A reading as input methods write it: in ASCII, `v` for `ü`.
fn typed(reading: Pinyin) -> String {
    let letters = reading
        .plain()
        .nfd()
        .collect::<String>()
        .replace("u\u{308}", "v");
    letters.chars().filter(char::is_ascii).collect()
}

fn add(readings: &mut Vec<String>, reading: &str) {
    if !readings.iter().any(|known| known == reading) {
        readings.push(reading.to_owned());
    }
}

/// The ways in which letters fall into syllables: `xian` is one and two. None where they do not.
fn split_pinyin(word: &str) -> Vec<Vec<&str>> {
    let mut whole = Vec::new();
    let mut begun: Vec<(usize, Vec<&str>)> = vec![(0, Vec::new())];
    while let Some((end, way)) = begun.pop() {
        if end == word.len() {
            whole.push(way);
            if whole.len() == MOST_WAYS {
                break;
            }
            continue;
        }
        if way.len() == MOST_SYLLABLES {
            continue;
        }
        for length in 1..=6 {
            if let Some(part) = word.get(end..end + length).filter(|part| is_syllable(part)) {
                let mut longer = way.clone();
                longer.push(part);
                begun.push((end + length, longer));
            }
        }
    }
    whole
}

/// Ways kept of one name; more would be no name.
const MOST_WAYS: usize = 8;
/// Syllables in one word of a person's name.
const MOST_SYLLABLES: usize = 4;

fn is_syllable(part: &str) -> bool {
    let initial = match part.as_bytes() {
        [b'z' | b'c' | b's', b'h', ..] => 2,
        [
            b'b' | b'p' | b'm' | b'f' | b'd' | b't' | b'n' | b'l' | b'g' | b'k' | b'h' | b'j'
            | b'q' | b'x' | b'r' | b'z' | b'c' | b's' | b'y' | b'w',
            ..,
        ] => 1,
        _ => 0,
    };
    let (initial, last) = part.split_at(initial);
    FINALS.iter().any(|(initials, finals)| {
        initials.split(' ').any(|known| known == initial)
            && finals.split(' ').any(|known| known == last)
    })
}

/// Which finals follow which initials (Hanyu Pinyin without tones). A little wider than the language, never narrower.
const FINALS: &[(&str, &str)] = &[
    ("", "a o e ai ei ao ou an en ang eng er"),
    (
        "b p m f",
        "a o ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    ),
    (
        "d t n l",
        "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing u uo ui uan un v ve yu",
    ),
    (
        "g k h",
        "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    ),
    ("j q x", "i ia ie iao iu ian in iang ing iong u ue uan un"),
    (
        "zh ch sh r z c s",
        "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    ),
    ("y", "a o e ao ou an ang ong i in ing u ue uan un"),
    ("w", "a o ai ei an en ang eng u"),
];

/// Surnames that are read otherwise than the word, with that reading.
const SURNAMES: &[(&str, &str)] = &[
    ("单", "shan"),
    ("曾", "zeng"),
    ("区", "ou"),
    ("查", "zha"),
    ("解", "xie"),
    ("仇", "qiu"),
    ("盖", "ge"),
    ("任", "ren"),
    ("朴", "piao"),
    ("繁", "po"),
    ("员", "yun"),
    ("乐", "yue"),
    ("覃", "qin"),
    ("覃", "tan"),
    ("冼洗", "xian"),
    ("种", "chong"),
    ("召", "shao"),
    ("黑", "he"),
    ("缪", "miao"),
    ("翟", "zhai"),
    ("翟", "di"),
    ("燕", "yan"),
    ("折", "she"),
    ("秘", "bi"),
    ("能", "nai"),
    ("宓", "fu"),
    ("宓", "mi"),
    ("祭", "zhai"),
    ("句", "gou"),
    ("郇", "xun"),
    ("郇", "huan"),
    ("隗", "wei"),
    ("隗", "kui"),
    ("谌", "chen"),
    ("谌", "shen"),
    ("柏", "bai"),
    ("柏", "bo"),
    ("牟", "mu"),
    ("牟", "mou"),
    ("贾", "jia"),
    ("盛", "sheng"),
    ("冯", "feng"),
    ("沈", "shen"),
    ("尉", "yu"),
    ("尉", "wei"),
    ("万", "mo"),
    ("万", "wan"),
    ("长", "zhang"),
    ("长", "chang"),
    ("令", "ling"),
    ("澹", "tan"),
    ("石", "shi"),
    ("叶", "ye"),
    ("褚", "chu"),
    ("车", "che"),
    ("费", "fei"),
    ("费", "bi"),
    ("郗", "xi"),
    ("郗", "chi"),
    ("呙", "guo"),
    ("那", "na"),
    ("么", "yao"),
    ("卜", "bu"),
    ("重", "chong"),
    ("适", "kuo"),
    ("逄", "pang"),
    ("厍", "she"),
    ("庹", "tuo"),
    ("幺", "yao"),
    ("乜", "nie"),
    ("洪", "hong"),
    ("哈", "ha"),
    ("阚", "kan"),
    ("应", "ying"),
    ("俞", "yu"),
    ("於", "yu"),
    ("车", "ju"),
    ("夏", "xia"),
    ("都", "du"),
    ("晁", "chao"),
    ("佴", "nai"),
    ("訾", "zi"),
    ("葛", "ge"),
    ("相", "xiang"),
    ("咸", "xian"),
    ("钻", "zuan"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn nearness(name: &str, typed: &str) -> Option<Nearness> {
        let query = query(&fold(typed))?;
        readings(name)
            .iter()
            .filter_map(|reading| reading.nearness(&query))
            .min()
    }

    #[test]
    fn a_name_is_known_by_its_pinyin_and_by_its_initials() {
        for (name, typed, near) in [
            ("王宇", "wangyu", Some(Nearness::Usual)),
            ("王宇", "wang yu", Some(Nearness::Usual)),
            ("王宇", "WY", Some(Nearness::Usual)),
            ("王宇", "wangy", Some(Nearness::CutShort)),
            ("张晓明", "zhxm", Some(Nearness::CutShort)),
            ("张晓明", "zhang", Some(Nearness::Beginning)),
            ("王宇", "ly", None),
            ("吕梁", "lvliang", Some(Nearness::Usual)),
            ("吕梁", "lüliang", Some(Nearness::Usual)),
            ("吕梁", "lyu liang", Some(Nearness::Usual)),
            ("Xu Sisi", "xss", Some(Nearness::Usual)),
            ("Xu Sisi", "xusisi", Some(Nearness::Usual)),
            ("Peng Shaoyun", "psy", Some(Nearness::Usual)),
            ("John Smith", "js", None),
            ("云南财经大学", "yncjdx", Some(Nearness::Usual)),
            ("中国银行", "zhongguoyinhang", Some(Nearness::AnyReading)),
        ] {
            assert_eq!(nearness(name, typed), near, "{name} {typed}");
        }
    }

    #[test]
    fn surnames_are_known_by_each_of_their_readings() {
        for (name, typed) in [
            ("单明", "shanming"),
            ("单明", "danming"),
            ("曾国", "zengguo"),
            ("区明", "ouming"),
            ("查明", "zhaming"),
            ("解明", "xieming"),
            ("仇明", "qiuming"),
            ("盖明", "geming"),
            ("任明", "renming"),
            ("朴明", "piaoming"),
            ("覃明", "qinming"),
            ("覃明", "tanming"),
        ] {
            assert_eq!(
                nearness(name, typed),
                Some(Nearness::Usual),
                "{name} {typed}"
            );
        }
    }

    #[test]
    fn letters_fall_into_syllables_in_every_way() {
        assert_eq!(split_pinyin("sisi"), [["si", "si"]]);
        assert_eq!(split_pinyin("xian").len(), 2);
        assert!(split_pinyin("smith").is_empty());
        assert!(split_pinyin("严").is_empty());
        assert!(split_pinyin(&"a".repeat(400)).is_empty());
    }
}
