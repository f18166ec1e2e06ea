//! The shipped sessions: what the two meetings look like when they are over, made from their agendas and scripts.
//! `UPDATE=1 cargo test sessions` writes them anew.

use std::fs;
use std::path::{Path, PathBuf};

use tribune::session_file;

use crate::support::held::Sitting;

/// A shipped meeting: the name of its agenda and script, and of its session file.
const SHIPPED: [(&str, &str); 2] = [
    (
        "exchange",
        "2023-12-29-Work-exchange-meeting-of-the-directors",
    ),
    ("founding", "2022-08-05-First-council-meeting"),
];

#[test]
fn the_shipped_sessions_are_what_the_scripts_leave() {
    for (name, session) in SHIPPED {
        let fresh = finished(name);
        let path = root().join(format!("sessions/{session}.toml"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &fresh).expect("sessions can be written");
        }
        let stored = fs::read_to_string(&path).unwrap_or_default();
        let place = session_file::differences(&stored, &fresh)
            .into_iter()
            .next();
        assert!(
            place.is_none(),
            "{}: differs at {place:?}; UPDATE=1 cargo test sessions writes it anew",
            path.display()
        );
    }
}

#[test]
fn a_shipped_session_is_as_it_was_sealed_and_replays() {
    for (_, session) in SHIPPED {
        let path = root().join(format!("sessions/{session}.toml"));
        let stored = fs::read_to_string(&path).expect("the session is there");
        let read = session_file::read(stored.as_bytes()).expect("it is whole");
        assert!(read.changes.is_empty(), "{session}: {:?}", read.changes);
        assert!(read.meeting.progress.adjourned().is_some(), "{session}");
    }
}

/// The session file that the meeting of that name leaves.
fn finished(name: &str) -> String {
    let agenda_path = format!("config/agendas/{name}.toml");
    let agenda = text(&agenda_path);
    let script = text(&format!("tests/scripts/{name}.tribune"));
    let mut sitting = Sitting::scripted(&agenda, &agenda_path, &script);
    let refused = sitting.script(&script);
    assert!(refused.is_empty(), "{name}: {refused:?}");
    sitting.session_file()
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("a shipped file is there")
}

fn root() -> &'static Path {
    static ROOT: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
    ROOT.get_or_init(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")))
}
