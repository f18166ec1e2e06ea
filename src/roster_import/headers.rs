//! What the header of a column says: the words that rosters have for it, in English and Chinese, and the language it names.
//!
//! A header is compared without its case, spaces, marks and what stands in brackets; a Chinese one may have more before its
//! word (`参会人员姓名`). Looks at one header; what becomes of several that say the same is [`columns`](super::columns)'s.

use crate::names::fold;
use crate::text::{Language, Message, is_han};

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The name.
    Name,
    /// The name without the family's.
    Given,
    /// The family's name.
    Family,
    /// The unit.
    Unit,
    /// The unit's short name.
    Short,
    /// The title in the own unit.
    Title,
    /// The office in the association.
    Office,
    /// What the cue says.
    Address,
    /// The group.
    Group,
    /// In what function they attend.
    Capacity,
    /// Whether they vote.
    Votes,
}

impl Field {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> Message {
        Message::new(match self {
            Self::Name => "import-field-name",
            Self::Given => "import-field-given",
            Self::Family => "import-field-family",
            Self::Unit => "import-field-unit",
            Self::Short => "import-field-short",
            Self::Title => "import-field-title",
            Self::Office => "import-field-office",
            Self::Address => "import-field-address",
            Self::Group => "import-field-group",
            Self::Capacity => "import-field-capacity",
            Self::Votes => "import-field-votes",
        })
    }

    /// Whether it is the same in every language.
    #[must_use]
    pub const fn is_one_text(self) -> bool {
        match self {
            Self::Group | Self::Capacity | Self::Votes => true,
            Self::Name
            | Self::Given
            | Self::Family
            | Self::Unit
            | Self::Short
            | Self::Title
            | Self::Office
            | Self::Address => false,
        }
    }
}

/// What a header says.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// What the column is for.
    pub field: Field,
    /// The language that it names, else that it is written in.
    pub language: Language,
    /// Whether it names the language.
    pub is_marked: bool,
    /// How usual its word is; the most usual one is 0.
    pub rank: usize,
}

/// What that header says; nothing where no word for anything on a roster stands in it.
#[must_use]
pub fn of(header: &str) -> Option<Said> {
    let key = key(header);
    let (mark, rest) = language_of(&key);
    let (field, rank) = known(&key)
        .or_else(|| known(&rest))
        .or_else(|| halves(&key).iter().find_map(|half| known(half)))?;
    let written_in = if key.chars().any(is_han) {
        Language::Chinese
    } else {
        Language::English
    };
    // `中文名` is a name, not a given one.
    let field = match field {
        Field::Given if mark.is_some() && rest == "名" => Field::Name,
        field => field,
    };
    Some(Said {
        field,
        language: mark.unwrap_or(written_in),
        is_marked: mark.is_some(),
        rank,
    })
}

/// The words for each, as they are compared; the most usual one first.
#[rustfmt::skip] // many in a line
const WORDS: &[(Field, &[&str])] = &[
    (Field::Name, &[
        "姓名", "名字", "人员姓名", "参会人姓名", "代表姓名", "英文名", "英文姓名", "外文名", "拼音", "姓名拼音", "参会人员", "参会人", "与会人员",
        "出席人员", "人员", "人名", "name", "full name", "names", "participant name", "person", "participant", "attendee", "delegate",
        "representative", "member name", "member",
    ]),
    (Field::Given, &["given name", "given names", "first name", "forename", "forenames", "firstname", "名"]),
    (Field::Family, &["family name", "last name", "surname", "lastname", "姓", "姓氏"]),
    (Field::Unit, &[
        "单位", "工作单位", "单位名称", "所在单位", "单位全称", "所属单位", "会员单位", "理事单位", "代表单位", "机构", "机构名称", "企业", "企业名称",
        "公司", "公司名称", "学校", "组织", "组织名称", "unit", "organisation", "organization", "member unit", "unit name", "company",
        "institution", "affiliation", "employer", "body", "university", "organisation name", "organization name", "company name",
        "agency", "firm", "org",
    ]),
    (Field::Short, &[
        "简称", "单位简称", "缩写", "short", "short name", "abbreviation", "acronym", "abbr", "unit short name",
    ]),
    (Field::Title, &[
        "职务", "单位职务", "行政职务", "现任职务", "工作职务", "职位", "岗位", "头衔", "单位及职务", "工作单位及职务", "职称", "title", "position",
        "job title", "position title", "post", "function", "designation", "title position", "job",
    ]),
    (Field::Office, &[
        "协会职务", "会内职务", "本会职务", "理事会职务", "学会职务", "商会职务", "会中职务", "协会任职", "会内任职", "office", "association office",
        "office in the association", "office held", "council office", "board position",
    ]),
    (Field::Address, &[
        "称呼", "称谓", "尊称", "form of address", "addressed as", "salutation", "called", "address",
    ]),
    (Field::Group, &[
        "分组", "组别", "小组", "类别", "分类", "界别", "代表团", "组", "group", "category", "delegation", "section", "class",
    ]),
    (Field::Capacity, &[
        "参会身份", "会议身份", "出席身份", "身份", "参会类型", "参会类别", "会议角色", "角色", "capacity", "attends as", "role",
        "attendance type",
    ]),
    (Field::Votes, &[
        "表决权", "有无表决权", "是否有表决权", "是否表决", "投票权", "votes", "vote", "voting", "voting right", "voting rights",
        "entitled to vote", "can vote", "right to vote",
    ]),
];

/// Marks of the language that a column is in.
const MARKS: &[(&str, Language)] = &[
    ("英文", Language::English),
    ("英语", Language::English),
    ("外文", Language::English),
    ("拼音", Language::English),
    ("中文", Language::Chinese),
    ("汉语", Language::Chinese),
    ("english", Language::English),
    ("pinyin", Language::English),
    ("chinese", Language::Chinese),
    ("en", Language::English),
    ("eng", Language::English),
    ("zh", Language::Chinese),
    ("cn", Language::Chinese),
];

/// Headers that only end with a known word come behind all that are one.
const ENDS_WITH: usize = 1_000;

/// A header as it is compared: small letters, words parted by one space, without marks and without what stands in brackets,
/// unless that is a language: `Name (English)`.
fn key(header: &str) -> String {
    let folded = fold(header)
        .replace(['[', '【'], "(")
        .replace([']', '】'], ")");
    let (before, rest) = folded.split_once('(').unwrap_or((&folded, ""));
    let (inside, after) = rest.split_once(')').unwrap_or((rest, ""));
    let says_language = MARKS.iter().any(|(mark, _)| *mark == inside.trim());
    let kept = if says_language {
        format!("{before} {after} {inside}")
    } else {
        format!("{before} {after}")
    };
    let words = kept
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' });
    fold(&words.collect::<String>()).trim_end().to_owned()
}

/// The language that a header names, and the header without it.
fn language_of(key: &str) -> (Option<Language>, String) {
    for (mark, language) in MARKS {
        if mark.chars().all(is_han) {
            if key.contains(mark) {
                return (Some(*language), fold(&key.replace(mark, " ")));
            }
        } else if key.split(' ').any(|word| word == *mark) {
            let others = key.split(' ').filter(|word| word != mark);
            return (Some(*language), others.collect::<Vec<_>>().join(" "));
        }
    }
    (None, key.to_owned())
}

/// What a header is for, and how usual it is.
fn known(key: &str) -> Option<(Field, usize)> {
    let ranked = || {
        WORDS.iter().flat_map(|(field, words)| {
            words
                .iter()
                .enumerate()
                .map(|(at, word)| (*field, at, *word))
        })
    };
    if let Some((field, at, _)) = ranked().find(|(_, _, word)| *word == key) {
        return Some((field, at));
    }
    let is_end = |word: &str| word.chars().all(is_han) && word.chars().count() >= 2;
    ranked()
        .filter(|(_, _, word)| is_end(word) && key.ends_with(word))
        .max_by_key(|(_, _, word)| word.len())
        .map(|(field, at, _)| (field, ENDS_WITH + at))
}

/// The Chinese and the other half of a header in both languages.
fn halves(key: &str) -> Vec<String> {
    let of = |keep: fn(char) -> bool| -> String {
        let kept = key.chars().map(|c| if keep(c) { c } else { ' ' });
        fold(&kept.collect::<String>())
    };
    let halves = [of(is_han), of(|c| !is_han(c))];
    if halves.iter().any(String::is_empty) {
        return Vec::new();
    }
    halves.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_in_many_spellings() {
        for (text, field) in [
            ("姓名", Field::Name),
            ("姓 名*", Field::Name),
            ("参会人员姓名（必填）", Field::Name),
            ("姓名 Name", Field::Name),
            ("NAME", Field::Name),
            ("Full_Name:", Field::Name),
            ("所在单位", Field::Unit),
            ("Organization", Field::Unit),
            ("单位/Organization", Field::Unit),
            ("现任职务", Field::Title),
            ("Job-Title", Field::Title),
            ("协会职务", Field::Office),
            ("省友协会内职务", Field::Office),
            ("称呼", Field::Address),
            ("组别", Field::Group),
            ("参会身份", Field::Capacity),
            ("是否有表决权", Field::Votes),
            ("Voting right (yes/no)", Field::Votes),
            ("单位简称", Field::Short),
        ] {
            assert_eq!(of(text).map(|said| said.field), Some(field), "{text}");
        }
        for text in [
            "手机号码",
            "E-mail",
            "序号",
            "No.",
            "#",
            "备注",
            "地址",
            "身份证号",
            "",
        ] {
            assert!(of(text).is_none(), "{text}");
        }
    }
}
