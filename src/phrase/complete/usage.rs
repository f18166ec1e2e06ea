//! What may follow a command, read off the words in which the table says it: `WHO [reason]`, `closed|open`, `C12 text`.
//! Knows no line and no meeting.

use crate::text::is_han;

/// Something that stands in one place behind a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// That word.
    Word(&'static str),
    /// That word, with a figure at once behind it: `赞成14`.
    WordOfFigure(&'static str),
    /// A person or unit.
    Who,
    /// Persons or units, parted by commas.
    WhoList,
    /// Whoever is to do it, before a colon.
    Owner,
    /// `C12`.
    Contribution,
    /// `A3`.
    Action,
    /// `M3`.
    Matter,
    /// `P2`.
    Motion,
    /// The number of an item.
    Item,
    /// The name of a command.
    Command,
    /// A rule of voting.
    Rule,
    /// A method of voting.
    Method,
    /// A kind of items.
    ItemKind,
    /// A face or a theme of looks: whoever shows them knows their names.
    Name,
    /// A number, a time, a length, a day: one word.
    Figure,
    /// A text in quotes.
    Quoted,
    /// Whatever one likes, up to the end.
    Text,
}

/// One place, or the ways to fill it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Each a run of places.
    pub ways: Vec<Vec<Place>>,
    /// Whether it may stay empty.
    pub optional: bool,
}

/// The forms that a usage has, each a row of slots.
pub fn forms(usage: &'static str) -> Vec<Vec<Slot>> {
    outside_brackets(usage, " | ")
        .into_iter()
        .map(slots)
        .collect()
}

fn slots(form: &'static str) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    for token in outside_brackets(form, " ") {
        let token = token.trim();
        let inside = token
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'));
        match inside {
            Some(inside) if inside.contains('[') => {
                slots.extend(self::slots(inside).into_iter().map(|slot| Slot {
                    optional: true,
                    ..slot
                }));
            }
            Some(inside) => slots.push(Slot {
                ways: ways(inside),
                optional: true,
            }),
            None if matches!(token, "" | "…") => {}
            None => slots.push(Slot {
                ways: ways(token),
                optional: false,
            }),
        }
    }
    with_lists(slots)
}

/// `at TIME|since 5m`: each way a run of places.
fn ways(text: &'static str) -> Vec<Vec<Place>> {
    let run = |way: &'static str| {
        let tokens = way.split_whitespace().filter(|token| *token != "…");
        tokens.map(place).collect()
    };
    text.split('|').map(run).collect()
}

/// `WHO, WHO` is one place, and so is `WHO, …`.
fn with_lists(mut slots: Vec<Slot>) -> Vec<Slot> {
    let is_list = |slot: &Slot| slot.ways.concat().contains(&Place::WhoList);
    for at in (1..slots.len()).rev() {
        if is_list(&slots[at - 1]) && slots[at].ways == [[Place::Who]] {
            slots.remove(at);
        }
    }
    slots
}

fn place(token: &'static str) -> Place {
    if token.starts_with(['"', '“']) {
        let closed = token.ends_with(['"', '”']);
        return if closed { Place::Quoted } else { Place::Text };
    }
    if let Some(place) = NAMED
        .iter()
        .find_map(|(names, place)| names.contains(&token).then_some(*place))
    {
        return place;
    }
    let mut chars = token.chars();
    let first = chars.next().unwrap_or(' ');
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match first {
        'C' if is_number(chars.as_str()) => Place::Contribution,
        'A' if is_number(chars.as_str()) => Place::Action,
        'M' if is_number(chars.as_str()) => Place::Matter,
        'P' if is_number(chars.as_str()) => Place::Motion,
        '0'..='9' => Place::Figure,
        _ if token.contains([':', '：']) => Place::Text,
        _ if first.is_ascii_uppercase() => Place::Figure,
        _ if is_han(first) && token.ends_with(|c: char| c.is_ascii_digit()) => {
            Place::WordOfFigure(token.trim_end_matches(|c: char| c.is_ascii_digit()))
        }
        _ => Place::Word(token),
    }
}

/// What the usages call the places, in English and in Chinese.
const NAMED: &[(&[&str], Place)] = &[
    (&["WHO", "某人"], Place::Who),
    (&["WHO,", "某人,", "某人，"], Place::WhoList),
    (&["OWNER", "OWNER:", "责任方", "责任方：文字"], Place::Owner),
    (&["N", "M", "序号"], Place::Item),
    (&["command", "命令"], Place::Command),
    (&["rule", "规则"], Place::Rule),
    (&["method", "方式"], Place::Method),
    (&["kind", "类型"], Place::ItemKind),
    (&["NAME", "名称"], Place::Name),
    (
        &["text", "reason", "文字", "事由", "理由", "title,", "unit"],
        Place::Text,
    ),
    (
        &["time", "时间", "日期", "时长", "格式", "文件", "路径"],
        Place::Figure,
    ),
];

/// The parts of a text between separators that stand in no brackets.
fn outside_brackets(text: &'static str, separator: &str) -> Vec<&'static str> {
    let mut parts = Vec::new();
    let (mut depth, mut start, mut at) = (0_usize, 0, 0);
    while let Some(c) = text[at..].chars().next() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && text[at..].starts_with(separator) {
            parts.push(&text[start..at]);
            at += separator.len();
            start = at;
        } else {
            at += c.len_utf8();
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::super::super::table::commands;
    use super::*;

    fn must(place: Place) -> Slot {
        Slot {
            ways: vec![vec![place]],
            optional: false,
        }
    }

    #[test]
    fn a_usage_falls_into_places() {
        assert_eq!(
            forms("WHO after WHO"),
            [[
                must(Place::Who),
                must(Place::Word("after")),
                must(Place::Who)
            ]]
        );
        let present = forms("WHO, WHO [online] [at TIME|since 5m]");
        assert_eq!(present[0].len(), 3);
        assert_eq!(present[0][0], must(Place::WhoList));
        assert_eq!(
            present[0][2].ways,
            [
                vec![Place::Word("at"), Place::Figure],
                vec![Place::Word("since"), Place::Figure]
            ]
        );
        assert_eq!(forms("WHO | P2").len(), 2);
        assert_eq!(
            forms("closed|open")[0][0].ways,
            [[Place::Word("closed")], [Place::Word("open")]]
        );
        assert_eq!(
            forms("赞成44 反对1")[0][0],
            must(Place::WordOfFigure("赞成"))
        );
        assert!(
            forms("[until [DATE] TIME]")[0]
                .iter()
                .all(|slot| slot.optional)
        );
    }

    #[test]
    fn both_languages_have_the_same_places() {
        let kinds = |usage: &'static str| {
            let mut places: Vec<Place> = forms(usage)
                .into_iter()
                .flatten()
                .flat_map(|slot| slot.ways.concat())
                .filter(|place| {
                    !matches!(
                        place,
                        Place::Word(_)
                            | Place::WordOfFigure(_)
                            | Place::Figure
                            | Place::Text
                            | Place::Quoted
                    )
                })
                .collect();
            places.sort_by_key(|place| format!("{place:?}"));
            places
        };
        for row in commands().filter(|row| row.name != "export") {
            assert_eq!(kinds(row.usage[0]), kinds(row.usage[1]), "{}", row.name);
        }
    }
}
