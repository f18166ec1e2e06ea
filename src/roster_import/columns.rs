//! Which column is for what: the words that head the columns of rosters, in English and Chinese, and the row they stand in.
//!
//! A header is compared without its case, spaces, marks and what stands in brackets; a Chinese one may have more before its
//! word (`参会人员姓名`). Of several columns for the same thing the one with the more usual word is taken.

use std::collections::HashSet;

use super::sheet::{Row, Sheet};
use crate::names::fold;
use crate::text::{Language, Message, Text, is_han};

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
    const fn is_one_text(self) -> bool {
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

/// Rows among which the header is looked for.
const SEARCHED: usize = 50;
/// Headers that only end with a known word come behind all that are one.
const ENDS_WITH: usize = 1_000;

/// A column that is taken.
#[derive(Clone, Debug)]
pub struct Column {
    /// Where it stands, from 0.
    pub at: usize,
    /// What it is for.
    pub field: Field,
    /// In which language its texts are.
    pub language: Language,
    /// Its header as it is written.
    pub header: Text,
}

/// The header of a roster.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// The number of its last row in the file.
    pub row: usize,
    /// The columns that are taken, from the left.
    pub columns: Vec<Column>,
    /// The headers of the others.
    pub left_out: Vec<Text>,
}

impl Header {
    /// The columns for that.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &Column> {
        self.columns
            .iter()
            .filter(move |column| column.field == field)
    }

    /// Whether there is one for that.
    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.of(field).next().is_some()
    }

    /// Whether persons and units are named in that column.
    #[must_use]
    pub fn names_in(&self, at: usize) -> bool {
        let naming = [Field::Name, Field::Given, Field::Family, Field::Unit];
        naming
            .iter()
            .any(|field| self.of(*field).any(|column| column.at == at))
    }

    /// A column of addresses with numbers in it is for letters: no cue calls anybody by a number.
    fn leave_out_streets(&mut self, sheet: &Sheet) {
        let below = sheet.rows().filter(|row| row.number > self.row);
        let has_number = |at| {
            let mut below = below.clone();
            below.any(|row| row.get(at).contains(|c: char| c.is_ascii_digit()))
        };
        let (streets, columns) = std::mem::take(&mut self.columns)
            .into_iter()
            .partition(|column| column.field == Field::Address && has_number(column.at));
        self.columns = columns;
        let streets: Vec<Column> = streets;
        self.left_out
            .extend(streets.into_iter().map(|column| column.header));
    }

    fn has_names(&self) -> bool {
        self.has(Field::Name) || self.has(Field::Given) && self.has(Field::Family)
    }
}

/// The header of a sheet: the row that knows the most columns, a name among them. Where rows of headers follow one another,
/// the last of them, with what only the others know.
#[must_use]
pub fn find(sheet: &Sheet) -> Option<Header> {
    let (at, mut header) = best(sheet)?;
    let names_at = |header: &Header| header.of(Field::Name).map(|column| column.at).next();
    let top = names_at(&header);
    let more = sheet.rows().skip(at + 1).map(read);
    for below in more.take_while(|below| below.has_names() && names_at(below) == top) {
        header.row = below.row;
        header.left_out.extend(below.left_out);
    }
    header.leave_out_streets(sheet);
    let mut told = HashSet::new();
    header.left_out.retain(|left| told.insert(left.clone()));
    Some(header)
}

/// The first of the rows that know the most columns, and how many rows with text stand above it.
fn best(sheet: &Sheet) -> Option<(usize, Header)> {
    let mut best: Option<(usize, Header)> = None;
    for (at, row) in sheet.rows().enumerate().take(SEARCHED) {
        let known = best.as_ref().map_or(0, |(_, best)| best.columns.len());
        let header = read(row);
        if header.has_names() && header.columns.len() > known {
            best = Some((at, header));
        }
    }
    best
}

/// What stands in the row that is most like a header: the widest of the first ones.
#[must_use]
pub fn likely(sheet: &Sheet) -> Option<&Row> {
    let mut first: Vec<&Row> = sheet.rows().take(10).collect();
    first.reverse();
    first.into_iter().max_by_key(|row| row.cells().len())
}

/// A column that could be for something, and how usual its word is.
struct Candidate {
    column: Column,
    rank: usize,
    /// Whether its header says the language.
    is_marked: bool,
}

fn read(row: &Row) -> Header {
    let mut header = Header {
        row: row.number,
        ..Header::default()
    };
    let mut candidates = Vec::new();
    for (at, text) in row.cells() {
        match candidate(at, text) {
            Some(candidate) => candidates.push(candidate),
            None => header.left_out.push(text.clone()),
        }
    }
    candidates.sort_by_key(|candidate| (!candidate.is_marked, candidate.rank, candidate.column.at));
    let mut taken: HashSet<(Field, Language)> = HashSet::new();
    let mut marked: HashSet<(Field, Language)> = HashSet::new();
    for mut candidate in candidates {
        let column = &mut candidate.column;
        if column.field.is_one_text() {
            column.language = Language::English;
        } else if !candidate.is_marked && marked.contains(&(column.field, column.language)) {
            // `Name` beside `English name` is the one in the other language.
            column.language = other(column.language);
        }
        let slot = (column.field, column.language);
        if !taken.insert(slot) {
            header.left_out.push(candidate.column.header);
            continue;
        }
        if candidate.is_marked {
            marked.insert(slot);
        }
        header.columns.push(candidate.column);
    }
    header.columns.sort_by_key(|column| column.at);
    header
}

fn candidate(at: usize, text: &Text) -> Option<Candidate> {
    let key = key(text.as_str());
    let (mark, rest) = language_of(&key);
    let (field, rank) = known(&key)
        .or_else(|| known(&rest))
        .or_else(|| halves(&key).iter().find_map(|half| known(half)))?;
    let written_in = if key.chars().any(is_han) {
        Language::Chinese
    } else {
        Language::English
    };
    // `英文名` is a name, not a given one.
    let field = match field {
        Field::Given if mark.is_some() && rest == "名" => Field::Name,
        field => field,
    };
    Some(Candidate {
        column: Column {
            at,
            field,
            language: mark.unwrap_or(written_in),
            header: text.clone(),
        },
        rank,
        is_marked: mark.is_some(),
    })
}

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

const fn other(language: Language) -> Language {
    match language {
        Language::English => Language::Chinese,
        Language::Chinese => Language::English,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(rows: &[&[&str]]) -> Option<Header> {
        let mut sheet = Sheet::default();
        for (row, cells) in rows.iter().enumerate() {
            for (column, text) in cells.iter().enumerate() {
                sheet.put(row, column, text).expect("there is room");
            }
        }
        find(&sheet)
    }

    fn taken(cells: &[&str]) -> Vec<(usize, Field, Language)> {
        let header = header(&[cells]).unwrap_or_default();
        let each = header.columns.iter();
        each.map(|column| (column.at, column.field, column.language))
            .collect()
    }

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
            let (field_of, _) = candidate(0, &Text::line(text))
                .map(|candidate| (candidate.column.field, candidate.rank))
                .expect(text);
            assert_eq!(field_of, field, "{text}");
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
            assert!(candidate(0, &Text::line(text)).is_none(), "{text}");
        }
    }

    #[test]
    fn two_columns_for_one_thing_are_two_languages_or_the_more_usual_word() {
        let (zh, en) = (Language::Chinese, Language::English);
        assert_eq!(
            taken(&["姓名", "英文名"]),
            [(0, Field::Name, zh), (1, Field::Name, en)]
        );
        assert_eq!(
            taken(&["Name", "English name", "单位", "Organisation"]),
            [
                (0, Field::Name, zh),
                (1, Field::Name, en),
                (2, Field::Unit, zh),
                (3, Field::Unit, en)
            ]
        );
        assert_eq!(
            taken(&["name_zh", "name_en"]),
            [(0, Field::Name, zh), (1, Field::Name, en)]
        );
        assert_eq!(
            taken(&["职称", "姓名", "职务"]),
            [(1, Field::Name, zh), (2, Field::Title, zh)]
        );
        assert_eq!(
            taken(&["First name", "Last name", "Company"]),
            [
                (0, Field::Given, en),
                (1, Field::Family, en),
                (2, Field::Unit, en)
            ]
        );
    }

    #[test]
    fn an_address_is_what_the_cue_says_and_no_street() {
        let fields = |address| {
            let header = header(&[&["Name", "Address"], &["Yan Ming", address]]);
            header.map_or(0, |header| header.columns.len())
        };
        assert_eq!(fields("Vice President Yan"), 2);
        assert_eq!(fields("12 Main Street"), 1);
    }

    #[test]
    fn the_header_need_not_be_the_first_row_nor_a_single_one() {
        let found = header(&[
            &["理事会参会人员"],
            &["", "2023年12月"],
            &["序号", "姓名", "单位", "联系方式"],
            &["序号", "姓名", "单位", "电话", "邮箱"],
            &["1", "严明", "云南大学", "1388"],
        ])
        .expect("there is a name column");
        assert_eq!((found.row, found.columns.len()), (4, 2));
        let left: Vec<&str> = found.left_out.iter().map(Text::as_str).collect();
        assert_eq!(left, ["序号", "联系方式", "电话", "邮箱"]);
        assert!(header(&[&["电话", "邮箱"], &["1", "2"]]).is_none());
    }
}
