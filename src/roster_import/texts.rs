//! Texts of rosters as an agenda has them: names without the spaces that stretch them, headings without their numbers.

use crate::text::{Text, is_han};

/// The words for a list that titles end with; longer ones first where one ends with another.
#[rustfmt::skip] // many in a line
const LISTS: &[&str] = &[
    "参会人员名单", "与会人员名单", "出席人员名单", "人员名单", "参会名单", "签到名单", "名单", "签到表", "签到册", "花名册", "一览表", "通讯录",
    "list of participants", "participant list", "list of members", "attendance list", "roster",
];

/// A short Chinese name without the spaces that stretch it: `严　明`. Two names in one cell stay two.
#[must_use]
pub fn closed_up(name: &Text) -> Text {
    let parts: Vec<&str> = name.as_str().split_whitespace().collect();
    let length: usize = parts.iter().map(|part| part.chars().count()).sum();
    let is_chinese = parts.iter().all(|part| part.chars().all(is_han));
    if is_chinese && (length <= 3 || length == parts.len()) {
        Text::line(&parts.concat())
    } else {
        name.clone()
    }
}

/// Given and family name as the language has them.
#[must_use]
pub fn joined(given: &Text, family: &Text) -> Text {
    let is_chinese = family.as_str().chars().all(is_han);
    Text::line(&if is_chinese {
        format!("{family}{given}")
    } else {
        format!("{given} {family}")
    })
}

/// A heading without the number in front of it: `一、`, `（二）`, `3.`.
#[must_use]
pub fn without_number(heading: &Text) -> Text {
    let text = heading.as_str();
    let Some((number, rest)) = text.split_once(['、', '.', '．', ')', '）']) else {
        return heading.clone();
    };
    let counts = |c: char| c.is_numeric() || "一二三四五六七八九十百（(".contains(c);
    if rest.trim().is_empty() || number.chars().count() > 4 || !number.chars().all(counts) {
        return heading.clone();
    }
    Text::line(rest)
}

/// The title of a list without the words for a list at its end: what is left is the meeting's.
#[must_use]
pub fn without_list_words(title: &Text) -> Text {
    let text = title.as_str();
    let list = LISTS.iter().find(|list| {
        let end = text.len().checked_sub(list.len());
        let end = end.and_then(|start| text.get(start..));
        end.is_some_and(|end| end.eq_ignore_ascii_case(list))
    });
    let length = text.len() - list.map_or(0, |list| list.len());
    let joint = ['-', '–', '—', ':', '：', '（', '(', ',', ' '];
    Text::line(text[..length].trim_end_matches(joint))
}

/// Whether it says anything in words.
#[must_use]
pub fn has_letter(text: &Text) -> bool {
    text.as_str().chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(shape: impl Fn(&Text) -> Text, text: &str) -> String {
        shape(&Text::line(text)).to_string()
    }

    #[test]
    fn a_chinese_name_is_closed_up_and_others_keep_their_spaces() {
        for (name, closed) in [
            ("严 明", "严明"),
            ("欧 阳 修 文", "欧阳修文"),
            ("欧阳 修", "欧阳修"),
            ("严明 胡良波", "严明 胡良波"),
            ("Yan Ming", "Yan Ming"),
            ("严 Ming", "严 Ming"),
        ] {
            assert_eq!(shaped(closed_up, name), closed);
        }
        let joined = |given, family| joined(&Text::line(given), &Text::line(family)).to_string();
        assert_eq!(joined("明", "严"), "严明");
        assert_eq!(joined("Ming", "Yan"), "Ming Yan");
    }

    #[test]
    fn headings_and_titles_lose_what_belongs_to_the_list() {
        for (heading, text) in [
            ("一、副会长单位", "副会长单位"),
            ("（二）特邀理事", "特邀理事"),
            ("3. Guests", "Guests"),
            ("2023 members", "2023 members"),
            ("Dr. Example", "Dr. Example"),
            ("一、", "一、"),
        ] {
            assert_eq!(shaped(without_number, heading), text);
        }
        for (title, text) in [
            ("理事工作交流会参会人员名单", "理事工作交流会"),
            ("Board meeting – List of participants", "Board meeting"),
            ("Board meeting", "Board meeting"),
            ("名单", ""),
        ] {
            assert_eq!(shaped(without_list_words, title), text);
        }
    }
}
