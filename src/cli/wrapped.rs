//! Pages of the archive as text for reading on a terminal, wrapped to its columns: headings, and lines that hang behind what leads them.

use crate::archive::page::{Page, Rank};
use crate::locale::Locale;
use crate::text::shown;
use crate::tui::widget::line::width;
use crate::tui::widget::wrap;

/// A page in the words of that locale, with an empty line before each heading but the first.
pub fn page(page: &Page, locale: &Locale, columns: u16) -> String {
    let mut text = String::new();
    for line in &page.lines {
        if line.rank == Rank::Heading && !text.is_empty() {
            text.push('\n');
        }
        let lead = line.lead.as_ref();
        let lead = lead.map(|lead| format!("  {lead}")).unwrap_or_default();
        hang(
            &mut text,
            columns,
            line.indent,
            &lead,
            &locale.write(&line.said),
        );
    }
    text
}

/// Words whose rows begin in column `indent`, behind what leads them.
fn hang(text: &mut String, columns: u16, indent: u16, lead: &str, words: &str) {
    let words = shown(words);
    let mut rows = wrap::lines(&words, columns.saturating_sub(indent)).into_iter();
    let lead = shown(lead);
    let gap = indent
        .saturating_sub(width(&lead))
        .max(u16::from(!lead.is_empty()));
    let gap = " ".repeat(usize::from(gap));
    let first = rows.next().unwrap_or_default();
    text.extend([&*lead, &*gap, first, "\n"]);
    let margin = " ".repeat(usize::from(indent));
    for row in rows {
        text.extend([&*margin, row, "\n"]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hang_behind_their_lead_and_keep_to_the_columns() {
        let mut text = String::new();
        hang(&mut text, 24, 0, "", "North College");
        hang(&mut text, 24, 7, "  C1", "A youth camp for forty children");
        hang(
            &mut text,
            24,
            7,
            "  C2",
            "为两市四十名青少年举办夏令营，费用各半",
        );
        assert_eq!(
            text,
            "North College\n\
             \u{20} C1   A youth camp for\n\
             \u{20}      forty children\n\
             \u{20} C2   为两市四十名青少\n\
             \u{20}      年举办夏令营，费\n\
             \u{20}      用各半\n"
        );
    }
}
