//! What is made up, in documents: facts that an agenda marks as examples, said with the words for its keys.

use super::Minutes;
use crate::agenda::Example;
use crate::text::{Arg, Language, Message, Text};

/// Keys of an agenda that documents show, and their words; what else is marked nobody sees there.
const KEYS: &[(&str, &str)] = &[
    ("title", "export-key-title"),
    ("organisation", "export-key-organisation"),
    ("purpose", "export-key-purpose"),
    ("date", "export-key-date"),
    ("start", "export-key-start"),
    ("end", "export-key-end"),
    ("place", "export-key-place"),
    ("chair", "export-key-chair"),
    ("name", "export-key-name"),
    ("office", "export-key-office"),
    ("unit", "export-key-unit"),
    ("kind", "export-key-kind"),
    ("time", "export-key-time"),
    ("each", "export-key-each"),
    ("documents", "export-key-documents"),
    ("text", "export-key-text"),
    ("version", "export-key-version"),
    ("rule", "export-key-rule"),
    ("method", "export-key-method"),
    ("offices", "export-key-offices"),
    ("seats", "export-key-seats"),
    ("candidates", "export-key-candidates"),
    ("tellers", "export-key-tellers"),
];

impl Minutes<'_> {
    /// `example`, or `example: date, place`; none where nothing but the record, or nothing that documents show, is marked.
    pub(super) fn example(&self, example: &Example) -> Option<String> {
        match example {
            Example::Whole => Some(self.word("export-example")),
            Example::None | Example::Record | Example::Keys(_) => self.example_keys(example),
        }
    }

    /// `example: date, place`; none where no facts that documents show are marked one by one.
    pub(super) fn example_keys(&self, example: &Example) -> Option<String> {
        let keys = self.keys(example)?;
        Some(self.say(&Message::new("export-example-keys").with("keys", keys)))
    }

    /// The facts that are marked, joined; none where documents show none of them.
    fn keys(&self, example: &Example) -> Option<Arg> {
        let Example::Keys(keys) = example else {
            return None;
        };
        let words: Vec<Arg> = keys.iter().filter_map(|key| self.word_of(key)).collect();
        (!words.is_empty()).then_some(Arg::List(words))
    }

    /// The word for a key; `name.zh` is one in Chinese documents alone.
    fn word_of(&self, key: &Text) -> Option<Arg> {
        let (own, other) = match self.locale.language() {
            Language::English => (".en", ".zh"),
            Language::Chinese => (".zh", ".en"),
        };
        let key = key.as_str();
        if key.ends_with(other) {
            return None;
        }
        let key = key.strip_suffix(own).unwrap_or(key);
        let (_, id) = KEYS.iter().find(|(known, _)| *known == key)?;
        Some(Message::new(id).into())
    }

    /// All that is made up: the record, facts of the meeting, units, persons, items.
    pub(super) fn examples(&self) -> Vec<String> {
        let summary = self.summary;
        let mut said = Vec::new();
        said.extend(summary.made_up().map(|made_up| self.say(&made_up)));
        let keys = self.keys(&summary.meeting.example);
        said.extend(
            keys.map(|keys| self.say(&Message::new("export-example-meeting").with("keys", keys))),
        );
        let units = summary.units.iter();
        let units = units.map(|unit| (self.text(&unit.name), &unit.example));
        said.extend(self.made_up("export-example-units", units));
        let people = summary.attendance.iter();
        let people = people.map(|person| (self.text(&person.name), &person.example));
        said.extend(self.made_up("export-example-people", people));
        // What of an item is made up in part — its times — only the programme shows, and marks itself.
        let items = summary.items.iter();
        let items = items.filter(|item| item.example == Example::Whole);
        let items = items.map(|item| (self.text(&item.title), &item.example));
        said.extend(self.made_up("export-example-items", items));
        said
    }

    /// Which of several are made up, whole or in part.
    fn made_up<'m>(
        &self,
        id: &'static str,
        all: impl Iterator<Item = (&'m str, &'m Example)>,
    ) -> Option<String> {
        let mut made_up: Vec<Arg> = Vec::new();
        for (name, example) in all {
            let mut named = name.to_owned();
            match (example, self.keys(example)) {
                (Example::Whole, _) => {}
                (_, Some(keys)) => self.words.enclose(&mut named, &[self.locale.write(&keys)]),
                (_, None) => continue,
            }
            made_up.push(named.into());
        }
        (!made_up.is_empty()).then(|| self.say(&Message::new(id).with("names", made_up)))
    }
}
