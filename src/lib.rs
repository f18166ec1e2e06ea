//! tribune: hold formal meetings in the terminal.
//!
//! # Who may know whom
//!
//! A module may use itself, `text`, and what stands right of its arrow, never the other way round. `tests/tidy.rs`
//! reads this table and fails, naming file and line, where the code differs; a module without a row fails too.
//!
//! ```text
//! text, rules, error       -> nothing
//! agenda                   -> rules
//! names                    -> agenda
//! meeting                  -> agenda, rules
//! phrase                   -> meeting, agenda, rules, names
//! summary                  -> meeting, agenda, rules
//! agreement, telling       -> meeting, agenda, rules
//! cue                      -> telling, meeting, agenda, rules
//! locale, settings         -> nothing
//! session_file             -> summary, meeting, agenda, rules, locale, error
//! export                   -> summary, cue, agreement, meeting, agenda, rules, locale, error
//! journal                  -> meeting, agenda, rules, error
//! room                     -> meeting, agenda, rules, journal, error
//! tui::style               -> settings
//! tui::widget              -> tui::style
//! tui::ui, tui::update, tui::screen -> everything but session_file, export, journal, room, plain, cli
//! tui, plain               -> everything but cli
//! cli                      -> everything
//! main                     -> cli
//! ```
//!
//! Up to `locale` nothing knows clock, files, randomness, threads or a terminal. `cli` alone reads environment, home
//! folder, language and time zone, and hands on values; `room` alone reads the wall clock it was given.

pub mod agenda;
pub mod cli;
pub mod cue;
pub mod error;
pub mod export;
pub mod journal;
pub mod locale;
pub mod meeting;
pub mod names;
pub mod rules;
pub mod summary;
pub mod telling;
pub mod text;
pub mod tui;
