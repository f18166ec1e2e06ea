//! Arguments to what is to be run. The only reader of environment, home folder, language and time zone.

use std::process::ExitCode;

/// Runs the program with the process's arguments and gives its exit code (`CONTRACT.md` §1).
#[must_use]
pub fn run() -> ExitCode {
    ExitCode::SUCCESS
}
