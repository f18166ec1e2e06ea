//! Words in HTML and XML: whatever people wrote is text there, and nothing but text. Owns the escaping that both share.

use crate::text::is_lost;

/// Adds text that may stand between tags and in attributes in double quotes. What no clean text holds is dropped, so that not even a
/// template of somebody's own brings in what XML forbids or what turns the reading direction; a tab is a space.
pub(super) fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(is_special) {
        out.push_str(&rest[..at]);
        let mut chars = rest[at..].chars();
        match chars.next() {
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('&') => out.push_str("&amp;"),
            Some('"') => out.push_str("&quot;"),
            Some('\t' | '\n' | '\r') => out.push(' '),
            _ => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
}

/// The same, alone.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape(&mut out, text);
    out
}

fn is_special(c: char) -> bool {
    match c {
        '<' | '>' | '&' | '"' => true,
        ' '..='~' => false,
        _ => is_lost(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_escaped_and_what_xml_forbids_is_dropped() {
        for (text, escaped_text) in [
            (
                "<b> & \"c\" ]]> 'd'",
                "&lt;b&gt; &amp; &quot;c&quot; ]]&gt; 'd'",
            ),
            ("a\tb\nc", "a b c"),
            (
                "\u{0}\u{1b}[31m\u{202e}\u{2066}\u{feff}\u{ffff}\u{9f}x",
                "[31mx",
            ),
            ("严明\u{200f}\u{200d}😀", "严明\u{200f}\u{200d}😀"),
        ] {
            assert_eq!(escaped(text), escaped_text);
        }
    }
}
