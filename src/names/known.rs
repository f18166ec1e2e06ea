//! The longest known name at the beginning of a text: for `@` and `#` tags, and for names that hold spaces and commas.

use std::collections::HashMap;

use super::fold::fold;
use crate::text::is_han;

/// Names and what they stand for; a name can stand for several.
#[derive(Clone, Debug)]
pub struct Known<T> {
    named: HashMap<String, Vec<T>>,
    /// No name has more characters.
    longest: usize,
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self {
            named: HashMap::new(),
            longest: 0,
        }
    }
}

impl<T: Clone + PartialEq> Known<T> {
    /// Adds a name of this.
    pub fn add(&mut self, name: &str, of: T) {
        let folded = fold(name);
        if folded.is_empty() {
            return;
        }
        self.longest = self.longest.max(folded.chars().count());
        let named = self.named.entry(folded).or_default();
        if !named.contains(&of) {
            named.push(of);
        }
    }

    /// What that name, taken whole, stands for.
    #[must_use]
    pub fn get(&self, name: &str) -> &[T] {
        self.named.get(&fold(name)).map_or(&[], Vec::as_slice)
    }

    /// The longest name with which the text begins: its length in bytes of the text, and what it stands for.
    /// A name in letters ends where the word ends; after a Chinese character a name may end anywhere.
    #[must_use]
    pub fn at_start(&self, text: &str) -> Option<(usize, &[T])> {
        // Spaces that folding drops make the text longer than the name.
        let most = self.longest.saturating_mul(2).min(400);
        let mut ends: Vec<usize> = text
            .char_indices()
            .map(|(at, _)| at)
            .skip(1)
            .take(most)
            .collect();
        if ends.len() < most && !text.is_empty() {
            ends.push(text.len());
        }
        ends.into_iter()
            .rev()
            .filter(|end| may_end(text, *end))
            .find_map(|end| {
                let named = self.named.get(&fold(&text[..end]))?;
                Some((end, named.as_slice()))
            })
    }
}

/// Whether a name may end there: not in a space, not inside a word of letters or digits.
fn may_end(text: &str, end: usize) -> bool {
    let continues = |c: char| {
        c.is_alphanumeric() && !is_han(c)
            || c == '_'
            || unicode_normalization::char::is_combining_mark(c)
    };
    match (text[..end].chars().next_back(), text[end..].chars().next()) {
        (None, _) => false,
        (Some(last), _) if last.is_whitespace() => false,
        (Some(last), Some(next)) => is_han(last) || !(continues(next) && continues(last)),
        (Some(_), None) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_at_the_beginning_is_taken() {
        let mut known = Known::default();
        for (name, of) in [
            ("culture", 1),
            ("economy and trade", 2),
            ("经贸", 2),
            ("经", 3),
            ("economy", 4),
        ] {
            known.add(name, of);
        }
        for (text, taken) in [
            ("economy and trade fairs", Some(("economy and trade", 2))),
            ("Economy  and Trade: fairs", Some(("Economy  and Trade", 2))),
            ("economy and culture", Some(("economy", 4))),
            ("经贸合作", Some(("经贸", 2))),
            ("经济", Some(("经", 3))),
            ("cultures", None),
            ("culture", Some(("culture", 1))),
            ("ｃｕｌｔｕｒｅ，", Some(("ｃｕｌｔｕｒｅ", 1))),
            ("", None),
        ] {
            let found = known.at_start(text).map(|(end, of)| (&text[..end], of[0]));
            assert_eq!(found, taken, "{text}");
        }
    }
}
