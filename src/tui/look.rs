//! How things are said and drawn for one reader: sentences in their language, looks by role, signs. Knows no meeting.

use ratatui::style::Style;

use super::style::{Role, Sign, Styles};
use crate::locale::Locale;
use crate::text::{Bilingual, Message, shown};

/// What every view has, whatever it shows.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The reader's sentences.
    pub locale: &'a Locale,
    /// Looks and signs.
    pub styles: &'a Styles,
}

impl Look<'_> {
    /// A sentence in the reader's language, as the screen may show it.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        let said = self.locale.say(message);
        match shown(&said) {
            std::borrow::Cow::Borrowed(_) => said,
            std::borrow::Cow::Owned(safe) => safe,
        }
    }

    /// A word.
    #[must_use]
    pub fn word(&self, id: &'static str) -> String {
        self.locale.word(id)
    }

    /// A word in capitals, above a column; Chinese has none.
    #[must_use]
    pub fn label(&self, id: &'static str) -> String {
        self.word(id).to_uppercase()
    }

    /// A text in the reader's language, as the screen may show it.
    #[must_use]
    pub fn text(&self, text: &Bilingual) -> String {
        shown(text.get(self.locale.language()).as_str()).into_owned()
    }

    /// The look of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.styles.of(role)
    }

    /// How a sign is written.
    #[must_use]
    pub fn sign(&self, sign: Sign) -> &'static str {
        self.styles.sign(sign)
    }
}
