//! Names inside a longer text: the longest leading run of words that names somebody, quoted names, lists, and tags.

use super::fold::narrow;
use super::{Match, Names};
use crate::text::is_han;

/// A name taken from the beginning of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken<'t> {
    /// Whom it means.
    pub found: Match,
    /// The name as it was written, without quotes. Where nobody is meant: everything up to the next comma, colon or mark.
    pub name: &'t str,
    /// Whether it stood in quotes.
    pub quoted: bool,
    /// The text behind it, without the spaces between.
    pub rest: &'t str,
}

/// A tag behind its mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag<'t> {
    /// Whom it means.
    pub found: Match,
    /// The tag as it was written, without its mark.
    pub name: &'t str,
    /// The text behind it as it stands.
    pub rest: &'t str,
}

impl Names {
    /// The name at the beginning of a text: quoted, or the longest leading run of words that means somebody.
    #[must_use]
    pub fn take_longest<'t>(&self, text: &'t str) -> Taken<'t> {
        let text = text.trim_start();
        if let Some((name, rest)) = take_quoted(text) {
            return Taken {
                found: self.find(name),
                name,
                quoted: true,
                rest,
            };
        }
        let whole = self.known.at_start(text);
        let limit = end_of_run(text);
        let run = &text[..limit];
        let mut ends: Vec<usize> = word_ends(run).take(self.most_words).collect();
        ends.retain(|end| whole.is_none_or(|(known, _)| *end > known));
        for end in ends.into_iter().rev() {
            let found = self.find(&run[..end]);
            if found != Match::None {
                return taken(found, text, end);
            }
        }
        match whole {
            Some((end, named)) => taken(Match::of(named), text, end),
            None => taken(Match::None, text, limit),
        }
    }

    /// Names parted by commas at the beginning of a text, and what stands behind them.
    #[must_use]
    pub fn take_list<'t>(&self, text: &'t str) -> (Vec<Taken<'t>>, &'t str) {
        let mut list = vec![self.take_longest(text)];
        let mut rest = list[0].rest;
        while let Some(more) = rest
            .strip_prefix([',', '，', '、'])
            .filter(|more| !more.trim().is_empty())
        {
            let next = self.take_longest(more);
            rest = next.rest;
            list.push(next);
        }
        (list, rest)
    }

    /// The tag at the beginning of a text whose mark is already taken: the longest known name, else up to space or punctuation.
    #[must_use]
    pub fn take_tag<'t>(&self, text: &'t str) -> Tag<'t> {
        if let Some((end, named)) = self.known.at_start(text) {
            return Tag {
                found: Match::of(named),
                name: &text[..end],
                rest: &text[end..],
            };
        }
        let end = tag_end(text);
        let found = self.find(&text[..end]);
        if found != Match::None {
            return Tag {
                found,
                name: &text[..end],
                rest: &text[end..],
            };
        }
        // `@xss建议`: letters or digits end where Chinese begins.
        let letters = text[..end].find(is_han).unwrap_or(end);
        match self.find(&text[..letters]) {
            Match::None => Tag {
                found: Match::None,
                name: &text[..end],
                rest: &text[end..],
            },
            found => Tag {
                found,
                name: &text[..letters],
                rest: &text[letters..],
            },
        }
    }
}

impl Match {
    pub(super) fn of(named: &[crate::agenda::Who]) -> Self {
        match named {
            [] => Self::None,
            [who] => Self::One(who.clone()),
            several => Self::Several(several.to_vec()),
        }
    }
}

/// Where a tag that is no known name ends: at the first space or punctuation, in bytes.
#[must_use]
pub fn tag_end(text: &str) -> usize {
    let belongs = |c: char| {
        c.is_alphanumeric()
            || matches!(c, '-' | '_' | '\'' | '\u{B7}' | '\u{2019}')
            || unicode_normalization::char::is_combining_mark(c)
    };
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

/// A quoted text at the beginning, and what follows; a quote that is never closed reaches to the end.
#[must_use]
pub fn take_quoted(text: &str) -> Option<(&str, &str)> {
    let mut chars = text.chars();
    let closing: &[char] = match chars.next()? {
        '"' | '＂' | '“' | '”' => &['"', '＂', '“', '”'],
        '「' => &['」'],
        '『' => &['』'],
        _ => return None,
    };
    let inside = chars.as_str();
    match inside.find(closing) {
        Some(end) => {
            let close = inside[end..].chars().next().map_or(0, char::len_utf8);
            Some((inside[..end].trim(), inside[end + close..].trim_start()))
        }
        None => Some((inside.trim(), "")),
    }
}

fn taken(found: Match, text: &str, end: usize) -> Taken<'_> {
    Taken {
        found,
        name: text[..end].trim_end(),
        quoted: false,
        rest: text[end..].trim_start(),
    }
}

/// Where a run of words must end: before a comma, colon, quote or mark.
fn end_of_run(text: &str) -> usize {
    let ends = |c: char| {
        matches!(
            narrow(c),
            ',' | ';' | ':' | '"' | '#' | '@' | '、' | '。' | '“' | '”' | '「' | '」'
        )
    };
    text.find(ends).unwrap_or(text.len())
}

/// The ends of the words of a run, shortest run first.
fn word_ends(run: &str) -> impl Iterator<Item = usize> + '_ {
    run.split_whitespace()
        .map(move |word| word.as_ptr() as usize - run.as_ptr() as usize + word.len())
}
