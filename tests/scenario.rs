//! Scenarios: small whole meetings in `tests/scenarios/*.toml` that a secretary can read and add to.
//!
//! ```text
//! title = "what the scenario shows"
//! agenda = '''…'''            or agenda_file = "config/agendas/exchange.toml"
//! script = '''…'''            or script_file = "tests/scripts/exchange.tribune"
//! refused = [{ line = 6, says = "part of the English sentence" }]     these lines and no others
//! [expect]                    parts of the JSON document that must be there; "null" stands for null
//! [counts]                    how long lists are, by path: "items.0.turns" = 2
//! ```

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tribune::agenda::{PersonId, Who};
use tribune::locale::Locale;
use tribune::meeting::{Command, floor};
use tribune::telling;
use tribune::text::Language;

use crate::support::held::{Held, Sitting, hold, start};
use crate::support::subset;

#[test]
fn every_scenario_ends_as_it_says() {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("tests/scenarios"))
        .expect("tests/scenarios is a folder")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect();
    files.sort();
    assert!(files.len() > 5, "the scenarios are gone");
    let mut report = String::new();
    for file in &files {
        let wrong = Scenario::read(file).differences();
        if !wrong.is_empty() {
            let name = file.strip_prefix(root()).unwrap_or(file).display();
            let _ = writeln!(report, "\n{name}");
            for line in wrong {
                let _ = writeln!(report, "  {line}");
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn of_two_who_press_next_at_once_the_second_is_refused_and_nobody_is_skipped() {
    let agenda = r#"
        title = "Round"
        [person.ada]
        name = "Ada"
        [person.ben]
        name = "Ben"
        [person.cai]
        name = "Cai"
        [[item]]
        title = "Suggestions"
        speakers = ["ada", "ben", "cai"]
    "#;
    let mut sitting = Sitting::new(agenda).expect("the agenda is faultless");
    let now = start();
    for line in [":present ada, ben, cai", ":open", ":next"] {
        sitting.line(line, now).expect("Ada has the floor");
    }
    let seen = sitting.meeting.floor.running().map(|turn| turn.id);
    let press = || Command::from(floor::Command::Next { seen });
    sitting.obey(press(), now).expect("the first is obeyed");
    let refusal = sitting
        .obey(press(), now)
        .expect_err("the second is refused");
    assert!(sitting.sentence(&refusal).contains("Ben"));
    let document = sitting.document();
    let turns = subset::at(&document, "items.0.turns").expect("there are turns");
    assert_eq!(turns.as_array().map(Vec::len), Some(2));
    assert_eq!(turns[1]["person"], "ben");
}

struct Scenario {
    agenda: String,
    script: String,
    refused: Vec<Refused>,
    expect: Value,
    counts: Vec<(String, usize)>,
}

/// A line that must be refused, and part of why.
struct Refused {
    line: usize,
    says: String,
}

impl Scenario {
    /// Reads one; a scenario that is not written as the top of this file says is a failure that names the file.
    fn read(file: &Path) -> Self {
        let text = fs::read_to_string(file).expect("a scenario is UTF-8");
        let mut table: toml::Table =
            toml::from_str(&text).unwrap_or_else(|mistake| panic!("{}: {mistake}", file.display()));
        let mut text_of =
            |inline: &str, path: &str| match (table.remove(inline), table.remove(path)) {
                (Some(toml::Value::String(text)), None) => text,
                (None, Some(toml::Value::String(path))) => fs::read_to_string(root().join(&path))
                    .unwrap_or_else(|error| panic!("{}: {path}: {error}", file.display())),
                _ => panic!("{}: one of {inline} and {path}", file.display()),
            };
        let agenda = text_of("agenda", "agenda_file");
        let script = text_of("script", "script_file");
        let refused = list(table.remove("refused"))
            .iter()
            .map(Refused::read)
            .collect();
        let expect = table.remove("expect").map_or(Value::Null, json);
        let counts = match table.remove("counts") {
            Some(toml::Value::Table(counts)) => counts
                .into_iter()
                .filter_map(|(path, n)| Some((path, usize::try_from(n.as_integer()?).ok()?)))
                .collect(),
            _ => Vec::new(),
        };
        let title = table.remove("title").is_some();
        assert!(
            title && table.is_empty(),
            "{}: a title, and none of {:?}",
            file.display(),
            table.keys().collect::<Vec<_>>()
        );
        Self {
            agenda,
            script,
            refused,
            expect,
            counts,
        }
    }

    fn differences(&self) -> Vec<String> {
        let held = match hold(&self.agenda, &self.script) {
            Ok(held) => held,
            Err(mistakes) => return mistakes,
        };
        let mut wrong = self.unexpected(&held);
        if !self.expect.is_null() {
            wrong.extend(subset::differences(&self.expect, &held.document));
        }
        for (path, wanted) in &self.counts {
            let found = subset::at(&held.document, path)
                .and_then(Value::as_array)
                .map(Vec::len);
            if found != Some(*wanted) {
                wrong.push(format!(
                    "{path}: expected {wanted} entries, found {found:?}"
                ));
            }
        }
        wrong
    }

    fn unexpected(&self, held: &Held) -> Vec<String> {
        let mut wrong = Vec::new();
        let lines: Vec<&str> = self.script.lines().collect();
        let quoted = |line: usize| lines.get(line - 1).copied().unwrap_or_default();
        for (line, sentence) in &held.refused {
            match self.refused.iter().find(|r| r.line == *line) {
                None => wrong.push(format!(
                    "line {line} `{}` was refused: {sentence}",
                    quoted(*line)
                )),
                Some(r) if !sentence.contains(&r.says) => wrong.push(format!(
                    "line {line} was refused without saying {:?}: {sentence}",
                    r.says
                )),
                Some(_) => {}
            }
        }
        for r in &self.refused {
            if !held.refused.iter().any(|(line, _)| *line == r.line) {
                wrong.push(format!(
                    "line {} `{}` was not refused",
                    r.line,
                    quoted(r.line)
                ));
            }
        }
        wrong
    }
}

impl Refused {
    fn read(entry: &toml::Value) -> Self {
        let line = entry.get("line").and_then(toml::Value::as_integer);
        let says = entry.get("says").and_then(toml::Value::as_str);
        Self {
            line: line
                .and_then(|n| usize::try_from(n).ok())
                .expect("refused entries have a line"),
            says: says.unwrap_or_default().to_owned(),
        }
    }
}

fn list(value: Option<toml::Value>) -> Vec<toml::Value> {
    match value {
        Some(toml::Value::Array(list)) => list,
        _ => Vec::new(),
    }
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(when) => Value::String(when.to_string()),
        toml::Value::Array(list) => list.into_iter().map(json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(k, v)| (k, json(v))).collect(),
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn whoever_is_elected_is_called_by_the_new_office_from_then_on() {
    let read = |path| fs::read_to_string(root().join(path)).expect("it is shipped");
    let mut sitting = Sitting::new(&read("config/agendas/founding.toml")).expect("it is sound");
    let president = Who::Person(PersonId::from("zhang-xiaoming"));
    let english = Locale::new(Language::English);
    let called = |sitting: &Sitting| english.say(&telling::in_full(&sitting.meeting, &president));
    assert_eq!(called(&sitting), "Zhang Xiaoming, Candidate for chairman");
    sitting.script(&read("tests/scripts/founding.tribune"));
    assert_eq!(called(&sitting), "Zhang Xiaoming, chairman");
}
