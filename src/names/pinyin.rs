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
        // Whatever is whole is also a run of beginnings, and most names are neither.
        let cut_short = self.cut_short(query)?;
        let usual = |syllable: &Syllable| syllable.usual;
        let all = |syllable: &Syllable| syllable.readings.len();
        if self.is_whole(query, usual) {
            Some(Nearness::Usual)
        } else if self.is_whole(query, all) {
            Some(Nearness::AnyReading)
        } else {
            Some(cut_short)
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
        let mut ends = Places::START;
        for syllable in &self.0 {
            let readings = &syllable.readings[..counted(syllable)];
            ends = ends.further(query, |rest| {
                let whole = readings
                    .iter()
                    .filter(|reading| rest.starts_with(reading.as_str()));
                whole.fold(Places::NONE, |places, reading| places.with(reading.len()))
            });
            if ends == Places::NONE {
                return false;
            }
        }
        ends.has(query.len())
    }

    /// Whether the query is the beginnings of the syllables, one after the other.
    fn cut_short(&self, query: &str) -> Option<Nearness> {
        let mut ends = Places::START;
        for (at, syllable) in self.0.iter().enumerate() {
            ends = ends.further(query, |rest| {
                let common = |reading: &String| {
                    reading
                        .bytes()
                        .zip(rest.bytes())
                        .take_while(|(a, b)| a == b)
                        .count()
                };
                let longest = syllable.readings.iter().map(common).max().unwrap_or(0);
                (1..=longest).fold(Places::NONE, Places::with)
            });
            if ends == Places::NONE {
                return None;
            }
            if ends.has(query.len()) {
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

/// Places in a query, one bit each: queries are shorter than 128 letters, and nothing is stored for a look-up.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Places(u128);

impl Places {
    const NONE: Self = Self(0);
    const START: Self = Self(1);

    fn with(self, place: usize) -> Self {
        Self(self.0 | 1 << place.min(127))
    }

    fn has(self, place: usize) -> bool {
        place < 128 && self.0 & 1 << place != 0
    }

    /// From each place, the places reached with one of those lengths.
    fn further(self, query: &str, lengths: impl Fn(&str) -> Self) -> Self {
        let mut reached = 0;
        let mut from = self.0;
        while from != 0 {
            let place = from.trailing_zeros();
            from &= from - 1;
            let rest = query.get(place as usize..).unwrap_or("");
            reached |= lengths(rest).0.checked_shl(place).unwrap_or(0);
        }
        Self(reached)
    }
}

/// A text with Chinese characters in pinyin, as it is typed without tones: whole, and in initials. None where there are no
/// such characters.
#[must_use]
pub fn romanised(text: &str) -> Option<[String; 2]> {
    let folded = fold(text);
    if !folded.chars().any(is_han) {
        return None;
    }
    let syllables = syllables_of_characters(&folded);
    let usual = || {
        syllables
            .iter()
            .filter_map(|syllable| syllable.readings.first())
    };
    let initials = usual().filter_map(|reading| reading.chars().next());
    Some([usual().map(String::as_str).collect(), initials.collect()])
}

/// The syllables of a person's name in Chinese characters as it is written in letters: without tones, the surname read as
/// a surname is. Other letters and digits stand for themselves.
#[must_use]
pub fn syllables(name: &str) -> Vec<String> {
    let mut syllables = Vec::new();
    for c in fold(name).chars() {
        let usual = c.to_pinyin().map(typed);
        let read = match usual {
            Some(usual) if syllables.is_empty() => Some(as_surname(c, usual)),
            Some(usual) => Some(usual),
            None => c.is_ascii_alphanumeric().then(|| c.to_string()),
        };
        syllables.extend(read);
    }
    syllables
}

fn as_surname(c: char, usual: String) -> String {
    let mut readings = SURNAMES
        .iter()
        .filter(|(characters, _)| characters.contains(c))
        .map(|(_, reading)| *reading);
    if readings.clone().any(|reading| reading == usual) {
        usual
    } else {
        readings.next().map_or(usual, str::to_owned)
    }
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
    SYLLABLES.binary_search(&part).is_ok()
}

/// The syllables of Hanyu Pinyin without tones, in alphabetical order; `v` for `ü`, and as passports write it.
#[rustfmt::skip] // one in a line would be four hundred lines
const SYLLABLES: &[&str] = &[
    "a", "ai", "an", "ang", "ao", "ba", "bai", "ban", "bang", "bao", "bei", "ben", "beng", "bi", "bian", "biang",
    "biao", "bie", "bin", "bing", "bo", "bong", "bu", "ca", "cai", "can", "cang", "cao", "ce", "cei", "cen", "ceng",
    "cha", "chai", "chan", "chang", "chao", "che", "chen", "cheng", "chi", "chong", "chou", "chu", "chua", "chuai",
    "chuan", "chuang", "chui", "chun", "chuo", "ci", "cong", "cou", "cu", "cuan", "cui", "cun", "cuo", "da", "dai",
    "dan", "dang", "dao", "de", "dei", "den", "deng", "di", "dia", "dian", "diao", "die", "din", "ding", "diu",
    "dong", "dou", "du", "duan", "dui", "dun", "duo", "e", "ei", "en", "eng", "er", "fa", "fan", "fang", "fei",
    "fen", "feng", "fiao", "fo", "fou", "fu", "ga", "gai", "gan", "gang", "gao", "ge", "gei", "gen", "geng", "gong",
    "gou", "gu", "gua", "guai", "guan", "guang", "gui", "gun", "guo", "ha", "hai", "han", "hang", "hao", "he", "hei",
    "hen", "heng", "hong", "hou", "hu", "hua", "huai", "huan", "huang", "hui", "hun", "huo", "ji", "jia", "jian",
    "jiang", "jiao", "jie", "jin", "jing", "jiong", "jiu", "ju", "juan", "jue", "jun", "ka", "kai", "kan", "kang",
    "kao", "ke", "kei", "ken", "keng", "kong", "kou", "ku", "kua", "kuai", "kuan", "kuang", "kui", "kun", "kuo",
    "la", "lai", "lan", "lang", "lao", "le", "lei", "len", "leng", "li", "lia", "lian", "liang", "liao", "lie",
    "lin", "ling", "liu", "lo", "long", "lou", "lu", "luan", "lun", "luo", "lv", "lve", "lyu", "lyue", "ma", "mai",
    "man", "mang", "mao", "me", "mei", "men", "meng", "mi", "mian", "miao", "mie", "min", "ming", "miu", "mo", "mou",
    "mu", "na", "nai", "nan", "nang", "nao", "ne", "nei", "nen", "neng", "ni", "nia", "nian", "niang", "niao", "nie",
    "nin", "ning", "niu", "nong", "nou", "nu", "nuan", "nun", "nuo", "nv", "nve", "nyu", "nyue", "ou", "pa", "pai",
    "pan", "pang", "pao", "pei", "pen", "peng", "pi", "pian", "piao", "pie", "pin", "ping", "po", "pou", "pu", "qi",
    "qia", "qian", "qiang", "qiao", "qie", "qin", "qing", "qiong", "qiu", "qu", "quan", "que", "qun", "ran", "rang",
    "rao", "re", "ren", "reng", "ri", "rong", "rou", "ru", "rua", "ruan", "rui", "run", "ruo", "sa", "sai", "san",
    "sang", "sao", "se", "sen", "seng", "sha", "shai", "shan", "shang", "shao", "she", "shei", "shen", "sheng",
    "shi", "shou", "shu", "shua", "shuai", "shuan", "shuang", "shui", "shun", "shuo", "si", "song", "sou", "su",
    "suan", "sui", "sun", "suo", "ta", "tai", "tan", "tang", "tao", "te", "tei", "teng", "ti", "tian", "tiao", "tie",
    "ting", "tong", "tou", "tu", "tuan", "tui", "tun", "tuo", "wa", "wai", "wan", "wang", "wei", "wen", "weng", "wo",
    "wong", "wu", "xi", "xia", "xian", "xiang", "xiao", "xie", "xin", "xing", "xiong", "xiu", "xu", "xuan", "xue",
    "xun", "ya", "yan", "yang", "yao", "ye", "yi", "yin", "ying", "yo", "yong", "you", "yu", "yuan", "yue", "yun",
    "za", "zai", "zan", "zang", "zao", "ze", "zei", "zen", "zeng", "zha", "zhai", "zhan", "zhang", "zhao", "zhe",
    "zhei", "zhen", "zheng", "zhi", "zhong", "zhou", "zhu", "zhua", "zhuai", "zhuan", "zhuang", "zhui", "zhun",
    "zhuo", "zi", "zong", "zou", "zu", "zuan", "zui", "zun", "zuo",
];

/// Surnames that are read otherwise than the word, with that reading.
#[rustfmt::skip] // pairs, many in a line
const SURNAMES: &[(&str, &str)] = &[
    ("柏", "bai"), ("秘费", "bi"), ("柏", "bo"), ("卜", "bu"), ("长", "chang"), ("晁", "chao"), ("车", "che"),
    ("谌", "chen"), ("郗", "chi"), ("种重", "chong"), ("褚", "chu"), ("翟", "di"), ("都", "du"), ("费", "fei"),
    ("冯", "feng"), ("宓", "fu"), ("盖葛", "ge"), ("句", "gou"), ("呙", "guo"), ("哈", "ha"), ("黑", "he"),
    ("洪", "hong"), ("郇", "huan"), ("贾", "jia"), ("车", "ju"), ("阚", "kan"), ("隗", "kui"), ("适", "kuo"),
    ("令", "ling"), ("宓", "mi"), ("缪", "miao"), ("万", "mo"), ("牟", "mou"), ("牟", "mu"), ("那", "na"),
    ("能佴", "nai"), ("乜", "nie"), ("区", "ou"), ("逄", "pang"), ("朴", "piao"), ("繁", "po"), ("覃", "qin"),
    ("仇", "qiu"), ("任", "ren"), ("单", "shan"), ("召", "shao"), ("折厍", "she"), ("谌沈", "shen"), ("盛", "sheng"),
    ("石", "shi"), ("覃澹", "tan"), ("庹", "tuo"), ("万", "wan"), ("隗尉", "wei"), ("郗", "xi"), ("夏", "xia"),
    ("冼洗咸", "xian"), ("相", "xiang"), ("解", "xie"), ("郇", "xun"), ("燕", "yan"), ("么幺", "yao"), ("叶", "ye"),
    ("应", "ying"), ("尉俞於", "yu"), ("乐", "yue"), ("员", "yun"), ("曾", "zeng"), ("查", "zha"), ("翟祭", "zhai"),
    ("长", "zhang"), ("訾", "zi"), ("钻", "zuan"),
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
    fn a_surname_is_written_as_it_is_read() {
        for (name, written) in [
            ("严明", "yan ming"),
            ("单明", "shan ming"),
            ("曾国", "zeng guo"),
            ("车晓", "che xiao"),
            ("万里", "wan li"),
            ("王　宇", "wang yu"),
        ] {
            assert_eq!(syllables(name).join(" "), written);
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
