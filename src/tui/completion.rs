//! How the text of a field may go on: what is offered, which of it is chosen, how it is taken. Works on any field; what there
//! is to offer is `phrase`'s to say, where it is drawn `screen`'s.
//!
//! Whoever owns a field keeps one of these beside it, offers it each key first ([`Completion::key`]), and refreshes it after
//! each.

use super::input::{Code, Key};
use super::widget::field::Field;
use crate::phrase::{self, Closing};
use crate::text::{Language, is_han};

/// No more are offered at once.
const MOST: usize = 24;

/// What is offered for one field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Completion {
    offers: Vec<Offer>,
    chosen: usize,
    /// For which text and cursor these are offered.
    text: String,
    cursor: usize,
    put_away: PutAway,
}

/// Whether what is offered was put away by a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum PutAway {
    #[default]
    No,
    /// Until the text changes.
    Yes,
}

/// One of those offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// From which byte on it stands in place of what was typed.
    from: usize,
    /// What is put there.
    pub text: String,
    /// What to know of it besides; often empty.
    pub about: String,
    closing: Closing,
}

impl Completion {
    /// After a key, and after anything else that may have changed the field. `offer` is asked only where it has changed: for
    /// how the text may go on at that byte, no more than so many.
    pub fn refresh(
        &mut self,
        field: &Field,
        language: Language,
        offer: impl FnOnce(&str, usize, usize) -> Vec<phrase::Completion>,
    ) {
        let (text, cursor) = (field.text(), field.halves().0.len());
        if self.text == text && self.cursor == cursor {
            return;
        }
        if self.text != text {
            self.put_away = PutAway::No;
        }
        text.clone_into(&mut self.text);
        self.cursor = cursor;
        self.chosen = 0;
        self.offers = offer(text, cursor, MOST)
            .into_iter()
            .map(|one| Offer {
                from: one.from,
                text: one.text.get(language).as_str().to_owned(),
                about: one.about.get(language).as_str().to_owned(),
                closing: one.closing,
            })
            .collect();
    }

    /// Takes a key that chooses, takes or puts away what is offered; whether it was one.
    pub fn key(&mut self, field: &mut Field, key: Key) -> bool {
        if !self.is_open() || key.ctrl || key.alt || key.shift {
            return false;
        }
        match key.code {
            Code::Tab => self.take(field),
            Code::Up => self.earlier(),
            Code::Down => self.later(),
            Code::Esc => self.put_away(),
            _ => return false,
        }
        true
    }

    /// Whether anything is offered now.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.offers().is_empty()
    }

    /// What is offered now, best first.
    #[must_use]
    pub fn offers(&self) -> &[Offer] {
        match self.put_away {
            PutAway::No => &self.offers,
            PutAway::Yes => &[],
        }
    }

    /// Which of them is chosen, by its place.
    #[must_use]
    pub fn chosen(&self) -> usize {
        self.chosen
    }

    /// Chooses the one before; before the first comes the last.
    pub fn earlier(&mut self) {
        let count = self.offers.len().max(1);
        self.chosen = (self.chosen + count - 1) % count;
    }

    /// Chooses the one after; after the last comes the first.
    pub fn later(&mut self) {
        self.chosen = (self.chosen + 1) % self.offers.len().max(1);
    }

    /// Chooses the one in that place.
    pub fn choose(&mut self, place: usize) {
        self.chosen = place.min(self.offers.len().saturating_sub(1));
    }

    /// Offers nothing until the text changes.
    pub fn put_away(&mut self) {
        self.put_away = PutAway::Yes;
    }

    /// Puts the chosen one into the field, with what lets one type on behind it.
    pub fn take(&mut self, field: &mut Field) {
        let Some(offer) = self.offers().get(self.chosen) else {
            return;
        };
        let behind = field.halves().1.chars().next();
        let space = match offer.closing {
            Closing::Nothing => false,
            Closing::Space => true,
            Closing::SpaceInLetters => !offer
                .text
                .ends_with(|c: char| is_han(c) || matches!(c, '"' | '”')),
        };
        let parted = behind.is_some_and(char::is_whitespace);
        let closing = if space && !parted { " " } else { "" };
        field.replace_before(offer.from, &format!("{}{closing}", offer.text));
    }

    /// What taking the chosen one would add, where it only adds: what was typed stands in it letter by letter, and the
    /// cursor at the end of the line.
    #[must_use]
    pub fn ghost(&self) -> Option<&str> {
        let offer = self.offers().get(self.chosen)?;
        if self.cursor != self.text.len() {
            return None;
        }
        let typed = self.text.get(offer.from..)?;
        let added = offer.text.get(typed.len()..)?;
        let same = offer.text.get(..typed.len())?.eq_ignore_ascii_case(typed);
        (same && !typed.is_empty() && !added.is_empty()).then_some(added)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Bilingual;

    fn offered(names: &[&str], from: usize, closing: Closing) -> Vec<phrase::Completion> {
        let one = |name: &&str| phrase::Completion {
            from,
            text: Bilingual::from(*name),
            about: Bilingual::default(),
            closing,
        };
        names.iter().map(one).collect()
    }

    fn at(line: &str, names: &[&str], from: usize) -> (Field, Completion) {
        let field = Field::with(line);
        let mut completion = Completion::default();
        completion.refresh(&field, Language::English, |_, _, _| {
            offered(names, from, Closing::SpaceInLetters)
        });
        (field, completion)
    }

    #[test]
    fn the_chosen_one_is_taken_and_one_types_on_behind_it() {
        let (mut field, mut completion) = at("ask @ya", &["Yan Ming", "Yao Li"], 5);
        assert_eq!(completion.ghost(), Some("n Ming"));
        completion.later();
        completion.take(&mut field);
        assert_eq!(field.text(), "ask @Yao Li ");
        let (mut field, completion) = at("@ym", &["严明"], 1);
        assert_eq!(completion.ghost(), None);
        let mut completion = completion;
        completion.take(&mut field);
        assert_eq!(field.text(), "@严明");
    }

    #[test]
    fn within_a_line_what_stands_behind_stays_and_no_space_is_doubled() {
        let mut field = Field::with("@ya agrees");
        (0..7).for_each(|_| field.left());
        let mut completion = Completion::default();
        completion.refresh(&field, Language::English, |_, _, _| {
            offered(&["Yan Ming"], 1, Closing::Space)
        });
        assert_eq!(completion.ghost(), None, "something stands behind");
        completion.take(&mut field);
        assert_eq!(field.text(), "@Yan Ming agrees");
    }

    #[test]
    fn what_was_put_away_comes_back_with_the_next_character_alone() {
        let (mut field, mut completion) = at("@ya", &["Yan Ming"], 1);
        completion.put_away();
        assert!(!completion.is_open() && completion.ghost().is_none());
        let offer = |_: &str, _, _| offered(&["Yan Ming"], 1, Closing::Space);
        completion.refresh(&field, Language::English, offer);
        assert!(!completion.is_open());
        completion.take(&mut field);
        assert_eq!(field.text(), "@ya");
        field.insert("n");
        completion.refresh(&field, Language::English, offer);
        assert!(completion.is_open());
    }
}
