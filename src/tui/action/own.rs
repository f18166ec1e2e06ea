//! A person's own keys, merged over those of the table: `next = "Shift-F5"`, `next = ["F5", "Shift-F5"]`. Owns which keys an action
//! can have, and who keeps a key that two want; opens no file.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeValue;

use super::{ACTIONS, Keys, Line, Row};
use crate::settings;
use crate::text::written::{self, Fields, Form, Found, Value};
use crate::text::{Arg, Message};
use crate::tui::input::{Code, Key};
use crate::tui::keymap::is_same;

/// Keys a person wishes an action to have.
struct Wish {
    row: Row,
    /// Where the action is named.
    at: Range<usize>,
    /// Those that an action can have at all.
    keys: Vec<(Key, Range<usize>)>,
}

/// Reads keys. Where something is wrong, the keys of the table stand.
#[must_use]
pub fn read(source: &str) -> (Keys, Found) {
    match settings::too_long(source) {
        Some(found) => (Keys::default(), found),
        None => written::read(source, Form::default(), (), walk),
    }
}

type Reader = written::Reader<()>;

fn walk(reader: &mut Reader, top: &Fields<'_>) -> Keys {
    let names: Vec<&'static str> = ACTIONS.iter().map(|row| row.name).collect();
    reader.only(top, &names);
    let mut wishes = Vec::new();
    for (name, at, value) in top.ordered() {
        if let Some(row) = ACTIONS.iter().find(|row| row.name == name) {
            wishes.extend(wish(reader, *row, at, value));
        }
    }
    settle(reader, &wishes)
}

/// What is wished for an action; none where its keys stay those of the table.
fn wish(reader: &mut Reader, row: Row, at: Range<usize>, value: Value<'_>) -> Option<Wish> {
    let mut keys = Vec::new();
    let all: Vec<Value<'_>> = match value.get_ref() {
        DeValue::String(_) => vec![value],
        DeValue::Array(array) => array.iter().collect(),
        DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)
        | DeValue::Table(_) => {
            reader.mistake(
                value.span(),
                Message::new("keys-value").with("action", row.name),
            );
            return None;
        }
    };
    if all.is_empty() && row.command.is_none() {
        let message = Message::new("keys-only-way").with("action", row.name);
        reader.mistake(value.span(), message);
        return None;
    }
    let is_none_wished = all.is_empty();
    for one in all {
        let Some(written) = reader.string(row.name, one) else {
            continue;
        };
        match key(&row, written.trim()) {
            Ok(key) => keys.push((key, one.span())),
            Err(message) => reader.mistake(one.span(), message),
        }
    }
    (is_none_wished || !keys.is_empty()).then_some(Wish { row, at, keys })
}

/// The key of that name, where that action can have it.
fn key(row: &Row, written: &str) -> Result<Key, Message> {
    let key: Key = written
        .parse()
        .map_err(|_| Message::new("keys-unknown").with("key", written))?;
    let is_default = row.keys.iter().any(|known| is_named(key, known));
    let told = |id: &'static str| Message::new(id).with("key", key.to_string());
    if is_default {
        return Ok(key);
    }
    if key.types().is_some() {
        return Err(told("keys-types"));
    }
    if let Some(twin) = twin(key) {
        return Err(told("keys-twin").with("other", twin));
    }
    if edits(key) {
        return Err(told("keys-edits"));
    }
    if matches!(key.code, Code::F(13..)) {
        return Err(told("keys-never"));
    }
    Ok(key)
}

fn is_named(key: Key, name: &str) -> bool {
    name.parse().is_ok_and(|named| is_same(key, named))
}

/// The key for which terminals send the same as for this one.
fn twin(key: Key) -> Option<&'static str> {
    let Code::Char(c) = key.code else {
        return None;
    };
    match c.to_ascii_lowercase() {
        'm' | 'j' if key.ctrl => Some("Enter"),
        'i' if key.ctrl => Some("Tab"),
        'h' | '?' | '8' if key.ctrl => Some("Backspace"),
        '[' | '3' if key.ctrl => Some("Esc"),
        '_' | '7' if key.ctrl => Some("Ctrl-/"),
        '@' | '2' if key.ctrl => Some("Ctrl-Space"),
        // What follows Esc [ is read as the rest of another key.
        '[' if key.alt => Some("Esc"),
        _ => None,
    }
}

/// Whether the line that is typed needs the key: to move, to delete, to complete, to be sent.
#[must_use]
pub fn edits(key: Key) -> bool {
    match key.code {
        Code::Enter
        | Code::Tab
        | Code::Esc
        | Code::Backspace
        | Code::Delete
        | Code::Left
        | Code::Right
        | Code::Home
        | Code::End => true,
        Code::Up | Code::Down => !key.ctrl && !key.alt,
        Code::Char(c) => {
            (key.ctrl || key.alt) && matches!(c.to_ascii_lowercase(), 'a' | 'e' | 'u' | 'w')
        }
        Code::Insert | Code::PageUp | Code::PageDown | Code::F(_) => false,
    }
}

/// Whether terminals, systems or input methods may take the key for themselves.
fn may_not_arrive(key: Key) -> bool {
    match key.code {
        Code::F(number) => matches!(number, 1 | 10..),
        Code::Char(c) if key.alt => c.is_alphanumeric(),
        Code::Char(c) if key.ctrl => {
            let taken = "bcdqsvz\\] ";
            let is_sent = c.is_ascii_alphabetic() || "/\\]^ ".contains(c);
            !is_sent || taken.contains(c.to_ascii_lowercase())
        }
        _ => false,
    }
}

/// Gives every action its keys. Whoever is not wished another holds those of the table; the others take theirs in the order of
/// the file, and a key that is held stays where it is. An action that would be left without any keeps those of the table.
fn settle(reader: &mut Reader, wishes: &[Wish]) -> Keys {
    let mut unheard: BTreeSet<usize> = BTreeSet::new();
    loop {
        let heard = || (0..).zip(wishes).filter(|(at, _)| !unheard.contains(at));
        let is_wished = |row: &Row| heard().any(|(_, wish)| wish.row.action == row.action);
        let mut held: Vec<(Key, Row)> = Keys::default().0;
        held.retain(|(_, row)| !is_wished(row));
        let mut told = Vec::new();
        let mut lost = None;
        for (at, wish) in heard() {
            let (given, taken) = give(wish, &held);
            if given.is_empty() && !wish.keys.is_empty() {
                lost = Some((at, taken));
                break;
            }
            told.extend(taken);
            doubt(reader, wish, &given);
            held.extend(given.into_iter().map(|key| (key, wish.row)));
        }
        let Some((at, taken)) = lost else {
            told.into_iter()
                .for_each(|(at, message)| reader.mistake(at, message));
            held.sort_by_key(|(_, row)| ACTIONS.iter().position(|one| one.action == row.action));
            return Keys(held);
        };
        reader.warnings.clear();
        taken
            .into_iter()
            .for_each(|(at, message)| reader.mistake(at, message));
        unheard.insert(at);
    }
}

/// The keys that a wish comes to, and what is told of those that somebody else holds.
fn give(wish: &Wish, held: &[(Key, Row)]) -> (Vec<Key>, Vec<(Range<usize>, Message)>) {
    let meet = |one: &Row, other: &Row| {
        Line::ALL
            .into_iter()
            .any(|line| one.place.holds(line) && other.place.holds(line))
    };
    let (mut given, mut told) = (Vec::new(), Vec::new());
    for (key, at) in &wish.keys {
        let holder = held
            .iter()
            .find(|(other, row)| is_same(*key, *other) && meet(&wish.row, row));
        match holder {
            Some((_, row)) => {
                let message = Message::new("keys-held").with("key", key.to_string());
                let message = message.with("action", wish.row.name);
                told.push((at.clone(), message.with("holder", row.name)));
            }
            None => given.push(*key),
        }
    }
    (given, told)
}

/// Warns where none of the keys may arrive.
fn doubt(reader: &mut Reader, wish: &Wish, given: &[Key]) {
    let is_sure = |key: &Key| {
        !may_not_arrive(*key) || wish.row.keys.iter().any(|known| is_named(*key, known))
    };
    if given.is_empty() || given.iter().any(is_sure) {
        return;
    }
    let keys: Vec<Arg> = given
        .iter()
        .map(|key| Arg::from(key.to_string().as_str()))
        .collect();
    let message = Message::new("keys-may-not-arrive").with("keys", keys);
    reader.warn(wish.at.clone(), message.with("action", wish.row.name));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::written::Mistake;
    use crate::tui::action::Action;

    fn told(source: &str) -> Vec<String> {
        let place = |mistake: &Mistake| {
            format!("{}:{} {}", mistake.line, mistake.column, mistake.message.id)
        };
        let (_, found) = read(source);
        found
            .mistakes
            .iter()
            .chain(&found.warnings)
            .map(place)
            .collect()
    }

    fn started(source: &str, key: &str, line: Line) -> Option<Action> {
        read(source).0.action(key.parse().expect(key), line)
    }

    fn shown(source: &str, action: Action) -> String {
        let key = read(source).0.shown(action);
        key.map(|key| key.to_string()).unwrap_or_default()
    }

    #[test]
    fn an_own_key_takes_the_place_of_the_one_in_the_table() {
        let source = "next = \"Shift-F4\"\npause = [\"F5\", \"Shift-F9\"]\n";
        assert_eq!(told(source), [""; 0]);
        assert_eq!(started(source, "Shift-F4", Line::Typed), Some(Action::Next));
        assert_eq!(started(source, "F5", Line::Empty), Some(Action::Pause));
        assert_eq!(
            started(source, "Shift-F9", Line::Empty),
            Some(Action::Pause)
        );
        assert_eq!(started(source, "F6", Line::Empty), None);
        assert_eq!(shown(source, Action::Pause), "F5");
        assert_eq!(shown(source, Action::Undo), "Ctrl-/");
    }

    #[test]
    fn two_actions_may_change_keys() {
        let source = "next = \"F6\"\npause = \"F5\"\n";
        assert_eq!(told(source), [""; 0]);
        assert_eq!(started(source, "F6", Line::Empty), Some(Action::Next));
        assert_eq!(started(source, "F5", Line::Empty), Some(Action::Pause));
    }

    #[test]
    fn the_first_holder_keeps_the_key() {
        let source = "pause = [\"F5\", \"Shift-F4\"]\nextend = \"Shift-F4\"\n";
        assert_eq!(told(source), ["1:10 keys-held", "2:10 keys-held"]);
        assert_eq!(started(source, "F5", Line::Empty), Some(Action::Next));
        assert_eq!(
            started(source, "Shift-F4", Line::Empty),
            Some(Action::Pause)
        );
        assert_eq!(started(source, "F7", Line::Empty), Some(Action::Extend));
    }

    #[test]
    fn an_action_left_without_a_key_has_those_of_the_table_before_others_take_them() {
        let source = "undo = \"F7\"\nextend = \"F5\"\n";
        assert_eq!(told(source), ["1:8 keys-held", "2:10 keys-held"]);
        assert_eq!(started(source, "Ctrl-/", Line::Empty), Some(Action::Undo));
        assert_eq!(started(source, "F7", Line::Empty), Some(Action::Extend));
    }

    #[test]
    fn the_same_key_may_do_two_things_in_two_places() {
        let source = "help = \"Shift-F4\"\nkind = \"Shift-F4\"\n";
        assert_eq!(told(source), [""; 0]);
        assert_eq!(started(source, "Shift-F4", Line::Empty), Some(Action::Help));
        assert_eq!(started(source, "Shift-F4", Line::Typed), Some(Action::Kind));
    }

    #[test]
    fn letters_and_what_the_line_and_the_terminal_need_cannot_be_taken() {
        for (source, mistake) in [
            ("next = \"n\"", "1:8 keys-types"),
            ("next = \"?\"", "1:8 keys-types"),
            ("help = \"h\"", "1:8 keys-types"),
            ("next = \"Space\"", "1:8 keys-types"),
            ("next = \"Enter\"", "1:8 keys-edits"),
            ("next = \"Ctrl-Left\"", "1:8 keys-edits"),
            ("next = \"ctrl-w\"", "1:8 keys-edits"),
            ("next = \"Ctrl-M\"", "1:8 keys-twin"),
            ("next = \"Ctrl-[\"", "1:8 keys-twin"),
            ("next = \"F13\"", "1:8 keys-never"),
            ("next = \"Hyper-N\"", "1:8 keys-unknown"),
            ("next = [\"Shift-F4\", 7]", "1:21 written-type-string"),
            ("next = 7", "1:8 keys-value"),
            ("nxt = \"Shift-F4\"", "1:1 written-key-unknown-near"),
            ("repaint = []", "1:11 keys-only-way"),
        ] {
            assert_eq!(told(source), [mistake], "{source}");
            assert_eq!(
                started(source, "F5", Line::Empty),
                started("", "F5", Line::Empty).filter(|_| !source.contains("Shift-F4\", 7")),
                "{source}"
            );
        }
    }

    #[test]
    fn what_has_a_command_may_go_without_a_key() {
        assert_eq!(told("undo = []"), [""; 0]);
        assert_eq!(started("undo = []", "Ctrl-/", Line::Empty), None);
        assert_eq!(shown("undo = []", Action::Undo), "");
    }

    #[test]
    fn a_key_that_may_not_arrive_is_warned_of_where_it_is_the_only_one() {
        assert_eq!(told("next = \"F11\""), ["1:1 keys-may-not-arrive"]);
        assert_eq!(
            told("next = [\"Alt-9\", \"Ctrl-5\"]"),
            ["1:1 keys-may-not-arrive"]
        );
        assert_eq!(told("next = [\"F11\", \"Shift-F4\"]"), [""; 0]);
        assert_eq!(told("leave = \"Ctrl-C\""), [""; 0]);
    }

    #[test]
    fn the_table_itself_can_be_written_as_a_file() {
        let rows: Vec<String> = ACTIONS
            .iter()
            .map(|row| format!("{} = {:?}", row.name, row.keys))
            .collect();
        assert_eq!(told(&rows.join("\n")), [""; 0]);
    }

    #[test]
    fn whatever_is_written_no_two_actions_share_a_key_and_none_without_a_command_is_lost() {
        let choices = [
            "Shift-F4", "F5", "F6", "F7", "Ctrl-K", "Ctrl-L", "x", "Ctrl-M",
        ];
        for seed in 0..4_000_usize {
            let mut left = seed;
            let mut lines = Vec::new();
            for name in ["pause", "next", "kind", "repaint", "extend"] {
                lines.push(format!("{name} = {:?}", choices[left % choices.len()]));
                left = left / choices.len() + seed % 3;
            }
            let (keys, _) = read(&lines.join("\n"));
            for row in ACTIONS {
                assert!(keys.shown(row.action).is_some(), "{}: {lines:?}", row.name);
            }
            for (at, (key, row)) in keys.0.iter().enumerate() {
                let twice = keys.0[at + 1..].iter().any(|(other, there)| {
                    let meet = |line| row.place.holds(line) && there.place.holds(line);
                    is_same(*key, *other) && (meet(Line::Empty) || meet(Line::Typed))
                });
                assert!(!twice, "{key}: {lines:?}");
            }
        }
    }
}
