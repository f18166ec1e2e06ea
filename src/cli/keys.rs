//! `tribune keys`: which key starts what, with the person's own keys, in the reader's language. Owns the form of that table;
//! what there is stands in the table of actions.

use clap::{ArgMatches, Command};
use unicode_width::UnicodeWidthStr;

use super::{Ending, Surroundings};
use crate::locale::Locale;
use crate::text::Message;
use crate::tui::action::{ACTIONS, Keys, Place, Row};

/// Takes nothing.
pub fn arguments(command: Command, _: &Locale) -> Command {
    command
}

/// Prints the table; what is wrong with the person's own keys is told, and where they stand.
pub fn perform(_: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let (keys, trouble) = surroundings.own().keys();
    if let Some(trouble) = trouble {
        trouble.tell(surroundings.locale());
    }
    let put = surroundings.put(&table(&keys, surroundings.locale()));
    if let Some(path) = surroundings.own().keys_file() {
        let file = path.display().to_string();
        surroundings.tell(&Message::new("keys-file").with("file", file));
    }
    put
}

/// What can be started in one place.
pub struct Group {
    /// Where.
    pub place: String,
    /// The keys, what they do, and the command that does the same.
    pub rows: Vec<[String; 3]>,
}

/// Every action by where its keys work, in the order of the table.
pub fn groups(keys: &Keys, locale: &Locale) -> Vec<Group> {
    let of_place = |place: Place| {
        let rows = ACTIONS.iter().filter(|row| row.place == place);
        let mut rows: Vec<[String; 3]> = rows.map(|row| columns(row, keys, locale)).collect();
        if place == Place::EmptyLine {
            // No action, but what one types to begin a line.
            rows.push([
                ":".to_owned(),
                locale.word("tui-help-commands"),
                String::new(),
            ]);
        }
        Group {
            place: locale.word(place.heading()),
            rows,
        }
    };
    Place::ALL.into_iter().map(of_place).collect()
}

fn columns(row: &Row, keys: &Keys, locale: &Locale) -> [String; 3] {
    let named: Vec<String> = keys.of(row.action).map(|key| key.to_string()).collect();
    [
        named.join("  "),
        locale.word(row.help),
        row.command.unwrap_or_default().to_owned(),
    ]
}

/// The groups one below the other, in columns.
fn table(keys: &Keys, locale: &Locale) -> String {
    let groups = groups(keys, locale);
    let widest = |column: usize| {
        let rows = groups.iter().flat_map(|group| &group.rows);
        rows.map(|row| row[column].width()).max().unwrap_or(0)
    };
    let widths = [widest(0), widest(1)];
    let line = |row: &[String; 3]| {
        let padded = |column: usize| {
            let gap = widths[column] - row[column].width();
            format!("{}{}", row[column], " ".repeat(gap + 2))
        };
        let whole = format!("  {}{}{}", padded(0), padded(1), row[2]);
        whole.trim_end().to_owned()
    };
    let group = |group: &Group| {
        let rows: Vec<String> = group.rows.iter().map(line).collect();
        format!("{}\n{}\n", group.place, rows.join("\n"))
    };
    groups.iter().map(group).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use crate::tui::action::own;

    #[test]
    fn the_table_has_every_action_with_the_persons_own_keys_in_columns() {
        let (keys, _) = own::read("next = [\"Shift-F4\", \"F5\"]\nundo = []");
        for language in Language::ALL {
            let locale = Locale::new(language);
            let table = table(&keys, &locale);
            for row in ACTIONS {
                assert!(table.contains(&locale.word(row.help)), "{table}");
            }
            assert!(table.contains("\n  Shift-F4  F5  "), "{table}");
            assert!(
                table.contains(":undo") && !table.contains("Ctrl-/"),
                "{table}"
            );
            let column = |command: &str| {
                let line = table.lines().find(|line| line.ends_with(command));
                line.map(|line| line.width() - command.width())
            };
            assert_eq!(column(" :next"), column(" :pause"));
        }
    }
}
