//! Clean text, text in both languages, and messages: what may be shown to a person, before any sentence is made of it.
//! Owns no sentence and no width: sentences are `locale`'s, columns are the screen's.

use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

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
#[must_use]
pub fn clean(raw: &str, field: Field) -> Cleaned {
    let _ = field;
    Cleaned {
        text: Text(Arc::from(raw.trim())),
        removed: 0,
    }
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
