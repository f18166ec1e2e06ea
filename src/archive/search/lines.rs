//! The readable part of a session file, line by line: the TOML that this program writes and no other, where every table has a blank line
//! before it and every text stands on one line. What is written otherwise is told, and read by `session_file` then.

use std::borrow::Cow;

use memchr::{memchr, memmem};

/// Something stands there that this program does not write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreign;

/// One table: its name as it is written, and what stands below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table<'b> {
    /// `[meeting]`, `[[items]]`.
    pub name: &'b [u8],
    /// Its lines.
    pub body: &'b [u8],
}

/// What stands between two tables, with the beginning of the next.
const BETWEEN: &[u8] = b"\n\n[";

/// The tables of a readable part, in order.
pub fn tables(part: &[u8]) -> Vec<Table<'_>> {
    let mut tables = Vec::with_capacity(64);
    let mut start = 0;
    for at in memmem::find_iter(part, BETWEEN) {
        tables.push(Table::of(&part[start..=at]));
        start = at + 2;
    }
    tables.push(Table::of(&part[start..]));
    tables
}

/// The first table alone.
pub fn first_table(part: &[u8]) -> Table<'_> {
    let end = memmem::find(part, BETWEEN).map_or(part.len(), |at| at + 1);
    Table::of(&part[..end])
}

/// The tables in which something is found; `find` gives its first place in some bytes.
pub fn tables_having(part: &[u8], find: impl Fn(&[u8]) -> Option<usize>) -> Vec<Table<'_>> {
    let (before, behind) = (
        memmem::FinderRev::new(BETWEEN),
        memmem::Finder::new(BETWEEN),
    );
    let mut tables = Vec::new();
    let mut from = 0;
    while let Some(at) = find(&part[from..]).map(|at| from + at) {
        let start = before
            .rfind(&part[from..at])
            .map_or(from, |gap| from + gap + 2);
        let end = behind
            .find(&part[at..])
            .map_or(part.len(), |gap| at + gap + 1);
        tables.push(Table::of(&part[start..end]));
        from = (end + 1).min(part.len());
    }
    tables
}

/// Where units and persons stand: what comes before the items.
pub fn roster(part: &[u8]) -> &[u8] {
    let start = memmem::find(part, b"\n[meeting]\n").map_or(0, |at| at + 1);
    let rest = &part[start..];
    &rest[..memmem::find(rest, b"\n\n[[items]]\n").unwrap_or(rest.len())]
}

/// The rows of the list that begins with that line; none where there is none.
pub fn list<'b>(body: &'b [u8], beginning: &[u8]) -> &'b [u8] {
    let start = memmem::find(body, beginning).map_or(body.len(), |at| at + beginning.len());
    let rest = &body[start..];
    &rest[..memmem::find(rest, b"\n]").unwrap_or(rest.len())]
}

/// The value of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'b> {
    /// A text, between its quotation marks.
    Text(Quoted<'b>),
    /// A list, between its brackets.
    List(&'b str),
    /// A number, `true`, or a table on one line.
    Bare(&'b str),
}

/// A text as it is written, without the marks around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quoted<'b>(pub &'b str);

impl<'b> Table<'b> {
    fn of(table: &'b [u8]) -> Self {
        let line = memchr(b'\n', table).unwrap_or(table.len());
        Self {
            name: &table[..line],
            body: &table[line..],
        }
    }

    /// The text that stands first in it, as it is written.
    pub fn first_text(&self) -> &'b [u8] {
        let line = self.first_line();
        let start = memchr(b'"', line).map_or(line.len(), |at| at + 1);
        line[start..].strip_suffix(b"\"").unwrap_or_default()
    }

    /// The text or number that stands first in it, as it is written.
    pub fn first_value(&self) -> &'b [u8] {
        let line = self.first_line();
        let start = memmem::find(line, b" = ").map_or(line.len(), |at| at + 3);
        let value = &line[start..];
        let text = value.strip_prefix(b"\"");
        text.and_then(|text| text.strip_suffix(b"\""))
            .unwrap_or(value)
    }

    fn first_line(&self) -> &'b [u8] {
        let lines = self.body.strip_prefix(b"\n").unwrap_or(self.body);
        &lines[..memchr(b'\n', lines).unwrap_or(lines.len())]
    }

    /// The keys and values.
    pub fn fields(&self) -> Result<Fields<'b>, Foreign> {
        let rest = std::str::from_utf8(self.body).map_err(|_| Foreign)?;
        Ok(Fields { rest })
    }
}

/// The keys and values of one table, in order.
#[derive(Clone, Debug)]
pub struct Fields<'b> {
    rest: &'b str,
}

impl<'b> Iterator for Fields<'b> {
    type Item = Result<(&'b str, Value<'b>), Foreign>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(rest) = self.rest.strip_prefix('\n') {
            self.rest = rest;
        }
        if self.rest.is_empty() {
            return None;
        }
        let field = self.field();
        if field.is_err() {
            self.rest = "";
        }
        Some(field)
    }
}

impl<'b> Fields<'b> {
    fn field(&mut self) -> Result<(&'b str, Value<'b>), Foreign> {
        let line = self.line();
        let space = memchr(b' ', line.as_bytes()).ok_or(Foreign)?;
        let (key, rest) = line.split_at(space);
        let value = rest.strip_prefix(" = ").ok_or(Foreign)?;
        let value = match value.as_bytes() {
            [b'"', .., b'"'] => Value::Text(Quoted(&value[1..value.len() - 1])),
            b"[" => Value::List(self.long_list()?),
            [b'[', .., b']'] => Value::List(&value[1..value.len() - 1]),
            [b'0'..=b'9' | b'-' | b't' | b'f' | b'{', ..] => Value::Bare(value),
            _ => return Err(Foreign),
        };
        Ok((key, value))
    }

    fn line(&mut self) -> &'b str {
        let end = memchr(b'\n', self.rest.as_bytes()).unwrap_or(self.rest.len());
        let line = &self.rest[..end];
        self.rest = self.rest[end..].strip_prefix('\n').unwrap_or_default();
        line
    }

    /// The rows of a list that has a line for each.
    fn long_list(&mut self) -> Result<&'b str, Foreign> {
        let whole = self.rest;
        let end = if whole.starts_with(']') {
            0
        } else {
            memmem::find(whole.as_bytes(), b"\n]").ok_or(Foreign)? + 1
        };
        self.rest = &whole[end + 1..];
        Ok(&whole[..end])
    }
}

impl<'b> Value<'b> {
    /// The text; what is none is foreign.
    pub fn text(self) -> Result<Quoted<'b>, Foreign> {
        match self {
            Self::Text(text) => Ok(text),
            Self::List(_) | Self::Bare(_) => Err(Foreign),
        }
    }

    /// The number; what is none is foreign.
    pub fn number(self) -> Result<usize, Foreign> {
        match self {
            Self::Bare(bare) => bare.parse().map_err(|_| Foreign),
            Self::Text(_) | Self::List(_) => Err(Foreign),
        }
    }

    /// The texts of a list of texts.
    pub fn texts(self) -> Result<Vec<Quoted<'b>>, Foreign> {
        let Self::List(list) = self else {
            return Err(Foreign);
        };
        let mut texts = Vec::new();
        let mut rest = list.trim_start();
        while !rest.is_empty() {
            let inside = rest.strip_prefix('"').ok_or(Foreign)?;
            let end = closing(inside).ok_or(Foreign)?;
            texts.push(Quoted(&inside[..end]));
            rest = inside[end + 1..].trim_start_matches([',', ' ', '\n']);
        }
        Ok(texts)
    }
}

/// Where the mark stands that ends a text.
fn closing(inside: &str) -> Option<usize> {
    let mut escaped = false;
    inside.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

impl<'b> Quoted<'b> {
    /// What it says.
    pub fn read(self) -> Result<Cow<'b, str>, Foreign> {
        if memchr(b'\\', self.0.as_bytes()).is_none() {
            return Ok(Cow::Borrowed(self.0));
        }
        let line = format!("x = \"{}\"", self.0);
        let table: toml::Table = line.parse().map_err(|_| Foreign)?;
        let said = table.get("x").and_then(toml::Value::as_str);
        said.map(|said| Cow::Owned(said.to_owned())).ok_or(Foreign)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_parted_and_their_values_read() {
        let part = "[summary]\ntitle = \"A \\\"b\\\"\"\npresent = 3\nlist = [\n  \"one, two\",\n  \"]\",\n]\n\n[[units]]\nid = \"u\"\nthemes = [\"a\", \"b\"]\nexample = true\n";
        let tables = tables(part.as_bytes());
        assert_eq!(tables.len(), 2);
        assert_eq!(tables[1].name, b"[[units]]");
        let fields = |table: &Table| -> Vec<(String, Vec<String>)> {
            let fields = table.fields().expect("it is text");
            fields
                .map(|field| {
                    let (key, value) = field.expect("it is ours");
                    let said = match value {
                        Value::Text(text) => vec![text.read().expect("it is ours").into_owned()],
                        Value::List(_) => {
                            let texts = value.texts().expect("a list of texts");
                            texts
                                .iter()
                                .map(|text| text.read().expect("it is ours").into_owned())
                                .collect()
                        }
                        Value::Bare(bare) => vec![bare.to_owned()],
                    };
                    (key.to_owned(), said)
                })
                .collect()
        };
        let owned = |rows: &[(&str, &[&str])]| -> Vec<(String, Vec<String>)> {
            let said = |said: &[&str]| said.iter().map(|one| (*one).to_owned()).collect();
            rows.iter()
                .map(|(key, row)| ((*key).to_owned(), said(row)))
                .collect()
        };
        let first = owned(&[
            ("title", &["A \"b\""]),
            ("present", &["3"]),
            ("list", &["one, two", "]"]),
        ]);
        assert_eq!(fields(&tables[0]), first);
        let second = owned(&[
            ("id", &["u"]),
            ("themes", &["a", "b"]),
            ("example", &["true"]),
        ]);
        assert_eq!(fields(&tables[1]), second);
    }

    #[test]
    fn what_this_program_does_not_write_is_foreign() {
        for body in [
            "\nkey: value\n",
            "\nkey = 'x'\n",
            "\nkey = [\n  \"open\n",
            "\nkey = \"\n",
            "\n# note\n",
        ] {
            let table = Table {
                name: b"[x]",
                body: body.as_bytes(),
            };
            let read: Result<Vec<_>, Foreign> = table.fields().and_then(Iterator::collect);
            assert_eq!(read.err(), Some(Foreign), "{body}");
        }
        let bytes = Table {
            name: b"[x]",
            body: b"\nx = \"\xff\"\n",
        };
        assert!(bytes.fields().is_err());
    }
}
