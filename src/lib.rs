//! tribune: hold formal meetings in the terminal.

pub mod agenda;
pub mod cli;
pub mod error;
pub mod journal;
pub mod locale;
pub mod names;
pub mod rules;
pub mod text;
