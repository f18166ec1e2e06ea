//! Where the entries of a file of sentences stand. Knows bytes, not what a sentence says; the build script writes the places down
//! and the program looks them up, so both read this.

/// Where an entry begins, how long its id is, and how long it is itself; in bytes.
pub type Place = (u32, u32, u32);

/// The id of the entry there.
pub fn id(source: &str, (start, id, _): Place) -> &str {
    &source[start as usize..(start + id) as usize]
}
