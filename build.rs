//! Finds the sentences of each language before the program is built, so that no start of it looks for them. Owns how they
//! are found; what they say is read when they are said.

#[path = "src/locale/entries.rs"]
mod entries;

use std::path::Path;
use std::{env, fs, io};

use entries::{Place, id};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/locale/entries.rs");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    for language in ["en", "zh-CN"] {
        let file = format!("config/locales/{language}.ftl");
        println!("cargo::rerun-if-changed={file}");
        let places = places(&fs::read_to_string(file)?);
        let index = Path::new(&out).join(language).with_extension("rs");
        fs::write(index, format!("&{places:?}"))?;
    }
    Ok(())
}

/// The entries of a file in the order of their ids: each a line that begins with a letter, and what [`entry_end`] takes for its
/// continuation.
fn places(source: &str) -> Vec<Place> {
    let (mut places, mut start) = (Vec::new(), 0);
    while start < source.len() {
        let length = entry_end(&source[start..]);
        let named = source[start..start + length]
            .split_once('=')
            .map(|(id, _)| id.trim_end())
            .filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase()));
        if let Some(id) = named {
            places.push((number(start), number(id.len()), number(length)));
        }
        start += length;
    }
    places.sort_by_key(|place| id(source, *place));
    places
}

/// Where the entry or comment at the beginning ends: lines that are empty, indented or close a brace go on with it.
fn entry_end(rest: &str) -> usize {
    rest.match_indices('\n')
        .map(|(at, _)| at + 1)
        .find(|next| !rest[*next..].starts_with([' ', '}', '\n', '\r']))
        .unwrap_or(rest.len())
}

fn number(bytes: usize) -> u32 {
    u32::try_from(bytes).expect("no file of sentences has four gigabytes")
}
