//! Writing: the file of a meeting as it stands, sealed.

use serde::Serialize;

use super::sections::{quote_raw, write as write_sections};
use super::{JOURNAL, SEAL, VERSION, opening};
use crate::locale::Locale;
use crate::meeting::record::line_of;
use crate::meeting::{Digest, Meeting};
use crate::summary::{Seal, Summary};
use crate::tree::{self, Tree};

/// A session file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file whole.
    pub text: String,
    /// Its seal.
    pub seal: Seal,
}

/// The session file of a meeting as it stands, finished or not. `document` is the readable whole of it, by sections, in the record's language,
/// as `locale` is.
///
/// # Panics
/// Where `document` cannot be JSON: a map whose keys are no texts.
#[must_use]
pub fn write(
    meeting: &Meeting,
    summary: &Summary,
    locale: &Locale,
    document: impl Serialize,
) -> Written {
    let mut sections = tree::table(document);
    let counts = sections
        .iter()
        .position(|(key, _)| key == "summary")
        .map(|at| sections.remove(at).1);
    let mut first = opening::table(summary, locale);
    if let Some(Tree::Table(counts)) = counts {
        first.extend(counts);
    }
    let mut text = String::new();
    write_sections(&mut text, &vec![("summary".to_owned(), Tree::Table(first))]);
    write_sections(&mut text, &sections);
    drop(sections);
    let (records, journal_digest) = write_journal(&mut text, meeting);
    text.push('\n');
    let session_digest = Digest::of(text.as_bytes());
    let seal = Seal {
        records,
        journal_digest,
        session_digest,
    };
    text.push_str(&sealed(&seal));
    Written { text, seal }
}

fn write_journal(text: &mut String, meeting: &Meeting) -> (u64, Digest) {
    text.extend([
        "\n",
        JOURNAL,
        "\nversion = ",
        &VERSION.to_string(),
        "\nlines = [\n",
    ]);
    let mut line = line_of(&*meeting.header);
    let mut records = 0;
    write_line(text, &line);
    for record in meeting.history.records() {
        line = line_of(record);
        records += 1;
        write_line(text, &line);
    }
    text.push_str("]\n");
    (records, Digest::of(line.as_bytes()))
}

fn write_line(text: &mut String, line: &str) {
    text.push_str("  ");
    quote_raw(text, line);
    text.push_str(",\n");
}

fn sealed(seal: &Seal) -> String {
    let Seal {
        records,
        journal_digest,
        session_digest,
    } = seal;
    format!(
        "{SEAL}\nrecords = {records}\njournal_digest = \"{journal_digest}\"\nsession_digest = \"{session_digest}\"\n"
    )
}
