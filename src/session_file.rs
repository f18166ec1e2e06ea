//! The session file: what is kept of a meeting. One TOML file that opens with its `[summary]`, holds the meeting whole for readers, then the
//! journal's exact lines, and its `[seal]` last (`CONTRACT.md` §5). Owns the form, the seal and the reading back; where files lie is `archive`'s.
//!
//! # The file
//! - `[summary]`, `[meeting]`, `[[units]]` … are for readers: sentences and lists in the record's language. They are never read back.
//! - `[journal]` holds the format's `version` and the `lines`: the header, then every record, byte for byte as the journal has them.
//! - `[seal]` holds the number of records, the digest of the last of those lines, and the SHA-256 of all bytes of the file before the line
//!   `[seal]`: `sed '/^\[seal\]$/,$d' FILE | sha256sum` gives the same.
//!
//! A correction after the meeting is more records behind the adjournment: the file is written anew with a seal of its own, and the one before
//! stands in the record with which the correction begins. `[[corrections]]` and `[[seals]]` show both to readers.
//!
//! Reading takes the journal's lines alone, checks their chain and replays them; so a file whose readable part was edited by hand still
//! gives what the records say, and the edit shows.

mod compare;
mod head;
mod opening;
mod read;
mod sections;
mod write;

pub use compare::{Difference, Place, differences};
pub use head::{HEAD_BYTES, Head, head};
pub use read::{Change, Session, read, seal_at_end};
pub use write::{Written, write};

/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

/// The line with which the journal's lines begin.
const JOURNAL: &str = "[journal]";
/// The line before which everything is sealed.
const SEAL: &str = "[seal]";
