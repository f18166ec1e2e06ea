//! Clean text, text in both languages, and messages: what may be shown to a person, before any sentence is made of it.
//! Owns no sentence and no width: sentences are `locale`'s, columns are the screen's.

mod decode;
pub mod written;

pub use decode::decode;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// A point in time as it is recorded: whole seconds, with the offset of the place where it was taken.
pub type Moment = DateTime<FixedOffset>;

/// Text that holds no control, direction-override or tag characters; every text from outside passes through here.
///
/// Equality is by code points: nothing is normalised. Cloning shares the bytes.
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Text(Arc<str>);

impl Text {
    /// One line of text: dangerous characters dropped, tabs, line ends and U+2028/9 turned to spaces, ends trimmed.
    #[must_use]
    pub fn line(raw: &str) -> Self {
        clean(raw, Field::Line).text
    }

    /// Text of several lines: as [`Text::line`], but line feeds stay.
    #[must_use]
    pub fn lines(raw: &str) -> Self {
        clean(raw, Field::Lines).text
    }

    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<String> for Text {
    fn from(raw: String) -> Self {
        Self::lines(&raw)
    }
}

impl From<&str> for Text {
    fn from(raw: &str) -> Self {
        Self::lines(raw)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0.to_string()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

/// What kind of field a text is for: decides what becomes of line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// One line: line ends become spaces.
    Line,
    /// Several lines: line feeds stay, CRLF becomes LF.
    Lines,
}

/// A cleaned text and how many characters cleaning took away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// What is left.
    pub text: Text,
    /// Characters dropped; those turned to a space are not counted.
    pub removed: usize,
}

/// Cleans a text from outside for storing (rules: `LIBRARIES.md`, trap 1).
///
/// Lost: C0, C1 and DEL, direction embeddings, overrides and isolates, tag characters, noncharacters, BOM. To a space: tab, U+2028/9,
/// and line ends where the field is one line. Everything else stays as it was written: joiners, variation selectors, any script; ends are trimmed.
#[must_use]
pub fn clean(raw: &str, field: Field) -> Cleaned {
    if !raw
        .chars()
        .any(|c| is_line_end(c) || c == '\t' || is_lost(c) || is_separator(c))
    {
        return Cleaned {
            text: Text(Arc::from(raw.trim())),
            removed: 0,
        };
    }
    let mut kept = String::with_capacity(raw.len());
    let mut removed = 0;
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        if is_line_end(c) {
            if c == '\r' {
                chars.next_if_eq(&'\n');
            }
            kept.push(match field {
                Field::Line => ' ',
                Field::Lines => '\n',
            });
        } else if c == '\t' || is_separator(c) {
            kept.push(' ');
        } else if is_lost(c) {
            removed += 1;
        } else {
            kept.push(c);
        }
    }
    Cleaned {
        text: Text(Arc::from(kept.trim())),
        removed,
    }
}

/// What the screen shows of a text: without the invisible characters that a terminal may stumble on, and with no more than
/// four combining marks on one base. Borrowed where nothing has to go. Line feeds stay.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.chars().any(may_be_hidden) {
        return Cow::Borrowed(text);
    }
    let chars: Vec<char> = text.chars().collect();
    let mut kept = String::with_capacity(text.len());
    let mut marks = 0;
    for (at, &c) in chars.iter().enumerate() {
        if is_variation_selector(c) {
            // One selector, directly behind what it selects; never a run of them.
            if at > 0 && may_be_selected(chars[at - 1]) {
                kept.push(c);
            }
        } else if is_combining_mark(c) {
            marks += 1;
            if marks <= MARKS_SHOWN && !kept.is_empty() {
                kept.push(c);
            }
        } else if is_joiner(c) {
            let before = chars[..at]
                .iter()
                .rev()
                .copied()
                .find(|c| !is_variation_selector(*c) && !is_skin_tone(*c));
            if may_join(before, c, chars.get(at + 1).copied()) {
                kept.push(c);
            }
        } else if c == '\n' || !(is_invisible(c) || is_lost(c) || is_separator(c)) {
            marks = 0;
            kept.push(c);
        }
    }
    Cow::Owned(cap_graphemes(&kept))
}

/// Whether a reader would see anything of it at all.
#[must_use]
pub fn is_visible(text: &str) -> bool {
    shown(text).chars().any(|c| !c.is_whitespace())
}

/// Whether it is a Chinese character.
#[must_use]
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The word among those known that was most likely meant; `None` where none is near.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: String = word
        .chars()
        .take(NEAREST_CHARS)
        .collect::<String>()
        .to_lowercase();
    let length = word.chars().count();
    // One character of a Chinese name is a third of it; one letter of two says nothing.
    let far = if word.is_ascii() {
        length / 3
    } else {
        length.div_ceil(3)
    }
    .min(length.saturating_sub(1))
    .min(4);
    let likeness = |other: &'a str| {
        let lower = other.to_lowercase();
        let steps = strsim::damerau_levenshtein(&word, &lower);
        let is_start = length >= 2
            && (lower.starts_with(&word) || lower.chars().count() >= 2 && word.starts_with(&lower));
        (steps <= far || is_start).then_some((steps, other))
    };
    known
        .into_iter()
        .filter(|other| other.chars().count() <= NEAREST_CHARS)
        .filter_map(likeness)
        .min_by_key(|(steps, _)| *steps)
        .map(|(_, other)| other)
}

/// Longer words are compared by their beginning: the comparison grows with the square of their length.
const NEAREST_CHARS: usize = 60;

/// Combining marks shown on one base.
const MARKS_SHOWN: usize = 4;
/// Code points shown of one grapheme: more than the longest emoji in use has.
const GRAPHEME_SHOWN: usize = 16;

fn cap_graphemes(text: &str) -> String {
    text.graphemes(true)
        .flat_map(|grapheme| grapheme.chars().take(GRAPHEME_SHOWN))
        .collect()
}

const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r')
}

const fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether it is never stored. Line ends, tab and U+2028/9 are met before.
#[must_use]
pub fn is_lost(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}' | '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

const fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{180B}'..='\u{180D}' | '\u{180F}')
}

const fn is_skin_tone(c: char) -> bool {
    matches!(c, '\u{1F3FB}'..='\u{1F3FF}')
}

/// Characters without a glyph of their own that no script on a screen needs.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0080}'..='\u{E0FFF}'
    )
}

fn may_be_hidden(c: char) -> bool {
    c >= '\u{80}'
        && (is_joiner(c)
            || is_invisible(c)
            || is_variation_selector(c)
            || is_combining_mark(c)
            || is_lost(c)
            || is_separator(c))
        || c < ' ' && c != '\n'
        || c == '\u{7F}'
}

/// Bases that have variants: all but letters of the European scripts, spaces and other selectors.
fn may_be_selected(base: char) -> bool {
    matches!(base, '0'..='9' | '#' | '*' | '\u{A9}' | '\u{AE}')
        || base >= '\u{1820}'
            && !base.is_whitespace()
            && !is_variation_selector(base)
            && !is_joiner(base)
}

fn may_join(before: Option<char>, joiner: char, after: Option<char>) -> bool {
    let scripts = before.is_some_and(is_joining_script)
        && after.is_none_or(|c| is_joining_script(c) || c.is_whitespace());
    let emoji = joiner == '\u{200D}'
        && before.is_some_and(is_pictograph)
        && after.is_some_and(is_pictograph);
    scripts || emoji
}

/// Scripts whose letters change shape beside each other: Arabic, Syriac, N'Ko and their neighbours, the Indic scripts to Tibetan, Khmer, Mongolian, presentation forms.
const fn is_joining_script(c: char) -> bool {
    matches!(
        c,
        '\u{0600}'..='\u{08FF}' | '\u{0900}'..='\u{0DFF}' | '\u{0F00}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{1B00}'..='\u{1C4F}' | '\u{A800}'..='\u{A8FF}'
            | '\u{A980}'..='\u{A9FF}' | '\u{AAE0}'..='\u{AAFF}' | '\u{ABC0}'..='\u{ABFF}' | '\u{FB50}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFE}' | '\u{10A00}'..='\u{10FFF}' | '\u{11000}'..='\u{11FFF}' | '\u{1E900}'..='\u{1E95F}'
    )
}

const fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{A9}' | '\u{AE}' | '\u{203C}'..='\u{2049}' | '\u{2122}'..='\u{2BFF}' | '\u{3030}'..='\u{303D}' | '\u{3297}' | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}')
}

/// The languages the program speaks.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    Chinese,
}

impl Language {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::English => Self::Chinese,
            Self::Chinese => Self::English,
        }
    }

    /// Both languages, English first.
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// Its tag: `en` or `zh-CN`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-CN",
        }
    }
}

/// A text that may differ by language; where only one was given, both are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Bilingual {
    /// In English.
    pub en: Text,
    /// In Chinese.
    pub zh: Text,
}

impl Bilingual {
    /// The same text in both languages.
    #[must_use]
    pub fn same(text: Text) -> Self {
        Self {
            en: text.clone(),
            zh: text,
        }
    }

    /// The text in that language.
    #[must_use]
    pub fn get(&self, language: Language) -> &Text {
        match language {
            Language::English => &self.en,
            Language::Chinese => &self.zh,
        }
    }

    /// Whether it says nothing in either language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.zh.is_empty()
    }
}

impl From<&str> for Bilingual {
    fn from(raw: &str) -> Self {
        Self::same(Text::line(raw))
    }
}

impl From<Text> for Bilingual {
    fn from(text: Text) -> Self {
        Self::same(text)
    }
}

/// Something to be said: which sentence, and what goes into it. Only `locale` turns it into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The sentence's id in the locale files.
    pub id: &'static str,
    /// Its arguments, by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A sentence without arguments.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self {
            id,
            args: Vec::new(),
        }
    }

    /// The same sentence with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }
}

/// What goes into a sentence; `locale` knows how each is written in its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A text as it stands.
    Text(Text),
    /// A text that differs by language.
    Both(Bilingual),
    /// A whole number (Fluent may choose plural forms by it).
    Number(i64),
    /// A length of time in seconds, written `m:ss` or `h:mm:ss`.
    Seconds(i64),
    /// A day and time of day, written in the offset it carries.
    Moment(Moment),
    /// A time of day alone, taken from a moment: `14:30`.
    Clock(Moment),
    /// A planned time of day.
    Time(NaiveTime),
    /// A day.
    Date(NaiveDate),
    /// Another sentence or word inside this one.
    Message(Box<Message>),
    /// Several, joined as the language joins lists.
    List(Vec<Arg>),
}

impl Arg {
    /// A time of day that was set by hand: with its seconds, where it has any.
    #[must_use]
    pub fn exact(at: Moment) -> Self {
        if at.second() == 0 {
            Self::Clock(at)
        } else {
            Self::from(at.format("%H:%M:%S").to_string())
        }
    }
}

macro_rules! arg_from {
    ($($from:ty => $to:expr),+ $(,)?) => {
        $(impl From<$from> for Arg {
            fn from(value: $from) -> Self {
                let make: fn($from) -> Arg = $to;
                make(value)
            }
        })+
    };
}

arg_from! {
    Text => Arg::Text,
    &Text => |t| Arg::Text(t.clone()),
    &str => |s| Arg::Text(Text::line(s)),
    String => |s| Arg::Text(Text::line(&s)),
    Bilingual => Arg::Both,
    &Bilingual => |b| Arg::Both(b.clone()),
    i64 => Arg::Number,
    u32 => |n| Arg::Number(i64::from(n)),
    usize => |n| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX)),
    NaiveDate => Arg::Date,
    NaiveTime => Arg::Time,
    Message => |m| Arg::Message(Box::new(m)),
    Vec<Arg> => Arg::List,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_loses_only_what_may_harm() {
        for (raw, stored, removed) in [
            ("Yan Ming", "Yan Ming", 0),
            ("  严明　", "严明", 0),
            ("\u{1b}[31mRED", "[31mRED", 1),
            ("a\u{9b}b\u{7f}c\u{0}", "abc", 3),
            ("\u{202e}gnp.exe\u{202c}", "gnp.exe", 2),
            ("\u{2066}a\u{2069}", "a", 2),
            ("one\u{2028}two\u{2029}three", "one two three", 0),
            ("a\tb", "a b", 0),
            ("\u{feff}title", "title", 1),
            ("flag\u{e0067}\u{e007f}", "flag", 2),
            ("\u{fdd0}\u{fffe}\u{1ffff}x", "x", 3),
            ("می\u{200c}خواهم", "می\u{200c}خواهم", 0),
            ("👩\u{200d}🏫 ❤\u{fe0f}", "👩\u{200d}🏫 ❤\u{fe0f}", 0),
            (
                "a\u{200b}b\u{200e}c\u{200f}",
                "a\u{200b}b\u{200e}c\u{200f}",
                0,
            ),
            ("e\u{301}", "e\u{301}", 0),
            ("\t\u{7}", "", 1),
        ] {
            assert_eq!(
                clean(raw, Field::Line),
                Cleaned {
                    text: Text(Arc::from(stored)),
                    removed
                },
                "{raw:?}"
            );
        }
    }

    #[test]
    fn line_ends_become_what_the_field_allows() {
        let raw = "one\r\ntwo\rthree\nfour\n";
        assert_eq!(Text::line(raw).as_str(), "one two three four");
        assert_eq!(Text::lines(raw).as_str(), "one\ntwo\nthree\nfour");
        assert_eq!(clean(raw, Field::Lines).removed, 0);
    }

    #[test]
    fn the_screen_shows_joiners_only_where_they_join() {
        for (text, screen) in [
            ("Yan Ming 严明", "Yan Ming 严明"),
            ("a\u{200b}b\u{200d}c\u{200e}d\u{2060}e\u{ad}f", "abcdef"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("क\u{94d}\u{200d}ष", "क\u{94d}\u{200d}ष"),
            ("👩\u{1f3fd}\u{200d}🏫", "👩\u{1f3fd}\u{200d}🏫"),
            ("👩\u{200d}x", "👩x"),
            ("❤\u{fe0f}\u{fe0f}\u{fe0f}", "❤\u{fe0f}"),
            ("a\u{fe0f}", "a"),
            ("1\u{fe0f}\u{20e3}", "1\u{fe0f}\u{20e3}"),
            ("两\n行", "两\n行"),
            ("x\u{1b}y\u{202e}", "xy"),
        ] {
            assert_eq!(shown(text), screen, "{text:?}");
        }
    }

    #[test]
    fn endless_marks_and_joins_are_capped_on_the_screen() {
        let marks: String = std::iter::once('a')
            .chain(std::iter::repeat_n('\u{301}', 500))
            .collect();
        assert_eq!(shown(&marks).chars().count(), 5);
        let family: String = std::iter::repeat_n("👩\u{200d}", 500)
            .chain(["👩"])
            .collect();
        assert!(
            shown(&family)
                .graphemes(true)
                .all(|grapheme| grapheme.chars().count() <= 16)
        );
        assert_eq!(shown("\u{301}a"), "a", "a mark needs a base");
        assert_eq!(
            shown("tiếng Việt e\u{302}\u{301}"),
            "tiếng Việt e\u{302}\u{301}"
        );
    }

    #[test]
    fn the_nearest_word_is_the_one_that_was_meant() {
        let known = ["title", "organisation", "speakers", "each"];
        for (word, meant) in [
            ("titel", Some("title")),
            ("organization", Some("organisation")),
            ("Speaker", Some("speakers")),
            ("xyz", None),
            ("严明", None),
        ] {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
        assert_eq!(nearest("严名", ["严明", "胡良波"]), Some("严明"));
    }

    #[test]
    fn text_that_nobody_would_see_is_known() {
        assert!(is_visible("严"));
        assert!(!is_visible("\u{200b} \u{200e}\u{3164}"));
        assert!(!is_visible(""));
    }
}
