//! Agendas as text: comments, blocks with their keys one under the other, and how each thing of an agenda is written, so that reading it
//! gives the same. Texts are quoted and comments kept to their line, so that no text can be anything but a text.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr;

use super::words::{CAPACITIES, CONTRIBUTION_KINDS, ITEM_KINDS, METHODS};
use crate::agenda::{
    Capacity, Example, Item, ItemKind, Method, Office, Person, Speaker, SpeakerChoice, Theme, Unit,
    Who,
};
use crate::rules::{Base, Each, Fraction, Kind, Proxies, Quorum, Rule, Tie};
use crate::text::{Bilingual, Text, is_visible};

/// Columns that a heading fills.
const WIDTH: usize = 100;

/// Keys with their values, as they are written.
pub type Keys = Vec<(&'static str, String)>;

/// A table with its keys one under the other, and an empty line behind it.
pub fn block(out: &mut String, kind: &str, id: &str, keys: &[(&str, String)]) {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let id = if id.chars().all(is_bare) {
        id.to_owned()
    } else {
        quoted(id)
    };
    table(out, &format!("[{kind}.{id}]"), keys);
}

/// An item, as [`block`].
pub fn item(out: &mut String, keys: &[(&str, String)]) {
    table(out, "[[item]]", keys);
}

fn table(out: &mut String, head: &str, keys: &[(&str, String)]) {
    let longest = keys.iter().map(|(key, _)| key.len()).max().unwrap_or(0);
    let _ = writeln!(out, "{head}");
    for (key, value) in keys {
        let _ = writeln!(out, "{key:longest$} = {value}");
    }
    out.push('\n');
}

/// A comment that parts what is above from what is below.
pub fn heading(out: &mut String, words: &str) {
    let line = format!("--- {words} ");
    let rest = WIDTH.saturating_sub(line.width() + 2);
    comment(out, &format!("{line}{}", "-".repeat(rest)));
    out.push('\n');
}

/// A comment of one line, whatever is in the words.
pub fn comment(out: &mut String, words: &str) {
    out.push('#');
    if !words.is_empty() {
        out.push(' ');
        out.extend(
            words
                .trim_end()
                .chars()
                .map(|c| if c.is_control() { ' ' } else { c }),
        );
    }
    out.push('\n');
}

/// What stands of a unit.
#[must_use]
pub fn unit_keys(unit: &Unit) -> Keys {
    let mut keys = vec![("name", named(&unit.name, unit.id.as_str()))];
    keys.extend(said("short", unit.short.as_ref()));
    keys.extend(
        unit.group
            .as_ref()
            .map(|group| ("group", quoted(group.as_str()))),
    );
    keys.extend(unit.budget.map(|budget| ("budget", length(budget))));
    keys.extend(example(&unit.example));
    keys
}

/// What stands of a person.
#[must_use]
pub fn person_keys(person: &Person) -> Keys {
    let mut keys = vec![("name", named(&person.name, person.id.as_str()))];
    keys.extend(said("title", person.title.as_ref()));
    keys.extend(said("office", person.office.as_ref()));
    keys.extend(said("address", person.address.as_ref()));
    keys.extend(
        person
            .unit
            .as_ref()
            .map(|unit| ("unit", quoted(unit.as_str()))),
    );
    keys.extend(
        person
            .group
            .as_ref()
            .map(|group| ("group", quoted(group.as_str()))),
    );
    if person.capacity != Capacity::default() {
        keys.extend(word("capacity", CAPACITIES, person.capacity));
    }
    // Of a secretary it has to be said.
    let is_unsaid = person.votes == person.capacity.votes_unsaid();
    if !is_unsaid || person.capacity == Capacity::Secretary {
        keys.push(("votes", person.votes.to_string()));
    }
    keys.extend(example(&person.example));
    keys
}

/// What stands of an item. Whom it names must be on the roster of the agenda: those of whom `is_known` says no are left out, and so are
/// groups that nobody is in.
#[must_use]
pub fn item_keys(item: &Item, is_known: impl Fn(&Named) -> bool) -> Keys {
    let is_person =
        |id: &&crate::agenda::PersonId| is_known(&Named::Who(&Who::Person((*id).clone())));
    let mut keys = vec![("title", both(&item.title))];
    if item.kind != ItemKind::default() {
        keys.extend(word("kind", ITEM_KINDS, item.kind));
    }
    keys.extend(item.time.map(|time| ("time", length(time))));
    keys.extend(item.each.map(|each| ("each", length(each))));
    let speakers = item.speakers.iter().filter(|speaker| match &speaker.who {
        SpeakerChoice::One(who) => is_known(&Named::Who(who)),
        SpeakerChoice::Group(group) => is_known(&Named::Group(group)),
    });
    keys.extend(list("speakers", speakers.map(speaker)));
    keys.extend(said("cue", item.cue.as_ref()));
    keys.extend(list(
        "documents",
        item.documents.iter().map(|one| quoted(one.as_str())),
    ));
    keys.extend(said("text", item.text.as_ref()));
    keys.extend(
        item.version
            .as_ref()
            .map(|version| ("version", quoted(version.as_str()))),
    );
    keys.extend(item.rule.as_ref().map(|own| ("rule", rule(own))));
    keys.extend(item.method.and_then(method));
    keys.extend(offices(item, &is_known));
    let tellers = item.tellers.iter().filter(is_person);
    keys.extend(list("tellers", tellers.map(|id| quoted(id.as_str()))));
    for (key, is_said) in [("recurring", item.recurring), ("closed", item.closed)] {
        keys.extend(is_said.then(|| (key, "true".to_owned())));
    }
    keys.extend(
        item.capture
            .and_then(|kind| word("capture", CONTRIBUTION_KINDS, kind)),
    );
    keys.extend(example(&item.example));
    keys
}

/// Somebody whom an item names.
#[derive(Debug)]
pub enum Named<'a> {
    /// A person or unit.
    Who(&'a Who),
    /// A group.
    Group(&'a Text),
}

fn speaker(speaker: &Speaker) -> String {
    let who = match &speaker.who {
        SpeakerChoice::One(who) => quoted(id(who)),
        SpeakerChoice::Group(group) => quoted(&format!("@{group}")),
    };
    match speaker.time {
        Some(time) => format!("{{ who = {who}, time = {} }}", length(time)),
        None => who,
    }
}

/// The offices of an election; a single one that is called as the item stands in the item itself.
fn offices(item: &Item, is_known: &impl Fn(&Named) -> bool) -> Keys {
    if let [only] = &*item.offices
        && only.name == item.title
        && only.rule.is_none()
        && only.method.is_none()
    {
        return seats(only, is_known);
    }
    let written = item.offices.iter().map(|one| office(one, is_known));
    list("offices", written).into_iter().collect()
}

fn seats(office: &Office, is_known: &impl Fn(&Named) -> bool) -> Keys {
    let candidates = office
        .candidates
        .iter()
        .filter(|who| is_known(&Named::Who(who)))
        .map(|who| quoted(id(who)));
    let mut keys = vec![("seats", office.seats.to_string())];
    keys.extend(list("candidates", candidates));
    keys
}

fn office(office: &Office, is_known: &impl Fn(&Named) -> bool) -> String {
    let mut keys = vec![("name", both(&office.name))];
    keys.extend(seats(office, is_known));
    keys.extend(office.rule.as_ref().map(|own| ("rule", rule(own))));
    keys.extend(office.method.and_then(method));
    inline(&keys)
}

fn method(method: Method) -> Option<(&'static str, String)> {
    word("method", METHODS, method)
}

fn id(who: &Who) -> &str {
    match who {
        Who::Person(id) => id.as_str(),
        Who::Unit(id) => id.as_str(),
    }
}

/// A theme with its other names.
#[must_use]
pub fn theme(theme: &Theme) -> String {
    if theme.also.is_empty() {
        return both(&theme.name);
    }
    let mut keys = vec![("name", both(&theme.name))];
    keys.extend(list(
        "also",
        theme.also.iter().map(|other| quoted(other.as_str())),
    ));
    inline(&keys)
}

/// A rule: its name, else a table of what differs from the usual.
#[must_use]
pub fn rule(rule: &Rule) -> String {
    if let Some(name) = &rule.name {
        return quoted(name);
    }
    let mut keys: Keys = Vec::new();
    let mut say = |key, differs: bool, value: String| {
        if differs {
            keys.push((key, value));
        }
    };
    say(
        "kind",
        rule.kind != Kind::default(),
        quoted(rule.kind.word()),
    );
    say(
        "base",
        rule.base != Base::default(),
        quoted(rule.base.word()),
    );
    say(
        "need",
        rule.need != Fraction::HALF,
        quoted(&rule.need.to_string()),
    );
    say("strict", !rule.strict, rule.strict.to_string());
    say("tie", rule.tie != Tie::default(), quoted(rule.tie.word()));
    say("blank", rule.blank, rule.blank.to_string());
    say(
        "proxies",
        rule.proxies != Proxies::default(),
        quoted(rule.proxies.word()),
    );
    say(
        "each",
        rule.each != Each::default(),
        quoted(rule.each.word()),
    );
    keys.extend(rule.quorum.as_ref().map(|own| ("quorum", quorum(own))));
    inline(&keys)
}

/// A quorum.
#[must_use]
pub fn quorum(quorum: &Quorum) -> String {
    match quorum {
        Quorum::None => quoted("none"),
        Quorum::Number(number) => number.to_string(),
        Quorum::Share { need, strict } => inline(&[
            ("need", quoted(&need.to_string())),
            ("strict", strict.to_string()),
        ]),
    }
}

/// A length of time, in seconds.
#[must_use]
pub fn length(seconds: u32) -> String {
    let parts = [
        (seconds / 3600, "h"),
        (seconds / 60 % 60, "m"),
        (seconds % 60, "s"),
    ];
    let mut written = String::new();
    for (number, unit) in parts.iter().filter(|(number, _)| *number > 0) {
        let _ = write!(written, "{number}{unit}");
    }
    quoted(&written)
}

/// A text in one language or both.
#[must_use]
pub fn both(text: &Bilingual) -> String {
    if text.en == text.zh {
        return quoted(text.en.as_str());
    }
    let (en, zh) = (quoted(text.en.as_str()), quoted(text.zh.as_str()));
    format!("{{ en = {en}, zh = {zh} }}")
}

/// A text as TOML writes it, on one line.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// A name; the id where nobody would see anything of it.
fn named(name: &Bilingual, id: &str) -> String {
    if is_said(name) {
        both(name)
    } else {
        quoted(id)
    }
}

fn said(key: &'static str, text: Option<&Bilingual>) -> Option<(&'static str, String)> {
    let text = text.filter(|text| is_said(text))?;
    Some((key, both(text)))
}

fn is_said(text: &Bilingual) -> bool {
    is_visible(text.en.as_str()) || is_visible(text.zh.as_str())
}

fn word<T: Copy + PartialEq>(
    key: &'static str,
    words: &[(&str, T)],
    value: T,
) -> Option<(&'static str, String)> {
    let (word, _) = words.iter().find(|(_, known)| *known == value)?;
    Some((key, quoted(word)))
}

/// A list; nothing where it is empty.
fn list(key: &'static str, of: impl Iterator<Item = String>) -> Option<(&'static str, String)> {
    let all: Vec<String> = of.collect();
    (!all.is_empty()).then(|| (key, format!("[{}]", all.join(", "))))
}

/// Which facts are examples.
fn example(example: &Example) -> Option<(&'static str, String)> {
    match example {
        Example::None | Example::Record => None,
        Example::Whole => Some(("example", "true".to_owned())),
        Example::Keys(keys) => list("example", keys.iter().map(|key| quoted(key.as_str()))),
    }
}

fn inline(keys: &[(&str, String)]) -> String {
    let all: Vec<String> = keys
        .iter()
        .map(|(key, value)| format!("{key} = {value}"))
        .collect();
    format!("{{ {} }}", all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::{Agenda, file};

    /// The agenda whose roster and items are written from that one.
    fn again(agenda: &Agenda) -> Agenda {
        let mut out = String::from("title = \"Again\"\n");
        for unit in &agenda.units {
            block(&mut out, "unit", unit.id.as_str(), &unit_keys(unit));
        }
        for person in &agenda.persons {
            block(&mut out, "person", person.id.as_str(), &person_keys(person));
        }
        for plan in &agenda.items {
            item(&mut out, &item_keys(plan, |_| true));
        }
        let reading = file::read(&out);
        assert_eq!(reading.mistakes, [], "{out}");
        reading.agenda.expect("it is in order")
    }

    #[test]
    fn what_is_written_reads_the_same() {
        for source in [
            include_str!("tests/whole.toml"),
            include_str!("../../../config/agendas/exchange.toml"),
            include_str!("../../../config/agendas/founding.toml"),
        ] {
            let agenda = file::read(source).agenda.expect("it is in order");
            let again = again(&agenda);
            assert_eq!(again.units, agenda.units);
            assert_eq!(again.persons, agenda.persons);
            assert_eq!(again.items, agenda.items);
        }
    }

    #[test]
    fn no_text_gets_out_of_its_place() {
        let hostile = "a\"\\ b\n[person.x]\nname = \"c\"";
        let read: toml::Table = format!("key = {}", quoted(hostile))
            .parse()
            .expect("it is TOML");
        assert_eq!(read["key"].as_str(), Some(hostile));
        let mut out = String::new();
        comment(&mut out, hostile);
        assert_eq!(out.lines().count(), 1, "{out}");
    }

    #[test]
    fn rules_and_quorums_read_the_same() {
        for said in [
            "\"two-thirds\"",
            "{ base = \"present\", need = \"3/4\", strict = false, tie = \"chair\", quorum = \"none\" }",
            "{ kind = \"unanimous\", proxies = \"vote and quorum\", each = \"group\", quorum = { need = \"2/3\", strict = false } }",
            "{ base = \"cast\", blank = true, quorum = 12 }",
        ] {
            let source = |rule: &str| format!("title = \"T\"\nrule = {rule}\nitems = [\"A\"]\n");
            let read = |source: &str| {
                let agenda = file::read(source).agenda.expect("it is in order");
                agenda.rule.expect("it is said")
            };
            let own = read(&source(said));
            assert_eq!(read(&source(&rule(&own))), own);
        }
    }
}
