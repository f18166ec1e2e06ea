//! Text broken into lines by the rules of Unicode (UAX 14): a Chinese line never starts with a closing mark, an English one
//! breaks at words, and a word longer than the line breaks where it must. Draws too; cuts nothing but what has no room below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;

use super::line::{CellWidth, put, row, width};

/// The text's lines, none wider than `columns` but for a single glyph that is wider by itself.
#[must_use]
pub fn lines(text: &str, columns: u16) -> Vec<&str> {
    let columns = columns.max(1);
    let force = |piece: &str| Some(forced(piece, columns));
    broken(text, columns, width, force).unwrap_or_default()
}

/// The text's lines where another measure says how wide they are; none where a piece that nothing may break is too wide.
#[must_use]
pub fn lines_by(text: &str, columns: u16, measure: impl Fn(&str) -> u16) -> Option<Vec<&str>> {
    broken(text, columns, measure, |_| None)
}

/// The lines; `force` says after how many bytes a piece that is too wide is to be broken. Spaces at the end of a line may hang over.
fn broken(
    text: &str,
    columns: u16,
    measure: impl Fn(&str) -> u16,
    force: impl Fn(&str) -> Option<usize>,
) -> Option<Vec<&str>> {
    let fits = |piece: &str| measure(piece.trim_end()) <= columns;
    let mut lines = Vec::new();
    // The line so far is text[start..end].
    let (mut start, mut end) = (0, 0);
    for (index, opportunity) in linebreaks(text) {
        if !fits(&text[start..index]) {
            if end > start {
                lines.push(text[start..end].trim_end());
                start = end;
            }
            while !fits(&text[start..index]) {
                let cut = start + force(&text[start..index])?;
                lines.push(&text[start..cut]);
                start = cut;
            }
        }
        end = index;
        if opportunity == BreakOpportunity::Mandatory && end > start {
            lines.push(text[start..end].trim_end());
            start = end;
        }
    }
    Some(lines)
}

/// How many bytes of a text without a place to break go on this line: at least one glyph, and no closing mark is left to
/// start the next.
fn forced(text: &str, columns: u16) -> usize {
    let mut used = 0;
    let mut ends = Vec::new();
    for (index, grapheme) in text.grapheme_indices(true) {
        used += grapheme.cell_width();
        if used > columns && !ends.is_empty() {
            break;
        }
        ends.push(index + grapheme.len());
    }
    let closes = |&&at: &&usize| !text[at..].starts_with(CLOSING);
    ends.iter()
        .rev()
        .find(closes)
        .or(ends.last())
        .copied()
        .unwrap_or(text.len())
}

const CLOSING: [char; 21] = [
    '，', '。', '、', '；', '：', '？', '！', '”', '’', '）', '》', '」', '』', '】', '…', ',',
    '.', ';', ')', '!', '?',
];

/// Draws the text wrapped into `area`; what does not fit below is left out. Gives how many rows it took.
pub fn put_wrapped(buf: &mut Buffer, area: Rect, text: &str, style: Style) -> u16 {
    let mut used = 0;
    for line in lines(text, area.width)
        .iter()
        .take(usize::from(area.height))
    {
        put(buf, row(area, used), line, style);
        used += 1;
    }
    used
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn english_breaks_at_words() {
        assert_eq!(
            lines("Vice President, Yunnan University", 16),
            ["Vice President,", "Yunnan", "University"]
        );
        assert_eq!(lines("", 5), Vec::<&str>::new());
        assert_eq!(lines("a\nb", 5), ["a", "b"]);
    }

    #[test]
    fn a_chinese_line_never_starts_with_a_closing_mark() {
        for columns in 2..30 {
            for line in lines(
                "感谢严校长。下面，请云南农垦集团工会主席、党委副书记胡良波同志发言（五分钟）。",
                columns,
            ) {
                // Narrower than a character with its marks, there is no other way.
                if columns > 5 {
                    assert!(
                        !line.starts_with(['。', '，', '、', '）']),
                        "{columns}: {line}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_word_longer_than_the_line_breaks_where_it_must() {
        assert_eq!(lines("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(lines("好", 1), ["好"]);
    }

    proptest! {
        #[test]
        fn nothing_but_spaces_is_ever_lost(text in "[a-c 好，。）👍é-]{0,60}", columns in 1u16..20) {
            let kept: String = lines(&text, columns).concat().split_whitespace().collect();
            let whole: String = text.split_whitespace().collect();
            prop_assert_eq!(kept, whole);
        }

        #[test]
        fn no_line_is_wider_than_asked(text in "[a-c 好，。）-]{0,60}", columns in 2u16..20) {
            for line in lines(&text, columns) {
                prop_assert!(width(line) <= columns, "{line:?}");
            }
        }
    }
}
