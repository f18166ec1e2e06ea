//! A person's own files and the real program: what comes first, what is told, and that nothing in them stops it.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;

use tempfile::TempDir;

use crate::support::seat::Seat;

const AGENDA: &str = "title = \"Board\"\nitems = [\"Opening\"]\n";

/// A person with a home of their own.
struct Person(TempDir);

impl Person {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder"))
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Puts that into a file beside the settings.
    fn writes(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.folder().join("tribune").join(name);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    fn runs(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_tribune"))
            .args(arguments)
            .current_dir(self.folder())
            .env("HOME", self.folder())
            .env("XDG_CONFIG_HOME", self.folder())
            .env("XDG_DATA_HOME", self.folder().join("data"))
            .env("LC_ALL", "en_US.UTF-8")
            .output()
            .expect("the program was built")
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("sentences are text")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("sentences are text")
}

#[test]
fn the_command_line_comes_before_the_settings_and_these_before_the_system() {
    let person = Person::new();
    assert!(out(&person.runs(&["keys"])).starts_with("Always\n"));
    person.writes("settings.toml", "language = \"zh-CN\"\n");
    assert!(out(&person.runs(&["keys"])).starts_with("任何时候\n"));
    assert!(out(&person.runs(&["--help"])).contains("用法"));
    let told = person.runs(&["keys", "--lang", "en"]);
    assert!(out(&told).starts_with("Always\n"));
}

#[test]
fn sessions_are_kept_where_the_settings_say_unless_the_command_line_says_otherwise() {
    let person = Person::new();
    person.writes("settings.toml", "sessions = \"~/meetings\"\n");
    fs::write(person.folder().join("board.toml"), AGENDA).expect("a file");
    let kept = |folder: &str| fs::read_dir(person.folder().join(folder)).map_or(0, Iterator::count);
    let held = person.runs(&["run", "board.toml", "--plain"]);
    assert!(held.status.success(), "{}", err(&held));
    assert!(kept("meetings") > 0 && kept("data/tribune/sessions") == 0);
    person.runs(&["run", "board.toml", "--plain", "--sessions", "elsewhere"]);
    assert!(kept("elsewhere") > 0);
}

#[test]
fn odd_files_are_told_of_in_one_sentence_and_change_nothing() {
    let table = out(&Person::new().runs(&["keys"]));
    let large = "next = \"F5\"\n".repeat(20_000);
    let cases: [(&[u8], &str); 5] = [
        (b"\xff\xfen\0e\0", "UTF-16"),
        (b"language = \"\xe9\"", "not UTF-8"),
        (large.as_bytes(), "longer than 100 kB"),
        (&[0; 4096], ""),
        (b"[[[[[[[[[[", ""),
    ];
    for name in ["settings.toml", "keys.toml"] {
        for (bytes, sentence) in cases {
            let person = Person::new();
            let told = person.writes(name, bytes).runs(&["keys"]);
            assert!(told.status.success());
            assert_eq!(out(&told), table, "{name}");
            assert!(err(&told).contains(sentence), "{name}: {}", err(&told));
            assert!(err(&told).contains(name), "{name}: {}", err(&told));
            assert!(err(&told).lines().count() < 20, "{name}: {}", err(&told));
        }
        let person = Person::new();
        fs::create_dir_all(person.folder().join("tribune").join(name)).expect("a folder");
        let told = person.runs(&["keys"]);
        assert_eq!((out(&told), told.status.code()), (table.clone(), Some(0)));
        assert!(err(&told).contains("is a folder"), "{}", err(&told));
    }
    let person = Person::new();
    let nothing = person.writes("settings.toml", "").runs(&["keys"]);
    assert_eq!(err(&nothing).lines().count(), 1, "{}", err(&nothing));
}

#[test]
fn check_tells_every_mistake_of_settings_keys_and_themes_with_its_place() {
    let person = Person::new();
    person
        .writes(
            "settings.toml",
            "theme = \"nacht\"\nasci = true\nmouse = 1\n",
        )
        .writes("keys.toml", "next = [\"n\", \"Ctrl-M\"]\npause = \"F11\"\n")
        .writes(
            "themes/nacht.toml",
            "base = \"dark\"\nhere = \"bold cyna\"\n",
        )
        .writes("themes/tag.toml", "base = \"light\"\n");
    let checked = person.runs(&[
        "check",
        "tribune/settings.toml",
        "tribune/keys.toml",
        "tribune/themes/nacht.toml",
        "tribune/themes/tag.toml",
    ]);
    assert_eq!(checked.status.code(), Some(1));
    assert_eq!(err(&checked), "");
    let told = out(&checked);
    for begins in [
        "tribune/settings.toml:2:1: There is no key `asci` here. Did you mean `ascii`?",
        "tribune/settings.toml:3:9: ",
        "tribune/keys.toml:1:9: n types",
        "tribune/keys.toml:1:14: Terminals send the same for Ctrl-M as for Enter",
        "tribune/keys.toml:2:1: warning: F11 may not arrive",
        "tribune/themes/nacht.toml:2:8: `here` holds “cyna”",
        "tribune/themes/tag.toml: in order.",
    ] {
        assert!(
            told.lines().any(|line| line.starts_with(begins)),
            "{begins}\n{told}"
        );
    }
    let good = person.runs(&["check", "tribune/themes/tag.toml"]);
    assert_eq!(good.status.code(), Some(0));
}

#[test]
fn a_theme_that_is_none_is_refused_before_anything_begins() {
    let person = Person::new();
    person.writes("themes/nacht.toml", "base = \"dark\"\n");
    fs::write(person.folder().join("board.toml"), AGENDA).expect("a file");
    for arguments in [
        ["run", "board.toml", "--theme", "nope"],
        ["--theme", "nope", "show", "last"],
    ] {
        let told = person.runs(&arguments);
        assert_eq!(told.status.code(), Some(2), "{}", err(&told));
        assert!(
            err(&told).contains("nope") && err(&told).contains("nacht"),
            "{}",
            err(&told)
        );
    }
    assert!(!person.folder().join("data").exists());
    let known = person.runs(&["keys", "--theme", "nacht"]);
    assert_eq!(known.status.code(), Some(0), "{}", err(&known));
    // There a theme is what was spoken of.
    let search = person.runs(&["search", "--theme", "nope", "budget"]);
    assert_eq!(search.status.code(), Some(1), "{}", err(&search));
}

#[test]
fn shells_complete_the_names_of_shipped_and_own_themes() {
    let person = Person::new();
    person.writes("themes/nacht.toml", "base = \"dark\"\n");
    let script = out(&person.runs(&["completions", "bash"]));
    assert!(
        script.contains("dark light high-contrast mono nacht"),
        "{script}"
    );
}

#[test]
fn own_keys_themes_and_settings_hold_from_the_first_frame_on() {
    let person = Person::new();
    person
        .writes("settings.toml", "theme = \"nacht\"\nascii = true\n")
        .writes(
            "keys.toml",
            "help = \"Shift-F4\"\nkind = \"Shift-F7\"\nleave = [\"Shift-F9\", \"Ctrl-C\"]\n",
        )
        .writes(
            "themes/nacht.toml",
            "base = \"dark\"\nlabel = \"underlined\"\n",
        );
    let mut seat = Seat::again(Arc::new(person.0));
    seat.see("Shift-F4 help").see("---");
    let underlined = |screen: &vt100::Screen| {
        let mut cells = (0..24).flat_map(|y| (0..80).map(move |x| (y, x)));
        cells.any(|(y, x)| screen.cell(y, x).is_some_and(vt100::Cell::underline))
    };
    seat.wait("the own theme", underlined);
    seat.type_in("\x1b[1;2S").see("FLOOR").type_in("1\r");
    seat.type_in("x").see("Shift-F7 kind").type_in("\x7f");
    seat.type_in(":theme mono\r");
    seat.wait("the shipped theme", |screen| !underlined(screen));
    seat.type_in(":theme nahct\r")
        .see("Did you mean")
        .see("nacht");
    seat.type_in("\x1b[20;2~")
        .see("Leave the meeting?")
        .type_in("2");
    assert_eq!(seat.ends(), 0);
}

#[test]
fn a_meeting_is_held_whatever_is_wrong_with_the_files_of_a_person() {
    let person = Person::new();
    person
        .writes("settings.toml", "themme = \"dark\"\nascii = 7\n")
        .writes("keys.toml", "next = \"n\"\n");
    let mut seat = Seat::again(Arc::new(person.0));
    seat.see("settings.toml: 2 mistakes")
        .see("keys.toml: one mistake");
    seat.type_in(":open\r").see("item 1 of 5");
    seat.type_in("\x03").see("Leave the meeting?").type_in("2");
    assert_eq!(seat.ends(), 0);
    // With its place, on the shell's screen.
    seat.see("keys.toml:1:8");
}
