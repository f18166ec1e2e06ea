//! Names of keys: how they are written in settings, hints and help, and which key each name means. Knows no actions.

use std::fmt;
use std::str::FromStr;

use super::input::{Code, Key};

/// The names of the keys that are not characters.
const NAMES: [(&str, Code); 14] = [
    ("Enter", Code::Enter),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Insert", Code::Insert),
    ("Esc", Code::Esc),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
];
const SPACE: &str = "Space";

/// A name that is no key's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKey(pub String);

impl FromStr for Key {
    type Err = UnknownKey;

    /// Reads `F5`, `Ctrl-/`, `Alt-Up`, `Shift-Tab`, `?`. Case counts for single characters alone.
    fn from_str(name: &str) -> Result<Self, UnknownKey> {
        let unknown = || UnknownKey(name.to_owned());
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = name;
        while let Some((held, key)) = rest
            .split_once('-')
            .filter(|(held, key)| !held.is_empty() && !key.is_empty())
        {
            match held.to_ascii_lowercase().as_str() {
                "ctrl" => ctrl = true,
                "alt" => alt = true,
                "shift" => shift = true,
                _ => return Err(unknown()),
            }
            rest = key;
        }
        let code = code(rest).ok_or_else(unknown)?;
        Ok(Self {
            code,
            ctrl,
            alt,
            shift,
        })
    }
}

fn code(name: &str) -> Option<Code> {
    let mut chars = name.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return Some(Code::Char(only));
    }
    if name.eq_ignore_ascii_case(SPACE) {
        return Some(Code::Char(' '));
    }
    if let Some((_, code)) = NAMES
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
    {
        return Some(*code);
    }
    let number = name.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=24).contains(&number).then_some(Code::F(number))
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [
            (self.ctrl, "Ctrl-"),
            (self.alt, "Alt-"),
            (self.shift, "Shift-"),
        ] {
            f.write_str(if held { name } else { "" })?;
        }
        match self.code {
            Code::Char(' ') => f.write_str(SPACE),
            Code::Char(c) if self.ctrl || self.alt => write!(f, "{}", c.to_uppercase()),
            Code::Char(c) => write!(f, "{c}"),
            Code::F(number) => write!(f, "F{number}"),
            code => f.write_str(
                NAMES
                    .iter()
                    .find(|(_, known)| *known == code)
                    .map_or("", |(name, _)| name),
            ),
        }
    }
}

/// Whether a key that came is the key that was named: letters held with Control or Alt match in either case, and the
/// full-width twins of ASCII marks count as these.
#[must_use]
pub fn is_same(came: Key, named: Key) -> bool {
    let code = |key: Key| match key.code {
        Code::Char(c) if key.ctrl || key.alt => Code::Char(c.to_ascii_lowercase()),
        Code::Char(c) => Code::Char(half_width(c)),
        code => code,
    };
    code(came) == code(named)
        && (came.ctrl, came.alt, came.shift) == (named.ctrl, named.alt, named.shift)
}

/// The ASCII twin of a full-width mark or digit; any other character as it is. For command places alone, never for text.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_as_it_is_written() {
        for name in [
            "F5",
            "Ctrl-/",
            "Alt-Up",
            "Shift-Tab",
            "?",
            "Ctrl-K",
            "Enter",
            "Space",
            "Alt-Shift-Left",
            "-",
            "Ctrl--",
        ] {
            let key: Key = name.parse().expect(name);
            let again = key.to_string();
            assert_eq!(again, name);
        }
        assert_eq!("f5".parse::<Key>().map(|key| key.code), Ok(Code::F(5)));
        for wrong in ["", "F0", "F99", "Hyper-x", "Ctrl-", "abc"] {
            assert!(wrong.parse::<Key>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_held_letter_matches_in_either_case_and_a_full_width_mark_its_twin() {
        let named: Key = "Ctrl-K".parse().expect("a key");
        assert!(is_same(Key::ctrl(Code::Char('k')), named));
        assert!(is_same(
            Key::plain(Code::Char('？')),
            Key::plain(Code::Char('?'))
        ));
        assert!(!is_same(
            Key::plain(Code::Char('K')),
            Key::plain(Code::Char('k'))
        ));
    }
}
