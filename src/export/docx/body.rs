//! The text of a DOCX document: blocks as paragraphs with styles. Owns paragraphs, runs and lists; `table.rs` has all that stands in cells.

use std::fmt::Write as _;

use super::super::blocks::{Block, Entry, Prose, Weight};
use super::super::markup::escape;
use super::table;
use crate::text::Language;

/// The deepest level that a word processor has for lists, from 0.
pub(super) const DEEPEST: usize = 8;

/// A paragraph stays with the table that it leads to, and at some distance.
const LEADS: &str = "<w:keepNext/><w:spacing w:after=\"160\"/>";

/// The text of a document, and the lists that are numbered in it.
pub(super) struct Body {
    /// Paragraphs and tables.
    pub text: String,
    /// The numbered lists, in order; the first is list 2.
    pub numbered: Vec<Start>,
    language: Language,
}

/// How a numbered list begins.
pub(super) struct Start {
    /// At which level.
    pub depth: usize,
    /// With which number.
    pub number: u64,
}

/// A numbered list that may go on: which one, and its next number.
type Counter = Option<(usize, u64)>;

impl Body {
    pub(super) fn of(blocks: &[Block], language: Language) -> Self {
        let mut body = Self {
            text: String::new(),
            numbered: Vec::new(),
            language,
        };
        for (at, block) in blocks.iter().enumerate() {
            body.block(block, blocks.get(at + 1));
        }
        if body.text.is_empty() {
            // There is no document without a paragraph.
            body.paragraph("Thin", "", &Prose::default());
        }
        body
    }

    fn block(&mut self, block: &Block, next: Option<&Block>) {
        match block {
            Block::Heading(1, prose) => self.paragraph("Title", "", prose),
            Block::Heading(2, prose) => self.paragraph("Heading1", "", prose),
            Block::Heading(3, prose) => self.paragraph("Heading2", "", prose),
            Block::Heading(_, prose) => self.paragraph("Heading3", "", prose),
            Block::Text(prose) => {
                let leads = matches!(next, Some(Block::Table(_)));
                self.paragraph("BodyText", if leads { LEADS } else { "" }, prose);
            }
            Block::Note(prose) => self.paragraph("Note", "", prose),
            Block::Facts(facts) => table::facts(self, facts),
            Block::List(entries) => self.list(entries),
            Block::Table(table) => table::write(self, table),
            Block::PageBreak => self.paragraph("Thin", "<w:pageBreakBefore/>", &Prose::default()),
        }
    }

    /// Adds a paragraph; `properties` are those that follow its style.
    pub(super) fn paragraph(&mut self, style: &str, properties: &str, prose: &Prose) {
        let out = &mut self.text;
        out.extend([
            "<w:p><w:pPr><w:pStyle w:val=\"",
            style,
            "\"/>",
            properties,
            "</w:pPr>",
        ]);
        for run in prose.runs() {
            put_run(out, run.weight, &run.text, self.language);
        }
        out.push_str("</w:p>");
    }

    fn list(&mut self, entries: &[Entry]) {
        let mut counters: [Counter; DEEPEST + 1] = [None; DEEPEST + 1];
        for (at, entry) in entries.iter().enumerate() {
            let depth = entry.depth.min(DEEPEST);
            counters[depth + 1..].fill(None);
            let list = match entry.number {
                Some(number) => self.numbered(&mut counters[depth], depth, number),
                None => 1,
            };
            let leads = entries
                .get(at + 1)
                .is_some_and(|next| next.depth > entry.depth);
            let keep = if leads { "<w:keepNext/>" } else { "" };
            let mut properties = String::with_capacity(80);
            let _ = write!(
                properties,
                "{keep}<w:numPr><w:ilvl w:val=\"{depth}\"/><w:numId w:val=\"{list}\"/></w:numPr>"
            );
            let style = if entry.number.is_some() {
                "ListNumber"
            } else {
                "ListBullet"
            };
            self.paragraph(style, &properties, &entry.prose);
        }
    }

    /// The list that has that number next; a new one where none has.
    fn numbered(&mut self, counter: &mut Counter, depth: usize, number: u64) -> usize {
        let list = match *counter {
            Some((list, next)) if next == number => list,
            _ => {
                self.numbered.push(Start { depth, number });
                self.numbered.len() + 1
            }
        };
        *counter = Some((list, number.saturating_add(1)));
        list
    }
}

fn put_run(out: &mut String, weight: Weight, text: &str, language: Language) {
    let style = match weight {
        Weight::Plain => "",
        Weight::Strong => "<w:rStyle w:val=\"Strong\"/>",
        Weight::Emphasis => "<w:rStyle w:val=\"Emphasis\"/>",
    };
    let hint = match language {
        Language::Chinese if text.contains(is_of_both) => "<w:rFonts w:hint=\"eastAsia\"/>",
        Language::Chinese | Language::English => "",
    };
    out.push_str("<w:r>");
    if !(style.is_empty() && hint.is_empty()) {
        out.extend(["<w:rPr>", style, hint, "</w:rPr>"]);
    }
    out.push_str("<w:t xml:space=\"preserve\">");
    escape(out, text);
    out.push_str("</w:t></w:r>");
}

/// Marks that Latin and Chinese type both have: without a word about it they would be narrow between Chinese characters.
const fn is_of_both(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '×')
}
