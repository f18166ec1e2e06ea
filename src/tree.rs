//! Ordered values: what a document says, by keys that stay in the order they were given. Owns how anything that can be serialised becomes
//! one; knows no format of files: their TOML is `session_file`'s, their tables are `export`'s.

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value whose keys have an order.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// Nothing is known.
    Nothing,
    /// True or false.
    Truth(bool),
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// Several.
    List(Vec<Tree>),
    /// By keys.
    Table(Table),
}

/// Values by keys, in order.
pub type Table = Vec<(String, Tree)>;

/// The value of that key.
#[must_use]
pub fn field<'a>(table: &'a Table, key: &str) -> Option<&'a Tree> {
    table
        .iter()
        .find_map(|(known, value)| (known == key).then_some(value))
}

impl Tree {
    /// The text, where it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Nothing | Self::Truth(_) | Self::Number(_) | Self::List(_) | Self::Table(_) => {
                None
            }
        }
    }

    /// The values by keys, where it has keys.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        match self {
            Self::Table(table) => Some(table),
            Self::Nothing | Self::Truth(_) | Self::Number(_) | Self::Text(_) | Self::List(_) => {
                None
            }
        }
    }

    /// The values, where it is several.
    #[must_use]
    pub fn list(&self) -> &[Self] {
        match self {
            Self::List(several) => several,
            Self::Nothing | Self::Truth(_) | Self::Number(_) | Self::Text(_) | Self::Table(_) => {
                &[]
            }
        }
    }
}

/// What a document says. Each form of it is let go of once the next is made: a long meeting fills much of them.
///
/// # Panics
/// Where `document` cannot be JSON: a map whose keys are no texts.
#[must_use]
pub fn table(document: impl Serialize) -> Table {
    let json = serde_json::to_string(&document)
        .expect("documents have texts for keys, so that JSON can hold them");
    drop(document);
    read(&json)
}

/// What a JSON document says; nothing where it is none.
#[must_use]
pub fn read(json: &str) -> Table {
    match serde_json::from_str(json) {
        Ok(Tree::Table(table)) => table,
        _ => Table::new(),
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Growing)
    }
}

struct Growing;

impl<'de> Visitor<'de> for Growing {
    type Value = Tree;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Nothing)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Tree, E> {
        Ok(Tree::Truth(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(i64::try_from(number).unwrap_or(i64::MAX)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = seq.next_element()? {
            rows.push(row);
        }
        Ok(Tree::List(rows))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut table = Table::new();
        while let Some(entry) = map.next_entry()? {
            table.push(entry);
        }
        Ok(Tree::Table(table))
    }
}
