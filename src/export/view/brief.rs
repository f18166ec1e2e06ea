//! The brief as templates see it: section by section, as it is read out. What nobody said stands in none.

use minijinja::context;
use minijinja::value::Value;

use super::View;
use crate::brief::{Brief, Entry, Section};
use crate::text::Message;

impl View<'_> {
    /// The sections, each in parts with what stands above them, and how many entries of it are left out.
    pub(super) fn brief(&self) -> Value {
        let brief = Brief::of(self.summary());
        brief
            .sections
            .iter()
            .map(|section| self.section(section))
            .collect()
    }

    fn section(&self, section: &Section) -> Value {
        let line = |message: &Message| self.locale.say(message);
        let lines = |part: &[Entry]| -> Vec<String> {
            let aloud = part.iter().flat_map(|entry| &entry.aloud);
            aloud.map(line).collect()
        };
        let parts = section.parts().map(|(heading, part)| {
            context! {
                heading => heading.map(|heading| self.locale.write(heading)),
                lines => lines(part),
            }
        });
        context! {
            title => self.locale.word(section.topic.title()),
            parts => parts.collect::<Value>(),
            more => section.more,
        }
    }
}
