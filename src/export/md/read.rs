//! From Markdown to blocks. Takes what documents are made of: headings, paragraphs, quotations, lists, tables, rules, weights and marks. Of
//! anything else (links, pictures, code, HTML) only the words are taken, as plain text: nothing foreign gets through to another format.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::super::blocks::{Block, Entry, Look, Prose, Table, Weight, ends_wide};
use super::{FACTS, mark};

/// The blocks of a document in Markdown with marks. Any text has some.
#[must_use]
pub fn read(markdown: &str) -> Vec<Block> {
    let mut reading = Reading::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reading.take(event);
    }
    reading.close();
    reading.blocks
}

/// Blocks that are being read.
#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    /// What the words that come belong to.
    open: Option<Open>,
    prose: Prose,
    /// How many are open around the words.
    strong: usize,
    emphasis: usize,
    quotes: usize,
    /// The number of the next entry of each list that is open, of numbered ones.
    lists: Vec<Option<u64>>,
    entries: Vec<Entry>,
    table: Option<Table>,
    /// The word of the last mark, until it is used.
    mark: Option<String>,
}

enum Open {
    Heading(u8),
    Text,
    Note,
    Entry { depth: usize, number: Option<u64> },
    Cell,
}

impl Reading {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => self.say(&text),
            Event::Html(html) => match mark(&html) {
                Some(word) => self.mark = Some(word.to_owned()),
                None => self.say(html.trim_end()),
            },
            Event::SoftBreak | Event::HardBreak => self.say(" "),
            Event::Rule => self.blocks.push(Block::PageBreak),
            Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.open = Some(Open::Heading(number(*level))),
            Tag::Paragraph | Tag::HtmlBlock | Tag::CodeBlock(_) if self.lists.is_empty() => {
                self.open = Some(if self.quotes > 0 {
                    Open::Note
                } else {
                    Open::Text
                });
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::List(first) => {
                self.close();
                self.lists.push(*first);
            }
            Tag::Item => self.begin_entry(),
            Tag::Table(_) => self.begin_table(),
            Tag::TableRow => {
                if let Some(table) = &mut self.table {
                    table.rows.push(Vec::new());
                }
            }
            Tag::TableCell => self.open = Some(Open::Cell),
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell => self.close(),
            TagEnd::Paragraph | TagEnd::HtmlBlock | TagEnd::CodeBlock if self.lists.is_empty() => {
                self.close();
            }
            // A second paragraph of an entry goes on with it.
            TagEnd::Paragraph => self.say(" "),
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::List(_) => self.end_list(),
            TagEnd::Table => {
                let table = self.table.take();
                self.blocks.extend(table.map(Block::Table));
            }
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            _ => {}
        }
    }

    fn begin_entry(&mut self) {
        self.close();
        let depth = self.lists.len().saturating_sub(1);
        let number = self.lists.last_mut().and_then(|next| {
            let number = *next;
            *next = next.map(|number| number.saturating_add(1));
            number
        });
        self.open = Some(Open::Entry { depth, number });
    }

    fn end_list(&mut self) {
        self.close();
        self.lists.pop();
        if !self.lists.is_empty() {
            return;
        }
        let entries = std::mem::take(&mut self.entries);
        let is_facts = self.mark.take().is_some_and(|word| word == FACTS);
        self.blocks.push(if is_facts {
            Block::Facts(
                entries
                    .into_iter()
                    .map(|entry| fact(&entry.prose))
                    .collect(),
            )
        } else {
            Block::List(entries)
        });
    }

    fn begin_table(&mut self) {
        let word = self.mark.take();
        let marked = Look::MARKED
            .iter()
            .find(|(known, _)| Some(*known) == word.as_deref());
        self.table = Some(Table {
            look: marked.map_or(Look::Plain, |(_, look)| *look),
            head: Vec::new(),
            rows: Vec::new(),
        });
    }

    fn say(&mut self, words: &str) {
        let weight = match (self.strong, self.emphasis) {
            (0, 0) => Weight::Plain,
            (0, _) => Weight::Emphasis,
            (_, _) => Weight::Strong,
        };
        let mut words = words;
        let last = self.prose.runs().last();
        let changes = last.filter(|last| last.weight != weight && last.weight != Weight::Plain);
        if changes.is_some_and(|last| ends_wide(&last.text)) {
            // It was written only to let the emphasis close.
            words = words.strip_prefix(' ').unwrap_or(words);
        }
        if words.contains('\n') {
            self.prose.push(weight, &words.replace('\n', " "));
        } else {
            self.prose.push(weight, words);
        }
    }

    /// Puts the words where they belong.
    fn close(&mut self) {
        let prose = std::mem::take(&mut self.prose).trimmed();
        match self.open.take() {
            Some(Open::Cell) => self.cell(prose),
            Some(Open::Entry { depth, number }) => self.entries.push(Entry {
                depth,
                number,
                prose,
            }),
            _ if prose.is_empty() => {}
            Some(Open::Heading(level)) => self.blocks.push(Block::Heading(level, prose)),
            Some(Open::Note) => self.blocks.push(Block::Note(prose)),
            Some(Open::Text) | None => self.blocks.push(Block::Text(prose)),
        }
    }

    fn cell(&mut self, prose: Prose) {
        let Some(table) = &mut self.table else { return };
        match table.rows.last_mut() {
            Some(row) => row.push(prose),
            None => table.head.push(prose),
        }
    }
}

/// An entry of facts: its strong words are the name, the others the value.
fn fact(prose: &Prose) -> (Prose, Prose) {
    let (mut name, mut value) = (Prose::default(), Prose::default());
    for run in prose.runs() {
        let names = run.weight == Weight::Strong && value.is_empty();
        let side = if names { &mut name } else { &mut value };
        side.push(Weight::Plain, &run.text);
    }
    (name.trimmed(), value.trimmed())
}

const fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{escape, write};
    use super::*;

    fn table(look: Look) -> Block {
        let row = |cells: [&str; 2]| cells.map(Prose::plain).to_vec();
        Block::Table(Table {
            look,
            head: row(["Name", ""]),
            rows: vec![row(["严明 | Yan", "3"]), row(["", "-2"])],
        })
    }

    #[test]
    fn every_block_comes_back_as_it_was_written() {
        let blocks = vec![
            Block::Heading(1, Prose::plain("Minutes # 1")),
            Block::Facts(vec![
                (Prose::plain("Date:"), Prose::plain("5 *August*")),
                (Prose::plain("主持："), Prose::plain("王宇")),
            ]),
            Block::Note(Prose::plain("> an example")),
            Block::Heading(2, Prose::plain("1. Round")),
            Block::Text(Prose::plain("<script>alert(1)</script> & {{ x }}")),
            Block::List(vec![
                Entry::led(0, "Union", ""),
                Entry::led(1, "建议：", "互派"),
                Entry::led(2, "", "support"),
                Entry::led(0, "Suggestion:", "- a list? 1. no"),
            ]),
            table(Look::Plain),
            table(Look::Bars),
            Block::PageBreak,
            table(Look::Form),
            table(Look::Signatures),
            Block::Text(Prose::plain("end")),
        ];
        assert_eq!(read(&write(&blocks)), blocks);
    }

    #[test]
    fn numbered_lists_weights_and_foreign_things_are_read() {
        let blocks =
            read("3. a **b** *c*\n4. [link](http://x) `code` <b>d</b>\n\n<div>raw</div>\n");
        let Block::List(entries) = &blocks[0] else {
            panic!("no list: {blocks:?}")
        };
        assert_eq!(entries[0].number, Some(3));
        assert_eq!(entries[0].prose.runs().len(), 4);
        assert_eq!(entries[1].prose.text(), "link code <b>d</b>");
        assert_eq!(blocks[1], Block::Text(Prose::plain("<div>raw</div>")));
    }

    proptest! {
        #[test]
        fn words_survive_in_every_place(words in "[ -~\n严明：，。“”（）\u{301}\u{200d}😀]{0,40}") {
            let said = words.replace('\n', " ").trim().to_owned();
            let mut line = String::from("- ");
            escape(&mut line, words.trim());
            line.push_str("\n\n| ");
            escape(&mut line, words.trim());
            line.push_str(" |\n| --- |\n| ");
            escape(&mut line, words.trim());
            line.push_str(" |\n");
            let blocks = read(&line);
            let Some(Block::List(entries)) = blocks.first() else { panic!("{blocks:?}") };
            prop_assert_eq!(entries[0].prose.text(), said.clone());
            if !said.is_empty() {
                let Some(Block::Table(table)) = blocks.get(1) else { panic!("{blocks:?}") };
                prop_assert_eq!(table.rows[0][0].text(), said);
            }
        }
    }
}
