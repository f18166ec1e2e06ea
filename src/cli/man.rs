//! `tribune man`: the manual page on standard output, made from the command line itself and the table of commands.

use clap::{ArgMatches, Command};
use clap_mangen::roff::{Roff, bold, roman};

use super::{Ending, Surroundings, keys, surroundings};
use crate::locale::Locale;
use crate::phrase::{self, Group, help};
use crate::settings;
use crate::text::{Arg, Bilingual, Message, Text};
use crate::tui::action::Keys;

/// Takes nothing.
pub fn arguments(command: Command, _: &Locale) -> Command {
    command
}

/// Prints the page, with a section for each subcommand and one for the commands of a meeting.
pub fn perform(_: &ArgMatches, surroundings: &Surroundings) -> Ending {
    match page(surroundings.locale()) {
        Ok(page) => surroundings.put(&String::from_utf8_lossy(&page)),
        Err(error) => {
            surroundings::tell(&error.to_string());
            Ending::Problems
        }
    }
}

fn page(locale: &Locale) -> std::io::Result<Vec<u8>> {
    let command = super::command(locale);
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for subcommand in command.get_subcommands() {
        let named = subcommand
            .clone()
            .name(format!("tribune {}", subcommand.get_name()));
        let man = clap_mangen::Man::new(named);
        man.render_name_section(&mut page)?;
        man.render_synopsis_section(&mut page)?;
        man.render_options_section(&mut page)?;
    }
    keys_of_screen(locale).to_writer(&mut page)?;
    files(locale).to_writer(&mut page)?;
    language(locale).to_writer(&mut page)?;
    Ok(page)
}

/// The keys of the screen, as they are unless a person has others.
fn keys_of_screen(locale: &Locale) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [locale.word("keys-title").as_str()]);
    for group in keys::groups(&Keys::default(), locale) {
        roff.control("SS", [group.place.as_str()]);
        for [keys, help, command] in group.rows {
            let head = [keys, command].join("  ");
            entry(&mut roff, head.trim_end().to_owned(), help);
        }
    }
    roff
}

/// What a person sets, and where.
fn files(locale: &Locale) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [locale.word("settings-title").as_str()]);
    roff.text([roman(locale.word("settings-files"))]);
    for row in settings::ROWS {
        let head = format!("{} = {}", row.key, row.value);
        entry(&mut roff, head, locale.word(row.help));
    }
    roff
}

/// The command language: the forms of a line, then every command by what it is about.
fn language(locale: &Locale) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", [locale.word("help-title").as_str()]);
    roff.text([roman(locale.word("help-intro"))]);
    for form in phrase::forms() {
        let usage = Bilingual {
            en: Text::line(form.usage[0]),
            zh: Text::line(form.usage[1]),
        };
        entry(
            &mut roff,
            locale.write(&Arg::Both(usage)),
            locale.word(form.help),
        );
    }
    for group in Group::ALL {
        roff.control("SS", [locale.say(&group.heading()).as_str()]);
        for row in phrase::commands().filter(|row| row.group == group) {
            let what = Message::new("help-entry")
                .with("what", Message::new(row.help))
                .with("names", help::names(row));
            entry(&mut roff, locale.say(&row.form()), locale.say(&what));
        }
    }
    for id in [Message::new("help-who"), Message::new("help-times")] {
        roff.control("PP", []);
        roff.text([roman(locale.say(&id))]);
    }
    roff
}

fn entry(roff: &mut Roff, form: String, what: String) {
    roff.control("TP", []);
    roff.text([bold(form)]);
    roff.text([roman(what)]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;
    use crate::tui::action::ACTIONS;

    #[test]
    fn the_page_has_every_command_in_the_readers_language() {
        for language in Language::ALL {
            let locale = Locale::new(language);
            let page = String::from_utf8(page(&locale).expect("memory holds it")).expect("text");
            for row in phrase::commands() {
                let written = row.called();
                let name = written.get(language).as_str();
                assert!(page.contains(&name.replace('-', "\\-")), "{name}");
            }
            for row in ACTIONS {
                assert!(
                    page.contains(&row.keys[0].replace('-', "\\-")),
                    "{}",
                    row.name
                );
            }
            for row in settings::ROWS {
                assert!(page.contains(row.key), "{}", row.key);
            }
        }
    }
}
