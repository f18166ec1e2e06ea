//! One word to look for: in raw bytes first, where most files are passed over, then exactly. Owns what counts as the same: neither case nor
//! width does, nor how an accent is composed, nor how many spaces stand in a row; a Chinese word is found inside any text.

use std::borrow::Cow;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use memchr::memmem;
use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::names::{Rank, Spelling, Typed, narrow};
use crate::text::is_han;

/// A word or phrase to look for.
#[derive(Debug)]
pub struct Word {
    folded: String,
    anchor: Anchor,
    /// The word as pinyin, where it could be.
    pinyin: Option<Typed>,
}

/// What raw bytes say of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// It stands there.
    Yes,
    /// It may; a closer look tells.
    Maybe,
    /// It does not.
    No,
}

/// A part of the word that is found in raw bytes.
#[derive(Debug)]
enum Anchor {
    /// Nothing is certain: every text is looked at closely.
    None,
    /// Chinese characters, which have one form.
    Han {
        finder: Box<memmem::Finder<'static>>,
        /// Whether they are all of the word.
        whole: bool,
    },
    /// Letters and digits of ASCII, in any case and width.
    Letters {
        /// Small ones.
        run: Vec<u8>,
        /// Where in the run the rarest letters stand, for which the finder looks.
        window: Range<usize>,
        finder: Box<AhoCorasick>,
        /// How many of the finder's patterns are narrow; they come first.
        narrow: usize,
        /// Whether the run is all of the word.
        whole: bool,
    },
}

impl Word {
    /// Nothing where there is nothing to look for.
    pub fn of(typed: &str) -> Option<Self> {
        let folded = fold(typed).trim().to_owned();
        if folded.is_empty() {
            return None;
        }
        Some(Self {
            anchor: Anchor::of(&folded),
            pinyin: is_pinyin(&folded).then(|| Typed::of(&folded)).flatten(),
            folded,
        })
    }

    /// Whether it may stand in those bytes, which may be TOML with quotation.
    pub fn look(&self, bytes: &[u8]) -> Look {
        self.find(bytes).map_or(Look::No, |(_, look)| look)
    }

    /// Whether its place in raw bytes is known; otherwise it may stand anywhere.
    pub const fn is_placed(&self) -> bool {
        !matches!(self.anchor, Anchor::None)
    }

    /// The first place where it stands, or a part of it without which it does not.
    pub fn find(&self, bytes: &[u8]) -> Option<(usize, Look)> {
        match &self.anchor {
            Anchor::None => Some((0, Look::Maybe)),
            Anchor::Han { finder, whole } => {
                let look = if *whole { Look::Yes } else { Look::Maybe };
                finder.find(bytes).map(|at| (at, look))
            }
            Anchor::Letters {
                run,
                window,
                finder,
                narrow,
                whole,
            } => finder.find_iter(bytes).find_map(|found| {
                let at = found.start();
                if found.pattern().as_usize() >= *narrow {
                    return Some((at, Look::Maybe));
                }
                match (around(bytes, at, run, window.start), whole) {
                    (Look::No, _) => None,
                    (Look::Yes, true) => Some((at - window.start, Look::Yes)),
                    (Look::Yes, false) | (Look::Maybe, _) => Some((at, Look::Maybe)),
                }
            }),
        }
    }

    /// Whether it stands in that text.
    pub fn is_in(&self, text: &str) -> bool {
        match self.look(text.as_bytes()) {
            Look::Yes => true,
            Look::No => false,
            Look::Maybe => fold(text).contains(&self.folded),
        }
    }

    /// Whether it is all of that text.
    pub fn is(&self, text: &str) -> bool {
        text.len() <= self.folded.len() && fold(text) == self.folded
    }

    /// Whether it can be a name in pinyin, so that names in Chinese have to be looked at.
    pub const fn is_pinyin(&self) -> bool {
        self.pinyin.is_some()
    }

    /// Whether that name is read so, whole or by its first letters.
    pub fn is_read(&self, spelling: &Spelling) -> bool {
        let rank = self.pinyin.as_ref().and_then(|typed| spelling.rank(typed));
        match rank {
            Some(Rank::Pinyin | Rank::AnyReading) => true,
            Some(Rank::Id | Rank::Whole | Rank::Words | Rank::CutShort | Rank::Part) | None => {
                false
            }
        }
    }

    /// Where it begins first in a text.
    pub fn first_place(&self, text: &str) -> Option<usize> {
        match self.find(text.as_bytes())? {
            (at, Look::Yes) => Some(at),
            (_, Look::Maybe | Look::No) => Some(self.places(text).first()?.start),
        }
    }

    /// Where it stands in a text: bytes, in order.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let (folded, at) = fold_with_places(text);
        let found = folded.match_indices(&self.folded);
        found
            .map(|(start, word)| at[start].start..at[start + word.len() - 1].end)
            .collect()
    }
}

impl Anchor {
    fn of(folded: &str) -> Self {
        let runs = runs(folded);
        // Few Chinese characters are rarer than many letters.
        let weight = |run: &&str| {
            run.chars()
                .map(|c| if is_han(c) { 3 } else { 1 })
                .sum::<u32>()
        };
        let Some(run) = runs.iter().max_by_key(|run| weight(run)) else {
            return Self::None;
        };
        let whole = run.len() == folded.len();
        if run.chars().all(is_han) {
            let finder = memmem::Finder::new(run.as_bytes()).into_owned();
            let finder = Box::new(finder);
            return Self::Han { finder, whole };
        }
        let run = run.as_bytes().to_vec();
        let window = rarest(&run);
        let narrow = cases(&run[window.clone()]);
        let wide = run[window.clone()].iter().flat_map(|letter| wide(*letter));
        let count = narrow.len();
        let patterns: Vec<Vec<u8>> = narrow.into_iter().chain(wide).collect();
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostFirst)
            .build(patterns);
        // It can only be too large, and these are a dozen short patterns.
        finder.map_or(Self::None, |finder| Self::Letters {
            run,
            window,
            finder: Box::new(finder),
            narrow: count,
            whole,
        })
    }
}

/// The stretches of which the form in a file is known: of Chinese characters, and of ASCII letters and digits.
fn runs(folded: &str) -> Vec<&str> {
    let sort = |c: char| (is_certain(c), c.is_ascii_alphanumeric());
    let mut runs = Vec::new();
    let mut start = 0;
    let mut before = (false, false);
    for (at, c) in folded.char_indices() {
        if sort(c) != before {
            runs.push(&folded[start..at]);
            start = at;
        }
        before = sort(c);
    }
    runs.push(&folded[start..]);
    let is_certain = |run: &&str| {
        let known = |c: char| is_certain(c) || c.is_ascii_alphanumeric();
        run.chars().next().is_some_and(known)
    };
    runs.into_iter().filter(is_certain).collect()
}

/// Whether a Chinese character is always written with the same bytes.
fn is_certain(c: char) -> bool {
    is_han(c) && !matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}')
}

/// The three letters of a run that are least common, in English and in what stands around it in a session file.
fn rarest(run: &[u8]) -> Range<usize> {
    const COMMON_FIRST: &[u8] = b"etaoinsrhdlcumpfgywbvk0123456789xjqz";
    let weight = |letter: &u8| {
        let place = COMMON_FIRST.iter().position(|common| common == letter);
        place.unwrap_or(COMMON_FIRST.len())
    };
    let size = run.len().min(3);
    let windows = run.windows(size).enumerate();
    let rarest = windows.max_by_key(|(_, letters)| letters.iter().map(weight).sum::<usize>());
    let start = rarest.map_or(0, |(start, _)| start);
    start..start + size
}

/// Those letters in every mixture of small and capital ones.
fn cases(letters: &[u8]) -> Vec<Vec<u8>> {
    let mut cases = vec![Vec::new()];
    for letter in letters {
        let upper = letter.to_ascii_uppercase();
        let mut more = cases.clone();
        cases.iter_mut().for_each(|case| case.push(*letter));
        if upper != *letter {
            more.iter_mut().for_each(|case| case.push(upper));
            cases.append(&mut more);
        }
    }
    cases
}

/// The full-width forms of a letter or digit.
fn wide(letter: u8) -> Vec<Vec<u8>> {
    let forms = [letter, letter.to_ascii_uppercase()];
    let wide = forms.into_iter().filter_map(|form| {
        let wide = char::from_u32(u32::from(form) + 0xFEE0)?;
        Some(wide.to_string().into_bytes())
    });
    wide.collect()
}

/// Whether a run stands around the place where its window was found. A byte that is not ASCII may be a letter in another form.
fn around(bytes: &[u8], found: usize, run: &[u8], window: usize) -> Look {
    let Some(start) = found.checked_sub(window) else {
        // A form of more bytes cannot be shorter.
        return Look::No;
    };
    let before = bytes[start..found]
        .iter()
        .rev()
        .zip(run[..window].iter().rev());
    let behind = bytes[found..].iter().zip(&run[window..]);
    let off = |(byte, letter): &(&u8, &u8)| byte.to_ascii_lowercase() != **letter;
    let misses = [before.clone().find(off), behind.clone().find(off)];
    let missed = misses.into_iter().flatten().map(|(byte, _)| byte);
    let is_cut = bytes.len() - found < run.len() - window;
    let mut look = if is_cut { Look::No } else { Look::Yes };
    for byte in missed {
        if byte.is_ascii() {
            return Look::No;
        }
        look = Look::Maybe;
    }
    look
}

/// The form in which two texts that count as the same are equal.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for (_, c) in folds(&composed(text)) {
        folded.push(c);
    }
    folded
}

/// The same, and for each of its bytes which bytes of the text it stands for.
fn fold_with_places(text: &str) -> (String, Vec<Range<usize>>) {
    let mut folded = String::with_capacity(text.len());
    let mut at = Vec::with_capacity(text.len());
    for (place, c) in folds(text) {
        folded.push(c);
        at.resize(folded.len(), place);
    }
    (folded, at)
}

fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// Every character as it is compared, with the bytes it stands for; a run of spaces is one.
fn folds(text: &str) -> impl Iterator<Item = (Range<usize>, char)> + '_ {
    let mut after_space = false;
    let counted = text.char_indices().filter(move |(_, c)| {
        let is_space = c.is_whitespace();
        let repeats = is_space && after_space;
        after_space = is_space;
        !repeats && !is_ignored(*c)
    });
    counted.flat_map(|(at, c)| {
        let place = at..at + c.len_utf8();
        let c = if c.is_whitespace() { ' ' } else { narrow(c) };
        c.to_lowercase().map(move |c| (place.clone(), c))
    })
}

/// Characters that show nothing.
const fn is_ignored(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}')
}

/// Whether that could be a name in pinyin or its first letters. No syllable begins with i, u or v, and none ends in most consonants: so
/// most English words are known to be none, and no roster has to be read for them.
fn is_pinyin(folded: &str) -> bool {
    const MOST_INITIALS: usize = 6;
    let letters = folded
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b' ' || byte == b'\'');
    let count = folded.bytes().filter(u8::is_ascii_lowercase).count();
    let initials = count <= MOST_INITIALS && !folded.contains(['i', 'u', 'v', ' ', '\'']);
    letters && count >= 2 && (initials || is_syllables(folded))
}

/// Whether letters fall into syllables: consonants, vowels, and n, ng or r at most behind them.
fn is_syllables(folded: &str) -> bool {
    let letters: Vec<u8> = folded.bytes().filter(u8::is_ascii_lowercase).collect();
    let is_vowel = |letter: u8| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'v');
    let mut at = 0;
    while at < letters.len() {
        let start = at;
        while at < letters.len() && !is_vowel(letters[at]) {
            at += 1;
        }
        // What stands before the vowels: the end of the syllable before, then one consonant, or zh, ch, sh.
        let consonants = &letters[start..at];
        let bare = consonants
            .strip_prefix(b"ng")
            .or(consonants.strip_prefix(b"n"))
            .or(consonants.strip_prefix(b"r"));
        let begins = |rest: &[u8]| matches!(rest, [_] | b"zh" | b"ch" | b"sh" | []);
        let is_last = at == letters.len();
        let fits = if start == 0 {
            begins(consonants) && !is_last
        } else if is_last {
            matches!(consonants, [] | b"n" | b"ng" | b"r")
        } else {
            begins(consonants) || bare.is_some_and(begins)
        };
        if !fits {
            return false;
        }
        while at < letters.len() && is_vowel(letters[at]) {
            at += 1;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(typed: &str) -> Word {
        Word::of(typed).expect("there is something to look for")
    }

    #[test]
    fn case_and_width_do_not_count() {
        for (typed, text) in [
            ("yufe", "the ＹＵＦＥ campus"),
            ("ＹＵＦＥ", "the Yufe campus"),
            ("yufe", "the yＵfＥ campus"),
            ("2024", "到２０２４年"),
            ("20", "２０人"),
            ("a", "Ａ班"),
            ("caf\u{e9}", "Cafe\u{301} du Lac"),
            ("CAF\u{c9}", "caf\u{e9}"),
            ("green  energy", "Green\u{3000}energy"),
            ("留学生", "接收20名留学生。"),
            ("学生2", "留学生２０名"),
            ("《章程》", "通过《章程》"),
            ("a,b", "a，b"),
        ] {
            let word = word(typed);
            assert!(word.is_in(text), "{typed} in {text}");
            assert_ne!(word.look(text.as_bytes()), Look::No, "{typed} in {text}");
            assert_eq!(
                word.places(text).len() + usize::from(!is_nfc(text)),
                1,
                "{typed} in {text}"
            );
        }
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for (typed, text) in [
            ("students", "student exchange"),
            ("green energy", "energy, green"),
            ("学生", "学习生活"),
            ("yufe", "Yu Fei"),
            ("camp", "cam"),
            ("camp", "amp"),
        ] {
            assert!(!word(typed).is_in(text), "{typed} in {text}");
        }
        assert!(Word::of("  ").is_none() && Word::of("\u{200b}").is_none());
    }

    #[test]
    fn raw_bytes_are_enough_for_plain_words() {
        assert_eq!(word("trade").look(b"foreign TRADE fairs"), Look::Yes);
        assert_eq!(word("trade").look("trad文".as_bytes()), Look::Maybe);
        assert_eq!(word("trade").look(b"tra"), Look::No);
        assert_eq!(word("经贸").look("对外经贸".as_bytes()), Look::Yes);
        assert_eq!(word("trade fair").look(b"fair trade"), Look::Maybe);
    }

    #[test]
    fn the_places_of_a_word_are_those_of_the_text() {
        let text = "向 ＹＵＦＥ 和 yufe 提出";
        let found: Vec<&str> = word("yufe")
            .places(text)
            .into_iter()
            .map(|at| &text[at])
            .collect();
        assert_eq!(found, ["ＹＵＦＥ", "yufe"]);
    }

    #[test]
    fn english_words_are_seldom_taken_for_pinyin() {
        for name in [
            "wangyu",
            "wang yu",
            "yanming",
            "zhangxiaoming",
            "wy",
            "ym",
            "xian",
            "er",
            "lvxiu",
        ] {
            assert!(is_pinyin(name), "{name}");
        }
        for word in [
            "students",
            "hydroponics",
            "exhibition",
            "university",
            "a",
            "2024",
            "v2",
        ] {
            assert!(!is_pinyin(word), "{word}");
        }
    }
}
