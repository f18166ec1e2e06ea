//! Where the entries of a file of sentences stand. Knows lines and ids, not what a sentence says; the build script reads files
//! with it, and the program has its findings.

/// Where an entry begins, how long its id is, and how long it is itself; in bytes.
pub type Place = (u32, u32, u32);

/// The entries of a file in the order of their ids.
#[cfg_attr(not(test), allow(dead_code, reason = "the build script calls it"))]
pub fn places(source: &str) -> Vec<Place> {
    let (mut places, mut start) = (Vec::new(), 0);
    while start < source.len() {
        let rest = &source[start..];
        let length = entry_end(rest);
        let named = rest[..length]
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

/// The id of the entry there.
pub fn id(source: &str, (start, id, _): Place) -> &str {
    &source[start as usize..(start + id) as usize]
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
