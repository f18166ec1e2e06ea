//! Bytes of a text file to text, whatever office programs saved it as: UTF-8, UTF-16 with its mark, GB18030.
//! Knows encodings, not files; what may not be stored is taken out later, by [`clean`](super::clean).

use encoding_rs::{Encoding, GB18030};

/// The text of those bytes without a byte order mark: by the mark where there is one, else as UTF-8, else as GB18030,
/// which GBK and GB2312 are part of. Nothing where they are none of these, or hold zero bytes as no text does.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return whole(encoding, &bytes[mark..]);
    }
    if bytes.contains(&0) {
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.to_owned()),
        Err(_) => whole(GB18030, bytes),
    }
}

/// The text, where every byte belongs to it.
fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_that_office_programs_save_is_read() {
        let gb18030 = GB18030.encode("姓名,单位\n严明,㐂").0;
        let wide: Vec<u8> = "\u{feff}姓名"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let wide_other: Vec<u8> = "\u{feff}姓名"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        for (bytes, text) in [
            ("姓名".as_bytes(), "姓名"),
            ("\u{feff}姓名".as_bytes(), "姓名"),
            (&*gb18030, "姓名,单位\n严明,㐂"),
            (&wide, "姓名"),
            (&wide_other, "姓名"),
            (b"", ""),
        ] {
            assert_eq!(decode(bytes).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_text_is_not_guessed_at() {
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), None);
        assert_eq!(decode(b"\xff\xff\xff"), None);
        assert_eq!(decode(b"\xff\xfe\0\xd8"), None, "half a surrogate pair");
    }
}
