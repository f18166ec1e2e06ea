//! Text for reading on a terminal, wrapped to its columns: headings, and entries whose lines hang behind what leads them.

use crate::text::shown;
use crate::tui::widget::line::width;
use crate::tui::widget::wrap;

/// A text while it is written.
#[derive(Debug)]
pub struct Wrapped {
    columns: u16,
    text: String,
}

impl Wrapped {
    /// Nothing yet.
    pub const fn new(columns: u16) -> Self {
        Self {
            columns,
            text: String::new(),
        }
    }

    /// What was written.
    pub fn text(self) -> String {
        self.text
    }

    /// A line that begins a part, with an empty one before it where it is not the first.
    pub fn heading(&mut self, words: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.hang(0, "", words);
    }

    /// Words that begin in that column, with all their lines.
    pub fn line(&mut self, indent: u16, words: &str) {
        self.hang(indent, "", words);
    }

    /// Words whose lines hang in column `indent`, behind a mark that stands two columns from the edge.
    pub fn led(&mut self, indent: u16, lead: &str, words: &str) {
        self.hang(indent, &format!("  {lead}"), words);
    }

    fn hang(&mut self, indent: u16, lead: &str, words: &str) {
        let words = shown(words);
        let columns = self.columns.saturating_sub(indent);
        let mut lines = wrap::lines(&words, columns).into_iter();
        let lead = shown(lead);
        let gap = indent
            .saturating_sub(width(&lead))
            .max(u16::from(!lead.is_empty()));
        let gap = " ".repeat(usize::from(gap));
        let first = lines.next().unwrap_or_default();
        self.text.extend([&*lead, &*gap, first, "\n"]);
        let margin = " ".repeat(usize::from(indent));
        for line in lines {
            self.text.extend([&*margin, line, "\n"]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hang_behind_their_lead_and_keep_to_the_columns() {
        let mut text = Wrapped::new(24);
        text.heading("North College");
        text.led(7, "C1", "A youth camp for forty children");
        text.led(7, "C2", "为两市四十名青少年举办夏令营，费用各半");
        let text = text.text();
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
