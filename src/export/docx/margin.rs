//! Head and foot of each page in DOCX: whose document it is, and its page number.

use super::super::document::Composed;
use super::super::markup::{escape, escaped};
use super::super::sheet::{PageNumber, headline, page_number};
use super::{DECLARATION, WORDS};
use crate::locale::Locale;

/// The organisation at the left, the title at the right.
pub(super) fn header(composed: &Composed) -> String {
    let [organisation, title] = headline(composed);
    let mut runs = String::new();
    words(&mut runs, organisation.unwrap_or_default());
    runs.push_str("<w:r><w:tab/></w:r>");
    words(&mut runs, title.unwrap_or_default());
    part("hdr", "Header", &runs)
}

/// The page number, in the words of the language.
pub(super) fn footer(locale: &Locale) -> String {
    let mut runs = String::new();
    for part in page_number(locale) {
        match part {
            PageNumber::Words(said) => words(&mut runs, &said),
            PageNumber::Page => runs.push_str(&field("PAGE")),
            PageNumber::Pages => runs.push_str(&field("NUMPAGES")),
        }
    }
    part("ftr", "Footer", &runs)
}

fn part(tag: &str, style: &str, runs: &str) -> String {
    format!(
        "{DECLARATION}<w:{tag} {WORDS}><w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p></w:{tag}>"
    )
}

fn words(out: &mut String, said: &str) {
    out.push_str("<w:r><w:t xml:space=\"preserve\">");
    escape(out, said);
    out.push_str("</w:t></w:r>");
}

/// What the word processor fills in.
fn field(name: &str) -> String {
    let of = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    format!(
        "{}<w:r><w:instrText xml:space=\"preserve\"> {} </w:instrText></w:r>{}<w:r><w:t>1</w:t></w:r>{}",
        of("begin"),
        escaped(name),
        of("separate"),
        of("end")
    )
}
