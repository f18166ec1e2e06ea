//! One session file, as far as a search needs it: its readable part, which ends where the journal begins, and a look whether it is whole.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use memchr::memmem;

use crate::archive::MOST_BYTES;
use crate::meeting::Header;

/// The lines behind which the journal's own lines stand, in the format that is known here.
const JOURNAL: &[u8] = b"\n[journal]\nversion = 1\n";
/// The line with which the seal begins.
const SEAL: &[u8] = b"\n[seal]\n";
/// A seal is never longer.
const SEAL_BYTES: u16 = 512;
/// Read at a time: the readable part of most sessions.
const STEP: usize = 48 << 10;

/// The line with which every session file begins.
const SUMMARY: &[u8] = b"[summary]\n";
/// A buffer that grew beyond this is not kept for the next file.
const KEPT: usize = 4 << 20;

/// Reads the readable part of a file into the buffer and gives its length. Nothing where it has none, or is not whole: then it is `session_file`
/// that tells what is to be had.
pub fn readable(path: &Path, buffer: &mut Vec<u8>) -> io::Result<Option<usize>> {
    let mut file = File::open(path)?;
    let mut filled = 0;
    if buffer.len() > KEPT {
        *buffer = Vec::new();
    }
    loop {
        if buffer.len() < filled + STEP {
            buffer.resize(filled + STEP, 0);
        }
        let count = match file.read(&mut buffer[filled..]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            count => count?,
        };
        let from = filled.saturating_sub(JOURNAL.len());
        filled += count;
        if !buffer[..filled].starts_with(SUMMARY) {
            return Ok(None);
        }
        if let Some(at) = memmem::find(&buffer[from..filled], JOURNAL) {
            return Ok(is_sealed(&mut file)?.then_some(from + at + 1));
        }
        if count == 0 || filled as u64 > MOST_BYTES {
            return Ok(None);
        }
    }
}

/// Whether a file ends with a seal: one that was torn does not.
fn is_sealed(file: &mut File) -> io::Result<bool> {
    let mut end = [0; SEAL_BYTES as usize];
    // No session is shorter; what is has no seal.
    let Ok(start) = file.seek(SeekFrom::End(-i64::from(SEAL_BYTES))) else {
        return Ok(false);
    };
    file.read_exact(&mut end)?;
    Ok(start < MOST_BYTES && memmem::rfind(&end, SEAL).is_some())
}

/// The agenda with which a session began, in the words of its file.
pub fn agenda(bytes: &[u8]) -> Option<String> {
    let at = memmem::find(bytes, JOURNAL)? + JOURNAL.len();
    let line = std::str::from_utf8(&bytes[at..]).ok()?.lines().nth(1)?;
    let quoted = line.trim().strip_suffix(',')?;
    let table: toml::Table = format!("x = {quoted}").parse().ok()?;
    let header: Header = serde_json::from_str(table.get("x")?.as_str()?).ok()?;
    Some(header.agenda)
}
