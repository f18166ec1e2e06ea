//! Who speaks in a line of minutes: a name with or without titles around it, or the chair. Owns the words for titles.

use std::collections::HashSet;

use crate::names::fold;
use crate::text::{Text, is_han};

/// Whoever speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// The chair, without a name.
    Chair,
    /// Somebody.
    Named(Text),
}

/// A name is no longer, in characters.
const LONGEST: usize = 60;

const CHAIR: &[&str] = &[
    "主持人",
    "主持",
    "会议主持人",
    "主席",
    "会议主席",
    "执行主席",
    "chair",
    "the chair",
    "chairman",
    "chairwoman",
    "chairperson",
    "moderator",
];

/// What stands before or behind a Chinese name; longer ones first where one ends with another.
#[rustfmt::skip] // many in a line
const TITLES: &[&str] = &[
    "副董事长", "副秘书长", "副总经理", "副理事长", "副研究员", "副所长", "副主席", "副会长", "副校长", "副院长", "副部长", "副局长", "副厅长", "副市长",
    "副省长", "副处长", "副主任", "副书记", "副馆长", "副教授", "副总裁", "董事长", "理事长", "秘书长", "总经理", "研究员", "工程师", "委员长", "联络员",
    "主席", "会长", "校长", "院长", "部长", "局长", "厅长", "市长", "省长", "州长", "县长", "处长", "科长", "所长", "馆长", "行长", "社长", "台长", "团长",
    "组长", "主任", "书记", "教授", "博士", "老师", "医生", "律师", "经理", "总裁", "总监", "理事", "委员", "代表", "监事", "董事", "大使", "参赞", "先生",
    "女士", "小姐", "同志", "主持人",
];

/// What stands before an English name.
#[rustfmt::skip] // many in a line
const HONORIFICS: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "madam", "sir", "hon", "president", "vice", "deputy", "executive", "chair", "chairman",
    "chairwoman", "chairperson", "secretary", "general", "director", "managing", "rector", "dean", "minister", "ambassador", "mayor", "governor",
];

/// The first characters of most Chinese names.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆\
    汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛葛樊庞欧岳耿兰柳鲁毕聂焦殷";

/// Chinese words with a colon that begin a paragraph and are nobody's name.
const NO_NAMES: &[&str] = &[
    "高兴", "金额", "方案", "方法", "方式", "方面", "任务", "程序", "石油", "向前", "白天", "温度",
    "余下", "何时", "何地", "何人", "何事", "施工", "江苏", "高度", "高校", "高层", "金融", "武汉",
    "万一", "毕竟", "于是", "严格", "严重", "许多", "陈述", "黄金", "马上", "林业", "田间", "范围",
    "姓名", "张数",
];

/// What stands before the first colon, where it can be a speaker of a line that carries a time; and the text behind it.
#[must_use]
pub fn split(line: &str) -> Option<(&str, &str)> {
    let at = line.find([':', '：'])?;
    let (before, after) = line.split_at(at);
    let before = before.trim().trim_matches('*').trim();
    let text = after[after.chars().next().map_or(0, char::len_utf8)..].trim();
    let ends_a_sentence = |c: char| "。！？；!?;".contains(c);
    let is_name = before.starts_with(char::is_alphabetic)
        && before.chars().count() <= LONGEST
        && !before.contains(ends_a_sentence)
        && !text.starts_with("//");
    is_name.then(|| (before, text.trim_start_matches("**").trim_start()))
}

/// Who that is, without titles.
#[must_use]
pub fn of(written: &str) -> Speaker {
    let written = Text::line(written);
    let bare = written
        .as_str()
        .split(['(', '（', '[', '【', ',', '，'])
        .next()
        .map(str::trim)
        .filter(|bare| !bare.is_empty())
        .unwrap_or(written.as_str());
    if CHAIR.contains(&fold(bare).as_str()) {
        return Speaker::Chair;
    }
    let name = if bare.chars().any(is_han) {
        without_titles(bare)
    } else {
        without_honorifics(bare)
    };
    // A name is handed on in quotes.
    let name: String = name
        .chars()
        .filter(|c| !"\"＂“”「」『』".contains(*c))
        .collect();
    let name = Text::line(&name);
    if name.is_empty() {
        Speaker::Named(written)
    } else {
        Speaker::Named(name)
    }
}

/// Whether a line without a time begins with a speaker: one who has spoken, one with a title, or what looks like a name.
/// `首先：` and `Note:` are none.
#[must_use]
pub fn is_likely(written: &str, known: &HashSet<Text>) -> bool {
    let name = match of(written) {
        Speaker::Chair => return true,
        Speaker::Named(name) => name,
    };
    if known.contains(&name) {
        return true;
    }
    let text = name.as_str();
    if text.chars().any(is_han) {
        let length = text.chars().count();
        let is_short = (2..=4).contains(&length) && text.chars().all(is_han);
        let has_title = text.len() < written.trim().len();
        let is_surname = text.chars().next().is_some_and(|c| SURNAMES.contains(c));
        return is_short && (has_title || length <= 3 && is_surname && !NO_NAMES.contains(&text));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words
            .iter()
            .all(|word| word.chars().next().is_some_and(char::is_uppercase))
}

/// `严明副校长`, `云南财经大学副校长严明` and `严 明` are `严明`; what does not come down to a name stays whole.
fn without_titles(name: &str) -> String {
    let closed: String = name.split_whitespace().collect();
    let closed = if closed.chars().all(is_han) {
        closed
    } else {
        name.to_owned()
    };
    let is_name = |text: &str| (2..=4).contains(&text.chars().count());
    let mut before = closed.as_str();
    while let Some(shorter) = TITLES
        .iter()
        .find_map(|title| before.strip_suffix(title))
        .filter(|shorter| shorter.chars().count() >= 2)
    {
        before = shorter.trim_end_matches(['兼', '、']);
    }
    if before.len() < closed.len() && is_name(before) {
        return before.to_owned();
    }
    let last_title = TITLES
        .iter()
        .filter_map(|title| closed.rfind(title).map(|at| at + title.len()))
        .max();
    match last_title.map(|end| &closed[end..]) {
        Some(behind) if is_name(behind) && behind.chars().count() <= 3 => behind.to_owned(),
        _ => closed,
    }
}

/// `Vice President Yan Ming` and `Dr. Yan Ming` are `Yan Ming`.
fn without_honorifics(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_honorific = |word: &&&str| {
        let folded = fold(word.trim_end_matches('.'));
        folded.split('-').all(|part| HONORIFICS.contains(&part))
    };
    let before = words.iter().take_while(is_honorific).count();
    if before == words.len() {
        words.join(" ")
    } else {
        words[before..].join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(written: &str) -> String {
        match of(written) {
            Speaker::Chair => "the chair".to_owned(),
            Speaker::Named(name) => name.to_string(),
        }
    }

    #[test]
    fn a_name_is_told_from_its_titles() {
        for (written, name) in [
            ("严明", "严明"),
            ("严　明", "严明"),
            ("严明副校长", "严明"),
            ("严明副会长兼秘书长", "严明"),
            ("云南财经大学副校长严明", "严明"),
            ("严明（云南财经大学）", "严明"),
            ("严校长", "严校长"),
            ("欧阳修文教授", "欧阳修文"),
            ("让·雷诺", "让·雷诺"),
            ("Yan Ming", "Yan Ming"),
            ("Vice President Yan Ming", "Yan Ming"),
            ("Vice-President Yan Ming", "Yan Ming"),
            ("Dr. Yan Ming, Rector of YUFE", "Yan Ming"),
            ("Yan \"Ming\" Li", "Yan Ming Li"),
            ("President", "President"),
            ("主持人", "the chair"),
            ("主持人（王宇）", "the chair"),
            ("主持人王宇", "王宇"),
            ("Chairman", "the chair"),
        ] {
            assert_eq!(named(written), name, "{written}");
        }
    }

    #[test]
    fn what_stands_before_a_colon_is_not_always_a_speaker() {
        let known = HashSet::from([Text::line("李")]);
        for written in ["严明", "胡良波", "Yan Ming", "李", "尚小云教授", "主持人"] {
            assert!(is_likely(written, &known), "{written}");
        }
        for written in [
            "首先",
            "建议",
            "Note",
            "first",
            "方案",
            "the following units",
            "另外两点",
        ] {
            assert!(!is_likely(written, &known), "{written}");
        }
        assert_eq!(split("严明：建议：邀请"), Some(("严明", "建议：邀请")));
        assert_eq!(split("**Yan Ming:** text"), Some(("Yan Ming", "text")));
        assert_eq!(split("https://example.org"), None);
        assert_eq!(split("我们说完了。下面：继续"), None);
        assert_eq!(split(": text"), None);
    }
}
