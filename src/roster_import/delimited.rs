//! CSV and its kin: a text to a sheet, parted by whatever parts it. Owns the choice of the separator; texts in quotes may
//! hold separators and line ends.

use csv::{ReaderBuilder, StringRecord};

use super::columns;
use super::sheet::Sheet;
use crate::text::Message;

/// What may part the cells of a row; where two fit alike, the first.
const SEPARATORS: [u8; 4] = [b',', b'\t', b';', b'|'];
/// A header row stands within so many records.
const SAMPLE: usize = 60;

/// The sheet that the text is, parted by what makes most sense of its header row.
///
/// # Errors
/// A sentence where it has more cells than any roster.
pub fn read(text: &str) -> Result<Sheet, Message> {
    let sense = |separator: &u8| {
        let sample = sheet(text, *separator, SAMPLE).unwrap_or_default();
        let known = columns::find(&sample).map_or(0, |header| header.columns.len());
        (known, sample.rows().map(|row| row.cells().len()).max())
    };
    // The last of several that are alike would be taken, so they are asked from the end.
    let best = SEPARATORS
        .iter()
        .rev()
        .max_by_key(|separator| sense(separator));
    sheet(text, best.copied().unwrap_or(b','), usize::MAX)
}

fn sheet(text: &str, separator: u8, most: usize) -> Result<Sheet, Message> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    sheet.is_unclosed = text.matches('"').count() % 2 == 1;
    let mut record = StringRecord::new();
    let (mut row, mut counted) = (0, 0);
    // Reading text that is UTF-8 already, with rows of any length, does not fail.
    for _ in 0..most {
        if !reader.read_record(&mut record).unwrap_or(false) {
            break;
        }
        let start = start_of(&record, text);
        row += line_ends(&text.as_bytes()[counted..start]);
        counted = start;
        for (column, cell) in record.iter().enumerate() {
            sheet.put(row, column, cell)?;
        }
    }
    Ok(sheet)
}

/// Where a record begins, behind the line ends and blank lines in front of it.
fn start_of(record: &StringRecord, text: &str) -> usize {
    let position = record.position().map_or(0, csv::Position::byte);
    let from = usize::try_from(position).map_or(text.len(), |from| from.min(text.len()));
    let is_end = |byte: &&u8| matches!(byte, b'\r' | b'\n');
    from + text.as_bytes()[from..].iter().take_while(is_end).count()
}

fn line_ends(bytes: &[u8]) -> usize {
    let is_end = |(at, byte): &(usize, &u8)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    bytes.iter().enumerate().filter(is_end).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, String)> {
        let sheet = read(text).expect("it is short");
        let texts = |row: &super::super::sheet::Row| {
            let texts: Vec<&str> = row.cells().map(|(_, text)| text.as_str()).collect();
            (row.number, texts.join("|"))
        };
        sheet.rows().map(texts).collect()
    }

    #[test]
    fn cells_are_parted_by_what_makes_sense_of_the_header() {
        for text in [
            "姓名,单位\n严明,云南大学\n",
            "姓名;单位\r\n严明;云南大学\r\n",
            "姓名\t单位\n严明\t云南大学",
            "姓名,单位\r严明,云南大学\r",
            "姓名|单位\n严明|云南大学",
        ] {
            assert_eq!(
                rows(text),
                [(1, "姓名|单位".to_owned()), (2, "严明|云南大学".to_owned())]
            );
        }
        assert_eq!(
            rows("name;unit\nYan;A, B, C, Ltd.\n")[1],
            (2, "Yan|A, B, C, Ltd.".to_owned())
        );
    }

    #[test]
    fn a_text_in_quotes_may_hold_separators_and_line_ends() {
        let text = "name,unit\n\"Ming, Yan\",\"University\nof \"\"Finance\"\"\"\n\nLi,B\n";
        assert_eq!(
            rows(text),
            [
                (1, "name|unit".to_owned()),
                (2, "Ming, Yan|University of \"Finance\"".to_owned()),
                (5, "Li|B".to_owned())
            ]
        );
    }
}
