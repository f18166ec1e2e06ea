//! How names are compared: case, width and spacing do not count, composed and decomposed letters are one. Stores nothing.

use unicode_normalization::UnicodeNormalization;

use crate::text::is_han;

/// The form in which two spellings of one name are equal. Spaces between Chinese characters vanish (`严　明` is `严明`).
#[must_use]
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut waiting_space = false;
    for c in name
        .nfc()
        .map(narrow)
        .filter(|c| !is_ignored(*c))
        .flat_map(char::to_lowercase)
    {
        if c.is_whitespace() {
            waiting_space = !folded.is_empty();
            continue;
        }
        if waiting_space && !(is_han(c) && folded.chars().next_back().is_some_and(is_han)) {
            folded.push(' ');
        }
        waiting_space = false;
        folded.push(c);
    }
    folded
}

/// The ASCII twin of a full-width character, and one form of the marks that names hold.
#[must_use]
pub const fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => match char::from_u32(c as u32 - 0xFEE0) {
            Some(twin) => twin,
            None => c,
        },
        '\u{3000}' => ' ',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{2022}' | '\u{30FB}' | '\u{FF65}' => '\u{B7}',
        _ => c,
    }
}

const fn is_ignored(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}')
}

/// The words of a folded name: parted by spaces and marks, and where Chinese and other letters meet.
pub fn words(folded: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for part in folded.split(|c: char| !(c.is_alphanumeric() || c == '\'' || is_mark_of_letter(c)))
    {
        let mut start = 0;
        let mut before: Option<char> = None;
        for (at, c) in part.char_indices() {
            if before.is_some_and(|before| is_han(before) != is_han(c)) {
                words.push(&part[start..at]);
                start = at;
            }
            before = Some(c);
        }
        words.push(&part[start..]);
    }
    words.retain(|word| !word.is_empty());
    words
}

fn is_mark_of_letter(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_equal() {
        for (one, other) in [
            ("Yan  Ming", "yan ming"),
            ("ＹＵＦＥ", "yufe"),
            ("严　明", "严明"),
            ("Ze\u{301}", "Z\u{e9}"),
            ("O’Brien", "o'brien"),
            ("让・雷诺", "让·雷诺"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
        assert_ne!(fold("Yan Ming"), fold("YanMing"));
    }

    #[test]
    fn words_end_at_marks_and_where_scripts_meet() {
        assert_eq!(
            words("agricultural reclamation group co., ltd."),
            ["agricultural", "reclamation", "group", "co", "ltd"]
        );
        assert_eq!(words("云南yufe大学"), ["云南", "yufe", "大学"]);
        assert!(words(" - ").is_empty());
    }
}
