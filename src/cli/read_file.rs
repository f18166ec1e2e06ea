//! A file that a person named, read only after a look at what it is. Owns the sentences for files that are none;
//! what stands in the file is its reader's to judge.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::text::Message;

/// The most that is read of an agenda, a script, a session or a roster: 16 MB.
pub const MOST_BYTES: u64 = 16 * 1024 * 1024;

/// The text of a file, without a byte order mark at its beginning.
///
/// # Errors
/// As [`bytes`], and one sentence where it is empty or not UTF-8.
pub fn read(path: &Path) -> Result<String, Message> {
    let named = |id: &'static str| Message::new(id).with("file", path.display().to_string());
    text(bytes(path)?).map_err(|mistake| match mistake {
        NoText::Empty => named("check-file-empty"),
        NoText::Wide => named("check-file-wide"),
        NoText::At { line, byte } => named("check-file-utf8")
            .with("line", line)
            .with("byte", byte),
    })
}

/// The bytes of a file.
///
/// # Errors
/// One sentence where there is no file, where it is a folder, pipe or device, too large, or cannot be read.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Message> {
    let named = |id: &'static str| Message::new(id).with("file", path.display().to_string());
    let unread = |error: &std::io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => named("check-file-missing"),
        ErrorKind::PermissionDenied => named("check-file-permission"),
        _ => named("check-file-unread").with("cause", error.to_string()),
    };
    let metadata = fs::metadata(path).map_err(|error| unread(&error))?;
    if metadata.is_dir() {
        return Err(named("check-file-folder"));
    }
    // A pipe would be waited for, a device may never end.
    if !metadata.is_file() {
        return Err(named("check-file-device"));
    }
    let too_large = || named("check-file-large").with("most", 16_u32);
    if metadata.len() > MOST_BYTES {
        return Err(too_large());
    }
    let expected = usize::try_from(metadata.len()).unwrap_or(0);
    let mut bytes = Vec::with_capacity(expected + 1);
    File::open(path)
        .and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|error| unread(&error))?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(too_large());
    }
    Ok(bytes)
}

/// The text of a file that need not be there; nothing where it is not, or where nothing stands in it.
pub fn read_if_there(path: &Path) -> Option<Result<String, Message>> {
    let read = read(path);
    let is_nothing =
        |message: &Message| matches!(message.id, "check-file-missing" | "check-file-empty");
    if read.as_ref().is_err_and(is_nothing) {
        None
    } else {
        Some(read)
    }
}

/// Why bytes are no text.
#[derive(Debug, PartialEq, Eq)]
enum NoText {
    Empty,
    /// Two bytes for each character, as some editors save.
    Wide,
    /// The first byte that is no UTF-8: line and byte in the file, from 1.
    At {
        line: usize,
        byte: usize,
    },
}

fn text(bytes: Vec<u8>) -> Result<String, NoText> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(NoText::Wide);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..at].split(|byte| *byte == b'\n').count();
        NoText::At { line, byte: at + 1 }
    })?;
    let text = match text.strip_prefix('\u{FEFF}') {
        Some(rest) => rest.to_owned(),
        None => text,
    };
    if text.trim().is_empty() {
        Err(NoText::Empty)
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &Path) -> &'static str {
        read(path).map_or_else(|message| message.id, |_| "read")
    }

    #[test]
    fn odd_files_have_a_sentence_each() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            fs::write(&path, bytes).expect("a file for the test");
            path
        };
        assert_eq!(told(&file("plain", b"title")), "read");
        assert_eq!(told(&file("mark", "\u{FEFF}title".as_bytes())), "read");
        assert_eq!(told(&file("empty", b"")), "check-file-empty");
        assert_eq!(told(&file("blank", b" \r\n\n")), "check-file-empty");
        assert_eq!(told(&file("latin", b"title\n\xE9")), "check-file-utf8");
        assert_eq!(told(&file("wide", b"\xFF\xFEt\0")), "check-file-wide");
        assert_eq!(told(folder.path()), "check-file-folder");
        assert_eq!(told(&folder.path().join("nothing")), "check-file-missing");
        assert_eq!(
            told(&folder.path().join("plain").join("below")),
            "check-file-missing"
        );
        let large = file("large", b"");
        File::create(&large)
            .and_then(|file| file.set_len(MOST_BYTES + 1))
            .expect("a large file without content");
        assert_eq!(told(&large), "check-file-large");
    }

    #[cfg(unix)]
    #[test]
    fn devices_are_not_read() {
        assert_eq!(told(Path::new("/dev/zero")), "check-file-device");
        assert_eq!(told(Path::new("/dev/null")), "check-file-device");
    }

    #[test]
    fn what_is_no_utf8_is_told_with_its_place() {
        assert_eq!(
            text(b"a\nb\xFF".to_vec()),
            Err(NoText::At { line: 2, byte: 4 })
        );
        assert_eq!(text("\u{FEFF}严".as_bytes().to_vec()).as_deref(), Ok("严"));
    }
}
