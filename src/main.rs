//! The program: the exit code of [`tribune::cli::run`], nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    tribune::cli::run()
}
