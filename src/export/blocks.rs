//! A document as blocks: what stands in it, after its template was filled in and before it takes the form of a format. Owns the kinds of
//! blocks; words are `locale`'s and the templates', and each format escapes what it must.

use unicode_width::UnicodeWidthChar;

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; 1 is the document's title.
    Heading(u8, Prose),
    /// A paragraph.
    Text(Prose),
    /// A remark about the document itself, or words to be said aloud: set off from the rest.
    Note(Prose),
    /// What belongs to a name: date, place.
    Facts(Vec<(Prose, Prose)>),
    /// Entries, some of them below others.
    List(Vec<Entry>),
    /// Rows of cells under a head.
    Table(Table),
    /// What follows begins on a page of its own.
    PageBreak,
}

/// Rows of cells under a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is for.
    pub look: Look,
    /// The head; cells may be empty.
    pub head: Vec<Prose>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<Prose>>,
}

impl Table {
    /// Its head, where that says anything.
    #[must_use]
    pub fn said_head(&self) -> Option<&Vec<Prose>> {
        Some(&self.head).filter(|head| head.iter().any(|cell| !cell.is_empty()))
    }
}

/// What a table is for, and so what it looks like where a format has looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// To be read.
    Plain,
    /// To be read, and its last column is a number: drawn as bars where a format can draw.
    Bars,
    /// The same, and the column before the last is what was planned of it: a mark on each bar where a format can draw.
    Plan,
    /// To be read, and all columns but the first are numbers, a row being one thing over time: drawn as columns of one scale where a format
    /// can draw.
    Columns,
    /// To be filled in by hand: rows with room to write.
    Form,
    /// To be signed: a line above each cell's words, nothing else.
    Signatures,
}

impl Look {
    /// Every look with the word that marks it in Markdown; a plain table needs none.
    pub const MARKED: [(&'static str, Self); 5] = [
        ("bars", Self::Bars),
        ("plan", Self::Plan),
        ("columns", Self::Columns),
        ("form", Self::Form),
        ("signatures", Self::Signatures),
    ];
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How far below the top it stands.
    pub depth: usize,
    /// Its number, of a numbered list.
    pub number: Option<u64>,
    /// What it says.
    pub prose: Prose,
}

impl Entry {
    /// An entry at the top, without a lead.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::led(0, "", text)
    }

    /// An entry at that depth, with what it begins with, set off; that may be empty.
    #[must_use]
    pub fn led(depth: usize, lead: &str, text: impl Into<String>) -> Self {
        Self {
            depth,
            number: None,
            prose: Prose::led(lead, text),
        }
    }
}

/// Words of one paragraph, heading, entry or cell: plain text in runs of one weight. Never holds a line end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(Vec<Run>);

/// Text of one weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text, as people wrote it: no format's marks.
    pub text: String,
    /// Its weight.
    pub weight: Weight,
}

/// How much words stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Not at all.
    Plain,
    /// They carry the paragraph.
    Strong,
    /// They are said with stress.
    Emphasis,
}

impl Prose {
    /// Plain words.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        let mut prose = Self::default();
        prose.push(Weight::Plain, &on_one_line(text.into()));
        prose
    }

    /// Words behind what they begin with, set off; that may be empty. A gap parts the two where the lead does not end in a wide mark.
    #[must_use]
    pub fn led(lead: &str, text: impl Into<String>) -> Self {
        let lead = lead.trim_end();
        if lead.is_empty() {
            return Self::plain(text);
        }
        let mut prose = Self::default();
        prose.push(Weight::Strong, lead);
        let text = on_one_line(text.into());
        if !text.is_empty() {
            prose.push(Weight::Plain, if ends_wide(lead) { "" } else { " " });
            prose.push(Weight::Plain, &text);
        }
        prose
    }

    /// Adds words; those of the weight of the last run go on with it.
    pub fn push(&mut self, weight: Weight, text: &str) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.weight == weight => last.text.push_str(text),
            _ => self.0.push(Run {
                text: text.to_owned(),
                weight,
            }),
        }
    }

    /// The runs, in order; no two of one weight follow each other.
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        &self.0
    }

    /// The words without their weights.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Without white space at its ends.
    #[must_use]
    pub fn trimmed(mut self) -> Self {
        if let Some(first) = self.0.first_mut() {
            first.text = first.text.trim_start().to_owned();
        }
        if let Some(last) = self.0.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        self.0.retain(|run| !run.text.is_empty());
        self
    }
}

impl From<String> for Prose {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

impl From<&str> for Prose {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

/// Whether words end in a mark that brings its own gap: a full-width colon.
#[must_use]
pub(super) fn ends_wide(words: &str) -> bool {
    words
        .chars()
        .next_back()
        .is_some_and(|last| last.width() == Some(2))
}

/// One thing said is one paragraph: line ends become spaces.
fn on_one_line(text: String) -> String {
    if text.contains('\n') {
        text.replace('\n', " ")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_parts_the_lead_from_the_words_unless_its_colon_is_wide() {
        assert_eq!(Prose::led("Date:", "5 August").text(), "Date: 5 August");
        assert_eq!(Prose::led("日期：", "8月5日").text(), "日期：8月5日");
        assert_eq!(Prose::led("", "a\nb").text(), "a b");
    }
}
