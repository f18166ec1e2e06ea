//! What is written down of the tables of the program is what stands in them: `config/keys.toml`, `config/settings.toml`, the
//! key table of the README, and the files of a package. With `UPDATE=1` in the environment what is stale is written anew.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

use tribune::locale::Locale;
use tribune::settings::{self, Settings};
use tribune::text::Language;
use tribune::tui::action::{ACTIONS, Place, own};

/// Columns of a comment.
const WIDTH: usize = 100;

/// The text in that file of the repository is this one.
fn assert_derived(name: &str, fresh: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let there = fs::read_to_string(&path).unwrap_or_default();
    if there == fresh {
        return;
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, fresh).expect("the repository can be written");
        return;
    }
    let differs = there
        .lines()
        .zip(fresh.lines())
        .position(|(old, new)| old != new);
    let line = differs.unwrap_or_else(|| there.lines().count().min(fresh.lines().count()));
    panic!(
        "{name} is stale at line {}; UPDATE=1 cargo test derived writes it anew. It would be:\n{}",
        line + 1,
        fresh.lines().nth(line).unwrap_or("(nothing more)")
    );
}

/// A sentence in both languages, as comments.
fn comment(text: &mut String, id: &'static str) {
    for language in Language::ALL {
        let sentence = Locale::new(language).word(id);
        let mut line = "#".to_owned();
        for word in sentence.split(' ') {
            if line.chars().count() + word.chars().count() >= WIDTH {
                writeln!(text, "{line}").expect("memory");
                "#".clone_into(&mut line);
            }
            write!(line, " {word}").expect("memory");
        }
        writeln!(text, "{line}").expect("memory");
    }
}

/// What a file says once its settings are no comments any more.
fn uncommented(text: &str) -> String {
    let line = |line: &str| match line.strip_prefix('#') {
        Some(setting) if !setting.is_empty() && !setting.starts_with(' ') => setting.to_owned(),
        _ => line.to_owned(),
    };
    text.lines().map(|text| line(text) + "\n").collect()
}

fn keys_file() -> String {
    let mut text = "# Which key starts what. Copy this file beside your settings.toml and take the # from a line to change it.\n\
                    #\n\
                    # An action takes one key, \"F5\", or several, [\"F5\", \"Shift-F5\"]; the first one is shown. [] takes the key from\n\
                    # an action that has a command. Keys are written F5, Ctrl-K, Alt-Up, Shift-Tab, PageDown. Letters and marks always\n\
                    # type. F1, F10 to F12, Alt with a letter or digit, and some with Ctrl do not arrive in every terminal.\n\
                    # `tribune check keys.toml` tells what does not fit together, `tribune keys` shows what holds.\n"
        .to_owned();
    for place in Place::ALL {
        text.push_str("\n# ── ");
        let headings = Language::ALL.map(|language| Locale::new(language).word(place.heading()));
        writeln!(text, "{} · {}", headings[0], headings[1]).expect("memory");
        for row in ACTIONS.iter().filter(|row| row.place == place) {
            text.push('\n');
            comment(&mut text, row.help);
            match row.keys {
                [only] => writeln!(text, "#{} = {only:?}", row.name),
                several => writeln!(text, "#{} = {several:?}", row.name),
            }
            .expect("memory");
        }
    }
    text
}

fn settings_file() -> String {
    let mut text =
        "# Settings, all of them optional. Copy this file to ~/.config/tribune/settings.toml (or the folder for settings of your\n\
         # system) and take the # from a line to change it. What the command line says comes first, then NO_COLOR, then this.\n\
         # `tribune check settings.toml` tells what is wrong; a meeting is never stopped by it.\n"
            .to_owned();
    for row in settings::ROWS {
        text.push('\n');
        comment(&mut text, row.help);
        writeln!(text, "#{} = {}", row.key, row.value).expect("memory");
    }
    text
}

/// The key table, for Markdown.
fn readme_table() -> String {
    let english = Locale::new(Language::English);
    let mut text = String::new();
    for place in Place::ALL {
        let heading = english.word(place.heading());
        write!(text, "\n| {heading} | | |\n| --- | --- | --- |\n").expect("memory");
        for row in ACTIONS.iter().filter(|row| row.place == place) {
            let keys: Vec<String> = row.keys.iter().map(|key| format!("`{key}`")).collect();
            let command = row.command.map(|command| format!("`{command}`"));
            let help = english.word(row.help);
            writeln!(
                text,
                "| {} | {help} | {} |",
                keys.join(" "),
                command.unwrap_or_default()
            )
            .expect("memory");
        }
    }
    text
}

#[test]
fn the_key_file_has_every_action_and_none_of_its_keys_is_refused() {
    let file = keys_file();
    assert_derived("config/keys.toml", &file);
    for text in [file.clone(), uncommented(&file)] {
        let (keys, found) = own::read(&text);
        assert_eq!((found.mistakes, found.warnings), (Vec::new(), Vec::new()));
        for row in ACTIONS {
            let shown = keys.shown(row.action).map(|key| key.to_string());
            assert_eq!(shown.as_deref(), row.keys.first().copied());
        }
    }
}

#[test]
fn the_settings_file_says_what_holds_without_it() {
    let file = settings_file();
    assert_derived("config/settings.toml", &file);
    assert_eq!(settings::read(&file, &Vec::new).0, Settings::default());
    let (set, found) = settings::read(&uncommented(&file), &Vec::new);
    assert_eq!(found.mistakes, []);
    let default = Settings::default();
    assert_eq!((set.ascii, set.mouse), (default.ascii, default.mouse));
}

#[test]
fn the_readme_has_the_key_table() {
    const BEGINS: &str = "<!-- keys: from the table of actions -->\n";
    const ENDS: &str = "\n<!-- keys: the end -->";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(path).expect("there is a README");
    let (before, rest) = readme.split_once(BEGINS).expect("the table begins");
    let (_, behind) = rest.split_once(ENDS).expect("the table ends");
    let fresh = format!("{before}{BEGINS}{}{ENDS}{behind}", readme_table());
    assert_derived("README.md", &fresh);
}

/// What the program prints for those words, in English and with no settings.
fn printed(words: &[&str]) -> String {
    let home = tempfile::tempdir().expect("a folder");
    let output = Command::new(env!("CARGO_BIN_EXE_tribune"))
        .args(words)
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path())
        .env("LC_ALL", "en_US.UTF-8")
        .output()
        .expect("the program was built");
    assert!(output.status.success(), "{words:?}: {output:?}");
    String::from_utf8(output.stdout).expect("what it writes is text")
}

/// A package carries files; who builds one need not run the program for them.
#[test]
fn the_manual_page_and_the_completions_of_a_package_are_what_the_program_prints() {
    for (name, words) in [
        ("share/tribune.1", &["man"][..]),
        ("share/completions/tribune.bash", &["completions", "bash"]),
        ("share/completions/_tribune", &["completions", "zsh"]),
        ("share/completions/tribune.fish", &["completions", "fish"]),
    ] {
        assert_derived(name, &printed(words));
    }
}

#[test]
fn a_package_finds_all_its_files_and_they_are_what_they_are_called() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(root.join(name)).expect("it is there");
    let manifest: toml::Table = read("Cargo.toml").parse().expect("the manifest is TOML");
    let assets = manifest["package"]["metadata"]["deb"]["assets"].as_array();
    for asset in assets.expect("a list of files") {
        let source = asset[0].as_str().expect("a path");
        // The program itself is there once it is built; of several files those that end so.
        let is_there = match source.split_once('*') {
            Some((folder, ending)) => fs::read_dir(root.join(folder))
                .expect("the folder is there")
                .any(|file| {
                    file.is_ok_and(|file| file.file_name().to_string_lossy().ends_with(ending))
                }),
            None => source.starts_with("target/") || root.join(source).is_file(),
        };
        assert!(is_there, "{source}");
    }
    let version = manifest["package"]["version"].as_str().expect("a text");
    let changes = read("share/changelog");
    assert!(
        changes.starts_with(&format!("tribune ({version}-1) ")),
        "share/changelog"
    );
    let desktop = read("share/tribune.desktop");
    for line in [
        "[Desktop Entry]",
        "Exec=tribune",
        "Icon=tribune",
        "Terminal=true",
    ] {
        assert!(desktop.lines().any(|there| there == line), "{line}");
    }
}
