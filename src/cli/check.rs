//! `tribune check FILE...`: what is wrong in an agenda, each mistake with its place and its line, and what its rule means.
//! Owns the form of the report; agendas are judged by `agenda::file`, other files by whoever knows them.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command, value_parser};
use unicode_width::UnicodeWidthChar;

use super::{Ending, Surroundings, demo, opened, own, positional, read_file, surroundings};
use crate::agenda::Agenda;
use crate::agenda::file::{self, Mistake};
use crate::archive::{self, Years};
use crate::export::{Document, Source, document};
use crate::locale::Locale;
use crate::rules::Rule;
use crate::session_file;
use crate::settings;
use crate::text::written::Found;
use crate::text::{Language, Message, shown};
use crate::tui::action::own as keys;
use crate::tui::themes;

/// How many of the lines that were changed in a session file are told.
const MOST_CHANGES: usize = 6;

/// Another kind of file that can be checked: how it is known, and what is wrong with one.
pub struct Kind {
    /// Whether a file of that name and text is of this kind.
    pub is: fn(&Path, &str) -> bool,
    /// What is wrong with it.
    pub judge: fn(&Path, &str) -> Judged,
}

/// What is wrong with a file that is no agenda; nothing where it is in order.
#[derive(Debug, Default)]
pub struct Judged {
    /// With the file as a whole.
    pub problems: Vec<Message>,
    /// At its places.
    pub found: Found,
}

/// Takes the files.
pub fn arguments(command: Command, locale: &Locale) -> Command {
    command.arg(
        positional(locale, "files", "FILE", "cli-check-files")
            .required(true)
            .num_args(1..)
            .value_parser(value_parser!(PathBuf)),
    )
}

/// Reports on standard output.
pub fn perform(matches: &ArgMatches, surroundings: &Surroundings) -> Ending {
    let files: Vec<PathBuf> = matches
        .get_many::<PathBuf>("files")
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    run(
        &files,
        surroundings.locale(),
        &mut std::io::stdout().lock(),
        KINDS,
    )
}

/// The kinds besides agendas.
const KINDS: &[Kind] = &[
    Kind {
        is: |path, _| path.file_name() == Some(OsStr::new("settings.toml")),
        judge: |path, source| {
            let themes = || themes::names(own::names_in(&path.with_file_name("themes")));
            Judged::from(settings::read(source, &themes).1)
        },
    },
    Kind {
        is: |path, _| path.file_name() == Some(OsStr::new("keys.toml")),
        judge: |_, source| Judged::from(keys::read(source).1),
    },
    Kind {
        is: |path, _| path.parent().and_then(Path::file_name) == Some(OsStr::new("themes")),
        judge: |_, source| Judged::from(settings::theme::read(source).1),
    },
    Kind {
        is: |path, _| template_of(path).is_some(),
        judge: judge_template,
    },
    Kind {
        is: |_, source| is_session(source),
        judge: judge_session,
    },
];

impl From<Found> for Judged {
    fn from(found: Found) -> Self {
        Self {
            problems: Vec::new(),
            found,
        }
    }
}

/// The document and language of a template, by its name: `minutes.en.md`.
fn template_of(path: &Path) -> Option<(&'static Document, Language)> {
    let name = path.file_name()?.to_str()?.strip_suffix(".md")?;
    let (name, tag) = name.split_once('.')?;
    let language = Language::ALL.into_iter().find(|one| one.tag() == tag)?;
    Some((document(name)?, language))
}

/// What is wrong with a template, filled in from a shipped meeting.
fn judge_template(path: &Path, source: &str) -> Judged {
    let Some((document, language)) = template_of(path) else {
        return Judged::default();
    };
    let Ok(meeting) = demo::held() else {
        return Judged::default();
    };
    let of = Source::of(&meeting);
    let years = Years::of_one(&of.summary);
    let of = of.with_years(years);
    let locale = Locale::new(language);
    let to = of.summary.correspondents().next();
    let mistake = document.compose(source, &of, &locale, to.as_ref()).err();
    Judged::from(Found {
        mistakes: mistake
            .map(|mistake| mistake.in_source(source))
            .into_iter()
            .collect(),
        warnings: Vec::new(),
    })
}

/// What keeps a session file from being read at all, and what was changed in it since it was sealed; what its journal says is `verify`'s.
fn judge_session(path: &Path, source: &str) -> Judged {
    let problems = match session_file::read(source.as_bytes()) {
        Err(unreadable) => vec![unreadable],
        // The seal is that of the file's own bytes.
        Ok(_) => match archive::open(path) {
            Err(told) => told,
            Ok(opened) => opened::changes(&opened, MOST_CHANGES),
        },
    };
    Judged {
        problems,
        found: Found::default(),
    }
}

/// Checks those files in turn and writes what was found. A reader that went away is no mistake.
pub fn run(files: &[PathBuf], locale: &Locale, out: &mut impl Write, kinds: &[Kind]) -> Ending {
    let mut ending = Ending::Done;
    for path in files {
        let report = match read_file::read(path) {
            Ok(source) => report(path, &source, locale, kinds),
            Err(message) => Report::of(&[locale.say(&message)], Ending::Problems),
        };
        if report.ending != Ending::Done {
            ending = report.ending;
        }
        let put = surroundings::put_to(out, report.text.as_bytes(), locale);
        if put != Ending::Done {
            return put;
        }
    }
    ending
}

/// Whether a text is a session file and no agenda: it opens with its summary.
fn is_session(source: &str) -> bool {
    let lines = source.trim_start_matches('\u{FEFF}').lines().map(str::trim);
    lines
        .into_iter()
        .find(|line| !line.is_empty() && !line.starts_with('#'))
        == Some("[summary]")
}

/// What is said about one file.
struct Report {
    text: String,
    ending: Ending,
}

impl Report {
    fn of(told: &[String], ending: Ending) -> Self {
        Self {
            text: told.join("\n") + "\n",
            ending,
        }
    }
}

fn report(path: &Path, source: &str, locale: &Locale, kinds: &[Kind]) -> Report {
    if let Some(kind) = kinds.iter().find(|kind| (kind.is)(path, source)) {
        return report_judged(path, locale, &(kind.judge)(path, source));
    }
    let reading = file::read(source);
    let found = Found {
        mistakes: reading.mistakes,
        warnings: reading.warnings,
    };
    let mut told = told(path, &found, locale);
    match &reading.agenda {
        Some(agenda) => told.extend(
            explained(path, agenda)
                .iter()
                .map(|message| locale.say(message)),
        ),
        None => told
            .push(locale.say(&named("check-mistakes", path).with("count", found.mistakes.len()))),
    }
    Report::of(
        &told,
        if reading.agenda.is_some() {
            Ending::Done
        } else {
            Ending::Problems
        },
    )
}

fn report_judged(path: &Path, locale: &Locale, judged: &Judged) -> Report {
    let of_whole = judged
        .problems
        .iter()
        .map(|problem| format!("{}: {}", path.display(), locale.say(problem)));
    let mut all: Vec<String> = of_whole.collect();
    all.extend(told(path, &judged.found, locale));
    if judged.problems.is_empty() && judged.found.mistakes.is_empty() {
        all.push(locale.say(&named("check-good", path)));
        return Report::of(&all, Ending::Done);
    }
    Report::of(&all, Ending::Problems)
}

/// What was found in a file: each mistake with its place, then what may be one.
pub fn told(path: &Path, found: &Found, locale: &Locale) -> Vec<String> {
    let mistakes = found
        .mistakes
        .iter()
        .map(|mistake| placed(path, mistake, &locale.say(&mistake.message)));
    let warnings = found.warnings.iter().map(|warning| {
        let message = Message::new("check-warning").with("warning", warning.message.clone());
        placed(path, warning, &locale.say(&message))
    });
    mistakes.chain(warnings).collect()
}

fn named(id: &'static str, path: &Path) -> Message {
    Message::new(id).with("file", path.display().to_string())
}

/// `FILE:LINE:COLUMN: sentence`, the line, and a mark under what is meant.
fn placed(path: &Path, mistake: &Mistake, sentence: &str) -> String {
    let head = format!(
        "{}:{}:{}: {sentence}",
        path.display(),
        mistake.line,
        mistake.column
    );
    if mistake.source.trim().is_empty() {
        return head;
    }
    let (line, before, length) = window(mistake);
    format!(
        "{head}\n    {line}\n    {}{}",
        " ".repeat(before),
        "^".repeat(length)
    )
}

/// Columns shown of a line; longer ones are cut around the place.
const SHOWN: usize = 100;

/// The line as far as it is shown, and where the mark stands under it, in columns of the screen.
fn window(mistake: &Mistake) -> (String, usize, usize) {
    let column = mistake.column - 1;
    let first = if column > SHOWN - 20 {
        column - SHOWN / 2
    } else {
        0
    };
    let mut line = String::new();
    let (mut before, mut marked) = (0, 0);
    if first > 0 {
        line.push('…');
        before = 1;
    }
    for (at, c) in mistake.source.chars().enumerate().skip(first).take(SHOWN) {
        let glyph = shown(c.encode_utf8(&mut [0; 4])).into_owned();
        let width = glyph
            .chars()
            .next()
            .and_then(UnicodeWidthChar::width)
            .unwrap_or(0);
        if at < column {
            before += width;
        } else if at < column + mistake.length {
            marked += width;
        }
        line.push_str(&glyph);
    }
    if mistake.source.chars().count() > first + SHOWN {
        line.push('…');
    }
    (line, before, marked.max(1))
}

/// What a good agenda holds, and what its rules mean.
fn explained(path: &Path, agenda: &Agenda) -> Vec<Message> {
    let majority = Rule::majority();
    let rule = agenda.rule.as_ref().unwrap_or(&majority);
    let quorum = agenda.quorum.or(rule.quorum).or(majority.quorum);
    let counts = named("check-agenda", path)
        .with("items", agenda.items.len())
        .with("persons", agenda.persons.len())
        .with("units", agenda.units.len())
        .with("voters", agenda.entitled().len());
    let mut told = vec![
        counts,
        Message::new("check-rule")
            .with("name", name_of(rule))
            .with("rule", rule.explained()),
    ];
    told.extend(
        quorum.map(|quorum| Message::new("check-quorum").with("quorum", quorum.explained())),
    );
    for (item, number) in agenda.items.iter().zip(1_u32..) {
        let of_offices = item
            .offices
            .iter()
            .filter_map(|office| office.rule.as_ref());
        for own in item.rule.iter().chain(of_offices) {
            let message = Message::new("check-item-rule")
                .with("number", number)
                .with("title", &item.title);
            told.push(
                message
                    .with("name", name_of(own))
                    .with("rule", own.explained()),
            );
        }
    }
    told
}

fn name_of(rule: &Rule) -> Message {
    match &rule.name {
        Some(name) => Message::new("check-rule-preset").with("name", name.as_str()),
        None => Message::new("check-rule-own"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn checked(source: &str, language: Language) -> (String, Ending) {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let path = folder.path().join("a.toml");
        std::fs::write(&path, source).expect("a file for the test");
        let mut out = Vec::new();
        let ending = run(
            std::slice::from_ref(&path),
            &Locale::new(language),
            &mut out,
            &[],
        );
        let told = String::from_utf8(out).expect("sentences are text");
        (told.replace(&path.display().to_string(), "a.toml"), ending)
    }

    #[test]
    fn a_mistake_is_told_with_its_place_its_line_and_a_mark() {
        let (told, ending) = checked(
            "title = \"理事会\"\nitems = [\"开场\"]\nthemes = [\"文化\", 7]\n",
            Language::English,
        );
        assert_eq!(ending, Ending::Problems);
        let lines: Vec<&str> = told.lines().collect();
        assert_eq!(
            lines[0],
            "a.toml:3:17: `themes` is a text in quotes, or { en = \"…\", zh = \"…\" }."
        );
        assert_eq!(lines[1], "    themes = [\"文化\", 7]");
        assert_eq!(lines[2], "                      ^");
    }

    #[test]
    fn warnings_alone_leave_an_agenda_in_order_and_its_rule_is_explained() {
        let (told, ending) = checked(
            "title = \"Board\"\nitems = [\"Opening\"]\n",
            Language::English,
        );
        assert_eq!(ending, Ending::Done);
        assert!(
            told.starts_with("a.toml:1:1: warning: Nobody is named as chair."),
            "{told}"
        );
        assert!(
            told.contains("majority: carried when more than half"),
            "{told}"
        );
        let (told, _) = checked(
            "title = \"Board\"\nitems = [\"Opening\"]\n",
            Language::Chinese,
        );
        assert!(told.starts_with("a.toml:1:1: 提醒："), "{told}");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let (told, _) = checked(
            &format!("title = \"a\"\nitems = [{}7]\n", "\"严明\", ".repeat(100)),
            Language::English,
        );
        let lines: Vec<&str> = told.lines().collect();
        assert!(lines[1].trim_start().starts_with('…') && lines[1].chars().count() < 120);
        let width = |text: &str| {
            text.chars()
                .filter_map(UnicodeWidthChar::width)
                .sum::<usize>()
        };
        let at = lines[1].find('7').expect("the mistake is shown");
        assert_eq!(width(&lines[1][..at]), width(lines[2]) - 1);
    }

    #[test]
    fn a_session_is_known_by_its_summary() {
        assert!(is_session("# kept\n\n[summary]\npresent = 3\n"));
        assert!(!is_session("title = \"a\"\n[summary]\n"));
        let kinds = [Kind {
            is: |_, source| is_session(source),
            judge: |_, _| Judged {
                problems: vec![Message::new("check-rule-own")],
                ..Judged::default()
            },
        }];
        let report = report(
            Path::new("s.toml"),
            "[summary]\n",
            &Locale::new(Language::English),
            &kinds,
        );
        assert_eq!(report.ending, Ending::Problems);
    }
}
