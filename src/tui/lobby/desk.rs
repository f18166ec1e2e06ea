//! What lies before somebody in the lobby: the list, what is told beside it, what is typed. Changed by `keys`; the words are `entries`'s.

use chrono::NaiveDate;

use super::entries::{Entry, Teller};
use super::found::{Folders, Found};
use crate::locale::Locale;
use crate::text::{Language, Text};
use crate::tui::action::Line as Typed;
use crate::tui::keymap::half_width;
use crate::tui::leaf::{Leaf, Manner};
use crate::tui::ui::Ui;

/// What lies before one person.
#[derive(Debug, Default)]
pub struct Desk {
    /// The line, what is asked and told, the looks.
    pub ui: Ui,
    /// The list.
    pub list: Leaf<Entry>,
    /// All about what one stands on.
    pub beside: Leaf<Entry>,
    /// What was found so far.
    pub found: Found,
    /// The day from which ages are told.
    pub today: NaiveDate,
    /// Where things are kept.
    pub folders: Folders,
    /// Other looks that were asked for: of that name, else the next.
    pub theme: Option<Option<Text>>,
    /// Where one wants to stand, until one moves.
    at: At,
    listed: Option<Told>,
    told: Option<(Option<Entry>, Told)>,
}

/// Where one stands while more is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum At {
    /// On the first entry, whichever it is.
    #[default]
    First,
    /// There, once it is listed.
    There(Entry),
    /// Where one went.
    Chosen,
}

/// What lines were made from: what is found, the language, the words that are looked for.
type Told = (u64, Language, String);

impl Desk {
    /// A desk on which nothing lies yet.
    #[must_use]
    pub fn new(ui: Ui, today: NaiveDate, folders: Folders, at: Option<Entry>) -> Self {
        Self {
            ui,
            today,
            folders,
            at: at.map_or(At::First, At::There),
            ..Self::default()
        }
    }

    /// What the line is.
    #[must_use]
    pub fn typed(&self) -> Typed {
        match self.ui.draft.field.text().chars().next().map(half_width) {
            None => Typed::Empty,
            Some(':') => Typed::Typed,
            Some(_) => Typed::Filter,
        }
    }

    /// What is looked for among the entries; empty where nothing is.
    #[must_use]
    pub fn words(&self) -> &str {
        let words = self.ui.draft.field.text().trim();
        match self.typed() {
            Typed::Filter => words.trim_start_matches(['/', '／']).trim(),
            Typed::Empty | Typed::Typed => "",
        }
    }

    /// The person went somewhere in the list: what is found from now on leaves them there.
    pub fn choose(&mut self) {
        self.at = At::Chosen;
    }

    /// After everything: the list says what there is, and what is told beside it where one stands.
    pub fn settle(&mut self, locale: &Locale) {
        let told = (
            self.found.version,
            locale.language(),
            self.words().to_owned(),
        );
        let teller = Teller {
            locale,
            found: &self.found,
            folders: &self.folders,
            today: self.today,
        };
        if self.listed.as_ref() != Some(&told) {
            let is_found_anew = self
                .listed
                .as_ref()
                .is_some_and(|before| before.2 != told.2);
            self.list.put(teller.list(self.words()), Manner::List);
            if is_found_anew {
                self.list.first();
            }
            match &self.at {
                At::First => self.list.first(),
                At::There(entry) => self.list.go_to(entry),
                At::Chosen => {}
            }
            self.listed = Some(told.clone());
        }
        let here = (self.list.link().cloned(), told);
        if self.told.as_ref() != Some(&here) {
            let about = here.0.as_ref().map(|entry| teller.about(entry));
            self.beside = Leaf::new(about.unwrap_or_default(), Manner::Text);
            self.told = Some(here);
        }
    }
}
