//! Which row is the header, and which column is for what. Of several columns for the same thing in the same language the one
//! with the more usual word is taken. The words themselves are [`headers`](super::headers)'.

use std::collections::HashSet;

use super::headers::{self, Field, Said};
use super::sheet::{Row, Sheet};
use crate::text::{Language, Text};

/// Rows among which the header is looked for.
const SEARCHED: usize = 50;
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

/// What a row says as a header: the columns that name their language first, then those with the more usual word.
fn read(row: &Row) -> Header {
    let mut header = Header {
        row: row.number,
        ..Header::default()
    };
    let mut candidates: Vec<(usize, &Text, Said)> = Vec::new();
    for (at, text) in row.cells() {
        match headers::of(text.as_str()) {
            Some(said) => candidates.push((at, text, said)),
            None => header.left_out.push(text.clone()),
        }
    }
    candidates.sort_by_key(|(at, _, said)| (!said.is_marked, said.rank, *at));
    let mut taken: HashSet<(Field, Language)> = HashSet::new();
    let mut marked: HashSet<(Field, Language)> = HashSet::new();
    for (at, text, said) in candidates {
        let slot = match (said.field, said.language) {
            (field, _) if field.is_one_text() => (field, Language::default()),
            // `Name` beside `English name` is the one in the other language.
            (field, language) if !said.is_marked && marked.contains(&(field, language)) => {
                (field, language.other())
            }
            slot => slot,
        };
        if !taken.insert(slot) {
            header.left_out.push(text.clone());
            continue;
        }
        if said.is_marked {
            marked.insert(slot);
        }
        let (field, language) = slot;
        header.columns.push(Column {
            at,
            field,
            language,
            header: text.clone(),
        });
    }
    header.columns.sort_by_key(|column| column.at);
    header
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
