//! Documents as HTML: one file that needs nothing from outside, to be read on screens of any width, to be heard, and to be printed. Owns what
//! surrounds the blocks, headings and lists; `html/table.rs` has the tables and their bars, `html/style.css` the look.
//!
//! No script, no link, no font is loaded, and the file says so itself (its content security policy). There is one first heading and no level
//! is skipped. Every paragraph finds its own reading direction, so that nothing in it can turn what stands around it.

mod table;

use std::fmt::Write as _;

use super::blocks::{Block, Entry, Prose, Weight};
use super::document::Composed;
use super::markup::{escape, escaped};
use super::sheet::{PageNumber, headline, page_number};
use crate::locale::Locale;

const STYLE: &str = include_str!("html/style.css");

/// Nothing is loaded, run, sent or framed; the styles are the file's own.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The document as HTML.
#[must_use]
pub fn write(composed: &Composed, locale: &Locale) -> Vec<u8> {
    let blocks = composed.blocks();
    let mut page = Page::default();
    page.head(composed, &title(&blocks, composed), locale);
    page.body(&blocks, composed);
    page.out.into_bytes()
}

/// The first heading, or else what the meeting is called.
fn title(blocks: &[Block], composed: &Composed) -> String {
    let first = blocks.iter().find_map(|block| match block {
        Block::Heading(1, prose) => Some(prose.text()),
        _ => None,
    });
    first.unwrap_or_else(|| composed.title.clone())
}

/// HTML that is being written.
#[derive(Default)]
struct Page {
    out: String,
    /// How many headings there are; each can be pointed at by its number.
    headings: usize,
    /// The level of the last one.
    level: u8,
}

impl Page {
    fn head(&mut self, composed: &Composed, title: &str, locale: &Locale) {
        let out = &mut self.out;
        let language = composed.language.tag();
        out.extend(["<!DOCTYPE html>\n<html lang=\"", language, "\">\n<head>\n"]);
        out.push_str("<meta charset=\"utf-8\"/>\n");
        meta(out, "http-equiv=\"Content-Security-Policy\"", POLICY);
        meta(
            out,
            "name=\"viewport\"",
            "width=device-width, initial-scale=1",
        );
        meta(out, "name=\"color-scheme\"", "light dark");
        meta(out, "name=\"referrer\"", "no-referrer");
        let generator = concat!("tribune ", env!("CARGO_PKG_VERSION"));
        meta(out, "name=\"generator\"", generator);
        if let Some(organisation) = &composed.organisation {
            meta(out, "name=\"author\"", organisation);
        }
        if let Some(day) = composed.day {
            meta(out, "name=\"dcterms.date\"", &day.to_string());
        }
        out.push_str("<title>");
        escape(out, title);
        out.extend(["</title>\n<style>\n", STYLE]);
        margins(out, composed, locale);
        out.push_str("</style>\n</head>\n");
    }

    fn body(&mut self, blocks: &[Block], composed: &Composed) {
        let class = if composed.is_read_aloud() {
            " class=\"aloud\""
        } else {
            ""
        };
        self.out.extend(["<body", class, ">\n<main>\n"]);
        if !matches!(blocks.first(), Some(Block::Heading(1, _))) {
            // For those who hear it: a document begins with its title.
            self.heading(1, "unseen", &Prose::plain(composed.title.as_str()));
        }
        blocks.iter().for_each(|block| self.block(block));
        self.out.push_str("</main>\n</body>\n</html>\n");
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(1, prose) if self.level > 0 => self.heading(2, "title", prose),
            Block::Heading(level, prose) => self.heading(*level, "", prose),
            Block::Text(prose) => self.element("p", prose),
            Block::Note(prose) => {
                self.out.push_str("<p class=\"note\" role=\"note\">");
                put(&mut self.out, prose);
                self.out.push_str("</p>\n");
            }
            Block::Facts(facts) => self.facts(facts),
            Block::List(entries) => list(&mut self.out, entries),
            Block::Table(table) => table::write(&mut self.out, table, self.headings),
            Block::PageBreak => self.out.push_str("<hr/>\n"),
        }
    }

    /// A level deeper than one below the last would leave a gap for those who move by headings.
    fn heading(&mut self, level: u8, class: &str, prose: &Prose) {
        self.level = level.clamp(1, self.level + 1).min(6);
        self.headings += 1;
        let (level, number) = (self.level, self.headings);
        let _ = write!(self.out, "<h{level} id=\"h{number}\"");
        if !class.is_empty() {
            self.out.extend([" class=\"", class, "\""]);
        }
        self.out.push('>');
        put(&mut self.out, prose);
        let _ = writeln!(self.out, "</h{level}>");
    }

    fn facts(&mut self, facts: &[(Prose, Prose)]) {
        self.out.push_str("<dl>\n");
        for (name, value) in facts {
            self.element("dt", name);
            self.element("dd", value);
        }
        self.out.push_str("</dl>\n");
    }

    fn element(&mut self, tag: &str, prose: &Prose) {
        self.out.extend(["<", tag, ">"]);
        put(&mut self.out, prose);
        self.out.extend(["</", tag, ">\n"]);
    }
}

fn meta(out: &mut String, name: &str, content: &str) {
    out.extend(["<meta ", name, " content=\"", &escaped(content), "\"/>\n"]);
}

fn put(out: &mut String, prose: &Prose) {
    for run in prose.runs() {
        let tag = match run.weight {
            Weight::Plain => {
                escape(out, &run.text);
                continue;
            }
            Weight::Strong => "strong",
            Weight::Emphasis => "em",
        };
        out.extend(["<", tag, ">"]);
        escape(out, &run.text);
        out.extend(["</", tag, ">"]);
    }
}

/// Entries become lists in lists.
fn list(out: &mut String, entries: &[Entry]) {
    let mut open: Vec<OpenList> = Vec::new();
    for entry in entries {
        let list = OpenList {
            depth: entry.depth,
            tag: if entry.number.is_some() { "ol" } else { "ul" },
        };
        let ends = |last: &OpenList| {
            last.depth > list.depth || last.depth == list.depth && last.tag != list.tag
        };
        while open.last().is_some_and(ends) {
            end_list(out, &mut open);
        }
        if open.last() == Some(&list) {
            out.push_str("</li>\n");
        } else {
            out.extend(["<", list.tag, ">\n"]);
            open.push(list);
        }
        match entry.number {
            Some(number) => {
                let _ = write!(out, "<li value=\"{number}\">");
            }
            None => out.push_str("<li>"),
        }
        put(out, &entry.prose);
    }
    while !open.is_empty() {
        end_list(out, &mut open);
    }
}

/// A list whose last entry may still get others below it.
#[derive(PartialEq, Eq)]
struct OpenList {
    depth: usize,
    tag: &'static str,
}

fn end_list(out: &mut String, open: &mut Vec<OpenList>) {
    if let Some(list) = open.pop() {
        out.extend(["</li>\n</", list.tag, ">\n"]);
    }
}

/// What is printed in the margins of each sheet: whose document it is, and its page number.
fn margins(out: &mut String, composed: &Composed, locale: &Locale) {
    let mut content = String::new();
    for part in page_number(locale) {
        match part {
            PageNumber::Words(words) => quote(&mut content, &words),
            PageNumber::Page => content.push_str(" counter(page) "),
            PageNumber::Pages => content.push_str(" counter(pages) "),
        }
    }
    let mut boxes = format!("@bottom-center {{ content: {content} }}");
    for (place, words) in ["left", "right"].iter().zip(headline(composed)) {
        if let Some(words) = words {
            let _ = write!(boxes, " @top-{place} {{ content: ");
            quote(&mut boxes, words);
            boxes.push_str(" }");
        }
    }
    let _ = writeln!(out, "@page {{ {boxes} }}");
    out.push_str("@page :first { @top-left { content: none } @top-right { content: none } }\n");
}

/// Words in a style sheet; whatever is no letter or digit is written by its number, so that they end neither string nor style.
fn quote(out: &mut String, words: &str) {
    out.push('"');
    for c in words.chars() {
        if c.is_alphanumeric() || c == ' ' {
            out.push(c);
        } else if !crate::text::is_lost(c) {
            let _ = write!(out, "\\{:x} ", u32::from(c));
        }
    }
    out.push('"');
}
