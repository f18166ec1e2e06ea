//! A text cut into pieces that English and Chinese are compared by alike: three letters of a word, two characters of a script that
//! parts no words. Owns what is folded and what says nothing; weighs nothing.

/// Up to three characters, packed: no two different pieces are the same number.
pub type Gram = u64;

/// Pieces of one text that are looked at: a longer one is as good as told apart by its beginning.
const MOST: usize = 400;

/// Words that any two lines may share without being about the same thing.
const EMPTY: &[&str] = &[
    "a", "all", "also", "an", "and", "are", "as", "at", "be", "both", "by", "can", "could", "each",
    "every", "for", "from", "has", "have", "how", "in", "into", "is", "it", "its", "may", "more",
    "must", "not", "of", "on", "one", "or", "our", "ours", "shall", "should", "so", "than", "that",
    "the", "their", "them", "then", "there", "these", "they", "this", "those", "to", "we", "were",
    "what", "when", "which", "who", "will", "with", "would", "you", "your",
];

/// The same among pairs of characters, and characters that make any pair say nothing.
const EMPTY_PAIRS: &[&str] = &[
    "我们", "可以", "希望", "建议", "进行", "一个", "能够", "应该", "应当", "以及", "通过", "相关",
];
const EMPTY_CHARACTERS: [char; 6] = ['的', '了', '是', '与', '及', '将'];

/// A run of letters or of characters, folded, with its pieces and the place of each in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// It.
    pub letters: Vec<char>,
    /// How it is cut.
    pub script: Script,
}

/// How a run is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// A script that parts words: three letters at a time, the ends of the word among them.
    Lettered,
    /// A script that does not: two characters at a time.
    Unparted,
}

impl Script {
    /// How many words so many letters or characters in a row are: characters make words by twos.
    pub const fn words(self, letters: usize) -> usize {
        match self {
            Self::Lettered => 1,
            Self::Unparted => letters.saturating_sub(1),
        }
    }
}

impl Word {
    /// Its pieces, each with the place in it at which the piece begins; none of a word that says nothing.
    pub fn grams(&self) -> Vec<(usize, Gram)> {
        match self.script {
            Script::Lettered if self.letters.len() < 2 || self.is_empty_word() => Vec::new(),
            Script::Lettered => {
                let ends = std::iter::once('\0');
                let all: Vec<char> = ends
                    .clone()
                    .chain(self.letters.iter().copied())
                    .chain(ends)
                    .collect();
                let pieces = all.windows(3).map(packed);
                (0..).zip(pieces).collect()
            }
            Script::Unparted if self.letters.len() == 1 => vec![(0, packed(&self.letters))],
            Script::Unparted => {
                let says = self.says();
                (0..)
                    .zip(self.letters.windows(2))
                    .filter(|(at, _)| says[*at] && says[*at + 1])
                    .map(|(at, pair)| (at, packed(pair)))
                    .collect()
            }
        }
    }

    /// Which of the characters say something.
    fn says(&self) -> Vec<bool> {
        let is_empty = |c: &char| EMPTY_CHARACTERS.contains(c);
        let mut says: Vec<bool> = self.letters.iter().map(|c| !is_empty(c)).collect();
        for (at, pair) in self.letters.windows(2).enumerate() {
            let is_pair = |known: &&str| known.chars().eq(pair.iter().copied());
            if EMPTY_PAIRS.iter().any(is_pair) {
                says[at..at + 2].fill(false);
            }
        }
        says
    }

    fn is_empty_word(&self) -> bool {
        let word: String = self.letters.iter().collect();
        EMPTY.binary_search(&word.as_str()).is_ok()
    }
}

fn packed(letters: &[char]) -> Gram {
    letters
        .iter()
        .fold(0, |gram, letter| gram << 21 | u64::from(u32::from(*letter)))
}

/// The different pieces of a text.
#[must_use]
pub fn grams(text: &str) -> Vec<Gram> {
    let mut grams: Vec<Gram> = words(text)
        .flat_map(|word| word.grams())
        .map(|(_, gram)| gram)
        .take(MOST)
        .collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// The runs of a text, folded: letter case and width make no difference.
pub fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut letters = text.chars().flat_map(folded).peekable();
    std::iter::from_fn(move || {
        while letters.next_if(|c| script(*c).is_none()).is_some() {}
        let script_here = script(*letters.peek()?)?;
        let mut run = Vec::new();
        while let Some(c) = letters.next_if(|c| script(*c) == Some(script_here)) {
            run.push(c);
        }
        Some(Word {
            letters: run,
            script: script_here,
        })
    })
}

/// Small, and as wide as ASCII where there is a twin of it.
fn folded(c: char) -> impl Iterator<Item = char> {
    let narrow = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    narrow.to_lowercase()
}

/// How a character is cut; nothing for one that parts words.
fn script(c: char) -> Option<Script> {
    match c {
        '\u{3041}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Some(Script::Unparted),
        c => c.is_alphanumeric().then_some(Script::Lettered),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_say_nothing_are_in_order_and_have_no_pieces() {
        assert!(EMPTY.is_sorted());
        assert_eq!(grams("the … of ，。 and 的 a 我们"), [packed(&['的'])]);
    }

    #[test]
    fn case_and_width_make_no_difference() {
        assert_eq!(grams("ＹＵＦＥ　Visits"), grams("yufe visits"));
        assert_ne!(grams("visits"), grams("invites"));
    }

    #[test]
    fn a_text_of_any_length_has_a_bounded_number_of_pieces() {
        let long: String = (0..10_000_u32)
            .filter_map(|n| char::from_u32(0x4e00 + n))
            .collect();
        assert_eq!(grams(&long).len(), MOST);
    }

    #[test]
    fn no_two_pieces_are_the_same_number() {
        assert_ne!(packed(&['\0', 'a', 'b']), packed(&['a', 'b', '\0']));
        assert_ne!(packed(&['a', 'b']), packed(&['\u{10ffff}']));
    }
}
