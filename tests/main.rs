//! The one test binary: wider tests, each file a module.

mod ballots;
mod by_hand;
mod changes;
mod correct;
mod counting;
mod derived;
mod export;
mod faces;
mod frame;
mod journal;
mod keys;
mod mouse;
mod plain;
mod repair;
mod replay;
mod roll;
mod room;
mod scenario;
mod screens;
mod series;
mod session_file;
mod sessions;
mod settings;
mod support;
mod terminal;
mod tidy;
