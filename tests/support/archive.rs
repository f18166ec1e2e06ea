//! A folder of sessions that the real program fills and looks into.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

/// A temporary folder of sessions.
pub struct Archive {
    folder: tempfile::TempDir,
}

/// What the program said.
pub struct Said {
    /// How it ended.
    pub code: Option<i32>,
    /// Its data.
    pub out: String,
    /// Its sentences.
    pub told: String,
}

impl Archive {
    /// Without a session yet.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        Self { folder }
    }

    /// With the shipped sessions and their ledger.
    pub fn shipped() -> Self {
        let archive = Self::new();
        fs::create_dir(archive.sessions()).expect("the folder can be written");
        let shipped = fs::read_dir(super::years::shipped()).expect("sessions are shipped");
        for file in shipped.flatten() {
            let copy = archive.sessions().join(file.file_name());
            fs::copy(file.path(), copy).expect("the folder can be written");
        }
        archive
    }

    /// Where the sessions are.
    pub fn sessions(&self) -> PathBuf {
        self.folder.path().join("sessions")
    }

    /// A file outside of it with that text.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, text).expect("the folder can be written");
        path
    }

    /// Holds a meeting from a script.
    pub fn hold(&self, agenda: &str, script: &[&str]) {
        let agenda = self.file("agenda.toml", agenda);
        let script = self.file("script.tribune", &script.join("\n"));
        let said = self.run(&[
            "run",
            &agenda.to_string_lossy(),
            "--script",
            &script.to_string_lossy(),
        ]);
        assert_eq!(said.code, Some(0), "{}{}", said.out, said.told);
    }

    /// Runs the program in English.
    pub fn run(&self, arguments: &[&str]) -> Said {
        self.run_in("en", arguments)
    }

    /// Runs the program in that language.
    pub fn run_in(&self, language: &str, arguments: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tribune"));
        command.arg("--sessions").arg(self.sessions());
        command.args(["--lang", language]).args(arguments);
        command.env("USER", "li").env_remove("COLUMNS");
        said(&command.output().expect("the program runs"))
    }

    /// What it wrote as JSON.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let said = self.run(arguments);
        serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{}{}", said.out, said.told))
    }
}

fn said(output: &Output) -> Said {
    Said {
        code: output.status.code(),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        told: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}
