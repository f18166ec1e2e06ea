//! The house rules that no lint knows: arrows, file sizes, documentation, listed tests, locale files.
//! Reads `src`, `tests` and `config` as text; judges form, not behaviour.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use tribune::phrase;
use tribune::text::Text;

use crate::support::source::{Path as ModPath, Source};

#[test]
fn every_arrow_of_the_architecture_page_is_kept() {
    let table = arrows();
    let mut broken = Vec::new();
    for source in Source::all() {
        let owner = source.module();
        if source.is_test() || owner == ["lib"] {
            continue;
        }
        let Some(row) = longest(&table, &owner) else {
            broken.push(format!(
                "{}: no row for `{}` in the table of src/lib.rs",
                source.name(),
                owner.join("::")
            ));
            continue;
        };
        for (line, path) in source.uses() {
            let Some(target) = longest(&table, &path) else {
                continue;
            };
            if !table[row].allows(row, target) {
                broken.push(format!(
                    "{}:{line}: `{row}` may not know `{target}`",
                    source.name()
                ));
            }
        }
    }
    none(&broken);
}

#[test]
fn every_module_of_the_crate_has_a_row_of_arrows() {
    let table = arrows();
    let listed: BTreeSet<String> = fs::read_to_string(root().join("src/lib.rs"))
        .expect("src/lib.rs is there")
        .lines()
        .filter_map(|l| l.strip_prefix("pub mod ").or(l.strip_prefix("mod ")))
        .map(|l| l.trim_end_matches(';').to_owned())
        .collect();
    let missing: Vec<_> = listed.iter().filter(|m| !table.contains_key(*m)).collect();
    assert!(
        missing.is_empty(),
        "without a row in src/lib.rs: {missing:?}"
    );
}

#[test]
fn the_core_knows_neither_clock_nor_files_nor_threads_nor_a_terminal() {
    const CORE: &[&str] = &[
        "text",
        "rules",
        "agenda",
        "names",
        "board",
        "meeting",
        "phrase",
        "summary",
        "cue",
        "agreement",
        "brief",
        "telling",
        "locale",
        "settings",
    ];
    const WORLD: &[&str] = &[
        "std::fs",
        "std::env",
        "std::thread",
        "std::time",
        "std::process",
        "std::net",
        "Utc::now",
        "Local::now",
        "Instant::now",
        "SystemTime",
        "crossterm",
        "ratatui",
        "println!",
        "eprintln!",
    ];
    let mut found = Vec::new();
    for source in Source::all() {
        let module = source.module();
        let core = CORE.contains(&module[0].as_str());
        let alone = module[0] != "cli";
        for (number, line) in source.code() {
            let forbidden = WORLD.iter().filter(|w| core && line.contains(**w));
            let environment = ["std::env", "env::var"]
                .iter()
                .filter(|w| alone && !core && line.contains(**w));
            for word in forbidden.chain(environment) {
                found.push(format!("{}:{number}: {word}", source.name()));
            }
        }
    }
    none(&found);
}

#[test]
fn no_file_passes_six_hundred_lines_without_its_tests() {
    let long: Vec<_> = Source::all()
        .iter()
        .filter(|s| !s.is_test() && s.length() > 600)
        .map(|s| format!("{}: {} lines", s.name(), s.length()))
        .collect();
    none(&long);
}

#[test]
fn every_file_says_what_it_is_and_lives_beside_its_folder() {
    let odd: Vec<_> = Source::all()
        .iter()
        .filter(|s| !s.text().starts_with("//! ") || s.name().ends_with("/mod.rs"))
        .map(|s| format!("{}: begins without `//!`, or is a mod.rs", s.name()))
        .collect();
    none(&odd);
}

#[test]
fn no_doc_comment_is_empty() {
    let mut empty = Vec::new();
    for source in Source::all() {
        let mut block: Option<(usize, bool)> = None;
        for (number, line) in source.text().lines().enumerate() {
            if let Some(said) = line.trim_start().strip_prefix("///") {
                let (start, words) = block.unwrap_or((number + 1, false));
                block = Some((start, words || !said.trim().is_empty()));
            } else if let Some((start, false)) = block.take() {
                empty.push(format!("{}:{start}: an empty doc comment", source.name()));
            }
        }
    }
    none(&empty);
}

#[test]
fn nothing_is_left_to_do_to_debug_or_to_panic() {
    const WORDS: &[&str] = &["TODO", "FIXME", "XXX"];
    const CALLS: &[&str] = &["dbg!", "todo!", "unimplemented!", ".unwrap()"];
    let mut left = Vec::new();
    for source in Source::all() {
        for (number, line) in source.text().lines().enumerate() {
            let mut words = line.split(|c: char| !c.is_alphanumeric());
            if let Some(word) = words.find(|word| WORDS.contains(word)) {
                left.push(format!("{}:{}: {word}", source.name(), number + 1));
            }
        }
        for (number, line) in source.code() {
            for call in CALLS.iter().filter(|c| line.contains(**c)) {
                left.push(format!("{}:{number}: {call}", source.name()));
            }
        }
    }
    none(&left);
}

#[test]
fn no_type_has_a_name_that_says_nothing() {
    const HOLLOW: &[&str] = &["Manager", "Helper", "Util", "Utils", "Data", "Info"];
    let mut found = Vec::new();
    for source in Source::all() {
        for (number, line) in source.code() {
            let mut words = line
                .split_whitespace()
                .skip_while(|w| !matches!(*w, "struct" | "enum" | "trait" | "type" | "mod"));
            let (Some(_), Some(name)) = (words.next(), words.next()) else {
                continue;
            };
            let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
            if HOLLOW.iter().any(|h| name.ends_with(h)) {
                found.push(format!("{}:{number}: {name}", source.name()));
            }
        }
    }
    none(&found);
}

#[test]
fn every_test_file_is_listed() {
    let main = fs::read_to_string(root().join("tests/main.rs")).expect("tests/main.rs is there");
    let mut unlisted = Vec::new();
    for entry in fs::read_dir(root().join("tests")).expect("tests is a folder") {
        let path = entry.expect("tests can be listed").path();
        let Some(stem) = path.file_stem().and_then(|s| s.to_str()) else {
            continue;
        };
        let rust = path.extension().is_some_and(|e| e == "rs");
        if rust && stem != "main" && !main.contains(&format!("mod {stem};")) {
            unlisted.push(format!("tests/{stem}.rs is not listed in tests/main.rs"));
        }
    }
    none(&unlisted);
}

#[test]
fn no_view_draws_words_that_stand_in_the_code() {
    const DRAWN: &[&str] = &[
        "Line::from(\"",
        "Line::raw(\"",
        "Line::styled(\"",
        "Span::from(\"",
        "Span::raw(\"",
        "Span::styled(\"",
        "Text::from(\"",
        "Text::raw(\"",
        "Paragraph::new(\"",
        "title(\"",
    ];
    let mut found = Vec::new();
    for source in Source::all() {
        if source.module()[0] != "tui" {
            continue;
        }
        let tests_from = source.length();
        for (number, line) in source.text().lines().enumerate().take(tests_from) {
            for call in DRAWN {
                let words = line.split(call).skip(1).any(|rest| {
                    let literal = rest.split('"').next().unwrap_or_default();
                    literal.chars().filter(|c| c.is_alphabetic()).count() >= 2
                });
                if words {
                    found.push(format!("{}:{}: {call}", source.name(), number + 1));
                }
            }
        }
    }
    none(&found);
}

#[test]
fn both_languages_have_the_same_sentences_and_none_is_empty() {
    let (en, zh) = (Sentences::read("en"), Sentences::read("zh-CN"));
    let mut odd = Vec::new();
    for (one, other) in [(&en, &zh), (&zh, &en)] {
        odd.extend(
            one.twice
                .iter()
                .map(|id| format!("{}: {id} stands twice", one.file)),
        );
        for (id, sentence) in &one.all {
            if sentence.trim().is_empty() {
                odd.push(format!("{}: {id} is empty", one.file));
            }
            match other.all.get(id) {
                None => odd.push(format!("{}: {id} is missing", other.file)),
                Some(theirs) if variables(theirs) != variables(sentence) => odd.push(format!(
                    "{}: {id} has other arguments than in {}",
                    other.file, one.file
                )),
                Some(_) => {}
            }
        }
    }
    none(&odd);
}

#[test]
fn every_sentence_that_is_said_exists_and_every_one_that_exists_is_said() {
    let sentences = Sentences::read("en");
    let mut literals = BTreeSet::new();
    let mut odd = Vec::new();
    for source in Source::all() {
        for (number, id) in source.said() {
            if !sentences.all.contains_key(&id) {
                odd.push(format!("{}:{number}: no sentence `{id}`", source.name()));
            }
        }
        literals.extend(source.literals());
    }
    for id in sentences.all.keys() {
        let inside = sentences
            .all
            .values()
            .any(|s| s.contains(&format!("{{ {id}")));
        if !literals.contains(id) && !inside {
            odd.push(format!("{}: `{id}` is never said", sentences.file));
        }
    }
    none(&odd);
}

#[test]
fn a_command_in_a_sentence_stands_in_backticks_and_is_one_of_its_language() {
    let mut odd = Vec::new();
    for sentences in [Sentences::read("en"), Sentences::read("zh-CN")] {
        let chinese = sentences.file.contains("zh");
        for (id, sentence) in &sentences.all {
            for (at, part) in sentence.split('`').enumerate() {
                let is_typed = at % 2 == 1;
                let command = part.strip_prefix(':').filter(|rest| !rest.is_empty());
                if is_typed && let Some(command) = command {
                    if command.starts_with(|c: char| c.is_ascii()) == chinese
                        || !is_command(command)
                    {
                        odd.push(format!("{}: {id} has `:{command}`", sentences.file));
                    }
                } else if !is_typed && has_command(part) {
                    odd.push(format!("{}: {id} has a command outside", sentences.file));
                }
            }
        }
    }
    none(&odd);
}

/// Whether it begins with the name of a command, whole.
fn is_command(typed: &str) -> bool {
    let ends = typed.char_indices().map(|(at, c)| at + c.len_utf8());
    let mut names = ends
        .map(|end| typed.split_at(end))
        .filter(|(_, behind)| !behind.starts_with(|c: char| c.is_ascii_lowercase()));
    names.any(|(name, _)| phrase::help::of(Some(&Text::line(name))).is_ok())
}

/// Whether a colon stands in front of a word as if that were to be typed, or the program is called.
fn has_command(words: &str) -> bool {
    let mut before = ' ';
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let opens = before.is_whitespace() || matches!(before, '“' | '"' | '(' | '（');
        let word = chars.peek().is_some_and(|next| next.is_alphabetic());
        if matches!(c, ':' | '：') && opens && word {
            return true;
        }
        before = c;
    }
    let is_verb = |rest: &str| {
        ["run ", "check", "correct ", "export", "verify ", "approve "]
            .iter()
            .any(|verb| rest.starts_with(verb))
    };
    words.split("tribune ").skip(1).any(is_verb)
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// What the right side of an arrow says.
enum Right {
    Only(BTreeSet<String>),
    AllBut(BTreeSet<String>),
}

impl Right {
    fn allows(&self, owner: &str, target: &str) -> bool {
        // A part of a module may be known by its whole, and knows its own parts.
        let within =
            |inner: &str, outer: &str| inner == outer || inner.starts_with(&format!("{outer}::"));
        let named = |set: &BTreeSet<String>| set.iter().any(|m| within(target, m));
        target == "text"
            || target == owner
            || within(target, owner)
            || match self {
                Self::Only(set) => named(set),
                Self::AllBut(set) => !named(set),
            }
    }
}

/// The table of `src/lib.rs`, by module.
fn arrows() -> BTreeMap<String, Right> {
    let page = fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs is there");
    let mut table = BTreeMap::new();
    for line in page.lines().filter_map(|l| l.strip_prefix("//! ")) {
        let Some((left, right)) = line.split_once(" -> ") else {
            continue;
        };
        let set = |list: &str| list.split(',').map(|m| m.trim().to_owned()).collect();
        for owner in left.split(',').map(str::trim) {
            let right = match right.trim() {
                "nothing" => Right::Only(BTreeSet::new()),
                "everything" => Right::AllBut(BTreeSet::new()),
                some => match some.strip_prefix("everything but ") {
                    Some(list) => Right::AllBut(set(list)),
                    None => Right::Only(set(some)),
                },
            };
            assert!(
                table.insert(owner.to_owned(), right).is_none(),
                "src/lib.rs: two rows for `{owner}`"
            );
        }
    }
    assert!(table.len() > 10, "src/lib.rs: the table of arrows is gone");
    table
}

/// The longest row that a module path falls under.
fn longest<'t>(table: &'t BTreeMap<String, Right>, path: &ModPath) -> Option<&'t str> {
    (1..=path.len().min(2))
        .rev()
        .find_map(|n| table.get_key_value(&path[..n].join("::")))
        .map(|(k, _)| k.as_str())
}

/// The messages of one locale file.
struct Sentences {
    file: String,
    all: BTreeMap<String, String>,
    twice: Vec<String>,
}

impl Sentences {
    fn read(tag: &str) -> Self {
        let file = format!("config/locales/{tag}.ftl");
        let text = fs::read_to_string(root().join(Path::new(&file))).expect("the locale is there");
        let mut all: BTreeMap<String, String> = BTreeMap::new();
        let mut twice = Vec::new();
        let mut last: Option<String> = None;
        for line in text.lines() {
            let head = line.split_once('=').filter(|(id, _)| {
                let id = id.trim_end();
                id.starts_with(|c: char| c.is_ascii_alphabetic())
                    && id
                        .chars()
                        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
            });
            if let Some((id, sentence)) = head {
                let id = id.trim_end().to_owned();
                if all.insert(id.clone(), sentence.trim().to_owned()).is_some() {
                    twice.push(id.clone());
                }
                last = Some(id);
            } else if line.starts_with(|c: char| c.is_whitespace() || c == '}') {
                if let Some(sentence) = last.as_ref().and_then(|id| all.get_mut(id)) {
                    sentence.push('\n');
                    sentence.push_str(line.trim());
                }
            } else {
                last = None;
            }
        }
        Self { file, all, twice }
    }
}

/// The arguments a sentence names.
fn variables(sentence: &str) -> BTreeSet<&str> {
    sentence
        .split('$')
        .skip(1)
        .map(|rest| {
            let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
            &rest[..end.unwrap_or(rest.len())]
        })
        .collect()
}

#[test]
fn colours_stand_in_the_styles_alone_and_borders_in_dialogs() {
    let mut broken = Vec::new();
    for source in Source::all() {
        let owner = source.module().join("::");
        let text = fs::read_to_string(root().join(source.name())).expect("it is there");
        let draws = owner.starts_with("tui::screen") || owner.starts_with("tui::widget");
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in code.take_while(|line| !line.contains("#[cfg(test)]")) {
            let colours = line.contains("Color::") || line.contains("Modifier::");
            let borders = ["┌", "┐", "└", "┘"]
                .iter()
                .any(|corner| line.contains(corner));
            if draws && (colours || borders && owner != "tui::screen::dialog") {
                broken.push(format!("{}: {}", source.name(), line.trim()));
            }
        }
    }
    none(&broken);
}
