//! Where a session file that was edited is not what its records would be written as: line by line, in which section, what it is and what it
//! was. Owns the comparing; the sentences are those of whoever asks. Seals are not compared.

use super::SEAL;
use crate::text::Text;

/// How far ahead the two files are searched for where they go on alike, in lines of both together.
const AHEAD: usize = 96;
/// The most characters that are shown of a value.
const SHOWN: usize = 90;
/// How many of them stand before the first that differs.
const BEFORE: usize = 24;

/// A line of one file that is not in the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It stands there otherwise.
    Changed {
        /// Where.
        place: Place,
        /// The key it gives a value to, where both do.
        key: Option<Text>,
        /// What it is.
        is: Text,
        /// What it was.
        was: Text,
    },
    /// It was not there.
    Added {
        /// Where.
        place: Place,
        /// What it is.
        is: Text,
    },
    /// It is not there any more.
    Missing {
        /// Before which line.
        place: Place,
        /// What it was.
        was: Text,
    },
}

impl Difference {
    /// Where.
    #[must_use]
    pub const fn place(&self) -> &Place {
        match self {
            Self::Changed { place, .. }
            | Self::Added { place, .. }
            | Self::Missing { place, .. } => place,
        }
    }
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The section it stands in, as it is written: `[summary]`; of a list, what the entry is called too: `[[contributions]] C12`.
    pub section: Text,
}

/// The lines in which the stored file is not the fresh one, in order; ends of lines and seals apart.
#[must_use]
pub fn differences(stored: &str, fresh: &str) -> Vec<Difference> {
    let (stored, fresh) = (lines(stored), lines(fresh));
    let mut found = Vec::new();
    let (mut at, mut other) = (0, 0);
    let mut sections = Sections::default();
    while at < stored.len() || other < fresh.len() {
        if at < stored.len() && stored.get(at) == fresh.get(other) {
            sections.pass(stored[at]);
            (at, other) = (at + 1, other + 1);
            continue;
        }
        let (gone, come) = together_again(&stored[at..], &fresh[other..]);
        let edited = &stored[at..at + gone];
        let original = &fresh[other..other + come];
        for step in 0..gone.max(come) {
            if let Some(line) = edited.get(step) {
                sections.pass(line);
            }
            let place = Place {
                line: (at + step.min(gone) + 1).min(stored.len().max(1)),
                section: sections.here(),
            };
            found.extend(differ(place, edited.get(step), original.get(step)));
        }
        (at, other) = (at + gone, other + come);
    }
    found
}

/// The lines up to the seal.
fn lines(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text
        .lines()
        .map(|line| line.trim_end_matches('\r'))
        .collect();
    let end = lines.iter().rposition(|line| *line == SEAL);
    let mut lines = lines;
    lines.truncate(end.unwrap_or(lines.len()));
    lines
}

/// How many lines of each stand before both go on alike: the fewest. Where they do not soon, a line of each.
fn together_again(stored: &[&str], fresh: &[&str]) -> (usize, usize) {
    for both in 1..=AHEAD {
        // As many of each comes first: lines are changed more often than they are added or lost.
        let mut splits: Vec<usize> = (0..=both).collect();
        splits.sort_by_key(|gone| gone.abs_diff(both - gone));
        let alike = splits
            .into_iter()
            .find(|gone| go_on_alike(stored, *gone, fresh, both - gone));
        if let Some(gone) = alike {
            return (gone, both - gone);
        }
    }
    (stored.len().min(1), fresh.len().min(1))
}

/// Whether both go on alike there for two lines, or to the end.
fn go_on_alike(stored: &[&str], at: usize, fresh: &[&str], other: usize) -> bool {
    let (Some(stored), Some(fresh)) = (stored.get(at..), fresh.get(other..)) else {
        return false;
    };
    match (stored, fresh) {
        ([], []) => true,
        ([], _) | (_, []) => false,
        ([one, rest @ ..], [same, others @ ..]) => one == same && rest.first() == others.first(),
    }
}

fn differ(place: Place, stored: Option<&&str>, fresh: Option<&&str>) -> Option<Difference> {
    Some(match (stored, fresh) {
        (Some(is), Some(was)) => {
            let (key, is, was) = match (entry(is), entry(was)) {
                (Some((key, is)), Some((same, was))) if key == same => {
                    (Some(Text::line(key)), value(is), value(was))
                }
                _ => (None, value(is), value(was)),
            };
            let from = first_difference(&is, &was);
            Difference::Changed {
                place,
                key,
                is: excerpt(&is, from),
                was: excerpt(&was, from),
            }
        }
        (Some(is), None) => Difference::Added {
            place,
            is: excerpt(is, 0),
        },
        (None, Some(was)) => Difference::Missing {
            place,
            was: excerpt(was, 0),
        },
        (None, None) => return None,
    })
}

/// The key and the value of a line that gives one.
fn entry(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(" = ")?;
    let is_key = key
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    is_key.then_some((key, value))
}

/// A value as it is read: a text without its quotes.
fn value(written: &str) -> String {
    let table = format!("value = {written}").parse::<toml::Table>();
    let text = table.ok().and_then(|table| {
        let value = table.get("value")?;
        value.as_str().map(str::to_owned)
    });
    text.unwrap_or_else(|| written.trim().trim_end_matches(',').to_owned())
}

fn first_difference(one: &str, other: &str) -> usize {
    let pairs = one.chars().zip(other.chars());
    pairs.take_while(|(one, other)| one == other).count()
}

/// So much of a value as is shown, with what stands before that character.
fn excerpt(value: &str, from: usize) -> Text {
    let start = if value.chars().count() <= SHOWN {
        0
    } else {
        from.saturating_sub(BEFORE)
    };
    let shown: String = value.chars().skip(start).take(SHOWN).collect();
    let more = value.chars().count() > start + SHOWN;
    let mark = |there: bool| if there { "…" } else { "" };
    Text::line(&format!("{}{shown}{}", mark(start > 0), mark(more)))
}

/// The section that the lines passed so far are in, and what the entry is called.
#[derive(Default)]
struct Sections {
    section: String,
    called: Option<String>,
}

impl Sections {
    fn pass(&mut self, line: &str) {
        if line.starts_with('[') && line.ends_with(']') && line.len() > 2 {
            line.clone_into(&mut self.section);
            self.called = None;
        } else if let Some((key, written)) = entry(line)
            && self.called.is_none()
            && self.section.starts_with("[[")
            && matches!(key, "id" | "number" | "person")
        {
            self.called = Some(value(written));
        }
    }

    fn here(&self) -> Text {
        let called = self.called.as_deref().unwrap_or_default();
        Text::line(format!("{} {called}", self.section).trim_end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRESH: &str = "[summary]\ntitle = \"A\"\nstate = \"draft\"\n\n[[contributions]]\nid = \"C1\"\ntext = \"Invite 20\"\n\n\
                         [[contributions]]\nid = \"C2\"\ntext = \"A ship\"\n\n[seal]\nrecords = 1\n";

    #[test]
    fn each_changed_line_is_told_with_what_it_was() {
        let stored = FRESH
            .replace("Invite 20", "Invite 99")
            .replace("A ship", "A boat");
        let found = differences(&stored, FRESH);
        let [
            Difference::Changed {
                place,
                key,
                is,
                was,
            },
            Difference::Changed { place: second, .. },
        ] = &found[..]
        else {
            panic!("{found:?}");
        };
        assert_eq!(
            (place.line, place.section.as_str()),
            (7, "[[contributions]] C1")
        );
        assert_eq!(key.as_ref().map(Text::as_str), Some("text"));
        assert_eq!((is.as_str(), was.as_str()), ("Invite 99", "Invite 20"));
        assert_eq!(second.section.as_str(), "[[contributions]] C2");
    }

    #[test]
    fn a_line_more_and_a_line_less_are_told_alone() {
        let more = FRESH.replace("state =", "mood = \"gay\"\nstate =");
        let found = differences(&more, FRESH);
        assert!(
            matches!(&found[..], [Difference::Added { place, .. }] if place.line == 3),
            "{found:?}"
        );
        let less = FRESH.replace("text = \"A ship\"\n", "");
        let found = differences(&less, FRESH);
        assert!(
            matches!(&found[..], [Difference::Missing { was, .. }] if was.as_str() == "text = \"A ship\""),
            "{found:?}"
        );
    }

    #[test]
    fn seals_and_ends_of_lines_are_no_differences() {
        let stored = FRESH
            .replace("records = 1", "records = 2")
            .replace('\n', "\r\n");
        assert_eq!(differences(&stored, FRESH), []);
    }

    #[test]
    fn of_a_long_value_the_part_is_shown_that_differs() {
        let long = "word ".repeat(60);
        let (was, is) = (format!("x = \"{long}20\"\n"), format!("x = \"{long}99\"\n"));
        let found = differences(&is, &was);
        let [Difference::Changed { is, .. }] = &found[..] else {
            panic!("{found:?}");
        };
        assert!(
            is.as_str().starts_with('…') && is.as_str().ends_with("99"),
            "{is:?}"
        );
    }

    #[test]
    fn a_file_that_has_nothing_in_common_ends_all_the_same() {
        let other: Vec<String> = (0..400).map(|number| format!("line {number}")).collect();
        let other = other.join("\n");
        assert!(!differences(&other, FRESH).is_empty());
        assert!(!differences("", FRESH).is_empty());
        assert!(!differences(FRESH, "").is_empty());
    }
}
