//! `tribune new [TEMPLATE]`: a commented agenda on standard output, in the reader's language; of a document, the template it is made from,
//! to be changed. Owns the shipped starters.

use clap::{ArgMatches, Command};

use super::{Ending, Surroundings, positional};
use crate::export::{DOCUMENTS, document};
use crate::locale::Locale;
use crate::text::{Arg, Language, Message, nearest};

/// A starter: its name, and its text in each language.
struct Template {
    name: &'static str,
    english: &'static str,
    chinese: &'static str,
}

macro_rules! template {
    ($name:literal) => {
        Template {
            name: $name,
            english: include_str!(concat!("../../config/templates/", $name, ".en.toml")),
            chinese: include_str!(concat!("../../config/templates/", $name, ".zh-CN.toml")),
        }
    };
}

/// The starters; the first is the one for who names none.
const TEMPLATES: &[Template] = &[
    template!("board"),
    template!("council"),
    template!("exchange"),
    template!("assembly"),
];

/// Takes the name of a starter.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    command.arg(positional(
        locale,
        "template",
        "TEMPLATE",
        "cli-new-template",
    ))
}

/// Prints it.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let name = matches.get_one::<String>("template").map(String::as_str);
    match template(name, surroundings.locale().language()) {
        Ok(text) => surroundings.put(text),
        Err(message) => {
            surroundings.tell(&message);
            Ending::WrongUsage
        }
    }
}

/// The starter of that name, or the template of that document, in that language.
///
/// # Errors
/// A sentence with the known names where there is none of that one.
pub fn template(name: Option<&str>, language: Language) -> Result<&'static str, Message> {
    if let Some(document) = name.and_then(document) {
        return Ok(document.template(language));
    }
    let found = match name {
        None => TEMPLATES.first(),
        Some(name) => TEMPLATES.iter().find(|template| template.name == name),
    };
    let Some(template) = found else {
        let name = name.unwrap_or_default();
        let known = || names().chain(DOCUMENTS.iter().map(|document| document.name));
        let near = nearest(name, known());
        let known: Vec<Arg> = known().map(Arg::from).collect();
        return Err(match near {
            Some(near) => Message::new("new-unknown-near")
                .with("name", name)
                .with("near", near)
                .with("known", known),
            None => Message::new("new-unknown")
                .with("name", name)
                .with("known", known),
        });
    };
    Ok(match language {
        Language::English => template.english,
        Language::Chinese => template.chinese,
    })
}

/// The names of the starters.
pub fn names() -> impl Iterator<Item = &'static str> {
    TEMPLATES.iter().map(|template| template.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agenda::file;

    #[test]
    fn every_starter_is_in_order_as_it_stands() {
        for name in names() {
            for language in Language::ALL {
                let text = template(Some(name), language).expect("it is shipped");
                let reading = file::read(text);
                assert_eq!(
                    (reading.mistakes, reading.warnings),
                    (vec![], vec![]),
                    "{name} {}",
                    language.tag()
                );
                assert_eq!(
                    reading.agenda.map(|agenda| agenda.language),
                    Some(language),
                    "{name}"
                );
                assert!(
                    text.lines().filter(|line| line.starts_with('#')).count() > 5,
                    "{name} explains itself"
                );
            }
        }
    }

    #[test]
    fn the_template_of_a_document_can_be_had_to_change_it() {
        let text = template(Some("letter"), Language::Chinese).expect("it is shipped");
        assert!(text.contains("{{ to.name }}"), "{text}");
    }

    #[test]
    fn an_unknown_starter_brings_the_known_ones() {
        assert_eq!(
            template(Some("bord"), Language::English).map_err(|message| message.id),
            Err("new-unknown-near")
        );
        assert_eq!(
            template(Some("parliament"), Language::English).map_err(|message| message.id),
            Err("new-unknown")
        );
        assert_eq!(
            template(None, Language::English),
            template(Some("board"), Language::English)
        );
    }
}
