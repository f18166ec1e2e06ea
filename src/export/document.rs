//! The documents: which there are, from what each is made, and how one is composed. Owns the table and the shipped templates; what is filled
//! in is `view`'s, the form of each format its own file's.

use chrono::NaiveDate;

use super::blocks::Block;
use super::source::Source;
use super::template::{self, Mistake};
use super::{md, view};
use crate::agenda::Who;
use crate::locale::Locale;
use crate::text::Language;

/// A document that can be made of a meeting.
#[derive(Debug)]
pub struct Document {
    /// What it is called on the command line; its templates are called by it too.
    pub name: &'static str,
    /// What it needs.
    pub needs: Needs,
    /// The shipped templates: English, Chinese.
    templates: [&'static str; 2],
}

/// What a document needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// The agenda alone.
    Agenda,
    /// A meeting that was held, or is being held.
    Meeting,
    /// The same, and one unit to which it goes.
    Unit,
    /// The same, and the other sessions of its series.
    Series,
}

macro_rules! documents {
    ($($name:literal $needs:ident),+ $(,)?) => {
        /// The documents. To add one: its two templates, and a row here.
        pub const DOCUMENTS: &[Document] = &[$(Document {
            name: $name,
            needs: Needs::$needs,
            templates: [
                include_str!(concat!("../../config/templates/", $name, ".en.md")),
                include_str!(concat!("../../config/templates/", $name, ".zh-CN.md")),
            ],
        }),+];
    };
}

documents! {
    "minutes" Meeting,
    "decisions" Meeting,
    "announcement" Meeting,
    "letter" Unit,
    "brief" Meeting,
    "attendance" Meeting,
    "speakers" Meeting,
    "results" Meeting,
    "years" Series,
    "programme" Agenda,
    "script" Agenda,
    "sign-in" Agenda,
    "ballot-papers" Agenda,
}

/// The document that is made where none is named.
pub const MINUTES: &Document = &DOCUMENTS[0];

/// The document that sets the sessions of a series side by side.
pub const YEARS: &Document = &DOCUMENTS[8];

/// The document of that name.
#[must_use]
pub fn document(name: &str) -> Option<&'static Document> {
    DOCUMENTS.iter().find(|document| document.name == name)
}

impl Document {
    /// The shipped template.
    #[must_use]
    pub const fn template(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.templates[0],
            Language::Chinese => self.templates[1],
        }
    }

    /// Fills a template in: the shipped one of [`Document::template`], or somebody's own.
    ///
    /// # Errors
    /// What is wrong with the template, and where.
    pub fn compose(
        &self,
        template: &str,
        source: &Source,
        locale: &Locale,
        unit: Option<&Who>,
    ) -> Result<Composed, Mistake> {
        let marked = template::fill(template, locale, |named| {
            view::values(named, source, locale, unit)
        })?;
        let facts = &source.summary.meeting;
        let text = |both: &crate::text::Bilingual| both.get(locale.language()).to_string();
        Ok(Composed {
            marked,
            title: text(&facts.title),
            organisation: facts.organisation.as_ref().map(text),
            document: self.name,
            day: facts.day(),
            language: locale.language(),
        })
    }
}

/// A document that was composed, before it takes the form of a format.
#[derive(Clone, Debug)]
pub struct Composed {
    marked: String,
    /// What the document is called.
    pub document: &'static str,
    /// The meeting's title.
    pub title: String,
    /// Who met.
    pub organisation: Option<String>,
    /// The day of the meeting: the only date that its files carry, so that they are the same whenever they are made.
    pub day: Option<NaiveDate>,
    /// The language of its words.
    pub language: Language,
}

impl Composed {
    /// Whether its notes are words that somebody reads to the room.
    #[must_use]
    pub fn is_read_aloud(&self) -> bool {
        matches!(self.document, "script" | "brief")
    }

    /// It in Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        md::finish(&self.marked)
    }

    /// It as blocks.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        md::read(&self.marked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_that_have_a_name_of_their_own_are_those() {
        assert_eq!((MINUTES.name, YEARS.name), ("minutes", "years"));
    }
}
