//! Themes as files: which look each role has, said in words. Owns the roles, the shipped themes and the reading of both those
//! and a person's own; how a look is drawn is the screen's, where a file lies `cli`'s.

use std::ops::Range;

use crate::text::written::{self, Fields, Form, Found, Value, listed};
use crate::text::{Message, nearest};

/// What a piece of the screen is, as far as its look goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// What is past or secondary.
    Quiet,
    /// The one thing that matters now.
    Strong,
    /// A name of something that can be acted on.
    Accent,
    /// Here, now: the current item, the speaker.
    Here,
    /// In time, carried, present.
    Good,
    /// Soon.
    Soon,
    /// Over, failed, lost.
    Bad,
    /// Small capitals above a column.
    Label,
    /// A line between parts.
    Rule,
    /// Where one types.
    Field,
    /// The selected row.
    Selection,
    /// What the chair says next.
    Cue,
    /// The speaker's clock while it is in time.
    Clock,
}

/// How many roles there are.
pub const ROLES: usize = 14;

/// The keys of a theme: the roles in their order, and behind them the theme it begins from. Closed.
const KEYS: [&str; ROLES + 1] = [
    "text",
    "quiet",
    "strong",
    "accent",
    "here",
    "good",
    "soon",
    "bad",
    "label",
    "rule",
    "field",
    "selection",
    "cue",
    "clock",
    "base",
];

/// One colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// The one the terminal has by itself.
    #[default]
    Own,
    /// Of the terminal's sixteen, from 0.
    Palette(u8),
    /// That very colour: red, green, blue.
    Exact(u8, u8, u8),
}

/// What a role looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Of the characters.
    pub colour: Colour,
    /// Behind them.
    pub behind: Colour,
    /// Whether each of [`MANNERS`] holds, in their order.
    pub manners: [bool; MANNERS.len()],
}

/// A look for each role, in their order.
pub type Looks = [Look; ROLES];

/// How characters can be written.
pub const MANNERS: [&str; 6] = [
    "bold",
    "dim",
    "italic",
    "underlined",
    "reversed",
    "crossed-out",
];

/// The terminal's sixteen colours, in their order.
const PALETTE: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "gray",
    "dark-gray",
    "light-red",
    "light-green",
    "light-yellow",
    "light-blue",
    "light-magenta",
    "light-cyan",
    "white",
];
const TERMINALS_OWN: &str = "default";
const BEHIND: &str = "on";

/// A theme that comes with the program.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// What it is called.
    pub name: &'static str,
    /// What it is called as well, in Chinese.
    pub chinese: &'static str,
    /// Its file.
    pub source: &'static str,
}

/// The shipped themes; the first is the default.
pub const SHIPPED: [Shipped; 4] = [
    Shipped {
        name: "dark",
        chinese: "深色",
        source: include_str!("../../config/themes/dark.toml"),
    },
    Shipped {
        name: "light",
        chinese: "浅色",
        source: include_str!("../../config/themes/light.toml"),
    },
    Shipped {
        name: "high-contrast",
        chinese: "高对比",
        source: include_str!("../../config/themes/high-contrast.toml"),
    },
    Shipped {
        name: WITHOUT_COLOURS,
        chinese: "无色",
        source: include_str!("../../config/themes/mono.toml"),
    },
];

/// The theme without colours, for `NO_COLOR`.
pub const WITHOUT_COLOURS: &str = "mono";

/// Whether a theme can have that name: letters, digits, `-` and `_`, so that it names a file of one folder and no other.
#[must_use]
pub fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    !name.is_empty() && name.chars().all(fits)
}

/// The shipped theme of that name.
#[must_use]
pub fn shipped(name: &str) -> Option<Shipped> {
    let is_meant = |theme: &Shipped| theme.name == name || theme.chinese == name;
    SHIPPED.into_iter().find(is_meant)
}

/// What is told where there is no theme of that name.
#[must_use]
pub fn unknown(name: &str, known: &[String]) -> Message {
    let names = || known.iter().map(String::as_str);
    match nearest(name, names()) {
        Some(near) => Message::new("theme-unknown-near").with("near", near),
        None => Message::new("theme-unknown"),
    }
    .with("name", name)
    .with("known", listed(names()))
}

/// Reads a theme. What is wrong in it looks as in the theme it begins from.
#[must_use]
pub fn read(source: &str) -> (Looks, Found) {
    if let Some(found) = super::too_long(source) {
        return (Looks::default(), found);
    }
    written::read(source, Form::default(), (), looks)
}

type Reader = written::Reader<()>;

fn looks(reader: &mut Reader, top: &Fields<'_>) -> Looks {
    reader.only(top, &KEYS);
    let base = reader.word(
        top,
        "base",
        &SHIPPED.map(|theme| (theme.name, theme.source)),
    );
    // A shipped theme has no base itself.
    let mut looks = base.map_or_else(Looks::default, |source| read(source).0);
    for (look, role) in looks.iter_mut().zip(KEYS) {
        let Some(value) = top.get(role) else {
            continue;
        };
        if let Some(read) = reader
            .string(role, value)
            .and_then(|words| self::look(reader, (role, value), words))
        {
            *look = read;
        }
    }
    looks
}

/// A look from its words; none where a word is not understood.
fn look(reader: &mut Reader, (role, value): (&str, Value<'_>), words: &str) -> Option<Look> {
    let mut look = Look::default();
    let mut colours: [Option<&str>; 2] = [None; 2];
    let mut is_behind = false;
    for word in words.split_whitespace() {
        if word == BEHIND {
            is_behind = true;
        } else if let Some(at) = MANNERS.iter().position(|manner| *manner == word) {
            look.manners[at] = true;
        } else {
            let Some(colour) = colour(word) else {
                unknown_word(reader, role, value.span(), word);
                return None;
            };
            if let Some(other) = colours[usize::from(is_behind)].replace(word) {
                let message = Message::new("theme-two-colours").with("key", role);
                reader.mistake(value.span(), message.with("one", other).with("other", word));
                return None;
            }
            *(if is_behind {
                &mut look.behind
            } else {
                &mut look.colour
            }) = colour;
        }
    }
    if is_behind && colours[1].is_none() {
        reader.mistake(value.span(), Message::new("theme-on").with("key", role));
        return None;
    }
    Some(look)
}

/// The colour of that name.
fn colour(word: &str) -> Option<Colour> {
    if word == TERMINALS_OWN {
        return Some(Colour::Own);
    }
    if let Some(at) = (0..).zip(PALETTE).find(|(_, name)| *name == word) {
        return Some(Colour::Palette(at.0));
    }
    let digits = word.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    // A sign would be read as part of a number.
    digits
        .chars()
        .all(|c| c.is_ascii_hexdigit())
        .then_some(())?;
    Some(Colour::Exact(part(0)?, part(2)?, part(4)?))
}

fn unknown_word(reader: &mut Reader, role: &str, at: Range<usize>, word: &str) {
    let known = || MANNERS.into_iter().chain(PALETTE).chain([TERMINALS_OWN]);
    let message = match reader.near(word, known()) {
        _ if word.starts_with('#') => Message::new("theme-exact"),
        Some(near) => Message::new("theme-word-near").with("near", near),
        None => Message::new("theme-word").with("known", listed(known())),
    };
    reader.mistake(at, message.with("key", role).with("word", word));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::written::Mistake;

    fn told(source: &str) -> Vec<String> {
        let place = |mistake: Mistake| {
            format!("{}:{} {}", mistake.line, mistake.column, mistake.message.id)
        };
        read(source).1.mistakes.into_iter().map(place).collect()
    }

    #[test]
    fn the_shipped_themes_say_every_role_and_have_no_mistakes() {
        for Shipped { name, source, .. } in SHIPPED {
            assert_eq!(told(source), [""; 0], "{name}");
            for role in &KEYS[..ROLES] {
                assert!(source.contains(&format!("\n{role} = ")), "{name}: {role}");
            }
        }
    }

    #[test]
    fn an_own_theme_begins_from_a_shipped_one_and_names_what_differs() {
        let (own, found) = read("base = \"light\"\nhere = \"bold underlined #0050a0 on white\"\n");
        assert!(found.mistakes.is_empty());
        let (light, _) = read(shipped("浅色").expect("it is shipped").source);
        let here = Role::Here as usize;
        assert_eq!(own[here].colour, Colour::Exact(0, 0x50, 0xa0));
        assert_eq!(own[here].behind, Colour::Palette(15));
        assert_eq!(own[here].manners, [true, false, false, true, false, false]);
        for role in (0..ROLES).filter(|role| *role != here) {
            assert_eq!(own[role], light[role]);
        }
    }

    #[test]
    fn every_mistake_is_told_with_its_place_and_the_base_stands_for_it() {
        let source = "base = \"lihgt\"\nhere = \"bold cyna\"\n粗 = \"bold\"\nsonn = 7\nbad = \"red blue\"\nsoon = \"red on\"\n\
                      good = \"#12345\"\nrule = 3\nclock = \"#+1+2+3\"";
        assert_eq!(
            told(source),
            [
                "1:8 written-word-near",
                "2:8 theme-word-near",
                "3:1 written-key-unknown",
                "4:1 written-key-unknown-near",
                "5:7 theme-two-colours",
                "6:8 theme-on",
                "7:8 theme-exact",
                "8:8 written-type-string",
                "9:9 theme-exact",
            ]
        );
        let dark = shipped("dark").expect("it is shipped");
        assert_eq!(
            read("base = \"dark\"\nhere = \"cyna\"").0,
            read(dark.source).0
        );
    }

    #[test]
    fn a_name_never_leads_out_of_the_folder() {
        assert!(is_name("my-theme_2") && is_name("夜"));
        for wrong in ["", "..", "../dark", "a/b", "a.toml", "a b", "a\\b"] {
            assert!(!is_name(wrong), "{wrong}");
        }
    }
}
