//! What `:help` says: every command by group, one command, or the rules of voting. All from the table; owns no sentence.

use super::Misread;
use super::table::{CommandRow, FormRow, Group, commands, forms, named, near};
use super::words::is_word;
use crate::rules::Rule;
use crate::text::{Arg, Bilingual, Message, Text};

/// The help on a topic: nothing for all, a command's name in either language, or `rules`.
///
/// # Errors
/// A [`Misread`] when there is no such command, with the nearest.
pub fn of(topic: Option<&Text>) -> Result<Vec<Message>, Box<Misread>> {
    let Some(topic) = topic else {
        return Ok(everything());
    };
    let typed = topic.as_str().trim_start_matches([':', '：']).trim();
    if ["rules", "rule", "规则", "表决规则"]
        .iter()
        .any(|word| is_word(typed, word))
    {
        return Ok(rules());
    }
    if let Some(row) = named(typed) {
        return Ok(one(row));
    }
    let reason = Message::new("phrase-unknown").with("command", typed);
    let near = near(typed).map(CommandRow::form);
    Err(Box::new(
        Misread::new(reason).among(near.into_iter().collect()),
    ))
}

/// The row of a command: how it is written and what it does.
#[must_use]
pub fn line(row: &CommandRow) -> Message {
    Message::new("help-row")
        .with("form", row.written())
        .with("what", Message::new(row.help))
}

/// The row of a form of its own line.
#[must_use]
pub fn form(row: &FormRow) -> Message {
    let form = Bilingual {
        en: Text::line(row.usage[0]),
        zh: Text::line(row.usage[1]),
    };
    Message::new("help-form")
        .with("form", form)
        .with("what", Message::new(row.help))
}

fn everything() -> Vec<Message> {
    let mut all = vec![Message::new("help-intro")];
    all.extend(forms().iter().map(form));
    for group in Group::ALL {
        all.push(group.heading());
        all.extend(commands().filter(|row| row.group == group).map(line));
    }
    all.push(Message::new("help-who"));
    all.push(Message::new("help-times"));
    all
}

fn one(row: &CommandRow) -> Vec<Message> {
    let example = Bilingual {
        en: Text::line(row.examples[0]),
        zh: Text::line(row.examples[1]),
    };
    vec![
        line(row),
        names(row),
        Message::new("help-example").with("example", example),
    ]
}

/// What a command is called in both languages, as a sentence.
#[must_use]
pub fn names(row: &CommandRow) -> Message {
    let names = row.chinese.iter().chain([&row.name]);
    let names: Vec<Arg> = names.map(|name| Arg::from(*name)).collect();
    Message::new("help-names").with("names", names)
}

fn rules() -> Vec<Message> {
    let rule = |rule: Rule| {
        Message::new("help-rule")
            .with("name", rule.name.clone().unwrap_or_default())
            .with("rule", rule.explained())
    };
    let intro = Message::new("help-rules");
    std::iter::once(intro)
        .chain(Rule::presets().into_iter().map(rule))
        .collect()
}
